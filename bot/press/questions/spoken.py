"""How people call those of whom a release tells: an office, a person, a place."""

import re
from collections.abc import Mapping
from functools import lru_cache

from bot.knowledge.entries import Entry, Person
from bot.knowledge.persons import given_name, untitled
from bot.knowledge.words import any_of, country_forms, places_of, release_words, shipped_lists

_SHORTEST = 4  # letters of a place
_TITLE = 40  # letters before a name within which its title stands
_SURNAME = re.compile(r"\s[ก-๙]{3,}")
_MOST_WORDS = 3  # of a place: "โรงแรมเดอะ เบอร์เคลีย์ ประตูน้ำ"
_MOST_NAMES = 2  # of one who acts
_ADDRESS = re.compile(
    r"\s?\(|(?:\s|^)(?:[จตอ]\.|จว\.|จังหวัด|อำเภอ|ตำบล|เขต|แขวง|กรุงเทพ|กทม|ถนน|ถ\.)"
    "|\\s(?:เชิงสะพาน|ริม|ติด|ใกล้|ตรงข้าม|ข้าง)"
)
_WRITTEN_ON = re.compile("^((?:วัด|โรงเรียน|โรงแรม|มหาวิทยาลัย)[ก-๙]{4,}?)จังหวัด[ก-๙]+$")
_HOUSE = re.compile(
    "(?<![ก-๙])(?:โรงแรม|มหาวิทยาลัย|ม\\.|มทร\\.|มรภ\\.|ศูนย์|สถาบัน|อุทยาน|กระทรวง|ทำเนียบ|วัด|โรงพยาบาล|รพ\\.|สำนัก|กรม|ไบเทค|อิมแพ็ค|พิพิธภัณฑ์|โรงเรียน|สหกรณ์|บริษัท|ท้องสนามหลวง)"
)
_ROOM = re.compile("ห้อง|ชั้น ?[0-9๐-๙]|อาคาร|บริเวณ|(?<![ก-๙])ลาน|หอประชุม|ซอย|จำกัด|ฮอลล์")
_GOES_ON = ("ประจำ", "แห่ง", "ของ", "และ")  # what ends on them was cut
_OF_A_HOUSE = "สำนักงาน"  # before the house that it is in
_OFFICE_OF = re.compile(f"^{_OF_A_HOUSE}(?=มหาวิทยาลัย)")  # people call it by the school
_SAME = 8  # letters
_OF_ANY_MINISTRY = "ว่าการกระทรวงการ"
_OF_A_MINISTRY = re.compile(
    "(?:อดีต)?(?:รอง)?(?:นายกรัฐมนตรี|รัฐมนตรี|รม[วชต]|ปลัดกระทรวง|เลขานุการ|ที่ปรึกษา|ผู้ช่วยรัฐมนตรี|โฆษก)"
)
_SHARED = re.compile("วิทยาศาสตร์|เทคโนโลยี|แห่งชาติ|นวัตกรรม|ประเทศ")  # of names of many offices
_ASIDE = re.compile(r"\s*\([^)]*\)?$")
_RUN_ON = re.compile(r"\n(?<=[ก-๙]\n)(?=[ก-ฮ]{1,5}\.|[A-Z])")  # where a blank is wanted
_TWO = re.compile(r"^([^/\-– ]{2,14}) ?(?:[/\-–]|และ(?= )) ?([^/\-–]{2,28})$")
_OF_NSTDA = re.compile(  # its centres, written with it
    r"(เนคเทค|ไบโอเทค|เอ็มเทค|นาโนเทค|เอ็นเทค|ITAP|NECTEC|BIOTEC|MTEC|NANOTEC) ?[-–/]? ?สวทช\.?$",
    re.IGNORECASE,
)
_BY_A_WORD = "จิสด้า|ซินโครตรอน|ทีเซลส์|บีโอไอ|เนคเทค|ไบโอเทค|เอ็มเทค|นาโนเทค|เอ็นเทค"
_SAID_FOR = {  # as offices write it → as people say it
    r"^นพ\.(?=[ก-๙])": "หมอ",
    r"^([ก-ฮ]{2,5}\.) (?!อว)([ก-ฮ]{2,5}\.)$": r"\1 กับ \2",
    f"^({_BY_A_WORD}) ({_BY_A_WORD})$": r"\1 กับ \2",
    r"^(?:(?:รมว|รมต)\.\s?|รัฐมนตรี\s)(?=[ก-๙]{3,}$)": "รัฐมนตรี",
    "^รัฐมนตรีว่าการ(?:กระทรวง)?การอุดมศึกษา.*": "รัฐมนตรี อว.",
    r"^รม[วต]\.\s?(?:กระทรวง)?\s?อว\.?$": "รัฐมนตรี อว.",
    r"^รมช\.\s?(?:กระทรวง)?\s?อว\.?$": "รัฐมนตรีช่วย อว.",
    r"^รมว\.\s?อว\.\s(?=[ก-๙]{3,}$)": "รัฐมนตรี",
    r"^รมว\.\s?(?:วท\.|ก\.วิทย์ฯ?|วิทย์ฯ?)$": "รัฐมนตรีวิทย์",
    r"^((?!สป|ผอ)[ก-ฮ]{2,4}\.)\s?(?:อว\.?|กระทรวงวิทย์ฯ?|ก\.วิทย์ฯ?)$": r"\1",
    "^(กระทรวงวิทย์|ก\\.วิทย์)ฯ$": r"\1",
}
_NOBODY = re.compile(
    "หน\\.|ผตร|ทปษ|ร่วมทำ|[0-9/()]| - |-.*-|กว่า|ให้|จาก|\\.นำ"
    "|คณะ(?!แพทย|วิศว|วิทย|เภสัช|เกษตร|บริหาร|ครุ|สหเวช|สาธารณ|อักษร|นิติ)"
)
_OF_A_STATE = "กระทรวง"
PLAINLY = "คุณ"  # of whom people have no other name
_PREMIER = "นายก"  # goes before any degree
_OF_THE_PREMIER = "ทำเนียบ"
_CABINET = re.compile(f"{_PREMIER}|รัฐมนตรี|(?<!ก)รม[วชต]")  # who meet there every week
MINISTER = re.compile("รัฐมนตรีว่าการ|รมว")


def in_words(text: str) -> str:
    """The text in the words that people use for what offices write."""
    words, written = _spoken()
    said = written.sub(lambda found: f"\n{words[found[0]]}\n", text)
    return _RUN_ON.sub(" ", said).replace("\n", "").strip()


def said_actor(actor: str, entry: Entry) -> str:
    """The actor as people say it: a first name alone is a minister's, and gets the office."""
    actor = actor.partition("/")[0] if actor.count("/") > 1 else actor
    actor = _TWO.sub(r"\1 กับ \2", _OF_NSTDA.sub(r"\1", _ASIDE.sub("", actor)))
    several = len(actor.split()) > _MOST_NAMES and "กับ" not in actor and not actor.isascii()
    if not actor or several or _NOBODY.search(actor) or _is_abroad(actor):
        return ""
    titled = re.match(release_words().honorifics, actor)
    for person in entry.people:
        if not titled and actor in person.name:
            return said_name(person)
    if re.fullmatch("[ก-๙]{3,14}", actor) and _names_person(entry.body, actor):
        return f"คุณ{actor}"
    for written, said in _SAID_FOR.items():
        actor = re.sub(written, said, actor)
    return in_words(actor)


def _is_abroad(actor: str) -> bool:
    """Whether it is a ministry of another country."""
    return actor.startswith(_OF_A_STATE) and any(form in actor for form in country_forms())


def _names_person(text: str, name: str) -> bool:
    """Whether a first name stands there with the title before it and a surname behind."""
    return any(
        _SURNAME.match(text, place + len(name))
        and _title_before().search(text, max(0, place - _TITLE), place)
        for place in places_of(name, text)
    )


@lru_cache(maxsize=1)
def _title_before() -> re.Pattern[str]:
    return re.compile(rf"(?:{release_words().honorifics})\s?$")


def said_name(person: Person) -> str:
    """A person as people say it: "ดร.เอนก", "รัฐมนตรีศุภมาส", else "คุณ…" with the surname."""
    plain = untitled(person.name)
    if not plain:
        return ""
    titles = {"ดร.": "ดร.", "นพ.": "หมอ", "พญ.": "หมอ"}
    title = next((said for written, said in titles.items() if written in person.name), "")
    offices = shipped_lists("persons_spoken").items()
    office = next((said for role, said in offices if person.role.startswith(role)), "")
    title = office if office.endswith(_PREMIER) else title or office
    return f"{title}{given_name(person.name)}" if title else f"{PLAINLY}{plain}"


def is_hotel(venue: str) -> bool:
    """Whether nobody remembers a talk by the place, nor should be told who went there."""
    return "โรงแรม" in venue or re.search("hotel", venue, re.IGNORECASE) is not None


def said_venue(venue: str) -> str:
    """The place as people say it: the house, without room, floor, address and brackets."""
    said = _WRITTEN_ON.sub(r"\1", _ADDRESS.split(venue, maxsplit=1)[0].strip(" ,"))
    houses = [found.start() for found in _HOUSE.finditer(said)]
    house = _OFFICE_OF.sub("", said[houses[0] :] if houses else said)
    if house.startswith(_OF_A_HOUSE) and len(houses) > 1:
        house = said[houses[-1] :]
    words = in_words(house).split()
    last = words[_MOST_WORDS - 1] if len(words) > _MOST_WORDS else ""
    cut = bool(last) and (last.isascii() or len(last) < _SHORTEST)  # inside a name
    if cut or _ROOM.search(house) or len(house) < _SHORTEST or house.endswith(_GOES_ON):
        return ""
    return " ".join(words[:_MOST_WORDS])


def known_place(venue: str) -> str:
    """A place that everybody knows, as people call it: data/places_spoken.yaml."""
    places = shipped_lists("places_spoken").items()
    return next((said for said, forms in places if any(one in venue for one in forms)), "")


def is_at_home(role: str, venue: str) -> bool:
    """Whether somebody of that role is at home there; ministers there and with the premier."""
    if _OF_A_MINISTRY.match(role):
        role = _SHARED.sub("\n", role)
    if _CABINET.search(role) and known_place(venue) == _OF_THE_PREMIER:
        return True
    beside = any(
        any(one in role for one in names) and any(one in venue for one in names)
        for names in release_words().agencies.values()
    )
    parts = (role[n : n + _SAME] for n in range(len(role) - _SAME + 1))
    return beside or any(part in venue and part not in _OF_ANY_MINISTRY for part in parts)


@lru_cache(maxsize=1)
def _spoken() -> tuple[Mapping[str, str], re.Pattern[str]]:
    words: Mapping[str, str] = shipped_lists("spoken")
    return words, re.compile(any_of(words))
