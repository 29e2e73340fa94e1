"""Where a thing stands, goes or is used, which is not where others met to tell of it."""

from dataclasses import replace
from datetime import date

import pytest

from bot.knowledge.entries import Entry, Event
from bot.search.passages.locations import location_asked
from tests.search.passages.base import asked, fact_of

VISIT = Entry(
    "x",
    "รัฐมนตรีเยี่ยมชมโรงเรือนกังหัน หนุนสร้างกังหันตัวใหม่",
    "รัฐมนตรีเยี่ยมชมโรงเรือนกังหัน ที่ห้องประชุมลมหนาว อ.เมือง จ.น่าน แล้วฟังบรรยาย\n\n"
    "กังหันตัวใหม่เป็นตัวที่สองของประเทศ จะตั้งอยู่ในเขตนวัตกรรมลมแรง (WIND) จ.ตราด\n\n"
    "พัดลมรุ่นแรกส่งไปสนับสนุนศูนย์ช่างไฟ เมืองหลวงพระบาง\n\n"
    "กล้วยตากส่งออกไปญี่ปุ่นและเกาหลีใต้",
    event=Event(date(2024, 2, 23), venue="ห้องประชุมลมหนาว อ.เมือง จ.น่าน"),
)


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("กังหันตัวใหม่จะไปตั้งที่ไหน", "เขตนวัตกรรมลมแรง (WIND) จ.ตราด"),
        ("พัดลมรุ่นแรกส่งไปเมืองไหน", "ศูนย์ช่างไฟ เมืองหลวงพระบาง"),
        ("กล้วยตากส่งออกไปประเทศไหน", "ญี่ปุ่นและเกาหลีใต้"),
        ("เยี่ยมชมโรงเรือนกังหันที่ไหน", "ห้องประชุมลมหนาว อ.เมือง จ.น่าน"),
    ],
)
def test_the_place_is_where_the_text_tells_of_the_act(question: str, place: str) -> None:
    """The venue is told of the visit alone."""
    assert place == fact_of(VISIT, question)


@pytest.mark.parametrize("place", ["สเปนและฟินแลนด์", "สหรัฐอาหรับเอมิเรตส์", "สหรัฐฯ, อังกฤษ"])
def test_whatever_country_the_table_knows_is_one(place: str) -> None:
    """As it is written in full; no more of it than its name."""
    visit = replace(VISIT, body=f"กล้วยตากส่งออกไป{place} ทุกปี")
    assert place == fact_of(visit, "กล้วยตากส่งออกไปประเทศไหน")


def test_a_place_of_nothing_that_is_asked_is_not_told() -> None:
    """Whatever place there is, no text tells that it is used there."""
    visit = replace(VISIT, body=VISIT.body.partition("\n\n")[0])
    assert not fact_of(visit, "กังหันเอาไปใช้ที่ไหน")


@pytest.mark.parametrize(
    "question", ["ใช้ห้องไหน", "ส่งใบสมัครที่ไหน", "ศูนย์เพื่อการส่งออกตั้งอยู่ที่ไหน", "แต่งตั้งใคร", "จัดที่ไหน"]
)
def test_what_is_held_or_applied_for_is_no_thing(question: str) -> None:
    """Nor is it asked where an office stands that is called by such a word."""
    assert location_asked(asked(question)) is None
