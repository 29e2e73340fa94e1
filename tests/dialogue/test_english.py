"""A chat that asked for English: the same entries, English labels, English dates."""

from functools import cache

from bot.dialogue.replies import Outcome, plain_text
from bot.dialogue.responder import Responder
from bot.knowledge.entries import KnowledgeBase
from bot.search import Index
from bot.texts import Texts
from tests.dialogue.base import ENTRIES, Talk


@cache
def english() -> Responder:
    knowledge = KnowledgeBase({entry.id: entry for entry in ENTRIES})
    return Responder(knowledge, Index.build(knowledge), Texts.load("en"))


def test_a_conversation_in_english() -> None:
    """Contact, a follow-up, a list with its dates, the first of it, thanks."""
    talk = Talk(english())
    assert "ministry-main" == talk.say("What is the ministry's phone number?").entry
    assert "75/47" in (talk.say("where?").answer or "")
    listed = talk.say("Any events next month?")
    assert "Events in December 2026" in plain_text(listed)
    assert "4-6 December 2026" in plain_text(listed)
    assert "ภูกระดึง" in (talk.say("where?").answer or "")
    assert "You are welcome" in plain_text(talk.say("thank you"))


def test_thai_is_understood_there_too() -> None:
    """A Thai question gets its answer, with English labels."""
    reply = Talk(english()).say("ค่ายดูดวงจันทร์จัดวันไหน")

    assert "camp-moon-loei" == reply.entry
    assert "Source:" in plain_text(reply)


def test_english_without_an_answer_is_told_so_in_english() -> None:
    """It is a question like any other, not a language nobody knows."""
    reply = Talk(english()).say("best pizza in town")

    assert Outcome.NO_ANSWER is reply.outcome
    assert "rather not guess" in plain_text(reply)


def test_danger_is_heard_in_english() -> None:
    """The numbers come first, as in Thai."""
    assert Outcome.EMERGENCY is Talk(english()).say("radiation leak, help me").outcome


def test_a_few_english_words_are_asked_of_a_talk_in_thai() -> None:
    """Of the topic, where none of them names anything."""
    talk = Talk()
    assert Outcome.SMALLTALK is talk.say("who opened it").outcome  # asked of what?
    talk.say("ค่ายดูดวงจันทร์จัดวันไหน")
    assert "สมหมาย ใจเย็น" in (talk.say("who opened it").answer or "")
    assert "ภูกระดึง" in (talk.say("where?").answer or "")


def test_english_words_that_are_no_sentence_are_read_in_thai() -> None:
    """With the names beside them; a sentence is told where English is spoken."""
    assert "ministry-main" == Talk().say("MHESI phone number kub").entry
    assert Outcome.CONTACT is not Talk().say("where is the ministry").outcome
