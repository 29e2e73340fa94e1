"""The transactional inbox and outbox of the Telegram face: nothing lost, nothing done twice.

Every method is one transaction on the database, takes the time as an aware datetime, and may
block for milliseconds: call it in a thread. A `ClaimedUpdate` or `ClaimedCall` names one claim;
when it is no longer the current one (its lease ran out and somebody else took over), the methods
that report on it change nothing and return False.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.desk.messaging.chat_memory import TELEGRAM, texts_of
from bot.desk.messaging.incoming_updates import IncomingUpdate, read_update
from bot.desk.messaging.rate_limits import RateLimiter
from bot.desk.messaging.unit_of_work import OutgoingCall, Priority, UnitOfWork, enqueue
from bot.desk.metrics import Metrics
from bot.store import chats, inbox, outbox
from bot.store.database import Database
from bot.store.inbox import ClaimedUpdate
from bot.store.outbox import ClaimedCall
from bot.store.tables import Inbox, Outbox, OutboxState
from bot.texts import sentence

__all__ = ["ClaimedCall", "ClaimedUpdate", "Mailbox"]
_LEASE = timedelta(seconds=120)
_TRIES = 3
_CLAIMS = 10  # an update that was being handled at this many crashes is the likely cause
_RESENDS = 3


class Mailbox:
    """Notifies the `admins` of what could not be handled or sent; rates are limited by `limiter`.

    They are also notified when the staff `room` (its chat id) cannot be reached: nobody else would
    miss a message there.
    """

    def __init__(
        self,
        database: Database,
        admins: Callable[[], Sequence[int]] = tuple,
        *,
        limiter: RateLimiter | None = None,
        room: int | None = None,
        metrics: Metrics | None = None,
    ) -> None:
        self._database = database
        self._admins = admins
        self._limiter = limiter
        self._room = room
        self.metrics = metrics or Metrics()

    # Receiving

    def accept(
        self, updates: Iterable[object], at: datetime, announce: Callable[[], object] = lambda: None
    ) -> int:
        """Store raw updates; when this returns they are on disk and may be confirmed.

        Known update ids are ignored. Anything that is not an update with an id is stored as
        dead and reported; what is over its sender's limits is stored as throttled. Returns how
        many rows are new. `announce` is called, in this thread, when a claim that begins then
        will find them. Raises `StoreError` while the disk is nearly full.
        """
        self._database.refuse_when_full()
        incoming = [read_update(update, at) for update in updates]
        with self._database.write(announce) as session:
            turns = self._turns(session, incoming, at)
            rows = [update.row(at, turns.get(update.update_id, at)) for update in incoming]
            new = inbox.add(session, rows)
            if any(update.update_id is None for update in incoming):
                self._notify_daily(session, sentence("mailbox.odd_update"), at)
        self.metrics.throttled.inc(sum(1 for turn in turns.values() if turn is None))
        return new

    def _turns(
        self, session: Session, updates: Sequence[IncomingUpdate], at: datetime
    ) -> Mapping[int | None, datetime | None]:
        if self._limiter is None:
            return {}
        ids = [update.update_id for update in updates if update.update_id is not None]
        known = inbox.known(session, ids)
        fresh = {one.update_id: one for one in updates if one.update_id not in known}
        return self._limiter.turns(session, list(fresh.values()), at)

    def next_updates(self, at: datetime, limit: int = 1) -> list[ClaimedUpdate]:
        """Claim up to `limit` of the oldest new updates whose chat has no older unfinished one.

        Claims last two minutes. Several workers may call this at once.
        """
        with self._database.write() as session:
            rows = inbox.claim(session, at, at + _LEASE, limit)
            for row in rows:
                if row.claims > _CLAIMS:
                    self._give_up(session, row.id, row.claims, "crash", at)
        return [row for row in rows if row.claims <= _CLAIMS]

    def finish(
        self,
        update: ClaimedUpdate,
        work: UnitOfWork,
        at: datetime,
        announce: Callable[[], object] = lambda: None,
        chat_waits: Callable[[], object] = lambda: None,
    ) -> bool:
        """Apply the work, erase the raw update and mark it done: all or nothing.

        `announce` is called, in this thread, when a claim that begins then will find the calls;
        `chat_waits` if the chat has another update, which only now can be claimed.
        """
        with self._database.write(announce) as session:
            held = inbox.done(session, update.id, update.claims, at)
            if held:
                work.apply(session, f"u{update.id}", at, update.received_at)
            more = inbox.waiting(session, update.chat_id)
        if more:
            chat_waits()
        return held

    def fail(self, update: ClaimedUpdate, error: str, at: datetime) -> bool:
        """Handling failed: try again after 1 s and 5 s, then give up with an apology.

        `error` is a class name or the like, never a citizen's text. True while it will be tried
        again.
        """
        with self._database.write() as session:
            row = inbox.held(session, update.id, update.claims)
            if row is None:
                return False
            row.attempts += 1
            row.error = error
            if row.attempts >= _TRIES:
                self._bury(session, row, error, at)
                return False
            row.lease_until = None
            row.next_at = at + timedelta(seconds=5 ** (row.attempts - 1))
        return True

    def reject(self, update: ClaimedUpdate, error: str, at: datetime) -> bool:
        """The update can never be handled (it does not parse): dead at once, admins notified."""
        with self._database.write() as session:
            return self._give_up(session, update.id, update.claims, error, at)

    # Sending

    def claim(
        self,
        at: datetime,
        limit: int = 1,
        except_chats: Collection[int] = (),
        *,
        broadcasts: bool = True,
    ) -> list[ClaimedCall]:
        """Take up to `limit` calls that are due, answers first, at most one per chat.

        A chat's calls leave strictly in order: one that waits holds back the later ones; only
        broadcasts stand in a line of their own behind the others. Chats in `except_chats` are
        passed over, and broadcasts when told so (pacing is the sender's business). Report each
        with exactly one of the methods below within two minutes.
        """
        with self._database.write() as session:
            return outbox.claim(
                session,
                at,
                at + _LEASE,
                limit,
                except_chats,
                bulk_from=Priority.BROADCAST,
                bulk=broadcasts,
            )

    def sent(
        self,
        call: ClaimedCall,
        message_id: int | None,
        at: datetime,
        chat_waits: Callable[[], object] = lambda: None,
    ) -> bool:
        """It arrived (or "not modified"); `message_id` is Telegram's id of the new message.

        `chat_waits` is called, in this thread, if the chat has another call.
        """
        with self._database.write() as session:
            held = outbox.sent(session, call.id, call.attempts, message_id, at)
            more = outbox.waiting(session, call.chat_id)
        if held and call.asked_at:
            self.metrics.answers.observe(max(0.0, (at - call.asked_at).total_seconds()))
        if more:
            chat_waits()
        return held

    def later(self, call: ClaimedCall, until: datetime) -> bool:
        """Telegram asked to wait (429): it, and its whole chat, rests until then."""
        with self._held(call) as (_, row):
            if row:
                outbox.reopen(row, until)
                self.metrics.flood_waits.inc()
            return row is not None

    def not_sent(self, call: ClaimedCall, at: datetime) -> bool:
        """It surely did not leave (no connection): again after 1, 2, 4 … 30 s, for ever."""
        with self._held(call) as (_, row):
            if row:
                outbox.reopen(row, at + timedelta(seconds=min(30, 2 ** min(row.attempts - 1, 5))))
            return row is not None

    def doubtful(self, call: ClaimedCall, at: datetime) -> bool:
        """It may have arrived (time-out, lost reply): resend at most 3 times, then `unknown`."""
        with self._held(call) as (session, row):
            if row:
                self._doubt(session, row, at)
            return row is not None

    def rewritten(
        self, call: ClaimedCall, payload: Mapping[str, object], at: datetime, complaint: str = ""
    ) -> bool:
        """Telegram refused the form (entities, a gone reply target): send this payload instead.

        A `complaint` is told to the admins: the content has a fault that somebody should mend.
        """
        with self._held(call) as (session, row):
            if row:
                row.payload = json.dumps(dict(payload), ensure_ascii=True)
                outbox.reopen(row, at)
                if complaint:
                    what = sentence("mailbox.rewritten", why=complaint[:200])
                    self._notify_daily(session, what, at)
            return row is not None

    def refused(self, call: ClaimedCall, error: str, at: datetime) -> bool:
        """Telegram will never accept it: failed, admins notified. `error` is its description."""
        with self._held(call) as (session, row):
            if row:
                outbox.close(row, OutboxState.FAILED, error)
                self.metrics.refused.inc()
                what = sentence("mailbox.refused", method=row.method, why=error[:200])
                self._notify_daily(session, what, at)
            return row is not None

    def dropped(self, call: ClaimedCall, error: str) -> bool:
        """It no longer matters (a query too old to answer): failed, nobody notified."""
        with self._held(call) as (_, row):
            if row:
                outbox.close(row, OutboxState.FAILED, error)
            return row is not None

    def blocked(self, call: ClaimedCall, error: str, at: datetime) -> bool:
        """The chat cannot be reached (403): it is marked so and everything for it is closed."""
        with self._held(call) as (session, row):
            if row:
                outbox.close_chat(session, row.chat_id, error)
                chats.close(session, TELEGRAM, row.chat_id)
                if row.chat_id == self._room:
                    self._notify_daily(session, sentence("mailbox.room_lost", why=error[:200]), at)
            return row is not None

    def migrated(self, call: ClaimedCall, new_chat_id: int, at: datetime) -> bool:
        """The group has a new id: everything for it is readdressed and this is sent again."""
        with self._held(call) as (session, row):
            if row:
                old = row.chat_id
                outbox.reopen(row, at)
                session.flush()
                outbox.move_chat(session, old, new_chat_id)
                chats.move(session, TELEGRAM, old, new_chat_id)
                if old == self._room:
                    self._notify_daily(
                        session, sentence("mailbox.room_moved", number=new_chat_id), at
                    )
            return row is not None

    @contextmanager
    def _held(self, call: ClaimedCall) -> Iterator[tuple[Session, Outbox | None]]:
        """The row of a call for one transaction; None where the claim is no longer current."""
        with self._database.write() as session:
            yield session, outbox.held(session, call.id, call.attempts)

    # Housekeeping

    def recover(self, at: datetime) -> int:
        """At a start: free every claim; calls that were being sent count as doubtful.

        Only the sole process of a database may call it. Returns how many sends are in doubt.
        """
        with self._database.write() as session:
            inbox.release_all(session)
            rows = outbox.abandoned(session, None)
            for row in rows:
                self._doubt(session, row, at)
            return len(rows)

    def recover_expired(self, at: datetime) -> int:
        """While running: calls whose lease ran out count as doubtful; how many."""
        with self._database.write() as session:
            rows = outbox.abandoned(session, at)
            for row in rows:
                self._doubt(session, row, at)
            return len(rows)

    def sent_lately(self, at: datetime) -> list[tuple[int, str, float]]:
        """Chat, method and age in seconds of what was sent within the last minute, in order."""
        with self._database.read() as session:
            rows = outbox.sent_since(session, at - timedelta(minutes=1))
        return [(chat, method, (at - sent).total_seconds()) for chat, method, sent in rows]

    def waiting(self, at: datetime) -> tuple[float, float]:
        """Seconds the oldest due update waits to be handled, and the oldest due answer to leave."""
        with self._database.read() as session:
            moments = inbox.overdue(session, at), outbox.overdue(session, at, Priority.BROADCAST)
        update, answer = (max(0.0, (at - one).total_seconds()) if one else 0.0 for one in moments)
        return update, answer

    def shrink(self) -> None:
        """Give back the room that the database's log took."""
        self._database.shrink_log()

    def depth(self) -> dict[str, int]:
        """Rows by box and state, as `inbox.new`, `outbox.pending` and so on."""
        with self._database.read() as session:
            incoming, outgoing = inbox.count(session), outbox.count(session)
        return {f"inbox.{state}": number for state, number in incoming.items()} | {
            f"outbox.{state}": number for state, number in outgoing.items()
        }

    def notify_admins(self, text: str, dedup: str, at: datetime) -> None:
        """Queue a plain text to every admin, once for ever per `dedup`."""
        with self._database.write() as session:
            self._notify(session, text, dedup, at)

    def _give_up(self, session: Session, row_id: int, claim: int, error: str, at: datetime) -> bool:
        row = inbox.held(session, row_id, claim)
        if row:
            self._bury(session, row, error, at)
        return row is not None

    def _bury(self, session: Session, row: Inbox, error: str, at: datetime) -> None:
        inbox.mark_dead(row, error, at)
        self.metrics.dead.inc()
        private = row.chat_id is not None and row.chat_id > 0  # a group may not have asked us
        if row.chat_id is not None and private and row.message_id is not None:
            say = texts_of(session, row.chat_id)
            apology = OutgoingCall(row.chat_id, "sendMessage", {"text": say("desk.apology")})
            enqueue(session, apology, f"u{row.id}:dead", at)
        text = sentence("mailbox.unhandled", row=row.id, why=error)
        self._notify(session, text, f"u{row.id}:dead", at)

    def _doubt(self, session: Session, row: Outbox, at: datetime) -> None:
        if row.resend >= _RESENDS:
            outbox.close(row, OutboxState.UNKNOWN, "resent too often")
            self.metrics.unknown.inc()
            text = sentence("mailbox.in_doubt", row=row.id)
            self._notify(session, text, f"o{row.id}:unknown", at)
        else:
            row.resend += 1
            self.metrics.resent.inc()
            outbox.reopen(row, at + timedelta(seconds=2**row.resend - 1))
        session.add(row)

    def _notify_daily(self, session: Session, what: str, at: datetime) -> None:
        self._notify(session, what, f"{what}:{at:%Y%m%d}", at)

    def _notify(self, session: Session, text: str, dedup: str, at: datetime) -> None:
        for admin in self._admins():
            notice = OutgoingCall(admin, "sendMessage", {"text": text[:4000]}, Priority.NOTICE)
            enqueue(session, notice, f"{dedup}:admin:{admin}", at)
