"""What can be asked about those who speak in an entry, and with whom they talk."""

from collections.abc import Iterator, Sequence

from bot.knowledge.entries import Entry
from bot.press.questions.callings import called
from bot.press.questions.deeds import tells
from bot.press.questions.matters import RITE, is_matter
from bot.press.questions.phrases import kind_of_topic
from bot.press.questions.speakers import speaker_of, speeches_of
from bot.press.questions.spoken import said_actor
from bot.press.questions.subjects import Subject
from bot.press.questions.talks import Talk, called_abroad, guest_in
from bot.press.questions.wording import Asked, Wording, is_gathering, is_no_matter

_DOING, _WORK = "การ", "matter"  # what is worked at begins so, and is of that kind
_OF_TOPICS, _TWICE = "topic_person", 2  # times that somebody says what the title has not
_LEAD, _OFFICE = 500, 36  # letters in which a guest is named, and of what they are called by
_FIRST = 5  # pieces of a title, of which one tells that somebody says something


class SpeechAsker:
    """Asks about the people of one entry, of whom only those who say something are asked for."""

    def __init__(self, entry: Entry, subject: Subject, says: Wording) -> None:
        self._entry, self._subject, self._says = entry, subject, says
        self._form, self._known = says.form, says.known
        self._speeches = speeches_of(entry)

    def talk(self, talk: Talk) -> Iterator[Asked]:
        """With whom somebody talked, or who came to see them: of what, when and where."""
        about = {"partner": talk.partner, "guest": talk.partner}
        if talk.host:
            about["actor"] = said_actor(talk.host.strip(), self._entry)
        for ask in ("what", "when", "where", "came", "news"):
            yield from self._known(f"{talk.kind}_{ask}", **about)
        if talk.kind == "talks" and not (self._says.is_person or talk.host) and self._entry.people:
            yield from self._form("talks_led", **about)

    def guest(self) -> Iterator[Asked]:
        """What somebody whom the lead names by an office came for, and when."""
        found = guest_in(self._entry.body[:_LEAD], self._entry.people)
        if found and called(found[1], self._entry):
            guest, host = found
            office = called_abroad(guest.role)
            if 0 < len(office) <= _OFFICE:
                about = {"guest": office, "actor": called(host, self._entry)}
                for ask in ("what", "when", "where", "came", "news"):
                    yield from self._known(f"guest_{ask}", **about)

    def matter(self, matter: str) -> Iterator[Asked]:
        """What somebody said of the matter that the title quotes."""
        if not self._says.is_person:
            return
        who = "person" if self._says.is_well_known else "actor"
        yield from self._says.spoken("topic_said", matter, self._says.about[who])

    def titled(self) -> Iterator[Asked]:
        """What the actor says of each matter that stands behind a verb of saying in the title."""
        chunks = self._says.chunks
        told = next((n for n, chunk in enumerate(chunks[:_FIRST]) if n and tells(chunk)), 0)
        person = self._says.about["person"] if self._says.is_person else ""
        about = {"person": person} if person and self._says.is_well_known else {}
        for matter in self._says.matters if told else ():
            titled = matter.written in " ".join(chunks[told:])
            if titled and matter.kind != RITE:
                if about:
                    yield from self._says.spoken(_OF_TOPICS, matter.said, person)
                else:
                    yield from self._says.of_words(matter.said)

    def said(self, terms: Sequence[str]) -> Iterator[Asked]:
        """What somebody says of the names, of foreign and coined ones, and of the topics."""
        told = self._subject
        lesser = (one for one in (*told.told, *told.others) if not one.startswith(_DOING))
        topics = (*told.topics, *lesser)
        for ask, things in (
            ("name_person", (*told.names[:2], *told.named[:2], *terms)),
            (_OF_TOPICS, topics),
        ):
            for one in map(self._in_few_words, things):
                work = ask == _OF_TOPICS and _is_work(one)
                told_of = not (work or is_gathering(one) or is_no_matter(one))
                least = _TWICE if ask == _OF_TOPICS and one not in self._entry.title else 1
                if told_of and (person := self._speaker_of(one, least)):
                    yield from self._says.spoken(ask, one, person)

    def _in_few_words(self, thing: str) -> str:
        """The few words that people have for a thing, where they have such."""
        matters = self._says.matters
        return next((one.said for one in matters if one.written == thing), thing)

    def _speaker_of(self, thing: str, least: int) -> str:
        """Who says something of it in the body, as people call them; "" where nobody does."""
        person = speaker_of(thing, self._entry, self._speeches, least)
        return called(person, self._entry) if person else ""


def _is_work(topic: str) -> bool:
    """Whether it is something that is worked at, in more words than people have for it."""
    return kind_of_topic(topic) == _WORK and not is_matter(topic)
