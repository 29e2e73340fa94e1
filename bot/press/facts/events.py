"""The event of a release: its days, time, venue, province, organiser and cost."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile

from bot.knowledge.entries import Event
from bot.knowledge.places import (
    NO_PLACE,
    dash_venue,
    dateline_venue,
    in_quotes,
    province_behind,
    province_gone_to,
    province_in,
    province_of_venue,
    venue_in,
    visited_place,
)
from bot.knowledge.words import any_listed, places_of, release_pattern
from bot.press.facts.calendars import lists_events
from bot.press.facts.costs import cost_in
from bot.press.facts.date_mentions import DateMention, days_in
from bot.press.facts.english import english_venue
from bot.press.facts.event_days import REPORTED, EventDays, event_days, reporting
from bot.press.facts.event_status import EventStatus, status_of
from bot.press.facts.inferred_years import inferred_year
from bot.press.facts.last_days import open_until
from bot.press.facts.organizers import Organizer, find_organizer
from bot.press.facts.paragraphs import from_end
from bot.press.facts.reported_days import OPENING, opens
from bot.press.facts.statement_days import ACTS
from bot.press.findings import Finding, finding
from bot.thai.dates import ANY_DAY
from bot.thai.letters import DIGITS

ONLINE = "ออนไลน์"  # the venue of what takes place nowhere else

_LONGEST_LINE = 130  # characters of an invitation's line that tells a day
_ON_FLOOR = re.compile(r"(?<![ก-๙])ณ\s.{3,90}ชั้น(?:ที่)?\s?[0-9๐-๙A-Z]{1,3}$")
_IN_HOUSE = re.compile("อาคาร|ตึก")  # opens the line below a room and its floor
_LINES = 25  # that one sentence may be broken over, and the letters of one
_BROKEN_LINE = 200
_TELLING = 8  # paragraphs that say who holds it and what it costs
_AT_PLACE = re.compile(rf"ณ(?<![ก-๙]ณ)\s*{NO_PLACE}\S")
_AT_END = re.compile(rf"ณ(?<![ก-๙]ณ)\s+{NO_PLACE}\S(?:[^ณ\n]|(?<=[ก-๙])ณ){{3,140}}$")
_ABROAD = re.compile(r"^(?:กรุง(?!เทพ)|นคร|เมือง)|สาธารณรัฐ|ราชอาณาจักร|ประเทศ(?!ไทย)")
_HOUSE = re.compile("ห้อง|อาคาร|โรงแรม|ตึก|หอประชุม|โถง|ลาน")
_HOUSE_AT_END = re.compile(rf"\sที่(?={_HOUSE.pattern})[^\n]{{3,140}}$")
_only_province = release_pattern(  # a surname too: "ณ เชียงใหม่"
    r"(?:พื้นที่)?(?:(?:จังหวัด|จ\.)\s?[ก-๙]+|%(provinces)s)"
)
# Posters and posts: "⏰ เวลา: …", "📍 สถานที่: …", or the pictures alone.
_AT_CLOCK = "[\u23f0\U0001f550-\U0001f567]\ufe0f?"
_TIME_LINE = re.compile(rf"\W{{0,4}}เวลา\s*[:：]|{_AT_CLOCK}")
_VENUE_LINE = re.compile(
    r"(?:\W{0,4}|\W?[0-9๐-๙]{1,2}[.)]\s?)สถานที่(?:จัด\S{0,12})?\s*[:：]\s*(?P<venue>\S.{3,140})"
    r"|[0-9๐-๙]{1,2}[.)]\s?สถานที่(?:จัด\S{0,12})?\s+(?P<listed>\S.{3,140})"
)
_PINNED = re.compile(
    r"\U0001f4cd\ufe0f?\s*(?:สถานที่\S{0,12}\s)?(?P<venue>[^\s:：][^\n:：\u2300-\u27bf\U0001f000-\U0001faff]{3,140})"
)
_BELOW_DAY = re.compile(r"(?:เวลา\s*[0-9๐-๙].{3,40}|(?:ณ|ที่)\s+\S.{3,140})")
# A label among the days of a contest, which takes place before.
_AWARDS = re.compile(r"\W{0,4}(?:พิธี)?มอบรางวัล\s*[:：]?\s*(?:ใน)?วัน[ก-๙]{0,10}\s*[0-9๐-๙]")
_LONGEST_PLACE = 80
_FULLER = 200  # characters behind a day within which its place stands
_DAY_AND_HOURS = re.compile(r"\W{0,4}วัน[ก-๙]{0,10}\s?[0-9๐-๙].{4,40}\sเวลา\s")
_PLACED = re.compile(r"\sณ\s")
_CLOCK = "[0-9๐-๙]{1,2}[.:][0-9๐-๙]{2}"
_TIME = re.compile(
    rf"(?:เวลา(ประมาณ)?|{_AT_CLOCK})\s*[:：]?\s*(?P<time>{_CLOCK}(\s*(น\.)?\s*[-–ถึง]+\s*{_CLOCK})?\s*(น\.|นาฬิกา)?)"
)
_OPEN_HOURS = re.compile(
    r"เปิดให้(?:เข้า)?ชม(?:งาน)?(?:ฟรี)?[!\s]*(?:ทุกวัน)?\s?(?:ตั้งแต่)?\s?(?:เวลา)?\s?"
    rf"(?P<time>{_CLOCK}\s*(?:น\.)?\s*[-–ถึง]+\s*{_CLOCK}\s*(?:น\.|นาฬิกา)?)"
)
_HOUR_NEXT = re.compile(rf"\s*(?:ใน)?{_TIME.pattern}")
_ONLY_DAY = re.compile(
    r"\s?(?:น\.?)?\s?\(?(?:วันนี้)?\s?\(?(?:วัน[ก-๙]*ที่)?\s*[0-9๐-๙]{1,2}\s[^0-9๐-๙]{3,16}\s?[0-9๐-๙]{0,4}"
)
_ONWARDS = re.compile(r"\s*(?:นี้\s*)?เป็นต้นไป")
_REPORTED_PRESS = re.compile(r".{0,200}แถลงข่าว", re.DOTALL)
_ONLINE = re.compile(
    r"(?<!ถ่ายทอด)(?<!ถ่ายทอดสด)ผ่านระบบออนไลน์|ผ่านระบบ(การประชุม)?ทางไกล|ในรูปแบบออนไลน์"
    r"|(?<!ถ่ายทอด)(?<!ถ่ายทอดสด)ผ่าน(?:ทาง)?\s?(?:ระบบ|โปรแกรม|แอปพลิเคชัน)?\s?"
    r"(?:Zoom|Webex|Google Meet|(?:MS|Microsoft) Teams)|Online",
    re.I,
)


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """The event of a release, None without one, and how its fields were found."""

    event: Event | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _When:
    """The days of an event, and the findings where they are not known in full.

    `mention` leads to venue and hour, even if its year is not known.
    """

    days: EventDays | None = None
    mention: EventDays | None = None
    findings: tuple[Finding, ...] = ()


def find_event(title: str, paragraphs: Sequence[str], published: date | None) -> FoundEvent:
    """The event of a release; dates without a year are those nearest to `published`.

    In a release that is not dated itself only dates with their year count.
    """
    lines = [one for one in _with_lines_below(paragraphs) if not _AWARDS.match(one)]
    paragraphs = reporting(lines, published)
    if lists_events(title, paragraphs, published):
        return FoundEvent(None, (finding("event.start", "days.calendar", sure=False),))
    days = event_days(title, paragraphs, published)
    if days is None and status_of(title, paragraphs) is not EventStatus.SCHEDULED:
        return FoundEvent(None, (finding("event.start", "days.not_held", sure=False),))
    when = _When(days, days) if days else _partly_known(title, paragraphs, published)
    days = when.days
    venue, how = _venue(when, paragraphs)
    if days is None and not venue:
        return FoundEvent(None, when.findings)
    holder = find_organizer(paragraphs[:_TELLING])
    event = Event(
        start=days.first if days else None,
        end=days.last if days and not _is_open(days) else None,
        time=_time(when.mention, paragraphs, venue),
        venue=venue,
        province=_province(title, venue, when.mention, paragraphs),
        organizer=holder.name,
        cost=_cost(title, days, paragraphs, published),
    )
    return FoundEvent(event, (*when.findings, *_findings(event, days, how, holder)))


def _partly_known(title: str, paragraphs: Sequence[str], published: date | None) -> _When:
    """Days whose year stands elsewhere or nowhere, or of which only the last is known."""
    yearless = event_days(title, paragraphs, ANY_DAY) if published is None else None
    if yearless and (year := inferred_year(title, paragraphs, yearless.first)):
        days = _in_year(event_days(title, paragraphs, year), year)
        if days:
            return _When(days, days)
    if yearless:
        return _When(None, yearless, (finding("event.start", "days.no_year", sure=False),))
    if until := open_until(paragraphs, None, published):
        last = EventDays(until.day, until.day, until.context, "")
        return _When(None, last, (finding("event.start", "days.only_last", sure=False),))
    return _When()


def _venue(when: _When, paragraphs: Sequence[str]) -> tuple[str, str]:
    """The venue and how it was found, also of an event without days."""
    venue, how = _venue_of(when.mention, paragraphs) if when.mention else ("", "")
    if when.days and venue:
        return _with_hall(venue, when.days, paragraphs), how
    return (venue, how) if when.days or venue else _venue_without_days(paragraphs)


def _mentions_of(days: EventDays, paragraph: str) -> list[DateMention]:
    """Where a paragraph mentions the days of the event."""
    return [one for one in days_in(paragraph, days.first) if one.period == days.period]


def _in_year(days: EventDays | None, year: date) -> EventDays | None:
    """The days, unsure, if they are of the year that is inferred."""
    if days is None or days.first.year != year.year:
        return None
    return replace(days, how="days.inferred_year", sure=False)


def _with_lines_below(paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs, time and venue behind the day where an invitation has a line for each."""
    joined: list[str] = []
    for paragraph in paragraphs:
        above = joined[-1] if joined else ""
        short = joined and len(above) <= _LONGEST_LINE
        in_house = _IN_HOUSE.match(paragraph) and _ON_FLOOR.search(above)
        if short and (in_house or _BELOW_DAY.fullmatch(paragraph)):
            joined[-1] += f" {paragraph}"
        elif short and len(paragraph) <= _LONGEST_PLACE and _is_place(above, paragraph):
            joined[-1] += f" {paragraph}" if _PLACED.search(above) else f" ณ {paragraph}"
        else:
            joined.append(paragraph)
    return joined


def _is_place(above: str, line: str) -> bool:
    """Whether a line is the venue that goes with the day and the hours above it."""
    dated = _DAY_AND_HOURS.match(above)
    return dated is not None and any_listed("venues").match(line) is not None


def _venue_of(days: EventDays, paragraphs: Sequence[str]) -> tuple[str, str]:
    """The venue and how it was found."""
    lines = (_VENUE_LINE.match(one) or _PINNED.search(one) for one in paragraphs)
    if line := next(filter(None, lines), None):
        return next(filter(None, line.groups())).strip(), "venue.labelled"
    context = _before_a_leg(days)
    venue = dash_venue(context) or venue_in(context) or english_venue(context)
    venue = _more_precise(venue, context)
    if venue or _ONLINE.search(context):
        return venue or ONLINE, "venue.behind_day"
    return _closing_venue(days, paragraphs) or visited_place(context), "venue.closing"


def _before_a_leg(days: EventDays) -> str:
    """What is told behind the days up to where some of several go by themselves: their place is
    not that of all."""
    legs = (
        one.start
        for one in days_in(days.context, days.first)
        if days.first <= one.first <= one.last <= days.last and one.period != days.period
    )
    return days.context[: next(legs, None)]


def _more_precise(venue: str, context: str) -> str:
    """The venue that the context ends with, where the one before is only a province or abroad."""
    vague, abroad = _only_province().fullmatch(venue), _ABROAD.search(venue)
    at_end = _AT_END.search(context) if vague or abroad else None
    at_end = (_HOUSE_AT_END.search(context) if abroad else None) or at_end
    told = venue_in(at_end[0]) if at_end else ""
    if vague:
        return venue if _only_province().fullmatch(told) else told or venue
    return told if _HOUSE.match(told) else venue


def _venue_without_days(paragraphs: Sequence[str]) -> tuple[str, str]:
    """The venue of an event whose days are not told, and how it was found."""
    for paragraph in paragraphs[:2]:
        venue = dateline_venue(paragraph)
        if venue:
            return venue, "venue.opening"
        places = (one.start() for one in _AT_PLACE.finditer(paragraph))
        place = next((one for one in places if not in_quotes(paragraph[:one])), 0)
        if ACTS.search(paragraph, 0, place):
            return venue_in(paragraph[place:]), "venue.in_lead"
    return "", ""


def _with_hall(venue: str, days: EventDays, paragraphs: Sequence[str]) -> str:
    """The venue with its hall, if it stands so behind the same days elsewhere."""
    told = (
        venue_in(paragraph[span.end : span.end + _FULLER])
        for paragraph in paragraphs
        if venue in paragraph
        for span in _mentions_of(days, paragraph)
    )
    return next((one for one in told if one != venue and one.endswith(venue)), venue)


def _closing_venue(days: EventDays, paragraphs: Sequence[str]) -> str:
    """The venue that a reporting paragraph ends with, unless it opens with another day."""
    lines = from_end(days.context, paragraphs)[:_LINES]
    broken = takewhile(lambda one: len(one) <= _BROKEN_LINE, lines)
    for paragraph in (*paragraphs[:REPORTED], *broken):
        found = _AT_END.search(paragraph)
        if found is None or _opens_on_another(days, paragraph):
            continue
        before = paragraph[: found.start()]
        if ACTS.search(before) or before.endswith(("จัดขึ้น ", "จัดขึ้น")):
            return venue_in(found[0])
    return ""


def _opens_on_another(days: EventDays, paragraph: str) -> bool:
    """Whether a paragraph opens with another day, of any year, and mentions none of the event."""
    opening = [one.first for one in days_in(paragraph, days.first) if opens(paragraph, one)]
    same = any((one.month, one.day) == (days.first.month, days.first.day) for one in opening)
    return bool(opening) and not same and not _mentions_of(days, paragraph)


def _province(title: str, venue: str, days: EventDays | None, paragraphs: Sequence[str]) -> str:
    found = province_of_venue(venue)
    if found or not days:
        return found
    lead = next((one for one in paragraphs if days.context and days.context in one), "")
    if near := province_in(lead[:OPENING]):
        return near
    if venue:
        return province_behind(venue, "\n".join((title, *paragraphs)))
    near = province_in(days.context[:200]) or province_gone_to(days.context)
    return near or province_in(title)


def _time(days: EventDays | None, paragraphs: Sequence[str], venue: str) -> str:
    found = days and (
        _TIME.search(days.context[:200])
        or _time_before(days, paragraphs)
        or _TIME.search(next(filter(_TIME_LINE.match, paragraphs), ""))
        or _time_apart(days, paragraphs, venue)
    )
    return found["time"].strip().translate(DIGITS) if found else ""


def _time_apart(days: EventDays, paragraphs: Sequence[str], venue: str) -> re.Match[str] | None:
    """The opening hours, or the time behind the venue."""
    if days.first < days.last:
        return next(filter(None, map(_OPEN_HOURS.search, paragraphs)), None)
    venues = ((one, place) for one in paragraphs if venue for place in places_of(venue, one))
    behind = (_HOUR_NEXT.match(one, place + len(venue)) for one, place in venues)
    return next(filter(None, behind), None)


def _time_before(days: EventDays, paragraphs: Sequence[str]) -> re.Match[str] | None:
    """The hour right before the day: "เมื่อเวลา 16.00 น. (วันที่ 20 กรกฎาคม 2560)"."""
    for paragraph in paragraphs[:REPORTED] if days.context else ():
        before = paragraph[: -len(days.context)] if paragraph.endswith(days.context) else ""
        found = _TIME.search(before[-_LONGEST_PLACE:])
        if found and _ONLY_DAY.fullmatch(before[-_LONGEST_PLACE:], found.end()):
            return found
    return None


def _is_open(days: EventDays) -> bool:
    """Whether only the beginning is known: "ตั้งแต่วันที่ 4 มกราคม 2570 เป็นต้นไป"."""
    return days.first == days.last and _ONWARDS.match(days.context) is not None


def _cost(
    title: str, days: EventDays | None, paragraphs: Sequence[str], published: date | None
) -> str:
    """The fee, as the first paragraphs tell it or others that mention the days."""
    if days and published and days.first <= published and _REPORTED_PRESS.match(days.context):
        return ""  # what is free is something else than the press conference
    again = [one for one in paragraphs[_TELLING:] if days and _mentions_of(days, one)]
    return cost_in(" ".join((title, *paragraphs[:_TELLING], *again)))


def _findings(
    event: Event, days: EventDays | None, venue: str, holder: Organizer
) -> Iterable[Finding]:
    """How each field was found; `venue` is how that was."""
    if days:
        yield finding("event.start", days.how, sure=days.sure)
    if days and event.end:
        yield finding("event.end", days.how, sure=days.sure)
    if event.venue:
        yield finding("event.venue", venue)
    if event.province:
        yield finding("event.province", "province")
    if event.time:
        yield finding("event.time", "time")
    if event.cost:
        yield finding("event.cost", "cost", sure=False)
    if holder.name:
        yield finding("event.organizer", holder.how, sure=holder.sure)
