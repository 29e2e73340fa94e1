"""Who held an office, and when: "รมว. ปี 64" asks for a name, though it has no question word."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain

from bot.dialogue.doubts import is_elsewhere
from bot.dialogue.followups import names_subject, own_words
from bot.dialogue.phrases import MINISTRY_NAMES, words
from bot.knowledge.entries import HAPPENINGS, Entry
from bot.search.fields import person_asked, stated_fact
from bot.search.marks import ANY_YEAR, dated
from bot.search.ranking import Query
from bot.thai.names import Names
from bot.thai.normalise import normalise, squeeze
from bot.thai.questions import Aspect

_FEW = 2  # people; a standing entry of more lists who held an office
_TITLES = words("ดร ศ รศ ผศ นพ นาย นาง นางสาว น.ส คุณ ท่าน พล.อ พล.อ.อ")
_NOW = re.compile("ปัจจุบัน|(?:ตอน|ขณะ|วัน)นี้")
_WHO = frozenset((Aspect.TOPIC, Aspect.WHO))


class Holders:
    """The lists of those who held an office, among the entries of one knowledge base."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        standing = (one for one in entries.values() if one.kind not in HAPPENINGS)
        lists = (one for one in standing if len(one.people) > _FEW)
        self._lists = [(one, _full_names(one.keywords)) for one in lists]

    def asked(self, query: Query, today: date) -> tuple[Entry, Query] | None:
        """The list, and its question, of a message that says nothing but an office and a time.

        None where the list states nobody for that.
        """
        of_whom = (one for one, names in self._lists if _is_of_person(one, names, query))
        if entry := next(of_whom, None):
            return entry, query
        if query.aspect not in _WHO:
            return None
        who = replace(query, aspect=Aspect.WHO)
        timed = query.aspect is Aspect.WHO or _NOW.search(query.clean) or _years(query)
        meant = (one for one, names in self._lists if _is_of(one, names, who, timed=bool(timed)))
        entry = next(meant, None)
        if entry is None or not stated_fact(entry, who) or is_elsewhere(entry, who, today):
            return None
        return entry, who


def _is_of_person(entry: Entry, names: frozenset[str], query: Query) -> bool:
    """Whether it is asked of somebody in a list who or when they were, and nothing else."""
    person = person_asked(entry, query)
    if person is None:
        return False
    name, senses = squeeze(normalise(person.name)), Names.load().senses(query.terms)
    said = [word for word in own_words(query.terms) if squeeze(word) not in name]
    return all(
        _is_anyhow(word)
        or word.rstrip(".") in _TITLES
        or names_subject(entry, (word,))
        or not names.isdisjoint(senses.get(word, ()))
        for word in said
    )


def _is_of(entry: Entry, names: frozenset[str], query: Query, *, timed: bool) -> bool:
    """Whether all words of a question name the office, its time, or the ministry that has it.

    An entry also goes by a name that means the same as one of its own: "รมต.วิทย์" is รมว.วท.
    """
    labels, senses = squeeze(normalise(" ".join(entry.facts))), Names.load().senses(query.terms)
    said = [word for word in own_words(query.terms) if not _is_anyhow(word)]
    called = {word for word in said if not names.isdisjoint(senses.get(word, ()))}
    times = [word for word in said if word not in called and not names_subject(entry, (word,))]
    if len(times) == len(said) or not all(squeeze(word) in labels for word in times):
        return False
    return timed or bool(times)


def _full_names(words: Iterable[str]) -> frozenset[str]:
    """What some words stand for, each by itself."""
    senses = Names.load().senses([normalise(word).replace(" ", "") for word in words])
    return frozenset(chain.from_iterable(senses.values()))


def _years(query: Query) -> list[str]:
    return ANY_YEAR.findall(dated(query))


def _is_anyhow(word: str) -> bool:
    """Whether a word is a number, or the ministry's own name."""
    return word.isdecimal() or squeeze(word) in MINISTRY_NAMES
