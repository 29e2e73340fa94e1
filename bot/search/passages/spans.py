"""Pieces of a text that could be the fact asked for, each kind by a finder of its own."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from bot.search.passages.amounts import amounts, prices
from bot.search.passages.channels import contacts
from bot.search.passages.days import days
from bot.search.passages.prizes import is_of_other_rank
from bot.search.passages.venues import venues
from bot.search.passages.whom import somebody
from bot.search.ranking import Candidate
from bot.thai.questions import Aspect


def candidates(aspect: Aspect, text: str, question: str, today: date) -> list[Candidate]:
    """Everything in `text` of the kind that `aspect` asks for, in reading order.

    Empty for aspects that have no form of their own, such as `WHAT`.
    """
    find = _FINDERS.get(aspect)
    found = find(text, question, today) if find else ()
    ranked = (one for one in found if not is_of_other_rank(text, one.start, question))
    return sorted(ranked, key=lambda c: c.start)


_REASON = re.compile("(?:เพื่อ|เนื่องจาก|เพราะ|ด้วยเหตุ|เป็นผล|ทำให้)[^\\n]{8,160}")
_MANNER = re.compile(
    "(?:โดย(?!ไม่)|ด้วยการ|ผ่าน|(?<!ความ)สามารถ|ใช้|(?<!ถูก)ต้อง(?!การ)|ให้)[^\\n]{8,160}"
)


def _plain(pattern: re.Pattern[str]) -> Callable[[str, str, date], Iterator[Candidate]]:
    def find(text: str, _question: str, _today: date) -> Iterator[Candidate]:
        return (Candidate(m.start(), m.end(), 0.7) for m in pattern.finditer(text))

    return find


_FINDERS: dict[Aspect, Callable[[str, str, date], Iterator[Candidate]]] = {
    Aspect.WHEN: days,
    Aspect.WHERE: venues,
    Aspect.WHO: somebody,
    Aspect.HOWMANY: amounts,
    Aspect.COST: prices,
    Aspect.CONTACT: contacts,
    Aspect.WHY: _plain(_REASON),
    Aspect.HOW: _plain(_MANNER),
}
