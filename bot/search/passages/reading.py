"""A text with the positions where the words of a question stand in it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.search.folding import SOUND_OF
from bot.search.grams import Codes, Floats, Ints, Keys, distinct, encode, grams
from bot.search.model import Model
from bot.thai.fillers import strip_fillers
from bot.thai.questions import focus_of

# The question as a whole, what of it the title does not say, and the word it asks about.
VIEWS = ("asked", "new", "focus")
_GRAM = 3
_SPACING = 40  # letters of text to one expected mention
_LATIN = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A text's letters, and where grams of a question stand among them.

    Letter i stands at `offsets[i]` in `text`. A gram of the question begins at letter `at[n]`;
    `gram[n]` says which, in rising order. `worth` has a row for each gram and a column for each of
    VIEWS: what the gram is worth in telling one place of the text from another, as a share.
    """

    text: str
    letters: Codes  # (letters,) as they sound, roughly: no tones, one sign for each sound
    offsets: Ints  # (letters,)
    at: Ints
    gram: Ints
    worth: Floats  # (grams, VIEWS), each column sums to at most 1
    titled: float  # how much of the question the title says, 0..1

    @classmethod
    def of(cls, text: str, question: str, title: str = "") -> "Reading":
        """Read `text`, which stands under `title`, for a normalised question."""
        codes = plain(text)
        offsets = np.flatnonzero(codes)
        letters = codes[offsets]
        keys = _grams_of(strip_fillers(question))
        found = grams(letters, _GRAM)
        at, gram = _places(found, keys)
        counts = np.bincount(gram, minlength=len(keys))
        rarity = np.log(1 + (len(found) / _SPACING + 1) / (counts + 0.5))
        weights = rarity * Model.load().terms.of(keys)[0]
        titled = _held(keys, _grams_of(title))
        views = (
            np.ones(len(keys), np.bool_),
            ~titled,
            _held(keys, _grams_of(focus_of(question))),
        )
        worth = np.column_stack([weights * view for view in views])
        sums = np.maximum(worth.sum(axis=0), 1e-9)
        share = float(weights[titled].sum() / sums[0])
        return cls(text, letters, offsets, at, gram, worth / sums, share)

    def letters_at(self, places: Ints) -> Ints:
        """The number of the first letter at or after each place in the text."""
        return np.searchsorted(self.offsets, places)

    def evidence(self, letters: Ints, reaches: Sequence[float]) -> Floats:
        """How much of the question stands near each letter, 0..1; a third counts at its reach.

        Shape (letters, reaches × VIEWS), all views of the first reach first.
        """
        if not len(self.at):
            return np.zeros((len(letters), len(reaches) * len(VIEWS)))
        first = np.flatnonzero(np.diff(self.gram, prepend=-1))
        apart = np.abs(letters[:, None] - self.at[None, :])
        nearest = np.minimum.reduceat(apart, first, axis=1)
        worth = self.worth[self.gram[first]]
        return np.hstack([np.exp(-nearest / reach) @ worth for reach in reaches])


def plain(text: str) -> Codes:
    """The code of each character as it sounds, whatever its case or digits; 0 for no letter."""
    points = np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32)
    return _PLAIN[np.minimum(points, len(_PLAIN) - 1)]


def _grams_of(text: str) -> Keys:
    letters = plain(text)
    return distinct(grams(letters[letters > 0], _GRAM))


def _held(keys: Keys, others: Keys) -> NDArray[np.bool_]:
    """Which keys are among others, which are sorted."""
    if not len(others):
        return np.zeros(len(keys), np.bool_)
    held: NDArray[np.bool_] = others.take(others.searchsorted(keys), mode="clip") == keys
    return held


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
