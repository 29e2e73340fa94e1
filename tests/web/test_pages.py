"""The local page, asked over HTTP like a browser without script."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from starlette.testclient import TestClient

from bot.desk.editions import Editions, entry_key
from bot.store.database import Database
from bot.web.frame import dialled
from tests.web.site import ADDRESS, make_editions, make_site
from tests.web.visits import SAME_SITE, Visit

KEY = 'name="question" value="([^"]+)"'


@pytest.fixture
def client(sqlite_database: Database, editions: Editions) -> TestClient:
    return Visit(sqlite_database, editions).client


def ask(client: TestClient, text: str = "งานว่าวที่น่านจัดวันไหน") -> str:
    return unescape(client.post("/ask", data={"text": text}).text)


def within(page: str, pattern: str) -> str:
    """What the page has where the group of the pattern stands."""
    found = re.search(pattern, page)
    assert found
    return found[1]


def test_the_first_visit_greets_and_offers_a_line_to_type_in(client: TestClient) -> None:
    """Nobody stands before an empty page."""
    page = client.get("/")
    assert page.status_code == 200
    assert 'lang="th"' in page.text
    assert 'name="text"' in page.text


def test_a_question_is_answered_with_the_fact_and_the_buttons(client: TestClient) -> None:
    """The fact itself is on the page, with what was asked above it."""
    page = ask(client)
    assert "งานว่าวที่น่านจัดวันไหน" in page
    assert "4-5 กุมภาพันธ์ 2566" in page
    assert "ตอบตรง" in page


def test_a_follow_up_is_answered_from_the_entry_just_discussed(client: TestClient) -> None:
    """The conversation is kept between two requests."""
    ask(client)
    assert "สนามกีฬากลางจังหวัดน่าน" in ask(client, "แล้วจัดที่ไหน")


def test_a_phone_number_can_be_called(client: TestClient) -> None:
    """A contact card carries a link that dials."""
    page = ask(client, "เบอร์สำนักงานว่าววิทยาศาสตร์")
    assert "tel:020001234" in page


def test_f38_what_a_citizen_types_is_text_and_never_markup(client: TestClient) -> None:
    """No script of a visitor runs on the page."""
    page = client.post("/ask", data={"text": "<script>alert(1)</script> ว่าว"}).text
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_two_visitors_do_not_see_each_other(client: TestClient) -> None:
    """The cookie separates conversations."""
    ask(client)
    client.cookies.clear()
    assert "งานว่าวที่น่านจัดวันไหน" not in client.get("/").text


@pytest.mark.parametrize("act", ["nonsense:1", "pick:no-such-entry", "show:", "", "pick:../x"])
def test_f36_a_forged_button_does_no_harm(client: TestClient, act: str) -> None:
    """An unknown action or argument leaves a page that works."""
    assert client.post("/act", data={"act": act}).status_code == 200


def test_rating_is_taken_once(client: TestClient) -> None:
    """A liked answer is acknowledged and cannot be judged again."""
    page = ask(client)
    key = within(page, KEY)
    judged = client.post("/feedback", data={"question": key, "good": "1"}).text
    assert "ขอบคุณที่บอกค่ะ" in judged
    assert 'name="question"' not in judged


@pytest.mark.parametrize(
    "headers",
    [{"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "", "origin": "https://evil.example"}],
)
def test_f38_another_site_cannot_post(client: TestClient, headers: dict[str, str]) -> None:
    """Forms of other sites are refused."""
    assert client.post("/ask", data={"text": "ว่าว"}, headers=headers).status_code == 403


def test_an_oversized_body_is_refused(client: TestClient) -> None:
    """Nobody fills the memory through a form."""
    assert client.post("/ask", data={"text": "ก" * 30_000}).status_code == 413


def test_f38_every_page_forbids_script_and_foreign_content(client: TestClient) -> None:
    """The policy is strict on every answer, errors and files included."""
    for path in ("/", "/console", "/nothing-here", "/static/style.css", "/livez"):
        policy = client.get(path).headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "script-src" not in policy


def test_an_unknown_address_says_so_in_thai(client: TestClient) -> None:
    """An error page is a page."""
    page = client.get("/nothing-here")
    assert page.status_code == 404
    assert "ไม่พบหน้านี้" in page.text


def test_health(client: TestClient) -> None:
    """Live while it answers, ready while there is something to answer from."""
    assert client.get("/livez").text == "ok"
    ready = client.get("/readyz").json()
    assert ready.pop("thresholds")["tried"] > 0
    assert ready == {"ready": True, "edition": 1, "entries": 2, "faults": {}}


@pytest.mark.parametrize(
    ("printed", "dials"),
    [("0 2333 3700", "023333700"), ("0 2333 3700 ต่อ 3728", "023333700"), ("1313", "1313")],
)
def test_a_printed_number_dials_without_its_extension(printed: str, dials: str) -> None:
    """A telephone cannot dial "ต่อ"."""
    assert dials == dialled(printed)


def test_an_office_and_an_event_can_be_kept(client: TestClient) -> None:
    """The button is a download: a contact card here, a calendar file for an event."""
    page = ask(client, "เบอร์สำนักงานว่าววิทยาศาสตร์")
    address = within(page, r'href="(/save\?[^"]+as=vcf)"')
    card = client.get(address)
    event = client.get(address.replace(entry_key("kite-office"), entry_key("kite-day-2566")))
    calendar = client.get(f"/save?entry={entry_key('kite-day-2566')}&as=ics")
    assert "TEL;TYPE=WORK,VOICE,PREF:+6620001234" in card.text
    assert "attachment" in card.headers["content-disposition"]
    assert 404 == event.status_code
    assert calendar.text.startswith("BEGIN:VCALENDAR")


@pytest.mark.parametrize(
    "address",
    [
        "/save",
        "/save?entry=ZZZZZZZZZZZZZ&as=ics",
        "/attached",
        "/attached?name=events/kite-day-2566.md",
        "/attached?name=../secret",
    ],
)
def test_only_what_is_served_can_be_fetched(client: TestClient, address: str) -> None:
    """No entry file, nothing outside the folder, nothing invented."""
    assert 404 == client.get(address).status_code


def attach(folder: Path, field: str, name: str, content: bytes) -> None:
    """Let the event of the folder name a file."""
    entry = folder / "events" / "kite-day-2566.md"
    told = entry.read_text("utf-8").replace("verified:", f"{field}: [{field}/{name}]\nverified:")
    entry.write_text(told, "utf-8")
    (folder / field).mkdir()
    (folder / field / name).write_bytes(content)


def test_a_picture_of_ours_is_shown(sqlite_database: Database, folder: Path) -> None:
    """A file that an entry names comes from the knowledge folder."""
    attach(folder, "photos", "kite.png", b"\x89PNG picture")
    client = Visit(sqlite_database, make_editions(folder)).client
    button = within(ask(client), r'value="(photos:[^"]+)"')
    shown = unescape(client.post("/act", data={"act": button}).text)
    assert 'src="/attached?name=photos/kite.png"' in shown
    assert b"\x89PNG picture" == client.get("/attached?name=photos/kite.png").content


def test_a_document_keeps_its_thai_name(sqlite_database: Database, folder: Path) -> None:
    """Of a name in Thai letters nothing but its ending was left."""
    attach(folder, "files", "ใบสมัคร.pdf", b"%PDF")
    client = Visit(sqlite_database, make_editions(folder)).client
    answer = client.get("/attached?name=files/ใบสมัคร.pdf")
    name = answer.headers["content-disposition"].partition("filename*=UTF-8''")[2]
    assert "ใบสมัคร.pdf" == unquote(name)


@pytest.mark.parametrize("secure", [False, True])
def test_f38_who_reads_along_gets_no_cookie(
    sqlite_database: Database, folder: Path, secure: bool
) -> None:
    """The cookie that proves whose data it is keeps to https where the site has it."""
    address = "https://bot.example" if secure else ADDRESS
    site = make_site(sqlite_database, folder, address=address)
    answer = TestClient(site, base_url=address, headers=SAME_SITE).get("/")
    assert ("Secure" in answer.headers["set-cookie"]) is secure


def test_a_bad_rating_is_asked_why(client: TestClient) -> None:
    """What is wrong is a button too, and thanked for."""
    page = ask(client)
    key = within(page, KEY)
    asked = client.post("/feedback", data={"question": key, "good": "0"}).text
    assert "ตอบไม่ครบ" in asked
    thanked = client.post("/feedback", data={"question": key, "fault": "incomplete"}).text
    assert "ขอบคุณที่บอกค่ะ" in thanked
    assert "ตอบไม่ครบ" not in thanked
