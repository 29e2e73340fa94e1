"""Events that come again: which are of one series, and which of their years is asked for."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.dialogue.conversation import Question
from bot.dialogue.matching.series import Series
from bot.dialogue.replies import Outcome, plain_text
from bot.knowledge.entries import Entry, Event, Kind
from tests.dialogue.base import AT, ENTRIES, ask, over
from tests.dialogue.intents.test_entry_actions import COMING, OVER

FIRST, SECOND = (
    Entry(
        f"boats-{year}",
        f"มหกรรมเรือไผ่ {year}",
        f"มหกรรมเรือไผ่ {year} จัดที่{place} {more}",
        Kind.EVENT,
        keywords=(f"มหกรรมเรือไผ่ {year}",),
        event=Event(date(year - 543, 3, 5), date(year - 543, 3, 6), venue=place, cost=cost),
    )
    for year, place, more, cost in (
        (2566, "หาดทรายยาว", "กระทรวง อว. แจกเรือ 300 ลำ", "20 บาท"),
        (2568, "บึงใหญ่", "", ""),
    )
)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("มหกรรมเรือไผ่กระทรวง อว. จัดที่ไหน", "boats-2568"),
        ("มหกรรมเรือไผ่ 2566 กระทรวง อว. จัดที่ไหน", ""),  # the year is named
        ("มหกรรมเรือไผ่ที่หาดทรายยาวจัดวันไหน", ""),  # only one was there
        ("มหกรรมเรือไผ่กระทรวง อว. ค่าเข้าเท่าไหร่", ""),  # only one tells it
    ],
)
def test_of_an_event_that_came_again_no_year_is_guessed(text: str, first: str) -> None:
    """The newest stands first of those to choose from; else the older one that is meant is told."""
    reply = ask(over((*ENTRIES, FIRST, SECOND)), text)
    if first:
        assert Outcome.CHOICES is reply.outcome
        assert (first, "boats-2566") == reply.conversation.offered
    else:
        assert "boats-2566" == reply.entry


@pytest.mark.parametrize(
    ("year", "first"), [(2569, "boats-2568"), (2560, "boats-2566"), (2570, "boats-2568")]
)
def test_without_the_year_asked_the_nearest_stands_first(year: int, first: str) -> None:
    """And what else was that year is not offered in its place."""
    day = date(year - 543, 3, 4)
    kites = Entry("kites", f"มหกรรมว่าวเรือ {year}", "แข่งว่าวรูปเรือ", Kind.EVENT, event=Event(day, day))
    reply = ask(over((*ENTRIES, FIRST, SECOND, kites)), f"มหกรรมเรือไผ่ปี {year} จัดที่ไหน")
    assert f"ยังไม่พบเรื่องนี้ของปี {year}" in plain_text(reply)
    assert first == reply.conversation.offered[0]
    assert "kites" not in reply.conversation.offered


def test_the_one_that_is_still_to_come_is_meant() -> None:
    """Before its last day is over."""
    brain = over((*ENTRIES, FIRST, SECOND))
    at = datetime(2025, 3, 6, 9, tzinfo=UTC)
    reply = brain.respond(Question("มหกรรมเรือไผ่กระทรวง อว. จัดที่ไหน", at))
    assert ("boats-2568", "บึงใหญ่") == (reply.entry, reply.answer)


def test_only_what_is_over_came_again() -> None:
    """Before its end an event is the newest there is."""
    series = Series((FIRST, SECOND))
    assert {"boats-2568"} == series.after(FIRST, AT.date())
    assert not series.after(FIRST, date(2023, 3, 6))
    assert not series.after(SECOND, AT.date())


def test_events_of_one_office_are_not_alike() -> None:
    """Its name among the keywords makes no series."""
    robots = replace(OVER, id="robots", title="แข่งหุ่นยนต์ไม้ไผ่", keywords=("สวทช.",))
    forum = replace(COMING, id="forum", title="ประชุมเรื่องปลาทู", keywords=("สวทช.",))
    series = Series((robots, forum))
    assert series.next_like(robots, AT.date()) is None
    title, keywords = "แข่งหุ่นยนต์ไม้ไผ่ 4.0", ("หุ่นยนต์ไม้ไผ่ 2568",)
    first = replace(robots, title=title, keywords=keywords)
    same = Series((first, replace(forum, title=title, keywords=keywords)))
    assert same.next_like(first, AT.date()) is not None


@pytest.mark.parametrize("word", ["ไบเทคบางนา", "หุ่นยนต์", "ครั้งที่ 23", "ขอนแก่น"])
def test_what_is_in_one_hall_or_of_one_matter_is_no_series(word: str) -> None:
    """A hall stands in no title, and neither a count, a place nor a plain word is a name."""
    titles = ("วันว่าวไทย หุ่นยนต์ ขอนแก่น ครั้งที่ 23", "มหกรรมปลาทู หุ่นยนต์ ขอนแก่น ครั้งที่ 14")
    kites = replace(OVER, id="kites", title=titles[0], keywords=(word,))
    fish = replace(COMING, id="fish", title=titles[1], keywords=(word.replace("23", "14"),))
    assert Series((kites, fish)).next_like(kites, AT.date()) is None


def test_a_short_name_is_of_the_series_as_well() -> None:
    """วิทย์ is วิทยาศาสตร์ in a title."""
    one = replace(OVER, title="มหกรรมวิทยาศาสตร์ฯ 2568", keywords=("มหกรรมวิทย์ 2568",))
    two = replace(COMING, title="มหกรรมวิทยาศาสตร์ฯ 2570", keywords=("มหกรรมวิทย์ 2570",))
    assert two is Series((one, two)).next_like(one, AT.date())
