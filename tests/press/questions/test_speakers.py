"""Who says something in a release, and what nobody is asked about."""

from dataclasses import replace
from datetime import date

import pytest

from bot.knowledge.entries import Entry, Event, Person
from bot.press.questions.speakers import speaker_of, speeches_of
from bot.press.questions.subjects import subject_of
from tests.press.questions.base import texts_of

DANG = Person("ดร.แดง ใจดี", "ผู้อำนวยการ วว.")
DAM = Person("นายดำ ใจกล้า", "รองผู้อำนวยการ วว.")


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("ดร.แดง ใจดี กล่าวว่า เครื่องอบลำไยช่วยได้", DANG),
        ("ดร.แดง ใจดี เปิดงาน โดยมี นายดำ ใจกล้า เข้าร่วม กล่าวถึงเครื่องอบลำไย", None),
        ("ดร.แดง ใจดี มาถึง นายดำ ใจกล้า กล่าวว่า เครื่องอบลำไยช่วยได้", DAM),
        ("ดร.แดง ใจดี เผยว่า รัฐมนตรีกล่าวถึงเครื่องอบลำไย", None),
        ("เครื่องอบลำไยมาถึง ดร.แดง ใจดี กล่าวขอบคุณ", None),
    ],
)
def test_who_speaks_of_a_thing(body: str, speaker: Person | None) -> None:
    """Nobody who was there while another spoke, tells of their words or begins behind it."""
    entry = Entry("a", "วว. ทำเครื่องอบลำไย", body, people=(DANG, DAM))
    assert speaker is speaker_of("เครื่องอบลำไย", entry, speeches_of(entry))


def test_nobody_is_asked_about_at_an_event_that_is_only_announced() -> None:
    """Who tells of it at a press conference has not been there."""
    fair = Entry(
        "f", "“แดง” เตรียมจัดงานว่าวไทย", "ดร.แดง ใจดี แถลงข่าวงานว่าวไทย", published=date(2020, 3, 1),
        event=Event(date(2020, 4, 1), date(2020, 4, 2), "", "สวนสัตว์เมืองใหม่", "น่าน"), people=(DANG,),
    )  # fmt: skip
    there = [one for one in texts_of(fair) if "สวนสัตว์เมืองใหม่" in one or "1 เมษายน" in one]
    assert not [one for one in there if "แดง" in one]
    held = texts_of(replace(fair, published=date(2020, 4, 3)))
    assert [one for one in held if "แดง" in one and "สวนสัตว์เมืองใหม่" in one]


def test_a_piece_of_a_word_and_a_number_without_its_noun_are_no_names() -> None:
    """งานรับผิดชอบ of หน่วยงานรับผิดชอบ, and "Model 5" before โครงการ."""
    office = Entry("a", "อว. ชี้หน่วย งานรับผิดชอบศูนย์ข้อมูล", "หน่วยงานรับผิดชอบศูนย์ข้อมูล")
    assert not [name for name in subject_of(office).names if name.startswith("งาน")]
    model = Entry("b", "วช. เปิด “BGC Model 5” โครงการหลัก", "เปิด BGC Model 5 โครงการหลัก")
    assert not [name for name in subject_of(model).names if name.endswith("5")]


def test_one_talks_with_somebody() -> None:
    """Headlines put whom right behind the verb, people do not."""
    talk = Entry(
        "a", "รมว.อว. หารือทูตฝรั่งเศสประจำประเทศไทย", "หารือเรื่องอวกาศ", event=Event(date(2020, 4, 1))
    )
    clauses = [one for one in texts_of(talk) if "หารือ" in one]
    assert not [one for one in clauses if "หารือทูต" in one]


def test_a_first_name_is_none_inside_another_s() -> None:
    """ศักดิ์ of ศิรศักดิ์."""
    people = (Person("ดร.ศิรศักดิ์ ใจดี"), Person("ดร.ศักดิ์ ใจกล้า"))
    entry = Entry("a", "วว. ทำเรือ", "ดร.ศิรศักดิ์ ใจดี กล่าวว่า เรือดี", people=people)
    assert [person for _, person in speeches_of(entry)] == [people[0]]


def test_what_is_said_ends_where_it_is_told_who_said_it() -> None:
    """So often has somebody to say it who is asked about it."""
    body = "ดร.แดง ใจดี กล่าวว่า เรือดี ดร.แดง กล่าว\n\nเครื่องอบลำไยมาถึง"
    entry = Entry("a", "วว. ทำเรือ", body, people=(DANG,))
    assert speaker_of("เครื่องอบลำไย", entry, speeches_of(entry)) is None
    assert speaker_of("เรือดี", entry, speeches_of(entry)) is DANG
    assert speaker_of("เรือดี", entry, speeches_of(entry), 2) is None


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [("เครื่องอบลำไยดี\n\n“เรือดี” รมว.อว. กล่าวในตอนท้าย", DANG), ("รายการที่จัดแสดง\n\nเครื่องอบลำไย", None)],
)
def test_nobody_said_what_stands_behind_the_last_who_is_told_to_have_spoken(
    behind: str, speaker: Person | None
) -> None:
    """The desk's closing words and lists of what was shown; but what stands between is said."""
    entry = Entry("a", "วว.", f"ดร.แดง ใจดี กล่าวว่า เรือดี\n\n{behind}", people=(DANG,))
    assert speaker is speaker_of("เครื่องอบลำไย", entry, speeches_of(entry))


@pytest.mark.parametrize("name", ["บึงกาฬ – หนองคาย", "จิบกาแฟริมเล (นัดพิเศษ) แลเรือไฟฟ้า"])
def test_places_and_what_goes_on_behind_brackets_are_no_names(name: str) -> None:
    entry = Entry("a", f"อว. ลงพื้นที่สัญจร “{name}” ต่อเรือ", f"“{name}” ดี")
    assert not subject_of(entry).names
