"""Amounts that count what is asked, by the thing or by what is done with it."""

import pytest

from bot.knowledge.entries import Entry
from bot.search.passages.amounts import amounts
from tests.search.passages.base import TODAY, asked, fact_of


def _told(text: str, question: str) -> list[str]:
    read = amounts(text, asked(question), TODAY)
    return [text[one.start : one.end].strip() for one in read if one.likeness >= 1]


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        # Where one stands by the verb that is asked for the others are of something else.
        ("เงินผ่อนปรน เปิดร้านมา 1 ปี ผ่อนนานสูงสุด 7 ปี", "ผ่อนได้กี่ปี", ["7 ปี"]),
        ("เปิดร้านมา 1 ปี กู้ได้ 7 ปี", "ผ่อนได้กี่ปี", ["1 ปี", "7 ปี"]),
        ("เปิดร้านมา 1 ปี ผ่อนนานสูงสุด 7 ปี", "มีกี่ปี", ["1 ปี", "7 ปี"]),
        ("มากัน 9 คน จับกุมคนลักว่าวได้ 5 ราย และยึดว่าวได้ 40 ตัว", "จับได้กี่คน", ["5 ราย"]),
        ("มากัน 9 คน จับกุมคนลักว่าวได้ 5 ราย และยึดว่าวได้ 40 ตัว", "ยึดได้เท่าไหร่", ["40 ตัว"]),
        ("มากัน 9 คน เล่นว่าว 40 ตัว", "ยึดได้เท่าไหร่", []),
        ("คนไทยถือหุ้น 51% รัฐช่วยออกค่าว่าวและเชือก 70%", "รัฐออกให้กี่เปอร์เซ็นต์", ["70%"]),
        ("คนไทยถือหุ้น 51% ได้ว่าวฟรี", "เค้าออกตังให้กี่เปอร์เซ็นต์", []),
        # In the clause that has the word, or goes on with it; it counts no litres, and is no สำหรับ.
        ("ส่งว่าวเข้าประกวดทั้งหมดกว่า 90 ทีม โดยมี 3 ทีมสุดท้าย", "แข่งว่าวส่งมากี่ทีม", ["กว่า 90 ทีม"]),
        ("รุ่นแรกอบรม 40 คน และมีวิทยากร 5 คน", "มีคนอบรมกี่คน", ["40 คน"]),
        ("รับร่าง 40 คน ตั้งกรรมการ 7 คน", "สภาว่าวรับกี่เสียง", ["40 คน"]),
        ("ใช้น้ำ 3 ล้านลิตร", "ใช้กี่เครื่อง", []),
        ("ให้ 100 โรงเรียน และแล็บใน โรงเรียน 2 แห่ง", "ให้โรงเรียนกี่แห่ง", ["100 โรงเรียน", "2 แห่ง"]),
        ("รับครู 5 คน สำหรับเด็ก 70 คน", "ค่ายรับกี่คน", ["5 คน"]),
        ("เปิดมา 1 ปี ผ่อน 7 ปี พิเศษ 3 ปีแรกไม่ต้องจ่ายดอกเบี้ย", "ปลอดดอกเบี้ยกี่ปี", ["3 ปีแรกไม่ต้องจ่า"]),
        # Whoever applied did not get it; how many may apply is no number of those who did.
        ("ผู้สมัครชิงว่าว 90 คน ได้รับทุนว่าว 5 คน", "ทุนว่าวมีคนสมัครกี่คน", ["90 คน"]),
        ("ผู้สมัครชิงว่าว 90 คน ได้รับทุนว่าว 5 คน", "ทุนว่าวมีคนได้ทุนกี่คน", ["5 คน"]),
        ("มีนักเรียนว่าว 400 คน และมีโรงเรียนเข้าร่วมจัด", "งานว่าวมีคนเข้าร่วมกี่คน", []),
        ("มีนักเรียน 400 คน เข้าร่วมงานว่าว", "งานว่าวมีคนเข้าร่วมกี่คน", ["400 คน"]),
        ("ได้รับทุนว่าว 5 คน", "ทุนว่าวรับสมัครกี่คน", ["5 คน"]),
    ],
)
def test_an_amount_is_of_what_stands_before_it(text: str, question: str, told: list[str]) -> None:
    """Others are of something else."""
    assert told == _told(text, question)


def test_a_stated_number_is_of_those_who_do_it() -> None:
    """The number of ผู้รับทุน is none of those who applied."""
    grant = Entry("ทุน", "ทุนว่าวเกาะไผ่", facts={"จำนวนผู้รับทุน": "5 คน"}, body="มอบทุนว่าว")
    asked = ("ทุนว่าวเกาะไผ่มีคนสมัครกี่คน", "ทุนว่าวเกาะไผ่มีคนได้ทุนกี่คน")
    assert ["", "5 คน"] == [fact_of(grant, one) for one in asked]


def test_what_stands_before_a_measure_is_not_counted_in_it() -> None:
    """The kites of "ว่าว 11 แบบ กี่ปี" are no years, nor are laboratories countries."""
    kites = Entry("kites", "ร่วมมือทำว่าว 11 แบบลวดลาย", "ร่วมมือทำว่าว 11 แบบลวดลาย ใน 150 ห้องปฏิบัติการ")
    assert ["", ""] == [
        fact_of(kites, f"ร่วมมือทำว่าว {one}") for one in ("11 แบบลวดลาย กี่ปี", "กี่ประเทศ")
    ]
