"""Entries that tell of the same event: a release and what was written from it, or two releases."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from datetime import timedelta

from bot.dialogue.matching.series import Series
from bot.knowledge.entries import Entry, Kind
from bot.thai.names import Names
from bot.thai.normalise import letters_in, normalise, squeeze

_RETOLD = frozenset((Kind.NEWS, Kind.EVENT, Kind.SERVICE))
_TITLES_ALIKE = 0.4  # share of the shorter title's words …
_ALIKE_ANYWHERE = 0.6  # … where nobody knows in which province one was
_QUOTED = re.compile('[“"]([^“”"]{8,60})[”"]')  # what an event is called in a title
_PAIR = 2  # a release and the one entry written from it …
_ONE_SEASON = timedelta(days=60)  # … which may tell its day and that of what it announces


class Stories:
    """Knows which entries of one knowledge base tell the same story, and which are one `series`."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = entries
        self.series = Series(entries.values())
        self._told: defaultdict[Hashable, list[str]] = defaultdict(list)
        self._retold: dict[str, frozenset[str]] = {}  # filled as it is asked for
        for entry in entries.values():
            for mark in _shared_keys(entry) if entry.kind in _RETOLD else ():
                self._told[mark].append(entry.id)

    def same_story(self, entry_id: str) -> frozenset[str]:
        """The ids of those that tell the same of it, so that a question need not choose between.

        A release and what was written from it: they share a source, of which nobody else tells, or
        the words of their titles. Two with the days and the province of an event share these words
        as well, or more of them where one tells no province. Of a fair of several days it is enough
        that it is called the same. The years of one event, or a service and the news of it, are two
        stories.
        """
        if entry_id not in self._retold:
            entry = self._entries[entry_id]
            marks = _shared_keys(entry) if entry.kind in _RETOLD else ()
            others = {one for mark in marks for one in self._told[mark]} - {entry_id}
            same = (one for one in others if self._says_the_same(entry, self._entries[one]))
            self._retold[entry_id] = frozenset(same)
        return self._retold[entry_id]

    def one_per_story(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """The entries without those that tell again what one before them tells."""
        told: set[str] = set()
        for entry in entries:
            if entry.id not in told:
                yield entry
            told |= self.same_story(entry.id)

    def _says_the_same(self, entry: Entry, other: Entry) -> bool:
        days = sorted(one.event.start for one in (entry, other) if one.event and one.event.start)
        apart = days[-1] - days[0] if days else timedelta()
        shared = bool(entry.source.url) and entry.source.url == other.source.url
        if _are_elsewhere(entry, other):
            return False
        news = entry.is_dated and other.is_dated
        if shared and news and len(self._told[entry.source.url]) == _PAIR:
            return apart <= _ONE_SEASON
        if apart:
            return False
        ours, theirs = _words(entry.title), _words(other.title)
        least = _TITLES_ALIKE if shared or _are_there(entry, other) else _ALIKE_ANYWHERE
        return _is_one_fair(entry, other) or (
            len(ours & theirs) >= least * min(len(ours), len(theirs))
        )


def _are_elsewhere(entry: Entry, other: Entry) -> bool:
    """Whether two events were held in different provinces: one release may announce both."""
    places = {one.event.province for one in (entry, other) if one.event} - {""}
    return len(places) > 1


def _are_there(entry: Entry, other: Entry) -> bool:
    """Whether two events are known to have been in one province."""
    return all(one.event and one.event.province for one in (entry, other))


def _is_one_fair(entry: Entry, other: Entry) -> bool:
    """Whether two events of the same several days have one name, which one of them quotes."""
    if not (entry.event and other.event and entry.event.end and entry.event.start):
        return False
    days = [(one.event.start, one.event.end) for one in (entry, other) if one.event]
    if days[0] != days[1] or entry.event.end == entry.event.start:
        return False
    titles = [letters_in(one.title) for one in (entry, other)]
    names = {letters_in(name) for one in (entry, other) for name in _QUOTED.findall(one.title)}
    return any(all(name in title for title in titles) for name in names)


def _shared_keys(entry: Entry) -> Iterator[Hashable]:
    """What the entries of one story have in common."""
    event = entry.event
    if entry.source.url:
        yield entry.source.url
    if event and event.start:
        yield event.start, event.end or event.start


def _words(title: str) -> frozenset[str]:
    words: Iterable[str] = map(squeeze, Names.load().cut(normalise(title)))
    return frozenset(word for word in words if len(word) > 1)
