"""From the inbox to the handlers and back: one transaction closes an update with its effects."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any

from telegram import Update

from bot.desk.mailroom import Mailroom, Received
from bot.desk.work import Work
from bot.telegram_ui.bell import Bell, wait
from bot.telegram_ui.exchange import CURRENT, Turn
from bot.telegram_ui.line import App

_GLANCE = 1.0  # seconds between looks for updates that are due again
_log = logging.getLogger(__name__)


class Worker:
    """Handles one update at a time; several workers share an inbox, never a chat."""

    def __init__(
        self,
        *,
        app: App,
        mailroom: Mailroom,
        new_work: Callable[[], Work],
        clock: Callable[[], datetime],
        inbox_bell: Bell,
        outbox_bell: Bell,
    ) -> None:
        self._app = app
        self._mailroom = mailroom
        self._new_work = new_work
        self._clock = clock
        self._inbox = inbox_bell
        self._outbox = outbox_bell

    async def run(self, stop: asyncio.Event) -> None:
        """Handle updates until told to stop; the one in hand is finished."""
        while not stop.is_set():
            ring = self._inbox.next()
            try:
                received = await asyncio.to_thread(self._mailroom.next_update, self._clock())
                if received:
                    await self.handle(received)
            except Exception as error:  # the database; the claim runs out and it is tried again
                _log.warning("the inbox cannot be used: %s", type(error).__name__)
                await wait(stop, _GLANCE)
                continue
            if not received:
                await _either(stop, ring)

    async def handle(self, received: Received) -> None:
        """Everything one update causes: done, to be tried again, or dead."""
        try:
            update = Update.de_json(dict(received.update), self._app.bot)
        except Exception as error:  # whatever the library makes of it
            await self._report(self._mailroom.poison, received, error)
            return
        turn = Turn(self._new_work(), self._clock())
        token = CURRENT.set(turn)
        try:
            await self._app.process_update(update)
        finally:
            CURRENT.reset(token)
        if turn.error:
            await self._report(self._mailroom.fail, received, turn.error)
        else:
            await self._finish(received, turn.work)

    async def _finish(self, received: Received, work: Work) -> None:
        try:
            await asyncio.to_thread(self._mailroom.finish, received, work, self._clock())
        except Exception as error:
            await self._report(self._mailroom.fail, received, error)
        else:
            self._outbox.ring()

    async def _report(
        self, method: Callable[..., Any], received: Received, error: BaseException
    ) -> None:
        name = type(error).__name__
        _log.error("update failed", extra={"row": received.row, "error": name})
        await asyncio.to_thread(method, received, name, self._clock())
        self._outbox.ring()


async def _either(stop: asyncio.Event, ring: asyncio.Event) -> None:
    """Wait for the ring, the end, or the next glance."""
    waits = [asyncio.ensure_future(event.wait()) for event in (stop, ring)]
    await asyncio.wait(waits, timeout=_GLANCE, return_when=asyncio.FIRST_COMPLETED)
    for waiting in waits:
        waiting.cancel()
