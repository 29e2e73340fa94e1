"""Venues, provinces and countries in a text, and which of them a question wants."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from bot.knowledge.words import any_of, country_forms
from bot.search.passages.acts import TO_APPLY
from bot.search.passages.days import MONTH
from bot.search.passages.locations import Location, location_asked
from bot.search.passages.word_boundaries import NAMELESS, STOPS
from bot.search.query import Query, asks_for, reading
from bot.search.ranking import Candidate
from bot.thai.names import Names
from bot.thai.normalise import normalise
from bot.thai.questions import BARE

_PLACE_HEAD = (
    "(?<=บน)สถานีอวกาศ|(?<=ใน)สถานีอวกาศ"
    f"|โรงแรม|(?<!หา)ห้อง|(?<![ก-๙])ณ (?!วัน|เดือน|ปี|เวลา|ขณะ|สิ้น|[0-9๐-๙]|{MONTH})|อาคาร|หอประชุม"
    "|ศูนย์ประชุม|ศูนย์การประชุม|ศูนย์แสดง|ศูนย์การค้า|ศูนย์"
    "|ตึก|โถง|ลาน|สนาม|ชั้น(?= ?[0-9๐-๙])|สวน|อุทยาน|มหาวิทยาลัย|โรงเรียน|วิทยาลัย|ทำเนียบ|สถาบัน"
    "|วัด(?!ฝุ่น|ค่า|ผล|ระดับ|อุณห|ความ|ปริมาณ|คุณ|ระยะ|มล)"
    "|โรงพยาบาล|รพ\\.|เขื่อน|บ้าน|ตำบล|อำเภอ|(?<![ก-๙.])[ตอจ]\\. ?|เขต(?!เศรษฐกิจ(?!พิเศษ))|จังหวัด"
    '|(?<!ต่าง)(?<!ภายใน)ประเทศ|เมือง|ถนน|ศาลเจ้า(?: ?[“"])?|ศาล(?!เจ้า)|สาธารณรัฐ|สปป|พิพิธภัณฑ์'
    "|(?<=ที่)สำนักงาน(?=เทศบาล|เขต|จังหวัด|ปลัด)"
)
_PLACE = re.compile(
    f"(?:{_PLACE_HEAD})(?!{NAMELESS})(?:(?!{STOPS}|จำนวน|ไว้)\\S){{1,60}}"
    f"(?: (?:(?:{_PLACE_HEAD}|\\([A-Za-z]|แอนด์|กรุงเทพ|แขวง|[A-Z0-9๐-๙])"
    f"(?:(?!{STOPS})\\S){{0,40}}|รีสอร์ท|สปา)){{0,7}}"
)
# Also parts of other names, and therefore not alone in the table of countries.
_ROUGHLY = "เกาหลี(?:ใต้|เหนือ)?|สหรัฐ(?:อเมริกา|ฯ)?(?!อาหรับ)|อังกฤษ|อเมริกา|ยุโรป"
_VENUE = re.compile("โรงแรม|ห้อง|ณ |อาคาร|หอ|ศูนย์|ตึก|โถง|ลาน|สนาม|ชั้น|มหาวิทยาลัย|โรงเรียน|ทำเนียบ")
_AT = ("ที่", "ที่ ", " ณ ")
_WHICH = "(?:ไหน|ใด|อะไร|ไร|รัย|เท่า|บ้าง)"
_IN_AN_AREA = re.compile("[อจต]\\.|จังหวัด(?!ที่)|อำเภอ|ตำบล|ถ\\.")
asks_where_it_stands = asks_for("(?:ตั้ง)?อยู่ ?(?:ที่|ตรง|แถว)? ?ไหน")
_ASKS_WHERE_HELD = re.compile("(?<!การ)จัด[ก-๙ ]{0,8}?(?:ที่|ตรง|แถว) ?ไหน")
# Stands before a place where something is, not before one that acts.
_STANDS_ON = re.compile("(?:อยู่|ที่|ใน|บน|ณ|ใกล้|ตรง|ข้าง|หลัง) ?$")
_ON = 8  # letters
_AREA_HEAD = re.compile("จ|อ|ต|ถนน|แขวง|เขต|เมือง|บ้าน|ประเท|ชั้น|ห้อง")
_CALLED = re.compile("(?:โครงการ|หลักสูตร|หัวข้อ|นโยบาย|แคมเปญ|กิจกรรม|เรื่อง) ?[“\"'‘]? ?$")  # by a name
_CALLED_LETTERS = 12
_ASKS_TO_APPLY, _APPLY_LETTERS = re.compile(TO_APPLY), 120
_IN_IT, _CITY = re.compile("(?:เมือง|กรุง|นคร|รัฐ)\\S{1,24} ?$|[A-Za-z]{3} ?$|(?:ที่|ใน|ณ) ?$"), 32
_THERE, _NOWHERE = 0.9, 0.1  # likeness of the place asked for, and of any other
_MOST_COUNTRIES, _LISTED = 12, 3  # behind the first; at least, where all are asked for
_HOME = re.compile("(?:ประเทศ|เมือง)ไทย")
_ASKS_PLACE = re.compile(
    "(โรงแรม|รีสอร์ท|ห้อง|ฮอลล์?|ตึก|อาคาร|ชั้น|ลาน|สวน|สนาม|ศูนย์|หอประชุม|มหาวิทยาลัย|มหาลัย|โรงเรียน|วัด|ศาล"
    "|จังหวัด|อำเภอ|อำเพอ|ตำบล|ประเทศ|ประเทด|ภาค|เมือง|เขต|แขวง|ถนน|ห้าง|โรงพยาบาล|เขื่อน|ตลาด|ร้าน"
    f"|(?:รร|รพ|จว)(?=\\.? ?(?:ชื่อ)?{_WHICH}))\\.? ?[ก-๙]{{0,6}}?{_WHICH}"  # no กิจกรรม, no ตรวจวัด
)
_STAND = "(?:บู๊?[ธทต]|ซุ้ม|โซน|booth|zone)"
_ASKS_STAND = re.compile(  # inside a venue: "บูธกระทรวงอยู่ตรงไหน"
    f"{_STAND}[ก-๙a-z0-9 .]{{0,30}}?(?:อยู่|ตั้ง|ที่|ตรง|แถว) ?(?:(?:ที่|ตรง|แถว|โซน) ?)*{_WHICH}"
    f"|{_STAND} ?(?:ที่ ?)?(?:เลข ?)?{_WHICH}"
)
STAND = "บูธ"
_FROM = re.compile("จาก ?(?:ที่|ตรง|แถว)? ?(?:[ก-๙]{2,14})??(?:ไหน|ใด|อะไร)")
_ORIGIN = re.compile(
    f"(?<=จาก)(?:{_PLACE_HEAD})(?:(?!{STOPS}|จำนวน)\\S){{1,60}}"
    f"(?: (?:และ|กับ)?(?:{_PLACE_HEAD})(?:(?!{STOPS})\\S){{1,40}}){{0,3}}"
)
_COUNTRIES_HEAD = "ประเทศ"
_PROVINCES_HEAD = "จังหวัด|จ\\.|กรุงเทพ"
_NO_PROVINCE = re.compile("จังหวัด ?(?:ที่|และ|ใน|ทั่ว|ต่าง|เดียว|นำร่อง|ของ|หรือ|อื่น|$)")
_CAPITAL = re.compile("(?<=ใน)(?:เขต)?(?:พื้นที่)? ?(?:จังหวัด)?(กรุงเทพ(?:มหานคร|ฯ)?)")
_REGIONS_HEAD = "ภาค"
_REGION = re.compile(
    f"{_REGIONS_HEAD}(?:เหนือ|ใต้|กลาง|อีสาน|ตะวันออก(?:เฉียงเหนือ)?|ตะวันตก)(?:ตอน(?:บน|ล่าง))?"
)
_INSIDE = ("ชั้น", "ห้อง", STAND)
_A_COUNTRY = re.compile(  # no ประเทศไทย 4.0, and no organisation named so
    f"(?<!แห่ง)(?<!วิทยาศาสตร์)(?<!วิทยาศาสตร์ ){_COUNTRIES_HEAD}(?!ไทย ?[0-9])[ก-๙]{{2}}"
)
_ABROAD = re.compile(f"(?:เดินทาง|กลับ)?มา?จากต่างประเทศ ?\\(({_COUNTRIES_HEAD}[ก-๙]{{2,24}})\\)")
_AREA = re.compile("จ|อำเ|ตำบล|ประเท|ภาค|เมือง|เขต|แขวง|ถนน")
_DISTRICTS = frozenset(("อำเภอ", "อำเพอ", "ตำบล", "เขต", "แขวง"))
_SAME_PLACE = {
    STAND: "บูธ|บูท|โซน|ซุ้ม|หมายเลข|ฮอลล์|[Bb]ooth|[Zz]one|[Hh]all",
    "ห้อง": "ห้อง|หอ(?!การค้า|พัก|สมุด|ดู)|โถง|ฮอลล์|[Hh]all|[Rr]oom",
    "วัด": "(?<!จังห)วัด",
    "ตึก": "ตึก|อาคาร",
    "ฮอล": "ฮอลล์|[Hh]all|อาคาร",
    "ฮอลล์": "ฮอลล์|[Hh]all|อาคาร",
    "อาคาร": "ตึก|อาคาร",
    "มหาลัย": "มหาวิทยาลัย",
    "รร": "โรงแรม|โรงเรียน",
    "รพ": "โรงพยาบาล|รพ\\.",
    "โรงพยาบาล": "โรงพยาบาล|รพ\\.",
    "จว": _PROVINCES_HEAD,
    "จังหวัด": _PROVINCES_HEAD,
    "อำเภอ": "อำเภอ|อ\\.",
    "อำเพอ": "อำเภอ|อ\\.",
    "ตำบล": "ตำบล|ต\\.",
    "ประเทด": _COUNTRIES_HEAD,
    "ห้าง": "ห้าง|ศูนย์การค้า|เซ็นทรัล|เดอะมอลล์|พลาซา",
}
asks_workplace = asks_for(  # of somebody
    "ทำงาน(?:อยู่|ประจำ)?(?:ที่|กับ|แถว)?(?:หน่วยงาน)?ไหน|สังกัด(?:ที่|หน่วยงาน)?(?:ไหน|อะไร)"
)
asks_whereabouts = asks_for(  # now, or what became of it
    "(?:ยุบ|ย้าย|หาย)ไปไหน|ไปไหน(?:แล้ว|หมด|ละ|ล่ะ)|(?:ตอนนี้|ปัจจุบัน|เดี๋ยวนี้) ?(?:ไป|อยู่)(?:ที่|ตรง)?ไหน"
)


def venues(text: str, query: Query, _today: date) -> Iterator[Candidate]:
    """The places in a text, first those where it says that something is."""
    if asks_workplace(query) or asks_whereabouts(query):
        return  # few of its guests work, or are now, where an event was
    if came := origins(text, query):
        yield from came
        return
    heads, location = _heads_of(place_asked(query)), location_asked(query)
    for found in _PLACE.finditer(text):
        elsewhere = location and not location.is_told_at(text, found.start())
        if elsewhere or _is_no_place(text, found.span(), query):
            likely = _NOWHERE
        else:
            likely = _likeness(text, found, query, heads)
            told = location and (not heads or re.search(heads, found[0]))
            likely = max(likely, _THERE) if told else likely
        yield Candidate.of(found, likely)
    for found in _CAPITAL.finditer(text) if heads == _PROVINCES_HEAD else ():
        yield Candidate.of(found, _THERE, 1)
    for found in _REGION.finditer(text) if heads == _REGIONS_HEAD else ():
        yield Candidate.of(found, _THERE)
    if heads == _COUNTRIES_HEAD:
        yield from _countries_in(text, query, location)


def _countries_in(text: str, query: Query, location: Location | None) -> Iterator[Candidate]:
    """The countries where something is or, if all are wanted, several side by side."""
    for found in _countries().finditer(text):
        at = found.start()
        in_it = _IN_IT.search(text, max(0, at - _CITY), at) is not None
        if query.wants_several and _lists(found[0]):
            yield Candidate.of(found, 1.0)
        elif location.is_told_at(text, at) if location else in_it:
            yield Candidate.of(found, _THERE)


def _lists(countries: str) -> bool:
    """Whether several countries are named side by side."""
    return len(re.split("และ|กับ|[ ,–-]+", countries)) >= _LISTED


@lru_cache(maxsize=1)
def _countries() -> re.Pattern[str]:
    """Countries side by side, as releases write them."""
    written = any_of(country_forms())
    one = f"(?:สปป\\.? ?)?(?:{_ROUGHLY}|{written})(?<!ในจีน)"
    return re.compile(f"{one}(?: ?(?:และ|,|-|–|กับ| ) ?{one}){{0,{_MOST_COUNTRIES}}}")


def _likeness(text: str, found: re.Match[str], query: Query, heads: str) -> float:
    """How likely a place is meant, by its name and what stands before it.

    `heads` is the pattern of the kind asked for.
    """
    if heads and (named := re.search(heads, found[0])):
        return 0.1 if _NO_PROVINCE.match(found[0], named.start()) else 1.0
    at = found.start()
    there = found[0].startswith(("ณ ", "สถานีอวกาศ")) or text.endswith(_AT, 0, at)
    located = len(query.clean) > BARE or _IN_AN_AREA.search(found[0])
    unlikely = 0.2 if located else 0.1  # one that acts is no place
    likely = 0.8 if there else 0.5 if _VENUE.match(found[0]) else unlikely
    stands = there or _STANDS_ON.search(text, max(0, at - _ON), at)
    if not stands and asks_where_it_stands(query):
        likely = min(likely, 0.4 if _AREA_HEAD.match(found[0]) else 0.1)
    if not stands and _ASKS_WHERE_HELD.search(query.clean):
        likely = min(likely, _NOWHERE)
    if _HOME.match(found[0]):
        likely = 0.1  # "in Thailand" helps nobody
    return likely / 2 if heads else likely


def _heads_of(kind: str) -> str:
    """A pattern for places of the kind asked for; "" for no kind."""
    return _SAME_PLACE.get(kind, kind)


def _is_no_place(text: str, place: tuple[int, int], query: Query) -> bool:
    """Whether what looks like a place is a name or a heading, or not where one applies, if asked.

    "โครงการมหาวิทยาลัยสู่ตำบล" is nowhere, nor is "ประเทศไทย" over a list of numbers.
    """
    start, end = place
    if _CALLED.search(text, max(0, start - _CALLED_LETTERS), start):
        return True
    line = text[text.rfind("\n", 0, start) + 1 :].partition("\n")[0]
    if line.strip() == text[start:end].strip() != text.strip():
        return True
    before = text[max(0, start - _APPLY_LETTERS) : start].rpartition("\n")[2]
    return bool(_ASKS_TO_APPLY.search(query.clean)) and not _ASKS_TO_APPLY.search(before)


def stands_somewhere(text: str, place: str) -> bool:
    """Whether a text says that something is at a place, not that the place acts."""
    if place.startswith("ณ "):
        return True
    found = re.finditer(re.escape(place), text)
    return any(_STANDS_ON.search(text, max(0, at.start() - _ON), at.start()) for at in found)


def origins(text: str, query: Query) -> list[Candidate]:
    """Where by a text somebody or something came from, if asked for: "จากจังหวัดไหน"."""
    if not _FROM.search(query.clean):
        return []
    heads = _heads_of(place_asked(query))
    abroad = [Candidate.of(one, 1.0, 1) for one in _ABROAD.finditer(text)]
    found = (one for one in _ORIGIN.finditer(text) if re.search(heads, one[0]))
    return [
        *(abroad if heads == _COUNTRIES_HEAD else []),
        *(Candidate.of(one, 1.0) for one in found),
    ]


def is_kind_asked(place: str, query: Query) -> bool:
    """Whether a place is of the kind that a question names: no parliament for "ที่ร้านไหน".

    Provinces, countries and the like go by their names alone.
    """
    kind = place_asked(query)
    if not kind or _AREA.match(kind):
        return True
    return re.search(_heads_of(kind), place) is not None


def is_part_asked(place: str, query: Query) -> bool:
    """Whether a place names a country, district, floor or room, if one is asked for."""
    kind = place_asked(query)
    if _heads_of(kind) == _COUNTRIES_HEAD:
        return bool(_A_COUNTRY.search(place) or _countries().search(place))
    if kind in _DISTRICTS:
        return re.search(_heads_of(kind), place) is not None
    return kind not in _INSIDE or is_kind_asked(place, query)


def names_province_asked(place: str, query: Query) -> bool:
    """Whether a place names a province, if one is asked for."""
    asked = _heads_of(place_asked(query)) == _PROVINCES_HEAD
    return not asked or bool(Names.load().provinces_in(normalise(place)))


@reading
def place_asked(query: Query) -> str:
    """The kind of place that a question names, จังหวัด in "มีจังหวัดไหนบ้าง"; "" for none."""
    if _ASKS_STAND.search(query.clean):
        return STAND
    asked = _ASKS_PLACE.search(query.clean)
    return asked[1] if asked else ""


asks_area = reading(lambda query: bool(_AREA.match(place_asked(query))))  # "ประเทศไหน"
