"""Planned or expected numbers, as against actual ones."""

import re
from collections.abc import Mapping

from bot.search.query import Query, asks_for, reading
from bot.thai.normalise import normalise
from bot.thai.questions import NOW, Aspect

_PLANNED = re.compile("แผน(?!ที่|ไทย|ก)|เป้า(?!ะ)|คาด(?:ว่า|การณ์|ไว้)|ประมาณการ")
_ACTUALLY = re.compile(
    f"จริง(?! ?(?:ไหม|มั้ย|หรือ|เหรอ|หรอ|ป่าว|ป่ะ))|(?:ไป|ได้|ตั้ง|เปิด|เสร็จ|ทำ|จัด) ?แล้ว|{NOW}"
)
_UNIT = re.compile("(?<!เ)กี่ ?([ก-๙]{2,4})")
_GUESS = re.compile("น่าจะ|อาจ(?:จะ)?(?!าร)")
asks_guess = asks_for(f"{_PLANNED.pattern}|{_GUESS.pattern}")  # what somebody thinks
_GUESSED = re.compile(f"(?:{_GUESS.pattern})[^0-9๐-๙\n]*$")
_BEFORE = 60  # letters before a number, with words for a plan


@reading
def asks_actual(query: Query) -> bool:
    """Whether a question wants the actual number: "เปิดจริงกี่แห่ง"."""
    counts = query.aspect is Aspect.HOWMANY and not _PLANNED.search(query.clean)
    return counts and _ACTUALLY.search(query.clean) is not None


def is_planned(label: str, value: str) -> bool:
    """Whether a fact tells what was planned: "จำนวนตามแผน", "คาดว่ากว่า 3,000 คน"."""
    return _PLANNED.search(f"{label} {value}") is not None


def is_told_as_planned(text: str, number: str) -> bool:
    """Whether a text first mentions a number as planned."""
    at = text.find(number)
    line = text.rfind("\n", 0, at) + 1
    return at >= 0 and _PLANNED.search(text, max(line, at - _BEFORE), at) is not None


def is_guess(text: str, start: int) -> bool:
    """Whether what begins at a place of a text is a guess: "น่าจะเลือกมากกว่า 5 อันดับ"."""
    return _GUESSED.search(text, max(0, start - _BEFORE), start) is not None


def has_actual(facts: Mapping[str, str], query: Query) -> bool:
    """Whether facts have an actual number in the unit asked for, and no plan is asked for."""
    unit = _UNIT.search(query.clean) if query.aspect is Aspect.HOWMANY else None
    if unit is None or _PLANNED.search(query.clean):
        return False
    counted = re.compile(f"[0-9๐-๙] ?{re.escape(unit[1])}")
    told = ((label, normalise(value)) for label, value in facts.items())
    return any(counted.search(value) and not is_planned(label, value) for label, value in told)
