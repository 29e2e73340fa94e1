import re
from functools import lru_cache
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.tokenize.newmm import segment
from pythainlp.util import Trie

from bot.thai import matching
from bot.thai.dictionary import CLUSTER, thai_words
from bot.thai.letters import letters_of
from bot.thai.matching import Lookup, Matcher
from bot.thai.names import Names
from bot.thai.normalise import normalise
from tests.thai.strategies import message
from tests.thai.test_normalise import HOSTILE

TALK = "สวทช. เปิดรับสมัครนักเรียนเข้าค่ายวิทยาศาสตร์ที่หว้ากอ 18-20 ส.ค. 2562 ฟรี! ตากลมที่ท่าอากาศยาน"


@lru_cache(maxsize=1)
def both() -> tuple[Matcher, Trie]:
    """Our matcher and the dictionary of newmm, of the same words."""
    words = thai_words() | {normalise(word) for word in Names.load().words}
    return Matcher(words), Trie(words)


def agree(text: str) -> bool:
    matcher, trie = both()
    words: list[str] = segment(text, trie)
    return matcher.words(text) == words


@given(st.one_of(message, st.text("กขคเแโใไาะิุ่้็์ยรว .,-0๑aฯ\n\t\r", max_size=40)))
def test_cuts_as_newmm(text: str) -> None:
    """Whatever the text, the words are those of the library."""
    assert agree(text)
    assert agree(normalise(text))


@pytest.mark.parametrize("text", [*HOSTILE, "ตากลม" * 40, "", "  ", "ก" * 200, "๑๒,๓.๔", "\r\n\r"])
def test_cuts_odd_texts_as_newmm(text: str) -> None:
    """Texts made to be hard are cut alike."""
    assert agree(text[:1_000])


def test_every_piece_of_a_text_is_cut_as_newmm() -> None:
    """Wherever a text begins and ends."""
    for start in range(len(TALK)):
        assert agree(TALK[start : start + 7 + start * 13 % 23])


@pytest.mark.parametrize(
    "words", [["ก"], ["ตา", "กลม", "ตาก", "ลม", "ตากล"], ["a b", "ab ", "b🚀"]]
)
@given(text=st.text("ตากลม ab🚀\n", max_size=20))
def test_any_dictionary_will_do(words: list[str], text: str) -> None:
    """Of few words, and of letters that are not Thai."""
    assert Matcher(words).words(text) == segment(text, Trie(words))


@pytest.mark.parametrize(
    "words", [["ก"], ["ตา", "กลม", "ตาก", "ลม", "ตากล", "ตา"], ["a b", "ab ", "b🚀"], []]
)
@given(text=st.text("ตากลม ab🚀\n", max_size=20))
def test_words_are_looked_up_wherever_they_stand(words: list[str], text: str) -> None:
    """Inside of others as well, and with the blanks that belong to them."""
    assert {word for word in words if word in text} == Lookup(words).inside(text)


def test_without_words_only_foreign_signs_are_cut_off() -> None:
    """As by newmm with a dictionary of which nothing stands in the text."""
    assert Matcher([]).words("ตากลม 12 ab") == segment("ตากลม 12 ab", Trie(["ฮ"]))


@given(st.text("".join(map(chr, range(0x0E00, 0x0E80))) + "a \n", max_size=30))
def test_clusters_are_those_of_the_pattern(text: str) -> None:
    """Every end of a cluster, and nothing else, is a border."""
    ends = [found.end() for found in re.finditer(f"(?s:{CLUSTER.pattern}|.)", text)]
    border = matching._borders(letters_of(text), matching._CLUSTERS)
    assert np.flatnonzero(border).tolist() == ends


@given(st.lists(st.sampled_from(("ตา", "กลม", "ตาก", "ลม", "ตากล", "ม", "ทะเล", "ก")), max_size=6))
def test_words_that_are_two_others_as_well(words: list[str]) -> None:
    """Just those neighbours that can be cut elsewhere into words of the dictionary."""
    known = {"ตา", "กลม", "ตาก", "ลม", "ทะเล", "ตากล"}
    ends = np.cumsum([*map(len, words)], dtype=np.int64)
    flags = Matcher(known).ambiguous(letters_of("".join(words)), ends)

    def elsewhere(first: str, second: str) -> bool:
        both = first + second
        cuts = [at for at in range(1, len(both)) if at != len(first)]
        return any(both[:at] in known and both[at:] in known for at in cuts)

    assert [elsewhere(*pair) for pair in pairwise(words)] == flags.astype(bool).tolist()
