"""Waking tasks that wait for work, without losing a wake-up in between."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial


class Wakeup:
    """Take `next()` before looking for work and wait for it when there is none."""

    def __init__(self) -> None:
        self._next = asyncio.Event()

    def next(self) -> asyncio.Event:
        """The event of the next wake-up."""
        return self._next

    def wake(self) -> None:
        """Wake everybody who waits."""
        woken, self._next = self._next, asyncio.Event()
        woken.set()

    def waker(self) -> Callable[[], object]:
        """What wakes everybody from another thread."""
        return partial(asyncio.get_running_loop().call_soon_threadsafe, self.wake)


async def wait_for(event: asyncio.Event, seconds: float) -> None:
    """Until the event is set, at most this long."""
    with suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), seconds)


async def wait_for_either(first: asyncio.Event, second: asyncio.Event, seconds: float) -> None:
    """Until one of the events is set, at most this long."""
    waits = [asyncio.ensure_future(event.wait()) for event in (first, second)]
    await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    for waiting in waits:
        waiting.cancel()
