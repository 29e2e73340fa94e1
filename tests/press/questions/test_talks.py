"""Who talked with whom, and of what somebody speaks."""

import pytest

from bot.press.questions.talks import Talk, matter_in, talk_in, told_policy_in


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


def test_whom_a_policy_was_told_is_read_from_the_title() -> None:
    assert told_policy_in("รมว.อว. มอบนโยบายแก่ผู้บริหารสถาบันเรือใบ ชูเรือ") == "ผู้บริหารสถาบันเรือใบ"
    assert not told_policy_in("รมว.อว. มอบนโยบายขับเคลื่อนเรือใบ")
