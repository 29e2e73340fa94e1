"""Calendars are no one event."""

import pytest

from bot.press.extraction import extract

LINES = """- 5 ธันวาคม 2569 เปิดให้เข้าชมพิพิธภัณฑ์ฟรีทุกแห่ง
- 12-13 ธันวาคม 2569 ค่ายครอบครัวนักวิทย์ ณ พิพิธภัณฑ์พระรามเก้า จ.ปทุมธานี
- 19 ธันวาคม 2569 เวลา 18.00 น. ฉายดาวกลางแจ้ง ณ จัตุรัสวิทยาศาสตร์ กรุงเทพฯ"""
ROWS = """รายการ: รับสมัคร · วันที่: 1-31 ธันวาคม 2569
รายการ: ปฐมนิเทศ · วันที่: 23 มกราคม 2570
รายการ: ค่าย ณ มหาวิทยาลัยสุรนารี · วันที่: 22-26 มีนาคม 2570"""


@pytest.mark.parametrize("lines", [LINES, ROWS])
def test_a_calendar_of_several_things_has_no_day_of_its_own(lines: str) -> None:
    """Its lines or rows tell them; the clerk is told to make each an entry."""
    entry = extract(f"ปฏิทินกิจกรรม อพวช. เดือนธันวาคม 2569\n{lines}", "a").entry
    assert entry.event is None
    assert "แยกเป็นเรื่องละงาน" in entry.review["event.start"]


def test_a_day_of_an_application_in_a_table_is_none_of_the_event() -> None:
    """Whatever stands between the word for it and the day."""
    rows = f"{ROWS.splitlines()[0]}\n{ROWS.splitlines()[1]}"
    entry = extract(f"โครงการนักวิจัยน้อย\n{rows}", "a").entry
    assert entry.event
    assert "2027-01-23" == str(entry.event.start)
