"""Facts of the front matter are told to who asks for just them."""

from dataclasses import replace
from datetime import date

import pytest

from bot.knowledge.entries import Contact, Entry, Event, Kind, Person
from bot.search.passages.quoting import quote
from bot.search.passages.stated.fields import stated_fact
from bot.thai.names import Names
from bot.thai.questions import Aspect
from tests.search.passages.base import TODAY, asked, fact_of, searched

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
    said = fact_of(RELIEF, question)
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
    assert fact == fact_of(entry, question)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("หอชมปลาตรังเปิดวันไหน", False),
        ("หอชมปลาตรังเปิดปีไหน", True),
    ],
)
def test_the_year_of_opening_is_no_opening_day(question: str, fact: bool) -> None:
    """Who asks on what day a place opens means to go there."""
    assert fact is ("2560" in fact_of(TOWER, question))


def test_hours_are_known_by_what_they_are_of() -> None:
    """All that staff wrote is told, and not one of the hours of the text."""
    assert TOWER.facts["เวลาฉายรอบ"] == fact_of(TOWER, "หอชมปลาตรังฉายกี่โมง")


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
    assert fact == fact_of(LOAN, question)


def test_what_nobody_wrote_down_is_not_stated() -> None:
    """An entry without facts states nothing of its state, its site or its banks."""
    bare = Entry("b", "สินเชื่อเรือ", "สินเชื่อเรือ")
    for question in ("ยังมีไหม", "ดูได้ที่ไหน", "ของธนาคารไหน"):
        assert stated_fact(bare, asked(question)) is None


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
    assert fact_of(entry, question) == fact


def test_the_only_budget_is_what_a_scheme_was_given() -> None:
    """However few words ask for it."""
    assert fact_of(SCHEME, "งบเท่าไหร่") == "10,629 ล้านบาท"


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
    assert fact_of(house, "เอาหมาเข้าพิพิธภัณฑ์ปลาได้ไหม") == ""
    assert fact_of(house, "พิพิธภัณฑ์ปลามีกี่หลัง") == "4 หลัง"


def test_the_day_of_the_news_is_no_day_of_what_it_tells() -> None:
    """However the release is named before it."""
    body = "จรวดเกาะไผ่ขึ้นสู่วงโคจรในเดือนตุลาคม 2566 ตามข่าวกระทรวงวันที่ 20 ตุลาคม 2566"
    rocket = Entry("rocket", "จรวดเกาะไผ่ขึ้นสู่วงโคจร", body, published=date(2023, 10, 20))
    assert "20 ตุลาคม" not in fact_of(rocket, "จรวดเกาะไผ่ปล่อยวันไหน")


def test_nobody_is_the_name_of_an_event() -> None:
    """Who opened it is told to who asks for that."""
    fair = Entry("fair", "งานว่าวเกาะไผ่", "งานว่าวโชว์ว่าวจุฬา", facts={"ใครเปิดงานว่าว": "แม่ใบเตย ใจดี"})
    assert "" == fact_of(fair, "ว่าวจุฬาที่เอามาโชว์ งานว่าวงานอะไรนะ")
    assert "แม่ใบเตย ใจดี" == fact_of(fair, "ใครเปิดงานว่าว")


def stated_or_read(entry: Entry, question: str, terms: tuple[str, ...]) -> str:
    fact = quote(entry, replace(asked(question), terms=terms), TODAY).fact
    return fact.text if fact else ""


def test_whoever_holds_a_contest_did_not_win_it() -> None:
    """Though "จัดการ" stands in what is asked."""
    event = Event(date(2019, 3, 13), organizer="ชมรมเกาะไผ่")
    race = Entry("race", "แข่งจัดการน้ำ", "แข่งจัดการน้ำที่เกาะไผ่", Kind.EVENT, event=event)
    assert fact_of(race, "แข่งจัดการน้ำทีมไหนได้ที่ 1") == ""
    assert fact_of(race, "แข่งจัดการน้ำใครจัด") == "ชมรมเกาะไผ่"


def test_a_label_that_asks_where_tells_where() -> None:
    """It is a kind of fact as "ที่ตั้ง" is."""
    facts = {"ศูนย์อยู่ที่ไหน": "อบต.เกาะไผ่", "ยืดอายุได้กี่วัน": "30 วัน"}
    body = "เปิดศูนย์ถ่ายทอดยืดอายุปลาไผ่ ที่ อบต.เกาะไผ่"
    centre = Entry("centre", "ศูนย์ถ่ายทอดยืดอายุปลาไผ่", body, facts=facts)
    assert fact_of(centre, "ปลาไผ่เกาะไผ่ศูนย์อยู่ไหน") == "อบต.เกาะไผ่"


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
    assert fact_of(entry, "แข่งเรือเกาะไผ่ปิดรับวันไหน") == fact


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
    assert fact_of(house, "ปิดรับวันไหน") == ""
    assert fact_of(house, "เปิดกี่โมง").startswith("เปิดทุกวัน 9.00-16.00 น.")


def test_a_stretch_of_time_is_no_hour() -> None:
    """ "ช่วงเวลา" asks for no clock."""
    line = Entry("line", "สายถามปลาไผ่", "สายถามปลาไผ่", facts={"ช่วงเวลา": "เริ่มเมษายน 2563"})
    assert fact_of(line, "ช่วงเวลาไหน") == "เริ่มเมษายน 2563"


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
    assert fact_of(Entry("stars", "หอดูดาว", "ดูดาว", Kind.SERVICE, facts=facts), question) == fact


def test_what_sounds_like_who_is_nobody() -> None:
    """No ไข่ is meant by "ใคร", nor is a number alone somebody; who did it is told by the deed."""
    facts = {"ไข่": "วางด้านป้านขึ้น", "EV": "150,000 คน ใน 5 ปี", "ผู้แต่งตั้ง": "กรมปลาไผ่"}
    eggs = Entry("eggs", "วิธีเก็บของสด", "เก็บไข่ไม่ต้องล้าง", facts=facts)
    assert fact_of(eggs, "ใครเล่าให้ฟัง") == ""
    assert fact_of(eggs, "ev ใครพูด") == ""
    assert fact_of(eggs, "ใครตั้ง") == "กรมปลาไผ่"


def test_the_grade_is_no_floor() -> None:
    """What staff wrote under the very question goes before a venue that is of another kind."""
    facts = {"ให้เด็กชั้นไหน": "ม.ต้น"}
    camp = Entry("camp", "ค่ายเอนไซม์", "ค่ายเอนไซม์", event=Event(TODAY, venue="ห้องไผ่"), facts=facts)
    assert fact_of(camp, "ชั้นไหน") == "ม.ต้น"
    assert fact_of(camp, "ที่ไหน") == "ห้องไผ่"
    upstairs = replace(camp, event=Event(TODAY, venue="ตึกไผ่ ชั้น 3"))
    assert fact_of(upstairs, "ชั้นไหน") == "ตึกไผ่ ชั้น 3"


def test_who_has_an_office_is_not_whom_they_welcomed() -> None:
    """Though only the guest is named in the question."""
    people = (Person("ดร.ดิน ลมเย็น", "รัฐมนตรี"), Person("ดร.ป่าน เชือกยาว", "อธิการบดี"))
    visit = Entry("e", "ดร.ดินเยี่ยมวิทยาลัย", "ดร.ดิน มาเยี่ยม", Kind.NEWS, people=people)
    assert "ดร.ป่าน เชือกยาว อธิการบดี" == fact_of(visit, "อธิการบดีที่ต้อนรับ ดร.ดิน คือใคร")
    assert "ดร.ดิน ลมเย็น รัฐมนตรี" == fact_of(visit, "ดร.ดิน คือใคร")


FAIR = Entry(
    "fair",
    "งานว่าวเกาะไผ่",
    "งานว่าวเกาะไผ่ แนวคิดลมของทุกคน เดิมชื่องานลม",
    facts={
        "ชื่อเต็ม": "งานว่าวแห่งเกาะไผ่",
        "แนวคิด": "ลมของทุกคน",
        "ชื่อเดิม": "งานลม",
        "ว่าวจุฬาคืออะไร": "ว่าวตัวผู้",
        "ขึงป่านตอนไหน": "ทุกรอบก่อนขึ้นสาย",
        "วันซ้อม": "4 มีนาคม 2566",
    },
)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("งานว่าวเกาะไผ่ ธีมอะไร", "ลมของทุกคน"),
        ("คอนเซปต์งานว่าวเกาะไผ่คืออะไร", "ลมของทุกคน"),
        ("งานว่าวเกาะไผ่ ชื่อเก่าคืออะไร", "งานลม"),
        ("งานว่าวเกาะไผ่ เมื่อก่อนเค้าเรียกว่าไร", "งานลม"),
        ("ว่าวจุฬาคือ", "ว่าวตัวผู้"),
        ("ว่าวจุฬาทำอะไรได้บ้าง", ""),
        ("งานว่าวเกาะไผ่ ขึงป่านตอนไหน", "ทุกรอบก่อนขึ้นสาย"),
    ],
)
def test_a_label_is_called_by_the_spoken_word_as_well(question: str, fact: str) -> None:
    """The written word for it is the label; one that says what a thing is answers nothing else."""
    query = asked(question)
    told = stated_fact(FAIR, replace(query, variants=Names.load().variants(query.clean)))
    assert fact == (told.text if told else "")


def test_a_spoken_word_asks_for_no_number() -> None:
    """Nor is what the question says itself told for it."""
    many = replace(FAIR, facts={"แนวคิด": "ลม 3 แบบ"})
    numbered = replace(asked("งานว่าวเกาะไผ่ ธีมกี่แบบ"), variants=("แนวคิด",), aspect=Aspect.COST)
    assert stated_fact(many, numbered) is None
    same = replace(asked("ธีมลมคืออะไร"), variants=("แนวคิด",))
    assert stated_fact(replace(FAIR, facts={"แนวคิด": "ลม"}), same) is None


LESSON = Entry(
    "lesson",
    "สอนทำว่าวเกาะไผ่เพื่อการศึกษา",
    "สอนทำว่าวเกาะไผ่เพื่อการศึกษา สั่งหยุดจนกว่าจะได้ข้อมูลลม ทำให้คนรอ\n\nจัดขึ้นเพื่อรักษาว่าวไทย",
    facts={"ความยาวคลิป": "ไม่เกิน 3 นาที", "จำนวนคน": "45 คน", "ทำไมเลื่อน": "ลมแรงและฝนตก"},
)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("คลิปยาวเท่าไหร่", "ไม่เกิน 3 นาที"),
        ("คลิปนานแค่ไหน", "ไม่เกิน 3 นาที"),
        ("ทำไมเลื่อนสอนทำว่าว", "ลมแรงและฝนตก"),
        ("จัดขึ้นรักษาว่าวไทยทำไม", "เพื่อรักษาว่าวไทย"),
    ],
)
def test_a_measure_and_a_reason_are_told_as_such(question: str, fact: str) -> None:
    """The length of a clip is no number of people, nor is one a reason."""
    assert fact == fact_of(LESSON, question)


@pytest.mark.parametrize(
    "body",
    [
        "สั่งหยุดจนกว่าจะได้ข้อมูลลมของทั้งเกาะไผ่และหมู่บ้านใกล้เคียง",
        "สอนทำว่าวเกาะไผ่เพื่อการศึกษา เปิดทุกวัน",
        "สอนทำว่าว ทำให้คนทั้งเกาะมีรายได้เพิ่ม",
        "จัดเพื่อรักษาว่าวไทย " + "และเล่าเรื่องลมของทุกหมู่บ้าน " * 9,
    ],
)
def test_an_effect_a_name_or_half_a_sentence_is_no_reason(body: str) -> None:
    """The passage tells it in their place."""
    told = replace(LESSON, body=body, facts={"จำนวนคน": "45 คน"})
    assert "" == fact_of(told, "ทำไมสอนทำว่าวเกาะไผ่")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ได้กี่บาท", "20,000-50,000 บาท"),
        ("ได้เท่าไหร่", "20,000-50,000 บาท"),
        ("ให้เงินเท่าไหร่คะ", "20,000-50,000 บาท"),
        ("ค่าสมัครเท่าไหร่", ""),
    ],
)
def test_what_one_gets_is_told_by_the_fact_called_so(question: str, told: str) -> None:
    """Neither what one pays back, nor is it a fee."""
    fund = Entry(
        "e",
        "กองทุนว่าวเยาวชน",
        "กองทุนว่าวเยาวชนช่วยคนทำว่าว",
        Kind.SERVICE,
        facts={
            "การคืนเงิน": "คืนร้อยละ 5 ของเงินที่ได้",
            "ปลอดดอกเบี้ยกี่ปี": "3 ปี",
            "วงเงิน": "20,000-50,000 บาท",
        },
    )
    assert fact_of(fund, question) == told


def test_that_it_is_free_to_come_is_not_what_one_gets() -> None:
    """A price of an event answers nobody who asks for a prize."""
    fair = Entry("e", "งานว่าว", "งานว่าว", Kind.EVENT, event=Event(None, None, cost="ฟรี"))
    assert (fact_of(fair, "ค่าเข้าเท่าไหร่"), fact_of(fair, "ได้กี่บาท")) == ("ฟรี", "")


def test_a_fact_is_counted_in_its_unit_whatever_that_begins_with() -> None:
    """ "กี่ใบ" by what is counted in ใบ; of a fee for light the only sum is none."""
    box = Entry("box", "ตู้ยาเกาะไผ่", "ตู้ยาเกาะไผ่", facts={"จำนวนตู้": "3 หลัง", "จำนวนที่แจก": "40 ใบ"})
    assert "40 ใบ" == fact_of(box, "ตู้ยาเกาะไผ่ได้กี่ใบ")
    fee = Entry("fee", "หอพักเกาะไผ่", "หอพักเกาะไผ่", facts={"ค่าห้อง": "900 บาท"})
    assert "900 บาท" == fact_of(fee, "ค่าห้องเท่าไหร่")
    assert "" == fact_of(fee, "ค่าไฟเท่าไหร่")


def test_a_label_may_call_the_unit_by_another_word() -> None:
    """ "กี่มหาลัย" by the fact called "กี่มหาวิทยาลัย", though that is counted in แห่ง."""
    facts = {"กี่มหาวิทยาลัย": "19 แห่ง", "กี่หลักสูตร": "30 หลักสูตร"}
    kites = Entry("e", "หลักสูตรทำว่าว", "หลักสูตรทำว่าว", facts=facts)
    assert "19 แห่ง" == fact_of(kites, "หลักสูตรทำว่าวมีกี่มหาลัย")


def test_of_labels_that_differ_by_their_year_none_is_told_without_a_year() -> None:
    """Else the first of all headmasters would be the one of today."""
    heads = {"ครูใหญ่ปี 2560": "นายก้อง", "ครูใหญ่ปี 2561": "นางขวัญ", "จำนวนครูปี 2561": "9 คน"}
    school = Entry("school", "โรงเรียนบ้านสวน", "โรงเรียนบ้านสวนมีครูใหญ่มาแล้วสองคน", facts=heads)
    assert "" == fact_of(school, "ครูใหญ่ชื่ออะไร")
    assert "นางขวัญ" == fact_of(school, "ครูใหญ่ปี 2561 ชื่ออะไร")
    assert "9 คน" == fact_of(school, "จำนวนครูมีกี่คน")


SHOW = Entry(
    "show",
    "ลงนามเปิดตลาดว่าวเกาะไผ่",
    "สวนว่าวลงนามเปิดตลาดว่าวเกาะไผ่เมื่อวันที่ 5 มีนาคม 2562 ณ หอประชุมเกาะไผ่ มีร้าน 9 ร้าน",
    event=Event(start=date(2019, 3, 5), venue="หอประชุมเกาะไผ่", province="ตรัง"),
    facts={"ว่าวที่ขาย": "จุฬา ปักเป้า อีลุ้ม", "ร้านเปิดนาน": "5 วัน (ถึง 9 มีนาคม)"},
)


@pytest.mark.parametrize(
    "question",
    [
        "ตลาดว่าวเกาะไผ่ปิดวันไหน",
        "ตลาดว่าวเกาะไผ่เริ่มขายตั๋ววันไหน",
        "ตลาดว่าวเกาะไผ่มีประเทศไหนร่วมด้วย",
        "ตลาดว่าวเกาะไผ่มีกี่ชั้น",
        "ว่าวที่ขายในตลาดว่าวเกาะไผ่สีอะไร",
        "ร้านเปิดนานตลาดว่าวเกาะไผ่ใครเป็นเจ้าของ",
    ],
)
def test_what_is_of_another_kind_is_no_fact_however_well_the_name_agrees(question: str) -> None:
    """A day of one act, a venue, a count or a length of time answers for nothing else."""
    assert "" == fact_of(SHOW, question)


def test_an_event_of_several_days_tells_its_last_one() -> None:
    """And one held abroad tells its country."""
    event = Event(date(2019, 3, 5), date(2019, 3, 9), venue="โอซากา ญี่ปุ่น")
    fair = replace(SHOW, title="ตลาดว่าวเกาะไผ่", event=event)
    assert "5-9 มีนาคม 2562" == fact_of(fair, "ตลาดว่าวเกาะไผ่ปิดวันไหน")
    assert "โอซากา ญี่ปุ่น" == fact_of(fair, "ตลาดว่าวเกาะไผ่จัดที่ประเทศไหน")


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("ตลาดว่าวเกาะไผ่อยู่ชั้นไหน", ""),
        ("ตลาดว่าวเกาะไผ่เลื่อนเป็นวันไหน", ""),
        ("ตลาดว่าวเกาะไผ่กินได้ไหม", ""),
        ("ตลาดว่าวเกาะไผ่ใครแพ้", ""),
        ("ตลาดว่าวเกาะไผ่มีว่าวปักเป้าไหม", "จุฬา ปักเป้า อีลุ้ม"),
    ],
)
def test_a_fact_has_more_of_the_question_than_the_name_of_its_entry(
    question: str, fact: str
) -> None:
    """A floor is told by a venue that names one, what is eaten by no list of kites."""
    market = replace(SHOW, facts={"ตลาดว่าวเกาะไผ่มี": "จุฬา ปักเป้า อีลุ้ม"})
    told = stated_fact(market, searched(question))
    assert fact == (told.text if told else "")


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("ครั้งแรกสุดที่เซ็นกับวัดไผ่ปีไหน", "2552"),
        ("เซ็นกับวัดไผ่ครั้งแรกเมื่อไหร่", "2552"),
        ("ครั้งแรกใครเซ็น", ""),
    ],
)
def test_the_year_of_the_first_is_told_and_not_of_those_after(question: str, fact: str) -> None:
    """By whatever words staff called it."""
    body = "ชมรมว่าวลงนามกับวัดไผ่\n\nข้อมูล ณ ปี 2555 ภายหลังมีการลงนามใหม่ในปี 2558 และปี 2565"
    signed = Entry("m", "ชมรมว่าวกับวัดไผ่", body, facts={"ปีของข้อตกลงฉบับแรก": "2552"})
    told = stated_fact(signed, searched(question))
    assert fact == (told.text if told else "")


@pytest.mark.parametrize(
    ("value", "question"),
    [
        ("ราว 3 เดือนถ้าเอกสารครบ", "ขึ้นทะเบียนว่าววันไหน"),
        ("36 ชั่วโมงต่อปีการศึกษา (เกณฑ์ปี 2565)", "ขึ้นทะเบียนว่าวกี่โมง"),
        ("3 ปีแรก", "ขึ้นทะเบียนว่าววันไหน"),
    ],
)
def test_a_length_of_time_is_no_day(value: str, question: str) -> None:
    """Whatever year it is of."""
    kite = Entry("x", "ขึ้นทะเบียนว่าว", "ขึ้นทะเบียนว่าวที่เกาะไผ่", facts={"ขึ้นทะเบียน": value})
    assert "" == fact_of(kite, question)


def test_what_is_uncertain_may_tell_the_day_aside() -> None:
    """Its years stand in brackets, behind no number of anything."""
    club = Entry("x", "ชมรมว่าว", "ชมรมว่าวทำว่าว", facts={"ปีที่ก่อตั้ง": "เอกสารไม่ตรงกัน (2499 หรือ 2502)"})
    assert "2499" in fact_of(club, "ชมรมว่าวก่อตั้งปีอะไร")


def test_hours_are_no_year() -> None:
    """Though how long before an exam one has to apply tells when that is."""
    exam = Entry(
        "x", "สอบขับเรือ", "สอบขับเรือที่เกาะไผ่", facts={"ลงทะเบียนล่วงหน้า": "ไม่น้อยกว่า 24 ชั่วโมงก่อนสอบ"}
    )
    assert "" == fact_of(exam, "สอบขับเรือลงทะเบียนปีไหน")
    assert "ไม่น้อยกว่า 24 ชั่วโมงก่อนสอบ" == fact_of(exam, "สอบขับเรือลงทะเบียนล่วงหน้าเมื่อไหร่")


def test_where_one_applies_is_not_who_may() -> None:
    """A label that ends in where to go tells a place, whoever is named there."""
    club = Entry("x", "ทุนเรียนทำว่าว", "ทุนเรียนทำว่าวที่เกาะไผ่", facts={"สมัครที่": "สำนักงานว่าว"})
    assert "" == fact_of(club, "ทุนเรียนทำว่าวใครสมัครได้บ้าง")
    assert "สำนักงานว่าว" == fact_of(club, "ทุนเรียนทำว่าวสมัครที่ไหน")


def test_a_former_name_is_told_however_it_is_asked() -> None:
    """ "เดิมชื่อ" is ชื่อเดิม."""
    office = Entry("kite", "กรมว่าว", "กรมว่าวดูแลว่าว", facts={"ชื่อเดิม": "กองว่าว"})
    assert fact_of(office, "กรมว่าวเดิมชื่ออะไร") == "กองว่าว"


def test_until_when_is_told_by_no_first_day_and_no_weekday() -> None:
    """Nor are the hours of a house the day on which it opened first."""
    hall = Entry(
        "x",
        "หอว่าวเกาะไผ่",
        "หอว่าวเกาะไผ่มีว่าวจุฬา",
        contact=Contact(hours="อังคาร-อาทิตย์ 09.00-16.00 น."),
        facts={
            "ปิดวัน": "ปิดวันจันทร์ (ข้อมูล ณ ธันวาคม 2562)",
            "วันเปิดหอว่าวครั้งแรก": "9 ธันวาคม 2562",
        },
    )
    assert "9 ธันวาคม 2562" == fact_of(hall, "หอว่าวเกาะไผ่เปิดครั้งแรกวันไหน")
    for until in ("ถึงวันไหน", "ถึงเมื่อไหร่", "ถึงวันใหน"):
        assert "ธันวาคม" not in fact_of(hall, f"หอว่าวเกาะไผ่เข้าฟรี{until}")


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("โรงเรียนเรือที่เกาะไผ่เลิกสอนวันไหน", "30 พฤศจิกายน 2565"),
        ("โรงเรียนเรือที่เกาะไผ่เลิกสอนเมื่อไหร่", "30 พฤศจิกายน 2565"),
        ("ผู้ตรวจมาดูโรงเรียนเรือที่เกาะไผ่เมื่อไหร่", "1 กุมภาพันธ์ 2567"),
        ("mou โรงเรียนเรือเกาะไผ่วันไหน", "9 สิงหาคม 2564"),
    ],
)
def test_a_day_is_told_by_what_was_done_and_not_by_the_word_for_when(
    question: str, fact: str
) -> None:
    """Neither a label nor a question is another because it says "วันไหน" for "เมื่อไหร่"."""
    school = Entry(
        "school",
        "โรงเรียนเรือที่เกาะไผ่",
        "โรงเรียนเรือสอนต่อเรือ",
        Kind.NEWS,
        facts={
            "เลิกสอนเมื่อไหร่": "30 พฤศจิกายน 2565",
            "ผู้ตรวจดูที่เกาะไผ่วันไหน": "1 กุมภาพันธ์ 2567",
            "ลงนามวันไหน": "9 สิงหาคม 2564",
        },
    )
    assert fact == fact_of(school, question)
