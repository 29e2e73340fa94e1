"""The knowledge folder → what is served, and everything that is wrong with it.

A bad file never raises and never hides the others: it becomes a `Problem` and is left out.
"""

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache
from pathlib import Path

from bot.knowledge.decoding import decode
from bot.knowledge.entries import Entry, KnowledgeBase, Status, is_emergency
from bot.knowledge.fields import FieldReader, is_web_link
from bot.knowledge.frontmatter import parse_table, split
from bot.knowledge.nodes import Node, Table
from bot.knowledge.problems import Notes, Place, Problem, UnreadableError, has_errors
from bot.knowledge.reading import read_entry
from bot.knowledge.tree import Tree, read_bytes, show, stamp, survey

_LONGEST_ID = 120
_SLOWEST_TICK = 2.0  # seconds


@dataclass(frozen=True, slots=True)
class Loaded:
    """A folder as read: what may be served, all readable entries (drafts too), all problems.

    `faulty` are files with an error in a field, as far as the rest of them says.
    """

    knowledge: KnowledgeBase
    entries: Mapping[str, Entry]
    places: Mapping[str, Place]
    problems: tuple[Problem, ...]
    faulty: tuple[tuple[Entry, Place], ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    place: Place
    entry: Entry | None
    problems: tuple[Problem, ...]
    faulty: Entry | None = None


def load_entry(path: Path, root: Path) -> tuple[Entry | None, tuple[Problem, ...]]:
    """Read the entry file at `path`, which must lie under `root`. Never raises.

    With any error the entry is None; with warnings only it is there.
    """
    read = _read(path, root)
    return read.entry, read.problems


def parse_entry(text: str, stem: str, path: str) -> tuple[Entry | None, tuple[Problem, ...]]:
    """Read the text of an entry file whose id is `stem`; `path` only names it in problems."""
    read = _parse(text, stem, path)
    return read.entry, read.problems


def _read(path: Path, root: Path) -> _Read:
    shown = show(path, root)
    try:
        text = decode(read_bytes(path, root))
    except UnreadableError as fault:
        return _Read(Place(shown), None, (fault.of(shown),))
    read = _parse(text, path.stem, shown)
    return replace(read, entry=replace(read.entry, path=path)) if read.entry else read


@lru_cache(maxsize=4096)  # after one edit, a thousand other files need not be read again
def _parse(text: str, stem: str, path: str) -> _Read:
    reader = FieldReader(path)
    entry_id = unicodedata.normalize("NFC", stem)
    _check_name(entry_id, reader)
    try:
        if not text.strip():
            raise UnreadableError("empty")
        document = split(text)
    except UnreadableError as fault:
        return _Read(Place(path), None, (*reader.problems, fault.of(path)))
    for line in document.cut:
        reader.warn(line, "hash-cut")
    entry = read_entry(document, entry_id, reader)
    problems = tuple(reader.problems)
    lines = {**document.head.lines(), "body": document.body_line}
    place = Place(path, lines)
    if has_errors(problems):
        return _Read(place, None, problems, entry)
    return _Read(place, entry, problems)


def _check_name(entry_id: str, reader: FieldReader) -> None:
    allowed = all(unicodedata.category(char)[0] in "LMN" or char in "-_.() " for char in entry_id)
    if not allowed or not entry_id[:1].isalnum() or len(entry_id) > _LONGEST_ID:
        reader.error(1, "odd-id", longest=_LONGEST_ID)


def load_folder(root: Path, taught_root: Path | None = None) -> Loaded:
    """Read every entry under `root`, and what the bot was taught under `taught_root`.

    `taught_root` may lie outside `root` (default: `root/taught`). A missing or empty folder
    is a Problem.
    """
    trees = _surveys(root, taught_root)
    reads = [_read(path, base) for base, tree in trees for path in tree.entries]
    kept, clashes = _by_id(reads)
    entries = {key: read.entry for key, read in kept.items() if read.entry}
    taught, taught_problems = _load_phrasings(trees, entries)
    attached = {name for one in entries.values() for name in (*one.photos, *one.files)}
    problems = [
        problem
        for _, tree in trees
        for problem in tree.problems
        if problem.code != "not-an-entry" or problem.path not in attached
    ]
    problems += [problem for read in reads for problem in read.problems]
    problems += [*clashes, *taught_problems, *_folder_problems(root, reads)]
    for read in kept.values():
        problems += missing_attachments(read.entry, read.place, root) if read.entry else ()
    return Loaded(
        _serve(entries, taught),
        entries,
        {key: read.place for key, read in kept.items()},
        tuple(sorted(problems, key=lambda one: (one.path, one.line))),
        tuple((read.faulty, read.place) for read in reads if read.faulty),
    )


def missing_attachments(entry: Entry, place: Place, root: Path) -> list[Problem]:
    """Pictures and documents that an entry names and the folder at `root` does not have."""
    notes = Notes(place)
    for name in ("photos", "files"):
        for told in getattr(entry, name):
            if not (is_web_link(told) or (root / told).is_file()):
                notes.warn(name, "no-attachment", file=told, field=name)
    return notes.problems


def with_text(loaded: Loaded, text: str, entry_id: str, path: str) -> Loaded:
    """The folder as it would be with `text` in the file `path` of this entry id."""
    read = _parse(text, entry_id, path)
    entries = {key: one for key, one in loaded.entries.items() if key != entry_id}
    places = {**loaded.places, entry_id: read.place}
    if read.entry:
        entries[entry_id] = read.entry
    elsewhere = (one for one in loaded.problems if one.path != path)
    return Loaded(
        _serve(entries, loaded.knowledge.taught), entries, places, (*elsewhere, *read.problems)
    )


def folder_digest(root: Path, taught_root: Path | None = None) -> str:
    """A hex string that changes with any file that would be read."""
    digest = hashlib.sha256()
    for base, tree in _surveys(root, taught_root):
        for path in (*tree.entries, *tree.phrasings):
            try:
                content = hashlib.sha256(read_bytes(path, base)).hexdigest()
            except UnreadableError as fault:
                content = f"{fault.code} {fault.message}"
            digest.update(f"{show(path, base)}\n{content}\n".encode())
        digest.update("".join(map(str, tree.problems)).encode("utf-8", "replace"))
    return digest.hexdigest()


class FolderDigest:
    """`folder_digest` for repeated use: files are only read when something was written.

    The clock of a file system may tick every two seconds, so an equal `stamp` is trusted once it is
    older than that.
    """

    def __init__(self, root: Path, taught_root: Path | None = None) -> None:
        self._roots = (root, taught_root)
        self._stamps: tuple[object, ...] = ()
        self._since = 0.0
        self._digest = ""  # "" while the stamps are not believed

    def at(self, now: float) -> str:
        """The digest at `now`, in seconds of a monotonic clock."""
        stamps = tuple(stamp(root) for root in self._roots if root is not None)
        if stamps != self._stamps:
            self._stamps, self._since, self._digest = stamps, now, ""
        if self._digest:
            return self._digest
        digest = folder_digest(*self._roots)
        if now - self._since > _SLOWEST_TICK:
            self._digest = digest
        return digest


def digest_of(entries: Mapping[str, Entry], taught: Mapping[str, tuple[str, ...]]) -> str:
    """A hex string of everything served, whatever the files' paths and times."""
    served = [replace(entries[key], path=None) for key in sorted(entries)]
    text = json.dumps([served, taught], default=_as_json, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _as_json(value: object) -> object:
    """A part of an entry for JSON; `asdict` would copy it deeply."""
    if is_dataclass(value):
        return {one.name: getattr(value, one.name) for one in fields(value)}
    return str(value)


def _surveys(root: Path, taught_root: Path | None) -> list[tuple[Path, Tree]]:
    bases = [root] if root.is_dir() else []
    if taught_root is not None and taught_root.is_dir() and not _within(taught_root, root):
        bases.append(taught_root)
    return [(base, survey(base)) for base in bases]


def _within(path: Path, root: Path) -> bool:
    return path.resolve().is_relative_to(root.resolve())


def _by_id(reads: Iterable[_Read]) -> tuple[dict[str, _Read], list[Problem]]:
    """Readable files by id; of two with one id (also by letter case) the first is kept."""
    kept: dict[str, tuple[str, _Read]] = {}
    problems = []
    for read in reads:
        if read.entry is None:
            continue
        _, first = kept.setdefault(read.entry.id.casefold(), (read.entry.id, read))
        if first is not read:
            fault = UnreadableError("duplicate-id", other=first.place.path, entry=read.entry.id)
            problems.append(fault.of(read.place.path))
    return dict(sorted(kept.values(), key=lambda pair: pair[0])), problems


def _folder_problems(root: Path, reads: list[_Read]) -> list[Problem]:
    if root.is_file():
        fault = UnreadableError("not-a-folder", folder=root)
    elif not root.is_dir():
        fault = UnreadableError("folder-missing", folder=root)
    elif not reads:
        fault = UnreadableError("folder-empty")
    else:
        return []
    return [fault.of(".")]


def _serve(entries: Mapping[str, Entry], taught: Mapping[str, tuple[str, ...]]) -> KnowledgeBase:
    served = {key: one for key, one in entries.items() if one.status is Status.PUBLISHED}
    lessons = {
        key: texts for key, texts in sorted(taught.items()) if key in served or is_emergency(key)
    }
    return KnowledgeBase(served, lessons, digest_of(served, lessons))


def _load_phrasings(
    trees: Iterable[tuple[Path, Tree]], entries: Mapping[str, Entry]
) -> tuple[dict[str, tuple[str, ...]], list[Problem]]:
    taught: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for base, tree in trees:
        for path in tree.phrasings:
            reader = FieldReader(show(path, base))
            entry_id = unicodedata.normalize("NFC", path.stem)
            texts = _read_phrasings(path, base, reader)
            if texts:
                taught[entry_id] = tuple(dict.fromkeys((*taught.get(entry_id, ()), *texts)))
            if texts and entry_id not in entries and not is_emergency(entry_id):
                reader.warn(1, "phrasing-orphan", entry=entry_id)
            problems += reader.problems
    return taught, problems


def _read_phrasings(path: Path, root: Path, reader: FieldReader) -> tuple[str, ...]:
    try:
        table = parse_table(decode(read_bytes(path, root)))
    except UnreadableError as fault:
        reader.problems.append(fault.of(show(path, root)))
        return ()
    reader.known(table, ("entry", "phrasings"))
    texts = (_phrasing(item, reader) for item in reader.items(table, "phrasings"))
    return tuple(text for text in texts if text)


def _phrasing(item: Node, reader: FieldReader) -> str:
    if isinstance(item, Table):
        reader.known(item, ("text", "by", "at", "review"), "phrasings")
        return reader.text(item, "text")
    reader.error(item.line, "wrong-type.phrasing")
    return ""
