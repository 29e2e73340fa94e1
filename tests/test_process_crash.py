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


def test_f01_f02_f03_killed_and_stopped_under_load(tmp_path: Path) -> None:
    """kill -9; SIGTERM; SIGTERM and soon kill -9: nothing lost, doubles only where in flight."""
    with FakeBotApi(latency=0.04) as api, RunningBot(api, tmp_path) as bot:
        crowd = [Person(api, 5000 + number) for number in range(CROWD)]
        ask(crowd[:40])
        api.wait_for(lambda: len(answers(api)) >= 10, "the first answers")
        bot.kill()
        before = resent(bot.database)
        bot.start()
        ask(crowd[40:70])
        api.wait_for(lambda: len(answers(api)) >= 45, "some more answers")
        in_doubt = resent(bot.database)
        assert 0 == bot.stop()
        assert in_doubt == resent(bot.database) >= before
        assert len(answers(api)) < 70
        bot.start()
        ask(crowd[70:])
        api.wait_for(lambda: len(answers(api)) >= 75, "some more answers")
        bot.terminate()
        time.sleep(0.2)
        bot.kill()
        bot.start()
        api.wait_for(lambda: len(answers(api)) == CROWD, "every answer", 60)
        api.wait_for(lambda: api.pending == 0, "everything to be confirmed")
        assert 0 == bot.stop()
        assert api.violations == []
        assert sum(answers(api).values()) - CROWD <= resent(bot.database)
        assert CROWD == questions(bot.database)
        assert "AAFakeToken" not in bot.log()
        assert "Traceback" not in bot.log()


def ask(people: list[Person]) -> None:
    for person in people:
        person.says("วทน. สัญจร จัดที่ไหน")


def resent(database: Path) -> int:
    with sqlite3.connect(database) as connection:
        return int(connection.execute("SELECT sum(resend) FROM outbox").fetchone()[0])


def questions(database: Path) -> int:
    with sqlite3.connect(database) as connection:
        return int(connection.execute("SELECT count(*) FROM question").fetchone()[0])
