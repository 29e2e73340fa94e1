"""Work over several processes is the same work: all of it, in order, faults too."""

import os

import pytest

from bot.knowledge.spreading import in_turn, over_cores


def test_results_come_in_the_order_of_the_items() -> None:
    """What the work knows need not travel; only items and results do."""
    table = {number: number * number for number in range(100)}
    spread = over_cores(lambda number: table[number], list(table))
    assert list(in_turn(table.__getitem__, list(table))) == list(spread)


def test_few_items_stay_in_this_process() -> None:
    """Processes cost more than they save."""
    assert {os.getpid()} == set(over_cores(lambda _: os.getpid(), [1, 2, 3]))


@pytest.mark.parametrize("cores", [1, 2])
def test_many_items_go_to_other_processes_where_there_are_cores(
    monkeypatch: pytest.MonkeyPatch, cores: int
) -> None:
    """With one core the work stays here; with more, none of it does but the first."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(cores)), raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    first, *others = over_cores(lambda _: os.getpid(), list(range(200)))
    assert first == os.getpid()
    assert (cores == 1) == (os.getpid() in others)


def test_a_fault_in_a_process_is_raised_here() -> None:
    """With its own words."""
    with pytest.raises(ZeroDivisionError, match="division"):
        list(over_cores(lambda number: 1 // number, [1] * 40 + [0]))
