"""Days told one by one ("วันที่ 5 และ 10 ธันวาคม"): between them nothing takes place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from bot.thai.dates import DateSpan
from bot.thai.letters import DIGITS

_NUMBER = re.compile("(?<![0-9.:])[0-9]{1,2}(?![0-9.:])")
_ONE_BY_ONE = re.compile(r"และ|กับ|,|&|\band\b")
_UNTIL = re.compile(r"[-–—~]|ถึง|\bto\b")
_BETWEEN = re.compile(r"(?:ระหว่าง\s*(?:วัน\S*ที่)?|\bbetween)\s*$", re.IGNORECASE)
_NEXT = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class ToldDays(DateSpan):
    """Days as a text tells them; `others` where more follow that are not next to them."""

    others: bool = False

    @property
    def several(self) -> bool:
        """Whether more than one day is told."""
        return self.others or self.first < self.last


def told_days(text: str, span: DateSpan) -> ToldDays:
    """The days that a date of `text` means: of several told one by one, the first in a row."""
    whole = ToldDays(span.start, span.end, span.first, span.last, span.precision)
    listed = span.first < span.last and _ONE_BY_ONE.search(text, span.start, span.end)
    if not listed or _BETWEEN.search(text[: span.start]):
        return whole
    for day, following in pairwise(_days(text[span.start : span.end].translate(DIGITS), span)):
        if following.alone and following.day > day.day + _NEXT:
            return replace(whole, last=day.day, others=True)
    return whole


@dataclass(frozen=True, slots=True)
class _Day:
    """A day, and whether it is told beside the one before or ends a period with it."""

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
    """The day of that number within a date; None for what is a year's."""
    if (span.first.year, span.first.month) == (span.last.year, span.last.month):
        inside = span.first.day <= number <= span.last.day
        return span.first.replace(day=number) if inside else None
    return next((day for day in (span.first, span.last) if day.day == number), None)
