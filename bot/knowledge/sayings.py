"""What a body says of a thing: what it is for, who made it, where it is, how many there are."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.knowledge.deeds import AMOUNT
from bot.knowledge.headlines import title_words
from bot.knowledge.phrases import kind_of_topic
from bot.knowledge.words import any_of, places_of, shipped_lists

_BEFORE, _BEHIND = 16, 90  # letters that are looked at beside a thing
_ASIDE = r"[”\"’']?(?: ?\([^)\n]{1,60}\))? ?"
_COST = re.compile(
    r"[^\n]{0,40}?(?P<cost>งบประมาณ|งบ|วงเงิน|มูลค่า|ราคา)[ก-๙ ]{0,16}?"
    r"[0-9][0-9,.]* ?(?:ล้าน|แสน|หมื่น|พัน)? ?บาท"
)
_IN_BRACKETS = re.compile(r"[”\"’']? ?\([^)\n]{1,60}\)")
_BETWEEN = r"[ “\"‘']*"
_DIGIT = re.compile("[0-9]")


@dataclass(frozen=True, slots=True)
class Saying:
    """`relation` is one of data/sayings.yaml; `word` the verb, the unit or the sum that is told."""

    relation: str
    word: str = ""


def sayings_of(thing: str, body: str) -> Iterator[Saying]:
    """Each once, in the order of the table."""
    found: dict[str, Saying] = {}
    for start, end in _mentions(thing, body):
        for saying in _beside(body, start, end, kind_of_topic(thing)):
            found.setdefault(saying.relation, saying)
    yield from (found[relation] for relation in _table().kinds if relation in found)


def _mentions(thing: str, body: str) -> Iterator[tuple[int, int]]:
    """Where each begins and ends."""
    if " " in thing or title_words().headed.match(thing):
        yield from (one.span() for one in re.finditer(as_written(thing), body))
    else:
        yield from ((place, place + len(thing)) for place in places_of(thing, body))


def as_written(thing: str) -> str:
    """A name may stand in quotation marks behind its noun: "โครงการ “คิดดี”"."""
    head = title_words().headed.match(thing)
    noun, name = (head[0], thing[head.end() :]) if head else ("", thing)
    said = _BETWEEN.join(map(re.escape, name.split()))
    return f"{re.escape(noun)}{_BETWEEN}{said}" if noun and said else said or re.escape(noun)


def _beside(body: str, start: int, end: int, kind: str) -> Iterator[Saying]:
    """What stands right before and right behind one mention, where the thing stands free."""
    table, words = _table(), title_words()
    before, behind = body[max(0, start - _BEFORE) : start], body[end : end + _BEHIND]
    free = words.begins_free.search(before)
    if free and (told := table.behind.match(behind)) and told.lastgroup:
        yield from table.of_kind(Saying(told.lastgroup), kind)
    if free and _DIGIT.search(behind):
        yield from table.of_kind(_amount(behind, kind), kind)
    aside = _IN_BRACKETS.match(body, end)
    if AMOUNT.match(behind) or words.ends_free.match(body, aside.end() if aside else end):
        for relation, pattern in table.before.items():
            if kind in table.kinds[relation] and (told := pattern.search(before)):
                yield Saying(relation, table.verbs[relation][told["verb"]])


def _amount(behind: str, kind: str) -> Saying:
    """How many there are, by a unit of their kind, or what they cost."""
    counted = AMOUNT.match(behind)
    if counted and counted["unit"] in _table().units.get(kind, ()):
        return Saying("count", counted["unit"])
    cost = _COST.match(behind)
    return Saying("cost", cost["cost"] if cost else "")


@dataclass(frozen=True, slots=True)
class _Table:
    behind: re.Pattern[str]  # a group for each relation
    before: Mapping[str, re.Pattern[str]]
    verbs: Mapping[str, Mapping[str, str]]  # relation → verb → what people say for it
    kinds: Mapping[str, frozenset[str]]
    units: Mapping[str, frozenset[str]]  # by the kind of thing

    def of_kind(self, saying: Saying, kind: str) -> Iterator[Saying]:
        """The saying, if things of the kind are asked about it."""
        told = saying.word or saying.relation not in {"count", "cost"}
        if told and kind in self.kinds[saying.relation]:
            yield saying


@lru_cache(maxsize=1)
def _table() -> _Table:
    lists = shipped_lists("sayings")
    groups = (f"(?P<{relation}>{any_of(words)})" for relation, words in lists["behind"].items())
    never = "".join(f"(?<!{word})" for word in lists["no_verbs"])
    return _Table(
        behind=re.compile(rf"{_ASIDE}(?:{'|'.join(groups)})"),
        before={
            relation: re.compile(rf"{never}(?P<verb>{any_of(verbs)}) ?[“\"‘']?$")
            for relation, verbs in lists["before"].items()
        },
        verbs=lists["before"],
        kinds={relation: frozenset(kinds) for relation, kinds in lists["kinds"].items()},
        units={kind: frozenset(units) for kind, units in lists["units"].items()},
    )
