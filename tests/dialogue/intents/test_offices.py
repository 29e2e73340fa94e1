"""Whether an office is open: now, on a day, the one meant, and honest when nobody knows."""

from dataclasses import replace
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from bot.dialogue.abstention.candidates import is_unrelated_hotline
from bot.dialogue.intents.canned_replies import RADIATION
from bot.dialogue.intents.recognition import intent_of
from bot.dialogue.presentation.contacts import Detail, asked_detail, split_phone
from bot.dialogue.replies import Outcome, plain_text
from bot.dialogue.responder import Responder
from bot.knowledge.entries import Contact, Entry, Kind
from bot.search.query import Query
from tests.dialogue.base import AT, ENTRIES, Talk, over, responder

ZONE = ZoneInfo("Asia/Bangkok")
MUSEUM = Entry(
    "agency-museum",
    "พิพิธภัณฑ์ตัวอย่าง (อพวช.)",
    "พิพิธภัณฑ์ตัวอย่างเปิดให้เข้าชม",
    Kind.CONTACT,
    questions=("ขอเบอร์ อพวช.",),
    contact=Contact(
        ("0 2577 9999",), hours="อังคาร-อาทิตย์ 09.30-16.00 น. พัก 12.00-13.00 น. ปิดวันจันทร์"
    ),
)


@cache
def brain() -> Responder:
    return over((*ENTRIES, MUSEUM))


def ask(text: str, *moment: int) -> str:
    reply = Talk(brain(), datetime(*moment, tzinfo=ZONE)).say(text)  # type: ignore[misc,arg-type]
    assert Outcome.CONTACT is reply.outcome
    assert "agency-museum" == reply.entry
    return plain_text(reply)


@pytest.mark.parametrize(
    ("text", "moment", "said"),
    [
        ("อพวช. เปิดไหมตอนนี้", (2026, 11, 24, 10, 0), "ตอนนี้เปิดอยู่ค่ะ ถึง 12.00 น."),
        ("ตอนนี้อพวช.เปิดอยู่มั้ยคะ", (2026, 11, 24, 12, 30), "เปิดอีกครั้ง 13.00 น."),
        ("อพวช ยังเปิดอยู่ไหม", (2026, 11, 24, 17, 0), "เปิดอีกครั้งวันที่ 25 พฤศจิกายน 2569"),
        ("พรุ่งนี้ อพวช. เปิดไหม", (2026, 11, 24, 17, 0), "วันที่ 25 พฤศจิกายน 2569 เปิด 09.30-12.00"),
        ("วันจันทร์หน้า อพวช. เปิดไหมครับ", (2026, 11, 24, 9, 0), "30 พฤศจิกายน 2569 ปิดค่ะ"),
        ("อพวช. เปิดวันจันทร์มั้ย", (2026, 11, 24, 9, 0), "30 พฤศจิกายน 2569 ปิดค่ะ"),
        ("วันเสาร์อาทิตย์ อพวช เปิดไหมคะ", (2026, 11, 29, 9, 0), "วันที่ 5 ธันวาคม 2569"),
        ("อังคารอพวช.เปิดป่ะ", (2026, 11, 30, 9, 0), "วันที่ 1 ธันวาคม 2569 เปิด 09.30-12.00"),
        ("วันที่ 23 ตุลาคม 2569 อพวช. เปิดไหม", (2026, 10, 1, 9, 0), "วันปิยมหาราช) อาจปิด"),
    ],
)
def test_the_hours_say_whether_it_is_open(text: str, moment: tuple[int, ...], said: str) -> None:
    """Now or on a day, in the break, after hours, on a closed day and on a holiday."""
    assert said in ask(text, *moment)


@pytest.mark.parametrize(
    "text", ["อพวช. ปิดวันไหน", "อพวช หยุดวันอะไรบ้างคะ", "เปลี่ยนเรื่องๆ อพวช ปิดวันไหน"]
)
def test_who_asks_when_it_is_closed_hears_that_first(text: str) -> None:
    """The hours, which tell it last, stand below."""
    talk = Talk(brain())
    talk.say("ค่ายดูดวงจันทร์จัดวันไหน")
    assert "ปิดวันจันทร์" == talk.say(text).answer
    assert "ปิดวันจันทร์" == talk.say("ปิดวันไหนนะ").answer


def test_the_office_talked_about_is_meant() -> None:
    """A bare question leans on the topic; the printed hours stand below."""
    talk = Talk(brain(), datetime(2026, 11, 24, 10, tzinfo=ZONE))
    talk.say("ขอเบอร์ อพวช.")
    reply = talk.say("แล้วตอนนี้เปิดไหม")

    assert "agency-museum" == reply.entry
    assert "เปิดอยู่" in (reply.answer or "")
    assert "ปิดวันจันทร์" in plain_text(reply)


def test_without_printed_hours_nobody_knows() -> None:
    """No guess from how offices usually are; the holiday is told, and a number to ask."""
    reply = Talk(brain(), datetime(2026, 10, 23, 10, tzinfo=ZONE)).say("ตอนนี้กระทรวงเปิดไหม")

    assert Outcome.NO_ANSWER is reply.outcome
    assert "ยังไม่มีข้อมูลเวลาทำการ" in plain_text(reply)
    assert "วันปิยมหาราช" in plain_text(reply)
    assert "0 2333 3700" in plain_text(reply)


@pytest.mark.parametrize("text", ["กระทรวงวิทย์ตั้งอยู่ถนนอะไร", "กระทรวง อว. อยู่เขตไหนคะ"])
def test_a_part_of_the_address_is_asked_for(text: str) -> None:
    """Street and district stand in the address of the ministry."""
    reply = Talk().say(text)

    assert (Outcome.CONTACT, "ministry-main") == (reply.outcome, reply.entry)
    assert "ถนนพระราม 6 เขตราชเทวี" in (reply.answer or "")


def test_who_is_at_the_other_end_of_a_number() -> None:
    """To talk to somebody names no subject: the card of the number answers."""
    entry = replace(ENTRIES[1], keywords=("1313",))
    reply = Talk(over((ENTRIES[0], entry, *ENTRIES[2:]))).say("โทร 1313 แล้วคุยกับใคร")

    assert (Outcome.CONTACT, "hotline-1313") == (reply.outcome, reply.entry)


def test_the_hotline_is_told_with_what_is_known_of_it() -> None:
    """Not its number alone, which whoever asks has typed."""
    reply = Talk().say("1313 คือเบอร์อะไร")
    assert (Outcome.CONTACT, "1313") == (reply.outcome, reply.answer)
    assert "ยังไม่มีข้อมูลเวลาและค่าโทร" in plain_text(reply)


def test_where_an_office_is_may_stand_outside_its_address() -> None:
    """Staff know the province, and no address: the province is told."""
    office = replace(ENTRIES[2], facts={"อยู่จังหวัด": "เลย"})
    reply = Talk(over((*ENTRIES[:2], office))).say("สำนักงานสำรวจดวงจันทร์อยู่จังหวัดไหน")

    assert ("agency-moon", "เลย") == (reply.entry, reply.answer)


@pytest.mark.parametrize(
    ("asked", "other", "detail"),
    [
        ("ขอเมลหน่อย", "ขอเมล็ดพันธุ์เมลอน", Detail.EMAIL),
        ("ขอเมล์หน่อย", "รถเมล์ใส่จานเมลามีน", Detail.EMAIL),
        ("ขอเบอ", "ความมั่นคงไซเบอร์ที่เบอร์ลิน", Detail.PHONE),
        ("ขอเบอร์การไฟฟ้า", "เบอร์กามอตกับเบอร์รี", Detail.PHONE),
        ("ขอเบอโรงเรียน", "เบอร์เกอร์", Detail.PHONE),
        ("เบอร์ราชภัฏ", "แคนเบอร์รา", Detail.PHONE),
        ("โทรมาได้ไหม", "โทรทัศน์เสื่อมโทรม", Detail.PHONE),
        ("โทรมือถือ", "กล้องโทรทรรศน์กับโทรเลข", Detail.PHONE),
        ("ติดต่อยังไง", "โรคติดต่อ", Detail.PHONE),
        ("วันเสาร์มีกี่รอบแล้วจองเบอร์อะไร", "เบอร์กามอตกับเบอร์รี", Detail.PHONE),
        ("เจอรูปในเว็บต้องแจ้งเบอร์ไหน", "เว็บเบสโมเดล", Detail.PHONE),
        ("เปิดวันเสาร์อาทิตย์ไหม", "แสงอาทิตย์บนดาวเสาร์", Detail.HOURS),
        ("เวลาทำการ", "ทำการเกษตร", Detail.HOURS),
        ("เปิดถึงดึกไหม", "สัตว์ดึกดำบรรพ์", Detail.HOURS),
        ("ส่งจดหมายไปไหน", "หอจดหมายเหตุ", Detail.ADDRESS),
        ("เดินทางยังไง", "หนังสือเดินทาง", Detail.ADDRESS),
    ],
)
def test_a_longer_word_asks_for_no_detail(asked: str, other: str, detail: Detail) -> None:
    """Seeds and melons begin like the word for an e-mail, televisions like that for a call."""
    assert asked_detail(asked) is detail
    assert asked_detail(other) is None


LAB = Entry(
    "agency-lab",
    "กรมทดสอบตัวอย่าง (วศ.)",
    "กรมทดสอบตัวอย่าง โทร 0 2201 7000",
    Kind.CONTACT,
    keywords=("วศ.",),
    contact=Contact(("0 2201 7000",)),
)
LAB_UNIT = replace(LAB, id="agency-a-unit", title="ติดต่อห้องน้ำหนักของ วศ.", keywords=("ตุ้มน้ำหนัก",))


@pytest.mark.parametrize(
    ("text", "entry", "outcome", "said"),
    [
        ("อพวช. เปิดกี่โมงคะ", "agency-museum", Outcome.CONTACT, "09.30-16.00"),
        ("อพวช เปิดปิดกี่โมง", "agency-museum", Outcome.CONTACT, "ปิดวันจันทร์"),
        ("เวลาทำการของ อพวช", "agency-museum", Outcome.CONTACT, "09.30-16.00"),
        ("วศ หยุดวันไหนบ้าง", "agency-lab", Outcome.NO_ANSWER, "ยังไม่มีข้อมูลวันหยุด"),
        ("วศ. เปิดวันไหนถึงวันไหน", "agency-lab", Outcome.NO_ANSWER, "0 2201 7000"),
        ("ขออีเมล วศ.", "agency-lab", Outcome.NO_ANSWER, "ยังไม่มีอีเมลของหน่วยงานนี้"),
        ("วศ. มีเมลไหม", "agency-lab", Outcome.NO_ANSWER, "ยังไม่มีอีเมลของหน่วยงานนี้"),
        ("รหัสไปรษณีย์ วศ.", "agency-lab", Outcome.NO_ANSWER, "ยังไม่มีรหัสไปรษณีย์"),
    ],
)
def test_what_an_office_is_asked_is_told_or_said_to_be_unknown(
    text: str, entry: str, outcome: Outcome, said: str
) -> None:
    """Its own card answers, not that of a unit of it; what is not known is said, and what is."""
    reply = Talk(over((*ENTRIES, MUSEUM, LAB_UNIT, LAB))).say(text)

    assert (entry, outcome) == (reply.entry, reply.outcome)
    assert said in plain_text(reply)


def test_an_entry_may_tell_what_the_card_of_the_ministry_does_not() -> None:
    """Whoever wrote an entry about its mail is heard before the card that has none."""
    mail = Entry(
        "ministry-mail",
        "อีเมลของกระทรวง",
        "อีเมลเดิม old@example.go.th เลิกใช้แล้ว",
        Kind.FAQ,
        questions=("ขออีเมลกระทรวงวิทย์",),
        facts={"อีเมลกระทรวง": "ยังไม่มีอีเมลกลาง"},
    )
    without, told = (
        Talk(over(entries)).say("ขออีเมลกระทรวงวิทย์") for entries in (ENTRIES, (*ENTRIES, mail))
    )

    assert (Outcome.NO_ANSWER, "ministry-main") == (without.outcome, without.entry)
    assert "ช่องทางที่ทราบ" in plain_text(without)
    assert ("ministry-mail", "ยังไม่มีอีเมลกลาง") == (told.entry, told.answer)


@pytest.mark.parametrize(
    ("written", "number", "note"),
    [
        ("02-577-9999 ต่อ 2122 และ 2123", "02-577-9999 ต่อ 2122 และ 2123", ""),
        ("0 2564 7000 ต่อ 1 หรือ 2 (ทะเบียน)", "0 2564 7000 ต่อ 1 หรือ 2", "ทะเบียน"),
        ("0 2201 7308 หรือ 1313", "0 2201 7308", "หรือ 1313"),
    ],
)
def test_extensions_belong_to_their_number(written: str, number: str, note: str) -> None:
    """Several of one number are told with it; another number is not."""
    assert (number, note) == split_phone(written)


def test_the_hours_of_the_topic_are_told_by_whatever_tells_them() -> None:
    """The card gives the address and another entry of the same office the hours."""
    card = Entry(
        "nsm", "อพวช.", "อพวช.", Kind.CONTACT, questions=("อพวช. อยู่ไหน",), keywords=("อพวช.",),
        contact=Contact(address="คลองห้า"),
    )  # fmt: skip
    visit = Entry(
        "visit", "เข้าชม อพวช.", "เข้าชม อพวช.", Kind.SERVICE, keywords=("อพวช.",),
        contact=Contact(hours="อังคาร-อาทิตย์ 09.30-16.00 น."),
    )  # fmt: skip
    talk = Talk(over((*ENTRIES, card, visit)))
    assert "nsm" == talk.say("อพวช. อยู่ไหน").entry
    assert "visit" == talk.say("เปิดวันจันทร์ไหม").entry


@pytest.mark.parametrize(
    "text", ["เบอร์กระทรวงพลังงาน", "กระทรวงแรงงานอยู่ที่ไหน", "ขอเบอร์กระทรวงดิจิทัลหน่อยค่ะ"]
)
def test_another_ministry_is_reached_nowhere_here(text: str) -> None:
    """Neither by an office of that field nor where somebody met its minister."""
    field = Entry(
        "agency-energy",
        "ศูนย์เทคโนโลยีพลังงาน",
        "ศูนย์เทคโนโลยีพลังงานและดิจิทัล",
        Kind.CONTACT,
        keywords=("พลังงาน", "ดิจิทัล"),
        contact=Contact(("0 2564 7000",)),
    )
    met = Entry("met", "ประชุมที่กระทรวงแรงงาน", "ประชุมกันที่ห้องจัตุมงคล กระทรวงแรงงาน เรื่องอาชีพ", Kind.NEWS)
    brain = over((*ENTRIES, field, met))
    assert Outcome.NO_ANSWER is Talk(brain).say(text).outcome
    assert "met" == Talk(brain).say("ประชุมที่กระทรวงแรงงานเรื่องอาชีพ").entry
    assert "ministry-main" == Talk(brain).say("กระทรวงวิทย์อยู่ที่ไหน").entry


def test_whether_it_is_open_is_asked_of_what_was_offered() -> None:
    """Not of the ministry, which nobody has named; nor is what is asked then."""
    night = replace(MUSEUM, id="night", title="พิพิธภัณฑ์ตัวอย่างกลางคืน", keywords=("กลางคืน",))
    talk = Talk(over((*ENTRIES, MUSEUM, night)))
    assert Outcome.CHOICES is talk.say("พิพิธภัณฑ์ตัวอย่าง").outcome
    assert "ministry-main" != talk.say("วันจันทร์เปิดไหม").entry
    assert "ministry-main" != talk.say("ไปยังไง").entry


def test_what_was_known_long_ago_is_told_with_its_day() -> None:
    """Whether it is open now is said of hours that were printed years before."""
    old = replace(MUSEUM, published=datetime(2019, 12, 13, tzinfo=ZONE).date())
    talk = Talk(over((*ENTRIES, old)), datetime(2026, 11, 24, 10, tzinfo=ZONE))
    text = plain_text(talk.say("อพวช. เปิดไหม"))
    assert "ถึง 12.00 น. (ตามข้อมูลเมื่อ 13 ธันวาคม 2562" in text
    assert "ตามข้อมูล" not in ask("อพวช. เปิดไหม", 2026, 11, 24, 10, 0)


@pytest.mark.parametrize(
    ("asked", "offered"), [("หมาบ้าแจ้งใคร", False), ("รังสีแจ้งใคร", True), ("รั้งสีแจ้งใคร", True)]
)
def test_the_emergency_line_is_offered_to_those_it_is_for(asked: str, offered: bool) -> None:
    """By the sound of a word of theirs; a mad dog is not reported to the radiation office."""
    line = replace(MUSEUM, id=RADIATION, title="เหตุฉุกเฉินทางรังสี โทร 1296", keywords=("รังสีรั่ว",))
    query = Query(asked, asked, terms=(asked.removesuffix("แจ้งใคร"), "แจ้ง", "ใคร"))
    assert is_unrelated_hotline(line, query) is not offered
    assert not is_unrelated_hotline(MUSEUM, query)

    other = replace(MUSEUM, id="complaints", title="แจ้งใคร", questions=("มีเรื่องแจ้งใคร",))
    line = replace(line, questions=("เจอป้ายเตือนแจ้งใคร",))
    said = plain_text(Talk(over((*ENTRIES, line, other))).say(asked))
    assert ("1296" in said) is offered


LENT = (
    Entry(
        "agency-crater",
        "ศูนย์หลุมอุกกาบาต (ศลก.)",
        "ศูนย์หลุมอุกกาบาตเป็นของสำนักงานสำรวจดวงจันทร์",
        Kind.CONTACT,
        contact=Contact(("0 2564 7000 (กลาง สวทช. ต้นสังกัด)",)),
    ),
    Entry(
        "agency-nstda",
        "สำนักงานใหญ่ของศูนย์",
        "สำนักงานใหญ่อยู่ที่คลองหนึ่ง",
        Kind.CONTACT,
        contact=Contact(("0 2564 7000 (กลาง)", "0 2564 7001 ต่อ 5")),
    ),
    Entry(
        "a-service",
        "บริการตรวจหิน",
        "บริการตรวจหินโทรถามได้",
        Kind.SERVICE,
        contact=Contact(("0 2564 7000", "0 2564 7009")),
    ),
)


@pytest.mark.parametrize(
    ("said", "entry"),
    [
        ("0 2999 1111", "agency-moon"),
        ("๐๒-๙๙๙-๑๑๑๑ เบอร์ใครคะ", "agency-moon"),
        ("029991111 โทรมาเมื่อกี้ นี่ของหน่วยงานไหน", "agency-moon"),
        ("02 564 7000 เป็นเบอร์ของที่ไหนครับ", "agency-nstda"),
        ("02 564 7009 เบอร์อะไร", "a-service"),
        ("มีมิสคอลเบอร์ 0 2999 1111 นี่เบอร์ใครหรอ", "agency-moon"),
    ],
)
def test_whose_number_it_is(said: str, entry: str) -> None:
    """Its owner, before who is reached by it too, however it is grouped."""
    reply = Talk(over((*ENTRIES, *LENT))).say(said)
    assert (entry, Outcome.CONTACT) == (reply.entry, reply.outcome)


def test_a_number_of_nobody_known() -> None:
    """It is said so to who asks, with the ministry's own; alone it is only strange."""
    reply = Talk(responder()).say("02 123 4567 เบอร์ใครอ่ะ")
    assert "จึงบอกไม่ได้ว่าเป็นเบอร์ของใคร" in plain_text(reply)
    assert "0 2333 3700" in plain_text(reply)
    assert "เบอร์ของใคร" not in plain_text(Talk(responder()).say("081 234 5678"))


@pytest.mark.parametrize("said", ["ลงทะเบียนที่ 02 999 1111 วันไหน", "ส่งเอกสารไปที่ 0 2999 1111 ได้ไหม"])
def test_a_number_in_a_question_of_its_own_is_not_looked_up(said: str) -> None:
    """Only who asks nothing else is told whose it is."""
    assert intent_of(said, AT.date()) is None


def test_a_number_of_which_only_news_tell_is_nobodys() -> None:
    """It may be anybody's who is named there, so the news is only found as for any question."""
    news = Entry(
        "camp-call",
        "ค่ายเรือใบ",
        "ค่ายเรือใบ โทร 0 2564 7123",
        Kind.EVENT,
        contact=Contact(("0 2564 7123",)),
    )
    reply = Talk(over((*ENTRIES, news))).say("0 2564 7123 เบอร์ใคร")
    assert Outcome.CONTACT is not reply.outcome
    assert "เบอร์ของใคร" not in plain_text(reply)
