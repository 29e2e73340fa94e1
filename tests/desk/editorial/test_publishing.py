"""From a release to an answer and back; what the tables decide, on both databases."""

import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.desk.editions import Editions
from bot.desk.editorial import changes as changes_module
from bot.desk.editorial.changes import ChangeAction, CompletedChange
from bot.desk.editorial.drafts import Preview, Step, Submission
from bot.desk.editorial.previews import Trial
from bot.desk.editorial.publishing import Publishing
from bot.desk.errors import InvalidInputError, RefusedError
from bot.dialogue.conversation import Question
from bot.dialogue.replies import plain_text
from bot.knowledge.taught import add_phrasing
from bot.store.database import Database
from bot.store.drafts import Change, ChangeState, Draft, DraftState
from tests.support.databases import rows_of
from tests.support.moments import AT, later
from tests.support.releases import RELEASE, TITLE, word_bomb

CLERK, OTHER = 55, 66
ASKED = "เปิดบ้านสถานีดาวเทียมศรีราชาจัดวันไหน"


class Office:
    """Two clerks and what they can see."""

    def __init__(self, database: Database, editions: Editions) -> None:
        self.database = database
        self.editions = editions
        self.root = editions.knowledge_dir
        self.desk = Publishing(database, editions)

    def take(self, text: str = RELEASE, key: str = "m1") -> Preview:
        return self.desk.drafts.submit_text(Submission(key, CLERK, AT), text)

    def open(self, entry_id: str, by: int = CLERK, seconds: float = 0) -> Preview:
        return self.desk.drafts.open(entry_id, by, later(seconds))

    def seen(self, draft: Preview) -> Preview:
        return self.desk.drafts.preview(draft.draft_id, AT)

    def correct(self, draft: Preview, texts: dict[str, str], by: int = CLERK) -> Preview:
        return self.desk.drafts.correct(step(draft, by), texts)

    def publish(self, draft: Preview) -> CompletedChange:
        return self.desk.publish(step(draft))

    def undo(self, done: CompletedChange, by: int = CLERK) -> CompletedChange:
        return self.desk.changes.undo(done.change_id, by, AT)

    def answer(self, question: str = ASKED) -> str:
        reply = self.editions.current.responder.respond(Question(question, AT))
        return plain_text(reply)

    def files(self) -> dict[str, bytes]:
        files = (path for path in self.root.rglob("*") if path.is_file())
        shown = {path.relative_to(self.root).as_posix(): path.read_bytes() for path in files}
        return {name: data for name, data in shown.items() if name != "CHANGES.md"}

    def log(self) -> list[str]:
        path = self.root / "CHANGES.md"
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        return [line for line in lines if line.startswith("- ")]

    def row(self, draft: int) -> Draft:
        with self.database.read() as session:
            return session.get_one(Draft, draft)

    def all_changes(self) -> list[Change]:
        return rows_of(self.database, Change)


@pytest.fixture
def office(request: pytest.FixtureRequest, editions: Editions) -> Iterator[Office]:
    if getattr(request, "param", "sqlite") == "sqlite":
        yield Office(request.getfixturevalue("sqlite_database"), editions)
        return
    database = Database(request.getfixturevalue("postgres_url"))
    yield Office(database, editions)
    database.close()


on_both_databases = pytest.mark.parametrize(
    "office", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True
)


def step(preview: Preview, by: int = CLERK) -> Step:
    return Step(preview.draft_id, preview.version, by, AT)


def test_a_release_is_understood_and_nothing_is_served_yet(office: Office) -> None:
    """The preview has the fields, proposed questions, and the closest entries."""
    before = office.files()
    preview = office.take()
    assert TITLE == preview.title
    assert "12 ธันวาคม 2569" == preview.field("event.start")
    assert "13 ธันวาคม 2569" == preview.field("event.end")
    assert "0 3831 0001" == preview.field("contact.phones")
    assert preview.field("questions")
    assert () == preview.errors
    assert 3 == len(preview.trial.nearest)
    assert RELEASE.split("\n", maxsplit=1)[0] in preview.source
    assert before == office.files()
    assert "12" not in office.answer()


@on_both_databases
def test_a_draft_is_tried_corrected_published_and_undone(office: Office) -> None:
    """The whole way of a release, with the log saying who did what."""
    before = office.files()
    draft = office.take()
    assert office.desk.drafts.try_question(draft.draft_id, ASKED, AT).found
    draft = office.correct(draft, {"event.venue": "อาคารรับสัญญาณ 2"})
    assert (2, "อาคารรับสัญญาณ 2") == (draft.version, draft.field("event.venue"))
    done = office.publish(draft)
    assert ChangeAction.PUBLISH is done.action
    assert "12-13 ธันวาคม 2569" in office.answer()
    assert "อาคารรับสัญญาณ 2" in office.answer("เปิดบ้านสถานีดาวเทียมศรีราชาจัดที่ไหน")
    assert f"events/{done.entry_id}.md" == done.path
    assert b"review:" not in office.files()[done.path]
    undone = office.undo(done, OTHER)
    assert ChangeAction.UNDO is undone.action
    assert before == office.files()
    assert "12-13 ธันวาคม 2569" not in office.answer()
    told = [(line.split(" · ")[1], line.rpartition(" ")[2]) for line in office.log()]
    assert [("เลิกทำ", str(OTHER)), ("เผยแพร่", str(CLERK))] == told
    assert DraftState.OPEN == office.row(draft.draft_id).state


def test_an_undone_draft_can_be_published_again(office: Office) -> None:
    """Undoing is not losing."""
    done = office.publish(office.take())
    office.undo(done)
    (waiting,) = office.desk.drafts.listed()
    again = office.publish(office.desk.drafts.preview(waiting.draft_id, AT))
    assert done.path == again.path
    assert "12-13 ธันวาคม 2569" in office.answer()


@on_both_databases
def test_the_same_message_twice_is_one_draft(office: Office) -> None:
    """Telegram may deliver again what a crash left unfinished."""
    assert office.take().draft_id == office.take().draft_id


@on_both_databases
def test_repeating_a_decision_changes_nothing(office: Office) -> None:
    """As after a crash between the decision and its report."""
    draft = office.take()
    correct = {"event.cost": "ฟรี"}
    office.correct(draft, correct)
    draft = office.correct(draft, correct)
    assert 2 == draft.version
    assert office.desk.keep(step(draft)) == office.desk.keep(step(draft))
    draft = office.seen(draft)
    done = office.publish(draft)
    assert done == office.publish(draft)
    office.undo(done)
    office.undo(done)
    gone = office.desk.withdraw("star", CLERK, AT)
    assert gone == office.desk.withdraw("star", CLERK, AT)
    assert 4 == len(office.log()) == len(office.all_changes())


@on_both_databases
@pytest.mark.parametrize("dies_at", ["before the file", "after the file", "after the log"])
def test_a_crash_at_any_line_is_made_good(
    office: Office, monkeypatch: pytest.MonkeyPatch, dies_at: str
) -> None:
    """The repeated decision ends as if nothing had happened, and undo still restores all."""
    before = office.files()
    draft = office.take()

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as dying:
        if dies_at == "before the file":
            dying.setattr(changes_module, "write_file", die)
        elif dies_at == "after the file":
            dying.setattr(office.editions, "reload", die)
        else:
            dying.setattr("bot.store.audit.add", die)
        with pytest.raises(KeyboardInterrupt):
            office.publish(draft)
    office.desk = Publishing(office.database, office.editions)
    office.editions.reload(AT)
    done = office.publish(draft)
    assert "12-13 ธันวาคม 2569" in office.answer()
    assert 1 == len(office.log())
    office.undo(done)
    assert before == office.files()
    assert ChangeState.PENDING not in {row.state for row in office.all_changes()}


@on_both_databases
def test_two_clerks_do_not_overwrite_each_other(office: Office) -> None:
    """Whoever saw an older version is told so, and loses nothing but the tap."""
    seen = office.take()
    office.correct(seen, {"event.cost": "ฟรี"}, OTHER)
    for act in (
        lambda: office.correct(seen, {"event.cost": "100 บาท"}),
        lambda: office.publish(seen),
        lambda: office.desk.keep(step(seen)),
        lambda: office.desk.discard(step(seen)),
    ):
        with pytest.raises(RefusedError, match="มีคนแก้"):
            act()
    assert "ฟรี" == office.seen(seen).field("event.cost")


def test_a_file_changed_by_hand_meanwhile_is_not_overwritten(office: Office) -> None:
    """The editor's file wins until somebody has looked."""
    draft = office.open("star")
    draft = office.correct(draft, {"keywords": "ดอยอินทนนท์"})
    file = office.root / "star.md"
    file.write_text(file.read_text("utf-8") + "\nบรรทัดใหม่จากคนอื่น\n", "utf-8")
    with pytest.raises(RefusedError, match="ถูกแก้จากที่อื่น"):
        office.publish(draft)
    assert "บรรทัดใหม่จากคนอื่น" in file.read_text("utf-8")


def test_a_draft_of_a_file_that_has_changed_says_so(office: Office) -> None:
    """Its card tells the cure; one that nobody has touched begins anew by itself."""
    draft = office.open("star")
    touched = office.correct(draft, {"keywords": "ดอยอินทนนท์"})
    fresh = office.open("rice")
    for entry in ("star", "rice"):
        office.desk.withdraw(entry, OTHER, AT)
    seen = office.seen(touched)
    assert ["file-changed"] == [one.code for one in seen.errors]
    office.desk.discard(step(seen))
    for entry in ("star", "rice"):
        again = office.open(entry, seconds=5)
        assert (entry == "rice", ()) == (again.draft_id == fresh.draft_id, again.errors)
        assert "status: withdrawn" in again.text
        office.publish(again)
        assert entry in office.editions.current.knowledge.entries


@on_both_databases
def test_what_is_corrected_while_it_is_published_is_not_lost(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A clerk on the page, another in Telegram: the second is told that it is too late."""
    draft, drafts = office.take(), office.desk.drafts
    outcomes: list[str] = []
    trial = drafts.trial

    def correct() -> None:
        try:
            drafts.correct(step(draft, OTHER), {"event.cost": "ฟรี"})
            outcomes.append("corrected")
        except RefusedError as error:
            outcomes.append(str(error))

    other = threading.Thread(target=correct)

    def tried_meanwhile(row: Draft, at: datetime) -> Trial:
        other.start()
        other.join(1)
        return trial(row, at)

    monkeypatch.setattr(drafts, "trial", tried_meanwhile)
    office.publish(draft)
    other.join()
    assert [True] == ["มีคนแก้" in outcome for outcome in outcomes]


def test_editing_touches_only_its_lines(office: Office) -> None:
    """Remarks, quoting, line ends and blank lines of the rest stay to the byte."""
    file = office.root / "star.md"
    text = (
        file.read_text("utf-8")
        .replace("title:", '# หมายเหตุ\ntitle:   "')
        .replace("อินทนนท์\nquestions", 'อินทนนท์"\nquestions', 1)
    )
    file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    before = file.read_bytes()
    draft = office.open("star")
    draft = office.correct(draft, {"keywords": "ดาว, ฤดูหนาว"})
    done = office.publish(draft)
    lines = file.read_bytes().split(b"\r\n")
    added = [b"keywords:", "  - ดาว".encode(), "  - ฤดูหนาว".encode()]
    assert added == [line for line in lines if line not in before.split(b"\r\n")]
    assert before.split(b"\r\n") == [line for line in lines if line not in added]
    office.undo(done)
    assert before == file.read_bytes()


@on_both_databases
def test_a_kept_draft_is_a_file_that_is_not_served(office: Office) -> None:
    """It waits in the list, also for somebody who finds it in the folder, and can go."""
    draft = office.take()
    done = office.desk.keep(step(draft))
    assert done
    assert b"status: draft" in office.files()[done.path]
    assert "12-13 ธันวาคม 2569" not in office.answer()
    assert [draft.entry_id] == [one.entry_id for one in office.desk.drafts.listed()]
    draft = office.open(draft.entry_id, OTHER)
    gone = office.desk.discard(step(draft, OTHER))
    assert gone
    assert done.path not in office.files()
    office.undo(gone, OTHER)
    assert done.path in office.files()


def test_a_draft_file_of_the_import_command_can_be_opened_and_published(office: Office) -> None:
    """What was imported in bulk waits in the same list."""
    (office.root / "news").mkdir()
    (office.root / "news" / "x.md").write_text(
        "---\ntitle: งานนิทรรศการเห็ดเรืองแสง\nstatus: draft\n---\n\nเห็ดเรืองแสงที่กระบี่\n", "utf-8"
    )
    (waiting,) = office.desk.drafts.listed()
    assert (0, "x") == (waiting.draft_id, waiting.entry_id)
    office.publish(office.open("x"))
    assert "กระบี่" in office.answer("นิทรรศการเห็ดเรืองแสง")


def test_an_entry_is_withdrawn_and_brought_back(office: Office) -> None:
    """Its file stays, one line differs, and it answers no more."""
    done = office.desk.withdraw("rice", CLERK, AT)
    assert b"status: withdrawn" in office.files()["rice.md"]
    assert "rice" not in office.editions.current.knowledge.entries
    with pytest.raises(RefusedError, match="ถอนไปแล้ว"):
        office.desk.withdraw("rice", OTHER, AT)
    office.undo(done, OTHER)
    assert "rice" in office.editions.current.knowledge.entries


def test_what_the_checks_refuse_is_not_published(office: Office) -> None:
    """The reason is told, the last good state serves on, and the draft stays to be put right."""
    draft = office.take()
    before = office.files()
    for field, value, why in (
        ("event.end", "1 ธันวาคม 2569", "ก่อนเริ่ม"),
        ("contact.phones", "12345", "ไม่ใช่เลขหมายโทรศัพท์ไทย"),
        ("questions", "ดูดาวที่ดอยอินทนนท์เมื่อไหร่", "คำถามเดียวกันอยู่ที่"),
    ):
        was = draft.field(field)
        draft = office.correct(draft, {field: value})
        with pytest.raises(RefusedError, match=why):
            office.publish(draft)
        draft = office.correct(draft, {field: was})
    assert before == office.files()
    assert office.publish(draft)


def test_lines_are_added_to_a_list_and_taken_out(office: Office) -> None:
    """By the numbers that were seen, or as they stand; what is not there is told."""
    draft = office.take()
    draft = office.correct(draft, {"questions": "หนึ่ง\nสอง\nสาม"})
    draft = office.correct(draft, {"questions+": "สี่\nหนึ่ง", "questions-": "ข้อ ๑ และ 3"})
    assert "สอง\nสี่\nหนึ่ง" == draft.field("questions")
    draft = office.correct(draft, {"questions-": "สี่"})
    assert "สอง\nหนึ่ง" == draft.field("questions")
    with pytest.raises(RefusedError, match='ไม่มี "9"'):
        office.correct(draft, {"questions-": "9"})


def test_problems_are_told_in_the_words_of_the_form(office: Office) -> None:
    """A clerk who sees a form knows no keys of the file."""
    draft = office.take()
    draft = office.correct(draft, {"published": "1 มกราคม 2600"})
    told = next(one for one in draft.problems if one.code == "future-date")
    assert "วันที่เผยแพร่ (1 มกราคม 2600) ยังมาไม่ถึง" == told.message
    with pytest.raises(RefusedError, match='ช่อง "วันเริ่มงาน"') as refused:
        office.correct(draft, {"event.start": "32 ธันวาคม 2569"})
    assert 1 == str(refused.value).count("32 ธันวาคม")
    assert draft == office.seen(draft)  # it keeps what it had


@pytest.mark.parametrize(
    ("field", "value", "told", "strange"),
    [
        ("title", "", "ใส่ช่อง ชื่อเรื่อง", "title"),
        ("body", "", "ใส่ช่อง เนื้อหา", "---"),
        ("kind", "ข่าวเด่น", "ข่าว, กิจกรรม, ช่องทางติดต่อ, บริการ, คำถามที่พบบ่อย", "news"),
        ("facts", "จำนวนร้าน 80 ร้าน", "ชื่อข้อ: คำตอบ", "facts"),
        ("facts", "จำนวนร้าน:", "ชื่อข้อ: คำตอบ", "facts"),
    ],
)
def test_the_cure_of_a_refused_value_is_one_for_a_form(
    office: Office, field: str, value: str, told: str, strange: str
) -> None:
    """Who types into a form can add no line to a file."""
    draft = office.take()
    with pytest.raises(InvalidInputError) as refused:
        office.correct(draft, {field: value})
    assert told in str(refused.value)
    assert strange not in str(refused.value)


def test_a_document_that_is_not_there_is_told_before_citizens_look_for_it(office: Office) -> None:
    """As the check of the folder would tell afterwards."""
    draft = office.take()
    draft = office.correct(draft, {"files": "แผนที่.pdf"})
    (told,) = (one for one in draft.problems if one.code == "no-attachment")
    assert "แผนที่.pdf" in told.message
    assert "ไฟล์แนบ" in told.hint
    (office.root / "แผนที่.pdf").write_bytes(b"%PDF-1.4")
    draft = office.seen(draft)
    assert "no-attachment" not in {one.code for one in draft.problems}


def test_a_day_moved_takes_the_end_of_a_one_day_event_with_it(office: Office) -> None:
    """A clerk who moves the day means the whole event."""
    draft = office.take()
    draft = office.correct(draft, {"event.end": draft.field("event.start")})
    draft = office.correct(draft, {"event.start": "19 ธ.ค. 2569"})
    assert "19 ธันวาคม 2569" == draft.field("event.end")


def test_a_doubt_that_several_fields_repeat_is_told_once(office: Office) -> None:
    """Title, summary and body often share a sentence."""
    draft = office.take()
    wrong = "วันศุกร์ที่ 19 ธันวาคม 2569"
    told = {name: f"{draft.field(name)} {wrong}" for name in ("title", "summary", "body")}
    draft = office.correct(draft, told)
    assert 1 == sum(wrong in one.message for one in draft.told("warning"))


def test_a_last_day_that_nobody_told_stays_untold(office: Office) -> None:
    """It is said in the file, and other corrections leave it there."""
    draft = office.take()
    draft = office.correct(draft, {"event.end": "ไม่ทราบ"})
    draft = office.correct(draft, {"event.start": "19 ธ.ค. 2569"})
    assert "ไม่ทราบ" == draft.field("event.end")
    assert "end: ไม่ทราบ" in draft.text


def test_what_an_admin_taught_cannot_be_displaced(office: Office) -> None:
    """A new entry that would swallow a taught phrasing is refused."""
    asked = "สถานีดาวเทียมศรีราชาเปิดบ้าน"
    add_phrasing(office.editions.taught_dir, "museum", asked, by=1, at=AT, review=1)
    office.editions.reload(AT)
    draft = office.take()
    assert ["displaces"] == [one.code for one in draft.errors]
    with pytest.raises(RefusedError, match="ผู้ดูแลสอนไว้"):
        office.publish(draft)


def test_what_is_out_of_scope_stays_so(office: Office) -> None:
    """A question that must never be answered is not answered by a new entry either."""
    draft = office.take()
    forbidden = "ต่ออายุใบขับขี่ต้องใช้เอกสารอะไร"
    draft = office.correct(draft, {"questions": forbidden})
    with pytest.raises(RefusedError, match="นอกขอบเขต"):
        office.publish(draft)


def test_a_release_handed_in_again_is_known(office: Office) -> None:
    """The preview names the entry that tells the same story, and it is not published twice."""
    first = office.publish(office.take())
    again = office.take(key="m2")
    assert first.entry_id != again.entry_id
    assert [first.entry_id] == [one.entry_id for one in again.trial.duplicates]
    with pytest.raises(RefusedError, match="เป็นเรื่องเดียวกับ"):
        office.publish(again)


def test_a_release_that_is_a_draft_already_is_pointed_out(office: Office) -> None:
    """Two clerks may hand in the same; it goes once one of the two is thrown away."""
    first = office.take()
    second = office.desk.drafts.submit_text(Submission("2", OTHER, AT), RELEASE)
    [told] = [one for one in second.problems if one.code == "drafted-twice"]
    assert "/" not in told.hint  # the page has no commands
    office.desk.discard(step(first))
    after = office.seen(second)
    assert "drafted-twice" not in {one.code for one in after.problems}


def test_a_draft_that_cannot_be_read_any_more_is_in_nobodys_way(office: Office) -> None:
    """As after an upgrade that is stricter: it says so itself, and others open as ever."""
    old = office.take("ข่าวเก่า\n\nเนื้อหาของข่าวเก่าที่เขียนไว้เมื่อปีก่อน")
    with office.database.write() as session:
        session.get_one(Draft, old.draft_id).text = "---\ntitle: [\n---\n"
    new = office.take(key="m2")
    assert TITLE == new.title
    assert {old.entry_id, TITLE} == {one.title for one in office.desk.drafts.listed()}
    with pytest.raises(RefusedError, match="อ่านฉบับร่างนี้ไม่ได้"):
        office.seen(old)


def test_a_title_alone_is_refused(office: Office) -> None:
    """Whoever sends no more than a title is told what is missing, and no draft is left."""
    with pytest.raises(RefusedError, match="มีแต่ชื่อเรื่อง"):
        office.take("เปิดบ้านสถานีดาวเทียมศรีราชา")
    with pytest.raises(RefusedError, match="ไม่มีข้อความข่าว"):
        office.take(" \n")
    assert () == office.desk.drafts.listed()


def test_a_long_release_may_come_in_pieces(office: Office) -> None:
    """Telegram cuts what is pasted at 4,096 letters, in the middle of a word if need be."""
    cut = RELEASE.index("ห้องควบคุม") + 3
    draft = office.take(RELEASE[:cut])
    first = step(draft)
    whole = office.desk.drafts.extend(first, RELEASE[cut:], seamless=True)
    assert "0 3831 0001" == whole.field("contact.phones")
    assert "ห้องควบคุมดาวเทียม" in whole.field("body")
    assert whole == office.desk.drafts.extend(first, RELEASE[cut:], seamless=True)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("bomb.docx", word_bomb(), "ไฟล์ Word ผิดปกติ"),
        ("big.pdf", b"%PDF-1.4" + b"0" * (21 * 1024 * 1024), "เกิน 20 MB"),
        ("photo.jpg", b"\xff\xd8\xff", "ยังอ่านไฟล์ชนิด .jpg ไม่ได้"),
        ("old.doc", b"\xd0\xcf\x11\xe0", "บันทึกใหม่เป็น .docx"),
        ("liar.docx", b"%PDF-1.4", "PDF เสีย"),
        ("empty.docx", b"", "ไฟล์ว่าง"),
        ("empty.txt", b" \n", "ไฟล์ว่าง"),
        ("headline.txt", "มีแต่หัวข้อข่าว".encode(), "ไม่มีเนื้อข่าว"),
        ("noise.txt", bytes(range(128, 256)) * 4, "อ่านตัวอักษรไม่ได้"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_hostile_files_get_a_reason(office: Office, name: str, data: bytes, why: str) -> None:
    """And leave nothing behind."""
    with pytest.raises(RefusedError, match=why):
        office.desk.drafts.submit_file(Submission("x", CLERK, AT), name, data)
    assert () == office.desk.drafts.listed()


@pytest.mark.parametrize("name", ["../../x.txt", "/etc/passwd.txt", "a\x00b.txt", "ข่าว\n.txt"])
def test_a_name_cannot_lead_out_of_the_folder(office: Office, name: str, tmp_path: Path) -> None:
    """Of a file's name only the ending counts; the entry's name comes from the title."""
    title, _, rest = RELEASE.partition("\n")
    text = f"../../{title}\n{rest}"
    draft = office.desk.drafts.submit_file(Submission(name, CLERK, AT), name, text.encode())
    done = office.publish(draft)
    assert (office.root / done.path).resolve().is_relative_to(office.root.resolve())
    assert ".." not in done.path


def test_a_link_in_the_folder_is_not_followed(office: Office, tmp_path: Path) -> None:
    """Neither a linked file nor a linked folder is written through."""
    draft = office.take()
    outside = tmp_path / "outside"
    outside.mkdir()
    for folder in ("events", "news"):
        (office.root / folder).symlink_to(outside)
    with pytest.raises(RefusedError, match="symbolic link"):
        office.publish(draft)
    assert [] == list(outside.iterdir())


def test_lessons_are_not_edited_here(office: Office) -> None:
    """What was taught is undone where it was taught."""
    taught = office.editions.taught_dir
    taught.mkdir()
    (taught / "taught-1-aa.md").write_text("---\ntitle: สอน\n---\n\nสอนแล้ว\n", "utf-8")
    for act in (office.desk.drafts.open, office.desk.withdraw):
        with pytest.raises(RefusedError, match="ผู้ดูแลสอน"):
            act("taught-1-aa", CLERK, AT)
        with pytest.raises(RefusedError, match="ไม่พบเรื่องรหัส"):
            act("../../etc/passwd", CLERK, AT)


def test_entries_are_found_by_id_or_words(office: Office) -> None:
    """Clerks know what it is about, not what its file is called."""
    assert ["rice"] == [one.entry_id for one in office.desk.drafts.find("rice", AT)]
    assert "star" == office.desk.drafts.find("ดูดาวที่ดอย", AT)[0].entry_id
    assert () == office.desk.drafts.find("", AT)


def test_a_change_that_does_not_get_into_service_is_taken_back(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is as it was, and the last good edition serves."""
    draft, before = office.take(), office.files()
    monkeypatch.setattr("bot.desk.editions._smoke", lambda *_: 1 / 0)
    with pytest.raises(RefusedError, match="คืนไฟล์เดิมแล้ว"):
        office.publish(draft)
    assert before == office.files()
    assert [] == office.log()


def test_a_disk_that_cannot_be_written_is_told(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the system's reason; nothing else changes."""
    draft = office.take()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(changes_module, "write_file", full)
    with pytest.raises(RefusedError, match="No space left"):
        office.publish(draft)
    assert DraftState.OPEN == office.row(draft.draft_id).state


@on_both_databases
def test_closed_drafts_are_forgotten_after_a_month(office: Office) -> None:
    """Open ones never."""
    office.take(RELEASE, "a")
    office.desk.discard(step(office.take(RELEASE.replace("ศรีราชา", "อุบล"), "b")))
    assert 0 == office.desk.drafts.forget_closed(later(86_400 * 29))
    assert 1 == office.desk.drafts.forget_closed(later(86_400 * 31))
    assert 1 == len(office.desk.drafts.listed())
