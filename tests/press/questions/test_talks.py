"""Who talked with whom, and of what somebody speaks."""

import pytest

from bot.knowledge.entries import Person
from bot.press.questions.talks import Talk, guest_in, matter_in, talk_in


@pytest.mark.parametrize(
    ("title", "clause", "talk"),
    [
        ("", "หารือเรื่องเรือกับสมาคมเรือใบ", Talk("talks", "สมาคมเรือใบ")),
        ("ทูตลาวเข้าคารวะ รมว.อว. ก่อนกลับ", "", Talk("guest", "ทูตลาว", "รมว.อว.")),
        (
            "นายกสมาคมเรือใบ เข้าพบและหารือเรื่องเรือ กับ ดร.สุวิทย์ รมว.อว.",
            "",
            Talk("guest", "นายกสมาคมเรือใบ", "ดร.สุวิทย์"),
        ),
        ("รมว.อว. และทูตลาว ร่วมหารือเรื่องเรือ", "", Talk("talks", "ทูตลาว", "รมว.อว.")),
        ("รมว.อว. พบ สดน. ชูเรือไฟฟ้า", "", Talk("talks", "สดน.", "รมว.อว.")),
        ("ดร.สุวิทย์ รมว.อว. หารือสมาคมเรือใบ", "", Talk("talks", "สมาคมเรือใบ", "ดร.สุวิทย์")),
        (
            "รัฐมนตรีช่วยว่าการกระทรวงการต่างประเทศสาธารณรัฐเช็กเข้าพบนายกรัฐมนตรี",
            "",
            Talk("guest", "รัฐมนตรีเช็ก", "นายกรัฐมนตรี"),
        ),
        (
            "ผอ.ศูนย์ความร่วมมือเรือใบไทย-เช็ก เข้าพบ รมว.อว.",
            "",
            Talk("guest", "ผอ.ศูนย์ความร่วมมือเรือใบไทย-เช็ก", "รมว.อว."),
        ),
        (
            "คณะผู้แทนสถาบันวิจัยและพัฒนาเรือใบแห่งสาธารณรัฐเช็กเข้าพบ รมว.อว.",
            "",
            Talk("guest", "ผู้แทนจากเช็ก", "รมว.อว."),
        ),
        ("อว. มอบเรือให้ชาวเกาะ", "มอบเรือให้ชาวเกาะ", None),
    ],
)
def test_two_who_talk_are_told_apart(title: str, clause: str, talk: Talk | None) -> None:
    """Whoever the headline begins with."""
    assert talk == talk_in(title, clause)


@pytest.mark.parametrize(
    ("title", "matter"),
    [
        ("รมว.อว. บรรยายพิเศษ หัวข้อ “เรือไฟฟ้ากับชาวเกาะ : ทางเลือกใหม่”", "เรือไฟฟ้ากับชาวเกาะ"),
        ("รมว.อว. เปิดงาน “เรือไฟฟ้ากับชาวเกาะ”", ""),
    ],
)
def test_the_matter_of_a_speech_is_quoted(title: str, matter: str) -> None:
    """Up to the colon; the name of an event is none."""
    assert matter == matter_in(title)


@pytest.mark.parametrize(
    ("title", "talk"),
    [
        ("“สถาบันเรือใบ เข้าพบ รมว.อว. ชูเรือ”", Talk("guest", "สถาบันเรือใบ", "รมว.อว.")),
        (
            "รัฐมนตรีว่าการกระทรวงคมนาคมแห่งสาธารณรัฐประชาชนจีน เข้าพบ รมว.อว.",
            Talk("guest", "รัฐมนตรีคมนาคมแห่งจีน", "รมว.อว."),
        ),
        (
            "รมว.อว. ให้การต้อนรับผู้อำนวยการสถาบันเรือใบ หารือเรื่องเรือ",
            Talk("guest", "ผอ.สถาบันเรือใบ", "รมว.อว."),
        ),
        ("ทูตลาว เข้าพบ รศ.นพ.สรนิต ปลัด อว.", Talk("guest", "ทูตลาว", "นพ.สรนิต")),
    ],
)
def test_who_came_is_told_as_people_say_it(title: str, talk: Talk) -> None:
    """However the headline is set, and whoever welcomes them."""
    assert talk == talk_in(title, "")


def test_a_guest_of_the_lead_is_the_one_named_before_the_visit() -> None:
    """The host has to be named right behind it."""
    guest, host = Person("นายแดง ใจดี", "ประธานสมาคม"), Person("ดร.เขียว งามดี", "รมว.อว.")
    lead = "วันนี้ นายแดง ใจดี ประธานสมาคม และคณะ ได้เข้าพบ ดร.เขียว งามดี เพื่อหารือ"
    assert (guest, host) == guest_in(lead, (host, guest))
    assert guest_in(lead.replace("เข้าพบ", "คุยกับ"), (guest, host)) is None
    assert guest_in(lead, (guest,)) is None
