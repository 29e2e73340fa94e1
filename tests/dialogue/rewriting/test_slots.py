"""The last question asked anew: what is taken out of it, what is put in."""

from datetime import date

import pytest

from bot.dialogue.rewriting.slots import (
    list_of_counted,
    of_other_years,
    replace_slots,
    substitutions,
    wants_others,
    with_same_year,
)
from bot.thai.normalise import squeeze

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("question", "more", "asked"),
    [
        ("งานวิ่งควาย ปี 2562 จัดที่ไหน", "ปี 2563", "งานวิ่งควาย ปี 2563 จัดที่ไหน"),
        ("งานวิ่งควาย ปี 2562 จัดที่ไหน", "แล้วปี 63 ล่ะ", "งานวิ่งควาย ปี 2563 จัดที่ไหน"),
        ("งานวิ่งควาย 62 จัดที่ไหน", "ปี 2563", "งานวิ่งควาย จัดที่ไหน ปี 2563"),
        ("งานวิ่งควายชลบุรีจัดวันไหน", "เลย", "งานวิ่งควายจัดวันไหน เลย"),
        ("งานวิ่งควายที่แม่กลองจัดวันไหน", "เลย", "งานวิ่งควายที่ จัดวันไหน เลย"),
        ("แข่งว่าว 12 ทีม", "ปี 2563", "แข่งว่าว 12 ทีม ปี 2563"),
        ("งานวิ่งควายปีนี้", "ปีที่แล้ว", "งานวิ่งควาย ปี 2568"),
    ],
)
def test_years_and_places_give_way_to_others(question: str, more: str, asked: str) -> None:
    """What else the question says stays, and so does its own question word.

    A year stands where the other did.
    """
    assert squeeze(asked) == squeeze(replace_slots(question, more, TODAY))


def test_blanks_stay_where_they_stood() -> None:
    """An abbreviation without its points would run into the word before it."""
    asked = replace_slots("วันเด็ก 69 อพวช จัดวันไหนที่ตรัง", "ปี 2567", TODAY)
    assert asked == "วันเด็ก อพวช จัดวันไหนที่ ปี 2567"


def test_a_place_is_no_part_of_another_word() -> None:
    """เลย behind a verb is no province, whatever the place that comes instead."""
    assert "ทำไมปิดเลย" in replace_slots("ทำไมปิดเลย", "ชลบุรี", TODAY)


def test_a_subject_takes_the_place_of_each_word_in_turn() -> None:
    """Beside them all first; no text twice, however often a word is said."""
    texts = substitutions(["ใคร", "เลี้ยง", "ควาย"], ["เลี้ยง", "ควาย", "ควาย"], "แล้วแพะล่ะ")
    assert ["ใครเลี้ยงควาย", "แพะ"] == texts[0].split()
    assert "ใครเลี้ยงแพะ" in texts
    assert len(texts) == len(set(texts)) == 3


def test_an_abbreviation_stands_apart() -> None:
    """Where it touches a word nothing tells it from a piece of one."""
    assert "เบอร์ สสจ." in substitutions(["เบอร์", "สสน."], ["สสน."], "แล้ว สสจ. ล่ะ")


@pytest.mark.parametrize(
    ("text", "wanted", "years"),
    [
        ("ข่าวอื่นล่ะ", True, False),
        ("มีโครงการอื่นมั้ย", True, False),
        ("มีปีอื่นอีกไหม", True, True),
        ("ข่าวอื่นของโรงงานสบู่", False, False),
    ],
)
def test_who_wants_others_says_so_and_nothing_else(text: str, wanted: bool, years: bool) -> None:
    """Of another subject is a question of its own."""
    assert (wanted, years) == (wants_others(text), of_other_years(text))


@pytest.mark.parametrize(
    ("said", "counted", "asked"),
    [
        ("อะไรบ้าง", "ค่ายดาวมีกี่ฐาน", "ค่ายดาวมีฐานอะไรบ้าง"),
        ("มีไรมั่งคะ", "มีกี่โซน", "มีโซนอะไรบ้าง"),
        ("อะไรบ้าง", "มากี่คน", ""),  # who they were is asked otherwise
        ("อะไรบ้าง", "ค่ายดาวจัดที่ไหน", ""),
        ("มีฐานอะไรบ้าง", "มีกี่โซน", ""),
    ],
)
def test_what_was_counted_is_asked_for_by_its_name(said: str, counted: str, asked: str) -> None:
    """Of a message that says no more than "which ones"."""
    assert asked == list_of_counted(said, counted)


def test_a_name_that_shares_a_word_takes_the_place_of_the_whole_name() -> None:
    """Of "traffy waste" the next message names another: nothing of the first is left."""
    words = ("ว่าว", "หงส์", "เอาไว้", "ทำ", "อะไร")
    asked = substitutions(words, ("ว่าว", "หงส์"), "ว่าว ครุฑ")
    assert ["ว่าวครุฑเอาไว้ทำอะไร"] == [squeeze(one) for one in asked]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("แล้วปีก่อนหน้านั้นล่ะ ฟรีวันไหน", "แล้วปี 2561 ล่ะ ฟรีวันไหน"),
        ("ปีก่อนหน้าใครเปิด", "ปี 2561 ใครเปิด"),
        ("แล้วปีก่อนหน้าล่ะ", "แล้วปีก่อนหน้าล่ะ"),
    ],
)
def test_the_year_before_is_that_of_what_was_asked(text: str, asked: str) -> None:
    """With a question of its own; alone it asks the last one of it."""
    assert asked == with_same_year(text, 2562)
