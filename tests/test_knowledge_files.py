"""The knowledge that is shipped: every file loads, and every check passes without error."""

from datetime import date
from pathlib import Path

import pytest

from benchmarks.corpora import load_out_of_scope
from bot.dialogue.conversation import Question
from bot.dialogue.replies import ANSWERED, Outcome
from bot.dialogue.responder import Responder
from bot.knowledge.checks import check
from bot.knowledge.entries import Kind, KnowledgeBase
from bot.knowledge.files import Loaded, load_folder
from bot.knowledge.problems import Severity
from bot.knowledge.taught import must_refuse
from bot.search import Index
from bot.texts import Texts
from tests.support.moments import AT

ROOT = Path(__file__).parents[1] / "knowledge"
_TOLD_ALIKE = {"สเปซอินสไปเรียมเป็นของหน่วยงานไหน"}  # of an event there as well


@pytest.fixture(scope="module")
def shipped() -> Loaded:
    return load_folder(ROOT)


def test_every_file_loads_without_a_word(shipped: Loaded) -> None:
    """Not even a warning: unknown keys and stray documents are mistakes here."""
    assert [] == [str(problem) for problem in shipped.problems]


def test_every_check_passes(shipped: Loaded) -> None:
    """No error; warnings about age come with time and are for the editors."""
    problems = check(shipped, date(2026, 11, 23))
    assert [] == [str(one) for one in problems if one.severity is Severity.ERROR]


def test_every_entry_names_its_source_and_its_day(shipped: Loaded) -> None:
    """Nothing unsourced is shipped, and each says when it was true."""
    codes = {"no-source", "no-verified", "same-title", "weekday-differs", "dead-link"}
    problems = check(shipped, date(2026, 11, 23))
    assert [] == [str(one) for one in problems if one.code in codes]


def test_there_is_something_to_start_with(shipped: Loaded) -> None:
    """At least 60 entries, 20 of them events, and every kind."""
    served = shipped.knowledge.entries.values()
    assert len(served) >= 60
    assert sum(entry.event is not None for entry in served) >= 20
    assert set(Kind) == {entry.kind for entry in served}


def test_a_base_that_knows_nothing_of_it_survives_every_listed_question(shipped: Loaded) -> None:
    """Nothing at all is told from an empty one."""
    nothing = KnowledgeBase({})
    responder = Responder(nothing, Index.build(nothing), Texts.load())
    asked = [one for entry in shipped.knowledge.entries.values() for one in entry.questions]
    replies = (responder.respond(Question(question, AT)) for question in asked)
    assert not [reply for reply in replies if reply.entry]


def test_what_is_out_of_scope_is_not_answered(shipped: Loaded) -> None:
    """The gate of every lesson holds for what is shipped."""
    responder = Responder(shipped.knowledge, Index.build(shipped.knowledge), Texts.load())
    answered = [
        text
        for text in must_refuse()
        if responder.respond(Question(text, AT)).outcome is Outcome.ANSWER
    ]
    assert [] == answered
    assert len(must_refuse()) >= 50


def test_everyday_questions_are_no_business_of_ours(shipped: Loaded) -> None:
    """Nothing is told and no number given to who asks of a bank, a school or the moon."""
    responder = Responder(shipped.knowledge, Index.build(shipped.knowledge), Texts.load())
    replies = {text: responder.respond(Question(text, AT)) for text in load_out_of_scope()}

    assert [] == [text for text, reply in replies.items() if reply.outcome in ANSWERED]
    assert sum(reply.outcome is Outcome.NO_ANSWER for reply in replies.values()) >= 150


def test_a_listed_question_is_told_of_no_other_entry(shipped: Loaded) -> None:
    """Each third of them; the same may be told of another, and a danger goes before everything."""
    responder = Responder(shipped.knowledge, Index.build(shipped.knowledge), Texts.load())
    listed = [(q, one) for one in shipped.knowledge.entries.values() for q in one.questions]
    strayed = {
        question
        for question, entry in listed[::3]
        if (reply := responder.respond(Question(question, AT))).outcome is Outcome.ANSWER
        if reply.entry != entry.id
    }
    assert strayed <= _TOLD_ALIKE
