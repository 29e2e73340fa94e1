"""What was learned: how reliable terms are, and how evidence is weighed.

The figures are packaged in `data/model.npz`; `benchmarks/train_ranking.py` makes them.
"""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.search.grams import Keys


@dataclass(frozen=True, slots=True)
class Reliability:
    """How often a term of a question stands in the right entry, against an ordinary term.

    `keys` are sorted; `values` are 0..2 for these terms, `default` for all others.
    """

    keys: Keys
    values: NDArray[np.float32]
    default: float

    def of(self, keys: Keys) -> NDArray[np.float64]:
        """The reliability of each key."""
        if not len(self.keys):
            return np.full(len(keys), self.default)
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[at] == keys, self.values[at], self.default)


@dataclass(frozen=True, slots=True)
class Model:
    """Reliability for each kind of term, and the weights of both stages."""

    words: Reliability
    grams3: Reliability
    grams4: Reliability
    folded: Reliability
    first_stage: NDArray[np.float64]  # (5,) words, grams3, grams4, folded, asks
    fusion: NDArray[np.float64]  # (features,)
    version: str  # changes whenever any figure does

    @staticmethod
    @lru_cache(maxsize=1)
    def load() -> "Model":
        """The packaged model."""
        version = hashlib.blake2b(model_path().read_bytes(), digest_size=8).hexdigest()
        with np.load(model_path(), allow_pickle=False) as stored:
            kinds = {kind: _reliability(stored, kind) for kind in KINDS}
            return Model(
                **kinds,
                first_stage=stored["first_stage"],
                fusion=stored["fusion"],
                version=version,
            )


def model_path() -> Path:
    """Where the packaged model is."""
    return Path(__file__).parent / "data" / "model.npz"


KINDS = ("words", "grams3", "grams4", "folded")


def _reliability(stored: np.lib.npyio.NpzFile, kind: str) -> Reliability:
    values = (stored[f"{kind}_values"] / 100).astype(np.float32)
    return Reliability(stored[f"{kind}_keys"], values, default=1.0)
