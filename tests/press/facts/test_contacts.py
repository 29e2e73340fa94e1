"""Telephones, addresses, links and opening hours in the body of a release."""

import pytest

from bot.press.facts.contacts import find_contact
from tests.support.phrases import marked

WEEKEND = "วันเสาร์ – อาทิตย์ และวันหยุดนักขัตฤกษ์ เวลา 09.30-17.00 น."


@pytest.mark.parametrize(
    ("text", "phones"),
    [
        ("โทร. 0 2577 9000,0 2577 9300 โทรสาร 0 2577 9009", ["0 2577 9000", "0 2577 9300"]),
        ("โทร 02 281 0859 แฟกส์ 02 2822871", ["02 281 0859"]),
        ("โทรศัพท์ 0 2201 7250-55 หรือ 02 201 7000", ["0 2201 7250-55", "02 201 7000"]),
        ("โทร 02 448 9128-39 หรือสายด่วน 1546 หรือ 1506 กด 3", ["02 448 9128-39", "1546", "1506"]),
        ("โทร.02-577-9999 ต่อ 1411-1416", ["02-577-9999 ต่อ 1411-1416"]),
        ("งบ 1,506 ล้านบาท จำนวน 1313 คน ปี 2560-2565", []),
        ("ดูที่ https://a.go.th/0257790001", []),
        ("ถามที่ 02 577 9999 ต่อ 2122 และ 2123", ["02 577 9999 ต่อ 2122 และ 2123"]),
        ("โทรศัพท์ ๐ ๒๒๐๑ ๗๐๐๐ ในวันราชการ", ["0 2201 7000"]),
        ("ที่ 033-046-300 ถึง 29 ต่อ 2036", ["033-046-300 ถึง 29 ต่อ 2036"]),
        ("โทร 0 2577 9999 ต่อ 12 และ 02 333 3700", ["0 2577 9999 ต่อ 12", "02 333 3700"]),
        ("Tel. +66 2 333 3700 ext. 4021", ["+66 2 333 3700 ext. 4021"]),
        ("โทร 2579 1121 ต่อ 3205, 3208", ["0 2579 1121 ต่อ 3205, 3208"]),  # without its zero
        ("รหัส 2579 1121", []),
        ("ถามศูนย์ข้อมูล (Contact Center) 1158 หรือสายด่วนกรม 1368", ["1158", "1368"]),
        ("ขยายทางหลวงหมายเลข 1146 และทางหลวงชนบทหมายเลข 1164", []),
        ("02 564 7000 ต่อ 71731, 711192 , 1162", ["02 564 7000 ต่อ 71731, 711192 , 1162"]),
        ("โทร 0 - 2577 - 9960 ติดตาม", ["0 2577 9960"]),
        ("โทร 0 2333 3700 - 5", ["0 2333 3700 - 5"]),
        ("สำนักงาน (02) 333 3924 , (053) 123-456", ["(02) 333 3924", "(053) 123-456"]),
        ("บริจาคที่ธนาคารว่าว บัญชีเลขที่ 067-0-06895-0", []),  # which has ten figures as well
        ("โทร 02 577 9960 หรือ 0 2577 9960", ["02 577 9960"]),  # one number, set in two ways
        (
            "1. ออมดาว โทร. 02 111 1111\n4. ดาวเคราะห์ โทร. 02 555 0555",
            ["02 111 1111", "02 555 0555"],
        ),
        ("โทร 02 273 9020 ต่อ 3503 3516 02-111-1122", ["02 273 9020 ต่อ 3503 3516", "02-111-1122"]),
        ("โทร 0 2333 3700 ต่อ 3250 3431 และ 3444", ["0 2333 3700 ต่อ 3250 3431 และ 3444"]),
        ("สอบถามได้ที่ 1765 สายด่วนวัฒนธรรม", ["1765"]),
        (
            f"โทร {' '.join(f'02 564 700{n}' for n in range(9))}",
            [f"02 564 700{n}" for n in range(9)],
        ),
        ("แดง (089 128 5004) ขาว (081 614 4465)", []),  # of a press office
        ("แดง 089 128 5004 ขาว 081 614 4465", []),
        ("โทร 02 281 0859 มือถือ 089 128 5004", ["02 281 0859", "089 128 5004"]),
    ],
)
def test_telephones(text: str, phones: list[str]) -> None:
    """As written, in order; a fax, an amount and a link are none."""
    contact = find_contact([text]).contact
    assert phones == list(contact.phones if contact else ())


def test_the_hours_of_a_programme_are_not_those_of_an_office() -> None:
    """Though the line above them ends in the name of one that serves."""
    lines = ["09.00 - 09.30 น. พิธีเปิด โดย กรมวิทยาศาสตร์บริการ", "09.30 - 10.30 น. บรรยาย"]
    assert find_contact(lines).contact is None


def test_how_impostors_are_reached_is_no_contact() -> None:
    """Their numbers and pages stand before the words that say whom to tell."""
    warning = "พบมิจฉาชีพโทรจากหมายเลข 02-999-1234 ให้เข้า http://grant-demo.com แล้วโอนเงิน"
    told = find_contact([f"{warning} หากพบเห็นแจ้งสายด่วน 1441", "ศูนย์รับเรื่อง โทร 02 333 3700"]).contact
    assert told is not None
    assert (("1441", "02 333 3700"), "") == (told.phones, told.website)
    assert find_contact([warning]).contact is None
    denied = "กระทรวงไม่มีนโยบายแจกทุนผ่าน http://bit.ly/fake และไม่เคยให้โทรไปที่ 099-123-4567"
    assert find_contact([denied]).contact is None


def test_an_address_of_which_only_the_beginning_is_printed_is_no_link() -> None:
    """It would lead to the front page of somebody else."""
    told = ["ดูที่ https://drive.google.com/…/1C6pz", "และ https://a.go.th/.../x"]
    assert find_contact(told).contact is None


@pytest.mark.parametrize(
    ("told", "website"),
    [
        ("สมัครได้ที่ https://a.go.th/apply", "https://a.go.th/apply"),
        ("เร็วเป็นอันดับ 70 (ดูข้อมูลได้ที่ https://top.org/70/)", ""),
        ("ที่มา : https://a.org/ranks", ""),
        ("ก ติดต่อได้ที่ https://a.com\nข ติดต่อได้ที่ https://b.com\nค ติดต่อได้ที่ ร้าน", ""),
        ("ติดต่อที่สาขา ติดต่อที่ร้าน ติดต่อที่ https://a.com และ https://a.com/b", "https://a.com"),
        ("บริจาคผ่านเว็บไซต์ URL: kites4all.in.th (ว่าวเพื่อทุกคน)", "https://kites4all.in.th"),
        ("ระบบ Kite.com ของเกาะ มีเว็บไซต์ สวยงาม", ""),
    ],
)
def test_a_cited_address_and_one_of_several_makers_are_no_website(told: str, website: str) -> None:
    contact = find_contact(told.split("\n")).contact
    assert website == (contact.website if contact else "")


@pytest.mark.parametrize(
    "text",
    [
        f"เปิดให้บริการ⟨ทุกวันอังคาร – ศุกร์ เวลา 09.30 -16.00 น. {WEEKEND}⟩",
        "เปิด⟨ทุกวัน เวลา 09.30 - 17.00 น. (ปิดวันที่ 1 มกราคม)⟩",
        "เปิดทำการ ⟨จันทร์ - ศุกร์ 8.30 - 16.30 น.⟩",
        "พิธีเปิดงาน เวลา 09.00 - 12.00 น.",
        "ให้บริการแล้ว 12 จุด ทั่วประเทศ",
    ],
)
def test_when_something_is_open_is_told_whole(text: str) -> None:
    """With its other days; the hours of an event are not those of a counter."""
    told, hours = marked(text)
    contact = find_contact([told]).contact
    assert hours == (contact.hours if contact else "")


def test_hours_in_thai_figures_are_told_in_others() -> None:
    contact = find_contact(["เปิดทำการ จันทร์ - ศุกร์ ๘.๓๐ - ๑๖.๓๐ น."]).contact
    assert contact
    assert "จันทร์ - ศุกร์ 8.30 - 16.30 น." == contact.hours
