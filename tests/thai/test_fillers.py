"""What is said around a question is taken off, and nothing of the question."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.thai import fillers as module
from bot.thai.fillers import strip_fillers
from bot.thai.normalise import normalise, squeeze
from bot.thai.tables import rows_of
from tests.support.phrases import marked, phrases, words
from tests.thai.strategies import message


@given(message)
def test_frames_only_shorten_and_never_take_everything(text: str) -> None:
    """However they overlap, a text that had letters still has some."""
    plain = normalise(text)
    bare = strip_fillers(plain)
    assert len(bare) <= len(plain)
    assert bool(squeeze(plain)) == bool(squeeze(bare))


@pytest.mark.parametrize(
    "text",
    phrases("""
        สวัสดีครับ อยากสอบถามว่า ⟨งานจัดที่ไหน⟩ครับ | ⟨ขอเบอร์สวทช.⟩หน่อยได้ไหมคะ | ไม่ทราบว่า⟨เปิดกี่โมง⟩อ่ะ
        ⟨เปิดวันไหน⟩คับ ขอบคุณล่วงหน้าค่ะ 555+ | รบกวนสอบถามเรื่อง⟨ทุน⟩หน่อยนะคะ | พอดีไม่แน่ใจว่า⟨เปิดกี่โมง⟩
        กราบเรียนเจ้าหน้าที่ ⟨เปิดกี่โมง⟩ ขอบคุณครับ | พี่ๆ ⟨เปิดกี่โมง⟩ พอจะทราบไหมคะ
        เออ อันนี้แหละครับ ⟨เปิดกี่โมง⟩ | โทษที ⟨เปิดกี่โมง⟩ | ⟨คลิปกี่นาที⟩คับ | ⟨คลิปกี่นาที⟩อะแม่
        ⟨เปิดวันไหน⟩คะเพื่อน | ⟨เปิดกี่โมง⟩คลับ ขอบคุณฮับ | ⟨ขึ้นเวที⟩ค่ะ | ⟨บอก⟩ทีคับ | ที่ว่า⟨แจกไผ่ แจกใคร⟩
        ลูกเอ๊ย ⟨ดูดาวมีที่ไหนบ้าง⟩ลูก | สรุปข่าว⟨ดาวหาง⟩ให้หน่อย | เล่าเรื่อง⟨ดาวหาง⟩ให้ฟังหน่อยสิ
        สนใจ⟨ค่ายดูดาว⟩ค่ะ | ⟨ค่ายดูดาว⟩ นี่มันยังไงคะ | ขอรายละเอียด⟨ค่ายดูดาว⟩ค่ะแอดมิน | สรุปแล้ว⟨เปิดกี่โมง⟩
        เมื่อวานดูข่าวแล้วงง ⟨เปิดกี่โมง⟩ | ⟨เปิดกี่โมง⟩ อ่านแล้วไม่ค่อยเข้าใจเลยค่ะ รบกวน ด้วยนะคะ
        พอดีลูกสาวอยากรู้เรื่อง⟨ดาวหาง⟩ | ครูสั่งให้หาข้อมูล⟨ดาวหาง⟩ | ที่ออฟฟิศเถียงกันว่า⟨งานจัดวันไหน⟩
    """),
)
def test_courtesies_are_taken_off(text: str) -> None:
    """Polite particles and chatty beginnings carry no meaning for the search."""
    asked, bare = marked(text)
    assert strip_fillers(asked) == bare


@pytest.mark.parametrize(
    "text",
    [
        # Real words that happen to end in a particle, and lone courtesies, are left alone.
        *phrases("สมัครแฟนคลับ | มีคลาสโยคะ | เครื่องสึกหรอ | เมดิคัลฮับ | ข้อบังคับ | ระงับ | การค้า | ลูกค้า"),
        *phrases("พระเจ้า | ชนะ | ร่อยหรอ | คะแนน | คณะ | ครับ | 555 | คนเยอะ | กินนมแม่"),
        *phrases("ที่ว่างมีกี่ที่ | ไปกี่คนถึงพาลูก"),
        # A part that asks or names anything is no aside, nor is all there is.
        *phrases("ดาวหาง ใครเห็น | ถามอะไร | สอบถามที่นางเลิ้ง | เห็นดาวหาง ที่ไหน | รู้ว่างงานกี่คน"),
        *phrases("ตอนนี้ ค่าเข้าเท่าไหร่ | หาที่จอดรถ เปิดกี่โมง | ไม่เข้าใจ | ตกลงความร่วมมือ วันไหน"),
    ],
)
def test_what_is_no_frame_stays(text: str) -> None:
    """Whatever it looks like."""
    assert strip_fillers(text) == text


@pytest.mark.parametrize("text", ["พระเจ้า", "ชนะ", "ระงับ"])
def test_only_the_particle_goes(text: str) -> None:
    """Behind a real word the particle alone is cut."""
    assert strip_fillers(f"{text} หรือยังครับ") == f"{text} หรือยัง"


def test_words_of_talk_ask_nothing() -> None:
    """None of the table is a question by itself, which would be lost."""
    asking = words("ที่ไหน อะไร เมื่อไร เมื่อไหร่ เท่าไร เท่าไหร่ กี่ ยังไง อย่างไร ใคร")
    listed = {word for word, *_ in rows_of("asides.csv", needed=1)}
    assert listed.isdisjoint(asking)


SAID = [
    *words("งาน ครับผม ค่ะ ครัช หน่อย ได้ไหม ได้ไม๊ ได้ป่าว ได้หรือไม่ ได้รึเปล่า นะค่า แอดมิน ให้ฟัง สิ หน่ะ น่ะ ล่ะ"),
    *words("เหรอ จ้า เด้อ อะ แม่ เพื่อน ๆ ? 55 ."),
    *(" ", "\n"),
]


@given(st.lists(st.sampled_from(SAID), max_size=6).map("".join))
def test_every_tail_ends_as_tails_do(text: str) -> None:
    """What is asked before tails are looked for hides none of them."""
    bare = strip_fillers(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_TAIL_ENDS", re.compile(""))
        assert strip_fillers.__wrapped__(text) == bare


@pytest.mark.parametrize(
    ("said", "bare"),
    [("อยากได้ทุน", "ทุน"), ("อยากได้ยินเสียงนก", "อยากได้ยินเสียงนก"), ("อยากได้", "อยากได้")],
)
def test_a_wish_before_a_thing_is_a_courtesy(said: str, bare: str) -> None:
    """ "อยากได้ทุน" is a question about ทุน; hearing something is no wish to have it."""
    assert bare == strip_fillers(said)


@pytest.mark.parametrize(
    "text", ["แอดไลน์ somchai88 ได้เลย", "ไลน์ somchai88 ค่ะ", "เฟซ somchai88 นะคะ"]
)
def test_what_tells_that_a_name_is_somebodys_stays_with_it(text: str) -> None:
    """By these words it is known that the name behind them must not be kept."""
    assert text.split(maxsplit=1)[0] in strip_fillers(text)
