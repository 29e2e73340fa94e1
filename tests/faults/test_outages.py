"""Telegram goes away and comes back, another program takes the token: the bot recovers."""

from pathlib import Path

from tests.support.fake_bot_api import FakeBotApi
from tests.support.served_face import ADMIN, ServedFace
from tests.support.telegram_people import Person

HOTLINE = "ขอเบอร์กระทรวง อว."
NUMBER = "0 2333 3700"


def fault(bot: ServedFace) -> str:
    """Why updates may not be coming in."""
    assert bot.app.telegram
    return bot.app.telegram.fault(bot.app.clock())


def test_f10_f12_away_and_back(tmp_path: Path) -> None:
    """Closed port, then a conflict, then all well; what was asked meanwhile is answered."""
    with FakeBotApi() as first:
        port = first.port
        bot = ServedFace(first, tmp_path, per_second=1.0).__enter__()
        first.wait_for(lambda: fault(bot) == "", "the bot to be ready")
    with FakeBotApi(port=port) as api:
        admin, person = Person(api, ADMIN), Person(api, 7)
        admin.says("/start")
        person.says(HOTLINE)
        assert NUMBER in person.hear(30).text
        api.wait_for(lambda: fault(bot) == "", "the bot to be ready again")

        api.trouble(
            method="getUpdates",
            times=99,
            status=409,
            description="terminated by other getUpdates request; one instance only",
        )
        person.says("สวัสดี")
        admin.sees(lambda message: "409 Conflict" in message.text)
        assert "another program uses the same token" in fault(bot)
        bot.__exit__(None, None, None)
