"""Which bodies a release names beside the one who acts."""

import re

import pytest

from bot.press.questions.companions import (
    is_same,
    joined_in,
    offices_in,
    pairs_in,
    partners_in,
    several_in,
)


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("อว. ร่วมกับสมาคมเรือใบ จัดแข่ง", ["สมาคมเรือใบ"]),
        ("อว. จับมือกับบริษัท เรือใบทอง จำกัด พัฒนา", ["เรือใบทอง"]),
        ("ร่วมมือกับ กรมเรือใบและการพาณิชย์ทางน้ำนานาชาติ (กรพ.) ต่อ", ["กรพ."]),
        ("ลงนามระหว่าง วว. กับ มูลนิธิเรือใบ เพื่อชาวเกาะ", ["มูลนิธิเรือใบ"]),
        ("ร่วมกับกระทรวงการอุดมศึกษา วิทยาศาสตร์", []),
        ("ร่วมกับสถาบันเซนต์ เคาน์ซิล", []),
    ],
)
def test_partners_are_named_to_their_end(body: str, names: list[str]) -> None:
    """The ministry itself is none, nor half a name."""
    assert list(partners_in(body)) == names


def test_a_partner_comes_once() -> None:
    assert list(partners_in("ร่วมกับสมาคมเรือใบ จัด ร่วมกับสมาคมเรือใบ เปิด")) == ["สมาคมเรือใบ"]


def test_a_partner_may_be_wanted_near_a_word() -> None:
    body = f"ลงนามร่วมกับสมาคมเรือใบ จัด {'น้ำ' * 90} ร่วมกับกรมเจ้าท่า เปิด"
    assert list(partners_in(body, re.compile("ลงนาม"))) == ["สมาคมเรือใบ"]


@pytest.mark.parametrize(
    ("body", "pairs"),
    [
        ("ลงนามระหว่างสมาคมเรือใบ กับกรมเจ้าท่า เพื่อชาวเกาะ", ["สมาคมเรือใบ กับกรมเจ้าท่า"]),
        (
            "ระหว่าง สำนักงานการเดินเรือแห่งชาติของเรา (สดน.) และ กรมเจ้าท่า โดย",
            ["สดน. กับกรมเจ้าท่า"],
        ),
        ("ระหว่างสมาคมเรือใบและกรมเจ้าท่า สวย", []),
        ("ระหว่างวันที่ 3 และกรมเจ้าท่า โดย", []),
    ],
)
def test_two_whom_a_contract_is_between_are_named_in_one(body: str, pairs: list[str]) -> None:
    """By their short names; not where one is not told to its end."""
    assert list(pairs_in(body)) == pairs


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("สธ.-ศธ. พัฒนาเรือไฟฟ้า", "สธ. กับ ศธ."),
        ("สธ. - พม. - อว. ลงนามความร่วมมือ", "สธ. พม. กับ อว."),
        ("วว./กรมเจ้าท่า จัดบรรยาย", "วว. กับกรมเจ้าท่า"),
        ("ดีอี - อว.ร่วมทำแผนเรือ", "ดีอีกับ อว."),
        ("อว. - สวทช. จัดประชุม", ""),
        ("สท. - สวทช. จัดประชุม", ""),
        ("ดีอีเอส - กระทรวงดิจิทัลฯ จัดประชุม", ""),
        ("อว. - กระทรวงวิทยาศาสตร์ฯ จีน ร่วมมือ", ""),
        ("สวทช. พัฒนาเรือ - รถไฟฟ้า", ""),
    ],
)
def test_several_whom_a_headline_begins_with_are_named_in_one(title: str, said: str) -> None:
    """But no ministry with its own agency."""
    assert said == several_in(title)


@pytest.mark.parametrize(
    ("title", "offices"),
    [
        ("โฆษกรัฐบาลชื่นชม สวทช คิดค้นเรือ", ["สวทช."]),
        ("วศ.อว. กับ ม.เกาะลอย แนะวิธีล้างเรือ", ["วศ.", "ม.เกาะลอย"]),
        ("ชวนเด็ก ม.ปลาย ชมดาวเทียมไทยโชตของ GISTDA", ["GISTDA"]),
        ("รมว.อว. เปิดงาน อว.แฟร์", []),
    ],
)
def test_offices_of_a_title_are_named_in_short(title: str, offices: list[str]) -> None:
    """With their dot; no grade of a school, and none that is a piece of a longer name."""
    assert offices_in(title) == offices


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("“ทีเซลส์ ร่วมกับ วว. และพันธมิตร ยกระดับเรือ", "ทีเซลส์กับ วว."),
        ("“ทีเซลส์” ผนึกราชวิทยาลัยเรือใบแห่งประเทศไทย พัฒนาเรือ", "ทีเซลส์กับราชวิทยาลัยเรือใบ"),
        ("โฆษกเผยความร่วมมือ สกสว. กับ World Bank ต่อเรือ", "สกสว. กับ World Bank"),
        ("กระทรวง อว. ร่วมกับ สวทช. จัดประชุม", ""),
        ("อว. พัฒนาเรือกับรถ", ""),
    ],
)
def test_two_whom_a_title_joins_are_named_in_one(title: str, said: str) -> None:
    """But no ministry with its own agency."""
    assert said == joined_in(title)


def test_an_agency_is_the_same_by_all_its_names() -> None:
    assert is_same("GISTDA", "จิสด้า")
    assert is_same("วว.", "สถาบันวิจัยวิทยาศาสตร์และเทคโนโลยีแห่งประเทศไทย")
    assert not is_same("วว.", "วช.")
