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
from bot.press.questions.spoken import MINISTER, known_place, said_name
from bot.press.questions.wording import Asked, Wording, asking_words, mentions

_LEAD = 700  # letters that tell what went on
_FIRST = 450  # letters that tell what kind of event it was
_HELD = "จัด"
_ANNOUNCED = "แถลงข่าว"  # whose day and place are not those of what is announced
_SPEAKS, _MET = "speaks", "met"
_BESIDE = 300  # letters behind somebody's name that tell what they did
_BY_ANOTHER = re.compile(r"(?:ปาฐกถา|บรรยาย)[^\n]{0,90}\sโดย\s?(?!มี)")


class EventAsker:
    """An event is called by its kind and its place ("เสวนาที่สวนดุสิต"), for its name is long.

    At a place where much goes on it takes the day too.
    """

    def __init__(self, entry: Entry, says: Wording, about: MatterAsker) -> None:
        self._entry, self._says, self._about = entry, says, about
        self._form, self._known = says.form, says.known
        self._lead = entry.body[:_LEAD]
        noun = _noun_of(entry)
        self._beside = _behind(says.goer, self._lead)
        self._noun = "" if says.is_ahead and noun == _ANNOUNCED else noun
        event, spot = entry.event or Event(), says.about["spot"]
        held = self._noun and spot and event.start and event.venue != ONLINE
        held_as = f"การ{self._noun}" if self._noun in _contests() else self._noun
        self._event = f"{held_as}ที่{spot}" if held else ""
        self._went = says.is_well_known and not says.is_ahead and not _is_a_guest(says.goer)
        self._famous = known_place(event.venue) != ""
        self._together = (
            asking_words().together.search(self._lead) is not None and not says.is_ahead
        )

    def parts(self) -> Iterator[Iterator[Asked]]:
        """What somebody did there, what it was about, and who was there with whom."""
        yield self._of_acts()
        yield self._of_matters()
        yield self._of_event()
        yield self._of_the_visit()

    def common(self) -> Iterator[Asked]:
        """By its day, which tells it from others at that place."""
        for ask in ("topic", "chaired", "guests", "host") if self._event else ():
            for one in self._asked_of(f"event_{ask}", self._event):
                yield from self._form(f"{one.ask}_day", topic=self._event)
        if self._went:
            talked = self._noun in shipped_lists("gatherings")["talks"]
            yield from self._form("day_talk" if talked else "day_what", object=self._noun)
        if _HELD in self._entry.title and not self._says.is_ahead:
            yield from self._form("day_held")

    def _of_acts(self) -> Iterator[Asked]:
        """What somebody whom everybody knows came to do, and who received them."""
        if self._went and not title_words().royal.search(self._entry.title):
            for act, told in _acts().items():
                where = self._lead if act == _MET else self._beside
                other = act == _SPEAKS and _BY_ANOTHER.search(where)
                if told.search(where) and not other:
                    yield from self._form(f"act_{act}")

    def _of_matters(self) -> Iterator[Asked]:
        """On which day and where a matter of the title was met about, and by whom."""
        if not (self._noun and self._entry.event):
            return
        contest = self._noun in _contests()
        for matter in self._about.titled(PEOPLE, RITE):
            if contest and matter.kind != TOOL:
                continue
            for ask in ("when", "where", "request"):
                kind = "contest" if contest else "gather"
                yield from self._known(f"{kind}_{ask}", topic=matter.said, object=self._noun)
            called = f"{self._noun}{'' if contest else 'เรื่อง'}{matter.said}"
            for ask in ("chaired", "guests", "host"):
                yield from self._asked_of(f"event_{ask}", called)

    def _of_event(self) -> Iterator[Asked]:
        """The same of what is called by its place, unless much goes on there."""
        if self._event and not self._famous:
            for ask in ("topic", "chaired", "guests", "host", "when", "aim"):
                yield from self._asked_of(f"event_{ask}", self._event)

    def _asked_of(self, ask: str, called: str) -> Iterator[Asked]:
        """One question about the event that is called so, where the lead answers it."""
        told = {
            "event_topic": self._noun in shipped_lists("gatherings")["talks"],
            "event_guests": len(self._entry.people) > 1 and self._together,
            "event_host": _HELD in self._lead,
            "event_aim": "เพื่อ" in self._lead,
        }
        if told.get(ask, True):
            yield from self._known(ask, topic=called)

    def _of_the_visit(self) -> Iterator[Asked]:
        """When somebody went there and with whom, and which two ministers did."""
        if not self._went:
            return
        yield from self._known("person_when")
        if len(self._entry.people) > 1 and self._together:
            yield from self._form("person_with")
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
    for text in (entry.title, entry.body[:_FIRST]):
        for noun, told in _nouns().items():
            if told.search(text):
                return noun
    return ""


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
