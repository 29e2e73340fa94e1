"""A press release as copied from a web page → Entry.

Takes what is certain: the title, the day it was published, the body and its source. Site
furniture goes (title copies, print buttons, dotted lines, hashtags, related news, and the
credits and telephone numbers of the public relations office), paragraphs stay.
"""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.knowledge.decoding import clean
from bot.knowledge.entries import Entry, Source
from bot.knowledge.fields import is_web_link
from bot.thai.dates import parse_date

_SITE = "รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-"
_SITE_TITLE = "รัฐบาลไทย ข่าวทำเนียบรัฐบาล"
_HEADER_LINES = 8  # the title copies and the date stand among the first lines
_LONGEST_TITLE = 300
_CUT_TITLE = 165  # the site cuts titles at about 180 signs
_FOOTER_LINES = 14
_LONGEST_FOOTER_LINE = 200

_DATE_LINE = re.compile(
    r"(วัน(จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)?(ที่)?\s*)?"
    r"(?P<day>[0-9๐-๙]{1,2}\s+\S+\s+(พ\.ศ\.\s*)?[0-9๐-๙]{4}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})"
)
_SOURCE_LINE = re.compile(r"(ที่มา|แหล่งที่มา|แหล่งข่าว)\s*[:：]?\s*(?P<url>https?://\S+)")
_TITLE_TAIL = re.compile(r"\s*(\[(กระทรวง|สำนัก|กรม)[^\]]*\]?|วันที่เผยแพร่)$")
_SEPARATOR = re.compile(r"[\s.…·•*=_~#\-–—]*")
_DATED_SEPARATOR = re.compile(r"[*=_\-–—]{5,}\s*(?P<rest>.{0,40})")
_BUTTON = re.compile(r"พิมพ์|Print|แชร์|Share|ดาวน์โหลด|อ่านต่อ|ย้อนกลับ|กลับหน้าหลัก", re.IGNORECASE)
_HASHTAGS = re.compile(r"(#\S+\s*)+")
_RELATED = re.compile(r"(ข่าวที่เกี่ยวข้อง|ข่าวอื่น ?ๆ|ข่าวล่าสุด|อัลบั้มภาพ|ภาพกิจกรรมเพิ่มเติม|แกลเลอรี่)\s*:?")
_CREDIT = re.compile(
    r"(?P<person>(ข้อมูล|ผู้|เขียน|เรียบเรียง|เผยแพร่|ถ่าย)*(ข่าว|ภาพ|ข้อมูล|เขียน|เผยแพร่|สื่อข่าว)"
    r"(โดย|ข่าว|ภาพ|และ|/|ถ่าย|วีดีโอ|วีดิโอ|วิดีโอ|เรียบเรียง|เผยแพร่)*\s*([:：]|(?<=โดย)\s))"
    r"|ที่มาข้อมูล|ส่วนสื่อสารองค์กร|กลุ่มงานประชาสัมพันธ์|กลุ่มประชาสัมพันธ์และเผยแพร่|กองประชาสัมพันธ์"
    r"|กองเผยแพร่และประชาสัมพันธ์|กลุ่มโฆษกและวิเคราะห์ข่าว"
)
_PR_LINE = re.compile(
    r"(โทร|แฟกซ์|โทรสาร|Tel|Fax|E-?mail|อีเมล|Facebook|Fb|Line|Twitter|YouTube|Website|เว็บไซต์"
    r"|www\.|https?:|(สอบถามข้อมูลเพิ่มเติม\s*(โทร\.?)?\s*)?Call Center"
    r"|กระทรวง|สำนัก|ศูนย์|กลุ่ม|กอง|ฝ่าย|งาน|\S+@\S+)",
    re.IGNORECASE,
)
_PHONE = re.compile(r"[0-9]{3}")
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_SHAPE = re.compile("[\\s\"'“”‘’«»!.…]+")


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of a release once the site's furniture is off."""

    title: str
    content: tuple[str, ...]
    published: date | None
    url: str


def read_release(text: str, stem: str) -> Entry:
    """The entry of a release: title, published, body and source; the id is `stem`.

    Title or body are "" when there is none; nothing is made up.
    """
    parts = _take_apart(_tidy(text))
    body, footer = _without_footer(_without_furniture(parts))
    press = _press_contact(footer)
    return Entry(
        id=stem,
        title=parts.title,
        body="\n\n".join(body),
        facts={"press_contact": press} if press else {},
        published=parts.published,
        source=Source(_SITE_TITLE if "thaigov.go.th" in parts.url else "", parts.url),
    )


def is_boilerplate(line: str) -> bool:
    """Whether a line is site furniture or a press office credit rather than content."""
    return _is_furniture(line) or (
        len(line) <= _LONGEST_FOOTER_LINE and _CREDIT.match(line) is not None
    )


def _tidy(text: str) -> list[str]:
    """Lines without entities and doubled blanks; empty ones are left out."""
    lines = (_SPACES.sub(" ", line).strip() for line in clean(html.unescape(text)).split("\n"))
    return [line for line in lines if line]


def _take_apart(lines: Sequence[str]) -> _Lines:
    if not lines:
        return _Lines("", (), None, "")
    first = lines[0].removeprefix(_SITE).strip()
    rest, url = _without_source(lines[1:])
    published, rest = _without_date(rest)
    title = _whole_title(first, rest[:_HEADER_LINES])
    return _Lines(_TITLE_TAIL.sub("", title), tuple(rest), published, url)


def _without_source(lines: Sequence[str]) -> tuple[list[str], str]:
    for number in range(len(lines) - 1, max(len(lines) - 4, -1), -1):
        found = _SOURCE_LINE.fullmatch(lines[number])
        if found and is_web_link(found["url"]):
            return [*lines[:number], *lines[number + 1 :]], found["url"]
    return list(lines), ""


def _without_date(lines: list[str]) -> tuple[date | None, list[str]]:
    """The day it was published, and the lines without those that only give a day."""
    head = [(line, _DATE_LINE.fullmatch(line)) for line in lines[:_HEADER_LINES]]
    days = [parse_date(dated["day"]) for _, dated in head if dated]
    kept = [line for line, dated in head if not dated]
    return next((day for day in days if day), None), kept + lines[_HEADER_LINES:]


def _whole_title(first: str, head: Sequence[str]) -> str:
    """The title, completed from its copy below where the site cut it."""
    for line in head:
        if len(line) > len(first) and _shape(line).startswith(_shape(first)):
            return _completed(first, line)
    return first


def _completed(first: str, line: str) -> str:
    follows = line[len(first) : len(first) + 1]
    cut = len(first) >= _CUT_TITLE or first.count("“") > first.count("”") or not follows.isspace()
    if not cut or not line.startswith(first):
        return first
    if len(line) <= _LONGEST_TITLE:
        return line
    end = line.find(" ", len(first))
    return line[:end] if 0 < end <= _LONGEST_TITLE else first


def _shape(line: str) -> str:
    return _SHAPE.sub("", line)


def _without_furniture(parts: _Lines) -> list[str]:
    lines = _without_title_copies(parts)
    return _without_related([line for line in lines if not _is_furniture(line)])


def _without_title_copies(parts: _Lines) -> list[str]:
    title = _shape(parts.title)
    copies = [
        line
        for line in parts.content[:_HEADER_LINES]
        if title.startswith(_shape(_TITLE_TAIL.sub("", line))) and _shape(line)
    ]
    head = [line for line in parts.content[:_HEADER_LINES] if line not in copies]
    return head + list(parts.content[_HEADER_LINES:])


def _is_furniture(line: str) -> bool:
    dated = _DATED_SEPARATOR.fullmatch(line)
    return bool(
        _SEPARATOR.fullmatch(line)
        or _BUTTON.fullmatch(line)
        or _HASHTAGS.fullmatch(line)
        or (dated and parse_date(dated["rest"]))
    )


def _without_related(lines: list[str]) -> list[str]:
    """Everything before a heading such as "ข่าวที่เกี่ยวข้อง" in the second half."""
    for number in range(len(lines) // 2, len(lines)):
        if number and _RELATED.fullmatch(lines[number]):
            return lines[:number]
    return lines


def _without_footer(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines without the credits and press office addresses near the end, and those."""
    kept: list[str] = []
    footer: list[str] = []
    inside = False
    near_end = max(len(lines) - _FOOTER_LINES, 1)
    for number, line in enumerate(lines):
        starts = number >= near_end and _CREDIT.match(line) is not None
        inside = len(line) <= _LONGEST_FOOTER_LINE and (starts or (inside and _is_address(line)))
        (footer if inside else kept).append(line)
    return kept, footer


def _is_address(line: str) -> bool:
    return bool(_CREDIT.match(line) or _PR_LINE.match(line))


def _press_contact(footer: list[str]) -> str:
    """How to reach the office that published it, without the names of its staff."""
    lines = []
    for line in footer:
        credit = _CREDIT.match(line)
        if not (credit and credit["person"]):
            lines.append(line)
    told = " ".join(lines)
    return told if _PHONE.search(told) else ""
