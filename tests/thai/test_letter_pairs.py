"""Letter pairs against the slow and obvious count."""

import math
from collections import Counter
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.thai.letter_pairs import ENGLISH_LETTERS, LetterPairs, count, no_pairs
from tests.thai.strategies import message

TEXTS = st.lists(st.tuples(st.text("abc 0^."), st.integers(1, 9)), max_size=6)
USUAL = ("a cab ^0.", 10)


def counted(texts: list[tuple[str, int]]) -> Counter[tuple[str, str]]:
    pairs = Counter[tuple[str, str]]()
    for text, times in texts:
        pairs.update(dict.fromkeys(pairwise(text), 0))
        for pair in pairwise(text):
            pairs[pair] += times
    return pairs


def learned(texts: list[tuple[str, int]]) -> LetterPairs:
    found, usual = no_pairs(ENGLISH_LETTERS), no_pairs(ENGLISH_LETTERS)
    count([text for text, _ in texts], [times for _, times in texts], ENGLISH_LETTERS, found)
    count([USUAL[0]], [USUAL[1]], ENGLISH_LETTERS, usual)
    return LetterPairs.learn(ENGLISH_LETTERS, found, usual)


@given(TEXTS)
def test_pairs_are_counted_inside_of_texts(texts: list[tuple[str, int]]) -> None:
    """Each as often as its text, and none from one text into the next."""
    pairs = no_pairs(ENGLISH_LETTERS)
    count([text for text, _ in texts], [times for _, times in texts], ENGLISH_LETTERS, pairs)
    rows = {letter: ENGLISH_LETTERS[ord(letter)] for letter in "abc 0^."}
    expected = counted(texts)
    assert sum(expected.values()) == pairs.sum()
    assert all(times == pairs[rows[a], rows[b]] for (a, b), times in expected.items())


@given(TEXTS)
def test_some_letter_follows(texts: list[tuple[str, int]]) -> None:
    """The likelihoods of all that may follow a letter add up to one."""
    follows = learned(texts).follows
    some = [ENGLISH_LETTERS[ord(letter)] for letter in "abc 0^"]
    assert all(math.isclose(1.0, np.exp(follows[row]).sum(), abs_tol=1e-3) for row in some)


@given(message, TEXTS)
def test_a_text_is_as_likely_as_its_pairs(text: str, texts: list[tuple[str, int]]) -> None:
    """Between blanks, whatever letters it has; those of no alphabet are unlikely."""
    pairs = learned(texts)
    row = {letter: int(ENGLISH_LETTERS[ord(letter)]) for letter in map(chr, range(0x80))}
    expected = sum(pairs.follows[row.get(a, 0), row.get(b, 0)] for a, b in pairwise(f" {text} "))
    assert math.isclose(expected, pairs.score(text), abs_tol=1e-6)
    assert pairs.score("ขa") < pairs.score("ca")
