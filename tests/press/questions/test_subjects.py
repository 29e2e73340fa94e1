"""What a title speaks of: who, with whom, and by which names."""

import pytest

from bot.knowledge.entries import Entry
from bot.press.questions.subjects import Subject, subject_of


def told(title: str, body: str = "ดี") -> Subject:
    return subject_of(Entry("a", title, body))


@pytest.mark.parametrize(
    ("title", "actor"),
    [
        ("มหาวิทยาลัยเกาะ สุดโดดเด่นในเวทีเรือ ยกทัพแข่งเรือ", "มหาวิทยาลัยเกาะ"),
        ("นักวิจัยเกาะเก่ง พัฒนาเรือใบ", "นักวิจัยเกาะ"),
        ("ไทยจับมือกับเกาหลี ศึกษาความเป็นไปได้", "ไทย"),
    ],
)
def test_who_acts_is_told_without_praise_and_deeds(title: str, actor: str) -> None:
    assert actor == told(title).actor


@pytest.mark.parametrize(
    ("title", "partners"),
    [
        ("วว. จับมือ เกาหลี ศึกษาความเป็นไปได้ของเรือใบ", ("เกาหลี",)),
        ("วว. จับมือ รมว.ทะเล เรือใบและชายฝั่งเกาะ แข่งเรือ", ("รมว.ทะเล เรือใบและชายฝั่งเกาะ",)),
        ("วว. จับมือ กรมทะเล เรือใบและชายฝั่งเกาะ แข่งเรือ", ("กรมทะเล",)),
        ("วว. จับมือ กรม ส.บ. แข่งเรือ", ()),
        ("วว. ผนึกพลัง กรมทะเล แข่งเรือ", ("กรมทะเล",)),
    ],
)
def test_partners_are_whole(title: str, partners: tuple[str, ...]) -> None:
    """With the rest of a minister's office; what is studied is none of a name."""
    assert partners == told(title).partners


def test_an_office_called_by_its_short_name_begins_behind_the_deed() -> None:
    subject = told("กระทรวงยุติธรรม หารือสำนักงานการเดินเรือแห่งชาติ (สดน.) พัฒนาเรือใบ")
    assert subject.actor == "กระทรวงยุติธรรม"


def test_a_foreign_name_is_told_whole() -> None:
    """With the owner of a prize, without an address, and not of general words only."""
    assert told("วว. มอบรางวัล King’s Sailing Award 2024 แก่ชาวเกาะ").names == (
        "King’s Sailing Award 2024",
    )
    body = "ชมงาน SailFair Island www.sail.com และงาน SailFair Island www.sail.com"
    assert told("วว. ชวนแข่งเรือ", body).named == ("งาน SailFair Island",)
    assert not told("วว. เปิด International Conference ที่เกาะ").names


@pytest.mark.parametrize(
    "name", ["เกาะหลัก-ทะเลน้อย", "มหาเรือใบราชวิทยาลัย", "รมช.เรือใบน้อยใหญ่", "Sailing Boat Bank"]
)
def test_parties_offices_and_who_holds_them_are_no_names(name: str) -> None:
    assert not told(f"วว. ชวน “{name}” แข่งเรือ", f"“{name}” ดี").names


@pytest.mark.parametrize(
    "topic", ["วัคซีนเรือใบมากขึ้น", "โครงการของมหาวิทยาลัยเกาะ", "การเรียนการสอน", "โครงการวิจัย"]
)
def test_what_is_no_topic(topic: str) -> None:
    """The end of a sentence, a project without a name, what every school does."""
    entry = Entry("a", f"วว. ชู{topic} ที่เกาะ", f"วว. ชู{topic} ดี {topic} ดี {topic} ที่เกาะ")
    assert topic not in subject_of(entry).topics
