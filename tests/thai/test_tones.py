"""Tones put back into messages that have none at all."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.thai.tones import with_tones

TONES = re.compile("[็-๎]")


@pytest.mark.parametrize(
    "right",
    [
        "พิพิธภัณฑ์อยู่ที่ไหน เปิดกี่โมง",
        "ขอทราบว่าเบอร์โทรของศูนย์ถ่ายทอดเทคโนโลยี",
        "กิจกรรมเดือนนี้มีอะไร",
        "ปี 2567 ค่าเข้าเท่าไหร่ครับ",
    ],
)
def test_the_likeliest_words_get_their_tones(right: str) -> None:
    assert with_tones(TONES.sub("", right)) == right


@pytest.mark.parametrize(
    "text",
    [
        "ขอทราบราคาตรวจอาหาร",  # words without tones
        "สอบ ก.พ. ภาค ก สมัครวันไหน",
        "ขออีกที",  # too short to tell
        "เปิดกีโมงที่เมืองทอง",  # the one tone it has was typed
        "ประชุมวันใหน ไครเปิดงานคับ",
        "ลูกสาวอยากไป เสียตังไหม",
        "ประชุมพัดทะยา",  # letters that are no words with any tone
        "what time is it",
    ],
)
def test_what_may_be_right_stays_as_it_is(text: str) -> None:
    assert with_tones(text) == text


@given(st.text("กขคงจนมยรลวสหอาิีุเแโไ่้็์ 12a.", max_size=220))
def test_nothing_but_tones_is_added(text: str) -> None:
    toned = with_tones(text)
    assert toned == text or TONES.sub("", toned) == text
