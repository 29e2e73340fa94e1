"""Texts without a headline: what is a paragraph, and which title it gets."""

from datetime import date

import pytest

from bot.press.extraction import extract
from bot.press.facts.articles import read_article
from bot.press.facts.untitled import title_of
from tests.support.phrases import marked

POST = (
    "สวทช. ขอเชิญผู้ประกอบการเข้าร่วมสัมมนาออนไลน์เรื่องหุ่นยนต์ในโรงงานขนาดเล็ก ในวันที่ 15 ธันวาคม 2569 "
    "เวลา 9.00-12.00 น. ผ่านโปรแกรม Zoom โดยไม่มีค่าใช้จ่าย "
    "ลงทะเบียนได้ที่ 0 2564 7000 ต่อ 1234 ภายในวันที่ 10 ธันวาคม 2569"
)
TITLE = "สวทช. ขอเชิญผู้ประกอบการเข้าร่วมสัมมนาออนไลน์เรื่องหุ่นยนต์ในโรงงานขนาดเล็ก"
SECOND = "โครงการนี้จัดขึ้นเพื่อให้ผู้ประกอบการเข้าถึงเทคโนโลยีได้ง่ายขึ้น มีผู้เข้าร่วมแล้วกว่า 200 รายในปีก่อน"


@pytest.mark.parametrize("below", [(), (SECOND,), ("#หุ่นยนต์ #สวทช",)])
def test_a_paragraph_without_a_headline_keeps_its_facts(below: tuple[str, ...]) -> None:
    """It stays in the body whole, whatever is below it, and its title asks for a look."""
    found = extract("\n\n".join((POST, *below)), "a")
    entry = found.entry
    assert (TITLE, POST) == (entry.title, entry.body.split("\n\n")[0])
    assert entry.event
    assert (date(2026, 12, 15), "9.00-12.00 น.") == (entry.event.start, entry.event.time)
    assert ("ออนไลน์", "ไม่มีค่าใช้จ่าย") == (entry.event.venue, entry.event.cost)
    assert entry.contact
    assert ("0 2564 7000 ต่อ 1234",) == entry.contact.phones
    assert entry.review["title"].startswith("ต้นฉบับไม่มีพาดหัว")


def test_a_post_is_read_without_its_greetings_and_signs() -> None:
    """Pictures, hashtags, greetings and buttons are no title; every fact below them is found."""
    post = """📣ฝากแชร์ด้วยนะคะ📣
    สวัสดีค่ะ เปิดอบรมฟรี หลักสูตรการใช้โดรนเพื่อการเกษตร จัดโดย GISTDA สอบถามเพิ่มเติมทางช่องทางด้านล่าง
    📅 12 มกราคม 2570
    🕘 09.00-16.30 น.
    📍 ห้องประชุม 201 มหาวิทยาลัยแม่โจ้ จ.เชียงใหม่
    ☎ 053 873 000
    https://forms.gle/AbCd1234
    #โดรน #เกษตร
    See more"""
    entry = extract(post, "a").entry
    assert "เปิดอบรมฟรี หลักสูตรการใช้โดรนเพื่อการเกษตร จัดโดย GISTDA" == entry.title
    assert entry.event
    assert (date(2027, 1, 12), "09.00-16.30 น.") == (entry.event.start, entry.event.time)
    assert "ห้องประชุม 201 มหาวิทยาลัยแม่โจ้ จ.เชียงใหม่" == entry.event.venue
    assert entry.contact
    assert "https://forms.gle/AbCd1234" == entry.contact.website
    assert entry.body.startswith("สวัสดีค่ะ")
    assert not any(sign in entry.body for sign in ("ฝากแชร์", "#", "See more"))


@pytest.mark.parametrize(
    "line",
    [
        f"{POST[:60]} {'รายละเอียดของกิจกรรม ' * 20}",  # longer than any headline
        f"รับอาสาสมัครวัดฝุ่น {'อยู่ที่ใดก็สมัครได้ ' * 10}เริ่มวัด 1 กุมภาพันธ์ 2570",
        "วว. เปิดรับสมัครนักวิจัยด้านอาหารจำนวนมาก ส่งใบสมัครได้ที่ https://www.tistr.example/job",
        "วว. เปิดรับสมัครนักวิจัยด้านอาหารจำนวนมาก ส่งใบสมัครได้ที่ hr@tistr.example ทุกวัน",
        "พบกันที่งานวันนักประดิษฐ์ของ วช. วันที่ 2 กุมภาพันธ์ 2570 ตั้งแต่เวลา 09.00 น. เป็นต้นไป",
        "เมื่อวันที่ 20 พฤศจิกายน 2569 รัฐมนตรีมอบรางวัลนักวิจัยรุ่นใหม่ 12 รางวัลที่กระทรวง",
        "สดร. เปิดหอดูดาวทุกคืนวันเสาร์ ทั้งนี้ หากท้องฟ้าไม่เปิดจะงดกิจกรรมดูดาวของคืนนั้น",
    ],
)
def test_running_text_is_no_title(line: str) -> None:
    """Because of its length, a link, an address, an hour of a day, its opening or its words."""
    article = read_article(f"{line}\n{SECOND}")
    assert (False, line.strip()) == (article.headed, article.paragraphs[0])


@pytest.mark.parametrize(
    "line",
    [
        "สดร. ชวนชมฝนดาวตกเจมินิดส์คืนวันที่ 14 ธันวาคม 2569 ที่หอดูดาวนครราชสีมา พร้อมกิจกรรมดูดาว",
        "อว. เปิดสายด่วน 1313 รับเรื่องร้องทุกข์ของนักศึกษาที่เดือดร้อนจากน้ำท่วมทั่วประเทศ",
        "สอบถาม โทร. 0 2333 3700",
    ],
)
def test_a_headline_is_a_headline(line: str) -> None:
    """With a day or a hotline in it; a few words are none of a paragraph, and nothing alone."""
    article = read_article(f"{line}\n{SECOND}")
    assert (True, line, (SECOND,)) == (article.headed, article.title, article.paragraphs)
    assert () == read_article(line).paragraphs


@pytest.mark.parametrize(
    "paragraph",
    [
        "เมื่อวันที่ 20 พฤศจิกายน 2569 ณ ห้องประชุมพระจอมเกล้า ⟨นายกล้า หาญ เป็นประธานเปิดงานวันวิทย์⟩",
        "วานนี้ (4 พฤศจิกายน 2569) ⟨คณะรัฐมนตรีเห็นชอบร่างความร่วมมือด้านอวกาศกับญี่ปุ่น⟩",
        "นางสาวใจดี มีสุข รองโฆษกกระทรวง เปิดเผยว่า ⟨กระทรวงเตรียมจัดงานมหกรรมการจ้างงานบัณฑิตใหม่ เดือนหน้า⟩",
        "พรุ่งนี้ 1 ธ.ค. 2569 เวลา 13.30 น. ⟨ปลัดกระทรวงจะแถลงผลสอบกรณีไฟไหม้ห้องทดลอง⟩",
        "กรุงเทพฯ 8 สิงหาคม 2569 - ⟨กรมวิทยาศาสตร์บริการ เปิดห้องทดสอบน้ำดื่มแห่งใหม่⟩",
        f"⟨อพวช. ชวนเด็กทั่วประเทศเข้าค่าย⟩ “นักสำรวจตัวจิ๋ว {'ตะลุยป่า ' * 20}” ปลายปีนี้",
        "⟨“แดง” หารือ อะเมซอน หาแนวทางขับเคลื่อนปัญญาประดิษฐ์⟩",
        "วันนี้ (8 ส.ค. 65 เวลา 10.00 น.) ⟨นายแดง ใจดี หารือแนวทางขับเคลื่อนปัญญาประดิษฐ์⟩",
        "“⟨แดงหารือ อะเมซอน หาแนวทางขับเคลื่อนปัญญาประดิษฐ์⟩",
    ],
)
def test_a_title_is_made_of_the_opening(paragraph: str) -> None:
    """Without greeting, day and place; no quotation is left open."""
    text, title = marked(paragraph)
    assert title == title_of(text)


@pytest.mark.parametrize(
    ("paragraph", "title"),
    [
        (f"สวัสดีค่ะทุกท่าน {POST}", TITLE),
        (f'"{POST}"', TITLE),
        ("🤖 หุ่นยนต์ 🤖 เปิดให้ชมฟรีที่พิพิธภัณฑ์ #หุ่นยนต์ 📅 12 มกราคม 2570", "หุ่นยนต์ เปิดให้ชมฟรีที่พิพิธภัณฑ์"),
    ],
)
def test_a_title_has_no_greeting_picture_or_hashtag(paragraph: str, title: str) -> None:
    assert title == title_of(paragraph)


def test_a_title_ends_with_a_word() -> None:
    """Where no blank is near enough, and says that more follows."""
    title = title_of("การพัฒนาเทคโนโลยีหุ่นยนต์" * 9)
    assert title.removesuffix("…") in "การพัฒนาเทคโนโลยีหุ่นยนต์" * 9
    assert title.endswith(("หุ่นยนต์…", "เทคโนโลยี…", "พัฒนา…"))
    assert 60 < len(title) <= 101


def test_a_headline_may_tell_what_its_text_tells_again() -> None:
    """Nothing is lost with it then."""
    line = "อว. เปิดศูนย์ช่วยเหลือนักศึกษาที่ประสบภัยน้ำท่วมภาคใต้ โทร. 0 2333 3700 ตลอด 24 ชั่วโมง"
    text = f"{SECOND}\nแจ้งขอรับความช่วยเหลือได้ที่ โทร. 0 2333 3700 ทุกวัน"
    article = read_article(f"{line}\n{text}")
    assert (True, line) == (article.headed, article.title)
    assert not read_article(f"{line}\n{SECOND}").headed


def test_a_number_in_a_box_is_no_part_of_a_title() -> None:
    """As posts number their lines."""
    assert "เปิดรับสมัครทุนวิจัย" == read_article(f"1️⃣ เปิดรับสมัครทุนวิจัย\n2️⃣ {SECOND}").title


def test_a_greeting_before_a_headline_goes() -> None:
    """In one line with it."""
    title = "ศูนย์วิทย์เลื่อนวันปิดรับสมัครค่ายดาราศาสตร์เด็กเล็ก"
    assert title == read_article(f"แจ้งข่าวค่ะ {title}\n{SECOND}").title


def test_a_post_that_was_cut_is_told() -> None:
    """Its button is no text; with hashtags before it they go too."""
    entry = extract(f"{POST} #สวทช #หุ่นยนต์ ... ดูเพิ่มเติม", "a").entry
    assert POST == entry.body
    assert "เปิดข้อความเต็ม" in entry.review["body"]


@pytest.mark.parametrize(
    "lead",
    [
        "วันที่ 6 ธันวาคม 2567 เวลา 08.30 น. นายแดง ใจดี รองโฆษกรัฐบาล เชิญชวนประชาชนร่วมกิจกรรมดูดาว",
        "นายแดง ใจดี รองโฆษกรัฐบาล เปิดเผยว่า รัฐบาลเชิญชวนประชาชนทุกวัยมาร่วมกิจกรรมดูดาวในสวน",
    ],
)
def test_a_line_above_a_lead_is_a_headline(lead: str) -> None:
    """Though it tells day, hours and place that the lead tells in other words."""
    line = "รัฐบาลเชิญชวนร่วมดูดาวกลางกรุง ณ สวนหลวง คืนวันเสาร์ที่ 7 ธันวาคม 2567 เวลา 17:00 - 22:00 น. ฟรี"
    lead = f"{lead} ท่ามกลางความสนใจของผู้คนจำนวนมากจากทั่วทุกภาค"
    article = read_article(f"{line}\n\n{lead}")
    assert (line, (lead,), True) == (article.title, article.paragraphs, article.headed)


def test_what_is_printed_twice_is_a_headline() -> None:
    """Though it tells an hour that the text does not tell again."""
    line = "“แดง” เชิญชวนประชาชนชมฝนดาวตกคนคู่จากหอดูดาว ฉลองปีมหามงคลเฉลิมพระชนมพรรษา 6 รอบ"
    line = f"{line} 28 กรกฎาคม 2567 พร้อมเชิญชมสดพิธีเปิดพร้อมกันทั่วประเทศ 16.30 น. ทางช่อง NBT"
    article = read_article(f"{line}\n4 ธันวาคม 2567\n{line}\n{line} และทางเพจ\n{SECOND}")
    assert (line, True) == (article.title, article.headed)
