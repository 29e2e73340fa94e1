"""What an entry does not tell: nothing at all of the kind that a question asks for."""

import re

from bot.knowledge.entries import Entry
from bot.search.measures import asked_unit, counts_in
from bot.search.passages import Span
from bot.search.ranking import Query
from bot.search.spans import asks_person, asks_sum, names_person
from bot.thai.questions import Aspect

_MONEY = re.compile(
    "ค่า(?:โทร|เข้า|ใช้จ่าย|บริการ|สมัคร|ธรรมเนียม|ลงทะเบียน|ตั๋ว|บัตร)|ราคา|บาท|ฟรี|ไม่เสียค่า|ไม่มีค่าใช้จ่าย|ไม่คิดค่า|ล้าน|฿|thb|ไม่เก็บค่า"
)
_SUM = re.compile("บาท|ล้าน|฿|thb|เหรียญ|ดอลลาร์|ยูโร|เยน|หยวน")
_WAY_TO_REACH = re.compile(r"[0๐][0-9๐-๙][0-9๐-๙ \-]{5,}|1313|@|www\.|https?:|สายด่วน")


def says_nothing(entry: Entry, query: Query, fact: Span | None) -> bool:
    """Whether the entry holds nothing at all of the kind asked for."""
    aspect = query.aspect
    told = " ".join((entry.title, entry.body, *entry.facts.values())).lower()
    if fact is not None and fact.stated:
        return False
    if aspect is Aspect.COST and asks_sum(query.clean):
        return not _SUM.search(told)
    if aspect is Aspect.COST:
        return not (entry.event and entry.event.cost) and not _MONEY.search(told)
    if aspect is Aspect.HOWMANY:
        unit = asked_unit(query.clean)
        return bool(unit) and not counts_in(" ".join((told, *entry.facts)), unit)
    if aspect is Aspect.WHO:
        return asks_person(query.clean) and not (entry.people or names_person(entry.body))
    silent = aspect is Aspect.CONTACT and fact is None and not entry.contact
    return silent and not _WAY_TO_REACH.search(told)
