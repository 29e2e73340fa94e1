"""What a who-question asks for: a person or an organisation, and what they did or got.

All tests are of normalised questions.
"""

import re

from bot.search.passages.people.prizes import asks_winner
from bot.search.query import Query, asks_for, reading
from bot.thai.questions import ENDS

_ASKS_ORGANISATION = re.compile(
    "(?:บริษัท|(?<!ศาล)เจ้า|หน่วยงาน|กระทรวง|กรม|องค์กร|ทีม|สถาบัน|มหาวิทยาลัย|มหาลัย|คณะ|เอกชน|แห่ง|ที่|ธนาคาร)"
    "(?:แห่ง)?(?:ไหน|ใด|อะไร|ไร)|(?:ถาม|แจ้ง|ติดต่อ|ปรึกษา)(?:กับ)?ใคร"
    "|ใคร(?:คือ|เป็น) ?(?:หน่วยงาน|องค์กร|บริษัท|สถาบัน|กระทรวง|ธนาคาร)"
    "|(?:บริษัท|หน่วยงาน|องค์กร|สถาบัน|ธนาคาร|มหาวิทยาลัย|มหาลัย) ?(?:นี้|นั้น|ทั้งหมด)? ?(?:มี|คือ)(?:ใคร|อะไร|ไร)"
    "|(?:กับ|กะ) ?ใคร|ใคร(?:บ้าง)?(?:ที่)?(?:มา)?(?:ร่วมมือ|จับมือ|ผนึกกำลัง)"
)
asks_organisation = asks_for(_ASKS_ORGANISATION)  # rather than a person
_ASKS_SORT = re.compile(
    "(บริษัท|กระทรวง|กรม|ทีม|มหาวิทยาลัย|มหาลัย|คณะ|ธนาคาร)(?:ไหน|ใด|อะไร|ไร| ?(?:มี|คือ)(?:ใคร|อะไร|ไร))"
)
asks_sort = asks_for(_ASKS_SORT)  # an organisation of some sort: "บริษัทไหน"
_ASKS_SORT_ONLY = re.compile(
    f"(?:^|ของ|มี|กับ|จาก|ที่|ใน|คือ) ?{_ASKS_SORT.pattern}(?:บ้าง|มั่ง|ได้|{ENDS}| )*$"
)
_SAME_SORT = {"มหาลัย": "มหาวิทยาลัย"}
_names_what_a_person_does = asks_for(
    "คนแรก|เปิดงาน|ประธาน|วิทยากร|บรรยาย|ปาฐก|กล่าว|ต้อนรับ|ตัดริบบิ้น|ถ่าย(?:รูป|ภาพ)|เขียนข่าว"
)
MADE = (  # parts of patterns
    "ทำ(?!ให้|งาน|หน้าที่|การ|ตาม|ได้)|พัฒนา|คิดค้น|ผลิต(?!ภัณฑ์|ผล)|สร้าง(?!สรรค|ความ)|ประดิษฐ์|ออกแบบ"
    "|วิจัย(?!และ)"
)
HELD = "จัด(?!การ(?!ประชุม|แข่ง|ประกวด|อบรม|สัมมนา|เสวนา|แสดง)|ตั้ง|ซื้อ|เก็บ|ส่ง|อันดับ)"
OPENED = "เปิด(?!เผย|งาน|พิธี|ใจ|โอกาส|ตัว|ประเด็น|โปง)"
FOUNDED = (
    "(?:ก่อ|จัด|(?<!แต่ง)(?<!ที่))ตั้ง"
    "(?!ชื่อ|กระทู้|ญัตติ|ข้อ|คำถาม|เป้า|ใจ|อยู่|ครรภ์|งบ|ราคา|ค่า|โต๊ะ|วง|แต่|คณะ|กรรม)"
)
FUNDED = (
    "(?:สนับสนุน|ให้|ออก|มอบ|จัดสรร|อุดหนุน|จ่าย)(?:การ)?(?:เงิน)?(?:ทุน(?!การศึกษา)|งบ|เงิน(?!เดือน|กู้|รางวัล))"
)
_SOMEBODY = "(?:(?<!ให้)(?<!กับ)(?<!ใช้)ใคร|(?:หน่วยงาน|องค์กร)(?:ไหน|ใด|อะไร|ไร))"
_BY_WHOM = f"{_SOMEBODY} ?(?:เป็น|คือ)?(?:คน|ผู้|เจ้าของ)?(?:ที่)?(?:ร่วม)?"
asks_recipient = asks_for(  # whom something was given to: "มอบให้ใคร"
    "(?:(?:ให้|แก่|แด่)(?:กับ|แก่|เงิน|ทุน|ของ)?|แจก|บริจาค) ?"
    "(?:ใคร|(?:หน่วยงาน|องค์กร)(?:ไหน|ใด|อะไร|ไร))"
    "(?!(?:จะ|มา|ไป|เป็น|พูด|กล่าว|ทำ|ช่วย|ดู|เปิด|จัด|รับ|ใช้|สร้าง|พัฒนา))"
)
_asks_getter = asks_for(
    "ใคร(?:จะ|เป็นคน)?ได้(?:รับ)?(?!ชนะ|เป็น|ตำแหน่ง|พูด|กล่าว|มา|เข้า|ร่วม|แต่งตั้ง|เชิญ|มอบหมาย)"
)
_OWNED = "(?:^|มัน|นี้|นั้น|คือ|เป็น|แอป|แอพ|ระบบ|โครงการ|เว็บ|เว็บไซต์|บริการ) ?ของ ?"
_NO_THING = ("คิด", "เห็น", "งาน", "คำ", "พูด", "มือ", "นโยบาย", "ชื่อ", "เสียง")  # but one's own
_THING = "".join(f"(?<!{word})" for word in _NO_THING)
_asks_made = asks_for(
    f"{_BY_WHOM}(?:{MADE}|คิด(?!ถึง|ว่า))|{_OWNED}(?:ใคร|หน่วยงานไหน)"
    f"|{_THING}ของ ?(?:ใคร|หน่วยงานไหน)(?:{ENDS}| )*$"
)
_WHAT_IS_HELD = "(?:งาน|ขึ้น|นี้|นั้น|กิจกรรม|ประชุม|สัมมนา|เสวนา|อบรม|แข่ง(?:ขัน)?|ประกวด|โครงการ| )*"
asks_holder = asks_for(  # of an event: "ใครจัด", no "งานที่ สวทช. จัด ใครเปิด"
    f"{_BY_WHOM}(?:{HELD}|เจ้าภาพ)"
    f"|(?:{HELD}){_WHAT_IS_HELD}(?:โดย|คือ|เป็น|ชื่อ) ?{_SOMEBODY}|เจ้าภาพ(?:คือ|เป็น|ชื่อ)? ?{_SOMEBODY}"
)
asks_signer = asks_for(  # persons, or the offices that agreed
    "ใคร[ก-๙ ]{0,8}(?:ลงนาม|เซ็น(?!เซอร์))|(?:ลงนาม|เซ็น)(?:กับ)? ?ใคร"
)
ASKS_FUNDER = (
    f"{_BY_WHOM}(?:{FUNDED}|(?:ออก|จ่าย|ให้)(?:ตัง|ค่า(?:วิจัย|ใช้จ่าย))|เจ้าของทุน|สปอนเซอร์)"
    "|(?<!ขอ)(?<!กู้)(?<!ลง)(?<!ยื่น)(?:ทุน|งบ(?:ประมาณ)?|เงิน)(?:ที่)?(?:ใช้)?(?:ทำ|วิจัย|สนับสนุน)* ?"
    f"(?:นี้)?(?:ได้|เอา)?(?:มา)?(?:จาก|ของ) ?(?:{_SOMEBODY}|(?:ที่)?ไหน)"
)
asks_funder = asks_for(ASKS_FUNDER)  # "ใครออกทุน", "ทุนจากไหน"
asks_founder = asks_for(f"{_BY_WHOM}{FOUNDED}|ผู้ก่อตั้ง|{FOUNDED}(?:ขึ้น)?โดย ?{_SOMEBODY}")
asks_opener = asks_for(f"{_BY_WHOM}{OPENED}")  # of what stays: "ศูนย์นี้ใครเปิด"


def organisation_asked_at(query: Query) -> tuple[int, int]:
    """Where an organisation is asked for; at the end of a question that asks for none."""
    found = _ASKS_ORGANISATION.search(query.clean)
    return found.span() if found else (len(query.clean), len(query.clean))


def is_of_sort_asked(name: str, query: Query) -> bool:
    """Whether an organisation is of the sort that is asked for: no ministry to "บริษัทไหน"."""
    sort = _ASKS_SORT.search(query.clean)
    return sort is None or name.startswith(_SAME_SORT.get(sort[1], sort[1]))


def asks_person(query: Query) -> bool:
    """Whether somebody is asked for who did what only a person does."""
    return _names_what_a_person_does(query) and not asks_organisation(query)


def asks_getter(query: Query) -> bool:
    """Whether it is asked who got something, or won: "ใครได้คันแรก"."""
    return _asks_getter(query) or asks_winner(query)


@reading
def asks_maker(query: Query) -> bool:
    """Whether it is asked who made, held or founded something: "ใครเป็นคนทำ"."""
    return _asks_made(query) or asks_holder(query) or asks_founder(query)


def organisation_sort_asked(query: Query) -> str:
    """The sort of organisation asked for, "มหาวิทยาลัย" in "ของมหาลัยไหน"; "" if none is."""
    sort = _ASKS_SORT_ONLY.search(query.clean)
    return _SAME_SORT.get(sort[1], sort[1]) if sort else ""


def is_deed(word: str) -> bool:
    """Whether a word says what a maker does: พัฒนา."""
    return re.fullmatch(f"(?:{MADE}|คิด|{HELD})", word) is not None
