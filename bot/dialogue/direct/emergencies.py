"""Messages that report a danger: which numbers to call, decided before anything is searched."""

import re
from collections.abc import Mapping
from enum import StrEnum

from bot.dialogue.phrases import made_of
from bot.knowledge.entries import EMERGENCY, KnowledgeBase, is_emergency
from bot.thai.frames import strip_frames
from bot.thai.normalise import normalise, squeeze
from bot.thai.tables import words


class Danger(StrEnum):
    """The kind of danger a message tells of."""

    RADIATION = "radiation"
    FIRE = "fire"
    HEALTH = "health"
    MIND = "mind"
    CRIME = "crime"
    DISASTER = "disaster"
    ANY = "any"


# Well-known national numbers, best first; only 1296 belongs to an agency of the ministry.
NUMBERS: dict[Danger, tuple[str, ...]] = {
    Danger.RADIATION: ("1296", "191", "1669"),
    Danger.FIRE: ("199", "191", "1669"),
    Danger.HEALTH: ("1669", "191"),
    Danger.MIND: ("1323", "1669"),
    Danger.CRIME: ("191", "1669"),
    Danger.DISASTER: ("1784", "1669", "191"),
    Danger.ANY: ("1296", "191", "199", "1669", "1323"),
}
_SHORT = 40  # letters of a message in which a leak alone is a report
_LIMIT = 120  # letters; nobody in danger writes more, a press release does

_EXPOSED = "(?:โดน|ถูก|สัมผัส|เปื้อน)(?:สาร)?รังสี(?!ยูวี|uv|เอ[กต็]|x|แดด|อาทิตย์|อินฟรา)"
_SIGN = (  # as whoever found it describes it
    "ใบพัด[ก-๙3]{0,16}(?:ม่วง|เหลือง)|(?:ม่วง|เหลือง)[ก-๙3]{0,16}ใบพัด|ใบพัด(?:สาม|3)แฉก"
)
_MACHINE = "(?:เอ็?กซ?ส?์?เรย?์?|xray|เครื่องฉาย(?:แสง|รังสี))"
_RADIATION = re.compile(
    "กัมมันตรังสี|กัมมันตภาพ|สารรังสี|รังสี(?:รั่ว|แพร่|ไหล)|(?:วัตถุ|แร่|ต้นกำเนิด)รังสี|นิวเคลียร์(?:รั่ว|ระเบิด)"
    f"|{_MACHINE}[ก-๙]{{0,12}}(?:รั่ว|ระเบิด|หาย|(?:ถูก|โดน)ขโมย)|{_EXPOSED}|โคบอลต์60|ซีเซียม|{_SIGN}"
    "|(?:ป้าย|รูป|ตรา|โลโก้|สัญลักษณ์|เครื่องหมาย)(?:เตือน)?รังสี"
)
_BURNS = (
    "ไฟ(?:ไหม้|ใหม้|ลุก)(?!ป่า)|เพลิงไหม้|แก[๊็]?ส(?:พิษ)?(?:ระเบิด|รั่ว)"
    "|(?:สารเคมี|คลอรีน|แอมโมเนีย|กรด)(?:รั่ว|ระเบิด|หก(?!ใส่|โดน|ชนิด|ตัว|ประเภท|อย่าง))"
)
_POISON = "สารเคมี|สารพิษ|ยาพิษ|ยาเบื่อ|ยาฆ่า(?:แมลง|หญ้า)|น้ำยา(?:ล้าง|ซัก|ฆ่า)[ก-๙]{0,8}|น้ำกรด|กรด|ด่าง"
_BATTERY = "(?:ก้อน)?ถ่าน(?:แบต(?:เตอรี่)?|กระดุม|นาฬิกา|ไฟฉาย)?|แบต(?:เตอรี่)?"
_SWALLOWED = (
    f"(?:กิน|กลืน|ดื่ม)(?:{_POISON}|{_BATTERY})(?!ได้|เป็น|อัน)"
    "|(?:สารเคมี|กรด|ด่าง)(?:หก|กระเด็น|สาด)?(?:เข้า|ใส่|โดน|รด)(?:ตา|หน้า|มือ|ตัว|ผิว|แขน|ขา)"
)
_SIGNS = (
    (Danger.RADIATION, _RADIATION),
    (Danger.MIND, re.compile("อยากตาย|ฆ่าตัวตาย|ไม่อยาก(?:มีชีวิต|อยู่แล้ว)|ทำร้ายตัวเอง|จบชีวิต")),
    (Danger.FIRE, re.compile(_BURNS)),
    (
        Danger.HEALTH,
        re.compile(
            "หมดสติ|หัวใจหยุด|หายใจไม่ออก|(?:คน|ลูก|แม่|พ่อ|ผู้ป่วย)ชัก|งูกัด|เลือด(?:ออก|ไหล)ไม่หยุด|รถ(?:ชน|คว่ำ|พยาบาล|กู้ชีพ)"
            f"|{_SWALLOWED}|คนเจ็บ|เจ็บหนัก|จมน้ำ|ไฟ(?:ดูด|ช็อต)คน|กินยา(?:เกิน|ฆ่า)"
        ),
    ),
    (
        Danger.CRIME,
        re.compile(
            "โจร(?:ปล้น|ขึ้น)?|ขโมยขึ้น|(?:ถูก|โดน)(?:ปล้น|ทำร้าย|ข่มขืน|จี้|ยิง|ข่มขู่)|มีคนมีปืน|ยิงกัน|เจอระเบิด|วางระเบิด"
        ),
    ),
    (Danger.DISASTER, re.compile("น้ำท่วม|น้ำป่า|แผ่นดินไหว|ดินถล่ม|ดินโคลนถล่ม|สึนามิ|ตึกถล่ม")),
)
# What is cried out and says no more than where, or of whom …
_CRIED = (
    (Danger.FIRE, re.compile(_BURNS)),
    (Danger.HEALTH, re.compile(_SWALLOWED)),
    (Danger.RADIATION, re.compile(_EXPOSED)),
)
_WHERE = words(
    """
    ที่ ใน หน้า หลัง ข้าง แถว ใกล้ บ้าน ข้างบ้าน โรงงาน โรงเรียน โรงแรม โรงพยาบาล มหาลัย
    มหาวิทยาลัย ห้อง ห้องแล็บ ห้องแลป ห้องแล็ป ห้องปฏิบัติการ แล็บ แลป ตึก อาคาร คอนโด ตลาด
    รถ รถบรรทุก ถัง ครัว สารเคมี พลาสติก ขยะ บ่อขยะ สาย สายไฟ กำลัง มี เกิด เกิดเหตุ เหตุ
    แจ้งเหตุ ใหญ่ หนัก แรง มาก ตอนนี้ อยู่ ขึ้น ลง ออกมา ไหล เต็ม พื้น ถนน ช่วย ช่วยด้วย ลูก
    เด็ก หลาน น้อง แม่ พ่อ ยาย ตา แฟน เพื่อน คน พนักงาน นักเรียน นักศึกษา เผลอ แอบ ดัน
    เข้าไป ลงไป ก้อน หมด ขวด
    """
)
# … somebody needs help now …
_CRY = re.compile(
    "ช่วยด้วย|ด่วน|ทำ(?:ไง|ยังไง|อย่างไร|อะไร)ดี|ต้องทำ(?:ไง|ยังไง|อย่างไร)|ต้องแจ้ง|แจ้ง(?:ใคร|ที่ไหน|เหตุ|เบอร์|ทางไหน|ไปที่ไหน)"
    "|แจ้ง[ก-๙]{1,12}(?:ที่ไหน|ทางไหน|เบอร์)|(?:อยาก|ต้องการ)(?:จะ)?แจ้ง(?!เตือน)"
    "|(?:โทร|ติดต่อ)(?:หา|แจ้ง|บอก)?(?:ใคร|เบอร?์?|ไหน|ที่ไหน|อะไร)|ขอความช่วยเหลือ|ฉุกเฉิน|เบอร์(?:อะไร|ไหน)|ขอเบอร์|ตอนนี้|ติดอยู่|ทำไง"
)
_FOUND = re.compile(
    "(?:เพิ่ง|เพิ่)?(?:เจอ|พบ|เก็บได้|จับ|สัมผัส|โดน|ขุดได้|ขุดเจอ|มีคนเจอ|เก็บของเก่า)"
    "|มี(?:กล่อง|ถัง|แท่ง|วัตถุ|ของ|ขวด|ลัง|กระป๋อง)[ก-๙]{0,24}(?:วาง|ทิ้ง|ตก|หล่น)"
)
# … or somebody asks about the news of one.
_NEWSY = re.compile(
    "ข่าว|ลงนาม|เซ็น|สัญญา|เตรียม|รับมือ|รายละเอียด|ซ้อม|ฝึก|อบรม|โครงการ|แผน|mou|ประชุม|สัมมนา|วิจัย|เมื่อ(?:ไหร่|ไร|ไห|วัน|ปี|เดือน)|วันไหน|ปีไหน|กี่|(?<!แจ้ง)(?<!หา)(?<!บอก)(?<!โทร)(?<!ติดต่อ)ใคร"
    "|จัดที่|ปี(?:25|20|แล้ว|ที่แล้ว)|หลักสูตร|นิทรรศการ|ใบอนุญาต|ขออนุญาต|สถิติ|เทคโนโลยี|แอป|ดาวเทียม|เครื่องวัด"
)
_BARE = re.compile(
    "(?:เบอร์|สายด่วน|เหตุ|แจ้งเหตุ|โทร|กรณี|กด)*(?:ฉุกเฉิน|เหตุด่วนเหตุร้าย|1296|191|199|1669|1784)"
    "(?:คือ|เบอร์|อะไร|โทร|ไหน|ที่)*(?:ครับ|ค่ะ|คะ)?"
)
_HELP = re.compile("(?:ใครก็ได้)?ช่วย(?:ผม|หนู|เรา|ฉัน|ที|ด้วย)*ด้วย(?:ครับ|ค่ะ|คะ)?")


def danger_in(text: str) -> Danger | None:
    """The danger that a squeezed message reports; None when it only speaks about one."""
    if len(text) > _LIMIT:
        return None
    if "1296" in text and _BARE.fullmatch(text):
        return Danger.RADIATION
    if _BARE.fullmatch(text) or _HELP.fullmatch(text):
        return Danger.ANY
    if _NEWSY.search(text):
        return None
    return next((danger for danger, sign in _SIGNS if _reports(text, danger, sign)), None)


def alarms_taught(knowledge: KnowledgeBase) -> Mapping[str, Danger]:
    """The wordings that were taught to report a danger, as `without_courtesies` has them."""
    return {
        without_courtesies(text): Danger(key.removeprefix(EMERGENCY))
        for key, wordings in knowledge.taught.items()
        if is_emergency(key) and key.removeprefix(EMERGENCY) in set(Danger)
        for text in wordings
    }


def without_courtesies(text: str) -> str:
    """A text in one spelling, squeezed, without what is said around it."""
    return squeeze(strip_frames(normalise(text)))


def _reports(text: str, danger: Danger, sign: re.Pattern[str]) -> bool:
    if not sign.search(text):
        return False
    if any(danger is cried and made_of(text, core, _WHERE) for cried, core in _CRIED):
        return True
    if danger is Danger.MIND or _CRY.search(text):
        return True
    found = bool(_FOUND.search(text)) or ("รั่ว" in text and len(text) <= _SHORT)
    return danger is Danger.RADIATION and found
