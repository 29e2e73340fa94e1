"""Every way a call can fail has one meaning."""

from datetime import timedelta

import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.telegram_ui.transport.refusals import Fate, refusal_of


def caused(error: NetworkError, cause: Exception) -> NetworkError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "fate"),
    [
        (ChatMigrated(-100), Fate.MOVED),
        (Forbidden("Forbidden: bot was blocked by the user"), Fate.BLOCKED),
        (BadRequest("Bad Request: chat not found"), Fate.BLOCKED),
        (BadRequest("Bad Request: message is not modified: specified new"), Fate.DONE),
        (BadRequest("Bad Request: query is too old and response timeout expired"), Fate.STALE),
        (BadRequest("Bad Request: message to edit not found"), Fate.STALE),
        (BadRequest("Bad Request: can't parse entities: unclosed"), Fate.PLAIN),
        (BadRequest("Bad Request: message to be replied not found"), Fate.UNBOUND),
        (BadRequest("Bad Request: something new"), Fate.REFUSED),
        (Conflict("Conflict: x"), Fate.REFUSED),
        (InvalidToken("x"), Fate.NO_TOKEN),
        (EndPointNotFound("x"), Fate.NO_TOKEN),
        (NetworkError("Internal Server Error (500)"), Fate.UNSENT),
        (caused(NetworkError("x"), httpx.ConnectError("x")), Fate.UNSENT),
        (caused(TimedOut(), httpx.ConnectTimeout("x")), Fate.UNSENT),
        (caused(TimedOut(), httpx.PoolTimeout("x")), Fate.UNSENT),
        (caused(TimedOut(), httpx.ReadTimeout("x")), Fate.DOUBTFUL),
        (caused(NetworkError("x"), httpx.ReadError("x")), Fate.DOUBTFUL),
        (caused(NetworkError("x"), httpx.RemoteProtocolError("x")), Fate.DOUBTFUL),
    ],
)
def test_the_fate_of_a_message(error: TelegramError, fate: Fate) -> None:
    """By the kind of error, its words, and what went wrong on the line below it."""
    assert fate is refusal_of(error).fate


def test_details_are_kept() -> None:
    """How long to wait, in whichever form the library gives it, and where a group went."""
    assert Fate.WAIT is refusal_of(RetryAfter(3)).fate
    assert 3.0 == refusal_of(RetryAfter(3)).seconds
    assert 3.0 == refusal_of(RetryAfter(timedelta(seconds=3))).seconds
    assert -100 == refusal_of(ChatMigrated(-100)).new_chat_id
