"""What is found for a message that says more than any entry does."""

from datetime import date

import pytest

from bot.dialogue.replies import Outcome
from bot.knowledge.entries import Entry, Event, Kind
from tests.dialogue.base import ENTRIES, Talk, over

KITE_DAY = Entry(
    "kite-day",
    "วันว่าวไทย 5 มีนาคม",
    "วันว่าวไทยคือวันที่ 5 มีนาคมของทุกปี เพื่อระลึกถึงว่าวจุฬาตัวแรกของหมู่บ้าน",
    Kind.FAQ,
    questions=("วันว่าวไทยตรงกับวันไหน", "ทำไมวันว่าวไทยเป็นเดือนมีนา"),
    facts={"ตรงกับวันที่": "5 มีนาคม ของทุกปี"},
)
KITE_FAIR = Entry(
    "kite-fair",
    "งานว่าวเด็กไทย 2569",
    "งานว่าวเด็กไทย 2569 จัดวันที่ 10 มกราคม 2569 ที่สนามหลวง",
    Kind.EVENT,
    event=Event(date(2026, 1, 10), date(2026, 1, 10), venue="สนามหลวง"),
)


@pytest.mark.parametrize(
    "question",
    ["วันว่าวไทยปีนี้วันไหนคะ", "วันว่าวไทย 2570 วันไหน", "ปีหน้าวันว่าวไทยตรงกับวันอะไร"],
)
def test_what_comes_every_year_is_told_of_any_year(question: str) -> None:
    """Before what names the year, and never as of a year of which nothing is known."""
    reply = Talk(over((*ENTRIES, KITE_DAY, KITE_FAIR))).say(question)
    assert ("kite-day", Outcome.ANSWER) == (reply.entry, reply.outcome)
    assert "5 มีนาคม" in (reply.answer or "")


def test_another_year_of_what_comes_every_year_is_asked_of_it_still() -> None:
    """The open entry does not deny that year."""
    talk = Talk(over((*ENTRIES, KITE_DAY, KITE_FAIR)))
    talk.say("วันว่าวไทยตรงกับวันไหน")
    reply = talk.say("แล้วปี 2571 ล่ะ วันไหน")
    assert "kite-day" == reply.entry
    assert "5 มีนาคม" in (reply.answer or "")


def test_a_fair_of_one_year_is_of_no_other() -> None:
    """What comes every year is the day alone, not where it is kept."""
    reply = Talk(over((*ENTRIES, KITE_DAY, KITE_FAIR))).say("งานว่าวเด็กไทย 2570 จัดที่ไหน")
    assert Outcome.ANSWER != reply.outcome
