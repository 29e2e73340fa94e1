"""Words side by side, whoever looks for them."""

from collections.abc import Iterator

from bot.thai.lattice import cheapest_path, path_ends

PRICES = {"ตา": 1.0, "กลม": 1.0, "ตาก": 2.5, "ลม": 0.4}
TEXT = "ตากลม"


def words_from(start: int) -> Iterator[tuple[int, float, str]]:
    ends = range(start + 1, len(TEXT) + 1)
    return (
        (end, PRICES[TEXT[start:end]], TEXT[start:end]) for end in ends if TEXT[start:end] in PRICES
    )


def test_the_cheapest_words_are_read() -> None:
    """Of as cheap ones those that were found first; none where a letter is of no word."""
    assert (2.0, ("ตา", "กลม")) == cheapest_path(len(TEXT), words_from)
    assert cheapest_path(len(TEXT) + 1, words_from) is None
    assert (0.0, ()) == cheapest_path(0, words_from)


def test_a_mark_on_any_way_to_a_place_counts() -> None:
    """Here that of ตาก, also where the way by ตา ends."""
    ends = path_ends(
        len(TEXT), lambda at: ((end, word == "ตาก") for end, _, word in words_from(at))
    )
    assert {0: False, 2: False, 3: True, 5: True} == ends
