"""Calendar dates as they are written: patterns, each with the days that a match means."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import islice

from bot.thai.numbers import NUMBER, number_of
from bot.thai.patterns import pattern_of

ERA = 543  # Buddhist year less common year


class Precision(StrEnum):
    """How exactly a date was given; a range of days is still `DAY`."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


Days = tuple[date, date, Precision]
Reader = Callable[[re.Match[str], date], Days]  # ValueError where no such day exists

MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
_LONG_FORMS = (
    "มกราคม|มกรา(?!ม)|january",
    "กุมภาพันธ์|กุมภาพัน|กุมภา|february",
    "มีนาคม|มีนา|march",
    "เมษายน|เมษา|april",
    "พฤ?[ษศ]ภาคม|พฤ[ษศ]ภา",
    "มิถุนายน|มิถุนา|june",
    "กร?ก[ฎฏ]าคม|กรก[ฎฏ]า|july",
    "สิงหาคม|สิงหา(?!สน)|august",
    "กันยายน|กันยา|september",
    "ตุลาคม|ตุลา(?!การ|กร)|october",
    "พฤ[ศษ]จิกายน|พฤ[ศษ]จิกา|november",
    "ธันวาคม|ธันวา|december",
)
_LETTERS = (
    ("ม", "ค", "jan"),
    ("ก", "พ", "feb"),
    ("มี", "ค", "mar"),
    ("เม", "ย", "apr"),
    ("พ", "ค", "may"),
    ("มิ", "ย", "jun"),
    ("ก", "ค", "jul"),
    ("ส", "ค", "aug"),
    ("ก", "ย", "sept?"),
    ("ต", "ค", "oct"),
    ("พ", "ย", "nov"),
    ("ธ", "ค", "dec"),
)
_CUT_MONTH = 4  # letters of a month without its end, at least
SHORT_MONTHS = tuple(a + b for a, b, _ in _LETTERS)  # without their dots
# Without their dots ("มค") and in English short forms are months only beside a day.
_SHORT_FORMS = tuple(
    rf"{a}\.? ?{b}(?:\.|(?![ก-๎]))|{english}(?:\.|(?![a-z]))" for a, b, english in _LETTERS
)
_MONTH = f"(?:{'|'.join(_LONG_FORMS + _SHORT_FORMS)})"
_LONG_MONTH = f"(?:{'|'.join(_LONG_FORMS)})"  # "ปี 2562 ก.พ." may be of a commission
_ANY_MONTH = re.compile(_MONTH)
_MONTH_AND_BLANK = re.compile(rf"({_MONTH}) ?")
_BEFORE_YEAR = f"{'|'.join(MONTHS)}|ปี(?:งบ(?:ประมาณ)?)?|พ\\.? ?ศ\\.?"
_SHORT_YEAR = re.compile(rf"((?:{_BEFORE_YEAR}) *)(\d\d)(?!\d)")
_MONTH_FORMS = tuple(
    (number, re.compile(form))
    for forms in (_LONG_FORMS, _SHORT_FORMS)
    for number, form in enumerate(forms, 1)
)
_DOTTED_FORMS = tuple(rf"{a[0]}(?<!\.{a[0]}){a[1:]}\. ?{b}\.(?![ก-ฮ]\.)" for a, b, _ in _LETTERS)
_NAMED_SO = "(?:(?<=เดือน)|(?<=เดือน )|(?<![ก-๙]))"
_UNDOTTED_FORMS = "|".join(  # "เดือนมีค", "กพ 63"
    rf"{a}{b}(?:(?<=เดือน{a}{b})|(?<=เดือน {a}{b})|(?= ?(?:25\d\d|[56]\d)(?!\d)))(?![ก-๎])"
    for a, b, _ in _LETTERS
)
# "สำนักงาน ก.พ." is the Civil Service Commission.
_OFFICES = ("สำนักงาน", "เลขาธิการ", "เลขา", "ทุน", "สอบ", "ภาค")
_COMMISSION = (r"ก\.พ\.", "กพ")
_NO_OFFICE = "".join(
    f"(?<!{word}{blank}{name})" for word in _OFFICES for blank in ("", " ") for name in _COMMISSION
)
_ENGLISH_MONTH = "[adfjmnos](?<![a-z][a-z])[a-z]{2,8}\\.?"
_MONTH_OPENS = "(?=[มกเพสตธjfmasond])"  # found faster than any of sixty names
_BARE_FORMS = (*_LONG_FORMS, *_DOTTED_FORMS, f"{_NAMED_SO}(?:{_UNDOTTED_FORMS})")
_BARE_MONTH = f"(?:{'|'.join(_BARE_FORMS)}){_NO_OFFICE}"
WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี|พฤหัส", "ศุกร์", "เสาร์", "อาทิตย์")
WEEKDAY_NUMBERS = {  # Monday is 0
    form: number for number, forms in enumerate(WEEKDAYS) for form in forms.split("|")
}
_WEEKDAY = f"(?:{'|'.join(WEEKDAYS)})"
# Whatever begins a day, asked first, for most letters of a text begin none.
DAY_OPENS = f"(?=[\\dว{''.join(name[0] for name in WEEKDAYS)}])"
# "รัชกาลที่ 9 เดือนตุลาคม" is a reign and a month.
_NUMBERED = ("รัชกาล", "ครั้ง", "รุ่น", "ระยะ", "รอบ", "สมัย")
_NO_ORDER = "".join(f"(?<!{word}ที่)" for word in _NUMBERED)
_NO_NUMBER = "".join(f"(?<!{word}ที่)(?<!{word}ที่ )" for word in _NUMBERED)
_DAY = (
    rf"{DAY_OPENS}(?:(?:วัน)?{_WEEKDAY} ?(?:ที่)? ?|วันที่ ?)?"
    rf"(?=\d)(?<![\d/])(?<!\d[.:]){_NO_NUMBER}(\d{{1,2}})(?![\d:]|\.\d|,\d{{3}})"
)
_TO = r"\s*(?:-|–|—|~|(?:ไป)?จนถึง|ถึง|และ|กับ|,|&|(?<=\s)(?:to|and)(?=\s))\s*"
# "18.00 น. ถึงวันอาทิตย์ที่ 6", "ถึงรุ่งเช้า 14": an hour before, a part of the day behind.
_AT_HOUR = r"(?: ?(?:เวลา ?)?\d{1,2}[.:]\d\d ?(?:น\.?|นาฬิกา))?"
_TO_DAY = rf"{_TO}(?:(?:รุ่งเช้า|เช้ามืด|เช้า|รุ่งสาง)(?:ของ)? ?)?"
# "66 น.ส.", "67 ตัวแทน" begin what is told of a year and count nothing.
_COUNTED = (
    "(?! ?(?:คน|บาท|ราย(?!งาน)|ท่าน|ทีม|แห่ง|ชิ้น|โมง|นาที|น\\.(?! ?[ก-ฮ]\\.)|%|เปอร์|ล้าน|ปี"
    "|วัน|เดือน|ครั้ง|หน่วย|เรื่อง|ชุด|ตัว(?!แทน)|หลัง(?!จาก|การ)|ไร่|กิโล|เมตร|ตัน|หมื่น|พัน))"
)
_YEAR_OPENS = "(?=[ปพค])"
_ERA_MARK = r"(?:พ\.? ?ศ\.?|ค\.? ?ศ\.?|พุทธศักราช|คริสต์ศักราช)"
_PART_DAYS = {"ต้น": (1, 10), "กลาง": (11, 20), "ปลาย": (21, 31), "สิ้น": (21, 31)}
THIS = "(?:นี้|ศกนี้|หน้า|ที่แล้ว|ก่อน|กลาย|ที่ผ่านมา|ถัดไป)"
_ANY_YEAR = rf"{_ERA_MARK} ?\d{{4}}|{_ERA_MARK} ?\d\d|\d{{4}}"
_LIKELY_YEAR = r"(?:2[45]\d\d|19\d\d|20[0-4]\d)"
_YEAR = (
    rf"(?: ?(?:ปี ?)?({_ANY_YEAR}(?!\d)|(?:(?<=ปี)|(?<=ปี ))\d\d(?!\d)"
    rf"|[4-9]\d(?![\d:,]|\.\d){_COUNTED})| ?(?:ของ)?(ปี{THIS}|{THIS}))?"
)


def _month_of(name: str) -> int:
    """The number of the month called `name`, in any of its forms; ValueError for another word."""
    for number, form in _MONTH_FORMS:
        if form.fullmatch(name):
            return number
    raise ValueError(name)


def year_of(written: str) -> int:
    """The common-era year of a written one: `พ.ศ. 2555`, `2012`, `55`."""
    value = int("".join(c for c in written if c.isdecimal()))
    if "ค" in written:
        return value if value > 99 else 2000 + value
    if value < 100:
        return 2500 - ERA + value if value >= 30 or "พ" in written else 2000 + value
    common = 1800 <= value < 2300 and "พ" not in written
    return value if common else value - ERA


def relative_year(spoken: str, today: date) -> int:
    """The year that `ปีนี้`, `ปีหน้า`, `ที่แล้ว` and the like mean."""
    if "หน้า" in spoken or "ถัดไป" in spoken:
        return today.year + 1
    return today.year if "นี้" in spoken else today.year - 1


def month_days(year: int, month: int) -> Days:
    """The first and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1]), Precision.MONTH


def part_days(part: str, year: int, month: int) -> Days:
    """The ten days or so that the beginning, middle or end of a month means."""
    first, last = _PART_DAYS[part]
    last = min(last, monthrange(year, month)[1])
    return date(year, month, first), date(year, month, last), Precision.MONTH


def _year(written: str | None, spoken: str | None, today: date, month: int, day: int = 15) -> int:
    """The year of a day and month, taken as the nearest to today where none is given."""
    if written:
        return year_of(written)
    if spoken and ("ปี" in spoken or "นี้" in spoken):
        return relative_year(spoken, today)
    years = [y for y in (today.year - 1, today.year, today.year + 1) if y > 0]
    days = [date(year, month, min(day, 28)) for year in years]
    if spoken:  # "มีนาคมหน้า" is the next one, "มีนาคมที่แล้ว" the last one
        ahead = "หน้า" in spoken or "ถัดไป" in spoken
        return (
            min(d for d in days if d > today).year
            if ahead
            else max(d for d in days if d < today).year
        )
    return min(days, key=lambda d: abs(d - today)).year


def _span(first: date, last: date) -> Days:
    if last < first:
        raise ValueError
    return first, last, Precision.DAY


def _days_of_month(found: re.Match[str], today: date) -> Days:
    first, last, name, written, spoken = found.groups()
    month = _month_of(name)
    year = _year(written, spoken, today, month, int(first))
    return _span(date(year, month, int(first)), date(year, month, int(last or first)))


def _days_across_months(found: re.Match[str], today: date) -> Days:
    day_a, name_a, written_a, spoken_a, day_b, name_b, written_b, spoken_b = found.groups()
    month_a, month_b = _month_of(name_a), _month_of(name_b)
    year_b = _year(written_b, spoken_b, today, month_b, int(day_b))
    year_a = year_b - (month_a > month_b)
    if written_a or spoken_a:
        year_a = _year(written_a, spoken_a, today, month_a, int(day_a))
    return _span(date(year_a, month_a, int(day_a)), date(year_b, month_b, int(day_b)))


def _month_first(found: re.Match[str], _: date) -> Days:
    name, first, last, written = found.groups()
    year, month = year_of(written), _month_of(name)
    return _span(date(year, month, int(first)), date(year, month, int(last or first)))


def _day_in_numbers(found: re.Match[str], _: date) -> Days:
    day, _mark, month, written = found.groups()
    return _span(*(date(year_of(written), int(month), int(day)),) * 2)


def _iso_day(found: re.Match[str], _: date) -> Days:
    written, month, day = found.groups()
    return _span(*(date(year_of(written), int(month), int(day)),) * 2)


def _months(found: re.Match[str], today: date) -> Days:
    name_a, written_a, name_b, written, spoken = found.groups()
    month_a, month_b = _month_of(name_a), _month_of(name_b)
    year = _year(written, spoken, today, month_b)
    year_a = year_of(written_a) if written_a else year - (month_a > month_b)
    return month_days(year_a, month_a)[0], month_days(year, month_b)[1], Precision.MONTH


def _month(found: re.Match[str], today: date) -> Days:
    name, written, spoken = found.groups()
    month = _month_of(name)
    return month_days(_year(written, spoken, today, month), month)


def _year_first(found: re.Match[str], today: date) -> Days:
    written, spoken, day, name, last = found.groups()
    year = year_of(written) if written else relative_year(spoken, today)
    if day:
        return _span(*(date(year, _month_of(name), int(day)),) * 2)
    first, end = _month_of(name), _month_of(last or name)
    return month_days(year, first)[0], month_days(year + (end < first), end)[1], Precision.MONTH


def _part_of_month(found: re.Match[str], today: date) -> Days:
    part, name, written, spoken = found.groups()
    month = _month_of(name)
    return part_days(part, _year(written, spoken, today, month), month)


def _day_in_words(found: re.Match[str], today: date) -> Days:
    words, name, written, spoken = found.groups()
    day, month = number_of(words) or 0, _month_of(name)
    return _span(*(date(_year(written, spoken, today, month, day), month, day),) * 2)


def _month_in_numbers(found: re.Match[str], _: date) -> Days:
    return month_days(year_of(found[2]), int(found[1]))


def _fiscal_year(year: int) -> Days:
    """The government's fiscal year that ends in September of `year`."""
    return date(year - 1, 10, 1), date(year, 9, 30), Precision.YEAR


def _fiscal(found: re.Match[str], today: date) -> Days:
    written, spoken = found.groups()
    if written:
        return _fiscal_year(year_of(written))
    return _fiscal_year(relative_year(spoken, today) + (today.month >= 10))


def _quarter(found: re.Match[str], _: date) -> Days:
    month, year = 3 * int(found[1]), year_of(found[2])
    return date(year, month - 2, 1), month_days(year, month)[1], Precision.MONTH


def _years(found: re.Match[str], _: date) -> Days:
    first, last = year_of(found[1]), year_of(found[2] or found[1])
    if last < first:
        raise ValueError
    return date(first, 1, 1), date(last, 12, 31), Precision.YEAR


@dataclass(frozen=True)
class Form:
    """A way to write days: its pattern, and what a match of it means.

    `signs` are words of which every match holds one; none when they are too many to ask for.
    Every match names so many `months`.
    """

    form: str
    read: Reader
    signs: tuple[str, ...] = ()
    months: int = 0

    pattern = pattern_of(lambda date: date.form)

    def matches(self, text: str) -> Iterable[re.Match[str]]:
        """Where it stands in a text; a text without any of the signs is not searched."""
        may_match = not self.signs or any(one in text for one in self.signs)
        return self.pattern.finditer(text) if may_match else ()


def names_month(text: str) -> bool:
    """Whether any of the forms that name a month may stand in a text."""
    return _ANY_MONTH.search(text) is not None


def forms_in(text: str) -> Iterable[Form]:
    """The forms that may stand in a text, by how many months it names."""
    named = sum(1 for _ in islice(_ANY_MONTH.finditer(text), _MOST_MONTHS))
    return _NAMING[named]


#: The most exact patterns first; a later one may not touch what an earlier one has read.
FORMS = (
    Form(  # "ปี 2567 เดือนกรกฎาคม", of no year of its own
        rf"{_YEAR_OPENS}(?:(?:ปี ?|(?={_ERA_MARK}))({_ANY_YEAR}|\d\d(?!\d))|(ปี{THIS})) ?(?:ใน|ช่วง)*"
        rf"(?:วันที่ ?(\d{{1,2}}))? ?(?:เดือน ?|(?={_LONG_MONTH}))({_BARE_MONTH})"
        rf"(?:{_TO}(?:เดือน ?)?({_BARE_MONTH}))?"
        rf"(?![ก-๎]{{0,4}}(?: ?(?:ปี ?)?(?:{_ANY_YEAR}|{THIS})|{_TO}(?:เดือน ?)?(?:\d|{_MONTH})))",
        _year_first,
        ("ปี", "ศ"),
        months=1,
    ),
    Form(
        rf"{_DAY} ?({_MONTH}){_YEAR}{_AT_HOUR}{_TO_DAY}{_DAY} ?({_MONTH}){_YEAR}",
        _days_across_months,
        months=2,
    ),
    Form(
        rf"{_DAY}(?:(?:{_TO}\d{{1,2}}){{0,8}}{_TO_DAY}{_DAY})? ?(?:เดือน ?)?({_MONTH}){_YEAR}",
        _days_of_month,
        months=1,
    ),
    Form(
        rf"({_ENGLISH_MONTH}) (\d{{1,2}})(?:(?: ?[-–&] ?| to | and )(\d{{1,2}}))?"
        r",? (\d{4})(?!\d)",
        _month_first,
    ),
    Form(r"(\d(?<![\d/.-]\d)\d{3})-(\d\d)-(\d\d)(?!\d)", _iso_day, ("-",)),
    Form(r"(\d(?<![\d/.-]\d)\d?)([/.-])(\d{1,2})\2(\d{4}|\d\d)(?![\d/.-]\d|\d)", _day_in_numbers),
    Form(
        rf"{_MONTH_OPENS}({_BARE_MONTH})(?: ({_ANY_YEAR}))?{_TO}(?:เดือน ?)?({_BARE_MONTH}){_YEAR}",
        _months,
        months=2,
    ),
    Form(
        rf"({'|'.join(_PART_DAYS)})(?:เดือน)? ?({_BARE_MONTH}){_YEAR}",
        _part_of_month,
        tuple(_PART_DAYS),
        months=1,
    ),
    Form(
        rf"(?:วันที่|ที่{_NO_ORDER}) ?({NUMBER}) ?(?:เดือน ?)?({_BARE_MONTH}){_YEAR}",
        _day_in_words,
        months=1,
    ),
    Form(rf"{_MONTH_OPENS}({_BARE_MONTH}){_YEAR}", _month, months=1),
    Form(r"เดือน ?(1[0-2]|[1-9])(?: ?/ ?| ?ปี ?)(\d{4}|\d\d)(?!\d)", _month_in_numbers, ("เดือน",)),
    Form(rf"ปีงบ(?:ประมาณ)? ?(?:({_ANY_YEAR}|\d\d(?!\d))|({THIS}))", _fiscal, ("ปีงบ",)),
    Form(
        rf"ไตรมาส ?(?:ที่ ?)?([1-4]) ?(?:/|ปี|ของปี)? ?({_ANY_YEAR}|\d\d(?![\d.,]))",
        _quarter,
        ("ไตรมาส",),
    ),
    Form(
        rf"{_YEAR_OPENS}(?:(?:ปี|พุทธศักราช) ?|(?={_ERA_MARK}))({_ANY_YEAR}|\d\d(?![\d.,:]))"
        rf"(?:{_TO}(?:ปี ?)?({_ANY_YEAR}|\d\d(?![\d.,:])))?(?!\d)",
        _years,
        ("ปี", "ศ"),
    ),
    Form(
        rf"({_LIKELY_YEAR})(?<![\d.,/:+-]\d{{4}})(?<!\d \d{{4}})(?:\s?[-–]\s?({_LIKELY_YEAR}))?"
        rf"(?![\d,/:]|[.-]\d| \d{{3,4}}(?!\d)){_COUNTED}",
        _years,
    ),
)

_MOST_MONTHS = max(form.months for form in FORMS)
_NAMING = tuple(
    tuple(form for form in FORMS if form.months <= named) for named in range(_MOST_MONTHS + 1)
)

_LEAD = rf"(?:(?:วัน)?{_WEEKDAY} ?(?:ที่)? ?|วันที่ ?)?"
_ONE_DAY = (
    re.compile(
        rf"{_LEAD}(?P<day>\d{{1,2}}) ?(?:เดือน ?)?(?P<name>{_MONTH}),?(?: ?ปี)? ?"
        rf"(?P<year>{_ANY_YEAR}|\d\d)"
    ),
    re.compile(rf"(?P<name>{_ENGLISH_MONTH}) (?P<day>\d{{1,2}}),? (?P<year>\d{{4}})"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2})([/.-])(?P<month>\d{1,2})\2(?P<year>\d{4}|\d\d)"),
)


def one_day(text: str) -> date | None:
    """The day that the whole of `text` is, year included; None for anything else."""
    found = next(filter(None, (pattern.fullmatch(text) for pattern in _ONE_DAY)), None)
    if not found:
        return None
    parts = found.groupdict()
    try:
        month = _month_of(parts["name"]) if "name" in parts else int(parts["month"])
        return date(year_of(parts["year"]), month, int(parts["day"]))
    except ValueError:  # there is no 31 กุมภาพันธ์
        return None


def full_month(word: str) -> str:
    """The name of the month that a word is short for, "สค", "ส.ค." or สิงหา; "" for any other."""
    short = word.replace(".", "")
    return MONTHS[SHORT_MONTHS.index(short)] if short in SHORT_MONTHS else month_begun(word)


def in_full(written: str) -> str:
    """A date as releases print it: "2 กพ 65" is 2 กุมภาพันธ์ 2565, "ปี 60" ปี 2560."""
    return _SHORT_YEAR.sub(_full_year, _MONTH_AND_BLANK.sub(_full_name, written)).strip()


def _full_name(month: re.Match[str]) -> str:
    return f"{MONTHS[_month_of(month[1]) - 1]} "


def _full_year(year: re.Match[str]) -> str:
    return f"{year[1]}{year_of(year[2]) + ERA}"


def month_begun(word: str) -> str:
    """The month whose name begins with a word of some letters, สิงหา; "" if none does."""
    begun = (name for name in MONTHS if len(word) >= _CUT_MONTH and name.startswith(word))
    return next(begun, "")
