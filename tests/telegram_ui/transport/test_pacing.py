"""Telegram's flood limits are never broken, and nobody waits longer than needed."""

from collections import defaultdict
from heapq import heappop, heappush

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.telegram_ui.transport.pacing import BURST, IN_ONE_SECOND, OVERALL, Backoff, Pace

CHATS = [1, 2, 3, -4]


# Who is written to, and tenths of a second since the one before.
TRAFFIC = st.lists(st.tuples(st.sampled_from(CHATS), st.floats(0, 2)), max_size=300)
# Halts, and how many wait after each: a crowd that never thins, or comes all at once.
CROWDS = st.lists(st.tuples(st.floats(0, 3), st.integers(1, 60)), max_size=6)


@settings(max_examples=60, deadline=None)
@given(TRAFFIC)
def test_limits_hold_for_any_traffic(traffic: list[tuple[int, float]]) -> None:
    """1 a second and 3 at once per chat, 18 a minute in a group."""
    pace, now = Pace(), 1000.0
    sent: dict[int, list[float]] = defaultdict(list)
    for chat, gap in traffic:
        now += gap / 10
        if pace.room(now) > 0 and chat not in pace.resting(now):
            pace.count(chat, "sendMessage", now)
            pace.answered(chat, "sendMessage", now)
            sent[chat].append(now)

    assert all(most_within(moments, 0.999) <= 4 for moments in sent.values())
    assert all(most_within(moments, 9.999) <= 13 for moments in sent.values())
    assert most_within(sent[-4], 59.999) <= 18


@settings(max_examples=60, deadline=None)
@given(CROWDS)
def test_limits_over_all_hold_for_any_crowd(crowds: list[tuple[float, int]]) -> None:
    """29 in any second; over any longer stretch 25 a second and one second's worth."""
    sent = departures(crowds)

    assert most_within(sent, 0.999999) <= IN_ONE_SECOND
    for first, start in enumerate(sent):
        for last, end in enumerate(sent[first:], first):
            assert last - first + 1 <= OVERALL * (end - start) + OVERALL + 1e-3


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 2), st.floats(0, 1)), min_size=40, max_size=150))
def test_never_more_arrive_in_a_second_however_long_calls_take(
    ways: list[tuple[float, float]],
) -> None:
    """Each takes up to two seconds until the reply, and arrives at any moment of them."""
    pace, now, replies, arrived = Pace(), 0.0, list[float](), list[float]()
    for chat, (took, share) in enumerate(ways):
        while pace.room(now) <= 0:
            soonest = replies[0] if replies else now + pace.next_change(now)
            now = max(now, min(soonest, now + 0.05))
            while replies and replies[0] <= now:
                pace.answered(chat, "sendMessage", heappop(replies))
        pace.count(chat, "sendMessage", now)
        heappush(replies, now + took)
        arrived.append(now + took * share)

    assert most_within(arrived, 0.999999) <= IN_ONE_SECOND


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 2), st.floats(0, 1), st.floats(0, 1)), max_size=80))
def test_never_more_than_three_arrive_in_a_chat_in_a_second(
    ways: list[tuple[float, float, float]],
) -> None:
    """A call to the chat follows the reply to the one before, at once or later."""
    pace, now, arrived = Pace(), 0.0, list[float]()
    for pause, took, share in ways:
        now += pause**4  # most are short
        while 7 in pace.resting(now) or pace.room(now) <= 0:
            now += max(1e-6, pace.next_change(now))
        pace.count(7, "sendMessage", now)
        arrived.append(now + took * share)
        now += took
        pace.answered(7, "sendMessage", now)

    assert most_within(arrived, 0.999999) <= BURST


@settings(max_examples=60, deadline=None)
@given(CROWDS)
def test_nobody_waits_while_there_is_room(crowds: list[tuple[float, int]]) -> None:
    """What is told of the next change is when it comes, neither later nor much earlier."""
    pace, now = Pace(), 0.0
    for halt, waiting in crowds:
        now += halt
        for chat in range(waiting):
            if pace.room(now) <= 0:
                soon = pace.next_change(now)
                assert pace.room(now + soon * 0.99 - 1e-6) <= 0
                now += soon + 1e-6
            assert pace.room(now) > 0
            pace.count(chat, "answerCallbackQuery", now)
            pace.answered(chat, "answerCallbackQuery", now)


def departures(crowds: list[tuple[float, int]]) -> list[float]:
    """When each of those who wait after each halt is written to."""
    pace, now, sent = Pace(), 0.0, list[float]()
    for halt, waiting in crowds:
        now += halt
        for _ in range(waiting):
            while pace.room(now) <= 0:
                now += max(1e-6, pace.next_change(now))
            pace.count(len(sent), "sendMessage", now)
            pace.answered(len(sent), "sendMessage", now)
            sent.append(now)
    return sent


def most_within(moments: list[float], seconds: float) -> int:
    return max(
        (sum(1 for m in moments if 0 <= m - first <= seconds) for first in moments), default=0
    )


def test_a_chat_may_burst_three_then_one_a_second() -> None:
    """The fourth message waits until a second has passed since the first."""
    pace = Pace()
    for _ in range(3):
        assert 7 not in pace.resting(0.0)
        pace.count(7, "sendMessage", 0.0)

    assert frozenset({7}) == pace.resting(0.5)
    assert 0.5 == pytest.approx(pace.next_change(0.5))
    assert frozenset() == pace.resting(1.0)


def test_answers_to_buttons_are_not_messages() -> None:
    """Ending a button's waiting sign does not count against its chat."""
    pace = Pace()
    for _ in range(9):
        pace.count(7, "answerCallbackQuery", 0.0)

    assert frozenset() == pace.resting(0.0)


def test_a_refused_chat_rests_and_the_others_do_not() -> None:
    """429 for one chat is that chat's affair."""
    pace = Pace()
    pace.refused(7, 30, 0.0)

    assert frozenset({7}) == pace.resting(29.9)
    assert pace.room(0.0) > 0
    assert frozenset() == pace.resting(30.0)


def test_f15_three_refused_chats_within_five_seconds_stop_everybody() -> None:
    """Then the limit is the bot's own, and nothing is tried before it is over."""
    pace = Pace()
    for chat in (1, 2, 3):
        pace.refused(chat, 20, 0.0)

    assert 0 == pace.room(19.9)
    assert pace.room(20.0) > 0
    assert 20 == pace.next_change(0.0)


def test_refusals_long_apart_do_not_add_up() -> None:
    """The third chat is refused six seconds after the first."""
    pace = Pace()
    for at, chat in ((0.0, 1), (3.0, 2), (6.0, 3)):
        pace.refused(chat, 20, at)

    assert pace.room(6.0) > 0


def test_a_crowd_that_comes_at_once_is_served_as_fast_as_may_be() -> None:
    """29 at once, the others as room comes: nobody is later than with one every 40 ms."""
    sent = departures([(5.0, 128)])

    assert IN_ONE_SECOND == sum(1 for moment in sent if moment - sent[0] < 1)
    for place, moment in enumerate(sent):
        assert moment - sent[0] <= max(0.2, place / OVERALL)


def test_a_halt_is_made_up_for() -> None:
    """Else everybody after it would wait as long, for as long as the crowd keeps coming."""
    pace, halt = Pace(), 0.6
    for number in range(100):
        pace.count(number, "sendMessage", number / 25)
        pace.answered(number, "sendMessage", number / 25)

    assert halt * 25 <= pace.room(99 / 25 + halt) <= halt * 25 + 3


def test_idle_chats_are_forgotten() -> None:
    """A million chats in a year do not fill the memory."""
    pace = Pace()
    for chat in range(1000):
        pace.count(chat, "sendMessage", float(chat))
        pace.resting(float(chat))

    assert len(pace._chats) <= 100


def test_pauses_grow_to_half_a_minute_and_start_again() -> None:
    """1, 2, 4 … 30 seconds, each shortened by up to half so that crowds spread out."""
    backoff = Backoff()
    pauses = [backoff.pause() for _ in range(8)]

    for longest, pause in zip((1, 2, 4, 8, 16, 30, 30, 30), pauses, strict=True):
        assert longest / 2 <= pause <= longest
    backoff.reset()
    assert backoff.pause() <= 1
