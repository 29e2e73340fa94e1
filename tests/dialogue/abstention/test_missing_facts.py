"""What an entry does not tell is not told of it."""

from dataclasses import replace
from datetime import date

import pytest

from bot.dialogue.abstention.missing_facts import (
    asks_by_unknown_word,
    asks_unknown_attribute,
    lacks_answer_type,
)
from bot.dialogue.message.cues import content_words
from bot.knowledge.entries import Entry, Kind, Person
from bot.search.passages.facts import FoundFact
from bot.search.query import Query
from bot.thai.questions import Aspect
from tests.dialogue.abstention.test_doubts import CONTEST
from tests.search.passages.base import asked, searched


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ทีมไหนได้แชมป์ประกวดว่าวดาวเทียม", "ผู้ชนะจะได้ถ้วย ชนะเลิศ 5,000 บาท ร่วมชิงชนะเลิศ"),
        ("ผู้ชนะประกวดว่าวดาวเทียมคือใคร", "เพื่อหาทีมผู้ชนะ ซึ่งทีมชนะเลิศได้ถ้วย"),
        ("ประกวดว่าวดาวเทียมใครได้ที่ 1", "รางวัลชนะเลิศคือเงิน 5,000 บาท"),
    ],
)
def test_what_is_to_be_won_is_not_who_won(text: str, told: str) -> None:
    """A release before the day tells the prize; one after it who took it."""
    query = Query(text, text, aspect=Aspect.WHO)
    before = replace(CONTEST, body=f"{CONTEST.body} {told}")
    after = replace(CONTEST, body=f"{CONTEST.body} รางวัลชนะเลิศ ได้แก่ ทีมหางยาว")
    assert lacks_answer_type(before, query, None)
    assert not lacks_answer_type(after, query, None)
    assert not lacks_answer_type(before, replace(query, clean="ประกวดว่าวดาวเทียมใครมอบรางวัล"), None)


@pytest.mark.parametrize(
    ("text", "body", "silent"),
    [
        ("ขนมไผ่ เลข อย. อะไร", "ขนมไผ่ทำจากหน่อไม้ ผ่านการดูแลจาก อย. แล้ว", True),
        ("ขนมไผ่ เลข อย. อะไร", "ขนมไผ่มีเลขสารบบอาหารข้างถุง", False),
        ("ขนมไผ่ เลขอยู่ตรงไหน", "ขนมไผ่มีเลขข้างถุง", False),
        ("โรงเรียนไผ่ค่าเทอมเท่าไหร่", "โรงเรียนไผ่ใช้งบ 5,000 บาท", True),
        ("โรงเรียนไผ่ค่าเทอมเท่าไหร่", "โรงเรียนไผ่คิดค่าเล่าเรียน 5,000 บาท", False),
        ("บริจาคโรงเรียนไผ่เลขบัญชีอะไร", "บริจาคได้ที่โรงเรียนไผ่", True),
        ("ค่าสมัครกองทุนไผ่เท่าไหร่", "กองทุนไผ่ให้เงินทีมละ 5,000 บาท", True),
        ("ค่าสมัครกองทุนไผ่เท่าไหร่", "กองทุนไผ่ให้เงิน 5,000 บาท สมัครได้โดยไม่เสียเงิน", False),
        ("ค่าเข้างานไผ่กี่บาท", "งานไผ่ใช้งบ 5,000 บาท เด็กเข้าฟรี", False),
        ("ค่าเข้างานไผ่กี่บาท", "งานไผ่ใช้งบ 5,000 บาท", True),
    ],
)
def test_some_things_are_told_by_their_own_name_alone(text: str, body: str, silent: bool) -> None:
    """However much else an entry tells of what is named with them."""
    assert silent == lacks_answer_type(Entry("e", "ไผ่", body, Kind.NEWS), asked(text), None)


def test_a_letter_of_a_name_is_no_subject() -> None:
    """An N that stands nowhere is not what keeps washing from being asked beside the name."""
    masks = Entry("masks", "มอบหน้ากากให้โรงเรียน", "มอบหน้ากากให้โรงเรียนบนดอย 95 แห่ง", Kind.NEWS)
    text = "หน้ากาก n95 ซักได้ป่าว"
    query = Query(text, text, terms=("หน้ากาก", "n", "95", "ซัก", "ได้", "ป่าว"))
    assert asks_unknown_attribute(masks, query, content_words(query.terms))


def test_all_of_them_is_no_attribute() -> None:
    """Nor is what it is for: neither has to be named by the text."""
    masks = Entry("masks", "มอบหน้ากากให้โรงเรียน", "มอบหน้ากากให้โรงเรียนบนดอย 95 แห่ง", Kind.NEWS)
    for text in ("มอบหน้ากากให้โรงเรียนทั้งหมดกี่แห่ง", "มอบหน้ากากให้โรงเรียนขึ้นมาเพื่ออะไร"):
        query = searched(text)
        assert not asks_unknown_attribute(masks, query, content_words(query.terms))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ใครเป็นคนแรกที่ปล่อยว่าวดาวเทียม", "สมศรีเป็นคนแรกที่ปล่อยว่าวดาวเทียม"),
        ("ใครทำว่าวดาวเทียมลำแรกของโลก", "สมศรีทำว่าวดาวเทียมลำแรกของโลก"),
    ],
)
def test_who_was_first_is_told_where_the_first_is(text: str, told: str) -> None:
    """Somebody whom staff name did something; that they were the first must be said."""
    named = replace(CONTEST, people=(Person("นายหางยาว ลมบน", "ผู้เปิดงาน"),))
    query = Query(text, text, aspect=Aspect.WHO)
    fact = FoundFact("นายหางยาว ลมบน", Aspect.WHO, 0.9, stated=True)
    assert lacks_answer_type(named, query, fact)
    assert not lacks_answer_type(replace(named, body=told), query, fact)


def test_how_many_fall_to_each_is_told_of_each() -> None:
    """Whatever else is counted: a number of kites is none a day."""
    query = Query(text := "พับวันละกี่ชิ้น", text, aspect=Aspect.HOWMANY)
    assert lacks_answer_type(replace(CONTEST, body="มีว่าว 96 ตัว"), query, None)
    assert not lacks_answer_type(replace(CONTEST, body="พับว่าว 5 ตัวต่อวัน"), query, None)


def test_a_part_played_is_no_money() -> None:
    """There is no baht in บทบาท, nor a million in ล้านนา; a share is told in percent."""
    body = "ละครเงาเล่าบทบาทของพระบาทสมเด็จฯ ในล้านนา"
    play = Entry("play", "ละครเงา", body)
    asked = Query("", "ละครเงาตั๋วเท่าไหร่", aspect=Aspect.COST)
    assert lacks_answer_type(play, asked, None)
    assert not lacks_answer_type(replace(play, body=f"{body} ตั๋วใบละ 40 บาท"), asked, None)
    share = replace(asked, clean="ละครเงารัฐออกให้กี่ %")
    assert not lacks_answer_type(replace(play, body=f"{body} รัฐออกให้ร้อยละ 50"), share, None)


def test_baht_are_not_told_by_dollars() -> None:
    """Whoever asks what it is in baht knows the dollars; nothing is reckoned."""
    fund = replace(CONTEST, event=None, body="กองทุนให้เงิน 2.3 ล้านดอลลาร์สหรัฐ")
    asked = Query("", "เป็นเงินไทยกี่บาท", aspect=Aspect.COST)
    assert lacks_answer_type(fund, asked, None)
    assert not lacks_answer_type(
        replace(fund, body="กองทุนให้เงิน 2.3 ล้านดอลลาร์ หรือ 80 ล้านบาท"), asked, None
    )


@pytest.mark.parametrize(
    ("question", "silent"), [("น้ำมะม่วงขวดละเท่าไหร่", True), ("มะม่วงลูกละเท่าไหร่", False)]
)
def test_the_price_of_something_else_is_none(question: str, silent: bool) -> None:
    """By the bottle nothing is told where the fruit is sold by the piece."""
    entry = Entry("m", "น้ำมะม่วงลมเย็น", "น้ำมะม่วงลมเย็นเก็บได้นาน มะม่วงสดราคาเฉลี่ยลูกละ 3 บาท")
    assert silent is lacks_answer_type(entry, asked(question), None)


def test_a_round_that_has_a_day_is_not_said_to_have_none() -> None:
    """Though nothing says beside it that it began then."""
    hired = Entry(
        "hired",
        "จ้างคนปลูกไผ่",
        "ในระยะที่ 1 เมื่อวันที่ 17 มีนาคม 2563 จ้าง 90 คน ระยะที่ 2 จ้างอีก 40 คน",
        published=date(2020, 6, 1),
    )
    assert not lacks_answer_type(hired, asked("รอบแรกเริ่มเมื่อไหร่"), None)
    assert lacks_answer_type(hired, asked("รอบสองเริ่มเมื่อไหร่"), None)


def test_the_price_of_one_thing_is_none_of_another() -> None:
    """Told in another paragraph; what the entry is named after has whatever price it tells."""
    gifts = Entry(
        "gifts",
        "ของขวัญปีใหม่ของกรมไผ่",
        "กรมไผ่ทำรากไม้เทียม ราคา 50,000 บาท\n\nและตั้งเครื่องนับใบไม้ 500 เครื่อง",
    )
    assert lacks_answer_type(gifts, searched("ซื้อเครื่องนับใบไม้ได้ที่ไหน ราคาเท่าไหร่"), None)
    assert not lacks_answer_type(gifts, searched("รากไม้เทียมราคาเท่าไหร่"), None)
    assert not lacks_answer_type(gifts, searched("ของขวัญปีใหม่กรมไผ่ราคาเท่าไหร่"), None)


@pytest.mark.parametrize(
    ("text", "body", "silent"),
    [
        ("สวนไผ่เปิดกี่โมง", "สวนไผ่เปิดให้คนทั่วไปเมื่อ 5 เมษายน 2566 มีไผ่ 12 พันธุ์", True),
        ("สวนไผ่เปิดกี่โมง", "สวนไผ่เปิดทุกวัน 9.00-16.00", False),
        ("สวนไผ่เปิดกี่โมง", "สวนไผ่ให้เดินได้ทุกวัน เวลา 9.00 น. ถึง 16.00 น.", False),
        ("สวนไผ่เปิดกี่โมง", "สวนไผ่เปิดวันเสาร์และวันอาทิตย์", False),
        ("สวนไผ่เปิดวันไหน", "สวนไผ่เปิดให้คนทั่วไปเมื่อ 5 เมษายน 2566 มีไผ่ 12 พันธุ์", False),
    ],
)
def test_who_asks_when_it_opens_is_told_an_hour(text: str, body: str, silent: bool) -> None:
    """A day is none; an entry without any hour does not tell it."""
    assert silent == lacks_answer_type(Entry("e", "สวนไผ่", body, Kind.NEWS), asked(text), None)


@pytest.mark.parametrize(
    ("text", "unheard"),
    [
        ("งานว่าวเกาะไผ่ แบตใช้ได้กี่ชั่วโมง", True),
        ("งานว่าวเกาะไผ่ ใครแพ้", True),
        ("งานว่าวเกาะไผ่ มีเด็กผู้หญิงกี่คน", True),
        ("งานว่าวเกาะไผ่ มีทั้งหมดกี่คน", False),
        ("งานว่าวเกาะไผ่ ว่าวกี่ตัว", False),
        ("งานว่าวเกาะไผ่แบตกี่ชั่วโมง", False),
    ],
)
def test_a_word_by_which_is_asked_may_be_unheard_of(text: str, unheard: bool) -> None:
    """If it stands apart: else it may be a piece of what was misspelt."""
    kites = Entry("e", "งานว่าวเกาะไผ่", "งานว่าวเกาะไผ่ จัดโดยกรมลม มีเด็กเล่นว่าว 40 ตัว", Kind.NEWS)
    assert unheard is asks_by_unknown_word(kites, searched(text))


@pytest.mark.parametrize(
    ("body", "silent"),
    [
        ("สภาว่าวเกาะไผ่ชวนสมาคมเชือกร่วมจัดวันว่าวไทยกับศูนย์ว่าวไผ่", True),
        ("สภาว่าวเกาะไผ่จัดวันว่าวไทยที่โรงแรมเปลือกหอย", False),
        ("สภาว่าวเกาะไผ่จัดวันว่าวไทย ณ หาดเปลือกหอย", False),
    ],
)
def test_a_hotel_that_is_not_told_is_said_to_be_missing(body: str, silent: bool) -> None:
    """Not where any place is told at which something was, nor of what is only somewhere."""
    day = Entry("d", "วันว่าวไทย", body, Kind.NEWS)
    assert silent is lacks_answer_type(day, asked("วันว่าวไทยจัดที่โรงแรมไหน"), None)
    assert not lacks_answer_type(day, asked("วันว่าวไทยอยู่โรงแรมไหน"), None)
    assert not lacks_answer_type(day, asked("วันว่าวไทยจัดที่ไหน"), None)


@pytest.mark.parametrize(
    ("text", "silent"), [("สระว่ายน้ำของกระทรวงเปิดเมื่อไร", False), ("สระว่ายน้ำของปลาทูเปิดเมื่อไร", True)]
)
def test_what_lists_the_question_in_other_words_answers_it(text: str, silent: bool) -> None:
    """An admin taught that there is none."""
    listed = "สระว่ายน้ำของกระทรวงเปิดกี่โมง"
    pool = Entry("pool", listed, "กระทรวงไม่มีสระว่ายน้ำค่ะ", Kind.FAQ, questions=(listed,))
    assert silent is lacks_answer_type(pool, searched(text), None)
