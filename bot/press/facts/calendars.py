"""Releases that are calendars: they list several events and are none themselves."""

import re
from collections.abc import Sequence
from datetime import date

from bot.press.facts.announced_days import DAY_CELL
from bot.press.facts.date_mentions import days_in

_FEWEST = 3  # lines with different days
_LEAD = re.compile(r"\W{0,4}(?:[0-9๐-๙]{1,2}[.)]\s?)?(?:วัน)?[ก-๙]{0,10}\s?")
_SHORTEST_NAME = 8
_WHEN = re.compile(
    r"[\s:：–-]*(?:เวลา\s*)?(?:[0-9๐-๙.:]{4,5}\s*(?:น\.)?[\s–-]*){0,2}(?:น\.)?[\s:：]*"
)
_CALENDAR = re.compile("ปฏิทิน|ตาราง|กิจกรรมประจำเดือน|กิจกรรมเดือน|รวมกิจกรรม|รวมงาน")


def lists_events(title: str, paragraphs: Sequence[str], published: date | None) -> bool:
    """Whether a title calls it a calendar, and its lines or rows each tell a day and a thing."""
    if not _CALENDAR.search(title):
        return False
    named = [day for line in paragraphs if (day := _day_of(line, published))]
    return len(set(named)) >= _FEWEST


def _day_of(line: str, published: date | None) -> date | None:
    """The day of a table's row, or one that a line opens with before saying what is on."""
    for span in days_in(line, published)[:1]:
        lead, rest = line[: span.start], line[span.end :]
        if DAY_CELL.search(lead):
            return span.first
        when = _WHEN.match(rest)
        told = rest[when.end() :] if when else rest
        if _LEAD.fullmatch(lead) and len(told) >= _SHORTEST_NAME and not told.startswith("ณ "):
            return span.first
    return None
