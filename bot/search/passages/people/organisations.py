"""Organisations that made, held, funded or did something, and their partners."""

import re
from functools import lru_cache

from bot.search.passages.people.names import (
    ORGANISATION,
    names_organisation,
    offices,
    person_pattern,
)
from bot.search.passages.people.question_types import (
    FOUNDED,
    FUNDED,
    HELD,
    MADE,
    OPENED,
    asks_founder,
    asks_holder,
    asks_opener,
)
from bot.search.passages.word_boundaries import NAMELESS, STOPS
from bot.search.query import Query, asks_for
from bot.search.ranking import Candidate

_BESIDE = 16  # letters before and behind a word for what somebody did
_OURSELVES = re.compile("กระทรวง ?อว")


# What an office does by a title, "วศ. แนะวิธีเก็บไข่", with synonyms.
_DEEDS = {
    deed: asks_for(f"ใคร(?:เป็น)?(?:คน|ผู้)?(?:{deed})")
    for deed in (
        "(?:ส่ง)?มอบ(?!หมาย|นโยบาย|อำนาจ)|ส่ง(?!เสริม)|บริจาค|แจก(?!ัน)",
        "แนะ(?!แนว)|เตือน|เผยวิธี",
        "สอน(?!ทาน)|อบรม",
        "ชี้แจง|ยืนยัน(?!ตัว)",
    )
}
_NOT_MADE = ((asks_holder, HELD), (asks_opener, OPENED), (asks_founder, FOUNDED))
asks_partner = asks_for(  # with whom it was done, by whomever: "ร่วมกับใคร"
    "(?:^|แล้ว|ร่วม(?:มือ|งาน)?|จับมือ|ผนึก(?:กำลัง)?|ทำ(?:งาน)?)(?:กัน)? ?(?:กับ|กะ) ?ใคร"
)
asks_met = asks_for(  # "ไปพบใคร", "คุยกับใคร"
    "(?:(?<!ค้น)พบ(?:ปะ)?(?:กับ|กะ)?|คารวะ|(?:หารือ|คุย|สนทนา|เจรจา)(?:กัน)? ?(?:กับ|กะ)) ?ใคร"
    "(?!ติด|ป่วย|ผิด|เป็น)"
)
_MET = re.compile(
    "(?:(?:เข้า|ได้|ร่วม)พบ(?:ปะ)?(?:และ)?|คารวะ(?:และ)?|หารือ|สนทนา|เจรจา){1,2}(?:ร่วม)?(?:กับ)?"
    " ?(?:ท่าน ?)?$"
)
_MET_LETTERS = 40
_TOGETHER = (  # leads up to partners
    "(?:ร่วม(?:มือ|งาน)?กับ|จับมือ(?:ร่วม)?(?:กับ)?|ผนึก(?:กำลัง|ความร่วมมือ)?(?:ร่วม)?(?:กับ)?) ?"
)
_WITH = (
    "(?:หารือ|ประชุม|ลงนาม|ข้อตกลง|ทำ(?:งาน)?|พัฒนา|วิจัย|ผลิต|จัด)"
    "(?:(?!ระหว่าง)[^\n]){0,40}?(?<!กำ)(?<!เกี่ยว)กับ ?"
)
_BETWEEN = "(?:ลงนาม|บันทึก|ข้อตกลง|MOU)[^\n]{0,160}?ระหว่าง ?"  # leads up to both parties
_DOES = "จัด(?:งาน|กิจกรรม|ประชุม|อบรม|พิธี|ทำ|สัมมนา|แสดง|ตั้ง)|ลงนาม|เปิด|เดินหน้า|ขับเคลื่อน|ยกระดับ|หนุน"
_PARTY_HEAD = (
    "สภา|หอการค้า|การ(?:ไฟฟ้า|ท่องเที่ยว|ยาง|ประปา|รถไฟ|ทางพิเศษ|ท่าเรือ|นิคม|เคหะ|กีฬา)|กองทัพ|กองทุน|เทศบาล"
    "|จังหวัด|จ\\. ?|โรงเรียน|โรงพยาบาล|รพ\\. ?|(?:ราช)?วิทยาลัย|(?:มทร|มรภ|บมจ|บจก)\\. ?|จุฬา|อุทยาน|ชมรม"
    "|ที่ประชุมอธิการบดี"
)
_NO_PARTY = (  # no name
    "ร่วม|กัน|พัฒนา|ขับเคลื่อน|แก้|[0-9๐-๙]|ทุก|ภาค|หน่วยงาน|เครือข่าย|พันธมิตร|องค์กร|ผู้|ประชาชน|คน|ชุมชน|อีก|บน"
    "|กำลัง|นัก|การ|ความ|แบบ|รัฐบาล|ท้องถิ่น|นานา|ต่าง|กลุ่ม|ส่วน|สถาน|มิตร|ไทย|สร้าง|ทำ|เดิน|เร่ง"
)
_AND = " ?(?:,|และ|กับ|รวมถึง|รวมทั้ง|ตลอดจน|ร่วมกับ)? ?"
_MOST_PARTIES = 6
_TEAM = "(?:ทีม|คณะ|กลุ่ม)?(?:นัก|ผู้)?(?:วิจัย|วิทยาศาสตร์|พัฒนา|ประดิษฐ์)?(?:ไทย)? ?(?:จาก|ของ)? ?"
_UNIVERSITY = "จุฬาลงกรณ์มหาวิทยาลัย|จุฬาฯ"  # does not begin with its kind
_QUOTES = "“”\"'‘’"
_REST = f"(?:(?!{STOPS}|{_DOES}|กับ)[^\\s{_QUOTES}])"  # letters of a name
_CALLED = re.compile(  # in a title
    f"{_TOGETHER}[{_QUOTES}]?(?P<one>(?!{_NO_PARTY}){_REST}{{4,60}}(?: และ ?{_REST}{{4,60}})?)"
)


def maker_in(title: str, body: str, query: Query) -> str:
    """The office that owns a thing by its title, "แอปของจิสด้า", or made it; "" for none.

    An event has no such owner: another office may hold "งานของ สวทช.".
    """
    deed = next((deed for asks, deed in _NOT_MADE if asks(query)), MADE)
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


def agent_in(title: str, query: Query) -> str:
    """The office that by a title does what a question asks for, "ใครส่ง"; "" for none."""
    deed = next((deed for deed, asks in _DEEDS.items() if asks(query)), "")
    did = re.match(f"({offices().pattern}) ?(?:{deed})", title, re.IGNORECASE) if deed else None
    return did[1] if did else ""


@lru_cache(maxsize=4)
def _done_by(deed: str) -> re.Pattern[str]:
    office = f"{_OURSELVES.pattern}\\.?|{offices().pattern}"
    beside = "(?:(?:ร่วม)?(?:กับ|และ)[^ \\n]{2,40}?)?" if deed is OPENED else ""
    before = f"({office}) ?{beside}(?:ได้|ร่วมกัน|เป็นผู้)?(?:{deed})"
    return re.compile(f"{before}|(?:{deed})(?:ขึ้น)?โดย ?({office})", re.IGNORECASE)


@lru_cache(maxsize=1)
def _made_by() -> re.Pattern[str]:
    """The people of an organisation by whom, as a text says, something was made."""
    one = f"{ORGANISATION.pattern}|{_UNIVERSITY}|{offices().pattern}"
    return re.compile(f"(?:{MADE})(?:ขึ้น)?โดย ?({_TEAM}(?:{one}))", re.IGNORECASE)


@lru_cache(maxsize=1)
def _funded_by() -> re.Pattern[str]:
    """Right before a word for what a funder does, or behind what came from them."""
    one = f"{offices().pattern}|{ORGANISATION.pattern}|กองทุน[^\\s(]{{3,60}}"
    given = "(?<!ลง)(?<!กอง)(?<!ต้น)(?:ทุน|งบ(?:ประมาณ)?)(?:การ|วิจัย|สนับสนุน|อุดหนุน|พัฒนา|และ|นวัตกรรม| )*"
    return re.compile(
        f"(?P<before>{one})(?: ?\\([^)\n]{{2,40}}\\))? ?(?:ได้|จะ|เป็น|ผู้|ร่วม|ให้การ)*{FUNDED}"
        f"|(?:{given}|ได้รับการสนับสนุน|ภายใต้การสนับสนุน)(?:มา)?(?:จาก|โดย) ?(?P<behind>{one})",
        re.IGNORECASE,
    )


def funders(text: str) -> list[Candidate]:
    """The offices that by a text paid for something."""
    found = ((one, "before" if one["before"] else "behind") for one in _funded_by().finditer(text))
    return [Candidate.of(one, 1.0, side) for one, side in found]


def organisation_beside(deed: str, text: str, reach: int = _BESIDE) -> bool:
    """Whether an organisation stands beside a word for what it did: "ประกาศกระทรวง อว."."""
    stretches = (
        text[max(0, found.start() - reach) : found.end() + reach]
        for found in re.finditer(re.escape(deed), text)
    )
    return any(_OURSELVES.search(one) or names_organisation(one) for one in stretches)


def is_met(text: str, start: int) -> bool:
    """Whether a text says right before a name that somebody met them."""
    return _MET.search(text, max(0, start - _MET_LETTERS), start) is not None


def partner_in(title: str, query: Query) -> str:
    """The partner that a title names, if a question asks for one; "" for none."""
    if not asks_partner(query):
        return ""
    told = partners(title)
    if told:
        return title[told[0].start : told[0].end]
    called = _CALLED.search(title)
    return called["one"] if called else ""


def partners(text: str) -> list[Candidate]:
    """Those with whom by a text somebody did something, all that stand side by side as one."""
    found = _with_whom().finditer(text)
    return [Candidate(*one.span("those" if one["those"] else "both"), 1.0) for one in found]


@lru_cache(maxsize=1)
def _with_whom() -> re.Pattern[str]:
    """Words for doing something together, and those with whom, each by a name."""
    one = (
        f"{person_pattern().pattern}|{ORGANISATION.pattern}|{_UNIVERSITY}|{offices().pattern}"
        f"|(?:{_PARTY_HEAD})(?!{NAMELESS}){_REST}{{2,60}}|[A-Z][\\w.&-]*(?: [A-Z][\\w.&-]*){{0,5}}"
    )
    party = f"(?:{one})(?: ?\\([^)\n]{{2,40}}\\))?"
    more = f"(?:{_AND}(?:{party})){{0,{_MOST_PARTIES}}}"
    return re.compile(
        f"(?:{_TOGETHER}|{_WITH})[{_QUOTES}]?(?P<those>{party}{more})"
        f"|{_BETWEEN}(?P<both>{party} ?(?:และ|กับ) ?{party}{more})"
    )
