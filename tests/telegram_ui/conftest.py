"""What the tests of the Telegram face share: a fake Telegram and a real mailbox."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from telegram import Bot

from bot.telegram_ui.transport.application import ApiAccess, make_bot
from tests.support.fake_bot_api import TOKEN, FakeBotApi
from tests.support.mail import Mail
from tests.support.served_face import ADMIN, OFFICER, ROOM, ServedFace
from tests.support.telegram_people import Person


@pytest.fixture
def api() -> Iterator[FakeBotApi]:
    with FakeBotApi() as served:
        yield served


@pytest.fixture
def settings() -> dict[str, Any]:
    """What the bot that is `served` is told beside the usual; tests of their own override it."""
    return {}


@pytest.fixture
def served(api: FakeBotApi, tmp_path: Path, settings: dict[str, Any]) -> Iterator[ServedFace]:
    """The whole bot, and at the end that it did nothing that Telegram refuses."""
    with ServedFace(api, tmp_path, **settings) as face:
        yield face
    assert [] == api.violations


@pytest.fixture
def citizen(served: ServedFace, api: FakeBotApi) -> Person:
    return Person(api, 2001)


@pytest.fixture
def other(served: ServedFace, api: FakeBotApi) -> Person:
    """Another citizen."""
    return Person(api, 2002)


@pytest.fixture
def clerk(served: ServedFace, api: FakeBotApi) -> Person:
    """Somebody of the staff, alone with the bot."""
    return Person(api, OFFICER, "เจ้าหน้าที่")


@pytest.fixture
def admin(served: ServedFace, api: FakeBotApi) -> Person:
    return Person(api, ADMIN, "แอดมิน")


@pytest.fixture
def forum() -> bool:
    """Whether the staff room has topics."""
    return False


@pytest.fixture
def officer(api: FakeBotApi, forum: bool) -> Person:
    """Somebody in the staff room."""
    person = Person(api, OFFICER, "เจ้าหน้าที่", group=ROOM)
    person.chat["is_forum"] = forum
    api.rules.chats[ROOM] = person.chat
    return person


@pytest.fixture
def mail(tmp_path: Path) -> Iterator[Mail]:
    opened = Mail(tmp_path)
    yield opened
    opened.database.close()


@pytest.fixture
async def bot(api: FakeBotApi) -> AsyncIterator[Bot]:
    built = make_bot(ApiAccess(TOKEN, api.base_url))
    await built.initialize()
    yield built
    await built.shutdown()
