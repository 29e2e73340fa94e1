"""Bare questions that are misspelt, and messages that only look like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.replies import Outcome
from bot.dialogue.rewriting.spelling import corrected
from bot.knowledge.entries import Entry
from bot.thai.tables import rows_of
from tests.dialogue.base import CAMP, Talk


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("เปิดกีโมง", "เปิดกี่โมง"),
        ("ขอเบอรหนอย", "ขอเบอร์หน่อย"),
        ("คาเขาเทาไหร", "ค่าเข้าเท่าไหร่"),
        ("จัดวนไหน", "จัดวันไหน"),
        ("สสมัครยังไง", "สมัครยังไง"),
        ("ติดต่อใร", "ติดต่อใคร"),
        ("ใครเปนประธาน", "ใครเป็นประธาน"),
        ("อัแรก", "อันแรก"),
        ("ใครเป็นปะทาน", "ใครเป็นประธาน"),
        ("ประทานคือใคร", "ประธานคือใคร"),
        ("เซนกับใคร", "เซ็นกับใคร"),
        ("เนื่องในโอกาศอะไร", "เนื่องในโอกาสอะไร"),
        ("วิทยากอนมีใครบ้าง", "วิทยากรมีใครบ้าง"),
        ("ขอบคุครับ", "ขอบคุณครับ"),
        ("ค่าเ ข้าเ ท่าไ หร่", "ค่าเข้าเท่าไหร่"),
        ("แลวป 64 ละ", "แลวป 64 ละ"),  # two letters too many are wrong
    ],
)
def test_a_misspelt_question_is_read_as_it_was_meant(typed: str, meant: str) -> None:
    assert corrected(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "จัดที่ไหน เมื่อไหร่",
        "ข้าวแพง",
        "ปลา",
        "หมัก",
        "จีบสาวยังไง",
        "วัวกี่ตัว",
        "เบอร์โทร สดร.",
        "วิ่งเร็วแค่ไหน",
        "ใครติด",
        "อะไหล่",
        "ละครพูด",
        "ไม่ใช่งานนี้ ที่ตรังอ่ะ",
        "1313 ยังโทรติดไหม",
        "แล้วที่ลาวล่ะ",
        "ที่ไร่",
        "กี่คณะ",
        "where",
        "",
    ],
)
def test_what_has_words_of_its_own_stays_as_it_is(text: str) -> None:
    assert corrected(text) == text


def test_what_the_topic_has_is_not_misspelt() -> None:
    """Of a patent "จดวันไหน" asks when it is registered, and of a camp when that is."""
    patent = Entry("patent", "จดสิทธิบัตรว่าว", "จดสิทธิบัตรได้ที่อำเภอ")
    assert corrected("จดวันไหน", [patent]) == "จดวันไหน"
    assert corrected("จดวันไหน", [CAMP]) == "จัดวันไหน"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("รับเด็กชั้นปะถมไหม", "รับเด็กชั้นประถมไหม"),
        ("รับเด็กชั้น ประถม ไหม", "รับเด็กชั้น ประถม ไหม"),
        ("รับเด็กชั้นมัดธยมไหม", "รับเด็กชั้นมัดธยมไหม"),
    ],
)
def test_words_of_the_topic_are_spelt_as_it_has_them(typed: str, meant: str) -> None:
    """Where all others ask or are its own as well."""
    assert corrected(typed, [CAMP]) == meant
    assert corrected(typed) == typed


def test_what_is_spelt_right_stays_as_it_is() -> None:
    for question, *_ in rows_of("bare_questions.csv", needed=1):
        assert corrected(question) == question


@given(st.text(max_size=30))
def test_any_text_is_read_once(text: str) -> None:
    """What was read as it was meant is spelt right."""
    meant = corrected(text)
    assert corrected(meant) == meant


@pytest.mark.parametrize(
    ("typed", "right"), [("จัดวนไหน", "จัดวันไหน"), ("ใครเปนประธาน", "ใครเป็นประธาน")]
)
def test_the_topic_answers_it_like_the_right_one(typed: str, right: str) -> None:
    talk, other = Talk(), Talk()
    for one in (talk, other):
        one.say("ค่ายดูดวงจันทร์จัดวันไหน")
    reply = talk.say(typed)
    assert reply.entry == "camp-moon-loei"
    assert reply.answer == other.say(right).answer
    assert reply.answer


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        ("ลากอน", Outcome.SMALLTALK),
        ("ขอบบคุณค่ะ", Outcome.SMALLTALK),
        ("กิจกรมเดือนนี้", Outcome.EVENTS),
        ("ติดต่อเ้าหน้าที่", Outcome.CONTACT),
        ("ค่าเขาเท่าไหร่", Outcome.SMALLTALK),  # asks of nothing, and is asked back
    ],
)
def test_what_needs_no_search_is_understood_outside_a_talk(typed: str, outcome: Outcome) -> None:
    assert Talk().say(typed).outcome is outcome
