"""The venue and the province of an event, as a release words them."""

import re
from functools import cache, lru_cache

from bot.knowledge.words import (
    any_listed,
    any_of,
    last_place,
    places_of,
    release_pattern,
    release_words,
)

_LONGEST, _LONGEST_ADDRESS = 160, 200  # that ends with its province
_ADDRESS = r"จังหวัด|จ\.|อำเภอ|อ\.|ตำบล|ต\.|เขต"
_MARK = r"(?:จังหวัด|จว?\.)\s?"  # of a province's name
_NO_NAME = "ว่าการ|ทำ|ดิน|พัก|อยู่|ตั้ง|มี|เป็น|ได้|จะ|ถูก|ประสบ|เกิด|ผ่าน"  # behind a "ที่"
_OPENS_AT = re.compile(
    r"[\s)]*(?:เวลา\s?[0-9๐-๙.:]{4,5}\s?น\.)?\s?ที่\s?"
)  # outweighs a "ณ" further on
_SPEECH = re.compile(r"ว่า\s?“")
_LONGEST_VISITED = 100
_GONE_TO = re.compile(
    r"(?:ตรวจเยี่ยม|เยี่ยมชม|ลงพื้นที่)(?:การดำเนินงาน(?:ของ)?)?\s?"
    r"(?=(?:อุทยาน|ป่าสงวน|เขตรักษาพันธุ์|ศูนย์|มหาวิทยาลัย|วิทยาลัย|โรงเรียน|โรงพยาบาล|พิพิธภัณฑ์|โรงงาน|หอดูดาว)[ก-๙])"
)
_COUNTRY = "ประเทศไทย"  # is no venue
_THEN = re.compile(r"\s*(?:ใน|คืน|ค่ำ|เย็น|(?P<between>ระหว่าง|เมื่อ|ตั้งแต่))?วัน[ก-๙]*ที่\s*")
_MARKED_NEXT = re.compile(r"\)?\s+(?:จังหวัด|จว?\.|กรุงเทพ|กทม)[^\s]*(?:\s[ก-๙]+)?")
NO_PLACE = (  # behind a "ณ"; ณ นคร is a surname
    r"(?!วัน[ก-๙]{0,9}ที่|[0-9๐-๙]{1,2}\s?[ก-๙]{1,2}\.[ก-๙]|ปัจจุบัน|ขณะ|ที่นี้|ต้น|สิ้น|เดือน|ไตรมาส|จุด|เวลา|โอกาส|ตอนนี้|บัดนี้|(?:นคร|อยุธยา)(?:\s|$))"
)
_PICTURE = "\u231a-\u23ff\u2600-\u27bf\U0001f000-\U0001faff"
_HARD_END = re.compile(
    rf"\s*(\n|[{_PICTURE}]|>>|/\s|[:：;]|(?<![0-9๐-๙])\s[-–—]\s|\s[-–—]\s(?![0-9๐-๙])|[“”\"](?=\s))|(?<=[ก-๙]{{5}})(?:\.\s*$|(?<!ก)ว่า(?=\s))|(?<=ทั่วประเทศ)"
    r"|\s?และ(?:ใน)?วันที่\s?(?=[0-9๐-๙])"
)

_ENVOY_NAME = 40  # characters of an embassy's name before its "ณ"
# An embassy's name tells where it is sent to: "สถานเอกอัครราชทูต ณ กรุงปักกิ่ง".
_ENVOY = re.compile(
    r"(?:ราชทูต|สถานทูต|กงสุล\S{0,4}|ผู้แทนถาวร)(?:ไทย|แห่งประเทศไทย|ประจำประเทศไทย)?\s?ณ\s?$"
)

_ENVOY_AT_LENGTH = re.compile(  # "ผู้แทนถาวรไทยประจำสหประชาชาติและองค์การระหว่างประเทศ ณ กรุงเวียนนา"
    r"(?:ราชทูต|ทูตฝ่าย|สถานทูต|ผู้แทนถาวร|สำนักงาน(?:ส่งเสริม)?การค้า)"
    r"(?:(?!\s(?:เข้า|ร่วม|พบ|หารือ|ให้|มอบ|เป็น|จัด|และคณะ))[^\n]){0,80}\sณ\s?$"
)
_ENVOY_LENGTH = 110
_POST = re.compile("กรุง|นคร|เมือง")  # where an envoy is sent to
_SURNAME = 40  # characters before a "ณ" that may open a surname: "นายกิตติรัตน์ ณ ระนอง"
# "ที่อุทยานวิทยาศาสตร์ จ.ปทุมธานี: …"
_opening_venue = release_pattern(
    r"(ที่|ณ)\s*(?P<venue>(%(venues)s)[^:：\n]{2,120}?)\s*(?:[:：]|\s[-–—]\s)"
)
_dash_behind = release_pattern(r"[\s)]*(?P<venue>(?:%(venues)s)[^/:：\n]{2,90}?)\s[-–—/]\s")
# Somebody's title and given name right before a "ณ".
_given_name = release_pattern(r"(?:%(honorifics)s)\s?[ก-๙]{2,20}\sณ\s$")
_strong_start = release_pattern(rf"ณ(?<![ก-๙.]ณ)(?:\s+{NO_PLACE}(?=\S)|(?=(?:%(venues)s)))")
_weak_start = release_pattern(
    r"(?:จัดขึ้น|จัดงาน|จัด|เข้าร่วม|ขึ้น(?<=\sขึ้น))\s?(?:ที่(?!ดิน|นั่ง|พัก)|ใน(?!\s?(?:การประชุม|พิธี|งาน|ครั้ง|รูปแบบ|ลักษณะ|หัวข้อ|โอกาส|ช่วง|เดือน|ปี|วันที่)))\s?(?=\S)"
    r"|(?:ที่(?:(?<=\sที่)|(?<=น\.ที่)|(?<=^ที่))|เดินทาง(?:ไป|มา)ที่)\s?"
    rf"(?=(?:%(venues)s)|หมู่(?:ที่)?\s?[0-9๐-๙]|(?!{_NO_NAME})[ก-๙]{{3,30}}\s(?:ต\.|ตำบล|อ\.|อำเภอ)\s?[ก-๙])"
)
_PERSON = (  # but not whom a building is called by
    r"(?<!อาคาร )(?<!ตึก )(?<!หอประชุม )(?<!ศาสตราจารย์ )(?:%(honorifics)s)(?=[ก-๙A-Z\s(])"
)
# By which else a place is known, and by whose office a room is called.
_NAMED_TOO = rf"หรือ\s?\S{{3,20}}\s(?:กรุง|นคร|ประเทศ|{_ADDRESS})"
_OFFICER = "(?<=ห้องประชุม )(?:รมว|รัฐมนตรี|ปลัด|อธิบดี|ผู้ว่า|ประธาน)"
# A blank before a word that goes on with the sentence (no "การ" of "การ์เดน", no "มา" of
# "มาร์ติน"), or before somebody's name; villages are named one behind the other.
_soft_end = release_pattern(
    rf"(?<!กระทรวง)\s+(?:(?!{_NAMED_TOO})(?!{_OFFICER})(?!%(venues)s)(?:%(venue_ends)s)(?![ัิ-ฺ็-๎]|[ก-ฮ]์)|{_PERSON})"
    rf"|(?<=ฯ)(?:เพื่อ|โดย|{_PERSON})|\s?/(?!บ้าน|วัด|ชุมชน|ตำบล|อำเภอ)(?=[ก-๙]{{4}}|{_PERSON})"
)
# A room that ends in somebody's given name.
_named_after = release_pattern(
    r"(?:ห้อง|อาคาร|หอ|ตึก)\S{0,25}(?:\s\S{0,12})?(?:%(honorifics)s)\s?[ก-๙]{2,15}"
)
_next_place = release_pattern(
    rf"(?<!ราชทูต)(?<!ราชทูตไทย)(?<!สถานทูต)(?<!กงสุล)(?<!กงสุลใหญ่)\sณ\s+{NO_PLACE}(?:%(venues)s)"
)
_PROVINCE = rf"{_MARK}(?:%(provinces)s)"
_ORGANISATION = "กระทรวง|กรม|สำนักงาน|บริษัท|สถาบัน|องค์การ|สมาคม|มูลนิธิ|ทีม"
_PLACE = rf"(?:และ\s?)?(?:%(venues)s)|%(provinces)s|{_ADDRESS}|ถนน|ถ\.|ภาค"
# An address ends with its province; an organisation behind it is who did it, not where.
_behind_province = release_pattern(
    rf"(?:{_PROVINCE}|กรุงเทพมหานคร|กรุงเทพฯ|ประเทศ(?!ไทย)[ก-๙]+|\(?สปป\.\s?ลาว\)?)\s+"
    rf"(?P<word>{_ORGANISATION}|(?!{_PLACE})[ก-ฮเ-ไ])|{_PROVINCE}(?P<glued>(?!และ)[ก-ฮเ-ไ])"
)
# A place of a known kind, or one word that is seen and has a district, up to its province.
_visited = release_pattern(
    r"(?:(?:เยี่ยม(?:ชม)?|เยือน|ลงพื้นที่(?:[ก-๙]{4,80}\s)?|เดินทางไป(?:ยัง)?|ใน(?:พื้นที่|บริเวณ))\s?(?=(?:%(venues)s))"
    r"|เยี่ยมชม\s?(?=[ก-๙A-Za-z]{4,40}\s(?:ต\.|ตำบล|อ\.|อำเภอ)))"
    r"(?P<venue>[^\n,“”\"]{4,120}?\s(?:(?:จ\.|จังหวัด)\s?(?:%(provinces)s)|สาธารณรัฐ[ก-๙]{3,30}|ประเทศ(?!ไทย)[ก-๙]{3,20}))"
)
_province_gone_to = release_pattern(rf"(?:พื้นที่|ที่|ใน|ณ)\s?{_MARK}(?P<name>%(provinces)s)")


@lru_cache(maxsize=64)  # what stands behind a day is looked at for several reasons
def venue_in(text: str) -> str:
    """The first place that `text` introduces with "ณ", or with "ที่" before a venue word.

    A "ณ" inside the name of a place, as in "อุทยานวิทยาศาสตร์พระจอมเกล้า ณ หว้ากอ", opens no other.
    """
    venues = {
        start: _venue_at_beginning(text[start : start + _LONGEST_ADDRESS + 40])
        for start in _venue_starts(text)
    }
    opens = _OPENS_AT.match(text)
    told = (start for start, venue in venues.items() if venue)
    first = opens.end() if opens and venues.get(opens.end()) else next(told, -1)
    around = (
        start
        for start, venue in venues.items()
        if start < first < start + len(venue) and any_listed("venues").match(venue)
    )
    return venues.get(min(around, default=first), "")


def dateline_venue(text: str) -> str:
    """The place of a paragraph that opens "ที่อุทยานวิทยาศาสตร์ จ.ปทุมธานี: …"."""
    opening = _opening_venue().match(text)
    return opening["venue"].strip() if opening else ""


def venue_start(before: str) -> int:
    """Where a venue right before a date begins; the length where there is none."""
    within = max(0, len(before) - _LONGEST + 1)
    start = max(before.rfind(" ณ ", within), before.rfind("\nณ ", within))
    near = before[start:] if start >= 0 else ""
    venue = venue_in(near)
    rest = near[near.index(venue) + len(venue) :] if venue and venue in near else "-"
    told = _THEN.fullmatch(rest)
    between = told and told["between"] and not any_listed("venues").search(venue)
    return start if told and not between else len(before)


def dash_venue(text: str) -> str:
    """The venue of a dateline ("24 ก.ค. 2562 ศูนย์ประชุมสิริกิติ์ / …"), from behind its date."""
    found = _dash_behind().match(text)
    return found["venue"].strip() if found else ""


def visited_place(text: str) -> str:
    """The place that somebody goes to, up to its province or country, or of a kind to visit."""
    if found := _visited().search(text):
        return found["venue"]
    gone = _GONE_TO.search(text)
    venue = _venue_at_beginning(text[gone.end() :]) if gone else ""
    return venue if len(venue) <= _LONGEST_VISITED else ""


def province_in(text: str) -> str:
    """The one province that `text` names ("จ.น่าน", "จังหวัดน่าน", "กรุงเทพฯ"); "" for several."""
    return _only(_marked_provinces(text))


def province_gone_to(text: str) -> str:
    """The one province that a text says something was done in ("ลงพื้นที่จังหวัดน่าน")."""
    names = release_words().provinces
    return _only({names[one["name"]] for one in _province_gone_to().finditer(text)})


def _only(provinces: set[str]) -> str:
    return provinces.pop() if len(provinces) == 1 else ""


def _marked_provinces(text: str) -> set[str]:
    names = release_words().provinces
    return {names[one["name"] or one["capital"]] for one in _marked_province().finditer(text)}


def province_behind(venue: str, text: str) -> str:
    """The province right behind the last word of a venue in the text."""
    last = venue.rpartition(" ")[2].strip("()")
    places = places_of(last, text) if len(last) > 4 else ()
    marked = (_MARKED_NEXT.match(text, place + len(last)) for place in places)
    found = {province_in(one[0]) for one in marked if one}
    return _only(found)


def province_of_venue(venue: str) -> str:
    """The province that a venue's name marks or ends with; "" when it says none or several."""
    if marked := _marked_provinces(venue):
        return _only(marked)
    last = _last_province().search(venue)
    return release_words().provinces[last["name"]] if last else ""


def _venue_starts(text: str) -> list[int]:
    """Where venues may begin: those behind "ณ" first, then those behind "ที่" and the like."""
    weak = [found.end() for found in _weak_start().finditer(text)]
    strong = [found.end() for found in _strong_start().finditer(text)]
    starts = (start for start in (*strong, *weak) if not in_quotes(text[:start]))
    return [start for start in starts if not _is_part_of_name(text, start)]


def _is_part_of_name(text: str, start: int) -> bool:
    """Whether the "ณ" before it belongs to an embassy's name or a surname."""
    before = text[max(0, start - _ENVOY_LENGTH) : start]
    sent = _POST.match(text, start) and _ENVOY_AT_LENGTH.search(before)
    return bool(sent or _ENVOY.search(before[-_ENVOY_NAME:]) or _is_surname_behind(text, start))


def _is_surname_behind(text: str, start: int) -> bool:
    """Whether a "ณ" belongs to a surname: a given name stands before it, and no venue behind."""
    called = _given_name().search(text, max(0, start - _SURNAME), start)
    return called is not None and not any_listed("venues").match(text, start)


def in_quotes(before: str) -> bool:
    """Whether a quotation is open: a "ณ" of a motto or of reported speech opens no venue."""
    lately = before[-_LONGEST:]
    if lately.count("“") > lately.count("”") + lately.count('"') % 2:
        return True
    speech = last_place(_SPEECH, before)
    return speech >= 0 and not any(one in before[speech:] for one in '”"\n')


def _venue_at_beginning(text: str) -> str:
    """The venue that the text begins with, up to where it ends; "" without such an end nearby."""
    text = re.sub(r"^\s*ณ\s+", "", text)  # written twice
    soft = (one for one in _soft_end().finditer(text) if not _ends_in_namesake(text, one))
    found = [_HARD_END.search(text), next(soft, None), _next_place().search(text)]
    ends = [one.start() for one in found if one]
    if goes_on := _behind_province().search(text):
        ends.append(goes_on.start(goes_on.lastgroup or 0))
    if not ends and len(text) > _LONGEST_ADDRESS:
        return ""
    venue = balanced(text[: min(ends, default=len(text))].strip(' ,-–"“”'))
    longest = _LONGEST_ADDRESS if len(venue) > _LONGEST and province_of_venue(venue) else _LONGEST
    return venue if 2 < len(venue) <= longest and venue != _COUNTRY else ""


def _ends_in_namesake(text: str, end: re.Match[str]) -> bool:
    """Whether a room's name goes on behind the given name of its namesake."""
    return _named_after().fullmatch(text, 0, end.start()) is not None


def balanced(venue: str) -> str:
    """The venue up to a bracket without its partner."""
    if venue.count(")") > venue.count("("):
        venue = venue[: venue.rfind(")")]
    if venue.count("(") > venue.count(")"):
        venue = venue[: venue.rfind("(")]
    return venue.strip()


@cache
def _marked_province() -> re.Pattern[str]:
    names = release_words().provinces
    capital = any_of(name for name, province in names.items() if province == "กรุงเทพมหานคร")
    return re.compile(
        rf"{_MARK}(?P<name>{any_of(names)})|(?:(?<![ก-๙])|(?<=ศาลาว่าการ))(?P<capital>{capital})(?!ธุรกิจ)"
    )


@cache
def _last_province() -> re.Pattern[str]:
    """A province at the very end; short names and by-names are words too and must stand alone."""
    names = release_words().provinces
    long = [name for name, province in names.items() if name == province and len(name) > 4]
    short = [name for name in names if name not in long]
    return re.compile(
        rf"(?P<name>(?<!ถนน)(?:{any_of(long)}|กรุงเทพฯ)|(?<=\s)(?:{any_of(short)}))\s*\)?$"
    )
