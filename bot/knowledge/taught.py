"""What staff teach the bot through its faces, kept as ordinary files that people can read.

Only this module writes under the taught folder: phrasings of an entry in
`phrasings/<entry id>.yaml`, new answers as entries in `taught-….md`. Teaching the same again
changes nothing, and files of other names are never touched.
"""

import hashlib
import re
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from bot.knowledge.decoding import clean, decode
from bot.knowledge.entries import Entry, Kind, Source
from bot.knowledge.problems import UnreadableError
from bot.knowledge.saving import sync_folder, write_file
from bot.knowledge.tree import read_bytes
from bot.knowledge.words import shipped_lists
from bot.knowledge.writing import entry_text, yaml_text
from bot.texts import sentence

_PHRASINGS = "phrasings"
_ANSWER = "taught-"
_LONGEST_PHRASING = 300
_LONGEST_TITLE = 200
_UNSAFE = re.compile(r"[/\\\x00-\x1f]|^\.|^$")


def must_refuse() -> tuple[str, ...]:
    """Questions that no lesson may ever make answerable."""
    return tuple(shipped_lists("must_refuse")["questions"])


def add_phrasing(
    taught_root: Path, entry_id: str, text: str, *, by: int, at: datetime, review: int
) -> Path:
    """Teach that `text` asks for the entry `entry_id`; the file it stands in afterwards.

    `by` is the Telegram id of who taught it, `review` the number of the review item.
    Raises ValueError for an empty text, an id that cannot be a file name or a file of that
    name that cannot be read (it is left as it is), OSError when it cannot be written.
    """
    path = _phrasings_path(taught_root, entry_id)
    phrasing = _one_line(text, _LONGEST_PHRASING)
    there = _read_phrasings(path, taught_root)
    lessons = there.setdefault("phrasings", [])
    if not any(str(lesson.get("text")) == phrasing for lesson in lessons):
        lessons.append({"text": phrasing, "by": by, "at": at.isoformat(), "review": review})
        write_file(path, yaml_text(there))
    return path


def add_answer(
    taught_root: Path,
    *,
    title: str,
    body: str,
    questions: Iterable[str],
    by: int,
    at: datetime,
    review: int,
) -> Path:
    """Teach a new answer as a published entry; its file, whose stem is the entry's id.

    The same review item and title give the same file. Raises ValueError when title or body
    is empty, OSError when it cannot be written.
    """
    heading = _one_line(title, _LONGEST_TITLE)
    entry = Entry(
        id=f"{_ANSWER}{review}-{hashlib.sha256(heading.encode()).hexdigest()[:8]}",
        title=heading,
        body=clean(body).strip(),
        kind=Kind.FAQ,
        questions=tuple(dict.fromkeys(_one_line(one, _LONGEST_PHRASING) for one in questions)),
        source=Source(title=sentence("teaching.source")),
        published=at.date(),
        verified=at.date(),
    )
    if not entry.body:
        raise ValueError("an answer needs a body")
    told = sentence("teaching.remark", by=by, at=at.isoformat(), review=review)
    path = taught_root / f"{entry.id}.md"
    write_file(path, entry_text(entry).replace("---\n", f"---\n{told}\n", 1))
    return path


def remove_phrasing(taught_root: Path, entry_id: str, text: str) -> bool:
    """Forget a phrasing; whether it was there. Raises ValueError as `add_phrasing` does."""
    path = _phrasings_path(taught_root, entry_id)
    phrasing = _one_line(text, _LONGEST_PHRASING)
    there = _read_phrasings(path, taught_root)
    lessons = there.get("phrasings", [])
    kept = [lesson for lesson in lessons if str(lesson.get("text")) != phrasing]
    if len(kept) == len(lessons):
        return False
    if not kept:
        return _unlink(path)
    there["phrasings"] = kept
    write_file(path, yaml_text(there))
    return True


def remove_answer(taught_root: Path, entry_id: str) -> bool:
    """Forget a taught answer; whether it was there. Other entries are never removed."""
    if _UNSAFE.search(entry_id) or not entry_id.startswith(_ANSWER):
        raise ValueError(f"not a taught answer: {entry_id!r}")
    return _unlink(taught_root / f"{entry_id}.md")


def _phrasings_path(taught_root: Path, entry_id: str) -> Path:
    if _UNSAFE.search(entry_id):
        raise ValueError(f"not an entry id: {entry_id!r}")
    return taught_root / _PHRASINGS / f"{entry_id}.yaml"


def _read_phrasings(path: Path, taught_root: Path) -> dict[str, Any]:
    """The file with its comments; raises `UnreadableError` rather than lose what is in it."""
    if not path.exists():
        return {}
    try:
        there = YAML().load(decode(read_bytes(path, taught_root)))
    except YAMLError as error:
        raise _unreadable(path) from error
    if there is None:
        return {}
    lessons = there.get("phrasings", []) if isinstance(there, dict) else None
    if not isinstance(lessons, list) or not all(isinstance(one, dict) for one in lessons):
        raise _unreadable(path)
    found: dict[str, Any] = there
    return found


def _unreadable(path: Path) -> UnreadableError:
    return UnreadableError("yaml.taught", file=path.name)


def _one_line(text: str, longest: int) -> str:
    line = " ".join(clean(text).split())[:longest].strip()
    if not line:
        raise ValueError("nothing to teach")
    return line


def _unlink(path: Path) -> bool:
    if not path.is_file():
        return False
    path.unlink()
    sync_folder(path.parent)
    return True
