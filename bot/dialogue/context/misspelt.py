"""A bare question that is misspelt, read as it was meant: "เปิดกีโมง", "ขอเบอรหนอย", "จดวันไหน"."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from rapidfuzz.distance import OSA

from bot.dialogue import cues, subjects
from bot.dialogue.context.nouns import NOUNS
from bot.dialogue.phrases import COURTESIES
from bot.knowledge.entries import Entry
from bot.thai.dictionary import thai_words
from bot.thai.names import Names
from bot.thai.normalise import gate, normalise, squeeze
from bot.thai.questions import Aspect, aspect_of
from bot.thai.tables import rows_of

_MOST = 25  # letters of a message that may be bare
_LONGEST = 14  # letters of a word or question
_LETTERS = 12  # in which one may be wrong
_BY_TONE, _BY_LETTER, _ANOTHER = 0.3, 1.0, 1.3  # prices of tones, of a letter lost, of another one
_A_WORD = 0.1  # price of a word: the longer one is read
_DOT = "."  # of an abbreviation
_LEAST = 3  # letters of a word that may have a wrong one
_LONG = 5  # … another one
_TONES = re.compile("[็-๎]")


class _Read(NamedTuple):
    price: float
    wrong: int  # letters
    words: tuple[str, ...]


def as_asked(text: str, known: Iterable[Entry] = ()) -> str:
    """A short question whose words all ask or point once they are spelt right, spelt so.

    Any other message as it is, so what has an abbreviation or words of an entry talked about.
    """
    clean = normalise(gate(text))
    letters = squeeze(clean)
    if not 0 < len(letters) <= _MOST or _DOT in clean:
        return text
    read = _read(letters)
    if read is None or read.wrong > max(1, len(letters) // _LETTERS):
        return text
    meant, parted = "".join(read.words), clean.split()
    asks = aspect_of(meant) is not Aspect.TOPIC or cues.asks_whether(meant) or cues.leans(meant)
    if not (asks or meant in _questions()) or not _may_be_wrong(read, clean, known):
        return text
    return meant if meant != letters or not all(map(_reads_whole, parted)) else text


def _may_be_wrong(read: _Read, clean: str, known: Iterable[Entry]) -> bool:
    """Whether letters may be wrong: where not all of them are words, or one question lost one."""
    if not read.wrong:
        return True
    cut = Names.load().cut(clean)
    own = cues.own_words(cut)
    if own and any(not subjects.missing_from(one, own) for one in known):
        return False
    lost = len(read.words) == 1 and read.price < _ANOTHER
    return lost or not thai_words().issuperset(filter(str.strip, cut))


def _reads_whole(part: str) -> bool:
    """Whether letters between blanks are words that ask, as they stand."""
    read = _read(squeeze(normalise(part)))
    return read is not None and read.price < _BY_TONE + _A_WORD * len(read.words)


def _read(letters: str) -> _Read | None:
    """The cheapest way to read letters as words that ask; None where there is no way."""
    best: dict[int, _Read] = {0: _Read(0.0, 0, ())}
    for start in range(len(letters)):
        if start not in best:
            continue
        so_far = best[start]
        for end in range(start + 1, min(start + _LONGEST, len(letters)) + 1):
            price, word = _nearest(letters[start:end])
            read = _Read(
                so_far.price + price + _A_WORD,
                so_far.wrong + (price >= _BY_LETTER),
                (*so_far.words, word),
            )
            if word and (end not in best or read.price < best[end].price):
                best[end] = read
    return best.get(len(letters))


@lru_cache(maxsize=4_096)
def _nearest(typed: str) -> tuple[float, str]:
    """What it costs to read letters as the nearest word that asks, and that; "" for none.

    What is a word as it stands lacks a tone at most: หนอย.
    """
    if typed in _asking() or typed.isdecimal():
        return 0.0, typed
    word = _asking_without_tones().get(_TONES.sub("", typed), "")
    lost = len(_TONES.findall(word)) - len(_TONES.findall(typed))
    if word and (lost >= 0 if typed not in thai_words() else lost > 0 and len(typed) > _LEAST):
        return _BY_TONE, word
    if typed in thai_words():
        return 0.0, ""
    return min(
        ((price, word) for word in _asking() if (price := _price(typed, word))), default=(0.0, "")
    )


def _price(typed: str, word: str) -> float:
    """What one letter lost, doubled, changed or in another place costs; 0 if it is no such word."""
    if len(word) < _LEAST or abs(len(word) - len(typed)) > 1:
        return 0.0
    if OSA.distance(word, typed, score_cutoff=1) > 1:
        return 0.0
    if len(typed) > len(word):  # a letter twice
        return _BY_LETTER if _once(typed) == _once(word) else 0.0
    if sorted(typed) == sorted(word) or len(typed) < len(word):
        return _BY_LETTER
    return _ANOTHER if len(word) >= _LONG else 0.0


def _once(text: str) -> list[str]:
    return [letter for letter, _ in groupby(text)]


@lru_cache(maxsize=1)
def _questions() -> frozenset[str]:
    """What is asked most of whatever is talked about: of two words that may be meant these tell."""
    return frozenset(question for question, *_ in rows_of("bare_questions.csv", needed=1))


@lru_cache(maxsize=1)
def _asking() -> frozenset[str]:
    """The words that ask or point."""
    every = _questions() | cues.FUNCTION | cues.OF_ANY | COURTESIES | NOUNS
    return frozenset(word for word in every if len(word) <= _LONGEST)


@lru_cache(maxsize=1)
def _asking_without_tones() -> dict[str, str]:
    """Words that ask by their letters without tones, whole questions first."""
    ways = sorted(_asking(), key=lambda one: (one in _questions(), one))
    return {_TONES.sub("", word): word for word in ways}
