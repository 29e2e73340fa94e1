"""Opening hours: what the printed words mean at a given moment, and never more than they say."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.intents.opening_hours import (
    OpeningHours,
    holiday_on,
    parse_hours,
    state_of,
    without_named_days,
)

ZONE = ZoneInfo("Asia/Bangkok")
OFFICE = "จันทร์-ศุกร์ 08.30-16.30 น. พักกลางวัน 12.00-13.00 น. เว้นวันหยุดราชการ"
MUSEUM = "อังคาร-ศุกร์ 09.30-16.00 น. เสาร์-อาทิตย์และวันหยุดนักขัตฤกษ์ 09.30-17.00 น. ปิดวันจันทร์"


def at(day: str, hour: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time.fromisoformat(hour), ZONE)


def hours(text: str) -> OpeningHours:
    found = parse_hours(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "moment", "is_open", "until"),
    [
        (OFFICE, ("2026-11-27", "10:00"), True, ("2026-11-27", "12:00")),
        (OFFICE, ("2026-11-27", "12:30"), False, ("2026-11-27", "13:00")),
        (OFFICE, ("2026-11-27", "16:30"), False, ("2026-11-30", "08:30")),
        (OFFICE, ("2026-11-28", "10:00"), False, ("2026-11-30", "08:30")),
        (OFFICE, ("2026-12-04", "17:00"), False, ("2026-12-08", "08:30")),  # 7th: substitute
        (OFFICE, ("2026-10-23", "10:00"), False, ("2026-10-26", "08:30")),
        (MUSEUM, ("2026-11-23", "10:00"), False, ("2026-11-24", "09:30")),
        (MUSEUM, ("2026-11-24", "16:30"), False, ("2026-11-25", "09:30")),
        (MUSEUM, ("2026-11-28", "16:30"), True, ("2026-11-28", "17:00")),
        (MUSEUM, ("2026-10-23", "16:30"), True, ("2026-10-23", "17:00")),  # a holiday, a Friday
        ("ทุกวัน ๐๙.๐๐–๑๗.๐๐ น.", ("2026-11-29", "09:00"), True, ("2026-11-29", "17:00")),
        (
            "วันและเวลาราชการ 8.30 - 16.30 น.",
            ("2026-11-29", "09:00"),
            False,
            ("2026-11-30", "08:30"),
        ),
        ("จ.-ศ. 08:30 ถึง 16:30 น.", ("2026-11-30", "09:00"), True, ("2026-11-30", "16:30")),
    ],
)
def test_open_or_closed_and_until_when(
    text: str, moment: tuple[str, str], is_open: bool, until: tuple[str, str]
) -> None:
    """Weekdays, breaks, holidays with their substitutes, closed days, the next opening."""
    state = state_of(hours(text), at(*moment))

    assert is_open == state.is_open
    assert at(*until) == state.until


def test_lunch_is_a_pause_and_an_evening_is_not() -> None:
    """Only what opens again the same day is resting."""
    assert state_of(hours(OFFICE), at("2026-11-27", "12:30")).resting
    assert not state_of(hours(OFFICE), at("2026-11-27", "07:00")).resting
    assert not state_of(hours(OFFICE), at("2026-11-27", "20:00")).resting


def test_a_text_may_say_nothing_of_holidays() -> None:
    """Nobody knows whether it is open then."""
    told = hours("จันทร์-ศุกร์ 08.30-16.30 น.")

    assert (None, "วันปิยมหาราช") == (told.holidays, holiday_on(at("2026-10-23", "10:00").date()))


def test_round_the_clock_never_closes() -> None:
    """1296 answers at any hour."""
    assert state_of(hours("1296 รับแจ้งตลอด 24 ชั่วโมง"), at("2026-10-23", "03:00")).is_open


@pytest.mark.parametrize("text", ["", "โทรถามก่อน", "16.30-08.30 น.", "เปิดทุกวันตอนเช้า"])
def test_what_is_not_understood_has_no_hours(text: str) -> None:
    """Better no word than a wrong one."""
    assert parse_hours(text) is None


@given(st.text("จันทร์-ศุกร์อาทิตย์0123456789.:น พักปิดเว้นวันหยุดราชการถึง ", max_size=80), st.datetimes())
def test_any_text_is_read(text: str, moment: datetime) -> None:
    """Whatever a clerk writes, asking for the state works, and what opens next lies ahead."""
    found = parse_hours(text)
    if found and 1990 < moment.year < 2090:
        state = state_of(found, moment)
        assert state.until is None or state.until > moment


def test_substitute_holidays_are_holidays() -> None:
    """5 December 2026 is a Saturday."""
    assert "ชดเชย" in holiday_on(date(2026, 12, 7))


@pytest.mark.parametrize(
    ("text", "rest", "day"),
    [
        ("วันแรงงานเปิดไหม", "เปิดไหม", "2027-05-01"),
        ("เปิดวันสงกรานต์ไหม", "เปิด ไหม", "2027-04-13"),
        ("วันพ่อแห่งชาติเปิดไหม", "เปิดไหม", "2026-12-05"),
        ("วันพุธเปิดไหม", "เปิดไหม", "2026-12-02"),
        ("เปิดไหมแม่", "เปิดไหมแม่", None),
    ],
)
def test_a_day_that_has_a_name_is_the_next_of_it(text: str, rest: str, day: str | None) -> None:
    """Feasts and weekdays are taken out; a mother who is spoken to is no feast."""
    said, meant = without_named_days(text, date(2026, 11, 30))

    assert (rest, day and date.fromisoformat(day)) == (" ".join(said.split()), meant)
