"""Work over several processes is the same work: all of it, in order, faults too."""

import multiprocessing
import os
import threading

import pytest

from bot.knowledge.spreading import in_threads, in_turn, over_cores


def test_results_come_in_the_order_of_the_items() -> None:
    """What the work knows need not travel; only items and results do."""
    table = {number: number * number for number in range(100)}
    spread = over_cores(lambda number: table[number], list(table))
    assert list(in_turn(table.__getitem__, list(table))) == list(spread)


def test_few_items_stay_in_this_process() -> None:
    """Processes cost more than they save."""
    assert {os.getpid()} == set(over_cores(lambda _: os.getpid(), [1, 2, 3]))


def test_one_core_does_all_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """As does a system where forking is not safe."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0}, raising=False)
    assert {os.getpid()} == set(over_cores(lambda _: os.getpid(), range(200)))


def test_every_core_works_at_the_same_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first shares and the last wait for each other; the first item of all is done here."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    both = multiprocessing.get_context("fork").Barrier(2, timeout=30)

    def work(number: int) -> int:
        if number in {1, 199}:
            both.wait()
        return os.getpid()

    done = list(over_cores(work, range(200)))
    assert done[0] == done[199] == os.getpid() != done[1]
    assert len(done) == 200
    assert len(set(done)) == 2


def test_meanwhile_this_process_gets_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    """While the others work already, and before it helps them."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    both = multiprocessing.get_context("fork").Barrier(2, timeout=30)
    ready = list[int]()

    def work(number: int) -> int:
        if number == 1:
            both.wait()
        return len(ready) if number == 199 else number

    def get_ready() -> None:
        both.wait()
        ready.append(os.getpid())

    done = list(over_cores(work, range(200), meanwhile=get_ready))
    assert [*range(199), 1] == done
    assert [os.getpid()] == ready


def test_in_threads_several_items_are_begun_at_once() -> None:
    """Sixteen that wait for each other come through; the results stay in order."""
    sixteen = threading.Barrier(16, timeout=30)

    def work(number: int) -> int:
        sixteen.wait()
        return number

    assert [*range(64)] == list(in_threads(work, range(64)))


def test_a_fault_in_a_process_is_raised_here() -> None:
    """With its own words."""
    for numbers in ([1] * 40 + [0], [1, 0] + [1] * 40):  # the last item is done here
        with pytest.raises(ZeroDivisionError, match="division"):
            list(over_cores(lambda number: 1 // number, numbers))
