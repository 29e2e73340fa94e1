"""Misspelt words find the word of the base they sound like."""

import pytest

from bot.search.soundalikes import Soundalikes

WORDS = ("กรม", "ราชทัณฑ์", "อาหาร", "นิวเคลียร์", "บริษัท", "ที่", "สงกรานต์")
BASE = Soundalikes.among(dict.fromkeys(WORDS, 1))


def meant(base: Soundalikes, cut: tuple[str, ...]) -> tuple[str, ...]:
    return base.meant(cut, [word in WORDS for word in cut])


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
    assert ("โคราช",) == base.meant(("จัด", "โค", "ราด"), (True, True, True))
    assert () == base.meant(("จัด", "งาน"), (True, True))


def test_known_words_are_left_alone() -> None:
    """Correct words have no other meaning, and neither has noise."""
    assert () == meant(BASE, ("อาหาร", "บริษัท"))
    assert () == meant(BASE, ("xyz", "123", "ๆๆ"))
    assert () == meant(Soundalikes.among({}), ("อาหาน",))
