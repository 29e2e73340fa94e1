"""A mail, copied or saved with its headers → the release in it.

Of a mail that was forwarded, the longest part is the release.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from bot.knowledge.words import release_pattern
from bot.thai.dates import ANY_DAY, Precision, find_dates, thai_date

_FEWEST_HEADERS = 3
_LONGEST_GREETING = 80
_LONGEST_TITLE = 200
_QUOTED = re.compile(r"^(?:>\s?)+")
_BETWEEN = re.compile(
    r"\s*(?:[-_=]{3,}[^-_=]{0,60}[-_=]{3,}|[-_=]{5,}|Begin forwarded message:"
    r"|(?:On|เมื่อ)\s.{5,120}(?:wrote|เขียนว่า)\s?[:：]?)\s*"
)
_SIGNATURE = re.compile(r"--\s*$")
_pattern = partial(release_pattern, file="mail_words", ignore_case=True)
_HEADER = r"(?m)^\s*\*?(?:{})\*?\s?[:：]\*?"
_sender = _pattern(_HEADER.format("%(senders)s"))
_subject = _pattern(_HEADER.format("%(subjects)s"))
_day = _pattern(_HEADER.format("%(days)s"))
_header = _pattern(_HEADER.format("%(senders)s|%(subjects)s|%(days)s|%(others)s"))
_greeting = _pattern(r"\s*(?:%(greetings)s)")
_closing = _pattern(r"\s*(?:%(closings)s)")
_passed_on = _pattern(r"^(?:\s*(?:%(passed_on)s)\s*)+")


@dataclass(frozen=True, slots=True)
class _Part:
    """A mail within a mail: its subject, its date header, and its lines."""

    subject: str
    day: str
    lines: Sequence[str]

    def size(self) -> int:
        return sum(map(len, self.lines))


def without_mail(text: str) -> str:
    """The release within a mail, title first and then the day it was sent; else the text."""
    if "@" not in text or not _sender().search(text):  # asked first, for most have none
        return text
    lines = [_QUOTED.sub("", line) for line in text.strip().split("\n")]
    blocks = list(_header_blocks(lines))
    if not blocks:
        return text
    part = max(_parts(lines, blocks), key=_Part.size)
    return "\n".join(_as_release(part)) if part.size() else text


def _header_blocks(lines: Sequence[str]) -> Iterator[range]:
    """The blocks of headers with a sender's address and a subject."""
    start = 0
    for number in range(len(lines) + 1):
        if number < len(lines) and _header().match(lines[number]):
            continue
        block = lines[start:number]
        told = _value(_sender(), block) is not None and _value(_subject(), block) is not None
        if len(block) >= _FEWEST_HEADERS and told and any("@" in line for line in block):
            yield range(start, number)
        start = number + 1


def _parts(lines: Sequence[str], blocks: Sequence[range]) -> Iterator[_Part]:
    yield _Part("", "", _content(lines[: blocks[0].start]))
    ends = [*(block.start for block in blocks[1:]), len(lines)]
    for block, end in zip(blocks, ends, strict=True):
        headers = lines[block.start : block.stop]
        subject, day = _value(_subject(), headers), _value(_day(), headers)
        yield _Part(subject or "", day or "", _content(lines[block.stop : end]))


def _value(header: re.Pattern[str], block: Sequence[str]) -> str | None:
    """The value of a header; None where the block does not have it."""
    found = next(filter(None, map(header.match, block)), None)
    return found.string[found.end() :].strip() if found else None


def _content(lines: Sequence[str]) -> list[str]:
    """The lines of a mail without greeting, signature and separators."""
    kept: list[str] = []
    for line in lines:
        if _closing().match(line) or _SIGNATURE.fullmatch(line):
            break
        greets = not any(kept) and len(line) <= _LONGEST_GREETING and _greeting().match(line)
        if not (greets or _BETWEEN.fullmatch(line) or (not kept and not line.strip())):
            kept.append(line)
    return kept


def _as_release(part: _Part) -> Iterator[str]:
    """The title, the day, and the lines; a short first line alone is the title."""
    lines = part.lines
    alone = len(lines) > 1 and not lines[1].strip() and len(lines[0]) <= _LONGEST_TITLE
    title = lines[0] if alone or not part.subject else _passed_on().sub("", part.subject)
    yield title
    day = next(
        (one for one in find_dates(part.day, ANY_DAY) if one.precision is Precision.DAY), None
    )
    if day:
        yield f"วันที่เผยแพร่ {thai_date(day.first)}"
    yield from lines[1:] if title == lines[0] else lines
