"""What is asked of an entry: by its title, its names and topics, its event and people."""

import re
from dataclasses import replace
from datetime import date

import pytest

from bot.knowledge.entries import Contact, Entry, Event, Person
from bot.knowledge.persons import people_in
from bot.press.extraction import extract
from bot.press.facts.headlines import title_words
from bot.press.questions.deeds import happens
from bot.press.questions.proposals import propose_questions, that_find
from bot.press.questions.spoken import said_venue
from bot.press.questions.subjects import Subject, subject_of
from tests.press.questions.base import in_all_forms, longer_of, texts_of
from tests.press.test_extraction import LINES

DAY = Event(date(2023, 4, 4), date(2023, 4, 4))


@pytest.fixture
def entry() -> Entry:
    return extract("\n".join(LINES), "a").entry


def test_proposed_questions_speak_of_the_entry(entry: Entry) -> None:
    """At least five, no two alike, always the same, none longer than a person types."""
    questions = texts_of(entry)
    assert questions == texts_of(entry)
    assert 5 <= len(questions) == len(set(questions))
    assert any("มหกรรมดาวเทียม" in one for one in questions)
    assert all(len(one) <= 110 and "{" not in one for one in questions)


def test_no_question_is_proposed_twice_in_other_words() -> None:
    """Another word for "when" makes no new question."""
    event = Event(date(2023, 4, 4), date(2023, 4, 4), venue="หอประชุมใหญ่")
    entry = Entry("a", "อว. จัดพิธีมอบรางวัลนักประดิษฐ์", "เนื้อหา", event=event)
    asked = [one.asked.text.replace("เมื่อไหร่", "วันไหน") for one in propose_questions(entry)]
    assert len(asked) == len(set(asked)) > 2


def test_only_questions_that_find_their_entry_are_kept(entry: Entry) -> None:
    """Eight at most: an editor reads them all."""
    proposed = propose_questions(entry)
    assert () == that_find(proposed, lambda _: False)
    kept = that_find(proposed, lambda _: True)
    assert 5 <= len(kept) <= 8
    others = that_find(proposed, lambda one: one != kept[0])
    assert kept[0] not in others
    assert kept[1] in others


@pytest.mark.parametrize(
    ("title", "body", "told"),
    [
        (
            "อว. จับมือ จุฬาฯ เปิดหลักสูตร “เรียนออนไลน์”",
            "",
            Subject(
                actor="อว.",
                partners=("จุฬาฯ",),
                clause="เปิดหลักสูตรเรียนออนไลน์",
                names=("หลักสูตรเรียนออนไลน์",),
            ),
        ),
        (
            "วศ.อว. แนะใช้ฟิล์มยืดหุ้มห่ออาหาร หวังลดการปนเปื้อน",
            "ฟิล์มยืดหุ้มห่ออาหารทำจากพลาสติก เลือกฟิล์มยืดหุ้มห่ออาหารที่มีฉลาก",
            Subject(actor="วศ.อว.", topics=("ฟิล์มยืดหุ้มห่ออาหาร",)),
        ),
        (
            "รมว. “ศุภมาส” ชมงาน Bio Asia Pacific 2020",
            "",
            Subject(
                actor="รมว. ศุภมาส",
                clause="ชมงาน Bio Asia Pacific 2020",
                names=("งาน Bio Asia Pacific 2020",),
            ),
        ),
        (
            "เปิดบ้านสถานีดาวเทียมศรีราชา เปิดตัวกล้องดูดาวรุ่นใหม่",
            "",
            Subject(clause="เปิดตัวกล้องดูดาวรุ่นใหม่", names=("เปิดบ้านสถานีดาวเทียมศรีราชา",)),
        ),
        (
            "อว. มอบเครื่องกรองน้ำ 20 เครื่องให้ ก.แรงงาน",
            "เครื่องของโครงการ “น้ำใจสู้ภัย” แจกที่สถานีกลาง",
            Subject(
                actor="อว.", clause="มอบเครื่องกรองน้ำ 20 เครื่องให้ ก.แรงงาน", told=("โครงการน้ำใจสู้ภัย",)
            ),
        ),
    ],
)
def test_a_title_is_taken_apart(title: str, body: str, told: Subject) -> None:
    """Who, with whom, what was done, names with their noun, topics the body comes back to."""
    people = (Person("น.ส.ศุภมาส อิศรภักดี", "รมว.อว."),)
    assert told == subject_of(Entry("a", title, body, people=people))


@pytest.mark.parametrize(
    ("title", "clause"),
    [
        ("อว. หนุนครูสอนโค้ดดิ้งทั่วประเทศ", "สนับสนุนครูสอนโค้ดดิ้งทั่วประเทศ"),
        ("สวทช. จับมือ จุฬาฯ ดันรถไฟฟ้าไทยขบวนแรก หวังลดฝุ่น", "ผลักดันรถไฟฟ้าไทยขบวนแรก"),
        ("สวทช. ชี้นักเรียนไทยสนใจหุ่นยนต์มากขึ้น", ""),
        ("อว. มอบกล้องดูดาวให้โรงเรียน “เอนก” ขอบคุณครูทุกคน", ""),
        ("อว. นำทีมผู้บริหาร ปลูกป่าชายเลน", "ปลูกป่าชายเลน"),
        ("อว. นำเครื่องฟอกอากาศ ส่งมอบโรงเรียนชายขอบ", ""),
        ("อว. ร่วม “เปิดบ้านนักประดิษฐ์”", "ร่วมเปิดบ้านนักประดิษฐ์"),
        ("อว. ร่วมงานสานฝัน Laos - Thailand Talk", ""),
        ("อว. เปิดตัวผู้อำนวยการ สวทช. คนใหม่ล่าสุดของหน่วยงานวิจัยหลักของประเทศไทยเรา", ""),
        ("ยธ. หารือสำนักงานคณะกรรมการส่งเสริมวิทยาศาสตร์ วิจัย และนวัตกรรม", ""),
    ],
)
def test_what_was_done_is_told_whole_or_not_at_all(title: str, clause: str) -> None:
    """In plain words; what another says or does is not laid to the one who acts."""
    people = (Person("ดร.เอนก เหล่าธรรมทัศน์", "รมว.อว."),)
    assert clause == subject_of(Entry("a", title, "เนื้อหา", people=people)).clause


@pytest.mark.parametrize(
    ("title", "body", "topics"),
    [
        ("วว. พัฒนาเครื่องกรองน้ำชุมชน", "เครื่องกรองน้ำชุมชนที่", ("เครื่องกรองน้ำชุมชน",)),
        ("วว. พัฒนาบัณฑิตตรงตามสายงาน", "บัณฑิตตรงตามสายงาน", ()),
        ("วว. พัฒนาโครงการวิทยาศาสตร์และเทคโนโลยี", "โครงการวิทยาศาสตร์และเทคโนโลยี", ()),
        ("อว. ช่วยเกษตรกรเพิ่มผลผลิต", "เกษตรกรเพิ่มผลผลิตได้", ()),
        ("อว. ชี้แจงเหตุชุลมุนหน้าตึก", "เหตุชุลมุนหน้าตึก", ("เหตุชุลมุนหน้าตึก",)),
    ],
)
def test_a_topic_is_a_whole_thing_of_a_known_kind(
    title: str, body: str, topics: tuple[str, ...]
) -> None:
    """Neither cut inside a name nor a sentence, or what a title speaks of."""
    assert topics == subject_of(Entry("a", title, body)).topics


@pytest.mark.parametrize(
    ("clause", "held"),
    [
        ("จัดการแข่งขันหุ่นยนต์เยาวชน", True),
        ("จัดการประชุมวิชาการ", True),
        ("จัดการขยะพลาสติก", False),
        ("ปลูกป่าชายเลน", True),
        ("ปลูกฝังเยาวชนรักวิทยาศาสตร์", False),
    ],
)
def test_what_is_held_has_a_day(clause: str, held: bool) -> None:
    """To manage begins like to hold, and to instil like to plant."""
    assert held is happens(clause)


@pytest.mark.parametrize(
    ("title", "clause"),
    [
        ("วว. บุกเบิกเทคโนโลยีอวกาศไทย", "บุกเบิกเทคโนโลยีอวกาศไทย"),
        ("วว. เผยแพร่ผลงานวิจัยไทย", "เผยแพร่ผลงานวิจัยไทย"),
        ("วว. มอบ ออกซิเจนเหลวทางการแพทย์", "มอบออกซิเจนเหลวทางการแพทย์"),
        ("วศ. พัฒนา หลังคาโซลาร์เซลล์ไทย", "พัฒนาหลังคาโซลาร์เซลล์ไทย"),
    ],
)
def test_no_word_of_headlines_is_part_of_a_longer_one(title: str, clause: str) -> None:
    """Neither to spread nor oxygen nor a roof begins another matter."""
    assert clause == subject_of(Entry("a", title, "เนื้อหา")).clause


@pytest.mark.parametrize(
    ("venue", "said"),
    [
        ("มหาวิทยาลัยสงขลานครินทร์", "มหาวิทยาลัยสงขลานครินทร์"),
        ("ลานหน้าตึก มหาวิทยาลัยเกษตรศาสตร์", "ม.เกษตร"),
        ("โรงแรมใบบุญ พลาซ่า ริเวอร์ ไซด์", "โรงแรมใบบุญ พลาซ่า ริเวอร์"),
        ("ลานกว้างหน้าตึก", ""),
    ],
)
def test_a_yard_is_no_place_by_itself(venue: str, said: str) -> None:
    """Though a university may have its letters; three words of a hotel's name say enough."""
    assert said == said_venue(venue)


def test_a_factory_is_not_applied_for() -> None:
    """งาน in โรงงาน and ทุน in ต้นทุน are neither an event nor a scholarship."""
    body = "โรงงานต้นแบบแบตเตอรี่เปิดรับสมัครพนักงาน งานวันวิทย์เปิดรับสมัคร"
    assert not any(
        "สมัครยังไง" in one for one in texts_of(Entry("a", "วว. เปิดโรงงานต้นแบบแบตเตอรี่", body))
    )
    assert title_words().joined.search("งานวันวิทย์")


def test_a_deed_of_another_is_asked_of_nobody_else() -> None:
    """Who only tells of it did not sign it."""
    people = (Person("นายคารม พลพรกลาง", "รองโฆษกรัฐบาล"),)
    body = "คารม พลพรกลาง กล่าวว่า กระทรวงแรงงานฝึกช่าง"
    event = Event(date(2023, 4, 4), date(2023, 4, 4), venue="วัดป่าเมืองใหม่")
    for told, whose in (("“คารม” เผย ก.แรงงาน", False), ("ก.แรงงาน", True)):
        title = f"{told} ลงนามฝึกช่างซ่อมดาวเทียม"
        asked = texts_of(Entry("a", title, body, people=people, event=event))
        assert whose is any("ซ่อมดาวเทียม" in one for one in asked)
        assert not any("คารม ลงนาม" in one or "คารม เซ็น" in one for one in asked)


def test_questions_sound_as_people_speak() -> None:
    """A first name in a headline gets the office; a place is gone to."""
    people = (Person("น.ส.ศุภมาส อิศรภักดี", "รัฐมนตรีว่าการกระทรวง อว."),)
    title = "“ศุภมาส” เยี่ยมชมสถาบันวิจัยแสงซินโครตรอน"
    event = Event(date(2023, 4, 4), date(2023, 4, 4))
    asked = texts_of(Entry("a", title, "กล่าวว่า เครื่องใหม่", people=people, event=event))
    assert any(one.startswith("รัฐมนตรีศุภมาสไป") for one in asked)
    assert not any("เยี่ยมชมเพื่อ" in one for one in asked)


@pytest.mark.parametrize(
    ("actor", "said"),
    [
        ("รมว.อว.", "รัฐมนตรี อว. "),
        ("วศ.อว.", "วศ. "),
        ("รมช.อว.", "รัฐมนตรีช่วย อว. "),
        ("รมต.อว.", "รัฐมนตรี อว. "),
        ("กระทรวงวิทย์ฯ", "กระทรวงวิทย์"),
        ("สวทช. - จุฬาฯ", "สวทช. กับ จุฬาฯ "),
    ],
)
def test_offices_are_called_as_people_call_them(actor: str, said: str) -> None:
    """Of two that act together both are named."""
    event = Event(date(2023, 4, 4), date(2023, 4, 4))
    title = f"{actor} ปลูกป่าชายเลนเพื่อชุมชน"
    asked = texts_of(Entry("a", title, "เนื้อหา", event=event))
    assert any(one.startswith(said) and "ปลูกป่าชายเลน" in one for one in asked)


def test_the_event_and_its_people_are_asked_about() -> None:
    """Where a minister went, and nothing of who only stood by."""
    people = (Person("ดร.เอนก เหล่าธรรมทัศน์", "รมว.อว."), Person("นายแดง ใจดี", "ผู้อำนวยการ"))
    event = Event(date(2023, 4, 4), date(2023, 4, 4), venue="วัดป่าเมืองใหม่", province="น่าน")
    entry = Entry("a", "อว. เปิดงานข้าวใหม่ของชุมชน", "เนื้อหา", people=people, event=event)
    told = "\n".join(texts_of(entry))
    assert "ดร.เอนกไปน่าน" in told or "ดร.เอนกไปทำอะไรที่น่าน" in told
    assert "แดง ใจดี" not in told


def test_smaller_things_are_asked_for_where_the_main_ones_are_told_elsewhere() -> None:
    """Names the body gives."""
    people = (Person("นายแดง ใจดี", "ผู้อำนวยการ"), Person("นางเขียว งามดี", "รองผู้อำนวยการ"))
    named = "“โครงการบ้านนักคิด” เป็นโครงการ ใช้แอป Rice Watch ซึ่งโครงการบ้านนักคิดทำ แอป Rice Watch ดี"
    body = f"แดงกล่าวว่า ดี\n\nย่อหน้า\n\nตามด้วย {named}"
    title = "วว. มอบเครื่องกรองน้ำ 40 เครื่องให้ชุมชน หวังลดโรค"
    entry = Entry("a", title, body, people=people, published=date(2023, 4, 5))
    told = "\n".join(texts_of(entry))
    assert "โครงการบ้านนักคิด" in told
    assert "แอป Rice Watch" in told


@pytest.mark.parametrize(
    ("venue", "role", "said"),
    [
        ("ห้องแกรนด์ ชั้น 2 ศูนย์ประชุมใบบุญ ถ.พระราม 9", "ผู้อำนวยการ วว.", "ศูนย์ประชุมใบบุญ"),
        ("ห้องแกรนด์ ชั้น 2 โรงแรมใบบุญ ถ.พระราม 9", "ผู้อำนวยการ วว.", ""),
        ("อาคารวิจัย 2 อุทยานวิทยาศาสตร์ประเทศไทย (รังสิต)", "รองอธิบดี", "อุทยานวิทยาศาสตร์รังสิต"),
        ("ห้องประชุม ชั้น 4", "รองอธิบดี", ""),
        ("กรมสรรพากร ซอยอารี", "อธิบดีกรมสรรพากร", ""),
    ],
)
def test_a_place_is_the_house_and_nobody_goes_to_their_own(
    venue: str, role: str, said: str
) -> None:
    """Without room, floor and street; where somebody works is no place to ask about."""
    day, people = date(2020, 4, 2), (Person("ดร.แดง ใจดี", role),)
    entry = Entry("a", "ข่าวของแดง", "เนื้อหา", people=people, event=Event(day, day, venue=venue))
    there = [one for one in texts_of(entry) if "ดร.แดงไป" in one or "งานอะไรที่" in one]
    assert there if said else not there
    assert all(said in one and "ห้อง" not in one for one in there)


@pytest.mark.parametrize(
    ("title", "question"),
    [
        ("ประกาศรับสมัครบุคคลเพื่อเลือกสรรเป็นพนักงานราชการทั่วไป", "ใครสมัครพนักงานราชการทั่วไปได้บ้าง"),
        ("ประกาศกองคลัง เรื่อง ปิดปรับปรุงระบบจ่ายเงิน", "ปิดปรับปรุงระบบจ่ายเงินวันไหน"),
        ("ขอเชิญร่วมงานตลาดนัดนักคิด 2569", "งานตลาดนัดนักคิดจัดที่ไหน"),
        ("ทุนเรียนดีวิทยาศาสตร์ ประจำปี 2570", "สมัครทุนเรียนดีวิทยาศาสตร์ยังไง"),
        ("เตือนภัยฝุ่นสัปดาห์นี้", "ขอรายละเอียดเรื่องเตือนภัยฝุ่นสัปดาห์นี้"),
    ],
)
def test_a_notice_is_asked_about(title: str, question: str) -> None:
    """Though it does not say who acts: what one applies for, what is shut, held or given."""
    body = "ผู้สมัครต้องมีอายุ 18 ปี สมัครได้ถึงวันที่ 15"
    event = Event(date(2026, 12, 1), date(2026, 12, 15), venue="ศูนย์ประชุมใหญ่")
    entry = Entry("a", title, body, event=event)
    asked = {
        one.removesuffix("คะ") for i in range(9) for one in texts_of(replace(entry, id=f"{i}"))
    }
    assert question in asked


def test_a_motto_is_no_name() -> None:
    """Several words in quotation marks are one only behind a noun."""
    motto = subject_of(Entry("a", "อว. ชวน “รักโลก ให้โลกรัก” ทั่วไทย", "เนื้อหา"))
    assert () == motto.names
    project = subject_of(Entry("a", "อว. ชวนร่วมโครงการ “รักโลก ให้โลกรัก” ทั่วไทย", "เนื้อหา"))
    assert ("โครงการรักโลก ให้โลกรัก",) == project.names


def test_pieces_of_a_headline_are_no_sentence() -> None:
    """A short name stands behind a blank in any."""
    day, body = Event(date(2020, 4, 2)), "เพื่อชาวเกาะ"
    assert any(
        "ลงพื้นที่เกาะ" in one for one in texts_of(Entry("a", "อว. ลงพื้นที่เกาะสีดิน", body, event=day))
    )
    told = texts_of(Entry("a", "อว. ลงพื้นที่ มรภ.เกาะสีดิน", body, event=day))
    assert any("ลงพื้นที่ มรภ.เกาะ" in one for one in told)
    told = texts_of(Entry("a", "อว. จัดงาน “กิจกรรมเรือใบ ชาวเกาะ ในทะเล”", body, event=day))
    assert not any("จัดงาน กิจกรรม" in one for one in told)


def test_what_for_is_not_asked_of_what_tells_it() -> None:
    body, day = "วว. ลงพื้นที่ช่วยชาวเกาะสีดิน เพื่อแก้ภัยแล้ง", Event(date(2020, 4, 2))
    for title, expected in (("วว. ลงพื้นที่เกาะสีดิน", True), ("วว. ลงพื้นที่ช่วยชาวเกาะสีดิน", False)):
        told = texts_of(Entry("a", title, f"{body} {title} เพื่อดูเรือ", event=day))
        assert any("เพื่ออะไร" in one for one in told) is expected


@pytest.mark.parametrize(
    ("title", "question"),
    [
        ("รมว.อว. มอบนโยบายช่างต่อเรือใบ", "มอบนโยบายช่างต่อเรือใบว่ายังไงบ้าง"),
        ("วว. ร่วมประชุมบอร์ดเรือใบไทย", "ร่วมประชุมบอร์ดเรือใบไทยเรื่องอะไรบ้าง"),
        ("วว. ลงพื้นที่เกาะสีดิน", "ลงพื้นที่เกาะสีดินทำอะไรบ้าง"),
        ("วว. จัดกิจกรรมแข่งเรือใบไทย", "จัดกิจกรรมแข่งเรือใบไทยมีอะไรบ้าง"),
        ("วว. ส่งมอบเรือใบสีน้ำเงิน", "ส่งมอบเรือใบสีน้ำเงินให้ใครบ้าง"),
        ("วว. มอบเรือใบน้อยให้ชาวเกาะ", ""),
        ("วว. ประชุมหารือแนวทางต่อเรือใบ", ""),
    ],
)
def test_of_a_deed_it_is_asked_what_was_said_done_or_shown(title: str, question: str) -> None:
    """By data/deeds_asked.yaml; nothing that the deed tells itself."""
    told = texts_of(Entry("a", title, "เนื้อหา", event=Event(date(2020, 4, 2))))
    ends = ("ว่ายังไงบ้าง", "เรื่องอะไรบ้าง", "ทำอะไรบ้าง", "มีอะไรบ้าง", "ให้ใครบ้าง")
    found = [one for one in told if one.endswith(ends) and "เกี่ยวกับ" not in one]
    assert any(question in one for one in found) if question else not found


def test_what_was_done_is_asked_for_as_news() -> None:
    """Nothing that is only planned, or is the word of headlines alone."""
    day = Event(date(2020, 4, 2))
    for title, expected in (
        ("วว. เปิดอู่ต่อเรือใบไทย", True),
        ("วว. เตรียมเปิดอู่ต่อเรือใบไทย", False),
        ("วว. ขับเคลื่อนเรือใบไทย", False),
    ):
        told = in_all_forms(Entry("a", title, "เนื้อหา", event=day))
        assert any("ข่าว" in one and "เรื่อง" not in one for one in told) is expected


def test_nobody_is_a_thing() -> None:
    """Neither who acts, in quotation marks, nor royalty."""
    told = texts_of(Entry("a", "“สมหญิงใจ” ตอบชาวเกาะเรื่องเรือใบ", "สมหญิงใจ “สมหญิงใจ” สมหญิงใจ"))
    assert not any("สมหญิงใจคืออะไร" in one or "เรื่องสมหญิงใจ" in one for one in told)
    title = "วว. เทิด “พระบิดาแห่งเรือใบของไทย” ทั่วเกาะ"
    told = texts_of(Entry("a", title, "“พระบิดาแห่งเรือใบของไทย” พระบิดาแห่งเรือใบของไทย"))
    assert not any("คืออะไร" in one for one in told)


def test_nothing_royal_is_doubted() -> None:
    """Whether it is so is asked of what offices promise, never of ceremonies."""
    title, day = "อว. มอบพานพุ่มถวายราชสักการะสมเด็จพระเทพฯ", date(2020, 4, 2)
    told = texts_of(Entry("a", title, "เนื้อหา", published=day, event=Event(day)))
    assert told
    assert not any(re.search("จริงไหม|ทำไม|ใคร|ข่าว", one) for one in told)


@pytest.mark.parametrize("cut", ["การพัฒนาผู้คนทั่", "การช่วยเหลือผู้คนทั้"])
def test_a_word_cut_short_is_no_topic(cut: str) -> None:
    """Such a piece stands where the text goes on inside a word."""
    assert cut not in subject_of(Entry("a", f"วว. {cut}วประเทศ", f"{cut}วไป {cut}วโลก")).topics


def test_nobody_is_called_prime_minister() -> None:
    """The title of the prime minister is no "Mr" with a name."""
    assert () == people_in(["นายกฯ กำชับ รมว.อว. ดูแล และนายกรัฐมนตรี สั่งการ ปลัดกระทรวง"])


@pytest.mark.parametrize(
    ("title", "actor"),
    [
        ("พญ.เพชรดาว ที่ปรึกษา รมว.อว. ผลักดันการลงทุนของผู้ประกอบการ", "ที่ปรึกษา รมว.อว."),
        ("กรมสรรพากรร่วมมือ สวทช. พัฒนาระบบตรวจเอกสาร", "กรมสรรพากร"),
        ("กระทรวง อว.ผนึกพันธมิตรระดับโลก ยกระดับการเรียนออนไลน์", "กระทรวง อว."),
        ("อว. พร้อมด้วยมหาวิทยาลัยในสังกัด ปลูกต้นไม้ล้านต้น", "อว."),
        ("อว. เป็นผู้นำอาเซียน เปิดเวทีความร่วมมือ", "อว."),
    ],
)
def test_who_acts_is_told_from_what_they_do(title: str, actor: str) -> None:
    """An adviser is no minister, and neither a verb nor a companion belongs to a name."""
    assert actor == subject_of(Entry("a", title, "เนื้อหา")).actor


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("อว. ชวนเยาวชนร่วมค่ายวิทยาศาสตร์ฤดูร้อน “นักคิดน้อย”", "ค่ายวิทยาศาสตร์ฤดูร้อนนักคิดน้อย"),
        ("บริการฆ่าเชื้อ ด้วยเครื่องพ่นละออง สนับสนุนโดยกลุ่มใจดี", "บริการฆ่าเชื้อด้วยเครื่องพ่นละออง"),
    ],
)
def test_a_name_is_told_with_its_noun(title: str, name: str) -> None:
    """With all that stands between them; a service at the opening is a name."""
    assert name == subject_of(Entry("a", title, "เนื้อหา")).names[0]


def test_what_the_entry_does_not_answer_is_not_asked() -> None:
    """The day of a signing is not that of the course; of the royal family nobody asks why."""
    event = Event(date(2020, 6, 1), date(2020, 6, 1), venue="อาคารพระจอมเกล้า")
    signing = "อว. ลงนาม MOU กับ สวทช. เปิดหลักสูตรช่างดิจิทัล “ช่างยุคใหม่” ในงาน “เวทีคนสร้างชาติ”"
    asked = texts_of(Entry("a", signing, "เนื้อหา", event=event))
    held = re.compile("^(ไป|งาน|หลักสูตร).*(วันไหน|ช่วงไหน|ที่ไหน|ตรงไหน)")
    assert asked
    assert not [one for one in asked if held.match(one)]
    royal = "อว. ร่วมลงนามถวายพระพรสมเด็จพระกนิษฐาธิราชเจ้า"
    asked = texts_of(Entry("a", royal, "เนื้อหา", event=event))
    assert any("วันไหน" in one or "เมื่อไหร่" in one for one in asked)
    assert not [one for one in asked if re.search("ทำไม|เพราะอะไร|จริงไหม|ใครเป็นคน", one)]


def test_an_english_event_is_asked_about_like_a_thai_one() -> None:
    """Its noun stands somewhere in the name; a company, or what somebody says, is no event."""
    day = Event(date(2023, 6, 1), date(2023, 6, 1), venue="ศูนย์ประชุมใหม่")
    body = "รมว.อว. ร่วมงาน Rice Farming forum 2023 ที่ศูนย์ประชุมใหม่"
    asked = texts_of(Entry("a", "รมว.อว. ร่วมงาน Rice Farming forum 2023", body, event=day))
    assert any(re.match("Rice Farming forum 2023 (?:จัด|เริ่ม)วันไหน", one) for one in asked)
    named = (
        Entry("b", "วว. หารือ NORTH RIVER ENGINEERING LIMITED", "NORTH RIVER ENGINEERING LIMITED"),
        Entry("c", "อว. ชี้ไทยเป็น “เสือที่ตื่นแล้ว”", "อว. เป็น “เสือที่ตื่นแล้ว” “เสือที่ตื่นแล้ว”"),
    )
    assert not [name for entry in named for name in subject_of(entry).names]


def test_nobody_goes_to_what_takes_place_online() -> None:
    """Nor is a surname something to ask about, nor what a thing is to become another's deed."""
    day = Event(date(2020, 6, 1), date(2020, 6, 1), venue="ออนไลน์")
    title = "พม. เชิญ ดร.สมควร ตั้งใจทำงาน บรรยายเรื่องเมืองเก่า เป็นแหล่งเรียนรู้ของคนพิการ"
    body = "ดร.สมควร ตั้งใจทำงาน กล่าวว่า ตั้งใจทำงาน"
    people = (Person("ดร.สมควร ตั้งใจทำงาน", "อาจารย์"),)
    asked = texts_of(Entry("a", title, body, event=day, people=people))
    assert asked
    assert not [one for one in asked if re.search("ออนไลน์|ที่ไหน$|เรื่องตั้งใจทำงาน|พม. เป็น", one)]


def test_a_bare_title_proposes_nothing_strange() -> None:
    """Without anything to ask about there are no questions."""
    assert [] == texts_of(Entry("a", "ข่าว", "เนื้อหา"))


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("อว. เตรียมตั้ง “ธนาคารเรือใบแห่งชาติ”", "อว. จะตั้งธนาคารเรือใบแห่งชาติ"),
        ("รมว.พม. เยี่ยมชาวเกาะน้ำลึก", "รัฐมนตรี พม. ไปเยี่ยมชาวเกาะน้ำลึก"),
        ("วว. จับมือ ๗ หน่วยงาน สร้างเรือ", "กับ ๗ หน่วยงาน"),
        ("อว. จัดพิธีพระราชทานปริญญาบัตร", "จัดพิธีรับปริญญาวันไหน"),
    ],
)
def test_words_are_set_apart_as_people_write_them(title: str, part: str) -> None:
    """A blank before a short name and a number, and none inside a deed; no rite is "งานพิธี"."""
    asked = in_all_forms(Entry("a", title, "ดี", event=DAY))
    assert [one for one in asked if part in one]
    assert not [one for one in asked if "งานพิธี" in one]


def test_whose_it_is_is_told_once() -> None:
    """And what the government is told to hold is not its own."""
    body = "แพลตฟอร์มเรือไฟฟ้า ดี แพลตฟอร์มเรือไฟฟ้า"
    entry = Entry("a", "วว. เปิดตัวแพลตฟอร์มเรือไฟฟ้า", body, event=DAY)
    longer = longer_of(entry)
    assert [one for one in longer if "ของ วว." in one]
    assert not [one for one in longer if one.count("วว.") > 1]
    held = replace(entry, title="รัฐบาลจัดงานมหกรรมเรือใบไทย", body="ดี")
    assert not [one for one in longer_of(held) if "ของรัฐบาล" in one]


def test_a_noun_alone_is_no_name() -> None:
    assert not [
        one for one in texts_of(Entry("a", "วว. เปิดตัว “แอป”", "แอป ดี แอป")) if "แอปหน่อย" in one
    ]


def test_praise_at_the_end_of_a_headline_is_not_asked_about() -> None:
    """An example is no praise."""
    told = "\n".join(in_all_forms(Entry("a", "อว. พัฒนาเรือไฟฟ้าเพื่อชาวเกาะอย่างยั่งยืน", "ดี"), 2))
    assert "อว. พัฒนาเรือไฟฟ้าเพื่อชาวเกาะยังไง" in told
    assert "อย่าง" not in told
    told = "\n".join(in_all_forms(Entry("a", "อว. พัฒนาเรือไฟฟ้าเป็นตัวอย่างที่ดี", "ดี"), 2))
    assert "เป็นตัวอย่างที่ดี" in told


def test_signing_for_the_royals_is_a_rite_with_its_own_name() -> None:
    entry = Entry("a", "อว. ร่วมลงนามถวายพระพร", "ดี", event=replace(DAY, venue="วัดป่าเมืองใหม่"))
    assert any("งานลงนามถวายพระพร" in one for one in in_all_forms(entry, 2))


def test_a_deed_that_only_the_headline_tells_like_that_is_not_asked_about() -> None:
    """Where there is text enough to know by."""
    title = "วว. คุมเข้มความสะอาดปลอดภัยเรือโดยสารชายฝั่ง ต้านโรค"
    told = " ".join(["วว. ควบคุมความสะอาดปลอดภัยเรือโดยสารชายฝั่ง ทุกวัน"] * 8)
    other = " ".join(["วว. ดูแลให้เรือที่รับส่งชาวเกาะปลอดภัย ทุกวัน"] * 8)
    for body, asked in (("ดี", True), (told, True), (other, False)):
        texts = in_all_forms(Entry("a", title, body))
        assert asked is any("ควบคุมความสะอาดปลอดภัยเรือโดยสารชายฝั่ง" in one for one in texts)


THERE = Event(date(2023, 4, 4), date(2023, 4, 4), venue="โรงเรียนบ้านสวน", province="แพร่")


@pytest.mark.parametrize(
    ("title", "body", "asked"),
    [
        (
            "“เอนก” เผย อว. หนุนยางพารา",
            "ศ.ดร.เอนก เหล่าธรรมทัศน์ รมว.อว. กล่าวว่า ยางพารามีค่า ยางพาราต้องแปรรูป",
            "ดร.เอนกพูดเรื่องยางพาราวันไหน",
        ),
        (
            "“เอนก” เผย อว. หนุนยางพารา",
            "ศ.ดร.เอนก เหล่าธรรมทัศน์ รมว.อว. กล่าวว่า ยางพารามีค่า ยางพาราต้องแปรรูป",
            "ดร.เอนกพูดเรื่องยางพาราที่ไหน",
        ),
        (
            "รมว.อว. ลงพื้นที่แพร่",
            "ศ.ดร.เอนก เหล่าธรรมทัศน์ รมว.อว. ลงพื้นที่ โดยมี นายสม ใจดี ให้การต้อนรับ",
            "ใครต้อนรับ ดร.เอนกที่แพร่",
        ),
        (
            "รมว.อว. ลงพื้นที่แพร่",
            "ศ.ดร.เอนก เหล่าธรรมทัศน์ รมว.อว. ลงพื้นที่ พร้อมด้วยนายสม ใจดี",
            "ใครไปแพร่กับ ดร.เอนกบ้าง",
        ),
        ("วศ. รับมอบเครื่องกรองน้ำ", "วศ. รับมอบเครื่องกรองน้ำ", "วศ. รับมอบเครื่องกรองน้ำที่ไหน"),
        (
            "สวทช. จับมือ จุฬาฯ วิจัยยางพารา",
            "สวทช. ร่วมกับ จุฬาฯ วิจัยยางพารา เพื่อเกษตรกร",
            "สวทช. กับจุฬาฯ ร่วมมือกันเพื่ออะไร",
        ),
        ("สวทช. ลงพื้นที่แพร่", "สวทช. ลงพื้นที่แพร่", "สวทช. ไปแพร่วันไหน"),
    ],
)
def test_when_where_and_with_whom_is_asked_of_what_was_done(
    title: str, body: str, asked: str
) -> None:
    """Not of what is still to come, which nobody saw, nor where it is not told."""
    entry = Entry("a", title, body, event=THERE, people=people_in([body]))
    assert asked in in_all_forms(entry)
    nowhere = replace(entry, event=None, body=title, people=())
    assert asked not in in_all_forms(nowhere)


def test_a_number_is_asked_of_what_is_opened_where_the_release_has_one() -> None:
    phoned = Entry("a", "วศ. เปิดศูนย์ให้ความรู้", "", contact=Contact(phones=("02 201 7000",)))
    assert "วศ. เปิดศูนย์ให้ความรู้ โทรเบอร์ไหน" in in_all_forms(phoned)
    assert not any("เบอร์" in one for one in in_all_forms(replace(phoned, contact=None)))
