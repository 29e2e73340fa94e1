"""Where something takes place: not in what is quoted, and whole."""

import pytest

from bot.knowledge.places import (
    in_quotes,
    placed_before,
    province_behind,
    province_of_dateline,
    province_of_venue,
    venue_in,
    visited_place,
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
        ("ณ ห้องประชุมศาสตราจารย์ ดร.แดง ใจดี อาคารหนึ่ง", "ห้องประชุมศาสตราจารย์ ดร.แดง ใจดี อาคารหนึ่ง"),
        ("ณ ห้องประชุมศาสตราจารย์ ม.ล.แดง มาดี ชั้น 3", "ห้องประชุมศาสตราจารย์ ม.ล.แดง มาดี ชั้น 3"),
        ("ณ อาคารหนึ่ง ศูนย์ราชการฯนายแดง ใจดี รับมอบ", "อาคารหนึ่ง ศูนย์ราชการฯ"),
        ("ช่วยผู้ประสบภัย ที่จุดพักพิง วัดหนึ่ง/บ้านสอง จ.น่าน", "จุดพักพิง วัดหนึ่ง/บ้านสอง จ.น่าน"),
        ("เวลา 11.30 น.ที่อาคารหนึ่ง นายแดง ใจดี", "อาคารหนึ่ง"),
        ("ณ อ่าวใหญ่ และการแข่งขันเรือ", "อ่าวใหญ่"),
        ("ณ 20 ม.ค.67 มีผู้สมัครแล้ว", ""),
        ("คณะอนุกรรมการจัดที่ดินทำกินให้ชุมชน", ""),
        ("ขอบคุณที่ร่วมจัดงานในครั้งนี้ด้วย", ""),
        ("ณ ศูนย์ราชการเฉลิมพระเกียรติฯเพื่อติดตามงาน", "ศูนย์ราชการเฉลิมพระเกียรติฯ"),
        ("เข้าเฝ้าฯ ที่พระวิหาร วัดราชบพิธ", "พระวิหาร วัดราชบพิธ"),
        ("ณ ทบวงการ หรือไอเออีเอ กรุงเวียนนา ว่า ไทยพร้อม", "ทบวงการ หรือไอเออีเอ กรุงเวียนนา"),
        ("ณ โถง อาคาร ม.ร.ว. แดง ใจดี โรงพยาบาลหนึ่ง", "โถง อาคาร ม.ร.ว. แดง ใจดี โรงพยาบาลหนึ่ง"),
        ("ณ อาคารหนึ่ง ม.ร.ว. แดง ใจดี", "อาคารหนึ่ง"),
        ("ข้อมูล ณ วันอาทิตย์ที่ 4 กันยายน 2565", ""),
        ("ณ อาคาร 2-8 อิมแพ็ค เมืองทองธานี ชู “9 ไฮไลท์”", "อาคาร 2-8 อิมแพ็ค เมืองทองธานี"),
        ("ประดิษฐานชั่วคราว ณ ประเทศไทย ระหว่างวันที่", ""),
        ("ณ ศูนย์การค้าหนึ่ง หรือชมย้อนหลัง", "ศูนย์การค้าหนึ่ง"),
        ("ณ อาคารบุญดี มาร์ติน โรงพยาบาลหนึ่ง มาร่วมงาน", "อาคารบุญดี มาร์ติน โรงพยาบาลหนึ่ง"),
        ("ณ อุทยานดาว หรือ GISTDA อำเภอศรีราชา พร้อมคณะ", "อุทยานดาว หรือ GISTDA อำเภอศรีราชา"),
        ("ลงพื้นที่โครงการ ที่วังดาว ต.เขากอบ จ.ตรัง ในความดูแล", "วังดาว ต.เขากอบ จ.ตรัง"),
        ("ณ ห้องประชุม ๑๐ - ๐๑ ชั้น ๑๐", "ห้องประชุม ๑๐ - ๐๑ ชั้น ๑๐"),
        ("พบผู้ประสบภัย ที่อยู่ ต.เขากอบ จ.ตรัง", ""),
        ("ณ ห้องสายน้ำ กรมตรวจน้ำ สรุปสาระสำคัญดังนี้", "ห้องสายน้ำ กรมตรวจน้ำ"),
        ("ณ ห้องสายน้ำ กรมตรวจน้ำ เซอร์ จอห์น กล่าว", "ห้องสายน้ำ กรมตรวจน้ำ"),
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


def test_a_place_stands_before_the_period_in_which_it_is_gone_to() -> None:
    """Abroad too; what is not known to be a place only before a day alone."""
    text = "ร่วมประชุม ณ IAEA กรุงเวียนนา สาธารณรัฐออสเตรีย ระหว่างวันที่ "
    assert text.index(" ณ ") == placed_before(text)
    text = "ในวาระที่ทรงเห็นดาว ณ หว้ากอ ครบรอบ 150 ปี ระหว่างวันที่ "
    assert len(text) == placed_before(text)


def test_a_place_abroad_is_visited_up_to_its_country() -> None:
    text = "นำคณะผู้บริหาร เยือนสถาบัน Le CNAM สาธารณรัฐฝรั่งเศส โดยมีผู้บริหารต้อนรับ"
    assert "สถาบัน Le CNAM สาธารณรัฐฝรั่งเศส" == visited_place(text)


def test_a_place_is_gone_to_whatever_is_done_there_first() -> None:
    text = "ลงพื้นที่พบปะให้กำลังใจผู้ประกอบการ ชุมชนริมน้ำ จังหวัดตราด โดยชาวบ้านต้อนรับ"
    assert "ชุมชนริมน้ำ จังหวัดตราด" == visited_place(text)


def test_what_is_opened_in_the_grounds_of_a_place_is_there() -> None:
    """Up to the province of the place."""
    text = "จัดพิธีเปิดสถานีรับสัญญาณ ในพื้นที่อุทยานดาว อำเภอศรีราชา จังหวัดชลบุรี โดยได้รับเกียรติ"
    assert "อุทยานดาว อำเภอศรีราชา จังหวัดชลบุรี" == visited_place(text)


def test_a_venue_of_two_provinces_is_in_neither() -> None:
    assert "น่าน" == province_of_venue("หน่วยเรือ จว.น่าน ฝั่งซ้าย")
    assert "" == province_of_venue("จังหวัดสุราษฎร์ธานี และจังหวัดนครศรีธรรมราช")
    assert "นครศรีธรรมราช" == province_of_venue("ลานหนึ่ง เมืองนครศรีธรรมราช")


def test_a_place_to_see_is_visited_up_to_where_the_sentence_goes_on() -> None:
    """What is looked into there is none."""
    text = "ลงพื้นที่ตรวจเยี่ยมการดำเนินงานของอุทยานวิทยาศาสตร์ ภาคเหนือ มหาวิทยาลัยเขาไผ่ พร้อมคณะ"
    assert "อุทยานวิทยาศาสตร์ ภาคเหนือ มหาวิทยาลัยเขาไผ่" == visited_place(text)
    assert "" == visited_place("ลงพื้นที่ตรวจเยี่ยมการดำเนินงานของกลุ่มเกษตรกร พร้อมคณะ")
