"""What points at whoever, or whatever, was told last is asked of that."""

from dataclasses import replace

import pytest

from bot.dialogue.rewriting.ellipsis import resolve_kind, resolve_position, resolve_still
from bot.knowledge.entries import Entry, Person
from tests.dialogue.base import ENTRIES, RACES, Talk, over
from tests.dialogue.selection.test_office_holders import MINISTERS

RACE = replace(
    RACES[0],
    body=f"{RACES[0].body} สมศรี ใจดี รัฐมนตรีในเวลานั้น เปิดงาน และบุญมา ตื่นดึก นายอำเภอ กล่าวต้อนรับ",
    people=(Person("สมศรี ใจดี", "รัฐมนตรี ผู้เปิดงาน"), Person("บุญมา ตื่นดึก", "นายอำเภอ ผู้กล่าวต้อนรับ")),
)
BASE: tuple[Entry, ...] = (*ENTRIES, RACE, MINISTERS)


@pytest.mark.parametrize(
    "text", ["หมอคนนี้ตอนนั้นเป็นไรในกระทรวง", "แล้วเค้าเป็นอะไรคะ", "คนนี้มีตำแหน่งอะไร", "ท่านดำรงตำแหน่งอะไร"]
)
def test_an_office_is_asked_of_whoever_has_the_name(text: str) -> None:
    """Where nobody was told it stays as it was said."""
    assert resolve_position(text, "สมศรี ใจดี") == "สมศรี ใจดี ตำแหน่งอะไร"
    assert resolve_position(text, "") == text


@pytest.mark.parametrize(
    "text", ["เขาใหญ่เป็นอะไร", "แกงเขียวหวานยังเป็นของไทยไหม", "คนนี้ทำอะไร", "แล้วที่ลาวล่ะ"]
)
def test_other_messages_point_at_nobody(text: str) -> None:
    assert resolve_still(resolve_position(text, "สมศรี"), "สมศรี") == text


def test_who_was_told_is_meant_by_what_points_at_them() -> None:
    """Their office is the topic's to tell; whether they are to this day is told by the list."""
    talk = Talk(over(BASE))
    talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2562")
    assert "สมศรี" in (talk.say("ใครเปิด").answer or "")
    told = talk.say("หมอคนนี้ตอนนั้นเป็นไรในกระทรวง")
    assert told.entry == "race-2019"
    assert "รัฐมนตรี" in (told.answer or "")
    assert "นายอำเภอ" not in (told.answer or "")
    talk.say("ใครเปิด")
    still = talk.say("ตอนนี้แกยังเป็นรัฐมนตรีอยู่ป่าว")
    assert still.entry == "ministers"
    assert "สมศรี" in still.conversation.question


def test_a_team_is_the_one_that_was_asked_for() -> None:
    """What it was asked by is known of it; of another kind nothing was asked."""
    assert resolve_kind("ทีมนี้ทำเรื่องอะไร", "ที่สองทีมไหน") == "ที่สองทีม ทำเรื่องอะไร"
    assert resolve_kind("แล้วบริษัทนั้นอยู่ที่ไหน", "บริษัทไหนร่วมด้วย") == "บริษัทร่วมด้วย อยู่ที่ไหน"
    for text, last in (("ทีมนี้ทำเรื่องอะไร", "จัดที่ไหน"), ("ทีมไหนชนะ", "ทีมไหนได้ที่สอง")):
        assert resolve_kind(text, last) == text
