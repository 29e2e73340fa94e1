"""Whether a name stands whole somewhere, or goes on wherever a text has it."""

import pytest

from bot.press.questions.wholeness import goes_on


@pytest.mark.parametrize(
    "text",
    [
        "พัฒนาระบบเรือใบ ทะเลและชายฝั่ง",
        "อว. ชูระบบเรือใบ ความเร็วสูง",
        "เปิดระบบเรือใบที่สองของไทย",
        "มอบรางวัลระบบเรือใบ",
    ],
)
def test_a_name_that_goes_on_everywhere_is_half_of_one(text: str) -> None:
    """With the rest of a list, with its number, or where the text is cut; once alone is enough."""
    assert goes_on("ระบบเรือใบ", text)
    assert not goes_on("ระบบเรือใบ", f"ระบบเรือใบช่วยชาวเกาะ {text}")


@pytest.mark.parametrize(
    "text", ["ระบบเรือใบ เพื่อทะเลและชายฝั่ง", "ระบบเรือใบ (SAIL) ดี", "ระบบเรือใบที่เกาะ", "ไม่มี"]
)
def test_an_aim_a_place_or_a_bracket_ends_it(text: str) -> None:
    assert not goes_on("ระบบเรือใบ", text)


def test_what_every_telling_goes_on_with_is_its_own() -> None:
    """A word of the same piece or a foreign one; a word of sentences is none, nor what varies."""
    for more in ("ยนต์ชายฝั่งไทย", " EV ชายฝั่งไทย"):
        assert goes_on("ระบบเรือ", f"ชูระบบเรือ{more}\nพัฒนาระบบเรือ{more}")
        assert not goes_on("ระบบเรือ", f"ชูระบบเรือ{more}\nพัฒนาระบบเรือใบ")
    assert not goes_on("ระบบเรือ", "ชูระบบเรือเพื่อชาวเกาะไทย\nพัฒนาระบบเรือเพื่อชาวเกาะไทย")


def test_a_foreign_name_ends_with_its_word() -> None:
    """A plural is the same word; where a line ends, the site may have cut it."""
    assert goes_on("Sailing Awar", "มอบ Sailing Award แก่ชาวเกาะ\nพิธีมอบ Sailing Awar\nเชิญ")
    assert not goes_on("SAIL", "หนุน SAILs ไทย")
