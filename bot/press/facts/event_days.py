"""The days on which what a release tells of takes place.

A date is the day of something only where the text says so: it opens the paragraph that
reports it, or stands with "จัดขึ้น", "ระหว่างวันที่" or a venue. The day on which somebody said
something, a deadline and a law's date are none. What is only likely is told as unsure.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from bot.knowledge.places import province_in, province_of_venue, venue_in
from bot.knowledge.words import release_pattern
from bot.press.facts.announced_days import (
    AFTER,
    BEFORE,
    NEAR,
    is_announced,
    is_period_of_another,
    with_place,
)
from bot.press.facts.date_mentions import LONGEST_EVENT, DateMention, days_in
from bot.press.facts.english import dateline_day, is_coming
from bot.press.facts.event_status import EventStatus, is_new_date, status_of
from bot.press.facts.inferred_years import days_of_this_month
from bot.press.facts.last_days import is_last_day, open_until
from bot.press.facts.paragraphs import with_next_lines
from bot.press.facts.reported_days import (
    LONG_AGO,
    is_background,
    is_then_there,
    named_by,
    opens,
    reports,
)
from bot.press.facts.statement_days import acted_on, is_decision, is_statement

REPORTED = 3  # paragraphs that can report the event; later ones tell its background

_LONGEST_DECK = 130  # characters of a headline's second and third line
_DECK_AND_LEAD = 2  # paragraphs that may open with what was done, and tell the day behind it
_NAMING = 6  # paragraphs that may name what the title names
_ANNOUNCED = 30  # paragraphs in which an announced event's days may stand, items of lists too
_BETWEEN_TWO = timedelta(days=7)  # and more are between two events
_LONG_BEFORE = timedelta(days=120)
_JOURNEY_WITHIN = 320  # characters before days that say that somebody goes somewhere in them
_DAYS_LATER = timedelta(days=7)  # within which nearly every report of a day is given out

_HANDS_OVER = re.compile("มอบ(?:วุฒิบัตร|เกียรติบัตร|ประกาศนียบัตร|รางวัล|โล่|ทุน)|ลงนาม|พิธีปิด")
_CLOSING = re.compile("พิธีปิด|ปิดการแข่งขัน")  # whatever is between belongs to it
_PERIOD = re.compile(r"(?:[-–—,]|ถึง|และ)\s?(?:วันที่\s?)?[0-9๐-๙]")  # of days, no "2 เดือน"
_JOURNEY = re.compile("เดินทาง(?:ไป|เยือน|มา)|การเยือน")
_ON_SITE = re.compile(r"(?:เว็บ|แอป|www\.)[^\n]{0,60}$")
_TOOK_PART = re.compile(r"เข้าร่วม[^\n]{0,120}?ระหว่าง\S*\s?[^\n]{0,30}$")
_RECEIVED = re.compile("ต้อนรับ|ยินดี|มอบ|แถลง|เข้าพบ|หารือ|เปิดเผย|กล่าว")
_PRESS = re.compile("แถลงข่าว|แถลงความพร้อม|ประกาศความพร้อม")
_announcing = release_pattern("%(announcing)s")
_other_days = release_pattern("%(other_days)s")


@dataclass(frozen=True, slots=True)
class EventDays:
    """Days something takes place on, and the text around them that may name the venue.

    `journey` tells that they are the days of a journey, on one of which something may be signed,
    `on_site` that they are those of something done at a web site. `how` is that of a `finding`.
    """

    first: date
    last: date
    near: str
    how: str
    sure: bool = True
    journey: bool = False
    on_site: bool = False


def _as_told(days: DateMention, near: str, how: str) -> EventDays:
    """The days found so; where others are told beside them, a person is to look."""
    if days.others:
        how = "days.apart"
    return EventDays(days.first, days.last, near, how, sure=not days.others)


def event_days(title: str, paragraphs: Sequence[str], published: date | None) -> EventDays | None:
    """The days of the event of a release; of one that was put off, the new ones or none."""
    plans = status_of(title, paragraphs)
    if plans is EventStatus.SCHEDULED:
        return _doubted(_settle(title, paragraphs, published), published)
    return None if plans is EventStatus.CANCELLED else _anew(title, paragraphs, published)


def _anew(title: str, paragraphs: Sequence[str], published: date | None) -> EventDays | None:
    """The days that take the place of others, told in the title or in the text."""
    for text in (title, *paragraphs[:_ANNOUNCED]):
        for span in days_in(text, published):
            if is_new_date(text[max(0, span.start - BEFORE) : span.start]):
                told = _titled(title, span, paragraphs, published)
                return replace(told, how="days.anew", sure=False)
    return None


def _doubted(days: EventDays | None, published: date | None) -> EventDays | None:
    """Days far from that of the release are marked: the year may be a slip of its writer.

    It is one where they are a year and a few days before it, to the day.
    """
    if days and published and timedelta(0) <= published - _year_on(days.first) <= _DAYS_LATER:
        how = "days.year_before"
        first, last = _year_on(days.first), _year_on(days.last)
        return replace(days, first=first, last=last, how=how, sure=False)
    if days and _is_long_from(days.first, published):
        how = "days.far"
        return replace(days, how=how, sure=False)
    return days


def _year_on(day: date) -> date:
    return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)


def _is_long_from(day: date, published: date | None) -> bool:
    return published is not None and abs(day - published) > _LONG_BEFORE


def reporting(paragraphs: Sequence[str], published: date | None) -> Sequence[str]:
    """The paragraphs from the first that reports: decks are short and give no day."""
    for number, paragraph in enumerate(paragraphs[: REPORTED + 1]):
        if len(paragraph) > _LONGEST_DECK or days_in(paragraph, published):
            return paragraphs[number:]
    return paragraphs


def _settle(title: str, paragraphs: Sequence[str], published: date | None) -> EventDays | None:
    """The days of the event: what the title tells outweighs what the text tells.

    A single day only where the text leaves it open: it may be the one of the report.
    """
    told = _still_on(title, _told(title, paragraphs, published), paragraphs, published)
    for span in days_in(title, published):
        unsure = told is not None and not told.sure
        planned = told is None and _is_planned(title[: span.start], span.first, published)
        open_still = span.several or unsure or planned
        if open_still and not is_period_of_another(title[: span.start]):
            same = told is not None and (told.first, told.last) == (span.first, span.last)
            return told if same else _titled(title, span, paragraphs, published)
    return told if published else _as_titled(title, told)


def _as_titled(title: str, told: EventDays | None) -> EventDays | None:
    """The period of a title around the day of the text, whose year is the title's too."""
    for span in days_in(title, told.first) if told else ():
        period = _PERIOD.search(title, span.start, span.end)
        if told and period and span.first <= told.first <= span.last:
            return replace(told, first=span.first, last=span.last, how="days.in_title")
    return told


def _still_on(
    title: str, told: EventDays | None, paragraphs: Sequence[str], published: date | None
) -> EventDays | None:
    """Days up to the last one on which it can still be come to, by whose year they are told too."""
    until = open_until(paragraphs[:_ANNOUNCED], told.first if told else None, published)
    if until is None or _HANDS_OVER.search(title):
        return told
    begun = told or _reported(paragraphs[:REPORTED], until.day)
    if begun is None or not begun.last <= until.day < begun.first + LONGEST_EVENT:
        return told
    near = begun.near if venue_in(begun.near) else until.near
    return replace(begun, last=until.day, near=near, how="days.until")


def _is_planned(before: str, day: date, published: date | None) -> bool:
    """Whether a title tells of what is to come, and its day is no deadline."""
    deadline = is_last_day(before) or _other_days().search(before)
    coming = published is not None and day > published
    return coming and not deadline and _announcing().search(before) is not None


def _titled(
    title: str, span: DateMention, paragraphs: Sequence[str], published: date | None
) -> EventDays:
    """The title's days, with the venue told behind the same days in the text, or in the title."""
    near = [
        paragraph[other.end : other.end + NEAR]
        for paragraph in paragraphs[:_ANNOUNCED]
        for other in days_in(paragraph, published)
        if (other.first, other.last) == (span.first, span.last)
    ]
    return _as_told(span, _fullest([*near, title[span.end :]]), "days.in_title")


def _fullest(near: Iterable[str]) -> str:
    """What tells the first venue that is told, where it is told with its short name or province."""
    told = {one: venue for one in near if (venue := venue_in(one))}
    first = next(iter(told), "")
    fuller = (
        one
        for one, venue in told.items()
        if venue.startswith(told[first])
        and (venue.endswith(")") or province_of_venue(venue))
        and len(venue) > len(told[first])
    )
    return max(fuller, key=lambda one: len(told[one]), default=first)


def _told(title: str, paragraphs: Sequence[str], published: date | None) -> EventDays | None:
    """The days of the text: announced ones before reported ones where the release announces."""
    reported = _reported(paragraphs[:REPORTED], published)
    day = reported.first if reported else published
    announced = list(_announced(paragraphs[:_ANNOUNCED], published, day))
    if reported and reported.first == dateline_day(paragraphs[:REPORTED]):
        reported = None if announced or is_coming(reported.near) else reported
    if reported and (again := _with_other_year(reported, announced, published)):
        return again
    if reported is None:
        return _one_of(announced) if announced else _named(title, paragraphs, published)
    ahead = [one for one in announced if one.last >= reported.first]
    later = published is not None and reported.first > published
    if ahead and later and all(one.first != reported.first for one in ahead):
        ahead = [reported, *ahead]
    if _PRESS.search(reported.near[:400]):
        ahead = [one for one in ahead if one.last > reported.last] or ahead
    if ahead and _announces(title, reported):
        return _one_of(ahead)
    if coming := _to_come(title, ahead, reported, published):
        told = _titled(title, coming, paragraphs, published)
        return told if venue_in(told.near) else _one_of(ahead)
    if before := _told_of(reported, announced):
        return before
    reported = _with_venue(reported, paragraphs, published)
    return reported if _is_ceremony(title, reported, announced) else _around(reported, announced)


def _named(title: str, paragraphs: Sequence[str], published: date | None) -> EventDays | None:
    """The day that is told right behind the name that the title has for what is done."""
    named = [
        (letters, span, paragraph[span.end :])
        for paragraph in paragraphs[:_NAMING]
        for span in days_in(paragraph, published)
        if (letters := named_by(title, paragraph[: span.start]))
        and not is_background(span, published)
    ]
    if not named:
        return None
    _, span, near = max(named, key=lambda one: one[0])
    return _as_told(span, near, "days.behind_name")


def _with_other_year(
    reported: EventDays, announced: Iterable[EventDays], published: date | None
) -> EventDays | None:
    """The same day in the year of the release, where the reported one is of another by a slip."""
    day = (reported.first.month, reported.first.day)
    for one in announced if _is_long_from(reported.first, published) else ():
        if (one.first.month, one.first.day) == day and not _is_long_from(one.first, published):
            return replace(one, how="days.two_years", sure=False)
    return None


def _with_venue(
    reported: EventDays, paragraphs: Sequence[str], published: date | None
) -> EventDays:
    """The same day as a fuller paragraph tells it, or its lines, where the first names no venue."""
    if venue_in(reported.near):
        return reported
    for paragraph in paragraphs[:REPORTED]:
        for span in days_in(paragraph, published):
            near = paragraph[span.end :]
            if span.first == reported.first and opens(paragraph, span) and venue_in(near):
                return replace(reported, near=near)
    near = with_next_lines(reported.near, paragraphs)
    return replace(reported, near=near) if venue_in(near) else reported


def _announces(title: str, reported: EventDays) -> bool:
    return bool(_announcing().search(title) or _PRESS.search(reported.near[:400]))


def _to_come(
    title: str, ahead: Iterable[EventDays], reported: EventDays, published: date | None
) -> DateMention | None:
    """The day that a title tells, and no reported one, on which the text says something is held."""
    days = {(one.first, one.last) for one in ahead if one.first > reported.last}
    told = days_in(title, published) if days and published else ()
    if any(one.first <= reported.first <= one.last for one in told):
        return None
    return next((one for one in told if (one.first, one.last) in days), None)


def _is_ceremony(title: str, reported: EventDays, announced: Iterable[EventDays]) -> bool:
    """Whether it is elsewhere than what goes on for days: handed over, signed, or so titled."""
    here = venue_in(reported.near)
    others = (venue_in(one.near) for one in announced if one.first < one.last)
    elsewhere = any(here and one and one not in here and here not in one for one in others)
    titled = any(f"{at}{here}" in title for at in ("ที่", "ที่ ", "ณ "))
    return elsewhere and (titled or _HANDS_OVER.search(title) is not None)


def _told_of(reported: EventDays, announced: Iterable[EventDays]) -> EventDays | None:
    """The period before the reported day in which what it tells of took place, and where."""
    for one in announced:
        over = one.near and one.first < one.last < reported.first
        told, found, _ = reported.near.partition(one.near[:AFTER]) if over else ("", "", "")
        if found and _TOOK_PART.search(told) and venue_in(one.near):
            return None if venue_in(told) or _RECEIVED.search(told) else one
    return None


def _around(reported: EventDays, announced: Iterable[EventDays]) -> EventDays:
    """The period that the reported day is one day of ("จัดขึ้นระหว่างวันที่ 27-28"), or that day."""
    signed, placed = _HANDS_OVER.search(reported.near), venue_in(reported.near)
    for one in announced:
        if (signed and one.journey) or (placed and one.on_site):
            continue
        if one.first <= reported.first and reported.last <= one.last and one.first < one.last:
            venue_told = venue_in(one.near)
            near = one.near if venue_told else reported.near
            how = "days.span" if one.sure else one.how
            return replace(one, near=near, how=how)
    return reported


def _one_of(announced: Sequence[EventDays]) -> EventDays:
    first = announced[0]
    days = [(one.first, one.last) for one in announced]
    if len(set(days)) == 1:
        fullest = _fullest(one.near for one in announced)
        return next((one for one in announced if one.near == fullest), first)
    same = [one for one in announced if one.first <= first.first and first.last <= one.last]
    widest = max(same, key=lambda one: one.last - one.first)
    if first.first < first.last and days.count(days[0]) > days.count((widest.first, widest.last)):
        widest = first
    if all(one.first <= widest.last for one in announced):
        return widest
    if again := _told_again(announced):
        return again
    last = max(one.last for one in announced)
    if last - widest.first > LONGEST_EVENT or _are_apart(announced):
        return EventDays(
            widest.first, widest.last, widest.near, "days.first_of_several", sure=False
        )
    return EventDays(widest.first, last, "", "days.from_first_to_last", sure=False)


def _are_apart(announced: Iterable[EventDays]) -> bool:
    """Whether two are told at different places with days between: they are no one period."""
    if any(_CLOSING.search(one.near) for one in announced):
        return False
    told = sorted((one.first, one.last, _place_of(one)) for one in announced)
    return any(
        one[2] and other[2] and one[2] != other[2] and other[0] - one[1] > _BETWEEN_TWO
        for one, other in pairwise(told)
    )


def _place_of(days: EventDays) -> str:
    return venue_in(days.near) or province_in(days.near[:BEFORE])


def _told_again(announced: Sequence[EventDays]) -> EventDays | None:
    """The days that a release comes back to, where it does so to one of several alone."""
    days = [(one.first, one.last) for one in announced]
    again = [one for one, day in zip(announced, days, strict=True) if days.count(day) > 1]
    alone = len({(one.first, one.last) for one in again}) == 1
    return replace(again[0], how="days.told_again", sure=False) if alone else None


def _reported(paragraphs: Sequence[str], published: date | None) -> EventDays | None:
    """The day that opens one of the first paragraphs, or closes it in brackets or after "เมื่อ"."""
    for number, paragraph in enumerate(paragraphs):
        spans = [one for one in days_in(paragraph, published) if not is_decision(paragraph, one)]
        for span in spans:
            if opens(paragraph, span) and not is_statement(paragraph, span):
                near = paragraph[span.end :]
                return _as_told(span, near, "days.reported_first")
        for span in sorted(spans, key=lambda one: not is_then_there(paragraph, one)):
            if reports(paragraph, span, published, lead=number == 0):
                near = paragraph[span.end :] if venue_in(paragraph[span.end :]) else paragraph
                return _as_told(span, near, "days.reported")
    return _acted(paragraphs[:_DECK_AND_LEAD], published)


def _acted(paragraphs: Sequence[str], published: date | None) -> EventDays | None:
    """The first day that is told, behind what somebody did, where a paragraph opens with that."""
    for paragraph in paragraphs:
        for span in days_in(paragraph, published)[:1]:
            before, near = paragraph[: span.start], paragraph[span.end :]
            if not acted_on(before):
                return None
            near = paragraph if venue_in(before) and not venue_in(near) else near
            return _as_told(span, near, "days.reported_last")
    return None


def _announced(
    paragraphs: Sequence[str], published: date | None, told: date | None
) -> Iterable[EventDays]:
    """Days of something held; then those of this month by the day `told` of what is reported.

    Of this month is also what is no event, so that a place has to be told.
    """
    here = None if published else told
    dated = [(one, span) for one in paragraphs for span in days_in(one, published)]
    this = (
        [(one, span) for one in paragraphs for span in days_of_this_month(one, here)]
        if here
        else ()
    )
    by_themselves = frozenset(dated)
    for paragraph, span in (one for one in (*dated, *this) if is_announced(*one)):
        history = told and span.last < told - LONG_AGO and paragraph not in paragraphs[:REPORTED]
        if history or is_background(span, published):
            continue
        near = with_place(paragraph, span)
        if (paragraph, span) in by_themselves or venue_in(near):
            led_by = paragraph[max(0, span.start - _JOURNEY_WITHIN) : span.start]
            journey = _JOURNEY.search(led_by) is not None
            on_site = _ON_SITE.search(led_by[-BEFORE:]) is not None
            days = _as_told(span, near, "days.announced")
            yield replace(days, journey=journey, on_site=on_site)
