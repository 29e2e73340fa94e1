"""Passages: entries in pieces, and the fact a question asks for."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.entries import Contact, Entry, Event, Kind, Person
from bot.search.passages.excerpts import window
from bot.search.passages.quoting import Quotation, Quotes, quote
from bot.search.passages.spans import asks_body, candidates, is_kind_asked, without_tail
from bot.search.pieces import PASSAGE_LIMIT, passages_of, windows
from bot.search.ranking import Part, Query
from bot.thai.normalise import normalise
from bot.thai.questions import Aspect, aspect_of

TODAY = date(2026, 11, 23)
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


def quotation(entry: Entry, question: str) -> Quotation:
    clean = normalise(question)
    return quote(entry, Query(question, clean, aspect=aspect_of(clean)), TODAY)


def span_of(entry: Entry, question: str) -> str:
    found = quotation(entry, question).fact
    return found.text if found else ""


@given(st.text("กขเา \n.0", max_size=2_000), st.integers(10, 300))
def test_windows_lose_nothing_and_keep_the_limit(text: str, limit: int) -> None:
    """Pieces hold every letter of the text in order, none longer than the limit."""
    pieces = list(windows(text, limit))
    assert all(len(piece) <= limit for piece in pieces)
    assert "".join(text.split()) == "".join("".join(pieces).split())


def test_an_entry_is_cut_into_all_its_parts() -> None:
    """Title first, then what people ask, keywords, facts, event, contact, people and body."""
    entry = Entry(
        id="x",
        title="ชื่อ",
        body="เนื้อ",
        questions=("ถาม",),
        keywords=("คำ", "สำคัญ"),
        facts={"ผู้เปิด": "นางดี"},
        event=Event(start=date(2012, 3, 26), end=date(2012, 3, 28), venue="โรงแรม"),
        contact=Contact(phones=("1313",)),
        people=(Person("นายเอ", "พิธีกร"),),
    )
    pieces = passages_of(entry, ("สอน",))
    assert [
        Part.TITLE,
        Part.QUESTION,
        Part.TAUGHT,
        Part.KEYWORD,
        Part.FACT,
        Part.FACT,
        Part.FACT,
        Part.FACT,
        Part.BODY,
    ] == [piece.part for piece in pieces]
    assert "จัดวันที่ 26-28 มีนาคม 2555 สถานที่ โรงแรม" == pieces[5].text


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
    assert fact in span_of(FAIR, question)


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
        ("บ้านดอนปลูกผักได้กี่กิโล", "200 กิโลกรัมต่อไร่"),
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
    assert fact == span_of(LISTS, question)


def test_two_labels_that_say_the_same_are_one_fact() -> None:
    """All provinces are asked for, and both labels name them all."""
    towns = {"มีจังหวัด": "น่าน แพร่ เลย", "จังหวัดที่เข้าร่วม": "น่าน แพร่ เลย (3 จังหวัด)"}
    fair = Entry("f", "งานฟาง", "งานฟาง", event=Event(date(2018, 8, 18), venue="วัด"), facts=towns)
    assert span_of(fair, "งานฟางจังหวัดอะไรเข้าร่วมบ้าง").startswith("น่าน แพร่ เลย")


def test_how_long_an_event_is_comes_from_its_days() -> None:
    """The first and the last day count both."""
    fair = Entry("f", "งาน", "งาน", event=Event(date(2018, 8, 18), date(2018, 8, 24)))
    assert span_of(fair, "งานมีกี่วัน") == "7 วัน (18-24 สิงหาคม 2561)"


def test_how_long_something_else_lasts_comes_from_the_text() -> None:
    """Where the days of the event agree with the question in their kind alone."""
    keeping = Entry(
        "f", "เปิดโรงรมลำไย", "โรงรมช่วยให้เก็บลำไยไว้ได้นานขึ้น 30-45 วัน", event=Event(date(2016, 11, 26))
    )
    assert "30-45 วัน" in span_of(keeping, "โรงรมช่วยให้เก็บลำไยไว้ได้นานขึ้นกี่วัน")


def test_one_venue_is_not_all_the_places() -> None:
    """Who asks for several places is not told the hall in which the news of them was given."""
    news = Entry("n", "ฉายรังสีอาหาร", "แถลงที่หอประชุม", event=Event(date(2021, 5, 4), venue="หอประชุม"))
    assert "" == span_of(news, "จะเอาไปฉายรังสีที่จังหวัดไหนบ้าง")
    assert "หอประชุม" == span_of(news, "แถลงข่าวจัดที่ไหนบ้าง")


def test_one_of_a_list_is_not_all_of_it() -> None:
    """A text that counts several and heads only one as such tells them in its own words."""
    body = "นายดินไปทดลองแอปที่ จ.สตูล เป็นที่แรก พื้นที่นำร่อง {} ได้แก่ สตูล ตรัง และพังงา"
    question = "จังหวัดไหนบ้างที่ทดลองแอป"
    assert "" == span_of(Entry("n", "ทดลองแอป", body.format("3 จังหวัด")), question)
    assert "จ.สตูล" == span_of(Entry("n", "ทดลองแอป", body.format("รอบแรก")), question)
    guests = Entry("g", "เรียนทำว่าว", "เด็กมาจากประเทศจีน ลาว และพม่า ตามลำดับ")
    assert "" == span_of(guests, "เด็กมาจากประเทศไหนบ้าง")
    assert "ประเทศจีน" == span_of(guests, "เด็กมาจากประเทศไหน")


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (
            "เด็ก 90 คนจากโรงเรียนในจังหวัดสตูล และจังหวัดตรัง เข้าค่ายที่หอประชุม",
            "โรงเรียนในจังหวัดสตูล และจังหวัดตรัง",
        ),
        ("เด็ก 90 คนเข้าค่ายที่หอประชุม", "หอประชุม"),
    ],
)
def test_guests_come_from_elsewhere(body: str, place: str) -> None:
    """The venue is where they came from only if the text names no place of theirs."""
    camp = Entry("c", "ค่ายเด็ก", body, event=Event(date(2021, 5, 4), venue="หอประชุม"))
    assert place == span_of(camp, "เด็กมาจากจังหวัดไหน")


def test_one_of_many_numbers_is_not_likely_meant() -> None:
    """Where the text has as much reason for another one; a number alone is."""
    wards = "ภาคเหนือมี 120 เตียง ภาคกลางมี 310 เตียง ภาคใต้มี 95 เตียง ภาคตะวันออกมี 240 เตียง"
    several = quotation(Entry("w", "โรงพยาบาลสนาม", wards), "โรงพยาบาลสนามของจังหวัดเรามีกี่เตียง").fact
    alone = quotation(Entry("w", "โรงพยาบาลสนาม", "มี 120 เตียง"), "โรงพยาบาลสนามมีกี่เตียง").fact
    assert several
    assert alone
    assert (False, True) == (several.is_likely, alone.is_likely)


def test_an_organisation_named_in_passing_is_nobody() -> None:
    """Who somebody is, is told by the sentence; not by the office whose news told of them."""
    entry = Entry("r", "แม่ทัพน้อย", "แม่ทัพน้อย คือครูที่สอนวิทยาศาสตร์ให้ทหาร ตามข่าวของกระทรวงปี 2560")
    assert span_of(entry, "แม่ทัพน้อยคือใคร") == ""


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
    assert fact == span_of(entry, question)


def test_who_wants_an_organisation_gets_no_person() -> None:
    """People that staff wrote down are no answer to which company it was."""
    ferry = Entry(
        "f",
        "เรือข้ามฟากไฟฟ้า",
        "เรือข้ามฟากไฟฟ้าต่อโดย บริษัท เรือไม้ไทย จำกัด ทดลองวิ่งแล้ว",
        people=(Person("ก้อง นาดี", "ผู้ว่าราชการจังหวัด"),),
    )
    assert "ก้อง นาดี" not in span_of(ferry, "เรือข้ามฟากไฟฟ้าบริษัทไหนต่อ")
    assert "ก้อง นาดี" in span_of(ferry, "เรือข้ามฟากไฟฟ้าใครเป็นผู้ว่า")


def test_an_office_is_named_from_the_footer_of_a_release() -> None:
    """What import kept of the footer answers when the entry has no contact of its own."""
    footer = "กองสื่อสาร โทร. 0 2577 9360 - 61 E-mail : pr@example.go.th"
    entry = Entry(id="x", title="ข่าว", body="ทดสอบสะพาน", facts={"press_contact": footer})
    assert footer == span_of(entry, "ขอเบอร์หน่อย")


def test_an_office_is_no_answer_to_who_wants_its_number() -> None:
    """A place to report to answers "แจ้งที่ไหน", not "ขอเบอร์"."""
    entry = Entry(id="x", title="ทุจริต", body="ผู้พบเห็น แจ้งข้อมูลมายัง กองวินัย ได้ทันที")
    assert "กองวินัย" in span_of(entry, "แจ้งข้อมูลได้ที่ไหน")
    assert "" == span_of(entry, "ขอเบอร์โทรหน่อย")


FILLER = "ในโอกาสนี้คณะทำงานได้หารือแนวทางพัฒนางานวิจัยของประเทศอย่างรอบด้าน "


def test_what_is_asked_about_is_quoted_before_what_the_title_says() -> None:
    """Words that the title holds too tell nothing about the place in the text."""
    body = f"โครงการเห็ดถังเช่าเปิดตัวแล้ว {FILLER * 9}\n\nเห็ดถังเช่ากระปุกขายในร้านสหกรณ์น้ำปลีก {FILLER * 9}"
    entry = Entry(id="x", title="โครงการเห็ดถังเช่าเปิดตัวแล้ว", body=body)
    told = "".join(body[a:b] for a, b in quotation(entry, "เห็ดถังเช่าขายในร้านอะไร").passages)
    assert "สหกรณ์น้ำปลีก" in told


@given(st.lists(st.sampled_from(("งานวัด", "วันที่ 3 มีนาคม 2565", "\n", FILLER)), max_size=40))
def test_passages_stand_apart_in_the_order_of_the_body(parts: list[str]) -> None:
    """At most three windows' worth of text, nothing told twice."""
    entry = Entry(id="x", title="ข่าว", body=" ".join(parts))
    spans = quotation(entry, "งานวัดจัดวันไหน").passages
    assert list(spans) == sorted(spans)
    assert all(end < start for (_, end), (start, _) in pairwise(spans))
    assert sum(end - start for start, end in spans) <= 3 * PASSAGE_LIMIT


@given(st.text("กขา \n", max_size=900), st.data())
def test_a_window_holds_its_middle_and_keeps_the_limit(text: str, data: st.DataObject) -> None:
    """Whatever stands around it, the fact is inside, and the passage is short."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 80)))
    head, tail = window(text, start, end)
    assert head <= start <= end <= tail
    assert tail - head <= PASSAGE_LIMIT


def test_an_entry_without_a_body_tells_nothing() -> None:
    """No facts and no text: no answer, no error."""
    assert "" == span_of(Entry(id="x", title="ว่าง", body=""), "จัดวันไหน")


def test_a_list_that_is_asked_for_is_kept_whole() -> None:
    """A passage that would end among what ประกอบด้วย announces goes on to the end of the line."""
    tools = " ".join(f"เครื่องสับใบตองรุ่น{number}พร้อมใบมีดสำรอง" for number in range(1, 6))
    filler = "นักวิจัยเล่าเรื่องสวนกล้วยและคนทำสวนที่ตื่นแต่เช้า " * 4
    body = f"ชุดแปรรูปกล้วยของชุมชนบ้านบึง {filler}ประกอบด้วย {tools}\nจบข่าวเพียงเท่านี้"
    entry = Entry("banana", "ชุดแปรรูปกล้วย", body)
    several = quotation(entry, "ชุดแปรรูปกล้วยบ้านบึงมีอะไรบ้าง")
    assert "รุ่น5พร้อมใบมีดสำรอง" in " ".join(body[slice(*place)] for place in several.passages)
    one = quotation(entry, "ชุดแปรรูปกล้วยบ้านบึงคืออะไร")
    assert all(end - start <= PASSAGE_LIMIT for start, end in one.passages)


def test_an_entry_is_read_once_for_a_question() -> None:
    """Who doubts and who answers ask for the same quotation, long and brief."""
    clean = normalise("มหกรรมผ้าไหมใช้งบเท่าไหร่")
    query = Query(clean, clean, aspect=aspect_of(clean))
    quotes = Quotes(query, TODAY)
    assert quotes.of(FAIR) is quotes.of(FAIR)
    assert quote(FAIR, query, TODAY) == quotes.of(FAIR)
    assert quote(FAIR, query, TODAY, brief=True) == quotes.of(FAIR, brief=True)


def test_who_something_is_done_with_is_an_organisation() -> None:
    """ "ทำกับใคร" asks for the partner, not for somebody who spoke; "ใครเปิด" for a person."""
    entry = Entry(
        "camp",
        "ค่ายหุ่นยนต์",
        "ค่ายหุ่นยนต์จัดร่วมกับ สถาบันหุ่นยนต์แห่งชาติ มีพิธีเปิดโดยผู้ดูแลค่าย",
        people=(Person("สมหมาย ใจเย็น", "ผู้เปิดค่าย"),),
    )
    assert "สถาบันหุ่นยนต์แห่งชาติ" == span_of(entry, "ค่ายหุ่นยนต์ทำกับใคร")
    both = replace(entry, body=f"ค่ายหุ่นยนต์ของ กระทรวงพลังใจแห่งชาติ\n\n{entry.body}")
    assert "สถาบันหุ่นยนต์แห่งชาติ" == span_of(both, "ค่ายหุ่นยนต์ กระทรวงพลังใจ ทำกับใคร")
    assert "สมหมาย ใจเย็น ผู้เปิดค่าย" == span_of(entry, "ใครเปิดค่ายหุ่นยนต์")


def test_a_length_of_time_is_not_when() -> None:
    """ "เมื่อไหร่" of an event is its day; how long something keeps is asked with กี่วัน."""
    entry = Entry(
        "fruit",
        "ศูนย์ยืดอายุลำไย",
        "เปิดศูนย์ยืดอายุลำไย",
        event=Event(date(2016, 11, 26), date(2016, 11, 26)),
        facts={"ยืดอายุลำไย": "30-45 วัน"},
    )
    assert "26 พฤศจิกายน 2559" == span_of(entry, "ศูนย์ยืดอายุลำไยเปิดเมื่อไหร่")
    assert "30-45 วัน" == span_of(entry, "ยืดอายุลำไยได้กี่วัน")


def test_a_share_is_no_count() -> None:
    """ "10%" says nothing to "กี่เครื่อง"; who asks for a share is told it."""
    entry = Entry("tablet", "ลดราคาแท็บเล็ต", "นักศึกษาซื้อแท็บเล็ตลด 10% ทั้งประเทศ")
    assert "10%" not in span_of(entry, "แจกแท็บเล็ตกี่เครื่อง")
    assert "10%" in span_of(entry, "ลดราคาแท็บเล็ตกี่เปอร์เซ็นต์")


def test_people_are_no_machines() -> None:
    """What is counted in people, days or rounds is not told to who asks for another thing."""
    entry = Entry("tablet", "แจกแท็บเล็ต", "แจกแท็บเล็ตให้นักศึกษา 2 ล้านคนใช้เรียน")
    assert "" == span_of(entry, "แจกแท็บเล็ตกี่เครื่อง")
    assert "2 ล้านคน" in span_of(entry, "แจกแท็บเล็ตให้กี่คน")
    first = Entry("centre", "ศูนย์สับปะรด", "ศูนย์สับปะรดเป็น 1 ในกลุ่มนี้")
    assert "" == span_of(first, "ศูนย์สับปะรดมีกี่เครื่อง")


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
    assert fact in span_of(VISIT, question)


def test_what_was_spent_is_not_free() -> None:
    """The entrance is free; that says nothing of the budget."""
    event = Event(start=date(2022, 5, 4), cost="ฟรี")
    entry = Entry("x", "งานโรงเลื่อย", "เข้าชมฟรี", event=event)
    assert "ฟรี" == span_of(entry, "งานโรงเลื่อยเสียค่าเข้าเท่าไหร่")
    assert "" == span_of(entry, "งานโรงเลื่อยใช้งบเท่าไหร่")


def test_an_event_of_which_nobody_told_the_last_day() -> None:
    """It began on a day; that it lasted for one is not said."""
    entry = Entry("x", "งานโรงเลื่อย", "จัดงานโรงเลื่อย", event=Event(start=date(2022, 5, 4)))
    assert "เริ่ม 4 พฤษภาคม 2565" == span_of(entry, "งานโรงเลื่อยจัดวันไหน")
    assert "ไม่ทราบวันจบ (เริ่ม 4 พฤษภาคม 2565)" == span_of(entry, "งานโรงเลื่อยจัดกี่วัน")


@pytest.mark.parametrize(
    ("body", "time", "told"),
    [
        ("งานเริ่ม 09.30 น. ที่ลานวัด", "", "09.30 น."),
        ("งานเริ่มสายหน่อย", "", "3 มีนาคม 2564 (ไม่ทราบเวลา)"),
        ("งานเริ่ม 09.30 น.", "10.00-12.00 น.", "3 มีนาคม 2564 10.00-12.00 น."),
    ],
)
def test_the_hour_is_told_to_who_asks_for_it(body: str, time: str, told: str) -> None:
    """The day alone is no answer to กี่โมง, where the hour stands anywhere."""
    event = Event(date(2021, 3, 3), date(2021, 3, 3), time=time)
    fair = Entry("fair", "งานวัด", body, Kind.EVENT, event=event)
    asked = Query("", "งานวัดเริ่มกี่โมง", aspect=Aspect.WHEN)
    fact = quote(fair, asked, date(2026, 1, 1)).fact
    assert fact is not None
    assert told == fact.text


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
    assert told == span_of(fair, question)


def test_devotion_is_no_hour() -> None:
    """ทุ่มเท begins like the word for an hour of the evening."""
    event = Event(date(2024, 1, 2), date(2024, 1, 2))
    entry = Entry("kites", "งานแข่งว่าว", "ทีมทุ่มเทแรงกายทำว่าว", event=event)
    assert "ไม่ทราบเวลา" in span_of(entry, "งานแข่งว่าวเริ่มกี่โมง")


@pytest.mark.parametrize("label", ["ปีก่อตั้ง", "วันก่อตั้ง"])
def test_the_year_of_founding_is_a_time(label: str) -> None:
    """Of the labels that name a time none is lost for the letter behind it."""
    entry = Entry("x", "กรมว่าว", "กรมว่าวก่อตั้ง 2500", facts={label: "เอกสารไม่ตรงกัน (2500 หรือ 2502)"})
    assert "เอกสารไม่ตรงกัน (2500 หรือ 2502)" == span_of(entry, "กรมว่าวก่อตั้งปีอะไร")


def test_a_company_is_no_ministry() -> None:
    """Of the organisations in a text one of the sort that is asked for is told."""
    body = "กระทรวงป่าไม้ร่วมกับบริษัท ไม้ซุงไทย จำกัด ทำเลื่อยไฟฟ้า"
    assert "ไม้ซุงไทย" in span_of(Entry("x", "เลื่อยไฟฟ้า", body), "บริษัทไหนทำเลื่อยไฟฟ้า")


def test_an_office_known_by_its_nickname_is_somebody_to_work_with() -> None:
    """Whom a ministry works with is not itself, and need not have an office in its name."""
    entry = Entry("x", "แผนที่นา", "แผนที่นาของกระทรวงเกษตร พัฒนากับเนคเทค ใช้ดูว่านาไหนปลูกอะไรดี")
    assert "เนคเทค" == span_of(entry, "แผนที่นากระทรวงเกษตรทำกับใคร")


def test_no_place_begins_inside_a_word() -> None:
    """There is no ลาน in เวลานั้น."""
    entry = Entry("x", "ดาวเทียม", "ผู้ว่าการในเวลานั้นปล่อยดาวเทียม")
    assert "" == span_of(entry, "ปล่อยดาวเทียมจากที่ไหน")


@pytest.mark.parametrize("when", ["ธันวาคม 2562", "วันที่ 3", "ปี 2563", "3 ม.ค. 63"])
def test_a_day_behind_na_is_no_place(when: str) -> None:
    """ "ณ" stands before places, and before the day of which something is told."""
    entry = Entry("x", "สวนผีเสื้อ", f"สวนผีเสื้อ (ข้อมูล ณ {when})")
    assert "ณ" not in span_of(entry, "สวนผีเสื้ออยู่ไหน")


def test_no_kind_of_place_is_asked_for_inside_a_word() -> None:
    """There is no รร. in กิจกรรม, and it is a hotel or a school where it stands alone."""
    body = "กิจกรรมปลูกบัว ณ หนองบัวใหญ่ แล้วพักที่โรงแรมบัวขาว"
    entry = Entry("x", "ปลูกบัว", body)
    found = dict(_placed(body, "กิจกรรมที่ไหน"))
    assert found["ณ หนองบัวใหญ่"] == 0.8
    assert "โรงแรมบัวขาว" == span_of(entry, "พักรร.ไหน")


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("ว่าวบินที่ รพ ไหน", "โรงพยาบาลลมเย็น"),
        ("ว่าวบินโรงพยาบาลอะไร", "โรงพยาบาลลมเย็น"),
        ("ว่าวบินเหนือเขื่อนไหน", "เขื่อนน้ำใส"),
    ],
)
def test_a_hospital_and_a_dam_are_places(question: str, place: str) -> None:
    """Each is told to who asks for one, before the hall that is named first."""
    body = "ว่าวบินจากห้องประชุมกลาง ผ่านโรงพยาบาลลมเย็น ไปเหนือเขื่อนน้ำใส"
    assert place == span_of(Entry("x", "ว่าวบิน", body), question)


@pytest.mark.parametrize(
    ("place", "question", "kind"),
    [
        ("รัฐสภา", "คุยกันที่ร้านไหน", False),
        ("ร้านข้าวต้ม ชั้น 3", "คุยกันที่ร้านไหน", True),
        ("อาคารกระจก", "คุยกันที่ตึกไร", True),
        ("รัฐสภา", "คุยกันที่ไหน", True),
        ("น่าน", "คุยกันที่จังหวัดไหน", True),
    ],
)
def test_a_place_is_of_the_kind_that_is_asked_for(place: str, question: str, kind: bool) -> None:
    """Where a kind is named only such a place answers; a province need not say that it is one."""
    assert kind is is_kind_asked(place, question)


def _placed(body: str, question: str) -> list[tuple[str, float]]:
    found = candidates(Aspect.WHERE, body, question, TODAY)
    return [(body[one.start : one.end], one.likeness) for one in found]


@pytest.mark.parametrize("month", ["มี.ค.", "เม.ย.", "มิ.ย.", "ก.ย."])
def test_a_short_month_of_a_short_year_is_read_as_a_day(month: str) -> None:
    """Every month has a vowel or none before its dot."""
    entry = Entry("x", "วิ่งว่าว", f"นัดวิ่งว่าวตอนเช้า 20 {month} 63 ริมบึง")
    assert f"20 {month} 63" == span_of(entry, "วิ่งว่าววันไหน")


@pytest.mark.parametrize("place", ["กรมวิทยาศาสตร์บริการ", "นครนายก"])
def test_no_role_is_named_inside_a_name(place: str) -> None:
    """There is no รมว. in กรมวิทยาศาสตร์, and nobody is told to who names a role nobody has."""
    entry = Entry("x", "งานโคม", "มีงานโคม", people=(Person("ก้อง นาดี", "แขก"),))
    assert "ก้อง นาดี แขก" == span_of(entry, f"งานโคม{place}ใครมา")
    assert "" == span_of(entry, "งานโคมรมว.คนไหนมา")


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("หุ่นกระบอกใครเชิด", "นายเชิด สายไหม เชิดหุ่น และนายดู ลานหญ้า กล่าวว่าชอบ"),
        ("ทุนเล่าเรียนใครได้", "นายเรียน ดีเยี่ยม ได้ทุน และนายดู ลานหญ้า กล่าวว่าชอบ"),
    ],
)
def test_nobody_speaks_inside_a_word(question: str, body: str) -> None:
    """There is no บอก in กระบอก: who spoke is no likelier for it."""
    likely = {
        body[one.start : one.end]: one.likeness
        for one in candidates(Aspect.WHO, body, question, TODAY)
    }
    assert 1 == len(set(likely.values()))


@pytest.mark.parametrize("value", ["อุตสาหกรรมห้ามเสี่ยง", "สามารถปลูกพันธุ์เรียบร้อย", "ความสัมพันธ์กับสหกรณ์"])
def test_no_number_stands_inside_a_word(value: str) -> None:
    """There is no หก in อุตสาหกรรม, no พัน in พันธุ์: what staff wrote there is no count."""
    entry = Entry("x", "เรือนเพาะ", "เรือนเพาะกล้า", facts={"จำนวนเรือน": value, "เรือนกว้าง": "หกเมตร"})
    assert "" == span_of(entry, "เรือนเพาะจำนวนกี่เรือน")
    assert "หกเมตร" == span_of(entry, "เรือนกว้างกี่เมตร")


def test_no_hour_stands_inside_a_word() -> None:
    """There is no hour in a tunnel, nor in what is exact."""
    entry = Entry("x", "อุโมงค์", "อุโมงค์น้ำ", facts={"เวลาเปิดอุโมงค์": "วัดอุโมงค์ได้เที่ยงตรง"})
    assert "" == span_of(entry, "เวลาเปิดอุโมงค์กี่โมง")


@pytest.mark.parametrize(
    ("question", "told"), [("วันไหน", "ถึง 23 พฤศจิกายน 2563"), ("กี่โมง", "09.00-19.00 น.")]
)
def test_the_only_fact_of_a_kind_answers_a_bare_question(question: str, told: str) -> None:
    """There is no subject to agree with; where two facts have the kind, neither is told."""
    fair = Entry(
        "f", "มหกรรมว่าว", "งานว่าว", Kind.EVENT, event=Event(time="09.00-19.00 น."),
        facts={"วันจัดงาน": "ถึง 23 พฤศจิกายน 2563", "ผู้ร่วมจัด": "93 หน่วยงาน"},
    )  # fmt: skip
    assert told == span_of(fair, question)
    both = replace(fair, facts={**fair.facts, "วันแถลงข่าว": "5 พฤศจิกายน 2563"})
    assert "" == span_of(both, "วันไหน")


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
    assert told in span_of(Entry("e", "มะม่วง", body), question)


def test_a_venue_is_not_where_something_is_done() -> None:
    """Unless the title tells that it is done there."""
    news = Entry("n", "ความคืบหน้าวัคซีน", "แถลง", event=Event(date(2021, 5, 4), venue="หอประชุม"))
    assert "" == span_of(news, "ฉีดวัคซีนเข็มห้าได้ที่ไหน")
    assert "หอประชุม" == span_of(replace(news, title="ฉีดวัคซีนเข็มห้า"), "ฉีดวัคซีนเข็มห้าได้ที่ไหน")


def test_a_label_says_more_than_what_the_entry_is_about() -> None:
    """ "พิพิธภัณฑ์มี" is no answer to what one may bring there; what it is, a label may define."""
    museum = Entry(
        "m", "พิพิธภัณฑ์ของเล่น", "ห้ามนำอาหารเข้า", Kind.SERVICE,
        facts={"พิพิธภัณฑ์มี": "4 อาคาร", "พิพิธภัณฑ์ของเล่นคือ": "ที่เก็บของเล่นเก่า"},
    )  # fmt: skip
    assert "" == span_of(museum, "เอาข้าวไปกินในพิพิธภัณฑ์ของเล่นได้ไหม")
    assert "ที่เก็บของเล่นเก่า" == span_of(museum, "พิพิธภัณฑ์ของเล่นคืออะไร")


def test_whoever_a_label_names_is_meant() -> None:
    """A title before a name is none of it, and an organisation is asked for by กับใคร."""
    opened = Entry("o", "เปิดงาน", "ศาสตราจารย์พิเศษ ดร. สมชาย ใจกล้า เปิดงานกับบริษัท ดาวเหนือ จำกัด")
    assert "ศาสตราจารย์พิเศษ ดร. สมชาย ใจกล้า" == span_of(opened, "ใครเปิดงาน")
    assert "ดาวเหนือ" in span_of(opened, "สมชายเปิดงานกับใคร")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("อบรมวันที่ 26 มิ.ย. ที่วัด", "26 มิ.ย. 2566"),
        ("อบรมวันที่ 5 ม.ค. ที่วัด", "5 ม.ค. 2567"),
        ("อบรมวันที่ 26 มิ.ย. 66 ที่วัด", "26 มิ.ย. 66"),
        ("อบรมวันที่ 26 มิ.ย. นี้ ที่วัด", "26 มิ.ย. 2566"),
        ("อบรมวันที่ 26 มิถุนายนนี้ ที่วัด", "26 มิถุนายน"),
    ],
)
def test_a_day_is_told_with_its_year(body: str, told: str) -> None:
    """The one nearest to the day the release is of."""
    release = Entry("r", "อบรมทำว่าว", body, Kind.NEWS, published=date(2023, 11, 28))
    assert told in span_of(release, "อบรมทำว่าววันไหน")


def test_no_file_tells_what_a_meter_shows_now() -> None:
    """How many meters there are is no answer; who counts something asks in its unit."""
    dust = Entry(
        "d", "ศูนย์เฝ้าระวังฝุ่น", "ติดตั้งเครื่องวัดฝุ่น 500 เครื่อง", facts={"จำนวนเครื่องวัดฝุ่น": "500 เครื่อง"}
    )
    assert "" == span_of(dust, "ฝุ่นวันนี้เท่าไหร่")
    assert "500 เครื่อง" == span_of(dust, "ตอนนี้มีเครื่องวัดฝุ่นกี่เครื่อง")


def test_a_day_of_every_year_gets_no_year() -> None:
    """The text of none is of one year only."""
    body = "งานบุญเปลือกหอยจัดวันที่ 3 มกราคมของทุกปี"
    yearly = replace(FAIR, kind=Kind.NEWS, body=body, published=date(2019, 1, 2))
    assert "วันที่ 3 มกราคม" == span_of(yearly, "งานบุญเปลือกหอยจัดวันไหน")


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
    assert told == span_of(plain, question)
    prize = replace(FAIR, body="แข่งว่าว", facts={"รางวัลชนะเลิศ": "5,000 บาท"})
    assert "" == span_of(prize, "ราคาเท่าไหร่")


def test_a_fact_that_defines_answers_who_asks_just_that() -> None:
    """Whatever else is asked about the same thing gets no definition for a number."""
    plain = replace(FAIR, title="คลินิกควาย", body="ควาย", facts={"คลินิกควายคือ": "ที่รักษาควาย"})
    assert "ที่รักษาควาย" == span_of(plain, "คลินิกควายคืออะไร")
    assert "" == span_of(plain, "คลินิกควายเปิดกี่โมง")


TEACHERS = Entry(
    "teachers",
    "ตั้งคณะกรรมการควบคุมโรงเรียนดาว",
    "กรณี น.ส.ใบเตย ดีมาก หรือ ดร.เตย ร้องเรียน จึงมอบเรื่องแก่มูลนิธิครูผู้เสียสละ",
    people=(
        Person("ศ.ก้อง ใจงาม", "ประธานสภาครู"),
        Person("รศ.ขวัญ ใจเย็น", "ประธานคณะกรรมการควบคุมโรงเรียนดาว"),
    ),
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ดร.เตย คือใคร", False),
        ("แดงเป็นใคร", False),
        ("ขวัญ ใจเย็น เป็นใคร", True),
        ("คนร้องเรียนคือใคร", True),
        ("ประธานคือใคร", True),
    ],
)
def test_who_somebody_is_by_name_is_nobody_else(question: str, told: bool) -> None:
    """A name that no one of the entry has tells of none of them; a role may."""
    assert told is any(one.name in span_of(TEACHERS, question) for one in TEACHERS.people)


def test_of_two_chairs_that_of_the_title_is_meant() -> None:
    """Both are ประธาน, of this and of that."""
    assert "รศ.ขวัญ ใจเย็น" in span_of(TEACHERS, "ใครเป็นประธาน")


@pytest.mark.parametrize("question", ["มอบเรื่องให้ใคร", "มอบเรื่องแก่ใคร", "ให้ใคร", "มอบเรื่องให้กับใคร"])
def test_whoever_gets_something_stands_behind_the_giving(question: str) -> None:
    """No one who spoke or was there is whom it was given to."""
    assert "มูลนิธิครูผู้เสียสละ" == span_of(TEACHERS, question)


CUP = Entry(
    "cup",
    "40 ทีมชิงแชมป์ว่าว ลดค่าสมัคร 50%",
    "ปีก่อนมี 300 ทีมที่ลานหน้าเมือง ปีนี้มี 25 ทีมจากภาคใต้ และอีก 12 ทีมจากต่างประเทศ โทร 033048091 ต่อ 107",
    Kind.EVENT,
)


@pytest.mark.parametrize(
    ("question", "told"),
    [("กี่ทีม", "40 ทีม"), ("ลดกี่เปอร์เซ็นต์", "50%"), ("ทีมจากภาคใต้มากี่ทีม", "25 ทีม"), ("กี่คน", "")],
)
def test_the_number_of_a_title_is_told(question: str, told: str) -> None:
    """Where the text has several, or none in that unit; a telephone number counts nothing."""
    said = span_of(CUP, question)
    assert told in said if told else "0330" not in said


@pytest.mark.parametrize("question", ["ใครได้ที่ 1", "ใครได้แชมป์", "ใครได้คันแรก"])
def test_whoever_is_named_has_not_won_by_that(question: str) -> None:
    """Nor been given anything."""
    assert "" == span_of(replace(TEACHERS, body="ครูร่วมแข่งขันทำอาหาร"), question)


def test_letters_of_an_office_are_no_role() -> None:
    """งาน of "ใครเปิดงาน" is a part of สำนักงาน; who is named first is meant."""
    people = (Person("ดร.ก้อง ใจงาม", "รองเจ้าเมือง"), Person("นายขวัญ ใจเย็น", "หัวหน้าสำนักงานตลาด"))
    assert "ใจงาม" in span_of(Entry("o", "ตลาดใหม่", "เปิดตลาดใหม่", people=people), "ใครเปิดงาน")


@pytest.mark.parametrize(
    ("body", "question", "place"),
    [
        ("หลังจากที่ประเทศไทยส่งงานไป ทีมปลูกผลึกในสถานีอวกาศนานาชาติ", "ปลูกผลึกที่ไหน", "สถานีอวกาศนานาชาติ"),
        ("ศูนย์ฉายแสงของสถาบันไผ่รับฉายผลไม้ทุกวัน", "ศูนย์ฉายแสงอยู่ที่ไหน", ""),
        ("ศูนย์ฉายแสง อยู่ในอุทยานไผ่ริมน้ำ", "ศูนย์ฉายแสงอยู่ที่ไหน", "อุทยานไผ่ริมน้ำ"),
    ],
)
def test_a_country_or_a_body_that_acts_is_no_place(body: str, question: str, place: str) -> None:
    """What stands somewhere stands at, in or on something."""
    assert place == span_of(Entry("p", "งาน", body), question)


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("5 เป้าหมายใหญ่ของ", "5 เป้าหมายใหญ่"),
        ("วัดบ้านดอน และใน ", "วัดบ้านดอน"),
        ("50 ประเทศทั่วโลก", "50 ประเทศทั่วโลก"),
        ("ของ", "ของ"),
    ],
)
def test_no_fact_ends_in_what_leads_on(said: str, whole: str) -> None:
    """Whatever it leads to was cut off; something is always left."""
    assert whole == without_tail(said)
    body = "ประชุมแล้วตั้ง 5 เป้าหมายใหญ่ของ ประเทศ"
    assert "5 เป้าหมายใหญ่" == span_of(Entry("g", "ประชุม", body), "ตั้งกี่เป้าหมาย")


@pytest.mark.parametrize("question", ["ใครเป็นหน่วยงานหลัก", "13 บริษัทมีใครบ้าง", "มหาลัยมีอะไรบ้างที่ร่วม"])
def test_an_office_may_be_asked_for_as_somebody(question: str) -> None:
    """No person is a firm, and "13 บริษัท" is none by its name."""
    signed = Entry(
        "signed",
        "เทศบาลเซ็นกับ 13 บริษัท",
        "นายดี ทองงาม นายกเทศมนตรี เป็นประธาน ผู้บริหารจาก 13 บริษัท เข้าร่วมงาน",
        people=(Person("นายดี ทองงาม", "นายกเทศมนตรี"),),
    )
    assert asks_body(question)
    assert "" == span_of(signed, "13 บริษัทมีใครบ้าง")
