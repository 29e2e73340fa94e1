"""Drafts of entries, and every change made to the files of the knowledge folder."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, LargeBinary, UniqueConstraint, text
from sqlmodel import Field, Session, SQLModel, col, delete, select

from bot.store.tables import BigId, CleanText


class DraftState(StrEnum):
    """The state of a draft."""

    OPEN = "open"
    PUBLISHED = "published"
    DISCARDED = "discarded"


class ChangeState(StrEnum):
    """The state of a change of a file."""

    PENDING = "pending"  # about to be made; after a crash the file tells whether it was
    DONE = "done"
    DROPPED = "dropped"  # it was not made, or taken back at once


class Draft(SQLModel, table=True):
    """An entry somebody works on; `version` guards every change."""

    __table_args__ = (
        UniqueConstraint("key"),
        Index("ix_draft_state", "state"),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    key: str = Field(sa_type=CleanText)  # what it was made from: the same again is the same draft
    version: int = 1
    state: str = Field(default=DraftState.OPEN, sa_type=CleanText)
    entry: str = Field(sa_type=CleanText)  # entry id
    path: str = Field(default="", sa_type=CleanText)  # its file in the folder; "" = none yet
    base: bytes | None = Field(default=None, sa_type=LargeBinary)  # that file when last read
    text: str = Field(sa_type=CleanText)  # the entry file as it would be written
    source: str = Field(default="", sa_type=CleanText)  # the release as it was handed in
    source_name: str = Field(default="", sa_type=CleanText)
    changed_by: int = Field(sa_type=BigId)
    changed_at: datetime


class Change(SQLModel, table=True):
    """One change of one file, with what is needed to carry it out again and to take it back."""

    __table_args__ = (Index("ix_change_state", "state"), {"sqlite_autoincrement": True})

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    state: str = Field(default=ChangeState.PENDING, sa_type=CleanText)
    action: str = Field(sa_type=CleanText)
    entry: str = Field(sa_type=CleanText)
    title: str = Field(sa_type=CleanText)
    path: str = Field(sa_type=CleanText)  # relative to the knowledge folder
    before: bytes | None = Field(default=None, sa_type=LargeBinary)  # None = no such file
    after: bytes | None = Field(default=None, sa_type=LargeBinary)
    draft_id: int | None = Field(
        default=None, sa_type=BigId, foreign_key="draft.id", ondelete="SET NULL"
    )
    undoes: int | None = Field(default=None, sa_type=BigId)  # the change it takes back
    made_by: int = Field(sa_type=BigId)
    made_at: datetime
    undone_by: int | None = Field(default=None, sa_type=BigId)
    undone_at: datetime | None = None


def by_key(session: Session, key: str) -> Draft | None:
    """The draft made from this."""
    return session.exec(select(Draft).where(Draft.key == key)).first()


def open_drafts(session: Session, limit: int) -> Sequence[Draft]:
    """Drafts somebody still works on, the latest first."""
    query = select(Draft).where(Draft.state == DraftState.OPEN)
    return session.exec(query.order_by(col(Draft.changed_at).desc()).limit(limit)).all()


def open_draft_of(session: Session, entry_id: str) -> Draft | None:
    """The latest open draft of an entry."""
    query = select(Draft).where(Draft.state == DraftState.OPEN, Draft.entry == entry_id)
    return session.exec(query.order_by(col(Draft.id).desc())).first()


def last_change_of(session: Session, draft_id: int) -> Change | None:
    """The last change that this draft made."""
    query = select(Change).where(Change.draft_id == draft_id, Change.state == ChangeState.DONE)
    return session.exec(query.order_by(col(Change.id).desc())).first()


def pending_changes(session: Session) -> Sequence[Change]:
    """Changes whose fate is not known, oldest first."""
    query = select(Change).where(Change.state == ChangeState.PENDING).order_by(col(Change.id))
    return session.exec(query).all()


def undoable_changes(session: Session, limit: int) -> Sequence[Change]:
    """Changes that were not undone and undo nothing themselves, the latest first."""
    query = (
        select(Change)
        .where(Change.state == ChangeState.DONE, col(Change.undone_at).is_(None))
        .where(col(Change.undoes).is_(None))
        .order_by(col(Change.id).desc())
        .limit(limit)
    )
    return session.exec(query).all()


def purge(session: Session, before: datetime) -> int:
    """Forget drafts that were closed and not touched since; how many."""
    closed = col(Draft.state) != text(f"'{DraftState.OPEN}'")
    return session.exec(delete(Draft).where(closed, col(Draft.changed_at) < before)).rowcount
