"""Whether there are several answers: "มีประเทศไหนบ้าง", "กี่ตำบล"."""

import re
from collections.abc import Iterable, Sequence

from bot.knowledge.entries import Entry
from bot.search.passages.amounts import asked_unit, counts_in
from bot.search.passages.word_boundaries import STOPS
from bot.search.query import Query, asks_for
from bot.search.ranking import Candidate
from bot.thai.names import Names
from bot.thai.normalise import normalise
from bot.thai.questions import Aspect

_WHICH_ALL = re.compile("([ก-๙]{2,30}?)(?:ไหน|ใด|อะไร)(?:บ้าง|มั่ง)")
_LIKELY, _POSSIBLE = 0.5, 0.2  # likeness of a likely fact, and of a possible one
_SCOPE = "ทั้ง(?:หมด|สิ้น|ประเทศ)|ทั่วประเทศ|(?<!รวบ)รวม(?!ถึง|มิตร)"
only_counts = asks_for(  # for a number, and names nothing else
    f"^(?:แล้ว|มี|{_SCOPE}| )*กี่ ?[ก-๙]{{1,8}}(?: .*)?$"
)
asks_whole = asks_for(_SCOPE)  # for the number of all there is: "ทั้งหมดกี่ทีม"
_LEADS_TO_WHOLE = re.compile(
    "(?:(?:ทั้งหมด|ทั้งสิ้น|รวม(?!ถึง|ทั้ง(?!หมด|สิ้น)))[^0-9\n]{0,12}"
    "|(?:ทั่ว|ทั้ง)(?:ประเทศ|ราชอาณาจักร) ?(?:กว่า|จำนวน)? ?)$"
)
_ENDS_WHOLE = re.compile("[^\n]{0,34}?(?<!จาก)(?:ทั่ว|ทั้ง)(?:ประเทศ|ราชอาณาจักร)")
_NUMBER = re.compile("([0-9][0-9,]*(?:[.][0-9]+)?) ?(พัน|หมื่น|แสน|ล้าน)?")
_TIMES = {"พัน": 1e3, "หมื่น": 1e4, "แสน": 1e5, "ล้าน": 1e6}
_PLACES = "(?:แห่ง|จุด|จังหวัด)"  # of which "ที่ไหนบ้าง" asks all
_BEFORE = 30  # letters before a number
_GOES_ON = re.compile(f" (?:(?!{STOPS})[^\\s,]{{2,16}},? ){{0,6}}(?:และ|หรือ)[ก-๙]")


def tells_several(told: Iterable[Candidate], text: str, query: Query) -> bool:
    """Whether a text has several of a kind of which all are asked for.

    It names two, counts them, or goes on behind the first: "ประเทศจีน ลาว และพม่า". Possible ones
    count where none is likely.
    """
    possible = [one for one in told if one.likeness >= _POSSIBLE]
    likely = [one for one in possible if one.likeness >= _LIKELY] or possible
    if len({text[one.start : one.end].strip() for one in likely}) > 1:
        return True
    return _counts_several(text, query) or any(_GOES_ON.match(text, e.end) for e in likely)


def _counts_several(text: str, query: Query) -> bool:
    """Whether a text counts several of the kind of which all are asked for: "6 จังหวัด"."""
    asked = _WHICH_ALL.search(query.clean)
    kind = Names.load().cut(asked[1])[-1] if asked else ""
    counted = _PLACES if kind in ("ที่", "ตรง") else re.escape(kind)
    many = f"(?<![0-9.,])(?:[2-9]|[1-9][0-9]{{1,3}}) ?{counted}"
    return bool(kind) and re.search(many, normalise(text)) is not None


def _names_no_part(query: Query) -> bool:
    """Whether a question for a number can mean no part of a total: "มีกี่ตำบล", "ทั้งหมดกี่ทีม"."""
    if query.aspect not in (Aspect.HOWMANY, Aspect.COST):
        return False
    return asks_whole(query) or only_counts(query)


def _numbers_told(told: Iterable[Candidate], text: str) -> set[float]:
    """The distinct numbers of the amounts; "3 พัน" is 3,000."""
    found = (_NUMBER.search(normalise(text[one.start : one.end])) for one in told)
    return {
        float(number[1].replace(",", "")) * _TIMES.get(number[2] or "", 1.0)
        for number in found
        if number
    }


def tells_parts(told: Iterable[Candidate], text: str, query: Query) -> bool:
    """Whether a text has several numbers in the unit, and the question names no part."""
    counted = [one for one in told if one.likeness >= 1]
    return _names_no_part(query) and len(_numbers_told(counted, text)) > 1


def totals(told: Sequence[Candidate], text: str) -> list[int]:
    """Which amounts the text calls the total; [] if these differ."""
    whole = [
        place
        for place, one in enumerate(told)
        if _LEADS_TO_WHOLE.search(text, max(0, one.start - _BEFORE), one.start)
        or _ENDS_WHOLE.match(text, one.end)
        or _ENDS_WHOLE.search(text, one.start, one.end)
    ]
    return whole if len(_numbers_told([told[place] for place in whole], text)) == 1 else []


def counts_several(entry: Entry, query: Query) -> bool:
    """Whether staff wrote several numbers in the unit that a bare question asks for: "กี่ตำบล"."""
    bare = query.aspect is Aspect.HOWMANY and only_counts(query)
    unit = asked_unit(query) or query.focus if bare else ""
    return bool(unit) and sum(counts_in(said, unit) for said in entry.facts.values()) > 1
