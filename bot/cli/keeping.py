"""`knowledge …`: check, import, list and show entries."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from bot.cli.opening import KnowledgeOption, TodayOption, folders, moment, say, settings, stop, tell
from bot.knowledge.checks import check as check_entries
from bot.knowledge.checks import check_questions
from bot.knowledge.entries import Entry, Status
from bot.knowledge.files import Loaded, load_folder
from bot.knowledge.importing import Imported, import_releases, sources_in
from bot.knowledge.importing import Outcome as ImportOutcome
from bot.knowledge.problems import Problem, Severity, has_errors
from bot.knowledge.writing import entry_text
from bot.search import Index, rank

app = typer.Typer(help="ดูแลไฟล์ความรู้: ตรวจ นำเข้าข่าว ดูรายการ", no_args_is_help=True)

_LONG_RUN = 20  # sources; from here on a progress bar helps
_MARK = {Severity.ERROR: "ผิด", Severity.WARNING: "เตือน"}


@app.command()
def check(
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="โฟลเดอร์ความรู้")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="พิมพ์เป็น JSON บรรทัดละหนึ่งข้อ")] = False,
    today: TodayOption = None,
) -> None:
    """ตรวจไฟล์ความรู้ทุกไฟล์ บอกไฟล์ บรรทัด ปัญหา และวิธีแก้ (มีข้อผิด = จบด้วยรหัส 1)"""
    chosen = settings()
    loaded = load_folder(*folders(chosen, folder))
    day = moment(chosen, today).date()
    index = Index.build(loaded.knowledge)

    def find(question: str) -> str | None:
        matches = rank(index, question, today=day).matches
        return matches[0].entry_id if matches else None

    found = (*check_entries(loaded, day), *check_questions(loaded, find))
    problems = sorted({*loaded.problems, *found}, key=lambda one: (one.path, one.line, one.code))
    for problem in problems:
        say(json.dumps(asdict(problem), ensure_ascii=False) if as_json else _told(problem))
    tell(_summary(loaded, problems))
    if has_errors(problems):
        raise typer.Exit(1)


def _told(problem: Problem) -> str:
    mark = _MARK[problem.severity]
    return f"{problem.path}:{problem.line}: [{mark}] {problem.message}\n    แก้: {problem.hint}"


def _summary(loaded: Loaded, problems: Iterable[Problem]) -> str:
    count = Counter(problem.severity for problem in problems)
    served, drafts = (
        len(loaded.knowledge.entries),
        len(loaded.entries) - len(loaded.knowledge.entries),
    )
    return (
        f"ความรู้ที่ใช้ตอบ {served} เรื่อง ยังไม่เผยแพร่ {drafts} เรื่อง"
        f" · ผิด {count[Severity.ERROR]} ข้อ เตือน {count[Severity.WARNING]} ข้อ"
    )


@app.command("import")
def import_(
    sources: Annotated[list[Path], typer.Argument(metavar="SOURCE…", help="ไฟล์ข่าวหรือโฟลเดอร์")],
    into: Annotated[Path, typer.Option("--into", metavar="DIR", help="เขียนไฟล์ความรู้ไว้ที่ไหน")],
    publish: Annotated[bool, typer.Option("--publish", help="ใช้ตอบได้ทันที (ปกติเป็นฉบับร่าง)")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="บอกผลโดยไม่เขียนไฟล์")] = False,
    entry_id: Annotated[str, typer.Option("--id", help="id ของเรื่อง (เมื่อนำเข้าไฟล์เดียว)")] = "",
) -> None:
    """แปลงข่าวประชาสัมพันธ์เป็นไฟล์ความรู้ และบอกว่าอ่านได้อะไรจากแต่ละไฟล์"""
    files = sources_in(sources)
    if missing := [path for path in files if not path.exists()]:
        raise stop("\n".join(f"ไม่พบ {path}" for path in missing))
    if entry_id and len(files) != 1:
        raise stop("--id ใช้ได้เมื่อนำเข้าไฟล์เดียวเท่านั้น")
    done = import_releases(files, into, publish=publish, dry_run=dry_run, entry_id=entry_id)
    count: Counter[ImportOutcome] = Counter()
    for imported in _with_progress(done, len(files)):
        count[imported.outcome] += 1
        say(str(imported))
    tell(" · ".join(f"{outcome.value} {number}" for outcome, number in sorted(count.items())))
    if count[ImportOutcome.FAILED]:
        raise typer.Exit(1)


def _with_progress(done: Iterator[Imported], total: int) -> Iterable[Imported]:
    console = Console(stderr=True)
    if total < _LONG_RUN or not console.is_terminal:
        return done
    return track(done, "กำลังแปลง", total=total, console=console)


@app.command("list")
def list_(knowledge: KnowledgeOption = None) -> None:
    """รายการทุกเรื่องที่บอตรู้: id ชนิด วันที่ ชื่อเรื่อง"""
    loaded = load_folder(*folders(settings(), knowledge))
    for entry in sorted(loaded.entries.values(), key=lambda one: (one.kind, one.id)):
        say("\t".join((entry.id, entry.kind, _day(entry), _title(entry))))


def _day(entry: Entry) -> str:
    start = entry.event.start if entry.event else None
    day = start or entry.published
    return day.isoformat() if day else "-"


def _title(entry: Entry) -> str:
    return entry.title if entry.status is Status.PUBLISHED else f"{entry.title} [{entry.status}]"


@app.command()
def show(
    entry_id: Annotated[str, typer.Argument(metavar="ID", help="id ของเรื่อง (ชื่อไฟล์ไม่รวม .md)")],
    knowledge: KnowledgeOption = None,
) -> None:
    """ดูหนึ่งเรื่องอย่างที่บอตอ่านได้"""
    loaded = load_folder(*folders(settings(), knowledge))
    entry = loaded.entries.get(entry_id)
    if entry is None:
        raise stop(f'ไม่พบเรื่อง "{entry_id}" ดูรายการทั้งหมดด้วยคำสั่ง knowledge list')
    say(f"# {loaded.places[entry_id].path}")
    say(entry_text(entry))
    for phrasing in loaded.knowledge.taught.get(entry_id, ()):
        say(f"สอนเพิ่ม: {phrasing}")
