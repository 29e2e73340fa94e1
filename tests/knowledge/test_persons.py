"""Who is named: by title, in Latin letters, in quotation marks; and where their role ends."""

import pytest

from bot.knowledge.entries import Person
from bot.knowledge.persons import people_in


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("“แดง ใจดี” รัฐมนตรีว่าการกระทรวง ขึ้นกล่าวปาฐกถา", "แดง ใจดี", "รัฐมนตรีว่าการกระทรวง"),
        ("โดยมี แดง ใจดี รมว.อว. ร่วมลงนาม", "แดง ใจดี", "รมว.อว."),
        ("และ H.E. Vanndy Hem รมว.อุตสาหกรรม ร่วมลงนาม", "H.E. Vanndy Hem", "รมว.อุตสาหกรรม"),
        ("Mr. Fan Hua รองผู้อำนวยการ CAS กล่าวว่า", "Mr. Fan Hua", "รองผู้อำนวยการ CAS"),
        ("นายแดง ใจดี เอกอัครราชทูต ณ กรุงเบิร์น น.ส.ขาว", "นายแดง ใจดี", "เอกอัครราชทูต ณ กรุงเบิร์น"),
        ("นายแดง ใจดี ผู้อำนวยการดร.ขาว ดีใจ รองผู้อำนวยการ", "นายแดง ใจดี", "ผู้อำนวยการ"),
        ("นายแดง ใจดี รองโฆษก เชิญชวนประชาชน", "นายแดง ใจดี", "รองโฆษก"),
        ("นายแดง ใจดี ปลัดกระทรวง ข้าราชการและเจ้าหน้าที่", "นายแดง ใจดี", "ปลัดกระทรวง"),
        ("นายแดง ใจดี ผอ.อุทยานถวายรายงาน", "นายแดง ใจดี", "ผอ.อุทยาน"),
        ("นายแดง ใจดี โฆษกกระทรวงเปิดเผยว่า วันนี้", "นายแดง ใจดี", "โฆษกกระทรวง"),
        ("นายแดง ใจดี ปลัดกระทรวงได้เป็นประธานในพิธี", "นายแดง ใจดี", "ปลัดกระทรวง"),
    ],
)
def test_who_somebody_is(text: str, name: str, role: str) -> None:
    assert Person(name, role) in people_in([text])


@pytest.mark.parametrize(
    "text",
    [
        "ดร.แดง รอง ปอว. กล่าวว่า",
        "โดยมี ปลัดกระทรวงแรงงาน และเอกอัครราชทูต หัวหน้าคณะผู้แทน เข้าร่วม",
        "นำโดย คณะผู้บริหาร ปลัดกระทรวง",
    ],
)
def test_a_rank_and_an_office_are_no_name(text: str) -> None:
    assert () == people_in([text])


def test_a_name_with_its_title_outweighs_one_without() -> None:
    """A headline leaves it out."""
    told = people_in(["“แดง ใจดี” รมว.อว. แจงข่าว", "นายแดง ใจดี รัฐมนตรีว่าการกระทรวง กล่าวว่า"])
    assert (Person("นายแดง ใจดี", "รัฐมนตรีว่าการกระทรวง"),) == told
