"""The composition root: builds every part from the settings and runs it until told to stop."""

import asyncio
import gc
import hashlib
import logging
import re
import signal
import socket
import sys
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TextIO

import structlog
import uvicorn

from bot.desk.asking import Asking
from bot.desk.editions import Editions, ReloadResult
from bot.desk.mailroom import Mailroom
from bot.desk.memory import Memory
from bot.desk.review import Review
from bot.desk.work import Work
from bot.knowledge.problems import Problem, Severity
from bot.settings import Settings, SettingsError
from bot.store.database import Database
from bot.store.errors import StoreError
from bot.telegram_ui.callbacks import Codec
from bot.telegram_ui.face import Desk, TelegramFace, announcer
from bot.telegram_ui.line import Line
from bot.telegram_ui.receiver import TokenRefusedError
from bot.texts import Texts
from bot.web.pages import create_web

Clock = Callable[[], datetime]

_LOOK_EVERY = 0.5  # seconds between two looks at the knowledge folder
_SETTLED = 1.0  # seconds a change must stay as it is before it is read
_STOP_WITHIN = 9.0
_LISTED = 10  # problems named in one message
_TOKEN = re.compile(r"\d{5,}:[\w-]{20,}")

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
    editions: Editions
    desk: Desk
    telegram: TelegramFace | None  # None without a token

    def run(self, say: Callable[[str], None]) -> None:
        """Serve until SIGTERM or SIGINT. `say` gets what people at the terminal should read.

        Raises `StartError`, in words for the operator.
        """
        try:
            with self.database.sole_user():
                self.database.upgrade(self.clock())
                asyncio.run(self._serve(say))
        except (StoreError, TokenRefusedError) as error:
            raise StartError(str(error)) from error
        finally:
            self.database.close()

    async def _serve(self, say: Callable[[str], None]) -> None:
        stop = asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
        listener = _listen(self.settings.web_host, self.settings.web_port)
        watcher = _Watcher(self)
        result = await asyncio.to_thread(watcher.load)
        # The dictionary is half a million objects: left to the collector, each of its rounds
        # would stop every answer for most of a second, and the exit for several.
        gc.freeze()
        say(self._greeting(result, listener))
        parts = [self._serve_web(listener, stop), watcher.run(stop)]
        if self.telegram:
            parts.append(self.telegram.run(stop))
        await _until_stopped(stop, *parts)
        log.info("stopped")

    def _greeting(self, result: ReloadResult, listener: socket.socket) -> str:
        host = self.settings.web_host
        shown = f"[{host}]" if ":" in host else host
        errors = sum(1 for one in result.problems if one.severity is Severity.ERROR)
        parts = [
            f"{self.texts('bot.name')} พร้อมตอบ",
            f"ความรู้ {len(result.edition.knowledge.entries)} เรื่อง",
            f"เปิดดูที่ http://{shown}:{listener.getsockname()[1]}",
            "Telegram: เปิดใช้งาน" if self.telegram else "Telegram: ปิด (ยังไม่ได้ตั้ง TELEGRAM_BOT_TOKEN)",
        ]
        if errors:
            parts.append(f"ไฟล์ความรู้มีปัญหา {errors} ข้อ (ดูด้วยคำสั่ง knowledge check)")
        return " · ".join(parts)

    async def _serve_web(self, listener: socket.socket, stop: asyncio.Event) -> None:
        web = create_web(
            asking=self.desk.asking,
            review=self.desk.review,
            editions=self.editions,
            texts=self.texts,
            new_work=self.desk.new_work,
            clock=self.clock,
        )
        config = uvicorn.Config(
            web, log_config=None, access_log=False, lifespan="off", timeout_graceful_shutdown=3
        )
        server = _WebServer(config)
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        await asyncio.wait(
            {serving, asyncio.create_task(stop.wait())}, return_when=asyncio.FIRST_COMPLETED
        )
        server.should_exit = True
        await serving


class _WebServer(uvicorn.Server):
    """uvicorn inside our loop: signals are ours."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the process's signal handlers alone."""
        yield


class StableChange:
    """Notices a change once it has stopped changing; half-written files are so never read."""

    def __init__(self, served: str, settle: float = _SETTLED) -> None:
        self._served = served
        self._settle = settle
        self._waiting = served
        self._since = 0.0

    def offer(self, digest: str, now: float) -> bool:
        """True once for each new digest that was seen unchanged for `settle` seconds.

        `now` is in seconds of a monotonic clock.
        """
        if digest != self._waiting:
            self._waiting, self._since = digest, now
        if digest == self._served or now - self._since < self._settle:
            return False
        self._served = digest
        return True


class _Watcher:
    """Follows the knowledge folder: what is good goes live, what is bad goes to the admins."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._told: tuple[str, ...] = ()
        self._change = StableChange("")

    def load(self) -> ReloadResult:
        """The first edition."""
        self._change = StableChange(self._app.editions.digest())
        return self._reload()

    async def run(self, stop: asyncio.Event) -> None:
        """Look until stopped; a fault of one look does not end the watch."""
        loop = asyncio.get_running_loop()
        while not stop.is_set():
            try:
                digest = await asyncio.to_thread(self._app.editions.digest)
                if self._change.offer(digest, loop.time()):
                    await asyncio.to_thread(self._reload)
            except Exception:  # the database or the disk; the next look tries again
                log.exception("the knowledge folder could not be followed")
            await _pause(stop, _LOOK_EVERY)

    def _reload(self) -> ReloadResult:
        at = self._app.clock()
        result = self._app.editions.reload(at)
        log.info(
            "knowledge read",
            swapped=result.swapped,
            edition=result.edition.number,
            entries=len(result.edition.knowledge.entries),
            problems=len(result.problems),
        )
        errors = [one for one in result.problems if one.severity is Severity.ERROR]
        told = tuple(str(one) for one in errors)
        if told and told != self._told and self._app.telegram:
            key = hashlib.sha256("\n".join(told).encode("utf-8", "replace")).hexdigest()[:32]
            dedup = f"problems:{key}:{result.edition.knowledge.digest[:16]}"
            self._app.desk.mailroom.notify_admins(describe(errors), dedup, at)
        self._told = told
        return result


def describe(problems: list[Problem]) -> str:
    """The problems as a message to an admin."""
    lines = [f"ไฟล์ความรู้มีปัญหา {len(problems)} ข้อ เรื่องในไฟล์เหล่านี้ยังตอบจากข้อมูลชุดก่อน"]
    lines += [f"• {problem}" for problem in problems[:_LISTED]]
    if len(problems) > _LISTED:
        lines.append(f"และอีก {len(problems) - _LISTED} ข้อ ดูด้วยคำสั่ง knowledge check")
    return "\n".join(lines)


def build(settings: Settings, clock: Clock | None = None) -> App:
    """Make every part; nothing is opened, read or written yet but the bot's own texts.

    `clock` gives the time (default: the system's, in the zone of the settings). Raises
    `StartError`.
    """
    if settings.telegram_webhook_url:
        raise StartError("รุ่นนี้ยังรับข้อความแบบ webhook ไม่ได้ ให้เว้น TELEGRAM_WEBHOOK_URL ว่างไว้")
    clock = clock or system_clock(settings)
    texts = Texts.load()
    try:
        database = Database(settings.database_url.get_secret_value())
    except StoreError as error:
        raise StartError(str(error)) from error
    editions = Editions(settings.knowledge_dir, settings.taught, texts)
    asking = Asking(database, editions)
    announce = announcer(texts, Codec(asking.entry_key, asking.entry_of))
    desk = Desk(
        mailroom=Mailroom(database, texts("desk.apology"), sorted(settings.admin_ids)),
        asking=asking,
        review=Review(database, editions, settings.taught, announce),
        memory=Memory(database),
        new_work=lambda: Work(database),
    )
    return App(
        settings, clock, texts, database, editions, desk, _telegram(settings, desk, texts, clock)
    )


def _telegram(settings: Settings, desk: Desk, texts: Texts, clock: Clock) -> TelegramFace | None:
    token = settings.telegram_bot_token
    if token is None:
        return None
    line = Line(
        token.get_secret_value(), settings.telegram_api_base_url, settings.telegram_api_file_url
    )
    return TelegramFace(line, desk, texts, clock, settings.admin_ids)


def run() -> int:
    """Read the settings, serve, and return the exit status; errors are told on stderr."""
    try:
        settings = Settings.load()
        set_up_logging(settings, sys.stderr)
        build(settings).run(lambda line: _write(sys.stdout, line))
    except (SettingsError, StartError) as error:
        _write(sys.stderr, str(error))
        return 1
    return 0


def system_clock(settings: Settings) -> Clock:
    """The real time, in the zone of the settings. The only place that asks the system for it."""
    return lambda: datetime.now(settings.zone)  # noqa: TID251


def set_up_logging(settings: Settings, stream: TextIO) -> None:
    """JSON lines without secrets: every record of every library passes the same filter."""
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        _SecretFreeFormatter(
            _secrets_of(settings),
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(ensure_ascii=True),
            ],
            foreign_pre_chain=shared,
        )
    )
    logging.basicConfig(level=settings.log_level, handlers=[handler], force=True)
    for noisy in ("httpx", "httpcore", "telegram", "alembic", "uvicorn"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


class _SecretFreeFormatter(structlog.stdlib.ProcessorFormatter):
    """Blacks out secrets in the finished line, tracebacks included."""

    def __init__(self, secrets: tuple[str, ...], **options: Any) -> None:
        super().__init__(**options)
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        """One line with `***` for anything that looks like a secret."""
        line = super().format(record)
        for secret in self._secrets:
            line = line.replace(secret, "***")
        return _TOKEN.sub("***", line)


def _secrets_of(settings: Settings) -> tuple[str, ...]:
    named = (settings.telegram_bot_token, settings.telegram_webhook_secret, settings.database_url)
    secrets = [secret.get_secret_value() for secret in named if secret]
    return tuple(secret for secret in secrets if not secret.startswith("sqlite"))


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise StartError(
            f"เปิดหน้าเว็บที่ {host}:{port} ไม่ได้ อาจมีโปรแกรมอื่นใช้พอร์ตนี้อยู่ ให้ตั้ง WEB_PORT เป็นเลขอื่น"
        ) from error


async def _until_stopped(stop: asyncio.Event, *parts: Coroutine[Any, Any, None]) -> None:
    """Run the parts until one ends or `stop` is set; then stop them all, cleanly if they can."""
    tasks = {asyncio.create_task(part) for part in parts}
    waiter = asyncio.create_task(stop.wait())
    await asyncio.wait({*tasks, waiter}, return_when=asyncio.FIRST_COMPLETED)
    stop.set()
    _, late = await asyncio.wait(tasks, timeout=_STOP_WITHIN)
    for task in late:
        task.cancel()
    for outcome in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(outcome, Exception):
            raise outcome


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)


def _write(stream: TextIO, line: str) -> None:
    stream.write(line + "\n")
    stream.flush()
