"""What is remembered about a chat between two messages, restarts included."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.desk.masking import mask
from bot.desk.messaging.unit_of_work import UnitOfWork
from bot.dialogue.conversation import Conversation
from bot.store import chats, tables
from bot.store.chats import ChatRecord
from bot.store.database import Database
from bot.texts import Texts

TELEGRAM = tables.TELEGRAM
_FORGET = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who writes, and in which chat. `channel` is "telegram" or "web"."""

    channel: str
    chat_id: int
    user_id: int


@dataclass(frozen=True, slots=True)
class ChatState:
    """What is remembered of a chat that handling its next message takes."""

    language: str = "th"  # it wants
    notice_due: bool = True  # it has never been shown what is kept of people
    expecting: Mapping[str, Any] | None = None  # as given to `expect`; None: a plain question


class ChatMemory:
    """Reads at once; writes go into the unit of work of the message being handled."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @staticmethod
    def expect(
        work: UnitOfWork, visitor: Visitor, what: dict[str, Any] | None, at: datetime
    ) -> None:
        """From now on the chat's next message is for `what` (JSON); None ends that."""
        text = json.dumps(what, ensure_ascii=False) if what is not None else ""
        work.write(lambda session: _set(session, visitor, at, expecting=text))

    @staticmethod
    def set_language(work: UnitOfWork, visitor: Visitor, language: str, at: datetime) -> None:
        """Answer the chat in this language from now on."""
        work.write(lambda session: _set(session, visitor, at, language=language))

    def recall(self, visitor: Visitor) -> ChatState:
        """What is remembered of the chat, in one look."""
        with self._database.read() as session:
            chat = chats.find(session, visitor.channel, visitor.chat_id)
        if chat is None:
            return ChatState()
        expecting = json.loads(chat.expecting) if chat.expecting else None
        return ChatState(chat.language, chat.notice_at is None, expecting)

    @staticmethod
    def mark_notice_shown(work: UnitOfWork, visitor: Visitor, at: datetime) -> None:
        """Remember that the privacy notice was shown."""
        work.write(lambda session: _set(session, visitor, at, notice_at=at))

    @staticmethod
    def mark_unreachable(work: UnitOfWork, visitor: Visitor) -> None:
        """Remember that the chat blocked the bot or removed it."""
        work.write(lambda session: chats.close(session, visitor.channel, visitor.chat_id))


def texts_of(session: Session, chat_id: int) -> Texts:
    """The texts in the language of a Telegram chat."""
    return Texts.load(language_of(chats.find(session, TELEGRAM, chat_id)))


def language_of(chat: ChatRecord | None) -> str:
    """The language the chat wants to be answered in."""
    return chat.language if chat else "th"


def conversation_of(chat: ChatRecord | None, at: datetime) -> Conversation:
    """The chat's conversation; a fresh one when the last message is over ten minutes old."""
    if not chat or not chat.conversation:
        return Conversation()
    conversation = Conversation.from_dict(json.loads(chat.conversation))
    fresh = conversation.updated_at is not None and at - conversation.updated_at <= _FORGET
    return conversation if fresh else Conversation()


def write_conversation(
    session: Session,
    visitor: Visitor,
    conversation: Conversation,
    at: datetime,
    public: frozenset[str],
    **values: object,
) -> None:
    """Keep the conversation, what was typed masked, and what else is to be known of the chat."""
    masked = conversation.with_text_changed(lambda typed: mask(typed, public))
    kept = replace(masked, updated_at=at)
    text = json.dumps(kept.to_dict(), ensure_ascii=False)
    _set(session, visitor, at, conversation=text, **values)


def _set(session: Session, visitor: Visitor, at: datetime, **values: object) -> None:
    chats.note(session, visitor.channel, visitor.chat_id, at, **values)
