"""Who held an office: asked for by the office and a time, with a question word or without."""

import pytest

from bot.dialogue.replies import Outcome
from bot.knowledge.entries import Entry, Kind, Person
from tests.dialogue.base import ENTRIES, Talk, over

MINISTERS = Entry(
    "ministers",
    "รัฐมนตรีว่าการกระทรวง อว. ตามปี",
    "ปี 2563 คือสมหมาย ใจเย็น ปี 2564 คือสมศรี ใจดี ปี 2565 คือสมชาย ใจกล้า",
    Kind.FAQ,
    questions=("ปี 2564 ใครเป็นรัฐมนตรี",),
    keywords=("รมว.", "รมต.", "รัฐมนตรี", "รมว.วท."),
    people=(
        Person("สมชาย ใจกล้า", "รมว. ตามข่าวปี 2565"),
        Person("สมศรี ใจดี", "รมว. ตามข่าวปี 2564"),
        Person("สมหมาย ใจเย็น", "รมว. ตามข่าวปี 2563"),
    ),
    facts={
        "รัฐมนตรีคนปัจจุบัน": "ยังยืนยันชื่อในวันนี้ไม่ได้",
        "รัฐมนตรีปี 2563": "สมหมาย ใจเย็น",
        "รัฐมนตรีปี 2564": "สมศรี ใจดี",
    },
)
FAIR = Entry("fair", "มหกรรมยางพารา 2564", "รัฐมนตรีเปิดมหกรรมยางพาราปี 2564", Kind.NEWS)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("รมว อว ปี 64", "สมศรี ใจดี"),
        ("รัฐมนตรีปี ๒๕๖๓", "สมหมาย ใจเย็น"),
        ("รมต.วิทย์ 2564", "สมศรี ใจดี"),
        ("รัฐมนตรีคนปัจจุบัน", "ยังยืนยันชื่อในวันนี้ไม่ได้"),
        ("ใครเป็นรัฐมนตรีปี 63", "สมหมาย ใจเย็น"),
    ],
)
def test_an_office_and_a_time_ask_for_a_name(text: str, name: str) -> None:
    """However unsure the search is of so few words, and whatever else was that year."""
    reply = Talk(over((*ENTRIES, MINISTERS, FAIR))).say(text)
    assert ("ministers", name) == (reply.entry, reply.answer)


@pytest.mark.parametrize("text", ["รัฐมนตรีสาธารณสุขปี 64", "รองรัฐมนตรีปี 64", "รัฐมนตรีปี 2540"])
def test_another_office_or_time_is_not_told(text: str) -> None:
    """Nor of which the list states nobody."""
    reply = Talk(over((*ENTRIES, MINISTERS, FAIR))).say(text)
    assert Outcome.ANSWER != reply.outcome or not reply.answer


@pytest.mark.parametrize("text", ["ดร.สมศรี เป็นรัฐมนตรีเมื่อไร", "สมศรี เป็นรัฐมนตรีปีไหน"])
def test_a_title_before_a_name_asks_for_nothing(text: str) -> None:
    """Of whom it is asked when they held the office is told from the list."""
    reply = Talk(over((*ENTRIES, MINISTERS, FAIR))).say(text)
    assert ("ministers", "สมศรี ใจดี รมว. ตามข่าวปี 2564") == (reply.entry, reply.answer)


def test_a_year_behind_an_office_asks_for_its_holder() -> None:
    """Though something offered with it was that year as well."""
    talk = Talk(over((*ENTRIES, MINISTERS, FAIR)))
    talk.say("รัฐมนตรี")
    assert "สมศรี ใจดี" == talk.say("ปี 64 ล่ะ").answer
    assert "สมหมาย ใจเย็น" == talk.say("ปีก่อนหน้า").answer


def test_a_year_names_no_subject() -> None:
    """A fair of that year is not where the minister went."""
    reply = Talk(over((*ENTRIES, FAIR))).say("รัฐมนตรีปี 64 ไปไหน")
    assert Outcome.ANSWER != reply.outcome


@pytest.mark.parametrize("text", ["สมศรี เป็นรัฐมนตรีปีไหน", "สมศรีเป็นใคร", "สมศรี ใจดี ตำแหน่งอะไรคะ"])
def test_of_somebody_in_a_list_their_own_time_is_told(text: str) -> None:
    """Not the first year that the list has."""
    reply = Talk(over((*ENTRIES, MINISTERS, FAIR))).say(text)
    assert ("ministers", "สมศรี ใจดี รมว. ตามข่าวปี 2564") == (reply.entry, reply.answer)


@pytest.mark.parametrize("text", ["ใครเป็นรัฐมนตรีต่อจากสมศรี", "สมศรีเปิดมหกรรมวันไหน"])
def test_who_came_next_is_another_question(text: str) -> None:
    """Nor is what somebody did when they were."""
    reply = Talk(over((*ENTRIES, MINISTERS, FAIR))).say(text)
    assert "สมศรี" not in (reply.answer or "")
