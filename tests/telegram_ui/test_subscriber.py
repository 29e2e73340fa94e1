"""Following and broadcasts as people tap them."""

from pathlib import Path

from tests.support.fake_bot_api import FakeBotApi
from tests.support.served_face import OFFICER, ServedFace
from tests.support.telegram_people import Person

NEW = """---
kind: event
title: ตลาดนัดหุ่นยนต์สงขลา
published: {day}
event: {{start: {day}, province: สงขลา}}
---

มีหุ่นยนต์ให้ลองเล่นฟรี
"""


def test_a_follower_is_told_and_can_stop(
    served: ServedFace, api: FakeBotApi, tmp_path: Path
) -> None:
    """Follow by name, hear of something new with a way to read it, stop with one tap."""
    person = Person(api, 3001)
    served.passes()
    served.passes(minutes=10)
    person.says("/follow ดาวอังคาร")
    assert "ไม่รู้จัก" in person.hear().text
    person.says("/follow\nจังหวัดสงขลา")  # as a phone with a large return key has it
    assert "เริ่มติดตาม สงขลา" in person.hear().text

    today = served.app.clock().date()
    path = tmp_path / "knowledge" / "robots.md"
    path.write_text(NEW.format(day=today.isoformat()), "utf-8")
    served.app.desk.editions.reload(served.app.clock())
    served.passes(minutes=20)
    told = person.hear()
    assert "มีเรื่องใหม่เกี่ยวกับ สงขลา" in told.text
    person.presses(told, "หุ่นยนต์")
    assert "ลองเล่น" in person.hear().text
    person.presses(told, "เลิกติดตาม สงขลา")
    assert "เลิกติดตาม สงขลา แล้ว" in person.hear().text
    person.says("/follow")
    shown = person.hear()
    assert "ยังไม่ได้ติดตาม" in shown.text
    person.presses(shown, "ติดตาม ")
    assert "เริ่มติดตาม" in person.hear().text


def test_staff_send_a_message_to_everybody(served: ServedFace, api: FakeBotApi) -> None:
    """Looked at first, sent to those who want it; a citizen has no such command."""
    citizen, other = Person(api, 3010), Person(api, 3011)
    officer = Person(api, OFFICER, "เจ้าหน้าที่")
    citizen.says("/broadcast")
    assert "ไม่มีคำสั่งนี้" in citizen.hear().text
    for person in (citizen, other):
        person.says("/start")
        person.hear()
    officer.says("/broadcast")
    officer.hear()
    officer.says("วันศุกร์นี้ 1313 ปิดปรับปรุงค่ะ")
    assert "ปิดปรับปรุง" in officer.hear().text
    preview = officer.hear()
    assert "มีผู้รับ 3 คน" in preview.text
    served.passes()
    officer.presses(preview, "ส่งถึง 3 คน")
    ordered = officer.hear()
    served.passes(seconds=30)
    told = citizen.hear()
    assert "ปิดปรับปรุง" in told.text
    assert "ปิดปรับปรุง" in other.hear().text
    officer.sees(lambda message: "ปิดปรับปรุง" in message.text)
    citizen.presses(told, "ไม่รับประกาศ")
    assert "ไม่ส่งประกาศ" in citizen.hear().text
    officer.presses(ordered, "หยุดส่ง")
    assert "ส่งครบแล้ว" in officer.hear().text
    officer.presses(preview, "ส่งถึง 3 คน")
    assert "ใช้ไม่ได้" in officer.hear().text


def test_only_what_was_looked_at_is_sent(served: ServedFace, api: FakeBotApi) -> None:
    """The button under a text that was written anew sends neither."""
    citizen, officer = Person(api, 2111), Person(api, OFFICER)
    citizen.says("/start")
    citizen.hear()
    previews = []
    for text in ("พรุ่งนี้เปิดปกติค่ะ", "พรุ่งนี้ปิดทั้งวันค่ะ"):
        officer.says("/broadcast")
        officer.hear()
        officer.says(text)
        previews.append(officer.sees(lambda one: any("ส่งถึง" in b["text"] for b in one.buttons)))
        officer.read = len(officer.seen())
    officer.presses(previews[0], "ส่งถึง")
    assert "ใช้ไม่ได้" in officer.hear().text
    served.passes(minutes=1)
    assert not any("พรุ่งนี้" in one.text for one in citizen.seen())
    officer.presses(previews[1], "ส่งถึง")
    officer.hear()
    served.passes(minutes=2)
    citizen.sees(lambda one: "พรุ่งนี้ปิดทั้งวัน" in one.text)


def test_a_text_that_is_changed_is_looked_at_again(served: ServedFace, api: FakeBotApi) -> None:
    """What was mistyped is not sent because it was put right in its own message."""
    citizen, officer = Person(api, 2112), Person(api, OFFICER)
    citizen.says("/start")
    citizen.hear()
    officer.says("/broadcast")
    officer.hear()
    number = officer.says("ปิดวันที่ 31 กันยายนค่ะ")
    with_buttons = lambda one: any("ส่งถึง" in b["text"] for b in one.buttons)  # noqa: E731
    first = officer.sees(with_buttons)
    officer.edits(number, "ปิดวันที่ 30 กันยายนค่ะ")
    second = officer.sees(with_buttons)
    served.passes()
    officer.presses(second, "ส่งถึง")
    officer.hear()
    served.passes(minutes=1)
    told = citizen.sees(lambda one: "กันยายน" in one.text)
    assert ("30 กันยายน" in told.text, first.message_id < second.message_id) == (True, True)
