"""The passage of an entry that answers a question, and in it the fact asked for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.entries import Entry
from bot.search.fields import stated_fact
from bot.search.pieces import PASSAGE_LIMIT
from bot.search.ranking import Part, Passage, Query
from bot.search.reading import Reading, plain
from bot.search.spans import Candidate, candidates
from bot.thai.questions import Aspect

REACHES = (12.0, 40.0, 150.0)  # letters after which a word of the question counts a third
_LEAD = 400.0  # letters after which a place is a third as near to the beginning
_ALWAYS_TYPED = frozenset((Aspect.WHEN, Aspect.CONTACT, Aspect.COST))  # nothing else will do
_LIKENESS = 3  # column of the features
_PHRASE = re.compile(r"\S+")

FEATURES = (*(f"near {reach:.0f}" for reach in REACHES), "likeness", "phrase", "lead", "said")

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Span:
    """The fact asked for, in the passage it stands in."""

    text: str
    passage: Passage
    kind: Aspect
    confidence: float  # 0..1


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Where the answer may be: facts of the kind asked for, then all phrases.

    `features` holds one row a place: evidence at each of REACHES, likeness, whether it is a
    phrase, nearness to the beginning, whether the question itself says it.
    """

    candidates: list[Candidate]
    facts: int  # how many of them are of the kind asked for
    features: Floats  # (places, FEATURES)


def answer_span(entry: Entry, query: Query, today: date) -> Span | None:
    """The fact of `entry` that `query` asks for, with a passage of at most 300 characters.

    What staff wrote into the front matter wins over what is read out of the body. For a topic
    the text is the passage itself. None when the entry has neither facts nor a body.
    """
    if stated := stated_fact(entry, query):
        text, confidence = stated
        return Span(text, _around(entry, text), query.aspect, confidence)
    reading = Reading.of(entry.body, query.clean)
    return _found_fact(entry, query, reading, today) if len(reading.letters) else None


def places_path() -> Path:
    """Where the learned weights of places are."""
    return Path(__file__).parent / "data" / "places.npz"


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
    middle = (starts + ends) // 2
    asked = plain(query.clean)
    question = asked[asked > 0].tobytes()
    said = [
        n < len(typed) and reading.letters[a:b].tobytes() in question
        for n, (a, b) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True))
    ]
    columns = (
        *(reading.evidence(middle, reach) for reach in REACHES),
        np.array([one.likeness for one in every]),
        np.arange(len(every)) >= len(typed),
        np.exp(-starts / _LEAD),
        np.array(said),
    )
    return Places(every, len(typed), np.column_stack(columns).astype(np.float64))


def _found_fact(entry: Entry, query: Query, reading: Reading, today: date) -> Span | None:
    found = places(reading, query, today)
    if not found.candidates:
        return None
    scores = found.features @ place_weights()[query.aspect]
    if query.aspect in _ALWAYS_TYPED and (found.features[: found.facts, _LIKENESS] >= 0.5).any():
        scores = scores[: found.facts]
    best = int(np.argmax(scores))
    chosen = found.candidates[best]
    near = float(found.features[best, 1])
    text = window(reading.text, chosen.start, chosen.end)
    passage = Passage(entry.id, Part.BODY, text)
    if best >= found.facts:
        return Span(text, passage, query.aspect, near / 2)
    fact = reading.text[chosen.start : chosen.end].strip()
    return Span(fact, passage, query.aspect, min(near + 0.2, 1.0))


def _around(entry: Entry, text: str) -> Passage:
    """The piece of the body where a stated fact is told; the fact itself when it is not."""
    at = entry.body.find(text)
    if at < 0:
        return Passage(entry.id, Part.FACT, text)
    return Passage(entry.id, Part.BODY, window(entry.body, at, at + len(text)))


def window(text: str, start: int, end: int, limit: int = PASSAGE_LIMIT) -> str:
    """At most `limit` characters around `text[start:end]`, cut at blanks and paragraph ends."""
    spare = max(limit - (end - start), 0)
    head = text.rfind("\n", max(0, start - spare // 2), start) + 1
    if not head:
        head = max(0, start - spare // 2)
        head = head if head == 0 else _next_blank(text, head, start)
    tail = min(len(text), head + limit)
    if tail < len(text):
        tail = max(text.rfind(" ", end, tail), text.rfind("\n", end, tail), end)
    return text[head:tail].strip()


def _next_blank(text: str, start: int, end: int) -> int:
    blank = text.find(" ", start, end)
    return blank + 1 if blank >= 0 else start
