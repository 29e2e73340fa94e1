"""Questions a citizen would ask about an imported entry, for its editor to take or leave.

What the title speaks of, with the days, places, people and numbers that the entry knows, fills the
spoken forms of data/question_forms.yaml. Only what search finds again is kept.
"""

import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import islice

from ruamel.yaml import YAML

from bot.knowledge.entries import Entry, Event, Person
from bot.knowledge.problems import LOST_LETTER
from bot.knowledge.subjects import Subject, subject_of, title_words
from bot.knowledge.words import any_of, release_words
from bot.thai.dates import thai_date
from bot.thai.normalise import normalise, squeeze

MOST = 8
_MOST_TRIED = 22
_LONGEST = 110
_VENUE = (4, 45)
_CLAIM = 16  # letters of what somebody did, from which on others have not done it too
_SLOT = re.compile("(?P<before>[ก-๙]?){(?P<name>[a-z]+)}(?=(?P<after>[ก-๙]?))")
_SETS_OFF = re.compile("[.)๐-๙ๆฯ]$")
_OPENS_APART = re.compile(r"[ก-ฮ]{1,5}\.")
_PRESENT = re.compile(
    r"(ผู้เข้าร่วม|เข้าร่วม|ผู้ร่วมงาน|ผู้เข้าอบรม|ผู้เข้ารับการอบรม)[^\n]{0,60}?[0-9][0-9,]*\s?(คน|ราย)"
)
_AMOUNT = re.compile(
    r"(?P<what>[^“”\"]{14,55}?)\s?(?:กว่า|เกือบ|จำนวน)?\s?(?<![0-9.,:/\-])[0-9][0-9,.]*\s?(?:ล้าน|แสน|หมื่น|พัน)?"
    "(?P<unit>คน|ราย|ทีม|ลิตร|แห่ง|โครงการ|หน่วยงาน|ประเทศ|เตียง|ชิ้น|เครื่อง|อัตรา|ทุน|รางวัล|ผลงาน|หลักสูตร|ตำบล|จังหวัด)"
)
_VERBS = ("telling", "doing", "meeting", "doubted")
_JOIN = re.compile("สมัคร|ลงทะเบียน")
_APP = re.compile("แอป")
_STORE = re.compile("ดาวน์โหลด|Play ?Store|Google Play|App ?Store", re.IGNORECASE)
_OPENED = re.compile("(เป็นประธาน|กล่าว)(ใน)?(พิธี|การ)?เปิด|เปิดงาน")
_SAID = re.compile("กล่าว|เปิดเผย")
_MINISTER = re.compile("รัฐมนตรีว่าการ|รมว")
_KNOWN = re.compile("รัฐมนตรี|รมว|นายก")


@dataclass(frozen=True, slots=True)
class _Forms:
    asks: Mapping[str, tuple[str, ...]]
    telling: re.Pattern[str]
    doing: re.Pattern[str]
    meeting: re.Pattern[str]
    doubted: re.Pattern[str]


def propose_questions(entry: Entry) -> tuple[str, ...]:
    """Up to twenty-two questions, the most telling first, no two alike; not yet tried.

    The same entry always gives the same questions.
    """
    asked: dict[str, str] = {}
    for question in _Asker(entry).questions():
        letters = squeeze(normalise(question))
        sound = len(question) <= _LONGEST and LOST_LETTER not in question
        if sound and letters not in asked:
            asked[letters] = question
    return tuple(asked.values())[:_MOST_TRIED]


def that_find(
    entry_id: str, questions: Iterable[str], finds: Callable[[str], str | None]
) -> tuple[str, ...]:
    """The first eight questions for which `finds` (question → id found first) gives the entry."""
    found = (question for question in questions if finds(question) == entry_id)
    return tuple(islice(found, MOST))


class _Asker:
    """Asks about one entry: names first, then topics, then what was done, by whom and where."""

    def __init__(self, entry: Entry) -> None:
        self._entry = entry
        self._event = entry.event or Event()
        self._subject = subject_of(entry)
        self._phones = bool(entry.contact and entry.contact.phones)
        self._about = _about(entry, self._subject, self._event)
        self._turns: dict[str, int] = {}
        self._asked: set[str] = set()  # kinds of questions

    def questions(self) -> Iterator[str]:
        """Questions in the order of how likely somebody asks them."""
        for number, name in enumerate(self._subject.names[:2]):
            yield from self._of_name(name, first=number == 0)
        yield from self._form("partner")
        for topic in self._subject.topics[:2]:
            yield from self._of_topic(topic)
        for number, act in enumerate(self._subject.acts[:4]):
            yield from self._of_act(act, first=number == 0)
        yield from self._of_told()
        yield from self._of_people()
        if self._entry.event:
            yield from self._form("day_venue")
            yield from self._form("actor_place")
        for topic in self._subject.topics[:1]:
            yield from self._form("topic_news", topic=topic)
            yield from self._form("topic_who", topic=topic)
        if not self._subject.acts or not self._subject.names:
            yield from self._of_thing()
        yield from self._form("actor_day")
        for name in self._subject.names[:1]:
            held = title_words().held.match(name)
            yield from self._form("held_what" if held else "name_what", name=name)
        yield from self._form("thing_what")
        for one in self._subject.told:
            yield from self._form("topic_actor", topic=one)
        yield from self._of_the_rest()

    def _of_name(self, name: str, *, first: bool) -> Iterator[str]:
        body, event = self._entry.body, self._event
        held = title_words().held.match(name) is not None
        wanted = {
            "name_when": held and event.start is not None,
            "name_where": held and bool(event.venue),
            "name_year": held and first and self._about["year"] not in name,
            "name_what": not held,
            "held_what": held,
            "name_cost": held and bool(event.cost),
            "name_join": first and self._takes_members(name),
            "name_get": _APP.match(name) is not None and _STORE.search(body) is not None,
            "name_contact": first and self._phones,
            "name_held": held and bool(event.organizer),
            "name_count": held and first and _PRESENT.search(body) is not None,
            "name_opened": held and _OPENED.search(body) is not None,
            "name_person": first and not held and _SAID.search(body) is not None,
        }
        for ask in (ask for ask, known in wanted.items() if known):
            yield from self._form(ask, name=name)

    def _of_told(self) -> Iterator[str]:
        """What only the body tells of: a name like those of the title, else a topic."""
        for one in self._subject.told:
            named = title_words().headed.match(one)
            yield from self._form("name_what" if named else "topic_what", name=one, topic=one)

    def _of_the_rest(self) -> Iterator[str]:
        """Smaller things, for a release of whose main ones others tell as well."""
        yield from self._of_amounts()
        for name in self._subject.named:
            yield from self._form("name_what", name=name)
        about = (*self._subject.names, *self._subject.topics) or self._subject.told
        others = self._entry.people[1:4] if _SAID.search(self._entry.body) else ()
        for topic, speaker in zip(about, others, strict=False):
            yield from self._form("topic_person", topic=topic, person=_said_name(speaker))
        for person in self._unknown()[2:4]:
            yield from self._form("person_who", person=_said_name(person, whole=True))
        for number, act in enumerate(self._subject.acts[:3]):
            yield from self._of_claim(act, first=number == 0)
        for topic in about[:2]:
            yield from self._form("topic_month", topic=topic)
        yield from self._form("thing_details")

    def _of_claim(self, act: str, *, first: bool) -> Iterator[str]:
        """What people who have heard of it ask: whether it is so, and since when."""
        telling, never = _forms().telling.match(act), title_words().never.search(act)
        if _forms().doubted.match(act) and len(act) > _CLAIM and not never:
            yield from self._form("act_true" if first else "act_news", act=act)
        if first and not telling and "act_when" not in self._asked:
            yield from self._form("act_when", act=act)

    def _of_amounts(self) -> Iterator[str]:
        """How many of what the title counts: "แต่งตั้งอธิการบดี 12 แห่ง", "อธิการบดีกี่แห่ง"."""
        if found := _AMOUNT.match(self._entry.title):
            yield _spaced(f"{found['what'].strip()}กี่{found['unit']}")

    def _of_people(self) -> Iterator[str]:
        """Where the first one went, and who the others are; a minister is known."""
        yield from self._form("person_venue")
        yield from self._form("person_day")
        for person in self._unknown()[:2]:
            yield from self._form("person_who", person=_said_name(person, whole=True))

    def _unknown(self) -> list[Person]:
        return [one for one in self._entry.people if not _KNOWN.search(one.role)]

    def _of_topic(self, topic: str) -> Iterator[str]:
        told = any(_forms().telling.match(act) for act in self._subject.acts[:1])
        yield from self._form("topic_said" if told else "topic_actor", topic=topic)
        if self._subject.names:
            return
        if self._takes_members(topic):
            yield from self._form("topic_join", topic=topic)
        if self._phones:
            yield from self._form("topic_contact", topic=topic)
        if _SAID.search(self._entry.body):
            yield from self._form("topic_person", topic=topic)

    def _takes_members(self, name: str) -> bool:
        joined = title_words().joined.search(name)
        return joined is not None and _JOIN.search(self._entry.body) is not None

    def _of_act(self, act: str, *, first: bool) -> Iterator[str]:
        """The questions that a verb allows: what was said, when and where it was done, how, why."""
        forms = _forms()
        met = first and forms.meeting.match(act) and not self._subject.names
        telling = forms.telling.match(act) is not None
        if telling and (first or not self._subject.topics):
            yield from self._form("act_said", act=act)
        if met and self._event.start:
            yield from self._form("act_when", act=act)
        if met and self._event.venue:
            yield from self._form("act_where", act=act)
        if forms.doing.match(act):
            yield from self._form("act_how", act=act)
        if first and not telling:
            yield from self._form("act_why", act=act)
            yield from self._form("act_who", act=act)
        if met and _PRESENT.search(self._entry.body):
            yield from self._form("act_count", act=act)
        if first and self._phones and not (self._subject.names or self._subject.topics):
            yield from self._form("act_contact", act=act)

    def _of_thing(self) -> Iterator[str]:
        if self._event.start and "act_when" not in self._asked:
            yield from self._form("thing_when")
        if self._event.venue and "act_where" not in self._asked:
            yield from self._form("thing_where")
        if self._phones and not self._subject.names:
            yield from self._form("thing_contact")

    def _form(self, ask: str, **instead: str) -> Iterator[str]:
        """One question of a kind, when all it speaks of is known; neighbours get other forms."""
        forms = _forms().asks[ask]
        turn = self._turns.get(ask, zlib.crc32(f"{self._entry.id}{ask}".encode()))
        self._turns[ask] = turn + 1
        form = forms[turn % len(forms)]
        about = {**self._about, **instead}
        if all(about[wanted] for wanted in re.findall(r"{(\w+)}", form)):
            self._asked.add(ask)
            yield _spaced(_SLOT.sub(lambda slot: _set_off(about, slot), form))


def _about(entry: Entry, subject: Subject, event: Event) -> dict[str, str]:
    venue = event.venue if _VENUE[0] <= len(event.venue) <= _VENUE[1] else ""
    return {
        "actor": _said_actor(subject.actor, entry),
        "partner": subject.partner,
        "act": subject.acts[0] if subject.acts else "",
        "name": subject.names[0] if subject.names else "",
        "topic": subject.topics[0] if subject.topics else "",
        "thing": subject.thing,
        "person": _said_name(entry.people[0]) if entry.people else "",
        "venue": venue,
        "day": thai_date(event.start) if event.start else "",
        "year": str(event.start.year + 543) if event.start else "",
        "month": thai_date(entry.published).partition(" ")[2] if entry.published else "",
        "place": event.province.removesuffix("มหานคร"),
    }


def _said_actor(actor: str, entry: Entry) -> str:
    """The actor as people say it: a first name alone is a minister's, and gets the office."""
    titled = re.match(release_words().honorifics, actor)
    for person in entry.people:
        if actor and not titled and actor in person.name and _MINISTER.search(person.role):
            return f"รัฐมนตรี{actor}"
    actor = re.sub(r"^(รมว|รมต)\.\s?(?=[ก-๙]{3,}$)", "รัฐมนตรี", actor)
    return re.sub(r"^(รัฐมนตรี)ว่าการ(กระทรวง)?การอุดมศึกษา.*", r"\1 อว.", actor)


def _said_name(person: Person, *, whole: bool = False) -> str:
    """A person as people say it: "ดร.เอนก", "รัฐมนตรีศุภมาส", "คุณสมคิด"; `whole`, with surname."""
    plain = re.sub(rf"^(?:(?:{release_words().honorifics})\s?)+", "", person.name)
    if whole or not plain:
        return plain
    title = "รัฐมนตรี" if _MINISTER.match(person.role) else "คุณ"
    return f"{'ดร.' if 'ดร.' in person.name else title}{plain.split()[0]}"


def _set_off(about: Mapping[str, str], slot: re.Match[str]) -> str:
    """What is asked about, with a blank where Thai beside it would run into its letters."""
    value = about[slot["name"]]
    before = " " if slot["before"] and _OPENS_APART.match(value) else ""
    after = " " if slot["after"] and _SETS_OFF.search(value) else ""
    return f"{slot['before']}{before}{value}{after}"


def _spaced(text: str) -> str:
    """A blank where Thai meets Latin letters or figures, none doubled, and no quotation marks."""
    text = re.sub('[“”"]', " ", text)
    apart = re.sub(r"(?<=[A-Za-z0-9])(?=[ก-๙])|(?<=[ก-๙])(?=[A-Za-z0-9])", " ", text)
    return " ".join(apart.split())


@lru_cache(maxsize=1)
def _forms() -> _Forms:
    source = files("bot.knowledge").joinpath("data", "question_forms.yaml")
    lists = YAML(typ="safe").load(source.read_text("utf-8"))
    verbs = [re.compile(any_of(lists.pop(key))) for key in _VERBS]
    return _Forms({ask: tuple(forms) for ask, forms in lists.items()}, *verbs)
