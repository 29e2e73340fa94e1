"""From the inbox to the handlers and back: one transaction closes an update with its effects."""

import asyncio
import logging
import traceback
from collections.abc import Callable
from datetime import datetime
from typing import Any

from telegram import Bot, Update

from bot.desk.messaging.mailbox import ClaimedUpdate, Mailbox
from bot.desk.messaging.unit_of_work import UnitOfWork
from bot.telegram_ui.exchange import Handling
from bot.telegram_ui.wakeup import Wakeup, wait_for

_AT_ONCE = 3
_GLANCE = 1.0  # seconds between looks for updates that are due again
_log = logging.getLogger(__name__)


class Worker:
    """Handles a few updates at a time, each in one thread, and never two of one chat."""

    def __init__(
        self,
        *,
        bot: Bot,
        handle: Callable[[Update, Handling], None],
        mailbox: Mailbox,
        new_work: Callable[[], UnitOfWork],
        clock: Callable[[], datetime],
        inbox_wakeup: Wakeup,
        outbox_wakeup: Wakeup,
    ) -> None:
        self._bot = bot
        self._handle = handle
        self._mailbox = mailbox
        self._new_work = new_work
        self._clock = clock
        self._inbox = inbox_wakeup
        self._outbox = outbox_wakeup
        self._under_way: set[asyncio.Task[None]] = set()
        self._full = False  # there may be more than there was room for

    async def run(self, stop: asyncio.Event) -> None:
        """Handle updates until told to stop; those in hand are finished."""
        try:
            async with self._inbox.woken_by(stop):
                while not stop.is_set():
                    woken = self._inbox.next()
                    await self._begin_due()
                    await wait_for(woken, _GLANCE)
            if self._under_way:
                await asyncio.wait(self._under_way)
        finally:
            for task in self._under_way:
                task.cancel()

    async def _begin_due(self) -> None:
        """Begin with as many updates as there is room for."""
        room = _AT_ONCE - len(self._under_way)
        self._full = room <= 0
        if self._full:
            return
        try:
            due = await asyncio.to_thread(self._mailbox.next_updates, self._clock(), room)
        except Exception as error:  # the database: nothing was claimed
            _log.warning("the inbox cannot be used: %s", type(error).__name__)
            return
        self._full = len(due) == room
        for update in due:
            task = asyncio.create_task(self.handle(update))
            self._under_way.add(task)
            task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        if self._full:
            self._inbox.wake()
        if not task.cancelled() and task.exception():  # its claim runs out and it is tried again
            _log.error("an update was left: %s", type(task.exception()).__name__)

    async def handle(self, update: ClaimedUpdate) -> None:
        """Everything one update causes: done, to be tried again, or dead."""
        wakes = self._outbox.waker(), self._inbox.waker()
        loop = asyncio.get_running_loop()
        await asyncio.to_thread(self._carry_out, update, loop, *wakes)

    def _carry_out(
        self,
        update: ClaimedUpdate,
        loop: asyncio.AbstractEventLoop,
        calls_wait: Callable[[], object],
        chat_waits: Callable[[], object],
    ) -> None:
        try:
            parsed = Update.de_json(update.update, self._bot)
        except Exception as error:  # whatever the library makes of it
            self._report(self._mailbox.reject, update, error)
            calls_wait()
            return
        handling = Handling(self._new_work(), self._clock(), loop)
        try:
            self._handle(parsed, handling)
            self._mailbox.finish(update, handling.work, self._clock(), calls_wait, chat_waits)
        except Exception as error:
            self._report(self._mailbox.fail, update, error)
            calls_wait()

    def _report(
        self, method: Callable[..., Any], update: ClaimedUpdate, error: BaseException
    ) -> None:
        """Write down that it failed, and where: what an exception says may quote a citizen."""
        name, trace = type(error).__name__, "".join(traceback.format_tb(error.__traceback__))
        _log.error("update failed\n%s", trace, extra={"row": update.id, "error": name})
        method(update, name, self._clock())
