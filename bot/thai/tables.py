"""The tables of `data/` that a clerk extends, and word lists in code.

A line that cannot be read is logged, and left out.
"""

import csv
import logging
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

_LOG = logging.getLogger(__name__)
_PACKAGE = "bot.thai"  # whose most of the tables are
_THAI_WINDOWS = "cp874"  # as a spreadsheet program may save a table


def words(listed: str) -> frozenset[str]:
    """The words of a list written with blanks between."""
    return frozenset(listed.split())


@lru_cache(maxsize=16)  # several ask for the same table, and its faults are told once
def rows_of(name: str, *, needed: int = 2, package: str = _PACKAGE) -> tuple[tuple[str, ...], ...]:
    """The rows of a package's table below its comments and its heading, as wide as the heading.

    Cells that a row leaves out at its end are empty; the first `needed` must not be.
    """
    return tuple(_rows(package, name, needed))


def lines_of(package: str, name: str) -> Iterator[tuple[int, str]]:
    """The lines of a table of one column below its heading, each with its number."""
    lines = _lines(package, name)
    next(lines)
    return ((number, ",".join(cells).rstrip(",")) for number, cells in lines)


def _rows(package: str, name: str, needed: int) -> Iterator[tuple[str, ...]]:
    lines = _lines(package, name)
    width = len(next(lines)[1])
    for number, cells in lines:
        if len(cells) > width:
            many = f"มี {len(cells)} ช่อง แต่หัวตารางมี {width}"
            warn(package, name, number, many, 'ใส่ข้อความที่มีจุลภาคในเครื่องหมาย "')
        elif not all(cell.strip() for cell in cells[:needed]) or len(cells) < needed:
            warn(package, name, number, f"ช่องที่ 1 ถึง {needed} ต้องไม่ว่าง", "เติมให้ครบ หรือลบบรรทัดนี้")
        else:
            yield (*cells, *[""] * (width - len(cells)))


def _lines(package: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """The cells of each line that is no comment, with its number; the heading is the first."""
    for number, line in enumerate(_text(package, name).splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, next(csv.reader([line]))


def _text(package: str, name: str) -> str:
    data = (files(package) / "data" / name).read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        warn(package, name, 1, "ไฟล์ไม่ใช่ UTF-8 จึงอ่านแบบ Windows ไทย", "บันทึกใหม่เป็น CSV UTF-8")
        return data.decode(_THAI_WINDOWS, errors="replace")


def warn(package: str, name: str, line: int, what: str, cure: str) -> None:
    """Log what is wrong with a line of a table, and its cure."""
    folder = package.replace(".", "/")
    _LOG.warning("%s/data/%s บรรทัด %d: %s → %s", folder, name, line, what, cure)
