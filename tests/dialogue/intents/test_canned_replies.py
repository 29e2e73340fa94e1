"""What was told without a search is what a bare question behind it is of."""

from dataclasses import replace

import pytest

from bot.dialogue.replies import Outcome, plain_text
from bot.knowledge.entries import Contact, Entry, Kind
from tests.dialogue.base import ENTRIES, Talk, over

AGAIN = ("เบอร์ไหนนะ", "เมื่อกี้เบอร์อะไรนะ", "เบอร์อะไรคะ จดไม่ทัน", "ทวนเบอร์หน่อย", "สรุปต้องโทรเบอร์ไหน")
RADIATION = Entry(
    "radiation-emergency-1296",
    "เหตุฉุกเฉินทางรังสี โทร 1296",
    "เหตุทางรังสีโทร 1296 ตลอด 24 ชั่วโมง",
    Kind.SERVICE,
    contact=Contact(("1296",)),
)


@pytest.mark.parametrize("again", AGAIN)
def test_the_number_of_a_danger_is_said_again(again: str) -> None:
    """Nobody in danger is told the ministry's number in its place, whatever was talked of."""
    talk = Talk(over((*ENTRIES, RADIATION)))
    talk.say("ค่ายดูดวงจันทร์จัดวันไหน")
    talk.say("เจอถังมีป้ายรังสี ทำไงดี")
    assert "1296" == talk.say(again).answer
    talk.say("ไฟไหม้ห้องแล็บ ช่วยด้วย")
    assert ("199", Outcome.EMERGENCY) == (talk.say(again).answer, talk.say(again).outcome)


def test_the_number_of_an_officer_is_said_again() -> None:
    """Not that of the topic, which the talk still has."""
    talk = Talk()
    talk.say("เบอร์สำนักงานสำรวจดวงจันทร์")
    talk.say("ขอคุยกับเจ้าหน้าที่")
    assert "ministry-main" == talk.say("เบอร์ไหนนะ").entry
    talk.say("ค่ายดูดวงจันทร์จัดวันไหน")
    talk.say("ขอคุยกับเจ้าหน้าที่")
    assert "camp-moon-loei" == talk.say("จัดที่ไหนนะ").entry


@pytest.mark.parametrize(
    "text",
    [
        "สายด่วน 1313 ใช้ได้อยู่มั้ยปัจจุบัน",
        "สายด่วนก.วิทย์ 4 ตัวอะ ยังใช้ได้ไหม",
        "1313 เลิกใช้หรือยัง",
        "1313 ยังโทรติดไหม",
    ],
)
def test_whether_the_hotline_is_in_use_is_told_first(text: str) -> None:
    """Nobody is told the bare number as if it were sure to be answered."""
    hotline = replace(ENTRIES[1], facts={"สถานะปัจจุบัน": "ยังยืนยันไม่ได้ว่าใช้ได้อยู่"})
    talk = Talk(over((ENTRIES[0], hotline, *ENTRIES[2:])))
    told = talk.say(text)
    assert ("hotline-1313", "ยังยืนยันไม่ได้ว่าใช้ได้อยู่") == (told.entry, told.answer)
    assert "ยังยืนยันไม่ได้ว่าใช้ได้อยู่" in plain_text(talk.say("ตอนนี้ยังใช้ได้อยู่ปะ"))
    assert "1313" == talk.say("สายด่วนกระทรวงวิทย์").answer


@pytest.mark.parametrize("text", ["สายด่วน", "ขอเบอร์สายด่วนหน่อยค่ะ", "hotline"])
def test_a_hotline_is_1313_unless_an_office_is_talked_about(text: str) -> None:
    """The switchboard is no hotline, and an office may have its own."""
    assert "hotline-1313" == Talk().say(text).entry
    talk = Talk()
    talk.say("ขอเบอร์ สสจ.")
    assert "agency-moon" == talk.say(text).entry
    assert "ministry-main" == Talk().say("เบอร์กระทรวง ไม่เอาสายด่วน").entry
