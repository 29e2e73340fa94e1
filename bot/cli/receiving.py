"""`knowledge import`: releases from files, folders and allowed web addresses."""

import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from rich.console import Console
from rich.progress import track

from bot.cli.opening import TodayOption, folders, moment, say, settings, stop, tell
from bot.desk.fetching import fetch_into
from bot.knowledge.entries import KnowledgeBase, Status
from bot.knowledge.files import load_folder
from bot.knowledge.importing import Outcome, fill_questions, import_releases, sources_in
from bot.knowledge.problems import UnreadableError
from bot.search import Index, rank
from bot.settings import Settings

_LONG_RUN = 20  # from here on a progress bar helps
_COUNTED = {
    Outcome.WRITTEN: "แปลงใหม่",
    Outcome.UPDATED: "ปรับตามต้นฉบับ",
    Outcome.UNCHANGED: "เหมือนเดิม",
    Outcome.KEPT: "คงที่แก้ไขไว้",
    Outcome.FAILED: "แปลงไม่ได้",
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
    count: Counter[Outcome] = Counter()
    with tempfile.TemporaryDirectory() as space:
        files, refused = _files(sources, Path(space), chosen.import_hosts)
        count[Outcome.FAILED] += refused
        if entry_id and len(files) + refused != 1:
            raise stop("--id ใช้ได้เมื่อนำเข้าไฟล์เดียวเท่านั้น")
        done = import_releases(
            files, into, publish=publish, dry_run=dry_run, entry_id=entry_id, addresses=files
        )
        for imported in _with_progress(done, "กำลังแปลง", len(files)):
            count[imported.outcome] += 1
            say(imported.told(explain=explain))
    if not dry_run and into.is_dir():
        _propose(into, _finder(chosen, into, today), count[Outcome.WRITTEN])
    _finish(count)


def _finish(count: Counter[Outcome]) -> None:
    tell(" · ".join(f"{_COUNTED[one]} {count[one]}" for one in Outcome if count[one]))
    if count[Outcome.FAILED]:
        raise typer.Exit(1)


def _files(
    sources: Iterable[str], space: Path, hosts: frozenset[str]
) -> tuple[dict[Path, str], int]:
    """The files to import with the web address of each ("" for none), and how many failed."""
    files: dict[Path, str] = {}
    missing: list[str] = []
    refused = 0
    for number, source in enumerate(sources):
        if source.startswith(("https://", "http://")):
            fetched = _fetched(source, space / str(number), hosts)
            refused += not fetched
            files |= dict.fromkeys(fetched, source if len(fetched) == 1 else "")
        elif Path(source).exists():
            files |= dict.fromkeys(sources_in([Path(source)]), "")
        else:
            missing.append(f"ไม่พบ {source}")
    if missing:
        raise stop("\n".join(missing))
    return files, refused


def _fetched(url: str, folder: Path, hosts: frozenset[str]) -> list[Path]:
    folder.mkdir()
    try:
        return fetch_into(folder, url, hosts)
    except UnreadableError as error:
        say(f"{url}: {error.message} → {error.hint}")
        return []


def _finder(chosen: Settings, into: Path, today: datetime | None) -> Callable[[str], str | None]:
    """Search over what is served together with everything under `into`, drafts too."""
    day = moment(chosen, today).date()

    @lru_cache(maxsize=1)
    def index() -> Index:
        served = load_folder(*folders(chosen, None)).knowledge.entries
        fresh = load_folder(into).entries.items()
        drafts = {key: replace(one, status=Status.PUBLISHED) for key, one in fresh}
        return Index.build(KnowledgeBase({**served, **drafts}))

    def find(question: str) -> str | None:
        matches = rank(index(), question, today=day).matches
        return matches[0].entry_id if matches else None

    return find


def _propose(into: Path, finds: Callable[[str], str | None], total: int) -> None:
    """Give new entries the questions that lead to them, and say which."""
    for entry_id, questions in _with_progress(fill_questions(into, finds), "กำลังเสนอคำถาม", total):
        if questions:
            say("\n  · ".join((f"{entry_id}: เสนอคำถาม {len(questions)} ข้อ", *questions)))
        else:
            say(f"{entry_id}: ยังเสนอคำถามที่พาไปถึงเรื่องนี้ไม่ได้ → เขียน questions เอง")


def _with_progress(done: Iterable[_Item], label: str, total: int) -> Iterable[_Item]:
    console = Console(stderr=True)
    if total < _LONG_RUN or not console.is_terminal:
        return done
    return track(done, label, total=total, console=console)
