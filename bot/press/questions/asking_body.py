"""What the body of an entry tells that people would ask: of things, partners, numbers, terms."""

from collections.abc import Iterator

from bot.knowledge.entries import Entry
from bot.press.questions.asking_events import EventAsker
from bot.press.questions.asking_matters import MatterAsker
from bot.press.questions.asking_partners import PartnerAsker
from bot.press.questions.phrases import kind_of_topic
from bot.press.questions.subjects import Subject
from bot.press.questions.telling import facts_about
from bot.press.questions.terms import terms_of
from bot.press.questions.wording import Asked, Wording, is_held

_OF_TOPICS = {  # kinds of topics → those of data/facts.yaml
    "trouble": "trouble",
    "people": "people",
    "gathering": "event",
    "living": "living",
}


class BodyAsker:
    """Asks about what stands in the body, in short words, each thing in its own way."""

    def __init__(self, entry: Entry, subject: Subject, says: Wording, *, named: bool) -> None:
        """`named` says whether what was held has a name by which people call it."""
        self._entry, self._form = entry, says.form
        self._about = MatterAsker(entry, says, (*subject.names, *subject.topics))
        self._events = EventAsker(entry, says, named=named)
        self._partners = PartnerAsker(entry, subject, says)
        names = (*subject.names[:2], *subject.topics[:3], *subject.told[:2], *subject.named[:2])
        classes = ((one, _class_of(one)) for one in (*names, *subject.others[:3]))
        self._things = [(one, kind) for one, kind in classes if kind]
        self.terms = list(terms_of(entry, says.matters))

    def questions(self) -> Iterator[Asked]:
        """What is asked about each act, speech, thing, partner and matter."""
        yield from self._of_terms()
        yield from self._partners.questions()
        yield from self._events.questions()
        for name, kind in self._things:
            yield from self._of_thing(name, kind)
        yield from self._about.questions()

    def _of_thing(self, name: str, kind: str) -> Iterator[Asked]:
        for fact in facts_about(name, kind, self._entry.body):
            yield from self._form(f"fact_{fact}", topic=name)

    def _of_terms(self) -> Iterator[Asked]:
        """What foreign names and coined words are that the entry explains."""
        title = self._entry.title.lower()
        for term in self.terms:
            yield from self._form("term_what", name=term)
            if term.lower() in title:
                yield from self._form("name_request", name=term)

    @property
    def goes(self) -> bool:
        """Whether the lead tells close behind somebody's name what they came to do."""
        return self._events.acted


def _class_of(name: str) -> str:
    """Its kind by data/facts.yaml; "" for what has no facts of its own."""
    return "event" if is_held(name) else _OF_TOPICS.get(kind_of_topic(name), "")
