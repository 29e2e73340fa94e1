"""Confidence of a ranking: the chance that its first entry is right, and one of its first four.

Two small networks over signals of question, winner and runner-up; their weights are packaged in
`data/calibration.npz` together with the version of the scorer they were learned for.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import log1p
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz

from bot.compiled import compiled, f64, given, several
from bot.search.coverage import Coverage
from bot.search.features import FEATURES
from bot.search.grams import Codes, Family, Floats
from bot.search.model import Model
from bot.search.relevance import Relevance
from bot.search.thresholds import Thresholds
from bot.search.understanding import AnalysedQuestion

_KNOWING = FEATURES[: FEATURES.index("close")]  # close tells which entry, but not how sure
SIGNALS = (
    *_KNOWING,
    "score",
    "margin",
    "second",
    "fifth",
    "known",
    "fuzzy",
    "letters",
    "terms",
    "latin",
    "digits",
    "rare",
    "mass",
    "met",
    "worst",
    *Relevance._fields,
)
_FUZZY_LETTERS = 200
_DIGITS, _LATIN = bytes(range(1, 11)), bytes(range(11, 37))  # codes of letters

PARTS = ("mean", "scale", "inner", "outer")  # of a network, as the file names them


@dataclass(frozen=True, slots=True)
class Winner:
    """The first entry of a ranking."""

    features: Floats  # (features,)
    scores: Floats  # of the whole short list, best first
    window: Codes  # the letters of its best passage
    coverage: Coverage
    relevance: Relevance


class StaleCalibrationError(Exception):
    """The calibration was learned for another version of the scorer."""


@dataclass(frozen=True, slots=True)
class Network:
    """Signals → a chance.

    `inner` maps standardised signals (and a constant) to hidden units, `outer` these (and a
    constant) to the logit.
    """

    mean: Floats  # (signals,)
    scale: Floats  # (signals,)
    inner: Floats  # (signals + 1, hidden)
    outer: Floats  # (hidden + 1,)

    def chance(self, signals: Floats) -> float:
        """For signals of shape (signals,)."""
        return _chance(signals, (self.mean, self.scale), self.inner, self.outer)


@dataclass(frozen=True, slots=True)
class Calibration:
    """How sure a ranking is, and the thresholds of the base it was tried on."""

    scorer: str  # version of the model it belongs to
    first: Network  # the chance that the first entry is right …
    among: Network  # … and that one of the first four is
    thresholds: Thresholds  # for the base they were set on

    @staticmethod
    @lru_cache(maxsize=1)
    def load() -> "Calibration":
        """The packaged calibration; raises StaleCalibrationError if it is not the scorer's."""
        with np.load(calibration_path(), allow_pickle=False) as stored:
            scorer = str(stored["scorer"])
            found = Calibration(
                scorer=scorer,
                first=Network(*(stored[f"first_{part}"] for part in PARTS)),
                among=Network(*(stored[f"among_{part}"] for part in PARTS)),
                thresholds=Thresholds(
                    scorer,
                    knowledge=str(stored["knowledge"]),
                    sure=float(stored["sure"]),
                    standing=float(stored["standing"]),
                    unsure=float(stored["unsure"]),
                ),
            )
        if found.scorer != Model.load().version:
            raise StaleCalibrationError(
                f"calibration for scorer {found.scorer}, but the model is {Model.load().version};"
                " run benchmarks/train_calibration.py"
            )
        return found


def calibration_path() -> Path:
    """Where the packaged calibration is."""
    return Path(__file__).parent / "data" / "calibration.npz"


def signals(asked: AnalysedQuestion, winner: Winner) -> Floats:
    """The signals that tell a right first entry from a wrong one, in the order of SIGNALS."""
    first, second, _, _, fifth = [*winner.scores[:5].tolist(), 0.0, 0.0, 0.0, 0.0][:5]
    question, weighed = asked.letters[:_FUZZY_LETTERS].tobytes(), winner.coverage.question
    return np.array(
        [
            *winner.features[: len(_KNOWING)].tolist(),
            first,
            first - second,
            second,
            fifth,
            weighed.known,
            fuzz.partial_ratio(question, winner.window.tobytes()) / 100,
            log1p(len(asked.letters)),
            log1p(len(asked.query.terms)),
            _share_of(_LATIN, asked.letters),
            _share_of(_DIGITS, asked.letters),
            log1p(weighed.rare),
            log1p(weighed.totals[Family.WORDS]),
            winner.coverage.share,
            winner.coverage.worst,
            *winner.relevance,
        ]
    )


def _share_of(codes: bytes, letters: Codes) -> float:
    told = letters.tobytes()
    return 1 - len(told.translate(None, codes)) / len(told) if told else 0.0


@compiled(f64, given(f64), several(given(f64), given(f64)), given(f64, 2), given(f64))
def _chance(signals: Floats, norm: tuple[Floats, Floats], inner: Floats, outer: Floats) -> float:
    """See `Calibration`; `norm` are mean and scale."""
    mean, scale = norm
    logit = outer[-1]
    for unit in range(inner.shape[1]):
        excited = inner[-1, unit]
        for place, signal in enumerate(signals):
            standard = (signal - mean[place]) / scale[place]
            excited += min(max(standard, -4.0), 4.0) * inner[place, unit]
        logit += outer[unit] * np.tanh(excited)
    return float(1 / (1 + np.exp(-logit)))
