"""The languages the bot speaks, and which of them a chat asked for."""

from collections.abc import Callable, Sequence
from typing import Any

from bot.desk.intake import TELEGRAM
from bot.desk.memory import Memory, Visitor
from bot.desk.work import Outgoing
from bot.telegram_ui.callbacks import Codec
from bot.telegram_ui.presses import Language
from bot.telegram_ui.render import Renderer
from bot.texts import Texts

# What is told unasked, as one chat gets it: the chat, then what it is told of.
Draw = Callable[..., Sequence[Outgoing]]


class Voices:
    """A renderer for each language, with its words."""

    def __init__(self, memory: Memory, codec: Codec) -> None:
        self.codec = codec
        self._memory = memory
        self.renderers = {
            str(language): Renderer(Texts.load(language), codec) for language in Language
        }

    def of(self, language: str) -> Renderer:
        """The one that speaks this language; Thai where there is none."""
        return self.renderers.get(language, self.renderers[Language.TH])

    def of_chat(self, chat_id: int) -> Renderer:
        """The one that speaks what this chat asked for, or this person in private."""
        return self.of(self._memory.recall(Visitor(TELEGRAM, chat_id, chat_id)).language)

    def drawing(self, make: Callable[[Renderer], Draw]) -> Draw:
        """Draws for each chat in its language; `make` gives what draws in one."""
        draws = {renderer: make(renderer) for renderer in self.renderers.values()}

        def draw(chat_id: int, *details: Any) -> Sequence[Outgoing]:
            return draws[self.of_chat(chat_id)](chat_id, *details)

        return draw
