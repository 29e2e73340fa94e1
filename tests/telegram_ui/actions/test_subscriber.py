"""Following and broadcasts as people tap them."""

from pathlib import Path

from tests.support.bot_api_messages import Message
from tests.support.served_face import ServedFace
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
    served: ServedFace, citizen: Person, tmp_path: Path
) -> None:
    """Follow by name, hear of something new with a way to read it, stop with one tap."""
    served.passes()
    served.passes(minutes=10)
    citizen.says("/follow ดาวอังคาร")
    assert "ไม่รู้จัก" in citizen.hear().text
    citizen.says("/follow\nจังหวัดสงขลา")  # as a phone with a large return key has it
    assert "เริ่มติดตาม สงขลา" in citizen.hear().text

    today = served.app.clock().date()
    path = tmp_path / "knowledge" / "robots.md"
    path.write_text(NEW.format(day=today.isoformat()), "utf-8")
    served.app.desk.editions.reload(served.app.clock())
    served.passes(minutes=20)
    told = citizen.hear()
    assert "มีเรื่องใหม่เกี่ยวกับ สงขลา" in told.text
    citizen.presses(told, "หุ่นยนต์")
    assert "ลองเล่น" in citizen.hear().text
    citizen.presses(told, "เลิกติดตาม สงขลา")
    assert "เลิกติดตาม สงขลา แล้ว" in citizen.hear().text
    citizen.says("/follow")
    shown = citizen.hear()
    assert "ยังไม่ได้ติดตาม" in shown.text
    citizen.presses(shown, "ติดตาม ")
    assert "เริ่มติดตาม" in citizen.hear().text


def test_staff_send_a_message_to_everybody(
    served: ServedFace, citizen: Person, other: Person, clerk: Person
) -> None:
    """Looked at first, sent to those who want it; a citizen has no such command."""
    citizen.says("/broadcast")
    assert "ไม่มีคำสั่งนี้" in citizen.hear().text
    for one in (citizen, other):
        one.says("/start")
        one.hear()
    clerk.says("/broadcast")
    clerk.hear()
    clerk.says("วันศุกร์นี้ 1313 ปิดปรับปรุงค่ะ")
    assert "ปิดปรับปรุง" in clerk.hear().text
    preview = clerk.hear()
    assert "มีผู้รับ 3 คน" in preview.text
    served.passes()
    clerk.presses(preview, "ส่งถึง 3 คน")
    ordered = clerk.hear()
    served.passes(seconds=30)
    told = citizen.hear()
    assert "ปิดปรับปรุง" in told.text
    assert "ปิดปรับปรุง" in other.hear().text
    clerk.sees(lambda message: "ปิดปรับปรุง" in message.text)
    citizen.presses(told, "ไม่รับประกาศ")
    assert "ไม่ส่งประกาศ" in citizen.hear().text
    clerk.presses(ordered, "หยุดส่ง")
    assert "ส่งครบแล้ว" in clerk.hear().text
    clerk.presses(preview, "ส่งถึง 3 คน")
    assert "ใช้ไม่ได้" in clerk.hear().text


def can_be_sent(message: Message) -> bool:
    """Whether it is the preview of a broadcast."""
    return any("ส่งถึง" in button["text"] for button in message.buttons)


def test_only_what_was_looked_at_is_sent(
    served: ServedFace, citizen: Person, clerk: Person
) -> None:
    """The button under a text that was written anew sends neither."""
    citizen.says("/start")
    citizen.hear()
    previews = []
    for text in ("พรุ่งนี้เปิดปกติค่ะ", "พรุ่งนี้ปิดทั้งวันค่ะ"):
        clerk.says("/broadcast")
        clerk.hear()
        clerk.says(text)
        previews.append(clerk.sees(can_be_sent))
        clerk.read = len(clerk.seen())
    clerk.presses(previews[0], "ส่งถึง")
    assert "ใช้ไม่ได้" in clerk.hear().text
    served.passes(minutes=1)
    assert not any("พรุ่งนี้" in one.text for one in citizen.seen())
    clerk.presses(previews[1], "ส่งถึง")
    clerk.hear()
    served.passes(minutes=2)
    citizen.sees(lambda one: "พรุ่งนี้ปิดทั้งวัน" in one.text)


def test_a_text_that_is_changed_is_looked_at_again(
    served: ServedFace, citizen: Person, clerk: Person
) -> None:
    """What was mistyped is not sent because it was put right in its own message."""
    citizen.says("/start")
    citizen.hear()
    clerk.says("/broadcast")
    clerk.hear()
    number = clerk.says("ปิดวันที่ 31 กันยายนค่ะ")
    first = clerk.sees(can_be_sent)
    clerk.edits(number, "ปิดวันที่ 30 กันยายนค่ะ")
    second = clerk.sees(can_be_sent)
    served.passes()
    clerk.presses(second, "ส่งถึง")
    clerk.hear()
    served.passes(minutes=1)
    told = citizen.sees(lambda one: "กันยายน" in one.text)
    assert ("30 กันยายน" in told.text, first.message_id < second.message_id) == (True, True)
