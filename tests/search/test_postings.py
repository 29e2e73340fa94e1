"""Letters as numbers, and postings against the slow and obvious count."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.search.folding import fold
from bot.search.grams import Family, encode, family, gram_keys, grams, sound_keys, word_keys
from bot.search.postings import Postings

LETTERS = st.text("กขคง่าิabc012", max_size=30)


@given(LETTERS, st.integers(1, 4))
def test_equal_grams_have_equal_keys(text: str, size: int) -> None:
    """Two places of a text share a key exactly if they share their letters."""
    keys = grams(encode(text), size).tolist()
    pieces = [text[at : at + size] for at in range(max(len(text) - size + 1, 0))]
    assert len(pieces) == len(keys)
    assert len(set(pieces)) == len(set(keys))
    assert len(set(pieces)) == len(set(zip(pieces, keys, strict=True)))


@given(st.lists(LETTERS, min_size=1, max_size=8))
def test_postings_hold_what_was_put_in(texts: list[str]) -> None:
    """Every key is found in just the documents that have it, and nowhere else."""
    cut = [grams(encode(text), 2) for text in texts]
    owner = np.repeat(np.arange(len(cut)), [len(keys) for keys in cut])
    postings = Postings.build(np.concatenate(cut), owner, len(texts))
    for key in {int(key) for keys in cut for key in keys}:
        (term,) = postings.find(np.array([key], np.uint32)).tolist()
        holders = [number for number, keys in enumerate(cut) if key in keys]
        assert holders == postings.holders(term).tolist()
        assert len(holders) == postings.frequency(np.array([term]))[0]


@given(st.lists(LETTERS, min_size=2, max_size=8))
def test_scores_add_up(texts: list[str]) -> None:
    """The score of a document is the weighted sum of the impacts of the terms it holds."""
    cut = [grams(encode(text), 2) for text in texts]
    owner = np.repeat(np.arange(len(cut)), [len(keys) for keys in cut])
    postings = Postings.build(np.concatenate(cut), owner, len(texts))
    terms = np.arange(len(postings.keys))
    weights = np.arange(1.0, len(terms) + 1)
    expected = np.zeros((len(Family), len(texts)))
    for term in terms.tolist():
        impacts = postings.impacts[postings.starts[term] : postings.starts[term + 1]] / 255
        expected[Family.SOUNDS, postings.holders(term)] += weights[term] * impacts
    assert np.allclose(expected, postings.scores(terms, weights))


@given(LETTERS)
def test_families_share_no_key(text: str) -> None:
    """The key of a word, of a sound and of a gram each tell their family."""
    codes = encode(text)
    assert {Family.SOUNDS} >= set(family(sound_keys(codes)).tolist())
    assert {Family.WORDS} == set(family(word_keys([text])).tolist())
    assert {Family.GRAMS} >= set(family(gram_keys(codes)).tolist())


def test_an_unknown_key_is_minus_one() -> None:
    """What no document holds has no term, no holders and no frequency."""
    postings = Postings.build(word_keys(["เรือ"]), np.zeros(1, np.int64), 1)
    assert [-1] == postings.find(word_keys(["รถ"])).tolist()
    assert [0] == postings.frequency(np.array([-1])).tolist()
    assert [False] == postings.held(np.array([-1]), 0).tolist()


def test_homophones_fold_alike() -> None:
    """Common misspellings sound like the word that was meant."""
    pairs = (
        ("ทหานเกน", "ทหารเกณฑ์"),
        ("บริสัด", "บริษัท"),
        ("สมัค", "สมัคร"),
        ("อาหาน", "อาหาร"),
        ("เกษียน", "เกษียณ"),
        ("ไห้", "ให้"),
        ("ประเทด", "ประเทศ"),
    )
    assert [] == [pair for pair in pairs if fold(pair[0]) != fold(pair[1])]
