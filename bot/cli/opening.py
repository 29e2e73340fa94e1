"""What the commands stand on: settings, the day, the knowledge loaded and indexed."""

import sys
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Annotated

import typer

from bot.dialogue.answering import Responder
from bot.knowledge.entries import KnowledgeBase
from bot.knowledge.files import load_folder
from bot.knowledge.problems import has_errors
from bot.search import Index
from bot.search.storing import stored_index
from bot.settings import Settings, SettingsError
from bot.texts import Texts

KnowledgeOption = Annotated[
    Path | None,
    typer.Option(
        "--knowledge", metavar="DIR", help="โฟลเดอร์ความรู้ (ปกติใช้ KNOWLEDGE_DIR หรือ knowledge/)"
    ),
]
TodayOption = Annotated[
    datetime | None,
    typer.Option("--today", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="ให้ถือว่าวันนี้เป็นวันใด"),
]


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


def settings() -> Settings:
    """The settings; a wrong one ends the command with its cure."""
    try:
        return Settings.load()
    except SettingsError as error:
        raise stop(str(error)) from error


def moment(chosen: Settings, today: datetime | None) -> datetime:
    """Noon of `today` if given, else now; in the zone of the settings."""
    if today:
        return datetime.combine(today.date(), time(12), chosen.zone)
    return datetime.now(chosen.zone)  # noqa: TID251  the program's clock would load Telegram


def folders(chosen: Settings, knowledge: Path | None) -> tuple[Path, Path]:
    """The knowledge folder and the folder of what was taught."""
    if knowledge is None:
        return chosen.knowledge_dir, chosen.taught
    return knowledge, chosen.taught_dir or knowledge / "taught"


def opened(knowledge: Path | None, today: datetime | None) -> Opened:
    """Load and index the knowledge; warns on stderr of files that cannot be served."""
    chosen = settings()
    loaded = load_folder(*folders(chosen, knowledge))
    if has_errors(loaded.problems):
        count = len({problem.path for problem in loaded.problems})
        tell(f"มีไฟล์ความรู้ที่ใช้ไม่ได้หรือควรตรวจ {count} ไฟล์ ดูด้วยคำสั่ง knowledge check")
    texts, index = Texts.load(), stored_index(loaded.knowledge, chosen.index_dir)
    responder = Responder(loaded.knowledge, index, texts)
    return Opened(loaded.knowledge, index, responder, texts, moment(chosen, today))


def say(line: str) -> None:
    """Write a line to standard output at once; what UTF-8 cannot hold becomes "?"."""
    sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()


def tell(line: str) -> None:
    """Write a line for the person at the terminal to standard error."""
    sys.stderr.buffer.write(line.encode("utf-8", "replace") + b"\n")
    sys.stderr.buffer.flush()


def stop(message: str, status: int = 1) -> typer.Exit:
    """Tell why, and give what to raise to end the command."""
    tell(message)
    return typer.Exit(status)
