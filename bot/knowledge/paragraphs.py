"""Lines that a screen or a PDF broke, mended into the paragraphs they were."""

import re
from collections.abc import Sequence

from bot.knowledge.words import release_words

_WIDEST = 240  # no screen or page breaks lines wider than this
_NARROWEST = 55
_SHORTEST_SENTENCE = 40
_FEWEST_LINES = 5
_FULL = 0.82  # of the widest: Thai is broken by the width of its letters, not by their number
_SHARE_FULL = 0.5
_ITEM = re.compile(r"([|\-–•*·o▪➢✓]|\(?[0-9๐-๙]{1,2}[.)](?![0-9๐-๙])|(?!ศ)[ก-ฮ]\.)\s?|#|[“\"'‘]")
_MARKS = "\u0e31\u0e33-\u0e3a\u0e47-\u0e4e"
_CLOSED = re.compile(r"[.!?”\"’)\]:：]$")
_PERSON_CUT = re.compile(  # but somebody who has had his say closes it: "… นางสาวศุภมาสกล่าว"
    r"(\s|^)((ศ|รศ|ผศ|ดร|นพ|พญ)\.\s?|นาย|นาง|นางสาว)((ศ|รศ|ผศ|ดร|นพ|พญ)\.\s?)*[ก-๙]{2,20}$(?<!กล่าว)"
)
_QUOTE = re.compile("[“\"'‘]")
_ENGLISH_END, _ENGLISH_START = re.compile(r"\s[a-z]+,?$"), re.compile("[a-z]+[ ,]")
_NAMED = re.compile(r"(\s|^)(นาย|นาง|นางสาว|น\.ส\.|ดร\.)\s?[ก-๙]{2,20} (?!กล่าว|เผย)[ก-๙]{2,25}$")
_PERSON = re.compile(r"(ศ|รศ|ผศ|ดร|นพ|พญ)\.")
_ABOVE = [*map(chr, (0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F)))]
_LETTER_CUT = re.compile(rf"^[{_MARKS}]")


def mended(lines: Sequence[str]) -> list[str]:
    """The paragraphs that `lines` are, in order; nothing but line breaks is taken away."""
    widths = [*map(_shown, lines)]
    full = _wrap_width(widths) * _FULL
    paragraphs: list[str] = []
    last, is_full = "", False
    for line, width in zip(lines, widths, strict=True):
        if last and _carries_on(last, line, is_full=is_full):
            paragraphs[-1] = _joined(paragraphs[-1], line, full=is_full)
        else:
            paragraphs.append(line)
        last, is_full = line, width >= full
    return paragraphs


def _wrap_width(widths: Sequence[int]) -> int:
    """The width that lines were broken at; more than any of them when they were not."""
    widest = max(widths, default=0)
    full = sum(width >= widest * _FULL for width in widths)
    broken = (
        len(widths) >= _FEWEST_LINES
        and _NARROWEST <= widest <= _WIDEST
        and full >= len(widths) * _SHARE_FULL
    )
    return widest if broken else _WIDEST * 1000


def _carries_on(last: str, line: str, *, is_full: bool) -> bool:
    if _LETTER_CUT.match(line):
        return True
    if _QUOTE.match(line) and _wants_more(last):
        return True
    if _ITEM.match(line):
        return is_full and last.rfind("(") > last.rfind(")")
    return is_full or _is_one_sentence(last, line)


def _wants_more(last: str) -> bool:
    """Whether a line ends in a word that something has to follow ("… และ")."""
    carries_on = release_words().line_carries_on
    return len(last) >= _SHORTEST_SENTENCE and bool(re.search(rf"(\s({carries_on})|,)$", last))


def _shown(line: str) -> int:
    """How many letters wide a line is; marks stand above and below them."""
    return len(line) - sum(map(line.count, _ABOVE))


def _is_one_sentence(last: str, line: str) -> bool:
    if len(last) < _SHORTEST_SENTENCE or _CLOSED.search(last):
        return False
    words = release_words()
    english = _ENGLISH_END.search(last) and _ENGLISH_START.match(line)
    return bool(
        english
        or _wants_more(last)
        or (len(last) <= _WIDEST and re.match(rf"({words.line_carried_on})", line))
        or _PERSON_CUT.search(last)
        or (_NAMED.search(last) and re.match(rf"({words.roles})", line))
    )


def _joined(text: str, line: str, *, full: bool) -> str:
    """Two lines as one; Thai broken at the margin was broken between letters."""
    person = _PERSON.match(line)
    tight = full and not person and _is_thai(text[-1:]) and _is_thai(line[:1])
    return f"{text}{line}" if tight else f"{text} {line}"


def _is_thai(sign: str) -> bool:
    return "\u0e01" <= sign <= "\u0e4e"
