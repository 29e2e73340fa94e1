"""Who held an office, and when: "รมว. ปี 64" asks for a name, though it has no question word."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain

from bot.dialogue.matching.mismatch import is_mismatch
from bot.dialogue.matching.subjects import is_named_by
from bot.dialogue.message.cues import CUES, content_words
from bot.dialogue.message.phrases import PHRASES
from bot.knowledge.entries import Entry, Person
from bot.knowledge.persons import given_name, untitled
from bot.search.folding import fold
from bot.search.passages.stated.fields import person_asked, stated_fact
from bot.search.query import Query
from bot.thai.dates import ANY_DAY, find_dates
from bot.thai.names import Names
from bot.thai.normalise import letters_in, normalise, squeeze
from bot.thai.questions import ASKED, Aspect

_FAR_MORE, _SURNAME = 10, 3  # times as often, sounds
_FEW = 2  # people; a standing entry of more lists who held an office
WHO_IS = "คือใคร"
_STILL_IS = re.compile(f"ยัง(?:คง)?เป็น.*(?:{ASKED.whether_or_not})")
_NEXT_TO = re.compile(  # whom: somebody named
    "(?:คน|ท่าน)?(?:(?P<before>ก่อน(?:หน้า)?)|(?:(?:รับ)?ต่อ|ถัด|หลัง|แทน)(?:มา)?(?:จาก)?)(?:ท่าน|คุณ|ดร[.]?|นาย)?"
)
_FORMER = re.compile("(?:คน|ท่าน)(?:ก่อน(?:หน้า)?(?:นี้)?|เก่า|เดิม|ที่แล้ว)")  # before the last
_WHO = frozenset((Aspect.TOPIC, Aspect.WHO))


class OfficeHolders:
    """The lists of those who held an office, among the entries of one knowledge base."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        lists = filter(lists_office_holders, entries.values())
        self._lists = [(one, _full_names(one.keywords)) for one in lists]
        self._named: dict[str, list[tuple[Entry, str]]] = {}  # given name → who tells, surname
        for entry in entries.values():
            for person in entry.people:
                given, _, surname = untitled(person.name).partition(" ")
                told = self._named.setdefault(letters_in(given), [])
                told.append((entry, letters_in(surname)))

    def holder_asked(self, query: Query, today: date) -> tuple[Entry, Query] | None:
        """The list of holders, and the question to it, of a message about an office and a time.

        None where the list states nobody for that.
        """
        of_others = (
            _neighbour_question(*one, query) or _former_question(*one, query) for one in self._lists
        )
        if beside := next(filter(None, of_others), None):
            return beside
        query = self._as_who_question(query)
        of_whom = (one for one, names in self._lists if _is_about_person(one, names, query))
        if entry := next(of_whom, None):
            return entry, query
        if query.aspect not in _WHO:
            return None
        who = replace(query, aspect=Aspect.WHO)
        timed = query.aspect is Aspect.WHO or query.speaks_of_today or query.years
        meant = (
            one
            for one, names in self._lists
            if _is_about_office(one, names, who, timed=bool(timed))
        )
        entry = next(meant, None)
        if entry is None or not stated_fact(entry, who) or is_mismatch(entry, who, today):
            return None
        return entry, who

    def _as_who_question(self, query: Query) -> Query:
        """The question; a bare name in a list asks who that is: "สุวิทย์ เมษินทรีย์".

        So is whether somebody still is: "สุวิทย์ยังเป็นรัฐมนตรีอยู่ไหม".
        """
        named = squeeze(untitled(query.bare))
        names = (one.name for entry, _ in self._lists for one in entry.people)
        known = any(named == letters_in(untitled(one)) for one in names)
        if query.aspect is Aspect.TOPIC and (known or _STILL_IS.search(query.clean)):
            return replace(query, clean=f"{query.clean} {WHO_IS}", aspect=Aspect.WHO)
        return query

    def newest_release_about(self, query: Query) -> Entry | None:
        """The last release that tells who somebody is, if that is all that is asked.

        Many name them, and whichever is meant, the answer is the same. Somebody who is named far
        more often than all others of a given name is meant by that alone.
        """
        letters = query.letters
        given = max((one for one in self._named if one in letters), key=len, default="")
        told = self._named.get(given, [])
        said = [one for one in told if one[1] and one[1] in letters]
        surnames = Counter(_heard(surname) for _, surname in said or told).most_common(2)
        if len(surnames) > 1 and surnames[0][1] < _FAR_MORE * surnames[1][1]:
            return None
        meant = [one for one, surname in told if surnames and _heard(surname) == surnames[0][0]]
        telling = [one for one in meant if person_asked(one, query)]
        standing = any(not one.is_dated for one in meant)
        if standing or not telling or not _says_only(query, given, {name for _, name in told}):
            return None
        return max(telling, key=lambda one: one.published or date.min)


def lists_office_holders(entry: Entry) -> bool:
    """Whether an entry tells who held an office, one after the other."""
    return not entry.is_dated and len(entry.people) > _FEW


def neighbour(entry: Entry, query: Query, step: int) -> Person | None:
    """Who held an office before those asked for by a question, or after them; None if unknown.

    Who names neither a year nor anybody has asked for the last.
    """
    dated = [(find_dates(normalise(one.role), ANY_DAY)[:1], one) for one in entry.people]
    if not all(spans for spans, _ in dated):
        return None
    people = [one for _, one in sorted(dated, key=lambda pair: pair[0][0].first)]
    named = query.years or person_asked(entry, query)
    told = stated_fact(entry, query) if named else None
    letters = letters_in(told.text if told else people[-1].name)
    places = [at for at, one in enumerate(people) if letters_in(given_name(one.name)) in letters]
    if not places:
        return None
    at = min(places) - 1 if step < 0 else max(places) + 1
    return people[at] if 0 <= at < len(people) else None


def _neighbour_question(
    entry: Entry, names: frozenset[str], query: Query
) -> tuple[Entry, Query] | None:
    """The question for a predecessor or successor: "ปลัดคนต่อจากสรนิตคือใคร".

    The whole list is meant where nobody is known before or after them.
    """
    letters = query.letters
    if query.aspect not in _WHO or not _NEXT_TO.search(letters):
        return None
    for person in entry.people:
        given = letters_in(given_name(person.name))
        found = re.search(f"{_NEXT_TO.pattern}{re.escape(given)}", letters)
        if found is None:
            continue
        rest = tuple(word for word in query.terms if squeeze(word) not in found[0])
        who = replace(query, clean=f"{person.name} {WHO_IS}", aspect=Aspect.WHO, terms=rest)
        if not _is_about_person(entry, names, who):
            continue
        other = neighbour(entry, who, -1 if found["before"] else 1)
        return entry, _who_is(other, who) if other else replace(query, aspect=Aspect.TOPIC)
    return None


def _former_question(
    entry: Entry, names: frozenset[str], query: Query
) -> tuple[Entry, Query] | None:
    """The question for who held an office before the last that is known: "ปลัดคนเก่าคือใคร"."""
    found = _FORMER.search(query.letters)
    if found is None or query.years or query.aspect not in _WHO:
        return None
    rest = tuple(word for word in query.terms if squeeze(word) not in found[0])
    who = replace(query, aspect=Aspect.WHO, terms=rest)
    former = neighbour(entry, who, -1) if _is_about_office(entry, names, who, timed=True) else None
    return (entry, _who_is(former, who)) if former else None


def _who_is(person: Person, query: Query) -> Query:
    """A question as one for who somebody is."""
    asked = f"{person.name} {WHO_IS}"
    return replace(query, clean=asked, text=asked)


def _heard(surname: str) -> str:
    """The beginning of a surname as it sounds; releases misspell the rest."""
    return fold(surname)[:_SURNAME]


def _says_only(query: Query, given: str, surnames: Iterable[str]) -> bool:
    """Whether the words of a question that name something are those of a name, or a title."""
    full = [given, *surnames]
    words = (word for word in content_words(query.terms) if not _is_number_or_ministry(word))
    return all(
        word.rstrip(".") in CUES.titles or any(squeeze(word) in one for one in full)
        for word in words
    )


def _is_about_person(entry: Entry, names: frozenset[str], query: Query) -> bool:
    """Whether nothing is asked but who somebody in a list was, or when."""
    person = person_asked(entry, query)
    if person is None:
        return False
    name, senses = letters_in(person.name), Names.load().senses(query.terms)
    said = [word for word in content_words(query.terms) if squeeze(word) not in name]
    return all(
        _is_number_or_ministry(word)
        or word.rstrip(".") in CUES.titles
        or is_named_by(entry, (word,))
        or not names.isdisjoint(senses.get(word, ()))
        for word in said
    )


def _is_about_office(entry: Entry, names: frozenset[str], query: Query, *, timed: bool) -> bool:
    """Whether all words of a question name the office, its time, or the ministry that has it.

    An entry also goes by a name that means the same as one of its own: "รมต.วิทย์" is รมว.วท.
    """
    labels, senses = letters_in(" ".join(entry.facts)), Names.load().senses(query.terms)
    said = [word for word in content_words(query.terms) if not _is_number_or_ministry(word)]
    called = {word for word in said if not names.isdisjoint(senses.get(word, ()))}
    times = [word for word in said if word not in called and not is_named_by(entry, (word,))]
    if len(times) == len(said) or not all(squeeze(word) in labels for word in times):
        return False
    return timed or bool(times)


def _full_names(words: Iterable[str]) -> frozenset[str]:
    """What some words stand for, each by itself."""
    senses = Names.load().senses([normalise(word).replace(" ", "") for word in words])
    return frozenset(chain.from_iterable(senses.values()))


def _is_number_or_ministry(word: str) -> bool:
    """Whether a word is a number, or the ministry's own name."""
    return word.isdecimal() or squeeze(word) in PHRASES.ministry_names
