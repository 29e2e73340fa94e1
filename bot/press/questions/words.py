"""The words of data/asking.yaml, which say what can be asked of which release."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.knowledge.words import any_of, shipped_lists

_WHOLE = ("broad", "placed", "had")  # lists of whole matters


@dataclass(frozen=True, slots=True)
class AskingWords:
    """The lists of data/asking.yaml: patterns for the beginning of a text, where not noted."""

    goes: re.Pattern[str]
    makes: re.Pattern[str]
    changes: re.Pattern[str]
    reasons: re.Pattern[str]  # anywhere
    aims: re.Pattern[str]
    taken: re.Pattern[str]
    holds: re.Pattern[str]
    wide: re.Pattern[str]
    persons: re.Pattern[str]
    no_venues: re.Pattern[str]  # anywhere
    malls: re.Pattern[str]  # anywhere
    seen: re.Pattern[str]  # anywhere
    seen_at: re.Pattern[str]  # anywhere
    helps: re.Pattern[str]  # anywhere
    absent: re.Pattern[str]  # anywhere
    chiefs: re.Pattern[str]
    prizes: re.Pattern[str]  # anywhere
    studies: re.Pattern[str]  # anywhere
    plans: re.Pattern[str]  # anywhere
    occasions: re.Pattern[str]
    broad: frozenset[str]
    placed: frozenset[str]
    had: frozenset[str]


@lru_cache(maxsize=1)
def asking_words() -> AskingWords:
    """The words as shipped."""
    lists = shipped_lists("asking")
    return AskingWords(
        **{name: re.compile(any_of(words)) for name, words in lists.items() if name not in _WHOLE},
        broad=frozenset(lists["broad"]),
        placed=frozenset(lists["placed"]),
        had=frozenset(lists["had"]),
    )
