"""Pronouns replaced by the person or thing just told: "แกยังเป็น รมว. อยู่ไหม"."""

import re
from datetime import date

from bot.knowledge.entries import Entry
from bot.knowledge.persons import untitled
from bot.search.finding import rank
from bot.search.index import Index
from bot.search.passages.people.names import named_by_staff
from bot.search.passages.quoting import Quotes
from bot.thai.normalise import cleaned, normalise
from bot.thai.questions import ENDS

_WHEN = "ตอนนี้|ตอนนั้น|เดี๋ยวนี้|ปัจจุบัน|วันนี้|เวลานั้น"
_THEY = "(?:(?:คุณ)?(?:หมอ|อาจารย์|คน|ท่าน)(?:คน|ท่าน)?(?:นี้|นั้น)|แก|เขา|เค้า|เธอ|ท่าน)"
_OFFICE = re.compile(
    f"^(?:(?:แล้ว|ว่าแต่|{_WHEN}) *)*{_THEY} *"
    f"(?:(?:{_WHEN}) *)?(?:(?:เป็น|มี|ดำรง|อยู่) *)?(?:ตำแหน่ง *)?(?:อะไร|ไร) *"
    f"(?:(?:ใน|ของ|ที่) *(?:กระทรวง|หน่วยงาน|องค์กร|กรม))?(?:{ENDS}| )*$"
)
_STILL = re.compile(
    f"^(?P<when>(?:(?:แล้ว|ว่าแต่|{_WHEN}) *)*){_THEY} *(?P<asked>(?:ยัง|เคย)(?:คง)? ?เป็น.{{2,}})"
)
_KIND = re.compile(
    "^(?:แล้ว)? ?(?P<kind>ทีม|โรงเรียน|มหาลัย|มหาวิทยาลัย|บริษัท|ชุมชน|ผลงาน|หน่วยงาน)(?:นี้|นั้น)"
    " *(?P<asked>.{4,})$"
)
_WHICH = " ?(?:ไหน|อะไร|ไร|ใด)"


def person_referred_to(text: str, topic: Entry | None, last: str, index: Index, today: date) -> str:
    """The name of the person whom a message refers to by a pronoun; "" if it does not.

    They are the only one whom the topic tells to the last question.
    """
    clean = cleaned(text)
    if topic is None or not (_OFFICE.match(clean) or _STILL.match(clean)):
        return ""
    query = rank(index, last, today=today, topic=topic.id).query
    fact = Quotes(query, today).of(topic).fact
    told = named_by_staff(topic, fact.text) if fact else []
    return untitled(told[0].name) if len(told) == 1 else ""


def resolve_still(text: str, name: str) -> str:
    """ "แกยังเป็น … อยู่ไหม" with the name for the pronoun; any other message as it is."""
    found = _STILL.match(cleaned(text)) if name else None
    return f"{found['when']}{name}{found['asked']}" if found else text


def resolve_position(text: str, name: str) -> str:
    """ "หมอคนนี้เป็นไรในกระทรวง" as a question for the named person's post; any other as it is."""
    return f"{name} ตำแหน่งอะไร" if name and _OFFICE.match(cleaned(text)) else text


def resolve_kind(text: str, last: str) -> str:
    """What "ทีมนี้ทำเรื่องอะไร" asks behind "ทีมไหนได้ที่สอง", of which it was told; any other as it is."""
    found = _KIND.match(cleaned(text))
    asked = normalise(last)
    which = re.search(f"{found['kind']}{_WHICH}", asked) if found else None
    if found is None or which is None:
        return text
    return f"{asked[: which.start()]}{found['kind']}{asked[which.end() :]} {found['asked']}"
