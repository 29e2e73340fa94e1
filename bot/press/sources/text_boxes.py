"""Text boxes of Word files: those that are anchored above the title go behind it.

A box is read where it is anchored, often at the empty paragraph that a file begins with.
"""

import re
from collections.abc import Iterator

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BOX = f"{_W}txbxContent"
_SIGN = b"txbxContent"
_HEADING = re.compile("(?:heading|title|หัวเรื่อง|ชื่อเรื่อง|[1-3]$)", re.IGNORECASE)
_TITLE = range(15, 201)  # characters of a line that may be a title
_ADDRESSED = re.compile("เรียน|อ้างถึง|สิ่งที่")
PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def behind_title(document: bytes) -> bytes:
    """A Word file's document.xml with the boxes above its title moved behind it."""
    if _SIGN not in document:
        return document
    try:
        tree = etree.fromstring(document, PARSER)
    except etree.XMLSyntaxError:
        return document  # the reader tells what is wrong with it
    boxes: list[etree._Element] = []
    for block in tree.iterfind(f"{_W}body/*"):
        if own := "".join(_own_texts(block)).strip():
            if boxes and _is_title(block, own, boxes):
                block.extend(boxes)
                return bytes(etree.tostring(tree, encoding="utf-8"))
            return document
        boxes += [run for run in block.iter(f"{_W}r") if _holds_box(run)]
    return document


def _own_texts(block: etree._Element) -> Iterator[str]:
    """The texts of a block outside of boxes."""
    for text in block.iter(f"{_W}t"):
        if next(text.iterancestors(_BOX), None) is None:
            yield text.text or ""


def _holds_box(run: etree._Element) -> bool:
    within = next(run.iterancestors(_BOX), None) is not None
    return not within and next(run.iter(_BOX), None) is not None


def _is_title(block: etree._Element, own: str, boxes: list[etree._Element]) -> bool:
    """Whether a paragraph is likelier a title than the boxes: a heading, or set no smaller."""
    if block.tag != f"{_W}p":
        return False
    style = block.find(f"{_W}pPr/{_W}pStyle")
    if style is not None and _HEADING.match(style.get(f"{_W}val", "")):
        return True
    short = len(own) in _TITLE and not _ADDRESSED.match(own)
    return short and _size(block) >= max(map(_size, boxes))


def _size(element: etree._Element) -> int:
    """The largest font size in it, in half points; 0 where it has none."""
    told = (one.get(f"{_W}val", "") for one in element.iter(f"{_W}sz"))
    return max((int(one) for one in told if one.isdecimal()), default=0)
