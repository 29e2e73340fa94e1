"""What points at one of several by its place."""

import pytest

from bot.dialogue.cues import pointed_at


def test_what_points_at_one_of_several() -> None:
    """A number of days, of people, or a bare choice points at none."""
    assert (1, "จัดที่ไหน") == pointed_at("แล้วอันที่ 2 จัดที่ไหน")
    assert (0, "ใครเปิด") == pointed_at("งานแรกใครเปิด")
    assert all(pointed_at(text) is None for text in ("งาน 3 วัน", "อันที่ 2", "ข้อสอบยากไหม", "3 คน"))


@pytest.mark.parametrize("text", ["ข่าวล่าสุดของ NIA", "อันหลังคาเขียว", "เรื่องหลังสงคราม"])
def test_what_only_sounds_like_the_last_points_at_nothing(text: str) -> None:
    """The newest of a list and a roof are other things."""
    assert pointed_at(text) is None
