"""Misspelt letters read as a row of known words."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.search.folding import fold
from bot.thai.dictionary import thai_words
from bot.thai.names import Names
from bot.thai.tones import without_tones

# Prices of a word (the longer one is read), of its tones, of letters that sound alike, of a letter
# lost, and of another letter.
_A_WORD, BY_TONE, _BY_SOUND, _LOST, CHANGED = 0.1, 0.3, 0.35, 1.0, 1.3
_LEAST, _LONG = 3, 5  # letters of a word that may have lost one, or have another one
_SOUNDS = 3  # letters as they sound, by which a word is known
_TORN = re.compile("[ะ-ฺ็-๎]")  # what stands over, under or behind another letter
_NO_WORD = (0.0, "")
_SPOKEN = (  # letters that sound otherwise, and what is written for them: ทำเนียม, วิทยากอน
    ("รรม", "ำ"),
    ("รรม", "ำมะ"),
    ("รร", "ั"),
    ("รร", "ัน"),
    ("ัมม", "ำม"),
    ("(?<=[ก-ฮ])ร$", "อน"),
)


class Read(NamedTuple):
    """A row of words and what it costs to read letters so.

    So many letters are `wrong` then, and so many words only sound so.
    """

    price: float = 0.0
    wrong: int = 0
    heard: int = 0
    words: tuple[str, ...] = ()

    @property
    def is_as_written(self) -> bool:
        """Whether each word stands there as it is spelt."""
        return self.price < BY_TONE + _A_WORD * len(self.words)


class Vocabulary:
    """Reads letters as words of its own; `first` are read where others would do as well.

    So it does as words of `beside`, which alone may have a letter too many or too few.
    """

    def __init__(
        self,
        words: Collection[str],
        first: Collection[str] = (),
        beside: "Vocabulary | None" = None,
    ) -> None:
        self._words = frozenset((*words, *first))
        self._beside = beside
        longest = max(map(len, self._words), default=0)
        self._longest: int = max(longest, beside._longest if beside else 0)
        ways = sorted(self._words, key=lambda word: (word in first, word))
        self._without_tones = {without_tones(word): word for word in ways}
        self._by_sound = {sound: word for word in ways for sound in _sounds_of(word)}
        self._nearest = lru_cache(maxsize=4_096)(self._nearest_to)

    def read(self, letters: str) -> Read | None:
        """The cheapest way to read letters without blanks; None where there is none."""
        best: dict[int, Read] = {0: Read()}
        for start in range(len(letters)):
            if start not in best:
                continue
            price, wrong, heard, words = best[start]
            for end in range(start + 1, min(start + self._longest, len(letters)) + 1):
                more, word = self._nearest(letters[start:end])
                read = Read(
                    price + more + _A_WORD,
                    wrong + (more >= _LOST),
                    heard + (more == _BY_SOUND),
                    (*words, word),
                )
                if word and (end not in best or read.price < best[end].price):
                    best[end] = read
        return best.get(len(letters))

    def _nearest_to(self, typed: str) -> tuple[float, str]:
        """What it costs to read letters as the nearest word, and that; "" for none."""
        own = self._alike(typed)
        if self._beside:
            ways = (own, self._beside._nearest(typed))
            return min((way for way in ways if way[1]), default=_NO_WORD)
        if own[1] or _is_known(typed):
            return own
        near = (
            (price, one)
            for one, *_ in process.extract_iter(
                typed, self._words, scorer=OSA.distance, score_cutoff=1
            )
            if (price := _price(typed, one))
        )
        return min(near, default=_NO_WORD)

    def _alike(self, typed: str) -> tuple[float, str]:
        """The word that letters are, but for their tones or as they sound.

        What is a word of Thai as it stands lacks a tone at most, หนอย, or, if both are long ones,
        sounds like another: ประทาน.
        """
        if typed in self._words or typed.isdecimal():
            return 0.0, typed
        word = self._without_tones.get(without_tones(typed), "")
        lost = len(word) - len(typed)  # tones, for all else is the same
        known = _is_known(typed)
        if word and (lost > 0 and len(typed) > _LEAST if known else lost >= 0):
            return BY_TONE, word
        heard = self._heard(typed)
        letters = min(map(len, map(without_tones, (typed, heard))))
        return (_BY_SOUND, heard) if heard and (letters >= _LONG or not known) else _NO_WORD

    def _heard(self, typed: str) -> str:
        """The word that sounds like these letters; "" for none, and for too few."""
        sound = "" if _TORN.match(typed) else fold(typed)
        return self._by_sound.get(sound, "") if len(sound) >= _SOUNDS else ""


def _is_known(typed: str) -> bool:
    """Whether letters are a word of Thai, or a name, as they stand."""
    return typed in thai_words() or typed in Names.load().forms


def _sounds_of(word: str) -> Iterator[str]:
    """How a word sounds as it is spoken, and by its letters."""
    spoken = (re.sub(letters, said, word) for letters, said in _SPOKEN)
    yield from (fold(one) for one in spoken if one != word)
    yield fold(word)


def _price(typed: str, word: str) -> float:
    """What one letter lost, doubled, changed or in another place costs; 0 for a word too short."""
    if len(word) < _LEAST:
        return 0.0
    if len(typed) > len(word):  # a letter twice
        return _LOST if _once(typed) == _once(word) else 0.0
    if sorted(typed) == sorted(word) or len(typed) < len(word):
        return _LOST
    return CHANGED if len(word) >= _LONG else 0.0


def _once(text: str) -> list[str]:
    return [letter for letter, _ in groupby(text)]
