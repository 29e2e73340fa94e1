"""A citizen asks, chooses, judges the answer, or wants to know later."""

import base64
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlmodel import Session

from bot.desk.conversation.pausing import while_paused
from bot.desk.conversation.recording import Record, said, to_review_with, understood
from bot.desk.editions import Edition, Editions, entry_key
from bot.desk.masking import holds_personal, mask
from bot.desk.messaging.chat_memory import Visitor, conversation_of, language_of, write_conversation
from bot.desk.messaging.unit_of_work import UnitOfWork
from bot.desk.metrics import Metrics
from bot.desk.review import clusters
from bot.dialogue.conversation import Action, Conversation, Question, Verb
from bot.dialogue.replies import Fact, Heading, Note, Outcome, Paragraph, Reply
from bot.store import chats, pauses, questions, reviews, tables
from bot.store.chats import ChatRecord
from bot.store.database import Database
from bot.texts import Texts

_SAME = timedelta(seconds=60)
_REMEMBERED = 2000  # chats whose last answer may be reused


class Fault(StrEnum):
    """What somebody found wrong with an answer."""

    WRONG = "wrong"
    OLD = "old"
    INCOMPLETE = "incomplete"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class IncomingMessage:
    """One message. `message_id` is unique in its chat; `edited` says it replaces an earlier one."""

    channel: str  # "telegram" or "web"
    chat_id: int
    user_id: int
    message_id: int
    text: str  # as typed
    at: datetime  # aware
    edited: bool = False

    @property
    def visitor(self) -> Visitor:
        """Who wrote it, and where."""
        return Visitor(self.channel, self.chat_id, self.user_id)


@dataclass(frozen=True, slots=True)
class Answered:
    """A reply, and the key that feedback, want_to_know and OutgoingCall.question refer to it by.

    `question_key` is "" when there is nothing to judge. `answer_message_id` is Telegram's id of
    the message that answered the same question before it was edited, if that was sent.
    """

    reply: Reply
    question_key: str = ""
    answer_message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An answer to choose; `key` identifies it, and its entry in a deep link."""

    key: str
    entry: str | None
    reply: Reply

    @property
    def title(self) -> str:
        """What it is about."""
        headings = [block.text for block in self.reply.blocks if isinstance(block, Heading)]
        return next(iter(headings), self.line)

    @property
    def line(self) -> str:
        """The short answer, else what it begins with."""
        texts = (block.text for block in self.reply.blocks if isinstance(block, Fact | Paragraph))
        return self.reply.answer or next(texts, "")


@dataclass(frozen=True, slots=True)
class _Last:
    """The last answer of a chat; what the search found is kept only as it is recorded."""

    text: str
    at: datetime
    edition: int
    language: str
    reply: Reply
    understood: Mapping[str, Any]  # columns of its question


class Asking:
    """What citizens do. Reads happen at once; every write goes into the caller's unit of work.

    Thread-safe. Nothing here waits for a network, and the time is always given.
    """

    def __init__(
        self, database: Database, editions: Editions, metrics: Metrics | None = None
    ) -> None:
        self._database = database
        self._editions = editions
        self._metrics = metrics or Metrics()
        self._lock = threading.Lock()
        self._last: OrderedDict[tuple[str, int], _Last] = OrderedDict()

    def ask(self, work: UnitOfWork, incoming: IncomingMessage) -> Answered:
        """Answer a message and record it, masked, for review if it was not answered.

        The same text again within 60 s gets the same reply, unless the knowledge changed
        meanwhile, and counts once. An edited message changes its question and never makes a
        second one.
        """
        edition = self._editions.current
        key = question_key(incoming.channel, incoming.chat_id, incoming.message_id)
        with self._database.read() as session:
            chat = chats.find(session, incoming.channel, incoming.chat_id)
            sent = questions.answer_message(session, key) if incoming.edited else None
            repeated = _is_repeated(session, incoming, edition)
            pause = pauses.current(session)
        language = language_of(chat)
        warned = _was_warned(chat, incoming, edition)
        last = self._repeated_answer(incoming, edition, language)
        if last is None:
            last = self._find(incoming, edition, language, conversation_of(chat, incoming.at))
        reply = while_paused(pause, last.reply, Texts.load(language))
        self._metrics.questions.labels(reply.outcome).inc()
        columns = {**last.understood, **said(reply, edition)}
        record = Record(
            key=key,
            visitor=incoming.visitor,
            message_id=incoming.message_id,
            at=incoming.at,
            reply=reply,
            edition=edition,
            columns=columns,
            repeated=repeated,
            warns=not warned,
            alike=to_review_with(self._database, reply.outcome, columns),
        )
        work.write(record.write)
        if not warned:
            plea = Note(Texts.load(language)("desk.no_numbers"))
            reply = replace(reply, blocks=(*reply.blocks, plea))
        return Answered(reply, key, sent)

    def perform(
        self,
        work: UnitOfWork,
        action: Action,
        visitor: Visitor,
        at: datetime,
        question_key: str = "",
    ) -> Answered:
        """Do what a button says and record a choice as evidence.

        `question_key` is the question the button stood under; without it the chat's last one.
        The key in the result is "" unless the reply answers that question.
        """
        edition = self._editions.current
        self.forget(visitor)
        with self._database.read() as session:
            chat = chats.find(session, visitor.channel, visitor.chat_id)
            asked = question_key or (chat.last_question if chat else "")
            key = _own_question(session, visitor, asked)
            pause = pauses.current(session)
        speaking = edition.speaking(language_of(chat))
        reply = speaking.perform(action, conversation_of(chat, at), at)
        reply = while_paused(pause, reply, Texts.load(language_of(chat)))

        def record(session: Session) -> None:
            write_conversation(session, visitor, reply.conversation, at, edition.public)
            _record_choice(session, key, action, at)

        work.write(record)
        return Answered(reply, key if action.verb is Verb.PICK else "")

    def reports_danger(self, text: str) -> bool:
        """Whether a message gets the card of emergency numbers; nothing is recorded."""
        return self._editions.current.responder.reports_danger(text)

    def made(self, action: Action, at: datetime) -> Reply:
        """What a button makes, for a place that has no conversation; nothing is recorded."""
        return self._editions.current.responder.perform(action, Conversation(), at)

    def judge(
        self, work: UnitOfWork, key: str, judged: bool | Fault, visitor: Visitor, at: datetime
    ) -> bool:
        """Record whether an answer was good, or what was wrong with it; the last vote counts.

        A bad one opens or joins a review item. False, and nothing written, when the chat has no
        such question.
        """
        if not self._known(key, visitor):
            return False
        work.write(lambda session: _vote(session, key, judged, visitor.user_id, at))
        return True

    def suggestions(
        self, text: str, at: datetime, most: int, language: str = "th"
    ) -> list[Suggestion]:
        """Answers to choose from while somebody is still typing, best first; never recorded.

        Without a text the events ahead, else the last ones; none where the bot has no answer, and
        none while it is paused.
        """
        edition = self._editions.current
        with self._database.read() as session:
            if pauses.current(session):
                return []
        replies = edition.speaking(language).suggest(text, at, most)
        return [
            Suggestion(key=entry_key(reply.entry or reply.outcome), entry=reply.entry, reply=reply)
            for reply in replies
        ]

    def want_to_know(self, work: UnitOfWork, key: str, visitor: Visitor, at: datetime) -> bool:
        """Tell this chat once when the question's review item is answered.

        False, and nothing written, when the chat has no such question.
        """
        if not self._known(key, visitor):
            return False
        work.write(lambda session: _wait(session, key, at))
        return True

    def taught_since(self, key: str, visitor: Visitor, at: datetime) -> Answered | None:
        """The answer to a question of this chat that somebody has taught meanwhile."""
        with self._database.read() as session:
            row = questions.of_chat(session, visitor.channel, visitor.chat_id, key)
            language = language_of(chats.find(session, visitor.channel, visitor.chat_id))
            if row is None or not reviews.taught(session, row):
                return None
        reply = self._editions.current.speaking(language).respond(Question(row.text, at))
        return Answered(reply, key) if reply.outcome is Outcome.ANSWER else None

    def forget(self, visitor: Visitor) -> None:
        """Drop what is remembered of a chat outside the database."""
        with self._lock:
            self._last.pop((visitor.channel, visitor.chat_id), None)

    def entry_of(self, key: str) -> str | None:
        """The entry id behind a key; None when no such entry is served (any more)."""
        return self._editions.entry_of(key)

    def _known(self, key: str, visitor: Visitor) -> bool:
        with self._database.read() as session:
            return questions.of_chat(session, visitor.channel, visitor.chat_id, key) is not None

    def _repeated_answer(
        self, incoming: IncomingMessage, edition: Edition, language: str
    ) -> _Last | None:
        with self._lock:
            last = self._last.get((incoming.channel, incoming.chat_id))
        asked = (incoming.text, edition.number, language)
        if last is None or (last.text, last.edition, last.language) != asked:
            return None
        return last if timedelta() <= incoming.at - last.at <= _SAME else None

    def _find(
        self, incoming: IncomingMessage, edition: Edition, language: str, conversation: Conversation
    ) -> _Last:
        """Search, and remember the outcome."""
        question = Question(incoming.text, incoming.at, conversation)
        with self._metrics.engine.time():
            reply = edition.speaking(language).respond(question)
        last = _Last(
            text=incoming.text,
            at=incoming.at,
            edition=edition.number,
            language=language,
            reply=replace(reply, ranking=None),
            understood=understood(incoming.text, reply.ranking, edition, incoming.at),
        )
        place = (incoming.channel, incoming.chat_id)
        with self._lock:
            self._last[place] = last
            self._last.move_to_end(place)
            if len(self._last) > _REMEMBERED:
                self._last.popitem(last=False)
        return last


def question_key(channel: str, chat_id: int, message_id: int) -> str:
    """16 characters [A-Z2-7] that identify one message of one chat."""
    name = f"{channel}:{chat_id}:{message_id}".encode()
    return base64.b32encode(hashlib.blake2b(name, digest_size=10).digest()).decode("ascii")


def _is_repeated(session: Session, incoming: IncomingMessage, edition: Edition) -> bool:
    """Whether the chat's last question was the same a moment ago, perhaps before a restart."""
    last = questions.last_original(session, incoming.channel, incoming.chat_id)
    if last is None or last.message_id == incoming.message_id:
        return False
    soon = timedelta() <= incoming.at - last.asked_at <= _SAME
    return soon and last.text == mask(incoming.text, edition.public)


def _was_warned(chat: ChatRecord | None, incoming: IncomingMessage, edition: Edition) -> bool:
    """Whether there is nothing to warn of, or this chat was once asked to leave numbers out."""
    if not holds_personal(incoming.text, edition.public):
        return True
    return chat is not None and chat.warned_at is not None


def _own_question(session: Session, visitor: Visitor, key: str) -> str:
    """The key of a question; "" when it is not this chat's."""
    return key if questions.of_chat(session, visitor.channel, visitor.chat_id, key) else ""


def _record_choice(session: Session, key: str, action: Action, at: datetime) -> None:
    row = questions.by_key(session, key) if key else None
    if row is None:
        return
    if action.verb is Verb.PICK:
        row.picked = action.argument
        clusters.leave(session, row, at)
    elif action.verb is Verb.NONE_OF_THESE:
        row.picked = ""
        clusters.join(session, row, "none_of_these", at)
    session.add(row)


def _vote(session: Session, key: str, judged: bool | Fault, user_id: int, at: datetime) -> None:
    question = questions.by_key(session, key)
    if question is None:
        return
    vote = questions.vote_of(session, question.id, user_id)
    if vote is None:
        vote = tables.Feedback(question_id=question.id, user_id=user_id, good=True, voted_at=at)
    vote.good, vote.voted_at = judged is True, at
    vote.reason = judged if isinstance(judged, Fault) else ""
    session.add(vote)
    if vote.good:
        clusters.leave(session, question, at)
    else:
        clusters.join(session, question, "disliked", at)


def _wait(session: Session, key: str, at: datetime) -> None:
    question = questions.by_key(session, key)
    review = clusters.join(session, question, "wanted", at) if question else None
    if question is None or review is None:
        return
    if not reviews.waiter_of(session, review.id, question.channel, question.chat_id):
        session.add(
            tables.Waiter(
                review_id=review.id,
                question_key=key,
                channel=question.channel,
                chat_id=question.chat_id,
                asked_at=at,
            )
        )
