"""Loading: every field is read, every fault is a Problem, and one bad file hides no other."""

import os
import socket
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.knowledge import files
from bot.knowledge.entries import Contact, Event, Kind, Person, Source, Status
from bot.knowledge.files import FolderDigest, folder_digest, load_entry, load_folder, parse_entry
from bot.knowledge.problems import Severity
from bot.knowledge.tree import MOST_BYTES
from tests.support.entry_folder import GOOD, Folder

FULL = """---
kind: event
title: งาน วทน. สัญจร
questions:
  - งานจัดวันไหน
  - "งาน: จัดที่ไหน"
keywords: [สัญจร]
published: 27 มีนาคม 2555
event: {start: 2555-03-26, end: ๒๘ มีนาคม ๒๕๕๕, time: 9.00 น., venue: โรงแรม, province: นครสวรรค์,
  organizer: กระทรวง, cost: ฟรี}
contact:
  phones: "1313"
  fax: 0 2333 3833
  email: info@most.go.th
  address: 75/47
  hours: 8.30-16.30
  website: www.most.go.th
  map: [13.76, 100.53]
people: [{name: ก ข, role: ประธาน}, ค ง]
facts: {participants: ประมาณ 200 คน}
source: {title: ข่าว, url: "https://www.most.go.th/1"}
verified: 2026-11-01
valid_from: 2012-03-01
valid_until: 2012-12-31
status: published
files: [doc/a.pdf, "https://x.go.th/b.pdf"]
photos: [รูป.jpg]
---

ย่อหน้าแรก

ย่อหน้าสอง
"""


def test_every_field_of_the_contract_is_read(folder: Folder) -> None:
    """Dates are ISO or Thai, a lone phone is a list of one, a bare host becomes a link."""
    path = folder.put("events/งาน-1.md", FULL)
    entry = folder.entry("events/งาน-1.md")
    assert ("งาน-1", Kind.EVENT, path) == (entry.id, entry.kind, entry.path)
    assert ("งานจัดวันไหน", "งาน: จัดที่ไหน") == entry.questions
    assert date(2012, 3, 27) == entry.published
    assert (
        Event(
            date(2012, 3, 26), date(2012, 3, 28), "9.00 น.", "โรงแรม", "นครสวรรค์", "กระทรวง", "ฟรี"
        )
        == entry.event
    )
    assert entry.contact == Contact(
        ("1313",),
        "0 2333 3833",
        "info@most.go.th",
        "75/47",
        "8.30-16.30",
        "https://www.most.go.th",
        (13.76, 100.53),
    )
    assert (Person("ก ข", "ประธาน"), Person("ค ง")) == entry.people
    assert {"participants": "ประมาณ 200 คน"} == entry.facts
    assert Source("ข่าว", "https://www.most.go.th/1") == entry.source
    assert (date(2026, 11, 1), date(2012, 3, 1), date(2012, 12, 31)) == (
        entry.verified,
        entry.valid_from,
        entry.valid_until,
    )
    assert (("doc/a.pdf", "https://x.go.th/b.pdf"), ("รูป.jpg",)) == (entry.files, entry.photos)
    assert "ย่อหน้าแรก\n\nย่อหน้าสอง" == entry.body


def test_the_smallest_entry_is_a_title_and_a_body(folder: Folder) -> None:
    """Everything else has a default: published news."""
    folder.put("a.md")
    entry = folder.entry()
    assert (Kind.NEWS, Status.PUBLISHED, None) == (entry.kind, entry.status, entry.event)


def test_an_event_without_end_lasts_one_day(folder: Folder) -> None:
    """`end` equals `start` for one day."""
    folder.head("event: {start: 26 มีนาคม 2555}")
    assert Event(date(2012, 3, 26), date(2012, 3, 26)) == folder.entry().event


def test_a_source_may_be_one_text(folder: Folder) -> None:
    """A link or a title alone."""
    folder.head("source: https://x.go.th/1")
    folder.head("source: หนังสือเวียน", name="b.md")
    assert (Source(url="https://x.go.th/1"), Source("หนังสือเวียน")) == (
        folder.entry().source,
        folder.entry("b.md").source,
    )


@pytest.mark.parametrize(
    ("lines", "code", "line"),
    [
        ("published: 31 กุมภาพันธ์ 2555", "bad-date", 3),
        ("published: เมื่อวาน", "bad-date", 3),
        ("event:\n  venue: ก\n  start: xx", "bad-date", 5),
        ("kind: evnt", "bad-value", 3),
        ("status: publised", "bad-value", 3),
        ("questions: {a: b}", "wrong-type", 3),
        ("questions: [[a]]", "wrong-type", 3),
        ("keywords: [a, {b: c}]", "wrong-type", 3),
        ("event: พรุ่งนี้", "wrong-type", 3),
        ("contact: [a]", "wrong-type", 3),
        ("people: [{role: ก}]", "wrong-type", 3),
        ("people: [[ก]]", "wrong-type", 3),
        ("facts: [a]", "wrong-type", 3),
        ("facts: {a: [b]}", "wrong-type", 3),
        ("source: {url: 'javascript:alert(1)'}", "bad-link", 3),
        ("source: {url: 'https://'}", "bad-link", 3),
        ("source: {url: 'https://[x'}", "bad-link", 3),
        ("contact: {email: ไม่มี}", "bad-email", 3),
        ("contact: {map: [200, 100]}", "bad-map", 3),
        ("contact: {map: [13.7]}", "bad-map", 3),
        ("contact: {map: [nan, inf]}", "bad-map", 3),
        ("files: [../../etc/passwd]", "bad-attachment", 3),
        ("photos: [/etc/passwd]", "bad-attachment", 3),
        ("id: อื่น", "id-differs", 3),
    ],
)
def test_a_wrong_field_is_an_error_of_its_line(
    folder: Folder, lines: str, code: str, line: int
) -> None:
    """The entry is not served, and the problem points to the very line, with a cure."""
    folder.head(lines)
    entry, (problem,) = folder.read()
    assert entry is None
    assert (code, line, Severity.ERROR) == (problem.code, problem.line, problem.severity)
    assert problem.hint


@pytest.mark.parametrize(
    ("day", "told", "cure"),
    [
        ("31 กุมภาพันธ์ 2570", "ไม่มีในปฏิทิน", "ต้นฉบับ"),
        ("30/2/2570", "ไม่มีในปฏิทิน", "ต้นฉบับ"),
        ("2027-02-30", "ไม่มีในปฏิทิน", "ต้นฉบับ"),
        ("8-9 ธันวาคม 2569", "หลายวัน", "start"),
        ("9 มกราคม", "อ่านวันที่", "และปี"),
        ("วันเสาร์หน้า", "อ่านวันที่", "และปี"),
    ],
)
def test_a_day_that_is_none_is_told_from_one_that_cannot_be_read(
    folder: Folder, day: str, told: str, cure: str
) -> None:
    """A clerk who wrote it as it should be written is not told how to write it."""
    folder.head(f"published: {day}")
    _, (problem,) = folder.read()
    assert told in problem.message
    assert cure in problem.hint


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("คำถาม: ก", '"questions"'),
        ("event: {สถานที่จัด: ก}", '"venue"'),
        ("kind: กิจกรรม", '"event"'),
    ],
)
def test_what_clerks_are_shown_is_known_in_files(folder: Folder, line: str, meant: str) -> None:
    """A field or a kind that is written as the form calls it is told as files have it."""
    folder.head(line)
    _, (problem,) = folder.read()
    assert meant in problem.hint


def test_a_person_may_be_one_text(folder: Folder) -> None:
    """With the role behind the name, or without; what is more than that stays as written."""
    several = "ศ.ดร.ก ข และ นายสมชาย ใจดี อธิบดีกรมวิทยาศาสตร์บริการ"
    led = "คณะของนายสมชาย ใจดี อธิบดีกรมวิทยาศาสตร์บริการ"
    folder.head(f"people: [ดร.แดง ใจดี ผู้ว่าการ วว., เขียว, {several}, {led}]")
    role, *others = folder.entry().people
    assert Person("ดร.แดง ใจดี", "ผู้ว่าการ วว.") == role
    assert [Person("เขียว"), Person(several), Person(led)] == others


def test_several_faults_of_one_file_are_told_together(folder: Folder) -> None:
    """Staff cure a file in one go."""
    folder.head("published: x\nkind: y\nevent: {start: z}")
    _, problems = folder.read()
    assert [("bad-value", 4), ("bad-date", 5), ("bad-date", 3)] == [
        (one.code, one.line) for one in problems
    ]


@pytest.mark.parametrize(
    ("lines", "near"),
    [
        ("kind: faq #อว", "คำพูด"),
        ("question: [a]", "questions"),
        ("event: {date: x, venu: ก}", "venue"),
        ("Title: ก", "title"),
    ],
)
def test_an_unknown_key_is_a_warning_naming_the_nearest(
    folder: Folder, lines: str, near: str
) -> None:
    """The entry is served; the cure is the key that was probably meant."""
    folder.head(lines)
    entry, problems = folder.read()
    assert entry is not None
    assert {Severity.WARNING} == {one.severity for one in problems}
    assert near in problems[-1].hint


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("\n \n", "empty"),
        ("เนื้อหาเปล่า ๆ", "front-matter-missing"),
        ("---\ntitle: ก\n", "front-matter-open"),
        ("---\nkind: news\n---\nเนื้อหา", "title-missing"),
        ("---\ntitle:\n---\nเนื้อหา", "title-missing"),
        ("---\ntitle: ก\n---\n\n", "body-missing"),
        ("---\n---\nเนื้อหา", "title-missing"),
    ],
)
def test_what_is_not_an_entry_is_told(folder: Folder, text: str, code: str) -> None:
    """Empty, half-written, without head, title or body."""
    folder.put("a.md", text)
    assert code == folder.fault()[0]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp874"])
def test_files_of_old_programs_are_read(folder: Folder, encoding: str) -> None:
    """BOM, UTF-16 and windows-874 files are ordinary files."""
    folder.put(
        "a.md", "---\r\ntitle: กระทรวงวิทยาศาสตร์\r\n---\r\nยินดีต้อนรับทุกท่าน\r\n".encode(encoding)
    )
    entry = folder.entry()
    assert ("กระทรวงวิทยาศาสตร์", "ยินดีต้อนรับทุกท่าน") == (entry.title, entry.body)


def test_a_huge_file_is_refused_unread(folder: Folder) -> None:
    """More than 2 MiB, be it 1 byte or 8 MB more."""
    folder.put("a.md", GOOD.encode() + b"x" * MOST_BYTES)
    folder.put("b.md", b"x" * 10_000_000)
    assert ("too-large", 1) == folder.fault() == folder.fault("b.md")


def test_what_is_no_regular_file_is_refused(folder: Folder) -> None:
    """Links, pipes, sockets, folders and devices are named and never opened for long."""
    folder.put("real.md")
    (folder.root / "link.md").symlink_to(folder.root / "real.md")
    os.mkfifo(folder.root / "pipe.md")
    (folder.root / "folder.md").mkdir()
    (folder.root / "outside").symlink_to("/")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(os.path.relpath(folder.root / "socket.md"))
    loaded = folder.load()
    assert ["real"] == list(loaded.entries)
    assert {
        "folder.md": "folder-as-entry",
        "link.md": "symlink",
        "outside": "symlink",
        "pipe.md": "not-a-file",
        "socket.md": "unreadable",
    } == {one.path: one.code for one in loaded.problems}
    assert ("not-a-file", 1) == folder.fault("folder.md")
    assert ("symlink", 1) == folder.fault("link.md")
    _, (problem,) = load_entry(Path("/dev/zero"), Path("/dev"))
    assert "not-a-file" == problem.code


@pytest.mark.parametrize("name", ["../a.md", "x/../../a.md", "/etc/passwd", "a\x00.md"])
def test_names_that_lead_elsewhere_are_refused(folder: Folder, name: str) -> None:
    """Nothing outside the folder is read, whatever the name."""
    folder.put("../a.md")
    (folder.root / "x").mkdir()
    assert ("outside", 1) == folder.fault(name)


def test_a_linked_folder_on_the_way_is_refused(folder: Folder, tmp_path: Path) -> None:
    """A symbolic link may not stand anywhere in the path."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.md").write_text(GOOD, encoding="utf-8")
    (folder.root / "x").symlink_to(tmp_path / "elsewhere")
    assert ("symlink", 1) == folder.fault("x/a.md")


def test_a_file_that_is_gone_or_locked_is_a_problem(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the system refuses is told in its words."""
    assert ("unreadable", 1) == folder.fault("gone.md")
    folder.put("sub/a.md")
    monkeypatch.setattr("os.scandir", _refuse)
    assert ["unreadable", "folder-empty"] == [one.code for one in folder.load().problems]


def _refuse(path: Path) -> None:
    raise PermissionError(13, "Permission denied", str(path))


@pytest.mark.parametrize("name", ["a:b.md", "-a.md", "a\u200bb.md", "a\nb.md", "ก" * 80 + ".md"])
def test_names_that_cannot_be_ids_are_refused_or_read(folder: Folder, name: str) -> None:
    """An id is letters of any script, digits and - _ . ( ), at most 120 of them."""
    folder.put(name)
    codes = [one.code for one in folder.load().problems]
    assert (codes == []) == name.startswith("ก")
    assert codes in ([], ["odd-id"])


def test_a_name_of_broken_bytes_is_shown_printably(folder: Folder) -> None:
    """A file named in cp874 on a UTF-8 disk must not break the report."""
    path = os.fsencode(folder.root) + b"/" + "ข่าว".encode("cp874") + b".md"
    Path(os.fsdecode(path)).write_text(GOOD, encoding="utf-8")
    (problem,) = folder.load().problems
    assert problem.code == "odd-id"
    assert problem.path.isprintable()
    assert problem.path.encode()


def test_one_bad_file_hides_no_other(folder: Folder) -> None:
    """Good ones are served, each bad one is reported once."""
    for number in range(5):
        folder.put(f"good-{number}.md")
    folder.put("bad-1.md", "---\ntitle: [\n---\nx")
    folder.put("bad-2.md", b"\xff\xfe\x00")
    folder.put("bad-3.md", "")
    loaded = folder.load()
    assert [f"good-{number}" for number in range(5)] == list(loaded.knowledge.entries)
    assert ["bad-1.md", "bad-2.md", "bad-3.md"] == [one.path for one in loaded.problems]


def test_two_files_of_one_id_keep_the_first(folder: Folder) -> None:
    """Ids are compared without letter case: some disks do not tell them apart."""
    folder.put("contacts/A.md")
    folder.put("news/a.md")
    loaded = folder.load()
    assert ["A"] == list(loaded.entries)
    (problem,) = loaded.problems
    assert ("news/a.md", "duplicate-id") == (problem.path, problem.code)
    assert "contacts/A.md" in problem.message


def test_drafts_and_withdrawn_are_known_but_not_served(folder: Folder) -> None:
    """Only published entries reach citizens."""
    for status in Status:
        folder.head(f"status: {status}", name=f"{status}.md")
    loaded = folder.load()
    assert ["published"] == list(loaded.knowledge.entries)
    assert ["draft", "published", "withdrawn"] == list(loaded.entries)


def test_leftovers_are_ignored_and_documents_pointed_out(folder: Folder) -> None:
    """Editors' temporary files and notes for people are no entries; a Word file wants import."""
    for name in ("a.md", ".a.md.swp", "a.md~", "x.tmp", "README.md", "CHANGES.md", ".git/b.md"):
        folder.put(name)
    folder.put("ข่าว.docx", b"PK")
    folder.put("ข่าว.md.txt", b"---")  # as Windows names it
    folder.put("รูป.jpg", b"JFIF")
    loaded = folder.load()
    assert ["a"] == list(loaded.entries)
    word, twice = loaded.problems
    assert [("ข่าว.docx", "not-an-entry"), ("ข่าว.md.txt", "not-an-entry")] == [
        (one.path, one.code) for one in (word, twice)
    ]
    assert ("import" in word.hint, "เปลี่ยนชื่อ" in twice.hint) == (True, True)


def test_missing_and_empty_folders_are_problems(folder: Folder) -> None:
    """So is a file that is given as the folder; the caller always gets an answer."""
    assert ["folder-empty"] == [one.code for one in folder.load().problems]
    (problem,) = load_folder(folder.put("a.md")).problems
    assert "not-a-folder" == problem.code
    gone = load_folder(folder.root / "gone")
    assert (["folder-missing"], {}) == ([one.code for one in gone.problems], gone.knowledge.entries)


PHRASINGS = "phrasings:\n  - {text: มีวันไหน, by: '1', at: x, review: '7'}\n  - text: จัดวันไหน\n"


@pytest.mark.parametrize("inside", [True, False])
def test_taught_files_are_read_wherever_they_lie(
    folder: Folder, tmp_path: Path, inside: bool
) -> None:
    """The taught folder may lie in the knowledge folder or elsewhere; read once either way."""
    taught = Folder(folder.root / "taught" if inside else tmp_path / "taught")
    folder.put("a.md")
    taught.put("taught-1.md")
    taught.put("phrasings/a.yaml", PHRASINGS)
    loaded = folder.load(taught.root)
    assert () == loaded.problems
    assert ["a", "taught-1"] == list(loaded.knowledge.entries)
    assert {"a": ("มีวันไหน", "จัดวันไหน")} == loaded.knowledge.taught


def test_bad_phrasings_are_problems(folder: Folder) -> None:
    """An unreadable file is an error, phrasings of an entry that is gone a warning."""
    folder.put("a.md")
    folder.put("taught/phrasings/a.yaml", "phrasings: [")
    folder.put("taught/phrasings/b.yaml", "phrasings: [มีวันไหน]")
    folder.put("taught/phrasings/gone.yaml", PHRASINGS)
    loaded = folder.load()
    assert [
        ("yaml", Severity.ERROR),
        ("wrong-type", Severity.ERROR),
        ("phrasing-orphan", Severity.WARNING),
    ] == [(one.code, one.severity) for one in loaded.problems]
    assert {} == loaded.knowledge.taught


def test_the_digest_follows_what_is_served(folder: Folder) -> None:
    """Touching, moving and drafts change nothing; a word, a phrasing and a new entry do."""
    path = folder.put("a.md")
    first = folder.load().knowledge.digest
    os.utime(path, (1, 1))
    path.rename(folder.root / "sub.md")
    (folder.root / "sub").mkdir()
    (folder.root / "sub.md").rename(folder.root / "sub" / "a.md")
    folder.head("status: draft", name="draft.md")
    assert first == folder.load().knowledge.digest
    seen = {first}
    folder.put("taught/phrasings/a.yaml", PHRASINGS)
    seen.add(folder.load().knowledge.digest)
    folder.put("sub/a.md", GOOD + "อีกคำ")
    seen.add(folder.load().knowledge.digest)
    folder.put("b.md")
    seen.add(folder.load().knowledge.digest)
    assert 4 == len(seen)


def test_the_folder_digest_follows_the_files(folder: Folder) -> None:
    """Any content, name or removal shows, unreadable files included; touching does not."""
    path = folder.put("a.md")
    seen = [folder_digest(folder.root)]
    os.utime(path, (1, 1))
    assert seen == [folder_digest(folder.root)]
    folder.put("bad.md", b"\xff" * (MOST_BYTES + 1))
    seen.append(folder_digest(folder.root))
    path.write_text(GOOD + "x", encoding="utf-8")
    seen.append(folder_digest(folder.root))
    path.unlink()
    seen.append(folder_digest(folder.root))
    (folder.root / "a.md").symlink_to("bad.md")
    seen.append(folder_digest(folder.root))
    seen.append(folder_digest(folder.root / "gone"))
    assert len(seen) == len(set(seen))


def test_the_folder_is_read_again_only_when_something_was_written(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once the file system had time to tick, its word is enough; also a saved-back time shows."""
    path = folder.put("sub/a.md")
    watched = FolderDigest(folder.root)
    first = [watched.at(now) for now in (0.0, 1.0, 2.5)]
    monkeypatch.setattr(files, "read_bytes", _not_to_be_read)
    assert watched.at(3.0) == watched.at(99.0) == first[0] == first[2] == first[1]
    monkeypatch.undo()
    about = path.stat()
    path.write_text(GOOD.replace("เนื้อ", "เนื้า"), encoding="utf-8")
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert watched.at(100.0) == folder_digest(folder.root) != first[0]


def test_a_slow_file_system_hides_no_change(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written twice within one tick looks the same from outside."""
    path = folder.put("a.md")
    monkeypatch.setattr(files, "stamp", lambda _root: ("as before",))
    watched = FolderDigest(folder.root)
    seen = [watched.at(0.0)]
    path.write_text(GOOD + "x", encoding="utf-8")
    seen.append(watched.at(1.9))
    assert seen[0] != seen[1] == watched.at(2.1) == folder_digest(folder.root)


def _not_to_be_read(path: Path, root: Path) -> bytes:
    raise AssertionError(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300), st.sampled_from([b"", b"---\n", b"---\ntitle: x\n", b"\xff\xfe"]))
def test_any_bytes_give_an_entry_or_problems(folder: Folder, data: bytes, before: bytes) -> None:
    """The loader never dies, and never leaves anybody without a word."""
    folder.put("a.md", before + data)
    entry, problems = folder.read()
    assert (entry is None) == any(one.severity is Severity.ERROR for one in problems)
    assert all(one.line >= 1 and one.message and one.hint for one in problems)


_LINES = st.lists(
    st.sampled_from([*FULL.splitlines(), "---", "- x", "  - y: z", "event: [", "title: &a b"]),
    max_size=30,
)


@given(_LINES)
def test_shuffled_lines_give_an_entry_or_problems(lines: list[str]) -> None:
    """Plausible front matter in any disorder: problems lie inside the file."""
    text = "\n".join(["---", *lines])
    entry, problems = parse_entry(text, "a", "a.md")
    assert entry is not None or problems
    assert all(1 <= one.line <= text.count("\n") + 3 for one in problems)


def test_a_cut_file_never_serves_other_words(folder: Folder) -> None:
    """Whatever prefix of a file is on disk, what is served is a prefix of its body."""
    data = FULL.encode()
    whole = parse_entry(FULL, "a", "a.md")[0]
    assert whole is not None
    for length in range(0, len(data), 7):
        folder.put("a.md", data[:length])
        entry, _ = folder.read()
        if entry is not None:
            assert whole == replace(entry, body=whole.body, path=None)
            assert whole.body.startswith(entry.body)
