"""Boilerplate around a release: navigation, buttons, credits, addresses of the press office."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise, takewhile

from bot.knowledge.phones import SHORT_NUMBERS
from bot.knowledge.words import any_listed, release_pattern
from bot.thai.dates import parse_date

_FOOTER_LINES = 14
_LONGEST_FOOTER_LINE = 200
_LONGEST_OFFICE = 60
_LONGEST_SHARING = 80
_NETWORKS = "Facebook|Twitter|X|LINE|E-?mail|Instagram|Messenger|คัดลอกลิงก์|Copy link"

_DATED_SEPARATOR = re.compile(r"[*=_\-–—]{5,}\s*(?P<rest>.{0,40})")
_BUTTON = re.compile(
    r"\[?\s*(พิมพ์|Print|แชร์|Share|ดาวน์โหลด|อ่านต่อ|อ่านเพิ่มเติม|ย้อนกลับ|กลับหน้าหลัก|หน้าแรก|Home|PDF|E-?mail"
    r"|Tweet|Facebook|ส่งต่อให้เพื่อน|อีเมล|จำนวนผู้(เข้า)?ชม\s*[:：]?.{0,20}|เข้าชม\s*[:：]?\s*[0-9,]+(\s*ครั้ง)?"
    r"|Your browser does not support .{3,30}|ฮิต\s*[:：]\s*[0-9,]+"
    r"|(หมวด(หมู่)?|ประเภท|แก้ไขล่าสุด|เขียนเมื่อ|เผยแพร่เมื่อ)\s*[:：].{0,60})\s*\]?",
    re.IGNORECASE,
)
_REACTIONS = re.compile(  # below a post
    r"(?:ความคิดเห็น|แชร์|Comments?|Shares?)\s*[0-9.,]+\s?(?:พัน|หมื่น|แสน|K)?\s?(?:รายการ|ครั้ง)?"
    r"|[0-9.,]+\s?K?\s(?:comments?|shares?|ความคิดเห็น)"
    r"|(?:ความรู้สึกทั้งหมด|All reactions)\s*[:：]?.{0,12}"
    r"|.{0,60}และคนอื่นๆ อีก [0-9.,]+ (?:พัน|หมื่น)?\s?คน",
    re.IGNORECASE,
)
_BETWEEN_BUTTONS = re.compile(r"[|·•](?:(?<=\|)|(?<=\s[·•])(?=\s))")
_RIGHTS = re.compile(
    r"(?:©|\(c\)\s|Copyright\b|(?:สงวน)?ลิขสิทธิ์(?:\s*[©0-9๐-๙:：]|\sโดย|$)).{0,120}", re.IGNORECASE
)
_MORE_THERE = re.compile(
    r"(อ่าน|ดู)(รายละเอียด)?(เพิ่มเติม|ต่อ)\s*(ได้ที่|คลิก)?\s*([:：]|>+)?\s*https?://\S*thaigov\S*"
)
_PICTURE = re.compile(
    r"(IMG|DSC[FN]?|_MG|PIC|Image|Photo)[ _-]?[0-9]{2,}\S*|\S+\.(jpe?g|png|gif|webp|bmp)",
    re.IGNORECASE,
)
_MENU = re.compile(r"[^|]{1,20}(?:\s\|\s[^|]{1,20}){2,}")
_HASHTAGS = re.compile(r"#\S+(?:\s[\s,]*#\S+)*[\s,]*")
_PAGE_TALK = re.compile(  # of cookies, and where a page is made by its scripts
    r"(?:(?:เว็บไซต์(?:นี้|ของเรา)?|เรา)\s?(?:มีการ)?ใช้(?:งาน)?|ยอมรับ|ตั้งค่า|นโยบาย)คุกกี้.{0,250}"
    r"|(?:กำลังโหลด|Loading)\W*|.{0,40}(?:enable|เปิดใช้|เปิดใช้งาน) JavaScript.{0,60}",
    re.IGNORECASE,
)
# Code of a page: "p.p1 {margin: 0px}".
_STYLE = re.compile(r"[A-Za-z0-9_.#*:,> -]{1,60}\{[a-z-]+:[^{}]+\}?")
_WHOLE_LINES = (_PICTURE, _REACTIONS, _MORE_THERE, _RIGHTS, _HASHTAGS, _PAGE_TALK, _STYLE)
_HASHTAG_END = re.compile(r"(\s+#[^\s#]\S*){2,}\s*$")
_PICTURES = "อัลบั้มภาพ|ภาพกิจกรรมเพิ่มเติม|ภาพเพิ่มเติม|แกลเลอรี่|แกลลอรี่|Gallery"
_ALBUM = re.compile(rf"({_PICTURES})\s*[:：]?")
_RELATED = re.compile(
    r"(ข่าวที่เกี่ยวข้อง|ข่าวอื่น ?ๆ|ข่าวล่าสุด|เรื่องที่เกี่ยวข้อง|บทความที่เกี่ยวข้อง|ภาพข่าว"
    rf"|{_PICTURES})\s*[:：]?"
)
_MADE = r"(ข่าว|ภาพ|ว[ิี]ด[ิี]โอ|ข้อมูล|เขียน|เผยแพร่|สื่อข่าว)"
_CREDIT = re.compile(
    rf"(?P<person>(ข้อมูล|ผู้|เขียน|เรียบเรียง|เผยแพร่|ถ่าย)*{_MADE}"
    r"(โดย|ข่าว|ภาพ|และ|/|ถ่าย|ว[ิี]ด[ิี]โอ|เรียบเรียง|เผยแพร่)*\s*([:：]|(?<=โดย)\s))"
    r"|(?P<maker>[ก-๙. ]{4,60}\s?[:：]\s?"
    r"((ถ่าย)?(ภาพ|ว[ิี]ด[ิี]โอ|ข่าว)|สรุป|เรียบเรียง|รายงาน|กราฟิก|บรรณาธิการ)$)"
    r"|(?P<english>((Written|Story|Text|Photos?|Report|Edited) by|Photo( Credits?|grapher)"
    r"|Rewriter|Writer|Editor|Reporter|Graphics?|Credits?)\s*[:：]?\s+[ก-๙A-Z][^0-9,]{3,40}$)"
    r"|\((ข้อมูล|ที่มา|ภาพ)(จาก|โดย|\s?[:：])[^()]{3,80}\)$"
    r"|ที่มา(\s*[:：]\s*|\s)(?!ของ|และ|ที่)\S.{1,60}$|ที่มาข้อมูล|สื่อมวลชน(สอบถาม|ที่สนใจ)|(ข้อมูล|รายละเอียด|สอบถาม)\S{0,20}สำหรับสื่อมวลชน"
    r"|(ข้อมูลเพิ่มเติม)?(สอบถาม|ติดต่อ)[^\n]{0,120}(ประชาสัมพันธ์|สื่อมวลชน|สื่อสารองค์กร|กิจกรรมเพื่อสังคม)|เรียบเรียงโดย|ผู้นำเสนอ\s*[:：]|ขอขอบคุณภาพ|ที่มาภาพ|เครดิต(ภาพ)?\s*[:：]"
)
_PR_LINE = re.compile(
    r"(โทร|มือถือ|แฟก[ซส]์|โทรสาร|Tel|Fax|E-?mail|อีเมล|Facebook|Fb|Line|Twitter|YouTube|Website|เว็บไซต์"
    r"|www\.|(- )?https?:|(ครั้ง|ฉบับ)ที่\s*[0-9]+\s*/\s*[0-9]{4}"
    r"|(สอบถามข้อมูลเพิ่มเติม\s*(โทร\.?)?\s*)?Call Center"
    r"|(ติดต่อ)?สอบถาม(ข้อมูล|รายละเอียด)?(เพิ่มเติม)?(ได้)?(ที่)?\s*[:：]?\s*0[0-9 ,-]{8}"
    r"|กระทรวง|สำนัก|ศูนย์|กลุ่ม|กอง|ฝ่าย|งาน|\S+@\S+)",
    re.IGNORECASE,
)
_STAFF = re.compile(r"[ก-๙A-Za-z. ]{4,50} 0[689][0-9 -]{8,12} \S+@\S+.*")
# Who of a press office is called on which mobile: "ลัญจนา (08…) วีระวุฒิ (08…)".
# A name neither begins nor ends with a blank, so that a long row that is none is soon known.
CALLED_ROW = re.compile(
    r"(?:[ก-๙A-Za-z.][ก-๙A-Za-z. ]{1,29}(?<! )\s*\(0[689][0-9 -]{8,10}\)[\s,/]*){2,}"
)
_MOBILE = "มือถือ"
_OWN_MOBILE = re.compile(r"(?<=\S)\s*มือถือ\s*[:.]?\s*0[689][0-9 -]{8,11}(?:\s?\([^)]{2,30}\))?")
_own_name = release_pattern(
    r"\s(?:คุณ|%(honorifics)s)\s?[ก-๙]{2,20}(?:\s[ก-๙]{2,25})?(?=\s\(?(?:โทร|ผู้อำนวยการ|หัวหน้า))"
)
# How press offices end a release: a fax, or the hotline's name without a word of what it is for.
_PRESS_NUMBERS = re.compile(
    r"(?:(?:โทร(?:ศัพท์)?|Tel)[.:]?\s*[0๐][0-9๐-๙ ,\-–]{7,40}(?:ต่อ[0-9๐-๙ ,\-–]{2,30})?"
    r"(?:โทรสาร|แฟก[ซส]์|Fax)[.:]?\s*[0๐][0-9๐-๙ ,\-–]{7,40}"
    r"|Call Center[.:]?\s*(?:โทร[.:]?)?\s*[1๑][0-9๐-๙]{3})"
    r"(?:\s*(?:E-?mail|อีเมล)\s*[:：]?\s*\S+@\S+)?",
    re.IGNORECASE,
)
_INVITES = re.compile("สอบถาม|ติดต่อ|สนใจ|สมัคร")
_INVITED_ABOVE = 3  # lines, with the office and its street between
_PHONE = re.compile(r"(?<![0-9])(0[ -]?[0-9]|\(?\+?66\)?)[0-9 \-]{6,}")
_SHORT_NUMBER = re.compile(r"(?<![0-9])1[0-9]{2,3}(?![0-9])")


# The motto with which the press office ends what it has read out.
_signs_off = release_pattern(r".{3,40}\sกับ(?:%(press_offices)s)")
_opens_programme = release_pattern(r"(?:ต่อจากนี้ไป\s?)?(?:%(on_air)s).{0,30}")
# Somebody with a telephone and nothing more.
_called = release_pattern(
    r"(?:%(honorifics)s|คุณ)\s?[ก-๙. ]{2,50}"
    r"\s\(?(?:โทร|มือถือ)?[ก-๙. :]{0,10}0[0-9][0-9 -]{7,12}.{0,40}"
)
# A row of places to share a page at, or of its tags; a button to the next one.
_shares = release_pattern(
    rf"(?:%(sharing)s)\s*[:：].{{0,{_LONGEST_SHARING}}}|(?:%(buttons)s)"
    rf"|(?:%(sharing)s)\S{{0,12}}(?:\s*(?:{_NETWORKS}))+",
    ignore_case=True,
)


def boilerplate_in(lines: Sequence[str]) -> list[str]:
    """The lines of an entry that belong to the page around it, headings and offices too."""
    content = without_boilerplate(lines)
    told = (_RELATED, _PRESS_NUMBERS)
    return [
        line
        for line in lines
        if line not in content or is_credit(line) or any(one.fullmatch(line) for one in told)
    ]


def is_credit(line: str) -> bool:
    """Whether a line is no text but names who wrote or published it, or an office's numbers."""
    if len(line) > _LONGEST_FOOTER_LINE:
        return False
    told = any(one.match(line) for one in (_CREDIT, any_listed("press_offices"), _signs_off()))
    return told or _PRESS_NUMBERS.fullmatch(line) is not None


def is_on_air(line: str) -> bool:
    """Whether a line opens the programme in which the release was read out."""
    return _opens_programme().fullmatch(line) is not None


def without_boilerplate(lines: Sequence[str]) -> list[str]:
    """The lines that are content; rows of a table, which look like menus, stay."""
    rows = _table_rows(lines)
    return [
        line
        for number, line in enumerate(lines)
        if not (_is_boilerplate(line) or (is_menu(line) and number not in rows))
    ]


@lru_cache(maxsize=512)  # a release is asked twice, with its title and without
def _is_boilerplate(line: str) -> bool:
    """Whether a line is a button, a separator, a row of hashtags or a counter."""
    line = line.removeprefix("- ")  # an item of a list
    return bool(
        not any(map(str.isalnum, line))
        or all(_is_button(part.strip()) for part in _BETWEEN_BUTTONS.split(line))
        or _shares().fullmatch(line)
        or any(one.fullmatch(line) for one in _WHOLE_LINES)
        or is_on_air(line)
        or day_behind_stroke(line)
    )


def day_behind_stroke(line: str) -> date | None:
    """The date behind a stroke below a release ("******** 17 กุมภาพันธ์ 2565")."""
    dated = _DATED_SEPARATOR.fullmatch(line)
    return parse_date(dated["rest"]) if dated else None


def _is_button(part: str) -> bool:
    return bool(_BUTTON.fullmatch(part) or _shares().fullmatch(part))


def _table_rows(lines: Sequence[str]) -> set[int]:
    """The numbers of lines that are rows of a table: consecutive, with as many cells."""
    cells = [line.count(" | ") for line in lines]
    alike = (number for number, (one, below) in enumerate(pairwise(cells)) if one == below > 0)
    return {row for number in alike for row in (number, number + 1)}


def is_menu(line: str) -> bool:
    """Whether a line is a site's navigation ("หน้าแรก | ข่าว | ติดต่อเรา")."""
    return _MENU.fullmatch(line) is not None


def without_hashtags(line: str) -> str:
    """The line without a row of two or more hashtags at its end."""
    return _HASHTAG_END.sub("", line) if "#" in line else line


def without_related(lines: list[str]) -> list[str]:
    """The lines before a heading such as "ข่าวที่เกี่ยวข้อง" in the second half.

    In the first half such a heading belongs to pictures that are gone.
    """
    half = len(lines) // 2
    related = (n for n in range(max(half, 1), len(lines)) if _RELATED.fullmatch(lines[n]))
    kept = lines[: next(related, len(lines))]
    return [line for n, line in enumerate(kept) if n >= half or not _ALBUM.fullmatch(line)]


def without_footer(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines without credits and the addresses of press offices near the end, and those."""
    kept: list[str] = []
    footer: list[str] = []
    inside = False
    near_end = max(len(lines) - _FOOTER_LINES, 1)
    staff = _staff_start(lines)
    for number, line in enumerate(lines):
        above = lines[max(number - _INVITED_ABOVE, 0) : number]
        asked = any(_is_invited_to(before, line) for before in above)
        starts = (number >= near_end and is_credit(line) and not asked) or number >= staff
        inside = starts or (inside and len(line) <= _LONGEST_FOOTER_LINE and _is_address(line))
        (footer if inside else kept).append(line)
    return kept, footer


def _is_invited_to(before: str, line: str) -> bool:
    """Whether a line above a press office's tells citizens to ask there."""
    invites = len(before) <= _LONGEST_OFFICE and _INVITES.search(before)
    return bool(invites and not _PHONE.search(before) and not _CREDIT.match(line))


def _staff_start(lines: Sequence[str]) -> int:
    """Where rows of an office's staff with mobile and e-mail begin; the end where there are none.

    The office and its number above them go with them, unless citizens are told to ask there.
    """
    rows = len(list(takewhile(_STAFF.fullmatch, reversed(lines))))
    start = len(lines) - rows
    if start > 1 and len(lines[start - 1]) <= _LONGEST_OFFICE and _PHONE.search(lines[start - 1]):
        start -= 2 if len(lines[start - 2]) <= _LONGEST_OFFICE else 1
    invited = any(map(_INVITES.search, lines[max(start - 1, 0) : len(lines) - rows]))
    return start if rows > 1 and not invited else len(lines)


def press_contact(footer: Sequence[str]) -> str:
    """How to reach the office that published it, without the names of its staff."""
    offices = (_own_name().sub("", line) for line in footer if not _names_a_person(line))
    lines = (_OWN_MOBILE.sub("", line).strip() for line in offices)
    told = " ".join(filter(None, lines))
    numbers = _SHORT_NUMBER.findall(told)
    return told if _PHONE.search(told) or SHORT_NUMBERS.intersection(numbers) else ""


def _names_a_person(line: str) -> bool:
    credit = _CREDIT.match(line)
    rows = _STAFF.fullmatch(line) or CALLED_ROW.fullmatch(line)
    staff = rows or _called().match(line) or line.startswith(_MOBILE)
    if staff or not credit:
        return bool(staff)
    named = credit["person"] or credit["maker"] or credit["english"]
    return bool(named and not any_listed("press_offices").match(line[credit.end() :].lstrip()))


def _is_address(line: str) -> bool:
    known = is_credit(line) or _PR_LINE.match(line) or CALLED_ROW.fullmatch(line)
    return bool(known or _called().fullmatch(line))
