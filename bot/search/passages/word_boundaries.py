"""Word boundaries of a piece of text, so that no word is cut in two."""

import re

from bot.thai.names import Names
from bot.thai.segment import word_spans
from bot.thai.tables import words

LEADS_ON = words("ของ ใน ที่ และ กับ จาก โดย เพื่อ ให้ แก่ ซึ่ง ณ การ หรือ")
# What a name goes on with behind "เพื่อ": "ศูนย์วิทยาศาสตร์เพื่อการศึกษา".
_FOR = (
    "การ(?:ศึกษา(?!ดูงาน|ต่อ)|ส่งออก|ฟื้นฟู|คำนวณ|เกษตร)|ความ(?:มั่นคง|ยั่งยืน)|สันติ|อุตสาหกรรม|เกษตรกรรม"
    "|เศรษฐกิจ|เยาวชน|คน(?:ตาบอด|พิการ)"
)
STOPS = (
    f"(?:เมื่อ|โดย|(?<![ก-๙])เพื่อ|เพื่อ(?!{_FOR})"
    "|ซึ่ง|ระหว่าง|วันที่|ที่ผ่านมา|ในวัน|ได้|พร้อม|นี้|ว่า(?!การ|ที่)|ตั้งแต่|มี|(?<!ความ)เป็น)"
)
NAMELESS = (  # behind "บริษัท" or "โรงพยาบาล": no name follows
    "(?:ทั่ว|ในสังกัด|ในอนาคต|ในเครือ|ใน(?:ประเทศ|พื้นที่|จังหวัด|กลุ่ม|ภูมิ|โครงการ|การ)|ต่าง|อื่น|กว่า|หลาย"
    "|ทั้ง|ชั้นนำ|เอกชน|ลูก(?!เสือ)|ย่อย|มุ่ง|จึง|ก็|ต้อง|สามารถ|ของ(?!ขวัญ)|ที่(?!ดิน)|และ|หรือ|จะ|ใด|ไหน|เอง|กัน)"
)
_CLAUSE, _BLANK, _WORD_LETTERS = re.compile(STOPS), re.compile(r"\s"), 30
_LETTER = re.compile("[ก-๙A-Za-z0-9]")


def starts_word(text: str, start: int) -> bool:
    """Whether a word begins here, unlike ลาน in "ในเวลานั้น".

    Behind "จาก" and "ที่" one does, however these are cut: "จา|กวัด".
    """
    if text.endswith(("จาก", "ที่"), 0, start):
        return True
    blanks = [place.end() for place in _BLANK.finditer(text, max(0, start - _WORD_LETTERS), start)]
    place = blanks[-1] if blanks else max(0, start - _WORD_LETTERS)
    near = text[place : start + _WORD_LETTERS]
    begins = (place + at for _, at, _ in word_spans(near, Names.load().cut(near)))
    return next((at == start for at in begins if at >= start), True)


def whole_words(text: str, start: int, end: int) -> int:
    """Where `text[start:end]`, as a pattern found it, ends at a word boundary.

    A pattern stops too early at what looks like a new clause, กว่าง at ว่า, and too late at its
    longest: the last word is kept whole in the first case and left out in the second.
    """
    blank = _BLANK.search(text, end)
    upto = min(blank.start() if blank else len(text), end + _WORD_LETTERS)
    for word, begins, ends in word_spans(text[start:upto], Names.load().cut(text[start:upto])):
        before = text[start : start + begins]
        if begins < end - start < ends and _LETTER.search(word, end - start - begins):
            kept = _CLAUSE.match(text, end) or not before or before.endswith("ต่อ")
            return start + ends if kept else start + len(before.rstrip())
    return end


def without_tail(said: str) -> str:
    """A piece of text without linking words at its end: "5 เป้าหมายใหญ่ของ"."""
    rest = said.rstrip()
    for word in filter(None, map(str.strip, reversed(Names.load().cut(rest)))):
        if word not in LEADS_ON or word == rest:
            break
        rest = rest.removesuffix(word).rstrip()
    return rest
