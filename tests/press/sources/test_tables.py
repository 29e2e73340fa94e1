"""Tables that say when and where, of Word, Excel and web pages."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from bot.press.extraction import extract_source
from bot.press.sources.documents import read_source
from bot.press.sources.tables import labelled_lines
from tests.press.sources.test_documents import line, put, word_file

pytestmark = pytest.mark.usefixtures("in_this_process")

RUNNING = "ห้องนี้มีเครื่องมือสำหรับการวิจัยและพัฒนาของผู้ประกอบการทุกขนาด " * 2 + "ใช้ได้ทุกวัน"
ENGLISH = ("It is for research and more. " * 4).strip()
MERGED = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{line('')}</w:tc>"
EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<meta http-equiv=Content-Type content="text/html; charset=windows-874"></head><body><table>
<tr><td colspan=3 class=xl65>กำหนดการอบรมหลักสูตรวิทยาศาสตร์ทางอาหาร ปี 2570</td></tr>
<tr><td class=xl65>ลำดับ</td><td class=xl65>HEAD</td><td class=xl65>สถานที่</td></tr>
<tr><td>1</td><td>5 มกราคม 2570</td><td>กรมวิทยาศาสตร์บริการ กรุงเทพมหานคร</td></tr>
<tr><td>2</td><td>9 กุมภาพันธ์ 2570</td><td></td></tr>
<tr><td>หมายเหตุ</td><td colspan=2>สมัครที่ โทร. 0 2201 7425</td></tr></table></body></html>"""


def word_table(rows: Iterable[tuple[str, str]]) -> str:
    cells = (f"<w:tc>{line(one)}</w:tc><w:tc>{line(other)}</w:tc>" for one, other in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def test_a_sheet_of_excel_is_read_line_by_line(tmp_path: Path) -> None:
    """Its first row is the title; each row tells its columns."""
    page = EXCEL.replace("HEAD", "วันที่").encode("cp874")
    entry = extract_source(read_source(put(tmp_path, "a.html", page)), "a").entry
    assert "กำหนดการอบรมหลักสูตรวิทยาศาสตร์ทางอาหาร ปี 2570" == entry.title
    assert (
        "ลำดับ: 1 · วันที่: 5 มกราคม 2570 · สถานที่: กรมวิทยาศาสตร์บริการ กรุงเทพมหานคร\n\n"
        "ลำดับ: 2 · วันที่: 9 กุมภาพันธ์ 2570\n\nหมายเหตุ: สมัครที่ โทร. 0 2201 7425" == entry.body
    )


def test_a_title_has_no_bars(tmp_path: Path) -> None:
    """Whatever else the table says."""
    page = "<table><tr><td colspan=2>ผลการแข่งขันหุ่นยนต์</td></tr>" + (
        "<tr><td>โรงเรียนสาธิต</td><td>ได้รับเหรียญทองจากการแข่งขันหุ่นยนต์ระดับประเทศ</td></tr>" * 3
    )
    source = read_source(put(tmp_path, "a.html", f"<html><body>{page}</table>".encode()))
    assert "ผลการแข่งขันหุ่นยนต์" == source.text.split("\n")[0]


def test_a_table_of_word_is_read_alike(tmp_path: Path) -> None:
    """Labels beside their values; the event has its day, time and venue."""
    rows = (("วันที่", "15 ธันวาคม 2569"), ("เวลา :", "09.00-16.00 น."), ("สถานที่", "หอดูดาวภูเก็ต"))
    data = word_file(line("สดร. ขอเชิญร่วมงานดูดาว") + line("24 พฤศจิกายน 2569") + word_table(rows))
    event = extract_source(read_source(put(tmp_path, "a.docx", data)), "a").entry.event
    assert event
    assert ("2026-12-15", "09.00-16.00 น.") == (str(event.start), event.time)
    assert "หอดูดาวภูเก็ต" == event.venue


def read_table(folder: Path, rows: Iterable[tuple[str, str]]) -> str:
    return read_source(put(folder, "a.docx", word_file(word_table(rows)))).text


def test_a_translation_beside_the_text_stands_behind_it(tmp_path: Path) -> None:
    """In the same table."""
    thai, english = ("วว. เปิดห้องแล็บใหม่ใกล้บ้าน", RUNNING), ("TISTR opens a new lab", ENGLISH)
    assert "\n".join(thai + english) == read_table(tmp_path, zip(thai, english, strict=True))


@pytest.mark.parametrize(
    "table",
    [
        "อีเมล | pr@nstda.or.th\nเว็บไซต์ | www.nstda.or.th",
        "ชื่อ | Somchai Jaidee\nที่ทำงาน | National Science Agency",
        "หลักสูตรปัญญาประดิษฐ์ | AI for Government 2026\nหลักสูตรการตลาด | Marketing for All 101",
    ],
)
def test_labels_beside_english_values_stay_there(tmp_path: Path, table: str) -> None:
    rows = (row.split(" | ") for row in table.split("\n"))
    assert table == read_table(tmp_path, ((thai, english) for thai, english in rows))


@pytest.mark.parametrize(
    "more", ["<w:tr/>", f"<w:tr>{MERGED}{MERGED}</w:tr>"], ids=["empty", "merged"]
)
def test_a_row_without_cells_is_read_over(tmp_path: Path, more: str) -> None:
    """As where all cells of a row go on from the one above."""
    cells = "".join(
        f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{line(one)}</w:tc>'
        for one in ("เปิดห้องแล็บใหม่ใกล้บ้าน", "It opens a new lab nearby")
    )
    table = f"<w:tbl><w:tr>{cells}</w:tr>{more}</w:tbl>"
    lines = read_source(put(tmp_path, "a.docx", word_file(table))).text.split("\n")
    assert ["เปิดห้องแล็บใหม่ใกล้บ้าน | It opens a new lab nearby"] == lines


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ([["จังหวัด", "เรื่อง"], ["พิจิตร", "ส้มโอ"]], []),
        ([["วันที่", "จังหวัด"], ["5 มกราคม", "ตาก"]], ["วันที่: 5 มกราคม · จังหวัด: ตาก"]),
        ([["หน้าแรก", "วันที่", "ก" * 500], ["ข", "ค", "ง"]], []),
        ([["วันที่", ""], ["", "สถานที่"]], []),
        ([[]], []),
    ],
)
def test_other_tables_are_left(rows: list[list[str]], lines: list[str]) -> None:
    """Those without a day or a place, and those that hold the page."""
    assert lines == labelled_lines(rows)
