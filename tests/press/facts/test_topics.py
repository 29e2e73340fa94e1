"""The tags of a release."""

from datetime import date

import pytest

from bot.knowledge.entries import Event, Kind
from bot.press.facts.topics import kind_of, tags_of


def test_an_abbreviation_inside_another_is_no_tag() -> None:
    """The minister (รมว.) is not the institute of metrology (มว.)."""
    assert () == tags_of("รมว.อว. กล่าวว่า", ["รมว. พบ รมว."], "")
    assert ("มว.",) == tags_of("มว. เปิดศูนย์สอบเวลา", [], "")


FILLER = "โครงการนี้ดำเนินการต่อเนื่องมาหลายปีแล้ว มีผู้สนใจจากหลายจังหวัดเข้าร่วมทุกครั้งที่จัดขึ้น "


@pytest.mark.parametrize(
    ("body", "tags"),
    [
        (f"เกษตรกรรับพันธุ์ข้าว {FILLER}เกษตรกรปลูก เกษตรกรขาย", ("เกษตร",)),
        (f"{FILLER * 9}เกษตรกรปลูก เกษตรกรขาย เกษตรกรยิ้ม", ()),  # late, and in a long text
        (f"เกษตรกรรับพันธุ์ข้าว {FILLER * 60}เกษตรกรปลูก เกษตรกรขาย", ()),
    ],
)
def test_a_tag_tells_what_a_release_is_about(body: str, tags: tuple[str, ...]) -> None:
    """Not what it mentions on its way."""
    assert tags == tags_of("มอบข้าวพันธุ์ใหม่", [body], "")


@pytest.mark.parametrize(
    ("title", "tags"),
    [
        ("ทูตไอร์แลนด์เข้าพบรัฐมนตรี", ("ความร่วมมือระหว่างประเทศ",)),
        ("ปรับหลักเกณฑ์กองทุนบริเวณสถานีรถไฟฟ้า", ()),
        ("ทดสอบอาหารสัตว์", ()),
        ("เปิดประชุม “Food Industry 4.0”", ("อาหาร",)),
        ("สวทน. เปิดรับข้อเสนอ", ("สวทน.",)),  # not by the name of the office it became
        ("มหกรรมวิทยาศาสตร์และเทคโนโลยีแห่งชาติ เริ่มแล้ว", ("มหกรรมวิทยาศาสตร์",)),
        ("ดันรายได้จากการท่องเที่ยวคุณภาพ", ("การท่องเที่ยว",)),
    ],
)
def test_a_place_or_another_thing_is_no_topic(title: str, tags: tuple[str, ...]) -> None:
    """A station is no railway, and fodder no food."""
    assert tags == tags_of(title, [], "")


def test_a_ministry_is_no_topic() -> None:
    """Its name holds the word for one."""
    ministry = "กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม"
    assert () == tags_of(f"{ministry} ถวายผ้ากฐิน", [f"รัฐมนตรีว่าการ{ministry} และคณะ"] * 4, "")
    assert ("มหาวิทยาลัยและหลักสูตร",) == tags_of(f"{ministry} ปฏิรูปอุดมศึกษา", [], "")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("รมว. หารือคณะทำงานด้าน AI FORUM", Kind.NEWS),
        ("นักเรียนไทยคว้ารางวัลที่ 3 จากการประกวดละคร", Kind.NEWS),
        ("รมว. มอบรางวัลเยาวชน ในงานมหกรรมวิทย์", Kind.NEWS),
        ("จัดประกวดละครวิทยาศาสตร์", Kind.EVENT),
        ("อธิบดีตรวจความพร้อมท่าเรือช่วงเทศกาลปีใหม่", Kind.NEWS),
        ("ชวนเที่ยวเทศกาลชิมปลาน้ำโขง", Kind.EVENT),
    ],
)
def test_what_is_talked_about_or_won_is_no_gathering(title: str, kind: Kind) -> None:
    """Its name stands behind the word for that."""
    event = Event(start=date(2020, 6, 24), end=date(2020, 6, 24))
    assert kind == kind_of(title, [], event, None, None)[0]
