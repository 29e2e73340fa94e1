"""Text as numbers, which is what kernels read: code points, and the kinds that they are of."""

import re
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Letters = NDArray[np.uint32]  # code points
Kinds = NDArray[np.uint16]  # bits, by the code point

# Code points behind the last letter of Thai, of the basic plane, and behind the last digit.
THAI, BASIC, DIGITS = 0x0E80, 0x1_0000, 0x2_0000


def letters_of(text: str) -> Letters:
    """The letters of `text` as numbers."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def text_of(letters: Letters) -> str:
    """… and back."""
    return letters.tobytes().decode("utf-32-le", "surrogatepass")


def kind_table(patterns: Mapping[int, str], behind: int = THAI) -> Kinds:
    """The bits of the patterns that may begin with each character, for those before `behind`."""
    text = text_of(np.arange(behind, dtype=np.uint32))
    of_each = np.zeros(behind, np.uint16)
    for kind, pattern in patterns.items():
        of_each[[found.start() for found in re.finditer(f"(?={pattern})", text)]] |= kind
    return of_each
