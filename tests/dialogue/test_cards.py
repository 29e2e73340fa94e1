"""An entry as blocks."""

from dataclasses import replace
from datetime import date

from bot.dialogue.cards import paragraphs
from bot.dialogue.replies import plain_text
from bot.knowledge.entries import Entry, Event, Kind
from tests.dialogue.base import ENTRIES, Talk, over


def test_what_stands_beside_that_it_is_over_is_told() -> None:
    """The card says itself that an event is over, and nothing else of that paragraph."""
    day = date(2023, 7, 8)
    body = "งานเปิดบูธ\n\nงานนี้ผ่านไปแล้ว วันจบของทั้งงาน เราไม่มีข้อมูล"
    event = Entry("e", "งานบูธ", body, Kind.EVENT, event=Event(day, day))
    assert ["งานเปิดบูธ", "วันจบของทั้งงาน เราไม่มีข้อมูล"] == paragraphs(event)
    bare = Entry("e", "งานบูธ", "งานเปิดบูธ\n\nงานนี้ผ่านไปแล้ว", Kind.EVENT, event=Event(day, day))
    assert ["งานเปิดบูธ"] == paragraphs(bare)


def test_what_goes_on_is_not_over_with_the_day_of_its_news() -> None:
    """A ward that opened is told with the day of that, and of what is no news as before."""
    ward = Entry(
        "ward",
        "กรมลมร่วมจัดตั้งโรงพยาบาลสนามบ้านนา",
        "กรมลมไปดูโรงพยาบาลสนามบ้านนา",
        Kind.NEWS,
        event=Event(date(2021, 5, 26), date(2021, 5, 26)),
        published=date(2021, 5, 26),
    )
    talk = Talk(over((*ENTRIES, ward)))
    said = plain_text(talk.say("กรมลมร่วมจัดตั้งโรงพยาบาลสนามบ้านนา"))
    assert "เป็นข่าววันที่ 26 พฤษภาคม 2564" in said
    assert "งานนี้ผ่านไปแล้ว" not in said
    assert "เราไม่ทราบ" in plain_text(talk.say("ตอนนี้ยังเปิดอยู่ไหม"))
    fair = replace(ward, title="กรมลมจัดมหกรรมลมบ้านนา")
    said = plain_text(Talk(over((*ENTRIES, fair))).say("กรมลมจัดมหกรรมลมบ้านนา"))
    assert "งานนี้ผ่านไปแล้ว" in said
