"""Candidates for the fact asked for in a text, found by kind."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from bot.search.passages.amounts import amounts
from bot.search.passages.channels import contacts
from bot.search.passages.days import days
from bot.search.passages.people.answers import who_candidates
from bot.search.passages.people.prizes import is_of_other_rank
from bot.search.passages.prices import asks_gain, prices
from bot.search.passages.rounds import is_of_round, rounds_asked
from bot.search.passages.venues import venues
from bot.search.query import Query
from bot.search.ranking import Candidate
from bot.thai.questions import Aspect

_NAMED_FOR = "".join(f"(?<!{one})" for one in ("ปรมาณู", "ธนาคาร", "กองทุน"))  # names with it inside
_REASON = re.compile(f"(?:{_NAMED_FOR}เพื่อ|เนื่องจาก|เพราะ|ด้วยเหตุ|เป็นผล|ทำให้)[^\\n]{{8,160}}")
_ASKS_CAUSE = re.compile("เพราะ ?(?:อะไร|เหตุ|ไร)|สาเหตุ|เหตุใด|เหตุผล")
_CAUSE = re.compile(  # the usual opening of such a report
    "(?:เนื่องจาก|สืบเนื่อง|ด้วยเหตุ|(?:จาก)?กรณี(?:ที่|การ))[^\\n]{8,160}"
)
_ASKS_AIM = re.compile("เพื่อ ?(?:อะไร|ไร)|(?:วัตถุ|จุด)ประสงค์|จุดมุ่งหมาย")
_AIM = re.compile("(?:(?:วัตถุ|จุด)ประสงค์|จุดมุ่งหมาย|เป้าหมาย)[^\n]{0,20}$")  # before what it is for
_AIM_LETTERS = 40
_OF_ROUND = 0.6  # least likeness in the round asked for, even of a mere month
_OF_NO_ROUND = 0.4  # at most, of what belongs to no round, where another is in the one asked for
_PURPOSE, _SURELY, _UNLIKELY = "เพื่อ", 1.0, 0.1
_MANNER = re.compile(
    "(?:โดย(?!ไม่)|ด้วยการ|ผ่าน|(?<!ความ)สามารถ|ใช้|(?<!ถูก)ต้อง(?!การ)|(?<!เวลา)(?<!การ)(?<!ผู้)ให้)[^\\n]{8,160}"
)


def candidates(text: str, query: Query, today: date) -> list[Candidate]:
    """All pieces of `text` of the kind that a question asks for, in reading order.

    Empty for aspects without a form of their own, such as `WHAT`.
    """
    find = _FINDERS.get(query.aspect)
    found = _gains(text, query, today) or (find(text, query, today) if find else ())
    ranked = [one for one in found if not is_of_other_rank(text, one.start, query)]
    return sorted(_of_its_round(ranked, text, query), key=lambda c: c.start)


def tells_of_round(text: str, query: Query, today: date) -> bool:
    """Whether a text has a candidate that belongs to the round asked for."""
    found = candidates(text, query, today) if rounds_asked(query) else []
    return any(is_of_round(text, one.span, query) for one in found)


def _of_its_round(found: list[Candidate], text: str, query: Query) -> list[Candidate]:
    """The candidates without those of another round; those of the round asked for come first."""
    if not rounds_asked(query):
        return found
    of_it = [is_of_round(text, one.span, query) for one in found]
    most = _OF_NO_ROUND if True in of_it else 1.0
    return [
        one._replace(likeness=_of_round(one.likeness) if told else min(one.likeness, most))
        for one, told in zip(found, of_it, strict=True)
        if told is not False
    ]


def _of_round(likeness: float) -> float:
    """The likeness of a candidate of the round asked for; an unlikely one stays so."""
    return max(likeness, _OF_ROUND) if likeness >= _OF_NO_ROUND else likeness


def _gains(text: str, query: Query, today: date) -> list[Candidate]:
    """The sums that somebody gets, for a bare "ได้เท่าไหร่"; empty where there are none."""
    asked = query.aspect is Aspect.HOWMANY and asks_gain(query)
    told = list(prices(text, query, today)) if asked else []
    return [one for one in told if one.likeness >= _SURELY]


def _manners(text: str, _query: Query, _today: date) -> Iterator[Candidate]:
    return (Candidate.of(m, 0.7) for m in _MANNER.finditer(text))


def _reasons(text: str, query: Query, _today: date) -> Iterator[Candidate]:
    """Reasons; where the cause is asked for and told, no purposes.

    Where the aim is asked for, what the text calls the aim comes first.
    """
    causes = list(_CAUSE.finditer(text)) if _ASKS_CAUSE.search(query.clean) else []
    asks_aim = _ASKS_AIM.search(query.clean)
    for found in _REASON.finditer(text):
        for_it, at = found[0].startswith(_PURPOSE), found.start()
        aim = asks_aim and for_it and _AIM.search(text, max(0, at - _AIM_LETTERS), at)
        likely = _SURELY if aim else _UNLIKELY if causes and for_it else 0.7
        yield Candidate(at, found.end(), likely)
    yield from (Candidate.of(one, _SURELY) for one in causes)


_FINDERS: dict[Aspect, Callable[[str, Query, date], Iterable[Candidate]]] = {
    Aspect.WHEN: days,
    Aspect.WHERE: venues,
    Aspect.WHO: who_candidates,
    Aspect.HOWMANY: amounts,
    Aspect.COST: prices,
    Aspect.CONTACT: contacts,
    Aspect.WHY: _reasons,
    Aspect.HOW: _manners,
}
