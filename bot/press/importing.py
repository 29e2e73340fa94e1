"""Press release files → entry files, with a report for every one of them.

What the importer wrote is kept under `.imported/`, so that a release can be imported again: what
changed in its source is taken over, what a person changed in the entry stays.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bot.knowledge.checks import text_faults_of
from bot.knowledge.decoding import decode
from bot.knowledge.editing import edited_text
from bot.knowledge.entries import Entry, Status
from bot.knowledge.files import load_entry, load_folder, parse_entry
from bot.knowledge.parallel import Mapper, serially
from bot.knowledge.problems import Problem, Severity, UnreadableError, has_errors
from bot.knowledge.saving import sweep_folder, sync_folder, write_file
from bot.knowledge.tree import plain_name, read_bytes
from bot.knowledge.writing import entry_text
from bot.press.extraction import Extraction, extract_source
from bot.press.merging import Merged, differences, merge
from bot.press.near_duplicates import DuplicateFinder
from bot.press.questions.proposals import Proposed, propose_questions
from bot.press.reports import ImportOutcome, ImportReport, label
from bot.press.sources.documents import read_source
from bot.thai.normalise import gate

_BASES = ".imported"  # beside the entries; the loader passes over names with a dot


@dataclass(frozen=True, slots=True)
class Release:
    """A file to import, the id of its entry, and what was extracted or what is wrong with it.

    `proposed` are questions about it, not tried yet, if it is imported for the first time; `asked`
    are those that were tried and find it.
    """

    path: Path
    entry_id: str
    extraction: Extraction | Problem
    proposed: tuple[Proposed, ...] = ()
    asked: tuple[str, ...] = ()


_Write = Callable[[Release], ImportReport]


def read_releases(
    sources: Mapping[Path, str], into: Path, *, entry_id: str = "", mapper: Mapper = serially
) -> Iterable[Release]:
    """Extract from each source the entry that it would become under `into`.

    `sources` are files with the web addresses they come from, or "". The id of an entry is the
    file's stem unless `entry_id` is given; of files with the same one, the first is read. A
    failing source does not stop the rest.
    """
    first = {entry_id or _id_of(path.stem): path for path in reversed(list(sources))}

    def read(path: Path) -> Release:
        stem, url = entry_id or _id_of(path.stem), sources[path]
        try:
            source = read_source(path, url)
            if first[stem] != path:
                other = "/".join(first[stem].parts[-2:])
                raise UnreadableError("same-id", other=other, entry=stem)
            found = extract_source(source, stem, url)
        except UnreadableError as error:
            return Release(path, stem, error.of(path.name))
        known = is_known(path, into, entry_id)
        return Release(path, stem, found, () if known else propose_questions(found.entry))

    return mapper(read, list(sources))


def import_releases(
    releases: Iterable[Release],
    into: Path,
    *,
    publish: bool = False,
    dry_run: bool = False,
    mapper: Callable[[_Write, Iterable[Release]], Iterable[ImportReport]] = serially,
) -> Iterator[ImportReport]:
    """Turn releases into entry files under `into`, yielding a report for each when done.

    What a person edited is never overwritten; running it again changes nothing.
    """
    finder = DuplicateFinder()
    known = load_folder(into).entries if into.is_dir() else {}
    for entry in known.values():
        finder.add(entry)
    changed = False

    def write(release: Release) -> ImportReport:
        return _import_one(release, into, publish=publish, dry_run=dry_run)

    for report in mapper(write, releases):
        changed |= report.outcome in (ImportOutcome.WRITTEN, ImportOutcome.UPDATED)
        if report.entry:
            found = finder.find(report.entry)
            finder.add(report.entry)
            yield replace(report, duplicates=found)
        else:
            yield report
    if changed and not dry_run:
        sync_folder(into)
    if not dry_run:
        sweep_folder(into)
        sweep_folder(into / _BASES)


def is_known(source: Path, into: Path, entry_id: str = "") -> bool:
    """Whether a source was imported before or its entry exists, so that it gets no questions."""
    stem = entry_id or _id_of(source.stem)
    return _base_path(into, stem).exists() or (into / f"{stem}.md").exists()


def _base_path(into: Path, entry_id: str) -> Path:
    """Where the importer keeps what it last wrote for an entry, as the base of a merge."""
    return into / _BASES / f"{entry_id}.md"


def _id_of(stem: str) -> str:
    """A file name as it is typed, also where a system decomposed its characters."""
    return plain_name(gate(stem))[:120] or "release"


def _import_one(release: Release, into: Path, *, publish: bool, dry_run: bool) -> ImportReport:
    source, target = release.path, into / f"{release.entry_id}.md"
    if isinstance(release.extraction, Problem):
        return ImportReport(source, target, ImportOutcome.FAILED, None, (release.extraction,))
    base = _load(_base_path(into, release.entry_id))
    fresh = replace(
        release.extraction.entry,
        status=Status.PUBLISHED if publish else Status.DRAFT,
        questions=base.questions if base else release.asked,
    )
    theirs, problems, text = _as_read(fresh, base, target.name)
    report = ImportReport(
        source, target, ImportOutcome.FAILED, None, problems, release.extraction.findings
    )
    if theirs is None or has_errors(problems):
        return report
    report = replace(report, entry=theirs, changes=differences(base, theirs) if base else ())
    try:
        written = _write(report, theirs, base, text, dry_run=dry_run)
    except OSError as error:
        cause = UnreadableError("unwritable", reason=error.strerror)
        return replace(report, outcome=ImportOutcome.FAILED, problems=(cause.of(target.name),))
    if written.outcome not in (ImportOutcome.WRITTEN, ImportOutcome.UPDATED):
        return written
    problems = (*written.problems, *text_faults_of(theirs, target.name))
    asked = release.asked if written.outcome is ImportOutcome.WRITTEN else ()
    return replace(written, problems=problems, asked=asked)


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


def _write(
    report: ImportReport, theirs: Entry, base: Entry | None, text: str, *, dry_run: bool
) -> ImportReport:
    """Write entry and base where they changed; `text` is the file of `theirs`."""
    target = report.target
    if target.exists() or target.is_symlink():
        merged, outcome, new = _update(target, base, theirs)
    else:
        merged, outcome, new = Merged(theirs), ImportOutcome.WRITTEN, text or entry_text(theirs)
    files = [(target, new)] if new else []
    if report.changes or (base is None and outcome is not ImportOutcome.KEPT):
        files.append((_base_path(target.parent, theirs.id), text))
    if outcome is ImportOutcome.WRITTEN:  # if killed in between, it is new again the next time
        files.reverse()
    for path, content in () if dry_run else files:
        write_file(path, content, durable=path == target, alone=False)
    problems = (*report.problems, *_conflicts(merged, target))
    return replace(report, outcome=outcome, problems=problems, entry=merged.entry)


def _update(target: Path, base: Entry | None, theirs: Entry) -> tuple[Merged, ImportOutcome, str]:
    """An existing entry merged with its source, the outcome, and its new text or ""."""
    ours = _load(target)
    if ours is None:
        return Merged(theirs), ImportOutcome.KEPT, ""
    unknown = base is None and replace(ours, status=theirs.status) != theirs
    merged = Merged(ours) if unknown else merge(base or theirs, ours, theirs)
    publish = theirs.status is Status.PUBLISHED and ours.status is Status.DRAFT and not unknown
    after = replace(merged.entry, status=theirs.status if publish else ours.status)
    merged = replace(merged, entry=after)
    if after != ours:
        text = decode(read_bytes(target, target.parent))
        return merged, ImportOutcome.UPDATED, edited_text(text, after)
    edited = replace(after, status=theirs.status) != theirs
    return merged, ImportOutcome.KEPT if edited else ImportOutcome.UNCHANGED, ""


def _load(path: Path) -> Entry | None:
    if not path.exists():
        return None
    entry, _ = load_entry(path, path.parent)
    return replace(entry, path=None) if entry else None


def _conflicts(merged: Merged, target: Path) -> tuple[Problem, ...]:
    return tuple(
        Problem.of(target.name, 1, Severity.WARNING, "edited-and-changed", field=label(name))
        for name in merged.conflicts
    )
