"""Learn where in an entry the answer stands, from iapp-train and our own release questions.

    python -m benchmarks.train_passages SHARED_FOLDER

Writes `bot/search/data/candidates.npz`; the same data gives the same bytes.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from benchmarks.corpora import DAY, load_iapp, load_own_questions, load_releases
from bot.knowledge.entries import KnowledgeBase
from bot.search.passages.candidate_features import FEATURES, CandidateSet, candidate_weights_path
from bot.search.passages.excerpts import window
from bot.search.passages.reading import Reading
from bot.search.query import Query
from bot.thai.normalise import normalise
from bot.thai.questions import Aspect, aspect_of

_EVERY = 4  # of the questions of iapp-train, every so many
_OWN_WEIGHT = 4.0
_SHARED_RIDGE, _ASPECT_RIDGE = 1e-4, 3e-5
_BLANKS = re.compile(r"\s+")

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """The places of one entry, how good each would be as an answer, and how much it counts."""

    aspect: Aspect
    features: Floats  # (places, FEATURES)
    worth: Floats  # (places,) 0: misses the gold span, 1: in its passage, 2: in the fact itself
    weight: float


def examples(
    knowledge: KnowledgeBase, questions: Sequence[dict[str, Any]], weight: float
) -> Iterator[Example]:
    """Every question some place of whose entry answers it."""
    for line in questions:
        clean = normalise(line["question"])
        query = Query(line["question"], clean, aspect=aspect_of(clean))
        entry = knowledge.entries[line["article"]]
        reading = Reading.of(entry.body, clean, entry.title)
        found = CandidateSet.of(reading, query, DAY)
        golds = [_folded(answer) for answer in line["answers"]]
        worth = np.zeros(len(found.candidates))
        for number, one in enumerate(found.candidates):
            start, end = window(reading.text, one.start, one.end)
            if any(gold in _folded(reading.text[start:end]) for gold in golds):
                fact = _folded(reading.text[one.start : one.end])
                hit = number < found.facts and any(g in fact or fact in g for g in golds)
                worth[number] = 2.0 if hit else 1.0
        if worth.any() and not worth.all():
            yield Example(query.aspect, found.features, worth, weight)


def fit(made: Sequence[Example]) -> dict[Aspect, Floats]:
    """Weights for each aspect: those shared by all, and what the aspect adds."""
    aspects = list(Aspect)
    sizes = np.array([len(example.worth) for example in made])
    starts = np.cumsum(sizes) - sizes
    features = np.concatenate([example.features for example in made])
    worth = np.concatenate([example.worth for example in made])
    which = np.repeat([aspects.index(example.aspect) for example in made], sizes)
    weight = np.array([example.weight for example in made])
    weight = weight / weight.sum()
    shape = (len(aspects) + 1, len(FEATURES))
    ridge = np.full(shape, _ASPECT_RIDGE)
    ridge[-1] = _SHARED_RIDGE

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(shape)
        scores = np.einsum("pf,pf->p", features, (weights[:-1] + weights[-1])[which])
        scores -= np.repeat(np.maximum.reduceat(scores, starts), sizes)
        powers = np.exp(scores)
        everywhere = np.add.reduceat(powers, starts)
        good = np.maximum(np.add.reduceat(powers * worth, starts), 1e-300)
        pull = powers / np.repeat(everywhere, sizes) - powers * worth / np.repeat(good, sizes)
        pull *= np.repeat(weight, sizes)
        slope = 2 * ridge * weights
        for number in range(len(aspects)):
            slope[number] += pull[which == number] @ features[which == number]
        slope[-1] += pull @ features
        value = float(weight @ (np.log(everywhere) - np.log(good)) + (ridge * weights**2).sum())
        return value, slope.ravel()

    found = minimize(loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B").x.reshape(shape)
    return {aspect: np.round(found[n] + found[-1], 3) for n, aspect in enumerate(aspects)}


def main() -> None:
    """Train on the data under the folder given and write the packaged weights."""
    shared = Path(sys.argv[1])
    articles, questions = load_iapp(shared)
    made = list(examples(articles, questions[::_EVERY], 1.0))
    made += examples(load_releases(shared), load_own_questions(), _OWN_WEIGHT)
    weights = fit(made)
    np.savez_compressed(
        candidate_weights_path(), allow_pickle=False, **{a.value: weights[a] for a in Aspect}
    )
    for aspect, row in weights.items():
        told = ", ".join(f"{n} {w:.1f}" for n, w in zip(FEATURES, row, strict=True))
        print(f"{aspect.value:8} {told}")


def _folded(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


if __name__ == "__main__":
    main()
