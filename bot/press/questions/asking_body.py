"""What the body of an entry tells that people would ask: of things, partners, numbers, terms."""

import re
from collections.abc import Iterator

from bot.knowledge.entries import Entry
from bot.press.facts.headlines import title_words
from bot.press.questions.asking_events import EventAsker
from bot.press.questions.asking_matters import RITE, MatterAsker
from bot.press.questions.companions import partners_in
from bot.press.questions.matters import BODY
from bot.press.questions.phrases import kind_of_topic
from bot.press.questions.spoken import in_words
from bot.press.questions.subjects import Subject
from bot.press.questions.telling import facts_about, has_sum, lists_in, unit_of
from bot.press.questions.wording import Asked, Wording, is_held, name_kind

_OF_TOPICS = {  # kinds of topics → those of data/facts.yaml
    "thing": "thing",
    "goods": "thing",
    "living": "thing",
    "course": "course",
    "rule": "rule",
    "trouble": "trouble",
    "people": "people",
    "gathering": "event",
}
_OF_NAMES = {"project_what": "project", "course_learn": "course", "thing_use": "thing"}
_SIGNED = "ลงนาม"
_PEOPLE = ("คน", "ราย", "ท่าน")
_LEAD = 700  # letters
_PASSING = 2  # times that a term may stand in a text that is about something else
_CLOSE = 120  # letters before a list in which a matter has to stand
_TERM = re.compile(r"\((?P<term>[A-Z][A-Za-z0-9]*(?:[A-Z0-9]|[ -][A-Za-z0-9]+){1,4}s?)\)")


class BodyAsker:
    """Asks about what stands in the body, in short words, each thing in its own way."""

    def __init__(self, entry: Entry, subject: Subject, says: Wording) -> None:
        self._entry, self._says = entry, says
        self._form, self._known = says.form, says.known
        self._about = MatterAsker(entry, says, (*subject.names, *subject.topics))
        self._events = EventAsker(entry, says, self._about)
        told = subject
        names = (*told.names[:2], *told.topics[:3], *told.told[:2], *told.named[:2])
        classes = ((one, _class_of(one)) for one in (*names, *told.others[:3]))
        self._things = [(one, kind) for one, kind in classes if kind]

    def parts(self) -> Iterator[Iterator[Asked]]:
        """What is asked about each act, speech, thing, partner and matter."""
        yield from self._events.parts()
        for name, kind in self._things:
            yield self._of_thing(name, kind)
        yield self._of_partners()
        yield self._of_lists()
        yield self._of_numbers()
        yield from self._about.parts()
        yield self._of_terms()

    def _of_thing(self, name: str, kind: str) -> Iterator[Asked]:
        for fact in facts_about(name, kind, self._entry.body):
            yield from self._form(f"fact_{fact}", topic=in_words(name))

    def _of_partners(self) -> Iterator[Asked]:
        """What is done together with whom the body names, and when it was signed."""
        doer = self._says.about["doer"]
        for name in partners_in(self._entry.body) if doer and not self._says.is_person else ():
            if name in doer or doer in name:
                continue
            yield from self._form("partner_what", partner=name, actor=doer)
            if _SIGNED in self._entry.body[:_LEAD]:
                yield from self._known("partner_when", partner=name, actor=doer)
                yield from self._known("partner_where", partner=name, actor=doer)
            for matter in self._about.titled(RITE):
                yield from self._form("partner_topic", partner=name, topic=matter.said, actor=doer)

    def _of_lists(self) -> Iterator[Asked]:
        """Who takes part, where, and what there is, as the body lists it."""
        for listed in lists_in(self._entry.body):
            things = [in_words(one) for one, _ in self._things if one in listed.before]
            for thing in things[:1]:
                yield from self._form(f"list_{listed.kind}", topic=thing, unit=listed.asked)
            close = listed.before[-_CLOSE:]
            matters = [one.said for one in self._about.matters if one.written in close]
            for said in matters[:1] if listed.kind == "joins" and not things else ():
                yield from self._form("list_about", topic=said, unit=listed.asked)

    def _of_numbers(self) -> Iterator[Asked]:
        """How many of a thing there are, and what was spent on it."""
        body = self._entry.body[:BODY]
        for name, _ in self._things:
            unit = unit_of(name, body)
            if unit and not (unit in _PEOPLE and is_held(name)):  # "มีกี่ราย" of a rite
                yield from self._form("number_of", topic=in_words(name), unit=unit)
            if has_sum(name, body):
                yield from self._form("money_of", topic=in_words(name))

    def _of_terms(self) -> Iterator[Asked]:
        """What a foreign term is, which the body puts behind its Thai and comes back to."""
        text = f"{self._entry.title} {self._entry.body[:BODY]}"
        for term in dict.fromkeys(found["term"] for found in _TERM.finditer(text)):
            plain = title_words().generic.issuperset(term.split())
            if not plain and (term in self._entry.title or text.count(term) > _PASSING):
                yield from self._form("term_what", name=term)


def _class_of(name: str) -> str:
    """Its kind by data/facts.yaml; "" for what has no facts of its own."""
    if is_held(name):
        return "event"
    return _OF_NAMES.get(name_kind(name), "") or _OF_TOPICS.get(kind_of_topic(name), "")
