"""Nobody can take the bot away from the others, and nobody is shut out for writing normally."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.messaging.chat_memory import ChatMemory
from bot.desk.messaging.incoming_updates import read_update
from bot.desk.messaging.mailbox import Mailbox
from bot.desk.messaging.rate_limits import RateLimit, RateLimiter
from bot.desk.messaging.unit_of_work import UnitOfWork
from bot.store.database import Database
from bot.store.tables import Inbox, Outbox
from tests.support.citizens import doing, visitor
from tests.support.databases import read, rows_of
from tests.support.moments import AT, later

STAFF = 77


@pytest.fixture
def mailbox(database: Database) -> Mailbox:
    """A mailbox with a limiter."""
    limiter = RateLimiter(exempt=lambda user: user == STAFF)
    return Mailbox(database, limiter=limiter)


def message(number: int, at: datetime, user: int = 5, **more: Any) -> dict[str, Any]:
    """A private message as Telegram sends it."""
    chat = {"id": user, "type": "private"}
    body = {"message_id": number, "date": int(at.timestamp()), "chat": chat, "from": {"id": user}}
    return {"update_id": number, "message": body | {"text": "สวัสดี"} | more}


def in_group(number: int, user: int = 5, **more: Any) -> dict[str, Any]:
    """The same, said in a group."""
    return message(number, AT, user, chat={"id": -9, "type": "supergroup"}, **more)


def states(database: Database) -> list[str]:
    """Where the updates stand, in order."""
    return [row.state for row in rows_of(database, Inbox)]


def told(database: Database) -> list[tuple[str, str]]:
    """Method and payload of what is to be sent."""
    return [(row.method, read(row.payload)) for row in rows_of(database, Outbox)]


@given(st.lists(st.floats(0, 30), max_size=120))
def test_no_traffic_gets_more_than_the_limits(gaps: list[float]) -> None:
    """In any second 6 are handled, in any minute 20 come in; whoever waits is let in again."""
    limits, let_in, turns, now = RateLimit(), list[datetime](), list[datetime](), AT
    for gap in gaps:
        now += timedelta(seconds=gap / 10)
        turn = limits.turn(let_in, now)
        if turn:
            let_in.append(now)
            turns.append(turn)
    assert sorted(turns) == turns
    assert most_within(turns, timedelta(seconds=0.999)) <= 6
    assert most_within(let_in, timedelta(seconds=59.999)) <= 20
    assert limits.turn(let_in, now + timedelta(minutes=1))


def most_within(moments: list[datetime], span: timedelta) -> int:
    return max(
        (sum(1 for m in moments if start <= m <= start + span) for start in moments), default=0
    )


def test_haste_is_served_by_and_by(mailbox: Mailbox, database: Database) -> None:
    """Five at once, then one a second, in order; nothing is lost."""
    mailbox.accept([message(number, AT) for number in range(7)], AT)
    for number in range(5):
        (received,) = mailbox.next_updates(AT)
        assert number == received.update_id
        mailbox.finish(received, UnitOfWork(database), AT)
    assert not mailbox.next_updates(later(0.9))
    assert mailbox.next_updates(later(1))


@pytest.mark.parametrize("hour", [9, 14])  # the end is in the night, or as the day begins in UTC
def test_two_hundred_a_day(mailbox: Mailbox, database: Database, hour: int) -> None:
    """Somebody who writes every five minutes is told once when the day's share is used up."""
    start = AT.replace(hour=hour, minute=10)
    for number in range(203):
        at = start + timedelta(seconds=300 * number)
        mailbox.accept([message(number, at)], at)
    assert ["new"] * 200 + ["throttled"] * 3 == states(database)
    assert 1 == sum("พรุ่งนี้" in text for _, text in told(database))
    at = start + timedelta(days=1, minutes=20)
    mailbox.accept([message(999, at)], at)
    assert "new" == states(database)[-1]


def test_a_flood_is_recorded_answered_once_a_minute_and_handled_by_nobody(
    mailbox: Mailbox, database: Database
) -> None:
    """Twenty come in; the rest is done at once, without its words; others are not concerned."""
    mailbox.accept([message(number, AT) for number in range(100)], AT)
    mailbox.accept([message(1000, AT, user=6)], AT)
    assert ["new"] * 20 + ["throttled"] * 80 + ["new"] == states(database)
    assert 1 == len(told(database))
    assert 80 == mailbox.metrics.registry.get_sample_value("thamwit_throttled_total")
    assert {None} == {row.raw for row in rows_of(database, Inbox)[20:100]}


def test_whoever_asked_for_english_is_told_in_english(mailbox: Mailbox, database: Database) -> None:
    """In the words of the chat."""
    with doing(database) as work:
        ChatMemory.set_language(work, visitor(5), "en", AT)
    mailbox.accept([message(number, AT) for number in range(21)], AT)
    ((_, payload),) = told(database)
    assert "come too fast" in payload


def test_a_restart_forgets_nothing(mailbox: Mailbox, database: Database) -> None:
    """What was let in is counted in the store."""
    mailbox.accept([message(number, AT) for number in range(20)], AT)
    again = Mailbox(database, limiter=RateLimiter())
    again.accept([message(99, AT)], AT)
    assert "throttled" == states(database)[-1]


def test_what_comes_twice_counts_once(mailbox: Mailbox, database: Database) -> None:
    """Redelivery is not a flood."""
    for _ in range(9):
        mailbox.accept([message(number, AT) for number in range(19)], AT)
    mailbox.accept([message(99, AT)], AT)
    assert ["new"] * 20 == states(database)


def test_what_waited_at_telegram_was_not_written_at_once(
    mailbox: Mailbox, database: Database
) -> None:
    """After an outage an hour's messages arrive together, each with its own date."""
    backlog = [message(number, AT - timedelta(minutes=60 - number)) for number in range(60)]
    mailbox.accept(backlog, AT)
    assert ["new"] * 60 == states(database)


def test_a_throttled_press_ends_its_waiting_sign(mailbox: Mailbox, database: Database) -> None:
    """The notice to a button is a notice on the button."""
    for number in range(23):
        query = {"id": str(number), "from": {"id": 5}, "message": message(1, AT)["message"]}
        mailbox.accept([{"update_id": number, "callback_query": query}], AT)
    ((method, payload),) = told(database)
    assert "answerCallbackQuery" == method
    assert '"callback_query_id": "20"' in payload


@pytest.mark.parametrize(
    ("update", "counts"),
    [
        (message(1, AT), True),
        (message(1, AT, chat="?"), False),
        (in_group(1), False),
        (in_group(1, entities=[{"type": "mention"}]), True),
        (in_group(1, entities=[{"type": "bold"}, 7]), False),
        (in_group(1, entities="x", reply_to_message={"from": {"is_bot": True}}), True),
        (in_group(1, reply_to_message={"from": {"is_bot": "yes"}}), False),
        ({"update_id": 1, "callback_query": {"id": "7", "from": {"id": 5}}}, True),
        ({"update_id": 1, "my_chat_member": {"from": {"id": 5}, "chat": {"id": 5}}}, False),
    ],
)
def test_only_what_is_asked_of_the_bot_counts(update: dict[str, Any], counts: bool) -> None:
    """What people say to each other in a group is not for us, nor is what Telegram reports."""
    assert (5 if counts else None) == read_update(update, AT).user_id


def test_staff_may_work_as_fast_as_they_like(mailbox: Mailbox, database: Database) -> None:
    """A reviewer taps through a hundred questions."""
    mailbox.accept([message(number, AT, user=STAFF) for number in range(50)], AT)
    assert ["new"] * 50 == states(database)


def test_what_is_typed_inline_is_counted_apart(mailbox: Mailbox, database: Database) -> None:
    """It comes letter by letter: more of it is let in, silently, and messages do not suffer."""
    typed = [
        {"update_id": n, "inline_query": {"id": str(n), "from": {"id": 5}, "query": "x" * n}}
        for n in range(70)
    ]
    mailbox.accept([*typed, message(999, AT)], AT)
    assert ["new"] * 60 + ["throttled"] * 10 + ["new"] == states(database)
    assert [] == told(database)


def test_a_group_is_not_told(mailbox: Mailbox, database: Database) -> None:
    """One member's haste is not everybody's business."""
    said = [in_group(number, entities=[{"type": "bot_command"}]) for number in range(24)]
    mailbox.accept(said, AT)
    assert ["new"] * 20 + ["throttled"] * 4 == states(database)
    assert [] == told(database)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["update_id", "message", "from", "chat", "id", "date", "entities"]),
                inner,
            )
        ),
        max_leaves=20,
    )
)
def test_anything_can_be_read(update: object) -> None:
    """No form of an update makes the receiver fail."""
    update = read_update(update, AT)
    assert update.sent_at <= AT
    assert update.row(AT, AT)["state"] in {"new", "dead"}
