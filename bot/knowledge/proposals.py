"""Questions a citizen would ask about an imported entry, for its editor to take or leave.

What the title speaks of, with the days, places, people and numbers that the entry knows, fills the
spoken forms of data/question_forms.yaml. Only what search finds again is kept.
"""

import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice, zip_longest

from bot.knowledge.deeds import Deed, happens, is_worked_at
from bot.knowledge.entries import Entry, Event, Person
from bot.knowledge.happenings import ONLINE
from bot.knowledge.headlines import offices, title_words
from bot.knowledge.persons import untitled
from bot.knowledge.phrases import kind_of_topic
from bot.knowledge.problems import LOST_LETTER
from bot.knowledge.speakers import speaker_of, speeches_of
from bot.knowledge.spoken import MINISTER, is_at_home, said_actor, said_name, said_venue
from bot.knowledge.subjects import subject_of
from bot.knowledge.words import shipped_lists
from bot.thai.dates import thai_date
from bot.thai.normalise import normalise, squeeze, strip_frames

MOST = 8
ENOUGH = 5  # questions, from which on common ones are left out
_MOST_TRIED = 22
_LONGEST = 110
_LONGEST_DEED = 65  # letters of a deed and who did it
_NOTICE = (10, 50)  # letters of a title that is a matter by itself
_VENUE = (4, 45)
_ROLE = (12, 60)
_MOST_TOPICS = 3
_MOST_PEOPLE = 5
_MOST_OF_FIRST, _MOST_OF_OTHERS = 4, 2  # questions of a deed
_OFFERED = ("thing", "place", "course", "money")  # kinds that one asks an office for
_UNDONE = ("people", "living")  # kinds about which nothing is done
_SPEAKER = re.compile(
    "รัฐมนตรี|โฆษก|ดร\\.|คุณ|นาย|องคมนตรี|ที่ปรึกษา|เลขา|ปลัด|รอง|หมอ|หน\\.|ทปษ|ประธาน|ผอ|ผู้"
)
_SLOT = re.compile("{(?P<name>[a-z]+)}(?=(?P<after>[ก-๙{]?))")
_SETS_OFF = re.compile("[.)๐-๙ๆฯ]$")
_PARTED = ("actor", "person", "partner")  # behind whose last word a blank helps
_OPENS_APART = re.compile(r"[ก-ฮ]{1,5}\.")
_YEAR = re.compile("(?:25|20)[0-9][0-9]")
_PRESENT = re.compile(
    r"(ผู้เข้าร่วม|เข้าร่วม|ผู้ร่วมงาน|ผู้เข้าอบรม|ผู้เข้ารับการอบรม)[^\n]{0,60}?[0-9][0-9,]*\s?(คน|ราย)"
)
_OFFICE = re.compile(
    "อธิบดี|ผู้อำนวยการ|ผอ|อธิการบดี|ปลัด|ผู้ว่า|เลขาธิการ|คณบดี|ประธาน|นายก|ผู้บัญชาการ|ผู้จัดการ|เอกอัครราชทูต"
)  # that one alone holds
_OR = re.compile(r"\s?\(|\sหรือ\s|\sผู้บริหาร|และ(?:อดีต|ผู้)")
_CAPITAL = "กรุงเทพมหานคร"
_JOIN = re.compile("(?<!เลือก)สมัคร(?!ใจ|สมาน)|ลงทะเบียน")
_APPLYING = {  # what is asked of an application → what a body says that tells it
    "apply_when": re.compile("ถึง|ภายใน|ปิดรับ|วันที่"),
    "apply_how": re.compile("สมัคร"),
    "apply_who": re.compile("คุณสมบัติ|ผู้มีสิทธิ|ผู้สมัครต้อง|อายุ"),
    "apply_papers": re.compile("เอกสาร|หลักฐาน|สำเนา"),
    "apply_fee": re.compile("ค่าสมัคร|ค่าธรรมเนียม|ค่าลงทะเบียน|ไม่มีค่าใช้จ่าย|ฟรี"),
    "apply_contact": re.compile(""),
}
_APP = re.compile("แอป")
_STORE = re.compile("ดาวน์โหลด|Play ?Store|Google Play|App ?Store", re.IGNORECASE)
_OPENED = re.compile("(เป็นประธาน|กล่าว)(ใน)?(พิธี|การ)?เปิด|เปิดงาน")
_SAID = re.compile("กล่าว|เปิดเผย")
_SIGNED = re.compile("MOU|MoU|เอ็มโอยู|บันทึก(?:ข้อ)?ตกลง|บันทึกความ(?:ร่วมมือ|เข้าใจ)")
_LEAD = 700  # letters that say what a release is about
_DATED = re.compile(r"วันที่|[0-9๐-๙]+ [ก-ฮ]{1,2}\.[ก-ฮ]\.")
_THERE = re.compile("(?:ลงพื้นที่|เดินทาง|เยือน|เยี่ยม|ตรวจเยี่ยม|ไป)|.* (?:ที่|ณ)")
_ABOUT = re.compile(f"{_SIGNED.pattern}|แถลงข่าว|พิธี")
_KNOWN = re.compile("(?<!เลขานุการ)รัฐมนตรี|รมว|(?<!นคร)นายก(?!สมาคม|สภา|อบ|เทศ)")


@dataclass(frozen=True, slots=True)
class Proposed:
    """Questions not yet tried, the most telling first, no two alike.

    `common` ones (who was where on which day) fit any release, and only make up the number.
    """

    telling: tuple[str, ...] = ()
    common: tuple[str, ...] = ()


def propose_questions(entry: Entry) -> Proposed:
    """Up to twenty-two telling questions, and a few others.

    The same entry always gives the same questions.
    """
    asker, asked = _Asker(entry), set[str]()
    telling = islice(_once(asker.questions(), asked), _MOST_TRIED)
    return Proposed(tuple(telling), tuple(_once(asker.common(), asked)))


def _once(questions: Iterable[str], asked: set[str]) -> Iterator[str]:
    """Those that fit a line and ask what none of `asked` does."""
    for question in questions:
        letters = squeeze(strip_frames(normalise(question))).replace("เมื่อไหร่", "วันไหน")
        if len(question) <= _LONGEST and LOST_LETTER not in question and letters not in asked:
            asked.add(letters)
            yield question


def that_find(
    entry_id: str, proposed: Proposed, finds: Callable[[str], str | None]
) -> tuple[str, ...]:
    """The first eight for which `finds` (question → id found first) gives the entry.

    Common ones only until there are five.
    """
    telling = list(islice((one for one in proposed.telling if finds(one) == entry_id), MOST))
    others = (one for one in proposed.common if finds(one) == entry_id)
    return (*telling, *islice(others, max(0, ENOUGH - len(telling))))


class _Asker:
    """Asks about one entry: names first, then topics, then what was done, by whom and where."""

    def __init__(self, entry: Entry) -> None:
        self._entry = entry
        self._event = entry.event or Event()
        self._subject = subject_of(entry)
        self._about = _about(entry, self._subject.actor, self._event)
        self._speeches = speeches_of(entry)
        self._turns: dict[str, int] = {}
        start, published = self._event.start, entry.published
        self._is_ahead = start is not None and published is not None and start > published
        self._knows = {  # by the end of the kind of question that wants it
            "when": self._event.start is not None,
            "where": bool(self._event.venue) and self._event.venue != ONLINE,
            "contact": bool(entry.contact and entry.contact.phones),
            "people": _PRESENT.search(entry.body) is not None,
        }

    def questions(self) -> Iterator[str]:
        """One about each thing in turn, so that the first few ask about as many as there are."""
        in_turn = chain.from_iterable(zip_longest(*self._by_subject()))
        yield from (question for question in in_turn if question)

    def common(self) -> Iterator[str]:
        """Who is who, who went to the place and when, and the rest of what is told.

        That is what lead and body come back to, who says what of it, and visits by their year.
        """
        yield from self._of_people()
        yield from self._of_the_place()
        yield from self._more_of_topics()
        for one in (*self._subject.works, *self._subject.told):
            yield from self._of_told(one)
        yield from self._of_smaller_things()
        yield from self._of_what_is_said()
        yield from self._of_the_year()

    def _by_subject(self) -> Iterator[Iterator[str]]:
        """What is asked about each name, topic, deed and person, likelier ones first."""
        told, title = self._subject, self._entry.title
        if told.applied:
            yield self._of_application(told.applied)
        for number, name in enumerate(told.names[:2]):
            yield self._of_name(name, first=number == 0)
        for partner in told.partners[:2]:
            yield self._of_partner(partner)
        for number, deed in enumerate(told.deeds[:4]):
            yield islice(self._of_deed(deed), _MOST_OF_OTHERS if number else _MOST_OF_FIRST)
        for topic in told.topics[:_MOST_TOPICS]:
            yield self._of_topic(topic)
        if told.clause and told.clause not in told.names:
            yield self._of_clause(told.clause)
        elif not (told.actor or told.names or offices().search(title)) and _fits(title, _NOTICE):
            yield self._of_plain(title)
        for one in filter(title_words().headed.match, told.told):
            yield self._of_told(one)

    def _of_application(self, applied: str) -> Iterator[str]:
        """How one applies, until when, who may, with what papers, and for how much."""
        for ask, told in _APPLYING.items():
            if told.search(self._entry.body):
                yield from self._known(ask, applied=applied)

    def _of_name(self, name: str, *, first: bool) -> Iterator[str]:
        body, event = self._entry.body, self._event
        held = _is_held(name)
        then = held and not self._told_before(name)
        wanted = {
            "name_when": then and self._knows["when"],
            "name_where": then and self._knows["where"],
            "name_use": title_words().offered.match(name) is not None,
            "name_join": first and self._takes_members(name),
            "name_cost": held and bool(event.cost),
            "name_year": then and first and not _YEAR.search(name),
            "name_what": not held and not name.startswith("การ"),
            "held_what": held and not _ABOUT.search(name),
            "name_get": _APP.match(name) is not None and _STORE.search(body) is not None,
            "name_contact": first and self._knows["contact"] and _is_offered(name),
            "name_held": held and bool(event.organizer),
            "name_count": held and first and self._knows["people"],
            "name_opened": held and _OPENED.search(body) is not None,
            "name_whose": first and not held and title_words().headed.match(name) is not None,
        }
        if kind_of_topic(name) == "money":
            yield from self._of_application(name)
            wanted["name_join"] = False
        for ask in (ask for ask, known in wanted.items() if known):
            yield from self._form(ask, name=name)

    def _told_before(self, name: str) -> bool:
        """Whether the day is that of a contract or a press conference about it."""
        return _ABOUT.search(self._entry.title) is not None and not _ABOUT.search(name)

    def _of_partner(self, partner: str) -> Iterator[str]:
        """What two do together, and where they signed it."""
        yield from self._form("partner_what", partner=partner)
        if _SIGNED.search(f"{self._entry.title} {self._entry.body[:_LEAD]}"):
            yield from self._known("partner_when", partner=partner)
            yield from self._known("partner_where", partner=partner)

    def _of_clause(self, clause: str) -> Iterator[str]:
        """On which day and where it was done, or how; of royalty no more than that."""
        if len(self._about["actor"]) + len(clause) > _LONGEST_DEED:
            return
        if not self._about["actor"]:
            yield from self._of_plain(clause)
        elif title_words().royal.search(clause):
            yield from self._when_and_where(clause)
            yield from self._form("clause_month", clause=clause)
        elif happens(clause):
            yield from self._when_and_where(clause)
        elif is_worked_at(clause):
            yield from self._form("clause_how", clause=clause)

    def _of_plain(self, clause: str) -> Iterator[str]:
        """The same of what a notice tells without saying who does it."""
        if happens(clause):
            yield from self._known("plain_when", clause=clause)
            yield from self._known("plain_where", clause=clause)
        else:
            yield from self._form("plain_news", clause=clause)
        yield from self._known("plain_contact", clause=clause)

    def _when_and_where(self, clause: str) -> Iterator[str]:
        """What the clause does not tell itself."""
        if not _DATED.search(clause):
            yield from self._known("clause_when", clause=clause)
        if not _THERE.match(clause):
            yield from self._known("clause_where", clause=clause)

    def _of_deed(self, deed: Deed) -> Iterator[str]:
        """The questions of its kind to which the entry knows the answer."""
        asks = (ask for ask in _forms() if ask.startswith(f"{deed.kind}_"))
        instead = {"verb": deed.verb, "object": deed.thing, "unit": deed.unit}
        return (question for ask in asks for question in self._known(ask, **instead))

    def _known(self, ask: str, **instead: str) -> Iterator[str]:
        """The question, when the entry knows the day, the venue or the number that it wants."""
        if self._knows.get(ask.rpartition("_")[2], True):
            yield from self._form(ask, **instead)

    def _of_told(self, one: str) -> Iterator[str]:
        """What is worked at, and what only the lead tells of: a name, or a topic."""
        if one not in self._event.venue:
            named = "name_what" if title_words().headed.match(one) else _about_kind(one)
            yield from self._form(named, name=one, topic=one)

    def _of_the_place(self) -> Iterator[str]:
        """Who went to that place, when and what for; to what is announced nobody yet."""
        if self._is_ahead:
            yield from self._form("venue_ahead")
        if self._is_ahead or not self._entry.event:
            return
        yield from self._form("person_venue")
        yield from self._known("person_when")
        if self._speeches and self._speeches[0][1] == self._entry.people[0]:
            yield from self._form("person_said")
        actor, venue = self._about["actor"], self._about["venue"]
        if not (self._is_person(actor) or _SPEAKER.match(actor) or is_at_home(actor, venue)):
            yield from self._form("actor_venue")
            yield from self._known("actor_when")
        yield from self._form("person_place")
        yield from self._form("actor_place")

    def _of_the_year(self) -> Iterator[str]:
        """The same with the year, which tells visits to one place apart."""
        if not self._is_ahead and self._entry.event:
            yield from self._form("person_year")
            if not self._is_person(self._about["actor"]):
                yield from self._form("actor_year")
            yield from self._form("place_year")

    def _is_person(self, actor: str) -> bool:
        """Whether the actor is the first person told of, whose own questions ask the same."""
        first = self._entry.people[0] if self._entry.people else Person("")
        minister = actor.startswith("รัฐมนตรี") and MINISTER.match(first.role) is not None
        named = untitled(actor.removeprefix("คุณ"))
        return minister or (bool(named) and named in first.name)

    def _of_smaller_things(self) -> Iterator[str]:
        """What only the body gives a name, or comes back to."""
        for name in self._subject.named:
            yield from self._form("name_what", name=name)
        for topic in self._subject.others:
            yield from self._form(_about_kind(topic), topic=topic)

    def _of_what_is_said(self) -> Iterator[str]:
        """What somebody says of the title's names and topics."""
        told = self._subject
        for ask, things in (("name_person", told.names[:1]), ("topic_person", told.topics)):
            for one in things:
                if not _is_gathering(one) and (person := self._speaker_of(one)):
                    yield from self._form(ask, name=one, topic=one, person=person)

    def _more_of_topics(self) -> Iterator[str]:
        """The same asked in other words."""
        told = self._subject
        for name in told.names[:2]:
            yield from self._form("held_what" if _is_gathering(name) else "name_what", name=name)
        for topic in told.topics:
            yield from self._form(_about_kind(topic), topic=topic)

    def _of_people(self) -> Iterator[str]:
        """Who those few know are, and who holds their offices."""
        unknown = [one for one in self._entry.people if not _KNOWN.search(one.role)]
        for person in unknown[:_MOST_PEOPLE]:
            yield from self._form("person_who", person=said_name(person, whole=True))
            role = _OR.split(person.role)[0]
            sound = _fits(role, _ROLE) and not _SAID.search(role)
            alone = _OFFICE.match(role) and not role[-1].isdigit()
            yield from self._form("person_role", role=role if sound and alone else "")

    def _speaker_of(self, thing: str) -> str:
        """Who says something of it in the body, as people call them; "" where nobody does."""
        person = speaker_of(thing, self._entry, self._speeches)
        return said_name(person) if person else ""

    def _of_topic(self, topic: str) -> Iterator[str]:
        """What it is, who says what of it, where one joins or asks."""
        kind, told = _about_kind(topic), any(d.kind == "talk" for d in self._subject.deeds[:1])
        yield from self._form(kind, topic=topic)
        if _is_gathering(topic):
            return
        if told:
            yield from self._form("topic_said", topic=topic)
        else:
            yield from self._of_the_office(topic)
        if self._takes_members(topic):
            yield from self._form("topic_join", topic=topic)
        if kind_of_topic(topic) in _OFFERED:
            yield from self._known("topic_contact", topic=topic)
        yield from self._form("topic_news", topic=topic)

    def _of_the_office(self, topic: str) -> Iterator[str]:
        """What an office does about it; persons only speak of it, and some things nobody does."""
        spoken = self._is_person(self._about["actor"]) or _SPEAKER.match(self._about["actor"])
        if not spoken and kind_of_topic(topic) not in _UNDONE:
            yield from self._form("topic_actor", topic=topic)

    def _takes_members(self, name: str) -> bool:
        joined = None if _ABOUT.search(name) else title_words().joined.search(name)
        return joined is not None and _JOIN.search(self._entry.body) is not None

    def _form(self, ask: str, **instead: str) -> Iterator[str]:
        """One question of a kind, when all it speaks of is known; neighbours get other forms."""
        forms = _forms()[ask]
        turn = self._turns.get(ask, zlib.crc32(f"{self._entry.id}{ask}".encode()))
        self._turns[ask] = turn + 1
        form = forms[turn % len(forms)]
        about = {**self._about, **instead}
        if all(about.get(slot["name"]) for slot in _SLOT.finditer(form)):
            yield _spaced(_SLOT.sub(lambda slot: _set_off(about, slot), form))


def _fits(text: str, least_and_most: tuple[int, int]) -> bool:
    return least_and_most[0] <= len(text) <= least_and_most[1]


def _is_offered(name: str) -> bool:
    """Whether it is a thing of the kind that an office answers for."""
    words = title_words()
    return any(one.match(name) for one in (words.headed, words.held, words.offered))


def _is_gathering(topic: str) -> bool:
    """Whether it is held, so that nobody does anything about it."""
    return kind_of_topic(topic) == "gathering" or _is_held(topic)


def _is_held(name: str) -> bool:
    """Whether its noun, or an English one, says that it is an event."""
    words = title_words()
    return (words.held.match(name) or words.held_english.search(name)) is not None


def _about_kind(topic: str) -> str:
    """The kind of question for a topic of its kind."""
    return f"about_{kind_of_topic(topic) or 'matter'}"


def _about(entry: Entry, actor: str, event: Event) -> dict[str, str]:
    venue = said_venue(event.venue)
    own = any(is_at_home(person.role, venue) for person in entry.people[:1])
    named = event.venue != ONLINE and not own and _fits(venue, _VENUE)
    return {
        "actor": said_actor(actor, entry),
        "person": said_name(entry.people[0]) if entry.people else "",
        "venue": venue if named else "",
        "year": str(event.start.year + 543) if event.start else "",
        "month": thai_date(entry.published).partition(" ")[2] if entry.published else "",
        "place": event.province if event.province != _CAPITAL else "",
    }


def _set_off(about: Mapping[str, str], slot: re.Match[str]) -> str:
    """What is asked about, with a blank where Thai beside it would run into its letters."""
    value = about[slot["name"]]
    runs_on = slot.string[: slot.start()][-1:].strip()
    before = " " if runs_on and _OPENS_APART.match(value) else ""
    parted = _SETS_OFF.search(value) or (slot["name"] in _PARTED and " " in value)
    after = " " if slot["after"] and parted else ""
    return f"{before}{value}{after}"


def _spaced(text: str) -> str:
    """A blank where Thai meets Latin letters or figures, none doubled, and no quotation marks."""
    text = re.sub('[“”"]', " ", text)
    apart = re.sub(r"(?<=[A-Za-z0-9])(?=[ก-๙])|(?<=[ก-๙])(?=[A-Za-z0-9])", " ", text)
    return " ".join(apart.split())


@lru_cache(maxsize=1)
def _forms() -> Mapping[str, tuple[str, ...]]:
    """The forms of each kind of question, as shipped."""
    return {ask: tuple(forms) for ask, forms in shipped_lists("question_forms").items()}
