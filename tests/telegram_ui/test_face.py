"""The face as a whole: what people do not notice, and what nobody may fail to notice."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.telegram_ui.inline import Inline
from bot.telegram_ui.profile import Profile
from bot.telegram_ui.transport import pacing, sender, worker
from bot.telegram_ui.transport.receiver import Receiver
from bot.telegram_ui.transport.sender import Sender
from bot.telegram_ui.transport.worker import Worker
from tests.support.fake_bot_api import FakeBotApi
from tests.support.served_face import ServedFace
from tests.support.telegram_people import Person


async def fails(*_: Any) -> None:
    """What a part does instead of its work."""
    await asyncio.sleep(0)
    raise ZeroDivisionError("boom")


def ask_once(api: FakeBotApi, home: Path) -> str:
    """The answer of a bot that is started for one question."""
    with ServedFace(api, home):
        person = Person(api, 7)
        person.says("ขอเบอร์กระทรวง อว.")
        return person.hear(600).text


def test_a_bot_that_cannot_introduce_itself_answers(
    api: FakeBotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Menus that could not be looked up are no reason to be silent."""
    monkeypatch.setattr(Profile, "apply", fails)
    assert "0 2333 3700" in ask_once(api, tmp_path)


@pytest.mark.parametrize("part", [Receiver, Worker, Sender, Inline])
def test_no_part_dies_alone(
    api: FakeBotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: type
) -> None:
    """The bot ends, and whoever waits for it hears at once why; the next starts as always."""
    monkeypatch.setattr(part, "run", fails)
    with pytest.raises(AssertionError, match=r"the bot died: (?s:.*)boom"):
        ask_once(api, tmp_path)
    assert ("", 1.0) == (api.obituary(), pacing.PER_SECOND)


def test_whoever_waits_is_called(
    api: FakeBotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Chats with several messages at once, more than are handled at once; nobody just looks."""
    for part in (worker, sender):
        monkeypatch.setattr(part, "_GLANCE", 600.0)
    with ServedFace(api, tmp_path):
        people = [Person(api, number) for number in range(7, 12)]
        for question in ("ขอเบอร์กระทรวง อว.", "ขอเบอร์กระทรวง", "สวัสดี"):
            for person in people:
                person.says(question)
        assert [3] * 5 == [len(person.hears(3, 60)) for person in people]
