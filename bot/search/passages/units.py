"""The units in which a question counts: other words for one, and where an amount in it ends."""

import re

from bot.knowledge.words import shipped_lists
from bot.thai.names import Names

GOES_WITH = re.compile("ต่อ|ละ|ทั่ว|ทั้ง|กว่า|เศษ|ขึ้นไป|แรก|ข้างหน้า|ใหญ่|สำคัญ|หลัก|ใหม่|ย่อย")
_RATE = re.compile(" ?(?:ต่อ|/) ?(?!ไป|มา|เนื่อง|จาก|ยอด|สู้|กัน|เติม|อายุ|เวลา)([ก-ฮเแโใไ][ก-๙]{1,14})")
UNIT_ASKED = re.compile("(?<!เ)กี่\\s?([ก-๙%]{1,12})")
LAST_ASKED = "(?!.*(?:กี่|เท่าไ))"  # of two numbers that are asked for the second is told
_EACH_ASKED = re.compile(
    f"(?:([ก-๙]{{1,30}}?)(?<!แ)(?<!แต่)(?<!ร้อย)ละ ?(?:ประมาณ|ราว|สัก)?(?:กี่|เท่าไ)"
    f"|(?:กี่ ?[ก-๙]{{1,16}}?|เท่าไ[ก-๙]{{1,4}}) ?ต่อ ?([ก-๙]{{1,12}})){LAST_ASKED}"
)
_TO_NUMBER, _EACH_LETTERS = "[^0-9๐-๙\n]{0,20}$", 40
_TRAIL = re.compile(
    "(?:ใน|ที่|และ|ของ|โดย|จาก|ให้|กับ|เป็น|คือ|ซึ่ง|เพื่อ|แก่|ผ่าน|จัด|เมื่อ|(?:มา)?ร่วม|มา|ได้|ใช้|เข้า|หรือ|ถึง|สร้าง|เท่านั้น|ไม่(?:ต้อง|มี|ได้)?)$"
)
_SHARE = "ร้อยละ"
WORD_AT_END = re.compile("[ก-ฮเแโใไ][ก-๙]*$")


def units_asked(question: str) -> list[str]:
    """The units that a question counts in, as words: "ลำ" in "ใช้กี่ลำแปรอักษร"."""
    return [Names.load().cut(run)[0] for run in UNIT_ASKED.findall(question)]


def same_units(unit: str) -> list[str]:
    """The other words for a unit, of which a text may have any: กิโลกรัม for โล.

    Those for people are none; they tell other people.
    """
    alike = (words for words in shipped_lists("units")["same"] if unit in words)
    return [other for words in alike for other in words if other != unit]


def each_asked(question: str) -> str:
    """What a question asks an amount for each of, "ปี" in "ปีละกี่คน"; "" for none."""
    found = _EACH_ASKED.search(question)
    if found is None:
        return ""
    return Names.load().cut(found[1])[-1] if found[1] else Names.load().cut(found[2])[0]


def is_for_each(text: str, place: tuple[int, int], each: str) -> bool:
    """Whether an amount at a place of a text is told for each of something: "ปีละ 200 คน"."""
    start, end = place
    ones = "|".join(map(re.escape, (each, *same_units(each))))
    led = f"(?:(?:{ones}) ?ละ|(?:แต่ละ|ทุก|ต่อ) ?(?:{ones})){_TO_NUMBER}"
    if re.search(led, text[max(0, start - _EACH_LETTERS) : start]):
        return True
    return bool(re.search(f"(?:/|ต่อ) ?(?:{ones})", text[start : end + len(each) + 1]))


def without_trail(amount: str, question: str) -> str:
    """An amount without what only goes on from it: "15 วิสาหกิจชุมชน" of "15 วิสาหกิจชุมชนใน".

    Behind the unit that is asked for nothing stays but what it is told of each of, or all over:
    "100 ลำ" of "100 ลำแปรอักษร".
    """
    run, units = WORD_AT_END.search(amount), units_asked(question)
    cut = Names.load().cut(run[0]) if run else []
    words = [part for word in cut for part in _parted(word, units)]
    trails = (place for place, word in enumerate(words) if place and _TRAIL.match(word))
    kept = next(trails, len(words))
    counted = words[:1] and words[0] in units
    if counted and not GOES_WITH.match("".join(words[1:])):
        kept = 1
    if _SHARE in amount:  # has no unit behind it
        kept = 0
    return amount[: len(amount) - len("".join(words[kept:]))].rstrip()


def _parted(word: str, units: list[str]) -> tuple[str, ...]:
    """A word; a unit and what goes on from it where both are one word as well: คนใน."""
    rests = ((unit, word.removeprefix(unit)) for unit in units if word.startswith(unit))
    return next((parts for parts in rests if _TRAIL.match(parts[1])), (word,))


def with_rate(text: str, end: int) -> int:
    """Where an amount that ends at a place ends with what it is told for each of: "ต่อไร่ต่อเดือน"."""
    while found := _RATE.match(text, end):
        end = found.start(1) + len(Names.load().cut(found[1])[0])
    return end
