"""What stands above a release: its letterhead, and when and by whom it was published."""

from datetime import date

import pytest

from bot.press.extraction import extract
from bot.press.facts.articles import read_article
from bot.press.facts.letterheads import is_office_name
from tests.support.phrases import phrases

TITLE = "วศ. จัดอบรมการตรวจน้ำดื่มด้วยตนเอง ขอนแก่น"
PARAGRAPH = (
    "กรมวิทยาศาสตร์บริการ (วศ.) จัดอบรมการตรวจน้ำดื่ม วันที่ 15 ธันวาคม 2569 เวลา 09.00-16.00 น. "
    "ณ โรงแรมเซ็นทารา จังหวัดขอนแก่น"
)
PUBLISHED = date(2026, 11, 24)


def read(text: str) -> tuple[str, date | None, tuple[str, ...]]:
    """Title, day and paragraphs of a release."""
    article = read_article(text)
    return article.title, article.published, article.paragraphs


@pytest.mark.parametrize(
    "line",
    [
        *phrases("""
            เผยแพร่เมื่อ 24 พ.ย. 2569 โดย ผู้ดูแลระบบ | 2026-11-24 10:33 | อังคาร, 24/11/2026 - 10:33
            พุธ 24 พฤศจิกายน 2569 | 2026-11-24T10:33:00+07:00 | อัปเดตล่าสุด 24 พ.ย. 2569 10:30 น.
            ปรับปรุงล่าสุดเมื่อ 24 พ.ย. 69 | Tuesday, 24 November 2026 | November 24, 2026 10:33 AM
            24 Nov 2026 | วันที่โพส: 24/11/2569 10:22:33 | วันที่ประกาศ : 24 พฤศจิกายน 2569 | (24 พ.ย. 69)
            โพสต์เมื่อ วันอังคารที่ ๒๔ พฤศจิกายน ๒๕๖๙ | ลงวันที่ 24 พ.ย. 2569 | ข่าววันที่ 24 พ.ย. 69
            ข่าวประจำวันที่ 24 พฤศจิกายน 2569 | ฉบับที่ 45/2569 วันที่ 24 พฤศจิกายน 2569
            Posted on November 24, 2026 by admin | ข่าว ณ วันที่ 24 พฤศจิกายน 2569
            ประชาสัมพันธ์ ณ วันที่ 24/11/2569 | กรุงเทพฯ – 24 พฤศจิกายน 2569
        """),
        "เผยแพร่เมื่อ 24 พ.ย. 2569 โดย ผู้ดูแลระบบ | อ่าน 1,204 ครั้ง",
        "ข่าวที่ 112/2569\n24 พฤศจิกายน 2569",
        "24 พ.ย. 2569 | ผู้เขียน : admin | หมวดหมู่ : ข่าวทั่วไป | ผู้เข้าชม 12",
        "แก้ไขล่าสุด 26 พ.ย. 2569\nเผยแพร่ 24 พ.ย. 2569",
        "เขียนโดย Super User | เมื่อ 24 พฤศจิกายน 2569 | ฮิต: 120",
        "24 พฤศจิกายน 2569\nโดย: สำนักงานเลขานุการกรม",
        "จำนวนผู้อ่าน: 1,204\nโดย ผู้ดูแลระบบ\n24/11/2569",
    ],
)
def test_a_line_of_publication_tells_the_day_of_the_release_and_never_that_of_the_event(
    line: str,
) -> None:
    """It leaves the body, and the day that the text tells stands."""
    entry = extract(f"{TITLE}\n{line}\n\n{PARAGRAPH}\n", "a").entry
    assert (TITLE, PUBLISHED, PARAGRAPH) == (entry.title, entry.published, entry.body)
    assert entry.event
    assert (date(2026, 12, 15), "09.00-16.00 น.") == (entry.event.start, entry.event.time)
    assert entry.summary.startswith("กรมวิทยาศาสตร์บริการ")


@pytest.mark.parametrize(
    "lines",
    [
        ("วันที่ 15 ธันวาคม 2569 เวลา 09.00-16.00 น.",),
        ("เมื่อวันอังคารที่ 24 พฤศจิกายน 2569 เวลา 13.30 น.",),
        ("วันที่ 15 ธันวาคม 2569", "เวลา 09.00 น."),
        ("15-16 ธันวาคม 2569", "ณ โรงแรมเซ็นทารา"),
        ("วันที่ 15 ธันวาคม 2569 ขอนแก่น",),
        ("15 ธันวาคม 2569 โดย วศ. ณ ขอนแก่น",),
        ("November 24", "24/11"),
        ("24 พฤศจิกายน", "เป็นวันสถาปนากรม"),
        ("โดย ดร.สมชาย ใจดี", "ประกาศผลรางวัล ครั้งที่ 1/2569"),
    ],
)
def test_other_days_stay_in_the_text(lines: tuple[str, ...]) -> None:
    """A period, a day with its hours or venue below, one without a year, one of a report."""
    article = read_article("\n".join([TITLE, *lines, PARAGRAPH]))
    assert (None, *lines) == (article.published, *article.paragraphs[: len(lines)])


def test_a_day_above_the_opening_of_a_programme_is_that_of_its_broadcast() -> None:
    """What opens and ends the programme is not what was read out in it."""
    programme = (
        "วันพุธที่ 23 พฤศจิกายน 2569",
        "Your browser does not support the audio element.",
        "ต่อจากนี้ไป ขอเชิญรับฟังเช้านี้มีข่าว ค่ะ",
        "กรมตรวจน้ำดื่มให้ชุมชนฟรี ทุกวันจันทร์",
        "“ข่าวดีทุกเช้า” กับสำนักโฆษก สำนักงานกลาง",
    )
    found = extract("\n".join((TITLE, "24 พฤศจิกายน 2569", *programme)), "a").entry
    assert (PUBLISHED, None) == (found.published, found.event)
    assert "กรมตรวจน้ำดื่มให้ชุมชนฟรี ทุกวันจันทร์" == found.body


def test_what_is_counted_up_to_a_day_is_told_of_no_event() -> None:
    """The day above it is that of the release."""
    found = read_article("\n".join((TITLE, "24 พฤศจิกายน 2569", "ณ 23 พ.ย. 69 มีผู้สมัครแล้ว 40 คน")))
    assert PUBLISHED == found.published


def test_a_second_bare_day_is_another_than_that_of_the_release() -> None:
    """It belongs to the text below it."""
    text = f"{TITLE}\n24 พ.ย. 2569\n24/11/2569\n{PARAGRAPH}\n15 ธันวาคม 2569\nการตรวจน้ำดื่มครั้งแรก"
    article = read_article(text)
    assert (PUBLISHED, PARAGRAPH) == (article.published, article.paragraphs[0])
    assert "15 ธันวาคม 2569" == article.paragraphs[1]


@pytest.mark.parametrize(
    "head",
    [
        "ข่าวประชาสัมพันธ์ กระทรวงการอุดมศึกษาฯ\n24 พฤศจิกายน 2569",
        "ข่าวประชาสัมพันธ์ กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม\n24 พ.ย. 69",
        "ข่าวประชาสัมพันธ์ คณะวิทยาศาสตร์ มหาวิทยาลัยขอนแก่น\nข่าวที่ 7/2569\n24 พ.ย. 69",
        "ข่าวประชาสัมพันธ์ ฉบับที่ 45/2569 วันที่ 24 พฤศจิกายน 2569",
        "ข่าวประชาสัมพันธ์ วศ. ฉบับที่ 45/2569\n24 พ.ย. 69",
        "**ข่าวประชาสัมพันธ์**\n24 พ.ย. 69",
        "กรมวิทยาศาสตร์บริการ\nข่าวประชาสัมพันธ์\n24 พ.ย. 69",
        "เลขที่ข่าว 45/2569\nวันที่ 24 พฤศจิกายน 2569",
        "ข่าวแจก | สวทช.\n24 พ.ย. 2569",
        "เพื่อโปรดเผยแพร่\nวันที่ 24 พฤศจิกายน 2569",
        "PRESS RELEASE\n24 พ.ย. 69",
        "ข่าวประชาสัมพันธ์\nสำนักงานปรมาณูเพื่อสันติ (ปส.)\nวันที่ 24 พฤศจิกายน 2569",
        "เอกสารข่าวที่ 12/2569\n24 พฤศจิกายน 2569\nกระทรวงวิทยาศาสตร์และเทคโนโลยี (วท.)",
        "24 พฤศจิกายน 2569",
        "ฉบับที่ 45/2569\nวันที่ 24 พฤศจิกายน 2569",
        "กรมวิทยาศาสตร์บริการ | ข่าวที่ 45/2569 วันที่ 24 พฤศจิกายน 2569",  # a table without lines
        "หมายเชิญสื่อมวลชน\n24 พ.ย. 2569",
    ],
)
@pytest.mark.parametrize("subject", ["", "เรื่อง ", "เรื่อง : ", "เรื่อง :\n", "หัวข้อข่าว: "])
def test_a_letterhead_with_an_office_or_a_day_is_no_title(head: str, subject: str) -> None:
    """The line below it is, with or without "เรื่อง" before it."""
    assert (TITLE, PUBLISHED, (PARAGRAPH,)) == read(f"{head}\n{subject}{TITLE}\n\n{PARAGRAPH}\n")


def test_the_subject_names_the_title_though_an_unknown_office_stands_above_it() -> None:
    """What lies between belongs to the letterhead; a title may begin like an office."""
    head = "ข่าวแจก สำนักงานปลัดกระทรวง อว.\nกองกลางและการคลัง"
    assert (TITLE, PUBLISHED, (PARAGRAPH,)) == read(
        f"{head}\nเรื่อง {TITLE}\n24 พ.ย. 2569\n{PARAGRAPH}"
    )
    glued = "สถาบันวิจัยดาราศาสตร์เผยภาพดาวหางดวงใหม่"
    assert glued == read_article(f"ข่าวประชาสัมพันธ์\n{glued}\n{PARAGRAPH}").title


def test_what_a_title_is_called_is_no_part_of_it() -> None:
    """As the first row of a table says it."""
    assert TITLE == read_article(f"ชื่องาน: {TITLE}\n{PARAGRAPH}").title


@pytest.mark.parametrize("sign", [" : ", " | ", " "])
def test_the_kind_of_a_release_is_no_part_of_its_title(sign: str) -> None:
    """Unless nothing but it is left, or it is the beginning of a word."""
    assert "ข่าวประชาสัมพันธ์" == read_article("ข่าวประชาสัมพันธ์").title
    assert TITLE == read_article(f"ข่าวประชาสัมพันธ์{sign}{TITLE}\n{PARAGRAPH}").title
    assert TITLE == read_article(f"[ข่าวประชาสัมพันธ์]{sign}{TITLE}\n{PARAGRAPH}").title
    for whole in ("ข่าวประชาสัมพันธ์การรับสมัครนักเรียนทุน", "ข่าวสาร อว. ประจำเดือนพฤศจิกายน"):
        assert whole == read_article(f"{whole}\n{PARAGRAPH}").title


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("กระทรวงการอุดมศึกษาฯ", True),
        ("กระทรวง อว.", True),
        ("วว.", True),
        ("คณะวิทยาศาสตร์ มหาวิทยาลัยขอนแก่น", True),
        ("กรมวิทยาศาสตร์บริการ เปิดห้องปฏิบัติการ", False),
        ("ศูนย์วิจัยเปิดรับสมัครทุน", False),
        ("งานวันวิทยาศาสตร์", False),
        ("", False),
    ],
)
def test_the_name_of_an_office_says_nothing_of_it(text: str, *, office: bool) -> None:
    """A verb makes a title of it."""
    assert office == is_office_name(text)


@pytest.mark.parametrize(
    "address",
    [
        "75/7 ถนนพระรามที่ 6 แขวงทุ่งพญาไท เขตราชเทวี กรุงเทพฯ 10400",
        "กรมวิทยาศาสตร์บริการ 75/7 ถนนพระรามที่ 6 กรุงเทพฯ 10400 โทร. 0 2201 7000 www.dss.go.th",
        "โทร. 0 2201 7000 ต่อ 12 โทรสาร 0 2201 7466",
        "E-mail: pr@dss.go.th เว็บไซต์ www.dss.go.th",
    ],
)
@pytest.mark.parametrize("above", [(), ("กรมวิทยาศาสตร์บริการ",)])
def test_the_address_of_a_letterhead_is_no_title(above: tuple[str, ...], address: str) -> None:
    """With the office before it or on a line of its own."""
    lines = (*above, address, "ข่าวประชาสัมพันธ์", "24 พฤศจิกายน 2569", TITLE, PARAGRAPH)
    assert (TITLE, PUBLISHED, (PARAGRAPH,)) == read("\n".join(lines))


@pytest.mark.parametrize(
    ("age", "published"),
    [
        ("11 ชม. ·", None),
        ("เมื่อวานนี้ เวลา 10:12 น. · 🌐", None),
        ("24 พฤศจิกายน 2569 เวลา 09:15 น. ·", PUBLISHED),
    ],
)
def test_a_post_is_read_without_its_page(age: str, published: date | None) -> None:
    """Whose page it is and how old it was stand above, what people made of it below."""
    below = ("ดูเพิ่มเติม", "ความคิดเห็น 35 รายการ", "แชร์ 1.2 พัน ครั้ง", "ถูกใจ", "แสดงความคิดเห็น")
    lines = ("กรมวิทยาศาสตร์บริการ", age, f"🔥 {TITLE} 🔥", PARAGRAPH, *below)
    assert (TITLE, published, (PARAGRAPH,)) == read("\n".join(lines))


def test_an_official_letter_is_read_from_its_subject() -> None:
    """Its number and to whom it is addressed are not; a subject without them is as before."""
    letter = ("ข่าวกระทรวง", "ที่ อว 0201/ว 1234", "24 พฤศจิกายน 2569", f"เรื่อง {TITLE}")
    assert (TITLE, PUBLISHED, (PARAGRAPH,)) == read(
        "\n".join([*letter, "เรียน หัวหน้าส่วนราชการ", PARAGRAPH])
    )
    story = ("เด็กไทยคว้ารางวัล", "เรื่อง น้ำในหนองน้ำ", "เรียน รู้ และเล่นไปกับครูวิทยาศาสตร์ทั่วประเทศ")
    assert story[0] == read_article("\n".join(story)).title


def test_the_word_for_a_programme_is_no_title() -> None:
    """The event below it is."""
    event, day = "งานประชุมวิชาการน้ำดื่มชุมชน ครั้งที่ 3", "วันพฤหัสบดีที่ 17 ธันวาคม 2569"
    article = read_article(
        f"กำหนดการ\n{event}\n{day}\nณ โรงแรมเซ็นทารา อุดรธานี\n09.00 - 09.30 น. พิธีเปิด"
    )
    assert (event, None, day) == (article.title, article.published, article.paragraphs[0])
