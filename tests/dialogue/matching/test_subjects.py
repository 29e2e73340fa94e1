"""What of a question an entry tells, by its words, names, years and places."""

from dataclasses import replace
from datetime import date

import pytest

from bot.dialogue.matching.subjects import (
    contradicts_text,
    has_subject,
    is_event_of_other_year,
    is_named_by,
    is_titled_of_other_year,
    says_full_name,
    shares_known_name,
)
from bot.knowledge.entries import Contact, Entry, Event, Kind, KnowledgeBase
from bot.search import Index, rank
from tests.dialogue.base import AT


def test_pieces_of_a_name_stay_side_by_side() -> None:
    """Words are looked for in the order of the question, which a set would lose."""
    entry = Entry("open", "open house ว่าวทะเล", "ชมรมว่าวชวนเด็กเล่นน้ำ")
    assert has_subject(entry, ["โอเพ่น", "เฮ้าส์", "ว่าว", "ทะเล"])


def test_a_piece_of_a_misspelt_word_is_no_agency() -> None:
    """มข inside "สเตมของ" does not mean the university; จว. is no name at all."""
    camp = Entry("camp", "ค่ายสะเต็ม", "นักเรียนจากบุรีรัมย์", contact=Contact())
    terms = ("ค่าย", "ส", "เต", "มข", "อง", "มีเด็ก", "จว.", "ไหน")
    assert not contradicts_text(camp, "ค่ายสเตมของ มีเด็กจว.ไหน", terms)
    assert contradicts_text(camp, "ค่ายของ มข มีเด็กจว.ไหน", terms)


@pytest.mark.parametrize(
    ("title", "word", "named"),
    [
        ("ทุนการศึกษาเด็กดอย", "ทุน", True),
        ("ค่ายนักเรียนทุน", "ทุน", True),
        ("แจกโคมไฟโรงเรียน", "โคมไฟ", True),
        ("งานว่าวที่เมืองทองธานี", "เมืองทอง", True),
        ("งานว่าวที่เมืองทองธานี", "ทอง", False),
        ("งานว่าวที่อ่างทอง", "ทอง", False),
        ("งานแปรรูปปลากระป๋อง", "ระ", False),
    ],
)
def test_a_word_between_the_letters_of_another_names_nothing(
    title: str, word: str, named: bool
) -> None:
    """A part of a compound does, but a place name is one word."""
    assert named is is_named_by(Entry("one", title, title), (word,))


@pytest.mark.parametrize(
    ("title", "text", "named"),
    [
        ("คาราวานวิทยาศาสตร์ไปอำเภอใหม่", "คาราวานวิทย์", True),
        ("ส่ง THEOS-2 ขึ้นฟ้า", "ดาวเทียมธีออส2", True),
        ("จิสด้าเปิดบ้าน", "สทอภ.", True),
        ("จิสด้าเปิดบ้าน", "คาราวานวิทย์", False),
        ("งานว่าวที่เชียงใหม่", "จ.เชียงใหม่", False),
        ("เปิดตลาดต้นไม้", "ตลาดนัด", False),
    ],
)
def test_a_name_of_the_tables_is_named_by_each_of_its_forms(
    title: str, text: str, named: bool
) -> None:
    """Places and everyday words name no subject by standing for something."""
    assert named is shares_known_name(Entry("one", title, title), text)


@pytest.mark.parametrize(
    ("title", "text", "other"),
    [
        ("ประกาศ ว่าวคัพ 67 สมัครฟรี", "ว่าวคัพ66", True),
        ("ประกาศ ว่าวคัพ 67 สมัครฟรี", "ว่าวคัพ67", False),
        ("ประกาศ ว่าวคัพ ประจำปี 2567", "ว่าวคัพ ปี 66", True),
        ("ประกาศ ว่าวคัพ 2024", "ว่าวคัพ ปี 67", False),
        ("ประกาศ ว่าวคัพ 2024", "ว่าวคัพ ปี 66", True),
        ("ประกาศ ว่าวคัพ", "ว่าวคัพ ปี 66", False),
        ("ว่าวคัพมีทีมร่วม 67 ทีม", "ว่าวคัพ ปี 66", False),
        ("ว่าวคัพ 4.0 สำหรับทุกคน", "ว่าวคัพ ปี 66", False),
    ],
)
def test_what_a_title_calls_by_another_year_is_another(title: str, text: str, other: bool) -> None:
    """Though it was told in the year that is asked for."""
    cup = Entry("cup", title, title, Kind.NEWS, published=date(2023, 11, 13))
    ranking = rank(Index.build(KnowledgeBase({"cup": cup})), text, today=AT.date())
    assert other is is_titled_of_other_year(cup, ranking.query)


def test_another_region_in_the_title_is_another_matter() -> None:
    """Whatever the text mentions besides; a name of several words that is said whole names it."""
    north = Entry("a", "ลงนาม MOU อาหารไทยภาคเหนือ", "เคยทำที่ภาคใต้ แล้วจึงทำภาคเหนือ")
    assert contradicts_text(north, "mou อาหารไทยภาคใต้", ["อาหาร", "ภาคใต้"])
    assert contradicts_text(north, "mou อาหารไทยภาคไต้", ["อาหาร", "ภาคไต้"])
    assert not contradicts_text(north, "mou อาหารไทยภาคเหนือ", ["อาหาร", "ภาคเหนือ"])
    day = Entry("b", "เปิดงานวันนักประดิษฐ์ 2563", "เนื้อหา")
    assert says_full_name(day, ["นักประดิษฐ์"], "วันนักประดิษฐ์ 2563 จัดที่ไหน")
    assert not says_full_name(day, ["นักประดิษฐ์"], "นักประดิษฐ์รุ่นเยาว์")


def test_an_abbreviation_is_no_part_of_a_word() -> None:
    """Nobody tells of มช. who says "เทอมช่วงเย็น"; what is a word as well is hardly one."""
    relief = Entry("term", "ลดค่าเทอมช่วงเย็น", "ลดค่าเทอมช่วงเย็นให้ทุกคน มอบเงินคืน", Kind.NEWS)
    assert contradicts_text(relief, "ค่าเทอม มช", ("ค่าเทอม", "มช"))
    assert not contradicts_text(
        replace(relief, body="ของ มช. ทุกคณะ"), "ค่าเทอม มช", ("ค่าเทอม", "มช")
    )
    assert not contradicts_text(relief, "มอบเงิน", ("มอบ", "เงิน"))


def test_a_subject_misspelt_is_held_by_its_sound() -> None:
    """ "สันจร" is สัญจร, though no text has it."""
    entry = Entry("loom", "กี่ทอผ้าสัญจร", "กี่ทอผ้าสัญจรมีผ้าให้ดู 40 ผืน")
    assert has_subject(entry, ["ทอผ้า", "สัน", "จร"])
    assert not has_subject(entry, ["ทอผ้า", "เกม", "กีฬา"])
    ours = replace(entry, body=f"{entry.body} กระทรวง อว.")
    assert not has_subject(ours, ["สงกรานต์", "กระทรวง", "อว."])  # which stand in all of ours


@pytest.mark.parametrize(("question", "other"), [("ปีใหม่ 2562", True), ("ปีใหม่ 2563", False)])
def test_an_event_that_is_called_by_the_year_it_ends_in_is_of_no_other(
    question: str, other: bool
) -> None:
    """Though it begins in the year before."""
    fair = Entry(
        "fair",
        "ตลาดว่าวรับปีใหม่ 2563",
        "ตลาดว่าวเปิด 19 ธันวาคม 2562 ถึง 5 มกราคม 2563",
        Kind.EVENT,
        event=Event(date(2019, 12, 19), date(2020, 1, 5)),
    )
    index = Index.build(KnowledgeBase({"fair": fair}))
    assert other is is_event_of_other_year(fair, rank(index, question, today=AT.date()).query)
