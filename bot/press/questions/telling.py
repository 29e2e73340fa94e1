"""What a body tells of a thing close to its name, by data/facts.yaml and data/lists.yaml."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from bot.knowledge.words import any_of, places_of, shipped_lists
from bot.press.questions.figures import counted

_BODY = 5_000  # letters
_AFTER, _BEFORE = 110, 40
_MOST_PLACES = 6  # of a thing, that are looked at
_LIST_BEFORE = 220  # letters before a list that say what of
_COUNT_AFTER, _SUM_AFTER = 26, 90
_COUNTING = (" จำนวน", "จำนวน", " กว่า", "กว่า")
_RIGHT_BEHIND = (  # what may stand between a thing and what it does: nothing, or words of sentences
    r"[”\"'’)]{0,2}(?: ?\([^)\n]{2,60}\))?(?:นี้|ดังกล่าว)?"
    r"(?: ?(?:ซึ่ง|ที่|นี้|ก็|จึง|จะ|ยัง|ได้|สามารถ|มีส่วน|เข้ามา|เป็นการ)+ ?)?"
)
_SUM = re.compile(r"(?:งบประมาณ|วงเงิน|มูลค่า)[^\n]{0,30}?[0-9][0-9,.]* ?(?:ล้าน|แสน|หมื่น|พัน)* ?บาท")


@dataclass(frozen=True, slots=True)
class Listed:
    """What a body lists by name: `kind` and `asked` of data/lists.yaml, and what stands before."""

    kind: str
    asked: str
    before: str


@dataclass(frozen=True, slots=True)
class _Fact:
    name: str
    of: frozenset[str]
    after: re.Pattern[str] | None
    before: re.Pattern[str] | None
    does: re.Pattern[str] | None  # right behind it


def facts_about(written: str, kind: str, body: str) -> Iterator[str]:
    """The names of the facts that a body tells of a thing of that kind."""
    facts = [one for one in _facts() if kind in one.of]
    around = list(_around(written, body)) if facts else []
    for fact in facts:
        after, before, does = fact.after, fact.before, fact.does
        if any(
            (after and after.search(behind))
            or (before and before.search(ahead))
            or (does and does.match(behind))
            for ahead, behind in around
        ):
            yield fact.name


def unit_of(written: str, body: str) -> str:
    """By what a body counts a thing right behind its name; "" where it does not."""
    for _, behind in _around(written, body):
        found = counted().match(behind)
        if not found and behind.startswith(_COUNTING):
            found = counted().search(behind[:_COUNT_AFTER])
        if found:
            return found["unit"]
    return ""


def has_sum(written: str, body: str) -> bool:
    """Whether a body tells behind a thing's name what was spent on it."""
    return any(_SUM.search(behind[:_SUM_AFTER]) for _, behind in _around(written, body))


def lists_in(body: str) -> Iterator[Listed]:
    """What is listed by name: "6 มหาวิทยาลัย ได้แก่ …"."""
    kinds = _list_kinds()
    for found in _lists().finditer(body):
        before = body[max(0, found.start() - _LIST_BEFORE) : found.start()].rpartition("\n")[2]
        yield Listed(*kinds[found["unit"]], before)


def _around(written: str, body: str) -> Iterator[tuple[str, str]]:
    """What stands before and behind it in its line, the first few times."""
    body = body[:_BODY]
    for place in islice(places_of(written, body), _MOST_PLACES):
        end = place + len(written)
        yield (
            body[max(0, place - _BEFORE) : place].rpartition("\n")[2],
            body[end : end + _AFTER].partition("\n")[0],
        )


def _pattern(words: Sequence[str], before: str = "") -> re.Pattern[str] | None:
    return re.compile(rf"{before}(?:{any_of(words)})") if words else None


@lru_cache(maxsize=1)
def _facts() -> tuple[_Fact, ...]:
    return tuple(
        _Fact(
            name,
            frozenset(told["of"]),
            _pattern(told.get("after", ())),
            _pattern(told.get("before", ())),
            _pattern(told.get("does", ()), _RIGHT_BEHIND),
        )
        for name, told in shipped_lists("facts").items()
    )


@lru_cache(maxsize=1)
def _list_kinds() -> dict[str, tuple[str, str]]:
    """Unit → its kind, and how it is asked for."""
    kinds = {name: units for name, units in shipped_lists("lists").items() if name != "listing"}
    return {unit: (kind, asked) for kind, units in kinds.items() for unit, asked in units.items()}


@lru_cache(maxsize=1)
def _lists() -> re.Pattern[str]:
    listing = any_of(shipped_lists("lists")["listing"])
    return re.compile(
        rf"[0-9๐-๙]+ ?(?P<unit>{any_of(_list_kinds())})[ก-๙]{{0,12}} ?"
        rf"(?:หลัก|เข้าร่วม|นำร่อง|ร่วมลงนาม)? ?(?:{listing})"
    )
