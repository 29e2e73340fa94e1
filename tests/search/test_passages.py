"""Passages: entries in pieces, and the fact a question asks for."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.entries import Contact, Entry, Event, Person
from bot.search.passages import answer_span, window
from bot.search.pieces import PASSAGE_LIMIT, passages_of, windows
from bot.search.ranking import Part, Query
from bot.thai.normalise import normalise
from bot.thai.questions import aspect_of

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


def span_of(entry: Entry, question: str) -> str:
    clean = normalise(question)
    found = answer_span(entry, Query(question, clean, aspect=aspect_of(clean)), TODAY)
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


@given(st.text("กขา \n", max_size=900), st.data())
def test_a_window_holds_its_middle_and_keeps_the_limit(text: str, data: st.DataObject) -> None:
    """Whatever stands around it, the fact is inside, and the passage is short."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 80)))
    cut = window(text, start, end)
    assert text[start:end].strip() in cut
    assert len(cut) <= PASSAGE_LIMIT


def test_an_entry_without_a_body_tells_nothing() -> None:
    """No facts and no text: no answer, no error."""
    assert "" == span_of(Entry(id="x", title="ว่าง", body=""), "จัดวันไหน")
