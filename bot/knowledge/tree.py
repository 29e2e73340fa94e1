"""The files under a folder: which of them may be read, and reading them safely."""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bot.knowledge.problems import Problem, Severity, UnreadableError

MOST_BYTES = 2 * 1024 * 1024
_MOST_FILES = 50_000
_NOT_ENTRIES = ("readme.md", "changes.md")
_LEFTOVERS = (".tmp", ".swp", ".bak", "~")
_ODD_IN_NAMES = re.compile(r"[^0-9A-Za-z\u0e01-\u0e5b._-]+")
_IMPORTABLE = re.compile(r"\.(?:txt|html?|docx?|pdf|markdown|rtf|odt|eml|mht(?:ml)?)")


@dataclass(slots=True)
class Tree:
    """The files under a folder, in the order of their paths."""

    entries: list[Path] = field(default_factory=list)  # *.md
    phrasings: list[Path] = field(default_factory=list)  # */phrasings/*.yaml
    problems: list[Problem] = field(default_factory=list)


def survey(root: Path) -> Tree:
    """List the files under `root` without following links; what is odd becomes a Problem."""
    tree = Tree()
    folders = [root]
    while folders:
        folder = folders.pop()
        for item in _scan(folder, root, tree):
            path = Path(item.path)
            if item.name.startswith((".", "#")) or item.name.lower().endswith(_LEFTOVERS):
                continue
            if item.is_dir(follow_symlinks=False):
                folders.append(path)
                tree.problems += _named_as_entry(path, root)
            else:
                _sort_in(path, item, root, tree)
    tree.entries.sort()
    tree.phrasings.sort()
    tree.problems.sort(key=lambda problem: problem.path)
    return tree


def stamp(root: Path) -> tuple[object, ...]:
    """The metadata of everything under `root`, without opening a file.

    Two equal ones mean that nothing was written in between, unless within one tick of the file
    system's clock.
    """
    marks: list[object] = []
    folders = [str(root)]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as items:
                for item in items:
                    about = item.stat(follow_symlinks=False)
                    if stat.S_ISDIR(about.st_mode) and not item.name.startswith("."):
                        folders.append(item.path)
                    marks += (item.path, about.st_ino, about.st_mode, about.st_size)
                    marks += (about.st_mtime_ns, about.st_ctime_ns)
        except OSError as error:
            marks += (folder, error.errno)
    return tuple(marks)


def _scan(folder: Path, root: Path, tree: Tree) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as items:
            yield from items
    except OSError as error:
        tree.problems.append(_unreadable(error).of(show(folder, root)))


def _sort_in(path: Path, item: os.DirEntry[str], root: Path, tree: Tree) -> None:
    suffix = path.suffix.lower()
    if item.is_symlink():
        tree.problems.append(UnreadableError("symlink").of(show(path, root)))
    elif len(tree.entries) >= _MOST_FILES:
        too_many = UnreadableError("too-many", most=_MOST_FILES)
        tree.problems = [*tree.problems, too_many.of(show(root, root))][:_MOST_FILES]
    elif suffix == ".md" and item.name.lower() not in _NOT_ENTRIES:
        tree.entries.append(path)
    elif suffix in (".yaml", ".yml") and path.parent.name == "phrasings":
        tree.phrasings.append(path)
    elif _IMPORTABLE.fullmatch(suffix):
        twice = Path(path.stem).suffix.lower() == ".md"
        key = "not-an-entry.twice_named" if twice else "not-an-entry.other"
        tree.problems.append(Problem.of(show(path, root), 1, Severity.WARNING, key, suffix=suffix))


def _named_as_entry(folder: Path, root: Path) -> Iterator[Problem]:
    if folder.suffix.lower() == ".md":
        yield Problem.of(show(folder, root), 1, Severity.WARNING, "folder-as-entry")


def show(path: Path, root: Path) -> str:
    """`path` relative to `root`, printable whatever bytes its name is made of."""
    name = os.path.relpath(path, root) if path.is_absolute() == root.is_absolute() else str(path)
    printable = name.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "?" for char in printable)


def plain_name(told: str) -> str:
    """A file name for any system: of Thai and Latin letters, digits and a few marks."""
    return _ODD_IN_NAMES.sub("-", told).strip("-._")


def read_bytes(path: Path, root: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of a regular file under `root`, `most` at most. Raises `UnreadableError`."""
    _refuse_outside(path, root)
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            return _read_regular(handle, most)
        finally:
            os.close(handle)
    except (OSError, UnicodeError) as error:
        fault = UnreadableError("symlink") if path.is_symlink() else _unreadable(error)
        raise fault from None


def _read_regular(handle: int, most: int) -> bytes:
    about = os.fstat(handle)
    if not stat.S_ISREG(about.st_mode):
        raise UnreadableError("not-a-file")
    with os.fdopen(handle, "rb", closefd=False) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise too_large(about.st_size, most)
    return data


def too_large(size: int, most: int = MOST_BYTES) -> UnreadableError:
    """The error of a file of `size` bytes, where `most` are read."""
    return UnreadableError("too-large", size=size / 1_048_576, most=most // 1_048_576)


def _refuse_outside(path: Path, root: Path) -> None:
    try:
        inside = path.relative_to(root)
    except ValueError:
        inside = None
    if inside is None or ".." in inside.parts or "\x00" in str(path):
        raise UnreadableError("outside")
    for folder in inside.parents:
        if folder.parts and (root / folder).is_symlink():
            raise UnreadableError("symlink")


def _unreadable(error: OSError | UnicodeError) -> UnreadableError:
    """The error of a file or folder that the system does not let us read."""
    reason = getattr(error, "strerror", None) or type(error).__name__
    return UnreadableError("unreadable", reason=reason)
