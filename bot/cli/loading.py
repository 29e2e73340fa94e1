"""The knowledge loaded, indexed and ready to answer, for commands that ask it."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bot.cli.terminal import folders, moment, settings, tell
from bot.dialogue.responder import Responder
from bot.knowledge.entries import KnowledgeBase
from bot.knowledge.files import load_folder
from bot.knowledge.problems import has_errors
from bot.search import Index
from bot.search.storing import stored_index
from bot.texts import Texts, sentence


@dataclass(frozen=True, slots=True)
class Opened:
    """Knowledge ready to answer, and the moment it is asked at."""

    knowledge: KnowledgeBase
    index: Index
    responder: Responder
    texts: Texts
    at: datetime  # aware

    @property
    def today(self) -> date:
        """The day that "เดือนหน้า" is counted from."""
        return self.at.date()


def opened(knowledge: Path | None, today: datetime | None) -> Opened:
    """Load and index the knowledge; warns on stderr of files that cannot be served."""
    chosen = settings()
    loaded = load_folder(*folders(chosen, knowledge))
    if has_errors(loaded.problems):
        count = len({problem.path for problem in loaded.problems})
        tell(sentence("cli.unfit_files", count=count))
    texts, index = Texts.load(), stored_index(loaded.knowledge, chosen.index_dir)
    responder = Responder(loaded.knowledge, index, texts)
    return Opened(loaded.knowledge, index, responder, texts, moment(chosen, today))
