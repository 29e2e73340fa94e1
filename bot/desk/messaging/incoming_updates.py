"""Reading what is needed of a raw update before it is parsed; its form may be unknown."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bot.store.tables import InboxState

_MESSAGES = ("message", "edited_message")
_WAITS_AT_TELEGRAM = 24 * 3600  # seconds
_CALLS_US = {"mention", "text_mention", "bot_command"}


@dataclass(frozen=True, slots=True)
class IncomingUpdate:
    """An update as it arrived. Without an `update_id` it is none, and nobody can handle it."""

    raw: str  # JSON
    sent_at: datetime  # by Telegram's clock, as far as it says
    update_id: int | None = None
    chat_id: int | None = None  # the chat whose order it belongs to
    message_id: int | None = None
    user_id: int | None = None  # whose limits it counts against; negative for inline queries
    query_id: str = ""  # of a pressed button
    private: bool = False

    def row(self, at: datetime, turn: datetime | None) -> dict[str, Any]:
        """Its row in the inbox, to be handled at its `turn`; without one it keeps no words."""
        known, throttled = self.update_id is not None, turn is None
        state = InboxState.NEW if known else InboxState.DEAD
        return {
            "update_id": self.update_id,
            "chat_id": self.chat_id,
            "message_id": self.message_id,
            "user_id": self.user_id,
            "sent_at": self.sent_at,
            "raw": None if throttled else self.raw,
            "state": InboxState.THROTTLED if throttled else state,
            "next_at": max(at, turn or at),
            "received_at": at,
            "done_at": at if throttled or not known else None,
        }


def read_update(update: object, at: datetime) -> IncomingUpdate:
    """Whatever can be read of an update that arrived at `at`; never fails."""
    raw = _as_json(update)
    if not isinstance(update, dict) or not is_id(update.get("update_id")):
        return IncomingUpdate(raw, at)
    kind, event = next(((k, v) for k, v in update.items() if isinstance(v, dict)), ("", {}))
    message = _part(event, "message") or event
    chat = _part(message, "chat") or _part(event, "from") or _part(event, "user")
    query = event.get("id") if kind == "callback_query" else None
    return IncomingUpdate(
        raw=raw,
        sent_at=_sent_at(event, at),
        update_id=update["update_id"],
        chat_id=_id(chat.get("id")),
        message_id=_id(message.get("message_id")),
        user_id=_counted(kind, event),
        query_id=query if isinstance(query, str) else "",
        private=chat.get("type") == "private",
    )


def is_id(value: object) -> bool:
    """Whether it is a number that fits into 64 bits."""
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63


def _counted(kind: str, event: Mapping[str, Any]) -> int | None:
    """What somebody types into another chat comes letter by letter and is counted apart."""
    user = _id(_part(event, "from").get("id"))
    if kind == "inline_query" and user is not None:
        return -user
    return user if _counts(kind, event) else None


def _counts(kind: str, event: Mapping[str, Any]) -> bool:
    """Whether it asks something of the bot. What people say to each other in a group does not."""
    if kind not in _MESSAGES:
        return kind == "callback_query"
    if _part(event, "chat").get("type") == "private":
        return True
    entities = event.get("entities") or event.get("caption_entities")
    entities = entities if isinstance(entities, list) else []
    called = any(isinstance(one, dict) and one.get("type") in _CALLS_US for one in entities)
    replied_to = _part(_part(event, "reply_to_message"), "from")
    return called or replied_to.get("is_bot") is True


def _sent_at(event: Mapping[str, Any], at: datetime) -> datetime:
    """When it was written: what waited at Telegram, for a day at most, came not all at once."""
    seconds = event.get("edit_date") or event.get("date")
    if not isinstance(seconds, int) or not 0 < at.timestamp() - seconds < _WAITS_AT_TELEGRAM:
        return at
    return datetime.fromtimestamp(seconds, UTC)


def _as_json(update: object) -> str:
    try:
        return json.dumps(update, ensure_ascii=True, default=repr)
    except (RecursionError, ValueError):  # nested deeper than anything of Telegram's
        return json.dumps(repr(type(update)))


def _part(event: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = event.get(name)
    return part if isinstance(part, dict) else {}


def _id(value: object) -> int | None:
    return value if isinstance(value, int) and is_id(value) else None
