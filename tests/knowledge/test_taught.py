"""Lessons are files that people can read; teaching twice changes nothing, undo finds them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.knowledge.taught import add_answer, add_phrasing, remove_answer, remove_phrasing
from tests.support.entry_folder import Folder

AT = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


@pytest.fixture
def taught(folder: Folder) -> Path:
    folder.put("ข่าว-1.md")
    return folder.root / "taught"


def teach(taught: Path, text: str, entry_id: str = "ข่าว-1", review: int = 7) -> Path:
    return add_phrasing(taught, entry_id, text, by=123, at=AT, review=review)


def answer(taught: Path, title: str = "ค่าเข้าชมเท่าไร", body: str = "เข้าชมฟรี") -> Path:
    return add_answer(taught, title=title, body=body, questions=[title], by=123, at=AT, review=7)


def test_a_phrasing_is_served_and_says_who_taught_it(folder: Folder, taught: Path) -> None:
    """The file names the words, the person, the time and the review item."""
    path = teach(taught, "งานวันไหน: จัด #1")
    teach(taught, "no", review=8)
    loaded = folder.load()
    assert () == loaded.problems
    assert {"ข่าว-1": ("งานวันไหน: จัด #1", "no")} == loaded.knowledge.taught
    assert (
        "phrasings:\n  - text: 'งานวันไหน: จัด #1'\n    by: 123\n"
        "    at: '2026-11-23T03:00:00+00:00'\n    review: 7\n"
    ) in path.read_text(encoding="utf-8")


def test_teaching_again_changes_nothing(taught: Path) -> None:
    """The same phrasing or answer after a crash or a double press is the same file."""
    first = teach(taught, "งานวันไหน").read_bytes(), answer(taught).read_bytes()
    assert first == (teach(taught, " งาน\u200bวันไหน\n").read_bytes(), answer(taught).read_bytes())


def test_an_answer_is_an_entry_of_its_own(folder: Folder, taught: Path) -> None:
    """Its id is the stem of its file; the body may hold anything."""
    path = answer(taught, "เปิด: กี่โมง", "---\nstatus: draft\n---\n# เปิด 8.30 น.")
    loaded = folder.load()
    assert () == loaded.problems
    entry = loaded.knowledge.entries[path.stem]
    assert ("เปิด: กี่โมง", "---\nstatus: draft\n---\n# เปิด 8.30 น.") == (entry.title, entry.body)
    assert ("เปิด: กี่โมง",) == entry.questions
    assert AT.date() == entry.verified
    assert answer(taught, "อีกคำถาม") != path


def test_undo_takes_out_one_lesson_only(folder: Folder, taught: Path) -> None:
    """A comment that a person wrote into the file stays; an empty file goes."""
    path = teach(taught, "หนึ่ง")
    teach(taught, "สอง")
    path.write_text("# ตรวจแล้ว\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert remove_phrasing(taught, "ข่าว-1", "หนึ่ง")
    assert {"ข่าว-1": ("สอง",)} == folder.load().knowledge.taught
    assert path.read_text(encoding="utf-8").startswith("# ตรวจแล้ว\n")
    assert remove_phrasing(taught, "ข่าว-1", "สอง")
    assert not path.exists()
    assert not remove_phrasing(taught, "ข่าว-1", "สอง")


def test_undo_of_an_answer(folder: Folder, taught: Path) -> None:
    """Only taught answers can be removed, never what a person wrote."""
    path = answer(taught)
    written = taught / "mine.md"
    written.write_text("---\ntitle: ก\n---\nข", encoding="utf-8")
    assert remove_answer(taught, path.stem)
    assert not remove_answer(taught, path.stem)
    for name in ("mine", "../ข่าว-1", "taught-/../mine"):
        with pytest.raises(ValueError, match="not a taught answer"):
            remove_answer(taught, name)
    assert ["mine", "ข่าว-1"] == list(folder.load().entries)


@pytest.mark.parametrize("entry_id", ["", ".", "../x", "a/b", "a\\b", "a\x00b"])
def test_ids_that_lead_elsewhere_are_refused(taught: Path, entry_id: str) -> None:
    """The file always lies in the folder of phrasings."""
    with pytest.raises(ValueError, match="not an entry id"):
        teach(taught, "งานวันไหน", entry_id)


def test_nothing_is_no_lesson(taught: Path) -> None:
    """Empty words, title or body are refused before anything is written."""
    with pytest.raises(ValueError, match="nothing to teach"):
        teach(taught, " \u200b\n")
    with pytest.raises(ValueError, match="nothing to teach"):
        answer(taught, title=" ")
    with pytest.raises(ValueError, match="needs a body"):
        answer(taught, body="\n")
    assert not taught.exists()


@pytest.mark.parametrize("content", ["phrasings: [", "phrasings: {a: b}", "- a", "phrasings: [a]"])
def test_a_file_that_cannot_be_read_is_left_alone(taught: Path, content: str) -> None:
    """Better no lesson than a lost one."""
    path = taught / "phrasings" / "ข่าว-1.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match="ข่าว-1"):
        teach(taught, "งานวันไหน")
    assert content == path.read_text(encoding="utf-8")
