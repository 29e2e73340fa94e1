"""Who, by a text, is the agent of the deed that a question names: signed it, gave it.

Most releases name first whoever opened the ceremony or looked on, who did neither.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from bot.knowledge.entries import Entry
from bot.search.passages.people.names import named_by_staff
from bot.search.passages.people.question_types import ASKS_FUNDER, FUNDED
from bot.search.query import Query, asks_for, reading
from bot.thai.patterns import pattern_of
from bot.thai.questions import ENDS

_BEFORE, _BEHIND, _ROLE = 260, 450, 90  # characters around a name, and of a role
_FROM = "(?:(?:จาก|ฝั่ง|ฝ่าย) ?[ก-๙a-z]{2,16}?)?"  # "ใครจากจีนมาหา"
_WHO = f"ใคร{_FROM}(?:เป็น)?(?:คน|ผู้|ตัวแทน)?(?:ที่)?(?:ออก|ไป|มา|เอา|ได้|จะ){{0,3}}(?:ร่วม)?"
_IS_WHO = "[ก-๙ ]{0,24}?(?:คือ|เป็น|ชื่อ) ?(?:ใคร|อะไร)"
_HAS = "โดยมี|ซึ่งมี| มี ?(?=นาย|นาง|ดร|[รผ]?ศ|พ[ลญ.]|นพ)"  # who else was there
_ENDS = f"(?:บ้าง|มั่ง|{ENDS}| )*"
_TELLS = (
    "(?:กล่าว|เปิดเผย)(?!(?:ภาย)?หลัง)|(?:บอก|ระบุ)ว่า|เผยว่า|แถลง|ชี้แจง|ต้อนรับ|ทั้งนี้|ในการนี้"
    f"|เข้าร่วม(?!ลงนาม)|{_HAS}"
)
_VERBS = "ร่วม|เป็น|ไป|มา|เปิด|ปิด|มอบ|นำ|ให้"  # of other deeds
_TITLE = "(?:(?<!ท)นาย(?!ก)|นาง|ดร\\.|ศาสตราจารย์|พล\\.?(?:ต\\.)?[อทต]\\.)"
_ANOTHER = f"(?<!จาก)(?<!จาก )(?<!แทน)(?<!แทน ){_TITLE}"
_TO_WHOM = re.compile("(?:(?:(?<!หมาย)ให้|แก่|แด่)(?:แก่|กับ)?|หมายจาก|แทน) ?$")  # or who sent them
_ALSO_CALLED = "("  # in Latin letters, behind a name in Thai ones
_AND = re.compile("(?:และ|กับ) ?$")


@dataclass(frozen=True)
class Deed:
    """What may be done at a ceremony by others than those who are named first.

    All but the flags are alternatives of patterns, compiled when they are first needed: at the
    start of the program those of all deeds took as long as half of all other patterns.
    """

    question: str  # how the doer is asked for
    verb: str
    others: str  # what must not stand between a name and the verb
    by: str  # leads up to a name
    among: str = ""  # leads up to the first of two who do it with each other
    told: str = ""  # stands in a text that tells of it, whoever did it; "" for the verb
    always: bool = True  # asked of any text, also if that does not mention it
    alone: bool = True  # nobody else answers if the text names no agent

    asks = pattern_of(lambda deed: deed.question)
    tells = pattern_of(lambda deed: deed.told or deed.verb)
    done_by = pattern_of(lambda deed: f"(?:{deed.by}) ?$")  # up to a name

    @cached_property
    def does(self) -> re.Pattern[str]:
        """From behind a name up to the verb."""
        until = f"(?:(?!{_TELLS}|{self.others})[^\n]){{0,{_BEHIND}}}?"
        one = f"(?:(?!{_TELLS}|{self.others}|{_VERBS})[^\n]){{0,{_ROLE}}}?"
        with_another = f"{one}และ ?(?={_TITLE})[^\n]{{8}}{until}(?:ร่วม(?:กัน)?)?(?:{self.verb})"
        return re.compile(f"{until}(?:{self.verb})(?! ?โดย(?!มี))|{with_another}")

    @cached_property
    def between(self) -> re.Pattern[str] | None:
        """Up to the first of two who do it with each other."""
        return re.compile(f"(?:{self.among}) ?") if self.among else None


_SIGN = "ลงนาม"
_GIVE = "(?:ส่ง)?มอบ(?!นโยบาย|หมาย|อำนาจ|รางวัล|โล่|วุฒิ|ประกาศ|ทิศทาง)|บริจาค"
_AWARD = "(?:รางวัล|โล่|ถ้วย|เกียรติบัตร|ประกาศนียบัตร|ป้าย)"
_ANNOUNCE = "แถลง|เปิดเผย|ให้สัมภาษณ์"
_EXPLAIN = "ชี้แจง|แจง(?= |ว่า|กรณี|ปม|เหตุ|ข้อ|ประเด็น)"
_SPEAK = "พูด|บอก|เล่า|กล่าว|ให้ข้อมูล|ให้ข่าว"
_ORDER = "สั่ง(?!ซื้อ|จอง|ของ|สม|สอน|อาหาร)|กำชับ"
_TALK = "ร่วม(?:เวที|วง)?เสวนา|ผู้เสวนา|ขึ้นเวที"
_LEAD = "นำ(?:คณะ|ทีม)|หัวหน้าคณะ(?!กรรม)"
_VISIT = "เข้า(?:เยี่ยม)?(?:พบ|คารวะ|เยี่ยม)|มาเยือน"
# Only the agents of these answer.
_PLAIN_DEEDS = (
    *("(?:ตั้ง|ยื่น)(?:กระทู้|ญัตติ|ข้อสังเกต)", "ตอบกระทู้", "ฟ้อง", "ร้องเรียน|ยื่นหนังสือ|ร้องทุกข์"),
    *("คัดค้าน|ไม่เห็นด้วย", "โพสต์", "วิจารณ์|วิพากษ์", "อภิปราย", "ลาออก", "ปฏิเสธ|โต้แย้ง"),
    *("ขอโทษ|ขออภัย", "เรียกร้อง", "(?:กล่าว|ถวาย|กราบ(?:บังคม)?ทูล)รายงาน", "(?:ยก|จัดทำ)?ร่าง"),
    "ดำเนิน(?:รายการ|โครงการ|การ(?:เสวนา|อภิปราย|สัมมนา))",
)
_TOLD_AS = {  # what a text may say instead
    "โพสต์": "โพสต์|เฟซบุ๊ก|เฟสบุ๊[คก]",
    "(?:ยก|จัดทำ)?ร่าง": "(?:ยก|จัดทำ|เป็นผู้)ร่าง",
}
_CLOSES = "(?:ใน|การ|พิธี|งาน)*ปิด"
_NO_CHAIR = "กรรม|สภา|บริษัท|คณะ"  # whose chair is an office
_OPENS = (  # not only attends
    "กล่าวเปิด|ทำพิธีเปิด|(?<!พิธี)(?<!พิธี )เปิด(?:งาน|พิธี|ประชุม|ค่าย|นิทรรศการ|มหกรรม|เทศกาล|สัมมนา|กิจกรรม"
    "|การ(?:ประชุม|แข่ง|ประกวด|อบรม|สัมมนา|เสวนา|แสดง))"
)
_CLOSED = f"เป็นประธาน{_CLOSES}|กล่าวปิด(?!ท้าย)|ทำพิธีปิด"
_OPENED = (
    f"เป็นประธาน(?!{_NO_CHAIR}|{_CLOSES})"
    f"|ประธาน(?=ในพิธี(?!ปิด)|ในที่ประชุม|(?:ใน|การ|พิธี|งาน)*เปิด)|{_OPENS}"
)
_PRESIDING = (  # how it is asked, how a text says it, and what leads up to a name
    (
        f"ปิด(?=งาน|พิธี|การ|ประชุม|ค่าย)|ประธาน{_CLOSES}",
        _CLOSED,
        f"ประธาน{_CLOSES}|(?<!เ)ปิด",
    ),
    ("เปิด(?!เผย|รับ|ตัว|โปง|โอกาส)|ประธาน(?:ใน|การ|พิธี|งาน)*เปิด", _OPENED, "ประธาน(?:ในพิธี)?|เปิด"),
    (f"ประธาน(?!{_NO_CHAIR}|นัก)", f"{_OPENED}|{_CLOSED}", "ประธาน(?:ในพิธี)?|เปิด"),
)
asks_closing, asks_opening = (asks_for(f"{_WHO}(?:{one})") for one, *_ in _PRESIDING[:2])
_DEEDS = (
    *(
        Deed(
            f"{_WHO}(?:{asks})",
            tells,
            _ANOTHER,
            f"(?:{tells}|ผู้(?:ที่)?(?:{asks}))(?:ของ|[^\n]{{0,24}}?(?:โดย|คือ|ได้แก่))",
        )
        for asks, tells in ((one, _TOLD_AS.get(one, one)) for one in _PLAIN_DEEDS)
    ),
    Deed(
        f"{_WHO}(?:เซ็น|ลงนาม|ลงชื่อ)|(?:ผู้|คน)(?:ที่)?(?:ร่วม)?(?:เซ็น|ลงนาม){_IS_WHO}",
        _SIGN,
        "สักขีพยาน|เป็นประธาน|ให้เกียรติ|พิธี|การลงนาม|ในการ|หารือ",
        f"{_SIGN}[^\n]{{0,80}}?โดย",
        f"{_SIGN}[^\n]{{0,180}}?ระหว่าง",
    ),
    Deed(
        f"{_WHO}(?:ให้|กล่าว)โอวาท",
        "(?:ให้|กล่าว)โอวาท",
        f"{_TITLE}|มอบหมาย",  # the sender did not speak
        "โอวาท(?:จาก|โดย)",
    ),
    Deed(
        f"{_WHO}(?:ให้(?!ทุน|เงิน|งบ|สัมภาษณ์|ข่าว|ข้อมูล|การ|ความ|คำ|ใคร|นโยบาย|เกียรติ)|{_GIVE})"
        f"|(?:ผู้|คน)(?:ที่)?(?:{_GIVE}){_IS_WHO}",
        _GIVE,
        "รับ ?(?:ส่ง)?มอบ|รับบริจาค",
        f"(?:{_GIVE})[^\n]{{0,40}}?โดย|รับ(?:มอบ(?!หมาย)|บริจาค)[^\n]{{0,80}}?จาก",
    ),
    Deed(
        f"{_WHO}(?:เข้า|ขึ้น)?รับ ?(?:มอบ(?!หมาย)|บริจาค)|{_WHO}(?<!ใคร)(?<!ได้)(?:เข้า|ขึ้น)?รับ{_AWARD}"
        f"|ใคร(?:เข้า|ขึ้น)รับ{_AWARD}",
        f"(?:เข้า|ขึ้น|ผู้|แทน)รับ ?(?:มอบ)?{_AWARD}|รับ ?มอบ(?!หมาย)|รับบริจาค",
        _ANOTHER,
        "(?:มอบ|บริจาค)[^\n]{0,60}?(?:แก่|แด่|ให้กับ)",
        always=False,
    ),
    Deed(
        ASKS_FUNDER,
        FUNDED,
        "ได้ ?(?:รับ)?",
        "ทุน[^\n]{0,40}?(?:จาก|โดย)",
        told=f"{FUNDED}|ทุน(?:สนับสนุน|วิจัย|จาก|อุดหนุน)",
    ),
    Deed(
        f"{_WHO}(?:ให้การ)?ต้อนรับ",
        "(?:ให้การ)?ต้อนรับ",
        "ได้รับการ|เยี่ยมชม|ตรวจเยี่ยม|ลงพื้นที่",
        "ต้อนรับ(?:จาก|โดย)",
        always=False,
    ),
    *(
        Deed(
            f"{_WHO}(?:{asks})",
            verb,
            f"รายงาน|{_ANOTHER}",  # one presides alone, or two together
            f"(?:{by})[ก-๙]{{0,16}}? ?(?:คือ|ได้แก่|โดย)",
        )
        for asks, verb, by in _PRESIDING
    ),
    Deed(
        f"{_WHO}(?:ขึ้น)?(?:เวที)?เสวนา|(?:ผู้|คน)(?:ที่)?(?:ร่วม)?เสวนา",
        _TALK,
        "เป็นประธาน|เปิด|ต้อนรับ",
        f"(?:{_TALK})[^\n]{{0,40}}?(?:ได้แก่|คือ|โดย|ประกอบด้วย)",
        always=False,
        alone=False,
    ),
    Deed(
        f"{_WHO}(?:{_ANNOUNCE}|ให้ข่าว)",
        _ANNOUNCE,
        _ANOTHER,
        f"(?:{_ANNOUNCE})(?:ข่าว)?โดย",
        always=False,
        alone=False,
    ),
    Deed(
        f"{_WHO}(?:ชี้แจง|แจง)",
        _EXPLAIN,
        _ANOTHER,
        "ชี้แจงโดย",
        always=False,
        alone=False,
    ),
    Deed(
        f"{_WHO}(?:{_SPEAK})(?:ไว้|เรื่อง|ข่าว|ข้อความ)*(?:นี้|นั้น)?{_ENDS}$"
        f"|(?:คน|ผู้)(?:ที่)?(?:{_SPEAK})(?:เรื่อง|ข่าว)?(?:นี้)?{_IS_WHO}",
        "เปิดเผย|เผยว่า|แถลง|ให้สัมภาษณ์|(?:กล่าว|ชี้แจง|ระบุ)(?:ว่า|เพิ่ม|ถึง|ต่อ)",
        _ANOTHER,
        "(?:เปิดเผย|แถลง)(?:ข่าว)?โดย",
        always=False,
        alone=False,
    ),
    Deed(
        f"{_WHO}(?:{_ORDER})",
        _ORDER,
        "ตาม(?:ที่)?(?:ข้อ|คำ)?สั่ง|รับ(?:คำ)?สั่ง|ข้อสั่งการ|สนอง|ขานรับ|ให้การ",
        "(?:ข้อ|คำ)สั่ง(?:การ)?(?:ของ|จาก|โดย)",
    ),
    Deed(
        f"{_WHO}(?:{_LEAD})|(?:{_LEAD})(?:โดย|คือ|เป็น|ชื่อ)? ?(?:ใคร|อะไร)",
        f"{_LEAD}|นำโดย",
        f"ให้การ|{_ANOTHER}",
        "นำ(?:คณะ|ทีม)?โดย|หัวหน้าคณะ(?:คือ|ได้แก่)",
        always=False,
        alone=False,
    ),
    Deed(
        f"{_WHO}(?:เป็น)?(?:สักขี)?พยาน|พยาน{_IS_WHO}",
        "สักขีพยาน",
        "พยานโดย",
        "พยาน(?:คือ|ได้แก่|โดย)",
    ),
    Deed(
        f"{_WHO}(?:(?:ศึกษา)?ดูงาน|เยี่ยมชม)",
        "เยี่ยมชม|ดูงาน",
        "ให้การ",
        "ต้อนรับ",
        always=False,
    ),
    Deed(
        f"ใคร{_FROM}(?:เป็น)?(?:คน)?(?:ที่)?(?:เข้า|มา)(?:ขอ)?(?:พบ|เยี่ยม|คารวะ|เยือน|หา)|^(?:แล้ว)?ใครมา{_ENDS}$",
        _VISIT,
        "ให้การ",
        "ต้อนรับ",
        always=False,
    ),
)


@reading
def _deed(query: Query) -> Deed | None:
    return next((deed for deed in _DEEDS if deed.asks.search(query.clean)), None)


def deed_asked(query: Query, text: str) -> Deed | None:
    """The deed whose agent a normalised question asks for, "ใครเซ็น", if a text may name others."""
    asked = _deed(query)
    return asked if asked and (asked.always or tells_of(asked, text)) else None


def deed_words(query: Query) -> str:
    """The part of a normalised question that asks who did something; "" if none does."""
    deed = _deed(query)
    found = deed and deed.asks.search(query.clean)
    return found[0] if found else ""


def is_agent(deed: Deed, text: str, name: tuple[int, int]) -> bool:
    """Whether a text tells of whoever is named from one place to another that they did it."""
    start, end = name
    before = text[max(0, start - _BEFORE) : start].rpartition("\n")[2]
    if deed.done_by.search(before) or _is_between(deed, before):
        return True
    return not _TO_WHOM.search(before) and bool(deed.does.match(text, end))


def _is_between(deed: Deed, before: str) -> bool:
    """Whether a name stands right behind "ลงนาม … ระหว่าง", or behind another that does."""
    led = list(deed.between.finditer(before)) if deed.between else []
    rest = before[led[-1].end() :] if led else None
    return rest is not None and (not rest or bool(_AND.search(rest)))


def agents_of(deed: Deed, entry: Entry, names: Iterable[tuple[int, int]]) -> list[str]:
    """Those of the `names` in the body who did it, each once and as staff named them."""
    told = (
        entry.body[start:end].strip()
        for start, end in names
        if is_agent(deed, entry.body, (start, end))
        and entry.body[start - 1 : start] != _ALSO_CALLED
    )
    named = ((one, named_by_staff(entry, one)) for one in told)
    return list(dict.fromkeys(staff[0].name_and_role if staff else one for one, staff in named))


def tells_of(deed: Deed, text: str) -> bool:
    """Whether a text says at all that it was done."""
    return bool(deed.tells.search(text))
