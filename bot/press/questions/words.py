"""The words of data/asking.yaml, which say what can be asked of which release."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.knowledge.words import pattern, table_of


@dataclass(frozen=True, slots=True, kw_only=True)
class AskingWords:
    """The lists of data/asking.yaml: patterns for the beginning of a text, where not noted."""

    goes: re.Pattern[str] = pattern()
    makes: re.Pattern[str] = pattern()
    reasons: re.Pattern[str] = pattern()  # anywhere
    aims: re.Pattern[str] = pattern()
    taken: re.Pattern[str] = pattern()
    wide: re.Pattern[str] = pattern()
    persons: re.Pattern[str] = pattern()
    no_venues: re.Pattern[str] = pattern()  # anywhere
    malls: re.Pattern[str] = pattern()  # anywhere
    helps: re.Pattern[str] = pattern()  # anywhere
    absent: re.Pattern[str] = pattern()  # anywhere
    chiefs: re.Pattern[str] = pattern()
    plans: re.Pattern[str] = pattern()  # anywhere
    occasions: re.Pattern[str] = pattern()
    feasts: re.Pattern[str] = pattern()  # anywhere
    broad: frozenset[str]  # whole matters


@lru_cache(maxsize=1)
def asking_words() -> AskingWords:
    """The words as shipped."""
    return table_of(AskingWords, "asking")
