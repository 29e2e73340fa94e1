"""Which words of a question an entry tells about, and which it has never heard of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.search.evidence import heard
from bot.search.folding import fold
from bot.search.grams import Codes, Keys, Weighed, encode, sound_keys, word_keys
from bot.search.index import Index
from bot.search.ranking import Part, QuestionWord
from bot.thai.normalise import squeeze

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The words of a question that carry meaning, what each is worth, and how far it is met."""

    entry: int  # the number of the entry
    words: tuple[str, ...]
    keys: Keys  # (words,)
    terms: Ints  # (words,) in the postings of the entries, -1 for those no entry holds
    worth: Floats  # (words,) rarity times reliability
    met: Floats  # (words,) 0..1
    named: Floats  # (words,) … by title, questions and keywords alone, as it sounds

    @property
    def share(self) -> float:
        """The share of the question's worth that is met, 0..1."""
        return float(self.worth @ self.met / max(float(self.worth.sum()), 1e-9))

    @property
    def worst(self) -> float:
        """What the weightiest word that is not met is worth."""
        return float((self.worth * (1 - self.met)).max(initial=0.0))

    def weighed(self) -> tuple[QuestionWord, ...]:
        """The words that are worth anything, weightiest first."""
        rounded = [round(worth, 3) for worth in self.worth.tolist()]
        every = zip(self.words, rounded, self.met.tolist(), strict=True)
        found = sorted((word for word in every if word[1] > 0), key=lambda word: -word[1])
        return tuple(QuestionWord(*word) for word in found)


def cover(index: Index, weighed: Weighed, words: tuple[str, ...], entry: int) -> Coverage:
    """How far the words of a question, weighed as a whole, are met by an entry of this number."""
    told = {word: squeezed for word in words if (squeezed := squeeze(word))}
    keys = word_keys(told)
    at = weighed.keys.searchsorted(keys)
    named, alike = _heard(index, told.values(), entry)
    return Coverage(
        entry=entry,
        words=tuple(told),
        keys=keys,
        terms=weighed.terms[at],
        worth=weighed.weights[at],
        met=np.maximum(index.terms.held(weighed.terms[at], entry), alike),
        named=named,
    )


def spoken(weighed: Weighed, words: Sequence[str]) -> tuple[Keys, Floats]:
    """The sounds of the words of a question, and the share of the words' worth that each has.

    What a word is worth is spread over its sounds, so that a short name counts like a long one.
    """
    told = {word: squeeze(word) for word in words}
    letters = _letters_of(told.values())
    there = letters > 0
    whole = np.flatnonzero(there[:-2] & there[1:-1] & there[2:])
    owner = (~there).cumsum()[whole]
    worth = weighed.weights[weighed.keys.searchsorted(word_keys(told))]
    counts = np.bincount(owner, minlength=len(told))
    share = worth / max(float(worth.sum()), 1e-9) / np.maximum(counts, 1)
    return sound_keys(letters)[whole], share[owner]


def _letters_of(words: Iterable[str]) -> Codes:
    """Squeezed words as they sound, with a blank behind each."""
    return encode(fold("".join(f"{word}\0" for word in words)))


def _heard(index: Index, words: Iterable[str], entry: int) -> Floats:
    """How far each word stands, as it sounds, in what names an entry and anywhere in it, 0..1.

    Shape (2, words).
    """
    sounds = _letters_of(words)
    edges = index.layout.passages[_parts_of(index, entry)]
    return np.square(heard(index.layout.letters, edges, sounds))


def _parts_of(index: Index, entry: int) -> list[int]:
    """The first passages of an entry, of what does not name it, and of the next one.

    Title, questions and taught phrasings stand in front of a passage of keywords, if there is one.
    """
    first, behind = index.layout.entries[entry : entry + 2].tolist()
    asks, next_asks = index.asks.starts[entry : entry + 2].tolist()
    rest = first + next_asks - asks
    keywords = rest < behind and index.pieces.part(rest) is Part.KEYWORD
    return [first, rest + keywords, behind]
