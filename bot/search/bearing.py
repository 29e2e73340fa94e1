"""How the first entry bears on a question, beyond the score: what tells a stranger's question."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.search.coverage import Coverage
from bot.search.grams import Family, span_of, word_keys
from bot.search.index import Index
from bot.search.model import Model
from bot.search.ranking import Part
from bot.search.understanding import Asked
from bot.search.weights import scales
from bot.thai.dictionary import thai_words

_WHOLE_WORD = 4  # letters; shorter ones may be pieces of what was misspelt
_UNSEEN_RATIO, _UNSEEN_SHARE = 1e-4, 1e-5  # so that a word nobody has is not infinitely rare

Floats = NDArray[np.float64]


class Bearing(NamedTuple):
    """What a question and the first entry have to do with each other; shares are 0..1 of worth."""

    named: float  # share of the question that title, questions and keywords hold
    titled: float  # share of the title that the question says
    strange: float  # share of the question in good Thai words that no entry has
    foreign: float  # how much commoner its words are in other news than here, natural logarithm
    common: float  # how common its words are in other news, decimal logarithm
    numbers: float  # how many numbers of it the entry does not hold
    inside: float  # 1 when the best passage is of the body


def bearing(index: Index, model: Model, asked: Asked, coverage: Coverage, passage: int) -> Bearing:
    """How the entry that is covered, and the best passage of it, bear on the question."""
    whole = np.array([_is_whole(word) for word in coverage.words], np.bool_)
    strange = (coverage.terms < 0) & whole
    figures = np.array([coverage.named, strange, *_in_other_news(index, model, coverage)])
    named, strange_share, foreign, common = coverage.share_of(figures).tolist()
    return Bearing(
        named=named,
        titled=_titled(index, model, asked, coverage.entry),
        strange=strange_share,
        foreign=foreign,
        common=common,
        numbers=float(_numbers_missing(index, asked, coverage)),
        inside=float(index.pieces.part(passage) is Part.BODY),
    )


def _is_whole(word: str) -> bool:
    return len(word) >= _WHOLE_WORD and word in thai_words()


def _in_other_news(index: Index, model: Model, coverage: Coverage) -> tuple[Floats, Floats]:
    """`foreign` and `common` of each word."""
    general = model.terms.share_of(coverage.keys)
    here = (index.terms.frequency(coverage.terms) + 0.5) / (len(index.ids) + 1)
    ratio = np.log((general + _UNSEEN_RATIO) / (here + _UNSEEN_RATIO))
    return np.maximum(ratio, 0.0), np.log10(general + _UNSEEN_SHARE)


def _titled(index: Index, model: Model, asked: Asked, entry: int) -> float:
    """The share of a title's sounds, by their worth, that the question has."""
    using, title = scales(index, model), int(index.asks.starts[entry])
    sounds = asked.keys[span_of(Family.SOUNDS, asked.keys)]
    said = sounds[index.asks.terms.held(index.asks.terms.find(sounds), title)]
    _, worth = using.worth_of(said)
    return float(worth.sum() / using.totals[title, Family.SOUNDS])


def _numbers_missing(index: Index, asked: Asked, coverage: Coverage) -> int:
    """How many numbers the entry holds in no way of writing them: 63 is also 2563."""
    written = [word for word in asked.query.variants if word.isdigit()]
    numbers = [
        [word, *(other for other in written if other.endswith(word))]
        for word in coverage.words
        if word.isdigit()
    ]
    return sum(not _holds_word(index, coverage.entry, ways) for ways in numbers)


def _holds_word(index: Index, entry: int, ways: list[str]) -> bool:
    return bool(index.terms.held(index.terms.find(word_keys(ways)), entry).any())
