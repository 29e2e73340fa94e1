"""Which documents hold a term, and how strongly: BM25 in three flat arrays."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.search.grams import Keys

_K1 = 1.2
_B = 0.75
_FULL = 255  # an impact of 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """Terms sorted by key; term t stands in `documents[starts[t]:starts[t + 1]]`.

    `impacts` is BM25's saturated frequency, 0..1 as 0..255; `size` counts the documents.
    """

    keys: Keys  # (terms,)
    starts: NDArray[np.int64]  # (terms + 1,)
    documents: NDArray[np.uint16] | NDArray[np.uint32]  # (postings,)
    impacts: NDArray[np.uint8]  # (postings,)
    size: int

    @classmethod
    def build(cls, keys: Keys, documents: NDArray[np.int64], size: int) -> "Postings":
        """From one (key, document) pair for each occurrence, in any order."""
        pairs, counts = np.unique(
            (keys.astype(np.uint64) << 32) | documents.astype(np.uint64),
            return_counts=True,
        )
        terms, holders = (
            (pairs >> 32).astype(np.uint32),
            (pairs & 0xFFFFFFFF).astype(np.int64),
        )
        first = (
            np.flatnonzero(np.diff(terms, prepend=terms[:1] + 1))
            if len(terms)
            else np.zeros(0, np.int64)
        )
        return cls(
            keys=terms[first],
            starts=np.append(first, len(terms)),
            documents=holders.astype(np.uint16 if size <= 0x10000 else np.uint32),
            impacts=_impacts(counts, holders, size),
            size=size,
        )

    def find(self, keys: Keys) -> NDArray[np.int64]:
        """The term of each key, or -1 where no document holds it."""
        if not len(self.keys):
            return np.full(len(keys), -1, np.int64)
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[at] == keys, at, -1)

    def frequency(self, terms: NDArray[np.int64]) -> NDArray[np.int64]:
        """How many documents hold each term; 0 for -1."""
        return np.where(terms >= 0, self.starts[terms + 1] - self.starts[terms], 0)

    def scores(self, terms: NDArray[np.int64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
        """The weighted sum of impacts of each document, shape (size,)."""
        at, spread = self._spread(terms, weights / _FULL)
        return np.bincount(self.documents[at], self.impacts[at] * spread, self.size).astype(
            np.float64
        )

    def sums(self, terms: NDArray[np.int64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
        """The sum of the weights of the terms that each document holds, shape (size,)."""
        at, spread = self._spread(terms, weights)
        return np.bincount(self.documents[at], spread, self.size).astype(np.float64)

    def _spread(
        self, terms: NDArray[np.int64], weights: NDArray[np.float64]
    ) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """The places of all postings of `terms`, and the weight of the term at each."""
        first, counts = self.starts[terms], self.starts[terms + 1] - self.starts[terms]
        before = np.cumsum(counts) - counts
        at = np.arange(int(counts.sum())) + np.repeat(first - before, counts)
        return at, np.repeat(weights, counts)

    def holds(self, keys: Keys, document: int) -> NDArray[np.bool_]:
        """Which keys stand in a document."""
        terms = self.find(keys)
        found = np.zeros(len(keys), np.bool_)
        for number in np.flatnonzero(terms >= 0).tolist():
            holders = self.holders(int(terms[number]))
            at = int(np.searchsorted(holders, document))
            found[number] = at < len(holders) and holders[at] == document
        return found

    def holders(self, term: int) -> NDArray[np.uint16] | NDArray[np.uint32]:
        """The documents that hold a term."""
        return self.documents[self.starts[term] : self.starts[term + 1]]


def _impacts(counts: NDArray[np.int64], holders: NDArray[np.int64], size: int) -> NDArray[np.uint8]:
    lengths = np.bincount(holders, counts, size)
    usual = lengths.sum() / max(np.count_nonzero(lengths), 1)
    norm = _K1 * (1 - _B + _B * lengths / max(usual, 1.0))
    impacts: NDArray[np.float64] = np.rint(_FULL * counts / (counts + norm[holders]))
    return impacts.astype(np.uint8)
