"""What was held, by the name that title or lead gives it, and what is asked about it."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from bot.knowledge.entries import Entry
from bot.knowledge.persons import given_name
from bot.knowledge.places import balanced
from bot.knowledge.words import any_of, shipped_lists
from bot.press.facts.headlines import (
    closed,
    ends_inside_office,
    is_loose,
    opens_another,
    title_words,
)
from bot.press.questions.asking_partners import ANNOUNCED, SIGNED
from bot.press.questions.callings import called, tells_of_others
from bot.press.questions.short_names import is_typed, short_of
from bot.press.questions.speakers import speakers_in
from bot.press.questions.subjects import Subject
from bot.press.questions.telling import facts_about
from bot.press.questions.wholeness import lists_on
from bot.press.questions.wording import Asked, Wording, is_held, name_kind
from bot.thai.names import Names

_MOST = 2
_MOST_SPEAKERS = 3
_EVENT, _AIM = "event", "held_aim"  # a kind and a fact of data/facts.yaml
_LEAD = 800  # letters that tell what was held
_APART = "\n\n"  # between paragraphs
_SET = re.compile(
    r"วันที่|วันนี้|ระหว่างวัน|(?<![ก-๎])ณ |[0-9] ?(?:[ก-ฮ]{1,2}\.[ก-ฮ]\.|[ก-๎]+(?:คม|ยน|พันธ์) )"
)
_LATIN = re.compile("[A-Za-z]")
_OWN = 6  # letters that tell it from others of its kind
_LONGEST = 160
_ENGLISH = r"[A-Z][A-Za-z0-9&.'’+-]*(?: (?:[A-Za-z0-9&][A-Za-z0-9&.'’+-]*|[-–:]))*"
_MOST_TOLD, _MOST_KEPT = 30, 16  # letters of what an event is, before its name in quotation marks
_MEETING = "ประชุม"
_SHORT = r"(?:[ก-ฮ]{1,6}\.)+"
_SHORT_FIRST = re.compile(_SHORT)
_BOARD = rf"(?:คณะ[ก-๙ ]{{4,120}}\((?P<board>{_SHORT})|(?P<numbered>{_SHORT})(?= ครั้งที่))"
_ASIDE = re.compile(r" ?(?:ครั้งที่|ประจำปี|พุทธศักราช|: |ปีที่|รุ่นที่|\(|[“\"‘]).*$")
_WHOLE_ENGLISH = re.compile(r" ?(?:[ก-๙“”\"‘’(,]|$)")


class OccasionAsker:
    """Asks when, where, what for and by whom it was held, and who spoke there."""

    def __init__(
        self, entry: Entry, subject: Subject, says: Wording, wished: Sequence[str]
    ) -> None:
        """`wished` are the names that are asked for by themselves."""
        self._entry, self._says, self._wished = entry, says, wished
        self._form, self._known = says.form, says.known
        self._subject = subject
        self._titled = [one for one in subject.names if is_held(one) and is_typed(short_of(one))][
            :1
        ]
        self._names = () if self._titled else occasions_of(entry)[:_MOST]

    @property
    def named(self) -> bool:
        """Whether what was held has a foreign name, by which people call it."""
        return any(map(_LATIN.search, (*self._titled, *self._names)))

    def questions(self) -> Iterator[Asked]:
        """Of those that the title's names do not tell all; of those only who spoke."""
        for name in self._names:
            yield from self._of_name(name)
        for name in (*self._titled, *self._names[:1]):
            yield from self._of_those_there(name)

    def _of_name(self, name: str) -> Iterator[Asked]:
        if SIGNED.search(self._entry.title) is None:  # whose day is that of the contract
            yield from self._known("name_when", name=name)
            yield from self._known("name_where", name=name)
        kind = name_kind(name)
        yield from self._known("fair_what" if kind == "none" else kind, name=name)
        body = self._entry.body
        if _AIM in facts_about(written_in(body, name), _EVENT, body):
            yield from self._form("fact_held_aim", topic=name)
        announced = self._says.is_ahead or ANNOUNCED.search(self._entry.title)
        asks = ("name_held", "name_site", "name_theme", "name_until")
        for ask in (*asks, *(() if announced else ("name_opened", "name_chaired", "name_came"))):
            if not _is_a_talk(name):
                yield from self._known(ask, name=name)
        if not any(name in other or other in name for other in self._wished):
            yield from self._form("name_request", name=name)

    def _of_those_there(self, name: str) -> Iterator[Asked]:
        """What those said there of whom people ask; of what is announced nobody said it there."""
        if self._says.is_ahead or ANNOUNCED.search(self._entry.title):
            return
        there = (one for one in speakers_in(self._entry) if not tells_of_others(one))
        asked = filter(None, (called(one, self._entry) for one in there))
        for person in islice(asked, _MOST_SPEAKERS):
            yield from self._form("name_said", name=name, person=person)


def occasions_of(entry: Entry) -> Sequence[str]:
    """The names of what was held, each once: of the title, of the lead if that has but a talk."""
    titled = _names_in(entry.title, len(entry.title))
    names = titled if not all(map(_is_a_talk, titled)) else [*titled, *_told_in(entry.body)]
    people = [given for person in entry.people if (given := given_name(person.name))]
    return [one for one in dict.fromkeys(names) if not any(one.endswith(given) for given in people)]


def _is_a_talk(name: str) -> bool:
    """Whether it is only what somebody speaks of where something is held."""
    return name.startswith(tuple(shipped_lists("occasions")["talk"]))


def written_in(body: str, name: str) -> str:
    """How a body writes the name: without its kind, where quotation marks part both."""
    kinds = shipped_lists("occasions")["kinds"]
    forms = (name, *(name.removeprefix(kind).strip() for kind in kinds if name.startswith(kind)))
    return next((one for one in forms if one in body), name)


def _told_in(body: str) -> Iterator[str]:
    """Those of the lead, where its paragraph tells a day or a place."""
    start = 0
    for paragraph in body[: _LEAD + _LONGEST].split(_APART):
        if start < _LEAD and _SET.search(paragraph):
            yield from _names_in(paragraph, min(len(paragraph), _LEAD - start))
        start += len(paragraph) + len(_APART)


def _names_in(text: str, end: int) -> Sequence[str]:
    """Those before `end` that people would type, and none that goes on behind it."""
    whole = (one for one in _held().finditer(text, 0, end) if not one.end() == end < len(text))
    return [name for one in whole if (name := _named(one, text)) and is_typed(short_of(name))]


def _named(found: re.Match[str], text: str) -> str:
    """The kind with its name, if that is whole and tells which is meant; else ""."""
    kind, plain, told = found["kind"], found["plain"] or "", found["told"] or ""
    behind, quoted = text[found.end() :], (found["quoted"] or "").strip()
    quoted = max(_ASIDE.sub("", quoted), quoted, key=lambda one: (len(one) >= _OWN, -len(one)))
    if board := found["board"] or found["numbered"]:  # by its short name
        return "" if _unasked().search(board) else f"{_MEETING} {board}"
    if nested := _nested().match(told):
        kind, told = nested["kind"], nested["told"]
    told = told if len(told) <= _MOST_KEPT else ""
    if found["english"]:
        name = found["english"].rstrip(" -–:")
        known = title_words().generic.issuperset(name.split()) or _unasked().search(name)
        whole = _WHOLE_ENGLISH.match(behind) and not known
        return f"{kind} {name}" if whole and len(name) >= _OWN else ""
    if found["quoted"]:
        apart = " " if quoted[:1].isascii() or _SHORT_FIRST.match(quoted) else ""
        alone = not (told or found["told"]) and kind in shipped_lists("occasions")["unsaid"]
        kind = "" if alone else kind
        asked = len(quoted) >= _OWN and not (_unasked().search(quoted) or _unasked().search(told))
        royal = not told and title_words().royal.search(quoted)
        return f"{kind}{told}{apart}{quoted}".strip() if asked and not royal else ""
    name, behind = f"{kind}{plain}", behind.lstrip(" ,")
    whole = len(plain) >= _OWN and _ends_before(behind) and not _is_vague(plain)
    whole = whole and not lists_on(text, found.end())
    sound = closed(name) == name == balanced(name) and not ends_inside_office(name)
    return name if whole and sound else ""


def _ends_before(behind: str) -> bool:
    """Whether a name is whole before it: an aim, a time, its part or topic."""
    ends = any_of(shipped_lists("occasions")["ends"])
    return bool(opens_another(behind) or re.match(ends, behind))


def _is_vague(own: str) -> bool:
    """Whether it is royal, of a committee, or told by a word that goes before another."""
    words = title_words()
    first = Names.load().segmenter().words(own)[0]
    other = words.royal.search(own) or words.vague.match(own) or words.verbs.match(own)
    return bool(other) or is_loose(first) or _unasked().search(own) is not None


@lru_cache(maxsize=1)
def _held() -> re.Pattern[str]:
    lists = shipped_lists("occasions")
    kinds = any_of(lists["kinds"])
    aside = any_of(lists["aside"])
    return re.compile(
        rf"(?:{any_of(lists['holding'])}|ใน(?={any_of(lists['inside'])})|(?<=\s)(?={any_of(lists['talk'])}))"
        rf"(?P<kind>{kinds})(?:{aside})*"
        rf"(?:(?P<told>[ก-๙]{{2,{_MOST_TOLD}}})? ?"
        rf"[“\"‘](?P<quoted>[^“”\"‘’\n]{{4,{_LONGEST}}}?)(?:[”\"’]|(?=\s?[(“]))"
        rf"| ?(?P<english>{_ENGLISH})"
        rf"|(?:(?<={_MEETING})|(?<={_MEETING} ))(?:{_BOARD})|(?!{aside})(?P<plain>[ก-๙]+))"
    )


@lru_cache(maxsize=1)
def _nested() -> re.Pattern[str]:
    """The last kind in what stands before a name: งาน of และมอบโล่ผู้ร่วมจัดงาน."""
    return re.compile(rf".*(?P<kind>{any_of(shipped_lists('occasions')['kinds'])})(?P<told>.*)")


@lru_cache(maxsize=1)
def _unasked() -> re.Pattern[str]:
    return re.compile(any_of(shipped_lists("occasions")["unasked"]))
