"""Mapping a function over many items: on one core, on all of them, or in threads."""

import gc
import multiprocessing
import os
import signal
import sys
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
_FEWEST = 16  # items; for less the start of processes costs more than they save
_SHARES = 64  # that each process gets of the items, so that all end together
_WAITING = 16  # items at once where the disk decides, which settles many in the time of one

_work: Callable[[Any], Any]  # of a process, set when it starts


class Mapper(Protocol):
    """Applies `work` to every item and yields the results in their order."""

    def __call__(
        self, work: Callable[[_Item], _Result], items: Sequence[_Item], /
    ) -> Iterable[_Result]:
        """The results, as soon as each is there."""


def serially(work: Callable[[_Item], _Result], items: Iterable[_Item], /) -> Iterable[_Result]:
    """One item after the other."""
    return map(work, items)


def in_threads(work: Callable[[_Item], _Result], items: Iterable[_Item], /) -> Iterator[_Result]:
    """Several at once in threads, begun as they come: for work that waits for the disk."""
    begun = deque[Future[_Result]]()
    with ThreadPoolExecutor(_WAITING) as threads:
        for item in items:
            begun.append(threads.submit(work, item))
            while begun and begun[0].done():
                yield begun.popleft().result()
        yield from (one.result() for one in begun)


def over_cores(
    work: Callable[[_Item], _Result],
    items: Sequence[_Item],
    /,
    *,
    meanwhile: Callable[[], object] | None = None,
) -> Iterator[_Result]:
    """On all cores: in this process, and in a forked one for each other core.

    Those share what is in memory here; only items and results travel, and must be picklable. The
    first item is done here before they start, so that what the work loads is loaded once.
    `meanwhile` is called here once the others are at work, or behind all where there are none, to
    get ready for what comes next. For programs without threads; the caller may start some once the
    results come.
    """
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    if cores < 2 or len(items) < _FEWEST:
        yield from serially(work, items)
        if meanwhile:
            meanwhile()
        return
    first = work(items[0])
    size = max(1, len(items) // (cores * _SHARES))
    shares = [items[start : start + size] for start in range(1, len(items), size)]
    fork = multiprocessing.get_context("fork")
    others = ProcessPoolExecutor(cores - 1, fork, _begin, (work,))
    try:
        with warnings.catch_warnings():
            # NumPy's threads are idle, and settle a fork themselves.
            warnings.simplefilter("ignore", DeprecationWarning)
            given = [others.submit(_do, share) for share in shares]
        if meanwhile:
            meanwhile()
        yield first
        for results in _results(work, shares, given):
            yield from results
    finally:
        others.shutdown(cancel_futures=True)


def _results(
    work: Callable[[_Item], _Result],
    shares: Sequence[Sequence[_Item]],
    given: Sequence[Future[list[_Result]]],
) -> Iterator[list[_Result]]:
    """The results of each share; the next one that no process has begun is done here."""
    own: dict[int, list[_Result]] = {}
    told = 0
    for number, share in enumerate(shares):
        if given[number].cancel():
            own[number] = [*map(work, share)]
        while told <= number and (told in own or given[told].done()):
            yield own.pop(told) if told in own else given[told].result()
            told += 1
    for number in range(told, len(shares)):
        yield own[number] if number in own else given[number].result()


def _begin(work: Callable[[Any], Any]) -> None:
    global _work  # noqa: PLW0603  the only way in for what cannot be pickled
    _work = work
    gc.freeze()  # to look for garbage among what the parent made would copy all of it
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends us


def _do(items: Sequence[Any]) -> list[Any]:
    return [*map(_work, items)]
