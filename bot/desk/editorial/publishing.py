"""From a draft to an ordinary file that is served, and back.

Each decision is a transaction of its own and may take seconds: call it in a thread. Repeating
one that was carried out, as after a crash, changes nothing and returns the same.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.desk.editions import Editions
from bot.desk.editorial.changes import ChangeAction, Changes, CompletedChange, spoken_moment
from bot.desk.editorial.drafts import Drafts, Step, error_text
from bot.desk.editorial.previews import Trials, entry_of, published_form
from bot.desk.errors import RefusedError
from bot.dialogue.replies import Reply
from bot.knowledge.decoding import decode
from bot.knowledge.editing import edited_bytes
from bot.knowledge.entries import Entry, Status
from bot.knowledge.problems import Problem
from bot.knowledge.writing import entry_text
from bot.store.database import Database
from bot.store.drafts import Change, Draft, DraftState
from bot.texts import sentence


@dataclass(frozen=True, slots=True)
class ServedEdition:
    """What is served now."""

    number: int
    entries: int
    digest: str
    moment: str  # when it was loaded, as people say it
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A question, and what a citizen reads who asks it."""

    question: str
    reply: Reply


class Publishing:
    """What staff do with drafts and entries. `drafts` takes in, `changes` has the past."""

    def __init__(self, database: Database, editions: Editions) -> None:
        self._database = database
        self._editions = editions
        self.changes = Changes(database, editions)
        self.drafts = Drafts(database, Trials(editions), editions, self.changes.lock)

    def publish(self, step: Step) -> CompletedChange:
        """Check the draft again, write its file, serve it. Raises `RefusedError`."""
        with self.changes.settled(step.at):
            if done := self._repeated(step, ChangeAction.PUBLISH):
                return done
            row, entry = self.drafts.current(step)
            trial = self.drafts.trial(row, step.at)
            if errors := error_text(trial.problems):
                raise RefusedError(errors)
            after = _file(row, published_form(entry))
            if row.base == after:
                raise RefusedError(sentence("refused.change.none"))
            return self.changes.make(self._wanted(ChangeAction.PUBLISH, row, entry, after, step))

    def keep(self, step: Step) -> CompletedChange | None:
        """Write a new entry as a draft file; None when an earlier version is served meanwhile.

        The draft stays open either way.
        """
        with self.changes.settled(step.at):
            if done := self._repeated(step, ChangeAction.KEEP):
                return done
            row, entry = self.drafts.current(step)
            if self._editions.current.knowledge.entries.get(row.entry):
                return None
            after = _file(row, replace(entry, status=Status.DRAFT, path=None))
            if row.base == after:
                return None
            return self.changes.make(self._wanted(ChangeAction.KEEP, row, entry, after, step))

    def discard(self, step: Step) -> CompletedChange | None:
        """Close the draft, and remove its file if that was a draft too (then `CompletedChange`)."""
        with self.changes.settled(step.at):
            if done := self._repeated(step, ChangeAction.DISCARD):
                return done
            left = self._left_by(step)
            if left and left.state == DraftState.DISCARDED:
                return None
            row, entry = self.drafts.current(step)
            if row.base is not None and _status(row) is Status.DRAFT:
                return self.changes.make(self._wanted(ChangeAction.DISCARD, row, entry, None, step))
            with self._database.write() as session:
                row = session.get_one(Draft, row.id)
                row.state, row.version = DraftState.DISCARDED, row.version + 1
                row.changed_by, row.changed_at = step.by, step.at
                session.add(row)
            return None

    def withdraw(self, entry_id: str, by: int, at: datetime) -> CompletedChange:
        """Stop serving an entry; its file stays, marked. Raises `RefusedError`."""
        with self.changes.settled(at):
            entry, data = self.drafts.file_of(entry_id)
            if entry.status is Status.WITHDRAWN:
                return self._withdrawn(entry_id, by, at)
            wanted = Change(
                action=ChangeAction.WITHDRAW,
                entry=entry_id,
                title=entry.title,
                path=self.drafts.path_of(entry),
                before=data,
                after=edited_bytes(data, replace(entry, status=Status.WITHDRAWN)),
                made_by=by,
                made_at=at,
            )
            return self.changes.make(wanted)

    def example_of(self, entry_id: str, at: datetime) -> Example | None:
        """What a citizen reads now who asks the entry's first question."""
        entry = self._editions.current.knowledge.entries.get(entry_id)
        if entry is None:
            return None
        question = next(iter(entry.questions), entry.title)
        return Example(question, self._editions.current.answer(question, at))

    def serving(self) -> ServedEdition:
        """The edition and what is wrong with the folder."""
        now = self._editions.current
        return ServedEdition(
            now.number,
            len(now.knowledge.entries),
            now.knowledge.digest,
            spoken_moment(now.loaded_at) if now.loaded_at else "-",
            self._editions.problems,
        )

    def _repeated(self, step: Step, action: ChangeAction) -> CompletedChange | None:
        """What this very step led to before, if it was carried out already."""
        left = self._left_by(step)
        done = self.changes.of_draft(step.draft_id, step.at) if left else None
        same = left and done and (done.action, done.at) == (action, left.changed_at)
        return done if same else None

    def _left_by(self, step: Step) -> Draft | None:
        """The draft as this step left it, if nothing was done to it since."""
        with self._database.read() as session:
            row = session.get(Draft, step.draft_id)
        after = (step.version + 1, step.by)
        return row if row and (row.version, row.changed_by) == after else None

    def _withdrawn(self, entry_id: str, by: int, at: datetime) -> CompletedChange:
        done = next(iter(self.changes.latest(at)), None)
        if done and (done.action, done.entry_id, done.by) == (ChangeAction.WITHDRAW, entry_id, by):
            return done
        raise RefusedError(sentence("refused.change.withdrawn"))

    def _wanted(
        self, action: ChangeAction, row: Draft, entry: Entry, after: bytes | None, step: Step
    ) -> Change:
        return Change(
            action=action,
            entry=row.entry,
            title=entry.title,
            path=row.path or self.drafts.path_of(entry),
            before=row.base,
            after=after,
            draft_id=row.id,
            made_by=step.by,
            made_at=step.at,
        )


def _file(row: Draft, entry: Entry) -> bytes:
    """The draft's file: new, or the one that is there with only what changed changed."""
    return edited_bytes(row.base, entry) if row.base is not None else entry_text(entry).encode()


def _status(row: Draft) -> Status | None:
    entry = entry_of(decode(row.base), row.entry) if row.base is not None else None
    return entry.status if entry else None
