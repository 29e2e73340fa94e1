"""Ways in a text to reach somebody: numbers, addresses, sites."""

import re
from collections.abc import Iterator
from datetime import date

from bot.search.ranking import Candidate
from bot.thai.questions import CALL, FAX, MAIL, NUMBER

_DIGIT = "[0-9๐-๙]"
_PHONE = re.compile(
    f"(?:(?:โทรศัพท์|โทรสาร|โทร|แฟกซ์|เบอร์|สายด่วน|Call Center|Tel|Fax)[.:\\s]*)*"
    f"(?<!{_DIGIT})[0๐]{_DIGIT}?[-\\s]?{_DIGIT}{{3,4}}[-\\s]?{_DIGIT}{{3,4}}"
    f"(?:\\s*(?:-|ต่อ|ถึง|,)\\s*{_DIGIT}{{1,5}}(?!{_DIGIT}))*"
    f"|(?:สายด่วน|Call Center|โทร)[.:\\s]*(?:โทร[.\\s]*)?{_DIGIT}{{4}}(?!{_DIGIT})"
)
_ADDRESS = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+")
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>()]+|facebook\S*\s?[:/]\s?\S+|(?<!ออน)(?:ไลน์|\bline\b)(?:กลุ่ม|\s?@\S+)?",
    re.IGNORECASE,
)
_CHANNEL = re.compile(r"(?:แจ้ง|ติดต่อ|สอบถาม|(?<!ขน)ส่ง)[^ \n]{0,30}(?:มายัง|ที่|ได้ที่|ทาง|ผ่าน)[^\n]{2,60}")
_ASKED_CHANNEL = (
    (re.compile(FAX), re.compile(FAX)),
    (re.compile(f"{MAIL}|mail"), re.compile("@")),
    (re.compile("เว็บ|ลิงก์|web|เพจ|เฟส(?!ติ)|facebook"), re.compile("https?|www|[Ff]acebook")),
    (re.compile(f"{NUMBER}|{CALL}|call"), re.compile(f"{_DIGIT}{{3}}")),
)


def contacts(text: str, question: str, _today: date) -> Iterator[Candidate]:
    """Every way to reach somebody, the one that a question names before others."""
    asked = [form for sign, form in _ASKED_CHANNEL if sign.search(question)]
    for pattern, plain in ((_PHONE, 0.8), (_ADDRESS, 0.6), (_LINK, 0.5), (_CHANNEL, 0.4)):
        for found in pattern.finditer(text):
            wanted = any(form.search(found[0]) for form in asked)
            if asked and pattern is _CHANNEL and not wanted:
                continue  # whoever wants a number is not helped by an office's name
            yield Candidate(found.start(), found.end(), 1.0 if wanted else plain / 2)
