"""Letters as numbers, and postings against the slow and obvious count."""

import zlib

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.search.folding import fold
from bot.search.grams import (
    Family,
    Ints,
    Keys,
    encode,
    family,
    gram_keys,
    grams,
    sound_keys,
    word_keys,
)
from bot.search.postings import Postings, pack

LETTERS = st.text("กขคง่าิabc012", max_size=30)


def _postings(keys: Keys, documents: Ints, size: int, most: int | None = None) -> Postings:
    """From one (key, document) pair for each occurrence."""
    return Postings.merge([pack(keys, documents)], size, most)


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
    postings = _postings(np.concatenate(cut), owner, len(texts))
    for key in {int(key) for keys in cut for key in keys}:
        (term,) = postings.find(np.array([key], np.uint32)).tolist()
        holders = [number for number, keys in enumerate(cut) if key in keys]
        assert holders == postings.holders(term).tolist()
        assert len(holders) == postings.frequency(np.array([term]))[0]


def built(texts: list[str], size: int, most: int | None = None) -> Postings:
    """The sounds, words and grams of texts, each text at a place of its own."""
    cut = [
        np.concatenate([sound_keys(encode(t)), word_keys(t.split("ก")), gram_keys(encode(t))])
        for t in texts
    ]
    owner = np.repeat(np.arange(len(cut)), [len(keys) for keys in cut])
    return _postings(np.concatenate(cut), owner, size, most)


SIZES = st.sampled_from((8, 1 << 16, (1 << 16) + 1))  # two bytes a document, and four
TEXTS = st.lists(LETTERS, min_size=1, max_size=8)


@settings(max_examples=60)
@given(TEXTS, SIZES, st.integers(0, 5))
def test_scores_add_up(texts: list[str], size: int, most: int) -> None:
    """The score of a document is the weighted sum of the impacts of the terms it holds.

    Sounds and grams that more than some documents hold are counted, and count nothing.
    """
    postings, listed = built(texts, size), built(texts, size, most)
    terms = np.arange(-1, len(postings.keys))
    weights = np.arange(1.0, len(terms) + 1)
    expected = np.zeros((len(Family), size))
    for term, weight in zip(terms[1:].tolist(), weights[1:].tolist(), strict=True):
        of = int(family(postings.keys[term : term + 1])[0])
        impacts = postings.impacts[postings.starts[term] : postings.starts[term + 1]] / 255
        if of == Family.WORDS or len(impacts) <= most:
            expected[of, postings.holders(term)] += weight * impacts
    assert np.allclose(expected, listed.scores(postings.keys[terms], terms, weights))
    assert np.array_equal(postings.frequency(terms), listed.frequency(terms))
    assert len(listed.documents) + listed.counts.sum() == len(postings.documents)


@settings(max_examples=60)
@given(TEXTS, SIZES)
def test_worth_adds_up(texts: list[str], size: int) -> None:
    """That of the sounds and of the words that a document holds, each for itself."""
    postings = built(texts, size)
    worth = np.arange(1, len(postings.keys) + 1, dtype=np.float64)
    expected = np.zeros((size, 2))
    for term, value in enumerate(worth.tolist()):
        if (of := int(family(postings.keys[term : term + 1])[0])) <= Family.WORDS:
            expected[postings.holders(term), of] += value
    assert np.array_equal(expected, postings.totals(worth))


@settings(max_examples=60)
@given(TEXTS, SIZES)
def test_a_document_holds_what_it_is_listed_under(texts: list[str], size: int) -> None:
    """Asked for a document, or for its terms, postings tell the same."""
    postings = built(texts, size)
    terms = np.arange(-1, len(postings.keys))
    for document in (*range(len(texts)), size - 1):
        listed = [term >= 0 and document in postings.holders(term) for term in terms.tolist()]
        assert listed == postings.held(terms, document).tolist()


@settings(max_examples=60)
@given(TEXTS, SIZES, st.integers(0, 3), st.data())
def test_documents_are_found_that_hold_all_of_several_keys(
    texts: list[str], size: int, most: int, data: st.DataObject
) -> None:
    """As far as these are listed: of common ones nothing is known, and none holds a strange one."""
    postings = built(texts, size, most)
    every = range(len(postings.keys))
    terms = data.draw(st.lists(st.sampled_from(every), unique=True)) if every else []
    listed = [set(postings.holders(one).tolist()) for one in terms if one not in postings.common]
    held = postings.holding(postings.keys[terms])
    assert (held is None) == (not listed)
    assert held is None or set(held.tolist()) == set.intersection(*listed)
    strange = postings.holding(np.array([2**32 - 1], np.uint32))
    assert strange is not None
    assert not len(strange)


@given(st.lists(st.text(st.characters(min_codepoint=1, codec="utf-8"))))
def test_the_key_of_a_word_is_a_checksum(words: list[str]) -> None:
    """That of its UTF-8, in whatever letters it is written."""
    checksums = [zlib.crc32(word.encode()) >> 2 for word in words]
    assert [Family.WORDS << 30 | one for one in checksums] == word_keys(words).tolist()


@given(LETTERS)
def test_families_share_no_key(text: str) -> None:
    """The key of a word, of a sound and of a gram each tell their family."""
    codes = encode(text)
    assert {Family.SOUNDS} >= set(family(sound_keys(codes)).tolist())
    assert {Family.WORDS} == set(family(word_keys([text])).tolist())
    assert {Family.GRAMS} >= set(family(gram_keys(codes)).tolist())


KEYS = st.lists(st.integers(0, 40) | st.integers(0, (3 << 30) - 1), max_size=40)


@given(KEYS, KEYS)
def test_keys_are_found_in_any_order(held: list[int], asked: list[int]) -> None:
    """Each at its place among the sorted ones, the lowest and the highest too."""
    owner = np.zeros(len(held), np.int64)
    postings = _postings(np.array(held, np.uint32), owner, 1)
    places = {key: place for place, key in enumerate(sorted(set(held)))}
    found = postings.find(np.array(asked + held, np.uint32))
    assert [places.get(key, -1) for key in asked + held] == found.tolist()


def test_an_unknown_key_is_minus_one() -> None:
    """What no document holds has no term, no holders and no frequency."""
    postings = _postings(word_keys(["เรือ"]), np.zeros(1, np.int64), 1)
    assert [-1] == postings.find(word_keys(["รถ"])).tolist()
    empty = _postings(word_keys([]), np.zeros(0, np.int64), 0)
    assert [-1] == empty.find(word_keys(["รถ"])).tolist()
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
