"""Near-duplicate entries: a release that was published twice, or two of one event."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache

from bot.knowledge.entries import Entry
from bot.press.facts.event_status import EventStatus, status_of
from bot.thai.normalise import squeeze, squeezed

_SHORTEST_PHRASE = 10  # characters between two blanks; shorter ones are in every release
_LEAST_SHARED = 0.35  # of the shorter one's phrases
_FEWEST_SHARED = 4
_COMMON = 8  # a phrase in more entries than this is a name, not a story
_PAGE = re.compile(r"https?://[^/]+/.+\d")  # one release, not a site's front page
_QUOTED = re.compile('[“"‘]([^”"’]{8,120})[”"’]')


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """Another entry of the same story: its id, title, and the similarity, 0 to 1."""

    entry_id: str
    title: str
    similarity: float


class DuplicateFinder:
    """Finds near-duplicates among the entries added so far."""

    def __init__(self) -> None:
        self._phrases: defaultdict[str, list[str]] = defaultdict(list)
        self._sizes: dict[str, int] = {}
        self._titles: dict[str, str] = {}
        self._events: defaultdict[tuple[str, str], list[str]] = defaultdict(list)

    def add(self, entry: Entry) -> None:
        """Index an entry, unless its id is indexed already."""
        if entry.id in self._titles:
            return
        phrases = _phrases(entry.body)
        self._sizes[entry.id] = len(phrases)
        self._titles[entry.id] = entry.title
        for phrase in phrases:
            self._phrases[phrase].append(entry.id)
        for key in (*_story_keys(entry), *_named_keys(entry, changed=_is_changed(entry))):
            self._events[key].append(entry.id)

    def find(self, entry: Entry) -> tuple[NearDuplicate, ...]:
        """The entries that tell the same story, the most similar first, three at most."""
        phrases = _phrases(entry.body)
        shared: Counter[str] = Counter()
        for known in filter(None, map(self._phrases.get, phrases)):  # hardly any is shared
            shared.update(known if len(known) <= _COMMON else ())
        alike = {
            other: count / max(min(len(phrases), self._sizes[other]), 1)
            for other, count in shared.items()
            if count >= _FEWEST_SHARED
        }
        # A postponed event is looked for among those held as announced, whatever their days.
        for key in (*_story_keys(entry), *_named_keys(entry, changed=not _is_changed(entry))):
            for other in self._events[key]:
                alike[other] = max(alike.get(other, 0.0), _LEAST_SHARED)
        alike.pop(entry.id, None)
        found = sorted(alike.items(), key=lambda pair: (-pair[1], pair[0]))
        near = [pair for pair in found if pair[1] >= _LEAST_SHARED][:3]
        return tuple(
            NearDuplicate(other, self._titles[other], round(share, 2)) for other, share in near
        )


@lru_cache(maxsize=2)  # an entry is looked up and then added
def _phrases(body: str) -> frozenset[str]:
    pieces = squeezed([piece for piece in body.split() if len(piece) >= _SHORTEST_PHRASE])
    return frozenset(piece for piece in pieces if len(piece) >= _SHORTEST_PHRASE)


def _story_keys(entry: Entry) -> list[tuple[str, str]]:
    """The title, the source's page, and the event's day with each name that the title quotes."""
    day = entry.event.start if entry.event else None
    named = _QUOTED.findall(entry.title) if day else []
    page = entry.source.url.partition("://")[2] if _PAGE.match(entry.source.url) else ""
    keys = [("", squeeze(entry.title)), *((str(day), squeeze(name)) for name in named)]
    return [*keys, ("page", page)] if page else keys


def _named_keys(entry: Entry, *, changed: bool) -> list[tuple[str, str]]:
    """The names that a title quotes, apart for events that are held as announced and others."""
    return [(str(changed), squeeze(name)) for name in _QUOTED.findall(entry.title)]


def _is_changed(entry: Entry) -> bool:
    return status_of(entry.title, entry.body.split("\n\n")) is not EventStatus.SCHEDULED
