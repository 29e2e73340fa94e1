"""How people call offices, persons and places, and who is at home where."""

from datetime import date

import pytest

from bot.knowledge.entries import Entry, Event, Person
from bot.press.questions.spoken import in_words, is_at_home, known_place, said_actor, said_venue
from bot.press.questions.wording import Wording

DAY = date(2023, 4, 4)
MINISTER = "รัฐมนตรีว่าการกระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม"


@pytest.mark.parametrize(
    ("role", "venue", "home"),
    [
        (MINISTER, "ห้องประชุม กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม", True),
        (MINISTER, "กรมวิทยาศาสตร์บริการ", False),
        (MINISTER, "มหาวิทยาลัยเทคโนโลยีสุรนารี", False),
        ("อธิบดีกรมวิทยาศาสตร์บริการ", "กรมวิทยาศาสตร์บริการ", True),
        ("ผู้ว่าการสถาบันวิจัยวิทยาศาสตร์และเทคโนโลยีแห่งประเทศไทย", "อาคาร RD1 วว. เทคโนธานี", True),
        (MINISTER, "ชั้น 8 กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์", False),
        ("รัฐมนตรีว่าการกระทรวงการคลัง", "อาคาร 2 กระทรวงการคลัง", True),
        ("รองนายกรัฐมนตรี", "ตึกสันติไมตรี ทำเนียบรัฐบาล", True),
        (MINISTER, "ตึกสันติไมตรี ทำเนียบรัฐบาล", True),
        ("อธิบดีกรมวิทยาศาสตร์บริการ", "ตึกสันติไมตรี ทำเนียบรัฐบาล", False),
    ],
)
def test_nobody_goes_where_they_are_at_home(role: str, venue: str, *, home: bool) -> None:
    """A word that many offices share makes nobody at home there."""
    assert is_at_home(role, venue) is home


def test_a_place_that_everybody_knows_is_called_as_people_do() -> None:
    """Whatever room of it a release tells, and not by another's name inside."""
    assert known_place("ห้อง 2 ศูนย์ประชุมนานาชาติฉลองศิริราชสมบัติครบ 60 ปี") == "ม.สงขลานครินทร์"
    venue = "ชั้น 5 อาคารสามย่านมิตรทาวน์"
    entry = Entry(
        "a", "ข่าวเรือ", "เนื้อหา", event=Event(DAY, DAY, venue=venue), people=(Person("ดร.แดง ใจดี"),)
    )
    assert Wording(entry, "").about["venue"] == "สามย่านมิตรทาวน์"


def test_a_place_ends_before_what_is_beside_it() -> None:
    """And a ministry of another country is not called like ours."""
    assert said_venue("สวนหลวงพระราม 8 เชิงสะพานพระราม 8 ติดริมน้ำ") == "สวนหลวงพระราม 8"
    assert said_venue("วัดเรือใบวรวิหารจังหวัดน่าน") == "วัดเรือใบวรวิหาร"
    assert said_venue("ศาลากลางจังหวัดน่าน") == "ศาลากลางจังหวัดน่าน"
    assert not said_venue("ศูนย์การค้า เอ็ม บี เค")  # nor inside its name
    entry = Entry("a", "ข่าวเรือ", "เนื้อหา")
    assert not said_actor("กระทรวงวิทยาศาสตร์ฯ จีน", entry)
    assert said_actor("กระทรวงวิทยาศาสตร์ฯ", entry)


def test_two_offices_side_by_side_are_two() -> None:
    """Not one with a long name."""
    entry = Entry("a", "ข่าวเรือ", "เนื้อหา")
    assert said_actor("จิสด้า ไบโอเทค", entry) == "จิสด้า กับ ไบโอเทค"
    assert said_actor("วว. วช.", entry) == "วว. กับ วช."
    assert said_actor("ไบโอเทค สวทช.", entry) == "ไบโอเทค"


@pytest.mark.parametrize(
    ("written", "said"),
    [("คูโบต้าคอร์ปอเรชั่น", "คูโบต้า"), ("อบรมเทคโนฯ พลาสมา", "อบรมเทคโนโลยีพลาสมา")],
)
def test_nobody_says_a_legal_form_or_a_word_cut_short(written: str, said: str) -> None:
    assert said == in_words(written)
