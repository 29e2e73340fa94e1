"""What an entry says itself that it does not tell."""

from datetime import date

import pytest

from bot.knowledge.entries import Contact, Entry, Event, Kind
from bot.search.passages.stated.unknowns import number_told
from tests.search.passages.base import asked, fact_of

DAY = date(2023, 7, 8)
WHOLE = "วันเริ่มและวันจบของงานเกษตรเหนือทั้งงาน เราไม่มีข้อมูล"
PRIZE = "วันแข่งและผลการแข่ง เรายังไม่มีข้อมูล"
FEE = "ข่าวไม่ได้บอกจังหวัดที่จัดและค่าสมัคร รอบใหม่เรายังไม่มีข้อมูล"
HOTEL = "ข่าวออกก่อนจัดงาน จึงไม่ได้บอกโรงแรมที่ใช้"
FAIR = Entry(
    "f",
    "บูธในงานเกษตรเหนือ",
    f"แข่งจักรยานและตั้งบูธ {HOTEL}\n\nงานนี้ผ่านไปแล้ว {WHOLE}\n\nมีแข่งจักรยาน 12 ทีม {PRIZE}\n\n{FEE}",
    Kind.EVENT,
    event=Event(DAY, DAY, venue="ลานกลาง", province="เชียงใหม่"),
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("งานเกษตรเหนือทั้งงานจัดถึงวันไหน", WHOLE),
        ("งานเกษตรเหนือจัดถึงเดือนไหน", WHOLE),
        ("งานเกษตรเหนือจัดกี่วัน", WHOLE),
        ("แข่งจักรยานทีมไหนชนะ", PRIZE),
        ("ค่าสมัครเท่าไหร่", FEE),
        ("จัดจังหวัดไหน", FEE),
        ("สมัครเสียค่าสมัครคนละเท่าไหร่", FEE),
        ("จัดโรงแรมไหน", HOTEL),
        ("งานเกษตรเหนือจัดวันไหน", "8 กรกฎาคม 2566"),
    ],
)
def test_what_is_not_known_is_told_where_it_is_asked(question: str, told: str) -> None:
    """The day of a part, or its place, is not told as that of the whole."""
    assert told == fact_of(FAIR, question)


def test_what_is_said_of_a_number_is_told_to_who_names_it() -> None:
    """A number of the office's own needs no such word."""
    old = "เบอร์ 0 2577 5100 เป็นเบอร์เก่า"
    office = Entry("o", "สถาบันวัด", f"{old}\n\nโทร 0 2577 9000", contact=Contact(("0 2577 9000",)))
    questions = ("02 577 5100 ยังใช้ได้ไหม", "02-577-9000 ใช่ไหม", "เบอร์อะไร")
    assert [old, "", ""] == [number_told(office, asked(text)) for text in questions]


def test_hours_that_are_not_told_are_none_of_the_days_on_which_it_is_closed() -> None:
    """Who asks when it is open is told what is written of that."""
    gap = "เวลาเปิดของหอว่าว เรายังไม่มีข้อมูล"
    tower = Entry("tower", "หอว่าวเกาะไผ่", f"หอว่าวเกาะไผ่มีว่าวให้ชม\n\n{gap}", Kind.SERVICE)
    asked = ("หอว่าวเกาะไผ่ปิดวันไหน", "หอว่าวเกาะไผ่เปิดวันไหน")
    assert [gap, ""] == [fact_of(tower, one) for one in asked]
