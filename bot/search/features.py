"""The short list for a question, and the numbers that describe each entry on it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.search.evidence import WINDOWS, Evidence, gather
from bot.search.grams import Family, Weighed
from bot.search.index import Index
from bot.search.model import Model
from bot.search.understanding import Asked
from bot.search.weights import Scales, scales

SHORT_LIST = 15  # more than are shown, for the windows lift some
FIRST_STAGE = ("sounds", "words", "grams", "ask_sounds", "ask_words")
FEATURES = (*FIRST_STAGE, *WINDOWS)
_RARE = 3.0  # weight of a word that stands in about one entry of twenty

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """How much a question says, and how much of it the base has ever heard of."""

    known: float  # share of its sounds' worth that stands anywhere in the base, 0..1
    mass: float  # worth of its words: rarity times reliability
    rare: float  # … of those that stand in few entries


@dataclass(frozen=True, slots=True)
class ShortList:
    """The entries worth a closer look, in no order that matters."""

    entries: Ints  # (n,) numbers of entries
    matrix: Floats  # (n, features) in the order of FEATURES
    evidence: Evidence
    weighed: Weighed  # what was sought
    knowledge: Knowledge


def short_list(index: Index, model: Model, asked: Asked) -> ShortList | None:
    """The best entries of the first stage with their features; None when nothing matches."""
    if not index.ids:
        return None
    using = scales(index, model)
    weighed = using.weigh(asked.keys, asked.variants, len(asked.query.terms))
    first = _first_stage(index, using, weighed)
    entries = _best(model.first_stage @ first)
    if not len(entries):
        return None
    evidence = gather(index.layout, *using.sought(weighed), entries)
    matrix = np.hstack([first[:, entries].T, evidence.shares])
    return ShortList(entries, matrix, evidence, weighed, _knowledge(weighed))


def _first_stage(index: Index, using: Scales, weighed: Weighed) -> Floats:
    """The features of FIRST_STAGE for every entry, shape (5, entries)."""
    asks = np.maximum.reduceat(using.agreement(weighed), index.asks.starts[:-1], axis=1)
    return np.concatenate([using.scores(weighed), asks])


def _knowledge(weighed: Weighed) -> Knowledge:
    sounds = weighed.of(Family.SOUNDS)
    heard = weighed.weights[sounds]
    known = float(heard @ (weighed.terms[sounds] >= 0)) / max(float(heard.sum()), 1e-9)
    words = weighed.weights[weighed.of(Family.WORDS)]
    return Knowledge(known, float(weighed.totals[Family.WORDS]), float(words[words > _RARE].sum()))


def _best(scores: Floats) -> Ints:
    """The `SHORT_LIST` highest positive scores; ties go to the lower number."""
    if len(scores) > SHORT_LIST:
        bound = np.partition(scores, -SHORT_LIST)[-SHORT_LIST]
        near = np.flatnonzero((scores >= bound) & (scores > 0))
    else:
        near = np.flatnonzero(scores > 0)
    return near[np.argsort(-scores[near], kind="stable")][:SHORT_LIST]
