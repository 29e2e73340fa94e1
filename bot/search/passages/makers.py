"""Who made or held something: mostly an office, which is named before what it did."""

import re
from functools import lru_cache

from bot.search.passages.spans import (
    HELD,
    MADE,
    OPENED,
    asks_holder,
    asks_opener,
    names_body,
    offices,
)

_BESIDE = 16  # letters before and behind a word for what somebody did
_OURSELVES = re.compile("กระทรวง ?อว")


def maker_in(title: str, body: str, question: str) -> str:
    """The office whose a thing is by its title, "แอปของจิสด้า", or that made it; "" for none.

    What was held is nobody's by such words: an office may hold "งานของ สวทช." as well.
    """
    held, opened = asks_holder(question), asks_opener(question)
    owner = (
        None if held or opened else re.search(f"ของ ?({offices().pattern})", title, re.IGNORECASE)
    )
    if owner:
        return owner[1]
    did = _done_by(HELD if held else OPENED if opened else MADE)
    found = did.search(title) or did.search(body)
    return found[1] or found[2] if found else ""


# What an office does by a title, "วศ. แนะวิธีเก็บไข่", in any of the words for it.
_DEEDS = (
    "(?:ส่ง)?มอบ(?!หมาย|นโยบาย|อำนาจ)|ส่ง(?!เสริม)|บริจาค|แจก(?!ัน)",
    "แนะ(?!แนว)|เตือน|เผยวิธี",
    "สอน(?!ทาน)|อบรม",
    "ชี้แจง|ยืนยัน(?!ตัว)",
)


def doer_in(title: str, question: str) -> str:
    """The office that does by a title what a question asks of somebody: "ใครส่ง"; "" for none."""
    for deed in _DEEDS:
        if re.search(f"ใคร(?:เป็น)?(?:คน|ผู้)?(?:{deed})", question):
            did = re.match(f"({offices().pattern}) ?(?:{deed})", title, re.IGNORECASE)
            return did[1] if did else ""
    return ""


@lru_cache(maxsize=3)
def _done_by(deed: str) -> re.Pattern[str]:
    office = offices().pattern
    beside = "(?:(?:ร่วม)?(?:กับ|และ)[^ \\n]{2,40}?)?" if deed is OPENED else ""
    before = f"({office}) ?{beside}(?:ได้|ร่วมกัน|เป็นผู้)?(?:{deed})"
    return re.compile(f"{before}|(?:{deed})(?:ขึ้น)?โดย ?({office})", re.IGNORECASE)


def body_beside(deed: str, text: str) -> bool:
    """Whether an organisation is named beside a word for what it did: "ประกาศกระทรวง อว."."""
    stretches = (
        text[max(0, found.start() - _BESIDE) : found.end() + _BESIDE]
        for found in re.finditer(re.escape(deed), text)
    )
    return any(_OURSELVES.search(one) or names_body(one) for one in stretches)
