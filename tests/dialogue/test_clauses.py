"""Of several questions in one message the first is told where both together find nothing."""

import pytest

from bot.dialogue.clauses import first_question
from bot.thai.normalise import normalise
from tests.dialogue.base import Talk


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("อว ส่วนหน้าคืออะไร ใครเป็นหัวหน้า", "อว ส่วนหน้าคืออะไร"),
        ("ค่ายดูดาวจัดวันไหน แล้วไปยังไง ใครเปิด", "ค่ายดูดาวจัดวันไหน"),
        ("ค่ายดูดาวจัดวันไหนลงรถป้ายอะไร", "ค่ายดูดาวจัดวันไหน"),
        ("ค่ายดูดาวมีอะไรบ้าง", ""),
        ("ค่ายดูดาวใครเปิดที่ไหน", ""),
        ("ค่ายดูดาว ปี 60 จัดวันไหน", ""),
        ("ค่ายดูดาวจัดวันไหน ขอบคุณค่ะ", ""),
        ("เบอร์ ค่ายดูดาวจัดวันไหน", ""),
        (f"ค่ายดูดาวจัดวันไหน {'เล่าให้ฟังก่อนนะ' * 6} จัดที่ไหน", ""),
        ("ค่ายดูดาว", ""),
        ("", ""),
    ],
)
def test_questions_are_parted(text: str, first: str) -> None:
    """By blanks or where one ends; each has to ask something."""
    assert first_question(normalise(text)) == first


def test_the_first_of_two_questions_is_told() -> None:
    """Rather than nothing, for the words of the second are of something else."""
    reply = Talk().say("ค่ายดูดวงจันทร์จัดวันไหน กระติกน้ำร้อนสีม่วงลายกระต่ายราคากี่บาท")
    assert reply.entry == "camp-moon-loei"
