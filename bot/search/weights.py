"""What a term of a question is worth: rare in the base, rare in general, and reliable."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.search.grams import Keys, Weighed
from bot.search.index import Index
from bot.search.model import Model, Terms
from bot.search.postings import Postings

_GENERAL = 300  # texts of general government news that count beside the base's own
_VARIANT = 1.0  # average words of the question that a variant of one may count for

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Channel:
    """One kind of term in the entries of a base, and what each term of the base is worth."""

    postings: Postings
    general: Terms
    worth: Floats  # (terms,)

    @classmethod
    def over(cls, postings: Postings, general: Terms) -> "Channel":
        """The channel of all terms of some postings."""
        frequency = postings.starts[1:] - postings.starts[:-1]
        return cls(postings, general, _worth(postings.size, frequency, general, postings.keys))

    def worth_of(self, keys: Keys) -> Floats:
        """What each key is worth, also of those the base does not know."""
        terms = self.postings.find(keys)
        unknown = terms < 0
        found = self.worth[terms] if len(self.worth) else np.zeros(len(keys))
        if unknown.any():
            none = np.zeros(int(unknown.sum()), np.int64)
            found[unknown] = _worth(self.postings.size, none, self.general, keys[unknown])
        return found

    def weigh(self, own: Keys, variants: list[Keys], words: int) -> Weighed:
        """What each term of a question of so many words, and of its variants, is worth.

        A variant, however long, is worth at most one average word of the question.
        """
        every = np.concatenate([own, *variants])
        weights = self.worth_of(every)
        total = float(weights[: len(own)].sum())
        if not variants:
            return Weighed(own, weights, total)
        sizes = [len(own), *map(len, variants)]
        part = np.repeat(np.arange(len(sizes)), sizes)
        sums = np.bincount(part, weights, len(sizes))
        scale = np.minimum(1.0, _VARIANT * total / max(words, 1) / np.maximum(sums, 1e-9))
        scale[0] = 1.0
        keys, first = np.unique(every, return_index=True)
        return Weighed(keys, (weights * scale[part])[first], total)

    def scores(self, weighed: Weighed) -> Floats:
        """Each entry's share of the worth of the question by BM25, shape (entries,)."""
        terms = self.postings.find(weighed.keys)
        held = terms >= 0
        return self.postings.scores(terms[held], weighed.weights[held] / max(weighed.total, 1e-9))


@dataclass(frozen=True, slots=True, eq=False)
class AskChannel:
    """One kind of term in titles, questions and phrasings, which are compared both ways."""

    postings: Postings
    worth: Floats  # (terms,)
    totals: Floats  # (asks,) what all terms of an ask are worth

    @classmethod
    def over(cls, postings: Postings, entries: Channel) -> "AskChannel":
        """The channel of the asks, each term worth what it is worth in the entries."""
        worth = entries.worth_of(postings.keys)
        spread = np.repeat(worth, np.diff(postings.starts))
        return cls(
            postings,
            worth,
            np.bincount(postings.documents, spread, postings.size).astype(np.float64),
        )

    def agreement(self, weighed: Weighed) -> Floats:
        """How well question and ask cover each other, 0..1, shape (asks,)."""
        terms = self.postings.find(weighed.keys)
        held = terms >= 0
        terms, weights = terms[held], weighed.weights[held] / max(weighed.total, 1e-9)
        there = np.minimum(self.postings.sums(terms, weights), 1.0)
        back = self.postings.sums(terms, self.worth[terms]) / np.maximum(self.totals, 1e-9)
        return 2 * there * back / np.maximum(there + back, 1e-9)


@dataclass(frozen=True, slots=True, eq=False)
class Scales:
    """Everything that weighs the terms of a question against one index."""

    words: Channel
    sounds: Channel
    grams: Channel
    ask_words: AskChannel
    ask_sounds: AskChannel


@lru_cache(maxsize=2)
def scales(index: Index, model: Model) -> Scales:
    """The scales of an index; made once, a few milliseconds for a thousand entries."""
    words = Channel.over(index.words, model.words)
    sounds = Channel.over(index.sounds, model.sounds)
    return Scales(
        words=words,
        sounds=sounds,
        grams=Channel.over(index.grams, model.grams),
        ask_words=AskChannel.over(index.asks.words, words),
        ask_sounds=AskChannel.over(index.asks.sounds, sounds),
    )


def _worth(size: int, frequency: NDArray[np.int64], general: Terms, keys: Keys) -> Floats:
    reliability, share = general.of(keys)
    held = frequency + _GENERAL * share
    rarity: Floats = np.log(1 + (size + _GENERAL - held + 0.5) / (held + 0.5))
    return rarity * reliability
