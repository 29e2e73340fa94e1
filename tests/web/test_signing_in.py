"""The door of the console, tried with the right key and with every wrong one."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.store.database import Database
from tests.support.moments import AT, later
from tests.web.site import ADDRESS, ADMIN, NOBODY, STAFF, invite, make_site, write_knowledge
from tests.web.visits import SAME_SITE

VISIT = re.compile('name="visit" value="([0-9a-f]+)"')
FORM_KEY = re.compile('name="form_key" value="([0-9a-f]+)"')


class Site:
    """The site, and as many browsers as a test wants."""

    def __init__(self, database: Database, folder: Path, address: str) -> None:
        self.database = database
        self.address = address
        self.seconds = 0.0
        clock = lambda: later(self.seconds)  # noqa: E731
        self.app = make_site(database, write_knowledge(folder), clock, address)

    def browser(self) -> TestClient:
        """One that has never been here."""
        return TestClient(self.app, base_url=self.address, headers=SAME_SITE)

    def link(self, user_id: int = ADMIN) -> str:
        """The path of a new link."""
        at = later(self.seconds)
        link = invite(self.database, user_id, at, self.address)
        return link.address.removeprefix(self.address)


@pytest.fixture
def site(sqlite_database: Database, tmp_path: Path) -> Site:
    return Site(sqlite_database, tmp_path / "knowledge", ADDRESS)


@pytest.fixture
def browser(site: Site) -> Iterator[TestClient]:
    with site.browser() as browser:
        yield browser


def look_at(browser: TestClient, path: str) -> str:
    """Open a link; what its button sends."""
    (visit,) = VISIT.findall(browser.get(path).text)
    return str(visit)


def sign_in(browser: TestClient, path: str) -> str:
    """Open the link and press the button; the page that tells who one is."""
    visit = look_at(browser, path)
    page = browser.post(path, data={"visit": visit})
    assert page.status_code == 200
    return str(browser.get("/console/browsers").text)


def test_f37_the_link_opens_a_page_and_the_button_signs_in(site: Site, browser: TestClient) -> None:
    """The page shows the code of the chat; afterwards the console is open, the link is not."""
    link = invite(site.database, ADMIN, AT)
    path = link.address.removeprefix(ADDRESS)
    assert f">{link.code}<" in browser.get(path).text
    assert browser.get("/console").status_code == 401
    sign_in(browser, path)
    assert str(ADMIN) in browser.get("/console/browsers").text
    assert browser.get("/console").status_code == 200
    assert browser.get(path).status_code == 403


def test_f37_looking_at_a_link_uses_nothing_up(site: Site, browser: TestClient) -> None:
    """Whoever fetches previews, however often, harms nobody."""
    path = site.link()
    for _ in range(3):
        with site.browser() as preview:
            preview.get(path)
            preview.head(path)
    assert "ผู้ดูแล" in sign_in(browser, path)


def test_f37_the_button_belongs_to_the_page_it_stands_on(site: Site, browser: TestClient) -> None:
    """Without the page's cookie, or with that of another link, nobody is signed in."""
    path, other = site.link(), site.link()
    visit = look_at(browser, path)
    with site.browser() as stranger:
        assert stranger.post(path, data={"visit": visit}).status_code == 403
        assert stranger.post(path).status_code == 403
        stranger.get(other)
        assert stranger.post(path, data={"visit": visit}).status_code == 403
        assert stranger.get("/console").status_code == 401
    assert "ผู้ดูแล" in browser.post(path, data={"visit": visit}).text


def test_f37_only_people_with_a_role_come_in(site: Site) -> None:
    """A link for somebody without one opens nothing; staff are told who they are."""
    with site.browser() as browser:
        path = site.link(NOBODY)
        assert 403 == browser.post(path, data={"visit": look_at(browser, path)}).status_code
    with site.browser() as browser:
        assert "เจ้าหน้าที่" in sign_in(browser, site.link(STAFF))


def test_f37_too_many_bad_links_have_to_wait(site: Site, browser: TestClient) -> None:
    """Five from one address in a quarter of an hour, then even a good one waits."""
    for number in range(5):
        assert browser.get(f"/console/enter/{number:022}").status_code == 403
    path = site.link()
    assert 429 == browser.post(path, data={"visit": look_at(browser, path)}).status_code
    site.seconds = 901
    assert "ผู้ดูแล" in sign_in(browser, site.link())


def test_signing_in_gives_a_new_cookie_that_scripts_and_other_sites_cannot_use(
    site: Site, browser: TestClient
) -> None:
    """A planted cookie is not taken over; the flags are the strictest there are."""
    browser.cookies.set("console", "planted-by-somebody")
    path = site.link()
    form = {"visit": look_at(browser, path)}
    page = browser.post(path, data=form, follow_redirects=False)
    cookies = [one.lower() for one in page.headers.get_list("set-cookie")]
    (console,) = [one for one in cookies if one.startswith("console=")]
    assert "planted" not in console
    assert {"httponly", "samesite=strict", "path=/"} <= set(console.split("; "))
    assert "secure" not in console


def test_over_https_the_cookie_is_bound_to_the_host(
    sqlite_database: Database, tmp_path: Path
) -> None:
    """`__Host-` and Secure, and the browser is told never to come without encryption."""
    site = Site(sqlite_database, tmp_path / "knowledge", "https://bot.example.go.th")
    with site.browser() as browser:
        path = site.link()
        form = {"visit": look_at(browser, path)}
        page = browser.post(path, data=form, follow_redirects=False)
        assert "max-age" in page.headers["strict-transport-security"]
        cookies = page.headers.get_list("set-cookie")
        (console,) = [one for one in cookies if one.startswith("__Host-console=")]
        assert {"Secure", "HttpOnly"} <= set(console.split("; "))
        assert browser.get("/console").status_code == 200


@pytest.mark.parametrize("cookie", ["", "x", "a" * 43, "../../etc"])
def test_f37_a_forged_cookie_is_a_stranger(site: Site, browser: TestClient, cookie: str) -> None:
    """It reads nothing, and the page leads to the door."""
    browser.cookies.set("console", cookie)
    page = browser.get("/console")
    assert page.status_code == 401
    assert "/console" in page.text


@pytest.mark.parametrize(
    ("form", "headers"),
    [
        ({}, {}),
        ({"form_key": ""}, {}),
        ({"form_key": "0" * 32}, {}),
        ({"form_key": "ก"}, {}),
        (None, {"sec-fetch-site": "cross-site"}),
        (None, {"sec-fetch-site": "same-site"}),
        (None, {"sec-fetch-site": "", "origin": "https://evil.example"}),
    ],
)
def test_f38_a_forged_post_changes_nothing(
    site: Site, browser: TestClient, form: dict[str, str] | None, headers: dict[str, str]
) -> None:
    """Without this browser's own key, or from another site, one stays signed in."""
    (key,) = FORM_KEY.findall(sign_in(browser, site.link()))
    data = {"form_key": key} if form is None else form
    assert browser.post("/console/leave", data=data, headers=headers).status_code == 403
    assert browser.get("/console").status_code == 200


@pytest.mark.parametrize("everywhere", [False, True])
def test_leaving(site: Site, browser: TestClient, everywhere: bool) -> None:
    """Here only, or in every browser; what is left behind opens nothing."""
    (key,) = FORM_KEY.findall(sign_in(browser, site.link()))
    kept = browser.cookies["console"]
    with site.browser() as second:
        sign_in(second, site.link())
        browser.post(
            "/console/leave", data={"form_key": key, **({"everywhere": "1"} if everywhere else {})}
        )
        assert (401 if everywhere else 200) == second.get("/console").status_code
    browser.cookies.set("console", kept)
    assert browser.get("/console").status_code == 401


def test_idle_browsers_are_signed_out(site: Site, browser: TestClient) -> None:
    """After half an hour the door is shown again."""
    sign_in(browser, site.link())
    site.seconds = 1801
    assert browser.get("/console").status_code == 401
