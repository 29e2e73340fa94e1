"""Facts that staff wrote into an entry's front matter, picked by what a question asks."""

import re
from collections.abc import Iterator

from bot.knowledge.entries import Contact, Entry
from bot.search.folding import fold
from bot.search.ranking import Query
from bot.thai.dates import thai_range
from bot.thai.normalise import normalise, squeeze, strip_frames
from bot.thai.questions import Aspect

_ENOUGH = 0.5  # share of a label's letters that the question must hold
_DIGIT = re.compile("[0-9๐-๙]")
_FAX = re.compile("แฟ[กซ]|โทรสาร|fax")
_MAIL = re.compile("เมล|เมล์|mail")
_WEB = re.compile("เว็บ|เวป|เว็ป|ลิงก์|web")
_ADDRESS = re.compile("ที่อยู่|จดหมาย|อยู่(?:ที่|ตรง)?ไหน|ตั้งอยู่")
_HOURS = re.compile("เปิด|ปิด|กี่โมง|เวลาทำการ")
_LABELS = {
    Aspect.WHEN: re.compile("วัน|เวลา|เดือน|ปี|กำหนด|ช่วง"),
    Aspect.WHERE: re.compile("สถานที่|ที่ตั้ง|จังหวัด|ห้อง|ที่จัด|ที่อยู่|พื้นที่"),
    Aspect.WHO: re.compile("ผู้|ประธาน|คน|หน่วยงาน|รัฐมนตรี|วิทยากร|ใคร|เจ้าของ"),
    Aspect.HOWMANY: re.compile("จำนวน|กี่|ผู้เข้าร่วม|เป้าหมาย|อัตรา|ขนาด"),
    Aspect.COST: re.compile("ค่า|ราคา|งบ|เงิน|ทุน"),
    Aspect.CONTACT: re.compile("โทร|เบอร์|อีเมล|เว็บ|ติดต่อ|แฟกซ์|สายด่วน|ช่องทาง|ที่อยู่"),
    Aspect.WHY: re.compile("เหตุ|จุดประสงค์|วัตถุประสงค์|เพื่อ|ที่มา"),
    Aspect.HOW: re.compile("วิธี|ขั้นตอน|การสมัคร|ช่องทาง"),
}


def stated_fact(entry: Entry, query: Query) -> tuple[str, float] | None:
    """The fact the front matter states for a question, and how surely; None when it is silent."""
    question = fold(squeeze(strip_frames(query.clean)))
    if labelled := _labelled(entry, query.aspect, question):
        return labelled
    if entry.event and (told := _of_event(entry, query.aspect, query.clean)):
        return told, 0.9
    if query.aspect is Aspect.WHO and (person := _person(entry, question)):
        return person
    if entry.contact and (way := _of_contact(entry.contact, query.aspect, query.clean)):
        return way, 0.9
    return None


def _labelled(entry: Entry, aspect: Aspect, question: str) -> tuple[str, float] | None:
    """The value whose label agrees best with the question."""
    scored = [
        (_agreement(label, aspect, question), -number, value)
        for number, (label, value) in enumerate(entry.facts.items())
    ]
    score, _, value = max(scored, default=(0.0, 0, ""))
    return (value, min(score, 1.0)) if score >= _ENOUGH else None


def _agreement(label: str, aspect: Aspect, question: str) -> float:
    """How well a label answers: its letters in the question, and the kind of fact it names."""
    sign = _LABELS.get(aspect)
    fits = bool(sign and sign.search(label))
    if sign and not fits:
        return 0.5 * _covered(label, question)
    return _covered(label, question) + (0.15 if fits else 0.0)


def _covered(label: str, question: str) -> float:
    """The share of a label's letter pairs that the question holds, its kind words left out."""
    bare = fold(squeeze(normalise(label)))
    pairs = [bare[n : n + 3] for n in range(max(len(bare) - 2, 1))]
    return sum(pair in question for pair in pairs) / len(pairs)


def _of_event(entry: Entry, aspect: Aspect, clean: str) -> str:
    event = entry.event
    if event is None:
        return ""
    if aspect is Aspect.WHEN and event.start:
        days = thai_range(event.start, event.end or event.start)
        return f"{days} {event.time}".strip()
    if aspect is Aspect.WHERE:
        return " ".join(filter(None, (event.venue, _province(event.province, event.venue))))
    if aspect is Aspect.COST:
        return event.cost
    return event.organizer if aspect is Aspect.WHO and re.search("จัด", clean) else ""


def _province(province: str, venue: str) -> str:
    return f"จังหวัด{province}" if province and province not in venue else ""


def _person(entry: Entry, question: str) -> tuple[str, float] | None:
    """The person whose role agrees best with the question; the first when none does."""
    scored = [
        (_covered(person.role, question) if person.role else 0.0, -number, person)
        for number, person in enumerate(entry.people)
    ]
    if not scored:
        return None
    score, _, person = max(scored, key=lambda item: item[:2])
    return f"{person.name} {person.role}".strip(), 0.5 + score / 2


def _of_contact(contact: Contact, aspect: Aspect, clean: str) -> str:
    if aspect is Aspect.WHEN and _HOURS.search(clean):
        return contact.hours
    if aspect is Aspect.WHERE or _ADDRESS.search(clean):
        return contact.address
    if aspect is not Aspect.CONTACT:
        return ""
    asked = [value for sign, value in _channels(contact) if sign.search(clean)]
    return " ".join(filter(None, asked)) or ", ".join(contact.phones) or contact.email


def _channels(contact: Contact) -> Iterator[tuple[re.Pattern[str], str]]:
    yield _FAX, contact.fax
    yield _MAIL, contact.email
    yield _WEB, contact.website
