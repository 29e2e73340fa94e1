"""Releases of an event that is put off, called off, or whose days were told wrong.

The days it was to be held on are in them too, mostly before the new ones and as plainly told.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from bot.knowledge.words import release_pattern

_LEAD = 2  # paragraphs that may say so where the title does not
_ANEW = re.compile(
    r"(?:เป็น|(?<=เลื่อน)ไป|ออกไป|ไปจัด|ใหม่)(?:คือ|ใน|ช่วง|ระหว่าง|\s){0,4}(?:วัน[ก-๙]*ที่)?\s*$"
)


class Plans(StrEnum):
    """What a release says of the days that were told before."""

    AS_TOLD = "as told"
    PUT_OFF = "put off"
    CALLED_OFF = "called off"


# How either is said, and given notice of; a deadline that is put off is no event's day.
_SAID = {
    Plans.CALLED_OFF: "(?:%(called_off)s)(?!%(no_called_off)s)",
    Plans.PUT_OFF: r"(?!%(no_put_off)s)(?:%(put_off)s)(?!\S{0,20}(?:%(other_days)s))",
}
_CHANGES = {
    plans: (release_pattern(change), release_pattern(rf"(?:ขอ|แจ้ง|ประกาศ){change}"))
    for plans, change in _SAID.items()
}


def plans_of(title: str, paragraphs: Sequence[str]) -> Plans:
    """Whether a release puts off or calls off what it tells of, in its title or as a notice."""
    lead = " ".join(paragraphs[:_LEAD])
    for plans, (change, notice) in _CHANGES.items():
        if change().search(title) or notice().search(lead):
            return plans
    return Plans.AS_TOLD


def takes_a_place(before: str) -> bool:
    """Whether what stands before some days says that they take the place of others."""
    return _ANEW.search(before) is not None
