"""The line to Telegram: the library's application, without anything that keeps state in memory."""

import warnings
from dataclasses import dataclass
from typing import Any

from telegram.ext import Application
from telegram.request import HTTPXRequest
from telegram.warnings import PTBDeprecationWarning, PTBUserWarning

App = Application[Any, Any, Any, Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """How to reach the Bot API; the addresses are set only for a server of one's own."""

    token: str
    base_url: str | None = None
    base_file_url: str | None = None

    def __repr__(self) -> str:
        return "Line(token=…)"  # the token must not get into logs


def application(line: Line) -> App:
    """An application that neither polls, nor schedules, nor limits, nor remembers by itself."""
    builder: Any = Application.builder().token(line.token).updater(None).job_queue(None)
    builder = builder.request(HTTPXRequest(connection_pool_size=16, pool_timeout=10.0))
    builder = builder.get_updates_request(HTTPXRequest(connection_pool_size=2))
    if line.base_url:
        builder = builder.base_url(line.base_url)
    if line.base_file_url:
        builder = builder.base_file_url(line.base_file_url)
    app: App = builder.build()
    return app


def quieten_library() -> None:
    """Calls go through the raw entrance on purpose."""
    warnings.filterwarnings("ignore", "Please use 'Bot", PTBUserWarning)
    warnings.filterwarnings("ignore", category=PTBDeprecationWarning)
