"""What terms are worth, the first stage and its fifteen, against the slow and obvious count."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.entries import Entry, KnowledgeBase
from bot.search import Index
from bot.search.features import _agreement, _best, _first_stage, _sought
from bot.search.finding import _in_order
from bot.search.grams import Keys, distinct, encode, sound_keys
from bot.search.model import Model
from bot.search.weights import TermWeights, _knowledge, term_weights
from tests.search.sample import sample_index

FAMILIES, GENERAL = 3, 300


def keys_of(numbers: list[int]) -> Keys:
    """Some keys that the sample knows, some that are known in general, some of neither."""
    tables = (sample_index().terms.keys, Model.load().terms.keys)
    every = [int(tables[n % 2][n * 7919 % len(tables[n % 2])]) if n % 3 else n for n in numbers]
    return distinct(np.array(every, np.uint32))


KEYS = st.lists(st.integers(0, 10_000), max_size=20).map(keys_of)


def worth(key: int) -> float:
    """Rarity in the sample and in general, times reliability."""
    postings, general = sample_index().terms, Model.load().terms
    (term,) = postings.find(np.array([key], np.uint32)).tolist()
    held = float(len(postings.holders(term))) if term >= 0 else 0.0
    reliability = 1.0
    if len(known := np.flatnonzero(general.keys == key)):
        held += GENERAL * float(general.share[known[0]])
        reliability = float(general.reliability[known[0]])
    return reliability * math.log(1 + (postings.size + GENERAL - held + 0.5) / (held + 0.5))


@settings(max_examples=25, deadline=None)
@given(KEYS, st.lists(KEYS, max_size=4), st.integers(0, 6))
def test_a_question_is_weighed(own: Keys, variants: list[Keys], words: int) -> None:
    """By the worth of its terms; a variant is worth an average word of it at most."""
    weighed = term_weights(sample_index(), Model.load()).weigh(own, variants, words)
    expected: dict[int, float] = {}
    totals = [0.0] * FAMILIES
    for key in own.tolist():
        expected[key] = worth(key)
        totals[key >> 30] += expected[key]
    for variant in variants:
        told = {key: worth(key) for key in variant.tolist()}
        for key, value in told.items():
            whole = sum(told[other] for other in told if other >> 30 == key >> 30)
            scale = min(1.0, totals[key >> 30] / max(words, 1) / whole)
            expected.setdefault(key, value * scale)
    assert sorted(expected) == weighed.keys.tolist()
    assert sample_index().terms.find(weighed.keys).tolist() == weighed.terms.tolist()
    assert np.allclose(totals, weighed.totals, rtol=1e-6)
    weights = np.array([expected[key] for key in weighed.keys.tolist()])
    assert np.allclose(weights, weighed.weights, rtol=1e-6)
    of = (weighed.keys >> 30).astype(int)
    assert np.allclose(weights / np.maximum(weighed.totals[of], 1e-9), weighed.share, rtol=1e-6)


@given(st.lists(st.tuples(st.integers(0, 2), st.booleans(), st.floats(0, 9)), max_size=30))
def test_what_is_known_of_a_question_is_added_up(told: list[tuple[int, bool, float]]) -> None:
    """The share of its sounds that some entry holds, and its rare words."""
    heard = sum(weight for of, _, weight in told if of == 0)
    known = sum(weight for of, is_known, weight in told if of == 0 and is_known)
    rare = sum(weight for of, _, weight in told if of == 1 and weight > 3)
    keys = np.array([of << 30 | 5 for of, _, _ in told], np.uint32)
    terms = np.array([is_known - 1 for _, is_known, _ in told], np.int64)
    weights = np.array([weight for _, _, weight in told], np.float64)
    assert np.allclose((known / max(heard, 1e-9), rare), _knowledge(keys, terms, weights))


def test_nothing_is_known_of_an_empty_base_or_in_general() -> None:
    """Every term of a question is as rare as can be."""
    none = np.zeros(0, np.float32)
    terms = replace(Model.load().terms, keys=np.zeros(0, np.uint32), reliability=none, share=none)
    index = Index.build(KnowledgeBase())
    weighed = TermWeights.of(index, terms).weigh(np.array([5, 9], np.uint32), (), 1)
    assert [math.log(1 + (GENERAL + 0.5) / 0.5)] * 2 == weighed.weights.tolist()
    assert [-1, -1] == weighed.terms.tolist()


def test_one_entry_is_weighed() -> None:
    """A base of a single title still has terms, and they are worth something."""
    index = Index.build(KnowledgeBase({"one": Entry("one", "เรือ", "")}))
    found = TermWeights.of(index, Model.load().terms)
    assert (found.worth > 0).all()
    assert (1, 2) == found.totals.shape


SHARES = st.floats(0, 2)


@given(st.lists(st.lists(st.tuples(SHARES, SHARES), min_size=1, max_size=4), min_size=1))
def test_the_best_ask_of_an_entry_counts(entries: list[list[tuple[float, float]]]) -> None:
    """How well it and the question cover each other is a harmonic mean."""
    asks = [ask for entry in entries for ask in entry]
    sums = np.array([[ask, ask[::-1]] for ask in asks])
    found = _agreement(sums, np.full((len(asks), 2), 2.0), np.cumsum([0, *map(len, entries)]))

    def both(there: float, back: float) -> float:
        share = min(there, 1.0)
        return 2 * share * back / 2 / max(share + back / 2, 1e-9)

    for entry, asked in enumerate(entries):
        assert math.isclose(max(both(*ask) for ask in asked), found[0, entry], abs_tol=1e-12)
        assert math.isclose(max(both(*ask[::-1]) for ask in asked), found[1, entry], abs_tol=1e-12)


def test_a_title_is_to_be_said() -> None:
    """The worth of those of its sounds that a question says, as a share of all."""
    index, model = sample_index(), Model.load()
    using = term_weights(index, model)
    for entry in range(0, len(index.ids), 20):
        title = distinct(sound_keys(index.layout.passage(int(index.layout.entries[entry]))))
        said = title[::2].copy()
        entries, told = _first_stage(index, model, using, using.weigh(said, (), 1))
        share = (
            using.worth[index.terms.find(said)].sum() / using.worth[index.terms.find(title)].sum()
        )
        assert told[entries == entry, -1].tolist() == pytest.approx([share])


@given(st.lists(st.integers(-2, 6), max_size=40), st.integers(1, 15))
def test_the_best_are_kept(scores: list[int], most: int) -> None:
    """The highest above nothing; of equals the ones of lower number."""
    kept = _best(np.array([scores, scores], np.float64), np.array([0.25, 0.75]), most)
    ordered = sorted(range(len(scores)), key=lambda entry: -scores[entry])
    assert [entry for entry in ordered if scores[entry] > 0][:most] == kept.tolist()


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=20), st.data())
def test_a_short_list_is_put_in_order(told: list[tuple[int, int]], data: st.DataObject) -> None:
    """By weighted mean, less for some; between equals the topic is first, then the lower number."""
    entries = np.array(data.draw(st.permutations(range(len(told)))), np.int64)
    topic = data.draw(st.integers(-1, len(told) - 1))
    matrix = np.array(told, np.float64).reshape(-1, 2)
    less = np.array(
        data.draw(st.lists(st.sampled_from([0.0, 0.5]), min_size=len(told), max_size=len(told)))
    )
    scores, order = _in_order(matrix, np.array([0.5, 1.5]), less, entries, topic)
    means = [one / 4 + 3 * other / 4 for one, other in told]
    assert [mean - off for mean, off in zip(means, less.tolist(), strict=True)] == scores.tolist()
    rows = [(-score, row != topic, entries[row]) for row, score in enumerate(scores.tolist())]
    assert sorted(range(len(told)), key=rows.__getitem__) == order.tolist()


@given(st.lists(st.text("กขค", min_size=1, max_size=6), max_size=6), st.data())
def test_sounds_are_sought_by_themselves_and_in_words(
    words: list[str], data: st.DataObject
) -> None:
    """By themselves those that are known; in words each with its part of what a word is worth."""
    keys = distinct(np.concatenate([np.zeros(0, np.uint32), *map(sound_keys, map(encode, words))]))
    known = data.draw(st.lists(st.booleans(), min_size=len(keys), max_size=len(keys)))
    keys = np.append(keys, np.arange(len(words)) + (1 << 30)).astype(np.uint32)
    terms = np.array([is_known - 1 for is_known in known] + [0] * len(words), np.int64)
    share, places = np.arange(1.0, len(keys) + 1), np.arange(len(known), len(keys))
    spread: dict[int, float] = {}
    for word, worth in zip(words, share[len(known) :].tolist(), strict=True):
        for sound in sound_keys(encode(word)).tolist():
            spread[sound] = spread.get(sound, 0.0) + worth / (len(word) - 2)
    letters = encode("".join(f"{word}\0" for word in words))
    sounds, (alone, within) = _sought((keys, terms, share), places, letters)
    told = zip(keys.tolist(), share.tolist(), known, strict=False)
    apart = {key: worth for key, worth, is_known in told if is_known}
    assert sorted(apart.keys() | spread.keys()) == sorted(sounds.tolist())
    assert [apart.get(sound, 0.0) for sound in sounds.tolist()] == alone.tolist()
    assert np.allclose([spread.get(sound, 0.0) for sound in sounds.tolist()], within)
