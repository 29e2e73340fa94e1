"""One of several is not told as if it were all of them; of numbers that of all is told, or none."""

from dataclasses import replace
from datetime import date

import pytest

from bot.dialogue.replies import Outcome, plain_text
from bot.knowledge.entries import Entry, Event, Kind
from bot.search.passages.several import asks_whole
from tests.dialogue.base import ENTRIES, Talk, over
from tests.search.passages.base import asked, fact_of

BOATS = Entry(
    "boats",
    "สร้างเรือไม้ไผ่ให้ตำบลริมน้ำ",
    "กรมเรือจะสร้างเรือไม้ไผ่ใน 7,435 ตำบล ครอบคลุม 77 จังหวัดทั่วประเทศ ตำบลเดิม 3 พันตำบลได้แห่งละ 8 ลำ"
    " ขณะที่พื้นที่ 4,435 ตำบลใหม่ได้แห่งละ 10 ลำ",
    Kind.NEWS,
)
EXAM = replace(
    BOATS,
    id="exam",
    title="สอบขับเรือไม้ไผ่",
    body="มีผู้สมัครสอบขับเรือ รวมทั้งสิ้น 183,228 คน โดยสอบเรือยาว 177,853 คน และเรือใบ 155,282 คน",
)


def test_one_venue_is_not_all_the_places() -> None:
    """Who asks for several places is not told the hall in which the news of them was given."""
    news = Entry("n", "ฉายรังสีอาหาร", "แถลงที่หอประชุม", event=Event(date(2021, 5, 4), venue="หอประชุม"))
    assert "" == fact_of(news, "จะเอาไปฉายรังสีที่จังหวัดไหนบ้าง")
    assert "หอประชุม" == fact_of(news, "แถลงข่าวจัดที่ไหนบ้าง")


def test_one_of_a_list_is_not_all_of_it() -> None:
    """A text that counts several and heads only one as such tells them in its own words."""
    body = "นายดินไปทดลองแอปที่ จ.สตูล เป็นที่แรก พื้นที่นำร่อง {} ได้แก่ สตูล ตรัง และพังงา"
    question = "จังหวัดไหนบ้างที่ทดลองแอป"
    assert "" == fact_of(Entry("n", "ทดลองแอป", body.format("3 จังหวัด")), question)
    assert "จ.สตูล" == fact_of(Entry("n", "ทดลองแอป", body.format("รอบแรก")), question)
    guests = Entry("g", "เรียนทำว่าว", "เด็กมาจากประเทศจีน ลาว และพม่า ตามลำดับ")
    assert "" == fact_of(guests, "เด็กมาจากประเทศไหนบ้าง")
    assert "ประเทศจีน" == fact_of(guests, "เด็กมาจากประเทศไหน")


def test_a_place_that_is_only_possible_is_not_all_of_them() -> None:
    """It would be told alone: of the places of a list it alone looks like one."""
    body = "พาเด็กไปดูดาวแล้วที่ ตรัง (สิงหาคม 2560) เวียงจันทน์ สปป.ลาว (มีนาคม 2566) และระนอง (มกราคม 2567)"
    assert "" == fact_of(Entry("n", "รถดูดาวของครูดาว", body), "รถดูดาวของครูดาวไปที่ไหนบ้าง")


def test_of_several_numbers_a_bare_question_means_none() -> None:
    """The text tells which is which; of one there is nothing to choose."""
    body = "ระยะแรกทำ 300 ตำบล จ้าง 6,000 คน แล้ววางแผนระยะที่สองใน 743 ตำบล"
    facts = {"ระยะที่ 1": "300 ตำบล จ้าง 6,000 คน", "แผนระยะที่ 2": "743 ตำบล"}
    scheme = Entry("scheme", "จ้างงานปลาไผ่", body, facts=facts)
    assert fact_of(scheme, "กี่ตำบล") == ""
    assert "743" in fact_of(replace(scheme, body="ทำใน 743 ตำบล", facts={}), "กี่ตำบล")


@pytest.mark.parametrize("asks", ["มีกี่ตำบล", "ทั้งประเทศกี่ตำบล", "ทั้งหมดกี่ตำบล", "สร้างเรือไม้ไผ่ทั้งหมดกี่ตำบล"])
def test_the_number_of_all_is_told_beside_that_of_a_part(asks: str) -> None:
    """The text says of which number it is."""
    assert fact_of(BOATS, asks) == "7,435 ตำบล"


@pytest.mark.parametrize("asks", ["กี่คน", "รวมกี่คน", "สอบขับเรือมีผู้สมัครทั้งหมดกี่คน"])
def test_what_is_summed_up_is_the_whole(asks: str) -> None:
    """Whatever part stands nearer to the words."""
    assert fact_of(EXAM, asks) == "183,228 คน"


def test_of_parts_alone_none_is_told_and_none_denied() -> None:
    """The passages tell which number is of what."""
    teams = replace(
        BOATS, id="teams", title="แข่งเรือไม้ไผ่", body="รับ 965 ทีม คัดเหลือ 300 ทีม เข้ารอบสุดท้าย 40 ทีม"
    )
    talk = Talk(over((*ENTRIES, teams)))
    talk.say("แข่งเรือไม้ไผ่")
    told = talk.say("ทั้งหมดกี่ทีม")
    assert (told.outcome, told.answer) == (Outcome.ANSWER, None)
    assert "965 ทีม" in plain_text(told)


def test_of_several_sums_a_bare_question_means_none() -> None:
    """Unless the text says that one is of all."""
    body = "แจกว่าวให้โรงเรียน เป็นเงินราว 7,832 ล้านบาท ให้ตำบลอีก 154 ล้านบาท"
    assert "" == fact_of(Entry("n", "แจกว่าว", body), "กี่บาท")
    assert "7,832 ล้านบาท" == fact_of(Entry("n", "แจกว่าว", body.partition(" ให้ตำ")[0]), "กี่บาท")


def test_the_same_number_said_twice_is_one() -> None:
    """ "3 พัน" is 3,000."""
    twice = replace(BOATS, body="ทำใน 3 พันตำบลทั่วประเทศ รวมกว่า 3,000 ตำบล และตำบลใหม่อีก 50 ตำบล")
    assert fact_of(twice, "ทั้งประเทศกี่ตำบล").startswith(("3 พันตำบล", "กว่า 3,000 ตำบล"))


def test_all_there_is_may_be_asked_behind_a_number() -> None:
    """ "แล้วทั้งประเทศล่ะ" asks the same count again."""
    talk = Talk(over((*ENTRIES, BOATS)))
    talk.say("เรือไม้ไผ่ตำบลใหม่กี่ตำบล")
    assert talk.say("แล้วทั้งประเทศล่ะ").answer == "7,435 ตำบล"


def test_places_that_are_counted_are_not_told_by_one() -> None:
    """ "ที่ไหนบ้าง" asks all of them; staff may have written them down as the venue."""
    told = "ตลาดว่าวมี 5 แห่ง คือ สวนสัตว์เกาะไผ่"
    assert "" == fact_of(Entry("kites", "ตลาดว่าว", told), "ตลาดว่าวมีที่ไหนบ้าง")
    several = Event(date(2017, 1, 9), venue="สวนไผ่และหอดูดาว 4 แห่ง", province="ตรัง เลย")
    one = Event(date(2017, 1, 9), venue="สวนไผ่", province="ตรัง")
    kites = Entry("kites", "ตลาดว่าว", "ตลาดว่าวมีว่าวขาย", event=several)
    assert "สวนไผ่และหอดูดาว 4 แห่ง จังหวัดตรัง เลย" == fact_of(kites, "ตลาดว่าวมีที่ไหนบ้าง")
    assert "" == fact_of(replace(kites, event=one), "ตลาดว่าวมีที่ไหนบ้าง")


def test_what_is_gathered_is_no_whole() -> None:
    """รวบรวม only holds the letters of "รวม"."""
    assert asks_whole(asked("รวมกี่ชนิด"))
    assert not asks_whole(asked("รวบรวมพันธุ์พืชกี่ชนิด"))
