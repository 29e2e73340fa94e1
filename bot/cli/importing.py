"""`knowledge import`: releases from files, folders and allowed web addresses."""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from bot.cli.terminal import TodayOption, folders, moment, say, settings, stop, tell
from bot.knowledge.entries import Entry, KnowledgeBase, Status
from bot.knowledge.files import load_folder
from bot.knowledge.parallel import in_threads, over_cores
from bot.knowledge.problems import UnreadableError
from bot.press.extraction import Extraction
from bot.press.importing import Release, import_releases, is_known, read_releases
from bot.press.questions.proposals import that_find
from bot.press.reports import ImportOutcome
from bot.press.sources.documents import IMPORTABLE, is_system_file, release_files
from bot.settings import Settings
from bot.texts import sentence

_LONG_RUN = 20  # from here on a progress bar helps
_MOST_NAMED = 10  # files
_Item = TypeVar("_Item")


def import_(  # noqa: PLR0917 -- the options of the command
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE…", help=sentence("cli.knowledge.import.sources"))
    ],
    into: Annotated[
        Path, typer.Option("--into", metavar="DIR", help=sentence("cli.knowledge.import.into"))
    ],
    publish: Annotated[
        bool, typer.Option("--publish", help=sentence("cli.knowledge.import.publish"))
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=sentence("cli.knowledge.import.dry_run"))
    ] = False,
    entry_id: Annotated[str, typer.Option("--id", help=sentence("cli.knowledge.import.id"))] = "",
    explain: Annotated[
        bool, typer.Option("--explain", help=sentence("cli.knowledge.import.explain"))
    ] = False,
    today: TodayOption = None,
) -> None:
    """Make entry files of releases, and tell of each what was read."""
    chosen = settings()
    if into.is_file():
        raise stop(sentence("cli.knowledge.import.no_folder", file=into))
    count: Counter[ImportOutcome] = Counter()
    known: dict[str, Entry] = {}
    with tempfile.TemporaryDirectory() as space:
        files, refused = _files(sources, Path(space), chosen.import_hosts)
        count[ImportOutcome.FAILED] += refused
        if entry_id and len(files) + refused != 1:
            raise stop(sentence("cli.knowledge.import.one_id"))
        new = not all(is_known(path, into, entry_id) for path in files)
        ready = partial(_get_ready, known, chosen, into) if new else None
        mapper = partial(over_cores, meanwhile=ready)
        reading = read_releases(files, into, entry_id=entry_id, mapper=mapper)
        releases = list(
            _with_progress(reading, sentence("cli.knowledge.import.reading"), len(files))
        )
    to_try = any(one.proposed for one in releases)
    tried = _with_questions(releases, known, moment(chosen, today).date()) if to_try else releases
    done = import_releases(tried, into, publish=publish, dry_run=dry_run, mapper=in_threads)
    for report in _with_progress(done, sentence("cli.knowledge.import.writing"), len(releases)):
        count[report.outcome] += 1
        say(report.text(explain=explain))
    _finish(count, drafts=not (publish or dry_run), dry_run=dry_run)


def _finish(count: Counter[ImportOutcome], *, drafts: bool, dry_run: bool) -> None:
    if dry_run:
        tell(sentence("cli.knowledge.import.not_written"))
    if drafts and count[ImportOutcome.WRITTEN]:
        tell(sentence("cli.knowledge.import.drafts"))
    counted = {one: count[one] for one in ImportOutcome if count[one]}
    told = (sentence(f"cli.knowledge.import.count.{one}", count=n) for one, n in counted.items())
    tell(" · ".join(told))
    if count[ImportOutcome.FAILED]:
        raise typer.Exit(1)


def _files(
    sources: Iterable[str], space: Path, hosts: frozenset[str]
) -> tuple[dict[Path, str], int]:
    """The files to import with the web address of each ("" for none), and how many failed."""
    files: dict[Path, str] = {}
    missing: list[str] = []
    refused = 0
    left = [Path(one) for one in sources if is_system_file(Path(one))]
    _tell_passed_over("cli.knowledge.import.left", left)
    for number, source in enumerate(sources):
        if source.startswith(("https://", "http://")):
            fetched = _fetched(source, space / str(number), hosts)
            refused += not fetched
            files |= dict.fromkeys(fetched, source if len(fetched) == 1 else "")
        elif (path := Path(source)).is_dir():
            releases, others = release_files(path)
            files |= dict.fromkeys(releases, "")
            _tell_passed_over("cli.knowledge.import.others", others, source)
        elif path.exists():
            files |= {} if is_system_file(path) else {path: ""}
        else:
            missing.append(sentence("cli.knowledge.import.missing", source=source))
    if missing:
        raise stop("\n".join(missing))
    if not files and not refused and not left:
        told = {"sources": " ".join(sources), "usable": " ".join(IMPORTABLE)}
        raise stop(sentence("cli.knowledge.import.nothing", **told))
    return files, refused


def _tell_passed_over(key: str, files: Sequence[Path], folder: str = "") -> None:
    if files:
        named = ", ".join(path.name for path in files[:_MOST_NAMED])
        if len(files) > _MOST_NAMED:
            named = sentence("cli.knowledge.import.and_more", files=named)
        tell(sentence(key, folder=folder, count=len(files), files=named))


def _fetched(url: str, folder: Path, hosts: frozenset[str]) -> list[Path]:
    from bot.desk.editorial.fetching import fetch_into  # noqa: PLC0415  loads the web's client

    folder.mkdir()
    try:
        return fetch_into(folder, url, hosts)
    except UnreadableError as error:
        say(f"{url}: {error.told}")
        return []


def _get_ready(known: dict[str, Entry], chosen: Settings, into: Path) -> None:
    """Load what trying questions takes, a third of a start, and what is served and under `into`."""
    from bot.search import Index, is_first  # noqa: PLC0415  loads the search

    is_first(Index.build(KnowledgeBase({})), "", "", today=date.min)  # a base takes as much
    known |= load_folder(*folders(chosen, None)).knowledge.entries
    known |= _published(load_folder(into).entries) if into.is_dir() else {}


def _with_questions(
    releases: Sequence[Release], known: Mapping[str, Entry], day: date
) -> Iterator[Release]:
    """With the questions that lead to each new entry among all that is known and imported."""
    from bot.search import Index, is_first  # noqa: PLC0415  loads the search

    new = (one.extraction for one in releases if one.proposed)
    fresh = _published({one.entry.id: one.entry for one in new if isinstance(one, Extraction)})
    index = Index.build(KnowledgeBase({**known, **fresh}), over_cores)

    def asked(number: int) -> tuple[str, ...]:
        release = releases[number]
        finds = partial(is_first, index, entry_id=release.entry_id, today=day)
        return that_find(release.proposed, finds)

    tried = over_cores(asked, range(len(releases)))
    for release, questions in zip(releases, tried, strict=True):
        yield replace(release, asked=questions)


def _published(entries: Mapping[str, Entry]) -> dict[str, Entry]:
    return {key: replace(one, status=Status.PUBLISHED) for key, one in entries.items()}


def _with_progress(done: Iterable[_Item], label: str, total: int) -> Iterable[_Item]:
    if total < _LONG_RUN or not sys.stderr.isatty():
        return done
    from rich.console import Console  # noqa: PLC0415  loads a library that only people need
    from rich.progress import track  # noqa: PLC0415

    return track(done, label, total=total, console=Console(stderr=True))
