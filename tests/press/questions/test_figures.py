"""Numbers that a release tells, with what they count."""

import pytest

from bot.knowledge.entries import Entry
from bot.press.facts.headlines import chunks_of
from bot.press.questions.figures import Figure, figures_of, listed_in


@pytest.mark.parametrize(
    ("title", "body", "told"),
    [
        ("วว. มอบต้นกล้าพริก 2,000 ต้น ให้ชุมชน", "", [Figure("มอบ", "ต้นกล้าพริก", "ต้น", titled=True)]),
        (
            "วว. ช่วยชาวนา",
            "วว. แจกจ่ายเครื่องสีข้าว รวมกว่า 1.5 ล้านเครื่อง",
            [Figure("แจก", "เครื่องสีข้าว", "เครื่อง", titled=False)],
        ),
        ("วว. ตั้งเป้า 5 ปี", "อายุ 20 ปี", []),
        ("วว. ผลิตสิ่งต่าง ๆ กว่า 30 ชิ้น", "", []),
        ("วว. พัฒนาอาหารพื้นถิ่น 30 รายการ", "", []),
    ],
)  # fmt: skip
def test_what_is_counted_stands_behind_a_verb(title: str, body: str, told: list[Figure]) -> None:
    """A whole noun phrase before the number, and a unit that one counts by."""
    assert told == list(figures_of(Entry("a", title, body), chunks_of(title)))


def test_what_the_title_counts_is_listed_in_the_body() -> None:
    """Otherwise nobody is told what they are."""
    title = "อว. ชู 3 มาตรการ ลดฝุ่น"
    assert ["3 มาตรการ"] == list(listed_in(Entry("a", title, "ได้แก่ 3 มาตรการ")))
    assert not list(listed_in(Entry("a", title, "3 มาตรการนั้นดี")))
    assert not list(listed_in(Entry("a", title, "ได้แก่ สองสามอย่าง")))
