"""How relevant the first entry is beyond its score: what tells an out-of-scope question."""

import re
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.compiled import compiled, f32, f64, flag, given, i32, i64, several, u32
from bot.search.coverage import Coverage
from bot.search.grams import Family, Floats, Ints, Keys, word_keys
from bot.search.index import Index
from bot.search.model import Model
from bot.search.postings import DOCUMENTS, Holders
from bot.search.ranking import Part
from bot.search.understanding import AnalysedQuestion
from bot.search.weights import term_weights
from bot.thai.dictionary import thai_words

_SOUNDS = int(Family.SOUNDS)
_WHOLE_WORD = 4  # letters; shorter ones may be pieces of what was misspelt
_SHORT_YEAR = re.compile("^25([0-9]{2})$")
_UNSEEN_RATIO, _UNSEEN_SHARE = 1e-4, 1e-5  # so that a word nobody has is not infinitely rare


class Relevance(NamedTuple):
    """Signals of how relevant the first entry is to a question; shares are 0..1 of worth."""

    named: float  # share of the question that title, questions and keywords hold
    titled: float  # share of the title that the question says
    strange: float  # share of the question in good Thai words that no entry has
    foreign: float  # how much commoner its words are in other news than here, natural logarithm
    common: float  # how common its words are in other news, decimal logarithm
    numbers: float  # how many numbers of it the entry does not hold
    inside: float  # 1 when the best passage is of the body


def relevance(
    index: Index, model: Model, asked: AnalysedQuestion, coverage: Coverage, passage: int
) -> Relevance:
    """How relevant the covered entry, and its best passage, are to the question."""
    words = coverage.keys, coverage.terms, coverage.worth, coverage.named, _strange(coverage)
    general = model.terms.keys, model.terms.share
    named, strange, foreign, common = _shares(words, index.terms.starts, len(index.ids), general)
    return Relevance(
        named=named,
        titled=_titled(index, model, asked, coverage),
        strange=strange,
        foreign=foreign,
        common=common,
        numbers=float(_numbers_missing(index, asked, coverage)),
        inside=float(index.pieces.part(passage) is Part.BODY),
    )


def _strange(coverage: Coverage) -> NDArray[np.bool_]:
    """Which words of a question are good Thai ones that no entry has."""
    words, known = zip(coverage.words, coverage.terms.tolist(), strict=True), thai_words()
    strange = [term < 0 and len(one) >= _WHOLE_WORD and one in known for one, term in words]
    return np.array(strange, np.bool_)


def _titled(index: Index, model: Model, asked: AnalysedQuestion, coverage: Coverage) -> float:
    """The share of a title's sounds, by their worth, that the question has."""
    weights, title, listed = (
        term_weights(index, model),
        index.phrasings.starts[coverage.entry],
        index.phrasings.terms,
    )
    question, scaled = coverage.question, (weights.phrased, weights.worth)
    told = question.keys, question.terms, asked.keys
    worth = _said(told, scaled, listed.starts, listed.documents, title)
    return float(worth / weights.totals[title, Family.SOUNDS])


def _numbers_missing(index: Index, asked: AnalysedQuestion, coverage: Coverage) -> int:
    """How many numbers the entry lacks in every way of writing them: 2563 is also 63."""
    numbers = [word for word in coverage.words if word.isdigit()]
    if not numbers:
        return 0
    written = [word for word in asked.query.variants if word.isdigit()]
    ways = (
        [one, *(other for other in written if other.endswith(one)), *_SHORT_YEAR.findall(one)]
        for one in numbers
    )
    return sum(not _holds_word(index, coverage.entry, of_one) for of_one in ways)


def _holds_word(index: Index, entry: int, ways: list[str]) -> bool:
    return bool(index.terms.held(index.terms.find(word_keys(ways)), entry).any())


@compiled(
    several(f64, f64, f64, f64),
    several(given(u32), given(i64), given(f64), given(f64), given(flag)),
    *(given(u32), i64, several(given(u32), given(f32))),
)
def _shares(
    words: tuple[Keys, Ints, Floats, Floats, NDArray[np.bool_]],
    starts: NDArray[np.uint32],
    size: int,
    general: tuple[Keys, NDArray[np.float32]],
) -> tuple[float, float, float, float]:
    """`named`, `strange`, `foreign` and `common` of words, means by what the words are worth.

    `words` are their keys, terms, worth, how far they are named, and which are strange; `starts`
    those of the postings of a base of `size` entries.
    """
    keys, terms, worth, naming, is_strange = words
    known, shares = general
    named = strange = foreign = common = 0.0
    for word, term in enumerate(terms):
        at = np.searchsorted(known, keys[word])
        share = shares[at] if at < len(known) and known[at] == keys[word] else 0.0
        here = ((starts[term + 1] - starts[term] if term >= 0 else 0) + 0.5) / (size + 1)
        ratio = np.log((share + _UNSEEN_RATIO) / (here + _UNSEEN_RATIO))
        named += worth[word] * naming[word]
        strange += worth[word] * is_strange[word]
        foreign += worth[word] * max(ratio, 0.0)
        common += worth[word] * np.log10(share + _UNSEEN_SHARE)
    total = max(worth.sum(), 1e-9)
    return named / total, strange / total, foreign / total, common / total


@compiled(
    f64,
    *(several(given(u32), given(i64), given(u32)), several(given(i32), given(f32))),
    *(given(u32), DOCUMENTS, i64),
)
def _said(
    told: tuple[Keys, Ints, Keys],
    scaled: tuple[NDArray[np.int32], NDArray[np.float32]],
    starts: NDArray[np.uint32],
    documents: Holders,
    title: int,
) -> float:
    """What the sounds of a question that a title holds are worth.

    `told` are the keys and terms of the question with its variants, and its own keys alone;
    `scaled` the terms of phrasings, -1 for none, and the worth of terms.
    """
    (every, terms, own), (phrased, worth) = told, scaled
    said, place = 0.0, 0
    for key in own:
        if key >> 30 != _SOUNDS:
            break
        while every[place] != key:
            place += 1
        term = terms[place]
        phrasing = phrased[term] if term >= 0 else -1
        if phrasing >= 0:
            holders = documents[starts[phrasing] : starts[phrasing + 1]]
            at = np.searchsorted(holders, title)
            if at < len(holders) and holders[at] == title:
                said += worth[term]
    return said
