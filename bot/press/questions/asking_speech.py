"""What can be asked about those who speak in an entry, with whom they talk, and who they are."""

import re
from collections.abc import Iterator

from bot.knowledge.entries import Entry, Person
from bot.press.questions.speakers import speaker_of, speeches_of
from bot.press.questions.spoken import in_words, said_actor, said_name
from bot.press.questions.subjects import Subject
from bot.press.questions.talks import Talk
from bot.press.questions.wording import (
    Asked,
    Wording,
    asking_words,
    is_gathering,
    is_known,
    is_no_matter,
)

_ROLE = (8, 42)
_ROLE_THERE = 42  # letters of a role and of the place
_MOST_PEOPLE = 3
_DOING = "การ"
_OR = re.compile(r"\s?\(|\sหรือ\s|\sผู้บริหาร|และ(?:อดีต|ผู้)")
_CUT = ("ฯ", *map(str, range(10)))  # what the end of a role may not be


class SpeechAsker:
    """Asks about the people of one entry, of whom only those who say something are asked for."""

    def __init__(self, entry: Entry, subject: Subject, says: Wording) -> None:
        self._entry, self._subject, self._says = entry, subject, says
        self._form, self._known = says.form, says.known
        self._speeches = speeches_of(entry)

    def talk(self, talk: Talk) -> Iterator[Asked]:
        """With whom somebody talked, or who came to see them: of what, when and where."""
        about = {"partner": in_words(talk.partner), "guest": in_words(talk.partner)}
        if talk.host:
            about["actor"] = said_actor(talk.host.strip(), self._entry)
        for ask in ("what", "when", "where"):
            yield from self._known(f"{talk.kind}_{ask}", **about)

    def matter(self, matter: str) -> Iterator[Asked]:
        """What somebody said of the matter that the title quotes, when and where."""
        if not self._says.is_person:
            return
        who = "person" if self._says.is_well_known else "actor"
        about = {"topic": matter, "actor": self._says.about[who], "person": self._says.about[who]}
        for ask in ("topic_said", "said_when", "said_where"):
            yield from self._known(ask, **about)

    def told(self) -> Iterator[Asked]:
        """What was told of the matter that the title gives as somebody's words, and when."""
        said = self._subject.said
        if said and not asking_words().no_matters.match(said.matter):
            yield from self._form("tell_what", verb=said.verb, topic=in_words(said.matter))
            yield from self._known("tell_when", verb=said.verb, topic=in_words(said.matter))

    def said(self) -> Iterator[Asked]:
        """What somebody says of the title's names and topics."""
        told = self._subject
        lesser = (one for one in (*told.told, *told.others) if not one.startswith(_DOING))
        topics = (*told.topics, *told.works, *lesser)
        for ask, things in (("name_person", told.names[:1]), ("topic_person", topics)):
            for one in things:
                told_of = not (is_gathering(one) or is_no_matter(one))
                if told_of and (person := self._speaker_of(one)):
                    yield from self._form(ask, name=one, topic=one, person=person)
                    yield from self._of_the_speech(one, person)
                    if " " not in person:
                        yield from self._form("topic_by", topic=one, person=person)

    def people(self) -> Iterator[Asked]:
        """Who holds an office there, or who those few know are, of those who speak."""
        unknown = [one for one in self._entry.people if not is_known(one)]
        speaking = [person for _, person in self._speeches if person in unknown]
        for person in dict.fromkeys(speaking[:_MOST_PEOPLE]):
            role = in_words(_OR.split(person.role)[0])
            fits = _ROLE[0] <= len(role) <= _ROLE[1]
            sound = fits and not asking_words().no_offices.search(role)
            alone = asking_words().offices.match(person.role) and not role.endswith(_CUT)
            yield from self._form("person_role", role=role if sound and alone else "")
            yield from self._form("person_who", person=said_name(person, whole=True))
            if sound and self._may_have_gone(person, role):
                yield from self._form("role_there", role=role)

    def _may_have_gone(self, person: Person, role: str) -> bool:
        """Whether somebody beside the one whom the title names was there, in few words."""
        there = len(role) + len(self._says.about["venue"]) <= _ROLE_THERE
        return there and person != self._says.goer and not self._says.is_ahead

    def _of_the_speech(self, thing: str, person: str) -> Iterator[Asked]:
        """Where and on which day it was spoken of by whom the title tells, who was there."""
        if person == self._says.about["person"] and not self._says.is_ahead:
            yield from self._known("said_when", topic=thing)
            yield from self._known("said_where", topic=thing)

    def _speaker_of(self, thing: str) -> str:
        """Who says something of it in the body, as people call them; "" where nobody does."""
        person = speaker_of(thing, self._entry, self._speeches)
        return said_name(person) if person else ""
