"""Days on which somebody spoke, invited or acted."""

from datetime import date

import pytest

from bot.knowledge.entries import Event
from bot.press.facts.events import find_event
from bot.press.facts.statement_days import opens_with_act


def event(*paragraphs: str, title: str = "ข่าว") -> Event:
    return find_event(title, paragraphs, None).event or Event()


def test_the_day_on_which_somebody_invites_is_not_the_one_invited_to() -> None:
    """Neither is its hour; the place stands before its day."""
    found = event(
        "วันที่ 6 ธันวาคม 2567 เวลา 08.30 น. นายแดง ใจดี รองโฆษก เชิญชวนประชาชนร่วมกิจกรรมดูดาว "
        "ณ ลานอัฒจันทร์ สวนเบญจกิติ กรุงเทพฯ คืนวันเสาร์ที่ 7 ธันวาคม 2567 เวลา 17:00 - 22:00 น. ฟรี"
    )
    assert (date(2024, 12, 7), "17:00 - 22:00 น.") == (found.start, found.time)
    assert ("ลานอัฒจันทร์ สวนเบญจกิติ กรุงเทพฯ", "กรุงเทพมหานคร") == (found.venue, found.province)


def test_an_invitation_without_a_speaker_tells_its_own_day() -> None:
    """Who is invited is not who invites."""
    text = "วันที่ 7 ธันวาคม 2567 ขอเชิญประชาชนร่วมกิจกรรมดูดาว ณ สวนเบญจกิติ"
    assert date(2024, 12, 7) == event(text).start


@pytest.mark.parametrize(
    ("before", "acted"),
    [
        ("รศ.ดร. แดง ใจดี รองปลัดกระทรวง ได้ร่วมหารือกับสถาบันจีน เมื่อวันที่ ", True),
        ("รศ.ดร. แดง ใจดี กล่าวว่า กฎหมายผ่านการประชุม เมื่อวันที่ ", False),
        ("รศ.ดร. แดง ใจดี ลงพื้นที่อ่างน้ำ ซึ่งส่งมอบให้ชุมชน เมื่อวันที่ ", False),
        ("รศ.ดร. แดง ใจดี ประชุมติดตามมติ ครม. เมื่อวันที่ ", False),
        ("สถาบันแห่งนี้ก่อตั้งหลังการประชุม เมื่อวันที่ ", False),
        ("กรมดาวแจ้งผู้ที่ต้องการเดินทางไปดูดาว เมื่อวันที่ ", False),
        ("รศ.ดร. แดง ใจดี รองปลัดกระทรวง เกิด เมื่อวันที่ ", False),
    ],
)
def test_who_opens_a_release_did_it_on_the_day_behind(before: str, *, acted: bool) -> None:
    """Where nothing is quoted before."""
    assert acted is opens_with_act(before)


def test_what_was_done_may_be_told_below_a_deck() -> None:
    """One that tells no day itself; and the place may be told before the day."""
    deck = "สถาบันดาวและกระทรวงร่วมสร้างความรู้ความเข้าใจแก่ผู้ประกอบการ เข้าถึงแหล่งทุนและสิทธิประโยชน์ต่าง ๆ"
    lead = "นายแดง ใจดี ผู้จัดการกองทุน และนายดำ ใจดี ร่วมลงนามบันทึกความเข้าใจ โครงการส่งเสริมดาว"
    lead = f"{lead} เมื่อวันที่ 25 กรกฎาคม 2567 ในงานดาวแฟร์ ณ ห้องประชุมดาว"
    found = event(f"{deck} {deck}", lead)
    assert (date(2024, 7, 25), "ห้องประชุมดาว") == (found.start, found.venue)
    decided = f"{deck} ตามที่คณะรัฐมนตรีเห็นชอบหลักการเมื่อวันที่ 3 มีนาคม 2567 แล้ว"
    assert event(decided, lead).start is None


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("กล่าวระหว่างร่วมประชุมดาว", date(2021, 10, 31)),
        ("เปิดเผยหลังประชุม ครม.", None),
        ("กล่าวถึงดาว", None),
    ],
)
def test_what_is_said_at_an_event_is_said_on_its_day(said: str, day: date | None) -> None:
    """What is only told has none."""
    who = "นายแดง ใจดี รัฐมนตรีว่าการกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม (ดีอีเอส)"
    assert day == event(f"{who} {said} วันนี้ (31 ต.ค. 64) ว่า ดาวดี").start


@pytest.mark.parametrize(
    ("told", "venue"),
    [
        ("เวลา 08.45 น. ณ ตึกสันติไมตรี นายแดง ใจดี เข้าพบนายกรัฐมนตรี", "ตึกสันติไมตรี"),
        ("นายแดง ใจดี เป็นประธานพิธี ณ วัดดาว อ.หัวหิน พร้อมคณะ", "วัดดาว อ.หัวหิน"),
        ("คณะรัฐมนตรีมีมติเห็นชอบให้จัดประชุมดาว ณ วัดดาว อ.หัวหิน", None),
        ("ประชาชนตรวจสอบสิทธิได้", None),
    ],
)
def test_what_a_spokesman_tells_of_today_is_what_takes_place(told: str, venue: str | None) -> None:
    """Not what the cabinet decides."""
    who = "นายดำ ใจดี รองเลขาธิการนายกรัฐมนตรีฝ่ายการเมือง ปฏิบัติหน้าที่โฆษกประจำสำนักนายกรัฐมนตรี"
    found = event(f"{who} เปิดเผยว่า วันนี้ (13 มิถุนายน 2566) {told}")
    assert (date(2023, 6, 13) if venue else None) == found.start
    assert venue is None or venue == found.venue


def test_what_is_told_right_after_an_event_is_told_on_its_day() -> None:
    """And where it was; a meeting of the cabinet is none."""
    lead = "วันที่ 5 มีนาคม 2563 นายแดง ใจดี รัฐมนตรี เปิดเผยภายหลัง"
    found = event(f"{lead}พิธีลงนาม ณ โรงแรมดาว กรุงเทพฯ ว่า ศูนย์ดาวดี")
    assert (date(2020, 3, 5), "โรงแรมดาว กรุงเทพฯ") == (found.start, found.venue)
    assert event(f"{lead}การประชุมคณะรัฐมนตรี ณ ทำเนียบรัฐบาล ว่า ศูนย์ดาวดี").start is None
    assert date(2020, 3, 5) == event(f"{lead}ตรวจเยี่ยมศูนย์ดาวและหารือกับผู้วิจัย ว่า ศูนย์ดาวดี").start
    only_told = "วันที่ 5 มีนาคม 2563 นายแดง ใจดี รัฐมนตรี เปิดเผยว่า หลังจากที่ได้ประชุมกันแล้ว ว่า ศูนย์ดาวดี"
    assert event(only_told).start is None


def test_the_day_behind_what_was_done_is_its_day() -> None:
    """In Thai figures too, and however late in the sentence."""
    lead = "รศ.ดร. แดง ใจดี รองปลัดกระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม ได้ร่วมหารือกับจีน"
    assert date(2023, 2, 10) == event(f"{lead} เมื่อวันที่ ๑๐ กุมภาพันธ์ ๒๕๖๖ เพื่อพัฒนาระบบราง").start


@pytest.mark.parametrize(
    "text",
    [
        "กรุงเวียนนา ประเทศออสเตรีย / วานนี้ (5 ธันวาคม 2559) ดร.แดง ใจดี เข้าร่วมประชุมนานาชาติ",
        "ปทุมธานี – 5 ธันวาคม 2559 – ดร.แดง ใจดี เปิดตัวโครงการ",
    ],
)
def test_datelines_tell_the_day(text: str) -> None:
    assert date(2016, 12, 5) == event(text).start


@pytest.mark.parametrize(
    ("told", "start"),
    [
        ("ร่วมกับเจ้าหน้าที่ดำเนินการตรวจคัดกรองบุคลากร ณ ห้องประชุมเกาะไผ่ ศาลากลางจังหวัด", date(2024, 8, 9)),
        ("รัฐมนตรีเป็นประธานการประชุมศูนย์ปฏิบัติการ ณ ห้องประชุมชั้น 8 กระทรวง", date(2024, 8, 9)),
        ("จะเร่งดำเนินการตรวจคัดกรองบุคลากร ณ ห้องประชุมเกาะไผ่ ศาลากลางจังหวัด", None),
        ("ดำเนินการตรวจ ณ ห้องประชุมเกาะไผ่ ศาลากลางจังหวัด เมื่อวันที่ 2 ส.ค. 67", date(2024, 8, 2)),
        ("ดำเนินการช่วยเหลือเกษตรกรมาอย่างต่อเนื่อง", None),
    ],
)
def test_what_is_told_today_was_done_today_where_its_place_is_told(
    told: str, start: date | None
) -> None:
    """What is to come, or was on another day, is not."""
    assert start == event(f"วันนี้ (9 ส.ค. 67) นายแดง ใจดี ผู้ว่าราชการ เปิดเผยว่า {told}").start


SPOKESMAN = "วันที่ 5 มีนาคม 2563 นายแดง ใจดี รองโฆษกกรมดาว (ฝ่ายการเมือง)"


@pytest.mark.parametrize(
    ("does", "day"),
    [
        ("เผยรัฐมนตรีพอใจการเดินทางของผู้ร่วมประชุม", None),
        ("เตือนประชาชนให้ระวังดาวตก ก่อนเดินทาง", None),
        ("แถลงมติคณะรัฐมนตรี เห็นชอบการประชุมดาว", None),
        ("เผยรัฐมนตรีชื่นชมการประชุมดาว และกล่าวว่า ดาวดี", None),
        ("ได้เป็นประธานการประชุมดาว", date(2020, 3, 5)),
        ("ได้รับมอบหมายจากรัฐมนตรี เป็นประธานพิธี", date(2020, 3, 5)),
        ("แถลงข่าว ณ ศูนย์แถลงข่าว กรมดาว", date(2020, 3, 5)),
        ("เผยภายหลังตรวจเยี่ยมศูนย์ดาว", date(2020, 3, 5)),
        ("แถลงหลังการประชุมคณะรัฐมนตรีว่า ดาวดี", None),
    ],
)
def test_who_speaks_for_others_only_tells(does: str, day: date | None) -> None:
    """Whatever the deeds that are told; unless something is done, or told at a place."""
    assert day == event(f"{SPOKESMAN} {does}").start


def test_a_spokesman_among_others_does_what_they_do() -> None:
    """And so does one who is sent."""
    day = "วันที่ 5 มีนาคม 2563 นายแดง ใจดี อธิบดี"
    assert event(f"{day} พร้อมด้วยนายดำ ใจดี โฆษกกรมดาว ชมดาว").start
    assert event(f"{day} มอบหมายให้นายดำ ใจดี โฆษกกรมดาว แจกกล้อง").start
    assert event(f"{day} ให้นายดำ ใจดี โฆษกกรมดาวพร้อมด้วยนายขาว ใจดี รับฟังนโยบาย").start


@pytest.mark.parametrize(
    "lead",
    [
        "เมื่อวันที่ 5 มีนาคม 2563 คณะรัฐมนตรีมีมติเห็นชอบโครงการดาว",
        "ที่ประชุม ครม. (5 มี.ค. 63) อนุมัติงบประมาณให้โครงการดาว",
        "น.ส.แดง ใจดี เปิดเผยผลการประชุมคณะรัฐมนตรี (ครม.) วันที่ 5 มีนาคม 2563 ว่า มีมติ",
        "วันนี้ (5 มีนาคม 2563) ศาลอุทธรณ์ได้มีคำพิพากษากลับคำสั่ง",
        "ตามที่ปรากฏเมื่อวันที่ 5 มีนาคม 2563 มีผู้ร้องเรียน ณ สำนักงาน",
        "ล่าสุด วันนี้ (5 มีนาคม 2563) อธิบดีลงพื้นที่กำกับดูแล",
        "ครม. ในคราวการประชุมวันที่ 5 มีนาคม 2563 มีมติรับทราบรายงานการประชุม",
        "ราชกิจจานุเบกษา เมื่อวันที่ 5 มีนาคม 2563 เผยแพร่ระเบียบการประชุมดาว",
        "หลังจากที่เมื่อวันที่ 5 มีนาคม 2563 ไทยและจีนลงนามบันทึกความเข้าใจแล้ว",
        "กองทุนแจ้งว่าระบบจะโอนเงินให้เกษตรกรผู้ปลูกดาว งวดแรกในวันที่ 5 มีนาคม 2563",
        "วันที่ 5 มีนาคม 2563 นายแดง ใจดี รองปลัดและโฆษกกรมดาว เผยสถานการณ์การเดินทาง",
        "วันที่ 5 มีนาคม 2563 นายแดง ใจดี โฆษกกรมดาวและโฆษกศูนย์ดาว เผยสถานการณ์การเดินทาง",
        "ซึ่งเมื่อวันที่ 5 มีนาคม 2563 ได้ประชุมและพิจารณาหลักเกณฑ์แล้ว",
        "สำหรับสถานการณ์ประจำวันที่ 5 มีนาคม 2563 เวลา 14.00 น. พบทางหลวงถูกน้ำท่วม",
        "วันที่ 5 มีนาคม 2563 นายแดง ใจดี อธิบดี ชี้แจงเรื่องบัตรดาว",
        "วันนี้ (5 มีนาคม 2563) พบผู้ป่วยรายใหม่ รวม 25,139 ราย",
    ],
)
def test_what_is_decided_counted_or_led_to_the_news_is_no_event(lead: str) -> None:
    """Though a meeting of the cabinet at a place is one."""
    assert event(lead).start is None
    met = "ที่ประชุมคณะรัฐมนตรี วันที่ 5 มีนาคม 2563 ณ ทำเนียบรัฐบาล ได้หารือเรื่องดาว"
    assert date(2020, 3, 5) == event(met).start


def test_what_is_planned_takes_place_on_its_own_days() -> None:
    """Not on the one on which that is said; what is opened then has begun."""
    plans = "มีกำหนดเดินทางเยือนจีน เพื่อลงนาม ช่วงวันที่ 18-20 มีนาคม 2563"
    assert event(f"วันที่ 5 มีนาคม 2563 นายแดง ใจดี รัฐมนตรี {plans}").start is None
    opened = (
        "วันที่ 5 มีนาคม 2563 นายแดง ใจดี เปิดงานดาว ณ หอดูดาว ซึ่งมีกำหนดจัดขึ้นระหว่างวันที่ 18-20 เมษายน 2563"
    )
    assert date(2020, 3, 5) == event(opened).start


def test_what_was_done_at_a_place_today_may_be_told_before_the_day() -> None:
    """And goes on with what was said; what is said before has no day."""
    lead = "นายแดง ใจดี ปลัดกระทรวง เป็นประธานงานดาว ณ หอดูดาวน่าน ชั้น 1"
    found = event(f"{lead} วันนี้ (9 มิ.ย. 60) โดยกล่าวว่า ดาวดี")
    assert (date(2017, 6, 9), "หอดูดาวน่าน ชั้น 1") == (found.start, found.venue)
    said = "นายแดง ใจดี ปลัดกระทรวง กล่าวว่า ผู้ที่เคยร่วมพิธีชมดาวในปีก่อน ๆ ณ หอดูดาวน่าน"
    said = f"{said} มีมากขึ้นเรื่อยมาจนถึง วันนี้ (9 มิ.ย. 60) โดยดาวดี"
    assert event(said).start is None
