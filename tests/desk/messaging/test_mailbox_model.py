"""The mailbox against a plain model: whatever happens in whatever order, the promises hold."""

import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.desk.messaging.mailbox import ClaimedCall, ClaimedUpdate, Mailbox
from bot.desk.messaging.unit_of_work import OutgoingCall, UnitOfWork
from bot.store.tables import Inbox, Outbox
from tests.desk.builders import update
from tests.support.databases import new_sqlite, rows_of
from tests.support.moments import AT

CHATS = st.integers(1, 3)


class MailboxModel(RuleBasedStateMachine):
    """Telegram delivers, workers and senders work, fail and die; time passes."""

    @initialize()
    def open(self) -> None:
        """An empty mailbox."""
        self.folder = tempfile.TemporaryDirectory()
        self.database = new_sqlite(Path(self.folder.name) / "bot.db")
        self.mailbox = Mailbox(self.database)
        self.now: datetime = AT
        self.delivered: dict[int, int] = {}  # update id → chat
        self.in_hand: list[ClaimedUpdate] = []
        self.under_way: list[ClaimedCall] = []
        self.arrived: dict[int, list[int]] = defaultdict(list)  # chat → update ids, as received
        self.doubts: dict[int, int] = defaultdict(int)  # outbox row → how often in doubt
        self.rests: dict[int, datetime] = {}  # chat → nothing before
        self.blocked: set[int] = set()

    def teardown(self) -> None:
        """Close what was opened."""
        self.database.close()
        self.folder.cleanup()

    @rule(chats=st.lists(CHATS, min_size=1, max_size=4), again=st.booleans())
    def deliver(self, chats: list[int], again: bool) -> None:
        """New updates come, perhaps twice."""
        start = len(self.delivered) + 1
        batch = {start + place: chat for place, chat in enumerate(chats)}
        updates = [update(number, chat) for number, chat in batch.items()]
        assert len(batch) == self.mailbox.accept(updates, self.now)
        self.delivered |= batch
        if again:
            assert 0 == self.mailbox.accept(updates, self.now)

    @rule()
    def take(self) -> None:
        """A worker takes an update; never two of one chat at a time."""
        received = next(iter(self.mailbox.next_updates(self.now)), None)
        if received:
            assert received.chat_id not in {other.chat_id for other in self.in_hand}
            self.in_hand.append(received)

    @precondition(lambda self: self.in_hand)
    @rule()
    def finish(self) -> None:
        """The worker is done."""
        received = self.in_hand.pop(0)
        work = UnitOfWork(self.database)
        text = {"text": str(received.update_id)}
        work.send(OutgoingCall(received.chat_id or 0, "sendMessage", text))
        assert self.mailbox.finish(received, work, self.now)
        assert not self.mailbox.finish(received, work, self.now)

    @precondition(lambda self: self.in_hand)
    @rule()
    def fail(self) -> None:
        """The handler breaks."""
        self.mailbox.fail(self.in_hand.pop(0), "Oops", self.now)

    @rule(limit=st.integers(1, 3))
    def claim(self, limit: int) -> None:
        """The sender takes what is due."""
        for call in self.mailbox.claim(self.now, limit):
            assert call.chat_id not in {other.chat_id for other in self.under_way}
            assert self.rests.get(call.chat_id, self.now) <= self.now
            self.under_way.append(call)

    @precondition(lambda self: self.under_way)
    @rule()
    def sent(self) -> None:
        """Telegram took it."""
        call = self.under_way.pop(0)
        self._arrives(call)
        assert self.mailbox.sent(call, call.id, self.now)

    @precondition(lambda self: self.under_way)
    @rule(seconds=st.integers(1, 60))
    def asked_to_wait(self, seconds: int) -> None:
        """Telegram says 429."""
        call = self.under_way.pop(0)
        self.rests[call.chat_id] = self.now + timedelta(seconds=seconds)
        assert self.mailbox.later(call, self.rests[call.chat_id])

    @precondition(lambda self: self.under_way)
    @rule(arrived=st.booleans())
    def reply_lost(self, arrived: bool) -> None:
        """Nobody knows whether it arrived."""
        call = self.under_way.pop(0)
        if arrived:
            self._arrives(call)
        self.doubts[call.id] += 1
        assert self.mailbox.doubtful(call, self.now)

    @precondition(lambda self: self.under_way)
    @rule()
    def no_connection(self) -> None:
        """It surely did not leave."""
        assert self.mailbox.not_sent(self.under_way.pop(0), self.now)

    @precondition(lambda self: self.under_way)
    @rule()
    def blocked_by_citizen(self) -> None:
        """The citizen blocked the bot."""
        call = self.under_way.pop(0)
        self.blocked.add(call.chat_id)
        assert self.mailbox.blocked(call, "Forbidden", self.now)

    @rule(arrived=st.booleans())
    def crash(self, arrived: bool) -> None:
        """`kill -9` and a restart; what was under way may or may not have arrived."""
        for call in self.under_way:
            self.doubts[call.id] += 1
            if arrived:
                self._arrives(call)
        lost_calls, lost_updates = self.under_way, self.in_hand
        self.under_way, self.in_hand = [], []
        self.database.close()
        self.mailbox = Mailbox(self.database)
        assert len(lost_calls) == self.mailbox.recover(self.now)
        for call in lost_calls:
            assert not self.mailbox.sent(call, 1, self.now)
        for received in lost_updates:
            retaken = next(iter(self.mailbox.next_updates(self.now)), None)
            assert retaken is None or retaken.claims > 0
            if retaken:
                self.in_hand.append(retaken)
            assert received.update_id in self.delivered

    @precondition(lambda self: self.now < AT + timedelta(seconds=80))
    @rule(seconds=st.integers(1, 39))
    def time_passes(self, seconds: int) -> None:
        """Less than any lease, so nothing is taken for abandoned."""
        self.now += timedelta(seconds=seconds)
        assert 0 == self.mailbox.recover_expired(self.now)

    @invariant()
    def nothing_is_lost(self) -> None:
        """Every update is there once; a finished one has its answer."""
        if not hasattr(self, "database"):
            return
        with self._rows() as (inbox, outbox):
            assert set(self.delivered) == {row.update_id for row in inbox}
            done = {f"u{row.id}:0" for row in inbox if row.state == "done"}
            dead = {f"u{row.id}:dead" for row in inbox if row.state == "dead"}
            assert done | dead == {row.dedup for row in outbox}

    @invariant()
    def order_is_kept(self) -> None:
        """What a chat receives first was asked first; only a resend may come twice."""
        if hasattr(self, "arrived"):
            for numbers in self.arrived.values():
                assert sorted(numbers) == numbers

    @invariant()
    def doubles_are_bounded_and_counted(self) -> None:
        """A call is in doubt at most four times, and the row counts the resends."""
        if not hasattr(self, "database"):
            return
        with self._rows() as (_, outbox):
            for row in outbox:
                assert row.resend == min(3, self.doubts[row.id])
                assert self.doubts[row.id] <= 4

    def _arrives(self, call: ClaimedCall) -> None:
        text = str(call.payload["text"])
        if text.isdigit():
            self.arrived[call.chat_id].append(int(text))

    @contextmanager
    def _rows(self) -> Iterator[tuple[list[Inbox], list[Outbox]]]:
        yield rows_of(self.database, Inbox), rows_of(self.database, Outbox)


MailboxModel.TestCase.settings = settings(
    max_examples=30, stateful_step_count=30, deadline=None, derandomize=True
)
TestMailboxModel = MailboxModel.TestCase
