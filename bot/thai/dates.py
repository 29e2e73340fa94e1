"""Dates as Thais write and say them: read, found in text with their spans, and written.

Years are of the Buddhist era unless marked ค.ศ. or plainly of the common era (1800 to 2299).
Two digits from 30 up are a Buddhist year of the 2500s ("ปี 60"), below 30 a common one.
A day or month without a year means its occurrence nearest to today.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import attrgetter

from bot.thai import spoken_dates, written_dates
from bot.thai.letters import DIGITS
from bot.thai.written_dates import ERA, MONTHS, THIS, Days, Precision, Reader

__all__ = [
    "ANY_DAY",
    "ERA",
    "DateSpan",
    "Precision",
    "find_dates",
    "impossible_dates",
    "parse_date",
    "thai_date",
    "thai_range",
    "without_dates",
]

_THAI_DIGIT = re.compile("[๐-๙]")
_FOREIGN = re.compile(r"\d+([/.-])\d+\1\d+|[a-z].*")  # "2/2/65", "aug 12, 2019"
_SPOKEN = re.compile(f"{THIS}$")
ANY_DAY = date(2000, 1, 1)  # a day with its year is read alike whenever it is read


@dataclass(frozen=True, slots=True, order=True)
class DateSpan:
    """A date in a text: where it stands (`text[start:end]`) and its days, both included."""

    start: int
    end: int
    first: date
    last: date
    precision: Precision


def thai_date(day: date) -> str:
    """`26 มีนาคม 2555`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year + ERA}"


def thai_range(first: date, last: date) -> str:
    """`26-28 มีนาคม 2555`, naming month and year once where they are shared."""
    if first == last:
        return thai_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}-{thai_date(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} - {thai_date(last)}"
    return f"{thai_date(first)} - {thai_date(last)}"


def parse_date(text: str) -> date | None:
    """The one day that `text` is, in any spelling with a year; None when it is anything else."""
    return written_dates.one_day(" ".join(_plain(text).split()))


def find_dates(text: str, today: date) -> tuple[DateSpan, ...]:
    """Every date in `text`, in reading order; spoken ones ("เดือนหน้า") counted from `today`."""
    found: list[DateSpan] = []
    for read, match in _matches(_plain(text)):
        start, end = match.span()
        place = bisect_left(found, start, key=attrgetter("start"))
        free = (place == len(found) or end <= found[place].start) and (
            not place or found[place - 1].end <= start
        )
        if free and (days := _days(read, match, today)):
            found.insert(place, DateSpan(start, end, *days))
    return tuple(found)


def impossible_dates(text: str) -> tuple[tuple[int, int], ...]:
    """Where `text` tells a day of a month that no calendar has, "31 กุมภาพันธ์ 2570": start, end.

    Days that end before they begin, "12-10 มกราคม", are none either.
    """
    possible = [one for one in find_dates(text, ANY_DAY) if one.precision is Precision.DAY]
    found: dict[int, int] = {}
    for read, match in _matches(_plain(text)):
        start, end = match.span()
        within = any(one.start < end and start < one.end for one in possible)
        monthly = "/" in match[0] or written_dates.names_month(match[0])  # "1600-1700" are years
        if monthly and not within and not _days(read, match, ANY_DAY):
            found.setdefault(start, end)
    return tuple(sorted(found.items()))


@lru_cache(maxsize=64)  # a paragraph is read as of several days
def _matches(text: str) -> tuple[tuple[Reader, re.Match[str]], ...]:
    """What may be a date and how it is read, in the order in which it is tried."""
    spoken = spoken_dates.FORMS if spoken_dates.counts_from_today(text) else ()
    forms = (*written_dates.forms_in(text), *spoken)
    return tuple((form.read, match) for form in forms for match in form.matches(text))


def without_dates(text: str, spans: Sequence[DateSpan]) -> str:
    """`text` with a blank for each of the dates that were found in it."""
    for span in reversed(spans):
        text = f"{text[: span.start]} {text[span.end :]}"
    return text


def dates_in_full(text: str, today: date) -> str:
    """`text` with its dates as releases print them: 2 กุมภาพันธ์ 2565 for "2 กพ 65" or "2/2/65".

    One that counts from the day it was said, "2 ก.พ. นี้", stays: it may be quoted.
    """
    for span in reversed(find_dates(text, today)):
        written, behind = text[span.start : span.end], text[span.end :]
        if _SPOKEN.search(written):
            continue
        if _FOREIGN.fullmatch(written):
            days = thai_range(span.first, span.last)
        else:
            days = written_dates.in_full(written)
        if days != written:
            blank = "" if behind[:1].isspace() else " "
            text = f"{text[: span.start]}{days}{blank}{behind}".rstrip()
    return text


def _plain(text: str) -> str:
    """Lower case and ASCII digits, every character still at its place."""
    lower = text.lower()
    plain = lower if len(lower) == len(text) else text
    return plain.translate(DIGITS) if _THAI_DIGIT.search(plain) else plain


def _days(read: Reader, match: re.Match[str], today: date) -> Days | None:
    try:
        return read(match, today)
    except (ValueError, OverflowError):  # 31 กุมภาพันธ์, or a year beyond the calendar
        return None
