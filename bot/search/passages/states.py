"""Whether what an entry is about still goes on, as far as it tells."""

import re

from bot.knowledge.entries import Entry
from bot.search.ranking import Query
from bot.thai.questions import asks_whether_still

_LABEL = re.compile("สถานะ|ปัจจุบัน|ตอนนี้")
_STATE = re.compile("สถานะ|ยัง|ปัจจุบัน|สิ้นสุด|เลิก|ปิด|หมด|จบ|ผ่านไป")


def state_told(entry: Entry, query: Query) -> str:
    """The state that staff wrote down, for who asks "ยังมีไหม"; "" for others, or if they did not."""
    if not asks_whether_still(query.clean):
        return ""
    return next((value for label, value in entry.facts.items() if _LABEL.match(label)), "")


def is_state(text: str) -> bool:
    """Whether a fact may tell that something goes on, or is over."""
    return bool(_STATE.search(text))
