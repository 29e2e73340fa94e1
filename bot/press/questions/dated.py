"""A question told from others of its kind by the year of what it asks about."""

import re
from collections.abc import Iterator

ANY_YEAR = re.compile("(?:25|20)[0-9]{2}")
YEAR = re.compile(f"ปี {ANY_YEAR.pattern}")
_BY_YEAR = (  # kinds that may tell their year first: of what several do together, and no day
    *("partner_what", "partner_topic", "partner_aim", "pair_what", "pair_signs", "pair_aim"),
    *("country_topic", "fact_policy", "talks_what", "guest_what"),
)
_UNDATED = "speech_what"  # a year stuck to the place where somebody spoke sounds odd
_ENDS_APART = re.compile("[.0-9ฯ]$")  # behind which a word is set off


def dated(ask: str, text: str, told: str, there: str) -> Iterator[str]:
    """With the year `told` before it, where the kind may have it, or `there` behind its place."""
    if told and ask in _BY_YEAR and not text[0].isdigit():
        yield f"ปี {told} {text}"
    if there and ask != _UNDATED:
        yield f"{text}{' ' if _ENDS_APART.search(text) else ''}ปี {there}"
