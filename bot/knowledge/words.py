"""The words by which releases are read; a clerk extends them in data/release_words.yaml."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from ruamel.yaml import YAML


@dataclass(frozen=True, slots=True)
class ReleaseWords:
    """The lists of data/release_words.yaml, each as alternatives of a pattern or as a table."""

    honorifics: str
    roles: str
    sayings: str
    gatherings: str
    announcing: str
    other_days: str
    venues: str
    venue_ends: str
    line_carries_on: str
    line_carried_on: str
    provinces: Mapping[str, str]  # as written → the province's name
    agencies: Mapping[str, tuple[str, ...]]  # label → ways to write it
    topics: Mapping[str, tuple[str, ...]]  # label → words that show it


@lru_cache(maxsize=1)
def release_words() -> ReleaseWords:
    """The words as shipped."""
    source = files("bot.knowledge").joinpath("data", "release_words.yaml")
    lists = YAML(typ="safe").load(source.read_text("utf-8"))
    return ReleaseWords(
        honorifics=any_of(lists["honorifics"]),
        roles=any_of(lists["roles"]),
        sayings=any_of(lists["sayings"]),
        gatherings=any_of(lists["gatherings"]),
        announcing=any_of(lists["announcing"]),
        other_days=any_of(lists["other_days"]),
        venues=any_of(lists["venues"]),
        venue_ends=any_of(lists["venue_ends"]),
        line_carries_on=any_of(lists["line_carries_on"]),
        line_carried_on=any_of(lists["line_carried_on"]),
        provinces={name: name for name in lists["provinces"]} | lists["province_names"],
        agencies={label: tuple(words) for label, words in lists["agencies"].items()},
        topics={label: tuple(words) for label, words in lists["topics"].items()},
    )


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
