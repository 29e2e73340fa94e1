"""Learn term reliability and the weights of both ranking stages from iapp-train.

    python -m benchmarks.train_ranking SHARED_FOLDER

Writes `bot/search/data/model.npz`; the same data gives the same bytes.
"""

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
from benchmarks.corpora import load_iapp
from bot.search.features import FEATURES, FIRST_STAGE, short_list
from bot.search.index import Index
from bot.search.model import KINDS, Model, Reliability, model_path
from bot.search.understanding import Asked, understand

_SEED = 1313
_PRIOR = 4.0  # how many ordinary sightings a term starts with
_LEAST_ARTICLES = 3  # a term counts once questions about this many articles use it
_RIDGE = 1e-3


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
        made += [Example(understand(index, version), gold, gold % 2) for version in versions]
    return made


def reliability(index: Index, made: Iterable[Example], kind: str) -> Reliability:
    """How often each term of a question stands in the right article."""
    postings = getattr(index, kind)
    asked: dict[int, set[int]] = defaultdict(set)
    seen: dict[int, int] = defaultdict(int)
    hits: dict[int, int] = defaultdict(int)
    for example in made:
        keys = np.unique(getattr(example.asked, kind))
        terms = postings.find(keys)
        for key, term in zip(keys[terms >= 0].tolist(), terms[terms >= 0].tolist(), strict=True):
            asked[key].add(example.gold)
            seen[key] += 1
            hits[key] += bool(np.isin(example.gold, postings.holders(term)))
    ordinary = sum(hits.values()) / max(sum(seen.values()), 1)
    kept = sorted(key for key in seen if len(asked[key]) >= _LEAST_ARTICLES)
    values = [(hits[k] + _PRIOR * ordinary) / (seen[k] + _PRIOR) / ordinary for k in kept]
    return Reliability(
        np.array(kept, np.uint32),
        np.rint(100 * np.array(values)).astype(np.uint8) / np.float32(100),
        1.0,
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

    found = minimize(loss, np.ones(stacked.shape[1]), jac=True, method="L-BFGS-B")
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


def learn(index: Index, made: list[Example], start: Model) -> Model:
    """Reliability of all examples; weights from models that never saw the article's half."""
    halves = [
        replace(
            start, **{k: reliability(index, [e for e in made if e.half != half], k) for k in KINDS}
        )
        for half in (0, 1)
    ]
    rows, golds = short_lists(index, halves, made[::2])
    first = fit([row[:, : len(FIRST_STAGE)] for row in rows], golds)
    halves = [replace(half, first_stage=first) for half in halves]
    rows, golds = short_lists(index, halves, made)
    whole = {kind: reliability(index, made, kind) for kind in KINDS}
    return replace(start, **whole, first_stage=first, fusion=fit(rows, golds))


def untrained() -> Model:
    """Every term as reliable as any other, and even weights."""
    plain = Reliability(np.zeros(0, np.uint32), np.zeros(0, np.float32), 1.0)
    return Model(
        **dict.fromkeys(KINDS, plain),
        first_stage=np.array([1.0, 0.7, 0.7, 0.7, 0.2]),
        fusion=np.ones(len(FEATURES)),
        version="untrained",
    )


def save(model: Model, path: Path) -> None:
    """Write the model; equal models give equal bytes."""
    arrays: dict[str, NDArray[Any]] = {}
    for kind in KINDS:
        table: Reliability = getattr(model, kind)
        arrays[f"{kind}_keys"] = table.keys
        arrays[f"{kind}_values"] = np.rint(100 * table.values).astype(np.uint8)
    path.parent.mkdir(exist_ok=True)
    np.savez_compressed(
        path, **arrays, first_stage=np.round(model.first_stage, 4), fusion=np.round(model.fusion, 4)
    )


def main() -> None:
    """Train on the data under the folder given and write the packaged model."""
    knowledge, questions = load_iapp(Path(sys.argv[1]))
    index = Index.build(knowledge)
    model = learn(index, examples(index, questions), untrained())
    save(model, model_path())
    for name, weight in zip(FEATURES, model.fusion, strict=True):
        print(f"{name:10} {weight:8.3f}")


if __name__ == "__main__":
    main()
