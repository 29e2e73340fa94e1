"""The running bot: every part at work until told to stop."""

import asyncio
import gc
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount, Route

from bot.app.watching import Watcher
from bot.desk.editions import ReloadResult
from bot.desk.errors import RefusedError
from bot.desk.operations.health import Health
from bot.desk.operations.schedule import Schedule
from bot.desk.use_cases import Desk
from bot.knowledge.problems import Severity
from bot.settings import Settings
from bot.store.database import Database
from bot.store.errors import StoreError
from bot.telegram_ui.face import TelegramFace
from bot.telegram_ui.transport.receiver import RefusedByTelegramError
from bot.telegram_ui.transport.wakeup import wait_for
from bot.texts import Texts, sentence
from bot.web.health import HealthPages
from bot.web.pages import create_web

Clock = Callable[[], datetime]

_STOP_WITHIN = 9.0  # seconds
_GIVE_UP = 10.0  # seconds; what is then still stuck is worth no waiting: a kill loses nothing
_BEAT = 0.5  # seconds
_ROUNDS = (2_000, 10, 100)  # of the garbage collector: often and short, for each stops all answers
_THREADS = 16  # most of them wait: for the disk, or for their turn to write
_TURN = 0.001  # seconds a thread that computes may keep the others waiting, again and again
_JOBS_EVERY = 10.0  # seconds between two looks at the schedule

_TOLD = (StoreError, RefusedByTelegramError)  # whose words are for the operator

log = structlog.stdlib.get_logger(__name__)


class StartError(Exception):
    """The bot cannot start, or cannot go on; the message says why and what to do, in Thai."""


@dataclass(frozen=True)
class App:
    """Every part of the running bot, made by `build`."""

    settings: Settings
    clock: Clock
    texts: Texts
    database: Database
    desk: Desk
    schedule: Schedule
    health: Health
    telegram: TelegramFace | None  # None without a token

    def run(self, say: Callable[[str], None]) -> None:
        """Serve until SIGTERM or SIGINT. `say` gets what people at the terminal should read.

        Raises `StartError`, in words for the operator.
        """
        last_resort = threading.Timer(_GIVE_UP, os._exit, (1,))
        last_resort.daemon = True
        try:
            with self.database.sole_user():
                self.database.upgrade(self.clock())
                self.desk.privacy.replay()
                asyncio.run(self._serve(say, last_resort))
        except _TOLD as error:
            raise StartError(str(error)) from error
        finally:
            last_resort.cancel()
            self.database.close()

    async def _serve(self, say: Callable[[str], None], last_resort: threading.Timer) -> None:
        stop = asyncio.Event()
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(_THREADS))

        def end() -> None:
            stop.set()
            if not last_resort.is_alive():  # told before
                last_resort.start()

        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, end)
        listener = _listen(self.settings.web_host, self.settings.web_port)
        notify = self.desk.mailbox.notify_admins if self.telegram else None
        watcher = Watcher(self.desk.editions, self.clock, notify, self.health.last_rounds)
        result = await asyncio.to_thread(watcher.load)
        # Knowledge and dictionary are many objects: left to the collector, each of its rounds
        # would stop every answer for a part of a second, and the exit for longer.
        gc.freeze()
        gc.set_threshold(*_ROUNDS)
        sys.setswitchinterval(_TURN)
        port = listener.getsockname()[1]
        if not self.settings.web_public_url:  # port 0 was only a wish
            self.desk.console.address = self.settings.local_address(port)
        say(self._greeting(result, port))
        if not self.telegram:
            say(await asyncio.to_thread(self._way_in))
        parts = [
            self._serve_web(listener, stop),
            watcher.run(stop),
            self._keep_schedule(stop),
            self._beat(stop),
        ]
        if self.telegram:
            parts.append(self.telegram.run(stop))
        await _until_stopped(stop, end, *parts)
        log.info("stopped")

    def _way_in(self) -> str:
        """Who can read the terminal may use the console."""
        try:
            return self.desk.console.printed_link(self.clock())
        except RefusedError as error:  # started too often lately; that must not end the start
            return str(error)

    def _greeting(self, result: ReloadResult, port: int) -> str:
        errors = sum(1 for one in result.problems if one.severity is Severity.ERROR)
        texts = self.texts
        parts = [
            texts("start.ready", name=texts("bot.name")),
            texts("start.entries", count=len(result.edition.knowledge.entries)),
            texts("start.page", address=self.settings.local_address(port)),
            texts("start.telegram" if self.telegram else "start.no_telegram"),
        ]
        if errors:
            parts.append(texts("start.problems", count=errors))
        return " · ".join(parts)

    async def _keep_schedule(self, stop: asyncio.Event) -> None:
        """Run what is due; a job that fails is tried again and stops nothing else."""
        while not stop.is_set():
            self.health.last_rounds["schedule"] = self.clock()
            try:
                await asyncio.to_thread(self.schedule.run_due, self.clock())
            except Exception:  # the database; the next look tries again
                log.exception("the schedule could not be kept")
            await wait_for(stop, _JOBS_EVERY)

    async def _beat(self, stop: asyncio.Event) -> None:
        """Show that the loop turns, and how late each turn is."""
        loop = asyncio.get_running_loop()
        last = loop.time()
        while not stop.is_set():
            await wait_for(stop, _BEAT)
            now = loop.time()
            self.health.beat(now, max(0.0, now - last - _BEAT))
            last = now

    async def _serve_web(self, listener: socket.socket, stop: asyncio.Event) -> None:
        health = HealthPages(self.health, self.clock, self.settings.metrics_secret)
        web = create_web(self.desk, self.texts, self.clock, health)
        config = uvicorn.Config(
            self._with_webhook(web),
            log_config=None,
            access_log=False,
            lifespan="off",
            timeout_graceful_shutdown=3,
        )
        server = _WebServer(config)
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        await asyncio.wait(
            {serving, asyncio.create_task(stop.wait())}, return_when=asyncio.FIRST_COMPLETED
        )
        server.should_exit = True
        await serving

    def _with_webhook(self, web: Starlette) -> Starlette:
        """The site; what Telegram posts goes past its guards for browsers."""
        hook = self.telegram.webhook if self.telegram else None
        if hook is None:
            return web
        return Starlette(
            routes=[Route(hook.path, hook.receive, methods=["POST"]), Mount("/", app=web)]
        )


class _WebServer(uvicorn.Server):
    """uvicorn inside our loop: signals are ours."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the process's signal handlers alone."""
        yield


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise StartError(sentence("start.no_port", host=host, port=port)) from error


async def _until_stopped(
    stop: asyncio.Event, end: Callable[[], None], *parts: Coroutine[Any, Any, None]
) -> None:
    """Run the parts until `stop` is set, then let them end, cleanly if they can.

    None may end before: what does is logged at once, `end` is called, and what it failed with, or
    a `StartError`, raised in the end.
    """
    tasks = {asyncio.create_task(part, name=getattr(part, "__qualname__", None)) for part in parts}
    waiter = asyncio.create_task(stop.wait())
    ended, _ = await asyncio.wait({*tasks, waiter}, return_when=asyncio.FIRST_COMPLETED)
    dead = set() if stop.is_set() else ended
    for task in dead:
        error = task.exception()
        what = {"error": type(error).__name__} if isinstance(error, _TOLD) else {"exc_info": error}
        log.error("a part of the bot ended", part=task.get_name(), **what)
    end()
    _, late = await asyncio.wait(tasks, timeout=_STOP_WITHIN)
    for task in late:
        task.cancel()
    for outcome in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(outcome, Exception):
            raise outcome
    if dead:
        raise StartError(sentence("start.ended"))
