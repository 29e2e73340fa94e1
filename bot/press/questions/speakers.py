"""Who of the people in a text says something, and of what."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.knowledge.entries import Entry, Person
from bot.knowledge.persons import given_name
from bot.knowledge.words import places_of

_SAYING = "กล่าว(?!รายงาน|ต้อนรับ|เปิดงาน|เปิดการ|แสดง|ขอบคุณ)|เปิดเผย|เผย|ระบุ|ชี้แจง|บรรยาย|ปาฐกถา"
_SAYS = re.compile(rf"[^\n]{{0,160}}?(?:{_SAYING})")
_MAY_SAY = re.compile(_SAYING)
_TAKES_PART = re.compile(
    "โดยมี|พร้อมด้วย|พร้อมทั้ง|เข้าร่วม|ร่วมงาน|ให้การต้อนรับ|ลงนาม|พยาน"
    "|(?:(?<=[ ,])|(?<=และ))(?:นาย(?!ก)|นาง|ดร\\.|พล\\.|ศ\\.|รศ\\.|ผศ\\.)"
)
_BY_ANOTHER = re.compile(r"[^\n]{0,60}?โดย ?(?:นาย(?!ก)|นาง|ดร\.|ศ\.|รศ\.|ผศ\.)")
_RELAYS = re.compile(  # what another says
    r"ว่า ?(?:(?:รอง)?นายก|รัฐมนตรี|รม[วช]|ปลัด|นาย(?!ก)|นาง|ดร\.|พล\.)[^\n]{0,60}?กล่าว(?:ถึง|ว่า)"
)
_ENDS = re.compile(r"กล่าว(?:ในที่สุด|ทิ้งท้าย|สรุป|ปิดท้าย)?[ ”\"]*(?:\n|$)")
_THAT, _REPORTED = "ว่า", 300  # letters in which the first words follow
_SPEECH = 1_500  # letters that one is likely to go on speaking

Speeches = Sequence[tuple[int, Person]]  # where each begins, in the order of the text


def speeches_of(entry: Entry) -> Speeches:
    """Where in the body each of the people begins to say something."""
    return _speeches_in(entry.body, entry.people)


@lru_cache(maxsize=2)  # for each of those who ask about an entry
def _speeches_in(body: str, people: tuple[Person, ...]) -> Speeches:
    if not _MAY_SAY.search(body):
        return []
    found = (
        (place, person)
        for person in people
        if (name := given_name(person.name))
        for place in places_of(name, body)
        if not _is_of_another(body, place, name, people) and _says(body, people, place + len(name))
    )
    return sorted(found, key=lambda one: one[0])


def speakers_in(entry: Entry) -> Sequence[Person]:
    """Who says something in the body, each once, in the order of the text."""
    return list(dict.fromkeys(person for _, person in speeches_of(entry)))


def speech_of(start: int, body: str, speeches: Speeches) -> str:
    """What is said from there on: up to the next who speaks, or where it is told who did.

    No lines go on with it behind the last of which it is told that somebody said it.
    """
    then = next((place for place, _ in speeches if place > start), len(body))
    told = _ENDS.search(body, start)
    said = max((found.end() for found in _MAY_SAY.finditer(body, start, then)), default=start)
    ends = [body.find("\n", said), told.end() if told else -1]
    return body[start : min(then, start + _SPEECH, *(end for end in ends if end > 0))]


def reports(speech: str) -> bool:
    """Whether it tells what was said, and not only that or on what somebody spoke."""
    return _THAT in speech[:_REPORTED]


def speaks(person: Person | None, entry: Entry) -> bool:
    """Whether somebody says something in the body."""
    return person in speakers_in(entry)


def speaker_of(thing: str, entry: Entry, speeches: Speeches, least: int = 1) -> Person | None:
    """Who was the last to say something of the thing, so many times at least."""
    said = (
        person
        for start, person in reversed(speeches)
        if speech_of(start, entry.body, speeches).count(thing) >= least
    )
    return next(said, None)


def _is_of_another(body: str, place: int, name: str, people: Sequence[Person]) -> bool:
    """Whether the name there is the end of another's: ศักดิ์ of ศิรศักดิ์."""
    others = (given_name(person.name) for person in people)
    return any(
        one != name and one.endswith(name) and body.startswith(one, place + len(name) - len(one))
        for one in others
    )


def _says(body: str, people: Sequence[Person], behind: int) -> bool:
    """Whether the one whose name ends there says something, and nobody named in between."""
    found = _SAYS.match(body, behind)
    if found and (_BY_ANOTHER.match(body, found.end()) or _RELAYS.match(body, found.end())):
        return False
    between = found[0] if found else ""
    others = (given_name(person.name) for person in people)
    return found is not None and not (
        _TAKES_PART.search(between) or any(name in between for name in others)
    )
