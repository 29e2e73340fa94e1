"""Where a text says what something is: "FameLab คือ เวที…", asked by "FameLab คืออะไร"."""

import re
from functools import lru_cache

_ASKS = re.compile(
    "(?P<of>.{2,60}?) ?(?:คือ|หมายถึง|เป็น(?:งาน|โครงการ|ระบบ|หลักสูตร|กิจกรรม)?เกี่ยวกับ) ?(?:อะไร|ไร)"
)
_WHOLE = r"(?:(?<!\S)(?<!ใช้ )(?<!และ )(?<!กับ )|(?<=ว่า)|(?<=โครงการ)|(?<=หลักสูตร)|(?<=ระบบ)|(?<=งาน))"
_ALSO = r"[”\"’']?\s?(?:\([^)\n]{1,70}\)\s?|หรือ\s?[A-Za-z][^ก-๙\n]{1,50})?"
_IS = (
    r"(?:คือ(?!ง|อะไร)|หมายถึง|เป็น(?!ประธาน|ผู้|เจ้าภาพ|ต้น|ไป|อย่าง|ที่|ก้าว|ปี|ครั้ง|วัน|จำนวน|ลิตร|มิตร|ผล|โอกาส"
    "|เรื่อง|สิ่ง|ส่วนสำคัญ|อีก|เท่า|ร้อย|เวลา|ระยะ|หนึ่ง|กรณี|แบบ|หลัก|[0-9])[ก-๙ ])"
)


def definition_in(text: str, clean: str) -> int | None:
    """Where in a text the clause begins that tells what a question is about; None for nowhere.

    `clean` is the question, normalised. The subject has to begin a phrase: what somebody "ใช้ X
    เป็น" is not told to be X.
    """
    asked = _ASKS.match(clean)
    found = _defining(asked["of"]).search(text) if asked else None
    return found.start() if found else None


@lru_cache(maxsize=64)  # of one question, asked of several entries
def _defining(subject: str) -> re.Pattern[str]:
    name = r"\s?".join(map(re.escape, subject.split()))
    return re.compile(f"(?:{_WHOLE}|[“\"‘']){name}{_ALSO}{_IS}", re.IGNORECASE)
