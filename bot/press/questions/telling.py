"""What a body tells of a thing close to its name, by data/facts.yaml."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from bot.knowledge.words import any_of, places_of, shipped_lists

_BODY = 5_000  # letters
_AFTER, _BEFORE = 110, 40
_MOST_PLACES = 6  # of a thing, that are looked at


@dataclass(frozen=True, slots=True)
class _Fact:
    name: str
    of: frozenset[str]
    after: re.Pattern[str] | None
    before: re.Pattern[str] | None


def facts_about(written: str, kind: str, body: str) -> Iterator[str]:
    """The names of the facts that a body tells of a thing of that kind."""
    facts = [one for one in _facts() if kind in one.of]
    around = list(_around(written, body)) if facts else []
    for fact in facts:
        after, before = fact.after, fact.before
        if any(
            (after and after.search(behind)) or (before and before.search(ahead))
            for ahead, behind in around
        ):
            yield fact.name


def _around(written: str, body: str) -> Iterator[tuple[str, str]]:
    """What stands before and behind it in its line, the first few times."""
    body = body[:_BODY]
    for place in islice(places_of(written, body), _MOST_PLACES):
        end = place + len(written)
        yield (
            body[max(0, place - _BEFORE) : place].rpartition("\n")[2],
            body[end : end + _AFTER].partition("\n")[0],
        )


def _pattern(words: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile(any_of(words)) if words else None


@lru_cache(maxsize=1)
def _facts() -> tuple[_Fact, ...]:
    return tuple(
        _Fact(
            name,
            frozenset(told["of"]),
            _pattern(told.get("after", ())),
            _pattern(told.get("before", ())),
        )
        for name, told in shipped_lists("facts").items()
    )
