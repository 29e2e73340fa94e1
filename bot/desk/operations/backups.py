"""Copies of the database: made every hour, verified, thinned out, and brought back."""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.desk.privacy import JOURNAL, Privacy
from bot.store import files
from bot.store.database import Database
from bot.store.errors import StoreError
from bot.texts import sentence

_NAME = "bot-%Y%m%d-%H%M%S.db"
_HOURLY = timedelta(hours=24)
_DAILY = timedelta(days=14)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Restored:
    """What bringing a backup back did."""

    kept_as: Path | None  # where the database that was there is now
    forgotten: int  # people forgotten again


class Backups:
    """The folder of backups. On PostgreSQL nothing is made: `pg_dump` does it better.

    With a `recipient`, a public key, they are encrypted; this program cannot read them then.
    """

    def __init__(
        self, database: Database, folder: Path, keep_days: int, zone: ZoneInfo, recipient: str = ""
    ) -> None:
        self._database = database
        self._folder = folder
        self._keep = timedelta(days=keep_days)
        self._zone = zone
        self._recipient = recipient

    @property
    def possible(self) -> bool:
        """Whether this program makes the backups."""
        return self._database.path is not None

    def run(self, at: datetime) -> Path | None:
        """Make one, verified, and delete those nobody needs any more; None on PostgreSQL."""
        if not self.possible:
            _log.info("PostgreSQL is backed up with pg_dump, not by the bot")
            return None
        target = self._folder / at.astimezone(self._zone).strftime(_NAME)
        if self._recipient:
            target = target.with_name(target.name + files.SEALED)
        self._database.backup(target, self._recipient)
        found = self._found()
        gone = set(superfluous(found.values(), at, self._keep))
        for path, made in found.items():
            if made in gone:
                path.unlink(missing_ok=True)
        return target

    def newest(self) -> datetime | None:
        """When the last backup was made."""
        return max(self._found().values(), default=None)

    def _found(self) -> dict[Path, datetime]:
        """The backups of the folder, encrypted or not, and when each was made by its name."""
        named = {path: _moment_of(path.name) for path in self._folder.glob("bot-*.db*")}
        return {path: made.replace(tzinfo=self._zone) for path, made in named.items() if made}


def superfluous(made: Iterable[datetime], now: datetime, keep: timedelta) -> Sequence[datetime]:
    """Which backups go: all of 24 hours stay, the last of each day of two weeks, the last of
    each month as long as `keep`."""
    kept: set[datetime] = set()
    days: set[object] = set()
    months: set[object] = set()
    ordered = sorted(made, reverse=True)
    for moment in ordered:
        age, day, month = now - moment, moment.date(), (moment.year, moment.month)
        if (
            age <= _HOURLY
            or (age <= _DAILY and day not in days)
            or (age <= keep and month not in months)
        ):
            kept.add(moment)
        days.add(day)
        months.add(month)
    return [moment for moment in ordered if moment not in kept]


def restore(
    url: str, source: Path, journal_folder: Path, at: datetime, *, key: Path | None = None
) -> Restored:
    """Put a backup in the place of the database; nobody may use it meanwhile.

    `key` is the file with the private key of a backup that is encrypted.

    The backup is checked, what was there is kept beside it, the tables are brought up to date and
    the people who asked to be forgotten since are forgotten again. Raises `StoreError`, everything
    as it was.
    """
    database = Database(url)
    if database.path is None:
        raise StoreError(sentence("store.restore.by_server"))
    try:
        with files.locked(database.path):
            kept_as = files.put_in_place(source, database.path, f"{at:%Y%m%d-%H%M%S}", key)
            database.upgrade(at)
            forgotten = Privacy(database, journal_folder / JOURNAL).replay()
    finally:
        database.close()
    return Restored(kept_as, forgotten)


def _moment_of(name: str) -> datetime | None:
    try:
        return datetime.strptime(name.removesuffix(files.SEALED), _NAME)  # noqa: DTZ007  the zone is the folder's
    except ValueError:
        return None
