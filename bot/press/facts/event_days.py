"""The days of the event that a release announces or reports.

A date counts only where the text says what takes place on it: it opens the paragraph that
reports the event, or stands with "จัดขึ้น", "ระหว่างวันที่" or a venue. The date of a statement, a
deadline or a law does not count. What is only likely is marked as unsure.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from bot.knowledge.places import province_in, province_of_venue, venue_in
from bot.knowledge.words import any_listed
from bot.press.facts.announced_days import (
    BEFORE,
    NEAR,
    context_of,
    is_announced,
    is_other_period,
)
from bot.press.facts.date_mentions import LONGEST_EVENT, DateMention, days_in
from bot.press.facts.english import dateline_day, is_coming
from bot.press.facts.event_status import EventStatus, is_new_date, status_of
from bot.press.facts.inferred_years import days_of_this_month
from bot.press.facts.last_days import is_last_day, open_until
from bot.press.facts.paragraphs import with_next_lines
from bot.press.facts.reported_days import (
    LONG_AGO,
    has_venue_behind,
    is_background,
    name_overlap,
    opens,
    reports,
)
from bot.press.facts.statement_days import is_decision, is_statement, opens_with_act

REPORTED = 3  # paragraphs that can report the event; later ones give its background

_LONGEST_DECK = 130  # characters of a headline's second and third line
_DECK_AND_LEAD = 2  # paragraphs that may open with what was done and give the day behind it
_NAMING = 6  # paragraphs that may name what the title names
_ANNOUNCED = 30  # paragraphs, items of lists too, that may announce the days of an event
_BETWEEN_TWO = timedelta(days=7)  # two days further apart are of two events
_LONG_BEFORE = timedelta(days=120)
_JOURNEY_WITHIN = 320  # characters before days that say that somebody travels on them
_DAYS_LATER = timedelta(days=7)  # nearly every report is released so soon after its day

_HANDS_OVER = re.compile("มอบ(?:วุฒิบัตร|เกียรติบัตร|ประกาศนียบัตร|รางวัล|โล่|ทุน)|ลงนาม|พิธีปิด")
_PERIOD = re.compile(r"(?:[-–—,]|ถึง|และ)\s?(?:วันที่\s?)?[0-9๐-๙]")  # of days, no "2 เดือน"
_JOURNEY = re.compile("เดินทาง(?:ไป|เยือน|มา)|การเยือน")
_ON_SITE = re.compile(r"(?:เว็บ|แอป|www\.)[^\n]{0,60}$")
_PRESS = re.compile("แถลงข่าว|แถลงความพร้อม|ประกาศความพร้อม")


@dataclass(frozen=True, slots=True)
class EventDays:
    """First and last day of an event, and the text around them that may name its venue.

    `journey` marks the days of a journey, on one of which something may be signed, `on_site` those
    of something done at a web site. `how` is that of a `finding`.
    """

    first: date
    last: date
    context: str
    how: str
    sure: bool = True
    journey: bool = False
    on_site: bool = False

    @property
    def period(self) -> tuple[date, date]:
        """First and last day."""
        return self.first, self.last


def _from_mention(days: DateMention, context: str, how: str) -> EventDays:
    """The days of a mention; unsure where it names other days beside them."""
    if days.others:
        how = "days.apart"
    return EventDays(days.first, days.last, context, how, sure=not days.others)


@dataclass(frozen=True, slots=True)
class _Release:
    title: str
    paragraphs: Sequence[str]
    published: date | None

    def days_in(self, text: str) -> Sequence[DateMention]:
        return days_in(text, self.published)

    def is_far_from(self, day: date) -> bool:
        return self.published is not None and abs(day - self.published) > _LONG_BEFORE


def event_days(title: str, paragraphs: Sequence[str], published: date | None) -> EventDays | None:
    """The days of a release's event; of a postponed one the new days, of a cancelled one none."""
    release, status = _Release(title, paragraphs, published), status_of(title, paragraphs)
    if status is EventStatus.SCHEDULED:
        return _with_checked_year(_days_of_title_or_text(release), release)
    return None if status is EventStatus.CANCELLED else _rescheduled(release)


def _rescheduled(release: _Release) -> EventDays | None:
    """The days that replace others, as title or text has them."""
    for text in (release.title, *release.paragraphs[:_ANNOUNCED]):
        for span in release.days_in(text):
            if is_new_date(text[max(0, span.start - BEFORE) : span.start]):
                return replace(_days_of_title(release, span), how="days.rescheduled", sure=False)
    return None


def _with_checked_year(days: EventDays | None, release: _Release) -> EventDays | None:
    """The days, unsure if far from the release's own: their year may be a slip of the pen.

    It is one, and is corrected, where they lie a year and a few days before the release.
    """
    if days is None or release.published is None:
        return days
    first, last = _year_later(days.first), _year_later(days.last)
    if timedelta(0) <= release.published - first <= _DAYS_LATER:
        return replace(days, first=first, last=last, how="days.year_before", sure=False)
    far = release.is_far_from(days.first)
    return replace(days, how="days.far", sure=False) if far else days


def _year_later(day: date) -> date:
    return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)


def reporting(paragraphs: Sequence[str], published: date | None) -> Sequence[str]:
    """The paragraphs from the lead on: the lines of a deck above it are short and undated."""
    for number, paragraph in enumerate(paragraphs[: REPORTED + 1]):
        if len(paragraph) > _LONGEST_DECK or days_in(paragraph, published):
            return paragraphs[number:]
    return paragraphs


def _days_of_title_or_text(release: _Release) -> EventDays | None:
    """The days of the event: those of the title outweigh those of the text.

    A single day does so only where the text leaves it open, for it may be that of the report.
    """
    title = release.title
    days = _until_last_day(release, _days_of_text(release))
    for span in release.days_in(title):
        unsure = days is not None and not days.sure
        planned = days is None and _is_planned(title[: span.start], span.first, release.published)
        open_still = span.several or unsure or planned
        if open_still and not is_other_period(title[: span.start]):
            same = days is not None and days.period == span.period
            return days if same else _days_of_title(release, span)
    return days if release.published else _widened_by_title(title, days)


def _widened_by_title(title: str, days: EventDays | None) -> EventDays | None:
    """The text's day as one of the title's period, which then is of the same year."""
    for span in days_in(title, days.first) if days else ():
        period = _PERIOD.search(title, span.start, span.end)
        if days and period and span.first <= days.first <= span.last:
            return replace(days, first=span.first, last=span.last, how="days.in_title")
    return days


def _until_last_day(release: _Release, days: EventDays | None) -> EventDays | None:
    """The days extended to the last on which the public can still come."""
    paragraphs, first = release.paragraphs, days.first if days else None
    until = open_until(paragraphs[:_ANNOUNCED], first, release.published)
    if until is None or _HANDS_OVER.search(release.title):
        return days
    begun = days or _reported(paragraphs[:REPORTED], until.day)
    if begun is None or not begun.last <= until.day < begun.first + LONGEST_EVENT:
        return days
    context = begun.context if venue_in(begun.context) else until.context
    return replace(begun, last=until.day, context=context, how="days.until")


def _is_planned(before: str, day: date, published: date | None) -> bool:
    """Whether a title announces something for a day to come that is no deadline."""
    deadline = is_last_day(before) or any_listed("other_days").search(before)
    coming = published is not None and day > published
    return coming and not deadline and any_listed("announcing").search(before) is not None


def _days_of_title(release: _Release, span: DateMention) -> EventDays:
    """The title's days, with the venue behind the same days in the text, or in the title."""
    contexts = [
        paragraph[other.end : other.end + NEAR]
        for paragraph in release.paragraphs[:_ANNOUNCED]
        for other in release.days_in(paragraph)
        if other.period == span.period
    ]
    context = _fullest_venue([*contexts, release.title[span.end :]])
    return _from_mention(span, context, "days.in_title")


def _fullest_venue(contexts: Iterable[str]) -> str:
    """The text that names the first venue most fully, with its short name or province."""
    venues = {one: venue for one in contexts if (venue := venue_in(one))}
    first = next(iter(venues), "")
    fuller = (
        one
        for one, venue in venues.items()
        if venue.startswith(venues[first])
        and (venue.endswith(")") or province_of_venue(venue))
        and len(venue) > len(venues[first])
    )
    return max(fuller, key=lambda one: len(venues[one]), default=first)


def _days_of_text(release: _Release) -> EventDays | None:
    """The days of the text: in an announcement the announced ones, else the reported ones."""
    paragraphs, published = release.paragraphs, release.published
    reported = _reported(paragraphs[:REPORTED], published)
    day = reported.first if reported else published
    announced = list(_announced(paragraphs[:_ANNOUNCED], published, day))
    if reported and reported.first == dateline_day(paragraphs[:REPORTED]):
        reported = None if announced or is_coming(reported.context) else reported
    if reported is None:
        return _choose(announced) if announced else _behind_name(release)
    return _with_year_of_release(release, reported, announced) or _reported_or_announced(
        release, reported, announced
    )


def _reported_or_announced(
    release: _Release, reported: EventDays, announced: Sequence[EventDays]
) -> EventDays:
    """The announced days if the release is about what is to come, else the reported one."""
    ahead = [one for one in announced if one.last >= reported.first]
    later = release.published is not None and reported.first > release.published
    if ahead and later and all(one.first != reported.first for one in ahead):
        ahead = [reported, *ahead]
    if _PRESS.search(reported.context[:400]):
        ahead = [one for one in ahead if one.last > reported.last] or ahead
    if ahead and _announces(release.title, reported):
        return _choose(ahead)
    if coming := _coming(release, ahead, reported):
        days = _days_of_title(release, coming)
        return days if venue_in(days.context) else _choose(ahead)
    reported = _with_venue(release, reported)
    ceremony = _is_ceremony(release.title, reported, announced)
    return reported if ceremony else _widened_to_period(reported, announced)


def _behind_name(release: _Release) -> EventDays | None:
    """The day right behind the name that the title has for the event."""
    named = [
        (length, span, paragraph[span.end :])
        for paragraph in release.paragraphs[:_NAMING]
        for span in release.days_in(paragraph)
        if (length := name_overlap(release.title, paragraph[: span.start]))
        and not is_background(span, release.published)
    ]
    if not named:
        return None
    _, span, context = max(named, key=lambda one: one[0])
    return _from_mention(span, context, "days.behind_name")


def _with_year_of_release(
    release: _Release, reported: EventDays, announced: Iterable[EventDays]
) -> EventDays | None:
    """The announced day that is the reported one but for its year, which then is a slip."""
    day = (reported.first.month, reported.first.day)
    for one in announced if release.is_far_from(reported.first) else ():
        if (one.first.month, one.first.day) == day and not release.is_far_from(one.first):
            return replace(one, how="days.two_years", sure=False)
    return None


def _with_venue(release: _Release, reported: EventDays) -> EventDays:
    """The reported day with a venue, of another paragraph that opens with it or the next lines."""
    if venue_in(reported.context):
        return reported
    for paragraph in release.paragraphs[:REPORTED]:
        for span in release.days_in(paragraph):
            context = paragraph[span.end :]
            if span.first == reported.first and opens(paragraph, span) and venue_in(context):
                return replace(reported, context=context)
    context = with_next_lines(reported.context, release.paragraphs)
    return replace(reported, context=context) if venue_in(context) else reported


def _announces(title: str, reported: EventDays) -> bool:
    return bool(any_listed("announcing").search(title) or _PRESS.search(reported.context[:400]))


def _coming(
    release: _Release, ahead: Iterable[EventDays], reported: EventDays
) -> DateMention | None:
    """The days of the title that the text announces and does not report."""
    days = {one.period for one in ahead if one.first > reported.last}
    titled = release.days_in(release.title) if days and release.published else ()
    if any(one.first <= reported.first <= one.last for one in titled):
        return None
    return next((one for one in titled if one.period in days), None)


def _is_ceremony(title: str, reported: EventDays, announced: Iterable[EventDays]) -> bool:
    """Whether the reported day is a ceremony apart from a longer event at another place."""
    here = venue_in(reported.context)
    others = (venue_in(one.context) for one in announced if one.first < one.last)
    elsewhere = any(here and one and one not in here and here not in one for one in others)
    titled = any(f"{at}{here}" in title for at in ("ที่", "ที่ ", "ณ "))
    return elsewhere and (titled or _HANDS_OVER.search(title) is not None)


def _widened_to_period(reported: EventDays, announced: Iterable[EventDays]) -> EventDays:
    """The period that the reported day is part of ("จัดขึ้นระหว่างวันที่ 27-28"), or that day."""
    signed, placed = _HANDS_OVER.search(reported.context), venue_in(reported.context)
    for one in announced:
        if (signed and one.journey) or (placed and one.on_site):
            continue
        if one.first <= reported.first and reported.last <= one.last and one.first < one.last:
            context = one.context if venue_in(one.context) else reported.context
            return replace(one, context=context, how="days.span" if one.sure else one.how)
    return reported


def _choose(announced: Sequence[EventDays]) -> EventDays:
    first = announced[0]
    days = [one.period for one in announced]
    if len(set(days)) == 1:
        fullest = _fullest_venue(one.context for one in announced)
        return next((one for one in announced if one.context == fullest), first)
    same = [one for one in announced if one.first <= first.first and first.last <= one.last]
    widest = max(same, key=lambda one: one.last - one.first)
    if first.first < first.last and days.count(days[0]) > days.count(widest.period):
        widest = first
    if all(one.first <= widest.last for one in announced):
        return widest
    if again := _repeated(announced):
        return again
    last = max(one.last for one in announced)
    if last - widest.first > LONGEST_EVENT or _are_different_events(announced):
        return EventDays(
            widest.first, widest.last, widest.context, "days.first_of_several", sure=False
        )
    return EventDays(widest.first, last, "", "days.from_first_to_last", sure=False)


def _are_different_events(announced: Iterable[EventDays]) -> bool:
    """Whether two of them are at different places and days apart, and so no one period."""
    told = sorted((one.first, one.last, _place_of(one)) for one in announced)
    return any(
        one[2] and other[2] and one[2] != other[2] and other[0] - one[1] > _BETWEEN_TWO
        for one, other in pairwise(told)
    )


def _place_of(days: EventDays) -> str:
    return venue_in(days.context) or province_in(days.context[:BEFORE])


def _repeated(announced: Sequence[EventDays]) -> EventDays | None:
    """The days that a release repeats, if they are the only ones of several."""
    days = [one.period for one in announced]
    again = [one for one in announced if days.count(one.period) > 1]
    alone = len({one.period for one in again}) == 1
    return replace(again[0], how="days.repeated", sure=False) if alone else None


def _reported(paragraphs: Sequence[str], published: date | None) -> EventDays | None:
    """The day that opens a paragraph, or closes it in brackets or after "เมื่อ"."""
    for number, paragraph in enumerate(paragraphs):
        spans = [one for one in days_in(paragraph, published) if not is_decision(paragraph, one)]
        for span in spans:
            if opens(paragraph, span) and not is_statement(paragraph, span):
                return _from_mention(span, paragraph[span.end :], "days.reported_first")
        for span in sorted(spans, key=lambda one: not has_venue_behind(paragraph, one)):
            if reports(paragraph, span, published, lead=number == 0):
                context = paragraph[span.end :] if venue_in(paragraph[span.end :]) else paragraph
                return _from_mention(span, context, "days.reported")
    return _behind_act(paragraphs[:_DECK_AND_LEAD], published)


def _behind_act(paragraphs: Sequence[str], published: date | None) -> EventDays | None:
    """The first day of a paragraph that opens with who did something, right behind that."""
    for paragraph in paragraphs:
        for span in days_in(paragraph, published)[:1]:
            before, context = paragraph[: span.start], paragraph[span.end :]
            if not opens_with_act(before):
                return None
            context = paragraph if venue_in(before) and not venue_in(context) else context
            return _from_mention(span, context, "days.behind_act")
    return None


def _announced(
    paragraphs: Sequence[str], published: date | None, told: date | None
) -> Iterable[EventDays]:
    """The days on which something is announced; then those of "this month" as of the day `told`.

    Much that is no event is of this month, so those need a venue.
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
        context = context_of(paragraph, span)
        if (paragraph, span) in by_themselves or venue_in(context):
            led_by = paragraph[max(0, span.start - _JOURNEY_WITHIN) : span.start]
            journey = _JOURNEY.search(led_by) is not None
            on_site = _ON_SITE.search(led_by[-BEFORE:]) is not None
            days = _from_mention(span, context, "days.announced")
            yield replace(days, journey=journey, on_site=on_site)
