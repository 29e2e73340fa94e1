"""Facts of the front matter are told to who asks for just them."""

from dataclasses import replace
from datetime import date

import pytest

from bot.knowledge.entries import Contact, Entry, Event, Kind, Person
from bot.search.passages.fields import done_elsewhere, stated_fact
from bot.search.passages.quoting import quote
from bot.search.ranking import Query
from bot.thai.normalise import normalise
from bot.thai.questions import Aspect, aspect_of

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
        (replace(LOAN, title="สินเชื่อเรือ (ปี 2560 ปิดรับแล้ว)"), "สินเชื่อเรือยังมีไหม", "ปิดรับแล้ว"),
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


def test_what_was_seen_somewhere_is_not_to_be_seen_there() -> None:
    """Unless it is shown there, at an event."""
    seen = Entry("s", "ดาวเทียมเห็นไฟเหนือเขื่อนไผ่", "ดาวเทียมเห็นไฟเหนือเขื่อนไผ่", Kind.NEWS)
    shown = replace(seen, event=Event(date(2024, 7, 22), venue="ลานเขื่อนไผ่"))
    assert done_elsewhere(seen, "ดูจุดความร้อนได้ที่ไหน")
    assert not done_elsewhere(shown, "ดูจุดความร้อนได้ที่ไหน")


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


CONTEST = Entry(
    "contest",
    "แข่งเล่าเรื่องหิ่งห้อย 2562",
    "แข่งเล่าเรื่องหิ่งห้อยรอบชิงวันที่ 11 พฤษภาคม 2562 ผู้สมัครส่งคลิปได้ถึง 22 มีนาคม 2562",
    Kind.EVENT,
    event=Event(date(2019, 5, 11), date(2019, 5, 11)),
    facts={"ส่งคลิปได้ถึงวันที่": "22 มีนาคม 2562", "ความยาวคลิป": "3 นาที"},
)
GRANT = Entry(
    "grant",
    "ทุนเรียนต่อของเกาะไผ่",
    "ทุนเรียนต่อของเกาะไผ่ สมัครผ่าน ก.พ. ซึ่งเป็นผู้ประกาศ",
    Kind.SERVICE,
    facts={"สมัครที่": "สำนักงาน ก.พ.", "รอบรับสมัครปัจจุบัน": "ยังไม่มีข้อมูล ก.พ. เป็นผู้ประกาศ"},
)
SCHEME = Entry(
    "scheme",
    "จ้างงานเกาะไผ่ รอบที่ 1",
    "จ้างงานเกาะไผ่รอบที่ 1 ใน 30 ตำบล จ้าง 600 คน",
    Kind.SERVICE,
    facts={"รอบที่ 1": "30 ตำบล จ้าง 600 คน", "งบประมาณรอบที่ 1": "10,629 ล้านบาท"},
)


@pytest.mark.parametrize(
    ("entry", "question", "fact"),
    [
        (CONTEST, "แข่งเล่าเรื่องหิ่งห้อย สมัครถึงเมื่อไหร่", "22 มีนาคม 2562"),
        (GRANT, "เปิดรับช่วงไหน", "ยังไม่มีข้อมูล ก.พ. เป็นผู้ประกาศ"),
    ],
)
def test_a_fact_called_by_the_act_is_told_however_much_is_said(
    entry: Entry, question: str, fact: str
) -> None:
    """Who sends in a clip applies; an office that sounds like a month is no day."""
    assert told(entry, question) == fact


def test_the_only_budget_is_what_a_scheme_was_given() -> None:
    """However few words ask for it."""
    assert told(SCHEME, "งบเท่าไหร่") == "10,629 ล้านบาท"


def test_a_number_is_of_the_fact_that_has_the_word() -> None:
    """What one pays back in is not how long one pays no interest, nor is that the interest."""
    terms = {"ไม่มีดอกเบี้ยกี่ปี": "2 ปีแรก", "กับออมสิน": "กู้สูงสุด 5 ล้านบาท ผ่อนสูงสุด 7 ปี"}
    loan = replace(LOAN, body="กู้เรือหางยาวกับออมสิน ผ่อนสูงสุด 7 ปี", facts=terms)
    assert "7 ปี" in stated_or_read(loan, "ผ่อนกี่ปี", ("ผ่อน", "กี่", "ปี"))
    assert stated_or_read(loan, "ดอกเบี้ยเท่าไหร่", ("ดอกเบี้ย", "เท่าไหร่")) != "2 ปีแรก"
    assert stated_or_read(loan, "ไม่มีดอกเบี้ยกี่ปี", ("ดอกเบี้ย", "กี่", "ปี")) == "2 ปีแรก"


def test_how_many_there_are_is_no_yes_or_no() -> None:
    """Nor is what it costs to come in, for who asks whether a dog may."""
    house = Entry(
        "house",
        "พิพิธภัณฑ์ปลาเกาะไผ่",
        "พิพิธภัณฑ์ปลาเกาะไผ่มี 4 หลัง",
        Kind.SERVICE,
        facts={"จำนวนพิพิธภัณฑ์ปลา": "4 หลัง", "ค่าเข้าชม": "ยังไม่มีข้อมูล"},
    )
    assert told(house, "เอาหมาเข้าพิพิธภัณฑ์ปลาได้ไหม") == ""
    assert told(house, "พิพิธภัณฑ์ปลามีกี่หลัง") == "4 หลัง"


def test_the_day_of_the_news_is_no_day_of_what_it_tells() -> None:
    """However the release is named before it."""
    body = "จรวดเกาะไผ่ขึ้นสู่วงโคจรในเดือนตุลาคม 2566 ตามข่าวกระทรวงวันที่ 20 ตุลาคม 2566"
    rocket = Entry("rocket", "จรวดเกาะไผ่ขึ้นสู่วงโคจร", body, published=date(2023, 10, 20))
    assert "20 ตุลาคม" not in told(rocket, "จรวดเกาะไผ่ปล่อยวันไหน")


def stated_or_read(entry: Entry, question: str, terms: tuple[str, ...]) -> str:
    clean = normalise(question)
    query = Query(question, clean, terms=terms, aspect=aspect_of(clean))
    fact = quote(entry, query, TODAY).fact
    return fact.text if fact else ""


def test_whom_something_was_handed_to_is_read() -> None:
    """As well where it was handed over "ให้" and not "แก่"."""
    body = "เกาะไผ่ทำเรือด้วยเครื่องพิมพ์ 1,000 ลำ มอบให้โรงพยาบาลเกาะไผ่ใต้ ใช้รับคนไข้"
    boats = Entry("boats", "เรือเกาะไผ่ 1,000 ลำ", body)
    assert "โรงพยาบาลเกาะไผ่ใต้" in told(boats, "มอบให้ใคร")


def test_who_has_an_office_is_not_whom_they_welcomed() -> None:
    """Though only the guest is named in the question."""
    people = (Person("ดร.ดิน ลมเย็น", "รัฐมนตรี"), Person("ดร.ป่าน เชือกยาว", "อธิการบดี"))
    visit = Entry("e", "ดร.ดินเยี่ยมวิทยาลัย", "ดร.ดิน มาเยี่ยม", Kind.NEWS, people=people)
    assert told(visit, "อธิการบดีที่ต้อนรับ ดร.ดิน คือใคร") == "ดร.ป่าน เชือกยาว อธิการบดี"
    assert told(visit, "ดร.ดิน คือใคร") == "ดร.ดิน ลมเย็น รัฐมนตรี"


def test_who_holds_an_event_manages_nothing() -> None:
    """To manage something is no event."""
    event = Event(date(2019, 3, 13), organizer="ชมรมเกาะไผ่")
    system = Entry("e", "ส่งมอบระบบจัดการว่าว", "ส่งมอบระบบจัดการว่าวแล้ว", Kind.NEWS, event=event)
    assert told(system, "ใครจัดงานนี้") == "ชมรมเกาะไผ่"
    assert not told(system, "ระบบจัดการว่าวมีบริษัทไหนร่วมบ้าง")


def test_whose_an_event_is_is_who_holds_it() -> None:
    """ "ของใคร" asks for it as "ใครจัด" does."""
    event = Event(date(2019, 3, 13), organizer="ชมรมเกาะไผ่")
    fair = Entry("fair", "งานเรือไผ่", "งานเรือไผ่เกาะไผ่", Kind.EVENT, event=event)
    assert told(fair, "ของใคร") == told(fair, "ใครจัด") == "ชมรมเกาะไผ่"


def test_whoever_holds_a_contest_did_not_win_it() -> None:
    """Though "จัดการ" stands in what is asked."""
    event = Event(date(2019, 3, 13), organizer="ชมรมเกาะไผ่")
    race = Entry("race", "แข่งจัดการน้ำ", "แข่งจัดการน้ำที่เกาะไผ่", Kind.EVENT, event=event)
    assert told(race, "แข่งจัดการน้ำทีมไหนได้ที่ 1") == ""
    assert told(race, "แข่งจัดการน้ำใครจัด") == "ชมรมเกาะไผ่"


def test_a_label_that_asks_where_tells_where() -> None:
    """It is a kind of fact as "ที่ตั้ง" is."""
    facts = {"ศูนย์อยู่ที่ไหน": "อบต.เกาะไผ่", "ยืดอายุได้กี่วัน": "30 วัน"}
    body = "เปิดศูนย์ถ่ายทอดยืดอายุปลาไผ่ ที่ อบต.เกาะไผ่"
    centre = Entry("centre", "ศูนย์ถ่ายทอดยืดอายุปลาไผ่", body, facts=facts)
    assert told(centre, "ปลาไผ่เกาะไผ่ศูนย์อยู่ไหน") == "อบต.เกาะไผ่"


@pytest.mark.parametrize(
    ("body", "fact"),
    [
        ("รอบชิง 5 มิถุนายน 2563 มีผู้ส่งผลงาน 100 ทีม", ""),
        ("กำหนดจัด 25-28 มีนาคม 2562 ลงทะเบียนเข้าร่วมฟรี", ""),
        ("ประชุมเมื่อ 11 เมษายน 2567 การสมัครรอบต่อไปยังไม่มีข้อมูล", ""),
        ("แถลง 5 กรกฎาคม 2560 รับสมัครถึง 15 กรกฎาคม 2560", "15 กรกฎาคม 2560"),
        ("สมัครได้ตั้งแต่วันนี้ – 15 กรกฎาคม 2560", "15 กรกฎาคม 2560"),
        ("รอบชิง 1 มิถุนายน 2567 รับสมัคร 6-12 พฤษภาคม 2567", "6-12 พฤษภาคม 2567"),
    ],
)
def test_a_closing_day_is_said_to_be_one(body: str, fact: str) -> None:
    """No day of an event closes anything because somebody may apply for it."""
    entry = Entry("e", "แข่งเรือเกาะไผ่", f"แข่งเรือเกาะไผ่ {body}", published=date(2024, 1, 1))
    assert told(entry, "แข่งเรือเกาะไผ่ปิดรับวันไหน") == fact


def test_what_is_not_known_is_told_to_who_asks_just_that() -> None:
    """Not to whoever asks for another day, nor is the hour at which a house closes."""
    facts = {"รัฐมนตรีในวันนี้": "ยังยืนยันชื่อไม่ได้", "เวลาเปิดปิด": "เปิดทุกวัน 9.00-16.00 น. (ไม่ระบุปี)"}
    house = Entry(
        "h",
        "บ้านเกาะไผ่",
        "บ้านเกาะไผ่",
        Kind.SERVICE,
        facts=facts,
        contact=Contact(hours="ทุกวัน 9.00-16.00 น."),
    )
    assert told(house, "ปิดรับวันไหน") == ""
    assert told(house, "เปิดกี่โมง").startswith("เปิดทุกวัน 9.00-16.00 น.")


def test_who_acts_in_a_text_is_no_place_of_it() -> None:
    """Who asks no more than where is not told a school that did something, but where it was."""
    body = "วิทยาลัยไผ่เงินอยู่ในความควบคุม คณะกรรมการแถลง"
    control = Entry("control", "ควบคุมวิทยาลัย", body, published=date(2023, 3, 1))
    assert told(control, "ที่ไหน") == ""
    there = replace(control, body="แถลงที่วิทยาลัยไผ่เงิน คณะกรรมการควบคุม")
    assert "วิทยาลัยไผ่เงิน" in told(there, "ที่ไหน")
    assert "จ.เลย" in told(replace(control, body="สวนไผ่ อ.ภูเรือ จ.เลย ให้ผลดี"), "ที่ไหน")


def test_a_stretch_of_time_is_no_hour() -> None:
    """ "ช่วงเวลา" asks for no clock."""
    line = Entry("line", "สายถามปลาไผ่", "สายถามปลาไผ่", facts={"ช่วงเวลา": "เริ่มเมษายน 2563"})
    assert told(line, "ช่วงเวลาไหน") == "เริ่มเมษายน 2563"


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("มีจังหวัดไหนบ้าง", "นครราชสีมา สงขลา"),
        ("แล้วมีจังหวัดไหนอีก", "นครราชสีมา สงขลา"),
        ("มีประเทศไหนบ้าง", ""),
        ("ส่งใบสมัครที่จังหวัดไหนได้บ้าง", ""),
    ],
)
def test_all_places_of_a_kind_are_told_by_their_label(question: str, fact: str) -> None:
    """However much more the label says: "จังหวัดที่มีหอดูดาวภูมิภาค"."""
    facts = {"จังหวัดที่มีหอดูดาวภูมิภาค": "นครราชสีมา สงขลา", "ปีที่เปิด": "2557"}
    assert told(Entry("stars", "หอดูดาว", "ดูดาว", Kind.SERVICE, facts=facts), question) == fact


def test_what_sounds_like_who_is_nobody() -> None:
    """No ไข่ is meant by "ใคร", nor is a number alone somebody; who did it is told by the deed."""
    facts = {"ไข่": "วางด้านป้านขึ้น", "EV": "150,000 คน ใน 5 ปี", "ผู้แต่งตั้ง": "กรมปลาไผ่"}
    eggs = Entry("eggs", "วิธีเก็บของสด", "เก็บไข่ไม่ต้องล้าง", facts=facts)
    assert told(eggs, "ใครเล่าให้ฟัง") == ""
    assert told(eggs, "ev ใครพูด") == ""
    assert told(eggs, "ใครตั้ง") == "กรมปลาไผ่"


def test_the_grade_is_no_floor() -> None:
    """What staff wrote under the very question goes before a venue that is of another kind."""
    facts = {"ให้เด็กชั้นไหน": "ม.ต้น"}
    camp = Entry("camp", "ค่ายเอนไซม์", "ค่ายเอนไซม์", event=Event(TODAY, venue="ห้องไผ่"), facts=facts)
    assert told(camp, "ชั้นไหน") == "ม.ต้น"
    assert told(camp, "ที่ไหน") == "ห้องไผ่"
    upstairs = replace(camp, event=Event(TODAY, venue="ตึกไผ่ ชั้น 3"))
    assert told(upstairs, "ชั้นไหน") == "ตึกไผ่ ชั้น 3"


def test_a_day_of_the_week_is_told_by_the_hours() -> None:
    """Whether it is open then, if they name that day."""
    hours = "อังคาร-ศุกร์ 09.00-16.00 น. ปิดวันจันทร์"
    show = Entry("show", "งานปลาไผ่", "งานปลาไผ่เข้าฟรี", event=Event(TODAY, time=hours))
    assert told(show, "วันจันทร์เปิดไหม") == hours
    assert told(show, "วันพุธเปิดไหม") == ""


def test_of_several_numbers_a_bare_question_means_none() -> None:
    """The text tells which is which; of one there is nothing to choose."""
    body = "ระยะแรกทำ 300 ตำบล จ้าง 6,000 คน แล้ววางแผนระยะที่สองใน 743 ตำบล"
    facts = {"ระยะที่ 1": "300 ตำบล จ้าง 6,000 คน", "แผนระยะที่ 2": "743 ตำบล"}
    scheme = Entry("scheme", "จ้างงานปลาไผ่", body, facts=facts)
    assert told(scheme, "กี่ตำบล") == ""
    assert "743" in told(replace(scheme, body="ทำใน 743 ตำบล", facts={}), "กี่ตำบล")


def test_the_day_of_a_visit_is_no_day_of_the_fair() -> None:
    """Staff call it so; who asks for the visit, or of a visit, is told it."""
    day = "5 มกราคม 2567"
    body = f"งานว่าวเกาะไผ่จัดทั้งเดือน รัฐมนตรีไปเยี่ยมเมื่อ {day}"
    fair = Entry("fair", "งานว่าวเกาะไผ่", body, Kind.EVENT, event=Event(), facts={"วันตรวจเยี่ยม": day})
    assert "" == told(fair, "จัดเมื่อไหร่")
    assert day == told(fair, "ไปเยี่ยมเมื่อไหร่")
    assert day == told(replace(fair, title="รัฐมนตรีเยี่ยมเกาะไผ่"), "เมื่อไหร่")


def test_a_site_is_nobody() -> None:
    """Who made it is another matter than where it is."""
    entry = Entry(
        "kites", "ดูว่าว", "ดูว่าวที่ kites.example.com", facts={"เว็บดูว่าว": "kites.example.com (ปี 2562)"}
    )
    assert "" == told(entry, "ใครทำเว็บดูว่าว")
    assert "kites.example.com (ปี 2562)" == told(entry, "ดูว่าวที่เว็บไหน")


def test_what_is_counted_is_given_to_somebody() -> None:
    """The verb may stand far before it."""
    entry = Entry("masks", "มอบหน้ากากไม้ไผ่", "มอบหน้ากากไม้ไผ่ 700 ชิ้นให้เทศบาลเกาะไผ่ เพื่อชาวบ้าน")
    query = Query("ให้ใคร", "ให้ใคร", terms=("ให้", "ใคร"), aspect=Aspect.WHO)
    fact = quote(entry, query, TODAY).fact
    assert fact is not None
    assert "เทศบาลเกาะไผ่" == fact.text


def test_how_long_something_keeps_is_not_how_long_the_event_was() -> None:
    """Whoever can keep it so many days asks nothing of the day on which that was told."""
    advice = Entry(
        "advice",
        "แนะวิธีเก็บเห็ดให้อยู่ได้นาน",
        "เห็ดสดที่ลวกแล้วเก็บได้นาน 2 วัน ในตู้เย็น",
        Kind.NEWS,
        event=Event(date(2020, 4, 13), date(2020, 4, 13)),
    )
    assert "2 วัน" in told(advice, "เก็บได้นานกี่วัน")
    assert "2 วัน" in told(advice, "เก็บเห็ดได้กี่วัน")
    assert "1 วัน (13 เมษายน 2563)" == told(advice, "จัดกี่วัน")
