"""What is forgotten by itself, and when."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from sqlmodel import Session

from bot.desk.privacy import Privacy
from bot.store import audit, inbox, outbox, privacy
from bot.store.database import Database

_AT_ONCE = 50  # rows of one transaction, so that questions in between wait milliseconds

# (session, moment, most) → how many rows older than the moment were deleted or stripped
Purge = Callable[[Session, datetime, int], int]


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
        dead_before = at - timedelta(days=keep.dead_letters)
        kinds: dict[str, tuple[Purge, int]] = {
            "questions": (privacy.anonymise_questions, keep.questions),
            "sensitive": (
                partial(privacy.anonymise_questions, sensitive=True),
                min(keep.sensitive, keep.questions),
            ),
            "chats": (privacy.purge_chats, keep.questions),
            "cases": (privacy.purge_cases, keep.questions),
            "waiters": (privacy.purge_waiters, keep.questions),
            "inbox": (partial(inbox.purge, dead_before=dead_before), keep.handled),
            "outbox": (outbox.purge, keep.sent),
            "audit": (audit.purge, keep.audit),
        }
        done = {
            kind: self._in_steps(purge, at - timedelta(days=days))
            for kind, (purge, days) in kinds.items()
        }
        self._privacy.purge_journal(at - timedelta(days=keep.backups + 1))
        return done

    def _in_steps(self, purge: Purge, before: datetime) -> int:
        """Repeat until nothing is left, resting as long as each step took: others write, too."""
        total, begun = 0, time.monotonic()
        while done := self._once(purge, before):
            total += done
            time.sleep(time.monotonic() - begun)
            begun = time.monotonic()
        return total

    def _once(self, purge: Purge, before: datetime) -> int:
        with self._database.write() as session:
            return purge(session, before, _AT_ONCE)
