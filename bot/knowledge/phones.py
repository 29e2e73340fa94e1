"""Telephone numbers a citizen in Thailand can dial, as people write them."""

import re

from bot.thai.letters import DIGITS

# Hotlines and emergency numbers; 1313 and some others are in no public numbering table.
_SHORT = (
    "191 199 1111 1115 1119 1125 1129 1130 1133 1146 1155 1158 1161 1164 1165 1166 1169 1170 "
    "1179 1182 1186 1193 1197 1199 1202 1205 1207 1212 1213 1257 1296 1300 1302 1313 1323 1330 "
    "1348 1356 1357 1358 1359 1362 1368 1386 1387 1422 1426 1441 1460 1479 1490 1506 1543 1546 "
    "1548 1554 1555 1556 1567 1569 1570 1579 1584 1586 1599 1615 1646 1662 1663 1667 1668 1669 "
    "1672 1690 1691 1694 1713 1722 1765 1784"
)
SHORT_NUMBERS = frozenset(_SHORT.split())
_LONGEST = 120
_NOTE = re.compile(r"(?<=[0-9])\s*([(#ก-๙]|ext).*", re.IGNORECASE)
_RANGE = re.compile(r"\s*[-–,/]\s*[0-9]{1,4}$")
_ABROAD = re.compile(r"^(\+66|0066)0?")
_BLANKS = re.compile(r"[\s().\-–]+")
_LABEL = re.compile(
    r"^(โทรศัพท์|โทรสาร|โทร|แฟก[ซส]์|มือถือ|สายด่วน|tel|fax|call center)[.:\s]*", re.IGNORECASE
)
_NUMBER = re.compile(
    r"02[0-9]{7}"  # Bangkok
    r"|0[3457][2-9][0-9]{6}"  # the regions
    r"|0[689][0-9]{8}"  # mobile
    r"|1[89]00[0-9]{6}"  # toll-free and premium
)
_GAP = r"[ ().\-–]{0,2}"
_WHOLE = re.compile(
    rf"(?<![0-9])(?P<number>(?:(?:0|\+66{_GAP}0?)(?:{_GAP}2(?:{_GAP}[0-9]){{7}}"
    rf"|{_GAP}[3457](?:{_GAP}[0-9]){{7}}|{_GAP}[689](?:{_GAP}[0-9]){{8}})"
    rf"|1[89]00(?:{_GAP}[0-9]){{6}}))(?![0-9])(?:\s?[-–]\s?(?P<last>[0-9]{{1,3}})(?![0-9]))?"
)
_ALONE = re.compile(r"(?<![0-9])(?<![0-9][ -])(?<!ต่อ)(?<!ต่อ )[0-9]{3,4}(?![0-9]|[ -][0-9])")
_LONGEST_RANGE = 99


def is_thai_phone(text: str) -> bool:
    """Whether `text` is one Thai number: land line, mobile, 1800 or a known short number.

    Thai digits, blanks, dashes, +66, a range ("9360 - 61") and words after the number ("ต่อ 3728",
    "(สายตรง)") are understood.
    """
    plain = _LABEL.sub("", text[:_LONGEST].translate(DIGITS).strip())
    plain = _NOTE.sub("", plain)
    while not _is_number(plain) and (shorter := _RANGE.sub("", plain)) != plain:
        plain = shorter
    return len(text) <= _LONGEST and _is_number(plain)


def _is_number(text: str) -> bool:
    digits = _ABROAD.sub("0", _BLANKS.sub("", text))
    return digits in SHORT_NUMBERS or _NUMBER.fullmatch(digits) is not None


def numbers_in(text: str) -> frozenset[str]:
    """The whole telephone numbers of a text as digits, each of a range, without extensions.

    However they are grouped: "0 2333 3700", "02-333-3700" and "+66 2333 3700" are one.
    """
    plain = text.translate(DIGITS)
    numbers = [number for found in _WHOLE.finditer(plain) for number in _each_of(found)]
    return frozenset([*numbers, *SHORT_NUMBERS.intersection(_ALONE.findall(plain))])


def _each_of(found: re.Match[str]) -> list[str]:
    first = _ABROAD.sub("0", _BLANKS.sub("", found["number"]))
    last = found["last"] or ""
    start, end = int(first[len(first) - len(last) :] or 0), int(last or 0)
    if not start < end <= start + _LONGEST_RANGE:
        return [first]
    return [f"{first[: -len(last)]}{n:0{len(last)}d}" for n in range(start, end + 1)]
