"""Who else was there, as releases list it: "โดยมี นาย… ปลัด… และ นาง… เลขานุการ… เข้าร่วม"."""

import re
from collections.abc import Iterator

from bot.search.passages.people.names import SAYS, people_in

_LEADS = re.compile(
    "(?P<clause>(?:โดย|ซึ่ง|ทั้งนี้ ?)(?:ได้)?มี|โดยได้รับเกียรติจาก) ?|(?:พร้อม(?:กับ|ด้วย)|ร่วมด้วย) ?"
)
_FIRST, _APART, _ROLE = 30, 150, 120  # letters to the first, between two, and behind the last
_LEAST = 2  # people
_TELLS = re.compile(  # more than who was there
    f"{SAYS}|แถลง|เพื่อ|เป็นประธาน|ลงนาม|ลงพื้นที่|หารือ|เดินทาง|(?<= )ได้|ร่วม(?!ด้วย)|\n"
)
_ATTENDS = re.compile(
    "(?:(?:เข้า)?ร่วม(?:งาน|พิธี|(?:การ)?ประชุม|เป็น(?:เกียรติ|สักขีพยาน)|ต้อนรับ)?|(?:ให้การ)?ต้อนรับ|เป็นสักขีพยาน)"
    "(?=\\s|$)"
)
_DOES = re.compile(  # what they did with whom they attended
    "(?<= )(?:ได้|จะ|เข้า|ร่วม|ให้การ|ต้อนรับ|ลงพื้นที่|ลงนาม|เดินทาง|เยี่ยม|ตรวจ|ติดตาม|หารือ|แถลง|เป็น|เปิด|นำ"
    "|ประชุม|พบ|มอบ|ส่งมอบ|รับ|จัด|ชม|กล่าว|ณ |ที่ห้อง|โดย|เพื่อ)"
)


def attendance_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a piece of a text only lists several people beside those whom it tells of."""
    found = _LEADS.search(text, start, end)
    people = (
        [(start + a, start + b) for a, b in people_in(text[start : end + _APART])] if found else []
    )
    while found:
        at, listed = found.end(), [*_listed(text, found.end(), people)]
        over = _over(text, listed[-1][1], found) if len(listed) >= _LEAST else None
        if over is not None:
            yield found.start(), over
            at = over
        found = _LEADS.search(text, at, end)


def _listed(text: str, start: int, people: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The people named behind a place one after the other, with nothing told of them."""
    at, reach = start, _FIRST
    for person in people:
        if person[0] < start:
            continue
        if person[0] - at > reach or _TELLS.search(text, at, person[0]):
            return
        yield person
        at, reach = person[1], _APART


def _over(text: str, last: int, led: re.Match[str]) -> int | None:
    """Where a list ends whose last name ends at `last`: with its verb, or before that of others."""
    ends = (_ATTENDS if led["clause"] else _DOES).search(text, last, last + _ROLE)
    if ends is None or "\n" in text[last : ends.start()]:
        return None
    return ends.end() if led["clause"] else ends.start()
