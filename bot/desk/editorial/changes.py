"""Changes of the files in the knowledge folder: written down, made, served, taken back.

A change stands in the database with the file's bytes before and after it is made. So the same
decision may be carried out again after a crash, and undone to the byte. One lock orders all.
"""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from enum import StrEnum

from sqlmodel import Session

from bot.desk.editions import Editions
from bot.desk.editorial.previews import entry_of
from bot.desk.errors import RefusedError
from bot.knowledge.decoding import decode
from bot.knowledge.entries import Status
from bot.knowledge.problems import UnreadableError
from bot.knowledge.saving import sync_folder, write_file
from bot.knowledge.tree import read_bytes
from bot.store import audit
from bot.store import drafts as rows
from bot.store.database import Database
from bot.store.drafts import Change, ChangeState, Draft, DraftState
from bot.texts import sentence
from bot.thai.dates import thai_date

_LOG_FILE = "CHANGES.md"
_log = logging.getLogger(__name__)


class ChangeAction(StrEnum):
    """Why a file changed."""

    PUBLISH = "publish"
    KEEP = "keep"  # written as a draft
    DISCARD = "discard"  # a draft file removed
    WITHDRAW = "withdraw"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class CompletedChange:
    """A change that was made."""

    change_id: int
    action: ChangeAction
    entry_id: str
    title: str
    path: str
    by: int
    at: datetime

    @property
    def moment(self) -> str:
        """`28 พฤศจิกายน 2569 13:20 น.`"""
        return spoken_moment(self.at)


class Changes:
    """Makes changes one after the other and keeps the log in the folder's CHANGES.md."""

    def __init__(self, database: Database, editions: Editions) -> None:
        self._database = database
        self._editions = editions
        self.lock = threading.RLock()

    def make(self, wanted: Change) -> CompletedChange:
        """Change the file and serve it; all or nothing. Raises `RefusedError`.

        Refused when the file is not as `wanted.before` says, cannot be written, or when what
        is then served is not what the file says; the file is then as it was.
        """
        at = wanted.made_at
        with self.settled(at):
            if self._on_disk(wanted.path) != wanted.before:
                raise RefusedError(sentence("refused.change.touched", path=wanted.path))
            with self._database.write() as session:
                session.add(wanted)
            try:
                self._write(wanted, wanted.after)
                self._editions.reload(at)
                self._refuse_unless_served(wanted)
            except (OSError, RefusedError) as error:
                self._take_back(wanted, at)
                raise error if isinstance(error, RefusedError) else _unwritable(error) from error
            return self._complete(wanted, at)

    def undo(self, change_id: int, by: int, at: datetime) -> CompletedChange:
        """Give the file the bytes it had before the change; the same again changes nothing."""
        with self.settled(at):
            with self._database.read() as session:
                row = session.get(Change, change_id)
            if row is None or row.state != ChangeState.DONE or row.undoes is not None:
                raise RefusedError(sentence("refused.change.gone"))
            if row.undone_at is not None:
                if row.undone_by == by:
                    return _done(row, at.tzinfo)
                raise RefusedError(sentence("refused.change.undone"))
            undoing = Change(
                action=ChangeAction.UNDO,
                entry=row.entry,
                title=row.title,
                path=row.path,
                before=row.after,
                after=row.before,
                draft_id=row.draft_id,
                undoes=row.id,
                made_by=by,
                made_at=at,
            )
            return self.make(undoing)

    def latest(self, at: datetime, limit: int = 1) -> tuple[CompletedChange, ...]:
        """The last changes that can be undone, newest first."""
        with self._database.read() as session:
            return tuple(_done(row, at.tzinfo) for row in rows.undoable_changes(session, limit))

    def of_draft(self, draft_id: int, at: datetime) -> CompletedChange | None:
        """The last change that this draft made."""
        with self._database.read() as session:
            row = rows.last_change_of(session, draft_id)
        return _done(row, at.tzinfo) if row else None

    @contextmanager
    def settled(self, at: datetime) -> Iterator[None]:
        """Nobody else decides meanwhile, and what a crash left half done is finished or dropped."""
        with self.lock:
            with self._database.read() as session:
                left = rows.pending_changes(session)
            for row in left:
                if self._was_made(row):
                    self._editions.reload(at)
                    self._complete(row, at)
                else:
                    self._drop(row)
            yield

    def _was_made(self, row: Change) -> bool:
        """Whether the file is as after a change that a crash cut short."""
        try:
            return self._on_disk(row.path) == row.after
        except RefusedError:  # somebody put a link or a folder in its place
            return False

    def _complete(self, row: Change, at: datetime) -> CompletedChange:
        self._note(row, at.tzinfo)
        with self._database.write() as session:
            row = session.get_one(Change, row.id)
            row.state = ChangeState.DONE
            session.add(row)
            _mark_undone(session, row)
            _update_draft(session, row)
            audit.add(session, row.made_by, f"knowledge.{row.action}", row.path, row.made_at)
        return _done(row, at.tzinfo)

    def _drop(self, row: Change) -> None:
        with self._database.write() as session:
            row = session.get_one(Change, row.id)
            row.state = ChangeState.DROPPED
            session.add(row)

    def _take_back(self, row: Change, at: datetime) -> None:
        try:
            self._write(row, row.before)
        except OSError:
            _log.exception("a file could not be put back")
        self._editions.reload(at)
        self._drop(row)

    def _write(self, row: Change, content: bytes | None) -> None:
        path = self._editions.knowledge_dir / row.path
        if content is not None:
            write_file(path, content)
        elif path.exists():
            path.unlink()
            sync_folder(path.parent)

    def _on_disk(self, shown: str) -> bytes | None:
        """The bytes of a file; links and what is no plain file are refused, not followed."""
        root = self._editions.knowledge_dir
        path = root / shown
        if not path.exists() and not path.is_symlink() and not path.parent.is_symlink():
            return None
        try:
            return read_bytes(path, root)
        except UnreadableError as error:
            raise RefusedError(f"{shown}: {error.told}") from error

    def _refuse_unless_served(self, row: Change) -> None:
        served = self._editions.current.knowledge.entries.get(row.entry)
        wanted = entry_of(decode(row.after), row.entry) if row.after is not None else None
        if wanted is not None and wanted.status is Status.PUBLISHED:
            good = served is not None and replace(served, path=None) == wanted
        else:
            good = served is None
        if not good:
            raise RefusedError(sentence("refused.change.unserved"))

    def _note(self, row: Change, zone: tzinfo | None) -> None:
        """A line in CHANGES.md, once; the database has it too, so a fault here stops nothing."""
        path = self._editions.knowledge_dir / _LOG_FILE
        line = _log_line(row, zone)
        try:
            there = path.read_text("utf-8") if path.exists() else sentence("changes.heading")
            head, _, lines = there.partition("\n\n- ")
            known = f"- {lines}" if lines else ""
            if line not in known.split("\n"):
                write_file(path, f"{head.rstrip()}\n\n{line}\n{known}")
        except (OSError, UnicodeError):
            _log.exception("CHANGES.md could not be written")


def _log_line(row: Change, zone: tzinfo | None) -> str:
    at = row.made_at.astimezone(zone)
    who = sentence("changes.by" if row.made_by else "changes.by_terminal", number=row.made_by)
    title = " ".join(row.title.split())
    told = sentence(f"changes.did.{ChangeAction(row.action)}")
    return f"- {spoken_moment(at)} · {told} · {title} ({row.path}) · {who}"


def spoken_moment(at: datetime) -> str:
    """Day and time as people say them."""
    return sentence("changes.moment", day=thai_date(at.date()), time=f"{at:%H:%M}")


def _done(row: Change, zone: tzinfo | None) -> CompletedChange:
    action, at = ChangeAction(row.action), row.made_at.astimezone(zone)
    return CompletedChange(row.id, action, row.entry, row.title, row.path, row.made_by, at)


def _unwritable(error: OSError) -> RefusedError:
    reason = error.strerror or type(error).__name__
    return RefusedError(sentence("refused.change.unwritable", reason=reason))


def _mark_undone(session: Session, row: Change) -> None:
    undone = session.get(Change, row.undoes) if row.undoes else None
    if undone:
        undone.undone_by, undone.undone_at = row.made_by, row.made_at
        session.add(undone)


def _update_draft(session: Session, row: Change) -> None:
    """What a change means for the draft it came from; a withdrawal came from none."""
    draft = session.get(Draft, row.draft_id) if row.draft_id else None
    if draft is None:
        return
    draft.state, draft.version = _DRAFT_AFTER[ChangeAction(row.action)], draft.version + 1
    draft.path, draft.base = (row.path if row.after is not None else ""), row.after
    draft.changed_by, draft.changed_at = row.made_by, row.made_at
    session.add(draft)


_DRAFT_AFTER = {
    ChangeAction.PUBLISH: DraftState.PUBLISHED,
    ChangeAction.KEEP: DraftState.OPEN,
    ChangeAction.DISCARD: DraftState.DISCARDED,
    ChangeAction.UNDO: DraftState.OPEN,  # so that it can be put right and published anew
}
