"""The noise that training and benchmarks make: repeatable, and nothing makes it or ranking fail."""

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import noise
from tests.search.sample import sample
from tests.search.test_ranking import PLAIN, ask

FOUND = 0.85  # of the plain questions of the sample, whatever the noise


def chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311


@pytest.mark.parametrize("kind", noise.KINDS)
@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(), max_size=120), seed=st.integers(0, 99))
def test_no_text_makes_noise_raise(kind: str, text: str, seed: int) -> None:
    """Any characters can be spoilt; the same source of chance spoils them alike."""
    spoil = noise.KINDS[kind]
    assert spoil(chance(seed), text) == spoil(chance(seed), text)


@pytest.mark.parametrize("kind", noise.KINDS)
def test_entries_are_found_through_noise(kind: str) -> None:
    """Under every kind of noise most plain questions of the sample find their entry."""
    source = chance(7)
    asked = sample()[1][PLAIN::3]
    found = Counter(
        ask(noise.KINDS[kind](source, text)).matches[0].entry_id == entry for text, entry in asked
    )
    assert found[True] >= FOUND * len(asked)
