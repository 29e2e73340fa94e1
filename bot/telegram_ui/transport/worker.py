"""From the inbox to the handlers and back: one transaction closes an update with its effects."""

import asyncio
import logging
import threading
import traceback
from collections import deque
from collections.abc import Callable
from datetime import datetime
from typing import Any

from telegram import Bot, Update

from bot.desk.messaging.mailbox import ClaimedUpdate, Mailbox
from bot.desk.messaging.unit_of_work import UnitOfWork
from bot.telegram_ui.actions.exchange import Handling
from bot.telegram_ui.transport.wakeup import Wakeup

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
        inbox_wakeup: threading.Event,
        outbox_wakeup: Wakeup,
    ) -> None:
        self._bot = bot
        self._handle = handle
        self._mailbox = mailbox
        self._new_work = new_work
        self._clock = clock
        self._due = inbox_wakeup
        self._outbox = outbox_wakeup
        self._looking = threading.Lock()  # one thread looks for updates, the others wait for it
        self._claimed: deque[ClaimedUpdate] = deque()
        self._stopped = False

    async def run(self, stop: asyncio.Event) -> None:
        """Handle updates until told to stop; those in hand are finished."""
        self._due.set()  # there may be some from before the start
        loop, calls_wait = asyncio.get_running_loop(), self._outbox.waker()
        threads = [asyncio.to_thread(self._work, loop, calls_wait) for _ in range(_AT_ONCE)]
        at_work = [asyncio.create_task(thread) for thread in threads]
        stopping = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({*at_work, stopping}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            stopping.cancel()
            self._stopped = True
            self._due.set()
        await asyncio.gather(*at_work)

    def _work(self, loop: asyncio.AbstractEventLoop, calls_wait: Callable[[], object]) -> None:
        while not self._stopped or self._claimed:
            update = self._next()
            try:
                if update:
                    self._carry_out(update, loop, calls_wait)
            except Exception as error:  # its claim runs out and it is tried again
                _log.error("an update was left: %s", type(error).__name__)

    def _next(self) -> ClaimedUpdate | None:
        """The next update that is due; None when none came for a while."""
        with self._looking:
            if not self._claimed and not self._stopped:
                self._due.wait(_GLANCE)
                self._due.clear()
                self._claim()
            return self._claimed.popleft() if self._claimed else None

    def _claim(self) -> None:
        try:
            self._claimed.extend(self._mailbox.next_updates(self._clock(), _AT_ONCE))
        except Exception as error:  # the database: nothing was claimed
            _log.warning("the inbox cannot be used: %s", type(error).__name__)
        if len(self._claimed) == _AT_ONCE:  # there may be more
            self._due.set()

    def _carry_out(
        self,
        update: ClaimedUpdate,
        loop: asyncio.AbstractEventLoop,
        calls_wait: Callable[[], object],
    ) -> None:
        """Everything one update causes: done, to be tried again, or dead."""
        try:
            parsed = Update.de_json(update.update, self._bot)
        except Exception as error:  # whatever the library makes of it
            self._report(self._mailbox.reject, update, error)
            calls_wait()
            return
        handling = Handling(self._new_work(), self._clock(), loop)
        try:
            self._handle(parsed, handling)
            self._mailbox.finish(update, handling.work, self._clock(), calls_wait, self._due.set)
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
