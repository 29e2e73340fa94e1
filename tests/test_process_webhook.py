"""The program behind a webhook: Telegram posts, the bot stores, answers and survives."""

import socket
from pathlib import Path

import httpx
import pytest

from tests.support.fake_bot_api import FakeBotApi
from tests.support.running_bot import RunningBot
from tests.support.telegram_people import Person

pytestmark = pytest.mark.process


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def test_a_question_by_webhook_is_answered_and_none_is_lost(tmp_path: Path) -> None:
    """Asked and answered; what comes while it is down is kept and answered by polling."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    hook = {"TELEGRAM_WEBHOOK_URL": address, "TELEGRAM_WEBHOOK_SECRET": "open-sesame"}
    with FakeBotApi() as api, RunningBot(api, tmp_path, WEB_PORT=str(port), **hook) as bot:
        citizen = Person(api, 1900)
        citizen.says("ขอเบอร์กระทรวง อว.")
        assert "0 2333 3700" in citizen.hear().text
        assert 200 == httpx.get(f"{address}/readyz").status_code
        assert 403 == httpx.post(api.webhook, content=b"{}").status_code
        assert 0 == bot.stop()

        citizen.says("ขอเบอร์กระทรวง อว. อีกครั้ง")
        polling = RunningBot(api, tmp_path)
        with polling:
            assert "0 2333 3700" in citizen.hear().text
        assert [False] == api.drops
        assert [] == api.violations
        assert "open-sesame" not in bot.log()
