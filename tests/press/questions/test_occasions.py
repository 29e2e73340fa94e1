"""What was held, by the name that its title or lead gives it."""

import pytest

from bot.knowledge.entries import Entry, Person
from bot.press.questions.occasions import occasions_of

SOMCHAI = Person("นายสมชายเดช ใจดี")


def occasions(title: str, body: str = "") -> list[str]:
    return list(occasions_of(Entry("a", title, body)))


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("อว. จัดงาน “เรือใบน้อย” ณ เกาะ", "งานเรือใบน้อย"),
        ("วว. ร่วมงานสัมมนา Sailing Forum 2017 “เรือใบไทย”", "งานสัมมนา Sailing Forum 2017"),
        ("อว. เปิดงานประชุมวิชาการช่างต่อเรือใบ เพื่อชาวเกาะ", "งานประชุมช่างต่อเรือใบ"),
        ("อว. จัดแข่งขันเรือใบบังคับวิทยุ หวังลดฝุ่น", "แข่งขันเรือใบบังคับวิทยุ"),
        ("วว. รับรางวัลในงาน “วันเรือใบไทย” ประจำปี 2562", "งานวันเรือใบไทย"),
        ("วว. จัดกิจกรรม “ตลาดนัดเรือใบ” ริมคลอง", "ตลาดนัดเรือใบ"),
    ],
)
def test_what_was_held_is_named_with_its_kind(told: str, name: str) -> None:
    """By title and lead alike, without what is asked aside; an activity by its name alone."""
    assert [name] == occasions(told)
    assert [name] == occasions("ข่าวเรือ", told)


@pytest.mark.parametrize(
    "told",
    [
        "อว. จัดประชุมคณะกรรมการเรือใบ ครั้งที่ 3",
        "อว. จัดงานเทิดพระเกียรติรัชกาลที่ 9",
        "อว. ร่วมงานดังกล่าว",
        "อว. จัดประชุมช่างต่อเรือใบและ",
        "ใช้ในกิจกรรม “เรือใบน้อย”",
        "อว. จัดงาน “เรือ”",
        "อว. จัดประชุม Kick off เรือใบ",
    ],
)
def test_nothing_vague_royal_or_cut_is_named(told: str) -> None:
    """Nor a committee, what somebody only speaks of, or a word alone."""
    assert not occasions(told)


def test_a_name_that_goes_on_behind_the_lead_is_none() -> None:
    """What stands farther behind is no occasion of the release."""
    assert not occasions("ข่าวเรือ", f"{'ก' * 780} จัดแข่งขันเรือใบบังคับวิทยุ")
    assert not occasions("ข่าวเรือ", f"{'ก ' * 420} จัดงาน “เรือใบน้อย”")


def test_of_a_name_of_two_halves_the_first_is_said() -> None:
    """Where that tells which is meant."""
    assert occasions("อว. จัดสัมมนา “เรือใบไทย: จากเกาะสู่ทะเล”") == ["สัมมนาเรือใบไทย"]
    assert not occasions("อว. จัดสัมมนา “5 ปี : เรือใบไทยกับทะเล”")


def test_a_list_or_a_person_is_no_name_of_an_event() -> None:
    """ "ประชุมอนุทิน": who held it stands behind the kind."""
    assert not occasions("อว. จัดประชุมช่างต่อเรือใบ ทะเลและชายฝั่ง")
    entry = Entry("a", "อว. ร่วมประชุมสมชายเดช ที่เกาะ", "", people=(SOMCHAI,))
    assert not occasions_of(entry)
    assert occasions(entry.title)
