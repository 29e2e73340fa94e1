"""What a short list of entries says about a question: windows.

Sounds are looked up by their slots, 16 bits of their keys; few sounds share one.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.compiled import compiled, f64, filled, given, i64, inner, several, u8, u32
from bot.search.grams import Codes, Keys
from bot.search.index import BLOCK, Layout

WINDOWS = ("wide", "narrow")
_WIDTHS = np.array((9, 3))  # blocks, about 300 and 100 letters
_GAP = 9  # blank blocks between two entries, so that no window spans both …
_BEHIND = np.array((0, _GAP))  # … but those that begin so many blocks behind an entry
_UNIT = 1 << 40  # weights are added up as whole numbers: in any order to the same sum
_SLOTS = 1 << 16

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Spans = tuple[Ints, Ints]  # the first letter and the blocks of each entry


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found in each entry of the short list."""

    shares: Floats  # (entries, WINDOWS) weight of the question's sounds in the best window, 0..1
    best: Ints  # (entries,) the passage that holds the middle of the best window of the first width


def gather(layout: Layout, keys: Keys, weights: Floats, entries: Ints) -> Evidence:
    """Evidence for `entries` (numbers of entries, shape (n,)) of sounds of the question."""
    starts = layout.passages, layout.entries
    return Evidence(
        *_windows((layout.letters, *starts), entries, (keys, weights), (_WIDTHS, _BEHIND))
    )


@inner
def _slot(sound: int) -> int:
    return (sound ^ sound >> 11) & (_SLOTS - 1)


@inner
def _sound_at(letters: Codes, at: int) -> int:
    """The key of the sound that begins at a letter and ends at a blank; 0 for a blank."""
    first, second = letters[at], letters[at + 1] if letters[at] else 0
    third = letters[at + 2] if second else 0
    return int(first << 16 | second << 8 | third)


@inner
def _gains(letters: Codes, spans: Spans, sought: tuple[Keys, Floats], widths: Ints) -> Ints:
    """By how much more a window holds of the weight of keys than the one a block before it.

    Windows begin at any block of the entries, laid end to end with a gap behind each: shape
    (widths, blocks and gaps + 1).
    """
    (first, blocks), (keys, weights) = spans, sought
    worth = np.rint(weights * _UNIT).astype(np.int64)
    known, number = np.zeros(_SLOTS, np.bool_), np.empty(_SLOTS, np.int16)
    for place, key in enumerate(keys):
        known[_slot(key)], number[_slot(key)] = True, place
    gains = np.zeros((len(widths), blocks.sum() + len(blocks) * _GAP + 1), np.int64)
    last = np.full(len(keys), -1)  # the block where each key stood last
    block = 0
    for entry in range(len(blocks)):
        for start in range(first[entry], first[entry] + blocks[entry] * BLOCK, BLOCK):
            for at in range(start, start + BLOCK):
                slot = _slot(_sound_at(letters, at))
                if known[slot]:  # then in all windows from here back to where it was counted
                    key = number[slot]
                    for width in range(len(widths)):
                        opening = max(block - widths[width], last[key]) + 1
                        gains[width, opening] += worth[key]
                        gains[width, block + 1] -= worth[key]
                    last[key] = block
            block += 1
        block += _GAP
    return gains


@inner
def _most(gains: Ints, blocks: Ints, behind: Ints) -> tuple[Ints, Ints]:
    """What the best window of each width holds in each entry, (entries, widths).

    And the block at which the best of the first width begins, counted from the entry's first.
    """
    most, peaks = np.zeros((len(blocks), len(gains)), np.int64), np.zeros(len(blocks), np.int64)
    for width in range(len(gains)):
        held = row = 0
        for entry in range(len(blocks)):
            for block in range(blocks[entry] + _GAP):
                held += gains[width, row]
                row += 1
                if held > most[entry, width] and block < blocks[entry] + behind[width]:
                    most[entry, width] = held
                    peaks[entry] = peaks[entry] if width else block
    return most, peaks


@compiled(
    several(filled(f64, 2), filled(i64)),
    several(given(u8), given(i64), given(i64)),
    *(given(i64), several(given(u32), given(f64)), several(given(i64), given(i64))),
)
def _windows(
    layout: tuple[Codes, Ints, Ints],
    entries: Ints,
    sought: tuple[Keys, Floats],
    windows: tuple[Ints, Ints],
) -> tuple[Floats, Ints]:
    """See `Evidence`; windows are given by their widths and how far behind an entry they begin."""
    (letters, passages, starts), (widths, behind) = layout, windows
    first = passages[starts[entries]]
    blocks = (passages[starts[entries + 1]] - first) // BLOCK
    most, peaks = _most(_gains(letters, (first, blocks), sought, widths), blocks, behind)
    middle = first + np.minimum(peaks + widths[0] // 2, blocks - 1) * BLOCK
    return most / _UNIT, np.searchsorted(passages, middle, side="right") - 1


@inner
def _share_known(letters: Codes, start: int, end: int, known: NDArray[np.bool_]) -> float:
    """The share of the sounds from one letter to another that are known, each counted once."""
    counted = met = 0
    for at in range(start, end - 2):
        sound = _sound_at(letters, at)
        repeated = False
        for before in range(start, at):
            repeated |= _sound_at(letters, before) == sound
        if not repeated:
            counted += 1
            met += known[_slot(sound)]
    return met / max(counted, 1)


@compiled(filled(f64, 2), given(u8), given(i64), given(u8))
def heard(letters: Codes, edges: Ints, words: Codes) -> Floats:
    """The share of each word's sounds that stand in letters from the first edge to each other.

    `words` are letters as they sound, with a blank behind each; edges are places of letters in
    rising order. Shape (edges - 1, words).
    """
    behind = np.flatnonzero(words == 0)
    shares = np.zeros((len(edges) - 1, len(behind)), np.float64)
    known = np.zeros(_SLOTS, np.bool_)
    for row in range(len(edges) - 1):
        for at in range(edges[row], edges[row + 1]):
            known[_slot(_sound_at(letters, at))] = True
        start = 0
        for word in range(len(behind)):
            end = int(behind[word])
            shares[row, word] = _share_known(words, start, end, known)
            start = end + 1
    return shares
