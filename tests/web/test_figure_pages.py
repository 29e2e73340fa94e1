"""The figures in the console: for staff, under the strict policy, the same in words."""

from datetime import timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.store.database import Database
from bot.store.tables import Audit, Question, Review
from tests.support.databases import rows_of
from tests.support.moments import AT
from tests.web.site import ADMIN, STAFF, make_editions, write_knowledge
from tests.web.visits import Visit


def signed_in(database: Database, folder: Path, user_id: int) -> TestClient:
    """The browser of somebody who came in."""
    return Visit(database, make_editions(folder), user_id).client


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_knowledge(tmp_path / "knowledge")


@pytest.fixture
def browser(sqlite_database: Database, folder: Path) -> TestClient:
    """A staff member's."""
    return signed_in(sqlite_database, folder, STAFF)


def test_an_empty_house_says_so(browser: TestClient) -> None:
    """Nothing asked, nothing judged: words instead of empty charts."""
    page = browser.get("/console/figures").text
    assert "ช่วงนี้ยังไม่มีคำถาม" in page
    assert "<svg" not in page


def test_charts_and_numbers_need_no_style_of_their_own(
    browser: TestClient, sqlite_database: Database
) -> None:
    """Charts by day, hour and province, without anything a strict policy refuses."""
    with sqlite_database.write() as session:
        session.add_all(
            Question(key=f"k{at}", channel="web", chat_id=at, message_id=1, text="x",
                     outcome="answer" if at else "no_answer",
                     entry="kite-day-2566" if at else None, asked_at=AT - timedelta(days=at))
            for at in range(4)
        )  # fmt: skip
    page = browser.get("/console/figures?days=7").text
    for shown in ("75 %", "น่าน", "วันเล่นว่าวประดิษฐ์"):
        assert shown in page
    assert 3 <= page.count("<svg")
    assert "style=" not in page
    assert "<script" not in page


def test_what_citizens_wrote_is_for_admins_and_the_look_is_noted(
    browser: TestClient, sqlite_database: Database, folder: Path
) -> None:
    """Staff see how many wait; admins see the words, which cannot become markup."""
    with sqlite_database.write() as session:
        session.add(
            Review(
                cluster="x",
                sample="<b>ว่าว</b>",
                reason="no_answer",
                count=3,
                first_at=AT,
                last_at=AT,
            )
        )
    admin = signed_in(sqlite_database, folder, ADMIN)
    shown = "&lt;b&gt;ว่าว"
    pages = [one.get("/console/figures").text for one in (browser, admin)]
    assert [False, True] == [shown in page for page in pages]
    looks = [row for row in rows_of(sqlite_database, Audit) if row.what.startswith("figures")]
    assert [ADMIN] == [row.who for row in looks]


@pytest.mark.parametrize("days", ["", "8", "-1", "๗", "x" * 500])
def test_any_other_span_is_thirty_days(browser: TestClient, days: str) -> None:
    """An address made by hand gets the usual page."""
    page = browser.get("/console/figures", params={"days": days})
    assert (200, True) == (page.status_code, '?days=30" aria-current' in page.text)


def test_nobody_else_sees_it(sqlite_database: Database, folder: Path) -> None:
    """Without signing in there is only the way in."""
    nobody = Visit(sqlite_database, make_editions(folder)).client
    assert 401 == nobody.get("/console/figures").status_code
