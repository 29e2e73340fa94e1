"""Facts of the front matter are told to who asks for just them."""

from datetime import date

import pytest

from bot.knowledge.entries import Contact, Entry, Event, Kind
from bot.search.fields import stated_fact
from bot.search.passages import quote
from bot.search.ranking import Query
from bot.thai.normalise import normalise
from bot.thai.questions import aspect_of

TODAY = date(2026, 11, 23)
RELIEF = Entry(
    "relief",
    "ช่วยค่าเทอมนักศึกษาเกาะไผ่",
    "โครงการช่วยค่าเทอมนักศึกษาเกาะไผ่ ใช้เงินรวม 9,400 ล้านบาท ช่วยนักศึกษาราว 3 ล้านคน",
    facts={
        "เงินช่วยค่าเทอม": "9,400 ล้านบาท",
        "ช่วยค่าเทอมฟรีกี่คน": "ราว 3 ล้านคน",
        "สถานะ": "จบไปแล้วเมื่อปี 2565",
    },
)
LOAN = Entry(
    "loan",
    "สินเชื่อเรือหางยาวไม่มีดอกเบี้ย",
    "สินเชื่อเรือหางยาวไม่มีดอกเบี้ยให้กู้กับสองธนาคาร",
    facts={"ไม่มีดอกเบี้ยกี่ปี": "2 ปีแรก", "กู้กับธนาคาร": "ออมสินและกรุงไทย"},
)
TOWER = Entry(
    "tower",
    "หอชมปลาสี่จังหวัด",
    "หอชมปลาที่ตรัง (2560) และระนอง (2563) รอบฉายที่ตรัง 10.00 น. ยังไม่บอกวันหยุด",
    facts={
        "ปีที่เปิด": "ตรัง พ.ย. 2560, ระนอง 2563",
        "เวลาฉายรอบ": "ทุกวัน 10.00 น. และ 14.00 น. เสาร์เพิ่ม 17.00 น.",
    },
)


def told(entry: Entry, question: str) -> str:
    clean = normalise(question)
    fact = quote(entry, Query(question, clean, aspect=aspect_of(clean)), TODAY).fact
    return fact.text if fact else ""


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("ช่วยค่าเทอมนักศึกษาเกาะไผ่ ค่าเทอมเท่าไหร่", ""),
        ("ช่วยค่าเทอมนักศึกษาเกาะไผ่ฟรีไหม", ""),
        ("ช่วยค่าเทอมเกาะไผ่ใช้เงินเท่าไหร่", "9,400 ล้านบาท"),
    ],
)
def test_the_sum_of_a_scheme_is_no_fee(question: str, fact: str) -> None:
    """Nor is the number of those who get it a price."""
    said = told(RELIEF, question)
    assert said == fact if fact else "ล้าน" not in said


@pytest.mark.parametrize(
    ("entry", "question", "fact"),
    [
        (RELIEF, "ช่วยค่าเทอมเกาะไผ่ยังมีอยู่มั้ย", "จบไปแล้วเมื่อปี 2565"),
        (RELIEF, "โครงการช่วยค่าเทอมเกาะไผ่เลิกหรือยัง", "จบไปแล้วเมื่อปี 2565"),
        (LOAN, "สินเชื่อเรือไม่มีดอกเบี้ย ยังมีไหม", ""),
        (LOAN, "สินเชื่อเรือไม่มีดอกเบี้ย กี่ปี", "2 ปีแรก"),
    ],
)
def test_whether_something_goes_on_is_no_length(entry: Entry, question: str, fact: str) -> None:
    """Its state is told, and nothing else instead of it."""
    assert fact == told(entry, question)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("หอชมปลาตรังเปิดวันไหน", False),
        ("หอชมปลาตรังเปิดปีไหน", True),
    ],
)
def test_the_year_of_opening_is_no_opening_day(question: str, fact: bool) -> None:
    """Who asks on what day a place opens means to go there."""
    assert fact is ("2560" in told(TOWER, question))


def test_hours_are_known_by_what_they_are_of() -> None:
    """All that staff wrote is told, and not one of the hours of the text."""
    assert TOWER.facts["เวลาฉายรอบ"] == told(TOWER, "หอชมปลาตรังฉายกี่โมง")


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("สินเชื่อเรือกู้กับธนาคารไหนได้บ้าง", "ออมสินและกรุงไทย"),
        ("ของธนาคารไหนคะ", "ออมสินและกรุงไทย"),
        ("ของบริษัทไหน", ""),
    ],
)
def test_a_fact_called_by_the_sort_asked_for_tells_it(question: str, fact: str) -> None:
    """Of that sort and no other."""
    assert fact == told(LOAN, question)


def test_hours_of_single_days_stand_apart_from_the_days() -> None:
    """So that two ranges do not run into one."""
    event = Event(date(2024, 7, 22), date(2024, 7, 28), time="22 ก.ค. 16.00-20.00 น.")
    fair = Entry("fair", "งานว่าว", "งานว่าว", event=event)
    plain = Entry("fair", "งานว่าว", "งานว่าว", event=Event(date(2024, 7, 22), time="09.00 น."))
    assert "22-28 กรกฎาคม 2567 (22 ก.ค. 16.00-20.00 น.)" == told(fair, "งานว่าวจัดวันไหน")
    assert "เริ่ม 22 กรกฎาคม 2567 09.00 น." == told(plain, "งานว่าวจัดวันไหน")


@pytest.mark.parametrize(("time", "hours"), [("11.00-22.00 น.", True), ("9.00 น.", False)])
def test_what_is_visited_opens_from_one_hour_to_another(time: str, hours: bool) -> None:
    """The hour of a visit is none of them."""
    event = Event(date(2023, 12, 8), date(2023, 12, 18), time=time)
    visit = Entry("v", "รัฐมนตรีเยี่ยมชมบูธในงานวัดไผ่", "งานวัดไผ่", Kind.EVENT, event=event)
    assert hours is (time in told(visit, "งานวัดไผ่เปิดกี่โมงปิดกี่โมง"))


@pytest.mark.parametrize("question", ["คอร์สนี้เรียนได้ที่ไหน", "สิทธินี้ใช้ที่ไหนได้", "ขอรับได้ที่ไหนบ้าง"])
def test_what_one_may_have_is_not_had_where_it_was_announced(question: str) -> None:
    """Neither at the venue nor in the room for the press."""
    body = "แถลงเปิดคอร์สเอไอ ณ ห้องแถลงข่าว ชั้น 1 อาคารไผ่"
    event = Event(date(2024, 7, 22), venue="ห้องแถลงข่าว ชั้น 1 อาคารไผ่")
    assert "" == told(Entry("c", "เปิดคอร์สเอไอ", body, Kind.NEWS, event=event), question)
    assert "แถลง" not in told(Entry("c", "เปิดคอร์สเอไอ", body, Kind.NEWS), question)


@pytest.mark.parametrize(
    ("question", "site"),
    [("ดูระดับน้ำที่ไหน", True), ("เช็กน้ำได้ที่ไหน", True), ("ศูนย์น้ำไผ่อยู่ที่ไหน", False)],
)
def test_what_is_looked_up_is_on_a_site(question: str, site: bool) -> None:
    """An office that shows it is no place to see it."""
    body = "ศูนย์น้ำไผ่เปิดเมื่อปี 2562 ดูระดับน้ำที่เว็บ water.example.go.th"
    noted = Entry("w", "ศูนย์น้ำไผ่", body, facts={"เว็บ": "water.example.go.th (ปี 2562)"})
    carded = Entry("w", "ศูนย์น้ำไผ่", body, contact=Contact(website="water.example.go.th"))
    assert site is told(noted, question).startswith("water.example.go.th (")
    assert site is told(carded, question).startswith("water.example.go.th")


def test_what_nobody_wrote_down_is_not_stated() -> None:
    """An entry without facts states nothing of its state, its site or its banks."""
    bare = Entry("b", "สินเชื่อเรือ", "สินเชื่อเรือ")
    for question in ("ยังมีไหม", "ดูได้ที่ไหน", "ของธนาคารไหน"):
        clean = normalise(question)
        assert stated_fact(bare, Query(question, clean, aspect=aspect_of(clean))) is None


@pytest.mark.parametrize(
    ("title", "question", "place"),
    [
        ("เดินหน้าจัดตั้งโรงเรียนว่าว", "อยู่ที่ไหน", ""),
        ("เดินหน้าจัดตั้งโรงเรียนว่าว", "งานอยู่ที่ไหน", "ห้องแถลงข่าว ตึกไผ่"),
        ("เปิดโรงเรียนว่าว", "อยู่ที่ไหน", "ห้องแถลงข่าว ตึกไผ่"),
    ],
)
def test_a_thing_stands_not_where_the_press_was(title: str, question: str, place: str) -> None:
    """Unless it was opened there; the event itself was."""
    event = Event(date(2024, 7, 22), venue="ห้องแถลงข่าว ตึกไผ่")
    body = "ลงนามเรื่องโรงเรียนว่าว ณ ห้องแถลงข่าว ตึกไผ่"
    assert place == told(Entry("k", title, body, Kind.NEWS, event=event), question)


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("โรงงานอยู่ไหน", ""),
        ("โรงงานอยู่จังหวัดไหน", ""),
        ("งานอยู่ไหน", "ห้องประชุม 2"),
        ("อยู่ไหน", "ห้องประชุม 2"),
    ],
)
def test_no_works_stand_in_a_room(question: str, place: str) -> None:
    """An event may be in one, whatever it is about."""
    event = Event(date(2024, 7, 22), venue="ห้องประชุม 2")
    assert place == told(Entry("k", "ว่าวไม่ทิ้งน้ำเสีย", "เล่า ณ ห้องประชุม 2", event=event), question)
