"""Whoever is asked for is told, and nobody who is merely named."""

from dataclasses import replace

import pytest

from bot.knowledge.entries import Entry, Kind, Person
from bot.search.passages.candidates import candidates
from bot.search.passages.people.answers import who_candidates
from bot.search.passages.people.question_types import asks_organisation, asks_recipient
from bot.search.passages.quoting import quote
from bot.search.query import Query
from bot.thai.questions import Aspect
from tests.search.passages.base import TODAY, asked, fact_of
from tests.search.passages.test_quoting import FILLER

TEACHERS = Entry(
    "teachers",
    "ตั้งคณะกรรมการควบคุมโรงเรียนดาว",
    "กรณี น.ส.ใบเตย ดีมาก หรือ ดร.เตย ร้องเรียน จึงมอบเรื่องแก่มูลนิธิครูผู้เสียสละ",
    people=(
        Person("ศ.ก้อง ใจงาม", "ประธานสภาครู"),
        Person("รศ.ขวัญ ใจเย็น", "ประธานคณะกรรมการควบคุมโรงเรียนดาว"),
    ),
)


def test_a_faculty_runs_the_project_that_is_named() -> None:
    """Also by a name in capital letters; not the one that is named first."""
    body = f"คณะวิทยาศาสตร์ร่วมงาน {FILLER} (1) โครงการ Kite Control ดำเนินการโดยคณะแพทยศาสตร์"
    assert "คณะแพทยศาสตร์" == fact_of(Entry("x", "ทุนวิจัย", body), "โครงการ Kite Control คณะไหนทำ")


def test_an_organisation_named_in_passing_is_nobody() -> None:
    """Who somebody is, is told by the sentence; not by the office whose news told of them."""
    entry = Entry("r", "แม่ทัพน้อย", "แม่ทัพน้อย คือครูที่สอนวิทยาศาสตร์ให้ทหาร ตามข่าวของกระทรวงปี 2560")
    assert fact_of(entry, "แม่ทัพน้อยคือใคร") == ""


def test_who_wants_an_organisation_gets_no_person() -> None:
    """People that staff wrote down are no answer to which company it was."""
    ferry = Entry(
        "f",
        "เรือข้ามฟากไฟฟ้า",
        "เรือข้ามฟากไฟฟ้าต่อโดย บริษัท เรือไม้ไทย จำกัด ทดลองวิ่งแล้ว",
        people=(Person("ก้อง นาดี", "ผู้ว่าราชการจังหวัด"),),
    )
    assert "ก้อง นาดี" not in fact_of(ferry, "เรือข้ามฟากไฟฟ้าบริษัทไหนต่อ")
    assert "ก้อง นาดี" in fact_of(ferry, "เรือข้ามฟากไฟฟ้าใครเป็นผู้ว่า")


def test_whoever_was_there_has_no_role_that_nobody_has() -> None:
    """All of them are told to who asks who came, and to nobody who asks for their like."""
    camp = Entry(
        "camp",
        "ค่ายหุ่นยนต์",
        "ครูแก้วและครูกล้ามาค่ายหุ่นยนต์ พร้อมผู้สื่อข่าวสายวิทยาศาสตร์",
        people=(Person("แก้ว ใสดี", "ครู"), Person("กล้า ใสดี", "ครู")),
    )
    assert "แก้ว ใสดี ครู, กล้า ใสดี ครู" == fact_of(camp, "ค่ายหุ่นยนต์ใครมาบ้าง")
    assert "" == fact_of(camp, "ค่ายหุ่นยนต์ใครเป็น ambassador บ้าง")


def test_who_something_is_done_with_is_an_organisation() -> None:
    """ "ทำกับใคร" asks for the partner, not for somebody who spoke; "ใครเปิด" for a person."""
    entry = Entry(
        "camp",
        "ค่ายหุ่นยนต์",
        "ค่ายหุ่นยนต์จัดร่วมกับ สถาบันหุ่นยนต์แห่งชาติ มีพิธีเปิดโดยผู้ดูแลค่าย",
        people=(Person("สมหมาย ใจเย็น", "ผู้เปิดค่าย"),),
    )
    assert "สถาบันหุ่นยนต์แห่งชาติ" == fact_of(entry, "ค่ายหุ่นยนต์ทำกับใคร")
    both = replace(entry, body=f"ค่ายหุ่นยนต์ของ กระทรวงพลังใจแห่งชาติ\n\n{entry.body}")
    assert "สถาบันหุ่นยนต์แห่งชาติ" == fact_of(both, "ค่ายหุ่นยนต์ กระทรวงพลังใจ ทำกับใคร")
    assert "สมหมาย ใจเย็น ผู้เปิดค่าย" == fact_of(entry, "ใครเปิดค่ายหุ่นยนต์")


def test_a_company_is_no_ministry() -> None:
    """Of the organisations in a text one of the sort that is asked for is told."""
    body = "กระทรวงป่าไม้ร่วมกับบริษัท ไม้ซุงไทย จำกัด ทำเลื่อยไฟฟ้า"
    assert "ไม้ซุงไทย" in fact_of(Entry("x", "เลื่อยไฟฟ้า", body), "บริษัทไหนทำเลื่อยไฟฟ้า")
    beside = "สถาบันป่าไม้แห่งชาติ (สปช.) ร่วมกับ บริษัทไม้ซุง (ประเทศไทย) จำกัด ทำเลื่อยไฟฟ้า"
    told = fact_of(Entry("x", "เลื่อยไฟฟ้า", beside), "บริษัทไหนทำเลื่อยไฟฟ้า")
    assert told == "บริษัทไม้ซุง (ประเทศไทย) จำกัด"


def test_an_office_known_by_its_nickname_is_somebody_to_work_with() -> None:
    """Whom a ministry works with is not itself, and need not have an office in its name."""
    entry = Entry("x", "แผนที่นา", "แผนที่นาของกระทรวงเกษตร พัฒนากับเนคเทค ใช้ดูว่านาไหนปลูกอะไรดี")
    assert "เนคเทค" == fact_of(entry, "แผนที่นากระทรวงเกษตรทำกับใคร")


@pytest.mark.parametrize("place", ["กรมวิทยาศาสตร์บริการ", "นครนายก"])
def test_no_role_is_named_inside_a_name(place: str) -> None:
    """There is no รมว. in กรมวิทยาศาสตร์, and nobody is told to who names a role nobody has."""
    entry = Entry("x", "งานโคม", "มีงานโคม", people=(Person("ก้อง นาดี", "แขก"),))
    assert "ก้อง นาดี แขก" == fact_of(entry, f"งานโคม{place}ใครมา")
    assert "" == fact_of(entry, "งานโคมรมว.คนไหนมา")


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("หุ่นกระบอกใครเชิด", "นายเชิด สายไหม เชิดหุ่น และนายดู ลานหญ้า กล่าวว่าชอบ"),
        ("ทุนเล่าเรียนใครได้", "นายเรียน ดีเยี่ยม ได้ทุน และนายดู ลานหญ้า กล่าวว่าชอบ"),
    ],
)
def test_nobody_speaks_inside_a_word(question: str, body: str) -> None:
    """There is no บอก in กระบอก: who spoke is no likelier for it."""
    likely = {
        body[one.start : one.end]: one.likeness for one in candidates(body, asked(question), TODAY)
    }
    assert 1 == len(set(likely.values()))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ดร.เตย คือใคร", False),
        ("แดงเป็นใคร", False),
        ("ขวัญ ใจเย็น เป็นใคร", True),
        ("คนร้องเรียนคือใคร", True),
        ("ประธานคือใคร", True),
    ],
)
def test_who_somebody_is_by_name_is_nobody_else(question: str, told: bool) -> None:
    """A name that no one of the entry has tells of none of them; a role may."""
    assert told is any(one.name in fact_of(TEACHERS, question) for one in TEACHERS.people)


def test_of_two_chairs_that_of_the_title_is_meant() -> None:
    """Both are ประธาน, of this and of that."""
    assert "รศ.ขวัญ ใจเย็น" in fact_of(TEACHERS, "ใครเป็นประธาน")


@pytest.mark.parametrize("question", ["มอบเรื่องให้ใคร", "มอบเรื่องแก่ใคร", "ให้ใคร", "มอบเรื่องให้กับใคร"])
def test_whoever_gets_something_stands_behind_the_giving(question: str) -> None:
    """No one who spoke or was there is whom it was given to."""
    assert "มูลนิธิครูผู้เสียสละ" == fact_of(TEACHERS, question)


@pytest.mark.parametrize("question", ["ใครได้ที่ 1", "ใครได้แชมป์", "ใครได้คันแรก"])
def test_whoever_is_named_has_not_won_by_that(question: str) -> None:
    """Nor been given anything."""
    assert "" == fact_of(replace(TEACHERS, body="ครูร่วมแข่งขันทำอาหาร"), question)


def test_letters_of_an_office_are_no_role() -> None:
    """งาน of "ใครเปิดงาน" is a part of สำนักงาน, and opens nothing."""
    people = (Person("ดร.ก้อง ใจงาม", "รองเจ้าเมือง"), Person("นายขวัญ ใจเย็น", "หัวหน้าสำนักงานตลาด"))
    assert "" == fact_of(Entry("o", "ตลาดใหม่", "เปิดตลาดใหม่", people=people), "ใครเปิดงาน")


@pytest.mark.parametrize("question", ["ใครเป็นหน่วยงานหลัก", "13 บริษัทมีใครบ้าง", "มหาลัยมีอะไรบ้างที่ร่วม"])
def test_an_office_may_be_asked_for_as_somebody(question: str) -> None:
    """No person is a firm, and "13 บริษัท" is none by its name."""
    signed = Entry(
        "signed",
        "เทศบาลเซ็นกับ 13 บริษัท",
        "นายดี ทองงาม นายกเทศมนตรี เป็นประธาน ผู้บริหารจาก 13 บริษัท เข้าร่วมงาน",
        people=(Person("นายดี ทองงาม", "นายกเทศมนตรี"),),
    )
    assert asks_organisation(asked(question))
    assert "" == fact_of(signed, "13 บริษัทมีใครบ้าง")


def test_whom_something_was_handed_to_is_read() -> None:
    """As well where it was handed over "ให้" and not "แก่"."""
    body = "เกาะไผ่ทำเรือด้วยเครื่องพิมพ์ 1,000 ลำ มอบให้โรงพยาบาลเกาะไผ่ใต้ ใช้รับคนไข้"
    boats = Entry("boats", "เรือเกาะไผ่ 1,000 ลำ", body)
    assert "โรงพยาบาลเกาะไผ่ใต้" in fact_of(boats, "มอบให้ใคร")


@pytest.mark.parametrize("question", ["ให้หน่วยงานไหน", "แจกหน่วยงานไหน", "แจกใคร", "บริจาคให้องค์กรไหน"])
def test_nobody_is_given_what_is_only_done_for_them(question: str) -> None:
    """An office may be asked for as well as who_candidates, and by the verb alone."""
    body = "เกาะไผ่มอบต้นไผ่ 700 ต้น ให้กับเทศบาลเกาะไผ่ใต้ เพื่อชาวบ้าน\n\nเกาะไผ่ยังจัดอบรมให้แก่หน่วยงานภาครัฐทั่วไป"
    entry = Entry("bamboo", "เกาะไผ่มอบต้นไผ่", body, people=(Person("นายดี ทองงาม", "นายกเกาะไผ่"),))
    assert "เทศบาลเกาะไผ่ใต้" == fact_of(entry, question)


@pytest.mark.parametrize("question", ["ให้หน่วยงานไหนพัฒนา", "ให้องค์กรไหนรับผิดชอบ"])
def test_whoever_is_let_do_something_is_given_nothing(question: str) -> None:
    """What they are to do stands behind."""
    assert not asks_recipient(asked(question))


def test_what_is_counted_is_given_to_somebody() -> None:
    """The verb may stand far before it."""
    entry = Entry("masks", "มอบหน้ากากไม้ไผ่", "มอบหน้ากากไม้ไผ่ 700 ชิ้นให้เทศบาลเกาะไผ่ เพื่อชาวบ้าน")
    query = Query("ให้ใคร", "ให้ใคร", terms=("ให้", "ใคร"), aspect=Aspect.WHO)
    fact = quote(entry, query, TODAY).fact
    assert fact is not None
    assert "เทศบาลเกาะไผ่" == fact.text


def test_an_office_is_told_of_what_it_is_asked_of() -> None:
    """Of a release of many things each has its own; what only begins like a name is none."""
    body = (
        "แจกของขวัญผ่านโรงพยาบาลทั่วประเทศ และสถาบันของหน่วยงานในสังกัด "
        f"{FILLER}\n\nปลูกรากไม้เทียม โดย สถาบันรากไม้ไทย {FILLER}\n\n"
        f"มอบแขนกลไม้ไผ่ โดยสมาคมแขนกลน่าน {FILLER}"
    )
    gifts = Entry("x", "ของขวัญปีใหม่", body)
    assert "สมาคมแขนกลน่าน" == fact_of(gifts, "แขนกลไม้ไผ่หน่วยงานไหนทำ")
    assert "สถาบันรากไม้ไทย" == fact_of(gifts, "รากไม้เทียมหน่วยงานไหนทำ")


def test_a_firm_of_another_thing_is_not_told() -> None:
    """The battery is of the firm that is named beside it, and of no other."""
    body = (
        f"บริษัท เรือลมไทย จำกัด เซ็นสัญญากับท่าเรือ {FILLER}\n\n"
        f"ใช้แบตเตอรี่ของ บริษัท ไฟแรงดี จำกัด ในเรือ {FILLER}"
    )
    ferry = Entry("x", "เรือไฟฟ้าลำแรก", body)
    assert "บริษัท ไฟแรงดี จำกัด" == fact_of(ferry, "แบตเตอรี่ของบริษัทไหน")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("ครีมนี้ ดร.เตย ใบบัว หัวหน้าโครงการ เป็นคนทำ", True),
        ("ครีมนี้ ดร.เตย ใบบัว ได้คิดค้นไว้", True),
        ("ชมครีมที่ ดร.เตย ใบบัว เลขาธิการคณะกรรมการวิจัยแห่งชาติ นำมา", False),
        ("ชมครีมกับ ดร.เตย ใบบัว ผู้อำนวยการสำนักงานพัฒนาใบบัว", False),
        ("ดร.เตย ใบบัว กล่าวว่า ครีมนี้นักวิจัยทำกันมานาน", False),
        ("มีพิธีที่ ดร.เตย ใบบัว ไปร่วมการพัฒนาชุมชน", False),
    ],
)
def test_whoever_is_of_an_office_called_by_a_deed_made_nothing(body: str, told: bool) -> None:
    """Nor who speaks of it: many an office has research in its name."""
    found = candidates(body, asked("ใครเป็นคนพัฒนา"), TODAY)
    assert told == any("เตย" in body[one.start : one.end] and one.likeness > 0.5 for one in found)


def test_who_only_came_to_see_it_did_not_preside() -> None:
    """Neither by their role nor by the words behind their name."""
    visited = Entry(
        "kites",
        "งานว่าวเกาะไผ่",
        "งานว่าวเกาะไผ่จัดที่ลาน\n\nน.ส.ใบเตย ดีมาก นายกสมาคมว่าวในเวลานั้น ไปตรวจเยี่ยมเมื่อ 2 มกราคม 2567",
        people=(Person("ใบเตย ดีมาก", "นายกสมาคมว่าวในเวลานั้น ผู้ตรวจเยี่ยม"),),
    )
    for question in ("ใครเป็นประธาน", "ใครเปิดงาน"):
        assert "ใบเตย" not in fact_of(visited, f"งานว่าวเกาะไผ่{question}")
        bare = replace(visited, people=())
        assert "ใบเตย" not in fact_of(bare, f"งานว่าวเกาะไผ่{question}")
    assert "ใบเตย" in fact_of(visited, "งานว่าวเกาะไผ่ใครไปตรวจเยี่ยม")
    chair = replace(visited, people=(Person("ใบเตย ดีมาก", "ผู้ร่วมงาน ประธานเปิดงาน"),))
    assert "ใบเตย" in fact_of(chair, "งานว่าวเกาะไผ่ใครเป็นประธาน")


def test_all_firms_are_wanted_whatever_small_words_stand_beside() -> None:
    """ "เคย" and "มั่ง" name nothing that they would have to stand near."""
    text = (
        "ธนาคารร่มเคยให้ความมั่งคั่งแก่ทุกคน"
        + " ผู้คนมากมายมาฟังเรื่องว่าวและร่มที่งาน" * 10
        + " มีสองราย คือ บริษัท ร่มเงิน จำกัด"
    )
    told = {
        text[one.start : one.end].strip(): one.likeness
        for one in who_candidates(text, asked("มีบริษัทไหนเคยได้มั่ง"), TODAY)
    }
    assert told["บริษัท ร่มเงิน จำกัด"] == 1.0


def test_whoever_is_named_is_not_asked_for() -> None:
    """But by who asks who that is; a holder of the office asked for is told whatever it is of."""
    people = (
        Person("ดร.ใบเตย ดีมาก", "รัฐมนตรีว่าการกระทรวงว่าว"),
        Person("นายก้อง ใจงาม", "ผู้อำนวยการหอว่าว"),
    )
    entry = Entry("v", "ดร.ใบเตย หารือกับชมรมลม", FILLER, people=people)
    assert fact_of(entry, "ชมรมลมไปหาใครกับรัฐมนตรีใบเตย") == ""
    assert "ใบเตย" in fact_of(entry, "ดร.ใบเตยคือใคร")
    assert fact_of(entry, "ผอ.ชื่ออะไร") == "นายก้อง ใจงาม ผู้อำนวยการหอว่าว"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ไปเกาะไผ่พบใคร", "นายลอยลม สูงลิ่ว"),
        ("อธิบดีคุยกับใคร", "นายลอยลม สูงลิ่ว"),
        ("ไปพบใครที่เกาะไผ่", "นายลอยลม สูงลิ่ว"),
        ("ลอยลมหารือกับใคร", ""),
    ],
)
def test_whom_somebody_met_is_not_who_went(question: str, told: str) -> None:
    """Nor who went along."""
    body = "นางฟ้า ใสสว่าง พร้อมด้วย นางสาวเดือน ใจดี เข้าเยี่ยมคารวะและหารือกับ นายลอยลม สูงลิ่ว ผู้ว่าเกาะไผ่"
    people = (Person("นางฟ้า ใสสว่าง", "อธิบดีกรมลม"), Person("นางสาวเดือน ใจดี", "ช่างว่าว"))
    assert told == fact_of(Entry("e", "กรมลมเยือนเกาะไผ่", body, people=people), question)


def test_members_of_an_office_are_none_of_those_who_were_there() -> None:
    """Who asks for these names no office."""
    news = Entry(
        "m",
        "แถลงแผนว่าวภาคเอกชน",
        "ปลัดดิน ลมเย็น แถลงกับ กวว. ประกอบด้วย สมาคมว่าว และสมาคมไผ่",
        Kind.NEWS,
        people=(Person("นายดิน ลมเย็น", "ปลัดเกาะไผ่"), Person("นายฟ้า ใสดี", "ผู้ว่าเกาะไผ่")),
    )
    assert "" == fact_of(news, "กวว. มีใครบ้าง")
    assert "ดิน" in fact_of(news, "แถลงแผนว่าวมีใครบ้าง")


def test_whoever_acts_for_another_ministry_is_not_told() -> None:
    """Of two who act for a minister, by the ministry that is named."""
    people = (
        Person("นายเตย ใบเขียว", "รัฐมนตรีประจำสำนักนายก รักษาราชการแทน รมว.กระทรวงวัฒนธรรม"),
        Person("นางสาวแพร ไหมทอง", "รัฐมนตรีประจำสำนักนายก รักษาราชการ รมว.อว. แทน"),
    )
    entry = Entry("acting", "นายกมอบงานรัฐมนตรี", "นายกมอบงานก่อนปรับคณะรัฐมนตรี", people=people)
    assert "นางสาวแพร ไหมทอง" in fact_of(entry, "ใครรักษาราชการแทน รมว.อว.")
