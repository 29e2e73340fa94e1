"""Roles of people, of the ministry that is asked about and of no other."""

import pytest

from bot.knowledge.entries import Entry, Person
from bot.search.passages.people.roles import is_of_office, is_of_other_ministry, name_asked, of_role
from bot.search.ranking import Query
from bot.thai.normalise import normalise, squeeze
from bot.thai.questions import Aspect


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
    assert other is is_of_other_ministry(role, normalise(question))


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
    assert [who] == [one.name for one in of_role(entry, normalise(question))]


@pytest.mark.parametrize(
    ("role", "question", "its"),
    [
        ("เลขาธิการ รมว.ว่าว", "อธิการบดีชื่ออะไร", False),
        ("อธิการบดีวิทยาลัยว่าว", "อธิการชื่ออะไร", True),
        ("รมช.ว่าว", "รัฐมนตรีชื่ออะไร", True),
        ("ผู้อำนวยการกองว่าว", "ผอ.ชื่ออะไร", True),
        ("ผู้อำนวยการกองว่าว", "ปลัดชื่ออะไร", False),
        ("ผู้อำนวยการกองว่าว", "ใครเปิดงาน", True),
    ],
)
def test_an_office_is_no_other_that_sounds_like_it(role: str, question: str, its: bool) -> None:
    """Who names none may mean any."""
    assert its is is_of_office(role, normalise(question))
