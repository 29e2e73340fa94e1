from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.tokenize.newmm import segment
from pythainlp.util import Trie

from bot.thai import matching
from bot.thai.dictionary import thai_words
from bot.thai.matching import Matcher
from bot.thai.names import Names
from bot.thai.normalise import normalise
from tests.thai.strategies import message
from tests.thai.test_normalise import HOSTILE

TALK = "สวทช. เปิดรับสมัครนักเรียนเข้าค่ายวิทยาศาสตร์ที่หว้ากอ 18-20 ส.ค. 2562 ฟรี! ตากลมที่ท่าอากาศยาน"


@lru_cache(maxsize=1)
def both() -> tuple[Matcher, Trie]:
    """Our matcher and the dictionary of newmm, of the same words."""
    words = thai_words() | {normalise(word) for word in Names.load().words()}
    return Matcher(words), Trie(words)


def agree(text: str) -> bool:
    matcher, trie = both()
    words: list[str] = segment(text, trie)
    return matcher.words(text) == words


@given(st.one_of(message, st.text("กขคเแโใไาะิุ่้็์ยรว .,-0๑aฯ\n\t\r", max_size=40)))
def test_cuts_as_newmm(text: str) -> None:
    """Whatever the text and whatever was cut before, the words are those of the library."""
    assert agree(text)
    assert agree(normalise(text))


@pytest.mark.parametrize("text", [*HOSTILE, "ตากลม" * 40, "", "  ", "ก" * 200, "๑๒,๓.๔", "\r\n\r"])
def test_cuts_odd_texts_as_newmm(text: str) -> None:
    """Texts made to be hard are cut alike."""
    assert agree(text[:1_000])


def test_what_was_decided_before_changes_no_cut() -> None:
    """Pieces of one text in any order, cut by what was decided for the others."""
    for start in range(len(TALK)):
        assert agree(TALK[start : start + 7 + start * 13 % 23])


def test_decisions_are_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """The memory of a matcher is bounded, and forgetting changes no cut."""
    monkeypatch.setattr(matching, "_REMEMBERED", 3)
    matcher = Matcher(["ตา", "กลม", "ตาก", "ลม"])
    cuts = [matcher.words("ตากลม ตากตา ลมกลม") for _ in range(5)]
    assert cuts == [segment("ตากลม ตากตา ลมกลม", Trie(["ตา", "กลม", "ตาก", "ลม"]))] * 5
    assert 0 <= matcher._left <= 3
