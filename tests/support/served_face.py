"""The whole bot inside the test's process: built as always, its Telegram face in a thread."""

import asyncio
import threading
from datetime import timedelta
from pathlib import Path
from typing import Any, Self
from unittest.mock import patch

import pytest

from bot.app import build, system_clock
from bot.settings import Settings
from bot.telegram_ui import pacing
from tests.support.databases import new_sqlite
from tests.support.fake_bot_api import TOKEN, FakeBotApi
from tests.support.small_knowledge import small_knowledge

ADMIN, OFFICER = 4242, 4250
ROOM = -1001313  # the staff room
_PER_SECOND = 50.0  # messages to one chat: that more than one waits has tests of its own
# A bot that outlives one test outlives the filters it sets for itself as well.
LIBRARY_WARNINGS = [
    pytest.mark.filterwarnings("ignore::telegram.warnings.PTBUserWarning"),
    pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning"),
]


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
        self._stop = asyncio.Event()
        self._loop = asyncio.new_event_loop()
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

    def __enter__(self) -> Self:
        self.app.desk.editions.reload(self.app.clock())
        self._hurry.start()
        polls = self.api.polls
        self._thread.start()
        self.api.wait_for(lambda: self.api.polls > polls, "the first poll")
        return self

    def __exit__(self, *exception: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(20)
        self._hurry.stop()
        self.app.database.close()

    def _serve(self) -> None:
        assert self.app.telegram
        self._loop.run_until_complete(self.app.telegram.run(self._stop))
        self._loop.close()
