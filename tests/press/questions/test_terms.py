"""Which foreign names and coined words are asked about: those that the text explains."""

import pytest

from bot.knowledge.entries import Entry
from bot.press.questions.matters import matters_of
from bot.press.questions.terms import is_told, terms_of, unexplained_in


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


def test_a_name_told_once_with_its_kind_is_asked_about() -> None:
    """Right behind it, and no word of the language is."""
    assert ["Sea Map"] == terms("วว. ลดควัน", "อบรม Sea Map ซึ่งเป็นแพลตฟอร์มของชาวเกาะ")
    assert not terms("วว. ลดควัน", "วว. ใช้ Sea Map เป็นระบบและมีสมรรถนะ")
    assert not terms("วว. ลดควัน", "Matching เป็นระบบของชาวเกาะ")


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


def test_an_english_translation_is_no_term() -> None:
    """What stands in brackets behind its Thai; a piece of a longer name in the title is none."""
    title = "อว. เปิดประชุม Global Clean Sailing Congress"
    assert not terms(title, "ปาฐกถาเรื่องการเดินเรือสะอาด (Clean Sailing) แก่ชาวเกาะ")
    assert ["SEAMAP"] == terms("วว. เปิดตัว SEAMAP", "แผนที่ทะเล (SEAMAP)")


def test_names_that_are_not_explained_are_kept_apart() -> None:
    """What somebody says of them is asked, not what they are."""
    entry = Entry("a", "วว. เปิดตัว SEAMAP", "SEAMAP ดี SEAMAP ดี SEAMAP ดี")
    assert not list(terms_of(entry, matters_of(entry)))
    assert ["SEAMAP"] == list(unexplained_in(entry))


def test_what_a_name_is_has_to_stand_close_behind_it() -> None:
    close = Entry("a", "ข่าวเรือ", "โครงการเรือใบน้อย ปีนี้มุ่งช่วยชาวเกาะ")
    assert is_told("โครงการเรือใบน้อย", close)
    assert not is_told("โครงการเรือใบน้อย", close, within=3)
    assert not is_told("โครงการเรือใบน้อย", Entry("a", "ข่าวเรือ", "ชมโครงการเรือใบน้อย ณ เกาะ"))


def test_an_english_office_is_no_term() -> None:
    assert not terms("วว. เปิดตัว Sailing Bank", "Sailing Bank คือธนาคารเรือ")
    assert terms("วว. เปิดตัว Sailing Boat", "Sailing Boat คือเรือใบ")
