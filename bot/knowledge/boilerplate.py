"""What stands around a release and is not the release: site furniture, credits, addresses."""

import re
from collections.abc import Sequence
from itertools import takewhile

from bot.knowledge.phones import SHORT_NUMBERS
from bot.thai.dates import parse_date

_FOOTER_LINES = 14
_LONGEST_FOOTER_LINE = 200
_LONGEST_OFFICE = 60

_SEPARATOR = re.compile(r"[\s.…·•*=_~#+/\-–—|]*")
_DATED_SEPARATOR = re.compile(r"[*=_\-–—]{5,}\s*(?P<rest>.{0,40})")
_BUTTON = re.compile(
    r"\[?\s*(พิมพ์|Print|แชร์|Share|ดาวน์โหลด|อ่านต่อ|อ่านเพิ่มเติม|ย้อนกลับ|กลับหน้าหลัก|หน้าแรก|Home|PDF|E-?mail"
    r"|Tweet|Facebook|ส่งต่อให้เพื่อน|อีเมล|จำนวนผู้(เข้า)?ชม\s*[:：]?.{0,20}|เข้าชม\s*[:：]?\s*[0-9,]+(\s*ครั้ง)?"
    r"|ฮิต\s*[:：]\s*[0-9,]+|(หมวดหมู่|ประเภท|แก้ไขล่าสุด|เขียนเมื่อ|เผยแพร่เมื่อ)\s*[:：].{0,60})\s*\]?",
    re.IGNORECASE,
)
_MORE_THERE = re.compile(
    r"(อ่าน|ดู)(รายละเอียด)?(เพิ่มเติม|ต่อ)\s*(ได้ที่|คลิก)?\s*([:：]|>+)?\s*https?://\S*thaigov\S*"
)
_MENU = re.compile(r"[^|]{1,20}(?:\s\|\s[^|]{1,20}){2,}")
_HASHTAGS = re.compile(r"(#\S+[\s,]*)+")
_HASHTAG_END = re.compile(r"(\s+#[^\s#]\S*){2,}\s*$")
_RELATED = re.compile(
    r"(ข่าวที่เกี่ยวข้อง|ข่าวอื่น ?ๆ|ข่าวล่าสุด|เรื่องที่เกี่ยวข้อง|บทความที่เกี่ยวข้อง|อัลบั้มภาพ|ภาพกิจกรรมเพิ่มเติม"
    r"|ภาพเพิ่มเติม|ภาพข่าว|แกลเลอรี่|แกลลอรี่|Gallery)\s*[:：]?"
)
_MADE = r"(ข่าว|ภาพ|ว[ิี]ด[ิี]โอ|ข้อมูล|เขียน|เผยแพร่|สื่อข่าว)"
_CREDIT = re.compile(
    rf"(?P<person>(ข้อมูล|ผู้|เขียน|เรียบเรียง|เผยแพร่|ถ่าย)*{_MADE}"
    r"(โดย|ข่าว|ภาพ|และ|/|ถ่าย|ว[ิี]ด[ิี]โอ|เรียบเรียง|เผยแพร่)*\s*([:：]|(?<=โดย)\s))"
    r"|(?P<maker>[ก-๙. ]{4,60}\s?[:：]\s?(ถ่าย)?(ภาพ|ว[ิี]ด[ิี]โอ|ข่าว)$)"
    r"|ที่มา(\s*[:：]\s*|\s)(?!ของ|และ|ที่)\S.{1,60}$|(กอง|กลุ่ม|ฝ่าย|สำนัก)สารนิเทศ|ที่มาข้อมูล|ส่วนสื่อสารองค์กร|กลุ่มงานประชาสัมพันธ์|กลุ่มประชาสัมพันธ์|กองประชาสัมพันธ์"
    r"|กองเผยแพร่และประชาสัมพันธ์|กลุ่มโฆษกและวิเคราะห์ข่าว|งานประชาสัมพันธ์|ฝ่ายประชาสัมพันธ์|สื่อมวลชน(สอบถาม|ที่สนใจ)"
    r"|(สอบถาม|ติดต่อ)[^\n]{0,120}(ประชาสัมพันธ์|สื่อมวลชน|สื่อสารองค์กร)|เรียบเรียงโดย|ขอขอบคุณภาพ|ที่มาภาพ|เครดิต(ภาพ)?\s*[:：]"
)
_PR_LINE = re.compile(
    r"(โทร|แฟกซ์|โทรสาร|Tel|Fax|E-?mail|อีเมล|Facebook|Fb|Line|Twitter|YouTube|Website|เว็บไซต์"
    r"|www\.|(- )?https?:|(ครั้ง|ฉบับ)ที่\s*[0-9]+\s*/\s*[0-9]{4}"
    r"|(สอบถามข้อมูลเพิ่มเติม\s*(โทร\.?)?\s*)?Call Center"
    r"|กระทรวง|สำนัก|ศูนย์|กลุ่ม|กอง|ฝ่าย|งาน|\S+@\S+)",
    re.IGNORECASE,
)
_STAFF = re.compile(r"[ก-๙A-Za-z. ]{4,50} 0[689][0-9 -]{8,12} \S+@\S+.*")
# How press offices end a release: a fax, or the hotline's name without a word of what it is for.
_PRESS_NUMBERS = re.compile(
    r"(?:(?:โทร(?:ศัพท์)?|Tel)[.:]?\s*[0๐][0-9๐-๙ ,\-–]{7,40}(?:ต่อ[0-9๐-๙ ,\-–]{2,30})?"
    r"(?:โทรสาร|แฟกซ์|Fax)[.:]?\s*[0๐][0-9๐-๙ ,\-–]{7,40}"
    r"|Call Center[.:]?\s*(?:โทร[.:]?)?\s*[1๑][0-9๐-๙]{3})"
    r"(?:\s*(?:E-?mail|อีเมล)\s*[:：]?\s*\S+@\S+)?",
    re.IGNORECASE,
)
_INVITES = re.compile("สอบถาม|ติดต่อ|สนใจ|สมัคร")
_PHONE = re.compile(r"(?<![0-9])(0-?[0-9]|\(?\+?66\)?)[0-9 \-]{6,}")
_SHORT_NUMBER = re.compile(r"(?<![0-9])1[0-9]{2,3}(?![0-9])")


def is_boilerplate(line: str) -> bool:
    """Whether a line is site furniture or a press office credit rather than content."""
    return is_furniture(line) or is_credit(line)


def is_left_over(line: str) -> bool:
    """Whether a line of an entry is of the page around the release, headings and offices too."""
    return bool(is_boilerplate(line) or _RELATED.fullmatch(line) or _PRESS_NUMBERS.fullmatch(line))


def is_credit(line: str) -> bool:
    """Whether a line names who wrote, photographed or published the release."""
    return len(line) <= _LONGEST_FOOTER_LINE and _CREDIT.match(line) is not None


def is_furniture(line: str) -> bool:
    """Whether a line is a button, a menu, a separator, a row of hashtags or a counter."""
    dated = _DATED_SEPARATOR.fullmatch(line)
    return bool(
        _SEPARATOR.fullmatch(line)
        or _BUTTON.fullmatch(line)
        or _MORE_THERE.fullmatch(line)
        or is_menu(line)
        or _HASHTAGS.fullmatch(line)
        or (dated and parse_date(dated["rest"]))
    )


def is_menu(line: str) -> bool:
    """Whether a line is a row of a site's places ("หน้าแรก | ข่าว | ติดต่อเรา")."""
    return _MENU.fullmatch(line) is not None


def without_hashtags(line: str) -> str:
    """The line without a row of two or more hashtags at its end."""
    return _HASHTAG_END.sub("", line) if "#" in line else line


def without_related(lines: list[str]) -> list[str]:
    """Everything before a heading such as "ข่าวที่เกี่ยวข้อง" in the second half."""
    for number in range(len(lines) // 2, len(lines)):
        if number and _RELATED.fullmatch(lines[number]):
            return lines[:number]
    return lines


def without_footer(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines without the credits and press office addresses near the end, and those."""
    kept: list[str] = []
    footer: list[str] = []
    inside = False
    near_end = max(len(lines) - _FOOTER_LINES, 1)
    staff = _staff_from(lines)
    for number, line in enumerate(lines):
        starts = (number >= near_end and is_credit(line)) or number >= staff
        inside = starts or (inside and len(line) <= _LONGEST_FOOTER_LINE and _is_address(line))
        (footer if inside else kept).append(line)
    return kept, footer


def _staff_from(lines: Sequence[str]) -> int:
    """Where an office's staff stand in rows at the end, each with mobile and e-mail, or the end.

    The office and its number above them belong to it, unless citizens are told to ask there.
    """
    rows = len(list(takewhile(_STAFF.fullmatch, reversed(lines))))
    start = len(lines) - rows
    if start > 1 and len(lines[start - 1]) <= _LONGEST_OFFICE and _PHONE.search(lines[start - 1]):
        start -= 2 if len(lines[start - 2]) <= _LONGEST_OFFICE else 1
    invited = any(map(_INVITES.search, lines[max(start - 1, 0) : len(lines) - rows]))
    return start if rows > 1 and not invited else len(lines)


def press_contact(footer: Sequence[str]) -> str:
    """How to reach the office that published it, without the names of its staff."""
    told = " ".join(line for line in footer if not _names_a_person(line))
    numbers = _SHORT_NUMBER.findall(told)
    return told if _PHONE.search(told) or SHORT_NUMBERS.intersection(numbers) else ""


def _names_a_person(line: str) -> bool:
    credit = _CREDIT.match(line)
    return bool(_STAFF.fullmatch(line) or (credit and (credit["person"] or credit["maker"])))


def _is_address(line: str) -> bool:
    return bool(_CREDIT.match(line) or _PR_LINE.match(line))
