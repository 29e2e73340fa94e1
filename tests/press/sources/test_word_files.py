"""Word files as offices make them: links, notes, lists within lists, and tables around the text."""

from datetime import date
from pathlib import Path

import pytest

from bot.press.extraction import extract_source
from bot.press.sources.documents import read_source
from bot.press.sources.word_files import read_word
from tests.press.sources.test_documents import SPACE, W, line, put, word_file

pytestmark = pytest.mark.usefixtures("in_this_process")

LINKS = f'xmlns:r="{W}/officeDocument/2006/relationships"'
LONG = "กระทรวงเปิดตัวแอปตรวจน้ำ ซึ่งช่วยให้เกษตรกรรู้ค่าความเค็มก่อนรดน้ำต้นไม้ในสวน " * 4
NUMBERED = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'


def target(number: str, kind: str, to: str) -> str:
    outside = 'TargetMode="External"' if "://" in to else ""
    types = f"{W}/officeDocument/2006/relationships/{kind}"
    return f'<Relationship Id="{number}" Type="{types}" Target="{to}" {outside}/>'


def word(body: str, *targets: str, **parts: str) -> bytes:
    told = (
        f'<Relationships xmlns="{W}/package/2006/relationships">{"".join(targets)}</Relationships>'
    )
    document = f"<w:document {SPACE} {LINKS}><w:body>{body}</w:body></w:document>"
    parts |= {"document": document, "_rels/document.xml.rels": told}
    return word_file("", **{f"word/{name}": content for name, content in parts.items()})


def cell(*paragraphs: str) -> str:
    return f"<w:tc>{''.join(map(line, paragraphs))}</w:tc>"


def linked(number: str, name: str) -> str:
    return f'<w:hyperlink r:id="{number}"><w:r><w:t>{name}</w:t></w:r></w:hyperlink>'


def item(level: int, text: str) -> str:
    return f"<w:p><w:pPr>{NUMBERED.format(level)}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_links_lead_where_a_citizen_signs_up() -> None:
    """As on a page: documents are files, and a link that leads nowhere is told."""
    body, targets = "", []
    for number, before, name, to in (
        ("r1", "สมัครได้ที่", "ลิงก์นี้", "https://soil.go.th/apply"),
        ("r2", "ดาวน์โหลด", "ใบสมัคร", "https://soil.go.th/form.pdf"),
        ("r3", "และ", "แบบฟอร์มแนบท้าย", "annex.pdf"),
    ):
        body += f"<w:p><w:r><w:t>{before} </w:t></w:r>{linked(number, name)}</w:p>"
        targets.append(target(number, "hyperlink", to))
    found = read_word(word(body, *targets))
    assert "สมัครได้ที่ ลิงก์นี้ https://soil.go.th/apply\nดาวน์โหลด ใบสมัคร\nและ แบบฟอร์มแนบท้าย" == found.text
    assert ("https://soil.go.th/form.pdf",) == found.files
    assert len(found.lost_links) == 1


def test_a_note_is_told_once_and_leaves_no_mark() -> None:
    """Its mark would stand in the name of a place."""
    note = (
        f'<w:footnotes {SPACE}><w:footnote w:id="2">{line("ข้อมูลปี 2568")}</w:footnote></w:footnotes>'
    )
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    data = word(
        f"<w:p><w:r><w:t>ณ จังหวัดสระบุรี</w:t></w:r>{mark}</w:p>",
        target("r1", "footnotes", "footnotes.xml"),
        footnotes=note,
    )
    assert "ณ จังหวัดสระบุรี\nข้อมูลปี 2568" == read_word(data).text


def test_a_day_in_the_header_of_the_pages_is_that_of_the_release(tmp_path: Path) -> None:
    """Unless the text has its own; what Word fills in tells nothing."""
    lines = "".join(map(line, ("กรมวิทยาศาสตร์บริการ", "ข่าวที่ 12/2569 วันที่ 6 กุมภาพันธ์ 2569")))
    printed = "<w:p><w:r><w:instrText>DATE</w:instrText><w:t>9 มีนาคม 2569</w:t></w:r></w:p>"
    head = f"<w:hdr {SPACE}>{printed}{lines}</w:hdr>"
    for day, text in ((6, line(LONG)), (7, line("7 กุมภาพันธ์ 2569") + line(LONG))):
        path = put(tmp_path, "a.docx", word(line("เปิดตัวแอปตรวจน้ำ") + text, header1=head))
        entry = extract_source(read_source(path), "a").entry
        assert (date(2026, 2, day), "เปิดตัวแอปตรวจน้ำ") == (entry.published, entry.title)
        assert LONG.strip() == entry.body


@pytest.mark.parametrize("head", ["", "<w:hdr>", "6 กุมภาพันธ์ 2569"])
def test_a_file_with_a_broken_header_is_read_without_it(head: str) -> None:
    """Word opens it as well."""
    assert LONG.strip() == read_word(word(line(LONG), header1=head)).text


def test_items_with_items_below_them_are_kept() -> None:
    """Each a line with a dash; what stands under an item comes behind it."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="bullet"/></w:lvl>' for level in range(2)
    )
    numbering = (
        f'<w:numbering {SPACE}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    data = word(
        item(0, "ผู้สมัคร") + item(1, "อายุไม่เกิน 35 ปี") + item(0, "หลักฐาน"),
        target("r1", "numbering", "numbering.xml"),
        numbering=numbering,
    )
    assert "- ผู้สมัคร\n- อายุไม่เกิน 35 ปี\n- หลักฐาน" == read_word(data).text


def test_a_table_around_the_text_is_no_table() -> None:
    """Forms of offices set the letterhead and the whole release into cells."""
    head = f"<w:tr>{cell('กระทรวง อว.', 'ข่าวประชาสัมพันธ์')}{cell('โทร. 0 2333 3700')}</w:tr>"
    table = f"<w:tbl>{head}<w:tr>{cell('เปิดตัวแอป', '6 กุมภาพันธ์ 2569', LONG)}</w:tr></w:tbl>"
    lines = ("กระทรวง อว.", "ข่าวประชาสัมพันธ์", "โทร. 0 2333 3700", "เปิดตัวแอป", "6 กุมภาพันธ์ 2569")
    assert "\n".join([*lines, LONG.strip()]) == read_word(word(table)).text
    facts = f"<w:tbl><w:tr>{cell('พืช', 'ราคา')}{cell('ข้าว', '12 บาท')}</w:tr></w:tbl>"
    assert "พืช ราคา | ข้าว 12 บาท" == read_word(word(facts)).text
