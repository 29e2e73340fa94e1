"""The command line as scripts and people meet it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.cli.asking import _read_lines
from bot.cli.commands import app
from tests.support import program
from tests.support.small_knowledge import small_knowledge

TODAY = "2026-11-23"
FIELDS = {
    "id", "question", "outcome", "entry", "answer", "text", "choices", "probability", "matches",
    "understood", "aspect", "ms",
}  # fmt: skip
RELEASE = "กระทรวงเปิดตัวหุ่นยนต์เก็บมะพร้าว\n\n" + "หุ่นยนต์ปีนต้นมะพร้าวได้เอง " * 9


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_knowledge(tmp_path_factory.mktemp("knowledge"))


@dataclass(frozen=True)
class Done:
    """A command that has ended."""

    status: int
    out: str
    err: str

    def objects(self) -> list[dict[str, Any]]:
        """What it wrote for scripts."""
        assert 0 == self.status, self.err
        return [json.loads(line) for line in self.out.splitlines()]


Command = Callable[..., Done]


@pytest.fixture
def release(tmp_path: Path) -> Path:
    path = tmp_path / "robot.txt"
    path.write_text(RELEASE, "utf-8")
    return path


@pytest.fixture
def command(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs a command inside this process, which saves its start; settings as for a program."""
    monkeypatch.chdir(folder)

    def run_here(*arguments: str, **environment: str) -> Done:
        settings = {"KNOWLEDGE_DIR": str(folder), **environment}
        ended = CliRunner().invoke(app, arguments, env=settings)
        return Done(ended.exit_code, ended.stdout, ended.stderr)

    return run_here


@pytest.fixture
def run(folder: Path, tmp_path: Path) -> Command:
    """Runs a command as a process of its own."""

    def run_there(
        *arguments: str, given: bytes = b"", anew: bool = False, **environment: str
    ) -> Done:
        typed, out, err = (tmp_path / name for name in ("typed", "out", "err"))
        typed.write_bytes(given)
        for written in (out, err):
            written.write_bytes(b"")
        settings = {"KNOWLEDGE_DIR": str(folder), **environment}
        process = program.start(folder, settings, out, *arguments, err=err, given=typed, anew=anew)
        return Done(program.status(process, 120), out.read_text(), err.read_text())

    return run_there


@pytest.mark.process
def test_ask_json_answers_every_line_in_order(run: Command) -> None:
    """One object a line, whatever the line is; a malformed one does not end the run."""
    lines = [
        "วทน. สัญจร จัดที่ไหน".encode(),
        '{"question": "ขอเบอร์กระทรวง", "id": "b"}'.encode(),
        b'{"question": 5, "id": 9}',
        b"{not json",
        b'{"question": "\\ud800"}',
        b"\xff\xfe\xed\xa0\x80",
        b"",
        '{"id": 3, "question": "ต้มยำกุ้งใส่อะไรบ้าง"}'.encode(),
    ]
    got = run("ask", "--json", "--today", TODAY, given=b"\n".join(lines) + b"\n").objects()
    assert [None, "b", 9, None, None, None, None, 3] == [one["id"] for one in got]
    assert ["error", "error"] == [one["outcome"] for one in got[2:4]]
    assert all(one.keys() >= FIELDS for one in got if one["outcome"] != "error")
    assert ("answer", "wtn-sanjon-2555") == (got[0]["outcome"], got[0]["entry"])
    assert ("contact", "0 2333 3700") == (got[1]["outcome"], got[1]["answer"])
    assert "no_answer" == got[7]["outcome"]


def test_ask_json_tells_what_was_found(command: Command) -> None:
    """Matches with titles and passages, a probability, the aspect and the time taken."""
    (got,) = command("ask", "--json", "--today", TODAY, "วทน.", "สัญจร", "จัดวันไหน").objects()
    assert "when" == got["aspect"]
    assert 0 <= got["probability"] <= 1
    assert "wtn-sanjon-2555" == got["matches"][0]["entry"]
    assert {"entry", "title", "score", "passage"} == got["matches"][0].keys()
    assert len(got["matches"]) <= 10
    assert got["ms"] > 0


def test_ask_takes_a_question_that_looks_like_an_option(command: Command) -> None:
    """ "ขอเบอร์กระทรวง" and "ข้าว" begin with a dash on the wrong layout."""
    (got,) = command("ask", "--json", "--today", TODAY, "-vg[viNditm;'").objects()
    assert "-vg[viNditm;'" == got["question"]
    (rice,) = command("ask", "-hk;", "--json", "--today", TODAY).objects()
    assert "-hk;" == rice["question"]


def test_ask_counts_from_the_given_day(command: Command) -> None:
    """`--today` decides what "เดือนหน้า" is."""
    (got,) = command("ask", "--json", "--today", "2025-02-10", "เดือนหน้ามีงานอะไร").objects()
    assert ("events", "camp-chiangmai") == (got["outcome"], got["entry"])


def test_a_buddhist_year_is_told(command: Command) -> None:
    """Taken as it stands it would be six centuries from now, where nothing takes place."""
    got = command("ask", "--today", "2569-11-29", "งาน")
    assert (1, "") == (got.status, got.out)
    assert "เขียนปี 2569 เป็น 2026" in got.err


def test_ask_explain_is_for_people(command: Command) -> None:
    """What was understood, what was found, how sure, in Thai."""
    text = command("ask", "--explain", "--today", TODAY, "วทน. สัญจร จัดที่ไหน").out
    for words in ("อ่านว่า:", "คำที่ใช้ค้น:", "ถามหา: สถานที่", "มั่นใจ", "เกณฑ์นี้ตั้งโดยลอง", "จึงตอบจากเรื่อง: "):
        assert words in text


def test_ask_explain_tells_what_was_understood_without_a_search(command: Command) -> None:
    """Of a list its days and its place are told."""
    asked = "มีงานอะไรที่นครสวรรค์เดือนมีนาคม 2555"
    listed = command("ask", "--explain", "--today", TODAY, asked).out
    assert "อ่านเป็นรายการ: วันที่ 1-31 มีนาคม 2555 · จังหวัดนครสวรรค์" in listed


def test_ask_explain_tells_what_is_of_another_year(command: Command) -> None:
    """An entry that stands lower for a year it does not name says so."""
    text = command("ask", "--explain", "--today", TODAY, "วทน. สัญจร ปี 2541 จัดที่ไหน").out
    assert "ไม่ได้พูดถึง 2541 ที่ถามหา" in text


@pytest.mark.process
def test_chat_presses_buttons_by_number(run: Command) -> None:
    """A number presses the button, a follow-up is understood, "ออก" leaves."""
    said = "เมนู\n2\nวทน. สัญจร จัดที่ไหน\nแล้วจัดวันไหน\n\xffออก\nออก\n"
    done = run("chat", "--today", "2025-02-10", given=said.encode("utf-8", "replace"))
    text = done.out
    assert 0 == done.status, done.err
    assert "งานที่กำลังจะมาถึง" in text
    assert "26-28 มีนาคม 2555" in text


def test_missing_folder_is_told(command: Command) -> None:
    """No knowledge: still an answer for every line, and the operator is told."""
    done = command("ask", "--json", "--knowledge", "nowhere", "--today", TODAY, "ขอเบอร์กระทรวง")
    assert "contact" == done.objects()[0]["outcome"]
    assert "knowledge check" in done.err


def test_knowledge_check_ends_with_one_on_errors(command: Command, tmp_path: Path) -> None:
    """Every problem with its file and line; errors are told by the exit status."""
    assert 0 == command("knowledge", "check", "--today", TODAY).status
    (tmp_path / "bad.md").write_text("---\ntitle: [\n---\nเนื้อหา\n", "utf-8")
    done = command("knowledge", "check", str(tmp_path), "--format", "json", "--today", TODAY)
    assert 1 == done.status
    told = [json.loads(line) for line in done.out.splitlines()]
    assert ("bad.md", "error") in [(one["path"], one["severity"]) for one in told]
    assert all(one.keys() >= {"line", "code", "message", "hint"} for one in told)


def test_knowledge_check_is_told_what_is_old(command: Command, tmp_path: Path) -> None:
    """`--stale-months` of the house that keeps it; a year where nothing is said."""
    head = "title: ก\nkind: faq\nsource: ข่าว\nverified: 2026-01-01"
    (tmp_path / "a.md").write_text(f"---\n{head}\n---\nเนื้อหา\n", "utf-8")
    asked = ("knowledge", "check", str(tmp_path), "--format", "json", "--today", "2026-11-29")
    assert "stale" not in command(*asked).out
    assert '"stale"' in command(*asked, "--stale-months", "6").out
    assert 2 == command(*asked, "--stale-months", "0").status


def test_knowledge_import_show_and_list(command: Command, tmp_path: Path, release: Path) -> None:
    """A release becomes a draft that is listed and shown, and is not served."""
    into = tmp_path / "kb"
    wrong = command("knowledge", "import", str(release), "--into", str(release))
    assert (1, True) == (wrong.status, "--into ต้องเป็นโฟลเดอร์" in wrong.err)
    done = command("knowledge", "import", str(release), "--into", str(into))
    assert 0 == done.status, done.err
    assert "\n  · " in done.out.partition("  เสนอคำถาม")[2]
    listed = command("knowledge", "list", "--knowledge", str(into)).out
    assert "robot\tnews" in listed
    assert "[draft]" in listed
    shown = command("knowledge", "show", "robot", "--knowledge", str(into)).out
    assert "หุ่นยนต์เก็บมะพร้าว" in shown
    assert 1 == command("knowledge", "show", "nobody").status


@pytest.mark.process
def test_the_search_is_loaded_where_there_is_something_to_try(
    run: Command, tmp_path: Path, release: Path
) -> None:
    """It is a third of a start, and a release that was imported before gets no new questions.

    What quotes of an entry is never loaded.
    """
    command = ("knowledge", "import", str(release), "--into", str(tmp_path / "kb"))
    first, again = (run(*command, anew=True, PYTHONPROFILEIMPORTTIME="1") for _ in range(2))
    assert "bot.search" in first.err
    assert "bot.search.passages" not in first.err
    assert "bot.press" in again.err
    assert "bot.search" not in again.err


def test_an_entry_is_shown_by_its_name_however_it_is_spelt(
    command: Command, tmp_path: Path
) -> None:
    """Letters taken apart by a system are the same name; a try says that nothing was written."""
    apart = "ข่าวด\u0e4d\u0e32น้\u0e4d\u0e32"
    release, lock = tmp_path / f"{apart}.txt", tmp_path / "~$ข่าว.docx"
    release.write_text(RELEASE, "utf-8")
    lock.write_bytes(b"x")
    into = tmp_path / "kb"
    run = ("knowledge", "import", str(release), str(lock), "--into", str(into))
    tried = command(*run, "--dry-run")
    assert (0, False) == (tried.status, into.exists())
    assert "ลองดูเท่านั้น ยังไม่ได้เขียนไฟล์" in tried.err
    assert "ข้ามไฟล์ที่โปรแกรมสร้างไว้ใช้เอง 1 ไฟล์: ~$ข่าว.docx" in tried.err
    done = command(*run)
    assert "ลองดูเท่านั้น" not in done.err
    for name in (apart, "ข่าวดำน้ำ"):
        assert "หุ่นยนต์" in command("knowledge", "show", name, "--knowledge", str(into)).out


def test_what_a_folder_holds_beside_releases_is_told(command: Command, tmp_path: Path) -> None:
    """The first names of what is passed over; a folder without a release is a fault."""
    source, into = tmp_path / "ข่าว", tmp_path / "kb"
    source.mkdir()
    for number in range(11):
        (source / f"ภาพ{number:02}.jpg").write_bytes(b"\xff\xd8\xff")
    (source / ".hidden").write_bytes(b"x")
    run = ("knowledge", "import", str(source), "--into", str(into))
    empty = command(*run)
    assert (1, "") == (empty.status, empty.out)
    assert f"ไม่พบไฟล์ข่าวใน {source}" in empty.err
    assert ".txt .html .htm .docx .pdf .eml .mht .mhtml" in empty.err
    (source / "robot.txt").write_text(RELEASE, "utf-8")
    done = command(*run)
    assert (0, True) == (done.status, (into / "robot.md").exists())
    assert f"ข้ามไฟล์ที่ไม่ใช่ข่าวใน {source} 11 ไฟล์: ภาพ00.jpg, ภาพ01.jpg" in done.err
    assert "ภาพ09.jpg ฯลฯ" in done.err


def test_web_addresses_are_imported_only_when_allowed(
    command: Command, tmp_path: Path, release: Path
) -> None:
    """Refused with the reason and the cure; other sources of the same run go on."""
    sources = ("https://www.mhesi.go.th/news/1", str(release))
    done = command("knowledge", "import", *sources, "--into", str(tmp_path), "--dry-run")
    told = done.out
    assert 1 == done.status
    assert "การนำเข้าจากเว็บปิดอยู่ → ใส่ชื่อเว็บที่อนุญาตใน IMPORT_HOSTS" in told
    assert "robot.txt: แปลงแล้ว" in told


def test_store_commands(command: Command, tmp_path: Path) -> None:
    """The store is made, checked, copied and brought back; an empty review queue is no error."""
    url = f"sqlite:///{tmp_path}/bot.db"
    assert 0 == command("db", "upgrade", DATABASE_URL=url).status
    assert 0 == command("db", "check", DATABASE_URL=url).status
    copied = command("db", "backup", str(tmp_path / "copy.db"), DATABASE_URL=url)
    assert 0 == copied.status, copied.err
    restored = command("db", "restore", str(tmp_path / "copy.db"), DATABASE_URL=url)
    assert "before-restore" in restored.out, restored.err
    missing = command("db", "restore", str(tmp_path / "none.db"), DATABASE_URL=url)
    assert (1, True) == (missing.status, "ไม่มีไฟล์สำรอง" in missing.err)
    assert 0 == command("review", "list", DATABASE_URL=url).status
    refused = command("review", "dismiss", "7", DATABASE_URL=url)
    assert (1, "") == (refused.status, refused.out)
    assert "7" in refused.err


@pytest.mark.process
def test_wrong_setting_is_told_without_a_traceback(run: Command) -> None:
    """A wrong setting names itself and its cure."""
    done = run("ask", "สวัสดี", WEB_PORT="many")
    assert 1 == done.status
    assert "WEB_PORT" in done.err
    assert "Traceback" not in done.err


def test_blank_lines_count_only_for_scripts() -> None:
    """One object a line for scripts; people get no answers to blank lines."""
    lines = [b"\n", b'\xef\xbb\xbf{"question": "a"}\n', b"  \n"]
    assert 3 == len(list(_read_lines(lines, keep_blank=True)))
    assert ["a"] == [line.text for line in _read_lines(lines, keep_blank=False)]


def test_evaluate_counts_right_wrong_and_refused(command: Command, tmp_path: Path) -> None:
    """A questions file becomes a table; a bad line is named with its number."""
    lines = [
        {"question": "วทน. สัญจร จัดที่ไหน", "article": "wtn-sanjon-2555.txt", "kind": "fact"},
        {"question": "ต้มยำกุ้งใส่อะไรบ้าง", "group": "chit-chat"},
    ]
    file = tmp_path / "questions.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
    done = command("evaluate", str(file), "--json", "--today", TODAY)
    rows = {row["kind"]: row for row in done.objects()[0]["rows"]}
    assert (1.0, 1.0) == (rows["fact"]["first"], rows["fact"]["right"])
    assert 1.0 == rows["out-of-scope"]["declined"]
    file.write_text("{}\n", "utf-8")
    refused = command("evaluate", str(file), "--today", TODAY)
    assert 1 == refused.status
    assert "บรรทัด 1" in refused.err
