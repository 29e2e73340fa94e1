"""Whether two answers contradict, compared by whole facts: days, telephone numbers, prices.

Digits alone would not do: two days of one year share it, and Bangkok's telephones their 02.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from bot.knowledge.phones import numbers_in
from bot.thai.dates import ANY_DAY, ERA, find_dates, without_dates
from bot.thai.letters import DIGITS
from bot.thai.normalise import normalise
from bot.thai.questions import Aspect, aspect_of

_AS_OF = re.compile(r"ข้อมูล ?(?:ณ|ปี|หลัง|เดือน|เมื่อ)[^),]*")  # when it was so, not what is so
_OTHER_DAY = ANY_DAY + timedelta(days=1_200)
_ANY_YEAR, _YEAR = 2000, timedelta(days=365)
_LISTED_YEAR = re.compile(r"(?<=2[45][0-9]{2} )2[45][0-9]{2}|2[45][0-9]{2}(?= 2[45][0-9]{2})")
_CLOCK = re.compile(r"(?<![0-9.,:])([0-9]{1,2})[.:]([0-9]{2})(?![0-9])")
_NUMBER = r"(?<![0-9.,])[0-9]{1,15}(?:,[0-9]{3}){0,5}(?:\.[0-9]{1,6})?"
_TIMES = {"สิบ": 10, "ร้อย": 100, "พัน": 1_000, "หมื่น": 10_000, "แสน": 100_000, "ล้าน": 1_000_000}
_AMOUNT = re.compile(rf"(?P<number>{_NUMBER})(?P<times>(?: ?(?:{'|'.join(_TIMES)})){{0,2}})")
_PRICE = re.compile(rf"{_AMOUNT.pattern} ?(?:บาท|฿|[.,]-)")
_FREE = re.compile(r"ฟรี|ไม่(?:ต้อง)?(?:เสีย|มี|คิด|เก็บ|จ่าย)(?:ค่า|เงิน)")


class _Days(NamedTuple):
    first: date
    last: date
    dated: bool  # with their year

    def meets(self, other: "_Days") -> bool:
        """Whether they share a day; what has no year may be of any."""
        both = (self, other)
        if not (self.dated and other.dated):
            both = (self._of_any_year(), other._of_any_year())
        return both[0].first <= both[1].last and both[1].first <= both[0].last

    def _of_any_year(self) -> "_Days":
        first, last = (day.replace(year=_ANY_YEAR) for day in (self.first, self.last))
        if first > last or self.last - self.first >= _YEAR:  # across a new year
            first, last = date(_ANY_YEAR, 1, 1), date(_ANY_YEAR, 12, 31)
        return _Days(first, last, dated=False)


def contradict(one: str, other: str, aspect: Aspect) -> bool:
    """Whether both answers tell facts of the kind asked for, and share none."""
    plain = [_AS_OF.sub("", text.translate(DIGITS)) for text in (one, other)]
    compared = (compare(*plain) for compare in _KINDS.get(aspect, ()))
    return next((apart for apart in compared if apart is not None), False)


@lru_cache(maxsize=4096)
def comparable_aspect(question: str) -> Aspect | None:
    """The kind of fact that a question asks for; None for a kind that cannot be compared."""
    kind = aspect_of(normalise(question))
    return kind if kind in _KINDS else None


def _days_differ(one: str, other: str) -> bool | None:
    """Whether they share no day; None where one of them gives none."""
    ours, theirs = _days(one), _days(other)
    if not (ours and theirs):
        return None
    return not any(day.meets(another) for day in ours for another in theirs)


def _days(text: str) -> list[_Days]:
    """The days of a text; "วันจันทร์" and "เดือนหน้า" depend on when they are read, and do not count."""
    later = {span.start: span.first for span in find_dates(text, _OTHER_DAY)}
    found = ((span, later.get(span.start)) for span in find_dates(text, ANY_DAY))
    told = [
        _Days(span.first, span.last, dated=span.first == again)
        for span, again in found
        if again and (span.first.month, span.first.day) == (again.month, again.day)
    ]
    listed = (int(year) - ERA for year in _LISTED_YEAR.findall(text))
    return told + [_Days(date(year, 1, 1), date(year, 12, 31), dated=True) for year in listed]


def _differ(read: Callable[[str], frozenset[str]]) -> Callable[[str, str], bool | None]:
    """The same for other facts, as `read` finds them."""

    def compare(one: str, other: str) -> bool | None:
        ours, theirs = read(one), read(other)
        return ours.isdisjoint(theirs) if ours and theirs else None

    return compare


def _clocks(text: str) -> frozenset[str]:
    return frozenset(f"{int(hour)}:{minute}" for hour, minute in _CLOCK.findall(text))


def _prices(text: str) -> frozenset[str]:
    free = {"0"} if _FREE.search(text) else set()
    return frozenset(map(_value, _PRICE.finditer(text))) | free


def _amounts(text: str) -> frozenset[str]:
    bare = without_dates(text, find_dates(text, ANY_DAY))
    return frozenset(map(_value, _AMOUNT.finditer(bare)))


def _value(amount: re.Match[str]) -> str:
    value = Decimal(amount["number"].replace(",", ""))
    for word in re.findall("|".join(_TIMES), amount["times"]):
        value *= _TIMES[word]
    return f"{value.normalize():f}"


_KINDS: dict[Aspect, tuple[Callable[[str, str], bool | None], ...]] = {
    Aspect.WHEN: (_days_differ, _differ(_clocks), _differ(_amounts)),
    Aspect.CONTACT: (_differ(numbers_in),),
    Aspect.COST: (_differ(_prices), _differ(_amounts)),
    Aspect.HOWMANY: (_differ(_amounts), _days_differ),
}
