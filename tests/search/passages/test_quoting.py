"""The fact a question asks for, and the passages that hold it."""

from dataclasses import replace
from datetime import date

import pytest

from bot.knowledge.entries import Contact, Entry, Event, Kind, Person
from bot.search.passages.candidates import candidates
from bot.search.passages.quoting import Quotes, quote
from tests.search.passages.base import TODAY, asked, fact_of, quotation, searched

FAIR = Entry(
    id="fair",
    title="มหกรรมผ้าไหม",
    body=(
        "นายสมชาย ใจดี นายกเทศมนตรี เป็นประธานเปิดมหกรรมผ้าไหม เมื่อวันที่ 2 ธันวาคม 2565"
        " ณ หอประชุมอำเภอน้ำปลีก มีผู้เข้าร่วม 1,250 คน จาก 12 ตำบล ใช้งบประมาณ 85,000 บาท\n\n"
        "ผู้สนใจสอบถามได้ที่ โทร. 0 4511 2233 หรือ silk@example.go.th"
        " งานนี้จัดขึ้นเพื่อสืบสานการทอผ้าของชาวบ้าน"
    ),
)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("มหกรรมผ้าไหมจัดวันไหน", "2 ธันวาคม 2565"),
        ("งานผ้าไหมจัดที่ไหน", "หอประชุมอำเภอน้ำปลีก"),
        ("ใครเป็นประธานเปิดงาน", "นายสมชาย ใจดี"),
        ("มีผู้เข้าร่วมกี่คน", "1,250 คน"),
        ("มาจากกี่ตำบล", "12 ตำบล"),
        ("ใช้งบเท่าไร", "85,000 บาท"),
        ("ขอเบอร์โทรหน่อย", "0 4511 2233"),
        ("อีเมลอะไร", "silk@example.go.th"),
        ("จัดไปทำไม", "เพื่อสืบสานการทอผ้า"),
    ],
)
def test_the_fact_is_read_out_of_the_body(question: str, fact: str) -> None:
    """The question word picks the date, place, person, number, money or contact."""
    assert fact in fact_of(FAIR, question)


LISTS = Entry(
    "l",
    "ทะเบียนบ้านดอน",
    "บ้านดอนมีวันทำบุญวันที่ 3 มีนาคม และวันไหว้ครูวันที่ 9 มิถุนายน ในสมัยรัชกาลที่ 4 เสด็จมาครั้งแรก"
    " ปลูกผักได้ 200 กิโลกรัมต่อไร่ต่อปี สำนักงานอยู่ที่อาคารไม้ ถนนสายลม อ.เขากว้าง"
    " มีคนดูแล 12 คนที่มีความสามารถทำงานได้ดี มีป่า (45.5%) อยู่หลังบ้าน",
    people=(Person("ก้อง นาดี", "ครู"), Person("ขวัญ ไพรี", "ครู"), Person("คำ สวนงาม", "หมอ")),
)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("บ้านดอนปลูกผักได้กี่กิโล", "200 กิโลกรัมต่อไร่ต่อปี"),
        ("บ้านดอนปลูกผักได้กี่โลต่อไร่", "200 กิโลกรัมต่อไร่ต่อปี"),
        ("บ้านดอนมีป่ากี่เปอร์เซ็นต์", "45.5%"),
        ("สำนักงานบ้านดอนอยู่ถนนอะไร", "อาคารไม้ ถนนสายลม อ.เขากว้าง"),
        ("บ้านดอนทำบุญวันไหน", "วันที่ 3 มีนาคม"),
        ("บ้านดอนทำบุญกี่โมง", ""),
        ("บ้านดอนมีงานวันไหนบ้าง", ""),
        ("บ้านดอนเสด็จมากี่ครั้ง", ""),
        ("บ้านดอนใครเป็นครูบ้าง", "ก้อง นาดี ครู, ขวัญ ไพรี ครู"),
        ("บ้านดอนสมัครยังไง", ""),
        ("บ้านดอนใครเป็นปลัด", ""),
        ("บ้านดอนใครเป็นหมอ", "คำ สวนงาม หมอ"),
    ],
)
def test_a_fact_is_whole_and_of_the_kind_asked_for(question: str, fact: str) -> None:
    """No word is cut in two, no ordinal counts, and one of several is not told as if all."""
    assert fact == fact_of(LISTS, question)


def test_two_labels_that_say_the_same_are_one_fact() -> None:
    """All provinces are asked for, and both labels name them all."""
    towns = {"มีจังหวัด": "น่าน แพร่ เลย", "จังหวัดที่เข้าร่วม": "น่าน แพร่ เลย (3 จังหวัด)"}
    fair = Entry("f", "งานฟาง", "งานฟาง", event=Event(date(2018, 8, 18), venue="วัด"), facts=towns)
    assert fact_of(fair, "งานฟางจังหวัดอะไรเข้าร่วมบ้าง").startswith("น่าน แพร่ เลย")


def test_how_long_something_else_lasts_comes_from_the_text() -> None:
    """Where the days of the event agree with the question in their kind alone."""
    keeping = Entry(
        "f", "เปิดโรงรมลำไย", "โรงรมช่วยให้เก็บลำไยไว้ได้นานขึ้น 30-45 วัน", event=Event(date(2016, 11, 26))
    )
    assert "30-45 วัน" in fact_of(keeping, "โรงรมช่วยให้เก็บลำไยไว้ได้นานขึ้นกี่วัน")


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("จัดวันไหน", "26-28 มีนาคม 2555"),
        ("จัดที่ไหน", "โรงแรมแกรนด์ จังหวัดนครสวรรค์"),
        ("ใครกล่าวต้อนรับ", "นายวิน ผู้กล่าวต้อนรับ"),
        ("ผู้เข้าร่วมกี่คน", "ประมาณ 200 คน"),
        ("ขอเบอร์หน่อย", "0 2333 3700"),
        ("ขอแฟกซ์", "0 2333 3833"),
    ],
)
def test_what_staff_wrote_wins(question: str, fact: str) -> None:
    """Front matter answers before the body; the label that agrees with the question is taken."""
    entry = Entry(
        id="x",
        title="สัมมนา",
        body="ข่าวลงวันที่ 1 มกราคม 2550 มีผู้เข้าร่วม 9 คน โทร 0 1111 1111 ณ บ้าน",
        facts={"ผู้เข้าร่วม": "ประมาณ 200 คน", "จำนวนจังหวัด": "4 จังหวัด"},
        event=Event(date(2012, 3, 26), date(2012, 3, 28), "", "โรงแรมแกรนด์", "นครสวรรค์"),
        contact=Contact(phones=("0 2333 3700",), fax="0 2333 3833"),
        people=(Person("นางเสา", "ประธานเปิดงาน"), Person("นายวิน", "ผู้กล่าวต้อนรับ")),
    )
    assert fact == fact_of(entry, question)


def test_an_office_is_named_from_the_footer_of_a_release() -> None:
    """What import kept of the footer answers when the entry has no contact of its own."""
    footer = "กองสื่อสาร โทร. 0 2577 9360 - 61 E-mail : pr@example.go.th"
    entry = Entry(id="x", title="ข่าว", body="ทดสอบสะพาน", facts={"press_contact": footer})
    assert footer == fact_of(entry, "ขอเบอร์หน่อย")


FILLER = "ในโอกาสนี้คณะทำงานได้หารือแนวทางพัฒนางานวิจัยของประเทศอย่างรอบด้าน "


def test_what_is_asked_about_is_quoted_before_what_the_title_says() -> None:
    """Words that the title holds too tell nothing about the place in the text."""
    body = f"โครงการเห็ดถังเช่าเปิดตัวแล้ว {FILLER * 9}\n\nเห็ดถังเช่ากระปุกขายในร้านสหกรณ์น้ำปลีก {FILLER * 9}"
    entry = Entry(id="x", title="โครงการเห็ดถังเช่าเปิดตัวแล้ว", body=body)
    told = "".join(body[a:b] for a, b in quotation(entry, "เห็ดถังเช่าขายในร้านอะไร").passages)
    assert "สหกรณ์น้ำปลีก" in told


def test_an_entry_without_a_body_tells_nothing() -> None:
    """No facts and no text: no answer, no error."""
    assert "" == fact_of(Entry(id="x", title="ว่าง", body=""), "จัดวันไหน")


def test_an_entry_is_read_once_for_a_question() -> None:
    """Who doubts and who answers ask for the same quotation."""
    query = asked("มหกรรมผ้าไหมใช้งบเท่าไหร่")
    quotes = Quotes(query, TODAY)
    assert quotes.of(FAIR) is quotes.of(FAIR)
    assert quote(FAIR, query, TODAY) == quotes.of(FAIR)


def test_a_length_of_time_is_not_when() -> None:
    """ "เมื่อไหร่" of an event is its day; how long something keeps is asked with กี่วัน."""
    entry = Entry(
        "fruit",
        "ศูนย์ยืดอายุลำไย",
        "เปิดศูนย์ยืดอายุลำไย",
        event=Event(date(2016, 11, 26), date(2016, 11, 26)),
        facts={"ยืดอายุลำไย": "30-45 วัน"},
    )
    assert "26 พฤศจิกายน 2559" == fact_of(entry, "ศูนย์ยืดอายุลำไยเปิดเมื่อไหร่")
    assert "30-45 วัน" == fact_of(entry, "ยืดอายุลำไยได้กี่วัน")


def test_a_share_is_no_count() -> None:
    """ "10%" says nothing to "กี่เครื่อง"; who asks for a share is told it."""
    entry = Entry("tablet", "ลดราคาแท็บเล็ต", "นักศึกษาซื้อแท็บเล็ตลด 10% ทั้งประเทศ")
    assert "10%" not in fact_of(entry, "แจกแท็บเล็ตกี่เครื่อง")
    assert "10%" in fact_of(entry, "ลดราคาแท็บเล็ตกี่เปอร์เซ็นต์")


def test_people_are_no_machines() -> None:
    """What is counted in people, days or rounds is not told to who asks for another thing."""
    entry = Entry("tablet", "แจกแท็บเล็ต", "แจกแท็บเล็ตให้นักศึกษา 2 ล้านคนใช้เรียน")
    assert "" == fact_of(entry, "แจกแท็บเล็ตกี่เครื่อง")
    assert "2 ล้านคน" in fact_of(entry, "แจกแท็บเล็ตให้กี่คน")
    first = Entry("centre", "ศูนย์สับปะรด", "ศูนย์สับปะรดเป็น 1 ในกลุ่มนี้")
    assert "" == fact_of(first, "ศูนย์สับปะรดมีกี่เครื่อง")


VISIT = Entry(
    id="visit",
    title="คณะผู้แทนสภาช่างไม้มาเยี่ยมชมโรงเลื่อย",
    body=(
        "นายสมหมาย ขยันดี รัฐมนตรีว่าการกระทรวงป่าไม้ ต้อนรับคณะผู้แทนเมื่อวันที่ 4 พฤษภาคม 2565"
        " โดย Ms. Ada Holz ประธานสภาช่างไม้ กล่าวขอบคุณ\n\n"
        "ทั้งสองฝ่ายลงนามข้อตกลงฉบับแรกกันมาตั้งแต่วันที่ 9 กันยายน 2558 โรงเลื่อยมีเนื้อที่ 30 ไร่"
        " และรับช่วงโควิด 19 คนงานลดลง มีคนงาน 85 คน"
    ),
    event=Event(start=date(2022, 5, 4), end=date(2022, 5, 4)),
    facts={"งบ": "12 ล้านบาท"},
    people=(Person("นายสมหมาย ขยันดี", "รัฐมนตรีว่าการกระทรวงป่าไม้"),),
)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("ประธานสภาช่างไม้ที่มาเยี่ยมชมโรงเลื่อยชื่ออะไร", "Ms. Ada Holz"),
        ("รัฐมนตรีป่าไม้ที่ต้อนรับสภาช่างไม้คือใคร", "นายสมหมาย ขยันดี"),
        ("สภาช่างไม้ลงนามข้อตกลงฉบับแรกกันตั้งแต่เมื่อไหร่", "9 กันยายน 2558"),
        ("คณะผู้แทนสภาช่างไม้มาเยี่ยมชมวันไหน", "4 พฤษภาคม 2565"),
        ("โรงเลื่อยมีเนื้อที่กี่ไร่", "30 ไร่"),
        ("ช่วงโควิดโรงเลื่อยมีคนงานกี่คน", "85 คน"),
    ],
)
def test_kind_alone_does_not_make_a_fact_the_answer(question: str, fact: str) -> None:
    """The minister is not the guest's chairman, nor the day of the visit that of a treaty."""
    assert fact in fact_of(VISIT, question)


def test_what_was_spent_is_not_free() -> None:
    """The entrance is free; that says nothing of the budget."""
    event = Event(start=date(2022, 5, 4), cost="ฟรี")
    entry = Entry("x", "งานโรงเลื่อย", "เข้าชมฟรี", event=event)
    assert "ฟรี" == fact_of(entry, "งานโรงเลื่อยเสียค่าเข้าเท่าไหร่")
    assert "" == fact_of(entry, "งานโรงเลื่อยใช้งบเท่าไหร่")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("มหกรรมว่าวภาคใต้จัดวันไหน", "5-6 มีนาคม 2564 ที่หาดทราย"),
        ("มหกรรมว่าวภาคใต้จัดที่ไหน", "5-6 มีนาคม 2564 ที่หาดทราย"),
        ("มหกรรมว่าวจัดวันไหน", "1-9 มีนาคม 2564"),
        ("มหกรรมว่าวภาคกลางจัดวันไหน", "1-9 มีนาคม 2564"),
    ],
)
def test_a_label_that_names_a_part_answers_for_it(question: str, told: str) -> None:
    """What staff wrote of a part of an event is told to who names the part, whole."""
    event = Event(date(2021, 3, 1), date(2021, 3, 9), venue="ทั่วประเทศ")
    fair = Entry(
        "fair",
        "มหกรรมว่าว",
        "มหกรรมว่าวสี่ภาค",
        event=event,
        facts={"ภาคใต้": "5-6 มีนาคม 2564 ที่หาดทราย"},
    )
    assert told == fact_of(fair, question)


def test_devotion_is_no_hour() -> None:
    """ทุ่มเท begins like the word for an hour of the evening."""
    event = Event(date(2024, 1, 2), date(2024, 1, 2))
    entry = Entry("kites", "งานแข่งว่าว", "ทีมทุ่มเทแรงกายทำว่าว", event=event)
    assert "ไม่ทราบเวลา" in fact_of(entry, "งานแข่งว่าวเริ่มกี่โมง")


@pytest.mark.parametrize("label", ["ปีก่อตั้ง", "วันก่อตั้ง"])
def test_the_year_of_founding_is_a_time(label: str) -> None:
    """Of the labels that name a time none is lost for the letter behind it."""
    entry = Entry("x", "กรมว่าว", "กรมว่าวก่อตั้ง 2500", facts={label: "เอกสารไม่ตรงกัน (2500 หรือ 2502)"})
    assert "เอกสารไม่ตรงกัน (2500 หรือ 2502)" == fact_of(entry, "กรมว่าวก่อตั้งปีอะไร")


@pytest.mark.parametrize("month", ["มี.ค.", "เม.ย.", "มิ.ย.", "ก.ย."])
def test_a_short_month_of_a_short_year_is_read_as_a_day(month: str) -> None:
    """Every month has a vowel or none before its dot."""
    entry = Entry("x", "วิ่งว่าว", f"นัดวิ่งว่าวตอนเช้า 20 {month} 63 ริมบึง")
    assert f"20 {month} 63" == fact_of(entry, "วิ่งว่าววันไหน")


@pytest.mark.parametrize("value", ["อุตสาหกรรมห้ามเสี่ยง", "สามารถปลูกพันธุ์เรียบร้อย", "ความสัมพันธ์กับสหกรณ์"])
def test_no_number_stands_inside_a_word(value: str) -> None:
    """There is no หก in อุตสาหกรรม, no พัน in พันธุ์: what staff wrote there is no count."""
    entry = Entry("x", "เรือนเพาะ", "เรือนเพาะกล้า", facts={"จำนวนเรือน": value, "เรือนกว้าง": "หกเมตร"})
    assert "" == fact_of(entry, "เรือนเพาะจำนวนกี่เรือน")
    assert "หกเมตร" == fact_of(entry, "เรือนกว้างกี่เมตร")


def test_no_hour_stands_inside_a_word() -> None:
    """There is no hour in a tunnel, nor in what is exact."""
    entry = Entry("x", "อุโมงค์", "อุโมงค์น้ำ", facts={"เวลาเปิดอุโมงค์": "วัดอุโมงค์ได้เที่ยงตรง"})
    assert "" == fact_of(entry, "เวลาเปิดอุโมงค์กี่โมง")


@pytest.mark.parametrize(
    ("question", "told"), [("วันไหน", "ถึง 23 พฤศจิกายน 2563"), ("กี่โมง", "09.00-19.00 น.")]
)
def test_the_only_fact_of_a_kind_answers_a_bare_question(question: str, told: str) -> None:
    """There is no subject to agree with; where two facts have the kind, neither is told."""
    fair = Entry(
        "f", "มหกรรมว่าว", "งานว่าว", Kind.EVENT, event=Event(time="09.00-19.00 น."),
        facts={"วันจัดงาน": "ถึง 23 พฤศจิกายน 2563", "ผู้ร่วมจัด": "93 หน่วยงาน"},
    )  # fmt: skip
    assert told == fact_of(fair, question)
    both = replace(fair, facts={**fair.facts, "วันแถลงข่าว": "5 พฤศจิกายน 2563"})
    assert "" == fact_of(both, "วันไหน")


@pytest.mark.parametrize(
    ("body", "question", "told"),
    [
        ("ส่งมะม่วง 1.2 ตัน ทางเรือใช้เวลา 20 วัน", "ส่งมะม่วงทางเรือนานเท่าไร", "20 วัน"),
        ("ใช้เวลา 20 วัน ผลหนัก 350 กรัม", "ผลหนักเท่าไหร่", "350 กรัม"),
        ("มี 12 ห้อง เสาสูง 45 เมตร", "เสาสูงเท่าไร", "45 เมตร"),
    ],
)
def test_a_length_a_weight_and_a_height_have_their_units(
    body: str, question: str, told: str
) -> None:
    """Nobody who asks how long it takes wants tons."""
    assert told in fact_of(Entry("e", "มะม่วง", body), question)


def test_a_label_says_more_than_what_the_entry_is_about() -> None:
    """ "พิพิธภัณฑ์มี" is no answer to what one may bring there; what it is, a label may define."""
    museum = Entry(
        "m", "พิพิธภัณฑ์ของเล่น", "ห้ามนำอาหารเข้า", Kind.SERVICE,
        facts={"พิพิธภัณฑ์มี": "4 อาคาร", "พิพิธภัณฑ์ของเล่นคือ": "ที่เก็บของเล่นเก่า"},
    )  # fmt: skip
    assert "" == fact_of(museum, "เอาข้าวไปกินในพิพิธภัณฑ์ของเล่นได้ไหม")
    assert "ที่เก็บของเล่นเก่า" == fact_of(museum, "พิพิธภัณฑ์ของเล่นคืออะไร")


def test_whoever_a_label_names_is_meant() -> None:
    """A title before a name is none of it, and an organisation is asked for by กับใคร."""
    opened = Entry("o", "เปิดงาน", "ศาสตราจารย์พิเศษ ดร. สมชาย ใจกล้า เปิดงานกับบริษัท ดาวเหนือ จำกัด")
    assert "ศาสตราจารย์พิเศษ ดร. สมชาย ใจกล้า" == fact_of(opened, "ใครเปิดงาน")
    assert "ดาวเหนือ" in fact_of(opened, "สมชายเปิดงานกับใคร")


def test_no_file_tells_what_a_meter_shows_now() -> None:
    """How many metrics there are is no answer; who counts something asks in its unit."""
    dust = Entry(
        "d", "ศูนย์เฝ้าระวังฝุ่น", "ติดตั้งเครื่องวัดฝุ่น 500 เครื่อง", facts={"จำนวนเครื่องวัดฝุ่น": "500 เครื่อง"}
    )
    assert "" == fact_of(dust, "ฝุ่นวันนี้เท่าไหร่")
    assert "500 เครื่อง" == fact_of(dust, "ตอนนี้มีเครื่องวัดฝุ่นกี่เครื่อง")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ค่าสมัครเท่าไหร่", "300 บาท"),
        ("ค่าเดินทางเท่าไหร่", ""),
        ("ได้เงินเท่าไหร่", ""),
    ],
)
def test_a_bare_question_gets_the_fee_it_names(question: str, told: str) -> None:
    """No other, and no prize for a price."""
    plain = replace(FAIR, body="แข่งว่าว", facts={"ค่าสมัคร": "300 บาท"})
    assert told == fact_of(plain, question)
    prize = replace(FAIR, body="แข่งว่าว", facts={"รางวัลชนะเลิศ": "5,000 บาท"})
    assert "" == fact_of(prize, "ราคาเท่าไหร่")


def test_a_fact_that_defines_answers_who_asks_just_that() -> None:
    """Whatever else is asked about the same thing gets no definition for a number."""
    plain = replace(FAIR, title="คลินิกควาย", body="ควาย", facts={"คลินิกควายคือ": "ที่รักษาควาย"})
    assert "ที่รักษาควาย" == fact_of(plain, "คลินิกควายคืออะไร")
    assert "" == fact_of(plain, "คลินิกควายเปิดกี่โมง")


@pytest.mark.parametrize("question", ["ค่ายว่าวจัดเพื่ออะไร", "ค่ายว่าวมีวัตถุประสงค์อะไร"])
def test_what_it_is_for_is_what_the_text_calls_its_aim(question: str) -> None:
    """Not what somebody did for another end, however near its name; nor is a word of it cut."""
    aim = f"ค่ายมีวัตถุประสงค์เพื่อ{'ฝึกช่างรุ่นใหม่ ' * 9}{'ชักว่าวให้เด็กเกาะไผ่' * 9}"
    body = f"ค่ายว่าวจัดแล้ว เพื่อให้ทันลมหนาวปีนี้ {FILLER * 5}\n\n{aim} {FILLER * 5}"
    entry = Entry(id="x", title="ค่ายว่าว", body=body)
    ((start, end),) = quotation(entry, question).passages
    assert "วัตถุประสงค์" in body[start:end]
    assert body[end].isspace()


def test_what_an_office_is_named_for_is_no_reason() -> None:
    """Its name goes on from "เพื่อ" into the next clause."""
    body = "กรมลมลงนามกับสำนักงานปรมาณูเพื่อสันติ มุ่งดูแลว่าวเรืองแสง"
    assert "เพื่อสันติ" not in fact_of(Entry("k", "กรมลมลงนาม", body), "กรมลมลงนามเพื่ออะไร")


@pytest.mark.parametrize(("question", "shown"), [("เพราะอะไร", "กรณีที่"), ("เพื่ออะไร", "เพื่อให้")])
def test_a_cause_is_no_purpose(question: str, shown: str) -> None:
    """Who asks because of what something befell somebody is shown that, not what it was for."""
    body = (
        "กรมลมสั่งปิดหอว่าว จากกรณีที่หอว่าวปล่อยเชือกขาดหลายครั้งแล้วไม่ซ่อม\n\n"
        + "ผู้ชมหลายคนเล่าเรื่องว่าวที่เคยเห็น " * 12
        + "\n\nกรมลมตั้งคณะทำงาน เพื่อให้หอว่าวกลับมาเปิดได้โดยเร็ว"
    )
    entry = Entry("k", "กรมลมสั่งปิดหอว่าว", body)
    said = "".join(body[a:b] for a, b in quotation(entry, question).passages)
    assert shown in said
    assert ("เพื่อให้" in said) == (shown == "เพื่อให้")


def test_what_people_call_otherwise_is_found_by_its_official_word() -> None:
    """Where the text has that, and theirs not: "เวฟ" is told of by ไมโครเวฟ."""
    filler = "ชามไผ่ของบ้านนาทำจากไผ่ลำใหญ่ ตากแดดสามวันแล้วขัดจนเรียบ " * 8
    bowl = Entry("bowl", "ชามไผ่บ้านนา", f"{filler}ห้ามใช้กับไมโครเวฟ {filler}")
    told = quote(bowl, searched("ชามไผ่เอาเข้าเวฟได้ไหม"), TODAY)
    assert any("ไมโครเวฟ" in bowl.body[a:b] for a, b in told.passages)


def test_the_hours_of_a_service_are_no_manner() -> None:
    """ "เวลาให้บริการ" names something; "ให้โทร" tells how."""
    text = "เวลาให้บริการและค่าโทร ยังไม่ทราบแน่\n\nถ้าไม่ติด ให้โทรเบอร์กลางของกรมว่าว"
    found = candidates(text, asked("โทรยังไง"), TODAY)
    assert ["ให้โทรเบอร์กลางของกรมว่าว"] == [text[one.start : one.end] for one in found]


def test_a_number_is_told_with_the_others_beside_which_staff_wrote_it() -> None:
    """To who asks for all of that unit; of another unit alone is told."""
    fair = Entry(
        "fair",
        "มหกรรมว่าว",
        "มหกรรมว่าวแจกรถ 1 คัน กับเรือ วันละ 2 คัน ให้คนดู 90 คน",
        facts={"รางวัลใหญ่": "รถ 1 คัน และเรือวันละ 2 คัน ให้ 90 คน"},
    )
    assert "รถ 1 คัน และเรือวันละ 2 คัน ให้ 90 คน" == fact_of(fair, "มหกรรมว่าวแจกรถกี่คัน")
    assert "90 คน" == fact_of(fair, "มหกรรมว่าวมีคนดูกี่คน")


def test_what_something_is_is_quoted_by_its_name_alone() -> None:
    """Not by what is said beside of who signed what, where the text names the thing."""
    signed = "เห็นแล้วว่าวัดไผ่เซ็นกับชมรมว่าวเรื่อง KPR เพื่อลูกหลานที่ถามหาว่าว"
    body = f"{signed}\n\n{'สายลม ' * 80}\n\nKPR คือเชือกที่ฟั่นจากใยไผ่\n\n{'สายลม ' * 80}"
    beside = "เห็นวัดไผ่เซ็นกับชมรมว่าว ลูกถามตอบไม่ได้"
    rope = Entry("k", "ข่าววัดไผ่", body)
    first, _ = quote(rope, searched(f"kpr คือไรครับ {beside}"), TODAY, brief=True).passages[0]
    assert body[first:].startswith("KPR คือเชือก")
    untold = quote(rope, searched(f"xyz คือไรครับ {beside}"), TODAY, brief=True)
    assert 0 == untold.passages[0][0]
