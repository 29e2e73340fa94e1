"""One of several is not told as if it were all of them."""

from dataclasses import replace
from datetime import date

from bot.knowledge.entries import Entry, Event
from tests.search.passages.base import fact_of


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


def test_of_several_numbers_a_bare_question_means_none() -> None:
    """The text tells which is which; of one there is nothing to choose."""
    body = "ระยะแรกทำ 300 ตำบล จ้าง 6,000 คน แล้ววางแผนระยะที่สองใน 743 ตำบล"
    facts = {"ระยะที่ 1": "300 ตำบล จ้าง 6,000 คน", "แผนระยะที่ 2": "743 ตำบล"}
    scheme = Entry("scheme", "จ้างงานปลาไผ่", body, facts=facts)
    assert fact_of(scheme, "กี่ตำบล") == ""
    assert "743" in fact_of(replace(scheme, body="ทำใน 743 ตำบล", facts={}), "กี่ตำบล")
