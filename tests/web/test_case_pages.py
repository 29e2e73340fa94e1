"""Officers answer from the console what citizens left with them."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.desk.conversation.asking import Asking
from bot.store.database import Database
from bot.store.tables import Audit, Outbox
from tests.support.citizens import ask, visitor
from tests.support.databases import read, rows_of
from tests.support.moments import AT
from tests.web.site import ADMIN, STAFF, make_cases, make_editions, write_knowledge
from tests.web.test_signing_in import FORM_KEY
from tests.web.visits import Visit

QUESTION = "ว่าวของจังหวัดน่านยืมกลับบ้านได้ไหม"
ORIGIN = re.compile('name="origin" value="([0-9a-f]+)"')


@pytest.fixture
def browser(sqlite_database: Database, tmp_path: Path) -> TestClient:
    """A staff member's, with one case waiting."""
    editions = make_editions(write_knowledge(tmp_path / "knowledge"))
    cases = make_cases(sqlite_database, editions)
    asked = ask(sqlite_database, Asking(sqlite_database, editions), QUESTION)
    assert cases.leave(visitor(5), asked.question_key, AT)
    return Visit(sqlite_database, editions, STAFF, cases).client


def test_an_officer_answers_once_teaches_and_closes(
    browser: TestClient, sqlite_database: Database
) -> None:
    """The same form sent twice answers once; the look at the case is noted."""
    assert QUESTION in browser.get("/console/cases").text
    page = browser.get("/console/cases/1").text
    assert "ให้บอตจำ" not in page
    form = {"form_key": FORM_KEY.findall(page)[0], "origin": ORIGIN.findall(page)[0]}
    for _ in range(2):
        page = browser.post("/console/cases/1", data=form | {"text": "ยืมไม่ได้ค่ะ"}).text
    assert 1 == page.count("<p>ยืมไม่ได้ค่ะ</p>")
    for step, shown in (("teach", "ยืมไม่ได้"), ("close", "ปิดเรื่องแล้ว")):
        assert shown in browser.post("/console/cases/1", data=form | {"step": step}).text
    assert "ไม่มีคำถามที่รอ" in browser.get("/console/cases").text
    told = [row for row in rows_of(sqlite_database, Outbox) if row.chat_id == 5]
    looks = [row for row in rows_of(sqlite_database, Audit) if row.what == "case.read"]
    assert 1 == sum("ยืมไม่ได้" in read(row.payload) for row in told)
    assert {STAFF} == {row.who for row in looks}


def test_a_case_that_is_not_there_is_told(browser: TestClient) -> None:
    """An address from yesterday leads to words, not to an error."""
    page = browser.get("/console/cases/99")
    assert (409, True) == (page.status_code, "ไม่พบเรื่องนี้แล้ว" in page.text)


def test_cases_stand_in_the_navigation_only_where_there_is_a_staff_room(
    browser: TestClient, sqlite_database: Database, tmp_path: Path
) -> None:
    """Without one no question can be left; who knows the address reads how to get a room."""
    assert 'href="/console/cases"' in browser.get("/console/figures").text
    other = Visit(sqlite_database, make_editions(tmp_path / "knowledge"), STAFF)
    page = other.reads("/console/figures")
    assert ("/console/knowledge" in page, "/console/cases" in page) == (True, False)
    assert "STAFF_ROOM_ID" in other.reads("/console/cases")


def test_the_log_shows_what_was_written_for_an_officer(
    browser: TestClient, sqlite_database: Database, tmp_path: Path
) -> None:
    """A question that the bot was never asked, among the others and by itself."""
    editions = make_editions(tmp_path / "knowledge")
    cases = make_cases(sqlite_database, editions)
    cases.write(visitor(6), 1, "ขอคำปรึกษาเรื่องว่าว", AT)
    page = Visit(sqlite_database, editions, ADMIN).reads("/console/questions?outcome=officer")
    assert ("ขอคำปรึกษาเรื่องว่าว" in page, QUESTION in page) == (True, False)
    assert "ฝากถึงเจ้าหน้าที่" in page
