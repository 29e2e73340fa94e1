"""What a question asks for: its aspect, read off the question words."""

import re
from enum import StrEnum
from functools import lru_cache


class Aspect(StrEnum):
    """The kind of fact a question wants; `TOPIC` when it names a subject only."""

    TOPIC = "topic"
    WHEN = "when"
    WHERE = "where"
    WHO = "who"
    HOWMANY = "howmany"
    COST = "cost"
    CONTACT = "contact"
    HOW = "how"
    WHY = "why"
    WHAT = "what"


@lru_cache(maxsize=256)  # each part of an answer asks for the same question
def aspect_of(text: str) -> Aspect:
    """The aspect asked for by normalised text; the most specific question word decides.

    Tone marks, silent letters and the usual misspellings of question words do not matter.
    """
    skeleton = _skeleton(text)
    return next((aspect for aspect, asked in _SIGNS if asked.search(skeleton)), Aspect.TOPIC)


def as_written(text: str) -> str:
    """Normalised text with "yes or no" as it is written, not as it is said: "ฟรีไหม" for "ฟรีมั้ย"."""
    return _SPOKEN.sub(lambda said: "หรือเปล่า" if said["or"] else "ไหม", text)


def wants_several(text: str) -> bool:
    """Whether normalised text asks for all there is: "มีวันไหนบ้าง", "ใครมาพูดบ้าง"."""
    return bool(_SEVERAL.search(text))


def wants_newest(text: str) -> bool:
    """Whether normalised text asks for the last of several: "ปีล่าสุด", "ครั้งหลังสุด"."""
    return bool(_NEWEST.search(text))


def wants_advice(text: str) -> bool:
    """Whether bare normalised text asks what had best be chosen: "ยี่ห้อไหนดี", "ที่ไหนถูกสุด", "ทำไงดี".

    "ที่ไหนดี" alone only asks where.
    """
    return bool(_ADVICE.search(_skeleton(text)))


def asks_still(text: str) -> bool:
    """Whether normalised text asks if something goes on: "ยังเปิดอยู่ไหม", "ยังมีหรือเปล่า"."""
    return bool(_STILL.search(as_written(text)))


def speaks_of_today(text: str) -> bool:
    """Whether normalised text says that it is of now: "ตอนนี้", "วันนี้"."""
    return bool(_TODAY.search(text))


def asks_hour(text: str) -> bool:
    """Whether normalised text asks for an hour: "กี่โมง"."""
    return bool(_ASKS_HOUR.search(text))


def focus_of(text: str) -> str:
    """The letters by which normalised text says what it asks for: "จังหวัด" in "มีจังหวัดไหนบ้าง".

    They stand before "อะไร" or "ไหน" and after "กี่", with no care where the word begins.
    """
    return " ".join(before or after for before, after in _FOCUS.findall(text))


BARE = 15  # letters of a question without a subject

# Parts of patterns: no ไซเบอร์ or เบอร์ลิน is a number, no โทรทัศน์ or เสื่อมโทรม a call, no เมลามีน mail,
# no ไมโครเวบ a site.
PHONE = (
    "(?<!ไซ)(?<!ไฟ)(?<!แคน)(?<!แฮม)(?<!ลิ)(?<!รี)เบอ(?!โร(?!ง)|ร์?(?:เกอ|รี(?!สอ)|ลิน|เคลี|มิวดา|คีน|กามอ))"
)
HOUR = "กี่ ?(?:โมง|ทุ่ม|นาฬิกา)"
CLOSED_DAY = "(?:(?<!เ)ปิด|หยุด)(?:ให้)?(?:บริการ|ทำการ)? ?(?:ทุก)?(?:วัน)+(?:ไหน|อะไร|ไร|ใด)(?:บ้าง)?"
NOW = "ตอนนี้|ปัจจุบัน|เดี๋ยวนี้|ทุกวันนี้|ขณะนี้"
MANY_COME = "(?:คน|ผู้)[ก-๙ ]{0,14}?เยอะ(?:แยะ)? ?(?:ไหม|มั้ย|มัย|ไม๊|(?:หรือ)?เปล่า|ป่าว|ป่ะ|เ?หรอ)"
CALL = "(?<!เม)(?<!เอส)โทร(?!คม|ทัศน|ทรรศน|ม(?![าีื])|เลข|โข่ง|อนโต|จิต|ภาพ|พิมพ์)"
FAX = "(?<!กา)แฟ็?[กซ]|โทรสาร|[Ff]ax"
SITE = "เว(?<!โครเว)(?:็บ|บ)(?!แอ|บอร|เบส)"
GIVES_MONEY = (  # the verb alone asks for a sum
    "บริจาค(?!เลือด|โลหิต|อวัยวะ|ร่าง|ดวงตา|ของ|สิ่ง|เครื่อง|หน้ากาก|อาหาร|น้ำ(?!ท่วม)|ถุง|เกล็ด|พลาสมา|ยา|คอม|หนังสือ)"
    "|สมทบ|ระดมทุน|ชดเชย|เยียวยา|อุดหนุน|ลงขัน|ร่วมทุน"
)
MAIL = "(?<!รถ)(?<!เรือ)(?<!แบล็ก)(?<!แบล็ค)เมล(?!็ด|อน|[าิื่]|เบิร์น)"

_TODAY, _ASKS_HOUR = re.compile(f"{NOW}|วันนี้"), re.compile(HOUR)
_SPOKEN = re.compile(
    "(?=[รหมไป])(?:(?P<or>(?:รึ|หรือ)(?:ป่าว|เปล่า))|มั้ย|มั๊ย|ไม๊|(?:ป่าว|ป่ะ|(?<!ศิล)(?<!พบ)(?<![โแเ])ปะ)$)"
)
_STILL = re.compile(
    "ยัง(?:คง)?(?!ไง)(?:[ก-๙]{0,14}? ?(?:อยู่|ได้)?) ?(?:ไหม|หรือเปล่า|หรือไม่|หรือป่าว)|เลิก(?:หรือ|รึ)ยัง"
    "|(?:เปิด|เริ่ม|ใช้|พร้อม|เสร็จ)(?:ให้|แล้ว|ใช้|บริการ|งาน|ได้){0,3}(?:หรือ|รึ)ยัง"
)
_NEWEST = re.compile("(?:ล่า|หลัง)สุด")
_SEVERAL = re.compile(  # or "who with whom", of two
    "(?:ไหน|ใคร|อะไร|ไร|ใด).{0,20}(?:บ้าง|มั่ง)|ใคร.{0,12}(?:มือ|แข่ง|คุย|หารือ|ตกลง|เซ็น|ลงนาม) ?กัน"
)
_FOCUS = re.compile("([ก-๙a-z]{1,9})(?:อะไร|ไหน|ใด|ไร|รัย|บ้าง)|(?:กี่|เท่าไหร่|เท่าไร) ?([ก-๙]{1,8})")
_KARAN = "\u0e4c"
_SILENCED = re.compile(f"[ก-ฮ][\u0e34\u0e38]?{_KARAN}")
_HEARD = (
    *(("ใ", "ไ"), ("ณ", "น"), ("ศ", "ส"), ("ษ", "ส")),
    *((mark, "") for mark in "\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c"),  # taikhu, tones, karan
)
# Words that hold the letters of a question word, with or without their tones. As in all patterns
# here, each way begins with a letter: only where one of these stands is any of them tried.
_OTHERS = re.compile(
    "ให้|ตั้ง|ใคร่|ตร?ะ?ไคร[้่]|ระ?ไคร[้่]|ะไคร[้่]|ไคร[้่]|ไคร(?=เมีย|ส)|กำไร|ไ(?<!อะไ)(?<!เท่าไ)(?<!เมื่อไ)ร[้่]"
    "|ไร(?=น้ำ|ฝุ่น|เดอร์|โบ)|บันได|ไดออก|ไดโน|ไดโอด|ไดร[ฟว]|คุ[ก๊้]*กี้|ฮอกกี้|สุกี้|วิสกี้|จ๊อกกี้|โบกี้|ร็อกกี้"
    "|ตะกี้|เมื่อกี้|สกี(?![ก-ฮ])|เจ็ตสกี|เอสกี|กีรติ|โลกี|ตุรกี|ปากี|คีร์กี|กีบ(?!า)|อย่างไรก็(?:ตาม|ดี)"
    "|ส่วน(?= ?(?:ไหน|ใด|อะไร|เท่า))|จำนวนมาก|สินค้า|โรคติดต่อ|ที่อยู่(?=อาศัย|ใน|กับ|ต่าง|ใกล้|บน)"
    "|แฟร์|ไซเบอร์|ไฟเบอร์|แคนเบอร์|แฮมเบอร์|ลิเบอร์|รีเบอร์|อันเดอร์เบอร์|พิตสเบอร์"
)
_BLOT = "ๆ"
# A word of which each of them holds one, found faster.
_MAY_BE_MISSPELT = re.compile(
    "ครไย|ครายย|ำมัย|ัมมัย|ำไม|ัมไม|รัย|ไรย|งไง|ัไง|งไย|งงาย|งัย|หไหร|รไหร|ลไหร|ืไหร|อไหร"
)
_MISSPELT = (
    (re.compile("คร(?:ัย|ไย|ายย)"), "ไคร"),
    (re.compile("(?:ทำ|ทัม|ธัม)(?:มัย|ไม)"), "ทำไม"),
    (re.compile("(?:อ?า?ะ)?(?<![ตท])(?:รัย|ไรย)"), "อะไร"),
    (re.compile("[ยญ]ั(?:งงัย|งไง|งไย|ไง|งงาย|งัย)|ยงไง"), "ยังไง"),
    (re.compile("ห[รล]?[ือ]*ไหร"), "ไหร"),
)


def _skeleton(text: str) -> str:
    """Text as it sounds, roughly: no tones, no silent letters, one sign for each sound."""
    bare = _flat(_OTHERS.sub(_BLOT, text))
    if _MAY_BE_MISSPELT.search(bare):
        for misspelt, word in _MISSPELT:
            bare = misspelt.sub(word, bare)
    return bare


def _flat(text: str) -> str:
    # "ได้" (can) would turn into "ใด" (which).
    flat = text.replace("ได้", "ด้าย")
    if _KARAN in flat:
        flat = _SILENCED.sub("", flat)
    for letter, sound in _HEARD:
        flat = flat.replace(letter, sound)
    return flat


def _sign(*parts: str) -> re.Pattern[str]:
    """A pattern for skeletons out of parts written in ordinary spelling."""
    return re.compile("|".join(map(_flat, parts)))


def _each(heads: str, tail: str) -> str:
    """Each of some beginnings with what follows it: ที่ไหน|ตรงไหน."""
    return "|".join(f"{head}{tail}" for head in heads.split("|"))


# Without its tone กี่ would stand in เกี่ยว, เกียรติ and กีฬา as well.
_COUNT = "กี่(?<!เกี่)(?!ฬา|ตา|ดกัน|ดขวาง|วี)"
_WHICH = "(?:ที่)?(?:ไหน|หนัย|ใด|อะไร|ไร)"
_HOW_MUCH = "เ(?:ท่า|ท้า|ถ้า)(?:อะ)?(?:ไหร่|ไหล่|ไร|ใด|หร่|หล่)"
_OR_NOT = "(?:ไหม|มัย|ไม๊|ป่าว|เปล่า|หรือไม่|หรือยัง|ป่ะ(?![ก-ฮ])|เ?หรอ)"
_PRICE = "ราคา(?<!ุปราคา)(?!พิเศษ(?!เท่า|กี่)|ประหยัด|ย่อมเยา)"
_NO_READING = (
    "(?!รังสี|ฝุ่น|ความ(?!เสีย)|อุณห|ออกซิเจน|น้ำตาล|สายตา|ดัชนี|pm|aqi|ph(?![a-z]))"  # measured, no price
)
_TIME = "วัน(?<!เนื่องในวัน)(?<!ประจำวัน)(?<!รางวัน)|เดือน(?<!เงินเดือน)|ปี|พ\\.?ศ\\.?|ตอน|ช่วง|เวลา|รอบ"
_PLACE = (
    "โรงแรม|รงแรม|รร|รพ|โรงพยาบาล|ห้าง|ตึก|อาคาร|ห้อง(?:ประชุม)?|ชั้น|สนาม|ลาน|สวน|ศูนย์ประชุม|หอประชุม|ฮอลล์|โรงยิม|เขื่อน|วิทยาเขต|จังหวัด|จว|อำเภอ|อำเพอ|ตำบล|ประเทศ|ประเทด"
    "|เมือง|ภาค|เขต|แขวง|แถว|ย่าน|ถนน|หมู่บ้าน|ศาล|สาน|สถานี|สะถานี|วัง(?<!หวัง)(?<!ระวัง)|วิดทะยาเขด"
)
_BODY = "คน|ท่าน|บริษัท|บร?ิ?สัด|มหาลัย|มหาวิทยาลัย|เจ้า|หน่วยงาน|กร?ะทรวง|กร?ะซวง|กรม|สำนัก|องค์กร|ทีม|แห่ง"
_BODY_NAMED = "บริษัท|มหาลัย|มหาวิทยาลัย|หน่วยงาน|องค์กร|สถาบัน|โรงพยาบาล|โรงเรียน"
_ON_SITE = f"(?:บน|ใน|ท้าย|หน้า){SITE}(?:ไซต์)?(?! ?(?:ไหน|อะไร|ใด|ชื่อ))"
_TELLS_OF_SITE = f"{SITE}.*(?:(?:ว่า|ทำ|เรื่อง)(?:อะไร|ไร)|{_COUNT})"
_DOER = "(?:ผู้|คน|เจ้า|ฝ่าย|จัด|ทำ|ดูแล|ใคร|ร่วม|รับ)"  # whose name is asked for, not what it is
_DOES = "(?:มา|เป็น|ได้|ทำ|ร่วม|ช่วย|ชนะ|ส่ง|รับ|คิด|ผลิต|พัฒนา|สร้าง|สอน|เปิด)"  # "ม.ที่ไหนมาช่วย"
_WON = "(?:รับ)?(?:ชนะ|แชมป์|ที่ ?(?:1|หนึ่ง)|รางวัล|เหรียญ|ถ้วย)"  # "โรงเรียนไหนได้แชมป์"
_THING = (
    "ดวง|แอป|แอพ|โครงการ|วัคซีน|พันธุ์|เครื่อง|หุ่นยนต์|หลักสูตร|เกม|ผลิตภัณฑ์|ดาวเทียม|โปรแกรม|เพจ|ระบบ|นิทรรศการ"
    "|สาร(?!คาม)|ยา(?!ย)|โรค|เชื้อ|แร่|ก๊าซ|นโยบาย|กิจกรรม|ค่าย|รางวัล|แคมเปญ"
    "|ทุน|กองทุน|สินเชื่อ|แผน(?!ก)|กฎหมาย|พ\\.?ร\\.?บ|ประกาศ|เว็บ|แพล็?ตฟอร์ม|ชุดตรวจ|กล้อง|ดาว|เรือ|รถ|สวน|อาคาร|ตึก|ผลงาน"
    "|ข้าว|ปลา|แมลง|พืช|ต้นไม้|เห็ด|ทุเรียน|ขนม|อาหาร|เพลง|รายการ|ช่อง|ภาพยนตร์"
    "|ศาล(?:เจ้า)?|วัด(?!ถุ|ผล|ค่า|ความ)|หมู่บ้าน|สะพาน|แม่น้ำ|เกาะ|ฟาร์ม|โรงงาน|พิพิธภัณฑ์|เทศกาล"
    "|ธีม|ตีม|แนวคิด|คอนเซ็?ป|สโลแกน|คำขวัญ|มาสคอต|หนังสือ|จรวด"
)
_SOMEBODY = "คน|ผู้|หัว|อาจารย์|หมอ|เจ้า|นัก|ของ|บริษัท|มหา|หน่วย|ใคร|โดย|กับ|ประธาน|ผอ"  # has a name too
_NAMED = (  # whose name is asked for, and not that of what a question begins with
    "(?:หัวหน้า|ประธาน|ผู้|นักวิจัย|อาจารย์|หมอ|ผอ|เจ้า|บริษัท|ทีม(?!า)|คน(?:ทำ|คิด|สร้าง|พัฒนา|ขาย|ดูแล|ออกแบบ))"
    "[ก-๙]{0,12}?"
)
_MAY_ONE = "(?:สมัคร|ร่วม|เข้า|ใช้|กู้|ขอ|ยื่น|เรียน|ลง|ไป|ดู|ชม)"
_DONE = (  # "ดูไง", no "ว่าไง" or "เป็นไง"
    "ทำ|ดู|เช็[คก]|รู้|แยก|สังเกต|ใช้|สมัคร|ไป|กิน|ทาน|จอง|แก้|เข้า|ส่ง|ซื้อ|โหลด|ลง|ติดตั้ง|วัด|ตรวจ|อ่าน|เปิด|ปิด|ต่อ|ยื่น|ขอ|เลือก|ป้องกัน|รักษา|เก็บ|ล้าง|ติดต่อ"
)
_BETTER = "(?:ถูก|คุ้ม|สวย|อร่อย|เด็ด|เร็ว|ปลอดภัย|ประหยัด|เหมาะ|ทน|แรง|ไว้ใจได้)"
_ADVICE = _sign(
    "(?:ยี่ห้อ|แบรนด์)(?:ไหน|อะไร|ไร|ใด)|น่า(?:ซื้อ|ใช้|ลงทุน)$",
    f"ไหน(?:ดี|{_BETTER})(?:ที่)?(?:กว่า|สุด|กัน)|ไหน{_BETTER}(?:ๆ)?$",
    "(?<!ที่)(?<!ตรง)ไหนดี$|(?:ไง|อย่างไร|อะไร|ไร)ดี$",
)
_SIGNS = (
    (Aspect.WHO, _sign("ใคร(?:เป็น)?(?:คน|ผู้)?(?:จัด)?(?:ทำ|สร้าง|พัฒนา|ดูแล)(?:เว็บ|เพจ|เบอร์)")),
    (
        Aspect.WHO,  # paid for it
        _sign(
            "(?:ทุน|งบ(?:ประมาณ)?|เงิน)(?<!ขอทุน)(?<!ขอเงิน)(?<!หาทุน)(?<!หาเงิน)(?<!กู้เงิน)(?<!ลงทุน)"
            "(?:วิจัย|ทำ|สนับสนุน)*(?:นี้)?(?:ได้|เอา)?(?:มา)?จาก(?:ที่)?ไหน"
        ),
    ),
    (
        Aspect.CONTACT,  # by another way
        _sign(
            "โทร(?!ทั|คม|ม|สัพ ?มือ)[ก-๙0-9 ]{0,40}?(?:ไม่(?:ค่อย)?ติด|ไม่มี(?:คน|ใคร)(?:มา)?รับ|ไม่รับสาย)"
        ),
    ),
    (Aspect.HOW, _sign("ทำ(?:ยังไง|อย่างไร|ไง)(?:คะ|ครับ|คับ|ดี|อะ| )*$")),
    (
        Aspect.WHAT,  # what a day, a number or an office is that is named
        _sign(
            "(?:คม|ยน|พันธ์|[0-9]) ?(?:นี้)? ?(?:เป็น|คือ)(?:อะไร|(?:วันสำคัญ|วัน|เบอร์|สาย)(?:อะไร|ไร|ไหน))",
            "(?:โทร|สายด่วน|เบอร์).{0,24}(?:ถาม|แจ้ง|ทำ)(?:เรื่อง)?(?:อะไร|ไร)",
            f"^(?![0-9]|.*{_DOER}).{{2,40}}คือ(?:{_BODY_NAMED}|กร?ะทรวง|กรม|สำนักงาน) ?{_WHICH}",
        ),
    ),
    (
        Aspect.WHEN,
        _sign(
            "กี่โมง|กี่ทุ่ม|กี่นาฬิกา|เมื่อ?(?:อะ)?(?:ไหร่|ไหล่|ไร|ใด|หร่)|เมื่อได",
            _each(_TIME, f"(?:ที่)? ?(?:{_HOW_MUCH}|{_WHICH})"),
            "วันเวลา|วัน(?:ที่)?จัด(?:งาน)?(?=.)|กำหนดการ|ช่วงเวลา|หมดเขต|ปิดรับ(?<!เปิดรับ)|เปิด-?ปิด|เวลาเปิด|เวลาทำการ",
        ),
    ),
    (
        Aspect.COST,
        _sign(
            "กี่ ?(?:บาท|บาด(?!แผล|เจ็บ)|ตัง|พันบาท|หมื่น|แสน|ล้าน)|ออกกี่ ?%",
            f"ฟรี ?(?:จ(?:ริ|ิ)ง(?:ๆ)?|เหมือน(?:กัน|เดิม)|ด้วย|อยู่|หมด|ใช่)? ?{_OR_NOT}",
            f"{_PRICE}[^ ]{{0,20}} ?{_HOW_MUCH}",
            _each(f"ค่า{_NO_READING}|งบ|เงิน|ตัง|ปรับ|ทุน|ละ|บัตร|จ่าย", f"[^ ]{{0,20}} ?{_HOW_MUCH}"),
            f"(?:{GIVES_MONEY})[ก-๙0-9 ]{{0,40}}? ?{_HOW_MUCH}",
            f"เงินกู้(?!.{{0,40}}(?:นาน|งวด|กี่)).{{0,40}}{_HOW_MUCH}",
            f"^(?:แล้ว)?งบ(?:ประมาณ)?(?!ดุล|การเงิน).{{1,40}}{_HOW_MUCH}",
            f"แพง ?(?:{_OR_NOT}|แค่ไหน|{_HOW_MUCH})",
            _each("เสีย|จ่าย|คิด|เก็บ", f"(?:เงิน|ตัง|ค่า)[^ ]{{0,20}} ?(?:{_OR_NOT}|{_HOW_MUCH})"),
        ),
    ),
    (
        Aspect.CONTACT,
        _sign(
            "เบอร์(?!รี|เกอ|ลิน|เคลี)|เมล(?:ไหน|อะไร)|รหัสไปรษณี|(?<!กา)แฟก|โทรสาร|อีเมล|อีเมว|e-?mail|สายด่วน",
            f"call ?center|คอลเซ็นเตอร์|^(?!.*(?:{_ON_SITE}|{_TELLS_OF_SITE})).*{SITE}",
            "ที่อยู่|ช่องทาง(?:การ)?ติดต่อ",
            _each("มี|ขอ|ทาง", MAIL),
            _each("แอด|ไอดี|ขอ|ทาง", "ไลน์(?!น)"),
            "โทร?(?:ไป)?(?:ถาม|สอบถาม|หา|ติดต่อ|จอง|แจ้ง|นัด)",
            "โทร(?:ศัพท์)?(?:ไป|หา|ที่|เบอ|ติด|ได้|สอบ|ถาม|ไหน|อะไร|$)|โทร ",
            f"ติดต่อ(?:ใคร|ได้|ที่|ทาง|ยังไง|อย่างไร|สอบ|{_WHICH}|$)",
            _each("แจ้ง|ร้องเรียน|สอบถาม|ข้อมูลเพิ่ม|รายละเอียดเพิ่ม", "[^ ]{0,20}(?:ที่|ทาง)ไหน"),
        ),
    ),
    (Aspect.HOWMANY, _sign(_COUNT)),
    (
        Aspect.WHO,
        _sign(
            f"(?:{_BODY_NAMED})[ก-๙]{{0,14}}ที่ไหน(?:บ้าง)?{_DOES}",
            f"(?:{_BODY_NAMED}|รร\\.?|ทีม|จังหวัด|ประเทศ) ?(?:ไหน|ใด|อะไร)"
            f"(?:ที่|เป็น|ได้|เคย|จะ|คว้า){{0,3}}{_WON}",
        ),
    ),
    (
        Aspect.COST,
        _sign(
            f"{_PRICE}|ค่า(?:เข้า|ใช้จ่าย|ธรรมเนียม|บริการ|สมัคร|ลงทะเบียน|ตั๋ว)",
            _each("เข้า|ชม|ไป|ใช้|เรียน", "ฟรี$"),
        ),
    ),
    (
        Aspect.WHERE,
        _sign(
            _each("ที่|ตรง|แถว|อยู่|ไป|จาก|ทำ", "ไหน"),
            "ที่ใด|ที่หนัย|สถานที่|พิกัด|โล[เแ][คก]ชั่?น|สาขา ?(?:ที่)?ไหน|ไปยังไง|ไปอย่างไร|เดินทาง",
            _each("จัด|อยู่", f"(?:กัน)?(?:มหาลัย|มหาวิทยาลัย|โรงเรียน|โรงพยาบาล) ?{_WHICH}"),
            _each(_PLACE, f"\\.?(?: ?{_WHICH}|(?:ที่)? ?{_HOW_MUCH})"),
        ),
    ),
    (Aspect.HOWMANY, _sign(f"จำนวน|{_HOW_MUCH}|มากน้อย|แค่ไหน|{MANY_COME}")),
    (
        Aspect.WHAT,
        _sign(
            f"(?:^|แล้ว|ว่า| )(?:{_THING})(?:(?!{_SOMEBODY})[ก-๙0-9 ]){{0,12}} ?ชื่อ(?:ว่า)?(?:อะไร|ไร)",
            f"^(?:{_THING})(?!.*(?:{_NAMED}) ?ชื่อ).{{1,80}}ชื่อ(?:ว่า)?(?:อะ)?ไร",
            f"ใคร(?:บ้าง)?(?:มีสิทธิ|{_MAY_ONE}[^ ]{{0,12}}ได้(?!รับ|รางวัล|ที่|เหรียญ|แชมป์|คะแนน|เงิน))",
        ),
    ),
    (
        Aspect.WHO,
        _sign(
            "ใคร|ผู้ใด|ตำแหน่ง(?:อะไร|ไร)",
            _each(_BODY, " ?(?:ไหน|ใด|อะไร)"),
            _each("ชื่อ|นามสกุล|นามสกุน", "(?:ว่า)?(?:อะไร|ไร)(?! ?ของ)"),
            _each("ดร\\.?|หมอ|อาจารย์", " ?(?:อะไร|ไร)"),
        ),
    ),
    (Aspect.WHY, _sign("ทำไม|เพราะ(?:อะไร|เหตุใด|ไร)|เหตุใด|สาเหตุ|เหตุผล|เพื่อ(?:อะไร|ไร)")),
    (
        Aspect.HOW,
        _sign(
            "ยังไง(?<!เป็นยังไง)(?<!ว่ายังไง)|อย่าง[ไใ](?<!เป็นอย่าง[ไใ])(?<!ว่าอย่าง[ไใ])[รด]",
            "วิธี|ขั้นตอน|ทางไหน",
            _each(_DONE, "(?:กัน|ได้|เอา)?ไง(?:ครับ|คับ|คะ|ค่ะ|อะ|นะ|ดี| )*$"),
            f"ต้องทำ(?:ไง|อะไร)|ต้องใช้(?:อะไร|เอกสาร)|ต้อง[^ ]{{1,30}}{_OR_NOT}",
        ),
    ),
    (Aspect.WHAT, _sign("อะไร|ไร(?!ว)|ไหน|ใด|แปลว่า|หมายถึง|คือ$", f"มี.{{2,60}}{_OR_NOT}")),
)
