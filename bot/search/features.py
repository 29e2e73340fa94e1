"""The short list for a question, and the numbers that describe each entry on it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.search.evidence import Evidence, gather
from bot.search.grams import Keys
from bot.search.index import Index
from bot.search.model import Model, Reliability
from bot.search.postings import Postings
from bot.search.understanding import Asked

SHORT_LIST = 20
_RARE = 3.0  # weight of a word that stands in about one entry of twenty
FIRST_STAGE = ("words", "grams3", "grams4", "folded", "asks")
_EVIDENCE = ("wide", "narrow", "whole", "title", "asked", "run", "order")
FEATURES = FIRST_STAGE + _EVIDENCE

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class ShortList:
    """The entries worth a closer look, in no order that matters."""

    entries: Ints  # (n,) numbers of entries
    matrix: Floats  # (n, features) in the order of FEATURES
    evidence: Evidence
    known: float  # share of the question's information that the base knows at all, 0..1
    mass: float  # how much information the question carries: rarity times reliability
    rare: float  # … of it in its words that stand in few entries


def short_list(index: Index, model: Model, asked: Asked) -> ShortList | None:
    """The best entries of the first stage with their features; None when nothing matches."""
    if not index.ids:
        return None
    words, _ = _channel(index.words, asked.words, model.words)
    grams3, known = _channel(index.grams3, asked.grams3, model.grams3)
    grams4, _ = _channel(index.grams4, asked.grams4, model.grams4)
    folded, _ = _channel(index.folded, asked.folded, model.folded)
    asks = _asks(index, asked, model)
    first = np.column_stack([words, grams3, grams4, folded, asks])
    entries = _best(first @ model.first_stage)
    if not len(entries):
        return None
    weights = _weights(index.grams3, asked.grams3, model.grams3)
    evidence = gather(index, asked.letters, weights, entries)
    matrix = np.column_stack([first[entries], *(getattr(evidence, n) for n in _EVIDENCE)])
    carried = _weights(index.words, asked.words, model.words)
    rare = float(carried[carried > _RARE].sum())
    return ShortList(entries, matrix, evidence, known, float(carried.sum()), rare)


def _channel(postings: Postings, keys: Keys, reliability: Reliability) -> tuple[Floats, float]:
    """Each entry's share of the weight of `keys`, and the share the base knows."""
    keys = np.unique(keys)
    weights = _weights(postings, keys, reliability)
    terms = postings.find(keys)
    held = terms >= 0
    total = max(float(weights.sum()), 1e-9)
    scores = postings.scores(terms[held], weights[held] / total)
    return scores, float(weights[held].sum()) / total


def _weights(postings: Postings, keys: Keys, reliability: Reliability) -> Floats:
    """Rarity in the base times learned reliability of each key."""
    frequency = postings.frequency(postings.find(keys))
    rarity: Floats = np.log(1 + (postings.size - frequency + 0.5) / (frequency + 0.5))
    return rarity * reliability.of(keys)


def _asks(index: Index, asked: Asked, model: Model) -> Floats:
    """The best title, question or phrasing of each entry, shape (entries,)."""
    passages, _ = _channel(index.asks, asked.grams3, model.grams3)
    return np.maximum.reduceat(passages, index.layout.entries[:-1])


def _best(scores: Floats) -> Ints:
    """The `SHORT_LIST` highest positive scores; ties go to the lower number."""
    if len(scores) > SHORT_LIST:
        bound = np.partition(scores, -SHORT_LIST)[-SHORT_LIST]
        near = np.flatnonzero((scores >= bound) & (scores > 0))
    else:
        near = np.flatnonzero(scores > 0)
    return near[np.argsort(-scores[near], kind="stable")][:SHORT_LIST]
