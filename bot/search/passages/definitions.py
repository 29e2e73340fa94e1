"""Where a text says what something is: "FameLab คือ เวที…", asked by "FameLab คืออะไร"."""

import re
from functools import lru_cache

_ASKS = re.compile(
    "(?P<of>.{2,60}?) ?(?:คือ|หมายถึง|เป็น(?:งาน|โครงการ|ระบบ|หลักสูตร|กิจกรรม)?เกี่ยวกับ) ?(?:อะไร|ไร)"
)
_DONE = (
    "โครงการ|โปรแกรม|หลักสูตร|ระบบ|แพลตฟอร์ม|แอป(?:พลิเคชั่?น)?|กิจกรรม|มหกรรม|เวที|การ(?:แข่งขัน|ประกวด|แสดง)"
    "|กองทุน|อุทยาน|เครือข่าย|หุ่นยนต์"
)
_KIND = f"(?:{_DONE}|งาน|เทคโนโลยี|นวัตกรรม|เครื่อง|ศูนย์|รางวัล|นโยบาย)"
_HEAD = re.compile(f"{_KIND} ?(?=.{{2}})")  # what a text may set apart from the name, or leave out
_WHOLE = r"(?:(?<!\S)(?<!ใช้ )(?<!และ )(?<!กับ )|(?<=ว่า))"
_ALSO = r"[)”\"’']{0,2}\s?(?:\([^)\n]{1,70}\)[”\"’']?\s?|หรือ\s?[A-Za-z][^ก-๙\n]{1,50})?"
_IS = (
    "(?:คือ(?!ง|อะไร)|หมายถึง|(?:ซึ่ง)?เป็น(?!ประธาน|ผู้|แบรนด์แอม|พรีเซน|ทูต|แขก|วิทยากร|เจ้าภาพ|ต้น|ไป|อย่าง|ที่|ก้าว|ปี|ครั้ง|วัน|จำนวน|ลิตร|มิตร|ผล|โอกาส"
    "|เรื่อง|สิ่ง|ส่วน|อีก|เท่า|ร้อย|เวลา|ระยะ|หนึ่ง|กรณี|แบบ|หลัก|[0-9])[ก-๙ ]"
    rf"|(?<=[\s”\"’'])(?:{_DONE})[ก-๙]{{4}})"
)
_IS_FOR = "(?:จัดขึ้น(?:เนื่อง|เพื่อ)|มีวัตถุประสงค์)"
_CALLED_ALSO = re.compile(  # before a name in brackets or behind หรือ
    r"(?:[“\"][^“”\"\n]{3,90}[”\"] ?|\S+ ?หรือ ?(?:[A-Za-z]\S* )+|\S+ ?)\($|\S+ ?หรือ ?$"
)
_CALLED_LETTERS = 120


def definition_in(text: str, clean: str) -> int | None:
    """Where in a text the clause begins that tells what a question is about; None for nowhere.

    `clean` is the question, normalised. The subject has to begin a phrase: what somebody "ใช้ X
    เป็น" is not told to be X. Where nothing says what it is, the clause that says what it is for.
    """
    asked = _ASKS.match(clean)
    found = (one.search(text) for one in _defining(asked["of"])) if asked else ()
    start = next((one.start() for one in found if one), None)
    if start is None:
        return None
    line = max(text.rfind("\n", 0, start) + 1, start - _CALLED_LETTERS)
    called = _CALLED_ALSO.search(text, line, start + text.startswith("(", start))
    return called.start() if called else start


@lru_cache(maxsize=64)  # of one question, asked of several entries
def _defining(subject: str) -> tuple[re.Pattern[str], ...]:
    head = _HEAD.match(subject)
    name = r"\s?".join(map(re.escape, subject[head.end() if head else 0 :].split()))
    named = rf"(?:{_WHOLE}|{_KIND}[ “\"‘']{{1,2}}|[“\"‘'(]){name}{_ALSO}"
    whole = rf"{_WHOLE}{re.escape(subject)}{_ALSO}"
    return tuple(re.compile(f"(?:{named}|{whole}){told}", re.IGNORECASE) for told in (_IS, _IS_FOR))
