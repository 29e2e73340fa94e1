"""Monitoring of the disk, the backups, the connection to Telegram and the answers."""

import logging
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from bot.desk.conversation.asking import Asking, IncomingMessage
from bot.desk.messaging.unit_of_work import UnitOfWork
from bot.desk.operations.backups import Backups
from bot.desk.operations.health import ConnectionFault
from bot.store import job_runs
from bot.store.database import Database
from bot.texts import Texts

_FREE = 0.10  # of the disk
_BACKUP_AGE = timedelta(hours=2)
_PATIENCE = timedelta(minutes=2)  # a fault of the line that mends itself is nobody's business
_CANARY = "canary"  # a channel of its own: nothing it says is ever kept
_log = logging.getLogger(__name__)

# (text for the admins, key that makes it unique, time)
NotifyAdmins = Callable[[str, str, datetime], object]


class _ThrowAwayError(Exception):
    """Ends the canary's transaction with nothing written."""


class Watchdog:
    """Looks once a minute; a fault is logged each time and reported to admins once an hour."""

    def __init__(
        self,
        folder: Path,
        backups: Backups,
        telegram_fault: ConnectionFault | None,
        notify: NotifyAdmins | None,
        texts: Texts,
    ) -> None:
        self._folder = folder
        self._backups = backups
        self._telegram_fault = telegram_fault  # None without Telegram
        self._notify = notify
        self._texts = texts
        self._since: datetime | None = None
        self._silent_since: datetime | None = None

    def look(self, at: datetime) -> list[str]:
        """What is wrong now, by name."""
        self._since = self._since or at
        looks = {"disk": self._disk(), "backup": self._backup(at), "polling": self._polling(at)}
        wrong = {name: text for name, text in looks.items() if text}
        for name, text in wrong.items():
            _log.error("watchdog: %s", name)
            if self._notify:
                self._notify(text, f"watchdog:{name}:{at:%Y%m%d%H}", at)
        return list(wrong)

    def _disk(self) -> str:
        there = next(path for path in (self._folder, *self._folder.parents) if path.exists())
        disk = shutil.disk_usage(there)
        free = disk.free / disk.total
        return self._texts("alert.disk", percent=int(free * 100)) if free < _FREE else ""

    def _backup(self, at: datetime) -> str:
        if not self._backups.possible:
            return ""
        newest = max(filter(None, (self._backups.newest(), self._since)))
        age = at - newest
        late = age > _BACKUP_AGE
        return self._texts("alert.backup", hours=age // timedelta(hours=1)) if late else ""

    def _polling(self, at: datetime) -> str:
        reason = self._telegram_fault(at) if self._telegram_fault else ""
        self._silent_since = (self._silent_since or at) if reason else None
        lasts = self._silent_since is not None and at - self._silent_since >= _PATIENCE
        return self._texts("alert.polling", reason=reason) if lasts else ""


class Canary:
    """One question, asked through everything a citizen's goes through, and then thrown away."""

    def __init__(
        self,
        question: str,
        asking: Asking,
        database: Database,
        notify: NotifyAdmins | None,
        texts: Texts,
    ) -> None:
        self._question = question
        self._asking = asking
        self._database = database
        self._notify = notify
        self._texts = texts

    def ask(self, at: datetime) -> str:
        """Ask, and notify the admins if the answer differs from the last one. The answer."""
        heard = self._heard(at)
        with self._database.write() as session:
            before = job_runs.heard(session, self._question, heard, at)
        if before is not None and before != heard:
            _log.warning("the canary hears another answer")
            if self._notify:
                words = {"question": self._question, "before": before, "after": heard}
                self._notify(self._texts("alert.canary", **words), f"canary:{at.isoformat()}", at)
        return heard

    def _heard(self, at: datetime) -> str:
        """Outcome and entry of the reply, after it was recorded and the record undone."""
        work = UnitOfWork(self._database)
        number = int(at.timestamp())
        said = IncomingMessage(_CANARY, number, number, number, self._question, at)
        answered = self._asking.ask(work, said)
        try:
            with self._database.write() as session:
                work.apply(session, f"{_CANARY}:{number}", at)
                raise _ThrowAwayError
        except _ThrowAwayError:
            self._asking.forget(said.visitor)
        reply = answered.reply
        return f"{reply.outcome}:{reply.entry or '-'}"
