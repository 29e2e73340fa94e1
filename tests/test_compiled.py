"""Kernels are compiled once, kept, and work where nothing can be kept."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from bot.compiled import compiled, either, f64, filled, given, i64, inner, nothing, u16

ROOT = Path(__file__).parents[1]
KERNEL = """
from bot.compiled import compiled, i64

@compiled(i64, i64)
def doubled(number):
    return 2 * number

print(doubled(21), sum(doubled.stats.cache_hits.values()))
"""


@compiled(f64, given(f64), given(i64))
def _total(weights: np.ndarray, chosen: np.ndarray) -> float:
    total = 0.0
    for place in chosen:
        total += weights[place]
    return total


@compiled(nothing, filled(f64), f64)
def _scale(weights: np.ndarray, by: float) -> None:
    for place in range(len(weights)):
        weights[place] /= by


@inner
def _square(weight: float) -> float:
    return weight * weight


@compiled(f64, given(f64))
def _squares(weights: np.ndarray) -> float:
    total = 0.0
    for weight in weights:
        total += _square(weight)
    return total


def test_a_kernel_may_call_inner_functions() -> None:
    assert 21.0 == _squares(np.array([1.0, 2.0, 4.0]))


def test_arrays_that_are_only_read_may_be_read_only() -> None:
    weights = np.array([1.0, 2.0, 4.0])
    weights.setflags(write=False)
    assert 5.0 == _total(weights, np.array([0, 2]))


def test_other_types_are_refused_instead_of_compiled_anew() -> None:
    with pytest.raises(TypeError):
        _total(np.array([1.0]), np.array([0.0]))


@compiled(f64, either(given(u16), given(f64)))
def _sum(figures: np.ndarray) -> float:
    total = 0.0
    for figure in figures:
        total += figure
    return total


def test_an_array_may_be_of_either_kind() -> None:
    assert (3.0, 0.75) == (_sum(np.array([1, 2], np.uint16)), _sum(np.array([0.5, 0.25])))
    with pytest.raises(TypeError):
        _sum(np.array([1, 2]))


def test_divides_as_numpy_does() -> None:
    weights = np.array([1.0])
    _scale(weights, 0.0)
    assert np.inf == weights[0]


def test_is_kept_for_the_next_program(tmp_path: Path) -> None:
    (tmp_path / "kernel.py").write_text(KERNEL, "utf-8")
    first, again = (_run(tmp_path / "kernel.py") for _ in range(2))
    assert ("42 0", "42 1") == (first, again)


def test_works_where_nothing_can_be_kept() -> None:
    """As in a read-only image: code that comes from no file has no folder."""
    assert "42 0" == _run("-c", KERNEL)


def _run(*arguments: Path | str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=True,
        env={"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    return done.stdout.strip()
