"""Who holds an event, as its release says it; a name that may be another's is told as unsure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.knowledge.mastheads import is_office_name
from bot.knowledge.places import balanced
from bot.knowledge.words import release_words

_LONGEST = 100
_REPORTING = 3  # paragraphs that tell of the event itself
_MOST_WORDS = 6  # between blanks, of a host's name
_AROUND = 200  # signs around "โดย … ร่วมกับ" in which something is said to be held
_SIGNS = ("จัดโดย", "จัดขึ้นโดย", "ผู้จัด", "เจ้าภาพ")  # of which a plain telling holds one
_HOSTS = re.compile(r"\sเป็นเจ้าภาพ(?:จัด|ในการจัด)")
_TOGETHER = re.compile(rf"(?<![ก-๙])โดย\s*(?P<name>[^\s].{{1,{_LONGEST}}}?)\s+ร่วมกับ\s*")
_HELD = re.compile(r"(?<![ก-๙])(?:ร่วมกัน|ได้|ร่วม)?จัด(?!การ|ทำ|สรร|ซื้อ|ตั้ง|หา|ส่ง|เก็บ|อันดับ)")


@dataclass(frozen=True, slots=True)
class Organizer:
    """Who holds it, "" where nobody is told, and how that was found."""

    name: str = ""
    how: str = ""
    sure: bool = True


def find_organizer(paragraphs: Sequence[str]) -> Organizer:
    """Whom a release names as the organiser: plainly, as the host, or as the one who acts."""
    return next(_told(paragraphs), Organizer())


def _told(paragraphs: Sequence[str]) -> Iterator[Organizer]:
    for paragraph in paragraphs:
        asked = any(one in paragraph for one in _SIGNS)
        if asked and (found := _plainly().search(paragraph)):
            yield Organizer(balanced(found["name"]), 'หลังคำว่า "จัดโดย"')
    for paragraph in paragraphs[:_REPORTING]:
        if (host := _HOSTS.search(paragraph)) and (name := _office_before(paragraph, host)):
            yield Organizer(name, 'หน้าคำว่า "เป็นเจ้าภาพ" อาจเป็นงานอื่น', sure=False)
        if name := _acting(paragraph):
            yield Organizer(name, 'ระหว่างคำว่า "โดย" กับ "ร่วมกับ" ในประโยคที่บอกว่าจัดงาน', sure=False)


def _office_before(paragraph: str, host: re.Match[str]) -> str:
    """The office whose name ends where the hosting is told, as long as it is one."""
    words = paragraph[: host.start()].split(" ")[-_MOST_WORDS:]
    ends = (" ".join(words[first:]) for first in range(len(words)))
    return next(filter(is_office_name, ends), "")


def _acting(paragraph: str) -> str:
    """The office of "โดย … ร่วมกับ …" where the sentence says that something is held."""
    for found in _TOGETHER.finditer(paragraph) if "ร่วมกับ" in paragraph else ():
        name = found["name"].strip()
        around = paragraph[max(0, found.start() - _AROUND) : found.end() + _AROUND]
        if is_office_name(name) and _HELD.search(around):
            return name
    return ""


@lru_cache(maxsize=1)
def _plainly() -> re.Pattern[str]:
    """ "จัดโดย …" or a line "ผู้จัด: …", up to a word that opens what is told next."""
    ends = release_words().organizer_ends
    told = r"(?<![ก-๙])(?:จัดโดย|จัดขึ้นโดย)\s*[:：]?|^\W{0,4}(?:ผู้จัด(?:งาน)?|หน่วยงานผู้จัด|เจ้าภาพ)\s*[:：]"
    return re.compile(
        rf"(?:{told})\s*(?P<name>[^\s:：].{{1,{_LONGEST}}}?)(?=\s(?:{ends})|[\"”]\s|\s*$)",
        re.MULTILINE,
    )
