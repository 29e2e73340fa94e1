"""The year of a day that has none, told elsewhere in the release."""

from datetime import date
from functools import partial

import pytest

from bot.press.facts.inferred_years import days_of_this_month, inferred_year
from tests.press.facts import base

LEAD = "วันนี้ (17 สิงหาคม) เวลา 9.00 น. รัฐมนตรีเป็นประธานเปิดงาน ณ ไบเทค บางนา"


read = partial(base.read, published=None)


@pytest.mark.parametrize(
    ("title", "text", "year"),
    [
        ("เปิดงานมหกรรมดาว ประจำปี 2561", "", 2018),
        ("เปิดงาน Star Week 2023", "หรือสัปดาห์ดาว ประจำปี 2566", 2023),
        ("เปิดงานดาว", "และในปี ๒๕๖๖ นี้ จะมีกล้องเพิ่ม", 2023),
        ("เปิดงานมหกรรมดาว ประจำปี 2561", "ต่อจากปี 2560", None),
        ("รับรางวัลดาวเด่น ประจำปี 2561", "", None),
        ("เปิดงานดาว", "ตามกฎหมาย พ.ศ. 2562", None),
        ("เปิดงาน “Star Week” 2023", "", 2023),
        ("เปิดประชุมดาว ครั้งที่ 4/2567", "", 2024),
        ("เปิดงานดาว", "โครงการมีขึ้นตั้งแต่ ก.ค. - ก.ย.65", 2022),
        ("เปิดงานดาว", "โครงการมีขึ้นตั้งแต่ ก.ย. - พ.ย.65", None),
        ("เปิดงานดาว", "ตั้งแต่ ก.ค. - ก.ย.2565 ตามกฎหมาย พ.ศ. 2562", None),
        ("เปิดงานมหกรรมดาว ประจำปี 2561", "หลังประชุมเมื่อวันที่ 3 มีนาคม 2561", 2018),
    ],
)
def test_one_year_alone_is_that_of_the_event(title: str, text: str, year: int | None) -> None:
    """Another beside it, a prize's and a law's are not, nor are months without the day in them."""
    found = inferred_year(title, [LEAD, text], date(2000, 8, 17))
    assert year == (found.year if found else None)


def test_a_day_told_before_with_its_year_is_what_takes_place() -> None:
    """A bare one behind it is only spoken of."""
    whole = "วันนี้ (3 มีนาคม 2561) รองโฆษกเปิดเผยถึงงานดาว"
    title = "เปิดงานมหกรรมดาว ประจำปี 2561"
    assert inferred_year(title, [whole, LEAD], date(2000, 8, 17)) is None
    assert inferred_year(f"{title} วันที่ 17 สิงหาคม 2561", [LEAD], date(2000, 8, 17)) is None


def test_a_day_takes_the_year_that_is_told_and_a_person_is_to_look() -> None:
    """Without one it has no day."""
    found = read(LEAD, title="เปิดงานมหกรรมดาว ประจำปี 2561")
    assert ("17 สิงหาคม 2561", "event.start") == (found.days, found.unsure[0])
    assert "" == read(LEAD, title="เปิดงานมหกรรมดาว").days


def test_days_of_this_month_are_told_by_the_day_of_the_report() -> None:
    """Others without a year are not."""
    told = "จัดวันที่ 9 - 19 พ.ย.นี้ หลังประชุมวันที่ 3 ต.ค."
    assert [date(2021, 11, 9)] == [one.first for one in days_of_this_month(told, date(2021, 11, 1))]


def test_what_the_press_is_told_of_comes_before_the_telling() -> None:
    """With the place told there, whatever day the report opens with."""
    for telling in ("แถลงข่าวการจัดงาน", "เยี่ยมชมและประกาศความพร้อมของงาน"):
        lead = f"ทำเนียบรัฐบาล / 1 พฤศจิกายน 2564 รัฐมนตรี{telling}มหกรรมดาว"
        more = "ปีนี้จัดระหว่างวันที่ 9 - 19 พ.ย.นี้ ที่อิมแพ็ค เมืองทองธานี "
        more += "เปิดให้เข้าชมงานฟรี! ตั้งแต่เวลา 09.00 - 19.00 น."
        found = read(lead, more, title="มหกรรมดาวมาแล้ว")
        assert "9-19 พฤศจิกายน 2564" == found.days
        assert ("อิมแพ็ค เมืองทองธานี", "09.00 - 19.00 น.") == (found.venue, found.time)


def test_days_with_their_year_come_before_those_of_this_month() -> None:
    """A deck may cut the place that is told in full below."""
    deck = "รัฐมนตรีเปิดงานหางาน วันที่ 26-27 มีนาคมนี้ ณ ฟอร์จูนสตรีท ศูนย์การค้าฟอร์จู"
    lead = "เมื่อวันที่ 26 มีนาคม 2564 รัฐมนตรีเป็นประธานเปิดงานหางาน"
    more = "งานจัดขึ้นระหว่างวันที่ 26-27 มีนาคม 2564 ณ ศูนย์การค้าฟอร์จูนทาวน์"
    assert "ศูนย์การค้าฟอร์จูนทาวน์" == read(deck, lead, more, title="งานหางาน").venue


def test_a_day_of_every_year_is_no_event() -> None:
    text = "วันที่ 8 มีนาคมของทุกปี เป็นวันสตรีสากล เพื่อเฉลิมฉลอง"
    assert "" == read(text, title="คำปราศรัย วันสตรีสากล ประจำปี 2568").days


@pytest.mark.parametrize(
    "other",
    [
        "เริ่มรับนักเรียนชั้น ม. 1 และ ม.4 ทางเว็บ ระหว่างวันที่ 3 -12 พฤษภาคม นี้ สอบเดือนหน้า",
        "วันที่ 31 พฤษภาคม 2563 จะครบกำหนดการจัดทำทะเบียน",
    ],
)
def test_what_is_due_this_month_is_not_what_is_reported(other: str) -> None:
    lead = "วันนี้ (9 พฤษภาคม 63) ณ ตึกสันติไมตรี ทำเนียบรัฐบาล รองปลัดแถลงข่าวความพร้อม"
    assert "9 พฤษภาคม 2563" == read(lead, other, title="ความพร้อมก่อนเปิดภาคเรียน").days
