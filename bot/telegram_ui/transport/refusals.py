"""What an unsuccessful call to the Bot API means for the message that was to be sent."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)


class Fate(Enum):
    """What becomes of the message."""

    WAIT = auto()  # flood control: the chat rests
    MOVED = auto()  # the group has a new id
    BLOCKED = auto()  # nobody can be reached there
    DONE = auto()  # it already is as it should be
    STALE = auto()  # it no longer matters
    PLAIN = auto()  # its markup is wrong: once more as plain text
    UNBOUND = auto()  # what it replies to is gone: once more without
    REFUSED = auto()  # never
    UNSENT = auto()  # it surely did not arrive
    DOUBTFUL = auto()  # it may have arrived
    NO_TOKEN = auto()  # the token is not valid any more


@dataclass(frozen=True, slots=True)
class Refusal:
    """A fate with its details: seconds to wait, the new chat id, Telegram's own words."""

    fate: Fate
    reason: str = ""
    seconds: float = 0.0
    new_chat_id: int = 0


_SURELY_UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_BY_WORDS = (
    ("message is not modified", Fate.DONE),
    ("query is too old", Fate.STALE),
    ("query id is invalid", Fate.STALE),
    ("message to edit not found", Fate.STALE),
    ("message can't be edited", Fate.STALE),
    ("can't parse entities", Fate.PLAIN),
    ("message to be replied not found", Fate.UNBOUND),
    ("message thread not found", Fate.UNBOUND),
    ("chat not found", Fate.BLOCKED),
    ("peer_id_invalid", Fate.BLOCKED),
    ("user is deactivated", Fate.BLOCKED),
    ("group chat was deactivated", Fate.BLOCKED),
    ("chat_write_forbidden", Fate.BLOCKED),
    ("not enough rights to send", Fate.BLOCKED),
)


def refusal_of(error: TelegramError) -> Refusal:
    """The meaning of an error of the library; unknown refusals are final."""
    cause = error.__cause__
    reason = type(cause).__name__ if cause else error.message
    match error:
        case RetryAfter():
            pause = error.retry_after
            seconds = pause.total_seconds() if isinstance(pause, timedelta) else float(pause)
            return Refusal(Fate.WAIT, reason, seconds=seconds)
        case ChatMigrated():
            return Refusal(Fate.MOVED, reason, new_chat_id=error.new_chat_id)
    return Refusal(_fate_by_kind(error), reason)


def _fate_by_kind(error: TelegramError) -> Fate:
    match error:
        case Forbidden():
            return Fate.BLOCKED
        case InvalidToken() | EndPointNotFound():
            return Fate.NO_TOKEN
        case BadRequest():
            return _fate_of(error.message)
        case NetworkError():
            return _network_fate(error)
        case TelegramError(message="Invalid server response"):
            return Fate.DOUBTFUL  # something between us and Telegram answered for it
    return Fate.REFUSED


def _fate_of(description: str) -> Fate:
    words = description.lower()
    return next((fate for sign, fate in _BY_WORDS if sign in words), Fate.REFUSED)


def _network_fate(error: NetworkError) -> Fate:
    """Without a fault of the line below it, the server itself answered that it failed."""
    cause = error.__cause__
    if cause is None or isinstance(cause, _SURELY_UNSENT):
        return Fate.UNSENT
    return Fate.DOUBTFUL
