"""Waking tasks that wait for work, without losing a wake-up in between."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
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

    @asynccontextmanager
    async def woken_by(self, event: asyncio.Event) -> AsyncIterator[None]:
        """Whoever waits is also woken when the event is set, while this is entered."""

        async def wake() -> None:
            await event.wait()
            self.wake()

        waking = asyncio.create_task(wake())
        try:
            yield
        finally:
            waking.cancel()


async def wait_for(event: asyncio.Event, seconds: float) -> None:
    """Until the event is set, at most this long."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()
