"""Webhooks: a post of Telegram's is answered with 200 only when its update is on disk."""

import asyncio
import hashlib
import hmac
import json
import logging
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from telegram import Bot
from telegram.error import BadRequest, EndPointNotFound, InvalidToken, RetryAfter

from bot.desk.messaging.mailbox import Mailbox
from bot.telegram_ui.transport.pacing import Backoff
from bot.telegram_ui.transport.receiver import WANTED, RefusedByTelegramError, TokenRefusedError
from bot.telegram_ui.transport.refusals import refusal_of
from bot.telegram_ui.transport.wakeup import wait_for
from bot.texts import sentence

MAX_BODY = 256 * 1024  # bytes; Telegram's own limit for an update is 64 KiB
CONNECTIONS = 10  # that Telegram may open at once; the store has one writer
_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_LOOK = 30.0  # seconds between two looks at how Telegram fares with us
_SILENT = 90.0  # seconds without an answer to them, or since its last failure, that worry
_MANY = 100  # updates waiting at Telegram
_log = logging.getLogger(__name__)


class WebhookRefusedError(RefusedByTelegramError):
    """Telegram will not deliver to this address; the message says why and what to do, in Thai."""

    def __init__(self, reason: str) -> None:
        super().__init__(sentence("start.bad_hook", reason=reason))


@dataclass(frozen=True, slots=True)
class Hook:
    """Where Telegram posts to, and the secret that it shows."""

    base: str  # what the world reaches us at, without a slash at its end
    secret: str = field(repr=False)

    @property
    def path(self) -> str:
        """Nobody can guess it, and it is the same after a restart: what is on its way arrives."""
        mark = hmac.new(self.secret.encode(), b"path of the webhook", hashlib.sha256).hexdigest()
        return f"{urlsplit(self.base).path}/hook/{mark[:32]}"

    @property
    def address(self) -> str:
        """The whole address."""
        return self.base + self.path.removeprefix(urlsplit(self.base).path)


class Webhook:
    """Takes in what Telegram posts, and sees to it that Telegram posts here."""

    def __init__(
        self,
        bot: Bot,
        mailbox: Mailbox,
        clock: Callable[[], datetime],
        inbox_wakeup: threading.Event,
        hook: Hook,
        *,
        divert: Callable[[Iterable[Any]], list[Any]] = list,
    ) -> None:
        self._bot = bot
        self._mailbox = mailbox
        self._clock = clock
        self._updates_wait = inbox_wakeup.set
        self._hook = hook
        self._divert = divert  # takes out what needs no inbox
        self._backoff = Backoff()
        self._announced = False
        self.last_poll: datetime | None = None  # when Telegram last told how it fares
        self._trouble = "the webhook is not set yet"

    @property
    def path(self) -> str:
        """The path that `receive` answers."""
        return self._hook.path

    async def run(self, stop: asyncio.Event) -> None:
        """Announce the address and keep it announced; raises `RefusedByTelegramError`.

        It stays announced at the end: Telegram keeps what it cannot deliver for a day.
        """
        while not stop.is_set():
            await wait_for(stop, await self._look())

    async def receive(self, request: Request) -> Response:
        """One post. 503 makes Telegram try again; nothing is ever answered by calling a method."""
        given = request.headers.get(_HEADER, "").encode("utf-8", "replace")
        if not hmac.compare_digest(given, self._hook.secret.encode()):
            self._mailbox.metrics.forged.inc()
            return Response(status_code=403)
        try:
            body = await _body(request)
        except ClientDisconnect:
            return Response(status_code=400)
        if body is None:
            return Response(status_code=413)
        try:
            kept = self._divert([_parsed(body)])
            await asyncio.to_thread(self._mailbox.accept, kept, self._clock(), self._updates_wait)
        except Exception as error:
            _log.warning("an update cannot be stored: %s", type(error).__name__)
            return Response(status_code=503, headers={"Retry-After": "5"})
        return Response()

    def fault(self, at: datetime) -> str:
        """Why updates may not be coming in; empty when all is well."""
        if self.last_poll and (at - self.last_poll).total_seconds() > _SILENT:
            return f"Telegram has not answered since {self.last_poll:%H:%M:%S}"
        return self._trouble

    async def _look(self) -> float:
        """Seconds until the next look."""
        try:
            info = await self._info()
            if not self._announced or info.get("url") != self._hook.address:
                await self._announce(str(info.get("url", "")))
                info = await self._info()
        except (InvalidToken, EndPointNotFound) as error:
            raise TokenRefusedError from error
        except BadRequest as error:
            if not self._announced:
                raise WebhookRefusedError(error.message) from error
            self._trouble = f"Telegram refuses the webhook: {error.message}"
            return self._backoff.pause()
        except RetryAfter as error:
            return refusal_of(error).seconds
        except Exception as error:  # the network; updates may come in nevertheless
            _log.warning("the webhook cannot be looked after: %s", type(error).__name__)
            return self._backoff.pause()
        self.last_poll = self._clock()
        self._trouble = self._worry(info)
        self._backoff.reset()
        return _LOOK

    async def _info(self) -> dict[str, Any]:
        info: dict[str, Any] = await self._bot.do_api_request("getWebhookInfo")
        return info

    async def _announce(self, present: str) -> None:
        if self._announced:
            _log.error(sentence("start.two_hooks"))
        elif present and present != self._hook.address:
            _log.info("another webhook was set; it is replaced")
        wanted = {
            "url": self._hook.address,
            "secret_token": self._hook.secret,
            "allowed_updates": WANTED,
            "max_connections": CONNECTIONS,
            "drop_pending_updates": False,
        }
        await self._bot.do_api_request("setWebhook", api_kwargs=wanted)
        self._announced = True

    def _worry(self, info: dict[str, Any]) -> str:
        waiting = int(info.get("pending_update_count", 0))
        if waiting >= _MANY:
            return f"{waiting} updates wait at Telegram"
        failed = self._clock().timestamp() - float(info.get("last_error_date", 0))
        if failed < _SILENT:
            return f"Telegram cannot deliver: {info.get('last_error_message', '')}"
        return ""


async def _body(request: Request) -> bytes | None:
    """The whole body; None as soon as it is too long."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY:
            return None
    return bytes(body)


def _parsed(body: bytes) -> object:
    """The update; what is no JSON is kept as text, to be looked into."""
    text = body.decode("utf-8", "replace")
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text
