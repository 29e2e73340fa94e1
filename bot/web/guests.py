"""Who is chatting on the page: a cookie, and the turns to draw again."""

import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b

from starlette.requests import Request

from bot.desk.messaging.chat_memory import Visitor
from bot.dialogue.replies import Reply

CHANNEL = "web"
COOKIE = "guest"
MAX_GUESTS = 500
MAX_TURNS = 30


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange on the page; `said` is empty where the bot speaks first."""

    said: str
    reply: Reply
    question_key: str = ""  # empty when there is nothing to rate
    thanks: str = ""  # the line that acknowledges a rating


@dataclass(slots=True)
class Guest:
    """A browser, known by the token in its cookie."""

    token: str
    turns: list[Turn] = field(default_factory=list)
    last_message: int = 0

    @property
    def visitor(self) -> Visitor:
        """How the desk knows this browser: by a 62-bit number made from the token."""
        chat = int.from_bytes(blake2b(self.token.encode(), digest_size=8).digest()) >> 2
        return Visitor(CHANNEL, chat, chat)

    def next_message(self, at: datetime) -> int:
        """A message number that also differs after a restart."""
        self.last_message = max(self.last_message + 1, int(at.timestamp() * 1000))
        return self.last_message

    def add(self, turn: Turn) -> None:
        """Remember a turn and forget the oldest beyond the limit."""
        self.turns = [*self.turns, turn][-MAX_TURNS:]


class Guests:
    """The most recent guests; what is drawn here is a convenience, the store has the record.

    Thread-safe.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._guests: OrderedDict[str, Guest] = OrderedDict()

    def of(self, request: Request) -> Guest:
        """The guest of a browser, by its cookie; an unknown or missing one begins anew."""
        token = request.cookies.get(COOKIE)
        name = token if token and _plausible(token) else secrets.token_urlsafe(16)
        with self._lock:
            guest = self._guests.pop(name, None) or Guest(name)
            self._guests[name] = guest
            if len(self._guests) > MAX_GUESTS:
                self._guests.popitem(last=False)
        return guest

    def forget(self, guest: Guest) -> None:
        """Begin the page anew for this browser."""
        with self._lock:
            self._guests.pop(guest.token, None)


def _plausible(token: str) -> bool:
    return len(token) == 22 and token.isascii()
