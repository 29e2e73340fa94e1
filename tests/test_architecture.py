"""The shape of the house: imports point downward, modules stay small and well named."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "bot").rglob("*.py"))
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "base", "misc"}
LONGEST = 450


def test_imports_point_downward() -> None:
    """The contracts of pyproject.toml hold."""
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True)  # noqa: PLW1510
    assert 0 == done.returncode, done.stdout


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_stay_small(path: Path) -> None:
    """Nobody has to scroll through more than 450 lines to know a module."""
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


def test_modules_are_named_after_what_they_do() -> None:
    """A name that fits anything collects everything."""
    assert set() == {path.stem for path in MODULES} & FORBIDDEN_NAMES


def test_packages_only_re_export() -> None:
    """Nothing is defined in an `__init__`."""
    starts = ("from ", "import ", '"""', "__all__", "    ", ")", "]", "#")
    for path in MODULES:
        if path.name == "__init__.py":
            lines = path.read_text("utf-8").splitlines()
            assert [] == [line for line in lines if line and not line.startswith(starts)], path
