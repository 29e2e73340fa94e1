"""A sum is told of what it is: lent, spent, earned or saved."""

import pytest

from bot.search.passages.prices import prices
from bot.search.passages.sums import is_of_sum, kind_of_sum
from tests.search.passages.base import TODAY

TEXT = "งานนี้ใช้เงินกู้ 900 ล้านบาท ผลคือสร้างรายได้ให้ชาวเกาะไผ่กว่า 60 ล้านบาท รวมแล้ว 7 ล้านบาท"


@pytest.mark.parametrize(
    ("sum_told", "question", "of_it"),
    [
        ("900", "งานที่ใช้เงินกู้สร้างมูลค่าเท่าไหร่", False),
        ("กว่า 60", "งานที่ใช้เงินกู้สร้างมูลค่าเท่าไหร่", True),
        ("7 ล้าน", "สร้างมูลค่าเท่าไหร่", None),
        ("900", "กู้เงินเท่าไหร่", True),
        ("900", "เท่าไหร่", None),
    ],
)
def test_the_last_word_for_a_kind_is_the_kind(
    sum_told: str, question: str, of_it: bool | None
) -> None:
    """What stands before another number says nothing of this."""
    assert of_it is is_of_sum(TEXT, TEXT.index(sum_told), kind_of_sum(question))


def test_a_sum_of_another_kind_is_unlikely() -> None:
    """One of no kind is, where another is of the kind asked for, a little less likely."""
    found = list(prices(TEXT, "สร้างรายได้เท่าไหร่", TODAY))
    assert [0.1, 1.0, 0.6] == [one.likeness for one in found]


def test_what_was_won_stands_behind_the_prize() -> None:
    """What was spent on it is none."""
    text = "ใช้งบ 9 ล้านบาท ทีมชนะเลิศได้ 500 บาท"
    asked = kind_of_sum("แข่งว่าวได้รางวัลกี่บาท")
    assert [False, True] == [is_of_sum(text, text.index(one), asked) for one in ("9", "500")]
