"""The console over HTTP: who may what, teaching with a preview, the log, exports, the switch."""

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from starlette.routing import Route

from bot.desk.editions import Editions
from bot.desk.staff.people import TERMINAL
from bot.store.database import Database
from bot.store.drafts import Draft
from bot.store.people import Appointment, BrowserSession
from bot.store.tables import Audit, Lesson, Outbox, Review
from tests.support.databases import rows_of
from tests.support.moments import AT, later
from tests.web.site import ADMIN, site_of
from tests.web.visits import Visit, ask

UNKNOWN = "เช่าเรือดำน้ำของกระทรวงวันละกี่บาท"
ANSWER = "กระทรวงไม่มีเรือดำน้ำให้เช่าค่ะ"
STAFF_MAY = {
    "/console",
    "/console/browsers",
    "/console/cases",
    "/console/cases/{case:number}",
    "/console/figures",
    "/console/knowledge",
    "/console/knowledge/{entry}",
}
PUBLIC = {"/console/enter/{token}"}


@pytest.fixture(autouse=True)
def key(sqlite_database: Database, editions: Editions) -> str:
    """The key of a question nobody could answer, that somebody waits for."""
    return ask(sqlite_database, editions, UNKNOWN)


def test_every_page_and_every_action_asks_for_the_role(
    sqlite_database: Database, editions: Editions, staff: Visit, admin: Visit, key: str
) -> None:
    """All addresses of the console by all roles; whoever may not gets nothing and does nothing."""
    people = {"nobody": Visit(sqlite_database, editions), "staff": staff, "admin": admin}
    keys = dict.fromkeys(people, "") | {
        name: people[name].field("/console/browsers", "form_key") for name in ("staff", "admin")
    }
    routes = [
        (route.path, method)
        for route in site_of(sqlite_database, editions).routes
        if isinstance(route, Route) and route.path.startswith(("/console", "/staff"))
        for method in sorted((route.methods or set()) - {"HEAD"})
        if route.path not in PUBLIC and route.path != "/console/leave"
    ]
    assert len(routes) >= 23
    wrong = []
    for path, method in routes:
        url = path.replace("{key}", key).replace("{entry}", "kite-office")
        url = re.sub(r"\{\w+:number\}", "1", url)
        staff_may = path in STAFF_MAY or path.startswith("/staff")
        for name, visit in people.items():
            answer = visit.client.request(method, url, data={"form_key": keys[name]})
            allowed = name == "admin" or (name == "staff" and staff_may)
            denied = answer.status_code in {401, 403}
            if denied == allowed or (denied and UNKNOWN in answer.text):
                wrong.append((method, path, name, answer.status_code))
    assert [] == wrong


def test_f38_every_post_needs_the_key_of_its_browser(
    sqlite_database: Database, editions: Editions, admin: Visit
) -> None:
    """All addresses that change something, with no key, another's key, and from another site."""
    other = Visit(sqlite_database, editions, ADMIN).field("/console/browsers", "form_key")
    own = admin.field("/console/browsers", "form_key")
    paths = [
        re.sub(r"\{[a-z]+(:[a-z]+)?\}", "1", route.path)
        for route in site_of(sqlite_database, editions).routes
        if isinstance(route, Route) and "POST" in (route.methods or set())
        if route.path.startswith(("/console", "/staff")) and route.path not in PUBLIC
    ]
    assert len(paths) >= 8

    def kept() -> list[Any]:
        tables = (Review, Appointment, Draft, BrowserSession)
        return [rows_of(sqlite_database, table) for table in tables]

    before = kept()
    elsewhere = {"sec-fetch-site": "cross-site"}
    accepted = [
        path
        for path in paths
        for form, headers in (({}, {}), ({"form_key": other}, {}), ({"form_key": own}, elsewhere))
        if admin.client.post(path, data={"do": "dismiss", **form}, headers=headers).status_code
        != 403
    ]
    assert [] == accepted
    assert before == kept()


def test_teaching_shows_what_the_citizen_will_read_and_then_tells_them(
    sqlite_database: Database, admin: Visit
) -> None:
    """From the queue to the preview, to the lesson, to its undoing."""
    assert UNKNOWN in admin.reads("/console/queue")
    page = "/console/queue/1"
    version = admin.field(page, "version")
    shown = admin.sends(page, do="preview", kind="answer", what=ANSWER, version=version)
    assert ANSWER in shown
    assert [] == rows_of(sqlite_database, Outbox)
    done = admin.sends(page, do="teach", kind="answer", what=ANSWER, version=version)
    assert "สอนแล้ว" in done
    told = rows_of(sqlite_database, Outbox)
    assert {7} == {one.chat_id for one in told}
    assert UNKNOWN in admin.reads("/console/queue?show=taught")
    admin.sends(page, do="undo", version="0")
    assert UNKNOWN in admin.reads("/console/queue")
    assert len(told) == len(rows_of(sqlite_database, Outbox))


@pytest.mark.parametrize("kind", ["answer", "told"])
def test_what_was_written_is_there_to_be_put_right(admin: Visit, kind: str) -> None:
    """When the bot refuses it, and when the preview shows the admin a slip."""
    page = "/console/queue/1"
    form = {name: admin.field(page, name) for name in ("form_key", "version")}
    refused = admin.client.post(page, data={**form, "do": "preview", "kind": kind, "what": "…"})
    assert 409 == refused.status_code
    assert "คำตอบว่าง" in refused.text
    assert ">…</textarea>" in refused.text
    shown = admin.sends(page, do="preview", kind=kind, what=ANSWER, version=form["version"])
    assert 'value="rewrite"' in shown
    again = admin.sends(page, do="rewrite", kind=kind, what=ANSWER, version=form["version"])
    assert f">{ANSWER}</textarea>" in again


def test_the_second_admin_reads_that_it_is_done(admin: Visit) -> None:
    """A page that is out of date changes nothing and says so."""
    page = "/console/queue/1"
    version = admin.field(page, "version")
    admin.sends(page, do="dismiss", note="ไม่มีเรือ", days="30", version=version)
    late = {"form_key": admin.field(page, "form_key"), "do": "teach", "version": version}
    answer = admin.client.post(page, data={**late, "kind": "answer", "what": ANSWER})
    assert 409 == answer.status_code
    assert "จัดการไปแล้ว" in answer.text
    assert ANSWER in answer.text
    dismissed = admin.reads("/console/queue?show=dismissed")
    assert UNKNOWN in dismissed
    assert "ไม่มีเรือ" in dismissed


@pytest.mark.parametrize(
    "form",
    [
        {"do": "teach", "kind": "no-such", "what": ANSWER},
        {"do": "teach", "kind": "answer", "what": ANSWER, "version": "๙"},
        {"do": "teach", "kind": "answer", "what": ANSWER, "version": "999"},
        {"do": "teach", "kind": "phrasing", "what": "../../etc/passwd"},
        {"do": "teach", "kind": "emergency", "what": "boredom"},
        {"do": "preview", "kind": "answer", "what": " "},
        {"do": "merge", "target": "1"},
        {"do": "merge", "target": "x"},
        {"do": "merge", "target": "9" * 30},
        {"do": "dismiss", "version": "9" * 5000},
        {"do": "split", "text": "nothing"},
    ],
)
def test_f36_a_form_that_makes_no_sense_is_refused(
    sqlite_database: Database, folder: Path, admin: Visit, form: dict[str, str]
) -> None:
    """With a page that says why; nothing is written."""
    page = "/console/queue/1"
    sent = {"form_key": admin.field(page, "form_key"), "version": "1", **form}
    answer = admin.client.post(page, data=sent)
    assert 409 == answer.status_code
    assert not list((folder / "taught").glob("*"))
    assert UNKNOWN in admin.reads("/console/queue")


def test_the_log_is_filtered_and_every_look_is_written_down(
    sqlite_database: Database, editions: Editions, admin: Visit, key: str
) -> None:
    """By words, outcome and day; the trail names who looked for what."""
    ask(sqlite_database, editions, "ค่าเข้าหอดูดาวใต้ทะเลเท่าไร", later(-3 * 86400), 8)
    assert UNKNOWN in admin.reads("/console/questions?words=ดำน้ำ&outcome=no_answer")
    assert UNKNOWN not in admin.reads("/console/questions?words=ไม่มีคำนี้")
    assert UNKNOWN not in admin.reads("/console/questions?until=2026-11-21")
    assert "หอดูดาว" in admin.reads("/console/questions?until=2026-11-21&since=2026-11-20")
    why = admin.reads(f"/console/questions/{key}")
    assert "ตอนที่ถาม" in why
    assert "ถ้าถามตอนนี้" in why
    admin.reads("/console/queue/1")
    trail = rows_of(sqlite_database, Audit)
    looked = {"questions.read", "questions.why", "queue.read", "console.enter"}
    assert looked <= {row.what for row in trail}
    assert any("words=ดำน้ำ" in row.subject and row.who == ADMIN for row in trail)
    assert "ดูเหตุผลของคำตอบ" in admin.reads("/console/audit")
    assert "ดูเหตุผลของคำตอบ" not in admin.reads("/console/audit?who=999")


def test_f38_an_export_holds_no_formula_and_says_who_took_it(
    sqlite_database: Database, editions: Editions, admin: Visit
) -> None:
    """Both formats, with the same rows; noted in the trail."""
    ask(sqlite_database, editions, '=HYPERLINK("http://evil.example","ดูนี่")', AT, 9)
    page = "/console/questions"
    sent = {"form_key": admin.field(page, "form_key")}
    answer = admin.client.post(page + "/export", data={**sent, "format": "csv"})
    assert "attachment" in answer.headers["content-disposition"]
    table = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert str(ADMIN) in table[0][0]
    texts = {row[2] for row in table[2:]}
    assert UNKNOWN in texts
    assert not [cell for row in table for cell in row if cell.startswith(("=", "+", "-", "@"))]
    answer = admin.client.post(page + "/export", data={**sent, "format": "xlsx"})
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert [] == [cell.value for cell in cells if cell.data_type == "f"]
    assert UNKNOWN in {cell.value for cell in cells}
    trail = [row.what for row in rows_of(sqlite_database, Audit)]
    assert 2 == trail.count("questions.export")


def test_whoever_sits_at_the_machine_is_called_so(
    sqlite_database: Database, editions: Editions
) -> None:
    """They have no number of Telegram, and a list they looked at is called as its tab is."""
    visit = Visit(sqlite_database, editions, TERMINAL)
    assert "เข้าระบบจากเครื่องนี้" in visit.reads("/console/browsers")
    visit.reads("/console/queue?show=taught")
    trail = visit.reads("/console/audit")
    assert "<td>ผู้ใช้หน้าเครื่อง</td>" in trail
    assert "<td>สอนแล้ว</td>" in trail
    assert "(โดย ผู้ใช้หน้าเครื่อง เมื่อ" in visit.sends("/console/settings", do="pause")
    people = visit.sends("/console/people", user_id="77", role="STAFF")
    assert "ให้สิทธิ์โดย ผู้ใช้หน้าเครื่อง เมื่อ" in people


def test_roles_are_given_on_the_page_and_end_at_once(
    sqlite_database: Database, editions: Editions, admin: Visit
) -> None:
    """Somebody new comes in; the role gone, their browser is a stranger's."""
    admin.sends("/console/people", user_id="77", role="STAFF")
    new = Visit(sqlite_database, editions, 77)
    assert "77" in new.reads("/console/browsers")
    admin.sends("/console/people", user_id="77", role="CITIZEN")
    assert 401 == new.client.get("/console/browsers").status_code
    key = admin.field("/console/people", "form_key")
    for wrong in ("๗๗", "x", "-1", "0"):
        form = {"form_key": key, "user_id": wrong, "role": "ADMIN"}
        assert 409 == admin.client.post("/console/people", data=form).status_code


def test_the_switch_pauses_the_page_for_everybody(
    sqlite_database: Database, editions: Editions, admin: Visit
) -> None:
    """The public reads the notice and 1313 until an admin lets the bot answer again."""
    public = Visit(sqlite_database, editions)
    admin.sends("/console/settings", do="pause", notice="ปิดปรับปรุงถึงเที่ยงค่ะ")
    said = public.client.post("/ask", data={"text": "งานว่าวที่น่านจัดวันไหน"}).text
    assert "ปิดปรับปรุงถึงเที่ยงค่ะ" in said
    assert "tel:1313" in said
    admin.sends("/console/settings", do="resume")
    said = public.client.post("/ask", data={"text": "งานว่าวที่น่านจัดวันไหน"}).text
    assert "4-5 กุมภาพันธ์ 2566" in said


def test_the_knowledge_is_shown_with_its_health(staff: Visit) -> None:
    """Entries, what was never asked for, and the problems of the files; for staff too."""
    page = staff.reads("/console/knowledge")
    assert 0 < page.index("events/broken.md") < page.index("วันเล่นว่าวประดิษฐ์")
    assert "วันเล่นว่าว" in staff.reads("/console/knowledge?show=unused&words=ว่าว")
    assert "วันเล่นว่าว" not in staff.reads("/console/knowledge?show=used")
    shown = staff.reads("/console/knowledge/kite-day-2566")
    assert "340 คน" in shown
    assert "· กิจกรรม ·" in shown
    assert 404 == staff.client.get("/console/knowledge/no-such").status_code


def test_an_unknown_question_or_item_is_told(admin: Visit) -> None:
    """A link of yesterday leads to a page, not to an error."""
    assert 404 == admin.client.get("/console/questions/NOSUCHKEY").status_code
    assert 409 == admin.client.get("/console/queue/777").status_code


@pytest.mark.parametrize(
    ("address", "status"),
    [
        (f"/console/queue/{'9' * 30}", 409),
        (f"/staff/drafts/{'9' * 5000}", 409),
        (f"/console/audit?who={'9' * 30}", 200),
        (f"/console/questions?before={'9' * 5000}", 200),
        ("/console/questions?since=9999-12-31&until=9999-12-31", 200),
        ("/console/questions?since=0001-01-01", 200),
    ],
)
def test_no_number_or_day_is_too_large_for_a_page(admin: Visit, address: str, status: int) -> None:
    """What no column and no calendar can hold is nothing, not an error."""
    assert status == admin.client.get(address).status_code


def test_an_answer_of_several_lines_is_taught_once(sqlite_database: Database, admin: Visit) -> None:
    """Browsers end the lines of what they send in a way of their own."""
    page = "/console/queue/1"
    form = {"do": "teach", "kind": "answer", "what": f"{ANSWER}\r\nถามกรมเจ้าท่าค่ะ"}
    version = admin.field(page, "version")
    for _ in range(2):
        admin.sends(page, version=version, **form)
    assert 1 == len(rows_of(sqlite_database, Lesson))


def test_a_wording_of_several_lines_can_be_split_off(
    sqlite_database: Database, editions: Editions, admin: Visit
) -> None:
    """What a checkbox sends back is the wording that was shown."""
    ask(sqlite_database, editions, f"{UNKNOWN}\nเช่าทั้งลำ", chat_id=8)
    page = "/console/queue/1"
    version = admin.field(page, "version")
    admin.sends(page, do="split", text=f"{UNKNOWN}\r\nเช่าทั้งลำ", version=version)
    assert 2 == len(rows_of(sqlite_database, Review))
