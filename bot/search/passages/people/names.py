"""People and organisations that a text names."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.knowledge.entries import Entry, Person
from bot.knowledge.persons import given_name
from bot.knowledge.words import any_of
from bot.search.passages.edges import NAMELESS, STOPS
from bot.thai.names import Names
from bot.thai.normalise import squeeze

_TITLE = (
    "นายแพทย์(?!ทรงคุณ|ชำนาญ|เชี่ยวชาญ|สาธารณสุข|ใหญ่|ปฏิบัติ|ประจำ)|แพทย์หญิง"
    "|นางสาว|นาง|(?<!ท)นาย(?!แพทย์|ก(?:รัฐ|ฯ|ส|เทศ|อบ|พิเศษ|องค์| )|ร้อย|ทหาร|ตำรวจ|ทะเบียน"
    "|จ้าง|อำเภอ|หน้า)|น\\.ส\\."
    "|(?:ผู้ช่วย|รอง)?ศาสตราจารย์(?:กิตติคุณ|เกียรติคุณ|พิเศษ|คลินิก)?"
    "|ศ\\. ?\\(?พิเศษ\\)?"
    "|(?:ผศ|รศ|ศ|ดร|นพ|พญ|ทพ|ทพญ|ภญ|ภก|ว่าที่|พล\\.?[อตร]|พ\\.?[ตอท]|ร\\.?[ตอท]|ม\\.?[รลจ])\\.(?:[ตอทร]\\.)?"
    "|(?:พล|พัน|ร้อย)(?:ตำรวจ|อากาศ|เรือ)?(?:เอก|โท|ตรี)"
    "|ดร |หม่อมหลวง|หม่อมราชวงศ์|ศ\\.|คุณหญิง|Mr\\.|Ms\\.|Dr\\.|H\\.E\\."
)
SAYS = "กล่าว|เปิดเผย|เผย|ระบุ|ชี้แจง|อธิบาย"
_NO_NAME = (
    f"{STOPS}|{SAYS}|พร้อม|ร่วม|ต้อนรับ|นำ|ลง|เปิด|และ|รอง|ผู้|ปลัด|รัฐมนตรี|รม[วช]|อธิบดี|เลขา|ประธาน"
    "|หัวหน้า|ที่ปรึกษา|กรรมการ|คณบดี|อธิการ|โฆษก|สมาชิก|ส\\.[สว]|นาย|นางสาว|ให้|ใน|จาก|กับ|เข้า|(?:ดร|นพ|พญ)(?:\\.|\\s|$)"
    "|มอบหมาย|ชั้น ?[0-9๐-๙]|(?:เงิน)?รางวัล|อายุ(?: |$)"
)
_NAME = f"(?!{_NO_NAME})[ก-ฮเแโใไA-Za-z][ก-๙A-Za-z-]{{1,24}}"
_ROLES = "รักษา|รอง|รัฐมนตรี|ปลัด|อธิบดี|หัวหน้า|ผู้|เอกอัคร|อุปทูต|ประธาน|เลขา|อธิการ|รมว"
_PERSON = re.compile(
    f"(?:(?:{_TITLE})\\s?){{1,4}}{_NAME}(?:\\s+{_NAME}){{0,2}}"
    f"|ท่าน ?{_NAME}\\s+{_NAME}(?=\\s*(?:{_ROLES}))"
)
_ROOM_OF, _ROOM_LETTERS = re.compile("(?:ห้อง|ประชุม|อาคาร|ตึก)$"), 8  # is named after somebody
ORGANISATION = re.compile(
    "(?:กระทรวง|กรม|มหาวิทยาลัย|สถาบัน|สำนักงาน|องค์การ|สมาคม|มูลนิธิ|ธนาคาร|ศูนย์"
    "|(?<![0-9๐-๙] )(?<![0-9๐-๙])(?:บริษัท ?|ทีม))"
    f"(?!{NAMELESS}|(?<=สถาบัน)(?:อุดมศึกษา|การศึกษา(?!ทาง|แห่ง)))(?:(?!{STOPS}|กับ)\\S){{2,60}}"
    "(?: (?:จำกัด|\\(มหาชน\\)|(?:[A-Zก-๙]\\S{1,30} ){0,3}จำกัด(?: \\(มหาชน\\))?))?"
)
_NICKNAME = 5  # letters; a shorter one may be a piece of another word


def names_body(text: str) -> bool:
    """Whether a text names an organisation."""
    return bool(ORGANISATION.search(text) or offices().search(text))


def people_in(text: str) -> Iterator[tuple[int, int]]:
    """Where a text names people, with their titles; no rooms that are called by them."""
    for found in _PERSON.finditer(text):
        start, end = found.span()
        if not _ROOM_OF.search(text, max(0, start - _ROOM_LETTERS), start):
            yield start, end


def named_by_staff(entry: Entry, said: str) -> list[Person]:
    """The people of an entry whose given name a piece of its text has."""
    letters = squeeze(said)
    return [one for one in entry.people if squeeze(given_name(one.name)) in letters]


@lru_cache(maxsize=1)
def offices() -> re.Pattern[str]:
    """The offices that the tables know, by nickname or abbreviation: เนคเทค, สวทช."""
    forms = (form for form in Names.load().agencies if form.endswith(".") or len(form) >= _NICKNAME)
    return re.compile(any_of(forms))
