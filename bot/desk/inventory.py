"""What the bot knows and how healthy it is: what is old, in each other's way, never asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.desk.editions import Edition, Editions
from bot.knowledge.entries import Entry
from bot.knowledge.problems import Problem
from bot.store import questions
from bot.store.database import Database
from bot.thai.dates import thai_date

_COLLIDING = {"collision", "question-lost", "title-lost", "same-title", "same-question"}
_STALE = {"stale", "no-verified"}
_USED = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Holding:
    """An entry that is served. `used` is how often it answered in the last 90 days."""

    id: str
    title: str
    kind: str
    verified: str  # the day somebody last saw that it is true, in words
    source: str
    questions: tuple[str, ...]
    taught: tuple[str, ...]
    used: int
    problems: tuple[Problem, ...]
    body: str

    @property
    def stale(self) -> bool:
        """Whether somebody should look at it again."""
        return any(one.code in _STALE for one in self.problems)

    @property
    def colliding(self) -> bool:
        """Whether another entry is in its way."""
        return any(one.code in _COLLIDING for one in self.problems)


class Holdings:
    """Reads only."""

    def __init__(self, database: Database, editions: Editions) -> None:
        self._database = database
        self._editions = editions

    def all(self, at: datetime) -> list[Holding]:
        """Every entry that is served, most used first."""
        edition = self._editions.current
        with self._database.read() as session:
            used = questions.times_used(session, at - _USED)
        problems = _by_file(self._editions.problems)
        found = [
            _holding(entry, edition, used.get(entry.id, 0), problems)
            for entry in edition.knowledge.entries.values()
        ]
        return sorted(found, key=lambda one: (-one.used, one.title))

    def one(self, entry_id: str, at: datetime) -> Holding | None:
        """One entry; None when it is not served."""
        return next((one for one in self.all(at) if one.id == entry_id), None)

    def problems(self) -> tuple[Problem, ...]:
        """Everything the last look at the folder found."""
        return self._editions.problems


def _holding(
    entry: Entry, edition: Edition, used: int, problems: dict[str, tuple[Problem, ...]]
) -> Holding:
    return Holding(
        id=entry.id,
        title=entry.title,
        kind=entry.kind,
        verified=_day(entry.verified),
        source=entry.source.title,
        questions=entry.questions,
        taught=edition.knowledge.taught.get(entry.id, ()),
        used=used,
        problems=problems.get(entry.path.name, ()) if entry.path else (),
        body=entry.body,
    )


def _by_file(problems: Iterable[Problem]) -> dict[str, tuple[Problem, ...]]:
    """Problems by the name of their file; names are unique, for they are the entries' ids."""
    found: dict[str, tuple[Problem, ...]] = {}
    for one in problems:
        name = one.path.rpartition("/")[2]
        found[name] = (*found.get(name, ()), one)
    return found


def _day(day: date | None) -> str:
    return thai_date(day) if day else "–"
