"""The short list for a question, and the features of each entry on it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.compiled import compiled, f32, f64, filled, given, i32, i64, inner, several, u8, u32
from bot.search.constraints import constraints_of, contradicted
from bot.search.coverage import SpokenWords
from bot.search.evidence import WINDOWS, Evidence, gather, nearly_said
from bot.search.grams import Codes, Family, Floats, Ints, Keys, WeightedQuestion
from bot.search.index import Index
from bot.search.model import Model
from bot.search.postings import DOCUMENTS, Holders
from bot.search.understanding import AnalysedQuestion
from bot.search.weights import TermWeights, term_weights

SHORT_LIST = 15  # more than are shown, for the windows lift some
FIRST_STAGE = ("sounds", "words", "grams", "ask_sounds", "ask_words")
FEATURES = (*FIRST_STAGE, *WINDOWS, "title")
_NOBODY = -1
_OF_ANOTHER = 0.1  # off the score of an entry of another year, province or agency than asked
_WINDOWS = slice(len(FIRST_STAGE), len(FIRST_STAGE) + len(WINDOWS))
_SOUNDS, _WORDS = int(Family.SOUNDS), int(Family.WORDS)  # plain numbers, as kernels take them


@dataclass(frozen=True, slots=True)
class ShortList:
    """The entries worth a closer look, in no particular order."""

    entries: Ints  # (n,) numbers of entries
    matrix: Floats  # (n, features) in the order of FEATURES
    less: Floats  # (n,) what is taken off the score of each
    evidence: Evidence
    weighed: WeightedQuestion  # what was sought
    said: SpokenWords  # … and its words


def short_list(
    index: Index, model: Model, asked: AnalysedQuestion, wanted: int = _NOBODY
) -> ShortList | None:
    """The best entries of the first stage with their features; None when nothing matches.

    Where an entry is `wanted`, by its number, the list only says whether that comes first: it is
    None without it, and other entries may lack their windows.
    """
    if not index.ids:
        return None
    weights = term_weights(index, model)
    weighed = weights.weigh(asked.keys, asked.variants, len(asked.query.terms))
    entries, told = _first_stage(index, model, weights, weighed)
    rows = {entry: row for row, entry in enumerate(entries.tolist())}
    if not rows or (wanted != _NOBODY and wanted not in rows):
        return None
    said = SpokenWords.of(weighed, asked.query.terms, asked.spelt, asked.words)
    less = _less(index, asked, entries)
    shares = weighed.keys, weighed.terms, weighed.share
    nearly = _nearly(index, weights, weighed, asked.letters, entries)
    matrix, ahead = _described(
        (told, nearly), (weights.totals, index.phrasings.starts), entries, (model.fusion, less)
    )
    race = ahead, model.fusion[_WINDOWS], rows.get(wanted, -1)
    sought = _sought(shares, said.places, said.letters)
    evidence = gather(index.layout, *sought, entries, race)
    matrix[:, _WINDOWS] = evidence.shares
    return ShortList(entries, matrix, less, evidence, weighed, said)


def _less(index: Index, asked: AnalysedQuestion, entries: Ints) -> Floats:
    """What is subtracted from the score of each entry: for another year, place or agency."""
    less = np.zeros(len(entries))
    if constraints := constraints_of(asked.query):
        others = contradicted(index, entries, constraints, day=asked.query.wants_day)
        less[others] = _OF_ANOTHER
    return less


def _first_stage(
    index: Index, model: Model, weights: TermWeights, weighed: WeightedQuestion
) -> tuple[Ints, Floats]:
    """The best entries, and their features of FIRST_STAGE and that of the title: (n, 6)."""
    phrasings, sought = index.phrasings, (weighed.keys, weighed.terms, weighed.share)
    scores = index.terms.scores(*sought)
    scaled = weights.phrased, weights.worth, weights.totals
    documents, listed = phrasings.terms.documents, (phrasings.terms.starts, phrasings.starts)
    return _first((scores, model.first_stage), sought, scaled, listed, documents)


def _nearly(
    index: Index, weights: TermWeights, weighed: WeightedQuestion, letters: Codes, entries: Ints
) -> Floats:
    """What the question says of each title, wrong letters forgiven, is worth."""
    layout, worth = index.layout, (index.terms.keys, weights.worth)
    laid = layout.letters, layout.passages, layout.entries
    return nearly_said(laid, entries, letters, weighed.keys, worth)


@inner
def _place(sounds: Keys, ordered: int, sound: int) -> int:
    """Where a sound stands, or is to stand; the first so many are in order."""
    place = int(np.searchsorted(sounds[:ordered], sound))
    if place < ordered and sounds[place] == sound:
        return place
    place = ordered
    while place < len(sounds) and sounds[place] != sound:
        place += 1
    return place


@compiled(
    several(filled(u32), filled(f64, 2)),
    *(several(given(u32), given(i64), given(f64)), given(i64), given(u8)),
)
def _sought(weighed: tuple[Keys, Ints, Floats], places: Ints, words: Codes) -> tuple[Keys, Floats]:
    """The sounds to look for, and what each is worth by itself and in the words: (2, sounds).

    By themselves only those count that some entry holds; the share of a word is spread over its
    sounds, so that a short name counts like a long one. `weighed` are keys, terms and shares;
    `words` have a blank behind each, and stand at these `places` of it.
    """
    keys, terms, share = weighed
    most, alone = len(keys) + len(words), 0
    sounds, worth = np.empty(most, np.uint32), np.zeros((most, 2))
    for place, key in enumerate(keys):
        if key >> 30 == _SOUNDS and terms[place] >= 0:
            sounds[alone], worth[alone, 0] = key, share[place]
            alone += 1
    count, start = alone, 0
    for word, end in enumerate(np.flatnonzero(words == 0)):
        for at in range(start, end - 2):
            sound = np.uint32(words[at]) << 16 | np.uint32(words[at + 1]) << 8 | words[at + 2]
            place = _place(sounds[:count], alone, sound)
            sounds[place], count = sound, max(count, place + 1)
            worth[place, 1] += share[places[word]] / (end - 2 - start)
        start = int(end) + 1
    return sounds[:count].copy(), worth[:count].T.copy()


@inner
def _sums(
    sought: tuple[Keys, Ints, Floats],
    scaled: tuple[NDArray[np.int32], NDArray[np.float32], Floats],
    starts: NDArray[np.uint32],
    documents: Holders,
) -> Floats:
    """The share of the question that each phrasing holds, and its worth: (phrasings, 2, 2).

    By sounds, and by words. `scaled` are the numbers of terms among those of phrasings, -1 for
    none, and what terms are worth.
    """
    (keys, terms, share), (phrased, worth, totals) = sought, scaled
    sums, spans = np.zeros((len(totals), 2, 2), np.float64), np.zeros((2, len(terms)), np.uint32)
    for place, term in enumerate(terms):  # first, so that nobody waits for memory on the way
        own = phrased[term] if term >= 0 and keys[place] >> 30 <= _WORDS else -1
        if own >= 0:
            spans[0, place], spans[1, place] = starts[own], starts[own + 1]
    for place, term in enumerate(terms):
        of = keys[place] >> 30
        for document in documents[spans[0, place] : spans[1, place]]:
            sums[document, of, 0] += share[place]
            sums[document, of, 1] += worth[term]
    return sums


@inner
def _agreement(sums: Floats, totals: Floats, starts: Ints) -> Floats:
    """How well question and best phrasing of each entry cover each other, 0..1: (2, entries).

    By sounds, and by words. `sums` are as above; the phrasings of entry e are `starts[e]` to
    `starts[e + 1]`.
    """
    best = np.zeros((2, len(starts) - 1), np.float64)
    for entry in range(len(starts) - 1):
        for phrasing in range(starts[entry], starts[entry + 1]):
            for of in range(2):
                there = min(sums[phrasing, of, 0], 1.0)
                if there > 0:
                    back = sums[phrasing, of, 1] / totals[phrasing, of]
                    both = 2 * there * back / max(there + back, 1e-9)
                    best[of, entry] = max(best[of, entry], both)
    return best


@inner
def _best(first: Floats, weights: Floats, most: int) -> Ints:
    """The entries of the highest weighted sums above 0, best first; ties go to the lower number."""
    best, kept = np.empty(most, np.int64), np.empty(most, np.float64)
    scores, count = np.zeros(first.shape[1]), 0
    for feature in range(len(weights)):
        scores += weights[feature] * first[feature]
    for entry, score in enumerate(scores):
        if score > (kept[most - 1] if count == most else 0.0):
            place = min(count, most - 1)
            while place and kept[place - 1] < score:
                kept[place], best[place] = kept[place - 1], best[place - 1]
                place -= 1
            kept[place], best[place] = score, entry
            count = min(count + 1, most)
    return best[:count]


@compiled(
    several(filled(i64), filled(f64, 2)),
    *(several(given(f64, 2), given(f64)), several(given(u32), given(i64), given(f64))),
    *(several(given(i32), given(f32), given(f64, 2)), several(given(u32), given(i64)), DOCUMENTS),
)
def _first(
    scored: tuple[Floats, Floats],
    sought: tuple[Keys, Ints, Floats],
    scaled: tuple[NDArray[np.int32], NDArray[np.float32], Floats],
    listed: tuple[NDArray[np.uint32], Ints],
    documents: Holders,
) -> tuple[Ints, Floats]:
    """See `_first_stage`; `scored` are the scores of entries, (3, entries), and the weights of all
    features, `listed` where the documents of a term and the phrasings of an entry begin, its title
    first.
    """
    (scores, weights), (starts, phrasings), totals = scored, listed, scaled[2]
    sums = _sums(sought, scaled, starts, documents)
    first = np.concatenate((scores, _agreement(sums, totals, phrasings)))
    entries = _best(first, weights, SHORT_LIST)
    told = np.empty((len(entries), len(first) + 1))
    for row, entry in enumerate(entries):
        for feature, of_each in enumerate(first):
            told[row, feature] = of_each[entry]
        title = phrasings[entry]
        told[row, -1] = sums[title, 0, 1] / totals[title, 0]  # how much of it the question says
    return entries, told


@compiled(
    several(filled(f64, 2), filled(f64)),
    *(several(given(f64, 2), given(f64)), several(given(f64, 2), given(i64)), given(i64)),
    several(given(f64), given(f64)),
)
def _described(
    told: tuple[Floats, Floats],
    phrasings: tuple[Floats, Ints],
    entries: Ints,
    scored: tuple[Floats, Floats],
) -> tuple[Floats, Floats]:
    """The features of entries without those of their windows, and their scores by these.

    `told` are the features of the first stage and what is nearly said of titles, `phrasings` the
    worth of phrasings and where those of an entry begin, `scored` the weights of the features and
    what is subtracted. What is nearly said counts by what is right beside it.
    """
    (told_first, nearly), (totals, starts), (weights, less) = told, phrasings, scored
    stage = told_first.shape[1] - 1
    matrix = np.zeros((len(entries), len(weights)))
    for row, entry in enumerate(entries):
        right, near = told_first[row, -1], nearly[row] / totals[starts[entry], 0]
        matrix[row, :stage] = told_first[row, :-1]
        matrix[row, -1] = min(right + near * (right + near), 1.0)
    return matrix, (matrix * weights).sum(axis=1) - less * weights.sum()
