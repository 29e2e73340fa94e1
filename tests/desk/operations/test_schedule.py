"""The schedule: once each, at its time, however often the bot is restarted."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.desk.operations.schedule import Job, Schedule, daily, every
from bot.store.database import Database

START = datetime(2026, 11, 27, 8, 0, tzinfo=ZoneInfo("Asia/Bangkok"))  # a Friday
HOUR = timedelta(hours=1)


class Recorder:
    """Jobs that note when they ran, and fail on demand."""

    def __init__(self, database: Database) -> None:
        self.ran: list[tuple[str, datetime]] = []
        self.failing = False
        self._database = database

    def schedule(self) -> Schedule:
        """As after a restart."""
        return Schedule(
            self._database,
            [
                Job("hourly", every(HOUR), lambda at: self._note("hourly", at)),
                Job("digest", daily(time(8, 30)), lambda at: self._note("digest", at)),
                Job("weekly", daily(time(9), weekday=0), lambda at: self._note("weekly", at)),
            ],
        )

    def _note(self, name: str, at: datetime) -> None:
        if self.failing and name == "hourly":
            raise OSError
        self.ran.append((name, at))

    def times(self, name: str) -> list[datetime]:
        return [at for ran, at in self.ran if ran == name]


def test_jobs_run_at_their_times_across_restarts(database: Database) -> None:
    """A week of looks every ten minutes, each by a new process."""
    recorder = Recorder(database)
    for look in range(7 * 24 * 6):
        recorder.schedule().run_due(START + look * timedelta(minutes=10))
    days = [START.date() + timedelta(days=n) for n in range(7)]
    assert days == [at.date() for at in recorder.times("digest")]
    assert {time(8, 30)} == {at.time() for at in recorder.times("digest")}
    assert [datetime(2026, 11, 30, 9, tzinfo=START.tzinfo)] == recorder.times("weekly")
    assert 7 * 24 - 1 == len(recorder.times("hourly"))


def test_a_missed_time_is_made_up_once(database: Database) -> None:
    """After two days off the digest comes once, not three times."""
    recorder = Recorder(database)
    recorder.schedule().run_due(START)
    recorder.schedule().run_due(START + timedelta(days=2))
    recorder.schedule().run_due(START + timedelta(days=2, minutes=10))
    assert 1 == len(recorder.times("digest"))


def test_a_failing_job_stops_no_other_and_is_tried_again(database: Database) -> None:
    """It is tried again after five minutes, not at every look."""
    recorder = Recorder(database)
    schedule = recorder.schedule()
    schedule.run_due(START)
    recorder.failing = True
    assert ["digest"] == schedule.run_due(START + HOUR)
    recorder.failing = False
    assert [] == schedule.run_due(START + HOUR + timedelta(minutes=4))
    assert ["hourly"] == schedule.run_due(START + HOUR + timedelta(minutes=6))
