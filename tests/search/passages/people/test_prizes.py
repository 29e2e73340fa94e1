"""Prizes by their rank."""

from datetime import date

import pytest

from bot.knowledge.entries import Entry, Kind, Person
from bot.search.passages.candidates import candidates
from bot.search.passages.people.prizes import winners
from bot.search.passages.quoting import quote
from tests.search.passages.base import TODAY, asked, fact_of, searched

_TEXT = (
    "รางวัลชนะเลิศ ได้แก่ ทีมว่าวจุฬา ได้เงินรางวัล 500 บาท\n\n"
    "รางวัลรองชนะเลิศอันดับ 1 ได้แก่ ทีมปักเป้า ได้เงินรางวัล 200 บาท\n\n"
    "รางวัลรองชนะเลิศอันดับ ๒ ได้แก่ ทีมอีลุ้ม ได้เงินรางวัล 100 บาท\n\n"
    "รอบชิงชนะเลิศใช้เงิน 900 บาท"
)


def test_how_many_teams_is_no_team() -> None:
    """Whoever is asked for has a name."""
    text = "เหลือ 3 ทีมสุดท้ายเล่าเรื่องว่าว แข่งกับทีมปักเป้า"
    found = candidates(text, asked("แข่งว่าวทีมไหนเก่ง"), date(2026, 11, 29))
    assert ["ทีมปักเป้า"] == [text[one.start : one.end] for one in found]


@pytest.mark.parametrize(
    ("question", "sums"),
    [
        ("รองชนะเลิศอันดับ2 ได้กี่บาท", "100 900"),
        ("รองอันดับ 1 ได้กี่บาท", "200 900"),
        ("รองชนะเลิศได้กี่บาท", "200 900"),
        ("แข่งทำภาชนะไผ่ รองชนะเลิศได้กี่บาท", "200 900"),
        ("ชนะเลิศได้กี่บาท", "500 900"),
        ("คนได้ที่ 1 ได้กี่บาท", "500 900"),
        ("รางวัลที่สองได้กี่บาท", "200 900"),
        ("ได้กี่บาท", "500 200 100 900"),
    ],
)
def test_a_prize_is_of_the_rank_asked_for(question: str, sums: str) -> None:
    """What the second got is no answer to who asks for the third; finals are no rank."""
    found = candidates(_TEXT, asked(question), date(2026, 11, 29))
    told = " ".join(_TEXT[one.start : one.end] for one in found).replace(" บาท", "")
    assert sums == told.replace("รางวัล", "").strip()


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("รางวัลที่ 2 ได้เงินเท่าไหร่", "500 บาท"),
        ("รางวัลที่ 3 ได้เงินเท่าไหร่", "300 บาท"),
        ("รางวัลที่ 2 ใครได้", "นายดิน ลมเย็น"),
    ],
)
def test_a_prize_is_told_below_its_heading(question: str, told: str) -> None:
    """A paragraph on, and with no prize behind the name of who won it."""
    body = (
        "ผลประกวด ได้แก่\n\nรางวัลที่ 2 : ไม้สอยยาว\n\nเจ้าของผลงาน นายดิน ลมเย็น เงินรางวัล 500 บาท"
        "\n\nรางวัลที่ 3 : ตะกร้อกลม\n\nเจ้าของผลงาน นายฟ้า ใสดี เงินรางวัล 300 บาท"
        "\n\nรางวัลชมเชย : ถุงตาข่าย\n\nเจ้าของผลงาน นางน้ำ ไหลดี เงินรางวัล 100 บาท"
        "\n\nรางวัลชมเชย : เชือกยาว\n\nเจ้าของผลงาน นางทราย ขาวดี เงินรางวัล 100 บาท"
    )
    assert told == fact_of(Entry("e", "ประกวดเครื่องสอยลำไย", body, Kind.NEWS), question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ใครชนะ", "ทีมว่าวจุฬา"),
        ("ใครได้รางวัลที่ 2", "ทีมปักเป้า"),
        ("รองอันดับ 1 คือทีมไหน", "ทีมปักเป้า"),
        ("ใครได้รองชนะเลิศอันดับ 2", "ทีมอีลุ้ม"),
        ("ใครได้รางวัลที่ 4", ""),
        ("รางวัลที่ 2 ได้เท่าไหร่", "200 บาท"),
        ("รางวัลที่ 3 ได้กี่บาท", ""),
        ("ประธานมอบรางวัลคือใคร", "ดร.เตย ใจดี ผู้มอบรางวัล"),
        ("คนมอบรางวัลคือใคร", "ดร.เตย ใจดี ผู้มอบรางวัล"),
        ("คนรับมอบรางวัลชนะเลิศคือใคร", "ทีมว่าวจุฬา"),
    ],
)
def test_a_fact_of_a_rank_is_told_of_no_other(question: str, told: str) -> None:
    """Nor is whoever handed the prizes over told but to who asks that, nor how many took part."""
    contest = Entry(
        "e",
        "ประกวดว่าว",
        "ทีมว่าวจุฬา ชนะเลิศ ด้วยว่าวลายไผ่\n\nดร.เตย ใจดี ปลัดเกาะไผ่ มอบรางวัล",
        Kind.NEWS,
        people=(Person("ดร.เตย ใจดี", "ผู้มอบรางวัล"),),
        facts={
            "ผู้ชนะ": "ทีมว่าวจุฬา",
            "รองชนะเลิศอันดับ 1": "ทีมปักเป้า",
            "รองชนะเลิศอันดับ 2": "ทีมอีลุ้ม",
            "จำนวนทีม": "20 ทีม",
            "เงินรางวัลรวม": "900 บาท",
            "เงินรางวัลที่ 2": "200 บาท",
        },
    )
    assert fact_of(contest, question) == told


CONTEST = Entry(
    "contest",
    "ประกวดว่าวขยะ",
    "คัดเหลือ 3 ทีม ทีมชนะเลิศได้ 500,000 บาท",
    facts={"รางวัลเท่าไร": "ชนะเลิศ 500,000 บาท พร้อมถ้วย", "มีกี่ทีม": "กว่า 100 ทีม"},
)


@pytest.mark.parametrize(
    ("question", "won"),
    [
        ("ได้รางวัลกี่บาท", True),
        ("ที่ 1 ได้เงินกี่บาท", True),
        ("ชนะแล้วได้เท่าไหร่", True),
        ("ประกวดว่าวขยะ ได้รางวัลกี่บาท", True),
        ("ที่ 2 ได้เท่าไหร่", False),
        ("รองชนะเลิศได้รางวัลกี่บาท", False),
    ],
)
def test_what_is_won_is_a_prize_by_whatever_words(question: str, won: bool) -> None:
    """The second has not won what the first has, though its label names no rank."""
    assert won is ("500,000" in fact_of(CONTEST, question))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ประกวดว่าวที่เกาะไผ่ใครชนะ", "ว่าวลัคกี้"),
        ("ทีมไหนได้แชมป์", "ว่าวลัคกี้"),
        ("ใครได้ที่ 2", "ทีมวน ว่าวไผ่"),
        ("ใครได้รองชนะเลิศอันดับ 2", "ทีม Kite One"),
        ("ใครได้ที่ 5", ""),
        ("โรงเรียนไหนชนะ", ""),
        ("รร ไหนได้แชมป์", ""),
    ],
)
def test_whoever_won_stands_behind_the_prize(question: str, told: str) -> None:
    """With no idea for which they won it, and nothing else of the next rank."""
    body = (
        "ดร.เตย ใจดี กรรมการตัดสิน ประกาศผลที่เกาะไผ่ ดังนี้\n\n"
        "รางวัลชนะเลิศ ได้แก่ ว่าวลัคกี้ “ว่าวลุ้นโชค” ด้วยเชือกไผ่ ได้รับ 500 บาท\n\n"
        "รางวัลรองชนะเลิศอันดับ 1 ได้แก่ ทีมวน ว่าวไผ่ จากเกาะไผ่ "
        "รางวัลรองชนะเลิศอันดับ 2 คือ ทีม Kite One ได้รับ 100 บาท"
    )
    assert told == fact_of(Entry("e", "ประกวดว่าวที่เกาะไผ่", body, Kind.NEWS), question)


def test_a_school_by_its_short_name_won() -> None:
    """And is no place."""
    body = "รางวัลชนะเลิศ ได้แก่ โรงเรียนบ้านเกาะไผ่\n\nแข่งที่โรงแรมเปลือกหอย"
    contest = Entry("e", "ประกวดว่าวที่เกาะไผ่", body, Kind.NEWS)
    asked_so = ("รร ไหนได้แชมป์", "โรงเรียนไหนได้ที่ 1", "รร.ไหนชนะเลิศ")
    assert ["โรงเรียนบ้านเกาะไผ่"] * 3 == [fact_of(contest, one) for one in asked_so]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ทีม kite one ได้รางวัลอะไร", "รองชนะเลิศอันดับ 2: ทีม Kite One เกาะเปลือกหอย"),
        ("kite one ไดรางวันอะไร", "รองชนะเลิศอันดับ 2: ทีม Kite One เกาะเปลือกหอย"),
        ("ทีมลมเย็นได้ที่เท่าไหร่", "ผู้ชนะ: ทีมลมเย็น"),
        ("ทีมอื่นได้รางวัลอะไร", ""),
    ],
)
def test_the_prize_of_whoever_is_named_is_theirs(question: str, told: str) -> None:
    """And not how many there were."""
    facts = {
        "จำนวนรางวัล": "6 รางวัล",
        "ผู้ชนะ": "ทีมลมเย็น",
        "รองชนะเลิศอันดับ 1": "ทีมไผ่ลำเดียว",
        "รองชนะเลิศอันดับ 2": "ทีม Kite One เกาะเปลือกหอย",
    }
    contest = Entry("e", "ประกวดว่าว", "ประกวดว่าวที่เกาะไผ่", Kind.NEWS, facts=facts)
    fact = quote(contest, searched(question), TODAY).fact
    assert told == (fact.text if fact and fact.confidence >= 0.9 else "")


def test_a_work_that_won_is_told_with_its_name() -> None:
    """Which stands in quotation marks."""
    text = "รางวัลชนะเลิศ ได้แก่ ผลงาน “ว่าวของแม่” จากโรงเรียนเกาะไผ่"
    ((start, end),) = winners(text, asked("ใครชนะ"))
    assert text[start:end] == "ผลงาน “ว่าวของแม่”"
