"""What a headline says was done, and what it tells behind that."""

import pytest

from bot.knowledge.entries import Entry
from bot.press.facts.headlines import chunks_of
from bot.press.questions.clauses import clause_of
from bot.press.questions.subjects import subject_of


def behind_the_actor(title: str) -> list[str]:
    return chunks_of(title)[1:]


@pytest.mark.parametrize(
    ("title", "clause"),
    [
        (
            "วว. เปิดให้บริการหอประชุมสวนเกษตรพร้อมมาตรการดูแลผู้สูงอายุและเด็กเล็กทุกคนที่มาเยือนตลอดปี",
            "เปิดให้บริการหอประชุมสวนเกษตร",
        ),
        (
            "วว. เปิดการอบรมหลักสูตรช่างซ่อมเรือไฟฟ้าระดับสูง (ชซร.) รุ่นที่ ๓ ประจำปี",
            "เปิดการอบรมหลักสูตรช่างซ่อมเรือไฟฟ้าระดับสูง",
        ),
        ("วว. เตรียมลงพื้นที่สวนมะม่วง", "จะลงพื้นที่สวนมะม่วง"),
        ("วว. เปิดท่าเรือไฟฟ้า 224 ลำ", ""),
        ("วว. เปิดงานเรือไฟฟ้า 2565", "เปิดงานเรือไฟฟ้า 2565"),
        ("วว. เจ้าภาพร่วมจัดประชุมช่างเรือทั่วโลก", "จัดประชุมช่างเรือทั่วโลก"),
        ("วว. เห็นชอบในหลักการ ช่วยชาวเกาะ", ""),
        ("วว. เคลียร์ปัญหาเรือใบในคลอง พ.ร.บ. เรือใบ", ""),
        ("วว. มอบที่ปรึกษา ลุยเกาะเรือใบ", ""),
        ("วว. พัฒนา Startup", ""),
        ("วว. แถลงข่าวค่ายเรือใบเยาวชน", "แถลงข่าวค่ายเรือใบเยาวชน"),
    ],
)
def test_a_clause_ends_where_another_matter_begins(title: str, clause: str) -> None:
    """Inside a piece too, before a bracket; what is about to be done "will" be."""
    assert clause == clause_of(behind_the_actor(title), [])


def test_no_clause_ends_inside_an_office_s_name() -> None:
    """Before และ, where a body's name goes on with it; nor on what one can only do at a place."""
    told = subject_of(Entry("a", "วว. ต้อนรับ ผู้อำนวยการสำนักงานเรือไฟฟ้าและเกาะ สถาบันทะเล", "ดี"))
    assert not told.clause.endswith("เรือไฟฟ้า")
    assert not subject_of(Entry("a", "วว. ลงพื้นที่การพัฒนาสร้างเรือไฟฟ้า", "ดี")).clause
