"""Short lines that tell one entry from another: title, Buddhist-era date, agency."""

import re
from datetime import date

from bot.knowledge.entries import Entry
from bot.thai.dates import thai_date, thai_range

TITLE_LIMIT = 70  # characters of a title on a button
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


def event_days(entry: Entry) -> str:
    """The days of the entry's event, "" without one."""
    if not entry.event or not entry.event.start:
        return ""
    return thai_range(entry.event.start, entry.event.end or entry.event.start)


def agency_of(entry: Entry) -> str:
    """Who stands behind an entry, shortened; "" when it is not told."""
    organizer = entry.event.organizer if entry.event else ""
    return shorten(organizer, 30)


def label_of(entry: Entry) -> str:
    """An entry as one choice among others: title · date · agency."""
    days = event_days(entry) or (thai_date(entry.published) if entry.published else "")
    parts = (shorten(entry.title, TITLE_LIMIT), days, agency_of(entry))
    return " · ".join(part for part in parts if part)
