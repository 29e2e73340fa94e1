"""Misspelt words that sound like a word of the base."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.compiled import compiled, filled, given, i64, inner, u8, u32, u64
from bot.search.folding import fold
from bot.thai.letters import Letters, Strings, letters_of
from bot.thai.normalise import squeezed

_SHORTEST, _LONGEST = 4, 20  # letters of a name as it sounds
_SHORTEST_WORD = 5  # … of any other word, for there are many
_FRAGMENT = 3  # letters; what a segmenter leaves of a word it does not know is often no longer
_MOST = 6  # words found for one question
_MARKS = 16  # for each word, so that few places are marked by chance
_SPREAD, _MIDDLE = np.uint64(0x9E37_79B9_7F4A_7C15), np.uint64(29)
_ONE = np.uint64(1)
_APART, _BESIDE = "\0", "\1"  # between sounds, and words; no word holds them, nor do they sound

Checksums = NDArray[np.uint64]
Marks = NDArray[np.uint8]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Soundalikes:
    """The words of a base by their sound, the commonest one where several sound alike.

    Arrays instead of a dictionary, for a base has tens of thousands.
    """

    keys: Checksums  # (words,) of their sounds, sorted
    words: Strings  # (words,)
    marks: Marks  # 1 where the checksum of a sound, or of its first `_SHORTEST` letters, falls

    @classmethod
    def of(cls, words: Iterable[str]) -> "Soundalikes":
        """Those of words that sound each of its own."""
        words = list(words)
        sounds = _sounds_of(words)
        marks = np.zeros(_MARKS * (len(words) + 1), np.uint8)
        ends = np.cumsum([*map(len, sounds)], dtype=np.int64)
        keys = _checksums(letters_of("".join(sounds)), ends, marks)
        order = keys.argsort(kind="stable")
        return cls(keys[order], Strings.of(words[number] for number in order.tolist()), marks)

    @classmethod
    def among(cls, counts: Mapping[str, int], names: Iterable[str] = ()) -> "Soundalikes":
        """Those of words and how often they stand in texts, and of names that may stand in none."""
        words: dict[str, str] = {}
        usual = sorted(counts, key=lambda word: (-counts[word], word))
        for least, found in ((_SHORTEST_WORD, usual), (_SHORTEST, sorted(names))):
            for word, sound in zip(found, _sounds_of(found), strict=True):
                if least <= len(sound) <= _LONGEST:
                    words.setdefault(sound, word)
        return cls.of(words.values())

    def meant(
        self, words: Sequence[str], spelt: Sequence[str], known: Sequence[bool]
    ) -> tuple[str, ...]:
        """Words that fragments, and words not `known` to the base, sound like.

        `spelt` are the words squeezed.
        """
        stretches = [
            stretch
            for stretch in _stretches(words, spelt, known)
            if sum(map(len, stretch)) >= _SHORTEST  # no sound is longer than its letters
        ]
        if not stretches:
            return ()
        given = frozenset(words)
        found = map(self.words.__getitem__, dict.fromkeys(self._inside(_sounds(stretches))))
        return tuple(word for word in found if word not in given)[:_MOST]

    def _inside(self, sounds: str) -> list[int]:
        """The longest words that sounds hold, side by side."""
        inside: list[int] = _inside(letters_of(sounds), self.keys, self.marks).tolist()
        return inside


def _sounds_of(words: Sequence[str]) -> Sequence[str]:
    """How each of some words sounds, all at once."""
    return fold(_APART.join(squeezed(words))).split(_APART) if words else ()


def _stretches(
    words: Sequence[str], spelt: Sequence[str], known: Sequence[bool]
) -> Iterator[list[str]]:
    """The letters of words that stand beside each other and that a word may be hidden in."""
    stretch: list[str] = []
    for word, letters, is_known in zip(words, spelt, known, strict=True):
        if not is_known or len(word) <= _FRAGMENT:
            stretch.append(letters)
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _sounds(stretches: Sequence[Sequence[str]]) -> str:
    """How words sound: run together, and each by itself, for the cut may be right or wrong."""
    ways = [way for words in stretches for way in ("".join(words), _BESIDE.join(words))]
    heard = fold(_APART.join(ways)).replace(_BESIDE, "")
    return _APART.join(dict.fromkeys(heard.split(_APART)))


@inner
def _with(checksum: np.uint64, letter: np.uint32) -> np.uint64:
    """The checksum of a sound that goes on with a letter."""
    mixed = (checksum + np.uint64(letter) + _ONE) * _SPREAD
    return mixed ^ (mixed >> _MIDDLE)


@inner
def _mark(checksum: np.uint64, marks: Marks) -> int:
    return int(checksum % np.uint64(len(marks)))


@compiled(filled(u64), given(u32), given(i64), filled(u8))
def _checksums(letters: Letters, ends: Places, marks: Marks) -> Checksums:
    """The checksum of each sound; marks it, and that of its opening."""
    checksums = np.zeros(len(ends), np.uint64)
    start = 0
    for number in range(len(ends)):
        for place in range(start, ends[number]):
            checksums[number] = _with(checksums[number], letters[place])
            if place == min(start + _SHORTEST, ends[number]) - 1:
                marks[_mark(checksums[number], marks)] = 1
        marks[_mark(checksums[number], marks)] = 1
        start = ends[number]
    return checksums


@inner
def _number_of(checksum: np.uint64, checksums: Checksums) -> int:
    """Where a checksum stands among sorted ones; -1 for nowhere."""
    number = int(np.searchsorted(checksums, checksum))
    return number if number < len(checksums) and checksums[number] == checksum else -1


@compiled(filled(i64), given(u32), given(u64), given(u8))
def _inside(letters: Letters, checksums: Checksums, marks: Marks) -> Places:
    """The numbers of the longest words that a sound holds, side by side."""
    found = np.empty(len(letters), np.int64)
    words = start = 0
    while start + _SHORTEST <= len(letters):
        checksum, behind = np.uint64(0), start + 1
        for end in range(start + 1, min(start + _LONGEST, len(letters)) + 1):
            checksum = _with(checksum, letters[end - 1])
            is_marked = marks[_mark(checksum, marks)]
            if end == start + _SHORTEST and not is_marked:
                break
            if end >= start + _SHORTEST and is_marked:
                number = _number_of(checksum, checksums)
                if number >= 0:
                    found[words], behind = number, end
        words += behind - start >= _SHORTEST
        start = behind
    return found[:words]
