"""Reads and writes of what is remembered about a chat."""

from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache

from sqlalchemy import ColumnElement, Executable, bindparam, true, update
from sqlalchemy.sql.dml import Insert
from sqlmodel import Session, SQLModel, col, delete, select

from bot.store.statements import in_chat, insert_into
from bot.store.tables import Chat, Question, Waiter


@dataclass(frozen=True, slots=True)
class ChatRecord:
    """What is remembered of a chat."""

    conversation: str  # JSON
    last_question: str  # question key
    expecting: str  # JSON
    language: str
    notice_at: datetime | None
    warned_at: datetime | None
    seen_at: datetime


_FIND: Executable = select(*(getattr(Chat, one.name) for one in fields(ChatRecord))).where(
    col(Chat.channel) == bindparam("of"), col(Chat.chat_id) == bindparam("number")
)


def find(session: Session, channel: str, chat_id: int) -> ChatRecord | None:
    """The chat, if it was ever seen."""
    given = {"of": channel, "number": chat_id}
    row = session.connection().execute(_FIND, given).first()
    return ChatRecord(*row) if row else None


def note(session: Session, channel: str, chat_id: int, at: datetime, **values: object) -> None:
    """Remember these values of the chat, made if new; it was seen and can be reached."""
    given = {"seen_at": at, "reachable": True, **values}
    statement = _note(session.get_bind().dialect.name, tuple(given))
    session.connection().execute(statement, {"channel": channel, "chat_id": chat_id, **given})


@cache
def _note(dialect: str, names: tuple[str, ...]) -> Insert:
    """What `note` says of values of these names: put together once."""
    insert = insert_into(Chat, dialect)
    changed = {name: insert.excluded[name] for name in names}
    return insert.on_conflict_do_update(index_elements=["channel", "chat_id"], set_=changed)


def close(session: Session, channel: str, chat_id: int) -> None:
    """Mark a chat as not reachable: blocked, deleted or left."""
    session.exec(update(Chat).where(in_chat(Chat, channel, chat_id)).values(reachable=False))


def move(session: Session, channel: str, old: int, new: int) -> None:
    """Give a group its new id everywhere; what the new id already has stays."""
    if find(session, channel, new):
        session.exec(delete(Chat).where(in_chat(Chat, channel, old)))
    asked = select(Question.message_id).where(in_chat(Question, channel, new))
    awaited = select(Waiter.review_id).where(in_chat(Waiter, channel, new))
    moved: dict[type[SQLModel], ColumnElement[bool]] = {
        Chat: true(),
        Question: col(Question.message_id).not_in(asked),
        Waiter: col(Waiter.review_id).not_in(awaited),
    }
    for table, free in moved.items():
        session.exec(update(table).where(in_chat(table, channel, old), free).values(chat_id=new))
