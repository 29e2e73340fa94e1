"""Chats and messages as Telegram keeps them: what is refused, what is stored, what is shown."""

import time
from dataclasses import dataclass, field
from typing import Any

from tests.support.telegram_html import Entity, EntityError, parse, utf16

_STYLE = {"text", "style", "icon_custom_emoji_id"}
_FULL: dict[str, Any] = {  # what the library wants to know of a chat beside its id and name
    "accent_color_id": 0,
    "max_reaction_count": 11,
    "accepted_gift_types": dict.fromkeys(
        (
            "unlimited_gifts",
            "limited_gifts",
            "unique_gifts",
            "premium_subscription",
            "gifts_from_channels",
        ),
        False,
    ),
}


class RefusedError(Exception):
    """A refused call; `ours` when a correct program would not have made it."""

    def __init__(
        self,
        description: str,
        status: int = 400,
        parameters: dict[str, Any] | None = None,
        *,
        ours: bool = True,
    ) -> None:
        super().__init__(description)
        self.description = description
        self.status = status
        self.parameters = parameters or {}
        self.ours = ours


@dataclass(slots=True)
class Message:
    """One message in a chat, as its reader sees it now."""

    message_id: int
    chat_id: int
    sender: int
    text: str = ""
    entities: tuple[Entity, ...] = ()
    keyboard: list[list[dict[str, Any]]] = field(default_factory=list)
    method: str = ""
    reply_to: int | None = None
    edits: int = 0
    raw: dict[str, Any] = field(default_factory=dict)

    @property
    def buttons(self) -> list[dict[str, Any]]:
        """The buttons, row by row."""
        return [button for row in self.keyboard for button in row]


class MessageRules:
    """Every chat of the bot; all methods that write into chats."""

    def __init__(self, bot: dict[str, Any]) -> None:
        self._bot = bot
        self.chats: dict[int, dict[str, Any]] = {}
        self.messages: dict[tuple[int, int], Message] = {}
        self.blocked: dict[int, str] = {}
        self.moved: dict[int, int] = {}
        self.topics: dict[tuple[int, int], str] = {}
        self._last = 100

    def next_id(self) -> int:
        """A fresh message id."""
        self._last += 1
        return self._last

    def chat(self, chat_id: Any) -> dict[str, Any]:
        """The chat, if the bot may write into it."""
        if chat_id in self.moved:
            raise RefusedError(
                "group chat was upgraded to a supergroup chat",
                parameters={"migrate_to_chat_id": self.moved[chat_id]},
                ours=False,
            )
        if chat_id in self.blocked:
            raise RefusedError(self.blocked[chat_id], 403, ours=False)
        if chat_id not in self.chats:
            raise RefusedError("chat not found", ours=False)
        return self.chats[chat_id]

    def carry_out(self, method: str, parameters: dict[str, Any]) -> Any:
        """Do a method that concerns chats or messages."""
        if method.startswith("editMessage"):
            return self._edit(method, parameters)
        if method == "sendChatAction":
            return bool(self.chat(parameters.get("chat_id")))
        if method == "deleteMessage":
            return (
                self.messages.pop((parameters["chat_id"], parameters["message_id"]), None)
                is not None
            )
        if method.startswith("send"):
            return self._send(method, parameters)
        if method == "getChat":
            return self.chat(parameters.get("chat_id")) | _FULL
        if method == "createForumTopic":
            return self._make_topic(parameters)
        if method in {"closeForumTopic", "reopenForumTopic"}:
            return self._topic(parameters["chat_id"], parameters["message_thread_id"]) is not None
        raise RefusedError(f"the fake does not know {method}", 501)

    def _make_topic(self, parameters: dict[str, Any]) -> dict[str, Any]:
        chat = self.chat(parameters.get("chat_id"))
        if not chat.get("is_forum"):
            raise RefusedError("the chat is not a forum")
        if not 1 <= len(parameters["name"]) <= 128:
            raise RefusedError("invalid forum topic name specified")
        thread = self.next_id()
        self.topics[chat["id"], thread] = parameters["name"]
        return {"message_thread_id": thread, "name": parameters["name"], "icon_color": 7322096}

    def _topic(self, chat_id: int, thread: int) -> str:
        if (chat_id, thread) not in self.topics:
            raise RefusedError("message thread not found", ours=False)
        return self.topics[chat_id, thread]

    def _send(self, method: str, parameters: dict[str, Any]) -> Any:
        if method == "sendMediaGroup":
            if len(parameters["media"]) not in range(2, 11):
                raise RefusedError("wrong number of media in the group")
            return [self._send_one(method, parameters) for _ in parameters["media"]]
        return self._send_one(method, parameters)

    def _send_one(self, method: str, parameters: dict[str, Any]) -> dict[str, Any]:
        chat = self.chat(parameters.get("chat_id"))
        if "message_thread_id" in parameters:
            self._topic(chat["id"], parameters["message_thread_id"])
        text, entities = _text_of(method, parameters)
        message = Message(
            self.next_id(),
            chat["id"],
            self._bot["id"],
            text,
            entities,
            _keyboard_of(parameters),
            method,
            self._reply_target(chat["id"], parameters),
            raw=parameters,
        )
        self.messages[chat["id"], message.message_id] = message
        return self.shown(message)

    def _edit(self, method: str, parameters: dict[str, Any]) -> Any:
        chat = self.chat(parameters.get("chat_id"))
        message = self.messages.get((chat["id"], parameters.get("message_id", 0)))
        if message is None:
            raise RefusedError("message to edit not found", ours=False)
        if message.sender != self._bot["id"]:
            raise RefusedError("message can't be edited")
        text, entities = message.text, message.entities
        if method == "editMessageText":
            text, entities = _text_of("sendMessage", parameters)
        keyboard = _keyboard_of(parameters)
        if (text, entities, keyboard) == (message.text, message.entities, message.keyboard):
            raise RefusedError(
                "message is not modified: specified new message content and reply markup are "
                "exactly the same as a current content and reply markup of the message",
                ours=False,
            )
        message.text, message.entities, message.keyboard = text, entities, keyboard
        message.edits += 1
        return self.shown(message)

    def check_text(self, text: str, parse_mode: str | None) -> None:
        """Refuse a text that could not be sent as a message."""
        _text_of("sendMessage", {"text": text, "parse_mode": parse_mode or ""})

    def _reply_target(self, chat_id: int, parameters: dict[str, Any]) -> int | None:
        target = parameters.get("reply_parameters") or {}
        message_id = target.get("message_id")
        if message_id is None or (chat_id, message_id) in self.messages:
            return message_id
        if not target.get("allow_sending_without_reply"):
            raise RefusedError("message to be replied not found", ours=False)
        return None

    def shown(self, message: Message) -> dict[str, Any]:
        """The message as the Bot API returns it."""
        shown: dict[str, Any] = {
            "message_id": message.message_id,
            "date": int(time.monotonic()) + 1_700_000_000,
            "chat": self.chats[message.chat_id],
            "from": {key: self._bot[key] for key in ("id", "is_bot", "first_name", "username")},
            "text": message.text,
        }
        if message.keyboard:
            shown["reply_markup"] = {"inline_keyboard": message.keyboard}
        return shown


def _text_of(method: str, parameters: dict[str, Any]) -> tuple[str, tuple[Entity, ...]]:
    if method != "sendMessage":
        return str(parameters.get("caption", "")), ()
    raw = parameters.get("text", "")
    try:
        text, entities = parse(raw) if parameters.get("parse_mode") == "HTML" else (raw, ())
    except EntityError as error:
        raise RefusedError(f"can't parse entities: {error}") from error
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise RefusedError("text must be encoded in UTF-8")
    if not text.strip():
        raise RefusedError("message text is empty" if raw.strip() else "text must be non-empty")
    if len(text.strip()) > 4096 or utf16(text) > 4096 * 2:
        raise RefusedError("message is too long")
    return text.strip(), entities


def _keyboard_of(parameters: dict[str, Any]) -> list[list[dict[str, Any]]]:
    markup = parameters.get("reply_markup")
    if markup is None:
        return []
    if not isinstance(markup, dict):
        raise RefusedError("can't parse reply keyboard markup JSON object")
    rows = markup.get("inline_keyboard", [])
    if sum(len(row) for row in rows) > 100 or any(len(row) > 8 for row in rows):
        raise RefusedError("reply markup is too long")
    for row in rows:
        for button in row:
            _check_button(button)
    return [list(row) for row in rows if row]


def _check_button(button: dict[str, Any]) -> None:
    kinds = [key for key in button if key not in _STYLE]
    if not str(button.get("text", "")).strip():
        raise RefusedError('can\'t parse inline keyboard button: field "text" must be non-empty')
    if len(kinds) != 1:
        raise RefusedError(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(button.get("callback_data", "x").encode()) not in range(1, 65):
        raise RefusedError("BUTTON_DATA_INVALID")
    if not button.get("url", "https://").startswith(("http://", "https://", "tg://")):
        raise RefusedError("BUTTON_URL_INVALID")
    if len(button.get("copy_text", {}).get("text", "x")) not in range(1, 257):
        raise RefusedError("BUTTON_COPY_TEXT_INVALID")
