"""What a message says that it means: "หมายถึงงานวันเด็ก", "ไม่ใช่ค่ายว่าว หมายถึงค่ายดาว"."""

import re

from bot.dialogue.cues import wants_yes_or_no
from bot.thai.normalise import normalise
from bot.thai.questions import Aspect, aspect_of

_ANSWER_ONLY = re.compile(r"\s*ไม่ใช่\s*")  # no "ไม่ใช่อันนี้"
_MEANING = re.compile(
    r"^\s*(?P<kept>(?:(?:คือ|งั้น|อ๋อ|ไม่ใช่(?:อัน|ตัว|เรื่อง|งาน|ข่าว)?(?:นี้|นั้น)?)\s*)*)"
    r"(?:หมายถึง|หมายความถึง|ถามถึง|เปลี่ยนเรื่อง)\s*"
    "(?!อะไร|ไร|ว่า|อัน|ตัว|ที่(?:ไหน|ใด|ไป|มา)|ยังไง|ใคร(?![^ ]{4})|ไหน)(?=[^ ]{3}|ปี)"
)
_INSTEAD = re.compile(  # "ไม่ใช่ค่ายว่าว หมายถึงค่ายดาว" asks anew
    r"^\s*ไม่(?:ใช่|เอา|ได้ถามถึง)(?!นะ|ครับ|ค่ะ|คะ|(?:อัน|ตัว|เรื่อง|งาน|ข่าว)?(?:นี้|นั้น))[^ ]{3,40}\s*(?:แต่)?"
    r"(?:หมายถึง|ถามถึง)\s*(?!ใคร|อะไร|ไหน|ปี)(?=[^ ]{3})"
)


def meant(text: str) -> str:
    """A message without the words that only say that it is what was meant: "หมายถึงงานวันเด็ก".

    That something else is not meant is kept: "ไม่ใช่ หมายถึงปี 2562" is "ไม่ใช่ ปี 2562". Of what
    asks a thing of its own, "ไม่ใช่ หมายถึงใครเป็นอธิการ", it turned down the answer alone.
    """
    instead = _INSTEAD.sub("", text, count=1)
    return instead if instead != text else _MEANING.sub(_turned_down, text, count=1)


def _turned_down(found: re.Match[str]) -> str:
    rest = normalise(found.string[found.end() :])
    asked = aspect_of(rest) is not Aspect.TOPIC or wants_yes_or_no(rest)
    if "ไม่ใช่" not in found["kept"] or (asked and _ANSWER_ONLY.fullmatch(found["kept"])):
        return ""
    return found["kept"]
