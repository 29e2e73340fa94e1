"""English releases: the day of the dateline, and what is held when and where."""

from datetime import date

import pytest

from bot.knowledge.entries import Event
from bot.press.extraction import extract
from bot.press.facts.english import dateline_day
from tests.support.phrases import marked

GIVEN_OUT = date(2026, 12, 3)


def event(text: str) -> Event | None:
    return extract(f"A Title of Some Length\n{text}\nMore will follow.", "a").entry.event


@pytest.mark.parametrize(
    "opening",
    [
        "BANGKOK, 3 December 2026 – The Ministry",
        "BANGKOK (3 December 2026) — The Ministry",
        "Bangkok, Thailand, December 3, 2026 - The Ministry",
        "Chiang Mai, Thailand (3 Dec 2026): The Ministry",
    ],
)
def test_a_dateline_tells_when_a_release_was_given_out(opening: str) -> None:
    """A printed day outweighs it, and no other day at a beginning is one."""
    assert GIVEN_OUT == dateline_day(["A deck", opening])
    assert extract(f"A Title of Some Length\n{opening} said so.", "a").entry.published == GIVEN_OUT
    printed = f"A Title of Some Length\nวันที่เผยแพร่ 4 ธันวาคม 2569\n{opening} said so."
    assert date(2026, 12, 4) == extract(printed, "a").entry.published
    assert dateline_day(["On 3 December 2026 – a Thursday – they met"]) is None


@pytest.mark.parametrize(
    "opening", ["กรุงเทพฯ, 3 ธันวาคม 2569 – กระทรวง", "ปทุมธานี – 3 ธันวาคม 2569 – กระทรวง"]
)
def test_a_thai_dateline_tells_it_too(opening: str) -> None:
    """No other day at the beginning of a paragraph does, nor one that something is held on."""
    assert GIVEN_OUT == dateline_day([opening])
    assert dateline_day(["วันที่ 3 ธันวาคม 2569 – กระทรวง", "งานวันที่ 3 ธันวาคม 2569 ที่น่าน"]) is None


@pytest.mark.parametrize(
    ("last", "text"),
    [
        (16, "will host it from 14 to 16 December 2026 at the ⟨Center (NCC)⟩. Free."),
        (15, "will hold it at ⟨Centara Grand, Bangkok⟩ on December 14-15, 2026, for all."),
        (14, "will organise a camp on Monday, 14 December in ⟨Chiang Mai⟩ for pupils."),
        (15, "will attend it in ⟨Geneva, the Swiss Confederation⟩ during December 14-15, 2026."),
        (16, "said a fair will take place between 14 and 16 December 2026 for all."),
    ],
)
def test_what_is_announced_in_english_has_its_days_and_place(last: int, text: str) -> None:
    """Those of the sentence that says what takes place; the dateline's is no day of it."""
    told, venue = marked(text)
    found = event(f"BANGKOK, 3 December 2026 – The Ministry {told}")
    assert found
    assert (date(2026, 12, 14), date(2026, 12, last)) == (found.start, found.end)
    assert venue == found.venue


def test_a_day_that_closes_something_is_no_event() -> None:
    """Nor is the dateline's where what is held has no day yet; what was done has that one."""
    opening = "BANGKOK, 3 December 2026 – The Ministry"
    assert event(f"{opening} will host a fair. Applications close on 14 December 2026.") is None
    signed = event(f"{opening} signed an agreement with Japan.")
    assert signed
    assert signed.start == GIVEN_OUT


def test_who_is_asked_to_join_is_told_of_an_event() -> None:
    """The dot behind a title of somebody ends no sentence."""
    talk = "Join us for a talk by Dr. Somchai Star at Chulalongkorn University on 19 December 2026."
    found = event(talk)
    assert found
    assert (date(2026, 12, 19), "Chulalongkorn University") == (found.start, found.venue)


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("Deputy Government Spokesperson Dang Jaidee disclosed that exports rose.", None),
        ("Government Spokesperson Dang disclosed that he has visited a school.", GIVEN_OUT),
        ("at the Purple Room, Government Spokesperson Dang disclosed it.", GIVEN_OUT),
    ],
)
def test_the_day_of_one_who_speaks_for_others_is_no_event(told: str, day: date | None) -> None:
    """Unless it was done then, or told at a place."""
    found = event(f"December 3, 2026, {told}")
    assert day == (found.start if found else None)


@pytest.mark.parametrize(
    "text",
    [
        "at 11.50 hrs, at the ⟨Star Room⟩, Government House, Prime Minister Dang met him.",
        "at 1500hrs (Doha time), at ⟨Ritz Doha, Qatar⟩, H.E. Mr. Dang met him.",
        "at 0800hrs, Prime Minister Dang met the Ambassador.",
    ],
)
def test_an_hour_and_who_was_there_are_no_part_of_a_place(text: str) -> None:
    """They stand before and behind it; a room is told with its house."""
    told, venue = marked(text)
    found = event(f"December 3, 2026, {told}")
    assert found
    assert venue == found.venue.removesuffix(", Government House")
