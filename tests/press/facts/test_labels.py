"""Lines that name the next one."""

from datetime import date

from bot.press.extraction import extract
from bot.press.facts.labels import with_labels

POSTER = """ขอเชิญร่วมงาน
เทศกาลหุ่นยนต์
และเอไอ
ROBOT & AI FEST 2026
วันที่
18-20 ธ.ค.
2569
เวลา
10.00-18.00 น.
ลานกิจกรรมชั้น 1
เซ็นทรัล ขอนแก่น
เข้าชมฟรี!
สอบถามเพิ่มเติม
โทร. 043-203-123"""


def test_the_broken_lines_of_a_poster_are_read() -> None:
    """Title, days, hours and place, each of which a program that reads pictures sets apart."""
    entry = extract(POSTER, "a").entry
    assert "ขอเชิญร่วมงาน เทศกาลหุ่นยนต์ และเอไอ" == entry.title
    assert entry.event
    assert (date(2026, 12, 18), date(2026, 12, 20)) == (entry.event.start, entry.event.end)
    assert ("10.00-18.00 น.", "ลานกิจกรรมชั้น 1 เซ็นทรัล ขอนแก่น", "ขอนแก่น") == (
        entry.event.time,
        entry.event.venue,
        entry.event.province,
    )
    assert "ไม่มีค่าใช้จ่าย" == entry.event.cost
    assert "วันที่ 18-20 ธ.ค. 2569" in entry.body
    assert "สอบถามเพิ่มเติม โทร. 043-203-123" in entry.body


def test_a_label_says_which_day_it_is() -> None:
    """Of a contest the day of results is not that of the release, nor the award's the contest's."""
    title, text = "สสน. ชวนประกวดแผนที่น้ำชุมชน", "สสน. เปิดรับผลงานประกวดแผนที่น้ำชุมชน ชิงเงินรางวัล"
    days = ["ประกาศผล", "วันที่ 19 กุมภาพันธ์ 2570", "มอบรางวัล", "วันที่ 22 มีนาคม 2570 ณ หอประชุม สสน."]
    lines = [title, text, *days]
    assert [f"{days[0]} {days[1]}", f"{days[2]} {days[3]}"] == with_labels(lines)[2:]
    entry = extract("\n".join(lines), "a").entry
    assert (None, None) == (entry.published, entry.event)


def test_other_lines_stay_apart() -> None:
    """A word of publication names the day of the release, and a year is one only behind a month."""
    lines = ["ชื่อเรื่อง", "ประกาศ", "วันที่ 19 กุมภาพันธ์ 2570", "แผนแม่บท", "2570"]
    assert lines == with_labels(lines)
