"""Telegram's flood limits are never broken, and nobody waits longer than needed."""

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.telegram_ui.pacing import Backoff, Pace

CHATS = [1, 2, 3, -4]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(CHATS), st.floats(0, 2)), max_size=300))
def test_limits_hold_for_any_traffic(traffic: list[tuple[int, float]]) -> None:
    """25 a second and 3 at once in all, 1 a second and 3 at once per chat, 18 a minute a group."""
    pace, now = Pace(), 1000.0
    sent: dict[int, list[float]] = defaultdict(list)
    for chat, gap in traffic:
        now += gap / 10
        if pace.room(now) > 0 and chat not in pace.resting(now):
            pace.count(chat, "sendMessage", now)
            sent[chat].append(now)

    everything = sorted(moment for moments in sent.values() for moment in moments)
    assert most_within(everything, 0.999) <= 28
    assert most_within(everything, 9.999) <= 253
    assert all(most_within(moments, 0.999) <= 4 for moments in sent.values())
    assert all(most_within(moments, 9.999) <= 13 for moments in sent.values())
    assert most_within(sent[-4], 59.999) <= 18


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


def test_a_crowd_is_served_evenly() -> None:
    """25 a second, one every 40 ms, not 25 at once and then nothing."""
    pace, now = Pace(), 0.0
    sent: list[float] = []
    while now < 3:
        if pace.room(now) > 0:
            pace.count(len(sent), "sendMessage", now)
            sent.append(now)
        else:
            now += max(0.001, pace.next_change(now))

    assert 77 == len(sent)
    assert most_within(sent, 0.0999) <= 6


def test_a_short_halt_is_made_up_for() -> None:
    """Else everybody after it would wait as long, for as long as the crowd keeps coming."""
    pace = Pace()
    for number in range(100):
        pace.count(number, "sendMessage", number / 25)
    assert 3 == pace.room(99 / 25 + 0.12)


def test_idle_chats_are_forgotten() -> None:
    """A million chats in a year do not fill the memory."""
    pace = Pace()
    for chat in range(1000):
        pace.count(chat, "sendMessage", float(chat))
        pace.resting(float(chat))

    assert len(pace._chats) < 10


def test_pauses_grow_to_half_a_minute_and_start_again() -> None:
    """1, 2, 4 … 30 seconds, each shortened by up to half so that crowds spread out."""
    backoff = Backoff()
    pauses = [backoff.pause() for _ in range(8)]

    for longest, pause in zip((1, 2, 4, 8, 16, 30, 30, 30), pauses, strict=True):
        assert longest / 2 <= pause <= longest
    backoff.reset()
    assert backoff.pause() <= 1
