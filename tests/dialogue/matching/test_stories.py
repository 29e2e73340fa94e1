"""Entries that tell of one event: they speak for each other and are no reason to choose."""

from dataclasses import replace
from datetime import date

from bot.dialogue.matching.stories import Stories
from bot.dialogue.replies import Outcome, plain_text
from bot.knowledge.entries import Entry, Event, Kind, Source
from bot.search import Index
from bot.search.finding import rank
from tests.dialogue.base import AT, ENTRIES, Talk, over

SOURCE = Source("ข่าวเรือไม้ไผ่", "https://example.go.th/boats")
RACE = Event(date(2021, 3, 4), date(2021, 3, 4), venue="ท่าน้ำวัดเก่า", province="น่าน")
RELEASE = Entry(
    "release-boats",
    "นักวิจัยเปิดสนามแข่งเรือไม้ไผ่พลังแสงอาทิตย์ เมืองน่าน",
    "นักวิจัยเปิดสนามแข่งเรือไม้ไผ่พลังแสงอาทิตย์ มีทีมเข้าร่วม 14 ทีม จากโรงเรียนทั่วภาค",
    Kind.NEWS,
    source=SOURCE,
    published=date(2021, 3, 5),
)
WRITTEN = Entry(
    "boats-nan",
    "แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ที่น่าน (มีนาคม 2564)",
    "แข่งเรือไม้ไผ่พลังแสงอาทิตย์ที่น่าน นักเรียนทั่วภาคมาแข่งกัน",
    Kind.EVENT,
    source=SOURCE,
    event=RACE,
)


def stories(*entries: Entry) -> Stories:
    return Stories({entry.id: entry for entry in entries})


def test_a_release_and_what_was_written_from_it_are_one() -> None:
    """By their source; a common question written from the same source is another matter."""
    faq = replace(WRITTEN, id="why-boats", kind=Kind.FAQ)
    told = stories(RELEASE, WRITTEN, faq)
    assert {"boats-nan"} == told.same_story("release-boats")
    assert {"release-boats"} == told.same_story("boats-nan")
    assert frozenset() == told.same_story("why-boats")


def test_another_year_or_another_event_of_the_day_is_not_the_same() -> None:
    """Years of one event may share a source, and two events a day and a province."""
    later = replace(WRITTEN, id="boats-later", event=replace(RACE, start=date(2022, 3, 4)))
    apart = replace(WRITTEN, id="silk", title="ประกวดผ้าไหม", source=Source())
    again = replace(WRITTEN, id="boats-again", source=Source())
    assert {"boats-again"} == stories(WRITTEN, later, apart, again).same_story("boats-nan")


def test_a_fair_of_several_days_is_known_by_its_name() -> None:
    """Whoever else told of it, with no province; one day of a slogan is not enough."""
    days = Event(date(2021, 3, 4), date(2021, 3, 9))
    titles = (
        "เปิดฉากใหญ่ “ตลาดนัดเรือไผ่ 2564” ริมน้ำสายเก่าของเมืองน่าน",
        "ปลัดเล่าเรื่องพายเรือและ ตลาดนัดเรือไผ่ 2564 ออกรายการวิทยุตอนเช้า",
    )
    fair = Entry("fair", titles[0], "", Kind.EVENT, event=days)
    press = replace(fair, id="press", title=titles[1])
    later = replace(fair, id="later", event=replace(days, end=date(2021, 3, 8)))
    assert {"press"} == stories(fair, press, later).same_story("fair")
    short = [replace(one, event=Event(days.start, days.start)) for one in (fair, press)]
    assert frozenset() == stories(*short).same_story("fair")


def test_one_day_of_no_province_needs_much_the_same_title() -> None:
    """Two ministries tell of what both signed."""
    day = Event(date(2021, 3, 4), date(2021, 3, 4))
    ours = Entry(
        "ours",
        "เกาะไผ่จับมือเมืองว่าวสอนพับเรือกระดาษในโรงเรียน เดินหน้าเติมทักษะเด็ก",
        "",
        Kind.NEWS,
        event=day,
    )
    theirs = replace(ours, id="theirs", title="เมืองว่าวจับมือเกาะไผ่สอนพับเรือกระดาษในโรงเรียน")
    other = replace(ours, id="other", title="เกาะไผ่จับมือเมืองว่าวปลูกต้นกล้วยริมคลองกับชาวบ้าน")
    assert {"theirs"} == stories(ours, theirs, other).same_story("ours")


def test_two_events_of_one_release_in_two_provinces_are_two_stories() -> None:
    """Whoever opened one of them opened not the other."""
    away = replace(RACE, province="เลย", venue="ลานดิน")
    other = replace(WRITTEN, id="boats-loei", title="แข่งเรือไม้ไผ่ ที่เลย", event=away)
    assert frozenset() == stories(WRITTEN, other).same_story("boats-nan")


def test_one_event_told_twice_is_answered_and_not_offered() -> None:
    """Each question is answered by the one that tells the fact."""
    brain = over((*ENTRIES, RELEASE, WRITTEN))
    teams = Talk(brain).say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์มีกี่ทีม")
    assert (Outcome.ANSWER, "release-boats") == (teams.outcome, teams.entry)
    where = Talk(brain).say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์จัดที่ไหน")
    assert (Outcome.ANSWER, "boats-nan") == (where.outcome, where.entry)
    assert "ท่าน้ำวัดเก่า" in plain_text(where)


def test_a_story_told_again_takes_no_certainty_from_the_first() -> None:
    """The chance to be right is what it would be without the other."""
    alone = over((*ENTRIES, RELEASE))._index
    both = over((*ENTRIES, RELEASE, WRITTEN))._index
    told = stories(*ENTRIES, RELEASE, WRITTEN)

    def chance(index: Index, question: str) -> float:
        return rank(index, question, today=AT.date(), retold=told.same_story).probability

    for question in ("แข่งเรือไม้ไผ่มีกี่ทีม", "สนามแข่งเรือไม้ไผ่พลังแสงอาทิตย์"):
        split = rank(both, question, today=AT.date()).probability
        assert split <= chance(both, question)
        assert abs(chance(both, question) - chance(alone, question)) < 0.1


def test_a_choice_names_each_event_once() -> None:
    """Of two that tell of one event only the first is offered beside the others."""
    other = replace(
        WRITTEN, id="boats-loei", event=replace(RACE, province="เลย", start=date(2019, 3, 4)),
        title="แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ที่เลย (มีนาคม 2562)", source=Source(),
        body="แข่งเรือไม้ไผ่พลังแสงอาทิตย์ที่เลย มีทีมเข้าร่วม 31 ทีม",
    )  # fmt: skip
    offered = Talk(over((*ENTRIES, RELEASE, WRITTEN, other))).say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์")
    ids = set(offered.conversation.offered)
    assert Outcome.CHOICES is offered.outcome
    assert "boats-loei" in ids
    assert 1 == len(ids & {"release-boats", "boats-nan"})


def test_a_list_names_each_event_once() -> None:
    """By the entry that a person has read, and by each that a filter lets through alone."""
    read = replace(WRITTEN, verified=date(2026, 11, 1), published=date(2021, 3, 5))
    told = replace(RELEASE, event=RACE)
    other = replace(WRITTEN, id="silk", title="ประกวดผ้าไหม", source=Source())
    brain = over((*ENTRIES, told, read, other))
    events = plain_text(Talk(brain).say("งานเดือนมีนาคม 2564 มีอะไรบ้าง"))
    assert (1, 0, 1) == tuple(events.count(one.title) for one in (read, told, other))
    news = plain_text(Talk(brain).say("ข่าวเดือนมีนาคม 2564"))
    assert (1, 0) == tuple(news.count(one.title) for one in (read, told))


def test_a_source_of_several_stories_joins_none_of_them() -> None:
    """Nine gifts in one release are nine services; each is the same as the release by its title."""
    gifts = replace(RELEASE, id="gifts", title="เก้าของขวัญปีใหม่")
    service = replace(
        WRITTEN, id="pictures", title="ขอภาพถ่ายดาวเทียม", kind=Kind.SERVICE, event=None
    )
    written = replace(WRITTEN, id="nine", title="ของขวัญปีใหม่เก้าอย่าง", event=None)
    told = stories(gifts, service, written)
    assert frozenset() == told.same_story("pictures")
    assert {"nine"} == told.same_story("gifts")


def test_a_release_and_what_it_announces_are_one_story() -> None:
    """Though one tells the day of the press conference and the other that of the race."""
    press = replace(RELEASE, event=replace(RACE, start=date(2021, 2, 20), end=date(2021, 2, 20)))
    assert {"boats-nan"} == stories(press, WRITTEN).same_story("release-boats")


def test_a_follow_up_is_not_answered_by_another_matter_of_the_source() -> None:
    """Who is asked about stays the topic, whatever else was written from its release."""
    chief = Entry(
        "chief", "หัวหน้าสำนักงานเรือคือใคร", "หัวหน้าสำนักงานเรือคือสมหมาย", Kind.FAQ, source=SOURCE,
        questions=("หัวหน้าสำนักงานเรือคือใคร",),
    )  # fmt: skip
    talk = Talk(over((*ENTRIES, WRITTEN, chief)))
    assert "chief" == talk.say("หัวหน้าสำนักงานเรือคือใคร").entry
    where = talk.say("จัดที่ไหน")
    assert (Outcome.NO_ANSWER, "chief") == (where.outcome, where.entry)
