"""English questions, read as Thai ones: what asks becomes Thai, names stay as they are.

Entries are in Thai and full of English names. So an English question needs no other search: its
words for when, where, phone number and the like are put into Thai, and the rest finds its way.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from bot.thai.names import Names
from bot.thai.tables import rows_of

_THAI = re.compile("[\u0e00-\u0e7f]")
_WORD, _LATIN = re.compile("[a-z]"), re.compile("[a-z0-9]*[a-z][a-z0-9]*")
_POSSESSIVE = re.compile("(?<!what)'s(?![a-z])")
_MOST = 1_000  # characters that are read


def thai_of(text: str) -> str:
    """An English text with the words of the table in Thai; any other text as it is."""
    if _THAI.search(text) or not _WORD.search(text.lower()):
        return text
    table, pattern = _table()
    lower = _POSSESSIVE.sub(" ", text.lower()[:_MOST].replace("’", "'"))
    said = pattern.sub(lambda found: f" {table[found[0]]} ", lower)
    return " ".join(said.split()).strip(" ?.!") or text


def wholly_thai_of(text: str) -> str:
    """An English text in Thai if its words are of the table or names; else as it is.

    "phone number pls", "nstda phone number".
    """
    said = thai_of(text)
    left = _LATIN.findall(said.lower())
    return said if _THAI.search(said) and Names.load().forms.issuperset(left) else text


@lru_cache(maxsize=1)
def _table() -> tuple[Mapping[str, str], re.Pattern[str]]:
    """English → Thai, and a pattern that finds the longest phrases first."""
    table = {row[0]: row[1] for row in rows_of("english.csv", needed=1)}
    longest = sorted(table, key=len, reverse=True)
    words = "|".join(map(re.escape, longest))
    return table, re.compile(rf"(?<![a-z0-9'])(?:{words})(?![a-z0-9'])")
