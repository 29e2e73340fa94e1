"""Facets, by which a list can be narrowed: months, provinces, offices and topics of its entries."""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from itertools import chain

from bot.dialogue.conversation import Action, Verb
from bot.dialogue.lists.scopes import Listing, Scope, button_code, parse_scope
from bot.dialogue.presentation.agencies import agencies_of
from bot.dialogue.presentation.dates import format_month
from bot.dialogue.replies import Choice, Outcome, Paragraph, Reply
from bot.knowledge.entries import Entry
from bot.texts import Texts
from bot.thai.names import Names
from bot.thai.normalise import normalise

_MOST = 18  # values offered at once
_SHARED = 2  # entries a keyword must stand in before it is a topic
_LONGEST_TOPIC = 25  # characters
_ORDINARY = re.compile("[0-9๐-๙]")


class _Facet(StrEnum):
    """What a list is narrowed by; the value stands in buttons."""

    MONTH = "m"
    PROVINCE = "p"
    AGENCY = "a"
    TOPIC = "t"


_FACETS = {
    Listing.EVENTS: (_Facet.MONTH, _Facet.PROVINCE, _Facet.TOPIC),
    Listing.NEWS: (_Facet.AGENCY, _Facet.TOPIC, _Facet.MONTH),
}
_SUBJECTS = (_Facet.AGENCY, _Facet.PROVINCE, _Facet.TOPIC)
_LISTINGS = {"e": Listing.EVENTS, "n": Listing.NEWS}


class Facets:
    """The facets of the entries of one knowledge base."""

    def __init__(self, entries: Iterable[Entry], texts: Texts) -> None:
        self._texts = texts
        listed = list(entries)
        keywords = Counter(word for one in listed for word in set(one.keywords))
        self._topics = {word for word, count in keywords.items() if _is_topic(word, count)}
        names = [
            *Names.load().provinces.values(),
            *Names.load().regions.values(),
            *Names.load().agencies.values(),
            *self._topics,
        ]
        self._names = {button_code(name): name for name in sorted(names, reverse=True)}

    def read(self, listing: Listing, argument: str) -> tuple[Scope, int]:
        """The scope and the page that a button names."""
        return parse_scope(listing, argument, lambda one: self._names.get(one, ""))

    def subjects_of(self, entry: Entry) -> frozenset[str]:
        """The offices, the province and the topics of an entry, as people follow them."""
        return frozenset(value for facet in _SUBJECTS for value in self._of(facet, entry))

    def subjects(self, entries: Iterable[Entry]) -> list[str]:
        """What the entries are about, what most of them are about first."""
        return _by_count(Counter(value for one in entries for value in self.subjects_of(one)))

    def subject_in(self, text: str) -> str | None:
        """The first office or province that the words name, or the topic they are."""
        clean, names = normalise(text), Names.load()
        topics = (topic for topic in sorted(self._topics) if normalise(topic) == clean)
        return next(chain(names.agencies_in(clean), names.provinces_in(clean), topics), None)

    def subject_marked(self, marked: str) -> str | None:
        """The subject that a `button_code` stands for."""
        return self._names.get(marked)

    def choices(self, scope: Scope, entries: Sequence[Entry]) -> tuple[Choice, ...]:
        """Buttons to narrow a list of these entries, and one to see everything again."""
        found = [
            Choice(self._texts(f"filters.by.{facet.name.lower()}"), _narrow_action(facet, scope))
            for facet in _FACETS[scope.listing]
            if len(self._values(facet, entries)) > 1 and not _value_of(scope, facet)
        ]
        everything = Choice(self._texts("filters.everything"), _show_action(Scope(scope.listing)))
        return tuple(found if scope.is_open else [*found, everything])

    def menu(self, argument: str, within: Sequence[Entry], today: date) -> Reply:
        """The values of the facet that the button of `choices` names, as buttons."""
        facet, scope = self._asked(argument)
        counted = self._values(facet, within)
        order = _by_nearness(counted, today) if facet is _Facet.MONTH else _by_count(counted)
        choices = [
            Choice(
                self._texts("filters.value", name=self._name(facet, value), count=counted[value]),
                _show_action(_narrowed(scope, facet, value)),
            )
            for value in order[:_MOST]
        ]
        everything = Choice(self._texts("filters.everything"), _show_action(Scope(scope.listing)))
        said = Paragraph(self._texts(f"filters.choose.{facet.name.lower()}"))
        outcome = Outcome.EVENTS if scope.listing is Listing.EVENTS else Outcome.MENU
        return Reply(outcome, (said,), (*choices, everything))

    def scope_of_menu(self, argument: str) -> Scope:
        """The list that the menu of a button narrows."""
        return self._asked(argument)[1]

    def _asked(self, argument: str) -> tuple[_Facet, Scope]:
        listing = _LISTINGS.get(argument[:1], Listing.EVENTS)
        facet = _Facet(argument[1:2]) if argument[1:2] in set(_Facet) else _Facet.MONTH
        return facet, self.read(listing, argument[2:])[0]

    def _values(self, facet: _Facet, entries: Sequence[Entry]) -> Counter[str]:
        """What the entries have of a facet, and how many have it."""
        return Counter(value for one in entries for value in set(self._of(facet, one)))

    def _of(self, facet: _Facet, entry: Entry) -> Iterable[str]:
        match facet:
            case _Facet.MONTH:
                days = entry.days
                return (f"{days[0]:%Y%m}",) if days else ()
            case _Facet.PROVINCE:
                province = entry.event.province if entry.event else ""
                return Names.load().provinces_in(normalise(province)) if province else ()
            case _Facet.AGENCY:
                return agencies_of(entry)
            case _Facet.TOPIC:
                return self._topics & set(entry.keywords)

    def _name(self, facet: _Facet, value: str) -> str:
        if facet is _Facet.MONTH:
            return format_month(date.fromisoformat(f"{value}01"), self._texts)
        return value


def _narrow_action(facet: _Facet, scope: Scope) -> Action:
    return Action(Verb.NARROW, f"{scope.listing[0]}{facet}{scope.as_argument()}")


def _show_action(scope: Scope) -> Action:
    return Action(Verb(scope.listing), scope.as_argument())


def _value_of(scope: Scope, facet: _Facet) -> object:
    return scope.first if facet is _Facet.MONTH else scope.named.get(facet.name.lower())


def _narrowed(scope: Scope, facet: _Facet, value: str) -> Scope:
    match facet:
        case _Facet.MONTH:
            first = date.fromisoformat(f"{value}01")
            last = first.replace(day=monthrange(first.year, first.month)[1])
            return replace(scope, first=first, last=last)
        case _Facet.PROVINCE:
            return replace(scope, place=value)
        case _Facet.AGENCY:
            return replace(scope, agency=value)
        case _Facet.TOPIC:
            return replace(scope, topic=value)


def _by_nearness(months: Iterable[str], today: date) -> list[str]:
    """Months to come in order, then those gone by, the last first."""
    now = f"{today:%Y%m}"
    ahead = sorted(month for month in months if month >= now)
    return [*ahead, *sorted((month for month in months if month < now), reverse=True)]


def _by_count(counted: Counter[str]) -> list[str]:
    return sorted(counted, key=lambda value: (-counted[value], value))


def _is_topic(word: str, count: int) -> bool:
    """Whether a keyword is worth a button: shared, short, no year, no place and no office."""
    if count < _SHARED or len(word) > _LONGEST_TOPIC or _ORDINARY.search(word):
        return False
    names = Names.load()
    clean = normalise(word)
    return not (names.provinces_in(clean) or names.agencies_in(clean))
