"""Messages that name nothing: asked of what is on screen or was asked, never of anything."""

from dataclasses import replace
from datetime import date

import pytest

from bot.dialogue.context.bare_questions import about_choices
from bot.dialogue.context.turns import Turn
from bot.dialogue.conversation import Conversation
from bot.dialogue.matching.subjects import contradicts_text, has_subject, years_in
from bot.dialogue.message.utterances import without_self_repair
from bot.dialogue.replies import Outcome, plain_text
from bot.knowledge.entries import Contact, Entry, Kind, Person
from bot.search.finding import rank
from bot.search.ranking import Ranking
from bot.thai.tables import words
from tests.dialogue.base import AT, ENTRIES, RACES, Talk, over

ROLL = Entry(
    "roll",
    "สมัครสอบแข่งขันเข้าวัด",
    "สมัครสอบแข่งขันเข้าวัดได้ตั้งแต่วันที่ 6-12 พฤษภาคม 2567 ฟรี",
    Kind.SERVICE,
    questions=("สมัครสอบวันไหน", "สมัครวันไหน"),
    facts={"วันสมัคร": "6-12 พฤษภาคม 2567", "ค่าสมัคร": "ฟรี"},
)
KITES = (
    Entry(
        "kite-school",
        "สอนทำว่าวจุฬา",
        "สอนทำว่าวจุฬาจากไม้ไผ่ให้คนทั่วไป",
        Kind.SERVICE,
        facts={"ค่าสมัคร": "300 บาท"},
    ),
    Entry("kite-story", "เล่นว่าวจุฬา", "เล่นว่าวจุฬากันมาแต่โบราณ", Kind.NEWS),
)
LAUNCH = Entry(
    "balloon",
    "บอลลูนตรวจฟ้าของไทยขึ้นสู่ฟ้า",
    "บอลลูนตรวจฟ้าขึ้นสำเร็จเมื่อปีก่อน",
    Kind.NEWS,
    facts={"สถานที่ปล่อย": "เกาะพีพี ฝั่งอันดามัน"},
    published=date(2024, 5, 1),
)
MUSEUM = (
    Entry(
        "agency-puppets",
        "องค์การหุ่นกระบอก (สทอภ.)",
        "องค์การหุ่นกระบอกดูแลพิพิธภัณฑ์หุ่นกระบอก",
        Kind.CONTACT,
        keywords=("สทอภ.", "พิพิธภัณฑ์หุ่นกระบอก"),
        contact=Contact(("0 2888 1111",), address="ถนนเลียบคลอง"),
    ),
    Entry(
        "puppet-visit",
        "พิพิธภัณฑ์หุ่นกระบอก สทอภ. เวลาเปิดและค่าเข้า",
        "พิพิธภัณฑ์หุ่นกระบอกเปิดวันอังคารถึงศุกร์ 09.30-16.00 น.",
        Kind.SERVICE,
        keywords=("พิพิธภัณฑ์หุ่นกระบอก",),
        facts={"เวลาเปิด": "อังคาร-ศุกร์ 09.30-16.00 น."},
    ),
)
CHIEFS = Entry(
    "chiefs",
    "หัวหน้าป่าตามวันที่ในข่าว",
    "หัวหน้าป่าคือ ทอง ดีงาม ปี 2569 เงิน สุขใจ ปี 2568 และนาก มั่นคง ปี 2567",
    Kind.FAQ,
    questions=("หัวหน้าป่าคือใคร",),
    keywords=("หัวหน้าป่า",),
    people=(
        Person("ทอง ดีงาม", "หัวหน้าป่า ปี 2569"),
        Person("เงิน สุขใจ", "หัวหน้าป่า ปี 2568"),
        Person("นาก มั่นคง", "หัวหน้าป่า ปี 2567"),
    ),
)


def test_a_topic_is_asked_whether_it_has_begun() -> None:
    """It tells its state, and is not said to tell nothing; so is what it costs "as well"."""
    kite = replace(KITES[0], facts={"ค่าเข้า": "ฟรี", "สถานะ": "กำลังจัดทำ ณ มีนาคม 2565"})
    talk = Talk(over((*ENTRIES, kite)))
    talk.say("สอนทำว่าวจุฬาคืออะไร")
    assert talk.say("เปิดรึยัง").answer == "กำลังจัดทำ ณ มีนาคม 2565"
    assert talk.say("เข้าฟรีเหมือนกันป่ะ").answer == "ฟรี"


def test_who_agreed_may_be_offices() -> None:
    """An agreement names no person: what it tells of the offices is shown, and not denied."""
    pact = replace(
        KITES[1],
        id="pact",
        title="ข้อตกลงว่าวไทย",
        body="กระทรวงมหาดไทยกับกระทรวงแรงงานลงนามข้อตกลงว่าวไทย",
    )
    talk = Talk(over((*ENTRIES, pact)))
    talk.say("ข้อตกลงว่าวไทย")
    assert talk.say("ใครลงนาม").outcome is Outcome.ANSWER


def test_which_school_it_is_is_asked_of_the_topic() -> None:
    """Whoever else has the word; it names no school."""
    other = replace(KITES[1], id="school", title="มหาวิทยาลัยไผ่", body="มหาวิทยาลัยไผ่เปิดแล้ว")
    talk = Talk(over((*ENTRIES, *KITES[:1], other)))
    talk.say("สอนทำว่าวจุฬาคืออะไร")
    assert talk.say("มหาวิทยาลัยไหน").entry == KITES[0].id


def test_the_office_of_the_topic_is_asked_of_the_topic() -> None:
    """ "ของหน่วยงานไหน" names none, whoever else has the word."""
    kite = replace(KITES[0], body="สอนทำว่าวจุฬาเป็นงานของสถาบันสารสนเทศว่าวไทย สอนทุกวันเสาร์")
    other = replace(KITES[1], id="body", title="หน่วยงานเปลี่ยนชื่อ", body="หน่วยงานเปลี่ยนชื่อแล้ว")
    talk = Talk(over((*ENTRIES, kite, other)))
    talk.say("สอนทำว่าวจุฬาคืออะไร")
    assert talk.say("ของหน่วยงานไหน").entry == kite.id


def test_choices_are_asked_and_not_the_whole_base() -> None:
    """What is asked before one was picked is asked of them, however well another would fit."""
    talk = Talk(over((*ENTRIES, ROLL, *RACES)))
    offered = talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์มีกี่ทีม").conversation.offered
    asked = talk.say("สมัครวันไหน")
    assert (Outcome.CHOICES, offered) == (asked.outcome, asked.conversation.offered)
    assert "พฤษภาคม" not in plain_text(asked)
    picked = talk.say("อันที่ 2")
    assert offered[1] == picked.entry


def test_what_is_picked_is_asked_what_was_asked_of_all() -> None:
    """The subject is remembered beside it, for a year that is said afterwards."""
    talk = Talk(over((*ENTRIES, *RACES)))
    talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์มีกี่ทีม")
    talk.say("จัดกี่วัน")
    assert "แข่งเรือ" in talk.memory.question
    assert "2 วัน" in (talk.say("อันแรก").answer or "")


def test_the_only_one_offered_that_states_it_tells_it() -> None:
    """Then the list is no longer what "อันแรก" points at."""
    talk = Talk(over((*ENTRIES, *KITES)))
    offered = talk.say("ว่าวจุฬา").conversation.offered
    assert ("kite-school", 2) == (offered[0], len(offered))  # the other is news
    told = talk.say("ราคาเท่าไหร่")
    assert ("kite-school", "300 บาท") == (told.entry, told.answer)
    assert Outcome.SMALLTALK == talk.say("อันที่ 2").outcome


def test_behind_what_nobody_knows_nothing_else_is_told() -> None:
    """The question stays in force, and what is merely near is no topic of the talk."""
    talk = Talk(over((*ENTRIES, ROLL, *RACES)))
    assert Outcome.NO_ANSWER == talk.say("เทศกาลกระดิ่งลม").outcome
    for text in ("สมัครวันไหน", "จัดที่ไหน", "ฟรีมั้ย"):
        assert Outcome.NO_ANSWER == talk.say(text).outcome
        assert "เทศกาลกระดิ่งลม" == talk.memory.question


def test_a_year_stays_in_force_until_another_is_said() -> None:
    """What was of another year does not answer for it; the talk still is about the same."""
    talk = Talk(over((*ENTRIES, RACES[0])))
    assert "race-2019" == talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์").entry
    assert Outcome.NO_ANSWER == talk.say("ปี 2560 ล่ะ").outcome
    for text in ("จัดวันไหน", "ที่ไหน"):
        reply = talk.say(text)
        assert Outcome.NO_ANSWER == reply.outcome
        assert "ท่าน้ำ" not in (reply.answer or "")
    assert "race-2019" == talk.say("แล้วปี 2562 ล่ะ").entry
    assert "มีนาคม 2562" in (talk.say("จัดวันไหน").answer or "")


@pytest.mark.parametrize("text", ["ปีก่อนล่ะ", "ปีก่อนหน้านั้นล่ะ"])
def test_a_year_before_counts_from_what_was_talked_about(text: str) -> None:
    """Not from today; where there is none, the next message still is about the same."""
    talk = Talk(over((*ENTRIES, *RACES)))
    talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์ปี 2564")
    talk.say(text)
    assert "2563" in talk.memory.question
    assert "แข่งเรือ" in talk.memory.question


def test_the_last_year_is_that_of_the_newest() -> None:
    """Of what was talked about, whatever year that was asked for."""
    talk = Talk(over((*ENTRIES, *RACES)))
    assert "race-2019" == talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์ปี 2562").entry
    newest = talk.say("แล้วปีหลังสุดล่ะ")
    assert "race-2021" in (newest.entry, *newest.conversation.offered[:1])


def test_the_day_something_was_written_is_not_its_year() -> None:
    """Neither that of a standing entry nor that of a list whose title names another year."""
    day = date(2018, 12, 19)
    day_of = replace(KITES[1], kind=Kind.FAQ, body="มีมาแต่ปี 2536", published=day)
    listed = replace(LAUNCH, title="10 ดาวเด่นปี 2562", body="แถลงเมื่อ 19 ธันวาคม 2561", published=day)
    news = replace(LAUNCH, published=day)
    assert contradicts_text(day_of, "ว่าวจุฬา ปี 2561", ())
    assert contradicts_text(listed, "ดาวเด่นปี 2561", ())
    assert not contradicts_text(listed, "ดาวเด่นปี 2562", ())
    assert not contradicts_text(news, "บอลลูนปี 2561", ())


def test_words_that_stand_side_by_side_do_so_in_what_is_offered() -> None:
    """An office in some street, with a hotline, is no "street of science"."""
    office = Entry("office", "กระทรวงวิทยาศาสตร์", "ถนนพระราม 6 สายด่วน 1313", Kind.CONTACT)
    fair = Entry("fair", "ถนนสายวิทยาศาสตร์", "งานวันเด็ก", Kind.EVENT)
    brain = over((*ENTRIES, office, fair))
    terms = rank(brain._index, "ถนนสายวิทยาศาสตร์ 2566", today=AT.date()).query.terms
    assert has_subject(fair, terms)
    assert not has_subject(office, terms)


def test_an_office_stands_beside_anything() -> None:
    """It is no piece of a name: what is called by the other word, and has the office, is meant."""
    fair = Entry("fair", "ขบวนแห่ วันเด็ก 2566", "วันเด็กของ อพวช. และเพื่อน", Kind.EVENT)
    tour = Entry("tour", "ขบวนปลาไผ่", "อพวช. ไปหาเด็กทั่วประเทศ", Kind.SERVICE)
    terms = rank(over((fair, tour))._index, "วันเด็ก อพวช จัดวันไหน", today=AT.date()).query.terms
    assert has_subject(fair, terms)
    assert not has_subject(tour, terms)


@pytest.mark.parametrize("text", ["จากที่ไหน", "จากประเทศไหน"])
def test_the_only_place_that_staff_wrote_down_is_told(text: str) -> None:
    """What is done at another place than it tells of is not."""
    talk = Talk(over((*ENTRIES, LAUNCH)))
    talk.say("บอลลูนตรวจฟ้า")
    assert "เกาะพีพี ฝั่งอันดามัน" == talk.say(text).answer
    assert "เกาะพีพี" not in (talk.say("สมัครที่ไหน").answer or "")


def test_what_a_card_does_not_tell_is_asked_of_the_office() -> None:
    """By what else is called as it was asked for; the talk stays with the card."""
    talk = Talk(over((*ENTRIES, *MUSEUM)))
    assert "agency-puppets" == talk.say("พิพิธภัณฑ์หุ่นกระบอก อยู่ไหน").entry
    hours = talk.say("เปิดกี่โมง")
    assert ("puppet-visit", "อังคาร-ศุกร์ 09.30-16.00 น.") == (hours.entry, hours.answer)
    assert "agency-puppets" == talk.memory.topic


def test_whether_it_is_so_is_asked_of_the_topic() -> None:
    """Another entry that has the word in its name was not meant."""
    dust = Entry("dust", "ความปลอดภัยของฝุ่นในโรงสี ถามใคร", "ถามกองโรงสี", Kind.FAQ)
    talk = Talk(over((*ENTRIES, dust)))
    talk.say("จักรยานไม้ไผ่")
    reply = talk.say("ปลอดภัยไหม")
    assert (Outcome.NO_ANSWER, "news-bamboo") == (reply.outcome, reply.entry)


def test_who_names_another_is_not_told_that_the_topic_is_silent() -> None:
    """ "แล้ว motar ล่ะ เหมือนกันไหม" is of that; what the card of an office lacks, of its service."""
    motor = Entry("motor", "โครงการ MOTAR เรือไฟฟ้า", "โครงการ MOTAR ให้เงิน 300 บาท", Kind.SERVICE)
    card = replace(ENTRIES[2], id="agency-motar", title="ติดต่อ MOTAR", keywords=("MOTAR",), facts={})
    card = replace(card, body="โครงการ MOTAR รับโทรศัพท์ทุกวัน", questions=("เบอร์ MOTAR",))
    talk = Talk(over((*ENTRIES, motor, card)))
    talk.say("จักรยานไม้ไผ่")
    reply = talk.say("แล้ว motar ล่ะ เหมือนกันไหม")
    assert "news-bamboo" != reply.entry
    talk.say("เบอร์ MOTAR")
    assert talk.memory.topic == "agency-motar"
    reply = talk.say("โครงการ motar ให้เท่าไหร่")
    assert "motor" in (reply.entry or "", *reply.conversation.offered)


def test_who_it_was_before_is_in_the_list() -> None:
    """All of it, for nobody said which of them was told."""
    talk = Talk(over((*ENTRIES, CHIEFS)))
    talk.say("หัวหน้าป่าคือใคร")
    assert "เงิน สุขใจ" in plain_text(talk.say("แล้วคนก่อนล่ะ"))


def test_more_of_a_list_is_its_next_page_or_none() -> None:
    """The one that was shown is not told again."""
    news = [
        replace(LAUNCH, id=f"n{n}", title=f"ข่าวบอลลูนลำที่ {n} ลอย{word}", facts={}, body=word)
        for n, word in enumerate(words("กุ้ง ปลา หอย ปู หมึก นก หนู งู ช้าง ม้า วัว ควาย"))
    ]
    talk = Talk(over((*ENTRIES, *news)))
    first = talk.say("ข่าวเดือนพฤษภาคม 2567")
    rest = talk.say("มีอีกมั้ย")
    assert (10, 2) == (len(first.conversation.offered), len(rest.conversation.offered))
    assert {*first.conversation.offered}.isdisjoint(rest.conversation.offered)
    assert Outcome.SMALLTALK == talk.say("มีอีกมั้ย").outcome


def test_the_ministry_is_asked_what_another_office_was() -> None:
    """A message with nothing but its name behind a question for a number."""
    talk = Talk(over(ENTRIES))
    talk.say("กระทรวงศึกษา เบอร์โทร")
    reply = talk.say("งั้นกระทรวงวิทย์")
    assert (Outcome.CONTACT, "0 2333 3700") == (reply.outcome, reply.answer)


def test_how_one_applies_is_not_told_by_what_takes_nobody_on() -> None:
    """Half a sentence about something else is no way to apply."""
    talk = Talk(over(ENTRIES))
    talk.say("จักรยานไม้ไผ่")
    assert Outcome.NO_ANSWER == talk.say("สมัครยังไง").outcome


def test_an_event_offered_does_not_answer_for_the_subject() -> None:
    """The days of a fair that remembers an eclipse are none of an eclipse; they are listed."""
    fair = replace(
        RACES[0], id="fair-eclipse", title="งาน 150 ปีจันทรุปราคาแหว่ง", body="งานรำลึกจันทรุปราคาแหว่ง"
    )
    past = replace(LAUNCH, id="eclipse", title="ภาพจันทรุปราคาแหว่ง", body="ภาพถ่าย", facts={})
    talk = Talk(over((*ENTRIES, fair, past)))
    assert {"fair-eclipse", "eclipse"} == {*talk.say("จันทรุปราคาแหว่ง").conversation.offered}
    reply = talk.say("วันไหน")
    assert Outcome.CHOICES == reply.outcome
    assert "มีนาคม 2562" in plain_text(reply)


def test_a_title_names_years_of_either_era() -> None:
    """As those of the Buddhist one; other numbers are none."""
    assert {"2561"} == years_in("Startup Thailand 2018")
    assert {"2562", "2563"} == years_in("วันนักประดิษฐ์ ปี 2563 และ 2019")
    assert not years_in("รับ 20190 คน 1800 ทีม")


def test_where_one_applies_is_told_by_how() -> None:
    """An office without an address may have a service that says how one begins."""
    card = replace(MUSEUM[0], contact=Contact(("0 2888 1111",)))
    service = replace(
        MUSEUM[1], body="สมัครสมาชิกพิพิธภัณฑ์หุ่นกระบอกโดยส่งใบสมัครทางอีเมล", facts={}, keywords=()
    )
    talk = Talk(over((*ENTRIES, card, service)))
    talk.say("เบอร์พิพิธภัณฑ์หุ่นกระบอก")
    assert "ส่งใบสมัคร" in plain_text(talk.say("สมัครที่ไหน"))


def test_what_is_done_with_anything_is_not_told_by_a_card() -> None:
    """Whether one may park there is in no telephone number."""
    talk = Talk(over((*ENTRIES, *MUSEUM)))
    talk.say("พิพิธภัณฑ์หุ่นกระบอก อยู่ไหน")
    assert Outcome.NO_ANSWER == talk.say("จอดรถได้ไหม").outcome


@pytest.mark.parametrize("text", ["หมายถึงจักรยานไม้ไผ่", "คือหมายถึงจักรยานไม้ไผ่"])
def test_what_was_meant_is_searched(text: str) -> None:
    """The words before it say nothing of it; "หมายถึงอะไร" asks."""
    talk = Talk(over(ENTRIES))
    talk.say("ยานอวกาศ")
    assert "news-bamboo" in (talk.say(text).entry, *talk.memory.offered)
    assert "หมายถึงอะไร" == without_self_repair("หมายถึงอะไร")


def test_what_is_called_after_its_deed_does_not_answer_for_the_office() -> None:
    """Nor does anything else tell where an office is."""
    card = replace(MUSEUM[0], contact=Contact(("0 2888 1111",)))
    badge = replace(MUSEUM[1], title="เข็มกลัดของพิพิธภัณฑ์หุ่นกระบอก สทอภ.")
    talk = Talk(over((*ENTRIES, card, badge)))
    talk.say("เบอร์พิพิธภัณฑ์หุ่นกระบอก")
    assert "agency-puppets" == talk.say("เปิดกี่โมง").entry
    assert "agency-puppets" == talk.say("อยู่จังหวัดอะไร").entry


ENGLISH = Entry(
    "english",
    "ยกระดับภาษาอังกฤษของนักเรียน",
    "นักเรียนทุกคนต้องสอบภาษาอังกฤษก่อนจบ",
    Kind.NEWS,
    questions=("นักเรียนต้องสอบภาษาอังกฤษไหม",),
    published=date(2024, 5, 1),
)


@pytest.mark.parametrize(
    ("text", "outcome", "topic"),
    [
        ("มีภาษาอังกฤษไหม", Outcome.CHOICES, "fair-robot-trang"),
        ("มีข่าวภาษาอังกฤษไหม", Outcome.ANSWER, "english"),
    ],
)
def test_what_may_be_asked_of_the_topic_is_told_of_no_other(
    text: str, outcome: Outcome, topic: str
) -> None:
    """It is offered, and the talk is still about its topic; who says what of begins anew."""
    talk = Talk(over((*ENTRIES, ENGLISH)))
    talk.say("งานหุ่นยนต์เก็บยางพาราจัดที่ไหน")
    assert (outcome, topic) == (talk.say(text).outcome, talk.memory.topic)


def test_what_goes_on_in_other_words_may_be_of_the_topic() -> None:
    """Both are offered; of the one picked is asked what was asked now. A name is another thing."""
    police = replace(
        ENGLISH, id="police", title="แจ้งความจับคนขายว่าว", body="มีผู้แจ้งความที่สถานีตำรวจไผ่", questions=()
    )
    talk = Talk(over((*ENTRIES, police)))
    talk.say("งานหุ่นยนต์เก็บยางพาราจัดวันไหน")
    assert ("fair-robot-trang", "police") == talk.say("แล้วแจ้งความที่ไหน").conversation.offered
    assert "fair-robot-trang" == talk.memory.topic
    talk.say("2")
    assert "police" == talk.memory.topic
    assert "agency-moon" == talk.say("แล้วเบอร์สำนักงานสำรวจดวงจันทร์").entry


def test_the_topic_is_offered_once() -> None:
    """Though its misspelt word finds it as well."""
    talk = Talk()
    talk.say("งานหุ่นยนต์เก็บยางพาราที่ตรัง")
    assert ("fair-robot-trang", "camp-moon-loei") == talk.say("แล้วหุ่นยต์ที่ไหน").conversation.offered
    talk.say("งานหุ่นยนต์เก็บยางพาราที่ตรัง")
    assert ("fair-robot-trang",) == talk.say("แล้วหุ่นยต์เท่าไหร่").conversation.offered


@pytest.mark.parametrize("text", ["รวมเป็นเงินเท่าไร", "รวมทั้งหมดกี่บาท", "คิดเป็นเงินเท่าไหร่", "มูลค่าเท่าไหร่"])
def test_a_sum_of_all_is_asked_of_the_topic(text: str) -> None:
    """Whatever else has the word."""
    gift = replace(KITES[1], id="gift", title="รับมอบว่าวจุฬา", body="รับมอบว่าวจุฬา มูลค่า 900 บาท")
    other = replace(ENGLISH, title="รวมทั้งหมดของการคิดมูลค่า", questions=())
    talk = Talk(over((*ENTRIES, gift, other)))
    talk.say("รับมอบว่าวจุฬา")
    assert "gift" == talk.say(text).entry


def test_the_only_one_offered_is_not_of_another_year() -> None:
    """Nobody answers for this year with what was in another."""
    race = replace(ENGLISH, id="race", title="แข่งว่าวยักษ์", body="แข่งว่าวยักษ์ปี 2562", questions=())
    talk = Talk(over((*ENTRIES, race)))
    talk.memory = replace(Conversation(offered=("race",), question="แข่งว่าวยักษ์"), updated_at=AT)
    assert "race" == talk.say("จัดวันไหน").entry
    talk.memory = replace(Conversation(offered=("race",), question="แข่งว่าวยักษ์"), updated_at=talk.at)
    assert Outcome.NO_ANSWER == talk.say("ปีนี้จัดอีกไหม").outcome


@pytest.mark.parametrize("text", ["ใครเป็นเจ้าภาพ", "โดนอะไร"])
def test_whose_it_is_and_what_befell_it_is_asked_of_the_topic(text: str) -> None:
    """No other entry is meant by these words."""
    talk = Talk(over((*ENTRIES, replace(ENGLISH, title="อว. เป็นเจ้าภาพสอบภาษาอังกฤษ"))))
    talk.say("งานหุ่นยนต์เก็บยางพาราจัดที่ไหน")
    assert "fair-robot-trang" == talk.say(text).entry


def test_the_day_of_an_act_is_asked_of_those_offered() -> None:
    """The word for the act names none of them."""
    twin = replace(LAUNCH, id="twin", title="บอลลูนตรวจฟ้าของไทยลำที่สอง")
    talk = Talk(over((*ENTRIES, LAUNCH, twin)))
    talk.memory = replace(
        Conversation(offered=("balloon", "twin"), question="บอลลูนตรวจฟ้า"), updated_at=AT
    )
    assert Outcome.CHOICES == talk.say("ยิงวันไหน").outcome
    assert {"balloon", "twin"} == set(talk.memory.offered)


def test_the_only_one_offered_is_asked_if_it_is_called_as_was_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """However unsure the search was of what was asked."""
    gel = replace(
        ENGLISH, id="gel", title="แจกเจลแอลกอฮอล์", body="แจกเจลแอลกอฮอล์ 900 ลิตร", questions=()
    )
    brain = over((*ENTRIES, gel))

    def unsure(text: str, day: date) -> Ranking:
        return replace(rank(brain._index, text, today=day), probability=0.1)

    monkeypatch.setattr(brain._parts.retrieval, "search", unsure)
    asked = unsure("กี่ลิตร", AT.date())
    for question, entry in (("แล้วเจลแอลกอฮอล์ล่ะ", "gel"), ("แล้วสบู่ล่ะ", None)):
        talk = Conversation(offered=("gel",), question=question)
        turn = Turn(brain._parts, asked, talk, AT.date())
        assert entry == about_choices(turn).entry


def test_the_card_of_an_office_tells_nothing_of_its_matters() -> None:
    """Where the office is, is not where what it made was sent; of the office itself it is."""
    office = MUSEUM[0]
    masks = replace(LAUNCH, id="masks", title="หน้ากากของ สทอภ. ทำแล้ว", body="ทำหน้ากาก", facts={})
    talk = Talk(over((*ENTRIES, office, masks)))
    for question, entry in (("สทอภ. ทำหน้ากากแจก", None), ("สทอภ.", office.id)):
        offered = Conversation(offered=("masks", office.id), question=question)
        talk.memory = replace(offered, updated_at=talk.at)
        assert entry == talk.say("อยู่ที่ไหน").entry
