"""What is found for a message that says more than any entry does."""

from dataclasses import replace
from datetime import date

import pytest

from bot.dialogue.replies import Outcome, plain_text
from bot.knowledge.entries import Entry, Event, Kind
from tests.dialogue.base import ENTRIES, Talk, over

KITE_DAY = Entry(
    "kite-day",
    "วันว่าวไทย 5 มีนาคม",
    "วันว่าวไทยคือวันที่ 5 มีนาคมของทุกปี เพื่อระลึกถึงว่าวจุฬาตัวแรกของหมู่บ้าน",
    Kind.FAQ,
    questions=("วันว่าวไทยตรงกับวันไหน", "ทำไมวันว่าวไทยเป็นเดือนมีนา"),
    facts={"ตรงกับวันที่": "5 มีนาคม ของทุกปี"},
)
KITE_FAIR = Entry(
    "kite-fair",
    "งานว่าวเด็กไทย 2569",
    "งานว่าวเด็กไทย 2569 จัดวันที่ 10 มกราคม 2569 ที่สนามหลวง",
    Kind.EVENT,
    event=Event(date(2026, 1, 10), date(2026, 1, 10), venue="สนามหลวง"),
)


@pytest.mark.parametrize(
    "question", ["วันว่าวไทยปีนี้วันไหนคะ", "วันว่าวไทย 2570 วันไหน", "ปีหน้าวันว่าวไทยตรงกับวันอะไร"]
)
def test_what_comes_every_year_is_told_of_any_year(question: str) -> None:
    """Before what names the year, and never as of a year of which nothing is known."""
    reply = Talk(over((*ENTRIES, KITE_DAY, KITE_FAIR))).say(question)
    assert ("kite-day", Outcome.ANSWER) == (reply.entry, reply.outcome)
    assert "5 มีนาคม" in (reply.answer or "")


def test_another_year_of_what_comes_every_year_is_asked_of_it_still() -> None:
    """The open entry does not deny that year."""
    talk = Talk(over((*ENTRIES, KITE_DAY, KITE_FAIR)))
    talk.say("วันว่าวไทยตรงกับวันไหน")
    reply = talk.say("แล้วปี 2571 ล่ะ วันไหน")
    assert "kite-day" == reply.entry
    assert "5 มีนาคม" in (reply.answer or "")


def test_what_letters_stand_for_is_asked_of_who_has_the_name_in_full() -> None:
    """No text says "ย่อมาจาก"."""
    model = Entry(
        "bfg",
        "โมเดลเศรษฐกิจปลาบึก BFG",
        "สำหรับ BFG คือโมเดลเศรษฐกิจปลาบึก มาจาก Big Fish Growth ซึ่งเทศบาลตั้งขึ้น",
        Kind.NEWS,
        published=date(2024, 6, 1),
    )
    reply = Talk(over((*ENTRIES, model))).say("BFG ย่อมาจากอะไร")
    assert (Outcome.ANSWER, "bfg") == (reply.outcome, reply.entry)
    assert "Big Fish Growth" in plain_text(reply)


def test_a_fair_of_one_year_is_of_no_other() -> None:
    """What comes every year is the day alone, not where it is kept."""
    reply = Talk(over((*ENTRIES, KITE_DAY, KITE_FAIR))).say("งานว่าวเด็กไทย 2570 จัดที่ไหน")
    assert Outcome.ANSWER != reply.outcome


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("งานประกวดเรือใบจิ๋ว ปี 70 ของปีนั้นจัดที่ไหน", "2570"),
        ("เรือใบจิ๋วปี 2570", "2570"),
        ("เรือใบจิ๋วมกราคมปีที่แล้วจัดที่ไหน", "2568"),
        ("เรือใบจิ๋ว มกราคม 66 จัดที่ไหน", "2566"),
        ("เรือใบจิ๋วมกราคมหน้าจัดที่ไหน", "2570"),
    ],
)
def test_what_is_known_of_another_year_alone_is_offered_as_such(said: str, year: str) -> None:
    """Whether the year is told alone or behind a month, and however it is told."""
    boats = Entry(
        "boats",
        "ประกวดเรือใบจิ๋ว มกราคม 2569",
        "ประกวดเรือใบจิ๋วจัดวันที่ 10 มกราคม 2569 ที่อ่างเก็บน้ำ",
        Kind.EVENT,
        event=Event(date(2026, 1, 10), date(2026, 1, 10), venue="อ่างเก็บน้ำ"),
    )
    reply = Talk(over((*ENTRIES, boats))).say(said)
    assert (Outcome.CHOICES, ("boats",)) == (reply.outcome, reply.conversation.choices)
    assert f"ยังไม่พบเรื่องนี้ของปี {year}" in plain_text(reply)


def test_a_place_of_which_nobody_knows_leaves_the_topic_open() -> None:
    """It is said that the topic does not tell of it, and what it tells of places."""
    talk = Talk(over((*ENTRIES, KITE_DAY, KITE_FAIR)))
    talk.say("งานว่าวเด็กไทย 2569 จัดที่ไหน")
    reply = talk.say("สงขลาล่ะ")
    assert ("kite-fair", Outcome.ANSWER) == (reply.entry, reply.outcome)
    assert "เรื่องนี้ไม่ได้พูดถึงสงขลาค่ะ" in plain_text(reply)
    assert "สนามหลวง" in plain_text(reply)
    assert "kite-fair" == talk.say("วันไหน").entry


def test_a_place_of_which_the_text_tells_is_not_denied() -> None:
    """Nor is the place or day of the event told of it, but what the text says."""
    there = replace(
        KITE_FAIR,
        body=f"{KITE_FAIR.body}\n\nครั้งต่อไปจะจัดวันที่ 3 มีนาคม 2570 จ.สงขลา",
        event=Event(date(2026, 1, 10), venue="สนามหลวง", province="กรุงเทพมหานคร"),
    )
    talk = Talk(over((*ENTRIES, KITE_DAY, there)))
    talk.say("งานว่าวเด็กไทย 2569 จัดวันไหน")
    reply = talk.say("สงขลาล่ะ")
    assert ("kite-fair", None) == (reply.entry, reply.answer)
    assert "3 มีนาคม 2570" in plain_text(reply)


def test_the_other_one_by_its_name_is_of_the_entry_that_tells_of_both() -> None:
    """However it is spelt; by the name that was asked of before another entry is meant."""
    both = Entry(
        "both",
        "ว่าวจุฬาลักษณ์ กับ ว่าวปักเป้าวิทย์ คืออะไร",
        "ว่าวจุฬาลักษณ์ คือว่าวห้าแฉกของภาคกลาง\n\nว่าวปักเป้าวิทย์ คือว่าวสี่เหลี่ยมของนักวิจัย",
        Kind.FAQ,
        questions=("ว่าวจุฬาลักษณ์คืออะไร", "ว่าวปักเป้าวิทย์คืออะไร"),
    )
    other = Entry("other", "สารคดีว่าวจุฬาลักษณ์", "สารคดีว่าวจุฬาลักษณ์ ว่าวปักเป้า และวิทยุ ฉายปี 2566")
    talk = Talk(over((*ENTRIES, both, other)))
    talk.say("ว่าวจุฬาลักษณ์คืออะไร")
    assert "both" == talk.say("อีกอันล่ะ ว่าวปักเป้าวิท").entry


@pytest.mark.parametrize("said", ["แล้วเค้าออกตังให้กี่เปอร์เซ็น", "แล้วเขาช่วยออกเงินเท่าไหร่"])
def test_what_somebody_pays_is_asked_of_the_topic(said: str) -> None:
    """Another entry that tells a share is not meant, though the topic does not tell it."""
    help_ = Entry("help", "โครงการช่วยโรงว่าว", "โครงการช่วยโรงว่าวมีที่ปรึกษาให้ช่างทำว่าว", Kind.SERVICE)
    other = Entry(
        "other", "ทุนทดสอบเชือกว่าว", "ทุนนี้ออกค่าทดสอบเชือกว่าวให้ 70% ไม่เกิน 5,000 บาท", Kind.SERVICE
    )
    talk = Talk(over((*ENTRIES, help_, other)))
    assert "help" == talk.say("โครงการช่วยโรงว่าวคืออะไร").entry
    reply = talk.say(said)
    assert ("help", Outcome.NO_ANSWER) == (reply.entry, reply.outcome)


def test_what_comes_every_year_goes_before_a_list_of_its_years() -> None:
    """To who means a year that the list does not have, and asks for no fair."""
    history = Entry(
        "kite-history",
        "งานวันว่าวไทย วันที่เท่าไรบ้าง",
        "งานวันว่าวไทยที่เรามีข้อมูล จัดวันที่ 5-7 มีนาคม ปี 2563 และปี 2565 ที่ลานน้ำ",
        Kind.FAQ,
        questions=("วันว่าวไทยปีที่แล้ววันที่เท่าไร", "วันว่าวไทยปีก่อนวันที่เท่าไร"),
    )
    talk = Talk(over((*ENTRIES, KITE_DAY, history)))
    first = []
    for question in ("วันว่าวไทยปีนี้วันที่เท่าไร", "งานวันว่าวไทยปีนี้วันที่เท่าไร"):
        ranking = talk.say(question).ranking
        first.append(ranking and ranking.matches[0].entry_id)
    assert first == ["kite-day", "kite-history"]


STORY = "เมื่อวานลูกผมงอแงทั้งคืนเลยครับ ฝนก็ตกน้ำท่วมซอย กว่าจะได้นอนก็ตีสามแล้ว"


def test_behind_a_story_the_topic_before_is_offered() -> None:
    """Not told, for the story may be meant; a yes is enough then."""
    talk = Talk()
    talk.say("ค่ายดูดวงจันทร์จัดวันไหน")
    assert talk.say(STORY).conversation.topic == ""
    offer = talk.say("ใครเปิด")
    assert (Outcome.CHOICES, ("camp-moon-loei",)) == (offer.outcome, offer.conversation.offered)
    assert "สมหมาย ใจเย็น" in (talk.say("ใช่ค่ะ").answer or "")


@pytest.mark.parametrize("question", ["รองเท้าราคาเท่าไหร่", "หมาบ้าแจ้งใคร"])
def test_what_the_topic_before_has_not_is_not_asked_of_it(question: str) -> None:
    """Nor what its letters only hold by chance: หมาย and บ้าน."""
    house = Entry("house", "บ้านดินริมคลอง", "บ้านดินริมคลองหมายเลข 3 เปิดให้ชม", Kind.NEWS)
    talk = Talk(over((*ENTRIES, house)))
    assert "house" == talk.say("บ้านดินริมคลอง").entry
    talk.say(STORY)
    assert Outcome.NO_ANSWER is talk.say(question).outcome


def test_the_event_of_the_year_asked_goes_before_the_one_of_another() -> None:
    """It is called by that year, though it begins in the one before and has fewer of the words."""
    older = Entry(
        "old-wharf",
        "ท่าเรือไผ่เปิดฟรีรับปีใหม่ 2562",
        "ท่าเรือไผ่เปิดให้เข้าฟรีทุกวัน 22 ธันวาคม 2561 ถึง 5 มกราคม 2562",
        Kind.EVENT,
        questions=("ปีใหม่ท่าเรือไผ่เปิดฟรีวันไหน",),
        event=Event(date(2018, 12, 22), date(2019, 1, 5), venue="ท่าเรือไผ่"),
    )
    newer = Entry(
        "new-wharf",
        "ท่าเรือไผ่เปิดอาคารใหม่ เข้าฟรีรับปีใหม่ 2563",
        "ท่าเรือไผ่เปิดอาคารใหม่ให้เข้าฟรี 19 ธันวาคม 2562 ถึง 5 มกราคม 2563",
        Kind.EVENT,
        event=Event(date(2019, 12, 19), date(2020, 1, 5), venue="ท่าเรือไผ่"),
    )
    reply = Talk(over((*ENTRIES, older, newer))).say("ท่าเรือไผ่เปิดฟรีปีใหม่ 2563 วันไหน")
    assert "new-wharf" == (reply.entry or reply.conversation.choices[0])
