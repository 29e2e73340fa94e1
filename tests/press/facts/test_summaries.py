"""The line that sums a release up."""

import pytest

from bot.press.facts.summaries import summary_of

MINISTER = "รัฐมนตรีว่าการกระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม (อว.)"
SHORT = "รัฐมนตรีว่าการกระทรวง อว."
DONE = "เปิดศูนย์ทดสอบวัสดุแห่งใหม่ของจังหวัดเชียงราย"
AIM = (
    "เพื่อให้ผู้ประกอบการรายย่อยในทุกภูมิภาคของประเทศเข้าถึงเครื่องมือและห้องทดลองที่ทันสมัยได้ง่ายขึ้นกว่าเดิม"
    "โดยไม่ต้องเดินทางไปยังห้องปฏิบัติการในกรุงเทพมหานครหรือส่งตัวอย่างไปตรวจที่ต่างประเทศเหมือนที่ผ่านมาทุกปี "
    "ซึ่งจะช่วยให้สินค้าไทยแข่งขันในตลาดโลกได้"
)

MEN = (
    "นายดำ ขยันยิ่ง กรรมการผู้จัดการ นายขาว สะอาดตา ผู้จัดการฝ่ายพัฒนาธุรกิจของภูมิภาค "
    "และ นายเขียว ขจีงาม ที่ปรึกษาของกรรมการผู้จัดการ"
)
OFFICE = "กรมวิทยาศาสตร์บริการ"


def test_a_day_alone_sums_nothing_up() -> None:
    """Nor does a place: what happens is told below them."""
    head = ["ในวันพฤหัสบดีที่ ๒๕ มกราคม ๒๕๖๗ เวลา ๑๐๐๐ น.", "ณ ห้องรับรอง ชั้น ๒ กองบัญชาการกองทัพบก"]
    told = "กองทัพบกลงนามความร่วมมือทางวิชาการกับมหาวิทยาลัยทั่วประเทศ"
    assert told == summary_of("แถลงข่าว", [*head, told])


WHERE = (
    "ห้องแถลงข่าว ชั้น 1 อาคารพระจอมเกล้า สำนักงานปลัดกระทรวง "
    "ถนนพระรามที่ 6 แขวงทุ่งพญาไท เขตราชเทวี กรุงเทพมหานคร 10400"
)


@pytest.mark.parametrize(
    ("lead", "who"),
    [
        # Long names of offices are told short, then day and place go.
        (f"วันนี้ (5 มกราคม 2567) เวลา 09.30 น. ณ {WHERE} นางแดง ใจดี {MINISTER}", SHORT),
        (f"วันนี้ (5 มกราคม 2567) เวลา 09.30 น. ที่{WHERE} นางแดง ใจดี {MINISTER}", SHORT),
        # So do who says it, and who came along.
        (
            f"นายดำ ขยันยิ่ง รองโฆษกรัฐบาล เปิดเผยว่า นางแดง ใจดี อธิบดี{OFFICE} พร้อมด้วย {MEN} {MEN}",
            f"อธิบดี{OFFICE}",
        ),
    ],
)
def test_a_summary_tells_who_did_what(lead: str, who: str) -> None:
    """To the end of a clause, without dots."""
    assert f"นางแดง ใจดี {who} {DONE}" == summary_of("เปิดศูนย์", [f"{lead} {DONE} {AIM}"])


@pytest.mark.parametrize(
    ("before", "told", "behind"),
    [
        ("", f"{OFFICE}หารือกับคณะผู้บริหารของบริษัทเครื่องมือวัดแห่งหนึ่งของญี่ปุ่น", f"ประกอบด้วย {MEN}"),
        ("", "กยศ. เปิดรับคำขอกู้ยืมที่จังหวัดระยองกว่า 3,000 คน พร้อมเชิญผู้ว่าราชการจังหวัดร่วมด้วย", AIM),
        ("กรุงปักกิ่ง ประชาชนจีน/ วันที่ 9 ธันวาคม 2559 – ", f"{MEN} {DONE}กับสถาบันของจีน", AIM),
        ("ตามที่คณะรัฐมนตรีมอบหมายให้ดูแลทั่วประเทศนั้น ", f"{OFFICE} {DONE}", f"{AIM} {AIM}"),
        ("", f"{OFFICE} กล่าวว่า เนื่องจากภาคเหนือขาดเครื่องมือ จึงสั่งการให้เปิดศูนย์โดยเร็ว", AIM),
        ("", f"{OFFICE} {DONE}และการประกวด “DSS’s Innovation” ในภาคเหนือตอนบน", AIM),
        ("", f"ผู้ประกอบการเสนอให้ตั้งศูนย์ทดสอบวัสดุในพื้นที่ใกล้เคียง โดยเร็ว {OFFICE} จึง{DONE}", AIM),
        ("เมื่อวันที่ 5 ม.ค. ", f"{MEN} และ {MEN} {DONE}", AIM),
        ("", f"เมื่อวันที่ 5 ม.ค. นางแดง ใจดี อธิบดี{OFFICE} {DONE}", AIM),
    ],
    ids=["list", "syllables", "dateline", "given", "reason", "apostrophe", "agent", "long", "aim"],
)
def test_a_clause_ends_where_it_says_all(before: str, told: str, behind: str) -> None:
    """Before a list, not before who acts next, and in 320 letters where it takes as many."""
    assert told == summary_of("เปิดศูนย์", [f"{before}{told} {behind}"])


@pytest.mark.parametrize(
    "lead",
    [
        "เพื่อลดความเหลื่อมล้ำในการเข้าถึงการรักษาโรคหลอดเลือดสมองในพื้นที่ห่างไกล",
        "นางแดง ใจดี อธิบดีกรมวิทยาศาสตร์บริการ พร้อมด้วย นายขาว สะอาดตา ผู้ว่าราชการจังหวัดเชียงราย",
        "นางแดง ใจดี รองโฆษกประจำสำนักนายกรัฐมนตรี เปิดเผยหลังการประชุมคณะรัฐมนตรี",
        "กระทรวงวิทยาศาสตร์และเทคโนโลยี ร่วมกับ องค์กรส่งเสริมการค้าระหว่างประเทศของญี่ปุ่น",
        "ชี้การพัฒนาจังหวัดอยู่ในมือมหาวิทยาลัย ต้องเป็นกำลังในการพัฒนาท้องถิ่นด้วย",
        "1. ปลดล็อคระเบียบเพื่อให้อาจารย์สามารถทำงานตอบโจทย์ของประเทศได้",
        "นางแดง กล่าวต่อว่า จะเปิดศูนย์ทดสอบวัสดุแห่งใหม่ที่จังหวัดน่านในปีหน้า",
        "อธิบดีเปิดศูนย์ทดสอบวัสดุของจังหวัดเชียงรายแห่งใหม่",  # the title
    ],
)
def test_a_fragment_sums_nothing_up(lead: str) -> None:
    """What tells it stands below; better none than a fragment."""
    title = "อธิบดีเปิดศูนย์ทดสอบวัสดุของจังหวัดเชียงรายแห่งใหม่"
    told = "กรมวิทยาศาสตร์บริการเปิดศูนย์ทดสอบวัสดุที่ให้บริการผู้ประกอบการทุกขนาดโดยไม่มีค่าใช้จ่าย"
    assert told == summary_of(title, [lead, told])
    assert not summary_of(title, [lead])


@pytest.mark.parametrize(
    "end",
    [
        "“ถนนสายวิทยาศาสตร์” ประจำปี 2560",  # between a word and its number
        "“มหกรรมงานวิจัยและนวัตกรรมแห่งชาติ ณ เชียงราย เพื่อประชาชน”",  # inside a name
        "ร่วมกับ Dr. Wang",
    ],
)
def test_nothing_is_cut_inside_a_name_or_number(end: str) -> None:
    """A name is told whole or not at all, and an abbreviation's dot ends nothing."""
    start = "กรมวิทยาศาสตร์บริการ" + "ก" * 90
    lead = f"{start} จัดงานแสดงเครื่องมือทดสอบ {end} {AIM}"
    assert f"{start} จัดงานแสดงเครื่องมือทดสอบ {end}" == summary_of("ข่าว", [lead])


def test_another_language_is_summed_up_by_its_first_sentence() -> None:
    """Its verbs are not known. The dot of a rank ends none, and a Thai release is told in Thai."""
    first = "The institute signed an agreement with Gen. Wang of the space agency on farm data."
    lead = f"{first} {'It will last for five years. ' * 9}"
    assert first == summary_of("MOU", [lead])
    assert not summary_of("ลงนามความร่วมมือ", [lead])


def test_a_list_that_follows_is_not_announced() -> None:
    """It is no part of the line."""
    told = "กรมวิทยาศาสตร์บริการจัดอบรมให้ผู้ประกอบการในภาคเหนือห้าหลักสูตรโดยไม่มีค่าใช้จ่าย"
    for end in (" ดังนี้", " ประกอบด้วย", " สรุปสาระสำคัญดังนี้ :"):
        assert told == summary_of("อบรม", [told + end])
