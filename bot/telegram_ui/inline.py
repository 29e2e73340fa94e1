"""Inline mode: `@bot คำถาม` in any chat shows answers to choose from, each with source and date.

Telegram gives up on an inline query after half a minute, and people send one with every few
letters. So these never enter the inbox: they are answered at once or not at all, one after the
other, only the newest of each person, and whatever goes wrong with them harms nobody else.
"""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from telegram import Bot

from bot.desk.conversation.asking import Asking, Suggestion
from bot.telegram_ui.drawing.markup import sendable, shortened
from bot.telegram_ui.drawing.render import Renderer
from bot.telegram_ui.drawing.renderers import Renderers
from bot.telegram_ui.transport.wakeup import Wakeup, wait_for

MOST = 10  # answers shown; Telegram would take 50
_CACHED = 30  # seconds Telegram may show the same again: what is published soon shows here too
_WAITING = 50  # people whose query waits; who comes then goes without
_PATIENCE = 10.0  # seconds for Telegram to take an answer
_GLANCE = 5.0  # seconds between looks without a wake-up
_TITLE, _LINE = 80, 120  # characters of a result's two lines
START = "ask"  # what the button over the results brings to the chat with the bot
_log = logging.getLogger(__name__)


class Inline:
    """Answers inline queries beside everything else."""

    def __init__(
        self, *, bot: Bot, asking: Asking, renderers: Renderers, clock: Callable[[], datetime]
    ) -> None:
        self._bot = bot
        self._asking = asking
        self._renderers = renderers
        self._clock = clock
        self._wakeup = Wakeup()
        self._waiting: OrderedDict[int, dict[str, Any]] = OrderedDict()

    def divert(self, updates: Iterable[Any]) -> list[Any]:
        """The updates without inline queries, which are taken in here."""
        kept = []
        for update in updates:
            query = update.get("inline_query") if isinstance(update, dict) else None
            if query is None:
                kept.append(update)
            else:
                self._take(query)
        return kept

    async def run(self, stop: asyncio.Event) -> None:
        """Answer until told to stop."""
        async with self._wakeup.woken_by(stop):
            while not stop.is_set():
                woken = self._wakeup.next()
                if not self._waiting:
                    await wait_for(woken, _GLANCE)
                    continue
                _, query = self._waiting.popitem(last=False)
                try:
                    await self._answer(query)
                except Exception as error:  # too old by now, or the network; the next one is near
                    _log.info("an inline query went unanswered: %s", type(error).__name__)

    def _take(self, query: Any) -> None:
        """Remember a query; a later one of the same person takes the place of an earlier."""
        if not isinstance(query, dict) or not isinstance(query.get("from"), dict):
            return
        user = query["from"].get("id")
        if isinstance(user, int) and (user in self._waiting or len(self._waiting) < _WAITING):
            self._waiting[user] = query
            self._wakeup.wake()

    async def _answer(self, query: dict[str, Any]) -> None:
        text = str(query.get("query", ""))
        asks = query["from"]["id"]
        renderer = await asyncio.to_thread(self._renderers.of_chat, asks)
        found = await asyncio.to_thread(
            self._asking.suggestions, text, self._clock(), MOST, renderer.texts.language
        )
        label = "inline.ask_in_chat" if found or not text.strip() else "inline.nothing"
        answer = {
            "inline_query_id": str(query.get("id", "")),
            "results": [self._result(one, renderer) for one in found],
            "cache_time": _CACHED,
            "is_personal": True,  # the next who asks the same may read another language
            "button": {"text": renderer.texts(label), "start_parameter": START},
        }
        await self._bot.do_api_request(
            "answerInlineQuery", api_kwargs=answer, read_timeout=_PATIENCE
        )

    def _result(self, one: Suggestion, renderer: Renderer) -> dict[str, Any]:
        """One answer to choose; its text is the one the bot gives in its own chat."""
        message = renderer.reply(one.reply)[0]
        result = {
            "type": "article",
            "id": one.key,
            "title": shortened(sendable(one.title), _TITLE),
            "description": shortened(sendable(one.line), _LINE),
            "input_message_content": {
                "message_text": message["text"],
                "parse_mode": message["parse_mode"],
                "link_preview_options": message["link_preview_options"],
            },
        }
        if one.entry:
            url = f"https://t.me/{self._bot.username}?start=e_{one.key}"
            button = {"text": renderer.texts("inline.more"), "url": url}
            result["reply_markup"] = {"inline_keyboard": [[button]]}
        return result
