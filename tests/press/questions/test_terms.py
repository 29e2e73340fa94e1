"""Which foreign names and coined words are asked about: those that the text explains."""

import pytest

from bot.knowledge.entries import Entry
from bot.press.questions.matters import matters_of
from bot.press.questions.terms import terms_of


def terms(title: str, body: str) -> list[str]:
    entry = Entry("a", title, body)
    return list(terms_of(entry, matters_of(entry)))


@pytest.mark.parametrize(
    "body",
    [
        "SEAMAP คือแผนที่ทะเล",
        "SEAMAP แพลตฟอร์มของชาวเกาะ",
        "แผนที่ทะเล (SEAMAP)",
        "แผนที่ทะเล (Sea Map of Siam: SEAMAP)",
        "แผนที่ หรือที่เรียกว่า SEAMAP",
        "โครงการ SEAMAP มุ่งช่วยชาวเกาะ",
    ],
)
def test_a_name_is_asked_about_where_the_text_says_what_it_is(body: str) -> None:
    """Behind it, in brackets with it, or of what a noun before it names."""
    assert ["SEAMAP"] == terms("วว. เปิดตัว SEAMAP", body)
    assert not terms("วว. เปิดตัว SEAMAP", "SEAMAP ดี")


def test_what_everybody_knows_is_not_asked_about() -> None:
    """Nor a word of the language that only the body has, nor a name told in passing."""
    assert not terms("วว. ใช้ GPS", "GPS คือระบบหาที่")
    assert not terms("วว. ลดควัน", "Matching คือ Matching และ Matching")
    assert not terms("วว. ลดควัน", "SEAMAP คือแผนที่ทะเล")


def test_the_short_name_of_a_body_is_no_term() -> None:
    assert not terms("วว. พบ SEAMAP", "กระทรวงการเดินเรือ (SEAMAP) ซึ่งดี SEAMAP คือกระทรวง SEAMAP")


def test_a_name_in_capitals_is_said_as_the_text_writes_it() -> None:
    assert ["Sea Map"] == terms("วว. เปิดตัว SEA MAP", "Sea Map คือแผนที่ทะเล SEA MAP คือ Sea Map")


def test_a_coined_thai_word_is_a_term() -> None:
    assert ["ธัชชา"] == terms("อว. ตั้งธัชชา", "ธัชชาเป็นวิทยสถาน")


def test_a_matter_that_the_body_defines_is_asked_about() -> None:
    """Of the title only, and not where the body tells only what it does."""
    assert terms("วว. ชูกราฟีน", "กราฟีน คือ แผ่นคาร์บอน") == ["กราฟีน"]
    assert not terms("วว. ชูกราฟีน", "กราฟีนเป็นที่รู้จัก")
    assert not terms("วว. ชูเรือ", "กราฟีน คือ แผ่นคาร์บอน กราฟีน")


@pytest.mark.parametrize(
    "title", ["วว. ชู SEAMAP 4.0", "วว. ชู SEAMAP - Siam", "วว. ชู SEAMAP society"]
)
def test_a_piece_of_a_longer_name_is_none(title: str) -> None:
    """Unless it stands alone somewhere."""
    cut = title.removeprefix("วว. ชู ")
    assert not terms(title, f"{cut} คือแผนที่ทะเล")
    assert terms(title, f"{cut} ดี SEAMAP คือแผนที่ทะเล")


def test_what_everybody_knows_and_a_cut_name_are_no_terms() -> None:
    """A fruit in brackets; the rest of a name whose first word is misspelt behind a number."""
    assert not terms("วว. หนุนพืชไร่ (สับปะรด)", "(สับปะรด) คือ พืชไร่ สับปะรด คือ ผลไม้")
    body = "คือ 1.Midile Sea Trap หรือ กับดัก จาก Midile Sea Trap และ Midile Sea Trap"
    assert "Sea Trap" not in terms("ข่าวเรือ", body)


def test_who_presides_is_not_explained() -> None:
    assert not terms("วว. กับ SEAMAP", "SEAMAP เป็นประธาน")
    assert ["SEAMAP"] == terms("วว. กับ SEAMAP", "SEAMAP เป็นแผนที่")
