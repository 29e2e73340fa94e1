"""Whether a text announces an event for a date.

It does with "จัดขึ้น", "ระหว่างวันที่" or a venue, or in a line, cell or item that is there for the date.
"""

import re

from bot.knowledge.places import venue_start
from bot.knowledge.words import any_listed, last_place, release_pattern
from bot.press.facts import english
from bot.press.facts.date_mentions import DateMention
from bot.press.facts.last_days import is_last_day
from bot.thai.written_dates import WEEKDAYS

BEFORE = 70  # characters before a date that say what it is the date of
AFTER = 60
NEAR = 420  # characters after an announced date within which its venue stands

_WITHIN = 200  # characters before a period that say what takes place in it
_JOURNEY_WITHIN = 320  # characters behind it that say who goes where

_HELD_WORD = re.compile("จัดขึ้น|จัดงาน|จัดแสดง|กำหนดจัด|เข้าชม|จะจัด|จะขึ้น|เริ่มที่|จัดที่|จัดใหญ่")
_TOLD_BETWEEN = re.compile(r"ว่า\s(?:ใน)?\s?ระหว่าง\s?(?:วัน\S{0,12}ที่)?\s*$")
_GOES = re.compile("เดินทาง(?:ไป|มา|เยือน)|เยือน|เข้าร่วม(?:การ)?ประชุม|ลงพื้นที่")
_ON_ONE_OF_THEM = re.compile(r"\s*(?:โดย|ซึ่ง)(?:ใน)?วันนี้")
_BETWEEN = re.compile(r"ระหว่าง\s?(?:วัน\S{0,12}ที่)?\s*$")
# "ระหว่างวันที่ 1-29 พ.ย. 64 จำนวน 128,466 คน": what thousands of are counted in is no event.
_COUNT_NEXT = re.compile(
    r"(?:(?!\sณ\s|ร่วม|ชม)[^0-9\n]){0,60}?[0-9]{1,3}(?:,[0-9]{3})+\s*"
    "(?:ราย|คน|ตัวอย่าง|โดส|คัน|เที่ยว|เรื่อง|ข้อความ|ครั้ง|ล้าน|บาท)"
)
_OCCASION_NEXT = re.compile(r"\s*(?:นี้\s*)?เนื่องใน(?:โอกาส|วัน)")
_DATED = re.compile(rf"(วันที่|วัน\S{{2,10}}\s?ที่|(?:{'|'.join(WEEKDAYS)})ที่)\s*$")
_NO_VENUE = "ผ่านมา|จะ|ได้|มี|เป็น|\\s?(?:แอป|เว็บ|เพจ|เฟซ|ลิงก์|ลิงค์|http|www|โทร|เบอร์|สายด่วน|หมายเลข)"
VENUE_NEXT = re.compile(
    r"\s*(นี้|เป็นต้นไป)?\s*((ตั้งแต่|ระหว่าง)?เวลา[^ณ]{3,35})?\s*"
    rf"(ณ|(?<!วัน)ที่(?!{_NO_VENUE}))\s*\S"
)
_AT_NEXT = re.compile(r"\s*(นี้\s*)?(เวลา[^ณ]{3,35})?ณ\s+[ก-๙A-Z]")
_ONLINE_NEXT = re.compile(
    r"\s*(เวลา[^ณ\n]{3,30})?\s*(ผ่าน|ทาง|ในรูปแบบ|แบบ)\s?(ระบบ|โปรแกรม)?\s?"
    r"(ออนไลน์|Zoom|Webex|Google Meet|(MS|Microsoft) Teams)",
    re.IGNORECASE,
)
_YEARLY = re.compile(r"\s*(?:ของ)?ทุก\s?ปี")
_SET_NEXT = re.compile(r"\s*(?:[ก-๙. ]{0,30}?\s)?(?:ได้|มี)?กำหนด(?:ให้)?จัด(?!ทำ|ส่ง|เก็บ)")
# Lines of posters and posts: "📅 วันที่: …", "⏰ เวลา: …", "📍 สถานที่: …".
_CALENDAR = re.compile(r"[\U0001f4c5\U0001f4c6\U0001f5d3][^\d\n]{0,25}$")
# Lines of a list: "ครั้งที่ 2 วันที่ …", "1. จังหวัดน่าน วันที่ …".
_SESSION = re.compile(r"\W{0,4}(?:ครั้ง|รุ่น|รอบ|กลุ่ม|สนาม)ที่\s*[0-9๐-๙]{1,3}\D{0,30}$")
DAY_CELL = re.compile(r"(?:^|·\s)วัน(?:ที่|จัด|อบรม|เวลา)?\S{0,8}: $")  # of a table's row
# A line of a poster that tells a day, its hours and perhaps the place, and nothing else.
_DAY_ALONE = re.compile(
    r"\W{0,4}วัน[ก-๙]{0,10}ที่\s*(?:เวลา\s*[0-9๐-๙.:]{4,5}\s*(?:น\.)?\s?[-–]\s?[0-9๐-๙.:]{4,5}.{0,6})?(?:ณ\s.+)?"
)
# Items of a message: "2. ค่ายวันเสาร์ที่ 9 ม.ค. 70 เวลา 08.30-15.30 น."
_ITEM = re.compile(r"\W{0,4}[0-9๐-๙]{1,2}[.)]\s?[^0-9๐-๙]{0,60}$")
_HOURS_NEXT = re.compile(  # "ในวันที่ 24 และ 30 … ช่วงเวลา 15.30 - 16.40 น."
    r"\s*(?:นี้\s*)?(?:ใน|ตั้งแต่|ระหว่าง|ช่วง|ห้วง){0,2}เวลา\s?[0-9๐-๙]{1,2}[.:][0-9๐-๙]{2}\s?(?:น\.)?\s?(?:[-–]|ถึง)"
)
_DAY_LINE = re.compile(r"\W{0,4}(วัน(ที่|จัด|และ|\s?เวลา|/)\S{0,15}|กำหนดจัด\S{0,10})\s*[:：]")
_other_day = release_pattern(r"(%(other_days)s)\S{0,15}\s*\S{0,15}\s*$")
_other_period = release_pattern("%(other_days)s|%(counted_days)s")
_place_next = release_pattern(r"\s*(?:%(venues)s)")


def context_of(paragraph: str, span: DateMention) -> str:
    """What follows a date, from its venue on where that stands before it."""
    before = paragraph[: span.start]
    start = min(english.venue_start(before), venue_start(before))
    return paragraph[start if start < span.start else span.end : span.end + NEAR]


def is_announced(paragraph: str, span: DateMention) -> bool:
    """Whether the text around the days says that something is held on them."""
    before = paragraph[max(0, span.start - BEFORE) : span.start]
    after = paragraph[span.end : span.end + AFTER]
    if (is_last_day(before) and not span.several) or is_yearly(paragraph, span):
        return False
    row = paragraph[: span.start] if DAY_CELL.search(before) else ""
    if _is_other_date(before) or (row and any_listed("other_days").search(row)):
        return False
    if english.is_held(paragraph[: span.start]) or _is_line_of(paragraph, span):
        return True
    held = _HELD_WORD.search(before)
    between = _BETWEEN.search(before)
    dated = _DATED.search(before)
    return bool(
        (held and dated)
        or (between and span.several and VENUE_NEXT.match(after))
        or (between and _takes_place(paragraph[: span.start], paragraph[span.end :]))
        or (span.several and _AT_NEXT.match(after))
        or (dated and (_SET_NEXT.match(after) or _OCCASION_NEXT.match(after)))
        or (dated and _ONLINE_NEXT.match(after))
        or (dated and _HOURS_NEXT.match(after))
        or (_HOURS_NEXT.match(after) and venue_start(paragraph[: span.start]) < span.start)
        or (dated and VENUE_NEXT.match(after) and not before.strip().startswith("เมื่อ"))
    )


def _takes_place(before: str, behind: str) -> bool:
    """Whether a period is that of an event: much else is counted or due in one.

    The event stands before it; a journey behind it ("เปิดเผยว่า ระหว่างวันที่ … จะเดินทางเยือน").
    """
    goes = _TOLD_BETWEEN.search(before[-BEFORE:]) and _GOES.search(behind[:_JOURNEY_WITHIN])
    if goes or _ON_ONE_OF_THEM.match(behind) or venue_start(before) < len(before):
        return True
    if is_count(behind):
        return False
    said = before[-_WITHIN:]
    return last_place(any_listed("taking_place"), said) > last_place(
        any_listed("counted_days"), said
    )


def is_count(behind: str) -> bool:
    """Whether the text behind a period says how many there were of something in it."""
    return _COUNT_NEXT.match(behind) is not None


def _is_line_of(paragraph: str, span: DateMention) -> bool:
    """Whether the date is in a line, a cell or an item that is there for it."""
    before, after = paragraph[: span.start], paragraph[span.end :]
    near = max(0, span.start - BEFORE)
    return bool(
        _DAY_LINE.match(paragraph)
        or DAY_CELL.search(before, near)
        or _CALENDAR.search(before, near)
        or _DAY_ALONE.fullmatch(f"{before}{after}")
        or (_ITEM.match(before) and _HOURS_NEXT.match(after))
        or _is_session(paragraph, span)
    )


def _is_session(paragraph: str, span: DateMention) -> bool:
    """Whether a line is one of several sessions, each with its date and then its place."""
    session = _SESSION.match(paragraph[: span.start]) is not None
    return session and _place_next().match(paragraph[span.end :]) is not None


def is_yearly(paragraph: str, span: DateMention) -> bool:
    """Whether it is a date of every year: "วันที่ 5 ธันวาคมของทุกปี"."""
    return _YEARLY.match(paragraph, span.end) is not None


def is_other_period(title: str) -> bool:
    """Whether the title says before some days what is due or counted in them, and no event."""
    other = last_place(_other_period(), title)
    return _is_other_date(title) or other > last_place(any_listed("taking_place"), title)


def _is_other_date(before: str) -> bool:
    """Whether the text before some days says that they are a deadline or the like."""
    return _other_day().search(before[-BEFORE:]) is not None
