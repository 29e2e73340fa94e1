"""What a message says by its form."""

import pytest

from bot.dialogue.message.cues import (
    content_words,
    is_follow_up,
    name_to_define,
    only_asks_if_still,
    ordinal_reference,
)
from bot.thai.questions import wants_yes_or_no


def test_what_points_at_one_of_several() -> None:
    """A number of days, of people, or a bare choice points at none."""
    assert (1, "จัดที่ไหน") == ordinal_reference("แล้วอันที่ 2 จัดที่ไหน")
    assert (0, "ใครเปิด") == ordinal_reference("งานแรกใครเปิด")
    assert all(
        ordinal_reference(text) is None for text in ("งาน 3 วัน", "อันที่ 2", "ข้อสอบยากไหม", "3 คน")
    )


@pytest.mark.parametrize("text", ["ข่าวล่าสุดของ NIA", "อันหลังคาเขียว", "เรื่องหลังสงคราม"])
def test_what_only_sounds_like_the_last_points_at_nothing(text: str) -> None:
    """The newest of a list and a roof are other things."""
    assert ordinal_reference(text) is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ไปได้มัยคะ", True),
        ("มีงานศิลปะไหม", True),
        ("จริงปะ", True),
        ("โรงเรียนปิดไหมช่วงน้ำท่วม", True),
        ("ประกวดผ้าไหมปี 2560", False),
        ("งานศิลปะ", False),
        ("ดาวหางที่เห็นด้วยตาเปล่า", False),
        ("งานพบปะ", False),
        ("กรมอนามัย", False),
        ("ดนตรีร่วมสมัยค่ะ", False),
        ("ผ้าไหม", False),
    ],
)
def test_art_and_silk_are_no_question_for_yes_or_no(text: str, wanted: bool) -> None:
    """They only end like one."""
    assert wanted == wants_yes_or_no(text)


def test_a_word_of_any_length_is_a_word() -> None:
    """What nobody could cut is read without going as deep as it is long."""
    assert content_words(("ที่ไหน", "ที่" * 4_096)) == ["ที่" * 4_096]


@pytest.mark.parametrize(
    "text", ["พลานามัย", "เครื่องผลิตโรตีสายไหม", "ค่าสินไหม", "ที่ดินว่างเปล่า", "การสูญเปล่า", "เสียงกระเปาะแปะ"]
)
def test_a_longer_word_wants_no_yes_or_no(text: str) -> None:
    """What sounds like the end of a question is the end of a word."""
    assert not wants_yes_or_no(text)
    assert wants_yes_or_no(f"{text}มีไหม")


def test_all_of_something_is_no_weighty_word() -> None:
    """It asks, and names nothing."""
    assert ["จังหวัดนนท์"] == content_words(("ทุก", "จังหวัด", "ขึ้นไป", "จังหวัดนนท์"))


def test_a_number_within_a_name_points_at_nothing() -> None:
    """The four tigers are no fourth of several."""
    assert ordinal_reference("เรื่องสี่เสืออันแรกอ่ะ เมื่อไหร่นะ") is None
    assert (3, "จัดวันไหน") == ordinal_reference("เรื่องสี่จัดวันไหน")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("แล้ว tmd มันคืออะไรหรอ", "tmd"),
        ("ว่าวจุฬาคืออะไร", "ว่าวจุฬา"),
        ("คำว่า tmd ย่อมาจากอะไร", "tmd"),
        ("คืออะไร", ""),
        ("ใครคือหัวหน้า", ""),
    ],
)
def test_the_name_of_which_it_is_asked_what_it_is(text: str, name: str) -> None:
    """Without the words that lean."""
    assert name == name_to_define(text)


@pytest.mark.parametrize("said", ["ตอนนี้เนี่ยยังโทรได้อยู่ไหมอะคะ", "เอ่อ คือ เขายังเปิดอยู่ไหม", "ยังรับอยู่ไหม"])
def test_whether_it_is_so_still_is_asked_of_no_name(said: str) -> None:
    """Whatever is said while one thinks."""
    assert only_asks_if_still(said)
    assert not content_words(["เอ่อ", "อืม", "นี่", "เนี่ย"])


def test_a_question_about_taking_something_along_leans_on_nothing() -> None:
    """ "เอา" picks one only where no yes or no is asked."""
    assert is_follow_up("เอาอันที่ไปลาว")
    assert not is_follow_up("เอาขนมเข้าไปได้มั้ย")
