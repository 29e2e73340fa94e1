"""Asks about what went on at a place: what somebody came to do there, and what was held."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from bot.knowledge.entries import Entry, Event, Person
from bot.knowledge.persons import given_name
from bot.knowledge.words import any_of, shipped_lists
from bot.press.facts.events import ONLINE
from bot.press.facts.headlines import title_words
from bot.press.questions.matters import PEOPLE, RITE, TROUBLE, Matter
from bot.press.questions.spoken import is_hotel, known_place
from bot.press.questions.wording import Asked, Wording, mentions

_LEAD = 700  # letters that tell what went on
_FIRST = 450  # letters that tell what kind of event it was
_ANNOUNCED = "แถลงข่าว"  # whose day and place are not those of what is announced
_BESIDE = 300  # letters behind somebody's name that tell what they did
_CLOSE, _FAR = 45, 60  # letters behind the kind of an event that tell its matter, if need be
_GOES_ON = re.compile("เพื่อ|โดย|พร้อม| (?:ณ|เตรียม|มุ่ง|ย้ำ|หวัง|เผย|ชู)")  # behind its matter
_AIM = re.compile("เพื่อ|วัตถุประสงค์")


class EventAsker:
    """An event without a name is called by its kind with its matter ("อบรมสมุนไพร") or place."""

    def __init__(self, entry: Entry, says: Wording, *, named: bool) -> None:
        self._entry, self._says, self._named = entry, says, named
        self._form, self._known = says.form, says.known
        self._noun = _noun_of(entry)
        self._lead = entry.body[:_LEAD]
        self._beside = _behind(says.goer, self._lead)
        self._first = entry.body[:_FIRST] if entry.event and entry.event.start else ""
        self._titled = says.titled(PEOPLE, RITE)
        self._matters = [one for one in says.matters if one.kind not in (PEOPLE, RITE)]
        there = says.is_well_known and not says.is_ahead and not is_hotel(says.about["venue"])
        self._went = there and not _is_a_guest(says.goer)

    @property
    def acted(self) -> bool:
        """Whether the lead tells close behind somebody's name what they came to do."""
        return any(told.search(self._beside) for told in _acts().values())

    def questions(self) -> Iterator[Asked]:
        """What somebody did there, what was held, and what it was about."""
        yield from self._of_acts()
        if not self._named:
            yield from self._of_the_event()
            yield from self._of_the_place()

    def _of_acts(self) -> Iterator[Asked]:
        """What somebody whom everybody knows came to do."""
        if self._went and not title_words().royal.search(self._entry.title):
            for act, told in _acts().items():
                if told.search(self._beside):
                    yield from self._form(f"act_{act}")

    def _of_the_event(self) -> Iterator[Asked]:
        """When and where one of that kind about a matter was held, by whom, and why."""
        lists = shipped_lists("gatherings")
        for kind, matter in self._held():
            about = {"topic": matter.said, "object": kind}
            about |= {"spot": ""} if is_hotel(self._says.about["spot"]) else {}
            about |= {"office": self._says.owner}
            for ask in ("event_when", "event_where", "event_opened", "event_chaired", "event_came"):
                yield from self._known(ask, **about)
            yield from self._form("event_news", **about)
            if kind in lists["talks"]:
                yield from self._form("event_about", **about)
            if _AIM.search(self._lead):
                yield from self._form("event_aim", **about)

    def _held(self) -> Iterator[tuple[str, Matter]]:
        """The kinds of events with the matters told close behind them, by title or lead."""
        lists, seen = shipped_lists("gatherings"), set[str]()
        for text, matters in ((self._entry.title, self._titled), (self._first, self._matters)):
            kind = _noun_in(text)
            found = _nouns()[kind].search(text) if kind else None
            told = _GOES_ON.split(text[found.end() :][:_FAR])[0] if found else ""
            near = told[:_CLOSE]
            told = near if any(one.written in near for one in matters) else told
            for matter in matters:
                contested = kind in lists["contests"] and matter.kind == TROUBLE
                fits = kind in (*lists["on_matters"], *lists["contests"]) and not contested
                if fits and matter.written in told and matter.said not in seen:
                    seen.add(matter.said)
                    yield kind, matter

    def _of_the_place(self) -> Iterator[Asked]:
        """What is talked of, where it is called by its place and little goes on."""
        noun, event = self._noun, self._entry.event or Event()
        spot = self._says.about["spot"]
        held = spot and event.start and event.venue != ONLINE and not is_hotel(spot)
        announced = noun == _ANNOUNCED and self._says.is_ahead
        talk = noun in shipped_lists("gatherings")["talks"]
        if held and talk and not (announced or known_place(event.venue)):
            yield from self._form("event_topic", topic=f"{noun}ที่{spot}")


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


@lru_cache(maxsize=1)
def _nouns() -> Mapping[str, re.Pattern[str]]:
    nouns: Mapping[str, list[str]] = shipped_lists("gatherings")["nouns"]
    return {noun: re.compile(any_of(told)) for noun, told in nouns.items()}


@lru_cache(maxsize=1)
def _acts() -> Mapping[str, re.Pattern[str]]:
    return {act: re.compile(any_of(told)) for act, told in shipped_lists("acts").items()}
