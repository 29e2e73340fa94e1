"""Which words an entry holds, and what it defines."""

from datetime import date

import pytest

from bot.dialogue.matching.entry_words import defines, missing_words
from bot.knowledge.entries import Entry, Event


def test_a_name_of_two_words_is_met_by_what_it_stands_for() -> None:
    """ "โอเพ่นเฮ้าส์" is cut in two words that no release has; the release says เปิดบ้าน."""
    entry = Entry("open", "เปิดบ้านหอดูดาวบ้านนา", "เปิดบ้านหอดูดาวบ้านนาเมื่อ 5 เมษายน 2566")
    assert ["โอเพ่น", "ปลาทู"] == missing_words(entry, ["โอเพ่น", "ปลาทู"])
    assert ["ปลาทู"] == missing_words(entry, ["โอเพ่น", "เฮ้าส์", "ปลาทู"])


@pytest.mark.parametrize(
    ("body", "defined"),
    [("TMD คือสมาคมว่าว", True), ("TMD (ทีเอ็มดี) หมายถึงสมาคมว่าว", True), ("วัน TMD มีว่าว", False)],
)
def test_what_defines_a_name(body: str, defined: bool) -> None:
    """Not what only has it, or asks for it."""
    assert defined == defines(Entry("tmd", "TMD", body, questions=("TMD คืออะไร",)), "tmd")


def test_a_word_of_few_letters_is_none_inside_others() -> None:
    """Nor are two side by side missing, which are pieces of what was misspelt."""
    entry = Entry("way", "ทางเดินสาธารณะ", "ทุกคนมีความสามารถเดินได้ ตามกฎหมาย")
    assert ["รถ"] == missing_words(entry, ["รถ", "เดิน"])
    assert ["หมา"] == missing_words(entry, ["เดิน", "หมา"])
    assert [] == missing_words(entry, ["รถ", "หมา"])


def test_days_of_front_matter_are_told_in_full() -> None:
    """However the text has them; of another month nothing is known."""
    event = Event(date(2024, 7, 1), date(2024, 7, 2))
    entry = Entry("walk", "เดินป่า", "1 ก.ค. 67 เดินป่า", event=event, published=date(2024, 6, 3))
    sought = ["กรกฎาคม", "กรกฎา", "2567", "มิถุนายน", "สิงหาคม"]
    assert missing_words(entry, sought) == ["สิงหาคม"]
