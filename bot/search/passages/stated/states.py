"""Whether what an entry is about still goes on."""

import re

from bot.knowledge.entries import Entry, Kind
from bot.knowledge.words import shipped_lists
from bot.search.query import Query
from bot.thai.patterns import predicate

_LABEL = re.compile("สถานะ|ปัจจุบัน|ตอนนี้")
_OVER = re.compile("\\((?:[^()]* )?((?:สิ้นสุด|ปิดรับ(?:สมัคร)?|จบ)แล้ว)\\)")
_NO_MORE = re.compile(
    "(?<![ก-๙])ไม่(?:ได้)?(?:เปิด)?รับ(?:สมัคร)?(?:ตาม|ใน)?(?:รอบ|โครงการ)?(?:นี้|นั้น)?แล้ว(?![ก-๙])"
)
is_state = predicate(  # whether a fact may tell that something goes on, or is over
    "สถานะ|ยัง|ปัจจุบัน|สิ้นสุด|เลิก|ปิด|หมด|จบ|ผ่านไป"
)


def state_told(entry: Entry, query: Query) -> str:
    """The state that staff wrote down, if asked for: "ยังมีไหม"; "" for none.

    Or that of the title, "… (ปิดรับแล้ว)", or that the text says nobody is taken on.
    """
    if not query.asks_still:
        return ""
    over, no_more = _OVER.search(entry.title), _NO_MORE.search(entry.body)
    told = over[1] if over else no_more[0] if no_more else ""
    return stated_state(entry) or told


def stated_state(entry: Entry) -> str:
    """The state that staff wrote down; "" for none."""
    return next((value for label, value in entry.facts.items() if _LABEL.match(label)), "")


def outlasts_its_day(entry: Entry) -> bool:
    """Whether a title is about something that goes on after the day of the news: a ward opens."""
    lasting = any(word in entry.title for word in shipped_lists("gatherings")["lasting"])
    return entry.kind is Kind.NEWS and lasting
