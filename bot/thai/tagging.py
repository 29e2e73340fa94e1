"""Word classes by PyThaiNLP's tagger, its weights added up for all classes at a time.

Its weights have three decimals, so in thousandths they are whole numbers, which add up to the same
in any order: what a word brings along is summed up once, and not at every place where it stands.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.thai.dictionary import ORCHID, PerceptronTagger, orchid

_THOUSANDTHS = 1_000
_WORDS = 4_096  # whose sums are remembered

_Sums = NDArray[np.int64]  # for each class


def word_classes(words: Sequence[str]) -> tuple[str, ...]:
    """The class of each word in the sentence that `words` are, as Universal Dependencies name it.

    Right about nine times in ten ("NOUN", "VERB", "ADP" …); good for choosing, not for knowing.
    """
    return _classes(tuple(words))


@lru_cache(maxsize=256)  # the same piece of a release is looked at for several reasons
def _classes(words: tuple[str, ...]) -> tuple[str, ...]:
    tagged = zip(words, _tagger().tags(orchid.pre_process(list(words))), strict=True)
    return tuple(tag for _, tag in orchid.post_process(list(tagged), to_ud=True))


class _Tagger:
    """Gives the tags that PyThaiNLP's gives."""

    def __init__(self) -> None:
        model = PerceptronTagger(ORCHID)
        self._normal = model._normalize
        self._weights = model.model.weights
        self._known = model.tagdict
        self._labels = sorted(model.classes, reverse=True)  # the last of the alphabet wins a tie
        self._number = {label: number for number, label in enumerate(self._labels)}
        self._of_word = lru_cache(maxsize=_WORDS)(self._sums_of_word)
        self._of_neighbour = lru_cache(maxsize=_WORDS)(self._sums_of_neighbour)
        self._of_tags = lru_cache(maxsize=_WORDS)(self._sums_of_tags)
        self._of_tag_and_word = lru_cache(maxsize=_WORDS)(self._sums_of_tag_and_word)

    def tags(self, words: Sequence[str]) -> list[str]:
        """The tag of each word."""
        normal = [self._normal(word) for word in words]
        around = ["-START-", "-START2-", *normal, "-END-", "-END2-"]
        before, before_that = "-START-", "-START2-"
        tags: list[str] = []
        for place, word in enumerate(words):
            tag = self._known.get(word)
            if not tag:
                sums = self._of_word(word, normal[place]) + self._of_tags(before, before_that)
                sums += self._of_tag_and_word(before, normal[place])
                for apart in (-2, -1, 1, 2):
                    sums += self._of_neighbour(apart, around[place + 2 + apart])
                tag = self._labels[int(sums.argmax())]
            tags.append(tag)
            before, before_that = tag, before
        return tags

    def _sums_of_word(self, word: str, normal: str) -> _Sums:
        return self._sums("bias", f"i suffix {word[-3:]}", f"i pref1 {word[0]}", f"i word {normal}")

    def _sums_of_neighbour(self, apart: int, word: str) -> _Sums:
        features = [f"i{apart:+} word {word}"]
        return self._sums(
            *features, *([f"i{apart:+} suffix {word[-3:]}"] if abs(apart) < 2 else [])
        )

    def _sums_of_tags(self, before: str, before_that: str) -> _Sums:
        pair = f"i tag+i-2 tag {before} {before_that}"
        return self._sums(f"i-1 tag {before}", f"i-2 tag {before_that}", pair)

    def _sums_of_tag_and_word(self, before: str, word: str) -> _Sums:
        return self._sums(f"i-1 tag+i word {before} {word}")

    def _sums(self, *features: str) -> _Sums:
        sums = [0] * len(self._labels)
        for feature in features:
            for label, weight in self._weights.get(feature, {}).items():
                sums[self._number[label]] += round(weight * _THOUSANDTHS)
        return np.array(sums, dtype=np.int64)


@lru_cache(maxsize=1)
def _tagger() -> _Tagger:
    return _Tagger()
