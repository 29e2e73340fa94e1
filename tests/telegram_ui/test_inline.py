"""Inline queries are answered beside everything else, until the program stops."""

import asyncio
from typing import Any, cast

from bot.telegram_ui.inline import Inline

NOBODY = cast(Any, None)  # whom it asks when there is a query


async def test_it_ends_at_once_though_nobody_asks() -> None:
    """A stop waits for no query."""
    inline = Inline(bot=NOBODY, asking=NOBODY, renderers=NOBODY, clock=NOBODY)
    stop = asyncio.Event()
    running = asyncio.ensure_future(inline.run(stop))
    await asyncio.sleep(0)
    stop.set()
    await asyncio.wait_for(running, 30)
