"""How the bot is doing: counted by day, so that a year reads as fast as a week."""

import statistics
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from sqlmodel import Session

from bot.desk.editions import Edition, Editions
from bot.desk.reporting.precision import Week, weeks_of
from bot.store import audit, figures, reviews
from bot.store.database import Database
from bot.store.tables import ReviewState
from bot.thai.dates import thai_date
from bot.thai.names import Names

_ANSWERED = ("answer", "contact", "events", "emergency")
_LATE_VOTES = 7  # days after which a vote no longer changes a day's count
_TOP = 10
_DAY = timedelta(days=1)
_WEEKS = 12

Counts = Mapping[tuple[str, str], int]  # (kind, name) → how often
Named = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Day:
    """One day's questions."""

    day: date
    answered: int = 0
    choices: int = 0
    no_answer: int = 0
    disliked: int = 0  # votes against

    @property
    def asked(self) -> int:
        """All of them."""
        return self.answered + self.choices + self.no_answer

    @property
    def label(self) -> str:
        """The day as people say it, in the Buddhist era."""
        return thai_date(self.day)


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of some days, today included."""

    days: tuple[Day, ...]  # oldest first, none missing
    hours: tuple[int, ...]  # 24
    topics: tuple[Named, ...]  # each of the three: most asked first
    agencies: tuple[Named, ...]
    provinces: tuple[Named, ...]
    entries: tuple[tuple[str, str, int], ...]  # id, title, count
    open_items: int
    taught: int
    hours_to_teach: float | None  # median from the first asking to the lesson
    weeks: tuple[Week, ...]  # judged answers, oldest first

    @property
    def total(self) -> Day:
        """The sums, dated by the last day."""
        return Day(
            self.days[-1].day,
            sum(one.answered for one in self.days),
            sum(one.choices for one in self.days),
            sum(one.no_answer for one in self.days),
            sum(one.disliked for one in self.days),
        )


class Figures:
    """`zone` says where a day begins and ends."""

    def __init__(self, database: Database, editions: Editions, zone: tzinfo) -> None:
        self._database = database
        self._editions = editions
        self._zone = zone

    def report(self, at: datetime, days: int) -> Report:
        """The last `days` days, today included."""
        today = at.astimezone(self._zone).date()
        wanted = [today - back * _DAY for back in reversed(range(days))]
        edition = self._editions.current
        with self._database.read() as session:
            by_day = self._by_day(session, wanted, today)
            taught = figures.times_to_teach(session, self._start(wanted[0]))
            open_items = reviews.count_open(session)
            weeks = weeks_of(session, today - _WEEKS * 7 * _DAY)
        total: Counter[tuple[str, str]] = Counter()
        for counts in by_day.values():
            total.update(counts)
        waits = [(done - asked) / timedelta(hours=1) for asked, done in taught]
        topics, agencies, provinces = self._subjects(edition, _of(total, "entry"))
        return Report(
            days=tuple(_day(day, by_day[day]) for day in wanted),
            hours=tuple(total["hour", f"{hour:02}"] for hour in range(24)),
            topics=topics,
            agencies=agencies,
            provinces=provinces,
            entries=_titled(edition, _of(total, "entry")),
            open_items=open_items,
            taught=len(taught),
            hours_to_teach=statistics.median(waits) if waits else None,
            weeks=weeks,
        )

    def unanswered(self, by: int, at: datetime) -> tuple[Named, ...]:
        """The questions asked most that wait for an admin; the look at them is noted."""
        with self._database.write() as session:
            waiting = reviews.items(session, ReviewState.OPEN, _TOP)
            if waiting:
                audit.add(session, by, "figures.unanswered", "", at)
            hidden = self._editions.texts("review.hidden")
            return tuple((one.sample or hidden, one.count) for one in waiting)

    def count_days(self, at: datetime) -> int:
        """Write the counts of every whole day that has none or may still change; how many."""
        today = at.astimezone(self._zone).date()
        with self._database.read() as session:
            first = figures.first_question(session)
            if first is None:
                return 0
            begin = first.astimezone(self._zone).date()
            written = figures.days_written(session, begin)
        span = (today - begin).days
        due = [
            day
            for day in (begin + ahead * _DAY for ahead in range(span))
            if day not in written or (today - day).days <= _LATE_VOTES
        ]
        for day in due:
            with self._database.read() as session:
                counts = self._counted(session, day)
            with self._database.write() as session:
                figures.write_day(session, day, counts)
        return len(due)

    def _by_day(
        self, session: Session, wanted: Sequence[date], today: date
    ) -> Mapping[date, Counts]:
        """Counts as written down; today's, and those not written yet, counted now."""
        first = figures.first_question(session)
        begin = first.astimezone(self._zone).date() if first else today
        found: dict[date, dict[tuple[str, str], int]] = {}
        for day, kind, name, count in figures.tallies(session, wanted[0], today):
            found.setdefault(day, {})[kind, name] = count
        for day in wanted:
            if day >= begin and day not in found:
                found[day] = dict(self._counted(session, day))
        return {day: found.get(day, {}) for day in wanted}

    def _counted(self, session: Session, day: date) -> Counts:
        since, until = self._start(day), self._start(day + _DAY)
        counts: Counter[tuple[str, str]] = Counter()
        counts["day", ""] = 1  # so that a quiet day is known to be counted
        for outcome, count in figures.outcomes(session, since, until).items():
            counts["outcome", outcome] = count
        for entry, count in figures.entries(session, since, until).items():
            counts["entry", entry] = count
        for good, count in figures.votes(session, since, until).items():
            counts["vote", "good" if good else "bad"] = count
        for moment in figures.moments(session, since, until):
            counts["hour", f"{moment.astimezone(self._zone):%H}"] += 1
        return counts

    def _start(self, day: date) -> datetime:
        return datetime.combine(day, time(), self._zone)

    def _subjects(
        self, edition: Edition, counts: Mapping[str, int]
    ) -> tuple[tuple[Named, ...], tuple[Named, ...], tuple[Named, ...]]:
        """Topics, offices and provinces of the entries, weighed by how often they answered."""
        facets, names = self._editions.facets(edition), Names.load()
        places, offices = set(names.provinces.values()), set(names.agencies.values())
        kinds: dict[str, Counter[str]] = {kind: Counter() for kind in ("topic", "office", "place")}
        for entry_id, count in counts.items():
            entry = edition.knowledge.entries.get(entry_id)
            for name in facets.subjects_of(entry) if entry else ():
                kind = "place" if name in places else "office" if name in offices else "topic"
                kinds[kind][name] += count
        return _top(kinds["topic"]), _top(kinds["office"]), _top(kinds["place"])


def _of(total: Counts, kind: str) -> Mapping[str, int]:
    return {name: count for (its_kind, name), count in total.items() if its_kind == kind}


def _day(day: date, counts: Counts) -> Day:
    outcomes = _of(counts, "outcome")
    return Day(
        day,
        sum(outcomes.get(name, 0) for name in _ANSWERED),
        outcomes.get("choices", 0),
        outcomes.get("no_answer", 0),
        counts.get(("vote", "bad"), 0),
    )


def _top(counts: Counter[str]) -> tuple[Named, ...]:
    ordered: Iterable[Named] = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return tuple(ordered)[:_TOP]


def _titled(edition: Edition, counts: Mapping[str, int]) -> tuple[tuple[str, str, int], ...]:
    return tuple(
        (entry_id, edition.title_of(entry_id) or entry_id, count)
        for entry_id, count in _top(Counter(counts))
    )
