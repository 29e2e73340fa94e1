"""The last day of what is open already: "ตั้งแต่วันนี้ จนถึงวันที่ 24 ธันวาคม"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.knowledge.words import any_listed, last_place, release_pattern
from bot.press.facts.date_mentions import LONGEST_EVENT, days_in

_BEFORE = 90  # characters before a day that say what goes on until then
_UNTIL = re.compile(r"(?:ถึง|ก่อน|(?:วันนี้|บัดนี้)\s?[-–—])\s?(?:ใน)?(?:วัน[ก-๙]*ที่)?\s*$")
_FROM_TODAY = re.compile(r"ตั้งแต่\s?(?:วันนี้|บัดนี้)")
_HELD = re.compile("จัดงาน|จัดแสดง|จัดขึ้น|จะจัด|จัดไป|(?:เข้า|เที่ยว|ร่วม|แวะ)ชม|ชมงาน|ชมนิทรรศการ|เที่ยวงาน")
_at = release_pattern(r"\s*(?:เวลา[^ณ]{3,35})?(?:ณ\s|ที่\s?(?:%(venues)s))")


@dataclass(frozen=True, slots=True)
class LastDay:
    """The last day of something, and the text behind it."""

    day: date
    context: str


def is_last_day(before: str) -> bool:
    """Whether the text before a date says that something ends then."""
    return _UNTIL.search(before[-_BEFORE:]) is not None


def open_until(
    paragraphs: Sequence[str], first: date | None, published: date | None
) -> LastDay | None:
    """The last day on which the public can come to an event, later than its `first`."""
    for until in _told(paragraphs, published or first):
        if first is None or first < until.day < first + LONGEST_EVENT:
            return until
    return None


def _told(paragraphs: Sequence[str], near: date | None) -> Iterator[LastDay]:
    for paragraph in paragraphs:
        for span in days_in(paragraph, near) if "ถึง" in paragraph or "นี้" in paragraph else ():
            before, after = paragraph[: span.start], paragraph[span.end :]
            if not span.several and is_last_day(before) and _is_held(before, after):
                yield LastDay(span.last, after)


def _is_held(before: str, after: str) -> bool:
    """Whether it is held until then, or open from today at a venue."""
    said = before[-_BEFORE:]
    held, other = last_place(_HELD, said), last_place(any_listed("other_days"), said)
    if max(held, other) >= 0:
        return held > other
    return bool(_FROM_TODAY.search(said) and _at().match(after))
