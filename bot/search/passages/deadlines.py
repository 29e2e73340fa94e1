"""Application periods, for questions whether one may still apply: "ยังสมัครได้ไหม"."""

import re
from dataclasses import replace
from datetime import date

from bot.knowledge.entries import Entry
from bot.search.passages.quoting import quote
from bot.search.query import Query, reading
from bot.thai.dates import DateSpan, Precision, find_dates
from bot.thai.questions import Aspect

_LAST_DAY = "ปิดรับวันไหน"
_OR_NOT = "[ก-๙ ]{0,16}?(?:ไหม|หรือเปล่า|หรือไม่)"
_IF_OPEN = re.compile(
    "ยัง(?:คง)?(?!ไง|งัย|ไม่)[ก-๙ ]{0,8}?"
    f"(?:สมัคร(?!เล่น)|เปิดรับ|รับ(?:สมัคร|ผลงาน|อยู่|ไหม|คน|เพิ่ม)|ยื่น|ส่ง|ลงทะเบียน|จอง|ทัน){_OR_NOT}"
    "|(?:ปิดรับ|หมดเขต|หมดเวลา(?=สมัคร|รับ|ส่ง)|ปิด(?:รับ)?สมัคร)(?:สมัคร|แล้ว|ไป| )*(?:หรือ|รึ)?ยัง(?!ไ|ม)"
    f"|(?:สมัคร(?!เล่น)|ยื่น|ส่ง|ลงทะเบียน|จอง)[ก-๙ ]{{0,12}}?ทัน{_OR_NOT}"
)


@reading
def asks_if_open(query: Query) -> bool:
    """Whether a question asks if one may still apply: "ยังเปิดรับอยู่ไหม", "หมดเขตหรือยัง"."""
    return bool(_IF_OPEN.search(query.as_written))


def application_days(entry: Entry, query: Query, named: str, today: date) -> DateSpan | None:
    """The days to apply, or the last one, as far as an entry tells; `named` says for what."""
    asked = replace(query, clean=f"{named} {_LAST_DAY}".strip(), aspect=Aspect.WHEN)
    fact = quote(entry, asked, today, brief=True).fact
    if fact is None or not fact.is_likely:
        return None
    days = find_dates(fact.text, entry.published or today)
    told = [one for one in days if one.precision is not Precision.YEAR]
    return max(told, key=lambda one: one.last, default=None)
