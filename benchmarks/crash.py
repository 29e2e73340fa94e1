"""Kill the bot again and again under load and count what citizens lost.

    python -m benchmarks.crash --questions 500 --rate 20 --users 250 --kills 20

Both bots face the same run, one after the other. The plain bot is python-telegram-bot's own
polling with one second of work per answer.
"""

import argparse
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Protocol

from tests.support.fake_bot_api import TOKEN, FakeBotApi
from tests.support.running_bot import RunningBot
from tests.support.telegram_people import Person

QUESTION = "ขอเบอร์กระทรวง อว. ครั้งที่ {number}"
SIGN = "0 2333 3700"
PLAIN = """
import asyncio, sys
from telegram.ext import Application, MessageHandler, filters
async def answer(update, context):
    await asyncio.sleep(1)
    await update.message.reply_text("0 2333 3700")
builder = Application.builder().token(sys.argv[1]).base_url(sys.argv[2])
app = builder.concurrent_updates(True).build()
app.add_handler(MessageHandler(filters.TEXT, answer))
app.run_polling()
"""


class Bot(Protocol):
    """A bot that can be started and killed."""

    def start(self) -> None: ...
    def kill(self) -> None: ...


class PlainBot:
    """An ordinary polling bot, as tutorials show it."""

    def __init__(self, api: FakeBotApi) -> None:
        self._api = api

    def start(self) -> None:
        polls = self._api.polls
        self._process = subprocess.Popen(
            [sys.executable, "-c", PLAIN, TOKEN, self._api.base_url],
            env=os.environ | {"PTB_TIMEDELTA": "true"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._api.wait_for(lambda: self._api.polls > polls, "the first poll", 60)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()


def drive(api: FakeBotApi, bot: Bot, options: argparse.Namespace) -> None:
    """Ask at a steady rate while killing at random moments, then wait for the rest."""
    chance = random.Random(options.seed)  # noqa: S311
    asking = threading.Thread(target=ask, args=(api, options))
    bot.start()
    asking.start()
    for _ in range(options.kills):
        time.sleep(chance.uniform(0, options.life))
        bot.kill()
        bot.start()
    asking.join()
    settle(api)


def ask(api: FakeBotApi, options: argparse.Namespace) -> None:
    """One question after the other at the given rate, whatever the bot does."""
    people = [Person(api, 10_000 + number) for number in range(options.users)]
    begun = time.monotonic()
    for number in range(options.questions):
        time.sleep(max(0.0, begun + number / options.rate - time.monotonic()))
        people[number % len(people)].says(QUESTION.format(number=number))


def settle(api: FakeBotApi) -> None:
    """Until nothing was sent for ten seconds."""
    count, since = -1, time.monotonic()
    while time.monotonic() - since < 10:
        if len(api.calls) != count:
            count, since = len(api.calls), time.monotonic()
        time.sleep(0.2)


def report(name: str, api: FakeBotApi, options: argparse.Namespace) -> None:
    """What arrived, compared with what was asked."""
    asked = Counter(10_000 + number % options.users for number in range(options.questions))
    arrived: Counter[int] = Counter()
    for call in api.named("sendMessage"):
        if call.status == 200 and call.chat_id and SIGN in str(call.parameters["text"]):
            arrived[call.chat_id] += 1
    lost, doubled = sum((asked - arrived).values()), sum((arrived - asked).values())
    print(
        f"{name}: {options.questions} questions at {options.rate}/s from {options.users} people,"
        f" {options.kills} x kill -9"
    )
    print(
        f"  lost {lost} ({lost / options.questions:.1%}), sent twice {doubled},"
        f" refused calls {len(api.violations)}"
    )


def counted(database: Path, options: argparse.Namespace) -> None:
    """What the bot itself knows of it."""
    with sqlite3.connect(database) as connection:
        resent, unknown = connection.execute(
            "SELECT sum(resend), sum(state = 'unknown') FROM outbox"
        ).fetchone()
        handled = connection.execute("SELECT count(*) FROM question").fetchone()[0]
    print(
        f"  processed twice {handled - options.questions}, sends in doubt counted {resent},"
        f" given up {unknown}"
    )


def run_plain(options: argparse.Namespace) -> None:
    """An ordinary polling bot."""
    with FakeBotApi(latency=options.latency) as api:
        plain = PlainBot(api)
        drive(api, plain, options)
        plain.kill()
        report("plain polling bot", api, options)


def run_ours(options: argparse.Namespace) -> None:
    """This bot."""
    with (
        tempfile.TemporaryDirectory() as home,
        FakeBotApi(latency=options.latency) as api,
    ):
        bot = RunningBot(api, Path(home))
        drive(api, bot, options)
        report("this bot", api, options)
        counted(bot.database, options)
        print(f"  status at SIGTERM {bot.stop()}")


def main() -> None:
    """Both, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=500)
    parser.add_argument("--rate", type=float, default=20)
    parser.add_argument("--users", type=int, default=250)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--latency", type=float, default=0.05, help="seconds of each call")
    parser.add_argument("--life", type=float, default=2.0, help="longest time up, in seconds")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=("ours", "plain"))
    options = parser.parse_args()
    if options.only != "plain":
        run_ours(options)
    if options.only != "ours":
        run_plain(options)


if __name__ == "__main__":
    main()
