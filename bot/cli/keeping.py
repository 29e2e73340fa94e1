"""`knowledge …`: check, list and show entries; `import` is in `receiving`."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.receiving import import_
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
from bot.knowledge.clashes import check_answers
from bot.knowledge.entries import Entry, Status
from bot.knowledge.files import Loaded, load_folder
from bot.knowledge.problems import Problem, Severity, has_errors, in_order
from bot.knowledge.spreading import over_cores
from bot.knowledge.writing import entry_text
from bot.thai.normalise import gate

app = typer.Typer(help="ดูแลไฟล์ความรู้: ตรวจ นำเข้าข่าว ดูรายการ", no_args_is_help=True)
app.command("import")(import_)


class Layout(StrEnum):
    """How problems are printed."""

    TEXT = "text"
    JSON = "json"


_MARK = {Severity.ERROR: "ผิด", Severity.WARNING: "เตือน"}


@app.command()
def check(
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="โฟลเดอร์ความรู้")] = None,
    layout: Annotated[
        Layout, typer.Option("--format", help="text ให้คนอ่าน หรือ json บรรทัดละหนึ่งข้อ")
    ] = Layout.TEXT,
    today: TodayOption = None,
    stale_months: Annotated[
        int,
        typer.Option("--stale-months", min=1, metavar="N", help="เตือนเรื่องที่ไม่มีใครตรวจมาเกิน N เดือน"),
    ] = STALE_MONTHS,
) -> None:
    """ตรวจไฟล์ความรู้ทุกไฟล์ บอกไฟล์ บรรทัด ปัญหา และวิธีแก้ (มีข้อผิด = จบด้วยรหัส 1)"""
    from bot.search import nearest  # noqa: PLC0415  loads the search
    from bot.search.passages.quoting import told_figure  # noqa: PLC0415
    from bot.search.storing import stored_index  # noqa: PLC0415

    chosen = settings()
    loaded = load_folder(*folders(chosen, folder))
    day = moment(chosen, today).date()
    index = stored_index(loaded.knowledge, chosen.index_dir, over_cores)
    radar = partial(nearest, index, today=day)
    by_itself = check_entries(loaded, day, stale_months, over_cores)

    def told(entry: Entry, question: str) -> str:
        return told_figure(index, entry, question, today=day)

    found = (*by_itself, *check_answers(loaded, radar, told, over_cores))
    problems = in_order({*loaded.problems, *found})
    for problem in problems:
        as_json = layout is Layout.JSON
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
    from bot.desk.editions import entry_key  # noqa: PLC0415  loads the dialogue

    loaded = load_folder(*folders(settings(), knowledge))
    alike = (one for one in loaded.entries if gate(one) == gate(entry_id))
    entry = loaded.entries.get(entry_id) or loaded.entries.get(next(alike, ""))
    if entry is None:
        raise stop(f'ไม่พบเรื่อง "{entry_id}" ดูรายการทั้งหมดด้วยคำสั่ง knowledge list')
    entry_id = entry.id
    say(f"# {loaded.places[entry_id].path}")
    say(entry_text(entry))
    for phrasing in loaded.knowledge.taught.get(entry_id, ()):
        say(f"สอนเพิ่ม: {phrasing}")
    say(f"ลิงก์ไปเรื่องนี้: https://t.me/<ชื่อบอต>?start=e_{entry_key(entry_id)}")
