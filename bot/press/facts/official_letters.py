"""Official letters and memos: the part that is the release, from "เรียน …" on."""

import re
from collections.abc import Iterator, Sequence

from bot.knowledge.words import any_listed

_LONGEST_CLOSING = 160
_ENCLOSED = re.compile(r"(?:สิ่งที่ส่งมาด้วย|อ้างถึง|เอกสารแนบ)\s")
_CLOSING = re.compile(r"จึงเรียน(?:มา|ยืนยัน|เชิญ)|ขอแสดงความนับถือ")
_REACHED = re.compile(r"โทร|อีเมล|ไปรษณีย์อิเล็กทรอนิกส์|E-?mail|@", re.IGNORECASE)
_OF = re.compile(r"ส่วนราชการ\s+(?P<office>\S.*โทร.*)")


def text_of_letter(above: Sequence[str], lines: Sequence[str]) -> list[str]:
    """The text without enclosures, closing and signature; `above` is the head of the letter.

    How to reach its office stays: from below the signature, or the head of a memo.
    """
    number, closing = next(_closings(lines), (len(lines), ""))
    told = [line for line in lines[:number] if not _ENCLOSED.match(line)]
    offices = (found["office"] for found in map(_OF.match, above) if found)
    return [*told, *_contact_lines(lines[number:]), *(offices if closing else ())]


def _closings(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines):
        if number and len(line) <= _LONGEST_CLOSING and _CLOSING.match(line):
            yield number, line


def _contact_lines(lines: Sequence[str]) -> Sequence[str]:
    """The lines from the first that says how to reach somebody, with the office above it."""
    first = next((n for n, line in enumerate(lines) if _REACHED.search(line)), len(lines))
    office = 0 < first < len(lines) and any_listed("office_heads").match(lines[first - 1])
    return lines[first - 1 if office else first :]
