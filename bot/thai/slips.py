"""English words as they look when they are typed on the Thai layout, Kedmanee for QWERTY."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from bot.compiled import compiled, filled, given, i64, inner, several, u16, u32, u64
from bot.thai.dictionary import EN_TH_TRANSLATE_TABLE
from bot.thai.letters import Letters, Strings, letters_of
from bot.thai.normalise import normalise

TO_THAI: Mapping[int, str] = {**EN_TH_TRANSLATE_TABLE, ord("1"): "ๅ", ord("!"): "+"}
SHORTEST = 3  # letters of a word that is looked for in Thai ones
_LONGEST = 24
_LETTER_BITS = np.uint64(21)

Openings = NDArray[np.uint64]  # the first letters of slips as one number
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Slips:
    """Words mistyped, sorted: of two that begin alike, the longer stands behind the other.

    Those of opening o are `starts[o]` to `starts[o + 1]`; slip n is `letters[ends[n]:ends[n + 1]]`.
    """

    openings: Openings  # (openings,) sorted
    starts: Places  # (openings + 1,)
    letters: NDArray[np.uint16]
    ends: Places  # (slips + 1,)
    words: Strings  # (slips,) as they were meant

    @classmethod
    def of(cls, words: Iterable[str]) -> Self:
        """Those of some words, in every case they may be typed in."""
        meant = {slip: word for word in sorted(words) for slip in _slips(word)}
        slips = sorted(meant)
        begun = _openings(letters_of("".join(slip[:SHORTEST] for slip in slips)))[::SHORTEST]
        openings, first = np.unique(begun, return_index=True)
        return cls(
            openings=openings,
            starts=np.append(first, len(slips)),
            letters=letters_of("".join(slips)).astype(np.uint16),
            ends=np.cumsum([0, *map(len, slips)]),
            words=Strings.of(meant[slip] for slip in slips),
        )

    def inside(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where slips begin and end in a text, and their words; of one place the longest first."""
        slips = self.openings, self.starts, self.letters, self.ends
        for start, end, number in _inside(letters_of(text), slips).tolist():
            yield start, end, self.words[number]


def _slips(word: str) -> Iterator[str]:
    for form in {word, word.lower(), word.upper()}:
        typed = form.translate(TO_THAI)
        slips = (typed, normalise(typed))
        yield from (slip for slip in slips if SHORTEST <= len(slip) <= _LONGEST)


@inner
def _opening(letters: Letters, place: int) -> np.uint64:
    opening = np.uint64(0)
    for letter in letters[place : place + SHORTEST]:
        opening = (opening << _LETTER_BITS) | np.uint64(letter)
    return opening


@compiled(filled(u64), given(u32))
def _openings(letters: Letters) -> Openings:
    """What begins at each letter."""
    openings = np.empty(max(len(letters) - SHORTEST + 1, 0), np.uint64)
    for place in range(len(openings)):
        openings[place] = _opening(letters, place)
    return openings


@inner
def _stands(slip: NDArray[np.uint16], letters: Letters, place: int) -> bool:
    """Whether a slip whose opening stands in a text goes on there as well."""
    same, most = SHORTEST, min(len(slip), len(letters) - place)
    while same < most and letters[place + same] == slip[same]:
        same += 1
    return same == len(slip)


@compiled(filled(i64, 2), given(u32), several(given(u64), given(i64), given(u16), given(i64)))
def _inside(letters: Letters, slips: tuple[Openings, Places, NDArray[np.uint16], Places]) -> Places:
    """See `Slips.inside`, with the numbers of the slips: (found, 3)."""
    openings, starts, slipped, ends = slips
    inside = np.empty((len(letters) * (_LONGEST - SHORTEST + 1), 3), np.int64)
    found = 0
    for place in range(len(letters) - SHORTEST + 1):
        opening = _opening(letters, place)
        begun = np.searchsorted(openings, opening)
        if begun == len(openings) or openings[begun] != opening:
            continue
        for slip in range(starts[begun + 1] - 1, starts[begun] - 1, -1):
            if _stands(slipped[ends[slip] : ends[slip + 1]], letters, place):
                inside[found] = place, place + ends[slip + 1] - ends[slip], slip
                found += 1
    return inside[:found].copy()
