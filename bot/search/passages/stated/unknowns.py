"""What an entry itself says it does not know: "ผลการแข่ง เรายังไม่มีข้อมูล"."""

import re

from bot.knowledge.entries import Entry
from bot.knowledge.phones import SHORT_NUMBERS, numbers_in
from bot.search.passages.days import UNTIL_WHEN
from bot.search.passages.people.prizes import asks_winner
from bot.search.query import Query
from bot.thai.questions import CLOSED_DAY, HOUR, Aspect

_SAYS_NOT = re.compile(
    "(?:จึง)?(?:เรา|ข่าว|หน้าเว็บ)?(?:จึง)?(?:ยัง)?ไม่(?:(?:ได้)?(?:บอก|ระบุ|ยืนยัน)|มี(?:ข้อมูล|เอกสาร|เบอร์))"
)
_ASKS_END = f"{UNTIL_WHEN}|(?:จบ|สิ้นสุด|เลิก) ?(?:วัน|เมื่อ)|วันสุดท้าย|(?<!ละ)กี่วัน|ทั้งงาน"
# What an entry may not know, and how that is asked for.
_UNKNOWNS = tuple(
    (re.compile(topic), re.compile(asks))
    for topic, asks in (
        ("วัน(?:เริ่มและวัน)?(?:จบ|สิ้นสุด)", _ASKS_END),
        ("จังหวัดที่จัด", "จังหวัด ?(?:ไหน|อะไร|ใด)"),
        ("โรงแรม", "โรงแรม ?(?:ไหน|อะไร|ใด)"),
        ("สถานที่รอบชิง", "รอบชิง[ก-๙a-z0-9 ]{0,20}?(?:ที่|ตรง) ?ไหน"),
        ("วันเล่น", "เล่น(?:ได้)? ?(?:วันไหน|เมื่อ)"),
        ("วันรับสมัคร", "สมัคร[ก-๙ ]{0,20}?(?:วันไหน|เมื่อ|ตอนไหน)"),
        ("เวลาเปิด", f"{HOUR}|(?<!เ){CLOSED_DAY}"),
        ("เบอร์ตรง", "เบอร์ ?(?:โทร)?(?:สาย)?ตรง|สายตรง|โทรตรง"),
    )
)
_OUTCOME = re.compile("ผลการ(?:แข่ง|ประกวด)")
_FEE = re.compile("ค่า(?!ย)[ก-ฮเแโใไ][ก-๙]{2,5}?(?=[ก-ฮเแโใไ ]|$)")
_OF_MONEY = (Aspect.COST, Aspect.HOWMANY)
_NEAR = 45  # letters between a topic and that it is unknown


def unknown_told(entry: Entry, query: Query) -> str:
    """The sentence in which an entry says that it does not know what is asked; "" for none.

    Or what it says of an old telephone number in the question.
    """
    return number_told(entry, query) or _not_told(entry, query)


def number_told(entry: Entry, query: Query) -> str:
    """What a text says of the number in a question: "เป็นเบอร์เก่าจากเอกสารปี 2553"."""
    asked = numbers_in(query.clean) - SHORT_NUMBERS
    ours = numbers_in("\n".join(entry.contact.phones)) if entry.contact else frozenset()
    lines = entry.body.split("\n") if asked - ours else ()
    return next((one for one in lines if not asked.isdisjoint(numbers_in(one) - ours)), "")


def _not_told(entry: Entry, query: Query) -> str:
    wanted = [topic for topic, asks in _UNKNOWNS if asks.search(query.clean)]
    wanted += [_OUTCOME] if asks_winner(query) else []
    fees = _FEE.findall(query.clean) if query.aspect in _OF_MONEY else ()
    wanted += [re.compile(re.escape(fee)) for fee in fees]
    lines = entry.body.split("\n") if wanted else ()
    told = (_sentence(line, topic) for line in lines for topic in wanted)
    return next(filter(None, told), "")


def _sentence(line: str, topic: re.Pattern[str]) -> str:
    """A line from where it begins to say that it does not know a topic; "" if it does not."""
    for found in topic.finditer(line):
        for denied in _SAYS_NOT.finditer(line):
            apart = max(denied.start() - found.end(), found.start() - denied.end())
            if apart <= _NEAR:
                return line[_start_of(line, min(found.start(), denied.start())) :]
    return ""


def _start_of(line: str, place: int) -> int:
    """Where the sentence around a place begins; "จึง" goes on from what is before it."""
    start = line.rfind(" ", 0, place) + 1
    return line.rfind(" ", 0, start - 1) + 1 if start and line.startswith("จึง", start) else start
