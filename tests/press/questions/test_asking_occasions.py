"""What is asked about an event by the name that title or lead gives it."""

from datetime import date

from bot.knowledge.entries import Entry, Event, Person
from bot.press.questions.asking import Asker

DAY = date(2023, 4, 4)
EVENT = Event(DAY, DAY, venue="วัดป่าเมืองใหม่", organizer="สมาคมเรือใบ")
HEAD = Person("ดร.แดง ใจดี", "อธิบดีกรมเจ้าท่า")
LEAD = "สมาคมเรือใบ จัดงาน “เรือใบน้อยไทย” เพื่อชาวเกาะ เป็นประธานเปิดงาน "


def asked(title: str, body: str = LEAD, published: date | None = None) -> str:
    """All that is asked, with the forms of several entries."""
    entries = (
        Entry(f"{n}", title, body, event=EVENT, people=(HEAD,), published=published)
        for n in range(8)
    )
    return "\n".join(one.text for entry in entries for one in Asker(entry).questions())


def test_what_the_lead_names_is_asked_when_where_and_by_whom() -> None:
    """What it was for as well."""
    told = asked("วว. ลดควันเรือ")
    for parts in (
        ("จัดวันไหน", "จัดเมื่อไหร่", "วันที่เท่าไหร่"),
        ("จัดที่ไหน",),
        ("จัดเพื่ออะไร", "จัดขึ้นเพื่ออะไร"),
        ("ใครเป็นคนจัด",),
    ):
        assert any(f"งานเรือใบน้อยไทย{part}" in told for part in parts)
    assert "เปิดงานเรือใบน้อยไทย" in told


def test_whoever_said_something_there_is_asked_for() -> None:
    """Nobody who is only to come."""
    body = f"{LEAD} ดร.แดง ใจดี กล่าวว่า เรือดี"
    said = ("อธิบดีแดงพูดอะไรในงานเรือใบน้อยไทย", "ดร.แดงพูดอะไรในงานเรือใบน้อยไทย")
    assert any(one in asked("วว. ลดควันเรือ", body) for one in said)
    ahead = asked("วว. ลดควันเรือ", body, date(2023, 1, 1))
    assert not any(one in ahead for one in said)


def test_a_name_of_the_title_comes_first() -> None:
    """Then only who spoke is asked of it; the day of a contract is none of an event's."""
    assert "งานเรือใบน้อยไทย" not in asked("อว. จัดงาน “วันเรือใหญ่” ณ เกาะ")
    assert "งานเรือใบน้อยไทยจัดวันไหน" not in asked("วว. ลงนามบันทึกความเข้าใจลดควันเรือ")
