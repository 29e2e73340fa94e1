"""What a body says that answers a kind of question, by the kind's name or its end."""

import re

_FEES = ("ค่าสมัคร", "ค่าธรรมเนียม", "ค่าลงทะเบียน")
_NO_FEE = "".join(f"(?<!{fee})(?<!{fee} )" for fee in _FEES)

ANSWERS = {
    "theme": re.compile("ภายใต้(?:แนวคิด|ธีม|คอนเซ)"),
    "opened": re.compile("(เป็นประธาน|กล่าว)(ใน)?(พิธี|การ)?เปิด|เปิดงาน"),
    "site": re.compile(
        r"(?:รายละเอียด|ติดตาม|ลงทะเบียน|สมัคร|เว็บไซต์|เว็ปไซต์|ดาวน์โหลด|ข้อมูล)[^\n]{0,60}(?:www\.|https?://)"
    ),
    "occasion": re.compile("เนื่องในโอกาส|เนื่องในวัน|เพื่อน้อมรำลึก|เพื่อเฉลิมพระเกียรติ"),
    "apply_deadline": re.compile("(?:ถึง|ภายใน|ก่อน|ปิดรับ|หมดเขต)[ก-๙ ]{0,16}[0-9]"),
    "apply_join": re.compile("สมัคร"),
    "apply_who": re.compile("คุณสมบัติ|ผู้มีสิทธิ|ผู้สมัครต้อง|อายุ"),
    "apply_papers": re.compile("เอกสาร|หลักฐาน|สำเนา"),
    "apply_fee": re.compile("|".join((*_FEES, "ไม่มีค่าใช้จ่าย", "ฟรี"))),
    "apply_sum": re.compile(
        f"{_NO_FEE}(?:ทุน|คน|เดือน|ปี)ละ[^\n0-9]{{0,16}}[0-9][0-9,]* ?(?:ล้าน)? ?บาท"
    ),
    "apply_grants": re.compile("[0-9] ?ทุน(?!ละ)"),
    "apply_seats": re.compile("(?:จำนวน|รับ)[^\n0-9]{0,20}[0-9][0-9,]* ?(?:คน|อัตรา|ราย|ที่นั่ง)"),
    "apply_result": re.compile("ประกาศ(?:ผล|รายชื่อ)[^\n0-9]{0,40}[0-9]"),
}
