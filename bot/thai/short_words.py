"""Short Thai words in a text, which the letters of longer ones hold: รถ of สามารถ, ยา of พยายาม."""

import re
from functools import lru_cache

from bot.thai.dictionary import thai_words
from bot.thai.names import Names

_SHORT = re.compile("[ก-๎]{2,3}")
_AROUND = 24  # letters that are cut into words with it
_WORD = re.compile(f"[ก-๎]{{0,{_AROUND}}}")
_BEFORE = re.compile(f"[ก-๎]{{0,{_AROUND}}}$")


def is_short(word: str) -> bool:
    """Whether a word is of so few letters that longer ones hold them by chance."""
    return _SHORT.fullmatch(word) is not None and word in thai_words()


@lru_cache(maxsize=4_096)
def stands_in(word: str, text: str) -> bool:
    """Whether normalised text has a short word by itself or as a part of another.

    น้ำ is a part of แหล่งน้ำ and of น้ำท่วม, since what is left of them are words as well.
    """
    return any(_is_cut(word, text, found.start()) for found in re.finditer(word, text))


def _is_cut(word: str, text: str, at: int) -> bool:
    """Whether the letters at a place are a word, or a part of one."""
    before = _BEFORE.search(text, max(0, at - _AROUND), at)
    behind = _WORD.match(text, at + len(word))
    start = before.start() if before else at
    end = start
    for token in Names.load().cut(text[start : behind.end() if behind else None]):
        begin, end = end, end + len(token)
        if end >= at + len(word):
            left, right = text[begin:at], text[at + len(word) : end]
            return begin <= at and all(one in thai_words() for one in (left, right) if one)
    return False
