"""Ways to reach somebody (numbers, addresses, sites), in a text and in front matter."""

import re
from collections.abc import Iterator
from datetime import date

from bot.knowledge.entries import Contact, Entry
from bot.search.passages.acts import TO_APPLY
from bot.search.query import Query
from bot.search.ranking import Candidate
from bot.thai.questions import CALL, CLOSED_DAY, FAX, MAIL, PHONE, SITE, Aspect

_DIGIT = "[0-9๐-๙]"
_PHONE = re.compile(
    f"(?:(?:โทรศัพท์|โทรสาร|โทร|แฟกซ์|เบอร์|สายด่วน|Call Center|Tel|Fax)[.:\\s]*)*"
    f"(?<!{_DIGIT})[0๐]{_DIGIT}?[-\\s]?{_DIGIT}{{3,4}}[-\\s]?{_DIGIT}{{3,4}}"
    f"(?:\\s*(?:-|ต่อ|ถึง|,)\\s*{_DIGIT}{{1,5}}(?!{_DIGIT}))*"
    f"|(?:สายด่วน|Call Center|โทร)[.:\\s]*(?:โทร[.\\s]*)?{_DIGIT}{{4}}(?!{_DIGIT})"
)
_MAIL_ADDRESS = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+")
_ADDRESS = r"(?:https?://|www\.)[^\s<>()]+"
_LINK = re.compile(
    rf"{_ADDRESS}|facebook\S*\s?[:/]\s?\S+|(?<!ออน)(?:ไลน์|\bline\b)(?:กลุ่ม|\s?@\S+)?",
    re.IGNORECASE,
)
_CHANNEL = re.compile(
    r"(?:แจ้ง|ติดต่อ|สอบถาม|(?<!ขน)ส่ง(?!เสริม|ออก))[^ \n]{0,30}(?:มายัง|ที่|ได้ที่|ทาง|ผ่าน)[^\n]{2,60}"
)
_FAX, _MAIL = re.compile(FAX), re.compile(f"{MAIL}|mail")
_ASKED_CHANNEL = (
    (_FAX, _FAX),
    (_MAIL, re.compile("@")),
    (re.compile("เว็บ|ลิงก์|web|เพจ|เฟส(?!ติ)|facebook"), re.compile("https?|www|[Ff]acebook")),
    (  # no year
        re.compile(f"{PHONE}|{CALL}|call"),
        re.compile(f"(?<!{_DIGIT})(?:[0๐][0-9๐-๙ -]{{7}}|[1๑]{_DIGIT}{{2,3}}(?!{_DIGIT}))"),
    ),
)
ASKS_HOURS = re.compile(
    f"(?:เปิด|ปิด)(?!รับ|ตัว|โครงการ|[ก-๙]{{0,9}}ครั้งแรก)(?<!เริ่มเปิด)|กี่โมง|เวลาทำการ|{CLOSED_DAY}"
)
_WEB = re.compile("เว็บ|เวป|เว็ป|ลิงก์|web")
_ASKS_ADDRESS = re.compile("ที่อยู่|จดหมาย|อยู่(?:ที่|ตรง)?ไหน|ตั้งอยู่")
AT_WHERE = "(?:จาก(?:ที่|ทาง|ตรง)?|ที่|ทาง|ตรง) ?ไหน"
_LOOKS_UP = re.compile(
    "(?:(?<!งาน)ดู(?!แล|งาน|ดาว|ดวง)|เช็[กค]|ตรวจสอบ|ค้น(?:หา)?|อ่าน|โหลด|กรอก)[ก-๙a-z0-9._ ]{0,24}?"
    f"{AT_WHERE}"
)
_NAMES_SITE = re.compile(f"{SITE}|website|www|ลิงก์")
_ON_LINE = re.compile("เว็บ|แอป|ลิงก์|เพจ|ดาวน์โหลด")
_SITE_ADDRESS = re.compile(
    r"[a-z0-9_-]+\.(?:[a-z]{2,}|\S+/)|App Store|Google Play|Play Store", re.IGNORECASE
)
_SHOWN_ON = re.compile(  # seen on line, whatever was held elsewhere
    rf"(?:รับชม|ติดตามชม|ชม(?:ได้|ย้อนหลัง))[^\n]{{0,120}}?(?:ทาง|ผ่าน|ที่) ?(?:เว็บไซต์)? ?({_ADDRESS})"
)
_STORE = "(?:Google Play|Play Store|App Store|AppGallery|แอปสโตร์)(?: Store)?"
_AT_WHAT = f"[ก-๙a-z0-9. ]{{0,24}}?(?:ได้)? ?(?:(?:จาก)?เว็บ ?ไหน|{AT_WHERE})"
_DONE_ON = tuple(  # done on line: how it is asked, and how a text says where
    (re.compile(asks + _AT_WHAT), re.compile(f"(?:{tells})[^\n]{{0,140}}?({where})"))
    for asks, tells, where in (
        (f"(?:{TO_APPLY}|ส่งผลงาน)", f"{TO_APPLY}|ส่งผลงาน", _ADDRESS),
        ("โหลด", "โหลด", f"{_STORE}(?: ?(?:และ|หรือ|,|/) ?{_STORE}){{0,3}}|{_ADDRESS}"),
    )
)


def contacts(text: str, query: Query, _today: date) -> Iterator[Candidate]:
    """Every way to reach somebody, the kind that a question names before others."""
    asked = [form for sign, form in _ASKED_CHANNEL if sign.search(query.clean)]
    for pattern, plain in ((_PHONE, 0.8), (_MAIL_ADDRESS, 0.6), (_LINK, 0.5), (_CHANNEL, 0.4)):
        for found in pattern.finditer(text):
            wanted = any(form.search(found[0]) for form in asked)
            if asked and pattern is _CHANNEL and not wanted:
                continue  # whoever wants a number is not helped by an office's name
            yield Candidate.of(found, 1.0 if wanted else plain / 2)


def contact_fact(contact: Contact, query: Query) -> str:
    """What the front matter's contact answers to a question; "" for nothing."""
    if query.aspect is Aspect.WHEN and ASKS_HOURS.search(query.clean):
        return contact.hours
    if query.aspect is Aspect.WHERE or _ASKS_ADDRESS.search(query.clean):
        return contact.address
    if query.aspect is not Aspect.CONTACT:
        return ""
    asked = [value for sign, value in _channels(contact) if sign.search(query.clean)]
    return " ".join(filter(None, asked)) or ", ".join(contact.phones) or contact.email


def _channels(contact: Contact) -> Iterator[tuple[re.Pattern[str], str]]:
    yield _FAX, contact.fax
    yield _MAIL, contact.email
    yield _WEB, contact.website


def website_told(entry: Entry, query: Query) -> str:
    """The site or app where one sees or gets something, "เช็กค่าฝุ่นที่ไหน"; "" for none.

    From a fact, or the contact's site if the text names it. If the site itself is asked for, the
    only one among the facts.
    """
    if query.aspect is Aspect.CONTACT and _NAMES_SITE.search(query.clean):
        return _only_site(entry)
    if query.aspect is not Aspect.WHERE:
        return ""
    if done := _done_on(entry.body, query):
        return done
    if not _LOOKS_UP.search(query.clean):
        return ""
    if entry.event:
        shown = _SHOWN_ON.search(entry.body)
        return shown[1] if shown else ""
    stated = (value for label, value in entry.facts.items() if _ON_LINE.search(label))
    site = entry.contact.website if entry.contact else ""
    told = site if site in entry.body else ""
    return next((value for value in stated if _SITE_ADDRESS.search(value)), told)


def is_on_line(place: str) -> bool:
    """Whether the answer to a "where" is a site or an app store."""
    return _SITE_ADDRESS.search(place) is not None


def _done_on(text: str, query: Query) -> str:
    """The only site on which, by a text, one applies for or downloads something."""
    tells = next((tells for asks, tells in _DONE_ON if asks.search(query.clean)), None)
    told = {found[1].rstrip(".,;") for found in tells.finditer(text)} if tells else set()
    return told.pop() if len(told) == 1 else ""


def _only_site(entry: Entry) -> str:
    labelled = [value for label, value in entry.facts.items() if _NAMES_SITE.search(label)]
    told = [value for value in labelled if _SITE_ADDRESS.search(value)]
    of_contact = entry.contact is not None and entry.contact.website
    return told[0] if len(told) == 1 and not of_contact else ""
