"""What goes with an entry: calendar, map, contact card, pictures, the next event like it."""

from datetime import date, datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from bot.dialogue.conversation import EXTRAS, Action, Conversation, Verb
from bot.dialogue.presentation.contacts import dialled, vcard_of
from bot.dialogue.replies import Attached, Card, File, Outcome, Pin, Reply, plain_text
from bot.dialogue.responder import Responder
from bot.knowledge.entries import Contact, Entry, Event, Kind
from tests.dialogue.base import AT, ENTRIES, Talk, over

NOW = AT
COMING = Entry(
    "kite-2570",
    "มหกรรมว่าวไทย; ครั้งที่ 5",
    "มหกรรมว่าวไทยครั้งที่ 5 จัดที่สนามหลวง",
    Kind.EVENT,
    questions=("มหกรรมว่าวไทยครั้งที่ 5 จัดวันไหน",),
    keywords=("มหกรรมว่าวไทย 2570",),
    event=Event(
        date(2027, 2, 6),
        date(2027, 2, 7),
        time="09.00-18.00 น.",
        venue="ท้องสนามหลวง",
        province="กรุงเทพมหานคร",
        map=(13.755, 100.493),
    ),
    photos=("photos/kite.jpg", "https://www.mhesi.go.th/kite.jpg"),
    files=("https://www.mhesi.go.th/kite.pdf",),
)
OVER = Entry(
    "kite-2568",
    "มหกรรมว่าวไทย ครั้งที่ 3",
    "มหกรรมว่าวไทยครั้งที่ 3 จัดที่สนามหลวง",
    Kind.EVENT,
    questions=("มหกรรมว่าวไทยครั้งที่ 3 จัดวันไหน",),
    keywords=("มหกรรมว่าวไทย 2568",),
    event=Event(date(2025, 2, 6), date(2025, 2, 7), venue="ท้องสนามหลวง"),
)


@cache
def brain() -> Responder:
    return over((*ENTRIES, COMING, OVER))


def verbs(reply: Reply) -> list[Verb]:
    return [choice.action.verb for choice in reply.choices]


def press(verb: Verb, entry: str) -> Reply:
    return brain().perform(Action(verb, entry), Conversation(), NOW)


def test_an_event_ahead_offers_what_it_has() -> None:
    """Calendar, reminder, map, pictures, documents; nothing that it has not."""
    reply = Talk(brain()).say("มหกรรมว่าวไทยครั้งที่ 5 จัดวันไหน")

    assert "kite-2570" == reply.entry
    assert [Verb.CALENDAR, Verb.REMIND, Verb.MAP, Verb.PHOTOS, Verb.FILES] == verbs(reply)


def test_an_event_gone_by_is_told_in_the_past_and_names_the_next() -> None:
    """No calendar for what is over; one tap to the event like it."""
    reply = Talk(brain()).say("มหกรรมว่าวไทยครั้งที่ 3 จัดวันไหน")

    assert "งานนี้ผ่านไปแล้ว" in plain_text(reply)
    assert [Action(Verb.SHOW, "kite-2570")] == [choice.action for choice in reply.choices]
    assert "ครั้งที่ 5" in reply.choices[0].label


def test_the_calendar_file_says_what_the_entry_says() -> None:
    """Whole days, the last included; the printed hours are told, not turned into times."""
    (file,) = press(Verb.CALENDAR, "kite-2570").blocks
    assert isinstance(file, File)
    event: Any = Calendar.from_ical(file.content).walk("VEVENT")[0]

    assert "event-20270206.ics" == file.name
    assert COMING.title == event["summary"]
    assert (date(2027, 2, 6), date(2027, 2, 8)) == (event["dtstart"].dt, event["dtend"].dt)
    assert "ท้องสนามหลวง กรุงเทพมหานคร" == event["location"]
    assert "09.00-18.00 น." in event["description"]


def test_a_map_shows_only_a_point_that_somebody_wrote_down() -> None:
    """A venue without one has no button, and a forged press finds nothing."""
    assert (Pin("ท้องสนามหลวง", "กรุงเทพมหานคร", (13.755, 100.493)),) == press(
        Verb.MAP, "kite-2570"
    ).blocks
    assert Outcome.SMALLTALK is press(Verb.MAP, "camp-moon-loei").outcome


def test_pictures_and_documents_come_as_they_are_named() -> None:
    """Those on the web by address, ours by name."""
    photos = press(Verb.PHOTOS, "kite-2570").blocks
    (document,) = press(Verb.FILES, "kite-2570").blocks

    assert [True, False] == [isinstance(one, Attached) and one.is_ours for one in photos]
    assert Attached("https://www.mhesi.go.th/kite.pdf", False, COMING.title) == document


def test_an_office_offers_its_card() -> None:
    """The number is one that a phone dials from anywhere."""
    assert Verb.SAVE in verbs(Talk(brain()).say("ขอเบอร์กระทรวงวิทย์"))
    (card,) = press(Verb.SAVE, "ministry-main").blocks

    assert isinstance(card, Card)
    assert "+6623333700" == card.number
    assert "TEL;TYPE=WORK,VOICE:1313" in card.vcard
    assert "TEL;TYPE=WORK,FAX:+6623333833" in card.vcard


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("0 2333 3700", "+6623333700"),
        ("0 2564 7000 ต่อ 71", "+6625647000"),
        ("08 1234 5678", "+66812345678"),
        ("1313 (ข้อมูล ณ ปี 2563)", "1313"),
        ("1296", "1296"),
    ],
)
def test_numbers_are_dialled_from_anywhere(printed: str, number: str) -> None:
    """Short numbers stay as they are."""
    assert number == dialled(printed)


@given(st.text(max_size=300), st.text(max_size=3000))
def test_a_card_fits_and_keeps_its_lines(name: str, address: str) -> None:
    """No value can begin a line of its own, and Telegram takes 2,048 bytes."""
    card = vcard_of(name[:100], Contact(("0 2333 3700",), address=address))
    lines = card.vcard.split("\r\n")

    assert ("BEGIN:VCARD", "END:VCARD") == (lines[0], lines[-1])
    assert all(line.partition(":")[1] for line in lines)
    assert len(card.vcard.encode("utf-8", "surrogatepass")) <= 2048


@pytest.mark.parametrize("verb", sorted(EXTRAS))
@pytest.mark.parametrize("entry", ["", "no-such-entry", "news-bamboo"])
def test_what_an_entry_has_not_is_told_so(verb: Verb, entry: str) -> None:
    """Old buttons outlive what they stood for."""
    reply = brain().perform(
        Action(verb, entry), Conversation(), datetime(2026, 11, 23, tzinfo=ZoneInfo("UTC"))
    )
    assert plain_text(reply)
