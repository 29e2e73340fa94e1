"""What citizens notice of the bot's own work when very many questions are kept.

Answers are asked for all the time, as the bot's workers do, while one job after the other runs in
the same process.

python -m benchmarks.upkeep [COUNT]
"""

import itertools
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

from benchmarks.console import fill, wording_of
from bot.desk.conversation.asking import Asking, IncomingMessage
from bot.desk.editions import Editions
from bot.desk.messaging.unit_of_work import UnitOfWork
from bot.desk.operations.backups import Backups
from bot.desk.operations.retention import Retention, RetentionPeriods
from bot.desk.privacy import JOURNAL, Privacy
from bot.desk.reporting.figures import Figures
from bot.desk.reporting.question_log import LogFilter, QuestionLog
from bot.store.database import Database
from bot.store.tables import Inbox, Outbox
from tests.support.moments import AT
from tests.web.site import ADMIN, ZONE, make_editions, write_knowledge

A_SECOND = 5  # questions
ALONE = 30.0  # seconds without any job
NOW = AT + timedelta(days=120)  # when a good part of the questions is over its time
numbers = itertools.count(1_000_000)


class Citizens:
    """Ask so many questions a second, each in a thread of its own, until told to stop."""

    def __init__(self, database: Database, editions: Editions) -> None:
        self._database = database
        self._asking = Asking(database, editions)
        self._over = threading.Event()
        self.took: list[float] = []
        self.failed: list[str] = []

    def __enter__(self) -> "Citizens":
        self._thread = threading.Thread(target=self._ask_on)
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._over.set()
        self._thread.join()

    def _ask_on(self) -> None:
        begun = time.monotonic()
        with ThreadPoolExecutor(8) as pool:
            for number in itertools.count():
                due = begun + number / A_SECOND
                if self._over.wait(max(0.0, due - time.monotonic())):
                    return
                pool.submit(self._ask, due)

    def _ask(self, due: float) -> None:
        """From when it was to be asked until its answer is on disk."""
        number = next(numbers)
        said = IncomingMessage("telegram", number, number, 1, wording_of(number), NOW)
        try:
            work = UnitOfWork(self._database)
            self._asking.ask(work, said)
            work.commit(NOW)
        except Exception as error:
            self.failed.append(repr(error)[:200])
        self.took.append(1000 * (time.monotonic() - due))


def mail(database: Database, count: int) -> None:
    """Handled updates and sent calls that are over their time."""
    old = AT - timedelta(days=1)
    moments = {"next_at": old, "attempts": 1, "error": ""}
    came = {"state": "done", "claims": 1, "received_at": old, "done_at": old, **moments}
    went = {"state": "sent", "method": "sendMessage", "payload": "", "priority": 0, "resend": 0,
            "created_at": old, **moments}  # fmt: skip
    with database.write() as session:
        inbox = [{"update_id": number, **came} for number in range(count)]
        outbox = [{"dedup": f"o{number}", "chat_id": number, **went} for number in range(count)]
        session.connection().execute(Inbox.__table__.insert(), inbox)  # type: ignore[attr-defined]
        session.connection().execute(Outbox.__table__.insert(), outbox)  # type: ignore[attr-defined]


def jobs(
    folder: Path, database: Database, editions: Editions
) -> Iterator[tuple[str, Callable[[], object]]]:
    """Everything that reads or writes much at once."""
    privacy = Privacy(database, folder / JOURNAL)
    backups = Backups(database, folder / "backups", 93, ZONE)
    figures, records = Figures(database, editions, ZONE), QuestionLog(database, editions)
    yield "nothing", lambda: time.sleep(ALONE)
    yield "backup", lambda: backups.run(NOW)
    yield "counting the days", lambda: figures.count_days(NOW)
    yield "export", lambda: sum(1 for _ in records.export(LogFilter(), ADMIN, NOW))
    yield "retention", lambda: Retention(database, privacy, RetentionPeriods()).run(NOW)
    yield "nothing, afterwards", lambda: time.sleep(ALONE)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        editions = make_editions(write_knowledge(folder / "knowledge"))
        database = Database(f"sqlite:///{folder / 'bot.db'}")
        fill(database, count)
        mail(database, count // 20)
        print(f"{count} questions, {A_SECOND} new ones a second; milliseconds until on disk")
        print(f"{'beside':22}{'seconds':>9}{'asked':>7}{'p50':>8}{'p95':>8}{'longest':>9}  failed")
        for job, run in jobs(folder, database, editions):
            begun = time.monotonic()
            with Citizens(database, editions) as citizens:
                done = run()
            lasted, took = time.monotonic() - begun, citizens.took
            p95 = statistics.quantiles(took, n=20)[-1]
            times = f"{statistics.median(took):8.1f}{p95:8.1f}{max(took):9.1f}"
            failed = citizens.failed[:1] or 0
            print(f"{job:22}{lasted:9.1f}{len(took):7}{times}  {failed} {done or ''}", flush=True)
        database.close()


if __name__ == "__main__":
    main()
