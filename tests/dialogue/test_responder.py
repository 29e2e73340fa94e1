"""From a message or a button to a reply, over a small base with the real search."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dialogue.abstention.missing_facts import answer_subtype
from bot.dialogue.conversation import Action, Conversation, Question, Verb
from bot.dialogue.presentation.contacts import Detail
from bot.dialogue.replies import Fact, Note, Outcome, Phone, Reply, plain_text
from bot.dialogue.responder import Responder
from bot.knowledge.entries import Contact, Entry, Event, Kind, KnowledgeBase, Person
from bot.search import Index
from bot.search.query import Query
from bot.search.ranking import Verdict
from bot.texts import Texts
from bot.thai.questions import Aspect
from tests.dialogue.base import AT, ENTRIES, Talk, over, responder


def ask(text: str) -> Reply:
    return responder().respond(Question(text, AT))


@pytest.mark.parametrize(
    ("question", "entry", "fact"),
    [
        ("ค่ายดูดวงจันทร์จัดวันไหน", "camp-moon-loei", "4-6 ธันวาคม 2569"),
        ("งานหุ่นยนต์เก็บยางพาราจัดที่ไหน", "fair-robot-trang", "ศาลากลางจังหวัดตรัง"),
        ("ค่ายดูดวงจันทร์มีนักเรียนกี่คน", "camp-moon-loei", "45 คน"),
        ("ขอเบอร์สำนักงานสำรวจดวงจันทร์", "agency-moon", "0 2999 1111"),
        ("ขออีเมลสำนักงานสำรวจดวงจันทร์", "agency-moon", "moon@example.go.th"),
    ],
)
def test_the_fact_stands_first(question: str, entry: str, fact: str) -> None:
    """The question word decides what the first line says."""
    reply = ask(question)
    assert entry == reply.entry
    assert isinstance(reply.blocks[0], Fact)
    assert fact in reply.blocks[0].text
    assert reply.answer == reply.blocks[0].text


def test_source_and_date_are_named() -> None:
    """An answer tells where it is from, with a Buddhist-era date and the link."""
    text = plain_text(ask("ค่ายดูดวงจันทร์จัดวันไหน"))
    assert "ที่มา: ข่าวค่าย · 1 พฤศจิกายน 2569" in text
    assert "https://example.go.th/camp" in text


@pytest.mark.parametrize(
    ("question", "banner"),
    [
        ("งานหุ่นยนต์เก็บยางพาราจัดที่ไหน", "งานนี้ผ่านไปแล้ว (จัดเมื่อวันที่ 1-3 กรกฎาคม 2558)"),
        ("จักรยานไม้ไผ่ฝีมือนักวิจัย", "ข่าวนี้เก่ากว่า 7 ปี"),
    ],
)
def test_age_is_said(question: str, banner: str) -> None:
    """What is over or old is never told as if it were new."""
    notes = [block.text for block in ask(question).blocks if isinstance(block, Note)]
    assert any(note.startswith(banner) for note in notes)


def test_nothing_known_is_said_honestly() -> None:
    """No guess: the ministry's numbers and a way to a person instead."""
    reply = ask("วิธีทำแกงเขียวหวานใส่ลูกชิ้นปลากราย")
    assert Outcome.NO_ANSWER == reply.outcome
    assert {"0 2333 3700", "1313"} <= {b.number for b in reply.blocks if isinstance(b, Phone)}
    assert Verb.OFFICER in {choice.action.verb for choice in reply.choices}


def test_ministry_card_is_graceful_when_its_entry_is_missing() -> None:
    """A base without contacts still gives the switchboard."""
    brain = over(tuple(entry for entry in ENTRIES if entry.id == "news-bamboo"))
    reply = brain.respond(Question("ขอเบอร์กระทรวง", AT))
    assert Outcome.CONTACT == reply.outcome
    assert "0 2333 3700" in plain_text(reply)
    where = brain.respond(Question("ที่อยู่กระทรวง", AT))
    assert Outcome.NO_ANSWER == where.outcome
    assert all(said in plain_text(where) for said in ("ยังไม่มีที่อยู่", "0 2333 3700"))


def test_empty_base_still_talks() -> None:
    """Before any knowledge is loaded every message gets a reply."""
    brain = over(())
    assert Outcome.NO_ANSWER == brain.respond(Question("ค่ายดวงจันทร์จัดที่ไหน", AT)).outcome
    assert Outcome.EVENTS == brain.respond(Question("เดือนหน้ามีงานอะไร", AT)).outcome
    assert Outcome.MENU == brain.respond(Question("ข่าวล่าสุด", AT)).outcome


def test_follow_up_is_answered_from_the_topic() -> None:
    """A bare question word means the entry just talked about."""
    talk = Talk()
    talk.say("ค่ายดูดวงจันทร์จัดวันไหน")
    assert "ภูกระดึง" in str(talk.say("แล้วจัดที่ไหน").answer)
    assert "45 คน" == talk.say("ไปกันกี่คน").answer
    assert "สมหมาย ใจเย็น" in str(talk.say("ใครเปิดอ่ะ").answer)


def test_follow_up_ends_after_ten_minutes() -> None:
    """What was said eleven minutes ago is not leant on."""
    talk = Talk()
    talk.say("ค่ายดูดวงจันทร์จัดวันไหน")
    assert "camp-moon-loei" != talk.say("ไปกันกี่คน", after=660).entry


def test_a_new_subject_is_a_fresh_question() -> None:
    """A message that names another entry is not answered from the topic."""
    talk = Talk()
    talk.say("ค่ายดูดวงจันทร์จัดวันไหน")
    assert "fair-robot-trang" == talk.say("งานหุ่นยนต์เก็บยางพาราจัดที่ไหน").entry


def test_what_an_entry_does_not_say_is_not_guessed() -> None:
    """Asked for a price the entry does not give, the reply says that it is not given."""
    talk = Talk()
    talk.say("ค่ายดูดวงจันทร์จัดวันไหน")
    reply = talk.say("เสียค่าสมัครเท่าไหร่")
    assert (Outcome.NO_ANSWER, None) == (reply.outcome, reply.answer)
    assert "ไม่พบราคา" in plain_text(reply)
    read = reply.choices[0]
    assert ("อ่านเรื่องนี้", Action(Verb.SHOW, str(reply.entry))) == (read.label, read.action)


def test_contact_of_an_entry_without_one_is_the_ministry() -> None:
    """ "ขอเบอร์หน่อย" after news without a number gives the ministry's, and says so."""
    talk = Talk()
    talk.say("ค่ายดูดวงจันทร์จัดวันไหน")
    reply = talk.say("ขอเบอร์หน่อย")
    assert Outcome.CONTACT == reply.outcome
    assert "ไม่พบเบอร์" in plain_text(reply)
    assert "0 2333 3700" in plain_text(reply)
    assert "0 2333 3833" in plain_text(talk.say("แฟกซ์ล่ะ"))


def test_contact_of_an_entry_without_one_is_its_only_office() -> None:
    """Its card is named; an office that holds the event goes before one that is mentioned."""
    office = replace(ENTRIES[2], keywords=("สวทช.",), title="สำนักงาน สวทช.")
    camp = replace(
        ENTRIES[3], keywords=("วว.",), event=replace(ENTRIES[3].event or Event(), organizer="สวทช.")
    )
    talk = Talk(over((*ENTRIES[:2], office, camp, *ENTRIES[4:])))
    talk.say("ค่ายดูดวงจันทร์จัดวันไหน")
    said = plain_text(talk.say("ขอเบอร์หน่อย"))
    assert "ไม่พบเบอร์" in said
    assert "สำนักงาน สวทช.\n" in said
    assert "0 2999 1111" in said
    assert "0 2333 3700" not in said


def test_a_slip_of_the_keyboard_is_asked_of_no_topic_either() -> None:
    """ "เปิดกี่โมง" names nothing in whatever keyboard it is typed."""
    house = replace(ENTRIES[5], id="house", kind=Kind.SERVICE, questions=("บ้านไม้ไผ่เปิดกี่โมง",))
    house = replace(house, title="บ้านไม้ไผ่", body="บ้านไม้ไผ่เปิด 9.00 น.", facts={"เวลาเปิด": "9.00 น."})
    brain = over((*ENTRIES, house))
    assert (
        Talk(brain).say("เปิดกี่โมง").entry == Talk(brain).say("gxbfdujF,'").entry == "ministry-main"
    )


def test_contact_follows_the_topic() -> None:
    """The details of an office are asked one after the other; the ministry only by name."""
    talk = Talk()
    talk.say("ขอเบอร์สำนักงานสำรวจดวงจันทร์")
    assert "moon@example.go.th" == talk.say("อีเมลล่ะ").answer
    assert "0 2333 3833" == talk.say("แล้วแฟกซ์กระทรวงล่ะคะ").answer
    assert "10400" == talk.say("รหัสไปรษณีย์ล่ะ").answer


def test_hours_nobody_verified_are_not_invented() -> None:
    """An unknown opening time is told as unknown."""
    talk = Talk()
    talk.say("ขอเบอร์กระทรวง")
    reply = talk.say("โทรตอนเที่ยงคืนได้ไหม")
    assert Outcome.NO_ANSWER == reply.outcome


def test_events_of_a_window_and_their_follow_up() -> None:
    """One event in the window becomes the topic."""
    talk = Talk()
    reply = talk.say("เดือนหน้ามีงานอะไรบ้าง")
    assert (Outcome.EVENTS, "camp-moon-loei") == (reply.outcome, reply.entry)
    assert "4-6 ธันวาคม 2569" in plain_text(reply)
    assert "ภูกระดึง" in str(talk.say("จัดที่ไหนคะ").answer)


@pytest.mark.parametrize(
    "text", ["งานเดือนธันวาคม", "ปีนี้มีงานที่จังหวัดเลยไหม", "ขอรายการกิจกรรมเดือนธันวา 2569 หน่อย"]
)
def test_a_list_is_asked_for_in_many_ways(text: str) -> None:
    """Month, year and province narrow the list, in any order."""
    reply = ask(text)
    assert (Outcome.EVENTS, "camp-moon-loei") == (reply.outcome, reply.entry)


def test_window_without_events_says_so() -> None:
    """An empty month is told, with what is coming."""
    reply = ask("มกราคม 2570 มีงานอะไรไหม")
    assert Outcome.EVENTS == reply.outcome
    assert "ไม่พบงาน" in plain_text(reply)
    assert "camp-moon-loei" in reply.conversation.offered


def test_a_bare_question_after_a_list_asks_which() -> None:
    """With several entries offered a bare "จัดที่ไหน" cannot be guessed."""
    talk = Talk()
    talk.say("ข่าวล่าสุด")
    reply = talk.say("จัดที่ไหนคะ")
    assert Outcome.CHOICES == reply.outcome
    assert "ภูกระดึง" in str(talk.press(1).answer)


def test_one_of_a_list_is_picked_by_its_place() -> None:
    """Said, typed as a number or pressed: the same entry; too high a number is told."""
    talk = Talk()
    offered = talk.say("ข่าวล่าสุด").conversation.offered
    assert offered[1] == talk.say("อันที่สอง").entry
    assert offered[0] == talk.say("1").entry
    assert "มีให้เลือก" in plain_text(talk.say("ข้อ 9"))


def test_a_place_in_no_list_is_told() -> None:
    """ "อันแรก" without a list is no question for the search."""
    assert Outcome.SMALLTALK == ask("อันแรก").outcome


def test_turning_everything_down_leads_to_a_person() -> None:
    """After "ไม่ใช่" the way on is a better question or an officer."""
    talk = Talk()
    talk.say("ข่าวล่าสุด")
    reply = talk.say("ไม่ใช่ค่ะ")
    assert Verb.OFFICER in {choice.action.verb for choice in reply.choices}
    assert () == reply.conversation.offered


def test_more_shows_the_whole_topic() -> None:
    """ "ขอรายละเอียด" after an answer is the whole entry."""
    talk = Talk()
    talk.say("ค่ายดูดวงจันทร์จัดวันไหน")
    assert "นอนสองคืน" in plain_text(talk.say("ขอรายละเอียดเพิ่มเติมหน่อย"))


def test_thanks_do_not_end_the_topic() -> None:
    """A courtesy between two questions is not forgotten over."""
    talk = Talk()
    talk.say("ค่ายดูดวงจันทร์จัดวันไหน")
    assert Outcome.SMALLTALK == talk.say("ขอบคุณครับ").outcome
    assert "camp-moon-loei" == talk.say("จัดที่ไหนนะ").entry


@pytest.mark.parametrize("verb", list(Verb))
@pytest.mark.parametrize("argument", ["", "no-such-entry", "1", "99", "-3", "²", "camp-moon-loei"])
def test_any_button_is_borne(verb: Verb, argument: str) -> None:
    """A forged or stale button gets a reply."""
    reply = responder().perform(Action(verb, argument), Conversation(), AT)
    assert reply.blocks


def test_a_withdrawn_entry_is_told() -> None:
    """A button to an entry that is gone says so."""
    reply = responder().perform(Action(Verb.SHOW, "gone"), Conversation(), AT)
    assert "ไม่พบเรื่องนี้แล้ว" in plain_text(reply)


def test_pages_of_news_reach_every_entry() -> None:
    """Turning the pages shows each entry once."""
    many = tuple(replace(ENTRIES[-1], id=f"news-{n}", title=f"ข่าวที่ {n}") for n in range(12))
    talk = Talk(over(many))
    seen = list(talk.say("ข่าวล่าสุด").conversation.offered)
    while talk.reply and talk.reply.choices[-1].action == Action(
        Verb.NEWS, str(len(seen) // 5 + 1)
    ):
        seen += talk.press(len(talk.reply.choices)).conversation.offered
    assert sorted(entry.id for entry in many) == sorted(seen)


def test_same_question_same_reply() -> None:
    """Given knowledge, question, conversation and day the reply is determined."""
    assert ask("งานหุ่นยนต์เก็บยางพาราจัดที่ไหน") == ask("งานหุ่นยนต์เก็บยางพาราจัดที่ไหน")


@given(st.text(max_size=200), st.sampled_from(["", "camp-moon-loei", "gone"]))
@settings(deadline=None, max_examples=60)
def test_any_message_is_borne(text: str, topic: str) -> None:
    """No message raises, whatever was talked about; every reply says something."""
    talk = Conversation(topic=topic, offered=("gone", "news-bamboo"), question="ค่าย", updated_at=AT)
    reply = responder().respond(Question(text, AT + timedelta(seconds=5), talk))
    assert plain_text(reply).strip()
    assert reply.ranking is None or reply.ranking.verdict in Verdict


def test_one_choice_is_spoken_of_as_one() -> None:
    """Nobody types 1 to 1."""
    talk = Talk()
    talk.memory = Conversation(offered=("camp-moon-loei",), updated_at=AT)
    text = plain_text(talk.say("ข้อ 3"))
    assert "เรื่องเดียว" in text
    assert "ถึง" not in text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("ค่ายดูดวงจันทร์ที่ภูกระดึงได้เงินเท่าไหร่", "จำนวนเงิน"),
        ("ค่ายดูดวงจันทร์ที่ภูกระดึงค่าสมัครเท่าไหร่", "ราคาหรือค่าใช้จ่าย"),
    ],
)
def test_what_is_not_told_is_called_what_it_is(question: str, said: str) -> None:
    """What one is paid is no price."""
    assert said in plain_text(Talk().say(question))


def test_a_length_that_is_not_told_is_no_number() -> None:
    """… and how many days it takes is a length."""
    assert "age" == answer_subtype(Query("", "ผู้สมัครอายุเท่าไหร่", aspect=Aspect.HOWMANY))
    assert "length" == answer_subtype(Query("", "ใช้เวลากี่วัน", aspect=Aspect.HOWMANY))
    assert "size" == answer_subtype(Query("", "หนักเท่าไหร่", aspect=Aspect.HOWMANY))
    assert "sum" == answer_subtype(Query("", "ให้กี่บาท", aspect=Aspect.COST))
    assert "" == answer_subtype(Query("", "มีกี่คน", aspect=Aspect.HOWMANY))
    assert "channel" == answer_subtype(Query("", "โหลดได้ที่ไหน", aspect=Aspect.WHERE))
    assert "" == answer_subtype(Query("", "จัดที่ไหน", aspect=Aspect.WHERE))


@pytest.mark.parametrize(
    ("question", "told"), [("ต้องจ่ายเท่าไหร่", "นับแสนบาท"), ("ฟรีจริงไหม", "ยกเว้นค่าเรือ")]
)
def test_a_text_that_tells_it_is_not_said_to_be_silent(question: str, told: str) -> None:
    """However far it stands from the few words of the question."""
    filler = "นายดินเล่าเรื่องป่านและกระดาษสาให้ทุกคนฟังตลอดบ่าย " * 6
    body = f"{filler}ผู้แพ้ต้องชดใช้เรือนับแสนบาท {filler}ได้ยกเว้นค่าเรือ"
    boats = Entry("boats", "ศึกชิงเรือเกาะไผ่", body)
    talk = Talk(over((*ENTRIES, boats)))
    talk.memory = Conversation("boats", question="ศึกชิงเรือเกาะไผ่", updated_at=AT)
    reply = talk.say(question)
    assert (Outcome.ANSWER, "boats") == (reply.outcome, reply.entry)
    assert told in plain_text(reply)


def test_a_number_of_others_is_no_answer() -> None:
    """Those who were met are not those who were called, far as it stands from that."""
    filler = "นายดินเล่าเรื่องป่านและกระดาษสาให้ทุกคนฟังตลอดบ่าย " * 3
    body = f"เรียกเด็กเล็กไปสอบวิชาป่าน {filler} แล้วไปพบปะเด็ก 100 คน"
    talk = Talk(over((*ENTRIES, Entry("boats", "ศึกชิงเรือเกาะไผ่", body))))
    told = []
    for text in ("กี่คน", "มีเด็กกี่คน", "เรียกกี่คนมาสอบ"):
        talk.memory = Conversation("boats", question="ศึกชิงเรือเกาะไผ่", updated_at=talk.at)
        told.append(talk.say(text).answer)
    assert ["100 คน", "100 คน", None] == told


def test_all_of_a_list_are_not_said_to_be_missing() -> None:
    """A text that counts them tells them, though no one of them is the answer."""
    body = "นายดินแล่นเรือไปที่ จ.สตูล เรือจะไป 3 จังหวัด ได้แก่ สตูล ตรัง และพังงา"
    talk = Talk(over((*ENTRIES, Entry("boats", "ศึกชิงเรือเกาะไผ่", body))))
    talk.memory = Conversation("boats", question="ศึกชิงเรือเกาะไผ่", updated_at=AT)
    reply = talk.say("มีจังหวัดอะไรบ้าง")
    assert (Outcome.ANSWER, None) == (reply.outcome, reply.answer)
    assert "พังงา" in plain_text(reply)


def test_whatever_is_asked_there_are_words_for_not_finding_it() -> None:
    """A telephone number was asked of a release that tells none, and nobody had the words."""
    answers = responder()._parts.answers
    for asked in (*Aspect, *Detail):
        assert plain_text(answers.not_stated(ENTRIES[0], asked))


def test_a_prize_that_the_topic_does_not_tell_is_no_price() -> None:
    """In a talk as well."""
    talk = Talk()
    talk.say("ค่ายดูดวงจันทร์จัดวันไหน")
    assert "จำนวนเงิน" in plain_text(talk.say("เงินรางวัลเท่าไหร่"))


def test_what_is_not_told_is_asked_where_the_entry_says() -> None:
    """Before the ministry, which may have nothing to do with it."""
    body = "โรงสีไผ่อยู่คนละกระทรวง\n\nราคาข้าวเราไม่ทราบ ให้ถามโรงสีที่ตลาด"
    mill = replace(ENTRIES[5], id="mill", title="โรงสีไผ่", body=body, kind=Kind.SERVICE)
    said = plain_text(Talk(over((*ENTRIES, mill))).say("โรงสีไผ่จุกี่คน"))
    assert "ไม่พบจำนวน" in said
    assert "ให้ถามโรงสีที่ตลาด" in said
    assert "0 2333 3700" not in said


@pytest.mark.parametrize(
    ("phone", "told"), [("0 2201 7000", "0 2201 7000"), ("0 2333 3700 (เบอร์กลาง)", "1313")]
)
def test_a_number_not_told_is_that_of_the_only_office_named(phone: str, told: str) -> None:
    """Of the only office it names; who is reached as the ministry is leaves its card whole."""
    mill = replace(ENTRIES[5], id="mill", title="โรงสีไผ่ของ วศ.", kind=Kind.SERVICE)
    office = replace(mill, id="dss", title="กรมวิทยาศาสตร์บริการ (วศ.)", kind=Kind.CONTACT)
    office = replace(office, keywords=("วศ.",), contact=Contact((phone,)))
    talk = Talk(over((*ENTRIES, mill, office)))
    talk.say("โรงสีไผ่คืออะไร")
    said = plain_text(talk.say("ขอเบอร์หน่อย"))
    assert "ไม่พบเบอร์" in said
    assert told in said


def test_a_website_may_be_a_fact_beside_the_contact() -> None:
    """Staff wrote it down elsewhere; a number of the contact is none."""
    shop = replace(
        ENTRIES[5],
        id="shop",
        title="ร้านไม้ไผ่",
        kind=Kind.SERVICE,
        contact=Contact(("0 2999 3333",)),
        facts={"เว็บ (2563)": "lib1.dss.go.th/bamboo"},
    )
    talk = Talk(over((*ENTRIES, shop)))
    talk.say("ร้านไม้ไผ่คืออะไร")
    assert talk.say("แล้วเว็บล่ะ").answer == "lib1.dss.go.th/bamboo"
    assert talk.say("เบอร์โทรล่ะ").answer == "0 2999 3333"


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ("ถึง 22 มีนาคม 2562", "รับถึง 22 มีนาคม 2562 ผ่านไปแล้ว"),
        ("ถึง 23 พฤศจิกายน 2569", "รับถึง 23 พฤศจิกายน 2569 ยังไม่ถึงวันปิดรับ"),
        ("1-15 ธันวาคม 2569", "ยังไม่ถึงวันเปิดรับ (เปิดรับ 1-15 ธันวาคม 2569)"),
    ],
)
@pytest.mark.parametrize(
    "text", ["ยังเปิดรับอยู่ไหม", "โครงการนี้ยังสมัครได้ไหม", "หมดเขตหรือยัง", "สมัครทันไหม"]
)
def test_whether_one_may_still_apply_is_told_by_the_last_day(
    days: str, told: str, text: str
) -> None:
    """With the day, and that it is over or not; of the topic and of what is named."""
    otter = Entry("otter", "ค่ายลูกนาก", f"ค่ายลูกนากรับสมัคร {days}", published=date(2026, 11, 1))
    talk = Talk(over((*ENTRIES, otter)))
    talk.say("ค่ายลูกนาก")
    assert talk.say(text).answer == told
    assert Talk(over((*ENTRIES, otter))).say("ค่ายลูกนากยังสมัครได้ไหม").answer == told


def test_who_asks_for_the_first_day_is_shown_the_last() -> None:
    """It is not denied that the text tells of days to apply, nor is the last told as the first."""
    otter = Entry("otter", "ค่ายลูกนาก", "ค่ายลูกนากรับสมัครถึง 22 มีนาคม 2562")
    talk = Talk(over((*ENTRIES, otter)))
    talk.say("ค่ายลูกนาก")
    told = talk.say("เปิดรับสมัครวันไหน")
    assert (told.outcome, told.answer) == (Outcome.ANSWER, None)
    assert "ถึง 22 มีนาคม 2562" in plain_text(told)


GIFT = Entry(
    "gift",
    "มอบพัดลมไผ่ให้เมืองจีน นายดินเตรียมเป็นตัวแทนช่างไผ่",
    "นางสาวเดือน ใจดี หัวหน้าช่างไผ่ กล่าวว่า มอบพัดลมไผ่ 100 ตัว เพื่อสนับสนุนศูนย์ช่างไฟ เมืองหนานหนิง"
    " ณ ห้องประชุมไผ่ใหญ่ ช่างไผ่จะไปเป็นตัวแทนของหมู่บ้าน\n\nผู้สนใจสมัครเรียนทำพัดลมที่ www.bamboo.example.go.th",
    Kind.NEWS,
    event=Event(date(2020, 2, 19), venue="ห้องประชุมไผ่ใหญ่"),
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ส่งไปเมืองไหน", "ศูนย์ช่างไฟ เมืองหนานหนิง"),
        ("ใครเป็นคนพูดเรื่องนี้", "นางสาวเดือน ใจดี หัวหน้าช่างไผ่"),
        ("ใครไปเป็นตัวแทน", "ตัวแทนของหมู่บ้าน"),
        ("สมัครที่ไหนอ่ะ", "www.bamboo.example.go.th"),
    ],
)
def test_what_the_topic_tells_in_other_words_is_not_denied(question: str, told: str) -> None:
    """Where it went, who said so, who stood for whom, and where one applies."""
    talk = Talk(over((*ENTRIES, GIFT)))
    talk.memory = Conversation("gift", question="พัดลมไผ่", updated_at=AT)
    reply = talk.say(question)
    assert (Outcome.ANSWER, "gift") == (reply.outcome, reply.entry)
    assert told in plain_text(reply)
    assert "ห้องประชุม" not in (reply.answer or "")


def test_where_a_new_thing_will_stand_is_told_at_once() -> None:
    """The place where somebody came to see the old one is no answer, and no reason to doubt."""
    body = "รัฐมนตรีเยี่ยมชมกังหันไผ่ ที่ลานช้างเผือก จ.น่าน\n\nกังหันไผ่ตัวใหม่จะตั้งอยู่ที่เขตลมแรง จ.ตราด"
    event = Event(date(2024, 2, 23), venue="ลานช้างเผือก จ.น่าน")
    mill = Entry("mill", "รัฐมนตรีเยี่ยมชมกังหันไผ่", body, Kind.NEWS, event=event)
    reply = Talk(over((*ENTRIES, mill))).say("กังหันไผ่ตัวใหม่จะไปตั้งที่ไหน")
    assert (Outcome.ANSWER, "เขตลมแรง จ.ตราด") == (reply.outcome, reply.answer)


SPACE = Entry(
    "space",
    "แหล่งเรียนรู้ดวงจันทร์บ้านนา",
    "แหล่งเรียนรู้ดวงจันทร์บ้านนาของสำนักงานสำรวจดวงจันทร์ (สสจ.) เปิดให้เด็กเล่น",
    Kind.SERVICE,
    questions=("แหล่งเรียนรู้ดวงจันทร์บ้านนามีอะไร",),
    contact=Contact(website="www.moon.go.th"),
)


def test_who_has_no_telephone_is_reached_by_the_site() -> None:
    """And not by the number of a unit of its office, which nobody asked for."""
    moon = replace(ENTRIES[2], contact=Contact(("0 2999 1111 (ฝ่ายฝึกอบรม ข้อมูล ณ ปี 2561)",)))
    talk = Talk(over((*ENTRIES[:2], moon, *ENTRIES[3:], SPACE)))
    talk.say("แหล่งเรียนรู้ดวงจันทร์บ้านนามีอะไร")
    told = plain_text(talk.say("มีเบอร์ไหม"))
    assert "www.moon.go.th" in told
    assert "0 2999 1111" not in told


def test_the_number_of_a_unit_is_not_that_of_the_office() -> None:
    """It stands on the card with what it is for, and is told to who asks for that."""
    moon = replace(ENTRIES[2], contact=Contact(("0 2999 1111 (ฝ่ายฝึกอบรม ข้อมูล ณ ปี 2561)",)))
    talk = Talk(over((*ENTRIES[:2], moon, *ENTRIES[3:])))
    told = talk.say("เบอร์สำนักงานสำรวจดวงจันทร์")
    assert (Outcome.NO_ANSWER, "agency-moon", None) == (told.outcome, told.entry, told.answer)
    assert "ฝ่ายฝึกอบรม" in plain_text(told)
    assert "0 2999 1111" == talk.say("ขอเบอร์ฝ่ายฝึกอบรมสำนักงานสำรวจดวงจันทร์").answer


def test_what_was_picked_says_that_it_lacks_what_may_be_asked_of_any() -> None:
    """Who asks for a car park is not shown whatever else the entry has, as if that were it."""
    entries = tuple(
        Entry(f"owls-{n}", f"สวนนกฮูกบ้านใต้ {name}", f"สวนนกฮูกบ้านใต้ {name} เปิดให้ดูนกฮูก", Kind.NEWS)
        for n, name in enumerate(("รับเด็ก", "รับผู้ใหญ่"))
    )
    talk = Talk(over((*ENTRIES, *entries)))
    assert Outcome.CHOICES is talk.say("สวนนกฮูกบ้านใต้มีที่จอดรถไหม").outcome
    assert Outcome.NO_ANSWER is talk.say("1").outcome


def test_what_was_picked_tells_what_it_was_picked_for() -> None:
    """Even where nothing of it is the number that was asked for."""
    entries = tuple(
        Entry(f"owls-{n}", f"สวนนกฮูกบ้านใต้ {name}", f"สวนนกฮูกบ้านใต้ {name} เลี้ยงนกฮูก 9 ตัว", Kind.NEWS)
        for n, name in enumerate(("รับเด็ก", "รับผู้ใหญ่"))
    )
    talk = Talk(over((*ENTRIES, *entries)))
    assert "เลี้ยงนกฮูก 9 ตัว" in plain_text(talk.say("สวนนกฮูกบ้านใต้มีนกฮูกกี่กรง"))
    told = talk.say("1")
    assert Outcome.NO_ANSWER is told.outcome
    assert "เลี้ยงนกฮูก 9 ตัว" in plain_text(told)


def test_no_number_is_picked_by_the_name_of_the_office() -> None:
    """That its fair is called as it is, is no reason to be told the number of the fair."""
    phones = ("0 2999 1111", "0 2999 2222 (งานเดือนว่าวฯ ข้อมูล ณ ปี 2561)")
    kites = Entry(
        "agency-kite",
        "พิพิธภัณฑ์เดือนว่าวแห่งเกาะไผ่",
        "พิพิธภัณฑ์เดือนว่าวเก็บว่าว",
        Kind.CONTACT,
        questions=("ขอเบอร์พิพิธภัณฑ์เดือนว่าว",),
        contact=Contact(phones),
    )
    talk = Talk(over((*ENTRIES, kites)))
    assert "0 2999 1111" == talk.say("ขอเบอร์พิพิธภัณฑ์เดือนว่าว").answer


@pytest.mark.parametrize(
    ("body", "asks", "first", "told"),
    [
        ("ที่หนึ่งได้เงินรางวัล 5,000 บาท ที่สองได้เงินรางวัล 3,000 บาท", "ได้กี่บาท", "5,000 บาท", True),
        ("ใช้งบสร้างสนามว่าว 5,000 บาท และทาสีอีก 3,000 บาท", "ได้กี่บาท", "5,000 บาท", False),
        ("อนุมัติงบประมาณ 5 ล้านบาท แล้วเพิ่มงบประมาณอีก 3 ล้านบาท", "งบเท่าไหร่", "5 ล้านบาท", True),
        ("ชาวเกาะกู้เงิน 5 ล้านบาท แล้วกู้อีก 3 ล้านบาท", "งบเท่าไหร่", "5 ล้านบาท", False),
    ],
)
def test_several_sums_of_the_kind_asked_for_are_not_denied(
    body: str, asks: str, first: str, told: bool
) -> None:
    """None of them stands first; what was only spent nobody gets, nor is a loan a budget."""
    contest = Entry("contest", "ประกวดว่าวลมหนาวเกาะไผ่", body, Kind.NEWS, published=AT.date())
    talk = Talk(over((*ENTRIES, contest)))
    assert talk.say("ประกวดว่าวลมหนาวเกาะไผ่").entry == "contest"
    said = plain_text(talk.say(asks))
    assert told == (first in said)
    assert told == ("ไม่พบ" not in said)


def test_what_the_press_was_told_of_is_not_denied_its_day() -> None:
    """Where the text tells several, none stands first, nor the day on which it was told."""
    day = AT.date()
    body = (
        "แถลงข่าว ณ ห้องโถงเกาะไผ่ ชวนดูว่าวยักษ์\n\n"
        "ว่าวกระเบนใกล้เกาะ : 10 มิถุนายน และว่าวปลาบึกใกล้เกาะ : 9 กรกฎาคม ชมได้ทั้งคืน"
    )
    event = Event(day, day, venue="ห้องโถงเกาะไผ่")
    kites = Entry("kites", "ชวนดูว่าวยักษ์ลมหนาว", body, Kind.NEWS, published=day, event=event)
    talk = Talk(over((*ENTRIES, kites)))
    assert talk.say("ชวนดูว่าวยักษ์ลมหนาว").entry == "kites"
    reply = talk.say("ว่าวปลาบึกใกล้เกาะวันไหน")
    assert "9 กรกฎาคม" in plain_text(reply)
    assert reply.answer is None or "9 กรกฎาคม" in reply.answer


def test_a_building_is_told_by_the_place_that_is_called_by_what_one_does() -> None:
    """Where another thing is done there is said not to be told."""
    counter = Entry(
        "counter",
        "ตรวจว่าวลมหนาวเกาะไผ่",
        "ส่งว่าวและจ่ายเงินได้ที่จุดรับ ชั้น 1 อาคารลมหนาว ทุกวัน",
        Kind.SERVICE,
        facts={"สถานที่ส่งว่าวตรวจ": "ชั้น 1 อาคารลมหนาว"},
    )
    talk = Talk(over((*ENTRIES, counter)))
    assert talk.say("ตรวจว่าวลมหนาวเกาะไผ่").entry == "counter"
    assert talk.say("จุดส่งอยู่ตึกไหน").answer == "ชั้น 1 อาคารลมหนาว"
    assert "ไม่พบ" not in plain_text(talk.say("จ่ายเงินที่ชั้นไหน"))
    assert "ไม่พบ" in plain_text(talk.say("จอดรถตึกไหน"))


@pytest.mark.parametrize(
    ("text", "danger"),
    [
        ("ไฟไหม้บ้านช่วยด้วย", True),
        ("waws,h[hko=j;pfh;p", True),  # the same, typed on the other keyboard
        ("ควันเต็มตึกค่ะ", True),  # taught
        ("โครงการอบรมดับไฟไหม้จัดวันไหน", False),
        ("ค่ายดูดวงจันทร์จัดวันไหน", False),
    ],
)
def test_a_danger_is_known_without_a_search(
    text: str, danger: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By what gets it the card of numbers when it is answered."""
    taught = {"emergency.fire": ("ควันเต็มตึก",)}
    knowledge = KnowledgeBase({one.id: one for one in ENTRIES}, taught=taught)
    brain = Responder(knowledge, Index.build(knowledge), Texts.load())
    assert danger is (brain.respond(Question(text, AT)).outcome is Outcome.EMERGENCY)
    for place in ("responder", "retrieval"):
        monkeypatch.setattr(f"bot.dialogue.{place}.rank", None)
    assert danger is brain.reports_danger(text)


def test_whether_a_number_is_in_use_is_not_the_number() -> None:
    """Where staff wrote down how it stands with it; however the message begins."""
    line = Entry(
        "line",
        "สายด่วนดวงดาว",
        "สายด่วนดวงดาวตอบเรื่องดาว",
        Kind.CONTACT,
        contact=Contact(("0 2999 2222",)),
        facts={"สถานะปัจจุบัน": "ยังยืนยันไม่ได้ว่าใช้ได้อยู่"},
    )
    talk = Talk(over((*ENTRIES, line)))
    assert "0 2999 2222" == talk.say("เบอร์สายด่วนดวงดาว").answer
    assert "ยังยืนยันไม่ได้ว่าใช้ได้อยู่" == talk.say("แล้วเบอร์นี้มันยังใช้อยู่มั้ย").answer


def test_how_to_apply_is_not_told_by_what_says_nothing_of_it() -> None:
    """Asked fresh as in a talk: the entry is named, with a button to read it."""
    bicycle = replace(
        ENTRIES[-1], body=f"{ENTRIES[-1].body} ส่งใบสมัครรุ่นต่อไปได้ทางเว็บ", id="news-bamboo-2"
    )
    asked = Question("สมัครจักรยานไม้ไผ่ฝีมือนักวิจัยยังไง", AT)
    silent = over(ENTRIES).respond(asked)
    assert (Outcome.NO_ANSWER, "news-bamboo") == (silent.outcome, silent.entry)
    assert Verb.SHOW in {one.action.verb for one in silent.choices}
    told = over((*ENTRIES[:-1], bicycle)).respond(asked)
    assert (Outcome.ANSWER, "news-bamboo-2") == (told.outcome, told.entry)


def test_a_number_is_that_of_the_service_that_was_asked_about() -> None:
    """Of an entry that tells of two, also where the telephone is asked for behind that."""
    service = Entry(
        "kites",
        "บริการของโรงว่าวหนองปรือ",
        "ขอแบบว่าวจุฬาไปทำขาย โทร 0 2999 1111\n\nสอบเทียบหางว่าวและเชือก โทร 0 2999 2222",
        Kind.SERVICE,
        questions=("สอบเทียบหางว่าวที่โรงว่าวหนองปรือได้ไหม",),
        contact=Contact(("0 2999 1111 (กลาง)", "0 2999 2222 (ช่าง)")),
    )
    brain = over((*ENTRIES, service))
    assert "0 2999 2222" == Talk(brain).say("ขอเบอร์สอบเทียบหางว่าวของโรงว่าวหนองปรือ").answer
    talk = Talk(brain)
    assert "kites" == talk.say("สอบเทียบหางว่าวที่โรงว่าวหนองปรือได้ไหม").entry
    assert "0 2999 2222" == talk.say("ขอเบอร์หน่อย").answer


def test_no_number_or_person_is_told_first_of_what_was_never_heard_of() -> None:
    """The hours that a line lasts are none of a battery, nor has who opened a race lost it."""
    body = "งานว่าวเกาะไผ่ สายป่านทนฝน 24 ชั่วโมง นายดิน ลมเย็น รัฐมนตรี เปิดงานว่าวเกาะไผ่"
    opener = (Person("นายดิน ลมเย็น", "รัฐมนตรี"),)
    brain = over((*ENTRIES, Entry("kites", "งานว่าวเกาะไผ่", body, Kind.NEWS, people=opener)))
    asked = ("แบตใช้ได้กี่ชั่วโมง", "ใครแพ้", "สายป่านทนฝนกี่ชั่วโมง", "ใครเปิดงาน")
    first = [Talk(brain).say(f"งานว่าวเกาะไผ่ {one}").answer for one in asked]
    assert first == [None, None, "24 ชั่วโมง", "นายดิน ลมเย็น รัฐมนตรี"]


def test_the_day_an_office_was_founded_is_none_of_its_hours() -> None:
    """Also where it tells no hours, and is asked for a day."""
    office = Entry(
        "kite-office",
        "สำนักงานว่าวเกาะไผ่",
        "สำนักงานว่าวเกาะไผ่ดูแลว่าว ก่อตั้ง 3 มีนาคม 2543",
        Kind.CONTACT,
        facts={"วันก่อตั้ง": "3 มีนาคม 2543"},
        contact=Contact(("0 2000 0000",)),
    )
    brain = over((*ENTRIES, office))
    assert Talk(brain).say("สำนักงานว่าวเกาะไผ่ก่อตั้งวันไหน").answer == "3 มีนาคม 2543"
    assert Talk(brain).say("สำนักงานว่าวเกาะไผ่เปิดวันไหน").answer is None


def test_yes_takes_the_only_one_that_was_offered() -> None:
    """Of several it is asked which; of an answer nothing more is meant."""
    talk = Talk()
    talk.say("ค่ายดูดวงจันทร์จัดวันไหน")
    assert Outcome.SMALLTALK is talk.say("ใช่ค่ะ").outcome
    talk.memory = replace(talk.memory, topic="", offered=("camp-moon-loei", "news-bamboo"))
    assert "1 ถึง 2" in plain_text(talk.say("ใช่ค่ะ"))
    talk.memory = replace(talk.memory, offered=("camp-moon-loei",))
    assert "camp-moon-loei" == talk.say("ใช่ค่ะ").entry


@pytest.mark.parametrize(
    "said",
    [
        *("น่าสนใจดี {}", "ว้าว {}", "ดีจัง {}คะ", "พอดีจะไป {}", "รบกวนอีกนิด {}", "เอ้อ {}"),
        *("สรุปคือ{}", "ตกลง{}", "ไม่เห็นบอกเลยว่า{}", "ขอบคุณค่ะ {}", "{} แม่ให้ถาม"),
    ],
)
@pytest.mark.parametrize("asked", ["จัดที่ไหน", "จัดวันไหน", "ใครเปิด"])
def test_what_is_said_around_a_bare_question_leaves_it_bare(said: str, asked: str) -> None:
    """It is asked of the topic as it is alone."""
    first, second = Talk(), Talk()
    first.say("ค่ายดูดวงจันทร์ที่ภูกระดึง")
    second.say("ค่ายดูดวงจันทร์ที่ภูกระดึง")
    alone, around = first.say(asked), second.say(said.format(asked))
    assert "camp-moon-loei" == alone.entry
    assert (alone.entry, alone.answer) == (around.entry, around.answer)


def test_a_cry_for_help_is_no_aside() -> None:
    """Who cries is heard before anything is cut off."""
    assert Outcome.EMERGENCY is Talk().say("ช่วยด้วย ไฟไหม้บ้าน").outcome
