"""What there is beside the topic: others, or those of other years."""

from dataclasses import replace

from bot.dialogue.replies import Outcome, plain_text
from bot.knowledge.entries import Kind
from tests.dialogue.base import ENTRIES, RACES, SOAP, Talk, ask, over, race


def test_news_of_the_year_that_is_named_goes_first() -> None:
    """Before what was news of another year and only mentions this one."""
    held, later = (replace(one, kind=Kind.NEWS) for one in RACES)
    held = replace(held, body=f"{held.body} ปี 2564 จะแข่งที่เลย")
    assert "race-2021" == ask(over((held, later)), "แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2564 จัดที่ไหน").entry


def test_who_wants_others_is_offered_what_else_there_was() -> None:
    """And told so where there was nothing else; never the same again."""
    talk = Talk(over((*ENTRIES, *RACES)))
    talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์มีกี่ทีม")
    first = talk.say("อันแรก").entry
    others = talk.say("งานอื่นล่ะ")
    assert Outcome.CHOICES == others.outcome
    assert first not in others.conversation.offered
    talk = Talk(over((*ENTRIES, SOAP)))
    talk.say("สบู่เปลือกมังคุดของ วว.")
    assert "ยังไม่มีเรื่องอื่น" in plain_text(talk.say("เรื่องอื่นล่ะ"))


def test_other_years_are_none_of_the_same() -> None:
    """Who wants another year is offered what was in others."""
    talk = Talk(over((*ENTRIES, *RACES)))
    told = talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2562 จัดที่ไหน").entry
    others = talk.say("ปีอื่นล่ะ").conversation.offered
    assert "race-2019" == told
    assert others
    assert not [one for one in others if one.startswith("race-2019")]


def test_the_time_before_is_asked_the_same_or_what_is_asked_now() -> None:
    """Of the last one before the topic, and not of the first."""
    talk = Talk(over((*ENTRIES, *RACES, race(2017, "แพร่", "8"))))
    assert "race-2021" == talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2564 จัดที่ไหน").entry
    before = talk.say("แล้วครั้งก่อนหน้าล่ะ")
    assert "race-2019" == before.entry
    assert "น่าน" in (before.answer or "")
    assert ("race-2017", "4-5 มีนาคม 2560") == (
        (said := talk.say("ครั้งก่อนจัดวันไหน")).entry,
        said.answer,
    )


def test_the_rest_of_what_was_offered_is_offered_again() -> None:
    talk = Talk(over((*ENTRIES, *RACES)))
    offered = talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์มีกี่ทีม").conversation.offered
    first = talk.say("อันแรก").entry
    rest = talk.say("อันที่เหลือล่ะ").conversation.offered
    assert {*offered} - {first} == {*rest}
