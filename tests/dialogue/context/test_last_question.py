"""What a short message leaves out is that of the last question: its subject, or what it asked."""

from dataclasses import replace
from datetime import date

import pytest

from bot.dialogue.context.last_question import entries_meant
from bot.dialogue.context.turns import Turn
from bot.dialogue.conversation import Conversation
from bot.dialogue.presentation.contacts import Detail, is_way
from bot.dialogue.replies import Outcome, Reply, plain_text
from bot.knowledge.entries import Entry, Event, Kind, Person
from bot.search.finding import rank
from tests.dialogue.base import AT, ENTRIES, Talk, over

SPOTS = Entry(
    "spots",
    "ตรวจโรคใบจุดของต้นกล้วยที่ดอยงาม",
    "ตรวจโรคใบจุดของต้นกล้วยได้ที่ศูนย์ดอยงาม คณะทำงานมีประธานที่กรรมการเลือกคือ นายทอง ดีงาม",
    Kind.SERVICE,
    people=(Person("ทอง ดีงาม", "ประธานคณะทำงาน"),),
)
BOX = Entry(
    "box",
    "เปิดตัวกล่องเก็บกลิ่นผลไม้",
    "กล่องเก็บกลิ่นมังคุดส่งขายได้ไกลโดยไม่ช้ำ",
    Kind.NEWS,
    questions=("มังคุด",),
    keywords=("มังคุด",),
    published=date(2024, 6, 1),
)
NAMES = (
    Entry(
        "town-day",
        "วันก่อตั้งเทศบาลดอยงาม",
        "เทศบาลดอยงามก่อตั้งเมื่อ 2 พฤษภาคม 2522",
        Kind.FAQ,
        questions=("เทศบาลดอยงามก่อตั้งเมื่อไหร่",),
    ),
    Entry(
        "town-names",
        "ชื่อเดิมของเทศบาลดอยงาม",
        "เทศบาลดอยงามย้ายศาลา 3 ครั้ง เดิมชื่อเทศบาลดอยแดง",
        Kind.FAQ,
    ),
    *(
        Entry(f"moved-{name}", f"{name}ย้ายศาลา", f"{name}ย้ายศาลาไปที่ใหม่แล้ว", Kind.FAQ)
        for name in ("วัดบน", "วัดล่าง", "วัดกลาง")
    ),
)


def test_another_word_is_asked_the_same() -> None:
    """Of an illness; what has only the fruit is no answer, but what is called by it is."""
    talk = Talk(over((*ENTRIES, SPOTS, BOX)))
    assert "spots" == talk.say("ต้นกล้วยเป็นโรคใบจุดตรวจที่ไหน").entry
    reply = talk.say("แล้วมังคุดล่ะ")
    assert (Outcome.NO_ANSWER, None) == (reply.outcome, reply.entry)
    titled = replace(BOX, title="กล่องเก็บกลิ่นมังคุด")
    talk = Talk(over((*ENTRIES, SPOTS, titled)))
    talk.say("ต้นกล้วยเป็นโรคใบจุดตรวจที่ไหน")
    assert "box" == talk.say("แล้วมังคุดล่ะ").entry


def test_a_word_of_two_that_the_topic_has_is_asked_of_it() -> None:
    """ประธานกรรมการ of who tells of a ประธาน and of กรรมการ."""
    others = tuple(
        replace(BOX, id=f"chair{n}", title=f"ประธานกรรมการเปิดร้าน {n}", keywords=(), questions=())
        for n in range(3)
    )
    talk = Talk(over((*ENTRIES, SPOTS, *others)))
    talk.say("ตรวจโรคใบจุดของต้นกล้วย")
    assert "spots" == talk.say("ใครเป็นประธานกรรมการ").entry


def test_the_subject_is_kept_where_alone_it_may_be_of_anything() -> None:
    """What has the subject and what is said now is meant, and not whoever has the latter."""
    talk = Talk(over((*ENTRIES, *NAMES)))
    assert "town-day" == talk.say("เทศบาลดอยงามก่อตั้งเมื่อไหร่").entry
    reply = talk.say("ย้ายศาลากี่ครั้ง")
    assert "town-names" == (reply.entry or reply.conversation.offered[0])


def test_the_place_that_was_said_stays_in_force() -> None:
    """What names none is asked of the stop there; another that is named takes its place."""
    stops = {
        "ภาคใต้": "4-6 กรกฎาคม 2567 ที่ตรัง",
        "ภาคอีสาน": "20-22 มิถุนายน 2567 ที่เลย",
        "ภาคตะวันออก": "11-13 กรกฎาคม 2567 ที่ตราด",
    }
    fair = Entry(
        "stops",
        "งานแห่เรือไผ่สี่ภาค",
        "งานแห่เรือไผ่ไปสามภาค",
        Kind.EVENT,
        event=Event(date(2024, 6, 20), date(2024, 7, 13), venue="สามภาค"),
        facts=stops,
    )
    talk = Talk(over((*ENTRIES, fair)))
    talk.say("งานแห่เรือไผ่ภาคใต้จัดที่ไหน")
    assert talk.say("วันไหน").answer == stops["ภาคใต้"]
    assert talk.say("อีสานด้วย").answer == stops["ภาคอีสาน"]
    assert talk.say("วันไหน").answer == stops["ภาคอีสาน"]
    talk.say("ตะวันออกล่ะ")
    assert talk.say("ที่ไหน").answer == stops["ภาคตะวันออก"]


def test_the_unit_asked_for_is_told_by_its_sign() -> None:
    """Who tells of 51% need not say เปอร์เซ็นต์; who tells of no share has to."""
    terms = Entry("terms", "MOTAR เรือไฟฟ้า", "ผู้ขอ MOTAR ต้องมีคนไทยถือหุ้น 51%", Kind.SERVICE)
    shares = replace(terms, id="shares", body="ผู้ขอ MOTAR ต้องมีคนไทยถือหุ้น 51 หุ้น")
    parts = over((terms, shares))._parts
    asked = rank(parts.index, "คนไทยต้องถือหุ้นกี่เปอร์เซ็นต์", today=AT.date())
    talk = Conversation("terms", question="เบอร์ MOTAR")
    turn = Turn(parts, asked, talk, AT.date())
    offer = Reply(Outcome.CHOICES, (), conversation=Conversation(offered=("shares", "terms")))
    assert [terms] == entries_meant(offer, turn, None)
    assert [terms] == entries_meant(offer, turn, "shares")
    assert [] == entries_meant(offer, turn, "terms")


@pytest.mark.parametrize(
    ("detail", "told", "letters", "is_told"),
    [
        (Detail.PHONE, "www.example.go.th", "เบอร์อะไร", False),
        (Detail.PHONE, "www.example.go.th", "ติดต่อทางไหน", True),
        (Detail.PHONE, "0 2999 1111", "เบอร์อะไร", True),
        (Detail.PHONE, "ยังไม่มีเบอร์กลาง", "เบอร์อะไร", True),
        (Detail.EMAIL, "0 2999 1111", "ขออีเมล", False),
        (Detail.EMAIL, "a@example.go.th", "ขออีเมล", True),
        (Detail.FAX, "a@example.go.th", "แฟกซ์", False),
        (None, "แถวตลาด", "อยู่ไหน", True),
    ],
)
def test_no_website_is_a_number(
    detail: Detail | None, told: str, letters: str, is_told: bool
) -> None:
    """Who asks for one way is not told another as if it were that."""
    assert is_told is is_way(detail, told, letters)


ROBOT = Entry(
    "robot",
    "แขนกลเก็บมะพร้าว (ขกม.)",
    "นายดี ทองงาม โฆษกเทศบาล เปิดเผยว่า แขนกลเก็บมะพร้าวใช้สำเร็จแล้วใน 7 อำเภอ ถ้าเสียให้ส่งคืนเทศบาล"
    " ตัวอย่างตั้งที่ฮอลล์ 3 ศูนย์ประชุมไผ่งาม แล้วได้มอบแขนกลให้แก่โรงเรียนไผ่ทอง",
    Kind.NEWS,
    people=(Person("นายดี ทองงาม", "โฆษกเทศบาล"),),
    published=date(2024, 6, 1),
)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("ทำสำเร็จกี่อำเภอ", "7 อำเภอ"),  # in two words, of which one asks nothing
        ("มอบให้ที่ไหน", "โรงเรียนไผ่ทอง"),
        ("ใครแถลง", "นายดี ทองงาม"),
        ("ฮอลล์ไหน", "ฮอลล์ 3"),
        ("ขกม. ย่อมาจากอะไร", "แขนกลเก็บมะพร้าว"),
        ("ถ้าไม่ส่งล่ะ ต้องทำอะไร", "ส่งคืนเทศบาล"),
        ("เขาว่าไง", "ใช้สำเร็จแล้ว"),
        ("เคยเป็นอะไรมาก่อน", "แขนกล"),
        ("ขกม. คือใคร", "แขนกล"),
    ],
)
def test_words_that_name_nothing_are_asked_of_the_topic(asked: str, told: str) -> None:
    """Though the topic has none of them."""
    talk = Talk(over((*ENTRIES, ROBOT)))
    assert "robot" == talk.say("แขนกลเก็บมะพร้าว").entry
    reply = talk.say(asked)
    assert "robot" == reply.entry
    assert told in plain_text(reply)


def test_a_web_app_is_no_way_to_reach_anybody() -> None:
    """What it shows is asked, and no site is said to be missing."""
    talk = Talk(over((*ENTRIES, replace(ROBOT, body=f"{ROBOT.body} เว็บแอปแสดงแผนที่ 3 แบบ"))))
    talk.say("แขนกลเก็บมะพร้าว")
    assert "แผนที่" in plain_text(talk.say("เว็บแอปแสดงอะไรบ้าง"))


def test_what_is_called_by_the_place_said_now_is_meant_though_it_does_not_tell() -> None:
    """The topic, which has but the word that the place stands for, is not told again."""
    dome = Entry("dome", "ท้องฟ้าจำลองดอยงาม", "ท้องฟ้าจำลองดอยงามฉายทุกวัน 11.00 น.", Kind.SERVICE)
    other = Entry("other", "ท้องฟ้าจำลองเอกมัย", "ท้องฟ้าจำลองเอกมัยเป็นของกระทรวงอื่น", Kind.FAQ)
    parts = over((dome, other))._parts
    asked = rank(parts.index, "แล้วที่เอกมัยอะ เปิดกี่โมง", today=AT.date())
    talk = Conversation("dome", question="ท้องฟ้าจำลองดอยงามฉายกี่โมง")
    turn = Turn(parts, asked, talk, AT.date())
    again = Reply(Outcome.ANSWER, (), entry="dome", conversation=talk)
    assert [dome] == entries_meant(again, turn, None)
    assert [] == entries_meant(again, turn, "other")
