"""Rounds, editions and models by their number: "รุ่นที่ 2", THEOS-2."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from bot.knowledge.entries import Entry
from bot.search.passages.rounds import rounds_in, rounds_said
from bot.thai.names import Names
from bot.thai.normalise import normalise

# A name with its number, of which another is another thing: no THEOS-2 is THEOS-3.
_NUMBERED = re.compile("(?<![a-z0-9])([a-z]{3,})[- ]?#?([0-9]{1,2})(?![0-9a-z]|[.,:][0-9])")
# The same of a name of the tables in Thai letters: ธีออส-2.
_NUMBERED_THAI = re.compile("([ก-๙]{4,24})[ -]?([1-9])(?![0-9.,:]| ?[ก-ฮ]{1,3}[.])")
# One of several in a year, of which few titles tell: "ครั้งที่ 3/2565".
_OF_YEAR = re.compile("ครั้ง(?:ที่)? ?([0-9]{1,3}) ?/ ?(?:25)?([0-9]{2})(?![0-9])")
# A group of provinces, by its number: no "เหนือตอนล่าง 1" is "ภาคเหนือตอนล่าง 2".
_GROUP = re.compile(
    "(?:เหนือ|ใต้|ออก|ตก|กลาง|อีสาน)(?:ตอน)?(บน|ล่าง) ?([0-9])(?![0-9.,:]| ?(?:วัน|คน|แห่ง|จังหวัด))"
)
_NAME = 4  # letters


def of_other_edition(entry: Entry, clean: str) -> bool:
    """Whether a title is of another round or number than asked for, which the entry never names.

    Or all that the entry tells of are other rounds, or another of the meetings of a year.
    """
    meetings = set(_OF_YEAR.findall(clean))
    others = set(_OF_YEAR.findall(normalise(entry.body))) if meetings else set()
    if others and meetings.isdisjoint(others):
        return True
    asked = _editions(clean)
    called = entry.name_text
    of_title = {kind for kind, _ in _editions(called)}
    rounds = {kind for kind, _ in rounds_in(clean)}
    kinds = {kind for kind, _ in asked if kind in of_title or kind in rounds}
    told = _editions(f"{called} {entry.body}") if kinds else frozenset()
    kinds &= {kind for kind, _ in told}
    return any(told.isdisjoint(one for one in asked if one[0] == kind) for kind in kinds)


def asks_other_round(entry: Entry, clean: str) -> bool:
    """Whether a question names a round that is not the entry's own, though it may tell of it.

    Its own is that of the title, else the first that the text names.
    """
    asked = rounds_in(clean)
    titled = _editions(entry.name_text) if asked else frozenset()
    told = rounds_in(entry.body) if asked else ()
    for kind, number in asked:
        own = {other for of, other in titled if of == kind}
        own = own or set(islice((other for of, other in told if of == kind), 1))
        if own and number not in own:
            return True
    return False


def edition_of_none(entries: Iterable[Entry], clean: str) -> str:
    """How a question calls a round or number of which none of the entries tells; "" else.

    One of them at least is of another.
    """
    known, asked = list(entries), _editions(clean)
    told = (_editions(f"{one.title} {' '.join(one.keywords)} {one.body}") for one in known)
    if not asked or any(not asked.isdisjoint(one) for one in told):
        return ""
    others = any(of_other_edition(one, clean) for one in known)
    rounds = (found for found, _ in rounds_said(clean))
    said = (*rounds, _NUMBERED.search(clean), *_numbered_thai(clean))
    return next((one[0].strip() for one in said if one and others), "")


@lru_cache(maxsize=4_096)
def _editions(text: str) -> frozenset[tuple[str, str]]:
    """The numbered rounds, editions and models that a text names: ("ครั้ง", "15"), ("theos", "2")."""
    clean = normalise(text)
    return frozenset(
        (kind, number)
        for kind, number in (
            *(one for _, one in rounds_said(clean)),
            *((_meant_by(name), number) for name, number in _NUMBERED.findall(clean)),
            *((_meant_by(one["name"]), one["number"]) for one in _numbered_thai(clean)),
            *_GROUP.findall(clean),
        )
    )


def _meant_by(name: str) -> str:
    """What the tables say that a name stands for, THEOS as well as ธีออส; itself if nothing."""
    return next(iter(Names.load().senses([name]).get(name, ())), name)


def _numbered_thai(clean: str) -> Iterator[re.Match[str]]:
    """Names of the tables in Thai letters with a number behind them, without what stands before."""
    names = Names.load()
    for found in _NUMBERED_THAI.finditer(clean):
        word = names.cut(found[1])[-1]
        if len(word) >= _NAME and word in names.forms:
            named = re.compile(f"(?P<name>{re.escape(word)})[ -]?(?P<number>[1-9])")
            yield from named.finditer(found[0])
