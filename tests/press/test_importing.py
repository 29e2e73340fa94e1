"""Importing releases: a report for each, nothing half-written, nobody's edit overwritten."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from bot.knowledge.saving import write_file
from bot.press.importing import import_releases, read_releases
from bot.press.reports import ImportOutcome, ImportReport
from bot.press.sources.documents import release_files
from tests.press.facts.test_articles import RELEASE
from tests.support.entry_folder import Folder
from tests.support.phrases import words

Run = Callable[..., list[ImportReport]]


def imported(paths: Iterable[Path], into: Path, **options: object) -> list[ImportReport]:
    releases = read_releases(dict.fromkeys(paths, ""), into)
    return list(import_releases(releases, into, **options))  # type: ignore[arg-type]


def put(folder: Path, files: Mapping[str, str | bytes]) -> list[Path]:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return [folder / name for name in files]


@pytest.fixture
def run(folder: Folder, tmp_path: Path) -> Run:
    source = tmp_path / "releases"
    old = RELEASE.replace("\ufeff", "").encode("cp874", "ignore")
    put(source, {"2563/ข่าว 1.txt": RELEASE, "old.txt": old})

    def run(**options: object) -> list[ImportReport]:
        return imported(release_files(source)[0], folder.root, **options)

    return run


def outcomes(reports: list[ImportReport]) -> list[ImportOutcome]:
    return [report.outcome for report in reports]


def everything(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_releases_become_drafts_until_published(run: Run, folder: Folder) -> None:
    """The id is the file's stem; `publish` later changes only the status."""
    assert [ImportOutcome.WRITTEN] * 2 == outcomes(run())
    assert ["old", "ข่าว-1"] == list(folder.load().entries)
    assert {} == folder.load().knowledge.entries
    assert [ImportOutcome.UPDATED] * 2 == outcomes(run(publish=True))
    assert ["old", "ข่าว-1"] == list(folder.load().knowledge.entries)


def test_the_second_run_changes_no_byte(run: Run, folder: Folder) -> None:
    """Importing is idempotent."""
    run()
    before = everything(folder.root)
    assert [ImportOutcome.UNCHANGED] * 2 == outcomes(run())
    assert before == everything(folder.root)


def test_a_report_is_read_by_clerks(folder: Folder, tmp_path: Path) -> None:
    """Dates as Thais write them, fields by their names, and each fault in the words of its file."""
    files = {
        "a.txt": "วว. เปิดอบรม\nเผยแพร่เมื่อ 3 กุมภาพันธ์ 2568\nอบรมวันที่ 5-6 มีนาคม 2568 เข้าฟรี",
        "b.txt": " ",
        "c.txt": "ข่าวที่มีแต่ชื่อ",
        "d.doc": "เอกสารเก่า",
        "e.txt": "หน้าแรก | ข่าว | ติดต่อ\nวว. ปิดปรับปรุง\nปิดหนึ่งวัน",
    }
    reports = imported(put(tmp_path, files), folder.root)
    event, empty, bare, old, menu = (report.text() for report in reports)
    assert "ข่าว 3 กุมภาพันธ์ 2568 · งาน 5-6 มีนาคม 2568" in event
    assert "ไฟล์ว่าง" in empty
    assert "ไม่มีเนื้อข่าว" in bare
    assert "ตรวจดู" not in bare
    assert ".doc" in old
    assert "วว. ปิดปรับปรุง" in menu
    assert "ตรวจดู วันที่เผยแพร่ (published)" in menu


def test_what_cannot_be_so_is_told_with_the_report(folder: Folder, tmp_path: Path) -> None:
    """A day that was another day of the week, a number with too few figures, the same page."""
    text = "วว. เปิดอบรม\nอบรมวันอังคารที่ 1 มีนาคม 2568 โทร. 0 2577 999\nที่มา : https://example.go.th/n/7"
    files = {"a.txt": text.replace("อบรม", "สอน"), "b.txt": text}
    reports = imported(put(tmp_path, files), folder.root)
    first, second = (report.text() for report in reports)
    assert '"วันอังคารที่ 1 มีนาคม 2568" ที่จริงเป็นวันเสาร์' in first
    assert 'เบอร์ "0 2577 999"' in first
    assert "คล้ายกับ a" in second


def test_a_dry_run_writes_nothing(run: Run, folder: Folder) -> None:
    """It only reports."""
    assert [ImportOutcome.WRITTEN] * 2 == outcomes(run(dry_run=True))
    assert [] == list(folder.root.iterdir())


def test_an_edited_file_is_kept(run: Run, folder: Folder) -> None:
    """What a person changed, or broke, is never overwritten."""
    run()
    edited = folder.head("verified: 2026-01-01", name="old.md").read_bytes()
    broken = folder.put("ข่าว-1.md", "---\ntitle: [").read_bytes()
    assert [ImportOutcome.KEPT] * 2 == outcomes(run(publish=True))
    assert [broken, edited] == [
        (folder.root / name).read_bytes() for name in ("ข่าว-1.md", "old.md")
    ]


def test_a_bad_source_does_not_stop_the_rest(folder: Folder, tmp_path: Path) -> None:
    """Unreadable, empty and missing files fail alone, each with a reason in Thai."""
    files: dict[str, str | bytes] = {
        "a.txt": b"\xff\xff",
        "b.txt": "",
        "c.txt": "หัวข้อ",
        "d.txt": RELEASE,
    }
    reports = imported([*put(tmp_path, files), tmp_path / "gone.txt"], folder.root)
    failed, good = ImportOutcome.FAILED, ImportOutcome.WRITTEN
    assert [failed, failed, failed, good, failed] == outcomes(reports)
    assert all(report.problems for report in reports if report.outcome is failed)
    assert "เปิดอ่านไม่ได้" in reports[4].text()
    assert "12" in reports[3].text()


def test_no_release_takes_the_place_of_another(folder: Folder, tmp_path: Path) -> None:
    """Of two files that would become the same entry, the second is told and left alone."""
    told = "เด็กและครอบครัวสมัครได้ที่หอดูดาว"
    files = {"ก/ข่าว.txt": f"เปิดค่ายดูดาว\n{told}", "ข/ข่าว.txt": f"เปิดแล็บตรวจน้ำ\n{told}"}
    sources = put(tmp_path, files)
    for _ in range(2):
        reports = imported(sources, folder.root)
        assert ImportOutcome.FAILED is reports[1].outcome
        assert "ก/ข่าว.txt" in reports[1].text()
    assert ImportOutcome.UNCHANGED is reports[0].outcome
    assert ["เปิดค่ายดูดาว"] == [entry.title for entry in folder.load().entries.values()]


def test_what_programs_leave_in_a_folder_is_no_release(tmp_path: Path) -> None:
    """Nor what is hidden."""
    left = words(".hidden.txt ~$ข่าว.docx Thumbs.db desktop.ini ._ข่าว.txt __MACOSX/.git/a.txt")
    put(tmp_path, dict.fromkeys(["ข่าว.txt", *left], RELEASE))
    assert ["ข่าว.txt"] == [path.name for path in release_files(tmp_path)[0]]


@pytest.mark.parametrize("name", ["ข่าวด\u0e4d\u0e32น้\u0e4d\u0e32", "ข่าวดำนำ\u0e49", "cafe\u0301"])
def test_an_id_is_as_it_is_typed(folder: Folder, tmp_path: Path, name: str) -> None:
    """Whatever the system that made the file takes apart."""
    [report] = imported(put(tmp_path, {f"{name}.txt": RELEASE}), folder.root)
    assert report.target.stem in {"ข่าวดำน้ำ", "caf"}


def test_a_full_disk_fails_with_words(
    folder: Folder, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The report says so, and nothing half-written is left."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        reports = run()
    assert [ImportOutcome.FAILED] * 2 == outcomes(reports)
    assert "No space" in reports[0].text()
    assert {} == folder.load().entries
    assert [ImportOutcome.WRITTEN] * 2 == outcomes(run())


def test_a_killed_import_is_made_up_for(
    folder: Folder, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed at any write, the next run has what one run alone would have, and no leftovers."""
    run()
    whole = everything(folder.root)
    for kept in range(4):
        shutil.rmtree(folder.root)
        writes = count()

        def killed(
            *args: Any, kept: int = kept, writes: Iterator[int] = writes, **options: Any
        ) -> None:
            if next(writes) == kept:
                raise KeyboardInterrupt
            write_file(*args, **options)

        with monkeypatch.context() as patch:
            patch.setattr("bot.press.importing.write_file", killed)
            with pytest.raises(KeyboardInterrupt):
                run()
        (folder.root / ".imported").mkdir(parents=True, exist_ok=True)
        for place in (folder.root, folder.root / ".imported"):
            (place / ".half.tmp").write_text("ครึ่ง")
            os.utime(place / ".half.tmp", (0, 0))
        assert not {ImportOutcome.KEPT, ImportOutcome.FAILED} & {*outcomes(run())}
        assert whole == everything(folder.root)


def test_an_id_may_be_given(folder: Folder, tmp_path: Path) -> None:
    """For one release with a better name than its file's."""
    sources = dict.fromkeys(put(tmp_path, {"x.txt": RELEASE}), "")
    releases = read_releases(sources, folder.root, entry_id="tistr-centre")
    list(import_releases(releases, folder.root, publish=True))
    assert ["tistr-centre"] == list(folder.load().knowledge.entries)


@pytest.mark.parametrize(
    ("text", "told"),
    [("วันที่ 1 ธันวาคม 2569 " * 20_000, "440,0"), ("ข้อ\n" * 4_000, "4,001 บรรทัด เกิน 3,000")],
    ids=["letters", "lines"],
)
def test_a_book_is_no_release(folder: Folder, tmp_path: Path, text: str, told: str) -> None:
    """What would be read for minutes is told to be too long, whatever kind of file it is."""
    [report] = imported(put(tmp_path, {"book.txt": f"สมุดบันทึก\n{text}"}), folder.root)
    assert ["too-long"] == [one.code for one in report.problems]
    assert told in report.text()
