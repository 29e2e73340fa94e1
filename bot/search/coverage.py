"""Which words of a question an entry tells about, and which it has never heard of."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.search.evidence import holds
from bot.search.folding import fold
from bot.search.grams import Keys, encode, sound_keys, word_keys
from bot.search.index import Index
from bot.search.model import Model
from bot.search.ranking import QuestionWord
from bot.search.weights import scales
from bot.thai.normalise import squeeze

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The words of a question that carry meaning, what each is worth, and how far it is met."""

    words: tuple[str, ...]
    worth: Floats  # (words,) rarity times reliability
    met: Floats  # (words,) 0..1

    @property
    def share(self) -> float:
        """The share of the question's worth that is met, 0..1."""
        return self.share_of(self.met)

    @property
    def worst(self) -> float:
        """What the weightiest word that is not met is worth."""
        return float((self.worth * (1 - self.met)).max(initial=0.0))

    def share_of(self, figures: Floats) -> float:
        """The mean of a figure for each word, by what the words are worth."""
        return float(self.worth @ figures) / max(float(self.worth.sum()), 1e-9)

    def weighed(self) -> tuple[QuestionWord, ...]:
        """The words that are worth anything, weightiest first."""
        every = zip(self.words, self.worth.tolist(), self.met.tolist(), strict=True)
        found = (QuestionWord(text, round(worth, 3), met) for text, worth, met in every)
        return tuple(sorted((w for w in found if w.worth > 0), key=lambda w: -w.worth))


def cover(index: Index, model: Model, words: tuple[str, ...], entry: int) -> Coverage:
    """How far the words of a question are met by an entry, given by its number."""
    spoken = tuple(dict.fromkeys(word for word in words if squeeze(word)))
    if not spoken:
        return Coverage((), np.zeros(0), np.zeros(0))
    terms, worth = scales(index, model).worth_of(word_keys(spoken))
    exact = index.terms.held(terms, entry)
    first, behind = index.layout.entries[entry : entry + 2].tolist()
    return Coverage(spoken, worth, np.maximum(exact, heard(index, spoken, (first, behind))))


def heard(index: Index, words: Sequence[str], passages: tuple[int, int]) -> Floats:
    """How far each word stands, as it sounds, from the first passage to before the second, 0..1."""
    sounds = [_sounds_of(word) for word in words]
    counts = np.array([len(part) for part in sounds], np.int64)
    found = holds(index.layout, passages, np.concatenate([_NO_KEYS, *sounds]))
    owner = np.arange(len(words)).repeat(counts)
    alike: Floats = np.bincount(owner, found, len(words)) / np.maximum(counts, 1)
    return alike**2


_NO_KEYS = np.zeros(0, np.uint32)


@lru_cache(maxsize=16_384)
def _sounds_of(word: str) -> Keys:
    return np.unique(sound_keys(encode(fold(squeeze(word)))))
