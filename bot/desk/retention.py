"""What is forgotten by itself, and when."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.desk.privacy import Privacy
from bot.store import inbox, outbox, privacy
from bot.store.database import Database

_AT_ONCE = 50  # rows of one transaction, so that questions in between wait milliseconds


@dataclass(frozen=True, slots=True)
class RetentionPeriods:
    """For how long, in days."""

    questions: int = 180  # then only counts stay; so long also chats not seen, and waits
    sensitive: int = 30  # questions that tell of somebody's health, belief and the like
    dead_letters: int = 30  # updates that could not be handled
    handled: int = 3  # longer than Telegram redelivers, shorter than its ids may start anew
    sent: int = 30  # what was sent, without its words
    audit: int = 365
    backups: int = 93  # the oldest backup; wishes to be forgotten are kept as long


class Retention:
    """Runs daily, in small steps, while the bot answers."""

    def __init__(self, database: Database, privacy: Privacy, keeping: RetentionPeriods) -> None:
        self._database = database
        self._privacy = privacy
        self._keeping = keeping

    def run(self, at: datetime) -> dict[str, int]:
        """Forget what is over; how many rows of each kind."""
        keep = self._keeping

        def before(days: int) -> datetime:
            return at - timedelta(days=days)

        told = before(min(keep.sensitive, keep.questions))
        asked, handled, dead = (
            before(keep.questions),
            before(keep.handled),
            before(keep.dead_letters),
        )
        done = {
            "questions": self._in_steps(lambda s: privacy.anonymise_questions(s, asked, _AT_ONCE)),
            "sensitive": self._in_steps(
                lambda s: privacy.anonymise_questions(s, told, _AT_ONCE, sensitive=True)
            ),
            "chats": self._in_steps(lambda s: privacy.purge_chats(s, asked, _AT_ONCE)),
            "cases": self._in_steps(lambda s: privacy.purge_cases(s, asked, _AT_ONCE)),
            "waiters": self._in_steps(lambda s: privacy.purge_waiters(s, asked, _AT_ONCE)),
            "inbox": self._in_steps(lambda s: inbox.purge(s, handled, dead, _AT_ONCE)),
            "outbox": self._in_steps(lambda s: outbox.purge(s, before(keep.sent), _AT_ONCE)),
            "audit": self._in_steps(lambda s: privacy.purge_audit(s, before(keep.audit), _AT_ONCE)),
        }
        self._privacy.let_go(before(keep.backups + 1))
        return done

    def _once(self, change: Callable[[Session], int]) -> int:
        with self._database.write() as session:
            return change(session)

    def _in_steps(self, change: Callable[[Session], int]) -> int:
        """Repeat until nothing is left, resting as long as each step took: others write, too."""
        total, begun = 0, time.monotonic()
        while done := self._once(change):
            total += done
            time.sleep(time.monotonic() - begun)
            begun = time.monotonic()
        return total
