"""Evidence against the slow and obvious count."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.search.evidence import gather, heard
from bot.search.grams import encode, sound_keys
from bot.search.index import Layout

WIDE, CLOSE = 200, 56  # letters
LETTERS = st.text("กขคง", max_size=120)
ENTRIES = st.lists(st.lists(LETTERS, min_size=1, max_size=5), min_size=1, max_size=4)

Worth = dict[str, float]


def ended(text: str) -> str:
    """A passage with the blank that ends it."""
    return f"{text}\0"


def layout(entries: list[list[str]]) -> Layout:
    """The passages of entries laid end to end."""
    passages = [ended(text) for entry in entries for text in entry]
    starts = np.cumsum([0, *map(len, passages)])
    return Layout(encode("".join(passages)), starts, np.cumsum([0, *map(len, entries)]))


def sound_at(text: str, at: int) -> str:
    """The three letters from a place on; a blank ends a sound."""
    return text[at : at + 3].partition("\0")[0]


def best(text: str, width: int, worth: Worth) -> float:
    """What the best stretch of so many letters of a text is worth."""
    told = [sound_at(text, at) for at in range(len(text))]
    inside = ({*told[start : start + width]} for start in range(len(text)))
    return max(sum(worth.get(sound, 0.0) for sound in sounds) for sounds in inside)


@settings(max_examples=60, deadline=None)
@given(ENTRIES, LETTERS)
def test_the_best_windows_are_found(entries: list[list[str]], question: str) -> None:
    """Of all stretches of so many letters those that hold most of what the question is worth."""
    sounds = sorted({question[at : at + 3] for at in range(len(question) - 2)})
    alone = {sound: float(5**place % 17) for place, sound in enumerate(sounds)}
    within = {sound: float(3**place % 7) for place, sound in enumerate(sounds)}
    keys = np.concatenate([np.zeros(0, np.uint32), *(sound_keys(encode(s)) for s in sounds)])
    weights = np.array([[*alone.values()], [*within.values()]])
    chosen = [*range(len(entries))][::-1]
    evidence = gather(layout(entries), keys, weights, np.array(chosen))
    for place, entry in enumerate(chosen):
        text = "".join(map(ended, entries[entry]))
        windows = [best(text, WIDE, alone), best(text, CLOSE, within)]
        assert windows == evidence.shares[place].tolist()


@pytest.mark.parametrize("passage", range(4))
def test_the_best_passage_holds_what_was_sought(passage: int) -> None:
    """Wherever in an entry the words of a question stand, their passage is shown."""
    entry = ["ก" * 150 for _ in range(4)]
    entry[passage] = "ก" * 60 + "ขคงจฉ" + "ก" * 60
    keys = np.sort(sound_keys(encode("ขคงจฉ")))
    evidence = gather(layout([["ง" * 90], entry]), keys, np.ones((2, 3)), np.array([1]))
    assert evidence.best.tolist() == [1 + passage]


@given(st.lists(LETTERS, min_size=2, max_size=5), st.lists(LETTERS, max_size=5))
def test_words_are_heard_by_their_sounds(passages: list[str], words: list[str]) -> None:
    """The share of a word's sounds that stand in a text, and in the beginning of it."""
    edges = np.cumsum([0, len(ended(passages[0])), sum(map(len, map(ended, passages[1:])))])
    text = "".join(map(ended, passages))
    found = heard(encode(text), edges, encode("".join(f"{word}\0" for word in words)))
    for row, end in enumerate(edges[1:].tolist()):
        told = {sound_at(text, at) for at in range(end)}
        for word, share in zip(words, found[row].tolist(), strict=True):
            said = {word[at : at + 3] for at in range(len(word) - 2)}
            assert len(said & told) / max(len(said), 1) == share
