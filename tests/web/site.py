"""A whole site over a small knowledge folder, for the tests of the page."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from starlette.applications import Starlette

from bot.app.building import make_desk
from bot.desk.conversation.cases import Cases
from bot.desk.editions import Editions
from bot.desk.messaging.chat_memory import ChatMemory
from bot.desk.messaging.unit_of_work import UnitOfWork
from bot.desk.operations.health import Health
from bot.desk.review.reviewing import Reviewing
from bot.desk.staff.console import Console, ConsoleLink
from bot.desk.staff.people import People
from bot.settings import Settings
from bot.store.database import Database
from bot.telegram_ui.drawing.callbacks import Codec
from bot.telegram_ui.drawing.case_messages import TelegramCaseMessages
from bot.telegram_ui.drawing.renderers import Renderers
from bot.texts import Texts
from bot.web.health import HealthPages
from bot.web.pages import create_web
from tests.support.moments import AT

ADDRESS = "http://127.0.0.1:8013"
ADMIN, STAFF, NOBODY = 41, 42, 43
ROOM = -100

ZONE = ZoneInfo("Asia/Bangkok")

KITE_DAY = """---
kind: event
title: "วันเล่นว่าวประดิษฐ์ จังหวัดน่าน 2566"
questions: ["งานว่าวที่น่านจัดวันไหน", "วันเล่นว่าวประดิษฐ์จัดที่ไหน"]
published: 2023-01-20
event: {start: 2023-02-04, end: 2023-02-05, venue: "สนามกีฬากลางจังหวัดน่าน", province: น่าน}
source: {title: "ข่าวตัวอย่าง"}
verified: 2026-11-23
---
วันเล่นว่าวประดิษฐ์จัดที่สนามกีฬากลางจังหวัดน่าน มีเด็กมาร่วม 340 คน
"""

OFFICE = """---
kind: contact
title: "สำนักงานว่าววิทยาศาสตร์"
questions: ["เบอร์สำนักงานว่าววิทยาศาสตร์"]
contact: {phones: ["0 2000 1234"], address: "1 ถนนลม กรุงเทพฯ 10400"}
source: {title: "ข้อมูลตัวอย่าง"}
verified: 2026-11-23
---
สำนักงานว่าววิทยาศาสตร์ดูแลงานว่าวทั่วประเทศ
"""

BROKEN = "---\ntitle: [ยังไม่ปิด\n---\nเนื้อหา\n"


def write_knowledge(root: Path, *, broken: bool = False) -> Path:
    """A folder with an event and an office, and a bad file when asked for."""
    (root / "events").mkdir(parents=True)
    (root / "contacts").mkdir()
    (root / "events" / "kite-day-2566.md").write_text(KITE_DAY, "utf-8")
    (root / "contacts" / "kite-office.md").write_text(OFFICE, "utf-8")
    if broken:
        (root / "events" / "broken.md").write_text(BROKEN, "utf-8")
    return root


METRICS = "metrics-token"


def settings_of(editions: Editions, address: str = ADDRESS) -> Settings:
    """An admin, somebody on the staff, and no Telegram."""
    return Settings.load(
        _env_file=None,
        admin_ids=str(ADMIN),
        staff_ids=str(STAFF),
        web_public_url=address,
        knowledge_dir=editions.knowledge_dir,
        backup_dir=editions.knowledge_dir.parent,
    )


def make_console(database: Database, address: str = ADDRESS) -> Console:
    """The way into the console, for an admin and somebody on the staff."""
    texts = Texts.load()
    return Console(database, People(database, texts, {ADMIN}, {STAFF}), texts, address)


def invite(
    database: Database, user_id: int, at: datetime = AT, address: str = ADDRESS
) -> ConsoleLink:
    """A link into the console."""
    with UnitOfWork(database).committed(at) as work:
        return make_console(database, address).invite(work, user_id, at)


def make_cases(database: Database, editions: Editions) -> Cases:
    """Questions that citizens leave with the officers of a room."""
    review = Reviewing(database, editions, editions.taught_dir)
    post = TelegramCaseMessages(ROOM, _renderers(database, editions))
    return Cases(database, editions, review, post, room=ROOM, zone=ZONE)


def make_site(
    database: Database,
    folder: Path,
    clock: Callable[[], datetime] = lambda: AT,
    address: str = ADDRESS,
    cases: Cases | None = None,
) -> Starlette:
    """The site as the program would build it."""
    return site_of(database, make_editions(folder), clock, address, cases)


def make_editions(folder: Path) -> Editions:
    """The folder, served."""
    editions = Editions(folder, folder / "taught", Texts.load())
    editions.reload(AT)
    return editions


def site_of(
    database: Database,
    editions: Editions,
    clock: Callable[[], datetime] = lambda: AT,
    address: str = ADDRESS,
    cases: Cases | None = None,
) -> Starlette:
    """The site over knowledge that is served already."""
    settings = settings_of(editions, address)
    desk = make_desk(settings, database, editions, _renderers(database, editions))
    health = HealthPages(Health(database, editions, desk.mailbox), clock, METRICS)
    return create_web(replace(desk, cases=cases), editions.texts, clock, health)


def _renderers(database: Database, editions: Editions) -> Renderers:
    return Renderers(ChatMemory(database), Codec(editions.entry_of))
