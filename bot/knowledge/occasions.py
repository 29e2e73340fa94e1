"""Who was where on which day, and who they are: what fits the forms of any question."""

import re
from collections.abc import Iterator

from bot.knowledge.entries import Entry, Event, Person
from bot.knowledge.happenings import ONLINE
from bot.knowledge.persons import untitled
from bot.knowledge.question_forms import Forms
from bot.knowledge.spoken import (
    MINISTER,
    is_at_home,
    main_person,
    said_actor,
    said_name,
    said_venue,
)
from bot.thai.dates import thai_date

_VENUE = (4, 45)
_ROLE = (12, 60)
_OFFICE = re.compile(
    "อธิบดี|ผู้อำนวยการ|ผอ|อธิการบดี|ปลัด|ผู้ว่า|เลขาธิการ|คณบดี|ประธาน|นายก|รองปลัด|ผู้บัญชาการ|ผู้จัดการ|เอกอัครราชทูต"
)  # that one alone holds
_OR = re.compile(r"\s?\(|\sหรือ\s|\sผู้บริหาร|และ(?:อดีต|ผู้)")
_CAPITAL = "กรุงเทพมหานคร"
_KNOWN = re.compile("(?<!เลขานุการ)รัฐมนตรี|รมว|(?<!นคร)นายก(?!สมาคม|สภา|อบ|เทศ)")
_SAID = re.compile("กล่าว|เปิดเผย")


class Occasion:
    """What an entry tells of the people, the place and the day, as people say it.

    `about` is that by the names of slots; "" what is not known. `forms` are filled with it.
    """

    def __init__(self, entry: Entry, actor: str) -> None:
        self._entry = entry
        self.about = _about(entry, actor)
        person = main_person(entry)
        speaks_for_others = person is not None and "โฆษก" in person.role
        self._was_elsewhere = speaks_for_others or _is_ahead(entry)
        self.forms = Forms(entry.id, self.about)

    def of_the_place(self) -> Iterator[str]:
        """What there was at that place, and who went there.

        Spokesmen tell of others, and who announces an event is not there yet.
        """
        if not self._was_elsewhere:
            yield from self.forms.asked("person_venue")
            if self.about["day"]:
                yield from self.forms.asked("gone_when")
            if len(self._entry.people) > 1:
                yield from self.forms.asked("gone_with")
        if self._entry.event:
            actor, venue = self.about["actor"], self.about["venue"]
            if not (self.is_person(actor) or is_at_home(actor, venue)):
                yield from self.forms.asked("actor_venue")
            yield from self.forms.asked("day_venue")
            yield from self.forms.asked("actor_place")

    def is_person(self, actor: str) -> bool:
        """Whether the actor is the first person told of, whose own questions ask the same."""
        first = main_person(self._entry) or Person("")
        minister = actor.startswith("รัฐมนตรี") and MINISTER.match(first.role) is not None
        named = untitled(actor.removeprefix("คุณ"))
        return minister or (bool(named) and named in first.name)

    def of_the_day(self) -> Iterator[str]:
        """Who did what on it, and where."""
        if not self._was_elsewhere:
            yield from self.forms.asked("person_day")
            yield from self.forms.asked("person_there")
        if not self.is_person(self.about["actor"]):
            yield from self.forms.asked("actor_day")
            yield from self.forms.asked("actor_there")

    def of_people(self, first: int, last: int) -> Iterator[str]:
        """Who those few know are, and who holds their offices."""
        unknown = [one for one in self._entry.people if not _KNOWN.search(one.role)]
        for person in unknown[first:last]:
            yield from self.forms.asked("person_who", person=said_name(person, whole=True))
            role = _OR.split(person.role)[0]
            sound = _ROLE[0] <= len(role) <= _ROLE[1] and not _SAID.search(role)
            alone = _OFFICE.match(role) and not role[-1].isdigit()
            yield from self.forms.asked("person_role", role=role if sound and alone else "")


def _is_ahead(entry: Entry) -> bool:
    start = entry.event.start if entry.event else None
    return start is not None and entry.published is not None and start > entry.published


def _about(entry: Entry, actor: str) -> dict[str, str]:
    event = entry.event or Event()
    venue = said_venue(event.venue)
    person = main_person(entry)
    own = person is not None and is_at_home(person.role, venue)
    named = event.venue != ONLINE and not own and _VENUE[0] <= len(venue) <= _VENUE[1]
    return {
        "actor": said_actor(actor, entry),
        "person": said_name(person) if person else "",
        "venue": venue if named else "",
        "day": thai_date(event.start) if event.start else "",
        "year": str(day.year + 543) if (day := event.start or entry.published) else "",
        "place": event.province if event.province != _CAPITAL else "",
    }
