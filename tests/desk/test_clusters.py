"""Questions that mean the same come together, however they are said or spelt."""

import json
import random
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from pathlib import Path

import pytest

from benchmarks import noise
from bot.desk.clusters import meaning_of
from bot.knowledge.entries import KnowledgeBase
from bot.search.index import Index
from bot.search.similarity import Meaning, likeness, most_alike
from bot.search.understanding import understand
from tests.support.moments import AT
from tests.support.shared import shared_path

OWN = Path(__file__).parents[1] / "golden" / "question-groups.jsonl"
Labelled = tuple[str, str]  # group, question


@pytest.fixture(scope="module")
def meant() -> Callable[[str], Meaning]:
    """How a text is understood where nothing is known."""
    index = Index.build(KnowledgeBase())
    return lambda text: meaning_of(understand(index, text, AT.date()).query)


def f1(questions: Iterable[Labelled], meant: Callable[[str], Meaning]) -> float:
    """Pairwise F1 of grouping the questions as they come in, in some order."""
    order = list(questions)
    random.Random(1).shuffle(order)  # noqa: S311
    known: list[Meaning] = []
    groups: list[int] = []
    for number, (_, text) in enumerate(order):
        meaning = meant(text)
        place = most_alike(meaning, known)
        groups.append(number if place is None else groups[place])
        known.append(meaning)
    return _pairwise([group for group, _ in order], groups)


def _pairwise(wanted: Sequence[str], found: Sequence[int]) -> float:
    pairs = [
        (wanted[one] == wanted[other], found[one] == found[other])
        for one, other in combinations(range(len(wanted)), 2)
    ]
    together = sum(is_wanted and is_found for is_wanted, is_found in pairs)
    return 2 * together / (sum(a for a, _ in pairs) + sum(b for _, b in pairs))


def test_spellings_of_one_question_come_together(meant: Callable[[str], Meaning]) -> None:
    """Questions on the same article and aspect, each as three people would type it."""
    path = shared_path("eval", "dev-questions.jsonl")
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    rng = random.Random(7)  # noqa: S311
    questions = [
        (f"{row['article']} {row['aspect']}", text)
        for row in rows
        for text in (row["question"], *(noise.mixed(rng, row["question"]) for _ in range(2)))
    ]
    assert f1(questions, meant) >= 0.9


def test_other_words_for_the_same_come_together(meant: Callable[[str], Meaning]) -> None:
    """A hard set: paraphrases that share few letters, and neighbours that share most."""
    rows = [json.loads(line) for line in OWN.read_text("utf-8").splitlines()]
    assert f1([(row["group"], row["question"]) for row in rows], meant) >= 0.7


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
