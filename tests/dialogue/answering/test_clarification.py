"""What is offered to choose from comes near, and is all that does."""

from dataclasses import replace
from datetime import date

import pytest

from bot.dialogue.conversation import Conversation
from bot.dialogue.replies import Outcome, plain_text
from bot.knowledge.entries import Entry, Event, Kind
from bot.search import rank
from bot.search.ranking import Verdict
from bot.thai.questions import Aspect
from tests.dialogue.base import AT, ENTRIES, RACES, SOAP, Talk, ask, over


def test_a_doubtful_first_stands_alone_when_nothing_else_comes_near() -> None:
    """Whoever is sure of the entry but not of a word asks about it, without fillers beside it."""
    brain = over(ENTRIES)
    ranking = ask(brain, "ดูดวงจันทร์วันไหน").ranking
    assert ranking
    first, second = ranking.matches[:2]
    near = (replace(first, score=0.5), replace(second, score=0.2))
    alone, both = (
        brain._parts.candidates.near(replace(ranking, matches=near, verdict=verdict))
        for verdict in (Verdict.SURE, Verdict.UNSURE)
    )
    text = plain_text(brain._parts.clarification.ask_which(alone, ranking, AT.date()))
    assert (1, 2) == (len(alone), len(both))
    assert "หมายถึงเรื่องนี้หรือเปล่าคะ" in text
    assert 1 == text.count("4-6 ธันวาคม 2569")


def test_what_the_search_finds_nothing_for_is_offered_nothing() -> None:
    """However many of its words a release holds; a long one holds nearly everything."""
    brain = over(ENTRIES)
    ranking = rank(brain._index, "นักเรียนนอนดวงจันทร์คืน", today=AT.date())
    assert brain._parts.candidates.near(replace(ranking, verdict=Verdict.UNSURE))
    assert [] == brain._parts.candidates.near(replace(ranking, verdict=Verdict.NONE))


def test_two_latin_letters_are_offered_where_titles_say_them() -> None:
    """However unsure the search is; "ai" is none of Thai."""
    news = [
        Entry(name, title, title, Kind.NEWS, published=date(2021, 5, 2))
        for name, title in (("car", "เปิดแผน EV ของไทย"), ("land", "Thai Dai ลงนาม"))
    ]
    brain = over((*ENTRIES, *news))
    assert "car" in (ask(brain, "ev").conversation.offered or ask(brain, "ev").entry or "")
    assert "land" not in ask(brain, "ai").conversation.offered


def test_a_topic_that_titles_name_but_for_a_word_is_offered() -> None:
    """Nobody writes of a kite that it fights the heat; one word of two is not enough."""
    kites = [
        Entry(f"kite-{place}", f"ว่าวกลางแดดร้อนที่{place}", f"เปิดตัวว่าวที่{place}", Kind.NEWS)
        for place in ("เลย", "ตราด")
    ]
    others = [
        Entry(f"pot-{number}", f"หม้อดินแบบที่ {number}", "หม้อดินเผา", Kind.NEWS) for number in range(12)
    ]
    brain = over((*kites, *others))

    offered = Talk(brain).say("ว่าวสู้ร้อน").conversation.offered
    assert {one.id for one in kites} == set(offered)
    assert () == Talk(brain).say("หม้อสู้ฝนตก").conversation.offered


def test_what_has_a_name_is_offered_by_its_short_form() -> None:
    """คาราวานวิทย์ is in no title, yet what is called คาราวานวิทยาศาสตร์ is more than passing."""
    title = "คาราวานวิทยาศาสตร์ไปอำเภอใหม่"
    caravan = Entry("caravan", title, "เด็กดูดาวในโดมเป่าลม", Kind.NEWS, published=date(2021, 5, 2))
    assert Outcome.NO_ANSWER is not ask(over((*ENTRIES, caravan)), "คาราวานวิทย์").outcome


def test_what_none_of_those_offered_tells_of_is_said() -> None:
    """ "ใช้กับแมวได้ไหม" is asked of no soap that has heard of cats."""
    soaps = tuple(
        replace(SOAP, id=f"soap-{n}", title=f"สบู่จากเปลือกมังคุดของ วว. รุ่น {n}") for n in (1, 2)
    )
    reply = ask(over((*ENTRIES, *soaps)), "สบู่จากเปลือกมังคุดใช้กับแมวได้ไหม")
    assert Outcome.CHOICES == reply.outcome
    assert "พูดถึงแมว" in plain_text(reply)


def test_who_asks_in_which_years_there_were_any_is_offered_them() -> None:
    """Of one of them the days are not all; where a list tells it, it is told."""
    asked = "แข่งเรือไม้ไผ่พลังแสงอาทิตย์มีปีไหนมั่ง"
    first, second = RACES
    club = replace(first, title="แข่งเรือของชมรมเรือน่าน")
    sure = replace(second, questions=("แข่งเรือไม้ไผ่พลังแสงอาทิตย์จัดวันไหน",))
    offered = ask(over((*ENTRIES, club, sure)), asked).conversation.offered
    assert {"race-2019", "race-2021"} == set(offered)
    title = "แข่งเรือไม้ไผ่พลังแสงอาทิตย์มีปีไหนบ้าง"
    listed = Entry("races", title, "แข่งเรือไม้ไผ่พลังแสงอาทิตย์เมื่อปี 2562 และ 2564", questions=(asked,))
    assert "races" == ask(over((*ENTRIES, *RACES, listed)), asked).entry


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("นักเรียนที่ไปค่ายดูดวงจันทร์กลับมาแล้วรู้สึกเป็นอย่างไรกันบ้าง", "camp-moon-loei"),
        ("แล้วจะไปที่นั่นต้องทำยังไงกันบ้างล่ะคะ", "camp-moon-loei"),
        ("ไมโครเวฟเสียแล้วซ่อมที่ร้านไหนในซอยดีล่ะ", ""),
    ],
)
def test_a_long_question_without_an_answer_leaves_a_topic_that_has_never_heard_of_it(
    question: str, topic: str
) -> None:
    """What is asked next is of the topic where half of its words are, or it names nothing."""
    brain = over(ENTRIES)
    ranking = rank(brain._index, question, today=AT.date())
    talk = Conversation("camp-moon-loei", updated_at=AT)
    assert topic == brain._parts.clarification.no_answer(ranking, talk).conversation.topic


def test_near_a_number_of_a_name_is_what_has_the_name() -> None:
    """And nothing that only looks like it."""
    called = tuple(
        Entry(one, title, f"{title} เปิดสมัครแล้ว", Kind.NEWS, published=date(2024, 5, 2))
        for one, title in (("kcas", "KCAS67 รอบแข่งว่าว เปิดสมัคร"), ("kcel", "KCELS แข่งว่าว เปิดสมัคร"))
    )
    brain = over((*ENTRIES, *called))
    ranking = rank(brain._index, "kcas70 เปิดสมัครวันไหน", today=AT.date())
    assert ("kcas",) == brain._parts.clarification.ask_which(
        [*called], ranking, AT.date()
    ).conversation.offered


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("งานว่าวภาคใต้จัดที่ไหน", False),
        ("งานว่าวที่ภูเก็ตจัดที่ไหน", False),
        ("งานว่าวที่เลยจัดที่ไหน", True),
        ("งานว่าวจัดที่ไหน", True),
    ],
)
def test_a_choice_shows_no_place_but_that_asked_for(question: str, shown: bool) -> None:
    """What was held in another region or province stands there without its line."""
    event = Event(date(2024, 3, 1), venue="ลานหอนาฬิกา", province="เลย")
    fair = Entry("fair", "งานว่าว", "งานว่าวไปทุกภาค มีคนมาดู", Kind.EVENT, event=event)
    bot = over((*ENTRIES, fair))
    ranking = rank(bot._index, question, today=AT.date())
    said = plain_text(bot._parts.clarification.ask_again([fair], ranking, AT.date()))
    assert shown == ("ลานหอนาฬิกา" in said)


def test_a_choice_shows_the_stop_that_is_asked_for() -> None:
    """Staff wrote it under the name of the region."""
    stops = {"ภาคใต้": "4-6 กรกฎาคม 2567 หอว่าว จ.ภูเก็ต", "ภาคเหนือ": "1-2 มิถุนายน 2567 จ.น่าน"}
    event = Event(date(2024, 3, 1), venue="ลานหอนาฬิกา", province="เลย")
    fair = Entry("fair", "งานว่าว", "งานว่าวไปทุกภาค", Kind.EVENT, event=event, facts=stops)
    bot = over((*ENTRIES, fair))
    ranking = rank(bot._index, "งานว่าวภาคใต้จัดวันไหน", today=AT.date())
    assert "4-6 กรกฎาคม" in plain_text(
        bot._parts.clarification.ask_again([fair], ranking, AT.date())
    )


def test_what_is_offered_alone_is_shown_to_who_asks_yes_or_no() -> None:
    """By a piece of it; of several their titles are enough."""
    brain = over(ENTRIES)
    ranking = ask(brain, "ค่ายดูดวงจันทร์ภูกระดึง").ranking
    assert ranking
    assert ranking.query.aspect is Aspect.TOPIC
    camp, fair = (brain._entries[one.entry_id] for one in ranking.matches[:2])
    alone, both = (
        plain_text(brain._parts.clarification.ask_which(found, ranking, AT.date()))
        for found in ([camp], [camp, fair])
    )
    assert ("พานักเรียนขึ้นภูกระดึง" in alone, "พานักเรียนขึ้นภูกระดึง" in both) == (True, False)
