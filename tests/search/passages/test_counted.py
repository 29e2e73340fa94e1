"""Amounts that count what is asked, by the thing or by what is done with it."""

import pytest

from bot.search.passages.amounts import amounts
from tests.search.passages.base import TODAY


def _told(text: str, question: str) -> list[str]:
    read = amounts(text, question, TODAY)
    return [text[one.start : one.end].strip() for one in read if one.likeness >= 1]


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        ("เงินผ่อนปรน เปิดร้านมา 1 ปี ผ่อนนานสูงสุด 7 ปี", "ผ่อนได้กี่ปี", ["7 ปี"]),
        ("เปิดร้านมา 1 ปี กู้ได้ 7 ปี", "ผ่อนได้กี่ปี", ["1 ปี", "7 ปี"]),
        ("เปิดร้านมา 1 ปี ผ่อนนานสูงสุด 7 ปี", "มีกี่ปี", ["1 ปี", "7 ปี"]),
        ("มากัน 9 คน จับกุมคนลักว่าวได้ 5 ราย และยึดว่าวได้ 40 ตัว", "จับได้กี่คน", ["5 ราย"]),
        ("มากัน 9 คน จับกุมคนลักว่าวได้ 5 ราย และยึดว่าวได้ 40 ตัว", "ยึดได้เท่าไหร่", ["40 ตัว"]),
        ("มากัน 9 คน เล่นว่าว 40 ตัว", "ยึดได้เท่าไหร่", []),
        ("คนไทยถือหุ้น 51% รัฐช่วยออกค่าว่าวและเชือก 70%", "รัฐออกให้กี่เปอร์เซ็นต์", ["70%"]),
        ("คนไทยถือหุ้น 51% ได้ว่าวฟรี", "เค้าออกตังให้กี่เปอร์เซ็นต์", []),
    ],
)
def test_an_amount_is_of_the_verb_before_it(text: str, question: str, told: list[str]) -> None:
    """Where one stands by the verb that is asked for the others are of something else."""
    assert told == _told(text, question)


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        ("ส่งว่าวเข้าประกวดทั้งหมดกว่า 90 ทีม โดยมี 3 ทีมสุดท้าย", "แข่งว่าวส่งมากี่ทีม", ["กว่า 90 ทีม"]),
        ("รุ่นแรกอบรม 40 คน และมีวิทยากร 5 คน", "มีคนอบรมกี่คน", ["40 คน"]),
        ("รับร่าง 40 คน ตั้งกรรมการ 7 คน", "สภาว่าวรับกี่เสียง", ["40 คน"]),
        ("ใช้น้ำ 3 ล้านลิตร", "ใช้กี่เครื่อง", []),
        ("ให้ 100 โรงเรียน และแล็บใน โรงเรียน 2 แห่ง", "ให้โรงเรียนกี่แห่ง", ["100 โรงเรียน", "2 แห่ง"]),
        ("รับครู 5 คน สำหรับเด็ก 70 คน", "ค่ายรับกี่คน", ["5 คน"]),
        ("เปิดมา 1 ปี ผ่อน 7 ปี พิเศษ 3 ปีแรกไม่ต้องจ่ายดอกเบี้ย", "ปลอดดอกเบี้ยกี่ปี", ["3 ปีแรกไม่ต้องจ่า"]),
    ],
)
def test_an_amount_is_of_the_word_before_it(text: str, question: str, told: list[str]) -> None:
    """In the clause that has the word, or goes on with it; it counts no litres, and is no สำหรับ."""
    assert told == _told(text, question)
