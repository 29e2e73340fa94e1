"""Rounds, editions and models by their number: "รุ่นที่ 2", THEOS-2."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.knowledge.entries import Entry
from bot.thai.names import Names
from bot.thai.normalise import normalise

_EDITION = re.compile(
    "(ครั้ง|รุ่น|รอบ|ระยะ|เฟส)(?:ที่)? ?([0-9]{1,3}|แรก|หนึ่ง|สอง|สาม|สี่|ห้า)"
    "(?![0-9,.]| ?(?:คน|ปี(?! ?[0-9])|วัน|เดือน|บาท|ชั่วโมง))"
)
# A name with its number, of which another is another thing: no THEOS-2 is THEOS-3.
_NUMBERED = re.compile("(?<![a-z0-9])([a-z]{3,})[- ]?([0-9]{1,2})(?![0-9a-z]|[.,:][0-9])")
# The same of a name of the tables in Thai letters: ธีออส-2.
_NUMBERED_THAI = re.compile("([ก-๙]{4,24})[ -]?([1-9])(?![0-9.,:]| ?[ก-ฮ]{1,3}[.])")
# One of several in a year, of which few titles tell: "ครั้งที่ 3/2565".
_OF_YEAR = re.compile("ครั้ง(?:ที่)? ?([0-9]{1,3}) ?/ ?(?:25)?([0-9]{2})(?![0-9])")
# A group of provinces, by its number: no "เหนือตอนล่าง 1" is "ภาคเหนือตอนล่าง 2".
_GROUP = re.compile(
    "(?:เหนือ|ใต้|ออก|ตก|กลาง|อีสาน)(?:ตอน)?(บน|ล่าง) ?([0-9])(?![0-9.,:]| ?(?:วัน|คน|แห่ง|จังหวัด))"
)
_NAME = 4  # letters
_COUNTED = {"แรก": "1", "หนึ่ง": "1", "สอง": "2", "สาม": "3", "สี่": "4", "ห้า": "5"}
_SAME_EDITION = {"ระยะ": "รอบ", "เฟส": "รอบ"}


def of_other_edition(entry: Entry, clean: str) -> bool:
    """Whether a title is of another round or number than asked for, which the entry never names.

    Or all that the entry tells of is another of the meetings of a year.
    """
    meetings = set(_OF_YEAR.findall(clean))
    others = set(_OF_YEAR.findall(normalise(entry.body))) if meetings else set()
    if others and meetings.isdisjoint(others):
        return True
    asked = _editions(clean)
    called = " ".join((entry.title, *entry.keywords))
    of_title = {kind for kind, _ in _editions(called)}
    kinds = {kind for kind, _ in asked} & of_title if asked else set()
    told = _editions(f"{called} {entry.body}") if kinds else frozenset()
    return any(told.isdisjoint(one for one in asked if one[0] == kind) for kind in kinds)


@lru_cache(maxsize=4_096)
def _editions(text: str) -> frozenset[tuple[str, str]]:
    """The numbered rounds, editions and models that a text names: ("ครั้ง", "15"), ("theos", "2")."""
    clean = normalise(text)
    return frozenset(
        (_SAME_EDITION.get(kind, kind), _COUNTED.get(number, number))
        for kind, number in (
            *_EDITION.findall(clean),
            *_NUMBERED.findall(clean),
            *_numbered_names(clean),
            *_GROUP.findall(clean),
        )
    )


def _numbered_names(clean: str) -> Iterator[tuple[str, str]]:
    names = Names.load()
    for run, number in _NUMBERED_THAI.findall(clean):
        word = names.cut(run)[-1]
        if len(word) >= _NAME and word in names.forms:
            yield word, number
