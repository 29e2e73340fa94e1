"""Whether an entry is of another year, day, place or office than a question."""

import re
from datetime import date, timedelta

from bot.dialogue.cues import BRIEF_QUESTION, asks_next_time
from bot.dialogue.labels import days_of
from bot.dialogue.precedence import is_held, places_of
from bot.dialogue.rejection.naming import is_counted_elsewhere, is_of_another_body
from bot.dialogue.subjects import denies, titled_of_other_year, years_in
from bot.knowledge.entries import HAPPENINGS, Entry
from bot.search.marks import years_meant
from bot.search.ranking import Query
from bot.thai.dates import ERA
from bot.thai.questions import Aspect

_THESE_DAYS = re.compile("(?:วัน|คืน|เช้า|เย็น|พรุ่ง)นี้|มะรืน|เมื่อ(?:วาน|คืน|เช้า)")
_NEAR_DAY = timedelta(days=7)
_HELD = frozenset((Aspect.WHEN, Aspect.WHERE))


def is_of_another_day(first: Entry, query: Query, today: date) -> bool:
    """Whether a question is about these days, "วันนี้", and the entry about long ago or ahead."""
    days = days_of(first)
    if days is None or not _THESE_DAYS.search(query.clean):
        return False
    return not (days[0] - _NEAR_DAY <= today <= days[1] + _NEAR_DAY)


def is_elsewhere(first: Entry, query: Query, today: date) -> bool:
    """Whether an entry is of another year, place or office than the question, or over."""
    if denies(first, query) or _is_over(first, query, today):
        return True
    if is_of_another_body(first, query) or titled_of_other_year(first, query):
        return True
    if is_counted_elsewhere(first, query):
        return True
    return is_held(first, places_of(query)) is False or _is_of_another_year(first, query)


def _is_of_another_year(first: Entry, query: Query) -> bool:
    """Whether of an event of one year is asked when or where it was in another it mentions.

    Who says little more than its name and a year asks no less.
    """
    named = query.aspect is Aspect.TOPIC and len(query.core) <= BRIEF_QUESTION
    start = first.event.start if first.event and (named or query.aspect in _HELD) else None
    years = set(years_meant(query)) if start else set()
    told = {str(day.year + ERA) for day in days_of(first) or ()}
    return bool(years) and years.isdisjoint(told | years_in(first.title))


def _is_over(first: Entry, query: Query, today: date) -> bool:
    """Whether a question is about the next time, and the entry about one that is over."""
    days = days_of(first) if first.kind in HAPPENINGS and asks_next_time(query.clean) else None
    return days is not None and days[1] < today
