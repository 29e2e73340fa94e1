"""Of which side somebody is, where two countries met."""

import pytest

from bot.knowledge.entries import Entry, Person
from bot.search.passages.people.delegations import delegation_asked, envoy_asked
from bot.thai.normalise import normalise, squeeze
from tests.search.passages.base import asked, fact_of

_OURS = Person("นางสาวดิน ลมเย็น", "ปลัดกระทรวงว่าว")
_THEIRS = Person("นายทาคา ฮานะ", "รัฐมนตรีว่าการกระทรวงว่าว ประเทศญี่ปุ่น")
_BODY = (
    "นางสาวดิน ลมเย็น ปลัดกระทรวงว่าว เป็นประธานในการประชุมว่าวไทย - สปป.ลาว ครั้งที่ 2"
    " โดยมีท่านคำมี แก้วใส รักษาการหัวหน้ากรมว่าวเป็นประธานร่วม"
)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("ใครเป็นประธานฝั่งลาว", True),
        ("ฝ่ายไทยใครไป", True),
        ("รัฐมนตรีของญี่ปุ่นชื่ออะไร", True),
        ("ทางเกาหลีใต้ใครเซ็น", True),
        ("ฝั่งเกษตรใครเซ็น", True),
        ("ฝ่าย สวทช. ใครมา", True),
        ("ใครเป็นหัวหน้าฝ่ายการคลัง", False),
        ("ใครเซ็นฝั่งเขา", True),
        ("ร่มของเขาใครถือ", False),
        ("ใครมาจากลาว", True),
        ("หอการค้าญี่ปุ่นส่งใครมา", True),
        ("รัฐมนตรีจีนที่มาพบชื่ออะไร", True),
        ("ใครพารัฐมนตรีจีนไปดูงาน", False),
        ("ฝั่งธนใครไป", False),
        ("ชายฝั่งพลังงานใครดูแล", False),
        ("ใครเดินทางไทย", False),
        ("ใครเป็นประธาน", False),
    ],
)
def test_which_questions_name_a_side(question: str, names: bool) -> None:
    """By a country or an office behind the word for it; a part of an office is none."""
    assert names == (delegation_asked(asked(question)) is not None)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ฝ่ายญี่ปุ่นรัฐมนตรีชื่ออะไร", "นายทาคา ฮานะ"),
        ("ใครเป็นรัฐมนตรีของญี่ปุ่น", "นายทาคา ฮานะ"),
        ("ฝั่งไทยใครไป", "นางสาวดิน ลมเย็น"),
        ("ฝ่ายเขาใครมา", "นายทาคา ฮานะ"),
        ("ฝั่งเราใครไป", "นางสาวดิน ลมเย็น"),
        ("ฝ่ายจีนใครมา", ""),
    ],
)
def test_people_of_the_side_asked_for(question: str, told: str) -> None:
    """Whoever is of another country is not told, though named first."""
    entry = Entry("e", "ไทยพบญี่ปุ่นเรื่องว่าว", "วันนี้ได้พบกัน", people=(_OURS, _THEIRS))
    said = fact_of(entry, question)
    assert said.startswith(told)
    assert bool(said) == bool(told)


@pytest.mark.parametrize(
    ("question", "told"),
    [("ใครเป็นประธานฝั่งลาว", "ท่านคำมี แก้วใส"), ("ใครเป็นประธานฝ่ายไทย", "นางสาวดิน ลมเย็น")],
)
def test_people_of_a_side_in_the_text(question: str, told: str) -> None:
    """Guests are named in the text alone; a meeting called by both countries is no role."""
    entry = Entry("e", "ว่าวไทยลาว", _BODY, people=(_OURS,))
    assert fact_of(entry, question).startswith(told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ประชุมว่าวไทย-ลาวที่เกาะไผ่ รัฐมนตรีลาวที่มาชื่ออะไร", "นายคำมี แก้วใส"),
        ("ทูตลาวชื่ออะไร", "นายบุญ แสงดี"),
    ],
)
def test_the_role_of_a_guest_is_read_to_its_end(question: str, told: str) -> None:
    """It is told behind a ministry's name, or right behind their own."""
    body = (
        "นางสาวดิน ลมเย็น ปลัดกระทรวงว่าว พบ นายคำมี แก้วใส รัฐมนตรีว่าการกระทรวงลูกข่าง สปป.ลาว"
        " และ นายบุญ แสงดี เอกอัครราชทูตลาวประจำเกาะ"
    )
    assert told == fact_of(Entry("e", "ว่าวไทยลาว", body, people=(_OURS,)), question)


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("รมต.ฝรั่งเศสมาพบใคร", True),
        ("รมตฝรังเศสมาหาใคร", True),
        ("รัฐมนตรีวิทย์ของจีนมาวันไหน", True),
        ("ท่านทูตออสเตเลียมาทำอะไร", True),
        ("นายกญี่ปุ่นมาวันไหน", True),
        ("รัฐมนตรีไปจีนวันไหน", False),
        ("รมต.ลาออกเมื่อไหร่", False),
        ("ทูตว่าวคือใคร", False),
    ],
)
def test_who_is_named_by_post_and_country(question: str, named: bool) -> None:
    """However misspelt, where the country stands behind the post."""
    assert named == (envoy_asked(asked(question)) is not None)


@pytest.mark.parametrize(
    ("question", "title", "body", "told"),
    [
        ("ทูตจีนมาวันไหน", "รมว.อว. พบเอกอัครราชทูตจีน", "", True),
        ("ทูตจีนมาวันไหน", "เล่นว่าวกับเพื่อนบ้าน", "ออท. สาธารณรัฐประชาชนจีน มาร่วมงาน", True),
        ("รมต.จีนมาวันไหน", "รมว.อว. พบเอกอัครราชทูตจีน", "รมว.ลูกข่างจีนฝากคำทักทาย", False),
        ("รมต.จีนมาวันไหน", "รมว.อว. เยือนจีน", "รมว.อว. ไปกับเพื่อนที่จีน", False),
        ("รมต.จีนมาวันไหน", "รับ รมว.ลูกข่างและลม จีน", "", True),
        ("ทูตจีนมาวันไหน", "รมว.อว. ชมว่าวจีน", "เอกอัครราชทูตจีนมาส่ง", True),
        ("รมต.จีนมาวันไหน", "รับนายกรัฐมนตรีจีน", "", False),
    ],
)
def test_an_ambassador_is_no_minister(question: str, title: str, body: str, told: bool) -> None:
    """Whoever of that country a title has is not another whom the text mentions."""
    envoy = envoy_asked(asked(question))
    text = squeeze(normalise(f"{title} {body}"))
    assert envoy is not None
    assert told == envoy.is_told(squeeze(normalise(title)), text)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ฝั่งเกษตรใครไป", "นายไผ่ ลมเย็น"),
        ("ฝั่งกระทรวงเกษตรใครเซ็น", ""),
        ("ฝั่ง อว. ใครเซ็น", "นางสาวดิน ฟ้าใส"),
        ("ฝ่าย อว. ใครเซ็น", "นางสาวดิน ฟ้าใส"),
        ("ฝั่งพลังงานใครเซ็น", ""),
    ],
)
def test_people_of_the_office_asked_for(question: str, told: str) -> None:
    """Whoever signed for the other one is not told."""
    body = (
        "นายไผ่ ลมเย็น ปลัดกระทรวงเกษตรและสหกรณ์ เปิดเผยเรื่องว่าว โดยมี นางสาวดิน ฟ้าใส"
        " ปลัดกระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม ร่วมลงนาม"
    )
    people = (
        Person("นายไผ่ ลมเย็น", "ปลัดกระทรวงเกษตรและสหกรณ์"),
        Person("นางสาวดิน ฟ้าใส", "ปลัดกระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม"),
    )
    said = fact_of(Entry("e", "เกษตรฯ จับมือ อว. เรื่องว่าว", body, people=people), question)
    assert said.startswith(told)
    assert bool(said) == bool(told)


CRYSTAL = Entry(
    "c", "ปลูกผลึกบนยอดเขา", "โครงการนี้ได้รับเลือกจากโครงการของจิสด้า และทำกับ KITE ของญี่ปุ่น เมื่อปีก่อน"
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ทำกับญี่ปุ่นหน่วยงานไหน", "KITE"),
        ("หน่วยงานไหนของญี่ปุ่นมาร่วม", "KITE"),
        ("ทำกับลาวหน่วยงานไหน", ""),
        ("ทำกับบริษัทไหนของญี่ปุ่น", ""),
    ],
)
def test_an_organisation_is_of_the_country_that_is_named(question: str, told: str) -> None:
    """Of no other, and of the sort that is asked for."""
    assert told == fact_of(CRYSTAL, question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ใครมาจากญี่ปุ่น", "นายทาคา ฮานะ"),
        ("สมาคมว่าวญี่ปุ่นส่งใครมาคุยกับคุณดิน", "นายทาคา ฮานะ"),
        ("ใครมาจากจีน", ""),
    ],
)
def test_whoever_alone_came_from_there_is_told(question: str, told: str) -> None:
    """Whom the text tells of that country, or writes in Latin letters as well."""
    body = (
        "นางสาวดิน ลมเย็น ปลัดกระทรวงว่าว ต้อนรับนายทาคา ฮานะ (Taka HANA) ประธานสมาคมลมแห่งญี่ปุ่น"
        " และคณะ ณ หอว่าว"
    )
    assert fact_of(Entry("e", "หารือเรื่องว่าว", body, people=(_OURS,)), question) == told
