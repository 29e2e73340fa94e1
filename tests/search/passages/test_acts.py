"""The day of an act is told only where the act is told of."""

from dataclasses import replace
from datetime import date

import pytest

from bot.dialogue.abstention.missing_facts import lacks_answer_type
from bot.knowledge.entries import Entry, Event, Kind
from bot.search.passages.acts import act_of
from bot.search.passages.quoting import quote
from tests.search.passages.base import TODAY, asked, fact_of

VISIT = Entry(
    "visit",
    "รัฐมนตรีเยี่ยมหอสมุดดาว",
    "เมื่อวันที่ 3 มีนาคม 2566 รัฐมนตรีลงพื้นที่เยี่ยมหอสมุดดาวและรับฟังความก้าวหน้า",
    Kind.NEWS,
    event=Event(date(2023, 3, 3), venue="หอสมุดดาว"),
    published=date(2023, 3, 4),
)


@pytest.mark.parametrize(
    "act", ["ก่อตั้งเมื่อไหร่", "สร้างเสร็จเมื่อไหร่", "เปิดเมื่อไหร่", "เปิดให้บริการวันไหน", "สอบเมื่อไร", "ปล่อยวันไหน"]
)
def test_the_day_of_a_visit_is_no_other(act: str) -> None:
    """Nobody founded, finished, opened or launched on that day; so the entry does not tell."""
    question = f"หอสมุดดาว{act}"
    fact = quote(VISIT, asked(question), TODAY).fact
    assert fact is None or fact.confidence < 0.3 or "มีนาคม" not in fact.text
    assert lacks_answer_type(VISIT, asked(question), fact)


@pytest.mark.parametrize(
    ("said", "question", "day"),
    [
        ("หอสมุดดาวก่อตั้งเมื่อ 5 เมษายน 2550", "หอสมุดดาวก่อตั้งเมื่อไหร่", "5 เมษายน 2550"),
        ("หอสมุดดาวอยู่ที่เกาะไผ่ ตั้งปี 2550", "หอสมุดดาวตั้งปีอะไร", "ปี 2550"),
        ("วันที่ 5 เมษายน เป็นวันคล้ายวันสถาปนาหอสมุดดาว", "วันสถาปนาหอสมุดดาววันไหน", "5 เมษายน"),
        ("ตึกใหม่จะแล้วเสร็จ 5 เมษายน 2570", "ตึกใหม่เสร็จเมื่อไหร่", "5 เมษายน 2570"),
        ("ปล่อยจรวดในวันที่ 9 พฤษภาคม 2567", "จรวดปล่อยวันไหน", "9 พฤษภาคม 2567"),
        ("จะสอบวันที่ 9 พฤษภาคม 2567", "นักเรียนทุนสอบเมื่อไร", "9 พฤษภาคม 2567"),
        (
            "หลังได้รับแต่งตั้งเป็นรัฐมนตรีว่าการกระทรวงหอสมุด ดวงดาว ว่าวไผ่ และกระดาษสา เมื่อ 5 เมษายน 2566",
            "รัฐมนตรีได้รับแต่งตั้งเป็น รมว.หอสมุด เมื่อวันที่เท่าไหร่",
            "5 เมษายน 2566",
        ),
        ("ส่วนลด 50 คนแรก รับสิทธิ์ 9-30 เมษายน 2566", "ส่วนลดใช้ได้ถึงเมื่อไหร่", "9-30 เมษายน 2566"),
    ],
)
def test_the_day_that_stands_with_the_act_is_told(said: str, question: str, day: str) -> None:
    """… in the same text as the day of the visit."""
    body = f"{VISIT.body} {'ผู้บริหารนำชมห้องหนังสือเก่าและหารือเรื่องงบประมาณปีหน้า ' * 3}{said}"
    assert day in fact_of(replace(VISIT, body=body), question)


def test_a_founding_of_something_else_is_no_answer() -> None:
    """An office that founds another one was itself founded on another day."""
    body = "เมื่อวันที่ 3 มีนาคม 2566 กรมเมฆลงนามจัดตั้งศูนย์ฝนเทียมขึ้นที่เลย"
    entry = Entry("e", "กรมเมฆจัดตั้งศูนย์ฝนเทียม", body, Kind.NEWS)
    assert lacks_answer_type(entry, asked("สำนักงานดวงจันทร์ก่อตั้งเมื่อไหร่"), None)
    assert not lacks_answer_type(entry, asked("ศูนย์ฝนเทียมก่อตั้งเมื่อไหร่"), None)


def test_in_three_months_is_a_day_to_who_knows_when_that_was_said() -> None:
    """So it is not denied."""
    entry = replace(VISIT, body=f"{VISIT.body}\n\nหอสมุดดาวมีกำหนดสร้างเสร็จในอีก 3 เดือน")
    question = "หอสมุดดาวสร้างเสร็จเมื่อไหร่"
    assert not lacks_answer_type(entry, asked(question), None)
    assert lacks_answer_type(VISIT, asked(question), None)


def test_a_fair_opens_on_its_first_day() -> None:
    """Its title tells no visit; who opened a thing somewhere is asked of the event as well."""
    fair = replace(VISIT, title="มหกรรมหอสมุดดาว", body="มหกรรมหอสมุดดาวมีหนังสือ")
    assert "3 มีนาคม 2566" in fact_of(fair, "มหกรรมหอสมุดดาวเปิดวันไหน")
    assert act_of(asked("รัฐมนตรีไปเปิดวันไหน")) is None


def test_a_founding_is_no_finishing() -> None:
    """The only day that an entry states is not told to who asks for another one."""
    office = Entry("o", "สำนักงานเมฆ", "ดูแลเมฆ", Kind.CONTACT, facts={"วันก่อตั้ง": "1 เมษายน 2550"})
    assert "1 เมษายน 2550" == fact_of(office, "ก่อตั้งเมื่อไหร่")
    assert "" == fact_of(office, "เสร็จเมื่อไหร่")


def test_when_something_may_be_seen_wants_days_of_the_week() -> None:
    """The year in which it opened is none."""
    tower = Entry("t", "หอดูเมฆ", "หอดูเมฆเปิดปี 2561", facts={"ปีที่เปิด": "ธันวาคม 2561"})
    assert "" == fact_of(tower, "หอดูเมฆเปิดให้ดูวันไหน")
    hours = replace(tower, facts={"วันเปิดให้ดู": "ทุกวันเสาร์ 18.00-22.00 น."})
    assert "ทุกวันเสาร์" in fact_of(hours, "หอดูเมฆเปิดให้ดูวันไหน")


def test_a_past_year_is_no_day_to_apply_on() -> None:
    """… but it is the year, for who asks that."""
    entry = Entry("s", "ทุนเมฆ", "ในปี 2562 เคยรับสมัครทุนเมฆ รอบนั้นจบแล้ว")
    fact = quote(entry, asked("ทุนเมฆรับสมัครเมื่อไหร่"), TODAY).fact
    assert fact is None
    assert "2562" in fact_of(entry, "ทุนเมฆรับสมัครปีไหน")


@pytest.mark.parametrize("question", ["รัฐมนตรีไปไหนแล้ว", "รัฐมนตรีตอนนี้อยู่ไหน", "หอสมุดดาวยุบไปไหน"])
def test_one_visit_is_not_where_somebody_is_now(question: str) -> None:
    """Nor what became of something."""
    assert "" == fact_of(VISIT, question)
    assert "หอสมุดดาว" == fact_of(VISIT, "รัฐมนตรีไปเยี่ยมที่ไหน")


def test_whoever_holds_a_contest_is_not_where_it_is_held() -> None:
    """A contest that is named itself is."""
    event = Event(date(2023, 3, 3), venue="ห้างริมน้ำ")
    contest = Entry("c", "CLOUDLAB ร่วมกับโรงเรียนจัดประกวดภาพเมฆ", "ประกวด", Kind.EVENT, event=event)
    assert "" == fact_of(contest, "cloudlab อยู่ไหน")
    assert "ห้างริมน้ำ" == fact_of(contest, "ประกวดภาพเมฆอยู่ไหน")


def test_nothing_is_seen_where_the_press_was_told_of_it() -> None:
    """A shower of stars is not watched from the hall of a press conference."""
    body = "นักดาราศาสตร์แถลงข่าวฝนดาวตก ณ ห้องโถงชั้น 1"
    news = Entry(
        "n", "ชวนดูฝนดาวตก", body, Kind.NEWS, event=Event(date(2023, 3, 3), venue="ห้องโถงชั้น 1")
    )
    fact = quote(news, asked("ฝนดาวตกดูที่ไหนดี"), TODAY).fact
    assert fact is None or not fact.stated
    assert "ห้องโถงชั้น 1" == fact_of(news, "แถลงข่าวฝนดาวตกที่ไหน")


STATION = Entry(
    "station",
    "ศูนย์ดาวชี้แจงเรื่องสถานีอวกาศเก่า",
    "สถานีอวกาศเก่าจะตกในทะเล\n\nวันที่ 3 มีนาคม 2566 ผู้อำนวยการศูนย์ดาวและเจ้าหน้าที่ฝ่ายติดตามวัตถุอวกาศของศูนย์ดาว "
    "ชี้แจงต่อสื่อมวลชนที่ห้องประชุมใหญ่ของศูนย์ดาวถึงเรื่องนี้\n\nคาดว่าจะตกสู่พื้นโลกในวันที่ 9 เมษายน 2566",
    Kind.NEWS,
    published=date(2023, 3, 4),
)


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("จะตกวันไหน", "คาดว่าจะตกสู่พื้นโลกในวันที่ 9 เมษายน 2566"),
        ("สถานีอวกาศจะตกลงเมื่อไหร่", "คาดว่าจะตกสู่พื้นโลกในวันที่ 9 เมษายน 2566"),
        ("จะระเบิดวันไหน", ""),
        ("ตกเมื่อไหร่", "คาดว่าจะตกสู่พื้นโลกในวันที่ 9 เมษายน 2566"),
        ("ระเบิดเมื่อไหร่", ""),
        ("หยุดงานวันไหน", ""),
    ],
)
def test_what_is_yet_to_come_has_a_day_of_its_own(question: str, day: str) -> None:
    """The day on which somebody spoke is none of it, whatever another paragraph says before."""
    assert day == fact_of(STATION, question)


@pytest.mark.parametrize("question", ["จะจัดวันไหน", "จะไปวันไหน", "ที่จะถึงวันไหน", "จัดวันไหน"])
def test_what_a_fair_or_a_visit_does_is_no_act_of_its_own(question: str) -> None:
    """Its day is that of the event."""
    assert act_of(asked(question)) is None


def test_a_ward_opens_on_the_day_that_the_text_tells() -> None:
    """Not when it was inspected; two wordings of one day are no two days."""
    body = "จะเปิดให้บริการวันที่ 1 มิถุนายนนี้\n\nวันนี้มีการตรวจเตียง\n\nโดยเปิดบริการวันที่ 1 มิถุนายน 2566"
    ward = replace(
        VISIT, title="ร่วมจัดตั้งหอผู้ป่วย", body=body, event=Event(date(2023, 5, 26), date(2023, 5, 26))
    )
    assert "1 มิถุนายน" in fact_of(ward, "เปิดวันไหน")


def test_a_visit_tells_no_opening_hours() -> None:
    """Nor is its day what "เปิดกี่โมง" asks for."""
    assert "" == fact_of(VISIT, "เปิดกี่โมง")


def test_a_day_of_no_year_is_that_of_the_news() -> None:
    """What the text calls "7 ต.ค. นี้" is no other day than the one stated of that year."""
    body = "เตรียมปล่อยดาวเทียมไผ่ขึ้นฟ้าในวันที่ 7 ต.ค. นี้ ที่ท่าอวกาศยาน"
    launch = Entry(
        "launch",
        "ปล่อยดาวเทียมไผ่",
        body,
        Kind.NEWS,
        event=Event(date(2023, 10, 7), date(2023, 10, 7)),
        published=date(2023, 10, 3),
    )
    assert "7 ตุลาคม 2566" == fact_of(launch, "ปล่อยวันไหน")


def test_a_final_is_held_on_a_day_of_its_own() -> None:
    """Which is not that on which the contest was announced."""
    body = "เมื่อวันที่ 3 มีนาคม 2566 แถลงข่าวแข่งว่าว\n\nรอบชิงชนะเลิศจะมีขึ้นในวันที่ 9 เมษายน 2566"
    contest = replace(VISIT, title="เปิดตัวแข่งว่าว", body=body)
    assert "วันที่ 9 เมษายน 2566" == fact_of(contest, "รอบชิงวันไหน")


def test_what_is_launched_before_its_final_has_the_day_that_begins_its_release() -> None:
    """The event is what people can come to, also where the launch itself took place on a floor."""
    body = (
        "(17 มกราคม 2566) ณ หอว่าว ชั้น 4 สวนไผ่ กรมว่าว ร่วมกับ ชมรมลม จัดงานแถลงข่าวเปิดตัว “Kite Cup”\n\n"
        "รอบชิงชนะเลิศจะจัดขึ้นในวันที่ 11 พฤษภาคม 2566 ณ ลานว่าว"
    )
    final = Event(date(2023, 5, 11), date(2023, 5, 11), venue="ลานว่าว")
    contest = replace(VISIT, title="กรมว่าวเปิดตัว Kite Cup", body=body, event=final)
    for question in ("Kite Cup เปิดตัววันไหน", "เปิดตัว Kite Cup วันไหน"):
        assert "17 มกราคม 2566" == fact_of(contest, question)
    assert "11 พฤษภาคม 2566" == fact_of(contest, "Kite Cup จัดวันไหน")
    coming = replace(contest, body=body.replace("จัดงานแถลงข่าว", "เตรียม"))
    assert "11 พฤษภาคม 2566" == fact_of(coming, "Kite Cup เปิดตัววันไหน")


def test_the_press_was_told_on_the_day_that_begins_the_release() -> None:
    """The contest of which it was told has days of its own, though they are the event's."""
    body = (
        "วันที่ (1 มีนาคม 2562) กระทรวงร่วมกับหน่วยงานพันธมิตรหลายแห่งและมูลนิธิต่าง ๆ ที่สนับสนุนเยาวชน "
        "จัดงานแถลงข่าวแข่งว่าวครั้งที่ 18\n\nงานแข่งว่าวจัดขึ้นระหว่างวันที่ 13 – 15 มีนาคม 2562"
    )
    contest = Entry(
        "kites",
        "จัดงานแถลงข่าวแข่งว่าว",
        body,
        Kind.EVENT,
        event=Event(date(2019, 3, 13), date(2019, 3, 15)),
        published=date(2019, 3, 2),
    )
    assert "1 มีนาคม 2562" == fact_of(contest, "แข่งว่าวครั้งที่ 18 แถลงข่าวเมื่อไร")
    first = "แถลงข่าวแข่งว่าวเยาวชนแห่งประเทศไทย ครั้งที่ 18 วันไหน"
    assert "1 มีนาคม 2562" == fact_of(contest, first)
    assert "13-15 มีนาคม 2562" == fact_of(contest, "แข่งว่าวจัดเมื่อไร")


def test_the_day_of_a_statement_is_not_when_it_happened() -> None:
    """Nor is that of the news when something began."""
    body = "9 มีนาคม 2561 ศูนย์ไผ่ชี้แจงว่าลูกไฟจะตกในไทยน้อยมาก (ข่าว 9 มีนาคม 2561)"
    fire = Entry("fire", "ชี้แจงเรื่องลูกไฟ", body, Kind.NEWS, published=date(2018, 3, 9))
    for question in ("ลูกไฟตกเมื่อไหร่", "โครงการนี้เริ่มปีไหน"):
        fact = quote(fire, asked(question), TODAY).fact
        assert fact is None or not fact.is_likely or fact.confidence < 0.3
        assert lacks_answer_type(fire, asked(question), fact)


def test_a_title_tells_on_which_other_day_it_opens() -> None:
    """The day on which that was told is none, nor is a whole body needed."""
    title = "กรมดาวเตรียมเปิดหอสมุดดาว 45 ห้อง พร้อมเปิดบริการ 1 เม.ย. นี้"
    body = "วันที่ 3 มีนาคม 2566 นายดินตรวจหอสมุดดาว ซึ่งจะเปิดให้บริการวันที่ 1 เมษายน 2566"
    entry = replace(VISIT, title=title, body=body)
    assert "1 เมษายน" in fact_of(entry, "หอสมุดดาวเปิดวันไหน")
    same = replace(entry, title=title.replace("1 เม.ย.", "3 มี.ค."))
    assert fact_of(same, "หอสมุดดาวเปิดวันไหน") == "เริ่ม 3 มีนาคม 2566"


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("กรมดาวรับสมัครบัณฑิต 45 คน ดูแลหอสมุดดาว", "1 เมษายน 2566"),
        ("มหกรรมหอสมุดดาว", "เริ่ม 3 มีนาคม 2566"),
    ],
)
def test_who_is_hired_starts_work_on_another_day(title: str, day: str) -> None:
    """Only a fair itself starts on the day of the event."""
    body = f"{VISIT.body} {'ผู้บริหารนำชมห้องหนังสือเก่า ' * 5}โดยจะดำเนินการตั้งแต่ 1 เมษายน 2566"
    entry = replace(VISIT, title=title, body=body)
    assert day in fact_of(entry, "หอสมุดดาวเริ่มงานวันไหน")


def test_the_day_of_a_visit_is_no_period() -> None:
    """Who asks for one is told what the text tells of one."""
    body = f"{VISIT.body} {'ผู้บริหารนำชมห้องหนังสือเก่า ' * 5}จะจ้างคนระหว่างเดือนเมษายน - มิถุนายน 2566"
    assert "มิถุนายน 2566" in fact_of(replace(VISIT, body=body), "หอสมุดดาวจ้างคนช่วงไหน")


def test_an_anniversary_is_no_founding() -> None:
    """Whose day of founding is kept was founded long ago."""
    party = replace(VISIT, title="งานวันคล้ายวันสถาปนา หอสมุดดาว", body="จัดวันคล้ายวันสถาปนา 3 มีนาคม 2566")
    assert "2566" not in fact_of(party, "หอสมุดดาวตั้งมาตั้งแต่ปีไหน")
    assert "3 มีนาคม 2566" in fact_of(party, "จัดวันไหน")


def test_a_day_that_ends_a_period_is_told_with_its_month() -> None:
    """By itself it would be said to be the only one."""
    body = "หอสมุดดาวสอนพับว่าวไปเมื่อช่วงเดือนกันยายนถึง 20 ตุลาคมที่ผ่านมา เด็กชอบมาก"
    news = Entry("kite", "หอสมุดดาวสอนพับว่าว", body, published=date(2021, 10, 27))
    assert fact_of(news, "สอนพับว่าวเมื่อไหร่") == "ช่วงเดือนกันยายนถึง 20 ตุลาคม 2564"


def test_days_of_a_decision_a_showing_and_an_office() -> None:
    """The cabinet decides one day, who was chosen begins on another; a film is seen on its own."""
    chosen = Entry(
        "chosen",
        "ครม. แต่งตั้งผู้ดูแลหอสมุดดาว",
        "เมื่อวันที่ 6 สิงหาคม 2567 ที่ประชุมคณะรัฐมนตรีเห็นชอบให้นายดี ทองงาม เป็นผู้ดูแลหอสมุดดาว"
        " ซึ่งจะทำหน้าที่ดูแลหนังสือ แผนที่ และกล้องทั้งหมดของหอสมุดแห่งนี้ต่อไปให้ดีที่สุด"
        " เพื่อทดแทนผู้ดำรงตำแหน่งที่จะเกษียณอายุราชการ ตั้งแต่วันที่ 1 ตุลาคม 2567 เป็นต้นไป",
        Kind.NEWS,
        published=date(2024, 8, 6),
    )
    film = Entry(
        "film",
        "เปิดตัวหนังดาวตก",
        "เมื่อวันที่ 3 กุมภาพันธ์ 2566 รัฐมนตรีแถลงข่าวเปิดตัวหนังดาวตก ณ ห้องประชุมใหญ่\n\n"
        "ติดตามรับชมได้ในวันที่ 4 กุมภาพันธ์ 2566 ทาง www.star-film.me",
        Kind.NEWS,
        event=Event(date(2023, 2, 3), date(2023, 2, 3), venue="ห้องประชุมใหญ่"),
        published=date(2023, 2, 4),
    )
    assert "6 สิงหาคม 2567" in fact_of(chosen, "มติวันไหน")
    decided = act_of(asked("มติวันไหน"))
    assert decided
    for day in ("วันไหน", "เมื่อวันที่เท่าไหร่"):
        assert decided is act_of(asked(f"ครม. เห็นชอบให้นายดี ทองงาม ดูแลหอสมุดดาว {day}"))
    assert decided is not act_of(asked("งานว่าวที่ ครม. เห็นชอบให้เกาะไผ่จัดวันไหน"))
    assert "1 ตุลาคม 2567" in fact_of(chosen, "เริ่มงานเมื่อไหร่")
    assert "3 กุมภาพันธ์" not in fact_of(film, "ฉายเมื่อไร")
    assert "www.star-film.me" == fact_of(film, "ดูได้ที่ไหน")
    assert "ห้องประชุมใหญ่" in fact_of(film, "แถลงที่ไหน")


def test_a_decision_is_made_on_a_day_and_a_plan_is_for_years() -> None:
    """The years in the name of a plan are not when it was approved, but for when it is."""
    body = "สภาว่าวมีมติเห็นชอบแผนพัฒนาว่าว พ.ศ. 2566 - 2570 เมื่อวันที่ 14 กันยายน 2565"
    plan = Entry("plan", "แผนพัฒนาว่าว", body, Kind.NEWS, published=date(2022, 9, 20))
    assert "14 กันยายน 2565" in fact_of(plan, "สภาว่าวเห็นชอบแผนพัฒนาว่าวเมื่อไหร่")
    assert "2570" in fact_of(plan, "แผนพัฒนาว่าวใช้ปีไหนถึงปีไหน")


@pytest.mark.parametrize("act", ["พ้นการควบคุมวันไหน", "ยกเลิกวันไหน", "ยุบเมื่อไหร่"])
def test_what_comes_to_an_end_does_so_on_another_day(act: str) -> None:
    """Than what the text tells was done to it."""
    body = "เมื่อวันที่ 5 เมษายน 2566 กรมลมเปิดเผยว่า ได้ตั้งคณะกรรมการควบคุมหอว่าว"
    news = Entry("k", "ตั้งคณะกรรมการควบคุมหอว่าว", body, Kind.NEWS, published=date(2023, 4, 5))
    assert lacks_answer_type(news, asked(f"หอว่าว{act}"), None)


def test_the_last_day_may_stand_far_behind_what_is_handed_in() -> None:
    """Papers and an address come first; when it is announced is told by another day."""
    call = Entry(
        "call",
        "รับสมัครทุนนักทำว่าว",
        "ผู้สนใจส่งใบสมัคร แบบว่าว และสำเนาบัตรประชาชน ทางเว็บไซต์ https://www.kites.example.com/young"
        " ภายในวันที่ 15 มกราคม 2570 ประกาศผลวันที่ 1 มีนาคม 2570 สอบถามโทร. 0 2999 1111",
        Kind.NEWS,
        published=date(2026, 11, 18),
    )
    assert "15 มกราคม 2570" in fact_of(call, "ทุนนักทำว่าวสมัครได้ถึงวันไหน")
    assert not lacks_answer_type(call, asked("ทุนนักทำว่าวปิดรับวันไหน"), None)
    assert "1 มีนาคม 2570" in fact_of(call, "ทุนนักทำว่าวประกาศผลวันไหน")


@pytest.mark.parametrize(
    ("body", "day"),
    [
        (
            "วันที่ 3 มีนาคม 2566 กรมดาวประชุม อนุมัติเมื่อ 1 มี.ค. 2566 โดยจะดำเนินการตั้งแต่ 5 เมษายน 2566",
            "5 เมษายน 2566",
        ),
        ("เมื่อวันที่ 3 มีนาคม 2566 กรมดาวประชุม โดยวันที่ 5 เมษายน 2566 จะเริ่มหอสมุดดาว", "5 เมษายน 2566"),
    ],
)
def test_what_starts_does_on_the_day_that_stands_by_it(body: str, day: str) -> None:
    """Before the day on which others met about it, or decided it."""
    met = replace(VISIT, title="กรมดาวประชุมเรื่องหอสมุดดาว", body=body)
    assert day in fact_of(met, "หอสมุดดาวเริ่มเมื่อไหร่")


def test_from_when_one_may_apply_nothing_starts() -> None:
    """Nor on the day of a decision that stands near by."""
    body = "ครม. อนุมัติเมื่อ 14 มิถุนายน 2565 เปิดลงทะเบียนหอสมุดดาวที่ star.go.th ตั้งแต่ 17 มิถุนายน 2565"
    decided = Entry("star", "หอสมุดดาว", body, published=date(2022, 6, 24))
    assert fact_of(decided, "หอสมุดดาวเริ่มเมื่อไหร่") == ""


def test_a_closing_ceremony_has_a_day_of_its_own() -> None:
    """The days of the whole event are not told for it; a dateline is a line of its own."""
    fair = replace(
        VISIT,
        title="พิธีปิดมหกรรมหอสมุดดาว",
        body="เมื่อวันที่ 17 สิงหาคม 2568 นางดิน ใจดี รัฐมนตรีว่าการ\n\n"
        "กระทรวงดาว เป็นประธานในพิธีปิดมหกรรมหอสมุดดาว ที่จัดมาหลายวัน",
        event=Event(date(2025, 8, 9), date(2025, 8, 17), venue="หอสมุดดาว"),
        published=date(2025, 8, 19),
    )
    assert "17 สิงหาคม" in fact_of(fair, "พิธีปิดมหกรรมหอสมุดดาววันไหน")
    assert "9-17" not in fact_of(fair, "พิธีปิดมหกรรมหอสมุดดาววันไหน")
    untold = replace(fair, title="มหกรรมหอสมุดดาว", body="มหกรรมหอสมุดดาวจัด 9-17 สิงหาคม 2568")
    assert fact_of(untold, "มหกรรมหอสมุดดาวพิธีปิดวันไหน") == ""
    course = replace(VISIT, title="กรมดาวปิดหลักสูตรดูดาว")
    assert "3 มีนาคม 2566" in fact_of(course, "พิธีปิดหลักสูตรดูดาววันไหน")


def test_a_quarter_of_a_year_is_told_as_a_day_is() -> None:
    """With its year; where it is that of the news, the passages tell it."""
    plan = Entry("plan", "แผนหอสมุดดาว", "หอสมุดดาวจะแล้วเสร็จในช่วงไตรมาสที่ 2-3 ของปี 2570 ตามแผน")
    assert fact_of(plan, "หอสมุดดาวเสร็จเมื่อไหร่") == "ในช่วงไตรมาสที่ 2-3 ของปี 2570"
    this = replace(plan, body="หอสมุดดาวจะแล้วเสร็จในช่วงไตรมาสที่ 2-3 ของปีนี้")
    question = asked("หอสมุดดาวเสร็จเมื่อไหร่")
    assert fact_of(this, "หอสมุดดาวเสร็จเมื่อไหร่") == ""
    assert not lacks_answer_type(this, question, None)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("กระทรวง KITE ของเมืองลมตั้งปีไหน", "ปี พ.ศ. 2563"),
        ("ศูนย์ WIND ตั้งปีไหน", ""),
    ],
)
def test_a_founding_may_stand_far_before_its_year(question: str, told: str) -> None:
    """Of the name in Latin letters that stands beside it, whatever else it is called."""
    body = (
        "เมื่อวันที่ 3 มีนาคม 2566 ได้หารือกับ WIND เรื่องการทำงานร่วมกันของทุกฝ่ายและถึง"
        " KITE ซึ่งเป็นกระทรวงใหม่ที่จัดตั้งขึ้นจากการปรับโครงสร้างจาก"
        "กระทรวงอุตสาหกรรมและหัตถกรรม (Ministry of Industry and Handicraft) เมื่อปี พ.ศ. 2563"
    )
    entry = Entry("k", "KITE เข้าเยี่ยม", body, Kind.NEWS, published=date(2023, 3, 4))
    assert told == fact_of(entry, question)


@pytest.mark.parametrize(
    ("title", "question", "told"),
    [
        ("กรมดาวลงนามต่อเรือดาวลำแรก", "เรือดาวจะเปิดตัวเมื่อไหร่", ""),
        ("กรมดาวลงนามต่อเรือดาวลำแรก", "เปิด dock ในไทยเมื่อไหร่", "ต้นปี 2570"),
        ("กรมดาวลงนามต่อเรือดาวลำแรก", "ลงนามต่อเรือดาวเมื่อไหร่", "3 มีนาคม 2566"),
        ("กรมดาวเปิดตัวเรือดาวลำแรก", "เรือดาวเปิดตัวเมื่อไหร่", "3 มีนาคม 2566"),
        ("กรมดาวเปิดตัวเรือดาวลำแรก", "รัฐมนตรีไปเปิดงานวันไหน", "3 มีนาคม 2566"),
    ],
)
def test_a_launch_is_not_on_the_day_of_the_signing(title: str, question: str, told: str) -> None:
    """What will be launched, or a thing that will open, has a day of its own or none."""
    body = (
        "เมื่อวันที่ 3 มีนาคม 2566 กรมดาวและอู่ดาวร่วมพิธี ณ หอสมุดดาว ต่อหน้าผู้บริหารและแขกจำนวนมาก"
        " เพื่อร่วมกันยกระดับมาตรฐานการต่อเรือให้ทันสมัย\n\n"
        "เรือดาวลำแรกจะเปิดตัวภายในปีนี้\n\nอู่ดาวมีแผนจะเปิดตัว Star Dock ในช่วงต้นปี 2570"
    )
    event = Event(date(2023, 3, 3), date(2023, 3, 3))
    assert told == fact_of(Entry("e", title, body, Kind.NEWS, event=event), question)


def test_a_launch_that_is_yet_to_come_is_not_on_the_day_the_press_was_told() -> None:
    """A quarter is its time, with the year in which that was news."""
    loans = Entry(
        "loans",
        "ธนาคารเต่าเล่าเรื่องเงินกู้",
        "ธนาคารเต่าเล่าความคืบหน้า ณ หอเต่า เมื่อวันที่ 7 กุมภาพันธ์ 2561\n\n"
        "ธนาคารเตรียมหารือ คาดว่าจะเปิดตัวเงินกู้เต่า ในช่วงไตรมาสที่ 2-3 ของปีนี้",
        event=Event(date(2018, 2, 7), date(2018, 2, 7), venue="หอเต่า"),
        published=date(2018, 2, 7),
    )
    told = "ในช่วงไตรมาสที่ 2-3 ของปี 2561"
    assert fact_of(loans, "เงินกู้เต่าจะเปิดตัวเมื่อไหร่").endswith(told)
    then = replace(loans, body=f"เปิดตัวเงินกู้เต่า เมื่อวันที่ 7 กุมภาพันธ์ 2561\n\n{loans.body}")
    assert fact_of(then, "เงินกู้เต่าเปิดตัวเมื่อไหร่") == "7 กุมภาพันธ์ 2561"


@pytest.mark.parametrize("asked", ["กฎเต่าเริ่มบังคับใช้เมื่อไหร่", "กฎเต่ามีผลบังคับใช้วันไหน"])
def test_a_time_behind_a_day_tells_when_something_is_in_force(asked: str) -> None:
    """Whatever that day was."""
    rule = Entry(
        "rule",
        "กฎเต่า",
        "เมื่อวันที่ 1 เมษายน 2565 กรมเต่าออกกฎเต่า กฎจะมีผลใช้บังคับหลัง 180 วันนับจากวันประกาศ ขอให้รอ",
    )
    assert fact_of(rule, asked) == "หลัง 180 วันนับจากวันประกาศ"


@pytest.mark.parametrize("question", ["จัดมาตั้งแต่ปีไหน", "จัดครั้งแรกเมื่อไหร่", "เริ่มจัดปีไหน"])
def test_the_day_of_one_event_is_not_since_when_it_is_held(question: str) -> None:
    """Unless the text says so; who asks from which day on wants the days of the event."""
    fair = Entry(
        "fair",
        "ตลาดนัดหุ่นกระบอก",
        "ตลาดนัดหุ่นกระบอกมีหุ่น 30 ตัว",
        Kind.EVENT,
        event=Event(date(2024, 6, 6), date(2024, 6, 8), venue="ลานวัดใต้"),
    )
    assert "" == fact_of(fair, f"ตลาดนัดหุ่นกระบอก{question}")
    told = replace(fair, body="ตลาดนัดหุ่นกระบอกมีหุ่น 30 ตัว จัดครั้งแรกเมื่อปี 2552")
    assert "2552" in fact_of(told, f"ตลาดนัดหุ่นกระบอก{question}")
    assert "6-8 มิถุนายน 2567" == fact_of(fair, "ตลาดนัดหุ่นกระบอกจัดตั้งแต่วันไหนถึงวันไหน")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("เซ็น mou กันเมื่อไหร่", "วันที่ 26 พฤศจิกายน 2557"),
        ("นักเรียนรุ่นแรกจบเมื่อไหร่", ""),
        ("จัดวันไหน", "เริ่ม 3 มีนาคม 2566"),
    ],
)
def test_a_signing_and_a_leaving_of_school_have_days_of_their_own(question: str, told: str) -> None:
    """What a meeting tells of them is not its own day."""
    body = f"{VISIT.body}\n\nภายหลังได้ลงนามบันทึกความเข้าใจร่วมกัน เมื่อวันที่ 26 พฤศจิกายน 2557 ณ เมืองลม"
    assert fact_of(replace(VISIT, body=body), question) == told


SIGNED = Entry(
    "signed",
    "กรมว่าวกับกรมลม ร่วมตั้งศูนย์ (9 สิงหาคม 2567)",
    "9 สิงหาคม 2567 กรมว่าว ก.ล. และกรมลม ลงนามตั้งศูนย์ว่าว",
    Kind.NEWS,
)


@pytest.mark.parametrize(
    ("body", "day"),
    [
        (SIGNED.body, "9 สิงหาคม 2567"),
        ("9 สิงหาคม 2567 กรมว่าวแถลงว่าเคยลงนามกับกรมลม", ""),
        ("9 สิงหาคม 2567 กรมว่าวเตรียมลงนามกับกรมลม", ""),
    ],
)
def test_the_day_that_begins_a_text_is_that_of_the_signing(body: str, day: str) -> None:
    """Whoever signed stands between them; not where it was or will be signed on another day."""
    entry = replace(SIGNED, body=body)
    assert day == fact_of(entry, "กรมว่าวกับกรมลมเซ็นกันวันไหน")
    assert bool(day) is not lacks_answer_type(entry, asked("กรมว่าวกับกรมลมเซ็นกันวันไหน"), None)


def test_what_was_founded_by_signing_is_asked_the_day_of_that() -> None:
    """The verb right before the day is the one whose day is asked."""
    assert act_of(asked("ศูนย์ที่กรมว่าวตั้ง เซ็นวันไหน")) is act_of(asked("เซ็นวันไหน"))


def test_the_day_of_telling_gives_way_to_the_day_told_of() -> None:
    """Unless the telling is asked for, or no other day is told."""
    body = (
        "22 มิถุนายน 2563 ดร.ดิน ใจเย็น ผู้อำนวยการศูนย์ว่าววิทยาศาสตร์แห่งชาติ ในขณะนั้น แถลงว่าการป้อนยาลิงได้ผลดี"
        " ยานี้ทำโดยทีมเกาะไผ่ เริ่มทดสอบที่สวนลิง 23 พฤษภาคม 2563"
    )
    news = Entry(
        "n", "ยาลิงของเกาะไผ่", body, Kind.NEWS, facts={"ทดสอบยาลิงวันไหน": "เริ่ม 23 พฤษภาคม 2563"}
    )
    assert "23 พฤษภาคม 2563" == fact_of(replace(news, facts={}), "ยาลิงเข็มแรกฉีดเมื่อไร")
    assert "22 มิถุนายน 2563" == fact_of(news, "ดร.ดินแถลงเรื่องทดสอบยาลิงวันไหน")
    alone = replace(news, body=body.partition(" ยานี้")[0], facts={})
    assert "22 มิถุนายน 2563" == fact_of(alone, "ยาลิงป้อนเมื่อไร")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("วันนี้ (5 มกราคม 2566) กรมลมเปิดเผยว่า แจกว่าวฟรี", ""),
        ("ก่อตั้งในปี พ.ศ. 2545 แจกว่าวฟรี", ""),
        ("วันนี้ (5 มกราคม 2566) แจกว่าวฟรี ถึงวันที่ 9 มกราคม 2566", "9 มกราคม 2566"),
        ("แจกว่าวฟรี 7-9 มกราคม 2566 ในวันแรก (7 มกราคม 2566) คนมาก", "7-9 มกราคม 2566"),
    ],
)
def test_until_when_is_told_by_a_last_day(body: str, told: str) -> None:
    """The day on which that was news is none."""
    fact = fact_of(Entry("kite", "แจกว่าวฟรี", body), "แจกว่าวฟรีถึงวันไหน")
    assert told == fact.removeprefix("วันที่ ")


def test_a_final_is_not_on_the_last_day_to_apply() -> None:
    """Though it stands right behind that."""
    contest = Entry(
        "contest",
        "เปิดตัวประกวดว่าวดาว",
        "สมัครได้ตั้งแต่วันนี้ - 22 มีนาคม 2562 และการประกวดรอบชิงชนะเลิศเพื่อหาผู้ชนะในประเทศไทย"
        " จะถูกจัดขึ้นในวันเสาร์ที่ 11 พฤษภาคม 2562 ณ หอว่าว",
        Kind.NEWS,
        published=date(2019, 1, 17),
    )
    assert "11 พฤษภาคม 2562" in fact_of(contest, "ประกวดว่าวดาวรอบชิงวันไหน")
    assert "22 มีนาคม 2562" in fact_of(contest, "ประกวดว่าวดาวสมัครถึงวันไหน")
