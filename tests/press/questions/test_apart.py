"""What tells a question from others of its kind: another thing, a place, a year, a name."""

from dataclasses import replace
from datetime import date

import pytest

from bot.knowledge.entries import Entry, Event, Person
from bot.press.questions.apart import Apart
from bot.press.questions.forms import question_forms
from bot.press.questions.matters import matters_of
from bot.press.questions.wording import Wording
from tests.press.questions.base import in_all_forms, longer_of

DAY = date(2023, 4, 4)
MINISTER = Person("ดร.เอนก เหล่าธรรมทัศน์", "รัฐมนตรีว่าการกระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม")
THERE = Event(DAY, DAY, venue="วัดป่าเมืองใหม่", province="น่าน")


def longer(title: str, body: str = "ดี") -> list[str]:
    """What is asked where the first words find another entry, in the forms of several entries."""
    entry = Entry("a", title, body, event=THERE, people=(MINISTER,))
    return [text for n in range(8) for text in longer_of(replace(entry, id=f"{n}"))]


@pytest.mark.parametrize(
    ("option", "thing", "question", "told"),
    [
        ("with", "ภัยแล้ง", "พูดเรื่องภัยแล้งว่าอะไร", ["กับยางพารา", "ช่วงโควิด"]),
        ("with", "ภัยแล้ง", "ไทยกับลาวคุยเรื่องภัยแล้ง", ["และยางพารา", "ช่วงโควิด"]),
        ("with", "ยางพารากับภัยแล้ง", "ยางพารากับภัยแล้ง", ["ช่วงโควิด"]),
        ("matter", "", "ไปน่านวันไหน", ["เรื่องยางพารา", "เรื่องภัยแล้ง"]),
        ("there", "", "ไปพูดอะไร", ["ที่น่าน"]),
        ("there", "", "ไปพูดอะไรที่น่าน", []),
        ("province", "", "ข่าวภัยแล้ง", []),
        ("then", "", "ไปน่าน", ["ปี 2566"]),
        ("then", "", "งานปี 2565", []),
    ],
)
def test_a_slot_tells_what_the_question_has_not(
    option: str, thing: str, question: str, told: list[str]
) -> None:
    """Epidemics are a time; and what is two things already is told with no third."""
    entry = Entry("a", "วว. ชูยางพารากับภัยแล้ง ช่วยเกษตรกรสู้โควิด", "ดี")
    about = {"there": "น่าน", "province": "", "then": "2566"}
    apart = Apart(entry, matters_of(entry), (), about)
    found = list(apart.told(option, thing, question, titled=True))
    assert told == [one for one in found if "เกษตรกร" not in one and one != "เรื่องโควิด"]


@pytest.mark.parametrize(
    ("title", "thing", "beside"),
    [
        ("วว. ชูยางพารากับภัยแล้ง", "ยางพารา", ["กับภัยแล้ง"]),
        ("วว. ชูยางพาราคู่เกาะ และภัยแล้ง", "ยางพารา", ["กับภัยแล้ง"]),
        ("วว. ชูยางพาราในภัยแล้ง", "ยางพารา", ["ในภัยแล้ง"]),
        ("วว. ชูยางพาราในภัยแล้ง", "ภัยแล้ง", []),
        ("วว. ชูยางพาราคู่เกาะไทยในฤดูที่มีฝน และแก้ภัยแล้ง", "ยางพารา", []),
        ("วว. ชูยางพารากับเกษตรกร", "ยางพารา", []),
        ("วว. ชูยางพาราของเกษตรกร", "ยางพารา", ["ของเกษตรกร"]),
        ("วว. ชูยางพารา แก้ภัยแล้ง", "ยางพารา", []),
        ("วว. ชูยางพาราและธัชชา", "ยางพารา", []),
        ("วว. ชูธัชชาและยางพารา", "ธัชชา", []),
        ("วว. ชูยางพาราและฟ้าปันสุข", "ยางพารา", []),
        ("วว. แก้ความยากจนในคนจน", "ความยากจน", []),
    ],
)
def test_two_things_stand_together_where_the_text_joins_them(
    title: str, thing: str, beside: list[str]
) -> None:
    """In the words of the text, and people as whose it is; nothing beside an office, a programme
    or a product, nor beside a word of its stem."""
    entry = Entry("a", title, "ดี")
    apart = Apart(entry, matters_of(entry), ("ฟ้าปันสุข",), {})
    assert beside == list(apart.told("with", thing, f"เรื่อง{thing}", titled=True))


def test_things_far_apart_are_not_told_together() -> None:
    """Nor two names of nearly one thing."""
    far = longer("วว. ชูยางพารา", f"ยางพารา {'ดี' * 80} ภัยแล้ง ภัยแล้ง")
    assert not [one for one in far if "ยางพารากับภัยแล้ง" in one]
    assert not [one for one in longer("วว. ชูสิ่งประดิษฐ์ของนักประดิษฐ์") if "ประดิษฐ์กับ" in one]


def test_the_plain_question_tells_nothing_apart() -> None:
    entry = Entry("a", "วว. ชูยางพารา แก้ภัยแล้ง", "ดี", event=THERE, people=(MINISTER,))
    asked = in_all_forms(entry)
    assert not [one for one in asked if "กับภัยแล้ง" in one or "ปี 2566" in one or "{" in one]


def test_the_news_of_a_trip_is_told_by_the_matter_and_its_day_is_not() -> None:
    told = longer("รมว.อว. ลงพื้นที่น่าน ชูยางพารา")
    assert "มีข่าว ดร.เอนกไปน่านเรื่องยางพาราไหม" in told
    assert not [one for one in told if "ไปน่านเรื่อง" in one and "วันไหน" in one]


@pytest.mark.parametrize(
    ("actor", "asked"),
    [
        ("NIA", ["ปี 2566 NIA คุยกับเรือใบเรื่องอะไร"]),
        ("นก", ["ปี 2566 นกคุยกับเรือใบเรื่องอะไร"]),
        ("3 นก", []),
    ],
)
def test_a_year_stands_apart_from_who_acts(actor: str, asked: list[str]) -> None:
    """And is told before no figure."""
    says = Wording(Entry("a", "คุยกัน", "ดี", event=THERE), "")
    asks = says.form("talks_what", actor=actor, partner="เรือใบ")
    texts = [one for question in asks for one in question.longer]
    assert asked == [one.replace("คุยอะไรกับเรือใบ", "คุยกับเรือใบเรื่องอะไร") for one in texts]


def test_nothing_is_wished_for_of_a_year() -> None:
    """Which reads like a form that was filled in."""
    for title in ("วว. แก้ภัยแล้ง", "วว. เปิด “โครงการเรือใบลอยลำ”"):
        for wished in ("อยาก", "ขอ", "มีข้อมูล", "มีข่าว"):
            assert not [one for one in longer(title) if one.startswith(wished) and "ปี 2566" in one]


def test_no_year_stands_where_a_day_is_asked_for() -> None:
    """But that of a rite, which comes back every year; and none with what somebody says."""
    for ask, forms in question_forms().items():
        for form in forms:
            day = "วันไหน" in form or "เมื่อไหร่" in form
            if "{then}" in form and not ask.startswith(("rite_", "event_")):
                assert not day
            assert not ("พูด" in form and "{then}" in form)


def test_no_question_begins_with_a_day() -> None:
    """Of ten that did readers passed three."""
    assert not [one for one in longer("รมว.อว. หารือกับ สมาคมเรือใบ") if "วันที่ 4 เมษายน" in one]


def test_a_minister_called_by_the_office_is_told_by_name() -> None:
    entry = Entry("a", "รมว.อว. หารือกับ สมาคมเรือใบ", "ดี", event=THERE, people=(MINISTER,))
    assert [one for one in longer_of(entry) if "ดร.เอนกคุย" in one]
