"""What the body of an entry tells that people would ask: of things, partners, numbers, terms."""

from collections.abc import Iterator

from bot.knowledge.entries import Entry
from bot.press.questions.asking_events import EventAsker
from bot.press.questions.asking_matters import MatterAsker
from bot.press.questions.asking_orders import OrderAsker
from bot.press.questions.asking_partners import PartnerAsker
from bot.press.questions.matters import BODY
from bot.press.questions.phrases import kind_of_topic
from bot.press.questions.subjects import Subject
from bot.press.questions.telling import facts_about, has_sum, lists_in, unit_of
from bot.press.questions.terms import short_ones_of, terms_of
from bot.press.questions.wording import Asked, Wording, is_held, name_kind
from bot.press.questions.words import asking_words

_OF_TOPICS = {  # kinds of topics → those of data/facts.yaml
    "thing": "thing",
    "goods": "goods",
    "living": "living",
    "course": "course",
    "rule": "rule",
    "trouble": "trouble",
    "people": "people",
    "gathering": "event",
}
_TERM, _TROUBLE = "term", "trouble"
_OF_NAMES = {"project_what": "project", "course_learn": "course", "thing_use": "thing"}
_USEFUL = "useful"  # a fact that is asked of what the title names in no wide word
_PEOPLE = ("คน", "ราย", "ท่าน")
_LISTING = ("project", "rule", "course", "event")  # kinds of which a body lists what they have
_CLOSE = 120  # letters before a list in which a matter has to stand


class BodyAsker:
    """Asks about what stands in the body, in short words, each thing in its own way."""

    def __init__(self, entry: Entry, subject: Subject, says: Wording) -> None:
        self._entry, self._form, self._matters = entry, says.form, says.matters
        self._about = MatterAsker(entry, says, (*subject.names, *subject.topics))
        self._events = EventAsker(entry, says)
        self._partners = PartnerAsker(entry, subject, says)
        self._orders = OrderAsker(entry, says)
        names = (*subject.names[:2], *subject.topics[:3], *subject.told[:2], *subject.named[:2])
        classes = ((one, _class_of(one)) for one in (*names, *subject.others[:3]))
        self._things = [(one, kind) for one, kind in classes if kind]
        self.terms = list(terms_of(entry, says.matters))

    def questions(self) -> Iterator[Asked]:
        """What is asked about each act, speech, thing, partner and matter."""
        yield from self._of_terms()
        yield from self._partners.questions()
        yield from self._events.questions()
        yield from self._orders.questions()
        titled = ((one, _TERM) for one in self.terms if one in self._entry.title)
        for name, kind in (*self._things, *titled):
            yield from self._of_thing(name, kind)
        yield from self._of_lists()
        yield from self._of_numbers()
        yield from self._about.questions()

    def _of_thing(self, name: str, kind: str) -> Iterator[Asked]:
        plain = name in self._entry.title and not asking_words().wide.match(name)
        for fact in facts_about(name, kind, self._entry.body):
            if fact == _USEFUL and not plain:
                continue
            yield from self._form(f"fact_{fact}", topic=name)

    def _of_lists(self) -> Iterator[Asked]:
        """Who takes part, where, and what there is, as the body lists it."""
        for listed in lists_in(self._entry.body):
            things = [
                one for one, kind in self._things if kind in _LISTING and one in listed.before
            ]
            for thing in things[:1]:
                yield from self._form(f"list_{listed.kind}", topic=thing, unit=listed.asked)
            close = listed.before[-_CLOSE:]
            matters = [
                one.said
                for one in self._matters
                if one.written in close and one.said not in asking_words().broad
            ]
            for said in matters[:1] if listed.kind == "joins" and not things else ():
                yield from self._form("list_about", topic=said, unit=listed.asked)

    def _of_numbers(self) -> Iterator[Asked]:
        """How many of a thing there are, and what was spent on it."""
        body = self._entry.body[:BODY]
        for name, kind in self._things:
            unit = unit_of(name, body) if name in self._entry.title else ""
            if unit and not (unit in _PEOPLE and is_held(name)):  # "มีกี่ราย" of a rite
                yield from self._form("number_of", topic=name, unit=unit)
            if kind != _TROUBLE and has_sum(name, body):
                yield from self._form("money_of", topic=name)

    def _of_terms(self) -> Iterator[Asked]:
        """What foreign names and coined words are that the entry explains."""
        for term in self.terms:
            yield from self._form("term_what", name=term)
            yield from self._form("name_request", name=term)
        for short in short_ones_of(self._entry):
            yield from self._form("term_full", name=short)

    @property
    def goes(self) -> bool:
        """Whether the lead tells close behind somebody's name what they came to do."""
        return self._events.acted


def _class_of(name: str) -> str:
    """Its kind by data/facts.yaml; "" for what has no facts of its own."""
    if is_held(name):
        return "event"
    return _OF_NAMES.get(name_kind(name), "") or _OF_TOPICS.get(kind_of_topic(name), "")
