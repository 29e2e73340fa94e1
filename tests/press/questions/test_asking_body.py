"""What is asked of the body of a release: short, spoken, and answered there."""

from dataclasses import replace
from datetime import date

import pytest

from bot.knowledge.entries import Entry, Event, Person
from bot.press.questions.asking import Asker
from bot.press.questions.proposals import propose_questions, that_find
from tests.press.questions.base import in_all_forms, longer_of, texts_of

MINISTER = Person("ดร.เอนก เหล่าธรรมทัศน์", "รมว.อว.")
OFFICER = Person("นางเขียว งามดี", "ผู้อำนวยการ วว.")
EVENT = Event(date(2023, 4, 4), date(2023, 4, 4), venue="วัดป่าเมืองใหม่")
LEAD = "ดร.เอนก เหล่าธรรมทัศน์ เป็นประธานเปิดงาน ณ วัดป่าเมืองใหม่ "


def asked(title: str, body: str, event: Event | None = EVENT, *people: Person) -> list[str]:
    """All that is asked, with the forms of several entries."""
    entry = Entry("a", title, body, event=event, people=people or (MINISTER,))
    return in_all_forms(entry)


def any_with(questions: list[str], *parts: str) -> bool:
    return any(all(part in one for part in parts) for one in questions)


@pytest.mark.parametrize(
    ("told", "parts"),
    [
        ("เป็นประธานเปิด", ("ดร.เอนกไปเปิดงานอะไรที่วัดป่าเมืองใหม่",)),
        ("เยี่ยมชมเรือ", ("ดร.เอนกไปดูอะไรที่วัดป่าเมืองใหม่",)),
        ("มอบรางวัล", ("ดร.เอนกไปมอบรางวัลอะไรที่วัดป่าเมืองใหม่",)),
        ("บรรยายพิเศษ", ("ดร.เอนก", "บรรยายเรื่องอะไรที่วัดป่าเมืองใหม่")),
        ("ร่วมงานเรือ", ("ดร.เอนกไปร่วมงานอะไรที่วัดป่าเมืองใหม่",)),
        ("ร่วมหารือเรื่องเรือ", ("ดร.เอนกไป", "ที่วัดป่าเมืองใหม่")),
        ("ร่วมพิธีลงนามความร่วมมือ", ("ดร.เอนกไปเซ็น MOU", "ที่วัดป่าเมืองใหม่")),
    ],
)
def test_what_somebody_came_to_do_is_asked(told: str, parts: tuple[str, ...]) -> None:
    """By what the lead says, and of nobody who is still to come."""
    body = f"ดร.เอนก เหล่าธรรมทัศน์ {told} ณ วัดป่าเมืองใหม่"
    assert any_with(asked("ข่าวเรือใบ", body), *parts)
    ahead = Entry(
        "a", "ข่าวเรือใบ", body, published=date(2023, 1, 1), event=EVENT, people=(MINISTER,)
    )
    assert not any_with(texts_of(ahead), *parts)


@pytest.mark.parametrize(
    ("title", "body", "parts"),
    [
        ("วว. เร่งยกระดับมาตรฐานเรือใบ", "มาตรฐานเรือใบ ดี มาตรฐานเรือใบ", ("ยกระดับมาตรฐานเรือใบยังไง",)),
        ("วว. จับมือ จุฬาฯ ยกระดับอุตสาหกรรมเรือใบ", "ดี", ("กับใครยกระดับอุตสาหกรรมเรือใบ",)),
        ("วว. จัดเสวนาเรือใบเกาะไผ่", "ดี", ("วว. จัดเสวนาเรือใบเกาะไผ่ที่ไหน",)),
        ("วว. ร่วมลงนามถวายพระพรเจ้าฟ้า", "ดี", ("ถวายพระพรเจ้าฟ้าที่ไหน",)),
        ("วว. เพิ่มหลักสูตรช่างเรือ เพื่อชาวเกาะ", "ดี", ("วว. เพิ่มหลักสูตรช่างเรือเพื่ออะไร",)),
    ],
)
def test_how_with_whom_where_and_what_for(title: str, body: str, parts: tuple[str, ...]) -> None:
    assert any_with(asked(title, body), *parts)


def test_what_is_held_on_a_day_is_not_asked_how_nor_where_it_goes_itself() -> None:
    told = asked("วว. จัดประชุมเรือใบเกาะไผ่", "ดี")
    assert any_with(told, "วว. จัดประชุมเรือใบเกาะไผ่", "ที่ไหน")
    assert not any_with(told, "ประชุมเรือใบเกาะไผ่ยังไง")
    assert not any_with(asked("วว. เยี่ยมชมท่าเรือเกาะไผ่", "ดี"), "เยี่ยมชมท่าเรือเกาะไผ่ที่ไหน")


def test_who_signed_is_asked_where_several_are_named() -> None:
    title, body = "วว. ลงนาม MOU กับ จุฬาฯ พัฒนาเรือใบ", "วว. และ จุฬาฯ ลงนาม MOU"
    assert any_with(asked(title, body, EVENT, MINISTER, OFFICER), "ใครเซ็น MOU ระหว่าง วว. กับ")
    assert not any_with(asked(title, body), "ใครเซ็น MOU")


def test_royalty_is_not_asked_about_like_that() -> None:
    title = "อว. ลงนามถวายพระพรสมเด็จพระเจ้าลูกเธอ"
    assert not any_with(asked(title, f"{LEAD} ลงนามบันทึก"), "เซ็นอะไร")


def test_an_event_is_called_by_its_kind_and_place() -> None:
    """But not where much goes on, nor by a hotel."""
    lead = f"{LEAD} จัดเสวนาเพื่อชาวเกาะ"
    assert any_with(asked("อว. จัดเสวนา", lead), "เสวนาที่วัดป่าเมืองใหม่")
    for venue in ("ตึกสันติไมตรี ทำเนียบรัฐบาล", "โรงแรมใบบุญ"):
        there = asked("อว. จัดเสวนา", lead, replace(EVENT, venue=venue))
        assert not [one for one in there if one.startswith("เสวนาที่")]


def test_nobody_is_asked_what_took_them_to_a_hotel() -> None:
    there = asked("ดร.เอนกเปิดเสวนา", LEAD, replace(EVENT, venue="โรงแรมใบบุญ"))
    assert not any_with(there, "ไป", "โรงแรม")


def test_a_matter_is_wished_for_with_the_office_that_is_asked_about_it() -> None:
    """What it does is asked of what one can do something about, and of no school or state."""
    told = asked("อว. ชูภัยแล้ง สหกิจศึกษา", "ดี")
    assert any_with(told, "ข่าว อว. เรื่องภัยแล้ง")
    assert any_with(told, "ข่าว อว. เรื่องสหกิจศึกษา")
    assert any_with(told, "อว. แก้ปัญหาภัยแล้งยังไง")
    assert any_with(asked("อว. ชูมะนาว", "ดี"), "อว. ทำอะไรเกี่ยวกับมะนาวบ้าง")
    assert not any_with(told, "ทำอะไร", "สหกิจศึกษา")


def test_what_is_worked_at_is_asked_of_nobody_but_in_few_words() -> None:
    body = "ดร.เอนก เหล่าธรรมทัศน์ กล่าวว่า การต่อเรือใบไฟฟ้าดี การต่อเรือใบไฟฟ้าเร็ว การต่อเรือใบไฟฟ้า"
    told = asked("ดร.เอนกชูการต่อเรือใบไฟฟ้า", body)
    assert not any_with(told, "ดร.เอนก", "การต่อเรือใบไฟฟ้าว่าอะไร")


def test_a_contest_is_called_by_what_is_contested() -> None:
    assert any_with(asked("อว. จัดแข่งขันโดรน", f"{LEAD} จัดแข่งขัน"), "แข่งขันโดรนที่วัดป่าเมืองใหม่")


def test_a_guest_of_another_country_is_not_asked_what_they_came_to() -> None:
    """But what ours talked about with them."""
    guest = Person("นายทานากะ โคจิ", "รัฐมนตรีว่าการกระทรวงเศรษฐกิจญี่ปุ่น")
    questions = asked("รัฐมนตรีญี่ปุ่นเข้าพบ รมว.อว.", "หารือ ณ วัดป่าเมืองใหม่", EVENT, guest, MINISTER)
    assert not any_with(questions, "วันที่ 4 เมษายน 2566", "ไป")
    ours = asked("รมว.อว. หารือญี่ปุ่น", "หารือ ณ วัดป่าเมืองใหม่")
    assert any_with(ours, "ญี่ปุ่น", "หารือ") or any_with(ours, "ญี่ปุ่น", "คุย")


def test_who_orders_something_went_there_where_the_title_says_so() -> None:
    there = "ณ วัดป่าเมืองใหม่ จังหวัดน่าน"
    for title, went in (("รมว.อว. สั่งดูแลชาวเกาะ", False), ("รมว.อว. ลงพื้นที่ สั่งดูแลชาวเกาะ", True)):
        told = asked(title, f"{MINISTER.name} {there}", EVENT, MINISTER)
        assert any_with(told, "ดร.เอนกไป") is went


def test_who_only_speaks_does_nothing_about_it() -> None:
    """An office helps, a spokesperson tells of it."""
    speaker = Person("นายคารม พลพรกลาง", "รองโฆษกประจำสำนักนายกรัฐมนตรี")
    body = "นายคารม พลพรกลาง กล่าวว่า จะสนับสนุนคนพิการ คนพิการ คนพิการ"
    told = asked("คารม เผยช่วยคนพิการ", body, None, speaker)
    assert any_with(told, "คนพิการ", "คารม", "บอก") or any_with(told, "คารม", "คนพิการ", "ว่า")
    assert not any_with(told, "คารม", "ช่วยคนพิการยังไง")
    assert any_with(asked("อว. สนับสนุนคนพิการ", "อว. สนับสนุนคนพิการ"), "อว. ช่วยคนพิการยังไง")


def test_who_is_worked_with_is_read_from_the_body() -> None:
    body = "วว. ร่วมกับสมาคมเรือใบ จัดงาน"
    assert any_with(asked("วว. ลดฝุ่นละออง", body, None, OFFICER), "สมาคมเรือใบ", "วว.")


def test_a_foreign_term_is_asked_about_if_it_comes_again() -> None:
    """Not plain English words, nor what stands there in passing."""
    thrice = asked("วว. ลดควัน", "แผนที่ทะเล (SEAMAP) และ SEAMAP ดี SEAMAP ใหม่", None)
    assert any_with(thrice, "SEAMAP คืออะไร")
    assert not any_with(thrice, "ข้อมูล SEAMAP")  # of which the title does not tell
    for body in ("แผนที่ทะเล (SEAMAP) SEAMAP", f"งาน (Annual Conference){' Annual Conference' * 3}"):
        assert not any_with(asked("วว. ลดควัน", body, None), "คืออะไร")


def test_what_an_english_name_is_must_be_told() -> None:
    """Nobody asks of an act that a hundred releases tell either."""
    for body, is_asked in (("SEAMAPPING คือแผนที่ทะเล", True), ("SEAMAPPING ดีและใหม่", False)):
        questions = asked("วว. เปิดตัว “SEAMAPPING”", body, None)
        assert any_with(questions, "SEAMAPPING คืออะไร") is is_asked
    assert not any_with(asked("อว. เปิดเวทีเสวนา", LEAD), "เปิดเวทีเสวนา")


def test_a_rite_is_held_and_nobody_does_anything_about_it() -> None:
    questions = asked("อว. ทอดกฐิน ณ วัดป่าเมืองใหม่", f"{LEAD} ทอดกฐิน")
    assert any_with(questions, "งานทอดกฐิน")
    assert not any_with(questions, "เรื่องทอดกฐิน")


def test_whoever_sent_another_was_not_there() -> None:
    """Nor who is named far behind, nor who only speaks for others."""
    went = f"{LEAD} เป็นประธานเปิด"
    assert any_with(asked("ข่าวเรือใบ", went), "ดร.เอนกไปเปิดงานอะไร")
    sent = "ดร.เอนก เหล่าธรรมทัศน์ มอบหมายนางเขียว เป็นประธานเปิด ณ วัดป่าเมืองใหม่"
    assert not any_with(asked("ข่าวเรือใบ", sent), "ดร.เอนกไป")
    far = f"มีพิธีเปิด ณ วัดป่าเมืองใหม่ {'ดี ' * 300}{LEAD}"
    assert not any_with(asked("ข่าวเรือใบ", far), "ดร.เอนกไป")
    speaker = Person("นายคารม พลพรกลาง", "รองโฆษกประจำสำนักนายกรัฐมนตรี")
    tells = "นายคารม พลพรกลาง เป็นประธานเปิด ณ วัดป่าเมืองใหม่"
    assert not any_with(asked("คารม เผยข่าวเรือใบ", tells, EVENT, speaker), "คารม", "ไปเปิด")


def test_only_a_tool_is_contested() -> None:
    """Nobody contests a flood."""
    assert not any_with(asked("อว. จัดแข่งขันแก้ภัยแล้ง", f"{LEAD} จัดแข่งขัน"), "แข่งขันภัยแล้ง")


def test_what_is_said_of_one_thing_is_asked_once() -> None:
    """Though people have another word for it."""
    body = "ดร.เอนก กล่าวว่า ปัญญาประดิษฐ์ ดี ปัญญาประดิษฐ์"
    entry = Entry("a", "เอนก ชูปัญญาประดิษฐ์", body, people=(MINISTER,))
    told = that_find(propose_questions(entry), lambda _: True)
    assert 1 == len([one for one in told if "ว่ายังไง" in one or "ว่าอะไร" in one])


def test_what_runs_together_is_said_otherwise() -> None:
    """By data/run_together.yaml; and a headline's deed is no matter that somebody speaks of."""
    told = asked("รมว.อว. เข้าร่วมงานกิจกรรมปลูกป่าชายเลน", f"{LEAD} ปลูกป่าชายเลน")
    assert not any_with(told, "ไปเข้าร่วม")
    assert not any_with(told, "งานกิจกรรม")
    assert not any_with(asked("อว. สั่งเดินหน้าแผนเรือใบของไทย", LEAD), "เรื่องเดินหน้า")


def test_what_stands_far_behind_somebody_is_another_s_deed() -> None:
    """Nor do they speak where the lead tells that another does."""
    far = f"{LEAD} โดยมี {'ชาวเกาะ ' * 60} มอบรางวัล"
    assert not any_with(asked("ข่าวเรือใบ", far), "ดร.เอนกไปมอบรางวัล")
    other = f"{LEAD} และปาฐกถาพิเศษ เรื่องทะเล โดย ดร.เขียว งามดี"
    assert not any_with(asked("ข่าวเรือใบ", other), "ดร.เอนกไปพูด")


def test_the_day_of_what_is_announced_is_not_that_of_the_announcement() -> None:
    body = "วว. แถลงข่าวงานเรือใบ จัดแถลงข่าว"
    entry = Entry("a", "วว. แถลงข่าวงานเรือใบโลก", body, published=date(2023, 1, 1), event=EVENT)
    assert not any_with(texts_of(entry), "แถลงข่าว", "วัน")
    assert not any_with(texts_of(entry), "แถลงข่าวที่")


def test_an_event_is_called_by_its_kind_and_its_matter() -> None:
    """Where the title tells both close together; at a hotel by whose it is."""
    lead = f"{LEAD} จัดเสวนาเพื่อชาวเกาะ"
    there = asked("อว. จัดเสวนาเรื่องภัยแล้ง", lead, replace(EVENT, province="น่าน"))
    assert any_with(there, "เสวนาภัยแล้งที่น่านจัดวันไหน") or any_with(there, "เสวนาภัยแล้งของ อว.")
    hotel = asked("อว. จัดเสวนาเรื่องภัยแล้ง", lead, replace(EVENT, venue="โรงแรมใบบุญ"))
    assert any_with(hotel, "เสวนาภัยแล้งของ อว.")
    assert not any_with(asked("อว. จัดเสวนา", f"{lead} ภัยแล้ง"), "เสวนาภัยแล้ง")
    named = asked("อว. จัดงาน Island Sailing 2023 เปิดเวทีเสวนาเรื่องภัยแล้ง", lead)
    assert not any_with(named, "เสวนาภัยแล้งของ")  # people call it by its name


def test_people_are_called_by_their_office_as_people_call_them() -> None:
    """Ministers by name, heads by their office; nobody asks what others said of it."""
    told = "กล่าวว่า จะแก้ภัยแล้ง ภัยแล้ง ภัยแล้ง"
    for name, role, said in (
        ("นายแดง ใจดี", "รองนายกรัฐมนตรี", "รองนายกแดง"),
        ("นายแดง ใจดี", "ปลัดกระทรวงเกษตรและสหกรณ์", "ปลัดกระทรวงเกษตรและสหกรณ์"),
        ("ดร.แดง ใจดี", "เจ้าหน้าที่", ""),
        ("นายแดง ใจดี", "เจ้าหน้าที่", ""),
    ):
        other = Person("นางเขียว งามดี", "เจ้าหน้าที่")
        body = f"{name} {told}\n\n{other.name} กล่าวว่า ดี"
        questions = asked("อว. แก้ภัยแล้ง", body, None, Person(name, role), other)
        assert not any_with(questions, "ดร.แดง")
        spoken = [one for one in questions if "ภัยแล้ง" in one and "พูด" in one]
        assert any(one.startswith(f"{said}พูด") for one in spoken) if said else not spoken


def test_those_whom_nobody_knows_are_not_asked_what_they_come_back_to() -> None:
    """Of a minister twice are enough."""
    for role, times, told in (("เจ้าหน้าที่", 5, False), ("รมว.อว.", 2, True)):
        speech = "ดร.แดง ใจดี กล่าวว่า " + "ภัยแล้ง " * times
        questions = asked(
            "อว. เปิดงาน", f"ภัยแล้ง ภัยแล้ง\n\n{speech}", None, Person("ดร.แดง ใจดี", role)
        )
        assert any_with(questions, "ภัยแล้ง", "ว่า") is told


def test_what_a_title_tells_of_somebody_saying_is_asked() -> None:
    """Though the body has no speech; an office tells as well."""
    assert any_with(asked("ดร.เอนก แจงภัยแล้ง", "ดี"), "ดร.เอนก", "ภัยแล้งว่า")
    assert any_with(asked("วว. เตือนภัยแล้ง", "ดี", None, OFFICER), "วว.", "เรื่องภัยแล้ง")


def test_what_country_and_ministry_do_is_asked() -> None:
    """Where the title says that they talk."""
    told = "ไทยกับลาวร่วมมือกันเรื่องอะไร", "ไทยกับลาวคุยกันเรื่องอะไร"
    assert any(any_with(asked("รมว.อว. หารือรัฐมนตรีลาว", "ดี"), one) for one in told)
    assert not any(any_with(asked("รมว.อว. ชมเรือลาว", "หารือ"), one) for one in told)


def test_an_event_of_the_lead_is_called_by_its_matter() -> None:
    """Told right behind it; and who opened it."""
    lead = "ดร.เอนก เหล่าธรรมทัศน์ เป็นประธานเปิดการเสวนาภัยแล้งของชาวเกาะ"
    told = asked("อว. ชูเรือใบ", lead)
    assert any_with(told, "เสวนาภัยแล้ง", "วันไหน")
    assert any_with(told, "ใครเปิดเสวนาภัยแล้ง")
    assert any_with(told, "ใครเป็นประธานเสวนาภัยแล้ง")


def test_no_day_is_asked_of_a_feast_that_has_always_the_same() -> None:
    assert any_with(asked("อว. จัดงานวันนักประดิษฐ์", "ดี", EVENT), "วันนักประดิษฐ์", "วันไหน")
    told = asked("อว. จัดงานวันพ่อแห่งชาติ", "ดี", EVENT)
    assert any_with(told, "วันพ่อ")
    assert not any_with(told, "วันพ่อ", "วันไหน")
    assert not any_with(told, "วันพ่อ", "เมื่อไหร่")


def test_the_occasion_of_a_rite_is_asked_where_it_is_told() -> None:
    """A day is its own occasion."""
    there = "งานตักบาตรที่วัดป่าเมืองใหม่จัดเนื่องในโอกาสอะไร", "อว. จัดงานตักบาตรเนื่องในโอกาสอะไร"
    told = asked("อว. จัดพิธีตักบาตร", "พิธีตักบาตร เนื่องในโอกาสปีใหม่")
    assert any(any_with(told, one) for one in there)
    assert not any_with(asked("อว. จัดพิธีตักบาตร", "พิธีตักบาตร"), "เนื่องในโอกาส")
    assert not any_with(asked("อว. จัดงานวันพ่อ", "วันพ่อ เนื่องในโอกาสดี"), "เนื่องในโอกาส")


def test_a_short_question_has_longer_ones_of_its_time() -> None:
    """With the epidemic that the title tells of; not with the year, which reads stiffly."""
    entry = Entry("a", "วว. ชูกาแฟในช่วงโควิด", "กาแฟดี", event=EVENT)
    told = next(
        one for one in Asker(entry).questions() if one.ask == "topic_actor" and one.thing == "กาแฟ"
    )
    assert [one for one in told.longer if "กาแฟช่วงโควิด" in one]
    assert not any_with(list(told.longer), "ปี 2566")


def test_what_somebody_came_to_do_is_asked_by_the_province_too() -> None:
    """Where the place has no name that people know."""
    event = replace(EVENT, venue="หมู่ 4 ต.เกาะใหม่ จ.ตรัง", province="ตรัง")
    questions = asked("ข่าวเรือใบ", "ดร.เอนก เหล่าธรรมทัศน์ เป็นประธานเปิด ณ เกาะ", event)
    assert any_with(questions, "ดร.เอนกไปเปิดงานอะไรที่ตรัง")


def test_a_name_is_told_with_its_number_and_whose_it_is() -> None:
    """Where the short one finds another entry."""
    title = "วว. จัดประชุม “ช่างต่อเรือใบไทย” ครั้งที่ 22"
    event = Entry("a", title, "ประชุมช่างต่อเรือใบไทย ครั้งที่ 22 ดี", event=EVENT)
    texts = longer_of(event)
    assert any_with(texts, "ช่างต่อเรือใบไทย ครั้งที่ 22")
    project = Entry("a", "วว. เปิด “โครงการเรือไฟฟ้า”", "โครงการเรือไฟฟ้า ดี โครงการเรือไฟฟ้า")
    texts = longer_of(project)
    assert any_with(texts, "โครงการเรือไฟฟ้าของ วว.")


def test_what_is_too_wide_is_asked_only_beside_another_thing() -> None:
    """A narrower matter is by itself, but not who spoke on it in words that are not told."""
    told = asked("อว. ชูโควิดและภัยแล้ง", "ดี")
    assert any_with(told, "เรื่องภัยแล้ง")
    assert any_with(told, "เรื่องโควิดกับภัยแล้ง")
    assert not any_with(asked("อว. ชูโควิด", "ดี"), "เรื่องโควิด")
    body = "ดร.เอนก เหล่าธรรมทัศน์ บรรยายเรื่องภัยแล้ง ภัยแล้ง ภัยแล้ง"
    spoken = ("ดร.เอนก", "ภัยแล้ง")
    assert not any_with(asked("ข่าวภัยแล้ง", body, EVENT, MINISTER), *spoken)
    assert any_with(asked("ข่าวภัยแล้ง", f"{body} กล่าวว่า", EVENT, MINISTER), *spoken)


def test_half_a_name_is_not_asked_about() -> None:
    """Though the title tells it: the body goes on with it wherever it stands."""
    title = "วว. ชูระบบเลาะตะเข็บเรือ ใบเรือและเสากระโดง"
    halves = "ระบบเลาะตะเข็บเรือ ใบเรือและเสากระโดงช่วยชาวเกาะ "
    assert not any_with(asked(title, halves * 2), "ระบบเลาะตะเข็บเรือ")
    assert any_with(asked(title, f"{halves}ระบบเลาะตะเข็บเรือดี"), "ระบบเลาะตะเข็บเรือ")


def test_what_a_project_is_must_be_told_close_behind_its_name() -> None:
    """Or be set off by quotation marks; nothing is said of whose it is by its own name."""
    forms = ("ทำอะไรบ้าง", "ช่วยอะไรได้บ้าง", "เป็นโครงการเกี่ยวกับอะไร")
    title = "วว. เปิดโครงการเรือใบลอยลำ ที่เกาะ"
    for body, is_asked in (("ณ เกาะ", False), ("มุ่งช่วยชาวเกาะ", True)):
        some = asked(title, f"วว. เปิดโครงการเรือใบลอยลำ {body}")
        assert is_asked is any(any_with(some, f"โครงการเรือใบลอยลำ{one}") for one in forms)
    assert any(any_with(asked("วว. เปิด “โครงการเรือใบลอยลำ”", "ดี"), one) for one in forms)
    assert not any_with(asked(f"คนเรือใบลอยลำ {title}", "ดี"), "ของคนเรือใบลอยลำ")


def test_a_language_is_no_country() -> None:
    assert any_with(asked("อว. หารือสเปน", "ดี"), "ไทยกับสเปน")
    assert not any_with(asked("อว. หารือเรื่องอบรมภาษาสเปนและโปรตุเกส", "ดี"), "ไทยกับ")


def test_how_an_office_does_what_the_title_says_about_a_matter_is_asked() -> None:
    """Not of a noun that only begins like that deed."""
    assert any_with(asked("วว. แก้ปัญหาภัยแล้ง", "ดี"), "วว.", "แก้ปัญหาภัยแล้งยังไง")
    assert any_with(asked("วว. ผลักดันการส่งออก", "ดี"), "วว.", "ผลักดันการส่งออกยังไง")
    assert not any_with(asked("วว. ชมการดูแลมะนาว", "ดี"), "วว.", "ดูแลมะนาวยังไง")


def test_news_is_wished_for_of_what_the_body_comes_back_to() -> None:
    """Of the ministry or its minister where the title names them, and of an office else."""
    for times, told in ((3, False), (4, True)):
        questions = asked("วว. เปิดงาน", "ภัยแล้ง " * times)
        assert any_with(questions, "ข่าว วว. เรื่องภัยแล้ง") is told
    title, lead = "รมว.อว. แก้ภัยแล้ง", "ดร.เอนก เหล่าธรรมทัศน์ กล่าวว่า ดี"
    assert any_with(asked(title, lead), "ข่าว ดร.เอนกเรื่องภัยแล้ง")
    plain = Person("นางเขียว งามดี", "รมว.อว.")
    assert not any_with(asked(title, "นางเขียว งามดี ดี", None, plain), "ข่าวคุณเขียว")


def test_when_a_minister_went_somewhere_is_asked() -> None:
    """Of the head of an office only what took them there, and of a hotel nothing."""
    there = "ไปวัดป่าเมืองใหม่"
    assert any_with(asked("ข่าวเรือใบ", LEAD), f"ดร.เอนก{there}", "วันไหน")
    head = Person("ดร.แดง ใจดี", "ผู้ว่าการ วว.")
    told = asked("ข่าวเรือใบ", "ดร.แดง ใจดี เป็นประธานเปิดงาน", EVENT, head)
    assert any_with(told, "ผู้ว่าการ วว. ไป", "ที่วัดป่าเมืองใหม่")
    assert not any_with(told, f"ผู้ว่าการ วว. {there}", "วันไหน")
    hotel = replace(EVENT, venue="โรงแรมใบบุญ")
    assert not any_with(asked("ข่าวเรือใบ", LEAD, hotel), "ดร.เอนกไปโรงแรม", "วันไหน")


def test_a_name_that_is_told_what_it_is_is_wished_for() -> None:
    """A term, and a project, which is asked what it is as well."""
    assert any_with(asked("วว. ใช้ BoatX", "BoatX คือ เรือใบ BoatX BoatX"), "BoatX หน่อย")
    project = asked("วว. เปิด “โครงการเรือใบลอยลำ”", "โครงการเรือใบลอยลำ เป็นโครงการสอนเรือ")
    assert any_with(project, "โครงการเรือใบลอยลำคืออะไร")


def test_where_more_is_told_on_the_web_is_asked() -> None:
    title = "วว. เปิด “โครงการเรือใบลอยลำ”"
    for body, told in (("ดูรายละเอียดที่ www.boat.th", True), ("รูปจาก www.boat.th", False)):
        questions = asked(title, body)
        sites = ("ได้ที่เว็บไหน", "ดูข้อมูลเพิ่มได้ที่ไหน")
        assert any(any_with(questions, "โครงการเรือใบลอยลำ", one) for one in sites) is told


def test_what_for_an_office_did_something_is_asked_where_the_lead_tells_it_behind() -> None:
    """Not what for it was given something, joined others or held a rite."""
    for title, body, told in (
        ("วว. มอบเรือไฟฟ้าลำใหม่", "วว. มอบเรือไฟฟ้าลำใหม่ เพื่อช่วยชาวเกาะ", True),
        ("วว. มอบเรือไฟฟ้าลำใหม่", "วว. เพื่อสันติ มอบเรือไฟฟ้าลำใหม่", False),
        ("วว. รับมอบเรือไฟฟ้าลำใหม่", "วว. รับมอบเรือไฟฟ้าลำใหม่ เพื่อช่วยชาวเกาะ", False),
        ("วว. มอบเรือในงานสงกรานต์", "วว. มอบเรือในงานสงกรานต์ เพื่อช่วยชาวเกาะ", False),
    ):
        assert any_with(asked(title, body), "วว.", "เพื่ออะไร") is told


def test_a_guest_of_the_lead_is_called_by_their_office() -> None:
    guest = Person("นายแดง ใจดี", "ประธานสมาคมเรือใบ")
    body = "นายแดง ใจดี ประธานสมาคมเรือใบ เข้าพบ ดร.เอนก เหล่าธรรมทัศน์"
    told = asked("ข่าวเรือใบ", body, EVENT, guest, MINISTER)
    assert any_with(told, "ประธานสมาคมเรือใบ", "ดร.เอนก")
    assert not any_with(asked("ข่าวเรือใบ", body, EVENT, guest), "ประธานสมาคมเรือใบ")


def test_a_short_word_in_quotation_marks_is_a_name_where_the_text_comes_back_to_it() -> None:
    """Else it is one that everybody knows."""
    title = "วว. เผยงานวิจัย “ปูแก้ว”"
    own = asked(title, "“ปูแก้ว” เป็นยา ปูแก้ว ปูแก้ว")
    assert any_with(own, "ปูแก้วคืออะไร")
    assert not any_with(own, "ข้อมูลปูแก้ว")  # of which it does not say of what kind it is
    assert not any_with(asked(title, "“ปูแก้ว” เป็นยา"), "ปูแก้วคืออะไร")
