"""Patterns that are compiled when they are first needed."""

import re
from collections.abc import Callable
from functools import cache, cached_property
from typing import Any

Predicate = Callable[[str], bool]


def predicate(form: str | re.Pattern[str]) -> Predicate:
    """A test whether a pattern matches anywhere in a text, compiled when it is first made."""
    compiled = cache(lambda: re.compile(form))
    return lambda text: compiled().search(text) is not None


def pattern_of(form: Callable[[Any], str]) -> cached_property[re.Pattern[str]]:
    """A pattern that something has, compiled when it is first needed."""
    return cached_property(lambda owner: re.compile(form(owner)))
