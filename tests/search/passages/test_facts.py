"""A fact is told with its year, and only where it is likely meant."""

from dataclasses import replace
from datetime import date

import pytest

from bot.knowledge.entries import Entry, Event, Kind, Person
from bot.search.passages.facts import FoundFact, tells_same
from bot.thai.questions import Aspect
from tests.search.passages.base import fact_of, quotation
from tests.search.passages.test_quoting import FAIR

CUP = Entry(
    "cup",
    "40 ทีมชิงแชมป์ว่าว ลดค่าสมัคร 50%",
    "ปีก่อนมี 300 ทีมที่ลานหน้าเมือง ปีนี้มี 25 ทีมจากภาคใต้ และอีก 12 ทีมจากต่างประเทศ โทร 033048091 ต่อ 107",
    Kind.EVENT,
)


def test_one_of_many_numbers_is_not_likely_meant() -> None:
    """Where the text has as much reason for another one; a number alone is."""
    wards = "ภาคเหนือมี 120 เตียง ภาคกลางมี 310 เตียง ภาคใต้มี 95 เตียง ภาคตะวันออกมี 240 เตียง"
    several = quotation(Entry("w", "โรงพยาบาลสนาม", wards), "โรงพยาบาลสนามของจังหวัดเรามีกี่เตียง").fact
    alone = quotation(Entry("w", "โรงพยาบาลสนาม", "มี 120 เตียง"), "โรงพยาบาลสนามมีกี่เตียง").fact
    assert several
    assert alone
    assert (False, True) == (several.is_likely, alone.is_likely)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("อบรมวันที่ 26 มิ.ย. ที่วัด", "26 มิ.ย. 2566"),
        ("อบรมวันที่ 5 ม.ค. ที่วัด", "5 ม.ค. 2567"),
        ("อบรมวันที่ 26 มิ.ย. 66 ที่วัด", "26 มิ.ย. 66"),
        ("อบรมวันที่ 26 มิ.ย. นี้ ที่วัด", "26 มิ.ย. 2566"),
        ("อบรมวันที่ 26 มิถุนายนนี้ ที่วัด", "26 มิถุนายน"),
    ],
)
def test_a_day_is_told_with_its_year(body: str, told: str) -> None:
    """The one nearest to the day the release is of."""
    release = Entry("r", "อบรมทำว่าว", body, Kind.NEWS, published=date(2023, 11, 28))
    assert told in fact_of(release, "อบรมทำว่าววันไหน")


def test_a_day_gets_no_year_against_the_title() -> None:
    """What is to come in the year of the title was news in the year before."""
    release = Entry(
        "r", "ชวนดูว่าวปี 2562", "ว่าวยักษ์ขึ้นวันที่ 17 กรกฎาคม", Kind.NEWS, published=date(2018, 12, 19)
    )
    assert "วันที่ 17 กรกฎาคม" == fact_of(release, "ว่าวยักษ์ขึ้นวันไหน")
    then = replace(release, published=date(2019, 5, 5))
    assert "วันที่ 17 กรกฎาคม 2562" == fact_of(then, "ว่าวยักษ์ขึ้นวันไหน")


def test_no_day_before_the_news_is_one_to_come() -> None:
    """Of what somebody will get to do; a day that was ahead then is."""
    body = "ว่าวเกาะไผ่ขึ้นสู่อวกาศแล้ว (ข่าว 23 กรกฎาคม 2563)"
    news = Entry("r", "ว่าวขึ้นสู่อวกาศ", body, Kind.NEWS, published=date(2020, 7, 23))
    assert "" == fact_of(news, "แล้วคนจะได้ไปอวกาศเมื่อไหร่")
    ahead = replace(news, body="คนจะไปอวกาศด้วยว่าววันที่ 5 สิงหาคม 2564")
    assert "5 สิงหาคม 2564" in fact_of(ahead, "คนจะได้ไปอวกาศเมื่อไหร่")


def test_a_day_of_every_year_gets_no_year() -> None:
    """The text of none is of one year only."""
    body = "งานบุญเปลือกหอยจัดวันที่ 3 มกราคมของทุกปี"
    yearly = replace(FAIR, kind=Kind.NEWS, body=body, published=date(2019, 1, 2))
    assert "วันที่ 3 มกราคม" == fact_of(yearly, "งานบุญเปลือกหอยจัดวันไหน")


@pytest.mark.parametrize(
    ("question", "told"),
    [("กี่ทีม", "40 ทีม"), ("ลดกี่เปอร์เซ็นต์", "50%"), ("ทีมจากภาคใต้มากี่ทีม", "25 ทีม"), ("กี่คน", "")],
)
def test_the_number_of_a_title_is_told(question: str, told: str) -> None:
    """Where the text has several, or none in that unit; a telephone number counts nothing."""
    said = fact_of(CUP, question)
    assert told in said if told else "0330" not in said


def test_a_number_far_from_the_words_is_plain_if_the_title_tells_it() -> None:
    """That is what the news are of."""
    body = f"โครงการเก้าหมอว่าวมีหลายฝ่ายร่วมกัน {'ทุกคนยินดี' * 30} รวม 62,000 คน"
    news = Entry("n", "จับมือสร้างหมอว่าว 62,000 คน", body, Kind.NEWS)
    told = [
        quotation(replace(news, title=title), "โครงการเก้าหมอว่าวตั้งเป้าไว้กี่คน").fact
        for title in (news.title, "จับมือสร้างหมอว่าว 162,000 คน", "จับมือสร้างหมอว่าว")
    ]
    assert [one is not None and one.is_plain for one in told] == [True, False, False]


@pytest.mark.parametrize(
    ("question", "told", "plain"),
    [
        ("มีคนมากี่คน", "เข้าร่วมงาน", True),
        ("คนไปกี่คน", "มาร่วม", True),
        ("มีคนมากี่คน", "ได้รับเสื้อ", False),
        ("มีช่างกี่คน", "เข้าร่วมงาน", False),
    ],
)
def test_how_many_came_is_told_by_who_took_part(question: str, told: str, plain: bool) -> None:
    """In whatever words, and wherever it stands; not of others."""
    body = f"ชมรมเปลือกหอยจัดงานบุญเปลือกหอย {'ทุกคนยินดี' * 30} มีผู้ว่าราชการและประชาชน{told}กว่า 500 คน"
    news = Entry("n", "จัดงานบุญเปลือกหอย", body, Kind.NEWS)
    fact = quotation(news, f"งานบุญเปลือกหอย{question}").fact
    assert plain is (fact is not None and fact.is_plain)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("งบเท่าไร", "กว่า 9 ล้านบาท"),
        ("ใช้เงินเท่าไหร่", "กว่า 9 ล้านบาท"),
        ("มูลค่าเท่าไร", ""),
    ],
)
def test_the_sum_of_a_title_is_told(question: str, told: str) -> None:
    """To who asks for no part of it; it is what the title calls it."""
    body = "ซื้อเชือกในวงเงิน 4 ล้านบาท\n\nซื้อไม้ไผ่ในวงเงิน 5 ล้านบาท"
    fact = fact_of(Entry("k", "ทุ่มงบกว่า 9 ล้านบาท ทำว่าว ราคาลดลง 20%", body), question)
    assert told == fact if told else "9" not in fact


@pytest.mark.parametrize(
    ("aspect", "one", "other", "same"),
    [
        (Aspect.HOWMANY, "จำนวน 17 แผน", "17 แผนนำร่อง", True),
        (Aspect.HOWMANY, "17 แผน", "17 แผนต่อปี", False),
        (Aspect.HOWMANY, "17", "170 แผน", False),
        (Aspect.HOWMANY, "17 แผน", "18 แผน", False),
        (Aspect.WHEN, "วันที่ 31 พ.ค.2567", "31 พฤษภาคม 2567", True),
        (Aspect.WHEN, "31 พ.ค. 2567 เวลา 13.00 น.", "31 พฤษภาคม 2567", False),
        (Aspect.WHEN, "ต้นฤดูหนาว", "ต้นฤดูหนาว", False),
        (Aspect.WHERE, "ลาน วัด", "ลานวัด", True),
        (Aspect.WHERE, "ลานวัด", "ลานวัดเหนือ", False),
        (Aspect.WHO, "นายเก้า ใจว่าว", "นายเก้า ใจว่าว นายกสมาคมว่าว", True),
        (Aspect.WHO, "นายเก้า ใจว่าว", "นายสิบ ใจว่าว", False),
    ],
)
def test_one_fact_may_be_written_otherwise(
    aspect: Aspect, one: str, other: str, same: bool
) -> None:
    """Of each of something, or with an hour, it is another."""
    assert same is tells_same(FoundFact(one, aspect, 1.0), FoundFact(other, aspect, 1.0))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("สายด่วน 1555 ของใคร", ""),
        ("มีสายด่วนเบอร์ไหน", "1555"),
        ("ธีมลมบนคืออะไร", ""),
        ("ธีมงานคืออะไร", "ลมบน"),
        ("ปี 2560 มีกี่ทีม", "6 ทีม"),
        ("เข้าฟรีไหม", "ฟรี"),
    ],
)
def test_what_a_question_says_itself_is_no_answer(question: str, told: str) -> None:
    """But to who wants yes or no; a number is said only whole."""
    facts = {"สายด่วน": "1555", "ธีม": "ลมบน", "จำนวนทีม": "6 ทีม", "ค่าเข้า": "ฟรี"}
    assert told == fact_of(Entry("kite", "แข่งว่าว", "แข่งว่าวที่ลานกว้าง", facts=facts), question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ใครจัดการประชุมว่าวโลก", "สมาคมว่าว"),
        ("สมาคมว่าวจับมือกับใคร", ""),
        ("การประชุมว่าวโลกวันสุดท้ายวันไหน", "1-4 มีนาคม 2567"),
    ],
)
def test_a_meeting_is_held_by_nobody_who_only_spoke(question: str, told: str) -> None:
    """Nor with "partners", and its days are its event's, whatever year the text has by mistake."""
    meeting = Entry(
        "kites",
        "การประชุมว่าวโลก",
        "สมาคมว่าวจับมือกับหน่วยงานพันธมิตร เมื่อวันที่ 1 มีนาคม 2566 มีนายสมชาย ใจดี กล่าวเปิดงาน",
        Kind.EVENT,
        event=Event(date(2024, 3, 1), date(2024, 3, 4), organizer="สมาคมว่าว"),
        people=(Person("นายสมชาย ใจดี", "นายกเทศมนตรี"),),
    )
    assert told == fact_of(meeting, question)
