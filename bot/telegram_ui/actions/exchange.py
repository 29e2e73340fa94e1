"""One update being handled: who said what, and the unit of work that gathers what it causes."""

import asyncio
from collections.abc import Coroutine, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

from telegram import CallbackQuery, Message, Update
from telegram.constants import ChatType

from bot.desk.messaging.chat_memory import TELEGRAM, ChatMemory, ChatState, Visitor
from bot.desk.messaging.unit_of_work import OutgoingCall, UnitOfWork
from bot.desk.staff.people import People, Role
from bot.telegram_ui.drawing.attachments import Call, Payload
from bot.telegram_ui.drawing.render import Renderer, Rows
from bot.telegram_ui.drawing.renderers import Renderers
from bot.texts import Texts

_WAITS = timedelta(minutes=30)  # then the next message is an ordinary one again
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Handling:
    """What the worker hands to the handlers."""

    work: UnitOfWork
    at: datetime
    loop: asyncio.AbstractEventLoop  # the library's; the handlers run in a thread


@dataclass(frozen=True, slots=True)
class Exchange:
    """A message or a pressed button of a person, and the ways to answer it."""

    update: Update
    visitor: Visitor
    work: UnitOfWork
    at: datetime
    loop: asyncio.AbstractEventLoop  # the library's
    role: Role  # what the person may do here: in company, no more than any citizen
    chat: ChatState  # what is remembered of the chat
    renderer: Renderer  # in the language of the chat

    def fetched(self, coroutine: Coroutine[Any, Any, _T]) -> _T:
        """What a coroutine of the library returns or raises; waits for it."""
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result()

    @property
    def admin(self) -> bool:
        """An admin, in a private chat."""
        return self.role >= Role.ADMIN

    @property
    def staff(self) -> bool:
        """Staff or an admin, in a private chat."""
        return self.role >= Role.STAFF

    @property
    def message(self) -> Message | None:
        """The message, new or edited; None for a pressed button."""
        return self.update.message or self.update.edited_message

    @property
    def query(self) -> CallbackQuery | None:
        """The pressed button."""
        return self.update.callback_query

    @property
    def pressed(self) -> Message | None:
        """The message with the pressed button, if Telegram still knows it."""
        message = self.query.message if self.query else None
        return message if isinstance(message, Message) else None

    @property
    def argument(self) -> str:
        """What follows the first word of the message, as after a command."""
        text = (self.message.text or "") if self.message else ""
        return "".join(text.split(maxsplit=1)[1:]).strip()

    @property
    def private(self) -> bool:
        """Whether nobody else reads the chat."""
        chat = self.update.effective_chat
        return chat is not None and chat.type == ChatType.PRIVATE

    @property
    def texts(self) -> Texts:
        """The sentences in the language of the chat."""
        return self.renderer.texts

    def tell(self, key: str, rows: Rows | None = None, /, **values: object) -> None:
        """Say the sentence of this key, with rows of buttons."""
        self.say(self.renderer.sentence(key, rows, **values))

    def say(self, payloads: Sequence[Payload]) -> None:
        """Send messages to where this came from; in a group as a reply to it."""
        self.deliver([("sendMessage", payload) for payload in payloads])

    def deliver(self, calls: Sequence[Call], question: str = "") -> None:
        """The same for any methods; the last text is what answers the question."""
        texts = [at for at, (method, _) in enumerate(calls) if method == "sendMessage"]
        for at, (method, payload) in enumerate(calls):
            answers = question if texts[-1:] == [at] else ""
            self.call(method, self._placed(payload), answers)

    def call(self, method: str, payload: Payload, question: str = "") -> None:
        """Make a call to the Bot API about this chat."""
        self.work.send(OutgoingCall(self.visitor.chat_id, method, payload, question=question))

    def acknowledge(self, text: str = "") -> None:
        """End the waiting sign on the pressed button, with a short word if given."""
        if self.query:
            answer = {"callback_query_id": self.query.id}
            self.call("answerCallbackQuery", answer | ({"text": text[:200]} if text else {}))

    def stale(self) -> None:
        """The pressed button means nothing (any more), or not to this person."""
        self.acknowledge(self.texts("telegram.stale_button"))

    def expect(self, purpose: str, **noted: Any) -> None:
        """The chat's next message is for this; `noted` (JSON, or what was `awaited`) is kept.

        Expecting something else, and any command, ends it.
        """
        what = {**noted, "for": purpose, "at": self.at.isoformat()}
        ChatMemory.expect(self.work, self.visitor, what, self.at)

    def expect_nothing(self) -> None:
        """The chat's next message is an ordinary one."""
        ChatMemory.expect(self.work, self.visitor, None, self.at)

    def noted(self, purpose: str) -> Mapping[str, Any] | None:
        """What was noted for this purpose, however long ago: for a button, which is pressed on
        purpose. None for another purpose, or for none."""
        noted = self.chat.expecting
        return noted if noted and noted.get("for") == purpose else None

    def awaited(self, purpose: str) -> Mapping[str, Any] | None:
        """The same for a message, which counts as what was asked for half an hour long.

        One that was changed is it only where the noted `message` is the same one.
        """
        noted, edited = self.noted(purpose), self.update.edited_message
        if noted is None or (edited and edited.message_id != noted.get("message")):
            return None
        return noted if self.at - datetime.fromisoformat(noted["at"]) <= _WAITS else None

    def drop_buttons(self) -> None:
        """Take the buttons off the message one was pressed on: it was decided."""
        if self.pressed and self.pressed.reply_markup:
            empty: Payload = {"inline_keyboard": []}
            payload = {"message_id": self.pressed.message_id, "reply_markup": empty}
            self.call("editMessageReplyMarkup", payload)

    def _placed(self, payload: Payload) -> Payload:
        message = self.message or self.pressed
        placed = dict(payload)
        if message and message.is_topic_message and message.message_thread_id:
            placed["message_thread_id"] = message.message_thread_id
        if self.message and not self.private:
            target = {"message_id": self.message.message_id, "allow_sending_without_reply": True}
            placed["reply_parameters"] = target
        return placed


def exchange_of(
    update: Update, handling: Handling, people: People, memory: ChatMemory, renderers: Renderers
) -> Exchange | None:
    """The exchange of an update; None when it does not come from a person."""
    user = update.effective_user
    message = update.message or update.edited_message
    if user is None or user.is_bot or (message is not None and message.sender_chat is not None):
        return None  # anonymous admins and channels write as a chat and have no rights
    chat = update.effective_chat
    visitor = Visitor(TELEGRAM, chat.id if chat else user.id, user.id)
    private = chat is not None and chat.type == ChatType.PRIVATE
    role = people.role_of(user.id) if private else Role.CITIZEN
    recalled = memory.recall(visitor)
    renderer = renderers.of(recalled.language)
    given = handling.work, handling.at, handling.loop
    return Exchange(update, visitor, *given, role, recalled, renderer)


def exchange_as_group(
    update: Update, message: Message, handling: Handling, renderer: Renderer
) -> Exchange:
    """The exchange of a message that somebody wrote as the group itself, who has no rights."""
    user = message.from_user.id if message.from_user else message.chat.id
    visitor = Visitor(TELEGRAM, message.chat.id, user)
    given = handling.work, handling.at, handling.loop
    return Exchange(update, visitor, *given, Role.CITIZEN, ChatState(), renderer)
