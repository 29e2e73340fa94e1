"""What is offered rather than told, however sure the search is; and what needs no doubt."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from bot.dialogue.answering import Responder
from bot.dialogue.contacts import another_address
from bot.dialogue.conversation import Question
from bot.dialogue.cues import own_words, wants_yes_or_no
from bot.dialogue.editions import of_other_edition
from bot.dialogue.rejection.doubts import Doubt, Doubts, is_elsewhere
from bot.dialogue.rejection.naming import (
    explains_another,
    is_counted_elsewhere,
    is_of_another_body,
    is_of_the_regions,
    names_no_thing,
    said_names,
)
from bot.dialogue.rejection.silence import asks_beside, says_nothing
from bot.dialogue.replies import Outcome, Reply, plain_text
from bot.dialogue.stories import Stories
from bot.dialogue.subjects import (
    contradicts,
    means_name,
    missing_from,
    names_subject,
    says_name,
    titled_of_other_year,
)
from bot.knowledge.entries import Contact, Entry, Event, Kind, KnowledgeBase, Person, Source
from bot.search import Index, rank
from bot.search.passages.quoting import Quotes, Span
from bot.search.ranking import Query, QuestionWord, Ranking, Verdict
from bot.thai.questions import Aspect
from tests.dialogue.base import AT, ENTRIES, Talk, over


def race(year: int, province: str, number: str) -> Entry:
    """A boat race of a year, told in the same words as that of any other."""
    return Entry(
        f"race-{year}",
        "แข่งเรือไม้ไผ่พลังแสงอาทิตย์",
        f"การแข่งเรือไม้ไผ่พลังแสงอาทิตย์มีทีมเข้าร่วม {number} ทีม จากโรงเรียนทั่วภาค",
        Kind.EVENT,
        event=Event(date(year, 3, 4), date(year, 3, 5), venue="ท่าน้ำวัดเก่า", province=province),
    )


RACES = (race(2019, "น่าน", "14"), race(2021, "เลย", "31"))


def ask(brain: Responder, text: str) -> Reply:
    return brain.respond(Question(text, AT))


def test_twins_are_offered_with_their_years_and_answers() -> None:
    """Two events told alike are not guessed between; each shows what it would answer."""
    reply = ask(over((*ENTRIES, *RACES)), "แข่งเรือไม้ไผ่พลังแสงอาทิตย์มีกี่ทีม")
    text = plain_text(reply)
    assert Outcome.CHOICES == reply.outcome
    assert {"race-2019", "race-2021"} <= set(reply.conversation.offered)
    assert all(told in text for told in ("2562", "14 ทีม", "2564", "31 ทีม"))
    assert reply.ranking is not None
    assert "พอ ๆ กัน" in reply.ranking.reason


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("แข่งเรือไม้ไผ่พลังแสงอาทิตย์จัดวันไหน ที่ไหน", "4-5 มีนาคม 2562 ท่าน้ำวัดเก่า จังหวัดน่าน"),
        ("แข่งเรือไม้ไผ่พลังแสงอาทิตย์จัดวันไหน", "4-5 มีนาคม 2562"),
        ("แข่งเรือไม้ไผ่พลังแสงอาทิตย์สมัครวันไหน ที่ไหน", None),
    ],
)
def test_when_and_where_are_told_together(text: str, told: str | None) -> None:
    """As far as it is the event that is asked of."""
    assert told == ask(over((*ENTRIES, RACES[0])), text).answer


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("แข่งเรือไม้ไผ่พลังแสงอาทิตย์มีกี่ทีม", "14 ทีม"),
        ("แข่งเรือไม้ไผ่พลังแสงอาทิตย์มีกี่ทีม กี่ลำ", None),
    ],
)
def test_one_number_is_half_an_answer_to_two(text: str, told: str | None) -> None:
    """What is quoted holds both."""
    river = replace(RACES[0], body=f"{RACES[0].body} รวมเรือ 20 ลำ")
    reply = ask(over((*ENTRIES, river)), text)
    assert told == reply.answer
    assert "14 ทีม" in plain_text(reply)
    assert "20 ลำ" in plain_text(reply)


@pytest.mark.parametrize(
    ("body", "question", "elsewhere"),
    [
        ("มีอธิการบดีราชภัฏอุดรธานีมาร่วม แข่งใน 8 ตำบล", "แข่งเรือที่อุดรธานีมีกี่ตำบล", True),
        ("มีอธิการบดีราชภัฏอุดรธานีมาร่วม แข่งใน 8 ตำบล", "แข่งเรือที่น่านมีกี่ตำบล", False),
        ("มีอธิการบดีราชภัฏอุดรธานีมาร่วม แข่งใน 8 ตำบล", "ราชภัฏอุดรธานีส่งกี่ทีม", False),
        ("แข่งที่น่านและจังหวัดอุดรธานี รวม 8 ตำบล", "แข่งเรือที่อุดรธานีมีกี่ตำบล", False),
    ],
)
def test_a_guest_counts_nothing_at_home(body: str, question: str, elsewhere: bool) -> None:
    """What is counted at an event in one province is not told of that of a school's name."""
    entry = replace(race(2021, "น่าน", "8"), body=body)
    query = Query(question, question, aspect=Aspect.HOWMANY)
    assert elsewhere is is_counted_elsewhere(entry, query)


def test_the_year_tells_twins_apart() -> None:
    """A question that names the year or the province of one is answered from it."""
    reply = ask(over((*ENTRIES, *RACES)), "แข่งเรือไม้ไผ่พลังแสงอาทิตย์ที่เลย ปี 2564 มีกี่ทีม")
    assert ("race-2021", "31 ทีม") == (reply.entry, reply.answer)


def test_an_event_that_mentions_another_year_was_not_held_in_it() -> None:
    """When or where it was that year is not told of this one; what else it says of it may be."""
    told = replace(RACES[0], body=f"{RACES[0].body} ปี 2560 มีผู้ชม 900 คน")
    brain = over((*ENTRIES, told))
    assert Outcome.CHOICES == ask(brain, "แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2560 จัดที่ไหน").outcome
    assert "900 คน" == ask(brain, "แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2560 มีผู้ชมกี่คน").answer


PATENT = Entry(
    "patent",
    "โคมไฟจากกะลามะพร้าว",
    "โคมไฟจากกะลามะพร้าวให้แสงนวล นักวิจัยยื่นขอสิทธิบัตรแล้วเมื่อต้นปี และขายในตลาดนัด",
    Kind.NEWS,
    published=date(2026, 5, 5),
)


@pytest.mark.parametrize("text", ["สิทธิบัตร", "จดสิทธิบัตรยังไง"])
def test_what_mentions_a_word_is_no_choice_for_it(text: str) -> None:
    """What is about it is, and the lamp for who asks of lamps."""
    brain = over((*ENTRIES, PATENT))
    assert Outcome.NO_ANSWER == ask(brain, text).outcome
    assert "patent" == ask(brain, "โคมไฟกะลา").entry
    about = replace(PATENT, id="about", title="ขอสิทธิบัตรกับสำนักงาน", keywords=("สิทธิบัตร",))
    assert Outcome.NO_ANSWER != ask(over((*ENTRIES, PATENT, about)), "สิทธิบัตร").outcome


def test_somebody_who_is_named_has_to_be_told_of() -> None:
    """What another opened is neither told of them nor offered beside what is theirs."""
    opened = replace(
        RACES[0],
        body=f"{RACES[0].body} ดร.สุวรรณี ใจงาม เปิดงาน",
        people=(Person("ดร.สุวรรณี ใจงาม", "ประธานเปิดงาน"),),
    )
    brain = over((*ENTRIES, opened, RACES[1]))
    reply = ask(brain, "สุวรรณีเปิดงานแข่งเรือไม้ไผ่พลังแสงอาทิตย์วันไหน")
    assert "race-2021" != reply.entry
    assert "race-2021" not in reply.conversation.offered
    wrong = ask(brain, "สุวรรณีเปิดงานแข่งเรือไม้ไผ่พลังแสงอาทิตย์ปี 2564 วันไหน")
    assert "race-2021" != wrong.entry


def test_half_of_a_form_names_nothing() -> None:
    """บัตรทอง is none of what is called บัตร, or is told of ทอง."""
    box = Entry("box", "กล่องของขวัญพร้อมใบประกาศนียบัตร", "กล่องสีทองมีบัตรเรียนฟรี", Kind.NEWS)
    assert Outcome.ANSWER != ask(over((*ENTRIES, box)), "บัตรทอง").outcome


def test_where_somebody_works_is_no_venue() -> None:
    """The role staff wrote tells it; of whom it tells nothing nothing is told."""
    guide = Person("สมหมาย ใจเย็น", "ผู้อำนวยการสำนักงานสำรวจดวงจันทร์")
    camp = replace(ENTRIES[3], people=(guide,))
    brain = over((*ENTRIES[:3], camp, *ENTRIES[4:]))
    told = ask(brain, "สมหมาย ใจเย็น ที่เปิดค่ายดูดวงจันทร์ทำงานที่ไหน")
    assert "สมหมาย ใจเย็น ผู้อำนวยการสำนักงานสำรวจดวงจันทร์" == told.answer
    reply = ask(brain, "สมชาย ใจร้อน ที่ไปค่ายดูดวงจันทร์ภูกระดึงทำงานที่ไหน")
    assert "ภูกระดึง" not in (reply.answer or "")


def test_this_year_tells_twins_apart_as_its_number_does() -> None:
    """ "ปีที่แล้ว" is a year like any other; the day it is asked on says which."""
    races = (race(2023, "น่าน", "14"), race(2025, "เลย", "31"))
    reply = ask(over((*ENTRIES, *races)), "แข่งเรือไม้ไผ่พลังแสงอาทิตย์ปีที่แล้วมีกี่ทีม")
    assert ("race-2025", "31 ทีม") == (reply.entry, reply.answer)


def test_the_last_of_several_is_told_when_it_is_asked_for() -> None:
    """ "ครั้งล่าสุด" is no reason to let people choose between the years."""
    reply = ask(over((*ENTRIES, *RACES)), "แข่งเรือไม้ไผ่พลังแสงอาทิตย์ครั้งล่าสุดมีกี่ทีม")
    assert ("race-2021", "31 ทีม") == (reply.entry, reply.answer)


def test_the_last_of_nothing_is_no_answer() -> None:
    """A question of which the base knows no word at all is declined, whatever it wants."""
    assert Outcome.NO_ANSWER == ask(over(()), "ขอข่าวปลาทูน่ากระป๋องครั้งล่าสุดหน่อย").outcome


def test_a_bare_year_says_which_of_those_offered_is_meant() -> None:
    """What was asked of all of them is answered from it, and it can be asked further."""
    talk = Talk(over((*ENTRIES, *RACES)))
    assert Outcome.CHOICES == talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์มีกี่ทีม").outcome
    which = talk.say("จัดกี่วัน")
    assert Outcome.CHOICES == which.outcome
    assert 2 == plain_text(which).count("2 วัน (4-5 มีนาคม 25")
    told = talk.say("แล้วปี 62 ล่ะ")
    assert ("race-2019", "2 วัน (4-5 มีนาคม 2562)") == (told.entry, told.answer)
    assert "14 ทีม" == talk.say("มีกี่ทีม").answer


def test_what_is_offered_is_what_the_talk_is_about_now() -> None:
    """A bare question after choices asks about them, not about what was told before."""
    talk = Talk(over((*ENTRIES, *RACES)))
    assert "camp-moon-loei" == talk.say("ค่ายดูดวงจันทร์จัดวันไหน").entry
    assert Outcome.CHOICES == talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์มีกี่ทีม").outcome
    which = talk.say("จัดที่ไหน")
    assert (Outcome.CHOICES, None) == (which.outcome, which.entry)
    assert {"race-2019", "race-2021"} == set(which.conversation.offered)


def test_a_card_that_rests_on_a_release_does_not_speak_for_it() -> None:
    """What an event of years ago cost is not what the office costs today."""
    source = Source("ข่าว", "https://example.go.th/1")
    card = Entry("office", "หอดูดาวบ้านนา", "หอดูดาว", Kind.CONTACT, contact=Contact(), source=source)
    night = Entry("night", "คืนดูดาวฟรี", "เข้าฟรี", Kind.EVENT, source=source)
    news = Entry("news", "ข่าวคืนดูดาว", "คนดูเต็ม", Kind.NEWS, source=source)
    stories = Stories({one.id: one for one in (card, night, news)})
    assert frozenset() == stories.retold("office")
    assert {"news"} == stories.retold("night")


def test_a_name_of_two_words_is_met_by_what_it_stands_for() -> None:
    """ "โอเพ่นเฮ้าส์" is cut in two words that no release has; the release says เปิดบ้าน."""
    entry = Entry("open", "เปิดบ้านหอดูดาวบ้านนา", "เปิดบ้านหอดูดาวบ้านนาเมื่อ 5 เมษายน 2566")
    assert ["โอเพ่น", "ปลาทู"] == missing_from(entry, ["โอเพ่น", "ปลาทู"])
    assert ["ปลาทู"] == missing_from(entry, ["โอเพ่น", "เฮ้าส์", "ปลาทู"])


def test_a_doubtful_first_stands_alone_when_nothing_else_comes_near() -> None:
    """Whoever is sure of the entry but not of a word asks about it, without fillers beside it."""
    brain = over(ENTRIES)
    ranking = ask(brain, "ดูดวงจันทร์วันไหน").ranking
    assert ranking
    first, second = ranking.matches[:2]
    near = (replace(first, score=0.5), replace(second, score=0.2))
    alone, both = (
        brain._answers.offered(replace(ranking, matches=near, verdict=verdict))
        for verdict in (Verdict.SURE, Verdict.UNSURE)
    )
    text = plain_text(brain._answers.choices(alone, ranking, AT.date()))
    assert (1, 2) == (len(alone), len(both))
    assert "หมายถึงเรื่องนี้หรือเปล่าคะ" in text
    assert 1 == text.count("4-6 ธันวาคม 2569")


def test_an_office_is_no_answer_to_what_it_does_not_tell() -> None:
    """The card of an office answers how to reach it, not every question that names it."""
    reply = ask(over(ENTRIES), "สำนักงานสำรวจดวงจันทร์แจกทุนปลูกกาแฟกี่บาท")
    assert "agency-moon" != reply.entry or reply.outcome is Outcome.NO_ANSWER


def test_a_card_that_counts_nothing_is_no_answer_to_how_much() -> None:
    """Though it has heard of all that is asked; what bears its name may tell it."""
    reply = ask(over(ENTRIES), "สำนักงานสำรวจดวงจันทร์ทำแผนที่เท่าไหร่")
    assert "agency-moon" != reply.entry or reply.outcome is Outcome.NO_ANSWER


def test_two_offices_are_asked_for_at_once() -> None:
    """Both are offered with their numbers; one with its address is one."""
    mars = replace(
        ENTRIES[2],
        id="agency-mars",
        title="กองทุนดาวอังคาร (MARS Co)",
        keywords=("MARS Co",),
        contact=Contact(("0 2999 2222",)),
        questions=(),
    )
    brain = over((*ENTRIES, mars))
    reply = ask(brain, "ขอเบอร์ สสจ. กับ mars co")
    assert {"agency-moon", "agency-mars"} == {*reply.conversation.offered}
    assert "0 2999 1111" in plain_text(reply)
    assert "0 2999 2222" in plain_text(reply)
    assert ask(brain, "ขอเบอร์กับที่อยู่ สสจ.").entry == "agency-moon"
    reply = ask(brain, "สสจ. กับ mars co ต่างกันยังไง")
    assert {"agency-moon", "agency-mars"} == {*reply.conversation.offered}
    told = Entry("apart", "สสจ. กับ MARS Co ต่างกันอย่างไร", "สสจ. ทำแผนที่ MARS Co ให้ทุน", Kind.FAQ)
    assert "apart" == ask(over((*ENTRIES, mars, told)), "สสจ. กับ mars co ต่างกันยังไง").entry


def test_an_office_named_by_its_letters_needs_no_more_words() -> None:
    """Its abbreviation and the wish to reach it are enough."""
    reply = ask(over(ENTRIES), "ติดต่อ สสจ ดวงจันทร์ ยังไง")
    assert (Outcome.CONTACT, "0 2999 1111") == (reply.outcome, reply.answer)


def test_a_name_between_letters_is_no_name() -> None:
    """พีอาร์ is short for the press office; in จีพีอาร์เอส it is two letters of four."""
    press = Entry(
        "press", "ฝ่ายข่าว", "ฝ่ายข่าว", Kind.CONTACT, keywords=("พีอาร์",), contact=Contact(("1",))
    )
    brain = over((*ENTRIES, press))
    assert "press" == ask(brain, "เบอร์พีอาร์กระทรวง").entry
    assert "press" != ask(brain, "เบอร์นี้เปิดใช้จีพีอาร์เอสหรือยัง").entry


def test_the_card_of_an_office_is_the_way_to_reach_it() -> None:
    """Other entries tell of the office and score better; only its card says how to reach it."""
    tests = Entry(
        "moon-tests",
        "ทดสอบชุดอวกาศ สสจ.",
        "ทดสอบชุดอวกาศกับ สสจ. โทร 0 2888 2222",
        Kind.SERVICE,
        questions=("สสจ. โทรอะไร", "โทร สสจ."),
    )
    brain = over((*ENTRIES, tests))
    assert "agency-moon" == ask(brain, "สสจ. โทรอะไร").entry
    assert "moon-tests" == ask(brain, "ทดสอบชุดอวกาศ สสจ. โทรอะไร").entry


LAMPS = Entry(
    "lamps",
    "แจกโคมไฟโรงเรียนบนดอย",
    "ก่อนเปิดเทอม นักวิจัยแจกโคมไฟโซลาร์ให้โรงเรียนบนดอย 40 แห่ง ใช้งบ 2 ล้านบาท\n\n"
    "พิธีมอบมีขึ้นที่หอประชุมอำเภออมก๋อย โคมไฟใช้แบตเตอรี่ที่ชาร์จได้ โดยเสียบกับแผงบนหลังคา",
    published=date(2020, 5, 2),
)


@cache
def lamps() -> Responder:
    return over((LAMPS,))


def doubt_of(text: str, probability: float = 0.8, kind: Kind = Kind.NEWS) -> str:
    """What speaks against the first match for a question that the search is fairly sure of."""
    ranking = ask(lamps(), text).ranking
    assert ranking
    sure = replace(ranking, probability=probability, verdict=Verdict.SURE)
    entries = {"lamps": replace(LAMPS, kind=kind)}
    quotes = Quotes(sure.query, AT.date())
    return Doubts(entries, Stories(entries)).doubt(sure, quotes) or ""


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("แจกโคมไฟโรงเรียนที่ไหน", ""),
        ("แจกโคมไฟโรงเรียนบนดอยกี่แห่ง", ""),
        ("โคมไฟยี่ห้อไหนดี", Doubt.ADVICE),
        ("แอดมินคะ โคมไฟโซลาร์แบบไหนถูกสุด รบกวนด้วยค่ะ", Doubt.ADVICE),
        ("โรงเรียนเปิดเทอมวันไหน", Doubt.UNTOLD),
        ("เปิดเทอมยัง", Doubt.PASSING),
        ("แจกโคมไฟกี่โมง", Doubt.UNTOLD),
        ("วันนี้แจกโคมไฟโรงเรียนบนดอยที่ไหน", Doubt.ELSEWHERE),
        ("โคมไฟโรงเรียนเสียต้องทำไง", Doubt.UNTOLD),
        ("ซื้อโคมไฟได้ที่ไหน", Doubt.LACKING),
        ("เรียนเจ้าหน้าที่กระทรวง ซื้อโคมไฟได้ที่ไหน ขอบคุณครับ", Doubt.LACKING),
    ],
)
def test_words_of_a_release_are_no_promise_that_it_answers(text: str, doubt: str) -> None:
    """A question of everyday life shares words with a release, which tells another thing.

    However sure the search is, a word or two told in passing are no subject.
    """
    assert doubt == doubt_of(text)
    certain = Doubt.PASSING if doubt is Doubt.PASSING else ""
    assert certain == doubt_of(text, probability=0.99)


CONTEST = Entry(
    "contest",
    "ประกวดว่าวดาวเทียม",
    "ประกวดว่าวดาวเทียมจัดที่ลานหอนาฬิกา มี 31 ทีมเข้ารอบสุดท้าย ใช้เชือกยาว 200 เมตร",
    Kind.EVENT,
    questions=("ประกวดว่าวดาวเทียมจัดที่ไหน",),
    event=Event(date(2021, 2, 3), date(2021, 2, 4), venue="ลานหอนาฬิกา", province="เลย", cost="ฟรี"),
    facts={"จำนวน": "31 ทีม"},
)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("ประกวดว่าวดาวเทียมมีกี่ทีม", Outcome.ANSWER),
        ("ประกวดว่าวดาวเทียมเชือกยาวกี่เมตร", Outcome.ANSWER),
        ("ประกวดว่าวดาวเทียมจัดกี่วัน", Outcome.ANSWER),
        ("ประกวดว่าวดาวเทียมหนักกี่กรัม", Outcome.NO_ANSWER),
        ("ประกวดว่าวดาวเทียมมีคนดูกี่คน", Outcome.NO_ANSWER),
        ("ประกวดว่าวดาวเทียมได้กี่คะแนนถึงผ่าน", Outcome.NO_ANSWER),
        ("ประกวดว่าวดาวเทียมใครเป็นวิทยากร", Outcome.NO_ANSWER),
        ("ประกวดว่าวดาวเทียมรางวัลเท่าไหร่", Outcome.CHOICES),
        ("สมัครประกวดว่าวดาวเทียมใช้เอกสารอะไร", Outcome.CHOICES),
        ("ใครชนะประกวดว่าวดาวเทียม", Outcome.NO_ANSWER),
    ],
)
def test_what_an_entry_does_not_tell_is_not_answered_for_its_name(
    text: str, outcome: Outcome
) -> None:
    """A contest that is named is known for sure; grams, marks and prizes stand nowhere in it."""
    assert outcome is ask(over((*ENTRIES, CONTEST)), text).outcome


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ทีมไหนได้แชมป์ประกวดว่าวดาวเทียม", "ผู้ชนะจะได้ถ้วย ชนะเลิศ 5,000 บาท ร่วมชิงชนะเลิศ"),
        ("ผู้ชนะประกวดว่าวดาวเทียมคือใคร", "เพื่อหาทีมผู้ชนะ ซึ่งทีมชนะเลิศได้ถ้วย"),
        ("ประกวดว่าวดาวเทียมใครได้ที่ 1", "รางวัลชนะเลิศคือเงิน 5,000 บาท"),
    ],
)
def test_what_is_to_be_won_is_not_who_won(text: str, told: str) -> None:
    """A release before the day tells the prize; one after it who took it."""
    query = Query(text, text, aspect=Aspect.WHO)
    before = replace(CONTEST, body=f"{CONTEST.body} {told}")
    after = replace(CONTEST, body=f"{CONTEST.body} รางวัลชนะเลิศ ได้แก่ ทีมหางยาว")
    assert says_nothing(before, query, None)
    assert not says_nothing(after, query, None)
    assert not says_nothing(before, replace(query, clean="ประกวดว่าวดาวเทียมใครมอบรางวัล"), None)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("สำนักงานสำรวจดวงจันทร์ขายตู้เย็นไหม", Outcome.NO_ANSWER),
        ("ค่ายดวงจันทร์ที่ภูกระดึงมีรถถังไหม", Outcome.NO_ANSWER),
        ("ค่ายดวงจันทร์ที่ภูกระดึงมีนักเรียนไหม", Outcome.CHOICES),
    ],
)
def test_a_name_we_know_is_no_choice_for_what_nobody_told(text: str, outcome: Outcome) -> None:
    """Where the search is unsure, an entry that never heard of the thing asked for is no help."""
    brain = over(ENTRIES)
    ranking = replace(rank(brain._index, text, today=AT.date()), verdict=Verdict.UNSURE)
    offered = Doubts(brain._entries, brain._stories).aware(brain._answers.offered(ranking), ranking)
    assert (outcome is Outcome.CHOICES) is bool(offered)


def test_what_the_search_finds_nothing_for_is_offered_nothing() -> None:
    """However many of its words a release holds; a long one holds nearly everything."""
    brain = over(ENTRIES)
    ranking = rank(brain._index, "นักเรียนนอนดวงจันทร์คืน", today=AT.date())
    assert brain._answers.offered(replace(ranking, verdict=Verdict.UNSURE))
    assert [] == brain._answers.offered(replace(ranking, verdict=Verdict.NONE))


def test_who_fits_better_is_offered_before_who_is_kept() -> None:
    """A word the best one lacks is no reason to offer only what fits less."""
    brain = over(ENTRIES)
    ranking = rank(brain._index, "สำนักงานสำรวจดวงจันทร์มีภูกระดึงไหม", today=AT.date())
    office, camp = (brain._entries[one] for one in ("agency-moon", "camp-moon-loei"))
    unsure = replace(ranking, verdict=Verdict.UNSURE)
    assert [camp] == Doubts(brain._entries, brain._stories).aware([camp, office], unsure)
    assert [office, camp] == Doubts(brain._entries, brain._stories).aware([office, camp], unsure)


def test_an_office_is_no_choice_for_what_it_never_heard_of() -> None:
    """However sure the search is of its name; its card stands below as the nearest."""
    brain = over(ENTRIES)
    text = "สำนักงานสำรวจดวงจันทร์มีสวนน้ำไหม"
    ranking = replace(rank(brain._index, text, today=AT.date()), verdict=Verdict.SURE)
    assert [] == Doubts(brain._entries, brain._stories).aware(
        [brain._entries["agency-moon"]], ranking
    )
    assert Doubts(brain._entries, brain._stories).aware([brain._entries["camp-moon-loei"]], ranking)


def test_a_service_may_be_asked_in_two_words() -> None:
    """What an office offers is asked for just so; the doubt is about things that happened."""
    assert Doubt.UNTOLD == doubt_of("โรงเรียนเปิดเทอมวันไหน")
    assert "" == doubt_of("โรงเรียนเปิดเทอมวันไหน", kind=Kind.SERVICE)


def test_a_follow_up_is_answered_from_whoever_tells_of_the_same_event() -> None:
    """What the topic does not say, another entry of the same source may."""
    url = "https://example.go.th/fair"
    short = Entry(
        "fair", "มหกรรมผ้าไหมน้ำปลีก", "จัดที่น้ำปลีก", questions=("งานผ้าไหมน้ำปลีก",), source=Source("", url)
    )
    full = Entry(
        "release", "ข่าวแจก", "ในงานมีการประกวดสาวไหม ผู้ชนะได้จักรเย็บผ้า", source=Source("", url)
    )
    other = Entry("other", "ข่าวอื่น", "ประกวดนางสาวทะเล", source=Source("", f"{url}/2"))
    assert {"release"} == Stories({one.id: one for one in (short, full, other)}).retold("fair")
    talk = Talk(over((*ENTRIES, short, full, other)))
    talk.say("งานผ้าไหมน้ำปลีก")
    assert "จักรเย็บผ้า" in plain_text(talk.say("ประกวดสาวไหมได้อะไร"))


def test_a_piece_of_a_misspelt_word_is_no_agency() -> None:
    """มข inside "สเตมของ" does not mean the university; จว. is no name at all."""
    camp = Entry("camp", "ค่ายสะเต็ม", "นักเรียนจากบุรีรัมย์", contact=Contact())
    terms = ("ค่าย", "ส", "เต", "มข", "อง", "มีเด็ก", "จว.", "ไหน")
    assert not contradicts(camp, "ค่ายสเตมของ มีเด็กจว.ไหน", terms)
    assert contradicts(camp, "ค่ายของ มข มีเด็กจว.ไหน", terms)


@pytest.mark.parametrize(
    ("title", "word", "named"),
    [
        ("ทุนการศึกษาเด็กดอย", "ทุน", True),
        ("ค่ายนักเรียนทุน", "ทุน", True),
        ("แจกโคมไฟโรงเรียน", "โคมไฟ", True),
        ("งานว่าวที่เมืองทองธานี", "เมืองทอง", True),
        ("งานว่าวที่เมืองทองธานี", "ทอง", False),
        ("งานว่าวที่อ่างทอง", "ทอง", False),
        ("งานแปรรูปปลากระป๋อง", "ระ", False),
    ],
)
def test_a_word_between_the_letters_of_another_names_nothing(
    title: str, word: str, named: bool
) -> None:
    """A part of a compound does, but a place name is one word."""
    assert named is names_subject(Entry("one", title, title), (word,))


@pytest.mark.parametrize(
    ("title", "text", "named"),
    [
        ("คาราวานวิทยาศาสตร์ไปอำเภอใหม่", "คาราวานวิทย์", True),
        ("ส่ง THEOS-2 ขึ้นฟ้า", "ดาวเทียมธีออส2", True),
        ("จิสด้าเปิดบ้าน", "สทอภ.", True),
        ("จิสด้าเปิดบ้าน", "คาราวานวิทย์", False),
        ("งานว่าวที่เชียงใหม่", "จ.เชียงใหม่", False),
        ("เปิดตลาดต้นไม้", "ตลาดนัด", False),
    ],
)
def test_a_name_of_the_tables_is_named_by_each_of_its_forms(
    title: str, text: str, named: bool
) -> None:
    """Places and everyday words name no subject by standing for something."""
    assert named is means_name(Entry("one", title, title), text)


@pytest.mark.parametrize(
    ("title", "text", "other"),
    [
        ("ประกาศ ว่าวคัพ 67 สมัครฟรี", "ว่าวคัพ66", True),
        ("ประกาศ ว่าวคัพ 67 สมัครฟรี", "ว่าวคัพ67", False),
        ("ประกาศ ว่าวคัพ ประจำปี 2567", "ว่าวคัพ ปี 66", True),
        ("ประกาศ ว่าวคัพ 2024", "ว่าวคัพ ปี 67", False),
        ("ประกาศ ว่าวคัพ 2024", "ว่าวคัพ ปี 66", True),
        ("ประกาศ ว่าวคัพ", "ว่าวคัพ ปี 66", False),
        ("ว่าวคัพมีทีมร่วม 67 ทีม", "ว่าวคัพ ปี 66", False),
    ],
)
def test_what_a_title_calls_by_another_year_is_another(title: str, text: str, other: bool) -> None:
    """Though it was told in the year that is asked for."""
    cup = Entry("cup", title, title, Kind.NEWS, published=date(2023, 11, 13))
    ranking = rank(Index.build(KnowledgeBase({"cup": cup})), text, today=AT.date())
    assert other is titled_of_other_year(cup, ranking.query)


@pytest.mark.parametrize(
    ("text", "regional"),
    [
        ("มหกรรมวิทย์ 2561", True),
        ("มหกรรมวิทย์ภูมิภาค", False),
        ("มหกรรมวิทย์ ภาคเหนือ", False),
        ("มหกรรมวิทย์ เชียงใหม่", False),
        ("วิทย์สร้างคน", False),
    ],
)
def test_the_fair_of_a_region_is_not_that_of_the_nation(text: str, regional: bool) -> None:
    """Of one name, they are told apart by the region, or by where they are."""
    title = "เปิดงานมหกรรมวิทย์ฯ ระดับภูมิภาค ตามนโยบายวิทย์สร้างคน"
    fair = Entry("fair", title, title, Kind.NEWS, published=date(2018, 6, 4))
    ranking = rank(Index.build(KnowledgeBase({"fair": fair})), text, today=AT.date())
    assert regional is is_of_the_regions(fair, ranking.query)
    quotes = Quotes(ranking.query, AT.date())
    doubt = Doubts({"fair": fair}, Stories({"fair": fair})).doubt(ranking, quotes)
    assert not regional or doubt is Doubt.ELSEWHERE


def test_two_latin_letters_are_offered_where_titles_say_them() -> None:
    """However unsure the search is; "ai" is none of Thai."""
    news = [
        Entry(name, title, title, Kind.NEWS, published=date(2021, 5, 2))
        for name, title in (("car", "เปิดแผน EV ของไทย"), ("land", "Thai Dai ลงนาม"))
    ]
    brain = over((*ENTRIES, *news))
    assert "car" in (ask(brain, "ev").conversation.offered or ask(brain, "ev").entry or "")
    assert "land" not in ask(brain, "ai").conversation.offered


def test_what_has_a_name_is_offered_by_its_short_form() -> None:
    """คาราวานวิทย์ is in no title, yet what is called คาราวานวิทยาศาสตร์ is more than passing."""
    title = "คาราวานวิทยาศาสตร์ไปอำเภอใหม่"
    caravan = Entry("caravan", title, "เด็กดูดาวในโดมเป่าลม", Kind.NEWS, published=date(2021, 5, 2))
    assert Outcome.NO_ANSWER is not ask(over((*ENTRIES, caravan)), "คาราวานวิทย์").outcome


def test_the_price_of_gold_is_not_asked_of_a_fair_at_a_place_with_gold_in_its_name() -> None:
    """One word that the base has only inside another is no reason to offer anything."""
    fair = Entry("fair", "งานว่าวที่เมืองทองธานี", "งานว่าวที่เมืองทองธานี เข้าชมฟรี")
    brain = over((*ENTRIES, fair))
    assert "fair" not in ask(brain, "ราคาทองวันนี้เท่าไหร่").conversation.offered
    assert "fair" == ask(brain, "งานที่เมืองทอง").entry


def test_twins_that_tell_the_same_fact_are_no_reason_to_choose() -> None:
    """Whichever is meant, the answer is the same; where they differ, people choose."""
    same = tuple(
        Entry(
            f"pump-{year}",
            "เครื่องสูบน้ำโซลาร์ของชาวนา",
            f"เครื่องสูบน้ำโซลาร์ของชาวนาสูบได้ {liters} ลิตรต่อชั่วโมง ข่าวปี {year}",
        )
        for year, liters in ((2560, 800), (2561, 800))
    )
    asked = "เครื่องสูบน้ำโซลาร์ของชาวนาสูบได้กี่ลิตรต่อชั่วโมง"
    reply = ask(over((*ENTRIES, *same)), asked)
    assert Outcome.ANSWER == reply.outcome
    assert "800 ลิตร" in (reply.answer or "")
    other = replace(same[1], body=same[1].body.replace("800", "950"))
    assert Outcome.CHOICES == ask(over((*ENTRIES, same[0], other)), asked).outcome


SIGNED = Entry(
    "signed",
    "ลงนามโครงการเรือพลังแดด",
    "สวทช. ลงนามโครงการเรือพลังแดดกับชาวประมงเกาะยาว ที่ห้องประชุมชั้น 9 อาคารกระจก",
    people=(Person("ดร.สมคะเน ยิ้มแย้ม", "หัวหน้าโครงการเรือ"),),
)


@pytest.mark.parametrize(
    ("text", "alone", "beside"),
    [
        ("เรือพลังแดดเกาะยาว ชาวปะมง สวทช ลงนามโครงกาน ห้องไหนคับ", True, True),
        ("ดร.สมคะเนไปลงนามเรือพลังแดด ชาวปะมง เกาะยาว โครงกาน ห้องไหน", True, True),
        ("เรือพลังแดดเกาะยาว ชาวปะมง ลงนามโครงกาน ห้องไหนคับ", True, False),  # names nobody
        ("เรือพลังแดดเกาะยาว ชาวปะมง สวทช ลงนามโครงกาน ร้านไหนคับ", False, False),  # no such place
        ("สวทช ลงนาม ห้องไหน", False, False),  # says little
        ("เรือพลังแดดเกาะยาว ชาวปะมง สวทช ลงนามโครงกาน เพราะอะไร", False, False),  # asks for no fact
    ],
)
def test_who_names_somebody_of_ours_is_understood_though_misspelt(
    text: str, alone: bool, beside: bool
) -> None:
    """An unsure match is told to who says enough and names one of ours, or has no other near."""
    ranking = ask(over((*ENTRIES, SIGNED)), text).ranking
    assert ranking
    first = next(one for one in ranking.matches if one.entry_id == "signed")
    unsure = replace(ranking, matches=(first,), probability=0.3, verdict=Verdict.UNSURE)
    doubts = Doubts({"signed": SIGNED}, Stories({"signed": SIGNED}))
    quotes = Quotes(unsure.query, AT.date())
    assert alone is doubts.is_vouched(unsure, quotes)
    second = replace(first, entry_id="other", score=first.score * 0.85)
    assert beside is doubts.is_vouched(replace(unsure, matches=(first, second)), quotes)
    assert not doubts.is_vouched(replace(unsure, probability=0.05), quotes)
    rival = replace(first, entry_id="other", score=first.score * 0.95)
    assert not doubts.is_vouched(replace(unsure, matches=(first, rival)), quotes)


def test_who_says_much_is_told_a_plain_fact_at_half_the_bar() -> None:
    """Whoever is named; a few words are not enough, nor a question for no fact."""

    def is_told(text: str) -> bool:
        ranking = ask(over((*ENTRIES, SIGNED)), text).ranking
        assert ranking
        first = next(one for one in ranking.matches if one.entry_id == "signed")
        unsure = replace(ranking, matches=(first,), probability=0.4, verdict=Verdict.UNSURE)
        doubts = Doubts({"signed": SIGNED}, Stories({"signed": SIGNED}))
        return doubts.is_vouched(unsure, Quotes(unsure.query, AT.date()))

    assert is_told("เรือพลังแดดเกาะยาว ชาวปะมง ลงนามโครงกาน ห้องไหนคับ")
    assert not is_told("ลงนามเรือพลังแดด ห้องไหน")
    assert not is_told("เรือพลังแดดเกาะยาว ชาวปะมง ลงนามโครงกาน เพราะอะไร")


def test_a_fact_a_little_off_is_told_where_nothing_else_comes_near() -> None:
    """A match far ahead needs no plain fact, one whose score is next to nothing is never told."""
    text = "เรือพลังแดดเกาะยาว ชาวปะมง ลงนามโครงกาน ห้องไหนคับ"
    ranking = ask(over((*ENTRIES, SIGNED)), text).ranking
    assert ranking
    match = next(one for one in ranking.matches if one.entry_id == "signed")
    first = replace(match, score=0.3)
    unsure = replace(ranking, matches=(first,), probability=0.2, verdict=Verdict.UNSURE)
    quotes = Quotes(unsure.query, AT.date())
    fact = quotes.of(SIGNED).fact
    assert fact
    hazy = replace(quotes.of(SIGNED), fact=replace(fact, confidence=0.26, stated=False))
    quotes.of = lambda *_, **__: hazy  # type: ignore[method-assign]
    doubts = Doubts({"signed": SIGNED}, Stories({"signed": SIGNED}))
    near = replace(first, entry_id="other", score=0.24)
    assert doubts.is_vouched(unsure, quotes)
    assert not doubts.is_vouched(replace(unsure, matches=(first, near)), quotes)
    assert not doubts.is_vouched(replace(unsure, matches=(replace(first, score=0.1),)), quotes)


def fair(place: str, month: int) -> Entry:
    """A stop of a fair that goes from place to place, each of which tells of all."""
    return Entry(
        f"fair-{month}",
        f"มหกรรมไผ่ลำแสงสัญจร ครั้งเดือน {month}",
        "มหกรรมไผ่ลำแสงสัญจรไปที่ขอนแก่น สงขลา และเชียงใหม่ เข้าชมฟรี",
        Kind.EVENT,
        event=Event(date(2021, month, 1), date(2021, month, 2), venue=f"หอประชุม{place}"),
    )


@pytest.mark.parametrize(
    ("place", "entry"), [("ขอนแก่น", "fair-3"), ("สงขลา", "fair-4"), ("เชียงใหม่", "fair-5")]
)
def test_of_a_fair_that_travels_the_stop_at_the_place_named_is_meant(
    place: str, entry: str
) -> None:
    """All of them tell of each place; only one is held there, and no other is its twin."""
    stops = (fair("ขอนแก่น", 3), fair("สงขลา", 4), fair("เชียงใหม่", 5))
    assert entry == ask(over((*ENTRIES, *stops)), f"มหกรรมไผ่ลำแสงสัญจรที่{place}จัดวันไหน").entry


def test_a_fair_of_nowhere_is_not_told_for_the_stop_that_has_the_place() -> None:
    """One that only lists all stops, and is titled by others, gives way to it."""
    event = Event(date(2021, 6, 1), date(2021, 6, 2))
    other = replace(fair("ขอนแก่น", 3), id="other", title="มหกรรมไผ่ลำแสงสัญจร น่านและแพร่", event=event)
    stop = replace(fair("สงขลา", 4), title="มหกรรมไผ่ลำแสง สงขลา", body="มหกรรมไผ่ลำแสงที่สงขลา")
    reply = ask(over((*ENTRIES, other, stop)), "มหกรรมไผ่ลำแสงสัญจรสงขลา จัดวันไหน")
    assert "fair-4" == (reply.entry or reply.conversation.offered[0])


def test_a_fair_is_not_told_for_a_place_where_it_never_was() -> None:
    """Nearly the same words at another place are offered."""
    reply = ask(over((*ENTRIES, fair("ขอนแก่น", 3))), "มหกรรมไผ่ลำแสงสัญจรที่สงขลาจัดวันไหน")
    assert Outcome.CHOICES is reply.outcome


def test_who_asks_for_a_number_reads_what_is_said_of_it() -> None:
    """Of a long release the piece with its numbers stands above them, with whoever answers."""
    asks = "สอบถามที่นางสมทอ ห้องลายผ้า โทร 0 2777 1234 และ 0 2777 1235"
    body = f"{'งานแสดงผ้าไหมใยกล้วยมีผู้ทอจากหลายอำเภอ ' * 20}\n\n{asks}"
    silk = Entry(
        "silk", "งานแสดงผ้าไหมใยกล้วย", body, contact=Contact(("0 2777 1234", "0 2777 1235"))
    )
    text = plain_text(ask(over((*ENTRIES, silk)), "งานแสดงผ้าไหมใยกล้วยโทรเบอร์อะไร"))
    assert "0 2777 1234" == text.splitlines()[0]
    assert "ห้องลายผ้า โทร 0 2777 1234 และ 0 2777 1235" in text


def test_where_something_was_held_is_not_where_something_is_sold() -> None:
    """A release on planting trees has all the words of who wants to buy soil, and a venue."""
    event = replace(LAMPS, kind=Kind.EVENT, event=Event(venue="หอประชุมอำเภออมก๋อย"))
    entries = {"lamps": event}
    ranking = ask(lamps(), "แบตเตอรี่โคมไฟโรงเรียนซ่อมที่ไหน").ranking
    assert ranking
    quotes = Quotes(ranking.query, AT.date())
    words = tuple(word._replace(met=1.0) for word in ranking.words)
    sure = replace(ranking, probability=0.8, verdict=Verdict.SURE, words=words)
    said = replace(event, body=f"{event.body} ซ่อม")
    assert Doubt.UNTOLD == Doubts({"lamps": said}, Stories(entries)).doubt(sure, quotes)


def test_a_person_named_beside_the_matter_does_not_answer_who() -> None:
    """Whoever else tells of the event and names somebody is not asked for it by that alone."""
    url = "https://example.go.th/map"
    maps = Entry(
        "maps",
        "ขอแผนที่ป่าชายเลน",
        "ขอแผนที่ป่าชายเลน ต้องทำหนังสือถึงหัวหน้าห้องแผนที่",
        questions=("ขอแผนที่ป่าชายเลนต้องทำหนังสือถึงใคร",),
        source=Source("", url),
    )
    gifts = Entry(
        "gifts",
        "ของขวัญปีใหม่มีแผนที่ป่าชายเลน",
        "ของขวัญปีใหม่มีแผนที่ป่าชายเลน",
        people=(Person("สมหวัง ใจดี", "ผู้แถลงข่าว"),),
        source=Source("", url),
    )
    reply = ask(over((*ENTRIES, maps, gifts)), "ขอแผนที่ป่าชายเลนต้องทำหนังสือถึงใคร")
    assert "maps" == reply.entry


def test_a_name_in_latin_letters_is_weighty_where_little_is_said() -> None:
    """ChatGPT is not what the release is about; a misspelt name in a longer question may be."""
    assert Doubt.LACKING == doubt_of("lampada โคมไฟฟรีไหม")
    assert Doubt.LACKING != doubt_of("lampada โคมไฟโซลาร์ของโรงเรียนบนดอย แจกฟรีไหมครับ")


def test_a_letter_of_a_name_is_no_subject() -> None:
    """An N that stands nowhere is not what keeps washing from being asked beside the name."""
    masks = Entry("masks", "มอบหน้ากากให้โรงเรียน", "มอบหน้ากากให้โรงเรียนบนดอย 95 แห่ง", Kind.NEWS)
    text = "หน้ากาก n95 ซักได้ป่าว"
    query = Query(text, text, terms=("หน้ากาก", "n", "95", "ซัก", "ได้", "ป่าว"))
    assert asks_beside(masks, query, own_words(query.terms))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ใครเป็นคนแรกที่ปล่อยว่าวดาวเทียม", "สมศรีเป็นคนแรกที่ปล่อยว่าวดาวเทียม"),
        ("ใครทำว่าวดาวเทียมลำแรกของโลก", "สมศรีทำว่าวดาวเทียมลำแรกของโลก"),
    ],
)
def test_who_was_first_is_told_where_the_first_is(text: str, told: str) -> None:
    """Somebody whom staff name did something; that they were the first must be said."""
    named = replace(CONTEST, people=(Person("นายหางยาว ลมบน", "ผู้เปิดงาน"),))
    query = Query(text, text, aspect=Aspect.WHO)
    fact = Span("นายหางยาว ลมบน", Aspect.WHO, 0.9, stated=True)
    assert says_nothing(named, query, fact)
    assert not says_nothing(replace(named, body=told), query, fact)


def test_how_many_fall_to_each_is_told_of_each() -> None:
    """Whatever else is counted: a number of kites is none a day."""
    query = Query(text := "พับวันละกี่ชิ้น", text, aspect=Aspect.HOWMANY)
    assert says_nothing(replace(CONTEST, body="มีว่าว 96 ตัว"), query, None)
    assert not says_nothing(replace(CONTEST, body="พับว่าว 5 ตัวต่อวัน"), query, None)


def test_the_very_words_of_an_entry_are_answered_by_it() -> None:
    """Whoever else tells of the event and knows the hour does not take its question."""
    url = "https://example.go.th/dome"
    dome = Entry(
        "dome",
        "โดมดูดาวเขาหิน",
        "โดมดูดาวเขาหิน โทรถามเวลาได้",
        Kind.SERVICE,
        questions=("โดมดูดาวเขาหินเปิดกี่โมง",),
        source=Source("", url),
    )
    day = Entry(
        "day",
        "วันเด็กที่โดมดูดาวเขาหิน",
        "วันเด็กโดมดูดาวเขาหิน",
        Kind.EVENT,
        event=Event(date(2021, 1, 9), date(2021, 1, 9), time="09.00-15.00 น."),
        source=Source("", url),
    )
    assert "dome" == ask(over((*ENTRIES, dome, day)), "โดมดูดาวเขาหินเปิดกี่โมง").entry


def test_a_long_word_is_no_misspelling_of_another() -> None:
    """สวนสัตว์ may sound nearly like what the entry has; it still says something else."""
    ranking = ask(lamps(), "แจกโคมไฟสวนสัตว์บนดอยกี่แห่ง").ranking
    assert ranking
    alike = tuple(word._replace(met=1.0) for word in ranking.words)
    sure = replace(ranking, probability=0.8, verdict=Verdict.SURE, words=alike)
    doubts = Doubts({"lamps": LAMPS}, Stories({"lamps": LAMPS}))
    assert Doubt.LACKING == doubts.doubt(sure, Quotes(sure.query, AT.date()))


def test_a_long_question_may_lack_a_word_and_not_half_of_them() -> None:
    """It is about something else when most of what it says is."""
    told = "แจกโคมไฟโซลาร์โรงเรียนบนดอยพิธีมอบแบตเตอรี่ แล้วหลังคาบ้านเพื่อนล่ะกี่แห่ง"
    assert "" == doubt_of(told)
    lost = "โคมไฟในห้องน้ำคอนโดกระพริบ ช่างประปาบอกหม้อแปลงระเบิดข้างสระว่ายน้ำกี่แห่ง"
    assert Doubt.LACKING == doubt_of(lost)


def test_where_an_office_is_does_not_say_where_to_buy() -> None:
    """The name of an office and ที่ไหน are not enough for its address, if more is said."""
    assert "agency-moon" == ask(over(ENTRIES), "สำนักงานสำรวจดวงจันทร์อยู่ที่ไหน").entry
    asked = "สสจ. ขายปลาทูกระป๋องที่ไหน"
    assert "agency-moon" != ask(over(ENTRIES), asked).entry


COURSE = Entry(
    "course",
    "คอร์สเป่าแก้วที่โรงหลอมเก่า",
    "คอร์สเป่าแก้วจัดวันที่ 3 มีนาคม 2564 ที่โรงหลอมเก่า ใช้งบ 2 ล้านบาท มีช่างสอน 4 คน",
    Kind.EVENT,
    event=Event(date(2021, 3, 3), date(2021, 3, 3), venue="โรงหลอมเก่า"),
)


@pytest.mark.parametrize(
    ("text", "outcome", "answer"),
    [
        ("คอร์สเป่าแก้วที่โรงหลอมเก่าจัดวันไหน", Outcome.ANSWER, "3 มีนาคม 2564"),
        ("คอร์สเป่าแก้วที่โรงหลอมเก่าปิดรับสมัครวันไหน", Outcome.NO_ANSWER, None),
        ("คอร์สเป่าแก้วที่โรงหลอมเก่าใช้งบเท่าไหร่", Outcome.ANSWER, "2 ล้านบาท"),
        ("คอร์สเป่าแก้วที่โรงหลอมเก่าจ่ายช่างคนละกี่บาท", Outcome.CHOICES, None),
        ("คอร์สเป่าแก้วที่โรงหลอมเก่าจัดที่ไหน", Outcome.ANSWER, "โรงหลอมเก่า"),
        ("คอร์สเป่าแก้วที่โรงหลอมเก่ารัฐออกเงินให้กี่ %", Outcome.NO_ANSWER, None),
        ("คอร์สเป่าแก้วสมัครที่ไหน", Outcome.CHOICES, None),
    ],
)
def test_the_day_of_an_event_is_no_deadline_and_a_budget_no_wage(
    text: str, outcome: Outcome, answer: str | None
) -> None:
    """What is asked of each, or until when, is told only where the entry speaks of that."""
    reply = ask(over((*ENTRIES, COURSE)), text)
    assert (outcome, answer) == (reply.outcome, reply.answer)


def test_the_next_time_is_not_the_last_one() -> None:
    """What is over is offered to who asks when it comes again, and not told as if it did."""
    brain = over((*ENTRIES, CONTEST))
    assert Outcome.ANSWER is ask(brain, "ประกวดว่าวดาวเทียมจัดที่ไหน").outcome
    assert Outcome.CHOICES is ask(brain, "ประกวดว่าวดาวเทียมครั้งต่อไปจัดที่ไหน").outcome


def test_a_service_that_bears_the_name_is_not_passed_over() -> None:
    """Another entry may say more of the words; the one called so is offered beside it."""
    loan = Entry("loan", "SOLB: ช่วยออกเงินซื้อเรือประมง", "SOLB ช่วยออกเงินซื้อเรือประมง", Kind.SERVICE)
    other = Entry(
        "other", "ช่วยออกเงินซ่อมเรือประมง", "ช่วยออกเงินซ่อมเรือประมง 70% ร่วมกับ SOLB", Kind.SERVICE
    )
    asked = "SOLB ช่วยออกเงินซ่อมเรือประมงกี่เปอร์เซ็นต์"
    reply = ask(over((*ENTRIES, loan, other)), asked)
    assert Outcome.CHOICES is reply.outcome
    assert {"loan", "other"} <= set(reply.conversation.offered)
    assert Outcome.ANSWER is ask(over((*ENTRIES, other)), asked).outcome


def test_a_listed_question_is_answered_whatever_speaks_against_it() -> None:
    """Staff wrote it down for this entry: that it is of another year is what they answer."""
    listed = "ประกวดว่าวดาวเทียมปีหน้าจัดไหม"
    entry = replace(CONTEST, kind=Kind.FAQ, questions=(*CONTEST.questions, listed))
    assert Outcome.ANSWER is ask(over((*ENTRIES, entry)), listed).outcome
    assert Outcome.CHOICES is ask(over((*ENTRIES, CONTEST)), listed).outcome


def test_yes_or_no_is_said_of_what_the_entry_speaks_of() -> None:
    """Whether a kite can be washed stands nowhere, though the kite does."""
    brain = over((*ENTRIES, CONTEST))
    assert Outcome.CHOICES is ask(brain, "ว่าวดาวเทียมที่ประกวดซักได้ไหม").outcome


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ไปได้มัยคะ", True),
        ("มีงานศิลปะไหม", True),
        ("จริงปะ", True),
        ("งานศิลปะ", False),
        ("ดาวหางที่เห็นด้วยตาเปล่า", False),
        ("งานพบปะ", False),
        ("กรมอนามัย", False),
        ("ดนตรีร่วมสมัยค่ะ", False),
        ("ผ้าไหม", False),
    ],
)
def test_art_and_silk_are_no_question_for_yes_or_no(text: str, wanted: bool) -> None:
    """They only end like one."""
    assert wanted == wants_yes_or_no(text)


def test_a_part_played_is_no_money() -> None:
    """There is no baht in บทบาท, nor a million in ล้านนา; a share is told in percent."""
    body = "ละครเงาเล่าบทบาทของพระบาทสมเด็จฯ ในล้านนา"
    play = Entry("play", "ละครเงา", body)
    asked = Query("", "ละครเงาตั๋วเท่าไหร่", aspect=Aspect.COST)
    assert says_nothing(play, asked, None)
    assert not says_nothing(replace(play, body=f"{body} ตั๋วใบละ 40 บาท"), asked, None)
    share = replace(asked, clean="ละครเงารัฐออกให้กี่ %")
    assert not says_nothing(replace(play, body=f"{body} รัฐออกให้ร้อยละ 50"), share, None)


def test_a_word_of_any_length_is_a_word() -> None:
    """What nobody could cut is read without going as deep as it is long."""
    assert own_words(("ที่ไหน", "ที่" * 4_096)) == ["ที่" * 4_096]


@pytest.mark.parametrize(
    "text", ["พลานามัย", "เครื่องผลิตโรตีสายไหม", "ค่าสินไหม", "ที่ดินว่างเปล่า", "การสูญเปล่า", "เสียงกระเปาะแปะ"]
)
def test_a_longer_word_wants_no_yes_or_no(text: str) -> None:
    """What sounds like the end of a question is the end of a word."""
    assert not wants_yes_or_no(text)
    assert wants_yes_or_no(f"{text}มีไหม")


HALL = Entry(
    "hall",
    "หอดูดาวบ้านนา: เวลาเปิดและค่าเข้า",
    "หอดูดาวบ้านนา ค่าเข้าชมยังไม่มีข้อมูล",
    Kind.SERVICE,
    questions=("หอดูดาวบ้านนาเปิดกี่โมง",),
    facts={"ค่าเข้าชม": "ยังไม่มีข้อมูลที่ยืนยันได้"},
)
NEW_YEAR = Entry(
    "new-year",
    "หอดูดาวบ้านนาเข้าฟรีรับปีใหม่ 2562",
    "หอดูดาวบ้านนาเปิดให้เข้าฟรี",
    Kind.EVENT,
    event=Event(date(2019, 1, 1), date(2019, 1, 5), cost="ไม่มีค่าใช้จ่าย"),
    published=date(2018, 12, 20),
)


def test_what_was_free_once_is_not_free_today() -> None:
    """A standing entry that says nobody knows it goes first, unless the year is named."""
    brain = over((*ENTRIES, HALL, NEW_YEAR))
    today = ask(brain, "หอดูดาวบ้านนาเข้าฟรีไหม")
    assert ("hall", "ยังไม่มีข้อมูลที่ยืนยันได้") == (today.entry, today.answer)
    assert "new-year" == ask(brain, "ปีใหม่ 2562 หอดูดาวบ้านนาเข้าฟรีไหม").entry


def test_the_next_time_is_none_that_was_reported_long_ago() -> None:
    """News are over as well when their day is."""
    moon = Entry(
        "moon-2562", "จันทรุปราคาปี 2562", "จันทรุปราคาเห็นได้วันที่ 17 กรกฎาคม 2562", Kind.NEWS,
        published=date(2018, 12, 19),
    )  # fmt: skip
    brain = over((*ENTRIES, moon))
    assert Outcome.ANSWER == ask(brain, "จันทรุปราคาปี 2562 วันไหน").outcome
    assert Outcome.ANSWER != ask(brain, "จันทรุปราคาครั้งต่อไปวันไหน").outcome


def test_the_number_of_an_office_that_nobody_knows_is_not_offered() -> None:
    """Neither another office's nor the press office's below a release that tells of it."""
    told = Entry(
        "told", "กรมประมงบ้านนาปล่อยปลา", "กรมประมงบ้านนาปล่อยปลา โทร 0 2777 1111", Kind.NEWS,
        contact=Contact(("0 2777 1111",)),
    )  # fmt: skip
    office = replace(told, id="fish", title="กรมประมงบ้านนา", kind=Kind.CONTACT)
    brain = over((*ENTRIES, told, office))
    ranking = rank(brain._index, "ขอเบอร์กรมประมงบ้านนา", today=AT.date())
    unsure = replace(ranking, verdict=Verdict.UNSURE)
    moon = brain._entries["agency-moon"]
    assert [office] == Doubts(brain._entries, brain._stories).aware([moon, told, office], unsure)


SATELLITES = Entry(
    "weeds",
    "ดาวเทียมส่องวัชพืช (พฤษภาคม 2563)",
    "ใช้ภาพจากดาวเทียม เช่น ดาวเทียมหิ่งห้อย และ Kepler-9 หาวัชพืชในคลอง",
    Kind.NEWS,
    keywords=("วัชพืช", "หิ่งห้อย", "Kepler-9"),
    facts={"ดาวเทียมที่ใช้": "หิ่งห้อย Kepler-9"},
)


@pytest.mark.parametrize(
    ("question", "body", "another"),
    [
        ("ดาวเทียมหิ่งห้อยคืออะไร", SATELLITES.body, True),
        ("ดาวเทียมหิ่งห้อยคืออะไร", "หิ่งห้อยคือกลุ่มยาน ดาวเทียมหิ่งห้อย คือยานถ่ายภาพ", False),
        ("ดาวเทียมส่องวัชพืชคืออะไรคะ", SATELLITES.body, False),
        ("ดาวเทียมหิ่งห้อยใช้ทำอะไร", SATELLITES.body, False),
        ("3 วัชพืช คืออะไร", SATELLITES.body, True),
    ],
)
def test_what_is_mentioned_is_not_explained(question: str, body: str, another: bool) -> None:
    """Who asks what something is wants an entry of that name, or one that says what it is."""
    ranking = rank(over((*ENTRIES, SATELLITES))._index, question, today=AT.date())
    assert another == explains_another(replace(SATELLITES, body=body), ranking.query)


@pytest.mark.parametrize(
    ("text", "nothing"),
    [("โอนเงิน", True), ("ต่ออายุครับ", True), ("โอนเงินยังไง", False), ("โอนเงินค่าว่าว", False)],
)
def test_what_may_be_done_with_anything_names_nothing(text: str, nothing: bool) -> None:
    """However sure the search is, whose money it is has to be asked."""
    fee = Entry("fee", "กรมไผ่โอนเงินค่าว่าวแล้ว ต่ออายุได้", "โอนเงินค่าว่าวครบแล้ว", Kind.NEWS)
    ranking = rank(over((fee,))._index, text, today=AT.date())
    sure = replace(ranking, probability=0.99, verdict=Verdict.SURE)
    doubt = Doubts({"fee": fee}, Stories({"fee": fee})).doubt(sure, Quotes(sure.query, AT.date()))
    assert nothing == names_no_thing(ranking.query)
    assert doubt is Doubt.PASSING or not nothing


UNIVERSITY = Entry(
    "farms",
    "สถาบันนวัตกรรมเกษตร (สนก.)",
    "สถาบันนวัตกรรมเกษตรช่วยชุมชน",
    Kind.CONTACT,
    keywords=("สนก.", "นวัตกรรมเกษตร", "โทรสาร"),
    contact=Contact(("0 2999 7777",), address="9 ต.คลองเก้า"),
)


def test_a_word_of_its_name_is_no_office() -> None:
    """ "ม.เกษตร" is another body; and โทรสาร, by which a card is found, is nobody's name."""
    index = over((*ENTRIES, UNIVERSITY))._index
    asked = rank(index, "ม.เกษตร เบอร์โทร", today=AT.date()).query
    assert is_of_another_body(UNIVERSITY, asked)
    own = rank(index, "เบอร์โทรสาร สนก.", today=AT.date()).query
    assert not is_of_another_body(UNIVERSITY, own)
    assert ["สนก."] == said_names(UNIVERSITY, own)
    body = "ติดต่อมหาวิทยาลัยเกษตรศาสตร์ก็ได้"
    assert is_of_another_body(replace(UNIVERSITY, body=body), asked)
    assert not is_of_another_body(replace(UNIVERSITY, body=body, kind=Kind.SERVICE), asked)


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        (("ที่", "สวน", "ไผ่"), "สวนไผ่ เลขที่ 5 ถนนยาว"),
        (("เนิน", "ทราย"), "สถานีเนินทราย อ.เก่า"),
        (("คลอง", "เก้า"), ""),
        (("ดอน", "หมอก"), ""),
        (("น้ำ", "หลาก"), ""),
    ],
)
def test_the_address_of_the_place_that_is_named(terms: tuple[str, ...], told: str) -> None:
    """An office in several places is told where it is in the one asked for."""
    contact = Contact(address="9 ต.คลองเก้า")
    body = "ทำแผนที่น้ำหลาก ไฟป่า\nที่อยู่ 9 ต.คลองเก้า ยังมีที่สวนไผ่ เลขที่ 5 ถนนยาว และสถานีเนินทราย อ.เก่า"
    assert told == another_address(contact, body, terms)


def test_another_region_in_the_title_is_another_matter() -> None:
    """Whatever the text mentions besides; a name of several words that is said whole names it."""
    north = Entry("a", "ลงนาม MOU อาหารไทยภาคเหนือ", "เคยทำที่ภาคใต้ แล้วจึงทำภาคเหนือ")
    assert contradicts(north, "mou อาหารไทยภาคใต้", ["อาหาร", "ภาคใต้"])
    assert not contradicts(north, "mou อาหารไทยภาคเหนือ", ["อาหาร", "ภาคเหนือ"])
    day = Entry("b", "เปิดงานวันนักประดิษฐ์ 2563", "เนื้อหา")
    assert says_name(day, ["นักประดิษฐ์"], "วันนักประดิษฐ์ 2563 จัดที่ไหน")
    assert not says_name(day, ["นักประดิษฐ์"], "นักประดิษฐ์รุ่นเยาว์")


FUND = Entry(
    "fund",
    "กองทุนว่าวไม้ไผ่",
    "กองทุนว่าวไม้ไผ่ให้ชาวเกาะทำว่าวขายนักท่องเที่ยว",
    Kind.SERVICE,
    facts={"สถานะ": "เลิกแล้ว"},
)


def test_whatever_goes_on_or_not_a_state_tells_it() -> None:
    """No word for it need stand in the entry."""
    text = "กองทุนว่าวไม้ไผ่ ยังรับสมัครอยู่ไหม"
    assert "เลิกแล้ว" == Talk(over((*ENTRIES, FUND))).say(text).answer
    silent = Talk(over((*ENTRIES, replace(FUND, facts={})))).say(text)
    assert silent.answer is None


def test_all_of_something_is_no_weighty_word() -> None:
    """It asks, and names nothing."""
    assert ["จังหวัดนนท์"] == own_words(("ทุก", "จังหวัด", "ขึ้นไป", "จังหวัดนนท์"))


def test_an_abbreviation_is_no_part_of_a_word() -> None:
    """Nobody tells of มช. who says "เทอมช่วงเย็น"; what is a word as well is hardly one."""
    relief = Entry("term", "ลดค่าเทอมช่วงเย็น", "ลดค่าเทอมช่วงเย็นให้ทุกคน มอบเงินคืน", Kind.NEWS)
    assert contradicts(relief, "ค่าเทอม มช", ("ค่าเทอม", "มช"))
    assert not contradicts(replace(relief, body="ของ มช. ทุกคณะ"), "ค่าเทอม มช", ("ค่าเทอม", "มช"))
    assert not contradicts(relief, "มอบเงิน", ("มอบ", "เงิน"))


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("เบอร์ประชาสัมพันธ์ สสจ.", "0 2999 3333"),
        ("ขอเบอร์ สสจ. ของนักท่องเที่ยว", "0 2999 4444"),
        ("เบอร์ สสจ.", "0 2999 1111"),
    ],
)
def test_a_number_is_told_for_what_it_is_noted_for(asked: str, number: str) -> None:
    """Beside it, or in the text before it."""
    moon = Entry(
        "agency-star",
        "สำนักงานสำรวจดวงจันทร์ (สสจ.)",
        "สำนักงานสำรวจดวงจันทร์ สายสำหรับนักท่องเที่ยว 0 2999 4444 ทุกวัน",
        Kind.CONTACT,
        keywords=("สสจ.",),
        contact=Contact(("0 2999 1111 (กลาง)", "0 2999 3333 (ประชาสัมพันธ์ ข้อมูล ณ ปี 2563)")),
    )
    assert number == Talk(over((*ENTRIES[:2], moon))).say(asked).answer


def test_a_service_that_is_asked_for_by_name_is_offered_beside_its_office() -> None:
    """Two of its own words are enough."""
    boats = Entry(
        "boats",
        "เช่าเรือไม้ไผ่",
        "เรือไม้ไผ่มีให้เช่าทุกวัน",
        Kind.SERVICE,
        contact=Contact(("0 2999 5555",)),
    )
    reply = Talk(over((*ENTRIES, boats))).say("เช่าเรือไม้ไผ่ของสำนักงานสำรวจดวงจันทร์ต้องติดต่อใคร")
    assert ("boats", "agency-moon") == reply.conversation.offered
    assert Outcome.CHOICES is reply.outcome


@pytest.mark.parametrize("text", ["ปลัดกระทรวงมหาดไทยคือใคร", "ใครเป็นรัฐมนตรีว่าการกระทรวงแรงงาน"])
def test_who_heads_another_ministry_is_told_by_nobody(text: str) -> None:
    """Though somebody of it once signed here."""
    pact = Entry(
        "pact",
        "กระทรวงแรงงานกับกระทรวงมหาดไทยลงนามเรื่องว่าว",
        "ปลัดกระทรวงมหาดไทยและรัฐมนตรีว่าการกระทรวงแรงงานลงนามเรื่องว่าวแล้ว",
        Kind.NEWS,
        people=(Person("นายขวัญ ใจเย็น", "รองปลัดกระทรวงมหาดไทย"),),
        published=date(2022, 11, 21),
    )
    reply = Talk(over((*ENTRIES, pact))).say(text)
    assert Outcome.NO_ANSWER is reply.outcome


@pytest.mark.parametrize(
    ("text", "other"),
    [("ธีออส 3 ยิงวันไหน", True), ("ดาวเทียมธีออส-2 ยิงวันไหน", False), ("หมู่บ้าน 3 แห่ง", False)],
)
def test_a_name_in_thai_letters_has_its_number_as_well(text: str, other: bool) -> None:
    """As far as the tables know the name."""
    launch = Entry("launch", "ดาวเทียม THEOS-2 ขึ้นวงโคจร", "ยิงแล้ว", keywords=("ธีออส 2", "หมู่บ้าน 2"))
    assert other is of_other_edition(launch, text)


def test_a_new_round_is_the_next_time() -> None:
    """The people of a new generation are none."""
    course = Entry(
        "course", "อบรมทำว่าวคนรุ่นใหม่", "อบรมทำว่าว", Kind.NEWS, published=date(2024, 4, 17)
    )
    asked = [
        is_elsewhere(course, Query(text, text, terms=("อบรม", "ทำ", "ว่าว")), date(2026, 11, 23))
        for text in ("อบรมทำว่าวสมัครรอบใหม่วันไหน", "อบรมทำว่าวคนรุ่นใหม่")
    ]
    assert [True, False] == asked


def test_any_app_is_installed() -> None:
    """One that says nothing of it is offered all the same."""
    apps = (
        Entry("hail", "แอปดูลูกเห็บ", "ดูลูกเห็บได้ในแอป", Kind.SERVICE),
        Entry("fog", "แอปดูหมอก", "โหลดแอปดูหมอกได้", Kind.SERVICE),
    )
    query = Query("โหลดแอปดูลูกเห็บ", "โหลดแอปดูลูกเห็บ", terms=("โหลด", "แอป", "ดู", "ลูกเห็บ"))
    words = (QuestionWord("โหลด", 7.0, 1.0), QuestionWord("ลูกเห็บ", 3.0, 1.0))
    ranking = Ranking(query, (), 0.3, Verdict.UNSURE, words=words)
    entries = {one.id: one for one in apps}
    offered = Doubts(entries, Stories(entries)).aware([*reversed(apps)], ranking)
    assert ["fog", "hail"] == [one.id for one in offered]


def test_baht_are_not_told_by_dollars() -> None:
    """Whoever asks what it is in baht knows the dollars; nothing is reckoned."""
    fund = replace(CONTEST, event=None, body="กองทุนให้เงิน 2.3 ล้านดอลลาร์สหรัฐ")
    asked = Query("", "เป็นเงินไทยกี่บาท", aspect=Aspect.COST)
    assert says_nothing(fund, asked, None)
    assert not says_nothing(
        replace(fund, body="กองทุนให้เงิน 2.3 ล้านดอลลาร์ หรือ 80 ล้านบาท"), asked, None
    )
