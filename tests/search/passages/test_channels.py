"""Ways to reach somebody, and the site on which something is seen."""

from datetime import date

import pytest

from bot.knowledge.entries import Contact, Entry, Event
from tests.search.passages.base import fact_of


@pytest.mark.parametrize(
    ("question", "site"),
    [
        ("ดูระดับน้ำที่ไหน", True),
        ("ดูระดับน้ำได้จากไหน", True),
        ("เช็กน้ำได้ที่ไหน", True),
        ("ศูนย์น้ำไผ่อยู่ที่ไหน", False),
    ],
)
def test_what_is_looked_up_is_on_a_site(question: str, site: bool) -> None:
    """An office that shows it is no place to see it."""
    body = "ศูนย์น้ำไผ่เปิดเมื่อปี 2562 ดูระดับน้ำที่เว็บ water.example.go.th"
    noted = Entry("w", "ศูนย์น้ำไผ่", body, facts={"เว็บ": "water.example.go.th (ปี 2562)"})
    carded = Entry("w", "ศูนย์น้ำไผ่", body, contact=Contact(website="water.example.go.th"))
    assert site is fact_of(noted, question).startswith("water.example.go.th (")
    assert site is fact_of(carded, question).startswith("water.example.go.th")


def test_a_site_is_nobody() -> None:
    """Who made it is another matter than where it is."""
    entry = Entry(
        "kites", "ดูว่าว", "ดูว่าวที่ kites.example.com", facts={"เว็บดูว่าว": "kites.example.com (ปี 2562)"}
    )
    assert "" == fact_of(entry, "ใครทำเว็บดูว่าว")
    assert "kites.example.com (ปี 2562)" == fact_of(entry, "ดูว่าวที่เว็บไหน")


def test_an_office_is_no_answer_to_who_wants_its_number() -> None:
    """A place to report to answers "แจ้งที่ไหน", not "ขอเบอร์"."""
    entry = Entry(id="x", title="ทุจริต", body="ผู้พบเห็น แจ้งข้อมูลมายัง กองวินัย ได้ทันที")
    assert "กองวินัย" in fact_of(entry, "แจ้งข้อมูลได้ที่ไหน")
    assert "" == fact_of(entry, "ขอเบอร์โทรหน่อย")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("สมัครที่ไหน", "https://kites.example.com"),
        ("ลงทะเบียนได้ที่ไหนคะ", "https://kites.example.com"),
        ("แอปว่าวโหลดที่ไหน", "Google Play และ App Store"),
        ("ว่าวขึ้นที่ไหน", ""),
    ],
)
def test_where_one_applies_or_loads_is_on_line(question: str, told: str) -> None:
    """Staff need not have written it down; a scheme called a university is no place."""
    body = (
        'โครงการ "มหาวิทยาลัยสู่ว่าว" เริ่มแล้ว เปิดให้ลงทะเบียนผ่านเว็บไซต์ https://kites.example.com'
        "\n\nช่องทางการดาวน์โหลดแอป ได้แก่ Google Play และ App Store"
    )
    entry = Entry("k", "ว่าวไทย", body, event=Event(date(2022, 6, 16)))
    assert told == fact_of(entry, question)


def test_a_year_is_no_number_to_call() -> None:
    """Nor does what is furthered, ส่งเสริม, lead to a way to reach somebody."""
    body = "กู้เพื่อส่งเสริมการเลี้ยงว่าวที่เกาะไผ่ (ข้อมูลวันที่ 16 มี.ค. 2563) สอบถามได้ที่ร้านว่าว 1313"
    told = fact_of(Entry("k", "สินเชื่อว่าว", body), "สินเชื่อว่าวขอเบอร์โทร")
    assert "1313" in told
    assert "2563" not in told
