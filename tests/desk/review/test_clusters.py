"""Questions that mean the same come together, however they are said or spelt."""

import itertools
import threading
from collections.abc import Callable
from functools import partial
from itertools import combinations
from typing import Any

import pytest

from benchmarks.clusters import OWN, f1, paraphrased, spelt_thrice
from bot.desk.conversation.asking import Asking, IncomingMessage
from bot.desk.editions import Editions
from bot.desk.messaging.unit_of_work import UnitOfWork
from bot.desk.review import clusters
from bot.desk.review.clusters import SimilarItem, cluster_of, find_similar, join, meaning_of
from bot.knowledge.entries import KnowledgeBase
from bot.search.index import Index
from bot.search.similarity import Meaning, likeness, most_alike
from bot.search.understanding import understand
from bot.store.database import Database
from bot.store.tables import Question, Review, ReviewState
from tests.support.citizens import at_once
from tests.support.databases import rows_of
from tests.support.moments import AT
from tests.support.shared import shared_path


@pytest.fixture(scope="module")
def meant() -> Callable[[str], Meaning]:
    """How a text is understood where nothing is known."""
    index = Index.build(KnowledgeBase())
    return lambda text: meaning_of(understand(index, text, AT.date()).query)


def test_spellings_of_one_question_come_together(sqlite_database: Database) -> None:
    """Questions on the same article and aspect, each as three people would type it; half of them.

    `benchmarks.clusters` takes all: they come together as well, in three times the time.
    """
    questions = spelt_thrice(shared_path("eval", "dev-questions.jsonl"))
    assert f1(questions[: len(questions) // 2], sqlite_database) >= 0.9


def test_other_words_for_the_same_come_together(sqlite_database: Database) -> None:
    """A hard set: paraphrases that share few letters, and neighbours that share most."""
    assert f1(paraphrased(OWN), sqlite_database) >= 0.7


def test_what_is_asked_for_keeps_questions_apart(meant: Callable[[str], Meaning]) -> None:
    """When and how much are two questions about the same thing."""
    when = meant("ทุนปริญญาเอกต่างประเทศเปิดรับเมื่อไหร่")
    cost = meant("ทุนปริญญาเอกต่างประเทศได้เดือนละกี่บาท")
    assert most_alike(when, [cost]) is None
    assert 0 == most_alike(when, [meant("ทุนปริญาเอกต่างประเทศเปิดรับสะหมัดเมื่อไร")])


def test_likeness_is_the_same_either_way_round(meant: Callable[[str], Meaning]) -> None:
    """And whole for a question and itself; what was kept is what was meant."""
    texts = ("ที่จอดรถกระทรวงอยู่ตรงไหน", "จอดรถในกระทรวงกี่บาท", "", "?", "ก")
    meanings = [meant(text) for text in texts]
    for one, other in combinations(meanings, 2):
        assert likeness(one, other) == pytest.approx(likeness(other, one))
    assert meanings == [Meaning.from_json(one.to_json()) for one in meanings]
    assert likeness(meanings[0], meanings[0]) == pytest.approx(1)


def test_questions_of_one_moment_come_together(
    sqlite_database: Database, meant: Callable[[str], Meaning]
) -> None:
    """Each was looked up before the other was written; what was made meanwhile is looked at too."""
    texts = ("ที่จอดรถกระทรวงอยู่ตรงไหน", "ที่จอดรถของกระทรวงอยู่ตรงใหนคะ", "ขอทุนเรียนต่อปริญญาเอก")
    asked = [_asked(number, text, meant(text)) for number, text in enumerate(texts)]
    with sqlite_database.read() as session:
        found = [find_similar(session, one.cluster, one.meaning) for one in asked]
    assert [SimilarItem(None, 0)] * 3 == found
    with sqlite_database.write() as session:
        session.add_all(asked)
        session.flush()
        both = zip(asked, found, strict=True)
        items = [join(session, one, "no_answer", AT, what) for one, what in both]
        ids = [item.id for item in items if item]
    assert [1, 1, 2] == ids


def test_an_item_that_was_closed_meanwhile_takes_nothing_in(
    sqlite_database: Database, meant: Callable[[str], Meaning]
) -> None:
    """It was found open, and is answered when the question is written."""
    text = "ที่จอดรถกระทรวงอยู่ตรงไหน"
    first, second = (_asked(number, text, meant(text)) for number in (1, 2))
    with sqlite_database.write() as session:
        session.add_all((first, second))
        session.flush()
        item = join(session, first, "no_answer", AT)
        found = find_similar(session, second.cluster, second.meaning)
        assert item
        assert found.review_id == item.id
        item.state = ReviewState.ANSWERED
        session.flush()
        another = join(session, second, "no_answer", AT, found)
        assert another
        assert another.id != item.id


def _asked(number: int, text: str, meaning: Meaning) -> Question:
    return Question(
        key=str(number),
        channel="telegram",
        chat_id=number,
        message_id=1,
        text=text,
        cluster=cluster_of(text),
        meaning=meaning.to_json(),
        asked_at=AT,
    )


@pytest.mark.postgres
def test_two_who_ask_the_same_for_the_first_time_at_once_are_both_heard(
    postgres_url: str, editions: Editions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each would make the item; whoever comes second finds it, and nobody reads of an error."""
    database, both = Database(postgres_url), threading.Barrier(2)
    make, made = clusters._make, itertools.count()

    def together(*given: Any) -> Review:
        if next(made) < 2:
            both.wait(10)
        return make(*given)

    monkeypatch.setattr(clusters, "_make", together)
    asking, works = Asking(database, editions), [UnitOfWork(database), UnitOfWork(database)]
    for chat, work in enumerate(works, 1):
        asking.ask(work, IncomingMessage("web", chat, chat, 1, "สูตรแกงเขียวหวานไก่", AT))
    at_once(*(partial(work.commit, AT) for work in works))
    assert [2] == [one.count for one in rows_of(database, Review)]
    database.close()
