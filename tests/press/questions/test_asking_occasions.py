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
    said = ("อธิบดีกรมเจ้าท่าพูดอะไรในงานเรือใบน้อยไทย", "อธิบดีกรมเจ้าท่าพูดเรื่องอะไรในงานเรือใบน้อยไทย")
    assert any(one in asked("วว. ลดควันเรือ", body) for one in said)
    ahead = asked("วว. ลดควันเรือ", body, date(2023, 1, 1))
    assert not any(one in ahead for one in said)


def test_who_speaks_for_others_was_not_there() -> None:
    speaker = Person("นายแดง ใจดี", "โฆษกรัฐบาล")
    entry = Entry(
        "a", "วว. ลดควันเรือ", f"{LEAD} นายแดง ใจดี กล่าวว่า เรือดี", event=EVENT, people=(speaker,)
    )
    assert not [one for one in Asker(entry).questions() if "ในงานเรือใบน้อยไทย" in one.text]


def test_a_name_ends_where_another_sign_opens() -> None:
    """Though its own quotation mark is never closed."""
    body = "สมาคมเรือใบ จัดงาน “เรือใบน้อยไทย (THAI SAILING) ภายใต้แนวคิด “ลมดี”"
    assert "งานเรือใบน้อยไทยจัดที่ไหน" in asked("วว. ลดควันเรือ", body)


def test_a_name_of_the_title_comes_first() -> None:
    """Then only who spoke is asked of it; the day of a contract is none of an event's."""
    assert "งานเรือใบน้อยไทย" not in asked("อว. จัดงาน “วันเรือใหญ่” ณ เกาะ")
    assert "งานเรือใบน้อยไทยจัดวันไหน" not in asked("วว. ลงนามบันทึกความเข้าใจลดควันเรือ")


def test_nobody_opened_or_spoke_at_what_is_only_announced() -> None:
    body = f"{LEAD} ดร.แดง ใจดี กล่าวว่า เรือดี"
    told = asked("วว. แถลงความพร้อมลดควันเรือ", body)
    assert "งานเรือใบน้อยไทย" in told
    assert "เปิดงานเรือใบน้อยไทย" not in told
    assert "ในงานเรือใบน้อยไทย" not in told


def test_a_name_that_says_nothing_is_told_with_whose_it_is() -> None:
    """By the office behind it, else by who holds it; never alone."""
    for title, said in (
        ("รมว.อว. เปิดงาน “วันคล้ายวันสถาปนา วช. ครบรอบ 63 ปี”", "งานวันคล้ายวันสถาปนาของ วช."),
        ("วว. จัดงานวันคล้ายวันสถาปนา", "งานวันคล้ายวันสถาปนาของ วว."),
    ):
        told = asked(title, "งานวันคล้ายวันสถาปนา เป็นประธานเปิดงาน")
        assert f"{said} จัด" in told
        assert "งานวันคล้ายวันสถาปนาจัด" not in told


def test_what_an_office_only_takes_part_in_is_not_its_own() -> None:
    """Though it shows something there."""
    held = asked("วว. จัดเสวนา “คนต่อเรือไฟฟ้า”", "เสวนา คนต่อเรือไฟฟ้า เพื่อชาวเกาะ")
    shown = asked("วว. โชว์เรือในงานเสวนา “คนต่อเรือไฟฟ้า”", "เสวนา คนต่อเรือไฟฟ้า เพื่อชาวเกาะ")
    assert "เสวนาเรือไฟฟ้าของ วว." in held
    assert "เรือไฟฟ้า" in shown
    assert "เสวนาเรือไฟฟ้าของ วว." not in shown


def test_its_theme_its_last_day_and_its_page_are_asked_where_they_are_told() -> None:
    body = f"{LEAD} ภายใต้แนวคิด “เรือดี” ดูรายละเอียดที่ www.boat.th"
    themes = ("ธีมอะไร", "ใช้แนวคิดอะไร")
    sites = ("ดูรายละเอียดงานเรือใบน้อยไทยได้ที่เว็บไหน", "งานเรือใบน้อยไทยดูข้อมูลเพิ่มได้ที่ไหน")
    for told, expected in ((asked("วว. ลดควันเรือ", body), True), (asked("วว. ลดควันเรือ"), False)):
        assert any(f"งานเรือใบน้อยไทย{one}" in told for one in themes) is expected
        assert any(one in told for one in sites) is expected
