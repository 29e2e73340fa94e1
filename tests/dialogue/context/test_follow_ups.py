"""Messages that go on from the one before: one of several, another place, others."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.dialogue import search_turns, standalone
from bot.dialogue.answering.clarification import year_of_none
from bot.dialogue.context import follow_ups
from bot.dialogue.conversation import Conversation
from bot.dialogue.matching.entry_words import missing_words
from bot.dialogue.matching.subjects import contradicts_text
from bot.dialogue.replies import Outcome, Reply, plain_text
from bot.knowledge.entries import Contact, Entry, Event, Kind, Person
from bot.search.finding import rank
from bot.search.index import Index
from bot.search.ranking import Ranking
from tests.dialogue.base import AT, CAMP, ENTRIES, RACES, SOAP, Talk, over

KITES = tuple(
    Entry(
        f"kite-{year}",
        f"งานว่าวเกาะไผ่ {year}",
        f"งานว่าวเกาะไผ่ {year} มีว่าวจุฬาและว่าวปักเป้า",
        Kind.EVENT,
        keywords=("งานว่าวเกาะไผ่",),
        event=Event(
            date(year - 543, 3, 1), date(year - 543, 3, 2), venue="ลานหาดไผ่", province="ตราด"
        ),
    )
    for year in (2560, 2561, 2562)
)


def test_one_of_those_offered_is_asked_something() -> None:
    """The number says which, the rest of the message what of it."""
    talk = Talk(over((*ENTRIES, *RACES)))
    offered = talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์มีกี่ทีม").conversation.offered
    reply = talk.say("อันที่ 2 จัดวันไหน")
    assert offered[1] == reply.entry
    assert "มีนาคม" in (reply.answer or "")
    assert offered[0] == talk.say("แล้วอันแรกจัดที่จังหวัดไหน").entry


def test_of_those_offered_the_one_that_holds_most_of_the_words_is_meant() -> None:
    """Words that say too little for a search still tell two from each other."""
    robots = (
        replace(
            SOAP, id="washer", title="หุ่นยนต์ล้างพื้นตึกของ วว.", body="ล้างพื้นและขนขยะให้คนได้เดินสะดวกทุกวัน"
        ),
        replace(SOAP, id="porter", title="หุ่นยนต์ วว.", body="เดินส่งยาในตึก คนไข้ได้กินอาหารเป็นเวลา"),
    )
    talk = Talk(over((*ENTRIES, *robots)))
    assert {"washer", "porter"} == {*talk.say("หุ่นยนต์ตึก วว.").conversation.offered[:2]}
    assert "porter" == talk.say("ตัวที่กินแล้วเดิน").entry


def test_one_of_those_listed_in_the_topic_is_told() -> None:
    """A release that numbers things is asked for one of them; one it does not have is none."""
    talk = Talk(over((*ENTRIES, SOAP)))
    talk.say("สบู่เปลือกมังคุด วว.")
    assert "2.แชมพูลดรังแค" == talk.say("แล้วอันที่สองเอาไว้ทำอะไร").answer
    assert "1.สบู่ก้อนล้างมือ" == talk.say("อันแรกล่ะคืออะไร").answer
    assert "สบู่ก้อน" not in (talk.say("ข้อ 7 คืออะไร").answer or "")


def test_a_place_the_topic_does_not_name_is_told_to_be_missing() -> None:
    """The places that it does name follow; where it names the place, it is simply answered."""
    talk = Talk(over((*ENTRIES, SOAP)))
    talk.say("สบู่เปลือกมังคุด วว.")
    text = plain_text(talk.say("มีกระบี่ไหม"))
    assert "ไม่ได้พูดถึงกระบี่" in text
    assert "น่าน แพร่ และพะเยา" in text
    assert "ไม่ได้พูดถึง" not in plain_text(talk.say("แล้วมีแพร่ไหม"))


def test_these_days_is_a_month_unless_nothing_is_on() -> None:
    """What is on soon is listed alone, and is what a bare question means; else all there is."""
    talk = Talk()
    assert "camp-moon-loei" == talk.say("ช่วงนี้ที่เลยมีงานอะไรบ้าง").entry
    assert "4-6 ธันวาคม 2569" == talk.say("มีถึงวันไหน").answer
    assert "หุ่นยนต์" in plain_text(Talk().say("ช่วงนี้ที่ตรังมีงานอะไรบ้าง"))


def test_a_province_may_be_written_by_another_of_its_names() -> None:
    """Who asks for กรุงเทพ is answered from what says กทม."""
    run = Entry("run", "วิ่งการกุศล", "ส่วนกลาง (กทม.) จัดที่สนามใหญ่", event=Event(AT.date()))
    assert [] == missing_words(run, ["กรุงเทพ"])
    assert not contradicts_text(run, "วิ่งการกุศลในกรุงเทพ", ())
    assert Outcome.ANSWER == Talk(over((*ENTRIES, run))).say("วิ่งการกุศลในกรุงเทพจัดที่ไหน").outcome


def test_a_number_that_nobody_answers_is_not_told_again() -> None:
    """Whoever complains of the number just told hears the next one."""
    hotline = replace(ENTRIES[1], contact=Contact(("1313", "0 2333 3700")))
    talk = Talk(over((ENTRIES[0], hotline, *ENTRIES[2:])))
    talk.say("1313")
    assert "0 2333 3700" == talk.say("โทรไปไม่มีคนรับเลย").answer


def test_the_ministry_names_none_of_those_offered() -> None:
    """All of them are the ministry's; a question about it is one of its own."""
    moons = [
        Entry(f"moon-{n}", f"หลุมดวงจันทร์ {n}", f"กระทรวง อว. ดูหลุมดวงจันทร์ {n}", Kind.NEWS)
        for n in "กขค"
    ]
    talk = Talk(over((*ENTRIES, *moons)))
    assert Outcome.CHOICES is talk.say("หลุมดวงจันทร์").outcome
    assert "moon-" not in (talk.say("ทำไมต้องมีกระทรวง อว").entry or "")


def test_who_made_it_is_an_office_as_well() -> None:
    """Told as such; where none is said to have, the passages are quoted, and no visitor named."""
    visit = "\n\nดร.ใจดี มากมี อธิบดี ไปชมโรงงานสบู่ของ สวทช."
    shown = Entry("shown", "โคมไฟกะลา", f"โคมไฟกะลาให้แสงนวล{visit}", Kind.NEWS)
    talk = Talk(over((*ENTRIES, SOAP, shown)))
    talk.say("สบู่เปลือกมังคุดของ วว.")
    assert ("soap", "วว.") == ((told := talk.say("ใครเป็นคนคิดค้น")).entry, told.answer)
    assert "shown" == talk.say("โคมไฟกะลา").entry
    told = talk.say("ใครทำ")
    assert (Outcome.ANSWER, "shown", None) == (told.outcome, told.entry, told.answer)


def test_several_places_are_quoted_though_none_is_the_fact() -> None:
    """Who asks for all of them is not told that there is none."""
    body = "เทศกาลว่าวจัดที่ลานวัดเก่า จังหวัดน่าน และจัดที่สนามโรงเรียนบ้านนา จังหวัดเลย"
    talk = Talk(over((*ENTRIES, Entry("kites", "เทศกาลว่าวกระดาษ", body, Kind.NEWS))))
    assert "kites" == talk.say("เทศกาลว่าวกระดาษ").entry
    told = talk.say("มีที่ไหนบ้าง")
    assert (Outcome.ANSWER, "kites") == (told.outcome, told.entry)
    assert "จังหวัดเลย" in plain_text(told)


def test_turning_an_answer_down_keeps_what_it_was_of() -> None:
    """ "ไม่ใช่ เอาเบอร์ติดต่อ" wants another fact of the topic, "ไม่ใช่ ที่น่านอ่ะ" another topic."""
    talk = Talk()
    talk.say("จักรยานไม้ไผ่")
    assert "news-bamboo" == talk.say("ไม่ใช่ เอาเบอร์ติดต่อ").entry
    assert "news-bamboo" != talk.say("ไม่ใช่ ที่ตรังอ่ะ").entry


def test_the_bot_is_asked_how_old_it_is_when_nothing_else_is_talked_about() -> None:
    """Then it is small talk."""
    assert Outcome.SMALLTALK is Talk().say("อายุเท่าไหร่").outcome


def test_the_letters_of_an_abbreviation_are_no_abbreviation() -> None:
    """วช. is in เยาวชน by its letters alone, so another office is asked for."""
    told = replace(SOAP, title="ทุนเยาวชนของ วว.", body="เยาวชนขอทุนได้ตามวันที่นัดไว้")
    assert ["วช.", "มว."] == missing_words(told, ["วช.", "มว.", "วว."])
    assert [] == missing_words(replace(told, body="สถาบันมาตรวิทยาแห่งชาติ"), ["มว."])


def test_one_applies_elsewhere_than_where_an_event_is() -> None:
    """Its venue is no answer, whether staff wrote it down or the text tells it."""
    event = Event(date(2026, 12, 4), date(2026, 12, 6), venue="หอประชุมบ้านเหนือ", province="น่าน")
    body = "ค่ายจรวดขวดน้ำจัดที่หอประชุมบ้านเหนือ ลงทะเบียนเข้าร่วมฟรี"
    talk = Talk(over((*ENTRIES, Entry("rocket", "ค่ายจรวดขวดน้ำ", body, Kind.EVENT, event=event))))
    assert "หอประชุม" in (talk.say("ค่ายจรวดขวดน้ำจัดที่ไหน").answer or "")
    assert "หอประชุม" not in (talk.say("ลงทะเบียนที่ไหน").answer or "")
    assert "หอประชุม" not in (talk.say("สมัครที่ไหน").answer or "")


def test_what_may_be_asked_of_the_bot_is_asked_of_the_topic() -> None:
    """The age of who comes to a camp, and what is done there; without a topic it is another's."""
    talk = Talk(over((*ENTRIES, CAMP)))
    assert Outcome.SMALLTALK == talk.say("อายุเท่าไหร่").outcome
    talk.say("ค่ายฟังเสียงนกฮูก")
    assert ("owl-camp", Outcome.NO_ANSWER) == (
        (reply := talk.say("อายุเท่าไหร่")).entry,
        reply.outcome,
    )
    assert "วาดรูปนก" in plain_text(talk.say("แล้วมีกิจกรรมอะไรบ้างคะ"))


def test_what_there_is_in_some_days_is_asked_of_no_topic() -> None:
    """Though there is nothing in them."""
    talk = Talk(over((*ENTRIES, CAMP)))
    talk.say("ค่ายฟังเสียงนกฮูก")
    assert Outcome.EVENTS == talk.say("เดือนนี้มีกิจกรรมอะไรบ้าง").outcome


def test_what_was_offered_is_still_there_after_a_question_without_an_answer() -> None:
    """So that the next one can be asked of it."""
    talk = Talk(over((*ENTRIES, *RACES)))
    offered = talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์มีกี่ทีม").conversation.offered
    assert Outcome.NO_ANSWER == talk.say("กระดุมกี่เม็ด").outcome
    assert offered == talk.say("จัดวันไหน").conversation.offered


def test_how_to_get_there_names_nothing() -> None:
    """It is asked of the topic, whose place is told."""
    talk = Talk(over((*ENTRIES, CAMP)))
    talk.say("ค่ายฟังเสียงนกฮูก")
    assert "สวนนก" in (talk.say("เดินทางไปยังไงคะ").answer or "")


def test_the_last_is_what_was_talked_about_last() -> None:
    """Without a list on screen; หลัง is no word to search for then."""
    roof = replace(SOAP, id="roof", title="หลังคาวัดอยู่ที่ไหน", body="หลังคาวัดอยู่ที่บ้านหลังเขา")
    talk = Talk(over((*ENTRIES, roof)))
    talk.say("เบอร์กระทรวงวิทย์")
    talk.say("ขอเบอร์สำนักงานสำรวจดวงจันทร์")
    assert "agency-moon" == talk.say("อันหลังมีอีเมลไหม").entry
    assert "agency-moon" == talk.say("ตัวล่าสุดเบอร์อะไร").entry


def test_the_last_of_a_list_is_asked_something() -> None:
    """A list on screen goes before the topic."""
    talk = Talk(over((*ENTRIES, *RACES)))
    offered = talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์มีกี่ทีม").conversation.offered
    assert offered[-1] == talk.say("อันสุดท้ายจัดวันไหน").entry
    assert offered[-1] == talk.say("อันหลัง").entry


@pytest.mark.parametrize("text", ["ยังมีอยู่ไหม", "ตอนนี้ยังใช้อยู่มั้ย", "ยังเปิดอยู่ไหม", "ยังรับสมัครอยู่ไหม"])
def test_whether_it_is_so_still_is_told_with_its_day(text: str) -> None:
    """What was told years ago would read as yes; that it is not known is said first."""
    talk = Talk(over((*ENTRIES, SOAP)))
    talk.say("สบู่เปลือกมังคุด วว.")
    told = talk.say(text)
    assert ("soap", None) == (told.entry, told.answer)
    assert plain_text(told).startswith("ข้อมูลนี้เป็นของ 1 พฤษภาคม 2567")


def test_what_is_ahead_is_no_matter_of_still() -> None:
    """A camp of next month is on as it was told."""
    talk = Talk()
    talk.say("ค่ายดูดวงจันทร์ที่ภูกระดึง")
    assert "ข้อมูลนี้เป็นของ" not in plain_text(talk.say("ยังจัดอยู่ไหม"))


def test_whoever_goes_in_is_no_other_subject() -> None:
    """What a child pays is asked of the topic, though it tells of none."""
    talk = Talk()
    talk.say("งานหุ่นยนต์เก็บยางพาราที่ตรัง")
    told = talk.say("เด็กเข้าฟรีไหม")
    assert ("fair-robot-trang", "ฟรี") == (told.entry, told.answer)


def test_what_costs_nothing_once_is_not_free_now() -> None:
    """What was told of a fair is told with its day to who asks how it is today."""
    talk = Talk()
    talk.say("งานหุ่นยนต์เก็บยางพาราที่ตรัง")
    told = talk.say("ตอนนี้ล่ะ ค่าเข้าเท่าไหร่")
    assert ("fair-robot-trang", None) == (told.entry, told.answer)
    assert plain_text(told).startswith("ข้อมูลนี้เป็นของ 20 มิถุนายน 2558")
    assert talk.say("ค่าเข้าเท่าไหร่").answer == "ฟรี"


def test_of_several_numbers_none_is_denied() -> None:
    """A bare question for one of them gets the text that tells them all."""
    scheme = replace(
        SOAP,
        id="scheme",
        title="จ้างงานเกาะปลาไผ่",
        body="จ้างงานเกาะปลาไผ่ ระยะแรก 300 ตำบล แล้ววางแผนระยะที่สองใน 743 ตำบล",
        facts={"ระยะที่ 1": "300 ตำบล", "แผนระยะที่ 2": "743 ตำบล"},
    )
    talk = Talk(over((*ENTRIES, scheme)))
    talk.say("จ้างงานเกาะปลาไผ่")
    told = talk.say("กี่ตำบล")
    assert (Outcome.ANSWER, "scheme", None) == (told.outcome, told.entry, told.answer)


@pytest.mark.parametrize("asked", ["งบเท่าไร", "ใช้เงินเท่าไหร่", "มูลค่าเท่าไร", "เงินเท่าไร"])
@pytest.mark.parametrize("said", ["วงเงินราว 40 ล้านบาท", "งบประมาณรวม 40 ล้านบาท"])
def test_a_sum_that_is_told_in_another_word_is_not_denied(asked: str, said: str) -> None:
    """The text is shown, which has another sum as well."""
    bridge = replace(SOAP, id="bridge", title="สะพานเกาะปลาไผ่", facts={})
    bridge = replace(bridge, body=f"สร้างสะพานเกาะปลาไผ่ใน{said}\n\nทาสีไปแล้วกว่า 3 ล้านบาท")
    talk = Talk(over((*ENTRIES, bridge)))
    talk.say("สะพานเกาะปลาไผ่")
    told = talk.say(asked)
    assert (Outcome.ANSWER, "bridge") == (told.outcome, told.entry)
    assert said in plain_text(told)


def test_the_hours_of_a_fair_are_what_it_tells() -> None:
    """Of a day of the week that they name it is not said that nothing is told."""
    hours = "อังคาร-ศุกร์ 09.00-16.00 น. ปิดวันจันทร์"
    show = next(one for one in ENTRIES if one.id == "fair-robot-trang")
    assert show.event is not None
    timed = replace(show, event=replace(show.event, time=hours))
    talk = Talk(over((*(one for one in ENTRIES if one is not show), timed)))
    talk.say("งานหุ่นยนต์เก็บยางพาราที่ตรัง")
    assert talk.say("วันจันทร์เปิดไหม").answer == hours


def test_what_is_said_to_be_over_is_no_matter_of_still() -> None:
    """Its state is known, whatever day it was told on."""
    over_now = replace(SOAP, title=f"{SOAP.title} (ปิดรับแล้ว)")
    talk = Talk(over((*ENTRIES, over_now)))
    talk.say("สบู่เปลือกมังคุด วว.")
    assert "ปิดรับแล้ว" == talk.say("ยังสมัครได้มั้ย").answer


def test_that_nobody_is_taken_on_any_more_is_told_by_the_text() -> None:
    """Where it says so, whether that is still so is known."""
    over_now = replace(SOAP, body=f"{SOAP.body}\n\nเป็นงานของปี 2567 ไม่ได้เปิดรับตามรอบนี้แล้ว")
    talk = Talk(over((*ENTRIES, over_now)))
    talk.say("สบู่เปลือกมังคุด วว.")
    assert "ไม่ได้เปิดรับตามรอบนี้แล้ว" == talk.say("ยังเปิดรับอยู่มั้ย").answer


def test_a_place_is_asked_of_the_only_one_offered() -> None:
    """It is not named there, which is told."""
    talk = Talk(over((*ENTRIES, SOAP)))
    talk.memory = Conversation(offered=("soap",), question="สบู่เปลือกมังคุด", updated_at=AT)
    told = talk.say("ตรังใช้ได้ป่ะ")
    assert "soap" == told.entry
    assert "ไม่ได้พูดถึงตรัง" in plain_text(told)


def test_few_latin_letters_are_a_word_and_no_line_is_on_line() -> None:
    """Thai ones as well end other words."""
    line = replace(SOAP, title="Hotline สบู่", body="ขายสบู่ออนไลน์ และมีเดดไลน์", questions=("hotline",))
    assert ["ไลน์"] == missing_words(line, ["ไลน์"])
    assert [] == missing_words(replace(line, body="แอดไลน์สบู่ได้"), ["ไลน์"])
    assert ["line"] == missing_words(line, ["line"])
    assert [] == missing_words(replace(line, title="LINE สบู่"), ["line"])


def test_that_nothing_of_the_year_asked_is_known_is_said_above_the_choices() -> None:
    """They are of others; where one is of it nothing is said."""
    talk = Talk(over((*ENTRIES, *KITES)))
    told = talk.say("งานว่าวเกาะไผ่ปี 2569 จัดที่ไหน")
    assert Outcome.CHOICES is told.outcome
    assert plain_text(told).startswith("ยังไม่พบเรื่องนี้ของปี 2569")
    query = talk.reply and talk.reply.ranking and talk.reply.ranking.query
    assert query
    assert "2569" == year_of_none(KITES, query)
    other = replace(query, clean="งานว่าวเกาะไผ่ปี 2561", variants=())
    assert "" == year_of_none(KITES, other)


def test_the_last_of_several_is_found_without_saying_so() -> None:
    """Hardly any entry says "ล่าสุด" of itself."""
    talk = Talk(over((*ENTRIES, *KITES)))
    told = talk.say("ว่าวจุฬาครั้งล่าสุดจัดที่ไหน")
    assert ("kite-2562", "ลานหาดไผ่ จังหวัดตราด") == (told.entry, told.answer)


def test_a_prize_is_told_by_what_it_is() -> None:
    """A cup is one, whatever it is called."""
    cup = replace(SOAP, id="cup", title="แข่งสบู่มังคุด", body="แข่งสบู่มังคุดชิงถ้วยพระราชทาน")
    talk = Talk(over((*ENTRIES, cup)))
    talk.say("แข่งสบู่มังคุด")
    told = talk.say("รางวัลอะไร")
    assert (Outcome.ANSWER, "cup") == (told.outcome, told.entry)


def test_whom_to_call_instead_is_the_other_number() -> None:
    """After a complaint that nobody answers the first."""
    line = replace(
        SOAP,
        id="line",
        title="สายด่วนสบู่มังคุด",
        kind=Kind.CONTACT,
        contact=Contact(("1414", "0 2999 6666")),
    )
    talk = Talk(over((*ENTRIES, line)))
    talk.say("โทรสายด่วนสบู่มังคุดไม่ติด")
    assert "0 2999 6666" == talk.say("แล้วให้โทรเบอร์ไหน").answer


FUND = Entry(
    "fund",
    "กองทุนปลาไหลบ้านดอน",
    "กองทุนปลาไหลบ้านดอนประชุมที่ศาลาใหญ่ มีแผน 2 แผน ได้แก่ แผนขุดบ่อ และแผนทอดแห"
    " ปลาไหลย่างเก็บได้นาน 9 วัน อยากขายให้ลาวกับจีน แต่กัมพูชายังไม่มีคนซื้อ",
    Kind.NEWS,
    keywords=("สัตว์น้ำ",),
    event=Event(date(2024, 5, 1), date(2024, 5, 1), venue="ศาลาใหญ่", province="เลย"),
    published=date(2024, 5, 2),
)
FRIDGE = Entry(
    "fridge",
    "วิธีเก็บผักให้ได้นาน",
    "วิธีเก็บผักให้ได้นานคือล้างแล้วแช่เย็น เก็บได้นาน 3 วัน",
    Kind.FAQ,
    questions=("เก็บของได้กี่วัน", "เก็บผักได้นานกี่วัน"),
)


def fund() -> Talk:
    talk = Talk(over((*ENTRIES, FUND, FRIDGE)))
    assert "fund" == talk.say("กองทุนปลาไหลบ้านดอน").entry
    return talk


def test_which_ones_are_those_just_counted() -> None:
    """ "อะไรบ้าง" alone says nothing of which."""
    talk = fund()
    assert "2 แผน" in (talk.say("มีกี่แผน").answer or "")
    assert "มีกี่แผน" == talk.memory.follow_up
    reply = talk.say("อะไรบ้าง")
    assert "fund" == reply.entry
    assert "แผนขุดบ่อ" in plain_text(reply)


def test_the_day_of_the_next_is_none_of_the_last() -> None:
    """Nor is its place; a text that tells of the next is asked."""
    talk = fund()
    assert Outcome.NO_ANSWER == talk.say("ประชุมครั้งหน้าวันไหน").outcome
    told = replace(FUND, body=f"{FUND.body} ครั้งหน้าประชุมวันที่ 9 พฤษภาคม 2569")
    again = Talk(over((*ENTRIES, told)))
    again.say("กองทุนปลาไหลบ้านดอน")
    assert Outcome.ANSWER == again.say("ประชุมครั้งหน้าวันไหน").outcome


@pytest.mark.parametrize("asked", ["อยากขายให้ประเทศไหน", "ประเทศไหนยังไม่มี"])
def test_the_country_of_something_else_is_no_venue(asked: str) -> None:
    """The text tells of it; where the meeting was is told to who asks for that."""
    talk = fund()
    reply = talk.say(asked)
    assert ("fund", None) == (reply.entry, reply.answer)
    assert "กัมพูชา" in plain_text(reply)
    assert "ศาลาใหญ่" in (talk.say("ประชุมจังหวัดไหน").answer or "")


def test_a_fruit_is_not_what_has_only_its_class() -> None:
    """Longan means fruit in the tables; mangoes are no longans."""
    mango = replace(
        FUND, id="mango", title="ส่งมะม่วงลงเรือ", body="ส่งมะม่วงลงเรือไปขาย เป็นผลไม้ที่เก็บได้นาน"
    )
    talk = Talk(over((*ENTRIES, mango)))
    assert "mango" == talk.say("ส่งมะม่วงลงเรือ").entry
    assert "mango" != talk.say("แล้วลำไยล่ะ").entry


@pytest.mark.parametrize("between", ["ขอคุยกับเจ้าหน้าที่", "อยากคุยกับคน"])
def test_whoever_asks_for_a_person_goes_on_where_they_were(between: str) -> None:
    """The number is no new topic."""
    talk = fund()
    talk.say(between)
    assert "fund" == talk.say("ประชุมที่ไหน").entry


def test_the_topic_alone_is_asked_and_not_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever talks of it need not pick it, if it has all that is said."""
    brain = over(ENTRIES)
    talk = Talk(brain)
    assert "camp-moon-loei" == talk.say("ค่ายดูดวงจันทร์ที่ภูกระดึง").entry
    alone = Reply(Outcome.CHOICES, (), conversation=Conversation(offered=("camp-moon-loei",)))
    monkeypatch.setattr(follow_ups, "reply_to", lambda *_: None)
    monkeypatch.setattr(search_turns, "_is_bare_question", lambda _: False)
    monkeypatch.setattr(standalone, "reply_to", lambda *_, **__: alone)
    assert "45 คน" == talk.say("นักเรียนกี่คน").answer
    assert "camp-moon-loei" in talk.say("ช้างกี่ตัว").conversation.offered


def test_who_acts_is_no_place_to_who_only_asks_where() -> None:
    """A university named for what it does is no venue; one at which something was is."""
    plan = replace(
        FUND,
        event=None,
        body="กองทุนปลาไหลบ้านดอนให้มหาวิทยาลัยปลาไหลวางแผนใหม่ และปรับการสอนของมหาวิทยาลัยปลาไหล",
    )
    talk = Talk(over((*ENTRIES, plan)))
    talk.say("กองทุนปลาไหลบ้านดอน")
    assert Outcome.NO_ANSWER == talk.say("จัดที่ไหน").outcome
    held = replace(plan, body=f"{plan.body} โดยพบกันที่มหาวิทยาลัยปลาไหล")
    again = Talk(over((*ENTRIES, held)))
    again.say("กองทุนปลาไหลบ้านดอน")
    assert "มหาวิทยาลัยปลาไหล" in (again.say("จัดที่ไหน").answer or "")


def test_who_is_named_did_not_do_what_is_told_far_from_them() -> None:
    """Whoever opened the fair did not sing; the text tells who did."""
    between = "ชาวบ้านเดินชมร้านปลาไหลย่างกันทั้งวัน " * 14
    song = replace(
        FUND,
        body=f"นายดี ทองงาม เปิดงานปลาไหลบ้านดอน {between} แล้วปิดงานด้วยวง THE EELS ที่มาร้องเพลงให้ฟัง",
        people=(Person("นายดี ทองงาม", "นายกเทศมนตรี"),),
    )
    talk = Talk(over((*ENTRIES, song)))
    talk.say("กองทุนปลาไหลบ้านดอน")
    reply = talk.say("ใครมาร้องเพลง")
    assert ("fund", None) == (reply.entry, reply.answer)
    assert "THE EELS" in plain_text(reply)
    assert "นายดี ทองงาม" in (talk.say("ใครเปิดงาน").answer or "")


def test_a_place_in_no_list_is_searched_nowhere() -> None:
    """ "ที่สองล่ะ" names nothing, and the talk stays where it is."""
    second = replace(
        FRIDGE,
        id="second",
        title="เรือไทยได้ที่สองของโลก",
        body="เรือไทยได้ที่สองของโลก",
        questions=("ที่สอง",),
    )
    talk = Talk(over((*ENTRIES, FUND, second)))
    talk.say("กองทุนปลาไหลบ้านดอน")
    reply = talk.say("ที่สองล่ะ")
    assert (Outcome.NO_ANSWER, "fund") == (reply.outcome, talk.memory.topic)


def test_what_was_counted_of_a_choice_is_remembered() -> None:
    """ "อะไรบ้าง" is asked of it just so."""
    talk = fund()
    talk.memory = Conversation(offered=("fund", "fridge"), question="ปลาไหล", updated_at=talk.at)
    assert "fund" == talk.say("กองทุนบ้านดอนมีกี่แผน").entry
    assert "กองทุนบ้านดอนมีกี่แผน" == talk.memory.follow_up
    assert "แผนขุดบ่อ" in plain_text(talk.say("อะไรบ้าง"))


@pytest.mark.parametrize("first", ["อันแรกจัดที่ไหน", "1"])
def test_what_was_asked_of_one_is_asked_of_the_next_that_is_picked(first: str) -> None:
    """ "อันที่สองล่ะ" behind "อันแรกจัดที่ไหน" asks where that is; then what was asked since."""
    talk = Talk(over((*ENTRIES, *RACES)))
    offered = talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์").conversation.offered
    provinces = {"race-2019": "น่าน", "race-2021": "เลย"}
    talk.say(first)
    if first == "1":
        talk.say("จัดที่ไหน")
    second = talk.say("อันที่สองล่ะ")
    assert second.entry == offered[1]
    assert provinces[offered[1]] in (second.answer or "")
    assert "มีนาคม" in (talk.say("เมื่อไหร่").answer or "")
    assert "มีนาคม" in (talk.say("แล้วอันแรกล่ะ").answer or "")


def test_no_question_is_searched_twice_for_one_reply(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of those offered is compared with the same last question."""
    searched: list[str] = []

    def counted(index: Index, text: str, **asked: Any) -> Ranking:
        searched.append(text)
        return rank(index, text, **asked)

    monkeypatch.setattr("bot.dialogue.retrieval.rank", counted)
    talk = Talk(over((*ENTRIES, *RACES)))
    for said in ("แข่งเรือไม้ไผ่พลังแสงอาทิตย์", "ทีมไหนชนะแข่งเรือ", "แล้วที่ตราดล่ะ", "อันอื่นล่ะ"):
        searched.clear()
        talk.say(said)
        assert len(searched) == len(set(searched))


def test_what_a_name_is_is_told_by_what_defines_it() -> None:
    """The topic only has it in its title; of what it says itself it is still asked."""
    kite = Entry(
        "tmd",
        "วัน TMD คือวันอะไร",
        "TMD คือสมาคมคนทำว่าวไทย วัน TMD ตรงกับวันที่ 9 เมษายนของทุกปี",
        Kind.FAQ,
        questions=("TMD ย่อมาจากอะไร",),
    )
    day = Entry(
        "tmd-day",
        "TMD Day ครั้งที่ 4",
        "TMD Day ครั้งที่ 4 จัดที่ลานหาดไผ่ ว่าวจุฬาคือว่าวตัวผู้",
        Kind.EVENT,
        questions=("TMD Day จัดที่ไหน",),
        event=Event(date(2024, 4, 9), date(2024, 4, 9), venue="ลานหาดไผ่", province="ตราด"),
    )
    talk = Talk(over((*ENTRIES, kite, day)))
    assert "tmd-day" == talk.say("TMD Day ครั้งที่ 4 จัดที่ไหน").entry
    assert "tmd-day" == talk.say("แล้วว่าวจุฬาคืออะไร").entry
    assert "tmd" == talk.say("แล้ว tmd มันคืออะไรหรอ").entry
