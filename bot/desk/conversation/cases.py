"""Questions left with an officer: from the citizen to the staff room and back, one bot between.

Every step is a transaction of its own together with the messages it causes. A step that is
repeated, as after a crash, changes nothing: what was opened stays one case, what was written
counts once. Call it in a thread.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Protocol

from sqlmodel import Session

from bot.desk.conversation.asking import question_key
from bot.desk.editions import Editions
from bot.desk.errors import RefusedError
from bot.desk.masking import holds_personal, mask
from bot.desk.messaging.chat_memory import Visitor
from bot.desk.messaging.unit_of_work import OutgoingCall, enqueue_all
from bot.desk.review import clusters
from bot.desk.review.lessons import LessonKind
from bot.desk.review.reviewing import Decision, Reviewing, Taught
from bot.store import audit, cases, questions, reviews, tables
from bot.store.cases import Case, CaseMessage, CaseState
from bot.store.database import Database
from bot.texts import sentence
from bot.thai.dates import ERA, thai_date
from bot.thai.sensitive import is_sensitive

_EDIT = re.compile(r"[a-z]\d+e\d+")  # the origin of changed words: the message, then the edit
_SHOWN = 10
STEPS = ("take", "release", "teach", "close")
FOR_OFFICERS = "officer"  # the outcome of a question that the bot was never asked


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case as both sides see it."""

    id: int
    question: str  # masked
    state: CaseState
    talking: bool  # the citizen's words go to the officer
    chat_id: int
    opened_at: datetime
    changed_at: datetime
    answer: str = ""  # what an officer wrote last

    @property
    def thread(self) -> str:
        """How the keys of all its calls begin."""
        return cases.thread_of(self.id)

    @property
    def steps(self) -> tuple[str, ...]:
        """Those of `STEPS` that an officer may do now."""
        possible = {
            "take": self.state is CaseState.WAITING,
            "release": self.talking,
            "teach": bool(self.answer),
            "close": self.state is not CaseState.CLOSED,
        }
        return tuple(step for step, now in possible.items() if now)

    @property
    def since(self) -> str:
        """The day it was opened: `26 มีนาคม 2555`."""
        return thai_date(self.opened_at.date())

    @property
    def ticket(self) -> str:
        """What the citizen quotes: `ถาม-2569-00042`."""
        return sentence("cases.ticket", year=self.opened_at.year + ERA, number=self.id)


@dataclass(frozen=True, slots=True)
class CaseLine:
    """What one side wrote; a citizen's words are masked."""

    text: str
    by_officer: bool


class CaseMessages(Protocol):
    """Draws the messages of a case, each with a `dedup` that begins with the case's `thread`."""

    forum: bool  # whether the staff room has topics

    def opened(self, case: CaseView) -> Sequence[OutgoingCall]:
        """Into the staff room: a new case."""

    def left_again(self, case: CaseView) -> Sequence[OutgoingCall]:
        """Into the staff room: the citizen leaves a question anew whose case was closed."""

    def from_citizen(self, case: CaseView, text: str, origin: str) -> Sequence[OutgoingCall]:
        """Into the staff room: the citizen wrote on, or changed what was written."""

    def to_citizen(self, case: CaseView, text: str, origin: str) -> Sequence[OutgoingCall]:
        """To the citizen: an officer wrote; and a word to the room that it was passed on."""

    def taken(self, case: CaseView) -> Sequence[OutgoingCall]:
        """To the citizen: an officer looks for the answer."""

    def handed_back(self, case: CaseView) -> Sequence[OutgoingCall]:
        """To both: the citizen talks with the bot again."""

    def closed(self, case: CaseView) -> Sequence[OutgoingCall]:
        """To both: the case is closed."""

    def forgotten(self, case: CaseView) -> Sequence[OutgoingCall]:
        """Into the staff room: the citizen asked to be forgotten, nobody waits any more."""


class Cases:
    """What citizens and officers do with cases. `zone` says on which day one was opened."""

    def __init__(
        self,
        database: Database,
        editions: Editions,
        review: Reviewing,
        messages: CaseMessages,
        *,
        room: int,
        zone: tzinfo,
    ) -> None:
        self._database = database
        self._editions = editions
        self._review = review
        self.messages = messages
        self.room = room  # chat id of the staff room
        self._zone = zone

    # Citizens

    def leave(self, visitor: Visitor, key: str, at: datetime) -> CaseView | None:
        """Leave a question that was asked; None when the chat has no such question."""
        with self._database.write() as session:
            asked = questions.of_chat(session, visitor.channel, visitor.chat_id, key)
            return self._open(session, asked, visitor, at) if asked else None

    def write(self, visitor: Visitor, message_id: int, text: str, at: datetime) -> CaseView:
        """Leave a question in words of its own, masked."""
        key = question_key(visitor.channel, visitor.chat_id, message_id)
        with self._database.write() as session:
            asked = questions.by_key(session, key)
            if asked is None:
                masked = mask(text, self._editions.current.public)
                asked = tables.Question(
                    key=key,
                    channel=visitor.channel,
                    chat_id=visitor.chat_id,
                    message_id=message_id,
                    text=masked,
                    cluster=clusters.cluster_of(masked),
                    sensitive=is_sensitive(masked),
                    outcome=FOR_OFFICERS,
                    asked_at=at,
                )
                session.add(asked)
            return self._open(session, asked, visitor, at)

    def overhear(
        self, visitor: Visitor, message_id: int, text: str, at: datetime, *, edit: int = 0
    ) -> bool:
        """Pass words on to the officer the chat is talking with; False when it is with none.

        `edit` numbers what the message was changed to, 0 is what it said at first. A question
        that was written for an officer is changed for the officer, too.
        """
        with self._database.read() as session:  # most chats talk with nobody, and write nothing
            if _heard_in(session, visitor, message_id, edit) is None:
                return False
        with self._database.write() as session:
            case = _heard_in(session, visitor, message_id, edit)
            if case is None:
                return False  # since a moment ago
            masked = mask(text, self._editions.current.public)
            if edit and masked in {case.question, *_said(session, case.id, by_officer=False)}:
                return True
            origin = f"c{message_id}e{edit}" if edit else f"c{message_id}"
            said = CaseMessage(case_id=case.id, origin=origin, text=masked, at=at)
            if self._note(session, case, said):
                calls = self.messages.from_citizen(self._view(case), masked, origin)
                _send(session, calls, at)
        return True

    def hides(self, text: str) -> bool:
        """Whether the officer does not see all of these words: numbers of a person are masked."""
        return holds_personal(text, self._editions.current.public)

    def of_chat(self, visitor: Visitor) -> list[CaseView]:
        """The chat's latest cases, newest first."""
        with self._database.read() as session:
            found = cases.of_chat(session, visitor.channel, visitor.chat_id, _SHOWN)
            return [self._view(case) for case in found]

    def hand_back(self, visitor: Visitor, case_id: int, at: datetime) -> bool:
        """The citizen talks with the bot again; False when the case is not this chat's."""
        with self._database.write() as session:
            case = session.get(Case, case_id)
            if case is None or (case.channel, case.chat_id) != (visitor.channel, visitor.chat_id):
                return False
            self._end_talk(session, case, at)
        return True

    def forget(self, visitor: Visitor, at: datetime) -> None:
        """Close the cases of a chat that is about to be erased; only the room is notified."""
        with self._database.write() as session:
            for case in cases.open_of_chat(session, visitor.channel, visitor.chat_id):
                case.state, case.talking, case.changed_at = CaseState.CLOSED, False, at
                session.add(case)
                _send(session, self.messages.forgotten(self._view(case)), at)

    # Officers

    def find(self, topic: int | None, reply_to: int | None) -> int | None:
        """The case a message in the staff room is about, by its forum topic or what it answers."""
        with self._database.read() as session:
            behind = (
                cases.call_behind(session, self.room, made) for made in (reply_to, topic) if made
            )
            return next(filter(None, map(cases.case_behind, behind)), None)

    def step(self, name: str, case_id: int, by: int, at: datetime) -> None:
        """What an officer does besides answering, one of `STEPS`. Raises `RefusedError`."""
        steps: dict[str, Callable[[int, int, datetime], object]] = {
            "take": self.take,
            "release": self.release,
            "teach": self.teach,
            "close": self.close,
        }
        steps[name](case_id, by, at)

    def take(self, case_id: int, by: int, at: datetime) -> None:
        """An officer looks for the answer. Raises `RefusedError`."""
        with self._case(case_id) as (session, case):
            if (case.state, case.officer) == (CaseState.TAKEN, by):
                return
            if case.state != CaseState.WAITING:
                ticket = self._view(case).ticket
                raise RefusedError(sentence("refused.case.taken", ticket=ticket))
            self._move(session, case, CaseState.TAKEN, by, at)
            _send(session, self.messages.taken(self._view(case)), at)

    def read(self, case_id: int, by: int, at: datetime) -> tuple[CaseView, list[CaseLine]]:
        """A case with all that was written in it; the look is noted. Raises `RefusedError`."""
        with self._case(case_id) as (session, case):
            written = cases.messages(session, case_id)
            audit.add(session, by, "case.read", str(case_id), at)
            lines = [CaseLine(one.text, one.officer is not None) for one in written]
            return self._view(case, _last_answer(session, case_id)), lines

    def reply(self, case_id: int, by: int, origin: str, text: str, at: datetime) -> CaseView:
        """An officer writes to the citizen, who may write on to them. Raises `RefusedError`.

        `origin` names what the words came from, so that they are passed on once. Words that were
        changed are passed on again, unless they say what was said already.
        """
        with self._case(case_id) as (session, case):
            if is_edit(origin) and text in _said(session, case_id, by_officer=True):
                return self._view(case)
            said = CaseMessage(case_id=case_id, origin=origin, officer=by, text=text, at=at)
            if self._note(session, case, said):
                self._move(session, case, CaseState.ANSWERED, by, at)
                case.talking = True
                _send(session, self.messages.to_citizen(self._view(case), text, origin), at)
            return self._view(case)

    def release(self, case_id: int, by: int, at: datetime) -> None:
        """An officer hands the citizen back to the bot. Raises `RefusedError`."""
        with self._case(case_id) as (session, case):
            self._end_talk(session, case, at)
            audit.add(session, by, "case.release", str(case_id), at)

    def close(self, case_id: int, by: int, at: datetime) -> None:
        """Close the case and notify both sides, once. Raises `RefusedError`."""
        with self._case(case_id) as (session, case):
            if case.state != CaseState.CLOSED:
                self._move(session, case, CaseState.CLOSED, by, at)
                case.talking = False
                _send(session, self.messages.closed(self._view(case)), at)

    def teach(self, case_id: int, by: int, at: datetime) -> Taught:
        """What the officer wrote last answers the question from now on. Raises `RefusedError`."""
        with self._case(case_id) as (session, case):
            answer = _last_answer(session, case_id)
            asked = questions.by_key(session, case.question_key)
            if not answer:
                raise RefusedError(sentence("refused.case.nothing_said"))
            item = _item_of(session, asked, at) if asked else None
            if item is None:
                raise RefusedError(sentence("refused.case.unteachable"))
            if item.state == tables.ReviewState.DISMISSED:
                raise RefusedError(sentence("refused.case.dismissed"))
            decision = Decision(item.id, item.version, by, at)
        return self._review.teach(decision, LessonKind.ANSWER, answer)

    def waiting(self, limit: int = 50) -> list[CaseView]:
        """Cases that are not closed, the oldest first."""
        with self._database.read() as session:
            found = cases.open_cases(session, limit)
            return [self._view(case, _last_answer(session, case.id)) for case in found]

    @contextmanager
    def _case(self, case_id: int) -> Iterator[tuple[Session, Case]]:
        """The case, locked: of two who press at once the second finds what the first did."""
        with self._database.write() as session:
            case = session.get(Case, case_id, with_for_update=True)
            if case is None:
                raise RefusedError(sentence("refused.case.gone"))
            yield session, case

    def _open(
        self, session: Session, asked: tables.Question, visitor: Visitor, at: datetime
    ) -> CaseView:
        """The case of the question; a closed one is reopened, and the room notified."""
        case = cases.of_question(session, asked.key)
        if case is None:
            case = Case(
                question_key=asked.key,
                channel=visitor.channel,
                chat_id=visitor.chat_id,
                user_id=visitor.user_id,
                question=asked.text,
                opened_at=at,
                changed_at=at,
            )
            session.add(case)
            session.flush()
            _send(session, self.messages.opened(self._view(case)), at)
        elif case.state == CaseState.CLOSED:
            case.state, case.changed_at = CaseState.WAITING, at
            session.add(case)
            _send(session, self.messages.left_again(self._view(case)), at)
        return self._view(case)

    def _view(self, case: Case, answer: str = "") -> CaseView:
        return CaseView(
            case.id,
            case.question,
            CaseState(case.state),
            case.talking,
            case.chat_id,
            case.opened_at.astimezone(self._zone),
            case.changed_at.astimezone(self._zone),
            answer,
        )

    @staticmethod
    def _note(session: Session, case: Case, message: CaseMessage) -> bool:
        """Keep what somebody wrote; False when it was kept before."""
        if cases.message_of(session, case.id, message.origin):
            return False
        session.add(message)
        case.changed_at = message.at
        return True

    def _move(self, session: Session, case: Case, state: CaseState, by: int, at: datetime) -> None:
        case.state, case.officer, case.changed_at = state, by, at
        session.add(case)
        audit.add(session, by, f"case.{state}", str(case.id), at)

    def _end_talk(self, session: Session, case: Case, at: datetime) -> None:
        if case.talking:
            case.talking, case.changed_at = False, at
            _send(session, self.messages.handed_back(self._view(case)), at)


def _item_of(session: Session, asked: tables.Question, at: datetime) -> tables.Review | None:
    """The review item to teach: the one that was taught already, as by a second press."""
    return reviews.taught(session, asked) or clusters.join(session, asked, "wanted", at)


def _heard_in(session: Session, visitor: Visitor, message_id: int, edit: int) -> Case | None:
    """The case in which the chat talks with an officer, or that an edited message had opened."""
    case = cases.talking(session, visitor.channel, visitor.chat_id)
    return _written_case(session, visitor, message_id) if case is None and edit else case


def _written_case(session: Session, visitor: Visitor, message_id: int) -> Case | None:
    """The open case of a question that was written for an officer in this message."""
    asked = questions.by_key(session, question_key(visitor.channel, visitor.chat_id, message_id))
    if asked is None or asked.outcome != FOR_OFFICERS:
        return None
    case = cases.of_question(session, asked.key)
    return case if case and case.state != CaseState.CLOSED else None


def is_edit(origin: str) -> bool:
    """Whether words of this origin are what a message was changed to."""
    return bool(_EDIT.fullmatch(origin))


def _said(session: Session, case_id: int, *, by_officer: bool) -> list[str]:
    """What one side wrote, oldest first."""
    written = cases.messages(session, case_id)
    return [one.text for one in written if (one.officer is not None) is by_officer]


def _last_answer(session: Session, case_id: int) -> str:
    return next(reversed(_said(session, case_id, by_officer=True)), "")


def _send(session: Session, calls: Sequence[OutgoingCall], at: datetime) -> None:
    enqueue_all(session, calls, "", at)  # each has a key of its own
