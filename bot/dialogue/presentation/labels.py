"""Short lines that tell one entry from another: title, date, agency; and dates as they are told."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from bot.dialogue.conversation import Action, Verb
from bot.dialogue.replies import Choice, Paragraph
from bot.knowledge.entries import HAPPENINGS, Entry
from bot.texts import Texts
from bot.thai.dates import thai_date, thai_range
from bot.thai.names import Names
from bot.thai.normalise import normalise

_TITLE_LIMIT = 70  # characters of a title on a button
_CANNOT_START = re.compile("[\u0e30-\u0e3a\u0e45-\u0e4e]")  # Thai signs that belong to the left


def shorten(text: str, limit: int) -> str:
    """`text` in at most `limit` characters, cut at a blank where there is one near, with "…"."""
    if len(text) <= limit:
        return text
    cut = limit - 1
    blank = text.rfind(" ", cut * 2 // 3, cut + 1)
    if blank > 0:
        cut = blank
    while cut > 1 and (_CANNOT_START.match(text[cut]) or text[cut - 1] in "เแโใไ"):
        cut -= 1
    return text[:cut].rstrip(' ,(“"') + "…"


def days_of(entry: Entry) -> tuple[date, date] | None:
    """The days an entry is about: the event's, else the one it was published on."""
    if entry.event and entry.event.start:
        return entry.event.start, entry.event.end or entry.event.start
    return (entry.published, entry.published) if entry.published else None


def format_day(day: date, texts: Texts) -> str:
    """A day in the language of the texts: `26 มีนาคม 2555`, `26 March 2012`."""
    return thai_date(day) if texts.language == "th" else f"{day.day} {format_month(day, texts)}"


def format_days(first: date, last: date, texts: Texts) -> str:
    """Days in the language of the texts: `26-28 มีนาคม 2555`, `26 March - 2 April 2012`."""
    if texts.language == "th":
        return thai_range(first, last)
    if first == last:
        return format_day(last, texts)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}-{format_day(last, texts)}"
    return f"{format_day(first, texts)} - {format_day(last, texts)}"


def format_month(day: date, texts: Texts) -> str:
    """The month of a day with its year: `มีนาคม 2555`, `March 2012`."""
    if texts.language == "th":
        return thai_date(day).split(" ", 1)[1]
    return f"{texts(f'month.{day.month}')} {day.year}"


def event_days(entry: Entry, texts: Texts) -> str:
    """The days of the entry's event, the first alone where the last is not known; "" without."""
    if not entry.event or not entry.event.start:
        return ""
    if not entry.event.end:
        return texts("answer.from_day", date=format_day(entry.event.start, texts))
    return format_days(entry.event.start, entry.event.end, texts)


def agencies_of(entry: Entry) -> tuple[str, ...]:
    """The offices that an entry names as its own, by abbreviation."""
    organizer = entry.event.organizer if entry.event else ""
    return _agencies_in(f"{organizer} {entry.called}")


def only_agency(entry: Entry) -> str:
    """The one office that holds an event, else the one that an entry names; "" for more or none."""
    holds = _agencies_in(entry.event.organizer) if entry.event else ()
    agencies = holds or agencies_of(entry)
    return agencies[0] if len(agencies) == 1 else ""


@lru_cache(maxsize=65_536)  # more than there are entries, for a list looks at all of them
def _agencies_in(text: str) -> tuple[str, ...]:
    return Names.load().agencies_in(normalise(text))


def _agency_of(entry: Entry) -> str:
    """Who stands behind an entry, shortened; "" when it is not told."""
    organizer = entry.event.organizer if entry.event else ""
    return shorten(organizer, 30) or next(iter(agencies_of(entry)), "")


def _label_of(entry: Entry, texts: Texts) -> str:
    """An entry as one choice among others: title · date · agency."""
    return " · ".join((shorten(entry.title, _TITLE_LIMIT), *_date_and_agency(entry, texts)))


def _date_and_agency(entry: Entry, texts: Texts) -> tuple[str, ...]:
    """Of what stands no day: that on which something was written of it tells it from nothing."""
    news = entry.published if entry.kind in HAPPENINGS else None
    day = format_day(news, texts) if news else ""
    return tuple(filter(None, (event_days(entry, texts) or day, _agency_of(entry))))


def pick_buttons(entries: Sequence[Entry], texts: Texts) -> tuple[Choice, ...]:
    """A button for each entry."""
    return tuple(Choice(_label_of(one, texts), Action(Verb.PICK, one.id)) for one in entries)


def numbered_list(
    entries: Sequence[Entry], texts: Texts, answers: Sequence[Sequence[str]] = ()
) -> list[Paragraph]:
    """The entries to choose from, to be read beside the buttons: "อันที่ 2" means the second.

    `answers` holds for each the lines that it would answer, if any.
    """
    listed: list[Paragraph] = []
    for number, entry in enumerate(entries, 1):
        about = " · ".join(_date_and_agency(entry, texts))
        answer = answers[number - 1] if answers else ()
        lines = (f"{number}. {entry.title}", about, *(one for one in answer if one not in about))
        listed.append(Paragraph("\n".join(filter(None, lines))))
    return listed
