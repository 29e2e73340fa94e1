"""Learn how sure a ranking is: iapp-train questions, near misses, and messages nobody answers.

    python -m benchmarks.train_calibration SHARED_FOLDER

Writes `bot/search/data/calibration.npz`; run it after `train_ranking`. The same data gives the
same bytes.
"""

import random
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from benchmarks import noise
from benchmarks.corpora import load_iapp, load_releases, load_truevoice
from bot.knowledge.entries import KnowledgeBase
from bot.search.calibration import SIGNALS, Calibration, calibration_path
from bot.search.finding import find
from bot.search.index import Index
from bot.search.model import Model
from bot.search.understanding import understand

_SEED = 1313
_HIDDEN = 12
_RIDGE = 3e-4
_BASES = (60, 60, 120, 120, 250, 650, 1523)  # articles in each base trained on
_SURE, _UNSURE = 0.6, 0.1

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Seen:
    """The signals of one ranking, whether its first entry was right, and how much it counts."""

    signals: Floats
    right: bool
    weight: float


def observe(index: Index, model: Model, text: str, gold: str, weight: float) -> Iterator[Seen]:
    """One ranking; `gold` is the id of the right entry or ""."""
    found = find(index, model, understand(index, text))
    if found is not None:
        first = index.ids[int(found.short.entries[found.order[0]])]
        yield Seen(found.signals, first == gold, weight)


def from_iapp(shared: Path, model: Model) -> Iterator[Seen]:
    """Questions against bases with and without their article."""
    rng = random.Random(_SEED)  # noqa: S311
    knowledge, questions = load_iapp(shared)
    everyone = sorted(knowledge.entries)
    for size in _BASES:
        chosen = set(rng.sample(everyone, size))
        base = replace(knowledge, entries={i: knowledge.entries[i] for i in chosen})
        index = Index.build(base)
        inside = [line for line in questions if line["article"] in chosen]
        outside = [line for line in questions if line["article"] not in chosen]
        for line in rng.sample(inside, min(len(inside), 600)):
            yield from versions(index, model, rng, line)
        for line in rng.sample(outside, min(len(outside), 500)):
            yield from versions(index, model, rng, {**line, "article": ""})
    # The near miss: everything but the right article.
    for part in range(4):
        kept = [entry for number, entry in enumerate(everyone) if number % 4 != part]
        index = Index.build(replace(knowledge, entries={i: knowledge.entries[i] for i in kept}))
        missing = [line for line in questions if line["article"] not in index.ids]
        for line in rng.sample(missing, 400):
            yield from versions(index, model, rng, {**line, "article": ""})


def versions(
    index: Index, model: Model, rng: random.Random, line: dict[str, Any]
) -> Iterator[Seen]:
    """A question as written, wrapped in chat, and with mixed noise."""
    text = line["question"]
    for version in (text, noise.chatty(rng, text), noise.mixed(rng, text)):
        yield from observe(index, model, version, line["article"], 1.0)


def from_strangers(shared: Path, model: Model) -> Iterator[Seen]:
    """Messages to a telephone company, against releases and encyclopaedia articles."""
    rng = random.Random(_SEED)  # noqa: S311
    knowledge, questions = load_iapp(shared)
    releases = load_releases(shared)
    messages = load_truevoice(shared)
    for base in (knowledge, releases, _sample(rng, releases, 100)):
        index = Index.build(base)
        for message in messages[::3]:
            yield from observe(index, model, message, "", 1.5)
    index = Index.build(releases)
    for line in rng.sample(questions, 800):
        yield from versions(index, model, rng, {**line, "article": ""})


def _sample(rng: random.Random, base: KnowledgeBase, size: int) -> KnowledgeBase:
    chosen = rng.sample(sorted(base.entries), size)
    return replace(base, entries={i: base.entries[i] for i in chosen})


def fit(seen: list[Seen], scorer: str) -> Calibration:
    """A network of `_HIDDEN` units that gives the chance of being right."""
    signals = np.array([s.signals for s in seen])
    right = np.array([s.right for s in seen], np.float64)
    weight = np.array([s.weight for s in seen])
    mean, scale = signals.mean(axis=0), signals.std(axis=0) + 1e-6
    standard = np.column_stack([np.clip((signals - mean) / scale, -4, 4), np.ones(len(seen))])
    count = len(SIGNALS) + 1
    start = np.random.default_rng(_SEED).normal(0, 0.3, count * _HIDDEN + _HIDDEN + 1)

    def loss(flat: Floats) -> tuple[float, Floats]:
        inner, outer = flat[: count * _HIDDEN].reshape(count, _HIDDEN), flat[count * _HIDDEN :]
        hidden = np.tanh(standard @ inner)
        logit = hidden @ outer[:-1] + outer[-1]
        error = weight * (1 / (1 + np.exp(-logit)) - right) / weight.sum()
        value = (weight * (np.logaddexp(0, logit) - right * logit)).sum() / weight.sum()
        slope_outer = np.append(hidden.T @ error, error.sum())
        slope_inner = standard.T @ (error[:, None] * outer[:-1] * (1 - hidden**2))
        slope = np.concatenate([slope_inner.ravel(), slope_outer]) + 2 * _RIDGE * flat
        return float(value + _RIDGE * flat @ flat), slope

    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 600}).x
    inner, outer = found[: count * _HIDDEN].reshape(count, _HIDDEN), found[count * _HIDDEN :]
    rounded = [np.round(array, 4) for array in (mean, scale, inner, outer)]
    return Calibration(scorer, *rounded, sure=_SURE, unsure=_UNSURE)


def save(calibration: Calibration, path: Path) -> None:
    """Write the calibration; equal ones give equal bytes."""
    names = ("mean", "scale", "inner", "outer", "sure", "unsure", "scorer")
    np.savez_compressed(path, **{name: np.array(getattr(calibration, name)) for name in names})


def table(calibration: Calibration, seen: Iterable[Seen]) -> Iterator[str]:
    """How often rankings of each probability were right."""
    pairs = [(float(calibration.probability(s.signals)), s.right) for s in seen]
    for low in (0.0, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9, 0.97):
        chosen = [right for probability, right in pairs if probability >= low]
        yield f">= {low:4}  {len(chosen):6} rankings  {np.mean(chosen):6.3f} right"


def main() -> None:
    """Train on the data under the folder given and write the packaged calibration."""
    shared, model = Path(sys.argv[1]), Model.load()
    seen = [*from_iapp(shared, model), *from_strangers(shared, model)]
    calibration = fit(seen, model.version)
    save(calibration, calibration_path())
    print("\n".join(table(calibration, seen)))


if __name__ == "__main__":
    main()
