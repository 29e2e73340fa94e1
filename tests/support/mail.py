"""A real mailbox on a real database, with a clock that tests can set forward."""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from bot.desk.messaging.mailbox import Mailbox
from bot.desk.messaging.unit_of_work import OutgoingCall, Priority, UnitOfWork
from bot.store.tables import Inbox, Outbox
from tests.support.databases import new_sqlite, rows_of

T = TypeVar("T")
ADMIN = 999


class Clock:
    """Runs from a fixed moment; `skip` sets it forward."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._skipped = timedelta()

    def __call__(self) -> datetime:
        passed = timedelta(seconds=time.monotonic() - self._start)
        return datetime(2026, 11, 23, 9, 0, tzinfo=UTC) + passed + self._skipped

    def skip(self, seconds: float) -> None:
        """Let so many seconds pass at once."""
        self._skipped += timedelta(seconds=seconds)


class Mail:
    """The mailbox of a test, and what stands in its boxes."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock()
        self.database = new_sqlite(folder / "mail.db")
        self.box = Mailbox(self.database, lambda: [ADMIN])
        self._posted = 0

    def work(self) -> UnitOfWork:
        """Nothing done yet."""
        return UnitOfWork(self.database)

    def post(
        self,
        chat_id: int,
        method: str = "sendMessage",
        priority: Priority = Priority.ANSWER,
        **payload: Any,
    ) -> None:
        """Put a call into the outbox."""
        work = self.work()
        self._posted += 1
        work.send(OutgoingCall(chat_id, method, payload, priority, f"test{self._posted}"))
        work.commit(self.clock())

    def outbox(self) -> list[Outbox]:
        """Every outgoing call, in order."""
        return rows_of(self.database, Outbox)

    def inbox(self) -> list[Inbox]:
        """Every incoming update, in order."""
        return rows_of(self.database, Inbox)

    def states(self) -> list[str]:
        """Where the outgoing calls stand."""
        return [row.state for row in self.outbox()]


async def until(find: Callable[[], T], timeout: float = 15.0) -> T:
    """The first truthy result of `find`."""
    async with asyncio.timeout(timeout):
        while True:
            found = await asyncio.to_thread(find)
            if found:
                return found
            await asyncio.sleep(0.02)
