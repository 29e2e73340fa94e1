"""The console in a real browser: usable by keyboard, without script, by everybody."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from bot.store.database import Database
from tests.web.chromium import NEEDED, SIZES, launched, served
from tests.web.site import ADDRESS, ADMIN, invite, make_editions, site_of, write_knowledge
from tests.web.visits import ask

pytestmark = NEEDED

UNKNOWN = "เช่าเรือดำน้ำของกระทรวงวันละกี่บาท"
PAGES = (
    "/console/queue",
    "/console/queue/1",
    "/console/questions",
    "/console/questions/{key}",
    "/console/knowledge",
    "/console/knowledge/kite-office",
    "/console/people",
    "/console/audit",
    "/console/settings",
    "/console/browsers",
)


class Console:
    """A served console with one unanswered question in two wordings, and its key."""

    def __init__(self, database: Database, address: str, key: str) -> None:
        self.database = database
        self.address = address
        self.key = key

    def enter(self, page: Page) -> None:
        """Sign in by link, with the keyboard alone."""
        link = invite(self.database, ADMIN).address.replace(ADDRESS, self.address)
        page.goto(link)
        press_until(page, "button.primary")
        page.keyboard.press("Enter")
        page.wait_for_url("**/console/queue")


def press_until(page: Page, selector: str) -> None:
    """Tab to an element, as somebody without a mouse does."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.locator(f"{selector}:focus").count():
            return
    raise AssertionError(f"the keyboard never reaches {selector}")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture
def console(sqlite_database: Database, tmp_path: Path) -> Iterator[Console]:
    editions = make_editions(write_knowledge(tmp_path / "knowledge", broken=True))
    key = ask(sqlite_database, editions, UNKNOWN)
    ask(sqlite_database, editions, "เรือดำน้ำกระทรวงเช่าวันละเท่าไหร่คะ", chat_id=8)
    with served(site_of(sqlite_database, editions)) as address:
        yield Console(sqlite_database, address, key)


def test_the_keyboard_is_enough_to_teach(browser: Browser, console: Console) -> None:
    """From the link to the lesson without a mouse and without script."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    console.enter(page)
    press_until(page, "a.what")
    page.keyboard.press("Enter")
    page.wait_for_selector("#answer")
    press_until(page, "#answer")
    page.keyboard.type("กระทรวงไม่มีเรือดำน้ำให้เช่าค่ะ")
    press_until(page, "button.primary")
    page.keyboard.press("Enter")
    page.wait_for_selector(".bot:has-text('กระทรวงไม่มีเรือดำน้ำ')")
    press_until(page, "button[value=teach]")
    page.keyboard.press("Enter")
    page.wait_for_selector("[role=status]:has-text('สอนแล้ว')")
    context.close()


@pytest.mark.parametrize(("size", "scheme"), [("phone", "light"), ("desk", "dark")])
def test_no_page_shuts_anybody_out_or_sticks_out_of_the_screen(
    browser: Browser, console: Console, size: str, scheme: str
) -> None:
    """axe-core finds no serious fault, and nothing has to be scrolled sideways to be read."""
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
    )
    page = context.new_page()
    console.enter(page)
    faults: list[str] = []
    for path in PAGES:
        page.goto(console.address + path.format(key=console.key))
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        for fault in Axe().run(page).response["violations"]:
            if fault["impact"] in {"serious", "critical"}:
                where = [node["target"] for node in fault["nodes"]]
                faults.append(f"{path}: {fault['id']} {where}")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            faults.append(f"{path}: wider than the screen")
    context.close()
    assert [] == faults
