"""Entries that tell of the same event: a release and what was written from it, or two releases."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping

from bot.knowledge.entries import Entry, Kind
from bot.thai.names import Names
from bot.thai.normalise import normalise, squeeze

_RETOLD = frozenset((Kind.NEWS, Kind.EVENT, Kind.SERVICE))
_TITLES_ALIKE = 0.4  # share of the shorter title's words


class Stories:
    """Knows which entries of one knowledge base tell the same story."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = entries
        self._told: defaultdict[Hashable, list[str]] = defaultdict(list)
        self._retold: dict[str, frozenset[str]] = {}  # filled as it is asked for
        for entry in entries.values():
            for mark in _marks(entry):
                self._told[mark].append(entry.id)

    def same_event(self, entry: Entry) -> list[Entry]:
        """The others that tell of the same event: by their source, or by its days and province.

        The card of an office may rest on a release as well, and is no news of what that tells.
        """
        others = dict.fromkeys(one for mark in _marks(entry) for one in self._told[mark])
        return [self._entries[one] for one in others if one != entry.id]

    def retold(self, entry_id: str) -> frozenset[str]:
        """The ids of those that tell the same of it, so that a question need not choose between.

        Another event of the same day is none of them, nor are the years of one event.
        """
        if entry_id not in self._retold:
            entry = self._entries[entry_id]
            others = self.same_event(entry) if entry.kind in _RETOLD else ()
            same = frozenset(one.id for one in others if _says_the_same(entry, one))
            self._retold[entry_id] = same
        return self._retold[entry_id]

    def each_once(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """The entries without those that tell again what one before them tells."""
        told: set[str] = set()
        for entry in entries:
            if entry.id not in told:
                yield entry
            told |= self.retold(entry.id)


def _marks(entry: Entry) -> Iterator[Hashable]:
    """What the entries of one event have in common."""
    event = entry.event
    if entry.source.url and entry.kind is not Kind.CONTACT:
        yield entry.source.url
    if event and event.start and event.province:
        yield event.start, event.end or event.start, event.province


def _says_the_same(entry: Entry, other: Entry) -> bool:
    if other.kind not in _RETOLD:
        return False
    days = {one.event.start for one in (entry, other) if one.event and one.event.start}
    if len(days) > 1:
        return False
    if entry.source.url and entry.source.url == other.source.url:
        return True
    ours, theirs = _words(entry.title), _words(other.title)
    return len(ours & theirs) >= _TITLES_ALIKE * min(len(ours), len(theirs))


def _words(title: str) -> frozenset[str]:
    words: Iterable[str] = map(squeeze, Names.load().cut(normalise(title)))
    return frozenset(word for word in words if len(word) > 1)
