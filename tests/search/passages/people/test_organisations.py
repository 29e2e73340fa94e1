"""Who made or held something, and with whom, read off a title or a text."""

from dataclasses import replace

import pytest

from bot.knowledge.entries import Entry, Kind, Person
from bot.search.passages.people.answers import who_stated
from bot.search.passages.people.organisations import (
    agent_in,
    asks_partner,
    maker_in,
    organisation_beside,
    partner_in,
)
from bot.search.passages.people.question_types import asks_funder, asks_holder, asks_maker, is_deed
from bot.search.passages.quoting import quote
from bot.search.query import Query
from bot.thai.questions import Aspect
from tests.search.passages.base import TODAY, asked, fact_of, searched

PACT = Entry(
    "pact",
    "ทีเซลส์พัฒนาเครื่องส่องปอด",
    "ทีเซลส์ เป็นหน่วยงานที่สนับสนุนงานด้านสุขภาพ โดยทีเซลส์ได้ร่วมกับสมาคมแพทย์เกาะไผ่ จัดแถลงข่าวที่กรุงเทพฯ",
    Kind.NEWS,
)


@pytest.mark.parametrize(
    ("question", "maker", "holder"),
    [
        ("ใครทำ", True, False),
        ("ใครเป็นคนคิด", True, False),
        ("หน่วยงานไหนพัฒนา", True, False),
        ("ใครเป็นคนจัด", True, True),
        ("ใครเป็นเจ้าภาพ", True, True),
        ("ใครทำงานที่นี่", False, False),
        ("มันเป็นของใคร", True, False),
        ("แอปของหน่วยงานไหน", True, False),
        ("กล่องเก็บกลิ่นของใครคะ", True, False),
        ("กล่องเก็บกลิ่นของใครล่ะ", True, False),
        ("แนวคิดของใคร", False, False),
        ("คำพูดนี้เป็นผลงานของใคร", False, False),
        ("กล่องของใครบ้างที่หาย", False, False),
        ("สั่งให้ใครทำ", False, False),
        ("ใครเป็นประธาน", False, False),
        ("งานนี้จัดโดยใคร", True, True),
        ("ผู้จัดงานคือหน่วยงานไหน", True, True),
        ("หน่วยงานไหนจัด", True, True),
        ("งานที่ สวทช. จัด ใครเปิดงาน", False, False),
        ("จัดแข่งว่าวแล้วประธานคือใคร", False, False),
        ("ใครจัดการเรื่องน้ำ", False, False),
    ],
)
def test_who_wants_a_maker(question: str, maker: bool, holder: bool) -> None:
    """Whoever works, was told to do it, or runs something, is another matter."""
    assert (maker, holder) == (asks_maker(asked(question)), asks_holder(asked(question)))


@pytest.mark.parametrize(
    ("title", "body", "question", "who"),
    [
        ("แอปนับควายของจิสด้า", "สวทช. พัฒนาระบบ", "ใครทำ", "จิสด้า"),
        ("ครีมใบบัว", "ปีนี้ วว. ได้พัฒนาครีมใบบัว", "ใครทำ", "วว."),
        ("ครีมใบบัว", "ครีมนี้ผลิตโดย สวทช. ที่โรงงาน", "ใครทำ", "สวทช."),
        ("ครีมใบบัว", "รัฐมนตรีไปชมครีมที่ สวทช.", "ใครทำ", ""),
        (
            "ครีมใบบัว",
            "พัฒนาโดยทีมนักวิจัยของจุฬาลงกรณ์มหาวิทยาลัย ดีมาก",
            "ใครทำ",
            "ทีมนักวิจัยของจุฬาลงกรณ์มหาวิทยาลัย",
        ),
        ("ครีมใบบัว", "คิดค้นขึ้นโดย บริษัทใบบัว ปีนี้", "ใครทำ", "บริษัทใบบัว"),
        ("ครีมสองสี", "สีแดงผลิตโดยบริษัทใบบัว สีขาวผลิตโดยบริษัทดอกบัว", "ใครทำ", ""),
        ("ครีมใบบัว", "จัดงานโดยทีมวิจัยจากมหาวิทยาลัยบัว", "ใครทำ", ""),
        ("ศูนย์ว่าว", "GISTDA กับเทศบาลไผ่เปิดศูนย์ว่าว", "ใครเปิด", "GISTDA"),
        ("ศูนย์ว่าวของ สวทช.", "อพวช. เปิดศูนย์ว่าว", "ใครเปิด", "อพวช."),
        ("งานว่าวของ สวทช.", "อพวช. จัดงานว่าวทุกปี", "ใครจัด", "อพวช."),
    ],
)
def test_an_office_made_what_is_its_own(title: str, body: str, question: str, who: str) -> None:
    """By the title first; who is merely named made nothing."""
    assert who == maker_in(title, body, asked(question))


@pytest.mark.parametrize(
    ("title", "question", "who"),
    [
        ("วว. มอบเจลไผ่ให้เกาะ", "ใครส่ง", "วว."),
        ("วศ. แนะวิธีเก็บปลา", "ใครเป็นคนแนะนำ", "วศ."),
        ("วว. ส่งเสริมการปลูกไผ่", "ใครส่ง", ""),
        ("วศ. แนะวิธีเก็บปลา", "ใครไปบ้าง", ""),
        ("เจลไผ่ที่ วว. มอบให้เกาะ", "ใครส่ง", ""),
    ],
)
def test_an_office_does_what_its_title_says(title: str, question: str, who: str) -> None:
    """In whatever words it is asked, and nothing else."""
    assert who == agent_in(title, asked(question))
    eggs = Entry("eggs", title, "เนื้อหาเรื่องอื่น")
    stated = who_stated(eggs, Query(question, question, aspect=Aspect.WHO))
    assert who == (stated.text if stated else "")


def test_deeds_are_no_subject() -> None:
    """ "พัฒนา" of a question says what was done, as the words of a title may not."""
    assert is_deed("พัฒนา")
    assert not is_deed("พัฒนาการ")


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("ตามประกาศกระทรวง อว. เรื่องว่าว", True),
        ("สวทช. กำหนดขนาดว่าวแล้วประกาศ", False),
        ("คนในหมู่บ้านประกาศกันเอง เพราะลมแรงและว่าวขาดบ่อย วศ. ไปดู", False),
    ],
)
def test_an_office_beside_a_deed_did_it(text: str, beside: bool) -> None:
    """Farther away it did something else."""
    assert beside is organisation_beside("ประกาศ", text)


@pytest.mark.parametrize("question", ["ร่วมกับใคร", "กับใครอะ", "ทีเซลส์จับมือกับใคร"])
def test_the_partner_is_told_and_not_who_did_it(question: str) -> None:
    """The office that the news is of is named more often, and did nothing with itself."""
    assert "สมาคมแพทย์เกาะไผ่" == fact_of(PACT, question)


def test_a_title_names_the_partner() -> None:
    """All of them where there are several, and nobody where it names none."""
    assert "สมาคมแพทย์" == partner_in("“ทีเซลส์” ผนึกสมาคมแพทย์ ส่องปอด", asked("ร่วมกับใคร"))
    both = "ทีเซลส์ จับมือ สมาคมแพทย์ และโรงพยาบาลไผ่ ส่องปอด"
    assert "สมาคมแพทย์ และโรงพยาบาลไผ่" == partner_in(both, asked("ร่วมกับใคร"))
    assert "มะลิ และไทยดี" == partner_in("ทีเซลส์ ร่วมกับ มะลิ และไทยดี ส่องปอด", asked("ร่วมกับใคร"))
    assert "" == partner_in("ทีเซลส์ จับมือ 5 พันธมิตร ส่องปอด", asked("ร่วมกับใคร"))
    assert "" == partner_in("“ทีเซลส์” ผนึกสมาคมแพทย์ ส่องปอด", asked("ใครเปิดงาน"))


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("กรมลม ร่วมกับ นางสาวป่าน เชือกยาว ผู้อำนวยการหอว่าว ทำว่าว", "นางสาวป่าน เชือกยาว"),
        ("ลงนามข้อตกลงระหว่าง กรมลม กับหอการค้าเกาะไผ่ (หกผ.) เรื่องว่าว", "กรมลม กับหอการค้าเกาะไผ่ (หกผ.)"),
        (
            "กรมลมร่วมกับสำนักงานสภานโยบายการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรมแห่งชาติ ทำว่าว",
            "สำนักงานสภานโยบายการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรมแห่งชาติ",
        ),
        ("กรมลมทำว่าวร่วมกับภาคีเครือข่ายทุกภาคส่วน", ""),
        ("นายดิน ลมเย็น รัฐมนตรีว่าการกระทรวงลม ไปชมว่าว", ""),
    ],
)
def test_partners_are_told_whole_or_not_at_all(body: str, told: str) -> None:
    """Nor is a ministry one because its minister is named."""
    assert told == fact_of(Entry("e", "ว่าวเกาะไผ่", body), "ร่วมกับใคร")


def test_who_signs_with_whom_asks_for_both() -> None:
    """Nor has who talks with somebody a partner."""
    assert not any(map(asks_partner, map(asked, ("ใครเซ็นกับใคร", "ท่านคุยกับใคร", "ใครร่วมงาน"))))


FUNDED = Entry(
    "kite",
    "ชุดซ่อมว่าวชุดแรก",
    "ดร.ก้อง นาดี ไปดูงานที่เกาะไผ่ และบอกว่าจะส่งชุดซ่อมว่าวให้โรงเรียน ชุดซ่อมนี้ บพข. สนับสนุนทุนวิจัย",
    Kind.NEWS,
    people=(Person("ก้อง นาดี", "รัฐมนตรี"),),
)


@pytest.mark.parametrize(
    "question",
    ["ใครออกทุนให้วิจัย", "ใครออกเงิน", "ใครจ่ายเงิน", "ทุนจากไหน", "หน่วยงานไหนออกทุน", "ใครเป็นคนออกงบ"],
)
def test_who_paid_is_not_who_spoke(question: str) -> None:
    """By the text, in whatever words; nobody where it does not tell of any money."""
    assert "บพข." == fact_of(FUNDED, question)
    assert "" == fact_of(
        replace(FUNDED, body=FUNDED.body.replace("สนับสนุนทุนวิจัย", "ชอบมาก")), question
    )


def test_what_staff_wrote_of_the_money_is_told() -> None:
    """Under whatever words for it."""
    stated = replace(FUNDED, facts={"ใครให้ทุนชุดซ่อม": "กองทุนว่าวไทย"})
    assert "กองทุนว่าวไทย" == fact_of(stated, "ใครออกเงิน")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("ว่าวนี้ได้รับทุนสนับสนุนการวิจัยจากสำนักงานการวิจัยแห่งชาติ", "สำนักงานการวิจัยแห่งชาติ"),
        ("มูลนิธิปลาทู (มปท.) ให้ทุน 3 ปี", "มูลนิธิปลาทู"),
        ("เงินร่วมลงทุนจากบริษัทปลาทู", ""),
    ],
)
def test_a_text_tells_who_paid(body: str, told: str) -> None:
    """Before the word for it, or behind what came from them; who invests does not."""
    assert told == fact_of(replace(FUNDED, body=body, people=()), "ใครให้ทุน")


@pytest.mark.parametrize(
    "question", ["ขอทุนจากไหน", "ใครได้ทุน", "ให้ทุนใคร", "ใครให้เงินกู้", "กู้เงินจากไหน"]
)
def test_who_gets_money_or_wants_it_asks_for_no_funder(question: str) -> None:
    """Nor who asks for a loan."""
    assert not asks_funder(asked(question))


@pytest.mark.parametrize(
    ("question", "body", "told"),
    [
        ("ใครตั้งโรงว่าว", "โรงว่าวสอนทำว่าว\n\nตั้งขึ้นโดยกระทรวง อว. ที่เกาะไผ่", "กระทรวง อว."),
        ("โรงว่าวก่อตั้งโดยใคร", "โรงว่าวก่อตั้งโดย สวทช. เมื่อปี 2560", "สวทช."),
        ("ใครตั้งโรงว่าว", "โรงว่าวตั้งอยู่ที่เกาะไผ่ สวทช. ตั้งเป้าสอน 5 คน", ""),
        ("ใครตั้งชื่อโรงว่าว", "โรงว่าวก่อตั้งโดย สวทช. เมื่อปี 2560", ""),
    ],
)
def test_who_founded_it_stands_by_that(question: str, body: str, told: str) -> None:
    """Not what its name stands for, nor who aims at something."""
    house = Entry("house", "โรงว่าว", body, Kind.FAQ, facts={"โรงว่าว": "สถาบันว่าวไทยแห่งชาติ"})
    query = replace(searched(question), variants=("โรงว่าว", "สถาบันว่าวไทยแห่งชาติ"))
    fact = quote(house, query, TODAY).fact
    assert told == (fact.text if fact else "")
