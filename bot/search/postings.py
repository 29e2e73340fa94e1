"""Which documents hold a term, and how strongly: BM25 in four flat arrays."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.compiled import compiled, either, f64, filled, flag, given, i64, several, u8, u16, u32
from bot.search.grams import Family, Floats, Ints, Keys, family

_K1 = np.array([[1.2], [1.2], [0.4]])  # of each family: that a gram comes again tells less
_B = 0.75
_FULL = 255  # an impact of 1.0
_FAMILIES, _WORDS = len(Family), int(Family.WORDS)  # plain numbers, as kernels take them
_AT_ONCE = 1 << 20  # postings that are worked on at once, so that building takes little memory

_KEY_BIT, _COUNT_BITS = np.uint64(32), np.uint64(8)
_DOCUMENT, _COUNT = np.uint64(0xFFFFFF), np.uint64(0xFF)

Packed = NDArray[np.uint64]
Holders = NDArray[np.uint16] | NDArray[np.uint32]
Wanted = tuple[Keys, NDArray[np.uint32], Ints, Floats]  # keys, starts, terms and their weights


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """Terms sorted by key; term t stands in `documents[starts[t]:starts[t + 1]]`.

    `impacts` is BM25's saturated frequency, 0..1 as 0..255, each family of terms with lengths of
    its own; `size` counts the documents. Common sounds and grams, which tell too little, are not
    listed: how many documents hold them is all that is kept.
    """

    keys: Keys  # (terms,)
    starts: NDArray[np.uint32]  # (terms + 1,)
    documents: Holders  # (postings,), those of each term in rising order
    impacts: NDArray[np.uint8]  # (postings,)
    common: NDArray[np.uint32]  # (common,) terms that are not listed, in rising order
    counts: NDArray[np.uint32]  # (common,) how many documents hold each
    size: int

    @classmethod
    def merge(cls, packed: Sequence[Packed], size: int, most: int | None = None) -> "Postings":
        """From what different documents hold, packed in parts.

        Sounds and grams that more than `most` documents hold are common.
        """
        pairs: Packed = np.concatenate([np.zeros(0, np.uint64), *packed])
        pairs.sort()
        parts = _in_parts(pairs)
        every = joined((_keys(part) for part in parts), np.uint32)
        first = np.flatnonzero(np.diff(every, prepend=every[:1] + 1))
        keys, counts = every[first], np.diff(first, append=len(every))
        is_listed = (family(keys) == Family.WORDS) | (counts <= (size if most is None else most))
        norm, shown = _norm(parts, size), _in_parts(is_listed.repeat(counts))
        few = size <= 1 << 16
        return cls(
            keys=keys,
            starts=np.cumsum(np.append(0, counts * is_listed), dtype=np.uint32),
            documents=joined(map(_holders, _listed(parts, shown)), np.uint16 if few else np.uint32),
            impacts=joined((_impacts(part, norm) for part in _listed(parts, shown)), np.uint8),
            common=np.flatnonzero(~is_listed).astype(np.uint32),
            counts=counts[~is_listed].astype(np.uint32),
            size=size,
        )

    def find(self, keys: Keys) -> Ints:
        """The term of each key, or -1 where no document holds it."""
        return _found(self.keys, keys)

    def frequency(self, terms: Ints) -> Ints:
        """How many documents hold each term; 0 for -1."""
        counts = self.starts[terms + 1].astype(np.int64) - self.starts[terms]
        unlisted = np.isin(terms, self.common)
        counts[unlisted] = self.counts[self.common.searchsorted(terms[unlisted])]
        return np.where(terms >= 0, counts, 0)

    def scores(self, keys: Keys, terms: Ints, weights: Floats) -> Floats:
        """The weighted impacts of each family in each document, added up: (families, size).

        For keys and their terms; what is not listed counts nothing, and -1.
        """
        wanted = keys, self.starts, terms, weights
        return _scores(wanted, self.documents, self.impacts, self.size)

    def totals(self, worth: Floats) -> Floats:
        """What the sounds, and the words, that each document holds are worth: (size, 2).

        `worth` is that of each term, (terms,). What is not listed counts nothing.
        """
        return _totals((self.keys, self.starts), worth, self.documents, self.size)

    def held(self, terms: Ints, document: int) -> NDArray[np.bool_]:
        """Which terms a document is listed under; none for -1."""
        return _held(self.starts, terms, self.documents, document)

    def holding(self, keys: Keys) -> Holders | None:
        """The documents that hold all the keys, as far as they are listed; None if none is."""
        terms = self.find(keys)
        if (terms < 0).any():
            return self.documents[:0]
        listed = terms[~np.isin(terms, self.common)].tolist()
        holders = sorted(map(self.holders, listed), key=len)
        return reduce(np.intersect1d, holders) if holders else None

    def holders(self, term: int) -> Holders:
        """The documents that are listed under a term."""
        return self.documents[self.starts[term] : self.starts[term + 1]]


@compiled(filled(i64), given(u32), given(u32))
def _found(table: Keys, keys: Keys) -> Ints:
    """The place of each key in a sorted table, or -1."""
    places, span = np.zeros(len(keys), np.int64), len(table)
    while span > 1:  # all keys a step at a time: nobody waits for memory on the way of a single one
        half = span >> 1
        for number, key in enumerate(keys):
            places[number] += half * (table[places[number] + half] <= key)
        span -= half
    for number, key in enumerate(keys):
        if not len(table) or table[places[number]] != key:
            places[number] = -1
    return places


DOCUMENTS = either(given(u16), given(u32))  # an argument of kernels


@compiled(
    filled(f64, 2),
    several(given(u32), given(u32), given(i64), given(f64)),
    *(DOCUMENTS, given(u8), i64),
)
def _scores(wanted: Wanted, documents: Holders, impacts: NDArray[np.uint8], size: int) -> Floats:
    keys, starts, terms, weights = wanted
    # Where each term stands is read first, so that nobody waits for memory on the way.
    scores, spans = np.zeros((_FAMILIES, size), np.float64), np.zeros((2, len(terms)), np.uint32)
    for place, term in enumerate(terms):
        if term >= 0:
            spans[0, place], spans[1, place] = starts[term], starts[term + 1]
    for place in range(len(terms)):
        of, weight = keys[place] >> 30, weights[place] / _FULL
        row = scores[of]
        for at in range(spans[0, place], spans[1, place]):
            row[documents[at]] += weight * impacts[at]
    return scores


@compiled(filled(f64, 2), several(given(u32), given(u32)), given(f64), DOCUMENTS, i64)
def _totals(
    listed: tuple[Keys, NDArray[np.uint32]], worth: Floats, documents: Holders, size: int
) -> Floats:
    keys, starts = listed
    totals = np.zeros((size, 2), np.float64)
    for term in range(len(keys)):
        of = keys[term] >> 30
        for document in documents[starts[term] : starts[term + 1] if of <= _WORDS else 0]:
            totals[document, of] += worth[term]
    return totals


@compiled(filled(flag), given(u32), given(i64), DOCUMENTS, i64)
def _held(
    starts: NDArray[np.uint32], terms: Ints, documents: Holders, document: int
) -> NDArray[np.bool_]:
    held = np.zeros(len(terms), np.bool_)
    for place, term in enumerate(terms):
        if term >= 0:
            holders = documents[starts[term] : starts[term + 1]]
            at = np.searchsorted(holders, document)
            held[place] = at < len(holders) and holders[at] == document
    return held


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


def _in_parts(whole: NDArray[Any]) -> list[NDArray[Any]]:
    return [whole[at : at + _AT_ONCE] for at in range(0, len(whole), _AT_ONCE)]


def _listed(parts: Sequence[Packed], shown: Sequence[NDArray[np.bool_]]) -> Iterator[Packed]:
    """What is shown of each part, one after the other, for all of it is much."""
    return (part[here] for part, here in zip(parts, shown, strict=True))


def joined(parts: Iterable[NDArray[Any]], kind: type[np.unsignedinteger[Any]]) -> NDArray[Any]:
    """All parts, which may be none, as numbers of one kind."""
    return np.concatenate([np.zeros(0, kind), *(part.astype(kind, copy=False) for part in parts)])


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
