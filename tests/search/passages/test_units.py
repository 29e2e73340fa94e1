"""An amount ends with its unit, and what it is told for each of."""

import pytest

from bot.knowledge.entries import Entry
from bot.search.passages.units import (
    each_in,
    is_of_other_scale,
    with_each,
    with_rate,
    without_trail,
)
from tests.search.passages.base import asked, fact_of


@pytest.mark.parametrize(
    ("amount", "question", "told"),
    [
        ("15 วิสาหกิจชุมชนใน", "มีกี่กลุ่ม", "15 วิสาหกิจชุมชน"),
        ("200 รายเท่านั้น", "มากี่คน", "200 ราย"),
        ("4 หมื่นคนใน", "สร้างกี่คน", "4 หมื่นคน"),
        ("3 ปีแรกไม่ต้อง", "ปลอดดอกเบี้ยกี่ปี", "3 ปีแรก"),
        ("กว่า 1,600 คนจาก", "มากี่คน", "กว่า 1,600 คน"),
        ("36 ชั่วโมงต่อปี", "กี่ชั่วโมง", "36 ชั่วโมงต่อปี"),
        ("50%", "กี่เปอร์เซ็นต์", "50%"),
        ("6 แห่งที่มา", "มากี่บริษัท", "6 แห่ง"),
        ("3 เดือนถ้าเอกสาร", "กี่วัน", "3 เดือน"),
        ("9 แห่ง", "กี่แห่ง", "9 แห่ง"),
        ("กว่า 100 ลำแปรอักษร", "ใช้โดรนกี่ลำแปรอักษร", "กว่า 100 ลำ"),
        ("12,882 เตียงกระจายอยู่", "มีกี่เตียง", "12,882 เตียง"),
        ("5 เป้าหมายใหญ่", "กี่เป้าหมาย", "5 เป้าหมายใหญ่"),
        ("150 แห่งทั่วประเทศ", "กี่แห่ง", "150 แห่งทั่วประเทศ"),
    ],
)
def test_an_amount_ends_with_what_it_counts(amount: str, question: str, told: str) -> None:
    """Words that go on to something else are none of it, nor is what befalls what is counted."""
    assert told == without_trail(amount, asked(question))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("200 กิโลกรัมต่อไร่ต่อเดือน", "200 กิโลกรัมต่อไร่ต่อเดือน"),
        ("3 ตัน ต่อชั่วโมง ส่งออก", "3 ตัน ต่อชั่วโมง"),
        ("3 ตันต่อไปนี้", "3 ตัน"),
        ("3 ตันต่อปีของเกาะไผ่", "3 ตันต่อปี"),
    ],
)
def test_an_amount_is_told_with_what_it_is_of_each(text: str, told: str) -> None:
    """What there is in a month is another amount than what there is."""
    end = text.index("ต่อ") if " ต่อ" not in text else text.index(" ต่อ")
    assert told == text[: with_rate(text, end)]


@pytest.mark.parametrize("question", ["ได้กี่เหรียญ", "ได้มากี่เหรียน", "ได้กี่รางวัล"])
def test_medals_are_prizes(question: str) -> None:
    """However the medal is spelt."""
    entry = Entry("k", "แข่งว่าวโลก", "ไทยได้เหรียญทอง 4 รางวัล")
    assert "4 รางวัล" == fact_of(entry, question)


@pytest.mark.parametrize(
    ("question", "one"),
    [
        ("น้ำมะม่วงขวดละเท่าไหร่", "ขวด"),
        ("ว่าวตัวละกี่บาท", "ตัว"),
        ("ร้อยละเท่าไหร่", ""),
        ("ราคาเท่าไหร่", ""),
        ("อบรมกี่คนต่อรุ่น", "รุ่น"),
    ],
)
def test_what_an_amount_is_asked_of_each_of(question: str, one: str) -> None:
    """A share is asked of nothing."""
    assert one == each_in(question)


@pytest.mark.parametrize(
    ("amount", "unit", "question", "other"),
    [
        ("14 วัน", "ชั่วโมง", "อบรมว่าวกี่ชั่วโมง", True),
        ("กว่า 20 ปี", "วัน", "ทำว่าวใช้เวลากี่วัน", True),
        ("ราว 3 เดือน", "วัน", "ทำว่าวใช้เวลากี่วัน", False),
        ("3 เดือน", "ปี", "ขึ้นบัญชีได้กี่ปี", True),
        ("24 ชั่วโมง", "วัน", "จองล่วงหน้ากี่วัน", False),
        ("3 วัน 2 คืน", "คืน", "ค่ายว่าวกี่คืน", False),
        ("3 เมตร", "วัน", "ว่าวกี่วัน", False),
    ],
)
def test_a_length_of_time_is_told_in_the_unit_asked_for(
    amount: str, unit: str, question: str, other: bool
) -> None:
    """Or in the next one, to who asks how long something takes."""
    assert other is is_of_other_scale(amount, [unit], asked(question))


def test_hours_are_not_told_in_years() -> None:
    """Nor metres to who asks how heavy something is."""
    kite = Entry("ว่าว", "ว่าวไฟฟ้า", body="ว่าวไฟฟ้าเป็นผลงานของแผน 5 ปี ใช้เชือกยาว 40 เมตร")
    assert (fact_of(kite, "ว่าวไฟฟ้าใช้ได้กี่ชั่วโมง"), fact_of(kite, "ว่าวไฟฟ้าหนักกี่กิโล")) == ("", "")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ว่าวฟรีเกาะไผ่ มีกี่มหาลัย", ""),
        ("ว่าวฟรีเกาะไผ่ แจกกี่คน", "ราว 2 ล้านคน"),
        ("ว่าวฟรีเกาะไผ่ แจกกี่ที่", "ราว 2 ล้านคน"),
    ],
)
def test_a_stated_number_of_people_counts_nothing_else(question: str, told: str) -> None:
    """What may be counted by another word is still not counted in people."""
    kites = Entry("ว่าว", "ว่าวฟรีเกาะไผ่", facts={"แจกฟรีกี่คน": "ราว 2 ล้านคน"}, body="แจกว่าวฟรี")
    assert told == fact_of(kites, question)


def test_a_stated_sum_counts_no_firms() -> None:
    """Though its label has a word of the question."""
    fund = Entry("fund", "กองทุนว่าว", facts={"มีเงินทุนว่าว": "1,000 ล้านบาท"}, body="ตั้งกองทุนว่าว")
    assert ["", "1,000 ล้านบาท"] == [
        fact_of(fund, f"กองทุนว่าว {one}") for one in ("กี่บริษัท", "มีเงินทุนกี่บาท")
    ]


@pytest.mark.parametrize(
    ("label", "value", "told"),
    [
        ("ปลูก 1 กอได้กี่ชั่วโมง", "2 ชั่วโมง (อาสา)", "2 ชั่วโมง (อาสา) ต่อ 1 กอ"),
        ("ทีมละกี่คน", "5 คน", "5 คน ต่อ ทีม"),
        ("ทีมละกี่คน", "ทีมละ 5 คน", "ทีมละ 5 คน"),
        ("ปลูก 1 กอได้กี่ชั่วโมง", "2 ชั่วโมงต่อกอ", "2 ชั่วโมงต่อกอ"),
        ("ปลูก 21 กอได้กี่ชั่วโมง", "2 ชั่วโมง", "2 ชั่วโมง"),
        ("คนละเท่าไร", "ไม่มีข้อมูล", "ไม่มีข้อมูล"),
    ],
)
def test_what_is_told_of_one_is_told_with_it(label: str, value: str, told: str) -> None:
    """Where the value does not say so itself."""
    assert told == with_each(value, label)
