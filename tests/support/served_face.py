"""The whole bot inside the test's process: built as always, its Telegram face in a thread."""

import asyncio
import threading
import time
import traceback
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any, Self, TypeVar
from unittest.mock import patch

from bot.app import build, system_clock
from bot.settings import Settings
from bot.telegram_ui.transport import pacing
from tests.support.databases import new_sqlite
from tests.support.fake_bot_api import TOKEN, FakeBotApi
from tests.support.small_knowledge import small_knowledge

ADMIN, OFFICER = 4242, 4250
ROOM = -1001313  # the staff room
_PER_SECOND = 50.0  # messages to one chat: that more than one waits has tests of its own
T = TypeVar("T")


class ServedFace:
    """Enter it to serve a small knowledge base through the fake Telegram."""

    def __init__(
        self, api: FakeBotApi, home: Path, *, per_second: float = _PER_SECOND, **settings: Any
    ) -> None:
        knowledge = settings.pop("knowledge_dir", None) or small_knowledge(home / "knowledge")
        values = {
            "telegram_bot_token": TOKEN,
            "telegram_api_base_url": api.base_url,
            "telegram_api_file_url": api.file_url,
            "database_url": f"sqlite:///{home / 'bot.db'}",
            "index_dir": home / "index",
            "backup_dir": home / "backups",
            "knowledge_dir": knowledge,
            "admin_ids": str(ADMIN),
            "staff_ids": str(OFFICER),
        }
        new_sqlite(home / "bot.db").close()
        loaded = Settings.load(_env_file=None, **values | settings)
        self.app = build(loaded, settings.get("clock") or system_clock(loaded))
        self.api = api
        self._died = ""
        self._stop = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._hurry = patch.object(pacing, "PER_SECOND", per_second)

    def passes(self, **time: float) -> None:
        """Let the schedule do what is due so long after noon.

        It is the last noon an hour and more ago: what is queued then is due by now.
        """
        now = self.app.clock()
        noon = now.replace(hour=12, minute=0, second=0, microsecond=0)
        if noon > now - timedelta(hours=1):
            noon -= timedelta(days=1)
        self.app.schedule.run_due(noon + timedelta(**time))

    def until(self, find: Callable[[], T]) -> T:
        """The first truthy result of `find`, for what shows in the database only."""
        for _ in range(2_000):
            if found := find():
                return found
            assert not self._died, self._died
            time.sleep(0.01)
        raise AssertionError("it never happened")

    def __enter__(self) -> Self:
        self.app.desk.editions.reload(self.app.clock())
        self._hurry.start()
        self.api.obituary = lambda: self._died
        polls = self.api.polls
        self._thread.start()
        try:
            self.api.wait_for(lambda: self.api.polls > polls, "the first poll")
        except AssertionError:
            self._end()
            raise
        return self

    def __exit__(self, kind: object, *exception: object) -> None:
        self._end()
        if not kind:
            assert not self._thread.is_alive(), "the bot does not stop"
            assert not self._died, self._died

    def _end(self) -> None:
        if self._loop and not self._died:
            self._loop.call_soon_threadsafe(self._stop.set)
            self._thread.join(20)
        self._hurry.stop()
        self.api.obituary = str
        self.app.database.close()

    def _serve(self) -> None:
        try:
            asyncio.run(self._run())
            assert self._stop.is_set(), "it ended by itself"
        except BaseException:
            with self.api.locked():  # whoever waits for it need not wait any longer
                self._died = f"the bot died: {traceback.format_exc()}"

    async def _run(self) -> None:
        assert self.app.telegram
        self._loop = asyncio.get_running_loop()
        await self.app.telegram.run(self._stop)
