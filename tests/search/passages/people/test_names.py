"""Whom a text names: titles stand apart from the words that hold their letters."""

import pytest

from bot.search.passages.people.names import ORGANISATION, names_organisation, people_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("นายแดง ใจดี ปลัดกระทรวง", ["นายแดง ใจดี"]),
        ("โดยดร.แดง ใจดี และศ.(พิเศษ) ดร.ขาว งามตา", ["ดร.แดง ใจดี", "ศ.(พิเศษ) ดร.ขาว งามตา"]),
        ("นายมีชัย ใจดี และ ดร.นำชัย งามตา", ["นายมีชัย ใจดี", "ดร.นำชัย งามตา"]),
        ("นายแดงกล่าวว่า รัฐบาล", ["นายแดง"]),
        ("พล.อ.แดง ใจดี องคมนตรี", ["พล.อ.แดง ใจดี"]),
        ("ดร.แดง ใจดี อาจารย์ประจำ และ ดร.ขาว อดีตรัฐมนตรี", ["ดร.แดง ใจดี", "ดร.ขาว"]),
        ("นายแดง ใจดี ชั้น ม.5 และน.ส.ขาว หรือดรีม", ["นายแดง ใจดี", "น.ส.ขาว"]),
        ("สดร.ชวนชม ดาวหาง และ วศ.พัฒนา หน้ากาก", []),
        ("บมจ. ไทยรุ่ง กรุ๊ป และ กทพ. ดำเนินโครงการ", []),
        ("ภายในเดือนมิถุนายนนี้ วันนี้ (26", []),
        ("การพัฒนายกระดับจังหวัด ภูมิภาค", []),
        ("จากสนามม้านางเลิ้ง เข้าถนน มีนางพญา ปลวก", []),
    ],
)
def test_people_stand_with_their_titles(text: str, names: list[str]) -> None:
    """Neither within other words and abbreviations, nor with the role behind the name."""
    assert [text[start:end] for start, end in people_in(text)] == names


@pytest.mark.parametrize("text", ["ทรัพยากรมนุษย์ด้านวิทยาศาสตร์", "วิทยากรมีคุณค่า", "กรมธรรม์ประกันภัย"])
def test_no_department_stands_in_other_words(text: str) -> None:
    """… as กรม does in ทรัพยากรมนุษย์."""
    assert ORGANISATION.search(text) is None


def test_a_month_names_no_body() -> None:
    """สสส. is not ส., which stands in "ส.ค." and "น.ส."."""
    assert names_organisation("ร่วมกับ สสส. วันนี้")
    assert not names_organisation("น.ส.แดง มา 5 ส.ค. 2567")
