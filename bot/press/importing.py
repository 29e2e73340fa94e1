"""Press release files → entry files, with a report for every one of them.

What the importer wrote is remembered under `.imported/`, so that a release can be imported
again: what its source changed is taken over, what a person changed in the entry is kept.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from bot.knowledge.checks import text_faults_of
from bot.knowledge.decoding import decode
from bot.knowledge.editing import edited_text
from bot.knowledge.entries import Entry, Source, Status
from bot.knowledge.files import load_entry, load_folder, parse_entry
from bot.knowledge.parallel import Mapper, serially
from bot.knowledge.problems import Problem, Severity, UnreadableError, cut, has_errors
from bot.knowledge.saving import sweep_folder, sync_folder, write_file
from bot.knowledge.tree import plain_name, read_bytes
from bot.knowledge.writing import entry_text
from bot.press.extraction import Understood, understand
from bot.press.findings import Finding, to_review
from bot.press.merging import Merged, differences, merge
from bot.press.near_duplicates import DuplicateFinder, NearDuplicate
from bot.press.questions.proposals import ENOUGH, Proposed, propose_questions
from bot.press.sources.documents import (
    IMPORTABLE,
    RELATED,
    SourceText,
    is_left_by_a_program,
    read_source,
)
from bot.texts import Texts, sentence
from bot.thai.dates import thai_date, thai_range
from bot.thai.normalise import gate

_NO_ADDRESSES: Mapping[Path, str] = MappingProxyType({})
BASES = ".imported"  # beside the entries; the loader passes over names with a dot
_LONGEST_LINE = 160
_MOST_LETTERS, _MOST_LINES = 100_000, 3_000  # a release has a tenth of it; reading takes time


class ImportOutcome(StrEnum):
    """What became of a release."""

    WRITTEN = "written"
    UPDATED = "updated"  # its source or its status changed
    UNCHANGED = "unchanged"
    KEPT = "kept"  # a person's edits stand; nothing was written
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Imported:
    """One release: what was understood of it, how, and what became of it.

    `changes` are the lines of a diff when its source differs from the last import; `asked` are
    the questions given to an entry that is new.
    """

    source: Path
    target: Path
    outcome: ImportOutcome
    entry: Entry | None
    problems: tuple[Problem, ...]
    findings: tuple[Finding, ...] = ()
    changes: tuple[str, ...] = ()
    duplicates: tuple[NearDuplicate, ...] = ()
    asked: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.told()

    def told(self, *, explain: bool = False) -> str:
        """The report in Thai; `explain` also tells how every field was found."""
        told = f"{self.source.name}: {sentence(f'import.outcome.{self.outcome}')}"
        if self.entry:
            told += f" · {_shown(self.entry)}"
        problems = (one.told for one in self.problems)
        looks = (
            sentence(
                "import.sure" if one.sure else "import.unsure", field=_label(one.field), how=one.how
            )
            for one in self.findings
            if explain or (self.entry and not one.sure)
        )
        duplicates = (
            sentence("import.twin", entry=one.entry_id, likeness=one.similarity, title=one.title)
            for one in self.duplicates
        )
        changes = (cut(line, _LONGEST_LINE) for line in self.changes)
        more = chain(problems, looks, duplicates, changes, self._told_questions())
        return "\n  ".join([told, *more])

    def _told_questions(self) -> Iterator[str]:
        if self.asked:
            few = len(self.asked) < ENOUGH
            yield sentence("import.asked_few" if few else "import.asked", count=len(self.asked))
            yield from (f"· {question}" for question in self.asked)
        elif self.outcome is ImportOutcome.WRITTEN:
            yield sentence("import.asked_none")


@dataclass(frozen=True, slots=True)
class Release:
    """A file to import and the id its entry gets; what was understood of it, or why nothing was.

    `proposed` are questions about it, not tried yet; only of releases that come the first time.
    `asked` are those that were tried and find it.
    """

    path: Path
    entry_id: str
    understood: Understood | None
    fault: Problem | None = None
    proposed: tuple[Proposed, ...] = ()
    asked: tuple[str, ...] = ()


_AsTheyCome = Callable[[Callable[[Release], Imported], Iterable[Release]], Iterable[Imported]]


def _label(name: str) -> str:
    """A field as clerks call it, and as it stands in the file."""
    key, texts = f"staff.fields.{name}", Texts.load()
    return f"{texts(key)} ({name})" if key in texts else name


def _shown(entry: Entry) -> str:
    parts = [entry.title]
    if entry.published:
        parts.append(sentence("import.published", day=thai_date(entry.published)))
    else:
        parts.append(sentence("import.no_day"))
    if entry.event and entry.event.start:
        days = thai_range(entry.event.start, entry.event.end or entry.event.start)
        parts.append(sentence("import.event", days=days))
    if entry.event and entry.event.venue:
        parts.append(sentence("import.venue", venue=entry.event.venue))
    if entry.contact and entry.contact.phones:
        parts.append(sentence("import.phones", phones=", ".join(entry.contact.phones)))
    return " · ".join([*parts, sentence("import.letters", count=len(entry.body))])


def sources_in(paths: Iterable[Path]) -> list[Path]:
    """The release files named by `paths`: files as given, of folders what looks like releases.

    Hidden files and folders are none, nor what a program left.
    """
    found: list[Path] = []
    for path in paths:
        found += sorted_out(path)[0] if path.is_dir() else [path]
    return [path for path in found if not is_left_by_a_program(path)]


def sorted_out(folder: Path) -> tuple[list[Path], list[Path]]:
    """What looks like releases in a folder, and what else people put there, such as pictures."""
    releases: list[Path] = []
    others: list[Path] = []
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not (hidden or is_left_by_a_program(path)) and path.is_file():
            looks = path.suffix.lower() in IMPORTABLE | RELATED
            (releases if looks else others).append(path)
    return releases, others


def read_releases(
    sources: Iterable[Path],
    into: Path,
    *,
    entry_id: str = "",
    addresses: Mapping[Path, str] = _NO_ADDRESSES,
    mapper: Mapper = serially,
) -> Iterable[Release]:
    """Understand each source as it would become an entry under `into`.

    The id is the file's stem unless `entry_id` is given; of files that would have the same one,
    the first is read. `addresses` are the web addresses of sources whose own text names none.
    A failing source does not stop the rest.
    """
    paths = list(sources)
    first = {entry_id or _id_of(path.stem): path for path in reversed(paths)}

    def read(path: Path) -> Release:
        stem = entry_id or _id_of(path.stem)
        try:
            url = addresses.get(path, "")
            source = read_source(path, url)
            if first[stem] != path:
                other = first[stem]
                shown = f"{other.parent.name}/{other.name}"
                raise UnreadableError("same-id", other=shown, entry=stem)
            found = understand_source(source, stem, url)
        except UnreadableError as error:
            return Release(path, stem, None, error.of(path.name))
        known = is_known(path, into, entry_id)
        return Release(path, stem, found, None, () if known else propose_questions(found.entry))

    return mapper(read, paths)


def import_releases(
    releases: Iterable[Release],
    into: Path,
    *,
    publish: bool = False,
    dry_run: bool = False,
    mapper: _AsTheyCome = serially,
) -> Iterator[Imported]:
    """Turn releases into entry files under `into`, yielding a report for each when done.

    What a person edited is never overwritten; running it again changes nothing.
    """
    finder = DuplicateFinder()
    known = load_folder(into).entries if into.is_dir() else {}
    for entry in known.values():
        finder.add(entry)
    changed = False

    def write(release: Release) -> Imported:
        return _import_one(release, into, publish=publish, dry_run=dry_run)

    for imported in mapper(write, releases):
        if imported.entry:
            found = finder.find(imported.entry)
            finder.add(imported.entry)
            imported = replace(imported, duplicates=found)  # noqa: PLW2901  the report made whole
        changed |= imported.outcome in (ImportOutcome.WRITTEN, ImportOutcome.UPDATED)
        yield imported
    if changed and not dry_run:
        sync_folder(into)
    if not dry_run:
        sweep_folder(into)
        sweep_folder(into / BASES)


def is_known(source: Path, into: Path, entry_id: str = "") -> bool:
    """Whether a source was imported before, or its entry is there: it gets no new questions."""
    stem = entry_id or _id_of(source.stem)
    return base_path(into, stem).exists() or (into / f"{stem}.md").exists()


def base_path(into: Path, entry_id: str) -> Path:
    """Where the importer remembers what it wrote for an entry."""
    return into / BASES / f"{entry_id}.md"


def _id_of(stem: str) -> str:
    """A name as it is typed, however the system that made the file takes its letters apart."""
    return plain_name(gate(stem))[:120] or "release"


def _import_one(release: Release, into: Path, *, publish: bool, dry_run: bool) -> Imported:
    source, target = release.path, into / f"{release.entry_id}.md"
    if release.understood is None:
        faults = tuple(fault for fault in (release.fault,) if fault)
        return Imported(source, target, ImportOutcome.FAILED, None, faults)
    base_file = base_path(into, release.entry_id)
    base = _load(base_file)
    fresh = replace(
        release.understood.entry,
        status=Status.PUBLISHED if publish else Status.DRAFT,
        questions=base.questions if base else release.asked,
    )
    theirs, problems, text = _as_read(fresh, base, target.name)
    report = Imported(
        source, target, ImportOutcome.FAILED, None, problems, release.understood.findings
    )
    if theirs is None or has_errors(problems):
        return report
    report = replace(report, entry=theirs, changes=differences(base, theirs) if base else ())
    try:
        settled = _settle(report, theirs, base, text, dry_run=dry_run)
    except OSError as error:
        cause = UnreadableError("unwritable", reason=error.strerror)
        return replace(report, outcome=ImportOutcome.FAILED, problems=(cause.of(target.name),))
    if settled.outcome not in (ImportOutcome.WRITTEN, ImportOutcome.UPDATED):
        return settled
    doubts = (*settled.problems, *text_faults_of(theirs, target.name))
    asked = release.asked if settled.outcome is ImportOutcome.WRITTEN else ()
    return replace(settled, problems=doubts, asked=asked)


def _as_read(
    fresh: Entry, base: Entry | None, name: str
) -> tuple[Entry | None, tuple[Problem, ...], str]:
    """The entry as its own file will be read, its problems, and that file's text.

    What was written before reads back as before: then there is no text to make again.
    """
    if base and replace(fresh, status=base.status) == base:
        return fresh, (), ""
    text = entry_text(fresh)
    return *parse_entry(text, fresh.id, name), text


def understand_source(source: SourceText, stem: str, url: str = "") -> Understood:
    """What a release tells, with what else its file and its address said; its id is `stem`.

    Raises `UnreadableError` for one without a body, or a book.
    """
    _refuse_long(source.text)
    found = understand(source.text, stem)
    if not found.entry.body:
        raise UnreadableError("no-body.title_only" if found.entry.title else "no-body.nothing")
    findings = (*found.findings, *source.findings)
    told = found.entry.source
    entry = replace(
        found.entry,
        source=Source(told.title or source.site, told.url or source.url or url),
        files=tuple(dict.fromkeys((*found.entry.files, *source.files))),
        review=to_review(findings),
    )
    return Understood(entry, findings)


def _refuse_long(text: str) -> None:
    letters = len(text)
    lines = sum(map(bool, map(str.strip, text.split("\n")))) if letters <= _MOST_LETTERS else 0
    if letters > _MOST_LETTERS or lines > _MOST_LINES:
        much, most = (lines, _MOST_LINES) if lines else (letters, _MOST_LETTERS)
        key = "too-long.lines" if lines else "too-long.letters"
        raise UnreadableError(key, much=much, most=most)


def _settle(
    report: Imported, theirs: Entry, base: Entry | None, text: str, *, dry_run: bool
) -> Imported:
    """Write what there is to write: `text` is the file of `theirs`."""
    target = report.target
    if target.exists() or target.is_symlink():
        merged, outcome, new = _update(target, base, theirs)
    else:
        merged, outcome, new = Merged(theirs), ImportOutcome.WRITTEN, text or entry_text(theirs)
    files = [(target, new)] if new else []
    if report.changes or (base is None and outcome is not ImportOutcome.KEPT):
        files.append((base_path(target.parent, theirs.id), text))
    if outcome is ImportOutcome.WRITTEN:  # killed between the two, it is found to be new once more
        files.reverse()
    for path, content in () if dry_run else files:
        write_file(path, content, durable=path == target, alone=False)
    problems = (*report.problems, *_conflicts(merged, target))
    return replace(report, outcome=outcome, problems=problems, entry=merged.entry)


def _update(target: Path, base: Entry | None, theirs: Entry) -> tuple[Merged, ImportOutcome, str]:
    """What an existing entry becomes: merged, what became of it, and its new text or ""."""
    ours = _load(target)
    if ours is None:
        return Merged(theirs), ImportOutcome.KEPT, ""
    unknown = base is None and replace(ours, status=theirs.status) != theirs
    merged = Merged(ours) if unknown else merge(base or theirs, ours, theirs)
    publish = theirs.status is Status.PUBLISHED and ours.status is Status.DRAFT and not unknown
    after = replace(merged.entry, status=theirs.status if publish else ours.status)
    merged = replace(merged, entry=after)
    if after != ours:
        return (
            merged,
            ImportOutcome.UPDATED,
            edited_text(decode(read_bytes(target, target.parent)), after),
        )
    edited = replace(after, status=theirs.status) != theirs
    return merged, ImportOutcome.KEPT if edited else ImportOutcome.UNCHANGED, ""


def _load(path: Path) -> Entry | None:
    if not path.exists():
        return None
    entry, _ = load_entry(path, path.parent)
    return replace(entry, path=None) if entry else None


def _conflicts(merged: Merged, target: Path) -> tuple[Problem, ...]:
    return tuple(
        Problem.of(target.name, 1, Severity.WARNING, "edited-and-changed", field=_label(name))
        for name in merged.conflicts
    )
