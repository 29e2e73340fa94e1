"""What a term of a question is worth: rare in the base, rare in general, and reliable."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.search.grams import Family, Keys, Weighed, family, first_of
from bot.search.index import Index
from bot.search.model import Model, Terms
from bot.search.postings import Postings

_GENERAL = 300  # texts of general government news that count beside the base's own
_TELLING, _FEW = 0.2, 20  # grams in a larger share of the entries, and not few, tell too little
_VARIANT = 1.0  # average words of the question that a variant of one may count for

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Scales:
    """What every term of a base is worth, in its entries and in what they can be asked by."""

    entries: Postings
    asks: Postings
    general: Terms
    worth: NDArray[np.float32]  # (terms of the entries,)
    telling: Bools  # (terms of the entries,) worth looking up
    totals: Floats  # (2, asks) what all sounds, and all words, of an ask are worth

    @classmethod
    def over(cls, index: Index, general: Terms) -> "Scales":
        """The scales of an index; a few milliseconds for a thousand entries."""
        terms, asks = index.terms, index.asks.terms
        frequency = np.diff(terms.starts).astype(np.int64)
        worth = _worth(terms.size, frequency, general, terms.keys).astype(np.float32)
        telling = (frequency <= max(_TELLING * terms.size, _FEW)) | (
            family(terms.keys) == Family.WORDS
        )
        totals = asks.totals(worth[terms.find(asks.keys)])[: Family.GRAMS]
        return cls(terms, asks, general, worth, telling, np.maximum(totals, 1e-9))

    def worth_of(self, keys: Keys) -> tuple[Ints, Floats]:
        """The terms of the keys, -1 for unknown ones, and what each key is worth."""
        terms = self.entries.find(keys)
        found = self.worth[terms].astype(np.float64) if len(self.worth) else np.zeros(len(keys))
        unknown = np.flatnonzero(terms < 0)
        if len(unknown):
            none = np.zeros(len(unknown), np.int64)
            found[unknown] = _worth(self.entries.size, none, self.general, keys[unknown])
        return terms, found

    def weigh(self, own: Keys, variants: Sequence[Keys], words: int) -> Weighed:
        """What each term of a question of so many words, and of its variants, is worth.

        A variant, however long, is worth at most one average word of the question. All keys come
        sorted and distinct.
        """
        keys, sizes = np.concatenate([own, *variants]), [len(own), *map(len, variants)]
        terms, weights = self.worth_of(keys)
        families = family(keys)
        groups = families + np.arange(0, len(sizes) * len(Family), len(Family)).repeat(sizes)
        sums = np.bincount(groups, weights, len(sizes) * len(Family)).reshape(-1, len(Family))
        totals, sums = sums[0], np.maximum(sums, 1e-9)
        scale = np.minimum(1.0, _VARIANT / max(words, 1) * totals / sums)
        scale[0] = 1.0
        weights *= scale.ravel()[groups]
        share = weights / sums[0, families]
        first = first_of(keys)
        return Weighed(keys[first], terms[first], weights[first], share[first], totals)

    def scores(self, weighed: Weighed) -> Floats:
        """Each entry's share of the question's worth by BM25, shape (families, entries)."""
        known = np.flatnonzero(weighed.terms >= 0)
        telling = known[self.telling[weighed.terms[known]]]
        return self.entries.scores(weighed.terms[telling], weighed.share[telling])

    def sought(self, weighed: Weighed) -> tuple[Keys, Floats]:
        """The sounds to look for in the letters of entries, and the share that each is."""
        known = np.flatnonzero(weighed.terms[weighed.of(Family.SOUNDS)] >= 0)
        return weighed.keys[known], weighed.share[known]

    def agreement(self, weighed: Weighed) -> Floats:
        """How well question and ask cover each other, 0..1: sounds and words, shape (2, asks)."""
        found = self.asks.find(weighed.keys[: weighed.of(Family.WORDS).stop])
        held = np.flatnonzero(found >= 0)
        there, back = (
            sums[: Family.GRAMS]
            for sums in self.asks.sums(
                found[held], weighed.share[held], self.worth[weighed.terms[held]]
            )
        )
        there = np.minimum(there, 1.0)
        back = back / self.totals
        result: Floats = 2 * there * back / np.maximum(there + back, 1e-9)
        return result


@lru_cache(maxsize=2)
def scales(index: Index, model: Model) -> Scales:
    """The scales of an index by a model; made once."""
    return Scales.over(index, model.terms)


def _worth(size: int, frequency: Ints, general: Terms, keys: Keys) -> Floats:
    reliability, share = general.of(keys)
    held = frequency + _GENERAL * share
    rarity: Floats = np.log(1 + (size + _GENERAL - held + 0.5) / (held + 0.5))
    return rarity * reliability
