"""A text with the places where a question's words stand in it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.search.folding import SOUND_OF
from bot.search.grams import Codes, Keys, encode, grams
from bot.search.model import Model
from bot.thai.normalise import strip_frames

_GRAM = 3
_SPACING = 40  # letters of text to one expected mention
_LATIN = "0123456789abcdefghijklmnopqrstuvwxyz"

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """The letters of a text, and where grams of a question stand among them.

    Letter i stands at `offsets[i]` in `text`. A gram of the question begins at letter `at[n]`;
    `gram[n]` says which, in rising order, and `weights` what each is worth in telling one place
    of the text from another; `total` is what all of the question is worth.
    """

    text: str
    letters: Codes  # (letters,) as they sound, roughly: no tones, one sign for each sound
    offsets: Ints  # (letters,)
    at: Ints
    gram: Ints
    weights: Floats
    total: float

    @classmethod
    def of(cls, text: str, question: str) -> "Reading":
        """Read `text` for a normalised question."""
        codes = plain(text)
        offsets = np.flatnonzero(codes)
        letters = codes[offsets]
        asked = plain(strip_frames(question))
        keys = np.unique(grams(asked[asked > 0], _GRAM))
        found = grams(letters, _GRAM)
        at, gram = _places(found, keys)
        counts = np.bincount(gram, minlength=len(keys))
        rarity = np.log(1 + (len(found) / _SPACING + 1) / (counts + 0.5))
        weights = rarity * Model.load().sounds.of(keys)[0]
        return cls(text, letters, offsets, at, gram, weights, max(float(weights.sum()), 1e-9))

    def letters_at(self, places: Ints) -> Ints:
        """The number of the first letter at or after each place in the text."""
        return np.searchsorted(self.offsets, places)

    def evidence(self, letters: Ints, reach: float) -> Floats:
        """How much of the question stands near each letter, 0..1; at `reach` it counts a third."""
        if not len(self.at):
            return np.zeros(len(letters))
        near = np.exp(-np.abs(letters[:, None] - self.at[None, :]) / reach)
        first = np.flatnonzero(np.diff(self.gram, prepend=-1))
        nearest = np.maximum.reduceat(near, first, axis=1)
        return nearest @ self.weights[self.gram[first]] / self.total


def plain(text: str) -> Codes:
    """The code of each character as it sounds, whatever its case or digits; 0 for no letter."""
    points = np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32)
    return _PLAIN[np.minimum(points, len(_PLAIN) - 1)]


def _plain_table() -> Codes:
    table = np.zeros(0x10000, np.uint8)
    thai = map(chr, (*range(0x0E01, 0x0E3B), *range(0x0E40, 0x0E46), 0x0E4D))
    for letter in (*_LATIN, *thai):
        sound = SOUND_OF.get(ord(letter), letter)
        table[ord(letter)] = encode(sound)[0] if sound else 0
        table[ord(letter.upper())] = table[ord(letter)]
    for digit in range(10):
        table[ord("๐") + digit] = encode(str(digit))[0]
    return table


_PLAIN = _plain_table()


def _places(text: Keys, keys: Keys) -> tuple[Ints, Ints]:
    """Where each key stands in the text, sorted by key."""
    if not len(keys):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    place = np.minimum(np.searchsorted(keys, text), len(keys) - 1)
    at = np.flatnonzero(keys[place] == text)
    order = np.argsort(place[at], kind="stable")
    return at[order], place[at][order]
