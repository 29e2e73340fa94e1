from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.thai.names import Names
from bot.thai.normalise import normalise
from bot.thai.segment import Segmenter, word_spans
from tests.thai.strategies import message
from tests.thai.test_normalise import HOSTILE

SEGMENTER = Segmenter(["ก.วิทย์", "อว.", "สป.อว.", "สวทช.", "U2T"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # Abbreviations with dots and mixed codes are one word when they were given.
        ("ก.วิทย์อยู่ไหน", ["ก.วิทย์", "อยู่", "ไหน"]),
        ("งานของอว.ปี 2562", ["งาน", "ของ", "อว.", "ปี", "2562"]),
        ("สป.อว.กับสวทช.", ["สป.อว.", "กับ", "สวทช."]),
        ("โครงการu2t", ["โครงการ", "u2t"]),
        ("", []),
        # An abbreviation in brackets is the same word as without.
        ("องค์การนาซา (nasa) ปี (1945)", ["องค์การ", "นาซา", "(", "nasa", ")", "ปี", "(", "1945", ")"]),
        ("iot/ai", ["iot", "/", "ai"]),
        ('"gistda"!', ['"', "gistda", '"!']),
        ("... (!)", ["...", "(!)"]),
    ],
)
def test_words_are_neither_cut_nor_stuck_together(text: str, words: list[str]) -> None:
    """Whatever signs they are written with."""
    assert SEGMENTER.words(text) == words


def test_what_is_said_is_no_rare_word() -> None:
    """บอกว่า is บอก and ว่า, though the dictionary knows บอ and กว่า."""
    assert SEGMENTER.words("ใครบอกว่าแพงกว่า") == ["ใคร", "บอก", "ว่า", "แพง", "กว่า"]


@given(st.lists(message.map(normalise), max_size=5), st.integers(0, 60))
def test_texts_are_cut_each_for_itself(texts: list[str], times: int) -> None:
    """Also abbreviations beside each other, and what is looked at in several pieces."""
    texts = [*texts, "ศปส.", "", "ก.วิทย์ ตากลม " * times, "วศปส. a"]
    assert [*map(SEGMENTER.words, texts)] == SEGMENTER.words_of_each(texts)


@given(message)
def test_each_word_is_told_with_where_it_stands(text: str) -> None:
    """Nothing is lost or added; blanks alone lie between the spans of words."""
    plain = normalise(text)
    words = SEGMENTER.words(plain)
    spans = list(word_spans(plain, words))
    assert "".join(words) == "".join(plain.split())
    assert [(plain[start:end], start, end) for _, start, end in spans] == spans
    assert [word for word, _, _ in spans] == words
    assert all(before[2] <= after[1] for before, after in pairwise(spans))


@pytest.mark.parametrize("text", [*HOSTILE, "ตากลม" * 819, "สวทช. " * 682])
def test_long_texts_are_cut_in_pieces(text: str) -> None:
    """A text longer than one piece for the tokeniser keeps every character."""
    assert "".join(SEGMENTER.words(text)) == "".join(text.split())


def test_cutting_does_not_depend_on_the_order_of_own_words() -> None:
    """Two segmenters with the same words cut alike."""
    other = Segmenter(["U2T", "สวทช.", "สป.อว.", "อว.", "ก.วิทย์"])
    assert other.words("u2tกับอว.") == SEGMENTER.words("u2tกับอว.")


def test_threads_that_cut_at_once_cut_alike() -> None:
    """The dictionary grows as it is asked; nobody may walk in a part that is half there."""
    text = normalise("สำนักงานพัฒนาวิทยาศาสตร์และเทคโนโลยีแห่งชาติจัดประชุมวิชาการประจำปีที่ปทุมธานี")
    segmenters = [Segmenter([f"ศัพท์ใหม่{number}"]) for number in range(8)]
    with ThreadPoolExecutor(8) as threads:
        cuts = [list(threads.map(one.words, [text] * 8)) for one in segmenters]
    assert all(cut == SEGMENTER.words(text) for of_one in cuts for cut in of_one)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("เบอร์ ศปส.", ["เบอร์", "ศปส."]),
        ("อวท.อยู่ไหน", ["อวท.", "อยู่", "ไหน"]),
        ("ปส. และ สวทช.", ["ปส.", "และ", "สวทช."]),
        ("ริมถนน. แล้ว", ["ริมถนน", ".", "แล้ว"]),
    ],
)
def test_an_unknown_abbreviation_is_one_word(text: str, words: list[str]) -> None:
    """No known one is seen inside it; a word before a full stop is none."""
    assert words == Names.load().segmenter().words(text)
