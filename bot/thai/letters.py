"""Text as numbers, which is what kernels read: code points, and the kinds that they are of."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Self

import numpy as np
from numpy.typing import NDArray

Letters = NDArray[np.uint32]  # code points
Kinds = NDArray[np.uint16]  # bits, by the code point

# Code points behind the last letter of Thai, of the basic plane, and behind the last digit.
BEHIND_THAI, BEHIND_BASIC, BEHIND_DIGITS = 0x0E80, 0x1_0000, 0x2_0000
DIGITS = {ord("๐") + n: str(n) for n in range(10)}  # of Thai, as ASCII has them: for str.translate


def letters_of(text: str) -> Letters:
    """The letters of `text` as numbers."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def text_of(letters: Letters) -> str:
    """… and back."""
    return letters.tobytes().decode("utf-32-le", "surrogatepass")


def kind_table(patterns: Mapping[int, str], behind: int = BEHIND_THAI) -> Kinds:
    """The bits of the patterns that may begin with each character, for those before `behind`."""
    text = text_of(np.arange(behind, dtype=np.uint32))
    of_each = np.zeros(behind, np.uint16)
    for kind, pattern in patterns.items():
        of_each[[found.start() for found in re.finditer(f"(?={pattern})", text)]] |= kind
    return of_each


@dataclass(frozen=True, slots=True, eq=False)
class Strings:
    """Many short texts in two objects, for each string of its own takes fifty bytes more.

    Text n is `letters[ends[n - 1]:ends[n]]`.
    """

    letters: str
    ends: NDArray[np.uint32]  # (texts,)

    @classmethod
    def of(cls, texts: Iterable[str]) -> Self:
        """These texts in this order."""
        told = [*texts]
        return cls("".join(told), np.array([*accumulate(map(len, told))], np.uint32))

    def __len__(self) -> int:
        return len(self.ends)

    def __iter__(self) -> Iterator[str]:
        return map(self.__getitem__, range(len(self)))

    def __getitem__(self, number: int) -> str:
        start = int(self.ends[number - 1]) if number else 0
        return self.letters[start : int(self.ends[number])]
