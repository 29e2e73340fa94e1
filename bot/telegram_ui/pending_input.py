"""What a chat's next message is for, where somebody was asked to write something."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.desk.chat_memory import ChatMemory
from bot.telegram_ui.exchange import Exchange

_WAITS = timedelta(minutes=30)  # then the next message is an ordinary one again


class PendingInput:
    """One purpose for each chat; asking for something else, and any command, ends it."""

    def __init__(self, memory: ChatMemory) -> None:
        self._memory = memory

    def ask(self, exchange: Exchange, purpose: str, **noted: Any) -> None:
        """The next message is for this; `noted` (JSON, or what was `awaited`) comes with it."""
        what = {**noted, "for": purpose, "at": exchange.at.isoformat()}
        self._memory.expect(exchange.work, exchange.visitor, what, exchange.at)

    def end(self, exchange: Exchange) -> None:
        """The next message is an ordinary one."""
        self._memory.expect(exchange.work, exchange.visitor, None, exchange.at)

    @staticmethod
    def noted(exchange: Exchange, purpose: str) -> Mapping[str, Any] | None:
        """What was noted for this purpose, however long ago: for a button, which is pressed on
        purpose. None for another purpose, or for none."""
        noted = exchange.chat.expecting
        return noted if noted and noted.get("for") == purpose else None

    def awaited(self, exchange: Exchange, purpose: str) -> Mapping[str, Any] | None:
        """The same for a message, which counts as what was asked for half an hour long.

        One that was changed is it only where the noted `message` is the same one.
        """
        noted, edited = self.noted(exchange, purpose), exchange.update.edited_message
        if noted is None or (edited and edited.message_id != noted.get("message")):
            return None
        fresh = exchange.at - datetime.fromisoformat(noted["at"]) <= _WAITS
        return noted if fresh else None
