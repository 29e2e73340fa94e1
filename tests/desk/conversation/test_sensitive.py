"""Questions that tell of somebody's health and the like are shown to nobody by the way."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.desk.editions import Editions
from bot.desk.errors import RefusedError
from bot.desk.operations.retention import Retention, RetentionPeriods
from bot.desk.privacy import Privacy
from bot.desk.reporting.figures import Figures
from bot.desk.reporting.precision import AnswerSampling
from bot.desk.reporting.question_log import LogFilter, QuestionLog
from bot.desk.review.lessons import LessonKind
from bot.desk.review.review_queue import ReviewItem
from bot.desk.review.reviewing import Decision, Reviewing
from bot.store.database import Database
from bot.texts import Texts
from tests.support.moments import AT
from tests.web.site import ADMIN, ZONE, make_editions, write_knowledge
from tests.web.visits import ask

TOLD = "แม่หนูเป็นมะเร็ง ยืมเครื่องช่วยหายใจจากกระทรวงได้ไหมคะ"
PLAIN = "ยืมเครื่องช่วยหายใจจากกระทรวงได้ไหมคะ"
ANSWER = "กระทรวงไม่มีเครื่องช่วยหายใจให้ยืมค่ะ"
HIDDEN = Texts.load()("review.hidden")


@pytest.fixture
def editions(tmp_path: Path) -> Editions:
    return make_editions(write_knowledge(tmp_path / "knowledge"))


@pytest.fixture
def key(database: Database, editions: Editions) -> str:
    """Of the question that somebody waits to hear about."""
    return ask(database, editions, TOLD)


@pytest.fixture
def review(database: Database, editions: Editions, key: str) -> Reviewing:
    return Reviewing(database, editions, editions.taught_dir)


def only_item(review: Reviewing) -> ReviewItem:
    (item,) = review.queue.pending(AT)
    return item


def test_its_words_stand_in_no_list_group_or_export(
    database: Database, editions: Editions, review: Reviewing, key: str
) -> None:
    """They are read one question at a time, from a link that the item holds."""
    records = QuestionLog(database, editions)
    item = only_item(review)
    assert (HIDDEN, (HIDDEN,), (key,)) == (item.sample, item.samples, item.hidden)
    assert [HIDDEN] == [one.sample for one in review.queue.listed("open", AT, 9)]
    assert [HIDDEN] == [name for name, _ in Figures(database, editions, ZONE).unanswered(ADMIN, AT)]
    assert [HIDDEN] == [row.text for row in records.questions(LogFilter(), None, 9, ADMIN, AT).rows]
    assert [HIDDEN] == [row.text for row in records.export(LogFilter(), ADMIN, AT)]
    why = records.why(key, ADMIN, AT)
    assert why
    assert TOLD == why.logged.text
    assert "questions.why" in [row.what for row in records.trail(None, 9)]


def test_it_teaches_nothing_but_its_people_are_told(database: Database, review: Reviewing) -> None:
    """The bot may not keep such words; whoever waits is answered all the same."""
    item = only_item(review)
    decision = Decision(item.id, item.version, ADMIN, AT)
    for kind, what in ((LessonKind.PHRASING, "kite-office"), (LessonKind.ANSWER, ANSWER)):
        with pytest.raises(RefusedError, match="คุ้มครองเป็นพิเศษ"):
            review.teach(decision, kind, what)
    told = review.teach(decision, LessonKind.TOLD, ANSWER)
    assert 1 == told.told


def test_a_group_is_known_by_the_first_words_that_may_be_shown(
    database: Database, editions: Editions, review: Reviewing, key: str
) -> None:
    """Once somebody asks the same without telling of anybody, it can be taught."""
    item = only_item(review)
    other = ask(database, editions, PLAIN, chat_id=8)
    items = review.queue.pending(AT)
    if len(items) == 2:  # not alike enough to come together by themselves
        mine = next(one for one in items if one.hidden)
        target = next(one for one in items if not one.hidden)
        review.merge(Decision(mine.id, mine.version, ADMIN, AT), target.id)
    item = only_item(review)
    assert (PLAIN, (PLAIN,), (key,)) == (item.sample, item.samples, item.hidden)
    taught = review.teach(Decision(item.id, item.version, ADMIN, AT), LessonKind.ANSWER, ANSWER)
    assert 2 == taught.told
    assert other != key


def test_it_is_forgotten_earlier_and_its_item_with_it(
    database: Database, editions: Editions, review: Reviewing, tmp_path: Path
) -> None:
    """After thirty days nothing of it is left, while other questions are kept."""
    ask(database, editions, "ค่าเช่าบอลลูนวันละกี่บาท", chat_id=9)
    retention = Retention(database, Privacy(database, tmp_path / "j"), RetentionPeriods())
    assert 0 == retention.run(AT + timedelta(days=29))["sensitive"]
    done = retention.run(AT + timedelta(days=31))
    assert (1, 0) == (done["sensitive"], done["questions"])
    assert ["ค่าเช่าบอลลูนวันละกี่บาท"] == [one.sample for one in review.queue.pending(AT)]
    with database.read() as session:
        for table in ("question", "review"):
            rows = session.connection().exec_driver_sql(f"SELECT * FROM {table}").all()  # noqa: S608
            assert "มะเร็ง" not in repr(rows)


def test_its_answer_is_not_drawn_for_judging(database: Database, editions: Editions) -> None:
    """The admins who judge are shown other people's."""
    monday = AT - timedelta(days=AT.weekday())
    asked = monday - timedelta(days=2)
    ask(database, editions, "ลูกชายเป็นออทิสติก งานว่าวที่น่านจัดวันไหน", asked, 11)
    ask(database, editions, "งานว่าวที่น่านจัดวันไหน", asked, 12)
    assert 1 == AnswerSampling(database, editions, ZONE).draw(monday)
