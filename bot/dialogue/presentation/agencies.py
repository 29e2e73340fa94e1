"""The offices that an entry is of, by their abbreviations."""

from functools import lru_cache

from bot.knowledge.entries import Entry
from bot.thai.names import Names
from bot.thai.normalise import normalise


def agencies_of(entry: Entry) -> tuple[str, ...]:
    """The offices that an entry names as its own, by abbreviation."""
    organizer = entry.event.organizer if entry.event else ""
    return _agencies_in(f"{organizer} {entry.name_text}")


def only_agency(entry: Entry) -> str:
    """The one office that holds an event, else the one that an entry names; "" for more or none."""
    holds = _agencies_in(entry.event.organizer) if entry.event else ()
    agencies = holds or agencies_of(entry)
    return agencies[0] if len(agencies) == 1 else ""


@lru_cache(maxsize=65_536)  # more than there are entries, for a list looks at all of them
def _agencies_in(text: str) -> tuple[str, ...]:
    return Names.load().agencies_in(normalise(text))
