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
from bot.search.index import Index
from bot.search.model import (
    KINDS,
    RELIABILITY_STEP,
    SHARE_STEP,
    Model,
    Terms,
    model_path,
)
from bot.search.understanding import Asked, understand

_SEED = 1313
_PRIOR = 4.0  # how many ordinary sightings a term starts with
_LEAST_ARTICLES = 3  # a term counts once questions about this many articles use it
_RIDGE = 1e-5
_NEWS = 4_000  # texts of government news that rarity is counted in
_LEAST_SHARE = 0.002
_FIRST_GUESS = np.array([1.0, 1.0, 1.0, 0.7, 0.3])

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A question as asked, ready for the index, and the number of its article."""

    asked: Asked
    gold: int
    half: int


def examples(index: Index, questions: Sequence[dict[str, Any]]) -> list[Example]:
    """Every question clean, chatty and with mixed noise."""
    rng = random.Random(_SEED)  # noqa: S311
    number = {entry: n for n, entry in enumerate(index.ids)}
    made: list[Example] = []
    for line in questions:
        gold, text = number[line["article"]], line["question"]
        versions = (text, noise.chatty(rng, text), noise.mixed(rng, text))
        made += [Example(understand(index, version, DAY), gold, gold % 2) for version in versions]
    return made


def as_written(index: Index, questions: Sequence[dict[str, Any]]) -> list[Example]:
    """Our own questions, which carry their noise already."""
    number = {entry: n for n, entry in enumerate(index.ids)}
    return [
        Example(understand(index, line["question"], DAY), number[line["article"]], 0)
        for line in questions
    ]


def reliability(index: Index, made: Iterable[Example], kind: str) -> dict[int, float]:
    """How often each term of a question stands in the right article, against the average."""
    postings = getattr(index, kind)
    asked: dict[int, set[int]] = defaultdict(set)
    seen: dict[int, int] = defaultdict(int)
    hits: dict[int, int] = defaultdict(int)
    for example in made:
        keys = np.unique(getattr(example.asked.terms, kind))
        terms = postings.find(keys)
        for key, term in zip(keys[terms >= 0].tolist(), terms[terms >= 0].tolist(), strict=True):
            asked[key].add(example.gold)
            seen[key] += 1
            hits[key] += bool(np.isin(example.gold, postings.holders(term)))
    ordinary = sum(hits.values()) / max(sum(seen.values()), 1)
    kept = (key for key in seen if len(asked[key]) >= _LEAST_ARTICLES)
    return {k: (hits[k] + _PRIOR * ordinary) / (seen[k] + _PRIOR) / ordinary for k in kept}


def shares(shared: Path) -> dict[str, dict[int, float]]:
    """For each kind of term, the share of government news that holds it."""
    news = load_news(shared, _NEWS)
    index = Index.build(news)
    found = {}
    for kind in KINDS:
        postings = getattr(index, kind)
        share = postings.frequency(np.arange(len(postings.keys))) / postings.size
        kept = np.flatnonzero(share >= _LEAST_SHARE)
        found[kind] = dict(zip(postings.keys[kept].tolist(), share[kept].tolist(), strict=True))
    return found


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
        at = np.flatnonzero(found.entries == example.gold) if found else ()
        if found and len(at) and len(found.entries) > 1:
            rows.append(found.matrix)
            golds.append(int(at[0]))
    return rows, golds


def learn(
    index: Index,
    made: list[Example],
    share: dict[str, dict[int, float]],
    releases: tuple[Index, list[Example]],
) -> Model:
    """Reliability of all examples; weights from models that never saw the article's half."""
    halves = [
        _model(index, [e for e in made if e.half != half], share, _FIRST_GUESS) for half in (0, 1)
    ]
    rows, golds = short_lists(index, halves, made[::2])
    first = fit([row[:, : len(FIRST_STAGE)] for row in rows], golds)
    halves = [replace(half, first_stage=first) for half in halves]
    rows, golds = short_lists(index, halves, made)
    model = _model(index, made, share, first)
    more_rows, more_golds = short_lists(releases[0], (model, model), releases[1])
    return replace(model, fusion=fit(rows + more_rows, golds + more_golds))


def _model(
    index: Index, made: list[Example], share: dict[str, dict[int, float]], first: Floats
) -> Model:
    known = {kind: terms(reliability(index, made, kind), share[kind]) for kind in KINDS}
    return Model(**known, first_stage=first, fusion=np.ones(len(FEATURES)), version="")


def save(model: Model, path: Path) -> None:
    """Write the model; equal models give equal bytes."""
    arrays: dict[str, NDArray[Any]] = {}
    for kind in KINDS:
        table: Terms = getattr(model, kind)
        steps = -SHARE_STEP * np.log2(np.maximum(table.share, 1e-30))
        arrays[f"{kind}_keys"] = table.keys
        arrays[f"{kind}_reliability"] = np.rint(RELIABILITY_STEP * table.reliability).astype(
            np.uint8
        )
        arrays[f"{kind}_share"] = np.rint(np.minimum(steps, 255)).astype(np.uint8)
    path.parent.mkdir(exist_ok=True)
    weights = {
        "first_stage": np.round(model.first_stage, 4),
        "fusion": np.round(model.fusion, 4),
    }
    np.savez_compressed(path, **arrays, **weights)


def main() -> None:
    """Train on the data under the folder given and write the packaged model."""
    shared = Path(sys.argv[1])
    knowledge, questions = load_iapp(shared)
    index = Index.build(knowledge)
    releases = Index.build(load_releases(shared))
    asked = (releases, as_written(releases, load_own_questions()))
    model = learn(index, examples(index, questions), shares(shared), asked)
    save(model, model_path())
    for name, weight in zip(FEATURES, model.fusion, strict=True):
        print(f"{name:10} {weight:8.3f}")


if __name__ == "__main__":
    main()
