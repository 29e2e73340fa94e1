"""What a short list of entries says about a question: windows.

Everything is computed for all entries of the list at once, on the letters of the index.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.search.grams import Codes, Keys, Weighed, grams
from bot.search.index import BLOCK, SOUNDS, Index, Layout

_NARROW = 3  # blocks, about 100 letters
_WIDE = 9  # blocks, about 300 letters
_GAP = _WIDE  # blank blocks between two entries, so that no window spans both
_SLOTS = 1 << 16

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found in each entry of the short list; shares are 0..1, shape (entries,)."""

    wide: Floats  # weight of the question's grams inside the best 300 letters
    narrow: Floats  # … inside the best 100 letters
    whole: Floats  # … anywhere in the entry
    held: NDArray[np.bool_]  # (entries, keys) which sounds of the question stand in the entry
    best: Ints  # the passage that holds the middle of the best window


def gather(index: Index, sounds: Weighed, entries: Ints) -> Evidence:
    """Evidence for `entries` (numbers of entries, shape (n,)) of the question's sounds."""
    layout = index.layout
    first, last = layout.entries[entries], layout.entries[entries + 1]
    start, stop = layout.passages[first], layout.passages[last]
    hits = _find(layout.codes, start, stop, sounds.keys)
    weight = (sounds.weights / max(sounds.total, 1e-9)).astype(np.float32)
    return _measure(layout, hits, weight, (start, stop))


@dataclass(frozen=True, slots=True)
class _Hits:
    """Where grams of the question stand: number of the entry in the list, code, gram."""

    entry: Ints
    at: Ints
    gram: Ints


def _slot(keys: Keys) -> NDArray[np.uint32]:
    return (keys ^ (keys >> np.uint32(11))) & np.uint32(_SLOTS - 1)


def _find(codes: Codes, start: Ints, stop: Ints, keys: Keys) -> _Hits:
    spans = [codes[a:b] for a, b in zip(start.tolist(), stop.tolist(), strict=True)]
    lengths = stop - start
    text = grams(np.concatenate([*spans, np.zeros(SOUNDS - 1, np.uint8)]), SOUNDS)
    known = np.zeros(_SLOTS, np.bool_)
    known[_slot(keys)] = True
    found = np.flatnonzero(known[_slot(text)])
    gram = np.searchsorted(keys, text[found])
    gram[gram == len(keys)] = 0
    exact = keys[gram] == text[found]
    found, gram = found[exact], gram[exact]
    offset = np.cumsum(lengths) - lengths
    entry = np.searchsorted(offset, found, "right") - 1
    return _Hits(entry, start[entry] + found - offset[entry], gram)


def _measure(
    layout: Layout, hits: _Hits, weight: NDArray[np.float32], spans: tuple[Ints, Ints]
) -> Evidence:
    start, stop = spans
    blocks = (stop - start) // BLOCK
    base = np.cumsum(blocks + _GAP) - blocks - _GAP
    held = np.zeros((int((blocks + _GAP).sum()), len(weight)), np.bool_)
    held[base[hits.entry] + (hits.at - start[hits.entry]) // BLOCK, hits.gram] = True
    wide = _windows(held, _WIDE) @ weight
    narrow = _windows(held, _NARROW) @ weight
    somewhere = np.logical_or.reduceat(held, base, axis=0)
    peak = np.array([int(wide[b : b + n].argmax()) for b, n in zip(base, blocks, strict=True)])
    middle = start + np.minimum(peak + _WIDE // 2, blocks - 1) * BLOCK
    return Evidence(
        wide=np.maximum.reduceat(wide, base).astype(np.float64),
        narrow=np.maximum.reduceat(narrow, base).astype(np.float64),
        whole=(somewhere @ weight).astype(np.float64),
        held=somewhere,
        best=np.searchsorted(layout.passages, middle, "right") - 1,
    )


def _windows(held: NDArray[np.bool_], width: int) -> NDArray[np.float32]:
    """Which grams stand in `width` consecutive blocks, by the first block; shape as `held`."""
    result, done = held.copy(), 1
    while done < width:
        step = min(done, width - done)
        result[:-step] |= result[step:]
        done += step
    return result.astype(np.float32)
