"""What is offered rather than told, however sure the search is; and what needs no doubt."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from bot.dialogue.abstention.candidates import Candidates
from bot.dialogue.abstention.doubts import Doubt, Doubts
from bot.dialogue.matching.stories import Stories
from bot.dialogue.replies import Outcome, plain_text
from bot.dialogue.responder import Responder
from bot.dialogue.selection.reranking import Reranking
from bot.knowledge.entries import Contact, Entry, Event, Kind, Person, Source
from bot.search import rank
from bot.search.passages.quoting import Quotes
from bot.search.query import Query
from bot.search.ranking import QuestionWord, Ranking, Verdict
from bot.thai.questions import Aspect
from tests.dialogue.base import AT, ENTRIES, RACES, Talk, ask, over, race


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
        ("น้ำมะตูมฟรีที่ไหน", None),
        ("น้ำมะตูมที่แข่งเรือไม้ไผ่ฟรีที่ไหน", "ท่าน้ำวัดเก่า จังหวัดน่าน"),
        ("แข่งเรือไม้ไผ่ที่ไหนดี", None),
        ("ท่าน้ำวัดเก่าอยู่ที่ไหน", None),
        ("แข่งเรือไม้ไผ่จัดที่ไหน", "ท่าน้ำวัดเก่า จังหวัดน่าน"),
    ],
)
def test_what_was_to_be_had_at_an_event_is_not_to_be_had_there(text: str, told: str | None) -> None:
    """Who names the event asks where it was; nobody is sent to what took place once."""
    river = replace(RACES[0], body=f"{RACES[0].body} มีน้ำมะตูมฟรี 900 แก้ว")

    assert told == ask(over((*ENTRIES, river)), text).answer


@pytest.mark.parametrize(
    ("text", "told"),
    [("แข่งเรือไม้ไผ่พลังแสงอาทิตย์มีกี่ทีม", "14 ทีม"), ("แข่งเรือไม้ไผ่พลังแสงอาทิตย์มีกี่ทีม กี่ลำ", None)],
)
def test_one_number_is_half_an_answer_to_two(text: str, told: str | None) -> None:
    """What is quoted holds both."""
    river = replace(RACES[0], body=f"{RACES[0].body} รวมเรือ 20 ลำ")
    reply = ask(over((*ENTRIES, river)), text)
    assert told == reply.answer
    assert "14 ทีม" in plain_text(reply)
    assert "20 ลำ" in plain_text(reply)


def test_the_year_tells_twins_apart() -> None:
    """A question that names the year or the province of one is answered from it."""
    reply = ask(over((*ENTRIES, *RACES)), "แข่งเรือไม้ไผ่พลังแสงอาทิตย์ที่เลย ปี 2564 มีกี่ทีม")
    assert ("race-2021", "31 ทีม") == (reply.entry, reply.answer)


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
    assert frozenset() == stories.same_story("office")
    assert {"news"} == stories.same_story("night")


def test_an_office_is_no_answer_to_what_it_does_not_tell() -> None:
    """The card of an office answers how to reach it, not every question that names it."""
    reply = ask(over(ENTRIES), "สำนักงานสำรวจดวงจันทร์แจกทุนปลูกกาแฟกี่บาท")
    assert "agency-moon" != reply.entry or reply.outcome is Outcome.NO_ANSWER


def test_a_card_that_counts_nothing_is_no_answer_to_how_much() -> None:
    """Though it has heard of all that is asked; what bears its name may tell it."""
    reply = ask(over(ENTRIES), "สำนักงานสำรวจดวงจันทร์ทำแผนที่เท่าไหร่")
    assert "agency-moon" != reply.entry or reply.outcome is Outcome.NO_ANSWER


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
        ("โรงเรียนเปิดเทอมวันไหน", Doubt.NO_FACT),
        ("เปิดเทอมยัง", Doubt.IN_PASSING),
        ("แจกโคมไฟกี่โมง", Doubt.NO_FACT),
        ("วันนี้แจกโคมไฟโรงเรียนบนดอยที่ไหน", Doubt.MISMATCH),
        ("เมื่อกี้แจกโคมไฟโรงเรียนบนดอยที่ไหน", Doubt.MISMATCH),
        ("โคมไฟโรงเรียนเสียต้องทำไง", Doubt.NO_FACT),
        ("ซื้อโคมไฟได้ที่ไหน", Doubt.UNKNOWN_WORD),
        ("เรียนเจ้าหน้าที่กระทรวง ซื้อโคมไฟได้ที่ไหน ขอบคุณครับ", Doubt.UNKNOWN_WORD),
    ],
)
def test_words_of_a_release_are_no_promise_that_it_answers(text: str, doubt: str) -> None:
    """A question of everyday life shares words with a release, which tells another thing.

    However sure the search is, a word or two told in passing are no subject, and what was so once
    is not what is best.
    """
    assert doubt == doubt_of(text)
    certain = doubt if doubt in (Doubt.IN_PASSING, Doubt.ADVICE) else ""
    assert certain == doubt_of(text, probability=0.99)


@pytest.mark.parametrize(
    ("more", "doubt"),
    [("รับประกันนานถึง 5 ปี", ""), ("รับประกันนานถึง 5 ปี ใช้ได้นาน 9 ปี", Doubt.NO_FACT)],
)
def test_the_only_number_in_its_unit_need_not_stand_beside_the_words(more: str, doubt: str) -> None:
    """Of several it has to be told which is meant."""
    lit = replace(LAMPS, body=f"{LAMPS.body}\n\n{more}")
    ranking = ask(over((lit,)), "โคมไฟบนดอยกี่ปี").ranking
    assert ranking
    sure = replace(ranking, probability=0.8, verdict=Verdict.SURE)
    entries = {"lamps": lit}
    doubts = Doubts(entries, Stories(entries))
    assert doubt == (doubts.doubt(sure, Quotes(sure.query, AT.date())) or "")


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
    offered = brain._parts.candidates.offered(ranking)
    assert (outcome is Outcome.CHOICES) is bool(offered)


def test_who_fits_better_is_offered_before_who_is_kept() -> None:
    """A word the best one lacks is no reason to offer only what fits less."""
    brain = over(ENTRIES)
    ranking = rank(brain._index, "สำนักงานสำรวจดวงจันทร์มีภูกระดึงไหม", today=AT.date())
    office, camp = (brain._entries[one] for one in ("agency-moon", "camp-moon-loei"))
    unsure = replace(ranking, verdict=Verdict.UNSURE)
    assert [camp] == brain._parts.candidates.known([camp, office], unsure)
    assert [office, camp] == brain._parts.candidates.known([office, camp], unsure)


def test_an_office_is_no_choice_for_what_it_never_heard_of() -> None:
    """However sure the search is of its name; its card stands below as the nearest."""
    brain = over(ENTRIES)
    text = "สำนักงานสำรวจดวงจันทร์มีสวนน้ำไหม"
    ranking = replace(rank(brain._index, text, today=AT.date()), verdict=Verdict.SURE)
    assert [] == brain._parts.candidates.known([brain._entries["agency-moon"]], ranking)
    assert brain._parts.candidates.known([brain._entries["camp-moon-loei"]], ranking)


def test_a_service_may_be_asked_in_two_words() -> None:
    """What an office offers is asked for just so; the doubt is about things that happened."""
    assert Doubt.NO_FACT == doubt_of("โรงเรียนเปิดเทอมวันไหน")
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
    assert {"release"} == Stories({one.id: one for one in (short, full, other)}).same_story("fair")
    talk = Talk(over((*ENTRIES, short, full, other)))
    talk.say("งานผ้าไหมน้ำปลีก")
    assert "จักรเย็บผ้า" in plain_text(talk.say("ประกวดสาวไหมได้อะไร"))


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
        ("เรือพลังแดดเกาะยาว ชาวปะมง สวทช ลงนามโครงกาน ชั้น 9 ห้องไหน", True, True),
        ("เรือพลังแดดเกาะยาว ชาวปะมง สวทช ลงนามโครงกาน 40 ลำ ห้องไหน", False, False),  # not told
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
    assert alone is doubts.is_supported(unsure, quotes)
    second = replace(first, entry_id="other", score=first.score * 0.85)
    assert beside is doubts.is_supported(replace(unsure, matches=(first, second)), quotes)
    assert not doubts.is_supported(replace(unsure, probability=0.05), quotes)
    rival = replace(first, entry_id="other", score=first.score * 0.95)
    assert not doubts.is_supported(replace(unsure, matches=(first, rival)), quotes)


def test_who_says_much_is_told_a_plain_fact_at_half_the_bar() -> None:
    """Whoever is named; a few words are not enough, nor a question for no fact."""

    def is_told(text: str) -> bool:
        ranking = ask(over((*ENTRIES, SIGNED)), text).ranking
        assert ranking
        first = next(one for one in ranking.matches if one.entry_id == "signed")
        unsure = replace(ranking, matches=(first,), probability=0.4, verdict=Verdict.UNSURE)
        doubts = Doubts({"signed": SIGNED}, Stories({"signed": SIGNED}))
        return doubts.is_supported(unsure, Quotes(unsure.query, AT.date()))

    assert is_told("เรือพลังแดดเกาะยาว ชาวปะมง ลงนามโครงกาน ห้องไหนคับ")
    assert not is_told("ลงนามเรือพลังแดด ห้องไหน")
    assert not is_told("เรือพลังแดดเกาะยาว ชาวปะมง ลงนามโครงกาน เพราะอะไร")
    assert is_told("เรือพลังแดดเกาะยาว ชาวปะมง ลงนามโครงกาน มีเรื่องอะไร")


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
    assert doubts.is_supported(unsure, quotes)
    assert not doubts.is_supported(replace(unsure, matches=(first, near)), quotes)
    assert not doubts.is_supported(replace(unsure, matches=(replace(first, score=0.1),)), quotes)


def test_an_office_with_another_near_is_offered_beside_it() -> None:
    """A number is not looked at twice: the wrong office is called."""
    permit = Entry(
        "permit",
        "ขอใบอนุญาตปล่อยบอลลูนตรวจอากาศ",
        "กรมลมออกใบอนุญาตบอลลูนตรวจอากาศให้โรงงานและโรงเรียน",
        Kind.SERVICE,
        contact=Contact(("0 2999 5555",)),
    )
    text = "โรงงานผมปล่อยบอลลูนตรวจอากาศ กลัวคนงานแพ้ก๊าซ โทรถามใครดี"
    ranking = ask(over((*ENTRIES, permit)), text).ranking
    assert ranking
    match = next(one for one in ranking.matches if one.entry_id == "permit")
    first, near = replace(match, score=0.4), replace(match, entry_id="other", score=0.35)
    unsure = replace(ranking, matches=(first,), probability=0.5, verdict=Verdict.UNSURE)
    doubts = Doubts({"permit": permit}, Stories({"permit": permit}))
    quotes = Quotes(unsure.query, AT.date())
    assert doubts.is_supported(unsure, quotes)
    assert not doubts.is_supported(replace(unsure, matches=(first, near)), quotes)


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
    assert Doubt.NO_FACT == Doubts({"lamps": said}, Stories(entries)).doubt(sure, quotes)


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
    assert [office] == brain._parts.candidates.known([moon, told, office], unsure)


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
    offered = Candidates(entries, Stories(entries)).known([*reversed(apps)], ranking)
    assert ["fog", "hail"] == [one.id for one in offered]


def test_the_former_name_of_an_office_is_told_by_its_card() -> None:
    """Though the card has no other word of the question."""
    card = Entry(
        "agency-kite", "กรมว่าวแห่งชาติ (กวช.)", "กรมว่าวแห่งชาติดูแลว่าว เดิมชื่อโรงว่าวหลวง", Kind.CONTACT,
        questions=("กรมว่าวแห่งชาติทำอะไร",), contact=Contact(("0 2777 1111",)),
        facts={"ชื่อเดิม": "โรงว่าวหลวง"},
    )  # fmt: skip
    assert "โรงว่าวหลวง" == ask(over((*ENTRIES, card)), "กรมว่าวแห่งชาติแต่ก่อนชื่ออะไร").answer


def test_what_is_called_by_no_word_of_the_question_does_not_go_first() -> None:
    """A service that only mentions an agreement stands behind the news of it."""
    signed = Entry(
        "signed", "กรมประมงบ้านนากับสมาคมแพปลาลงนามเอ็มโอยู", "กรมประมงบ้านนากับสมาคมแพปลาลงนามเอ็มโอยู",
        Kind.NEWS, published=date(2023, 5, 1),
    )  # fmt: skip
    app = Entry(
        "app", "แอปดูคลื่นลม", "แอปดูคลื่นลม กรมประมงบ้านนากับสมาคมแพปลาลงนามเอ็มโอยูเมื่อ 4 มีนาคม 2562",
        Kind.SERVICE, facts={"วันลงนามเอ็มโอยู": "4 มีนาคม 2562"},
    )  # fmt: skip
    brain = over((*ENTRIES, signed, app))
    asked = "กรมประมงบ้านนาลงนามเอ็มโอยูกับสมาคมแพปลาวันไหน"
    ranking = rank(brain._index, asked, today=AT.date())
    match = {one.entry_id: one for one in ranking.matches}
    news_first = replace(ranking, matches=(match["signed"], replace(match["app"], score=1e9)))
    precedence = Reranking(brain._entries, Stories(brain._entries))
    told = precedence.standing_first(news_first, Quotes(ranking.query, AT.date()))
    assert "signed" == told.matches[0].entry_id


@pytest.mark.parametrize("text", ["ผอ จิสด้า ชื่ออะไร", "ผอจิสด้าตอนนี้ชื่ออะไรคะ", "ผู้อำนวยการจิสด้าคือใคร"])
def test_who_heads_an_office_is_said_not_to_be_told(text: str) -> None:
    """By the card of that office, rather than letting choose among what names nobody."""
    card = Entry(
        "agency-sky",
        "สำนักงานอวกาศ (จิสด้า)",
        "จิสด้าดูแลดาวเทียม",
        Kind.CONTACT,
        questions=("จิสด้าคืออะไร",),
        keywords=("จิสด้า",),
        contact=Contact(("0 2999 6666",)),
    )
    course = Entry("course", "อบรมแผนที่กับจิสด้า", "จิสด้าจัดอบรมแผนที่ปีละครั้ง", Kind.SERVICE)
    reply = ask(over((*ENTRIES, card, course)), text)
    assert (Outcome.NO_ANSWER, "agency-sky") == (reply.outcome, reply.entry)
    assert "ไม่พบชื่อ" in plain_text(reply)
    known = replace(course, people=(Person("สมหญิง ใจดาว", "ผู้อำนวยการจิสด้า"),))
    assert "agency-sky" != ask(over((*ENTRIES, card, known)), text).entry


def test_the_only_entry_meant_says_that_it_tells_no_sum() -> None:
    """Nothing is left to choose where one entry alone has all that is named, and no money."""
    dish = Entry("dish", "จานรับสัญญาณดวงดาวแห่งชาติ 40 เมตร", "จานรับสัญญาณดวงดาวแห่งชาติ", Kind.NEWS)
    reply = ask(over((*ENTRIES, dish)), "จานรับสัญญาณดวงดาวแห่งชาติใช้งบกี่ล้าน")
    assert (Outcome.NO_ANSWER, "dish") == (reply.outcome, reply.entry)
    assert "ไม่พบ" in plain_text(reply)


@pytest.mark.parametrize(
    ("worth", "text", "offered"),
    [
        (5.9, "ม.ไผ่ลม ค่าเทอมเท่าไหร่", []),
        (2.0, "ม.ไผ่ลม ค่าเทอมเท่าไหร่", ["relief"]),
        (5.9, "ม.ไผ่ลม ลดเท่าไหร่", ["relief"]),
    ],
)
def test_the_fee_of_one_college_is_not_what_others_paid_back(
    worth: float, text: str, offered: list[str]
) -> None:
    """Its name outweighs the words for money, unless it is worth little."""
    relief = Entry("relief", "ลดค่าเทอม", "โอนเงินลดค่าเทอมแล้ว 9 ล้านบาททั่วประเทศ", Kind.NEWS)
    query = Query(text, text, terms=("ม.", "ไผ่ลม", "ค่า", "เทอม"), aspect=Aspect.COST)
    words = (QuestionWord("เทอม", 6.4, 1.0), QuestionWord("ไผ่ลม", worth, 0.0))
    ranking = Ranking(query, (), 0.3, Verdict.UNSURE, words=words)
    told = Candidates({"relief": relief}, Stories({"relief": relief})).known([relief], ranking)
    assert offered == [one.id for one in told]
