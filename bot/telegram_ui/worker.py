"""From the inbox to the handlers and back: one transaction closes an update with its effects."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any

from telegram import Update

from bot.desk.mailbox import ClaimedUpdate, Mailbox
from bot.desk.unit_of_work import UnitOfWork
from bot.telegram_ui.application import App
from bot.telegram_ui.exchange import CURRENT, Handling
from bot.telegram_ui.wakeup import Wakeup, wait_for, wait_for_either

_AT_ONCE = 3
_GLANCE = 1.0  # seconds between looks for updates that are due again
_log = logging.getLogger(__name__)


class Worker:
    """Handles a few updates at a time, never two of one chat."""

    def __init__(
        self,
        *,
        app: App,
        mailbox: Mailbox,
        new_work: Callable[[], UnitOfWork],
        clock: Callable[[], datetime],
        inbox_wakeup: Wakeup,
        outbox_wakeup: Wakeup,
    ) -> None:
        self._app = app
        self._mailbox = mailbox
        self._new_work = new_work
        self._clock = clock
        self._inbox = inbox_wakeup
        self._outbox = outbox_wakeup
        self._under_way: set[asyncio.Task[None]] = set()

    async def run(self, stop: asyncio.Event) -> None:
        """Handle updates until told to stop; those in hand are finished."""
        try:
            while not stop.is_set():
                woken = self._inbox.next()
                try:
                    await self._begin_due()
                except Exception as error:  # the database: nothing was claimed
                    _log.warning("the inbox cannot be used: %s", type(error).__name__)
                    await wait_for(stop, _GLANCE)
                    continue
                await wait_for_either(stop, woken, _GLANCE)
            if self._under_way:
                await asyncio.wait(self._under_way)
        finally:
            for task in self._under_way:
                task.cancel()

    async def _begin_due(self) -> None:
        """Begin with as many updates as there is room for."""
        room = _AT_ONCE - len(self._under_way)
        if room <= 0:
            return
        for update in await asyncio.to_thread(self._mailbox.next_updates, self._clock(), room):
            task = asyncio.get_running_loop().create_task(self.handle(update))
            self._under_way.add(task)
            task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        self._inbox.wake()
        if not task.cancelled() and task.exception():  # its claim runs out and it is tried again
            _log.error("an update was left: %s", type(task.exception()).__name__)

    async def handle(self, update: ClaimedUpdate) -> None:
        """Everything one update causes: done, to be tried again, or dead."""
        try:
            parsed = Update.de_json(update.update, self._app.bot)
        except Exception as error:  # whatever the library makes of it
            await self._report(self._mailbox.reject, update, error)
            return
        handling = Handling(self._new_work(), self._clock())
        token = CURRENT.set(handling)
        try:
            await self._app.process_update(parsed)
        finally:
            CURRENT.reset(token)
        if handling.error:
            await self._report(self._mailbox.fail, update, handling.error)
        else:
            await self._finish(update, handling.work)

    async def _finish(self, update: ClaimedUpdate, work: UnitOfWork) -> None:
        wake = self._outbox.waker()
        try:
            await asyncio.to_thread(self._mailbox.finish, update, work, self._clock(), wake)
        except Exception as error:
            await self._report(self._mailbox.fail, update, error)

    async def _report(
        self, method: Callable[..., Any], update: ClaimedUpdate, error: BaseException
    ) -> None:
        name = type(error).__name__
        _log.error("update failed", extra={"row": update.id, "error": name})
        await asyncio.to_thread(method, update, name, self._clock())
        self._outbox.wake()
