"""Which words of a question an entry covers, and which it does not hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Self

import numpy as np

from bot.compiled import compiled, f64, given
from bot.search.evidence import heard
from bot.search.folding import encode_heard
from bot.search.grams import Codes, Floats, Ints, Keys, WeightedQuestion
from bot.search.index import Index
from bot.search.ranking import Part, QuestionWord


@dataclass(frozen=True, slots=True)
class Coverage:
    """The words of a question that carry meaning, what each is worth, and how far it is met."""

    entry: int  # the number of the entry
    question: WeightedQuestion  # as a whole
    words: tuple[str, ...]
    keys: Keys  # (words,)
    terms: Ints  # (words,) in the postings of the entries, -1 for those no entry holds
    worth: Floats  # (words,) rarity times reliability
    met: Floats  # (words,) 0..1
    named: Floats  # (words,) … by title, questions and keywords alone, as it sounds

    @property
    def share(self) -> float:
        """The share of the question's worth that is met, 0..1."""
        return _share(self.worth, self.met)

    @property
    def worst(self) -> float:
        """The worth of the weightiest word that is not met."""
        return _worst(self.worth, self.met)

    def weighed(self) -> tuple[QuestionWord, ...]:
        """The words that are worth anything, weightiest first."""
        rounded = [round(worth, 3) for worth in self.worth.tolist()]
        told = zip(self.words, rounded, self.met.tolist(), strict=True)
        weightiest = sorted(told, key=itemgetter(1), reverse=True)
        return tuple([QuestionWord(*word) for word in weightiest if word[1] > 0])


@dataclass(frozen=True, slots=True)
class SpokenWords:
    """The words of a question that have letters, each once, as they sound."""

    words: tuple[str, ...]
    letters: Codes  # of all words, with a blank behind each
    keys: Keys  # (words,)
    places: Ints  # (words,) of their keys in the weighted question

    @classmethod
    def of(
        cls, weighed: WeightedQuestion, words: Sequence[str], spelt: Sequence[str], keys: Keys
    ) -> Self:
        """Those of a weighted question; `spelt` are the words squeezed, `keys` theirs."""
        told = {word: at for at, word in enumerate(words) if spelt[at]}
        numbers = [*told.values()]
        return cls(
            words=tuple(told),
            letters=encode_heard("\0".join([*map(spelt.__getitem__, numbers), ""])),
            keys=keys[numbers],
            places=weighed.keys.searchsorted(keys[numbers]),
        )


def cover(index: Index, weighed: WeightedQuestion, said: SpokenWords, entry: int) -> Coverage:
    """How far the words of a weighted question are met by an entry of this number."""
    terms = weighed.terms[said.places]
    named, alike = _met_by_sound(index, said, entry)
    return Coverage(
        entry=entry,
        question=weighed,
        words=said.words,
        keys=said.keys,
        terms=terms,
        worth=weighed.weights[said.places],
        met=np.maximum(index.terms.held(terms, entry), alike),
        named=named,
    )


def _met_by_sound(index: Index, said: SpokenWords, entry: int) -> Floats:
    """How far each word, as it sounds, stands in what names an entry and anywhere in it, 0..1.

    Shape (2, words).
    """
    edges = index.layout.passages[_parts_of(index, entry)]
    return np.square(heard(index.layout.letters, edges, said.letters))


def _parts_of(index: Index, entry: int) -> list[int]:
    """The first passages of an entry, of what does not name it, and of the next one.

    Title, questions and taught phrasings stand in front of a passage of keywords, if there is one.
    """
    first, behind = index.layout.entries[entry : entry + 2].tolist()
    phrasings, next_phrasings = index.phrasings.starts[entry : entry + 2].tolist()
    rest = first + next_phrasings - phrasings
    keywords = rest < behind and index.pieces.part(rest) is Part.KEYWORD
    return [first, rest + keywords, behind]


@compiled(f64, given(f64), given(f64))
def _share(worth: Floats, met: Floats) -> float:
    """See `Coverage.share`."""
    told = whole = 0.0
    for place, value in enumerate(worth):
        told += value * met[place]
        whole += value
    return told / max(whole, 1e-9)


@compiled(f64, given(f64), given(f64))
def _worst(worth: Floats, met: Floats) -> float:
    """See `Coverage.worst`."""
    worst = 0.0
    for place, value in enumerate(worth):
        worst = max(worst, value * (1 - met[place]))
    return worst
