"""No page shuts anybody out: each one there is, light and dark, on a phone and on a desk."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from benchmarks.console import fill, pages
from bot.store.database import Database
from tests.web.chromium import NEEDED, SIZES, launched, served
from tests.web.site import (
    ADDRESS,
    ADMIN,
    invite,
    make_cases,
    make_editions,
    site_of,
    write_knowledge,
)

pytestmark = NEEDED

OPENED = "document.querySelectorAll('details').forEach(one => one.open = true)"
AGAIN = "() => axe.run().then(found => found.violations)"  # once axe is on the page
VIEWS = (("phone", "light"), ("desk", "dark"))
CONTROLS = (
    "[...document.querySelectorAll('a[href], button, input, select, textarea, summary')]"
    ".filter(one => one.checkVisibility() && one.tabIndex >= 0 && one.type !== 'hidden')"
    ".map((one, at) => one.dataset.walked = at).length"
)
WATCHED = (  # which controls get the focus, which of them unseen; parts of a date mark themselves
    "window.reached = [], window.unseen = []; document.addEventListener('focusin', () => {"
    " const one = document.activeElement, style = getComputedStyle(one);"
    " window.reached.push(one.dataset.walked);"
    " if (style.outlineStyle === 'none' && style.boxShadow === 'none' && one.type !== 'date')"
    " window.unseen.push(one.dataset.walked) })"
)
PARTS = 8  # stops inside the two dates of the log


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Page, list[str]]]:
    """An admin's, with every address of the site; there is something to see on each."""
    home = tmp_path_factory.mktemp("home")
    database = Database(f"sqlite:///{home / 'bot.db'}")
    fill(database, 80)
    editions = make_editions(write_knowledge(home / "knowledge", broken=True))
    site = site_of(database, editions, cases=make_cases(database, editions))
    with served(site) as address, launched() as browser:
        page = browser.new_context(bypass_csp=True).new_page()
        page.goto(invite(database, ADMIN).address.replace(ADDRESS, address))
        page.click("main button")
        shown = [path for path in pages(site) if "?" not in path]
        yield page, [address + path for path in ("/", *shown, "/no-such-page")]
    database.close()


def test_no_page_shuts_anybody_out(page: tuple[Page, list[str]]) -> None:
    """axe-core finds nothing serious, and nothing has to be scrolled sideways to be read."""
    shown, addresses = page
    faults = []
    for address in addresses:
        shown.goto(address)
        shown.evaluate(OPENED)
        for number, (size, scheme) in enumerate(VIEWS):
            width, height = SIZES[size]
            shown.set_viewport_size({"width": width, "height": height})
            shown.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            run = shown.evaluate(AGAIN) if number else Axe().run(shown).response["violations"]
            for fault in run:
                if fault["impact"] in {"serious", "critical"}:
                    where = [node["target"] for node in fault["nodes"]]
                    faults.append(f"{address} {size} {scheme}: {fault['id']} {where}")
            if shown.evaluate("document.documentElement.scrollWidth") > width:
                faults.append(f"{address} {size}: wider than the screen")
    assert [] == faults
    assert len(addresses) >= 18


def test_every_page_can_be_walked_through_by_keyboard(page: tuple[Page, list[str]]) -> None:
    """Every link, field and button is reached by the tabulator, and seen when it is."""
    shown, addresses = page
    for address in addresses:
        shown.goto(address)
        wanted = min(shown.evaluate(CONTROLS), 40)
        shown.evaluate(WATCHED)
        for _ in range(wanted + PARTS):
            shown.keyboard.press("Tab")
        reached, unseen = shown.evaluate("[window.reached, window.unseen]")
        assert [] == unseen, address
        assert {str(one) for one in range(wanted)} <= set(reached), address
