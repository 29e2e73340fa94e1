"""What takes place when and where: said, announced, reported; and never made up."""

from datetime import date

import pytest

from bot.press.facts import (
    announced_days,
    english,
    event_days,
    last_days,
    reported_days,
    statement_days,
)
from bot.press.facts.events import find_event
from tests.press.facts.base import PUBLISHED, read
from tests.support.phrases import marked, phrases
from tests.support.work import LettersSearched

MORE = "ทั้งนี้ผู้สนใจติดตามได้ทางเว็บไซต์ของหน่วยงาน"
UNSURE = ["event.start", "event.end"]


@pytest.mark.parametrize(
    ("title", "held"),
    [
        ("ผลการปราบปรามบุหรี่เถื่อน ประจำปีงบประมาณ 2563 ระหว่างวันที่ 1 - 8 มีนาคม 2563", False),
        ("เฝ้าระวังพายุดาว ขึ้นฝั่งเวียดนามตอนบน 13 - 14 มี.ค. กระทบไทย", False),
        ("การเปิดลงทะเบียนเข้าร่วมมาตรการดาวผ่านระบบ ตั้งแต่วันที่ 7 - 31 มีนาคม 2563", False),
        ("ชวนเที่ยวเทศกาลดาวส่งท้ายปี ตั้งแต่วันนี้ - 5 เม.ย. 63", False),
        ("ชาวไร่เตรียมรับข่าวดี หากจดทะเบียนก่อน 29 มี.ค. นี้", False),
        ("เปิดรับสมัครผู้สนใจเข้าร่วมมหกรรมดาวหน้าหนาวแห่งชาติ ที่น่าน 14 - 18 มี.ค. 63", True),
    ],
)
def test_a_period_in_the_title_may_be_of_what_is_due_or_counted(title: str, *, held: bool) -> None:
    """What is held behind that outweighs it."""
    assert held is (read("กรมขอเชิญผู้สนใจติดตามข่าวสาร", title=title).days != "")


def test_a_period_in_the_title_is_that_of_the_event() -> None:
    """Other places have other days, and some of its days their own place; its venue is told
    behind the same days, or in the title."""
    lead = "(11 มีนาคม 2563) กระทรวงจัดงานสองแห่ง ที่ไบเทค ระหว่างวันที่ 12-18 มีนาคม 2563 เวลา 09.00 น."
    there = "งานที่สองจัดขึ้นวันที่ 14-18 มีนาคม 2563 ณ สามย่านมิตรทาวน์ ชั้น 5 เวลา 10.00-22.00 น."
    title = "จัดงานวิทย์ 14 - 18 มี.ค. 63 ณ สามย่าน"
    for paragraphs, venue in (((lead, there), "สามย่านมิตรทาวน์ ชั้น 5"), ((lead,), "สามย่าน")):
        found = read(*paragraphs, title=title)
        assert "14-18 มีนาคม 2563" == found.days
        assert venue == found.venue
    leg = "งานจัดขึ้นวันที่ 12-18 มีนาคม 2563 โดยวันที่ 14-15 มีนาคม 2563 จะไปจัดที่ไบเทค บางนา"
    assert ("12-18 มีนาคม 2563", "") == ((found := read(leg, MORE)).days, found.venue)
    closing = read(lead, title="เปิดรับสมัครถึง 1 - 30 เม.ย. 63 เท่านั้น")
    assert "12-18 มีนาคม 2563" == closing.days


@pytest.mark.parametrize(
    ("paragraph", "days"),
    [
        ("เมื่อวันที่ 9 มีนาคม 2563 รัฐมนตรีเป็นประธานเปิดงาน", "9"),
        ("(9 มี.ค. 2563) รัฐมนตรีลงนามความร่วมมือ", "9"),
        ("9-10 มีนาคม 2563 ทีมวิจัยลงพื้นที่", "9-10"),
        ("วันที่ 9 มีนาคม อธิบดีเยี่ยมชมห้องปฏิบัติการ", "9"),
        ("กรุงเทพฯ 9 มีนาคม 2563 - สองหน่วยงานลงนาม", "9"),
        ("อบรมครั้งแรก 9 - 10 มีนาคม 2563 ณ อาคารศูนย์ทรัพยากรการเรียนรู้ จ.สงขลา", "9-10"),
        ("ชวนชมฝนดาวตก คืนวันที่ 9 ถึงเช้าวันที่ 10 มีนาคม 2563 ตั้งแต่เวลา 21.00 น. ณ ยอดดอย", "9-10"),
        ("รุ่น: 1 · วันที่: 9-10 มีนาคม 2563 · สถานที่: วิทยาลัยชุมชนแพร่", "9-10"),
        ("จะเริ่มเปิดตัวครั้งแรกในจันทร์ที่ 9 มีนาคม 2563 ณ พิพิธภัณฑ์ธรรมชาติวิทยา", "9"),
        ("กรุงปักกิ่ง สาธารณรัฐประชาชนจีน/ วันที่ 9 มีนาคม 2563 – สองหน่วยงานลงนาม", "9"),
        ("พิพิธภัณฑ์เปิดให้เข้าชมฟรีตั้งแต่วันที่ 9 - 11 มีนาคม 2563 นี้", "9-11"),
        ("เชิญเด็กไทยเข้าชมศูนย์อวกาศฟรี 3 วัน ตั้งแต่วันที่ 9 -11 มีนาคม 2563 และพบของรางวัล", "9-11"),
        ("อธิบดีเปิดงานมหกรรม ซึ่งจัดขึ้นระหว่างวันที่ 9-11 มีนาคม 2563 ณ ไบเทค", "9-11"),
        ("เมื่อวันที่ 9 มี.ค. อธิบดีเปิดงาน ซึ่งจัดขึ้นระหว่างวันที่ 9 - 11 มี.ค. ณ ไบเทค", "9-11"),
        ("สองหน่วยงานร่วมกันจัดการแข่งขัน ระหว่าง 9-11 มี.ค.63 ณ ม.ธุรกิจบัณฑิต กทม.", "9-11"),
        ("ผู้แทนร่วมประชุมนานาชาติ (วันที่ 9-11 มีนาคม 2563 ณ กรุงโซล)", "9-11"),
        ("อธิบดีมอบเครื่องมือให้โรงเรียน เมื่อวันที่ 9 มีนาคม 2563 ณ โรงเรียนบ้านดง", "9"),
        ("ผู้แทนเข้าร่วมการประชุมน้ำนานาชาติ ระหว่างวันที่ 9-11 มีนาคม 2563 เพื่อแลกเปลี่ยนความรู้", "9-11"),
        ("อธิบดีเปิดเผยว่า ระหว่างวันที่ 9-11 มีนาคม 2563 คณะจะเดินทางเยือนประเทศภูฏาน", "9-11"),
        ("คณะตรวจทั้งสองแห่ง ระหว่างวันที่ 9-10 มีนาคม 2563 โดยวันนี้อยู่ที่แห่งแรก", "9-10"),
        ("ขอเชิญบริจาคโลหิต ระหว่างวันที่ 9-10 มีนาคม 2563 ระหว่างเวลา 09.00 น. ณ ศาลาประชาคม", "9-10"),
        ("เช้าวันนี้ (พฤหัสบดี ที่ 12 มี.ค. 63) อธิบดีรับมอบเครื่องมือ ณ ศาลาประชาคม", "12"),
        (
            "นายแดง ใจดี โฆษกกระทรวงดวงดาว กล่าวว่า เมื่อวานนี้ (11 มี.ค. 63) อธิบดีให้การต้อนรับทูต ณ ห้องดาว",
            "11",
        ),
        ("วัน จันทร์ ที่ 9 มี.ค.63 พล.อ.ขาว ใจดี รมช.กห. ได้ให้การต้อนรับทูต", "9"),
        ("ช่วงค่ำของวันที่ 9 มีนาคม 2563 อธิบดีเปิดงานมอบโล่ ณ สวนดาว", "9"),
        ("กรมจัดพิธีวางพุ่มดอกไม้ถวายพระราชบิดา วันที่ 9 มีนาคม 2563 เนื่องในโอกาสวันน้ำ", "9"),
        ("แจ้งปิดถนนเพื่อซ้อมเดินขบวน ในวันที่ 14 มีนาคม 2563 ช่วงเวลา 15.30 - 16.40 น.", "14"),
        ("เสียงจากเกษตรกรในพื้นที่ เมื่อวันที่ 9 มี.ค. ที่ผ่านมา ทีมวิจัยร่วมประชุม ณ ห้องประชุมศาลากลาง", "9"),
    ],
)
def test_days_are_read_where_the_text_says_what_they_are(paragraph: str, days: str) -> None:
    """At the opening, in a period, in brackets with a venue, after "เมื่อวันที่"."""
    assert f"{days} มีนาคม 2563" == read(paragraph, MORE).days


@pytest.mark.parametrize(
    "paragraph",
    [
        # A statement, a deadline, a satellite picture and a law are none.
        "วันที่ 9 มีนาคม 2563 อธิบดีกล่าวว่า ประเทศไทยส่งออกอาหารเป็นอันดับต้น",
        "เมื่อวันที่ 9 มีนาคม 2563 กรมวิทยาศาสตร์บริการ แนะให้เลือกฟิล์มห่ออาหาร",
        "เปิดรับสมัครตั้งแต่วันที่ 9 มีนาคม 2563 ถึงวันที่ 20 มีนาคม 2563",
        "ชำระค่าลงทะเบียนภายในวันที่ 9 มีนาคม 2563",
        "ลูกค้าทั่วประเทศแจ้งความประสงค์ได้ตั้งแต่วันที่ 9 มีนาคม 2563 เวลา 9.00 น. เป็นต้นไป ถึงวันที่ 26 มีนาคม 2563",
        "วันที่ 9 มีนาคม 2563 นายแดง ใจดี โฆษกกรมตรวจน้ำ ชี้แจงกรณีการใช้น้ำ ดังนี้",
        "นอกจากนี้ เมื่อวันที่ 9 มีนาคม 2563 กรมได้ร่วมประชุม ณ ศาลาประชาคม",
        "ทรงเป็นที่รักของชาวบ้านตลอดมา โดยวันนี้ตรงกับวันประสูติ เมื่อวันที่ 9 มีนาคม 2563",
        "ภาพจากดาวเทียมของวันที่ 9 มีนาคม 2563 แสดงพื้นที่เผาไหม้",
        "ตามพระราชบัญญัติ พ.ศ. 2562 และแผนปี 2563",
        "พบผู้ป่วยสะสม 40 ราย ระหว่างวันที่ 1-9 มีนาคม 2563 ในทุกภาค",
        "เปิดให้ยื่นคำขอตั้งแต่วันที่ 9 - 20 มีนาคม 2563 ณ สาขาใกล้บ้าน",
        "มอบของขวัญเนื่องในวันน้ำ ซึ่งจัดขึ้นในวันที่ 22 มีนาคม ของทุกปี",
        "อำนวยความสะดวกช่วงวันหยุด ระหว่างวันที่ 9-11 มีนาคม 2563 ทุกเส้นทาง",
        "ตามประกาศของกรม ลงวันที่ 9 มีนาคม 2563 ที่กำหนดไว้",
        "วันนี้ อธิบดีกล่าวว่า ที่ประชุมคณะรัฐมนตรี เมื่อวันที่ 9 มีนาคม 2563 ที่เมืองน่าน เห็นชอบ",
        "นักท่องเที่ยวเดินทางเข้าไทยระหว่างวันที่ 1-9 มีนาคม 2563 จำนวน 28,466 คน",
        "ผู้ที่เดินทางมาลงทะเบียน ระหว่างวันที่ 1-9 มีนาคม 2563 จะทราบผลภายหลัง",
        "ประชาชนทุกคนในประเทศสามารถตอบแบบสอบถามได้ทางออนไลน์ตั้งแต่วันที่ 12 - 20 มีนาคม 2563 ที่เว็บไซต์ของกรม",
        # Whichever stands first, the telling or its day.
        "โฆษกกระทรวงเปิดเผยเมื่อวันที่ 9 มีนาคม 2563 ว่า พบการแอบอ้าง",
        "กระทรวงเผยแพร่ข่าวเมื่อวันที่ 9 มีนาคม 2563",
    ],
)
def test_other_days_are_no_event(paragraph: str) -> None:
    """Whatever else is told of them."""
    assert "" == read(paragraph, MORE).days


def test_decks_of_the_headline_report_nothing() -> None:
    """However many stand before it, the paragraph that gives the day reports the event."""
    decks = ("ปลื้มโครงการ ชาวบ้านพอใจ", "เสนอแผนระยะสองแล้ว ใน 5 ภูมิภาค", "ลั่นปี 65 คือปีปล่อยของ")
    found = read(*decks, "เมื่อวันที่ 9 มีนาคม 2563 : รัฐมนตรีประชุมสรุปผล ที่มหาวิทยาลัยแม่ฟ้าหลวง จ.เชียงราย")
    assert ("9 มีนาคม 2563", "มหาวิทยาลัยแม่ฟ้าหลวง จ.เชียงราย") == (found.days, found.venue)


def test_an_announced_event_comes_before_the_press_conference() -> None:
    """Where the release announces, its days are those of what it announces."""
    found = read(
        "เมื่อวันที่ 9 มีนาคม 2563 อธิบดีแถลงข่าวความพร้อมจัดงาน ณ กระทรวง",
        "งานจัดขึ้นระหว่างวันที่ 20-22 มีนาคม 2563 ณ ไบเทค บางนา เข้าชมฟรี",
        title="แถลงความพร้อมจัดงาน",
    )
    assert ("20-22 มีนาคม 2563", "ไบเทค บางนา") == (found.days, found.venue)
    assert "ไม่มีค่าใช้จ่าย" == found.cost


def test_what_the_title_says_is_to_come_comes_before_what_made_it_known() -> None:
    """Where the text says that it is held then; the title's place does where the text has none."""
    told = (
        "วันนี้ (9 มีนาคม 2563) ที่อาคารดาว นายแดง ใจดี ประธานมูลนิธิ กล่าวขอบคุณผู้สนับสนุน",
        "การแข่งขันจะจัดขึ้นในวันอาทิตย์ที่ 15 มีนาคม 2563 ประกอบด้วย 3 ประเภท",
    )
    found = read(*told, title="มูลนิธิจัดแข่งขันวิ่ง 15 มี.ค. 63 นี้ ณ หาดงาม จ.ชลบุรี")
    assert ("15 มีนาคม 2563", "หาดงาม จ.ชลบุรี") == (found.days, found.venue)
    both = read(*told, title="ขอบคุณผู้สนับสนุน 9 มี.ค. 63 และจัดแข่งขันวิ่ง 15 มี.ค. 63")
    assert "9 มีนาคม 2563" == both.days


def test_a_day_with_its_place_behind_outweighs_others_of_its_sentence() -> None:
    """What is to be decided on another day is only spoken of."""
    found = read(
        "รัฐมนตรีว่าการกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม เป็นประธานการประชุมติดตามแผนของรัฐวิสาหกิจ "
        "คาดว่าจะนำเสนอคณะรัฐมนตรีในวันศุกร์ที่ 13 มีนาคม 2563 ทั้งนี้ที่ประชุมให้จัดทำแผน "
        "เมื่อวันที่ 9 มีนาคม 2563 ณ ห้องประชุมดาว ชั้น 9"
    )
    assert ("9 มีนาคม 2563", "ห้องประชุมดาว ชั้น 9") == (found.days, found.venue)


def test_what_is_made_known_comes_before_the_day_on_which_it_is() -> None:
    """A minister who calls on the prime minister with an invitation."""
    found = read(
        "วันนี้ (9 มีนาคม 2563) ณ ทำเนียบรัฐบาล รัฐมนตรีเข้าพบนายกรัฐมนตรี",
        "งานจัดขึ้นระหว่างวันที่ 20-22 มีนาคม 2563 ณ ไบเทค บางนา",
        title="รัฐบาลประชาสัมพันธ์การจัดงานดาวแฟร์",
    )
    assert ("20-22 มีนาคม 2563", "ไบเทค บางนา") == (found.days, found.venue)


def test_the_day_of_the_press_conference_is_no_day_of_what_it_announces() -> None:
    """Not even where its own venue is told as well."""
    found = read(
        "วันที่ 9 มีนาคม 2563 ณ ห้องโถงชั้น 1 อาคารพระจอมเกล้า ปลัดกระทรวงร่วมงานแถลงข่าว",
        "งานจัดขึ้นระหว่างวันที่ 20-22 มีนาคม 2563 ณ ไบเทค บางนา",
    )
    assert ("20-22 มีนาคม 2563", "ไบเทค บางนา") == (found.days, found.venue)


@pytest.mark.parametrize(
    ("title", "days", "venue"),
    [
        ("รัฐมนตรีมอบวุฒิบัตรให้ผู้เข้าอบรม", "9 มีนาคม 2563", "โรงแรมเมืองใหม่"),
        ("รัฐมนตรีเปิดงานนวัตกรรม", "5-9 มีนาคม 2563", "โรงแรมริมน้ำ"),
    ],
)
def test_a_ceremony_is_not_the_training_it_ends(title: str, days: str, venue: str) -> None:
    """Where the training was elsewhere; a fair is all its days, wherever it is opened."""
    found = read(
        "เมื่อวันที่ 9 มีนาคม 2563 รัฐมนตรีเป็นประธานในพิธี ณ โรงแรมเมืองใหม่",
        "การอบรมจัดขึ้นระหว่างวันที่ 5-9 มีนาคม 2563 ณ โรงแรมริมน้ำ",
        title=title,
    )
    assert (days, venue) == (found.days, found.venue)


@pytest.mark.parametrize(
    ("title", "days"), [("ถวายน้ำปานะพระใหม่ ที่วัดดาว จังหวัดน่าน", "9"), ("ถวายน้ำปานะพระใหม่", "5-19")]
)
def test_where_the_title_says_it_is_outweighs_what_goes_on_elsewhere(title: str, days: str) -> None:
    """A visit is told in the title with its place, and the text tells the days of all places."""
    lead = "วันนี้ (9 มี.ค. 63) ณ วัดดาว จังหวัดน่าน อธิบดีเป็นเจ้าภาพถวายน้ำปานะ"
    more = "พิธีอุปสมบทจัดขึ้นระหว่างวันที่ 5-19 มีนาคม 2563 ณ วัดทุกแห่งที่จังหวัดกำหนด"
    assert f"{days} มีนาคม 2563" == read(lead, more, title=title).days


def test_days_of_a_web_site_are_not_those_of_what_is_done_at_a_place() -> None:
    """They are where nothing else is told."""
    lead = "วันนี้ (12 มีนาคม 2563) คณะผู้บริหารร่วมลงนามถวายพระพร ณ ศาลาดาวในพระราชวัง"
    more = "ขอเชิญร่วมลงนามถวายพระพรทางเว็บไซต์ของกรม ระหว่างวันที่ 11 - 13 มีนาคม 2563"
    assert "12 มีนาคม 2563" == read(lead, more).days
    assert "11-13 มีนาคม 2563" == read(more, MORE).days


@pytest.mark.parametrize(
    ("title", "days"),
    [
        ("กองทุนเตรียมลงพื้นที่เช้าวันที่ 20 มี.ค. 63 ช่วยนักศึกษา จ.ระยอง", "20 มีนาคม 2563"),
        ("กองทุนเตรียมเปิดรับสมัครนักศึกษาทั่วประเทศถึงวันที่ 20 มี.ค. 63", ""),
        ("กองทุนเตรียมช่วยนักศึกษาที่ร้องเรียนเมื่อ 2 มี.ค. 63", ""),
    ],
)
def test_a_coming_day_in_the_title_is_that_of_what_is_planned(title: str, days: str) -> None:
    """Where the text tells none; a deadline and a day that is past are not."""
    assert days == read("กองทุนจะลงพื้นที่เพื่อช่วยเหลือนักศึกษา", title=title).days


def test_a_day_in_the_title_settles_what_the_text_leaves_open() -> None:
    """Of several periods; it makes no event of a day that the text tells nothing of."""
    told = ("งานจัดขึ้นในวันที่ 5 เม.ย. 2563 ที่ห้องหนึ่ง", "ค่ายจัดขึ้นระหว่างวันที่ 20-22 มี.ค. 2563 ที่ห้องสอง")
    found = read(*told, title="จับคู่หางาน วันที่ 5 เม.ย. นี้")
    assert "5 เมษายน 2563" == found.days
    assert "" == read("กองทุนขอชี้แจง", title="ได้รับแจ้งเมื่อ 9 มี.ค. 63").days


def test_a_day_of_another_year_is_told_as_unsure() -> None:
    """As printed, but marked for a look: the writer may have meant this year."""
    for day, unsure in (("9 มีนาคม 2562", UNSURE), ("9 มีนาคม 2563", [])):
        assert unsure == read(f"เมื่อวันที่ {day} อธิบดีเปิดงาน").unsure


def test_how_long_something_lasts_is_no_period_of_days() -> None:
    """Though a citizen who says so asks for days from today on."""
    title = "รัฐมนตรีเข้ากระทรวงวันแรก เร่งงานใน 3 เดือน"
    lead = "วันนี้ (9 มีนาคม 2563) รัฐมนตรีประชุมข้าราชการ ณ ห้องดาว"
    assert "9 มีนาคม 2563" == read(lead, title=title).days


def test_what_a_day_is_of_is_sought_close_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that many days in one paragraph take no square of the work."""
    parts = (event_days, announced_days, reported_days, statement_days, last_days, english)
    searched = LettersSearched(monkeypatch, *parts)
    told = []
    for number in (100, 400):
        read("วันที่ 5 มีนาคม 2563 " + "มีกำหนดช่วงวันที่ 5 มีนาคม 2563 " * number)
        told.append(searched.count)
    some, more = told[0], told[1] - told[0]
    assert more < 5 * some


def test_several_periods_are_told_as_unsure() -> None:
    """First to last day, marked for a look."""
    text = "จัดขึ้นในวันที่ 20-22 มี.ค. 2563 ที่ห้องหนึ่ง และจัดขึ้นในวันที่ 27-28 มี.ค. 2563 ที่ห้องสอง"
    found = read(text, title="เตรียมจัดงานสองภาค")
    assert ("20-28 มีนาคม 2563", UNSURE) == (found.days, found.unsure)


def test_a_hall_at_the_end_outweighs_a_country_that_is_spoken_of() -> None:
    """One that the paragraph goes on behind, or that is no hall, does not."""
    prize = "วันที่ 9 มีนาคม 2563 รัฐมนตรีมอบโล่แก่ผู้ชนะการประกวดดาว ณ กรุงปราก สาธารณรัฐเช็ก"
    assert "ห้องรับรอง ชั้น 9" == read(f"{prize} โดยมีผู้บริหารเข้าร่วม ณ ห้องรับรอง ชั้น 9").venue
    assert "ห้องรับรอง ชั้น 9" == read(f"{prize} โดยมีผู้บริหารเข้าร่วม ที่ห้องรับรอง ชั้น 9").venue
    assert "กรุงปราก สาธารณรัฐเช็ก" == read(f"{prize} โดยจะไปต่อ ณ กรุงเวียนนา").venue


def test_a_venue_may_have_a_line_of_its_own() -> None:
    """Below the days, after the word for it."""
    place = "สถานที่จัดกิจกรรม : ศูนย์เรียนรู้ภูมิสารสนเทศ อาคารหนึ่ง"
    found = read("ขอเชิญร่วมค่าย", place, title="ค่ายเยาวชน 14 - 18 มี.ค. 63")
    assert ("14-18 มีนาคม 2563", "ศูนย์เรียนรู้ภูมิสารสนเทศ อาคารหนึ่ง") == (found.days, found.venue)


def test_a_later_paragraph_may_say_where_it_is_held() -> None:
    """And nothing more."""
    days = "เชิญเข้าชมฟรี ตั้งแต่วันที่ 14 - 16 มีนาคม 2563 พร้อมของรางวัล"
    found = read(days, "สำหรับกิจกรรมปีนี้จัดขึ้น ณ อุทยานอวกาศ อำเภอศรีราชา จังหวัดชลบุรี")
    assert ("อุทยานอวกาศ อำเภอศรีราชา จังหวัดชลบุรี", "ชลบุรี") == (found.venue, found.province)


@pytest.mark.parametrize(
    "text",
    phrases("""
        เยี่ยมชม⟨สถานีโทรมาตร ต. แม่สุก อ. แจ้ห่ม จ. ลำปาง⟩ ซึ่งวัดน้ำฝน | เยี่ยมชมสถานีวิจัยและห้องปฏิบัติการ
        เดินทางไปยัง⟨วิทยาลัยเทคนิคน่าน จ.น่าน⟩ เพื่อชมโครงการ | เดินทางไปที่⟨โรงพยาบาลศิริราช⟩ เพื่อให้กำลังใจ
        ลงพื้นที่เยี่ยมชม⟨โอโซนฟาร์ม อ.แม่จัน จ.เชียงราย⟩ โดยมีผู้จัดการ
    """),
)
def test_a_visit_takes_place_where_it_goes(text: str) -> None:
    """Where the address is told with the name, or the way there."""
    deed, venue = marked(text)
    assert venue == read(f"วันที่ 9 มีนาคม 2563 รัฐมนตรีและคณะ {deed}").venue


def test_posts_tell_each_fact_on_a_line_of_its_own() -> None:
    """With pictures before it and a colon behind its name."""
    found = read(
        "🐠 ค่ายกลางวันสำหรับเด็กอายุ 7-10 ปี",
        "📅 วันที่: 14 - 16 มีนาคม 2563",
        "⏰ เวลา: 09.00 - 16.00 น.",
        "📍 สถานที่: พิพิธภัณฑ์ธรรมชาติวิทยา คลองห้า จ.ปทุมธานี",
        "สมัครภายในวันที่ 13 มีนาคม 2563",
    )
    assert "14-16 มีนาคม 2563" == found.days
    assert ("09.00 - 16.00 น.", "ปทุมธานี") == (found.time, found.province)
    assert "พิพิธภัณฑ์ธรรมชาติวิทยา คลองห้า จ.ปทุมธานี" == found.venue


def test_the_title_may_name_the_province() -> None:
    """Where the text tells the day and no place."""
    assert "น่าน" == read("วันที่ 9 มีนาคม 2563 ทีมวิจัยลงพื้นที่", title="ลงพื้นที่ จ.น่าน").province


def test_a_place_between_date_and_stroke_needs_no_dash() -> None:
    lead = "วันที่ 6 มกราคม 2560 อาคารพระจอมเกล้า กระทรวงวิทยาศาสตร์ฯ / นายสมชาย ใจดี เข้าพบผู้บริหาร"
    assert "อาคารพระจอมเกล้า กระทรวงวิทยาศาสตร์ฯ" == read(lead, published=date(2017, 1, 9)).venue


def test_an_hour_in_thai_figures_is_an_hour() -> None:
    """It is written as all others are."""
    lead = "เมื่อวันศุกร์ที่ ๗ มกราคม ๒๕๖๕ เวลา ๑๕.๑๕ น. ณ หอประชุมใหญ่ และผ่านการประชุมออนไลน์ มีการมอบทุน"
    found = read(lead, published=date(2022, 2, 7))
    assert ("15.15 น.", "หอประชุมใหญ่") == (found.time, found.venue)


def test_without_a_day_of_its_own_a_release_tells_only_days_with_a_year() -> None:
    """A Word file has no line with its date; "วันที่ 15 ธันวาคม" of some year is not made up."""
    text = "ขอเชิญครูอบรม ระหว่างวันที่ 15-16 ธันวาคม{} ณ อุทยานวิทยาศาสตร์ภาคเหนือ จังหวัดเชียงใหม่"
    assert "15-16 ธันวาคม 2569" == read(text.format(" 2569"), published=None).days
    assert "" == read(text.format(""), published=None).days


@pytest.mark.parametrize(
    ("title", "paragraph"),
    [
        (
            "เลื่อนจัดงาน “มหกรรมหุ่นยนต์” จากเดิม 12-14 มีนาคม เป็น 24-26 เมษายน 2563",
            "ซึ่งเดิมกำหนดจัดระหว่างวันที่ 12-14 มีนาคม 2563 ณ ไบเทค เป็นวันที่ ⟨24-26 เมษายน 2563⟩",
        ),
        (
            "แจ้งเลื่อนสอบ",
            "ตามที่กำหนดสอบในวันที่ 15 มีนาคม 2563 นั้น ขอเลื่อนเป็นวันอาทิตย์ที่ ⟨29 มีนาคม 2563⟩ ณ ตึกดาว",
        ),
        (
            "แก้ไขวันจัดงาน",
            "ข่าวเมื่อวันที่ 5 มีนาคม 2563 ว่าจัดวันที่ 18-20 มีนาคม ขอแก้ไขเป็นวันที่ ⟨19-21 มีนาคม 2563⟩",
        ),
        ("ข่าวจากพิพิธภัณฑ์", "ขอเลื่อนการจัดค่ายจากวันที่ 20 มีนาคม 2563 ไปจัดในวันที่ ⟨27 มีนาคม 2563⟩"),
    ],
)
def test_what_is_put_off_takes_place_on_the_new_days(title: str, paragraph: str) -> None:
    """However plainly the former ones are told; a person is to look."""
    told, days = marked(paragraph)
    found = read(told, MORE, title=title)
    assert (days, UNSURE) == (found.days, found.unsure)


@pytest.mark.parametrize(
    "title",
    phrases("""
        ประกาศยกเลิกการจัดอบรม “นักวิทย์รุ่นจิ๋ว” วันที่ 18 มีนาคม 2563 | งดจัดงานวันวิทยาศาสตร์ | เลื่อนจัดประชุมวิชาการ
        เลื่อนจัดประชุมวิชาการออกไปไม่มีกำหนด
    """),
)
def test_what_is_not_held_has_no_day(title: str) -> None:
    """The day it was to be held on is none, and a person is told why there is none."""
    found = find_event(
        title, ("ซึ่งเดิมกำหนดจัดในวันที่ 18 มีนาคม 2563 ณ ไบเทค จังหวัดสมุทรปราการ", MORE), PUBLISHED
    )
    assert found.event is None
    assert [("event.start", False)] == [(one.field, one.sure) for one in found.findings]


@pytest.mark.parametrize("title", ["เลื่อนขั้นนักวิจัย", "เลื่อนวันปิดรับสมัครค่าย", "แก้ไขปัญหาน้ำท่วม"])
def test_other_things_are_put_off_too(title: str) -> None:
    """A rank, or the day until which one applies: the event is held as told."""
    assert "18 มีนาคม 2563" == read("กำหนดจัดวันที่ 18 มีนาคม 2563 ณ ไบเทค", title=title).days


def test_several_times_of_one_event_are_a_period_to_be_looked_at() -> None:
    """Each on a line of its own, with the place behind its day."""
    lines = (
        "ครั้งที่ 1 วันที่ 16 มีนาคม 2563 โรงแรมบุรี จังหวัดสงขลา",
        "ครั้งที่ 2 วันที่ 23 มีนาคม 2563 โรงแรมแก้ว จังหวัดอุดรธานี",
    )
    found = read("กำหนดจัดสัมมนาดังนี้", *lines, title="จัดสัมมนาสองภาค")
    assert ("16-23 มีนาคม 2563", UNSURE) == (found.days, found.unsure)


def test_pictures_of_a_post_say_when_and_where() -> None:
    """With a word behind them or without, on lines of their own or in one."""
    lines = ("📅 วันที่ 19 มีนาคม 2563", "⏰ เวลา 13.00-16.00 น.", "📍 สถานที่ : ท้องฟ้าจำลองรังสิต จ.ปทุมธานี")
    post = "พบกันวันที่ 19 มีนาคม 2563 ⏰ 13.00-16.00 น. 📍 ท้องฟ้าจำลองรังสิต จ.ปทุมธานี ☎️ 0 2577 5456"
    for found in (read(*lines), read(post)):
        assert ("19 มีนาคม 2563", "13.00-16.00 น.") == (found.days, found.time)
        assert "ท้องฟ้าจำลองรังสิต จ.ปทุมธานี" == found.venue


def test_a_year_of_two_figures_is_a_year() -> None:
    """Of a release without a day of its own, as notes and chats are."""
    found = read("(30 ม.ค. 69) ที่ โรงแรมเดอะ สุโกศล กรุงเทพฯ / ลงนาม", published=None)
    assert ("30 มกราคม 2569", "กรุงเทพมหานคร") == (found.days, found.province)


def test_what_is_held_online_has_its_day() -> None:
    """Told behind it instead of a place; until when one signs up there is another's day."""
    held = read("จัดอบรมแปรรูปสมุนไพร วันที่ 22 มีนาคม 2563 เวลา 9.00 - 16.00 น. ผ่านระบบ Zoom Meeting")
    assert ("22 มีนาคม 2563", "ออนไลน์") == (held.days, held.venue)
    assert "" == read("ลงทะเบียนภายในวันที่ 22 มีนาคม 2563 ผ่านระบบออนไลน์").days
    named = read("จัดสัมมนาในวันที่ 22 มีนาคม 2563 เวลา 9.00-12.00 น. ผ่านโปรแกรม Zoom")
    assert ("22 มีนาคม 2563", "ออนไลน์") == (named.days, named.venue)


def test_a_calendar_before_a_day_needs_no_word_for_it() -> None:
    """Whatever stands between them."""
    assert "21-22 มีนาคม 2563" == read("🗓 Save the date 21-22 มี.ค. 2563", MORE).days


def test_a_slip_of_the_year_is_mended_by_the_same_day_told_right() -> None:
    """It stays to be looked at; of a day told once only one a year before its report is a slip."""
    slip = "(12 มีนาคม 2562) กระทรวงเปิดงาน ณ ไบเทค บางนา"
    right = "งานจะเริ่มขึ้นในวันที่ 12 มีนาคม ไปจนถึงวันที่ 15 มีนาคม 2563 ณ ไบเทค บางนา"
    for second, days in ((right, "12-15 มีนาคม 2563"), (MORE, "12 มีนาคม 2563")):
        found = read(slip, second)
        assert (days, UNSURE) == (found.days, found.unsure)
    assert "5 เมษายน 2562" == read(slip.replace("12 มีนาคม", "5 เมษายน"), MORE).days


def test_an_invitation_sets_day_hours_and_place_in_lines() -> None:
    """A place without a day above it is none of an event."""
    lines = ("วันพุธที่ 18 มีนาคม 2563", "เวลา 09.00 - 12.00 น.", "ณ ศาลาประชาคม จังหวัดน่าน")
    found = read("ขอเชิญชาวน่านร่วมงาน", *lines, MORE)
    assert ("18 มีนาคม 2563", "09.00 - 12.00 น.") == (found.days, found.time)
    assert ("ศาลาประชาคม จังหวัดน่าน", "น่าน") == (found.venue, found.province)


def test_what_is_only_broadcast_is_not_held_online() -> None:
    """It has a place, told or not."""
    day = "เมื่อวันที่ 9 มีนาคม 2563 กระทรวงจัดพิธีถวายพระพร"
    assert "" == read(f"{day} ถ่ายทอดสดผ่านระบบออนไลน์ทั่วประเทศ", MORE).venue
    assert "ออนไลน์" == read(f"{day} ผ่านระบบออนไลน์ทั่วประเทศ", MORE).venue


def test_days_told_twice_take_the_venue_told_with_either() -> None:
    """The first time often names only what it is part of."""
    days = "ระหว่างวันที่ 20-22 มีนาคม 2563"
    found = read(f"กระทรวงเตรียมจัดงาน {days} ร่วมกับพันธมิตร", f"พบกับงาน {days} ณ ไบเทค บางนา")
    assert ("20-22 มีนาคม 2563", "ไบเทค บางนา") == (found.days, found.venue)


def test_what_is_free_is_not_the_telling_of_it() -> None:
    """The press was told; what it was told of may cost nothing."""
    told = "เมื่อวันที่ 9 มีนาคม 2563 รัฐมนตรีแถลงข่าวของขวัญปีใหม่ ณ ห้องแถลงข่าว"
    assert "" == read(told, "พิพิธภัณฑ์เปิดให้เข้าชมฟรี").cost
    coming = "งานจัดขึ้นระหว่างวันที่ 20-22 มีนาคม 2563 ณ ไบเทค เข้าชมฟรี"
    assert read(told, coming, title="แถลงข่าวงานใหญ่").cost


def test_days_told_again_outweigh_others_told_once() -> None:
    """They stay to be looked at; told once they are a period, at two places the first."""
    before = (MORE * 3,) * 3  # which report nothing
    final = "รอบชิงชนะเลิศจะจัดขึ้นในวันที่ 21 มีนาคม 2563 ณ หอศิลปกรุงเทพฯ"
    abroad = "แล้วไปแข่งต่อในวันที่ 3 - 9 เมษายน 2563 ณ สหราชอาณาจักร"
    found = read(*before, f"{final} {abroad}", final, title="แข่งขัน")
    assert ("21 มีนาคม 2563", UNSURE) == (found.days, found.unsure)
    once = read(*before, f"{final} {abroad}", title="แข่งขัน")
    assert ("21 มีนาคม 2563", "หอศิลปกรุงเทพฯ") == (once.days, once.venue)
    there = abroad.replace("สหราชอาณาจักร", "หอศิลปกรุงเทพฯ")
    period = read(*before, f"{final} {there}", title="แข่งขัน")
    assert "21 มีนาคม - 9 เมษายน 2563" == period.days


def test_what_has_only_a_beginning_has_no_last_day() -> None:
    """The first day is not taken for it, and nothing is said of how it was found."""
    text = "ศูนย์เปิดให้เข้าชมตั้งแต่วันที่ 14 มีนาคม 2563 เป็นต้นไป ณ คลองห้า จังหวัดปทุมธานี"
    found = read(text, MORE, title="เปิดศูนย์")
    assert ("14 มีนาคม 2563 -", "คลองห้า จังหวัดปทุมธานี") == (found.days, found.venue)
    findings = find_event("เปิดศูนย์", (text, MORE), PUBLISHED).findings
    assert not any(one.field == "event.end" for one in findings)


@pytest.mark.parametrize(
    ("listed", "days", "sure"),
    [
        ("วันที่ 15 และ 20 มีนาคม 2563", "15", False),
        ("วันที่ 15 และ 16 มีนาคม 2563", "15-16", True),
        ("วันที่ 15, 16 และ 20 มี.ค. 63", "15-16", False),
        ("วันเสาร์ที่ ๑๔ และวันเสาร์ที่ ๒๑ มีนาคม", "14", False),
        ("วันที่ 15-17 และ 20-22 มีนาคม 2563", "15-17", False),
        ("วันที่ 30 มีนาคม และ 5 เมษายน 2563", "30", False),
        ("ระหว่างวันที่ 15 และ 20 มีนาคม 2563", "15-20", True),
    ],
)
def test_between_days_told_one_by_one_nothing_takes_place(
    listed: str, days: str, *, sure: bool
) -> None:
    """The first and those next to it are told; a person is to look for the others."""
    text = f"กระทรวงกำหนดจัดอบรมใน{listed} ณ อาคารพระจอมเกล้า"
    for title, paragraph in (("ข่าว", text), (f"เตรียมจัดอบรม {listed}", MORE)):
        found = read(paragraph, title=title)
        assert f"{days} มีนาคม 2563" == found.days
        assert sure is ("event.end" not in found.unsure)


def test_the_venue_is_told_where_it_is_told_with_the_most() -> None:
    """And with it the province at the head of that paragraph."""
    copy = "เตรียมพบกัน 14-18 มีนาคม 2563 ณ ศูนย์การประชุมแห่งชาติ"
    held = "ระหว่างวันที่ 14-18 มีนาคม 2563 ณ ศูนย์การประชุมแห่งชาติ (QSNCC) ผู้สนใจเข้าฟรี"
    told = f"11 มีนาคม 2563, กรุงเทพมหานคร - แถลงข่าวงาน {held}"
    for title in ("เตรียมพบกัน 14-18 มีนาคม", "เตรียมพบกัน"):
        found = read(copy, told, title=title)
        assert "ศูนย์การประชุมแห่งชาติ (QSNCC)" == found.venue
        assert "กรุงเทพมหานคร" == found.province


def test_what_is_signed_on_a_journey_is_not_the_journey() -> None:
    """A period of the event itself still takes the place of one day of it."""
    lead = "กรุงปักกิ่ง/ วันที่ 9 มีนาคม 2563 – สองหน่วยงานลงนามความร่วมมือ"
    for told, days in (
        ("จากการเดินทางไปจีน ในระหว่างวันที่ 7 - 12 มีนาคม 2563 ใน 3 เมืองใหญ่", "9"),
        ("ในระหว่างการเยือนจีนอย่างเป็นทางการ ระหว่างวันที่ 7 - 12 มีนาคม 2563", "9"),
        ("งานนี้จัดขึ้นระหว่างวันที่ 7 - 12 มีนาคม 2563 ใน 3 เมืองใหญ่", "7-12"),
    ):
        assert f"{days} มีนาคม 2563" == read(lead, told).days


def test_an_exam_is_no_event() -> None:
    """Nor is the day on which offers are handed in."""
    job = "7. สอบสัมภาษณ์ วันที่ 6 มกราคม 2570 เวลา 09.30 น. ณ ห้องประชุม 1 อุทยานดาราศาสตร์สิรินธร"
    written = "สอบข้อเขียนวันอาทิตย์ที่ 14 กุมภาพันธ์ 2570 ที่ศูนย์สอบ 10 แห่งทั่วประเทศ"
    for text, published in ((job, date(2026, 11, 27)), (written, None)):
        assert find_event("รับสมัครเจ้าหน้าที่", [text], published).event is None


def test_a_numbered_message_tells_day_and_place() -> None:
    """The place behind its word without a colon, the day with its hours."""
    lines = [
        "1. รับเด็ก ป.4-ป.6 จำนวน 60 คน",
        "2. ค่ายวันเสาร์ที่ 9 ม.ค. 2570 เวลา 08.30-15.30 น.",
        "3. สถานที่ ท้องฟ้าจำลองกรุงเทพ เอกมัย",
    ]
    found = read(*lines, published=None)
    assert ("9 มกราคม 2570", "08.30-15.30 น.") == (found.days, found.time)
    assert "ท้องฟ้าจำลองกรุงเทพ เอกมัย" == found.venue


def test_a_day_without_any_year_is_pointed_out() -> None:
    """Of a release that does not tell its own day; which year was meant is not made up."""
    found = read("งานจัดขึ้นระหว่างวันที่ 18-20 ธันวาคมนี้ ณ ไบเทค บางนา", published=None)
    assert ("", ["event.start"]) == (found.days, found.unsure)
    assert not find_event("หุ่นยนต์", ["หุ่นยนต์ช่วยงานบ้าน"], None).findings


def test_the_hour_of_a_report_is_no_event() -> None:
    """It says how things stood then."""
    line = "รายงานสถานการณ์น้ำ วันที่ 28 พฤศจิกายน 2569 เวลา 07.00 น. สสน. คาดว่าน้ำจะสูงกว่าตลิ่ง 0.8 เมตร"
    assert find_event("สถานการณ์น้ำ", [line], None).event is None


def test_a_place_ends_where_a_post_sets_a_picture() -> None:
    """Or points at a link."""
    post = "ค่าย 18-22 ม.ค. 2570 ณ อุทยานวิทยาศาสตร์ประเทศไทย จ.ปทุมธานี ⚡️ ค่าใช้จ่าย 2,500 บาท ⚡️"
    assert "อุทยานวิทยาศาสตร์ประเทศไทย จ.ปทุมธานี" == read(post, published=None).venue


def test_the_title_tells_a_period_in_the_year_of_the_text() -> None:
    """Of a release without its own day; how long something takes is no period."""
    text = "เมื่อวันที่ 12 ม.ค. 2567 รัฐมนตรีเปิดงาน ณ เดอะ สตรีท กรุงเทพฯ"
    other = "พบกันที่ถนนโยธี วันที่ 12-13 มกราคม 2567 ที่เดอะ สตรีท"
    for title, last in (("ชวนเด็กเที่ยวงาน 12-14 ม.ค. นี้", 14), ("เห็นผลใน 2 เดือน", 13)):
        found = read(text, other, title=title, published=None)
        assert (f"12-{last} มกราคม 2567", "เดอะ สตรีท กรุงเทพฯ") == (found.days, found.venue)


def test_a_day_without_a_year_tells_place_and_hour_all_the_same() -> None:
    """Which year it was is for a person to say."""
    text = "เมื่อวันที่ 27 ก.พ.เวลา 14.00 น. ที่กระทรวงการอุดมศึกษา น.ส.แดง ใจดี เดินทางมารับข้อเรียกร้อง"
    found = read(text, MORE, published=None)
    assert ("", "14.00 น.", "กระทรวงการอุดมศึกษา") == (found.days, found.time, found.venue)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("เมื่อเวลา 16.00 น (วันที่ 11 มีนาคม 2563) รัฐมนตรีให้การต้อนรับทูต ณ ห้องหนึ่ง", "16.00"),
        ("เมื่อเวลา 09.00 น. (11 มี.ค. 63) รัฐมนตรีเปิดงาน ณ ห้องหนึ่ง", "09.00 น."),
        ("รถออกเวลา 09.00 น. ถึงเย็น เมื่อวันที่ 11 มีนาคม 2563 รัฐมนตรีเปิดงาน ณ ห้องหนึ่ง", ""),
    ],
)
def test_the_hour_may_stand_before_its_day(text: str, time: str) -> None:
    assert time == read(text, MORE).time


def test_a_place_is_told_with_its_hall_where_the_same_days_are_told_again() -> None:
    days = "16 - 25 มีนาคม"
    found = read(
        f"งานจัดขึ้นระหว่างวันที่ {days} 2563 ณ อิมแพ็ค เมืองทองธานี",
        f"พบกันวันที่ {days} นี้ ที่อาคาร 6 - 12 อิมแพ็ค เมืองทองธานี",
    )
    assert "อาคาร 6 - 12 อิมแพ็ค เมืองทองธานี" == found.venue


def test_classes_that_are_not_held_call_off_no_event() -> None:
    """Their day is nobody's event either."""
    for told, held in (("การจัดการเรียนการสอน", True), ("การจัดงาน", False)):
        text = f"มหาวิทยาลัยออกประกาศงด{told} และวันที่ 11 มีนาคม 2563 รัฐมนตรีลงพื้นที่ ณ วัดหนึ่ง"
        noted = [one.how for one in find_event("ข่าว", (text,), PUBLISHED).findings]
        assert held is not any("ยกเลิก" in one for one in noted)


@pytest.mark.parametrize("whom", ["น.ส.แดง ใจดี", "ตัวแทนนักวิจัย", "หลังจากประชุม ทีมวิจัย"])
def test_a_womans_title_behind_a_year_is_no_hour(whom: str) -> None:
    """Neither do those who represent something or what follows count it."""
    found = read(f"เมื่อวันที่ 11 ธ.ค. 66 {whom} ลงพื้นที่อุทยานวิทยาศาสตร์", published=None)
    assert ("11 ธันวาคม 2566", []) == (found.days, found.unsure)


def test_what_somebody_has_set_down_takes_place_then() -> None:
    """Its hour may stand behind its place."""
    text = (
        "ทั้งนี้ ในวันศุกร์ ที่ 17 พ.ย. 66 นายแดง ได้กำหนดให้จัดการประชุมมอบนโยบาย "
        "โดยการประชุมจะมีขึ้น ณ อาคารราชวัลลภ กระทรวงศึกษาธิการ เวลา 10.30 น."
    )
    found = read(MORE, text, title="กำหนดประชุม", published=None)
    assert ("17 พฤศจิกายน 2566", "10.30 น.") == (found.days, found.time)
    assert "อาคารราชวัลลภ กระทรวงศึกษาธิการ" == found.venue


def test_what_it_costs_may_stand_with_the_days_told_again() -> None:
    """However late; elsewhere so late it is of something else."""
    lead = "ขอเชิญชมงานดาว ระหว่างวันที่ 16-25 มีนาคม 2563 ณ ไบเทค"
    again = "จัดขึ้นระหว่างวันที่ 16-25 มีนาคม 2563 ณ ไบเทค โดยไม่เสียค่าใช้จ่ายในการเข้าชม"
    other = "หลักสูตรนี้ไม่เสียค่าใช้จ่ายในการเข้าชม"
    assert "ไม่มีค่าใช้จ่าย" == read(lead, *[MORE] * 9, again).cost
    assert "" == read(lead, *[MORE] * 9, other).cost


def test_the_place_of_what_is_put_off_ends_before_its_new_day() -> None:
    """It is the same as before."""
    told = read(
        "กรมแจ้งเลื่อนการจัดงานดูดาว จากวันที่ 12 มีนาคม 2563 ณ หอดูดาวน่าน ออกไปเป็นวันที่ 23 มีนาคม 2563",
        title="กรมแจ้งเลื่อนการจัดงานดูดาว",
    )
    assert ("23 มีนาคม 2563", "หอดูดาวน่าน") == (told.days, told.venue)


def test_where_a_day_is_told_apart_from_the_place() -> None:
    """The next paragraph says before whom, and where; a dateline ends with a dash or a stroke."""
    day = "เมื่อวันที่ 9 มีนาคม 2563 รัฐมนตรีร่วมลงนามความร่วมมือกับเครือข่าย"
    assert "อาคารริมน้ำ" == read(day, "ทั้งนี้ มีนายแดง ใจดี ร่วมเป็นสักขีพยาน ณ อาคารริมน้ำ").venue
    assert "ตึกดาว จ.น่าน" == read("ณ ตึกดาว จ.น่าน - ก่อนประชุม รัฐมนตรีชมผลงาน").venue
    opening = "(วันที่ 9 มีนาคม 2563) สยามสแควร์ กรุงเทพฯ / เริ่มแล้วกับงานน้ำ"
    assert "สยามสแควร์ กรุงเทพฯ" == read(opening, MORE).venue


def test_a_closing_in_a_hall_of_the_same_place_is_of_the_same_event() -> None:
    """It takes its days and place."""
    title = "รัฐมนตรีเป็นประธานในพิธีปิดตลาดนัด"
    lead = f"วันนี้ (9 มีนาคม 2563) ณ เวทีกลาง ตลาดคลองผดุงกรุงเกษม {title}"
    held = "ร่วมกันจัดตลาดนัด ณ ตลาดคลองผดุงกรุงเกษม ระหว่างวันที่ 5-9 มีนาคม 2563 ซึ่งมีคนมาก"
    found = read(lead, held, title=title)
    assert ("5-9 มีนาคม 2563", "ตลาดคลองผดุงกรุงเกษม") == (found.days, found.venue)


def test_a_place_at_the_end_may_have_the_letter_of_at_inside_a_word() -> None:
    """ "บริเวณ" opens no other place."""
    lead = "เมื่อวันที่ 9 มีนาคม 2563 สถาบันได้ร่วมมือกับโรงพยาบาลประดิษฐ์อุปกรณ์"
    venue = "โถงบริเวณ ชั้น 1 อาคาร ม.ร.ว. แดง ใจดี โรงพยาบาลหนึ่ง จ.ปทุมธานี"
    found = read(lead, f"ในโอกาสนี้ผู้บริหารร่วมกันส่งมอบอุปกรณ์ ณ {venue}")
    assert (venue, "ปทุมธานี") == (found.venue, found.province)


def test_what_led_to_it_long_ago_is_not_what_is_reported() -> None:
    """A lead may report late; what is spoken of or told behind it took place before."""
    then = "กรมประชุมผู้ใช้น้ำ เมื่อวันที่ 9 มกราคม 2563 ณ ศาลาประชาคม"
    assert "9 มกราคม 2563" == read(then, MORE).days
    assert "" == read(f"อธิบดีกล่าวว่า เรื่องที่ชาวบ้านพูดถึงกันมากในตอนนี้เริ่มจากการที่{then}", MORE).days
    told = "อธิบดีเล่าถึงที่มาของเรื่องนี้ให้ฟังกันในวงกว้าง" * 3
    assert "" == read(told, f"ก่อนหน้านี้มีเสียงเรียกร้องจากชาวบ้านหลายตำบลมาโดยตลอด จนกระทั่ง{then}").days
    held = f"{told} ครั้งก่อนจัดขึ้นวันที่ 5 มกราคม 2563 ณ ศาลาประชาคม"
    assert "" == read(MORE, held).days


def test_a_sentence_broken_over_lines_tells_its_place_further_down() -> None:
    """Up to where somebody speaks, or a paragraph begins."""
    lines = (
        "เมื่อวันที่ 9 มีนาคม 2563 เวลา 13.00 น.",
        "นายแดง ใจดี อธิบดีกรมตรวจน้ำ",
        "เป็นประธานในพิธีมอบรางวัลน้ำใส",
    )
    place = "ณ หอประชุมเมืองน่าน จ.น่าน"
    by = "จัดโดยความร่วมมือของสมาคมผู้ใช้น้ำแห่งลุ่มน้ำน่าน มูลนิธิน้ำใสเพื่อเยาวชน และศูนย์เรียนรู้เรื่องน้ำของชุมชน"
    between = "ระหว่าง กรมตรวจน้ำ กับสมาคมผู้ใช้น้ำแห่งลุ่มน้ำน่าน"
    assert "หอประชุมเมืองน่าน จ.น่าน" == read(*lines, by, place, MORE).venue
    assert "หอประชุมเมืองน่าน จ.น่าน" == read(f"{lines[0]} {MORE * 4}", f"{between} {place}").venue
    found = read(*lines, place, "นายแดง กล่าวว่า น้ำใสดี ณ ลำน้ำน่าน")
    assert ("หอประชุมเมืองน่าน จ.น่าน", "น่าน") == (found.venue, found.province)
    assert "" == read(*lines, "นายแดง กล่าวว่า ได้พบกัน ณ หอประชุมเมืองน่าน").venue
    assert "" == read(*lines, f"{'ชาวบ้านใช้น้ำจากลำน้ำสายนี้มาช้านาน' * 5} {place} มาก่อน").venue


def test_a_visit_tells_its_province_wherever_the_sentence_does() -> None:
    """However many came along."""
    went = "วันนี้ (9 มีนาคม 2563) นายแดง ใจดี รัฐมนตรี " + "และนายขาว ใจดี อธิบดีกรมตรวจน้ำ " * 7
    assert "น่าน" == read(f"{went} ลงพื้นที่ติดตามการใช้น้ำ ที่จังหวัดน่าน", MORE).province
    assert "" == read(f"{went} ลงพื้นที่ติดตามการใช้น้ำ", MORE).province


def test_days_told_more_often_outweigh_a_longer_period_around_them() -> None:
    """In it something else may be done; what was held before is no part of it."""
    days = "งานจัดขึ้นระหว่างวันที่ 20-22 มีนาคม 2563 ณ ไบเทค"
    longer = "ซื้อสลาก ณ สาขาทุกแห่ง ระหว่างวันที่ 20-31 มีนาคม 2563"
    assert "20-22 มีนาคม 2563" == read(days, longer, f"พบกัน {days}").days
    before = "ครั้งก่อนจัดขึ้นระหว่างวันที่ 1-3 มีนาคม 2563 ณ ไบเทค"
    assert "20-22 มีนาคม 2563" == read(days, before).days


def test_what_the_title_names_has_the_day_behind_its_name() -> None:
    """Of several the one told with the most of it, and none where nothing is done on it."""
    title = "ผู้แทนไทยร่วมการประชุมระดับรัฐมนตรีลุ่มน้ำนานาชาติ ครั้งที่ 4"
    lead = f"คณะผู้แทนไทยร่วมหารือทางไกลกับสมาชิกทั้งหมด {MORE}"
    also = "นอกจากการพบปะพูดคุยกันนอกรอบแล้ว "
    before = f"{also}การประชุมของเจ้าหน้าที่ลุ่มน้ำนานาชาติ ครั้งที่ 4 เมื่อวันที่ 10 มีนาคม 2563 ได้ยกร่างแผน"
    main = f"{also}การประชุมระดับรัฐมนตรีลุ่มน้ำนานาชาติ ครั้งที่ 4 เมื่อวันที่ 11 มีนาคม 2563 เห็นชอบแผน"
    assert "11 มีนาคม 2563" == read(lead, before, main, title=title).days
    named = f"{also}ยังตอบเรื่องน้ำท่วมขังริมทางหลวงสายเหนือ เมื่อวันที่ 11 มีนาคม 2563 นั้น"
    assert "" == read(lead, named, title="แจงเรื่องน้ำท่วมขังริมทางหลวงสายเหนือ").days


def test_what_it_follows_from_is_another_day() -> None:
    """However lately that was."""
    then = "หารือของสองฝ่ายเมื่อวันที่ 9 มีนาคม 2563"
    lead = "รัฐบาลขอยืนยันว่าทั้งสองฝ่ายจะใช้กลไกที่มีอยู่ในการแก้ปัญหาน้ำร่วมกันต่อไป"
    assert "9 มีนาคม 2563" == read(f"{lead} และมีการ{then}", MORE).days
    assert "" == read(f"{lead} ซึ่งเป็นผลมาจากการ{then}", MORE).days


def test_a_place_at_the_end_is_more_than_a_province_before_it() -> None:
    """It may only say for whom; a paragraph that another day opens tells that day's place."""
    lead = "วันที่ 9 มีนาคม 2563 รัฐมนตรีมอบของช่วยผู้ประสบภัย ณ จังหวัดน่าน โดยมีคณะเข้าร่วมพิธี"
    assert "อาคารสายน้ำ กรมตรวจน้ำ" == read(f"{lead} ณ อาคารสายน้ำ กรมตรวจน้ำ", MORE).venue
    assert "จังหวัดน่าน" == read(f"{lead} ณ จังหวัดแพร่", MORE).venue
    surname = lead.replace("ณ จังหวัดน่าน", "(เจ้าดาว ณ น่าน)")
    assert "หอศิลป์" == read(f"{surname} ณ หอศิลป์", MORE).venue
    trip = "อธิบดีเตรียมตรวจราชการภาคเหนือ ระหว่างวันที่ 19-21 มีนาคม 2563"
    stop = "วันที่ 20 มีนาคม 2563 อธิบดีจะเป็นประธานการประชุม ณ ศาลากลางจังหวัดน่าน"
    assert "" == read(trip, stop, title="อธิบดีเตรียมตรวจราชการ 19 - 21 มีนาคม 2563").venue
    leap = stop.replace("20 มีนาคม", "29 กุมภาพันธ์")
    assert "" == read(leap, title="อธิบดีเตรียมตรวจราชการ 4 - 5 มกราคม 2564").venue


def test_a_place_in_a_motto_is_not_that_of_what_has_no_day() -> None:
    """The next one may be."""
    told = "อธิบดีเป็นประธานเปิดงาน “รักน้ำ ณ ริมน่าน” จัดขึ้นโดยชุมชน ณ หอประชุมเมืองน่าน จังหวัดน่าน"
    assert "หอประชุมเมืองน่าน จังหวัดน่าน" == read(told, MORE).venue


def test_the_title_may_tell_the_province_behind_the_place() -> None:
    lead = "วันที่ 9 มีนาคม 2563 อธิบดีลงพื้นที่ป่าสงวนแห่งชาติ ป่าสามเขา (ผาใหญ่) เพื่อมอบแนวทางทำงาน"
    found = read(lead, MORE, title="อธิบดีลงพื้นที่ป่าสามเขา (ผาใหญ่) จ.ตราด")
    assert ("ป่าสงวนแห่งชาติ ป่าสามเขา (ผาใหญ่)", "ตราด") == (found.venue, found.province)


def test_a_day_may_open_behind_its_name_in_brackets() -> None:
    """And what an office was told on a day did not take place on it."""
    told = "(วันจันทร์ที่ 9 มีนาคม 2563) อธิบดีมอบถังน้ำแก่ชาวบ้าน"
    assert "9 มีนาคม 2563" == read(f"กรมตรวจน้ำ วันนี้ {told}", MORE).days
    heard = "เมื่อวันที่ 9 มีนาคม 2563 กรมตรวจน้ำ{} ชาวบ้านว่าน้ำในคลองเปลี่ยนสี จึงส่งคนไปดู"
    assert "" == read(heard.format("ได้รับแจ้งจาก"), MORE).days
    assert "" == read(heard.format("ได้รับรายงานจาก"), MORE).days


def test_the_programme_of_days_ahead_is_told_from_its_first_day() -> None:
    first = "วันที่ 20 มีนาคม 2563 อธิบดีจะเปิดงานวันน้ำใส ณ หอประชุมเมืองน่าน"
    then = "โดยกำหนดจัดการประชุมคนรักน้ำ ในวันที่ 21 มีนาคม 2563 ณ หอประชุมเมืองน่าน"
    found = read(MORE, first, then, title="อธิบดีเตรียมร่วมงานวันน้ำใส")
    assert "20-21 มีนาคม 2563" == found.days


def test_a_sentence_over_many_short_lines_ends_with_its_place() -> None:
    """Behind a whole paragraph the place is of something else."""
    lead = "วันที่ 9 มีนาคม 2563 อธิบดีกรมตรวจน้ำ"
    people = [f"พร้อมด้วยผู้อำนวยการกองที่ {number} " for number in range(15)]
    last = "เข้าร่วมพิธีเปิดงานวันน้ำใส ณ หอประชุมเมืองน่าน"
    assert "หอประชุมเมืองน่าน" == read(lead, *people, last).venue
    assert "" == read(lead, *people, people[0] * 8, last).venue


def test_a_house_may_stand_in_the_line_below_its_floor() -> None:
    day = "ในวันจันทร์ที่ 9 มีนาคม 2563 เวลา 9.30 น."
    room = "ณ ห้องสายน้ำ ชั้น ๘"
    deed = "อธิบดีเป็นประธานการประชุมคนรักน้ำ"
    found = read(day, room, "อาคารน้ำใส กรมตรวจน้ำ", deed)
    assert "ห้องสายน้ำ ชั้น ๘ อาคารน้ำใส กรมตรวจน้ำ" == found.venue
    assert "ห้องสายน้ำ ชั้น ๘" == read(day, room, deed).venue


@pytest.mark.parametrize(("month", "held"), [("มีนาคม", True), ("มกราคม", False)])
def test_days_long_over_behind_what_is_reported_are_no_event(month: str, *, held: bool) -> None:
    """What an office has done this year is told for years; the days of now may stand anywhere."""
    told = f"ทั้งนี้กรมได้จัดงานดาวขึ้นในระหว่างวันที่ 6 - 9 {month} 2563 ณ ศูนย์ประชุมดาว ภายใต้แนวคิดใหม่"
    lead = "อธิบดีเปิดเผยแนวโน้มของธุรกิจดาวในไตรมาสนี้ ซึ่งขยายตัวต่อเนื่องจากไตรมาสก่อน " * 2
    found = read(lead, MORE, MORE, told)
    assert held is (found.days != "")
