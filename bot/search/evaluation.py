"""How well questions are answered: accuracy by kind of question, honesty, and speed."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

import numpy as np

_BLANKS = re.compile(r"\s+")
_OUTSIDE = "out-of-scope"
_TEN = 10


@dataclass(frozen=True, slots=True)
class Answered:
    """What a bot did with a question."""

    entry: str | None  # the entry it answered from; None for choices, refusals and small talk
    text: str  # the whole reply
    matches: Sequence[str]  # entry ids, best first
    offered: Sequence[str] = ()  # entry ids it let the citizen choose from
    ms: float = 0.0


@dataclass(frozen=True, slots=True)
class Case:
    """A question with what answers it; `entry` is "" when nothing does."""

    id: str
    question: str
    kind: str
    entry: str
    spans: tuple[str, ...]

    @classmethod
    def read(cls, line: Mapping[str, Any]) -> "Case":
        """From an object of a questions file; raises KeyError without a question."""
        article = line.get("article") or line.get("entry") or ""
        outside = line.get("group", "") if "group" in line else ""
        return cls(
            id=str(line.get("id", "")),
            question=line["question"],
            kind=line.get("kind") or (f"{_OUTSIDE}: {outside}" if outside else _OUTSIDE),
            entry=PurePath(article).stem if article.endswith((".txt", ".md")) else article,
            spans=tuple(map(_folded, line.get("answers", ()))),
        )


@dataclass(frozen=True, slots=True)
class Row:
    """The results of one kind of question; shares are 0..1.

    `right` and `wrong` are replies that answered, `offered` those whose choices held the right
    entry, `declined` the others. Out of scope nothing is right: every answer is wrong.
    """

    kind: str
    count: int
    first: float  # the right entry stands first
    within_ten: float
    span: float  # a gold span stands in a reply given from the right entry
    shown: float  # … or beside the right entry in a choice, where it is read without a tap
    right: float
    wrong: float
    offered: float
    declined: float


@dataclass(frozen=True, slots=True)
class Report:
    """What an evaluation found: one row a kind, all of them last, and the time of a question."""

    rows: tuple[Row, ...]
    median_ms: float
    p95_ms: float
    p99_ms: float

    def lines(self) -> list[str]:
        """The report as a table in plain text."""
        head = f"{'kind':28}{'n':>6}{'R@1':>7}{'R@10':>7}{'span':>7}{'shown':>7}"
        more = f"{'right':>7}{'wrong':>7}{'choice':>8}{'none':>7}"
        table = [head + more, *map(_printed, self.rows)]
        spent = f"median {self.median_ms:.2f} ms, p95 {self.p95_ms:.2f}, p99 {self.p99_ms:.2f}"
        return [*table, spent]


def evaluate(lines: Iterable[Mapping[str, Any]], ask: Callable[[str], Answered]) -> Report:
    """Ask every question of a questions file, as parsed JSON objects, in order.

    A line without an article is out of scope. Raises KeyError for a line without a question.
    """
    judged = [(case, ask(case.question)) for case in map(Case.read, lines)]
    kinds = dict.fromkeys(case.kind for case, _ in judged)
    rows = [_row(kind, [one for one in judged if one[0].kind == kind]) for kind in kinds]
    inside = [one for one in judged if one[0].entry]
    outside = [one for one in judged if not one[0].entry]
    sums = [
        _row(name, some) for name, some in (("answerable", inside), (_OUTSIDE, outside)) if some
    ]
    spent = [answered.ms for _, answered in judged] or [0.0]
    median, p95, p99 = (float(np.percentile(spent, at)) for at in (50, 95, 99))
    return Report((*rows, *(row for row in sums if row.kind not in kinds)), median, p95, p99)


def _row(kind: str, judged: Sequence[tuple[Case, Answered]]) -> Row:
    verdicts = [_verdict(case, answered) for case, answered in judged]
    return Row(
        kind=kind,
        count=len(judged),
        first=_share(case.entry in answered.matches[:1] for case, answered in judged),
        within_ten=_share(case.entry in answered.matches[:_TEN] for case, answered in judged),
        span=_share(
            answered.entry == case.entry and _holds_span(case, answered)
            for case, answered in judged
        ),
        shown=_share(
            case.entry in (answered.entry, *answered.offered) and _holds_span(case, answered)
            for case, answered in judged
        ),
        right=_share(verdict == "right" for verdict in verdicts),
        wrong=_share(verdict == "wrong" for verdict in verdicts),
        offered=_share(verdict == "offered" for verdict in verdicts),
        declined=_share(verdict == "declined" for verdict in verdicts),
    )


def _verdict(case: Case, answered: Answered) -> str:
    if answered.entry is not None:
        return "right" if answered.entry == case.entry else "wrong"
    return "offered" if case.entry and case.entry in answered.offered else "declined"


def _holds_span(case: Case, answered: Answered) -> bool:
    reply = _folded(answered.text)
    return any(span in reply for span in case.spans)


def _folded(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


def _share(hits: Iterable[bool]) -> float:
    listed = list(hits)
    return sum(listed) / max(len(listed), 1)


def _printed(row: Row) -> str:
    shares = (row.first, row.within_ten, row.span, row.shown, row.right, row.wrong)
    cells = "".join(f"{100 * share:7.1f}" for share in shares)
    return f"{row.kind:28}{row.count:6}{cells}{100 * row.offered:8.1f}{100 * row.declined:7.1f}"
