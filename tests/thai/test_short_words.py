"""Short words in a text, and the longer ones that hold their letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.thai.short_words import is_short, places_of, stands_apart, stands_free, stands_in


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("รถ", "ทุกคนมีความสามารถ"),
        ("ยา", "พยายามต่อไปที่มหาวิทยาลัย"),
        ("หมา", "ตามกฎหมายและเป้าหมาย"),
        ("มือ", "ไปเที่ยวในเมือง"),
        ("ปลา", "มัธยมศึกษาตอนปลาย"),
    ],
)
def test_letters_of_a_longer_word_are_no_word(word: str, text: str) -> None:
    assert not stands_in(word, text)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("รถ", "จอดรถได้สิบคัน"),
        ("น้ำ", "แหล่งน้ำของหมู่บ้าน"),
        ("น้ำ", "บ้านถูกน้ำท่วม"),
        ("ยา", "ทุกคนพยายามกินยา"),
        ("มือ", "แจกถุงมือ"),
    ],
)
def test_a_word_by_itself_or_as_a_part_stands_there(word: str, text: str) -> None:
    assert stands_in(word, text)


def test_only_words_of_few_letters_are_short() -> None:
    assert is_short("ยา")
    assert not is_short("ยางพารา")
    assert not is_short("ab")
    assert not is_short("ฬฮ")  # no word at all


@given(st.text("กขงยรถานม ่ำ1a", max_size=60))
def test_what_is_cut_off_is_a_word_of_any_text(text: str) -> None:
    """A word between blanks is found, whatever stands around it."""
    assert stands_in("รถ", f"{text} รถ {text}")


@pytest.mark.parametrize(
    ("part", "text", "apart", "free"),
    [
        ("วช", "วช. กับเยาวชน", True, True),
        ("วช", "เยาวชน", False, False),
        ("วช", "ถามวช", False, True),
        ("วช", "", False, False),
    ],
)
def test_an_abbreviation_between_letters_is_a_piece(
    part: str, text: str, apart: bool, free: bool
) -> None:
    """On one side letters may stand, but not beside what is very short."""
    assert (apart, free) == (stands_apart(part, text), stands_free(part, text, longest_piece=1))
    assert apart == stands_free(part, text, longest_piece=len(part))


def test_each_place_is_found() -> None:
    assert [0, 1, 4] == list(places_of("กก", "กกก กก"))
