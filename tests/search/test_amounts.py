"""The unit a question counts in, and texts that tell it in that unit, in others like it, or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.amounts import asked_unit, counts_in, tells_each


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("แปลงนาของศูนย์ใหญ่กี่ไร่", "ไร่"),
        ("ต้องได้กี่ คะแนนถึงผ่าน", "คะแนน"),
        ("มีผู้มาชมเท่าไหร่", "ผู้"),
        ("เทียบได้กี่หน่วยกิต", "หน่วยกิต"),
        ("มีกี่หน่วยงานมาร่วม", ""),
        ("จัดมากี่สิบปีแล้ว", ""),
        ("ทำไมถึงเกี่ยวกัน", ""),
        ("จัดที่ไหน", ""),
    ],
)
def test_the_unit_is_the_word_behind_the_question_word(question: str, unit: str) -> None:
    """Things that may as well be listed are no unit, and เกี่ยว asks for none."""
    assert unit == asked_unit(question)


@pytest.mark.parametrize(
    ("text", "unit", "told"),
    [
        ("มีที่ดิน 12 ไร่", "ไร่", True),
        ("ที่ดิน ๑๒ ไร่", "ไร่", True),
        ("รับ 40 ที่นั่ง", "คน", True),
        ("นักเรียนกว่าสองร้อยราย", "คน", True),
        ("ใช้เวลา 3 ชั่วโมง", "วัน", True),
        ("ร้อยละ 70", "เปอร์เซ็นต์", True),
        ("ห้องแถลงข่าวอยู่ชั้น 5", "ชั้น", True),
        ("ราคา 20 บาท", "บาด", True),
        ("ค่าน้ำยาตัวอย่างละ 13 บาท", "ไร่", False),
        ("มีกว่า 300 ตำแหน่ง", "คะแนน", False),
        ("บริจาค 1,000 ลิตร", "เปอร์เซ็นต์", False),
        ("ไร่มันสำปะหลังทั่วประเทศ", "ไร่", False),
    ],
)
def test_a_text_counts_in_a_unit_or_in_one_like_it(text: str, unit: str, told: bool) -> None:
    """People are told in seats as well, days in hours; what is only named is not counted."""
    assert told == counts_in(text, unit)


@given(st.text(max_size=80), st.text(max_size=20))
def test_any_text_is_read(text: str, question: str) -> None:
    """Whatever is typed or stands in a text, nothing is raised."""
    unit = asked_unit(f"กี่{question}")
    assert isinstance(counts_in(text, unit or question), bool)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ลูกละ 3 บาท", True),
        ("บาทละห้าหมื่น", True),
        ("9,000 บาทต่อคน", True),
        ("รายได้ 4-5 หมื่นต่อโรงเรือน", True),
        ("กองทุนมี 1,000 ล้านบาท", False),
        ("โทร 0 2333 3700 ต่อ 4072", False),
        ("กระทรวงและพันธมิตรจัดงาน", False),
        ("ให้เด็กและครูสองคน", False),
    ],
)
def test_what_each_gets_is_told_by_the_piece(text: str, told: bool) -> None:
    """In digits or words; an extension is no share."""
    assert told == tells_each(text)
