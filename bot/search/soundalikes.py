"""Misspelt words that sound like a word of the base."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from bot.search.folding import fold
from bot.thai.normalise import squeeze

_SHORTEST, _LONGEST = 5, 20  # letters as they sound
_FRAGMENT = 3  # letters; what a segmenter leaves of a word it does not know is often no longer
_MOST = 6  # words found for one question


@dataclass(frozen=True, slots=True, eq=False)
class Soundalikes:
    """The words of a base by their sound, the commonest one where several sound alike."""

    words: Mapping[str, str]
    known: frozenset[str]

    @classmethod
    def among(cls, texts: Iterable[Iterable[str]]) -> "Soundalikes":
        """Those of texts already cut into words."""
        counts = Counter(chain.from_iterable(texts))
        words: dict[str, str] = {}
        for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            sound = fold(squeeze(word))
            if _SHORTEST <= len(sound) <= _LONGEST:
                words.setdefault(sound, word)
        return cls(words, frozenset(counts))

    def meant(self, words: Sequence[str]) -> tuple[str, ...]:
        """Words of the base that stretches of unknown words and fragments sound like."""
        found = (
            word
            for stretch in self._stretches(words)
            for sound in dict.fromkeys(_sounds(stretch))
            for word in self._inside(sound)
        )
        given = frozenset(words)
        return tuple(word for word in dict.fromkeys(found) if word not in given)[:_MOST]

    def _stretches(self, words: Sequence[str]) -> Iterator[list[str]]:
        stretch: list[str] = []
        for word in words:
            if word not in self.known or len(word) <= _FRAGMENT:
                stretch.append(word)
            elif stretch:
                yield stretch
                stretch = []
        if stretch:
            yield stretch

    def _inside(self, sound: str) -> Iterator[str]:
        """The longest words that a sound holds, side by side."""
        start = 0
        while start + _SHORTEST <= len(sound):
            for end in range(min(len(sound), start + _LONGEST), start + _SHORTEST - 1, -1):
                if word := self.words.get(sound[start:end]):
                    yield word
                    start = end - 1
                    break
            start += 1


def _sounds(words: list[str]) -> Iterator[str]:
    """How words sound: run together, and each by itself, for the cut may be right or wrong."""
    yield fold(squeeze("".join(words)))
    yield "".join(fold(squeeze(word)) for word in words)
