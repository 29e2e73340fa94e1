"""What a short list of entries says about a question: windows.

Everything is computed for all entries of the list at once, on the letters of the index.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bot.search.grams import Codes, Keys
from bot.search.index import BLOCK, Layout

_NARROW = 3  # blocks, about 100 letters
_WIDE = 9  # blocks, about 300 letters
_GAP = _WIDE  # blank blocks between two entries, so that no window spans both
_SLOTS = 1 << 16

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Slots = NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found in each entry of the short list; shares are 0..1, shape (entries,)."""

    wide: Floats  # weight of the question's sounds inside the best 300 letters
    narrow: Floats  # … inside the best 100 letters
    best: Ints  # the passage that holds the middle of the best window


def gather(layout: Layout, keys: Keys, weights: Floats, entries: Ints) -> Evidence:
    """Evidence for `entries` (numbers of entries, shape (n,)) of sounds of the question."""
    start = layout.passages[layout.entries[entries]]
    blocks = (layout.passages[layout.entries[entries + 1]] - start) // BLOCK
    base = (blocks + _GAP).cumsum() - blocks - _GAP
    weight = weights.astype(np.float32)
    held = _find(layout, keys, (start, blocks, base))
    near = _widened(held, 1, _NARROW)
    wide = _weighed(_widened(near, _NARROW, _WIDE), weight)
    narrow = _weighed(near, weight)
    peak = _peaks(wide, base, blocks)
    middle = start + np.minimum(peak + _WIDE // 2, blocks - 1) * BLOCK
    return Evidence(
        wide=wide[base + peak].astype(np.float64),
        narrow=np.maximum.reduceat(narrow, base).astype(np.float64),
        best=layout.passages.searchsorted(middle, "right") - 1,
    )


def holds(layout: Layout, passages: Sequence[int], keys: Keys) -> Bools:
    """Which sounds stand from the first passage to before each of the others, in rising order.

    Shape (passages - 1, keys).
    """
    first, *ends = layout.passages[list(passages)].tolist()
    slots, sought = _slots(layout.letters[first : ends[-1]]), _slot(keys)
    known = np.zeros(_SLOTS, np.bool_)
    found = np.zeros((len(ends), len(keys)), np.bool_)
    for row, (start, end) in enumerate(pairwise([first, *ends])):
        known[slots[start - first : end - first]] = True
        found[row] = known[sought]
    return found


def _find(layout: Layout, keys: Keys, spans: tuple[Ints, Ints, Ints]) -> Bools:
    """Which keys stand in which block: those of all entries, a gap behind each."""
    start, blocks, base = spans
    edges = zip(start.tolist(), (start + blocks * BLOCK).tolist(), strict=True)
    texts = [layout.letters[first:behind] for first, behind in edges]
    slots, sought = _slots(np.concatenate(texts)), _slot(keys)
    known, number = np.zeros(_SLOTS, np.bool_), np.empty(_SLOTS, np.int16)
    known[sought], number[sought] = True, np.arange(len(keys))
    found = np.flatnonzero(known.take(slots))
    row = np.arange(int(blocks.sum())) + (base - blocks.cumsum() + blocks).repeat(blocks)
    held = np.zeros((int(base[-1] + blocks[-1] + _GAP), len(keys)), np.bool_)
    held.reshape(-1)[row[found // BLOCK] * len(keys) + number[slots[found]]] = True
    return held


def _slot(sounds: Keys) -> Slots:
    """A short number for each sound; few sounds share one."""
    return (sounds ^ (sounds >> np.uint32(11))).astype(np.uint16)


def _slots(letters: Codes) -> Slots:
    """The slot of the sound that starts at each letter: what `_slot` says, without its keys.

    A sound ends at a blank; 0 where a blank stands.
    """
    first, there = letters.astype(np.uint16), (letters > 0).astype(np.uint16)
    pairs = first << np.uint16(8)
    pairs[:-1] |= first[1:]
    pairs *= there
    slots = pairs >> np.uint16(3)
    slots[:-1] ^= pairs[1:]
    slots *= there
    return slots


def _widened(held: Bools, done: int, width: int) -> Bools:
    """What stands in `width` consecutive blocks, by the first, from what stands in `done`."""
    result = held.copy()
    for step in range(done, width, done):
        result[:-step] |= held[step:]
    return result


def _weighed(held: Bools, weight: NDArray[np.float32]) -> NDArray[np.float32]:
    """The weight of what stands in each block."""
    # Not `held @ weight`: on some processors BLAS flags an invalid value where there is none.
    total: NDArray[np.float32] = np.einsum("ij,j->i", held, weight)
    return total


def _peaks(wide: NDArray[np.float32], base: Ints, blocks: Ints) -> Ints:
    """The block at which the best window of each entry begins, counted from the entry's first."""
    spans = zip(base.tolist(), blocks.tolist(), strict=True)
    return np.array([int(wide[b : b + n].argmax()) for b, n in spans])
