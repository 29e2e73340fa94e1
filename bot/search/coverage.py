"""Which words of a question an entry tells about, and which it has never heard of."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.search.folding import fold
from bot.search.grams import encode, grams, word_keys
from bot.search.index import SOUNDS, Index
from bot.search.model import Model
from bot.search.weights import scales
from bot.thai.normalise import squeeze

_TOLD = 0.6  # share of a word's sounds that must stand in the entry

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
        return float(self.worth @ self.met) / max(float(self.worth.sum()), 1e-9)

    @property
    def worst(self) -> float:
        """What the weightiest word that is not met is worth."""
        return float((self.worth * (1 - self.met)).max(initial=0.0))

    def found(self) -> tuple[str, ...]:
        """The words that stand in the entry, weightiest first."""
        return self._chosen(self.met >= _TOLD)

    def missing(self) -> tuple[str, ...]:
        """The words that do not, weightiest first."""
        return self._chosen(self.met < _TOLD)

    def _chosen(self, wanted: NDArray[np.bool_]) -> tuple[str, ...]:
        order = np.argsort(-self.worth, kind="stable")
        return tuple(self.words[n] for n in order.tolist() if wanted[n] and self.worth[n] > 0)


def cover(index: Index, model: Model, words: tuple[str, ...], entry: int) -> Coverage:
    """How far the words of a question are met by an entry (its number)."""
    spoken = tuple(dict.fromkeys(word for word in words if squeeze(word)))
    keys = word_keys(spoken)
    if not len(keys):
        return Coverage((), np.zeros(0), np.zeros(0))
    exact = index.words.holds(keys, entry)
    sounds = [np.unique(grams(encode(fold(squeeze(word))), SOUNDS)) for word in spoken]
    heard = index.sounds.holds(np.concatenate(sounds), entry).astype(np.float64)
    counts = np.array([len(part) for part in sounds])
    owner = np.repeat(np.arange(len(spoken)), counts)
    alike = np.bincount(owner, heard, len(spoken)) / np.maximum(counts, 1)
    worth = scales(index, model).words.worth_of(keys)
    return Coverage(spoken, worth, np.maximum(exact, alike**2))
