"""Amounts in a text, and the unit that a question asks for."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from bot.knowledge.words import any_of, shipped_lists
from bot.search.folding import fold
from bot.search.passages.counted import (
    OF_OTHERS,
    THING,
    UNIT,
    by_verb,
    counted_things,
    counts_thing,
    less_likely,
)
from bot.search.passages.days import MONTH, dates_in
from bot.search.passages.plans import asks_guess, is_guess
from bot.search.passages.units import (
    LAST_ASKED,
    MEASURES,
    NO_PEOPLE,
    each_in,
    is_for_each,
    is_measured,
    is_of_other_scale,
    same_units,
    unit_meant,
    units_asked,
)
from bot.search.query import Query, reading
from bot.search.ranking import Candidate
from bot.thai.names import Names
from bot.thai.normalise import squeeze
from bot.thai.questions import BARE, MANY_COME

_SIZE = "(?<!สูง)อายุ|สูง(?!อายุ)|หนัก|ราคา|เงิน"  # of a person, no number of people: "ผู้สมัครอายุเท่าไหร่"
_ASKED = re.compile(
    f"(?<!เ)กี่ ?([ก-๙%]{{1,16}})|(คน|ผู้)(?:(?!{_SIZE})[ก-๙]){{0,12}} ?เท่าไ|(?={MANY_COME})(คน|ผู้)"
)
_EACH_ASKED, _BESIDE = re.compile("(?<!เ)กี่ ?([ก-๙]{2,16})"), 12  # letters between two amounts
# All repetition is bounded: a text may be nothing but digits.
_DIGITS = "[0-9๐-๙][0-9๐-๙,.]{0,20}"
_D = "[0-9๐-๙]"
# In "153,565. 2580 ล้านบาท" the digits behind the stray blank belong to the number.
NUMBER = (
    f"{_D}{{1,15}}(?:[,.]{_D}{{1,15}}){{0,6}}(?:(?<=,{_D}{{3}})[.] {_D}{{1,4}}(?= ?(?:ล้าน|บาท)))?"
)
NUMBER_WORDS = "หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน"
_COUNT = f"(?:{_DIGITS}|{NUMBER_WORDS})\\s?(?:กว่า|{NUMBER_WORDS}|\\s){{0,6}}"
# A text may list these, or count them in their own name.
_LOOSE = re.compile(
    "แบบ|ประเภท|ชนิด|อย่าง|เรื่อง|ข้อ|ด้าน|ตัว|อัน(?!ดับ)|ที่|แห่ง|สาขา|รายการ|หน่วย(?!กิต)|องค์|ขั้น|กลุ่ม|ระดับ|รูป|ชิ้น|เจ้า|สาย|ทาง|คู่|ชุด"
    "|ชุมชน|กรม|สถาบัน|กระทรวง|ศูนย์|จังหวัด|อำเภอ|ตำบล|ประเทศ|มหาวิทยาลัย|มหาลัย|โรงเรียน|บริษัท|ทีม"
)
_HOW_MUCH = "[^ ]{0,8} ?(?:เท่า|แค่ไหน)"
_IMPLIED = (
    (re.compile("อายุ"), "ปี"),
    (re.compile(f"(?:(?<!มา)นาน(?!า)|ระยะเวลา){_HOW_MUCH}"), "วัน เดือน ปี สัปดาห์ ชั่วโมง นาที"),
    (re.compile(f"(?:หนัก|น้ำหนัก){_HOW_MUCH}"), "กิโลกรัม ตัน กรัม"),
    (re.compile(f"(?:ไกล|สูง(?!สุด)|ลึก|กว้าง){_HOW_MUCH}"), "เมตร กิโลเมตร"),
    (re.compile(f"ยาว{_HOW_MUCH}"), "เมตร กิโลเมตร เซนติเมตร นาที วินาที ชั่วโมง หน้า"),
    (re.compile(f"(?:ร้อน|อุณหภูมิ|องศา){_HOW_MUCH}"), "องศา"),
    (re.compile(f"(?:ละเอียด|คมชัด){_HOW_MUCH}"), "เซนติเมตร เมตร"),
)
_THERE_ARE = re.compile("มี[ก-๙ ]{0,20}?กี่")
_PER_TIME, _PER_LETTERS = re.compile("ต่อ ?(?:ชั่วโมง|นาที|วินาที|คืน|วัน|สัปดาห์)"), 16
_RATIO = re.compile(f"(?<![0-9๐-๙.,:])[0-9๐-๙]{{1,3}} ?: ?{NUMBER}(?![.:]|\\s*น\\.)")
_RANK = "อันดับ"
_OF_WHOM = "(?: ?ของ(?:โลก|เอเชีย|อาเซียน|ภูมิภาค|ประเทศ(?:ไทย)?))?"  # behind a rank
_TOP = re.compile(f"(?:ท็อป|ท๊อป|[Tt][Oo][Pp]) ?{_D}{{1,4}}{_OF_WHOM}")
_ASKS_RATIO = re.compile("(?:มาตรา|อัตรา|สัด)ส่วน")
_IN_WORDS = re.compile(
    f"(?<!ทั้ง)(?<!ที่)(?<!สิบ)(?<!วรรค)(?:สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)(?:{NUMBER_WORDS}|เอ็ด){{0,5}}\\s?"
)
# Units that may answer for each other.
_GROUPS = (
    f"คน|(?!{NO_PEOPLE})ราย|ท่าน|นาย|ชีวิต|อัตรา|ตำแหน่ง|ที่นั่ง|ครอบครัว|ครัวเรือน|รูป|ทุน|นัก|ผู้|เด็ก|เยาวชน|ประชา|ครู|บุคลากร|องค์|เสียง",
    "วัน|คืน|สัปดา|อาทิต|เดือน|ปี|ชั่วโมง|ชม|นาที|ไตรมาส",
    "เปอ|%",
    "กิโล(?!กรัม)|เมตร|เซน|กม|ซม|มม|มิลลิ|นาโน|km",
    "กิโล(?!เมตร)|กก|โล|กรัม|ตัน|ขีด|kg",
)
_SHARE = re.compile("เปอ|%")
_GUESSED, _ASIDE = 0.5, 0.4  # likeness, at most, of a guess, and of each or all
_CASE = "ราย"
_BEGINNING, _SHORT = 6, 3  # letters by which a unit is known, and of a short form
_COUNTED = re.compile(f"{_COUNT}([ก-ฮเแโไใ][ก-๙]{{0,11}})")
_AMOUNT = re.compile(
    f"(?:(?:จำนวน|รวม|(?:ไม่น้อย|ไม่ต่ำ|มาก|น้อย|สูง|ต่ำ|เกิน|นาน)?กว่า|ประมาณ|ราว|เกือบ|ร้อยละ|อีก|ไม่เกิน)\\s*){{0,3}}{NUMBER}\\s*"
    f"(?:(?:[-–]|ถึง)\\s*{NUMBER}\\s*)?(?:%|เปอร์เซ็นต์|(?:หมื่น|แสน|พัน|ร้อย|ล้าน)?\\s?[ก-ฮเแโใไ][ก-๙]{{1,14}})?"
)
_BOUND = re.compile("(?:มาก|สูง|นาน|น้อย|ต่ำ|เกิน)?กว่า|เกิน")
_DENIED = re.compile("(?:ไม่|ห้าม|อย่า|หลีกเลี่ยง)[^ \n]{0,60}$")  # before a limit
_DENIED_LETTERS = 70
_PERCENT = re.compile("%|ร้อยละ|เปอร์")
_NO_UNIT = re.compile(
    "จำนวน|เป็น|และ|ใน|ที่(?!นั่ง)|ของ|จะ|ให้|โดย|กับ|หรือ|ถึง|มี|จาก|เพื่อ|ซึ่ง|ได้|คือ|ร่วม|ไม่|ไว้|ตรง|ตลอด|ต่อ$|กด$"
    "|งดออก|แนวคิด|ถนน|หมู่(?!บ้าน)|อาคาร|เว็บ|กรุงเทพ"
)
# "กี่แห่ง" may mean anything with a place of its own, but no sum or length.
_AT_A_PLACE = re.compile("แห่ง|จุด|ที่$|ที่(?!นั่ง)")
_ASKS_PLACES, _KIND_LETTERS = re.compile("กี่ ?แห่ง"), 30
_KIND_BEFORE = re.compile(
    "(โรงเรียน|มหาวิทยาลัย|วิทยาลัย|โรงพยาบาล|จังหวัด|อำเภอ|ตำบล|หมู่บ้าน|ชุมชน|บริษัท|โรงงาน)[ก-๙]{0,20} ?$"
)
# Areas answer only for areas: no laboratories for "กี่ประเทศ".
_AREAS = re.compile("ประเทศ|จังหวัด|อำเภอ|ตำบล|หมู่บ้าน")
_AS_AREAS = re.compile(f"{_AREAS.pattern}|เมือง|พื้นที่|ชาติ|ภูมิภาค|จ\\.|อ\\.")
_PLACES = re.compile(
    "แห่ง|จุด|จังหวัด|อำเภอ|ตำบล|ประเทศ|เมือง|ภาค|หมู่บ้าน|ชุมชน|พื้นที่|สถานที่|สถาบัน|วิทยาลัย|โรงเรียน|โรงพยาบาล|ห้อง|แล็บ"
    "|โรงงาน|บริษัท|หน่วย|ศูนย์|สาขา|เครือข่าย|โซน|สนาม|บูธ|ร้าน|กลุ่ม|วิสาหกิจ|องค์กร|แปลง|หลัง|อาคาร|สถานี"
)
_ORDINAL = re.compile(  # also of isotopes, models and offices: "ซีเซียม-137", "ศวภ.1"
    "(?:(?<!พื้น)(?<!เนื้อ)(?<!อยู่)ที่|ชั้น|อาคาร|ตึก|ห้อง|ฮอลล์|[Hh]all|รุ่น|เฟส|[Pp]hase|งวด|มาตรา|ข้อ|โควิด"
    "|[Cc][Oo][Vv][Ii][Dd]) ?-? ?$"
    "|[ก-๙A-Za-z]-$|(?<!พ\\.ศ)(?<![คยพธ])\\.$"
)
_OF_A_NAME = re.compile("[A-Za-z][0-9]")  # "PM10 จำนวนมาก" counts nothing
_PREMISE = re.compile("[1๑] ?[ก-๙]{2,8} ?(?:ถ้า|หาก)")  # "รถ 1 คัน ถ้าวิ่งทุกวัน" counts none
_ORDINAL_LETTERS = 8
# "24 ประเทศจาก 70 ประเทศ"
_OUT_OF, _OUT_OF_LETTERS = re.compile("[0-9๐-๙] ?([ก-๙]{1,12}?) ?จาก(?:ทั้งหมด|ทั้งสิ้น|จำนวน)? ?$"), 30
_OF_EACH = re.compile("(?:แบบ|ขนาด) ?$")  # before what is in each of several: "ห้องแบบ 4 เตียง"
_A_SUM = re.compile("บาท|ล้าน|%|[0-9],[0-9]{3}")  # "ที่ 20,000 บาท" is no ordinal
_PHONE = re.compile("(?<![0-9๐-๙.,])[0๐][0-9๐-๙]{6}")
_PART_OF_PHONE = re.compile(
    "(?<![0-9๐-๙.,])[0๐](?:[ -]?[0-9๐-๙]){6,12}(?: ?(?:ต่อ|กด) ?[0-9๐-๙ ,-]{1,40})?"
)
_COUNTS = re.compile("[ก-ฮ%]")
_IN_ORDER = "ครั้ง|รุ่น|รอบ|ระยะ|เฟส|สมัย|อันดับ|ลำดับ"
_WITHOUT_AT = "(?<=ดับ)|(?<=รุ่น)|(?<=รอบ)|(?<=ระยะ)|(?<=เฟส)"  # "รุ่น 3" is "รุ่นที่ 3"
_WHICH_ONE = re.compile(f"(?:{_IN_ORDER})ที่ ?{NUMBER}")  # "AI 2025 ครั้งที่ 3" counts nothing
_NOT_AMOUNT = re.compile(f"\\s*(?:{MONTH}|น\\.)")


def with_other_units(text: str, end: int, query: Query) -> int:
    """Where an amount ends, including those in other units asked for that follow it.

    "15 ทีม จาก 6 มหาวิทยาลัย" for "กี่ทีม จากกี่มหาวิทยาลัย".
    """
    for said in _EACH_ASKED.findall(query.clean)[1:]:
        unit = re.escape(Names.load().cut(said)[0])
        beside = re.compile(f"[^0-9๐-๙\n]{{0,{_BESIDE}}}{NUMBER} ?{unit}").match(text, end)
        end = beside.end() if beside else end
    return end


@reading
def asked_unit(query: Query) -> str:
    """The unit that a question asks for, "ไร่" in "กี่ไร่"; "" where others may be meant."""
    found = _ASKED.search(query.clean)
    word = Names.load().cut(next(filter(None, found.groups())))[0] if found else ""
    unit = unit_meant(word, query.clean)
    return "" if _LOOSE.match(unit) or re.match(NUMBER_WORDS, unit) else unit


def counts_in(text: str, unit: str) -> bool:
    """Whether a text has a number in this unit or one like it, or numbered by it: "ชั้น 5".

    The unit may be misspelt: "กี่บาด".
    """
    counted = map(squeeze, _COUNTED.findall(text))
    return bool(_telling(unit).search(text)) or any(_sounds_as(unit, word) for word in counted)


@lru_cache(maxsize=256)
def _telling(unit: str) -> re.Pattern[str]:
    beginning = re.escape(unit[:_BEGINNING])
    beginning = "|".join([beginning, *map(re.escape, same_units(unit))])
    groups = [group for group in _GROUPS if re.match(group, unit)]
    ways = [f"{_COUNT}(?:{'|'.join((beginning, *groups))})"]
    ways += [
        f"(?:{beginning})[ก-๙]{{0,6}}\\s?(?:ละ|ที่)?\\s?(?:{_DIGITS}|{NUMBER_WORDS})",
        f"จำนวน(?:{beginning})",
    ]
    ways += ["ร้อยละ"] if _SHARE.match(unit) else []
    return re.compile("|".join(ways))


def _sounds_as(unit: str, told: str) -> bool:
    """Whether a word sounds as if it began with a unit; by the last letter คณะ is no คน."""
    sounds = fold(squeeze(unit))
    return bool(sounds) and not unit.endswith("ะ") and fold(told).startswith(sounds)


def amounts(text: str, query: Query, today: date) -> list[Candidate]:
    """The amounts in a text, those in the unit asked for before others.

    Among several in that unit a guess gives way. For a rank, only ranks.
    """
    if (asked := _asks_order().search(query.clean)) is not None:
        return list(_ordered(text, asked[1] or _RANK))
    read = list(_amounts(text, query, today))
    if all(one.likeness < 1 for one in read):
        read += _in_words(text, query)
    told = by_verb(text, query, _for_each(text, query, read))
    guesses = set() if asks_guess(query) else {one for one in told if is_guess(text, one.start)}
    if all(one in guesses for one in told if one.likeness >= 1):
        return told
    return less_likely(told, guesses, _GUESSED)


@lru_cache(maxsize=1)
def _asks_order() -> re.Pattern[str]:
    kinds = any_of(shipped_lists("units")["ordered"])
    asked = f"({kinds})(?:ที่|(?<=ดับ)) ?(?:เท่าไ|กี่(?! ?[ก-๙]))|(?:ได้|อยู่|ติด)ที่ ?เท่าไ"
    return re.compile(f"(?:{asked}){LAST_ASKED}")


@lru_cache(maxsize=64)
def _tells_order(kind: str) -> re.Pattern[str]:
    number = f"[0-9๐-๙]{{1,3}}(?:/[0-9๐-๙]{{2,4}})?|{NUMBER_WORDS}"
    return re.compile(
        f"({kind}(?:ที่|{_WITHOUT_AT}) ?(?:{number}){_OF_WHOM})"
        f"|(?:จัด|ขึ้น)[^ \n]{{0,12}}?เป็น({kind}แรก)"
    )


def _ordered(text: str, kind: str) -> Iterator[Candidate]:
    """Where a text gives the rank or number of something: "อันดับที่ 12", "ครั้งที่ 23"."""
    told = _tells_order(kind).finditer(text)
    places = [found.span(1 if found[1] else 2) for found in told]
    if kind == _RANK and not places:
        places = [found.span() for found in _TOP.finditer(text)]
    return (Candidate(*place, 1.0) for place in places)


def _for_each(text: str, query: Query, told: list[Candidate]) -> list[Candidate]:
    """The amounts; if the question asks "ปีละกี่คน", those that are not "ปีละ" are unlikely."""
    each = each_in(query.clean)
    others = {one for one in told if each and not is_for_each(text, one.span, each)}
    return less_likely(told, others, OF_OTHERS)


def _in_words(text: str, query: Query) -> Iterator[Candidate]:
    """Numbers written in words, in a unit that the question names: "ห้าปี"."""
    asked = units_asked(query)
    units = re.compile("|".join(map(re.escape, asked)))
    for found in _IN_WORDS.finditer(text) if asked else ():
        if unit := units.match(text, found.end()):
            yield Candidate(found.start(), unit.end(), 1.0)


def _amounts(text: str, query: Query, today: date) -> Iterator[Candidate]:
    taken = [(span.start, span.end) for span in dates_in(text, today)]
    taken += [found.span() for found in _PART_OF_PHONE.finditer(text)]
    asked = units_asked(query) or _implied(query)
    counted = () if any(map(is_measured, units_asked(query))) else counted_things(query)
    if asked and not any(_likeness(one[0], asked, query) == 1 for one in _AMOUNT.finditer(text)):
        asked = [*asked, *(other for unit in asked for other in same_units(unit))]
    if _ASKS_RATIO.search(query.clean):
        yield from (Candidate.of(one, 1.0) for one in _RATIO.finditer(text))
    for found in _AMOUNT.finditer(text):
        other = any(start < found.end() and found.start() < end for start, end in taken)
        if not other and _is_amount(text, found):
            exact = counts_thing(found[0], counted)
            likely = 1.0 if exact else _likeness(found[0], asked, query)
            if likely >= 1 and _counts_other_places(text, found.start(), query):
                likely = OF_OTHERS
            start = found.start()
            of_each = _OF_EACH.search(text, max(0, start - _ORDINAL_LETTERS), start)
            if of_each or _is_whole(text, found) or _is_rate(text, found, query):
                likely = min(likely, _ASIDE)
            yield Candidate(_with_denial(text, found), found.end(), likely)


def _is_whole(text: str, amount: re.Match[str]) -> bool:
    """Whether an amount is the total that one before it is a part of: "24 ประเทศจาก 70 ประเทศ"."""
    start = amount.start()
    some = _OUT_OF.search(text, max(0, start - _OUT_OF_LETTERS), start)
    return some is not None and some[1] in amount[0]


def _is_rate(text: str, amount: re.Match[str], query: Query) -> bool:
    """Whether it is asked how many there are, and an amount is one of some time: 25 an hour."""
    per = amount.start(), amount.end() + _PER_LETTERS
    return bool(_THERE_ARE.search(query.clean) and _PER_TIME.search(text, *per))


def _counts_other_places(text: str, start: int, query: Query) -> bool:
    """Whether an amount in แห่ง counts another kind of place than the question names.

    "โรงเรียน 2 แห่ง" does not answer "สร้างโรงประลองกี่แห่ง".
    """
    if len(query.clean) <= BARE or not _ASKS_PLACES.search(query.clean):
        return False
    kind = _KIND_BEFORE.search(text, max(0, start - _KIND_LETTERS), start)
    said = [kind[1], *same_units(kind[1])] if kind else []
    return bool(said) and not any(one in query.clean for one in said if len(one) >= THING)


def _with_denial(text: str, found: re.Match[str]) -> int:
    """Where an amount starts, including a denial before it: "ไม่ใช้กับของร้อนสูงกว่า 95 องศา".

    Without it "สูงกว่า 95 องศา" would say the contrary.
    """
    if not _BOUND.match(found[0]):
        return found.start()
    denied = _DENIED.search(text[max(0, found.start() - _DENIED_LETTERS) : found.start()])
    return found.start() - len(denied[0]) if denied else found.start()


def _implied(query: Query) -> list[str]:
    """The units that a question without "กี่" implies: "นานเท่าไร", "หนักเท่าไร", "คนมาเท่าไหร่"."""
    implied = [
        unit for asks, units in _IMPLIED if asks.search(query.clean) for unit in units.split()
    ]
    return implied or list(filter(None, [asked_unit(query)]))


def _is_amount(text: str, found: re.Match[str]) -> bool:
    """Whether a number counts something, unlike "ชั้น 5" or the day of a date."""
    before = max(0, found.start() - _ORDINAL_LETTERS)
    ordinal = not _A_SUM.search(found[0]) and _ORDINAL.search(text, before, found.start())
    if ordinal or _NOT_AMOUNT.match(text, found.end()) or _PHONE.search(found[0]):
        return False
    if _OF_A_NAME.match(text, max(0, found.start() - 1)) or _PREMISE.match(text, found.start()):
        return False
    unit = UNIT.search(found[0])
    if unit and _WHICH_ONE.match(text, found.start() + unit.start(1)):
        return False
    return bool(_COUNTS.search(found[0])) and "\n" not in found[0].strip()


def _likeness(amount: str, asked: Sequence[str], query: Query) -> float:
    """How likely an amount is meant by a question in one of these units."""
    share = bool(_PERCENT.search(amount))
    shares = any(map(_SHARE.match, asked))
    if (share and shares) or any(_is_counted(unit, amount, query) for unit in asked):
        return 1.0
    measures = [one for one in MEASURES if any(map(one.match, asked))]
    unlike = bool(measures) and not any(one.search(amount) for one in measures)
    unlike |= any(map(_AT_A_PLACE.match, asked)) and not _PLACES.search(amount)
    other = (share and asked) or unlike or _is_of_others(amount, asked)
    return OF_OTHERS if other or is_of_other_scale(amount, asked, query) else 0.5


def _is_counted(unit: str, amount: str, query: Query) -> bool:
    """Whether an amount is in a unit, which may be misspelt where it is asked: "กี่บาด"."""
    told = UNIT.search(amount)
    if told is None:
        return unit[:_BEGINNING] in amount
    typed = unit in units_asked(query)
    return _is_same(unit, told[1]) or (typed and _sounds_as(unit, told[1]))


def _is_same(unit: str, told: str) -> bool:
    """Whether a word begins with a unit, or a unit with it: "กิโล"; รายการ are no ราย."""
    if unit == _CASE and re.match(NO_PEOPLE, told):
        return False
    return told.startswith(unit[:_BEGINNING]) or (len(told) >= _SHORT and unit.startswith(told))


def _is_of_others(amount: str, asked: Sequence[str]) -> bool:
    """Whether an amount counts people, days or the like, and none of the units asked for does.

    Or nothing at all: "1 ใน", "6 เป็นต้น".
    """
    unit = UNIT.search(amount)
    if unit and _NO_UNIT.match(unit[1]):
        return True
    if not unit or not asked:
        return False
    if all(map(_AREAS.match, asked)) and not _AS_AREAS.match(unit[1]):
        return True
    kinds = (one for one in MEASURES if one.match(unit[1]))
    return any(not any(kind.match(one) for one in asked) for kind in kinds)
