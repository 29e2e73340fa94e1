"""Misspelt words find the word of the base they sound like."""

from collections.abc import Collection

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.folding import fold
from bot.search.soundalikes import Soundalikes, _sounds_of
from bot.thai.normalise import squeeze, squeezed

WORDS = ("กรม", "ราชทัณฑ์", "อาหาร", "นิวเคลียร์", "บริษัท", "ที่", "สงกรานต์")
BASE = Soundalikes.among(dict.fromkeys(WORDS, 1))


def meant(
    base: Soundalikes, cut: tuple[str, ...], known: Collection[str] = WORDS
) -> tuple[str, ...]:
    return base.meant(cut, squeezed(cut), [word in known for word in cut])


@pytest.mark.parametrize(
    ("cut", "expected"),
    [
        (("กรม", "ราด", "ทัน"), ("ราชทัณฑ์",)),
        (("อา", "หาน"), ("อาหาร",)),
        (("นิวเคลีย",), ("นิวเคลียร์",)),
        (("บริสัด", "ที่", "สงกราน"), ("บริษัท", "สงกรานต์")),
    ],
)
def test_fragments_are_put_together(cut: tuple[str, ...], expected: tuple[str, ...]) -> None:
    """What the segmenter left of an unknown word is read by its sound."""
    assert expected == meant(BASE, cut)


def test_a_misspelt_name_is_heard_though_it_stands_in_no_text() -> None:
    """A nickname of the tables counts as known, be it shorter than an ordinary word."""
    base = Soundalikes.among({"จัด": 2, "งาน": 1}, ["โคราช", "จิสด้า"])
    assert ("โคราช",) == meant(base, ("จัด", "โค", "ราด"), ("จัด", "โค", "ราด"))
    assert () == meant(base, ("จัด", "งาน"), ("จัด", "งาน"))


@given(st.lists(st.text("กขหรทงาิุ์่เแๆฯa1-.", min_size=1, max_size=8), max_size=6))
def test_words_that_are_heard_together_sound_as_each_alone(words: list[str]) -> None:
    """None changes how its neighbour sounds."""
    assert [fold(squeeze(word)) for word in words] == list(_sounds_of(words))


def test_known_words_are_left_alone() -> None:
    """Correct words have no other meaning, and neither has noise."""
    assert () == meant(BASE, ("อาหาร", "บริษัท"))
    assert () == meant(BASE, ("xyz", "123", "ๆๆ"))
    assert () == meant(Soundalikes.among({}), ("อาหาน",))
