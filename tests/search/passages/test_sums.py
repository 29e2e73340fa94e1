"""A sum is told of what it is: lent, spent, earned or saved."""

from datetime import date

import pytest

from bot.dialogue.replies import plain_text
from bot.knowledge.entries import Entry, Kind
from bot.search.passages.prices import prices
from bot.search.passages.sums import is_of_sum, kind_of_sum
from tests.dialogue.base import AT, ENTRIES, Talk, over

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
    found = list(prices(TEXT, "สร้างรายได้เท่าไหร่", date(2026, 11, 23)))
    assert [0.1, 1.0, 0.6] == [one.likeness for one in found]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("อนุมัติงบประมาณ 5 ล้านบาท แล้วเพิ่มงบประมาณอีก 3 ล้านบาท", True),
        ("ชาวเกาะกู้เงิน 5 ล้านบาท แล้วกู้อีก 3 ล้านบาท", False),
    ],
)
def test_several_sums_of_the_kind_are_not_denied(body: str, told: bool) -> None:
    """None stands first; sums of another kind do not tell it."""
    kites = Entry("kites", "ประกวดว่าวลมหนาวเกาะไผ่", body, Kind.NEWS, published=AT.date())
    talk = Talk(over((*ENTRIES, kites)))
    assert "kites" == talk.say("ประกวดว่าวลมหนาวเกาะไผ่").entry
    assert told == ("5 ล้านบาท" in plain_text(talk.say("งบเท่าไหร่")))
