"""Tests of a text by a pattern."""

import re
from collections.abc import Callable
from functools import cache, cached_property

Predicate = Callable[[str], bool]


def predicate(form: str | re.Pattern[str]) -> Predicate:
    """A test whether a pattern matches anywhere in a text, compiled when it is first made."""
    compiled = cache(lambda: re.compile(form))
    return lambda text: compiled().search(text) is not None


def says(form: str | re.Pattern[str]) -> cached_property[bool]:
    """A property of what has a `clean` text: whether a pattern matches anywhere in it."""
    test = predicate(form)
    return cached_property(lambda said: test(said.clean))
