"""How the first entry bears on a question, beyond the score: what tells a stranger's question."""

from dataclasses import astuple, dataclass

import numpy as np
from numpy.typing import NDArray

from bot.search.coverage import Coverage, heard
from bot.search.grams import Keys, sound_keys, word_keys
from bot.search.index import Index
from bot.search.model import Model
from bot.search.ranking import Part
from bot.search.understanding import Asked
from bot.search.weights import scales
from bot.thai.dictionary import thai_words

_WHOLE_WORD = 4  # letters; shorter ones may be pieces of what was misspelt
_NAMING = frozenset((Part.TITLE, Part.QUESTION, Part.TAUGHT, Part.KEYWORD))
_UNSEEN_RATIO, _UNSEEN_SHARE = 1e-4, 1e-5  # so that a word nobody has is not infinitely rare

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Bearing:
    """What a question and the first entry have to do with each other; shares are 0..1 of worth."""

    named: float  # share of the question that title, questions and keywords hold
    titled: float  # share of the title that the question says
    strange: float  # share of the question in good Thai words that no entry has
    foreign: float  # how much commoner its words are in other news than here, natural logarithm
    common: float  # how common its words are in other news, decimal logarithm
    numbers: float  # how many numbers of it the entry does not hold
    inside: float  # 1 when the best passage is of the body

    def figures(self) -> tuple[float, ...]:
        """All of it, in the order of the fields."""
        return astuple(self)


def bearing(index: Index, model: Model, asked: Asked, coverage: Coverage, passage: int) -> Bearing:
    """How the entry of its best passage bears on the question; `coverage` is of that entry."""
    entry = int(np.searchsorted(index.layout.entries, passage, "right")) - 1
    keys = word_keys(coverage.words)
    terms = index.terms.find(keys)
    foreign, common = _in_other_news(index, model, terms, keys, coverage)
    whole = np.array([_is_whole(word) for word in coverage.words], np.bool_)
    return Bearing(
        named=coverage.share_of(heard(index, coverage.words, _naming(index, entry))),
        titled=_titled(index, model, asked, entry),
        strange=coverage.share_of(((terms < 0) & whole).astype(np.float64)),
        foreign=foreign,
        common=common,
        numbers=float(_numbers_missing(index, asked, coverage, entry)),
        inside=float(index.part(passage) is Part.BODY),
    )


def _is_whole(word: str) -> bool:
    return len(word) >= _WHOLE_WORD and word in thai_words()


def _in_other_news(
    index: Index, model: Model, terms: Ints, keys: Keys, coverage: Coverage
) -> tuple[float, float]:
    """`foreign` and `common` of a bearing."""
    _, general = model.terms.of(keys)
    here = (index.terms.frequency(terms) + 0.5) / (len(index.ids) + 1)
    ratio = np.log((general + _UNSEEN_RATIO) / (here + _UNSEEN_RATIO))
    rarity = np.log10(general + _UNSEEN_SHARE)
    return coverage.share_of(np.maximum(ratio, 0.0)), coverage.share_of(rarity)


def _naming(index: Index, entry: int) -> tuple[int, int]:
    """The passages that name an entry, which stand first: the first and the one behind them."""
    first, behind = index.layout.entries[entry : entry + 2].tolist()
    return first, next((n for n in range(first, behind) if index.part(n) not in _NAMING), behind)


def _titled(index: Index, model: Model, asked: Asked, entry: int) -> float:
    """The share of a title's sounds, by their worth, that the question has."""
    title = np.unique(sound_keys(index.sounds_of(int(index.layout.entries[entry]))))
    _, worth = scales(index, model).worth_of(title)
    said = np.isin(title, sound_keys(asked.letters))
    return float(worth @ said) / max(float(worth.sum()), 1e-9)


def _numbers_missing(index: Index, asked: Asked, coverage: Coverage, entry: int) -> int:
    """How many numbers the entry holds in no way of writing them: 63 is also 2563."""
    written = [word for word in asked.query.variants if word.isdigit()]
    numbers = [
        [word, *(other for other in written if other.endswith(word))]
        for word in coverage.words
        if word.isdigit()
    ]
    return sum(not _holds_word(index, entry, ways) for ways in numbers)


def _holds_word(index: Index, entry: int, ways: list[str]) -> bool:
    return bool(index.terms.held(index.terms.find(word_keys(ways)), entry).any())
