"""Opening hours in a text: of one of several places, or of given days of the week."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.knowledge.words import any_of
from bot.search.passages.acts import WEEKDAY
from bot.search.query import Query
from bot.thai.names import Names
from bot.thai.normalise import letters_in, squeeze
from bot.thai.questions import CLOSED_DAY, HOUR
from bot.thai.written_dates import WEEKDAY_NUMBERS

_CLOSED = "(?:ปิด|หยุด)(?:ให้)?(?:บริการ|ทำการ)?"
ASKS_OPEN = re.compile(f"(?:เปิด|ปิด)(?:ให้)?(?:บริการ|ทำการ|เข้าชม)? ?(?:{HOUR})|เวลา(?:เปิด|ทำการ)")
_ASKS_CLOSED = re.compile(CLOSED_DAY)
_TELLS = re.compile(
    "(?:เปิด(?:ให้)?(?:บริการ|ทำการ|เข้าชม)?|เวลาทำการ)\\s*"
    f"(?P<hours>(?:{_CLOSED}|{WEEKDAY}|ทุก|วัน|และ|หยุด|นักขัตฤกษ์|ราชการ|ตั้งแต่|เวลา|ถึง|เว้น|น\\."
    "|[0-9๐-๙.:()–-]|\\s)+)"
)
_HAS_HOURS = re.compile(f"[0-9๐-๙][.:][0-9๐-๙]|{WEEKDAY}|ทุกวัน")
_FROM_TO = re.compile(r"[0-9๐-๙][.:][0-9๐-๙]{2} ?(?:น\.)? ?(?:-|–|ถึง) ?[0-9๐-๙]")
_CLOCK = r"[0-9๐-๙]{1,2}[.:][0-9๐-๙]{2} ?(?:น\.)?"
_DAYS_AND_HOURS = re.compile(
    f"(?:ทุก|วัน| )*(?:{WEEKDAY})[^0-9๐-๙\n()]{{0,60}}?{_CLOCK} ?(?:-|–|ถึง) ?{_CLOCK}"
)
_SHORT_DAYS = {"จ.": 0, "อ.": 1, "พ.": 2, "พฤ.": 3, "ศ.": 4, "ส.": 5, "อา.": 6}
_DAYS = WEEKDAY_NUMBERS | _SHORT_DAYS
DAY_NAME = (  # no province, district or month: "จ.น่าน", "อ.เมือง", "พ.ค."
    f"{'|'.join(sorted(WEEKDAY_NUMBERS, key=len, reverse=True))}"
    rf"|(?<![ก-๙.])(?:{any_of(_SHORT_DAYS)})(?![ก-ฮเ-ไ]| ?(?:เมือง|[ก-ฮ]\.))"
)
_SOME_DAYS = re.compile(rf"(?P<first>{DAY_NAME})(?:\s*(?:-|–|ถึง)\s*(?:วัน)?(?P<last>{DAY_NAME}))?")
_NAME_LETTERS, _WORD = 80, 3  # before hours, with the name of the place; letters of a word of it
_NOT_NAMED = False, 0


@dataclass(frozen=True, slots=True)
class _Opening:
    whose: str  # squeezed
    hours: str


def hours_of_site(text: str, query: Query) -> str:
    """The hours of the place that a question names, where a text has those of several.

    "" if it names none of them, or asks neither for hours nor for the day off.
    """
    if not (ASKS_OPEN.search(query.clean) or _ASKS_CLOSED.search(query.clean)):
        return ""
    told = list(_openings(text))
    asked = _ASKS_CLOSED.sub("", ASKS_OPEN.sub("", query.clean))
    words = [word for word in map(squeeze, Names.load().cut(asked)) if len(word) >= _WORD]
    scored = [_naming(one.whose, words) for one in told]
    best = max(scored, default=_NOT_NAMED)
    alone = len(told) > 1 and best > _NOT_NAMED and scored.count(best) == 1
    return told[scored.index(best)].hours if alone else ""


def _naming(whose: str, words: Sequence[str]) -> tuple[bool, int]:
    """How surely words name the place whose hours follow: by what stands right before, by others.

    Before the first of several stands what all of them are part of: "งาน … ในร่มเปิด …".
    """
    return any(map(whose.endswith, words)), sum(word in whose for word in words)


def hours_of_days(text: str, days: frozenset[int]) -> str:
    """The hours that a text gives for these days of the week (Monday is 0); "" for none.

    Their own part of "อังคาร - ศุกร์ 09.30-16.00 น. เสาร์ - อาทิตย์ 09.30-17.00 น.", or all of it.
    """
    of_them = [
        found[0].strip()
        for found in _DAYS_AND_HOURS.finditer(text)
        if days <= weekdays_in(found[0])
    ]
    return of_them[0] if len(of_them) == 1 else text if days <= weekdays_in(text) else ""


def hours_in(text: str) -> list[str]:
    """Each of the opening hours in a text, as written."""
    return [one.hours for one in _openings(text)]


def weekdays_in(text: str) -> frozenset[int]:
    """The days of the week in a text, with those between "จันทร์ - ศุกร์"; Monday is 0."""
    days: set[int] = set()
    for found in _SOME_DAYS.finditer(text):
        first = _DAYS[found["first"]]
        last = _DAYS[found["last"]] if found["last"] else first
        days.update(day % 7 for day in range(first, last + (7 if last < first else 0) + 1))
    return frozenset(days)


def tells_hours(text: str) -> bool:
    """Whether a text says from when to when something is open, or takes place."""
    return bool(_FROM_TO.search(text)) or any(_openings(text))


def _openings(text: str) -> Iterator[_Opening]:
    end = 0
    for found in _TELLS.finditer(text):
        hours = found["hours"].strip()
        if _HAS_HOURS.search(hours):
            before = text[max(end, found.start() - _NAME_LETTERS) : found.start()]
            whose = letters_in(before.rpartition("\n")[2])
            yield _Opening(whose, hours.removesuffix("และ").strip())
            end = found.end()
