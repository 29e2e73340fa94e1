"""Nothing is confirmed before it is on disk, and nothing that comes twice counts twice."""

import asyncio
import threading
from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import Bot

from bot.telegram_ui.transport.receiver import Receiver, TokenRefusedError
from tests.support.fake_bot_api import FakeBotApi
from tests.support.mail import Mail, until
from tests.support.telegram_people import Person


class Receiving:
    """A receiver at work."""

    def __init__(self, bot: Bot, mail: Mail) -> None:
        self.stop = asyncio.Event()
        self.receiver = Receiver(bot, mail.box, mail.clock, threading.Event(), conflict_pause=0.1)
        self.task = asyncio.ensure_future(self.receiver.run(self.stop))


@pytest.fixture
async def receiving(bot: Bot, mail: Mail, api: FakeBotApi) -> AsyncIterator[Receiving]:
    api.webhook = "https://example.org/hook"
    started = Receiving(bot, mail)
    yield started
    started.stop.set()
    await asyncio.wait([started.task])


async def test_f11_updates_are_stored_then_confirmed(
    receiving: Receiving, mail: Mail, api: FakeBotApi
) -> None:
    """A webhook left behind is removed without dropping what waits; then everything comes in."""
    for number in range(3):
        Person(api, 7).says(f"คำถาม {number}")
    await until(lambda: len(mail.inbox()) == 3)
    await until(lambda: api.pending == 0)

    assert [False] == api.drops
    assert api.violations == []


async def test_nothing_is_confirmed_while_the_database_fails(
    receiving: Receiving, mail: Mail, api: FakeBotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same update is fetched again until it could be stored."""
    accept, failed = mail.box.accept, asyncio.Event()

    def broken(*details: Any) -> int:
        if not failed.is_set():
            failed.set()
            raise OSError("disk full")
        return accept(*details)

    monkeypatch.setattr(mail.box, "accept", broken)
    Person(api, 7).says("คำถาม")
    await failed.wait()
    assert 1 == api.pending
    await until(mail.inbox)
    await until(lambda: api.pending == 0)


@pytest.mark.parametrize(
    "trouble",
    [
        {"status": 409, "description": "terminated by other getUpdates request"},
        {"status": 502, "description": "Bad Gateway"},
        {"status": 429, "description": "retry", "parameters": {"retry_after": 1}},
        {"hang_up": "before"},
    ],
)
async def test_f12_receiving_goes_on_after_trouble(
    receiving: Receiving, mail: Mail, api: FakeBotApi, trouble: dict[str, Any]
) -> None:
    """Conflicts, bad gateways, floods and broken lines pass."""
    knob = api.trouble(method="getUpdates", **trouble)
    Person(api, 7).says("หนึ่ง")
    await until(lambda: knob.times == 0)
    await until(lambda: len(mail.inbox()) == 1)


async def test_f11_a_webhook_set_meanwhile_is_removed(
    receiving: Receiving, mail: Mail, api: FakeBotApi
) -> None:
    """Somebody's setWebhook must not silence the bot."""
    await until(lambda: api.drops)
    api.webhook = "https://example.org/other"
    Person(api, 7).says("หนึ่ง")
    await until(mail.inbox)

    assert api.drops == [False, False]


async def test_f09_ids_may_start_again(receiving: Receiving, mail: Mail, api: FakeBotApi) -> None:
    """After a quiet week Telegram may count from anywhere, also from below."""
    Person(api, 7).says("เก่า")
    await until(lambda: api.pending == 0 and mail.inbox())
    api.restart_ids(50)
    Person(api, 7).says("ใหม่")
    await until(lambda: len(mail.inbox()) == 2)
    await until(lambda: api.pending == 0)


async def test_f06_unknown_kinds_and_broken_updates_are_stored_too(
    receiving: Receiving, mail: Mail, api: FakeBotApi
) -> None:
    """Whatever has an id is kept; a lone surrogate does not harm the batch."""
    api.push_raw(20_000, "message", {"update_id": 20_000, "future_kind": {"x": "\ud83d"}})
    api.push_raw(20_001, "message", {"update_id": 20_001, "message": {"chat": "no chat"}})
    Person(api, 7).says("ดี")
    await until(lambda: len(mail.inbox()) == 3)


async def test_a_revoked_token_ends_the_receiver(
    receiving: Receiving, mail: Mail, api: FakeBotApi
) -> None:
    """There is nothing to wait for."""
    api.trouble(method="getUpdates", status=401, description="")
    Person(api, 7).says("หนึ่ง")
    with pytest.raises(TokenRefusedError, match="TELEGRAM_BOT_TOKEN"):
        await asyncio.wait_for(asyncio.shield(receiving.task), 10)


async def test_f10_a_second_program_with_the_token_is_told_and_outlasted(
    receiving: Receiving, mail: Mail, api: FakeBotApi
) -> None:
    """Not ready while it lasts, the admins hear of it once, and all goes on when it is gone."""
    fault = receiving.receiver.fault
    await until(lambda: fault(mail.clock()) == "")
    knob = api.trouble(
        method="getUpdates", times=3, status=409, description="terminated by other getUpdates"
    )
    Person(api, 7).says("หนึ่ง")
    await until(lambda: "same token" in fault(mail.clock()))
    await until(lambda: knob.times == 0)
    await until(mail.inbox)
    await until(lambda: fault(mail.clock()) == "")

    told = [row.payload for row in mail.outbox()]
    assert 1 == len(told)
    assert "409 Conflict" in told[0]


async def test_f13_a_line_that_says_nothing_is_given_up(
    bot: Bot, mail: Mail, api: FakeBotApi
) -> None:
    """Accepted and then silent: the poll ends by itself, the next one brings the update."""
    receiver = Receiver(bot, mail.box, mail.clock, threading.Event(), patience=0.3)
    stop = asyncio.Event()
    knob = api.trouble(method="getUpdates", delay=5.0)
    Person(api, 7).says("หนึ่ง")
    task = asyncio.ensure_future(receiver.run(stop))
    await until(lambda: "TimedOut" in receiver.fault(mail.clock()))
    await until(mail.inbox)
    stop.set()
    await asyncio.wait([task])

    assert 0 == knob.times


async def test_silence_is_noticed(receiving: Receiving, mail: Mail) -> None:
    """A minute without an answer is a fault, whatever the reason."""
    await until(lambda: receiving.receiver.fault(mail.clock()) == "")
    mail.clock.skip(61)
    assert "has not answered since" in receiving.receiver.fault(mail.clock())
