"""How much work something is, counted where a clock would tell how busy the machine is."""

import re
import sys
from collections.abc import Callable
from types import FrameType, ModuleType
from typing import Any

import pytest

_LOOKING = ("search", "finditer", "findall")  # these go through a whole text


def lines_run(do: Callable[[], object]) -> int:
    """How many lines of Python are run by it."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        do()
    finally:
        sys.settrace(before)
    return count


class LettersSearched:
    """How many letters the patterns of some modules were given to search."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *modules: ModuleType) -> None:
        self.count = 0
        for module in modules:
            for name, value in list(vars(module).items()):
                if isinstance(value, re.Pattern):
                    monkeypatch.setattr(module, name, _Counted(value, self))
                elif getattr(value, "__annotations__", {}).get("return") == re.Pattern[str]:
                    monkeypatch.setattr(
                        module, name, lambda *names, of=value: _Counted(of(*names), self)
                    )


class _Counted:
    """A pattern that tells how long the texts are that it searches."""

    def __init__(self, pattern: re.Pattern[str], total: LettersSearched) -> None:
        self._pattern, self._total = pattern, total

    def __getattr__(self, name: str) -> Any:
        own = getattr(self._pattern, name)
        if name not in _LOOKING:
            return own

        def look(text: str, begin: int = 0, end: int = sys.maxsize) -> Any:
            self._total.count += min(len(text), end) - begin
            return own(text, begin, end)

        return look
