"""Dialect words in a question as standard Thai: "จัดอยู่ไส" is จัดอยู่ที่ไหน."""

import re
from collections.abc import Mapping
from functools import lru_cache

from bot.thai.names import Names
from bot.thai.segment import word_spans
from bot.thai.tables import rows_of, words

_AT_END = "ท้าย"
_MOST = 300  # characters of a message that is read; a story has all kinds of words
_PARTICLES = words("ครับ คับ ค่ะ คะ จ้า จ้ะ จ๊ะ เจ้า เด้อ เน้อ น้อ นะ ล่ะ ละ แม่ พ่อ อ้าย เอื้อย หล่าว แหน่")


def standard_thai(text: str) -> str:
    """A text with the words of the table in standard Thai; any other as it is.

    A word of one or two letters is not found within another: no บ่ in บ่อ.
    """
    table, pattern = _table()
    if len(text) > _MOST or not pattern.search(text):
        return text
    spans = list(word_spans(text, Names.load().cut(text)))
    edges = {at for _, start, end in spans for at in (start, end)}
    last = {end: _ends_a_part(text, spans[at + 1 :], end) for at, (_, _, end) in enumerate(spans)}

    def meant(found: re.Match[str]) -> str:
        if not edges.issuperset(found.span()):
            return found[0]
        anywhere, at_end = table[found[0]]
        said = at_end if last.get(found.end()) and at_end is not None else anywhere
        return found[0] if said is None else said

    return pattern.sub(meant, text)


def _ends_a_part(text: str, behind: list[tuple[str, int, int]], end: int) -> bool:
    """Whether only particles stand behind a place, up to the next blank."""
    for word, start, till in behind:
        if start > end or text[end:start].strip() != text[end:start]:
            return True
        if word not in _PARTICLES:
            return not word.strip()
        end = till
    return True


@lru_cache(maxsize=1)
def _table() -> tuple[Mapping[str, tuple[str | None, str | None]], re.Pattern[str]]:
    """The standard word for each, anywhere and at an end; a pattern that prefers the longest."""
    table: dict[str, tuple[str | None, str | None]] = {}
    for said, meant, place in rows_of("dialects.csv", needed=1):
        anywhere, at_end = table.get(said, (None, None))
        table[said] = (anywhere, meant) if place == _AT_END else (meant, at_end)
    longest = sorted(table, key=len, reverse=True)
    return table, re.compile("|".join(map(re.escape, longest)))
