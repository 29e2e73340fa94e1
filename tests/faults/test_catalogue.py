"""Every fault of the catalogue that concerns delivery or the console has a test of its number."""

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
DELIVERY = {1, 2, 3, *range(5, 30), 36}
CONSOLE = {37, 38, 39}


def test_every_fault_has_a_test() -> None:
    """A test that shows how a fault ends is named `test_f<number>…`."""
    names = re.findall(
        r"def test_((?:f\d\d_)+)",
        "\n".join(path.read_text("utf-8") for path in TESTS.rglob("test_*.py")),
    )
    shown = {int(number) for name in names for number in re.findall(r"f(\d\d)", name)}
    assert set() == (DELIVERY | CONSOLE) - shown
