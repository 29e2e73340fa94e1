"""Learn term reliability from iapp-train, and the weights of both ranking stages from it and
our own questions about press releases.

    python -m benchmarks.train_ranking SHARED_FOLDER

Writes `bot/search/data/model.npz`; the same data gives the same bytes.
"""

import math
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from benchmarks import noise
from benchmarks.corpora import DAY, load_iapp, load_news, load_own_questions, load_releases
from bot.search.features import FEATURES, FIRST_STAGE, short_list
from bot.search.grams import Family, family
from bot.search.index import Index
from bot.search.model import RELIABILITY_STEP, SHARE_STEP, Model, Terms, model_path
from bot.search.postings import Postings
from bot.search.understanding import AnalysedQuestion, understand

_SEED = 1313
_PRIOR = 4.0  # how many ordinary sightings a term starts with
_LEAST_ARTICLES = 3  # a term counts once questions about this many articles use it
_RIDGE = 1e-5
_NEWS = 4_000  # texts of government news that rarity is counted in
_LEAST_SHARE = 0.002
_AGAIN = 2  # more copies of each question with mixed noise, that the fusion alone learns from
_OWN = 64  # times each of our own questions counts: they are few, and nearest to what is asked
_FIRST_GUESS = np.array([1.0, 1.0, 1.0, 0.3, 0.7])

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A question as asked, ready for the index, and the number of its article."""

    asked: AnalysedQuestion
    gold: int
    half: int
    again: bool = False  # one more noisy copy, from which no term's reliability is learned


def examples(index: Index, questions: Sequence[dict[str, Any]]) -> list[Example]:
    """Every question clean, with some slips and with mixed noise, and with more of that."""
    rng, other = random.Random(_SEED), random.Random(_SEED + 1)  # noqa: S311
    number = {entry: n for n, entry in enumerate(index.ids)}
    made: list[Example] = []
    for line in questions:
        gold, text = number[line["article"]], line["question"]
        versions = (text, noise.some_slips(rng, text), noise.mixed(rng, text))
        again = (noise.mixed(other, text) for _ in range(_AGAIN))
        made += [Example(understand(index, version, DAY), gold, gold % 2) for version in versions]
        made += [
            Example(understand(index, version, DAY), gold, gold % 2, True) for version in again
        ]
    return made


def as_written(index: Index, questions: Sequence[dict[str, Any]]) -> list[Example]:
    """Our own questions, which carry their noise already."""
    number = {entry: n for n, entry in enumerate(index.ids)}
    return [
        Example(understand(index, line["question"], DAY), number[line["article"]], 0)
        for line in questions
    ]


def reliability(postings: Postings, made: Iterable[Example]) -> dict[int, float]:
    """How often each term of a question stands in the right article, against its family's average.

    Terms that too few questions use are left out. The common ones must be listed as well.
    """
    asked: dict[int, set[int]] = defaultdict(set)
    seen: dict[int, int] = defaultdict(int)
    hits: dict[int, int] = defaultdict(int)
    for example in made:
        terms = postings.find(example.asked.keys)
        keys = example.asked.keys[terms >= 0].tolist()
        held = postings.held(terms[terms >= 0], example.gold).tolist()
        for key, stands in zip(keys, held, strict=True):
            asked[key].add(example.gold)
            seen[key] += 1
            hits[key] += stands
    usual = _usual(seen, hits)
    return {
        key: (hits[key] + _PRIOR * usual[key >> 30]) / (seen[key] + _PRIOR) / usual[key >> 30]
        for key in seen
        if len(asked[key]) >= _LEAST_ARTICLES
    }


def _usual(seen: dict[int, int], hits: dict[int, int]) -> list[float]:
    """How often terms of each family stand in the right article."""
    families = family(np.array([*seen], np.uint32))
    met = np.bincount(families, [hits[key] for key in seen], len(Family))
    asked = np.bincount(families, list(seen.values()), len(Family))
    return list(met / np.maximum(asked, 1))


def shares(shared: Path) -> dict[int, float]:
    """The share of government news that holds each term that is not rare in it."""
    postings = Index.build(load_news(shared, _NEWS)).terms
    share = postings.frequency(np.arange(len(postings.keys))) / postings.size
    kept = np.flatnonzero(share >= _LEAST_SHARE)
    return dict(zip(postings.keys[kept].tolist(), share[kept].tolist(), strict=True))


def terms(reliable: dict[int, float], share: dict[int, float]) -> Terms:
    """Both tables in one, rounded as they are stored."""
    keys = sorted(reliable.keys() | share.keys())
    steps = [round(-SHARE_STEP * math.log2(share[k])) if k in share else 255 for k in keys]
    return Terms(
        keys=np.array(keys, np.uint32),
        reliability=np.round([reliable.get(k, 1.0) for k in keys], 2).astype(np.float32),
        share=np.array([2 ** (-s / SHARE_STEP) if s < 255 else 0.0 for s in steps], np.float32),
    )


def fit(rows: Sequence[NDArray[np.float64]], golds: Sequence[int]) -> NDArray[np.float64]:
    """Weights (features,) that put the gold row of each matrix first: softmax regression."""
    sizes = np.array([len(row) for row in rows])
    starts = np.cumsum(sizes) - sizes
    stacked = np.concatenate(rows)
    gold = starts + np.array(golds)

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = stacked @ weights
        scores = scores - np.repeat(np.maximum.reduceat(scores, starts), sizes)
        powers = np.exp(scores)
        shares = powers / np.repeat(np.add.reduceat(powers, starts), sizes)
        slope = (stacked.T @ shares - stacked[gold].sum(axis=0)) / len(rows) + 2 * _RIDGE * weights
        return -np.log(shares[gold]).mean() + _RIDGE * weights @ weights, slope

    # More evidence never counts against an entry: weights below zero fit one collection only.
    bounds = [(0, None)] * stacked.shape[1]
    start = np.ones(stacked.shape[1])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds)
    return np.asarray(found.x)


def short_lists(
    index: Index, models: Sequence[Model], made: Iterable[Example]
) -> tuple[list[NDArray[np.float64]], list[int]]:
    """The features of every short list that holds the gold article, and its row there."""
    rows, golds = [], []
    for example in made:
        found = short_list(index, models[example.half], example.asked)
        entries = found.entries.tolist() if found else []
        if found and example.gold in entries and len(entries) > 1:
            rows.append(found.matrix)
            golds.append(entries.index(example.gold))
    return rows, golds


def learn(
    index: Index,
    every: Postings,
    made: list[Example],
    share: dict[int, float],
    releases: tuple[Index, list[Example]],
) -> Model:
    """Reliability of all examples; weights from models that never saw the article's half.

    `every` lists the common terms too, which the index does not.
    """
    halves = [
        _model(every, [e for e in made if e.half != half], share, _FIRST_GUESS) for half in (0, 1)
    ]
    rows, golds = short_lists(index, halves, made[::2])
    first = fit([row[:, : len(FIRST_STAGE)] for row in rows], golds)
    halves = [replace(half, first_stage=first) for half in halves]
    rows, golds = short_lists(index, halves, made)
    model = _model(every, made, share, first)
    more_rows, more_golds = short_lists(releases[0], (model, model), releases[1])
    return replace(model, fusion=fit(rows + _OWN * more_rows, golds + _OWN * more_golds))


def _model(every: Postings, made: list[Example], share: dict[int, float], first: Floats) -> Model:
    known = terms(reliability(every, [e for e in made if not e.again]), share)
    return Model(known, first_stage=first, fusion=np.ones(len(FEATURES)), version="")


def save(model: Model, path: Path) -> None:
    """Write the model; equal models give equal bytes."""
    steps = -SHARE_STEP * np.log2(np.maximum(model.terms.share, 1e-30))
    arrays: dict[str, NDArray[Any]] = {
        "keys": model.terms.keys,
        "reliability": np.rint(RELIABILITY_STEP * model.terms.reliability).astype(np.uint8),
        "share": np.rint(np.minimum(steps, 255)).astype(np.uint8),
        "first_stage": np.round(model.first_stage, 4),
        "fusion": np.round(model.fusion, 4),
    }
    path.parent.mkdir(exist_ok=True)
    np.savez_compressed(path, allow_pickle=False, **arrays)


def held_out(shared: Path, questions: Sequence[dict[str, Any]]) -> Model:
    """A model that saw these questions about encyclopaedia articles, and none of our own."""
    knowledge, _ = load_iapp(shared)
    index, every = Index.build(knowledge), Index.build(knowledge, telling=1.0).terms
    made = [replace(e, half=e.gold // 2 % 2) for e in examples(index, questions)]
    return learn(index, every, made, shares(shared), (index, []))


def main() -> None:
    """Train on the data under the folder given and write the packaged model."""
    shared = Path(sys.argv[1])
    knowledge, questions = load_iapp(shared)
    index, every = Index.build(knowledge), Index.build(knowledge, telling=1.0).terms
    releases = Index.build(load_releases(shared))
    asked = (releases, as_written(releases, load_own_questions()))
    model = learn(index, every, examples(index, questions), shares(shared), asked)
    save(model, model_path())
    for name, weight in zip(FEATURES, model.fusion, strict=True):
        print(f"{name:10} {weight:8.3f}")


if __name__ == "__main__":
    main()
