"""The kind of an imported entry and its tags."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import chain

from bot.knowledge.entries import Contact, Event, Kind
from bot.knowledge.words import any_apart, any_listed, any_of, release_pattern, release_words
from bot.press.findings import Finding, finding
from bot.thai.matching import Lookup

_MOST_TAGS = 8
_EARLY = 600  # characters of the body that tell what it is about
_OFTEN = 3  # times that a word stands in what is about it, and once more where it stands late
_APART_EARLY, _APART = 1_500, 600  # characters for which once is often enough
_AGENCY_WITHIN = 1_500
_SERVICE = re.compile(r"เปิดให้บริการ|ขอรับบริการ|ให้บริการ(?!วิชาการ)|ศูนย์บริการ|บริการทดสอบ|คลินิก|เปิดรับคำขอ")
_CONTACT = re.compile(r"ช่องทาง(การ)?ติดต่อ|สายด่วน|เบอร์โทร|Call ?Center|ที่อยู่ติดต่อ", re.IGNORECASE)
# Somebody who comes to see an office, and a time of the year, are none either.
_VISITED = re.compile("เปิดบ้าน(?=ต้อนรับ|รับ)|(?:(?<!เนื่อง)ใน|ช่วง|รับ|ก่อน|หลัง)เทศกาล")
# What is talked about or was won is no gathering that a title tells of.
_ABOUT_IT = re.compile("(?:หารือ|เข้าพบ|คว้า|ชนะเลิศ|รับรางวัล|มอบรางวัล|มอบโล่).*")
_COME = re.compile(  # said to whoever reads it
    r"(?:ขอเชิญ|เชิญชวน)[^\n]{0,60}?(?:เที่ยว|ชม(?!เชย|รม)|ร่วมงาน|แวะ|ช้อป|สัมผัส|ร่วมสนุก)"
    r"|(?:(?:แวะ|เข้า|เที่ยว|เยี่ยม)ชม(?:งาน|นิทรรศการ)?|ร่วมงาน)(?:ได้|ฟรี)"
)
_gathering = release_pattern("%(gatherings)s", ignore_case=True)


def kind_of(
    title: str,
    paragraphs: Sequence[str],
    event: Event | None,
    contact: Contact | None,
    published: date | None,
) -> tuple[Kind, Finding]:
    """The kind, from the title and what else was found, and how it was."""
    gathered = _gathering().search(_ABOUT_IT.sub("", _VISITED.sub("", title)))
    if event and event.start and gathered:
        return Kind.EVENT, finding("kind", "kind.dated")
    coming = event and event.start and (published is None or event.start > published)
    if coming and any_listed("inviting").search(title):
        return Kind.EVENT, finding("kind", "kind.inviting")
    if event and _is_open(event, published) and any(map(_COME.search, paragraphs)):
        return Kind.EVENT, finding("kind", "kind.on_show")
    if contact and _CONTACT.search(title):
        return Kind.CONTACT, finding("kind", "kind.contact", sure=False)
    if contact and not event and _SERVICE.search(title):
        return Kind.SERVICE, finding("kind", "kind.service", sure=False)
    return Kind.NEWS, finding("kind", "kind.news")


def _is_open(event: Event, published: date | None) -> bool:
    """Whether an event of several days was not over when it was published."""
    several = event.venue and event.start and event.end and event.start < event.end
    return bool(several and (published is None or (event.end and event.end >= published)))


def tags_of(title: str, paragraphs: Sequence[str], province: str) -> tuple[str, ...]:
    """Agencies, province and topics, labels of data/release_words.yaml; eight at most."""
    words = release_words()
    body = "\n".join(paragraphs)
    agencies = _labels(words.agencies, title, body[:_AGENCY_WITHIN], _is_told_twice)
    told = any_listed("no_topics").sub("", f"{title}\n{body}").partition("\n")
    topics = _labels(words.topics, told[0], told[2], _is_about)
    found = [*agencies[:4], *([province] if province else []), *topics[:4]]
    return tuple(dict.fromkeys(found))[:_MOST_TAGS]


def _labels(
    table: Mapping[str, Iterable[str]],
    title: str,
    body: str,
    tells: Callable[[Sequence[int], int], bool],
) -> list[str]:
    """The labels in the title, or that `tells` finds the body to be about, by frequency."""
    standing, counted = _finder().inside(f"{title}\n{body}"), {}
    for label, words in table.items():
        if not standing.isdisjoint(words):  # far quicker than to count
            pattern = _written(tuple(words))
            places = [found.start() for found in pattern.finditer(body)]
            titled = len(pattern.findall(title))
            if titled or tells(places, len(body)):
                counted[label] = 100 * titled + len(places)
    return sorted(counted, key=lambda label: -counted[label])


def _is_told_twice(places: Sequence[int], _: int) -> bool:
    return len(places) > 1


def _is_about(places: Sequence[int], letters: int) -> bool:
    """Whether a body is about what stands at those places, and does not only mention it."""
    count = len(places)
    early = count >= max(_OFTEN, letters / _APART_EARLY) and places[0] < _EARLY
    return early or count >= max(_OFTEN + 1, letters / _APART)


@cache
def _finder() -> Lookup:
    words = release_words()
    return Lookup(chain(*words.agencies.values(), *words.topics.values()))


@lru_cache(maxsize=256)
def _written(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of the words; abbreviations only where they begin ("มว." is not in "รมว.")."""
    short = [word for word in words if "." in word or word.isascii()]
    long = [word for word in words if word not in short]
    return re.compile("|".join(filter(None, (any_apart(short), any_of(long)))))
