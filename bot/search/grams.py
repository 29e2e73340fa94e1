"""Terms as numbers: letters in 8 bits, and every word or gram of letters one 32-bit key.

The two highest bits of a key tell its family, so that terms of all families share one table, and
arrays of keys replace dictionaries of strings.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from bot.compiled import compiled, filled, given, i64, inner, nothing, u8, u32
from bot.thai.letters import Letters, letters_of

Codes = NDArray[np.uint8]  # one letter each; 0 stands between two texts
Keys = NDArray[np.uint32]  # one gram or word each
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class Family(IntEnum):
    """The families of terms, in the order of their keys."""

    SOUNDS = 0  # three letters as they sound
    WORDS = 1
    GRAMS = 2  # four letters as they are written


_THAI_FIRST, _THAI_LAST = 0x0E01, 0x0E5B
_FIRST_OTHER = 128  # letters that are neither digits, Latin nor Thai share the codes from here
_FAMILY_BIT = np.uint32(30)
_BORDERS = np.arange(len(Family) + 1, dtype=np.uint32) << _FAMILY_BIT  # keys between families
_SOUND_LETTERS, _GRAM_LETTERS = 3, 4
_CODE_BITS, _GRAM_BITS = 8, 7
_FIRST_GRAM = int(Family.GRAMS) << 30
_FIRST_WORD = int(Family.WORDS) << 30
_BEHIND = "\0"  # each word, for none holds it
_POLYNOMIAL, _START = np.uint32(0xEDB8_8320), np.uint32(0xFFFF_FFFF)  # of CRC-32


@dataclass(frozen=True, slots=True)
class WeightedQuestion:
    """Distinct keys of a question and its variants, sorted, and what each is worth.

    `terms` are their numbers in the postings of the entries, -1 for those no entry holds;
    `totals` is what the question itself is worth in each family, without the variants, and
    `share` the share of that which each key is; `known` is the share of the worth of its sounds,
    variants and all, that some entry holds, and `rare` what its words in few entries are worth.
    """

    keys: Keys  # (keys,)
    terms: Ints  # (keys,)
    weights: Floats  # (keys,)
    share: Floats  # (keys,)
    totals: Floats  # (families,)
    known: float
    rare: float


def _code_table() -> Codes:
    point = np.arange(0x10000)
    table = (_FIRST_OTHER + point % (256 - _FIRST_OTHER)).astype(np.uint8)
    table[ord("0") : ord("9") + 1] = np.arange(1, 11)
    table[ord("a") : ord("z") + 1] = np.arange(11, 37)
    table[_THAI_FIRST : _THAI_LAST + 1] = np.arange(37, 37 + _THAI_LAST - _THAI_FIRST + 1)
    table[0] = 0
    return table


def _crc_table() -> Keys:
    """What each byte does to a CRC-32."""
    table = np.arange(256, dtype=np.uint32)
    for _ in range(8):
        table = np.where(table & 1, table >> 1 ^ _POLYNOMIAL, table >> 1)
    return table


CODE_OF = _code_table()  # of each letter of the basic plane
_CRC = _crc_table()


def encode(text: str) -> Codes:
    """The letters of squeezed text as codes; U+0000 becomes the separator 0."""
    return CODE_OF[np.frombuffer(text.encode("utf-16-le", "replace"), np.uint16)]


def grams(codes: Codes, size: int) -> Keys:
    """The gram of `size` letters, four at most, that starts at each code, (n - size + 1,)."""
    keys = np.empty(max(len(codes) - size + 1, 0), np.uint32)
    _fill(codes, size, _CODE_BITS, 0, keys)
    return keys


def sound_keys(codes: Codes) -> Keys:
    """The keys of all sounds in letters as they sound, in order."""
    return grams(codes, _SOUND_LETTERS)


def gram_keys(codes: Codes) -> Keys:
    """The keys of all grams in letters as they are written, in order."""
    keys = np.empty(max(len(codes) - _GRAM_LETTERS + 1, 0), np.uint32)
    _fill(codes, _GRAM_LETTERS, _GRAM_BITS, _FIRST_GRAM, keys)
    return keys


def word_keys(words: Iterable[str]) -> Keys:
    """The key of each word."""
    return _checksums(letters_of(_BEHIND.join([*words, ""])), _CRC)


def distinct(keys: Keys) -> Keys:
    """The keys, sorted, each once."""
    ordered = np.sort(keys)
    return ordered[_is_new(ordered)]


def _is_new(ordered: Keys) -> NDArray[np.bool_]:
    """Which of sorted keys differ from the one before."""
    new = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return new


def span_of(family: Family, ordered: Keys) -> slice:
    """Where the keys of a family stand among sorted ones."""
    first, behind = ordered.searchsorted(_BORDERS[family : family + 2]).tolist()
    return slice(first, behind)


def family(keys: Keys) -> NDArray[np.int64]:
    """The family of each key."""
    return (keys >> _FAMILY_BIT).astype(np.int64)


@inner
def _fill_keys(codes: Codes, size: int, bits: int, first: int, keys: Keys) -> None:
    for at in range(len(codes) - size + 1):
        key = 0
        for code in codes[at : at + size]:
            key = key << bits | code & ((1 << bits) - 1)
        keys[at] = key | first


@inner
def _with(checksum: np.uint32, byte: int, table: Keys) -> np.uint32:
    mixed: np.uint32 = table[(checksum ^ np.uint32(byte)) & np.uint32(0xFF)]
    return mixed ^ (checksum >> np.uint32(8))


@compiled(filled(u32), given(u32), given(u32))
def _checksums(letters: Letters, table: Keys) -> Keys:
    """The key of each word, ended by a 0: the CRC-32 of its UTF-8, without its last two bits."""
    keys, count = np.empty(len(letters), np.uint32), 0
    checksum = _START
    for letter in letters:
        if letter == 0:
            keys[count] = (checksum ^ _START) >> np.uint32(2) | np.uint32(_FIRST_WORD)
            count, checksum = count + 1, _START
        elif letter < 0x80:
            checksum = _with(checksum, letter, table)
        else:
            size = 1 + (letter >= 0x800) + (letter >= 0x1_0000)  # bytes behind the first one
            checksum = _with(checksum, 0xFF00 >> size + 1 & 0xFF | letter >> 6 * size, table)
            for byte in range(size - 1, -1, -1):
                checksum = _with(checksum, 0x80 | letter >> 6 * byte & 0x3F, table)
    return keys[:count].copy()


@compiled(nothing, given(u8), i64, i64, i64, filled(u32))
def _fill(codes: Codes, size: int, bits: int, first: int, keys: Keys) -> None:
    """Fill in the gram of so many letters at each code, counted from the `first` of its family."""
    _fill_keys(codes, size, bits, first, keys)


@compiled(filled(u32), given(u8), given(u32), given(u8))
def all_keys(heard: Codes, words: Keys, written: Codes) -> Keys:
    """The keys of a text in all families, those of its words among them, sorted, each once."""
    sounds = max(len(heard) - _SOUND_LETTERS + 1, 0)
    grams = max(len(written) - _GRAM_LETTERS + 1, 0)
    keys = np.empty(sounds + len(words) + grams, np.uint32)
    _fill_keys(heard, _SOUND_LETTERS, _CODE_BITS, 0, keys)
    keys[sounds : sounds + len(words)] = words
    _fill_keys(written, _GRAM_LETTERS, _GRAM_BITS, _FIRST_GRAM, keys[sounds + len(words) :])
    keys.sort()
    count = 0
    for key in keys:
        if count == 0 or key != keys[count - 1]:
            keys[count] = key
            count += 1
    return keys[:count]
