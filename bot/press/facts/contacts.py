"""The contact that the body of a release gives: telephones, e-mail, links, opening hours."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from bot.knowledge.boilerplate import CALLED_ROW
from bot.knowledge.entries import Contact
from bot.knowledge.fields import is_web_link
from bot.knowledge.phones import SHORT_NUMBERS, is_thai_phone
from bot.knowledge.words import any_listed
from bot.press.findings import Finding, finding
from bot.thai.letters import DIGITS

_MOST = 6  # documents
_MOST_PHONES = 15
_THAI_FIGURE = re.compile("[๐-๙]")  # asked first, for most releases have none
_LABEL = (
    r"(?:โทรศัพท์|โทรสาร|โทร|สายด่วน|เบอร์|แฟก[ซส]์"
    r"|(?:Call|Contact) ?[Cc]enter|Tel|Fax|Hotline|(?<!ทางหลวง)(?<!ชนบท)หมายเลข|มือถือ|ศูนย์บริการ)"
)
_EXTENSION = (
    r"(?:\s*ต่อ\s*[0-9]{1,6}(?:(?: (?:และ |หรือ )?[1-9][0-9]{2,3}(?![0-9-]))+"
    r"|(?:\s?(?:[\-–/,]|และ|หรือ)\s?[0-9]{1,6}(?![0-9]| [0-9]|-[0-9]{3}))+)"
    r"|\s*(?:ต่อ|กด|#|ext\.?|Ext\.?)\s*[0-9]+)?"
)
_LONG = re.compile(
    r"(?=[(+0])(?<![0-9/:=?&\-_A-Za-z])(?<![0-9A-Za-z]\.)(?P<number>(?:\(?\+66\)?[\s-]?|\(0(?=[0-9]{1,2}\))|0(?:\s-\s|[\s-])?)[0-9](?:[0-9]?\))?(?:(?:\s[\-–]\s|(?:[^\S\n]|[.\-–]){0,2})[0-9]){6,8}"
    rf"(?:\s?(?:[-–]|ถึง)\s?[0-9]{{1,4}}(?![0-9\s-]*[0-9]{{3}}))?{_EXTENSION})(?![0-9])"
)
_SHORT_NUMBER = re.compile(r"(?P<number>1[0-9]{2,3})(?![0-9/.,:])")
_SHORT = re.compile(rf"{_LABEL}[^\n0-9]{{0,30}}{_SHORT_NUMBER.pattern}(?!\s*(?:คน|บาท|ราย|ปี))")
_NAMED_BEHIND = re.compile(r"(?<![0-9,.])(?P<number>1[0-9]{2,3})\s?สายด่วน")  # "1765 สายด่วนวัฒนธรรม"
# Strokes between blanks: "0 - 2577 - 9960", no "0 2564 7000 - 5".
_APART = re.compile(r"(?<=^0) [-–] (?=[0-9]{4} )|(?<=^0 [-–] [0-9]{4}) [-–] (?=[0-9]{4}(?![0-9]))")
_OF_BANGKOK = re.compile(r"2[0-9]{3}[\s-]?[0-9]{4}")  # as people knew them before 2001
_WITHOUT_ZERO = re.compile(
    rf"{_LABEL}[.:\s]*(?P<number>{_OF_BANGKOK.pattern}{_EXTENSION})(?![0-9])"
)
_OR_SHORT = re.compile(rf"\s*(?:หรือ|และ|,|/)\s*{_SHORT_NUMBER.pattern}")
_CLOCKS = r"[0-9]{1,2}[.:][0-9]{2}(?:\s*น\.)?\s*(?:[-–]|ถึง)\s*[0-9]{1,2}[.:][0-9]{2}(?:\s*น\.?)?"
_FROM_TO = re.compile(_CLOCKS)
_HOURS = re.compile(
    r"(?:(?:เปิด)?(?:ให้)?บริการ|เปิดทำการ|วันและเวลาทำการ|เวลาทำการ|เปิด(?=ทุกวัน|วัน|จันทร์))[^\S\n]*[:：]?[^\S\n]*(?:ตามปกติ)?"
    rf"(?P<hours>(?:(?:ทุก)?วัน|จันทร์|ตั้งแต่|เวลา)?[^\n0-9]{{0,50}}{_CLOCKS}"
    rf"(?:\s*(?:และ)?\s*วัน[^\n0-9]{{3,60}}{_CLOCKS}){{0,2}}"
    r"(?:\s*(?:\((?:ปิด|หยุด|เว้น|ยกเว้น)[^)\n]{2,60}\)|(?:ยกเว้น|เว้น|ปิด|หยุด)วัน[ก-๙]{3,20}))?)"
)
# Names and their mobiles without brackets: "ลัญจนา 08… วีระวุฒิ 08…"; no label begins so.
_ROW = re.compile(
    r"(?:(?!โทร|มือถือ|ติดต่อ|เบอร์|ฝ่าย|กอง)[ก-๙]{2,24}\s?0[689][0-9 -]{7,10}[0-9][\s,/]*){2,}"
)
_FAX = re.compile(r"(โทรสาร|แฟก[ซส]์|Fax)\s*[.:：]?\s*$", re.IGNORECASE)
_ACCOUNT = re.compile(r"บัญชี(?:เลขที่|หมายเลข|เลข)?\s*[.:：]?\s*$")  # of a bank
_LABEL_NEAR = 20  # characters before a number that say what it is
_MAIL = re.compile(r"[A-Za-z0-9._+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_LINK = re.compile(  # a bare name of one behind what it is: "เว็บไซต์ kites.or.th"
    r"(?:https?://|www\.|(?:(?<=เว็บไซต์ )|(?<=เว็บไซต์: )|(?<=URL: ))(?=[a-z0-9-]+\.[a-z]{2}))"
    r"[A-Za-z0-9\-._~:/?#@!$&()*+,;=%]+",
    re.IGNORECASE,
)
_MAY_LINK = re.compile("://|www\\.|เว็บไซต์|URL", re.IGNORECASE)
_CITING = 40  # characters before an address that say what it is for
_CITES = re.compile(
    r"(?:\(\s?(?:ดูข้อมูล|ที่มา|อ้างอิง|อ่าน|ดู)|(?:ที่มา|อ้างอิง(?:จาก)?)\s?[:：])[^()\n]{0,30}$"
)
_SELLERS = re.compile("(?:ติดต่อ|สั่งซื้อ|หาซื้อ)(?:ได้)?ที่")
_SEVERAL = 3  # sellers, each with a page of its own
_CUT_LINK = re.compile(r"(?:…|\.{3})")  # by the page that it was copied from
_ATTACHED = re.compile(r"\.(pdf|docx?|xlsx?|pptx?|zip)($|\?)", re.IGNORECASE)
_SOCIAL = re.compile(
    r"//(www\.|web\.|m\.)?(facebook|fb|youtube|youtu|twitter|x|instagram|tiktok|line|lin)\.", re.I
)
_MOBILE = re.compile(r"^(\+66|0)[\s-]?[689]")


@dataclass(frozen=True, slots=True)
class FoundContact:
    """The contact a body gives, documents it links to, and how they were found."""

    contact: Contact | None = None
    files: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def find_contact(paragraphs: Sequence[str]) -> FoundContact:
    """The contact in the paragraphs, which are without the press office's footer."""
    text = "\n".join(
        _without_fraud_warnings(one)
        for one in paragraphs
        if not (CALLED_ROW.fullmatch(one) or _ROW.fullmatch(one))
    )
    text = text.translate(DIGITS) if _THAI_FIGURE.search(text) else text
    phones, fax = _numbers(text)
    mails = _MAIL.findall(text) if "@" in text else []
    pages, files = _links(text)
    contact = Contact(
        phones=tuple(phones),
        fax=fax,
        email=mails[0] if mails else "",
        website=pages[0] if pages else "",
        hours=_opening_hours(text),
    )
    findings = tuple(_findings(contact, len(mails), len(pages)))
    return FoundContact(contact if contact != Contact() else None, files[:_MOST], findings)


def _links(text: str) -> tuple[list[str], tuple[str, ...]]:
    """The addresses of pages about what is told, and of documents."""
    found = [*_LINK.finditer(text)] if _MAY_LINK.search(text) else []
    whole = dict.fromkeys(_full(one[0]) for one in found if not _is_truncated(one))
    links = [*filter(is_web_link, whole)]
    cited = {_full(one[0]) for one in found if _is_cited(one)}
    files = tuple(filter(_ATTACHED.search, links))
    pages = [one for one in links if not (one in cited or one in files or _SOCIAL.search(one))]
    sellers = len(_SELLERS.findall(text)) >= _SEVERAL and len(set(map(_site, pages))) > 1
    return [] if sellers else pages, files


def _opening_hours(text: str) -> str:
    """Opening hours with their days; those of an event are worded otherwise."""
    found = _HOURS.search(text) if _FROM_TO.search(text) else None
    return found["hours"].strip() if found else ""


def _without_fraud_warnings(paragraph: str) -> str:
    """A paragraph without a warning of impostors, whose numbers are no contact."""
    if not any_listed("impostors").search(paragraph):
        return paragraph
    told = any_listed("reporting").search(paragraph)
    return paragraph[told.start() :] if told else ""


def _numbers(text: str) -> tuple[list[str], str]:
    """Telephone numbers in reading order, and the fax."""
    phones: list[tuple[int, str]] = []
    fax = ""
    for found in _LONG.finditer(text):
        number = _APART.sub(" ", " ".join(found["number"].split()))
        label = text[max(0, found.start() - _LABEL_NEAR) : found.start()]
        if _ACCOUNT.search(label) or not is_thai_phone(number):
            continue
        if _FAX.search(label):
            fax = fax or number
        else:
            phones.append((found.start(), number))
            phones += _alternatives(text, found.end())
    for found in _WITHOUT_ZERO.finditer(text) if _OF_BANGKOK.search(text) else ():
        phones.append((found.start("number"), f"0 {' '.join(found['number'].split())}"))
    short = (_SHORT, _NAMED_BEHIND) if _SHORT_NUMBER.search(text) else ()
    for found in chain.from_iterable(one.finditer(text) for one in short):
        if found["number"] in SHORT_NUMBERS:
            phones.append((found.start("number"), found["number"]))
            phones += _alternatives(text, found.end())
    once: dict[str, str] = {}
    for _, number in sorted(phones):
        once.setdefault(_digits(number), number)
    return list(once.values())[:_MOST_PHONES], fax


def _digits(number: str) -> str:
    """The digits of a number, however it is written: "02 577 9960" is "0 2577 9960"."""
    return "".join(filter(str.isalnum, number))


def _alternatives(text: str, end: int) -> list[tuple[int, str]]:
    """Short numbers that follow as alternatives: "1546 หรือ 1506"."""
    found = _OR_SHORT.match(text, end)
    if not found or found["number"] not in SHORT_NUMBERS:
        return []
    return [(found.start("number"), found["number"])]


def _is_truncated(link: re.Match[str]) -> bool:
    """Whether an address was printed only in part: "https://drive.google.com/…"."""
    return bool(_CUT_LINK.search(link[0]) or _CUT_LINK.match(link.string, link.end()))


def _is_cited(link: re.Match[str]) -> bool:
    """Whether an address is only a reference for what is said."""
    return _CITES.search(link.string[max(0, link.start() - _CITING) : link.start()]) is not None


def _site(link: str) -> str:
    return link.split("/")[2]


def _full(link: str) -> str:
    link = link.rstrip(".,;:)!?")
    return link if link.lower().startswith("http") else f"https://{link}"


def _findings(contact: Contact, mails: int, pages: int) -> Iterable[Finding]:
    if contact.phones:
        mobile = [phone for phone in contact.phones if _MOBILE.match(phone)]
        how = "contact.mobiles" if mobile else "contact.phones"
        yield finding("contact.phones", how, sure=not mobile, phones=", ".join(mobile))
    if contact.fax:
        yield finding("contact.fax", "contact.fax")
    if contact.email:
        yield finding("contact.email", "contact.mail", sure=mails == 1, count=mails)
    if contact.hours:
        yield finding("contact.hours", "contact.hours", sure=False)
    if contact.website:
        yield finding("contact.website", "contact.website", sure=pages == 1, count=pages)
