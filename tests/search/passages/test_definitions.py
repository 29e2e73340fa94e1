"""Where a text says what something is."""

from datetime import date

import pytest

from bot.knowledge.entries import Entry
from bot.search.passages.definitions import definition_in
from bot.search.passages.quoting import quote
from tests.search.passages.base import asked


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("kitelab คืออะไร", "ชมรมเล่าว่า KiteLab คือ เวทีของคนทำว่าว", "KiteLab คือ"),
        ("kitelab คืออะไร", "ชวนรู้จัก “KiteLab” (ไคต์แล็บ) เป็นเวทีของคนทำว่าว", "“KiteLab” ("),
        ("ว่าวกาฬคืออะไรคะ", "ว่าวกาฬ หมายถึงว่าวสีดำ", "ว่าวกาฬ"),
        ("โครงการว่าวคืนถิ่นเป็นโครงการเกี่ยวกับอะไร", "ทั้งนี้ โครงการว่าวคืนถิ่น เป็นโครงการของวัด", "โครงการ"),
        ("kitelab คืออะไร", "วัดเปิดเวทีว่าวเด็ก (KiteLab) ซึ่งเป็นที่นั่งใต้ต้นโพ เป็นเวทีของเด็ก", ""),
        ("kitelab คืออะไร", "วัดเปิด เวทีว่าวเด็ก (KiteLab) เป็นเวทีของเด็ก", "เวทีว่าวเด็ก (KiteLab)"),
        ("kitelab คืออะไร", "วัดเปิด เวทีว่าวเด็ก หรือ KiteLab ซึ่งเป็นงานของเด็ก", "เวทีว่าวเด็ก หรือ"),
        ("kitelab คืออะไร", "วัดร่วมเปิด KiteLab มหกรรมว่าวของเด็กทั้งตำบล", "KiteLab มหกรรม"),
        ("โครงการว่าวคืนถิ่นคืออะไร", "วัดตั้งโครงการ “ว่าวคืนถิ่น” เป็นโครงงานของวัด", "โครงการ “"),
        ("ว่าวกาฬคืออะไร", "งาน “ว่าวกาฬ” จัดขึ้นเพื่อเด็ก", "งาน “ว่าวกาฬ”"),
        ("kitelab คืออะไร", "งานนี้ใช้ KiteLab เป็นเวที โดยใช้ KiteLab เป็นหลัก", ""),
        ("kitelab คืออะไร", "KiteLab เป็นประธานและเป็นที่นิยม", ""),
        ("kitelab จัดที่ไหน", "KiteLab คือ เวทีของคนทำว่าว", ""),
    ],
)
def test_a_definition_begins_with_what_it_is_of(question: str, text: str, told: str) -> None:
    """What is used as something, or leads it, is not said to be it."""
    at = definition_in(text, question)
    assert (at is None) == (told == "")
    assert at is None or text[at:].startswith(told)


def test_only_the_definition_is_quoted_where_it_is_asked_for() -> None:
    """Up to the end of its paragraph."""
    body = "KiteLab เปิดแล้ว วัดไผ่งามยินดี\n\nนายสมหมายกล่าวว่า KiteLab คือ เวทีของคนทำว่าว\n\nKiteLab ปิดเย็น"
    told = quote(Entry("a", "เปิด KiteLab", body), asked("KiteLab คืออะไร"), date(2026, 1, 1))
    assert ["KiteLab คือ เวทีของคนทำว่าว"] == [body[a:b] for a, b in told.passages]
