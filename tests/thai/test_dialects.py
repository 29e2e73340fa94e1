"""Questions of the north-east, the north and the south, in the words of the centre."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.thai.dialects import standard_thai
from tests.support.phrases import pairs, phrases


@pytest.mark.parametrize(
    ("text", "said"),
    pairs("""
        ตลาดนัดว่าวจัดอยู่ไส → ตลาดนัดว่าวจัดอยู่ที่ไหน | ไผเป็นประธาน → ใครเป็นประธาน | เข้าฟรีบ่เด้อ → เข้าฟรีไหมเด้อ
        บ่ฮู้ว่าเปิดจั๊กโมง → ไม่รู้ว่าเปิดกี่โมง | จอดรถได้ก่อเจ้า → จอดรถได้ไหมคะ | สมัครพรือครับ → สมัครยังไงครับ
        ได้บ่ ขอเบอร์แหน่ → ได้ไหม ขอเบอร์หน่อย
    """),
)
def test_a_dialect_is_read_as_the_centre_says_it(text: str, said: str) -> None:
    """Whether or not, where, who, how and what hour."""
    assert said == standard_thai(text)


@pytest.mark.parametrize(
    "text",
    phrases(
        "บ่อบาดาลบ่มเพาะ | ก่อตั้งปีไหน | ไสยศาสตร์ | คุยกับค่ายรถเจ็ดเจ้า | พระเจ้าตาก | งานปาร์ตี้ไหน | จะได้ไหม"
    ),
)
def test_a_longer_word_is_of_no_dialect(text: str) -> None:
    """Nor are vendors, who are counted so."""
    assert text == standard_thai(text)


@given(st.text(max_size=40), st.sampled_from(["บ่", "ไผ", "ไส", "เจ้า"]))
def test_any_text_is_read(text: str, word: str) -> None:
    """Whatever stands around a word of a dialect."""
    standard_thai(f"{text}{word}{text}")
