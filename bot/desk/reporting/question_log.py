"""The question log and the audit trail; every look at citizens' words is audited."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlmodel import Session

from bot.desk.conversation.cases import FOR_OFFICERS
from bot.desk.editions import Edition, Editions
from bot.dialogue.replies import Outcome, Reply, plain_text
from bot.search.features import FEATURES
from bot.store import audit, questions, tables
from bot.store.database import Database
from bot.thai.dates import thai_date

OUTCOMES = (*map(str, Outcome), FOR_OFFICERS)  # what may become of a question
EXPORTED = 50_000  # rows of one export
_BATCH = 1_000
_SEARCHED = 20_000  # questions that are looked through for words at once


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which questions of the log are looked for; what is empty asks for any."""

    outcome: str = ""
    entry: str = ""
    channel: str = ""
    words: str = ""  # part of the text
    disliked: bool = False
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class LoggedQuestion:
    """A question as it was recorded, masked. `good` is what people thought of the answer.

    Words that tell something sensitive of a person are shown one question at a time only.
    """

    id: int
    key: str
    text: str
    asked_at: datetime
    channel: str
    outcome: str
    entry: str
    title: str
    probability: float | None
    good: bool | None
    review_id: int | None
    repeated: bool


@dataclass(frozen=True, slots=True)
class LogPage:
    """A stretch of the log; `older` is where the next one begins, None at the end."""

    rows: list[LoggedQuestion]
    older: int | None


@dataclass(frozen=True, slots=True)
class TracedMatch:
    """An entry that was found, with the passage and the signals that decided."""

    entry: str
    title: str
    score: float
    passage: str
    signals: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Trace:
    """Why something was answered as it was."""

    understood: str
    reason: str
    matches: tuple[TracedMatch, ...]
    verdict: str
    probability: float | None


@dataclass(frozen=True, slots=True)
class AnswerNow:
    """What the question would get now, and why."""

    outcome: str
    text: str
    terms: tuple[str, ...]
    variants: tuple[str, ...]
    repairs: tuple[str, ...]
    aspect: str
    trace: Trace | None  # None when nothing was searched


@dataclass(frozen=True, slots=True)
class Explanation:
    """A question, what was said to it then, and what would be said now."""

    logged: LoggedQuestion
    answer: str
    picked: str
    edition: str  # digest of what was served then
    then: Trace | None
    now: AnswerNow


class QuestionLog:
    """Reads of the log and the audit trail. `by` is who looks."""

    def __init__(self, database: Database, editions: Editions) -> None:
        self._database = database
        self._editions = editions

    def note(self, what: str, subject: str, by: int, at: datetime) -> None:
        """Write down that somebody looked at citizens' words."""
        with self._database.write() as session:
            audit.add(session, by, what, subject, at)

    def questions(
        self, wanted: LogFilter, before: int | None, limit: int, by: int, at: datetime
    ) -> LogPage:
        """Questions of the log, newest first, with ids below `before`.

        Words are looked for in twenty thousand questions at a time.
        """
        self.note("questions.read", _described(wanted), by, at)
        with self._database.read() as session:
            after = None
            if wanted.words:
                after = (before or questions.newest(session) + 1) - _SEARCHED
            rows = self._logged(session, wanted, before, limit, after)
        if len(rows) == limit:
            return LogPage(rows, rows[-1].id)
        return LogPage(rows, after if after and after > 0 else None)

    def why(self, key: str, by: int, at: datetime) -> Explanation | None:
        """One question with its whole trace; None when there is no such question."""
        self.note("questions.why", key[:40], by, at)
        edition = self._editions.current
        with self._database.read() as session:
            row = questions.by_key(session, key)
            if row is None:
                return None
            votes = questions.votes(session, [row.id])
        return Explanation(
            logged=_logged(row, votes, edition),
            answer=row.answer,
            picked=row.picked or "",
            edition=row.edition[:12],
            then=_then(row, edition),
            now=_now(edition.answer(row.text, at), edition),
        )

    def export(self, wanted: LogFilter, by: int, at: datetime) -> Iterator[LoggedQuestion]:
        """Every question that is wanted, newest first, up to `EXPORTED`; noted before the first."""
        self.note("questions.export", _described(wanted), by, at)
        before: int | None = None
        for _ in range(EXPORTED // _BATCH):
            with self._database.read() as session:
                rows = self._logged(session, wanted, before, _BATCH)
            yield from rows
            if len(rows) < _BATCH:
                return
            before = rows[-1].id

    def trail(
        self, before: int | None, limit: int, who: int | None = None
    ) -> Sequence[tables.Audit]:
        """Lines of the audit trail, newest first, below `before`; of one person if given."""
        with self._database.read() as session:
            return audit.trail(session, before, limit, who)

    def _logged(
        self,
        session: Session,
        wanted: LogFilter,
        before: int | None,
        limit: int,
        after: int | None = None,
    ) -> list[LoggedQuestion]:
        rows = questions.log(session, before, limit, after=after, **asdict(wanted))
        votes = questions.votes(session, [row.id for row in rows])
        hidden, edition = self._editions.texts("review.hidden"), self._editions.current
        return [_logged(row, votes, edition, hidden if row.sensitive else "") for row in rows]


def local_moment(at: datetime, now: datetime) -> str:
    """A moment as people read it: `26 มีนาคม 2555 09:30`."""
    local = at.astimezone(now.tzinfo)
    return f"{thai_date(local.date())} {local:%H:%M}"


def _described(wanted: LogFilter) -> str:
    named = asdict(wanted).items()
    return " ".join(f"{name}={value}" for name, value in named if value)[:300]


def _logged(
    row: tables.Question, votes: Mapping[int, bool], edition: Edition, instead: str = ""
) -> LoggedQuestion:
    return LoggedQuestion(
        id=row.id,
        key=row.key,
        text=instead or row.text,
        asked_at=row.asked_at,
        channel=row.channel,
        outcome=row.outcome,
        entry=row.entry or "",
        title=edition.title_of(row.entry),
        probability=row.probability,
        good=votes.get(row.id),
        review_id=row.review_id,
        repeated=row.repeated,
    )


def _then(row: tables.Question, edition: Edition) -> Trace | None:
    if not row.trace:
        return None
    trace = json.loads(row.trace)
    matches = tuple(
        TracedMatch(one["entry"], edition.title_of(one["entry"]), one["score"], one["passage"], {})
        for one in trace["matches"]
    )
    return Trace(trace["understood"], trace["reason"], matches, row.verdict, row.probability)


def _now(reply: Reply, edition: Edition) -> AnswerNow:
    ranking = reply.ranking
    text = plain_text(reply)
    if ranking is None:
        return AnswerNow(reply.outcome, text, (), (), (), "", None)
    query = ranking.query
    matches = tuple(
        TracedMatch(
            match.entry_id,
            edition.title_of(match.entry_id),
            match.score,
            match.passage.text,
            dict(zip(FEATURES, match.features, strict=True)),
        )
        for match in ranking.matches
    )
    repairs = tuple(f"{one[0]} → {one[1]}" for one in query.repairs)
    trace = Trace(query.clean, ranking.reason, matches, ranking.verdict, ranking.probability)
    return AnswerNow(
        reply.outcome, text, query.terms, query.variants, repairs, str(query.aspect), trace
    )
