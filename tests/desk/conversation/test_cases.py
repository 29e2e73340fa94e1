"""Cases: every step counts once, however often it is repeated, and belongs to whom it should."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session

from bot.desk.conversation.asking import Asking
from bot.desk.conversation.cases import Cases, CaseView
from bot.desk.editions import Editions
from bot.desk.errors import RefusedError
from bot.desk.messaging.mailbox import Mailbox
from bot.desk.messaging.unit_of_work import OutgoingCall, result_of
from bot.desk.operations.retention import Retention, RetentionPeriods
from bot.desk.privacy import JOURNAL, Privacy
from bot.desk.review.reviewing import Decision, Reviewing
from bot.store.cases import CaseState
from bot.store.database import Database
from bot.store.tables import Outbox
from tests.support.citizens import ask, at_once, doing, visitor
from tests.support.databases import read, rows_of
from tests.support.moments import AT, later

ROOM, OFFICER = -100, 77
ZONE = ZoneInfo("Asia/Bangkok")
ME, OTHER = visitor(5), visitor(6)
UNKNOWN = "ขั้นตอนจดทะเบียนสมรสกับชาวต่างชาติ"
ANSWER = "ยื่นคำร้องที่สำนักงานเขตพร้อมหนังสือเดินทาง"


@dataclass
class Letters:
    """A post whose messages are one word each."""

    forum = True

    def opened(self, case: CaseView) -> Sequence[OutgoingCall]:
        return [self._letter(ROOM, case, "opened")]

    def left_again(self, case: CaseView) -> Sequence[OutgoingCall]:
        return [self._letter(ROOM, case, f"again{case.changed_at:%H%M%S}")]

    def from_citizen(self, case: CaseView, text: str, origin: str) -> Sequence[OutgoingCall]:
        return [self._letter(ROOM, case, origin, text)]

    def to_citizen(self, case: CaseView, text: str, origin: str) -> Sequence[OutgoingCall]:
        return [self._letter(case.chat_id, case, origin, text)]

    def taken(self, case: CaseView) -> Sequence[OutgoingCall]:
        return [self._letter(case.chat_id, case, "taken")]

    def handed_back(self, case: CaseView) -> Sequence[OutgoingCall]:
        return [self._letter(case.chat_id, case, f"back{case.changed_at:%H%M%S}")]

    def closed(self, case: CaseView) -> Sequence[OutgoingCall]:
        return [self._letter(case.chat_id, case, "closed")]

    def forgotten(self, case: CaseView) -> Sequence[OutgoingCall]:
        return [self._letter(ROOM, case, "forgotten")]

    @staticmethod
    def _letter(chat_id: int, case: CaseView, what: str, text: str = "") -> OutgoingCall:
        payload = {"text": text or what}
        return OutgoingCall(chat_id, "sendMessage", payload, dedup=f"{case.thread}{what}")


class Office:
    """A citizen's question and the desk it was left at."""

    def __init__(self, database: Database, editions: Editions, folder: Path) -> None:
        self.database = database
        self.review = Reviewing(database, editions, folder / "taught")
        self.cases = Cases(database, editions, self.review, Letters(), room=ROOM, zone=ZONE)
        self.key = ask(database, Asking(database, editions), UNKNOWN).question_key

    def left(self) -> CaseView:
        case = self.cases.leave(ME, self.key, AT)
        assert case
        return case

    def answered(self, text: str = "ติดต่อสำนักงานเขต") -> CaseView:
        """A case that an officer has answered: from now on they talk."""
        case = self.left()
        return self.cases.reply(case.id, OFFICER, "o900", text, later(1))

    def sent(self) -> list[tuple[int, str]]:
        rows = rows_of(self.database, Outbox)
        return [(row.chat_id, row.dedup.split(":", 2)[2]) for row in rows]


@pytest.fixture
def office(database: Database, editions: Editions, folder: Path) -> Office:
    return Office(database, editions, folder)


def test_a_repeated_step_changes_nothing(office: Office) -> None:
    """As after a crash before the update was closed."""
    office.left()
    case = office.left()
    for _ in range(2):
        office.cases.reply(case.id, OFFICER, "o900", "ติดต่อสำนักงานเขต", later(1))
    for _ in range(2):
        assert office.cases.overhear(ME, 2, "เขตไหน", later(2))
    for _ in range(2):
        office.cases.close(case.id, OFFICER, later(3))
    (view,) = office.cases.of_chat(ME)
    assert (CaseState.CLOSED, 1) == (view.state, view.id)
    assert [(ROOM, "opened"), (5, "o900"), (ROOM, "c2"), (5, "closed")] == office.sent()


def test_a_question_whose_case_was_closed_is_left_again(office: Office) -> None:
    """Whoever is told that it was sent is waited for: the room hears it, once."""
    case = office.left()
    office.cases.close(case.id, OFFICER, later(1))
    for _ in range(2):
        again = office.cases.leave(ME, office.key, later(2))
    assert again
    assert (case.id, CaseState.WAITING) == (again.id, again.state)
    assert [case.id] == [one.id for one in office.cases.waiting()]
    assert [(ROOM, "opened"), (5, "closed"), (ROOM, "again093002")] == office.sent()


def test_the_day_and_the_number_of_a_case_are_of_the_zone(office: Office) -> None:
    """Opened in the first hours of a year, which in Greenwich are still in the last."""
    night = AT.replace(year=2027, month=1, day=1, hour=1)
    opened = office.cases.leave(ME, office.key, night)
    (seen,) = office.cases.waiting()
    assert opened
    assert (opened.ticket, "1 มกราคม 2570") == (seen.ticket, seen.since)
    assert "ถาม-2570-00001" == seen.ticket


def test_who_took_a_case_keeps_it(office: Office) -> None:
    """The second officer hears that it is taken."""
    case = office.left()
    office.cases.take(case.id, OFFICER, later(1))
    with pytest.raises(RefusedError, match=case.ticket):
        office.cases.take(case.id, OFFICER + 1, later(2))


def test_of_two_who_take_at_once_one_does(office: Office) -> None:
    """However the presses interleave; the one who did may press again."""
    case = office.left()
    both = threading.Barrier(2)

    def take(by: int) -> str:
        both.wait()
        try:
            office.cases.take(case.id, by, later(1))
            office.cases.take(case.id, by, later(2))
        except RefusedError:
            return "refused"
        return "taken"

    outcomes = at_once(partial(take, OFFICER), partial(take, OFFICER + 1))
    assert ["refused", "taken"] == sorted(outcomes)


def test_a_case_belongs_to_its_chat(office: Office) -> None:
    """Others can neither leave its question, nor end its talk, nor see it."""
    case = office.answered()
    assert office.cases.leave(OTHER, office.key, later(2)) is None
    assert not office.cases.hand_back(OTHER, case.id, later(2))
    assert not office.cases.overhear(OTHER, 3, "สวัสดี", later(2))
    assert [] == office.cases.of_chat(OTHER)
    assert office.cases.hand_back(ME, case.id, later(3))
    assert not office.cases.overhear(ME, 4, "สวัสดี", later(4))


def test_who_talks_with_no_officer_writes_nothing(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every private message comes by; the one writer of the database waits for none of these."""
    office.left()

    def refused() -> None:
        raise AssertionError

    monkeypatch.setattr(office.database, "write", refused)
    assert not office.cases.overhear(ME, 2, "สวัสดี", later(1))
    assert not office.cases.overhear(ME, 2, "สวัสดีค่ะ", later(2), edit=1)


def test_who_is_handed_back_meanwhile_is_answered_by_the_bot(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look whether an officer listens, and the words on their way."""
    case = office.answered()
    write = office.database.write

    @contextmanager
    def after_a_hand_back() -> Iterator[Session]:
        monkeypatch.setattr(office.database, "write", write)
        office.cases.release(case.id, OFFICER, later(2))
        with write() as session:
            yield session

    monkeypatch.setattr(office.database, "write", after_a_hand_back)
    assert not office.cases.overhear(ME, 2, "เขตไหน", later(2))
    assert (ROOM, "c2") not in office.sent()


def test_only_what_an_officer_wrote_is_taught(office: Office) -> None:
    """Before that there is nothing to teach; afterwards the last answer serves everybody."""
    case = office.left()
    with pytest.raises(RefusedError, match="ยังไม่มีคำตอบ"):
        office.cases.teach(case.id, OFFICER, later(1))
    office.answered(ANSWER)
    taught = office.cases.teach(case.id, OFFICER, later(3))
    assert "หนังสือเดินทาง" in (taught.reply.answer or str(taught.reply.blocks))


def test_what_an_admin_dismissed_is_not_taught_from_the_room(office: Office) -> None:
    """The officer, who sees no queue, is told who stands in the way."""
    case = office.answered(ANSWER)
    (listed,) = office.review.queue.listed("open", later(3), 10)
    item = office.review.queue.item(listed.id, later(3))
    assert item
    office.review.dismiss(Decision(item.id, item.version, OFFICER, later(3)), "", None)
    with pytest.raises(RefusedError, match="ผู้ดูแลเลิกทำก่อน"):
        office.cases.teach(case.id, OFFICER, later(4))


def test_a_second_press_teaches_nothing_more(office: Office) -> None:
    """It finds what the first one did, and leaves no question in the queue."""
    case = office.answered(ANSWER)
    first = office.cases.teach(case.id, OFFICER, later(3))
    again = office.cases.teach(case.id, OFFICER, later(4))
    assert (first.review_id, first.entry_id) == (again.review_id, again.entry_id)
    assert 0 == office.review.queue.count()


def test_a_call_may_name_what_an_earlier_one_made(office: Office) -> None:
    """The id is filled in once it is known; what depends on a call that failed is left out."""
    mail = Mailbox(office.database)
    place = {"reply_parameters": {"message_id": result_of("t:2"), "quote": "x"}}
    more = {"text": "x", "message_thread_id": result_of("t:1")} | place
    with doing(office.database) as work:
        work.send(OutgoingCall(9, "createForumTopic", {"name": "x"}, dedup="t:1"))
        work.send(OutgoingCall(9, "sendMessage", more, dedup="t:3"))
    (topic,) = mail.claim(AT)
    mail.sent(topic, 4711, AT)
    (call,) = mail.claim(AT)
    assert {"text": "x", "message_thread_id": 4711} == call.payload


def test_a_case_is_known_by_its_topic_as_long_as_it_is_there(
    office: Office, tmp_path: Path
) -> None:
    """Traces of what was sent leave after a month; an officer may still answer after two."""
    case, privacy = office.left(), Privacy(office.database, tmp_path / JOURNAL)
    mail = Mailbox(office.database)
    (topic,) = mail.claim(AT)
    mail.sent(topic, 4711, AT)
    keep = Retention(office.database, privacy, RetentionPeriods())
    keep.run(later(60 * 86400))
    assert case.id == office.cases.find(4711, None)
    with doing(office.database, later(61 * 86400)) as work:
        privacy.forget(work, ME, later(61 * 86400))
    keep.run(later(62 * 86400))
    assert office.cases.find(4711, None) is None


def test_who_is_forgotten_is_waited_for_by_nobody(office: Office) -> None:
    """The room hears it once, and nothing of who left no question."""
    office.left()
    office.cases.forget(OTHER, later(1))
    assert 1 == len(office.cases.waiting())
    for _ in range(2):
        office.cases.forget(ME, later(2))
    assert [(ROOM, "opened"), (ROOM, "forgotten")] == office.sent()
    assert [] == office.cases.waiting()


def test_words_that_never_reached_the_room_are_forgotten(office: Office, tmp_path: Path) -> None:
    """The calls of a case are kept as long as it, those that were given up with what they say."""
    office.answered()
    office.cases.overhear(ME, 2, "บ้านอยู่ซอยร่วมใจ", later(2))
    mailbox = Mailbox(office.database)
    while calls := mailbox.claim(later(3), 5):
        for call in calls:
            mailbox.refused(call, "not enough rights", later(3))
    office.cases.forget(ME, later(4))
    with doing(office.database, later(4)) as work:
        Privacy(office.database, tmp_path / JOURNAL).forget(work, ME, later(4))
    left = [read(row.payload) for row in rows_of(office.database, Outbox)]
    assert left
    assert not any("ร่วมใจ" in one for one in left)


def test_what_was_written_for_an_officer_is_in_the_copy(office: Office, tmp_path: Path) -> None:
    """As a question and as a case, before anybody has answered it."""
    office.cases.write(ME, 7, "ขอคำปรึกษาเรื่องห้องทดลองที่บ้าน", AT)
    with doing(office.database, later(1)) as work:
        copy = Privacy(office.database, tmp_path / JOURNAL).copy_for(work, ME, later(1))
    assert "เรื่องที่ฝากเจ้าหน้าที่ 1 เรื่อง" in copy
    assert 2 == copy.count("ขอคำปรึกษาเรื่องห้องทดลองที่บ้าน")
