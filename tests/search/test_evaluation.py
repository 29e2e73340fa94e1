"""Evaluation: what counts as right, wrong, offered and declined."""

import pytest

from bot.search.evaluation import Answered, Case, evaluate

LINES = (
    {"id": "1", "article": "a.txt", "kind": "fact", "question": "ก", "answers": ["5\u00a0คน"]},
    {"id": "2", "article": "b.txt", "kind": "fact", "question": "ข", "answers": ["x"]},
    {"id": "3", "article": "c.txt", "kind": "noisy", "question": "ค", "answers": ["x"]},
    {"id": "4", "group": "chit-chat", "question": "ง"},
    {"id": "5", "question": "จ"},
)
REPLIES = {
    "ก": Answered("a", "มี 5 คน", ("a", "b"), ms=1.0),
    "ข": Answered("a", "x", ("a", "b"), ms=2.0),
    "ค": Answered(None, "เลือก x", ("b", "c"), ("c",), ms=3.0),
    "ง": Answered(None, "ไม่ทราบ", ("a",), ms=4.0),
    "จ": Answered("a", "ตอบ", ("a",), ms=5.0),
}


def test_each_kind_has_its_row() -> None:
    """Rows by kind in the order met, then all that can be answered and all that cannot."""
    report = evaluate(LINES, REPLIES.__getitem__)
    assert ["fact", "noisy", "out-of-scope: chit-chat", "out-of-scope", "answerable"] == [
        row.kind for row in report.rows
    ]


def test_shares_are_counted_per_kind() -> None:
    """First place, first ten, spans of right entries only, right, wrong, offered, declined.

    A span beside the right choice is shown, and not told.
    """
    fact, noisy, chat, other, every = evaluate(LINES, REPLIES.__getitem__).rows
    assert (0.5, 1.0, 0.5, 0.5, 0.5) == (
        fact.first,
        fact.within_ten,
        fact.span,
        fact.right,
        fact.wrong,
    )
    assert (0.0, 1.0, 1.0, 0.0) == (noisy.first, noisy.within_ten, noisy.offered, noisy.wrong)
    assert (0.5, 0.0, 1.0) == (fact.shown, noisy.span, noisy.shown)
    assert (1.0, 0.0) == (chat.declined, chat.wrong)
    assert (0.0, 1.0) == (other.declined, other.wrong)
    assert 3 == every.count


def test_the_time_of_a_question_is_reported() -> None:
    """Median and high percentiles of the milliseconds told."""
    report = evaluate(LINES, REPLIES.__getitem__)
    assert 3.0 == report.median_ms
    assert report.p95_ms <= report.p99_ms <= 5.0
    assert len(report.rows) + 2 == len(report.lines())


def test_a_line_without_a_question_is_refused() -> None:
    """The name of the missing key is in the error."""
    with pytest.raises(KeyError, match="question"):
        Case.read({"id": "1"})
