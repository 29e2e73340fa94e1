"""Where in a text the answer to a question may be, and how likely each of the places is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.search.grams import Floats
from bot.search.passages.reading import VIEWS, Reading, plain
from bot.search.passages.spans import candidates
from bot.search.ranking import Candidate, Query
from bot.thai.questions import Aspect

_REACHES = (12.0, 40.0, 150.0)  # letters after which a word of the question counts a third
_LEAD = 400.0  # letters after which a place is a third as near to the beginning
_LIKELY = 0.5  # likeness of a fact of the kind asked for
_PHRASE = re.compile(r"\S+")

_EVIDENCE = tuple(f"{view} {reach:.0f}" for reach in _REACHES for view in VIEWS)
FEATURES = (*_EVIDENCE, "likeness", "phrase", "lead", "said")
_NEAR = _EVIDENCE.index("asked 40")
LIKENESS = FEATURES.index("likeness")

Booleans = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Where the answer may be: facts of the kind asked for, then all phrases.

    `features` holds one row a place: evidence of each view at each of _REACHES, likeness, whether
    it is a phrase, nearness to the beginning, whether the question itself says it.
    """

    candidates: list[Candidate]
    facts: int  # how many of them are of the kind asked for
    features: Floats  # (places, FEATURES)

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

    def nearness(self, place: int) -> float:
        """How much of the question stands near a place."""
        return float(self.features[place, _NEAR])


def places_path() -> Path:
    """Where the learned weights of places are."""
    return Path(__file__).parents[1] / "data" / "places.npz"


@lru_cache(maxsize=1)
def place_weights() -> Mapping[Aspect, Floats]:
    """What each feature of a place counts for a question of each aspect, learned."""
    with np.load(places_path(), allow_pickle=False) as stored:
        return {aspect: stored[aspect.value] for aspect in Aspect}


def places(reading: Reading, query: Query, today: date) -> Places:
    """Every place of a text where the answer to a query may be."""
    typed = candidates(query.aspect, reading.text, query.clean, today)
    every = typed + [Candidate(m.start(), m.end(), 0.0) for m in _PHRASE.finditer(reading.text)]
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
    return Places(every, len(typed), np.column_stack(columns).astype(np.float64))


def chances_of(scores: Floats) -> Floats:
    """The chance of each place to be the answer."""
    powers = np.exp(scores - scores.max())
    chances: Floats = powers / powers.sum()
    return chances
