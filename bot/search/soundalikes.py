"""Misspelt words that sound like a word of the base."""

import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from bot.search.folding import fold
from bot.thai.normalise import squeeze

_SHORTEST, _LONGEST = 4, 20  # letters of a name as it sounds
_SHORTEST_WORD = 5  # … of any other word, for there are many
_FRAGMENT = 3  # letters; what a segmenter leaves of a word it does not know is often no longer
_MOST = 6  # words found for one question
_MARKS = 16  # for each word, so that few places are marked by chance
_REMEMBERED = 4_096  # fragments of questions, which are mostly the same few


@dataclass(frozen=True, slots=True, eq=False)
class Soundalikes:
    """The words of a base by their sound, the commonest one where several sound alike.

    Arrays instead of a dictionary, for a base has tens of thousands: word n is
    `letters[ends[n - 1]:ends[n]]` in UTF-8, and `keys[n]` the checksum of its sound.
    """

    keys: NDArray[np.uint32]  # (words,) sorted
    ends: NDArray[np.uint32]  # (words,)
    letters: NDArray[np.uint8]
    marks: bytes  # 1 where the checksum of a sound, or of its first `_SHORTEST` letters, falls

    @classmethod
    def of(cls, words: Iterable[str]) -> "Soundalikes":
        """Those of words that sound each of its own."""
        sounds = sorted((_checksum(sound := _sound(word)), sound, word) for word in words)
        told = [word.encode("utf-8", "surrogatepass") for _, _, word in sounds]
        marks = bytearray(_MARKS * (len(sounds) + 1))
        for key, sound, _ in sounds:
            marks[key % len(marks)] = marks[_checksum(sound[:_SHORTEST]) % len(marks)] = 1
        return cls(
            keys=np.array([key for key, _, _ in sounds], np.uint32),
            ends=np.array([*accumulate(map(len, told))], np.uint32),
            letters=np.frombuffer(b"".join(told), np.uint8),
            marks=bytes(marks),
        )

    @classmethod
    def among(cls, counts: Mapping[str, int], names: Iterable[str] = ()) -> "Soundalikes":
        """Those of words and how often they stand in texts, and of names that may stand in none."""
        words: dict[str, str] = {}
        usual = sorted(counts, key=lambda word: (-counts[word], word))
        for least, found in ((_SHORTEST_WORD, usual), (_SHORTEST, sorted(names))):
            for word in found:
                if least <= len(sound := _sound(word)) <= _LONGEST:
                    words.setdefault(sound, word)
        return cls.of(words.values())

    def words(self) -> Iterator[str]:
        """All words."""
        return map(self._word, range(len(self.keys)))

    def meant(self, words: Sequence[str], known: Sequence[bool]) -> tuple[str, ...]:
        """Words that stretches of fragments, and of words not `known` to the base, sound like."""
        found = (
            word
            for stretch in _stretches(words, known)
            if sum(map(len, stretch)) >= _SHORTEST  # no sound is longer than what is written
            for sound in dict.fromkeys(_sounds(stretch))
            for word in self._inside(sound)
        )
        given = frozenset(words)
        return tuple(word for word in dict.fromkeys(found) if word not in given)[:_MOST]

    def _inside(self, sound: str) -> Iterator[str]:
        """The longest words that a sound holds, side by side."""
        end = 0
        for start in self._openings(sound):
            if start >= end:
                word, end = self._longest(sound, start)
                if word:
                    yield word

    def _openings(self, sound: str) -> list[int]:
        """Where a word may begin, by its first letters."""
        starts, marks, count = range(len(sound) - _SHORTEST + 1), self.marks, len(self.marks)
        return [at for at in starts if marks[_checksum(sound[at : at + _SHORTEST]) % count]]

    def _longest(self, sound: str, start: int) -> tuple[str, int]:
        """The longest word that begins at `start` and its end; "" for none."""
        for end in range(min(len(sound), start + _LONGEST), start + _SHORTEST - 1, -1):
            if word := self._sounding(sound[start:end]):
                return word, end
        return "", start

    def _sounding(self, sound: str) -> str:
        """The word of this sound; "" for none."""
        key, keys = _checksum(sound), self.keys.data
        at = bisect_left(keys, key) if self._may_hold(key) else len(keys)
        while at < len(keys) and keys[at] == key:
            if _sound(word := self._word(at)) == sound:
                return word
            at += 1
        return ""

    def _may_hold(self, checksum: int) -> bool:
        return bool(self.marks[checksum % len(self.marks)])

    def _word(self, number: int) -> str:
        start = int(self.ends[number - 1]) if number else 0
        told = self.letters[start : self.ends[number]].tobytes()
        return told.decode("utf-8", "surrogatepass")


def _sound(word: str) -> str:
    return fold(squeeze(word))


@lru_cache(maxsize=_REMEMBERED)
def _heard(fragment: str) -> str:
    return _sound(fragment)


def _checksum(sound: str) -> int:
    return zlib.crc32(sound.encode("utf-8", "replace"))


def _stretches(words: Sequence[str], known: Sequence[bool]) -> Iterator[list[str]]:
    stretch: list[str] = []
    for word, is_known in zip(words, known, strict=True):
        if not is_known or len(word) <= _FRAGMENT:
            stretch.append(word)
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _sounds(words: list[str]) -> Iterator[str]:
    """How words sound: run together, and each by itself, for the cut may be right or wrong."""
    if len(words) > 1:
        yield _sound("".join(words))
    yield "".join(map(_heard, words))
