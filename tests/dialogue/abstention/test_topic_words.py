"""A message of one word is offered what goes by it, not what mentions it."""

from dataclasses import replace

import pytest

from bot.dialogue.abstention.candidates import EntryNames, called_by, topic_word
from bot.dialogue.replies import Outcome
from bot.knowledge.entries import Entry, Kind
from bot.search import rank
from tests.dialogue.base import AT, ENTRIES, ask, over

HERB = Entry("herb", "สอนปลูกสมุนไพร", "สอนปลูกสมุนไพรที่เกาะไผ่", Kind.NEWS)
FAIR = Entry("fair", "งานสมุนไพรเกาะไผ่", "งานสมุนไพรเกาะไผ่มีร้าน 9 ร้าน", Kind.NEWS)
RAYS = Entry(
    "rays",
    "ฉายรังสีอาหาร",
    "ฉายรังสีผลไม้ เครื่องเทศ และสมุนไพร",
    Kind.SERVICE,
    questions=("ฉายรังสีอะไรได้บ้าง",),
)


@pytest.mark.parametrize("text", ["สมุนไพร", "มีสมุนไพรอะไรบ้าง", "มีสมุนไพรไรมั่งคะ"])
def test_what_goes_by_a_word_is_offered_and_not_what_mentions_it(text: str) -> None:
    """However sure the search may be of one of several that are titled so."""
    reply = ask(over((*ENTRIES, HERB, FAIR, RAYS)), text)
    assert Outcome.CHOICES is reply.outcome
    assert {"herb", "fair"} == set(reply.conversation.offered)


def test_titles_go_before_keywords_and_these_before_questions() -> None:
    """Nothing that says the word elsewhere goes by it."""
    keyword = replace(RAYS, keywords=("สมุนไพร",))
    question = replace(RAYS, questions=("ฉายรังสีสมุนไพรได้ไหม",))
    told = [called_by(one, "สมุนไพร") for one in (HERB, keyword, question, RAYS)]
    assert [0, 1, 2, None] == told


def test_all_that_go_by_a_word_are_found_however_it_is_written() -> None:
    """Signs and blanks within it, and another way to write its vowel, change nothing."""
    spelt = {
        "a": replace(HERB, id="a", title="ปลูกนํ้าเต้า"),
        "b": replace(HERB, id="b", title="ปลูกน้ำ-เต้า", keywords=("ผัก",)),
        "c": replace(HERB, id="c", title="ปลูกผัก", questions=("น้ำเต้าปลูกที่ไหน",)),
    }
    assert {"a": 0, "b": 0, "c": 2} == EntryNames({**spelt, "herb": HERB}).lookup("น้ำเต้า")


@pytest.mark.parametrize("text", ["สวทช.", "โคราช", "สมุนไพรจัดที่ไหน", "สมุนไพร เกาะไผ่", "2562", "ai"])
def test_a_name_or_a_question_is_no_topic_of_one_word(text: str) -> None:
    """An office is reached by its card, a place is none, and who says more is searched for."""
    brain = over((*ENTRIES, HERB))
    assert "" == topic_word(rank(brain._index, text, today=AT.date()).query)
