"""What a release says takes place: days, time, venue, province, organiser and cost.

A date is the day of something only where the text says so: it opens the paragraph that
reports it, or stands with "จัดขึ้น", "ระหว่างวันที่" or a venue. The day on which somebody said
something, a deadline and a law's date are none. What is only likely is told as unsure.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from bot.knowledge.entries import Event
from bot.knowledge.findings import Finding
from bot.knowledge.organizers import Organizer, find_organizer
from bot.knowledge.places import (
    dash_venue,
    dateline_venue,
    province_in,
    province_of_venue,
    venue_in,
    visited_place,
)
from bot.knowledge.words import release_words
from bot.thai.dates import ANY_DAY, DateSpan, Precision, find_dates
from bot.thai.letters import DIGITS

ONLINE = "ออนไลน์"  # the venue of what takes place nowhere else

_OPENING = 70  # signs into a paragraph within which a date still opens it
_BEFORE = 70  # signs before a date that say what it is the date of
_AFTER = 60
_NEAR = 420  # signs after an announced day within which its venue stands
_REPORTED = 3  # paragraphs that can report the event; later ones tell its background
_LONGEST_DECK = 130  # signs of a headline's second and third line
_TELLING = 8  # paragraphs that say who holds it and what it costs
_ANNOUNCED = 30  # paragraphs in which an announced event's days may stand, items of lists too
_LONGEST_EVENT = timedelta(days=200)
_LONG_AGO = timedelta(days=400)
_LONG_BEFORE = timedelta(days=120)

_HELD_WORD = re.compile(
    r"จัดขึ้น|จัดงาน|จัดแสดง|กำหนดจัด|เข้าชม|จะจัด|จะขึ้น|เริ่มที่|จัดที่|จัดใหญ่|ระหว่างวันที่|ระหว่าง\s*$"
)
_BETWEEN = re.compile(r"ระหว่าง\s*$")
_FIGURE = re.compile("[0-9๐-๙]")
_YEAR = re.compile("[0-9๐-๙]{4}")
_VENUE_NEXT = re.compile(r"\s*(นี้)?\s*(เวลา[^ณ]{3,25})?\s*(ณ|ที่(?!ผ่านมา|จะ|ได้|มี|เป็น))\s*\S")
_AT_END = re.compile(r"(?<![ก-๙])ณ\s+(?!วันที่|ปัจจุบัน|ขณะ|สิ้น)\S[^ณ\n]{3,140}$")
_HANDS_OVER = re.compile("มอบ(?:วุฒิบัตร|เกียรติบัตร|ประกาศนียบัตร|รางวัล|โล่|ทุน)|ลงนาม|พิธีปิด")
_PRESS = re.compile("แถลงข่าว|แถลงความพร้อม")
# Lines of posters and posts: "📅 วันที่: …", "⏰ เวลา: …", "📍 สถานที่: …".
_DAY_LINE = re.compile(r"\W{0,4}(วัน(ที่|จัด|และ|\s?เวลา|/)\S{0,15}|กำหนดจัด\S{0,10})\s*[:：]")
_TIME_LINE = re.compile(r"\W{0,4}เวลา\s*[:：]")
_VENUE_LINE = re.compile(r"\W{0,4}สถานที่(จัด\S{0,12})?\s*[:：]\s*(?P<venue>\S.{3,140})")
_CLOCK = "[0-9๐-๙]{1,2}[.:][0-9๐-๙]{2}"
_TIME = re.compile(
    rf"เวลา(ประมาณ)?\s*[:：]?\s*(?P<time>{_CLOCK}(\s*(น\.)?\s*[-–ถึง]+\s*{_CLOCK})?\s*(น\.|นาฬิกา)?)"
)
_COST = re.compile(
    r"(เข้าชมฟรี|เข้าร่วมฟรี|ฟรี\s?ตลอดงาน|(?:เข้า|ชม|ร่วม|อบรม|สมัคร)\S{0,25}ฟรี|ไม่เสียค่าใช้จ่าย|ไม่มีค่าใช้จ่าย|ไม่คิดค่าใช้จ่าย"
    r"|ค่า(?:เข้าชม|ลงทะเบียน|เข้าร่วม|สมัคร|อบรม)\s*[:：]?\s*ฟรี"
    r"|(?:ค่าลงทะเบียน|ค่าสมัคร|ค่าเข้าชม|บัตรราคา|ค่าอบรม)[^\n]{0,20}?[0-9][0-9,]*\s?บาท)"
)
_COST_SIGNS = ("ฟรี", "ค่าใช้จ่าย", "บาท")  # of which whatever _COST finds holds one
_FREE = re.compile(r"ฟรี|ไม่เสีย|ไม่มี|ไม่คิด")
_ONLINE = re.compile(
    r"ผ่านระบบออนไลน์|ผ่านระบบ(การประชุม)?ทางไกล|ในรูปแบบออนไลน์|ผ่านระบบ Zoom|ผ่าน Zoom|Online", re.I
)


@dataclass(frozen=True, slots=True)
class Happening:
    """The event of a release, None when it tells of none, and how its fields were found."""

    event: Event | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Days:
    """Days something takes place on, and the text around them that may name the venue."""

    first: date
    last: date
    near: str
    how: str
    sure: bool = True


def find_happening(title: str, paragraphs: Sequence[str], published: date | None) -> Happening:
    """What the release says takes place; `published` settles days without a year.

    Of a release that does not tell its own day, only days with their year count.
    """
    paragraphs = _without_decks(paragraphs, published)
    days = _doubted(_settle(title, paragraphs, published), published)
    venue, where = _venue(days, paragraphs)
    if days is None and not venue:
        return Happening()
    province = _province(title, venue, days, paragraphs)
    holder = find_organizer(paragraphs[:_TELLING])
    event = Event(
        start=days.first if days else None,
        end=days.last if days else None,
        time=_time(days, paragraphs),
        venue=venue,
        province=province,
        organizer=holder.name,
        cost=_cost(" ".join(paragraphs[:_TELLING]), title),
    )
    return Happening(event, (*_findings(event, days, where), *_held_by(holder)))


def _doubted(days: _Days | None, published: date | None) -> _Days | None:
    """Days far from that of the release are marked: the year may be a slip of its writer."""
    if days and published and abs(days.first - published) > _LONG_BEFORE:
        how = "ห่างจากวันที่ข่าวออกกว่าสี่เดือน ต้นฉบับอาจพิมพ์ปีผิด"
        return replace(days, how=how, sure=False)
    return days


def _without_decks(paragraphs: Sequence[str], published: date | None) -> Sequence[str]:
    """The paragraphs from the first that reports: decks are short and give no day."""
    for number, paragraph in enumerate(paragraphs[: _REPORTED + 1]):
        if len(paragraph) > _LONGEST_DECK or _days_in(paragraph, published):
            return paragraphs[number:]
    return paragraphs


def _settle(title: str, paragraphs: Sequence[str], published: date | None) -> _Days | None:
    """The days of the event: what the title tells outweighs what the text tells.

    A single day only where the text leaves it open: it may be the one of the report.
    """
    told = _told(title, paragraphs, published)
    for span in _days_in(title, published):
        unsure = told is not None and not told.sure
        planned = told is None and _is_planned(title[: span.start], span.first, published)
        open_still = span.first < span.last or unsure or planned
        if open_still and not _is_of_another(title[: span.start]):
            same = told is not None and (told.first, told.last) == (span.first, span.last)
            return told if same else _titled(title, span, paragraphs, published)
    return told


def _is_planned(before: str, day: date, published: date | None) -> bool:
    """Whether a title tells of what is to come, and its day is no deadline."""
    words = release_words()
    deadline = re.search(rf"{words.other_days}|ถึง\s*(วันที่)?\s*$", before)
    coming = published is not None and day > published
    return coming and not deadline and re.search(words.announcing, before) is not None


def _titled(title: str, span: DateSpan, paragraphs: Sequence[str], published: date | None) -> _Days:
    """The title's days, with the venue told behind the same days in the text, or in the title."""
    near = [
        paragraph[other.end : other.end + _NEAR]
        for paragraph in paragraphs[:_ANNOUNCED]
        for other in _days_in(paragraph, published)
        if (other.first, other.last) == (span.first, span.last)
    ]
    with_venue = (one for one in (*near, title[span.end :]) if venue_in(one))
    return _Days(span.first, span.last, next(with_venue, ""), "ช่วงวันที่ชื่อเรื่องบอก")


def _told(title: str, paragraphs: Sequence[str], published: date | None) -> _Days | None:
    """The days of the text: announced ones before reported ones where the release announces."""
    reported = _reported(paragraphs[:_REPORTED], published)
    announced = list(_announced(paragraphs[:_ANNOUNCED], published))
    if reported is None:
        return _one_of(announced) if announced else None
    ahead = [one for one in announced if one.last >= reported.first]
    if _PRESS.search(reported.near[:400]):
        ahead = [one for one in ahead if one.last > reported.last] or ahead
    if ahead and _announces(title, reported):
        return _one_of(ahead)
    reported = _with_venue(reported, paragraphs, published)
    return reported if _is_ceremony(title, reported, announced) else _around(reported, announced)


def _with_venue(reported: _Days, paragraphs: Sequence[str], published: date | None) -> _Days:
    """The same day as a fuller paragraph tells it, where the first one names no venue."""
    for paragraph in () if venue_in(reported.near) else paragraphs[:_REPORTED]:
        for span in _days_in(paragraph, published):
            near = paragraph[span.end :]
            if span.first == reported.first and _opens(paragraph, span) and venue_in(near):
                return replace(reported, near=near)
    return reported


def _announces(title: str, reported: _Days) -> bool:
    announcing = release_words().announcing
    return bool(re.search(announcing, title) or _PRESS.search(reported.near[:400]))


def _is_ceremony(title: str, reported: _Days, announced: Iterable[_Days]) -> bool:
    """Whether something is handed over or signed elsewhere than where the rest takes place."""
    here = venue_in(reported.near)
    others = (venue_in(one.near) for one in announced if one.first < one.last)
    return bool(_HANDS_OVER.search(title)) and any(here and one not in ("", here) for one in others)


def _around(reported: _Days, announced: Iterable[_Days]) -> _Days:
    """The period that the reported day is one day of ("จัดขึ้นระหว่างวันที่ 27-28"), or that day."""
    for one in announced:
        if one.first <= reported.first and reported.last <= one.last and one.first < one.last:
            venue_told = venue_in(one.near)
            near = one.near if venue_told else reported.near
            return _Days(one.first, one.last, near, "ช่วงวันจัดงานที่บอกไว้ในข่าว")
    return reported


def _one_of(announced: Sequence[_Days]) -> _Days:
    first = announced[0]
    if all((one.first, one.last) == (first.first, first.last) for one in announced):
        return first
    same = [one for one in announced if one.first <= first.first and first.last <= one.last]
    widest = max(same, key=lambda one: one.last - one.first)
    others = [one for one in announced if one.first > widest.last or one.last < widest.first]
    if not others:
        return widest
    last = max(one.last for one in announced)
    start = min(one.first for one in announced)
    if last - start > _LONGEST_EVENT:
        return _Days(
            widest.first, widest.last, widest.near, "วันแรกที่พบ ข่าวบอกวันจัดงานไว้หลายช่วง", sure=False
        )
    return _Days(start, last, "", "ข่าวบอกวันจัดงานไว้หลายช่วง นี่คือวันแรกถึงวันสุดท้าย", sure=False)


def _reported(paragraphs: Sequence[str], published: date | None) -> _Days | None:
    """The day that opens one of the first paragraphs, or closes it in brackets or after "เมื่อ"."""
    for paragraph in paragraphs:
        spans = _days_in(paragraph, published)
        for span in spans:
            if _opens(paragraph, span) and not _is_said(paragraph, span):
                near = paragraph[span.end :]
                return _Days(span.first, span.last, near, "วันที่ต้นย่อหน้าที่รายงานเรื่องนี้")
        for span in spans:
            if _closes(paragraph, span):
                near = paragraph[span.end :] if venue_in(paragraph[span.end :]) else paragraph
                return _Days(span.first, span.last, near, "วันที่ในประโยคที่รายงานเรื่องนี้")
    return None


def _opens(paragraph: str, span: DateSpan) -> bool:
    lead = paragraph[: span.start]
    if span.start > _OPENING or re.search(release_words().other_days, lead):
        return False
    plain = re.sub(r"เวลา\s*[0-9.:]+\s*น?\.?", "", lead)
    return bool(
        re.fullmatch(
            r"[\s(“\"'*–-]*((เมื่อ|ใน|ช่วง\S{0,8})?\s*(วัน\S{0,12}ที่|วันที่|วันนี้|วาน\S*|\S{0,10}วันนี้))?[\s(]*",
            plain,
        )
        or re.fullmatch(r"\s*\S{3,25}\s*[:,(]?\s*(เมื่อวันที่|วันที่)?[\s(]*", plain)
        or re.search(r"(เมื่อวันที่|วันนี้\s*\()\s*$", plain)
    )


def _closes(paragraph: str, span: DateSpan) -> bool:
    before = paragraph[max(0, span.start - _BEFORE) : span.start]
    after = paragraph[span.end : span.end + _AFTER]
    if re.search(rf"({release_words().other_days})\S{{0,12}}\s*\S{{0,12}}$", before):
        return False
    in_brackets = re.search(r"\((เมื่อ)?\s*(วัน\S{0,10}ที่)?\s*$", before) and not re.match(
        r"\s*\)", before
    )
    held_then = re.search(r"(เมื่อ|ใน)\s*วัน\S{0,10}ที่\s*$", before)
    with_venue = _VENUE_NEXT.match(after)
    venue_before = held_then and venue_in(paragraph[max(0, span.start - 200) : span.start])
    said_after = re.match(r"\s*ว่า\s", after) and held_then
    alone = re.search(r"\((เมื่อ)?\s*วัน\S{0,10}ที่\s*$", before)
    closing = alone and re.fullmatch(r"\s*\)[\s.]*", paragraph[span.end :])
    done_there = held_then and not _is_said(paragraph, span) and _is_done(paragraph[span.end :])
    at_end = not paragraph[span.end :].strip(" ).") and held_then
    return bool(
        (in_brackets and with_venue)
        or (held_then and (with_venue or venue_before or at_end))
        or done_there
        or said_after
        or closing
    )


def _announced(paragraphs: Sequence[str], published: date | None) -> Iterable[_Days]:
    for paragraph in paragraphs:
        for span in _days_in(paragraph, published):
            if _is_held(paragraph, span):
                near = paragraph[span.end : span.end + _NEAR]
                yield _Days(span.first, span.last, near, "วันจัดงานที่บอกไว้ในข่าว", sure=True)


def _is_held(paragraph: str, span: DateSpan) -> bool:
    before = paragraph[max(0, span.start - _BEFORE) : span.start]
    after = paragraph[span.end : span.end + _AFTER]
    if _is_of_another(before):
        return False
    if _DAY_LINE.match(paragraph):
        return True
    held = _HELD_WORD.search(before)
    between = span.first < span.last and _BETWEEN.search(before)
    dated = re.search(r"(วันที่|วัน\S{2,10}ที่)\s*$", before)
    return bool(
        (held and dated)
        or (between and _VENUE_NEXT.match(after))
        or (dated and _VENUE_NEXT.match(after) and not before.strip().startswith("เมื่อ"))
    )


@lru_cache(maxsize=64)  # the same paragraphs are asked for several times
def _days_in(paragraph: str, published: date | None) -> tuple[DateSpan, ...]:
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
        short = span.last - span.first < _LONGEST_EVENT
        if figure and near and short and span.precision is Precision.DAY:
            found.append(replace(span, start=figure.start()))
    return tuple(found)


def _is_of_another(before: str) -> bool:
    """Whether what stands before some days says that they are a deadline or the like."""
    other = rf"({release_words().other_days})\S{{0,15}}\s*\S{{0,15}}\s*$"
    return re.search(other, before[-_BEFORE:]) is not None


def _is_said(paragraph: str, span: DateSpan) -> bool:
    """Whether the day is only the one on which somebody told of it."""
    after = paragraph[span.end : span.end + 420]
    said = _said().search(after)
    if not said:
        return False
    done = after[: said.start()]
    return not (venue_in(done) or _done().search(done))


def _is_done(after: str) -> bool:
    """Whether what stands behind a day tells of something done, and then of where."""
    done = _done().search(after[:_NEAR])
    return done is not None and bool(venue_in(after[done.end() : _NEAR]))


@lru_cache(maxsize=1)
def _said() -> re.Pattern[str]:
    return re.compile(release_words().sayings)


@lru_cache(maxsize=1)
def _done() -> re.Pattern[str]:
    return re.compile(
        r"เป็นประธาน|ลงนาม|ลงพื้นที่|เข้าร่วม|ร่วมงาน|ร่วมพิธี|ร่วมประชุม|เยี่ยมชม|ตรวจเยี่ยม|จัดงาน|จัดพิธี|จัดประชุม|จัดกิจกรรม|จัดเสวนา|จัดสัมมนา|จัดนิทรรศการ"
        r"|แถลงข่าว|เปิดงาน|เปิดตัว|มอบนโยบาย|มอบ|ประชุม|หารือ|ต้อนรับ|เข้าพบ|บรรยาย|ปาฐกถา|พิธี|บันทึกเทป|เดินทาง"
    )


def _venue(days: _Days | None, paragraphs: Sequence[str]) -> tuple[str, str]:
    """The venue and how it was found."""
    line = next(filter(None, map(_VENUE_LINE.match, paragraphs)), None)
    if line and days:
        return line["venue"].strip(), "หลังคำว่า สถานที่"
    if days:
        venue = dash_venue(days.near) or venue_in(days.near)
        if venue or _ONLINE.search(days.near):
            return venue or ONLINE, "ชื่อสถานที่หลังวันที่"
        venue = _closing_venue(paragraphs) or visited_place(days.near)
        return venue, "ชื่อสถานที่ท้ายย่อหน้าถัดจากวันที่ หรือที่ที่ไปเยี่ยม"
    for paragraph in paragraphs[:2]:
        venue = dateline_venue(paragraph)
        if venue:
            return venue, "ชื่อสถานที่ต้นย่อหน้า"
        found = re.search(r"(?<![ก-๙])ณ\s*(?!วันที่|ปัจจุบัน|ขณะ|สิ้น)\S", paragraph)
        if found and _done().search(paragraph[: found.start()]):
            return venue_in(paragraph[found.start() :]), "ชื่อสถานที่ในย่อหน้าแรก ข่าวไม่บอกวัน"
    return "", ""


def _closing_venue(paragraphs: Sequence[str]) -> str:
    """The place that one of the reporting paragraphs ends with."""
    for paragraph in paragraphs[:_REPORTED]:
        found = _AT_END.search(paragraph)
        before = paragraph[: found.start()] if found else ""
        if found and (_done().search(before) or before.endswith(("จัดขึ้น ", "จัดขึ้น"))):
            return venue_in(found[0])
    return ""


def _province(title: str, venue: str, days: _Days | None, paragraphs: Sequence[str]) -> str:
    found = province_of_venue(venue)
    if found or not days:
        return found
    lead = next((one for one in paragraphs if days.near and days.near in one), "")
    near = province_in(lead[:_OPENING])
    return near or ("" if venue else province_in(days.near[:200]) or province_in(title))


def _time(days: _Days | None, paragraphs: Sequence[str]) -> str:
    found = _TIME.search(days.near[:200]) if days else None
    if days and not found:
        found = _TIME.search(next(filter(_TIME_LINE.match, paragraphs), ""))
    return found["time"].strip().translate(DIGITS) if found else ""


def _cost(told: str, title: str) -> str:
    text = f"{title} {told}"
    found = _COST.search(text) if any(one in text for one in _COST_SIGNS) else None
    if not found:
        return ""
    return "ไม่มีค่าใช้จ่าย" if _FREE.search(found[0]) else found[0].strip()


def _findings(event: Event, days: _Days | None, where: str) -> Iterable[Finding]:
    if days:
        yield Finding("event.start", days.how, days.sure)
        yield Finding("event.end", days.how, days.sure)
    if event.venue:
        yield Finding("event.venue", where)
    if event.province:
        yield Finding("event.province", "ชื่อจังหวัดที่ข่าวบอกไว้กับสถานที่หรือวันที่")
    if event.time:
        yield Finding("event.time", "เวลาที่อยู่ใกล้วันที่")
    if event.cost:
        yield Finding("event.cost", "ข้อความเรื่องค่าใช้จ่ายในข่าว", sure=False)


def _held_by(holder: Organizer) -> Iterable[Finding]:
    if holder.name:
        yield Finding("event.organizer", holder.how, holder.sure)
