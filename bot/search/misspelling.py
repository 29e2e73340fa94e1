"""Letters read as a row of known words, of which some are misspelt."""

from collections.abc import Collection
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.thai.dictionary import thai_words
from bot.thai.tones import without_tones

# Prices of a word (the longer one is read), of its tones, of a letter lost, and of another letter.
_A_WORD, BY_TONE, _LOST, CHANGED = 0.1, 0.3, 1.0, 1.3
_LEAST, _LONG = 3, 5  # letters of a word that may have lost one, or have another one


class Read(NamedTuple):
    """A row of words, what it costs to read letters so, and how many letters are wrong then."""

    price: float = 0.0
    wrong: int = 0
    words: tuple[str, ...] = ()

    @property
    def is_as_written(self) -> bool:
        """Whether each word stands there as it is spelt."""
        return self.price < BY_TONE + _A_WORD * len(self.words)


class Vocabulary:
    """Reads letters as words of its own; `first` are read where others would do as well."""

    def __init__(self, words: Collection[str], first: Collection[str]) -> None:
        self._words = frozenset((*words, *first))
        self._longest = max(map(len, self._words))
        ways = sorted(self._words, key=lambda word: (word in first, word))
        self._without_tones = {without_tones(word): word for word in ways}
        self._nearest = lru_cache(maxsize=4_096)(self._nearest_to)

    def read(self, letters: str) -> Read | None:
        """The cheapest way to read letters without blanks; None where there is none."""
        best: dict[int, Read] = {0: Read()}
        for start in range(len(letters)):
            if start not in best:
                continue
            price, wrong, words = best[start]
            for end in range(start + 1, min(start + self._longest, len(letters)) + 1):
                more, word = self._nearest(letters[start:end])
                read = Read(price + more + _A_WORD, wrong + (more >= _LOST), (*words, word))
                if word and (end not in best or read.price < best[end].price):
                    best[end] = read
        return best.get(len(letters))

    def _nearest_to(self, typed: str) -> tuple[float, str]:
        """What it costs to read letters as the nearest word, and that; "" for none.

        What is a word of Thai as it stands lacks a tone at most: หนอย.
        """
        if typed in self._words or typed.isdecimal():
            return 0.0, typed
        word = self._without_tones.get(without_tones(typed), "")
        lost = len(word) - len(typed)  # tones, for all else is the same
        if typed in thai_words():
            return (BY_TONE, word) if word and lost > 0 and len(typed) > _LEAST else (0.0, "")
        if word and lost >= 0:
            return BY_TONE, word
        near = (
            (price, one)
            for one, *_ in process.extract_iter(
                typed, self._words, scorer=OSA.distance, score_cutoff=1
            )
            if (price := _price(typed, one))
        )
        return min(near, default=(0.0, ""))


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
