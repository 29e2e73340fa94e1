"""What an imported entry is about: its kind, search tags and a line that sums it up."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from bot.knowledge.entries import Contact, Event, Kind
from bot.knowledge.words import any_of, release_words
from bot.press.findings import Finding

_MOST_TAGS = 8
_OFTEN = 3  # times a word stands in the body before it says what the body is about
_LONGEST_SUMMARY = 220
_SHORTEST_SUMMARY = 40
_DAY_OR_PLACE = re.compile(  # and nothing that happens
    r"(ใน|เมื่อ)?\s?วัน[ก-๙]*ที่\s?[0-9๐-๙]+ [ก-๙.]+ ?[0-9๐-๙]{2,4}(\s?เวลา.{0,25})?|ณ .{0,100}"
)
_SERVICE = re.compile(r"เปิดให้บริการ|ขอรับบริการ|ให้บริการ(?!วิชาการ)|ศูนย์บริการ|บริการทดสอบ|คลินิก|เปิดรับคำขอ")
_CONTACT = re.compile(r"ช่องทาง(การ)?ติดต่อ|สายด่วน|เบอร์โทร|Call ?Center|ที่อยู่ติดต่อ", re.IGNORECASE)
_CLAUSE_END = re.compile(  # a sentence's dot is not that of an abbreviation
    r"(?<=[.!?”\"])(?<![ก-ฮA-Z]\.)(?<![A-Z][a-z]\.)\s"
    r"|\s(?=(ทั้งนี้|โดยมี|นอกจากนี้|ซึ่ง|เพื่อ|พร้อม|โดย|สำหรับ|อีกทั้ง|รวมทั้ง)\S)"
)


def kind_of(
    title: str, event: Event | None, contact: Contact | None, published: date | None
) -> tuple[Kind, Finding]:
    """What the release is, from its title and from what else was found."""
    if event and event.start and re.search(release_words().gatherings, title, re.IGNORECASE):
        return Kind.EVENT, Finding("kind", "ชื่อเรื่องเป็นงานที่คนไปร่วมได้ และข่าวบอกวัน")
    coming = event and event.start and (published is None or event.start > published)
    if coming and re.search(release_words().inviting, title):
        return Kind.EVENT, Finding("kind", "ชื่อเรื่องชวนไป และวันงานอยู่หลังวันที่ข่าวออก")
    if contact and _CONTACT.search(title):
        return Kind.CONTACT, Finding("kind", "ชื่อเรื่องบอกช่องทางติดต่อ และข่าวมีเลขโทรศัพท์", sure=False)
    if contact and not event and _SERVICE.search(title):
        return Kind.SERVICE, Finding("kind", "ชื่อเรื่องบอกบริการ และข่าวบอกวิธีติดต่อ", sure=False)
    return Kind.NEWS, Finding("kind", "ข่าวประชาสัมพันธ์ทั่วไป")


def tags_of(title: str, paragraphs: Sequence[str], province: str) -> tuple[str, ...]:
    """Agencies, province and topics, as labels of data/release_words.yaml; eight at most."""
    words = release_words()
    body = "\n".join(paragraphs)
    agencies = _labels(words.agencies, title, body[:1500], often=2)
    told = re.sub(words.no_topics, "", f"{title}\n{body}").partition("\n")
    topics = _labels(words.topics, told[0], told[2], often=_OFTEN)
    found = [*agencies[:4], *([province] if province else []), *topics[:4]]
    return tuple(dict.fromkeys(found))[:_MOST_TAGS]


def _labels(table: Mapping[str, Iterable[str]], title: str, body: str, often: int) -> list[str]:
    text, counted = f"{title}\n{body}", {}
    for label, words in table.items():
        if [word for word in words if word in text]:  # far quicker than to count
            pattern = _written(tuple(words))
            counted[label] = 100 * len(pattern.findall(title)) + len(pattern.findall(body))
    found = [label for label, count in counted.items() if count >= often]
    return sorted(found, key=lambda label: -counted[label])


@lru_cache(maxsize=256)
def _written(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words; an abbreviation only where it begins ("มว." is not in "รมว.")."""
    short = [word for word in words if "." in word or word.isascii()]
    long = [word for word in words if word not in short]
    patterns = [rf"(?<![ก-๙A-Za-z])(?:{any_of(short)})"] if short else []
    return re.compile("|".join([*patterns, *([any_of(long)] if long else [])]))


def summary_of(title: str, paragraphs: Sequence[str]) -> str:
    """The first sentence that says more than the title, 220 signs at most; "" when none does."""
    for paragraph in paragraphs[:3]:
        bare = paragraph.startswith(title) or _DAY_OR_PLACE.fullmatch(paragraph)
        if len(paragraph) >= _SHORTEST_SUMMARY and not bare:
            return _shortened(paragraph)
    return _shortened(paragraphs[0]) if paragraphs else ""


def _shortened(paragraph: str) -> str:
    if len(paragraph) <= _LONGEST_SUMMARY:
        return paragraph
    ends = [one.start() for one in _CLAUSE_END.finditer(paragraph, _SHORTEST_SUMMARY * 2)]
    end = max((one for one in ends if one <= _LONGEST_SUMMARY), default=0)
    end = end or paragraph.rfind(" ", 0, _LONGEST_SUMMARY)
    return f"{paragraph[: end if end > 0 else _LONGEST_SUMMARY].rstrip()}…"
