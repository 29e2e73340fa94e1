"""Matters in people's own words, where a release tells of them."""

from bot.knowledge.entries import Entry
from bot.knowledge.words import shipped_lists
from bot.press.questions.matters import between, matters_in, matters_of, times_in


def said(entry: Entry) -> list[str]:
    return [one.said for one in matters_of(entry)]


def test_matters_are_called_as_people_call_them() -> None:
    """Those of the title first, then what the body comes back to, once each."""
    body = "ก\n\n" + "ข" * 600 + " ผู้พิการ และผู้พิการ ใช้ปัญญาประดิษฐ์"
    entry = Entry("a", "อว. แก้อุทกภัยด้วยอากาศยานไร้คนขับ", body)
    assert said(entry) == ["น้ำท่วม", "โดรน", "คนพิการ"]
    assert [one.titled for one in matters_of(entry)] == [True, True, False]


def test_a_foreign_word_stands_alone() -> None:
    """AI is none of AIYA, and Thai letters may touch it."""
    assert not said(Entry("a", "อว. พบบริษัท AIYA", "ก"))
    assert said(Entry("a", "อว. ใช้AIสอนหนังสือ", "ก")) == ["AI"]


def test_a_shorter_matter_does_not_stand_in_a_longer_one() -> None:
    assert said(Entry("a", "อว. ลดขยะพลาสติก", "ก")) == ["ขยะพลาสติก"]
    assert said(Entry("a", "อว. หนุนเกษตรกรรุ่นใหม่", "ก")) == ["เกษตรกรรุ่นใหม่"]


def test_what_a_speech_is_about_is_said_again_or_in_the_title() -> None:
    """Nobody is asked about what they say in passing."""
    speech = "ดาวเทียมช่วยชาวประมง ดาวเทียม ดาวเทียม และกาแฟ"
    assert [one.said for one in matters_in(speech, "ข่าว")] == ["ดาวเทียม"]
    assert [one.said for one in matters_in(speech, "ข่าวกาแฟ")] == ["ดาวเทียม", "กาแฟ"]


def test_what_stands_close_together_stands_in_one_line() -> None:
    assert list(between("เรือ", "เกาะ", "เรือไปเกาะ")) == ["เรือไป"]
    assert list(between("เกาะ", "เรือ", "เรือไปเกาะ")) == ["เรือไป"]
    assert not list(between("เรือ", "เกาะ", "เรือ\nเกาะ"))
    assert not list(between("เรือ", "เกาะ", f"เรือ{'ก' * 200}เกาะ"))


def test_no_two_lines_of_the_table_say_the_same() -> None:
    """Nor is anything empty that a clerk would have to fill."""
    lists = shipped_lists("matters")
    matters = [said for told in lists.values() for said in told]
    assert len(matters) == len(set(matters))
    assert all(forms and all(forms) for told in lists.values() for forms in told.values())


def test_what_stands_in_an_office_s_name_is_not_told_of() -> None:
    """Nor does somebody speak of a place who only tells what was held there."""
    assert times_in("สำนักงานมาตรฐานสินค้าเกษตร และสินค้าเกษตร", "สินค้าเกษตร") == 1
    assert times_in("จัดที่อุทยานวิทยาศาสตร์", "อุทยานวิทยาศาสตร์") == 0


def test_a_matter_says_no_more_than_is_written() -> None:
    """Who tells of vaccinations has told of no centre for them."""
    told = [one.said for one in matters_of(Entry("a", "อว. เร่งฉีดวัคซีน", "ดี"))]
    assert told == ["การฉีดวัคซีน"]
