"""How questions are put: the forms of data/question_forms.yaml, filled with what an entry knows."""

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.knowledge.entries import Entry, Event, Person
from bot.knowledge.persons import given_name, untitled
from bot.knowledge.words import any_of, places_of, shipped_lists
from bot.press.facts.events import ONLINE
from bot.press.facts.headlines import chunks_of, offices, title_words
from bot.press.questions.answers import ANSWERS
from bot.press.questions.apart import ANY_YEAR, OPTIONS, YEAR_RUNS_ON, Apart, led
from bot.press.questions.callings import called, is_known, tells_of_others
from bot.press.questions.forms import SETS_OFF, filled, question_forms, slots_of
from bot.press.questions.matters import Matter, is_matter, matters_of
from bot.press.questions.phrases import kind_of_topic
from bot.press.questions.short_names import is_bare, is_typed, short_of
from bot.press.questions.spoken import (
    MINISTER,
    PLAINLY,
    in_words,
    is_at_home,
    known_place,
    said_actor,
    said_name,
    said_venue,
)
from bot.press.questions.wholeness import goes_on
from bot.press.questions.words import asking_words

_VENUE = (4, 38)  # letters
_MATTER = 10  # letters
_CAPITAL = "กรุงเทพมหานคร"
_SENT = re.compile(r"[^\n]{0,80}(?<!รับ)มอบหมาย")  # behind the name of one who sent another
_LEAD = 800  # letters, title and all, that tell who was there
_NOT_HELD = ("งานวิจัย", "งานรับผิดชอบ", "ระบบ", "เทคโนโลยี")
_OURS = re.compile("(?:รัฐมนตรีว่าการ|รมว|ปลัด).*(?:อุดมศึกษา|วิทยาศาสตร์|อว|วท)")
_MINISTRY = ("กระทรวง อว", "กระทรวงวิทย์", "สำนักงานปลัด")
_NAMED = ("topic", "name", "object")  # what a question may be about by one of several names
_THINGS = (*_NAMED, "clause")  # what a question may be about
_PLACES = ("venue", "place")  # what a question may be about, where it is about no thing
_NEWS = "topic_news"  # whose it is, is not told
_OF_ONE_THING = re.compile(  # kinds that ask of what is wide only beside another thing
    "topic_.*|person_request|office_.*|province_news|fact_policy|matter_how"
)
_OF_AN_OFFICE = ("project_what", "thing_use")  # kinds of names that are somebody's
_MINISTER = "รัฐมนตรี"
_MOU, _AGREEMENT = "MOU", "MOA"  # a contract as forms say it, and as some texts do
_NUMBERED = re.compile(r"[”\"’']? ?ครั้งที่ ?(?P<number>[0-9]+(?:/25[0-9]{2})?)(?![0-9,])")
_ADVISES = "แนะนำ"
_PLANNED = ("field", "study", "tool", "technology")  # kinds
_STATE = re.compile("กระทรวง|รัฐบาล|ครม|(?:อว|ศธ|สธ|มท|กห|ดีอี|พม|ทส)(?:\\.|$)")  # who have plans
_OF_ALL = ("รัฐบาล", "ครม")  # who hold nothing of their own
_EVENT, _NEW, _RITE = "งาน", "ใหม่", "rite_"
_WHOSE = re.compile(r"[”\"’']? ?(?:ของ|ระหว่าง)? ?")  # behind a name, before whose it is
_WELCOMES = "ต้อนรับ"
_WELCOMED = re.compile(rf"โดยมี[^\n]{{5,400}}{_WELCOMES}|{_WELCOMES}โดย")
_CAME = re.compile(r"โดยมี[^\n]{5,400}?ร่วม|พร้อมด้วย ?(?!คณะผู้บริหาร)[ก-๙]")  # who else
_GUESTS = re.compile(
    "ใน(?:งาน|การประชุม)|(?<!เจ้าภาพ)ร่วม(?!กับ|กัน|มือ|จัด|เป็นเจ้าภาพ| |$)"
    "|นำเสนอ|ออกบูธ|ได้รางวัล|รับรางวัล|ยินดี"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the name of its form, the form, and what it is about.

    `longer` ask the same by longer names, for when the question finds another entry.
    """

    ask: str
    text: str
    form: str
    thing: str
    longer: tuple[str, ...] = ()


class Wording:
    """Who and where, as people say it, and which kinds of questions an entry can answer.

    `goer` is whom the title names, or else the first one told of.
    """

    def __init__(self, entry: Entry, actor: str, things: Sequence[str] = ()) -> None:
        """`things` are those that the title tells of by name."""
        self._entry, self._id = entry, entry.id
        self._people = [one for one in entry.people if not tells_of_others(one)]
        self.chunks = chunks_of(entry.title)
        self.matters = matters_of(entry)
        self._asked: defaultdict[str, dict[str, str]] = defaultdict(dict)  # kind → form → of what
        event = entry.event or Event()
        named = (one for one in entry.people if given_name(one.name) in entry.title)
        self.goer = next(named, entry.people[0] if entry.people else None)
        self._of_minister = self.goer is not None and MINISTER.match(self.goer.role) is not None
        self.about = _about(entry, said_actor(actor, entry), self.goer)
        self.is_person = self._is_person(self.about["actor"])
        if self.is_person:
            self.about["office"] = ""
        self.about["doer"] = self._doer()
        ours = self.goer is not None and _OURS.match(self.goer.role) is not None
        self.about["host"] = self.about["person"] if ours else ""
        self.about["ministry"] = _ministry(self.goer) if ours and self.is_person else ""
        start, published = event.start, entry.published
        self.is_ahead = start is not None and published is not None and start > published
        goes = self.goer and not tells_of_others(self.goer) and _went(self.goer, entry)
        self.is_well_known = bool(goes and self.goer and called(self.goer, entry))
        self._knows = _known_of(entry)
        self._body = entry.body
        self._told = f"{entry.title}\n{entry.body.rstrip()}"
        self._halves: dict[str, bool] = {}
        self._text = f"{entry.title}\n{entry.body[:_LEAD]}"
        self._is_guest = _GUESTS.search(entry.title) is not None
        office = self.about["office"]
        self.owner = "" if self._is_guest or office.startswith(_OF_ALL) else office
        self._contract = _AGREEMENT if self._is_agreement() else _MOU
        self._apart = Apart(entry, self.matters, things, self._where_and_when())

    def known(self, ask: str, **instead: str) -> Iterator[Asked]:
        """The question, when the entry knows the day, the venue or the number that it wants."""
        wanted = ask if ask in ANSWERS else ask.rpartition("_")[2]
        if wanted in ANSWERS and wanted not in self._knows:
            self._knows[wanted] = ANSWERS[wanted].search(self._body) is not None
        feast = wanted == "when" and any(map(asking_words().feasts.search, instead.values()))
        if self._knows.get(wanted, True) and not feast:
            yield from self.form(ask, **instead)

    def form(self, ask: str, **instead: str) -> Iterator[Asked]:
        """One question of a kind, if all it speaks of is known; of other things in other forms."""
        forms, about = question_forms().get(ask, ()), {**self.about, **instead}
        slot = next((one for one in _THINGS if one in instead), "")
        thing = instead.get(slot, "")
        if slot in _NAMED and self._is_half(thing):
            return
        names = self._names_of(thing, ask) if slot in _NAMED else (thing,)
        if not slot and not ask.endswith("_when"):
            slot = next((one for one in _PLACES if any(f"{{{one}}}" in form for form in forms)), "")
            names = (about.get(slot, ""),)
        of = f"{sorted(set(instead.values()))}"
        for form in self._in_turn(ask, thing, forms, of):
            if names and all(about.get(name) for name in slots_of(form)):
                said = form.replace(_MOU, self._contract)
                texts = [filled(said, {**about, slot: name}) for name in names]
                texts += self._by_name(said, {**about, slot: names[0]})
                texts = [] if is_wide(ask, thing) else texts
                texts += self._told_apart(ask, said, {**about, slot: names[0]}, thing and names[0])
                texts = [one for one in texts if not self.owner or one.count(self.owner) <= 1]
                if texts:
                    text, *longer = dict.fromkeys(texts)
                    self._asked[ask][form] = of
                    yield Asked(ask, text, form, thing and names[0], tuple(longer))
                    return

    def spoken(self, ask: str, topic: str, person: str) -> Iterator[Asked]:
        """What somebody says of it, in a kind of words; of what the title tells, when and where."""
        yield from self.form(ask, topic=topic, name=topic, person=person, actor=person)
        told = any(one.said == topic and one.titled for one in self.matters)
        told = (told or topic in self._entry.title) and topic not in asking_words().broad
        called_so = (one for one in self._people if called(one, self._entry) == person)
        there = told and not self.is_ahead and any(_went(one, self._entry) for one in called_so)
        for of_a_speech in ("said_when", "said_where") if there else ():
            yield from self.known(of_a_speech, topic=topic, person=person)

    def of_news(self) -> str:
        """The person who acts, if everybody knows them; "" where nobody does."""
        person, actor = self.about["person"], self.about["actor"]
        if not self.is_person:
            return ""
        if self.is_well_known and not person.startswith(PLAINLY):
            return person
        return actor if is_known(actor) else ""

    def news(self, topic: str) -> Iterator[Asked]:
        """What news there is of it, of whose it is where that is known."""
        known = self.about["office"] or self.about["ministry"]
        yield from self.form("topic_request" if known else _NEWS, topic=topic)

    def of_work(self, topic: str, kind: str, office: str = "") -> Iterator[Asked]:
        """What an office, or else the actor's, does about something of a kind that is told of."""
        title = self._told.partition("\n")[0]
        own, office = not office, office or self.about["office"] or self.about["ministry"]
        ask = "topic_trouble" if kind == "trouble" else "topic_actor"
        if kind in _PLANNED and _STATE.match(office) and asking_words().plans.search(title):
            ask = "topic_plan"
        if ask == "topic_actor" and self._says_by_office() == _ADVISES:
            yield from self.of_words(topic)
        if ask == "topic_actor" and own and (self._is_guest or not office):  # another's deed
            yield from self.news(topic)
        else:
            yield from self.form(ask, topic=topic, office=office)

    def of_words(self, topic: str) -> Iterator[Asked]:
        """What the actor says of it, in the word that goes with an office where it is one."""
        ask, verb = (
            ("topic_said", "") if self.is_person else ("office_said", self._says_by_office())
        )
        yield from self.form(ask, topic=topic, verb=verb)
        if self.is_person and not self.is_ahead:
            yield from self.known("said_when", topic=topic, person=self.about["actor"])

    def _is_agreement(self) -> bool:
        """Whether the text calls the contract a memorandum of agreement, and never the other."""
        return _AGREEMENT in self._told and _MOU not in self._told.upper()

    def _says_by_office(self) -> str:
        """How an office says what the title tells that it said; "" where it tells of no words."""
        title = self._told.partition("\n")[0]
        verbs: Mapping[str, str] = shipped_lists("deeds")["of_offices"]
        return next((said for told, said in verbs.items() if told in title), "")

    def titled(self, *but: str) -> Sequence[Matter]:
        """The first two matters of the title that are of no kind named."""
        return [one for one in self.matters if one.titled and one.kind not in but][:2]

    def is_in_office(self, topic: str) -> bool:
        """Whether it is of the office's name, or has it: nobody asks what the office does of it."""
        office = self.about["office"]
        return bool(office) and (topic in office or office in topic)

    def _is_half(self, name: str) -> bool:
        """Whether the entry has it nowhere but as the beginning of a longer name."""
        if name not in self._halves:
            self._halves[name] = not is_matter(name) and goes_on(name, self._told)
        return self._halves[name]

    def _in_turn(self, ask: str, thing: str, forms: Sequence[str], of: str) -> Sequence[str]:
        """The forms, first the one that asked the same before, then those that asked nothing."""
        asked = self._asked[ask]
        turn = zlib.crc32(f"{self._id}{ask}{thing}".encode()) % max(len(forms), 1)
        in_turn = (*forms[turn:], *forms[:turn])
        return sorted(in_turn, key=lambda form: (asked.get(form) != of, form in asked))

    def _names_of(self, thing: str, ask: str) -> Sequence[str]:
        """The short name first, then what tells it from others: all of it, its place, its year."""
        short = short_of(thing)
        names = [short, in_words(thing)]
        names += self._which_time(thing, short) if is_held(thing) else ()
        held = is_held(thing)
        bare = (held or _NEW in short) and not ask.startswith(_RITE) and is_bare(short)
        if bare:
            names = [*self._whose(short), *(name for name in names if not is_bare(name))]
        office = self.owner
        own = title_words().headed.sub("", short, count=1).strip()
        if (
            office
            and own not in office
            and office not in short
            and (held or bare or name_kind(thing) in _OF_AN_OFFICE)
        ):
            names += [_of(short, office)]
        if held:
            place, year = self.about["place"], self.about["year"]
            names += [f"{short}ที่{place}"] if place and place not in short else []
            apart = " " if SETS_OFF.search(short) else ""
            told = bare or not year or ANY_YEAR.search(short)
            names += [] if told else [f"{short}{apart}ปี {year}"]
        return [one for one in dict.fromkeys(names) if is_typed(one)]

    def _whose(self, short: str) -> Iterator[str]:
        """With the office that is told behind it: "งานวันคล้ายวันสถาปนาของ วช."."""
        written = short.removeprefix(_EVENT)  # which quotation marks part from it
        for place in places_of(written, self._text):
            behind = _WHOSE.match(self._text, place + len(written))
            found = offices().match(self._text[behind.end() :]) if behind else None
            if found:
                yield _of(short, in_words(found[0]))

    def _which_time(self, thing: str, short: str) -> Iterator[str]:
        """With the number that the entry gives it: "ประชุมแพทยศาสตร์ศึกษา ครั้งที่ 22"."""
        place = self._text.find(thing) if thing else -1
        found = _NUMBERED.match(self._text, place + len(thing)) if place >= 0 else None
        if found:
            yield f"{short} ครั้งที่ {found['number']}"

    def _where_and_when(self) -> Mapping[str, str]:
        """By slot: where somebody was that is no ministry, the province of the title, the year."""
        province = "" if self.is_ahead else self.about["place"]
        place = province or ("" if self.is_ahead else self.about["known"])
        titled = province in self._told.partition("\n")[0]
        return {
            "there": "" if place.startswith(_MINISTRY) else place,
            "province": province if titled else "",
            "then": self.about["told"],
        }

    def _told_apart(
        self, ask: str, form: str, about: Mapping[str, str], thing: str
    ) -> Iterator[str]:
        """By what the form may tell of it beside, one at a time; of what is wide, another thing."""
        question = filled(form, about)
        options = OPTIONS[:1] if is_wide(ask, thing) else OPTIONS
        for option in (one for one in options if f"{{{one}}}" in form):
            for told in self._apart.told(option, thing, question, titled=is_wide(ask, thing)):
                text = filled(form, {**about, option: told})
                if not YEAR_RUNS_ON.search(text):
                    yield text

    def _by_name(self, form: str, about: Mapping[str, str]) -> Iterator[str]:
        """With the minister's own name, where they are called by the office."""
        host = self.about["host"]
        if host and self._of_minister and about["actor"].startswith(_MINISTER):
            yield filled(form, {**about, "actor": host})

    def _doer(self) -> str:
        """Who does something about a matter: an office or a minister, nobody who only speaks."""
        actor = self.about["actor"]
        of_person = self._of_minister and actor == self.about["person"]
        acts = actor.startswith(_MINISTER) or of_person
        return actor if acts or not self.is_person else ""

    def _is_person(self, actor: str) -> bool:
        """Whether the actor is a person, so that nothing is theirs."""
        minister = self._of_minister and actor.startswith(_MINISTER)
        named = untitled(actor.removeprefix("คุณ"))
        told = minister or (bool(named) and self.goer is not None and named in self.goer.name)
        return told or asking_words().persons.match(actor) is not None


def _of(name: str, office: str) -> str:
    """The name with whose it is."""
    return f"{name}{led('ของ', office)}"


def _ministry(person: Person | None) -> str:
    """What people call the ministry of its minister, before 2019 and since."""
    return "กระทรวง อว." if person and re.search("อุดมศึกษา|อว", person.role) else "กระทรวงวิทย์"


def is_wide(ask: str, thing: str) -> bool:
    """Whether so much is told of the thing that the kind asks of it only beside another."""
    nobodys = ask == _NEWS and is_matter(thing)
    return nobodys or (thing in asking_words().broad and _OF_ONE_THING.fullmatch(ask) is not None)


def is_gathering(topic: str) -> bool:
    """Whether it is held, so that nobody does anything about it."""
    return kind_of_topic(topic) == "gathering" or is_held(topic)


def is_no_matter(topic: str) -> bool:
    """Whether nobody is asked what they say of it: people, royalty, a word that everybody knows."""
    short = len(topic) < _MATTER and not topic.isascii()
    royal = title_words().royal.search(topic) is not None
    return short or royal or kind_of_topic(topic) == "people"


@lru_cache(maxsize=1_024)  # asked wherever a name may be asked about
def is_held(name: str) -> bool:
    """Whether its noun, or an English one, says that it is an event."""
    words = title_words()
    held = words.held.match(name) or words.held_english.search(name)
    return held is not None and not name.startswith(_NOT_HELD)


def name_kind(name: str) -> str:
    """What is asked about a name with such a noun in it: the form of data/name_kinds.yaml."""
    found = (ask for ask, nouns in _name_kinds().items() if nouns.search(name))
    return next(found, "name_english" if name.isascii() else "name_what")


def mentions(words: Iterable[str], text: str) -> bool:
    """Whether any of the words stands in the text."""
    return any(word in text for word in words)


def _about(entry: Entry, actor: str, goer: Person | None) -> dict[str, str]:
    event = entry.event or Event()
    known = known_place(event.venue)
    venue = known or said_venue(event.venue)
    own = goer is not None and is_at_home(goer.role, event.venue)
    odd = ONLINE in venue or venue.startswith(_MINISTRY) or asking_words().no_venues.search(venue)
    fits = bool(known) or _VENUE[0] <= len(venue) <= _VENUE[1]
    named = fits and not (own or odd)
    place = event.province if event.province != _CAPITAL and not own else ""
    told = event.start or entry.published
    return {
        "actor": actor,
        "spot": known or (venue if named else "") or place,
        "told": str(told.year + 543) if told else "",
        "office": "" if is_at_home(actor, venue) or venue.startswith(actor) else actor,
        "person": (called(goer, entry) or said_name(goer)) if goer else "",
        "known": known,
        "year": str(event.start.year + 543) if event.start else "",
        "venue": venue if named else "",
        "place": place,
    }


def _known_of(entry: Entry) -> dict[str, bool]:
    """What an entry knows, by the end of the kind of question that wants it."""
    event = entry.event or Event()
    start = event.start
    return {
        "when": start is not None,
        "where": bool(event.venue) and event.venue != ONLINE,
        "contact": bool(entry.contact and entry.contact.phones),
        "until": start is not None and event.end is not None and event.end > start,
        "held": bool(event.organizer),
        "chaired": "เป็นประธาน" in entry.body,
        "came": _CAME.search(entry.body[:_LEAD]) is not None,
        "host": _WELCOMES not in entry.title and _WELCOMED.search(entry.body[:_LEAD]) is not None,
    }


def _went(goer: Person, entry: Entry) -> bool:
    """Whether somebody was there: not first named far behind, and no sender of another."""
    name, told = given_name(goer.name), f"{entry.title}\n{entry.body}"
    if not name:
        return False
    sent = any(_SENT.match(behind) for behind in told[:_LEAD].split(name)[1:])
    return told.find(name) < _LEAD and not sent


@lru_cache(maxsize=1)
def _name_kinds() -> Mapping[str, re.Pattern[str]]:
    """The form that asks about a name → the nouns in it."""
    kinds = shipped_lists("name_kinds").items()
    return {ask: re.compile(_noun_of(nouns), re.IGNORECASE) for ask, nouns in kinds}


def _noun_of(nouns: list[str]) -> str:
    """Thai ones at the beginning, English ones anywhere as a word."""
    thai, english = ([one for one in nouns if one.isascii() is so] for so in (False, True))
    anywhere = rf"|(?<![a-z])(?:{any_of(english)})(?![a-z])" if english else ""
    return f"^(?:{any_of(thai)}){anywhere}"
