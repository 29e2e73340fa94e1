"""What the bot could not answer, and what admins do about it.

Every decision is a transaction of its own and may take seconds (the knowledge is indexed
again): call it in a thread. Two admins cannot overwrite each other: a decision names the
version of the item it was made on. Repeating a decision that was carried out, as happens when
the bot dies before it could say so, changes nothing and returns the same result.
"""

import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlmodel import Session

from bot.desk.editions import Editions
from bot.desk.errors import RefusedError
from bot.desk.messaging.chat_memory import TELEGRAM
from bot.desk.messaging.unit_of_work import OutgoingCall, Priority, enqueue_all
from bot.desk.review import clusters, lessons
from bot.desk.review.lessons import LessonKind, Proposal, TriedLesson
from bot.desk.review.review_queue import ReviewQueue
from bot.dialogue.replies import Outcome, Paragraph, Reply, plain_text
from bot.knowledge.entries import EMERGENCY
from bot.store import audit, reviews, tables
from bot.store.database import Database
from bot.store.tables import Lesson, ReviewState
from bot.texts import Texts, sentence

_REFUSED = 200  # dismissed items that a lesson must leave unanswered
_WORDINGS = 500  # of one item, to split it by
_NOTE = 300  # characters
_QUOTED = 300  # characters
_PIECE = 4000  # characters; below Telegram's limit of 4,096

# (chat, its question's key, the question, masked; the reply) → the messages that tell it
Announce = Callable[[int, str, str, Reply], Sequence[OutgoingCall]]


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decides about which item, on the version they saw."""

    review_id: int
    version: int
    by: int  # Telegram id of the admin; 0 from the command line
    at: datetime


@dataclass(frozen=True, slots=True)
class Taught:
    """A lesson in service. `told` is how many waiting chats are being notified."""

    review_id: int
    entry_id: str
    reply: Reply  # what a citizen with the question reads from now on
    told: int


class Reviewing:
    """What is done about the items of its `enqueue`.

    `announce` draws the message for people who wanted to know.
    """

    def __init__(
        self,
        database: Database,
        editions: Editions,
        taught_dir: Path,
        announce: Announce | None = None,
    ) -> None:
        self._database = database
        self._editions = editions
        self._taught_dir = taught_dir
        self._announce = announce or partial(tell_plainly, editions.texts)
        self._lock = threading.Lock()
        self.queue = ReviewQueue(database, editions)

    def preview(self, decision: Decision, kind: LessonKind, what: str) -> Reply:
        """What a citizen would read after this lesson; nothing is written.

        `what` is the entry, the answer or the danger. Raises `RefusedError` as teaching would.
        """
        with self._database.read() as session:
            row = _row(session, decision.review_id)
        _refuse_unless_current(row, decision)
        if kind is LessonKind.TOLD:
            return _told_reply(what)
        return self._try(_proposal(row, decision, kind, what)).reply

    def teach(self, decision: Decision, kind: LessonKind, what: str) -> Taught:
        """Carry the lesson out and tell those who wait. Raises `RefusedError`.

        `what` is the entry, the answer or the danger.
        """
        if kind is LessonKind.TOLD:
            return self._answer_waiting(decision, what)
        with self._lock:
            with self._database.read() as session:
                row = _row(session, decision.review_id)
                lesson = reviews.standing_lesson(session, row.id)
            proposal = _proposal(row, decision, kind, what)
            if lesson and _is_same(lesson, proposal):
                return Taught(row.id, lesson.entry, self._reply(row.sample, decision.at), 0)
            _refuse_unless_current(row, decision)
            trial = self._try(proposal)
            path = self._write(proposal, trial)
            try:
                return self._record(decision, proposal, trial, path)
            except RefusedError:  # somebody settled the item meanwhile
                self._take_back(proposal, trial)
                raise

    def _answer_waiting(self, decision: Decision, text: str) -> Taught:
        """Answer only the people who wait; the bot learns nothing."""
        reply = _told_reply(text)
        with self._lock, self._database.write() as session:
            row = _row(session, decision.review_id)
            standing = reviews.standing_lesson(session, row.id)
            if standing and (standing.kind, standing.text) == (LessonKind.TOLD, text):
                return Taught(row.id, "", reply, 0)
            _close(session, row, decision, ReviewState.ANSWERED)
            told = self._notify_waiters(session, row, reply, decision.at)
            if not told:
                raise RefusedError(sentence("refused.review.nobody_waits"))
            proposal = Proposal(
                LessonKind.TOLD, row.id, row.sample, "", text, decision.by, decision.at
            )
            _keep(session, proposal, "", "")
        return Taught(row.id, "", reply, told)

    def dismiss(self, decision: Decision, note: str = "", until: datetime | None = None) -> None:
        """The item is not for this bot; its likes stay dismissed, for ever or `until` then.

        `note` says why. Raises `RefusedError`.
        """
        with self._database.write() as session:
            row = _row(session, decision.review_id)
            if row.state == ReviewState.DISMISSED and row.closed_by == decision.by:
                return
            _close(session, row, decision, ReviewState.DISMISSED)
            row.note, row.until = note[:_NOTE], until
            _audit(session, decision, "dismiss", row.note)

    def merge(self, decision: Decision, target_id: int) -> None:
        """The item asks the same as another open one. Raises `RefusedError`."""
        with self._lock, self._database.write() as session:
            row, target = _row(session, decision.review_id), _row(session, target_id)
            if row.id == target.id or target.state != ReviewState.OPEN:
                raise RefusedError(sentence("refused.review.not_open"))
            _close(session, row, decision, ReviewState.MERGED)
            clusters.merge(session, row, target)
            target.version += 1
            _audit(session, decision, "merge", str(target.id))

    def split(self, decision: Decision, texts: Collection[str]) -> int:
        """These wordings ask something else: the new item's number. Raises `RefusedError`."""
        with self._lock, self._database.write() as session:
            row = _row(session, decision.review_id)
            _refuse_unless_current(row, decision)
            known = set(reviews.samples(session, row.id, _WORDINGS))
            chosen = known & set(texts)
            if not chosen or chosen == known:
                raise RefusedError(sentence("refused.review.no_part"))
            if not reviews.step(session, row, decision.version, ReviewState.OPEN):
                raise RefusedError(sentence("refused.review.taken"))
            session.refresh(row)
            made = clusters.split(session, row, chosen)
            if made is None:
                raise RefusedError(sentence("refused.review.same_part"))
            _audit(session, decision, "split", str(made.id))
            return made.id

    def undo(self, review_id: int, by: int, at: datetime) -> None:
        """Take back the item's lesson or dismissal and open it again. Raises `RefusedError`."""
        with self._lock:
            with self._database.read() as session:
                row = _row(session, review_id)
                lesson = reviews.standing_lesson(session, review_id)
            told = lesson and row.state == ReviewState.ANSWERED
            if not told and row.state not in {ReviewState.TAUGHT, ReviewState.DISMISSED}:
                raise RefusedError(sentence("refused.review.nothing_done"))
            if lesson:
                lessons.erase(lesson.kind, lesson.entry, row.sample, self._taught_dir)
                self._editions.reload(at)
            with self._database.write() as session:
                _reopen(session, row, by, at)

    def _try(self, proposal: Proposal) -> TriedLesson:
        with self._database.read() as session:
            refused = reviews.dismissed_samples(session, proposal.at, _REFUSED)
        return lessons.try_out(proposal, self._editions.current, self._editions.texts, refused)

    def _write(self, proposal: Proposal, trial: TriedLesson) -> Path:
        """Write the lesson and serve it; taken back when it does not get into service."""
        path = lessons.write(proposal, self._taught_dir)
        self._editions.reload(proposal.at)
        if not lessons.serves(trial, self._reply(proposal.question, proposal.at)):
            self._take_back(proposal, trial)
            raise RefusedError(sentence("refused.review.unserved"))
        return path

    def _take_back(self, proposal: Proposal, trial: TriedLesson) -> None:
        lessons.erase(proposal.kind, trial.entry_id, proposal.question, self._taught_dir)
        self._editions.reload(proposal.at)

    def _record(
        self, decision: Decision, proposal: Proposal, trial: TriedLesson, path: Path
    ) -> Taught:
        """The item, its lesson, the audit line and the notices: all or nothing."""
        reply = self._reply(proposal.question, proposal.at)
        with self._database.write() as session:
            row = _row(session, decision.review_id)
            _close(session, row, decision, ReviewState.TAUGHT)
            _keep(session, proposal, trial.entry_id, path.name)
            told = self._notify_waiters(session, row, reply, proposal.at)
        return Taught(row.id, trial.entry_id, reply, told)

    def _notify_waiters(
        self, session: Session, row: tables.Review, reply: Reply, at: datetime
    ) -> int:
        told = 0
        for waiter in reviews.waiters(session, row.id):
            if waiter.channel != TELEGRAM:
                continue
            calls = self._announce(waiter.chat_id, waiter.question_key, row.sample, reply)
            origin = f"taught:{row.id}:{row.version}:{waiter.chat_id}"
            enqueue_all(session, calls, origin, at)
            waiter.told_at = at
            session.add(waiter)
            told += 1
        return told

    def _reply(self, question: str, at: datetime) -> Reply:
        return self._editions.current.answer(question, at)


def tell_plainly(
    texts: Texts, chat_id: int, _key: str, question: str, reply: Reply
) -> Sequence[OutgoingCall]:
    """The announcement as plain text, in as many messages as it needs."""
    asked = question[:_QUOTED] or texts("desk.as_you_asked")
    heading = texts("desk.answered", question=asked)
    text = f"{heading}\n\n{plain_text(reply)}"
    pieces = (text[start : start + _PIECE] for start in range(0, len(text), _PIECE))
    return [
        OutgoingCall(chat_id, "sendMessage", {"text": piece}, Priority.NOTICE) for piece in pieces
    ]


def _keep(session: Session, proposal: Proposal, entry_id: str, path: str) -> None:
    """Write down what was taught, and that it was."""
    session.add(
        Lesson(
            review_id=proposal.review_id,
            kind=proposal.kind,
            entry=entry_id,
            text=proposal.text,
            path=path,
            taught_by=proposal.by,
            taught_at=proposal.at,
        )
    )
    what, subject = f"review.teach.{proposal.kind}", str(proposal.review_id)
    audit.add(session, proposal.by, what, subject, proposal.at, after=entry_id)


def _audit(session: Session, decision: Decision, what: str, after: str) -> None:
    subject, by, at = str(decision.review_id), decision.by, decision.at
    audit.add(session, by, f"review.{what}", subject, at, after=after)


def _told_reply(text: str) -> Reply:
    """What those who wait read: the admin's own words."""
    if not any(map(str.isalnum, text)):
        raise RefusedError(sentence("refused.review.empty"))
    return Reply(Outcome.ANSWER, (Paragraph(text.strip()),))


def _row(session: Session, review_id: int) -> tables.Review:
    row = session.get(tables.Review, review_id)
    if row is None:
        raise RefusedError(sentence("refused.review.gone"))
    return row


def _refuse_unless_current(row: tables.Review, decision: Decision) -> None:
    if row.state != ReviewState.OPEN or row.version != decision.version:
        raise RefusedError(sentence("refused.review.taken"))


def _close(session: Session, row: tables.Review, decision: Decision, state: ReviewState) -> None:
    _refuse_unless_current(row, decision)
    if not reviews.step(session, row, decision.version, state):
        raise RefusedError(sentence("refused.review.taken"))
    session.refresh(row)
    row.closed_by, row.closed_at = decision.by, decision.at
    session.add(row)


def _proposal(row: tables.Review, decision: Decision, kind: LessonKind, what: str) -> Proposal:
    if not row.sample:
        raise RefusedError(sentence("refused.review.sensitive"))
    answer = kind is LessonKind.ANSWER
    belongs_to = EMERGENCY + what if kind is LessonKind.EMERGENCY else what
    return Proposal(
        kind=kind,
        review_id=row.id,
        question=row.sample,
        entry_id="" if answer else belongs_to,
        text=what if answer else lessons.phrasing_of(row.sample),
        by=decision.by,
        at=decision.at,
    )


def _reopen(session: Session, row: tables.Review, by: int, at: datetime) -> None:
    """Open the item again, unless the same question already waits in another.

    Whoever read what is taken back waits once more, for what will stand in its place.
    """
    live = reviews.live_by_cluster(session, row.cluster)
    other = live if live and live.id != row.id else None
    state = ReviewState.ANSWERED if other else ReviewState.OPEN
    if not reviews.step(session, row, row.version, state):
        raise RefusedError(sentence("refused.review.taken"))
    lesson = reviews.standing_lesson(session, row.id)
    if lesson:
        lesson.undone_by, lesson.undone_at = by, at
        session.add(lesson)
        reviews.wait_again(session, row.id)
    if other:
        reviews.move_waiters(session, row.id, other.id)
    audit.add(session, by, "review.undo", str(row.id), at)


def _is_same(lesson: Lesson, proposal: Proposal) -> bool:
    said = (lesson.kind, lesson.taught_by, lesson.text)
    same_entry = proposal.kind is LessonKind.ANSWER or lesson.entry == proposal.entry_id
    return same_entry and said == (proposal.kind, proposal.by, proposal.text)
