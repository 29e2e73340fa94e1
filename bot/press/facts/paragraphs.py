"""Joining lines that a screen or a PDF broke into paragraphs."""

import re
from collections.abc import Sequence
from functools import partial, reduce
from itertools import pairwise

from bot.knowledge.words import any_listed, release_pattern
from bot.thai.normalise import gate

_WIDEST = 240  # no screen or page breaks lines wider than this
_NARROWEST = 55
_SHORTEST_SENTENCE = 40
_FEWEST_LINES = 5
_FULL = 0.82  # of the widest: Thai is broken by the width of its letters, not by their number
_SHARE_FULL = 0.5
_COLUMN = 34  # letters: columns of a page and what e-mail programs break; short lines are as wide
_COLUMN_FULL = 0.75  # a word that does not fit leaves more room in a narrow line
_COLUMN_SHARE = 0.65
_COLUMN_LINES = 8  # fewer may be a list whose items happen to be alike
_USUALLY_FULL = 0.85
_LONGEST_WORD = 10
_WIDEST_BLOCK = 120
_NO_ROOM = 0.9
_LEAST_BROKEN = 3
_LAST = 100  # characters of a line, within which stands what wants more
_ALIKE = 4  # characters that lines of a list begin with: "มหาวิทยาลัย…"
_BEFORE_LIST = re.compile("(ดังนี้|ดังต่อไปนี้|ได้แก่|[:：])$")
_COUNTED = re.compile(r"(?P<what>[^\d\s]{2,15})\s?(?P<number>[0-9๐-๙]{1,3})(?![0-9๐-๙])")
_LABEL = re.compile(r"\S[^:：]{1,24}\s?[:：](?!//)")
_FIRST_WORD = re.compile(r"[0-9][0-9 -]*|\S*")  # a telephone number is one
_PHONE_CUT = re.compile(r"(?<![0-9-])0([ -][0-9]{4}|[0-9]{1,2}[ -][0-9]{3,4})$")
_PHONE_REST = re.compile(r"[0-9]{4}(?![0-9/.,])")
_ITEM = re.compile(r"([|\-–•*·o▪➢✓]|\(?[0-9๐-๙]{1,2}[.)](?![0-9๐-๙])|(?!ศ)[ก-ฮ]\.)\s?|#|[“\"'‘]")
_BLANK_LINES = re.compile(r"\n(?:[ \t\xa0]*\n)+")
_MARKS = "\u0e31\u0e33-\u0e3a\u0e47-\u0e4e"
_MARK_APART = re.compile(f" +(?=[{_MARKS}])")
_CLOSED = re.compile(r"[.!?”\"’)\]:：]")
_PERSON_CUT = re.compile(  # but somebody who has had his say closes it: "… นางสาวศุภมาสกล่าว"
    r"(\s|^)((ศ|รศ|ผศ|ดร|นพ|พญ)\.\s?|นาย|นาง|นางสาว)((ศ|รศ|ผศ|ดร|นพ|พญ)\.\s?)*[ก-๙]{2,20}$(?<!กล่าว)"
)
_QUOTE = re.compile("[“\"'‘]")
_ENGLISH_END, _ENGLISH_START = re.compile(r"\s[a-z]+,?$"), re.compile("[a-z]+[ ,]")
_NAMED = re.compile(r"(\s|^)(นาย|นาง|นางสาว|น\.ส\.|ดร\.)\s?[ก-๙]{2,20} (?!กล่าว|เผย)[ก-๙]{2,25}$")
_PERSON = re.compile(r"(ศ|รศ|ผศ|ดร|นพ|พญ)\.")
_ABOVE = [*map(chr, (0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F)))]
_LETTER_CUT = re.compile(rf"^[{_MARKS}]")
_SENTENCE_LINE = 180  # characters of a line that was broken within a sentence
_MOST_LINES = 12  # that a sentence goes on over
_SPEAKS = re.compile("กล่าว|เผย|ระบุ|ชี้แจง")
_own_line = release_pattern(r"(?:%(own_lines)s)[\s:：]")
_open_end = release_pattern(r"(\s(%(line_carries_on)s)|,)$")


def with_whole_letters(text: str) -> str:
    """The text with marks put to their letters ("ท ำ", as copied from a PDF), in one order."""
    return gate(_MARK_APART.sub("", text), len(text) or 1)


def unwrapped(text: str) -> str:
    """The text with the lines of each block joined, where blank lines separate blocks.

    E-mail programs wrap lines so; a line was wrapped if the next word had no room in it.
    """
    blocks = [block.split("\n") for block in _BLANK_LINES.split(text.strip())]
    several = [block for block in blocks if len(block) > 1]
    letters = max((len(line) for block in several for line in block), default=0)
    if len(blocks) < 2 or not _COLUMN <= letters <= 2 * _WIDEST_BLOCK:  # asked first
        return text
    widest = max(_width(line.strip()) for block in several for line in block)
    if not _COLUMN <= widest <= _WIDEST_BLOCK:
        return text
    broken = [block for block in several if _is_broken(block, widest)]
    short = any(_width(block[-1]) < widest * _COLUMN_FULL for block in broken)
    ended = [_width(line.strip()) for block in broken for line in block[:-1]]
    full = sum(ended) >= widest * _USUALLY_FULL * len(ended)
    if not (short and full) or len(ended) < _LEAST_BROKEN:
        return text
    return "\n\n".join(
        reduce(partial(_joined, full=True), map(str.strip, block))
        if block in broken
        else "\n".join(block)
        for block in blocks
    )


def _is_broken(block: Sequence[str], widest: int) -> bool:
    """Whether every line of a block ends where the next word did not fit."""
    lines = [*map(str.strip, block)]
    return not _is_list(lines) and all(
        _width(line) + 1 + _width_of_first_word(following) >= widest * _NO_ROOM
        for line, following in pairwise(lines)
    )


def _width_of_first_word(line: str) -> int:
    """The width of its first word, at most ten for Thai, which has no blanks."""
    found = _FIRST_WORD.match(line)
    width = _width(found[0]) if found else 0
    return min(width, _LONGEST_WORD) if _is_thai(line[:1]) else width


def _is_list(lines: Sequence[str]) -> bool:
    """Whether lines are items: marked, labelled, announced, or with the same beginning."""
    marked = any(_ITEM.match(line) or _LABEL.match(line) for line in lines[1:])
    marked = marked or any(map(_BEFORE_LIST.search, lines[:-1]))
    return marked or any(one[:_ALIKE] == other[:_ALIKE] for one, other in pairwise(lines))


def _are_numbered(lines: Sequence[str]) -> bool:
    """Whether two consecutive lines are numbered: "ครั้งที่ 1 …", "ครั้งที่ 2 …"."""
    counted = [*map(_COUNTED.match, lines)]
    return any(
        one and other and one["what"] == other["what"] and one["number"] != other["number"]
        for one, other in pairwise(counted)
    )


def mended(lines: Sequence[str]) -> list[str]:
    """The paragraphs that the lines make; nothing but line breaks is taken away."""
    widths = [*map(_width, lines)]
    full = _full_width(lines, widths)
    paragraphs: list[str] = []
    last, is_full = "", False
    for line, width in zip(lines, widths, strict=True):
        if last and _carries_on(last, line, is_full=is_full):
            paragraphs[-1] = _joined(paragraphs[-1], line, full=is_full)
        else:
            paragraphs.append(line)
        last, is_full = line, width >= full
    return paragraphs


def _full_width(lines: Sequence[str], widths: Sequence[int]) -> float:
    """The width from which a line is full; beyond any of them if none was broken."""
    widest = max(widths, default=0)
    if len(widths) < _FEWEST_LINES or not _COLUMN <= widest <= _WIDEST:
        return _WIDEST * 1000
    if widest >= _NARROWEST:
        share, of_widest = _SHARE_FULL, _FULL
    else:
        share, of_widest = _COLUMN_SHARE, _COLUMN_FULL
    full = sum(width >= widest * of_widest for width in widths)
    several = len(widths) >= _COLUMN_LINES
    wide = widest >= _NARROWEST and (several or not _are_numbered(lines))
    told = full >= len(widths) * share and (wide or (several and not _is_list(lines)))
    return widest * of_widest if told else _WIDEST * 1000


def _carries_on(last: str, line: str, *, is_full: bool) -> bool:
    if _LETTER_CUT.match(line) or (_PHONE_REST.match(line) and _PHONE_CUT.search(last)):
        return True
    if _QUOTE.match(line) and _wants_more(last):
        return True
    if _own_line().match(line):
        return False
    if _ITEM.match(line):
        return is_full and last.rfind("(") > last.rfind(")")
    return is_full or _is_one_sentence(last, line)


def _wants_more(last: str) -> bool:
    """Whether a line ends in a word that something has to follow ("… และ")."""
    return len(last) >= _SHORTEST_SENTENCE and _open_end().search(last[-_LAST:]) is not None


def _width(line: str) -> int:
    """The width of a line in characters, without marks above and below others."""
    return len(line) - sum(map(line.count, _ABOVE))


def _is_one_sentence(last: str, line: str) -> bool:
    if len(last) < _SHORTEST_SENTENCE or _CLOSED.match(last[-1]):
        return False
    end = max(len(last) - _LAST, 0)
    english = _ENGLISH_START.match(line) and _ENGLISH_END.search(last, end)
    return bool(
        english
        or _wants_more(last)
        or (len(last) <= _WIDEST and any_listed("line_carried_on").match(line))
        or _PERSON_CUT.search(last, end)
        or (_NAMED.search(last, end) and any_listed("roles").match(line))
    )


def _joined(text: str, line: str, *, full: bool) -> str:
    """Two lines as one; Thai broken at the margin was broken between letters."""
    apart = _PERSON.match(line) or text.endswith("ฯ")
    tight = full and not apart and _is_thai(text[-1:]) and _is_thai(line[:1])
    return f"{text}{line}" if tight else f"{text} {line}"


def _is_thai(char: str) -> bool:
    return "\u0e01" <= char <= "\u0e4e"


def from_end(end: str, paragraphs: Sequence[str]) -> Sequence[str]:
    """The paragraphs from the first that ends with `end`; none where that is ""."""
    found = (n for n, one in enumerate(paragraphs) if end and one.endswith(end))
    return paragraphs[next(found, len(paragraphs)) :]


def with_next_lines(end: str, paragraphs: Sequence[str]) -> str:
    """The end of a paragraph with the lines that go on with its sentence.

    Bodies keep such lines apart; only what is looked for behind a day is read over them.
    """
    for above, line in pairwise(from_end(end, paragraphs)[:_MOST_LINES]):
        if not _goes_on(above, line):
            break
        end = f"{end} {line}"
    return end


def _goes_on(above: str, line: str) -> bool:
    """Whether a line goes on with a sentence: by its first word, or as both lines are short."""
    if any_listed("sentence_goes_on").match(line):
        return True
    speaks = any_listed("honorifics").match(line) and _SPEAKS.search(line)
    return not speaks and max(len(above), len(line)) <= _SENTENCE_LINE
