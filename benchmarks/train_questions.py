"""Learn which proposed questions read naturally, from `data/question-grades.jsonl`.

    python -m benchmarks.train_questions SHARED_FOLDER

A grade is that of a strict reader who saw the release: A (somebody might well type it), B (sound),
C (reads like a machine's), D (wrong, or not answered). Writes
`bot/knowledge/data/question_weights.yaml`, without kinds of questions that are graded, but asked no
more; the same data gives the same bytes. Says how well the weights tell A and B from C and D in
releases that they were not learned from.
"""

import sys
import zlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.corpora import load_graded
from bot.press.questions.forms import question_forms
from bot.press.questions.naturalness import features
from bot.press.questions.wording import Asked

_RIDGE = 1.0
_FEWEST = 5  # questions of a kind, below which it weighs nothing
_FOLDS = 8
_STEPS, _SMALL = 30, 1e-8
_WEIGHTS = Path(__file__).parent.parent / "bot" / "knowledge" / "data" / "question_weights.yaml"
_HEADING = """\
# น้ำหนักที่ใช้ประเมินว่าคำถามที่ระบบเสนอฟังเป็นธรรมชาติเพียงใด เครื่องคำนวณจากคำถามที่คนอ่านให้คะแนนไว้ ไม่ต้องแก้ด้วยมือ
# ค่าบวก คนอ่านว่าเป็นธรรมชาติ ค่าลบ คนอ่านว่าเหมือนเครื่องเขียน
"""

Floats = NDArray[np.float64]


def main() -> int:
    """Learn, tell how well it went, and write the weights."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    releases, lines = load_graded(Path(sys.argv[1]))
    found = [
        features(
            Asked(line["ask"], line["question"], "", line["thing"]),
            releases.entries[line["article"]],
        )
        for line in lines
    ]
    often = Counter(name for one in found for name in one)
    names = sorted(name for name, times in often.items() if times >= _FEWEST)
    table = np.array([[one.get(name, 0.0) for name in names] for one in found])
    good = np.array([line["grade"] in "AB" for line in lines], dtype=float)
    folds = np.array([zlib.crc32(line["article"].encode()) % _FOLDS for line in lines])
    _tell(table, good, folds, names)
    weights = _fitted(table, good, names)
    told = "".join(
        f'"{name}": {weight:.3f}\n'
        for name, weight in zip(names, weights, strict=True)
        if _is_asked(name)
    )
    _WEIGHTS.write_text(_HEADING + told, encoding="utf-8")
    return 0


def _is_asked(name: str) -> bool:
    """Whether a question may have what the weight is for: of kinds, one that has a form."""
    kind = name.removeprefix("ask ")
    return kind == name or kind in question_forms()


def _fitted(table: Floats, good: Floats, names: Sequence[str]) -> Floats:
    """The weights of a logistic regression, held small but for that of `bias`, by Newton's way."""
    ridge = np.array([_SMALL if name == "bias" else _RIDGE for name in names])
    weights = np.zeros(len(names))
    for _ in range(_STEPS):
        chance = _chance(table, weights)
        slope = table.T @ (chance - good) + ridge * weights
        bend = (table.T * (chance * (1 - chance))) @ table + np.diag(ridge)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < _SMALL:
            break
    return weights


def _chance(table: Floats, weights: Floats) -> Floats:
    """Of each row of the table, that it is natural."""
    chance: Floats = 1 / (1 + np.exp(-table @ weights))
    return chance


def _tell(table: Floats, good: Floats, folds: NDArray[np.int64], names: Sequence[str]) -> None:
    """The share of natural ones among the best of what was not learned from."""
    chance = np.zeros(len(good))
    for fold in range(_FOLDS):
        held = folds == fold
        weights = _fitted(table[~held], good[~held], names)
        chance[held] = _chance(table[held], weights)
    best = np.argsort(-chance, kind="stable")
    print(f"{len(good)} questions, {good.mean():.1%} natural; of those that were held out,")
    for share in (0.3, 0.5, 0.7):
        print(f"  the best {share:.0%}: {good[best[: int(share * len(good))]].mean():.1%}")


if __name__ == "__main__":
    sys.exit(main())
