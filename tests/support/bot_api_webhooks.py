"""How Telegram delivers to a webhook: in order for each chat, again and again until it gets 2xx."""

import asyncio
import json
import re
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import httpx

from tests.support.bot_api_messages import RefusedError

if TYPE_CHECKING:
    from tests.support.fake_bot_api import FakeBotApi

_PAUSE = 0.02  # seconds between two looks, and before the first retry
_PATIENCE = 5.0


def check_webhook(parameters: dict[str, Any]) -> None:
    """What setWebhook would not take; a test's own server may go without https."""
    if not re.match(r"https://|http://127\.0\.0\.1:", parameters["url"]):
        raise RefusedError("bad webhook: An HTTPS URL must be provided for webhook")
    if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", parameters.get("secret_token", "")):
        raise RefusedError("secret token contains unallowed characters")
    if not 1 <= parameters.get("max_connections", 40) <= 100:
        raise RefusedError("wrong max_connections")


class Deliveries:
    """Posts the updates of one fake to the webhook that is set, while it is set."""

    def __init__(self, api: "FakeBotApi") -> None:
        self._api = api
        self._task: asyncio.Task[None] | None = None
        self.last_error: dict[str, Any] = {}
        self.statuses: list[int] = []
        self.started = 0

    def start(self, loop: asyncio.AbstractEventLoop, hook: dict[str, Any]) -> None:
        """Begin to deliver to a new webhook; only those of this machine are really called."""
        self.started += 1
        if hook["url"].startswith("http://"):
            self._task = loop.create_task(self._run(hook))

    def stop(self, loop: asyncio.AbstractEventLoop) -> None:
        """Deliver no more; called from another thread."""

        async def end() -> None:
            if self._task:
                self._task.cancel()
                await asyncio.gather(self._task, return_exceptions=True)

        asyncio.run_coroutine_threadsafe(end(), loop).result(10)

    async def _run(self, hook: dict[str, Any]) -> None:
        """Deliver until another webhook is set or this one is deleted."""
        async with httpx.AsyncClient(timeout=_PATIENCE) as client:
            while self._api.hook is hook and self._api.webhook:
                heads = list(self._heads(hook))[: hook.get("max_connections", 40)]
                posts = [self._post(client, hook, *head) for head in heads]
                results = await asyncio.gather(*posts)
                await asyncio.sleep(0 if results and all(results) else _PAUSE)

    def _heads(self, hook: dict[str, Any]) -> Iterator[tuple[int, str]]:
        """The oldest update of every chat."""
        seen: set[Any] = set()
        for update_id, kind, raw in self._api.waiting():
            wanted = hook.get("allowed_updates")
            chat = _chat_of(json.loads(raw))
            if (not wanted or kind in wanted) and chat not in seen:
                seen.add(chat)
                yield update_id, raw

    async def _post(
        self, client: httpx.AsyncClient, hook: dict[str, Any], update_id: int, raw: str
    ) -> bool:
        headers = {
            "Content-Type": "application/json",
            "X-Telegram-Bot-Api-Secret-Token": hook.get("secret_token", ""),
        }
        try:
            answer = await client.post(hook["url"], content=raw, headers=headers)
            with self._api.locked():
                self.statuses.append(answer.status_code)
            if answer.is_success:
                self._api.delivered(update_id)
                return True
            message = f"Wrong response from the webhook: {answer.status_code}"
        except httpx.HTTPError as error:
            message = type(error).__name__
        now = int(time.time())  # noqa: TID251
        self.last_error = {"last_error_date": now, "last_error_message": message}
        return False


def _chat_of(update: Any) -> Any:
    for event in update.values() if isinstance(update, dict) else ():
        if isinstance(event, dict):
            message = event.get("message", event)
            chat = message.get("chat") if isinstance(message, dict) else None
            return chat.get("id") if isinstance(chat, dict) else None
    return None
