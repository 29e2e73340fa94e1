"""The short list for a question, and the numbers that describe each entry on it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.search.evidence import Evidence, gather
from bot.search.grams import Weighed
from bot.search.index import Index
from bot.search.model import Model, Terms
from bot.search.postings import Postings
from bot.search.understanding import Asked
from bot.search.weights import weigh

SHORT_LIST = 20
_RARE = 3.0  # weight of a word that stands in about one entry of twenty
FIRST_STAGE = ("words", "sounds", "grams", "asks", "ask_words")
_EVIDENCE = ("wide", "narrow", "whole", "asked")
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
    words = _weighed(index.words, model.words, asked, "words")
    sounds = _weighed(index.sounds, model.sounds, asked, "sounds")
    first = np.column_stack(
        [
            _scores(index.words, words),
            _scores(index.sounds, sounds),
            _scores(index.grams, _weighed(index.grams, model.grams, asked, "grams")),
            _best_ask(index, _scores(index.asks, sounds)),
            _best_ask(index, _scores(index.ask_words, words)),
        ]
    )
    entries = _best(first @ model.first_stage)
    if not len(entries):
        return None
    evidence = gather(index, sounds, entries)
    matrix = np.column_stack([first[entries], *(getattr(evidence, n) for n in _EVIDENCE)])
    return ShortList(entries, matrix, evidence, _knowledge(index, words, sounds))


def _weighed(postings: Postings, general: Terms, asked: Asked, kind: str) -> Weighed:
    variants = [getattr(variant, kind) for variant in asked.variants]
    own = getattr(asked.terms, kind)
    return weigh(postings, general, own, variants, len(asked.terms.words))


def _scores(postings: Postings, weighed: Weighed) -> Floats:
    """Each document's share of the weight of the question, shape (documents,)."""
    terms = postings.find(weighed.keys)
    held = terms >= 0
    return postings.scores(terms[held], weighed.weights[held] / max(weighed.total, 1e-9))


def _best_ask(index: Index, passages: Floats) -> Floats:
    """The best title, question or phrasing of each entry, shape (entries,)."""
    return np.maximum.reduceat(passages, index.layout.entries[:-1])


def _knowledge(index: Index, words: Weighed, sounds: Weighed) -> Knowledge:
    held = index.sounds.find(sounds.keys) >= 0
    known = float(sounds.weights[held].sum()) / max(float(sounds.weights.sum()), 1e-9)
    rare = float(words.weights[words.weights > _RARE].sum())
    return Knowledge(known, words.total, rare)


def _best(scores: Floats) -> Ints:
    """The `SHORT_LIST` highest positive scores; ties go to the lower number."""
    if len(scores) > SHORT_LIST:
        bound = np.partition(scores, -SHORT_LIST)[-SHORT_LIST]
        near = np.flatnonzero((scores >= bound) & (scores > 0))
    else:
        near = np.flatnonzero(scores > 0)
    return near[np.argsort(-scores[near], kind="stable")][:SHORT_LIST]
