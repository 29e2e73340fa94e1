"""Dates as they are spoken, counted from today: วันนี้, เดือนหน้า, ศุกร์หน้า, อีกสองสัปดาห์."""

import re
from datetime import date, timedelta

from bot.thai.numbers import NUMBER, number_of
from bot.thai.written_dates import (
    DAY_OPENS,
    THIS,
    WEEKDAY_NUMBERS,
    Days,
    Form,
    Precision,
    month_days,
    part_days,
    relative_year,
)

_NAMED_DAYS = {
    "เมื่อวานซืน": -2,
    "วานซืน": -2,
    "เมื่อวานนี้": -1,
    "เมื่อวาน": -1,
    "เมื่อคืน": -1,
    "วันนี้": 0,
    "วันเนี้ย": 0,
    "เช้านี้": 0,
    "บ่ายนี้": 0,
    "เย็นนี้": 0,
    "คืนนี้": 0,
    "ค่ำนี้": 0,
    "พรุ่งนี้": 1,
    "พรุงนี้": 1,
    "พรุ้งนี้": 1,
    "วันรุ่งขึ้น": 1,
    "มะรืนนี้": 2,
    "มะรืน": 2,
    "มะเรื่อง": 3,
}
_AHEAD = "หน้า|ถัดไป"
_NO_STAR = "(?<!ดวง)(?<!ดาว)(?<!พระ)(?<!แสง)"  # ดาวเสาร์ and แสงอาทิตย์ are no days
_WEEK = f"(?:สัปดาห์|(?<!วัน){_NO_STAR}อาทิตย์|วีค)"
_WEEKEND = "(?:สุดสัปดาห์|เสาร์-?อาทิตย์|ส-อา|วันหยุด)"
_WEEKDAY = "|".join(WEEKDAY_NUMBERS)


def _step(word: str) -> int:
    """-1 for the last one, 0 for this, 1 for the next."""
    if re.search(_AHEAD, word):
        return 1
    return 0 if "นี้" in word else -1


def _day(day: date) -> Days:
    return day, day, Precision.DAY


def _week_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _month_after(today: date, steps: int) -> tuple[int, int]:
    months = today.year * 12 + today.month - 1 + steps
    return months // 12, months % 12 + 1


def _named_day(found: re.Match[str], today: date) -> Days:
    return _day(today + timedelta(days=_NAMED_DAYS[found[0]]))


def _week(found: re.Match[str], today: date) -> Days:
    monday = _week_of(today) + timedelta(weeks=_step(found[1]))
    return monday, monday + timedelta(days=6), Precision.WEEK


def _weekend(found: re.Match[str], today: date) -> Days:
    saturday = _week_of(today) + timedelta(weeks=_step(found[1]), days=5)
    return saturday, saturday + timedelta(days=1), Precision.DAY


def _weekday(found: re.Match[str], today: date) -> Days:
    step = _step(found[2])
    day = _week_of(today) + timedelta(weeks=step, days=WEEKDAY_NUMBERS[found[1]])
    if step == 0 and day < today:
        day += timedelta(weeks=1)
    return _day(day)


def _month(found: re.Match[str], today: date) -> Days:
    return month_days(*_month_after(today, _step(found[1])))


def _part_of_month(found: re.Match[str], today: date) -> Days:
    year, month = _month_after(today, _step(found[2]) if found[2] else 0)
    return part_days(found[1], year, month)


def _part_of_year(found: re.Match[str], today: date) -> Days:
    year = relative_year(found[2] or "นี้", today)
    first, last = {"ต้น": (1, 3), "กลาง": (5, 8), "ปลาย": (10, 12), "สิ้น": (12, 12)}[found[1]]
    return date(year, first, 1), month_days(year, last)[1], Precision.MONTH


def _year(found: re.Match[str], today: date) -> Days:
    year = relative_year(found[1], today)
    return date(year, 1, 1), date(year, 12, 31), Precision.YEAR


def _day_of_month(found: re.Match[str], today: date) -> Days:
    year, month = _month_after(today, _step(found[3]))
    first, last = (date(year, month, int(day)) for day in (found[1], found[2] or found[1]))
    if last < first:
        raise ValueError(found[0])
    return first, last, Precision.DAY


def _moved(today: date, steps: int, unit: str) -> Days:
    if unit == "วัน":
        return _day(today + timedelta(days=steps))
    if unit == "เดือน":
        return month_days(*_month_after(today, steps))
    if unit == "ปี":
        return date(today.year + steps, 1, 1), date(today.year + steps, 12, 31), Precision.YEAR
    monday = _week_of(today) + timedelta(weeks=steps)
    return monday, monday + timedelta(days=6), Precision.WEEK


def _ahead(found: re.Match[str], today: date) -> Days:
    return _moved(today, number_of(found[1]) or 0, found[2])


def _ago(found: re.Match[str], today: date) -> Days:
    return _moved(today, -(number_of(found[1]) or 0), found[2])


def _within(found: re.Match[str], today: date) -> Days:
    _, last, precision = _moved(today, number_of(found[1]) or 0, found[2])
    return today, last, precision


_UNIT = f"(วัน|{_WEEK}|เดือน|ปี)"
_NAMES = "|".join(sorted(_NAMED_DAYS, key=len, reverse=True))
# "3 วันก่อนงาน" is counted from what is to come, "3 วันก่อนมีข่าว" from today.
_AGO = "(?:ที่แล้ว|ที่ผ่านมา|ก่อน(?! ?(?:งาน|วัน|การ|เริ่ม|หมด|ถึง|เดินทาง|สอบ|ใช้|จะ|ที่จะ|เปิด|ปิด|จัด|เข้า|ส่ง|รับ)))"

# A word of which each form holds one; none begins with a choice, so that they are found fast.
_ANY = re.compile(
    "นี้|หน้า|ที่แล้ว|ก่อน|กลาย|ที่ผ่านมา|ถัดไป|เนี้ย|วานซืน|เมื่อวาน|เมื่อคืน|วันรุ่งขึ้น|มะรืน|มะเรื่อง"
    f"|ใน ?{NUMBER}|อีก ?{NUMBER}"
    "|ต้นเดือน|กลางเดือน|ปลายเดือน|สิ้นเดือน|ต้นปี|กลางปี|ปลายปี|สิ้นปี"
)


def counts_from_today(text: str) -> bool:
    """Whether any of the forms may stand in a text."""
    return _ANY.search(text) is not None


#: Tried after the written dates, the most exact first.
FORMS = (
    Form(f"(?:ภายใน|ใน) ?({NUMBER}) ?{_UNIT}(?:ข้างหน้า|นี้)?", _within, ("ใน",)),
    Form(f"(?<!ทุก)(?:{_NAMES})", _named_day),  # "ทุกวันนี้" is these years
    Form(
        f"({NUMBER}) ?{_UNIT}(?:ข้างหน้า|ถัดไป)",
        _ahead,
        ("ข้างหน้า", "ถัดไป"),
    ),
    Form(f"อีก ?({NUMBER}) ?{_UNIT}", _ahead, ("อีก",)),
    Form(
        f"({NUMBER}) ?{_UNIT}{_AGO}",
        _ago,
        ("ที่แล้ว", "ก่อน", "ที่ผ่านมา"),
    ),
    Form(
        f"(?=[วสเ])(?:วัน)?{_WEEKEND} ?({THIS})",
        _weekend,
        ("สุดสัปดาห์", "เสาร์", "ส-อา", "วันหยุด"),
    ),
    Form(f"{_WEEK} ?({THIS})", _week, ("สัปดาห์", "อาทิตย์", "วีค")),
    Form(
        f"{DAY_OPENS}{_NO_STAR}(?:วัน)?({_WEEKDAY}) ?({THIS})",
        _weekday,
        tuple(_WEEKDAY.split("|")),
    ),
    Form(
        rf"วันที่ ?(\d{{1,2}})(?: ?[-–] ?(\d{{1,2}}))? ?(?:ของ)?(?:เดือน)? ?({THIS})",
        _day_of_month,
        ("วันที่",),
    ),
    Form(f"(ต้น|กลาง|ปลาย|สิ้น)เดือน({THIS})?", _part_of_month, ("เดือน",)),
    Form(f"(ต้น|กลาง|ปลาย|สิ้น)ปี({THIS})?(?!งบ)", _part_of_year, ("ปี",)),
    Form(f"เดือน({THIS})", _month, ("เดือน",)),
    Form(f"(ปี{THIS})", _year, ("ปี",)),
)
