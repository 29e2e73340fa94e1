"""Asks about what went on at a place: what somebody came to do there, and by whom it was held."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from bot.knowledge.entries import Entry, Event, Person
from bot.knowledge.persons import given_name
from bot.knowledge.words import any_of, shipped_lists
from bot.press.facts.happenings import ONLINE
from bot.press.facts.headlines import title_words
from bot.press.questions.asking_matters import PEOPLE, RITE, TOOL, MatterAsker
from bot.press.questions.spoken import MINISTER, is_hotel, known_place, said_name
from bot.press.questions.wording import Asked, Wording, mentions

_LEAD = 700  # letters that tell what went on
_FIRST = 450  # letters that tell what kind of event it was
_ANNOUNCED = "แถลงข่าว"  # whose day and place are not those of what is announced
_BESIDE = 300  # letters behind somebody's name that tell what they did


class EventAsker:
    """An event is called by its kind and its place ("เสวนาที่สวนดุสิต"), for its name is long."""

    def __init__(self, entry: Entry, says: Wording, about: MatterAsker) -> None:
        self._entry, self._says, self._about = entry, says, about
        self._form, self._known = says.form, says.known
        self._lead = entry.body[:_LEAD]
        noun = _noun_of(entry)
        self._beside = _behind(says.goer, self._lead)
        self._noun = "" if says.is_ahead and noun == _ANNOUNCED else noun
        event, spot = entry.event or Event(), says.about["spot"]
        held = self._noun and spot and event.start and event.venue != ONLINE
        held = held and not is_hotel(spot)
        held_as = f"การ{self._noun}" if self._noun in _contests() else self._noun
        self._event = f"{held_as}ที่{spot}" if held else ""
        there = says.is_well_known and not says.is_ahead and not is_hotel(says.about["venue"])
        self._went = there and not _is_a_guest(says.goer)
        self._famous = known_place(event.venue) != ""

    def parts(self) -> Iterator[Iterator[Asked]]:
        """What somebody did there, what it was about, and who was there with whom."""
        yield self._of_acts()
        yield self._of_contests()
        yield self._of_event()
        yield self._of_the_visit()

    def _of_acts(self) -> Iterator[Asked]:
        """What somebody whom everybody knows came to do."""
        if self._went and not title_words().royal.search(self._entry.title):
            for act, told in _acts().items():
                if told.search(self._beside):
                    yield from self._form(f"act_{act}")

    def _of_contests(self) -> Iterator[Asked]:
        """On which day and where one contends with a tool of the title."""
        titled = self._entry.event and _noun_in(self._entry.title) == self._noun
        for matter in self._about.titled(PEOPLE, RITE) if titled else ():
            if matter.kind == TOOL and self._noun in _contests():
                for ask in ("when", "where"):
                    yield from self._known(f"contest_{ask}", topic=matter.said, object=self._noun)

    def _of_event(self) -> Iterator[Asked]:
        """What is talked of, and what for, where it is called by its place and little goes on."""
        if not self._event or self._famous:
            return
        if self._noun in shipped_lists("gatherings")["talks"]:
            yield from self._form("event_topic", topic=self._event)
        if "เพื่อ" in self._lead:
            yield from self._form("event_aim", topic=self._event)

    def _of_the_visit(self) -> Iterator[Asked]:
        """Which two ministers went there."""
        if not self._went:
            return
        ministers = [said_name(one) for one in self._entry.people if MINISTER.match(one.role)]
        first, *others = dict.fromkeys(ministers) or ("",)
        for other in others[:1]:
            yield from self._form("two_what", person=first, partner=other)


def _is_a_guest(person: Person | None) -> bool:
    """Whether somebody holds an office of another country."""
    role = person.role if person else ""
    return any(mentions(forms, role) for forms in shipped_lists("countries").values())


def _behind(person: Person | None, lead: str) -> str:
    """What the lead tells close behind somebody's name."""
    name = given_name(person.name) if person else ""
    _, found, rest = lead.partition(name) if name else ("", "", "")
    return rest[:_BESIDE] if found else ""


def _noun_of(entry: Entry) -> str:
    """What people call such an event, as its title or its lead tells: "อบรม", "ประชุม"."""
    return _noun_in(entry.title) or _noun_in(entry.body[:_FIRST])


def _noun_in(text: str) -> str:
    return next((noun for noun, told in _nouns().items() if told.search(text)), "")


def _contests() -> list[str]:
    contests: list[str] = shipped_lists("gatherings")["contests"]
    return contests


@lru_cache(maxsize=1)
def _nouns() -> Mapping[str, re.Pattern[str]]:
    nouns: Mapping[str, list[str]] = shipped_lists("gatherings")["nouns"]
    return {noun: re.compile(any_of(told)) for noun, told in nouns.items()}


@lru_cache(maxsize=1)
def _acts() -> Mapping[str, re.Pattern[str]]:
    return {act: re.compile(any_of(told)) for act, told in shipped_lists("acts").items()}
