"""Numbers in digits and in Thai words."""

import re
from collections.abc import Collection
from decimal import Decimal
from itertools import chain

from bot.thai.dictionary import num_to_thaiword

_UNITS = {
    "หนึ่ง": 1,
    "เอ็ด": 1,
    "สอง": 2,
    "ยี่": 2,
    "สาม": 3,
    "สี่": 4,
    "ห้า": 5,
    "หก": 6,
    "เจ็ด": 7,
    "แปด": 8,
    "เก้า": 9,
}
_DIGITS_SAID = {"ศูนย์": 0, **{word: one for word, one in _UNITS.items() if word not in ("เอ็ด", "ยี่")}}
_UNIT = "|".join(_UNITS)
_A_PART = re.compile(f"(?:{_UNIT})?สิบ(?:{_UNIT})?|{'|'.join(_DIGITS_SAID)}")  # one digit or two
_IN_A_ROW = re.compile(f"(?:(?:{_A_PART.pattern})[ -]?)+(?:{_A_PART.pattern})")
_POWERS = {"แสน": 100_000, "หมื่น": 10_000, "พัน": 1_000, "ร้อย": 100, "สิบ": 10}
_POWER = "|".join(_POWERS).replace("พัน", "พัน(?!ธ)")
_BELOW_MILLION = "".join(f"(?:(?:{_UNIT})?(?:{p}))?" for p in _POWER.split("|")) + f"(?:{_UNIT})?"
_WORDS = f"(?=(?:{_UNIT}|{_POWER}|ล้าน))(?:{_BELOW_MILLION}ล้าน)?{_BELOW_MILLION}"

#: A whole number, in at most nine digits or in words, as a pattern for larger patterns.
NUMBER = rf"(?:\d(?<!\d\d)\d{{0,8}}|{_WORDS})"

_IN_WORDS = re.compile(_WORDS)
_CASUAL = frozenset(("", power) for power in ("แสน", "หมื่น", "พัน"))
_STEP = re.compile(f"({_UNIT})?({_POWER})?")
# A lone power may be anything: ร้อยเอ็ด is a province, ผู้พัน an officer.
_SPOKEN = re.compile(
    f"(?=(?:{_UNIT})(?:{_POWER}|ล้าน)|(?:สิบ|แสน|หมื่น|พัน)(?:{_UNIT})|ร้อย(?!เอ็ด)(?:{_UNIT})สิบ){_WORDS}"
)
_MAY_BE_SPOKEN = re.compile(f"{_UNIT}|สิบ|แสน|หมื่น|พัน")  # a word that it holds, found faster
_ROUND = re.compile(rf"(?<![\d.,])(\d{{1,6}}(?:\.\d{{1,3}})?) ?({_POWER}|ล้าน)")
_HALF = re.compile("ครึ่ง ?(แสน|ล้าน)")
_IN_DIGITS = re.compile(
    r"(?<![\d.,/:-])\d{1,3}(?:,\d{3})+(?![\d,])|(?<![\d.,/: -])\d{2,7}(?![\d.,/:-])"
)
_ERA, _BUDDHIST = 543, 2300  # years after it are of the Buddhist era
_FULL_YEAR = re.compile(r"(?<![\d.,/:])(2[45]\d\d|19\d\d|20[0-4]\d)(?![\d,:])")
# As a month ends or is shortened; not as words do, "มหาวิทยาลัย 80 แห่ง", "สมาคม 45 แห่ง".
_MONTH = (
    "(?:คม(?<!สมาคม)(?<!ประชาคม)|ยน(?<!เรียน)|กุมภาพันธ์"
    "|(?:(?<![ก-ฮ])|(?<=เดือน))(?:(?:มี?|[พกสตธ])\\.?ค|(?:เม|มิ|[กพ])\\.?ย|ก\\.?พ)\\.?)"
)
_SHORT_YEAR = re.compile(rf"(?:ปี|พ\.? ?ศ\.?|(?<![ก-ฮ])ศ\.?|{_MONTH}) ?([4-9]\d)(?![\d.,:%])")
# After a name, before what is asked of it: "อว.แฟร์ 68 วันไหน"; not "68 วัน", "รุ่น 68", "ที่ 68".
_NAMED_YEAR = re.compile(
    r"(?<=[ก-๙a-z.])(?<!ที่)(?<!รุ่น)(?<!อายุ)(?<!ภาค)(?<!ช่อง)(?<!ชั้น) ?([56]\d)"
    "(?= ?(?:$|จัด|วันไหน|วันที่|วันใด|เมื่อ|ที่ไหน|กี่|เปิด|เริ่ม|ปิด|มี|ใคร|(?:รับ)?สมัคร|รอบ|เข้า))"
)
# After what comes every year, whatever is said behind it: "วันเด็ก 69 ถนนสายวิทย์"; not "60 แห่ง".
_YEARLY = (
    "วันเด็ก|วันครู|วันวิทย์|วันวิทยาศาสตร์|วันนักประดิษฐ์|แฟร์|fair|expo|มหกรรมวิทย์|สัปดาห์วิทย์|ปีใหม่|สงกรานต์|ปีการศึกษา"
)
_THINGS = "คน|แห่ง|ทีม|งาน|บูธ|โซน|วัน(?!ไหน|ที่)|กิจกรรม|บาท|รางวัล|โรง|จังหวัด|ปี"
_YEAR_OF = re.compile(rf"(?:{_YEARLY}) ?([5-7]\d)(?![\d.,:%])(?! ?(?:{_THINGS}))")
_LIKELY = range(10, 100_000_000)
_DIGIT = re.compile(r"\d")


def number_of(text: str) -> int | None:
    """The whole number that `text` is, in digits or Thai words; None when it is none."""
    if text.isdecimal():
        return int(text)
    return _value(text) if _IN_WORDS.fullmatch(text) else None


def _value(words: str) -> int:
    above, million, below = words.rpartition("ล้าน")
    return (_below_million(above) or bool(million)) * 1_000_000 + _below_million(below)


def _below_million(words: str) -> int:
    steps = [(unit, power) for unit, power in _STEP.findall(words) if unit or power]
    if len(steps) == 2 and steps[0] in _CASUAL and steps[1] != ("เอ็ด", ""):
        power = _POWERS[steps[0][1]]  # "หมื่นห้า" is 15,000
        return power + _UNITS.get(steps[1][0], 1) * _POWERS.get(steps[1][1], power // 10)
    return sum(_UNITS.get(unit, 1) * _POWERS.get(power, 1) for unit, power in steps)


def digits_of(text: str, known: Collection[str]) -> str:
    """The text with known numbers in digits: หนึ่งสามหนึ่งสาม and สิบสามสิบสาม are 1313."""

    def written(found: re.Match[str]) -> str:
        parts = _A_PART.findall(found[0])
        digits = "".join(str(_DIGITS_SAID.get(one, number_of(one))) for one in parts)
        return digits if digits in known else found[0]

    return _IN_A_ROW.sub(written, text)


def number_variants(text: str) -> tuple[str, ...]:
    """The other way to write each number in `text`: `สองร้อย` as `200`, `1,200` as `1200`."""
    found = [*map(_spoken, _SPOKEN.findall(text))] if _MAY_BE_SPOKEN.search(text) else []
    found += [str(_value(whole) // 2) for whole in _HALF.findall(text)]
    if _DIGIT.search(text):
        found += map(_rounded, _ROUND.findall(text))
        found += [twin for match in _IN_DIGITS.findall(text) for twin in _written(match)]
    return tuple(dict.fromkeys(filter(None, found)))


def _spoken(words: str) -> str:
    value = _value(words)
    return str(value) if value in _LIKELY else ""


def _rounded(parts: tuple[str, str]) -> str:
    value = Decimal(parts[0]) * _value(parts[1])
    return str(int(value)) if value == int(value) and int(value) in _LIKELY else ""


def _written(digits: str) -> tuple[str, ...]:
    value = int(digits.replace(",", ""))
    plain = (str(value),) if "," in digits else ()
    is_round = len(str(value).rstrip("0")) == 1  # nobody writes 2,137 in words
    return (*plain, num_to_thaiword(value)) if is_round and value in _LIKELY else plain


def year_variants(text: str) -> tuple[str, ...]:
    """Each year in `text` in the other era, and two-digit ones in full: `ปี 60` as `2560`."""
    if not _DIGIT.search(text):
        return ()
    signs = (_SHORT_YEAR, _NAMED_YEAR, _YEAR_OF)
    short = chain.from_iterable(sign.findall(text) for sign in signs)
    full = [2500 + int(year) for year in short]
    years = [int(year) for year in _FULL_YEAR.findall(text)] + full
    twins = [year - _ERA if year > _BUDDHIST else year + _ERA for year in years]
    return tuple(dict.fromkeys(map(str, full + twins)))
