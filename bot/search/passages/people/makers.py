"""Who made, held or did something, and with whom: mostly offices, named beside what they did."""

import re
from functools import lru_cache

from bot.search.passages.people.names import ORGANISATION, names_body, offices
from bot.search.passages.people.wanted import (
    FOUNDED,
    FUNDED,
    HELD,
    MADE,
    OPENED,
    asks_founder,
    asks_holder,
    asks_opener,
)
from bot.search.ranking import Candidate

_BESIDE = 16  # letters before and behind a word for what somebody did
_OURSELVES = re.compile("กระทรวง ?อว")


# What an office does by a title, "วศ. แนะวิธีเก็บไข่", in any of the words for it.
_DEEDS = (
    "(?:ส่ง)?มอบ(?!หมาย|นโยบาย|อำนาจ)|ส่ง(?!เสริม)|บริจาค|แจก(?!ัน)",
    "แนะ(?!แนว)|เตือน|เผยวิธี",
    "สอน(?!ทาน)|อบรม",
    "ชี้แจง|ยืนยัน(?!ตัว)",
)
_NOT_MADE = ((asks_holder, HELD), (asks_opener, OPENED), (asks_founder, FOUNDED))
_ASKS_PARTNER = re.compile(
    "(?:^|แล้ว|ร่วม(?:มือ|งาน)?|จับมือ|ผนึก(?:กำลัง)?|ทำ(?:งาน)?)(?:กัน)? ?(?:กับ|กะ) ?ใคร"
)
_ASKS_MET = re.compile(
    "(?:(?<!ค้น)พบ(?:ปะ)?(?:กับ|กะ)?|คารวะ|(?:หารือ|คุย|สนทนา|เจรจา)(?:กัน)? ?(?:กับ|กะ)) ?ใคร"
    "(?!ติด|ป่วย|ผิด|เป็น)"
)
_MET = re.compile(
    "(?:(?:เข้า|ได้|ร่วม)พบ(?:ปะ)?(?:และ)?|คารวะ(?:และ)?|หารือ|สนทนา|เจรจา){1,2}(?:ร่วม)?(?:กับ)?"
    " ?(?:ท่าน ?)?$"
)
_MET_LETTERS = 40
_WITH = re.compile(
    "(?:ร่วม(?:มือ|งาน)?กับ|จับมือ(?:ร่วม)?(?:กับ)?|ผนึก(?:กำลัง)?(?:ร่วม)?(?:กับ)?)"
    r" ?(?!ร่วม|กัน|พัฒนา|ขับเคลื่อน|[0-9๐-๙])(\S{4,80})"
)
_SEVERAL = re.compile("และ|พันธมิตร|[,/–-]| กับ|[0-9๐-๙] ?(?:แห่ง|บริษัท|หน่วยงาน|องค์กร|มหาวิทยาลัย)")
_TEAM = "(?:ทีม|คณะ|กลุ่ม)?(?:นัก|ผู้)?(?:วิจัย|วิทยาศาสตร์|พัฒนา|ประดิษฐ์)?(?:ไทย)? ?(?:จาก|ของ)? ?"
_UNIVERSITY = "จุฬาลงกรณ์มหาวิทยาลัย|จุฬาฯ"  # that does not begin with what it is
_NAME, _QUOTES = 60, "“”\"'‘’"


def maker_in(title: str, body: str, question: str) -> str:
    """The office whose a thing is by its title, "แอปของจิสด้า", or that made it; "" for none.

    What was held is nobody's by such words: an office may hold "งานของ สวทช." as well.
    """
    deed = next((deed for asks, deed in _NOT_MADE if asks(question)), MADE)
    made = deed is MADE
    owner = re.search(f"ของ ?({offices().pattern})", title, re.IGNORECASE) if made else None
    if owner:
        return owner[1]
    did = _done_by(deed)
    found = did.search(title) or did.search(body)
    if found:
        return found[1] or found[2]
    teams = {one[1] for one in _made_by().finditer(body)} if made else set()
    return teams.pop() if len(teams) == 1 else ""


def doer_in(title: str, question: str) -> str:
    """The office that does by a title what a question asks of somebody: "ใครส่ง"; "" for none."""
    for deed in _DEEDS:
        if re.search(f"ใคร(?:เป็น)?(?:คน|ผู้)?(?:{deed})", question):
            did = re.match(f"({offices().pattern}) ?(?:{deed})", title, re.IGNORECASE)
            return did[1] if did else ""
    return ""


@lru_cache(maxsize=4)
def _done_by(deed: str) -> re.Pattern[str]:
    office = f"{_OURSELVES.pattern}\\.?|{offices().pattern}"
    beside = "(?:(?:ร่วม)?(?:กับ|และ)[^ \\n]{2,40}?)?" if deed is OPENED else ""
    before = f"({office}) ?{beside}(?:ได้|ร่วมกัน|เป็นผู้)?(?:{deed})"
    return re.compile(f"{before}|(?:{deed})(?:ขึ้น)?โดย ?({office})", re.IGNORECASE)


@lru_cache(maxsize=1)
def _made_by() -> re.Pattern[str]:
    """The people of an organisation by whom, as a text says, something was made."""
    body = f"{ORGANISATION.pattern}|{_UNIVERSITY}|{offices().pattern}"
    return re.compile(f"(?:{MADE})(?:ขึ้น)?โดย ?({_TEAM}(?:{body}))", re.IGNORECASE)


@lru_cache(maxsize=1)
def _funded_by() -> re.Pattern[str]:
    """Right before a word for what a funder does, or behind what came from them."""
    body = f"{offices().pattern}|{ORGANISATION.pattern}|กองทุน[^\\s(]{{3,60}}"
    given = "(?<!ลง)(?<!กอง)(?<!ต้น)(?:ทุน|งบ(?:ประมาณ)?)(?:การ|วิจัย|สนับสนุน|อุดหนุน|พัฒนา|และ|นวัตกรรม| )*"
    return re.compile(
        f"(?P<before>{body})(?: ?\\([^)\n]{{2,40}}\\))? ?(?:ได้|จะ|เป็น|ผู้|ร่วม|ให้การ)*{FUNDED}"
        f"|(?:{given}|ได้รับการสนับสนุน|ภายใต้การสนับสนุน)(?:มา)?(?:จาก|โดย) ?(?P<behind>{body})",
        re.IGNORECASE,
    )


def funders(text: str) -> list[Candidate]:
    """The offices of which a text tells that they paid for something to be done."""
    found = ((one, "before" if one["before"] else "behind") for one in _funded_by().finditer(text))
    return [Candidate(*one.span(side), 1.0) for one, side in found]


def body_beside(deed: str, text: str, reach: int = _BESIDE) -> bool:
    """Whether an organisation is named beside a word for what it did: "ประกาศกระทรวง อว."."""
    stretches = (
        text[max(0, found.start() - reach) : found.end() + reach]
        for found in re.finditer(re.escape(deed), text)
    )
    return any(_OURSELVES.search(one) or names_body(one) for one in stretches)


def asks_partner(question: str) -> bool:
    """Whether a normalised question wants with whom it was done, by whomever: "ร่วมกับใคร"."""
    return bool(_ASKS_PARTNER.search(question))


def asks_met(question: str) -> bool:
    """Whether a normalised question wants whom somebody met: "ไปพบใคร", "คุยกับใคร"."""
    return bool(_ASKS_MET.search(question))


def is_met(text: str, start: int) -> bool:
    """Whether a text tells right before a name that somebody met them."""
    return _MET.search(text, max(0, start - _MET_LETTERS), start) is not None


def partner_in(title: str, question: str) -> str:
    """With whom a title says that it was done, to who asks that; "" if with nobody, or several."""
    told = _WITH.search(title) if asks_partner(question) else None
    alone = told and len(told[1]) <= _NAME and not _SEVERAL.search(title, told.start(1))
    return told[1].strip(_QUOTES) if told and alone else ""


def partners(text: str) -> list[Candidate]:
    """Those with whom, by a text, somebody did something."""
    return [Candidate(*found.span(1), 1.0) for found in _WITH.finditer(text)]
