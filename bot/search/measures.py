"""The unit a question counts in, and whether a text counts in it."""

import re
from functools import lru_cache

from bot.search.folding import fold
from bot.thai.names import Names
from bot.thai.normalise import squeeze

_ASKED = re.compile("(?<!เ)กี่ ?([ก-๙%]{1,16})|(คน|ผู้)[ก-๙]{0,12} ?เท่าไ")
_DIGITS = "[0-9๐-๙][0-9๐-๙,.]*"
_WORDS = "หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน"
_NUMBER = f"(?:{_DIGITS}|{_WORDS})\\s?(?:กว่า|{_WORDS}|\\s)*"
# Whoever tells such things may list them, or count the things themselves.
_LOOSE = re.compile(
    "แบบ|ประเภท|ชนิด|อย่าง|เรื่อง|ข้อ|ด้าน|ตัว|อัน|ที่|แห่ง|สาขา|รายการ|หน่วย(?!กิต)|องค์|ขั้น|กลุ่ม|ระดับ|รูป|ชิ้น|เจ้า|สาย|ทาง|คู่|ชุด"
    "|ชุมชน|กรม|สถาบัน|กระทรวง|จังหวัด|อำเภอ|ตำบล|ประเทศ|มหาวิทยาลัย|มหาลัย|โรงเรียน|บริษัท|ทีม"
)
# What is counted in one of a group may be told in another of it.
_GROUPS = (
    "คน|ราย|ท่าน|นาย|ชีวิต|อัตรา|ตำแหน่ง|ที่นั่ง|ครอบครัว|ครัวเรือน|รูป|ทุน|นัก|ผู้|เด็ก|เยาวชน|ประชา|ครู|บุคลากร|องค์",
    "วัน|คืน|สัปดา|อาทิต|เดือน|ปี|ชั่วโมง|ชม|นาที|ไตรมาส",
    "เปอ|%",
    "กิโล|เมตร|เซน|กม|ซม|มม|มิลลิ|นาโน|km",
    "กิโล|กก|โล|กรัม|ตัน|ขีด|kg",
)
_STARTS = tuple(re.compile(group) for group in _GROUPS)
_SHARE = re.compile("เปอ|%")
_BEGINNING = 6  # letters by which a unit is known


def asked_unit(clean: str) -> str:
    """What normalised text asks the number of, "ไร่" in "กี่ไร่"; "" where it may be told otherwise."""
    found = _ASKED.search(clean)
    unit = Names.load().cut(found[1] or found[2])[0] if found else ""
    return "" if _LOOSE.match(unit) or re.match(_WORDS, unit) else unit


def counts_in(text: str, unit: str) -> bool:
    """Whether text tells a number of this unit, of one like it, or how it is numbered: "ชั้น 5"."""
    return bool(_telling(unit).search(text)) or _sounds_counted(text, unit)


@lru_cache(maxsize=256)
def _telling(unit: str) -> re.Pattern[str]:
    beginning = re.escape(unit[:_BEGINNING])
    groups = [group for group, starts in zip(_GROUPS, _STARTS, strict=True) if starts.match(unit)]
    ways = [f"{_NUMBER}(?:{'|'.join((beginning, *groups))})"]
    ways += [f"{beginning}[ก-๙]{{0,6}}\\s?(?:ละ|ที่)?\\s?(?:{_DIGITS}|{_WORDS})", f"จำนวน{beginning}"]
    ways += ["ร้อยละ"] if _SHARE.match(unit) else []
    return re.compile("|".join(ways))


_COUNTED = re.compile(f"{_NUMBER}([ก-ฮเแโไใ][ก-๙]{{0,11}})")


def _sounds_counted(text: str, unit: str) -> bool:
    """Whether the unit is misspelt, "กี่บาด", and counted by its sound."""
    sounds = fold(squeeze(unit))
    return any(fold(squeeze(word)).startswith(sounds) for word in _COUNTED.findall(text))
