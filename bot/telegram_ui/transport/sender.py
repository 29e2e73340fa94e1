"""From the outbox to the Bot API: paced, each call reported with exactly one fate."""

import asyncio
import html
import logging
import re
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from telegram import Bot
from telegram.error import TelegramError

from bot.desk.messaging.mailbox import ClaimedCall, Mailbox
from bot.desk.messaging.unit_of_work import Priority
from bot.telegram_ui.drawing.attachments import UPLOADS, ReadFile, uploadable
from bot.telegram_ui.transport.pacing import Pace
from bot.telegram_ui.transport.receiver import TokenRefusedError
from bot.telegram_ui.transport.refusals import Fate, Refusal, refusal_of
from bot.telegram_ui.transport.wakeup import Wakeup, wait_for

_AT_ONCE = 8  # calls under way
_GLANCE = 1.0  # seconds between looks for calls that came from elsewhere or are due again
_PATIENCE = 25.0  # seconds for a reply; giving up early would only make doubt
_LAST_CALLS = 3.0  # seconds for calls under way at the end
_REPORTS = 60  # tries to write down a fate, a second apart
_WITHOUT_CHAT = {"answerCallbackQuery", "answerInlineQuery", "setMyCommands"}
_HARMLESS = {Fate.DONE, Fate.STALE}
_WORDS = ("text", "caption")
_TAG = re.compile(r"<[^>]*>")
_log = logging.getLogger(__name__)


class Sender:
    """Sends until told to stop; calls under way are given a moment to end."""

    def __init__(
        self,
        bot: Bot,
        mailbox: Mailbox,
        clock: Callable[[], datetime],
        outbox_wakeup: Wakeup,
        *,
        read_file: ReadFile,
        pace: Pace | None = None,
    ) -> None:
        self._bot = bot
        self._mailbox = mailbox
        self._clock = clock
        self._wakeup = outbox_wakeup
        self._read_file = read_file
        self._pace = pace or Pace()
        self._under_way: set[asyncio.Task[None]] = set()
        self._full = False  # there may be more than there was room for
        self._token_refused = False

    async def run(self, stop: asyncio.Event) -> None:
        """Send what is due; raises `TokenRefusedError` when the token is no longer valid."""
        await self._remember()
        async with self._wakeup.woken_by(stop):
            while not stop.is_set():
                woken = self._wakeup.next()
                try:
                    more = await self._start_due()
                except Exception as error:  # the database: nothing was claimed
                    _log.warning("the outbox cannot be used: %s", type(error).__name__)
                    more = False
                if self._token_refused:
                    raise TokenRefusedError
                if not more:
                    longest = self._pace.next_change(time.monotonic()) + 0.001
                    await wait_for(woken, min(_GLANCE, longest))
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=_LAST_CALLS)
        for task in self._under_way:
            task.cancel()

    async def _remember(self) -> None:
        """What left just before a restart counts against the limits as well."""
        try:
            lately = await asyncio.to_thread(self._mailbox.sent_lately, self._clock())
        except Exception as error:  # the database: a 429 will tell instead
            _log.warning("what was sent lately is not known: %s", type(error).__name__)
            return
        now = time.monotonic()
        for chat_id, method, age in lately:
            self._pace.count(chat_id, method, now - max(0.0, age))
            self._pace.answered(chat_id, method, now - max(0.0, age))

    async def _start_due(self) -> bool:
        """Begin as many calls as may leave now; whether more may be due."""
        now = time.monotonic()
        room = min(_AT_ONCE - len(self._under_way), self._pace.room(now))
        self._full = room <= 0
        if self._full:
            return False
        broadcasts = self._pace.broadcasts(now)
        if broadcasts > 0:
            room = min(room, broadcasts)  # all of them may turn out to be broadcasts
        calls = await asyncio.to_thread(
            self._mailbox.claim,
            self._clock(),
            room,
            self._pace.resting(now),
            broadcasts=broadcasts > 0,
        )
        for call in calls:
            bulk = call.priority >= Priority.BROADCAST
            self._pace.count(call.chat_id, call.method, time.monotonic(), broadcast=bulk)
            task = asyncio.get_running_loop().create_task(self.deliver(call))
            self._under_way.add(task)
            task.add_done_callback(self._ended)
        self._full = len(calls) == room
        return self._full

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        if self._full:
            self._wakeup.wake()
        if not task.cancelled() and task.exception():
            _log.error("a delivery failed: %s", type(task.exception()).__name__)

    async def deliver(self, call: ClaimedCall) -> None:
        """Make one call and report what became of it."""
        parameters = call.payload
        try:
            if call.method in UPLOADS:
                parameters = await asyncio.to_thread(uploadable, parameters, self._read_file)
        except Exception as error:  # a picture or document that is gone
            self._pace.answered(call.chat_id, call.method, time.monotonic())
            await self._failed(call, Refusal(Fate.REFUSED, f"attached file: {error}"))
            return
        if call.method not in _WITHOUT_CHAT:
            parameters = parameters | {"chat_id": call.chat_id}
        try:
            result = await self._call(call, parameters)
        except TelegramError as error:
            await self._failed(call, refusal_of(error))
        except Exception as error:  # whatever it was, it may have happened after the arrival
            await self._failed(call, Refusal(Fate.DOUBTFUL, type(error).__name__))
        else:
            await self._arrived(call, _made(result))

    async def _call(self, call: ClaimedCall, parameters: dict[str, Any]) -> Any:
        try:
            return await self._bot.do_api_request(
                call.method, api_kwargs=parameters, read_timeout=_PATIENCE
            )
        finally:
            self._pace.answered(call.chat_id, call.method, time.monotonic())

    async def _arrived(self, call: ClaimedCall, message_id: int | None) -> None:
        known = message_id or call.payload.get("message_id")
        waker = self._wakeup.waker()
        await self._report(self._mailbox.sent, call, known, self._clock(), waker)

    async def _failed(self, call: ClaimedCall, refusal: Refusal) -> None:
        level = logging.INFO if refusal.fate in _HARMLESS else logging.WARNING
        what = {"method": call.method, "fate": refusal.fate.name, "reason": refusal.reason[:80]}
        _log.log(level, "not delivered", extra=what)
        now, mail = self._clock(), self._mailbox
        match refusal.fate:
            case Fate.WAIT:
                self._pace.refused(call.chat_id, refusal.seconds, time.monotonic())
                until = now + timedelta(seconds=refusal.seconds)
                await self._report(mail.later, call, until)
            case Fate.MOVED:
                await self._report(mail.migrated, call, refusal.new_chat_id, now)
            case Fate.BLOCKED:
                await self._report(mail.blocked, call, refusal.reason, now)
            case Fate.DONE:
                await self._arrived(call, None)
            case Fate.STALE:
                await self._report(mail.dropped, call, refusal.reason)
            case Fate.PLAIN | Fate.UNBOUND:
                await self._rewrite(call, refusal)
            case Fate.DOUBTFUL:
                await self._report(mail.doubtful, call, now)
            case Fate.REFUSED:
                await self._report(mail.refused, call, refusal.reason, now)
            case Fate.UNSENT | Fate.NO_TOKEN:
                await self._report(mail.not_sent, call, now)
                self._token_refused |= refusal.fate is Fate.NO_TOKEN
        self._wakeup.wake()

    async def _rewrite(self, call: ClaimedCall, refusal: Refusal) -> None:
        """Send it in a form that cannot be refused for the same reason; never a third time."""
        simpler = _plainer(call.payload) if refusal.fate is Fate.PLAIN else _unbound(call.payload)
        if simpler == call.payload:
            await self._report(self._mailbox.refused, call, refusal.reason, self._clock())
        else:
            complaint = refusal.reason if refusal.fate is Fate.PLAIN else ""
            await self._report(self._mailbox.rewritten, call, simpler, self._clock(), complaint)

    async def _report(self, method: Callable[..., Any], *details: Any) -> None:
        """Write the fate down; a database that is busy must not turn an arrival into doubt."""
        for _ in range(_REPORTS):
            try:
                await asyncio.to_thread(method, *details)
            except Exception as error:
                _log.warning("a fate cannot be written down yet: %s", type(error).__name__)
                await asyncio.sleep(_GLANCE)
            else:
                return


def _made(result: Any) -> int | None:
    """The id of the message or forum topic that a call made."""
    made = result if isinstance(result, dict) else {}
    number = made.get("message_id", made.get("message_thread_id"))
    return number if isinstance(number, int) else None


def _plainer(payload: dict[str, Any]) -> dict[str, Any]:
    """The same words without markup."""
    if "parse_mode" not in payload:
        return payload
    kept = {name: value for name, value in payload.items() if name != "parse_mode"}
    words = {name: html.unescape(_TAG.sub("", str(kept[name]))) for name in _WORDS if name in kept}
    return kept | words


def _unbound(payload: dict[str, Any]) -> dict[str, Any]:
    """The same message, a reply to nothing."""
    bound = {"reply_parameters", "message_thread_id"}
    return {name: value for name, value in payload.items() if name not in bound}
