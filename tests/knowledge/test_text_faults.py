"""Days on another day of the week, and telephone numbers with figures missing."""

import pytest

from bot.knowledge.text_faults import wrong_numbers, wrong_weekdays
from tests.support.phrases import phrases


@pytest.mark.parametrize(
    "text",
    phrases("""
        วันศุกร์ที่ 5 ธันวาคม 2569 | จัดศุกร์ 5 ธ.ค. 2569 | (ศุกร์ 5 ธ.ค. 69) | วันศุกร์ 5/12/2569
        วันศุกร์ที่ ๕ ธันวาคม พ.ศ. ๒๕๖๙ | วันศุกร์ 5 เดือนธันวาคม 2569 | วันพฤหัสฯ ที่ 5 ธันวาคม 2569
        วันศุกร์ที่ 5 - วันอาทิตย์ที่ 6 ธันวาคม 2569
    """),
)
def test_a_saturday_that_is_called_otherwise(text: str) -> None:
    """However the day is written; 5 December 2569 is a Saturday."""
    found = list(wrong_weekdays(text))
    assert ["เสาร์"] == [one.weekday for one in found]


@pytest.mark.parametrize(
    "text",
    phrases("""
        วันเสาร์ที่ 5 ธันวาคม 2569 และเสาร์ 5 ธ.ค. 69 | เห็นดวงอาทิตย์ 5 ธันวาคม 2569 | ชมดาวศุกร์ 5 ธันวาคม 2569
        วันศุกร์ที่ 5 ธันวาคม | ทุกวันศุกร์ 5 คน ธันวาคม 2569 | วันศุกร์ที่ 35 ธันวาคม 2569
    """),
)
def test_days_that_may_be_so(text: str) -> None:
    """A right day, a star, a day without its year or none at all."""
    assert not list(wrong_weekdays(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("ติดต่อ 02 333 37000 หรือ 0 2333 370", ["02 333 37000", "0 2333 370"]),
        ("ติดต่อได้ที่ 0 2333 370 ทุกวัน", ["0 2333 370"]),
        ("อีเมล a@b.go.th หรือ 0 2333 370", ["0 2333 370"]),
        ("เบอร์ โทร 02-333-37", ["02-333-37"]),
        ("โทรศัพท์ 0 2333 370.", ["0 2333 370"]),
        ("โทร 02 333 3728-3732 โทรสาร 02 333 3834. สายด่วน 1313", []),
        ("ติดต่อ 0 2333 3700 08.30-16.30 น.", []),
        ("ติดต่อ 0 2333 3700/12 หรือ 0.5 หรือ 05/2569", []),
        ("ติดต่อ 1,000 คน หรือ 200 บาท", []),
    ],
)
def test_numbers_told_with_figures_missing_or_too_many(text: str, wrong: list[str]) -> None:
    """Behind whatever word numbers are told; what is no number is not taken for one."""
    assert wrong == [one.told for one in wrong_numbers(text)]
