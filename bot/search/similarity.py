"""How alike two questions are in meaning, however they are worded or spelt."""

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from functools import lru_cache
from typing import Self

from rapidfuzz import fuzz, process

from bot.search.folding import fold
from bot.search.query import Query
from bot.thai.normalise import squeeze
from bot.thai.questions import Aspect

SAME = 0.55  # likeness of questions that are taken for one; found on two labelled sets
_LONGEST = 200  # letters that are compared
_TRIED = 60  # questions nearest in letters that are compared in meaning
_WORD = 0.72  # likeness of two spellings of one word
_SAID_OTHERWISE = 0.9  # what another name for the same thing is worth
_WEIGHTIEST = 8  # letters; longer words are worth no more
_LETTERS = 0.3  # share of the letters beside the words
_OTHER_ASPECT = 0.6  # what is left when one asks when and the other how much
_EVIDENT = 0.85  # likeness of letters that needs no look at the words
_ASKS = {  # aspects that people mix up count as one, vague ones fit any
    Aspect.CONTACT: Aspect.WHERE,
    Aspect.WHAT: Aspect.TOPIC,
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """A question for comparison; every text is written as it sounds, without blanks."""

    letters: str  # of the bare question
    subjects: tuple[str, ...] = ()  # words that say what it is about
    others: tuple[str, ...] = ()  # other ways to say them
    asks: str = Aspect.TOPIC

    @classmethod
    def of(cls, query: Query, subjects: Iterable[str]) -> Self:
        """The meaning of an understood question, of whose terms `subjects` name its subject."""
        return cls(
            fold(query.core)[:_LONGEST],
            _folded(subjects) or _folded(query.terms),
            _folded(query.variants),
            str(_ASKS.get(query.aspect, query.aspect)),
        )

    @classmethod
    def of_letters(cls, squeezed: str) -> Self:
        """The meaning of a question of which only the letters were kept."""
        return cls(fold(squeezed)[:_LONGEST])

    def to_json(self) -> str:
        """As one line, to be stored."""
        return json.dumps(astuple(self), ensure_ascii=False, separators=(",", ":"))

    @staticmethod
    @lru_cache(maxsize=16_384)  # each new question is compared with the same hundreds
    def from_json(line: str) -> "Meaning":
        """What `to_json` wrote."""
        letters, subjects, others, asks = json.loads(line)
        return Meaning(letters, tuple(subjects), tuple(others), asks)


def most_alike(meaning: Meaning, others: Sequence[Meaning]) -> int | None:
    """The place in `others` of the question most like this one; None when all differ."""
    near = process.extract(
        meaning.letters, [other.letters for other in others], scorer=fuzz.ratio, limit=_TRIED
    )
    scored = [(likeness(meaning, others[place], SAME), -place) for _, _, place in near]
    best = max(scored, default=(0.0, 0))
    return -best[1] if best[0] >= SAME else None


def likeness(one: Meaning, other: Meaning, at_least: float = 0.0) -> float:
    """How alike two questions are, 0..1; the same either way round.

    What surely is below `at_least` is 0.
    """
    letters = fuzz.ratio(one.letters, other.letters) / 100
    asks = {one.asks, other.asks} - {Aspect.TOPIC}
    kept = _OTHER_ASPECT if len(asks) > 1 else 1.0
    evident = letters if letters >= _EVIDENT and len(asks) <= 1 else 0.0
    grams = _LETTERS * _shared_grams(one.letters, other.letters)
    words = (1 - _LETTERS) / 2
    told = words * _told_by(one, other)
    if max(kept * (told + words + grams), evident) < at_least:
        return 0.0
    return max(kept * (told + words * _told_by(other, one) + grams), evident)


def nearest_texts(text: str, others: Sequence[str], limit: int) -> list[int]:
    """The places in `others` of the texts that share most with `text`, best first."""
    found = process.extract(
        fold(squeeze(text)), [fold(squeeze(one)) for one in others],
        scorer=fuzz.partial_ratio, limit=limit,
    )  # fmt: skip
    return [place for _, _, place in found]


def _told_by(one: Meaning, other: Meaning) -> float:
    """The share of one question's subject that the other tells of, long words counting more."""
    weights = [min(len(word), _WEIGHTIEST) for word in one.subjects]
    told = sum(
        weight * _found(word, other) for word, weight in zip(one.subjects, weights, strict=True)
    )
    return told / (sum(weights) or 1)


def _found(word: str, meaning: Meaning) -> float:
    if len(word) > 2 and word in meaning.letters:
        return 1.0
    spelt = _best(word, meaning.subjects)
    return max(spelt, _SAID_OTHERWISE * _best(word, meaning.others))


def _best(word: str, words: Sequence[str]) -> float:
    found = process.extractOne(word, words, scorer=fuzz.ratio, score_cutoff=100 * _WORD)
    return found[1] / 100 if found else 0.0


def _shared_grams(one: str, other: str) -> float:
    first, second = _grams(one), _grams(other)
    return len(first & second) / math.sqrt(len(first) * len(second))


def _grams(letters: str) -> set[str]:
    padded = f" {letters} "
    return {padded[at : at + 3] for at in range(max(len(padded) - 2, 1))}


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    folded = dict.fromkeys(fold(squeeze(word)) for word in words)
    return tuple(word for word in folded if len(word) > 1)
