"""What a term of a question is worth: rare in the base, rare in general, and reliable."""

import numpy as np
from numpy.typing import NDArray

from bot.search.grams import Keys, Weighed
from bot.search.model import Terms
from bot.search.postings import Postings

_GENERAL = 300  # texts of general government news that count beside the base's own
_VARIANT = 1.0  # average words of the question that a variant of one may count for

Floats = NDArray[np.float64]


def worth(postings: Postings, general: Terms, keys: Keys) -> Floats:
    """Rarity in the base and in general, times learned reliability, of each key."""
    reliability, share = general.of(keys)
    frequency = postings.frequency(postings.find(keys)) + _GENERAL * share
    size = postings.size + _GENERAL
    rarity: Floats = np.log(1 + (size - frequency + 0.5) / (frequency + 0.5))
    return rarity * reliability


def weigh(
    postings: Postings, general: Terms, own: Keys, variants: list[Keys], words: int
) -> Weighed:
    """What each term of a question of so many words, and of its variants, is worth.

    A variant, however long, is worth at most one average word of the question.
    """
    every = np.concatenate([own, *variants])
    weights = worth(postings, general, every)
    total = float(weights[: len(own)].sum())
    if not variants:
        return Weighed(own, weights, total)
    sizes = [len(own), *map(len, variants)]
    part = np.repeat(np.arange(len(sizes)), sizes)
    sums = np.bincount(part, weights, len(sizes))
    most = _VARIANT * total / max(words, 1)
    scale = np.minimum(1.0, most / np.maximum(sums, 1e-9))
    scale[0] = 1.0
    keys, first = np.unique(every, return_index=True)
    return Weighed(keys, (weights * scale[part])[first], total)
