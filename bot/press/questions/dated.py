"""A question told from others of its kind by the year or the day of what it asks about."""

import re
from collections.abc import Iterator
from datetime import date

from bot.thai.dates import thai_date

ANY_YEAR = re.compile("(?:25|20)[0-9]{2}")
YEAR = re.compile(f"ปี {ANY_YEAR.pattern}|^วันที่ [0-9]")  # or a day
_BY_YEAR = (  # kinds that may tell their year first: of what several do together, and no day
    *("partner_what", "partner_signs", "partner_topic", "pair_what", "pair_signs"),
    *("partner_aim", "pair_aim"),
    *("country_what", "country_topic", "fact_policy", "talks_what", "guest_what"),
)
_BY_DAY = (  # kinds that may tell their day first: of what was done with whom
    *("talks_what", "guest_what", "envoy_what", "country_what", "country_topic"),
    *("pair_signs", "partner_signs"),
)
_ENDS_APART = re.compile("[.0-9ฯ]$")  # behind which a word is set off


def dated(ask: str, text: str, told: str, there: str) -> Iterator[str]:
    """With the year `told` before it, where the kind may have it, or `there` behind its place."""
    if told and ask in _BY_YEAR and not text[0].isdigit():
        yield f"ปี {told} {text}"
    if there:
        yield _with_year(text, there)


def on_a_day(ask: str, text: str, day: date | None) -> Iterator[str]:
    """With the one day on which somebody came together with others."""
    if day and ask in _BY_DAY:
        yield f"วันที่ {thai_date(day)} {text}"


def _with_year(text: str, year: str) -> str:
    return f"{text}{' ' if _ENDS_APART.search(text) else ''}ปี {year}"
