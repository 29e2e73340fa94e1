"""Press releases: what is certain is taken, furniture goes, paragraphs stay."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.entries import Entry
from bot.press.extraction import extract
from bot.press.facts.articles import plain_entry, read_article
from tests.support.phrases import phrases
from tests.support.shared import shared_path

SITE = "รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-"
TITLE = "วว. เปิดศูนย์ทดสอบวัสดุ R&D แห่งใหม่ “ปทุมธานี”"
PARAGRAPH = "วันนี้ (12 มีนาคม 2563) ผู้ว่าการเปิดศูนย์ทดสอบ ณ อาคาร 4 เปิดให้บริการทุกวัน " * 4
BODY = "วว. เปิดศูนย์ทดสอบแห่งใหม่ให้ผู้ประกอบการทุกขนาดใช้ได้โดยไม่มีค่าใช้จ่ายตลอดทั้งปี"
FOOTER = """ข้อมูลข่าวโดย : สถาบันวิจัย
ถ่ายภาพและวีดิโอโดย : นาย ก ข
กลุ่มงานประชาสัมพันธ์  กระทรวงวิทยาศาสตร์และเทคโนโลยี
โทร. 02 333 3728 - 3732  โทรสาร 02 333 3834
E-Mail : pr@most.go.th  Facebook : sciencethailand
"""
STAFF = """สมชาย ใจดี 081-234-5678 s@tcg.example
สมหญิง ใจดี 089-234-5678 y@tcg.example www.tcg.example"""
RELEASE = f"""\ufeff{SITE}{TITLE.replace("&", "&amp;")}


วันพฤหัสบดีที่ 12 มีนาคม 2563
12/03/2563
พิมพ์
{TITLE}
......
{TITLE}
{PARAGRAPH}

สอบถามได้ที่\u00a0โทร. 0 2577 9000
*************** 12 มีนาคม 2563
#MHESI #อว
{FOOTER}
ที่มา : https://www.thaigov.go.th/news/contents/details/27120
"""


def read_release(text: str, stem: str) -> Entry:
    return plain_entry(read_article(text), stem)


def test_a_release_becomes_title_day_body_and_source() -> None:
    """Header copies, buttons, dots, hashtags, credits and the site's name are gone."""
    entry = read_release(RELEASE, "abc")
    assert ("abc", TITLE, date(2020, 3, 12)) == (entry.id, entry.title, entry.published)
    assert f"{PARAGRAPH.strip()}\n\nสอบถามได้ที่ โทร. 0 2577 9000" == entry.body
    assert "https://www.thaigov.go.th/news/contents/details/27120" == entry.source.url


def test_the_press_office_is_kept_apart() -> None:
    """Its numbers are no contact of the event, and its staff are not named."""
    entry = read_release(RELEASE, "abc")
    assert entry.contact is None
    assert (
        "กลุ่มงานประชาสัมพันธ์ กระทรวงวิทยาศาสตร์และเทคโนโลยี โทร. 02 333 3728 - 3732 "
        "โทรสาร 02 333 3834 E-Mail : pr@most.go.th Facebook : sciencethailand"
    ) == entry.facts["press_contact"]


@pytest.mark.parametrize(
    ("first", "copy", "title"),
    [
        ("ก" * 180, "ก" * 180 + "ข ค", "ก" * 180 + "ข ค"),  # cut at the site's limit
        ("ก" * 179, "ก" * 179 + " ข" * 50, "ก" * 179 + " ข" * 50),  # longer than any excerpt
        ("ก" * 179, "ก" * 179 + " ข" * 35, "ก" * 179 + " ข" * 34 + "…"),  # an excerpt, cut too
        ("เปิดงาน “น้ำ", "เปิดงาน “น้ำเพื่อชีวิต” ที่ระยอง", "เปิดงาน “น้ำเพื่อชีวิต” ที่ระยอง"),
        ("ก" * 120 + " ชีวิต", "ก" * 120 + " ชีวิตและชน", "ก" * 120 + " ชีวิตและชน"),
        ("เปิดงานน้ำ", "เปิดงานน้ำ ครั้งใหญ่", "เปิดงานน้ำ"),  # a subtitle, not the title
        ("รางวัล [กระทรวงการอุดมศึกษาฯ]", "รางวัล", "รางวัล"),
        (f"{'ก' * 100} {'ข' * 79}", f"{'ก' * 100}\n{'ข' * 90} ค", f"{'ก' * 100} {'ข' * 90} ค"),
        (f"{'ก' * 100} {'ข' * 79}", f"{'ก' * 100} {'ข' * 79}\nค", f"{'ก' * 100} {'ข' * 79}"),
    ],
)
def test_a_cut_title_is_completed(first: str, copy: str, title: str) -> None:
    """Where the site cut it, its copy below has the rest."""
    entry = read_release(f"{SITE}{first}\n12 มีนาคม 2563\n{copy}\n{PARAGRAPH}", "a")
    assert title == entry.title


@pytest.mark.parametrize(
    ("end", "body", "whole"),
    [
        ("ทีมแชมป์ Pitching Challe", "รอบชิง Pitching Challenge 2017", "ทีมแชมป์ Pitching Challenge…"),
        ("เพื่อพัฒนาระบบปร", "เพื่อพัฒนาระบบประเมินการจัดอันดับเทคโนโลยี", "เพื่อพัฒนาระบบประเมิน…"),
        ("เพื่อพัฒนาระบบ", "เพื่อพัฒนาระบบ ประเมิน", "เพื่อพัฒนาระบบ"),
        ("เพื่อพัฒนาระบบปร", "ไม่มีคำนี้ในเนื้อข่าว", "เพื่อพัฒนาระบบปร"),
    ],
)
def test_a_word_cut_at_the_end_of_the_title_is_ended(end: str, body: str, whole: str) -> None:
    """As the text has it, with a sign that more was cut; a title that nothing ends is unsure."""
    start = "ก" * (179 - len(end)) + " "
    article = read_article(f"{SITE}{start}{end}\n12 มีนาคม 2563\n{PARAGRAPH}{body}")
    assert (start + whole, False) == (article.title, article.whole_title)


@pytest.mark.parametrize("dots", ["...", " ...", "…"])
def test_a_title_that_ends_in_dots_is_completed_from_below_or_unsure(dots: str) -> None:
    """A line that is cut too says more of it, and it stays unsure."""
    begun, day = "วศ. จัดอบรมการตรวจน้ำดื่มด้วย", "12 มีนาคม 2563"
    article = read_article(f"{begun}{dots}\n{day}\n{begun}ตนเอง\n{PARAGRAPH}")
    assert (f"{begun}ตนเอง", True) == (article.title, article.whole_title)
    article = read_article(f"{begun}{dots}\n{day}\n{begun}ตน...\n{PARAGRAPH}")
    assert (f"{begun}ตน...", False) == (article.title, article.whole_title)
    article = read_article(f"{begun}{dots}\n{day}\n{PARAGRAPH}")
    assert (f"{begun}{dots}", False) == (article.title, article.whole_title)


@pytest.mark.parametrize(
    ("title", "below", "left"),
    [
        ("เปิดงาน", "เปิดงาน ครั้งใหญ่", "เปิดงาน ครั้งใหญ่\n\n"),
        ("ลงนามผลิตแพทย์ 15,000 คน ในเวลา 10 ปี", "ลงนามผลิตแพทย์ 15,000 คน ในเวลา 10\nปี", ""),
        (TITLE, f"{TITLE}\nรัฐมนตรี {TITLE}", ""),
    ],
)
def test_copies_of_the_title_go(title: str, below: str, left: str) -> None:
    """In two lines too, or with a word before it; a subtitle that says more is content."""
    entry = read_release(f"{SITE}{title}\n{below}\n{PARAGRAPH}", "a")
    assert f"{left}{PARAGRAPH.strip()}" == entry.body


@pytest.mark.parametrize(
    "end",
    [
        "ที่มา กองทัพบก",
        "ที่มา: ข่าวออนไลน์\n- https://news.example/1\nสมชาย ใจดี: ถ่ายภาพ",
        "วีดีโอ : นายสมชาย ใจดี",
        "กองสารนิเทศ สป.มท.\nครั้งที่ 177/2562",
        "+++++\n/////",
        "อ่านเพิ่มเติม คลิก >> https://www.thaigov.go.th/news/contents/details/1",
        f"บรรษัทประกันสินเชื่อ\nศูนย์ลูกค้าสัมพันธ์ 0-2890-9999\n{STAFF}",
    ],
)
def test_who_made_it_and_strokes_are_no_paragraph(end: str) -> None:
    """A source without its address, an office's number of the release, rows of its staff."""
    article = read_article(f"{TITLE}\n{PARAGRAPH}\nนอกจากนี้ {PARAGRAPH}\n{end}")
    assert (PARAGRAPH.strip(), f"นอกจากนี้ {PARAGRAPH.strip()}") == article.paragraphs


def test_those_whom_citizens_are_told_to_ask_stay() -> None:
    """Though they stand in rows; where something comes from is told in sentences too."""
    told = ["ที่มาของโครงการคือชุมชน", "ผู้สนใจสอบถามได้ที่", *STAFF.splitlines()]
    article = read_article("\n".join([TITLE, PARAGRAPH, *told]))
    assert told == list(article.paragraphs[1:])


PUBLISHER = "เผยแพร่โดย : ส่วนสื่อสารองค์กร กลุ่มงานประชาสัมพันธ์\nโทรศัพท์ 02 333 3728"
CONTACT = "สมัครได้ที่ กองทุนวิจัย โทรศัพท์ 0 2333 3999 ในวันและเวลาราชการ"


@pytest.mark.parametrize(
    ("end", "press"),
    [
        ("ส่วนประชาสัมพันธ์\nสำนักงานปลัดกระทรวง\nโทร. 02 333 3732 อีเมล pr@most.example", "02 333 3732"),
        (
            f"{PUBLISHER}\n#ทุน\nE-Mail : pr@most.example Facebook : a\nCall Center โทร. 1313\n#อว",
            "โทร. 1313",
        ),
        ("ผู้เขียนข่าว : นางสาวใจดี\nฝ่ายประชาสัมพันธ์ โทร. 0 2564 7000\nมือถือ 08 9999 1234", "0 2564 7000"),
        ("ข้อมูลเพิ่มเติมสำหรับสื่อมวลชน ติดต่อ\nฝ่ายสื่อสารองค์กร คุณใจดี โทร. +66 2564 7000 ต่อ 3", "2564 7000"),
        ("โทร 02-2810859 แฟกซ์ 02-2822871\nkrawnews@gmail.com\nwww.star.go.th", "02-2810859"),
        ("ศูนย์สื่อสารองค์กร โทร. 0 2564 7000\nนางสาวใจดี มีสุข โทร. 081 999 1234", "0 2564 7000"),
        ("เผยแพร่โดย ฝ่ายสื่อสารองค์กร\nโทร. 0 2564 7000 มือถือ 081-111-2222 (คุณจิ๋ว)", "0 2564 7000"),
        ("พิมพ์ | อีเมล\nแชร์: Facebook Twitter Line\nแท็ก: ทุน, นักวิจัย\nอ่านข่าวต่อไป", ""),
        ("อัลบั้มภาพ\nIMG_0001\nDSC00012.JPG\nเปิดงาน.jpg", ""),
        ("ที่มา: ไทยรัฐออนไลน์", ""),
    ],
)
def test_what_a_short_release_ends_with_is_no_part_of_it(end: str, press: str) -> None:
    """Its press office is reached elsewhere than its event, and its staff are not told of."""
    entry = extract(f"{TITLE}\n24 พ.ย. 2569\n{PARAGRAPH}\n{CONTACT}\n{end}", "a").entry
    assert f"{PARAGRAPH.strip()}\n\n{CONTACT}" == entry.body
    assert entry.contact
    assert ("0 2333 3999",) == entry.contact.phones
    told = entry.facts.get("press_contact", "")
    assert press in told
    assert not any(one in told for one in ("08 9999 1234", "081 999 1234", "081-111", "ใจดี"))


def test_the_press_office_that_citizens_are_told_to_ask_is_a_contact() -> None:
    """Where the line above it sends them there."""
    for asked in (
        ["ผู้สนใจสอบถามเพิ่มเติม", "ส่วนประชาสัมพันธ์", "โทร. 02 333 3732"],
        ["ผู้สนใจสมัครได้ที่", "กรมน้ำ", "ถนนพระรามที่ 6", "โทร. 02 333 3732 โทรสาร 02 333 3733"],
    ):
        article = read_article("\n".join([TITLE, PARAGRAPH, *asked]))
        assert asked == list(article.paragraphs[1:])


def test_pictures_above_the_text_are_no_lines_of_it() -> None:
    """Nor is the heading above them, while the text below stays."""
    text = f"{TITLE}\nอัลบั้มภาพ\nIMG_0001\n{PARAGRAPH}\n{CONTACT}\nนอกจากนี้ {PARAGRAPH}"
    assert PARAGRAPH.strip() == read_article(text).paragraphs[0]


def test_what_follows_the_credits_stays_when_it_is_content() -> None:
    """A paragraph after the footer is not lost with it; related news is."""
    entry = read_release(f"{TITLE}\n{PARAGRAPH}\n{FOOTER}\nนอกจากนี้ {PARAGRAPH}", "a")
    assert f"{PARAGRAPH.strip()}\n\nนอกจากนี้ {PARAGRAPH.strip()}" == entry.body
    related = f"{TITLE}\n{PARAGRAPH}\n{PARAGRAPH}\nข่าวที่เกี่ยวข้อง\nข่าวอื่น\n"
    assert "ข่าวอื่น" not in read_release(related, "a").body


def test_a_notice_tells_its_matter_and_is_dated_below() -> None:
    """As offices write them: the second line is part of the title, the day stands at the end."""
    notice = "ประกาศกรมวิทยาศาสตร์บริการ\nเรื่อง ค่าทดสอบน้ำดื่ม\nให้ใช้อัตราใหม่ตั้งแต่วันที่ ๑ มกราคม ๒๕๗๐"
    article = read_article(f"{notice}\nประกาศ ณ วันที่ ๑๕ พฤศจิกายน พ.ศ. ๒๕๖๙\nอธิบดี")
    assert "ประกาศกรมวิทยาศาสตร์บริการ เรื่อง ค่าทดสอบน้ำดื่ม" == article.title
    assert date(2026, 11, 15) == article.published
    assert "ให้ใช้อัตราใหม่" in article.paragraphs[0]


def test_pictures_before_a_title_are_no_part_of_it() -> None:
    """Nor is a title left out that is a picture and nothing more."""
    assert "ชวนดูดาว" == read_article("📣 ชวนดูดาว\nเนื้อข่าว").title
    assert "📣" == read_article("📣\nเนื้อข่าว").title


def test_nothing_is_made_up() -> None:
    """Without a date, a source or a body there is none."""
    entry = read_release("หัวข้อ", "a")
    assert ("หัวข้อ", "", None, "") == (entry.title, entry.body, entry.published, entry.source.url)
    assert ("", "") == (read_release("", "a").title, read_release("\n", "a").body)


@given(st.lists(st.sampled_from([*RELEASE.lstrip("\ufeff").splitlines(), "", "x"]), max_size=40))
def test_lines_in_any_order_give_an_entry(lines: list[str]) -> None:
    """Never raises, and every paragraph is made of whole lines of the release."""
    entry = read_release("\n".join(lines), "a")
    whole = ["".join(line.replace("&amp;", "&").split()) for line in lines]
    for paragraph in entry.body.split("\n\n"):
        left = "".join(paragraph.split())
        while left:
            line = max((one for one in whole if one and left.startswith(one)), key=len)
            left = left.removeprefix(line)


def test_all_releases_of_the_corpus_are_understood() -> None:
    """Title, day, body and source of each; no header or footer line in any body."""
    for path in sorted(shared_path("corpus", "ministry-news").glob("*.txt")):
        article = read_article(path.read_text(encoding="utf-8"))
        assert article.headed, path
        entry = plain_entry(article, path.stem)
        assert entry.title, path
        assert entry.published, path
        assert entry.source.url, path
        assert len(entry.body) > 150, path
        lines = entry.body.split("\n\n")
        assert not {"พิมพ์", "ส่วนสื่อสารองค์กร", entry.title} & set(lines), path
        assert not any(line.startswith(("ที่มา : http", SITE)) for line in lines), path


FEES = ("ประเภท | วันธรรมดา | วันหยุด", "เด็ก | 20 บาท | 30 บาท", "ผู้สูงอายุ | ฟรี | ฟรี")


def test_a_table_of_short_cells_is_no_menu() -> None:
    """Its rows stand one below another; a row of a site's places stands alone."""
    text = "ศูนย์วิทยาศาสตร์ปรับอัตราค่าเข้าชมใหม่ตั้งแต่ต้นปีหน้า ดังนี้"
    found = read_article("\n".join((TITLE, text, *FEES, "ติดต่อได้ทุกวัน", "หน้าแรก | ข่าว | ติดต่อเรา")))
    assert (text, *FEES, "ติดต่อได้ทุกวัน") == found.paragraphs


@pytest.mark.parametrize(
    "line",
    [
        # What a page says of itself: in Joomla category and readers as items below the title.
        *phrases("- รายละเอียด | - หมวด: ข่าวประชาสัมพันธ์ | - ฮิต: 123 | - เขียนโดย ผู้ดูแลระบบ"),
        # Its buttons in one row, whose it is, cookies, tags that were cut, and reactions.
        *phrases("""
            ถูกใจ · แสดงความคิดเห็น · แชร์ | แชร์ข่าวนี้ Facebook Line X | 45 ความคิดเห็น | รูปภาพทั้งหมด
            ©2026 by SLRI. Proudly created with Wix.com | สงวนลิขสิทธิ์ © 2569 กรมวิทยาศาสตร์บริการ
            เว็บไซต์นี้ใช้คุกกี้ ยอมรับทั้งหมด | #อวพช #NSM #มหกรรม... ดูเพิ่มเติม
        """),
        # Who wrote or edited it, in either language, before or behind the name.
        *phrases("(ข้อมูลจากฝ่ายเลขานุการ กพช.) | Written by แดง ใจดี | Photo Credit แดง ใจดี"),
        *phrases("Rewriter แดง ใจดี | Editor แดง ใจดี | แดง ใจดี: สรุป | แดง ใจดี: เรียบเรียง"),
    ],
)
def test_what_stands_around_a_release_is_no_paragraph(line: str) -> None:
    lines = (line, BODY) if line.startswith("-") else (BODY, line)
    assert (BODY,) == read_article("\n".join(("ชื่อข่าว", *lines))).paragraphs


def test_that_works_may_not_be_copied_is_content() -> None:
    told = "สงวนลิขสิทธิ์ในผลงานทุกชิ้นที่ส่งเข้าประกวด"
    assert (BODY, told) == read_article(f"ชื่อข่าว\n{BODY}\n{told}").paragraphs


def test_mobiles_of_the_press_office_are_no_contact() -> None:
    """Below its credits stand its number and its staff in a row."""
    footer = (
        "ข่าวโดย : ฝ่ายประชาสัมพันธ์ สวทช. E-mail: pr@nstda.or.th",
        "ติดต่อสอบถามข้อมูลเพิ่มเติมได้ที่ 02 564 7000 ต่อ 71731",
        "แดง (089 128 0000) ขาว (081 614 0000) เขียว (083 032 0000)",
    )
    article = read_article("\n".join(("ชื่อข่าว", BODY, *footer)))
    assert ((BODY,), footer) == (article.paragraphs, article.footer)
    assert "089" not in plain_entry(article, "a").facts["press_contact"]


def test_the_spokesmen_of_an_office_are_its_press_office() -> None:
    """Their number is no contact of the release."""
    article = read_article(f"ชื่อข่าว\n{BODY}\nคณะโฆษกสำนักงานบริหารหนี้\nโทร. 02 265 8050 ต่อ 5505")
    assert ((BODY,), 2) == (article.paragraphs, len(article.footer))


def test_a_day_behind_a_stroke_below_is_that_of_publication() -> None:
    """As some ministries close a release."""
    article = read_article(f"ชื่อข่าว\n{BODY}\n************** 17 กุมภาพันธ์ 2565")
    assert (date(2022, 2, 17), (BODY,)) == (article.published, article.paragraphs)


def test_a_title_that_ends_in_a_sum_goes_on_below() -> None:
    """Up to where another matter begins."""
    title = "ครม. อนุมัติ 5,116 ล้าน"
    line = f'{title} สร้าง "ศูนย์สุขภาพอันดามัน" ตามที่กระทรวงเสนอ พร้อมขับเคลื่อนไทยให้เป็นศูนย์กลาง'
    article = read_article(f"{title}\n{line}\n{BODY}")
    whole = f'{title} สร้าง "ศูนย์สุขภาพอันดามัน" ตามที่กระทรวงเสนอ'
    assert (whole, (line, BODY)) == (article.title, article.paragraphs)


def test_an_excerpt_that_says_the_lead_in_other_words_goes() -> None:
    """The site cuts it at 250 letters."""
    told = " ".join(f"กองทุนฯ ช่วยผู้กู้รายที่ {number} ให้เรียนต่อได้" for number in range(1, 12))
    excerpt = told[:250]
    lead = f"{told.replace('กองทุนฯ', 'กองทุน', 3)} ตามเกณฑ์"
    assert (lead,) == read_article(f"ชื่อข่าวของกองทุน\n{excerpt}\n{lead}").paragraphs
    other = "ก" * 300
    assert (excerpt, other) == read_article(f"ชื่อข่าวของกองทุน\n{excerpt}\n{other}").paragraphs
