"""What a message says by its form: that it leans on the one before, points, asks yes or no."""

import re
from collections.abc import Iterable
from functools import lru_cache

from bot.dialogue.phrases import ORDINALS
from bot.search.passages.sites import site_asked
from bot.search.ranking import Query
from bot.thai.normalise import squeeze
from bot.thai.questions import NOW, Aspect
from bot.thai.tables import words

LIMIT = 70  # letters; a longer message stands on its own
SHORT = 25  # letters; what a bare follow-up has at most
SHORT_QUESTION, BRIEF_QUESTION = 35, 25  # letters, without courtesies
FEW_WORDS = 2  # that name something; who says no more may mean many things
SHORT_WORD, WHOLE_WORD = 3, 4  # letters; less may be a piece of what was misspelt
# Words that ask, point or connect and name no subject of their own.
FUNCTION = words(
    """
    แล้ว ล่ะ ละ ล่ะคะ งั้น ก็ เออ อ๋อ อ้อ แหละ ครับ ครับผม คับ ค่ะ คะ ค่า จ้า จ้ะ นะ น่ะ หน่อย ด้วย บ้าง มั่ง ที อ่ะ อะ
    เอ่อ อืม นี่ เนี่ย อ่า อ้ะ ง่ะ น้า ควร หรอ เหรอ สิ ซิ ดิ เลย จริง จริงๆ จิง จิงๆ จัง จุง หน่ะ ฮะ ฮ่ะ เนอะ
    ที่ไหน ไหน ใด ที่ ที่ใด ตรง ตรงไหน แถว แถวไหน อยู่ ใน ณ จาก ของ กับ เกี่ยวกับ และ หรือ โดย เพื่อ ให้ ว่า คือ เป็น
    เกี่ยว นี้ นั้น นั่น โน่น อันนี้ อันนั้น ตัวนี้ งานนี้ เรื่องนี้
    อัน ตัว เรื่อง ข่าว งาน ข้อ กิจกรรม วัน วันไหน วันที่ เดือน เดือนไหน ปี ปีไหน เวลา ตอน ตอนไหน ช่วง ช่วงไหน รอบ กี่
    กี่โมง โมง ทุ่ม นาฬิกา ปีหน้า ปีก่อน ปีกลาย
    เมื่อไหร่ เมื่อไร เมื่อไร่ เมื่อ ไหร่ ไร รัย เท่า เท่าไหร่ เท่าไร เท่าใด ใคร ครัย ใครบ้าง อะไร อะไรบ้าง
    ไรบ้าง ยังไง ยัง ไง อย่างไร ทำไม เพราะ เพราะอะไร
    ไหม มั้ย มัย มั๊ย ไม๊ ป่าว เปล่า รึเปล่า หรือเปล่า รึ ปะ ป่ะ หรือไม่ หรือยัง รึยัง ถึง จนถึง ตั้งแต่ ระหว่าง ประมาณ ราว
    เกือบ เยอะ มาก น้อย มากไหม เกิน ไม่เกิน ถ้า หาก ทัน
    จัด จัดงาน จัดขึ้น เปิด เปิดงาน ปิด ปิดงาน เริ่ม จบ สิ้นสุด หมด หมดเขต มี มา ไป ได้ ต้อง จะ ทำ เอา ใช้ คน ท่าน
    แห่ง ครั้ง จังหวัด จังหวัดไหน จังหวัดอะไร อำเภอ ตำบล ประเทศ เดินทาง
    ล่าสุด ปีล่าสุด ครั้งล่าสุด หลังสุด ครั้งหลังสุด
    โรงแรม ห้อง สถานที่ ที่ตั้ง ประธาน พิธี พิธีเปิด เป็นประธาน เบอร์ เบอ โทร โทรศัพท์ เบอร์โทร ติดต่อ ติดต่อใคร สอบถาม
    คุย พูด สาย รับสาย ต่อสาย ตั้งอยู่ หา
    ถาม ขอ แฟกซ์ แฟ็กซ์ โทรสาร อีเมล อีเมล์ เมล เมล์
    เว็บ เว็บไซต์ ที่อยู่ แผนที่ ค่าเข้า เข้า เสีย เสียเงิน เงิน ตังค์ ตัง บาท ราคา ฟรี ค่าใช้จ่าย ค่าสมัคร งบ จ่าย แพง
    ชื่อ ชื่ออะไร ตำแหน่ง รับ ผู้ เจ้าภาพ เป็นเจ้าภาพ ผู้จัด โดน เกิดขึ้น พบกัน เจอกัน คุยกัน
    ธรรมดา ไม่ ไม่เอา ใช่ ไม่ใช่ สายด่วน รหัส ไปรษณีย์ รหัสไปรษณีย์ ตี ตีหนึ่ง ตีสอง ตีสาม เที่ยงคืน กลางคืน ดึก หนึ่ง สอง
    สาม เขา เค้า มัน นาน นานไหม
    นานเท่าไหร่ นานแค่ไหน แค่ แค่ไหน เสร็จ กัน ร่วม เข้าร่วม อีก ต่อ อยาก อยากได้ ต้องการ ไว้ เอาไว้
    ฝั่ง เรา เหมือน เหมือนกัน เหมือนเดิม เมื่อกี้ ทุก กันแน่ ก่อน ขึ้นไป ลงไป เข้าไป ออกไป กลับไป ออกมา กว่า แทน
    ข้างใน ข้างนอก ด้านใน ด้านนอก ทาง ทางไหน ทางใด ช่องทาง ช่องทางไหน
    """
)
# What may be asked of any subject, and names none; the first few have no other name.
_PAPERS = words("เอกสาร หลักฐาน คุณสมบัติ ชื่อจริง บัตรประชาชน ทะเบียนบ้าน สำเนา พาสปอร์ต")
OF_ANY = _PAPERS | words(
    "เงื่อนไข ขั้นตอน สมัคร รับสมัคร ยื่น ลงทะเบียน จอง หมดเขต ปิดรับ เปิดรับ"
    " รางวัล เงินรางวัล ของรางวัล เกียรติบัตร ใบประกาศ วุฒิ อายุ ลด ลดเหลือ เหลือ ส่วนลด"
    " ซื้อ เช่า สั่ง สั่งซื้อ ชำระ ตรวจ ส่ง แจ้ง โหลด ดาวน์โหลด ติดตั้ง จอด รถ จอดรถ ที่จอดรถ จุ"
)
_LAST_DAY = words("หมดเขต ปิดรับ เปิดรับ")
_APPLYING = words("สมัคร รับสมัคร ยื่น ลงทะเบียน จอง")  # each may be told by another of them
GUESTS = words("เด็ก เด็กๆ ผู้ใหญ่ คนแก่ ผู้สูงอายุ คนพิการ ต่างชาติ ลูก หลาน พ่อ แม่")  # of whom a price is asked
PAYS = words("ออก ช่วย")  # a share or a sum of whatever it is
ALL_OF_IT = words("ทั้งหมด ทั้งสิ้น ทั้งประเทศ ทั่วประเทศ ทั้ง ทั่ว หมด รวม รวมทั้งหมด รวมทั้งสิ้น")
SUM = words("มูลค่า วงเงิน ยอด ยอดเงิน คิด ตก คนละ")  # by which a price is asked of anything
SEEN = words("ดู ไปดู เห็น")  # what one does with whatever it is
TOLD = words("แถลง แถลงข่าว กล่าว เปิดเผย เผย ให้ข่าว ชี้แจง แจง ประกาศ เล่า บอก")  # by whom all news is
FULL_NAME = words("ย่อ ย่อมาจาก ตัวย่อ ชื่อย่อ ชื่อเต็ม")  # what one asks of whatever has a short one
ONCE = words("เคย ก่อน")  # was somebody something
FIRST = words("แรก ครั้งแรก หนแรก ปีแรก")  # that whatever comes again was held
OCCASION = words("เนื่องใน โอกาส วาระ")  # on which whatever it is was held
WON = words("ชนะ ผู้ชนะ ชนะเลิศ แชมป์ รางวัล ได้รางวัล")  # whatever there was to be won
_LEANING = re.compile(
    r"^(?:แล้ว|งั้น|ไม่ใช่|อ๋อ|เออ|เอา|ส่วน|ของ|แต่)|(?:^|[ ก-๙])(?:อัน|ตัว|รอบ|แบบ|รุ่น)ที่|ล่ะ|อ่ะ$"
)
_TAKES = "เอา"
ONE_OF_THEM = "(?:อัน|ตัว|เรื่อง|งาน|ข่าว)"
_POINTING = re.compile(
    rf"^(?:(?:แล้ว|งั้น|ไม่ใช่{ONE_OF_THEM}?นี้?|อ๋อ|เออ|เอา|ขอ|หมายถึง|คือ)\s*)*"
    r"(?:อัน|ตัว|(?:รอบ|แบบ|รุ่น)(?!(?:ที่)? ?[0-9]))(?:ที่)?(?:เป็น|ของ|เกี่ยวกับ|ชื่อ)?\s*"
)
_REJECTING = re.compile(rf"^ไม่(?:ใช่|เอา){ONE_OF_THEM}?(?:นี้|นั้น)?(?: ของ(?!รางวัล))?")
_LEADING = re.compile(r"^(?:(?:แล้ว|งั้น|อ๋อ|เออ|ส่วน|แต่|เอา)\s*)+(?:ของ|ที่|ถ้า)?\s*")
_ALONE = (  # behind a number of one of several: "เรื่องสี่เสือ" is no fourth
    "จัด|ที่ไหน|วัน|เมื่อ|ใคร|มี|อยู่|ราคา|กี่|เอา|คือ|ค่า|นี้|นั้น|ล่ะ|อ่ะ|อะ|เปิด|ใช้|รับ|สมัคร|ต้อง|ทำ|ได้|โทร|เบอร์|ตอน"
)
_POINTED_AT = re.compile(
    r"^(?:(?:แล้ว|งั้น|อ๋อ|เออ|เอา|ขอ|ส่วน|ของ)\s*)*(?:"
    r"(?:อัน|ข้อ|เลข|ตัวเลือก|หมายเลข|ลำดับ|(?:ตัว|เรื่อง|ข่าว|งาน|อย่าง)ที่)(?:ที่)? ?"
    r"(?P<digit>[1-9])(?![0-9.:])"
    r"|(?:อัน|ข้อ|ตัว|เรื่อง|ข่าว|งาน|อย่าง|ตัวเลือก)(?:ที่)?(?P<word>แรก|(?:สอง|สาม|สี่|ห้า)(?=\s|(?:"
    + _ALONE
    + ")))"
    r"|(?P<last>(?:อัน|ข้อ|ตัว|เรื่อง|ข่าว|งาน|ตัวเลือก)(?:สุดท้าย|ล่างสุด|หลังสุด)"
    r"|(?:อัน|ตัว)(?:ล่าสุด|หลัง(?!คา|บ้าน|จาก)))(?:นี้|นั้น)?)\s*(?P<rest>.+)"
)
LAST = -1  # the place of the last of several
# Silk, fire, ages, health, the naked eye and art sound like a question for yes or no.
OR_NOT = (
    "(?<!ผ้า)(?<!เส้น)(?<!หม่อน)(?<!สิน)(?<!สาย)ไหม(?!้)|มั้ย|(?<!ส)(?<!นา)มัย|มั๊ย|ไม๊|ป่าว"
    "|(?<!ตา)(?<!มือ)(?<!ว่าง)(?<!สูญ)เปล่า|ป่ะ"
)
_WHETHER = re.compile(
    f"(?:{OR_NOT}|หรือไม่|ยัง|(?<!ศิล)(?<!พบ)(?<![โแเ])ปะ)(?:ครับ|คับ|ค่ะ|คะ|ค้าบ|จ๊ะ|อะ|อ่ะ|นะ|ล่ะ| )*$"
    f"|(?:{OR_NOT}) ?(?:ช่วง|ตอน|วัน|เดือน|ปี)[ก-๙0-9 ]{{1,12}}$"  # and when
)
_WHAT_IT_IS = re.compile(
    "(?:(?:แล้ว|เออ|อ๋อ|งั้น|ว่าแต่|คำว่า|ส่วน|ไอ้|เจ้า) *)*(?P<name>[ก-๙a-z0-9][ก-๙a-z0-9 .&/-]{1,30}?)"
    " *(?:(?:มัน|นี่|นี้|เนี่ย|เขา|จริงๆ) *)*(?:คือ|แปลว่า|หมายถึง|ย่อมาจาก) *(?:อะไร|ไร|รัย)"
)
_STILL = re.compile(f"(?:แล้ว|เอ่อ|คือ|{NOW}|วันนี้|เขา|เค้า|มัน|คนนี้|อันนี้|นี่|เนี่ย| )*ยัง(?!ไม่|ไง|งัย)")
_NOW = re.compile(NOW)
_NEXT_TIME = re.compile(
    "(?:ครั้ง|รอบ|คราว|นัด|รุ่น|ปี)(?:ที่)? ?(?:ต่อ|ถัด)ไป|(?:ครั้ง|(?<!ก)รอบ|คราว|นัด|รุ่น)(?:ที่)? ?หน้า"
    "|(?:สมัคร|เปิด|รับ)รอบใหม่|รอบใหม่(?:วันไหน|เมื่อไ|เปิด|รับ)"
)
_HAS_LETTER = re.compile("[ก-ฮa-z0-9]")


def own_words(terms: Iterable[str]) -> list[str]:
    """The words of a question that name a subject; none of them is a question word."""
    return [word for word in terms if _HAS_LETTER.search(word) and not _asks_only(word)]


def of_any(terms: Iterable[str]) -> list[str]:
    """Those words of a question that may be asked of any subject: "เอกสาร", "เงื่อนไข"."""
    return [word for word in terms if word in OF_ANY]


def deeds(terms: Iterable[str]) -> list[str]:
    """Those that are told by their own name or not at all: "จอด", not "สมัคร"."""
    return [word for word in of_any(terms) if word not in _APPLYING]


def asked_of_any(query: Query) -> list[str]:
    """What a question asks of whatever it leans on, which has to be told; how has many names."""
    if query.aspect is Aspect.TOPIC and wants_yes_or_no(query.clean):
        return deeds(query.terms)
    if query.aspect is Aspect.WHEN:  # a last day is told in many words
        return [word for word in of_any(query.terms) if word not in _APPLYING | _LAST_DAY]
    if query.aspect is Aspect.WHERE and site_asked(query.clean):
        return []  # "ส่งไปเมืองไหน" is told by other words
    loose = query.aspect in (Aspect.HOW, Aspect.CONTACT, Aspect.TOPIC)
    return sorted(one for one in _PAPERS if one in query.clean) if loose else of_any(query.terms)


def applies(terms: Iterable[str]) -> bool:
    """Whether one of the words asks to take part: "สมัครที่ไหน"."""
    return not _APPLYING.isdisjoint(terms)


def papers(terms: Iterable[str]) -> list[str]:
    """Those that an entry which tells of them has as well: "เอกสาร"."""
    return [word for word in terms if word in _PAPERS]


@lru_cache(maxsize=4_096)
def _asks_only(word: str) -> bool:
    """Whether a word is of `FUNCTION`, or made of two or more of them: "ใช้ได้"."""
    if len(word) > LIMIT:
        return False
    starts = (end for end in range(1, len(word)) if word[:end] in FUNCTION)
    return word in FUNCTION or any(_asks_only(word[end:]) for end in starts)


def leans(clean: str) -> bool:
    """Whether a normalised message says by its form that it goes on from the last one.

    "เอาขนมเข้าได้ไหม" picks nothing.
    """
    asks = clean.startswith(_TAKES) and wants_yes_or_no(clean)
    return not asks and len(squeeze(clean)) <= LIMIT and bool(_LEANING.search(clean))


def points(clean: str) -> bool:
    """Whether it describes one of several: "อันที่ไปลาว"."""
    return len(squeeze(clean)) <= LIMIT and bool(_POINTING.match(clean))


def pointed_at(clean: str) -> tuple[int, str] | None:
    """Which of several a question is about, from 0, and what it asks: "อันแรกเอาไว้ทำอะไร".

    `LAST` of "อันหลังอยู่ที่ไหน".
    """
    found = _POINTED_AT.match(clean)
    if not found or len(squeeze(clean)) > LIMIT:
        return None
    if found["last"]:
        return LAST, found["rest"]
    return int(found["digit"] or ORDINALS[found["word"]]) - 1, found["rest"]


def name_defined(clean: str) -> str:
    """The name of which it is asked what it is: "cwie" in "แล้ว cwie มันคืออะไรหรอ"; "" for none."""
    found = _WHAT_IT_IS.match(clean) if len(squeeze(clean)) <= LIMIT else None
    return found["name"] if found else ""


def wants_yes_or_no(clean: str) -> bool:
    """Whether a normalised message wants yes or no."""
    return bool(_WHETHER.search(clean))


def asks_whether(clean: str) -> bool:
    """Whether a short normalised message wants yes or no: "มีเลยไหม"."""
    return len(squeeze(clean)) <= SHORT and wants_yes_or_no(clean)


def only_asks_still(clean: str) -> bool:
    """Whether a message only asks if something is so to this day: "ยังรับอยู่ไหม".

    It begins with that, and so is of what is talked about; `asks_still` knows it of anything named
    before, as in "กองทุนนี้ยังรับอยู่ไหม".
    """
    return bool(_STILL.match(clean)) and wants_yes_or_no(clean)


def asks_next_time(text: str) -> bool:
    """Whether a text speaks of the next time of what comes again: "ครั้งหน้า", "รอบถัดไป"."""
    return _NEXT_TIME.search(text) is not None


def asks_now(clean: str) -> bool:
    """Whether it is asked how something is to this day, whatever it was: "ตอนนี้ล่ะ ค่าเข้าเท่าไหร่"."""
    return bool(_NOW.search(clean))


def rejects(clean: str) -> bool:
    """Whether it turns down what was answered and says more: "ไม่ใช่อันนี้ ที่ตรังอ่ะ"."""
    return bool(_REJECTING.match(clean))


def said_more(clean: str) -> str:
    """A leaning or pointing message without the words it leans with."""
    rest = _REJECTING.sub("", clean).strip()
    rest = _POINTING.sub("", rest, count=1)
    return _LEADING.sub("", rest).strip() or clean
