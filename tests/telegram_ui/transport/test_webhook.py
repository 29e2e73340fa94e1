"""What Telegram posts is on disk before it gets its 200; what anybody else posts does nothing."""

import asyncio
import json
import random
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import Response
from telegram import Bot

from bot.telegram_ui.transport.receiver import WANTED
from bot.telegram_ui.transport.webhook import MAX_BODY, Hook, Webhook, WebhookRefusedError
from tests.desk.builders import update
from tests.support.fake_bot_api import FakeBotApi
from tests.support.mail import Mail, until

HOOK = Hook("https://bot.example.go.th/telegram", "open-sesame_1313")
HEADER = "x-telegram-bot-api-secret-token"


@pytest.fixture
def webhook(bot: Bot, mail: Mail) -> Webhook:
    return Webhook(bot, mail.box, mail.clock, threading.Event(), HOOK)


async def post(webhook: Webhook, body: bytes, secret: str | None = HOOK.secret) -> Response:
    """One post, cut into chunks as a network would."""
    chunks = [body[at : at + 65536] for at in range(0, len(body), 65536)] or [b""]

    async def receive() -> dict[str, Any]:
        chunk = chunks.pop(0)
        return {"type": "http.request", "body": chunk, "more_body": bool(chunks)}

    headers = [] if secret is None else [(HEADER.encode(), secret.encode("utf-8", "replace"))]
    scope = {"type": "http", "method": "POST", "path": webhook.path, "headers": headers}
    return await webhook.receive(Request(scope, receive))


def as_json(number: int, text: str = "สวัสดี") -> bytes:
    return json.dumps(update(number, number, text)).encode()


async def test_a_post_is_on_disk_when_it_is_answered(webhook: Webhook, mail: Mail) -> None:
    """200, without a body: a method called there would have an unknown fate."""
    answer = await post(webhook, as_json(1))
    assert (200, b"") == (answer.status_code, answer.body)
    assert ["new"] == [row.state for row in mail.inbox()]


async def test_f07_the_same_update_twice_at_once(webhook: Webhook, mail: Mail) -> None:
    """Both posts get 200, there is one row."""
    answers = await asyncio.gather(*(post(webhook, as_json(7)) for _ in range(4)))
    assert {200} == {answer.status_code for answer in answers}
    assert 1 == len(mail.inbox())


@pytest.mark.parametrize("secret", [None, "", "open-sesame_131", "open-sesame_13133", "ก\x00"])
async def test_without_the_secret_nothing_happens(
    webhook: Webhook, mail: Mail, secret: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    """403, counted, nothing stored, nothing of it in the log."""
    assert 403 == (await post(webhook, as_json(1), secret)).status_code
    assert [] == mail.inbox()
    assert 1 == mail.box.metrics.registry.get_sample_value("thamwit_forged_total")
    assert "" == caplog.text


@pytest.mark.parametrize(
    "body", [b"", b"{", b"\xff\xfe", b"[" * 200_000, b"9" * 5000, b'"x"', b'{"update_id": "1"}']
)
async def test_what_is_no_update_is_kept_as_dead(webhook: Webhook, mail: Mail, body: bytes) -> None:
    """With the right secret it is Telegram's: answered with 200, or it would block its chat."""
    assert 200 == (await post(webhook, body)).status_code
    assert ["dead"] == [row.state for row in mail.inbox()]


async def test_a_body_has_a_limit(webhook: Webhook, mail: Mail) -> None:
    """Read no further than the limit, whatever the sender says of its length."""
    assert 413 == (await post(webhook, b" " * (MAX_BODY + 1))).status_code
    assert 200 == (await post(webhook, as_json(1, "ก" * 20_000))).status_code
    assert 1 == len(mail.inbox())


async def test_a_failing_database_makes_telegram_come_again(
    webhook: Webhook, mail: Mail, monkeypatch: pytest.MonkeyPatch
) -> None:
    """503 with a time to come back; the next try succeeds."""

    def broken(*_details: Any) -> int:
        raise OSError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(mail.box, "accept", broken)
        answer = await post(webhook, as_json(1))
    assert (503, "5") == (answer.status_code, answer.headers["retry-after"])
    assert 200 == (await post(webhook, as_json(1))).status_code
    assert 1 == len(mail.inbox())


async def test_f36_no_forged_post_is_accepted(webhook: Webhook, mail: Mail) -> None:
    """Four thousand mutations of the secret: none gets in."""
    chance = random.Random(36)  # noqa: S311
    alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-\x00ก é"
    tried: set[str] = set()
    while len(tried) < 4000:
        letters = list(HOOK.secret)
        for _ in range(chance.randint(1, 3)):
            place = chance.randrange(len(letters) + 1)
            letters[place : place + chance.randint(0, 1)] = chance.choice(alphabet)
        tried.add("".join(letters))
    tried.discard(HOOK.secret)
    for forged in tried:
        assert 403 == (await post(webhook, b"{}", forged)).status_code
    assert [] == mail.inbox()


async def test_f36_no_mutated_post_breaks_anything(webhook: Webhook, mail: Mail) -> None:
    """With the right secret every body is stored, whatever became of its bytes."""
    chance = random.Random(37)  # noqa: S311
    for number in range(150):
        body = bytearray(as_json(number))
        for _ in range(chance.randint(1, 4)):
            body[chance.randrange(len(body))] = chance.randrange(256)
        assert 200 == (await post(webhook, bytes(body))).status_code
    assert len(mail.inbox()) > 50


@contextmanager
def looking(webhook: Webhook) -> Iterator[asyncio.Task[None]]:
    stop = asyncio.Event()
    task = asyncio.ensure_future(webhook.run(stop))
    yield task
    stop.set()


@pytest.fixture
async def announced(webhook: Webhook, mail: Mail) -> AsyncIterator[Webhook]:
    with looking(webhook) as task:
        await until(lambda: webhook.fault(mail.clock()) == "")
        yield webhook
    await asyncio.wait([task])


async def test_the_address_is_announced(announced: Webhook, api: FakeBotApi) -> None:
    """Hard to guess, the same after a restart, without token or secret, kinds named, none lost."""
    assert HOOK.address == api.hook["url"] == f"https://bot.example.go.th{announced.path}"
    assert announced.path.startswith("/telegram/hook/")
    assert HOOK.secret == api.hook["secret_token"]
    assert HOOK.secret not in HOOK.address + repr(HOOK)
    assert WANTED == api.hook["allowed_updates"]
    assert 10 == api.hook["max_connections"]
    assert api.hook["drop_pending_updates"] is False
    assert [] == api.violations


async def test_what_telegram_says_of_us_is_told(
    webhook: Webhook, mail: Mail, api: FakeBotApi
) -> None:
    """A backlog, a failed delivery, and silence make the bot not ready."""
    assert "not set yet" in webhook.fault(mail.clock())
    for number in range(100):
        api.push("message", {"n": number})
    with looking(webhook):
        await until(lambda: "100 updates wait" in webhook.fault(mail.clock()))
    mail.clock.skip(91)
    assert "has not answered since" in webhook.fault(mail.clock())
    api.restart_ids(1)
    api.deliveries.last_error = {
        "last_error_date": int(mail.clock().timestamp()),
        "last_error_message": "Connection refused",
    }
    with looking(webhook):
        await until(lambda: "Connection refused" in webhook.fault(mail.clock()))


async def test_an_address_telegram_will_not_have_ends_the_start(bot: Bot, mail: Mail) -> None:
    """Waiting would not help; the message names the setting and Telegram's reason."""
    webhook = Webhook(bot, mail.box, mail.clock, threading.Event(), Hook("http://bot.example", "x"))
    with pytest.raises(WebhookRefusedError, match=r"(?i)TELEGRAM_WEBHOOK_URL.*HTTPS URL must"):
        await webhook.run(asyncio.Event())


async def test_trouble_on_the_line_passes(webhook: Webhook, api: FakeBotApi, mail: Mail) -> None:
    """Floods and bad gateways at the start are waited for."""
    api.trouble(method="getWebhookInfo", status=429, parameters={"retry_after": 1})
    api.trouble(method="setWebhook", status=502)
    with looking(webhook):
        await until(lambda: webhook.fault(mail.clock()) == "")
    assert HOOK.address == api.webhook
