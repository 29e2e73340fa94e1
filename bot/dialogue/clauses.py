"""Messages of several questions, one behind the other: "… คืออะไร ใครเป็นหัวหน้า"."""

import re
from collections.abc import Iterator

from bot.dialogue.cues import LIMIT
from bot.thai.normalise import squeeze, strip_frames
from bot.thai.questions import Aspect, aspect_of

_SUBJECT = 8  # letters of a question that may name what it is about
_ASKED = re.compile(  # ends a question that no blank parts from the next; ใคร may begin one
    "(?:อะไร|(?:ที่|แถว|ตรง|วัน)ไหน|เท่าไห?ร่?|เมื่อไห?ร่?|กี่(?:โมง|บาท|วัน|คน)|ยังไง|อย่างไร|ไหม)(?:บ้าง|มั่ง)?"
    "(?:ครับ|คับ|ค่ะ|คะ)?"
)


def first_question(clean: str) -> str:
    """The first of several questions in normalised text; "" of a single one.

    A long message is a story, and "เบอร์" alone asks nothing of what follows.
    """
    text = strip_frames(clean) if len(squeeze(clean)) <= LIMIT else ""
    for end in sorted(_ends(text)):
        first, rest = text[:end].strip(), text[end:].strip()
        if aspect_of(first) is not Aspect.TOPIC and len(squeeze(first)) >= _SUBJECT:
            asks = aspect_of(rest) is not Aspect.TOPIC
            if asks or text[end] == " ":
                return first if asks else ""
    return ""


def _ends(text: str) -> Iterator[int]:
    yield from (found.start() for found in re.finditer(" ", text))
    yield from (found.end() for found in _ASKED.finditer(text) if found.end() < len(text))
