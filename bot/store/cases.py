"""Questions that citizens left with an officer, and what both sides wrote."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, Index, String, UniqueConstraint, cast, exists, literal, text
from sqlmodel import Field, Session, SQLModel, col, select

from bot.store.statements import in_chat
from bot.store.tables import BigId, CleanText, Outbox, partial_index


class CaseState(StrEnum):
    """The state of a case."""

    WAITING = "waiting"  # no officer has taken it
    TAKEN = "taken"  # an officer is looking for the answer
    ANSWERED = "answered"  # an officer wrote to the citizen
    CLOSED = "closed"


class Case(SQLModel, table=True):
    """One question left with an officer. While `talking`, the chat's words go to the officer."""

    __tablename__ = "officer_case"
    __table_args__ = (
        UniqueConstraint("question_key"),
        Index("ix_officer_case_chat", "channel", "chat_id"),
        partial_index("ix_officer_case_open", "id", where=text("state != 'closed'")),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    question_key: str = Field(sa_type=CleanText)
    channel: str = Field(sa_type=CleanText)
    chat_id: int = Field(sa_type=BigId)
    user_id: int = Field(sa_type=BigId)
    question: str = Field(sa_type=CleanText)  # masked
    state: str = Field(default=CaseState.WAITING, sa_type=CleanText)
    talking: bool = False
    officer: int | None = Field(default=None, sa_type=BigId)  # who took or answered it last
    opened_at: datetime
    changed_at: datetime


class CaseMessage(SQLModel, table=True):
    """What one side wrote; `origin` names the message it came from, so that none counts twice."""

    __tablename__ = "case_message"
    __table_args__ = (UniqueConstraint("case_id", "origin"), {"sqlite_autoincrement": True})

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    case_id: int = Field(sa_type=BigId, foreign_key="officer_case.id", ondelete="CASCADE")
    origin: str = Field(sa_type=CleanText)
    officer: int | None = Field(default=None, sa_type=BigId)  # None: the citizen wrote
    text: str = Field(sa_type=CleanText)  # a citizen's is masked
    at: datetime


def thread_of(case_id: int) -> str:
    """How the keys of all calls of a case begin."""
    return f"case:{case_id}:"


def case_behind(dedup: str) -> int | None:
    """The case whose call has this key; None when it is no case's."""
    kind, _, rest = dedup.partition(":")
    return int(rest.partition(":")[0]) if kind == "case" else None


def keeps_its_call() -> ColumnElement[bool]:
    """Whether a call is of a case that is there: by its message answers are known again."""
    thread = literal("case:") + cast(col(Case.id), String) + literal(":")
    of_it = exists().where(col(Outbox.dedup).startswith(thread))
    return col(Outbox.dedup).startswith("case:") & of_it


def of_question(session: Session, question_key: str) -> Case | None:
    """The case made of this question."""
    return session.exec(select(Case).where(Case.question_key == question_key)).first()


def of_chat(session: Session, channel: str, chat_id: int, limit: int) -> Sequence[Case]:
    """A chat's cases, newest first."""
    query = select(Case).where(in_chat(Case, channel, chat_id))
    return session.exec(query.order_by(col(Case.id).desc()).limit(limit)).all()


def open_of_chat(session: Session, channel: str, chat_id: int) -> Sequence[Case]:
    """A chat's cases that are not closed."""
    query = select(Case).where(in_chat(Case, channel, chat_id))
    return session.exec(query.where(Case.state != CaseState.CLOSED)).all()


def talking(session: Session, channel: str, chat_id: int) -> Case | None:
    """The case whose officer the chat is talking with."""
    query = select(Case).where(in_chat(Case, channel, chat_id))
    query = query.where(col(Case.talking).is_(True), Case.state != CaseState.CLOSED)
    return session.exec(query.order_by(col(Case.id).desc())).first()


def open_cases(session: Session, limit: int) -> Sequence[Case]:
    """Cases that are not closed, the one waiting longest first."""
    query = select(Case).where(Case.state != CaseState.CLOSED)
    return session.exec(query.order_by(col(Case.id)).limit(limit)).all()


def messages(session: Session, case_id: int) -> Sequence[CaseMessage]:
    """What was written in a case, oldest first."""
    query = select(CaseMessage).where(CaseMessage.case_id == case_id)
    return session.exec(query.order_by(col(CaseMessage.id))).all()


def message_of(session: Session, case_id: int, origin: str) -> CaseMessage | None:
    """The message that came from `origin`."""
    query = select(CaseMessage).where(CaseMessage.case_id == case_id, CaseMessage.origin == origin)
    return session.exec(query).first()


def call_behind(session: Session, chat_id: int, tg_id: int) -> str:
    """The key of the call that made this message or topic of a chat; "" when it is not ours."""
    query = select(Outbox.dedup).where(Outbox.chat_id == chat_id, Outbox.tg_message_id == tg_id)
    return session.exec(query.order_by(col(Outbox.id).desc())).first() or ""
