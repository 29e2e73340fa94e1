"""A renderer for each language, and which of them a chat asked for."""

from bot.desk.messaging.chat_memory import TELEGRAM, ChatMemory, Visitor
from bot.telegram_ui.drawing.callbacks import Codec
from bot.telegram_ui.drawing.presses import Language
from bot.telegram_ui.drawing.render import Renderer
from bot.texts import Texts


class Renderers:
    """A renderer for each language, with its words."""

    def __init__(self, memory: ChatMemory, codec: Codec) -> None:
        self._memory = memory
        self._by_language = {
            str(language): Renderer(Texts.load(language), codec) for language in Language
        }
        self.thai = self._by_language[Language.TH]

    def all(self) -> dict[str, Renderer]:
        """Every renderer, by its language."""
        return self._by_language

    def of(self, language: str) -> Renderer:
        """The one of this language; Thai where there is none."""
        return self._by_language.get(language, self.thai)

    def of_chat(self, chat_id: int) -> Renderer:
        """The one of the language this chat asked for, or this person in private."""
        return self.of(self._memory.recall(Visitor(TELEGRAM, chat_id, chat_id)).language)
