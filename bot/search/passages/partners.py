"""With whom somebody did something: who stands behind "ร่วมกับ" or "จับมือ", and not who did it."""

import re

from bot.search.ranking import Candidate

_ASKS = re.compile("(?:^|แล้ว|ร่วม(?:มือ|งาน)?|จับมือ|ผนึก(?:กำลัง)?|ทำ(?:งาน)?)(?:กัน)? ?(?:กับ|กะ) ?ใคร")
_WITH = re.compile(
    "(?:ร่วม(?:มือ|งาน)?กับ|จับมือ(?:ร่วม)?(?:กับ)?|ผนึก(?:กำลัง)?(?:ร่วม)?(?:กับ)?)"
    r" ?(?!ร่วม|กัน|พัฒนา|ขับเคลื่อน|[0-9๐-๙])(\S{4,80})"
)
_SEVERAL = re.compile("และ|พันธมิตร|[,/–-]| กับ|[0-9๐-๙] ?(?:แห่ง|บริษัท|หน่วยงาน|องค์กร|มหาวิทยาลัย)")
_NAME, _QUOTES = 60, "“”\"'‘’"


def asks_partner(question: str) -> bool:
    """Whether a normalised question wants with whom it was done, by whomever: "ร่วมกับใคร"."""
    return bool(_ASKS.search(question))


def partner_in(title: str, question: str) -> str:
    """With whom a title says that it was done, to who asks that; "" if with nobody, or several."""
    told = _WITH.search(title) if asks_partner(question) else None
    alone = told and len(told[1]) <= _NAME and not _SEVERAL.search(title, told.start(1))
    return told[1].strip(_QUOTES) if told and alone else ""


def partners(text: str) -> list[Candidate]:
    """Those with whom, by a text, somebody did something."""
    return [Candidate(*found.span(1), 1.0) for found in _WITH.finditer(text)]
