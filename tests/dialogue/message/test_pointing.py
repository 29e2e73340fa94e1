"""What a message points at with นี้ is what is talked about, and names nothing else."""

from dataclasses import replace

import pytest

from bot.dialogue.message.cues import demonstrative_nouns, without_demonstratives
from bot.dialogue.replies import Outcome
from bot.knowledge.entries import Entry, Kind
from tests.dialogue.base import ENTRIES, SOAP, Talk, over

TIDE = Entry(
    "tide-app",
    "แอปดูน้ำขึ้นน้ำลงเกาะไผ่",
    "แอปดูน้ำขึ้นน้ำลงบอกเวลาน้ำขึ้นของเกาะไผ่ล่วงหน้าสามวัน",
    Kind.SERVICE,
    keywords=("น้ำขึ้นน้ำลง",),
)
STAR = replace(
    TIDE,
    id="star-app",
    title="แอปนับดาว โหลดได้ทาง Play Store (ปิดรับแล้ว)",
    body="แอปนับดาวโหลดได้ทาง Play Store ผู้ทำคือชมรมดูดาว โครงการนี้ปิดรับสมัครแล้ว",
    keywords=("นับดาว",),
    facts={"โหลดได้ที่": "Play Store", "สถานะ": "ปิดรับแล้ว"},
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("โครงการนี้ยังเปิดรับอยู่ไหม", "ยังเปิดรับอยู่ไหม"),
        ("แอปนี้โหลดได้ที่ไหน", "โหลดได้ที่ไหน"),
        ("การแข่งขันครั้งนี้ใครจัด", "ใครจัด"),
        ("แล้วค่าสมัครของค่ายนี้เท่าไหร่", "แล้วค่าสมัคร เท่าไหร่"),
        ("สมัครทุนนี้ยังไง", "สมัคร ยังไง"),
    ],
)
def test_what_points_is_left_out(text: str, left: str) -> None:
    """Wherever it stands in a message."""
    assert without_demonstratives(text) == left
    assert demonstrative_nouns(text)


@pytest.mark.parametrize(
    "text", ["แล้วโครงการนี้ล่ะ", "ไม่ใช่งานนี้ ที่ตรังอ่ะ", "ปีนี้จัดที่ไหน", "โรงงานนี้อยู่ที่ไหน", "คนนี้เป็นใคร"]
)
def test_what_points_at_nothing_or_says_no_more_stays(text: str) -> None:
    """A year, a person and what is turned down as well."""
    assert without_demonstratives(text) == text


def test_what_is_asked_of_this_is_answered_of_the_topic_alone() -> None:
    """Another app that tells where to get it is not meant, whatever the topic does not tell."""
    talk = Talk(over((*ENTRIES, SOAP, TIDE, STAR)))
    assert talk.say("แอปดูน้ำขึ้นน้ำลงเกาะไผ่").entry == "tide-app"
    for text in ("แอปนี้โหลดได้ที่ไหน", "แอปนี้ใครทำ", "โครงการนี้ยังเปิดรับสมัครอยู่ไหม", "แอปนี้นับดาวได้ไหม"):
        reply = talk.say(text)
        assert (reply.entry, reply.conversation.topic) == ("tide-app", "tide-app")
        assert "Play Store" not in (reply.answer or "")


def test_what_points_is_told_of_nothing_that_nobody_talked_about() -> None:
    """At most it is offered."""
    talk = Talk(over((*ENTRIES, SOAP, TIDE, STAR)))
    reply = talk.say("โครงการนี้ยังเปิดรับสมัครอยู่ไหม")
    assert reply.outcome in (Outcome.CHOICES, Outcome.NO_ANSWER)
    assert reply.entry is None
