"""Asks about the matters of an entry in the few words that people have for them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from bot.knowledge.entries import Entry
from bot.knowledge.words import any_of, places_of, shipped_lists
from bot.press.questions.callings import called
from bot.press.questions.companions import is_same, offices_in
from bot.press.questions.deeds import deed_words
from bot.press.questions.matters import (
    PEOPLE,
    RITE,
    TOOL,
    TROUBLE,
    Matter,
    between,
    matters_in,
    times_in,
)
from bot.press.questions.phrases import BODY, kind_of_topic
from bot.press.questions.speakers import reports, speech_of, speeches_of
from bot.press.questions.telling import facts_about
from bot.press.questions.wording import Asked, Wording, is_gathering, mentions
from bot.press.questions.words import asking_words
from bot.thai.names import Names

_SPEECH = 1_500  # letters that one is likely to go on speaking
_LIVING = "living"  # a kind of topics that has facts of its own
_ACTED_ON = ("field", TOOL, TROUBLE)  # kinds about which somebody does something
_IF_TITLED = ("help", "policy", "benefit")  # facts asked of what the title tells only
_POLICY = "policy"  # a fact that is asked of a ministry or its minister, and of nothing wide
_MINISTRY = re.compile("รัฐมนตรี|กระทรวง|อว|ก\\.|ดร\\.")
_MOST = 3
_LEAD = 500  # letters that tell who has to do with it
_CLOSE = 100  # letters between an office and what it has to do with
_BRIEF, _PLAIN = 24, 16  # letters of a thing of which there is news, and news from a province
_WEIGHTY = 4  # times that a body tells of a matter of which there is news in it
_TALKED = ("หารือ", "เข้าพบ", "คารวะ", "ประชุม", "ความร่วมมือ", "จับมือ", "ลงนาม", "MOU")
_HOLDS = "จัด"
# Before a province.
_IN = re.compile(r"(?:จ\. ?|จังหวัด|(?<![ก-๙])ที่|(?<!มหาวิทยาลัย)ใน|ชาว|พื้นที่|[ก-๙] )$")
_LANGUAGE = re.compile("ภาษา[^ ]*")  # which has the name of a country


class MatterAsker:
    """What an office does about each matter, who speaks of it, what else has to do with it."""

    def __init__(self, entry: Entry, says: Wording, asked: Sequence[str] = ()) -> None:
        """`asked` are things of the title that are asked about in their own names."""
        self._entry, self._says, self._asked = entry, says, asked
        self._form, self._known = says.form, says.known
        self._body = entry.body[:BODY]
        self._first = f"{entry.title}\n{entry.body[:_LEAD]}"
        self._matters = says.matters
        self._speeches = list(self._of_whom())

    def questions(self) -> Iterator[Asked]:
        """By speech, by country, and then by matter."""
        yield from self._of_speeches()
        yield from self._of_countries()
        for matter in self._matters:
            yield from self._of_rite(matter) if matter.kind == RITE else self._of_matter(matter)
        for thing in self._asked:
            if len(thing) <= _BRIEF and not (is_gathering(thing) or thing in deed_words().vague):
                yield from self._of_work(thing, thing)
        for office in self._others():
            yield from self._of_another(office)
        yield from self._of_the_province()

    def _of_whom(self) -> Iterator[tuple[str, Matter]]:
        """Who comes back to which matter in what they say."""
        speeches, body = speeches_of(self._entry), self._entry.body
        for start, person in speeches:
            speech = speech_of(start, body, speeches)
            name = called(person, self._entry) if reports(speech) else ""
            for matter in matters_in(speech, self._entry.title, body) if name else ():
                if matter.kind != RITE:
                    yield name, matter

    def _of_speeches(self) -> Iterator[Asked]:
        """What somebody says of a matter."""
        for person, matter in self._speeches:
            yield from self._says.spoken("topic_person", matter.said, person)

    def _of_countries(self) -> Iterator[Asked]:
        """What somebody talks of with a country that the title names."""
        title = _LANGUAGE.sub("", self._entry.title)
        if not mentions(_TALKED, f"{title} {self._body[:_SPEECH]}"):
            return
        for country, forms in shipped_lists("countries").items():
            if not mentions(forms, title):
                continue
            for matter in self._matters[:_MOST] if mentions(_TALKED, title) else ():
                wide = matter.kind == PEOPLE and matter.said in asking_words().broad
                if not wide:
                    yield from self._form("country_topic", partner=country, topic=matter.said)
            if mentions(_TALKED, title):
                yield from self._form("country_what", partner=country)
                yield from self._form("country_news", partner=country)

    def _of_rite(self, matter: Matter) -> Iterator[Asked]:
        """When, where and by whom a rite of the title was held."""
        office = {} if _HOLDS in self._entry.title else {"office": ""}
        asks = (
            "rite_when",
            "rite_where",
            "rite_chaired",
            "rite_came",
            "rite_occasion",
            "rite_news",
        )
        dated = asking_words().occasions.match(matter.said) is None
        for ask in asks if matter.titled else ():
            if not (dated and ask == "rite_occasion"):
                yield from self._known(ask, topic=matter.said, **office)

    def _of_matter(self, matter: Matter) -> Iterator[Asked]:
        """What is done about it, and what the body tells close to it."""
        written = matter.written
        again = any(written in thing or thing in written for thing in self._asked)
        if matter.titled and not again:
            yield from self._of_the_doer(matter)
        elif matter.kind != PEOPLE and not again and times_in(self._body, written) >= _WEIGHTY:
            yield from self._as_news(matter.said)
        kinds = [matter.kind, *([_LIVING] if kind_of_topic(matter.said) == _LIVING else [])]
        facts = (facts_about(written, kind, self._entry.body) for kind in kinds)
        for fact in chain.from_iterable(facts):
            theirs = _MINISTRY.match(self._says.about["doer"])
            if (theirs or fact != _POLICY) and (matter.titled or fact not in _IF_TITLED):
                yield from self._form(f"fact_{fact}", topic=matter.said)
        if matter.titled:
            yield from self._of_work(matter.written, matter.said)

    def _of_work(self, written: str, said: str) -> Iterator[Asked]:
        """How an office does what the title says that it does about it."""
        title = self._entry.title
        verbs, before = _works()
        ends = (before.search(title[:end]) for end in places_of(written, title))
        found = next(filter(None, ends), None)
        if found:
            yield from self._form("matter_how", topic=said, verb=verbs[found["verb"]])

    def _of_the_doer(self, matter: Matter) -> Iterator[Asked]:
        """What an office does about it, and what news there is of it."""
        said = matter.said
        offices = f"{self._says.about['office']} {self._says.about['ministry']}".split()
        own = any("." in word and word in said for word in offices)
        if not (own or self._says.is_in_office(said)):
            if matter.kind in _ACTED_ON:
                yield from self._says.of_work(said, matter.kind)
            yield from self._as_news(said)

    def _titled_things(self) -> Iterator[Matter]:
        """What the title tells of in few words that are not too wide."""
        words, matters = asking_words(), self._says.titled(PEOPLE, RITE)
        named = (one for one in self._asked if one in self._entry.title and not is_gathering(one))
        brief = (Matter(one, kind_of_topic(one), one) for one in named if len(one) <= _BRIEF)
        seen: set[str] = set()
        for one in (*matters, *brief):
            wide = words.wide.match(one.said)
            if not (wide or one.kind == PEOPLE or one.said in seen) and len(seen) < _MOST:
                seen.add(one.said)
                yield one

    def _others(self) -> Iterator[str]:
        """The offices that the title names beside the one who acts."""
        told = [one for who in ("actor", "office", "ministry") if (one := self._says.about[who])]
        for office in offices_in(self._first):
            if not any(office in one or one in office or is_same(office, one) for one in told):
                yield office

    def _of_another(self, office: str) -> Iterator[Asked]:
        """What news there is of it, and what it does, about what the title tells close to it."""
        for one in self._titled_things():
            gaps = between(office, one.written, self._first)
            near = any(len(gap) <= _CLOSE for gap in gaps)
            if near and not (office in one.said or one.said in office):
                yield from self._form("office_news", topic=one.said, office=office)
                if office in self._entry.title:
                    yield from self._says.of_work(one.said, one.kind, office)

    def _of_the_province(self) -> Iterator[Asked]:
        """What news there is of it from the one province that the title names."""
        places = provinces_in(self._entry.title)
        for one in self._titled_things() if len(places) == 1 else ():
            if len(one.said) <= _PLAIN and places[0] not in one.said:
                yield from self._form("province_news", topic=one.said, place=places[0])

    def _as_news(self, said: str) -> Iterator[Asked]:
        """What news there is of it, of an office or else of somebody whom everybody knows."""
        yield from self._says.news(said)
        if person := self._says.of_news():
            yield from self._form("person_request", topic=said, person=person)


@lru_cache(maxsize=1)
def _works() -> tuple[Mapping[str, str], re.Pattern[str]]:
    """What is done about a matter, as people say it; and that as the end of what is before it."""
    verbs: Mapping[str, str] = shipped_lists("deeds")["on_matters"]
    return verbs, re.compile(rf"(?<!การ)(?P<verb>{any_of(verbs)})(?:การ)?$")


def provinces_in(title: str) -> Sequence[str]:
    """Those of a title, if it says of each that something is in it; schools are named by others."""
    found = Names.load().provinces_in(title)
    told = (any(_IN.search(title, 0, at) for at in places_of(one, title)) for one in found)
    return found if all(told) else ()
