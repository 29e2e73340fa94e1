"""What a body tells of a thing close to its name."""

import pytest

from bot.press.questions.telling import facts_about


@pytest.mark.parametrize(
    ("body", "kind", "fact"),
    [
        ("เรือไฟฟ้า จัดแสดง ใบเรือ", "event", "held_parts"),
        ("นโยบายเรือไฟฟ้า", "trouble", "policy"),
        ("เรือไฟฟ้าอุดมด้วยวิตามิน", "living", "benefit"),
    ],
)
def test_a_fact_is_told_by_the_words_beside(body: str, kind: str, fact: str) -> None:
    assert fact in facts_about("เรือไฟฟ้า", kind, body)


def test_a_fact_of_another_kind_line_or_place_is_none_of_its_own() -> None:
    assert "held_aim" not in facts_about("เรือไฟฟ้า", "trouble", "เรือไฟฟ้ามุ่งเน้นไม้")
    assert "held_aim" not in facts_about("เรือไฟฟ้า", "event", "เรือไฟฟ้า\nมุ่งเน้นไม้")
    assert "held_aim" not in facts_about("เรือไฟฟ้า", "event", f"เรือไฟฟ้า{'ก' * 150}มุ่งเน้นไม้")
    assert not list(facts_about("เรือไฟฟ้า", "event", "รถไฟมุ่งเน้นไม้"))
    assert not list(facts_about("เรือไฟฟ้า", "living", "เรือไฟฟ้าของกระทรวงการอุดมศึกษา"))


def test_the_second_telling_counts_too() -> None:
    assert "held_aim" in facts_about("เรือไฟฟ้า", "event", "เรือไฟฟ้าดี\nเรือไฟฟ้ามุ่งเน้นไม้")
