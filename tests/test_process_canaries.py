"""Numbers that must not be kept, and the token, stand nowhere after a day's work."""

import io
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.store.database import Database
from bot.store.files import backup
from tests.desk.masking_corpus import written
from tests.support.fake_bot_api import TOKEN, FakeBotApi
from tests.support.running_bot import ADMIN, RunningBot
from tests.support.telegram_people import Person
from tests.web.site import ADDRESS, invite, make_site
from tests.web.site import ADMIN as CONSOLE_ADMIN
from tests.web.test_signing_in import FORM_KEY, sign_in
from tests.web.visits import SAME_SITE

pytestmark = pytest.mark.process

SAID = [one for one in written() if one.personal][::6]
LINK = re.compile('(?:href|action)="(/console[^"#]*)"')
DIGITS = re.compile(r"\D")


def canaries() -> set[bytes]:
    """Every personal stretch as it was typed, and its bare digits; and the token's secret half."""
    typed = {part.strip() for one in SAID for part in one.personal}
    bare = {DIGITS.sub("", part) for part in typed}
    long = {part for part in bare if len(part) >= 9 and part.isascii()}
    return {part.encode() for part in typed | long} | {TOKEN.partition(":")[2].encode()}


def hits(text: bytes) -> set[bytes]:
    """The canaries that stand in it."""
    return {canary for canary in canaries() if canary in text}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a bot that was told personal numbers, taught, backed up and stopped."""
    folder = tmp_path_factory.mktemp("home")
    with FakeBotApi() as api, RunningBot(api, folder) as bot:
        Person(api, ADMIN, "แอดมิน").says("/start")
        for number, sample in enumerate(SAID):
            citizen = Person(api, 5000 + number)
            citizen.says(sample.text)
            reply = citizen.hear()
            if any("แจ้งฉัน" in button["text"] for button in reply.buttons):
                citizen.presses(reply, "แจ้งฉัน")
        admin = Person(api, ADMIN, "แอดมิน")
        admin.read = len(admin.seen())
        admin.says("/review")
        admin.hear()
        (folder / "var" / "backups").mkdir(parents=True, exist_ok=True)
        backup(bot.database, folder / "var" / "backups" / "bot.db")
        assert 0 == bot.stop()
        assert [] == api.violations
    return folder


def test_no_file_holds_a_canary(home: Path) -> None:
    """The database, its backup, the log, the lessons: every file the bot left."""
    files = [path for path in home.rglob("*") if path.is_file()]
    assert {"bot.db", "bot.log"} <= {path.name for path in files}
    assert {} == {path.name: found for path in files if (found := hits(path.read_bytes()))}
    with closing(sqlite3.connect(home / "bot.db")) as database:
        (kept,) = database.execute("SELECT count(*) FROM question WHERE text LIKE '%[%'").fetchone()
    assert kept >= len(SAID) // 2  # they did arrive


def test_no_page_or_export_holds_a_canary(home: Path) -> None:
    """An admin opens every page of the console that a page leads to."""
    database = Database(f"sqlite:///{home / 'bot.db'}")
    try:
        browser = TestClient(
            make_site(database, home / "knowledge"), base_url=ADDRESS, headers=SAME_SITE
        )
        sign_in(browser, invite(database, CONSOLE_ADMIN).address.removeprefix(ADDRESS))
        pages = dict(crawl(browser)) | dict(exports(browser))
    finally:
        database.close()
    assert {"/console/figures", "export.csv", "export.xlsx"} <= set(pages)
    assert {} == {path: found for path, text in pages.items() if (found := hits(text))}


def exports(browser: TestClient) -> Iterator[tuple[str, bytes]]:
    """Both files of the log, with the words of every citizen in them; the second unpacked."""
    page = browser.get("/console/questions").text
    (key,) = set(FORM_KEY.findall(page))
    for form in ("csv", "xlsx"):
        answer = browser.post("/console/questions/export", data={"form_key": key, "format": form})
        assert 200 == answer.status_code
        content = answer.content
        if form == "xlsx":
            with zipfile.ZipFile(io.BytesIO(content)) as parts:
                content = b"".join(parts.read(name) for name in parts.namelist())
        assert b"[" in content  # masked words are in it
        yield f"export.{form}", content


def crawl(browser: TestClient) -> Iterator[tuple[str, bytes]]:
    """Every address that can be read, found from the front door."""
    waiting, seen = ["/", "/console"], {"/", "/console"}
    while waiting and len(seen) < 200:
        path = waiting.pop()
        answer = browser.get(path)
        if answer.status_code == 200:
            yield path, answer.content
        found = {one.replace("&amp;", "&") for one in LINK.findall(answer.text)} - seen
        seen |= found
        waiting += sorted(found)
