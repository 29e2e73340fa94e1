"""The program as a process, facing the fake Telegram."""

import os
import sys
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Self

from bot.telegram_ui.transport import pacing
from tests.support import program
from tests.support.fake_bot_api import TOKEN, FakeBotApi
from tests.support.small_knowledge import small_knowledge

ADMIN, SECOND_ADMIN = 4242, 4243
CLERK, SECOND_CLERK = 4300, 4301


def _hurry() -> None:
    pacing.PER_SECOND = 50.0


class RunningBot:
    """`run_bot.py` with a home of its own; enter it to start, `kill` and `start` at will."""

    def __init__(self, api: FakeBotApi, home: Path, **settings: str) -> None:
        self.api = api
        self._before: Callable[[], None] | None = None
        self.knowledge = small_knowledge(home / "knowledge")
        self.database = home / "bot.db"
        self._log = home / "bot.log"
        self._settings = {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_BASE_URL": api.base_url,
            "TELEGRAM_API_FILE_URL": api.file_url,
            "DATABASE_URL": f"sqlite:///{self.database}",
            "KNOWLEDGE_DIR": str(self.knowledge),
            "ADMIN_IDS": f"{ADMIN}, {SECOND_ADMIN}",
            "STAFF_IDS": f"{CLERK}, {SECOND_CLERK}",
            "WEB_PORT": "0",
        } | settings
        self._process: BaseProcess | None = None
        self._ending = False  # because it was told to

    def hurried(self) -> Self:
        """The same, writing faster to one chat than Telegram likes: that has tests of its own."""
        self._before = _hurry
        return self

    def __enter__(self) -> Self:
        try:
            self.start()
        except AssertionError:
            self._end()
            raise
        return self

    def __exit__(self, kind: object, *exception: object) -> None:
        self._end()
        if kind:
            sys.stderr.write(self.log()[-4000:])

    def _end(self) -> None:
        self.api.obituary = str
        if self._process and not self.ended():
            self.kill()

    def start(self, *, wait: bool = True) -> None:
        """Start it; returns when it polls, unless told not to wait."""
        polls = self.api.connections
        self._process = program.start(
            self._log.parent, self._settings, self._log, before=self._before
        )
        self._ending = False
        self.api.obituary = self._obituary
        if wait:
            self.api.wait_for(lambda: self.api.connections > polls, "connection", 120)

    def _obituary(self) -> str:
        return "" if self._ending or not self.ended() else f"the bot died: {self.log()[-4000:]}"

    def ended(self) -> bool:
        """Whether it ended by itself."""
        return self._process is not None and not self._process.is_alive()

    def kill(self) -> None:
        """SIGKILL: no last words."""
        assert self._process
        self._ending = True
        self._process.kill()
        self.outcome()

    def terminate(self) -> None:
        """SIGTERM, without waiting for the end."""
        assert self._process
        self._ending = True
        self._process.terminate()

    def stop(self) -> int:
        """SIGTERM; the exit status."""
        self.terminate()
        return self.outcome()

    def outcome(self, timeout: float = 120) -> int:
        """Wait for it to end by itself; the exit status."""
        assert self._process
        return program.status(self._process, timeout)

    def cpu_seconds(self) -> float:
        """What it has used of the processors so far, from the system's own account."""
        assert self._process
        account = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(account[11]) + int(account[12])) / os.sysconf("SC_CLK_TCK")

    def log(self) -> str:
        """Everything it wrote to the terminal."""
        return self._log.read_text("utf-8", "replace")
