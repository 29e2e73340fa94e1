"""How long each page of the console takes with few and with very many logged questions.

python -m benchmarks.console [FEW MANY]
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlmodel import SQLModel

from bot.store.database import Database
from bot.store.tables import Feedback, Question, Review, ReviewState
from tests.support.moments import AT
from tests.web.site import ADMIN, make_editions, write_knowledge
from tests.web.visits import Visit

OUTCOMES = ("answer", "answer", "answer", "choices", "no_answer", "smalltalk", "menu")
PLACES = ("น่าน", "ตาก", "แพร่", "เลย", "ตรัง", "ระยอง", "ยะลา", "สตูล", "พะเยา", "ลำปาง")
THINGS = ("ค่ายวิทยาศาสตร์", "ทุนวิจัย", "เครื่องสีข้าว", "หอดูดาว", "ตรวจน้ำดื่ม", "อบรมโดรน", "ที่จอดรถ")
ASPECTS = ("จัดวันไหน", "อยู่ที่ไหน", "กี่บาท", "สมัครยังไง", "ติดต่อใคร", "รับกี่คน")
PAGES = (
    "/console/queue",
    "/console/queue/1",
    "/console/queue?show=dismissed",
    "/console/questions",
    "/console/questions?outcome=no_answer",
    "/console/questions?words=ทุนวิจัย",
    "/console/questions?words=ไม่มีคำนี้",
    "/console/questions?disliked=1",
    "/console/questions?entry=kite-office",
    "/console/questions?since=2026-11-01&until=2026-11-10",
    "/console/questions/{key}",
    "/console/knowledge",
    "/console/people",
    "/console/audit",
    "/console/settings",
)
TIMES = 5


def rows(count: int) -> Iterator[SQLModel]:
    """Questions of half a year, one in seven unanswered, in groups of about twenty."""
    rng = random.Random(5)  # noqa: S311
    groups = max(count // 140, 1)
    for number in range(1, groups + 1):
        state = ReviewState.DISMISSED if number % 9 == 0 else ReviewState.OPEN
        yield Review(
            id=number, cluster=f"กลุ่ม{number}", sample=wording(rng), reason="no_answer",
            state=state, count=rng.randrange(1, 60), first_at=AT, last_at=AT,
        )  # fmt: skip
    for number in range(1, count + 1):
        outcome = rng.choice(OUTCOMES)
        waits = outcome == "no_answer"
        yield Question(
            id=number, key=f"K{number:015}", channel="telegram", chat_id=rng.randrange(9000),
            message_id=number, text=wording(rng), cluster="x", outcome=outcome, verdict="sure",
            entry=rng.choice(("kite-office", "kite-day-2566")) if outcome == "answer" else None,
            probability=rng.random(), review_id=rng.randrange(1, groups + 1) if waits else None,
            asked_at=AT - timedelta(minutes=(count - number) * 260_000 / count),
            trace='{"understood": "x", "reason": "x", "matches": []}',
        )  # fmt: skip
        if number % 40 == 0:
            yield Feedback(question_id=number, user_id=1, good=number % 3 > 0, voted_at=AT)


def wording(rng: random.Random) -> str:
    return f"{rng.choice(THINGS)}{rng.choice(PLACES)}{rng.choice(ASPECTS)} {rng.randrange(999)}"


def filled(folder: Path, count: int) -> Database:
    database = Database(f"sqlite:///{folder / f'{count}.db'}")
    database.upgrade(AT)
    with database.write() as session:
        tables: dict[Any, list[dict[str, Any]]] = {}
        for row in rows(count):
            tables.setdefault(type(row).__table__, []).append(row.model_dump(exclude_none=False))
        for table, values in tables.items():
            kept = [
                {k: v for k, v in one.items() if not (k == "id" and v is None)} for one in values
            ]
            session.execute(table.insert(), kept)
    return database


def measured(visit: Visit) -> dict[str, float]:
    """Milliseconds of each page, the median of five."""
    found = {}
    for page in PAGES:
        path = page.format(key="K000000000000150")
        visit.reads(path)
        took = []
        for _ in range(TIMES):
            start = time.perf_counter()
            visit.reads(path)
            took.append(1000 * (time.perf_counter() - start))
        found[page] = statistics.median(took)
    start = time.perf_counter()
    key = visit.field("/console/questions", "form_key")
    visit.client.post("/console/questions/export", data={"form_key": key, "format": "csv"})
    found["export CSV"] = 1000 * (time.perf_counter() - start)
    return found


def main() -> None:
    few, many = (int(one) for one in sys.argv[1:3]) if len(sys.argv) > 2 else (200, 200_000)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        editions = make_editions(write_knowledge(folder / "knowledge"))
        times = []
        for count in (few, many):
            database = filled(folder, count)
            times.append(measured(Visit(database, editions, ADMIN)))
            database.close()
    print(f"{'page':56} {few:>9} {many:>9}  times")
    for page, short in times[0].items():
        long = times[1][page]
        print(f"{page:56} {short:7.1f}ms {long:7.1f}ms {long / short:6.1f}")


if __name__ == "__main__":
    main()
