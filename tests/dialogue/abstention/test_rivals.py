"""What tells as much of a question as the first match is another that may be meant."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.dialogue.abstention.doubts import Doubts
from bot.dialogue.matching.stories import Stories
from bot.dialogue.message.cues import content_words
from bot.knowledge.entries import Entry, Event, Kind, KnowledgeBase, Person
from bot.search import Index
from bot.search.finding import rank
from bot.search.passages.quoting import Quotes
from tests.dialogue.base import AT, ENTRIES, RACES, ask, over

OLD = replace(
    ENTRIES[5],
    id="old-pact",
    title="MOU มหาดไทยกับกระทรวงวิทยาศาสตร์ ทำเรือไผ่",
    body="กระทรวงมหาดไทย (มท.) กับกระทรวงวิทยาศาสตร์ (วท.) ทำ MOU กันเรื่องเรือไผ่เมื่อ 20 เมษายน 2552",
    kind=Kind.NEWS,
    questions=("มท กับ วท ทำ MOU เรือไผ่กันเมื่อไหร่",),
)
NEW = replace(
    OLD,
    id="new-pact",
    title="MOU กระทรวง อว. กับมหาดไทย",
    body="กระทรวงมหาดไทย (มท.) กับกระทรวง อว. ทำ MOU กันเรื่องเรือไผ่อีกเมื่อ 21 พฤศจิกายน 2565",
    questions=(),
)


def test_an_agreement_of_another_party_is_no_answer() -> None:
    """The older one has more of the words, the newer one the office that is named."""
    entries = {one.id: one for one in (OLD, NEW)}
    index = Index.build(KnowledgeBase(entries))
    for office, twin in (("อว", True), ("วท", False)):
        found = rank(index, f"มท กับ {office} ทำ mou เรือไผ่กันเมื่อไหร่", today=AT.date())
        first = next(one for one in found.matches if one.entry_id == "old-pact")
        behind = (
            replace(one, score=first.score * 0.7) for one in found.matches if one is not first
        )
        ranking = replace(found, matches=(first, *behind))
        own, quotes = content_words(found.query.terms), Quotes(found.query, AT.date())
        assert Doubts(entries, Stories(entries)).has_rival(OLD, own, ranking, quotes) is twin


def test_an_event_in_another_province_is_no_twin_of_the_one_asked_for() -> None:
    """Whatever is asked of it, if the first is held where the question says."""
    here = replace(
        ENTRIES[5],
        id="kites-khonkaen",
        title="มหกรรมว่าวภูมิภาค ขอนแก่น",
        body="มหกรรมว่าวภูมิภาคที่ขอนแก่น มีว่าวยักษ์",
        kind=Kind.EVENT,
        event=Event(date(2018, 7, 11), date(2018, 7, 17), province="ขอนแก่น"),
    )
    there = replace(
        here,
        id="kites-chiangmai",
        title="มหกรรมว่าวภูมิภาค เชียงใหม่",
        body="มหกรรมว่าวภูมิภาคที่เชียงใหม่ แล้วไปขอนแก่น",
        event=Event(date(2018, 6, 4), date(2018, 6, 10), province="เชียงใหม่"),
    )
    entries = {one.id: one for one in (here, there)}
    found = rank(
        Index.build(KnowledgeBase(entries)), "มหกรรมว่าวภูมิภาค ขอนแก่น เป็นยังไงบ้าง", today=AT.date()
    )
    ranking = replace(found, matches=tuple(replace(one, score=0.5) for one in found.matches))
    own, quotes = content_words(found.query.terms), Quotes(found.query, AT.date())
    assert not Doubts(entries, Stories(entries)).has_rival(here, own, ranking, quotes)


def test_of_one_fair_the_release_that_tells_its_hours_is_told() -> None:
    """That another is nearer and knows its days alone is no answer to "กี่โมง"."""
    days = Event(date(2017, 1, 9), date(2017, 1, 29), venue="ลานไผ่")
    opened = Entry(
        "opened", "เปิด “ตลาดนัดว่าววิถีไผ่ 2560”", "ตลาดนัดว่าววิถีไผ่ 2560", Kind.NEWS, event=days
    )
    told = replace(
        opened,
        id="told",
        title="แถลงความพร้อมจัดงาน “ตลาดนัดว่าววิถีไผ่ 2560” ที่ลานไผ่",
        event=replace(days, time="10.00 น. - 19.00 น."),
    )
    reply = ask(over((*ENTRIES, opened, told)), "ตลาดนัดว่าววิถีไผ่ 2560 เปิดกี่โมง")
    assert "told" == reply.entry


def test_who_is_named_visited_what_is_told_of_them() -> None:
    """The visit of another minister, with as many of the words, is none of theirs."""
    one, other = (
        replace(
            OLD,
            id=f"visit-{name}",
            title="ท่านเยี่ยมหอว่าวกลางทุ่ง",
            body=f"นาง{name} ใจงาม เยี่ยมหอว่าวกลางทุ่ง {head} ผู้อำนวยการหอว่าว ให้การต้อนรับ",
            questions=(),
            people=(Person(f"นาง{name} ใจงาม", "รัฐมนตรี"), Person(head, "ผู้อำนวยการหอว่าว")),
        )
        for name, head in (("ศุภมาส", "นายเตย ใบเขียว"), ("อรรชกา", "นายแพร ไหมทอง"))
    )
    entries = {"one": replace(one, id="one"), "other": replace(other, id="other")}
    index, doubts = Index.build(KnowledgeBase(entries)), Doubts(entries, Stories(entries))
    for who, rival in (("สุภมาด", False), ("ท่าน", True)):
        found = rank(index, f"ผอ.หอว่าวกลางทุ่งที่ต้อนรับ{who}ชื่ออะไร", today=AT.date())
        first, *rest = sorted(found.matches, key=lambda match: match.entry_id)
        even = replace(found, matches=(first, *(replace(m, score=first.score) for m in rest)))
        own, quotes = content_words(found.query.terms), Quotes(found.query, AT.date())
        assert rival is doubts.has_rival(entries["one"], own, even, quotes)


@pytest.mark.parametrize(
    ("question", "changed", "told"),
    [
        ("แข่งเรือไม้ไผ่พลังแสงอาทิตย์จัดวันไหน", {}, None),
        ("แข่งเรือไม้ไผ่พลังแสงอาทิตย์ปี 2562 จัดวันไหน", {}, "race-2019"),
        ("แข่งเรือไม้ไผ่พลังแสงอาทิตย์จัดวันไหน", {"event": RACES[0].event}, "race-2019"),
        ("แข่งเรือไม้ไผ่พลังแสงอาทิตย์จัดวันไหน", {"title": "ปิดเทอมที่ท่าน้ำ"}, "race-2019"),
    ],
)
def test_whoever_lists_a_question_is_not_alone_in_telling_it(
    question: str, changed: dict[str, Any], told: str | None
) -> None:
    """What fits as well and tells it otherwise may be meant, unless it only mentions it."""
    first, second = RACES
    listed = replace(first, questions=("แข่งเรือไม้ไผ่พลังแสงอาทิตย์จัดวันไหน",))
    reply = ask(over((*ENTRIES, listed, replace(second, **changed))), question)
    assert told == reply.entry
    assert told or {"race-2019", "race-2021"} == set(reply.conversation.offered)
