"""The text of Word files. Runs in the parser child, never in the bot."""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import mammoth
from lxml import etree, html

from bot.knowledge.problems import UnreadableError
from bot.press.sources.page_links import open_links
from bot.press.sources.tables import cell_text, label_tables
from bot.press.sources.text_boxes import PARSER, behind_title
from bot.thai.dates import parse_date

_MOST_MEMBERS = 2_000
_MOST_PART = 4 * 1024 * 1024  # bytes of one XML part, counted while unpacking
_MOST_RATIO = 100
_SMALL_PART = 64 * 1024  # a short part may compress as well as it likes
_LONGEST_TITLE = 200
_DOCUMENT = "word/document.xml"
_HEADER = re.compile(r"word/header[0-9]*\.xml")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FIELDS = (f"{_W}fldSimple", f"{_W}instrText")  # the number of the page, the day of printing
_PARTS = (".xml", ".rels")
_DOCTYPE = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_BLOCKS = "//h1|//h2|//h3|//h4|//p[not(ancestor::td)]|//li[not(.//p)]|//tr"
_NOTE_MARKS = (
    "//sup[a[starts-with(@href,'#')]]|//a[starts-with(@href,'#') and contains(@href,'-ref-')]"
)
_LAYOUT_CELL = 200  # characters of a cell that is the release itself, and of its share of the table
_LAYOUT_SHARE = 0.5
_THAI = re.compile("[ก-๙]")
_FEWEST_ROWS = 2  # of a text that stands beside its translation
_RUNNING_TEXT = 20  # characters from which a cell is no label, name or number
_PARAGRAPH = 100  # that both have somewhere: labels and values have no paragraphs


@dataclass(frozen=True, slots=True)
class WordText:
    """A Word file as lines, the documents it links to, broken links, and its page headers."""

    text: str
    files: tuple[str, ...] = ()
    lost_links: tuple[str, ...] = ()
    header: tuple[str, ...] = ()


def read_word(data: bytes) -> WordText:
    """The paragraphs of a .docx, a line each; table rows as "a | b". Raises `UnreadableError`."""
    document = io.BytesIO(_repacked_safely(data))
    page = mammoth.convert_to_html(
        document, convert_image=mammoth.images.img_element(lambda _: {})
    ).value
    if not page.strip():
        raise UnreadableError("no-text.word")
    tree = html.fromstring(f"<div>{page}</div>")
    for mark in tree.xpath(_NOTE_MARKS):
        mark.drop_tree()
    links = open_links(tree, "")
    _mark_items(tree)
    _part_languages(tree)
    _unwrap_layout(tree)
    label_tables(tree)
    for end in tree.iter("br"):
        end.tail = f"\n{end.tail or ''}"
    blocks = [lines for lines in map(_lines, tree.xpath(_BLOCKS)) if lines]
    if blocks and _is_title(blocks[0]):
        blocks[0] = [" ".join(blocks[0])]
    text = "\n".join(chain.from_iterable(blocks))
    return WordText(text, links.files, links.lost, tuple(_header_lines(document)))


def _header_lines(document: io.BytesIO) -> Iterator[str]:
    """What stands at the head of its pages, each line once; nothing that Word fills in."""
    with zipfile.ZipFile(document) as packed:
        parts = [packed.read(name) for name in packed.namelist() if _HEADER.fullmatch(name)]
    paragraphs = chain.from_iterable(map(_header_paragraphs, parts))
    told = (one for one in paragraphs if next(one.iter(*_FIELDS), None) is None)
    yield from dict.fromkeys(
        _tidy("".join(part.text or "" for part in one.iter(f"{_W}t"))) for one in told
    )


def _header_paragraphs(part: bytes) -> list[etree._Element]:
    """The paragraphs of a header; none of a broken one, without which the text is read as well."""
    try:
        return list(etree.fromstring(part, PARSER).iter(f"{_W}p"))
    except etree.XMLSyntaxError:
        return []


def _mark_items(tree: html.HtmlElement) -> None:
    """Write a dash before each item of a list, nested lists behind theirs.

    Numbers are not known: a paragraph between two items makes two lists of one.
    """
    for inner in reversed(tree.xpath("//li//ul|//li//ol")):
        next(inner.iterancestors("li")).addnext(inner)
    for item in tree.xpath("//ul/li|//ol/li[not(@id)]"):
        first = next(iter(item.xpath("./p")), item)
        first.text = f"- {first.text or ''}"


def _part_languages(tree: html.HtmlElement) -> None:
    """Put what stands in English beside the Thai of a table behind it."""
    for table in tree.xpath("//table"):
        rows = [row.xpath("./td|./th") for row in table.iter("tr")]
        told = len(rows) >= _FEWEST_ROWS and all(map(_is_translated, rows))
        if told and any(map(_are_paragraphs, rows)):
            for cell in (row[column] for column in (1, 0) for row in reversed(rows)):
                cell.tag = "div"
                table.addnext(cell)
            table.drop_tree()


def _is_translated(row: Sequence[html.HtmlElement]) -> bool:
    """Whether a row is a cell of Thai text and one of English, neither a label nor its value."""
    cells = [_tidy(str(cell.text_content())) for cell in row]
    match cells:
        case [thai, english] if min(len(thai), len(english)) >= _RUNNING_TEXT:
            told = _THAI.search(thai) and not _THAI.search(english) and " " in english
            return bool(told and any(map(str.isalpha, english)))
    return False


def _are_paragraphs(row: Sequence[html.HtmlElement]) -> bool:
    return all(len(_tidy(str(cell.text_content()))) >= _PARAGRAPH for cell in row)


def _unwrap_layout(tree: html.HtmlElement) -> None:
    """Turn layout tables into plain blocks: those of one column, or around the text."""
    for table in reversed(tree.xpath("//table")):
        cells = [len(_tidy(str(cell.text_content()))) for cell in table.xpath(".//td|.//th")]
        longest = max(cells, default=0)
        around = longest >= _LAYOUT_CELL and longest > _LAYOUT_SHARE * sum(cells)
        if around or all(len(row.xpath("./td|./th")) == 1 for row in table.iter("tr")):
            for part in table.xpath(".//tr|.//td|.//th|.//tbody|.//thead"):
                part.tag = "div"
            table.tag = "div"


def _lines(element: html.HtmlElement) -> list[str]:
    """The lines of a paragraph, or the cells of a row as one line."""
    if element.tag == "tr":
        cells = map(cell_text, element.xpath("./td|./th"))
        return [line for line in (" | ".join(cells).strip(" |"),) if line]
    return [line for line in map(_tidy, str(element.text_content()).split("\n")) if line]


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _is_title(lines: Sequence[str]) -> bool:
    """Whether the lines at the head of a document are one title: short, and none a day."""
    return sum(map(len, lines)) <= _LONGEST_TITLE and not any(map(parse_date, lines))


def _repacked_safely(data: bytes) -> bytes:
    """The document packed anew from its XML parts, each measured while unpacking."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return _repacked(packed)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        raise UnreadableError("broken-file.word") from None


def _repacked(packed: zipfile.ZipFile) -> bytes:
    members = packed.infolist()
    if len(members) > _MOST_MEMBERS:
        raise UnreadableError("document-bomb.parts", count=len(members))
    if not any(member.filename.startswith("word/") for member in members):
        raise UnreadableError("not-word")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as clean:
        for member in members:
            if member.filename.lower().endswith(_PARTS):
                clean.writestr(member.filename, _part(packed, member))
    return out.getvalue()


def _part(packed: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    with packed.open(member) as file:
        content = file.read(_MOST_PART + 1)
    name = member.filename[:60]
    if len(content) > _MOST_PART:
        raise UnreadableError("document-bomb.size", part=name, most=_MOST_PART // 1_048_576)
    if len(content) > max(_SMALL_PART, member.compress_size * _MOST_RATIO):
        raise UnreadableError("document-bomb.ratio", part=name, most=_MOST_RATIO)
    if _DOCTYPE.search(content):
        raise UnreadableError("document-bomb.doctype")
    return behind_title(content) if member.filename == _DOCUMENT else content
