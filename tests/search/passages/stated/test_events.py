"""The days, hours and place of an event are told where they are asked, and of nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from bot.knowledge.entries import Entry, Event, Kind, Person
from bot.search.passages.quoting import quote
from bot.search.passages.stated.events import done_elsewhere, event_fact
from bot.search.query import Query
from bot.thai.questions import Aspect
from tests.search.passages.base import TODAY, asked, fact_of

_DAY, _HALL = date(2026, 8, 9), "ตึกลมเย็น"
_TITLE = "รัฐมนตรีว่าวเข้าพบนายกฯ เพื่อประชาสัมพันธ์งานมหกรรมว่าวโลก"
_BODY = (
    "วันที่ 9 สิงหาคม 2569 ณ ตึกลมเย็น รัฐมนตรีว่าวเข้าพบนายกรัฐมนตรี\n\n"
    "งานมหกรรมว่าวโลกจัดขึ้นระหว่างวันที่ 13 - 21 สิงหาคม 2569"
)


def _told(title: str, question: str, end: date = _DAY) -> str:
    event = Event(_DAY, end, venue=_HALL)
    entry = Entry("e", title, _BODY, kind=Kind.EVENT, event=event, published=_DAY)
    return fact_of(entry, question, _DAY)


@pytest.mark.parametrize("question", ["งานจัดวันไหนถึงวันไหน", "มหกรรมว่าวโลกจัดวันไหน"])
def test_a_fair_is_on_its_own_days(question: str) -> None:
    """Which the text tells behind the day of the visit."""
    assert "13 - 21 สิงหาคม" in _told(_TITLE, question)


def test_a_fair_has_a_place_of_its_own() -> None:
    """That a text need not tell."""
    assert not _told(_TITLE, "งานจัดที่ไหน")


@pytest.mark.parametrize(
    ("title", "question"),
    [
        (_TITLE, "ที่ไหน"),
        (_TITLE, "เข้าพบที่ไหนก่อนมีงาน"),
        ("รัฐมนตรีว่าวเปิดงานมหกรรมว่าวโลก", "งานจัดที่ไหน"),
    ],
)
def test_a_visit_was_where_it_was(title: str, question: str) -> None:
    """And so is a fair of which nobody was only told."""
    assert _HALL in _told(title, question)


def test_what_goes_on_for_days_is_the_fair() -> None:
    """Whoever tells the press that all is ready names its days."""
    assert _HALL in _told("กรมลมแถลงความพร้อมจัดงานมหกรรมว่าวโลก", "งานจัดที่ไหน", date(2026, 8, 21))


def test_a_final_is_not_where_the_press_was_told_of_the_contest() -> None:
    """Its venue is told to who asks where it is held, and to nobody else."""
    body = f"แถลงข่าวเปิดตัวแข่งว่าว ณ ห้องประชุมไผ่ทอง {'ว่าวงามลมดี ' * 40}\n\nรอบชิงชนะเลิศ ณ ลานเกาะไผ่"
    final = Event(date(2023, 3, 5), venue="ลานเกาะไผ่")
    contest = Entry("k", "เปิดตัวแข่งว่าว", body, Kind.NEWS, event=final)
    assert "ห้องประชุมไผ่ทอง" in fact_of(contest, "งานแถลงข่าวเปิดตัวแข่งว่าวจัดที่ไหน")
    assert "ลานเกาะไผ่" == fact_of(contest, "แข่งว่าวจัดที่ไหน")


def test_hours_of_a_fair_are_not_those_of_the_press() -> None:
    """Though its title says that the press was told of it."""
    fair = Event(date(2017, 1, 9), date(2017, 1, 29), time="10.00 น. - 19.00 น.", venue="ลานไผ่")
    body = "วันนี้ เวลา 9.00 น. แถลงข่าวการจัดตลาดนัดว่าว ณ ลานไผ่"
    news = Entry("k", "แถลงความพร้อมจัดตลาดนัดว่าว", body, Kind.NEWS, event=fair)
    assert "19.00" in fact_of(news, "ตลาดนัดว่าวเปิดกี่โมงถึงกี่โมง")


def test_a_single_day_is_not_until_when_something_lasts() -> None:
    """On it the press was told of what goes on."""
    told = Event(date(2023, 12, 14), time="11.00 น.")
    gift = Entry("k", "กรมลมมอบของขวัญปีใหม่", "เข้าชมหอว่าวฟรี", Kind.NEWS, event=told)
    assert "" == fact_of(gift, "หอว่าวเข้าฟรีถึงวันไหน")


def test_how_long_an_event_is_comes_from_its_days() -> None:
    """The first and the last day count both."""
    fair = Entry("f", "งาน", "งาน", event=Event(date(2018, 8, 18), date(2018, 8, 24)))
    assert fact_of(fair, "งานมีกี่วัน") == "7 วัน (18-24 สิงหาคม 2561)"


def test_an_event_of_which_nobody_told_the_last_day() -> None:
    """It began on a day; that it lasted for one is not said."""
    entry = Entry("x", "งานโรงเลื่อย", "จัดงานโรงเลื่อย", event=Event(start=date(2022, 5, 4)))
    assert "เริ่ม 4 พฤษภาคม 2565" == fact_of(entry, "งานโรงเลื่อยจัดวันไหน")
    assert "ไม่ทราบวันจบ (เริ่ม 4 พฤษภาคม 2565)" == fact_of(entry, "งานโรงเลื่อยจัดกี่วัน")


@pytest.mark.parametrize(
    ("body", "time", "told"),
    [
        ("งานเริ่ม 09.30 น. ที่ลานวัด", "", "09.30 น."),
        ("งานเริ่มสายหน่อย", "", "3 มีนาคม 2564 (ไม่ทราบเวลา)"),
        ("งานเริ่ม 09.30 น.", "10.00-12.00 น.", "3 มีนาคม 2564 10.00-12.00 น."),
    ],
)
def test_the_hour_is_told_to_who_asks_for_it(body: str, time: str, told: str) -> None:
    """The day alone is no answer to กี่โมง, where the hour stands anywhere."""
    event = Event(date(2021, 3, 3), date(2021, 3, 3), time=time)
    fair = Entry("fair", "งานวัด", body, Kind.EVENT, event=event)
    asked = Query("", "งานวัดเริ่มกี่โมง", aspect=Aspect.WHEN)
    fact = quote(fair, asked, date(2026, 1, 1)).fact
    assert fact is not None
    assert told == fact.text


def test_a_venue_is_not_where_something_is_done() -> None:
    """Unless the title tells that it is done there."""
    news = Entry("n", "ความคืบหน้าวัคซีน", "แถลง", event=Event(date(2021, 5, 4), venue="หอประชุม"))
    assert "" == fact_of(news, "ฉีดวัคซีนเข็มห้าได้ที่ไหน")
    assert "หอประชุม" == fact_of(replace(news, title="ฉีดวัคซีนเข็มห้า"), "ฉีดวัคซีนเข็มห้าได้ที่ไหน")


def test_hours_of_single_days_stand_apart_from_the_days() -> None:
    """So that two ranges do not run into one."""
    event = Event(date(2024, 7, 22), date(2024, 7, 28), time="22 ก.ค. 16.00-20.00 น.")
    fair = Entry("fair", "งานว่าว", "งานว่าว", event=event)
    plain = Entry("fair", "งานว่าว", "งานว่าว", event=Event(date(2024, 7, 22), time="09.00 น."))
    assert "22-28 กรกฎาคม 2567 (22 ก.ค. 16.00-20.00 น.)" == fact_of(fair, "งานว่าวจัดวันไหน")
    assert "เริ่ม 22 กรกฎาคม 2567 09.00 น." == fact_of(plain, "งานว่าวจัดวันไหน")


@pytest.mark.parametrize(("time", "hours"), [("11.00-22.00 น.", True), ("9.00 น.", False)])
def test_what_is_visited_opens_from_one_hour_to_another(time: str, hours: bool) -> None:
    """The hour of a visit is none of them."""
    event = Event(date(2023, 12, 8), date(2023, 12, 18), time=time)
    visit = Entry("v", "รัฐมนตรีเยี่ยมชมบูธในงานวัดไผ่", "งานวัดไผ่", Kind.EVENT, event=event)
    assert hours is (time in fact_of(visit, "งานวัดไผ่เปิดกี่โมงปิดกี่โมง"))


@pytest.mark.parametrize("question", ["คอร์สนี้เรียนได้ที่ไหน", "สิทธินี้ใช้ที่ไหนได้", "ขอรับได้ที่ไหนบ้าง"])
def test_what_one_may_have_is_not_had_where_it_was_announced(question: str) -> None:
    """Neither at the venue nor in the room for the press."""
    body = "แถลงเปิดคอร์สเอไอ ณ ห้องแถลงข่าว ชั้น 1 อาคารไผ่"
    event = Event(date(2024, 7, 22), venue="ห้องแถลงข่าว ชั้น 1 อาคารไผ่")
    assert "" == fact_of(Entry("c", "เปิดคอร์สเอไอ", body, Kind.NEWS, event=event), question)
    assert "แถลง" not in fact_of(Entry("c", "เปิดคอร์สเอไอ", body, Kind.NEWS), question)


def test_what_was_seen_somewhere_is_not_to_be_seen_there() -> None:
    """Unless it is shown there, at an event."""
    seen = Entry("s", "ดาวเทียมเห็นไฟเหนือเขื่อนไผ่", "ดาวเทียมเห็นไฟเหนือเขื่อนไผ่", Kind.NEWS)
    shown = replace(seen, event=Event(date(2024, 7, 22), venue="ลานเขื่อนไผ่"))
    assert done_elsewhere(seen, asked("ดูจุดความร้อนได้ที่ไหน"))
    assert not done_elsewhere(shown, asked("ดูจุดความร้อนได้ที่ไหน"))


@pytest.mark.parametrize(
    ("title", "question", "place"),
    [
        ("เดินหน้าจัดตั้งโรงเรียนว่าว", "อยู่ที่ไหน", ""),
        ("เดินหน้าจัดตั้งโรงเรียนว่าว", "งานอยู่ที่ไหน", "ห้องแถลงข่าว ตึกไผ่"),
        ("เปิดโรงเรียนว่าว", "อยู่ที่ไหน", "ห้องแถลงข่าว ตึกไผ่"),
    ],
)
def test_a_thing_stands_not_where_the_press_was(title: str, question: str, place: str) -> None:
    """Unless it was opened there; the event itself was."""
    event = Event(date(2024, 7, 22), venue="ห้องแถลงข่าว ตึกไผ่")
    body = "ลงนามเรื่องโรงเรียนว่าว ณ ห้องแถลงข่าว ตึกไผ่"
    assert place == fact_of(Entry("k", title, body, Kind.NEWS, event=event), question)


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("โรงงานอยู่ไหน", ""),
        ("โรงงานอยู่จังหวัดไหน", ""),
        ("งานอยู่ไหน", "ห้องประชุม 2"),
        ("อยู่ไหน", "ห้องประชุม 2"),
    ],
)
def test_no_works_stand_in_a_room(question: str, place: str) -> None:
    """An event may be in one, whatever it is about."""
    event = Event(date(2024, 7, 22), venue="ห้องประชุม 2")
    assert place == fact_of(Entry("k", "ว่าวไม่ทิ้งน้ำเสีย", "เล่า ณ ห้องประชุม 2", event=event), question)


def test_a_place_that_is_opened_stands_where_it_was() -> None:
    """In whatever room; not where the press was told that it will be."""
    event = Event(date(2024, 7, 22), venue="ห้องประชุมโรงเรียนไผ่")
    opened = Entry("k", "เปิดศูนย์ว่าวเกาะไผ่", "เปิด ณ ห้องประชุมโรงเรียนไผ่", event=event)
    assert event.venue == fact_of(opened, "ตั้งอยู่ตรงไหน") == fact_of(opened, "ศูนย์ว่าวอยู่ที่ไหน")
    told = replace(opened, body="แถลงข่าวเตรียมเปิด ณ ห้องประชุมโรงเรียนไผ่")
    assert "" == fact_of(told, "ศูนย์ว่าวอยู่ที่ไหน")


def test_the_press_was_told_of_it_on_another_day() -> None:
    """That day is told only to who asks when it was told, or nothing else."""
    event = Event(date(2018, 12, 19), date(2018, 12, 19), venue="ห้องโถงเกาะไผ่")
    body = (
        "แถลงข่าว ณ ห้องโถงเกาะไผ่ ชวนดูว่าวยักษ์ทั้งปี\n\n"
        "1) ว่าวปลากระเบนยักษ์ขึ้นเหนือเกาะ : 17 กรกฎาคม เห็นได้ทุกแห่ง\n\n"
        "2) กลางปีเปิดหอชมว่าวปลาบึก (25 สิงหาคม) สำหรับเด็กทุกคน"
    )
    news = Entry("k", "ชวนดูว่าวปี 2562", body, Kind.NEWS, published=event.start, event=event)
    assert "17 กรกฎาคม" == fact_of(news, "ว่าวปลากระเบนยักษ์เห็นวันไหน")
    assert "25 สิงหาคม" == fact_of(news, "หอชมว่าวปลาบึกเปิดวันไหน")
    assert fact_of(news, "แถลงวันไหน") == fact_of(news, "วันไหน") == "19 ธันวาคม 2561"


def test_whose_an_event_is_is_who_holds_it() -> None:
    """ "ของใคร" asks for it as "ใครจัด" does."""
    event = Event(date(2019, 3, 13), organizer="ชมรมเกาะไผ่")
    fair = Entry("fair", "งานเรือไผ่", "งานเรือไผ่เกาะไผ่", Kind.EVENT, event=event)
    assert fact_of(fair, "ของใคร") == fact_of(fair, "ใครจัด") == "ชมรมเกาะไผ่"


def test_who_holds_an_event_did_not_open_it() -> None:
    """However much of who holds it is said; who held it with them is told with them."""
    event = Event(date(2019, 3, 13), organizer="ชมรมเกาะไผ่")
    body = "ดร.เตย ใบบัว เป็นประธานเปิดงานเรือไผ่"
    fair = Entry("fair", "งานเรือไผ่", body, event=event, people=(Person("ดร.เตย ใบบัว", ""),))
    assert "ดร.เตย ใบบัว" == fact_of(fair, "งานที่ชมรมเกาะไผ่จัดกับวัด ใครเปิดงาน")
    assert "ชมรมเกาะไผ่" != fact_of(fair, "จัดกับใคร")
    together = replace(fair, event=replace(event, organizer="ชมรมเกาะไผ่ กับวัดไผ่"))
    assert "ชมรมเกาะไผ่ กับวัดไผ่" == fact_of(together, "จัดกับใคร")


def test_a_day_of_the_week_is_told_by_the_hours() -> None:
    """Whether it is open then, if they name that day or days around it."""
    hours = "อังคาร-ศุกร์ 09.00-16.00 น. ปิดวันจันทร์"
    show = Entry("show", "งานปลาไผ่", "งานปลาไผ่เข้าฟรี", event=Event(TODAY, time=hours))
    assert fact_of(show, "วันจันทร์เปิดไหม") == hours
    assert fact_of(show, "วันพุธเปิดไหม") == "อังคาร-ศุกร์ 09.00-16.00 น."
    assert fact_of(show, "วันเสาร์เปิดไหม") == ""


def test_the_day_of_a_visit_is_no_day_of_the_fair() -> None:
    """Staff call it so; who asks for the visit, or of a visit, is told it."""
    day = "5 มกราคม 2567"
    body = f"งานว่าวเกาะไผ่จัดทั้งเดือน รัฐมนตรีไปเยี่ยมเมื่อ {day}"
    fair = Entry("fair", "งานว่าวเกาะไผ่", body, Kind.EVENT, event=Event(), facts={"วันตรวจเยี่ยม": day})
    assert "" == fact_of(fair, "จัดเมื่อไหร่")
    assert day == fact_of(fair, "ไปเยี่ยมเมื่อไหร่")
    assert day == fact_of(replace(fair, title="รัฐมนตรีเยี่ยมเกาะไผ่"), "เมื่อไหร่")


def test_how_long_something_keeps_is_not_how_long_the_event_was() -> None:
    """Whoever can keep it so many days asks nothing of the day on which that was told."""
    advice = Entry(
        "advice",
        "แนะวิธีเก็บเห็ดให้อยู่ได้นาน",
        "เห็ดสดที่ลวกแล้วเก็บได้นาน 2 วัน ในตู้เย็น",
        Kind.NEWS,
        event=Event(date(2020, 4, 13), date(2020, 4, 13)),
    )
    assert "2 วัน" in fact_of(advice, "เก็บได้นานกี่วัน")
    assert "2 วัน" in fact_of(advice, "เก็บเห็ดได้กี่วัน")
    assert "1 วัน (13 เมษายน 2563)" == fact_of(advice, "จัดกี่วัน")


def test_who_holds_an_event_manages_nothing() -> None:
    """To manage something is no event."""
    event = Event(date(2019, 3, 13), organizer="ชมรมเกาะไผ่")
    system = Entry("e", "ส่งมอบระบบจัดการว่าว", "ส่งมอบระบบจัดการว่าวแล้ว", Kind.NEWS, event=event)
    assert "ชมรมเกาะไผ่" == fact_of(system, "ใครจัดงานนี้")
    assert not fact_of(system, "ระบบจัดการว่าวมีบริษัทไหนร่วมบ้าง")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("มหกรรมว่าวโคราชวันที่เท่าไร", "2-3 สิงหาคม 2569 สวนลมเย็น จ.นครราชสีมา"),
        ("มหกรรมว่าวโคราชจัดกี่วัน", "2-3 สิงหาคม 2569 สวนลมเย็น จ.นครราชสีมา"),
        ("มหกรรมว่าวโคราชจัดที่ไหน", "2-3 สิงหาคม 2569 สวนลมเย็น จ.นครราชสีมา"),
        ("มหกรรมว่าวที่สวนลมเย็นวันไหน", "2-3 สิงหาคม 2569 สวนลมเย็น จ.นครราชสีมา"),
        ("มหกรรมว่าวลำปางวันไหน", "8-9 สิงหาคม 2569"),
        ("มหกรรมว่าววันไหน", "2-9 สิงหาคม 2569"),
        ("มหกรรมว่าวเดือนสิงหาคมวันไหน", "2-9 สิงหาคม 2569"),
        ("มหกรรมว่าวจัดกี่วัน", "8 วัน (2-9 สิงหาคม 2569)"),
        ("มหกรรมว่าวตรังวันไหน", "2-9 สิงหาคม 2569"),
    ],
)
def test_a_stop_of_what_travels_has_days_of_its_own(question: str, told: str) -> None:
    """Who names its place is not told the whole span, nor all the places."""
    fair = Entry(
        "e",
        "มหกรรมว่าว",
        "มหกรรมว่าวเดินทางไปสองจังหวัด",
        kind=Kind.EVENT,
        event=Event(date(2026, 8, 2), date(2026, 8, 9), venue="นครราชสีมา และลำปาง"),
        facts={
            "ภาคอีสาน": "2-3 สิงหาคม 2569 สวนลมเย็น จ.นครราชสีมา",
            "ลำปาง": "8-9 สิงหาคม 2569",
        },
    )
    assert fact_of(fair, question) == told


def test_a_year_is_no_stop() -> None:
    """A full name with provinces and a year stands where no stop has days."""
    fair = Entry(
        "e",
        "มหกรรมว่าวสัญจร",
        "มหกรรมว่าวสัญจร จัดที่โคราช",
        kind=Kind.EVENT,
        event=Event(date(2026, 8, 2), date(2026, 8, 9)),
        facts={
            "ชื่องาน": "มหกรรมว่าวสัญจรสู่จังหวัดนครราชสีมา ลำปาง ปีงบประมาณ 2569",
            "จัดวันที่": "2-9 สิงหาคม 2569",
        },
    )
    assert fact_of(fair, "มหกรรมว่าวสัญจรจัดวันไหน") == "2-9 สิงหาคม 2569"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("อบรมวันไหนถึงวันไหน", "วันที่ 5 – 27 มีนาคม 2567"),
        ("อบรมตั้งแต่เมื่อไหร่ถึงเมื่อไหร่", "วันที่ 5 – 27 มีนาคม 2567"),
        ("มอบวุฒิบัตรวันไหน", "28 มีนาคม 2567"),
    ],
)
def test_a_span_is_no_day_on_which_something_was_handed_out(question: str, told: str) -> None:
    """Who asks from when to when is told a range of days."""
    day = date(2024, 3, 28)
    body = (
        "เมื่อวันที่ 28 มีนาคม 2567 มอบวุฒิบัตรผู้เข้าอบรมทำว่าว\n\n"
        "กรมว่าวจัดอบรมทำว่าวในระหว่างวันที่ 5 – 27 มีนาคม 2567 ที่เกาะไผ่"
    )
    news = Entry("n", "มอบวุฒิบัตรผู้เข้าอบรมทำว่าว", body, event=Event(day, day), published=day)
    assert told == fact_of(news, question)


@pytest.mark.parametrize(("said", "told"), [("จัดขึ้น ณ", "28 มีนาคม 2567"), ("แถลงข่าว ณ", "")])
def test_the_room_for_the_press_is_no_press_conference(said: str, told: str) -> None:
    """Other things are opened in it, on the day of the event."""
    day, room = date(2024, 3, 28), "ห้องแถลงข่าว ชั้น 1"
    body = f"28 มีนาคม 2567 : รัฐมนตรีว่าว กรมว่าวและชุมชนเกาะไผ่ เปิดหอว่าว {said} {room}"
    news = Entry("n", "กรมว่าวตั้งหอว่าว", body, event=Event(day, day, venue=room), published=day)
    assert told == event_fact(news, asked("หอว่าวเปิดเมื่อไหร่"))


def test_what_is_held_again_and_again_is_told_so() -> None:
    """To who asks for all of its days; the first day to who asks when it begins."""
    body = "เล่านิทานดาวทุกวันเสาร์แรกของเดือน เริ่มเสาร์ที่ 3 มีนาคม 2566 ณ หอดาว"
    event = Event(date(2023, 3, 3), date(2023, 3, 3))
    entry = Entry("t", "เล่านิทานดาว", body, Kind.EVENT, event=event)
    assert fact_of(entry, "จัดวันไหนบ้าง") == "ทุกวันเสาร์แรกของเดือน"
    assert "3 มีนาคม 2566" in fact_of(entry, "เริ่มวันไหน")
    assert fact_of(entry, "จัดวันไหน") == "3 มีนาคม 2566"


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("มหกรรมว่าวก่อนมากรุงเทพไปที่ไหนมาบ้าง", ("", "ตรัง ระนอง")),
        ("มหกรรมว่าวก่อนหน้านั้นจัดจังหวัดไหนบ้าง", ("ตรัง ระนอง",)),
        ("มหกรรมว่าวก่อนมากรุงเทพ ไปไหนมา", ("", "ตรัง ระนอง")),
        ("มหกรรมว่าวจัดที่ไหน", ("ลานคนเมือง จังหวัดกรุงเทพมหานคร",)),
    ],
)
def test_where_it_was_before_is_not_where_it_is(question: str, places: tuple[str, ...]) -> None:
    """Staff may have written that down; the venue is no answer."""
    fair = Entry(
        "fair",
        "มหกรรมว่าว",
        "มหกรรมว่าวจัดที่ลานคนเมือง ก่อนหน้านั้นจัดที่ตรังและระนอง",
        Kind.EVENT,
        event=Event(date(2026, 5, 4), venue="ลานคนเมือง", province="กรุงเทพมหานคร"),
        facts={"จังหวัดที่จัดก่อนหน้า": "ตรัง ระนอง"},
    )
    assert fact_of(fair, question) in places


@pytest.mark.parametrize("venue", ["ลานว่าว กทม.", "ลานว่าว กรุงเทพฯ", "ลานว่าว กรุงเทพมหานคร"])
def test_a_venue_that_says_its_province_is_told_as_it_is(venue: str) -> None:
    """By whatever name."""
    event = Event(date(2026, 5, 4), venue=venue, province="กรุงเทพมหานคร")
    assert fact_of(Entry("f", "งานว่าว", "", Kind.EVENT, event=event), "งานว่าวจัดที่ไหน") == venue


@pytest.mark.parametrize(
    ("title", "question", "day"),
    [
        ("ใช้ระบบนับว่าว", "กรมดาวเซ็น MOU กับ ชมรมว่าว เรื่องระบบนับว่าวเมื่อไหร่", "2 กรกฎาคม 2569"),
        ("ใช้ระบบนับว่าว", "แถลงข่าวระบบนับว่าวเมื่อไหร่", "9 สิงหาคม 2569"),
        ("ลงนามใช้ระบบนับว่าว", "กรมดาวเซ็น MOU กับ ชมรมว่าว เรื่องระบบนับว่าวเมื่อไหร่", "9 สิงหาคม 2569"),
    ],
)
def test_what_was_signed_before_has_a_day_of_its_own(title: str, question: str, day: str) -> None:
    """Where news of another day say so, and are not of a signing themselves."""
    body = (
        "วันที่ 9 สิงหาคม 2569 อธิบดีกรมดาวแถลงข่าวว่า ตามที่กรมดาวได้ลงนามบันทึกข้อตกลงกับชมรมว่าว"
        " เพื่อใช้ระบบนับว่าว เมื่อวันที่ 2 กรกฎาคม 2569 ที่ผ่านมา โดยชมรมพัฒนาระบบแล้ว"
    )
    entry = Entry("e", title, body, kind=Kind.NEWS, event=Event(_DAY, _DAY), published=_DAY)
    assert day in fact_of(entry, question, _DAY)


def test_what_is_excellent_is_no_visit() -> None:
    """ยอดเยี่ยม only ends like one: such an event opens on its day."""
    day = Event(date(2026, 12, 1), date(2026, 12, 1), venue="หอประชุมเกาะไผ่")
    fair = Entry("fair", "นิทรรศการว่าวยอดเยี่ยม", "นิทรรศการว่าวยอดเยี่ยมที่เกาะไผ่", Kind.EVENT, event=day)
    assert "1 ธันวาคม 2569" in fact_of(fair, "นิทรรศการว่าวเปิดวันไหน")
    visit = replace(fair, title="รัฐมนตรีเยี่ยมนิทรรศการว่าว")
    assert "1 ธันวาคม 2569" not in fact_of(visit, "นิทรรศการว่าวเปิดวันไหน")


@pytest.mark.parametrize(
    ("question", "told"), [("อบรมกี่วัน", True), ("ขอใบรับรองกี่วัน", False), ("รอผลกี่วัน", False)]
)
def test_a_procedure_does_not_take_the_days_of_an_event(question: str, *, told: bool) -> None:
    """Who was taught for two days does not wait two days for a paper."""
    event = Event(date(2020, 2, 17), date(2020, 2, 18))
    course = Entry("c", "อบรมขอใบรับรองว่าว", "อบรมเรื่องการขอใบรับรองว่าว", Kind.EVENT, event=event)

    assert told == bool(event_fact(course, asked(question)))


@pytest.mark.parametrize(
    ("question", "told"), [("จับที่ไหน", False), ("แถลงที่ไหน", True), ("ยึดของกลางได้ที่ไหน", False)]
)
def test_what_the_press_is_told_of_was_done_elsewhere(question: str, *, told: bool) -> None:
    """The room of a press conference is not where somebody was caught."""
    text = "ตำรวจแถลงข่าว ณ หอประชุมบางน้ำ ว่าได้จับกุมคนลักว่าว 3 คน และยึดของกลาง"
    event = Event(date(2020, 2, 17), venue="หอประชุมบางน้ำ")
    caught = Entry("c", "แถลงจับกุมคนลักว่าว ยึดของกลาง", text, Kind.NEWS, event=event)

    assert told == bool(event_fact(caught, asked(question)))
