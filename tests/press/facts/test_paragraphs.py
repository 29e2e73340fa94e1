"""Lines that e-mail programs and narrow columns broke, and lines that only look like it."""

import pytest

from bot.press.facts.paragraphs import mended, unwrapped

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
    "conditions": """ผู้สมัครต้องมีคุณสมบัติทั่วไปและคุณสมบัติเฉพาะดังนี้
มีสัญชาติไทยและมีอายุไม่เกินสามสิบห้าปีในวันที่สมัคร
จบการศึกษาระดับปริญญาโทขึ้นไปจากสถาบันที่รับรอง
ไม่เคยต้องโทษจำคุก""",
    "prizes": """รางวัลชนะเลิศได้รับถ้วยพระราชทานและเงินสด 50,000 บาท
เกียรติบัตรสำหรับครูที่ปรึกษาทุกทีม
ทุนการศึกษาสำหรับทีมที่ผ่านรอบคัดเลือกทุกภาค
เหรียญที่ระลึก""",
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


def test_a_short_list_is_no_broken_paragraph() -> None:
    """Its lines are about as wide as each other by chance."""
    lines = [
        "สถาบันมาตรวิทยาแห่งชาติ (มว.) กำหนดจัดสัมมนา “ชั่งตวงวัดแม่นยำ” จำนวน 3 ครั้ง",
        "ครั้งที่ 1 วันที่ 10 มิถุนายน 2569 โรงแรมบุรีศรีภู จังหวัดสงขลา",
        "ครั้งที่ 2 วันที่ 17 มิถุนายน 2569 โรงแรมเซ็นทรา จังหวัดอุดรธานี",
        "ครั้งที่ 3 วันที่ 24 มิถุนายน 2569 โรงแรมเชียงใหม่ภูคำ จังหวัดเชียงใหม่",
        "ผู้สนใจสมัครก่อนวันจัดงาน 7 วัน ไม่เสียค่าใช้จ่าย โทรศัพท์ 0 2577 5100 ต่อ 2241-2",
    ]
    assert lines == mended(lines)


def test_a_line_that_opens_something_new_is_not_glued_to_the_one_above() -> None:
    """Lines of a notice are about as long as each other by chance."""
    lines = [
        "พิพิธภัณฑ์แจ้งเวลาเปิดให้บริการ ตั้งแต่วันที่ 26 ธันวาคม 2569 ถึงวันที่ 3 มกราคม 2570",
        "เปิดทุกวัน เวลา 09.30 - 17.00 น. ไม่เว้นวันหยุดราชการและวันนักขัตฤกษ์ทุกวัน",
        "ค่าเข้าชม ผู้ใหญ่ 100 บาท เด็กและนักเรียน 50 บาท ผู้สูงอายุและพระภิกษุเข้าฟรี 20 บาท",
        "ที่ตั้ง เทคโนธานี ตำบลคลองห้า อำเภอคลองหลวง จังหวัดปทุมธานี",
        "โทรศัพท์ 0 2577 9999 ต่อ 2122 , 2123 โทรสาร 0 2577 9900 อีเมล museum@nsm.or.th",
    ]
    assert lines == mended(lines)


def test_a_minister_is_not_cut_from_the_ministry() -> None:
    """A line that ends with half of a post goes on."""
    lines = [
        "เมื่อวันที่ 17 สิงหาคม 2568 นางสาวดิน ลมเย็น รัฐมนตรีว่าการ",
        "กระทรวงว่าวและลม เป็นประธานในพิธีปิดงานว่าวเกาะไผ่",
    ]
    assert [" ".join(lines)] == mended(lines)


def test_a_name_behind_a_full_line_that_ends_in_an_abbreviation_stands_apart() -> None:
    """No word ends so in its midst."""
    full = "ณ ห้องรับรองของกรมตรวจน้ำแห่งชาติ ชั้นสอง อาคารสายน้ำ ศูนย์ราชการเฉลิมพระเกียรติฯ"
    lines = [full, "ศาสตราจารย์พิเศษแดง ใจดี อธิบดีกรมตรวจน้ำ ให้การต้อนรับคณะผู้แทนจากต่างประเทศ"] * 3
    assert "เฉลิมพระเกียรติฯ ศาสตราจารย์" in mended(lines)[0]


def test_broken_lines_are_mended() -> None:
    """A screen's or a PDF's line breaks go; items of a list and short lines stay apart."""
    full = "ก" * 100
    lines = [full, full, "จบย่อหน้า", full, f"- {'ข' * 96}", full, "จบ"]
    assert [f"{full}{full}จบย่อหน้า", full, f"- {'ข' * 96}{full}จบ"] == mended(lines)
    cut = ["โดยมีผู้บริหารกระทรวงและหน่วยงานในสังกัด พร้อมด้วย ศ.ดร.นพ.สิริฤกษ์", "ทรงศิวิไล ปลัดกระทรวง"]
    assert [" ".join(cut)] == mended(cut)
    which = ["นโยบายสร้างเครือข่ายนักวิจัยและผู้ประกอบการ THAILAND", "ซึ่งมุ่งเป้าไปที่ภูมิภาค"]
    assert [" ".join(which)] == mended(which)
    paragraphs = [which[0] * 6, which[1]]  # too long to have been broken at a margin
    assert paragraphs == mended(paragraphs)
    said = ["“ขอขอบคุณทุกฝ่ายที่ร่วมมือกันมาโดยตลอดอย่างต่อเนื่อง” นางสาวศุภมาสกล่าว", "นอกจากนี้ ยังมีเรื่องใหม่"]
    assert said == mended(said)
    hours = [full, full, full, f"{full[:-8]} 17.00 -", "22.00 น. ที่หอดูดาว"]
    assert [f"{full * 3}{full[:-8]} 17.00 - 22.00 น. ที่หอดูดาว"] == mended(hours)
    years = [full, full, f"{full[:-1]}(", "- 2579) จบ", "จบ"]
    assert [f"{full}{full}{full[:-1]}( - 2579) จบ", "จบ"] == mended(years)
    person = [full, full, full, "รศ.นพ. ก", "จบ"]
    assert [f"{full * 3} รศ.นพ. ก", "จบ"] == mended(person)
    names = ["สืบเนื่องจากความสำเร็จของ “โครงการรากฟันเทียมเฉลิมพระเกียรติ” และ", "“โครงการแว่นตา” ที่ผ่านมา"]
    assert [" ".join(names)] == mended(names)
    english = [
        "The program identifies promising enterprises, which will",
        "consequently help to grow.",
    ]
    assert [" ".join(english)] == mended(english)
    office = ["ณ สำนักงานสภาเกษตรกรจังหวัด โดยมี นายสมชัย กิจเจริญรุ่งโรจน์", "รองผู้ว่าราชการจังหวัด เข้าร่วม"]
    assert [" ".join(office)] == mended(office)
    guests = ["รัฐมนตรีหารือกับรัฐมนตรีว่าการกระทรวงศึกษาฯ (MEXT) พร้อมด้วย", "นายโอทากะ มาซาโตะ ณ ห้องรับรอง"]
    assert [" ".join(guests)] == mended(guests)
    spoken = ["“เราเห็นพ้องร่วมกันว่าต้องร่วมมือกันทุกฝ่าย” น.ส.ไตรศุลี กล่าว", "โฆษกกระทรวง กล่าวว่า"]
    assert spoken == mended(spoken)
    link = ["ติดตามรายละเอียดเพิ่มเติมของกิจกรรมได้ที่เพจเฟซบุ๊ก Enjoy Science", "www.nsm.or.th"]
    assert link == mended(link)
    assert ["ย่อหน้าแรกที่จบแล้ว", "ย่อหน้าที่สอง"] == mended(["ย่อหน้าแรกที่จบแล้ว", "ย่อหน้าที่สอง"])
