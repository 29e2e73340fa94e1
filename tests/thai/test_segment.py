import pytest
from hypothesis import given

from bot.thai.normalise import normalise
from bot.thai.segment import Segmenter
from tests.thai.strategies import message
from tests.thai.test_normalise import HOSTILE

SEGMENTER = Segmenter(["ก.วิทย์", "อว.", "สป.อว.", "สวทช.", "U2T"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ก.วิทย์อยู่ไหน", ["ก.วิทย์", "อยู่", "ไหน"]),
        ("งานของอว.ปี 2562", ["งาน", "ของ", "อว.", "ปี", "2562"]),
        ("สป.อว.กับสวทช.", ["สป.อว.", "กับ", "สวทช."]),
        ("โครงการu2t", ["โครงการ", "u2t"]),
        ("", []),
    ],
)
def test_own_words_stay_whole(text: str, words: list[str]) -> None:
    """Abbreviations with dots and mixed codes are one word when they were given."""
    assert SEGMENTER.words(text) == words


@given(message)
def test_words_are_the_text_less_its_blanks(text: str) -> None:
    """Segmentation loses nothing and adds nothing."""
    plain = normalise(text)
    assert "".join(SEGMENTER.words(plain)) == "".join(plain.split())


@pytest.mark.parametrize("text", [*HOSTILE, "ตากลม" * 819, "สวทช. " * 682])
def test_long_texts_are_cut_in_pieces(text: str) -> None:
    """A text longer than one piece for the tokeniser keeps every character."""
    assert "".join(SEGMENTER.words(text)) == "".join(text.split())


def test_cutting_does_not_depend_on_the_order_of_own_words() -> None:
    """Two segmenters with the same words cut alike."""
    other = Segmenter(["U2T", "สวทช.", "สป.อว.", "อว.", "ก.วิทย์"])
    assert other.words("u2tกับอว.") == SEGMENTER.words("u2tกับอว.")
