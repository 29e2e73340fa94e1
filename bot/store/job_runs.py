"""When each scheduled job last ran, and the last answer to the canary."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Field, Session, SQLModel, select

from bot.store.tables import CleanText


class JobRun(SQLModel, table=True):
    """One job; `ran_at` is when it last succeeded, or when it was first seen."""

    __tablename__ = "job_run"

    name: str = Field(primary_key=True, sa_type=CleanText)
    ran_at: datetime
    failed_at: datetime | None = None
    error: str = Field(default="", sa_type=CleanText)  # class of the last failure


_ALL = select(JobRun)


class CanaryAnswer(SQLModel, table=True):
    """A question asked again and again, and what the last answer was."""

    __tablename__ = "canary"

    question: str = Field(primary_key=True, sa_type=CleanText)
    answer: str = Field(sa_type=CleanText)  # outcome and entry id
    asked_at: datetime


def known(session: Session) -> dict[str, JobRun]:
    """Every job that was seen, by its name."""
    return {row.name: row for row in session.exec(_ALL).all()}


def seen(session: Session, names: Iterable[str], at: datetime) -> None:
    """Jobs that are there for the first time."""
    session.add_all([JobRun(name=name, ran_at=at) for name in names])


def succeeded(session: Session, name: str, at: datetime) -> None:
    """The job is done for now."""
    row = session.get(JobRun, name) or JobRun(name=name, ran_at=at)
    row.ran_at, row.failed_at, row.error = at, None, ""
    session.add(row)


def failed(session: Session, name: str, at: datetime, error: str) -> None:
    """The job could not be done; `error` is a class name."""
    row = session.get_one(JobRun, name)
    row.failed_at, row.error = at, error


def heard(session: Session, question: str, answer: str, at: datetime) -> str | None:
    """Store the answer to the canary; the one before, None the first time."""
    row = session.get(CanaryAnswer, question)
    before = row.answer if row else None
    row = row or CanaryAnswer(question=question, answer=answer, asked_at=at)
    row.answer, row.asked_at = answer, at
    session.add(row)
    return before
