"""Releases passed on in a chat, and programmes of an event that only look like one."""

import pytest

from bot.press.extraction import extract
from bot.press.facts.articles import read_article
from bot.press.sources.chats import without_chat

PASTED = """10:31 พี่หน่อย PR [สติกเกอร์]
10:32 พี่หน่อย PR 📢 ขอเชิญร่วมงาน "เปิดบ้านห้องแล็บ วว. 2569"
วันที่ 18 ธ.ค. 69 เวลา 09.00 - 15.00 น. ณ วว. คลองห้า จ.ปทุมธานี เข้าฟรี โทร 02-577-9000
10:33 น้องบี ขอบคุณค่า
"""
INVITED = "ขอเชิญร่วมงานเปิดบ้านห้องแล็บ วว."
SAVED = f"""[LINE] ประวัติการแชทกับ พี่หน่อย
บันทึกเมื่อ 2026/11/24 10:40

2026.11.24 วันอังคาร
10:31\tพี่หน่อย PR\t[รูปภาพ]
10:32\tพี่หน่อย PR\t"{INVITED}
วันที่ 18 ธ.ค. 69 เวลา 09.00 - 15.00 น."
10:33 AM\tน้องบี\tรับทราบค่ะ
"""
WITH_COLONS = f"""14:05 พี่หน่อย PR: {INVITED}
วันที่ 18 ธ.ค. 69 เวลา 09:00 - 15:00 น.
14:05 พี่หน่อย PR: โทร 02-577-9000
14:20 น้องบี : รับทราบค่ะ
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            PASTED,
            """📢 ขอเชิญร่วมงาน "เปิดบ้านห้องแล็บ วว. 2569"
วันที่ 18 ธ.ค. 69 เวลา 09.00 - 15.00 น. ณ วว. คลองห้า จ.ปทุมธานี เข้าฟรี โทร 02-577-9000
ขอบคุณค่า""",
        ),
        (SAVED, f"{INVITED}\nวันที่ 18 ธ.ค. 69 เวลา 09.00 - 15.00 น.\nรับทราบค่ะ"),
        (
            WITH_COLONS,
            f"{INVITED}\nวันที่ 18 ธ.ค. 69 เวลา 09:00 - 15:00 น.\nโทร 02-577-9000\nรับทราบค่ะ",
        ),
        (f"2026.11.24 วันอังคาร\n14:05 พี่หน่อย: {INVITED}\nณ คลองห้า", f"{INVITED}\nณ คลองห้า"),
    ],
    ids=["pasted", "saved", "with colons", "one said"],
)
def test_what_was_said_is_left(text: str, said: str) -> None:
    """Without times, senders, stickers and what the program wrote."""
    assert said == "\n".join(line for line in without_chat(text).split("\n") if line)


def test_a_release_of_a_chat_has_its_title() -> None:
    """Without pictures at either end."""
    entry = extract(PASTED, "a").entry
    assert 'ขอเชิญร่วมงาน "เปิดบ้านห้องแล็บ วว. 2569"' == entry.title
    assert "10:3" not in entry.body


def test_who_sends_a_release_and_when_is_no_title() -> None:
    """In the head of a saved conversation, and in the greeting above it."""
    chat = (
        "[LINE] กลุ่มสื่อ\nบันทึกวันที่ 2026/11/28 09:15\n\n14:05\tสมศรี\tสวัสดีค่ะพี่ๆ ส่งข่าวค่ะ\n"
        '14:06\tสมศรี\t"วว. จัดอบรมการทำปุ๋ย\n\nวว. จัดอบรมการทำปุ๋ยอินทรีย์ให้เกษตรกรเมืองน่าน"\n'
    )
    assert "วว. จัดอบรมการทำปุ๋ย" == extract(chat, "a").entry.title


@pytest.mark.parametrize(
    "text",
    [
        "กำหนดการเปิดบ้าน\n08:30 ลงทะเบียน\n09:00 พิธีเปิด โดยอธิบดี\n10:30 พักรับประทานอาหารว่าง",
        "กำหนดการ\n08:30 พี่หน่อย: กล่าวต้อนรับ\n09:00 น้องบี: บรรยาย",
        "08:30 ลงทะเบียน: ชั้น 1\n09:00 พิธีเปิด: โดยอธิบดี",
        "09:00 พี่หน่อย: พาชมห้องแล็บ\n10:30 พักรับประทานอาหารว่าง",
        "เปิดบ้าน\nเวลา 09:00 น. เป็นต้นไป\nแจกสติกเกอร์ LINE ฟรี",
    ],
)
def test_times_alone_are_no_chat(text: str) -> None:
    """A programme of an event has them too."""
    assert text == without_chat(text)


def test_pictures_around_a_title_go() -> None:
    """Those within it stay, and so does a title of nothing else."""
    for first, title in (
        ("📢📢 ขอเชิญร่วมงาน ✨ จ้า 🎉🎉", "ขอเชิญร่วมงาน ✨ จ้า"),
        ("⏰ ด่วน ⭐️", "ด่วน"),
        ("🎉🎉", "🎉🎉"),
        (f"ก{'🎉' * 200_000}ก", "ก"),  # it would take hours, were the end sought from each
    ):
        assert title == read_article(f"{first}\nเนื้อข่าวของเรื่องนี้").title
