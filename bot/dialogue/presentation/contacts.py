"""Which way of reaching an office is asked for, and the card that shows it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.dialogue.replies import Block, Card, Link, Note, Phone, Place
from bot.knowledge.entries import Contact
from bot.knowledge.phones import is_thai_phone
from bot.texts import Texts
from bot.thai.phrase_tables import phrase_table
from bot.thai.questions import CALL, CLOSED_DAY, MAIL, PHONE, SITE, TRANSIT


class Detail(StrEnum):
    """One way of reaching an office."""

    PHONE = "phone"
    FAX = "fax"
    EMAIL = "email"
    ADDRESS = "address"
    POSTCODE = "postcode"
    TRANSIT = "transit"  # by which bus or train, which no contact tells
    WEBSITE = "website"
    HOURS = "hours"
    CLOSED = "closed"  # on which days, as the hours tell


@dataclass(frozen=True, slots=True)
class _Ways:
    """The lists of data/contacts.csv, where each says what it is for."""

    fax: re.Pattern[str]
    email: str
    postcode: re.Pattern[str]
    which_phone: str
    told_to: re.Pattern[str]
    website: str
    hours: re.Pattern[str]
    address: re.Pattern[str]
    phone: str
    out_of_reach: re.Pattern[str]


WAYS = phrase_table(_Ways, "bot.dialogue", "contacts.csv")

# In this order: "เบอร์แฟกซ์" asks for the fax, "รหัสไปรษณีย์" for the code of an address.
_SIGNS = (
    (Detail.FAX, WAYS.fax),
    (Detail.EMAIL, re.compile(f"{WAYS.email}|(?<!อี){MAIL}์?")),
    (Detail.POSTCODE, WAYS.postcode),
    (Detail.TRANSIT, re.compile(TRANSIT)),
    # Of which number, or whom one tells of it, the weekend or the site beside it is no matter.
    (Detail.PHONE, re.compile(f"{PHONE}ร์?{WAYS.which_phone}")),
    (Detail.PHONE, WAYS.told_to),
    (Detail.WEBSITE, re.compile(f"{SITE}|{WAYS.website}")),
    (Detail.CLOSED, re.compile(CLOSED_DAY)),
    (Detail.HOURS, WAYS.hours),
    (Detail.ADDRESS, WAYS.address),
    (Detail.PHONE, re.compile(f"{PHONE}|{CALL}|{WAYS.phone}")),
)
_FIELDS = {Detail.PHONE: "phones", Detail.POSTCODE: "address", Detail.CLOSED: "hours"}
_CLOSED_DAYS = re.compile(
    r"(?:ปิด|หยุด)(?:ทำการ|บริการ)? ?(?:ใน|ทุก)?(?:วัน|เสาร์|จันทร์)[^0-9(]*(?:\([^)]*\))?"
)
_ACCOUNTS = (  # how each is asked for, and what its label is
    (re.compile("(?<!ออน)ไลน์(?!น)|(?<![a-z])line(?![a-z])"), re.compile("LINE$|ไลน์$")),
    (re.compile("เพจ|เฟ[สซ](?!ติ|ชั่น|[0-9 ])|facebook"), re.compile("[Ff]acebook$|เพจ$|เฟซบุ๊ก$")),
)
_PLACE_LETTERS = 4
_PURPOSE = 6  # letters of what a number is for
_DATED = re.compile("ข้อมูล.*")
_OF_A_UNIT = re.compile("(?:ฝ่าย|กลุ่ม|แผนก|กอง(?!ทุน)|งาน|ส่วน(?!กลาง)|โครงการ)")
_ADDRESSED = re.compile("เลขที่|หมู่|ชั้น|อาคาร|ถนน|ซอย|แขวง|เขต|ตำบล|อำเภอ|จังหวัด|[ถตอจ]\\.")
_OPENING = re.compile("^ที่(?!อยู่)")
_VCARD = 2048  # bytes
_POSTCODE = re.compile(r"(?<!\d)[1-9]\d{4}(?!\d)")
_NUMBER = re.compile(
    r"[+0-9](?:[0-9 .\-–]*[0-9])?(?:\s*(?:ต่อ|#)\s*[0-9](?:(?:[0-9 ,\-–]|และ|หรือ)*[0-9])?)?"
)
_A_NUMBER, _DIGITS = re.compile(f"{PHONE}|{CALL}"), re.compile("[0-9](?:[ -]?[0-9]){2}")
_ONLINE = re.compile(r"@|www|http|\.(?:th|com|org|net)\b")


def asked_detail(letters: str) -> Detail | None:
    """The way a squeezed message names, or None when it names none."""
    return next((detail for detail, sign in _SIGNS if sign.search(letters)), None)


def is_way(detail: Detail | None, told: str, letters: str) -> bool:
    """Whether what is told may be the way that squeezed letters name; no website is a number.

    Words that say how it is may tell of any.
    """
    online, digits = _ONLINE.search(told), _DIGITS.search(told)
    if detail is Detail.FAX or (detail is Detail.PHONE and _A_NUMBER.search(letters)):
        return bool(digits or not online)
    return detail is not Detail.EMAIL or "@" in told or not (online or digits)


def is_online(told: str) -> bool:
    """Whether what is told is an address on line."""
    return bool(_ONLINE.search(told))


def value_of(contact: Contact, detail: Detail) -> str:
    """What `contact` says for `detail`; "" when it says nothing."""
    match detail:
        case Detail.PHONE:
            return split_phone(contact.phones[0])[0] if contact.phones else ""
        case Detail.FAX:
            return split_phone(contact.fax)[0] if contact.fax else ""
        case Detail.POSTCODE:
            codes = _POSTCODE.findall(contact.address)
            return codes[-1] if codes else ""
        case Detail.TRANSIT:
            return ""
        case Detail.CLOSED:
            told = _CLOSED_DAYS.search(contact.hours)
            return told[0].strip() if told else contact.hours
        case _:
            return str(getattr(contact, detail))


def without_units(contact: Contact) -> Contact:
    """The contact of an office without the numbers of its units, as they are noted: "ฝ่ายฝึกอบรม"."""
    noted = ((phone, _OF_A_UNIT.match(split_phone(phone)[1])) for phone in contact.phones)
    return replace(contact, phones=tuple(phone for phone, unit in noted if not unit))


def online_ways(contact: Contact) -> Contact:
    """The ways of a contact that need no telephone: e-mail and site."""
    return Contact(email=contact.email, website=contact.website)


def another_phone(contact: Contact, clean: str) -> str:
    """The first number but those that a question says are of no use: "โทร 1313 ไม่ติด".

    Without a number the first one is meant, which is told to everybody. "" for no complaint.
    """
    if not WAYS.out_of_reach.search(clean):
        return ""
    said = "".join(clean.split())
    numbers = [split_phone(phone)[0] for phone in contact.phones]
    others = [one for one in numbers if "".join(one.split()) not in said]
    return next(iter(others if len(others) < len(numbers) else others[1:]), "")


def phone_for_purpose(contact: Contact, body: str, words: Sequence[str]) -> str:
    """The number that is noted, or told in the text, to be for what is asked: "ประชาสัมพันธ์".

    "" where it is none, or the first one.
    """
    notes = {number: _DATED.sub("", note) for number, note in map(split_phone, contact.phones)}
    for word in filter(lambda one: len(one) >= _PURPOSE, words):
        noted = [number for number, note in notes.items() if word in note]
        told = re.search(f"{re.escape(word)} ?(?:โทร\\.? ?)?({_NUMBER.pattern})", body)
        found = noted or ([told[1].strip()] if told and is_thai_phone(told[1]) else [])
        if len(found) == 1:
            return found[0]
    return ""


def phone_beside(contact: Contact, body: str, words: Iterable[str]) -> str:
    """The number whose paragraph of the text has most of the words, where each has one of its own.

    "" where no paragraph has more of them than the others.
    """
    numbers = [split_phone(phone)[0] for phone in contact.phones]
    parts = ((part, [one for one in numbers if one in part]) for part in body.split("\n\n"))
    told = [(part, found[0]) for part, found in parts if len(found) == 1]
    sought = [one for one in words if len(one) >= _PURPOSE]
    said = [sum(word in part for word in sought) for part, _ in told]
    best = max(said, default=0)
    alone = len({number for _, number in told}) > 1 and best > 0 and said.count(best) == 1
    return told[said.index(best)][1] if alone else ""


def account_asked(facts: Mapping[str, str], clean: str) -> str:
    """The account that is asked for, as staff wrote it down: "LINE @kite"; "" for none."""
    asked = [tells for asks, tells in _ACCOUNTS if asks.search(clean)]
    told = (
        f"{label} {said}" for label, said in facts.items() if any(t.match(label) for t in asked)
    )
    return ", ".join(told)


def another_address(contact: Contact, body: str, terms: Sequence[str]) -> str:
    """Where else an office is, as its text tells, if the question names that place: บางเขน.

    A place may be cut into several terms. "" where it is none, or the one of the address.
    """
    runs = ("".join(terms[a:b]) for a in range(len(terms)) for b in range(a + 1, len(terms) + 1))
    named = sorted((one for one in runs if len(one) >= _PLACE_LETTERS), key=len, reverse=True)
    if not contact.address or any(place in contact.address for place in named):
        return ""
    for place in named:
        found = re.search(rf"(?:ที่|สถานี)\S*?{re.escape(place)}[^\n]*?(?= และ|\n|$)", body)
        if found and _ADDRESSED.search(found[0]):
            return _OPENING.sub("", found[0])
    return ""


def only_detail(contact: Contact, detail: Detail) -> Contact:
    """The contact with nothing but one detail; a post code stands in its address."""
    name = _FIELDS.get(detail, detail.value)
    return Contact(**{name: getattr(contact, name)})


def split_phone(written: str) -> tuple[str, str]:
    """`"0 2564 7000 (กลาง)"` as the number and what is said about it."""
    found = _NUMBER.match(written)
    if not found:
        return written, ""
    return found[0], written[found.end() :].strip(" ()")


def contact_blocks(contact: Contact, texts: Texts) -> Iterator[Block]:
    """Phones, fax, e-mail, address, hours and site, as far as they are known."""
    for written in contact.phones:
        number, note = split_phone(written)
        label = texts("contact.hotline") if number == "1313" else texts("contact.phone")
        yield Phone(number, f"{label} ({note})" if note else label)
    if contact.fax:
        number, note = split_phone(contact.fax)
        yield Phone(number, f"{texts('contact.fax')} ({note})" if note else texts("contact.fax"))
    if contact.email:
        yield Note(texts("contact.email", email=contact.email))
    if contact.address:
        yield Place(texts("contact.address"), contact.address, contact.map)
    if contact.hours:
        yield Note(texts("contact.hours", hours=contact.hours))
    if contact.website:
        yield Link(texts("answer.website"), contact.website)


def dialled(number: str) -> str:
    """A Thai number as it is dialled from anywhere: `0 2333 3700` → `+6623333700`, `1313`."""
    digits = "".join(sign for sign in split_phone(number)[0].partition("ต่อ")[0] if sign.isdigit())
    return f"+66{digits[1:]}" if digits.startswith("0") and len(digits) in (9, 10) else digits


def vcard_of(name: str, contact: Contact) -> Card:
    """The contact for the address book of a phone; `contact.phones` must not be empty.

    What would make it longer than Telegram takes is left out, the address first.
    """
    optional = [
        *(f"TEL;TYPE=WORK,VOICE:{dialled(phone)}" for phone in contact.phones[1:]),
        *((f"TEL;TYPE=WORK,FAX:{dialled(contact.fax)}",) if contact.fax else ()),
        *((f"EMAIL:{_escaped(contact.email)}",) if contact.email else ()),
        *((f"URL:{_escaped(contact.website)}",) if contact.website else ()),
        *(("GEO:{:.6f};{:.6f}".format(*contact.map),) if contact.map else ()),
        *((f"ADR;TYPE=WORK:;;{_escaped(contact.address)};;;;",) if contact.address else ()),
    ]
    number = dialled(contact.phones[0])
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"FN:{_escaped(name)}", f"N:{_escaped(name)};;;;"]
    lines.append(f"TEL;TYPE=WORK,VOICE,PREF:{number}")
    for line in optional:
        if len("\r\n".join((*lines, line, "END:VCARD")).encode()) <= _VCARD:
            lines.append(line)
    return Card(name, number, "\r\n".join((*lines, "END:VCARD")))


def _escaped(value: str) -> str:
    """A value of a vCard line."""
    return re.sub(r"([\\,;])", r"\\\1", " ".join(value.split()))
