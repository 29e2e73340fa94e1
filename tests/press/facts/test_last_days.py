"""What has begun and can still be come to lasts until the day told; nothing else does."""

import pytest

from tests.press.facts.base import read

OPENED = "เมื่อวันที่ 9 มี.ค. 2563 รัฐมนตรีเป็นประธานเปิดงานแสดงสินค้า ณ ไบเทค บางนา"


@pytest.mark.parametrize(
    ("told", "last"),
    [
        ("ขอเชิญทุกท่านเที่ยวชมงาน ตั้งแต่วันนี้ จนถึงวันที่ 15 มีนาคม 2563", "9-15"),
        ("โดยการจัดงานจะจัดไปจนถึงวันที่ 16 มีนาคม ศกนี้", "9-16"),
        ("พร้อมของรางวัลให้ทุกท่าน ตั้งแต่วันนี้ ถึงวันที่ 15 มีนาคม 2563 ณ ไบเทค บางนา", "9-15"),
        ("เปิดรับสมัครตั้งแต่วันนี้ ถึงวันที่ 15 มีนาคม 2563 ณ สำนักงาน", "9"),
        ("นายกรัฐมนตรีสั่งให้แก้ตั้งแต่วันนี้ จนถึงวันที่ 15 มีนาคม 2563", "9"),
    ],
)
def test_a_fair_lasts_until_the_day_told(told: str, last: str) -> None:
    """An application's last day, and one on which something has to be done, are none."""
    assert f"{last} มีนาคม 2563" == read(OPENED, told).days


def test_a_prize_was_handed_over_on_one_day() -> None:
    """What is shown for longer is not the ceremony."""
    shown = "ผลงานที่ได้รางวัลจัดแสดงจนถึงวันที่ 13 มีนาคม ณ อาคาร 101 ไบเทค บางนา"
    assert "9 มีนาคม 2563" == read(OPENED, shown, title="พิธีมอบรางวัลสิ่งประดิษฐ์").days


def test_a_last_day_with_its_year_tells_that_of_the_first() -> None:
    """Of a release without its own day; alone it is no beginning."""
    opened = "เมื่อวันที่ 9 มี.ค. รัฐมนตรีเป็นประธานเปิดงาน ณ อาคาร 1-3 ไบเทค บางนา"
    opened = f"{opened} ท่ามกลางผู้ประกอบการและประชาชนที่มาร่วมงานเป็นจำนวนมากตั้งแต่เช้าจนถึงเย็น"
    told = "ขอเชิญเที่ยวชมงาน ตั้งแต่วันนี้ จนถึงวันที่ 15 มีนาคม 2563 ณ ไบเทค บางนา จังหวัดสมุทรปราการ"
    found = read(opened, told, published=None)
    assert "9-15 มีนาคม 2563" == found.days
    assert "สมุทรปราการ" == found.province
    alone = read("ข่าว" * 50, told, published=None)
    assert ("", "ไบเทค บางนา จังหวัดสมุทรปราการ") == (alone.days, alone.venue)
    assert ["event.start"] == alone.unsure


def test_a_last_day_that_opens_a_line_is_no_beginning() -> None:
    assert "" == read("วันนี้ - 23 มีนาคม 2563", "ส่งผลงานได้ทางเว็บไซต์").days
