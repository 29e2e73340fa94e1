"""Evidence in a short list of entries: the best windows, and titles but for a letter.

Sounds are looked up in a hash table of what is sought.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.compiled import compiled, f32, f64, filled, given, i64, inner, several, u8, u32
from bot.search.grams import Codes, Floats, Ints, Keys
from bot.search.index import Layout

WINDOWS = ("wide", "close")
_WIDTHS = np.array((200, 56))  # letters
_WORTHS = np.array((0, 1))  # which worth of a sound counts in which window
_UNIT = 1 << 40  # weights are added up as whole numbers: in any order to the same sum
_SLOTS, _ROOM = 1 << 12, 8  # of a table; at least so many slots a sound
_SPREAD = 40_503  # spreads sounds over slots
_SAME = 1e-9  # scores so close may be one, added up in another order

Numbers = NDArray[np.int16]
Places = tuple[NDArray[np.int32], Numbers]  # letters, and numbers of what is sought
Room = tuple[NDArray[np.int32], Numbers, NDArray[np.uint16]]  # … and the slot of each letter
Worth = tuple[Keys, NDArray[np.float32]]  # all terms of a base, and what each is worth
# What each entry scores without windows, what each window counts for, and which row is to win.
Race = tuple[Floats, Floats, int]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found in each entry of the short list."""

    shares: Floats  # (entries, WINDOWS) worth of the question's sounds in the best window, 0..1
    best: Ints  # (entries,) the passage that holds the middle of what the first window holds


def gather(layout: Layout, keys: Keys, weights: Floats, entries: Ints, race: Race) -> Evidence:
    """Evidence for `entries` (numbers of entries, shape (n,)) of sounds of the question.

    `weights` is what each sound is worth by itself and within the words, shape (2, keys). Where
    the `race` names a row that is to win, only so much is sought as tells whether it does.
    """
    laid = layout.letters, layout.passages, layout.entries
    return Evidence(*_windows(laid, entries, (keys, weights), (_WIDTHS, _WORTHS), race))


@inner
def _slot(sound: int, table: Numbers) -> int:
    return (sound * _SPREAD >> 16) & (len(table) - 1)


@inner
def _table(sounds: Ints) -> Numbers:
    """Where to look for each sound: its number at its slot, or behind what stood there.

    Small enough for the nearest cache, and mostly empty.
    """
    size = _SLOTS
    while size < _ROOM * len(sounds):
        size *= 2
    table = np.full(size, -1, np.int16)
    for number, sound in enumerate(sounds):
        slot = _slot(sound, table)
        while table[slot] >= 0:
            slot = (slot + 1) & (size - 1)
        table[slot] = number
    return table


@inner
def _number(table: Numbers, sounds: Ints, sound: int) -> int:
    """The first number of a sound, or -1 for one that is not among them."""
    slot = _slot(sound, table)
    while table[slot] >= 0 and sounds[table[slot]] != sound:
        slot = (slot + 1) & (len(table) - 1)
    return int(table[slot])


@inner
def _sound_at(letters: Codes, at: int) -> int:
    """The sound that begins at a letter; of fewer letters before a blank, which no key is."""
    first, second = letters[at], letters[at + 1] if letters[at] else 0
    third = letters[at + 2] if second else 0
    return int(first << 16 | second << 8 | third)


@inner
def _best(found: Places, worth: Ints, width: int, latest: NDArray[np.int32]) -> tuple[int, int]:
    """What the first of the best windows of so many letters holds, and the letter in its middle.

    `found` is where what is sought stands, in rising order, and the number of each; `latest` is
    room for where each stood last. No number is negative, which unsigned ones say: else each step
    would ask whether one counts from the end.
    """
    (places, sounds), left = found, np.uint64(0)
    latest[:] = -width
    held = most = middle = 0
    for right, number in enumerate(sounds):
        sound = np.uint64(number)
        before, gone = latest[sound], places[right] - width
        if not worth[sound]:  # as most sounds that lie across two words
            latest[sound] = places[right]
            continue
        while places[left] <= gone:
            leaving = np.uint64(sounds[left])
            if latest[leaving] == places[left]:
                held -= worth[leaving]
            left += np.uint64(1)
        latest[sound] = places[right]
        if before <= gone:
            held += worth[sound]
            if held > most:
                first = left
                while latest[np.uint64(sounds[first])] != places[first]:
                    first += np.uint64(1)
                most, middle = held, (places[first] + places[right]) // 2
    return most, middle


@inner
def _room(longest: int) -> Room:
    """Room for what is found in so many letters."""
    return np.empty(longest, np.int32), np.empty(longest, np.int16), np.empty(longest, np.uint16)


@inner
def _standing(
    letters: Codes, span: tuple[int, int], sought: Ints, table: Numbers, room: Room
) -> Places:
    """Where what is sought stands from one letter to before another, and the number of each.

    In the beginning of the room, which stays in the nearest cache from one entry to the next.
    Whether a slot is taken decides no way through the loop, only what is kept of it: of hundreds
    of places the processor would guess a few wrong, and each costs it more than ten right ones.
    """
    places, sounds, slots = room
    text = letters[span[0] : span[1]]
    first, second, third = text[: max(len(text) - 2, 0)], text[1:], text[2:]
    for at in range(len(first)):
        slots[at] = _slot(first[at] << 16 | second[at] << 8 | third[at], table)
    near = count = 0
    for at in range(len(first)):
        places[near] = at
        near += table[slots[at]] >= 0
    for at in places[:near]:
        number = _number(table, sought, first[at] << 16 | second[at] << 8 | third[at])
        places[count], sounds[count] = span[0] + at + 2, number  # by its last letter
        count += number >= 0
    return places[:count], sounds[:count]


@inner
def _by_chance(ahead: Floats, wanted: int) -> Ints:
    """The rows, the one that is to win first, then those that are farthest ahead."""
    order = -ahead
    if wanted >= 0:
        order[wanted] = -np.inf
    return np.argsort(order)


@compiled(
    several(filled(f64, 2), filled(i64)),
    several(given(u8), given(i64), given(i64)),
    *(given(i64), several(given(u32), given(f64, 2)), several(given(i64), given(i64))),
    several(given(f64), given(f64), i64),
)
def _windows(
    layout: tuple[Codes, Ints, Ints],
    entries: Ints,
    sought: tuple[Keys, Floats],
    windows: tuple[Ints, Ints],
    race: Race,
) -> tuple[Floats, Ints]:
    """See `Evidence`; windows are given by their widths and by which worth counts in them."""
    (letters, passages, starts), (widths, worths) = layout, windows
    keys, worth = sought[0].astype(np.int64), np.rint(sought[1][worths] * _UNIT).astype(np.int64)
    table = _table(keys)
    most, middle = np.zeros((len(entries), len(widths)), np.int64), passages[starts[entries]]
    room = _room((passages[starts[entries + 1]] - middle).max())
    latest = np.empty(len(keys), np.int32)
    (ahead, gain, wanted), goal = race, -np.inf
    farthest = (gain * worth.sum(axis=1)).sum() / _UNIT  # that windows can bring an entry
    for row in _by_chance(ahead, wanted):
        if ahead[row] + farthest < goal - _SAME:
            break
        entry = entries[row]
        span = passages[starts[entry]], passages[starts[entry + 1]]
        found = _standing(letters, span, keys, table, room)
        for window, width in enumerate(widths):
            most[row, window], centre = _best(found, worth[window], width, latest)
            middle[row] = middle[row] if window else max(middle[row], centre)
        score = ahead[row] + (gain * most[row]).sum() / _UNIT
        if row == wanted:
            goal = score
        elif wanted >= 0 and score > goal + _SAME:
            break
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
    table, found = _table(sounds), np.zeros(len(sounds), np.bool_)
    numbers = np.array([_number(table, sounds, sound) for sound in sounds], np.int64)
    room = _room(edges[-1] - edges[0])
    for row in range(len(edges) - 1):
        for number in _standing(letters, (edges[row], edges[row + 1]), sounds, table, room)[1]:
            found[number] = True
        start = 0
        for word in range(len(behind)):
            end = int(behind[word])
            shares[row, word] = _share_found(numbers[start : max(start, end - 2)], found)
            start = end + 1
    return shares


@inner
def _stretch(letters: Codes, at: int, without: int) -> int:
    """Five letters as one number, without the one in this place; without the last they are four."""
    number = 0
    for place in range(5):
        if place != without:
            number = number << 8 | letters[at + place]
    return number


@inner
def _length(at: int, without: int, size: int) -> int:
    """How many letters a stretch takes of so many; 0 where it would end behind them."""
    length = 4 if without == 4 else 5
    return length if at + length <= size else 0


@inner
def _stretches(letters: Codes) -> Ints:
    """Every four letters, and every five without an inner one."""
    found, count = np.empty(4 * len(letters), np.int64), 0
    for at in range(len(letters)):
        for without in range(1, 5):
            if _length(at, without, len(letters)):
                found[count] = _stretch(letters, at, without)
                count += 1
    return found[:count]


@inner
def _likened(letters: Codes, stretches: Ints, table: Numbers) -> NDArray[np.bool_]:
    """Which sounds of letters lie in a stretch that is among these."""
    likened = np.zeros(max(len(letters) - 2, 0), np.bool_)
    for at in range(len(letters)):
        for without in range(1, 5):
            length = _length(at, without, len(letters))
            if length and _number(table, stretches, _stretch(letters, at, without)) >= 0:
                likened[at : at + length - 2] = True
    return likened


@inner
def _is_in(keys: Keys, sound: int) -> bool:
    place = int(np.searchsorted(keys, sound))
    return bool(place < len(keys) and keys[place] == sound)


@compiled(
    filled(f64),
    several(given(u8), given(i64), given(i64)),
    *(given(i64), given(u8), given(u32), several(given(u32), given(f32))),
)
def nearly_said(
    layout: tuple[Codes, Ints, Ints], entries: Ints, asked: Codes, said: Keys, worth: Worth
) -> Floats:
    """What those sounds of each title are worth that are said but for one letter, (entries,).

    Such a sound is not among those `said`, but lies in letters that are `asked` once an inner one
    is left out of five on either side, or on both: whether it was mistyped, dropped, doubled, or
    changed places with its neighbour.
    """
    (letters, passages, starts), (keys, worths) = layout, worth
    nearly, stretches = np.zeros(len(entries), np.float64), _stretches(asked)
    table = _table(stretches)
    for row, entry in enumerate(entries):
        first = starts[entry]
        title = letters[passages[first] : passages[first + 1] - 1]  # without the blank behind it
        places = np.flatnonzero(_likened(title, stretches, table))
        alike = np.empty(len(places), np.int64)
        for number, at in enumerate(places):
            alike[number] = sound = _sound_at(title, int(at))
            if not _is_in(said, sound) and not (alike[:number] == sound).any():
                nearly[row] += worths[np.searchsorted(keys, sound)]
    return nearly
