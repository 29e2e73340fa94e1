"""Excerpts: where the passages shown begin and end, around the likeliest candidates."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from bot.search.grams import Floats
from bot.search.passages.candidate_features import softmax
from bot.search.passages.days import LONG_MONTH
from bot.search.passages.word_boundaries import LEADS_ON
from bot.search.pieces import PASSAGE_LIMIT
from bot.search.ranking import Candidate

_ENOUGH = 0.95  # chance that what is quoted holds the answer
_MORE = 0.02  # of that, at least, what another passage adds to it
_LEADS_IN = "ประกอบด้วย|ได้แก่|ดังนี้|อาทิ|เช่น"
_LIST, _LIST_LETTERS = re.compile(_LEADS_IN), 160
_CUT_OFF = re.compile(rf"(?:{_LEADS_IN})[^\n]{{0,24}}\s*$")  # ends before the first item
_BARE_MARK = re.compile(r"(?<![-–] )(?<!\S)\(?[0-9๐-๙]{1,2}[.)]$")  # of an item that is cut off
_ITEM = re.compile(r"(?<!\S)\(?([1-9][0-9]?)[.)](?![0-9])")
_LONG = 80  # letters of a candidate that is no fact
_STUB = 100  # letters of a paragraph that tell too little by themselves
_BRACKET = 60  # letters, at most, of a bracket that is kept whole
_LEADING = (
    *("จำนวน", "กว่า", "ประมาณ", "วันที่", "เดือน", "ปี", "เวลา", "นาย", "นาง", "นางสาว", "ดร.", "ศ."),
    *sorted(LEADS_ON),
)
_NUMBER = "[0-9๐-๙]{3,}|[0-9๐-๙]{1,2}(?:[.][0-9๐-๙]|(?![.)0-9๐-๙]))"  # but not those of list items
_WITHIN = re.compile(  # a blank inside a phrase: behind a linking word, in a name or a date
    f"(?:{'|'.join(f'(?<={re.escape(one)})' for one in _LEADING)}) "
    f"|(?<=[^0-9๐-๙][0-9๐-๙]) |(?<=[^0-9๐-๙][0-9๐-๙][0-9๐-๙]) | (?={_NUMBER}|\\(|{LONG_MONTH}"
    "|วิทยาศาสตร์ (?:วิจัย|เทคโนโลยี)|เทคโนโลยี ?และ|วิจัย ?และนวัตกรรม)"
)
_BEGINS = re.compile(  # a blank before a word with which a clause begins
    " (?=ทั้งนี้|นอกจาก|อย่างไรก็|สำหรับ|ขณะ|ด้าน ?(?:[ดศ]ร?\\.|[รผ]ศ|นา[งย])|ส่วน ?(?!ใหญ่|หนึ่ง)|ดังนั้น|จากนั้น"
    "|ต่อมา|ปัจจุบัน|โดย(?!เฉพาะ)|เมื่อวัน|อีกทั้ง|ล่าสุด|เนื่องจาก)"
)
_LEAD_LETTERS = 80  # from the start of a passage, within which it may be moved
_WHOLE_LIST, _LAST_ITEM = 1_500, 240  # letters of a numbered list, and of its last item
_SHORT_LIST = 700  # letters of one that is shown though no list is asked for
_TELLS = 12  # letters, at least, of a part of a passage
REST = 100  # letters of a paragraph that are told as well, where no more are left of it


Aside = Callable[[str, int, int], Iterable[tuple[int, int]]]  # finds what may be left out


@dataclass(frozen=True, slots=True)
class Extent:
    """How many passages are shown at most, of how many letters without what is said `aside`."""

    most: int
    limit: int
    aside: Aside | None = None


def passages(
    text: str, found: list[Candidate], scores: Floats, first: int | None, size: Extent
) -> list[tuple[int, int]]:
    """The passages around `first`, if given, and around the likeliest candidates not yet covered.

    Of several each goes on to the end of its paragraph, if that is near, and adds to the chance
    that the answer is among them.
    """
    most, limit, aside = size.most, size.limit, size.aside
    chances = softmax(scores)
    starts, ends = np.array([(one.start, one.end) for one in found]).T
    inside = np.zeros(len(found), np.bool_)
    chosen: list[tuple[int, int]] = []
    while len(chosen) < most and chances[inside].sum() < _ENOUGH:
        best = int(np.argmax(np.where(inside, -1.0, chances))) if first is None else first
        start, end = window(text, found[best].start, found[best].end, limit)
        if aside and (more := sum(b - a for a, b in aside(text, start, end))):
            start, end = window(text, found[best].start, found[best].end, limit + more)
        end = _with_rest(text, end) if most > 1 else end
        held, within_it = chances[inside].sum(), (starts >= start) & (ends <= end)
        if chances[within_it & ~inside].sum() < _MORE * held:
            break
        inside |= within_it
        inside[best] = True
        chosen.append((start, end))
        first = None
    return list(_joined(text, sorted(chosen)))


def without(text: str, span: tuple[int, int], aside: Aside | None) -> list[tuple[int, int]]:
    """The parts of a passage that are left without what is said aside."""
    start, end = span
    left: list[tuple[int, int]] = []
    for out, back in aside(text, start, end) if aside else ():
        left.append((start, out))
        start = min(back, end)
    told = [place for place in (*left, (start, end)) if len(text[slice(*place)].strip()) >= _TELLS]
    return told or [span]


def within(text: str, span: tuple[int, int], parts: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """A passage without the paragraphs before and behind those parts of a text it is to be of."""
    start, end = span
    told = [(a, b) for a, b in parts if a < end and start < b]
    if not told:
        return span
    line = text.rfind("\n", 0, told[0][0]) + 1
    return max(start, line), min(end, told[-1][1])


def with_whole_lists(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Passages extended to the end of a list that begins in them."""
    ends = (_numbered_end(text, start, end) or _list_end(text, start, end) for start, end in spans)
    return list(_joined(text, [(start, end) for (start, _), end in zip(spans, ends, strict=True)]))


def with_first_items(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Passages extended by what follows "ได้แก่", where they were cut off right behind it."""
    ends = (_first_items_end(text, start, end) for start, end in spans)
    return list(_joined(text, [(start, end) for (start, _), end in zip(spans, ends, strict=True)]))


def _first_items_end(text: str, start: int, end: int) -> int:
    if not _CUT_OFF.search(text, start, end):
        return end
    numbered = _numbered_end(text, start, end)
    return numbered if 0 < numbered <= end + _SHORT_LIST else _list_end(text, start, end)


def with_heads(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Passages that begin at a later item of a numbered list, extended to its lead and head."""
    return list(_joined(text, sorted((_list_start(text, start), end) for start, end in spans)))


def _list_start(text: str, start: int) -> int:
    """Where the words begin that lead in to the list of which an item begins here, if any."""
    item = _ITEM.match(text, start)
    if item is None:
        return start
    before = list(_ITEM.finditer(text, max(0, start - _SHORT_LIST), start))[1 - int(item[1]) :]
    if item[1] == "1" or [int(one[1]) for one in before] != [*range(1, int(item[1]))]:
        return start
    head = before[0].start()
    line = text.rfind("\n", 0, len(text[:head].rstrip())) + 1
    return line if head - line <= _LIST_LETTERS else _next_blank(text, head - _LIST_LETTERS, head)


def _numbered_end(text: str, start: int, end: int) -> int:
    """Where a numbered list ends that a passage leads in to; 0 for none."""
    led_in = _LIST.search(text, start, end)
    items: list[int] = []
    for found in _ITEM.finditer(text, led_in.end(), led_in.end() + _WHOLE_LIST) if led_in else ():
        if int(found[1]) == len(items) + 1:
            items.append(found.start())
    if len(items) < 2 or text[end : items[0]].strip():
        return 0
    upto = min(len(text), items[-1] + _LAST_ITEM)
    line = text.find("\n", items[-1], upto)
    blank = upto if upto == len(text) else text.rfind(" ", items[-1], upto)
    return max(line if line >= 0 else blank, end)


def _list_end(text: str, start: int, end: int) -> int:
    """Where a list ends that begins near the end of a passage, if it goes on behind it.

    At the end of its line, or at a blank as far on as a list usually goes.
    """
    if not _LIST.search(text, max(start, end - _LIST_LETTERS), end) or text[end : end + 1] == "\n":
        return end
    upto = min(len(text), end + _LIST_LETTERS)
    line = text.find("\n", end, upto)
    if line >= 0 or upto == len(text):
        return line if line >= 0 else upto
    return max(text.rfind(" ", end, upto), end)


def _joined(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans in order, merged where they touch or overlap."""
    start, end = spans[0]
    for next_start, next_end in spans[1:]:
        if text[end:next_start].strip():
            yield start, end
            start = next_start
        end = max(end, next_end)
    yield start, end


def window(text: str, start: int, end: int, limit: int = PASSAGE_LIMIT) -> tuple[int, int]:
    """Where a passage around `text[start:end]` begins and ends.

    At most `limit` characters, or the place itself; cut at blanks and paragraph ends.
    """
    spare = max(limit - (end - start), 0)
    head = text.rfind("\n", max(0, start - spare), start) + 1
    if not head and start > spare:
        head = _clause(text, start - spare, start) or _next_blank(text, start - spare // 2, start)
    return head, _tail(text, head, start, end, limit)


def from_place(text: str, start: int, limit: int) -> tuple[int, int]:
    """A passage of at most `limit` characters from a place on, no further than its paragraph.

    Half as many at least: where no blank is for long, it is cut inside a word.
    """
    line = text.find("\n", start)
    least = min(start + limit // 2, len(text))
    tail = max(_tail(text, start, start, start, limit), least)
    return start, min(line if line >= 0 else len(text), tail)


def _tail(text: str, head: int, start: int, end: int, limit: int) -> int:
    """Where a passage ends that begins at `head` and holds `text[start:end]`."""
    tail = min(len(text), head + limit)
    if tail < len(text):
        tail = max(
            text.rfind(" ", end, tail), text.rfind("\n", end, tail), _whole(text, start, end)
        )
        mark = _BARE_MARK.search(text, end, tail)
        tail = _without_stub(text, end, mark.start() if mark else tail)
    return _bracket_end(text, head, tail)


def _with_rest(text: str, end: int) -> int:
    """The end of a paragraph of which little is left behind a passage; else where that ends."""
    rest = text[end : end + REST + 1].partition("\n")
    whole = rest[1] or len(rest[0]) <= REST
    return end + len(rest[0]) if whole else end


def _without_stub(text: str, end: int, tail: int) -> int:
    """The end of a passage, before the few words of a paragraph that goes on behind it."""
    line = text.rfind("\n", end, tail)
    stub = line >= 0 and tail - line < _STUB and text[tail:].partition("\n")[0].strip()
    return len(text[:line].rstrip()) if stub else tail


def _whole(text: str, start: int, end: int) -> int:
    """Where a piece ends; a long one that was cut inside a word, at its last blank."""
    cut = end - start > _LONG and not text[end : end + 1].isspace()
    return max(text.rfind(" ", start + _LONG, end), 0) or end if cut else end


def _bracket_end(text: str, head: int, tail: int) -> int:
    """The end of a bracket that begins near the end of a passage and closes soon behind it."""
    opened = text.rfind("(", max(head, tail - _BRACKET), tail)
    closed = text.find(")", opened, opened + _BRACKET) if opened >= 0 else -1
    inside = closed >= tail and "\n" not in text[opened:closed]
    return closed + 1 if inside else tail


def _clause(text: str, start: int, end: int) -> int:
    """Where the last clause before a place begins that says so; 0 for none."""
    return max((found.end() for found in _BEGINS.finditer(text, start, end)), default=0)


def _next_blank(text: str, start: int, end: int) -> int:
    """Behind the first blank at which a phrase begins, or the first blank if none is near."""
    first = text.find(" ", start, end)
    upto = min(end, first + _LEAD_LETTERS)
    blanks = (at for at in range(first, upto) if text[at] == " ") if first >= 0 else ()
    begins = (at for at in blanks if not _WITHIN.match(text, at))
    return next(begins, first) + 1 if first >= 0 else start
