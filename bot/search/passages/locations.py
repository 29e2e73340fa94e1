"""Where a thing stands, is sent, grown or used: seldom where the event about it was."""

import re
from dataclasses import dataclass

from bot.search.query import Query, asks_for, reading

_BESIDE = 120  # letters before a place, with what is done there
_KIND = "จังหวัด|จว\\.?|เมือง|ประเทศ|อำเภอ|ตำบล|มณฑล|รัฐ(?!มน|บาล)|ภาค|พื้นที่|โรงพยาบาล|รพ\\.?|โรงเรียน"
_PLACE = (
    f"(?:(?:ที่|ตรง|แถว|ใน|จาก|ยัง)? ?(?:{_KIND})? ?(?:ไหน|ใด)|(?:ใน|ที่)? ?(?:{_KIND}) ?(?:อะไร|ไร))"
)
_LITTLE = "(?:(?!ได้|ห้อง|ใบ|ผลงาน|สมัคร|ตั้ง|อยู่|จัด|หน่วย)[ก-๙a-z ]){0,12}?"  # its object, or "แล้ว", "อยู่"
asks_of_coming = asks_for("(?<!ที่)จะ(?!จัด)")  # something not yet done


@dataclass(frozen=True, slots=True)
class Location:
    """Something done with a thing at some place."""

    asks: re.Pattern[str]
    tells: re.Pattern[str]
    never_held: bool  # never an event: what is given away is used elsewhere

    def is_told_at(self, text: str, start: int) -> bool:
        """Whether a text says it right before a place that begins at `start`."""
        before = text[max(0, start - _BESIDE) : start].rpartition("\n")[2]
        return self.tells.search(before) is not None


def _location(asks: str, tells: str = "", *, never_held: bool = False) -> Location:
    before = f"(?:{_KIND})?ไหน(?:ที่)?(?:มี|ได้|จะ)?(?:การ)?(?:{asks})"
    asked = re.compile(f"(?:{asks}){_LITTLE}{_PLACE}|{before}")
    return Location(asked, re.compile(tells or asks), never_held)


_LOCATIONS = (
    _location(
        "(?<!แต่ง)(?<!ที่)ตั้ง(?!แต่|ชื่อ|คำถาม|เป้า|ใจ|อยู่|โต๊ะ|กระทรวง)|ก่อสร้าง|(?<!ผู้)สร้าง(?!สรรค|ความ|ชื่อ)",
        "ตั้งอยู่|(?:จัด|ก่อ|ติด)?ตั้ง(?:ขึ้น|ไว้)?(?!แต่|เป้า)|ก่อสร้าง|สร้าง(?!สรรค|ความ|ราย|โอกาส|ช่องทาง)",
    ),
    _location(
        "ส่ง(?:ไป|ออก|มอบ|ให้|ต่อ|ถึง|ขาย)(?!ยังไง|วัน)",
        "ส่ง(?:ไป|ออก|มอบ|ให้|ต่อ|ถึง)|สนับสนุน|(?:มอบ|บริจาค)ให้|แจกจ่าย|กระจาย",
        never_held=True,
    ),
    _location(
        "(?:เอา|นำ)(?:ไป|มา)(?:ใช้|ติด|ปลูก|วาง|ขาย|แจก|ช่วย)|(?<!ค่า)(?<!ผู้)ใช้(?:งาน)?(?:จริง|แล้ว|อยู่|กัน)?(?=ที่|จังหวัด|ใน|แล้ว|บ้าง|แถว|$)",
        "ใช้|ติดตั้ง|นำร่อง|มอบให้|สนับสนุน",
        never_held=True,
    ),
    _location("ปลูก(?!ฝัง|ถ่าย)"),
    _location("ทดสอบ|ทดลอง(?:ใช้)?", never_held=True),
    _location("ยิง|ปล่อย(?!มลพิษ|กู้)", "ยิง|ปล่อย|ขึ้นสู่"),
)


@reading
def location_asked(query: Query) -> Location | None:
    """What is done at the place a normalised question asks for, "จะตั้งที่ไหน"; None for an event."""
    return next((one for one in _LOCATIONS if one.asks.search(query.clean)), None)
