"""Staff's pages, used like a browser without script does."""

import re
from html import unescape
from pathlib import Path

import pytest

from bot.store.database import Database
from tests.support.releases import RELEASE, TITLE, word_bomb
from tests.web.site import ADDRESS, STAFF, invite
from tests.web.visits import Visit

HOME = "/staff/drafts"
ASKED = "เปิดบ้านสถานีดาวเทียมศรีราชาจัดวันไหน"


class Clerk:
    """Somebody of the staff at a browser."""

    def __init__(self, visit: Visit, folder: Path) -> None:
        self.browser = visit.client
        self.form_key = visit.field(HOME, "form_key")
        self.folder = folder

    def see(self, path: str = HOME) -> str:
        return unescape(self.browser.get(path).text)

    def send(self, path: str, status: int = 200, /, **values: str) -> str:
        """Post a form of ours; the page one is led to."""
        values.setdefault("form_key", self.form_key)
        page = self.browser.post(path, data=values)
        assert status == page.status_code
        return unescape(page.text)

    def upload(self, name: str, data: bytes, status: int = 200) -> str:
        page = self.browser.post(
            HOME, data={"form_key": self.form_key, "key": name}, files={"file": (name, data)}
        )
        assert status == page.status_code
        self.draft = page.url.path
        return unescape(page.text)

    def typed(self, **changes: str) -> dict[str, str]:
        """The draft's form as the page shows it, with changes."""
        page = self.browser.get(self.draft).text
        values = dict(re.findall(r'<input id="f-[^"]+" name="([^"]+)" value="([^"]*)"', page))
        values |= dict(
            re.findall(r'<textarea id="f-[^"]+" name="([^"]+)"[^>]*>\n(.*?)</texta', page, re.S)
        )
        values["kind"] = re.findall(r'<option value="(\w+)" selected', page)[0]
        values["version"] = re.findall(r'name="version" value="(\d+)"', page)[0]
        return {name: unescape(value) for name, value in values.items()} | changes

    def files(self) -> set[str]:
        return {path.name for path in self.folder.rglob("*.md")}


@pytest.fixture
def clerk(staff: Visit, folder: Path) -> Clerk:
    return Clerk(staff, folder)


def test_a_release_is_read_put_right_published_and_undone(clerk: Clerk) -> None:
    """Beside its source, with a question tried; a citizen reads it; undo takes it back."""
    before = clerk.files()
    assert 'accept=".txt,.html,.htm,.docx,.pdf,.eml,.mht,.mhtml"' in clerk.see()
    page = clerk.upload("ข่าว.txt", RELEASE.encode())
    assert "ต้นฉบับ · ข่าว.txt" in page
    assert 'value="12 ธันวาคม 2569"' in page
    page = clerk.send(f"{clerk.draft}/try", question=ASKED)
    assert "พาไปถึงเรื่องนี้" in page
    assert "12-13 ธันวาคม 2569" in page

    form = clerk.typed(**{"event.venue": "ห้องควบคุม 3", "do": "publish"})
    page = clerk.send(clerk.draft, **form)
    assert "เผยแพร่แล้ว ประชาชนจะเห็นดังนี้" in page
    chat = unescape(clerk.browser.post("/ask", data={"text": "เปิดบ้านสถานีดาวเทียมจัดที่ไหน"}).text)
    assert "ห้องควบคุม 3" in chat
    change = re.findall(r'name="change" value="(\d+)"', page)[0]
    assert "ฉบับร่างที่ค้างอยู่ 1 เรื่อง" in clerk.send("/staff/undo", change=change)
    assert before == clerk.files() - {"CHANGES.md"}


def test_what_is_refused_is_told_and_nothing_typed_is_lost(clerk: Clerk) -> None:
    """The page comes back with the reason and with what was typed."""
    clerk.upload("ข่าว.txt", RELEASE.encode())
    form = clerk.typed(**{"event.start": "32 ธันวาคม 2569", "event.cost": "100 บาท", "do": "save"})
    page = clerk.send(clerk.draft, 409, **form)
    assert "ไม่มีในปฏิทิน" in page
    assert 'value="100 บาท"' in page
    form = clerk.typed(**{"event.end": "1 ธันวาคม 2569", "do": "publish"})
    assert "ก่อนเริ่ม" in clerk.send(clerk.draft, 409, **form)
    assert "ต้องแก้ก่อนจึงเผยแพร่ได้" in clerk.see(clerk.draft)
    assert TITLE not in str(clerk.files())


def test_a_question_is_tried_on_what_was_typed(clerk: Clerk) -> None:
    """And that is kept; what cannot be read is told, as when it is saved."""
    clerk.upload("ข่าว.txt", RELEASE.encode())
    typed = clerk.typed(**{"event.venue": "ห้องควบคุม 3", "question": ASKED})
    page = clerk.send(f"{clerk.draft}/try", **typed)
    assert "พาไปถึงเรื่องนี้" in page
    assert 'value="ห้องควบคุม 3"' in page
    assert "ห้องควบคุม 3" == clerk.typed()["event.venue"]
    typed = clerk.typed(**{"event.start": "32 ธันวาคม 2569", "event.venue": "ห้อง 4"})
    page = clerk.send(f"{clerk.draft}/try", 409, **typed)
    assert "ไม่มีในปฏิทิน" in page
    assert 'value="ห้อง 4"' in page


def test_saving_an_unchanged_form_changes_nothing(clerk: Clerk) -> None:
    """What the form shows reads back as what it was made from."""
    clerk.upload("ข่าว.txt", RELEASE.encode())
    clerk.send(clerk.draft, **clerk.typed(do="save"))
    again = clerk.typed(do="save")
    clerk.send(clerk.draft, **again)
    assert again == clerk.typed(do="save")


def test_an_older_page_does_not_overwrite(clerk: Clerk) -> None:
    """Two clerks, or two tabs."""
    clerk.upload("ข่าว.txt", RELEASE.encode())
    old = clerk.typed(**{"event.cost": "100 บาท", "do": "save"})
    clerk.send(clerk.draft, **clerk.typed(**{"event.cost": "ฟรี", "do": "save"}))
    page = clerk.send(clerk.draft, 409, **old)
    assert "มีคนแก้" in page
    assert f'name="version" value="{old["version"]}"' in page
    assert "มีคนแก้" in clerk.send(clerk.draft, 409, **old)
    assert "ฟรี" == clerk.typed()["event.cost"]


def test_pasting_the_same_form_twice_makes_one_draft(clerk: Clerk) -> None:
    """A second tap on the button is not a second draft."""
    for _ in range(2):
        clerk.send(HOME, text=RELEASE, key="one")
    assert "ฉบับร่างที่ค้างอยู่ 1 เรื่อง" in clerk.see()


def test_drafts_are_kept_and_discarded(clerk: Clerk) -> None:
    """A kept draft is a file; a discarded one is gone."""
    clerk.upload("ข่าว.txt", RELEASE.encode())
    clerk.send(clerk.draft, **clerk.typed(do="keep"))
    assert 1 == sum("เปิดบ้าน" in name for name in clerk.files())
    clerk.send(clerk.draft, **clerk.typed(do="discard"))
    assert "ไม่มีฉบับร่างค้างอยู่" in clerk.see()
    assert not any("เปิดบ้าน" in name for name in clerk.files())


def test_an_entry_is_found_edited_and_withdrawn(clerk: Clerk) -> None:
    """By words; its file then says so."""
    assert "kite-day-2566" in clerk.see("/staff/entries?words=งานว่าวที่น่าน")
    page = clerk.send("/staff/entries", entry="kite-day-2566", do="open")
    assert "กำลังแก้เรื่องที่ใช้ตอบอยู่" in page
    assert "ถอน: วันเล่นว่าว" in clerk.send("/staff/entries", entry="kite-day-2566", do="withdraw")
    text = (clerk.folder / "events" / "kite-day-2566.md").read_text("utf-8")
    assert "status: withdrawn" in text


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("bomb.docx", word_bomb(), "ไฟล์ Word ผิดปกติ"),
        ("photo.jpg", b"\xff\xd8", "ยังอ่านไฟล์ชนิด .jpg ไม่ได้"),
        ("../../x.txt", b"", "ไฟล์ว่าง"),
        ("big.txt", b"a" * (3 * 1024 * 1024), "เกิน 2 MB"),
    ],
    ids=["bomb", "photo", "empty", "big"],
)
def test_hostile_uploads_get_a_reason(clerk: Clerk, name: str, data: bytes, why: str) -> None:
    """And nothing is kept."""
    assert why in clerk.upload(name, data, 409)
    assert "ไม่มีฉบับร่างค้างอยู่" in clerk.see()


def test_a_body_beyond_the_limit_is_not_read(clerk: Clerk) -> None:
    """21 MB and more are turned away by their length alone."""
    huge = {"content-length": str(22 * 1024 * 1024)}
    assert 413 == clerk.browser.post(HOME, content=b"x", headers=huge).status_code
    huge = {"content-length": str(2 * 1024 * 1024)}
    assert 413 == clerk.browser.post("/staff/undo", content=b"x", headers=huge).status_code


@pytest.mark.parametrize("number", ["0", "777", "9" * 30])
def test_what_is_not_there_is_told(clerk: Clerk, number: str) -> None:
    """An unknown draft or change is a page with the way back."""
    assert "ไม่พบฉบับร่างนี้" in clerk.see(f"{HOME}/{number}")
    assert "ไม่พบการเปลี่ยนแปลง" in clerk.send("/staff/undo", 409, change=number)
    assert "ไม่พบเรื่อง" in clerk.send("/staff/entries", 409, entry="../../x", do="withdraw")


def test_the_text_of_a_release_is_never_markup(clerk: Clerk) -> None:
    """Nor is what was typed into a field."""
    clerk.upload("<b>.txt", RELEASE.replace("นักเรียน", "<script>x</script>").encode())
    assert "<script" not in clerk.browser.get(clerk.draft).text
    assert "<b>" not in clerk.browser.get(clerk.draft).text


@pytest.mark.parametrize("signed_in_anew", [False, True])
def test_what_was_typed_when_the_browser_was_signed_out_can_be_copied(
    clerk: Clerk, sqlite_database: Database, signed_in_anew: bool
) -> None:
    """Half an hour over a form ends the stay; the form of one before fits no later one."""
    clerk.upload("news.txt", RELEASE.encode())
    form = clerk.typed(title="ชื่อสั้น ๆ", body="<b>เขียนใหม่ทั้งหมด</b>\n" + "ด้วยมือ " * 9)
    clerk.send("/console/leave")
    if signed_in_anew:
        path = invite(sqlite_database, STAFF).address.removeprefix(ADDRESS)
        visit = re.findall(r'name="visit" value="(\w+)"', clerk.see(path))[0]
        clerk.browser.post(path, data={"visit": visit})
    page = clerk.send(clerk.draft, 403 if signed_in_anew else 401, **form)
    assert ("<b>เขียนใหม่ทั้งหมด</b>\n" in page, "ชื่อสั้น ๆ" in page) == (True, False)
    assert "<b>" not in clerk.browser.post(clerk.draft, data=form).text
