"""Lists of events and news: turned page by page, narrowed by buttons and by words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.conversation import Action, Conversation, Verb
from bot.dialogue.lists.scopes import Listing, Scope, parse_scope, scope_of
from bot.dialogue.matching.entry_words import missing_words
from bot.dialogue.presentation.agencies import agencies_of
from bot.dialogue.replies import Outcome, Reply, plain_text
from bot.dialogue.responder import Responder
from bot.knowledge.entries import Entry, Event, Kind
from bot.thai.names import Names
from tests.dialogue.base import AT, Talk, over

PLACES = ("เชียงใหม่", "เลย", "สงขลา")


def event(number: int) -> Entry:
    """One of fourteen fairs from October 2026 on, a fortnight apart, in three provinces."""
    start = date.fromordinal(date(2026, 10, 3).toordinal() + 14 * number)
    return Entry(
        f"fair-{number:02}",
        f"งานว่าวครั้งที่ {number}",
        "งานว่าวประจำถิ่น มีการแข่งขันทำว่าว",
        Kind.EVENT,
        keywords=("ว่าว", "เด็ก" if number % 2 else "ผู้ใหญ่"),
        event=Event(start, start, province=PLACES[number % 3], organizer="สดร."),
        published=date(2026, 9, 1),
    )


def _held(entry: Entry) -> Event:
    assert entry.event is not None
    return entry.event


def news(number: int) -> Entry:
    """One of twelve notes, of two offices."""
    office = "สวทช." if number % 2 else "วว."
    return Entry(
        f"note-{number:02}",
        f"บันทึกผลวิจัยชุดที่ {number} ของ {office}",
        "นักวิจัยเล่าเรื่องดาวเทียมดวงเล็ก" if number % 3 == 0 else "นักวิจัยเล่าเรื่องพืชไร่",
        Kind.NEWS,
        keywords=("ดาวเทียม",) if number % 3 == 0 else ("พืชไร่",),
        published=date(2026, 1, 1 + number),
    )


def test_a_list_goes_on_to_a_region_and_into_it() -> None:
    """From a province to the region, by the button to a province of it, by words to a month."""
    talk = Talk(brain())
    talk.say("งานที่เชียงใหม่")
    assert "งานในภาคใต้" in plain_text(talk.say("แล้วทางใต้ล่ะ"))
    assert "เลือกจังหวัด" not in labels(talk.say("เอาเฉพาะสงขลา"))
    lamphun = replace(event(3), event=replace(_held(event(3)), province="ลำพูน"))
    talk = Talk(over((event(0), lamphun)))
    talk.say("งานภาคเหนือ")
    press(talk, "เลือกจังหวัด")
    assert "งานที่จังหวัดลำพูน" in plain_text(press(talk, "ลำพูน"))


def test_what_a_list_is_about_is_headed_as_it_was_typed() -> None:
    """Latin letters keep their case and stand by themselves."""
    about = [replace(news(number), title=f"ใช้ AI ดูดาวครั้งที่ {number}") for number in (1, 3)]

    told = plain_text(Talk(over(tuple(about))).say("ข่าวเกี่ยวกับAI"))
    assert told.startswith("ข่าวเรื่อง AI\n")


def test_a_list_of_one_tells_it_with_its_source() -> None:
    """How it begins stands below its line, so that nobody has to press for it."""
    told = plain_text(Talk(over((event(4), event(5)))).say("งานเดือนหน้าที่เลย"))

    assert "มีการแข่งขันทำว่าว" in told
    assert "ข้อมูลเมื่อ" in told


@pytest.mark.parametrize(
    ("text", "lists"),
    [("จัดในงานอะไร", False), ("เซ็นกันในงานไหน", False), ("จัดงานอะไร", True), ("มีงานอะไรบ้าง", True)],
)
def test_of_which_event_something_was_part_is_no_list(text: str, lists: bool) -> None:
    """It is asked of what was talked about."""
    assert lists == (scope_of(text, date(2026, 11, 29)) is not None)


@cache
def brain() -> Responder:
    return over((*map(event, range(14)), *map(news, range(12))))


def labels(reply: Reply) -> list[str]:
    return [choice.label for choice in reply.choices]


def press(talk: Talk, label: str) -> Reply:
    assert talk.reply is not None
    number = next(at for at, one in enumerate(labels(talk.reply), 1) if label in one)
    return talk.press(number)


def test_the_events_ahead_fill_pages() -> None:
    """Five to a page, the nearest first; what is over is not among them."""
    talk = Talk(brain())
    first = plain_text(talk.say("มีงานอะไรบ้าง"))
    second = plain_text(press(talk, "หน้าถัดไป"))

    assert "งานว่าวครั้งที่ 4\n" in first
    assert "งานว่าวครั้งที่ 3\n" not in first
    assert "หน้า 1 จาก 2" in first
    assert "งานว่าวครั้งที่ 9\n" in second
    assert first == plain_text(press(talk, "หน้าก่อน"))


def test_a_list_is_narrowed_by_buttons_one_after_the_other() -> None:
    """Month, then province: each menu offers only what the list holds, with counts."""
    talk = Talk(brain())
    talk.say("มีงานอะไรบ้าง")
    menu = press(talk, "เลือกเดือน")
    assert "ธันวาคม 2569 (2)" in labels(menu)
    december = press(talk, "ธันวาคม 2569")
    assert "งานเดือนธันวาคม 2569" in plain_text(december)
    assert 2 == len(december.conversation.offered)
    provinces = press(talk, "เลือกจังหวัด")
    assert {"สงขลา (1)", "เลย (1)", "ดูทั้งหมด"} >= set(labels(provinces)) - {"เชียงใหม่ (1)"}
    narrowed = press(talk, labels(provinces)[0].split(" ")[0])
    assert 1 == len(narrowed.conversation.offered)
    assert narrowed.entry == narrowed.conversation.topic != ""
    assert "งานที่กำลังจะมาถึง" in plain_text(press(talk, "ดูทั้งหมด"))


def test_what_was_chosen_is_kept_when_turning_pages() -> None:
    """The second page of a narrowed list is narrowed too, however old the button."""
    talk = Talk(brain())
    talk.say("มีงานอะไรบ้าง")
    press(talk, "เลือกเรื่อง")
    first = press(talk, "ว่าว")
    second = press(talk, "หน้าถัดไป")

    assert "งานเรื่องว่าว" in plain_text(first)
    assert "งานเรื่องว่าว" in plain_text(second)
    assert 10 == len(first.conversation.offered)
    assert 4 == len(second.conversation.offered)
    assert "ผ่านไปแล้ว" in plain_text(second)


@pytest.mark.parametrize(
    ("text", "heading", "count"),
    [
        ("ข่าวของ สวทช.", "ข่าวของ สวทช.", 6),
        ("รวมข่าว สวทช.", "ข่าวของ สวทช.", 6),
        ("มีข่าวจากวว. ไหม", "ข่าวของ วว.", 6),
        ("ข่าวเกี่ยวกับดาวเทียม", "ข่าวเรื่องดาวเทียม", 4),
        ("ข่าวเกี่ยวกับดาวเทียมของ สวทช.", "ข่าวของ สวทช. เรื่องดาวเทียม", 2),
        ("ข่าวดาวเทียมปี 69", "ข่าวปี 2569 เรื่องดาวเทียม", 4),
        ("งานที่เชียงใหม่", "งานที่จังหวัดเชียงใหม่", 5),
        ("งานแถวอีสาน", "งานในภาคตะวันออกเฉียงเหนือ", 5),
        ("กิจกรรมทางเหนือมีอะไรบ้าง", "งานในภาคเหนือ", 5),
        ("งานวิทย์ภาคใต้ปีหน้า", "งานปี 2570 ในภาคใต้", 2),
        ("เดือนหน้ามีงานอะไร", "งานเดือนธันวาคม 2569", 2),
        ("งานของ สดร. เดือนหน้า", "งานเดือนธันวาคม 2569 ของ สดร.", 2),
    ],
)
def test_a_list_is_narrowed_by_words(text: str, heading: str, count: int) -> None:
    """By office, by subject, by province or region, by days, and by two of them."""
    reply = Talk(brain()).say(text)

    assert plain_text(reply).strip().startswith(heading)
    assert count == len(reply.conversation.offered)


@pytest.mark.parametrize(
    ("first", "then", "heading"),
    [
        ("ข่าวของ สวทช.", "ปี 61 ล่ะ", "ไม่พบข่าวปี 2561 ของ สวทช."),
        ("ข่าวของ สวทช.", "แล้วของ วว. ล่ะ", "ข่าวของ วว."),
        ("งานที่เชียงใหม่", "แล้วปี 2570 ล่ะ", "งานปี 2570 ที่จังหวัดเชียงใหม่"),
        ("เดือนหน้ามีงานอะไร", "ที่สงขลาล่ะ", "งานเดือนธันวาคม 2569 ที่จังหวัดสงขลา"),
        ("เดือนหน้ามีงานอะไร", "ไม่ใช่อันนี้ ที่สงขลาอ่ะ", "งานเดือนธันวาคม 2569 ที่จังหวัดสงขลา"),
        ("เดือนหน้ามีงานอะไร", "แล้วปีหน้าล่ะ", "งานปี 2570"),
        ("งานปี 2570", "เดือนมกราคมล่ะ", "งานเดือนมกราคม 2570"),
        ("งานเดือนธันวาคม 2569", "ปีถัดไปล่ะ", "ไม่พบงานเดือนธันวาคม 2570"),
        ("ข่าวล่าสุด", "เดือนมกราคม", "ข่าวเดือนมกราคม 2569"),
    ],
)
def test_a_list_is_asked_for_again_of_others(first: str, then: str, heading: str) -> None:
    """What is not said anew stays as it was, and can be changed in its turn."""
    talk = Talk(brain())
    talk.say(first)
    assert plain_text(talk.say(then)).startswith(heading)
    assert talk.memory.list_request


def test_what_is_about_a_subject_stands_before_what_mentions_it() -> None:
    """However much newer that is: by its title or keywords first, then by how it begins."""
    filler = "เรื่องอื่นอีกมาก " * 40
    news_of = [
        replace(news(1), id="aside", title="ผลงานรอบปี", body=f"{filler} ผลึกแก้ว", keywords=()),
        replace(news(2), id="lead", title="ผลงานรอบเดือน", body=f"ผลึกแก้ว {filler}", keywords=()),
        replace(news(3), id="named", title="ผลึกแก้วในอวกาศ", body=filler, keywords=()),
    ]
    dated = (replace(one, published=date(2026, 9, 9 - n)) for n, one in enumerate(news_of))
    reply = Talk(over(tuple(dated))).say("ข่าวเกี่ยวกับผลึกแก้ว")
    assert ("named", "lead", "aside") == reply.conversation.offered


def test_a_list_of_a_subject_looks_at_what_may_be_about_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """And, the newest first, no further than to as many as are shown, all called by it."""
    looked = list[str]()

    def missing(entry: Entry, words: Sequence[str]) -> list[str]:
        looked.append(entry.id)
        return missing_words(entry, words)

    monkeypatch.setattr("bot.dialogue.lists.listings.missing_words", missing)
    called = (replace(one, title=f"ผลึกแก้วชุดที่ {one.id}") for one in map(news, range(14)))
    ours = [replace(one, id=f"ours-{n:02}") for n, one in enumerate(called)]
    brain = over((*ours, *map(news, range(12))))
    assert 10 == len(Talk(brain).say("ข่าวเกี่ยวกับผลึกแก้ว").conversation.offered)
    assert [f"ours-{n:02}" for n in range(13, 3, -1)] == looked


def test_the_offices_of_many_entries_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list asks for those of all entries, time and again."""
    asked = list[str]()

    def agencies_in(_: Names, text: str) -> tuple[str, ...]:
        asked.append(text)
        return ()

    monkeypatch.setattr(Names, "agencies_in", agencies_in)
    many = [Entry(f"many-{n}", f"เรื่องที่ {n} ของหลายเรื่อง", "") for n in range(20_000)]
    for one in (*many, *many):
        assert () == agencies_of(one)
    assert 20_000 == len(asked)


def test_a_year_of_a_subject_stays_with_the_subject() -> None:
    """And whatever is no list any more, a number or a question, is none to be narrowed."""
    talk = Talk(brain())
    talk.say("ข่าวเกี่ยวกับดาวเทียม")
    assert 4 == len(talk.say("ปี 2569 ล่ะ").conversation.offered)
    assert not talk.say("อันแรก").conversation.list_request
    talk.say("ข่าวของ สวทช.")
    assert not talk.say("บันทึกผลวิจัยพืชไร่ปี 2569").conversation.list_request


def test_nothing_in_the_window_says_so_and_shows_what_is_near() -> None:
    """A weekend without events is told as that, then the next ones."""
    reply = Talk(brain()).say("งานที่ภูเก็ต")

    assert Outcome.EVENTS is reply.outcome
    assert plain_text(reply).startswith("ไม่พบงานที่จังหวัดภูเก็ต ในข้อมูลของเราค่ะ")
    assert "งานที่กำลังจะมาถึง" in plain_text(reply)


@given(
    st.sampled_from(Listing),
    st.integers(1, 999),
    st.none() | st.tuples(st.dates(date(1900, 1, 1)), st.integers(0, 400)),
    st.text(max_size=20),
)
def test_a_scope_travels_in_a_button(
    listing: Listing, page: int, window: tuple[date, int] | None, name: str
) -> None:
    """Writing and reading give the same list and page, whatever it is narrowed by."""
    first = window[0] if window and window[0].year < 9990 else None
    last = date.fromordinal(first.toordinal() + window[1]) if first and window else None
    scope = Scope(listing, first, last, place=name, agency=name, topic=name)

    assert (scope, page) == parse_scope(listing, scope.as_argument(page), lambda _: name)


@given(st.text(max_size=64))
def test_a_forged_list_is_the_open_one(argument: str) -> None:
    """Whatever a button claims, a list or a menu is shown."""
    for verb in (Verb.EVENTS, Verb.NEWS, Verb.NARROW):
        assert plain_text(brain().perform(Action(verb, argument), Conversation(), AT))


@pytest.mark.parametrize("text", ["ผ่านไปหมดแล้วเหรอ", "จบแล้วหรอคะ", "จัดไปแล้วใช่ไหม"])
def test_whether_a_list_is_over_is_told_of_the_list(text: str) -> None:
    """Not of its first line; and what is still to come is shown."""
    talk = Talk(brain())
    talk.say("งานเดือนตุลาคม 2569")
    reply = talk.say(text)
    assert plain_text(reply).startswith("ใช่ค่ะ งานที่บอกไปผ่านไปแล้วทั้งหมด")
    assert "fair-04" == reply.conversation.offered[0]
    talk.say("งานเดือนพฤศจิกายน 2569")
    assert plain_text(talk.say(text)).startswith("ยังค่ะ")


def test_whether_the_event_talked_about_is_over() -> None:
    """One event is told with its day; after nothing at all the words are a question like others."""
    talk = Talk(brain())
    talk.say("งานเดือนตุลาคม 2569")
    talk.say("อันที่ 2")
    reply = talk.say("ผ่านไปแล้วเหรอ")
    assert "ใช่ค่ะ งานนี้ผ่านไปแล้ว จัดเมื่อวันที่ 17 ตุลาคม 2569" in plain_text(reply)
    assert Outcome.NO_ANSWER is Talk(brain()).say("ผ่านไปหมดแล้วเหรอ").outcome


def test_an_event_whose_last_day_nobody_told_is_not_said_to_be_over() -> None:
    """It began, and more is not known."""
    fair = event(0)
    open_end = replace(fair, event=Event(date(2026, 10, 3), None, province="เลย"))
    talk = Talk(over((open_end,)))
    told = plain_text(talk.say("งานว่าวครั้งที่ 0 จัดวันไหน"))
    assert told.startswith("เริ่ม 3 ตุลาคม 2569")
    assert "งานนี้เริ่มเมื่อ 3 ตุลาคม 2569 ต้นทางไม่ได้บอกวันจบ" in told
    assert plain_text(talk.say("ผ่านไปแล้วเหรอ")).startswith("งานนี้เริ่มไปแล้วเมื่อ 3 ตุลาคม 2569")


@pytest.mark.parametrize(
    ("before", "text", "heading"),
    [
        ("สดร.", "มีกิจกรรมอะไรบ้าง", "งานของ สดร."),
        ("ขอเบอร์ วว.", "มีข่าวอะไรบ้างคะ", "ข่าวของ วว."),
        ("สดร.", "กระทรวงมีกิจกรรมอะไรบ้าง", "งานที่กำลังจะมาถึง"),
        ("ว่าวของ สดร.", "มีกิจกรรมอะไรบ้าง", "งานที่กำลังจะมาถึง"),
    ],
)
def test_what_there_is_is_asked_of_the_office_just_named(
    before: str, text: str, heading: str
) -> None:
    """If nothing else was named; the ministry has all of them."""
    talk = Talk(brain())
    talk.say(before)
    talk.memory = replace(talk.memory, topic="")
    assert plain_text(talk.say(text)).strip().startswith(heading)


@pytest.mark.parametrize(("text", "entry"), [("เสียค่าเข้าไหม", "ghosts"), ("เปิดกี่โมง", None)])
def test_a_price_is_told_by_the_only_one_listed_that_has_one(text: str, entry: str | None) -> None:
    """Hours may be of any of them."""
    ghosts = replace(event(5), id="ghosts", title="งานผีตาโขน", body="แห่ผีทั้งคืน 18.00 น.")
    day = date(2026, 12, 20)
    free = replace(ghosts, event=Event(day, day, time="18.00 น.", cost="เข้าชมฟรี"))
    talk = Talk(over((event(5), free)), AT.replace(year=2028))
    assert {"ghosts", "fair-05"} == set(
        talk.say("เดือนธันวาคม 2569 มีงานอะไรบ้าง").conversation.offered
    )
    assert not talk.memory.topic
    assert entry == talk.say(text).entry


@pytest.mark.parametrize("text", ["งานวันไหน", "แล้วงานนี้จัดที่ไหนคะ", "จัดงานที่ไหน", "งานจัดวันไหนถึงวันไหน"])
def test_when_and_where_a_fair_is_is_asked_of_the_fair(text: str) -> None:
    """Without one these words ask for a list."""
    talk = Talk(brain())
    assert not talk.say(text).entry
    talk.memory = Conversation("fair-05", question="งานว่าว", updated_at=talk.at)
    assert "fair-05" == talk.say(text).entry


def test_exhibitions_are_asked_of_what_has_some() -> None:
    """It need be no fair: a rally of a museum on the web."""
    rally = Entry("rally", "ล่าสมบัติในพิพิธภัณฑ์", "มีนิทรรศการว่าวและนิทรรศการป่าน", Kind.NEWS)
    talk = Talk(over((event(5), rally, news(1))))
    for topic, entry in (("rally", "rally"), ("note-01", None)):
        talk.memory = Conversation(topic, question="ล่าสมบัติ", updated_at=talk.at)
        assert entry == talk.say("มีนิทรรศการอะไรบ้าง").entry


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("ข่าววันนี้", "วันที่ 23 พฤศจิกายน 2569"),
        ("มีข่าวอะไรเมื่อวาน", "วันที่ 22 พฤศจิกายน 2569"),
        ("ข่าวสองเดือนก่อนมีอะไรบ้าง", "เดือนกันยายน 2569"),
    ],
)
def test_days_without_news_are_told_with_the_newest(text: str, days: str) -> None:
    """As of days without events, whatever day it is called."""
    reply = Talk().say(text)
    assert f"ไม่พบข่าว{days}" in plain_text(reply)
    assert "ข่าวล่าสุด" in plain_text(reply)
    assert reply.conversation.offered


def test_news_of_next_month_are_of_no_month_before() -> None:
    """A month by its name is one that has been; that is none."""
    reply = Talk().say("ข่าวเดือนหน้ามีอะไรบ้าง")
    assert "ข่าวเดือนธันวาคม 2569" in plain_text(reply)
    assert "ข่าวเดือนธันวาคม 2568" in plain_text(Talk().say("ข่าวเดือนธันวาคม"))
