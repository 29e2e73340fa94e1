"""Whether a sentence reports what was done on a date: it opens a paragraph with it, or closes it
in brackets or behind "เมื่อวันที่" with a venue.
"""

import re
from datetime import date, timedelta

from bot.knowledge.places import venue_in, venue_start
from bot.knowledge.words import any_listed, release_pattern
from bot.press.facts.announced_days import AFTER, BEFORE, VENUE_NEXT, is_count, is_yearly
from bot.press.facts.date_mentions import DateMention
from bot.press.facts.last_days import is_last_day
from bot.press.facts.statement_days import (
    ACTS,
    STATED_ON,
    follows_speech,
    is_act_with_venue,
    is_statement,
    is_statement_at_event,
)
from bot.thai.written_dates import WEEKDAYS

OPENING = 70  # characters into a paragraph within which a date still opens it
LONG_AGO = timedelta(days=35)  # what lies further back is background

_LED_WITHIN = 150  # characters before a date that say it is of what led to the event
_LONGEST_NAME, _SHORTEST_NAME = 60, 18  # characters of what a title names
_LATELY = timedelta(days=14)  # and a day that a sentence only mentions
# "เมื่อวันที่", or a few words and their stroke, right before a day that opens a paragraph.
_OPENS = re.compile(
    r"[\s(“\"'*–-]*((เมื่อ|ใน|ช่วง\S{0,8})?\s*(วัน\s?\S{0,12}\s?ที่|วันที่|วันนี้|วาน\S*|\S{0,10}วันนี้))?[\s(]*"
    rf"(?:(?:{'|'.join(WEEKDAYS)})\s?ที่\s?)?"
)
_OPENS_BEHIND = re.compile(
    r"\s*(\S{3,25}\s*[:,(–—-]?|.{3,50}/)\s*(เมื่อวันที่|วัน\S{0,12}ที่|(เมื่อ)?วานนี้|วันนี้)?[\s(]*"
)
_SAYS_WHEN = re.compile(r"(เมื่อวันที่|วันนี้\s*\((วัน\S{0,12}ที่)?)\s*$")
# May stand before the day: "เวลา 9.00 น.", "ช่วงค่ำของวันที่".
_HOUR = re.compile(r"เวลา\s*[0-9.:]+\s*น?\.?|(?<=ช่วง)(?:เช้า|สาย|บ่าย|เย็น|ค่ำ)ของ")
_ALSO = re.compile("นอกจากนี้|นอกจากนั้น|ล่าสุด|ซึ่ง")  # opens what is told besides
_ON = re.compile(r"(?<!ภาย)\s?(?:เมื่อ|ใน)วัน[ก-๙]*ที่\s*$")
_THEN = re.compile(r"เมื่อวัน[ก-๙]*ที่\s*$")
_HELD_THEN = re.compile(r"(เมื่อ|ใน)\s*วัน\S{0,10}ที่\s*$")
_BRACKETED = re.compile(r"\((เมื่อ)?\s*(วัน\S{0,10}ที่)?\s*$")
_ALONE = re.compile(r"\((เมื่อ)?\s*วัน\S{0,10}ที่\s*$")  # in its brackets, which end what is told
_TODAY = re.compile(r"วันนี้\s?\(\s*(?:วัน\S{0,10}ที่\s*)?$")
_AT_END = re.compile(r"\s*\)[\s.]*")
_SO = re.compile(r"\s*ว่า\s")
_PLACED_WITHIN = 200  # characters before a day within which its place stands
_other_day = release_pattern(r"(%(other_days)s)\S{0,12}\s*\S{0,12}\s*$")


def opens(paragraph: str, span: DateMention) -> bool:
    """Whether a paragraph opens with a date that is no last day, deadline or the like."""
    lead = paragraph[: span.start]
    if span.start > OPENING or is_yearly(paragraph, span) or _ALSO.match(paragraph):
        return False
    plain = _HOUR.sub("", lead)
    other = is_last_day(lead) or any_listed("other_days").search(plain)
    if other or is_count(paragraph[span.end :]):
        return False
    opening = _OPENS.fullmatch(plain) or _OPENS_BEHIND.fullmatch(plain)
    return opening is not None or _SAYS_WHEN.search(plain) is not None


def reports(paragraph: str, span: DateMention, published: date | None, *, lead: bool) -> bool:
    """Whether a sentence reports what was done on a date, and not only what led to that."""
    before = paragraph[: span.start]
    led = any_listed("led_to").search(before[-_LED_WITHIN:])
    if led or _ALSO.match(paragraph):
        return False
    within = LONG_AGO if venue_start(before) < span.start else _LATELY
    late = is_background(span, published, within) and (not lead or follows_speech(before))
    return _closes(paragraph, span) and not late


def is_background(span: DateMention, published: date | None, within: timedelta = LONG_AGO) -> bool:
    """Whether a single day lies further back from the release than `within`."""
    return published is not None and not span.several and span.first < published - within


def name_overlap(title: str, before: str) -> int:
    """How many characters of the title name the event right before a date; 0 for too few."""
    on = _ON.search(before, max(0, len(before) - BEFORE))
    name = before[: on.start()][-_LONGEST_NAME:] if on else ""
    shared = next((n for n in range(len(name), 0, -1) if name[-n:] in title), 0)
    said = before[-_LED_WITHIN:]
    done = any_listed("taking_place").search(said) or ACTS.search(said)
    fits = shared >= _SHORTEST_NAME and done and not any_listed("other_days").search(said)
    return shared if fits else 0


def has_venue_behind(paragraph: str, span: DateMention) -> bool:
    """Whether it stands between "เมื่อวันที่" and a venue; other dates beside it are background."""
    then = _THEN.search(paragraph[max(0, span.start - BEFORE) : span.start])
    return then is not None and VENUE_NEXT.match(paragraph, span.end) is not None


def _closes(paragraph: str, span: DateMention) -> bool:
    before = paragraph[max(0, span.start - BEFORE) : span.start]
    if _other_day().search(before) or STATED_ON.search(before):
        return False
    return bool(
        (_BRACKETED.search(before) and VENUE_NEXT.match(paragraph[span.end : span.end + AFTER]))
        or (_TODAY.search(before) and _is_done_before(paragraph[: span.start]))
        or (_HELD_THEN.search(before) and _is_done_then(paragraph, span))
        or is_statement_at_event(paragraph, span)
        or (_ALONE.search(before) and _AT_END.fullmatch(paragraph, span.end))
    )


def _is_done_then(paragraph: str, span: DateMention) -> bool:
    """Whether a venue, a decision or an act goes with "เมื่อวันที่", or the paragraph ends with it."""
    before, behind = paragraph[: span.start], paragraph[span.end :]
    ends = not behind.strip(" ).") and (_THEN.search(before) or ACTS.search(before))
    return bool(
        VENUE_NEXT.match(behind[:AFTER])
        or _SO.match(behind[:AFTER])
        or ends
        or venue_in(paragraph[max(0, span.start - _PLACED_WITHIN) : span.start])
        or (not is_statement(paragraph, span) and is_act_with_venue(behind))
    )


def _is_done_before(before: str) -> bool:
    """Whether an act and then its venue stand before "วันนี้ (", and not what was said."""
    act = ACTS.search(before)
    venue = venue_in(before[max(act.end(), len(before) - _PLACED_WITHIN) :]) if act else ""
    return bool(venue) and not follows_speech(before)
