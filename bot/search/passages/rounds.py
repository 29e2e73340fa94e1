"""Numbered rounds, "ระยะที่ 1": facts of one are not those of another."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from bot.knowledge.words import any_of, shipped_lists
from bot.search.query import Query, reading
from bot.thai.normalise import normalise
from bot.thai.numbers import number_of

_FIRST, _SAME, _TIMES = "แรก", "รอบ", "ครั้ง"
_OF_ORDER = f"{_TIMES}|รุ่น|(?<!ชั้น)(?<!ศึกษา)(?<!นิสิต)ปี(?=ที่| ?[1-9๑-๙](?![0-9๐-๙]))"
_NUMBERS = "[0-9๐-๙]{1,3}|แรก|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ"
_NO_NUMBER = (  # but an amount
    "(?![0-9๐-๙,.]| ?(?:คน|พรรษา|(?:ปี(?! ?[0-9๐-๙])|วัน|เดือน)(?!ไหน|อะไร|ใด|ที่เท่า)|บาท|ชั่วโมง))"
)
_BEHIND = re.compile(" ?(?:ใน|ของ|สำหรับ|จาก|ตาม)?(?:โครงการ)? ?")  # between a fact and its round

_FIRST_AT, _FIRST_LETTERS = (  # no "ครั้งแรกในเอเชีย"
    re.compile("ครั้งแรก ?(?:คือ|(?:จัด|มี|เกิด)?(?:ขึ้น)?เมื่อ|(?:ใน)?(?=ปี)) ?(?:วันที่|เดือน|ปี)? ?$"),
    40,
)


class Round(NamedTuple):
    """One of several of a kind, by its number."""

    kind: str
    number: str


@lru_cache(maxsize=1)
def _numbered() -> re.Pattern[str]:
    """A numbered round; its kind and its number are the groups."""
    kinds = any_of(shipped_lists("units")["rounds"])
    return re.compile(f"({_OF_ORDER}|{kinds})(?:ที่)? ?({_NUMBERS}){_NO_NUMBER}")


def rounds_said(text: str) -> Iterator[tuple[re.Match[str], Round]]:
    """The numbered rounds in a text, in order; ระยะ and เฟส are of one kind."""
    phases = shipped_lists("units")["rounds"]
    for found in _numbered().finditer(text):
        kind, number = found.groups()
        value = 1 if number == _FIRST else number_of(number)
        yield found, Round(_SAME if kind in phases else kind, str(value))


@lru_cache(maxsize=4_096)
def rounds_in(text: str) -> tuple[Round, ...]:
    """The rounds in any text without "ครั้งแรก" and "รอบแรก", which may say that it was new."""
    said = rounds_said(normalise(text))
    return tuple(one for found, one in said if found[2] != _FIRST)


@reading
def rounds_asked(query: Query) -> Mapping[str, Round]:
    """The rounds in a normalised question by kind; of one kind the last."""
    return {one.kind: one for _, one in rounds_said(query.clean)}


def rounds_named(text: str) -> set[Round]:
    """The numbered rounds in a text, in whatever spelling."""
    return {one for _, one in rounds_said(normalise(text))}


def is_of_other_round(label: str, query: Query) -> bool:
    """Whether a label names only other rounds of the kind that a question asks for."""
    asked = rounds_asked(query)
    if not asked:
        return False
    told = {one for one in rounds_named(label) if one.kind in asked}
    return bool(told) and told.isdisjoint(asked.values())


def is_of_round(text: str, place: tuple[int, int], query: Query) -> bool | None:
    """Whether what stands at a place of a text belongs to the round asked for.

    That is the one that its paragraph names last before it, or right behind it. None where none of
    its kind is named or asked for.
    """
    for kind, meant in rounds_asked(query).items():
        if told := _told_at(text, place, kind):
            return told == meant
    return None


def _told_at(text: str, place: tuple[int, int], kind: str) -> Round | None:
    start, end = place
    starts, named = _of_paragraphs(text)
    behind = _BEHIND.match(text, end)
    line = text.rfind("\n", 0, start)
    if kind == _TIMES and _FIRST_AT.search(text[max(line + 1, start - _FIRST_LETTERS) : start]):
        return Round(_TIMES, "1")
    right_behind = (one for at, one in named if behind and at == behind.end())
    last_first = reversed(named[: bisect_right(starts, start)])
    before = (one for at, one in last_first if at > line)
    return next((one for one in chain(right_behind, before) if one.kind == kind), None)


@lru_cache(maxsize=64)
def _of_paragraphs(text: str) -> tuple[list[int], list[tuple[int, Round]]]:
    """Where a text names rounds, and which; "ครั้งแรก" does not count."""
    said = ((at, one) for at, one in rounds_said(text) if at[2] != _FIRST or one.kind == _SAME)
    named = [(at.start(), one) for at, one in said]
    return [at for at, _ in named], named
