"""What is told of one numbered round is told of no other."""

from dataclasses import replace
from datetime import date

import pytest

from bot.knowledge.entries import Entry, Event
from bot.search.passages.rounds import Round, is_of_round, rounds_in, rounds_named
from tests.search.passages.base import asked, fact_of

HIRED = Entry(
    "hired",
    "จ้างคนปลูกไผ่",
    "วันที่ 1 มิถุนายน 2563 กรมไผ่เล่าว่า ระยะที่ 1 จ้าง 10,000 คน เริ่มเดือนพฤษภาคม 2563 เป็นเวลา 4 เดือน"
    " และจะเริ่มระยะที่ 2 ระหว่างเดือนกรกฎาคม – กันยายน 2563 จ้างกว่า 32,000 คน\n\nมีคนมาฟัง 40 คน",
    published=date(2020, 6, 1),
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("เฟสแรกจ้างปลูกไผ่กี่คน", "10,000 คน"),
        ("รอบ 2 จ้างปลูกไผ่กี่คน", "32,000 คน"),
        ("แล้วรอบสองล่ะ ช่วงไหน", "กรกฎาคม – กันยายน 2563"),
        ("งวดแรกจ้างกี่เดือน", "4 เดือน"),
    ],
)
def test_a_round_is_told_what_stands_under_it(question: str, told: str) -> None:
    """Whatever it is called by: phase, round or stage."""
    assert fact_of(HIRED, question) == told


def test_what_is_told_of_other_rounds_alone_is_no_fact() -> None:
    """Of a third one nothing is told."""
    assert fact_of(HIRED, "เฟสสามจ้างปลูกไผ่กี่คน") in ("", "40 คน")
    assert fact_of(replace(HIRED, body=HIRED.body.split("\n")[0]), "เฟสสามจ้างปลูกไผ่กี่คน") == ""


def test_a_round_may_follow_what_is_told_of_it() -> None:
    """Right behind it, in whatever paragraph."""
    text = "ระยะที่ 1 จบแล้ว รับ 90 คน ในระยะที่ 2"
    at = text.index("90")
    assert is_of_round(text, (at, at + 5), asked("ระยะที่ 2 รับกี่คน")) is True
    assert is_of_round(text, (at, at + 5), asked("ระยะที่ 1 รับกี่คน")) is False
    assert is_of_round(text, (at, at + 5), asked("รับกี่คน")) is None
    assert is_of_round(text, (at, at + 5), asked("รุ่นที่ 2 รับกี่คน")) is None


def test_the_first_time_is_no_round() -> None:
    """Nor is a length of time."""
    assert rounds_in("จัดครั้งแรก ระยะ 3 ปี เฟสสอง รุ่น ๔") == (Round("รอบ", "2"), Round("รุ่น", "4"))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ครั้งแรกจัดที่ไหน", "เมืองไผ่น้อย"),
        ("ครั้งแรกจัดเมื่อไหร่", "ธันวาคม 2558"),
        ("จัดที่ไหน", "หอไผ่ใหญ่"),
    ],
)
def test_an_event_is_no_other_round_that_its_text_tells_of(question: str, told: str) -> None:
    """The round that is told first is the event itself."""
    body = (
        "เมื่อวันที่ 2 กุมภาพันธ์ 2560 กรมไผ่เปิดการประชุมไผ่ ครั้งที่ 2 ณ หอไผ่ใหญ่\n\n"
        "ในการประชุมครั้งที่ 1 ที่เมืองไผ่น้อย เมื่อเดือนธันวาคม 2558 ได้หารือกันแล้ว"
    )
    event = Event(date(2017, 2, 2), date(2017, 2, 2), venue="หอไผ่ใหญ่")
    entry = Entry("m", "ประชุมไผ่", body, event=event, published=date(2017, 2, 3))
    assert fact_of(entry, question) == told


SHARED = Entry(
    "shared",
    "แจกไผ่ ระยะที่ 1 และแผนระยะที่ 2",
    "แจกไผ่ ระยะที่ 1 ใช้งบ 10 ล้านบาท\n\nแผนแจกไผ่ ระยะที่ 2 ใช้งบ 4 ล้านบาท",
    facts={"งบประมาณระยะที่ 1": "10 ล้านบาท", "ระยะที่ 1": "แจก 30 ตำบล"},
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("แจกไผ่ระยะ 1 งบกี่บาท", "10 ล้านบาท"),
        ("แจกไผ่ระยะ 2 งบกี่บาท", "4 ล้านบาท"),
        ("งบแจกไผ่ ระยะที่ 1 เท่าไหร่", "10 ล้านบาท"),
        ("งบแจกไผ่ ระยะที่ 2 เท่าไหร่", "4 ล้านบาท"),
        ("งบแจกไผ่ ระยะที่ 3 เท่าไหร่", ""),
    ],
)
def test_what_staff_wrote_of_one_round_is_told_of_no_other(question: str, told: str) -> None:
    """Nor is what was done in a round its budget."""
    assert told == fact_of(SHARED, question)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("ตลาดว่าวจัดเป็นครั้งที่ 2 ครั้งแรกคือตุลาคม 2558", "ตุลาคม 2558"),
        ("ตลาดว่าวจัดเป็นครั้งที่ 2 ครั้งแรกจัดเมื่อวันที่ 4 ตุลาคม 2558 ที่เกาะไผ่", "วันที่ 4 ตุลาคม 2558"),
        ("ตลาดว่าวจัดเป็นครั้งที่ 2 เป็นครั้งแรกในเอเชีย เล่าเมื่อตุลาคม 2558", ""),
    ],
)
def test_the_day_behind_the_first_is_that_of_the_first(body: str, told: str) -> None:
    """Also a month; that something was new says nothing of it."""
    days = Event(date(2017, 1, 9), date(2017, 1, 29))
    assert told == fact_of(
        Entry("kites", "ตลาดว่าว 2560", body, event=days), "ตลาดว่าวจัดครั้งแรกเมื่อไหร่"
    )


def test_the_day_behind_the_first_is_of_no_other_kind_of_round() -> None:
    """A second class may be held for the first time."""
    market = Entry("kites", "ตลาดว่าว", "ตลาดว่าว รุ่นที่ 2 จัดครั้งแรกเมื่อวันที่ 4 ตุลาคม 2558 ที่เกาะไผ่")
    assert "วันที่ 4 ตุลาคม 2558" == fact_of(market, "ตลาดว่าวรุ่นที่ 2 จัดเมื่อไหร่")


def test_years_of_a_life_are_no_round() -> None:
    """Six rounds of twelve years are 72 of them."""
    assert rounds_named("เฉลิมพระชนมพรรษา 6 รอบ 72 พรรษา") == set()
