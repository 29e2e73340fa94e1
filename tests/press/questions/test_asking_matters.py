"""What is asked about the matters of an entry, by whom and where its title tells of them."""

from datetime import date

import pytest

from bot.knowledge.entries import Entry, Event, Person
from tests.press.questions.base import in_all_forms, longer_of

DAY = date(2023, 4, 4)
MINISTER = Person("ดร.เอนก เหล่าธรรมทัศน์", "รัฐมนตรีว่าการกระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม")


def asked(title: str, body: str = "ดี", venue: str = "", *people: Person) -> str:
    """All that is asked, with the forms of several entries."""
    event = Event(DAY, DAY, venue=venue) if venue else None
    entry = Entry("a", title, body, event=event, people=people)
    return "\n".join(in_all_forms(entry, 6))


def test_another_office_of_the_title_is_asked_for_its_news() -> None:
    """Of what the title tells close to it; not the one who acts, nor of a matter that is wide."""
    told = asked("โฆษกรัฐบาลเผย นายกฯ ชื่นชม สวทช. แก้ปัญหามะนาวแพง")
    assert "มีข่าว สวทช. เรื่องมะนาวไหม" in told
    assert "สวทช. ทำอะไรเกี่ยวกับมะนาวบ้าง" in told
    assert "ข่าว สวทช. เรื่องมะนาว" not in asked(f"สวทช. {'น้ำ' * 50} โฆษกชมมะนาวไทย")
    assert "ข่าว สวทช. เรื่องโควิด" not in asked("โฆษกรัฐบาลเผย นายกฯ ชื่นชม สวทช. สู้โควิด")


def test_another_office_of_the_lead_is_asked_for_its_news() -> None:
    """Not the one who acts by another name."""
    told = asked("ทีเซลส์ แก้ปัญหามะนาวแพง", "วช. ให้ทุนทำมะนาวสด กับทีเซลส์ (TCELS) เพื่อมะนาวไทย")
    assert "มีข่าว วช. เรื่องมะนาวไหม" in told
    assert "ข่าว TCELS" not in told


def test_what_a_title_tells_of_a_province_is_asked_for_there() -> None:
    """Where it says that something is in it; a school is only named by it, and two are too many."""
    assert "ข่าวเรื่องมะนาวที่น่าน" in asked("วว. ปลูกมะนาว จ.น่าน เพิ่มรายได้")
    assert "ที่น่าน" not in asked("วว. ปลูกมะนาวกับราชภัฏน่าน")
    assert "ที่น่าน" not in asked("วว. ปลูกมะนาวใน จ.น่าน และจังหวัดเลย")


def test_nobody_asks_what_somebody_did_at_a_mall() -> None:
    """Who asks so wants to go there."""
    body = "ดร.เอนก เหล่าธรรมทัศน์ เป็นประธานเปิดงาน ดร.เอนก กล่าวว่า เรือดี"
    title = "ดร.เอนก เปิดงานเรือใบ"
    assert "ดร.เอนกไปทำอะไรที่ไบเทค" in asked(title, body, "ไบเทค บางนา", MINISTER)
    mall = asked(title, body, "ศูนย์การค้าเซ็นทรัลเวิลด์", MINISTER)
    assert "ดร.เอนกไปเปิดงานอะไรที่เซ็นทรัลเวิลด์" in mall
    assert "ไปทำอะไรที่เซ็นทรัลเวิลด์" not in mall


@pytest.mark.parametrize(
    ("title", "question"),
    [
        ("วว. ชูภัยแล้ง", "วว. แก้ปัญหาภัยแล้งยังไง"),
        ("วว. ชูภัยแล้ง", "วว. ช่วยเรื่องภัยแล้งยังไงบ้าง"),
        ("ศธ. เดินหน้าหนุนมะนาว", "ศธ. มีแผนเรื่องมะนาวยังไง"),
        ("วว. แนะเลือกมะนาว", "วว. แนะนำเรื่องมะนาวว่ายังไง"),
    ],
)
def test_what_an_office_does_is_asked_in_the_words_that_go_with_it(
    title: str, question: str
) -> None:
    assert question in asked(title)


def test_only_ministries_are_asked_for_their_plans() -> None:
    assert "มีแผนเรื่อง" not in asked("วว. เดินหน้าหนุนมะนาว")


def test_an_office_does_not_speak_but_says_so_in_its_own_words() -> None:
    """By what the title tells; nothing where it tells of no words."""
    told = asked("วว. แจงภัยแล้ง")
    assert "วว. ชี้แจงเรื่องภัยแล้งว่ายังไง" in told
    assert "วว. พูด" not in told
    assert "เรื่องภัยแล้งว่ายังไง" not in asked("วว. ร่วมหารือภัยแล้ง")


def test_what_somebody_says_is_told_by_the_province_too() -> None:
    """News of it only where the title has the province."""
    body = "ดร.เอนก เหล่าธรรมทัศน์ กล่าวว่า ภัยแล้ง ภัยแล้ง"
    event = Event(DAY, DAY, province="น่าน")
    entry = Entry("a", "รมว.อว. แก้ภัยแล้ง", body, event=event, people=(MINISTER,))
    longer = longer_of(entry)
    assert [one for one in longer if "ดร.เอนก" in one and "ภัยแล้งที่น่าน" in one]
    assert not [one for one in longer if "ข่าว" in one and "ที่น่าน" in one]


def test_an_office_went_to_the_province_of_its_title() -> None:
    """Though no event is told; not where it names two."""
    assert "วว. ไปทำอะไรที่น่าน" in asked("วว. ลงพื้นที่ชุมชน จ.น่าน")
    assert "ไปทำอะไรที่" not in asked("วว. ลงพื้นที่ชุมชน จ.น่าน จ.แพร่")


@pytest.mark.parametrize(
    ("title", "said", "other"),
    [
        ("วว. ยกระดับความปลอดภัยไซเบอร์", "ความปลอดภัยไซเบอร์", "เรื่องภัยไซเบอร์"),
        ("วว. จัดเสวนาจิบกาแฟ", "จิบกาแฟ", "เรื่องกาแฟ"),
    ],
)
def test_a_matter_inside_another_is_not_asked_about(title: str, said: str, other: str) -> None:
    told = asked(title, "ดี", "วัดป่าเมืองใหม่")
    assert said in told
    assert other not in told


def test_what_reads_plainly_is_asked_for_as_news() -> None:
    """That somebody went, was visited or held something, and of a country."""
    body = "ดร.เอนก เหล่าธรรมทัศน์ เป็นประธาน"
    trip = asked("ดร.เอนก เปิดงานเรือใบ", body, "วัดป่าเมืองใหม่ จ.น่าน", MINISTER)
    assert "มีข่าว ดร.เอนกไปวัดป่าเมืองใหม่ไหม" in trip
    guest = asked("ทูตญี่ปุ่น เข้าพบ รมว.อว. หารือความร่วมมือ", body, "", MINISTER)
    assert "มีข่าวทูตญี่ปุ่นมาพบรัฐมนตรี อว. ไหม" in guest
    assert "มีข่าวความร่วมมือไทยกับญี่ปุ่นไหม" in guest
    assert "ไทยกับญี่ปุ่นคุยกันเรื่องอะไร" not in guest  # which of many talks it was
    rite = asked("วว. จัดงานสงกรานต์", "ดี", "วัดป่าเมืองใหม่")
    assert "มีข่าวงานสงกรานต์ที่วัดป่าเมืองใหม่ไหม" in rite
    event = asked("วว. จัดอบรมสมุนไพรแก่ชาวเกาะ", "ดี", "วัดป่าเมืองใหม่")
    assert "ข่าวอบรมสมุนไพรที่วัดป่าเมืองใหม่" in event
    assert "มีข่าว วว. ไปน่านไหม" in asked("วว. ลงพื้นที่ จ.น่าน")


def test_of_a_wide_matter_neither_policy_nor_way_is_asked() -> None:
    narrow, wide = (
        asked(f"อว. เร่งพัฒนา{matter}", f"อว. มีนโยบายด้าน{matter}")
        for matter in ("กาแฟ", "การท่องเที่ยว")
    )
    assert "อว. มีนโยบายเรื่องกาแฟยังไง" in narrow
    assert "อว. พัฒนากาแฟยังไง" in narrow
    assert "นโยบายเรื่องการท่องเที่ยว" not in wide
    assert "พัฒนาการท่องเที่ยวยังไงบ้าง" not in wide


def test_a_guest_does_nothing_about_the_matter_of_its_host() -> None:
    """Whoever only was there, or was glad of it, is asked for its news."""
    assert "วว. ทำอะไรเกี่ยวกับกาแฟบ้าง" in asked("วว. ชูกาแฟ")
    told = asked("วว. แสดงความยินดีกับกาแฟไทย")
    assert "วว. ทำอะไรเกี่ยวกับกาแฟ" not in told
    assert "ข่าว วว. เรื่องกาแฟ" in told


def test_what_grows_is_asked_for_its_use() -> None:
    asked = in_all_forms(Entry("a", "วว. แนะกินแตงโม", "แตงโมอุดมด้วยวิตามิน"))
    assert {"แตงโมมีประโยชน์อะไรบ้าง", "แตงโมดีต่อสุขภาพยังไง"} <= set(asked)
