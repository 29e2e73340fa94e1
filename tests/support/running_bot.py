"""The program as a process, facing the fake Telegram."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Self

from tests.support.fake_bot_api import TOKEN, FakeBotApi
from tests.support.small_knowledge import small_knowledge

ROOT = Path(__file__).parents[2]
# That a chat gets no more than one message a second has tests of its own; a conversation need
# not wait for it.
_HURRIED = """
import runpy
from bot.telegram_ui import pacing
pacing.PER_SECOND = 50.0
runpy.run_path("run_bot.py", run_name="__main__")
"""
ADMIN, SECOND_ADMIN = 4242, 4243
CLERK, SECOND_CLERK = 4300, 4301


class RunningBot:
    """`python run_bot.py` with a home of its own; enter it to start, `kill` and `start` at will."""

    def __init__(self, api: FakeBotApi, home: Path, **settings: str) -> None:
        self.api = api
        self._command = [str(ROOT / "run_bot.py")]
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
            "PYTHONPATH": str(ROOT),
        } | settings
        self._process: subprocess.Popen[bytes] | None = None
        self._ending = False  # because it was told to

    def hurried(self) -> Self:
        """The same, writing faster to one chat than Telegram likes."""
        self._command = ["-c", _HURRIED.replace("run_bot.py", self._command[0])]
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
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, *self._command],
                cwd=self._log.parent,
                env=kept | self._settings,
                stdout=log,
                stderr=log,
            )
        self._ending = False
        self.api.obituary = self._obituary
        if wait:
            self.api.wait_for(lambda: self.api.connections > polls, "connection", 120)

    def _obituary(self) -> str:
        return "" if self._ending or not self.ended() else f"the bot died: {self.log()[-4000:]}"

    def ended(self) -> bool:
        """Whether it ended by itself."""
        return self._process is not None and self._process.poll() is not None

    def kill(self) -> None:
        """SIGKILL: no last words."""
        assert self._process
        self._ending = True
        self._process.send_signal(signal.SIGKILL)
        self._process.wait(10)

    def terminate(self) -> None:
        """SIGTERM, without waiting for the end."""
        assert self._process
        self._ending = True
        self._process.send_signal(signal.SIGTERM)

    def stop(self) -> int:
        """SIGTERM; the exit status, which must be there within ten seconds and a little."""
        self.terminate()
        assert self._process
        return self._process.wait(12)

    def outcome(self, timeout: float = 120) -> int:
        """Wait for it to end by itself; the exit status."""
        assert self._process
        return self._process.wait(timeout)

    def cpu_seconds(self) -> float:
        """What it has used of the processors so far, from the system's own account."""
        assert self._process
        account = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(account[11]) + int(account[12])) / os.sysconf("SC_CLK_TCK")

    def log(self) -> str:
        """Everything it wrote to the terminal."""
        return self._log.read_text("utf-8", "replace")
