"""What a short list of entries says about a question: windows.

Sounds are looked up in a table by 16 bits of their keys.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.compiled import compiled, f64, filled, given, i64, inner, several, u8, u32
from bot.search.grams import Codes, Keys
from bot.search.index import Layout

WINDOWS = ("wide", "narrow", "close")
_WIDTHS = np.array((200, 96, 56))  # letters
_WORTHS = np.array((0, 0, 1))  # which worth of a sound counts in which window
_UNIT = 1 << 40  # weights are added up as whole numbers: in any order to the same sum
_SLOTS = 1 << 16  # of the table, far more than a question has sounds

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Numbers = NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found in each entry of the short list."""

    shares: Floats  # (entries, WINDOWS) worth of the question's sounds in the best window, 0..1
    best: Ints  # (entries,) the passage that holds the middle of what the first window holds


def gather(layout: Layout, keys: Keys, weights: Floats, entries: Ints) -> Evidence:
    """Evidence for `entries` (numbers of entries, shape (n,)) of sounds of the question.

    `weights` is what each sound is worth by itself and within the words, shape (2, keys).
    """
    starts = layout.passages, layout.entries
    return Evidence(
        *_windows((layout.letters, *starts), entries, (keys, weights), (_WIDTHS, _WORTHS))
    )


@inner
def _slot(sound: int) -> int:
    return (sound ^ sound >> 11) & (_SLOTS - 1)


@inner
def _table(sounds: Ints) -> Numbers:
    """Where to look for each sound: its number at its slot, or behind what stood there."""
    table = np.full(_SLOTS, -1, np.int16)
    for number, sound in enumerate(sounds):
        slot = _slot(sound)
        while table[slot] >= 0:
            slot = (slot + 1) & (_SLOTS - 1)
        table[slot] = number
    return table


@inner
def _number(table: Numbers, sounds: Ints, sound: int) -> int:
    """The first number of a sound, or -1 for one that is not among them."""
    slot = _slot(sound)
    while table[slot] >= 0 and sounds[table[slot]] != sound:
        slot = (slot + 1) & (_SLOTS - 1)
    return int(table[slot])


@inner
def _sound_at(letters: Codes, at: int) -> int:
    """The sound that begins at a letter; of fewer letters before a blank, which no key is."""
    first, second = letters[at], letters[at + 1] if letters[at] else 0
    third = letters[at + 2] if second else 0
    return int(first << 16 | second << 8 | third)


@inner
def _gains(sounds: Ints, worth: Ints, widths: Ints) -> Ints:
    """By how much more a window holds of what sounds are worth than the one a letter before it.

    `sounds` is the number of the sound at each letter, -1 for one that is not sought. Windows end
    at each letter, and so far behind the last that nothing is left in them: shape
    (widths, letters + widest).
    """
    gains = np.zeros((len(widths), len(sounds) + widths.max()), np.int64)
    last = np.full(worth.shape[1], -widths.max())  # where each sound stood last
    for at, sound in enumerate(sounds):
        if sound < 0:
            continue
        for row, width in enumerate(widths):  # in those that do not hold it already
            gains[row, max(at, last[sound] + width)] += worth[row, sound]
            gains[row, at + width] -= worth[row, sound]
        last[sound] = at
    return gains


@inner
def _best(gains: Ints, width: int) -> tuple[int, int]:
    """What the first of the best windows holds, and the letter in the middle of that."""
    held = most = opened = closed = 0
    for end, gain in enumerate(gains):
        if gain < 0 and closed == opened:
            closed = end
        held += gain
        if held > most:
            most, opened, closed = held, end, end
    return most, max(opened + closed - width, 0) // 2


@compiled(
    several(filled(f64, 2), filled(i64)),
    several(given(u8), given(i64), given(i64)),
    *(given(i64), several(given(u32), given(f64, 2)), several(given(i64), given(i64))),
)
def _windows(
    layout: tuple[Codes, Ints, Ints],
    entries: Ints,
    sought: tuple[Keys, Floats],
    windows: tuple[Ints, Ints],
) -> tuple[Floats, Ints]:
    """See `Evidence`; windows are given by their widths and by which worth counts in them."""
    (letters, passages, starts), (widths, worths) = layout, windows
    keys, worth = sought[0].astype(np.int64), np.rint(sought[1][worths] * _UNIT).astype(np.int64)
    table = _table(keys)
    most, middle = np.zeros((len(entries), len(widths)), np.int64), passages[starts[entries]]
    for row, entry in enumerate(entries):
        first, behind = passages[starts[entry]], passages[starts[entry + 1]]
        sounds = np.empty(behind - first, np.int64)
        for at in range(len(sounds)):
            sounds[at] = _number(table, keys, _sound_at(letters, first + at))
        gains = _gains(sounds, worth, widths)
        for window, width in enumerate(widths):
            most[row, window], centre = _best(gains[window], width)
            middle[row] += 0 if window else centre
    return most / _UNIT, np.searchsorted(passages, middle, side="right") - 1


@inner
def _share_found(numbers: Ints, found: NDArray[np.bool_]) -> float:
    """The share of the sounds of these numbers that were found, each counted once."""
    counted = met = 0
    for place, number in enumerate(numbers):
        if not (numbers[:place] == number).any():
            counted += 1
            met += found[number]
    return met / max(counted, 1)


@compiled(filled(f64, 2), given(u8), given(i64), given(u8))
def heard(letters: Codes, edges: Ints, words: Codes) -> Floats:
    """The share of each word's sounds that stand in letters from the first edge to each other.

    `words` are letters as they sound, with a blank behind each; edges are places of letters in
    rising order. Shape (edges - 1, words).
    """
    behind = np.flatnonzero(words == 0)
    shares = np.zeros((len(edges) - 1, len(behind)), np.float64)
    sounds = np.array([_sound_at(words, at) for at in range(len(words))], np.int64)
    table, found = _table(sounds), np.zeros(len(sounds) + 1, np.bool_)
    numbers = np.array([_number(table, sounds, sound) for sound in sounds], np.int64)
    for row in range(len(edges) - 1):
        for at in range(edges[row], edges[row + 1]):
            found[_number(table, sounds, _sound_at(letters, at))] = True  # the last for the others
        start = 0
        for word in range(len(behind)):
            end = int(behind[word])
            shares[row, word] = _share_found(numbers[start : max(start, end - 2)], found)
            start = end + 1
    return shares
