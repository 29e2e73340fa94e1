"""Misspelt words find the word of the base they sound like."""

import pytest

from bot.search.soundalikes import Soundalikes

BASE = Soundalikes.among([["กรม", "ราชทัณฑ์", "อาหาร", "นิวเคลียร์", "บริษัท", "ที่", "สงกรานต์"]])


@pytest.mark.parametrize(
    ("cut", "meant"),
    [
        (("กรม", "ราด", "ทัน"), ("ราชทัณฑ์",)),
        (("อา", "หาน"), ("อาหาร",)),
        (("นิวเคลีย",), ("นิวเคลียร์",)),
        (("บริสัด", "ที่", "สงกราน"), ("บริษัท", "สงกรานต์")),
    ],
)
def test_fragments_are_put_together(cut: tuple[str, ...], meant: tuple[str, ...]) -> None:
    """What the segmenter left of an unknown word is read by its sound."""
    assert meant == BASE.meant(cut)


def test_known_words_are_left_alone() -> None:
    """Correct words have no other meaning, and neither has noise."""
    assert () == BASE.meant(("อาหาร", "บริษัท"))
    assert () == BASE.meant(("xyz", "123", "ๆๆ"))
    assert () == Soundalikes.among([]).meant(("อาหาน",))
