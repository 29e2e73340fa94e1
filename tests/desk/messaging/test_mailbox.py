"""The mailbox loses nothing, does nothing twice, and keeps the order inside a chat."""

from typing import Any

import pytest

from bot.desk.messaging.mailbox import ClaimedCall, ClaimedUpdate, Mailbox
from bot.desk.messaging.unit_of_work import OutgoingCall, Priority, UnitOfWork
from bot.store.database import Database
from bot.store.tables import Chat, Inbox, Outbox
from tests.desk.builders import saying, update
from tests.support.citizens import at_once, doing
from tests.support.databases import only_row, rows_of
from tests.support.moments import AT, later

ADMIN = 99


@pytest.fixture
def mailbox(database: Database) -> Mailbox:
    """A mailbox with one admin."""
    return Mailbox(database, lambda: [ADMIN])


def take(mailbox: Mailbox, seconds: float = 0) -> ClaimedUpdate:
    """The next update, which must be there."""
    (received,) = mailbox.next_updates(later(seconds))
    return received


def claim(mailbox: Mailbox, seconds: float = 0) -> ClaimedCall:
    """The next call, which must be there."""
    (call,) = mailbox.claim(later(seconds))
    return call


def sends(mailbox: Mailbox, database: Database, *texts: str, chat_id: int = 5) -> None:
    """Put texts into the outbox."""
    with doing(database) as work:
        for number, text in enumerate(texts):
            key = f"test:{chat_id}:{texts}:{number}"
            work.send(OutgoingCall(chat_id, "sendMessage", {"text": text}, dedup=key))


def row(database: Database, call: ClaimedCall) -> Outbox:
    """The call's row as it is now."""
    with database.read() as session:
        return session.get_one(Outbox, call.id)


def test_an_update_is_stored_once(mailbox: Mailbox) -> None:
    """Redelivered updates are ignored, also within one batch."""
    assert 2 == mailbox.accept([update(1), update(2), update(1)], AT)
    assert 0 == mailbox.accept([update(2)], AT)


def test_an_update_comes_back_exactly_as_it_was_sent(mailbox: Mailbox) -> None:
    """Even what no text column can hold survives the way to the handler."""
    sent = update(1, text="ก\x00\ud800😀")
    mailbox.accept([sent], AT)
    assert sent == take(mailbox).update


def test_finishing_writes_everything_in_one_transaction(
    mailbox: Mailbox, database: Database
) -> None:
    """The unit of work's writes, its calls and the closed update appear together."""
    mailbox.accept([update(1)], AT)
    received = take(mailbox)
    work = saying(database, 5, "หนึ่ง", "สอง")
    work.write(lambda session: session.add(Chat(channel="telegram", chat_id=5, seen_at=AT)))
    assert mailbox.finish(received, work, AT)
    closed = only_row(database, Inbox)
    assert ("done", None) == (closed.state, closed.raw)
    assert 1 == len(rows_of(database, Chat))
    assert ["u1:0", "u1:1"] == [one.dedup for one in rows_of(database, Outbox)]


def test_work_that_fails_leaves_the_update_open(mailbox: Mailbox, database: Database) -> None:
    """When any write breaks, nothing of the unit of work stays and the update is still there."""
    mailbox.accept([update(1)], AT)
    received = take(mailbox)
    work = saying(database, 5, "ไม่ควรส่ง")

    def broken(_session: object) -> None:
        raise ValueError

    work.write(broken)
    with pytest.raises(ValueError):  # noqa: PT011
        mailbox.finish(received, work, AT)
    assert {"inbox.new": 1} == mailbox.depth()


def test_an_update_is_finished_once(mailbox: Mailbox, database: Database) -> None:
    """A second finish of the same claim, or of an outdated one, changes nothing."""
    mailbox.accept([update(1)], AT)
    first = take(mailbox)
    second = take(mailbox, 121)
    assert not mailbox.finish(first, saying(database, 5, "แรก"), AT)
    assert mailbox.finish(second, saying(database, 5, "สอง"), AT)
    assert not mailbox.finish(second, saying(database, 5, "สาม"), AT)
    assert {"inbox.done": 1, "outbox.pending": 1} == mailbox.depth()


def test_f08_one_chat_waits_for_its_oldest_update(mailbox: Mailbox, database: Database) -> None:
    """A chat's later messages wait while an earlier one is open; other chats do not."""
    mailbox.accept([update(1, 5), update(2, 5), update(3, 6)], AT)
    first, other = take(mailbox), take(mailbox)
    assert [1, 3] == [first.update_id, other.update_id]
    assert not mailbox.next_updates(AT)
    mailbox.fail(first, "Oops", AT)
    assert not mailbox.next_updates(AT)
    again = take(mailbox, 1)
    mailbox.finish(again, UnitOfWork(database), AT)
    assert 2 == take(mailbox).update_id


def test_who_ends_one_of_a_chat_hears_of_the_next(mailbox: Mailbox, database: Database) -> None:
    """Of its next update, and of its next call; another chat's are nobody's business there."""
    told = list[str]()
    mailbox.accept([update(1, 5), update(2, 5), update(3, 6)], AT)
    for expected in (["update"], ["update"], ["update"]):
        work = saying(database, 5, "ตอบ")
        mailbox.finish(take(mailbox), work, AT, chat_waits=lambda: told.append("update"))
        assert expected == told
    for left in (2, 1, 0):
        (call,) = mailbox.claim(AT)
        told.clear()
        mailbox.sent(call, 1, AT, lambda: told.append("call"))
        assert ["call"] * (left > 0) == told


def test_order_follows_arrival_not_numbers(mailbox: Mailbox) -> None:
    """Update ids may restart lower after an idle week; what arrived first is handled first."""
    mailbox.accept([update(900, 5), update(3, 5)], AT)
    assert 900 == take(mailbox).update_id


def test_three_failures_end_with_an_apology_and_a_notice(
    mailbox: Mailbox, database: Database
) -> None:
    """The citizen and the admins hear of an update that cannot be handled."""
    mailbox.accept([update(1)], AT)
    assert mailbox.fail(take(mailbox), "Oops", AT)
    assert mailbox.fail(take(mailbox, 1), "Oops", later(1))
    assert not mailbox.fail(take(mailbox, 6), "Oops", later(6))
    calls = mailbox.claim(later(7), limit=5)
    assert [5, ADMIN] == [call.chat_id for call in calls]
    assert "ขออภัย" in calls[0].payload["text"]
    assert 1 == mailbox.depth()["inbox.dead"]


def test_f05_poison_is_dead_at_once_and_blocks_nobody(mailbox: Mailbox) -> None:
    """An update that does not parse is given up and its neighbour is handled."""
    mailbox.accept([update(1), update(2)], AT)
    assert mailbox.reject(take(mailbox), "TypeError", AT)
    assert 2 == take(mailbox).update_id
    assert 1 == mailbox.depth()["inbox.dead"]


@pytest.mark.parametrize("junk", [None, 7, "x", [], {}, {"update_id": True}, {"update_id": 2**70}])
def test_what_is_no_update_is_kept_as_dead(mailbox: Mailbox, junk: object) -> None:
    """Anything that cannot be numbered is kept, reported, and in nobody's way."""
    mailbox.accept([junk, update(1)], AT)
    assert 1 == take(mailbox).update_id
    assert 1 == mailbox.depth()["inbox.dead"]


@pytest.mark.parametrize(
    "odd",
    [
        {"update_id": 4, "message": None},
        {"update_id": 4, "message": {"chat": "x", "message_id": "y"}},
        {"update_id": 4, "future_kind": {"chat": {"id": True}}},
        {"update_id": 4, "inline_query": {"from": {"id": 8}, "query": "x"}},
        {"update_id": 4},
    ],
)
def test_an_odd_update_is_still_handed_out(mailbox: Mailbox, odd: dict[str, Any]) -> None:
    """An update of an unknown form is an update; only its handler may say it is poison."""
    mailbox.accept([odd], AT)
    assert odd == take(mailbox).update


def test_an_update_that_kills_the_program_is_given_up(mailbox: Mailbox) -> None:
    """After ten crashes with the same update in hand it is not tried again."""
    mailbox.accept([update(1)], AT)
    for _ in range(10):
        take(mailbox)
        mailbox.recover(AT)
    assert not mailbox.next_updates(AT)
    assert 1 == mailbox.depth()["inbox.dead"]


def test_a_chats_calls_leave_in_order(mailbox: Mailbox, database: Database) -> None:
    """The second message waits until the first is known to have arrived."""
    sends(mailbox, database, "หนึ่ง", "สอง")
    first = claim(mailbox)
    assert [] == mailbox.claim(AT)
    assert mailbox.sent(first, 700, AT)
    assert "สอง" == claim(mailbox).payload["text"]
    sent = row(database, first)
    assert ("sent", 700, "") == (sent.state, sent.tg_message_id, sent.payload)


def test_answers_leave_before_notices(mailbox: Mailbox, database: Database) -> None:
    """Whoever just asked is served before those who are only told something."""
    with doing(database) as work:
        for chat_id, priority in enumerate(reversed(Priority), 1):
            work.send(OutgoingCall(chat_id, "sendMessage", {}, priority, f"test:{chat_id}"))
    assert [3, 2, 1] == [call.chat_id for call in mailbox.claim(AT, limit=9)]


def test_chats_that_must_rest_are_passed_over(mailbox: Mailbox, database: Database) -> None:
    """Pacing is the sender's: it names the chats that may not be written to now."""
    sends(mailbox, database, "ก", chat_id=1)
    sends(mailbox, database, "ข", chat_id=2)
    assert [2] == [call.chat_id for call in mailbox.claim(AT, limit=9, except_chats={1})]


def test_a_call_told_to_wait_waits_with_its_chat(mailbox: Mailbox, database: Database) -> None:
    """After 429 nothing leaves for the chat before the time Telegram named."""
    sends(mailbox, database, "หนึ่ง", "สอง")
    mailbox.later(claim(mailbox), later(30))
    assert [] == mailbox.claim(later(29))
    assert "หนึ่ง" == claim(mailbox, 30).payload["text"]


def test_a_call_that_surely_did_not_leave_is_tried_for_ever(
    mailbox: Mailbox, database: Database
) -> None:
    """No connection costs time, never the message, and never counts as a resend."""
    sends(mailbox, database, "ก")
    seconds = 0.0
    for _ in range(20):
        call = claim(mailbox, seconds)
        mailbox.not_sent(call, later(seconds))
        seconds += 31
    assert 0 == row(database, claim(mailbox, seconds)).resend


def test_a_doubtful_call_is_resent_three_times_then_listed(
    mailbox: Mailbox, database: Database
) -> None:
    """Doubles are bounded, counted, and in the end somebody is told."""
    sends(mailbox, database, "ก")
    resends = []
    for number in range(4):
        call = claim(mailbox, number * 60)
        resends.append(row(database, call).resend)
        mailbox.doubtful(call, later(number * 60))
    assert [0, 1, 2, 3] == resends
    assert "unknown" == row(database, call).state
    assert ADMIN == claim(mailbox, 999).chat_id


def test_a_crash_while_sending_counts_as_doubt(mailbox: Mailbox, database: Database) -> None:
    """At a start, what was being sent is sent again and counted."""
    sends(mailbox, database, "ก")
    lost = claim(mailbox)
    assert 1 == mailbox.recover(AT)
    assert not mailbox.sent(lost, 1, AT)
    assert 1 == row(database, claim(mailbox, 5)).resend


def test_a_lease_that_runs_out_counts_as_doubt(mailbox: Mailbox, database: Database) -> None:
    """A sender that vanished does not keep its message for ever."""
    sends(mailbox, database, "ก")
    claim(mailbox)
    assert 0 == mailbox.recover_expired(later(119))
    assert 1 == mailbox.recover_expired(later(121))


def test_a_blocked_chat_gets_nothing_more(mailbox: Mailbox, database: Database) -> None:
    """403 closes everything for the chat and marks it, and touches no other chat."""
    with database.write() as session:
        session.add(Chat(channel="telegram", chat_id=5, seen_at=AT))
    sends(mailbox, database, "หนึ่ง", "สอง")
    sends(mailbox, database, "ก", chat_id=6)
    mailbox.blocked(claim(mailbox), "Forbidden: bot was blocked by the user", AT)
    assert not only_row(database, Chat).reachable
    assert {"outbox.failed": 2, "outbox.pending": 1} == mailbox.depth()


def test_a_migrated_group_gets_its_mail(mailbox: Mailbox, database: Database) -> None:
    """Everything still to be sent goes to the new id, in the same order."""
    with database.write() as session:
        session.add(Chat(channel="telegram", chat_id=-5, seen_at=AT))
    sends(mailbox, database, "หนึ่ง", "สอง", chat_id=-5)
    mailbox.migrated(claim(mailbox), -1005, AT)
    first = claim(mailbox)
    assert (-1005, "หนึ่ง") == (first.chat_id, first.payload["text"])
    mailbox.sent(first, 1, AT)
    second = claim(mailbox)
    assert (-1005, "สอง") == (second.chat_id, second.payload["text"])
    assert -1005 == only_row(database, Chat).chat_id


@pytest.mark.parametrize("lost", [True, False])
def test_admins_hear_that_the_staff_room_is_out_of_reach(database: Database, lost: bool) -> None:
    """Whether the bot was thrown out or the group has a new number, once a day."""
    mailbox = Mailbox(database, lambda: [1], room=-7)
    for number, chat_id in enumerate((-8, -7, -7)):
        sends(mailbox, database, f"{number}", chat_id=chat_id)
        call = claim(mailbox)
        if lost:
            mailbox.blocked(call, "Forbidden: bot was kicked", AT)
        else:
            mailbox.migrated(call, call.chat_id - 1000, AT)
            mailbox.sent(claim(mailbox), 1, AT)
    (text,) = [one.payload for one in rows_of(database, Outbox) if one.chat_id == 1]
    assert ("bot was kicked" if lost else "-1007") in text


def test_a_refused_call_fails_and_is_told_once_a_day(mailbox: Mailbox, database: Database) -> None:
    """The admins hear of a fault of the content, not of each of its thousand messages."""
    for chat_id in (1, 2):
        sends(mailbox, database, "<b>", chat_id=chat_id)
    for call in mailbox.claim(AT, limit=2):
        mailbox.refused(call, "Bad Request: can't parse entities", AT)
    assert {"outbox.failed": 2, "outbox.pending": 1} == mailbox.depth()


def test_a_rewritten_call_is_sent_in_its_new_form(mailbox: Mailbox, database: Database) -> None:
    """A refused form is replaced in the same place of the order."""
    sends(mailbox, database, "<b>", "หลัง")
    mailbox.rewritten(claim(mailbox), {"text": "ธรรมดา"}, AT)
    assert {"text": "ธรรมดา"} == claim(mailbox).payload


def test_a_dedup_key_sends_once_for_ever(mailbox: Mailbox, database: Database) -> None:
    """What may be said once is said once, also when it is asked for again later."""
    for _ in range(2):
        with doing(database) as work:
            work.send(OutgoingCall(5, "sendMessage", {"text": "x"}, dedup="taught:1:5"))
        for call in mailbox.claim(AT):
            mailbox.sent(call, 1, AT)
    assert {"outbox.sent": 1} == mailbox.depth()


def test_two_workers_share_the_updates(mailbox: Mailbox, database: Database) -> None:
    """Concurrent workers handle each update once and keep each chat in order."""
    mailbox.accept([update(number, number % 5) for number in range(60)], AT)
    handled: list[tuple[int, int]] = []

    def work_off() -> None:
        idle = 0
        while idle < 50:
            received = next(iter(mailbox.next_updates(AT)), None)
            if received is None:
                idle += 1
                continue
            handled.append((received.chat_id or 0, received.update_id or 0))
            assert mailbox.finish(received, UnitOfWork(database), AT)

    at_once(work_off, work_off)
    assert {"inbox.done": 60} == mailbox.depth()
    for chat_id in range(5):
        mine = [update_id for chat, update_id in handled if chat == chat_id]
        assert sorted(mine) == mine


def test_two_senders_never_take_the_same_call(mailbox: Mailbox, database: Database) -> None:
    """Concurrent claims share out the outbox without overlap."""
    for chat_id in range(40):
        sends(mailbox, database, "ก", chat_id=chat_id)
    taken: list[int] = []

    def send_off() -> None:
        while calls := mailbox.claim(AT, limit=3):
            for call in calls:
                taken.append(call.id)
                mailbox.sent(call, 1, AT)

    at_once(send_off, send_off)
    assert 40 == len(taken) == len(set(taken))
