"""How a question is told from others of its kind: by whose name or year it has."""

from datetime import date

from bot.knowledge.entries import Entry, Event, Person
from bot.press.questions.asking import Asker
from bot.press.questions.dated import dated

DAY = date(2023, 4, 4)
MINISTER = Person("ดร.เอนก เหล่าธรรมทัศน์", "รัฐมนตรีว่าการกระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม")


def longer(title: str, event: Event) -> str:
    """What is asked where the first words find another entry."""
    entry = Entry("a", title, "ดี", event=event, people=(MINISTER,))
    return "\n".join(text for one in Asker(entry).questions() for text in one.longer)


def test_a_year_comes_first_where_several_do_something() -> None:
    """And behind a place; none where the kind asks for a day itself."""
    assert ["ปี 2566 ก กับ ข ร่วมมือกันเรื่องอะไร"] == list(
        dated("pair_what", "ก กับ ข ร่วมมือกันเรื่องอะไร", "2566", "")
    )
    assert ["ก ไปทำอะไรที่ วว. ปี 2566"] == list(dated("person_venue", "ก ไปทำอะไรที่ วว.", "", "2566"))
    assert not list(dated("speech_what", "ก พูดเรื่องอะไรที่ วว.", "", "2566"))
    assert not list(dated("partner_signs", "ก กับ ข เซ็น MOU เรื่องอะไร", "2566", ""))
    assert not list(dated("pair_when", "ก กับ ข เซ็น MOU กันวันไหน", "2566", ""))


def test_nothing_is_wished_for_of_a_year() -> None:
    """Which reads like a form that was filled in."""
    there = Event(DAY, DAY, venue="วัดป่าเมืองใหม่")
    for title in ("วว. แก้ภัยแล้ง", "วว. เปิด “โครงการเรือใบลอยลำ”"):
        for wished in ("อยาก", "ขอ", "มีข้อมูล", "มีข่าว"):
            asked = longer(title, there).splitlines()
            assert not [one for one in asked if one.startswith(wished) and "ปี 2566" in one]


def test_no_question_begins_with_a_day() -> None:
    """Of ten that did readers passed three."""
    there = Event(DAY, DAY, venue="วัดป่าเมืองใหม่")
    assert "วันที่ 4 เมษายน" not in longer("รมว.อว. หารือกับ สมาคมเรือใบ", there)


def test_a_minister_called_by_the_office_is_told_by_name() -> None:
    there = Event(DAY, DAY, venue="วัดป่าเมืองใหม่")
    assert "ดร.เอนกคุยกับ" in longer("รมว.อว. หารือกับ สมาคมเรือใบ", there)
