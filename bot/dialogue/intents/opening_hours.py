"""Opening hours as they are printed, read well enough to say whether a place is open now.

Only what the text says is used; a text that is not understood has no opening hours.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from bot.search.passages.hours import DAY_NAME, weekdays_in
from bot.thai.normalise import normalise
from bot.thai.written_dates import WEEKDAY_NUMBERS

_WEEKDAY = "|".join(WEEKDAY_NUMBERS)
_WEEKDAYS = re.compile(rf"(?:วัน)?(?P<first>{_WEEKDAY})(?: ?(?:-|ถึง|กับ|และ)?(?:วัน)?(?:{_WEEKDAY}))?")
_CLOCK = r"([01]?[0-9]|2[0-4])[.:]([0-5][0-9])"
_HOURS = re.compile(rf"{_CLOCK}\s*(?:น\.?)?\s*(?:-|–|ถึง)\s*{_CLOCK}")
_ALWAYS = re.compile("24 ?(?:ชั่วโมง|ชม)")
_HOLIDAY = "วันหยุด(?:นักขัตฤกษ์|ราชการ)"
_ON_HOLIDAYS = re.compile(_HOLIDAY)
_NOT_ON_HOLIDAYS = re.compile(
    f"(?:เว้น|ปิด|หยุด)(?:ใน)?[^0-9]{{0,20}}{_HOLIDAY}|วันราชการ|วันทำการ|เวลาราชการ"
)
_WORKDAYS = re.compile("วันราชการ|วันทำการ|วันและเวลาราชการ")
_BREAK = re.compile("พัก")
_CLOSED = re.compile(rf"(?:ปิด|หยุด|เว้น)(?:ทุก)?(?:วัน)?(?P<days>(?:{DAY_NAME}|วัน|และ|-|–|ถึง|\s)+)")
_EVERY_DAY = frozenset(range(7))
_AHEAD, _YEAR = 14, 366  # days looked through for the next opening, and for a feast
_FEAST = re.compile(
    "วัน(?P<name>แม่|พ่อ|เด็ก|แรงงาน|รัฐธรรมนูญ|ปิยมหาราช|จักรี|ฉัตรมงคล)(?:แห่งชาติ)?"
    "|(?:วัน|ช่วง|ตอน|(?<![ก-๙]))(?P<feast>สงกรานต์|ปีใหม่|สิ้นปี|(?:มาฆ|วิสาข|อาสาฬห)บูชา|เข้าพรรษา)"
)
_INSTEAD = "ชดเชย"


@dataclass(frozen=True, slots=True)
class OpenTimes:
    """From one time to another on some days of the week, Monday is 0."""

    days: frozenset[int]
    opens: time
    closes: time
    on_holidays: bool = False  # the text names holidays beside these days


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """When a place is open; `holidays` is None when the text says nothing of public holidays."""

    spans: tuple[OpenTimes, ...] = ()
    breaks: tuple[tuple[time, time], ...] = ()
    holidays: bool | None = None
    always: bool = False

    def times_on(self, day: date) -> tuple[tuple[time, time], ...]:
        """The times a day is open for, breaks taken out; empty when it is closed."""
        holiday = bool(holiday_on(day))
        if holiday and self.holidays is False:
            return ()
        named = [span for span in self.spans if span.on_holidays] if holiday else []
        spans = named or [span for span in self.spans if day.weekday() in span.days]
        return tuple(piece for span in spans for piece in self._pieces(span))

    def _pieces(self, span: OpenTimes) -> Iterator[tuple[time, time]]:
        start = span.opens
        for rest_from, rest_to in sorted(self.breaks):
            if start < rest_from < rest_to < span.closes:
                yield start, rest_from
                start = rest_to
        yield start, span.closes


@dataclass(frozen=True, slots=True)
class OpenState:
    """How it is at a moment; `until` is when it closes or opens next, None when nobody knows."""

    is_open: bool
    until: datetime | None = None
    resting: bool = False  # in a break, open again the same day


def parse_hours(text: str) -> OpeningHours | None:
    """The opening hours that a text tells; None when it tells none that are understood."""
    clean = re.sub(r"\([^)]*\)", " ", normalise(text))
    if _ALWAYS.search(clean):
        return OpeningHours(always=True)
    spans: list[OpenTimes] = []
    breaks: list[tuple[time, time]] = []
    at = 0
    for found in _HOURS.finditer(clean):
        before, at = clean[at : found.start()], found.end()
        opens, closes = _time(found[1], found[2]), _time(found[3], found[4])
        if opens >= closes:
            return None
        if _BREAK.search(before):
            breaks.append((opens, closes))
        else:
            named = bool(_ON_HOLIDAYS.search(before)) and not _NOT_ON_HOLIDAYS.search(before)
            spans.append(OpenTimes(_days(before, spans), opens, closes, named))
    closed = frozenset(
        day for found in _CLOSED.finditer(clean) for day in weekdays_in(found["days"])
    )
    open_times = tuple(OpenTimes(s.days - closed, s.opens, s.closes, s.on_holidays) for s in spans)
    return OpeningHours(open_times, tuple(breaks), _holidays(clean)) if open_times else None


def without_named_days(clean: str, today: date) -> tuple[str, date | None]:
    """Normalised text without the feasts and weekdays it names, and when the first is next.

    "วันเสาร์", "วันแม่", "สงกรานต์".
    """
    if feast := _FEAST.search(clean):
        name = feast["name"] or feast["feast"]
        ahead = (today + timedelta(days=days) for days in range(_YEAR))
        day = next((day for day in ahead if name in _feasts_on(day)), None)
        return _FEAST.sub(" ", clean), day
    named = _WEEKDAYS.search(clean)
    if named is None:
        return clean, None
    ahead_by = (WEEKDAY_NUMBERS[named["first"]] - today.weekday()) % 7
    return _WEEKDAYS.sub(" ", clean), today + timedelta(days=ahead_by)


def state_of(hours: OpeningHours, at: datetime) -> OpenState:
    """Whether it is open at a moment of its own time zone."""
    if hours.always:
        return OpenState(is_open=True)
    for opens, closes in hours.times_on(at.date()):
        if opens <= at.time() < closes:
            until = datetime.combine(at.date(), closes, at.tzinfo)
            return OpenState(is_open=True, until=until)
    later = _next_opening(hours, at)
    began = any(opens <= at.time() for opens, _ in hours.times_on(at.date()))
    resting = began and later is not None and later.date() == at.date()
    return OpenState(is_open=False, until=later, resting=resting)


@lru_cache(maxsize=512)
def holiday_on(day: date) -> str:
    """The Thai public holiday of a day, substitutes included; "" on any other."""
    return str(_thai_holidays().get(day) or "").partition(";")[0]


def _feasts_on(day: date) -> str:
    """By what names people call the holiday of a day, none of a substitute."""
    names = str(_thai_holidays().get(day) or "")
    return "" if names.startswith(_INSTEAD) else names


@lru_cache(maxsize=1)
def _thai_holidays() -> Mapping[date, str]:
    import holidays  # noqa: PLC0415  slow to load, and few conversations need it

    found: Mapping[date, str] = holidays.country_holidays("TH", language="th")
    return found


def _next_opening(hours: OpeningHours, at: datetime) -> datetime | None:
    for ahead in range(_AHEAD):
        day = at.date() + timedelta(days=ahead)
        for opens, _ in hours.times_on(day):
            start = datetime.combine(day, opens, at.tzinfo)
            if start > at:
                return start
    return None


def _time(hour: str, minute: str) -> time:
    return time(int(hour), int(minute)) if int(hour) < 24 else time(23, 59)


def _days(before: str, spans: list[OpenTimes]) -> frozenset[int]:
    """The weekdays named before some hours; those named last when none is, else every day."""
    if _WORKDAYS.search(before):
        return frozenset(range(5))
    named = weekdays_in(before)
    if named or _ON_HOLIDAYS.search(before):
        return named
    return spans[-1].days if spans else _EVERY_DAY


def _holidays(clean: str) -> bool | None:
    if _NOT_ON_HOLIDAYS.search(clean):
        return False
    return True if _ON_HOLIDAYS.search(clean) else None
