"""What can be asked about what was held, by the name that title or lead gives it."""

from collections.abc import Iterator
from itertools import islice

from bot.knowledge.entries import Entry
from bot.press.questions.asking_partners import ANNOUNCED, SIGNED
from bot.press.questions.callings import called, tells_of_others
from bot.press.questions.occasions import occasions_of, written_in
from bot.press.questions.speakers import speakers_in
from bot.press.questions.subjects import Subject
from bot.press.questions.telling import facts_about
from bot.press.questions.wording import Asked, Wording, is_held, name_kind

_MOST = 2
_MOST_SPEAKERS = 3
_EVENT, _AIM = "event", "held_aim"  # a kind and a fact of data/facts.yaml


class OccasionAsker:
    """Asks when, where, what for and by whom it was held, and who spoke there."""

    def __init__(self, entry: Entry, subject: Subject, says: Wording) -> None:
        self._entry, self._says = entry, says
        self._form, self._known = says.form, says.known
        self._subject = subject
        self._titled = [one for one in subject.names if is_held(one)][:1]
        self._names = () if self._titled else occasions_of(entry)[:_MOST]

    def parts(self) -> Iterator[Iterator[Asked]]:
        """Of those that the title's names do not tell all; of those only who spoke."""
        for name in self._names:
            yield self._of_name(name)
        for name in (*self._titled, *self._names[:1]):
            yield self._of_those_there(name)

    def _of_name(self, name: str) -> Iterator[Asked]:
        if SIGNED.search(self._entry.title) is None:  # whose day is that of the contract
            yield from self._known("name_when", name=name)
            yield from self._known("name_where", name=name)
        kind = name_kind(name)
        yield from self._known("fair_what" if kind == "none" else kind, name=name)
        body = self._entry.body
        if _AIM in facts_about(written_in(body, name), _EVENT, body):
            yield from self._form("fact_held_aim", topic=name)
        if not (self._says.is_ahead or ANNOUNCED.search(self._entry.title)):
            yield from self._known("name_opened", name=name)
        yield from self._known("name_held", name=name)
        yield from self._known("name_site", name=name)
        yield from self._known("name_theme", name=name)
        yield from self._known("name_until", name=name)
        if not any(name in other or other in name for other in self._subject.names):
            yield from self._form("name_request", name=name)

    def _of_those_there(self, name: str) -> Iterator[Asked]:
        """What those said there of whom people ask; of what is announced nobody said it there."""
        if self._says.is_ahead or ANNOUNCED.search(self._entry.title):
            return
        there = (one for one in speakers_in(self._entry) if not tells_of_others(one))
        asked = filter(None, (called(one, self._entry) for one in there))
        for person in islice(asked, _MOST_SPEAKERS):
            yield from self._form("name_said", name=name, person=person)
