"""Questions proposed from what a body says of things, and from what else a release tells."""

import re
from dataclasses import replace
from datetime import date

import pytest

from bot.knowledge.details import (
    counts_of,
    lead_clause,
    lecture_of,
    lists_of,
    meeting_of,
    speaker_of,
    speeches_of,
    visit_of,
)
from bot.knowledge.entries import Entry, Event, Person
from bot.knowledge.headlines import is_held
from bot.knowledge.proposals import propose_questions
from bot.knowledge.question_forms import Forms
from bot.knowledge.sayings import Saying, sayings_of
from bot.knowledge.spoken import main_person
from bot.knowledge.subjects import subject_of
from bot.knowledge.words import shipped_lists

ANEK = Person("ศ.(พิเศษ) ดร.เอนก เหล่าธรรมทัศน์", "รมว.อว.")
DANG = Person("ดร.แดง ใจดี", "ผู้อำนวยการ วว.")


def asked_about(entry: Entry) -> tuple[str, ...]:
    proposed = propose_questions(entry)
    return (*proposed.telling, *proposed.common)


@pytest.mark.parametrize(
    ("thing", "body", "said"),
    [
        ("เครื่องอบลำไย", "วว. นำเครื่องอบลำไย (DryBox) ช่วยลดเวลา", ["use", "apply"]),
        ("เครื่องอบลำไย", "ได้มอบเครื่องอบลำไย จำนวน 4 เครื่อง", ["count", "give"]),
        ("โครงการคิดดี", "ชม โครงการ “คิดดี” เพื่อเยาวชน", ["aim"]),
        ("โครงการคิดดี", "ชม โครงการคิดดี ใช้งบประมาณ 20 ล้านบาท", ["cost"]),
        ("น้ำท่วมเมือง", "ร่วมแก้ปัญหาน้ำท่วมเมือง ใน", ["solve"]),
        ("เครื่องอบลำไย", "ผู้ผลิตเครื่องอบลำไยมาชม", []),
        ("ระบบเตือนภัย", "ติดตั้งระบบเตือนภัยเสร็จแล้ว", []),
    ],
)
def test_what_a_body_says_of_a_thing(thing: str, body: str, said: list[str]) -> None:
    """Behind it and before it, in quotation marks or not; no end of a longer word is a verb."""
    assert said == [one.relation for one in sayings_of(thing, body)]


def test_a_saying_brings_its_word() -> None:
    """The unit that is counted by, the verb as people say it."""
    told = sayings_of("เครื่องอบลำไย", "ส่งมอบเครื่องอบลำไย 4 เครื่อง")
    assert [Saying("count", "เครื่อง"), Saying("give", "มอบ")] == list(told)


def test_every_saying_has_a_question() -> None:
    """And speaks of kinds of things that there are."""
    lists, forms = shipped_lists("sayings"), shipped_lists("question_forms")
    relations = {*lists["behind"], *lists["before"], "count", "cost"}
    assert relations == set(lists["kinds"])
    assert {f"of_{relation}" for relation in relations} <= set(forms)
    kinds = set(shipped_lists("topic_kinds"))
    assert all(kinds.issuperset(asked) for asked in lists["kinds"].values())
    own = {ask.split("_")[1:][0] for ask in forms if ask.startswith("of_")}
    assert own <= relations


def test_what_is_not_told_of_a_thing_is_not_asked() -> None:
    """What it is for is asked where the body tells it."""
    title = "วว. โชว์เครื่องอบลำไยรุ่นใหม่"
    told = asked_about(Entry("a", title, "เครื่องอบลำไยรุ่นใหม่ ช่วยลดเวลา"))
    plain = asked_about(Entry("a", title, "เครื่องอบลำไยรุ่นใหม่ แล้ว"))
    use = re.compile("ช่วยอะไร|ใช้ทำอะไร|ดียังไง|เอาไว้ทำอะไร|ประโยชน์")
    assert any(map(use.search, told))
    assert not any(map(use.search, plain))


def test_neighbours_are_asked_in_other_words() -> None:
    """The form depends on the entry, and is the same each time."""
    asked = [
        tuple(Forms(f"{number}", {}).asked("name_what", name="หุ่นยนต์ทอฝัน")) for number in range(30)
    ]
    assert len(set(asked)) >= 3
    assert asked[:1] == [tuple(Forms("0", {}).asked("name_what", name="หุ่นยนต์ทอฝัน"))]


def test_a_form_speaks_of_what_is_known() -> None:
    """Of the forms of a question those are taken whose slots are filled."""
    for number in range(8):
        (question,) = Forms(f"{number}", {"actor": ""}).asked("of_make", topic="ยา", verb="ผลิต")
        assert "{" not in question


@pytest.mark.parametrize(
    ("title", "visitor"),
    [
        (
            "เอกอัครราชทูตภูฏานประจำประเทศไทย เข้าเยี่ยมคารวะ รมว.อว. หารือ",
            "เอกอัครราชทูตภูฏานประจำประเทศไทย",
        ),
        ("ทูตภูฏานเข้าพบ รมว.อว. คุยเรื่องดาวเทียม", "ทูตภูฏาน"),
        ("รมว.อว. เข้าพบ นายกรัฐมนตรี", None),
        ("ทูตภูฏานเข้าพบ เยาวชนไทย", None),
    ],
)
def test_who_came_to_see_whom(title: str, visitor: str | None) -> None:
    """A guest of ours; our own calls on others are deeds."""
    found = visit_of(Entry("a", title, "เนื้อหา"))
    assert visitor == (found.slots["visitor"] if found else None)


@pytest.mark.parametrize(
    ("title", "council"),
    [
        ("รมว.อว. ร่วมประชุมคณะกรรมการนโยบายอวกาศ ครั้งที่ 2/2566", "คณะกรรมการนโยบายอวกาศ ครั้งที่ 2/2566"),
        ("อว. ประชุมคณะกรรมการข้าราชการในสถาบัน (ก.พ.อ.) วันนี้", "ก.พ.อ."),
        ("อว. ประชุมคณะกรรมการบริหาร", None),
        ("อว. ประชุมคณะกรรมการขับเคลื่อนแผนงาน BCG", None),
    ],
)
def test_which_council_met(title: str, council: str | None) -> None:
    """By its short name; neither just any board nor one cut short."""
    found = meeting_of(Entry("a", title, "เนื้อหา"))
    assert council == (found.slots["council"] if found else None)


def test_what_was_lectured_on_and_by_whom() -> None:
    """Whoever is named last before it; what asks something itself is no topic of a question."""
    body = "ดร.เอนก เปิดงาน และ ดร.แดง ใจดี บรรยายพิเศษ หัวข้อ “ดาวเทียมเพื่อชาวสวน” ณ น่าน"
    found = lecture_of(Entry("a", "ข่าว", body, people=(ANEK, DANG)))
    assert found
    assert ("ดาวเทียมเพื่อชาวสวน", "บรรยาย", "ดร.แดง") == (
        found.slots["talk"],
        found.slots["verb"],
        found.slots["speaker"],
    )
    asking = "บรรยาย เรื่อง “ชาวสวนจะรวยได้อย่างไร”"
    assert lecture_of(Entry("a", asking, "เนื้อหา")) is None


@pytest.mark.parametrize(
    ("body", "listed"),
    [
        ("มี 3 อุตสาหกรรมเป้าหมาย ได้แก่ อาหาร", ["3 อุตสาหกรรมเป้าหมาย"]),
        ("แบ่งเป็น 4 ด้าน ได้แก่ อาหาร", []),
        ("เมื่อ 3 อุตสาหกรรมเป้าหมายของเรา", []),
    ],
)
def test_what_is_counted_and_then_named(body: str, listed: list[str]) -> None:
    """Whole nouns, not the unit alone."""
    assert listed == [one.slots["listed"] for one in lists_of(Entry("a", "ข่าว", body))]


def test_numbers_of_the_headline() -> None:
    """What nobody counts otherwise; a share is asked in words."""
    entry = Entry("a", "จิสด้า ลดราคาค่าเรียนภูมิสารสนเทศ 40% รับปีใหม่", "เนื้อหา")
    (told,) = counts_of(entry, ())
    assert {"counted": "ลดราคาค่าเรียนภูมิสารสนเทศ", "unit": "เปอร์เซ็นต์"} == told.slots
    assert () == tuple(counts_of(entry, ("ราคาค่าเรียน",)))


def test_the_lead_tells_what_a_headline_leaves_out() -> None:
    """What the person did who is named before it; what is held was done by others."""
    title = "“เอนก” ลั่นไทยไปดวงจันทร์"
    lead = "ดร.เอนก เหล่าธรรมทัศน์ รมว.อว. ลงพื้นที่เยี่ยมชมหอดูดาวบ้านนา โดยมี"
    assert (ANEK, "ลงพื้นที่เยี่ยมชมหอดูดาวบ้านนา") == lead_clause(Entry("a", title, lead, people=(ANEK,)))
    held = "ดร.เอนก เหล่าธรรมทัศน์ รมว.อว. ชม จัดมหกรรมวิชาการบ้านนาครั้งใหญ่"
    assert (None, "") == lead_clause(Entry("a", title, held, people=(ANEK,)))


def test_a_thing_is_spoken_of_by_the_last_who_spoke() -> None:
    """Before it is told of; nobody is made to speak of what comes first."""
    body = "ปลาทองแดง มาแล้ว\n\nดร.เอนก กล่าวว่า น้ำดี\n\nดร.แดง เปิดเผยว่า ปลานิลทองคำ โตไว"
    entry = Entry("a", "ข่าว", body, people=(ANEK, DANG))
    speeches = speeches_of(entry)
    assert DANG == speaker_of("ปลานิลทองคำ", entry, speeches)
    assert ANEK == speaker_of("น้ำดี", entry, speeches)
    assert speaker_of("ปลาทองแดง", entry, speeches) is None


def test_the_one_in_the_headline_is_the_main_person() -> None:
    """And not the one whose name the body tells first."""
    assert DANG == main_person(Entry("a", "“แดง” เปิดสวน", "เนื้อหา", people=(ANEK, DANG)))
    assert ANEK == main_person(Entry("a", "เปิดสวน", "เนื้อหา", people=(ANEK, DANG)))
    assert main_person(Entry("a", "เปิดสวน", "เนื้อหา")) is None


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("งานวันข้าวใหม่", True),
        ("งานวิจัยข้าวใหม่", False),
        ("Rice Forum 2023", True),
        ("Rice Daybed", False),
    ],
)
def test_what_people_go_to(name: str, held: bool) -> None:
    """In English too; research is not gone to."""
    assert held is is_held(name)


def test_nobody_is_asked_what_they_are() -> None:
    """A first name in quotation marks is no thing, whoever else stands in the headline."""
    told = subject_of(Entry("a", "นายกฯ หนุน “สมคะเน” เดินหน้า", "นางสาวสมคะเน ยิ้มแย้ม กล่าว"))
    assert () == told.names


def test_who_may_apply_is_not_applied_for() -> None:
    """One applies for a post."""
    assert "ครูผู้ช่วย" == subject_of(Entry("a", "รับสมัครครูผู้ช่วย", "เนื้อหา")).applied
    assert "" == subject_of(Entry("a", "เปิดรับสมัครผู้ประกอบการอาหาร", "เนื้อหา")).applied


def test_a_way_of_doing_is_asked_as_one_would() -> None:
    """Without the noun."""
    asked = {
        one
        for number in range(9)
        for one in asked_about(Entry(f"{number}", "วว. แนะวิธีปลูกผักบนดาดฟ้า", "เนื้อหา"))
    }
    assert "ปลูกผักบนดาดฟ้ายังไง" in asked


def test_two_offices_act_together() -> None:
    """Also where "และ" stands between them."""
    told = subject_of(Entry("a", "อว. และ สธ. จับมือร่วมกันหยุดโรค", "เนื้อหา"))
    assert ("อว.", ("สธ.",)) == (told.actor, told.partners)


def test_no_month_is_asked_about() -> None:
    """It would draw every question with that month."""
    event = Event(date(2020, 6, 1), date(2020, 6, 1), venue="หอประชุมใหญ่")
    title = "อว. ร่วมพิธีถวายพระพรสมเด็จพระเทพฯ"
    entry = Entry("a", title, "เนื้อหา", published=date(2020, 6, 2), event=event, people=(ANEK,))
    asked = asked_about(entry)
    assert asked
    assert not [one for one in asked if re.search("เดือน|(?<![0-9] )มิถุนายน", one)]


def test_a_thing_is_counted_by_a_unit_of_its_kind() -> None:
    """Courses are not counted by the place."""
    assert not list(sayings_of("หลักสูตรช่างทอง", "ชม หลักสูตรช่างทอง 4 แห่ง"))
    assert [Saying("count", "หลักสูตร")] == list(
        sayings_of("หลักสูตรช่างทอง", "ชม หลักสูตรช่างทอง 4 หลักสูตร")
    )


@pytest.mark.parametrize(
    "deed",
    ["เป็นประธานเปิดงานและกล่าวสุนทรพจน์", "ร่วมงานแถลงข่าวดังกล่าว ซึ่งภายในงาน", "เป็นประธานนำทีมข้าราชการ"],
)
def test_a_lead_that_does_not_say_what_is_not_asked_about(deed: str) -> None:
    """Of what, who opened it."""
    lead = f"ดร.เอนก เหล่าธรรมทัศน์ รมว.อว. {deed} โดยมี"
    assert (None, "") == lead_clause(Entry("a", "ข่าว", lead, people=(ANEK,)))


@pytest.mark.parametrize(
    ("title", "body", "asked"),
    [
        ("อว. เยี่ยมชมอุทยานดาราศาสตร์บ้านนา", "โดยมีผู้อำนวยการให้การต้อนรับ", "ใครต้อนรับ"),
        ("อว. จับมือ กทม. ปลูกป่าในเมือง", "ลงนาม มี ดร.แดง เป็นสักขีพยาน", "พยาน"),
    ],
)
def test_who_was_there_is_asked_where_it_is_told(title: str, body: str, asked: str) -> None:
    """Who welcomed somebody, who witnessed a contract."""
    assert any(asked in one for one in asked_about(Entry("a", title, body)))
    assert not any(asked in one for one in asked_about(Entry("a", title, "เนื้อหา")))


def test_what_is_held_is_asked_about_once() -> None:
    """By its name, and not as a deed again."""
    event = Event(date(2020, 6, 1), date(2020, 6, 1), venue="หอประชุมใหญ่")
    title = "สวทช. จัดงาน “เทศกาลหุ่นยนต์ชาวนา”"
    when = re.compile("วันไหน|เมื่อไหร่|ตอนไหน|ช่วงไหน|วันที่เท่าไหร่")
    asked = propose_questions(Entry("a", title, "เนื้อหา", event=event)).telling
    assert 1 <= len([one for one in asked if when.search(one)]) <= 2


def test_another_word_for_when_makes_no_new_question() -> None:
    """Whichever of three a form has."""
    event = Event(date(2020, 6, 1), date(2020, 6, 1), venue="หอประชุมใหญ่")
    for number in range(9):
        entry = Entry(f"{number}", "อว. มอบหมวกนิรภัยชาวสวน", "เนื้อหา", event=event)
        asked = [re.sub("ตอนไหน|เมื่อไหร่", "วันไหน", one) for one in propose_questions(entry).telling]
        assert len(asked) == len(set(asked))


def test_a_spokeswoman_did_not_go_there() -> None:
    """She tells of what others did."""
    event = Event(date(2020, 6, 1), date(2020, 6, 1), venue="หอประชุมใหญ่")
    for role, goes in (("รองโฆษกรัฐบาล", False), ("ผู้อำนวยการ วว.", True)):
        person = Person("ดร.แดง ใจดี", role)
        asked = asked_about(Entry("a", "“แดง” ยันน้ำดี", "เนื้อหา", event=event, people=(person,)))
        assert goes is any(re.search("ดร.แดง(ไป|มีงาน)", one) for one in asked)


def test_nobody_is_asked_about_at_an_event_that_is_only_announced() -> None:
    """Who tells of it at a press conference has not been there; what is on there may be asked."""
    fair = Entry(
        "f", "วว. เตรียมจัดงานว่าวไทย", "ดร.แดง ใจดี แถลงข่าวงานว่าวไทย", published=date(2020, 3, 1),
        event=Event(date(2020, 4, 1), date(2020, 4, 2), "", "สวนสัตว์เมืองใหม่", "น่าน"), people=(DANG,),
    )  # fmt: skip
    there = [one for one in asked_about(fair) if "สวนสัตว์เมืองใหม่" in one or "1 เมษายน" in one]
    assert not [one for one in there if "แดง" in one]
    held = asked_about(replace(fair, published=date(2020, 4, 3)))
    assert [one for one in held if "แดง" in one and "สวนสัตว์เมืองใหม่" in one]
