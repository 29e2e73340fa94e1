"""Whether an event is held as announced, postponed or cancelled.

Such a release also tells the old days, mostly before the new ones and as plainly.
"""

import re
from collections.abc import Sequence
from enum import Enum, auto

from bot.knowledge.words import release_pattern

_LEAD = 2  # paragraphs that may say so where the title does not
_NEW_DATE = re.compile(
    r"(?:เป็น|(?<=เลื่อน)ไป|ออกไป|ไปจัด|ใหม่)(?:คือ|ใน|ช่วง|ระหว่าง|\s){0,4}(?:วัน[ก-๙]*ที่)?\s*$"
)


class EventStatus(Enum):
    """As schema.org has it; days that were announced wrongly count as postponed."""

    SCHEDULED = auto()
    POSTPONED = auto()
    CANCELLED = auto()


_WORDINGS = {
    EventStatus.CANCELLED: "(?:%(called_off)s)(?!%(no_called_off)s)",
    # A deadline that is extended is no event's day.
    EventStatus.POSTPONED: r"(?!%(no_put_off)s)(?:%(put_off)s)(?!\S{0,20}(?:%(other_days)s))",
}
_IN_TITLE = {status: release_pattern(words) for status, words in _WORDINGS.items()}
_IN_NOTICE = {
    status: release_pattern(f"(?:ขอ|แจ้ง|ประกาศ){words}") for status, words in _WORDINGS.items()
}


def status_of(title: str, paragraphs: Sequence[str]) -> EventStatus:
    """The status that a release gives its event, in its title or as a notice in its lead."""
    lead = " ".join(paragraphs[:_LEAD])
    for status in _WORDINGS:
        if _IN_TITLE[status]().search(title) or _IN_NOTICE[status]().search(lead):
            return status
    return EventStatus.SCHEDULED


def is_new_date(before: str) -> bool:
    """Whether the text before a date says that it replaces another."""
    return _NEW_DATE.search(before) is not None
