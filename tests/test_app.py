"""The composition root: what it refuses, what it prints, what it logs, when it reads a change."""

import asyncio
import io
import json
import logging
import os
import re
import signal
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.app import StableChange, StartError, build, describe, serving, set_up_logging
from bot.app.watching import Watcher
from bot.knowledge.problems import Problem, Severity
from bot.settings import Settings, SettingsError
from bot.store.database import Database
from tests.support import program

TOKEN = "123456789:AAabcdefghijklmnopqrstuvwxyz0123456"
SECRET_KEY = "AGE-SECRET-KEY-1" + "Q" * 58
ENTRY = "---\ntitle: {title}\nquestions: [{title} คืออะไร]\n---\n{title} คือเรื่องทดสอบของกระทรวง\n"


def entry(title: str) -> str:
    """The text of an entry file."""
    return ENTRY.format(title=title)


@pytest.mark.parametrize(
    ("offers", "reads"),
    [
        ([("a", 0), ("b", 1), ("c", 1.5), ("c", 2.4), ("c", 2.5), ("c", 9)], [2.5]),
        ([("b", 0), ("a", 0.5), ("a", 5), ("b", 6), ("b", 7)], [7]),
    ],
)
def test_a_change_is_read_once_it_has_settled(
    offers: list[tuple[str, float]], reads: list[float]
) -> None:
    """A digest must stand still for a second; one that is taken back before is no change."""
    change = StableChange("a")
    assert reads == [now for digest, now in offers if change.offer(digest, now)]


def test_problems_are_told_with_their_place_and_cure() -> None:
    """An admin reads file, line, fault and cure, and how many more there are."""
    problem = Problem("news/a.md", 3, Severity.ERROR, "x", "ไม่มี title", "เติม title")
    message = describe([problem] * 12)
    assert "มีปัญหา 12 ข้อ" in message
    assert "news/a.md:3: ไม่มี title → เติม title" in message
    assert "และอีก 2 ข้อ" in message


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://x"),
        *(("BACKUP_RECIPIENT", no_key) for no_key in ("age1" + "q" * 58, "no-key", SECRET_KEY)),
    ],
)
def test_what_cannot_work_is_refused_at_once(name: str, value: str) -> None:
    """The message names the setting; nobody finds out hours later that there is no backup."""
    with pytest.raises((StartError, SettingsError), match=name):
        build(Settings.load(_env_file=None, **{name.lower(): value}))


@pytest.fixture
def log_lines() -> Iterator[io.StringIO]:
    """What the program logs."""
    stream = io.StringIO()
    before = logging.getLogger().handlers[:], logging.getLogger().level
    set_up_logging(
        Settings.load(
            _env_file=None,
            telegram_bot_token=TOKEN,
            database_url="postgresql://me:canary@host/db",
            telegram_webhook_secret="hook-canary",
        ),
        stream,
    )
    yield stream
    logging.getLogger().handlers[:], level = before[0], before[1]
    logging.getLogger().setLevel(level)


def test_f39_no_secret_reaches_the_log(log_lines: io.StringIO) -> None:
    """Messages, arguments and tracebacks of any library are cleaned."""
    log = logging.getLogger("some.library")
    log.warning("GET https://api.telegram.org/bot%s/getMe", TOKEN)
    log.warning("another token 987654321:ZZabcdefghijklmnopqrstuvwxyz0123456")
    log.warning("postgresql://me:canary@host/db and hook-canary")
    try:
        raise ValueError(TOKEN)
    except ValueError:
        log.exception("failed")
    text = log_lines.getvalue()
    assert 4 == len(text.splitlines())
    assert [] == re.findall(r"canary|\d{9}:", text)


def test_f39_each_event_is_one_json_line(log_lines: io.StringIO) -> None:
    """Newlines and escapes in a value cannot forge a second event."""
    logging.getLogger("x").warning("one\ntwo\u2028three\x1b[31m")
    (line,) = log_lines.getvalue().splitlines()
    assert "warning" == json.loads(line)["level"]
    assert line.isascii()


def test_request_lines_of_http_libraries_are_not_logged(log_lines: io.StringIO) -> None:
    """They carry the token in their address."""
    logging.getLogger("httpx").info("HTTP Request: POST")
    logging.getLogger("httpcore.connection").info("connect")
    assert "" == log_lines.getvalue()


PATIENCE = 120  # seconds for a program on a busy machine, which may compile its loops first


class Running:
    """The program as a process in `folder`, which gets two files with what it writes."""

    def __init__(
        self,
        folder: Path,
        *,
        before: Callable[[], None] | None = None,
        anew: bool = False,
        **settings: str,
    ) -> None:
        self._out, self._err = folder / "out", folder / "err"
        options: dict[str, Any] = {"err": self._err, "before": before, "anew": anew}
        self.process = program.start(folder, {"WEB_PORT": "0", **settings}, self._out, **options)

    def page(self, path: str = "/readyz") -> str:
        """A page of the running program."""
        with urllib.request.urlopen(f"{self.address}{path}", timeout=PATIENCE) as response:
            return str(response.read().decode())

    def outcome(self) -> int:
        """Wait for its end; the exit status."""
        return program.status(self.process, PATIENCE)

    def errors(self) -> str:
        """What the program, when it has ended, told those who look for faults."""
        return self._err.read_text("utf-8")

    def logged(self, level: str) -> list[dict[str, Any]]:
        """What it logged at a level."""
        lines = map(json.loads, self.errors().splitlines())
        return [line for line in lines if line["level"] == level]

    def entries(self) -> int:
        """How many entries are being served."""
        try:
            return int(json.loads(self.page())["entries"])
        except urllib.error.HTTPError:
            return 0

    def wait_for_entries(self, count: int) -> None:
        """Until so many entries are served; fails after `PATIENCE`."""
        for _ in range(PATIENCE * 20):
            if self.entries() == count:
                return
            time.sleep(0.05)
        raise AssertionError(f"{self.entries()} entries, not {count}")

    def started(self) -> str:
        """What it says when it serves: what is served and, without Telegram, the way in."""
        for _ in range(PATIENCE * 20):
            said = self._out.read_text("utf-8") if self._out.exists() else ""
            if said.count("\n") == 2:
                break
            assert self.process.is_alive(), self.errors()
            time.sleep(0.05)
        found = re.search(r"http://[\d.]+:\d+", said)
        assert found, said
        self.address = found[0]
        return said


@contextmanager
def running(folder: Path, **options: Any) -> Iterator[Running]:
    """Start the program in `folder`; it is killed at the end if it still runs."""
    bot = Running(folder, **options)
    try:
        yield bot
    finally:
        bot.process.kill()


def refusal(folder: Path, **values: object) -> str:
    """What the program says when it refuses to start."""
    values = {"database_url": f"sqlite:///{folder / 'bot.db'}", "web_port": 0, **values}
    settings = Settings.load(
        _env_file=None, knowledge_dir=folder / "knowledge", index_dir=folder / "index", **values
    )
    with pytest.raises(StartError) as caught:
        build(settings).run(lambda _line: None)
    return str(caught.value)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with a small knowledge base."""
    (tmp_path / "knowledge").mkdir()
    for number in range(5):
        (tmp_path / "knowledge" / f"e{number}.md").write_text(entry(f"เรื่องที่ {number}"), "utf-8")
    return tmp_path


@pytest.mark.process
def test_it_says_what_it_serves_and_stops_cleanly(home: Path) -> None:
    """What is served and, without Telegram, the way in; who stops it twice stops it once."""
    with running(home, anew=True) as bot:
        first, second = bot.started().splitlines()
        assert "ความรู้ 5 เรื่อง" in first
        assert "TELEGRAM_BOT_TOKEN" in first
        assert 5 == bot.entries()
        printed_link = re.search(r"http://[\d.:]+(/console/enter/[\w-]{22}) ", second)
        assert printed_link
        assert 'name="visit"' in bot.page(printed_link[1])
        for number in (signal.SIGTERM, signal.SIGINT):
            os.kill(bot.process.pid or 0, number)
        assert 0 == bot.outcome()
        assert [] == bot.logged("error")


async def dies(*_: object) -> None:
    raise ValueError(TOKEN)


def one_part_dies_and_another_hangs() -> None:
    """Done in the process before it starts."""
    serving._STOP_WITHIN = serving._GIVE_UP = 1.0
    serving.Schedule.run_due = lambda *_: time.sleep(3600)  # type: ignore
    serving.Watcher.run = dies  # type: ignore


@pytest.mark.process
def test_f39_a_part_that_dies_ends_the_program_though_another_hangs(home: Path) -> None:
    """A bot that half lives is started anew by nobody; the log says why, without secrets."""
    with running(home, before=one_part_dies_and_another_hangs) as bot:
        assert 1 == bot.outcome()
    (died,) = bot.logged("error")
    assert "dies" == died["part"]
    assert "ValueError: ***" in died["exception"]


async def test_a_part_that_ends_ends_the_others() -> None:
    """Unasked, that is a fault, and whoever starts the bot is told so."""
    stop = asyncio.Event()

    async def serves() -> None:
        await stop.wait()

    with pytest.raises(StartError, match="หยุดไปเอง"):
        await serving._until_stopped(stop, stop.set, asyncio.sleep(0), serves())
    await serving._until_stopped(stop, stop.set, serves(), serves())


@pytest.mark.process
def test_edits_go_live_and_faults_do_not(home: Path) -> None:
    """A good file is served soon, a broken one keeps its last good version and is named."""
    with running(home) as bot:
        bot.started()
        (home / "knowledge" / "new.md").write_text(entry("เรื่องใหม่"), "utf-8")
        bot.wait_for_entries(6)
        (home / "knowledge" / "e0.md").write_text("---\ntitle: [\n---\n", "utf-8")
        (home / "knowledge" / "new2.md").write_text(entry("เรื่องใหม่กว่า"), "utf-8")
        bot.wait_for_entries(7)
        bot.process.terminate()
        assert 0 == bot.outcome()
        assert ["e0.md:2 yaml"] == bot.logged("warning")[-1]["errors"]


async def test_the_parts_that_could_hang_show_when_they_last_began(home: Path) -> None:
    """So whoever asks whether the bot is well hears of one that does not go on."""
    url = f"sqlite:///{home / 'bot.db'}"
    knowledge = home / "knowledge"
    app = build(Settings.load(_env_file=None, database_url=url, knowledge_dir=knowledge))
    app.database.upgrade(app.clock())
    watcher = Watcher(app.desk.editions, app.clock, None, app.health.last_rounds)
    stop = asyncio.Event()
    parts = [asyncio.create_task(one) for one in (watcher.run(stop), app._keep_schedule(stop))]
    await asyncio.sleep(0)
    stop.set()
    await asyncio.gather(*parts)
    assert {"watch", "schedule"} == app.health.last_rounds.keys()
    app.database.close()


def test_f10_a_second_instance_is_refused(home: Path) -> None:
    """Two bots on one database would answer everything twice."""
    path = f"sqlite:///{home / 'bot.db'}"
    with Database(path).sole_user():
        assert "บอตอีกตัว" in refusal(home, database_url=path)


@pytest.mark.process
def test_it_starts_without_knowledge_and_serves_it_once_it_is_there(tmp_path: Path) -> None:
    """A missing folder is a problem that is told, not an end, and is cured while running."""
    with running(tmp_path) as bot:
        line = bot.started()
        assert "ความรู้ 0 เรื่อง" in line
        assert "มีปัญหา" in line
        with pytest.raises(urllib.error.HTTPError, match="503"):
            bot.page()
        (tmp_path / "knowledge").mkdir()
        (tmp_path / "knowledge" / "a.md").write_text(entry("มาแล้ว"), "utf-8")
        bot.wait_for_entries(1)


def test_a_taken_port_is_told(home: Path) -> None:
    """The message names the setting that cures it."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert "WEB_PORT" in refusal(home, web_port=taken.getsockname()[1])


@pytest.mark.process
def test_a_bad_setting_ends_the_start(home: Path) -> None:
    """The message names it, and nothing was created."""
    with running(home, TIMEZONE="Mars/Olympus") as bot:
        assert 1 == bot.outcome()
    assert "ค่า TIMEZONE ใช้ไม่ได้" in bot.errors()
    assert "Traceback" not in bot.errors()
    assert not (home / "var").exists()


def test_a_damaged_database_ends_the_start_and_stays_as_it_is(home: Path) -> None:
    """What is damaged is left for whoever has to rescue it."""
    path = home / "bot.db"
    path.write_bytes(b"no database" * 1000)
    assert "เสียหาย" in refusal(home)
    assert b"no database" * 1000 == path.read_bytes()
