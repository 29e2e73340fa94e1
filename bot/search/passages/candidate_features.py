"""The candidates for an answer in a text, and the features by which they are scored."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from bot.search.grams import Floats
from bot.search.passages.candidates import candidates
from bot.search.passages.reading import VIEWS, Reading, plain
from bot.search.query import Query
from bot.search.ranking import Candidate
from bot.thai.questions import Aspect

_REACHES = (12.0, 40.0, 150.0)  # letters after which a word of the question counts a third
_LEAD = 400.0  # letters after which nearness to the beginning is a third
_LIKELY = 0.5  # likeness of a fact of the kind asked for
_PHRASE = re.compile(r"\S+")

_EVIDENCE = tuple(f"{view} {reach:.0f}" for reach in _REACHES for view in VIEWS)
FEATURES = (*_EVIDENCE, "likeness", "phrase", "lead", "said")
_NEAR = _EVIDENCE.index("asked 40")
LIKENESS = FEATURES.index("likeness")

Booleans = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class CandidateSet:
    """Where the answer may be: facts of the kind asked for, then all phrases.

    `features` has a row for each: evidence of each view at each of _REACHES, likeness, whether it
    is a phrase, nearness to the beginning, whether the question itself says it.
    """

    candidates: list[Candidate]
    facts: int  # how many of them are of the kind asked for
    features: Floats  # (candidates, FEATURES)
    titled: float  # how much of the question the title says, 0..1

    @classmethod
    def of(cls, reading: Reading, query: Query, today: date) -> Self:
        """All candidates of a text for the answer to a query."""
        typed = candidates(reading.text, query, today)
        every = typed + [Candidate.of(m, 0.0) for m in _PHRASE.finditer(reading.text)]
        starts = reading.letters_at(np.array([one.start for one in every], np.int64))
        ends = reading.letters_at(np.array([one.end for one in every], np.int64))
        asked = plain(query.clean)
        question = asked[asked > 0].tobytes()
        said = [
            n < len(typed) and reading.letters[a:b].tobytes() in question
            for n, (a, b) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True))
        ]
        columns = (
            reading.evidence((starts + ends) // 2, _REACHES),
            np.array([one.likeness for one in every]),
            np.arange(len(every)) >= len(typed),
            np.exp(-starts / _LEAD),
            np.array(said, np.bool_),
        )
        return cls(every, len(typed), np.column_stack(columns).astype(np.float64), reading.titled)

    @property
    def likeness(self) -> Floats:
        """How much each of the facts looks like what is asked for."""
        likeness: Floats = self.features[: self.facts, LIKENESS]
        return likeness

    @property
    def likely(self) -> Booleans:
        """Which of the facts have the form that is asked for."""
        likely: Booleans = self.likeness >= _LIKELY
        return likely

    def nearness(self, number: int) -> float:
        """How much of the question stands near a candidate, by its number."""
        return float(self.features[number, _NEAR])


def candidate_weights_path() -> Path:
    """Where the learned weights of the features are."""
    return Path(__file__).parents[1] / "data" / "candidates.npz"


@lru_cache(maxsize=1)
def candidate_weights() -> Mapping[Aspect, Floats]:
    """The learned weight of each feature, by the aspect of the question."""
    with np.load(candidate_weights_path(), allow_pickle=False) as stored:
        return {aspect: stored[aspect.value] for aspect in Aspect}


def softmax(scores: Floats) -> Floats:
    """Scores as chances, which add up to 1."""
    powers = np.exp(scores - scores.max())
    chances: Floats = powers / powers.sum()
    return chances
