"""Work that falls into many like parts, on one core or on all of them."""

import gc
import multiprocessing
import os
import signal
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Protocol, TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
_FEWEST = 16  # items; for less the start of processes costs more than they save
_SHARES = 8  # that each process gets of the items, so that all end together

_work: Callable[[Any], Any]  # of a process, set when it starts


class Spread(Protocol):
    """Does `work` on every item and yields the results in their order."""

    def __call__(
        self, work: Callable[[_Item], _Result], items: Sequence[_Item], /
    ) -> Iterable[_Result]:
        """The results, as soon as each is there."""


def in_turn(work: Callable[[_Item], _Result], items: Sequence[_Item], /) -> Iterable[_Result]:
    """One item after the other, here."""
    return map(work, items)


def over_cores(work: Callable[[_Item], _Result], items: Sequence[_Item], /) -> Iterator[_Result]:
    """On as many processes as there are cores, which know all that is known here.

    Only items and results travel; they must be picklable. The first item is done here, so that what
    the work loads is loaded once and not by each process. For programs without threads.
    """
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    if cores < 2 or len(items) < _FEWEST:
        yield from in_turn(work, items)
        return
    yield work(items[0])
    with warnings.catch_warnings():
        # NumPy's threads are idle, and settle a fork themselves.
        warnings.simplefilter("ignore", DeprecationWarning)
        pool = multiprocessing.get_context("fork").Pool(cores, _begin, (work,))
    with pool:
        yield from pool.imap(_do, items[1:], max(1, len(items) // (cores * _SHARES)))


def _begin(work: Callable[[Any], Any]) -> None:
    global _work  # noqa: PLW0603  the only way in for what cannot be pickled
    _work = work
    gc.freeze()  # to look for garbage among what the parent made would copy all of it
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends us


def _do(item: Any) -> Any:
    return _work(item)
