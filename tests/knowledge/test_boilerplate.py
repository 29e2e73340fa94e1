"""Lines of the page around a release are known in a moment, however long they are."""

import pytest

from bot.knowledge.boilerplate import (
    CALLED_ROW,
    is_credit,
    press_contact,
    without_boilerplate,
    without_footer,
)


@pytest.mark.parametrize("line", ["#อว", "#อว #NIA, #สวทช", "#อว#NIA , #สวทช,", "#" * 40])
def test_a_row_of_hashtags_is_no_content(line: str) -> None:
    """Apart, run together or with commas between."""
    assert without_boilerplate([line]) == []


@pytest.mark.parametrize("between", ["", ",", " ", ", "])
def test_a_sentence_behind_many_hashtags_is_soon_read(between: str) -> None:
    """Rows that are run together can be parted in more ways than anybody could try."""
    line = between.join(["#อว"] * 60) + " เปิดบ้าน"
    assert without_boilerplate([line]) == [line]


def test_the_style_of_a_page_is_no_content() -> None:
    """Editors paste it with the text; what only has a brace is."""
    style = ["p.p1 {margin: 0.0px 0.0px; font: 16.0px Helvetica}", "span.s1 {font-kerning: none}"]
    assert without_boilerplate([*style, "ขนาด {ยาว: 5} เมตร"]) == ["ขนาด {ยาว: 5} เมตร"]


def test_a_credit_is_short() -> None:
    """A long line is no credit, and is not looked at as one."""
    assert is_credit("ข่าวโดย : นายแดง")
    assert is_credit("ผู้นำเสนอ : กลุ่มสารนิเทศการคลัง")
    assert not is_credit("เผยแพร่" * 50_000)


def test_a_long_row_of_mobiles_is_soon_known() -> None:
    """Also where something else stands behind it: it took hours."""
    row = "ดาว ใจดี (081-234-5678) / ลม(0891234567), " * 200
    assert CALLED_ROW.fullmatch(row.strip())
    assert not CALLED_ROW.fullmatch(f"{row}เปิดงาน")


def test_who_answers_the_press_is_no_contact_and_is_not_named() -> None:
    """The office of social activities is one of them."""
    told = "ข้อมูลเพิ่มเติมติดต่อ : นางแดง ใจดี ผู้อำนวยการฝ่ายกิจกรรมเพื่อสังคม"
    kept, footer = without_footer(["เปิดงานดาว", told, "โทร. 02-265-4404"])
    assert (["เปิดงานดาว"], f"{told} โทร. 02-265-4404".replace("นางแดง ใจดี ", "")) == (
        kept,
        press_contact(footer),
    )
