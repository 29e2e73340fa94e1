"""Killed without a word in the middle of its work, the program loses nothing."""

import sqlite3
import time
from pathlib import Path

import pytest

from tests.support.fake_bot_api import FakeBotApi
from tests.support.running_bot import RunningBot
from tests.support.telegram_people import Person

pytestmark = pytest.mark.process
CROWD = 100


def answers(api: FakeBotApi) -> dict[int, int]:
    """How many answers each citizen got; the notice that follows the first is not one."""
    with api.locked():
        found: dict[int, int] = {}
        for (chat_id, _), message in api.rules.messages.items():
            if "นครสวรรค์" in message.text and message.method:
                found[chat_id] = found.get(chat_id, 0) + 1
    return found


def test_kill_9_in_the_middle_of_a_hundred_questions(tmp_path: Path) -> None:
    """Every question is answered; twice only where a send was under way at a kill."""
    with FakeBotApi(latency=0.02) as api, RunningBot(api, tmp_path) as bot:
        crowd = [Person(api, 5000 + number) for number in range(CROWD)]
        for person in crowd:
            person.says("วทน. สัญจร จัดที่ไหน")
        for part in (20, 60):
            api.wait_for(lambda part=part: len(answers(api)) >= part, f"{part} answers")  # type: ignore[misc]
            bot.kill()
            bot.start()
        api.wait_for(lambda: len(answers(api)) == CROWD, "every answer", 60)
        api.wait_for(lambda: api.pending == 0, "everything to be confirmed")
        assert 0 == bot.stop()
        assert api.violations == []
        assert sum(answers(api).values()) - CROWD <= resent(bot.database)
        assert CROWD == questions(bot.database)


def resent(database: Path) -> int:
    with sqlite3.connect(database) as connection:
        return int(connection.execute("SELECT sum(resend) FROM outbox").fetchone()[0])


def questions(database: Path) -> int:
    with sqlite3.connect(database) as connection:
        return int(connection.execute("SELECT count(*) FROM question").fetchone()[0])


def test_a_locked_database_delays_and_loses_nothing(tmp_path: Path) -> None:
    """Another program holds the database for a while; afterwards the question is answered."""
    with FakeBotApi() as api, RunningBot(api, tmp_path) as bot:
        person = Person(api, 5001)
        held = sqlite3.connect(bot.database, isolation_level=None)
        held.execute("BEGIN IMMEDIATE")
        person.says("วทน. สัญจร จัดที่ไหน")
        begun = time.monotonic()
        api.wait_for(lambda: time.monotonic() - begun > 5.5 or api.pending == 0, "a while", 7)
        assert 1 == api.pending
        held.execute("ROLLBACK")
        held.close()
        assert "นครสวรรค์" in person.hear().text
