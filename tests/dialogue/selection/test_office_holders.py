"""Who held an office: asked for by the office and a time, with a question word or without."""

from dataclasses import replace
from datetime import date

import pytest

from bot.dialogue.replies import Outcome
from bot.dialogue.selection.office_holders import OfficeHolders
from bot.knowledge.entries import Entry, Kind, KnowledgeBase, Person
from bot.search import Index, rank
from tests.dialogue.base import AT, ENTRIES, Talk, over

MINISTERS = Entry(
    "ministers",
    "รัฐมนตรีว่าการกระทรวง อว. ตามปี",
    "ปี 2563 คือสมหมาย ใจเย็น ปี 2564 คือสมศรี ใจดี ปี 2565 คือสมชาย ใจกล้า",
    Kind.FAQ,
    questions=("ปี 2564 ใครเป็นรัฐมนตรี",),
    keywords=("รมว.", "รมต.", "รัฐมนตรี", "รมว.วท."),
    people=(
        Person("สมชาย ใจกล้า", "รมว. ตามข่าวปี 2565"),
        Person("สมศรี ใจดี", "รมว. ตามข่าวปี 2564"),
        Person("สมหมาย ใจเย็น", "รมว. ตามข่าวปี 2563"),
    ),
    facts={
        "รัฐมนตรีคนปัจจุบัน": "ยังยืนยันชื่อในวันนี้ไม่ได้",
        "รัฐมนตรีปี 2563": "สมหมาย ใจเย็น",
        "รัฐมนตรีปี 2564": "สมศรี ใจดี",
    },
)
FAIR = Entry("fair", "มหกรรมยางพารา 2564", "รัฐมนตรีเปิดมหกรรมยางพาราปี 2564", Kind.NEWS)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("รมว อว ปี 64", "สมศรี ใจดี"),
        ("รัฐมนตรีปี ๒๕๖๓", "สมหมาย ใจเย็น"),
        ("รมต.วิทย์ 2564", "สมศรี ใจดี"),
        ("รัฐมนตรีคนปัจจุบัน", "ยังยืนยันชื่อในวันนี้ไม่ได้"),
        ("ใครเป็นรัฐมนตรีปี 63", "สมหมาย ใจเย็น"),
    ],
)
def test_an_office_and_a_time_ask_for_a_name(text: str, name: str) -> None:
    """However unsure the search is of so few words, and whatever else was that year."""
    reply = Talk(over((*ENTRIES, MINISTERS, FAIR))).say(text)
    assert ("ministers", name) == (reply.entry, reply.answer)


@pytest.mark.parametrize("text", ["รัฐมนตรีสาธารณสุขปี 64", "รองรัฐมนตรีปี 64", "รัฐมนตรีปี 2540"])
def test_another_office_or_time_is_not_told(text: str) -> None:
    """Nor of which the list states nobody."""
    reply = Talk(over((*ENTRIES, MINISTERS, FAIR))).say(text)
    assert Outcome.ANSWER != reply.outcome or not reply.answer


@pytest.mark.parametrize(
    "text",
    [
        # Of whom it is asked when they held the office is told from the list.
        "ดร.สมศรี เป็นรัฐมนตรีเมื่อไร",
        "สมศรี เป็นรัฐมนตรีปีไหน",
        # Of somebody in a list, who is named in many a release as well.
        "สมศรี ใจดี",
        "ดร.สมศรี ใจดีค่ะ",
        # Not the first year that the list has.
        "สมศรีเป็นใคร",
        "สมศรี ใจดี ตำแหน่งอะไรคะ",
        # Not yes or no, which nobody knows.
        "สมศรี ใจดี ยังเป็นรัฐมนตรีอยู่ไหม",
        "คุณสมศรียังเป็น รมว. อยู่ป่าว",
    ],
)
def test_of_somebody_in_a_list_their_own_time_is_told(text: str) -> None:
    """However they are asked about."""
    reply = Talk(over((*ENTRIES, MINISTERS, FAIR))).say(text)
    assert ("ministers", "สมศรี ใจดี รมว. ตามข่าวปี 2564") == (reply.entry, reply.answer)


def test_a_year_behind_an_office_asks_for_its_holder() -> None:
    """Though something offered with it was that year as well."""
    talk = Talk(over((*ENTRIES, MINISTERS, FAIR)))
    talk.say("รัฐมนตรี")
    assert "สมศรี ใจดี" == talk.say("ปี 64 ล่ะ").answer
    assert "สมหมาย ใจเย็น" == talk.say("ปีก่อนหน้า").answer


def test_a_year_names_no_subject() -> None:
    """A fair of that year is not where the minister went."""
    reply = Talk(over((*ENTRIES, FAIR))).say("รัฐมนตรีปี 64 ไปไหน")
    assert Outcome.ANSWER != reply.outcome


@pytest.mark.parametrize("text", ["ใครเป็นรัฐมนตรีต่อจากสมศรี", "สมศรีเปิดมหกรรมวันไหน"])
def test_who_came_next_is_another_question(text: str) -> None:
    """Nor is what somebody did when they were."""
    reply = Talk(over((*ENTRIES, MINISTERS, FAIR))).say(text)
    assert "สมศรี" not in (reply.answer or "")


def named(number: int, name: str, role: str, year: int) -> Entry:
    """A release of a year in which somebody cuts another ribbon."""
    title = f"ตัดริบบิ้นโรงเรียนที่ {number}"
    body = f"{name} {role} ตัดริบบิ้นโรงเรียนที่ {number}"
    day = date(year, 5, 2)
    return Entry(
        f"cut-{number}", title, body, Kind.NEWS, people=(Person(name, role),), published=day
    )


CUTTERS = (
    named(1, "ดร.ใบบัว งามตา", "เลขานุการ", 2020),
    named(2, "นางใบบัว งามตา", "ที่ปรึกษา", 2022),
    named(3, "นางสาวใบบัว งามเนตร", "ผู้ช่วย", 2021),
    named(4, "นายขันทอง แก้วใส", "อธิบดี", 2020),
    named(5, "นายขันทอง ไพรวัลย์", "ปลัดอำเภอ", 2021),
)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("ใบบัวเป็นใคร", "นางใบบัว งามตา ที่ปรึกษา"),
        ("ใครคือใบบัวคะ", "นางใบบัว งามตา ที่ปรึกษา"),
        ("ดร.ใบบัว งามตา ตำแหน่งอะไรคะ", "นางใบบัว งามตา ที่ปรึกษา"),
        ("ขันทอง แก้วใส คือใคร", "นายขันทอง แก้วใส อธิบดี"),
    ],
)
def test_who_somebody_is_is_told_by_the_last_who_tells_it(text: str, answer: str) -> None:
    """Whichever of many releases is meant, the answer is the same."""
    reply = Talk(over((*ENTRIES, *CUTTERS))).say(text)
    assert answer == reply.answer


@pytest.mark.parametrize("text", ["ขันทองเป็นใคร", "ใบบัวเป็นใครในงานโรงเรียน", "ใบบัวไปไหน"])
def test_nobody_is_taken_for_a_namesake(text: str) -> None:
    """Nor is another question answered with who somebody is."""
    knowledge = {one.id: one for one in CUTTERS}
    ranking = rank(Index.build(KnowledgeBase(knowledge)), text, today=AT.date())
    assert OfficeHolders(knowledge).newest_release_about(ranking.query) is None


def test_who_was_before_or_after_is_told_by_the_list() -> None:
    """One after the other; before the first and after the last the list has all names."""
    talk = Talk(over((*ENTRIES, MINISTERS, FAIR)))
    talk.say("ใครเป็นรัฐมนตรีปี 64")
    assert "สมหมาย ใจเย็น รมว. ตามข่าวปี 2563" == talk.say("ก่อนหน้านั้นเป็นใคร").answer
    told = talk.say("คนก่อนล่ะ")
    assert (Outcome.ANSWER, "ministers", None) == (told.outcome, told.entry, told.answer)
    assert "สมศรี ใจดี รมว. ตามข่าวปี 2564" == talk.say("คนถัดไปล่ะ").answer
    assert "สมชาย ใจกล้า รมว. ตามข่าวปี 2565" == talk.say("ต่อมาเป็นใคร").answer


def test_behind_who_it_is_now_stands_the_last_but_one() -> None:
    """Though nobody can say who it is today, and what tells no time knows no order."""
    talk = Talk(over((*ENTRIES, MINISTERS, FAIR)))
    talk.say("รัฐมนตรีตอนนี้คือใคร")
    assert "สมศรี ใจดี รมว. ตามข่าวปี 2564" == talk.say("ก่อนหน้านั้นล่ะ").answer
    timeless = replace(MINISTERS, people=(*MINISTERS.people, Person("สมปอง ใจลอย", "รมว.")))
    talk = Talk(over((*ENTRIES, timeless, FAIR)))
    talk.say("ใครเป็นรัฐมนตรีปี 64")
    assert talk.say("ก่อนหน้านั้นเป็นใคร").answer is None


def test_the_same_year_is_that_of_the_last_question() -> None:
    """ "แล้วเลขาปีเดียวกันล่ะ" is of the year for which the minister was asked."""
    secretaries = replace(
        MINISTERS,
        id="secretaries",
        title="เลขาธิการ อว. ตามปี",
        body="เลขาธิการปี 2563 คือสมใจ ใจดี ปี 2564 คือสมจิต ใจงาม ปี 2565 คือสมบัติ ใจบุญ",
        questions=("ปี 2564 ใครเป็นเลขาธิการ",),
        keywords=("เลขา", "เลขาธิการ"),
        people=(
            Person("สมบัติ ใจบุญ", "เลขาธิการ ตามข่าวปี 2565"),
            Person("สมจิต ใจงาม", "เลขาธิการ ตามข่าวปี 2564"),
            Person("สมใจ ใจดี", "เลขาธิการ ตามข่าวปี 2563"),
        ),
        facts={"เลขาธิการปี 2563": "สมใจ ใจดี", "เลขาธิการปี 2564": "สมจิต ใจงาม"},
    )
    talk = Talk(over((*ENTRIES, MINISTERS, secretaries, FAIR)))
    talk.say("ใครเป็นรัฐมนตรีปี 64")
    assert "สมจิต ใจงาม" == talk.say("แล้วเลขาธิการปีเดียวกันล่ะ").answer


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("รัฐมนตรีคนต่อจากสมหมายคือใคร", "สมศรี ใจดี"),
        ("ใครเป็นรัฐมนตรีหลังจากสมศรี", "สมชาย ใจกล้า"),
        ("รัฐมนตรีคนก่อนสมชายคือใคร", "สมศรี ใจดี"),
        ("รัฐมนตรีก่อนหน้าสมหมายคือใคร", ""),
    ],
)
def test_who_stands_beside_somebody_is_not_that_somebody(text: str, name: str) -> None:
    """The list tells who came next, and stands whole where nobody is known."""
    talk = Talk(over((*ENTRIES, MINISTERS)))
    reply = talk.say(text)
    assert "ministers" == reply.entry
    assert name in (reply.answer or "") if name else reply.answer is None
    if text.startswith("รัฐมนตรีคนต่อจาก"):
        assert "สมชาย ใจกล้า" in (talk.say("คนต่อไปล่ะ").answer or "")
