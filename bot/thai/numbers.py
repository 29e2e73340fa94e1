"""Numbers in digits and in Thai words."""

import re

from bot.thai.dictionary import num_to_thaiword, thaiword_to_num

_LARGEST_IN_WORDS = 10_000_000
_UNIT = "หนึ่ง|เอ็ด|สอง|ยี่|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า"
_POWER = "สิบ|ร้อย|พัน(?!ธ)|หมื่น|แสน|ล้าน"

#: A whole number, in at most nine digits or in words, as a pattern for larger patterns.
NUMBER = rf"(?:\d(?<!\d\d)\d{{0,8}}|(?:(?:{_UNIT})?(?:{_POWER})){{1,8}}(?:{_UNIT})?|{_UNIT})"

# A lone power may be anything: ร้อยเอ็ด is a province, ผู้พัน an officer.
_IN_WORDS = re.compile(
    rf"(?:(?:{_UNIT})(?:{_POWER})|สิบ(?={_UNIT}))(?:(?:{_UNIT})?(?:{_POWER})){{0,8}}(?:{_UNIT})?"
)
_ROUND = re.compile(rf"(?<![\d.,])(\d{{1,6}}) ?({_POWER})")
_IN_DIGITS = re.compile(
    r"(?<![\d.,/:-])\d{1,3}(?:,\d{3})+(?![\d,])|(?<![\d.,/: -])\d{2,7}(?![\d.,/:-])"
)
_ERA, _BUDDHIST = 543, 2300  # years after it are of the Buddhist era
_FULL_YEAR = re.compile(r"(?<![\d.,/:])(2[45]\d\d|19\d\d|20[0-4]\d)(?![\d,:])")
_SHORT_YEAR = re.compile(r"(?:ปี|ศ\.?|คม|ยน|ธ์|[คยพ]\.?) ?([4-9]\d)(?![\d.,:%])")
_LIKELY = range(10, _LARGEST_IN_WORDS)


def number_of(text: str) -> int | None:
    """The whole number that `text` is, in digits or Thai words; None when it is none."""
    if text.isdecimal():
        return int(text)
    try:
        return int(thaiword_to_num(text))
    except ValueError:
        return None


def number_twins(text: str) -> tuple[str, ...]:
    """Every number of `text` the other way round: `สองร้อย` as `200`, `1,200` as `1200`."""
    found = [*map(_spoken, _IN_WORDS.findall(text)), *map(_rounded, _ROUND.findall(text))]
    found += [twin for match in _IN_DIGITS.findall(text) for twin in _written(match)]
    return tuple(dict.fromkeys(filter(None, found)))


def _spoken(words: str) -> str:
    value = number_of(words)
    return str(value) if value in _LIKELY else ""


def _rounded(parts: tuple[str, str]) -> str:
    value = int(parts[0]) * (number_of(parts[1]) or 0)
    return str(value) if value in _LIKELY else ""


def _written(digits: str) -> tuple[str, ...]:
    value = int(digits.replace(",", ""))
    plain = (str(value),) if "," in digits else ()
    is_round = len(str(value).rstrip("0")) == 1  # nobody writes 2,137 in words
    return (*plain, num_to_thaiword(value)) if is_round and value in _LIKELY else plain


def year_twins(text: str) -> tuple[str, ...]:
    """Every year of `text` in the other era, and two-digit ones in full: `ปี 60` as `2560`."""
    full = [2500 + int(year) for year in _SHORT_YEAR.findall(text)]
    years = [int(year) for year in _FULL_YEAR.findall(text)] + full
    twins = [year - _ERA if year > _BUDDHIST else year + _ERA for year in years]
    return tuple(dict.fromkeys(map(str, full + twins)))
