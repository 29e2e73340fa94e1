"""Counts by day, and answers that people judged; cheap to read however much was asked."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import UniqueConstraint, case, func
from sqlmodel import Field, Session, SQLModel, col, delete, select

from bot.store.statements import insert_new
from bot.store.tables import BigId, CleanText, Feedback, Lesson, Question, Review


class Tally(SQLModel, table=True):
    """How often something was counted on one day of the clock's zone."""

    day: date = Field(primary_key=True)
    kind: str = Field(primary_key=True, sa_type=CleanText)  # outcome | hour | entry | vote
    name: str = Field(primary_key=True, sa_type=CleanText)
    count: int


class Judgement(SQLModel, table=True):
    """One answer drawn for the week that begins on this Monday, and whether it was right."""

    __table_args__ = (UniqueConstraint("week", "question_id"), {"sqlite_autoincrement": True})

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    week: date
    question_id: int | None = Field(
        default=None, sa_type=BigId, foreign_key="question.id", ondelete="SET NULL"
    )
    good: bool | None = None
    judged_by: int | None = Field(default=None, sa_type=BigId)
    judged_at: datetime | None = None


def outcomes(session: Session, since: datetime, until: datetime) -> Mapping[str, int]:
    """Questions in [since, until) by what became of them; quick repetitions do not count."""
    query = select(Question.outcome, func.count()).where(*_asked(since, until))
    return dict(session.exec(query.group_by(Question.outcome)).all())


def entries(session: Session, since: datetime, until: datetime) -> Mapping[str, int]:
    """Answers in [since, until) by the entry they came from, or the one that was picked."""
    entry: Any = func.coalesce(func.nullif(Question.picked, ""), Question.entry)
    query = select(entry, func.count()).where(*_asked(since, until), entry.is_not(None))
    return dict(session.exec(query.group_by(entry)).all())


def moments(session: Session, since: datetime, until: datetime) -> Sequence[datetime]:
    """When the questions in [since, until) were asked."""
    return session.exec(select(Question.asked_at).where(*_asked(since, until))).all()


def votes(session: Session, since: datetime, until: datetime) -> Mapping[bool, int]:
    """Votes on the questions asked in [since, until), by whether they were good."""
    query = select(Feedback.good, func.count()).join(Question).where(*_asked(since, until))
    return dict(session.exec(query.group_by(col(Feedback.good))).all())


def write_day(session: Session, day: date, counts: Mapping[tuple[str, str], int]) -> None:
    """Replace the tallies of a day by these, by kind and name."""
    session.exec(delete(Tally).where(col(Tally.day) == day))
    session.add_all(Tally(day=day, kind=k, name=n, count=c) for (k, n), c in counts.items())


def days_written(session: Session, since: date) -> set[date]:
    """The days from then on that have tallies."""
    return set(session.exec(select(col(Tally.day)).where(Tally.day >= since).distinct()).all())


def tallies(session: Session, since: date, until: date) -> Sequence[tuple[date, str, str, int]]:
    """(day, kind, name, count) from `since` up to, not including, `until`."""
    query = select(col(Tally.day), col(Tally.kind), col(Tally.name), col(Tally.count))
    return session.exec(query.where(Tally.day >= since, Tally.day < until)).all()


def first_question(session: Session) -> datetime | None:
    """When the oldest question was asked."""
    return session.exec(select(func.min(Question.asked_at))).one()


def times_to_teach(session: Session, since: datetime) -> Sequence[tuple[datetime, datetime]]:
    """(first asked, taught) of every lesson since then that stands."""
    query = select(Review.first_at, Lesson.taught_at).join(Review)
    query = query.where(Lesson.taught_at >= since, col(Lesson.undone_at).is_(None))
    return session.exec(query).all()


def answered_ids(session: Session, since: datetime, until: datetime) -> Sequence[int]:
    """Questions in [since, until) that were answered outright from an entry and are still known."""
    query = select(Question.id).where(*_asked(since, until), Question.outcome == "answer")
    query = query.where(col(Question.sensitive).is_(False))
    return session.exec(query.where(Question.text != "").order_by(col(Question.id))).all()


def draw(session: Session, week: date, ids: Sequence[int]) -> None:
    """Put these questions up for judgement; those already there stay as they are."""
    insert_new(session, Judgement, [{"week": week, "question_id": one} for one in ids])


def is_drawn(session: Session, week: date) -> bool:
    """Whether the week has its questions."""
    return session.exec(select(Judgement.id).where(Judgement.week == week)).first() is not None


def next_unjudged(session: Session, week: date) -> tuple[Judgement, Question] | None:
    """The first answer of the week that nobody judged and whose question is still known."""
    query = select(Judgement, Question).join(Question)
    query = query.where(Judgement.week == week, col(Judgement.good).is_(None), Question.text != "")
    return session.exec(query.order_by(col(Judgement.id))).first()


def count_unjudged(session: Session, week: date) -> int:
    """How many answers of the week wait for a judge."""
    query = select(func.count()).select_from(Judgement).join(Question)
    query = query.where(Judgement.week == week, col(Judgement.good).is_(None), Question.text != "")
    return session.exec(query).one()


def judged_weeks(session: Session, since: date) -> Sequence[tuple[date, int, int]]:
    """(week, right, judged) of the weeks from then on in which anything was judged."""
    judged: Any = Judgement.good
    right: Any = func.sum(case((judged, 1), else_=0))
    query = select(col(Judgement.week), right, func.count()).where(Judgement.week >= since)
    query = query.where(col(Judgement.good).is_not(None)).group_by(col(Judgement.week))
    rows = session.exec(query.order_by(col(Judgement.week))).all()
    return [(week, int(good), int(judged)) for week, good, judged in rows]


def _asked(since: datetime, until: datetime) -> tuple[Any, ...]:
    in_time = (col(Question.asked_at) >= since, col(Question.asked_at) < until)
    return (*in_time, col(Question.repeated).is_(False))
