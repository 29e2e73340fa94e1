"""The precision of answers: every week a sample is drawn and judged by people."""

import math
import random
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from sqlmodel import Session

from bot.desk.editions import Editions
from bot.store import audit, figures
from bot.store.database import Database
from bot.store.figures import Judgement

DRAWN = 30  # answers a week
_WEEK = timedelta(days=7)
_Z = 1.96  # 95 %


@dataclass(frozen=True, slots=True)
class Week:
    """The judged answers of the week that begins on `monday`."""

    monday: date
    right: int
    judged: int

    @property
    def interval(self) -> tuple[float, float]:
        """Where the share of right answers lies, with 95 % confidence (Wilson); 0..1."""
        return wilson(self.right, self.judged)


@dataclass(frozen=True, slots=True)
class SampledAnswer:
    """One answer to judge. `left` counts it and those after it."""

    id: int
    question: str  # masked
    answer: str
    title: str  # of the entry it came from
    left: int


class AnswerSampling:
    """Draws, shows and records. `zone` says when a week begins."""

    def __init__(self, database: Database, editions: Editions, zone: tzinfo) -> None:
        self._database = database
        self._editions = editions
        self._zone = zone

    def draw(self, at: datetime) -> int:
        """Draw from the week that ended last Sunday; how many wait. Drawing again adds none."""
        week = self._last_week(at)
        begin = datetime.combine(week, time(), self._zone)
        with self._database.write() as session:
            if not figures.is_drawn(session, week):
                ids = figures.answered_ids(session, begin, begin + _WEEK)
                chance = random.Random(week.isoformat())  # noqa: S311  the same after a crash
                chosen = chance.sample(ids, min(DRAWN, len(ids)))
                if chosen:
                    figures.draw(session, week, sorted(chosen))
            return figures.count_unjudged(session, week)

    def card(self, at: datetime) -> SampledAnswer | None:
        """The next answer to judge, None when all are."""
        week = self._last_week(at)
        with self._database.read() as session:
            found = figures.next_unjudged(session, week)
            left = figures.count_unjudged(session, week)
        if found is None:
            return None
        judgement, question = found
        title = self._editions.current.title_of(question.picked or question.entry)
        title = title or question.entry or ""
        return SampledAnswer(judgement.id, question.text, question.answer, title, left)

    def judge(self, judgement_id: int, good: bool, by: int, at: datetime) -> bool:
        """Record a judgement if it is the first; whether it was."""
        with self._database.write() as session:
            row = session.get(Judgement, judgement_id, with_for_update=True)
            if row is None or row.good is not None:
                return False
            row.good, row.judged_by, row.judged_at = good, by, at
            session.add(row)
            what = f"precision.{'right' if good else 'wrong'}"
            audit.add(session, by, what, str(judgement_id), at)
        return True

    def _last_week(self, at: datetime) -> date:
        today = at.astimezone(self._zone).date()
        return today - timedelta(days=today.weekday()) - _WEEK


def weeks_of(session: Session, since: date) -> tuple[Week, ...]:
    """The weeks from then on in which anything was judged, oldest first."""
    return tuple(Week(*row) for row in figures.judged_weeks(session, since))


def wilson(right: int, judged: int) -> tuple[float, float]:
    """The 95 % score interval of a proportion; (0, 1) when nothing is known."""
    if not judged:
        return 0.0, 1.0
    share, square = right / judged, _Z * _Z
    middle = (share + square / (2 * judged)) / (1 + square / judged)
    spread = math.sqrt(share * (1 - share) / judged + square / (4 * judged * judged))
    half = _Z * spread / (1 + square / judged)
    return max(0.0, middle - half), min(1.0, middle + half)
