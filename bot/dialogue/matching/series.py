"""Which events come again and again, and the next one of them."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from operator import itemgetter

from bot.dialogue.matching.entry_words import entry_letters
from bot.knowledge.entries import Entry
from bot.thai.dictionary import thai_words
from bot.thai.names import Names
from bot.thai.normalise import letters_in, normalise, squeeze

_COMMON = 0.2  # of all events; a keyword of more of them does not make two alike
_WORD = 6  # letters without which a keyword is no name of a series
_TIMES = "ครั้งที่"
_KARAN = "\u0e4c"  # วิทย์ is short for วิทยาศาสตร์
_NUMBERS = re.compile("[0-9๐-๙]+")  # the year or the count of an event: its likes have others


class Series:
    """Which events are of one series: both titles have a keyword that few others have.

    That is no office, place or person, nor a word of the dictionary: robots are no series, and what
    only took place in the same hall is another thing.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        dated = ((one.event.start, one) for one in entries if one.event and one.event.start)
        events = sorted(dated, key=itemgetter(0))
        self._starts = [start for start, _ in events]
        self._events = [one for _, one in events]
        holders: dict[str, list[int]] = defaultdict(list)
        for place, one in enumerate(self._events):
            for word in _keywords(one):
                holders[word].append(place)
        most = max(2.0, _COMMON * len(events))
        self._rare = {word: places for word, places in holders.items() if len(places) <= most}

    def next_like(self, entry: Entry, today: date) -> Entry | None:
        """The next event like one that is over, or the last one after it; None for neither."""
        alike = self._since(entry, today)
        if ahead := [place for place in alike if self._starts[place] >= today]:
            return self._events[min(ahead, key=lambda place: (-alike[place], place))]
        latest = max(
            alike, key=lambda place: (alike[place], self._starts[place], -place), default=None
        )
        return None if latest is None else self._events[latest]

    def after(self, entry: Entry, today: date) -> frozenset[str]:
        """The ids of the events like one that is over which came, or come, after it."""
        return frozenset(self._events[place].id for place in self._since(entry, today))

    def named_in(self, clean: str) -> list[Entry]:
        """The events whose rare keywords a normalised question has, by their days."""
        held = (self._rare[name] for name in self._names_in(clean))
        return [self._events[place] for place in sorted(set(chain.from_iterable(held)))]

    def is_another_than_named(self, entry: Entry, clean: str) -> bool:
        """Whether a normalised question names what comes again, and an entry never does."""
        told = entry_letters(entry)
        series = (name for name in self._names_in(clean) if len(self._rare[name]) > 1)
        named = [name.removesuffix(_KARAN) for name in series]
        return bool(named) and not any(name in told for name in named)

    def _names_in(self, clean: str) -> Iterator[str]:
        """The rare keywords that a normalised question has, by which events are called."""
        said = squeeze(clean)
        return (name for name in self._rare if name.removesuffix(_KARAN) in said)

    def _since(self, entry: Entry, today: date) -> Counter[int]:
        """The places of the events after one that is over; how many rare keywords they share."""
        event = entry.event
        last = (event.end or event.start) if event else None
        if last is None or last >= today:
            return Counter()
        first = bisect_right(self._starts, last)
        held = (self._rare.get(word, ()) for word in _keywords(entry))
        return Counter(place for places in held for place in places if place >= first)


def _keywords(entry: Entry) -> frozenset[str]:
    event = entry.event
    places = (squeeze(event.province), squeeze(event.organizer)) if event else ()
    people = letters_in(" ".join(one.name for one in entry.people))
    title = squeeze(_NUMBERS.sub("", normalise(entry.title)))
    words = (squeeze(_NUMBERS.sub("", word)) for word in map(normalise, entry.keywords))
    titled = (w for w in words if w.removesuffix(_KARAN) in title and w not in people)
    named = frozenset(word for word in titled if len(word) >= _WORD and _is_name(word))
    return named - frozenset(places)


def _is_name(word: str) -> bool:
    names = Names.load()
    known = word in thai_words() or word == _TIMES
    return not (known or names.agencies_in(word) or names.places_in(word))
