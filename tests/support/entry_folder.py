"""A knowledge folder to put files into."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.knowledge.entries import Entry
from bot.knowledge.files import Loaded, load_entry, load_folder
from bot.knowledge.problems import Problem

GOOD = "---\ntitle: ชื่อเรื่อง\n---\nเนื้อหา\n"


@dataclass(frozen=True)
class Folder:
    root: Path

    def put(self, name: str, content: str | bytes = GOOD) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def head(self, lines: str, body: str = "เนื้อหา", name: str = "a.md") -> Path:
        """An entry with a title and further front matter; `lines` begin on line 3."""
        return self.put(name, f"---\ntitle: ชื่อเรื่อง\n{lines}\n---\n{body}\n")

    def read(self, name: str = "a.md") -> tuple[Entry | None, tuple[Problem, ...]]:
        return load_entry(self.root / name, self.root)

    def entry(self, name: str = "a.md") -> Entry:
        """The entry of a file that has no problem at all."""
        entry, problems = self.read(name)
        assert problems == ()
        assert entry is not None
        return entry

    def fault(self, name: str = "a.md") -> tuple[str, int]:
        """Code and line of the only problem of a file."""
        _, problems = self.read(name)
        assert len(problems) == 1, problems
        return problems[0].code, problems[0].line

    def load(self, taught: Path | None = None) -> Loaded:
        return load_folder(self.root, taught)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    root = tmp_path / "knowledge"
    root.mkdir()
    return Folder(root)
