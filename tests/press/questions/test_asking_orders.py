"""Whom a release says that somebody told to do something, and what is asked of it."""

from dataclasses import replace

import pytest

from bot.knowledge.entries import Entry, Person
from bot.press.questions.asking_orders import orders_of
from tests.press.questions.base import in_all_forms

PREMIER = Person("นายแดง ใจดี", "นายกรัฐมนตรี")
HEAD = Person("ดร.เขียว งามดี", "ผู้อำนวยการสถาบันเรือใบ")
PEOPLE = (PREMIER, HEAD)


def orders(body: str, title: str = "ข่าวเรือใบ", actor: Person | None = None) -> list[str]:
    """Who told whom, in one line each."""
    entry = Entry("a", title, body, people=PEOPLE)
    return [f"{one.person.name} {one.verb} {one.whom}" for one in orders_of(entry, actor)]


def asked(body: str, *people: Person) -> str:
    """All that is asked, with the forms of several entries."""
    entry = Entry("a", "ข่าวเรือใบ", body, people=people or PEOPLE)
    return "\n".join(in_all_forms(entry, 4))


@pytest.mark.parametrize(
    ("told", "whom"),
    [
        ("ได้สั่งการให้ วว. เร่งซ่อมเรือทุกลำ", "สั่งให้ วว."),
        ("จึงมอบหมาย วศ. ตรวจเรือทุกลำให้เสร็จ", "มอบหมายให้ วศ."),
        ("อยากให้มหาวิทยาลัยเปิดสอนต่อเรือไฟฟ้า", "อยากให้ มหาวิทยาลัย"),
        ("กำชับให้กรมเจ้าท่า (จท.) ดูแลเรือในแม่น้ำ", "กำชับให้ กรมเจ้าท่า"),
    ],
)
def test_who_told_whom_is_read_with_the_verb_that_people_use(told: str, whom: str) -> None:
    assert [f"นายแดง ใจดี {whom}"] == orders(f"นายแดง ใจดี นายกรัฐมนตรี {told}")


@pytest.mark.parametrize(
    "body",
    [
        "นายแดง ใจดี กล่าวว่า รัฐบาลได้มอบหมายให้ วว. เร่งซ่อมเรือทุกลำ",  # the government did
        "นายแดง ใจดี ได้รับมอบหมายให้ วว. เร่งซ่อมเรือทุกลำ",
        "นายแดง ใจดี สั่งการให้มหาวิทยาลัยเรือใบดีทุกแห่งทั่วประเทศเร่งซ่อม",  # a name that goes on
        "นายแดง ใจดี มอบหมายให้ วว. ซึ่งดูแลเรือทุกลำมานาน",
        "นายแดง ใจดี ขอให้ วว. สู้",
    ],
)
def test_what_another_told_or_nobody_in_particular_is_left_out(body: str) -> None:
    """And so is what nothing follows that is to be done."""
    assert not orders(body)


def test_who_is_speaking_tells_it_where_the_line_names_nobody() -> None:
    body = "นายแดง ใจดี กล่าวว่า เรือดี\nโดยขอให้ วว. ช่วยกันซ่อมเรือทุกลำ"
    assert ["นายแดง ใจดี ขอให้ วว."] == orders(body)


def test_an_order_of_the_title_is_its_actors() -> None:
    title = "นายกฯ สั่ง วว. เร่งซ่อมเรือทุกลำให้เสร็จ"
    assert ["นายแดง ใจดี สั่งให้ วว."] == orders("ดี", title, PREMIER)
    assert not orders("ดี", title)


def test_what_is_to_be_done_is_asked_with_the_matter_that_is_named_with_it() -> None:
    told = asked("นายแดง ใจดี ได้สั่งการให้ วว. เร่งแก้ภัยแล้งทุกแห่ง ภัยแล้ง ภัยแล้ง")
    assert "นายกแดงสั่งให้ วว. ทำอะไร\n" in f"{told}\n"
    assert "นายกแดงสั่งให้ วว. ทำอะไรเรื่องภัยแล้ง" in told


@pytest.mark.parametrize(
    "person",
    [
        Person("นายแดง ใจดี", "เจ้าหน้าที่"),  # whom nobody asks about
        Person("นายแดง ใจดี", "โฆษกประจำสำนักนายกรัฐมนตรี"),  # who tells what others want
        Person("ดร.แดง ใจดี", "ผู้ว่าการ วว."),  # of the very office
        Person("ดร.แดง ใจดี", "รัฐมนตรีว่าการกระทรวงการอุดมศึกษา"),  # of the ministry
    ],
)
def test_nobody_else_is_asked_what_they_told_whom(person: Person) -> None:
    told = "อว." if "อุดมศึกษา" in person.role else "วว."
    body = f"{person.name} ได้สั่งการให้ {told} เร่งซ่อมเรือทุกลำ"
    assert "ทำอะไร" not in asked(body, person)
    assert f"สั่งให้ {told} ทำอะไร" in asked(body, replace(person, role="รมว.พลังงาน"))


def test_what_a_minister_told_their_own_office_is_not_asked() -> None:
    minister = Person("นายแดง ใจดี", "รัฐมนตรีว่าการกระทรวง อว.")
    told = "นายแดง ใจดี กล่าวว่า ได้สั่งการให้{}เร่งเดินเรือใบให้ถึงฝั่งโดยเร็ว"
    assert "ให้กรมเจ้าท่าทำอะไร" in asked(told.format("กรมเจ้าท่า "), minister)
    assert "ให้สำนักงานปลัด" not in asked(told.format("สำนักงานปลัดกระทรวง "), minister)
