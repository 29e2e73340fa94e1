"""The text of PDF files. Runs in the parser child, never in the bot.

Browsers write the marks of a Thai letter as glyphs of their own and map the last of them to the
whole cluster, so that PDFium reads that twice ("กุมกุ ภาพันพั ธ์"). Such an echo is left out, with the
blank it causes: its glyph is left of the place it is written at, or of another width.
"""

import ctypes
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, takewhile
from statistics import median
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from bot.knowledge.problems import LOST_LETTER, UnreadableError

_BLANK = 0.2  # of a letter's height: a wider gap between two letters is a blank that was written
_OTHER_WIDTH = 0.1
_LARGE = 1.15  # of the usual height
_FULL = 0.7  # of the page's text: how far a line reaches that was broken at the margin
_WIDER = 1.2  # than the room between lines: that between paragraphs
_SAME_EDGE = 6.0  # points: lines of a column begin so near to each other
_SAME_HEIGHT = 8.0
_FEWEST_BESIDE = 3  # lines with others beside them make columns of a page
_LOOK_BACK = 3  # clusters; an echo comes late where two of them meet
_MARKS = frozenset("\u0e31\u0e33" + "".join(map(chr, (*range(0xE34, 0xE3B), *range(0xE47, 0xE4F)))))
_LINE_END = ("\r", "\n")
_MOST_PAGES = 200
# Letters that Thai fonts keep in the private use area; hyphens at the margin go.
_PRIVATE = dict.fromkeys((0xFFFE, 0x00AD)) | dict(
    zip(
        range(0xF700, 0xF71B),
        "ฐ\u0e34\u0e35\u0e36\u0e37"
        + "\u0e48\u0e49\u0e4a\u0e4b\u0e4c" * 2
        + "ญ\u0e31\u0e4d\u0e47"
        + "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
        + "\u0e38\u0e39\u0e3a",
        strict=True,
    )
)
_PRINT_MARK = re.compile(
    r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4},? [0-9]{1,2}:[0-9]{2}( [AP]M)?( .{0,200})?"
    r"|(file|https?)://\S+( [0-9]{1,3}/[0-9]{1,3})?"
)
_FIGURE = re.compile(r"^(?!.*(?:ปีที่|ฉบับที่|เล่มที่|Vol\.|Issue)\s?[0-9๐-๙]).*[0-9๐-๙]")  # no issue's
_NEAR_EDGE = 3  # lines of a page, among which its number is
_PAGE_NUMBER = re.compile(
    r"[-–—]\s?[0-9๐-๙]{1,3}\s?[-–—]|[0-9๐-๙]{1,3}\s?/\s?[0-9๐-๙]{1,3}"
    r"|(หน้า(ที่)?|Page)\s?[0-9๐-๙]{1,3}(\s?(/|จาก|of)\s?[0-9๐-๙]{1,3})?",
    re.IGNORECASE,
)
_AFTER_SARA_AM = re.compile("\u0e33 (?=[\u0e01-\u0e4e])")
_SPLIT_SARA_AM = re.compile("\u0e4d\\s?([\u0e48-\u0e4b]?)\\s?\u0e32")


class _Letter(NamedTuple):
    """A character: where it is written, its left and right edge and its height, in points."""

    char: str
    place: tuple[float, float]
    left: float
    right: float
    height: float
    made: bool  # a blank or line end that PDFium made up from a gap


class _Span(NamedTuple):
    """The position of a line."""

    left: float
    right: float
    height: float


class _Line(NamedTuple):
    """Where a line ends, and whether that is at the margin."""

    right: float
    is_full: bool


def read_pdf(data: bytes) -> str:
    """The lines of a PDF, at most 200 pages. Raises `UnreadableError`."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise UnreadableError("locked" if locked else "broken-file.pdf") from None
    lines = "\n".join(chain.from_iterable(_without_running_lines(_pages(document))))
    if len(lines.split()) < 3:
        raise UnreadableError("no-text.pdf")
    return _mended(lines)


def _pages(document: pypdfium2.PdfDocument) -> list[list[str]]:
    numbers = range(min(len(document), _MOST_PAGES))
    texts = (_page_text(document[number].get_textpage()) for number in numbers)
    pages = [[*_without_print_marks(text)] for text in texts]
    numbered = [_number_places(page, number) for number, page in enumerate(pages, 1)]
    if len(pages) > 1 and all(numbered):
        for page, places in zip(pages, numbered, strict=True):
            del page[places[-1]]
    return pages


def _number_places(page: Sequence[str], number: int) -> list[int]:
    """Where a page has its number alone on a line near its head or foot."""
    lines = ((at, line.strip()) for at, line in enumerate(page))
    near = ((at, line) for at, line in lines if min(at, len(page) - 1 - at) < _NEAR_EDGE)
    return [at for at, line in near if line.isdecimal() and int(line) == number]


def _without_running_lines(pages: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    """The pages without headers and footers that are the same on all.

    One with a figure stays once, but no issue's: a day at the head of the first page, a telephone
    below the last.
    """
    head, foot = _common_lines(pages), _common_lines([page[::-1] for page in pages])
    last = len(pages) - 1
    for number, page in enumerate(pages):
        end = len(page) - foot
        yield [
            *(line for line in page[:head] if number == 0 and _FIGURE.match(line)),
            *page[head:end],
            *(line for line in page[end:] if number == last and _FIGURE.match(line)),
        ]


def _common_lines(pages: Sequence[Sequence[str]]) -> int:
    """The number of lines that all of several pages begin with."""
    rows = zip(*pages, strict=False) if len(pages) > 1 else ()
    alike = sum(1 for _ in takewhile(lambda row: len(set(row)) == 1, rows))
    return alike if alike < min(map(len, pages), default=0) / 2 else 0


def _without_print_marks(text: str) -> Iterator[str]:
    """The lines of a page without page number and what browsers print at the margin."""
    lines = text.replace("\r\n", "\n").strip("\n").split("\n")
    for number, line in enumerate(lines):
        at_edge = number in (0, len(lines) - 1) and _PAGE_NUMBER.fullmatch(line.strip())
        if not (at_edge or _PRINT_MARK.fullmatch(line.strip())):
            yield line


def _mended(text: str) -> str:
    text = _SPLIT_SARA_AM.sub("\\1\u0e33", text.translate(_PRIVATE))
    return _AFTER_SARA_AM.sub("\u0e33", text)


def _page_text(page: pypdfium2.PdfTextPage) -> str:
    """The text of a page, lines ended with CR LF as PDFium does, without echoes."""
    kept: list[_Letter] = []
    made: list[_Letter] = []  # blanks and line ends, which an echo may have caused
    before: deque[Sequence[_Letter]] = deque(maxlen=_LOOK_BACK)
    echoed = False
    for cluster in _clusters(_letters(page)):
        if cluster[0].made:
            made += cluster
        elif _is_echo(cluster, before):
            echoed = True
        else:
            kept += _between(kept[-1], made, cluster[0]) if echoed and kept else made
            kept += cluster
            before.append(cluster)
            made, echoed = [], False
    return _text(_with_whole_lines(kept))


def _with_whole_lines(letters: Sequence[_Letter]) -> Iterator[_Letter]:
    """The letters without the line ends inside a heading or a paragraph."""
    lines = _line_ends(letters)
    ends = [at for at in lines if 0 < at < len(letters) - 2]
    ends = [at for at in ends if _is_same_size(letters[at - 1], letters[at + 2])]
    broken = {*_in_headings(letters, ends, lines), *_in_paragraphs(letters, ends, lines)}
    for at, one in enumerate(letters):
        if at - 1 in broken and not (_is_thai(letters[at - 2]) and _is_thai(letters[at + 1])):
            yield one._replace(char=" ")
        elif at not in broken and at - 1 not in broken:
            yield one


def _in_headings(
    letters: Sequence[_Letter], ends: Sequence[int], lines: Mapping[int, _Line]
) -> Iterator[int]:
    """The line ends between large lines, the first of them full."""
    large = _LARGE * median(one.height for one in letters) if letters else 0.0
    return (at for at in ends if lines[at].is_full and letters[at - 1].height > large)


def _in_paragraphs(
    letters: Sequence[_Letter], ends: Sequence[int], lines: Mapping[int, _Line]
) -> Iterator[int]:
    """The line ends with no more space below than lines have, if space separates paragraphs.

    It does when every line that ends short of the margin has more space below. A full line at the
    foot of a column goes on in the next.
    """
    room = {at: letters[at - 1].place[1] - letters[at + 2].place[1] for at in ends}
    foot = {at for at in ends if letters[at + 2].left > lines[at].right and room[at] < 0}
    least = min((one for one in room.values() if one > 0), default=0.0) * _WIDER
    short = [at for at in ends if not lines[at].is_full and at not in foot]
    told = short and all(room[at] > least for at in short)
    goes_on = (at in foot and lines[at].is_full for at in ends)
    return (
        at for at, on in zip(ends, goes_on, strict=True) if told and (on or 0 < room[at] <= least)
    )


def _line_ends(letters: Sequence[_Letter]) -> dict[int, _Line]:
    """Each line by the index of its end."""
    spans: dict[int, _Span] = {}
    start = 0
    for at, one in enumerate(letters):
        if one.char == "\r":
            line = letters[start:at] or [one]
            spans[at] = _Span(line[0].left, max(part.right for part in line), line[0].place[1])
            start = at + 2
    widest = max((one.right for one in letters), default=0.0)
    columns = _columns(list(spans.values()))
    full = {at: _least_full(span, columns, widest) for at, span in spans.items()}
    return {at: _Line(span.right, span.right > full[at]) for at, span in spans.items()}


def _columns(spans: Sequence[_Span]) -> Sequence[tuple[float, float]]:
    """The left edges of lines with others beside them, each with that of the next column."""
    beside = [(one.left, min(_beside(one, spans), default=0.0)) for one in spans]
    found = [pair for pair in beside if pair[1]]
    return found if len(found) >= _FEWEST_BESIDE else []


def _beside(one: _Span, spans: Sequence[_Span]) -> Iterator[float]:
    """The left edges of the lines to the right of a line, at about its height."""
    return (
        other.left
        for other in spans
        if other.left > one.right and abs(other.height - one.height) < _SAME_HEIGHT
    )


def _least_full(span: _Span, columns: Sequence[tuple[float, float]], widest: float) -> float:
    """The right edge from which on a line was broken at the margin of its column."""
    margins = [end for left, end in columns if abs(left - span.left) < _SAME_EDGE]
    within = [end for end in margins if span.right < end]
    last = any(abs(end - span.left) < _SAME_EDGE for _, end in columns)
    left = span.left if within or last else 0.0
    return left + _FULL * (min(within, default=widest) - left)


def _is_same_size(one: _Letter, other: _Letter) -> bool:
    return abs(one.height - other.height) < 0.1


def _is_thai(letter: _Letter) -> bool:
    return "\u0e01" <= letter.char <= "\u0e4e"


def _is_echo(cluster: Sequence[_Letter], before: Iterable[Sequence[_Letter]]) -> bool:
    first = cluster[0]
    return len(cluster) > 1 and any(
        _text(cluster) == _text(one)
        and (first.left < first.place[0] or abs(_width(first) / _width(one[0]) - 1) > _OTHER_WIDTH)
        for one in before
    )


def _width(letter: _Letter) -> float:
    return max(letter.right - letter.left, 0.01)


def _between(last: _Letter, made: Sequence[_Letter], following: _Letter) -> Sequence[_Letter]:
    """What remains between two letters with an echo between them."""
    if abs(following.place[1] - last.place[1]) >= last.height / 2:
        return [one for one in made if one.char in _LINE_END][:2]
    if following.place[0] - last.right > _BLANK * max(last.height, following.height):
        return [_Letter(" ", following.place, last.right, last.right, 0.0, made=True)]
    return []


def _clusters(letters: Iterable[_Letter]) -> Iterator[Sequence[_Letter]]:
    """Every letter with its marks."""
    cluster: list[_Letter] = []
    for letter in letters:
        if cluster and letter.char not in _MARKS:
            yield cluster
            cluster = []
        cluster.append(letter)
    if cluster:
        yield cluster


def _text(letters: Iterable[_Letter]) -> str:
    return "".join(one.char for one in letters)


def _letters(page: pypdfium2.PdfTextPage) -> Iterator[_Letter]:
    numbers = [ctypes.c_double() for _ in range(6)]
    x, y, left, right, _, _ = numbers
    into = [ctypes.byref(one) for one in numbers]
    for index in range(page.count_chars()):
        code = raw.FPDFText_GetUnicode(page.raw, index)
        raw.FPDFText_GetCharOrigin(page.raw, index, *into[:2])
        raw.FPDFText_GetCharBox(page.raw, index, *into[2:])
        yield _Letter(
            LOST_LETTER if not code or 0xD800 <= code <= 0xDFFF else chr(code),
            (x.value, y.value),
            left.value,
            right.value,
            raw.FPDFText_GetFontSize(page.raw, index),
            bool(raw.FPDFText_IsGenerated(page.raw, index)),
        )
