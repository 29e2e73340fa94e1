"""Whoever asked on the page sees what is kept of it and has it forgotten, without Telegram."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.desk.editions import Editions
from bot.desk.privacy import JOURNAL, Privacy
from bot.store.database import Database
from bot.store.tables import Chat, Feedback, Question
from bot.web.guests import COOKIE
from tests.support.databases import rows_of
from tests.web.site import ADDRESS, ADMIN, site_of
from tests.web.visits import SAME_SITE, Visit

ASKED = "งานว่าวที่น่านจัดวันไหน"
UNKNOWN = "เช่าบอลลูนของกระทรวงวันละกี่บาท"


@pytest.fixture
def guests(sqlite_database: Database, editions: Editions) -> tuple[TestClient, TestClient]:
    """Two browsers at the same site."""
    site = site_of(sqlite_database, editions)
    one, other = (TestClient(site, base_url=ADDRESS, headers=SAME_SITE) for _ in range(2))
    return one, other


def copy_of(guest: TestClient) -> str:
    answer = guest.post("/mine/copy")
    assert "attachment" in answer.headers["content-disposition"]
    return answer.content.decode("utf-8-sig")


def test_a_guest_reads_what_is_kept_and_nobody_elses(guests: tuple[TestClient, TestClient]) -> None:
    """The copy holds the questions of this cookie, masked, and names no Telegram."""
    one, other = guests
    one.cookies.set(COOKIE, "a" * 22)  # its number holds no digits that are looked for
    one.post("/ask", data={"text": f"{ASKED} โทรกลับ 081-234-5678"})
    other.post("/ask", data={"text": UNKNOWN})
    told = copy_of(one)
    assert (True, True) == (ASKED in told, "[เบอร์โทรศัพท์]" in told)
    assert [] == [word for word in ("081", UNKNOWN, "Telegram") if word in told]
    assert "/mine" in one.get("/").text


@pytest.mark.parametrize("typed", ["/mydata", "/forgetme", " /forgetme "])
def test_what_is_typed_in_telegram_leads_to_the_page(
    guests: tuple[TestClient, TestClient], typed: str
) -> None:
    """It is not taken for a question."""
    answer = guests[0].post("/ask", data={"text": typed})
    assert ("/mine", 200) == (answer.url.path, answer.status_code)
    assert "คำถามที่ถาม 0 ข้อ" in copy_of(guests[0])


def test_forgetting_reaches_everything_and_outlives_a_restore(
    sqlite_database: Database,
    editions: Editions,
    guests: tuple[TestClient, TestClient],
    tmp_path: Path,
) -> None:
    """Questions, votes, memory, queue, log, export, cookie; and again after a restore."""
    one, other = guests
    one.post("/ask", data={"text": ASKED})
    page = one.post("/ask", data={"text": UNKNOWN}).text
    key = page.rpartition('name="question" value="')[2].partition('"')[0]
    one.post("/feedback", data={"question": key, "good": "0"})
    other.post("/ask", data={"text": ASKED})
    admin = Visit(sqlite_database, editions, ADMIN)
    assert UNKNOWN in admin.reads("/console/queue")

    backup = tmp_path / "backup.db"
    sqlite_database.backup(backup)
    assert 409 == one.post("/mine/forget").status_code
    assert UNKNOWN in admin.reads("/console/queue")
    answer = one.post("/mine/forget", data={"sure": "1"})
    assert (200, None) == (answer.status_code, one.cookies.get("guest"))
    export = {"form_key": admin.field("/console/questions", "form_key"), "format": "csv"}
    shown = [admin.reads(path) for path in ("/console/queue", "/console/questions", "/")]
    shown.append(admin.client.post("/console/questions/export", data=export).text)
    assert [] == [text for text in shown if UNKNOWN in text]
    rows = rows_of(sqlite_database, Question)
    assert ["gone", "gone", "web"] == [row.channel for row in rows]
    assert [] == [row for row in rows_of(sqlite_database, Feedback) if row.user_id > 0]
    assert [] == [row for row in rows_of(sqlite_database, Chat) if "บอลลูน" in row.conversation]
    assert "งานว่าว" not in one.get("/").text
    assert ASKED in copy_of(other)

    old = Database(f"sqlite:///{backup}")
    assert 1 == Privacy(old, editions.knowledge_dir.parent / JOURNAL).replay()
    assert [ASKED] == [row.text for row in rows_of(old, Question) if row.text]
    old.close()


def test_a_site_elsewhere_cannot_make_anybody_be_forgotten(
    guests: tuple[TestClient, TestClient],
) -> None:
    """The form counts only from the page itself."""
    one, _ = guests
    one.post("/ask", data={"text": ASKED})
    for path in ("/mine/forget", "/mine/copy"):
        sent = one.post(path, data={"sure": "1"}, headers={"sec-fetch-site": "cross-site"})
        assert 403 == sent.status_code
    assert ASKED in copy_of(one)
