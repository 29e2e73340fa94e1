"""Official letters and memos: the text between head and signature."""

from bot.press.extraction import extract

MEMO = """บันทึกข้อความ
ส่วนราชการ กองส่งเสริมวิทยาศาสตร์ โทร. ๐ ๒๓๓๓ ๓๗๐๐ ต่อ ๔๐๒๑
ที่ อว ๐๒๐๓/ว ๔๕๖ วันที่ ๒๓ พฤศจิกายน ๒๕๖๙
เรื่อง ขอเชิญเข้าร่วมอบรมการเขียนข้อเสนอโครงการวิทยาศาสตร์ชุมชน
เรียน หัวหน้าส่วนราชการในสังกัด
สิ่งที่ส่งมาด้วย แบบตอบรับ จำนวน ๑ ฉบับ
ด้วยกองส่งเสริมวิทยาศาสตร์กำหนดจัดอบรม ในวันอังคารที่ ๑๕ ธันวาคม ๒๕๖๙ ณ อาคารพระจอมเกล้า กรุงเทพฯ
ทั้งนี้ ไม่มีค่าใช้จ่ายในการอบรม
จึงเรียนมาเพื่อโปรดทราบและพิจารณา
(นางสาวมาลี ใจงาม)
ผู้อำนวยการกองส่งเสริมวิทยาศาสตร์"""


def test_a_memo_is_told_without_enclosures_and_signature() -> None:
    """The office that it comes from is reached as its head says."""
    entry = extract(MEMO, "a").entry
    paragraphs = entry.body.split("\n\n")
    assert paragraphs[0].startswith("ด้วยกองส่งเสริมวิทยาศาสตร์")
    assert "กองส่งเสริมวิทยาศาสตร์ โทร. ๐ ๒๓๓๓ ๓๗๐๐ ต่อ ๔๐๒๑" == paragraphs[-1]
    assert not any(told in entry.body for told in ("สิ่งที่ส่งมาด้วย", "จึงเรียนมา", "มาลี"))
    assert entry.contact
    assert entry.event
    assert (("0 2333 3700 ต่อ 4021",), "ไม่มีค่าใช้จ่าย") == (entry.contact.phones, entry.event.cost)


def test_the_office_below_a_signature_stays() -> None:
    """It is the one to ask; who signed is nobody's concern."""
    letter = MEMO.replace("ส่วนราชการ กองส่งเสริมวิทยาศาสตร์ โทร. ๐ ๒๓๓๓ ๓๗๐๐ ต่อ ๔๐๒๑\n", "")
    body = extract(f"{letter}\nกองแผนงาน\nโทร. ๐ ๒๒๐๑ ๗๐๐๐", "a").entry.body
    assert ["กองแผนงาน", "โทร. ๐ ๒๒๐๑ ๗๐๐๐"] == body.split("\n\n")[-2:]
    assert "ผู้อำนวยการ" not in body
