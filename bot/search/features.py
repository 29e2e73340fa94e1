"""The short list for a question, and the numbers that describe each entry on it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.compiled import compiled, f64, filled, given, i64, inner, several, u8, u32
from bot.search.coverage import Spoken, spoken
from bot.search.evidence import WINDOWS, Evidence, gather, nearly_said
from bot.search.grams import Codes, Family, Keys, Weighed
from bot.search.index import Index
from bot.search.model import Model
from bot.search.understanding import Asked
from bot.search.weights import Scales, scales

SHORT_LIST = 15  # more than are shown, for the windows lift some
FIRST_STAGE = ("sounds", "words", "grams", "ask_sounds", "ask_words")
FEATURES = (*FIRST_STAGE, *WINDOWS, "title")
_SOUNDS, _WORDS = int(Family.SOUNDS), int(Family.WORDS)  # plain numbers, as kernels take them
_RARE = 3.0  # weight of a word that stands in about one entry of twenty

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """How much a question says, and how much of it the base has ever heard of."""

    known: float  # share of its sounds' worth that stands anywhere in the base, 0..1
    mass: float  # worth of its words: rarity times reliability
    rare: float  # … of those that stand in few entries


@dataclass(frozen=True, slots=True)
class ShortList:
    """The entries worth a closer look, in no order that matters."""

    entries: Ints  # (n,) numbers of entries
    matrix: Floats  # (n, features) in the order of FEATURES
    evidence: Evidence
    weighed: Weighed  # what was sought
    said: Spoken  # … and its words
    knowledge: Knowledge


def short_list(index: Index, model: Model, asked: Asked) -> ShortList | None:
    """The best entries of the first stage with their features; None when nothing matches."""
    if not index.ids:
        return None
    using = scales(index, model)
    weighed = using.weigh(asked.keys, asked.variants, len(asked.query.terms))
    first = _first_stage(index, using, weighed)
    entries = _best(first, model.first_stage, SHORT_LIST)
    if not len(entries):
        return None
    said = spoken(weighed, asked.query.terms)
    shares = weighed.keys, weighed.terms, weighed.share
    evidence = gather(index.layout, *_sought(shares, said.places, said.letters), entries)
    *told, title = first[:, entries]
    nearly = _nearly(index, using, weighed, asked.letters, entries)
    title += nearly * (title + nearly)  # a wrong letter is believed by what is right beside it
    matrix = np.column_stack([*told, evidence.shares, np.minimum(title, 1.0)])
    return ShortList(entries, matrix, evidence, weighed, said, _knowledge(weighed))


def _first_stage(index: Index, using: Scales, weighed: Weighed) -> Floats:
    """The features of FIRST_STAGE, and that of the title, for every entry: (6, entries)."""
    asks, scores = index.asks, index.terms.scores(weighed.terms, weighed.share)
    alike = slice(weighed.of(Family.WORDS).stop)
    terms = weighed.terms[alike]
    weights = np.array([weighed.share[alike], using.worth[terms]])
    sums = asks.terms.sums(using.terms_of_asks(terms), weights)
    return np.concatenate([scores, _agreement(sums, using.totals, asks.starts)])


def _nearly(index: Index, using: Scales, weighed: Weighed, letters: Codes, entries: Ints) -> Floats:
    """How much of each title the question says but for one wrong letter here and there, 0..1."""
    layout, said = index.layout, weighed.keys[weighed.of(Family.SOUNDS)]
    laid = layout.letters, layout.passages, layout.entries
    worth = nearly_said(laid, entries, letters, said, (index.terms.keys, using.worth))
    nearly: Floats = worth / using.totals[index.asks.starts[entries], 0]
    return nearly


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
    """The sounds to look for, and what each is worth by itself and in the words, (2, sounds).

    By themselves those count that some entry holds; the share of a word is spread over its sounds,
    so that a short name counts like a long one. `weighed` are keys, terms and shares; `words` have
    a blank behind each, and stand at these places of it.
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


def _knowledge(weighed: Weighed) -> Knowledge:
    heard, known, rare = _worths(weighed.keys, weighed.terms, weighed.weights)
    return Knowledge(known / max(heard, 1e-9), float(weighed.totals[Family.WORDS]), rare)


@compiled(several(f64, f64, f64), given(u32), given(i64), given(f64))
def _worths(keys: Keys, terms: Ints, weights: Floats) -> tuple[float, float, float]:
    """What the sounds are worth, those of them that some entry holds, and the rare words."""
    heard = known = rare = 0.0
    for place, weight in enumerate(weights):
        if keys[place] >> 30 == _SOUNDS:
            heard += weight
            known += weight * (terms[place] >= 0)
        elif keys[place] >> 30 == _WORDS:
            rare += weight * (weight > _RARE)
    return heard, known, rare


@compiled(filled(f64, 2), given(f64, 3), given(f64, 2), given(i64))
def _agreement(sums: Floats, totals: Floats, starts: Ints) -> Floats:
    """How well question and best ask of each entry cover each other, 0..1, and how much of its
    title the question says: (3, entries).

    The first by sounds, and by words; the last by sounds. `sums` are what an ask holds of the
    question, as a share, and what that is worth, (asks, 2, 2); the asks of entry e are
    `starts[e]` to `starts[e + 1]`, its title first.
    """
    best = np.zeros((3, len(starts) - 1), np.float64)
    for entry in range(len(starts) - 1):
        title = starts[entry]
        best[2, entry] = sums[title, 0, 1] / totals[title, 0]
        for ask in range(starts[entry], starts[entry + 1]):
            for of in range(2):
                there, back = min(sums[ask, of, 0], 1.0), sums[ask, of, 1] / totals[ask, of]
                if there > 0:
                    both = 2 * there * back / max(there + back, 1e-9)
                    best[of, entry] = max(best[of, entry], both)
    return best


@compiled(filled(i64), given(f64, 2), given(f64), i64)
def _best(first: Floats, weights: Floats, most: int) -> Ints:
    """The entries of the highest weighted sums above 0, best first; ties go to the lower number."""
    best, kept = np.empty(most, np.int64), np.empty(most, np.float64)
    count = 0
    for entry in range(first.shape[1]):
        score = 0.0
        for feature in range(len(weights)):
            score += weights[feature] * first[feature, entry]
        if score > (kept[most - 1] if count == most else 0.0):
            place = min(count, most - 1)
            while place and kept[place - 1] < score:
                kept[place], best[place] = kept[place - 1], best[place - 1]
                place -= 1
            kept[place], best[place] = score, entry
            count = min(count + 1, most)
    return best[:count]
