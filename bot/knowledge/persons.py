"""The people that a release names, with their roles."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.knowledge.entries import Person
from bot.knowledge.places import balanced
from bot.knowledge.words import release_pattern

_MOST = 12
_LONGEST_ROLE = 110
_FORMER = "อดีต"  # a role that another one of the same person outweighs
_GLUED = (
    r"(?<=[ก-๙]\.)(?:กล่าว|เปิดเผย|เผย|ระบุ|และ|พร้อม|ได้)"
    r"|(?<=นายกรัฐมนตรี)(?:ได้|พร้อม|ตรวจ|เป็น|ร่วม|เข้า|เดินทาง|ลงพื้นที่|กล่าว|มอบ|ย้ำ|ที่(?=ไม่|ได้|มี))"
    r"|(?<=[ก-๙]{4})(?<!ราย)ได้(?=ลงพื้นที่|มอบ|สั่ง|กล่าว|ให้|เดินทาง|กำชับ|เปิดเผย|เล็งเห็น|มี)"
    r"|(?<=[ก-๙]{4})(?:ถวายรายงาน|เป็นสักขีพยาน|เป็นผู้(?=แทนใน|ลงนาม|มอบ|รับ)|พร้อมด้วย|เข้า(?:เยี่ยม|พบ|ร่วม|คารวะ)|และคณะ(?![ก-๙])|(?:ดร|รศ|ผศ)\."
    r"|(?:กล่าว|เปิดเผย|ชี้แจง|ระบุ)(?=ว่า|ถึง|เพิ่ม|ต่อ|อีก|เสริม|ภายหลัง|หลัง|สรุป|พล)|แถลง(?=ข่าว|ความ|ว่า|ถึง|ผล|มติ)"
    r"|(?:ได้|มา|ร่วม|ทำหน้าที่)?(?:เป็นประธาน(?=ก|ใน|เปิด|พิธี)|ให้การต้อนรับ))"
)
_ENVOY = re.compile(  # who is sent to a capital is called by it
    r"(?:เอกอัครราชทูต|อุปทูต|กงสุล)\S*(?:\s(?:ผู้แทนถาวร|ประจำ)\S*)*\s?ณ\s(?:กรุง|นคร)[ก-๙]+"
)
_OFFICE_END = re.compile(r"\([ก-๙A-Za-z.]{2,25}\)(?=\s)|(?=\s(?:กระทรวง|กรม|สำนักงาน))")
_AS_WELL = re.compile(r"\s(?:ปฏิบัติหน้าที่)?ในฐานะ|\sปฏิบัติหน้าที่")  # what else somebody is
_AND = (  # but not that of the name of an office
    "และ(?!นวัตกรรม|พันธุ์พืช|สิ่งแวดล้อม|เทคโนโลยี|กีฬา|สหกรณ์|สังคม|ความมั่นคง|วิจัย|การวิจัย)"
)


_SEAT = r"(?:\sณ\s[ก-๙]{3,15})?"  # of a family: "สนิทวงศ์ ณ อยุธยา"
# Of a row of officers without names ("นายกแพทยสภา ปลัดกระทรวงสาธารณสุข"), the next one.
_OFFICER = (
    "(?:รอง)?(?:ปลัด|อธิบดี|ผู้อำนวยการ|เลขาธิการ|อธิการบดี|ประธาน|ผู้ว่า)"
    "(?:กระทรวง|กรม|สำนัก|สถาบัน|จังหวัด|ราชการ|มหา)"
)
# An office of its own, or in whose place somebody comes; another body's is somebody else.
_ENVOYS = "ผู้แทน(?:ถาวร|การค้า|พิเศษ|พระองค์|รัฐมนตรี|นายก|ปลัด|อธิบดี)"
_RANK = "(?:รอง|ผู้ช่วย|อดีต|รักษาการ)"  # alone it belongs to the role behind it
_LATIN = r"[A-Z][a-z]+(?:[ -][A-Z][a-z]*\.?){1,3}"
# Titles stand apart, or right behind a word that names somebody else too.
_FREE = (
    "(?:(?<![ก-๙])|(?<=พร้อมด้วย)|(?<=โดยมี)|(?<=นำโดย)|(?<=[\\s)]และ)|(?<=[\\s)]โดย)"
    "|(?<=[\\s)]มี)|(?<=ร่วมกับ)|(?<=ด้าน)|(?<=มอบหมายให้))"
)
_ALSO_CALLED = r"(?:\s?\([A-Z][^()\n]{3,60}\))?"  # of a foreigner, his name in Latin letters
_NO_NAME = "(?!นายก(?:ฯ|รัฐมนตรี|เทศมนตรี|สมาคม|สภา|องค์การ|อบ|เมือง))"
# One behind the other; none is the beginning of a name, as นาย is of นายิกา.
_TITLES = r"(?:(?:%(honorifics)s)(?![ัิ-ฺ็-๎])\s*)+"
_SURNAME = rf"(?:ณ\s)?(?!กล่าว|{_OFFICER}|{_RANK}\s)[ก-๙]{{2,25}}{_SEAT}"
_titles = release_pattern(_TITLES)
_openings = release_pattern('%(honorifics)s|[“"]|โดยมี|นำโดย')
# A name with its titles, in quotation marks, or behind "โดยมี", and the role that follows.
_named = release_pattern(
    rf"(?:{_FREE}{_NO_NAME}(?P<name>{_TITLES}(?:[ก-๙]{{2,25}}\s{_SURNAME}|{_LATIN}))"
    r"|[“\"](?P<quoted>[ก-๙]{3,20}\s[ก-๙]{3,20})[”\"]"
    r"|(?:โดยมี|นำโดย)\s(?P<bare>(?!ผู้|คณะ|นาย|นาง|ท่าน|ตัวแทน|%(roles)s)[ก-๙]{3,20}\s(?!และ)[ก-๙]{3,20}))"
    rf"{_ALSO_CALLED}\s+"
    rf"(?=(?P<role>(?:{_FORMER})?(?:{_RANK}\s)?(?:%(roles)s)[^\n]{{0,{_LONGEST_ROLE + 30}}}))"
)
# Where a role ends: at a verb, a comma, or the next person's title.
_ends = release_pattern(
    rf"{_GLUED}|(?<!คณบดี)\s(?:(?!{_ENVOYS})(?:%(role_ends)s)|{_AND})|\s[“\"\ufffd]|\s(?:%(honorifics)s)(?=[ก-๙\s])|\s{_OFFICER}"
    r"|\s(?:และ\s?)?[0-9๐-๙]{1,2}[.)]\s?(?=[ก-๙])|,|\s\s"
)


def people_in(paragraphs: Sequence[str]) -> tuple[Person, ...]:
    """The people named with a role, in reading order, each once, twelve at most."""
    found: dict[str, Person] = {}
    for paragraph in paragraphs:
        for named in _named_in(paragraph):
            name = " ".join((named["name"] or named["quoted"] or named["bare"]).split())
            role, known = _role(named["role"]), found.get(untitled(name))
            if role and (not known or _is_fuller(name, role, known)):
                found[untitled(name)] = Person(name, role)
    return tuple(found.values())[:_MOST]


def _named_in(text: str) -> Iterator[re.Match[str]]:
    """The people of a text, searched only from where one may begin, which is far faster."""
    place = 0
    while opening := _openings().search(text, place):
        if named := _named().match(text, opening.start()):
            yield named
        place = named.end() if named else opening.start() + 1


def _is_fuller(name: str, role: str, known: Person) -> bool:
    """Whether a mention adds a title, or the present role to a former one."""
    titled = known.name == untitled(known.name) != name
    return titled or (known.role.startswith(_FORMER) and not role.startswith(_FORMER))


def given_name(name: str) -> str:
    """A person's name without titles and surname: "เอนก" of "ศ.(พิเศษ) ดร.เอนก เหล่าธรรมทัศน์"."""
    return untitled(name).partition(" ")[0]


@lru_cache(maxsize=1_024)  # of the people of a release many things are asked
def untitled(name: str) -> str:
    """A person's name without the titles before it: "เอนก เหล่าธรรมทัศน์"."""
    bare = name.replace("(พิเศษ)", "").strip()
    titles = _titles().match(bare)
    return bare[titles.end() :] if titles else bare


def _role(text: str) -> str:
    envoy = _ENVOY.match(text)
    end = _ends().search(text, envoy.end() if envoy else 0)
    role = balanced(text[: end.start()] if end else text).strip(" ,")
    if len(role) > _LONGEST_ROLE:  # up to the office's short name, or to the ministry it is of
        ends = [one.end() for one in _OFFICE_END.finditer(role, 0, _LONGEST_ROLE)]
        ends += [one.start() for one in _AS_WELL.finditer(role, 0, _LONGEST_ROLE)]
        role = role[: max(ends, default=0)].strip()
    return role
