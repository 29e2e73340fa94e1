"""Of what a saved page calls itself, the title of its article."""

import pytest
from lxml import html

from bot.press.sources.html_pages import read_page
from bot.press.sources.page_titles import claims_of, title_of

TITLE = "วศ. จัดอบรมการตรวจน้ำดื่มด้วยตนเองสำหรับผู้นำชุมชนภาคตะวันออกเฉียงเหนือ"
CUT = "วศ. จัดอบรมการตรวจน้ำดื่มด้วยตนเองสำหรับผู้นำ..."
SITE = "กระทรวง อว."
LONG_SITE = "กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม"
OFFICE = "กรมวิทยาศาสตร์บริการ เปิดศูนย์ทดสอบน้ำดื่ม"
BODY = ("กรมวิทยาศาสตร์บริการจัดอบรม",)


def title(head: str, body: str = "", lines: tuple[str, ...] = BODY) -> str:
    page = html.fromstring(f"<html><head>{head}</head><body>{body}<p>x</p></body></html>")
    return title_of(claims_of(page), lines)


def shared(text: str, name: str = "title") -> str:
    return f'<meta property="og:{name}" content="{text}">'


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (f"<title>{SITE} | {TITLE}</title>", f"<h1>{SITE}</h1><h2>{TITLE}</h2>"),
        (f"<title>{TITLE} - {SITE}</title>", f"<h1>{SITE}</h1><h2>{TITLE}</h2>"),
        (f"<title>{TITLE} - {SITE}</title>", f"<h1>{SITE}</h1>"),
        (f"<title>{SITE} | {TITLE}</title>", ""),
        (f"<title>{LONG_SITE} | วศ. จัดอบรม</title>{shared('วศ. จัดอบรม')}", ""),
        (f"<title>{SITE} | {CUT}</title>", f"<h1>{SITE}</h1><h2>{TITLE}</h2>"),
        (f"<title>{SITE} | {CUT}</title>{shared(TITLE)}", f"<h1>{SITE}</h1>"),
        (f"<title>{SITE}</title>{shared(TITLE)}", f"<h1>{SITE}</h1>"),
        (f"<title>{SITE}</title>{shared(f'{TITLE} | {SITE}')}", f"<h1>{SITE}</h1>"),
        (f"<title>{TITLE}</title>", f"<h1>{TITLE}</h1><h2>ข่าวที่เกี่ยวข้อง</h2>"),
        (f"<title>{TITLE}</title>{shared(TITLE)}", f"<h1>{SITE}</h1>"),
        (f"<title>NSTDA</title>{shared('NSTDA', 'site_name')}{shared(TITLE)}", ""),
        ("", f"<h1>{TITLE}</h1>"),
        (f"<title>{OFFICE} | DSS</title>{shared(OFFICE)}", f"<h1>{OFFICE}</h1>"),
    ],
)
def test_the_site_is_no_part_of_the_title(head: str, body: str) -> None:
    """Before it or behind it, in <title>, in a heading or in both."""
    assert title(head, body) in (TITLE, OFFICE, "วศ. จัดอบรม")


SPOKEN = "<p>กรมวิทยาศาสตร์บริการจัดอบรมการตรวจน้ำดื่มให้ผู้นำชุมชนของทุกจังหวัดโดยไม่มีค่าใช้จ่าย</p>" * 3


@pytest.mark.parametrize(
    "named",
    [
        "MHESI Thailand Official Website",
        "วิทย์เพื่อคนไทย - Science for All Thai People",
        "รายละเอียดข่าวประชาสัมพันธ์",
        "Untitled Document",
    ],
)
def test_a_heading_of_which_the_text_speaks_outweighs_a_name_of_which_it_does_not(
    named: str,
) -> None:
    """One of which it does not speak is the head of a part of the site."""
    for heading, right in ((TITLE, TITLE), ("กิจกรรมและความเคลื่อนไหวของเรา", None)):
        page = f"<title>{named}</title><body><main><h1>{heading}</h1>{SPOKEN}</main></body>"
        assert (right or named.partition(" - ")[2] or named) == first_line(page)
    parts = f"<h1>ข่าวทั้งหมดในหมวดนี้ของเรา</h1>{SPOKEN}<h2>ให้ผู้นำชุมชนของทุกจังหวัด</h2>{SPOKEN}"
    assert TITLE == first_line(f"<title>{TITLE}</title><body><main>{parts}</main></body>")


def test_what_was_cut_goes_on_whatever_its_quotes_and_dashes() -> None:
    """A site may set them otherwise in <title>, and a dash need not part it."""
    quoted = 'วศ. จัดอบรม "การตรวจน้ำดื่ม" ด้วย…'
    whole = "วศ. จัดอบรม “การตรวจน้ำดื่ม” ด้วยตนเอง"
    assert whole == title(f"<title>{quoted}</title>", f"<h1>{whole}</h1>")
    whole = f"โครงการน้ำ - {TITLE}"
    assert whole == title(f"<title>{whole[:40]}... | DSS</title>", f"<h1>{whole}</h1>")


def first_line(page: str) -> str:
    return read_page(f"<html>{page}</html>".encode()).text.partition("\n")[0]


def test_where_only_the_site_is_named_the_heading_of_the_text_is_the_title() -> None:
    """One that stands elsewhere on the page is none, nor is one that only heads a part."""
    body = f"<h1>{SITE}</h1><h2>ข่าวเด่นประจำสัปดาห์ของเรา</h2><h2>{TITLE}</h2>"
    assert TITLE == title(f"<title>{SITE}</title>", body, (f"# {TITLE}", *BODY))
    assert SITE == title(f"<title>{SITE}</title>", body)
    real = f"<h1>{TITLE}</h1><h2>สิ่งที่ผู้เข้าอบรมจะได้รับ</h2>"
    assert TITLE == title(f"<title>{TITLE}</title>", real, ("สิ่งที่ผู้เข้าอบรมจะได้รับ",))


def test_a_page_without_any_title_has_none() -> None:
    """Nor does a page of which no article is known lose its title."""
    assert "" == title("")
    page = f"<html><head><title>{TITLE} | {SITE}</title></head><body><p>น้ำดื่ม</p></body></html>"
    assert read_page(page.encode()).text.startswith(f"{TITLE}\n")
