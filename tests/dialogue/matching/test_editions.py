"""Another round, number or model is another thing."""

from dataclasses import replace
from datetime import date

import pytest

from bot.dialogue.matching.editions import asks_other_round, edition_of_none, of_other_edition
from bot.dialogue.matching.subjects import contradicts_text
from bot.dialogue.replies import Outcome, plain_text
from bot.knowledge.entries import Entry, Event, Kind
from tests.dialogue.base import ENTRIES, SOAP, Talk, over


def test_an_entry_of_another_round_contradicts() -> None:
    """The first round is not the second; a title without a round may be either."""
    second = Entry("second", "จ้างงานระยะที่ 2", "จ้างต่ออีกสามเดือน")
    both = replace(second, body="ต่อจากรอบแรกที่จ้างสี่เดือน")
    assert contradicts_text(second, "รอบแรกได้กี่บาท", ())
    assert not contradicts_text(second, "เฟส 2 ได้กี่บาท", ())
    assert not contradicts_text(both, "รอบแรกได้กี่บาท", ())
    assert not contradicts_text(replace(second, title="จ้างงาน"), "รอบแรกได้กี่บาท", ())


@pytest.mark.parametrize(
    ("title", "asked", "other"),
    [
        ("ดาวเทียม THEOS-2 ขึ้นสู่วงโคจร", "ดาวเทียม theos-3 ปล่อยเมื่อไหร่", True),
        ("ดาวเทียม THEOS-2 ขึ้นสู่วงโคจร", "ดาวเทียม theos2 ปล่อยเมื่อไหร่", False),
        ("ดาวเทียม THEOS-2 ขึ้นสู่วงโคจร", "ธีออส3 จะยิงวันไหน", True),  # by its name in Thai letters
        ("ดาวเทียม THEOS-2 ขึ้นสู่วงโคจร", "ธีออส 2 จะยิงวันไหน", False),
        ("TCAS67 รอบ 3 สมัครฟรี", "tcas69 รอบ 3 ฟรีไหม", True),
        ("TCAS67 รอบ 3 สมัครฟรี", "tcas 67 ฟรีไหม", False),
        ("Boat Day 2019 ที่น่าน", "boat day 62 จัดที่ไหน", False),
    ],
)
def test_a_name_with_another_number_is_another_thing(title: str, asked: str, other: bool) -> None:
    """A year behind a name is no number of it."""
    assert other == contradicts_text(replace(SOAP, title=title), asked, ())


@pytest.mark.parametrize(
    ("asked", "other"),
    [
        ("ประชุมเรือ ครั้งที่ 3/2565 วันไหน", True),
        ("ประชุมเรือ ครั้งที่ 2/2564 วันไหน", True),
        ("ประชุมเรือ ครั้งที่ 2/65 วันไหน", False),
        ("ประชุมเรือ วันไหน", False),
    ],
)
def test_another_meeting_of_a_year_is_another(asked: str, other: bool) -> None:
    """Few titles tell which it is, the text does."""
    meeting = replace(SOAP, title="ประชุมเรือ", body="ประชุมเรือ ครั้งที่ ๒/๒๕๖๕ ปี 2564 ก็มี")
    assert other == contradicts_text(meeting, asked, ())


def test_another_group_of_provinces_is_another_matter() -> None:
    """By its number, however the group is called."""
    group = Entry(
        "lower-2",
        "กลุ่มเกาะใต้ตอนล่าง 2 มีเกาะอะไรบ้าง",
        "กลุ่มเกาะใต้ตอนล่าง 2 มีเกาะไผ่ เกาะจันทร์",
        Kind.FAQ,
        facts={"เกาะในกลุ่ม": "เกาะไผ่ เกาะจันทร์"},
    )
    assert contradicts_text(group, "ใต้ล่าง 1 มีเกาะอะไรบ้าง", ())
    assert not contradicts_text(group, "ใต้ล่าง 2 มีเกาะอะไรบ้าง", ())
    talk = Talk(over((*ENTRIES, group)))
    assert talk.say("กลุ่มเกาะใต้ตอนล่าง 2 มีเกาะอะไรบ้าง").entry == "lower-2"
    assert talk.say("แล้วใต้ตอนล่าง 1 ล่ะ").outcome is not Outcome.ANSWER


@pytest.mark.parametrize(
    ("text", "other"),
    [("ธีออส 3 ยิงวันไหน", True), ("ดาวเทียมธีออส-2 ยิงวันไหน", False), ("หมู่บ้าน 3 แห่ง", False)],
)
def test_a_name_in_thai_letters_has_its_number_as_well(text: str, other: bool) -> None:
    """As far as the tables know the name."""
    launch = Entry("launch", "ดาวเทียม THEOS-2 ขึ้นวงโคจร", "ยิงแล้ว", keywords=("ธีออส 2", "หมู่บ้าน 2"))
    assert other is of_other_edition(launch, text)


RAIL = Entry(
    "rail",
    "ประชุมรางไม้ไผ่",
    "ประชุมรางไม้ไผ่ ครั้งที่ 3 ต่อจากครั้งที่ 2 ที่ตรัง จัดเป็นครั้งแรกในตลาด",
    Kind.EVENT,
    event=Event(date(2020, 3, 4), date(2020, 3, 5), venue="ท่าน้ำวัดเก่า", province="น่าน"),
)


@pytest.mark.parametrize(
    ("asked", "other"),
    [
        ("ประชุมรางไม้ไผ่ครั้งที่ 4 จัดที่ไหน", True),
        ("ประชุมรางไม้ไผ่ปีที่ 4 จัดที่ไหน", False),
        ("ประชุมรางไม้ไผ่ครั้งที่สาม จัดที่ไหน", False),
        ("จัดครั้งแรกที่ไหน", False),
    ],
)
def test_a_round_that_only_the_text_names_is_no_other(asked: str, other: bool) -> None:
    """A title need not say which it is; "for the first time" is no round."""
    assert contradicts_text(RAIL, asked, ()) == other
    assert contradicts_text(replace(RAIL, title="ประชุมรางไม้ไผ่ ปีที่ 3"), "ประชุมปีที่ 4", ())


@pytest.mark.parametrize("text", ["ครั้งที่ 4 จัดวันไหน", "รุ่นที่ 4 จัดที่ไหน", "ครั้งที่ 2 จัดวันไหน"])
def test_the_day_of_one_round_is_not_told_of_another(text: str) -> None:
    """What the text mentions of another is quoted; its own days and venue are no fact of that."""
    rail = replace(RAIL, body=RAIL.body + " ผู้เรียนรุ่นที่ 1")
    talk = Talk(over((*ENTRIES, rail)))
    assert talk.say("ประชุมรางไม้ไผ่").entry == "rail"
    assert talk.say(text).answer is None
    assert Talk(over((*ENTRIES, rail))).say(f"ประชุมรางไม้ไผ่ {text}").answer is None
    assert asks_other_round(rail, text)
    assert not asks_other_round(rail, "ครั้งที่ 3 จัดวันไหน")


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("งานว่าว ครั้งที่ 99 จัดที่ไหน", "ครั้งที่ 99"),
        ("งานว่าว ครั้งที่ 12 วันไหน", "ครั้งที่ 12"),
        ("งานว่าว ครั้งที่ 5 จัดที่ไหน", ""),
        ("งานว่าวจัดที่ไหน", ""),
    ],
)
def test_a_number_of_which_nothing_is_known_is_named(asked: str, named: str) -> None:
    """So that nobody takes what is near for it; "ครั้งที่ 12 วันไหน" is of no 12 days."""
    fair = Entry("fair", "งานว่าวเกาะไผ่ ครั้งที่ 5", "งานว่าวเกาะไผ่จัดที่ท่าน้ำ", Kind.NEWS)
    assert named == edition_of_none((fair,), asked)
    assert bool(named) == of_other_edition(fair, asked)


def test_what_is_near_an_unknown_number_tells_nothing_for_it() -> None:
    """The choice says so first, and no day of another stands below it."""
    satellite = replace(
        SOAP, id="theos", title="ดาวเทียม THEOS-2 ขึ้นสู่วงโคจร", facts={"วันปล่อย": "9 ตุลาคม 2566"},
        body="ดาวเทียม THEOS-2 ของไทยขึ้นสู่วงโคจร ปล่อยเมื่อ 9 ตุลาคม 2566",
    )  # fmt: skip
    reply = Talk(over((*ENTRIES, satellite))).say("ดาวเทียม theos-3 ปล่อยวันไหน")
    assert Outcome.CHOICES is reply.outcome
    assert "ยังไม่พบข้อมูลของ theos-3" in plain_text(reply)
    assert "9 ตุลาคม 2566" not in plain_text(reply)
