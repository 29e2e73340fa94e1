"""The documents tell of all that the program has and of nothing it has not."""

import re
from pathlib import Path
from typing import Any

import pytest
import typer.main
from starlette.routing import Route

from bot.cli.commands import app
from bot.knowledge.files import load_folder, parse_entry
from bot.knowledge.problems import Problem, Severity
from bot.settings import Settings
from bot.store.database import Database
from bot.texts import Texts
from tests.web.site import make_site, write_knowledge

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
DOCS = {path.name: path for path in (README, *sorted((ROOT / "docs").glob("*.md")))}
TEXT = {name: path.read_text("utf-8") for name, path in DOCS.items()}
EVERYTHING = "\n".join(TEXT.values())
BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
NAMED_COMMAND = re.compile(r"run_bot\.py((?: [a-z]+)*)((?:[^\n`|])*)")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)|<img[^>]* src=\"([^\"]+)\"")
ADDRESS = re.compile(r"127\.0\.0\.1:8013(/[a-z]*)?")
MARK = {Severity.ERROR: "ผิด", Severity.WARNING: "เตือน"}


def commands(group: Any, before: tuple[str, ...] = ()) -> dict[str, Any]:
    """Every command by the words that call it: "knowledge check"."""
    if not hasattr(group, "commands"):
        return {" ".join(before): group}
    found: dict[str, Any] = {}
    for name in group.commands:
        found |= commands(group.get_command(None, name), (*before, name))
    return found


PROGRAM: Any = typer.main.get_command(app)
COMMANDS = commands(PROGRAM)


def anchors(path: Path) -> set[str]:
    """The anchors that headings of a document get on the web."""
    headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    plain = [re.sub(r"[^\w\u0e00-\u0e7f -]", "", one.lower()) for one in headings]
    return {one.strip().replace(" ", "-") for one in plain}


def blocks(name: str, kind: str) -> list[str]:
    """The fenced blocks of one kind in a document."""
    return [body for found, body in BLOCK.findall(TEXT[name]) if found == kind]


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_told(command: str) -> None:
    """Somebody who only reads the documents knows every command."""
    assert f"run_bot.py {command}" in EVERYTHING or f"`{command}" in EVERYTHING


def test_no_command_is_invented() -> None:
    """Each command line in the documents calls a command that exists, with options it has."""
    unknown = []
    for words, rest in NAMED_COMMAND.findall(EVERYTHING):
        names = words.split()
        known = next((n for n in (" ".join(names[:2]), " ".join(names[:1])) if n in COMMANDS), "")
        options = {name for one in COMMANDS.get(known, PROGRAM).params for name in one.opts}
        used = set(re.findall(r"(?<!\S)--[a-z-]+", rest)) - {"--help"}
        if (names and not known) or not used <= options:
            unknown.append(f"run_bot.py{words}{rest}")
    assert [] == unknown


@pytest.mark.parametrize("setting", sorted(Settings.model_fields))
def test_every_setting_stands_in_the_table(setting: str) -> None:
    """Operations has a row for each setting."""
    assert f"\n| `{setting.upper()}` | " in TEXT["operations.md"]


def test_no_setting_is_invented() -> None:
    """Operations has no row for anything else."""
    rows = set(re.findall(r"^\| `([A-Z_]+)` \|", TEXT["operations.md"], re.MULTILINE))
    assert {name.upper() for name in Settings.model_fields} == rows


def test_every_bot_command_is_told_and_none_invented() -> None:
    """The README lists what can be typed in Telegram."""
    known = {
        f"`/{key.removeprefix('bot.commands.')}`"
        for key in Texts.load()
        if key.startswith("bot.commands.")
    }
    line = TEXT["README.md"].partition("คำสั่งในแชต:")[2].partition("\n\n")[0]
    assert known == set(re.findall("`/[a-z]+`", line))


def test_every_page_is_told_and_none_invented(sqlite_database: Database, tmp_path: Path) -> None:
    """Operations lists the pages that open in a browser."""
    site = make_site(sqlite_database, write_knowledge(tmp_path / "knowledge"))
    routes = [route for route in site.routes if isinstance(route, Route)]
    pages = {route.path for route in routes if "GET" in (route.methods or ())}
    table = TEXT["operations.md"].partition("## Health and logs")[2].partition("\n## ")[0]
    assert pages == set(re.findall(r"^\| `(/[^`]*)` \|", table, re.MULTILINE))
    assert set(ADDRESS.findall(EVERYTHING)) <= {*pages, ""}


@pytest.mark.parametrize("name", sorted(DOCS))
def test_links_and_pictures_exist(name: str) -> None:
    """Nothing in a document leads to a file or heading that is not there."""
    missing = []
    for first, second in LINK.findall(TEXT[name]):
        target, _, anchor = (first or second).partition("#")
        if target.startswith(("https:", "http:", "mailto:")):
            continue
        path = (DOCS[name].parent / target).resolve() if target else DOCS[name]
        if not path.exists() or (anchor and anchor not in anchors(path)):
            missing.append(first or second)
    assert [] == missing


def test_every_document_is_reached_from_the_readme() -> None:
    """No guide is lost in its folder, and no picture unused."""
    linked = {(README.parent / first).resolve() for first, _ in LINK.findall(TEXT["README.md"])}
    assert {path for path in DOCS.values() if path != README} <= linked
    images = {path.name for path in (ROOT / "docs" / "images").iterdir()}
    assert images == {name for name in images if f"images/{name}" in EVERYTHING}


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "images").iterdir()), ids=lambda p: p.name)
def test_pictures_are_small(path: Path) -> None:
    """A page with them opens on a slow line."""
    assert path.stat().st_size < 300_000


def test_every_package_is_on_the_map() -> None:
    """Architecture names every package and module at the top of the house."""
    parts = [path for path in (ROOT / "bot").iterdir() if (path / "__init__.py").exists()]
    parts += [path for path in (ROOT / "bot").glob("*.py") if path.stem != "__init__"]
    rows = set(re.findall(r"^\| `(bot/[a-z_.]+)` \|", TEXT["architecture.md"], re.MULTILINE))
    assert {f"bot/{path.name}" for path in parts} == rows


def test_every_module_that_is_named_is_there() -> None:
    """In the decisions as well, which outlive the modules that they were made for."""
    modules = [f"/{path.relative_to(ROOT)}" for path in ROOT.glob("*/**/*.py")]
    modules += [f"/{path.name}" for path in ROOT.glob("*.py")]
    named = set(re.findall(r"`([a-z_/]+\.py)`", EVERYTHING))
    assert set() == {name for name in named if not any(m.endswith(f"/{name}") for m in modules)}


def test_the_steps_of_a_question_are_the_packages_of_the_dialogue() -> None:
    """A stranger finds each of them in the pipeline, and nothing there that has gone."""
    pipeline = TEXT["architecture.md"].partition("## A question, step by step")[2]
    named = set(re.findall("`([a-z_]+)[`.]", pipeline.partition("\n## ")[0]))
    dialogue = ROOT / "bot" / "dialogue"
    packages = {path.parent.name for path in dialogue.glob("*/__init__.py")}
    assert packages <= named <= packages | {path.stem for path in dialogue.rglob("*.py")}


def test_the_example_of_the_staff_guide_is_faultless() -> None:
    """Whoever copies it begins with a good file."""
    example = blocks("staff-guide.md", "markdown")[0]
    entry, problems = parse_entry(example, "lab-open-day-2570", "example.md")
    assert () == problems
    assert entry
    assert entry.event
    assert entry.contact


def test_the_faults_in_the_staff_guide_are_told_as_the_program_tells_them(tmp_path: Path) -> None:
    """The broken file gives exactly the lines shown under it."""
    broken = blocks("staff-guide.md", "markdown")[1]
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "lab-open-day-2570.md").write_text(broken, "utf-8")
    found = [as_shown(problem) for problem in load_folder(tmp_path).problems]
    shown = blocks("staff-guide.md", "text")[2].rstrip().rpartition("\n")[0]
    assert "\n".join(found) == shown


def as_shown(problem: Problem) -> str:
    """A problem as `knowledge check` prints it."""
    mark = MARK[problem.severity]
    return f"{problem.path}:{problem.line}: [{mark}] {problem.message}\n    แก้: {problem.hint}"


@pytest.mark.parametrize(
    "key",
    [
        "admin.question",
        "admin.taught",
        "admin.undone",
        "no_answer.sorry",
        "telegram.will_tell",
        "telegram.button.want",
        "admin.button.write",
        "admin.button.dismiss",
        "admin.button.undo",
        "admin.button.next",
        "admin.button.cancel",
        "admin.reason.no_answer",
        "admin.reason.unsure",
        "admin.reason.none_of_these",
        "admin.reason.disliked",
        "admin.reason.wanted",
    ],
)
def test_the_admin_guide_quotes_the_bot_word_for_word(key: str) -> None:
    """What the guide says the bot says is what it says."""
    assert Texts.load()(key) in TEXT["admin-guide.md"]


@pytest.mark.parametrize(
    "key",
    [
        "staff.button.publish",
        "staff.button.fields",
        "staff.button.try",
        "staff.button.keep",
        "staff.button.discard",
        "staff.button.undo",
        "staff.button.show",
        "staff.card.open",
        "staff.card.look",
        "staff.card.duplicates",
        "staff.page.read",
        "staff.page.save",
        "staff.tab",
        "bot.name",
    ],
)
def test_the_staff_guide_quotes_the_bot_word_for_word(key: str) -> None:
    """Buttons and headings are named as they are drawn."""
    assert Texts.load()(key) in TEXT["staff-guide.md"] + TEXT["README.md"]


def test_the_card_in_the_staff_guide_names_fields_as_the_bot_does() -> None:
    """Whoever types a field's name from the guide is understood."""
    labels = {text for key, text in _sentences("staff.fields.")}
    labels |= {Texts.load()("staff.more", label=label) for label in labels}
    card, reply = blocks("staff-guide.md", "text")[:2]
    shown = re.findall(r"^([ก-๙]+)(?: \(\?\))?: ", card + reply, re.MULTILINE)
    assert len(shown) >= 8
    assert set(shown) <= labels


def _sentences(prefix: str) -> list[tuple[str, str]]:
    texts = Texts.load()
    return [(key, texts(key)) for key in texts if key.startswith(prefix)]
