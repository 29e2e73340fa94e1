"""Whether the event of an entry is only that something else was told of beforehand: a fair."""

import re

from bot.knowledge.entries import Entry
from bot.thai.normalise import normalise

_TOLD_OF = re.compile(  # in the title of who met, or was asked by, the press or a minister
    "(?:เข้า ?พบ|แถลง|สัมภาษณ์|หารือ|ประชุม)[^\n]*?(?:ประชาสัมพันธ์|เตรียม|ความพร้อม|เชิญชวน)"
    " ?(?:ความพร้อม|การ|ใน|จัด| )*(?:งาน|มหกรรม|เทศกาล|ประชุม|แข่งขัน|สัมมนา)"
)
_OF_THE_FAIR = re.compile("(?<!หน่วย)(?<!โรง)งาน|มหกรรม|เทศกาล|(?<!การ)จัด|แข่ง")
_OF_THE_TELLING = re.compile("แถลง|พบ|สัมภาษณ์|หารือ|ประชา ?สัมพันธ์|ออก(?:รายการ|ทีวี)")


def is_only_announced(entry: Entry, clean: str) -> bool:
    """Whether normalised text asks of a fair, and an entry's event is the day it was told of.

    One day that the title gives to the fair itself is not.
    """
    event = entry.event
    if event is None or event.end not in (None, event.start):
        return False  # nobody tells of a fair for days
    of_fair = _OF_THE_FAIR.search(clean) and not _OF_THE_TELLING.search(clean)
    return bool(of_fair and _TOLD_OF.search(normalise(entry.title)))
