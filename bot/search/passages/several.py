"""Whether more than one is told of what is asked: "มีประเทศไหนบ้าง", "กี่ตำบล"."""

import re
from collections.abc import Iterable

from bot.knowledge.entries import Entry
from bot.search.passages.amounts import asked_unit, counts_in
from bot.search.passages.edges import STOPS
from bot.search.ranking import Candidate, Query
from bot.thai.names import Names
from bot.thai.normalise import normalise
from bot.thai.questions import Aspect, focus_of

_WHICH_ALL = re.compile("([ก-๙]{2,30}?)(?:ไหน|ใด|อะไร)(?:บ้าง|มั่ง)")
_LIKELY = 0.5  # likeness of a fact of the kind asked for
_ONLY_COUNTS = re.compile("(?:แล้ว|มี|ทั้งหมด|รวม| )*กี่ ?[ก-๙]{1,8}(?: .*)?")
_GOES_ON = re.compile(f" (?:(?!{STOPS})[^\\s,]{{2,16}},? ){{0,6}}(?:และ|หรือ)[ก-๙]")


def tells_several(told: Iterable[Candidate], text: str, question: str) -> bool:
    """Whether a text tells more than one thing of the kind of which all are asked.

    It names two, counts them, or goes on behind the first: "ประเทศจีน ลาว และพม่า".
    """
    likely = [one for one in told if one.likeness >= _LIKELY]
    if len({text[one.start : one.end].strip() for one in likely}) > 1:
        return True
    return _counts_several(text, question) or any(_GOES_ON.match(text, e.end) for e in likely)


def _counts_several(text: str, question: str) -> bool:
    """Whether a text counts more than one of the kind of which all are asked: "6 จังหวัด"."""
    asked = _WHICH_ALL.search(question)
    kind = Names.load().cut(asked[1])[-1] if asked else ""
    many = f"(?<![0-9.,])(?:[2-9]|[1-9][0-9]{{1,3}}) ?{re.escape(kind)}"
    return bool(kind) and re.search(many, normalise(text)) is not None


def counts_several(entry: Entry, query: Query) -> bool:
    """Whether staff wrote several numbers in the unit that a bare question asks for: "กี่ตำบล"."""
    bare = query.aspect is Aspect.HOWMANY and _ONLY_COUNTS.fullmatch(query.clean)
    unit = asked_unit(query.clean) or focus_of(query.clean) if bare else ""
    return bool(unit) and sum(counts_in(said, unit) for said in entry.facts.values()) > 1
