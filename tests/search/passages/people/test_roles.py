"""Roles of people, of the ministry that is asked about and of no other."""

import pytest

from bot.knowledge.entries import Entry, Person
from bot.search.passages.people.roles import (
    has_office_at,
    is_of_office,
    is_of_other_ministry,
    name_asked,
    of_role,
    office_asked,
    office_met,
)
from bot.search.query import Query
from bot.thai.normalise import normalise, squeeze
from bot.thai.questions import Aspect
from tests.search.passages.base import asked, fact_of


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("ดร.เตย คือใครครับ", "ดร.เตย"),
        ("ใบเตย ดีมาก เป็นใคร", "ใบเตยดีมาก"),
        ("ผู้อำนวยการคือใคร", ""),
        ("คนเปิดงานคือใคร", ""),
        ("แล้วเขาเป็นใคร", ""),
        ("ใครเป็นประธาน", ""),
    ],
)
def test_a_name_is_no_role(question: str, name: str) -> None:
    """Who holds a role is asked of the entry's people; who somebody is of that one alone."""
    clean = normalise(question)
    assert squeeze(name) == name_asked(Query(question, clean, aspect=Aspect.WHO))


@pytest.mark.parametrize(
    ("role", "question", "other"),
    [
        ("ปลัดกระทรวงวัฒนธรรม", "ปลัด อว. คือใคร", True),
        ("ปลัดกระทรวงวัฒนธรรม", "ปลัดกระทรวงวัฒนธรรมคือใคร", False),
        ("ปลัดกระทรวงวัฒนธรรม", "ปลัดคือใคร", False),
        ("ปลัดกระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม", "ปลัด อว. คือใคร", False),
        ("ปลัดกระทรวงวิทยาศาสตร์และเทคโนโลยี", "ปลัดกระทรวงวิทย์ชื่ออะไร", False),
        ("ผู้อำนวยการ สวทช.", "ผอ. อว. คือใคร", False),
        ("ปลัด อว.", "ปลัดกระทรวงวิทย์ชื่ออะไร", False),
    ],
)
def test_whoever_serves_another_ministry_is_not_asked_for(
    role: str, question: str, other: bool
) -> None:
    """A ministry may be asked for by what it is called for short."""
    assert other is is_of_other_ministry(role, asked(question))


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("ใครเป็นหัวหน้าทีมวิจัย", "ดร.เตย ใบเขียว"),
        ("หัวหน้าคือใคร", "นายไผ่ ตรงดี"),
    ],
)
def test_who_tells_all_of_a_role_goes_first(question: str, who: str) -> None:
    """Whatever they are called later in the text counts as well; of equals the title's is meant."""
    people = (
        Person("นายไผ่ ตรงดี", "หัวหน้าโครงการสวนไผ่"),
        Person("ดร.เตย ใบเขียว", "นักวิจัยอาวุโส"),
    )
    entry = Entry("e", "โครงการสวนไผ่", "ดร.เตยฯ หัวหน้างานวิจัยฯ กล่าวว่าดี", people=people)
    assert [who] == [one.name for one in of_role(entry, asked(question))]


@pytest.mark.parametrize(
    ("role", "question", "its"),
    [
        ("เลขาธิการ รมว.ว่าว", "อธิการบดีชื่ออะไร", False),
        ("อธิการบดีวิทยาลัยว่าว", "อธิการชื่ออะไร", True),
        ("รมช.ว่าว", "รัฐมนตรีชื่ออะไร", True),
        ("ผู้อำนวยการกองว่าว", "ผอ.ชื่ออะไร", True),
        ("ผู้อำนวยการกองว่าว", "ปลัดชื่ออะไร", False),
        ("ผู้อำนวยการกองว่าว สำนักงานปลัดกระทรวง", "ปลัดชื่ออะไร", False),
        ("ผู้อำนวยการกองว่าว", "ใครเปิดงาน", True),
    ],
)
def test_an_office_is_no_other_that_sounds_like_it(role: str, question: str, its: bool) -> None:
    """Who names none may mean any."""
    assert its is is_of_office(role, normalise(question))


@pytest.mark.parametrize(
    ("question", "office"),
    [
        # What is told of the office in passing is not asked.
        ("ทูตชื่ออะไรนะ", "ทูต"),
        ("ใครได้เป็นอธิบดีกรมว่าว", "อธิบดีกรมว่าว"),
        ("ผอ. เกาะไผ่ที่มาหารัฐมนตรีชื่ออะไร", "ผอ. เกาะไผ่"),
        ("ประธานที่มาพบรัฐมนตรีชื่ออะไร", ""),
        ("ใครแต่งตั้งอธิการ", ""),
        ("ใครเปิดงาน", ""),
        # Whoever is named before it did something.
        ("นายกรัฐมนตรีชมงานว่าว หัวหน้าโครงการชื่ออะไร", "หัวหน้าโครงการ"),
        ("ปลัด อว. ชื่ออะไร", "ปลัด อว."),
    ],
)
def test_an_office_is_asked_for_by_who_holds_it_or_its_name(question: str, office: str) -> None:
    """And none that is only told of."""
    assert office == office_asked(asked(question)).strip()


@pytest.mark.parametrize(
    ("text", "question", "has"),
    [
        ("นายใบ เตยดี (Mr. Bai) เอกอัครราชทูตเกาะไผ่", "ทูตชื่ออะไร", True),
        ("นายใบ เตยดี กล่าวกับเอกอัครราชทูตเกาะไผ่", "ทูตชื่ออะไร", False),
        ("นายใบ เตยดี รองอธิบดีกรมว่าว", "อธิบดีชื่ออะไร", False),
        ("นายใบ เตยดี รองอธิบดีกรมว่าว", "รองอธิบดีชื่ออะไร", True),
        ("นายใบ เตยดี อธิบดีกรมว่าว", "รองอธิบดีชื่ออะไร", False),
        ("นายใบ เตยดี เลขานุการรัฐมนตรี", "รัฐมนตรีชื่ออะไร", False),
        ("นายใบ เตยดี เลขานุการรัฐมนตรี", "เลขารัฐมนตรีชื่ออะไร", True),
        ("นายใบ เตยดี หมอ ให้ดำรงตำแหน่ง อธิบดี กรมวิทยาศาสตร์บริการ", "ใครได้เป็นอธิบดีกรมวิทย์บริการ", True),
        ("นายใบ เตยดี ให้ดำรงตำแหน่งอธิบดี กรมประมง", "ใครได้เป็นอธิบดีกรมวิทย์บริการ", False),
        ("นายใบ เตยดี อธิบดีกรมว่าว", "ใครเปิดงาน", None),
    ],
)
def test_an_office_stands_beside_the_name(text: str, question: str, has: bool | None) -> None:
    """A deputy has it not, nor who spoke with whoever has; who was appointed has it from then."""
    assert has is has_office_at(text, (0, len("นายใบ เตยดี")), asked(question))


@pytest.mark.parametrize(("before", "has"), [("ผู้มีอำนาจเต็มแห่งเกาะไผ่", True), (" นายใบ เตยดี", False)])
def test_a_name_in_brackets_is_of_the_office_or_of_whoever_stands_before_it(
    before: str, has: bool
) -> None:
    """Whoever is named twice is told by the first name."""
    text = f"เอกอัครราชทูตวิสามัญ{before} (H.E. Mr. Bai Toey)"
    place = text.index("H.E."), len(text) - 1
    assert has is has_office_at(text, place, asked("ทูตชื่ออะไร"))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ครม ตั้งใครเป็นอธิบดีกรมลม", "นายรุ่ง สดใส"),
        ("เกาะไผ่เลือกใครเป็นอธิบดี", "นายรุ่ง สดใส"),
        ("ครม ตั้งใครเป็นเลขาธิการ", ""),
    ],
)
def test_whoever_was_appointed_takes_the_office(question: str, told: str) -> None:
    """However far from the words of the question; a doctor by profession is no other person."""
    body = (
        "นางสาวเดือน ใจดี รองโฆษกเกาะไผ่ เปิดเผยว่า ที่ประชุมมีมติตามที่เสนอ\n\n"
        "นายรุ่ง สดใส นายแพทย์ (ด้านเวชกรรมป้องกัน) สำนักงานปลัดเกาะไผ่ ให้ดำรงตำแหน่ง อธิบดี "
        "(ตำแหน่งประเภทบริหารระดับสูง) กรมลม เกาะไผ่"
    )
    entry = Entry("e", "มีมติแต่งตั้งข้าราชการ", body)
    assert told == fact_of(entry, question)


def test_an_office_behind_what_is_done_is_not_asked_for() -> None:
    """ "ใครไปหารัฐมนตรี" wants another; "ใครเป็นรัฐมนตรี" wants the minister."""
    questions = ("ใครถ่ายรูปรัฐมนตรีเรื่องว่าว", "ใครเป็นรัฐมนตรี")
    assert [bool(office_met(asked(one))) for one in questions] == [True, False]
    people = (Person("ดร.ฟ้า ใสดี", "รัฐมนตรี"), Person("นายดิน ลมเย็น", "ช่างภาพเกาะไผ่"))
    kites = Entry("e", "ว่าวเกาะไผ่", "ดร.ฟ้า ใสดี รัฐมนตรี ชมว่าว นายดิน ลมเย็น ถ่ายภาพ", people=people)
    assert "รัฐมนตรี" not in fact_of(kites, "ใครถ่ายรูปรัฐมนตรีเรื่องว่าวเกาะไผ่")


@pytest.mark.parametrize(
    ("body", "question", "told"),
    [
        (
            "โดยมี ศ.ดร.ใบเตย ดีมาก คณบดีวิทยาลัยว่าวเกาะไผ่ เข้าพบ ดร.ฟ้า ใสดี",
            "คณบดีวิทยาลัยว่าวเกาะไผ่คือใคร",
            "ใบเตย",
        ),
        ("โดยมี พล.อ.ใบเตย ดีมาก องคมนตรี ร่วมชมว่าว กับ ดร.ฟ้า ใสดี", "องคมนตรีที่ร่วมชมว่าวคือใคร", "ใบเตย"),
        ("นายใบเตย ดีมาก นายอำเภอเกาะไผ่ พบ ดร.ฟ้า ใสดี เรื่องว่าว", "นายอำเภอเกาะไผ่คือใคร", "ใบเตย"),
    ],
)
def test_a_dean_is_no_name(body: str, question: str, told: str) -> None:
    """An office is told of whoever has it, also where it stands as a part of the name."""
    assert told in fact_of(Entry("e", "เรื่องว่าว", body), question)


def test_of_two_heads_the_one_of_what_is_asked_is_meant() -> None:
    """By a name in Latin letters in the question and in the role."""
    heads = ("หัวหน้าทีมเครื่องจักร", "หัวหน้าทีมพัฒนา KITEBOT")
    people = tuple(
        Person(f"ดร.{name} ดีมาก", role) for name, role in zip(("ฟ้าใส", "ใบเตย"), heads, strict=True)
    )
    kites = Entry("e", "ทีมเครื่องจักรโชว์ KITEBOT", "เปิดตัวว่าว", people=people)
    assert f"ดร.ใบเตย ดีมาก {heads[1]}" == fact_of(kites, "หัวหน้าทีมพัฒนา KITEBOT คือใคร")


def test_who_is_met_by_whoever_is_asked_for_is_not_meant() -> None:
    """Though the name stands right before "คือใคร"; a chair is no secretary."""
    people = (
        Person("ดร.ฟ้าใส ลมเย็น", "รัฐมนตรีว่าการกระทรวงว่าว"),
        Person("นายป่าน ยาวดี", "เลขาธิการมูลนิธิว่าว"),
        Person("นายใบเตย ดีมาก", "ประธานสภาว่าว"),
    )
    body = "ดร.ฟ้าใส ลมเย็น พบ นายใบเตย ดีมาก ประธานสภาว่าว และนายป่าน ยาวดี เลขาธิการมูลนิธิว่าว"
    kites = Entry("e", "รัฐมนตรีพบสภาว่าว", body, people=people)
    assert "นายใบเตย ดีมาก ประธานสภาว่าว" == fact_of(kites, "ประธานสภาว่าวที่ต้อนรับฟ้าใสคือใคร")
    assert "" == fact_of(kites, "ประธานมูลนิธิว่าวคือใคร")


def test_a_lawyer_is_no_mister() -> None:
    """Nor is "สภานายกพิเศษแห่งสภาทนายความ" anybody's name."""
    body = "พันตำรวจเอก ดิน ลมเย็น รัฐมนตรีว่าว ในฐานะสภานายกพิเศษแห่งสภาทนายความ เป็นประธานเปิดอบรมว่าว"
    assert fact_of(Entry("e", "เปิดอบรมว่าว", body), "ใครเปิดอบรมว่าว").startswith("พันตำรวจเอก ดิน")
