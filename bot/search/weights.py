"""What a term of a question is worth: rare in the base, rare in general, and reliable."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from bot.compiled import compiled, f32, f64, filled, given, i64, inner, several, u32
from bot.search.grams import Family, Floats, Ints, Keys, WeightedQuestion, span_of
from bot.search.index import Index
from bot.search.model import Model, Terms
from bot.search.postings import Postings

_GENERAL = 300  # texts of general government news that count beside the base's own
_VARIANT = 1.0  # average words of the question that a variant of one may count for
_RARE = 3.0  # weight of a word that stands in about one entry of twenty
_FAMILIES, _SOUNDS, _WORDS = len(Family), int(Family.SOUNDS), int(Family.WORDS)  # for kernels

General = tuple[Keys, NDArray[np.float32], NDArray[np.float32]]  # keys, reliability and share
Base = tuple[NDArray[np.float32], int, General]  # what its terms are worth, its size


@dataclass(frozen=True, slots=True, eq=False)
class TermWeights:
    """What every term of a base is worth, in its entries and in their phrasings."""

    entries: Postings
    general: Terms
    worth: NDArray[np.float32]  # (terms of the entries,)
    phrased: NDArray[np.int32]  # (sounds and words + 1,) the terms of these in phrasings, or -1
    totals: Floats  # (phrasings, 2) what all sounds, and all words, of a phrasing are worth

    @classmethod
    def of(cls, index: Index, general: Terms) -> "TermWeights":
        """Those of an index; a few milliseconds for a thousand entries."""
        terms, phrasings = index.terms, index.phrasings.terms
        frequency = terms.frequency(np.arange(len(terms.keys)))
        worth = _worth(terms.keys, frequency, terms.size, _table(general)).astype(np.float32)
        known = terms.find(phrasings.keys)
        phrased = np.full(span_of(Family.WORDS, terms.keys).stop + 1, -1, np.int32)
        phrased[known] = np.arange(len(known))
        totals = phrasings.totals(worth[known].astype(np.float64))
        return cls(terms, general, worth, phrased, np.maximum(totals, 1e-9))

    def weigh(self, own: Keys, variants: Sequence[Keys], words: int) -> WeightedQuestion:
        """What each term of a question of so many words, and of its variants, is worth.

        A variant, however long, is worth at most one average word of the question. All keys come
        sorted and distinct.
        """
        keys = np.concatenate([own, *variants])
        ends = np.array([*accumulate(map(len, variants), initial=len(own))])
        found = keys, self.entries.find(keys)
        base = self.worth, self.entries.size, _table(self.general)
        return WeightedQuestion(
            *_weighed(found, keys.argsort(kind="stable"), ends, max(words, 1), base)
        )


@lru_cache(maxsize=2)
def term_weights(index: Index, model: Model) -> TermWeights:
    """Those of an index by a model; made once."""
    return TermWeights.of(index, model.terms)


def _table(general: Terms) -> General:
    return general.keys, general.reliability, general.share


@inner
def _worth_of(key: int, frequency: int, size: int, general: General) -> float:
    """Rarity, in the base of so many texts and in general, times reliability."""
    known, reliability, share = general
    at = np.searchsorted(known, key)
    held, reliable = frequency + 0.0, 1.0
    if at < len(known) and known[at] == key:
        held, reliable = held + _GENERAL * share[at], float(reliability[at])
    return float(reliable * np.log(1 + (size + _GENERAL - held + 0.5) / (held + 0.5)))


@compiled(filled(f64), given(u32), given(i64), i64, several(given(u32), given(f32), given(f32)))
def _worth(keys: Keys, frequency: Ints, size: int, general: General) -> Floats:
    """What keys are worth that so many texts of a base hold."""
    worth = np.empty(len(keys), np.float64)
    for place, key in enumerate(keys):
        worth[place] = _worth_of(key, frequency[place], size, general)
    return worth


@inner
def _looked_up(keys: Keys, terms: Ints, base: Base) -> Floats:
    """What keys are worth by their terms in a base where that is known, -1 for unknown ones."""
    known, size, general = base
    worth = np.empty(len(keys), np.float64)
    for place, term in enumerate(terms):
        worth[place] = known[term] if term >= 0 else _worth_of(keys[place], 0, size, general)
    return worth


@inner
def _first_of_each(keys: Keys, order: Ints) -> Ints:
    """Where each key stands first, in an order that sorts the keys."""
    count, first = 0, np.empty(len(keys), np.int64)
    for place in order:
        if not count or keys[place] != keys[first[count - 1]]:
            first[count] = place
            count += 1
    return first[:count]


@inner
def _knowledge(keys: Keys, terms: Ints, weights: Floats) -> tuple[float, float]:
    """The share of what sounds are worth that some entry holds, and what rare words are worth."""
    heard = known = rare = 0.0
    for place, weight in enumerate(weights):
        if keys[place] >> 30 == _SOUNDS:
            heard += weight
            known += weight * (terms[place] >= 0)
        elif keys[place] >> 30 == _WORDS:
            rare += weight * (weight > _RARE)
    return known / max(heard, 1e-9), rare


@compiled(
    several(filled(u32), filled(i64), filled(f64), filled(f64), filled(f64), f64, f64),
    *(several(given(u32), given(i64)), given(i64), given(i64), i64),
    several(given(f32), i64, several(given(u32), given(f32), given(f32))),
)
def _weighed(
    found: tuple[Keys, Ints], order: Ints, ends: Ints, words: int, base: Base
) -> tuple[Keys, Ints, Floats, Floats, Floats, float, float]:
    """See `TermWeights.weigh`, for the keys of a question and, up to each end, of its variants.

    `order` sorts the keys, what the question itself says first.
    """
    keys, terms = found
    weights, totals, start = _looked_up(keys, terms, base), np.zeros(_FAMILIES), ends[0]
    for place in range(start):
        totals[keys[place] >> 30] += weights[place]
    for end in ends[1:]:
        sums = np.zeros(_FAMILIES)
        for place in range(start, end):
            sums[keys[place] >> 30] += weights[place]
        scale = np.minimum(1.0, _VARIANT / words * totals / np.maximum(sums, 1e-9))
        for place in range(start, end):
            weights[place] *= scale[keys[place] >> 30]
        start = end
    kept = _first_of_each(keys, order)
    keys, terms, weights, share = keys[kept], terms[kept], weights[kept], weights[kept]
    for place, key in enumerate(keys):
        share[place] /= max(totals[key >> 30], 1e-9)
    known, rare = _knowledge(keys, terms, weights)
    return keys, terms, weights, share, totals, known, rare
