"""The console in a real browser: usable by keyboard, without script, by everybody."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from bot.desk.editions import Editions
from bot.store.database import Database
from bot.store.tables import Outbox
from tests.support.citizens import visitor
from tests.support.databases import rows_of
from tests.support.moments import AT
from tests.support.releases import RELEASE
from tests.web.chromium import NEEDED, served
from tests.web.site import ADDRESS, ADMIN, invite, make_cases, site_of
from tests.web.visits import ask

pytestmark = NEEDED

UNKNOWN = "เช่าเรือดำน้ำของกระทรวงวันละกี่บาท"


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


@pytest.fixture
def console(sqlite_database: Database, editions: Editions) -> Iterator[Console]:
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


def test_a_lesson_from_its_refusal_to_its_undoing(browser: Browser, console: Console) -> None:
    """Two admins at one item: refused with the culprit named, taught, told, undone; split, merged,
    dismissed with a reason and an end."""
    context = browser.new_context(java_script_enabled=False)
    page, late = context.new_page(), context.new_page()
    console.enter(page)
    item = f"{console.address}/console/queue/1"

    def written(answer: str) -> None:
        page.goto(item)
        page.fill("#answer", answer)
        page.click("form:has(#answer) button")

    written("ต่ออายุใบขับขี่ต้องใช้เอกสาร บัตรประชาชน ที่กระทรวงค่ะ")
    assert "นอกขอบเขต “ต่ออายุใบขับขี่ต้องใช้เอกสารอะไร”" in page.inner_text("main")
    late.goto(item)
    written("กระทรวงไม่มีเรือดำน้ำให้เช่าค่ะ")
    page.click("button[value=teach]")
    page.wait_for_selector("[role=status]:has-text('สอนแล้ว')")
    assert {7, 8} == {row.chat_id for row in rows_of(console.database, Outbox)}
    late.fill("#answer", "เช่าได้วันละร้อยบาทค่ะ")
    late.click("form:has(#answer) button")
    assert "จัดการไปแล้ว" in late.inner_text("main")
    page.click("form:has([value=undo]) button")
    page.wait_for_selector("#answer")

    page.check("input[name=text] >> nth=0")
    page.click("form:has([value=split]) button")
    page.wait_for_url("**/console/queue/2")
    page.click("summary")
    page.click("form:has(#target) button")
    page.wait_for_url("**/console/queue/1")
    page.click("summary")
    page.fill("#note", "เป็นเรื่องของกองทัพ")
    page.fill("#days", "30")
    page.click("form:has(#note) button")
    shown = page.inner_text("[role=status]")
    assert ("เป็นเรื่องของกองทัพ" in shown, "23 ธันวาคม 2569" in shown) == (True, True)
    page.goto(f"{console.address}/console/queue")
    assert UNKNOWN not in page.inner_text("main")
    context.close()


def test_enter_in_a_field_saves_a_draft_and_never_publishes(
    browser: Browser, console: Console
) -> None:
    """A question is tried on what was typed; to publish is a deed of its own."""
    page = browser.new_page()
    console.enter(page)
    page.goto(f"{console.address}/staff/drafts")
    page.fill("#text", RELEASE)
    page.click("main button.primary")
    cost = page.locator('[name="event.cost"]')
    cost.fill("100 บาท")
    with page.expect_navigation():
        cost.press("Enter")
    assert page.locator("button[value=publish]").is_visible()
    page.goto(page.url.removesuffix("/try#try"))
    assert "100 บาท" == cost.input_value()
    page.fill("[name=question]", "เปิดบ้านสถานีดาวเทียมศรีราชาจัดที่ไหน")
    cost.fill("ฟรี")
    page.press("[name=question]", "Enter")
    assert "พาไปถึงเรื่องนี้" in page.inner_text("[role=status]")
    assert "ฟรี" == cost.input_value()


def test_what_an_officer_answered_stands_in_a_bubble_of_its_height(
    browser: Browser, sqlite_database: Database, editions: Editions
) -> None:
    """Blanks between the lines of the template are none of the answer."""
    cases = make_cases(sqlite_database, editions)
    key = ask(sqlite_database, editions, UNKNOWN)
    assert cases.leave(visitor(7), key, AT)
    with served(site_of(sqlite_database, editions, cases=cases)) as address:
        page = browser.new_page()
        Console(sqlite_database, address, key).enter(page)
        page.goto(f"{address}/console/cases/1")
        page.fill("#text", "เช่าไม่ได้ค่ะ")
        page.click("button.primary")
        bubble = page.wait_for_selector(".mine")
        assert bubble
        box = bubble.bounding_box()
        assert box
        assert box["height"] < 120


def test_a_thai_name_of_a_file_is_drawn_in_a_font_that_has_it(
    browser: Browser, console: Console
) -> None:
    """The machine's own fonts may know no Thai."""
    page = browser.new_page()
    console.enter(page)
    page.goto(f"{console.address}/staff/entries?words=พิพิธภัณฑ์")
    page.eval_on_selector(".where", "one => one.textContent = 'ข่าว-กล้วยไม้'")
    page.evaluate("document.fonts.ready")
    tools = page.context.new_cdp_session(page)
    tools.send("DOM.enable")
    tools.send("CSS.enable")
    root = tools.send("DOM.getDocument")["root"]["nodeId"]
    node = tools.send("DOM.querySelector", {"nodeId": root, "selector": ".where"})["nodeId"]
    fonts = tools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    assert "Sarabun" in {one["familyName"] for one in fonts}
