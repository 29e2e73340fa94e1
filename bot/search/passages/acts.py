"""Acts whose day a question asks for ("when does it open"), and the days a text gives for them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.search.query import Query, asks_for, reading
from bot.thai.names import Names
from bot.thai.normalise import squeeze
from bot.thai.patterns import pattern_of
from bot.thai.questions import HOUR, Aspect
from bot.thai.written_dates import WEEKDAYS

_DAY = (
    "(?:(?:ใน|ช่วง|เมื่อ)?(?:เมื่อ ?[ไใร]|(?:วัน|เดือน|ปี|พ\\.ศ\\.) ?(?:ที่ ?)?(?:ไหน|ใด|อะไร|เท่า)"
    "|(?:ตอน|ช่วง)ไหน))"
)
_LETTERS, _BESIDE = 80, 40  # letters around a day, and around an act
_DEADLINE = 160  # letters before a last day; papers and an address may come first
_LINE = 120  # letters; a shorter line is no paragraph
_CLOSE = 20  # letters before a range of days
_DATELINE = 700  # letters behind the day that begins a release
_NEAR = f"(?:จะ|[ก-๙ ]{{0,12}}?) ?{_DAY}"  # a day is asked for right behind the act …
_SOON = f"{_DAY}(?:จะ|ถึง|ถึงจะ)?"  # … or before it


@dataclass(frozen=True)
class Act:
    """Something that is done on a day of its own, whatever other days a text mentions."""

    question: str  # a pattern: stands in a question for its day
    told: str = ""  # stands in a text that tells of it; "" for the same
    exact: bool = True  # its day must stand beside it
    held: bool = False  # an event may be the act itself: a fair opens
    not_of: re.Pattern[str] | None = None  # titles that are not it: those hired start later
    names_object: bool = False  # its object must stand beside it
    letters: int = _LETTERS  # behind a day within which the act may stand
    before: re.Pattern[str] | None = None  # stands right before its day, unless that is a range
    own_day: bool = False  # does not belong to another day if its own follows
    near: bool = False  # stands right beside its day
    first: bool = False  # its day is not a last one
    one_day: bool = False  # an event of several days is not the act itself
    leads: bool = False  # the day that begins a paragraph may be its own: "9 สิงหาคม 2567 … ลงนาม"

    asks = pattern_of(lambda act: act.question)
    tells = pattern_of(lambda act: act.told or act.question)


def _beside(verb: str) -> str:
    """How the day of an act is asked for right behind its verb, or before it."""
    return f"(?:{verb}){_NEAR}|{_SOON}(?:{verb})"


_APPLY = (
    "หมดเขต|ปิดรับ|เปิดรับ|สมัคร?|ลงทะเบียน|ยื่น|ส่ง(?:ผลงาน|คลิป|วิดีโอ|โครงการ|โครงงาน|ข้อเสนอ|ภาพถ่าย|บทความ|ความ(?:คิด)?เห็น)"
    "|แสดงความ(?:คิด)?เห็น|เสนอชื่อ|(?:รับ|ใช้)สิทธิ|ส่วนลด"
)
TO_APPLY = "สมัคร(?!เล่น|ใจ)|ลงทะเบียน|ยื่น|จอง(?!จำ)"  # done at some place, or on line
_FROM_NOW = "(?:วัน|บัด)นี้ ?[-–] ?(?:วันที่ ?)?$"  # before the last day of what goes on already
_UNTIL = re.compile(f"(?:ถึง|ภายใน|ก่อน|ปิดรับ|หมดเขต|สิ้นสุด|ไม่เกิน)[ก-๙ ]{{0,16}}$|{_FROM_NOW}")
_UNTIL_LETTERS = 40
CLOSING = Act(
    "(?<!เ)ปิดรับ|หมดเขต|หมดเวลา"
    "|(?:สมัคร|ส่ง[ก-๙]{0,10}?|ยื่น[ก-๙]{0,10}?|ลงทะเบียน|รับ|ใช้|สิทธิ์?|ส่วนลด)"
    " ?(?:ได้)? ?ถึง ?(?:วัน|เมื่อ|เดือน|ตอน)",
    _APPLY,
    exact=False,
    before=_UNTIL,
    own_day=True,
)
WEEKDAY = "|".join(WEEKDAYS)
_OPEN_DAYS = f"{WEEKDAY}|ทุก ?(?:วัน|คืน|เดือน)|(?<!ครบ)รอบ"
_FOUND = "(?:ก่อ|จัด)ตั้ง(?!แต่)|(?<!แต่ง)(?<!ที่)ตั้ง(?!แต่|เป้า|ใจ|อยู่|ชื่อ|คำถาม|ค่า|ครรภ์|ท้อง)|สถาปนา"
_FOUNDED = (
    "(?:ก่อ|จัด)ตั้ง(?!แต่)|(?<!คล้ายวัน)สถาปนา|ตั้ง(?:ขึ้น|เมื่อ| ?(?:ใน)?(?:ปี|พ\\.ศ))|(?:วัน|ปี)(?:ที่)?ตั้ง"
    "|(?:เปิด|เริ่ม)(?:ทำการ|ดำเนินการ)"
)
_FOUNDING_DAY = "วัน(?:คล้ายวัน)?(?:สถาปนา|ก่อตั้ง)"  # comes every year
_EXAM = "(?<!ตรวจ)(?<!ทด)(?<!ไต่)(?<!ลอก)(?<!สมัคร)สอบ(?!ถาม|เทียบ|สวน)"
_STUDIES = "เปิด(?:การ)?(?:เรียน|เทอม|ภาค|สอน|ชั้น)"
_OPENS = "เปิด(?!เผย|โอกาส|งาน|พิธี|การประชุม|ประชุม|เวที|ใจ|กว้าง|รับ|ตัว)"
_LAUNCHES = "(?:แถลงข่าว)?เปิดตัว|เปิดให้บริการ"
_THING = "(?:(?!ถึง|กี่|ใคร|ได้|จัด|มี|เยี่ยม|พบ|ลงนาม|เซ็น|ประชุม)[^\\n])"
_ENDS = "พิธีปิด|ปิด(?:หลักสูตร|ค่าย|การ(?:อบรม|ประชุม|แข่งขัน))"
SIGN = "ลงนาม|(?<!โค)เซ็น(?!เซอร์|ทรัล|ติ)"
_STUDENTS, _GRADUATES = "รุ่น|นักศึกษา|นิสิต|นักเรียน|บัณฑิต", "จบ|สำเร็จการศึกษา"
_IN_FORCE = "มีผล|บังคับ(?:ใช้)?|ประกาศใช้"
_TAKES_OFFICE = "(?:ตำแหน่ง|เกษียณ)[^\n]{0,40}ตั้งแต่"
_APPOINTS = "แต่งตั้ง|(?:รับ|ดำรง)ตำแหน่ง"
_DECIDES = "อนุมัติ|เห็นชอบ|(?:มี)?มติ|ไฟเขียว"
_WHAT = (
    "(?:(?!จัด|เริ่ม|เปิด|มี|ลงนาม)[^\\n]){0,60}?"  # what was decided, unless its own day may be meant
)
_SHOWS = "ฉาย(?!รังสี|แสง|เดี่ยว)|ออกอากาศ|ออนแอร์"
_SEEN = "เห็น(?!ชอบ|ด้วย|ว่า|ควร|พ้อง|แก่|ใจ|ผล)|สังเกต|ปรากฏ|(?:ชม|ดู|มอง)(?!แล)"
_PRESS_DAY = (  # not of what it is about
    f"^(?:งาน)?แถลงข่าว(?:(?!จัด|เปิด|เริ่ม|มี)[^\n]){{0,80}}?{_DAY}"
    f"|แถลง(?:ข่าว)?(?:ถึง)?(?:เรื่อง|เกี่ยวกับ)(?:(?!จะ|จัด|เปิด|เริ่ม|มี)[^\n]){{0,60}}?{_DAY}"
)
_YEAR = "(?:ปี|พ\\.ศ\\.) ?(?:ที่ ?)?(?:ไหน|ใด|อะไร|เท่า)"
_AGAIN = Act(  # what recurs; each event has a day of its own
    f"มา(?:นาน)?(?:แล้ว)? ?ตั้งแต่ ?{_DAY}|ตั้งแต่ ?{_YEAR}"
    f"|เริ่ม(?:จัด|มี)(?:งาน|กัน|ขึ้น|มา|ใน|ครั้งแรก)* ?{_YEAR}"
    f"|(?:ครั้ง|หน|ปี)แรก(?!ของ){_NEAR}|{_SOON}(?:จัด|มี|เริ่ม)?(?:งาน|เป็น)?(?:ครั้ง|หน)แรก",
    "ตั้งแต่|เริ่ม|(?:ครั้ง|หน|ปี)(?:ที่ ?)?(?:แรก|1(?![0-9]))",
    near=True,
)
_WORK, _HIRES = "(?:ทำ|จ้าง|ปฏิบัติ)?งาน", "จ้าง|บัณฑิต|อัตรา|ตำแหน่งงาน|รับสมัคร|ลงทะเบียน"
_BEFALLS = (  # happens to a thing; nobody does it
    "ตก(?!ลง(?:ใจ|กัน|ร่วม)|แต่ง|งาน|ทุกข์|ค้าง|ต่ำ|เขียว|เบ็ด|ปลา)",
    *("ระเบิด", "ไฟไหม้", "รั่ว", "ถล่ม", "ดับ(?!เพลิง)", "หลุด", "(?<!เห็น)พ้น", "(?:ยก)?เลิก", "ยุบ"),
)
_BEGUN = ("ขาย|จำหน่าย", "ผลิต(?!ภัณฑ์)", "(?:ก่อ)?สร้าง", "ฉีด", "แจก", "ปลูก(?!ฝัง)")  # no events
_CLOSED = "(?<!เ)(?<!พิธี)ปิด(?!ตัว|รับ|เทอม|ภาค)(?:งาน|ฉาก)?"
_ACTS = (
    # These may stand anywhere in a question for a day …
    CLOSING,
    Act(
        f"(?:เปิดรับ|เริ่ม(?:เปิด)?(?:รับ)?(?:สมัคร|ส่ง|ยื่น|ลงทะเบียน|จอง))[ก-๙ ]{{0,12}}?{_DAY}|สมัครได้ตั้งแต่",
        _APPLY,
        exact=False,
        near=True,
        first=True,
    ),
    Act(_APPLY, exact=False),
    Act("จ่าย|โอน", exact=False),
    *(
        Act(verb, exact=False, own_day=True)
        for verb in ("จอง", "ประกาศผล", "วางขาย", "(?:ขาย|จำหน่าย)(?:ตั๋ว|บัตร)")
    ),
    # … and the day of these is asked for right there.
    Act(_beside("เลื่อน"), "เลื่อน"),
    Act(f"{_CLOSED}{_NEAR}", "(?<!เ)ปิด|สิ้นสุด|วันสุดท้าย|(?:จน)?ถึงวันที่", held=True),
    Act("เปิดให้ ?(?:เข้า)?(?:ดู|ชม|เที่ยว|ใช้)[ก-๙ ]{0,12}?วันไหน", _OPEN_DAYS, exact=False, held=True),
    Act(_beside(_STUDIES), _STUDIES),
    Act(f"{_FOUNDING_DAY}[ก-๙a-z. ]{{0,40}}?(?:วัน|เดือน)(?:ที่)? ?(?:ไหน|ใด|อะไร|เท่า)", _FOUNDING_DAY),
    Act(
        f"(?:{SIGN})(?:mou|เอ็มโอยู| )*{_NEAR}|{_SOON}(?:{SIGN})"
        f"|^(?:mou|เอ็มโอยู){_THING}{{0,60}}?{_DAY}",
        SIGN,
        held=True,
        near=True,
        leads=True,
    ),
    Act(f"(?:{_FOUND}){_NEAR}", _FOUNDED, names_object=True),
    Act(f"เสร็จ{_NEAR}|{_SOON}[ก-๙ ]{{0,12}}?เสร็จ", "เสร็จ(?!สิ้นการ)"),
    Act(
        f"(?:ปล่อย|ยิง|ขึ้นสู่|ขึ้นอวกาศ)(?!มลพิษ|กู้){_NEAR}",
        "(?:ปล่อย|ยิง|นำ|ส่ง)(?:ดาวเทียม|จรวด|ยาน|ขึ้น)|ปล่อย|ขึ้นสู่|เข้าสู่วงโคจร",
    ),
    Act(_beside(_EXAM), _EXAM),
    Act(
        f"เปิด(?:ให้|ทำการ|บริการ|ใช้)(?:(?!ถึง)[ก-๙ ]){{0,16}}?{_DAY}",
        "เปิด(?:ให้|ทำการ|บริการ|ใช้|เข้าชม|อย่าง)|พิธีเปิด",
        held=True,
    ),
    Act(f"(?<!ไป)(?<!มา)(?<!ประธาน)เปิด ?(?:{_DAY}|{HOUR})", f"{_OPENS}|พิธีเปิด", held=True),
    Act(f"เปิดตัว{_THING}{{0,24}}?{_DAY}|{_SOON}เปิดตัว", _LAUNCHES, held=True, leads=True),
    Act(
        f"(?<!ไป)(?<!มา)(?<!ประธาน){_OPENS}{_THING}{{2,24}}?{_DAY}",
        f"{_OPENS}|{_LAUNCHES}|พิธีเปิด",
        held=True,
    ),
    Act(
        f"(?:{_APPOINTS}){_WHAT}{_DAY}|{_SOON}[ก-๙ ]{{0,12}}?(?:{_APPOINTS})",
        _APPOINTS,
        names_object=True,
        letters=_DATELINE,
        near=True,
        leads=True,
    ),
    Act(f"(?:{_DECIDES})(?:{_WHAT}{_DAY}|{_NEAR})|{_SOON}(?:{_DECIDES})", f"{_DECIDES}|ที่ประชุม"),
    Act(_beside(_SHOWS), f"{_SHOWS}|รับชม"),
    Act(f"(?:มอง)?เห็น(?:ได้)?{_NEAR}|{_SOON}(?:มอง)?เห็น(?!ชอบ)", _SEEN),
    Act(_beside("หยุด"), "หยุด"),
    Act(f"แถลง(?:ข่าว)?{_NEAR}|{_SOON}แถลง|{_PRESS_DAY}", "แถลง", letters=_DATELINE),
    Act(
        _beside(f"เริ่ม{_WORK}"),
        f"เริ่ม|ดำเนินการ|ปฏิบัติงาน|จ้าง|{_TAKES_OFFICE}",
        held=True,
        not_of=re.compile(_HIRES),
    ),
    *(Act(f"เริ่ม{verb}{_NEAR}", verb) for verb in _BEGUN),
    _AGAIN,
    Act(f"(?:{_STUDENTS})[^ ]{{0,16}}? ?จบ(?:การศึกษา)?{_NEAR}", _GRADUATES),
    Act(
        f"(?<!มา)เริ่ม(?:ใช้|ทำ|มี|โครงการ)?{_NEAR}|{_SOON}เริ่ม",
        "เริ่ม|ตั้งแต่|เปิดตัว|มีผล|บังคับ|จะดำเนินการ",
        held=True,
        near=True,
    ),
    Act(_beside(_IN_FORCE), _IN_FORCE, near=True),
    Act(f"(?:{_ENDS}).{{0,60}}?{_DAY}", _ENDS, letters=_DATELINE, one_day=True, held=True),
    *(Act(f"{verb}{_NEAR}", verb) for verb in _BEFALLS),
    Act(f"รอบ(?:ชิง|สุดท้าย){_NEAR}|ชิงชนะเลิศ{_NEAR}", "รอบ(?:ชิง|สุดท้าย)|ชิงชนะเลิศ"),
)
_FOUNDING, _SMALL = re.compile(_FOUND), frozenset(("ที่", "มี", "ได้", "ถูก", "การ", "แล้ว", "เขา"))
_NUMBER, _SINCE = re.compile("[0-9๐-๙]"), re.compile("(?:เมื่อ|ใน|ตั้งแต่) ?(?:ปี|วันที่)? ?$")
_NO_OBJECT = re.compile("(?:ขึ้น|มา)? ?(?:เมื่อ|ใน|ปี|วันที่|พ\\.ศ|ตั้งแต่|[0-9])")
_SAYS = "ชี้แจง|เปิดเผย|แถลง|กล่าว|ระบุ|ให้สัมภาษณ์|รายงาน"
_IS_SAID_THEN = re.compile(f"[^\n]{{0,80}}?(?:{_SAYS})ว่า")  # the day on which it was announced
asks_telling = asks_for(  # for the day of the announcement: "แถลงวันไหน", "ข่าวเมื่อไหร่"
    f"{_SAYS}|ข่าว|ประกาศ|เผย|บอก|พูด"
)
_COMING = re.compile(  # any act to come, but none of a visit or a fair
    "(?<!ที่)จะ ?(?!จัด|มี|ได้|มา|ไป|เริ่ม|ลง|เปิด|ปิด|พบ|เข้า|ออก|เดินทาง|ร่วม|ประชุม|ถึง)([ก-๙]{2,8}?)"
    f"(?:ลง|ขึ้น|กลับ|อีก)? ?{_DAY}"
)
_ITS_DAY = "[ก-๙ ]{0,16}[0-9]"  # behind an act
_UNDATED = "[^0-9๐-๙\n]{0,90}$"
_SAME_DAY = (  # from a day to what was done on it
    "(?:ชั้น(?:ที่)? ?[0-9๐-๙]+|(?!จะ|เตรียม|เคย|ก่อน|หลัง|แถลง)[^0-9๐-๙\n])*?"
)
_BEGINS = re.compile("(?:^|[\n)])\\s*\\(?$")  # before a day, behind a title as well
_FROM = "ตั้งแต่"
_RANGE = re.compile("[-–]|ถึง")


@lru_cache(maxsize=64)  # asked for each text, and by several rules
def is_until(text: str, start: int, end: int) -> bool:
    """Whether a day in a text is the last one: of a span, or behind "ภายในวันที่"."""
    before = text[max(0, start - _UNTIL_LETTERS) : start]
    return bool(_RANGE.search(text, start, end) or _UNTIL.search(before))


@reading
def act_of(query: Query) -> Act | None:
    """The act whose day a normalised question asks for, "จอง"; None for the day of the event."""
    known = next((act for act in _ACTS if act.asks.search(query.clean)), None)
    coming = None if known else _COMING.search(query.clean)
    return Act(re.escape(coming[1])) if coming else known


def asks_since(query: Query) -> bool:
    """Whether a question asks since when something has been held: "จัดมาตั้งแต่ปีไหน"."""
    return act_asked(query) is _AGAIN


def act_asked(query: Query) -> Act | None:
    """The act whose day a question asks for; None unless it asks for a day."""
    return act_of(query) if query.aspect is Aspect.WHEN else None


def does(text: str, act: Act) -> bool:
    """Whether a text mentions an act; opening or closing applications counts as applying."""
    return bool(act.tells.search(text))


def is_told_at(text: str, place: tuple[int, int], act: Act, query: Query) -> bool:
    """Whether a text mentions an act beside the day that stands in it at `place` (start, end)."""
    start, end = place
    if not act.tells.search(_SAYS) and is_said_then(text, end):
        return False
    aside = text[start - 1 : start] == "("  # the day stands behind all that it belongs to
    reach = _DEADLINE if act.before or act.names_object or aside else _LETTERS
    before, behind = text[max(0, start - reach) : start], text[end : end + act.letters]
    if act.own_day:
        behind = re.split(f"(?:{act.tells.pattern}){_ITS_DAY}", behind, maxsplit=1)[0]
    if act.exact:  # another paragraph is about another thing
        before, behind = before.rpartition("\n\n")[2], _paragraph(behind, act)
    if _is_other_end(text, place, before, act):
        return False
    begins = leads_to(text, place, act)
    if act.near or begins:
        return begins or _stands_by(act, before, behind)
    if act.names_object:
        return _is_done_to(text[start:end], before, behind, act, query)
    return does((before + text[start:end] + behind).lower(), act)


def _is_done_to(day: str, before: str, behind: str, act: Act, query: Query) -> bool:
    """Whether an act told around a day is done to what the question names, or to nothing named."""
    around, subject = (before + day + behind).lower(), _subject(query)
    for found in act.tells.finditer(around):
        led = around[found.end() : len(before)]
        if len(led) > _LETTERS and (_NUMBER.search(led) or not _SINCE.search(led)):
            continue
        beside = squeeze(around[max(0, found.start() - _BESIDE) : found.end() + _BESIDE])
        if _NO_OBJECT.match(around, found.end()) or all(word in beside for word in subject):
            return True
    return False


def is_said_then(text: str, end: int) -> bool:
    """Whether the day that ends at a place is that on which the rest was announced."""
    return _IS_SAID_THEN.match(text, end) is not None


def is_coming(text: str, start: int, act: Act) -> bool:
    """Whether a text says right before a day that an act has yet to be done."""
    led = f"(?:จะ|เตรียม|คาดว่า|กำหนด)[^\n]{{0,{_BESIDE}}}?(?:{act.tells.pattern}){_UNDATED}"
    return re.search(led, text[max(0, start - _DEADLINE) : start]) is not None


def _is_other_end(text: str, place: tuple[int, int], before: str, act: Act) -> bool:
    """Whether the last day is asked for and this is not it, or the first and this is the last.

    Or one day, and this is the last from now on: "วันนี้ - 22 มีนาคม และรอบชิงชนะเลิศจัดขึ้น…".
    """
    if act.before and not (act.before.search(before) or _from_to(text, place, act)):
        return True
    if act.exact and not act.before and re.search(_FROM_NOW, before):
        return True
    return act.first and bool(_UNTIL.search(before)) and not _RANGE.search(text, *place)


def _paragraph(behind: str, act: Act) -> str:
    """The paragraph that goes on behind a day; a dateline may be a line of its own."""
    first, blank, rest = behind.partition("\n\n")
    broken = act.letters > _LETTERS and len(first) < _LINE
    return first + blank + rest.partition("\n\n")[0] if broken else first


def _stands_by(act: Act, before: str, behind: str) -> bool:
    """Whether an act leads up to its day, or follows it directly: "1 กรกฎาคม จะเริ่ม"."""
    led = re.search(f"(?:{act.tells.pattern}|ตั้งแต่){_UNDATED}", before)
    other = not act.first and re.search(_APPLY, before)  # that is when one may apply
    follows = re.match(f" ?(?:นี้ ?)?(?:จะ|ได้|คือ|เป็นวัน) ?(?:{act.tells.pattern})", behind)
    return bool((led and not other) or follows)


def leads_to(text: str, place: tuple[int, int], act: Act) -> bool:
    """Whether a paragraph begins with a day and tells of an act as done on it."""
    start, end = place
    if not (act.leads and _BEGINS.search(text, max(0, start - _CLOSE), start)):
        return False
    paragraph = text[end : end + _DATELINE].partition("\n\n")[0]
    return re.match(f"{_SAME_DAY}(?:{act.tells.pattern})", paragraph) is not None


def _from_to(text: str, place: tuple[int, int], act: Act) -> bool:
    """Whether a day is a range right behind an act: "รับสมัคร 6-12 พฤษภาคม"."""
    start, end = place
    before = text[max(0, start - _CLOSE) : start]
    return bool(_RANGE.search(text, start, end)) and (does(before, act) or _FROM in before)


def _subject(query: Query) -> list[str]:
    """The words of a question before its act, squeezed; only the Latin ones if there are any."""
    found = _FOUNDING.search(query.clean)
    words = Names.load().cut(query.clean[: found.start()] if found else "")
    named = [word for word in map(squeeze, words) if len(word) > 1 and word not in _SMALL]
    return [word for word in named if word.isascii() and word.isalpha()] or named
