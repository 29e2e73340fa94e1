"""The short list for a question, and the numbers that describe each entry on it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.search.evidence import Evidence, gather
from bot.search.grams import Keys, Weighed
from bot.search.index import Index
from bot.search.model import Model, Terms
from bot.search.postings import Postings
from bot.search.understanding import Asked

SHORT_LIST = 20
_GENERAL = 300  # texts of general government news that count beside the base's own
_RARE = 3.0  # weight of a word that stands in about one entry of twenty
FIRST_STAGE = ("words", "grams3", "grams4", "folded", "asks", "ask_words")
_EVIDENCE = ("wide", "narrow", "whole", "title", "asked", "run", "order")
FEATURES = FIRST_STAGE + _EVIDENCE

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """How much a question says, and how much of it the base has ever heard of."""

    known: float  # share of its grams' weight that stands anywhere in the base, 0..1
    mass: float  # weight of its words: rarity times reliability
    rare: float  # … of those that stand in few entries


@dataclass(frozen=True, slots=True)
class ShortList:
    """The entries worth a closer look, in no order that matters."""

    entries: Ints  # (n,) numbers of entries
    matrix: Floats  # (n, features) in the order of FEATURES
    evidence: Evidence
    knowledge: Knowledge


def short_list(index: Index, model: Model, asked: Asked) -> ShortList | None:
    """The best entries of the first stage with their features; None when nothing matches."""
    if not index.ids:
        return None
    words = _weighed(index.words, asked.words, model.words)
    grams3 = _weighed(index.grams3, np.unique(asked.grams3), model.grams3)
    first = np.column_stack(
        [
            _scores(index.words, words),
            _scores(index.grams3, grams3),
            _scores(index.grams4, _weighed(index.grams4, asked.grams4, model.grams4)),
            _scores(index.folded, _weighed(index.folded, asked.folded, model.folded)),
            _best_ask(index, _scores(index.asks, grams3)),
            _best_ask(index, _scores(index.ask_words, words)),
        ]
    )
    entries = _best(first @ model.first_stage)
    if not len(entries):
        return None
    evidence = gather(index, asked.letters, grams3, entries)
    matrix = np.column_stack([first[entries], *(getattr(evidence, n) for n in _EVIDENCE)])
    return ShortList(entries, matrix, evidence, _knowledge(index, words, grams3))


def _weighed(postings: Postings, keys: Keys, general: Terms) -> Weighed:
    """Rarity in the base and in general, times learned reliability, of each key."""
    reliability, share = general.of(keys)
    frequency = postings.frequency(postings.find(keys)) + _GENERAL * share
    size = postings.size + _GENERAL
    rarity: Floats = np.log(1 + (size - frequency + 0.5) / (frequency + 0.5))
    return Weighed(keys, rarity * reliability)


def _scores(postings: Postings, weighed: Weighed) -> Floats:
    """Each document's share of the weight of the question, shape (documents,)."""
    terms = postings.find(weighed.keys)
    held = terms >= 0
    total = max(float(weighed.weights.sum()), 1e-9)
    return postings.scores(terms[held], weighed.weights[held] / total)


def _best_ask(index: Index, passages: Floats) -> Floats:
    """The best title, question or phrasing of each entry, shape (entries,)."""
    return np.maximum.reduceat(passages, index.layout.entries[:-1])


def _knowledge(index: Index, words: Weighed, grams3: Weighed) -> Knowledge:
    held = index.grams3.find(grams3.keys) >= 0
    known = float(grams3.weights[held].sum()) / max(float(grams3.weights.sum()), 1e-9)
    rare = float(words.weights[words.weights > _RARE].sum())
    return Knowledge(known, float(words.weights.sum()), rare)


def _best(scores: Floats) -> Ints:
    """The `SHORT_LIST` highest positive scores; ties go to the lower number."""
    if len(scores) > SHORT_LIST:
        bound = np.partition(scores, -SHORT_LIST)[-SHORT_LIST]
        near = np.flatnonzero((scores >= bound) & (scores > 0))
    else:
        near = np.flatnonzero(scores > 0)
    return near[np.argsort(-scores[near], kind="stable")][:SHORT_LIST]
