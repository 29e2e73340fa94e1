"""The whole bot in a thread of the test, facing the fake Telegram: starts in a moment."""

import asyncio
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest
from sqlalchemy import func
from sqlmodel import select

from bot.app import build
from bot.settings import Settings
from bot.store.tables import Inbox, Outbox, Review
from tests.support.databases import new_sqlite
from tests.support.fake_bot_api import TOKEN, FakeBotApi
from tests.support.small_knowledge import small_knowledge

ADMIN = 4242
# A bot that outlives one test outlives the filters it sets for itself as well.
LIBRARY_WARNINGS = [
    pytest.mark.filterwarnings("ignore::telegram.warnings.PTBUserWarning"),
    pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning"),
]


class WholeBot:
    """Enter it to start; what it is made of is in `app`."""

    def __init__(self, api: FakeBotApi, home: Path) -> None:
        self.api = api
        small_knowledge(home / "knowledge")
        new_sqlite(home / "bot.db").close()
        self.app = build(
            Settings.load(
                _env_file=None,
                telegram_bot_token=TOKEN,
                telegram_api_base_url=api.base_url,
                database_url=f"sqlite:///{home / 'bot.db'}",
                knowledge_dir=home / "knowledge",
                index_dir=home / "index",
                admin_ids=str(ADMIN),
            )
        )
        self.app.editions.reload(self.app.clock())
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        polls = self.api.polls
        self._thread.start()
        self.api.wait_for(lambda: self.api.polls > polls, "the first poll")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(15)
        self.app.database.close()

    def _run(self) -> None:
        telegram = self.app.telegram
        assert telegram
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(telegram.run(self._stop))
        self._loop.run_until_complete(self._loop.shutdown_default_executor())
        self._loop.close()

    def until(self, find: Callable[[], bool]) -> None:
        """Wait for something that shows in the database only."""
        for _ in range(400):
            if find():
                return
            time.sleep(0.05)
        raise AssertionError("it never happened")

    def fault(self) -> str:
        """Why updates may not be coming in."""
        assert self.app.telegram
        return self.app.telegram.fault(self.app.clock())

    def inbox(self, state: str) -> int:
        """How many updates are in this state."""
        with self.app.database.read() as session:
            query = select(func.count()).select_from(Inbox).where(Inbox.state == state)
            return session.exec(query).one()

    def outbox(self, state: str) -> int:
        """How many calls are in this state."""
        with self.app.database.read() as session:
            query = select(func.count()).select_from(Outbox).where(Outbox.state == state)
            return session.exec(query).one()

    def reviews(self) -> list[Review]:
        """The questions that wait for a person."""
        with self.app.database.read() as session:
            return list(session.exec(select(Review)).all())
