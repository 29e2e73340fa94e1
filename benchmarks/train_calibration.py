"""Learn how sure a ranking is: questions of all sorts, near misses, and what nobody answers.

    python -m benchmarks.train_calibration SHARED_FOLDER

Writes `bot/search/data/calibration.npz`; run it after `train_ranking`. The same data and the
same shipped entries give the same bytes.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from benchmarks.corpora import load_shipped
from benchmarks.observing import SOURCES, Seen
from bot.search.calibration import PARTS, SIGNALS, Calibration, Network, calibration_path
from bot.search.model import Model
from bot.search.thresholds import Thresholds

_SEED = 1313
_HIDDEN, _NETWORKS = 8, 3  # units of each network, and how many are averaged
_RIDGE = 5e-4
_ROUNDS = 150
_SURE, _STANDING, _UNSURE = 0.45, 0.77, 0.1

Floats = NDArray[np.float64]


def fit(seen: list[Seen], thresholds: Thresholds) -> Calibration:
    """How sure rankings like these are that the first, and that one of the first four, is right."""
    signals = np.array([s.signals for s in seen])
    weight = np.array([s.weight for s in seen])
    first, among = (
        _averaged(signals, np.array(right, np.float64), weight / weight.sum())
        for right in ([s.first for s in seen], [s.among for s in seen])
    )
    return Calibration(thresholds.scorer, first, among, thresholds)


def _averaged(signals: Floats, right: Floats, weight: Floats) -> Network:
    """Networks of `_HIDDEN` units that give the chance of being right, averaged into one."""
    mean, scale = signals.mean(axis=0), signals.std(axis=0) + 1e-6
    standard = np.column_stack([np.clip((signals - mean) / scale, -4, 4), np.ones(len(signals))])
    fitted = [_network(standard, right, weight, n) for n in range(_NETWORKS)]
    inner = np.hstack([inner for inner, _ in fitted])
    outer = np.concatenate([outer[:-1] for _, outer in fitted])
    outer = np.append(outer, sum(float(outer[-1]) for _, outer in fitted)) / _NETWORKS
    return Network(mean.round(4), scale.round(4), inner.round(4), outer.round(4))


def _network(standard: Floats, right: Floats, weight: Floats, seed: int) -> tuple[Floats, Floats]:
    """`inner` and `outer` of a network fitted to standardised signals and a constant."""
    count = len(SIGNALS) + 1
    start = np.random.default_rng(_SEED + seed).normal(0, 0.3, (count + 1) * _HIDDEN + 1)

    def parts(flat: Floats) -> tuple[Floats, Floats]:
        return flat[: count * _HIDDEN].reshape(count, _HIDDEN), flat[count * _HIDDEN :]

    def loss(flat: Floats) -> tuple[float, Floats]:
        inner, outer = parts(flat)
        hidden = np.tanh(standard @ inner)
        logit = hidden @ outer[:-1] + outer[-1]
        error = weight * (1 / (1 + np.exp(-logit)) - right)
        value = (weight * (np.logaddexp(0, logit) - right * logit)).sum()
        slope_outer = np.append(hidden.T @ error, error.sum())
        slope_inner = standard.T @ (error[:, None] * outer[:-1] * (1 - hidden**2))
        slope = np.concatenate([slope_inner.ravel(), slope_outer]) + 2 * _RIDGE * flat
        return float(value + _RIDGE * flat @ flat), slope

    options = {"maxiter": _ROUNDS}
    return parts(minimize(loss, start, jac=True, method="L-BFGS-B", options=options).x)


def save(calibration: Calibration, path: Path) -> None:
    """Write the calibration; equal ones give equal bytes."""
    networks = {"first": calibration.first, "among": calibration.among}
    kept = {
        f"{name}_{part}": np.array(getattr(network, part))
        for name, network in networks.items()
        for part in PARTS
    }
    borders = ("scorer", "knowledge", "sure", "standing", "unsure")
    kept |= {name: np.array(getattr(calibration.thresholds, name)) for name in borders}
    np.savez_compressed(path, allow_pickle=False, **kept)


def table(calibration: Calibration, seen: Iterable[Seen]) -> Iterator[str]:
    """How often rankings of each probability were right."""
    pairs = [(calibration.first.chance(s.signals), s.first) for s in seen]
    for low in (0.0, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9, 0.97):
        chosen = [right for probability, right in pairs if probability >= low]
        yield f">= {low:4}  {len(chosen):6} rankings  {np.mean(chosen):6.3f} right"


def main() -> None:
    """Train on the data under the folder given and write the packaged calibration."""
    shared, model = Path(sys.argv[1]), Model.load()
    seen = [one for source in SOURCES for one in source(shared, model)]
    served = load_shipped().digest
    calibration = fit(seen, Thresholds(model.version, served, _SURE, _STANDING, _UNSURE))
    save(calibration, calibration_path())
    print("\n".join(table(calibration, seen)))


if __name__ == "__main__":
    main()
