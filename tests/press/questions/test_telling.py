"""What a body tells of a thing close to its name."""

import pytest

from bot.press.questions.telling import facts_about, has_sum, lists_in, unit_of


@pytest.mark.parametrize(
    ("body", "kind", "fact"),
    [
        ("เรือไฟฟ้าทำจากเปลือกไข่", "thing", "made"),
        ("เรือไฟฟ้ามีน้ำหนักเบา", "thing", "good"),
        ("เรือไฟฟ้า มีวัตถุประสงค์เพื่อลดควัน", "project", "aim"),
        ("ตั้งเป้าเรือไฟฟ้า", "trouble", "goal"),
    ],
)
def test_a_fact_is_told_by_the_words_beside(body: str, kind: str, fact: str) -> None:
    assert fact in facts_about("เรือไฟฟ้า", kind, body)


def test_a_fact_of_another_kind_line_or_place_is_none_of_its_own() -> None:
    assert "made" not in facts_about("เรือไฟฟ้า", "trouble", "เรือไฟฟ้าทำจากไม้")
    assert "made" not in facts_about("เรือไฟฟ้า", "thing", "เรือไฟฟ้า\nทำจากไม้")
    assert "made" not in facts_about("เรือไฟฟ้า", "thing", f"เรือไฟฟ้า{'ก' * 150}ทำจากไม้")
    assert not list(facts_about("เรือไฟฟ้า", "thing", "รถไฟทำจากไม้"))


def test_the_second_telling_counts_too() -> None:
    assert "made" in facts_about("เรือไฟฟ้า", "thing", "เรือไฟฟ้าดี\nเรือไฟฟ้าทำจากไม้")


def test_a_thing_is_counted_right_behind_its_name() -> None:
    assert unit_of("เรือไฟฟ้า", "มอบเรือไฟฟ้า จำนวน 35 เครื่อง") == "เครื่อง"
    assert unit_of("เรือไฟฟ้า", "มอบเรือไฟฟ้า 35 เครื่อง") == "เครื่อง"
    assert not unit_of("เรือไฟฟ้า", "มอบเรือไฟฟ้าให้ชาวเกาะ 35 คน")


def test_a_sum_is_told_with_what_it_is() -> None:
    assert has_sum("เรือไฟฟ้า", "เรือไฟฟ้า งบประมาณ 3 ล้านบาท")
    assert not has_sum("เรือไฟฟ้า", "เรือไฟฟ้า ไปได้ 3 ล้านก้าว")


def test_who_takes_part_is_listed_by_name() -> None:
    """With what stands before in its line; a number alone lists nothing."""
    told = list(lists_in("เปิดแล้ว\nเรือไฟฟ้าร่วมกับ 3 มหาวิทยาลัย ได้แก่ ก ข ค และ 9 จังหวัด"))
    assert [(one.kind, one.asked, one.before) for one in told] == [
        ("joins", "มหาลัยไหน", "เรือไฟฟ้าร่วมกับ ")
    ]
