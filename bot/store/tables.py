"""The tables. Every text column is cleaned of what a database cannot hold; every id is 64 bits."""

import re
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Index, Integer, Text, TextClause, UniqueConstraint, false, text
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

# Every constraint needs a name of ours, or a later migration cannot drop it on SQLite.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

TELEGRAM = "telegram"  # the channel of everything that comes in through the Bot API
_UNSTORABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def storable(value: str) -> str:
    """`value` without NUL, C0 controls (tab and newline stay) and lone surrogates."""
    return _UNSTORABLE.sub("", value)


class CleanText(TypeDecorator[str]):
    """Text of any length, made storable on its way in."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The cleaned text."""
        return None if value is None else storable(value)


class BigId(TypeDecorator[int]):
    """A 64-bit integer that SQLite can still count up by itself."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        """`INTEGER` on SQLite, where every integer has 64 bits."""
        kind = Integer() if dialect.name == "sqlite" else BigInteger()
        return dialect.type_descriptor(kind)


class InboxState(StrEnum):
    """The state of an incoming update."""

    NEW = "new"
    DONE = "done"
    THROTTLED = "throttled"  # done without an answer: its sender wrote too much at once
    DEAD = "dead"  # given up; an admin was told


class OutboxState(StrEnum):
    """The state of an outgoing call."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"  # sent too often without knowing whether it arrived


class ReviewState(StrEnum):
    """The state of a group of unanswered questions."""

    OPEN = "open"
    TAUGHT = "taught"  # a lesson was written
    ANSWERED = "answered"  # the citizens found the answer themselves
    DISMISSED = "dismissed"
    MERGED = "merged"  # its questions belong to another


# Written out, not bound: only so does the database see that a partial index fits a query.
NEW_UPDATES = text("state = 'new'")
KEPT_QUESTIONS = text("channel <> 'gone'")
SENSITIVE = text("sensitive")
ADMITTED = text("state <> 'throttled'")
OPEN_CALLS = text("state IN ('pending', 'sending')")


def partial_index(name: str, *columns: str, where: TextClause, unique: bool = False) -> Index:
    """An index of the rows that the condition fits, on either database."""
    return Index(name, *columns, unique=unique, sqlite_where=where, postgresql_where=where)


class Inbox(SQLModel, table=True):
    """One update as Telegram sent it; `raw` is erased when it is done."""

    __table_args__ = (
        UniqueConstraint("update_id"),
        partial_index("ix_inbox_new", "chat_id", "id", where=NEW_UPDATES),
        partial_index("ix_inbox_admitted", "user_id", "sent_at", where=ADMITTED),
        Index("ix_inbox_received_at", "received_at"),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    update_id: int | None = Field(default=None, sa_type=BigId)
    chat_id: int | None = Field(default=None, sa_type=BigId)
    message_id: int | None = Field(default=None, sa_type=BigId)
    user_id: int | None = Field(default=None, sa_type=BigId)  # whose limits; negative: inline
    sent_at: datetime | None = None  # by Telegram's clock, as far as it says
    raw: str | None = Field(default=None, sa_type=CleanText)
    state: str = Field(default=InboxState.NEW, sa_type=CleanText)
    attempts: int = 0
    claims: int = 0
    next_at: datetime
    lease_until: datetime | None = None
    error: str = Field(default="", sa_type=CleanText)
    received_at: datetime
    done_at: datetime | None = None


class Outbox(SQLModel, table=True):
    """One call to the Bot API; `payload` is erased when it was sent."""

    __table_args__ = (
        UniqueConstraint("dedup"),
        partial_index("ix_outbox_open", "chat_id", "id", where=OPEN_CALLS),
        partial_index("ix_outbox_next", "priority", "id", where=OPEN_CALLS),
        Index("ix_outbox_created_at", "created_at"),
        Index("ix_outbox_message", "chat_id", "tg_message_id"),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    dedup: str = Field(sa_type=CleanText)
    chat_id: int = Field(sa_type=BigId)
    method: str = Field(sa_type=CleanText)
    payload: str = Field(default="", sa_type=CleanText)
    priority: int = 0
    state: str = Field(default=OutboxState.PENDING, sa_type=CleanText)
    attempts: int = 0
    resend: int = 0
    next_at: datetime
    lease_until: datetime | None = None
    tg_message_id: int | None = Field(default=None, sa_type=BigId)
    error: str = Field(default="", sa_type=CleanText)
    created_at: datetime
    asked_at: datetime | None = None  # when the update came that this answers
    sent_at: datetime | None = None


class Chat(SQLModel, table=True):
    """What is remembered about one chat between two messages."""

    channel: str = Field(primary_key=True, sa_type=CleanText)
    chat_id: int = Field(primary_key=True, sa_type=BigId)
    conversation: str = Field(default="", sa_type=CleanText)  # JSON
    last_question: str = Field(default="", sa_type=CleanText)  # question key
    expecting: str = Field(default="", sa_type=CleanText)  # JSON: what the next message is for
    language: str = Field(default="th", sa_type=CleanText)
    reachable: bool = True
    broadcasts: bool = True  # whether messages to everybody are welcome
    notice_at: datetime | None = None  # when the privacy notice was shown
    warned_at: datetime | None = None  # when it was told not to send personal numbers
    seen_at: datetime


class Question(SQLModel, table=True):
    """One citizen's question with what became of it; only masked text is kept."""

    __table_args__ = (
        UniqueConstraint("key"),
        UniqueConstraint("channel", "chat_id", "message_id"),
        Index("ix_question_review_id", "review_id"),
        Index("ix_question_asked_at", "asked_at"),
        Index("ix_question_chat", "channel", "chat_id", "asked_at"),
        Index("ix_question_outcome", "outcome", "id"),
        Index("ix_question_entry", "entry", "id"),
        partial_index("ix_question_kept", "asked_at", where=KEPT_QUESTIONS),
        partial_index("ix_question_sensitive", "asked_at", where=SENSITIVE),
        Index("ix_question_answer_outbox", "answer_outbox"),  # or each purged call scans them all
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    key: str = Field(sa_type=CleanText)
    channel: str = Field(sa_type=CleanText)
    chat_id: int = Field(sa_type=BigId)
    message_id: int = Field(sa_type=BigId)
    text: str = Field(sa_type=CleanText)  # masked
    cluster: str = Field(default="", sa_type=CleanText)  # masked and squeezed
    meaning: str = Field(default="", sa_type=CleanText)  # JSON: what it is about, for likeness
    outcome: str = Field(default="", sa_type=CleanText)
    entry: str | None = Field(default=None, sa_type=CleanText)
    answer: str = Field(default="", sa_type=CleanText, sa_column_kwargs={"server_default": ""})
    probability: float | None = None
    verdict: str = Field(default="", sa_type=CleanText)
    trace: str = Field(default="", sa_type=CleanText)  # JSON: the first matches and why
    edition: str = Field(default="", sa_type=CleanText)  # digest of what was served
    picked: str | None = Field(default=None, sa_type=CleanText)  # entry id the citizen chose
    repeated: bool = False  # the same text again within a minute
    sensitive: bool = Field(  # tells of somebody's health, belief and the like
        default=False, sa_column_kwargs={"server_default": false()}
    )
    answer_outbox: int | None = Field(
        default=None, sa_type=BigId, foreign_key="outbox.id", ondelete="SET NULL"
    )
    review_id: int | None = Field(
        default=None, sa_type=BigId, foreign_key="review.id", ondelete="SET NULL"
    )
    asked_at: datetime
    edited_at: datetime | None = None


class Feedback(SQLModel, table=True):
    """One person's vote on one answer; a second vote replaces the first."""

    __table_args__ = (UniqueConstraint("question_id", "user_id"),)

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    question_id: int = Field(sa_type=BigId, foreign_key="question.id", ondelete="CASCADE")
    user_id: int = Field(sa_type=BigId)
    good: bool
    reason: str = Field(default="", sa_type=CleanText)
    voted_at: datetime


class Review(SQLModel, table=True):
    """Questions of one meaning the bot could not answer; `version` guards every change."""

    __table_args__ = (
        partial_index(
            "ix_review_live_cluster",
            "cluster",
            where=text("state IN ('open', 'dismissed')"),
            unique=True,
        ),
        Index("ix_review_state", "state", "count"),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    cluster: str = Field(sa_type=CleanText)
    sample: str = Field(sa_type=CleanText)  # masked; empty: only sensitive ones were asked
    wordings: str = Field(default="", sa_type=CleanText)  # a meaning a line, the latest dozen
    reason: str = Field(default="", sa_type=CleanText)
    note: str = Field(default="", sa_type=CleanText)  # why it was dismissed
    until: datetime | None = None  # when a dismissal ends
    state: str = Field(default=ReviewState.OPEN, sa_type=CleanText)
    version: int = 1
    count: int = 0
    first_at: datetime
    last_at: datetime
    closed_by: int | None = Field(default=None, sa_type=BigId)
    closed_at: datetime | None = None


class Waiter(SQLModel, table=True):
    """A chat that wants to know when its question is answered."""

    __table_args__ = (UniqueConstraint("review_id", "channel", "chat_id"),)

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    review_id: int = Field(sa_type=BigId, foreign_key="review.id", ondelete="CASCADE")
    question_key: str = Field(sa_type=CleanText)
    channel: str = Field(sa_type=CleanText)
    chat_id: int = Field(sa_type=BigId)
    asked_at: datetime
    told_at: datetime | None = None


class Lesson(SQLModel, table=True):
    """What an admin taught, with all that is needed to take it back."""

    __table_args__ = (Index("ix_lesson_review_id", "review_id"),)

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    review_id: int = Field(sa_type=BigId, foreign_key="review.id", ondelete="CASCADE")
    kind: str = Field(sa_type=CleanText)  # phrasing | answer | told | emergency
    entry: str = Field(sa_type=CleanText)
    text: str = Field(sa_type=CleanText)
    path: str = Field(default="", sa_type=CleanText)
    taught_by: int = Field(sa_type=BigId)
    taught_at: datetime
    undone_by: int | None = Field(default=None, sa_type=BigId)
    undone_at: datetime | None = None


class Audit(SQLModel, table=True):
    """Who changed what, and when; rows are only ever added."""

    __table_args__ = (Index("ix_audit_at", "at"), {"sqlite_autoincrement": True})

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    at: datetime
    who: int = Field(sa_type=BigId)
    what: str = Field(sa_type=CleanText)
    subject: str = Field(default="", sa_type=CleanText)
    before: str = Field(default="", sa_type=CleanText)
    after: str = Field(default="", sa_type=CleanText)
