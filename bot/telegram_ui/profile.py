"""How the bot presents itself: name, descriptions and command menus, set only when different."""

import asyncio
import logging
from typing import Any

from telegram import Bot
from telegram.error import TelegramError

from bot.desk.staff.people import People, Role
from bot.telegram_ui.drawing.presses import Language
from bot.telegram_ui.drawing.renderers import Renderers
from bot.telegram_ui.handlers import Handlers
from bot.texts import Texts

_log = logging.getLogger(__name__)
_WORDS = (
    ("Name", "name", 64),
    ("ShortDescription", "short_description", 120),
    ("Description", "description", 512),
)


class Profile:
    """Telegram limits these calls strictly, so each one is asked for before it is set."""

    def __init__(self, bot: Bot, handlers: Handlers, renderers: Renderers, people: People) -> None:
        self._bot = bot
        self._handlers = handlers
        self._renderers = renderers
        self._people = people

    async def apply(self) -> None:
        """Set what differs; a refusal is noted and changes nothing else.

        Thai for everybody, other languages for those whose Telegram speaks them.
        """
        for language, renderer in self._renderers.all().items():
            place = {} if language == Language.TH else {"language_code": language}
            await self._speak(renderer.texts, place)
        for person in await asyncio.to_thread(self._people.everybody):
            texts = (await asyncio.to_thread(self._renderers.of_chat, person.user_id)).texts
            scope = {"type": "chat", "chat_id": person.user_id}
            menu = {"commands": self._handlers.menu(person.role, texts)}
            await self._attempt("Commands", menu, {"scope": scope})

    async def _speak(self, texts: Texts, place: dict[str, Any]) -> None:
        for method, key, limit in _WORDS:
            await self._attempt(method, {key: texts(f"bot.{key}").strip()[:limit]}, place)
        menu = self._handlers.menu(Role.CITIZEN, texts)
        await self._attempt("Commands", {"commands": menu}, place)

    async def _attempt(
        self, what: str, wanted: dict[str, Any], place: dict[str, Any] | None = None
    ) -> None:
        try:
            present = await self._bot.do_api_request(f"getMy{what}", api_kwargs=dict(place or {}))
            (value,) = wanted.values()
            if present not in (value, wanted):
                await self._bot.do_api_request(f"setMy{what}", api_kwargs=wanted | (place or {}))
        except TelegramError as error:
            _log.info("setMy%s was not possible: %s", what, error.message)
