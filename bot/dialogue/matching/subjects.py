"""How a question and an entry match: subject, names, year and place.

An entry is named by a word of its title or keywords (`is_named_by`), by the whole of a longer name
that a question says (`says_full_name`), or by a name of the tables in whatever form
(`shares_known_name`). What it has anywhere it only mentions: `entry_words`.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from bot.dialogue.matching.editions import of_other_edition
from bot.dialogue.matching.entry_words import (
    NICKNAME,
    entry_letters,
    entry_text,
    has_by_sound,
    has_fact_labelled,
    missing_words,
    spelling_of,
)
from bot.dialogue.message.cues import content_words
from bot.dialogue.message.phrases import PHRASES
from bot.knowledge.entries import Entry
from bot.knowledge.persons import given_name
from bot.search.constraints import EVERY_YEAR, OFFICE_HEADS, constraints_in, regions_in
from bot.search.folding import fold
from bot.search.passages.people.delegations import envoy_asked
from bot.search.query import ANY_YEAR, Query
from bot.thai.dates import ERA, thai_date
from bot.thai.dictionary import thai_words
from bot.thai.names import Names
from bot.thai.normalise import letters_in, normalise, squeeze
from bot.thai.numbers import year_variants
from bot.thai.short_words import places_of, stands_apart
from bot.thai.tables import words

_ONE_LACKING = 3  # one of so many words need not be told
_FULL_NAME = 16  # letters of the full name of an organisation
_BEFORE_NAME = words("ของ ทำ")  # between a kind and a name: "แข่งทำขนม"
_OUR_ERA = re.compile("(?<![0-9])(?:19[5-9]|20[0-4])[0-9](?![0-9])")
_DECIMAL = re.compile(r"[0-9]+\.[0-9]+")  # no year: "พลังงาน 4.0"
_YEAR = re.compile("(?:ประจำ)?(?:ปี)?((?:2[45]|20)?[1-9][0-9])(?![0-9])")
_SHORT_KIND = 2  # letters of a word that is of no kind
_CONSONANTS = re.compile("[ก-ฮ]{2,4}")


def contradicts(entry: Entry, query: Query) -> bool:
    """Whether a question means a year, edition, place or agency that the entry does not."""
    said = query.dated
    return contradicts_text(
        entry, ANY_YEAR.sub(" ", said) if is_of_every_year(entry, query) else said, query.terms
    )


def contradicts_year(entry: Entry, query: Query) -> bool:
    """Whether a question means a year that the entry does not."""
    years = " ".join(query.years)
    return bool(years) and not is_of_every_year(entry, query) and contradicts_text(entry, years, ())


def is_of_every_year(entry: Entry, query: Query) -> bool:
    """Whether an entry tells a day of every year, and the question asks for one of a year."""
    if entry.is_dated or not query.wants_day:
        return False
    letters = entry_letters(entry)
    return any(one in letters for one in EVERY_YEAR)


def contradicts_text(entry: Entry, clean: str, terms: Sequence[str]) -> bool:
    """Whether normalised text names one that the entry does not, see `contradicts`.

    Nor does it if its title names another region, whatever it mentions besides.
    """
    asked, titled = regions_in(clean), regions_in(normalise(entry.title))
    elsewhere = bool(asked and titled) and not any(one in titled for one in asked)
    if elsewhere or of_other_edition(entry, clean):
        return True
    marks = constraints_in(clean, terms)
    letters = _letters_and_years(entry) if marks else ""
    return any(not any(_is_marked(one, letters, entry) for one in ways) for ways in marks)


def _is_marked(mark: str, letters: str, entry: Entry) -> bool:
    """Whether letters hold a mark, an abbreviation as one: no มช in "เทอมช่วงโควิด".

    What is a word as well, มอบ, is hardly meant as one.
    """
    if mark not in letters or not _CONSONANTS.fullmatch(mark) or mark in thai_words():
        return mark in letters
    text = spelling_of(entry_text(entry))
    return f"{mark}." in text or stands_apart(mark, text)


def years_in(title: str) -> set[str]:
    """The years that a title names, of either era, as those of the Buddhist one."""
    clean = normalise(title)
    return {*ANY_YEAR.findall(clean), *(str(int(one) + ERA) for one in _OUR_ERA.findall(clean))}


def is_titled_of_other_year(entry: Entry, query: Query) -> bool:
    """Whether a title calls what is asked for by a year, and no year of the question: "TCAS 67".

    The day on which that was told may be of the year before.
    """
    asked = set(query.years)
    if not asked:
        return False
    title = letters_in(_DECIMAL.sub("", entry.title))
    named = (word for word in map(squeeze, content_words(query.terms)) if len(word) > _SHORT_KIND)
    called = {
        year
        for word in named
        for at in places_of(word, title)
        if (said := _YEAR.match(title, at + len(word)))
        for year in year_variants(f"ปี {said[1]}") or years_in(said[1])
    }
    return bool(called) and asked.isdisjoint(called | years_in(entry.title))


def is_event_of_other_year(entry: Entry, query: Query) -> bool:
    """Whether an event is called by its year, and a question names another, whatever it tells."""
    days = entry.event.days if entry.event else None
    titled = years_in(entry.title) if days else set()
    asked = set(query.years)
    own = any(str(day.year + ERA) in titled for day in days or ())
    return own and bool(asked) and asked.isdisjoint(titled)


def _letters_and_years(entry: Entry) -> str:
    """What an entry says, and the years it is about.

    The day it was written says when somebody told of it: of a list of 2562 nothing is of 2561. It
    counts for news, and where there is no other year.
    """
    days = entry.event.days if entry.event else None
    if entry.published and not days:
        if years_in(entry.title):
            return entry_letters(entry).replace(squeeze(thai_date(entry.published)), "")
        timeless = entry.is_dated or not ANY_YEAR.search(entry_letters(entry))
        days = (entry.published, entry.published) if timeless else None
    return entry_letters(entry) + " ".join(str(day.year + ERA) for day in days or ())


def shares_named_party(entry: Entry, query: Query) -> bool:
    """Whether a question names an organisation or a person that the entry tells of."""
    letters = entry_letters(entry)
    meant = chain(query.senses.items(), ((v, (v,)) for v in query.variants))
    if any(_is_organisation(full) and _mentions(letters, form, full) for form, full in meant):
        return True
    sounds = fold(query.letters)
    people = (letters_in(given_name(person.name)) for person in entry.people)
    return any(len(name) >= NICKNAME and fold(name) in sounds for name in people)


def matches_envoy(entry: Entry, query: Query) -> bool:
    """Whether an entry is about the envoy that a question names, if any: "ทูตจีน".

    An ambassador is no minister of there, though the text mentions that one.
    """
    envoy = envoy_asked(query)
    title = letters_in(entry.title)
    return envoy is None or envoy.is_told(title, entry_letters(entry))


def _is_organisation(senses: Iterable[str]) -> bool:
    """Whether a word stands for an organisation, by its full name; a common noun is shorter."""
    return any(len(one) >= _FULL_NAME and OFFICE_HEADS.match(one) for one in senses)


def _mentions(letters: str, form: str, senses: Iterable[str]) -> bool:
    bare = squeeze(form.rstrip("."))
    return len(bare) > 1 and any(letters_in(one) in letters for one in (bare, *senses))


def are_years_and_places(query: Query, words: Iterable[str]) -> bool:
    """Whether the words are years and places alone."""
    marks = " ".join(form for form, _ in query.places)
    return all(word in marks or word.isdecimal() for word in words)


def has_subject(entry: Entry, terms: Sequence[str]) -> bool:
    """Whether an entry tells of what a question names, years aside.

    Of words that stand side by side two have to do so there as well: a ministry in some ถนน with a
    สายด่วน is no ถนนสายวิทยาศาสตร์. An office stands beside anything, so that what is called by the
    other word is meant.
    """
    words = list(dict.fromkeys(word for word in content_words(terms) if not word.isdecimal()))
    telling = [word for word in words if not is_office_name(word)] or words
    if len(missing_words(entry, telling)) > len(telling) // _ONE_LACKING:
        return False
    names = Names.load()
    things = {word for word in words if not names.agencies_in(word)}
    pairs = [f"{one}{two}" for one, two in pairwise(terms) if things.issuperset((one, two))]
    said_whole = [one for one, is_name in names.tokens("".join(terms)) if is_name]
    forms = [one for one in said_whole if sum(word in one for word in words) > 1]
    said = forms or pairs
    if not said and things and len(things) < len(words):
        called = (one for one in said_whole if any(word in one for word in things))
        return is_named_by(entry, (*things, *called))
    lacking = missing_words(entry, said)
    return len(lacking) < len(said) or not said or any(has_by_sound(entry, one) for one in lacking)


def names_other_thing(entry: Entry, terms: Sequence[str]) -> bool:
    """Whether a message names another thing of an entry's kind: "ค่ายนักคิดน้อย" of another camp.

    In Thai the name stands right behind the kind; only its words are unknown to the entry.
    """
    words = content_words(terms)
    unknown = set(missing_words(entry, words))
    beside = pairwise(word for word in terms if word not in _BEFORE_NAME)
    kinds = (kind for kind, name in beside if name in unknown and kind in words)
    return any(is_named_by(entry, (kind,)) for kind in kinds)


def is_named_by(entry: Entry, sought: Iterable[str]) -> bool:
    """Whether one of the words is in the title or keywords, as a word or as part of one.

    ทุน is part of ทุนการศึกษา and นักเรียนทุน; of a name only the beginning is, so that ทอง is none of
    เมืองทองธานี or อ่างทอง; and 1 is none of 15.
    """
    letters, starts, ends = _title_letters(entry.name_text)
    return any(
        at in starts or at + len(word) in ends
        for word in filter(None, map(squeeze, sought))
        for at in places_of(word, letters)
        if not (word.isdecimal() and _is_of_longer_number(letters, at, at + len(word)))
    )


def _is_of_longer_number(text: str, start: int, end: int) -> bool:
    return (start > 0 and text[start - 1].isdecimal()) or text[end : end + 1].isdecimal()


def is_named_by_all(entry: Entry, sought: Iterable[str]) -> bool:
    """Whether each of the words by itself names the entry, see `is_named_by`."""
    return all(is_named_by(entry, (word,)) for word in sought)


def is_office_name(word: str) -> bool:
    """Whether a word is a name of the ministry or of an office of the tables."""
    return squeeze(word) in PHRASES.ministry_names or bool(Names.load().agencies_in(word))


def kind_words(entry: Entry) -> frozenset[str]:
    """The words that say in its title and keywords what an entry is, without offices and years."""
    return _kinds_in(entry.name_text)


@lru_cache(maxsize=4_096)
def _kinds_in(text: str) -> frozenset[str]:
    names = Names.load()
    told = (one for one in content_words(names.cut(normalise(text))) if len(one) > _SHORT_KIND)
    return frozenset(one for one in told if not (one[-1].isdecimal() or names.agencies_in(one)))


def has_latin_title_words(entry: Entry, words: Iterable[str]) -> bool:
    """Whether words in Latin letters all stand in a title as they are: "ev", but no ai of Thai."""
    titled = {word for word, _ in Names.load().tokens(normalise(entry.title))}
    return all(word.isascii() and word.isalpha() and word in titled for word in words)


def says_full_name(entry: Entry, sought: Iterable[str], clean: str) -> bool:
    """Whether a question has a whole name of the entry that contains one of `sought`.

    วันนักประดิษฐ์ is one name, of which วัน asks only for a day where it stands alone.
    """
    letters, words = squeeze(clean), [squeeze(word) for word in sought]
    names = names_said(entry.name_text)
    return any(name in letters and any(word in name for word in words) for name in names)


def shares_known_name(entry: Entry, clean: str) -> bool:
    """Whether a question and an entry share a name of the tables, in whatever form.

    คาราวานวิทย์ is คาราวานวิทยาศาสตร์, and พิพิธภัณฑ์วิทย์ the office that the keywords call อพวช.
    """
    return not known_names(clean).isdisjoint(known_names(entry.name_text))


def has_words_or_names(entry: Entry, sought: Iterable[str]) -> bool:
    """Whether an entry has each of the words, or the name that the word is a form of.

    Or a fact that is called by what a word stands for: ปริญญาโท by "บัณฑิตศึกษา".
    """
    names = Names.load()
    return all(
        squeeze(word) in entry_letters(entry)
        or known_names(word)
        or names.places_in(word)
        or has_fact_labelled(entry, word)
        for word in sought
    )


@lru_cache(maxsize=4_096)
def known_names(text: str) -> frozenset[str]:
    """The names of the tables in a text, and what they stand for; no place, no everyday word."""
    names = Names.load()
    named = [
        word for word, _ in names.tokens(normalise(text)) if squeeze(word) in _forms_of_names()
    ]
    full = chain.from_iterable(names.senses(names.cut(word)).values() for word in named)
    return frozenset(map(squeeze, (*named, *chain.from_iterable(full))))


@lru_cache(maxsize=1)
def _forms_of_names() -> frozenset[str]:
    names = Names.load()
    return frozenset(map(squeeze, names.forms)) - names.provinces.keys()


@lru_cache(maxsize=4_096)
def names_said(text: str) -> tuple[str, ...]:
    """The names of the tables in a text, each as it stands there, squeezed."""
    units = Names.load().tokens(normalise(text))
    return tuple(squeeze(word) for word, is_name in units if is_name)


@lru_cache(maxsize=4_096)
def _title_letters(text: str) -> tuple[str, frozenset[int], frozenset[int]]:
    """A text squeezed; where its words begin, and where those end that are no names."""
    starts, ends, letters = set(), set(), ""
    for word, is_name in Names.load().tokens(normalise(text)):
        starts.add(len(letters))
        letters += squeeze(word)
        ends |= set() if is_name else {len(letters)}
    return letters, frozenset(starts), frozenset(ends)
