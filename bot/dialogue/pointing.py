"""Words that only point at what is talked about: "โครงการนี้", "แอปนี้", "ของค่ายนี้"."""

import re

from bot.dialogue.cues import CUES, LIMIT, rejects
from bot.dialogue.phrases import PHRASES
from bot.thai.normalise import gate, normalise, squeeze

_KIND = "|".join(sorted(CUES.kinds, key=len, reverse=True))
_POINTER = re.compile(
    "(?:(?:เกี่ยวกับ|ของ) ?)?(?:การ|ตัว)?"
    f"(?P<kind>(?:(?<!โรง)(?<!ทีม)(?<!พนัก)(?<!แรง)(?:{_KIND}))+)(?:อัน|ตัว|ครั้ง)? ?(?:นี้|นั้น|ดังกล่าว)"
)
_LEAST = 4  # letters of what is asked


def without_pointer(text: str) -> str:
    """A message without the words that point: "ยังเปิดอยู่ไหม" of "โครงการนี้ยังเปิดอยู่ไหม".

    As it is where hardly anything would be left, "แล้วโครงการนี้ล่ะ", where it is long, and where it
    turns down what it points at.
    """
    clean = normalise(gate(text))
    if len(squeeze(clean)) > LIMIT or rejects(clean) or not _POINTER.search(clean):
        return text
    rest = " ".join(_POINTER.sub(" ", clean).split())
    said = [one for one in rest.split() if squeeze(one) not in PHRASES.courtesies]
    return rest if len(squeeze("".join(said))) >= _LEAST else text


def kinds_pointed_at(clean: str) -> str:
    """The letters of the kinds at which a normalised message points; "" where it does not."""
    return " ".join(found["kind"] for found in _POINTER.finditer(clean))
