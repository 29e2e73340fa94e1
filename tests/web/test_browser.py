"""The local page in a real browser, at the width of a phone and of a desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from bot.store.database import Database
from tests.support.releases import GOLDEN
from tests.web.chromium import NEEDED, SIZES, served
from tests.web.site import ADDRESS, STAFF, invite, make_site

pytestmark = NEEDED


@pytest.fixture
def address(sqlite_database: Database, folder: Path) -> Iterator[str]:
    with served(make_site(sqlite_database, folder)) as address:
        yield f"{address}/"


@pytest.fixture(params=sorted(SIZES))
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, height = SIZES[request.param]
    context = browser.new_context(
        viewport={"width": width, "height": height}, java_script_enabled=False
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(address)
    yield page
    context.close()
    assert [] == complaints


def test_a_conversation_works_without_script(page: Page) -> None:
    """Type, read the fact, follow up, rate: everything by plain forms."""
    page.fill("input[name=text]", "งานว่าวที่น่านจัดวันไหน")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=4-5 กุมภาพันธ์ 2566")
    page.fill("input[name=text]", "แล้วจัดที่ไหน")
    page.click("button.primary")
    page.wait_for_selector(".fact:has-text('สนามกีฬากลางจังหวัดน่าน')")
    page.click("button:has-text('ตอบตรง')")
    page.wait_for_selector("text=ขอบคุณที่บอกค่ะ")


def test_nothing_sticks_out_of_the_screen(page: Page) -> None:
    """The widest element fits, also with a very long word in an answer."""
    page.fill("input[name=text]", "ว่าว" * 60)
    page.keyboard.press("Enter")
    page.wait_for_selector(".mine")
    widest = max(
        box["x"] + box["width"]
        for element in page.query_selector_all("header, main, .chat li, .ask form, button, .card")
        if (box := element.bounding_box())
    )
    assert widest <= (page.viewport_size or {"width": 0})["width"]


def test_a_clerk_publishes_a_release_without_script(
    page: Page, address: str, sqlite_database: Database
) -> None:
    """Sign in, upload, correct beside the source, publish; nothing sticks out."""
    link = invite(sqlite_database, STAFF).address.removeprefix(f"{ADDRESS}/")
    page.goto(f"{address}{link}")
    page.click("main button")
    page.set_input_files("input[type=file]", GOLDEN / "open-day.txt")
    page.click("button.primary")
    page.wait_for_selector("pre:has-text('สถานีรับสัญญาณดาวเทียม')")
    page.fill("input[name='event.venue']", "ห้องควบคุมดาวเทียม")
    parts = "main, pre, .group, .field, input, textarea, select, button"
    boxes = [element.bounding_box() for element in page.query_selector_all(parts)]
    widest = max(box["x"] + box["width"] for box in boxes if box)
    assert widest <= (page.viewport_size or {"width": 0})["width"]
    page.click("button[value=publish]")
    page.wait_for_selector("text=เผยแพร่แล้ว ประชาชนจะเห็นดังนี้")
    page.goto(address)
    page.fill("input[name=text]", "เปิดบ้านสถานีดาวเทียมศรีราชาจัดที่ไหน")
    page.keyboard.press("Enter")
    page.wait_for_selector(".fact:has-text('ห้องควบคุมดาวเทียม')")
