"""What the bot could not answer, and what admins do about it.

Every decision is a transaction of its own and may take seconds (the knowledge is indexed
again): call it in a thread. Two admins cannot overwrite each other: a decision names the
version of the item it was made on. Repeating a decision that was carried out, as happens when
the bot dies before it could say so, changes nothing and returns the same result.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlmodel import Session

from bot.desk import lessons
from bot.desk.editions import Edition, Editions
from bot.desk.lessons import Draft, LessonKind, Trial
from bot.desk.mailroom import TELEGRAM
from bot.desk.work import Outgoing, Priority, RefusedError, queue
from bot.dialogue.conversation import Question
from bot.dialogue.replies import Reply, plain_text
from bot.store import reviews, tables
from bot.store.database import Database
from bot.store.tables import Lesson, ReviewState
from bot.texts import Texts

_SAMPLES = 5
_NEAREST = 3
_TAKEN = "รายการนี้มีผู้ดูแลจัดการไปแล้ว เปิดรายการใหม่อีกครั้ง"
_QUOTED = 300  # characters
_PIECE = 4000  # characters; below Telegram's limit of 4,096

# (chat, its question's key, the question, masked; the reply) → the messages that tell it
Announce = Callable[[int, str, str, Reply], Sequence[Outgoing]]


@dataclass(frozen=True, slots=True)
class Nearest:
    """An entry that may be the answer; `score` is 0..1."""

    entry_id: str
    title: str
    score: float


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """Questions of one meaning, masked, waiting for an admin."""

    id: int
    version: int  # goes back into every decision
    state: ReviewState
    sample: str
    samples: tuple[str, ...]  # up to 5 different wordings, newest first
    reason: str  # no_answer | unsure | none_of_these | disliked | wanted
    count: int  # how often it was asked
    waiting: int  # chats that want to know
    first_at: datetime
    last_at: datetime
    nearest: tuple[Nearest, ...]  # up to 3, best first


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decides about which item, on the version they saw."""

    review_id: int
    version: int
    by: int  # Telegram id of the admin; 0 from the command line
    at: datetime


@dataclass(frozen=True, slots=True)
class Taught:
    """A lesson that serves now. `told` is how many chats are being told."""

    review_id: int
    entry_id: str
    reply: Reply  # what a citizen with the question reads from now on
    told: int


class Review:
    """The review queue. `announce` draws the message for people who wanted to know."""

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

    def pending(self, at: datetime, limit: int = 10) -> list[ReviewItem]:
        """Open items, most asked first."""
        edition = self._editions.current
        with self._database.read() as session:
            rows = reviews.open_items(session, limit)
            return [_item(session, row, edition, at) for row in rows]

    def count(self) -> int:
        """How many items are open."""
        with self._database.read() as session:
            return reviews.count_open(session)

    def item(self, review_id: int, at: datetime) -> ReviewItem | None:
        """One item in whatever state."""
        with self._database.read() as session:
            row = session.get(tables.Review, review_id)
            return _item(session, row, self._editions.current, at) if row else None

    def teach_phrasing(self, decision: Decision, entry_id: str) -> Taught:
        """The item's question belongs to this entry. Raises `RefusedError`."""
        return self._teach(decision, LessonKind.PHRASING, entry_id)

    def teach_answer(self, decision: Decision, text: str) -> Taught:
        """`text` answers the item's question, as an entry of its own. Raises `RefusedError`."""
        return self._teach(decision, LessonKind.ANSWER, text)

    def dismiss(self, decision: Decision) -> None:
        """The item is not for this bot; its likes stay dismissed. Raises `RefusedError`."""
        with self._database.write() as session:
            row = _row(session, decision.review_id)
            if row.state == ReviewState.DISMISSED and row.closed_by == decision.by:
                return
            _close(session, row, decision, ReviewState.DISMISSED)
            reviews.audit(session, decision.by, "review.dismiss", str(row.id), decision.at)

    def undo(self, review_id: int, by: int, at: datetime) -> None:
        """Take back the item's lesson or dismissal and open it again. Raises `RefusedError`."""
        with self._lock:
            with self._database.read() as session:
                row = _row(session, review_id)
                lesson = reviews.standing_lesson(session, review_id)
            if row.state not in {ReviewState.TAUGHT, ReviewState.DISMISSED}:
                raise RefusedError("รายการนี้ไม่มีอะไรให้ย้อนคืน")
            if lesson:
                lessons.erase(lesson.kind, lesson.entry, row.sample, self._taught_dir)
                self._editions.reload(at)
            with self._database.write() as session:
                _reopen(session, row, by, at)

    def _teach(self, decision: Decision, kind: LessonKind, what: str) -> Taught:
        with self._lock:
            with self._database.read() as session:
                row = _row(session, decision.review_id)
                lesson = reviews.standing_lesson(session, row.id)
            draft = _draft(row, decision, kind, what)
            if lesson and _is_same(lesson, draft):
                return Taught(row.id, lesson.entry, self._reply(row.sample, decision.at), 0)
            _refuse_unless_current(row, decision)
            trial = lessons.try_out(draft, self._editions.current, self._editions.texts)
            path = self._write(draft, trial)
            return self._record(decision, draft, trial, path)

    def _write(self, draft: Draft, trial: Trial) -> Path:
        """Write the lesson and serve it; taken back when it does not get into service."""
        path = lessons.write(draft, self._taught_dir)
        self._editions.reload(draft.at)
        found = self._reply(draft.question, draft.at).ranking
        if not found or not found.matches or found.matches[0].entry_id != trial.entry_id:
            lessons.erase(draft.kind, trial.entry_id, draft.question, self._taught_dir)
            self._editions.reload(draft.at)
            raise RefusedError("โฟลเดอร์ความรู้มีปัญหา บทเรียนจึงยังใช้ไม่ได้ แก้ปัญหาในโฟลเดอร์ก่อนแล้วสอนใหม่")
        return path

    def _record(self, decision: Decision, draft: Draft, trial: Trial, path: Path) -> Taught:
        """The item, its lesson, the audit line and the notices: all or nothing."""
        reply = self._reply(draft.question, draft.at)
        with self._database.write() as session:
            row = _row(session, decision.review_id)
            _close(session, row, decision, ReviewState.TAUGHT)
            session.add(
                Lesson(
                    review_id=row.id,
                    kind=draft.kind,
                    entry=trial.entry_id,
                    text=draft.text,
                    path=path.name,
                    taught_by=draft.by,
                    taught_at=draft.at,
                )
            )
            reviews.audit(session, draft.by, f"review.teach.{draft.kind}", str(row.id), draft.at)
            told = self._tell_waiters(session, row, reply, draft.at)
        return Taught(row.id, trial.entry_id, reply, told)

    def _tell_waiters(
        self, session: Session, row: tables.Review, reply: Reply, at: datetime
    ) -> int:
        told = 0
        for waiter in reviews.waiters(session, row.id):
            if waiter.channel != TELEGRAM:
                continue
            pieces = self._announce(waiter.chat_id, waiter.question_key, row.sample, reply)
            for number, piece in enumerate(pieces):
                queue(session, piece, f"taught:{row.id}:{waiter.chat_id}:{number}", at)
            waiter.told_at = at
            session.add(waiter)
            told += 1
        return told

    def _reply(self, question: str, at: datetime) -> Reply:
        return self._editions.current.responder.respond(Question(question, at))


def tell_plainly(
    texts: Texts, chat_id: int, _key: str, question: str, reply: Reply
) -> Sequence[Outgoing]:
    """The announcement as plain text, in as many messages as it needs."""
    heading = texts("desk.answered", question=question[:_QUOTED])
    text = f"{heading}\n\n{plain_text(reply)}"
    pieces = (text[start : start + _PIECE] for start in range(0, len(text), _PIECE))
    return [Outgoing(chat_id, "sendMessage", {"text": piece}, Priority.NOTICE) for piece in pieces]


def _item(session: Session, row: tables.Review, edition: Edition, at: datetime) -> ReviewItem:
    ranking = edition.responder.respond(Question(row.sample, at)).ranking
    nearest = tuple(
        Nearest(match.entry_id, edition.knowledge.entries[match.entry_id].title, match.score)
        for match in (ranking.matches[:_NEAREST] if ranking else ())
    )
    return ReviewItem(
        id=row.id,
        version=row.version,
        state=ReviewState(row.state),
        sample=row.sample,
        samples=tuple(reviews.samples(session, row.id, _SAMPLES)) or (row.sample,),
        reason=row.reason,
        count=row.count,
        waiting=len(reviews.waiters(session, row.id)),
        first_at=row.first_at,
        last_at=row.last_at,
        nearest=nearest,
    )


def _row(session: Session, review_id: int) -> tables.Review:
    row = session.get(tables.Review, review_id)
    if row is None:
        raise RefusedError("ไม่พบรายการนี้")
    return row


def _refuse_unless_current(row: tables.Review, decision: Decision) -> None:
    if row.state != ReviewState.OPEN or row.version != decision.version:
        raise RefusedError(_TAKEN)


def _close(session: Session, row: tables.Review, decision: Decision, state: ReviewState) -> None:
    _refuse_unless_current(row, decision)
    if not reviews.step(session, row, decision.version, state):
        raise RefusedError(_TAKEN)
    session.refresh(row)
    row.closed_by, row.closed_at = decision.by, decision.at
    session.add(row)


def _draft(row: tables.Review, decision: Decision, kind: LessonKind, what: str) -> Draft:
    phrasing = kind is LessonKind.PHRASING
    return Draft(
        kind=kind,
        review_id=row.id,
        question=row.sample,
        entry_id=what if phrasing else "",
        text=lessons.phrasing_of(row.sample) if phrasing else what,
        by=decision.by,
        at=decision.at,
    )


def _reopen(session: Session, row: tables.Review, by: int, at: datetime) -> None:
    """Open the item again, unless the same question already waits in another."""
    live = reviews.live_by_cluster(session, row.cluster)
    free = live is None or live.id == row.id
    state = ReviewState.OPEN if free else ReviewState.ANSWERED
    if not reviews.step(session, row, row.version, state):
        raise RefusedError(_TAKEN)
    lesson = reviews.standing_lesson(session, row.id)
    if lesson:
        lesson.undone_by, lesson.undone_at = by, at
        session.add(lesson)
    reviews.audit(session, by, "review.undo", str(row.id), at)


def _is_same(lesson: Lesson, draft: Draft) -> bool:
    said = (lesson.kind, lesson.taught_by, lesson.text)
    same_entry = draft.kind is LessonKind.ANSWER or lesson.entry == draft.entry_id
    return same_entry and said == (draft.kind, draft.by, draft.text)
