"""The review queue as people see it: what was asked, how often, and what comes nearest."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.desk.editions import Edition, Editions
from bot.store import audit, reviews, tables
from bot.store.database import Database
from bot.store.tables import ReviewState

_LISTS = (ReviewState.OPEN, ReviewState.TAUGHT, ReviewState.DISMISSED)
_SAMPLES = 5
_ALL_SAMPLES = 50
_NEAREST = 3
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Nearest:
    """An entry that may be the answer; `score` is 0..1."""

    entry_id: str
    title: str
    score: float


@dataclass(frozen=True, slots=True)
class ListedItem:
    """Questions of one meaning, masked, as a line of a list."""

    id: int
    sample: str
    reason: str  # no_answer | unsure | none_of_these | disliked | wanted
    count: int  # how often it was asked
    waiting: int  # chats that want to know
    this_week: int  # how often in the last seven days …
    week_before: int  # … and in the seven before
    note: str  # why it was dismissed


@dataclass(frozen=True, slots=True)
class ReviewItem(ListedItem):
    """An item with all that is known of it."""

    version: int  # goes back into every decision
    state: ReviewState
    samples: tuple[str, ...]  # different wordings, newest first
    first_at: datetime
    last_at: datetime
    nearest: tuple[Nearest, ...]  # up to 3, best first
    outcomes: Mapping[str, int]  # what the bot did, and how often
    faults: Mapping[str, int]  # what people found wrong, and how often
    until: datetime | None = None  # when a dismissal ends
    closed_by: int | None = None
    hidden: tuple[str, ...] = ()  # keys of questions whose words are not shown here


class ReviewQueue:
    """Reads only."""

    def __init__(self, database: Database, editions: Editions) -> None:
        self._database = database
        self._editions = editions

    def note(self, where: str, by: int, at: datetime) -> None:
        """Write down that somebody looks at what citizens asked."""
        with self._database.write() as session:
            audit.add(session, by, "queue.read", where, at)

    def pending(self, at: datetime, limit: int = 10) -> list[ReviewItem]:
        """Open items with all that is known of them, most asked first."""
        with self._database.read() as session:
            rows = reviews.items(session, ReviewState.OPEN, limit)
            return [self._item(session, row, at) for row in rows]

    def listed(self, shown: str, at: datetime, limit: int) -> list[ListedItem]:
        """One of the lists by its name, the open items for any other; most asked first."""
        state = ReviewState(shown) if shown in _LISTS else ReviewState.OPEN
        with self._database.read() as session:
            return self._listed(session, reviews.items(session, state, limit), at)

    def item(self, review_id: int, at: datetime) -> ReviewItem | None:
        """One item in whatever state, with many of its wordings."""
        with self._database.read() as session:
            row = session.get(tables.Review, review_id)
            return self._item(session, row, at, _ALL_SAMPLES) if row else None

    def count(self) -> int:
        """How many items are open."""
        with self._database.read() as session:
            return reviews.count_open(session)

    def _listed(
        self, session: Session, rows: Sequence[tables.Review], at: datetime
    ) -> list[ListedItem]:
        ids = [row.id for row in rows]
        waiting = reviews.waiting(session, ids)
        now, before = _weeks(session, ids, at)
        return [
            ListedItem(
                id=row.id,
                sample=self._shown(row),
                reason=row.reason,
                count=row.count,
                waiting=waiting.get(row.id, 0),
                this_week=now.get(row.id, 0),
                week_before=before.get(row.id, 0),
                note=row.note,
            )
            for row in rows
        ]

    def _item(
        self, session: Session, row: tables.Review, at: datetime, most: int = _SAMPLES
    ) -> ReviewItem:
        (listed,) = self._listed(session, [row], at)
        samples = reviews.samples(session, row.id, most)
        return ReviewItem(
            **asdict(listed),
            version=row.version,
            state=ReviewState(row.state),
            samples=tuple(samples) or (listed.sample,),
            first_at=row.first_at,
            last_at=row.last_at,
            nearest=_nearest(row.sample, self._editions.current, at) if row.sample else (),
            outcomes=reviews.outcomes(session, row.id),
            faults=reviews.faults(session, row.id),
            until=row.until,
            closed_by=row.closed_by,
            hidden=tuple(reviews.sensitive_keys(session, row.id, most)),
        )

    def _shown(self, row: tables.Review) -> str:
        return row.sample or self._editions.texts("review.hidden")


def _weeks(
    session: Session, ids: Sequence[int], at: datetime
) -> tuple[dict[int, int], dict[int, int]]:
    """How often each item was asked about in the last seven days, and in the seven before."""
    now = reviews.asked_since(session, ids, at - _WEEK)
    return now, reviews.asked_since(session, ids, at - 2 * _WEEK, at - _WEEK)


def _nearest(sample: str, edition: Edition, at: datetime) -> tuple[Nearest, ...]:
    ranking = edition.answer(sample, at).ranking
    return tuple(
        Nearest(match.entry_id, edition.title_of(match.entry_id), match.score)
        for match in (ranking.matches[:_NEAREST] if ranking else ())
    )
