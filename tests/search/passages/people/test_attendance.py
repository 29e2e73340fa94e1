"""Lists of those who were there are told apart from what was done."""

import pytest

from bot.knowledge.entries import Entry
from bot.search.passages.people.attendance import attendance_in
from tests.search.passages.base import quotation

_TWO = "นายดี ทองงาม ปลัดตำบล และนางสวรรยา เงินงาม ประธานกลุ่มแม่บ้าน"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"เปิดงานว่าว โดยมี {_TWO} เข้าร่วม ณ ลานวัด", "เปิดงานว่าว | ณ ลานวัด"),
        (f"รัฐมนตรี พร้อมด้วย {_TWO} ลงพื้นที่ดูโรงว่าว", "รัฐมนตรี |ลงพื้นที่ดูโรงว่าว"),
        (f"รัฐมนตรี พร้อมด้วย {_TWO}", f"รัฐมนตรี พร้อมด้วย {_TWO}"),
        ("โดยมี นายดี ทองงาม ปลัดตำบล เข้าร่วม", "โดยมี นายดี ทองงาม ปลัดตำบล เข้าร่วม"),
        (
            "พร้อมด้วย นายดี ทองงาม ร่วมปล่อยว่าว และนางสวรรยา เงินงาม ลงพื้นที่",
            "พร้อมด้วย นายดี ทองงาม ร่วมปล่อยว่าว และนางสวรรยา เงินงาม ลงพื้นที่",
        ),
    ],
)
def test_only_several_people_in_a_row_are_set_aside(text: str, left: str) -> None:
    """With "เข้าร่วม" of a clause of its own, up to the verb of whom they accompanied."""
    told, at = [], 0
    for start, end in attendance_in(text, 0, len(text)):
        told.append(text[at:start])
        at = end
    assert "|".join((*told, text[at:])) == left


def test_who_asks_what_was_done_is_not_told_who_was_there() -> None:
    """There is room for more of what was; who asks for people is told them."""
    craft = "ช่างว่าวสอนเด็กผูกโครงไม้ไผ่และหุ้มกระดาษสา " * 5 + "แล้วปล่อยว่าวปักเป้าขึ้นฟ้า"
    body = f"วัดไผ่งามเปิดงานว่าว โดยมี {_TWO} เข้าร่วม {craft}\n\n" + "ตลาดน้ำบ้านบึงขายปลา " * 40
    entry = Entry("kite", "วัดไผ่งาม", body)
    what, who = (
        "".join(body[slice(*place)] for place in quotation(entry, asked).passages)
        for asked in ("งานว่าวทำอะไร", "งานว่าวมีใครเข้าร่วม")
    )
    assert "สวรรยา" not in what
    assert "ปล่อยว่าวปักเป้าขึ้นฟ้า" in what
    assert "สวรรยา" in who
