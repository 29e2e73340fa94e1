"""What was learned: what terms are worth, and how evidence is weighed.

The figures are packaged in `data/model.npz`; `benchmarks/train_ranking.py` makes them.
"""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.search.grams import Floats, Keys

SHARE_STEP = 4  # a stored share s means 2 ** (-s / SHARE_STEP) of all texts
RELIABILITY_STEP = 100


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """What is known of terms in general, whatever the knowledge base; `keys` are sorted.

    `reliability` is how often a term of a question stands in the right entry, against an
    ordinary term; `share` is the share of government news that holds it, 0 for unknown terms.
    """

    keys: Keys  # (terms,)
    reliability: NDArray[np.float32]  # (terms,)
    share: NDArray[np.float32]  # (terms,)

    def of(self, keys: Keys) -> tuple[Floats, Floats]:
        """Reliability and share of each key; 1 and 0 for unknown ones."""
        if not len(self.keys):
            return np.ones(len(keys)), np.zeros(len(keys))
        at = np.minimum(self.keys.searchsorted(keys), len(self.keys) - 1)
        known = self.keys[at] == keys
        return np.where(known, self.reliability[at], 1.0), np.where(known, self.share[at], 0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """What terms are worth, and the weights of both stages."""

    terms: Terms
    first_stage: Floats  # (features of the first stage,)
    fusion: Floats  # (features,)
    version: str  # changes whenever any figure does

    @staticmethod
    @lru_cache(maxsize=1)
    def load() -> "Model":
        """The packaged model."""
        version = hashlib.blake2b(model_path().read_bytes(), digest_size=8).hexdigest()
        with np.load(model_path(), allow_pickle=False) as stored:
            return Model(
                terms=_terms(stored),
                first_stage=stored["first_stage"],
                fusion=stored["fusion"],
                version=version,
            )


def model_path() -> Path:
    """Where the packaged model is."""
    return Path(__file__).parent / "data" / "model.npz"


def _terms(stored: Any) -> Terms:
    steps = stored["share"]
    return Terms(
        keys=stored["keys"],
        reliability=(stored["reliability"] / RELIABILITY_STEP).astype(np.float32),
        share=np.where(steps < 255, 2.0 ** (-steps.astype(np.float32) / SHARE_STEP), 0.0),
    )
