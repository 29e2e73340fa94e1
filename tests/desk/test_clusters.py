"""Questions that mean the same come together, however they are said or spelt."""

from collections.abc import Callable
from itertools import combinations

import pytest

from benchmarks.clusters import OWN, f1, paraphrased, spelt_thrice
from bot.desk.clusters import meaning_of
from bot.knowledge.entries import KnowledgeBase
from bot.search.index import Index
from bot.search.similarity import Meaning, likeness, most_alike
from bot.search.understanding import understand
from bot.store.database import Database
from tests.support.moments import AT
from tests.support.shared import shared_path


@pytest.fixture(scope="module")
def meant() -> Callable[[str], Meaning]:
    """How a text is understood where nothing is known."""
    index = Index.build(KnowledgeBase())
    return lambda text: meaning_of(understand(index, text, AT.date()).query)


def test_spellings_of_one_question_come_together(sqlite_database: Database) -> None:
    """Questions on the same article and aspect, each as three people would type it."""
    questions = spelt_thrice(shared_path("eval", "dev-questions.jsonl"))
    assert f1(questions, sqlite_database) >= 0.9


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
