"""What had better not be offered, for it cannot answer what is asked whatever it shares with it."""

import re

from bot.dialogue.matching.entry_words import missing_words
from bot.dialogue.matching.subjects import is_named_by
from bot.dialogue.message.cues import content_words
from bot.knowledge.entries import Entry
from bot.search.passages.hours import ASKS_OPEN
from bot.search.passages.stated.scoring import CLOCK
from bot.search.ranking import Query
from bot.thai.names import Names
from bot.thai.questions import Aspect

_FEE = re.compile("ค่า(?!ใช้จ่าย|เข้า|สมัคร|บริการ|ธรรมเนียม|ลงทะเบียน|เฉลี่ย|ฝุ่น|pm)([ก-ฮเแโใไ][ก-๙]{2,})")
_SOME, _ONE = 3, 1  # words of a question, and in common with it


def is_unable(entry: Entry, query: Query) -> bool:
    """Whether an entry cannot tell what is asked, or has one word in common with it alone."""
    return (
        _has_no_hours(entry, query)
        or _has_no_such_fee(entry, query)
        or _shares_one_word(entry, query)
    )


def _has_no_hours(entry: Entry, query: Query) -> bool:
    """Whether it is asked when a place opens, which is none that an entry is about and opens."""
    if query.aspect is not Aspect.WHEN or not ASKS_OPEN.search(query.clean):
        return False
    event, contact = entry.event, entry.contact
    hours = (event and event.time) or (contact and contact.hours) or CLOCK.search(entry.body)
    return not hours or not is_named_by(entry, content_words(query.terms))


def _has_no_such_fee(entry: Entry, query: Query) -> bool:
    """Whether an entry has never heard of what has to be paid for: "ค่าเทอม"."""
    return bool(missing_words(entry, fee_asked(query)))


def fee_asked(query: Query) -> list[str]:
    """The word for what has to be paid for, "เทอม" in "ค่าเทอม"; [] if no such fee is asked."""
    fee = _FEE.search(query.clean) if query.aspect is Aspect.COST else None
    return Names.load().cut(fee[1])[:1] if fee else []


def _shares_one_word(entry: Entry, query: Query) -> bool:
    own = list(dict.fromkeys(content_words(query.terms)))
    return len(own) >= _SOME and len(own) - len(missing_words(entry, own)) <= _ONE
