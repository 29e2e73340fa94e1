"""Texts that people and programs send: Thai letters in any order, and every other character."""

from hypothesis import strategies as st

from tests.support.phrases import words

_THAI = "".join(map(chr, range(0x0E01, 0x0E3B))) + "".join(map(chr, range(0x0E3F, 0x0E5C)))
_LETTERS = st.sampled_from(_THAI + " \n.,?-()aAtTz019๑\u200b\u202e\ufeff\x00\u0301\uf70a\ud800")
_WORDS = st.sampled_from(
    words("ครับ ค่ะ หน่อย นะ ขอถามว่า สวัสดี ที่ไหน เมื่อไหร่ น้ํา เเม่ มากกก อว. 1313 gistda")
)
any_text = st.text(st.characters(exclude_categories=())) | st.text(_LETTERS)
thai_text = st.lists(_WORDS | st.text(_LETTERS, max_size=8), max_size=12).map("".join)
message = any_text | thai_text
