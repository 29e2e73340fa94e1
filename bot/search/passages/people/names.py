"""Names of people and organisations in a text."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.knowledge.entries import Entry, Person
from bot.knowledge.persons import given_name
from bot.knowledge.words import any_of, release_words
from bot.search.passages.word_boundaries import NAMELESS, STOPS
from bot.thai.names import Names
from bot.thai.normalise import squeeze

SAYS = "กล่าว|เปิดเผย|เผย|ระบุ|ชี้แจง|อธิบาย"
_IN_FULL = (  # no นาย in มิถุนายน and พัฒนายา, no นางเลิ้ง
    "นายแพทย์(?!ทรงคุณ|ชำนาญ|เชี่ยวชาญ|สาธารณสุข|ใหญ่|ปฏิบัติ|ประจำ)|แพทย์หญิง"
    "|(?<!ฒ)(?<!นก)นาง(?:สาว)?(?!เลิ้ง|พญา|เจ้า|แบบ)"
    "|(?<![ทฒุ])นาย(?!แพทย์|ก(?:รัฐ|ฯ|ส|เทศ|อบ|พิเศษ|องค์| )|ร้อย|ทหาร|ตำรวจ|ทะเบียน|จ้าง|อำเภอ|หน้า)"
    "|(?:ผู้ช่วย|รอง)?ศาสตราจารย์(?:กิตติคุณ|เกียรติคุณ|พิเศษ|คลินิก)?"
    "|(?:พล|พัน|ร้อย)(?:ตำรวจ|อากาศ|เรือ)?(?:เอก|โท|ตรี)"
    "|หม่อมหลวง|หม่อมราชวงศ์|คุณหญิง|Mr\\.|Ms\\.|Dr\\.|H\\.E\\."
)
_SHORT = "น\\.ส\\.|พล\\.?[อตร]\\.(?:[ตอทร]\\.)?"
_SHORTER = (  # that end other abbreviations as well: ดร. stands in สดร., ศ. in กยศ.
    "ดร |ศ\\. ?\\(?พิเศษ\\)?"
    "|(?:ผศ|รศ|ศ|ดร|นพ|พญ|ทพ|ทพญ|ภญ|ภก|พ\\.?[ตอท]|ร\\.?[ตอท]|ม\\.?[รลจ])\\.(?:[ตอทร]\\.)?"
)
_APART = (
    "(?:(?<![ก-ฮ])(?<![กคน]\\.)|(?<=โดย)|(?<=ด้วย)|(?<=ด้าน)|(?<=กับ)|(?<=จาก)|(?<=ของ)|(?<=พร้อม)|(?<=ร่วม)"
    "|(?<=อดีต)|(?<=ต่อ)|(?<=ท่าน)|(?<=ซึ่ง)|(?<=นั้น))"
)
_OPENS = "(?=[คดทนผพภมรศหแDHM])"  # first letters of titles, tested first
_AS_A_VERB = "นำชัย|มีชัย|มีศักดิ์|มีสุข"  # names that begin like one
_NO_NAME = (
    f"{STOPS}|{SAYS}|พร้อม|ร่วม|ต้อนรับ|นำ|ลง|เปิด|และ|หรือ|ให้|ใน|จาก|กับ|เข้า|ย้ำ|มอบหมาย"
    "|รอง|ผู้|เลขา|อธิการ|สมาชิก|ส\\.[สว]|องคมนตรี|รักษา|อดีต|วิศวกร|คณะ|บริษัท|เกษตรกร|นาย|นางสาว"
    "|(?:ดร|นพ|พญ|รศ|ผศ|รก|ผช)(?:\\.|\\s|$)|ชั้น ?(?:[0-9๐-๙]|[มป]\\.)|(?:เงิน)?รางวัล|อายุ(?: |$)"
    "|อัครราชทูต|กงสุล|กระทรวง|กรม|สำนัก|สถาบัน|มหาวิทยาลัย|ภาควิชา|ศูนย์"
)
_ROOM_OF, _ROOM_LETTERS = re.compile("(?:ห้อง|ประชุม|อาคาร|ตึก)$"), 8  # is named after somebody
_IN_PARTS = "(?: (?:วิทยาศาสตร์,? ?(?:วิจัย)?|เทคโนโลยี) ?และ\\S{2,40})?"  # of one name, behind a blank
ORGANISATION = re.compile(
    "(?:กระทรวง|กรม(?<!ยากรม)(?!ธรรม)|มหาวิทยาลัย|สถาบัน|สำนักงาน|องค์การ|สมาคม|มูลนิธิ|ธนาคาร|ศูนย์"
    "|คณะ(?=[ก-๙]{2,20}(?:ศาสตร์|วิทยา|กรรม))"
    "|(?<![0-9๐-๙] )(?<![0-9๐-๙])(?:บริษัท ?|ทีม))"
    f"(?!{NAMELESS}|(?<=สถาบัน)(?:อุดมศึกษา|การเงิน|การศึกษา(?!ทาง|แห่ง)))(?:(?!{STOPS}|กับ)\\S){{2,60}}"
    f"{_IN_PARTS}"
    "(?: (?:จำกัด|\\(มหาชน\\)"
    "|(?:(?!ร่วม|กับ|และ)[A-Zก-๙]\\S{1,30} |\\((?:ประเทศ)?ไทย\\) ){0,3}จำกัด(?: \\(มหาชน\\))?))?"
)
_NICKNAME = 5  # letters; a shorter one may be a piece of another word


def names_organisation(text: str) -> bool:
    """Whether a text names an organisation."""
    return bool(ORGANISATION.search(text) or offices().search(text))


def people_in(text: str) -> Iterator[tuple[int, int]]:
    """Where a text names people, with their titles; not rooms named after somebody."""
    for found in person_pattern().finditer(text):
        start, end = found.span()
        if not _ROOM_OF.search(text, max(0, start - _ROOM_LETTERS), start):
            yield start, end


@lru_cache(maxsize=1)
def person_pattern() -> re.Pattern[str]:
    """Titles and a name, or what is called "ท่าน" and has a role."""
    roles = release_words().roles
    name = (
        f"(?:(?={_AS_A_VERB})|(?!{_NO_NAME}|{roles}))[ก-ฮเแโใไA-Za-z]"
        "(?:(?!กล่าว|เปิดเผย)[ก-๙A-Za-z-]){1,24}"
    )
    first = f"{_OPENS}(?:{_IN_FULL}|{_SHORT}|{_APART}(?:{_SHORTER}))\\s?"
    return re.compile(
        f"{first}(?:(?:{_IN_FULL}|{_SHORT}|{_SHORTER})\\s?){{0,3}}{name}(?:\\s+{name}){{0,2}}"
        f"|ท่าน ?{name}\\s+{name}(?=\\s*(?:{roles}|รักษา|ผู้|อุปทูต))"
    )


def named_by_staff(entry: Entry, said: str) -> list[Person]:
    """The people of an entry whose given name is in a piece of text."""
    letters = squeeze(said)
    return [one for one in entry.people if squeeze(given_name(one.name)) in letters]


@lru_cache(maxsize=1)
def offices() -> re.Pattern[str]:
    """The offices in the tables, by nickname or abbreviation: เนคเทค, สวทช."""
    forms = (form for form in Names.load().agencies if form.endswith(".") or len(form) >= _NICKNAME)
    return re.compile(any_of(forms))
