"""Sums of money in a text, their kinds, and whether a fee, a budget or a gain is asked for."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import chain

from bot.knowledge.words import any_of, shipped_lists
from bot.search.passages.amounts import NUMBER, NUMBER_WORDS
from bot.search.passages.units import WORD_AT_END
from bot.search.query import Query, asks_for, reading
from bot.search.ranking import Candidate
from bot.thai.names import Names
from bot.thai.patterns import predicate
from bot.thai.questions import GIVES_MONEY

_MONEY = re.compile(
    f"(?:(?:จำนวน|มูลค่า|วงเงิน|งบประมาณ|ราคา|ละ|ปรับ|ไม่เกิน|กว่า|ประมาณ)\\s*){{0,3}}{NUMBER}\\s*"
    f"(?:(?:บาท\\s*)?(?:[-–]|(?:ไป)?(?:จน)?ถึง)\\s*{NUMBER}\\s*)?"
    "(?:(?:พัน|หมื่น|แสน|ล้าน)*\\s?(?:บาท|(?:เหรียญ|ดอลลาร์)(?:สหรัฐ(?:ฯ|อเมริกา)?)?|ยูโร|เยน|หยวน)|%|เปอร์เซ็นต์)(?:/\\S+)?"
)
_SPOKEN_SUM = re.compile(
    f"(?:(?:นับ|หลัก|หลาย|กว่า|ร่วม|เกือบ|ประมาณ|ราว) ?)+(?:{NUMBER_WORDS}){{1,4}} ?บาท"  # "นับแสนบาท"
)
_EACH_OF = "(?<!แ)(?<!ร้อย)ละ"
_PER = "(?:(?<!ติด)ต่อ(?!อายุ|ภาษี|ทะเบียน|สัญญา|เติม|ยอด|เนื่อง|จาก|ไป|มา)|/)"
_ROUGHLY = (
    "ไม่(?:เกิน|ต่ำกว่า|น้อยกว่า)|ประมาณ|กว่า|ราว|เกือบ|เพียง|แค่|อย่างน้อย|สูงสุด|จำนวน|ถึง|เป็นเงิน|มูลค่า|ราคา"
)
asks_each = asks_for(  # what one of many gets or costs: "คนละกี่บาท"
    f"[ก-๙]{{2}}{_EACH_OF} ?(?:กี่|เท่า|ประมาณ)|{_PER} ?[ก-๙]{{2,8}}(?:กี่|เท่า)"
)
tells_each = predicate(  # an amount for one of many: "ลูกละ 3 บาท", "9,000 บาทต่อคน"
    f"{_EACH_OF} ?(?:(?:{_ROUGHLY}) ?){{0,2}}(?:[0-9๐-๙]|{NUMBER_WORDS})"
    f"|(?:[0-9๐-๙]|{NUMBER_WORDS})\\s?(?:{NUMBER_WORDS}){{0,6}}\\s?(?:{NUMBER_WORDS}|บาท)\\s?{_PER}"
)
_SHARED = re.compile(f"(?:[0-9๐-๙]|{NUMBER_WORDS}) ?[ก-ฮเแโไใ][ก-๙]{{0,13}}? ?{_PER}")
_EACH_LETTERS = 20
_SELLS = re.compile("ขายได้|(?:ราคา|ขาย)ส่ง|(?:หน้า|จาก)สวน|รับซื้อ")  # the grower sells
_RETAIL, _RETAIL_LETTERS = "ปลีก", 30
_LA = re.compile("ละ ?[0-9๐-๙]")
_ASKS_SUM = re.compile("ลงทุน|มูลค่า|รางวัล")
FEES = re.compile(  # what visitors pay
    "(?<!คุณ)ค่า(?:เข้า|สมัคร|ลงทะเบียน|ใช้จ่าย|ธรรมเนียม|บริการ|อบรม|โทร|ตรวจ|วิเคราะห์|ทดสอบ|สอบเทียบ|เช่า|เรียน"
    "|เทอม|ตั๋ว|บัตร|สอบ)|(?<!ุป)(?<!คา)ราคา|ฟรี"
)
_SPENT = re.compile(
    "ใช้ ?(?:เงิน|งบ|ทุน)|เป็นเงิน|สูงสุด|(?:ช่วย|ชดเชย|เยียวยา|อุดหนุน)[^ ]{0,10}? ?(?:เท่า|กี่)"
)
asks_total = asks_for(  # the sum of all, and nothing else: "งบเท่าไหร่"
    "^(?:แล้ว)?(?:(?:ใช้|มี|ให้|วง|เป็น) ?)?(?:เงิน|งบ(?:ประมาณ)?|ทุน|มูลค่า)(?:ทั้งหมด|รวม)? ?"
    "(?:เท่าไ|เท่าใด|กี่ ?(?:บาท|ล้าน))"
)
tells_total = predicate(  # what was spent, or it is worth: "วงเงิน 500 ล้านบาท"
    "(?:งบ|วงเงิน|มูลค่า|(?:ใช้|เป็น|จำนวน)เงิน|ลงทุน)[^0-9๐-๙\n]{0,30}[0-9๐-๙][0-9๐-๙,.]*"
    " ?(?:(?:พัน|หมื่น|แสน|ล้าน) ?)*(?:บาท|ดอลลาร์|เหรียญ|ยูโร|เยน|หยวน)"
)
asks_gain = asks_for(  # how much one gets, and nothing else: "ได้กี่บาท"
    "^(?:แล้ว|จะ|เรา|(?:ผู้?|คน|ทีม)?(?:ที่)?ชนะ(?:เลิศ)?|(?:คน|ทีม)?(?:ที่|อันดับ) ?[1-5]|เขา|เค้า| )*"
    "(?:ได้|ให้|แจก|รับ|ช่วย|สนับสนุน|อุดหนุน|จ่ายให้)"
    "(?:รับ|มา|เงิน|ตัง(?:ค์)?|ทุน|รางวัล|สูงสุด|คนละ|ทีมละ|ไป| )*"
    "(?:กี่ ?(?:บาท|ตัง|พัน|หมื่น|แสน|ล้าน)|เท่าไ|เท่าใด)"
)
GAINS = re.compile(  # what somebody gets
    "วงเงิน(?!ที่เตรียม)|ค่าจ้าง|ค่าตอบแทน|(?<!ดอก)เบี้ย|เงินเดือน|รางวัล|เงิน(?:ช่วย|สนับสนุน|อุดหนุน|ให้เปล่า)"
    "|(?<!ลง)(?<!กอง)(?<!มีเงิน)ทุน(?!นิยม)"
)
_GIVEN, _GIVEN_LETTERS = (  # with no word for spending behind
    re.compile(
        f"(?:{GAINS.pattern}|ได้รับ|ชนะ|สูงสุด|(?:คน|ราย|ทีม|โครงการ|ตำบล|เดือน|วัน|ปี)ละ)"
        "(?!.*(?:งบ|ลงทุน|ใช้(?:เงิน|จ่าย)|รายได้|ยอดขาย))"
    ),
    40,
)
_GIVES = re.compile(GIVES_MONEY)
_PAYS, _PAID_LETTERS = re.compile("จ่าย|ชดใช้|ใช้คืน|ชำระ|ค่าปรับ|ปรับเป็น"), 20
_ASKS_IF_FREE = re.compile(
    "(?:ฟรี|เสีย(?:เงิน|ตัง(?:ค์)?))(?:จริง)?(?:ๆ)?(?:หรือ|รึ)?(?:ไหม|มั้ย|มัย|ป่าว|เปล่า|ปะ|ป่ะ)"
)
_ASKS_FREE = re.compile("ฟรี|(?:เสีย|จ่าย)(?:เงิน|ตัง(?:ค์)?|ค่า)")
_UNLIKELY = 0.1  # likeness of a sum for something else
_LESS = 0.6  # at most, of a sum of no kind, where another is of the kind asked for
is_sum = predicate(  # larger than any fee: the budget of a scheme
    "ล้าน|[0-9],[0-9]{3},"
)
_BUDGET = "งบ"
_FREE = re.compile(
    "(?:โดย)?ไม่(?:ต้อง)?(?:เสีย|มี|คิด|เก็บ|เรียกเก็บ|จ่าย)ค่า(?:ใช้จ่าย|เข้า|บริการ)?[^ ]{0,20}(?: ใด ๆ)?"
    "|(?P<waived>(?:งดเก็บ|งดเว้น|ยกเว้น|ยกเลิก)ค่า)[^ ]{0,20}|ฟรี(?:(?!จำนวน|รวม|กว่า|กับ|โดย)[^ ]){0,20}"
)
# Fees that are free only where the text names them.
_BESIDE = re.compile("ค่า(เช่า|ปรับ|ที่พัก|เดินทาง|รถ|น้ำ|ไฟ|ขนส่ง|ส่ง|อาหาร|แผง|จอด)")
_BESIDE_LETTERS = 40
_KIND_LETTERS = 48  # before a sum, with its kind: lent, spent, earned, saved or lost
_TAKEN_OFF = re.compile("ลด(?!.*เหลือ)[^0-9๐-๙\n]{0,40}$")
_A_NUMBER = re.compile("[0-9๐-๙]")  # what stands before another number belongs to that


@reading
def sum_asked(query: Query) -> str:
    """The word for what was spent or won in a normalised question: "งบ"; "" for none."""
    if found := _ASKS_SUM.search(query.clean):
        return found[0]
    begins = _BUDGET in query.clean and any(  # none does in "ของบริษัท"
        word.startswith(_BUDGET) for word in query.words
    )
    return _BUDGET if begins else ""


@reading
def asks_fee(query: Query) -> bool:
    """Whether a normalised question asks what one has to pay, or whether it is free."""
    return bool(FEES.search(query.clean)) and not (sum_asked(query) or _SPENT.search(query.clean))


def tells_share(text: str) -> bool:
    """Whether a text has an amount per unit of anything: "วันละ 3 เม็ด", "5 ตัน/วัน"."""
    return tells_each(text) or bool(_SHARED.search(text))


def prices(text: str, query: Query, _today: date) -> Iterator[Candidate]:
    """The sums in a text; also what is free, unless a question wants what is spent or given.

    If it asks whether something is free and it is, sums are unlikely.
    """
    free = [] if asks_gain(query) or sum_asked(query) else _free(text, query)
    settled = bool(free and _ASKS_IF_FREE.search(query.clean))
    sums, asked = list(_MONEY.finditer(text)), kind_of_sum(query.clean)
    of_it = [is_of_sum(text, found.start(), asked) for found in sums]
    unknown = _LESS if True in of_it else 1.0
    for found, meant in zip(sums, of_it, strict=True):
        other = settled or meant is False or _is_another_sum(text, found, query)
        likely = _UNLIKELY if other else 1.0 if meant else unknown
        yield Candidate(_with_each(text, found.start()), found.end(), likely)
    exact = asks_each(query) or asks_fee(query)
    for found in _SPOKEN_SUM.finditer(text):
        yield Candidate.of(found, _UNLIKELY if exact else 0.7)
    for found in free:
        said = bool(found["waived"]) and found["waived"] in query.clean  # that much is known
        yield Candidate.of(found, _UNLIKELY if said else 1.0)


def _is_another_sum(text: str, found: re.Match[str], query: Query) -> bool:
    """Whether a question wants a sum per unit, wholesale, given or a fee, and this is none."""
    start, end = found.span()
    if asks_each(query) and not tells_each(text[max(0, start - _EACH_LETTERS) : end + 3]):
        return True
    if _SELLS.search(query.clean) and _RETAIL in text[max(0, start - _RETAIL_LETTERS) : end]:
        return True
    if asks_gain(query) and not _is_given(text, (start, end)):
        return True
    cut = "ลด" not in query.clean and _TAKEN_OFF.search(text, max(0, start - _KIND_LETTERS), start)
    return asks_fee(query) and bool(cut or is_sum(found[0]))


def _free(text: str, query: Query) -> list[re.Match[str]]:
    """Where a text says that nothing is paid; if a question names another fee, only beside that."""
    fee = _BESIDE.search(query.clean)
    return [
        one
        for one in _FREE.finditer(text)
        if fee is None or fee[1] in text[max(0, one.start() - _BESIDE_LETTERS) : one.end()]
    ]


def _is_given(text: str, amount: tuple[int, int]) -> bool:
    """Whether a sum stands behind a word for what somebody gets: "วงเงิน", "คนละ"."""
    start, end = amount
    return _GIVEN.search(text, max(0, start - _GIVEN_LETTERS), end) is not None


def _with_each(text: str, start: int) -> int:
    """Where a sum starts, including the unit it is paid for: "เดือนละ 9,000 บาท"."""
    if not _LA.match(text, start):
        return start
    run = WORD_AT_END.search(text[max(0, start - _EACH_LETTERS) : start])
    return start - len(Names.load().cut(run[0])[-1]) if run else start


def is_paid(amount: str, text: str, query: Query) -> bool:
    """Whether a text says of an amount, as asked, that somebody has to pay or gave it."""
    if gave := _GIVES.search(query.clean):
        return re.search(f"{gave[0]}[^\n]*?{re.escape(amount)}", text) is not None
    asked = _PAYS.search(query.clean) and not FEES.search(query.clean)
    said = f"(?:{_PAYS.pattern})[^\n]{{0,{_PAID_LETTERS}}}?{re.escape(amount)}"
    return bool(asked and re.search(said, text))


def is_total(amount: str, title: str, query: Query) -> bool:
    """Whether an amount is the sum in the title, and just that is asked for: "เงินเท่าไหร่"."""
    return amount.strip() in title and asks_total(query)


def is_free(amount: str, query: Query) -> bool:
    """Whether an amount says that nothing is paid, and just that is asked: "ฟรีจริงไหม"."""
    return bool(_ASKS_FREE.search(query.clean) and _FREE.search(amount))


def is_of_sum(text: str, start: int, asked: str) -> bool | None:
    """Whether a sum at a place is of the `asked` kind; None if either has no kind.

    "เงินกู้ 1 ล้านล้านบาท" does not answer "สร้างมูลค่าเท่าไหร่".
    """
    number = _A_NUMBER.search(text, start) if asked else None
    before = text[max(0, start - _KIND_LETTERS) : number.start() if number else start]
    told = kind_of_sum(_A_NUMBER.split(before.rpartition("\n")[2])[-1]) if number else ""
    return told == asked if told else None


def kind_of_sum(text: str) -> str:
    """The kind of sum named by the last such word in a text; "" for none."""
    found = _kinds_of_sum().findall(text)
    kinds = shipped_lists("sums").items()
    return next((kind for kind, words in kinds if found and found[-1] in words), "")


@lru_cache(maxsize=1)
def _kinds_of_sum() -> re.Pattern[str]:
    return re.compile(any_of(chain.from_iterable(shipped_lists("sums").values())))
