"""Who holds an event: named plainly, as its host or as the one who acts; never made up."""

import pytest

from bot.press.extraction import extract
from bot.press.facts.organizers import find_organizer

OFFICE = "สถาบันวิจัยวิทยาศาสตร์และเทคโนโลยีแห่งประเทศไทย (วว.)"


@pytest.mark.parametrize(
    ("paragraph", "name", "sure"),
    [
        ("งานเปิดบ้าน จัดโดย วว. ระหว่างวันที่ 18-19 ธันวาคม 2569 ณ คลองห้า", "วว.", True),
        ("งานเปิดบ้าน จัดโดย วว. วันที่ 18 ธันวาคม 2569", "วว.", True),
        ("งานเปิดบ้าน จัดโดย : วว.", "วว.", True),
        ("งานเปิดบ้าน จัดขึ้นโดย วว. ณ คลองห้า", "วว.", True),
        ("ผู้จัด: วว.", "วว.", True),
        ("งานเปิดบ้าน จัดโดยความร่วมมือระหว่าง วว. และ มข. ณ คลองห้า", "วว. และ มข.", True),
        ("✨ ผู้จัดงาน : วว. ร่วมกับ มข.", "วว.", True),
        ("วว. เป็นเจ้าภาพจัดประชุมวิชาการ ณ คลองห้า", "วว.", False),
        (f"เมื่อวันที่ 1 ธันวาคม {OFFICE} เป็นเจ้าภาพจัดประชุม", OFFICE, False),
        (f"กระทรวง อว. โดย {OFFICE} ร่วมกับ มข. จัดอบรมการทำปุ๋ย", OFFICE, False),
        ("งานเปิดบ้าน จัดขึ้น ณ คลองห้า โดย วว. ร่วมกับ มข.", "วว.", False),
        ("โดย วว. ร่วมกับ มข. จัดทำแผนแม่บท", "", True),
        ("โดย ดร.สมชาย ใจดี ร่วมกับ มข. จัดอบรม", "", True),
        ("ประเทศไทยกำลังจะเป็นเจ้าภาพจัดการประชุมเอเปค", "", True),
        ("หลายภาคส่วนร่วมกัน เป็นเจ้าภาพจัดงาน", "", True),
        ("ผู้จัดการโครงการ: สมชาย", "", True),
        ("เนื้อสัตว์โดนความเย็นจัดโดยตรง", "", True),
        ("งานแถลงข่าว ซึ่งจัดโดย บริษัทหนึ่ง จำกัด หนึ่งในสตาร์ทอัพ", "บริษัทหนึ่ง จำกัด", True),
        ("งานสัมมนา จัดโดย เมคยอง มีเดีย กรุ๊ป ซึ่งเป็นสื่อ", "เมคยอง มีเดีย กรุ๊ป", True),
        (f"{OFFICE} กำหนดจัดมหกรรมข้ามปี ณ คลองห้า", OFFICE, True),
        (f"(22 พฤศจิกายน 2564) {OFFICE} กระทรวง อว. จัดงานใหญ่", OFFICE, True),
        (f"เมื่อวันที่ 5 ธ.ค. 2566 เวลา 17.00 น. {OFFICE} จัดงานดนตรี", OFFICE, True),
        (f"เมื่อวันที่ 5 ธ.ค.{OFFICE} และภาคี จัดประชุม", OFFICE, True),
        (f"กระทรวง อว. โดย {OFFICE} จัดกิจกรรมมหาวิทยาลัยเด็ก", OFFICE, True),
        (f"{OFFICE} ร่วมกับอุทยาน โดย มหาวิทยาลัยสงขลานครินทร์ จัดโครงการ", OFFICE, True),
        (f"วันที่ (4 มิถุนายน 2561) {OFFICE} จัดงานสัมมนา", OFFICE, True),
        (f"พิธีเปิดงานสัมมนา ซึ่งจัดโดย {OFFICE} ว่า กระทรวงมีแผน", OFFICE, True),
        ("สิ่งของ ซึ่งกระทรวงวัฒนธรรมร่วมกับสภาวัฒนธรรม จัดกิจกรรมขึ้น", "กระทรวงวัฒนธรรม", True),
        (f"ใบสัมฤทธิบัตร ซึ่ง{OFFICE} จัดอบรมหลักสูตรดังกล่าว ได้จัดขึ้นแล้ว", "", True),
        ("งานนี้ ถูกจัดขึ้นโดยกรมพัฒนาชุมชน เพื่อจำหน่าย", "กรมพัฒนาชุมชน", True),
        (f"ทรงเปิดงานวันนักประดิษฐ์ ซึ่ง{OFFICE} กระทรวง อว. จัดงานขึ้นทุกปี", OFFICE, True),
        (f"เมื่อวันที่ 5 ธ.ค. ที่โรงแรมริมน้ำ จ.น่าน {OFFICE} จัดงานแถลงข่าว", OFFICE, True),
        (f"วันนี้ 5 ธันวาคม 2566 “น้ำใจ” {OFFICE} จัดพิธีเปิดศูนย์น้ำ", OFFICE, True),
        ("การสัมมนาดังกล่าวจัดโดยสมาคมดาราศาสตร์ ซึ่งมีวัตถุประสงค์", "สมาคมดาราศาสตร์", True),
        ("งานคลาวด์ จัดโดย Cloud Makers บริษัทผู้เชี่ยวชาญด้านคลาวด์ ณ ไบเทค", "Cloud Makers", True),
        ("งานคลาวด์ จัดโดย สมาคมคลาวด์ไทย ผู้นำด้านคลาวด์ ณ ไบเทค", "สมาคมคลาวด์ไทย", True),
        ("ธนาคารออมสิน จัดงานตลาดนัด ณ ลานหน้าสำนักงานใหญ่", "ธนาคารออมสิน", True),
        (f"{OFFICE}และสำนักงาน{'ตรวจน้ำ' * 12} จัดการประชุม", OFFICE, True),
        (f"{OFFICE} จัดทำแผน และจัดตั้งศูนย์", "", True),
        ("ดร.สมชาย ใจดี จัดงานเลี้ยง", "", True),
        (f"{OFFICE} กล่าวว่า การจัดงานครั้งนี้ดีมาก", "", True),
    ],
)
def test_the_organiser_is_read_where_it_is_told(paragraph: str, name: str, *, sure: bool) -> None:
    """Up to the words of what comes next; whoever may hold something else is unsure."""
    found = find_organizer([paragraph])
    assert (name, sure) == (found.name, found.sure)


def test_background_tells_no_host_of_the_event() -> None:
    """Only what reports the event does, unless it says plainly who holds it."""
    told = ["วว. เป็นเจ้าภาพจัดประชุมวิชาการ"]
    assert "" == find_organizer(["ย่อหน้า"] * 3 + told).name
    assert "วว." == find_organizer([*told, "จัดโดย วว. ณ คลองห้า"]).name
    assert find_organizer([*told, "จัดโดย วว. ณ คลองห้า"]).sure


def test_an_unsure_organiser_is_to_be_looked_at() -> None:
    """It stands in the review of its entry."""
    text = "วว. จัดประชุม\n24 พ.ย. 2569\nวันที่ 15 ธันวาคม 2569 วว. เป็นเจ้าภาพจัดประชุม ณ คลองห้า\nต่อ"
    entry = extract(text, "a").entry
    assert entry.event
    assert "วว." == entry.event.organizer
    assert "event.organizer" in entry.review
