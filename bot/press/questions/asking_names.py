"""Asks about the names and topics of an entry: what they are, where one gets or joins them."""

import re
from collections.abc import Iterator, Sequence

from bot.knowledge.entries import Entry
from bot.press.facts.headlines import is_quoted, title_words
from bot.press.questions.asking_partners import ANNOUNCED, SIGNED
from bot.press.questions.deeds import worked_at
from bot.press.questions.phrases import kind_of_topic
from bot.press.questions.short_names import short_of
from bot.press.questions.speakers import speaks
from bot.press.questions.subjects import Subject
from bot.press.questions.terms import is_explained, is_known_term, is_told
from bot.press.questions.wording import Asked, Wording, is_gathering, is_held, name_kind
from bot.press.questions.words import asking_words

_DOING = "การ"  # what is worked at begins so
_OFTEN = 3  # times that a body tells of an event that it is about
_PLAIN = 7  # letters of a word that everybody knows
_SAID_WHOLE = 30  # letters of a name that somebody types who only wants to hear of it
_SAID_OF_OFFICES = 26  # letters of what one asks what an office does about
_ACTED_ON = ("thing", "goods", "technology", "matter", "trouble")  # about which one does something
_EVERYDAY = ("people", "living", "goods")  # kinds of which everybody knows what they are
_JOIN = re.compile("(?<!เลือก)สมัคร(?!ใจ|สมาน)|ลงทะเบียน")
_SOUGHT = ("thing", "place", "course", "money")  # kinds that one looks up
_TOLD = {  # kind of question → letters behind a name that have to say what it is
    "name_what": 15,
    "project_what": 45,
}
_PROJECT, _LATIN = "โครงการ", re.compile("[A-Za-z]")
_ABOUT = re.compile(f"{SIGNED.pattern}|แถลงข่าว|พิธี")


class NameAsker:
    """Asks by the names that things have in the title, and by those that only the body gives."""

    def __init__(self, entry: Entry, subject: Subject, says: Wording) -> None:
        self._entry, self._subject, self._says = entry, subject, says
        self._form, self._known = says.form, says.known
        self.speaks = says.is_well_known and speaks(says.goer, entry)

    @property
    def wished(self) -> Sequence[str]:
        """The names that somebody would type who only wants to hear of them."""
        return list(filter(self._is_wished_for, self._subject.names))

    def titled(self) -> Iterator[Asked]:
        """What is asked about the first two names of the title."""
        words, told = title_words(), self._subject.names
        names = [one for one in told if not (words.vague.match(one) or words.headed.fullmatch(one))]
        for number, name in enumerate(names[:2]):
            yield from self._of_name(name, first=number == 0)

    def lesser(self) -> Iterator[Asked]:
        """What is asked about the names and topics that only lead or body tell of."""
        told = self._subject
        for one in told.told:
            if title_words().headed.match(one):
                yield from self._of_headed(one)
            else:
                yield from self._about_it(one)
                yield from self._as_news(one)
        for one in (one for one in told.others if not one.startswith(_DOING)):
            yield from self._as_news(one)
        for name in told.named:
            kind = name_kind(name)
            known = kind_of_topic(name) in _EVERYDAY
            if not (known or is_held(name)) and self._says_what(name, kind):
                yield from self._known(kind, name=name)
                yield from self._form("name_request", name=name)
                if kind == "project_what":
                    yield from self._form("project_is", name=name)

    def _as_news(self, topic: str) -> Iterator[Asked]:
        """What news there is of something that the lead tells of, or that is worked at."""
        if kind_of_topic(topic) != "people" and _is_brief(topic) and not is_gathering(topic):
            yield from self._says.news(topic)

    def of_topic(self, topic: str) -> Iterator[Asked]:
        """What it is, who says what of it, where one joins or asks."""
        yield from self._about_it(topic)
        if is_gathering(topic):
            return
        if self._is_done(topic):
            kind = kind_of_topic(topic)
            acted = kind in _ACTED_ON and not topic.startswith(_DOING)
            news = self._says.news(topic)
            yield from self._says.of_work(topic, kind) if acted else news
        if not self._subject.names and self._is_sought(topic):
            yield from self._form("name_request", name=topic)
        if self._takes_members(topic):
            yield from self._form("topic_join", topic=topic)

    def _is_done(self, topic: str) -> bool:
        """Whether it is told in few words, and says more than an office's name."""
        return _is_brief(topic) and not self._says.is_in_office(topic)

    def _of_name(self, name: str, *, first: bool) -> Iterator[Asked]:
        held = is_held(name)
        then = held and not self._told_before(name)
        what, ahead = name_kind(name), self._says.is_ahead
        over = then and not (ahead or ANNOUNCED.search(self._entry.title))
        asked = self._is_asked_what(name, what)
        wanted = {
            "name_when": then,
            "name_where": then,
            what: asked,
            "project_is": what == "project_what" and asked,
            "name_join": first and self._takes_members(name),
            "name_until": then and first,
            "name_theme": held and first,
            "name_said": held and self.speaks and not ahead,
            "name_contact": first and _is_offered(name),
            "name_site": first,
            "name_held": held,
            "name_opened": over,
            "name_chaired": over,
            "name_came": over,
            "name_request": self._is_wished_for(name),
        }
        for ask in (ask for ask, sound in wanted.items() if sound):
            yield from self._known(ask, name=name)

    def _is_asked_what(self, name: str, kind: str) -> bool:
        """Whether it is more than a rite or a word, and the text says what an English one is."""
        rite = kind == "none" or (is_held(name) and _ABOUT.search(name) is not None)
        rite = rite or title_words().royal.search(name) is not None
        told = kind != "name_english" or (
            is_explained(name, self._entry) and not is_known_term(name)
        )
        told = told and self._says_what(name, kind)
        known = kind_of_topic(name) in _EVERYDAY
        return told and not (rite or known or self._is_plain(name))

    def _is_plain(self, name: str) -> bool:
        """Whether it is a short word, and none that the title quotes and the body comes back to."""
        own = is_quoted(name, self._entry.title) and self._entry.body.count(name) >= _OFTEN
        return len(name) <= _PLAIN and not own

    def _says_what(self, name: str, kind: str) -> bool:
        """Whether the text says what it is close behind it, or sets it off as a name of its own."""
        if kind not in _TOLD:
            return True
        text = f"{self._entry.title}\n{self._entry.body}"
        within = _TOLD["project_what" if _LATIN.search(name) else kind]
        set_off = is_quoted(name, text) or is_quoted(name.removeprefix(_PROJECT), text)
        return set_off or is_told(name, self._entry, within)

    def _is_wished_for(self, name: str) -> bool:
        """Whether somebody would type it who only wants to hear of it."""
        if kind_of_topic(name) in _EVERYDAY or len(name) > _SAID_WHOLE:
            return False
        if name.isascii():
            return is_held(name) or is_explained(name, self._entry)
        words = title_words()
        told = is_held(name) or kind_of_topic(name)
        return bool(told or words.headed.match(name) or words.offered.match(name)) and not (
            self._is_plain(name)
        )

    def _is_sought(self, topic: str) -> bool:
        """Whether it is of a kind that one looks up, and no matter of which there is much news."""
        wide = any(topic in matter.written or topic == matter.said for matter in self._says.matters)
        return kind_of_topic(topic) in _SOUGHT and not wide and self._is_wished_for(topic)

    def _told_before(self, name: str) -> bool:
        """Whether the day is that of a contract or a press conference about it."""
        return _ABOUT.search(self._entry.title) is not None and not _ABOUT.search(name)

    def _of_headed(self, name: str) -> Iterator[Asked]:
        passing = is_held(name) and self._entry.body.count(name) < _OFTEN
        if passing or (self._entry.event and name in self._entry.event.venue):
            return
        kind = name_kind(name)
        kind = "name_what" if kind == "none" else kind
        if self._says_what(name, kind):
            yield from self._known(kind, name=name)
        yield from self._form("name_request", name=name)
        if is_held(name) and not self._told_before(name):
            yield from self._known("name_when", name=name)
            yield from self._known("name_where", name=name)

    def _about_it(self, topic: str) -> Iterator[Asked]:
        """The question of its kind; none of what is only worked at."""
        kind, words = kind_of_topic(topic), asking_words()
        helped = kind != "people" or words.helps.search(self._entry.title)
        if helped and not (worked_at(topic) or words.wide.match(topic)):
            ask = name_kind(topic) if kind == "gathering" else f"about_{kind}"
            yield from self._form(ask, topic=topic, name=topic)

    def _takes_members(self, name: str) -> bool:
        joined = None if _ABOUT.search(name) else title_words().joined.search(name)
        return joined is not None and _JOIN.search(self._entry.body) is not None


def _is_brief(topic: str) -> bool:
    """Whether it is told in few words."""
    return len(short_of(topic)) <= _SAID_OF_OFFICES


def _is_offered(name: str) -> bool:
    """Whether it is a thing of the kind that an office answers for."""
    words = title_words()
    return any(one.match(name) for one in (words.headed, words.held, words.offered))
