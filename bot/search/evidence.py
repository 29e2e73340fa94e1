"""What a short list of entries says about a question: windows, order, titles.

Everything is computed for all entries of the list at once, on the letters of the index.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.search.grams import Codes, Keys, Weighed, grams
from bot.search.index import BLOCK, Index

GRAM = 3
_NARROW = 3  # blocks, about 100 letters
_WIDE = 9  # blocks, about 300 letters
_GAP = _WIDE  # blank blocks between two entries, so that no window spans both
_SLOTS = 1 << 16

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One number for each entry of the short list, 0..1, shape (entries,)."""

    wide: Floats  # weight of the question's grams inside the best 300 letters
    narrow: Floats  # … inside the best 100 letters
    whole: Floats  # … anywhere in the entry
    title: Floats  # … in the title
    asked: Floats  # how well title, question or taught phrasing and question cover each other
    run: Floats  # longest common run of letters, as a share of the question
    order: Floats  # share of the question's letters that stand in runs of 6 or more
    best: Ints  # the passage that holds the middle of the best window
    best_ask: Ints  # the passage that answers to `asked`


def gather(index: Index, question: Codes, weighed: Weighed, entries: Ints) -> Evidence:
    """Evidence for `entries` (numbers of entries, shape (n,)).

    `question` is the squeezed question, `weighed` its grams of `GRAM` letters.
    """
    layout = index.layout
    first, last = layout.entries[entries], layout.entries[entries + 1]
    start, stop = layout.passages[first], layout.passages[last]
    _, places = np.unique(grams(question, GRAM), return_index=True)
    hits = _find(layout.codes, start, stop, weighed.keys)
    about = _Question(weighed.weights, places, len(question))
    return _measure(index, hits, about, (first, start, stop))


@dataclass(frozen=True, slots=True)
class _Hits:
    """Where grams of the question stand: number of the entry in the list, code, gram."""

    entry: Ints
    at: Ints
    gram: Ints


@dataclass(frozen=True, slots=True)
class _Question:
    """The distinct grams of the question: their weights, first places, and all its letters."""

    mass: Floats
    places: Ints
    letters: int


def _slot(keys: Keys) -> NDArray[np.uint32]:
    return (keys ^ (keys >> np.uint32(11))) & np.uint32(_SLOTS - 1)


def _find(codes: Codes, start: Ints, stop: Ints, keys: Keys) -> _Hits:
    spans = [codes[a:b] for a, b in zip(start.tolist(), stop.tolist(), strict=True)]
    lengths = stop - start
    text = grams(np.concatenate([*spans, np.zeros(GRAM - 1, np.uint8)]), GRAM)
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
    index: Index, hits: _Hits, question: _Question, spans: tuple[Ints, Ints, Ints]
) -> Evidence:
    first, start, stop = spans
    mass = question.mass
    total = max(float(mass.sum()), 1e-9)
    blocks = (stop - start) // BLOCK
    base = np.cumsum(blocks + _GAP) - blocks - _GAP
    held = np.zeros((int((blocks + _GAP).sum()), len(mass)), np.bool_)
    held[base[hits.entry] + (hits.at - start[hits.entry]) // BLOCK, hits.gram] = True
    weight = (mass / total).astype(np.float32)
    wide = _windows(held, _WIDE) @ weight
    narrow = _windows(held, _NARROW) @ weight
    whole = np.logical_or.reduceat(held, base, axis=0) @ weight
    peak = np.array([int(wide[b : b + n].argmax()) for b, n in zip(base, blocks, strict=True)])
    middle = start + np.minimum(peak + _WIDE // 2, blocks - 1) * BLOCK
    asked, best_ask, title = _asked(index, hits, weight, first)
    run, order = _runs(hits, question.places, question.letters, len(first))
    return Evidence(
        wide=np.maximum.reduceat(wide, base).astype(np.float64),
        narrow=np.maximum.reduceat(narrow, base).astype(np.float64),
        whole=whole.astype(np.float64),
        title=title,
        asked=asked,
        run=run,
        order=order,
        best=np.searchsorted(index.layout.passages, middle, "right") - 1,
        best_ask=best_ask,
    )


def _windows(held: NDArray[np.bool_], width: int) -> NDArray[np.float32]:
    """Which grams stand in `width` consecutive blocks, by the first block; shape as `held`."""
    result, done = held.copy(), 1
    while done < width:
        step = min(done, width - done)
        result[:-step] |= result[step:]
        done += step
    return result.astype(np.float32)


def _asked(
    index: Index, hits: _Hits, weight: NDArray[np.float32], first: Ints
) -> tuple[Floats, Ints, Floats]:
    """Best agreement with a title, question or phrasing; which; and the cover of the title."""
    layout = index.layout
    passage = np.searchsorted(layout.passages, hits.at, "right") - 1
    relevant = layout.asked[passage]
    entry, gram, passage = (a[relevant] for a in (hits.entry, hits.gram, passage))
    asks, row = np.unique(passage, return_inverse=True)
    held = np.zeros((len(asks), len(weight)), np.bool_)
    held[row, gram] = True
    cover = held.astype(np.float32) @ weight
    own = np.bincount(row, minlength=len(asks))
    length = np.maximum(layout.letters[asks] - GRAM + 1, 1)
    back = np.minimum(own / length, 1.0)
    agreement = 2 * cover * back / np.maximum(cover + back, 1e-9)
    owner = np.zeros(len(asks), np.int64)
    owner[row] = entry
    asked, title = np.zeros(len(first)), np.zeros(len(first))
    np.maximum.at(asked, owner, agreement)
    is_title = asks == first[owner]
    title[owner[is_title]] = cover[is_title]
    best_ask = first.copy()
    top = agreement >= asked[owner]
    best_ask[owner[top][::-1]] = asks[top][::-1]
    return asked, best_ask, title


def _runs(hits: _Hits, places: Ints, letters: int, count: int) -> tuple[Floats, Floats]:
    """Longest run of letters in common, and the share of letters in runs of 6 or more."""
    longest, ordered = np.zeros(count), np.zeros(count)
    if not len(hits.at):
        return longest, ordered
    place = places[hits.gram]
    breaks = (np.diff(hits.at) != 1) | (np.diff(place) != 1) | (np.diff(hits.entry) != 0)
    begin = np.concatenate([[0], np.flatnonzero(breaks) + 1])
    length = np.diff(np.append(begin, len(hits.at))) + GRAM - 1
    entry = hits.entry[begin]
    np.maximum.at(longest, entry, length)
    long = length >= 6
    spans = np.zeros((count, letters + 1), np.int32)
    np.add.at(spans, (entry[long], place[begin[long]]), 1)
    np.add.at(spans, (entry[long], place[begin[long]] + length[long]), -1)
    ordered = (np.cumsum(spans, axis=1) > 0).sum(axis=1) / max(letters, 1)
    return np.minimum(longest / max(letters, 1), 1.0), ordered
