"""What the bot does by itself at set times, once each, however often it is restarted."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.store import job_runs
from bot.store.database import Database
from bot.store.job_runs import JobRun

# (when it last ran, now; both aware) → whether it is due
Due = Callable[[datetime, datetime], bool]
_RETRY = timedelta(minutes=5)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """Something to do. `run` gets the time, may block, and may be repeated after a crash."""

    name: str  # unique for ever
    due: Due
    run: Callable[[datetime], object]


def every(period: timedelta) -> Due:
    """Due when so much time has passed."""
    return lambda last, now: now - last >= period


def daily(at: time, weekday: int | None = None) -> Due:
    """Due once a day at a time of the clock's zone, or once a week (Monday is 0)."""

    def due(last: datetime, now: datetime) -> bool:
        planned = datetime.combine(now.date(), at, now.tzinfo)
        if planned > now:
            planned -= timedelta(days=1)
        if weekday is not None:
            planned -= timedelta(days=(planned.weekday() - weekday) % 7)
        return last < planned

    return due


class Schedule:
    """The jobs. What ran when is in the database; for a new job the clock starts at first sight."""

    def __init__(self, database: Database, jobs: Sequence[Job]) -> None:
        self._database = database
        self._jobs = tuple(jobs)

    def run_due(self, at: datetime) -> list[str]:
        """Run every job that is due, one after the other; the names of those that succeeded.

        One that fails is logged, tried again after five minutes, and does not stop the others.
        """
        with self._database.read() as session:
            runs = job_runs.known(session)
        new = [job.name for job in self._jobs if job.name not in runs]
        if new:
            with self._database.write() as session:
                job_runs.seen(session, new, at)
        due = [job for job in self._jobs if job.name in runs and _is_due(job, runs[job.name], at)]
        return [job.name for job in due if self._attempt(job, at)]

    def _attempt(self, job: Job, at: datetime) -> bool:
        try:
            job.run(at)
        except Exception as error:
            _log.exception("the job %s failed", job.name)
            with self._database.write() as session:
                job_runs.failed(session, job.name, at, type(error).__name__)
            return False
        with self._database.write() as session:
            job_runs.succeeded(session, job.name, at)
        return True


def _is_due(job: Job, run: JobRun, at: datetime) -> bool:
    """Whether it is to run now; after a failure, not at once."""
    failed_lately = run.failed_at is not None and timedelta() <= at - run.failed_at < _RETRY
    return not failed_lately and job.due(run.ran_at, at)
