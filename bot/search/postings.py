"""Which documents hold a term, and how strongly: BM25 in four flat arrays."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.search.grams import Family, Keys, family

_K1 = 1.2
_B = 0.75
_FULL = 255  # an impact of 1.0
_LONG = 100  # postings a term, from which slices are quicker than places
_AT_ONCE = 1 << 20  # postings that are worked on at once, so that building takes little memory

_KEY_BIT, _COUNT_BITS = np.uint64(32), np.uint64(8)
_DOCUMENT, _COUNT = np.uint64(0xFFFFFF), np.uint64(0xFF)

Packed = NDArray[np.uint64]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Weights = Floats | NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """Terms sorted by key; term t stands in `documents[starts[t]:starts[t + 1]]`.

    `impacts` is BM25's saturated frequency, 0..1 as 0..255, each family of terms with lengths of
    its own; `size` counts the documents.
    """

    keys: Keys  # (terms,)
    starts: NDArray[np.uint32]  # (terms + 1,)
    documents: NDArray[np.uint16] | NDArray[np.uint32]  # (postings,)
    impacts: NDArray[np.uint8]  # (postings,)
    size: int

    @classmethod
    def build(cls, keys: Keys, documents: Ints, size: int) -> "Postings":
        """From one (key, document) pair for each occurrence, in any order."""
        return cls.merge([pack(keys, documents)], size)

    @classmethod
    def merge(cls, packed: Sequence[Packed], size: int) -> "Postings":
        """From what different documents hold, packed in parts."""
        pairs: Packed = np.concatenate([np.zeros(0, np.uint64), *packed])
        pairs.sort()
        parts = [pairs[at : at + _AT_ONCE] for at in range(0, len(pairs), _AT_ONCE)]
        terms = _joined((_keys(part) for part in parts), np.uint32)
        first = np.flatnonzero(np.diff(terms, prepend=terms[:1] + 1))
        norm = _norm(parts, size)
        few = size <= 1 << 16
        return cls(
            keys=terms[first],
            starts=np.append(first, len(terms)).astype(np.uint32),
            documents=_joined(map(_holders, parts), np.uint16 if few else np.uint32),
            impacts=_joined((_impacts(part, norm) for part in parts), np.uint8),
            size=size,
        )

    def find(self, keys: Keys) -> Ints:
        """The term of each key, or -1 where no document holds it."""
        if not len(self.keys):
            return np.full(len(keys), -1, np.int64)
        at = np.minimum(self.keys.searchsorted(keys), len(self.keys) - 1)
        return np.where(self.keys[at] == keys, at, -1)

    def frequency(self, terms: Ints) -> Ints:
        """How many documents hold each term; 0 for -1."""
        return np.where(terms >= 0, self._counts(terms), 0)

    def scores(self, terms: Ints, weights: Floats) -> Floats:
        """The weighted impacts of each family in each document, added up: (families, size)."""
        counts = self._counts(terms)
        documents, impacts = self._taken(terms, counts, self.documents, self.impacts)
        rows = self._rows(terms, counts, documents)
        return self._added(rows, impacts * (weights / _FULL).repeat(counts))

    def sums(self, terms: Ints, *weights: Weights) -> tuple[Floats, ...]:
        """For each array of weights, those of the terms that each document holds, added up.

        Shapes (families, size).
        """
        counts = self._counts(terms)
        rows = self._rows(terms, counts, *self._taken(terms, counts, self.documents))
        return tuple(self._added(rows, each.repeat(counts)) for each in weights)

    def totals(self, weights: Weights) -> Floats:
        """What all terms of each document weigh, shape (families, size)."""
        counts = np.diff(self.starts)
        rows = np.repeat(family(self.keys) * self.size, counts) + self.documents
        return self._added(rows, weights.repeat(counts))

    def _added(self, rows: Ints, weights: Weights) -> Floats:
        added = np.bincount(rows, weights, len(Family) * self.size)
        return added.astype(np.float64, copy=False).reshape(len(Family), self.size)

    def _rows(self, terms: Ints, counts: Ints, documents: NDArray[Any]) -> Ints:
        """The document of each posting of `terms`, those of each family apart."""
        rows = (family(self.keys[terms]) * self.size).repeat(counts)
        rows += documents
        return rows

    def _taken(self, terms: Ints, counts: Ints, *columns: NDArray[Any]) -> list[NDArray[Any]]:
        """What belongs to the postings of `terms`: short lists place by place, long ones whole."""
        starts, behind = self.starts[terms].astype(np.int64), counts.cumsum()
        if not len(terms) or behind[-1] < _LONG * len(terms):
            places = (starts - behind + counts).repeat(counts)
            places += np.arange(len(places))
            return [column.take(places) for column in columns]
        spans = list(zip(starts.tolist(), (starts + counts).tolist(), strict=True))
        return [np.concatenate([column[a:b] for a, b in spans]) for column in columns]

    def _counts(self, terms: Ints) -> Ints:
        return self.starts[terms + 1].astype(np.int64) - self.starts[terms]

    def held(self, terms: Ints, document: int) -> NDArray[np.bool_]:
        """Which terms a document holds; none for -1."""
        counts = self.frequency(terms)
        (documents,) = self._taken(terms, counts, self.documents)
        found = np.zeros(len(terms), np.bool_)
        found[counts.cumsum().searchsorted(np.flatnonzero(documents == document), "right")] = True
        return found

    def holders(self, term: int) -> NDArray[np.uint16] | NDArray[np.uint32]:
        """The documents that hold a term."""
        return self.documents[self.starts[term] : self.starts[term + 1]]


def pack(keys: Keys, documents: Ints) -> Packed:
    """One number for each key and document that meet: both, and how often (255 at most).

    From one (key, document) pair for each occurrence; documents are below 16 million.
    """
    pairs = (keys.astype(np.uint64) << _KEY_BIT) | (documents.astype(np.uint64) << _COUNT_BITS)
    met, counts = np.unique(pairs, return_counts=True)
    packed: Packed = np.add(met, np.minimum(counts, 255).astype(np.uint64))
    return packed


def later(packed: Packed, by: int) -> Packed:
    """The same keys of documents that stand so many places later."""
    return packed + (np.uint64(by) << _COUNT_BITS)


def _joined(parts: Iterable[NDArray[Any]], kind: type[np.unsignedinteger[Any]]) -> NDArray[Any]:
    return np.concatenate([np.zeros(0, kind), *(part.astype(kind) for part in parts)])


def _keys(packed: Packed) -> Keys:
    return (packed >> _KEY_BIT).astype(np.uint32)


def _holders(packed: Packed) -> Ints:
    return ((packed >> _COUNT_BITS) & _DOCUMENT).astype(np.int64)


def _norm(parts: Sequence[Packed], size: int) -> Floats:
    """How far the length of each document damps its counts, shape (families, size)."""
    lengths = np.zeros((len(Family), size))
    for part in parts:
        rows = family(_keys(part)) * size + _holders(part)
        lengths += np.bincount(rows, part & _COUNT, lengths.size).reshape(lengths.shape)
    usual = lengths.sum(axis=1) / np.maximum(np.count_nonzero(lengths, axis=1), 1)
    norm: Floats = _K1 * (1 - _B + _B * lengths / np.maximum(usual, 1.0)[:, None])
    return norm


def _impacts(packed: Packed, norm: Floats) -> Floats:
    counts = packed & _COUNT
    damped = norm[family(_keys(packed)), _holders(packed)]
    impacts: Floats = np.rint(_FULL * counts / (counts + damped))
    return impacts
