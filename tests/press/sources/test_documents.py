"""Files of every kind become lines of text; hostile ones become a reason, never a crash."""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from hashlib import shake_256
from pathlib import Path

import pytest

from bot.knowledge.problems import UnreadableError
from bot.knowledge.tree import survey
from bot.press.extraction import extract, extract_source
from bot.press.facts.articles import read_article
from bot.press.sources import documents
from bot.press.sources.documents import IMPORTABLE, RELATED, read_source
from bot.press.sources.html_pages import read_page

here = pytest.mark.usefixtures("in_this_process")
PARAGRAPH = (
    "กระทรวงวิทยาศาสตร์และเทคโนโลยี โดยสำนักงานปลัดกระทรวง จัดการประชุมเชิงปฏิบัติการ"
    "เพื่อนำวิทยาศาสตร์และเทคโนโลยีไปพัฒนาจังหวัด มีผู้เข้าร่วมประมาณ ๒๐๐ คน"
)
GOLDEN = Path(__file__).parents[2] / "golden"
TITLE = "วท. สัญจร สู่จังหวัดนครสวรรค์"
SPAMBOTS = (
    "This e-mail address is being protected from spambots. You need JavaScript enabled to view it"
)
JOOMLA = f"""<!DOCTYPE html><html><head>CHARSET
<title>กระทรวงวิทยาศาสตร์และเทคโนโลยี - {TITLE}</title></head>
<body><h1>กระทรวงวิทยาศาสตร์และเทคโนโลยี</h1>
<ul class="menu"><li><a href="/">หน้าแรก</a></li><li><a href="/news">ข่าวประชาสัมพันธ์</a></li></ul>
<div id="content"><table class="contentpaneopen"><tr><td class="contentheading">{TITLE}</td>
<td class="buttonheading"><a href="#">พิมพ์</a></td></tr></table>
<table class="contentpaneopen"><tr><td class="createdate">
วันอังคารที่ 27 มีนาคม 2555 เวลา 09:26 น.</td></tr>
<tr><td><span class="small">เขียนโดย Administrator</span></td></tr><tr><td>
<p>เมื่อวันที่ 26 มีนาคม 2555 ณ โรงแรมแกรนด์ฮิลล์ รีสอร์ท แอนด์ สปา จังหวัดนครสวรรค์ {PARAGRAPH}</p>
<p>ผู้ช่วยปลัดกระทรวงกล่าวว่า {PARAGRAPH} {PARAGRAPH}</p>
<table border="1"><tr><td>จังหวัด</td><td>เรื่อง</td></tr><tr><td>พิจิตร</td><td>ส้มโอ</td></tr></table>
<p>สอบถามได้ที่ โทร. 0 2333 3700 อีเมล <script type="text/javascript"><!--
 var prefix = '&#109;a' + 'i&#108;' + '&#116;o';
 var addy12 = 'pr' + '&#64;';
 addy12 = addy12 + 'most' + '&#46;' + 'go' + '&#46;' + 'th';
 document.write('<a ' + path + '\\'' + prefix + ':' + addy12 + suffix + '\\'>');
//--></script><span style="display: none;">{SPAMBOTS}</span>
หรือดู <a href="https://www.most.go.th/files/plan.pdf">เอกสาร</a></p></td></tr></table></div>
<div class="related"><h3>ข่าวที่เกี่ยวข้อง</h3><ul><li><a href="/1">ข่าวเก่าหนึ่ง</a></li></ul></div>
<div id="footer">Copyright © 2555 ถนนพระรามที่ 6</div></body></html>"""
META = '<meta http-equiv="Content-Type" content="text/html; charset={}">'

W = "http://schemas.openxmlformats.org"
SPACE = f'xmlns:w="{W}/wordprocessingml/2006/main"'
TYPES = (
    f'<Types xmlns="{W}/package/2006/content-types"><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
    'ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    f'<Relationships xmlns="{W}/package/2006/relationships"><Relationship Id="r1" Type="{W}/'
    'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


def word_file(paragraphs: str, **parts: str) -> bytes:
    body = f"<w:document {SPACE}><w:body>{paragraphs}</w:body></w:document>"
    told = {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": body}
    named = {name if "." in name else f"{name}.xml": content for name, content in parts.items()}
    return packed_file(told | named)


def line(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def packed_file(parts: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


OTHER_OFFICE = packed_file({"[Content_Types].xml": TYPES, "xl/workbook.xml": "<a/>"})
LOOSE = f'<w:p><w:hyperlink xmlns:r="{W}/officeDocument/2006/relationships" r:id="gone"/></w:p>'


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "utf-8"),
        ("cp874", "windows-874"),
        ("tis-620", "tis-620"),
        ("cp874", "utf-8"),
        ("utf-8", "windows-874"),
        ("cp874", ""),
    ],
)
@here
def test_a_joomla_page_in_any_encoding(tmp_path: Path, encoding: str, declared: str) -> None:
    """Title, day, paragraphs, table, cloaked e-mail and attachment; no menu, credit or footer."""
    page = JOOMLA.replace("CHARSET", META.format(declared) if declared else "")
    source = read_source(put(tmp_path, "a.html", page.encode(encoding, "ignore")))
    entry = extract(source.text, "a").entry
    assert (TITLE, "2012-03-27") == (entry.title, str(entry.published))
    assert entry.event
    assert ("2012-03-26", "นครสวรรค์") == (str(entry.event.start), entry.event.province)
    assert "โรงแรมแกรนด์ฮิลล์ รีสอร์ท แอนด์ สปา จังหวัดนครสวรรค์" in entry.event.venue
    assert entry.contact
    assert (("0 2333 3700",), "pr@most.go.th") == (entry.contact.phones, entry.contact.email)
    assert ("https://www.most.go.th/files/plan.pdf",) == source.files
    assert "| พิจิตร | ส้มโอ |" in entry.body
    for unwanted in ("หน้าแรก", "Administrator", "พิมพ์", "ข่าวเก่า", "Copyright", "spambots", "09:26"):
        assert unwanted not in entry.body


def test_an_address_that_cannot_be_uncloaked_is_reported(tmp_path: Path) -> None:
    """The clerk is told to look it up, and nothing is guessed."""
    page = JOOMLA.replace("var addy12", "var x").replace("addy12 = addy12", "x = x")
    source = read_source(put(tmp_path, "a.html", page.encode()))
    assert [("contact.email", False)] == [(one.field, one.sure) for one in source.findings]


def test_a_word_file_becomes_lines(tmp_path: Path) -> None:
    """Paragraphs and table rows, a line each."""
    table = f"<w:tbl><w:tr><w:tc>{line('ก')}</w:tc><w:tc>{line('ข')}</w:tc></w:tr></w:tbl>"
    data = word_file(line(TITLE) + line("27 มีนาคม 2555") + line(PARAGRAPH) + table)
    source = read_source(put(tmp_path, "a.docx", data))
    assert f"{TITLE}\n27 มีนาคม 2555\n{PARAGRAPH}\nก | ข" == source.text


@here
def test_lines_that_a_writer_broke_in_word_are_lines(tmp_path: Path) -> None:
    """So that figures and words do not run together; a title over two lines is one."""
    broken = "<w:p><w:r><w:t>{}</w:t><w:br/><w:t>{}</w:t></w:r></w:p>"
    cell = f"<w:tc>{line('วัน')}{line('เวลา')}</w:tc>"
    data = word_file(
        broken.format("วท. สัญจร", "สู่จังหวัดนครสวรรค์")
        + broken.format("ผู้สมัครอายุไม่เกิน 35 ปี", "จบการศึกษาระดับปริญญาโท")
        + f"<w:tbl><w:tr>{cell}<w:tc>{line('ข')}</w:tc></w:tr></w:tbl>"
    )
    source = read_source(put(tmp_path, "a.docx", data))
    assert f"{TITLE}\nผู้สมัครอายุไม่เกิน 35 ปี\nจบการศึกษาระดับปริญญาโท\nวัน เวลา | ข" == source.text
    dated = word_file(broken.format(TITLE, "27 มีนาคม 2555") + line(PARAGRAPH))
    assert read_source(put(tmp_path, "b.docx", dated)).text.startswith(f"{TITLE}\n27 มีนาคม 2555\n")


def test_a_pdf_becomes_lines_to_be_looked_at() -> None:
    """Its text is never trusted: a letter that the file does not name is marked, and told."""
    source = read_source(GOLDEN / "release.pdf")
    assert "โทร. 0 2333 3700" in source.text
    assert "นำทีมนักวิจัยไปประชุมร่วมกับจังหวัด" in source.text
    assert "27 มี\ufffdาคม 2555" in source.text
    assert [("body", False)] == [(one.field, one.sure) for one in source.findings]
    assert "15 ตัว" in source.findings[0].how


@here
def test_a_page_printed_by_a_browser_is_read_as_it_was_written() -> None:
    """No cluster is read twice, the heading is whole, the browser's date and address are gone.

    Whether a blank stood where a line was broken cannot be told.
    """
    source = read_source(GOLDEN / "browser.pdf")
    lines = [
        "วันนักประดิษฐ์ ประจำปี 2563 เปิดให้ชมสิ่งประดิษฐ์สร้างสรรค์ พัฒนาก้าวไกล นวัตกรรมไทยยั่งยืน",
        "2 กุมภาพันธ์ 2563",
        "ผู้อำนวยการเป็นประธานเปิดงาน ซึ่งเป็นประจำทุกปี สิ่งประดิษฐ์ที่ช่วยเกษตรกร เห็นถึงความรู้",
        "ทั้งนี้ทูลเกล้าฯ ถวายในพื้นที่ที่มีน้ำ",
    ]
    assert lines[0].replace(" ", "") == source.text.split("\n")[0].replace(" ", "")
    assert "".join(lines).replace(" ", "") == "".join(source.text.split())
    assert "ทั้งนี้ทูลเกล้าฯ ถวายในพื้นที่ที่มีน้ำ" in source.text


@here
def test_paragraphs_of_a_pdf_are_told_by_the_room_below_them() -> None:
    """Also those that end at the margin; a line that ends early carries on without such room."""
    source = read_source(GOLDEN / "paragraphs.pdf")
    article = read_article(source.text)
    assert "สดร. ชวนครอบครัวนอนดูดาวที่หอดูดาวฉะเชิงเทรา รับลมหนาวปลายปี" == article.title
    first, second, third = article.paragraphs
    assert "เวลา 17.00 - 22.00 น. ณ หอดูดาวเฉลิมพระเกียรติ" in first
    assert first.endswith("ครอบครัวละ 350 บาท")
    assert second.startswith("นายมานพ ใจกล้า")
    assert "ปีนี้เตรียมกล้องโทรทรรศน์ไว้ 12 ตัว" in second
    assert third.startswith("ผู้สนใจลงทะเบียน")


BOMBS: dict[str, Callable[[], bytes]] = {  # made only where they are tried
    "too-big.docx": lambda: word_file("<w:p/>" * 1_000_000),
    "long-part.docx": lambda: word_file(line(shake_256(b"1313").hexdigest(2_200_000))),
    "ratio.docx": lambda: word_file(line("ก" * 1_000_000)),
    "many.docx": lambda: word_file(line("ก"), **{f"x{number}": "<a/>" for number in range(2100)}),
    "entities.docx": lambda: word_file(
        "", **{"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}
    ),
}


def refused(folder: Path, name: str, data: bytes) -> UnreadableError:
    """Why such a file is, with a cure."""
    with pytest.raises(UnreadableError) as caught:
        read_source(put(folder, name, data))
    assert caught.value.message
    assert caught.value.hint
    return caught.value


@pytest.mark.parametrize("name", BOMBS)
def test_files_that_grow_when_they_are_opened_have_a_reason(tmp_path: Path, name: str) -> None:
    """Before they have grown (F33)."""
    assert "document-bomb" == refused(tmp_path, name, BOMBS[name]()).code


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("broken.docx", b"PK\x03\x04junk", "broken-file"),
        ("broken.pdf", b"%PDF-1.4 junk", "broken-file"),
        ("empty.pdf", b"", "empty"),
        ("blank.docx", word_file("<w:p/>"), "no-text"),
        ("mixed.html", "<p>สวัสดี</p>".encode() + b"\xff\xfe\xfd", "encoding"),
        ("mixed.txt", "สวัสดี".encode() + b"\xff\xfe\xfd", "encoding"),
        ("long.txt", "ก".encode() * 700_000, "too-large"),
        ("old.doc", b"\xd0\xcf\x11\xe0", "not-supported"),
        ("old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old-word"),
        ("photo.txt", b"\xff\xd8\xff\xe0", "picture"),
        ("table.docx", OTHER_OFFICE, "not-word"),
        ("torn.docx", word_file("", **{"word/document.xml": "<w:document"}), "broken-file"),
        ("loose.docx", word_file(LOOSE), "broken-file"),
    ],
    # The bytes hold the time, and every process must collect the same names.
    ids=lambda value: value if isinstance(value, str) else "data",
)
def test_hostile_files_have_a_reason(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    """Each its own (F33, F34)."""
    assert code == refused(tmp_path, name, data).code


@pytest.mark.parametrize("ending", IMPORTABLE + RELATED)
def test_every_kind_of_release_is_known_everywhere(tmp_path: Path, ending: str) -> None:
    """Among entries it is pointed out; where another kind is refused, those read are named."""
    problems = survey(put(tmp_path, f"a{ending}", b"x").parent).problems
    assert ["not-an-entry"] == [one.code for one in problems]
    cure = refused(tmp_path, "a.zip", b"x").hint
    assert (ending in IMPORTABLE) == (ending in cure.split())


@here
def test_columns_of_a_pdf_are_read_one_after_the_other() -> None:
    """Each has a margin of its own; a paragraph goes on from the foot of one to the next."""
    source = read_source(GOLDEN / "columns.pdf")
    lines = source.text.strip().split("\n")
    assert len(lines) == 5  # title, day, three paragraphs
    assert "การฝึกซ้อมครั้งนี้มีผู้เข้าร่วม" in lines[3]


@here
def test_numbers_of_pages_are_no_text() -> None:
    """Neither above a page nor below it."""
    text = read_source(GOLDEN / "pages.pdf").text
    assert not any(mark in text for mark in ("- 2 -", "หน้า 2"))
    assert len(text.strip().split("\n")) == 4  # title, day, a paragraph on each page


@here
def test_what_stands_on_every_page_of_a_pdf_is_no_text(tmp_path: Path) -> None:
    """At its head or foot; a day stays on the first page, and a telephone below the last."""
    head, foot = ("Office of Innovation", "19 November 2026"), ("Bangkok", "Tel. 0 2017 5555")
    told = (("A new fund opens", "It gives more", "to small firms"), ("Ask us", "any day", "now"))
    data = _pdf([(*head, *lines, *foot) for lines in told])
    lines = read_source(put(tmp_path, "a.pdf", data)).text.split("\n")
    assert [head[1], *told[0], *told[1], foot[1]] == [*map(str.strip, lines)]


@here
def test_the_head_of_an_issue_and_bare_numbers_of_pages_are_no_text(tmp_path: Path) -> None:
    """Wherever the program wrote the number, and whatever figures the issue has."""
    told = (("A new fund opens", "It gives more", "to small firms"), ("Ask us", "any day", "now"))
    pages = [("Issue 7 of 2026", str(number), *lines) for number, lines in enumerate(told, 1)]
    lines = read_source(put(tmp_path, "a.pdf", _pdf(pages))).text.split("\n")
    assert [*told[0], *told[1]] == [*map(str.strip, lines)]


def _pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """Pages of lines, one below the other, in a typeface that every reader has."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj 0 -20 Td" for line in lines)
        text = f"BT /F 12 Tf 70 780 Td {shown} ET"
        parts.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
            f" /Resources << /Font << /F 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>"
        )
        parts.append(f"<< /Length {len(text)} >>\nstream\n{text}\nendstream")
    body = "".join(f"{number} 0 obj\n{part}\nendobj\n" for number, part in enumerate(parts, 1))
    return f"%PDF-1.4\n{body}trailer << /Root 1 0 R >>\n%%EOF".encode()


def test_odd_paths_are_refused(tmp_path: Path) -> None:
    """Links and devices are not read (F35)."""
    link = tmp_path / "a.docx"
    link.symlink_to(put(tmp_path, "b.docx", word_file(line("เปิดงาน"))))
    with pytest.raises(UnreadableError, match="symbolic link"):
        read_source(link)
    with pytest.raises(UnreadableError):
        read_source(tmp_path / ".." / "gone.pdf")


def test_the_parser_is_bounded_before_it_reads() -> None:
    """By the system itself: memory, processor, output; and no way out to the network (F34)."""
    program = """
import bot.press.sources.parser_child as child, json, resource, socket
child._limit()
limits = [resource.getrlimit(one) for one in (resource.RLIMIT_CPU, resource.RLIMIT_FSIZE)]
outcome = []
for reach in (lambda: bytearray(600 * 1024 * 1024), socket.socket):
    try:
        outcome.append(str(reach()))
    except (MemoryError, PermissionError) as error:
        outcome.append(type(error).__name__)
print(json.dumps([limits, outcome]))
"""
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout
    limits = [[20, 21], [8 * 1024 * 1024] * 2]
    assert [limits, ["MemoryError", "PermissionError"]] == json.loads(told)


@pytest.mark.parametrize(
    "program",
    [
        "raise SystemExit(1)",
        "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
        "print('{not json')",
        "import bot.press.sources.parser_child as c; c._limit(); x = bytearray(600 * 1024 * 1024)",
        "import bot.press.sources.parser_child as c, socket; c._limit(); socket.socket()",
    ],
)
def test_a_dying_parser_is_a_reason(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Crashed, killed, out of memory, talking nonsense or to the network: never an exception."""
    run = subprocess.run
    instead = [sys.executable, "-c", program]
    monkeypatch.setattr(subprocess, "run", lambda _, **options: run(instead, **options))
    with pytest.raises(UnreadableError) as caught:
        documents.parse("pdf", b"%PDF")
    assert "parser-killed" == caught.value.code


def test_a_parser_that_never_ends_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """The wall clock ends what the CPU limit does not."""
    monkeypatch.setattr(documents, "_WALL_SECONDS", 0.2)
    run = subprocess.run
    endless = [sys.executable, "-c", "import threading; threading.Event().wait()"]
    monkeypatch.setattr(subprocess, "run", lambda _, **options: run(endless, **options))
    with pytest.raises(UnreadableError, match="เกินกำหนด"):
        documents.parse("pdf", b"%PDF")


def test_a_page_that_is_no_article_has_the_name_of_its_site(tmp_path: Path) -> None:
    """It stands in the head, which is taken out before all of the rest is read."""
    page = (
        "<html><head><meta property='og:site_name' content='กรมวิทยาศาสตร์บริการ'>"
        f"<title>{TITLE}</title></head><body><nav>เมนู</nav><p>โทร 0 2201 7123</p></body></html>"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("trafilatura.extract", lambda *_, **__: None)
        found = read_page(page.encode())
    assert "กรมวิทยาศาสตร์บริการ" == found.site
    assert f"{TITLE}\nโทร 0 2201 7123" == found.text


@here
def test_a_page_of_word_ends_its_lines_where_the_writer_did(tmp_path: Path) -> None:
    """Word and others break lines of the source at any blank; what is typed as lines stays."""
    first, _, rest = PARAGRAPH.partition(" ")
    page = f"<html><body><h1>{TITLE}</h1><p class=MsoNormal>{first}<o:p></o:p>\n  {rest}</p>"
    post = f"<div style='white-space: pre-wrap'>{PARAGRAPH}\nสมัครได้ถึงวันที่ 30 เมษายน 2555</div>"
    lines = read_source(put(tmp_path, "a.html", f"{page}{post}</body></html>".encode())).text
    assert [TITLE, PARAGRAPH, PARAGRAPH, "สมัครได้ถึงวันที่ 30 เมษายน 2555"] == lines.split("\n")


@pytest.mark.parametrize(
    "day",
    [
        "<span class='posted-on'>27/03/2555</span>",
        "<p>อังคาร, 27/03/2555 - 09:26</p>",
        "<time datetime='2012-03-27T06:30:00+07:00'></time>",
        "<time datetime='2012-03-26T23:30:00+00:00'></time>",
    ],
)
@here
def test_days_of_publication_as_sites_print_them(tmp_path: Path, day: str) -> None:
    """A class, a bare weekday, a moment of any zone: the day in Thailand, and of no event."""
    page = f"<html><body><article><h1>{TITLE}</h1>{day}<p>{PARAGRAPH}</p></article></body></html>"
    text = read_source(put(tmp_path, "a.html", page.encode())).text
    entry = extract(text, "a").entry
    assert ("2012-03-27", None) == (str(entry.published), entry.event)
    assert PARAGRAPH == entry.body


@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a.pdf"])
@here
def test_a_file_is_read_as_what_it_is(tmp_path: Path, name: str) -> None:
    """Whatever its name ends with: pages are saved as .txt, Word files are renamed."""
    page = f"<!DOCTYPE html><html><body><h1>{TITLE}</h1><p>{PARAGRAPH}</p></body></html>"
    for data in (page.encode(), word_file(line(TITLE) + line(PARAGRAPH))):
        assert f"{TITLE}\n{PARAGRAPH}" == read_source(put(tmp_path, name, data)).text


@pytest.mark.parametrize(("sign", "suffix"), [(b"{\\rtf1", ".rtf"), (b"Rar!\x1a", ".rar")])
def test_another_kind_of_file_is_told_by_its_own_name(
    tmp_path: Path, sign: bytes, suffix: str
) -> None:
    """It was only renamed, and is not broken."""
    assert suffix in refused(tmp_path, "a.docx", sign + b"x").message


@here
def test_a_page_that_its_scripts_make_has_no_text(tmp_path: Path) -> None:
    """What stands in the file is told to nobody."""
    page = (
        f"<html><head><title>{TITLE}</title></head><body><div>กำลังโหลด...</div>"
        "<noscript>You need to enable JavaScript to run this app.</noscript></body></html>"
    )
    with pytest.raises(UnreadableError) as caught:
        extract_source(read_source(put(tmp_path, "a.html", page.encode())), "a")
    assert "หน้าเว็บ" in caught.value.hint


def test_the_cure_of_a_file_that_is_not_read_fits_its_kind(tmp_path: Path) -> None:
    """A table cannot be saved as one, a letter has to be copied, a picture typed."""
    names = ("a.rtf", "a.xlsx", "a.jpg", "a.zip")
    assert len({refused(tmp_path, name, b"x").hint for name in names}) == 4


@here
def test_a_page_of_a_page_builder_is_read_whole(tmp_path: Path) -> None:
    """Its text stands in boxes within boxes, and a label in one of its own names the day below."""
    boxes = "".join(
        f"<div><div><h4>{label}</h4><p>วันที่ {day} เมษายน 2555</p></div></div>"
        for label, day in (("ส่งผลงาน", 9), ("มอบรางวัล", 30))
    )
    page = (
        f"<title>กิจกรรม | สถาบันน้ำ</title><div><div><div><h2>{TITLE}</h2></div></div>"
        f"<div><div><div><span>{TITLE} </span><span>{PARAGRAPH}</span></div></div></div>"
        f"<div>{boxes}</div></div>"
    )
    lines = read_source(put(tmp_path, "a.html", page.encode())).text.split("\n")
    assert [TITLE, f"{TITLE} {PARAGRAPH}"] == lines[:2]
    assert ["ส่งผลงาน", "วันที่ 9 เมษายน 2555", "มอบรางวัล", "วันที่ 30 เมษายน 2555"] == lines[2:]
