"""The dates that a text mentions; of days listed one by one ("วันที่ 5 และ 10 ธันวาคม"), the first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from bot.thai.dates import ANY_DAY, DateSpan, Precision, find_dates
from bot.thai.letters import DIGITS

_NUMBER = re.compile("(?<![0-9.:])[0-9]{1,2}(?![0-9.:])")
_ONE_BY_ONE = re.compile(r"และ|กับ|,|&|\band\b")
_UNTIL = re.compile(r"[-–—~]|ถึง|\bto\b")
_BETWEEN = re.compile(r"(?:ระหว่าง\s*(?:วัน\S*ที่)?|\bbetween)\s*$", re.IGNORECASE)
_NEXT = timedelta(days=1)
_FIGURE = re.compile("[0-9๐-๙]")
_YEAR = re.compile(r"[0-9๐-๙]{4}|(?<=[ก-๙.])\s?[0-9๐-๙]{2}$")
_DURATION = re.compile("[0-9๐-๙]\\s?(?:วัน|สัปดาห์|เดือน|ปี)(?!ที่)")  # "ภายใน 3 เดือน" tells no day
_LONG_AGO = timedelta(days=400)
LONGEST_EVENT = timedelta(days=200)


@dataclass(frozen=True, slots=True, order=True)
class DateMention(DateSpan):
    """Days as a text mentions them; `others` where more are listed that are not next to them."""

    others: bool = False

    @property
    def period(self) -> tuple[date, date]:
        """First and last day."""
        return self.first, self.last

    @property
    def several(self) -> bool:
        """Whether it mentions more than one day."""
        return self.others or self.first < self.last


@lru_cache(maxsize=64)  # the same paragraphs are read several times
def days_in(paragraph: str, published: date | None) -> tuple[DateMention, ...]:
    """The days written in figures not long before or after `published`, or else with their year.

    Each begins at its first figure: "วันที่" and the like belong to what stands before.
    """
    found = []
    dated = find_dates(paragraph, published or ANY_DAY) if _FIGURE.search(paragraph) else ()
    for span in dated:
        figure = _FIGURE.search(paragraph, span.start, span.end)
        near = (
            abs(span.first - published) < _LONG_AGO
            if published
            else _YEAR.search(paragraph, span.start, span.end)
        )
        short = span.last - span.first < LONGEST_EVENT
        lasts = _DURATION.search(paragraph, span.start, span.end)
        if figure and near and short and not lasts and span.precision is Precision.DAY:
            found.append(_mention(paragraph, replace(span, start=figure.start())))
    return tuple(found)


def _mention(text: str, span: DateSpan) -> DateMention:
    """The days that a date of `text` means: of several listed one by one, the first run."""
    whole = DateMention(span.start, span.end, span.first, span.last, span.precision)
    listed = span.first < span.last and _ONE_BY_ONE.search(text, span.start, span.end)
    if not listed or _BETWEEN.search(text[: span.start]):
        return whole
    for day, following in pairwise(_days(text[span.start : span.end].translate(DIGITS), span)):
        if following.alone and following.day > day.day + _NEXT:
            return replace(whole, last=day.day, others=True)
    return whole


@dataclass(frozen=True, slots=True)
class _Day:
    """A day, and whether it is listed beside the one before rather than ending a period with it."""

    day: date
    alone: bool


def _days(told: str, span: DateSpan) -> Iterator[_Day]:
    """The days of a date, the first and the last among them."""
    place, before = 0, date.min
    for number in _NUMBER.finditer(told):
        day = _day_of(int(number[0]), span)
        if day is None or day <= before:
            continue
        between = told[place : number.start()]
        yield _Day(day, bool(_ONE_BY_ONE.search(between)) and not _UNTIL.search(between))
        place, before = number.end(), day
        if day == span.last:
            return


def _day_of(number: int, span: DateSpan) -> date | None:
    """The day of that number within a date; None where the number is a year's."""
    if (span.first.year, span.first.month) == (span.last.year, span.last.month):
        inside = span.first.day <= number <= span.last.day
        return span.first.replace(day=number) if inside else None
    return next((day for day in (span.first, span.last) if day.day == number), None)
