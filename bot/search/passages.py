"""The passage of an entry that answers a question, and in it the fact asked for."""

import re
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.entries import Entry
from bot.search.fields import stated_fact
from bot.search.grams import Keys, encode, grams
from bot.search.model import Model
from bot.search.pieces import PASSAGE_LIMIT
from bot.search.ranking import Part, Passage, Query
from bot.search.spans import Candidate, candidates
from bot.thai.normalise import normalise, squeeze, strip_frames
from bot.thai.questions import Aspect

_NARROW, _WIDE = 25.0, 120.0  # letters after which a word of the question counts a third
_CLOSE = 0.5
_TYPED = 1.5  # what the form of a candidate weighs against the words around it
_KNOWN = 0.2  # what is left of a candidate that the question names
_LEAD_REACH = 400.0
_LEAD = {Aspect.WHEN: 0.5, Aspect.WHERE: 0.3, Aspect.WHO: 0.2}
_GRAM = 4
_PHRASE = re.compile(r"[^\s]+(?:[ \t\u00a0]+(?=[\d๐-๙(]))?[^\s]*\s*")
_LETTER = re.compile("[0-9A-Za-z\u0e01-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e\u0e50-\u0e59]")
_TO_ASCII = {ord("๐") + n: str(n) for n in range(10)}

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Span:
    """The fact asked for, in the passage it stands in."""

    text: str
    passage: Passage
    kind: Aspect
    confidence: float  # 0..1


def answer_span(entry: Entry, query: Query, today: date) -> Span | None:
    """The fact of `entry` that `query` asks for, with a passage of at most 300 characters.

    What staff wrote into the front matter wins over what is read out of the body. For a topic
    the text is the passage itself. None when the entry has neither facts nor a body.
    """
    reading = _read(entry.body, query)
    if stated := stated_fact(entry, query):
        text, confidence = stated
        around = _around(entry, reading, text) or Passage(entry.id, Part.FACT, text)
        return Span(text, around, query.aspect, confidence)
    return _found_fact(entry, query, reading, today) if reading else None


@dataclass(frozen=True, slots=True)
class _Reading:
    """A body with the places where grams of the question stand.

    `offsets[i]` is where letter i of the squeezed body stands in `text`; a gram of the question
    with weight `weights[g]` starts at letter `at[n]`, `gram[n]` = g, sorted by gram.
    """

    text: str
    offsets: Ints
    at: Ints
    gram: Ints
    weights: Floats

    def letter(self, place: int) -> int:
        """The number of the first letter at or after a place in the text."""
        return int(np.searchsorted(self.offsets, place))

    def evidence(self, letters: Ints, reach: float) -> Floats:
        """How much of the question stands near each letter, 0..1; at `reach` it counts a third."""
        if not len(self.at):
            return np.zeros(len(letters))
        near = np.exp(-np.abs(letters[:, None] - self.at[None, :]) / reach)
        first = np.flatnonzero(np.diff(self.gram, prepend=-1))
        nearest = np.maximum.reduceat(near, first, axis=1)
        weights = self.weights[self.gram[first]]
        return nearest @ weights / max(float(self.weights.sum()), 1e-9)


def _read(body: str, query: Query) -> _Reading | None:
    plain = body.lower().translate(_TO_ASCII)
    offsets = np.array([found.start() for found in _LETTER.finditer(plain)], np.int64)
    if len(offsets) < _GRAM:
        return None
    text = grams(encode("".join(plain[n] for n in offsets)), _GRAM)
    keys = np.unique(grams(encode(squeeze(strip_frames(query.clean))), _GRAM))
    found, gram, weights = _hits(text, keys)
    return _Reading(body, offsets, found, gram, weights)


def _hits(text: Keys, keys: Keys) -> tuple[Ints, Ints, Floats]:
    """Where each key stands, sorted by key, and how much each tells one place from another."""
    if not len(keys):
        return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0)
    place = np.minimum(np.searchsorted(keys, text), len(keys) - 1)
    at = np.flatnonzero(keys[place] == text)
    gram = place[at]
    order = np.argsort(gram, kind="stable")
    counts = np.bincount(gram, minlength=len(keys))
    rarity = np.log(1 + (len(text) / 40 + 1) / (counts + 0.5))
    reliability, _ = Model.load().grams.of(keys)
    weights = rarity * reliability
    return at[order], gram[order], weights


def _found_fact(entry: Entry, query: Query, reading: _Reading, today: date) -> Span | None:
    typed = candidates(query.aspect, reading.text, query.clean, today)
    phrases = _phrases(reading)
    starts = np.array([reading.letter(c.start) for c in typed + phrases], np.int64)
    ends = np.array([reading.letter(c.end) for c in typed + phrases], np.int64)
    likeness = np.array([_news(reading, query, c) for c in typed] + [0.0] * len(phrases))
    middle = (starts + ends) // 2
    near = _CLOSE * reading.evidence(middle, _NARROW) + (1 - _CLOSE) * reading.evidence(
        middle, _WIDE
    )
    lead = np.exp(-starts / _LEAD_REACH) * _LEAD.get(query.aspect, 0.0)
    top = float(near.max()) if len(near) else 0.0
    best = int(np.argmax(near + top * (_TYPED * likeness + lead)))
    if best < len(typed):
        chosen = typed[best]
        passage = Passage(entry.id, Part.BODY, window(reading.text, chosen.start, chosen.end))
        text = reading.text[chosen.start : chosen.end].strip()
        return Span(text, passage, query.aspect, float(min(near[best] + 0.2, 1)))
    chosen = (typed + phrases)[best]
    text = window(reading.text, chosen.start, chosen.end)
    return Span(text, Passage(entry.id, Part.BODY, text), query.aspect, float(near[best]) / 2)


def _news(reading: _Reading, query: Query, candidate: Candidate) -> float:
    """The likeness of a candidate, which cannot be the answer if the question says it itself."""
    said = squeeze(normalise(reading.text[candidate.start : candidate.end]))
    return candidate.likeness * (_KNOWN if said in squeeze(query.clean) else 1.0)


def _phrases(reading: _Reading) -> list[Candidate]:
    return [Candidate(m.start(), m.end(), 0.0) for m in re.finditer(r"\S+", reading.text)]


def _around(entry: Entry, reading: _Reading | None, text: str) -> Passage | None:
    """The piece of the body where a stated fact is told."""
    at = entry.body.find(text) if reading else -1
    if at < 0:
        return None
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
