"""What a citizen can follow on a web page: documents and forms, by their whole address."""

from pathlib import Path

import pytest

from bot.press.extraction import extract_source
from bot.press.sources.documents import SourceText, read_source

pytestmark = pytest.mark.usefixtures("in_this_process")

TITLE = "วศ. จัดอบรมการตรวจน้ำดื่มด้วยตนเองสำหรับผู้นำชุมชนภาคตะวันออกเฉียงเหนือ"
PARAGRAPH = (
    "กรมวิทยาศาสตร์บริการ (วศ.) จัดอบรมการตรวจน้ำดื่ม วันที่ 15 ธันวาคม 2569 เวลา 09.00-16.00 น."
    " ณ โรงแรมเซ็นทารา จังหวัดขอนแก่น ผู้เข้าอบรมจะได้เรียนรู้การเก็บตัวอย่างน้ำด้วยตนเอง"
)
CANONICAL = '<link rel="canonical" href="https://www.dss.go.th/news/12.html">'
MAP = '<ul><li><a href="/files/map.pdf">แผนที่ของงาน</a></li></ul>'


def read(folder: Path, body: str, head: str = "", url: str = "") -> SourceText:
    page = folder / "a.html"
    page.write_text(
        f"<html><head><meta charset=utf-8><title>{TITLE}</title>{head}</head><body>"
        f'<nav><a href="/register">ลงทะเบียน</a> <a href="/all.pdf">คู่มือ</a></nav><article>'
        f"<h1>{TITLE}</h1><p>{PARAGRAPH}</p>{body}</article>"
        '<div class="footer"><a href="https://forms.gle/site">แบบสอบถามเว็บไซต์</a></div></body></html>',
        encoding="utf-8",
    )
    return read_source(page, url)


def test_a_document_on_a_known_site_has_its_address(tmp_path: Path) -> None:
    """The page itself names its address, or it was fetched from there."""
    for head, url in ((CANONICAL, ""), ("", "https://www.dss.go.th")):
        source = read(tmp_path, MAP, head, url)
        assert (("https://www.dss.go.th/files/map.pdf",), ()) == (source.files, source.findings)


def test_a_document_on_an_unknown_site_is_told(tmp_path: Path) -> None:
    """Its words stay, and a clerk is told to look its address up."""
    source = read(tmp_path, MAP)
    assert () == source.files
    entry = extract_source(source, "a").entry
    assert "แผนที่ของงาน" in entry.body
    assert "“แผนที่ของงาน” (/files/map.pdf)" in entry.review["files"]
    assert "/all.pdf" not in entry.review["files"]


@pytest.mark.parametrize(
    "link",
    [
        '<p>สมัคร <a href="https://forms.gle/abc">ที่นี่</a></p>',
        '<p><a href="https://forms.gle/abc">แบบฟอร์มออนไลน์</a></p>',
        '<ul><li><a href="https://forms.gle/abc">https://forms.gle/abc</a></li></ul>',
    ],
)
def test_a_form_is_kept_with_its_address(tmp_path: Path, link: str) -> None:
    """Once, even of a paragraph that is nothing but the link; not those around the article."""
    entry = extract_source(read(tmp_path, link), "a").entry
    assert 1 == entry.body.count("https://forms.gle/abc")
    assert "forms.gle/site" not in entry.body
    assert entry.contact
    assert "https://forms.gle/abc" == entry.contact.website


def test_a_link_is_judged_by_its_name_or_its_sentence(tmp_path: Path) -> None:
    """Other links are words."""
    body = (
        '<p>ผู้สนใจลงทะเบียนได้<a href="https://www.dss.go.th/r/7">ที่นี่</a> ภายในวันศุกร์</p>'
        '<p>ตามที่ <a href="https://www.dss.go.th/about">กรมวิทยาศาสตร์บริการ</a> แจ้งไว้ในประกาศ</p>'
        '<p><a href="https://www.dss.go.th/login">สมัครสมาชิกเว็บไซต์</a> <a href="#top">ขึ้นบน</a></p>'
        '<p><a href="/news/11">อ่านประกาศฉบับก่อนหน้านี้ทั้งฉบับ</a></p>'
        '<p>โทร <a href="tel:022017255">0 2201 7255</a></p>'
    )
    source = read(tmp_path, body)
    assert "ที่นี่ https://www.dss.go.th/r/7 ภายใน" in source.text
    assert "ตามที่ กรมวิทยาศาสตร์บริการ แจ้งไว้" in source.text
    assert "อ่านประกาศฉบับก่อนหน้านี้ทั้งฉบับ" in source.text
    assert "0 2201 7255" in source.text
    assert "login" not in source.text
    assert () == source.findings


def test_a_form_on_an_unknown_site_is_told(tmp_path: Path) -> None:
    """As documents are."""
    source = read(tmp_path, '<p><a href="register.php?id=7">ลงทะเบียนร่วมงาน</a></p>')
    assert "ลงทะเบียนร่วมงาน" in source.text
    assert ["register.php?id=7" in one.how for one in source.findings] == [True]


@pytest.mark.parametrize(
    "href",
    [
        "//[/a.pdf",
        "http://[::1/a.pdf",
        "C:\\ก ข\\a.pdf",
        pytest.param("a.pdf" * 99_999, id="endless"),
    ],
)
def test_odd_addresses_are_no_fault(tmp_path: Path, href: str) -> None:
    """The words stay."""
    source = read(tmp_path, f'<p><a href="{href}">เอกสารแนบท้าย</a></p>', CANONICAL)
    assert "เอกสารแนบท้าย" in source.text
