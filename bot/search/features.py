"""The short list for a question, and the numbers that describe each entry on it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.search.evidence import Evidence, gather
from bot.search.grams import Weighed
from bot.search.index import Index
from bot.search.model import Model
from bot.search.understanding import Asked
from bot.search.weights import Channel, Scales, scales

SHORT_LIST = 10
FIRST_STAGE = ("words", "sounds", "grams", "ask_words", "ask_sounds")
_EVIDENCE = ("wide", "narrow", "whole")
FEATURES = FIRST_STAGE + _EVIDENCE
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
    sounds: Weighed  # what the evidence was sought for
    knowledge: Knowledge


def short_list(index: Index, model: Model, asked: Asked) -> ShortList | None:
    """The best entries of the first stage with their features; None when nothing matches."""
    if not index.ids:
        return None
    using = scales(index, model)
    words = _weighed(using.words, asked, "words")
    sounds = _weighed(using.sounds, asked, "sounds")
    first = _first_stage(index, using, words, sounds, _weighed(using.grams, asked, "grams"))
    entries = _best(first @ model.first_stage)
    if not len(entries):
        return None
    evidence = gather(index, sounds, entries)
    matrix = np.column_stack([first[entries], *(getattr(evidence, n) for n in _EVIDENCE)])
    return ShortList(entries, matrix, evidence, sounds, _knowledge(using, words, sounds))


def _weighed(channel: Channel, asked: Asked, kind: str) -> Weighed:
    variants = [getattr(variant, kind) for variant in asked.variants]
    return channel.weigh(getattr(asked.terms, kind), variants, len(asked.terms.words))


def _first_stage(
    index: Index, using: Scales, words: Weighed, sounds: Weighed, grams: Weighed
) -> Floats:
    """The features of FIRST_STAGE for every entry, shape (entries, 5)."""
    starts = index.asks.starts[:-1]
    columns = (
        using.words.scores(words),
        using.sounds.scores(sounds),
        using.grams.scores(grams),
        np.maximum.reduceat(using.ask_words.agreement(words), starts),
        np.maximum.reduceat(using.ask_sounds.agreement(sounds), starts),
    )
    return np.column_stack(columns)


def _knowledge(using: Scales, words: Weighed, sounds: Weighed) -> Knowledge:
    held = using.sounds.postings.find(sounds.keys) >= 0
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
