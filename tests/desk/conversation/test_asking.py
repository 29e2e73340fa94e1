"""Questions are answered at once, recorded masked, and counted once."""

import json
from dataclasses import replace

import pytest

from bot.desk.conversation.asking import Answered, Asking, Fault, IncomingMessage
from bot.desk.conversation.pausing import Pausing
from bot.desk.editions import Editions
from bot.desk.messaging.chat_memory import ChatMemory, ChatState, Visitor
from bot.desk.messaging.mailbox import Mailbox
from bot.desk.messaging.unit_of_work import OutgoingCall, UnitOfWork
from bot.dialogue.conversation import Action, Verb
from bot.dialogue.replies import Outcome
from bot.store.database import Database
from bot.store.tables import Chat, Feedback, Question, Review, Waiter
from bot.texts import Texts
from tests.support.citizens import doing
from tests.support.databases import only_row, rows_of
from tests.support.moments import AT, later

MUSEUM = "พิพิธภัณฑ์วิทยาศาสตร์เปิดกี่โมง"
UNKNOWN = "ขั้นตอนจดทะเบียนสมรสกับชาวต่างชาติ"
ME = Visitor("telegram", 5, 50)


class Citizen:
    """Says things to the desk and commits what they cause."""

    def __init__(self, database: Database, asking: Asking) -> None:
        self.database = database
        self.asking = asking
        self._said = 0

    def says(self, text: str, seconds: float = 0, chat_id: int = 5, **other: object) -> Answered:
        """One message."""
        self._said += 1
        incoming = IncomingMessage("telegram", chat_id, 50, self._said, text, later(seconds))
        incoming = replace(incoming, **other)  # type: ignore[arg-type]
        with doing(self.database, incoming.at) as work:
            answered = self.asking.ask(work, incoming)
            key, dedup = answered.question_key, f"said:{self._said}"
            work.send(OutgoingCall(chat_id, "x", {}, dedup=dedup, question=key))
        return answered

    def acts(self, verb: Verb, argument: str = "", question: str = "") -> Answered:
        """A pressed button."""
        with doing(self.database, later(3)) as work:
            return self.asking.perform(work, Action(verb, argument), ME, later(3), question)

    def judges(self, key: str, judged: bool | Fault) -> bool:
        """A pressed thumb, or what is wrong."""
        with doing(self.database, later(9)) as work:
            return self.asking.judge(work, key, judged, ME, later(9))

    def wants(self, key: str) -> bool:
        """The wish to be told."""
        with doing(self.database) as work:
            return self.asking.want_to_know(work, key, ME, AT)

    @property
    def question(self) -> Question:
        """The only question asked so far."""
        return only_row(self.database, Question)

    @property
    def review(self) -> Review:
        """The only review item so far."""
        return only_row(self.database, Review)


@pytest.fixture
def citizen(database: Database, editions: Editions) -> Citizen:
    """Somebody with questions."""
    return Citizen(database, Asking(database, editions))


def test_an_answer_is_recorded_with_why(citizen: Citizen) -> None:
    """The row holds what was said, what answered, how sure, and the first matches."""
    answered = citizen.says(MUSEUM)
    row = citizen.question
    assert ("museum", Outcome.ANSWER) == (answered.reply.entry, answered.reply.outcome)
    assert (MUSEUM, "museum", "answer") == (row.text, row.entry, row.outcome)
    assert "museum" == json.loads(row.trace)["matches"][0]["entry"]
    assert row.key == answered.question_key
    assert [] == rows_of(citizen.database, Review)


def test_nothing_is_written_before_the_work_is(citizen: Citizen) -> None:
    """Asking only reads; the unit of work decides when everything is written."""
    citizen.asking.ask(
        UnitOfWork(citizen.database), IncomingMessage("telegram", 5, 50, 1, MUSEUM, AT)
    )
    assert [] == rows_of(citizen.database, Question) + rows_of(citizen.database, Chat)


@pytest.mark.parametrize("secret", ["081-234-5678", "1-2345-67890-12-3", "me@gmail.com"])
def test_personal_data_is_nowhere_in_the_store(citizen: Citizen, secret: str) -> None:
    """Question, trace, conversation and review hold masked text only."""
    citizen.says(f"{UNKNOWN} ติดต่อ {secret}")
    citizen.says(f"{MUSEUM} ติดต่อ {secret}")
    citizen.says("เครื่องสีข้าวชุมชนราคาเท่าไร")
    assert citizen.says("อันก่อนหน้านี้ล่ะ").reply.entry == "museum"
    everything = [rows_of(citizen.database, table) for table in (Question, Chat, Review)]
    digits = "".join(sign for sign in secret if sign.isalnum())
    assert secret not in repr(everything)
    assert digits not in repr(everything)


def test_an_unanswered_question_opens_one_item(citizen: Citizen) -> None:
    """The same meaning in other words and from other chats joins the item."""
    citizen.says(UNKNOWN)
    citizen.says(UNKNOWN + "ครับ", chat_id=6)
    citizen.says(UNKNOWN.replace("ขั้นตอน", "ขั้นตอนน"), chat_id=7)
    item = citizen.review
    assert (3, "no_answer", "open") == (item.count, item.reason, item.state)


def test_the_same_text_within_a_minute_counts_once(citizen: Citizen) -> None:
    """Impatience gives the same reply again and no second vote in the queue."""
    first = citizen.says(UNKNOWN)
    again = citizen.says(UNKNOWN, 30)
    assert again.reply is first.reply
    assert 1 == citizen.review.count
    citizen.says(UNKNOWN, 61)
    assert 2 == citizen.review.count


def test_a_follow_up_is_not_mistaken_for_a_repetition(citizen: Citizen) -> None:
    """After another question the same short words may mean something else."""
    citizen.says(MUSEUM)
    citizen.says("ดูดาวที่ดอยอินทนนท์เมื่อไหร่", 5)
    citizen.says(MUSEUM, 10)
    assert [False] * 3 == [row.repeated for row in rows_of(citizen.database, Question)]


def test_an_edited_message_changes_its_question(citizen: Citizen) -> None:
    """One row per message; the new text, answer and queue entry replace the old."""
    first = citizen.says(UNKNOWN, message_id=7)
    edited = citizen.says(MUSEUM, 20, message_id=7, edited=True)
    assert first.question_key == edited.question_key
    assert (MUSEUM, later(20)) == (citizen.question.text, citizen.question.edited_at)
    assert ("answered", 0) == (citizen.review.state, citizen.review.count)


def test_an_edit_knows_which_message_answered(citizen: Citizen) -> None:
    """Once the first answer was sent, the edit can change it in place."""
    citizen.says(UNKNOWN, message_id=7)
    mailbox = Mailbox(citizen.database)
    (call,) = mailbox.claim(later(1))
    mailbox.sent(call, 4711, later(1))
    assert 4711 == citizen.says(MUSEUM, 20, message_id=7, edited=True).answer_message_id


def test_a_pick_is_evidence_and_answers_the_question(citizen: Citizen) -> None:
    """Choosing an entry takes the question out of the queue and is remembered."""
    answered = citizen.says(UNKNOWN)
    picked = citizen.acts(Verb.PICK, "museum")
    assert ("museum", answered.question_key) == (picked.reply.entry, picked.question_key)
    assert ("museum", None) == (citizen.question.picked, citizen.question.review_id)
    assert "answered" == citizen.review.state


def test_none_of_these_is_evidence_too(citizen: Citizen) -> None:
    """Refusing all choices puts the question into the queue."""
    citizen.acts(Verb.NONE_OF_THESE, question=citizen.says(MUSEUM).question_key)
    assert "none_of_these" == citizen.review.reason


def test_one_vote_per_person_and_it_can_change(citizen: Citizen) -> None:
    """A bad vote asks for review, a changed mind takes that back, nobody counts twice."""
    key = citizen.says(MUSEUM).question_key
    assert citizen.judges(key, False)
    item = citizen.review
    assert ("open", "disliked", 1) == (item.state, item.reason, item.count)
    assert citizen.judges(key, True)
    assert 1 == len(rows_of(citizen.database, Feedback))
    assert "answered" == citizen.review.state


def test_a_conversation_outlives_the_process(citizen: Citizen, editions: Editions) -> None:
    """For ten minutes another process on the same database knows what was spoken of."""
    citizen.says(MUSEUM)
    citizen.asking = Asking(citizen.database, editions)
    assert "museum" == citizen.says("แล้วอยู่ที่ไหน", 599).reply.entry
    assert "museum" != citizen.says("แล้วอยู่ที่ไหน", 1200).reply.entry


def test_what_was_wrong_is_kept_with_the_vote(citizen: Citizen) -> None:
    """The fault joins the same vote and the same review item, with the trace of the answer."""
    key = citizen.says(MUSEUM).question_key
    citizen.judges(key, False)
    citizen.judges(key, Fault.OLD)
    kept = only_row(citizen.database, Feedback)
    assert (False, "old") == (kept.good, kept.reason)
    assert 1 == citizen.review.count
    assert json.loads(citizen.question.trace)["matches"]


@pytest.mark.parametrize(
    "key", ["another's", "", "AAAAAAAAAAAAAAAA", "'; DROP TABLE question; --", "\ud800"]
)
def test_a_forged_key_does_nothing(citizen: Citizen, key: str) -> None:
    """A question that is not this chat's can be neither judged nor waited for."""
    theirs = citizen.says(MUSEUM, chat_id=6).question_key
    key = theirs if key == "another's" else key
    assert not citizen.judges(key, False)
    assert not citizen.wants(key)
    assert [] == rows_of(citizen.database, Feedback)


def test_wanting_to_know_is_kept_once(citizen: Citizen) -> None:
    """Pressing twice waits once."""
    key = citizen.says(UNKNOWN).question_key
    assert [True, True] == [citizen.wants(key), citizen.wants(key)]
    assert only_row(citizen.database, Waiter)


@pytest.mark.parametrize("text", ["", " ", "\u0e48" * 4096, "ก\ud800ข\x00", "?", "9" * 4096])
def test_no_text_breaks_the_record(citizen: Citizen, text: str) -> None:
    """Whatever is typed, there is a reply and one row."""
    assert citizen.says(text).reply.blocks
    assert 1 == len(rows_of(citizen.database, Question))


def test_memory_of_what_comes_next_and_of_the_notice(sqlite_database: Database) -> None:
    """An admin's half-finished step and the first notice survive a restart."""
    memory = ChatMemory(sqlite_database)
    assert ChatState(notice_due=True, expecting=None) == memory.recall(ME)
    with doing(sqlite_database) as work:
        memory.expect(work, ME, {"review": 3}, AT)
        memory.mark_notice_shown(work, ME, AT)
    assert ChatState(notice_due=False, expecting={"review": 3}) == memory.recall(ME)
    with doing(sqlite_database) as work:
        memory.expect(work, ME, None, AT)
        memory.mark_unreachable(work, ME)
    assert memory.recall(ME).expecting is None
    assert not only_row(sqlite_database, Chat).reachable


def test_whoever_is_still_typing_sees_answers_and_leaves_no_trace(citizen: Citizen) -> None:
    """The best first, each told whole; nothing where there is no answer, or in a pause."""
    asking = citizen.asking
    first = asking.suggestions(MUSEUM, AT, 5)[0]
    assert first.entry == citizen.says(MUSEUM).reply.entry
    assert first.entry == asking.entry_of(first.key)
    assert first.title
    assert [] == asking.suggestions(UNKNOWN, AT, 5)
    assert 1 == len(rows_of(citizen.database, Question))
    Pausing(citizen.database, Texts.load()).begin("ปิดปรับปรุง", 1, AT)
    assert [] == asking.suggestions(MUSEUM, AT, 5)
