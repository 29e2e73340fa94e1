"""The theme that an event is held under."""

import pytest

from bot.press.extraction import extract
from bot.press.facts.themes import theme_of


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("จัดงานว่าวไทย ภายใต้แนวคิด “ว่าวไทยไปไกล” ที่ลานกว้าง", "ว่าวไทยไปไกล"),
        ('จัดภายใต้ธีมงานว่า "Kites for All : ว่าวเพื่อทุกคน"', "Kites for All : ว่าวเพื่อทุกคน"),
        ('ภายใต้แนวคิด “ว่าว"ไทย"ไปไกล”', 'ว่าว"ไทย"ไปไกล'),
        ('ภายใต้แนวคิด “ว่าวไทย" ที่ลานกว้าง', "ว่าวไทย"),
        ("ภายใต้แนวคิด “ว่าวไทย” และย้ำภายใต้แนวคิด “ว่าว ไทย”", "ว่าวไทย"),
        ("ภายใต้แนวคิด “ว่าวไทย” ส่วนอีกงานภายใต้แนวคิด “โคมลอย”", ""),
        ("ภายใต้แนวคิดเรื่องความยั่งยืน และหัวข้อ “ว่าวไทย”", ""),
        ("ภายใต้แนวคิด “ว่าวไทยไปไกล โดยไม่ปิดเครื่องหมาย", ""),
    ],
)
def test_a_theme_stands_in_quotation_marks(text: str, theme: str) -> None:
    """Of several none is the event's for sure."""
    assert theme == theme_of([text])


def test_only_an_event_has_a_theme() -> None:
    """It is a fact of the entry, so that it answers and can be looked at."""
    told = "ชมรมว่าวไทยบินว่าวภายใต้แนวคิด “ว่าวไทยไปไกล” ที่ลานกว้าง"
    held = extract(f"ชมรมว่าวไทยจัดงานว่าว\n\n12 มกราคม 2567 {told}", "kites").entry
    assert "ว่าวไทยไปไกล" == held.facts["แนวคิด"]
    assert not extract(f"ชมรมว่าวไทยบินว่าว\n\n{told}", "kites").entry.facts
