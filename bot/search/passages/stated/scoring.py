"""How well a fact in the front matter answers, by its label, its kind and what it counts."""

import re

from bot.search.folding import covered, fold
from bot.search.passages.units import same_units
from bot.thai.names import Names
from bot.thai.normalise import squeeze
from bot.thai.questions import CALL, PHONE, Aspect

_KIND = 0.15  # for a label that names the kind of fact asked for
_UNIT = 0.35  # for a value counted in the unit asked for
_WHOLLY = 0.95  # of a label's letters
_PART, _OTHER = 0.65, 0.5  # for a label without a kind that is said whole, "ภาคใต้", or in part
_DEFINES = re.compile("(คือ)(?:อะไร|ใคร)?$|(มี)$")
_KINDS = {  # the first syllable of a label, if it only names the kind
    Aspect.WHEN: re.compile("เวลา(?=[ก-ฮเแโใไ])"),
    Aspect.HOWMANY: re.compile("ความ|น้ำ(?=หนัก)|ระยะ(?=เวลา|ทาง)"),  # "ความยาวคลิป" by "คลิปยาว"
    Aspect.WHO: re.compile("ผู้(?=[ก-ฮเแโใไ])"),
}
_HOW_MANY, _WHO, _WHETHER = fold("กี่"), "ใคร", fold("ไหม")
_TAKES_IN = re.compile("(?:ปิด|เปิด|^)รับสมัคร|หมดเขต|(?:ปิด|เปิด)รับ")  # these are days
_UNASKED = {  # kinds of facts that do not answer such a question
    Aspect.TOPIC: (Aspect.WHEN, Aspect.COST, Aspect.HOWMANY),
    Aspect.WHAT: (Aspect.WHEN,),
}
_UNIT_LETTERS = 2  # the asked unit runs into the next word; its beginning tells it apart
COUNTED = re.compile("[0-9๐-๙] ?([ก-ฮเแโใไ][ก-๙]{1,11})")
_HOW_MUCH = re.compile("(?<=[ก-๙]{3})(?:เท่าไห?ร่?|กี่บาท)$")
_ASKS_IT = {  # question words that may also stand in a label
    Aspect.WHY: re.compile("ทำไม|เพราะ(?:อะไร|เหตุใด)"),
    Aspect.WHEN: re.compile(
        "(?<=[ก-๙]{3}) ?(?:เมื่อไห?ร่?|(?:วัน|เดือน|ปี|ตอน)(?:ที่)?(?:ไหน|ใด|อะไร|เท่าไห?ร่?))$"
    ),
    Aspect.COST: _HOW_MUCH,
    Aspect.HOWMANY: _HOW_MUCH,
}
REASON = re.compile("เพื่อ|เนื่อง(?:จาก|ด้วย)|เพราะ|ด้วยเหตุ|สืบเนื่อง")  # a reason begins with one
CLOCK = re.compile(
    "[0-9๐-๙][.:][0-9๐-๙]{2}|นาฬิกา|โมง(?!ค)|(?<!กระ)ทุ่ม(?!เท|ทุน|งบ)|เที่ยง(?!ตรง|ธรรม|แท้)|ชั่วโมง"
)
LABELS = {
    Aspect.WHEN: re.compile(
        "(?<!ไต้ห)(?<!ตะ)(?<!ค)วัน|เวลา|(?<!เงิน)เดือน|(?<!เ)ปี(?!่|ก(?![่าำ])|น(?!ี))|กำหนด|ช่วง|ตอนไหน|เมื่อไห?ร่?"
    ),
    Aspect.WHERE: re.compile("สถานที่|ที่ตั้ง|จังหวัด|ห้อง|ที่จัด|ที่อยู่|พื้นที่|(?:ที่|ตรง|อยู่)ไหน"),
    Aspect.WHO: re.compile("ผู้|ประธาน|(?<![โแเ])คน(?!ิ)|หน่วยงาน|รัฐมนตรี|วิทยากร|ใคร|เจ้าของ"),
    Aspect.HOWMANY: re.compile(
        "จำนวน|(?<!เ)กี่|ผู้เข้าร่วม|เป้าหมาย|อัตรา|ขนาด|^(?:ความ(?:ยาว|สูง|กว้าง|ลึก|เร็ว|จุ)|น้ำหนัก|ระยะ(?:เวลา|ทาง|ห่าง)|อุณหภูมิ)"
    ),
    Aspect.COST: re.compile("(?<!คุณ)ค่า(?!ย)|(?<!ุป)ราคา|(?<![ก-๙])งบ|งบประมาณ|(?:ใช้|วง)งบ|เงิน|ทุน"),
    Aspect.CONTACT: re.compile(f"{CALL}|{PHONE}|อีเมล|เว็บ|ติดต่อ|แฟกซ์|สายด่วน|ช่องทาง|ที่อยู่"),
    Aspect.WHY: re.compile("เหตุ|จุดประสงค์|วัตถุประสงค์|เพื่อ|ที่มา|ทำไม"),
    Aspect.HOW: re.compile("วิธี|ขั้นตอน|การสมัคร|ช่องทาง"),
}


def agreement(label: str, value: str, aspect: Aspect, question: str) -> float:
    """How well a fact answers: by its label's letters, its kind, and the unit it counts in.

    A definition answers only a question for one: "คลินิกเทคโนโลยีคือ". The first syllable of a label
    that names its kind may be left out: "เวลาฉายรอบ" by ฉาย, "ผู้แต่งตั้ง" by ตั้ง.
    """
    if aspect is Aspect.WHO and _WHO not in label:
        question = question.replace(fold(_WHO), "|", 1)
    sign = LABELS.get(aspect)
    of_days = aspect is Aspect.WHEN and _TAKES_IN.search(label)
    fits = bool(of_days or (sign and sign.search(label)))
    if aspect is Aspect.WHY and not (fits or REASON.match(value)):
        return 0.0  # it is no reason
    counted = aspect is Aspect.HOWMANY and _counts_in(value, question)
    if _is_of_kind_unasked(label, aspect, question):
        return 0.0  # a number or a price is no yes or no, and a day is no thing
    defines = _DEFINES.search(label)
    if defines and fold(defines[defines.lastindex or 0]) not in question:
        return 0.0
    cover = covered(_ASKS_IT[aspect].sub("", label) if aspect in _ASKS_IT else label, question)
    kind = _KINDS[aspect].match(label) if aspect in _KINDS else None
    if kind and (aspect is not Aspect.WHEN or CLOCK.search(value)):
        cover = max(cover, covered(label[kind.end() :], question))
    if sign and not fits and not counted:
        cover *= _PART if cover >= _WHOLLY else _OTHER
    return cover + _KIND * fits + _UNIT * counted


def _is_of_kind_unasked(label: str, aspect: Aspect, question: str) -> bool:
    """Whether a label is about a day, price or number, and the folded question is not."""
    if aspect is Aspect.WHAT and _WHETHER in question:
        return False
    kinds = filter(None, (LABELS[kind].search(label) for kind in _UNASKED.get(aspect, ())))
    # ค่า is not in "เข้า", though they sound alike.
    return not all(re.search(f"(?<!เ){fold(kind[0])}", question) for kind in kinds)


def _counts_in(value: str, question: str) -> bool:
    """Whether a number in the value is followed by the unit after the folded question's "กี่"."""
    # Folded behind กี่: there the first letter of a unit sounds like the end of a syllable.
    told = [squeeze(unit) for unit in COUNTED.findall(value)]
    others = (other for unit in told for other in same_units(Names.load().cut(unit)[0]))
    alike = any(fold(f"กี่{unit}")[: len(_HOW_MANY) + _UNIT_LETTERS] in question for unit in told)
    return alike or any(fold(f"กี่{unit}") in question for unit in others)
