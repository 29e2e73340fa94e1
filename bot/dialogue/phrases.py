"""The words by which a message is known to need no search.

Patterns are matched against squeezed text: lower case, letters, marks and digits only.
"""

import re
from collections.abc import Iterable


def made_of(text: str, core: re.Pattern[str], fillers: Iterable[str] = ()) -> bool:
    """Whether `text` is nothing but matches of `core`, at least one, and courtesies or `fillers`.

    `text` is squeezed. A message with any word of its own is therefore never taken.
    """
    known = COURTESIES | HELLO | frozenset(fillers)
    reached: dict[int, bool] = {0: False}  # position → a core match was used on the way
    for start in range(len(text)):
        if start not in reached:
            continue
        used = reached[start]
        for end in _word_ends(text, start, known):
            reached[end] = reached.get(end, False) or used
        if found := core.match(text, start):
            reached[found.end()] = True
    return reached.get(len(text), False)


def _word_ends(text: str, start: int, known: frozenset[str]) -> Iterable[int]:
    ends = range(start + 1, min(len(text), start + _LONGEST) + 1)
    return (end for end in ends if text[start:end] in known)


def words(listed: str) -> frozenset[str]:
    """The words of a list written with blanks between."""
    return frozenset(listed.split())


def _any(*listed: str) -> re.Pattern[str]:
    """A pattern for the listed words, longest first so that none hides another."""
    found = sorted({word for line in listed for word in line.split()}, key=len, reverse=True)
    return re.compile("|".join(found))


_LONGEST = 24

COURTESIES = words(
    """
    ครับ ครับผม คับ คับผม ค้าบ คร้าบ ครัช ค่ะ คะ ค่า คร่า ขา จ้า จ้ะ จ๊ะ จ๋า ฮะ ฮับ ฮ่ะ นะ น้า น่ะ เน้อ เด้อ
    หน่อย ด้วย บ้าง มั่ง ที ล่ะ ละ อ่ะ อะ หรอ เหรอ สิ ซิ ดิ เลย แล้ว งั้น ก็ เออ อ๋อ อ้อ อืม เอ่อ อ้าว แอดมิน แอด พี่ น้อง
    ท่าน คุณ มาก มากมาย จริง จริงจริง เฉยๆ เฉย นี่ เนี่ย นี้ อีก ว่ะ วะ ผม หนู เรา ฉัน 555 5555 55555 please plz
    pls
    """
)

HELLO = words("สวัสดี หวัดดี ดี ฮัลโหล hello hi ขอบคุณ")  # may stand before any other intent

GREETING = _any(
    "สวัสดี(?:ตอน(?:เช้า|บ่าย|เย็น)|วันจันทร์|วันใหม่)? สวัดดี สวสดี สวัสดิ์ดี หวัดดี ดี(?=ค่ะ|ครับ|คับ|จ้า|จ้ะ|ค่า|คะ)",
    "ฮัลโหล ฮัลโล ฮาโหล เฮลโล hello helo hi hey อรุณสวัสดิ์ goodmorning ทักทาย มีใครอยู่(?:ไหม|มั้ย|มั๊ย)",
    "อยู่(?:ไหม|มั้ย|มั๊ย)$",
)
THANKS = _any(
    "ขอบคุณ ขอบคุน ขอบคุณที่(?:ช่วย|ตอบ) ขอบใจ ขอบพระคุณ thankyou thanks thank thx tks แต๊งกิ้ว แต๊ง แต้งกิ้ว"
)
THANKS_FILLERS = words(
    "โอเค ok okay เข้าใจ รับทราบ ทราบ ได้ เยี่ยม ดีมาก ที่ ช่วย ตอบ ล่วงหน้า ให้ ข้อมูล แล้วกัน ไว้"
)
ACKNOWLEDGE = _any(
    "โอเค โอเช ok okay เค(?=$|ค่ะ|ครับ) เข้าใจ เข้าใจแล้ว รับทราบ ทราบ ทราบแล้ว ได้เลย ได้(?=$|ค่ะ|ครับ) ใช่",
    "ใช่เลย อันนี้แหละ ถูกต้อง ดีมาก เยี่ยม เก่ง",
)
BYE = _any("ลาก่อน บาย บ๊ายบาย บ้ายบาย bye byebye goodbye ไปก่อน ไปละ แล้วเจอกัน ราตรีสวัสดิ์ ฝันดี")
MENU = _any("เมนู เมนูหลัก menu หน้าแรก หน้าหลัก กลับ(?:ไป)?เมนู start เริ่ม เริ่มใหม่ เริ่มต้น")
HELP = _any(
    "ช่วยเหลือ วิธี(?:การ)?ใช้(?:งาน)? (?:ใช้|ใช้งาน)(?:ยังไง|อย่างไร|ไง) help คู่มือ",
    "(?:ถาม|ทำ|ตอบ|ช่วย)(?:อะไร|ไร|เรื่องอะไร|เรื่องไหน)(?:ได้|ได้บ้าง) ถามยังไง",
)
HELP_FILLERS = words("ต้อง จะ ให้ ขอ ได้ บอท บอต bot นี้ อันนี้ เธอ ไหม มั้ย เป็น กับ")
PRIVACY = _any(
    "(?:นโยบาย)?(?:ความเป็นส่วนตัว|ข้อมูลส่วนบุคคล|pdpa|privacy)(?:policy)?",
    "เก็บข้อมูล(?:อะไร|ไร)(?:ของ(?:ฉัน|ผม|เรา|หนู))?",
)
OFFICER = _any(
    "(?:ขอ|อยาก)?(?:คุย|พูด|สนทนา|ถาม|ติดต่อ|ต่อสาย|สาย)(?:กับ|หา)?(?:เจ้าหน้าที่|จนท|คนจริง|คนจริงๆ|มนุษย์|แอดมินตัวจริง|พนักงาน)",
    "ขอ(?:เจ้าหน้าที่|คน)(?:คุย|ตอบ)",
)
OFFICER_FILLERS = words("ขอ อยาก ได้ ไหม มั้ย จะ ต้อง ไม่ เอา บอท คุย กับ")

_YOU = "(?:นี่|นี้|คุณ|เธอ|แก|น้อง|บอท|บอต|bot|ตัวเอง|มึง)?"
_MACHINE = "(?:บอท|บอต|bot|ai|เอไอ|โปรแกรม|หุ่นยนต์|คอม|คอมพิวเตอร์|ระบบอัตโนมัติ|แชทบอท|chatbot)"
_HUMAN = "(?:คน|คนจริง|มนุษย์|เจ้าหน้าที่|แอดมิน)"
_IS_IT = "(?:ใช่)?(?:ไหม|มั้ย|มั๊ย|ไม๊|ปะ|ป่ะ|ป่าว|เปล่า|รึเปล่า|หรือเปล่า|รึป่าว|หรือป่าว)"
WHO = re.compile(
    f"{_YOU}(?:กำลัง)?(?:คุย(?:กับ|อยู่กับ)|เป็น|คือ)"
    f"(?:{_HUMAN}(?:หรือ|รึ){_MACHINE}|{_MACHINE}(?:หรือ|รึ){_HUMAN}"
    f"|(?:{_HUMAN}|{_MACHINE}){_IS_IT})"
    "|(?:คุณ|เธอ|แก|น้อง|บอท|บอต|มึง|นี่)(?:คือ|เป็น)?(?:ใคร|ชื่ออะไร|ชื่อไร|ชื่อว่าอะไร)"
    f"|ใคร(?:เป็นคน)?(?:ตอบ|สร้าง|ทำ)(?:คุณ|บอท|บอต|{_MACHINE})?$|{_HUMAN}หรือ{_MACHINE}"
)
FEELINGS = re.compile(
    "เหงา(?:จัง)?|คุย(?:ด้วย|เล่น|เป็นเพื่อน)|รัก(?:คุณ|เธอ|นะ)?(?=$)|คิดถึง|เบื่อ(?:จัง)?|กินข้าว(?:หรือ)?(?:ยัง|รึยัง)"
    "|(?:เล่า|ขอ)(?:เรื่อง)?(?:ตลก|มุก|นิทาน)|ร้องเพลง(?:ให้ฟัง)?|สบายดี(?:ไหม|มั้ย|รึเปล่า)|ทำอะไรอยู่|มีแฟน(?:หรือ)?(?:ยัง|ไหม|มั้ย)"
    "|นอนหรือยัง|ฝันดี|อายุเท่าไ(?:ร|หร่)$"
)
ABUSE = re.compile(
    "ไอ้?(?:สัตว์|สัส|สัด|เหี้ย|ควาย|บ้า|โง่|เวร|ห่า)|อีดอก|สัส|เหี้ย|ควย|แม่ง|มึง|โง่|ห่วย(?:แตก|มาก)?|กาก|เฮงซวย|ปัญญาอ่อน"
    "|ไร้ประโยชน์|ไม่ได้เรื่อง|เสียดายภาษี|ขยะ|งี่เง่า|เลว|ชั่ว|กวนตีน|ตอแหล|หน้าด้าน|กินเงินเดือน(?:หลวง|ภาษี|ฟรี)|fuck|shit|stupid|idiot"
)
ABUSE_FILLERS = words(
    "ไป ไอ้ อี บอท บอต bot จัง จริงๆ โคตร พวก ทำ ตอบ งาน กระทรวง มัน เป็น บ้า ฉิบหาย ชิบหาย ไร วันๆ วัน"
)
INSTRUCTIONS = re.compile(
    "ignore(?:all|any|the)?(?:of)?(?:your)?(?:previous|prior|above|earlier|instructions)|systemprompt|developermode|jailbreak"
    "|(?:ลืม|ละเว้น|เมิน|ยกเลิก|ไม่ต้องสนใจ)คำสั่ง|คำสั่ง(?:เดิม|ก่อนหน้า|ระบบ)(?:ทั้งหมด)?|สวมบทบาท|แสร้งทำ(?:เป็น|ตัว)|แกล้งทำเป็นว่า"
    "|รหัส(?:ผ่าน)?(?:แอดมิน|ผู้ดูแล)|adminpassword|droptable|scriptalert"
)
PRIVATE_NUMBER = re.compile("(?:เบอร์|มือถือ|ไลน์|ที่อยู่|อีเมล)[ก-๙a-z]{0,20}ส่วนตัว")

MINISTRY_NAMES = words(
    """
    กระทรวง กระทรวงวิทย์ กระทรวงวิทยาศาสตร์ กระทรวงวิทยาศาสตร์ฯ กระทรวงวิทยาศาสตร์และเทคโนโลยี กวิทย์
    กระทรวงอว อว
    กระทรวงการอุดมศึกษา กระทรวงการอุดมศึกษาวิทยาศาสตร์วิจัยและนวัตกรรม กระทรวงอุดม กระทรวงอุดมศึกษา mhesi most
    วท
    """
)
CONTACT = _any(
    "เบอร์ เบอ เบอร์โทร เบอร์โทรศัพท์ เบอโทร เบอร์ติดต่อ เบอร์กลาง หมายเลขโทรศัพท์ โทรศัพท์ โทร ติดต่อ ติดต่อใคร",
    "ช่องทางติดต่อ ช่องทางการติดต่อ",
    "แฟกซ์ แฟ็กซ์ แฟกส์ แฟก โทรสาร fax อีเมล อีเมล์ อีเมว เมล เมล์ email mail รหัสไปรษณีย์ ไปรษณีย์ ที่อยู่ ที่ตั้ง",
    "พิกัด แผนที่",
    "(?:ตั้ง)?อยู่(?:ที่|ตรง|แถว)?ไหน (?:ตั้ง)?อยู่ที่ใด เว็บไซต์ เว็บไซด์ เว็บ เวบ website สายด่วน เบอร์ธรรมดา",
    "(?:เวลา|วัน)?(?:เปิด|ปิด)?ทำการ(?:กี่โมง|วันไหน) เปิดกี่โมง ปิดกี่โมง เวลาทำการ contact",
)
CONTACT_FILLERS = words(
    """
    ขอ อยาก อยากได้ ได้ มี ไหม มั้ย อะไร ไร คือ ของ ที่ ที่ไหน ไหน ยังไง อย่างไร ไง ทาง ทางไหน ใคร ถาม สอบถาม
    ต้อง จะ ไป หา
    ให้ ว่า เบอร์ ไม่เอา ไม่เอาสายด่วน สามารถ ด่วน ข้อมูล อยู่ และ กับ หรือ
    """
)
HOTLINE = _any(
    "1313 (?:สายด่วน|เบอร์|โทร)1313 callcenter คอลเซ็นเตอร์ คอลเซนเตอร์",
    "สายด่วน(?:กระทรวง)?(?:วิทย์)?(?:เบอร์)?(?:อะไร|ไหน)",
)
HOTLINE_FILLERS = words(
    "คือ เบอร์ อะไร ไร ของ ที่ไหน ใคร เป็น โทร สายด่วน กระทรวง หน่วยงานไหน หน่วยงาน ไหน ขอ ทาง"
)

EVENTS = _any("กิจกรรม งาน อีเวนต์ อีเว้นท์ อีเวนท์ event events")
NEWS = _any("ข่าว ข่าวล่าสุด ข่าวใหม่ ข่าวสาร ข่าวประชาสัมพันธ์ news")
LISTING_FILLERS = (
    words(
        """
        มี อะไร ไร ไหน ที่ไหน จัด ที่ ใน ช่วง ช่วงนี้ ไหม มั้ย มั๊ย ไม๊ ป่าว รึเปล่า หรือเปล่า ของ น่าสนใจ น่าไป น่าเที่ยว
        ไป เที่ยว
        จะ ขอ ดู รายการ ตาราง ปฏิทิน จังหวัด จ ใหม่ ใหม่ๆ เร็ว เร็วๆ ตอนนี้ ล่าสุด อยากรู้ อยาก รู้ ทั้งหมด แถว แถวนี้
        ให้ ร่วม เข้าร่วม
        ได้ ไหนบ้าง กำลัง มา กำลังมา ถึง วันนี้ ตอน เดิน หน่วยงาน ต่างจังหวัด กรุงเทพ กทม
        """
    )
    | MINISTRY_NAMES
)
ASKS_FOR_LIST = re.compile("มี|อะไร|ไหน|ไหม|มั้ย|มั๊ย|บ้าง|มั่ง|ขอ|รายการ|ตาราง")

_ORDINALS = {"แรก": 1, "หนึ่ง": 1, "สอง": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "บน": 1, "บนสุด": 1}
_ONE = "(?:อัน|ข้อ|เลข|ตัว|เรื่อง|ข่าว|งาน|ตัวเลือก|ลำดับ|หมายเลข|ปุ่ม)"
_NUMBER = "|".join(sorted(_ORDINALS, key=len, reverse=True))
ORDINAL = re.compile(
    f"{_ONE}?(?:ที่)?(?P<digit>[1-9])(?![0-9])|{_ONE}(?:ที่)?(?P<word>{_NUMBER}|สุดท้าย|ล่างสุด)"
)
ORDINAL_FILLERS = words("เอา ขอ ดู เลือก อยากรู้ อ่าน ของ เรื่อง อัน")
REJECT = _any(
    "ไม่ใช่ ไม่ใช่อันนี้ ไม่ใช่ตัวนี้ ไม่ใช่เรื่องนี้ ไม่ใช่งานนี้ ไม่ใช่ข่าวนี้ ไม่ใช่ทั้งหมด ไม่ใช่ทั้งหมดนี้ ไม่ใช่สักอัน ไม่ตรง",
    "ไม่มีที่ตรง ไม่มีเลย ไม่เกี่ยว คนละเรื่อง",
)
MORE = _any(
    "อ่านต่อ เล่าต่อ ต่อ$ รายละเอียด(?:เพิ่มเติม|เพิ่ม|อื่น)? ขอรายละเอียด เพิ่มเติม ข้อมูลเพิ่มเติม ทั้งหมด$",
    "เนื้อหา(?:ทั้งหมด|เต็ม)? ข่าวเต็ม",
)
MORE_FILLERS = words("ขอ อยาก อยากรู้ อ่าน ดู มี ไหม มั้ย เล่า บอก ของ งาน ข่าว เรื่อง")


def ordinal_of(text: str) -> int | None:
    """Which of a list squeezed `text` points at, from 1; -1 for the last, None for none."""
    found = ORDINAL.search(text)
    if not found:
        return None
    return int(found["digit"]) if found["digit"] else _ORDINALS.get(found["word"], -1)
