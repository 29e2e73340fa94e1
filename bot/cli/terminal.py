"""What every command has: settings, the day, and a person at the terminal."""

import sys
from datetime import datetime, time
from pathlib import Path
from typing import Annotated

import typer

from bot.settings import Settings, SettingsError
from bot.texts import sentence

KnowledgeOption = Annotated[
    Path | None, typer.Option("--knowledge", metavar="DIR", help=sentence("cli.folder"))
]
TodayOption = Annotated[
    datetime | None,
    typer.Option("--today", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help=sentence("cli.today")),
]
_BUDDHIST = 2400  # no day of our news is as late by the common era


def settings() -> Settings:
    """The settings; a wrong one ends the command with its cure."""
    try:
        return Settings.load()
    except SettingsError as error:
        raise stop(str(error)) from error


def moment(chosen: Settings, today: datetime | None) -> datetime:
    """Noon of `today` if given, else now; in the zone of the settings."""
    if today and today.year >= _BUDDHIST:
        from bot.thai.dates import ERA  # noqa: PLC0415  loads the dictionary

        year = today.year
        raise stop(sentence("cli.buddhist_today", year=year, common=year - ERA))
    if today:
        return datetime.combine(today.date(), time(12), chosen.zone)
    return datetime.now(chosen.zone)  # noqa: TID251  the program's clock would load Telegram


def folders(chosen: Settings, knowledge: Path | None) -> tuple[Path, Path]:
    """The knowledge folder and the folder of what was taught."""
    if knowledge is None:
        return chosen.knowledge_dir, chosen.taught
    return knowledge, chosen.taught_dir or knowledge / "taught"


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
