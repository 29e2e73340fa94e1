"""Tests of a text by a pattern."""

import re
from collections.abc import Callable
from functools import cache

Predicate = Callable[[str], bool]


def predicate(form: str | re.Pattern[str]) -> Predicate:
    """A test whether a pattern matches anywhere in a text, compiled when it is first made."""
    compiled = cache(lambda: re.compile(form))
    return lambda text: compiled().search(text) is not None
