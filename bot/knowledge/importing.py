"""Press release files → entry files, with a report for every one of them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from bot.knowledge.articles import read_release
from bot.knowledge.decoding import decode
from bot.knowledge.entries import Entry, Status
from bot.knowledge.files import load_entry, parse_entry
from bot.knowledge.problems import Problem, UnreadableError, has_errors
from bot.knowledge.tree import read_bytes
from bot.knowledge.writing import entry_text, write_file

_ODD = re.compile(r"[^0-9A-Za-z\u0e01-\u0e5b._-]+")


class Outcome(StrEnum):
    """What became of a release."""

    WRITTEN = "written"
    UPDATED = "updated"  # only its status changed
    UNCHANGED = "unchanged"
    KEPT = "kept"  # a file of that name holds something else and was left alone
    FAILED = "failed"


_TOLD = {
    Outcome.WRITTEN: "แปลงแล้ว",
    Outcome.UPDATED: "เปลี่ยนสถานะแล้ว",
    Outcome.UNCHANGED: "มีอยู่แล้ว เหมือนเดิม",
    Outcome.KEPT: "มีอยู่แล้วและถูกแก้ไข จึงไม่เขียนทับ",
    Outcome.FAILED: "แปลงไม่ได้",
}


@dataclass(frozen=True, slots=True)
class Imported:
    """One release and what was understood of it."""

    source: Path
    target: Path
    outcome: Outcome
    entry: Entry | None
    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        told = f"{self.source.name}: {_TOLD[self.outcome]}"
        if self.entry:
            day = self.entry.published.isoformat() if self.entry.published else "ไม่พบวันที่"
            told += f" · {self.entry.title} · {day} · {len(self.entry.body):,} ตัวอักษร"
        return "\n".join([told, *(f"  {one.message} → {one.hint}" for one in self.problems)])


def sources_in(paths: Iterable[Path]) -> list[Path]:
    """The release files named by `paths`: files as given, folders by their .txt files."""
    found: list[Path] = []
    for path in paths:
        found += sorted(path.rglob("*.txt")) if path.is_dir() else [path]
    return found


def import_releases(
    sources: Iterable[Path],
    into: Path,
    *,
    publish: bool = False,
    dry_run: bool = False,
    entry_id: str = "",
) -> Iterator[Imported]:
    """Turn releases into entry files under `into`, yielding a report for each when done.

    The id is the file's stem unless `entry_id` is given. Never overwrites a file that says
    something else; running it again changes nothing. A failing source does not stop the rest.
    """
    status = Status.PUBLISHED if publish else Status.DRAFT
    for source in sources:
        target = into / f"{entry_id or _id_of(source.stem)}.md"
        yield _import_one(source, target, status, dry_run)


def _id_of(stem: str) -> str:
    return _ODD.sub("-", stem).strip("-._")[:120] or "release"


def _import_one(source: Path, target: Path, status: Status, dry_run: bool) -> Imported:
    try:
        text = decode(read_bytes(source, source.parent))
    except UnreadableError as error:
        return Imported(source, target, Outcome.FAILED, None, (error.of(source.name),))
    written = entry_text(replace(read_release(text, target.stem), status=status))
    entry, problems = parse_entry(written, target.stem, source.name)
    if entry is None or has_errors(problems):
        return Imported(source, target, Outcome.FAILED, None, problems)
    outcome = _compare(target, entry)
    if outcome in (Outcome.WRITTEN, Outcome.UPDATED) and not dry_run:
        try:
            write_file(target, written)
        except OSError as error:
            cause = UnreadableError(
                "unwritable", f"เขียนไฟล์ไม่ได้ ({error.strerror})", "ตรวจพื้นที่ว่างและสิทธิ์ของโฟลเดอร์ปลายทาง"
            )
            return Imported(source, target, Outcome.FAILED, entry, (cause.of(target.name),))
    return Imported(source, target, outcome, entry, problems)


def _compare(target: Path, entry: Entry) -> Outcome:
    if not target.exists() and not target.is_symlink():
        return Outcome.WRITTEN
    there, _ = load_entry(target, target.parent)
    if there is None:
        return Outcome.KEPT
    there = replace(there, path=None)
    if there == entry:
        return Outcome.UNCHANGED
    return Outcome.UPDATED if replace(there, status=entry.status) == entry else Outcome.KEPT
