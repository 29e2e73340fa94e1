"""What a short list of entries says about a question: windows.

Everything is computed for all entries of the list at once, on the letters of the index.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.search.grams import Keys
from bot.search.index import BLOCK, Layout, slot

_NARROW = 3  # blocks, about 100 letters
_WIDE = 9  # blocks, about 300 letters
_GAP = _WIDE  # blank blocks between two entries, so that no window spans both
_SLOTS = 1 << 16

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


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


def holds(layout: Layout, passages: tuple[int, int], keys: Keys) -> Bools:
    """Which sounds stand anywhere from the first passage to before the second, shape (keys,)."""
    first, behind = layout.passages[list(passages)].tolist()
    known = np.zeros(_SLOTS, np.bool_)
    known[layout.slots[first:behind]] = True
    found: Bools = known[slot(keys)]
    return found


def _find(layout: Layout, keys: Keys, spans: tuple[Ints, Ints, Ints]) -> Bools:
    """Which keys stand in which block: those of all entries, a gap behind each."""
    start, blocks, base = spans
    known = np.full(_SLOTS, -1, np.int16)
    known[slot(keys)] = np.arange(len(keys))
    texts = [
        layout.slots[a : a + n * BLOCK]
        for a, n in zip(start.tolist(), blocks.tolist(), strict=True)
    ]
    key = known.take(np.concatenate(texts))
    found = np.flatnonzero(key >= 0)
    row = np.arange(int(blocks.sum())) + (base - blocks.cumsum() + blocks).repeat(blocks)
    held = np.zeros((int(base[-1] + blocks[-1] + _GAP), len(keys)), np.bool_)
    held.reshape(-1)[row[found // BLOCK] * len(keys) + key[found]] = True
    return held


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
