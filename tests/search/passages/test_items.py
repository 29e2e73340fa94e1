"""Of a list, the item that a question is about tells what it asks."""

from dataclasses import replace
from datetime import date

import pytest

from bot.knowledge.entries import Entry, Event, Kind
from bot.search.passages.items import item_asked, listed_items
from bot.search.passages.quoting import quote
from tests.search.passages.base import TODAY, searched

FUND = Entry(
    "fund",
    "กองทุนแม่น้ำให้เงินสี่โครงการ",
    "กองทุนแม่น้ำให้เงินสี่โครงการ เมื่อวันที่ 3 มีนาคม 2566 ดังนี้\n\n"
    "1. โครงการเพาะปลาบึก วงเงิน 420,000 บาท อบรมวันที่ 5 มีนาคม 2566\n\n"
    "2. โครงการสานกระจูด วงเงิน 310,000 บาท อบรมวันที่ 7 มีนาคม 2566\n\n"
    "3. โครงการเลี้ยงผึ้ง วงเงิน 275,000 บาท อบรมวันที่ 9 มีนาคม 2566",
    Kind.NEWS,
    event=Event(date(2023, 3, 3), date(2023, 3, 3), venue="ศาลากลาง"),
    published=date(2023, 3, 4),
)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("โครงการสานกระจูดได้เงินเท่าไหร่", "310,000 บาท"),
        ("ปลาบึกวงเงินกี่บาท", "420,000 บาท"),
        ("เลี้ยงผึ้งอบรมวันไหน", "9 มีนาคม"),
        ("ผึ้งวันไหน", "9 มีนาคม"),
    ],
)
def test_what_is_asked_of_one_item_is_told_of_it(question: str, fact: str) -> None:
    """Not what stands nearer in another, nor the day of the event."""
    told = quote(FUND, searched(question), TODAY).fact
    assert told is not None
    assert fact in told.text


def test_no_item_is_meant_that_lacks_what_two_others_have() -> None:
    """The one that has a chance word of the question is not what it is about."""
    body = FUND.body + "\n\n4. โครงการปลาบึกรุ่นสอง วงเงิน 9 บาท"
    fund = replace(FUND, body=body)
    assert item_asked(body, fund.title, searched("สานกระจูดวงเงินเท่าไหร่"))
    assert item_asked(body, fund.title, searched("ปลาบึกกระจูดวงเงินเท่าไหร่")) is None


def test_the_rows_of_a_table_are_items() -> None:
    """The day of the row above stands nearer to what a row begins with than its own."""
    rows = (
        "ลำดับ: 1 · รายการ: รับสมัครออนไลน์ · วันที่: 1-31 ธันวาคม 2566",
        "ลำดับ: 2 · รายการ: ประกาศรายชื่อผู้ผ่านการคัดเลือก · วันที่: 15 มกราคม 2567",
        "ลำดับ: 3 · รายการ: ปฐมนิเทศ ณ อาคารจัตุรัส กรุงเทพฯ · วันที่: 23 มกราคม 2567",
    )
    calendar = replace(FUND, title="ปฏิทินโครงการนักวิจัยน้อย", body="\n\n".join(rows), event=None)
    for question, day in (("ประกาศรายชื่อวันไหน", "15 มกราคม"), ("ปฐมนิเทศวันไหน", "23 มกราคม")):
        told = quote(calendar, searched(f"โครงการนักวิจัยน้อย {question}"), TODAY).fact
        assert told is not None
        assert day in told.text


def test_words_of_several_items_or_of_none_point_at_no_item() -> None:
    """Nor does a word that the rest of the text has too, or two words of two items."""
    for question in ("โครงการได้เงินเท่าไหร่", "กองทุนแม่น้ำวันไหน", "ปลาบึกกับกระจูดวันไหน", "ช้างวันไหน"):
        assert item_asked(FUND.body, FUND.title, searched(question)) is None
    assert item_asked("1. เพาะปลาบึก", "", searched("ปลาบึกวันไหน")) is None


def test_the_items_of_a_list_are_found_by_their_numbers() -> None:
    """Times, prices and a lone number are no list; an item ends with its line."""
    text = "เปิด 8.30 น. ราคา 1.50 บาท มี 1. ปลา\nต่อ 2) นก และ 3.แมวสีดำ"
    assert ["1. ปลา", "2) นก และ ", "3.แมวสีดำ"] == [text[a:b] for a, b in listed_items(text)]
    assert [] == listed_items("มีข้อ 1. อย่างเดียว")


def test_a_prize_and_who_won_it_are_an_item() -> None:
    """So that the sum of the team that is named is quoted with its name, however far apart."""
    why = "เพราะเก็บเศษไผ่มาทำว่าวได้ทั้งเกาะ " * 20
    prizes = (
        f"รางวัลชนะเลิศ ได้แก่ ทีมลมเย็น {why}ได้เงินรางวัล 900 บาท\n\n"
        f"รางวัลรองชนะเลิศอันดับ 1 ได้แก่ ทีมหางยาว {why}ได้เงินรางวัล 400 บาท\n\n"
        "งานหน้าจะให้เงินรางวัลถึง 2,000 บาท"
    )
    contest = Entry("c", "ประกวดว่าวเกาะไผ่", f"ประกวดว่าวมี 20 ทีม\n\n{prizes}")
    told = quote(contest, searched("ทีมหางยาว ประกวดว่าวเกาะไผ่ ได้ตังเท่าไร"), TODAY)
    shown = " ".join(contest.body[a:b] for a, b in told.passages)
    assert told.fact
    assert "400 บาท" in told.fact.text
    assert "400 บาท" in shown
    assert "900 บาท" not in shown
