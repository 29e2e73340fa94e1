"""Text as bytes: letters coded in 8 bits, so that a gram of 3 or 4 letters is one 32-bit number.

Index and question are coded alike; arrays of such numbers replace dictionaries of strings.
"""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint8]  # one letter each; 0 stands between two texts
Keys = NDArray[np.uint32]  # one gram or word each

_THAI_FIRST, _THAI_LAST = 0x0E01, 0x0E5B
_FIRST_OTHER = 128  # letters that are neither digits, Latin nor Thai share the codes from here


@dataclass(frozen=True, slots=True)
class Weighed:
    """Distinct keys of a question and its variants, sorted, and what each is worth.

    `total` is what the question itself is worth, without the variants.
    """

    keys: Keys  # (keys,)
    weights: NDArray[np.float64]  # (keys,)
    total: float


def _code_table() -> Codes:
    point = np.arange(0x10000)
    table = (_FIRST_OTHER + point % (256 - _FIRST_OTHER)).astype(np.uint8)
    table[ord("0") : ord("9") + 1] = np.arange(1, 11)
    table[ord("a") : ord("z") + 1] = np.arange(11, 37)
    table[_THAI_FIRST : _THAI_LAST + 1] = np.arange(37, 37 + _THAI_LAST - _THAI_FIRST + 1)
    table[0] = 0
    return table


_CODE_OF = _code_table()


def encode(text: str) -> Codes:
    """The letters of squeezed text as codes; U+0000 becomes the separator 0."""
    return _CODE_OF[np.frombuffer(text.encode("utf-16-le", "replace"), np.uint16)]


def grams(codes: Codes, size: int) -> Keys:
    """The gram of `size` (at most 4) letters that starts at each code, shape (n - size + 1,)."""
    count = max(len(codes) - size + 1, 0)
    keys = np.zeros(count, np.uint32)
    for offset in range(size):
        keys = (keys << np.uint32(8)) | codes[offset : offset + count]
    return keys


def inside(codes: Codes, size: int) -> NDArray[np.bool_]:
    """Which grams of `size` lie inside one text, shape (n - size + 1,)."""
    count = max(len(codes) - size + 1, 0)
    kept = np.ones(count, np.bool_)
    for offset in range(size):
        kept &= codes[offset : offset + count] != 0
    return kept


def word_keys(words: Iterable[str]) -> Keys:
    """A stable number for each word."""
    return np.fromiter((zlib.crc32(word.encode("utf-8", "replace")) for word in words), np.uint32)
