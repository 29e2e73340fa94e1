"""Evidence against the slow and obvious count."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.search.evidence import gather, heard
from bot.search.grams import encode, sound_keys
from bot.search.index import BLOCK, Layout

WIDE, NARROW, GAP = 9, 3, 9  # blocks
LETTERS = st.text("กขคง", max_size=70)
ENTRIES = st.lists(st.lists(LETTERS, min_size=1, max_size=6), min_size=1, max_size=5)


def padded(text: str) -> str:
    """A passage in whole blocks, the last letter blank."""
    return text.ljust((len(text) // BLOCK + 1) * BLOCK, "\0")


def layout(entries: list[list[str]]) -> Layout:
    """The passages of entries laid end to end."""
    passages = [padded(text) for entry in entries for text in entry]
    starts = np.cumsum([0, *map(len, passages)])
    return Layout(encode("".join(passages)), starts, np.cumsum([0, *map(len, entries)]))


def sound_at(text: str, at: int) -> str:
    """The three letters from a place on; a blank ends a sound."""
    return text[at : at + 3].partition("\0")[0]


def blocks(entry: list[str]) -> list[set[str]]:
    """The sounds that begin in each block of an entry, and in the gap behind it."""
    text = "".join(map(padded, entry))
    starts = range(0, len(text), BLOCK)
    told = [{sound_at(text, start + at) for at in range(BLOCK)} for start in starts]
    return [*told, *[set[str]()] * GAP]


@settings(max_examples=60)
@given(ENTRIES, LETTERS)
def test_the_best_windows_are_found(entries: list[list[str]], question: str) -> None:
    """Of all stretches of so many blocks the first that holds most of the question's worth."""
    sounds = sorted({question[at : at + 3] for at in range(len(question) - 2)})
    worth = {sound: float(5**place % 17) for place, sound in enumerate(sounds)}
    chosen = [*range(len(entries))][::-1]
    keys = np.concatenate([np.zeros(0, np.uint32), *(sound_keys(encode(s)) for s in sounds)])
    evidence = gather(layout(entries), keys, np.array([*worth.values()]), np.array(chosen))
    rows = [block for entry in chosen for block in blocks(entries[entry])]

    def weight(row: int, width: int) -> float:
        inside = set[str]().union(*rows[row : row + width])
        return float(sum(worth.get(sound, 0.0) for sound in inside))

    row = 0
    for place, entry in enumerate(chosen):
        size = len(blocks(entries[entry])) - GAP
        wide = [weight(start, WIDE) for start in range(row, row + size)]
        narrow = [weight(start, NARROW) for start in range(row, row + size + GAP)]
        assert [max(wide), max(narrow)] == evidence.shares[place].tolist()
        middle = min(wide.index(max(wide)) + WIDE // 2, size - 1)
        lengths = np.cumsum([len(padded(text)) // BLOCK for text in entries[entry]])
        passage = sum(map(len, entries[:entry])) + int(lengths.searchsorted(middle, "right"))
        assert passage == evidence.best[place]
        row += size + GAP


@given(st.lists(LETTERS, min_size=2, max_size=5), st.lists(LETTERS, max_size=5))
def test_words_are_heard_by_their_sounds(passages: list[str], words: list[str]) -> None:
    """The share of a word's sounds that stand in a text, and in the beginning of it."""
    edges = np.cumsum([0, len(padded(passages[0])), sum(map(len, map(padded, passages[1:])))])
    text = "".join(map(padded, passages))
    found = heard(encode(text), edges, encode("".join(f"{word}\0" for word in words)))
    for row, end in enumerate(edges[1:].tolist()):
        told = {sound_at(text, at) for at in range(end)}
        for word, share in zip(words, found[row].tolist(), strict=True):
            said = {word[at : at + 3] for at in range(len(word) - 2)}
            assert len(said & told) / max(len(said), 1) == share
