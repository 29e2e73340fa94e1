"""Drafts: what staff hand in and put right, before any of it is served."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import PurePath
from threading import RLock

from bot.desk.editions import Editions, entry_key
from bot.desk.editorial.previews import Trial, Trials, entry_of
from bot.desk.editorial.releases import entry_in, new_id, text_of_file
from bot.desk.errors import InvalidInputError, RefusedError
from bot.desk.review.lessons import first_match
from bot.dialogue.replies import Reply
from bot.knowledge.decoding import clean, decode
from bot.knowledge.editing import edited_text
from bot.knowledge.entries import Entry, Kind, Status
from bot.knowledge.files import missing_attachments, parse_entry
from bot.knowledge.forms import FORM, LESS, LONG, MORE, field_text, in_form_words, with_fields
from bot.knowledge.problems import Place, Problem, Severity, UnreadableError
from bot.knowledge.tree import read_bytes
from bot.knowledge.writing import entry_text
from bot.press.questions.proposals import propose_questions, that_find
from bot.press.sources.documents import IMPORTABLE, SourceText
from bot.store import drafts as rows
from bot.store.database import Database
from bot.store.drafts import Draft, DraftState
from bot.texts import sentence

_LISTED = 50
_LONGEST_SOURCE = 100_000  # characters kept to be shown beside the entry
_KEEP_CLOSED = timedelta(days=30)
_FOLDERS = {
    Kind.NEWS: "news",
    Kind.EVENT: "events",
    Kind.CONTACT: "contacts",
    Kind.SERVICE: "services",
    Kind.FAQ: "faq",
}


@dataclass(frozen=True, slots=True)
class Submission:
    """Who hands something in. `key` is unique for ever: the same key again is the same draft."""

    key: str
    by: int  # Telegram id; 0 from the page of this machine
    at: datetime


@dataclass(frozen=True, slots=True)
class Step:
    """What somebody does to a draft, on the version they saw."""

    draft_id: int
    version: int
    by: int
    at: datetime


@dataclass(frozen=True, slots=True)
class FormField:
    """One field as a clerk reads and types it; `unsure` is why it needs a look, or ""."""

    name: str  # such as "event.start"
    text: str
    unsure: str = ""
    long: bool = False  # of several lines


@dataclass(frozen=True, slots=True)
class Preview:
    """A draft for a person to judge: what was understood, and what publishing it would mean."""

    draft_id: int
    version: int
    state: DraftState
    entry_id: str
    title: str
    kind: str
    served: bool  # an earlier version of it answers now
    fields: tuple[FormField, ...]
    source: str  # the release as handed in; "" for an entry that was opened
    source_name: str
    text: str  # the whole entry file
    trial: Trial
    other_problems: tuple[Problem, ...]  # with other drafts, and with the file it began from
    changed_by: int
    changed_at: datetime

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Errors and warnings with their lines in `text`."""
        return (*self.trial.problems, *self.other_problems)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps it from being published."""
        return tuple(one for one in self.problems if one.severity is Severity.ERROR)

    def told(self, severity: str) -> tuple[Problem, ...]:
        """Problems of one severity, each once, but for what the fields themselves say is unsure."""
        found = (one for one in self.problems if one.code != "needs-look")
        return tuple({one.message: one for one in found if one.severity == severity}.values())

    def field(self, name: str) -> str:
        """The text of one field."""
        return next(one.text for one in self.fields if one.name == name)


@dataclass(frozen=True, slots=True)
class DraftListItem:
    """A draft or entry in a list. `draft_id` is 0 when nobody has opened it yet."""

    draft_id: int
    entry_id: str
    title: str
    status: str  # published | draft | withdrawn
    changed_by: int = 0
    changed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TriedQuestion:
    """What a citizen would read, and whether this draft is what was found first."""

    reply: Reply
    found: bool


class Drafts:
    """Everything here may take seconds: call it in a thread. Raises `RefusedError` with why."""

    fields = FORM  # names of what can be corrected, in the order of `Preview.fields`
    kinds = tuple(map(str, Kind))
    endings = IMPORTABLE  # of the files that can be handed in
    lists = tuple(name for name in FORM if name in LONG and name != "body")
    added, taken_out = MORE, LESS  # behind the name of a list: only these lines of it
    lined = LONG | {name + sign for name in lists for sign in (MORE, LESS)}  # of several lines

    def __init__(self, database: Database, trials: Trials, editions: Editions, lock: RLock) -> None:
        """`lock` is held while a draft is decided about: nothing is corrected under its feet."""
        self._database = database
        self._trials = trials
        self._editions = editions
        self._root = editions.knowledge_dir
        self._lock = lock

    def submit_text(self, handed: Submission, text: str) -> Preview:
        """A pasted release, its headline on the first line, becomes a draft."""
        return self._take(handed, SourceText(clean(text)), "")

    def submit_file(self, handed: Submission, name: str, data: bytes) -> Preview:
        """A release as a file of one of `endings` becomes a draft."""
        known = self._known(handed)
        return known or self._take(handed, text_of_file(name, data), PurePath(name).name)

    def extend(self, step: Step, text: str, *, seamless: bool) -> Preview:
        """The rest of a pasted release; `seamless` when it was cut in the middle of a line."""
        row = self._row(step.draft_id)
        whole = row.source + ("" if seamless else "\n") + clean(text)
        if row.source.endswith(clean(text)) and row.version == step.version + 1:
            return self._preview(row, step.at)
        entry = self._understood(SourceText(whole), row.entry, step.at)
        return self._store(step, entry_text(entry), source=whole)

    def open(self, entry_id: str, by: int, at: datetime) -> Preview:
        """The draft somebody has of an entry, else a new one made from its file.

        One that nobody has changed begins anew from the file as it is now.
        """
        with self._database.read() as session:
            row = rows.open_draft_of(session, entry_id)
        if row is None:
            row = self._insert(self._new(entry_id, by, at))
        elif self._is_outdated(row) and row.text == decode(row.base or b""):
            now = self._new(entry_id, by, at)
            return self._store(Step(row.id, row.version, by, at), now.text, base=now.base)
        return self._preview(row, at)

    def _new(self, entry_id: str, by: int, at: datetime) -> Draft:
        entry, data = self.file_of(entry_id)
        return Draft(
            key=f"edit:{entry_id}:{by}:{at.isoformat()}",
            entry=entry_id,
            path=self.path_of(entry),
            base=data,
            text=decode(data),
            changed_by=by,
            changed_at=at,
        )

    def preview(self, draft_id: int, at: datetime) -> Preview:
        """A draft in whatever state."""
        return self._preview(self._row(draft_id), at)

    def correct(self, step: Step, texts: Mapping[str, str]) -> Preview:
        """Fields typed anew (`FormField.name` → text); the same again changes nothing."""
        row = self._row(step.draft_id)
        before = _entry(row)
        after, problems = with_fields(before, texts, row.path or f"{row.entry}.md")
        if after is None:
            raise InvalidInputError(error_text(problems))
        text = edited_text(row.text, after)
        return self._preview(row, step.at) if text == row.text else self._store(step, text)

    def try_question(self, draft_id: int, question: str, at: datetime) -> TriedQuestion:
        """Ask the draft, as if it were published."""
        row = self._row(draft_id)
        reply = self.trial(row, at).edition.answer(question, at)
        return TriedQuestion(reply, (first_match(reply) or reply.entry) == row.entry)

    def listed(self) -> tuple[DraftListItem, ...]:
        """Open drafts, the latest first, then draft files that nobody has opened."""
        with self._database.read() as session:
            opened = rows.open_drafts(session, _LISTED)
        mine = [_listed(row) for row in opened]
        known = {row.entry for row in opened}
        waiting = (
            DraftListItem(0, one.id, one.title, one.status)
            for one in self._editions.load().entries.values()
            if one.status is Status.DRAFT and one.id not in known
        )
        return (*mine, *list(waiting)[: _LISTED - len(mine)])

    def find(self, words: str, at: datetime, limit: int = 5) -> tuple[DraftListItem, ...]:
        """The entry of this id, else those that the words find or whose title holds them."""
        entries = self._editions.load().entries
        if words in entries:
            return (_as_listed(entries[words]),)
        asked = [one for one, _ in self._trials.search(words, at) if one in entries]
        named = [one.id for one in entries.values() if words and words in one.title]
        found = list(dict.fromkeys((*asked[:limit], *named)))[:limit]
        return tuple(_as_listed(entries[one]) for one in found)

    def of_key(self, key: str) -> str:
        """The id of an entry of the folder, served or not, by its `entry_key`; "" for none."""
        entries = self._editions.load().entries
        return next((one for one in entries if entry_key(one) == key), "")

    def file_of(self, entry_id: str) -> tuple[Entry, bytes]:
        """An entry that staff may change, and its file as it is."""
        entry = self._editions.load().entries.get(entry_id)
        if entry is None or entry.path is None:
            raise RefusedError(sentence("refused.draft.no_entry", entry=entry_id[:80]))
        taught = entry.path.resolve().is_relative_to(self._editions.taught_dir.resolve())
        if taught or not entry.path.is_relative_to(self._root):
            raise RefusedError(sentence("refused.draft.taught"))
        try:
            return entry, read_bytes(entry.path, self._root)
        except UnreadableError as error:
            raise RefusedError(error.told) from error

    def path_of(self, entry: Entry) -> str:
        """Where the entry's file is, or would be, relative to the knowledge folder."""
        if entry.path:
            return entry.path.relative_to(self._root).as_posix()
        return f"{_FOLDERS[entry.kind]}/{entry.id}.md"

    def current(self, step: Step) -> tuple[Draft, Entry]:
        """The row and entry to act on; refuses when it was closed or changed since."""
        row = self._row(step.draft_id)
        if row.state != DraftState.OPEN or row.version != step.version:
            raise RefusedError(sentence("refused.draft.stale"))
        return row, _entry(row)

    def forget_closed(self, at: datetime) -> int:
        """Forget drafts closed a month ago; how many."""
        with self._database.write() as session:
            return rows.purge(session, at - _KEEP_CLOSED)

    def _known(self, handed: Submission) -> Preview | None:
        with self._database.read() as session:
            row = rows.by_key(session, handed.key)
        return self._preview(row, handed.at) if row else None

    def _take(self, handed: Submission, source: SourceText, name: str) -> Preview:
        if known := self._known(handed):
            return known
        title = entry_in(source, "x").title
        entry = self._understood(source, new_id(title, self._taken()), handed.at)
        row = Draft(
            key=handed.key,
            entry=entry.id,
            text=entry_text(entry),
            source=source.text[:_LONGEST_SOURCE],
            source_name=name,
            changed_by=handed.by,
            changed_at=handed.at,
        )
        return self._preview(self._insert(row), handed.at)

    def _taken(self) -> set[str]:
        with self._database.read() as session:
            drafts = {row.entry.casefold() for row in rows.open_drafts(session, 10_000)}
        return drafts | {one.casefold() for one in self._editions.load().entries}

    def _understood(self, source: SourceText, entry_id: str, at: datetime) -> Entry:
        """The entry of a release, with questions that find it."""
        found = replace(entry_in(source, entry_id), status=Status.DRAFT)
        entry, problems = parse_entry(entry_text(found), entry_id, entry_id)
        if entry is None:
            raise InvalidInputError(error_text(problems))
        questions = that_find(propose_questions(entry), self._trials.finds(entry, at))
        return replace(entry, questions=questions)

    def _store(
        self, step: Step, text: str, *, source: str | None = None, base: bytes | None = None
    ) -> Preview:
        with self._lock, self._database.write() as session:
            row = session.get_one(Draft, step.draft_id, with_for_update=True)
            if row.state != DraftState.OPEN or row.version != step.version:
                raise RefusedError(sentence("refused.draft.stale"))
            row.text, row.version = text, row.version + 1
            row.source = row.source if source is None else source[:_LONGEST_SOURCE]
            row.base = row.base if base is None else base
            row.changed_by, row.changed_at = step.by, step.at
            session.add(row)
        return self._preview(row, step.at)

    def _insert(self, row: Draft) -> Draft:
        with self._database.write() as session:
            known = rows.by_key(session, row.key)
            if known is None:
                session.add(row)
            return known or row

    def _row(self, draft_id: int) -> Draft:
        with self._database.read() as session:
            row = session.get(Draft, draft_id) if 0 < draft_id < 2**63 else None
        if row is None:
            raise RefusedError(sentence("refused.draft.gone"))
        return row

    def trial(self, row: Draft, at: datetime) -> Trial:
        """What publishing the draft would mean."""
        entry = _entry(row)
        return self._trials.of(row.text, entry, row.path or self.path_of(entry), at)

    def _preview(self, row: Draft, at: datetime) -> Preview:
        entry = _entry(row)
        return Preview(
            draft_id=row.id,
            version=row.version,
            state=DraftState(row.state),
            entry_id=row.entry,
            title=entry.title,
            kind=entry.kind,
            served=row.entry in self._editions.current.knowledge.entries,
            fields=tuple(_form(entry)),
            source=row.source,
            source_name=row.source_name,
            text=row.text,
            trial=self.trial(row, at),
            other_problems=(
                *self._drafted_twice(row, entry.title),
                *self._file_changed(row),
                *map(in_form_words, missing_attachments(entry, Place(row.path), self._root)),
            ),
            changed_by=row.changed_by,
            changed_at=row.changed_at.astimezone(at.tzinfo),
        )

    def _drafted_twice(self, row: Draft, title: str) -> Iterator[Problem]:
        with self._database.read() as session:
            opened = rows.open_drafts(session, _LISTED)
        if any(one.id != row.id and _listed(one).title == title for one in opened):
            yield Problem.of(row.path, 1, Severity.WARNING, "drafted-twice")

    def _file_changed(self, row: Draft) -> Iterator[Problem]:
        if self._is_outdated(row):
            yield Problem.of(row.path, 1, Severity.ERROR, "file-changed")

    def _is_outdated(self, row: Draft) -> bool:
        """Whether publishing would undo what somebody did to the file meanwhile."""
        if row.state != DraftState.OPEN or row.base is None:
            return False
        try:
            return read_bytes(self._root / row.path, self._root) != row.base
        except UnreadableError:
            return True


def error_text(problems: Collection[Problem]) -> str:
    """The errors among problems as lines for a person."""
    errors = [one for one in problems if one.severity is Severity.ERROR]
    return "\n".join(in_form_words(one).told for one in errors)


def _entry(row: Draft) -> Entry:
    entry = entry_of(row.text, row.entry)
    if entry is None:
        raise RefusedError(sentence("refused.draft.unread"))
    return entry


def _form(entry: Entry) -> Iterator[FormField]:
    for name in FORM:
        unsure = entry.review.get(name) or entry.review.get(name.partition(".")[0], "")
        yield FormField(name, field_text(entry, name), unsure, name in LONG)


def _listed(row: Draft) -> DraftListItem:
    entry = entry_of(row.text, row.entry)
    title = entry.title if entry else row.entry
    return DraftListItem(row.id, row.entry, title, Status.DRAFT, row.changed_by, row.changed_at)


def _as_listed(entry: Entry) -> DraftListItem:
    return DraftListItem(0, entry.id, entry.title, entry.status)
