"""What is of another year or time is another thing."""

from dataclasses import replace
from datetime import date

from bot.dialogue.rejection.elsewhere import is_elsewhere
from bot.dialogue.replies import Outcome
from bot.knowledge.entries import Entry, Kind
from bot.search.ranking import Query
from tests.dialogue.base import ENTRIES, RACES, ask, over
from tests.dialogue.rejection.test_doubts import CONTEST


def test_an_event_that_mentions_another_year_was_not_held_in_it() -> None:
    """When or where it was that year is not told of this one; what else it says of it may be."""
    told = replace(RACES[0], body=f"{RACES[0].body} ปี 2560 มีผู้ชม 900 คน")
    brain = over((*ENTRIES, told))
    assert Outcome.CHOICES == ask(brain, "แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2560 จัดที่ไหน").outcome
    assert "900 คน" == ask(brain, "แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2560 มีผู้ชมกี่คน").answer


def test_the_next_time_is_not_the_last_one() -> None:
    """What is over is offered to who asks when it comes again, and not told as if it did."""
    brain = over((*ENTRIES, CONTEST))
    assert Outcome.ANSWER is ask(brain, "ประกวดว่าวดาวเทียมจัดที่ไหน").outcome
    assert Outcome.CHOICES is ask(brain, "ประกวดว่าวดาวเทียมครั้งต่อไปจัดที่ไหน").outcome


def test_the_next_time_is_none_that_was_reported_long_ago() -> None:
    """News are over as well when their day is."""
    moon = Entry(
        "moon-2562", "จันทรุปราคาปี 2562", "จันทรุปราคาเห็นได้วันที่ 17 กรกฎาคม 2562", Kind.NEWS,
        published=date(2018, 12, 19),
    )  # fmt: skip
    brain = over((*ENTRIES, moon))
    assert Outcome.ANSWER == ask(brain, "จันทรุปราคาปี 2562 วันไหน").outcome
    assert Outcome.ANSWER != ask(brain, "จันทรุปราคาครั้งต่อไปวันไหน").outcome


def test_a_new_round_is_the_next_time() -> None:
    """The people of a new generation are none."""
    course = Entry(
        "course", "อบรมทำว่าวคนรุ่นใหม่", "อบรมทำว่าว", Kind.NEWS, published=date(2024, 4, 17)
    )
    asked = [
        is_elsewhere(course, Query(text, text, terms=("อบรม", "ทำ", "ว่าว")), date(2026, 11, 23))
        for text in ("อบรมทำว่าวสมัครรอบใหม่วันไหน", "อบรมทำว่าวคนรุ่นใหม่")
    ]
    assert [True, False] == asked
