"""Which words of a question an entry tells about, and which it has never heard of."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from bot.search.evidence import heard
from bot.search.folding import fold
from bot.search.grams import Keys, Weighed, distinct, encode, sound_keys, word_keys
from bot.search.index import Index
from bot.search.ranking import Part, QuestionWord
from bot.thai.normalise import squeeze

_NAMING = frozenset((Part.TITLE, Part.QUESTION, Part.TAUGHT, Part.KEYWORD))
_NO_KEYS = np.zeros(0, np.uint32)
_REMEMBERED = 16_384  # words: most of what is asked are the same few

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The words of a question that carry meaning, what each is worth, and how far it is met."""

    entry: int  # the number of the entry
    words: tuple[str, ...]
    keys: Keys  # (words,)
    terms: Ints  # (words,) in the postings of the entries, -1 for those no entry holds
    worth: Floats  # (words,) rarity times reliability
    met: Floats  # (words,) 0..1
    named: Floats  # (words,) … by title, questions and keywords alone, as it sounds

    @property
    def share(self) -> float:
        """The share of the question's worth that is met, 0..1."""
        return float(self.share_of(self.met))

    @property
    def worst(self) -> float:
        """What the weightiest word that is not met is worth."""
        return float((self.worth * (1 - self.met)).max(initial=0.0))

    def share_of(self, figures: Floats) -> Floats:
        """The mean of figures for each word, shape (…, words), by what the words are worth."""
        return figures @ self.worth / max(float(self.worth.sum()), 1e-9)

    def weighed(self) -> tuple[QuestionWord, ...]:
        """The words that are worth anything, weightiest first."""
        every = zip(self.words, self.worth.tolist(), self.met.tolist(), strict=True)
        found = (QuestionWord(text, round(worth, 3), met) for text, worth, met in every)
        return tuple(sorted((w for w in found if w.worth > 0), key=lambda w: -w.worth))


def cover(index: Index, weighed: Weighed, words: tuple[str, ...], entry: int) -> Coverage:
    """How far the words of a question, weighed as a whole, are met by an entry of this number."""
    spoken = tuple(dict.fromkeys(filter(_is_spoken, words)))
    keys = word_keys(spoken)
    at = weighed.keys.searchsorted(keys)
    named, alike = _heard(index, spoken, entry)
    return Coverage(
        entry=entry,
        words=spoken,
        keys=keys,
        terms=weighed.terms[at],
        worth=weighed.weights[at],
        met=np.maximum(index.terms.held(weighed.terms[at], entry), alike),
        named=named,
    )


def _heard(index: Index, words: Sequence[str], entry: int) -> Floats:
    """How far each word stands, as it sounds, in what names an entry and anywhere in it, 0..1.

    Shape (2, words).
    """
    sounds = [_sounds_of(word) for word in words]
    first, behind = index.layout.entries[entry : entry + 2].tolist()
    naming = next((n for n in range(first, behind) if index.pieces.part(n) not in _NAMING), behind)
    edges = index.layout.passages[[first, naming, behind]]
    ends = np.array([*accumulate(map(len, sounds))], np.int64)
    alike = heard(index.layout.letters, edges, np.concatenate([_NO_KEYS, *sounds]), ends)
    return np.square(alike)


@lru_cache(maxsize=_REMEMBERED)
def _is_spoken(word: str) -> bool:
    return bool(squeeze(word))


@lru_cache(maxsize=_REMEMBERED)
def _sounds_of(word: str) -> Keys:
    return distinct(sound_keys(encode(fold(squeeze(word)))))
