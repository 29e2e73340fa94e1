"""What the tests of the Telegram face share: a fake Telegram and a real mailroom."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.telegram_ui.line import App, Line, application, quieten_library
from tests.support.fake_bot_api import TOKEN, FakeBotApi
from tests.support.mail import Mail


@pytest.fixture
def api() -> Iterator[FakeBotApi]:
    with FakeBotApi() as served:
        yield served


@pytest.fixture
def mail(tmp_path: Path) -> Iterator[Mail]:
    opened = Mail(tmp_path)
    yield opened
    opened.database.close()


@pytest.fixture
async def app(api: FakeBotApi) -> AsyncIterator[App]:
    quieten_library()
    built = application(Line(TOKEN, api.base_url))
    await built.initialize()
    yield built
    await built.shutdown()
