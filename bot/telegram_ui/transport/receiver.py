"""Long polling: an update is confirmed to Telegram only when it is on disk."""

import asyncio
import logging
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from typing import Any

from telegram import Bot
from telegram.error import Conflict, EndPointNotFound, InvalidToken, RetryAfter, TelegramError

from bot.desk.messaging.mailbox import Mailbox
from bot.telegram_ui.transport.pacing import Backoff
from bot.telegram_ui.transport.refusals import refusal_of
from bot.telegram_ui.transport.wakeup import wait_for
from bot.texts import sentence

WANTED = ["message", "edited_message", "callback_query", "inline_query", "my_chat_member"]
_POLL = 25  # seconds Telegram may keep a poll open
_PATIENCE = 35.0  # seconds until we give up on an answer to it
_BATCH = 100
_GATHER = 0.006  # seconds for more to come, for each that came: a poll costs more than a message
_GATHER_MOST = 0.02  # seconds; beside a flood the others must not wait for it
_SILENT = 60.0  # seconds without an answer that worry
_log = logging.getLogger(__name__)


class RefusedByTelegramError(Exception):
    """There is nothing to wait for; the message says what to do, in Thai."""


class TokenRefusedError(RefusedByTelegramError):
    """Telegram does not know the token; the message says what to do, in Thai."""

    def __init__(self) -> None:
        super().__init__(sentence("start.bad_token"))


class Receiver:
    """Polls until told to stop. The offset lives in memory only and starts at 0.

    An offset of our own records could lie above what Telegram still holds and delete it;
    what comes twice is recognised by its id instead.
    """

    def __init__(
        self,
        bot: Bot,
        mailbox: Mailbox,
        clock: Callable[[], datetime],
        inbox_wakeup: threading.Event,
        *,
        divert: Callable[[Iterable[Any]], list[Any]] = list,
        conflict_pause: float = 30.0,
        patience: float = _PATIENCE,
    ) -> None:
        self._bot = bot
        self._mailbox = mailbox
        self._clock = clock
        self._updates_wait = inbox_wakeup.set
        self._divert = divert  # takes out what needs no inbox
        self._conflict_pause = conflict_pause
        self._patience = patience
        self._backoff = Backoff()
        self._trouble = "Telegram has not answered yet"
        self.last_poll: datetime | None = None  # the last one that Telegram answered
        self.offset = 0

    def fault(self, at: datetime) -> str:
        """Why updates may not be coming in; empty when all is well."""
        if self.last_poll and (at - self.last_poll).total_seconds() > _SILENT:
            return f"Telegram has not answered since {self.last_poll:%H:%M:%S}"
        return self._trouble

    async def run(self, stop: asyncio.Event) -> None:
        """Poll, store, confirm; raises `TokenRefusedError` when the token is no longer valid."""
        await self.unhook(stop)
        polling = asyncio.create_task(self._poll(stop))
        stopping = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({polling, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if polling.done():
                polling.result()
        finally:
            stopping.cancel()
            polling.cancel()  # nothing of what is under way was confirmed
            await asyncio.wait({polling})

    async def _poll(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            pause = await self._poll_once()
            if pause:
                await wait_for(stop, pause)

    async def unhook(self, stop: asyncio.Event) -> None:
        """Polling and a webhook exclude each other; what waits at Telegram is kept."""
        while not stop.is_set():
            try:
                await self._bot.delete_webhook(drop_pending_updates=False)
            except InvalidToken as error:
                raise TokenRefusedError from error
            except TelegramError as error:
                _log.warning("cannot remove the webhook: %s", type(error).__name__)
                await wait_for(stop, self._backoff.pause())
            else:
                self._backoff.reset()
                return

    async def _poll_once(self) -> float:
        """One poll; seconds to wait before the next."""
        gather = 0.0
        try:
            updates = await self._fetch()
            self.last_poll = self._clock()
            if updates:
                kept = self._divert(updates)
                await asyncio.to_thread(
                    self._mailbox.accept, kept, self._clock(), self._updates_wait
                )
                self.offset = _after(updates, self.offset)
                gather = min(_GATHER * len(updates), _GATHER_MOST)
        except Conflict as error:
            return await self._conflict(error)
        except (InvalidToken, EndPointNotFound) as error:
            raise TokenRefusedError from error
        except RetryAfter as error:
            return refusal_of(error).seconds
        except Exception as error:  # network or database: nothing was confirmed, all comes again
            self._trouble = f"receiving failed: {type(error).__name__}"
            _log.warning(self._trouble)
            return self._backoff.pause()
        self._trouble = ""
        self._backoff.reset()
        return gather

    async def _fetch(self) -> list[dict[str, Any]]:
        """The raw updates: one that the library cannot read must not hold up the others.

        After trouble the poll is a short one, so that it is soon known to be over.
        """
        wanted = {
            "offset": self.offset,
            "timeout": 0 if self._trouble else _POLL,
            "limit": _BATCH,
            "allowed_updates": WANTED,
        }
        updates: list[dict[str, Any]] = await self._bot.do_api_request(
            "getUpdates", api_kwargs=wanted, read_timeout=self._patience
        )
        return updates

    async def _conflict(self, error: Conflict) -> float:
        if "webhook" in error.message.lower():
            _log.warning("somebody set a webhook; removing it")
            await self.unhook(asyncio.Event())
            return self._backoff.pause()
        self._trouble = "another program uses the same token (409 Conflict)"
        now, told = self._clock(), sentence("start.two_bots")
        _log.error(told)
        tell = self._mailbox.notify_admins
        with suppress(Exception):  # the database; the log has it
            await asyncio.to_thread(tell, told, f"conflict:{now:%Y%m%d}", now)
        return self._conflict_pause


def _after(updates: list[dict[str, Any]], offset: int) -> int:
    """The offset that confirms these updates."""
    ids = [update.get("update_id") for update in updates if isinstance(update, dict)]
    known = [number for number in ids if isinstance(number, int)]
    return known[-1] + 1 if known else offset
