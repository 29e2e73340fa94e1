"""Chats that want to be reminded of an event; a row is deleted when that is done."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Index, UniqueConstraint, update
from sqlmodel import Field, Session, SQLModel, col, delete, select

from bot.store.tables import BigId, CleanText


class Reminder(SQLModel, table=True):
    """One chat, one event."""

    __table_args__ = (
        UniqueConstraint("chat_id", "entry"),
        Index("ix_reminder_due_at", "due_at"),
        {"sqlite_autoincrement": True},  # an id stands in what was sent, and is never used again
    )

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    chat_id: int = Field(sa_type=BigId)
    entry: str = Field(sa_type=CleanText)  # entry id
    due_at: datetime


def remember(session: Session, chat_id: int, entry: str, due_at: datetime) -> None:
    """Remind the chat of this event then, instead of any other time."""
    query = select(Reminder).where(Reminder.chat_id == chat_id, Reminder.entry == entry)
    row = session.exec(query).first() or Reminder(chat_id=chat_id, entry=entry, due_at=due_at)
    row.due_at = due_at
    session.add(row)


def forget(session: Session, chat_id: int, entry: str) -> None:
    """Do not remind the chat of this event."""
    session.exec(
        delete(Reminder).where(col(Reminder.chat_id) == chat_id, col(Reminder.entry) == entry)
    )


def entries(session: Session) -> Sequence[str]:
    """The events that anybody wants to be reminded of."""
    return session.exec(select(Reminder.entry).distinct()).all()


def not_after(session: Session, entry: str, moment: datetime) -> None:
    """Whoever wants to be reminded of the event is so at this moment at the latest."""
    later = update(Reminder).where(col(Reminder.entry) == entry, col(Reminder.due_at) > moment)
    session.exec(later.values(due_at=moment))


def due(session: Session, at: datetime, most: int) -> Sequence[Reminder]:
    """The reminders due by now, the oldest first; locked."""
    query = select(Reminder).where(Reminder.due_at <= at).order_by(col(Reminder.due_at))
    return session.exec(query.limit(most).with_for_update()).all()
