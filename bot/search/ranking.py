"""The result of a search: matches, how sure, and the verdict."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, Protocol

from bot.search.query import Query

_MET = 0.6  # share of a word's sounds that must stand in an entry


class Part(StrEnum):
    """The part of an entry a passage was taken from."""

    TITLE = "title"
    QUESTION = "question"
    KEYWORD = "keyword"
    BODY = "body"
    FACT = "fact"
    TAUGHT = "taught"


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of an entry, at most about 300 characters."""

    entry_id: str
    part: Part
    text: str


class QuestionWord(NamedTuple):
    """A word of a question, what it is worth, and how far the first match covers it."""

    text: str
    worth: float  # rarity times reliability
    met: float  # 0..1

    @property
    def is_met(self) -> bool:
        """Whether the first match holds it, as written or as it sounds."""
        return self.met >= _MET


class Passages(Protocol):
    """The part and the text of each passage of a base, by number."""

    def __getitem__(self, number: int) -> tuple[Part, str]: ...


@dataclass(frozen=True, slots=True)
class Match:
    """One entry found, with why: its features, in the order of `features.FEATURES`."""

    entry_id: str
    score: float  # 0..1, comparable inside one ranking
    features: tuple[float, ...]
    best: int  # the number of its best passage
    passages: Passages = field(repr=False, compare=False)

    @property
    def passage(self) -> Passage:
        """Its best passage, read when asked for."""
        return Passage(self.entry_id, *self.passages[self.best])


class Candidate(NamedTuple):
    """`text[start:end]` and how much it looks like what was asked for, 0..1."""

    start: int
    end: int
    likeness: float

    @classmethod
    def of(cls, found: re.Match[str], likeness: float, group: int | str = 0) -> "Candidate":
        """What a pattern, or a group of it, has matched."""
        return cls(*found.span(group), likeness)

    @property
    def span(self) -> tuple[int, int]:
        """Where it starts and ends."""
        return self.start, self.end


class Stated(NamedTuple):
    """A fact of the front matter."""

    text: str
    confidence: float
    by_kind: bool = False  # nothing but its kind agrees with the question


class Verdict(StrEnum):
    """What may be done with a ranking."""

    SURE = "sure"
    UNSURE = "unsure"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Ranking:
    """Up to 10 matches, best first, and the chance that the first is right."""

    query: Query
    matches: tuple[Match, ...]
    probability: float  # calibrated, 0..1
    verdict: Verdict
    reason: str = ""  # one line a person can read
    words: tuple[QuestionWord, ...] = ()  # weightiest first
    among: float = 0.0  # calibrated chance that one of the first four is right

    def near(self, share: float, among: int | None = None) -> tuple[Match, ...]:
        """The matches, in order, that score at least this share of the first one's score.

        Of the first `among` alone, if given.
        """
        least = self.matches[0].score * share if self.matches else 0.0
        return tuple(one for one in self.matches[:among] if one.score >= least)
