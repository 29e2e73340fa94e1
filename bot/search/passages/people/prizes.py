"""Prizes and ranks: who won which."""

import re

from bot.knowledge.entries import Entry
from bot.search.query import Query, reading
from bot.thai.normalise import letters_in, squeeze
from bot.thai.numbers import number_of

_NUMBER = "(?:ที่)? ?([1-9๑-๙](?![0-9๐-๙,.])|หนึ่ง|สอง|สาม|สี่|ห้า)"
_RUNNER_UP = f"รอง(?:ชนะ(?:เลิศ)?|แชมป์|(?=อันดับ|ลำดับ))(?: ?(?:อันดับ|ลำดับ)?{_NUMBER})?"
WIN = "(?<!ญ)(?<!ภา)(?<!โภ)ชนะ"  # no ภาชนะ, พยัญชนะ
WINS = f"(?<!ชิง){WIN}"  # and not only competes
_TOLD = re.compile(f"{_RUNNER_UP}|(?<!ชิง)ชนะเลิศ|รางวัล(?:ที่|อันดับ){_NUMBER}")
_WON_BEHIND = re.compile(  # behind whoever won, "ทีมว่าว … ชนะเลิศ ด้วย"
    "[^\n,]{0,60}?(?<!รอง)(?<!ชิง)(?<!รางวัล)ชนะ(?:เลิศ)?(?! ?(?:ได้แก่|คือ|อันดับ))"
)
_HEADING, _BELOW = re.compile("^[ \t•–-]*รางวัล[^\n:]{0,40}:", re.MULTILINE), 240  # letters
_LABELLED = re.compile(f"{_RUNNER_UP}|{WINS}|แชมป์|(?:รางวัล|อันดับ){_NUMBER}")
_OF_ALL = re.compile("รางวัล(?:รวม|ทั้งหมด)")
_ASKED = re.compile(
    f"{_RUNNER_UP}|{WINS}|แชมป์|(?:ได้|รางวัล|อันดับ){_NUMBER}|^(?:แล้ว|คน|ทีม)*{_NUMBER} ?ได้"
)
_WON = "(?:รอง)?(?:ชนะ|แชมป์)|ที่ ?(?:[1-5]|หนึ่ง|สอง|สาม)(?![0-9])|(?:รับ)?(?:รางวัล|เหรียญ|ถ้วย)|คว้า(?!น)"
_WHO_WON = (
    "ใคร|(?:ทีม|โรงเรียน|รร\\.?|วิทยาลัย|มหาวิทยาลัย|มหาลัย|คน|กลุ่ม|บริษัท|ผลงาน|จังหวัด|ประเทศ)"
    " ?(?:ไหน|ใด|อะไร)"
)
_ASKS_WINNER = re.compile(
    f"(?:{_WHO_WON}) ?(?:เป็น|ผู้|คน|ที่(?! ?[1-5หส])|จะ|ได้|เคย){{0,4}}(?:{_WON})"
    f"|(?:ชนะ|แชมป์|รางวัล|รอง(?=อันดับ|ลำดับ)).{{0,40}}(?:คือ|เป็น|ได้แก่) ?(?:{_WHO_WON}|ทีม)"
)
_HANDS_OVER = re.compile(  # whoever did won nothing: "ประธานมอบรางวัลคือใคร"
    "ประธาน|พิธีกร|(?:กรรมการ|คน|ผู้)ตัดสิน"
    "|(?<!รับ)(?:มอบ|แจก) ?(?:เงิน|โล่|ถ้วย)?(?:รางวัล|เหรียญ)[^ ]{0,20}(?:คือ|เป็น|ชื่อ) ?ใคร"
)
_SORT_ASKED = re.compile("(โรงเรียน|รร|วิทยาลัย|มหาวิทยาลัย|บริษัท|จังหวัด|ประเทศ)\\.? ?(?:ไหน|ใด|อะไร)")
_SORTS, _BODIES = {"รร": "โรงเรียน"}, ("บริษัท", "มหาวิทยาลัย")
_NAMED_WINNER = re.compile(  # up to what they won it by
    "(?<!ชิง)ชนะเลิศ(?:(?!ได้แก่|คือ|ชนะ|\n).){0,60}?(?:ได้แก่|คือ|ตกเป็นของ|เป็นของ) ?"
    '(ผลงาน ?[“"][^”"\n]{2,60}[”"]|(?:ทีม ?|โรงเรียน ?|ผลงาน ?)?[^\\s“”,(]{2,40}'
    "(?: (?!จาก|ด้วย|โดย|ซึ่ง|ได้|เป็น|เพื่อ|และ|นำ|กับ|ส่วน|อันดับ|ชื่อ|รอง|รางวัล)"
    "[ก-๙A-Za-z][ก-๙A-Za-z-]{1,24}){0,3})"
)
_WINNER = re.compile("^(?:ผู้|ทีม)?(?:ที่)?(?:ได้)?(?:รางวัล)?(?:ชนะ|แชมป์)")
_ASKS_PRIZE = re.compile(  # as it is said, and misspelt
    "(?:ได้?|คว้า|รับ)(?:รับ|มา|ไป)*(?:ราง?วั[ลน]|เหรียญ|ถ้วย|ที่|อันดับ) ?(?:ที่)?(?:อะไร|ไหน|ใด|ไร|เท่าไ)"
)
_NAME = 3  # letters of a word of a name
_SECOND = re.compile("รอง|(?:ที่|อันดับ) ?[2-9]")


def is_of_other_rank(text: str, place: int, query: Query) -> bool:
    """Whether a paragraph, up to a place, is about another rank than the question asks for.

    Where it names none, the heading above it does: "รางวัลที่ 2 : …".
    """
    asked = _ASKED.search(query.clean)
    if asked is None:
        return False
    paragraph = text[:place].rpartition("\n")[2]
    told = list(_TOLD.finditer(paragraph))
    above = [] if told else list(_HEADING.finditer(text, max(0, place - _BELOW), place))[-1:]
    if above:
        told = list(_TOLD.finditer(above[0][0]))
        return not told or _rank(told[-1]) != _rank(asked)
    if not told:
        return _rank(asked) > 1 and _WON_BEHIND.match(text, place) is not None
    return _rank(told[-1]) != _rank(asked)


def is_ranked(label: str, query: Query) -> bool:
    """Whether a label is of the rank in a normalised question: "เงินรางวัลที่ 2"."""
    asked, told = _ASKED.search(query.clean), _LABELLED.search(label)
    return asked is not None and told is not None and _rank(told) == _rank(asked)


def is_ranked_otherwise(label: str, value: str, query: Query) -> bool:
    """Whether a fact is of other ranks than asked for, or of all together: "เงินรางวัลรวม"."""
    asked = _ASKED.search(query.clean)
    if asked is None:
        return False
    named = list(_LABELLED.finditer(label)) or _LABELLED.finditer(value)
    told = {_rank(one) for one in named}
    return bool(_OF_ALL.search(label)) or (bool(told) and _rank(asked) not in told)


def _rank(found: re.Match[str]) -> int:
    """1 for the winner, 2 for the first runner-up."""
    number = number_of(next(filter(None, found.groups()), "")) or 1
    return 1 + number if found[0].startswith("รอง") else number


@reading
def asks_winner(query: Query) -> bool:
    """Whether a normalised question wants who won: "ทีมไหนได้แชมป์"."""
    return bool(_ASKS_WINNER.search(query.clean)) and not _HANDS_OVER.search(query.clean)


def winners(text: str, query: Query) -> list[tuple[int, int]]:
    """Where a text names the winner or runner-up, "ชนะเลิศ ได้แก่ …", of the sort asked for."""
    sort = _SORT_ASKED.search(query.clean)
    return [
        one.span(1)
        for one in _NAMED_WINNER.finditer(text)
        if sort is None or one[1].startswith(_SORTS.get(sort[1], sort[1]))
    ]


def may_win_as_organisation(query: Query) -> bool:
    """Whether the winner may be a firm or university, which a text may name far from the prize."""
    sort = _SORT_ASKED.search(query.clean)
    return sort is None or sort[1] in _BODIES


def prize_stated(entry: Entry, query: Query) -> str:
    """The prize that staff gave for those named in a question, "ทีมว่าวได้รางวัลอะไร"; "" for none."""
    if not _ASKS_PRIZE.search(query.clean):
        return ""
    named = {word for word in map(squeeze, query.terms) if len(word) >= _NAME}
    ranked = {
        label: sum(word in letters_in(value) for word in named)
        for label, value in entry.facts.items()
        if _LABELLED.search(label)
    }
    most = max(ranked.values(), default=0)
    told = [label for label, shared in ranked.items() if shared == most > 0]
    return f"{told[0]}: {entry.facts[told[0]]}" if len(told) == 1 else ""


def winner_stated(entry: Entry, query: Query) -> str:
    """Whom staff named as the winner, or runner-up, that a question asks for; "" for none."""
    if not asks_winner(query):
        return ""
    asked = _ASKED.search(query.clean) if _SECOND.search(query.clean) else None
    if asked is None:
        return next((value for label, value in entry.facts.items() if _WINNER.search(label)), "")
    ranked = ((_LABELLED.match(label), value) for label, value in entry.facts.items())
    return next((value for rank, value in ranked if rank and _rank(rank) == _rank(asked)), "")
