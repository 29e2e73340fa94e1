"""Reads and writes of what is remembered about a chat."""

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, delete, select

from bot.store.tables import Chat, Question, Waiter


def find(session: Session, channel: str, chat_id: int) -> Chat | None:
    """The chat, if it was ever seen."""
    return session.get(Chat, (channel, chat_id))


def touch(session: Session, channel: str, chat_id: int, at: datetime) -> Chat:
    """The chat, made if new, marked as seen and reachable."""
    chat = find(session, channel, chat_id)
    if chat is None:
        chat = Chat(channel=channel, chat_id=chat_id, seen_at=at)
    chat.seen_at = at
    chat.reachable = True
    session.add(chat)
    return chat


def close(session: Session, channel: str, chat_id: int) -> None:
    """Mark a chat as not reachable: blocked, deleted or left."""
    session.exec(
        update(Chat)
        .where(col(Chat.channel) == channel, col(Chat.chat_id) == chat_id)
        .values(reachable=False)
    )


def move(session: Session, channel: str, old: int, new: int) -> None:
    """Give a group its new id everywhere; what the new id already has stays."""
    if find(session, channel, new):
        session.exec(delete(Chat).where(col(Chat.channel) == channel, col(Chat.chat_id) == old))
    taken = select(Question.message_id).where(Question.channel == channel, Question.chat_id == new)
    waiting = select(Waiter.review_id).where(Waiter.channel == channel, Waiter.chat_id == new)
    for statement in (
        update(Chat).where(col(Chat.channel) == channel, col(Chat.chat_id) == old),
        update(Question)
        .where(col(Question.channel) == channel, col(Question.chat_id) == old)
        .where(col(Question.message_id).not_in(taken)),
        update(Waiter)
        .where(col(Waiter.channel) == channel, col(Waiter.chat_id) == old)
        .where(col(Waiter.review_id).not_in(waiting)),
    ):
        session.exec(statement.values(chat_id=new))
