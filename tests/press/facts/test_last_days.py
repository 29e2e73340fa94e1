"""What has begun and can still be come to lasts until the day told; nothing else does."""

from datetime import date

import pytest

from bot.knowledge.entries import Event
from bot.press.facts.events import find_event

PUBLISHED = date(2020, 3, 12)
OPENED = "เมื่อวันที่ 9 มี.ค. 2563 รัฐมนตรีเป็นประธานเปิดงานแสดงสินค้า ณ ไบเทค บางนา"


def event(*paragraphs: str, title: str = "ข่าว", published: date | None = PUBLISHED) -> Event:
    return find_event(title, paragraphs, published).event or Event()


@pytest.mark.parametrize(
    ("told", "last"),
    [
        ("ขอเชิญทุกท่านเที่ยวชมงาน ตั้งแต่วันนี้ จนถึงวันที่ 15 มีนาคม 2563", 15),
        ("โดยการจัดงานจะจัดไปจนถึงวันที่ 16 มีนาคม ศกนี้", 16),
        ("พร้อมของรางวัลให้ทุกท่าน ตั้งแต่วันนี้ ถึงวันที่ 15 มีนาคม 2563 ณ ไบเทค บางนา", 15),
        ("เปิดรับสมัครตั้งแต่วันนี้ ถึงวันที่ 15 มีนาคม 2563 ณ สำนักงาน", 9),
        ("นายกรัฐมนตรีสั่งให้แก้ตั้งแต่วันนี้ จนถึงวันที่ 15 มีนาคม 2563", 9),
    ],
)
def test_a_fair_lasts_until_the_day_told(told: str, last: int) -> None:
    """An application's last day, and one on which something has to be done, are none."""
    found = event(OPENED, told)
    assert (date(2020, 3, 9), date(2020, 3, last)) == (found.start, found.end)


def test_a_prize_was_handed_over_on_one_day() -> None:
    """What is shown for longer is not the ceremony."""
    shown = "ผลงานที่ได้รางวัลจัดแสดงจนถึงวันที่ 13 มีนาคม ณ อาคาร 101 ไบเทค บางนา"
    assert date(2020, 3, 9) == event(OPENED, shown, title="พิธีมอบรางวัลสิ่งประดิษฐ์").end


def test_a_last_day_with_its_year_tells_that_of_the_first() -> None:
    """Of a release without its own day; alone it is no beginning."""
    opened = "เมื่อวันที่ 9 มี.ค. รัฐมนตรีเป็นประธานเปิดงาน ณ อาคาร 1-3 ไบเทค บางนา"
    opened = f"{opened} ท่ามกลางผู้ประกอบการและประชาชนที่มาร่วมงานเป็นจำนวนมากตั้งแต่เช้าจนถึงเย็น"
    told = "ขอเชิญเที่ยวชมงาน ตั้งแต่วันนี้ จนถึงวันที่ 15 มีนาคม 2563 ณ ไบเทค บางนา จังหวัดสมุทรปราการ"
    found = event(opened, told, published=None)
    assert (date(2020, 3, 9), date(2020, 3, 15)) == (found.start, found.end)
    assert "สมุทรปราการ" == found.province
    alone = find_event("ข่าว", ("ข่าว" * 50, told), None)
    assert alone.event
    assert (None, None) == (alone.event.start, alone.event.end)
    assert "ไบเทค บางนา จังหวัดสมุทรปราการ" == alone.event.venue
    assert ["event.start"] == [one.field for one in alone.findings if not one.sure]


def test_a_last_day_that_opens_a_line_is_no_beginning() -> None:
    assert event("วันนี้ - 23 มีนาคม 2563", "ส่งผลงานได้ทางเว็บไซต์").start is None
