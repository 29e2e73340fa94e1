"""What chats follow, which entries they were notified of, and broadcasts."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint, and_, func
from sqlmodel import Field, Session, SQLModel, col, delete, select

from bot.store.tables import TELEGRAM, BigId, Chat, CleanText

# Private chats that can be reached and have not declined broadcasts.
_WELCOME = and_(
    col(Chat.channel) == TELEGRAM,
    col(Chat.chat_id) > 0,
    col(Chat.reachable).is_(True),
    col(Chat.broadcasts).is_(True),
)


class Follow(SQLModel, table=True):
    """One chat's subscription to an office, province or topic."""

    __table_args__ = (UniqueConstraint("chat_id", "subject"),)

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    chat_id: int = Field(sa_type=BigId)
    subject: str = Field(sa_type=CleanText)
    since: datetime


class KnownEntry(SQLModel, table=True):
    """An entry that followers were notified of, or that is older than their subscriptions."""

    __tablename__ = "known_entry"

    entry: str = Field(primary_key=True, sa_type=CleanText)
    at: datetime


class BroadcastState(StrEnum):
    """The state of a broadcast."""

    SENDING = "sending"
    DONE = "done"
    STOPPED = "stopped"


class Broadcast(SQLModel, table=True):
    """A message to everybody; chats up to `cursor` have it in the outbox."""

    __table_args__ = (UniqueConstraint("origin"), {"sqlite_autoincrement": True})

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    origin: str = Field(sa_type=CleanText)  # the message that ordered it
    text: str = Field(sa_type=CleanText)
    state: str = Field(default=BroadcastState.SENDING, sa_type=CleanText)
    cursor: int | None = Field(default=None, sa_type=BigId)  # chat id; None before the first
    told: int = 0
    ordered_by: int = Field(sa_type=BigId)
    ordered_at: datetime


def follow_of(session: Session, chat_id: int, subject: str) -> Follow | None:
    """This chat's subscription to this subject."""
    query = select(Follow).where(Follow.chat_id == chat_id, Follow.subject == subject)
    return session.exec(query).first()


def of_chat(session: Session, chat_id: int) -> Sequence[Follow]:
    """What the chat follows, oldest first."""
    query = select(Follow).where(Follow.chat_id == chat_id).order_by(col(Follow.id))
    return session.exec(query).all()


def by_chat(session: Session) -> dict[int, set[str]]:
    """What each reachable private chat follows."""
    query = (
        select(Follow.chat_id, Follow.subject)
        .join(Chat, (col(Chat.chat_id) == col(Follow.chat_id)) & (col(Chat.channel) == TELEGRAM))
        .where(col(Chat.reachable).is_(True))
    )
    found: dict[int, set[str]] = {}
    for chat_id, subject in session.exec(query).all():
        found.setdefault(chat_id, set()).add(subject)
    return found


def end(session: Session, chat_id: int, subject: str = "") -> None:
    """Stop telling the chat of the subject, or of anything."""
    statement = delete(Follow).where(col(Follow.chat_id) == chat_id)
    session.exec(statement.where(col(Follow.subject) == subject) if subject else statement)


def unknown_entries(session: Session, entries: Iterable[str]) -> list[str]:
    """Those of the entries that nobody was notified of yet."""
    known = set(session.exec(select(KnownEntry.entry)).all())
    return [entry for entry in entries if entry not in known]


def is_first_look(session: Session) -> bool:
    """Whether no entry is known at all."""
    return session.exec(select(KnownEntry).limit(1)).first() is None


def note_entries(session: Session, entries: Iterable[str], at: datetime) -> None:
    """From now on these entries are known."""
    session.add_all(KnownEntry(entry=entry, at=at) for entry in entries)


def broadcast_of(session: Session, origin: str) -> Broadcast | None:
    """The broadcast that this message ordered."""
    return session.exec(select(Broadcast).where(Broadcast.origin == origin)).first()


def unfinished(session: Session) -> Sequence[Broadcast]:
    """Broadcasts that are being sent, oldest first."""
    query = select(Broadcast).where(Broadcast.state == BroadcastState.SENDING)
    return session.exec(query.order_by(col(Broadcast.id))).all()


def audience(session: Session) -> int:
    """How many private chats a broadcast reaches."""
    query = select(func.count()).select_from(Chat).where(_WELCOME)
    return session.exec(query).one()


def next_chats(session: Session, after: int | None, limit: int) -> Sequence[int]:
    """The ids of the next chats of the audience, in order."""
    query = select(Chat.chat_id).where(_WELCOME)
    query = query.where(col(Chat.chat_id) > after) if after is not None else query
    return session.exec(query.order_by(col(Chat.chat_id)).limit(limit)).all()
