"""Subscriptions to offices, provinces and topics, notified by day; and resumable broadcasts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.desk.editions import Editions
from bot.desk.messaging.chat_memory import Visitor
from bot.desk.messaging.unit_of_work import OutgoingCall, enqueue_all
from bot.desk.notifications.daytime import in_daytime
from bot.knowledge.entries import Entry, Kind
from bot.store import audit, chats, follows
from bot.store.database import Database
from bot.store.follows import Broadcast, BroadcastState, Follow

MOST = 20  # subjects one chat may follow
_NEWS = timedelta(days=30)  # what is older is no news, even if it is new to us
_TOLD_OF = 5  # entries in one notice
_BATCH = 150  # chats of a broadcast put into the outbox at once
_SUGGESTED = 12


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry that is new, as a line and a button."""

    entry_id: str
    title: str


@dataclass(frozen=True, slots=True)
class BroadcastProgress:
    """A broadcast on its way: how many chats have it in the outbox of how many."""

    state: BroadcastState
    told: int
    audience: int


# (chat, the new entries, what of that the chat follows) → the messages that tell it
DrawNovelties = Callable[[int, Sequence[NewEntry], Sequence[str]], Sequence[OutgoingCall]]
# (chat, the text) → the messages of a broadcast
DrawBroadcast = Callable[[int, str], Sequence[OutgoingCall]]


class Subscriptions:
    """What chats follow. Every step is a transaction of its own that may be repeated."""

    def __init__(self, database: Database, editions: Editions) -> None:
        self._database = database
        self._editions = editions

    def named(self, text: str) -> str | None:
        """The office, province or topic that the words name; None when they name none."""
        return self._editions.facets(self._editions.current).subject_in(text)

    def subject_of(self, mark_of_it: str) -> str | None:
        """The subject that a button refers to by its mark."""
        return self._editions.facets(self._editions.current).subject_marked(mark_of_it)

    def suggested(self) -> list[str]:
        """What most entries are about, to begin with."""
        edition = self._editions.current
        return self._editions.facets(edition).subjects(edition.knowledge.entries.values())[
            :_SUGGESTED
        ]

    def followed(self, visitor: Visitor) -> list[str]:
        """What the chat follows, oldest first."""
        with self._database.read() as session:
            return [one.subject for one in follows.of_chat(session, visitor.chat_id)]

    def follow(self, visitor: Visitor, subject: str, at: datetime) -> bool:
        """Tell the chat of this from now on; False when it follows too many things already."""
        with self._database.write() as session:
            if follows.follow_of(session, visitor.chat_id, subject):
                return True
            if len(follows.of_chat(session, visitor.chat_id)) >= MOST:
                return False
            chats.note(session, visitor.channel, visitor.chat_id, at)
            session.add(Follow(chat_id=visitor.chat_id, subject=subject, since=at))
        return True

    def unfollow(self, visitor: Visitor, subject: str = "") -> None:
        """Tell the chat no more of this, or of anything."""
        with self._database.write() as session:
            follows.end(session, visitor.chat_id, subject)

    def notify_followers(self, draw: DrawNovelties, at: datetime) -> int:
        """Tell followers of entries that came since the last time; how many chats.

        At night nothing happens, and the morning tells everything at once. What is there at the
        very first look is known to all.
        """
        if not in_daytime(at):
            return 0
        edition = self._editions.current
        with self._database.write() as session:
            first = follows.is_first_look(session)
            new = follows.unknown_entries(session, edition.knowledge.entries)
            follows.note_entries(session, new, at)
            fresh = [] if first else [edition.knowledge.entries[one] for one in new]
            about = {
                one.id: self._editions.facets(edition).subjects_of(one)
                for one in fresh
                if _is_news(one, at.date())
            }
            due = _due(about, follows.by_chat(session)) if about else {}
            for chat_id, (ids, subjects) in due.items():
                told = (edition.knowledge.entries[one] for one in ids[:_TOLD_OF])
                novelties = [NewEntry(one.id, one.title) for one in told]
                calls = draw(chat_id, novelties, subjects)
                enqueue_all(session, calls, f"follow:{ids[0]}:{chat_id}", at)
        return len(due)


class Broadcasts:
    """Messages to everybody who has not declined them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def audience(self) -> int:
        """How many chats would receive one."""
        with self._database.read() as session:
            return follows.audience(session)

    def order(self, text: str, origin: str, by: int, at: datetime) -> int:
        """Begin to send `text`; the same `origin` orders it once. The broadcast's id."""
        with self._database.write() as session:
            known = follows.broadcast_of(session, origin)
            if known:
                return known.id
            row = Broadcast(origin=origin, text=text, ordered_by=by, ordered_at=at)
            session.add(row)
            session.flush()
            audit.add(session, by, "broadcast.order", str(row.id), at)
            return row.id

    def stop(self, broadcast_id: int, by: int, at: datetime) -> BroadcastProgress | None:
        """Send it to nobody else; None when there is no such broadcast."""
        with self._database.write() as session:
            row = session.get(Broadcast, broadcast_id)
            if row is None:
                return None
            if row.state == BroadcastState.SENDING:
                row.state = BroadcastState.STOPPED
                session.add(row)
                audit.add(session, by, "broadcast.stop", str(row.id), at)
            return BroadcastProgress(BroadcastState(row.state), row.told, follows.audience(session))

    def set_wanted(self, visitor: Visitor, wanted: bool, at: datetime) -> None:
        """Whether the chat wants broadcasts from now on."""
        with self._database.write() as session:
            chats.note(session, visitor.channel, visitor.chat_id, at, broadcasts=wanted)

    def advance(self, draw: DrawBroadcast, at: datetime) -> int:
        """Put the next chats of every broadcast into the outbox; how many.

        A crash in between repeats nothing: cursor and calls are one transaction, and each call
        can exist only once.
        """
        with self._database.write() as session:
            return sum(_advance(session, row, draw, at) for row in follows.unfinished(session))


def _due(
    about: Mapping[str, frozenset[str]], wanted: Mapping[int, set[str]]
) -> dict[int, tuple[list[str], list[str]]]:
    """For each chat with something new: the entries, and what of them it follows."""
    due = {}
    for chat_id, subjects in wanted.items():
        ids = [entry_id for entry_id, found in about.items() if found & subjects]
        if ids:
            named = {one for entry_id in ids for one in about[entry_id]} & subjects
            due[chat_id] = (ids, sorted(named))
    return due


def _advance(session: Session, row: Broadcast, draw: DrawBroadcast, at: datetime) -> int:
    chat_ids = follows.next_chats(session, row.cursor, _BATCH)
    for chat_id in chat_ids:
        enqueue_all(session, draw(chat_id, row.text), f"broadcast:{row.id}:{chat_id}", at)
    row.told += len(chat_ids)
    row.cursor = chat_ids[-1] if chat_ids else row.cursor
    row.state = BroadcastState.SENDING if len(chat_ids) == _BATCH else BroadcastState.DONE
    session.add(row)
    return len(chat_ids)


def _is_news(entry: Entry, today: date) -> bool:
    if entry.kind not in {Kind.NEWS, Kind.EVENT}:
        return False
    days = entry.days
    return days is not None and days[1] >= today - _NEWS
