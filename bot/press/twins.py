"""Entries that tell the same story: a release published twice, or two of one event."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache

from bot.knowledge.entries import Entry
from bot.press.facts.changed_plans import Plans, plans_of
from bot.thai.normalise import squeeze, squeezed

_SHORTEST_PHRASE = 10  # signs between two blanks; shorter ones stand in every release
_LEAST_SHARED = 0.35  # of the shorter one's phrases
_FEWEST_SHARED = 4
_COMMON = 8  # a phrase in more entries than this is a name, not a story
_PAGE = re.compile(r"https?://[^/]+/.+\d")  # one release, not a site's front page
_QUOTED = re.compile('[“"‘]([^”"’]{8,120})[”"’]')


@dataclass(frozen=True, slots=True)
class Twin:
    """Another entry of the same story: its id, title, and how alike they are, 0 to 1."""

    entry_id: str
    title: str
    likeness: float


class Twins:
    """Knows the stories of the entries put in, and finds those told before."""

    def __init__(self) -> None:
        self._phrases: defaultdict[str, list[str]] = defaultdict(list)
        self._sizes: dict[str, int] = {}
        self._titles: dict[str, str] = {}
        self._events: defaultdict[tuple[str, str], list[str]] = defaultdict(list)

    def add(self, entry: Entry) -> None:
        """Remember an entry; an id already known is not remembered twice."""
        if entry.id in self._titles:
            return
        phrases = _phrases(entry.body)
        self._sizes[entry.id] = len(phrases)
        self._titles[entry.id] = entry.title
        for phrase in phrases:
            self._phrases[phrase].append(entry.id)
        for key in (*_story_keys(entry), *_named_keys(entry, changed=_is_changed(entry))):
            self._events[key].append(entry.id)

    def of(self, entry: Entry) -> tuple[Twin, ...]:
        """Entries known so far that tell the same story, most alike first, three at most."""
        phrases = _phrases(entry.body)
        shared: Counter[str] = Counter()
        for known in filter(None, map(self._phrases.get, phrases)):  # hardly any is told twice
            shared.update(known if len(known) <= _COMMON else ())
        alike = {
            other: count / max(min(len(phrases), self._sizes[other]), 1)
            for other, count in shared.items()
            if count >= _FEWEST_SHARED
        }
        kept = not _is_changed(entry)  # who puts an event off looks for it, whatever its days
        for key in (*_story_keys(entry), *_named_keys(entry, changed=kept)):
            for other in self._events[key]:
                alike[other] = max(alike.get(other, 0.0), _LEAST_SHARED)
        alike.pop(entry.id, None)
        found = sorted(alike.items(), key=lambda pair: (-pair[1], pair[0]))
        near = [pair for pair in found if pair[1] >= _LEAST_SHARED][:3]
        return tuple(Twin(other, self._titles[other], round(share, 2)) for other, share in near)


@lru_cache(maxsize=2)  # an entry is asked for and then put in
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
    """The names that a title quotes, of what is held or of what is not held as told."""
    return [(str(changed), squeeze(name)) for name in _QUOTED.findall(entry.title)]


def _is_changed(entry: Entry) -> bool:
    return plans_of(entry.title, entry.body.split("\n\n")) is not Plans.AS_TOLD
