"""Pieces of a text that could be the fact asked for: days and amounts, places, people, contacts."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache

from bot.search.passages.amounts import amounts, prices
from bot.search.passages.channels import contacts
from bot.search.passages.days import MONTH, days
from bot.search.passages.doers import deed_of, did
from bot.search.passages.partners import asks_partner, partners
from bot.search.passages.ranks import is_of_other_rank
from bot.search.ranking import Candidate
from bot.thai.names import Names
from bot.thai.normalise import squeeze
from bot.thai.questions import Aspect


def candidates(aspect: Aspect, text: str, question: str, today: date) -> list[Candidate]:
    """Everything in `text` of the kind that `aspect` asks for, in reading order.

    Empty for aspects that have no form of their own, such as `WHAT`.
    """
    find = _FINDERS.get(aspect)
    found = find(text, question, today) if find else ()
    ranked = (one for one in found if not is_of_other_rank(text, one.start, question))
    return sorted(ranked, key=lambda c: c.start)


def starts_word(text: str, start: int) -> bool:
    """Whether a word begins here, as none does at ลาน in "ในเวลานั้น"."""
    blanks = [place.end() for place in _BLANK.finditer(text, max(0, start - _WORD_LETTERS), start)]
    place = blanks[-1] if blanks else max(0, start - _WORD_LETTERS)
    for word in Names.load().cut(text[place : start + _WORD_LETTERS]):
        place = text.index(word, place)
        if place >= start:
            return place == start
        place += len(word)
    return True


def whole_words(text: str, start: int, end: int) -> int:
    """Where `text[start:end]`, as a pattern found it, ends with no word cut in two.

    A pattern stops too early at what looks like a new clause, กว่าง at ว่า, and too late at its
    longest: the word at its end is kept in the first case and left out in the second.
    """
    blank = _BLANK.search(text, end)
    upto = min(blank.start() if blank else len(text), end + _WORD_LETTERS)
    place = start
    for word in Names.load().cut(text[start:upto]):
        place = text.index(word, place)
        if place < end < place + len(word) and _LETTER.search(word, end - place):
            kept = _CLAUSE.match(text, end) or place == start or text[start:place].endswith("ต่อ")
            return place + len(word) if kept else start + len(text[start:place].rstrip())
        place += len(word)
    return end


def without_tail(said: str) -> str:
    """A piece of text without words at its end that only lead on: "5 เป้าหมายใหญ่ของ"."""
    rest = said.rstrip()
    for word in filter(None, map(str.strip, reversed(Names.load().cut(rest)))):
        if word not in _LEADS_ON or word == rest:
            break
        rest = rest.removesuffix(word).rstrip()
    return rest


def listed_items(text: str) -> list[tuple[int, int]]:
    """Where the items of a text's first numbered list stand, "1. … 2. … 3. …"; none for no list."""
    starts: list[int] = []
    for mark in _ITEM_MARK.finditer(text):
        if int(mark[1]) == len(starts) + 1:
            starts.append(mark.start())
    if len(starts) < 2:
        return []
    behind = [*starts[1:], min(len(text), starts[-1] + _LAST_ITEM)]
    lines = [text.find("\n", start, end) for start, end in zip(starts, behind, strict=True)]
    ends = [end if line < 0 else line for line, end in zip(lines, behind, strict=True)]
    return list(zip(starts, ends, strict=True))


_LEADS_ON = frozenset(
    ("ของ", "ใน", "ที่", "และ", "กับ", "จาก", "โดย", "เพื่อ", "ให้", "แก่", "ซึ่ง", "ณ", "การ", "หรือ")
)
_ITEM_MARK = re.compile(r"(?<![0-9๐-๙.,/:])([1-9๑-๙][0-9๐-๙]?)[.)] ?(?=[^0-9๐-๙\s])")
_LAST_ITEM = 120  # characters of the last item, which no number ends

_THAI_NUMBER = "[0-9๐-๙]"
STOPS = "(?:เมื่อ|โดย|เพื่อ|ซึ่ง|ระหว่าง|วันที่|ที่ผ่านมา|ในวัน|ได้|พร้อม|นี้|ว่า|ตั้งแต่|มี|เป็น)"
_CLAUSE, _BLANK, _WORD_LETTERS = re.compile(STOPS), re.compile(r"\s"), 30
_LETTER = re.compile("[ก-๙A-Za-z0-9]")
_PLACE_HEAD = (
    "(?<=บน)สถานีอวกาศ|(?<=ใน)สถานีอวกาศ"
    f"|โรงแรม|ห้องประชุม|ห้อง|(?<![ก-๙])ณ (?!วัน|เดือน|ปี|[0-9๐-๙]|{MONTH})|อาคาร|หอประชุม"
    "|ศูนย์ประชุม|ศูนย์การประชุม|ศูนย์แสดง|ศูนย์การค้า|ศูนย์"
    "|ตึก|โถง|ลาน|สนาม|ชั้น(?= ?[0-9๐-๙])|สวน|อุทยาน|มหาวิทยาลัย|โรงเรียน|วิทยาลัย|วัด|ทำเนียบ|สถาบัน"
    "|โรงพยาบาล|รพ\\.|เขื่อน|บ้าน|ตำบล|ต\\.|อำเภอ|อ\\.|เขต|จังหวัด|จ\\.|ประเทศ|เมือง|ถนน|ศาล|สาธารณรัฐ|สปป|พิพิธภัณฑ์"
)
_PLACE = re.compile(
    f"(?:{_PLACE_HEAD})(?:(?!{STOPS})\\S){{1,60}}"
    f"(?: (?:(?:{_PLACE_HEAD}|แอนด์|กรุงเทพ|แขวง|[A-Z0-9๐-๙])"
    f"(?:(?!{STOPS})\\S){{0,40}}|รีสอร์ท|สปา)){{0,7}}"
)
_VENUE = re.compile("โรงแรม|ห้อง|ณ |อาคาร|หอ|ศูนย์|ตึก|โถง|ลาน|สนาม|ชั้น|มหาวิทยาลัย|โรงเรียน|ทำเนียบ")
_AT = frozenset(("ที่", " ณ ", "ที่ "))
_WHICH = "(?:ไหน|ใด|อะไร|ไร|รัย|เท่า|บ้าง)"
_BARE = 15  # letters of a question without a subject
_IN_AN_AREA = re.compile("[อจต]\\.|จังหวัด(?!ที่)|อำเภอ|ตำบล|ถ\\.")
_ASKS_WHERE_IT_STANDS = re.compile("(?:ตั้ง)?อยู่ ?(?:ที่|ตรง|แถว)? ?ไหน")
_STANDS_ON, _ON = (
    re.compile("(?:อยู่|ที่|ใน|บน|ณ|ใกล้|ตรง|ข้าง|หลัง) ?$"),
    8,
)  # no body that does something
_AREA_HEAD = re.compile("จ|อ|ต|ถนน|แขวง|เขต|เมือง|บ้าน|ประเท|ชั้น|ห้อง")
_HOME = re.compile("(?:ประเทศ|เมือง)ไทย")
_ASKS_PLACE = re.compile(
    "(โรงแรม|ห้อง|ฮอลล์?|ตึก|อาคาร|ชั้น|ลาน|สวน|สนาม|ศูนย์|หอประชุม|มหาวิทยาลัย|มหาลัย|โรงเรียน|วัด|ศาล"
    "|จังหวัด|อำเภอ|อำเพอ|ตำบล|ประเทศ|ประเทด|ภาค|เมือง|เขต|แขวง|ถนน|ห้าง|โรงพยาบาล|เขื่อน|ตลาด|ร้าน"
    f"|(?:รร|รพ|จว)(?=\\.? ?(?:ชื่อ)?{_WHICH}))\\.? ?[ก-๙]{{0,6}}?{_WHICH}"  # no กิจกรรม, no ตรวจวัด
)
_FROM = re.compile("จาก ?(?:ที่|ตรง|แถว)? ?(?:[ก-๙]{2,14})??(?:ไหน|ใด|อะไร)")
_ORIGIN = re.compile(
    f"(?<=จาก)(?:{_PLACE_HEAD})(?:(?!{STOPS})\\S){{1,60}}"
    f"(?: (?:และ|กับ)?(?:{_PLACE_HEAD})(?:(?!{STOPS})\\S){{1,40}}){{0,3}}"
)
_AREA = re.compile("จ|อำเ|ตำบล|ประเท|ภาค|เมือง|เขต|แขวง|ถนน")
_SAME_PLACE = {
    "ตึก": "ตึก|อาคาร",
    "ฮอล": "ฮอลล์|[Hh]all|อาคาร",
    "ฮอลล์": "ฮอลล์|[Hh]all|อาคาร",
    "อาคาร": "ตึก|อาคาร",
    "มหาลัย": "มหาวิทยาลัย",
    "รร": "โรงแรม|โรงเรียน",
    "รพ": "โรงพยาบาล|รพ\\.",
    "โรงพยาบาล": "โรงพยาบาล|รพ\\.",
    "จว": "จังหวัด|จ\\.",
    "จังหวัด": "จังหวัด|จ\\.",
    "อำเภอ": "อำเภอ|อ\\.",
    "อำเพอ": "อำเภอ|อ\\.",
    "ตำบล": "ตำบล|ต\\.",
    "ประเทด": "ประเทศ",
    "ห้าง": "ห้าง|ศูนย์การค้า|เซ็นทรัล|เดอะมอลล์|พลาซา",
}
_TITLE = (
    "นางสาว|นาง|นาย(?!ก(?:รัฐ|ฯ|ส|เทศ|อบ| )|ร้อย|ทหาร|ตำรวจ|ทะเบียน|จ้าง|อำเภอ|หน้า)|น\\.ส\\."
    "|(?:ผู้ช่วย|รอง)?ศาสตราจารย์(?:กิตติคุณ|เกียรติคุณ|พิเศษ|คลินิก)?"
    "|ศ\\. ?\\(?พิเศษ\\)?"
    "|(?:ผศ|รศ|ศ|ดร|นพ|พญ|ทพ|ทพญ|ภญ|ภก|ว่าที่|พล\\.?[อตร]|พ\\.?[ตอท]|ร\\.?[ตอท]|ม\\.?[รลจ])\\.(?:[ตอทร]\\.)?"
    "|(?:พล|พัน|ร้อย)(?:ตำรวจ|อากาศ|เรือ)?(?:เอก|โท|ตรี)"
    "|ดร |หม่อมหลวง|หม่อมราชวงศ์|ศ\\.|คุณหญิง|Mr\\.|Ms\\.|Dr\\.|H\\.E\\."
)
_SAYS = "กล่าว|เปิดเผย|เผย|ระบุ|ชี้แจง|อธิบาย"
_NO_NAME = f"{STOPS}|{_SAYS}|พร้อม|ร่วม|ต้อนรับ|นำ|ลง|เปิด|และ|รอง|ผู้|ปลัด|รัฐมนตรี|รม[วช]|อธิบดี|เลขา|ประธาน"
_NO_NAME += (
    "|หัวหน้า|ที่ปรึกษา|กรรมการ|คณบดี|อธิการ|โฆษก|นาย|นางสาว|ให้|ใน|จาก|กับ|เข้า|(?:ดร|นพ|พญ)(?:\\.|\\s|$)"
)
_NO_NAME += "|มอบหมาย|ชั้น ?[0-9๐-๙]"
_NAME = f"(?!{_NO_NAME})[ก-ฮเแโใไA-Za-z][ก-๙A-Za-z-]{{1,24}}"
_PERSON = re.compile(f"(?:(?:{_TITLE})\\s?){{1,4}}{_NAME}(?:\\s+{_NAME}){{0,2}}")
_ROOM_OF, _ROOM_LETTERS = re.compile("(?:ห้อง|ประชุม|อาคาร|ตึก)$"), 8  # is named after somebody
_ORGANISATION = re.compile(
    "(?:กระทรวง|กรม|มหาวิทยาลัย|สถาบัน|สำนักงาน|องค์การ|สมาคม|มูลนิธิ|ธนาคาร|ศูนย์"
    "|(?<![0-9๐-๙] )(?<![0-9๐-๙])(?:บริษัท ?|ทีม))"
    f"(?:(?!{STOPS}|กับ)\\S){{2,60}}"
    "(?: (?:จำกัด|\\(มหาชน\\)|(?:[A-Zก-๙]\\S{1,30} ){0,3}จำกัด(?: \\(มหาชน\\))?))?"
)
_ASKS_BODY = re.compile(
    "(?:บริษัท|เจ้า|หน่วยงาน|กระทรวง|กรม|องค์กร|ทีม|สถาบัน|มหาวิทยาลัย|มหาลัย|เอกชน|แห่ง|ที่|ธนาคาร)"
    "(?:แห่ง)?(?:ไหน|ใด|อะไร|ไร)|(?:ถาม|แจ้ง|ติดต่อ|ปรึกษา)(?:กับ)?ใคร"
    "|ใคร(?:คือ|เป็น) ?(?:หน่วยงาน|องค์กร|บริษัท|สถาบัน|กระทรวง|ธนาคาร)"
    "|(?:บริษัท|หน่วยงาน|องค์กร|สถาบัน|ธนาคาร|มหาวิทยาลัย|มหาลัย) ?(?:นี้|นั้น|ทั้งหมด)? ?(?:มี|คือ)(?:ใคร|อะไร|ไร)"
    "|(?:กับ|กะ) ?ใคร|ใคร(?:บ้าง)?(?:ที่)?(?:มา)?(?:ร่วมมือ|จับมือ|ผนึกกำลัง)"
)
_ASKS_WORKPLACE = re.compile(
    "ทำงาน(?:อยู่|ประจำ)?(?:ที่|กับ|แถว)?(?:หน่วยงาน)?ไหน|สังกัด(?:ที่|หน่วยงาน)?(?:ไหน|อะไร)"
)
_ASKS_WHEREABOUTS = re.compile(  # now, or what became of it
    "(?:ยุบ|ย้าย|หาย)ไปไหน|ไปไหน(?:แล้ว|หมด|ละ|ล่ะ)|(?:ตอนนี้|ปัจจุบัน|เดี๋ยวนี้) ?(?:ไป|อยู่)(?:ที่|ตรง)?ไหน"
)
_ASKS_SORT = re.compile(
    "(บริษัท|กระทรวง|กรม|ทีม|มหาวิทยาลัย|มหาลัย|ธนาคาร)(?:ไหน|ใด|อะไร|ไร| ?(?:มี|คือ)(?:ใคร|อะไร|ไร))"
)
_ASKS_SORT_ONLY = re.compile(
    f"(?:^|ของ|มี|กับ|จาก|ที่|ใน|คือ) ?{_ASKS_SORT.pattern}(?:บ้าง|มั่ง|ได้|คะ|ครับ|คับ|อะ|อ่ะ| )*$"
)
_SAME_SORT = {"มหาลัย": "มหาวิทยาลัย"}
_ASKS_PERSON = re.compile(
    "คนแรก|เปิดงาน|ประธาน|วิทยากร|บรรยาย|ปาฐก|กล่าว|ต้อนรับ|ตัดริบบิ้น|ถ่าย(?:รูป|ภาพ)|เขียนข่าว"
)
_WON = "ชนะ|แชมป์|ที่ ?(?:1|หนึ่ง)(?![0-9])|(?:รับ)?(?:รางวัล|เหรียญ|ถ้วย)|คว้า(?!น)"
_WHO_WON = (
    "ใคร|(?:ทีม|โรงเรียน|วิทยาลัย|มหาวิทยาลัย|มหาลัย|คน|กลุ่ม|บริษัท|ผลงาน|จังหวัด|ประเทศ) ?(?:ไหน|ใด|อะไร)"
)
_ASKS_WINNER = re.compile(
    f"(?:{_WHO_WON}) ?(?:เป็น|ผู้|คน|ที่(?! ?[1ห])|จะ|ได้|เคย){{0,4}}(?:{_WON})"
    f"|(?:ชนะ|แชมป์|รางวัล).{{0,40}}(?:คือ|เป็น|ได้แก่) ?(?:{_WHO_WON}|ทีม)"
)
MADE = (  # parts of patterns
    "ทำ(?!ให้|งาน|หน้าที่|การ|ตาม|ได้)|พัฒนา|คิดค้น|ผลิต(?!ภัณฑ์|ผล)|สร้าง(?!สรรค|ความ)|ประดิษฐ์|ออกแบบ"
    "|วิจัย(?!และ)"
)
HELD = "จัด(?!การ|ตั้ง|ซื้อ|เก็บ|ส่ง|อันดับ)"
OPENED = "เปิด(?!เผย|งาน|พิธี|ใจ|โอกาส|ตัว|ประเด็น|โปง)"
_BY_WHOM = (
    "(?:(?<!ให้)(?<!กับ)(?<!ใช้)ใคร|หน่วยงาน(?:ไหน|ใด|อะไร|ไร)) ?(?:เป็น)?(?:คน|ผู้|เจ้าของ)?(?:ที่)?(?:ร่วม)?"
)
_ASKS_RECIPIENT = re.compile(
    "(?:ให้|แก่|แด่)(?:กับ|แก่|เงิน|ทุน|ของ)? ?ใคร(?!(?:จะ|มา|ไป|เป็น|พูด|กล่าว|ทำ|ช่วย|ดู|เปิด))"
)
_ASKS_GETTER = re.compile(
    "ใคร(?:จะ|เป็นคน)?ได้(?:รับ)?(?!ชนะ|เป็น|ตำแหน่ง|พูด|กล่าว|มา|เข้า|ร่วม|แต่งตั้ง|เชิญ|มอบหมาย)"
)
_RECIPIENT = re.compile(
    "(?:(?<!ได้)(?<!ตาม)แก่(?![น่งชก]|ตัว)|แด่|ให้(?:แก่|กับ)"
    "|(?:มอบ|แจก|บริจาค|[0-9] ?(?:ชิ้น|เครื่อง|ชุด|ลิตร|หลอด|ขวด|กล่อง|ใบ))"
    "ให้(?!แก่|กับ|คำ|ความ)) ?(\\S{8,80})"
)
_OWNED = "(?:^|มัน|นี้|นั้น|คือ|เป็น|แอป|แอพ|ระบบ|โครงการ|เว็บ|เว็บไซต์|บริการ) ?ของ ?"
_ASKS_MAKER = re.compile(f"{_BY_WHOM}(?:{MADE}|คิด(?!ถึง|ว่า))|{_OWNED}(?:ใคร|หน่วยงานไหน)")
_ASKS_HOLDER = re.compile(f"{_BY_WHOM}(?:{HELD}|เจ้าภาพ)|เจ้าภาพ(?:คือ|เป็น|ชื่อ)?(?:ใคร|หน่วยงานไหน)")
_ASKS_SIGNER = re.compile("ใคร[ก-๙ ]{0,8}(?:ลงนาม|เซ็น(?!เซอร์))|(?:ลงนาม|เซ็น)(?:กับ)? ?ใคร")
_ASKS_OPENER = re.compile(f"{_BY_WHOM}{OPENED}")
_MADE_IT = re.compile(f"[^\n]{{0,60}}?(?:{MADE}|นักวิจัย|หัวหน้า(?:โครงการ|ทีม))")
_NICKNAME = 5  # letters; a shorter one may be a piece of another word
_SAID_LETTERS = 12  # of a name, more than its common noun has
_SPEAKS = re.compile(rf"[^\n]{{0,120}}?(?:{_SAYS})")
_ASKS_SPEAKER = re.compile("พูด|(?<!กระ)บอก|กล่าว|ให้ข่าว|เปิดเผย|แถลง|ชี้แจง|เล่า(?!เรียน)")
_REASON = re.compile("(?:เพื่อ|เนื่องจาก|เพราะ|ด้วยเหตุ|เป็นผล|ทำให้|จะได้)[^\\n]{8,160}")
_MANNER = re.compile(
    "(?:โดย(?!ไม่)|ด้วยการ|ผ่าน|(?<!ความ)สามารถ|ใช้|(?<!ถูก)ต้อง(?!การ)|ให้)[^\\n]{8,160}"
)


def _places(text: str, question: str, _today: date) -> Iterator[Candidate]:
    if asks_workplace(question) or asks_whereabouts(question):
        return  # an event is held where few of its guests work, or are today
    if came := origins(text, question):
        yield from came
        return
    asked = _ASKS_PLACE.search(question)
    heads = _SAME_PLACE.get(asked[1], asked[1]) if asked else ""
    stands = _ASKS_WHERE_IT_STANDS.search(question)
    for found in _PLACE.finditer(text):
        wanted = bool(heads) and re.search(heads, found[0]) is not None
        there = (
            found[0].startswith(("ณ ", "สถานีอวกาศ"))
            or text[max(0, found.start() - 3) : found.start()] in _AT
        )
        located = len(question) > _BARE or _IN_AN_AREA.search(found[0])
        unlikely = 0.2 if located else 0.1  # who acts in the text is no place of it
        likely = 0.8 if there else 0.5 if _VENUE.match(found[0]) else unlikely
        if stands and not (
            there or _STANDS_ON.search(text, max(0, found.start() - _ON), found.start())
        ):
            likely = min(likely, 0.4 if _AREA_HEAD.match(found[0]) else 0.1)
        if _HOME.match(found[0]) and not wanted:
            likely = 0.1  # that it is in Thailand helps nobody
        if heads:
            likely = 1.0 if wanted else likely / 2
        yield Candidate(found.start(), found.end(), likely)


def stands_somewhere(text: str, place: str) -> bool:
    """Whether a text says that something is at a place, and not that the place does something."""
    if place.startswith("ณ "):
        return True
    found = re.finditer(re.escape(place), text)
    return any(_STANDS_ON.search(text, max(0, at.start() - _ON), at.start()) for at in found)


def origins(text: str, question: str) -> list[Candidate]:
    """Where a text says that somebody or something came from, to who asks that: "จากจังหวัดไหน"."""
    asked = _ASKS_PLACE.search(question)
    heads = _SAME_PLACE.get(asked[1], asked[1]) if asked else ""
    found = _ORIGIN.finditer(text) if _FROM.search(question) else ()
    return [Candidate(*one.span(), 1.0) for one in found if re.search(heads, one[0])]


def is_kind_asked(place: str, question: str) -> bool:
    """Whether a place is of the kind that a question names: no parliament to "ที่ร้านไหน".

    Provinces, countries and the like go by their names alone.
    """
    asked = _ASKS_PLACE.search(question)
    if asked is None or _AREA.match(asked[1]):
        return True
    return re.search(_SAME_PLACE.get(asked[1], asked[1]), place) is not None


def place_asked(question: str) -> str:
    """The kind of place that a question names, จังหวัด in "มีจังหวัดไหนบ้าง"; "" if none is."""
    asked = _ASKS_PLACE.search(question)
    return asked[1] if asked else ""


def asks_area(question: str) -> bool:
    """Whether a question wants a province, a country or the like: "ประเทศไหน"."""
    return bool(_AREA.match(place_asked(question)))


def asks_workplace(question: str) -> bool:
    """Whether a normalised question wants to know where somebody works."""
    return bool(_ASKS_WORKPLACE.search(question))


def asks_whereabouts(question: str) -> bool:
    """Whether a normalised question wants to know where somebody or something has gone."""
    return bool(_ASKS_WHEREABOUTS.search(question))


def asks_body(question: str) -> bool:
    """Whether a normalised question wants an organisation rather than a person."""
    return bool(_ASKS_BODY.search(question))


def _is_body(name: str, question: str) -> bool:
    """Whether an organisation is of the sort that is asked for: no ministry to "บริษัทไหน"."""
    sort = _ASKS_SORT.search(question)
    return sort is None or name.startswith(_SAME_SORT.get(sort[1], sort[1]))


def asks_person(question: str) -> bool:
    """Whether a normalised question wants somebody who did what only a person does."""
    return bool(_ASKS_PERSON.search(question)) and not asks_body(question)


def asks_recipient(question: str) -> bool:
    """Whether a normalised question wants whom something was given to: "มอบให้ใคร"."""
    return bool(_ASKS_RECIPIENT.search(question))


def asks_getter(question: str) -> bool:
    """Whether a normalised question wants who got something, or won: "ใครได้คันแรก"."""
    return bool(_ASKS_GETTER.search(question)) or asks_winner(question)


def asks_winner(question: str) -> bool:
    """Whether a normalised question wants who won: "ทีมไหนได้แชมป์"."""
    return bool(_ASKS_WINNER.search(question))


def names_body(text: str) -> bool:
    """Whether a text names an organisation."""
    return bool(_ORGANISATION.search(text) or offices().search(text))


def asks_maker(question: str) -> bool:
    """Whether a normalised question wants whoever made or held something: "ใครเป็นคนทำ"."""
    return bool(_ASKS_MAKER.search(question)) or asks_holder(question)


def asks_holder(question: str) -> bool:
    """Whether it wants whoever held something: "ใครจัด"."""
    return bool(_ASKS_HOLDER.search(question))


def asks_signer(question: str) -> bool:
    """Whether it wants whoever signed something, persons or the offices that agreed."""
    return bool(_ASKS_SIGNER.search(question))


def asks_opener(question: str) -> bool:
    """Whether it wants whoever opened something that stays: "ศูนย์นี้ใครเปิด"."""
    return bool(_ASKS_OPENER.search(question))


def body_asked(question: str) -> str:
    """The sort of organisation that is asked for, "มหาวิทยาลัย" in "ของมหาลัยไหน"; "" if none is."""
    sort = _ASKS_SORT_ONLY.search(question)
    return _SAME_SORT.get(sort[1], sort[1]) if sort else ""


def is_deed(word: str) -> bool:
    """Whether a word says what a maker does: พัฒนา."""
    return re.fullmatch(f"(?:{MADE}|คิด|{HELD})", word) is not None


def names_person(text: str) -> bool:
    """Whether a text names a person with a title before the name."""
    return any(True for _ in people_in(text))


def people_in(text: str) -> Iterator[tuple[int, int]]:
    """Where a text names people, with their titles; no rooms that are called by them."""
    for found in _PERSON.finditer(text):
        start, end = found.span()
        if not _ROOM_OF.search(text, max(0, start - _ROOM_LETTERS), start):
            yield start, end


def _people(text: str, question: str, _today: date) -> Iterator[Candidate]:
    if asks_recipient(question):
        yield from (Candidate(*one.span(1), 1.0) for one in _RECIPIENT.finditer(text))
        return
    if asks_partner(question) and (told := partners(text)):
        yield from told
        return
    body = asks_body(question)
    maker = asks_maker(question)
    speaker = bool(_ASKS_SPEAKER.search(question))
    asked, deed = squeeze(question), deed_of(question, text)
    sort = _ASKS_SORT.search(question)  # nobody is a firm
    for start, end in () if sort else people_in(text):
        if maker and not _MADE_IT.match(text, end):
            continue
        if deed and deed.alone and not did(deed, text, (start, end)):
            continue
        speaks = speaker and _SPEAKS.match(text, end)
        likely = (0.9 if speaks else 0.8) if " " in text[start:end].strip() else 0.5
        yield Candidate(start, end, likely / 2 if body else likely)
    for found in _ORGANISATION.finditer(text):
        said = squeeze(found[0])[:_SAID_LETTERS] in asked  # "กระทรวงเกษตรทำกับใคร" asks for another
        fits = body and not said and _is_body(found[0], question)
        yield Candidate(found.start(), found.end(), 1.0 if fits else 0.1)
    for found in offices().finditer(text) if body and not sort else ():
        said = squeeze(found[0]).rstrip(".").lower() in asked
        yield Candidate(found.start(), found.end(), 0.1 if said else 0.9)


@lru_cache(maxsize=1)
def offices() -> re.Pattern[str]:
    """The offices that the tables know, by nickname or abbreviation: เนคเทค, สวทช."""
    forms = (form for form in Names.load().agencies if form.endswith(".") or len(form) >= _NICKNAME)
    return re.compile("|".join(map(re.escape, sorted(forms, key=len, reverse=True))))


def _plain(pattern: re.Pattern[str]) -> Callable[[str, str, date], Iterator[Candidate]]:
    def find(text: str, _question: str, _today: date) -> Iterator[Candidate]:
        return (Candidate(m.start(), m.end(), 0.7) for m in pattern.finditer(text))

    return find


_FINDERS: dict[Aspect, Callable[[str, str, date], Iterator[Candidate]]] = {
    Aspect.WHEN: days,
    Aspect.WHERE: _places,
    Aspect.WHO: _people,
    Aspect.HOWMANY: amounts,
    Aspect.COST: prices,
    Aspect.CONTACT: contacts,
    Aspect.WHY: _plain(_REASON),
    Aspect.HOW: _plain(_MANNER),
}
