"""What is asked of those who do something together."""

from dataclasses import replace
from datetime import date

from bot.knowledge.entries import Entry, Event, Person
from bot.press.questions.asking import Asker

DAY = date(2023, 4, 4)
EVENT = Event(DAY, DAY, venue="วัดป่าเมืองใหม่")


def asked(title: str, body: str, *people: Person) -> str:
    """All that is asked, with the forms of several entries."""
    entry = Entry("a", title, body, event=EVENT, people=people)
    askers = (Asker(replace(entry, id=f"{number}")) for number in range(6))
    return "\n".join(one.text for asker in askers for one in asker.questions())


def test_what_two_do_together_is_asked_with_their_short_names() -> None:
    """An office with its short name behind it is called by that; of several the first."""
    told = asked("วว. จับมือ สำนักงานการเดินเรือแห่งชาติ (สดน.) และชาวเกาะ พัฒนาเรือไฟฟ้า", "ดี")
    assert "วว. จับมือกับ สดน. ทำอะไร" in told
    assert "ชาวเกาะ" not in told
    assert "ควอลิตี้ พลัส" in asked("วว. จับมือ ควอลิตี้ พลัส จัดทำโครงการเรือ", "ดี")


def test_what_was_signed_is_asked_by_its_matter() -> None:
    """Only where something was signed; who signed it, where there are several."""
    title = "วว. จับมือ สดน. แก้ภัยแล้ง"
    signed = asked(title, "ลงนามบันทึกความเข้าใจ วว. ร่วมกับสมาคมเรือใบ จัดงาน")
    assert "วว. กับ สดน. เซ็น MOU เรื่องอะไร" in signed or "วว. เซ็น MOU กับ สดน. เรื่องอะไร" in signed
    assert "MOU เรื่องภัยแล้งเซ็นกันวันไหน" in signed
    assert "MOU เรื่องภัยแล้ง" in signed
    assert "MOU" not in asked(title, "ดี")


def test_two_whom_the_title_names_in_one_are_asked_together() -> None:
    for title in ("วว. - สดน. พัฒนาเรือไฟฟ้า", "วว. และ สดน. พัฒนาเรือไฟฟ้า"):
        told = asked(title, "ดี")
        assert "วว. กับ สดน. ร่วมมือกันเรื่องอะไร" in told or "วว. กับ สดน. ทำอะไรด้วยกัน" in told


def test_who_signed_is_asked_where_several_are_named_who_did() -> None:
    """Of two whom the title names in one as well."""
    body = "ลงนามบันทึกความเข้าใจ โดยนายแดง ใจดี และนางเขียว งามดี เป็นผู้ลงนาม"
    people = (Person("นายแดง ใจดี"), Person("นางเขียว งามดี"))
    title = "วว. จับมือ สดน. แก้ภัยแล้ง"
    forms = ("ใครเซ็น MOU ระหว่าง วว. กับ สดน.", "ใครเซ็น MOU ของ วว. กับ สดน.")
    assert any(one in asked(title, body, *people) for one in forms)
    assert "ใครเซ็น MOU ระหว่าง วว. กับ สดน." in asked("วว. - สดน. แก้ภัยแล้ง", body, *people)
    assert "ใครเซ็น" not in asked(title, body, *people[:1])
    assert "ใครเซ็น" not in asked(title, "ลงนามบันทึกความเข้าใจ", *people)
