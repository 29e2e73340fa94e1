"""How likely one letter follows another, in Thai and in English writing."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from bot.compiled import compiled, f64, filled, given, i64, inner, nothing, u8, u32
from bot.thai.letters import BEHIND_THAI, Letters, letters_of

EDGE = " "  # beside every text
_PRIOR = 100_000.0  # pairs that what is usual counts for, against those counted
_BACK_OFF, _UNSEEN = 10.0, math.log(1e-6)

Alphabet = NDArray[np.uint8]  # (BEHIND_THAI,) the row of each letter, 0 for those outside
Pairs = NDArray[np.int64]  # (rows, rows) how often the letter of a column follows that of a row
Places = NDArray[np.int64]


def _alphabet(letters: str) -> Alphabet:
    rows = np.zeros(BEHIND_THAI, np.uint8)
    rows[letters_of(letters)] = np.arange(1, len(letters) + 1)
    return rows


# In English every digit is a 0, every capital inside a word a ^.
THAI_LETTERS = _alphabet(EDGE + "".join(map(chr, (*range(0xE01, 0xE3B), *range(0xE40, 0xE4E)))))
ENGLISH_LETTERS = _alphabet(
    EDGE + "".join(sign for sign in map(chr, range(0x21, 0x7F)) if not sign.isupper())
)


@dataclass(frozen=True, slots=True, eq=False)
class LetterPairs:
    """How likely each letter of an alphabet follows another, as natural logarithms."""

    alphabet: Alphabet
    follows: NDArray[np.float64]  # (rows, rows)

    @classmethod
    def learn(cls, alphabet: Alphabet, counted: Pairs, usual: Pairs) -> Self:
        """What is usual weighs as much as `_PRIOR` pairs; all is backed off to single letters."""
        mixed = counted + _PRIOR / usual.sum() * usual
        firsts = mixed.sum(axis=1)[:, None]
        seconds = mixed.sum(axis=0) / (counted.sum() + _PRIOR)
        likely = (mixed + _BACK_OFF * seconds) / (firsts + _BACK_OFF)
        seen = (firsts > 0) & (seconds > 0)
        return cls(alphabet, np.log(likely, where=seen, out=np.full(likely.shape, _UNSEEN)))

    def score(self, text: str, before: str = EDGE, after: str = EDGE) -> float:
        """The log-probability of `text` between its neighbours."""
        letters = letters_of(f"{before}{text}{after}")
        return float(_score(letters, self.alphabet, self.follows))


def no_pairs(alphabet: Alphabet) -> Pairs:
    """Of each pair none, to be counted into."""
    rows = int(alphabet.max()) + 1
    return np.zeros((rows, rows), np.int64)


def count(texts: Sequence[str], times: Sequence[int], alphabet: Alphabet, pairs: Pairs) -> None:
    """Add the pairs inside of each text, so many times, to the `pairs`."""
    ends = np.cumsum([*map(len, texts)], dtype=np.int64)
    _count(letters_of("".join(texts)), ends, np.array(times, np.int64), alphabet, pairs)


@inner
def _row(letter: np.uint32, alphabet: Alphabet) -> int:
    return int(alphabet[letter]) if letter < len(alphabet) else 0


@compiled(f64, given(u32), given(u8), given(f64, 2))
def _score(letters: Letters, alphabet: Alphabet, follows: NDArray[np.float64]) -> float:
    score, before = 0.0, _row(letters[0], alphabet)
    for letter in letters[1:]:
        row = _row(letter, alphabet)
        score += follows[before, row]
        before = row
    return score


@compiled(nothing, given(u32), given(i64), given(i64), given(u8), filled(i64, 2))
def _count(letters: Letters, ends: Places, times: Places, alphabet: Alphabet, pairs: Pairs) -> None:
    start = 0
    for text, end in enumerate(ends):
        for place in range(start + 1, end):
            before, behind = _row(letters[place - 1], alphabet), _row(letters[place], alphabet)
            pairs[before, behind] += times[text]
        start = end
