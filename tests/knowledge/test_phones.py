"""Telephone numbers as Thai people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.phones import is_thai_phone, numbers_in
from tests.support.phrases import phrases


@pytest.mark.parametrize(
    "text",
    phrases("""
        1313 | 1296 | 191 | 1669 | 0 2333 3700 | 02-333-3700 | (02) 333 3700 | ๐ ๒๓๓๓ ๓๗๐๐
        +66 2 333 3700 | (+66) 0 2333 3700 | 0 2333 3700 ต่อ 3728 - 3732 | 0 2577 9360 - 61
        053 121 268 ถึง 9 | 033048091 ต่อ 107-109 | 081-860-7477 | 1800-123-456
        โทร. 0 2564 7000 (กลาง สวทช.) | สายด่วน 1313 | Call Center 1713
    """),
)
def test_numbers_that_can_be_dialled(text: str) -> None:
    """Blanks, dashes, Thai digits, ranges, extensions and notes are understood."""
    assert is_thai_phone(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "โทร",
        "12",
        "9999",
        "0123",
        "0 2333 370",
        "02 333 37000",
        "0 1234 5678",
        "555-1234",
        "+1 202 555 0100",
        "0 2354 4466, 0 2333 3700",
        "1313" + " ต่อ" * 100,
    ],
)
def test_numbers_that_cannot(text: str) -> None:
    """Too short, too long, foreign, two at once, or a short number nobody answers."""
    assert not is_thai_phone(text)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("โทร 0 2333 3700 หรือ (02) 333-3700 หรือ +66 2333 3700", {"023333700"}),
        ("๐ ๒๓๓๓ ๓๗๐๐ ต่อ 1111", {"023333700"}),
        ("053 121 268-9 ต่อ 205, 08-1234-5678", {"053121268", "053121269", "0812345678"}),
        ("0 2577 9360 - 61 (ปี 2562)", {"025779360", "025779361"}),
        ("สายด่วน 1313 หรือ 1800-123-456", {"1313", "1800123456"}),
        ("02 333 37000 และ 0 2333 370 เมื่อปี 2569", set()),
    ],
)
def test_the_numbers_of_a_text(text: str, numbers: set[str]) -> None:
    """Whole ones, each as its digits; of a range every one, of extensions none."""
    assert numbers == numbers_in(text)


@given(st.text(alphabet="0123456789๐๑ -–,/()+ต่อ", max_size=200))
def test_every_number_of_a_text_is_one(text: str) -> None:
    """By itself, whatever was typed; the text may be one as well, or none."""
    numbers = numbers_in(text)
    assert all(map(is_thai_phone, numbers))
    assert not (is_thai_phone(text) and len(text) > 120)
