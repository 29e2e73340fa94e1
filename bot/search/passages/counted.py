"""Which amounts in a text count what is asked for: by the thing counted, or by the verb."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from bot.knowledge.words import any_of, shipped_lists
from bot.search.passages.units import GOES_WITH, MEASURES, UNIT_ASKED, units_asked
from bot.search.query import Query, reading
from bot.search.ranking import Candidate
from bot.thai.names import Names

OF_OTHERS = 0.1  # likeness of an amount of something else
_DEED = 3  # letters of a verb, at least
THING = 4  # letters of what is counted, at least
_DEED_ASKED = re.compile("([ก-๙]{3,30}?)(?:ได้|นาน(?:สุด)?|สูงสุด|มากสุด|ไม่เกิน)[ก-๙ ]{0,8}?กี่")
_DONE_ASKED = re.compile("([ก-๙]{3,30}?)(?:ได้|ไป|มา|แล้ว|เข้า|ออก|กัน|รวม|จำนวน| ){0,8}(?:ทั้งหมด)? ?กี่")
_LED_BY_DEED = re.compile("(?:(?!และ|พร้อม|ซึ่ง|แต่|ส่วน|สาย|มี(?![ก-ฮ]))[^\n”0-9๐-๙]){3,45}$")
_RUN = re.compile("(?<=[0-9๐-๙ ])[ก-ฮเแโใไ][ก-๙]+")
_FAR_FROM_DEED = 0.6  # likeness, at most, where another amount stands by the verb asked for
_BY_DEED = "(?:(?:ได้|นาน|สูงสุด|จำนวน|เป็นเวลา|ระยะเวลา|ไม่เกิน|ประมาณ|ต่อเนื่อง) ?){0,4}$"
_DEED_LETTERS = 50
_CLAUSE = "(?:(?!และ|พร้อม|ซึ่ง|แต่|ส่วน|สาย)[^\n”]){0,80}?$"  # from a verb to an amount
# Deeds by which things are counted, "จับได้กี่คน", and how a text says so; nothing else counts.
_COUNTED_DEEDS = tuple(
    (re.compile(f"{asks}[ก-๙ ]{{0,16}}?(?:กี่|เท่าไ)"), re.compile(f"(?:{tells}){_CLAUSE}"))
    for asks, tells in (
        ("จับ(?:กุม)?(?!มือ|ตา|คู่|จอง|กลุ่ม|ใจ|ต้อง|จ่าย)", "จับกุม|จับได้|ผู้ต้องหา"),
        ("(?:ตรวจ)?ยึด(?!ถือ|มั่น|โยง|ติด|หลัก)", "ยึด|ของกลาง"),
        (
            "(?:ออก|จ่าย|อุดหนุน|สนับสนุน|สมทบ)(?!แบบ)(?=[ก-๙ ]{0,16}?กี่ ?(?:%|เปอ))",
            "(?:(?<!ส่ง)ออก(?!แบบ|กำลัง|ไป|มา)|จ่าย|อุดหนุน|สนับสนุน|สมทบ|ช่วยเหลือ)[^\n%]{0,60}?",
        ),
    )
)
_CLAUSE_LETTERS = 110
_PEOPLE = "คน|ราย|ท่าน|ชีวิต"
_FAR_BEFORE = 200  # letters before an amount
_TO_CLAUSE = re.compile("(?:(?!และ|ซึ่ง|มี|โดย|แต่)[^\n0-9๐-๙]){0,40}")
UNIT = re.compile("[0-9๐-๙]\\s*(?:หมื่น|แสน|พัน|ร้อย|ล้าน)*\\s?([ก-ฮเแโใไ][ก-๙]*)$")


def by_verb(text: str, query: Query, told: list[Candidate]) -> list[Candidate]:
    """The amounts; where one stands by the verb asked for, the others are less likely.

    "ผ่อนนานสูงสุด 7 ปี" and not "ทำธุรกิจมา 1 ปี" for "ผ่อนได้กี่ปี".
    """
    if counted := next((tells for asks, tells in _COUNTED_DEEDS if asks.search(query.clean)), None):
        return _in_clause(counted, text, told)
    if doing := _deed_asked(query):
        return _of_people_who(doing, text, told)
    asked = _DEED_ASKED.search(query.clean)
    verb = Names.load().cut(asked[1])[-1] if asked else ""
    if len(verb) < _DEED:
        return _led_by_deed(text, query, told)
    by = re.compile(f"{re.escape(verb)} ?{_BY_DEED}")
    near = {
        one
        for one in told
        if one.likeness >= 1 and by.search(text[max(0, one.start - _DEED_LETTERS) : one.start])
    }
    return less_likely(told, {*told} - near, _FAR_FROM_DEED) if near else told


@lru_cache(maxsize=1)
def _deeds() -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    """Verbs by which people are counted: how a question asks for each, and how a text says it."""
    does = [any_of(one) for one in shipped_lists("units")["deeds"]]
    return [
        (re.compile(f"(?<!รับ)(?:{one})[ก-๙ ]{{0,16}}?(?:กี่ ?(?:{_PEOPLE})|เท่าไ)"), re.compile(one))
        for one in does
    ]


@reading
def _deed_asked(query: Query) -> re.Pattern[str] | None:
    """How a text says what those do whom a question counts: "มีคนสมัครกี่คน"."""
    return next((tells for asks, tells in _deeds() if asks.search(query.clean)), None)


def counts_other_doers(label: str, query: Query) -> bool:
    """Whether a label names people who do something else: ผู้รับทุน for "สมัครกี่คน"."""
    asked = _deed_asked(query)
    return bool(asked and not asked.search(label)) and any(
        tells.search(label) for _, tells in _deeds()
    )


def _of_people_who(doing: re.Pattern[str], text: str, told: list[Candidate]) -> list[Candidate]:
    """The amounts; those not beside the verb asked for count other people."""
    ends = [0, *(one.end for one in told)]
    others = {
        one
        for one, end in zip(told, ends, strict=False)
        if not doing.search(_said_of(text, end, one))
    }
    return less_likely(told, others, OF_OTHERS)


def _said_of(text: str, end: int, amount: Candidate) -> str:
    """What a line says of the people it counts: from the amount before up to this one.

    Plus the clause behind it, where no such verb stands before it.
    """
    line = text[max(end, amount.start - _FAR_BEFORE) : amount.start].rpartition("\n")[2]
    if any(tells.search(line) for _, tells in _deeds()):
        return line
    behind = _TO_CLAUSE.match(text, amount.end)
    return line + text[amount.start : behind.end() if behind else amount.end]


def _led_by_deed(text: str, query: Query, told: list[Candidate]) -> list[Candidate]:
    """The amounts; those whose clause has the word right before "กี่" come first.

    "การส่งผลงานเข้าประกวดกว่า 100 ทีม" and not "3 ทีมสุดท้าย" for "ส่งมากี่ทีม".
    """
    asked = _DONE_ASKED.search(query.clean)
    if asked is None:
        return told
    units = units_asked(query)
    meant = [one for one in told if one.likeness >= 1] or [
        one for one in told if _is_of_measure(text[one.start : one.end], units)
    ]
    counted = counted_things(query)
    led = {
        one
        for one in meant
        if _is_led(text, one.start, asked[1])
        or _goes_on(text, one, asked[1])
        or counts_thing(text[one.start : one.end].rstrip(), counted)
    }
    others = less_likely(told, {*told} - led, _FAR_FROM_DEED) if led else told
    return [one._replace(likeness=1.0) if one in led else one for one in others]


def _is_of_measure(amount: str, units: Sequence[str]) -> bool:
    """Whether an amount uses another word for what is counted: "409 คน" for "กี่เสียง"."""
    unit = UNIT.search(amount)
    return unit is not None and any(
        kind.match(unit[1]) and kind.match(one) for kind in MEASURES[:2] for one in units
    )


def _is_led(text: str, start: int, asked: str) -> bool:
    """Whether the word that ends a question stands before an amount, in its clause."""
    clause = _LED_BY_DEED.search(text, max(0, start - _DEED_LETTERS), start)
    words = Names.load().cut(clause[0]) if clause else []
    return any(len(word) >= _DEED and asked.endswith(word) for word in words)


def _goes_on(text: str, amount: Candidate, asked: str) -> bool:
    """Whether the words right behind an amount include the one asked for.

    "3 ปีแรกไม่ต้องจ่ายดอกเบี้ย" for "ปลอดดอกเบี้ยกี่ปี".
    """
    run = _RUN.search(text, amount.start, min(len(text), amount.end + _DEED_LETTERS))
    words = Names.load().cut(run[0])[1:] if run else []  # behind its unit
    counted = (word for word in words if len(word) >= THING and not GOES_WITH.match(word))
    return any(map(asked.endswith, counted))


def _in_clause(tells: re.Pattern[str], text: str, told: list[Candidate]) -> list[Candidate]:
    """The amounts; only those in a clause with the deed count, the others are of something else."""
    return [
        one._replace(likeness=1.0 if one.likeness > OF_OTHERS else one.likeness)
        if tells.search(text[max(0, one.start - _CLAUSE_LETTERS) : one.start])
        else one._replace(likeness=OF_OTHERS)
        for one in told
    ]


def less_likely(told: list[Candidate], some: Collection[Candidate], most: float) -> list[Candidate]:
    """The amounts, some of them with a likeness of at most `most`."""
    return [one._replace(likeness=min(one.likeness, most)) if one in some else one for one in told]


@reading
def counted_things(query: Query) -> tuple[str, ...]:
    """The things a question counts by another word: "งานวิจัย" in "มีงานวิจัยกี่เรื่อง"."""
    before = (query.clean[: found.start()] for found in UNIT_ASKED.finditer(query.clean))
    words = (Names.load().cut(text)[-1] for text in before if text.strip())
    return tuple(word for word in words if len(word) >= THING)


def counts_thing(amount: str, counted: Sequence[str]) -> bool:
    """Whether an amount counts in the very word for the thing: "3 งานวิจัย"."""
    unit = UNIT.search(amount)
    return unit is not None and any(unit[1].startswith(thing) for thing in counted)
