"""What a body says that answers a kind of question, by the end of the kind's name."""

import re

_THEME = re.compile("ภายใต้(?:แนวคิด|ธีม|คอนเซ)")
_STORE = re.compile("ดาวน์โหลด|Play ?Store|Google Play|App ?Store", re.IGNORECASE)
_OPENED = re.compile("(เป็นประธาน|กล่าว)(ใน)?(พิธี|การ)?เปิด|เปิดงาน")
_FOR_WHOM = re.compile(
    "กลุ่มเป้าหมาย|คุณสมบัติ|เปิดรับ(?:สมัคร)?(?:ผู้|นัก|เยาวชน|บุคคล)|สำหรับ(?:นักเรียน|เยาวชน|ผู้ที่|ผู้สนใจ|นักศึกษา)"
)
_PRIZE = re.compile(
    r"(?:เงินรางวัล|ทุนการศึกษา|ชิงรางวัล|มูลค่า)[^\n]{0,40}[0-9] ?บาท|ถ้วยรางวัล|ถ้วยพระราชทาน"
)
_OCCASION = re.compile("เนื่องในโอกาส|เนื่องในวัน|เพื่อน้อมรำลึก|เพื่อเฉลิมพระเกียรติ")
_PRICE = re.compile(r"ราคา[^\n]{0,20}[0-9][0-9,]* ?(?:ล้าน|แสน|หมื่น)? ?บาท")
_LESSONS = re.compile(
    "(?:หลักสูตร|อบรม|วิชา|ค่าย|ห้องเรียน)[^\n]{0,140}(?:เนื้อหา|หัวข้อ|เรียนรู้|สอน|ประกอบด้วย|ได้แก่|เกี่ยวกับ)"
)
_SPEAKER = re.compile("วิทยากร|ผู้ร่วมเสวนา|ร่วมเสวนา")
_SITE = re.compile(
    r"(?:รายละเอียด|ติดตาม|ลงทะเบียน|สมัคร|เว็บไซต์|เว็ปไซต์|ดาวน์โหลด|ข้อมูล)[^\n]{0,60}(?:www\.|https?://)"
)

ANSWERS = {
    "theme": _THEME,
    "get": _STORE,
    "opened": _OPENED,
    "for": _FOR_WHOM,
    "speaker": _SPEAKER,
    "learn": _LESSONS,
    "prize": _PRIZE,
    "price": _PRICE,
    "site": _SITE,
    "occasion": _OCCASION,
}
