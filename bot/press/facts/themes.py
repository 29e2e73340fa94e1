"""The theme that an event is held under."""

import re
from collections.abc import Sequence

from bot.thai.normalise import squeeze

THEME = "แนวคิด"  # label of the fact
_TOLD = re.compile(
    r"ภายใต้\s?(?:แนวคิด|ธีม|คอนเซ็?ปต?์?)(?:ของงาน|งาน|การจัดงาน|หลัก|ที่ว่า|ว่า|คือ){0,2}[\s:]*"
    '(?:“(?P<quoted>[^“”\\n]{3,140})”|[“"‘\'](?P<marked>[^“”"‘\\n]{3,140}?)[”"’])'
)


def theme_of(paragraphs: Sequence[str]) -> str:
    """The theme that a text gives in quotation marks; "" where it gives none, or several."""
    found = (one for text in paragraphs for one in _TOLD.finditer(text))
    told = [(one["quoted"] or one["marked"]).strip() for one in found]
    return told[0] if len(set(map(squeeze, told))) == 1 else ""
