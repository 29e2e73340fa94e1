"""Health checks and metrics of the running bot."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime, timedelta

from bot.desk.editions import Editions
from bot.desk.messaging.mailbox import Mailbox
from bot.knowledge.problems import Severity
from bot.search.finding import thresholds_of
from bot.store import job_runs
from bot.store.database import Database

_HEARTBEAT = 5.0  # seconds without one: the loop hangs
_OVERDUE = 60.0  # seconds an update may wait to be handled, or an answer to leave
_ROOM = 200_000_000  # bytes that should be free on the disk
_HANGS = timedelta(minutes=15)  # longer than any job, and any reading of the knowledge
_PROBE_EVERY = timedelta(seconds=5)  # whoever asks more often gets the last answer
_PULSE = "pulse"

# (now) → why updates may not be coming in; empty when all is well
ConnectionFault = Callable[[datetime], str]


class Health:
    """Every method but `beat` and `alive` may block on the database."""

    def __init__(self, database: Database, editions: Editions, mailbox: Mailbox) -> None:
        self._database = database
        self._editions = editions
        self._mailbox = mailbox
        self.telegram_fault: ConnectionFault | None = None  # None without Telegram
        self.last_rounds: dict[str, datetime] = {}  # when each part that could hang last began anew
        self._beat: float | None = None
        self._probed: tuple[datetime, str] | None = None
        metrics = mailbox.metrics
        self._inbox = metrics.gauge("inbox_updates", "Updates kept, by state", "state")
        self._outbox = metrics.gauge("outbox_calls", "Calls kept, by state", "state")
        self._age = metrics.gauge("waiting_seconds", "Age of the oldest that waits", "box")
        self._edition = metrics.gauge("edition", "Number of the edition that is served")
        self._entries = metrics.gauge("entries", "Entries that are served")
        self._rejects = metrics.gauge(
            "knowledge_errors", "Faults that keep files from being served"
        )
        self._log_size = metrics.gauge("wal_bytes", "Size of SQLite's write-ahead log")
        self._free = metrics.gauge("disk_free_bytes", "Room on the disk of the database")
        self._ready = metrics.gauge("ready", "1 when nothing is wrong")

    def beat(self, now: float, late: float) -> None:
        """The loop turns; `now` in seconds of a monotonic clock, `late` in seconds."""
        self._beat = now
        self._mailbox.metrics.lag.set(late)

    def alive(self, now: float) -> bool:
        """Whether the loop turned lately."""
        return self._beat is None or now - self._beat < _HEARTBEAT

    def state(self) -> dict[str, object]:
        """What is served, and how sure the bot must be to answer from it."""
        edition = self._editions.current
        served = {"edition": edition.number, "entries": len(edition.keys)}
        return {**served, "thresholds": asdict(thresholds_of(edition.index))}

    def faults(self, at: datetime) -> dict[str, str]:
        """What is wrong, by part; empty when the bot is ready."""
        found = {
            "knowledge": "" if self._editions.current.knowledge.entries else "no entries",
            "database": self._database_fault(at),
            "disk": self._disk_fault(),
            "telegram": self.telegram_fault(at) if self.telegram_fault else "",
        }
        if self.telegram_fault and not found["database"]:
            update, answer = self._mailbox.waiting(at)
            found["inbox"] = f"an update waits {update:.0f} s" if update > _OVERDUE else ""
            found["outbox"] = f"an answer waits {answer:.0f} s" if answer > _OVERDUE else ""
        late = {part: since for part, since in self.last_rounds.items() if at - since > _HANGS}
        found |= {part: f"hangs since {since:%H:%M:%S}" for part, since in late.items()}
        return {part: fault for part, fault in found.items() if fault}

    def exposition(self, at: datetime) -> bytes:
        """All figures, for Prometheus."""
        faults = self.faults(at)
        self._ready.set(not faults)
        edition = self._editions.current
        self._edition.set(edition.number)
        self._entries.set(len(edition.keys))
        problems = self._editions.problems
        self._rejects.set(sum(1 for one in problems if one.severity is Severity.ERROR))
        self._log_size.set(self._database.log_bytes())
        self._free.set(self._database.free_bytes() or 0)
        if "database" not in faults:
            self._read_boxes(at)
        return self._mailbox.metrics.exposition()

    def _read_boxes(self, at: datetime) -> None:
        self._inbox.clear()
        self._outbox.clear()
        for name, number in self._mailbox.depth().items():
            box, _, state = name.partition(".")
            (self._inbox if box == "inbox" else self._outbox).labels(state).set(number)
        update, answer = self._mailbox.waiting(at)
        self._age.labels("inbox").set(update)
        self._age.labels("outbox").set(answer)

    def _database_fault(self, at: datetime) -> str:
        """Something is really written: a full disk or a lost server shows in nothing else."""
        if self._probed and timedelta() <= at - self._probed[0] < _PROBE_EVERY:
            return self._probed[1]
        try:
            with self._database.write() as session:
                job_runs.succeeded(session, _PULSE, at)
            fault = ""
        except Exception as error:
            fault = f"cannot be written: {type(error).__name__}"
        self._probed = (at, fault)
        return fault

    def _disk_fault(self) -> str:
        free = self._database.free_bytes()
        low = free is not None and free < _ROOM
        return f"{(free or 0) // 1_000_000} MB free" if low else ""
