"""The inventory of entries: how much each is used, and which are stale or collide."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.desk.editions import Editions
from bot.knowledge.entries import Entry
from bot.knowledge.problems import Problem
from bot.store import questions
from bot.store.database import Database
from bot.thai.dates import thai_date

_COLLIDING = {"collision", "question-lost", "title-lost", "same-title", "same-question"}
_STALE = {"stale", "no-verified"}
_USED = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class InventoryItem:
    """An entry that is served. `used` is how often it answered in the last 90 days."""

    entry: Entry
    taught: tuple[str, ...]
    used: int
    problems: tuple[Problem, ...]

    @property
    def verified(self) -> str:
        """The day somebody last saw that it is true, in words."""
        return thai_date(self.entry.verified) if self.entry.verified else "–"

    @property
    def stale(self) -> bool:
        """Whether somebody should look at it again."""
        return any(one.code in _STALE for one in self.problems)

    @property
    def colliding(self) -> bool:
        """Whether another entry is in its way."""
        return any(one.code in _COLLIDING for one in self.problems)


class Inventory:
    """Reads only."""

    def __init__(self, database: Database, editions: Editions) -> None:
        self._database = database
        self._editions = editions

    def all(self, at: datetime) -> list[InventoryItem]:
        """Every entry that is served, most used first."""
        knowledge = self._editions.current.knowledge
        with self._database.read() as session:
            used = questions.times_used(session, at - _USED)
        problems = _by_file(self._editions.problems)
        found = [
            InventoryItem(
                entry,
                knowledge.taught.get(entry.id, ()),
                used.get(entry.id, 0),
                problems.get(entry.path.name, ()) if entry.path else (),
            )
            for entry in knowledge.entries.values()
        ]
        return sorted(found, key=lambda one: (-one.used, one.entry.title))

    def one(self, entry_id: str, at: datetime) -> InventoryItem | None:
        """One entry; None when it is not served."""
        return next((one for one in self.all(at) if one.entry.id == entry_id), None)

    def problems(self) -> tuple[Problem, ...]:
        """Everything the last look at the folder found."""
        return self._editions.problems


def _by_file(problems: Iterable[Problem]) -> dict[str, tuple[Problem, ...]]:
    """Problems by the name of their file; names are unique, for they are the entries' ids."""
    found: dict[str, tuple[Problem, ...]] = {}
    for one in problems:
        name = one.path.rpartition("/")[2]
        found[name] = (*found.get(name, ()), one)
    return found
