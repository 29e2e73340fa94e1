"""Killed without a word in the middle of its work, the program loses nothing."""

import sqlite3
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
    """Every question is answered; twice only where a send was under way; SIGTERM ends it well."""
    with FakeBotApi(latency=0.02) as api, RunningBot(api, tmp_path) as bot:
        crowd = [Person(api, 5000 + number) for number in range(CROWD)]
        for person in crowd:
            person.says("วทน. สัญจร จัดที่ไหน")
        api.wait_for(lambda: len(answers(api)) >= CROWD // 3, "a third of the answers")
        bot.kill()
        assert len(answers(api)) < CROWD
        bot.start()
        api.wait_for(lambda: len(answers(api)) == CROWD, "every answer", 60)
        api.wait_for(lambda: api.pending == 0, "everything to be confirmed")
        assert 0 == bot.stop()
        assert api.violations == []
        assert sum(answers(api).values()) - CROWD <= resent(bot.database)
        assert CROWD == questions(bot.database)
        assert "AAFakeToken" not in bot.log()
        assert "Traceback" not in bot.log()


def resent(database: Path) -> int:
    with sqlite3.connect(database) as connection:
        return int(connection.execute("SELECT sum(resend) FROM outbox").fetchone()[0])


def questions(database: Path) -> int:
    with sqlite3.connect(database) as connection:
        return int(connection.execute("SELECT count(*) FROM question").fetchone()[0])
