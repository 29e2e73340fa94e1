"""Whether a fact in the front matter is of the type that a question asks for."""

import re

from bot.search.folding import fold
from bot.search.passages.acts import WEEKDAY, act_asked, does
from bot.search.passages.amounts import asked_unit, counts_in
from bot.search.passages.counted import counts_other_doers
from bot.search.passages.days import ASKS_DATE, ASKS_YEAR, LONG_MONTH, SHORT_MONTH, asks_until
from bot.search.passages.people.agents import asks_closing, asks_opening
from bot.search.passages.people.prizes import is_ranked_otherwise
from bot.search.passages.prices import GAINS, asks_fee, asks_gain, is_sum
from bot.search.passages.rounds import is_of_other_round
from bot.search.passages.stated.scoring import CLOCK, COUNTED, LABELS
from bot.search.passages.stated.states import is_state
from bot.search.passages.units import counts_other_measure, is_of_other_scale
from bot.search.query import Query
from bot.thai.questions import HOUR, Aspect

_CLOSES = re.compile("(?<!เ)ปิด")
_ASKS_EVENT = re.compile("(?:งาน|กิจกรรม|ประชุม|มหกรรม|เทศกาล|พิธี)(?:ชื่อ)?(?:ว่า)?(?:อะไร|ไร)")
_BEGINS = re.compile("^(?:วัน(?:ที่)?)?(?:เปิด(?!รับ)|เริ่ม)|ครั้งแรก")
_DATED = re.compile(f"{LONG_MONTH}|{SHORT_MONTH}|2[45][0-9]{{2}}")
_WHO_MAY = re.compile("ใคร(?:ที่|จะ|ก็)?(?:สมัคร|ขอ|ยื่น|ลงทะเบียน|เข้าร่วม|ส่ง|กู้|ใช้)[ก-๙]{0,8}?ได้")
_WHERETO = re.compile("(?:ที่|ทาง|ผ่าน|กับ)$")
_YEARLY = re.compile("ปี(?:ที่)?(?:เปิด|ก่อ|ตั้ง|เริ่ม|สร้าง)")
_ASKS_DAY = re.compile(f"วัน(?:ไหน|ใด|อะไร|ที่เท่า)|{HOUR}")
MUTE = re.compile("^(?:ข่าว|ต้นฉบับ)? ?ไม่(?:ได้)?(?:บอก|ระบุ)")  # and nothing else
_SILENT = re.compile(f"{MUTE.pattern}|^ยัง(?:ไม่(?:มี|พบ)|ยืนยัน)")
_ASKS_CLOCK = re.compile(  # folded
    f"กิโมง|กิทุม|(?<!{fold('ช่วง')})(?<!{fold('ระยะ')})เวลา"
)
_ASKS_FEAST, _FEAST = fold("วันไหน"), re.compile("วัน(?!ที่|ละ)[ก-ฮ]")  # "วันตรุษอีดิ้ลฟิตรี"
_ASKS_LEAVE = re.compile("(?:ขอ|กู้|ยืม|เบิก|สมัคร).*ได้ ?(?:ไหม|หรือ)")
_ATTRIBUTE = re.compile("(สี|ยี่ห้อ|แบรนด์|รุ่น|ภาษา|พันธุ์|รส|กลิ่น|ไซส์|วัสดุ|ธนาคาร) ?(?:อะไร|ไหน|ใด|ไร(?!่))")
_MEASURE = "[0-9๐-๙][0-9๐-๙,.]* ?(?:ล้าน)?(?:วัน|เดือน|ปี|ชั่วโมง|บาท|ครั้ง|%)"  # no person, and no place
# The form that a value must have; a label alone may promise too much.
_FORMS = {
    Aspect.WHEN: re.compile(
        f"{LONG_MONTH}|[0-9๐-๙] ?{SHORT_MONTH}|{SHORT_MONTH} ?[0-9๐-๙]"
        "|2[45][0-9]{2}|[0-9] ?(?:น\\.|นาฬิกา|โมง|วัน|เดือน|ปี|ชั่วโมง)|ทุก"
    ),
    Aspect.HOWMANY: re.compile(
        "[0-9๐-๙]|หนึ่ง|สอง|สาม(?![ัิี]|ารถ)|(?<!เ)สี่|ห้า(?![มง])|(?<!สา)หก(?!ร|ล้ม)|เจ็ด|แปด|เก้า(?!อี้)|สิบ"
        "|(?<!เรียบ)ร้อย(?!เอ็ด)|(?<!สัม)(?<!ผูก)พัน(?!ธ|เอก|ตรี|โท)"
    ),
    Aspect.COST: re.compile(
        "บาท|ฟรี|ไม่(?:เสีย|มี|คิด)ค่า|%|ร้อยละ|ล้าน(?! ?(?!เหรียญ|ดอลลาร์|ยูโร|เยน|หยวน)[ก-ฮเแโใไ])"
    ),
    Aspect.WHO: re.compile(  # a number alone is nobody, nor is a site
        "^(?!https?:|[^ ]+\\.(?:th|com|org|net)\\b)"
        "(?![0-9๐-๙][0-9๐-๙,.]*(?: ?ล้าน)? ?[^ 0-9๐-๙]+(?: ?(?:ใน|ต่อ|ภายใน) ?[0-9๐-๙]* ?[^ ]+)?$)"
        f"(?!{_MEASURE})"
    ),
    Aspect.WHERE: re.compile(f"^(?!{_MEASURE}|[0-9๐-๙,.]+ ?(?:คน|แห่ง)|0[0-9 -]{{7}})"),
    Aspect.CONTACT: re.compile("[0-9๐-๙]{3}|@|www|http|[Ff]acebook|เพจ|\\.(?:th|com|org|net)\\b"),
}
_LAST, _FROM = re.compile("ถึง|ปิด|หมดเขต|ภายใน"), re.compile("[-–]|ตั้งแต่")
_OF_TIME = "(?:วัน|สัปดาห์|เดือน|ปี|ชั่วโมง|นาที)"
_LENGTH = re.compile(f"(?:ไม่เกิน|ประมาณ|กว่า)? ?[^ก-ฮ]*{_OF_TIME}")
_ASKS_LENGTH = re.compile("กี่|นาน|เวลา|ระยะ|อายุ")
_LONG = re.compile(f"กี่ ?{_OF_TIME}")
_ASIDE = re.compile(" ?\\([^()]*\\)")
_TIMES = tuple(  # what is asked for, and what answers it
    (asks, re.compile(f"{tells}|{_SILENT.pattern}"))
    for asks, tells in (
        (ASKS_YEAR, "2[45][0-9]{2}|ปี ?[0-9]|ทุก"),
        (
            ASKS_DATE,
            f"{LONG_MONTH}|{SHORT_MONTH}|2[45][0-9]{{2}}|ปี ?[0-9]|ทุก|ก่อน|หลัง|ภายใน|วันที่|{WEEKDAY}",
        ),
        (
            re.compile("ครั้งแรก|เริ่มเปิด|ตั้งแต่(?:เมื่อ|ปี|วัน)"),
            f"{LONG_MONTH}|{SHORT_MONTH}|2[45][0-9]{{2}}",
        ),
        (re.compile(HOUR), "[0-9๐-๙][.:][0-9๐-๙]{2}|นาฬิกา|(?<!ชั่ว)โมง|ทุ่ม|เที่ยง|24 ?ชั่วโมง|ตลอด"),
    )
)


def may_answer(label: str, value: str, query: Query) -> bool:
    """Whether a fact has the form asked for, and the act, kind, attribute or round if there is one.

    "24 ชั่วโมง" is no year, and no day.
    """
    if not has_form(value, query) or is_of_other_round(label, query):
        return False
    if query.aspect is Aspect.WHEN and asks_until(query) and _tells_no_end(label, value):
        return False
    whereto = _WHO_MAY.search(query.clean) and _WHERETO.search(label)  # no person
    if whereto or _is_no_time(value, query) or _is_no_leave(value, query):
        return False
    attribute = _ATTRIBUTE.search(query.clean)
    if attribute and attribute[1] not in f"{label} {value}":
        return False
    return _tells_act(label, value, query) and not _is_of_another_kind(label, value, query)


def _tells_no_end(label: str, value: str) -> bool:
    """Whether a fact gives the beginning, or no date at all: "ปิดวันจันทร์"."""
    said = _ASIDE.sub("", value)
    return bool(_BEGINS.search(label)) or not (_DATED.search(said) or _SILENT.search(said))


def _is_no_time(value: str, query: Query) -> bool:
    """Whether a day, year or hour is asked for, and a value is something else: a length."""
    said = _ASIDE.sub("", value)
    if query.aspect is not Aspect.WHEN or not (COUNTED.search(said) or CLOCK.search(said)):
        return False
    return any(asks.search(query.clean) and not tells.search(said) for asks, tells in _TIMES)


def _is_no_leave(value: str, query: Query) -> bool:
    """Whether it is asked if one may have something, "ขอเงินได้ไหม", and a value is a sum."""
    asked = query.aspect is Aspect.TOPIC and _ASKS_LEAVE.search(query.as_written)
    return bool(asked) and bool(_FORMS[Aspect.COST].search(value))


def has_form(value: str, query: Query) -> bool:
    """Whether a value looks like what is asked for, or says that it is not known."""
    clock = query.aspect is Aspect.WHEN and _ASKS_CLOCK.search(query.sounds)
    form = CLOCK if clock else _FORMS.get(query.aspect)
    if query.aspect is Aspect.WHEN and _ASKS_FEAST in query.sounds and _FEAST.match(value):
        return True
    return form is None or bool(form.search(value) or _SILENT.search(value))


def counts_otherwise(label: str, value: str, query: Query) -> bool:
    """Whether a value counts something, but not in the unit asked for: litres for "กี่ไร่".

    So does a length of time, "ปลอดดอกเบี้ยกี่ปี", for "ดอกเบี้ยเท่าไหร่".
    """
    if query.aspect is not Aspect.HOWMANY:
        return False
    if counts_other_doers(label, query):
        return True
    if unit := asked_unit(query):
        counted = counts_in(value, unit) and not is_of_other_scale(value, [unit], query)
        return bool(COUNTED.search(value)) and not counted
    if counts_other_measure(value, query):
        return True
    return bool(_LONG.search(label)) and not _ASKS_LENGTH.search(query.clean)


def is_of_the_act(label: str, query: Query) -> bool:
    """Whether a label names the act whose day is asked for: "ส่งคลิปได้ถึง" for "สมัครถึงเมื่อไหร่"."""
    act = act_asked(query)
    return act is not None and not act.names_object and does(label, act)


def _tells_act(label: str, value: str, query: Query) -> bool:
    """Whether a fact mentions the act whose day is asked for, if there is one: "ปิดรับ"."""
    act = act_asked(query)
    if act and act.first and _LAST.search(label) and not _FROM.search(value):
        return False
    return act is None or does(f"{label} {value}", act)


def _is_of_another_kind(label: str, value: str, query: Query) -> bool:
    """Whether a fact is of a kind that the question does not want.

    A sum for a fee, a year for a day, no state for "ยังมีไหม", nothing gained for "ได้กี่บาท", the
    second for the winner, who closed for who opened, anybody for "งานอะไร".
    """
    of_event = query.aspect is Aspect.WHAT and _ASKS_EVENT.search(query.clean)
    if is_ranked_otherwise(label, value, query) or (of_event and LABELS[Aspect.WHO].search(label)):
        return True
    if asks_closing(query) or asks_opening(query):
        return bool(_CLOSES.search(label)) is not asks_closing(query)
    if query.asks_still:
        return not is_state(f"{label} {value}")
    if asks_gain(query):
        return not GAINS.search(label)
    if query.aspect is Aspect.WHEN and _YEARLY.match(label):
        return bool(_ASKS_DAY.search(query.clean))
    return query.aspect is Aspect.COST and asks_fee(query) and is_sum(value)


def lasts(value: str, query: Query) -> bool:
    """Whether a value is a length of time and the question wants a day: "เมื่อไหร่"."""
    return query.aspect is Aspect.WHEN and bool(
        _LENGTH.fullmatch(value.strip()) and not _ASKS_LENGTH.search(query.clean)
    )
