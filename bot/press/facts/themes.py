"""The theme that an event is held under."""

import re
from collections.abc import Sequence

from bot.thai.normalise import squeeze

LABEL = "แนวคิด"  # of the fact
_THEME = re.compile(
    r"ภายใต้\s?(?:แนวคิด|ธีม|คอนเซ็?ปต?์?)(?:ของงาน|งาน|การจัดงาน|หลัก|ที่ว่า|ว่า|คือ){0,2}[\s:]*"
    '(?P<open>[“"‘\'])(?P<theme>[^“”"‘\\n]{3,140}?)[”"’]'
)


def theme_of(paragraphs: Sequence[str]) -> str:
    """The theme that a text gives in quotation marks; "" where it gives none, or several."""
    told = [found["theme"].strip() for text in paragraphs for found in _THEME.finditer(text)]
    return told[0] if len(set(map(squeeze, told))) == 1 else ""
