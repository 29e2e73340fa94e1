"""What may answer a message that leans on its entry, though few words of it agree."""

import re
from datetime import date

from bot.knowledge.entries import Entry
from bot.search.passages.amounts import is_free, is_paid, is_total
from bot.search.passages.doers import deed_of, tells_of
from bot.search.passages.makers import body_beside
from bot.search.passages.quoting import Span, counts_several
from bot.search.passages.several import tells_several
from bot.search.passages.spans import (
    asks_maker,
    asks_signer,
    asks_winner,
    candidates,
    names_body,
)
from bot.search.ranking import Query
from bot.thai.questions import Aspect, wants_several

_DID = re.compile(
    "ใคร(?:เป็น)?(?:คน|ผู้)?(ประกาศ|กำหนด|ดูแล|กำกับ|อนุมัติ|ออกทุน|ให้ทุน|สนับสนุน|รับผิดชอบ|รับรอง|ควบคุม)"
)


def is_trusted(fact: Span | None, entry: Entry, query: Query) -> bool:
    """Whether a fact may answer a message that leans on its entry.

    An amount of money far from the words of the question is somebody else's, unless the text says
    that it is paid, or free, or the title that it is the sum, and no more is asked.
    """
    if fact is None or fact.kind is not Aspect.COST or fact.is_plain:
        return fact is not None
    if is_total(fact.text, entry.title, query.clean):
        return True
    return is_paid(fact.text, entry.body, query.clean) or is_free(fact.text, query.clean)


def may_tell(entry: Entry, query: Query, today: date) -> bool:
    """Whether an entry may tell what is asked though no fact of it is sure.

    Who made, signed or did something may be an office; who won is told, or is said to be missing.
    """
    if asks_winner(query.clean) or _names_maker(entry, query) or _tells_doer(entry, query):
        return True
    if _is_beside_body(entry, query):
        return True
    if counts_several(entry, query):
        return True
    told = candidates(query.aspect, entry.body, query.clean, today)
    return wants_several(query.clean) and tells_several(told, entry.body, query.clean)


def _names_maker(entry: Entry, query: Query) -> bool:
    asked = asks_maker(query.clean) or asks_signer(query.clean)
    return asked and names_body(entry.body)


def _is_beside_body(entry: Entry, query: Query) -> bool:
    """Whether the text names an office beside what somebody is asked for, "ใครประกาศ"."""
    did = _DID.search(query.clean) if query.aspect is Aspect.WHO else None
    return did is not None and body_beside(did[1], entry.body)


def _tells_doer(entry: Entry, query: Query) -> bool:
    deed = deed_of(query.clean, entry.body) if query.aspect is Aspect.WHO else None
    return deed is not None and tells_of(deed, entry.body)
