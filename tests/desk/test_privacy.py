"""People see what is kept of them and can have it forgotten, for good."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, func, text
from sqlmodel import SQLModel, col, select

from bot.desk.conversation.asking import Asking
from bot.desk.editions import Editions
from bot.desk.messaging.chat_memory import ChatMemory
from bot.desk.messaging.mailbox import Mailbox
from bot.desk.messaging.unit_of_work import OutgoingCall, UnitOfWork
from bot.desk.notifications.subscriptions import Broadcasts, Subscriptions
from bot.desk.operations.retention import Retention, RetentionPeriods
from bot.desk.privacy import JOURNAL, Privacy
from bot.store import follows, privacy
from bot.store.database import Database
from bot.store.tables import Audit, Chat, Question, Review
from bot.texts import Texts
from tests.desk.builders import update
from tests.support.citizens import ask, doing, visitor
from tests.support.databases import only_row, rows_of
from tests.support.moments import AT, later

ME, OTHER = 7_313_131_313, 8_424_242_424
MINE = "ขอเลขเด็ดงวดหน้าของสมหญิง"
ABOUT_PEOPLE = {"chat_id", "user_id"}  # columns that name a person or a chat


class Desk:
    """Two citizens who ask, and the means to look into every column."""

    def __init__(self, database: Database, editions: Editions, folder: Path) -> None:
        self.database = database
        self.asking = Asking(database, editions)
        self.journal = folder / "backups" / JOURNAL
        self.privacy = Privacy(database, self.journal)
        self.mailbox = Mailbox(database, lambda: [1])
        self.memory = ChatMemory(database)
        self._messages = 0

    def ask(self, who: int, said: str, seconds: float = 0) -> str:
        """A question; its key."""
        self._messages += 1
        at, number = later(seconds), self._messages
        return ask(self.database, self.asking, said, who, at=at, number=number).question_key

    def judge_and_wait(self, who: int, key: str) -> None:
        """A bad vote, and the wish to be told."""
        with doing(self.database) as work:
            self.asking.judge(work, key, False, visitor(who), AT)
            self.asking.want_to_know(work, key, visitor(who), AT)
            work.send(OutgoingCall(who, "sendMessage", {"text": "รอส่ง"}, dedup=f"wait:{who}"))

    def forget(self, who: int, seconds: float = 60) -> None:
        """The wish, carried out."""
        with doing(self.database, later(seconds)) as work:
            self.privacy.forget(work, visitor(who), later(seconds))

    def copy_for(self, who: int, seconds: float) -> str:
        """What they read of themselves."""
        with doing(self.database, later(seconds)) as work:
            return self.privacy.copy_for(work, visitor(who), later(seconds))

    def breaks_at(self, written: dict[str, Any]) -> None:
        """An update that nobody can handle, which is kept to be looked into."""
        self.mailbox.accept([written], AT)
        (received,) = self.mailbox.next_updates(AT)
        self.mailbox.reject(received, "Broken", AT)

    def traces(self) -> list[str]:
        """The tables in which my number or my words stand."""
        return [at for at, value in self.everything() if str(ME) in value or MINE in value]

    def everything(self) -> list[tuple[str, str]]:
        """Every value of every table but the list of wishes, as (table, text)."""
        tables = [one for one in SQLModel.metadata.sorted_tables if one.name != "forgotten"]
        with self.database.read() as session:
            rows = [
                (table.name, row)
                for table in tables
                for row in session.connection().execute(table.select())
            ]
        return [(name, str(value)) for name, row in rows for value in row]


@pytest.fixture
def desk(database: Database, editions: Editions, tmp_path: Path) -> Desk:
    return Desk(database, editions, tmp_path)


def test_whoever_is_forgotten_is_nowhere(desk: Desk) -> None:
    """After every kind of trace, neither the number nor the words stand in any table."""
    desk.breaks_at(update(1, ME, MINE))
    desk.judge_and_wait(ME, desk.ask(ME, MINE))
    assert {"inbox", "outbox", "chat", "question", "review", "feedback"} <= set(desk.traces())
    desk.forget(ME)
    assert [] == desk.traces()


def test_what_was_written_in_a_group_is_forgotten_too(desk: Desk) -> None:
    """Where a message could not be handled it is kept for a month, whatever chat it came from."""
    written = update(1, -500, MINE)
    written["message"] |= {"from": {"id": ME}, "chat": {"id": -500, "type": "supergroup"}}
    written["message"]["entities"] = [{"type": "mention", "offset": 0, "length": 3}]
    desk.breaks_at(written)
    assert "inbox" in desk.traces()
    desk.forget(ME)
    assert [] == desk.traces()


def test_counts_and_other_people_stay(desk: Desk) -> None:
    """The question still counts as asked and unanswered; a neighbour keeps everything."""
    desk.ask(ME, MINE)
    desk.ask(OTHER, MINE, 1)
    desk.forget(ME)
    rows = rows_of(desk.database, Question)
    review = only_row(desk.database, Review)
    assert [("gone", "", "no_answer"), ("telegram", MINE, "no_answer")] == [
        (row.channel, row.text, row.outcome) for row in rows
    ]
    assert (MINE, "open") == (review.sample, review.state)
    assert MINE in desk.copy_for(OTHER, 90)


def test_a_group_of_questions_speaks_with_other_words_or_closes(desk: Desk) -> None:
    """An admin never sees the words of somebody who is gone."""
    desk.ask(ME, MINE)
    desk.ask(OTHER, MINE + "คะ", 1)
    desk.ask(ME, "ใครจะชนะมวยคู่เอกคืนนี้", 2)
    desk.forget(ME)
    reviews = rows_of(desk.database, Review)
    assert [(MINE + "คะ", "open"), ("(ลบตามคำขอ)", "answered")] == [
        (one.sample, one.state) for one in reviews
    ]


def test_what_comes_later_is_kept_again(desk: Desk) -> None:
    """Forgetting is about the past; whoever comes back is a new citizen."""
    desk.ask(ME, MINE)
    desk.forget(ME)
    assert desk.memory.recall(visitor(ME)).notice_due
    desk.ask(ME, "พิพิธภัณฑ์วิทยาศาสตร์เปิดกี่โมง", 120)
    desk.privacy.replay()
    copy = desk.copy_for(ME, 130)
    assert "พิพิธภัณฑ์วิทยาศาสตร์เปิดกี่โมง" in copy
    assert MINE not in copy


def test_a_database_from_before_forgets_again(desk: Desk) -> None:
    """The journal beside the backups carries the wish into whatever was brought back."""
    desk.ask(ME, MINE)
    desk.forget(ME)
    with desk.database.write() as session:  # as if an old backup had come back
        session.connection().execute(text("DELETE FROM forgotten"))
    desk.ask(ME, MINE, 30)
    desk.journal.write_text(desk.journal.read_text("utf-8") + '["telegram", 1, ', "utf-8")
    assert 1 == desk.privacy.replay()
    assert 0 == desk.privacy.replay()
    assert [] == desk.traces()


def test_a_failing_deletion_is_repeated_at_the_next_start(desk: Desk) -> None:
    """The wish is written down first: a crash in between keeps it."""
    desk.ask(ME, MINE)

    def crash(_: Any) -> None:
        raise InterruptedError

    work = UnitOfWork(desk.database)
    desk.privacy.forget(work, visitor(ME), later(60))
    work.write(crash)
    with pytest.raises(InterruptedError):
        work.commit(later(60))
    assert any(MINE in value for _, value in desk.everything())
    assert 1 == desk.privacy.replay()
    assert not any(MINE in value for _, value in desk.everything())


def test_the_copy_tells_everything_and_is_noted(desk: Desk) -> None:
    """Question, vote and wait; the audit says that somebody looked."""
    desk.judge_and_wait(ME, desk.ask(ME, MINE + " โทร 0812345678"))
    copy = desk.copy_for(ME, 60)
    for told in (str(ME), MINE, "[เบอร์โทรศัพท์]", "ยังไม่ตรง", "23 พฤศจิกายน 2569 09:30 น."):
        assert told in copy
    assert "0812345678" not in copy
    lines = rows_of(desk.database, Audit)
    assert [(ME, "privacy.copy")] == [(line.who, line.what) for line in lines]


def test_somebody_who_sends_numbers_is_asked_once_not_to(desk: Desk, texts: Texts) -> None:
    """Politely, under the answer, and never again in this chat."""

    def plea(number: int, said: str) -> bool:
        at = later(number)
        reply = ask(desk.database, desk.asking, said, ME, at=at, number=number).reply
        return texts("desk.no_numbers") in [getattr(block, "text", "") for block in reply.blocks]

    said = ["เบอร์ 1313 คืออะไร", "โทร 0812345678 ครับ", "เลขบัตร 1234567890123 ค่ะ"]
    assert [False, True, False] == [plea(at, one) for at, one in enumerate(said, 100)]


def test_every_column_about_people_is_known_to_this_test(desk: Desk) -> None:
    """A new table with a chat or a person in it has to be forgotten, too, or be staff's."""
    known = {"inbox", "outbox", "chat", "question", "feedback", "waiter", "forgotten"}
    known |= {"officer_case", "follow", "reminder"}
    found = {
        table.name
        for table in SQLModel.metadata.sorted_tables
        if ABOUT_PEOPLE & {column.name for column in table.columns}
    }
    assert found <= known | STAFF_ONLY, found - known - STAFF_ONLY


STAFF_ONLY = {"appointment", "invitation", "stay"}  # roles and sessions of the console


def test_everything_leaves_in_time(desk: Desk, editions: Editions) -> None:
    """A year later only counts are left, and the audit of the last year."""
    keep = Retention(desk.database, desk.privacy, RetentionPeriods())
    desk.judge_and_wait(ME, desk.ask(ME, MINE))
    desk.mailbox.accept([update(1, ME), update(2, OTHER)], AT)
    (received,) = desk.mailbox.next_updates(AT)
    desk.mailbox.finish(received, UnitOfWork(desk.database), AT)
    desk.forget(OTHER)

    def left(table: str) -> int:
        with desk.database.read() as session:
            counted = select(func.count()).select_from(SQLModel.metadata.tables[table])
            return session.exec(counted).one()

    keep.run(AT + timedelta(days=3))
    assert 2 == left("inbox")
    keep.run(AT + timedelta(days=3, seconds=61))
    assert 1 == left("inbox")  # the one that is still new
    keep.run(AT + timedelta(days=180))
    assert any(MINE in value for at, value in desk.everything() if at == "question")
    keep.run(AT + timedelta(days=180, seconds=61))
    assert not any(MINE in value for at, value in desk.everything() if at == "question")
    assert (1, 0, 0, 0) == tuple(map(left, ("question", "chat", "waiter", "forgotten")))
    assert "" == desk.journal.read_text("utf-8")


def test_who_follows_something_is_told_however_long_they_are_silent(
    desk: Desk, editions: Editions
) -> None:
    """And who declined broadcasts gets none; of both only the wish stays, no word."""
    subjects = Subscriptions(desk.database, editions)
    for who in (ME, OTHER):
        desk.ask(who, MINE)
    subjects.follow(visitor(ME), "เชียงใหม่", AT)
    Broadcasts(desk.database).set_wanted(visitor(OTHER), False, AT)
    desk.ask(5_005, MINE)
    Retention(desk.database, desk.privacy, RetentionPeriods()).run(AT + timedelta(days=200))
    with desk.database.read() as session:
        assert {ME: {"เชียงใหม่"}} == follows.by_chat(session)
        kept = session.exec(select(Chat).order_by(col(Chat.chat_id))).all()
    assert [(ME, "", True), (OTHER, "", False)] == [
        (one.chat_id, one.conversation, one.broadcasts) for one in kept
    ]


def test_many_old_questions_leave_in_small_steps(desk: Desk) -> None:
    """More than one transaction's worth; all go, the new ones stay."""
    with desk.database.write() as session:
        session.add_all(
            Question(key=f"k{at}", channel="web", chat_id=at, message_id=1, text="เก่า",
                     outcome="answer", asked_at=AT if at < 153 else later(10))
            for at in range(160)
        )  # fmt: skip
    keep = Retention(desk.database, desk.privacy, RetentionPeriods())
    assert 153 == keep.run(AT + timedelta(days=180, seconds=1))["questions"]


def test_the_nights_steps_walk_only_over_what_is_still_somebodys(sqlite_database: Database) -> None:
    """However many questions are nobody's any more, a step finds the next ones by an index."""
    seen: list[tuple[str, Any]] = []
    with sqlite_database.read() as session:
        event.listen(
            session.get_bind(), "before_cursor_execute", lambda *said: seen.append(said[2:4])
        )
        for sensitive in (False, True):
            seen.clear()
            privacy.anonymise_questions(session, AT, 50, sensitive=sensitive)
            statement, values = next(one for one in seen if one[0].startswith("SELECT"))
            plan = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
            index = "ix_question_sensitive" if sensitive else "ix_question_kept"
            assert [True] == [index in row[3] for row in plan.all()]
