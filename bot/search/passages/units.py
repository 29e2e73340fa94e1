"""Units that a question counts in: synonyms, scales, rates, and where an amount in one ends."""

import re
from collections.abc import Iterable, Sequence

from bot.knowledge.words import shipped_lists
from bot.search.query import Query, reading
from bot.thai.names import Names

GOES_WITH = re.compile("ต่อ|ละ|ทั่ว|ทั้ง|กว่า|เศษ|ขึ้นไป|แรก|ข้างหน้า|ใหญ่|สำคัญ|หลัก|ใหม่|ย่อย")
_RATE = re.compile(" ?(?:ต่อ|/) ?(?!ไป|มา|เนื่อง|จาก|ยอด|สู้|กัน|เติม|อายุ|เวลา)([ก-ฮเแโใไ][ก-๙]{1,14})")
UNIT_ASKED = re.compile("(?<!เ)กี่\\s?([ก-๙%]{1,12})")
LAST_ASKED = "(?!.*(?:กี่|เท่าไ))"  # of two numbers asked for, the second one
_EACH_ASKED = re.compile(
    f"(?:([ก-๙]{{1,30}}?)(?<!แ)(?<!แต่)(?<!ร้อย)ละ ?(?:ประมาณ|ราว|สัก)?(?:กี่|เท่าไ)"
    f"|(?:กี่ ?[ก-๙]{{1,16}}?|เท่าไ[ก-๙]{{1,4}}) ?ต่อ ?([ก-๙]{{1,12}})){LAST_ASKED}"
)
_OF_ONE = re.compile("(?<![0-9๐-๙])1 ?([ก-ฮเแโใไ][ก-๙]*)")
_SAYS_EACH = re.compile("(?<!แ)(?<!ร้อย)ละ ?[0-9๐-๙]|(?<!ติด)ต่อ ?[0-9๐-๙ก-ฮเแโใไ]|/")
_AMOUNT_FIRST = re.compile("(?:ประมาณ|ราว|เกือบ|กว่า|ไม่เกิน|สูงสุด| )*[0-9๐-๙]")
_TO_NUMBER, _EACH_LETTERS = "[^0-9๐-๙\n]{0,20}$", 40
_TRAIL = re.compile(
    "(?:ใน|ที่|และ|ของ|โดย|จาก|ให้|กับ|เป็น|คือ|ซึ่ง|เพื่อ|แก่|ผ่าน|จัด|เมื่อ|(?:มา)?ร่วม|มา|ได้|ใช้|เข้า|หรือ|ถึง|สร้าง|เท่านั้น|ที่มา|ถ้า|หาก|ไม่(?:ต้อง|มี|ได้)?)$"
)
_SHARE = "ร้อยละ"
NO_PEOPLE = "ราย(?:การ|วิชา|ได้|งาน|ชื่อ|จ่าย)"
# Families of units that never answer for each other; แห่ง and ชิ้น fit any.
MEASURES = (
    re.compile("ครั้ง|รอบ|รุ่น|ระยะ|เวที"),
    re.compile(f"คน|(?!{NO_PEOPLE})ราย|ท่าน|นาย|รูป|ชีวิต|ที่นั่ง|ครอบครัว|เสียง"),
    re.compile("วัน|สัปดาห์|อาทิตย์|เดือน|ปี|ชั่วโมง|ชม|นาที|คืน"),
    re.compile("กิโล(?!เมตร)|โล|กก|กรัม|ตัน|ขีด"),
    re.compile("กิโล(?!กรัม)|เมตร|กม|เซน|ซม|มิลลิเมตร|มม"),
    re.compile("บาท|ดอลลาร์|ยูโร|หยวน"),
)
_SCALE = tuple(  # units of time, in order: years do not answer "กี่วัน"
    re.compile(units) for units in ("วินาที", "นาที", "ชั่วโมง|ชม", "วัน|คืน", "สัปดาห์|อาทิตย์|เดือน", "ปี")
)
_ASKS_HOW_LONG = re.compile("เวลา|นาน|รอ(?![งบ])|เสร็จ|กว่าจะ|ถึงจะ|(?:ก่อน|ล่วงหน้า) ?กี่")
_KILO, _KILOGRAM, _WEIGHED = "กิโล", "กิโลกรัม", re.compile("หนัก|ชั่ง")
_MAY_BE_PEOPLE = re.compile("ที่|เจ้า|คู่|องค์|ตัว|ใคร")
_TOLD_UNIT = re.compile("[0-9๐-๙] ?(?:(?:หมื่น|แสน|พัน|ร้อย|ล้าน) ?)*([ก-ฮเแโใไ][ก-๙]*)")
WORD_AT_END = re.compile("[ก-ฮเแโใไ][ก-๙]*$")


@reading
def units_asked(query: Query) -> tuple[str, ...]:
    """The units that a question counts in: "ลำ" in "ใช้กี่ลำแปรอักษร"."""
    runs = UNIT_ASKED.findall(query.clean)
    return tuple(unit_meant(Names.load().cut(run)[0], query.clean) for run in runs)


def unit_meant(unit: str, question: str) -> str:
    """A unit as a question means it: the "กิโล" of a weight is not กิโลเมตร."""
    return _KILOGRAM if unit == _KILO and _WEIGHED.search(question) else unit


def same_units(unit: str) -> list[str]:
    """Synonyms of a unit: กิโลกรัม for โล. Words for people have none; they mean other people."""
    alike = (words for words in shipped_lists("units")["same"] if unit in words)
    return [other for words in alike for other in words if other != unit]


def is_of_other_scale(amount: str, asked: Iterable[str], query: Query) -> bool:
    """Whether a length of time is in another unit than asked for: "14 วัน" for "กี่ชั่วโมง".

    Where it is asked how long it takes, the next unit will do: "3 เดือน" for "ใช้เวลากี่วัน".
    """
    told = {at for unit in _TOLD_UNIT.findall(amount) for at in _steps(unit)}
    steps = {at for unit in asked for at in _steps(unit)}
    if not (told and steps):
        return False
    near = 1 if _ASKS_HOW_LONG.search(query.clean) else 0
    return min(abs(one - other) for one in told for other in steps) > near


def is_measured(unit: str) -> bool:
    """Whether a unit measures time, weight, length or money."""
    return any(one.match(unit) for one in MEASURES[2:])


def _steps(unit: str) -> list[int]:
    return [at for at, units in enumerate(_SCALE) if units.match(unit)]


def counts_other_measure(value: str, query: Query) -> bool:
    """Whether a value counts only people, time or the like, and the question none of these.

    "2 ล้านคน" for "กี่มหาลัย"; seats and sellers count as people.
    """
    asked, told = units_asked(query), _TOLD_UNIT.findall(value)
    if not (asked and told) or any(map(_MAY_BE_PEOPLE.match, asked)):
        return False
    kinds = [[one for one in MEASURES if one.match(unit)] for unit in told]
    return all(kinds) and not any(
        kind.match(unit) for of_one in kinds for kind in of_one for unit in asked
    )


def with_each(value: str, label: str) -> str:
    """A value with what it is per, by its label: "2 ชั่วโมง ต่อ 1 ต้น".

    "ปลูก 1 ต้นได้กี่ชั่วโมง" or "ทีมละกี่คน", where the value does not say it.
    """
    if _SAYS_EACH.search(value) or not _AMOUNT_FIRST.match(value):
        return value
    one = _OF_ONE.search(label)
    each = f"1 {Names.load().cut(one[1])[0]}" if one else each_in(label)
    return f"{value} ต่อ {each}" if each else value


def each_in(text: str) -> str:
    """What a text asks an amount per, "ปี" in "ปีละกี่คน"; "" for none."""
    found = _EACH_ASKED.search(text)
    if found is None:
        return ""
    return Names.load().cut(found[1])[-1] if found[1] else Names.load().cut(found[2])[0]


def is_for_each(text: str, place: tuple[int, int], each: str) -> bool:
    """Whether an amount at a place of a text is per something: "ปีละ 200 คน"."""
    start, end = place
    ones = "|".join(map(re.escape, (each, *same_units(each))))
    led = f"(?:(?:{ones}) ?ละ|(?:แต่ละ|ทุก|ต่อ) ?(?:{ones})){_TO_NUMBER}"
    if re.search(led, text[max(0, start - _EACH_LETTERS) : start]):
        return True
    return bool(re.search(f"(?:/|ต่อ) ?(?:{ones})", text[start : end + len(each) + 1]))


def without_trail(amount: str, query: Query) -> str:
    """An amount without what goes on from it: "15 วิสาหกิจชุมชน" of "15 วิสาหกิจชุมชนใน".

    Behind the unit asked for, only "per" and "all over" stay: "100 ลำ" of "100 ลำแปรอักษร".
    """
    run, units = WORD_AT_END.search(amount), units_asked(query)
    cut = Names.load().cut(run[0]) if run else []
    words = [part for word in cut for part in _parted(word, units)]
    trails = (place for place, word in enumerate(words) if place and _TRAIL.match(word))
    kept = next(trails, len(words))
    counted = words[:1] and words[0] in units
    if counted and not GOES_WITH.match("".join(words[1:])):
        kept = 1
    if _SHARE in amount:  # takes no unit behind it
        kept = 0
    return amount[: len(amount) - len("".join(words[kept:]))].rstrip()


def _parted(word: str, units: Sequence[str]) -> tuple[str, ...]:
    """A word; split where it is a unit asked for and a linking word: คนใน."""
    rests = ((unit, word.removeprefix(unit)) for unit in units if word.startswith(unit))
    return next((parts for parts in rests if _TRAIL.match(parts[1])), (word,))


def with_rate(text: str, end: int) -> int:
    """Where an amount ends, including what it is per: "ต่อไร่ต่อเดือน"."""
    while found := _RATE.match(text, end):
        end = found.start(1) + len(Names.load().cut(found[1])[0])
    return end
