"""The library's bot: what parses updates and makes calls."""

import os
from dataclasses import dataclass, field
from typing import Any

from telegram import Bot
from telegram.request import HTTPXRequest

os.environ["PTB_TIMEDELTA"] = "1"  # spans of time as the library's next version gives them


@dataclass(frozen=True, slots=True)
class ApiAccess:
    """How to reach the Bot API; the addresses are set only for a server of one's own."""

    token: str = field(repr=False)  # it must not get into logs
    base_url: str | None = None
    base_file_url: str | None = None


class _RawBot(Bot):
    """Is called through the raw entrance on purpose, and so without the library's warning.

    A filter of warnings would not do: they belong to the process, and whoever else changes them
    for a moment can turn a call into an error.
    """

    @classmethod
    def _warn(cls, message: object, category: type[Warning] = Warning, stacklevel: int = 0) -> None:
        pass


def make_bot(access: ApiAccess) -> Bot:
    """A bot that neither polls, nor schedules, nor limits, nor remembers by itself."""
    addresses: dict[str, Any] = {"base_url": access.base_url, "base_file_url": access.base_file_url}
    return _RawBot(
        access.token,
        request=HTTPXRequest(connection_pool_size=16, pool_timeout=10.0),
        get_updates_request=HTTPXRequest(connection_pool_size=2),
        **{name: address for name, address in addresses.items() if address},
    )
