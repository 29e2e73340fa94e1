"""Things of a title that no table knows, by what its body comes back to."""

from dataclasses import replace

import pytest

from bot.knowledge.entries import Entry, Person
from bot.press.questions.matters import matters_of
from bot.press.questions.repeated import repeated_in
from bot.press.questions.subjects import subject_of
from tests.press.questions.base import in_all_forms


def told(title: str, body: str) -> list[str]:
    """The phrases of a title, with a body that may be told three times."""
    return list(repeated_in(Entry("a", title, " ".join([body] * 3))))


@pytest.mark.parametrize(
    ("title", "body", "phrases"),
    [
        ("นายกฯ สั่งคุมบุหรี่ไฟฟ้าอย่างจริงจัง", "ระวัง บุหรี่ไฟฟ้า ในโรงเรียน", ["บุหรี่ไฟฟ้า"]),
        ("ครม. แก้ไขที่ดินทับซ้อนในพื้นที่", "ปัญหาที่ดินทับซ้อน มีมาก", ["ที่ดินทับซ้อน"]),
        ("ครม. แก้ไขที่ดินทับซ้อนในพื้นที่", "ปัญหาที่ดิน มีมาก", []),
        ("สธ. พบฝุ่นพิษในเมือง", "ฝุ่นพิษ กระทบคน การฝุ่นพิษ", []),  # is a deed with "การ"
        ("ทูตฝรั่งเศส พบรัฐมนตรี", "ทูตฝรั่งเศส มาไทย", []),
        ("นายกฯ เปิดลานบุหรี่ไฟฟ้า", "ชม ณ ลานบุหรี่ไฟฟ้า", []),  # where something is
        ("สธ. เปิดวันอากาศสะอาด", "วันอากาศสะอาด ดี", []),
    ],
)
def test_a_phrase_of_the_title_that_comes_back_is_a_matter(
    title: str, body: str, phrases: list[str]
) -> None:
    """If it is a thing of several words; of a country, a day or where they were it is none."""
    assert phrases == told(title, body)


def test_nobody_is_a_matter() -> None:
    entry = Entry("a", "อว. ยกย่องศรีบุญเรืองฟ้า", "ศรีบุญเรืองฟ้า ดี " * 4)
    person = Person("นายสมหมาย ศรีบุญเรืองฟ้า", "ครู")
    assert not list(repeated_in(replace(entry, people=(person,))))


def test_what_the_table_knows_is_told_in_its_words() -> None:
    matters = matters_of(Entry("a", "อว. แก้ปัญหาบุหรี่ไฟฟ้า ยางพารา", "บุหรี่ไฟฟ้า มี ยางพารา มี " * 3))
    assert ["ยางพารา", "บุหรี่ไฟฟ้า"] == [one.said for one in matters if one.titled]


@pytest.mark.parametrize(
    ("title", "actor"),
    [
        ("กรมสรรพากรเริ่มแลกเปลี่ยนข้อมูลบัญชี", "กรมสรรพากร"),
        ("กระทรวงการท่องเที่ยวและกีฬาจัดแคมเปญ ส่งเสริมสุขภาพ", "กระทรวงการท่องเที่ยวและกีฬา"),
        ("กรมพัฒนาฝีมือแรงงานเปิดรับสมัครครู", "กรมพัฒนาฝีมือแรงงาน"),
        ("กรมการขนส่งทางบกชี้แจง เรื่องป้ายทะเบียน", "กรมการขนส่งทางบก"),
    ],
)
def test_an_office_is_told_from_the_deed_that_it_is_written_with(title: str, actor: str) -> None:
    """Whose own name may hold a verb."""
    assert actor == subject_of(Entry("a", title, "ดี")).actor


def test_what_is_nobodys_is_asked_for_as_news() -> None:
    """But nothing that many releases tell of, unless beside another thing."""
    body = "ระวัง บุหรี่ไฟฟ้า ในโรงเรียน " * 3
    asked = in_all_forms(Entry("a", "นักเรียนร้องบุหรี่ไฟฟ้าและภัยแล้ง", body))
    assert [one for one in asked if "ข่าวเรื่องบุหรี่ไฟฟ้า" in one]
    assert not [one for one in asked if one.endswith(("เรื่องภัยแล้ง", "เรื่องภัยแล้งไหม"))]
    assert [one for one in asked if "เรื่องภัยแล้งกับบุหรี่ไฟฟ้า" in one]


def test_a_deed_is_nobody() -> None:
    """And the premier is asked for news, whoever holds the office."""
    assert not subject_of(Entry("a", "กำชับป้องกันน้ำท่วม รับมือภัยแล้ง", "ดี")).actor
    asked = in_all_forms(Entry("a", "นายกฯ ตั้งเป้า แก้ภัยแล้ง", "ดี"))
    assert [one for one in asked if "ข่าวนายกฯ เรื่องภัยแล้ง" in one]
