"""English questions become Thai ones; names stay, and Thai is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.thai.english import thai_of, wholly_thai_of
from tests.support.phrases import pairs


@pytest.mark.parametrize(
    ("text", "said"),
    pairs("""
        What is the phone number of NSTDA? → เบอร์โทร nstda | UPCOMING EVENTS → มีงานอะไรบ้าง
        When was the NST Fair 2018? → วันไหน nst fair 2018 | Toyota → toyota | the → the
        the Ministry’s address, please → กระทรวง อว. ที่อยู่ , | 2563 → 2563
        Is the National Science Museum open now? → อพวช. ตอนนี้เปิดไหม
        งาน NST Fair วันไหน → งาน NST Fair วันไหน
    """),
)
def test_what_asks_becomes_thai(text: str, said: str) -> None:
    """Whole words only, the longest phrase first; nothing is left empty."""
    assert said == thai_of(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("phone number pls", "เบอร์โทร"),
        ("where can I watch it?", "ดูที่ไหน"),
        ("where is Toyota", "where is Toyota"),
        ("ที่ไหน", "ที่ไหน"),
    ],
)
def test_what_is_not_of_the_table_stays_english(text: str, said: str) -> None:
    assert said == wholly_thai_of(text)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    """What has Thai letters stays as it is, and nothing is made out of nothing."""
    said = thai_of(text)
    assert bool(text.strip()) >= bool(said.strip())
    if any("\u0e00" <= letter <= "\u0e7f" for letter in text):
        assert text == said
