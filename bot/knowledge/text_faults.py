"""What cannot be right in a text: dates with a wrong weekday, impossible dates and numbers."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.knowledge.phones import is_thai_phone
from bot.thai.dates import impossible_dates, parse_date
from bot.thai.written_dates import WEEKDAY_NUMBERS, WEEKDAYS

_ANY_NAME = f"(?:{'|'.join(WEEKDAYS)})"
_DIGIT = "[0-9๐-๙]"
_NO_DAY = ("ดวง", "ดาว", "พระ")  # before the name of a day
_DAY_NAME = f"(?P<weekday>{_ANY_NAME})ฯ?,?\\s*(?:ที่)?\\s*"  # first, to be looked for quickly
_DAY_ON = f"(?:วัน)?{_ANY_NAME}\\s*(?:ที่)?\\s*"
_FURTHER = rf"(?:\s*(?:[-–,]|ถึง|และ)\s*(?:{_DAY_ON})?{_DIGIT}{{1,2}}){{0,4}}"
_YEAR = rf"(?:พ\.ศ\.\s*)?{_DIGIT}{{4}}|(?<=\. )[5-9๕-๙]{_DIGIT}(?![0-9๐-๙:.,])"
_NAMED_DAY = re.compile(
    rf"{_DAY_NAME}(?:(?P<day>{_DIGIT}{{1,2}})"
    rf"(?={_FURTHER}\s+(?:เดือน)?(?P<month>[ก-๙.]{{3,12}}\s+(?:{_YEAR})))"
    rf"|(?P<whole>{_DIGIT}{{1,2}}(?P<mark>[/.-]){_DIGIT}{{1,2}}(?P=mark){_DIGIT}{{4}}))"
)
_RUN = rf"{_DIGIT}[0-9๐-๙ \-]{{2,18}}{_DIGIT}"
_PLACED_RUN = rf"[0๐][0-9๐-๙ \-]{{4,18}}{_DIGIT}"
# No part of a longer one: what follows is no figure but those of an hour, "08.30".
_WHOLE = rf"(?![0-9๐-๙/]|\.{_DIGIT}|[ \-]{_DIGIT}(?!{_DIGIT}?[.:]{_DIGIT}))"
_TOLD_PHONES = re.compile(
    rf"(?:(?:โทรศัพท์|โทรสาร|โทร\.?|สายด่วน|เบอร์|แฟกซ์)(?:ได้)?(?:ที่)?\s*[:：]?\s*{_RUN}"
    rf"|(?:ติดต่อ|สอบถาม|หมายเลข|มือถือ|หรือ)(?:ได้)?(?:ที่)?\s*[:：]?\s*{_PLACED_RUN})"
    rf"(?:\s*(?:,|และ|หรือ)\s*[0๐][0-9๐-๙ \-]{{2,18}}{_DIGIT})*{_WHOLE}"
)
_TOLD_PHONE = re.compile(_RUN)


class TextFault(NamedTuple):
    """Where it begins, the text at fault, what is wrong with it, and the right weekday."""

    start: int
    told: str
    code: str
    weekday: str = ""


def wrong_weekdays(text: str) -> Iterator[TextFault]:
    """Dates with another weekday than theirs."""
    for found in _NAMED_DAY.finditer(text):
        before = text[max(0, found.start() - 3) : found.start()]
        day = parse_date(found["whole"] or f"{found['day']} {found['month']}")
        if day and before not in _NO_DAY and WEEKDAY_NUMBERS[found["weekday"]] != day.weekday():
            name = f"วัน{found[0]}" if before == "วัน" else found[0]
            told = name if found["whole"] else f"{name} {found['month']}"
            weekday = WEEKDAYS[day.weekday()].partition("|")[0]
            yield TextFault(found.start(), told, "weekday-differs", weekday)


def wrong_days(text: str) -> Iterator[TextFault]:
    """Dates that no calendar has."""
    for start, end in impossible_dates(text):
        yield TextFault(start, text[start:end].strip(), "no-such-day")


def wrong_numbers(text: str) -> Iterator[TextFault]:
    """Telephone numbers with too few digits, or too many."""
    for listed in _TOLD_PHONES.finditer(text):
        for found in _TOLD_PHONE.finditer(listed[0]):
            if not is_thai_phone(found[0]):
                yield TextFault(listed.start(), found[0], "bad-phone-told")
