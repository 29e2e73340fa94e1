"""Questions a citizen would ask about an imported entry, for its editor to take or leave.

A title is taken apart into who did what; its names, days, places, people and numbers fill the
spoken forms of data/question_forms.yaml. Only what search finds again is kept.
"""

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from ruamel.yaml import YAML

from bot.knowledge.entries import Entry, Event
from bot.knowledge.words import any_of, release_words
from bot.thai.dates import thai_date
from bot.thai.normalise import normalise, squeeze

MOST = 8
_LONGEST = 130
_ACT = (10, 75)  # signs of what somebody did
_ENOUGH = 22  # signs after which people stop quoting a headline
_THING = (10, 75)
_VENUE = (4, 45)
_QUOTED = re.compile("(?P<before>[ก-๙]{0,30})\\s?[“\"‘'](?P<name>[^”\"’']{4,60})[”\"’']")
_ENGLISH = re.compile(
    r"[A-Z][A-Za-z0-9&+.\-]*(?:\s(?:[A-Z0-9][A-Za-z0-9&+.\-]*|of|for|the|and|on|in))+(?:\s[12][0-9]{3})?"
)
_NOISE = re.compile("!+|…|\\.{2,}|\\[[^\\]]*\\]|\\(อว\\.?\\)")
_SETS_OFF = re.compile("[.)๐-๙ๆฯ]$")
_LOOSE_END = re.compile(r"และ|หรือ|กับ|ของ|ใน|ที่|เพื่อ|โดย|จาก|สู่|ด้าน|แก่|ให้|ณ|เรื่อง|ร่วม|[-–/&:,]|[0-9.,]+")
_PRESENT = re.compile(
    r"(ผู้เข้าร่วม|เข้าร่วม|ผู้ร่วมงาน|ผู้เข้าอบรม|ผู้เข้ารับการอบรม)[^\n]{0,60}?[0-9][0-9,]*\s?(คน|ราย)"
)


@dataclass(frozen=True, slots=True)
class _Forms:
    asks: Mapping[str, tuple[str, ...]]
    heads: re.Pattern[str]
    held: re.Pattern[str]
    verbs: re.Pattern[str]
    telling: re.Pattern[str]
    doing: re.Pattern[str]
    next_acts: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a title is about: who did what (and what for), names in it, or the thing itself."""

    actor: str
    acts: tuple[str, ...]
    names: tuple[str, ...]
    thing: str


def propose_questions(entry: Entry) -> tuple[str, ...]:
    """Up to sixteen questions, the most telling first, no two alike; not yet tried.

    The same entry always gives the same questions.
    """
    asked: dict[str, str] = {}
    for question in _ask(entry, _subject(entry)):
        letters = squeeze(normalise(question))
        if len(question) <= _LONGEST and letters not in asked:
            asked[letters] = question
    return tuple(asked.values())[: 2 * MOST]


def that_find(
    entry: Entry, questions: tuple[str, ...], finds: Callable[[str], str | None]
) -> tuple[str, ...]:
    """The first eight questions for which `finds` (question → id found first) gives the entry."""
    found: list[str] = []
    for question in questions:
        if len(found) < MOST and finds(question) == entry.id:
            found.append(question)
    return tuple(found)


def _ask(entry: Entry, subject: _Subject) -> Iterator[str]:
    event = entry.event or Event()
    about = _about(entry, subject, event)
    pick = _Picker(entry.id, about)
    held = [name for name in subject.names if _forms().held.match(name)]
    phones = bool(entry.contact and entry.contact.phones)
    for name in subject.names[:2]:
        yield from pick.form("name_what", name=name)
    for name in held[:1]:
        wanted = {"when": event.start, "where": event.venue, "cost": event.cost, "contact": phones}
        for ask in (ask for ask, known in wanted.items() if known):
            yield from pick.form(f"name_{ask}", name=name)
    told = "act" if subject.acts else "thing"
    yield from pick.form(f"{told}_what")
    if event.start and not held:
        yield from pick.form(f"{told}_when")
    if event.venue and not held:
        yield from pick.form(f"{told}_where")
    if phones:
        yield from pick.form("name_contact" if subject.names else f"{told}_contact")
    yield from pick.form("day_venue")
    yield from pick.form("person_venue")
    if _PRESENT.search(entry.body):
        yield from pick.form("act_count")
    for act in subject.acts:
        for ask in _asks_of(act, first=act == subject.acts[0]):
            yield from pick.form(ask, act=act)
    yield from pick.form(f"person_{told}")
    yield from pick.form("act_who")
    yield from pick.form("thing_what")
    yield from pick.form(f"{told}_what")
    yield from pick.form("thing_what")


def _asks_of(act: str, *, first: bool) -> Iterator[str]:
    """The questions that a verb allows: what was said, how, and of the first act also why."""
    if _forms().telling.match(act):
        yield "act_said"
        return
    if first:
        yield "act_why"
    if _forms().doing.match(act):
        yield "act_how"


def _about(entry: Entry, subject: _Subject, event: Event) -> dict[str, str]:
    venue = event.venue if _VENUE[0] <= len(event.venue) <= _VENUE[1] else ""
    return {
        "actor": subject.actor,
        "act": subject.acts[0] if subject.acts else "",
        "name": subject.names[0] if subject.names else "",
        "thing": subject.thing,
        "person": _short_name(entry.people[0].name) if entry.people else "",
        "venue": venue,
        "day": thai_date(event.start) if event.start else "",
        "place": event.province,
    }


class _Picker:
    """Chooses forms by the entry's id, so that neighbours are asked about differently."""

    def __init__(self, entry_id: str, about: Mapping[str, str]) -> None:
        self._entry_id = entry_id
        self._about = about
        self._turns: dict[str, int] = {}

    def form(self, ask: str, **instead: str) -> Iterator[str]:
        """One question of a kind, when everything it speaks of is known."""
        forms = _forms().asks[ask]
        turn = self._turns.get(ask, zlib.crc32(f"{self._entry_id}{ask}".encode()))
        self._turns[ask] = turn + 1
        form = forms[turn % len(forms)]
        about = {**self._about, **instead}
        if all(about[wanted] for wanted in re.findall(r"{(\w+)}", form)):
            yield _spaced(re.sub(r"{(\w+)}(?=([ก-๙])?)", lambda one: _set_off(about, one), form))


def _set_off(about: Mapping[str, str], wanted: re.Match[str]) -> str:
    """What is asked about, with a blank before Thai that would run into its last sign."""
    value = about[wanted[1]]
    return f"{value} " if wanted[2] and _SETS_OFF.search(value) else value


def _spaced(text: str) -> str:
    """A blank where Thai meets Latin letters or figures, and none doubled."""
    apart = re.sub(r"(?<=[A-Za-z0-9])(?=[ก-๙])|(?<=[ก-๙])(?=[A-Za-z])", " ", text)
    return " ".join(apart.split())


def _subject(entry: Entry) -> _Subject:
    chunks = _NOISE.sub(" ", _QUOTED.sub(_unquoted, entry.title)).split()
    chunks = [chunk for chunk in (chunk.strip("“”\"‘’'") for chunk in chunks) if chunk]
    if chunks and (glued := _glued().match(chunks[0])):
        chunks = [glued["actor"], chunks[0][glued.end() :], *chunks[1:]]
    verb = next((n for n, chunk in enumerate(chunks[:5]) if n and _forms().verbs.match(chunk)), 0)
    english = (name.strip(" .-") for name in _ENGLISH.findall(entry.title))
    names = dict.fromkeys([*_quoted(entry), *(name for name in english if len(name) > 11)])
    acts = tuple(_acts(chunks[verb:])) if verb else ()
    return _Subject(_actor(chunks[:verb]), acts, tuple(names), _thing(chunks))


def _unquoted(quote: re.Match[str]) -> str:
    """A name that follows its noun is one word with it, as it is spoken."""
    joined = "" if _forms().heads.search(quote["before"]) else " "
    return f"{quote['before']}{joined}{quote['name']} "


def _actor(chunks: list[str]) -> str:
    """Who, as people say it; of "อว. โดย วว." the one who did it."""
    if "โดย" in chunks:
        chunks = chunks[chunks.index("โดย") + 1 :]
    return " ".join(chunk.strip(",:;") for chunk in chunks[:3])[:50]


def _acts(chunks: list[str]) -> Iterator[str]:
    """What was done, and what for: one phrase from each verb that opens a part of the title."""
    starts = [n for n, chunk in enumerate(chunks) if n == 0 or _forms().next_acts.match(chunk)]
    for start, end in zip(starts, [*starts[1:], len(chunks)], strict=True):
        act = _phrase(chunks[start:end], _ACT[1], enough=_ENOUGH)
        act = re.sub(r"^(เพื่อ|พร้อม|หวัง|มุ่ง|เร่ง)(?=[ก-๙]{4})", "", act)
        if len(act) >= _ACT[0] and _forms().verbs.match(act):
            yield act


def _thing(chunks: list[str]) -> str:
    """The title up to where it can end, to be spoken of as a whole."""
    thing = _phrase(chunks, _THING[1])
    return thing if len(thing) >= _THING[0] else ""


def _phrase(chunks: list[str], longest: int, enough: int = _LONGEST) -> str:
    """Chunks from the first on: as few as say `enough`, never more signs than `longest`."""
    taken: list[str] = []
    for chunk in chunks:
        told = len(" ".join(taken))
        if told >= enough or told + len(chunk) > longest:
            break
        taken.append(chunk)
    while taken and _LOOSE_END.fullmatch(taken[-1]):
        taken.pop()
    return " ".join(taken).strip(" ,:;")


def _quoted(entry: Entry) -> Iterator[str]:
    """Names the title quotes, with the noun before them; people's names are none."""
    people = " ".join(person.name for person in entry.people)
    for found in _QUOTED.finditer(entry.title):
        name = found["name"].strip(" ,.!")
        head = _forms().heads.search(found["before"])
        person = name in people or re.match(release_words().honorifics, name)
        if not person and (head or len(name) >= 10) and not _forms().verbs.match(name):
            lead = head["head"] if head and not name.startswith(head["head"]) else ""
            yield _spaced(f"{lead}{name}")


def _short_name(name: str) -> str:
    """A person as people say it: without the titles before the last one."""
    return re.sub(
        rf"^(?:(?:{release_words().honorifics})\s?)+(?=(ดร\.|นาย|นาง))", "", name
    ).replace("ดร. ", "ดร.")


@lru_cache(maxsize=1)
def _glued() -> re.Pattern[str]:
    """An agency that the title writes together with its verb ("อว.ผนึก", "ทีเซลส์จับมือ")."""
    agencies = [word for words in release_words().agencies.values() for word in words]
    short = r"[ก-ฮ]{1,5}\.(?:[ก-ฮ]{1,4}\.)?"
    return re.compile(rf"(?P<actor>{short}|{any_of(agencies)})(?={_forms().verbs.pattern})")


@lru_cache(maxsize=1)
def _forms() -> _Forms:
    source = files("bot.knowledge").joinpath("data", "question_forms.yaml")
    lists = YAML(typ="safe").load(source.read_text("utf-8"))
    words = {
        key: any_of(lists.pop(key))
        for key in ("heads", "held", "verbs", "telling", "doing", "next_acts")
    }
    return _Forms(
        {ask: tuple(forms) for ask, forms in lists.items()},
        re.compile(rf"(?P<head>{words['heads']})$"),
        re.compile(words["held"]),
        re.compile(words["verbs"]),
        re.compile(words["telling"]),
        re.compile(words["doing"]),
        re.compile(words["next_acts"]),
    )
