"""A steady crowd at the fake Telegram: how long answers take, whether limits hold, who suffers.

    python -m benchmarks.load --rate 25 --seconds 120 --knowledge FOLDER

First what engine and store alone take for a question at a time, without Telegram and its library:
taken in and claimed, answered, finished and claimed for sending, on disk each time, as in the bot.
Then runs of one bot: just started, quiet (a question at a time), the crowd, half of it, and that
while one person floods. A wait is from delivery, when Telegram has the question, to arrival, when
the answer reaches Telegram; the 0.03 s that the fake then takes to reply are not part of it.
Everybody asks once, a question of benchmarks/data.
"""

import argparse
import gc
import itertools
import json
import os
import sqlite3
import tempfile
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from bot.app import build
from bot.desk.conversation.asking import IncomingMessage
from bot.desk.messaging.unit_of_work import OutgoingCall
from bot.dialogue.replies import plain_text
from bot.settings import Settings
from tests.support.fake_bot_api import TOKEN, FakeBotApi
from tests.support.running_bot import RunningBot
from tests.support.small_knowledge import small_knowledge
from tests.support.telegram_people import Person

T = TypeVar("T")

DATA = Path(__file__).parent / "data" / "release-questions.jsonl"
FLOODER = 1
FIRST = 10_000
_QUIET = 2.0  # questions a second when there is no crowd
_WARMING = 20  # questions until everything was used once
_GLANCE = 0.25  # seconds
_PATIENCE = 600.0  # seconds after the last question


@dataclass(frozen=True)
class Run:
    """One stretch of traffic: who asked when."""

    name: str
    asked: dict[int, float]

    def waits(self, api: FakeBotApi) -> list[float]:
        """Seconds from delivery to arrival, in order of size."""
        first = arrivals(api)
        return sorted(first[who] - at for who, at in self.asked.items() if who in first)

    def line(self, api: FakeBotApi) -> str:
        """What became of it."""
        waits, asked = self.waits(api), len(self.asked)
        return f"{self.name}: {asked} questions, lost {asked - len(waits)}, {shares(waits)}"


def main() -> None:
    """Ask, wait, count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rate", type=float, default=25, help="questions a second")
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--quiet", type=int, default=60, help="questions of the quiet run")
    parser.add_argument("--flood", type=float, default=100, help="messages a second of one person")
    parser.add_argument("--knowledge", type=Path, help="default: the few entries of the tests")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home, FakeBotApi(latency=0.03) as api:
        folder = options.knowledge or small_knowledge(Path(home) / "few")
        alone = Alone(Path(home), folder.resolve()).waits(options.quiet)
        gc.freeze()  # what it left; the driver's own halts would be measured as the bot's
        gc.disable()
        settings = {"KNOWLEDGE_DIR": str(folder.resolve())}
        with RunningBot(api, Path(home), **settings) as bot:
            tell(api, bot, options, alone)


def tell(api: FakeBotApi, bot: RunningBot, options: argparse.Namespace, alone: list[float]) -> None:
    """Every run of the bot, and what they say."""
    people = itertools.count(FIRST)
    run(api, people, "just started", _QUIET, 10)
    quiet = run(api, people, "quiet", _QUIET, options.quiet / _QUIET)
    spent = bot.cpu_seconds()
    crowd = run(api, people, "crowd", options.rate, options.seconds)
    spent = (bot.cpu_seconds() - spent) / len(crowd.asked)
    half = run(api, people, "half the crowd", options.rate / 2, options.seconds / 2)
    with flood(api, options.flood) as flooded:
        beside = run(api, people, "beside a flood", options.rate / 2, options.seconds / 2)
    usual, many, few, harmed = (share(one.waits(api), 0.95) for one in (quiet, crowd, half, beside))
    print(f"p95 of the crowd: {many / share(alone, 0.95):.1f} × that of engine and store alone,")
    print(f"  {many / usual:.1f} × that of the quiet run; the bar is 3")
    print(f"p95 beside a flood: {harmed / few:.1f} × that of half the crowd")
    print(f"flooder: {flooded[0]} messages, answered {len(answered(api, FLOODER))}")
    print(limits(api))
    print(f"processor time of the bot for a question of the crowd: {spent * 1000:.1f} ms")
    print(f"refused by the fake {len(api.violations)}, left {boxes(bot.database)}")
    bot.stop()


class Alone:
    """The desk of a bot of its own, on the same knowledge and disk, with nobody else at it."""

    def __init__(self, home: Path, knowledge: Path) -> None:
        values = {
            "telegram_bot_token": TOKEN,
            "database_url": f"sqlite:///{home / 'alone.db'}",
            "knowledge_dir": knowledge,
        }
        self._app = build(Settings.load(_env_file=None, **values))
        self._app.database.upgrade(self._app.clock())
        self._app.desk.editions.reload(self._app.clock())
        self._threads = ThreadPoolExecutor(1)
        gc.freeze()

    def waits(self, count: int) -> list[float]:
        """Seconds that engine and store take for a question; as often as in the quiet run."""
        took, texts = list[float](), itertools.cycle(questions())
        for number in range(-_WARMING, count):
            time.sleep(1 / _QUIET)
            begun = time.monotonic()
            self._handle(FIRST + number, next(texts))
            took.append(time.monotonic() - begun)
        took = sorted(took[_WARMING:])
        print(f"engine and store alone: {count} questions, {shares(took)}", flush=True)
        self._threads.shutdown()
        self._app.database.close()
        return took

    def _handle(self, who: int, text: str) -> None:
        """Up to the moment where a call would be made."""
        mail, desk, clock = self._app.desk.mailbox, self._app.desk, self._app.clock
        (received,) = self._claimed(mail.next_updates, mail.accept, [_update(who, text)])
        work = desk.new_work()
        answered = desk.asking.ask(work, IncomingMessage("telegram", who, who, 1, text, clock()))
        payload = {"text": plain_text(answered.reply)}
        work.send(OutgoingCall(who, "sendMessage", payload, question=answered.question_key))
        (call,) = self._claimed(mail.claim, mail.finish, received, work)
        mail.sent(call, 1, clock())

    def _claimed(
        self, claim: Callable[[datetime], list[T]], write: Callable[..., object], *details: object
    ) -> list[T]:
        """What is claimed of what is being written: whoever claims it is called meanwhile."""
        at, claims = self._app.clock(), list[Future[list[T]]]()
        write(*details, at, lambda: claims.append(self._threads.submit(claim, at)))
        return claims[0].result()


def _update(who: int, text: str) -> dict[str, object]:
    chat = {"id": who, "type": "private"}
    message = {"message_id": 1, "chat": chat, "text": text}
    return {"update_id": who, "message": message | {"from": {"id": who, "is_bot": False}}}


def run(api: FakeBotApi, people: Iterator[int], name: str, rate: float, seconds: float) -> Run:
    """A question from another person each time; returns, and tells, when all are answered."""
    begun, asked = time.monotonic(), dict[int, float]()
    texts = itertools.cycle(questions())
    for number in range(int(rate * seconds)):
        time.sleep(max(0.0, begun + number / rate - time.monotonic()))
        person = Person(api, next(people))
        asked[person.id] = time.monotonic()
        person.says(next(texts))
    while not asked.keys() <= arrivals(api).keys():
        time.sleep(_GLANCE)  # seldom: each look takes processor time that the bot may need
        if time.monotonic() - begun > seconds + _PATIENCE:
            break  # what is still missing is counted as lost
    done = Run(name, asked)
    print(f"{done.line(api)} (load average {os.getloadavg()[0]:.1f})", flush=True)
    return done


class flood:  # noqa: N801  used as a function
    """One person who writes without end while entered."""

    def __init__(self, api: FakeBotApi, rate: float) -> None:
        self._person = Person(api, FLOODER)
        self._rate = rate
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._write)
        self._count = [0]

    def __enter__(self) -> list[int]:
        self._thread.start()
        return self._count

    def __exit__(self, *_error: object) -> None:
        self._over.set()
        self._thread.join()

    def _write(self) -> None:
        begun = time.monotonic()
        while not self._over.is_set():
            time.sleep(max(0.0, begun + self._count[0] / self._rate - time.monotonic()))
            self._person.says(f"ท่วม {self._count[0]}")
            self._count[0] += 1


def questions() -> list[str]:
    """Questions people might ask about press releases."""
    lines = DATA.read_text("utf-8").splitlines()
    return [json.loads(line)["question"] for line in lines]


def arrivals(api: FakeBotApi) -> dict[int, float]:
    """When each person's first answer arrived."""
    first: dict[int, float] = {}
    for call in api.named("sendMessage"):
        if call.chat_id and call.chat_id >= FIRST:
            first.setdefault(call.chat_id, call.at)
    return first


def answered(api: FakeBotApi, who: int) -> list[float]:
    """When this person was written to."""
    return [call.at for call in api.named("sendMessage") if call.chat_id == who]


def limits(api: FakeBotApi) -> str:
    """The densest moments, beside what Telegram publishes."""
    chats: dict[int, list[float]] = defaultdict(list)
    for call in api.named("sendMessage"):
        chats[call.chat_id or 0].append(call.at)
    everything = [at for moments in chats.values() for at in moments]
    one = max(most_within(moments, 1.0) for moments in chats.values())
    return f"most in a second: {most_within(everything, 1.0)} over all, {one} to one chat"


def boxes(database: Path) -> dict[str, int]:
    """What the bot's own boxes hold, by state."""
    with sqlite3.connect(database) as connection:
        found: Counter[str] = Counter()
        for box in ("inbox", "outbox"):
            rows = connection.execute(f"SELECT state, count(*) FROM {box} GROUP BY state")  # noqa: S608
            found.update({f"{box}.{state}": number for state, number in rows})
    return dict(found)


def shares(waits: list[float]) -> str:
    """The usual, the long and the longest wait."""
    return ", ".join(f"p{int(part * 100)} {share(waits, part):.3f} s" for part in (0.5, 0.95, 1.0))


def share(sorted_values: list[float], part: float) -> float:
    """The value below which this part of the values lies."""
    return sorted_values[min(len(sorted_values) - 1, int(len(sorted_values) * part))]


def most_within(moments: list[float], seconds: float) -> int:
    """The most moments in any stretch of so many seconds."""
    moments = sorted(moments)
    most, start = 0, 0
    for end, moment in enumerate(moments):
        while moment - moments[start] >= seconds:
            start += 1
        most = max(most, end - start + 1)
    return most


if __name__ == "__main__":
    main()
