"""Teaching: tried first, served at once, told once, undoable; two admins never collide."""

from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from bot.desk.conversation.asking import Asking, Fault, IncomingMessage, question_key
from bot.desk.conversation.pausing import Pausing
from bot.desk.editions import Editions
from bot.desk.errors import RefusedError
from bot.desk.messaging.unit_of_work import UnitOfWork
from bot.desk.review.lessons import LessonKind
from bot.desk.review.review_queue import ReviewItem
from bot.desk.review.reviewing import Decision, Reviewing, Taught
from bot.dialogue.conversation import Question
from bot.dialogue.replies import Outcome, Reply, plain_text
from bot.store.database import Database
from bot.store.tables import Audit, Lesson, Outbox, ReviewState, Waiter
from tests.desk.builders import write_entry
from tests.support.citizens import ask, at_once, doing, visitor
from tests.support.databases import only_row, rows_of
from tests.support.moments import AT, later

UNKNOWN = "ขั้นตอนจดทะเบียนสมรสกับชาวต่างชาติ"
ANSWER = "การจดทะเบียนสมรสติดต่อสำนักงานเขตหรืออำเภอ กระทรวงนี้ไม่ได้รับจดทะเบียน"
ADMIN, OTHER = 99, 98


class Room:
    """Citizens ask, an admin decides."""

    def __init__(self, database: Database, editions: Editions) -> None:
        self.database = database
        self.editions = editions
        self.asking = Asking(database, editions)
        self.review = Reviewing(database, editions, editions.taught_dir)

    def hear(self, text: str) -> Reply:
        """What a citizen is told."""
        said = IncomingMessage("web", 1, 1, 1, text, AT)
        return self.asking.ask(UnitOfWork(self.database), said).reply

    def ask(self, text: str, chat_id: int = 5, *, wait: bool = False, at: datetime = AT) -> None:
        """A citizen asks, and may want to know."""
        ask(self.database, self.asking, text, chat_id, at=at, wait=wait)

    def pending(self) -> list[ReviewItem]:
        """The open items."""
        return self.review.queue.pending(later(60))

    def decision(self, by: int = ADMIN) -> Decision:
        """About the only open item, as it is now."""
        (item,) = self.pending()
        return about(item, by)

    def teach(self) -> Taught:
        """Write the answer."""
        return self.review.teach(self.decision(), LessonKind.ANSWER, ANSWER)

    def lessons(self) -> tuple[int, int]:
        """How many are written down, and how many files there are."""
        files = (path for path in self.editions.taught_dir.rglob("*") if path.is_file())
        return len(rows_of(self.database, Lesson)), len(list(files))

    def entry_for(self, text: str) -> str | None:
        """What answers now."""
        return self.editions.current.responder.respond(Question(text, AT)).entry


def about(item: ReviewItem, by: int = ADMIN) -> Decision:
    """A decision about an item as it was seen."""
    return Decision(item.id, item.version, by, later(60))


@pytest.fixture
def room(database: Database, editions: Editions) -> Room:
    """A room with one unanswered question, asked by two, waited for by one."""
    room = Room(database, editions)
    room.ask(UNKNOWN, 5)
    room.ask(UNKNOWN + "คะ", 6, wait=True)
    return room


def test_the_queue_shows_what_is_asked_most(room: Room) -> None:
    """An item holds its wordings, its counts and the nearest entries."""
    room.ask("สูตรแกงเขียวหวานไก่", 7)
    first, second = room.pending()
    assert (2, 1, 2) == (first.count, first.waiting, len(first.samples))
    assert ("สูตรแกงเขียวหวานไก่", 1, 0) == (second.sample, second.count, second.waiting)
    assert all(near.entry_id in room.editions.current.knowledge.entries for near in first.nearest)
    assert 2 == room.review.queue.count()
    assert first == room.review.queue.item(first.id, AT)


def test_a_written_answer_serves_at_once(room: Room) -> None:
    """The question, and its likes, are answered from the new entry; the queue is empty."""
    taught = room.teach()
    assert taught.entry_id == room.entry_for(UNKNOWN)
    assert ANSWER in "".join(getattr(block, "text", "") for block in taught.reply.blocks)
    assert [] == room.pending()


def test_a_phrasing_serves_at_once(room: Room) -> None:
    """The question finds the entry it was given to."""
    taught = room.review.teach(room.decision(), LessonKind.PHRASING, "hotline")
    assert ("hotline", "hotline") == (taught.entry_id, room.entry_for(UNKNOWN))


def test_those_who_wanted_to_know_are_told_once(room: Room) -> None:
    """One notice for the one who asked for it, none for the other, none again."""
    taught = room.teach()
    assert 1 == taught.told
    notice = only_row(room.database, Outbox)
    assert (6, 1) == (notice.chat_id, notice.priority)
    assert "taught:1:2:6:0" == notice.dedup
    waiter = only_row(room.database, Waiter)
    assert waiter.told_at == later(60)


def test_a_decision_carried_out_twice_changes_nothing(room: Room) -> None:
    """The same admin's same decision, redelivered after a crash, gives the same result."""
    decision = room.decision()
    first = room.review.teach(decision, LessonKind.ANSWER, ANSWER)
    again = room.review.teach(decision, LessonKind.ANSWER, ANSWER)
    assert first.entry_id == again.entry_id
    assert ((1, 1), 1) == (room.lessons(), len(rows_of(room.database, Outbox)))


def test_a_lesson_survives_death_between_file_and_commit(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the program dies after writing the file, repeating the decision completes it."""
    decision = room.decision()

    def die(*_: object) -> Taught:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Reviewing, "_record", die)
        with pytest.raises(KeyboardInterrupt):
            room.review.teach(decision, LessonKind.ANSWER, ANSWER)
    restarted = Room(room.database, room.editions)
    taught = restarted.review.teach(decision, LessonKind.ANSWER, ANSWER)
    assert (taught.entry_id, 1) == (restarted.entry_for(UNKNOWN), taught.told)
    assert (1, 1) == room.lessons()


def test_the_second_admin_learns_that_it_is_done(room: Room) -> None:
    """A decision on an outdated version is refused and changes nothing."""
    outdated = room.decision(OTHER)
    room.teach()
    with pytest.raises(RefusedError, match="จัดการไปแล้ว"):
        room.review.teach(outdated, LessonKind.PHRASING, "hotline")
    with pytest.raises(RefusedError, match="จัดการไปแล้ว"):
        room.review.dismiss(outdated)
    assert (1, 1) == room.lessons()


def test_two_admins_at_once_make_one_lesson(room: Room) -> None:
    """However the presses interleave, one wins and the other is told."""

    def teach(decision: Decision) -> str:
        try:
            room.review.teach(decision, LessonKind.ANSWER, f"{ANSWER} {decision.by}")
        except RefusedError:
            return "refused"
        return "taught"

    outcomes = at_once(*(partial(teach, room.decision(by)) for by in (ADMIN, OTHER)))
    assert ["refused", "taught"] == sorted(outcomes)
    assert (1, 1) == room.lessons()


def test_an_item_settled_while_it_is_taught_learns_nothing(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lesson takes seconds; whoever dismisses its item meanwhile finds nothing taught."""
    decision, other = room.decision(), room.decision(OTHER)
    write = Reviewing._write

    def written_meanwhile(*given: object) -> object:
        path = write(*given)  # type: ignore[arg-type]
        room.review.dismiss(other)
        return path

    monkeypatch.setattr(Reviewing, "_write", written_meanwhile)
    with pytest.raises(RefusedError, match="จัดการไปแล้ว"):
        room.review.teach(decision, LessonKind.ANSWER, ANSWER)
    assert (None, (0, 0)) == (room.entry_for(UNKNOWN), room.lessons())


def test_who_was_told_a_lesson_that_is_undone_hears_the_next(room: Room) -> None:
    """The wrong answer is not the last word they read."""
    decision = room.decision()
    room.teach()
    room.review.undo(decision.review_id, ADMIN, later(90))
    assert 1 == room.pending()[0].waiting
    assert 1 == room.review.teach(room.decision(), LessonKind.ANSWER, f"{ANSWER} ค่ะ").told
    assert 2 == len(rows_of(room.database, Outbox))


def test_who_wants_to_know_what_was_taught_meanwhile_reads_it(room: Room) -> None:
    """An old button leads to the answer, not to another question in the queue."""
    key, who = question_key("telegram", 5, 1), visitor(5)
    assert room.asking.taught_since(key, who, AT) is None
    room.teach()
    answered = room.asking.taught_since(key, who, later(90))
    assert answered
    assert ANSWER in plain_text(answered.reply)
    assert key == answered.question_key
    assert room.asking.taught_since(key, visitor(6), later(90)) is None


def test_who_waits_for_what_is_asked_elsewhere_waits_there(room: Room) -> None:
    """An item whose question meanwhile waits in another brings its people along."""
    decision = room.decision()
    room.teach()
    (room.editions.taught_dir / only_row(room.database, Lesson).path).unlink()
    room.editions.reload(later(80))
    room.ask(UNKNOWN, 5, at=later(85))
    room.review.undo(decision.review_id, ADMIN, later(90))
    (item,) = room.pending()
    assert item.id != decision.review_id
    assert 1 == item.waiting


@pytest.mark.parametrize(
    ("kind", "what"), [(LessonKind.ANSWER, ANSWER), (LessonKind.PHRASING, "hotline")]
)
def test_undo_takes_the_lesson_back_once(room: Room, kind: LessonKind, what: str) -> None:
    """Nothing of it is served or left in the folder, and the item is open again."""
    decision = room.decision()
    room.review.teach(decision, kind, what)
    room.review.undo(decision.review_id, ADMIN, later(90))
    assert (None, (1, 0)) == (room.entry_for(UNKNOWN), room.lessons())
    (item,) = room.pending()
    assert (decision.review_id, ReviewState.OPEN) == (item.id, item.state)
    with pytest.raises(RefusedError):
        room.review.undo(decision.review_id, ADMIN, AT)
    assert room.teach().entry_id == room.entry_for(UNKNOWN)


def test_what_was_dismissed_stays_dismissed(room: Room) -> None:
    """The same question again does not come back into the queue; undo brings it back."""
    decision = room.decision()
    room.review.dismiss(decision)
    room.review.dismiss(decision)
    room.ask(UNKNOWN, 9)
    assert [] == room.pending()
    room.review.undo(decision.review_id, ADMIN, AT)
    assert 3 == room.pending()[0].count


def test_a_lesson_that_would_take_anothers_question_is_refused(room: Room) -> None:
    """What was taught before must still find its entry; the culprit is named."""
    room.review.teach(room.decision(), LessonKind.PHRASING, "hotline")
    room.ask(UNKNOWN, 5)
    with room.database.write() as session:
        session.connection().exec_driver_sql("UPDATE review SET state = 'open', version = 9")
    item = room.review.queue.item(1, AT)
    assert item
    decision = Decision(1, item.version, OTHER, AT)
    with pytest.raises(RefusedError, match="“"):
        room.review.teach(decision, LessonKind.PHRASING, "museum")
    assert "hotline" == room.entry_for(UNKNOWN)


@pytest.mark.parametrize("text", ["", "  \n ", "\x00", "-", " . ", "…"])
def test_an_empty_answer_is_refused(room: Room, text: str) -> None:
    """Nothing is written and the item stays."""
    with pytest.raises(RefusedError):
        room.review.teach(room.decision(), LessonKind.ANSWER, text)
    assert 1 == room.review.queue.count()


def test_unknown_items_and_entries_are_refused(room: Room) -> None:
    """Forged numbers change nothing."""
    with pytest.raises(RefusedError, match="ไม่พบ"):
        room.review.teach(Decision(777, 1, ADMIN, AT), LessonKind.ANSWER, ANSWER)
    with pytest.raises(RefusedError, match="ไม่มีเรื่องนี้"):
        room.review.teach(room.decision(), LessonKind.PHRASING, "../../etc/passwd")
    with pytest.raises(RefusedError, match="ไม่พบ"):
        room.review.undo(777, ADMIN, AT)
    assert room.review.queue.item(777, AT) is None


def test_a_lesson_serves_though_another_file_is_broken(room: Room) -> None:
    """Somebody's half-done edit does not stop teaching."""
    (room.editions.knowledge_dir / "museum.md").write_text("---\ntitle: [\n---\n", "utf-8")
    assert room.teach().entry_id == room.entry_for(UNKNOWN)


def test_a_lesson_that_cannot_serve_is_taken_back(room: Room, tmp_path: Path) -> None:
    """When the folder as a whole is refused, the lesson is not left half-taught."""
    for path in room.editions.knowledge_dir.glob("*.md"):
        path.unlink()
    with pytest.raises(RefusedError, match="โฟลเดอร์ความรู้มีปัญหา"):
        room.teach()
    assert (1, (0, 0)) == (room.review.queue.count(), room.lessons())


def test_every_decision_is_audited(room: Room) -> None:
    """Who did what to which item stands in the trail."""
    decision = room.decision()
    room.teach()
    room.review.undo(decision.review_id, OTHER, later(90))
    room.review.dismiss(room.decision())
    trail = rows_of(room.database, Audit)
    assert [
        (ADMIN, "review.teach.answer", "1"),
        (OTHER, "review.undo", "1"),
        (ADMIN, "review.dismiss", "1"),
    ] == [(row.who, row.what, row.subject) for row in trail]


def test_a_masked_question_is_taught_without_the_marks(
    sqlite_database: Database, editions: Editions
) -> None:
    """The mark of a hidden number is no part of what people say."""
    room = Room(sqlite_database, editions)
    room.ask(f"{UNKNOWN} โทรกลับ 0812345678")
    room.teach()
    (file,) = editions.taught_dir.glob("*.md")
    assert "[" not in file.read_text("utf-8").split("questions:")[1].splitlines()[1]


def test_an_entry_that_answers_meanwhile_refuses_nothing(room: Room) -> None:
    """Staff and admin may both cure the same gap."""
    write_entry(room.editions.knowledge_dir, "wedding", UNKNOWN, UNKNOWN + "คืออะไร", ANSWER)
    room.editions.reload(AT)
    taught = room.review.teach(room.decision(), LessonKind.PHRASING, "wedding")
    assert "wedding" == taught.entry_id


def test_a_preview_writes_nothing(room: Room) -> None:
    """What the citizen would read is shown; the folder and the queue stay as they are."""
    decision = room.decision()
    shown = room.review.preview(decision, LessonKind.ANSWER, ANSWER)
    assert ANSWER in plain_text(shown)
    assert (1, (0, 0)) == (room.review.queue.count(), room.lessons())
    with pytest.raises(RefusedError, match="ไม่มีเรื่องนี้"):
        room.review.preview(decision, LessonKind.PHRASING, "nothing")


def test_only_those_who_wait_are_told(room: Room) -> None:
    """The answer reaches them once, teaches nothing, and undo opens the item again."""
    decision = room.decision()
    first = room.review.teach(decision, LessonKind.TOLD, "ติดต่อเขตค่ะ")
    again = room.review.teach(decision, LessonKind.TOLD, "ติดต่อเขตค่ะ")
    assert (1, 0) == (first.told, again.told)
    notice = only_row(room.database, Outbox)
    assert "taught:1:2:6:0" == notice.dedup
    assert (0, None) == (room.review.queue.count(), room.entry_for(UNKNOWN))
    room.review.undo(decision.review_id, ADMIN, later(70))
    assert 1 == room.review.queue.count()


def test_nobody_to_tell_is_refused(sqlite_database: Database, editions: Editions) -> None:
    """An answer for nobody is not lost in silence."""
    room = Room(sqlite_database, editions)
    room.ask(UNKNOWN)
    with pytest.raises(RefusedError, match="ไม่มีผู้รอ"):
        room.review.teach(room.decision(), LessonKind.TOLD, "ติดต่อเขตค่ะ")
    assert 1 == room.review.queue.count()


def test_a_wording_can_be_taught_to_be_an_alarm(room: Room) -> None:
    """From then on it gets the numbers; undo makes it a question again."""
    decision = room.decision()
    taught = room.review.teach(decision, LessonKind.EMERGENCY, "fire")
    assert Outcome.EMERGENCY is taught.reply.outcome
    assert "199" in plain_text(taught.reply)
    room.review.undo(decision.review_id, ADMIN, later(70))
    asked = Question(UNKNOWN, AT)
    assert Outcome.EMERGENCY is not room.editions.current.responder.respond(asked).outcome
    with pytest.raises(RefusedError):
        room.review.teach(room.decision(), LessonKind.EMERGENCY, "boredom")


def test_a_dismissal_may_end(room: Room) -> None:
    """With its reason, until its day; asked again after that it is open again."""
    room.review.dismiss(room.decision(), "เป็นเรื่องของอำเภอ", later(3600))
    item = room.review.queue.item(1, AT)
    assert item
    assert ("เป็นเรื่องของอำเภอ", later(3600)) == (item.note, item.until)
    room.ask(UNKNOWN, 11)
    assert 0 == room.review.queue.count()
    room.ask(UNKNOWN, 12, at=later(3601))
    assert 1 == room.review.queue.count()


def test_a_lesson_that_opens_what_is_out_of_scope_is_refused(room: Room) -> None:
    """The culprit is named: a must-refuse question, or one that an admin dismissed."""
    room.ask("ราคาทองคำแท่งวันนี้บาทละเท่าไหร่", 21)
    (gold,) = [one for one in room.pending() if "ทอง" in one.sample]
    with pytest.raises(RefusedError, match="นอกขอบเขต “ราคาทองคำวันนี้บาทละเท่าไหร่”"):
        room.review.teach(about(gold), LessonKind.ANSWER, "ทองคำบาทละห้าหมื่น")
    assert (0, 0) == room.lessons()


def test_items_are_merged_and_split_by_hand(room: Room) -> None:
    """Questions and those who wait go along, and later likes go where they belong."""
    room.ask("สูตรแกงเขียวหวานไก่", 31, wait=True)
    first, second = room.pending()
    room.review.merge(about(second), first.id)
    (merged,) = room.pending()
    assert (3, 2) == (merged.count, merged.waiting)
    room.ask("สูตรแกงเขียวหวานไก่หน่อย", 32)
    assert 4 == room.pending()[0].count
    with pytest.raises(RefusedError, match="จัดการไปแล้ว"):
        room.review.merge(about(second), first.id)
    item = room.pending()[0]
    curries = [text for text in item.samples if "แกง" in text]
    made = room.review.split(about(item), curries)
    counts = {one.id: (one.count, one.waiting) for one in room.pending()}
    assert {item.id: (2, 1), made: (2, 1)} == counts
    room.ask("ขอสูตรแกงเขียวหวานไก่", 33)
    assert 3 == {one.id: one.count for one in room.pending()}[made]
    item = room.review.queue.item(item.id, AT) or item
    with pytest.raises(RefusedError, match="บางประโยค"):
        room.review.split(about(item), item.samples)


def test_wordings_that_come_down_to_the_same_stay_together(room: Room) -> None:
    """A polite word more makes no other question, and no item that nothing could find."""
    item = room.pending()[0]
    with pytest.raises(RefusedError, match="แยกเป็นอีกเรื่องไม่ได้"):
        room.review.split(about(item), [f"{UNKNOWN}คะ"])
    assert [(item.id, 2)] == [(one.id, one.count) for one in room.pending()]
    room.ask(f"{UNKNOWN} ใช้เอกสารอะไร", 8)
    item = room.pending()[0]
    chosen = [text for text in item.samples if text != UNKNOWN]
    made = room.review.split(about(item), chosen)
    assert {item.id: 1, made: 2} == {one.id: one.count for one in room.pending()}


def test_the_queue_tells_the_trend_and_what_the_bot_did(room: Room) -> None:
    """How often this week and the week before, and with which outcome."""
    room.ask(UNKNOWN, 41, at=later(-9 * 86400))
    (item,) = room.pending()
    assert (2, 1) == (item.this_week, item.week_before)
    assert {"no_answer": 3} == item.outcomes


def test_the_queue_tells_what_people_found_wrong(room: Room) -> None:
    """Each person's reason counts once, in the item of the question."""
    for chat_id in (5, 6):
        key = question_key("telegram", chat_id, 1)
        with doing(room.database, later(60)) as work:
            assert room.asking.judge(work, key, Fault.OLD, visitor(chat_id), later(60))
    assert [{"old": 2}] == [item.faults for item in room.pending()]


def test_while_paused_the_public_reads_a_notice_and_emergencies_are_heard(room: Room) -> None:
    """Nothing is taught or queued meanwhile; the hotline is always there."""
    pausing = Pausing(room.database, room.editions.texts)
    pausing.begin("ปิดปรับปรุงถึงเย็นนี้ค่ะ", ADMIN, AT)
    with pytest.raises(RefusedError):
        pausing.begin("", OTHER, AT)
    said = plain_text(room.hear("สูตรแกงเขียวหวานไก่"))
    assert "ปิดปรับปรุงถึงเย็นนี้ค่ะ" in said
    assert "1313" in said
    assert "199" in plain_text(room.hear("ไฟไหม้ช่วยด้วย"))
    assert 1 == room.review.queue.count()
    pausing.end(ADMIN, AT)
    with pytest.raises(RefusedError):
        pausing.end(ADMIN, AT)
    assert "ปิดปรับปรุง" not in plain_text(room.hear("สูตรแกงเขียวหวานไก่"))
