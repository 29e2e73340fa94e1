"""Items of a list: by number, and the one that a question is about."""

import re

from bot.search.query import Query
from bot.thai.normalise import letters_in, squeeze
from bot.thai.tables import words

_ROW = r"[^\s:][^:\n]{0,30}: \S[^\n]*? · [^:\n]{1,30}: \S"  # of a table
_PRIZE = "รางวัล ?(?:รอง|ชนะ|ชมเชย|ที่|อันดับ|เหรียญ)"  # with its winner
_ITEM = re.compile(
    rf"^[ \t]*(?:(?:\(?[0-9๐-๙]{{1,2}}[.)]|[•–-]) ?\S|{_ROW}|{_PRIZE}).*$", re.MULTILINE
)
_LEAST, _FEW = 3, 2  # letters of a word, and items
_OF_ANY = words(  # what may stand in any of them by chance
    "จัด วัน ไหน เปิด ปิด เริ่ม คน งาน เรื่อง ราคา บาท เงิน ใคร กี่ อะไร ที่ไหน เมื่อไหร่ เท่าไหร่ เท่าไร"
    " ได้ ต้อง ให้ และ ของ"
)
_ITEM_MARK = re.compile(r"(?<![0-9๐-๙.,/:])([1-9๑-๙][0-9๐-๙]?)[.)] ?(?=[^0-9๐-๙\s])")
_LAST_ITEM = 120  # characters of the last item, which no number ends


def item_asked(text: str, title: str, query: Query) -> tuple[int, int] | None:
    """Where the only item stands that has words of a question found nowhere else in the text.

    None where other words point to other items. An item has a line of its own and begins with its
    number, a dash or a prize, or is a row of a table.
    """
    places = [found.span() for found in _ITEM.finditer(text)]
    if len(places) < _FEW:
        return None
    around = [0, *(edge for place in places for edge in place), len(text)]
    rest = [text[a:b] for a, b in zip(around[::2], around[1::2], strict=True)]
    beside = letters_in(" ".join((title, *rest)))
    items = [letters_in(text[slice(*place)]) for place in places]
    said = {one for one in map(squeeze, query.terms) if len(one) >= _LEAST} - _OF_ANY
    holding = [
        [number for number, item in enumerate(items) if word in item]
        for word in said
        if not word.isdecimal() and word not in beside
    ]
    meant = {numbers[0] for numbers in holding if len(numbers) == 1}
    alone = len(meant) == 1 and all(meant.issubset(numbers) for numbers in holding if numbers)
    return places[meant.pop()] if alone else None


def listed_items(text: str) -> list[tuple[int, int]]:
    """Where the items of the first numbered list stand, "1. … 2. … 3. …"; [] for none."""
    starts: list[int] = []
    for mark in _ITEM_MARK.finditer(text):
        if int(mark[1]) == len(starts) + 1:
            starts.append(mark.start())
    if len(starts) < 2:
        return []
    behind = [*starts[1:], min(len(text), starts[-1] + _LAST_ITEM)]
    lines = [text.find("\n", start, end) for start, end in zip(starts, behind, strict=True)]
    ends = [end if line < 0 else line for line, end in zip(lines, behind, strict=True)]
    return list(zip(starts, ends, strict=True))
