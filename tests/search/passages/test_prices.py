"""What is paid, spent, won or free by a text, and which of these a question wants."""

from datetime import date

import pytest

from bot.knowledge.entries import Entry
from bot.search.passages.prices import (
    asks_each,
    asks_fee,
    asks_gain,
    is_free,
    is_of_sum,
    is_paid,
    is_total,
    kind_of_sum,
    prices,
    sum_asked,
    tells_each,
    tells_share,
)
from tests.search.passages.base import TODAY, asked, fact_of

TEXT = "งานนี้ใช้เงินกู้ 900 ล้านบาท ผลคือสร้างรายได้ให้ชาวเกาะไผ่กว่า 60 ล้านบาท รวมแล้ว 7 ล้านบาท"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ลูกละ 3 บาท", True),
        ("บาทละห้าหมื่น", True),
        ("9,000 บาทต่อคน", True),
        ("รายได้ 4-5 หมื่นต่อโรงเรือน", True),
        ("กองทุนมี 1,000 ล้านบาท", False),
        ("โทร 0 2333 3700 ต่อ 4072", False),
        ("กระทรวงและพันธมิตรจัดงาน", False),
        ("ให้เด็กและครูสองคน", False),
        ("คนละไม่เกิน 300 บาท", True),
        ("สอบถามรายละเอียดโทร 02 333 3700", False),
        ("ละครสามเรื่อง มะละกอ 3 ลูก", False),
        ("ผลผลิตเพิ่มร้อยละ 50", False),
        ("ทุน 5 ล้านบาทต่อเนื่อง 3 ปี", False),
    ],
)
def test_what_each_gets_is_told_by_the_piece(text: str, told: bool) -> None:
    """In digits or words; an extension is no share."""
    assert told == tells_each(text)


@pytest.mark.parametrize(
    ("question", "each"),
    [
        ("ได้คนละกี่บาท", True),
        ("ค่าเช่าต่อเดือนเท่าไหร่", True),
        ("แล้วและเท่าไหร่", False),
        ("ดอกเบี้ยร้อยละเท่าไหร่", False),
        ("ต่ออายุเท่าไหร่", False),
        ("ติดต่อช่างเท่าไหร่", False),
    ],
)
def test_what_each_gets_is_asked_for_by_the_piece(question: str, each: bool) -> None:
    """To renew is not to pay by the piece, nor is a share."""
    assert each == asks_each(asked(question))


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("ใช้งบกี่บาท", True),
        ("งบประมาณเท่าไร", True),
        ("ค่าบริการของบริษัทเท่าไหร่", False),
        ("สวนสงบค่าเข้าเท่าไหร่", False),
    ],
)
def test_a_budget_is_a_word(question: str, wanted: bool) -> None:
    """There is no งบ in ของบริษัท."""
    assert wanted == bool(sum_asked(asked(question)))


@pytest.mark.parametrize(
    "text", ["ไม่ต้องเสียค่าใช้จ่าย", "งดเก็บค่าเช่าร้าน", "ยกเว้นค่าสมัคร", "ไม่เก็บค่าเข้า", "เข้าชมฟรี"]
)
def test_what_is_not_charged_is_free(text: str) -> None:
    """Every way to say that nothing is to be paid answers what it costs."""
    found = [
        text[one.start : one.end] for one in prices(text, asked("ต้องจ่ายไหม"), date(2026, 1, 1))
    ]
    assert 1 == len(found)
    assert found[0] in text


def test_what_the_question_says_is_waived_is_no_news() -> None:
    """Of whom a fee is waived is asked, not whether."""
    text = "ประกาศยกเว้นค่าสมัครสอบ เหลือ 150 บาท"
    found = prices(text, asked("ยกเว้นค่าสมัครเหลือเท่าไหร่"), date(2026, 1, 1))
    likely = {text[one.start : one.end].strip(): one.likeness for one in found}
    assert likely["150 บาท"] > likely["ยกเว้นค่าสมัครสอบ"]


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        ("ใช้ทุนนับแสนบาท", "ใช้ทุนเท่าไหร่", "นับแสนบาท"),
        ("ใช้งบหลายสิบล้านบาท", "ใช้งบเท่าไหร่", "หลายสิบล้านบาท"),
        ("ใช้งบ 40 ล้านบาท", "ค่าสมัครกี่บาท", ""),
        ("จ้างคนเก็บว่าว เดือนละ 700 บาท", "เงินเดือนเท่าไหร่", "เดือนละ 700 บาท"),
        ("ละ 700 บาท", "เงินเดือนเท่าไหร่", "ละ 700 บาท"),
        ("ค่าจ้าง 700 บาท ไปจนถึง 900 บาท", "เงินเดือนเท่าไหร่", "700 บาท ไปจนถึง 900 บาท"),
    ],
)
def test_sums_are_spoken_as_well(text: str, question: str, told: str) -> None:
    """In words alone; and no fee is in millions."""
    likely = [
        one for one in prices(text, asked(question), date(2026, 11, 23)) if one.likeness >= 0.5
    ]
    assert told == (text[likely[0].start : likely[0].end] if likely else "")


def test_whom_one_hears_for_nothing_is_no_price() -> None:
    """ "ฟังฟรีกับครูว่าว" says that it is free."""
    text = "ฟังฟรีกับครูว่าวชื่อดัง"
    assert ["ฟรี"] == [text[a:b] for a, b, _ in prices(text, asked("ฟรีไหม"), date(2026, 11, 23))]


@pytest.mark.parametrize(
    ("question", "likely"),
    [("ฟรีจริงไหม", ["ยกเว้นค่าสมัคร"]), ("ค่าสมัครเท่าไหร่", ["900 บาท", "ยกเว้นค่าสมัคร"])],
)
def test_whether_it_is_free_is_answered_by_no_sum(question: str, likely: list[str]) -> None:
    """What that saves is no price of it."""
    text = "ว่าวทุกตัวยกเว้นค่าสมัคร ช่วยประหยัดได้ 900 บาท"
    found = prices(text, asked(question), date(2026, 11, 23))
    assert likely == [text[one.start : one.end] for one in found if one.likeness >= 1]


@pytest.mark.parametrize(
    ("amount", "question", "told"),
    [
        ("นับแสนบาท", "ต้องจ่ายเท่าไหร่", True),
        ("900 บาท", "ต้องจ่ายเท่าไหร่", False),
        ("นับแสนบาท", "จ่ายค่าสมัครเท่าไหร่", False),
        ("นับแสนบาท", "งบเท่าไหร่", False),
    ],
)
def test_what_has_to_be_paid_is_said_to_be(amount: str, question: str, told: bool) -> None:
    """No other sum of a text is, nor is it a fee of any kind."""
    text = "ผู้แพ้ต้องชดใช้ว่าวนับแสนบาท ส่วนผู้ชนะได้ 900 บาท"
    assert told == is_paid(amount, text, asked(question))


def test_a_sum_that_was_given_stands_behind_the_giving() -> None:
    """In the paragraph that tells of it, however far."""
    text = "กรมว่าวบริจาคเข้ากองทุนช่วยผู้ประสบภัยของกรมร่ม รวมเป็นเงิน 900 บาท\n\nค่าว่าว 50 บาท"
    assert is_paid("900 บาท", text, asked("กรมว่าวบริจาคเท่าไหร่"))
    assert not is_paid("50 บาท", text, asked("กรมว่าวบริจาคเท่าไหร่"))


def test_free_is_an_answer_to_who_asks_whether_it_is() -> None:
    """Not to who asks what it costs to build, nor is a sum one."""
    assert is_free("ยกเว้นค่าสมัคร", asked("เสียเงินไหม"))
    assert not is_free("ยกเว้นค่าสมัคร", asked("สร้างกี่บาท"))
    assert not is_free("900 บาท", asked("เสียเงินไหม"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("กินวันละ 3 เม็ด", True),
        ("เผาขยะ 5 ตัน/วัน", True),
        ("เผาขยะ 5 ตันต่อวัน", True),
        ("มีไขมัน 96 แคลอรี่", False),
    ],
)
def test_what_falls_to_each_is_told_in_any_unit(text: str, told: bool) -> None:
    """Not only in baht."""
    assert told == tells_share(text)


@pytest.mark.parametrize(
    ("amount", "question", "told"),
    [
        ("1 พันล้านบาท", "เงินเท่าไหร่", True),
        ("1 พันล้านบาท", "แล้วใช้งบทั้งหมดเท่าไหร่", True),
        ("1 พันล้านบาท", "ได้เงินเท่าไหร่", False),
        ("1 พันล้านบาท", "ค่าสมัครเท่าไหร่", False),
        ("5 ล้านบาท", "เงินเท่าไหร่", False),
    ],
)
def test_a_title_tells_the_sum_it_is_about(amount: str, question: str, told: bool) -> None:
    """Which nobody gets, nor has to pay."""
    assert told == is_total(amount, "กรมลมให้ทุนว่าว 1 พันล้านบาท", asked(question))


def test_a_sum_in_dollars_is_told_with_its_whole_unit() -> None:
    """A number without it would be read as baht."""
    text = "รวมเป็นเงิน 2,396,800 ดอลลาร์สหรัฐ ดังนี้"
    sums = [
        text[one.start : one.end] for one in prices(text, asked("เป็นเงินเท่าไหร่"), date(2026, 11, 23))
    ]
    assert ["2,396,800 ดอลลาร์สหรัฐ"] == sums


@pytest.mark.parametrize(
    ("question", "told"),
    [("ลูกพลับขายได้โลละเท่าไหร่", "100 บาท"), ("ลูกพลับขายปลีกโลละเท่าไหร่", "200 บาท")],
)
def test_who_grew_it_is_not_paid_what_it_costs_in_a_shop(question: str, told: str) -> None:
    """Of two prices the one that is asked for."""
    body = "ลูกพลับได้ราคากิโลกรัมละ 100 บาท และมีราคาขายปลีกลูกพลับประมาณ 200 บาทต่อกิโลกรัม"
    assert told in fact_of(Entry("x", "ลูกพลับ", body), question)


@pytest.mark.parametrize(
    ("question", "gain"),
    [
        ("ได้กี่บาท", True),
        ("แล้วได้คนละเท่าไหร่คะ", True),
        ("ให้เงินเท่าไร", True),
        ("ได้กี่ล้าน", True),
        ("ค่าเข้าเท่าไหร่", False),
        ("ได้กี่คน", False),
        ("ขายได้กี่บาท", False),
    ],
)
def test_who_asks_how_much_one_gets(question: str, gain: bool) -> None:
    """And names nothing."""
    assert gain == asks_gain(asked(question))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ทีมที่ชนะรับเงินรางวัล 5,000 บาท", ["5,000 บาท"]),
        ("ใช้งบ 3 ล้านบาท ให้วงเงิน 20,000 บาท", ["วงเงิน 20,000 บาท"]),
        ("นักเรียนได้คนละ 900 บาท", ["คนละ 900 บาท"]),
        ("โครงการลงทุนทำว่าวมูลค่ากว่า 3 ล้านบาท", []),
        ("มีผู้ได้รับความช่วยเหลือ 9 ราย ใช้งบ 3 ล้านบาท", []),
        ("ค่าดอกเบี้ย 3 ล้านบาท", []),
        ("เข้าชมฟรี", []),
    ],
)
def test_a_sum_that_somebody_gets_stands_behind_a_word_for_it(text: str, told: list[str]) -> None:
    """What was spent, or is free, is none."""
    found = prices(text, asked("ได้กี่บาท"), date(2026, 11, 23))
    assert told == [text[one.start : one.end] for one in found if one.likeness >= 1]


def test_how_much_one_gets_is_no_number_of_people() -> None:
    """Where a sum is given, "ได้เท่าไหร่" asks for that."""
    contest = Entry("e", "ประกวดว่าว", "ประกวดว่าวมี 30 คน ผู้ชนะรับเงินรางวัล 5,000 บาท")
    assert fact_of(contest, "ได้เท่าไหร่") == "5,000 บาท"


@pytest.mark.parametrize(
    ("question", "told"),
    [("ตลาดว่าว ค่าเช่าแผงวันละกี่บาท", ""), ("ตลาดว่าว ค่าอบรมกี่บาท", "ฟรี")],
)
def test_what_is_hired_is_not_free_with_a_course(question: str, told: str) -> None:
    """And "ฟรีจำนวน 20 หลักสูตร" says that it is free, and then how many there are."""
    market = Entry("market", "ตลาดว่าว", "ตลาดว่าว อบรมทำว่าว ฟรีจำนวน 20 หลักสูตร")
    assert told == fact_of(market, question)


@pytest.mark.parametrize(
    ("sum_told", "question", "of_it"),
    [
        ("900", "งานที่ใช้เงินกู้สร้างมูลค่าเท่าไหร่", False),
        ("กว่า 60", "งานที่ใช้เงินกู้สร้างมูลค่าเท่าไหร่", True),
        ("7 ล้าน", "สร้างมูลค่าเท่าไหร่", None),
        ("900", "กู้เงินเท่าไหร่", True),
        ("900", "เท่าไหร่", None),
    ],
)
def test_the_last_word_for_a_kind_is_the_kind(
    sum_told: str, question: str, of_it: bool | None
) -> None:
    """What stands before another number says nothing of this."""
    assert of_it is is_of_sum(TEXT, TEXT.index(sum_told), kind_of_sum(question))


def test_a_sum_of_another_kind_is_unlikely() -> None:
    """One of no kind is, where another is of the kind asked for, a little less likely."""
    found = list(prices(TEXT, asked("สร้างรายได้เท่าไหร่"), TODAY))
    assert [0.1, 1.0, 0.6] == [one.likeness for one in found]


def test_what_was_won_stands_behind_the_prize() -> None:
    """What was spent on it is none."""
    text = "ใช้งบ 9 ล้านบาท ทีมชนะเลิศได้ 500 บาท"
    asked = kind_of_sum("แข่งว่าวได้รางวัลกี่บาท")
    assert [False, True] == [is_of_sum(text, text.index(one), asked) for one in ("9", "500")]


@pytest.mark.parametrize(
    ("text", "question", "likely"),
    [
        ("ลดค่าลงทะเบียน 40% ถึงสิ้นเดือน", "ค่าลงทะเบียนเท่าไหร่", []),
        ("ลดค่าลงทะเบียน 40% ถึงสิ้นเดือน", "ลดค่าลงทะเบียนเท่าไหร่", ["40%"]),
        ("ลดราคาเหลือ 300 บาท", "ราคาเท่าไหร่", ["300 บาท"]),
    ],
)
def test_what_is_taken_off_is_no_price(text: str, question: str, likely: list[str]) -> None:
    """What is left of it is."""
    found = prices(text, asked(question), date(2026, 11, 23))
    assert likely == [text[one.start : one.end] for one in found if one.likeness >= 1]


def test_an_eclipse_is_no_price() -> None:
    """Though its name ends like one."""
    assert asks_fee(asked("ราคาเท่าไหร่"))
    assert not asks_fee(asked("ถ่ายสุริยุปราคาใช้กล้องเท่าไหร่"))
