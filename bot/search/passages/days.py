"""Days and hours in a text that may answer a "when"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.search.passages.acts import (
    CLOSING,
    Act,
    act_of,
    asks_telling,
    does,
    is_said_then,
    is_told_at,
    is_until,
)
from bot.search.query import Query, asks_for
from bot.search.ranking import Candidate
from bot.thai.dates import DateSpan, Precision, find_dates
from bot.thai.questions import HOUR

_THAI_NUMBER = "[0-9๐-๙]"
_NUMBER = f"{_THAI_NUMBER}+(?:[,.]{_THAI_NUMBER}+)*"
_HOURS = f"{_THAI_NUMBER}{{1,2}}"
_MINUTES = f"{_HOURS}[.:]{_THAI_NUMBER}{{2}}"
_SPAN = f"(?:{_MINUTES}(?:\\s*[-–]\\s*{_MINUTES})?|(?<!{_THAI_NUMBER}){_HOURS}\\s*[-–]\\s*{_HOURS})"
_CLOCK = re.compile(  # "9-12 น. และ 13-16 น."
    f"(?:เวลา\\s*)?(?:{_SPAN}\\s*(?:น\\.\\s*)?(?:และ|,)\\s*(?:เวลา\\s*)?){{0,3}}"
    f"{_SPAN}\\s*(?:น\\.|นาฬิกา)"
)
_SOME_TIME = f"{_NUMBER}\\s*(?:วัน|สัปดาห์|เดือน|ปี)"
_IN_SOME_YEARS = re.compile(f"(?:อีก|ภายใน|ใน)\\s*{_SOME_TIME}(?:\\s*ข้างหน้า)?")
_AFTER_SOME_DAYS = re.compile(  # holds however long ago it was said
    f"(?:เมื่อ|หลัง(?:จาก)?)?(?:ครบ|พ้น|หลัง)(?:กำหนด(?:เวลา)?)?\\s*{_SOME_TIME}\\s*"
    "(?:นับ)?(?:ถัด)?(?:จาก|แต่|ตั้งแต่)[^\\s]{1,60}"
)
_QUARTER = re.compile(
    "(?:ใน|ช่วง|ประมาณ)*ไตรมาส ?(?:แรก|สุดท้าย|(?:ที่ ?)?[1-4](?: ?(?:-|–|ถึง|และ) ?[1-4])?)"
    "(?P<year> ?(?:ของ)? ?(?:(?:ปี|พ\\.ศ\\.)? ?(?:พ\\.ศ\\. ?)?2[45][0-9]{2}|ปี(?:นี้|หน้า)))?"
)
# Beginnings and abbreviations of months; ก.พ. may be an office, and พ.ศ. looks alike.
LONG_MONTH = "(?:มกรา|กุมภา|มีนา|เมษา|พฤษภา|พฤศจิกา|มิถุนา|กร?ก[ฎฏ]า|สิงหา|กันยา|ตุลา|ธันวา)"
SHORT_MONTH = "[มกพสตธิี]\\. ?[คพยศ]\\."
MONTH = f"(?:{LONG_MONTH}|{SHORT_MONTH})"
_DATE_MARK = re.compile(
    f"{MONTH}|(?:ปี|วันที่|/) ?{_THAI_NUMBER}|[2๒][4๔5๕]{_THAI_NUMBER}{{2}}"
    "|(?:วัน|สัปดาห์|เดือน|ปี)(?:นี้|หน้า|ที่แล้ว)"
)
_BEFORE_MARK, _AFTER_MARK = 30, 25  # characters of a date around its mark
_AS_OF = re.compile("ข้อมูล ?ณ ?(?:วันที่|เดือน|ปี)? ?$")
_OF_NEWS = re.compile("(?:(?<![ก-๙])ข่าว|ตามข่าว[ก-๙]{0,12}?) ?(?:วันที่)? ?$")
_AS_OF_LETTERS = 30
_DATED = re.compile(f"{_THAI_NUMBER}|{LONG_MONTH}[ก-๙]{{0,4}} ?ปี")  # in a known year
_UNLIKELY = 0.1  # likeness of a day that belongs to something else
_REPORTED = 0.3  # at most, of the day of an announcement, or a single day for a period
_LONGER = 0.1  # added for a range that is asked for
_TOLD_BESIDE = 0.8  # of a time without a day, beside the act
_ASKS_CLOCK = re.compile(f"{HOUR}|เวลา")
_ASKS_MONTH = re.compile("เดือน(?:ไหน|ใด|อะไร|ที่เท่า)")
ASKS_YEAR = re.compile("(?:ปี|พ\\.ศ\\.) ?(?:ไหน|ใด|อะไร|เท่า)")
_SOME_DAY = "(?:(?:วัน|เดือน)(?:ที่)? ?(?:[ไใ]หน|ใด|อะไร|เท่า ?[ไใ](?:ร|หร่)|ไร)|เมื่อ ?[ไใ](?:ร|หร่))"
ASKS_PERIOD = re.compile(  # not a single day
    f"ช่วง ?(?:เดือน|วัน)?(?:ไหน|ใด)|{_SOME_DAY} ?(?:จน)?ถึง ?{_SOME_DAY}"
)
UNTIL_WHEN = f"ถึง ?(?:{_SOME_DAY}|{ASKS_YEAR.pattern})"
asks_until = asks_for(UNTIL_WHEN)  # for the last day
ASKS_DATE = re.compile(f"(?!เมื่อ){_SOME_DAY}|{ASKS_YEAR.pattern}")  # not a length of time
_ASKS_RANGE = re.compile("ถึง|ช่วง|ระหว่าง|กี่วัน")
_ASKS_TERM = re.compile(f"{_ASKS_RANGE.pattern}|ตั้งแต่|เริ่ม|ใช้")  # or its first year


def dates_in(text: str, today: date) -> Iterator[DateSpan]:
    """Every date in a long text; only stretches that may hold one are parsed."""
    stretches: list[tuple[int, int]] = []
    for mark in _DATE_MARK.finditer(text):
        start, end = max(0, mark.start() - _BEFORE_MARK), mark.end() + _AFTER_MARK
        if stretches and start <= stretches[-1][1]:
            start = stretches.pop()[0]
        stretches.append((start, end))
    for start, end in stretches:
        for span in find_dates(text[start:end], today):
            yield replace(span, start=start + span.start, end=start + span.end)


def days(text: str, query: Query, today: date) -> Iterator[Candidate]:
    """The days and times of a text, first those as exact as a question asks for."""
    clock, act = bool(_ASKS_CLOCK.search(query.clean)), act_of(query)
    spans = list(dates_in(text, today))
    reports = [] if act or asks_telling(query) else _reports(text, spans)
    for span in spans:
        likely = _likeness(span, act, text, query, most=_REPORTED if span in reports else 1.0)
        ranges = span.first != span.last and _ASKS_RANGE.search(query.clean)
        longer = _LONGER if ranges and likely > _UNLIKELY else 0.0
        yield Candidate(span.start, span.end, likely / 5 if clock else likely + longer)
    yield from _undated(text, act, query, clock=clock)


def _likeness(span: DateSpan, act: Act | None, text: str, query: Query, most: float) -> float:
    """How likely a day is the one asked for; "today" is unlikely by now, and so is "ข้อมูล ณ"."""
    place = span.start, span.end
    dated = _DATED.search(text, *place) and not _stands_behind(_AS_OF, text, span)
    of_another = act and not _is_day_of(act, span, text, query)
    if not dated or of_another or (asks_until(query) and not is_until(text, *place)):
        return _UNLIKELY
    if act and _is_term(span) and not _ASKS_TERM.search(query.clean):
        return _UNLIKELY
    if span.first == span.last and ASKS_PERIOD.search(query.clean):
        most = min(most, _REPORTED)
    return min(0.9 if span.precision is _precision(query) else 0.4, most)


def _is_term(span: DateSpan) -> bool:
    """Whether a span is several whole years, those of a plan: "พ.ศ. 2566 - 2570"."""
    return span.precision is Precision.YEAR and span.first.year != span.last.year


def _undated(text: str, act: Act | None, query: Query, *, clock: bool) -> Iterator[Candidate]:
    """Quarters, hours, and times counted from another: "อีก 3 เดือน"."""
    for found in _QUARTER.finditer(text):
        told = act is None or is_told_at(text, found.span(), act, query)
        likely = _TOLD_BESIDE if act and told else 0.5 if found["year"] else _UNLIKELY
        yield Candidate.of(found, likely if told and not clock else _UNLIKELY)
    for found in _AFTER_SOME_DAYS.finditer(text):
        told = act is not None and is_told_at(text, found.span(), act, query)
        yield Candidate.of(found, _TOLD_BESIDE if told else _REPORTED)
    no_day = _UNLIKELY if ASKS_DATE.search(query.clean) else _REPORTED
    for found in _CLOCK.finditer(text):
        yield Candidate.of(found, 1.0 if clock else no_day)
    for found in _IN_SOME_YEARS.finditer(text):
        yield Candidate.of(found, 0.9 if "อีกกี่" in query.clean else no_day)


def _reports(text: str, spans: list[DateSpan]) -> list[DateSpan]:
    """The days on which something was announced, unless the text has no others."""
    told = [span for span in spans if is_said_then(text, span.end)]
    return told if len(told) < len(spans) else []


def tells_day(text: str, act: Act, query: Query, today: date) -> bool:
    """Whether a text tells the day of an act; where any day will do, whether it mentions the act.

    A last day counts where the first is asked for, and so does "in three months".
    """
    if not (act.exact or act.before or act.first):
        return does(text, act)
    if act.first and any(days_told(text, CLOSING, query, today)):
        return True
    later = [one.span() for one in _IN_SOME_YEARS.finditer(text) if one[0].startswith("อีก")]
    later += [one.span() for when in (_QUARTER, _AFTER_SOME_DAYS) for one in when.finditer(text)]
    return any(days_told(text, act, query, today)) or any(
        is_told_at(text, one, act, query) for one in later
    )


def days_told(text: str, act: Act, query: Query, today: date) -> Iterator[DateSpan]:
    """The days in a text beside which an act is mentioned."""
    for span in dates_in(text, today):
        written = _stands_behind(_AS_OF, text, span) or _stands_behind(_OF_NEWS, text, span)
        if not written and is_told_at(text, (span.start, span.end), act, query):
            yield span


def _stands_behind(words: re.Pattern[str], text: str, span: DateSpan) -> bool:
    return bool(words.search(text, max(0, span.start - _AS_OF_LETTERS), span.start))


def _is_day_of(act: Act, span: DateSpan, text: str, query: Query) -> bool:
    """Whether an act is mentioned beside a day.

    A whole year is none to apply on, and the day of the news, "(ข่าว 5 มกราคม 2566)", none at all.
    """
    if act.exact and _stands_behind(_OF_NEWS, text, span):
        return False
    whole_year = span.precision is Precision.YEAR and _precision(query) is not Precision.YEAR
    return (act.exact or not whole_year) and is_told_at(text, (span.start, span.end), act, query)


def _precision(query: Query) -> Precision:
    if _ASKS_MONTH.search(query.clean):
        return Precision.MONTH
    return Precision.YEAR if ASKS_YEAR.search(query.clean) else Precision.DAY
