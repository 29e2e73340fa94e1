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
from bot.knowledge.problems import UnreadableError
from bot.knowledge.spreading import in_threads, over_cores
from bot.press.importing import (
    ImportOutcome,
    Release,
    import_releases,
    is_known,
    read_releases,
    sorted_out,
    sources_in,
)
from bot.press.questions.proposals import that_find
from bot.press.sources.documents import IMPORTABLE, is_left_by_a_program
from bot.settings import Settings

_LONG_RUN = 20  # from here on a progress bar helps
_MOST_NAMED = 10  # files
_COUNTED = {
    ImportOutcome.WRITTEN: "แปลงใหม่",
    ImportOutcome.UPDATED: "ปรับตามต้นฉบับ",
    ImportOutcome.UNCHANGED: "เหมือนเดิม",
    ImportOutcome.KEPT: "คงที่แก้ไขไว้",
    ImportOutcome.FAILED: "แปลงไม่ได้",
}
_Item = TypeVar("_Item")


def import_(  # noqa: PLR0917 -- the options of the command
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE…", help="ไฟล์ข่าว โฟลเดอร์ หรือที่อยู่เว็บ/feed ที่อนุญาต")
    ],
    into: Annotated[Path, typer.Option("--into", metavar="DIR", help="เขียนไฟล์ความรู้ไว้ที่ไหน")],
    publish: Annotated[bool, typer.Option("--publish", help="ใช้ตอบได้ทันที (ปกติเป็นฉบับร่าง)")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="บอกผลโดยไม่เขียนไฟล์")] = False,
    entry_id: Annotated[str, typer.Option("--id", help="id ของเรื่อง (เมื่อนำเข้าไฟล์เดียว)")] = "",
    explain: Annotated[bool, typer.Option("--explain", help="บอกว่าแต่ละช่องอ่านมาได้อย่างไร")] = False,
    today: TodayOption = None,
) -> None:
    """แปลงข่าวประชาสัมพันธ์เป็นไฟล์ความรู้ บอกว่าอ่านได้อะไร และเสนอคำถามที่ประชาชนน่าจะถาม"""
    chosen = settings()
    if into.is_file():
        raise stop(f"--into ต้องเป็นโฟลเดอร์ แต่ {into} เป็นไฟล์")
    count: Counter[ImportOutcome] = Counter()
    known: dict[str, Entry] = {}
    with tempfile.TemporaryDirectory() as space:
        files, refused = _files(sources, Path(space), chosen.import_hosts)
        count[ImportOutcome.FAILED] += refused
        if entry_id and len(files) + refused != 1:
            raise stop("--id ใช้ได้เมื่อนำเข้าไฟล์เดียวเท่านั้น")
        new = not all(is_known(path, into, entry_id) for path in files)
        ready = partial(_get_ready, known, chosen, into) if new else None
        spread = partial(over_cores, meanwhile=ready)
        reading = read_releases(files, into, entry_id=entry_id, addresses=files, spread=spread)
        releases = list(_with_progress(reading, "กำลังอ่านข่าว", len(files)))
    to_try = any(one.proposed for one in releases)
    tried = _with_questions(releases, known, moment(chosen, today).date()) if to_try else releases
    done = import_releases(tried, into, publish=publish, dry_run=dry_run, spread=in_threads)
    for imported in _with_progress(done, "กำลังลองคำถามและเขียนไฟล์", len(releases)):
        count[imported.outcome] += 1
        say(imported.told(explain=explain))
    _finish(count, drafts=not (publish or dry_run), dry_run=dry_run)


def _finish(count: Counter[ImportOutcome], *, drafts: bool, dry_run: bool) -> None:
    if dry_run:
        tell("ลองดูเท่านั้น ยังไม่ได้เขียนไฟล์ (--dry-run)")
    if drafts and count[ImportOutcome.WRITTEN]:
        tell("เรื่องใหม่เป็นฉบับร่าง บอตยังไม่ใช้ตอบ ตรวจแล้วแก้ status ในไฟล์เป็น published")
    tell(" · ".join(f"{_COUNTED[one]} {count[one]}" for one in ImportOutcome if count[one]))
    if count[ImportOutcome.FAILED]:
        raise typer.Exit(1)


def _files(
    sources: Iterable[str], space: Path, hosts: frozenset[str]
) -> tuple[dict[Path, str], int]:
    """The files to import with the web address of each ("" for none), and how many failed."""
    files: dict[Path, str] = {}
    missing: list[str] = []
    refused = 0
    left = [Path(one) for one in sources if is_left_by_a_program(Path(one))]
    _tell_passed_over("ที่โปรแกรมสร้างไว้ใช้เอง", left)
    for number, source in enumerate(sources):
        if source.startswith(("https://", "http://")):
            fetched = _fetched(source, space / str(number), hosts)
            refused += not fetched
            files |= dict.fromkeys(fetched, source if len(fetched) == 1 else "")
        elif (path := Path(source)).is_dir():
            releases, others = sorted_out(path)
            files |= dict.fromkeys(releases, "")
            _tell_passed_over(f"ที่ไม่ใช่ข่าวใน {source}", others)
        elif path.exists():
            files |= dict.fromkeys(sources_in([path]), "")
        else:
            missing.append(f"ไม่พบ {source} → ตรวจตัวสะกดของชื่อไฟล์และโฟลเดอร์")
    if missing:
        raise stop("\n".join(missing))
    if not files and not refused and not left:
        raise stop(f"ไม่พบไฟล์ข่าวใน {' '.join(sources)} → ใช้ {' '.join(sorted(IMPORTABLE))}")
    return files, refused


def _tell_passed_over(which: str, files: Sequence[Path]) -> None:
    if files:
        more = " ฯลฯ" if len(files) > _MOST_NAMED else ""
        named = ", ".join(path.name for path in files[:_MOST_NAMED])
        tell(f"ข้ามไฟล์{which} {len(files)} ไฟล์: {named}{more}")


def _fetched(url: str, folder: Path, hosts: frozenset[str]) -> list[Path]:
    from bot.desk.fetching import fetch_into  # noqa: PLC0415  loads the web's client

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

    found = (one.understood.entry for one in releases if one.proposed and one.understood)
    fresh = _published({one.id: one for one in found})
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
