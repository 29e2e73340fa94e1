"""A reload swaps whole or not at all, and one bad file never takes its entry out of service."""

import threading
from pathlib import Path

import pytest

from bot.desk.editions import Editions, entry_key
from bot.dialogue.conversation import Question
from bot.dialogue.responder import Responder
from bot.knowledge.problems import Severity
from bot.search.index import Index
from bot.texts import Texts
from tests.desk.builders import TOPICS, write_entry
from tests.support.moments import AT

BROKEN = "---\ntitle: [\n---\nเสีย\n"


def answer(editions: Editions, text: str) -> str | None:
    """The entry that answers."""
    return editions.current.responder.respond(Question(text, AT)).entry


def test_nothing_is_served_before_the_first_load(folder: Path, texts: Texts) -> None:
    """An edition without entries answers honestly instead of failing."""
    editions = Editions(folder, folder / "taught", texts)
    assert (0, {}) == (editions.current.number, dict(editions.current.knowledge.entries))
    assert answer(editions, "สายด่วน 1313 คืออะไร") is None


def test_a_good_change_is_served(editions: Editions, folder: Path) -> None:
    """A new file is answered from after the reload."""
    write_entry(folder, "robot", "หุ่นยนต์ดำน้ำ", "หุ่นยนต์ดำน้ำคืออะไร", "หุ่นยนต์ดำน้ำสำรวจใต้ทะเล")
    result = editions.reload(AT)
    assert (True, 2) == (result.swapped, result.edition.number)
    assert "robot" == answer(editions, "หุ่นยนต์ดำน้ำคืออะไร")


def test_an_unchanged_folder_swaps_nothing(editions: Editions) -> None:
    """Reading the same again keeps the edition."""
    before = editions.current
    assert not editions.reload(AT).swapped
    assert editions.current is before


def test_a_broken_file_keeps_its_last_good_version(editions: Editions, folder: Path) -> None:
    """The rest of the folder goes live, the broken entry serves as it was, the fault is told."""
    (folder / "museum.md").write_text(BROKEN, "utf-8")
    write_entry(folder, "robot", "หุ่นยนต์ดำน้ำ", "หุ่นยนต์ดำน้ำคืออะไร", "หุ่นยนต์ดำน้ำสำรวจใต้ทะเล")
    result = editions.reload(AT)
    assert result.swapped
    errors = [one.path for one in result.problems if one.severity is Severity.ERROR]
    assert ["museum.md"] == errors
    places = [(one.path, one.line) for one in result.problems]
    assert sorted(places) == places
    assert places[0][0] < "museum.md"
    assert "museum" == answer(editions, "พิพิธภัณฑ์วิทยาศาสตร์เปิดกี่โมง")
    assert "robot" == answer(editions, "หุ่นยนต์ดำน้ำคืออะไร")


def test_a_deleted_file_is_no_longer_served(editions: Editions, folder: Path) -> None:
    """Taking a file away is a change like any other."""
    (folder / "museum.md").unlink()
    assert editions.reload(AT).swapped
    assert "museum" not in editions.current.knowledge.entries


def test_a_withdrawn_entry_is_not_kept_as_last_good(editions: Editions, folder: Path) -> None:
    """Withdrawing takes an entry out of service even when its file has another fault."""
    (folder / "museum.md").write_text("---\ntitle: ก\nstatus: withdrawn\n---\nข\n", "utf-8")
    assert editions.reload(AT).swapped
    assert "museum" not in editions.current.knowledge.entries


@pytest.mark.parametrize("loss", ["emptied", "gone"])
def test_losing_the_folder_changes_nothing(editions: Editions, folder: Path, loss: str) -> None:
    """A folder that vanishes (a failed mount, a wrong delete) leaves everything served."""
    for path in folder.glob("*.md"):
        path.unlink()
    if loss == "gone":
        folder.rmdir()
    result = editions.reload(AT)
    assert not result.swapped
    assert "too-much-lost" in {problem.code for problem in result.problems}
    assert set(TOPICS) == set(editions.current.knowledge.entries)


def test_a_large_loss_needs_a_start(editions: Editions, folder: Path, texts: Texts) -> None:
    """More than a fifth disappears only when somebody starts the bot anew."""
    for entry_id in list(TOPICS)[:4]:
        (folder / f"{entry_id}.md").unlink()
    assert not editions.reload(AT).swapped
    started = Editions(folder, folder / "taught", texts)
    assert started.reload(AT).swapped
    assert 1 == len(started.current.knowledge.entries)


@pytest.mark.parametrize(("where", "what"), [(Index, "build"), (Responder, "respond")])
def test_an_edition_that_cannot_be_built_or_cannot_answer_is_not_served(
    editions: Editions, folder: Path, monkeypatch: pytest.MonkeyPatch, where: type, what: str
) -> None:
    """Whatever breaks it, citizens go on being answered: it is asked before any of them asks."""

    def broken(*_: object) -> None:
        raise RuntimeError

    write_entry(folder, "robot", "หุ่นยนต์", "หุ่นยนต์คืออะไร", "หุ่นยนต์")
    with monkeypatch.context() as patch:
        patch.setattr(where, what, broken)
        result = editions.reload(AT)
    assert not result.swapped
    assert "not-built" in {problem.code for problem in result.problems}
    assert "museum" == answer(editions, "พิพิธภัณฑ์วิทยาศาสตร์เปิดกี่โมง")


def test_readers_never_see_a_half_edition(editions: Editions, folder: Path) -> None:
    """While reloads run, every edition read is whole."""
    stop = threading.Event()
    torn: list[int] = []

    def read() -> None:
        while not stop.is_set():
            edition = editions.current
            if set(edition.keys.values()) != set(edition.knowledge.entries):
                torn.append(edition.number)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(3):
        write_entry(folder, f"n{number}", f"เรื่อง {number}", f"เรื่อง {number} คือ", "เนื้อหา")
        editions.reload(AT)
    stop.set()
    reader.join()
    assert ([], 8) == (torn, len(editions.current.knowledge.entries))


def test_keys_stand_for_entries(editions: Editions) -> None:
    """A short ASCII key finds its entry back, whatever the id looks like."""
    assert 13 == len(entry_key("เรื่องยาว" * 50))
    assert entry_key("a") != entry_key("b")
    assert "museum" == editions.current.keys[entry_key("museum")]


def test_a_new_start_takes_the_index_that_was_kept(
    folder: Path, texts: Texts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same knowledge is not cut into words again, and answers as before."""
    kept = tmp_path / "index"
    first = Editions(folder, folder / "taught", texts, kept)
    first.reload(AT)
    second = Editions(folder, folder / "taught", texts, kept)

    def build(*_: object) -> Index:
        raise AssertionError("it was built again")

    monkeypatch.setattr(Index, "build", build)
    assert second.reload(AT).swapped
    question = "พิพิธภัณฑ์วิทยาศาสตร์เปิดกี่โมง"
    assert answer(first, question) == answer(second, question) == "museum"
