"""Who is chatting on the page: a cookie, and the turns to draw again."""

import secrets
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b

from bot.dialogue.replies import Reply

MAX_VISITORS = 500
MAX_TURNS = 30


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange on the page; `said` is empty where the bot speaks first."""

    said: str
    reply: Reply
    question_key: str = ""  # empty when there is nothing to rate
    thanks: str = ""  # the line that acknowledges a rating


@dataclass(slots=True)
class Visitor:
    """A browser, known by the token in its cookie."""

    token: str
    turns: list[Turn] = field(default_factory=list)
    last_message: int = 0

    @property
    def chat_id(self) -> int:
        """A 62-bit number that stands for this browser in the store."""
        return int.from_bytes(blake2b(self.token.encode(), digest_size=8).digest()) >> 2

    def next_message(self, at: datetime) -> int:
        """A message number that also differs after a restart."""
        self.last_message = max(self.last_message + 1, int(at.timestamp() * 1000))
        return self.last_message

    def add(self, turn: Turn) -> None:
        """Remember a turn and forget the oldest beyond the limit."""
        self.turns = [*self.turns, turn][-MAX_TURNS:]


class Visitors:
    """The most recent visitors; what is drawn here is a convenience, the store has the record."""

    def __init__(self) -> None:
        self._visitors: OrderedDict[str, Visitor] = OrderedDict()

    def of(self, token: str | None) -> Visitor:
        """The visitor with this token; an unknown or missing token begins a new one."""
        known = self._visitors.get(token) if token else None
        visitor = known or Visitor(token if _plausible(token) else secrets.token_urlsafe(16))
        self._visitors[visitor.token] = visitor
        self._visitors.move_to_end(visitor.token)
        while len(self._visitors) > MAX_VISITORS:
            self._visitors.popitem(last=False)
        return visitor

    def forget(self, visitor: Visitor) -> None:
        """Begin the page anew for this browser."""
        self._visitors.pop(visitor.token, None)


def _plausible(token: str | None) -> bool:
    return bool(token) and len(token or "") == 22 and (token or "").isascii()
