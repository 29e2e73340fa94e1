"""Importing again: the source's changes are taken, a person's edits stay, other lines too."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.knowledge.entries import Contact, Entry, Event
from bot.press.importing import import_releases, read_releases
from bot.press.merging import differences, merge
from bot.press.near_duplicates import DuplicateFinder
from bot.press.reports import ImportOutcome, ImportReport
from tests.press.facts.test_articles import RELEASE
from tests.support.entry_folder import Folder

EVENT = Event(date(2026, 1, 1), date(2026, 1, 1), venue="ห้อง 1")
BASE = Entry("a", "ชื่อ", "เนื้อหา", facts={"x": "1", "y": "2"}, event=EVENT)
Again = Callable[[str], ImportReport]


@pytest.fixture
def again(folder: Folder, tmp_path: Path) -> Again:
    def again(text: str) -> ImportReport:
        path = tmp_path / "ข่าว.txt"
        path.write_text(text, encoding="utf-8")
        (release,) = read_releases(dict.fromkeys([path], ""), folder.root)
        asked = replace(release, asked=tuple(one.question for one in release.proposed))
        (report,) = import_releases([asked], folder.root, publish=True)
        return report

    return again


def test_each_side_gives_what_it_changed() -> None:
    """Field by field, inside tables and events too; a clash keeps ours and is told."""
    ours = replace(
        BASE, title="ของเรา", facts={"x": "1", "y": "เรา"}, event=replace(EVENT, time="9.00 น.")
    )
    theirs = replace(
        BASE,
        title="ของเขา",
        body="ใหม่",
        facts={"x": "เขา", "y": "2", "z": "3"},
        event=replace(EVENT, venue="ห้อง 2"),
        contact=Contact(phones=("1313",)),
    )
    merged = merge(BASE, ours, theirs)
    assert ("title",) == merged.conflicts
    assert ("ของเรา", "ใหม่") == (merged.entry.title, merged.entry.body)
    assert {"x": "เขา", "y": "เรา", "z": "3"} == merged.entry.facts
    assert replace(EVENT, venue="ห้อง 2", time="9.00 น.") == merged.entry.event
    assert theirs.contact == merged.entry.contact


def test_nothing_new_changes_nothing() -> None:
    """The same source leaves ours as it is."""
    ours = replace(BASE, event=None, facts={})
    assert ours == merge(BASE, ours, BASE).entry


def test_what_changed_is_shown_as_a_diff() -> None:
    """Fields by name, the body by paragraphs."""
    after = replace(BASE, title="ใหม่", body="เนื้อหา\n\nอีกย่อหน้า")
    assert ("- ชื่อเรื่อง: ชื่อ", "+ ชื่อเรื่อง: ใหม่", "+ อีกย่อหน้า") == differences(BASE, after)


def test_a_long_paragraph_is_shown_where_it_changed() -> None:
    """Days as people write them, a field that was empty, and a few words before the change."""
    lead = "หน่วยงานจัดงานทุกปีเพื่อให้เยาวชนสนใจวิทยาศาสตร์ " * 8
    before = replace(BASE, body=f"{lead}ณ อาคาร 1 เวลา 9.00 น.", published=None)
    after = replace(BASE, body=f"{lead}ณ อาคาร 2 เวลา 9.00 น.", published=date(2022, 8, 17))
    published, to, old, new = differences(before, after)
    assert ("- วันที่เผยแพร่: (ว่าง)", "+ วันที่เผยแพร่: 17 สิงหาคม 2565") == (published, to)
    assert old.startswith("- …")
    assert old.endswith("ณ อาคาร 1 เวลา 9.00 น.")
    assert new.endswith("ณ อาคาร 2 เวลา 9.00 น.")
    assert len(new) < 120


def test_every_change_of_a_paragraph_is_shown() -> None:
    """Each with a few words around it; what only one side has stands alone with its sign."""
    between = " หน่วยงานเปิดให้ชุมชนนำตัวอย่างน้ำมาตรวจได้โดยไม่มีค่าใช้จ่าย" * 3
    told = f"เปิดคลินิก 10 ธันวาคม{between} รอรับผล 3 วันทำการ{between}"
    before, after = (replace(BASE, body=body) for body in (told, f"{told} ฟรี"))
    after = replace(after, body=after.body.replace("10", "11").replace("3 วัน", "5 วัน"))
    lines = differences(before, after)
    assert ["-", "+"] * 3 == [line[0] for line in lines]
    assert lines[0].startswith("- เปิดคลินิก 10 ธันวาคม ")
    assert lines[1].startswith("+ เปิดคลินิก 11 ธันวาคม ")
    assert ["3 วัน" in lines[2], "5 วัน" in lines[3], lines[5].endswith("ฟรี")] == [True] * 3
    assert max(map(len, lines)) < 160


def test_an_edit_and_a_changed_source_meet(again: Again, folder: Folder) -> None:
    """The title a person wrote stays with its remark, the telephone that changed is taken."""
    assert ImportOutcome.WRITTEN is again(RELEASE).outcome
    path = folder.root / "ข่าว.md"
    text = path.read_text("utf-8").replace("title: ", "# แก้โดยสมศรี\ntitle: ฉบับแก้ ", 1)
    path.write_text(text, "utf-8")
    assert ImportOutcome.KEPT is again(RELEASE).outcome
    assert text == path.read_text("utf-8")
    report = again(RELEASE.replace("0 2577 9000", "0 2577 9999"))
    assert ImportOutcome.UPDATED is report.outcome
    assert any("0 2577 9999" in change for change in report.changes)
    assert text.replace("0 2577 9000", "0 2577 9999") == path.read_text("utf-8")
    assert ImportOutcome.KEPT is again(RELEASE.replace("0 2577 9000", "0 2577 9999")).outcome


def test_both_sides_changed_is_told(again: Again, folder: Folder) -> None:
    """Ours is kept, and the report says so."""
    again(RELEASE)
    path = folder.root / "ข่าว.md"
    path.write_text(path.read_text("utf-8").replace("ทุกวัน", "วันจันทร์"), "utf-8")
    report = again(RELEASE.replace("ทุกวัน", "วันศุกร์"))
    assert ["edited-and-changed"] * len(report.problems) == [one.code for one in report.problems]
    assert "วันจันทร์" in path.read_text("utf-8")


def test_questions_are_proposed_once(again: Again, folder: Folder) -> None:
    """A new entry gets them; when it is imported again none are made, and its own stay."""
    first = again(RELEASE)
    assert len(first.asked) >= 2
    assert f"เสนอคำถาม {len(first.asked)} ข้อ เติม" in first.text()
    assert f"ได้อีก\n  · {first.asked[0]}" in first.text()
    text = (folder.root / "ข่าว.md").read_text("utf-8")
    second = again(RELEASE)
    assert (ImportOutcome.UNCHANGED, ()) == (second.outcome, second.asked)
    assert text == (folder.root / "ข่าว.md").read_text("utf-8")


def test_the_same_story_is_pointed_out(folder: Folder, tmp_path: Path) -> None:
    """A release that comes twice under two names; another story is none."""
    told = RELEASE.replace("12 มีนาคม", "13 มีนาคม").replace("ทุกวัน", "ทุกวัน วันละสองรอบ")
    for name, text in {"a": RELEASE, "b": told, "c": "ฝนดาวตก\nคืนนี้มีฝนดาวตกให้ชม ทั่วประเทศ"}.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    paths = [tmp_path / f"{name}.txt" for name in "abc"]
    releases = read_releases(dict.fromkeys(paths, ""), folder.root)
    reports = list(import_releases(releases, folder.root))
    assert [[], ["a"], []] == [[one.entry_id for one in report.duplicates] for report in reports]
    assert "คล้ายกับ a" in reports[1].text()


FAIR = replace(BASE, title="ชวนเที่ยว “มหกรรมวิทยาศาสตร์”")
LATER = replace(FAIR, body="อื่น", event=Event(date(2026, 2, 1), date(2026, 2, 1)))
PUT_OFF = replace(LATER, title="เลื่อนจัด “มหกรรมวิทยาศาสตร์”")
OPENED = "เปิดงาน “มหกรรมวิทยาศาสตร์”"


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (FAIR, replace(FAIR, title=OPENED, body="อื่น"), True),  # however the texts differ
        (FAIR, PUT_OFF, True),  # the other days are still told by the one before
        (PUT_OFF, FAIR, True),
        (FAIR, replace(LATER, title=OPENED), False),  # of another year
    ],
)
def test_an_event_told_twice_or_put_off_is_one(first: Entry, second: Entry, *, same: bool) -> None:
    """By its name in quotation marks, with its day or with what became of it."""
    finder = DuplicateFinder()
    finder.add(first)
    found = finder.find(replace(second, id="b"))
    assert (["a"] if same else []) == [one.entry_id for one in found]


@pytest.mark.parametrize(
    ("ours", "theirs", "merged"),
    [
        ("ก\n\nข\n\nค\n\nเติม", "ก\n\nข ใหม่\n\nค", "ก\n\nข ใหม่\n\nค\n\nเติม"),
        ("ก แก้\n\nข\n\nค", "ก\n\nข\n\nค\n\nต่อท้าย", "ก แก้\n\nข\n\nค\n\nต่อท้าย"),
        ("ก\n\nค", "ก ใหม่\n\nข\n\nค", "ก ใหม่\n\nค"),
        ("ก\n\nข เรา\n\nค", "ก\n\nข เขา\n\nค", ""),
        ("ก\n\nข\n\nค\n\nเรา", "ก\n\nข\n\nค\n\nเขา", ""),
        ("ก แก้\n\nข เหมือน\n\nค", "ก\n\nข เหมือน\n\nค", "ก แก้\n\nข เหมือน\n\nค"),
    ],
)
def test_paragraphs_of_both_sides_meet(ours: str, theirs: str, merged: str) -> None:
    """Unless both wrote in the same place: then ours is kept, and told."""
    base = replace(BASE, body="ก\n\nข\n\nค")
    found = merge(base, replace(base, body=ours), replace(base, body=theirs))
    assert (merged or ours, () if merged else ("body",)) == (found.entry.body, found.conflicts)
