"""`knowledge …`: check, list and show entries; `import` is in `importing`."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.importing import import_
from bot.cli.terminal import (
    KnowledgeOption,
    TodayOption,
    folders,
    moment,
    say,
    settings,
    stop,
    tell,
)
from bot.knowledge.checks import STALE_MONTHS
from bot.knowledge.checks import check as check_entries
from bot.knowledge.conflicts import check_answers
from bot.knowledge.entries import Entry, Status
from bot.knowledge.files import Loaded, load_folder
from bot.knowledge.parallel import over_cores
from bot.knowledge.problems import Problem, Severity, has_errors, in_order
from bot.knowledge.writing import entry_text
from bot.texts import sentence
from bot.thai.normalise import gate

app = typer.Typer(help=sentence("cli.knowledge.help"), no_args_is_help=True)
app.command("import", help=sentence("cli.knowledge.import.help"))(import_)


class Layout(StrEnum):
    """How problems are printed."""

    TEXT = "text"
    JSON = "json"


@app.command(help=sentence("cli.knowledge.check.help"))
def check(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help=sentence("cli.knowledge.check.folder"))
    ] = None,
    layout: Annotated[
        Layout, typer.Option("--format", help=sentence("cli.knowledge.check.format"))
    ] = Layout.TEXT,
    today: TodayOption = None,
    stale_months: Annotated[
        int,
        typer.Option(
            "--stale-months", min=1, metavar="N", help=sentence("cli.knowledge.check.stale_months")
        ),
    ] = STALE_MONTHS,
) -> None:
    """Tell all that is wrong with the knowledge; exit status 1 if any of it is an error."""
    from bot.search import nearest  # noqa: PLC0415  loads the search
    from bot.search.passages.quoting import told_figure  # noqa: PLC0415
    from bot.search.storing import stored_index  # noqa: PLC0415

    chosen = settings()
    loaded = load_folder(*folders(chosen, folder))
    day = moment(chosen, today).date()
    index = stored_index(loaded.knowledge, chosen.index_dir, over_cores)
    search = partial(nearest, index, today=day)
    by_itself = check_entries(loaded, day, stale_months, over_cores)

    def told(entry: Entry, question: str) -> str:
        return told_figure(index, entry, question, today=day)

    found = (*by_itself, *check_answers(loaded, search, told, over_cores))
    problems = in_order({*loaded.problems, *found})
    for problem in problems:
        as_json = layout is Layout.JSON
        say(json.dumps(asdict(problem), ensure_ascii=False) if as_json else _told(problem))
    tell(_summary(loaded, problems))
    if has_errors(problems):
        raise typer.Exit(1)


def _told(problem: Problem) -> str:
    return sentence(
        f"cli.knowledge.check.told.{problem.severity}",
        place=f"{problem.path}:{problem.line}",
        message=problem.message,
        hint=problem.hint,
    )


def _summary(loaded: Loaded, problems: Iterable[Problem]) -> str:
    count = Counter(problem.severity for problem in problems)
    served = len(loaded.knowledge.entries)
    return sentence(
        "cli.knowledge.check.summary",
        served=served,
        drafts=len(loaded.entries) - served,
        errors=count[Severity.ERROR],
        warnings=count[Severity.WARNING],
    )


@app.command("list", help=sentence("cli.knowledge.list"))
def list_(knowledge: KnowledgeOption = None) -> None:
    """Every entry in a line: id, kind, day, title."""
    loaded = load_folder(*folders(settings(), knowledge))
    for entry in sorted(loaded.entries.values(), key=lambda one: (one.kind, one.id)):
        say("\t".join((entry.id, entry.kind, _day(entry), _title(entry))))


def _day(entry: Entry) -> str:
    start = entry.event.start if entry.event else None
    day = start or entry.published
    return day.isoformat() if day else "-"


def _title(entry: Entry) -> str:
    return entry.title if entry.status is Status.PUBLISHED else f"{entry.title} [{entry.status}]"


@app.command(help=sentence("cli.knowledge.show.help"))
def show(
    entry_id: Annotated[
        str, typer.Argument(metavar="ID", help=sentence("cli.knowledge.show.entry"))
    ],
    knowledge: KnowledgeOption = None,
) -> None:
    """Show an entry as it was read."""
    from bot.desk.editions import entry_key  # noqa: PLC0415  loads the dialogue

    loaded = load_folder(*folders(settings(), knowledge))
    alike = (one for one in loaded.entries if gate(one) == gate(entry_id))
    entry = loaded.entries.get(entry_id) or loaded.entries.get(next(alike, ""))
    if entry is None:
        raise stop(sentence("cli.knowledge.show.none", entry=entry_id))
    entry_id = entry.id
    say(f"# {loaded.places[entry_id].path}")
    say(entry_text(entry))
    for phrasing in loaded.knowledge.taught.get(entry_id, ()):
        say(sentence("cli.knowledge.show.taught", phrasing=phrasing))
    say(sentence("cli.knowledge.show.link", key=entry_key(entry_id)))
