"""The item of a list that a question is about; what stands in the others is told of others."""

import re

from bot.search.ranking import Query
from bot.thai.normalise import normalise, squeeze

_ITEM = re.compile(r"^[ \t]*(?:\(?[0-9๐-๙]{1,2}[.)]|[•–-]) ?\S.*$", re.MULTILINE)
_LEAST, _FEW = 3, 2  # letters of a word, and items
_OF_ANY = frozenset(  # what may stand in any of them by chance
    (
        *(
            "จัด",
            "วัน",
            "ไหน",
            "เปิด",
            "ปิด",
            "เริ่ม",
            "คน",
            "งาน",
            "เรื่อง",
            "ราคา",
            "บาท",
            "เงิน",
            "ใคร",
            "กี่",
        ),
        *("อะไร", "ที่ไหน", "เมื่อไหร่", "เท่าไหร่", "เท่าไร", "ได้", "ต้อง", "ให้", "และ", "ของ"),
    )
)


def item_asked(text: str, title: str, query: Query) -> tuple[int, int] | None:
    """Where the only item stands that has words of a question which no other place of a text has.

    An item has a line of its own and begins with its number or a dash.
    """
    places = [found.span() for found in _ITEM.finditer(text)]
    if len(places) < _FEW:
        return None
    around = [0, *(edge for place in places for edge in place), len(text)]
    rest = [text[a:b] for a, b in zip(around[::2], around[1::2], strict=True)]
    beside = _letters(" ".join((title, *rest)))
    items = [_letters(text[slice(*place)]) for place in places]
    words = {one for one in map(squeeze, query.terms) if len(one) >= _LEAST} - _OF_ANY
    holding = [
        [number for number, item in enumerate(items) if word in item]
        for word in words
        if not word.isdecimal() and word not in beside
    ]
    meant = {numbers[0] for numbers in holding if len(numbers) == 1}
    return places[meant.pop()] if len(meant) == 1 else None


def _letters(text: str) -> str:
    return squeeze(normalise(text))
