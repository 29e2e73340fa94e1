"""Lines that e-mail programs and narrow columns broke, and lines that only look like it."""

import pytest

from bot.knowledge.paragraphs import mended, unwrapped

MAIL = """วศ. จัดอบรมการตรวจน้ำดื่มด้วยตนเองสำหรับผู้นำชุมชนภาคตะวันออกเฉียงเหนือ

24 พฤศจิกายน 2569

กรมวิทยาศาสตร์บริการจัดอบรมการตรวจน้ำดื่มด้วยตนเองสำหรับผู้นำ
ชุมชน ในวันที่ 15 ธันวาคม 2569 เวลา 09.00-16.00 น. ณ โรงแรม
เซ็นทารา จังหวัดขอนแก่น โดยมีผู้เชี่ยวชาญจากกรมมาให้ความรู้เรื่อง
การเก็บตัวอย่างน้ำ การอ่านผลตรวจเบื้องต้น และการดูแลระบบ
กรองน้ำของชุมชน

ผู้สนใจสมัครได้ที่กองหอสมุดและศูนย์สารสนเทศ โทรศัพท์
0 2201 7255 ภายในวันที่ 10 ธันวาคม 2569 หรือที่เว็บไซต์
www.dss.go.th ได้ตลอดเวลา
"""
COLUMN = [
    "สถาบันวิจัยวิทยาศาสตร์และเทคโนโลยีแห่ง",
    "ประเทศไทย (วว.) กำหนดจัดงานตลาด",
    "นวัตกรรม ระหว่างวันที่ 17-18 ธันวาคม 2569",
    "เวลา 09.00-17.00 น. ณ ศูนย์การค้าเซ็นทรัล",
    "เพื่อนำผลงานวิจัยไปใช้",
    "ภายในงานมีการจัดแสดงผลงานกว่า 60 ผล",
    "งาน ทั้งด้านอาหาร เครื่องสำอาง และวัสดุ โดย",
    "ผู้เข้าชมปรึกษานักวิจัยได้ที่ โทร. 0 2577",
    "9155 หรืออีเมล expo@tistr.or.th ในวันและ",
    "เวลาราชการ",
]


def test_lines_of_an_email_are_paragraphs_again() -> None:
    """Of sixty letters; the venue, the number and the address are whole, and so is the rest."""
    blocks = unwrapped(MAIL).split("\n\n")
    assert 4 == len(blocks)
    assert MAIL.split("\n\n")[:2] == blocks[:2]
    assert "ผู้นำชุมชน ในวันที่" in blocks[2]
    assert "ณ โรงแรมเซ็นทารา จังหวัดขอนแก่น โดย" in blocks[2]
    assert "โทรศัพท์ 0 2201 7255 ภายใน" in blocks[3]
    assert "เว็บไซต์ www.dss.go.th ได้" in blocks[3]
    assert unwrapped(unwrapped(MAIL)) == unwrapped(MAIL)


APART = {
    "list": """มหาวิทยาลัยเกษตรศาสตร์ วิทยาเขตเฉลิมพระเกียรติ
มหาวิทยาลัยสงขลานครินทร์ วิทยาเขตสุราษฎร์
มหาวิทยาลัยศิลปากร วิทยาเขตสารสนเทศเพชรบุรี
มหาวิทยาลัยพะเยา""",
    "poem": """๏ อันความรู้คู่คุณธรรมนำชีวิต        พาให้คิดพาให้ทำนำสุขสม
ทั้งเพียรเรียนเพียรเพ่งเร่งสะสม        คนนิยมยกย่องผ่องอำไพ""",
    "items": """- การเก็บตัวอย่างน้ำสำหรับการตรวจที่ห้องปฏิบัติการ
- การอ่านผลตรวจเบื้องต้นและการดูแลระบบกรองน้ำ
- การส่งผล""",
    "labels": """วันที่: 15 ธันวาคม 2569 ถึงวันที่ 17 ธันวาคม 2569 ทุกวัน
เวลา: 09.00-16.00 น. และ 17.00-20.00 น. ทุกวันงาน
สถานที่: โรงแรมเซ็นทารา จังหวัดขอนแก่น ชั้น 2
ค่าสมัคร: ฟรี""",
    "table": """| ลำดับ | ชื่อหน่วยงานที่เข้าร่วมโครงการในปีนี้ | จังหวัด |
| 1 | ศูนย์วิทยาศาสตร์เพื่อการศึกษาทั้งประเทศ | ตาก |
| 2 | อุทยานวิทยาศาสตร์ | ตรัง |""",
    "letter": """ขอแสดงความนับถือเป็นอย่างสูงและขอขอบคุณมา ณ โอกาสนี้
นายสมชาย ใจดี
ผู้อำนวยการ
กรมวิทยาศาสตร์บริการ""",
}


@pytest.mark.parametrize("block", APART.values(), ids=APART)
def test_lines_that_stand_apart_stay_apart(block: str) -> None:
    """Lists, poems, tables and signatures are as wide as broken lines are."""
    text = f"ชื่อเรื่องของข่าวนี้\n\n{block}\n\n{block}"
    assert unwrapped(text) == text
    assert mended(block.split("\n")) == block.split("\n")


def test_a_column_of_a_page_is_mended() -> None:
    """Thirty-odd letters wide; a paragraph ends with a short line."""
    first, second = mended(COLUMN)
    assert "เทคโนโลยีแห่งประเทศไทย (วว.) กำหนดจัดงานตลาดนวัตกรรม" in first
    assert "60 ผลงาน" in second
    assert "0 2577 9155 หรือ" in second
    assert second.endswith("ในวันและเวลาราชการ")


@pytest.mark.parametrize("cut", ["0 2333\n3999", "081-234\n5678", "02 123\n4567"])
def test_a_telephone_number_is_not_cut(cut: str) -> None:
    """Whatever else is on the lines."""
    whole = " ".join(cut.split("\n"))
    assert [f"โทร. {whole} ในวันราชการ"] == mended(f"โทร. {cut} ในวันราชการ".split("\n"))
    assert 2 == len(mended(["โทร. 0 2333 3999", "2570 เป็นปีใหม่"]))
