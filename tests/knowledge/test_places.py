"""Where something takes place: not in what is quoted, and whole."""

import pytest

from bot.knowledge.places import (
    in_quotes,
    province_behind,
    province_of_dateline,
    venue_in,
)


def test_a_speech_names_no_venue_however_long() -> None:
    """It tells of what was; a title in quotation marks of two kinds is closed all the same."""
    speech = f"ความว่า “อาตมภาพอนุโมทนา {'ยาว' * 200} ได้ไปศึกษา"
    assert in_quotes(speech)
    assert "" == venue_in(f"{speech} ณ มหาวิทยาลัยพาราณสี ด้วยความเมตตา")
    assert not in_quotes(f"{speech}”")
    assert "ไบเทค" == venue_in('พิธีเปิด “OTOP City 2023 สุขท้ายปี" ณ ไบเทค')


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("เข้าเฝ้าฯ ที่พระวิหาร วัดราชบพิธ", "พระวิหาร วัดราชบพิธ"),
        ("ณ ทบวงการ หรือไอเออีเอ กรุงเวียนนา ว่า ไทยพร้อม", "ทบวงการ หรือไอเออีเอ กรุงเวียนนา"),
        ("ณ ศูนย์การค้าหนึ่ง หรือชมย้อนหลัง", "ศูนย์การค้าหนึ่ง"),
        ("ณ ลานหนึ่ง (Central Village) โครงการความร่วมมือภาครัฐ จัดงาน", "ลานหนึ่ง (Central Village)"),
    ],
)
def test_where_the_name_of_a_place_ends(text: str, venue: str) -> None:
    assert venue == venue_in(text)


def test_a_province_is_told_in_a_dateline_or_behind_the_same_place() -> None:
    assert "ปทุมธานี" == province_of_dateline("ปทุมธานี – 27 เมษายน 2567 – รัฐมนตรี")
    assert "" == province_of_dateline("ปทุมธานีเป็นเมืองหนึ่ง")
    text = "ที่ศูนย์แสดงสินค้า เมืองทองธานี จังหวัดนนทบุรี"
    assert "นนทบุรี" == province_behind("อาคารชาเลนเจอร์ เมืองทองธานี", text)
    assert "" == province_behind("อาคาร 6", "อาคาร 6 จังหวัดนนทบุรี")
