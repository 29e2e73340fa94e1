"""Misspelt words that sound like a word of the base."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.search.folding import fold
from bot.thai.normalise import squeeze

_SHORTEST, _LONGEST = 4, 20  # letters of a name as it sounds
_SHORTEST_WORD = 5  # … of any other word, for there are many
_FRAGMENT = 3  # letters; what a segmenter leaves of a word it does not know is often no longer
_MOST = 6  # words found for one question
_REMEMBERED = 20_000  # words of a base; the next one, an edit later, has the same


@dataclass(frozen=True, slots=True, eq=False)
class Soundalikes:
    """The words of a base by their sound, the commonest one where several sound alike."""

    words: Mapping[str, str]
    openings: frozenset[str]  # the first letters of every sound, `_SHORTEST` of them

    @classmethod
    def of(cls, words: Mapping[str, str]) -> "Soundalikes":
        """Those of sounds and words found before."""
        return cls(words, frozenset(sound[:_SHORTEST] for sound in words))

    @classmethod
    def among(cls, counts: Mapping[str, int], names: Iterable[str] = ()) -> "Soundalikes":
        """Those of words and how often they stand in texts, and of names that may stand in none."""
        words: dict[str, str] = {}
        usual = sorted(counts, key=lambda word: (-counts[word], word))
        for least, found in ((_SHORTEST_WORD, usual), (_SHORTEST, sorted(names))):
            for word in found:
                if least <= len(sound := _sound(word)) <= _LONGEST:
                    words.setdefault(sound, word)
        return cls.of(words)

    def meant(self, words: Sequence[str], known: Sequence[bool]) -> tuple[str, ...]:
        """Words that stretches of fragments, and of words not `known` to the base, sound like."""
        found = (
            word
            for stretch in _stretches(words, known)
            for sound in dict.fromkeys(_sounds(stretch))
            for word in self._inside(sound)
        )
        given = frozenset(words)
        return tuple(word for word in dict.fromkeys(found) if word not in given)[:_MOST]

    def _inside(self, sound: str) -> Iterator[str]:
        """The longest words that a sound holds, side by side."""
        start = 0
        while start + _SHORTEST <= len(sound):
            end = self._longest(sound, start)
            if end > start:
                yield self.words[sound[start:end]]
            start = max(end, start + 1)

    def _longest(self, sound: str, start: int) -> int:
        """The end of the longest word that begins at `start`; `start` itself for none."""
        if sound[start : start + _SHORTEST] not in self.openings:
            return start
        ends = range(min(len(sound), start + _LONGEST), start + _SHORTEST - 1, -1)
        return next((end for end in ends if sound[start:end] in self.words), start)


@lru_cache(maxsize=_REMEMBERED)
def _sound(word: str) -> str:
    return fold(squeeze(word))


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
    yield fold(squeeze("".join(words)))
    yield "".join(fold(squeeze(word)) for word in words)
