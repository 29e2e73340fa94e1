"""Until when one may apply, to who asks whether one still can."""

from dataclasses import replace
from datetime import date

import pytest

from bot.knowledge.entries import Entry, Kind
from bot.search.passages.deadlines import application_days, asks_if_open
from bot.search.query import Query
from bot.thai.questions import Aspect
from tests.search.passages.base import TODAY, asked, fact_of

RACE = Entry(
    "race",
    "แข่งเรือเกาะไผ่",
    "แข่งเรือเกาะไผ่รับสมัครถึง 15 มีนาคม 2562",
    Kind.SERVICE,
    facts={"วันปิดรับเรือยาว": "15 มีนาคม 2562", "รับสมัครเรือใบจิ๋ว": "22 กุมภาพันธ์-5 มีนาคม 2562"},
)


@pytest.mark.parametrize(
    "text",
    ["ยังเปิดรับอยู่ไหม", "ยังสมัครได้มั้ย", "ปิดรับหรือยัง", "หมดเขตแล้วรึยัง", "ส่งผลงานทันไหม", "ทุนนี้ยังรับสมัครอยู่ป่าว"],
)
def test_it_is_asked_whether_one_may_still_apply(text: str) -> None:
    """In whatever way that is said."""
    assert asks_if_open(asked(text))


@pytest.mark.parametrize(
    "text", ["สมัครยังไง", "ยังเปิดอยู่ไหม", "เปิดรับวันไหน", "อาสาสมัครเล่นทำอะไร", "ยังไม่สมัครได้ไหม"]
)
def test_other_questions_ask_for_no_last_day(text: str) -> None:
    """How one applies, when, or whether a house is open."""
    assert not asks_if_open(asked(text))


@pytest.mark.parametrize(("named", "last"), [("", 15), ("เรือใบจิ๋ว", 5)])
def test_of_several_calls_the_last_day_is_of_the_one_named(named: str, last: int) -> None:
    """What one label calls "วันปิดรับ" the other calls "รับสมัคร"."""
    query = Query(named, f"{named}ยังสมัครได้ไหม", aspect=Aspect.TOPIC)
    days = application_days(RACE, query, named, TODAY)
    assert days is not None
    assert days.last == date(2019, 3, last)


@pytest.mark.parametrize("asks", ["ปิดรับวันไหน", "หมดเขตเมื่อไหร่", "สมัครได้ถึงวันไหน"])
def test_a_last_day_is_asked_for_in_many_words(asks: str) -> None:
    """Each is told alike, first of all."""
    assert fact_of(RACE, asks) == "15 มีนาคม 2562"
    assert fact_of(RACE, f"เรือใบจิ๋ว{asks}") == "22 กุมภาพันธ์-5 มีนาคม 2562"
    body = (
        "เมื่อวันที่ 2 กุมภาพันธ์ 2560 รัฐมนตรีมอบรางวัลแข่งเรือ จัดแสดงถึงวันที่ 3 กุมภาพันธ์ 2560\n\n"
        "รอบต่อไปจะหมดเขตส่งผลงาน 2 มีนาคม 2560 ผู้ชนะเริ่มงานตั้งแต่เดือน พ.ค. - ธ.ค. 2560"
    )
    assert fact_of(replace(RACE, facts={}, body=body, kind=Kind.NEWS), asks) == "2 มีนาคม 2560"


def test_a_last_day_is_not_the_first() -> None:
    """Nor is the day of something else told beside it; a range has both."""
    body = "แถลงข่าว 5 กรกฎาคม 2560 รับสมัครถึง 15 กรกฎาคม 2560"
    assert fact_of(replace(RACE, facts={}, body=body), "เปิดรับสมัครวันไหน") == ""
    assert fact_of(replace(RACE, facts={"รับสมัครถึง": "9 มีนาคม 2562"}), "เปิดรับวันไหน") == ""
    body = "แถลงข่าว 5 กรกฎาคม 2560 เปิดรับสมัคร 10-15 กรกฎาคม 2560"
    assert fact_of(replace(RACE, facts={}, body=body), "เปิดรับสมัครวันไหน") == "10-15 กรกฎาคม 2560"
