import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.thai import normalise as module
from bot.thai.normalise import gate, normalise, normalised, squeeze, squeezed, strip_frames
from tests.thai.strategies import message

HOSTILE = [
    "1" * 4096,
    "ก" * 4096,
    "\u0e48" * 4096,
    "\u0301" * 4096,
    "หน่อย" * 819,
    "นะ" * 2048,
    "ครับ" * 1024,
    "ขอถาม " * 682,
    "\ud800" * 4096,
    "\u200b" * 4096,
]


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("น\u0e4d\u0e49า", "น้ำ"),
        ("น\u0e49\u0e4dา", "น้ำ"),
        ("ทําเเล้ว", "ทำแล้ว"),
        ("กำาลัง", "กำลัง"),
        ("ก\u0e48\u0e35", "กี่"),
        ("ขา\u0e49ว", "ข้าว"),
        ("เด\u0e47\u0e47ก", "เด็ก"),
        ("มากกกกก ค่าาาา ครับบบ", "มาก ค่า ครับ"),
        ("เร็ว ๆ ๆ", "เร็วๆ"),
        ("๐ ๒๓๓๓ ๓๗๐๐", "0 2333 3700"),
        ("GISTDA\u200b  คือ\u00a0อะไร", "gistda คือ อะไร"),
        ("\uf70aวิทย\uf70e", "่วิทย์"),
        ("１３１３", "1313"),
        ("02–333", "02-333"),
        ("พ\u0e45", "พา"),
        ("ฤๅษี", "ฤๅษี"),
        ("www.most.go.th", "www.most.go.th"),
        ("1000000 บาท", "1000000 บาท"),
        ("ธรรมสรรค์ กก สร้างสรร", "ธรรมสรรค์ กก สร้างสรร"),
    ],
)
def test_one_spelling_for_what_looks_the_same(typed: str, canonical: str) -> None:
    """Every way to type a word ends in one spelling, and right spellings stay."""
    assert normalise(typed) == canonical


@given(message)
@example("\u0300ะ\u0300ะ\uf705")
def test_normalise_is_idempotent(text: str) -> None:
    """What is normal stays as it is, so that entries and questions can be compared."""
    once = normalise(text)
    assert normalise(once) == once


@given(message)
@example("\u0300ะ\u0e48")
def test_gate_is_idempotent_and_bounded(text: str) -> None:
    """Whatever is received, what passes the gate is short, encodable and passes again unchanged."""
    passed = gate(text, 20)
    assert len(passed) <= 20
    assert passed.encode().decode() == passed
    assert gate(passed, 20) == passed


@given(message)
def test_nothing_makes_the_text_longer_or_raises(text: str) -> None:
    """Squeezing and taking frames off only ever shorten a text."""
    plain = normalise(text)
    assert len(squeeze(plain)) <= len(plain)
    assert len(strip_frames(plain)) <= len(plain)


@given(st.lists(message.map(normalise), max_size=5))
def test_words_are_squeezed_each_for_itself(words: list[str]) -> None:
    """Whether any of them holds a sign or none does."""
    assert [*map(squeeze, words)] == [*squeezed(words)]


@given(st.lists(message | st.text("กำๆํ้เaA“\n\r ", max_size=6), max_size=5))
def test_texts_are_normalised_each_for_itself(texts: list[str]) -> None:
    """Whether one is ill formed, or has lines of its own."""
    assert [*map(normalise, texts)] == normalised(texts)


@given(message)
def test_frames_never_take_everything(text: str) -> None:
    """A text that had letters still has letters without its frames."""
    plain = normalise(text)
    assert bool(squeeze(plain)) == bool(squeeze(strip_frames(plain)))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_runs_are_capped(text: str) -> None:
    """A message of one repeated character comes out short or bounded, at any length."""
    assert len(gate(text)) <= 1_000
    assert len(strip_frames(normalise(text))) <= len(text)


@pytest.mark.parametrize(
    ("asked", "bare"),
    [
        ("สวัสดีครับ อยากสอบถามว่า งานจัดที่ไหนครับ", "งานจัดที่ไหน"),
        ("ขอเบอร์สวทช.หน่อยได้ไหมคะ", "ขอเบอร์สวทช."),
        ("ไม่ทราบว่าเปิดกี่โมงอ่ะ", "เปิดกี่โมง"),
        ("เปิดวันไหนคับ ขอบคุณล่วงหน้าค่ะ 555+", "เปิดวันไหน"),
        ("รบกวนสอบถามเรื่องทุนหน่อยนะคะ", "ทุน"),
        ("พอดีไม่แน่ใจว่าเปิดกี่โมง", "เปิดกี่โมง"),
        ("กราบเรียนเจ้าหน้าที่ เปิดกี่โมง ขอบคุณครับ", "เปิดกี่โมง"),
        ("พี่ๆ เปิดกี่โมง พอจะทราบไหมคะ", "เปิดกี่โมง"),
        ("เออ อันนี้แหละครับ เปิดกี่โมง", "เปิดกี่โมง"),
        ("โทษที เปิดกี่โมง", "เปิดกี่โมง"),
        ("คลิปกี่นาทีคับ", "คลิปกี่นาที"),
        ("ขึ้นเวทีค่ะ", "ขึ้นเวที"),
        ("บอกทีคับ", "บอก"),
        ("ที่ว่าแจกไผ่ แจกใคร", "แจกไผ่ แจกใคร"),
        ("ที่ว่างมีกี่ที่", "ที่ว่างมีกี่ที่"),
        ("ลูกเอ๊ย ดูดาวมีที่ไหนบ้างลูก", "ดูดาวมีที่ไหนบ้าง"),
        ("ไปกี่คนถึงพาลูก", "ไปกี่คนถึงพาลูก"),
    ],
)
def test_courtesies_are_taken_off(asked: str, bare: str) -> None:
    """Polite particles and chatty beginnings carry no meaning for the search."""
    assert strip_frames(asked) == bare


@pytest.mark.parametrize(
    "text",
    ["ข้อบังคับ", "ระงับ", "การค้า", "ลูกค้า", "พระเจ้า", "ชนะ", "ร่อยหรอ", "คะแนน", "คณะ", "ครับ", "555"],
)
def test_words_that_end_like_particles_stay(text: str) -> None:
    """Real words that happen to end in a particle, and lone courtesies, are left alone."""
    assert strip_frames(text) == text


@pytest.mark.parametrize("text", ["พระเจ้า", "ชนะ", "ระงับ"])
def test_only_the_particle_goes(text: str) -> None:
    """Behind a real word the particle alone is cut."""
    assert strip_frames(f"{text} หรือยังครับ") == f"{text} หรือยัง"


@given(message | st.text("กขรบาะำเแใ์่ิุั้ํๅๆ 0ax_\n\r", max_size=40), st.booleans())
def test_a_look_at_each_letter_misses_nothing(text: str, is_long: bool) -> None:
    """What a text does not seem to need would not have changed it."""
    text *= 35 if is_long else 1
    found = gate(text), normalise(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_faults", lambda *_: -1)
        assert (gate(text), normalise(text)) == found


SAID = (
    *("งาน", "ครับผม", "ค่ะ", "ครัช", "หน่อย", "ได้ไหม", "ได้ไม๊", "ได้ป่าว", "ได้หรือไม่", "ได้รึเปล่า"),
    *("นะค่า", "น่ะ", "ล่ะ", "เหรอ", "จ้า", "เด้อ", "ๆ", "?", "55", ".", " ", "\n"),
)


@given(st.lists(st.sampled_from(SAID), max_size=6).map("".join))
def test_every_tail_ends_as_tails_do(text: str) -> None:
    """What is asked before tails are looked for hides none of them."""
    bare = strip_frames(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_TAIL_ENDS", re.compile(""))
        assert strip_frames.__wrapped__(text) == bare


@pytest.mark.parametrize(
    ("said", "bare"),
    [("อยากได้ทุน", "ทุน"), ("อยากได้ยินเสียงนก", "อยากได้ยินเสียงนก"), ("อยากได้", "อยากได้")],
)
def test_a_wish_before_a_thing_is_a_courtesy(said: str, bare: str) -> None:
    """ "อยากได้ทุน" is a question about ทุน; hearing something is no wish to have it."""
    assert bare == strip_frames(said)
