"""People who talk to the bot through the fake Bot API, and what they see."""

import itertools
import re
from collections.abc import Callable
from typing import Any

from tests.support.bot_api_messages import Message
from tests.support.fake_bot_api import BOT, FakeBotApi
from tests.support.telegram_html import utf16

_serial = itertools.count(1)


class Person:
    """Somebody with a private chat with the bot, or in a group when `group` is given."""

    def __init__(
        self, api: FakeBotApi, user_id: int, name: str = "สมหญิง", group: int | None = None
    ) -> None:
        self.api = api
        self.id = user_id
        self.user = {"id": user_id, "is_bot": False, "first_name": name, "language_code": "th"}
        self.chat: dict[str, Any] = (
            {"id": user_id, "type": "private", "first_name": name}
            if group is None
            else {
                "id": group,
                "type": "group" if group > -(10**12) else "supergroup",
                "title": "กลุ่มทดสอบ",
            }
        )
        self.read = 0  # how many of the bot's messages were looked at

    @property
    def chat_id(self) -> int:
        """The chat this person writes in."""
        return int(self.chat["id"])

    def says(self, text: str, **more: Any) -> int:
        """Send a text; its message id."""
        return self.sends(text=text, **({"entities": _entities(text)} | more))

    def sends(self, **content: Any) -> int:
        """Send a message of any content; its message id."""
        message = self._message(content)
        self.api.push("message", message)
        return int(message["message_id"])

    def sends_file(self, name: str, data: bytes, *, size: int | None = None, **more: Any) -> int:
        """Send a document; its message id. `size` is what Telegram says, if not the truth."""
        file_id = f"file{next(_serial):08}"
        with self.api.locked():
            self.api.files[file_id] = data
        document = {
            "file_id": file_id,
            "file_unique_id": file_id,
            "file_name": name,
            "file_size": len(data) if size is None else size,
        }
        return self.sends(document=document, **more)

    def edits(self, message_id: int, text: str, **more: Any) -> None:
        """Change the text of a message sent before."""
        content = {"text": text, "edit_date": self.api.date(), **more}
        changed = self._message(content) | {"message_id": message_id}
        self.api.push("edited_message", changed)

    def presses(self, message: Message, label: str) -> str:
        """Press the button whose label holds `label`; the query's id."""
        found = [button for button in message.buttons if label in button["text"]]
        assert found, f"no button {label!r} in {[b['text'] for b in message.buttons]}"
        return self.presses_data(found[0]["callback_data"], message)

    def presses_data(self, data: str, message: Message | None = None) -> str:
        """Press a button with this data, on a real or a forged message."""
        query_id = f"{self.id}{next(_serial):08}"
        self.api.register_callback(query_id)
        with self.api.locked():
            self.api.rules.chats.setdefault(self.chat_id, self.chat)
            on = (
                self.api.rules.shown(message)
                if message
                else {"message_id": 1, "date": 0, "chat": self.chat}
            )
        query = {
            "id": query_id,
            "from": self.user,
            "message": on,
            "data": data,
            "chat_instance": str(self.chat_id),
        }
        self.api.push("callback_query", query)
        return query_id

    def toast(self, query_id: str) -> str:
        """What is shown over the chat for a pressed button, once it was answered."""

        def look() -> list[Any]:
            calls = self.api.named("answerCallbackQuery")
            return [c for c in calls if c.parameters["callback_query_id"] == query_id]

        return str(self.api.wait_for(look, "a toast")[0].parameters.get("text", ""))

    def looks_up(self, text: str) -> str:
        """Type `@bot text` in some chat; the query's id."""
        query_id = f"{self.id}{next(_serial):08}"
        self.api.register_callback(f"inline {query_id}")
        query = {"id": query_id, "from": self.user, "query": text, "offset": ""}
        self.api.push("inline_query", query)
        return query_id

    def finds(self, query_id: str, timeout: float = 20.0) -> list[dict[str, Any]]:
        """The results that answer the query."""

        def look() -> list[Any]:
            calls = self.api.named("answerInlineQuery")
            return [c for c in calls if c.parameters["inline_query_id"] == query_id]

        found: list[dict[str, Any]] = self.api.wait_for(look, "inline results", timeout)[
            0
        ].parameters["results"]
        return found

    def blocks(self) -> None:
        """Block the bot."""
        with self.api.locked():
            self.api.rules.blocked[self.chat_id] = "bot was blocked by the user"

    def seen(self) -> list[Message]:
        """Every message of the bot in this chat, oldest first."""
        with self.api.locked():
            return [
                message
                for (chat_id, _), message in self.api.rules.messages.items()
                if chat_id == self.chat_id and message.sender == BOT["id"]
            ]

    def hears(self, count: int = 1, timeout: float = 20.0) -> list[Message]:
        """The next `count` new messages of the bot."""
        wanted = self.read + count
        self.api.wait_for(
            lambda: len(self.seen()) >= wanted, f"message {wanted} to {self.id}", timeout
        )
        new = self.seen()[self.read : wanted]
        self.read = wanted
        return new

    def hear(self, timeout: float = 20.0) -> Message:
        """The next new message of the bot."""
        return self.hears(1, timeout)[0]

    def sees(self, find: Callable[[Message], bool], timeout: float = 20.0) -> Message:
        """The next new message of the bot that `find` accepts; those before it count as read."""

        def look() -> list[tuple[int, Message]]:
            new = list(enumerate(self.seen()))[self.read :]
            return [(at, message) for at, message in new if find(message)]

        at, message = self.api.wait_for(look, f"a message {self.id} looks for", timeout)[0]
        self.read = max(self.read, at + 1)
        return message

    def _message(self, content: dict[str, Any]) -> dict[str, Any]:
        with self.api.locked():
            rules = self.api.rules
            rules.chats.setdefault(self.chat_id, self.chat)
            message_id = rules.next_id()
            text = str(content.get("text", ""))
            rules.messages[self.chat_id, message_id] = Message(
                message_id, self.chat_id, self.id, text
            )
        return {
            "message_id": message_id,
            "date": self.api.date(),
            "chat": self.chat,
            "from": self.user,
        } | content


def _entities(text: str) -> list[dict[str, Any]]:
    """The commands and mentions Telegram finds in a text."""
    entities, offset = [], 0
    for word in re.split("[ \n]", text):
        kind = {"/": "bot_command", "@": "mention"}.get(word[:1])
        if kind and len(word) > 1:
            entities.append({"type": kind, "offset": offset, "length": utf16(word)})
        offset += utf16(word) + 1
    return entities
