"""The watch over the knowledge folder: good changes go live, errors are reported."""

import asyncio
import hashlib
import time
from collections.abc import Callable
from datetime import datetime

import structlog

from bot.desk.editions import Editions, ReloadResult
from bot.desk.operations.monitoring import NotifyAdmins
from bot.knowledge.problems import Problem, Severity
from bot.telegram_ui.transport.wakeup import wait_for
from bot.texts import sentence

_LOOK_EVERY = 0.5  # seconds between two looks at the knowledge folder
_SETTLED = 1.0  # seconds a change must stay as it is before it is read
_LISTED = 10  # problems named in one message, or one line of the log

log = structlog.stdlib.get_logger(__name__)


class StableChange:
    """Notices a change once it has stopped changing; half-written files are so never read."""

    def __init__(self, served: str, settle: float = _SETTLED) -> None:
        self._served = served
        self._settle = settle
        self._waiting = served
        self._since = 0.0

    def offer(self, digest: str, now: float) -> bool:
        """True once for each new digest that was seen unchanged for `settle` seconds.

        `now` is in seconds of a monotonic clock.
        """
        if digest != self._waiting:
            self._waiting, self._since = digest, now
        if digest == self._served or now - self._since < self._settle:
            return False
        self._served = digest
        return True


class Watcher:
    """Follows the knowledge folder. `notify` reaches the admins, None when there is no way to.

    `last_rounds` shows when it last looked.
    """

    def __init__(
        self,
        editions: Editions,
        clock: Callable[[], datetime],
        notify: NotifyAdmins | None,
        last_rounds: dict[str, datetime],
    ) -> None:
        self._editions = editions
        self._clock = clock
        self._notify = notify
        self._last_rounds = last_rounds
        self._told: tuple[str, ...] = ()
        self._change = StableChange("")

    def load(self) -> ReloadResult:
        """The first edition."""
        self._change = StableChange(self._editions.digest(time.monotonic()))
        return self._reload()

    async def run(self, stop: asyncio.Event) -> None:
        """Look until stopped; a fault of one look does not end the watch."""
        while not stop.is_set():
            self._last_rounds["watch"] = self._clock()
            try:
                now = time.monotonic()
                digest = await asyncio.to_thread(self._editions.digest, now)
                if self._change.offer(digest, now):
                    await asyncio.to_thread(self._reload)
            except Exception:  # the database or the disk; the next look tries again
                log.exception("the knowledge folder could not be followed")
            await wait_for(stop, _LOOK_EVERY)

    def _reload(self) -> ReloadResult:
        at = self._clock()
        result = self._editions.reload(at)
        errors = [one for one in result.problems if one.severity is Severity.ERROR]
        say = log.warning if errors else log.info
        say(
            "knowledge read",
            swapped=result.swapped,
            edition=result.edition.number,
            entries=len(result.edition.knowledge.entries),
            problems=len(result.problems),
            errors=[f"{one.path}:{one.line} {one.code}" for one in errors[:_LISTED]],
        )
        told = tuple(str(one) for one in errors)
        if told and told != self._told and self._notify:
            key = hashlib.sha256("\n".join(told).encode("utf-8", "replace")).hexdigest()[:32]
            dedup = f"problems:{key}:{result.edition.knowledge.digest[:16]}"
            self._notify(describe(errors), dedup, at)
        self._told = told
        return result


def describe(problems: list[Problem]) -> str:
    """The problems as a message to an admin."""
    lines = [sentence("alert.problems", count=len(problems))]
    lines += [f"• {problem}" for problem in problems[:_LISTED]]
    if len(problems) > _LISTED:
        lines.append(sentence("alert.more_problems", count=len(problems) - _LISTED))
    return "\n".join(lines)
