"""The fee of an event."""

import re

from bot.knowledge.words import release_pattern

_OF_ONE = "(?:คน|ท่าน|ทีม|หลักสูตร)ละ|เพียง|ในการ(?:เข้า|ร่วม|สมัคร|อบรม|ลงทะเบียน)"  # who takes part
_FEE = (
    "ค่า(?:เข้าชม|เข้างาน|ลงทะเบียน|เข้าร่วม|สมัคร|อบรม|บัตร)"
    rf"|ค่าใช้จ่าย(?=\s*(?:[:：(0-9]|ฟรี|ไม่มี|{_OF_ONE}))"  # no "ค่าใช้จ่ายในการผลิต"
    r"|บัตร(?:เข้าชม|เข้างาน)?\s?ราคา|ราคาบัตร"
)
_PRICE = r"[0-9][0-9,]*\s?บาท"
# Each is searched only in texts that hold one of its signs.
_COSTS = {
    re.compile(
        r"เข้าชมฟรี|เข้าร่วมฟรี|ฟรี\s?ตลอดงาน|(?:เข้า|ชม|ร่วม|อบรม|สมัคร)\S{0,25}ฟรี|ฟรี\s?!\s?ไม่(?:เสีย|มี)ค่าใช้จ่าย"
    ): ("ฟรี",),
    re.compile(
        r"(?:(?:เข้า(?!เรียน|ถึง|ศึกษา|สู่)|ชม|ร่วม|อบรม|สมัคร(?!สอบ)|ลงทะเบียน)[^\n]{0,60}?|(?:เข้าชม|เข้าร่วม)[^\n]{0,90}?)"
        "ไม่(?:เสีย|มี|คิด)ค่าใช้จ่าย"
        r"|(?:ขอเชิญ|เชิญชวน|เปิดรับสมัคร)(?:(?!บาท)[^\n]){0,400}?(?:\s|โดย)ไม่(?:เสีย|มี|คิด)ค่าใช้จ่าย"
        "|ไม่(?:เสีย|มี|คิด)ค่าใช้จ่ายในการ(?:เข้า|ร่วม|อบรม|สมัคร|ลงทะเบียน|ชม|สัมมนา|ประชุม|แข่งขัน)"
        "|ไม่มีค่า(?:สมัคร|เข้าชม|ลงทะเบียน)"
    ): ("เสียค่าใช้จ่าย", "มีค่า", "คิดค่าใช้จ่าย"),
    re.compile(r"[Aa]dmission(?: is)? free|[Ff]ree (?:admission|of charge)"): (
        "dmission",
        "charge",
    ),
    re.compile(rf"(?:{_FEE})\s*[:：]?\s*(?:ฟรี|ไม่มี)|(?:{_FEE})[^\n]{{0,20}}?{_PRICE}"): (
        "ค่า",
        "บัตร",
    ),
}
# What other groups pay: " นักเรียน นักศึกษา 60 บาท เด็กต่ำกว่า 7 ปีเข้าฟรี".
_others = release_pattern(
    r"(?:ต่อคน|/คน)?(?:[\s,/]*(?:และ\s?)?(?:%(price_groups)s)[^\n0-9]{0,40}"
    rf"(?:[0-9]{{1,2}}\s?ปี[^\n0-9]{{0,12}})?(?:{_PRICE}|(?:เข้าชม|เข้า)?\s?ฟรี)){{0,6}}"
)
_FREE = re.compile(r"ฟรี|ไม่เสีย|ไม่มี|ไม่คิด|free", re.IGNORECASE)


def cost_in(text: str) -> str:
    """The fee in a text, with that of other groups; "" when it gives none.

    "Free" counts only with a word about taking part, for it may be a service mentioned in passing.
    """
    asked = (one for one, signs in _COSTS.items() if any(sign in text for sign in signs))
    told = filter(None, (one.search(text) for one in asked))
    found = min(told, key=lambda one: one.start(), default=None)
    if not found:
        return ""
    if _FREE.search(found[0]) and "บาท" not in found[0]:  # children free, others not
        return "ไม่มีค่าใช้จ่าย"
    others = _others().match(text, found.end())
    return f"{found[0]}{others[0] if others else ''}".strip()
