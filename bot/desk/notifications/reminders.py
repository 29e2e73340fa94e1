"""Reminding people of an event the day before, by day, once."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta

from sqlmodel import Session

from bot.desk.editions import Edition, Editions
from bot.desk.messaging.chat_memory import Visitor
from bot.desk.messaging.unit_of_work import OutgoingCall, UnitOfWork, enqueue_all
from bot.desk.notifications.daytime import DAYTIME, in_daytime
from bot.dialogue.conversation import Action, Conversation, Verb
from bot.dialogue.replies import Reply
from bot.knowledge.entries import Entry
from bot.store import chats, reminders
from bot.store.database import Database
from bot.store.reminders import Reminder

_MORNING = time(9, 0)  # of the day before
_AT_ONCE = 100  # reminders told in one transaction

# (chat, what is said first, a text's key with the day in it; the event, None when it is gone)
DrawReminder = Callable[[int, str, Reply | None], Sequence[OutgoingCall]]


class Reminders:
    """Who wants to be reminded of what.

    Events are looked up when a reminder is sent, so that one that was moved is announced on its
    new day.
    """

    def __init__(self, database: Database, editions: Editions) -> None:
        self._database = database
        self._editions = editions
        self._looked_at = 0  # number of the edition by which events were last brought forward

    def remind(
        self, work: UnitOfWork, entry_id: str, visitor: Visitor, at: datetime
    ) -> datetime | None:
        """Remind the chat the day before, or that very morning; when.

        None, and nothing written, when it is too late or there is no such event.
        """
        start = _start_of(self._editions.current, entry_id)
        due_at = _due_at(start, at) if start else None
        if due_at is None:
            return None
        due = due_at

        def write(session: Session) -> None:
            chats.note(session, visitor.channel, visitor.chat_id, at)
            reminders.remember(session, visitor.chat_id, entry_id, due)

        work.write(write)
        return due_at

    def forget(self, work: UnitOfWork, entry_id: str, visitor: Visitor) -> None:
        """Do not remind the chat of this event."""
        work.write(lambda session: reminders.forget(session, visitor.chat_id, entry_id))

    def send_due(self, draw: DrawReminder, at: datetime) -> int:
        """Queue the reminders that are due, unless it is night; how many."""
        if not in_daytime(at):
            return 0
        self._bring_forward(at)
        told = 0
        while True:
            with self._database.write() as session:
                rows = reminders.due(session, at, _AT_ONCE)
                told += sum(self._send(session, row, draw, at) for row in rows)
            if len(rows) < _AT_ONCE:
                return told

    def _bring_forward(self, at: datetime) -> None:
        """Send reminders earlier for events that were moved to an earlier day."""
        edition = self._editions.current
        if edition.number == self._looked_at:
            return
        with self._database.write() as session:
            for entry_id in reminders.entries(session):
                start = _start_of(edition, entry_id)
                if start and start >= at.date():
                    reminders.not_after(session, entry_id, _due_at(start, at) or at)
        self._looked_at = edition.number

    def _send(self, session: Session, row: Reminder, draw: DrawReminder, at: datetime) -> bool:
        """Send, postpone, or drop a reminder, in the transaction that deletes its row."""
        edition = self._editions.current
        start = _start_of(edition, row.entry)
        later = _due_at(start, at) if start and start > at.date() + timedelta(days=1) else None
        if later:
            row.due_at = later
            session.add(row)
            return False
        session.delete(row)
        if start and start < at.date():
            return False
        reply = _reply(edition, row.entry, at) if start else None
        calls = draw(row.chat_id, _lead(start, at.date()), reply)
        enqueue_all(session, calls, f"remind:{row.id}", at)
        return True


def _start_of(edition: Edition, entry_id: str) -> date | None:
    entry: Entry | None = edition.knowledge.entries.get(entry_id)
    return entry.event.start if entry and entry.event else None


def _due_at(start: date, at: datetime) -> datetime | None:
    """The morning before the day, else the morning of the day; None when both are over."""
    before = datetime.combine(start - timedelta(days=1), _MORNING, at.tzinfo)
    same_day = datetime.combine(start, DAYTIME[0], at.tzinfo)
    return next((moment for moment in (before, same_day) if moment > at), None)


def _reply(edition: Edition, entry_id: str, at: datetime) -> Reply:
    return edition.responder.perform(Action(Verb.SHOW, entry_id), Conversation(), at)


def _lead(start: date | None, today: date) -> str:
    if start is None:
        return "reminders.gone"
    return "reminders.today" if start == today else "reminders.tomorrow"
