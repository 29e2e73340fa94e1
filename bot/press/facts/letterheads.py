"""What stands above a release: letterheads, and lines with its date, publisher or number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import dropwhile, pairwise

from bot.knowledge.boilerplate import is_on_air
from bot.knowledge.words import any_listed, release_pattern
from bot.press.facts.headlines import is_office, title_words
from bot.press.facts.official_letters import text_of_letter
from bot.thai.dates import ANY_DAY, DateSpan, Precision, find_dates
from bot.thai.letters import DIGITS
from bot.thai.segment import Segmenter

HEADER_LINES = 8  # the title copies and the day stand among the first lines

_LONGEST_LINE = 150
_LONGEST_OFFICE = 100
_SHORTEST_TITLE = 15
_SHORTEST_KIND = 10  # characters; "ข่าว" and a blank may begin a title
_SUBJECT_WITHIN = 4  # lines below a letterhead within which "เรื่อง" names the title
_ON_AIR_WITHIN = 2  # lines below its day that open the programme
_SIGNS = " :：|-–*"
_CELLS = " | "  # between the cells of a table that only places things
_DAY = "\ue000"  # stands for a day that was found
_OPENS = re.compile("[0-9๐-๙A-Z]")
_WITH_YEAR = re.compile(
    "[0-9]{4}(?![0-9])|[0-9]+[^0-9]*[ก-๙A-Za-z][^0-9]*[0-9]{2}$|[0-9]+[/.-][0-9]+[/.-][0-9]{2}$"
)
_WEEKDAY = (
    "(?:วัน)?(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)(?:ที่)?"
    "|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?![a-z])"
)
_CLOCK = (
    r"(?:เวลา|T|at)?\s*[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?(?![0-9])"
    r"(?!\s*(?:น\.)?\s*(?:[-–]|ถึง)\s*[0-9])"  # hours from and to are those of an event
    r"\s*(?:น\.?(?![ก-๙])|นาฬิกา|[AP]M|Z|[+][0-9]{2}:?[0-9]{2})?"
)
_HELD_NEXT = re.compile(
    r"\W{0,4}(?:เวลา|สถานที่|ณ\s(?![0-9๐-๙])|[0-9๐-๙]{1,2}[.:][0-9๐-๙]{2}\s*[-–])"
)
_IN_BRACKETS = re.compile(r"\s*\([^)]{2,40}\)")
_SHORT_NAME = re.compile(r"(?:[ก-ฮ]{1,4}\.)+|[A-Z]{2,8}")
_LABEL = r"(?:เรื่อง|ชื่อเรื่อง|ชื่อข่าว|หัวข้อ|หัวข้อข่าว|ชื่องาน|ชื่อกิจกรรม|ชื่อโครงการ)\s*[:：]\s*(?=\S)"
_LABELLED = re.compile(rf"^{_LABEL}")
_SUBJECT = re.compile(rf"^(?:{_LABEL}|เรื่อง\s+(?=\S))")
_POST_LINES = 2  # the page's name and how old the post is stand above a post copied from Facebook
_POSTED = re.compile(
    r"(?:[0-9]{1,2}\s?(?:นาที|ชม\.?|ชั่วโมง|วัน|สัปดาห์|m|h|hrs?|d|w)|เมื่อวาน\S*(?:\s?เวลา.{4,10})?"
    r"|(?P<day>[0-9]{1,2}\s[ก-๙.]{3,12}(?:\s[0-9]{4})?)(?:\s?เวลา.{4,10})?)\s?·.{0,20}"
)
_LONGEST_ADDRESS = 250
_POSTCODE = re.compile("(?<![0-9])[1-9][0-9]{4}(?![0-9])")
_STREET = re.compile(r"ถนน|ถ\.|ซอย|แขวง|ตำบล|ต\.|หมู่|เขต|อำเภอ|อ\.")
_REACHED = re.compile(  # numbers and addresses, and nothing that is said
    r"(?:(?:โทร(?:ศัพท์|สาร)?|แฟกซ์|Tel|Fax|Call Center|E-?mail|อีเมล|เว็บไซต์|Website|Facebook|Line)"
    r"[.\s]*[:：]?\s*"
    r"(?:[0-9๐-๙+(][0-9๐-๙ ()+,/–-]*(?:ต่อ[0-9๐-๙ ,–-]+)?|\S*[@./]\S*)\s*"
    r"|(?:https?://|www\.)\S+\s*)+",
    re.IGNORECASE,
)
_TO = re.compile(r"เรียน\s+\S")
_NUMBERED = re.compile(r"(?:ที่\s+\S.{0,30}/|บันทึกข้อความ|ส่วนราชการ\s)")  # of a letter or memo
_ONLY_SUBJECT = re.compile(r"เรื่อง\s*[:：]?")
_MINISTRY = re.compile(
    "(?:สำนักงานปลัด)?กระทรวง(?:การอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม|วิทยาศาสตร์และเทคโนโลยี)"
)
_kinds = release_pattern(
    r"[\[(*【]*(?:%(letterheads)s)"
    r"(?:\s*[\])*】]+\s*|\s*(?=[:：|–-]|(?:ฉบับ)?ที่\s*[0-9๐-๙])|\s+|$)",
    ignore_case=True,
)
_THEN = r"(?:\s*ล่าสุด)?(?:\s*(?:เมื่อ|วันที่|on))?"
# What lines of publication are made of, each kind a group of its own.
_pieces = release_pattern(
    rf"(?P<day>{_DAY})|(?P<clock>{_WEEKDAY}|{_CLOCK})"
    r"|(?P<issue>(?:ข่าว|ฉบับ|เลข)?ที่(?:ข่าว)?\s*[0-9๐-๙]+\s*/\s*[0-9๐-๙]{2,4}|ฉบับที่\s*[0-9๐-๙]+)"
    r"|(?P<count>(?:%(counters)s)\s*[:：]?\s*[0-9][0-9,]*\s*(?:ครั้ง|คน|views?)?"
    r"|[0-9][0-9,]*\s*(?:views?|hits?|ครั้ง))"
    rf"|(?P<author>(?:%(publishers)s)\s*[:：]?\s*(?!.*\sณ\s)[^|{_DAY}\s][^|{_DAY}]{{0,60}})"
    rf"|(?P<update>(?:%(updated)s){_THEN})|(?P<word>(?:%(published)s){_THEN}|\|\s*เมื่อ)"
    r"|(?P<place>^(?:%(provinces)s))|(?P<sign>วันที่|วัน(?![ก-๙])|[\s:：|,()\[\]/•·–—.-]+)",
    ignore_case=True,
)


@dataclass(frozen=True, slots=True)
class _Imprint:
    """A line that only gives day, publisher or number of the release.

    `named`: a word says so; `updated`: it gives the day of a change.
    """

    day: date | None
    named: bool
    updated: bool


def without_days(lines: Sequence[str]) -> tuple[date | None, list[str]]:
    """The date of publication, and the lines without those of the header that give it."""
    kept: list[str] = []
    days: list[_Imprint] = []
    for number, line in enumerate(lines[:HEADER_LINES]):
        printed = _imprint(line)
        if printed is None or not _is_release_day(printed, days, lines[number + 1 :]):
            kept.append(line)
        elif printed.day:
            days.append(printed)
    first = min(days, key=lambda one: one.updated, default=None)
    return first.day if first else None, [*kept, *lines[HEADER_LINES:]]


def day_of_letterhead(lines: Sequence[str]) -> date | None:
    """The first day that lines of a letterhead give; None without one."""
    printed = (_imprint(told) for line in lines if (told := _imprint_in(line)))
    return next((one.day for one in printed if one and one.day), None)


def without_letterhead(lines: Sequence[str]) -> Sequence[str]:
    """The lines without a letterhead: the title, the dates of the letterhead, the rest."""
    if len(lines) > _POST_LINES and (posted := _POSTED.fullmatch(lines[1])):
        day = [posted["day"]] if posted["day"] else []
        return [lines[_POST_LINES], *day, *lines[_POST_LINES + 1 :]]
    if subject := _subject_of_letter(lines):
        days = [printed for line in lines[:subject] if (printed := _imprint_in(line))]
        text = text_of_letter(lines[:subject], lines[subject + 2 :])
        return [_SUBJECT.sub("", lines[subject]), *days, *text]
    if not (_opens_letterhead(lines[0]) or _is_office_of(lines)):
        return [_LABELLED.sub("", _without_kind(lines[0]), count=1), *lines[1:]]
    rest = list(dropwhile(_is_above_title, lines))
    if not rest:
        return lines
    title = _title_line(rest[:_SUBJECT_WITHIN])
    above = [*lines[: len(lines) - len(rest)], *rest[:title]]
    days = [printed for line in above if (printed := _imprint_in(line))]
    return [_SUBJECT.sub("", rest[title]), *days, *rest[title + 1 :]]


def _opens_letterhead(line: str) -> bool:
    """Whether a first line, or a cell of it, belongs to a letterhead."""
    cells = line.split(_CELLS)
    told = any(_is_letterhead(one) or _imprint(one) or _is_address(one) for one in cells)
    return told and (len(cells) == 1 or _is_above_title(line))


def _subject_of_letter(lines: Sequence[str]) -> int:
    """The line with the subject of a letter or memo, above "เรียน …"; 0 where there is none."""
    pairs = enumerate(pairwise(lines[: HEADER_LINES + 1]))
    told = (n for n, (one, below) in pairs if _SUBJECT.match(one) and _TO.match(below))
    return next((n for n in told if any(map(_NUMBERED.match, lines[:n]))), 0)


def _is_office_of(lines: Sequence[str]) -> bool:
    """Whether the first line is the office of the letterhead or subject below it."""
    below = lines[1] if len(lines) > 1 else ""
    told = _is_letterhead(below) or _SUBJECT.match(below) or _is_address(below)
    return bool(told) and is_office_name(lines[0])


def is_office_name(text: str) -> bool:
    """Whether it is only the name of an office."""
    name = _IN_BRACKETS.sub("", text).strip()
    if _MINISTRY.fullmatch(name) or _SHORT_NAME.fullmatch(name) or is_office(name):
        return bool(name)
    opens = any_listed("office_heads").match(name)
    return opens is not None and len(name) <= _LONGEST_OFFICE and not has_verb(name)


def has_verb(name: str) -> bool:
    """Whether it has a verb that is no part of a name ("สำนักงานพัฒนา…")."""
    verbs = title_words().verbs
    return any(map(verbs.match, name.split()[1:])) or any(
        map(verbs.fullmatch, Segmenter().words(name)[2:])
    )


def _is_release_day(printed: _Imprint, before: Sequence[_Imprint], after: Sequence[str]) -> bool:
    """Whether a bare day is that of the release: there is no other, and no event.

    One above the opening of a programme is that of its broadcast.
    """
    if printed.named or printed.day is None or any(map(is_on_air, after[:_ON_AIR_WITHIN])):
        return True
    another = before and before[0].day != printed.day
    return not (another or (after and _HELD_NEXT.match(after[0])))


def _title_line(lines: Sequence[str]) -> int:
    """Which of the lines below a letterhead is the title: that of "เรื่อง", or the first."""
    for number, line in enumerate(lines):
        if _SUBJECT.match(line):
            return number
        if len(line) > _LONGEST_OFFICE:
            break
    return 0


def _is_above_title(line: str) -> bool:
    return all(
        _ONLY_SUBJECT.fullmatch(cell)
        or _is_letterhead(cell)
        or _imprint(cell)
        or _is_address(cell)
        or is_office_name(cell)
        for cell in line.split(_CELLS)
    )


def _is_address(line: str) -> bool:
    """Whether a line of a letterhead is the address of an office, or how to reach it."""
    street = _POSTCODE.search(line) and _STREET.search(line)
    return len(line) <= _LONGEST_ADDRESS and bool(street or _REACHED.fullmatch(line))


def _is_letterhead(line: str) -> bool:
    """Whether a line says "press release", perhaps with its office and number."""
    kind = _kinds().match(line) if len(line) <= _LONGEST_LINE else None
    if not kind:
        return False
    rest = line[kind.end() :].strip(_SIGNS)
    office = rest.removesuffix(_imprint_at_end(rest)).strip(_SIGNS)
    return not office or is_office_name(office)


def _imprint_in(line: str) -> str:
    """The part of a letterhead's line with its number or day, or ""."""
    last = line.rpartition(_CELLS)[2]
    kind = _kinds().match(last)
    return _imprint_at_end(last[kind.end() :].strip(_SIGNS) if kind else last)


def _imprint_at_end(text: str) -> str:
    """The longest end of it, from a blank on, that is a number or a day."""
    starts = (0, *(found.end() for found in re.finditer(r"\s+", text)))
    return next((text[start:] for start in starts if _imprint(text[start:])), "")


def _without_kind(title: str) -> str:
    """A title without "ข่าวประชาสัมพันธ์ :" before it."""
    kind = _kinds().match(title)
    rest = title[kind.end() :] if kind else ""
    plain = kind and (len(kind[0]) >= _SHORTEST_KIND or rest.startswith(tuple(":：|")))
    rest = rest.strip(_SIGNS)
    return rest if plain and len(rest) >= _SHORTEST_TITLE else title


@lru_cache(maxsize=256)  # the same lines are asked for as letterheads and as days
def _imprint(line: str) -> _Imprint | None:
    if len(line) > _LONGEST_LINE or not (_OPENS.match(line) or _pieces().match(line)):
        return None
    spans = [span for span in find_dates(line, ANY_DAY) if _is_one_day(line, span)]
    text = line.translate(DIGITS)
    for span in reversed(spans):
        text = f"{text[: span.start]}{_DAY}{text[span.end :]}"
    kinds: set[str] = set()
    place = 0
    while place < len(text):
        piece = _pieces().match(text, place)
        if not piece:
            return None
        kinds.add(piece.lastgroup or "")
        place = piece.end()
    if not kinds & {"day", "issue", "count"}:
        return None
    named = bool(kinds - {"day", "clock", "place", "sign"})
    return _Imprint(spans[0].first if spans else None, named, "update" in kinds)


def _is_one_day(line: str, span: DateSpan) -> bool:
    """Whether it is a single day with its year."""
    told = line[span.start : span.end].translate(DIGITS)
    return (
        span.precision is Precision.DAY
        and span.first == span.last
        and bool(_WITH_YEAR.search(told))
    )
