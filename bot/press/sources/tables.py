"""Tables that say when and where something is: their rows as lines of text."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from lxml import etree
from lxml.html import HtmlElement

from bot.knowledge.words import shipped_lists

_LONGEST_CELL = 400  # characters; longer ones are the page itself, set in a table
_BETWEEN = " · "


def label_tables(tree: HtmlElement) -> None:
    """Turn every table that says when and where into paragraphs, one a row."""
    for table in tree.xpath("//table[not(.//table)]"):
        rows = [[cell_text(cell) for cell in row.xpath("./td|./th")] for row in table.iter("tr")]
        lines = labelled_lines([row for row in rows if row])
        if lines:
            table.clear(keep_tail=True)
            table.tag = "div"
            for line in lines:
                etree.SubElement(table, "p").text = line


def cell_text(cell: HtmlElement) -> str:
    """The text of a cell, its paragraphs joined by blanks."""
    parts = (str(part.text_content()) for part in cell.xpath(".//p") or [cell])
    return " ".join(" ".join(parts).split())


def labelled_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """The rows as "label: value" lines; none when the table does not say when or where.

    Labels stand in the first column, or in a row above the others.
    """
    if not any(_label(cell) in _labels("telling") for row in rows for cell in row):
        return []
    long = any(len(cell) > _LONGEST_CELL for row in rows for cell in row)
    lines = [] if long else _with_times(list(_lines(rows)))
    return lines if any(": " in line for line in lines) else []


def _with_times(lines: list[str]) -> list[str]:
    """The lines, a day joined with the time below it: alone it might be that of the release."""
    for number in range(len(lines) - 1, 0, -1):
        if lines[number].startswith("เวลา: ") and lines[number - 1].startswith("วัน"):
            lines[number - 1] += _BETWEEN + lines.pop(number)
    return lines


def _lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    pairs = [filled for row in rows if len(filled := [cell for cell in row if cell]) == 2]
    beside = 2 * sum(bool(_label(name)) for name, _ in pairs) > len(pairs)
    head: Sequence[str] = ()
    for row in rows:
        filled = [cell for cell in row if cell]
        labels = [cell for cell in filled if _label(cell)]
        if len(filled) == len(row) > 1 and (
            len(labels) > 1 or (labels and not head and not beside)
        ):
            head = row
        elif len(filled) == 2 and (beside or head) and _label(row[0]):
            yield f"{_label(filled[0])}: {filled[1]}"
        elif len(filled) > 1 and len(row) == len(head):
            yield _BETWEEN.join(
                f"{one}: {cell}" for one, cell in zip(head, row, strict=True) if cell
            )
        elif filled:
            yield " | ".join(filled)


def _label(cell: str) -> str:
    """The label that a cell is, without its colon; "" when it is something else."""
    name = cell.rstrip(" :：")
    return name if name in _labels("labels") else ""


@lru_cache(maxsize=2)
def _labels(name: str) -> frozenset[str]:
    return frozenset(shipped_lists("table_labels")[name])
