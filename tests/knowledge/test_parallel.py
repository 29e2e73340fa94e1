"""Work over several processes is the same work: all of it, in order, faults too."""

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future

import pytest

from bot.knowledge.parallel import in_threads, over_cores, serially


@pytest.fixture
def cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two of them, on a system where forking is safe."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr("sys.platform", "linux")


two_cores = pytest.mark.usefixtures("cores")


def test_results_come_in_the_order_of_the_items() -> None:
    """What the work knows need not travel; only items and results do."""
    table = {number: number * number for number in range(100)}
    mapper = over_cores(lambda number: table[number], list(table))
    assert list(serially(table.__getitem__, list(table))) == list(mapper)


def test_few_items_stay_in_this_process() -> None:
    """Processes cost more than they save."""
    assert {os.getpid()} == set(over_cores(lambda _: os.getpid(), [1, 2, 3]))


def test_one_core_does_all_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """As does a system where forking is not safe."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0}, raising=False)
    assert {os.getpid()} == set(over_cores(lambda _: os.getpid(), range(200)))


@two_cores
def test_every_core_works_at_the_same_time() -> None:
    """The first shares and the last wait for each other; the first item of all is done here."""
    both = multiprocessing.get_context("fork").Barrier(2, timeout=30)

    def work(number: int) -> int:
        if number in {1, 199}:
            both.wait()
        return os.getpid()

    done = list(over_cores(work, range(200)))
    assert done[0] == done[199] == os.getpid() != done[1]
    assert len(done) == 200
    assert len(set(done)) == 2


@two_cores
def test_meanwhile_this_process_gets_ready() -> None:
    """While the others work already, and before it helps them."""
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


def test_where_there_is_no_other_this_process_gets_ready_behind_the_work() -> None:
    done = list[int]()
    list(over_cores(done.append, [1, 2], meanwhile=lambda: done.append(0)))
    assert [1, 2, 0] == done


class _Half:
    """Another process that has done every other share at once."""

    def __init__(self, *_: object) -> None:
        self._given = 0

    def submit(self, _: Callable[..., object], share: Sequence[int]) -> "Future[list[int]]":
        self._given += 1
        one = Future[list[int]]()
        if self._given % 2:
            one.set_result([*share])
        return one

    def shutdown(self, **_: object) -> None:
        """As if it ended."""


@two_cores
def test_what_is_done_is_told_while_the_rest_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that whoever takes the results can go on with them."""
    monkeypatch.setattr("bot.knowledge.parallel.ProcessPoolExecutor", _Half)
    done = list[int]()

    def work(number: int) -> int:
        done.append(number)
        return number

    told = [(number, done[-1]) for number in over_cores(work, range(100))]
    assert [*range(100)] == [number for number, _ in told]
    assert all(last <= number for number, last in told)


@two_cores
def test_the_others_are_at_work_before_anything_is_told() -> None:
    """Whoever takes the results may start threads, which nothing may be forked behind."""
    mapper = iter(over_cores(abs, range(100)))
    assert next(mapper) == 0
    assert multiprocessing.active_children()
    assert [*range(1, 100)] == [*mapper]


def test_in_threads_each_item_is_begun_as_it_comes() -> None:
    """The next is asked for while the one before is at work already, and what is done is told."""
    begun, told = threading.Event(), list[int]()

    def items() -> Iterator[int]:
        yield 0
        assert begun.wait(30)
        yield from range(1, 1000)
        assert told

    def work(number: int) -> int:
        begun.set()
        return number

    for number in in_threads(work, items()):
        told.append(number)
    assert [*range(1000)] == told


def test_in_threads_several_items_are_begun_at_once() -> None:
    """Sixteen that wait for each other come through; the results stay in order."""
    sixteen = threading.Barrier(16, timeout=30)

    def work(number: int) -> int:
        sixteen.wait()
        return number

    assert [*range(64)] == list(in_threads(work, range(64)))


def test_a_fault_in_a_process_is_raised_here() -> None:
    """With its own words."""
    for numbers in ([1] * 40 + [0], [1, 0] + [1] * 40):  # wherever it falls
        with pytest.raises(ZeroDivisionError, match="division"):
            list(over_cores(lambda number: 1 // number, numbers))
