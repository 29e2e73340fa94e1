"""The entries that come near, and which of them may be offered to choose from."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from bot.dialogue.intents.canned_replies import RADIATION
from bot.dialogue.matching.entry_words import RARE, missing_words, unknown_words
from bot.dialogue.matching.mentions import (
    PersonNames,
    is_mentioned_in_passing,
    is_named_by_synonym,
    names_mentioned,
)
from bot.dialogue.matching.mismatch import (
    is_number_of_another,
    is_of_another_nation,
    is_of_another_office,
)
from bot.dialogue.matching.stories import Stories
from bot.dialogue.matching.subjects import (
    contradicts_year,
    has_latin_title_words,
    has_subject,
    is_named_by,
    is_named_by_all,
    is_office_name,
    known_names,
    matches_envoy,
)
from bot.dialogue.message.cues import CUES, SHORT_QUESTION, SHORT_WORD, WHOLE_WORD, content_words
from bot.dialogue.selection.reranking import entries_of
from bot.knowledge.entries import Entry, Kind
from bot.search.constraints import OFFICE_HEADS
from bot.search.folding import fold
from bot.search.passages.amounts import asked_unit
from bot.search.passages.hours import ASKS_OPEN
from bot.search.passages.stated.scoring import CLOCK
from bot.search.query import Query
from bot.search.ranking import Match, Ranking, Verdict
from bot.thai.dates import ERA
from bot.thai.dictionary import thai_words
from bot.thai.names import Names
from bot.thai.normalise import normalised, squeeze, squeezed
from bot.thai.questions import Aspect

CHOICES = 4
_WHICH_YEARS = re.compile("ปี(?:ไหน|อะไร|ใด) ?(?:บ้าง|มั่ง|มัง)")
_NEAREST, _NAMED = 3, 10  # matches
_WORTH_CHOOSING, _WORTH_BESIDE = 0.35, 0.6  # of the best score, unsure of it or sure
_SEVERAL = 2  # words that have to name what is offered for a topic
_WORTH_NAMING = 0.1  # probability below which even the nearest titles are noise
_FEE = re.compile("ค่า(?!ใช้จ่าย|เข้า|สมัคร|บริการ|ธรรมเนียม|ลงทะเบียน|เฉลี่ย|ฝุ่น|pm)([ก-ฮเแโใไ][ก-๙]{2,})")
_OF_ANOTHER = (is_number_of_another, is_of_another_nation, is_of_another_office)
_WANTS = re.compile("(?:อยาก(?:จะ)?(?:ได้|ขอ)|ต้องการ|ขอรับ|(?<!ไม่)(?:^|(?<= ))มี) ?([ก-๙].*)")
_SOME, _ONE = 3, 1  # words of a question, and in common with it
_INSTALLS = ("โหลด", "ดาวน์โหลด", "ติดตั้ง")  # any app is, whether it says so or not
_LIKELY = 0.35  # probability, and …
_AHEAD = 0.8  # … of the best score, the most that the next may have
_HALF = 2  # of the words have to be heard of
_LEAST_LETTERS = 3  # fewer may be anything
_ASK_NOTHING = (Aspect.TOPIC, Aspect.WHAT)
_WHICH_ARE = "(?:(?:อะไร|ไร|ไหน|ใด)(?:บ้าง|มั่ง|มั้ง|มัง)?|บ้าง)"
TITLED, _KEYWORD, _QUESTION = range(3)


class Candidates:
    """Finds what may be meant among the entries of one knowledge base, and leaves out the rest."""

    def __init__(self, entries: Mapping[str, Entry], stories: Stories) -> None:
        self._entries = entries
        self._stories = stories
        self._by_word = EntryNames(entries)
        self._person_names = PersonNames(entries)

    def offered(self, ranking: Ranking) -> list[Entry]:
        """The entries that come near and may answer, the best first."""
        return self.known(self.near(ranking), ranking)

    def near(self, ranking: Ranking) -> list[Entry]:
        """Up to four entries that may be meant, the best first; none where nothing comes near.

        To who says but a word those that go by it, however many only mention it.
        """
        if called := self._called(ranking):
            return [one for one, _ in called][:CHOICES]
        if ranking.verdict is Verdict.NONE:
            return self._named_entries(ranking)
        sure = ranking.verdict is Verdict.SURE
        near = ranking.near(_WORTH_BESIDE if sure else _WORTH_CHOOSING)
        found = self._entries_found(ranking.query, near)
        once = list(self._stories.one_per_story(found))
        return self._nearest_years_first(once, ranking.query)[:CHOICES]

    def _nearest_years_first(self, found: list[Entry], query: Query) -> list[Entry]:
        """The entries; of a series named without a year asked the events of the nearest years.

        They stand where its events stood, and what else was that year is not what is meant.
        """
        year, series = only_year(query), self._stories.series
        named = series.named_in(query.clean) if year else []
        of_year = [o for o in found if o.is_dated and not contradicts_year(o, query)]
        others = [one for one in of_year if series.is_another_than_named(one, query.clean)]
        if not named or others != of_year or not all(contradicts_year(o, query) for o in named):
            return found
        nearest = sorted(named, key=lambda one: _years_from(one, int(year)))
        events = self._stories.one_per_story(nearest)
        return [next(events, one) if one in named else one for one in found if one not in others]

    def events_of_years(self, ranking: Ranking) -> list[Entry]:
        """Up to four events alike, of several years, for who asks in which there were any.

        None where what was found first is no event: a list of them tells it itself.
        """
        query = ranking.query
        if not _WHICH_YEARS.search(query.clean) or ranking.verdict is Verdict.NONE:
            return []
        near = entries_of(self._entries, ranking.near(_WORTH_CHOOSING))
        alike = [one for one in near if one.event and has_subject(one, query.terms)]
        events = list(self._stories.one_per_story(alike))
        years = {days[0].year for one in events if (days := one.days)}
        return events[:CHOICES] if near[:1] == events[:1] and len(years) > 1 else []

    def is_ambiguous_word(self, ranking: Ranking) -> bool:
        """Whether more than one entry is titled by the only word of a message."""
        return sum(titled for _, titled in self._called(ranking)) > 1

    def _called(self, ranking: Ranking) -> list[tuple[Entry, bool]]:
        """The entries that go by the only word of a message, those titled so first, and which are.

        None for the name of an office, a place or a person, or anything else that the tables have.
        """
        word = topic_word(ranking.query)
        if not word:
            return []
        found = {one.entry_id: at for at, one in enumerate(ranking.matches)}
        named = self._by_word.lookup(word)
        order = sorted(named, key=lambda one: (named[one], found.get(one, len(found)), one))
        once = self._stories.one_per_story([self._entries[one] for one in order])
        return [(one, named[one.id] == TITLED) for one in once]

    def _named_entries(self, ranking: Ranking) -> list[Entry]:
        """Entries that every word of a question names, however unsure the search is.

        Of news only those with the word in the title as it is, of letters as "ev".
        """
        near = self._entries_found(ranking.query, ranking.matches[:_NAMED])
        words = content_words(ranking.query.terms)
        named = [
            one
            for one in (near if words else ())
            if has_latin_title_words(one, words)
            or (not one.is_dated and is_named_by_all(one, words))
        ]
        return (named or _titled_by_most(near, words, ranking.query))[:CHOICES]

    def nearest(self, ranking: Ranking) -> list[Entry]:
        """The entries whose titles are shown where nothing is known; none where all are noise."""
        worth = ranking.probability >= _WORTH_NAMING
        return self._entries_found(ranking.query, ranking.matches[:_NEAREST]) if worth else []

    def _entries_found(self, query: Query, matches: Sequence[Match]) -> list[Entry]:
        found = entries_of(self._entries, matches)
        return [one for one in found if not is_unrelated_hotline(one, query)]

    def known(self, offered: list[Entry], ranking: Ranking) -> list[Entry]:
        """The entries that know what a short question is about, as far as the last that does.

        Who asks "เนคเทครับซ่อมตู้เย็นไหม" is not helped by what is told of one or the other; what
        fits better than one that has heard of it stays. What the search is sure of is offered all
        the same, unless it is an office. To a word or two only what is about them is offered.
        """
        query, offered = ranking.query, self._able(offered, ranking)
        sure = ranking.verdict is Verdict.SURE and offered and offered[0].kind is not Kind.CONTACT
        if sure or len(query.core) > SHORT_QUESTION:
            return offered
        sought = _rare_words_asked(ranking)
        heard = [at for at, one in enumerate(offered) if not unknown_words(one, sought)]
        if heard or not offered:
            return offered[: heard[-1] + 1] if heard else []
        words = content_words(query.terms)
        return offered[:1] if is_worth_offering(offered[0], ranking, words) else []

    def _able(self, offered: list[Entry], ranking: Ranking) -> list[Entry]:
        """Those that are about the person, office and matter asked for, and may answer."""
        query = ranking.query
        told = self._person_names.entries_about(offered, query)
        told = [one for one in told if matches_envoy(one, query)] or told
        fitting = [
            one
            for one in told
            if not any(is_other(one, query) for is_other in _OF_ANOTHER)
            and (is_named_by_synonym(one, query) or not is_mentioned_in_passing(one, query))
            and not is_unable(one, query)
            and not _charges_another(one, ranking)
        ]
        if query.aspect is Aspect.CONTACT and not _knows_office(query):
            return [one for one in fitting if _is_office_asked(one, query)]
        return with_thing_wanted(fitting, query)


def _titled_by_most(near: Sequence[Entry], own: Sequence[str], query: Query) -> list[Entry]:
    """Those that all or all but one of several words name, for who only names a topic.

    "หุ่นยนต์สู้โควิด": no title has every word of it.
    """
    whole = (word for word in dict.fromkeys(own) if len(word) >= SHORT_WORD)
    words = [word for word in whole if not is_office_name(word)]
    least = max(_SEVERAL, len(words) - 1)
    if query.aspect is not Aspect.TOPIC or len(words) < least:
        return []
    return [one for one in near if sum(is_named_by(one, (word,)) for word in words) >= least]


def with_thing_wanted(offered: list[Entry], query: Query) -> list[Entry]:
    """Those that are called by the thing wanted, then those that tell of it; all if none is.

    "มีทุนให้เด็ก ม.ปลายไหม" is no camp for children, whatever else fits.
    """
    wanted = _WANTS.search(query.clean)
    thing = next(iter(Names.load().cut(wanted[1])), "") if wanted else ""
    if len(thing) < SHORT_WORD or thing not in content_words(query.terms):
        return offered
    called = [one for one in offered if is_named_by(one, (thing,))]
    telling = [one for one in offered if one not in called and not missing_words(one, (thing,))]
    return [*called, *telling] if called else offered


def _rare_words_asked(ranking: Ranking) -> list[str]:
    """The words by which a question tells what it is about, but for what it asks of that."""
    query = ranking.query
    asks, words = query.focus, content_words(query.terms)
    rare = {word.text for word in ranking.words if word.worth > RARE} & thai_words()
    least = SHORT_WORD if query.aspect is Aspect.CONTACT else WHOLE_WORD
    all_of_it = CUES.all_of_it if query.aspect is Aspect.HOWMANY else ()
    asked = {asked_unit(query), *_INSTALLS, *all_of_it}  # "%" to "กี่เปอร์เซ็นต์"
    return [
        word
        for word in words
        if word in rare and len(word) >= least and word not in asks and word not in asked
    ]


def is_unable(entry: Entry, query: Query) -> bool:
    """Whether an entry cannot tell what is asked, or has one word in common with it alone."""
    return (
        _has_no_hours(entry, query)
        or bool(missing_words(entry, _fee_asked(query)))
        or _shares_one_word(entry, query)
    )


def _has_no_hours(entry: Entry, query: Query) -> bool:
    """Whether opening hours are asked, and an entry has none or is not about the place."""
    if query.aspect is not Aspect.WHEN or not ASKS_OPEN.search(query.clean):
        return False
    event, contact = entry.event, entry.contact
    hours = (event and event.time) or (contact and contact.hours) or CLOCK.search(entry.body)
    return not hours or not is_named_by(entry, content_words(query.terms))


def _fee_asked(query: Query) -> list[str]:
    """The word for what has to be paid for, "เทอม" in "ค่าเทอม"; [] if no such fee is asked."""
    fee = _FEE.search(query.clean) if query.aspect is Aspect.COST else None
    return Names.load().cut(fee[1])[:1] if fee else []


def _shares_one_word(entry: Entry, query: Query) -> bool:
    words = list(dict.fromkeys(content_words(query.terms)))
    return len(words) >= _SOME and len(words) - len(missing_words(entry, words)) <= _ONE


def _charges_another(entry: Entry, ranking: Ranking) -> bool:
    """Whether a fee is asked, and an entry has not heard of the weightiest word beside it.

    "ค่าเทอม" at one college is not what was paid back at others.
    """
    fee = _fee_asked(ranking.query)
    words = content_words(ranking.query.terms) if fee else []
    beside = (word for word in ranking.words if word.text in words and word.text not in fee)
    named = next(beside, None)
    return named is not None and named.worth > RARE and bool(unknown_words(entry, [named.text]))


def _knows_office(query: Query) -> bool:
    """Whether no office is named, or one that the tables of names know."""
    named = any(map(OFFICE_HEADS.match, query.terms))
    return not named or any(OFFICE_HEADS.match(variant) for variant in query.variants)


def _is_office_asked(entry: Entry, query: Query) -> bool:
    """Whether an entry is of the office asked for, and no news that tells of it."""
    words = content_words(query.terms)
    return not entry.is_dated and is_named_by_all(entry, words)


def is_worth_offering(first: Entry, ranking: Ranking, words: Sequence[str]) -> bool:
    """Whether an entry, the first match, had better be offered than nothing.

    The card of an office that is named and asked how to reach: what is brought there need not stand
    on it. Or a service far ahead of all others that is called by a word of the question and has
    heard of half of the `words` that name something: "ฉายรังสีปลาร้า".
    """
    best, *others = ranking.matches
    if best.entry_id != first.id:
        return False
    if first.kind is Kind.CONTACT:
        named = names_mentioned(first, ranking.query)
        return ranking.query.aspect is Aspect.CONTACT and bool(named)
    if first.kind is not Kind.SERVICE or ranking.probability < _LIKELY:
        return False
    lacking = unknown_words(first, words)
    heard = [word for word in words if word not in lacking]
    called = any(is_named_by(first, (word,)) for word in heard)
    far = not others or others[0].score <= _AHEAD * best.score
    return far and called and len(heard) * _HALF >= len(words)


def _years_from(event: Entry, year: int) -> int:
    """How many years lie between an event and a year of the Buddhist era."""
    return abs(event.days[0].year + ERA - year) if event.days else 0


def only_year(query: Query) -> str:
    """The only year that a question names, of the Buddhist era and in full; "" else."""
    years = set(query.years)
    return years.pop() if len(years) == 1 else ""


def topic_word(query: Query) -> str:
    """The only word of a message that asks nothing, if it names a matter and nobody; "" else.

    Or that asks but which there are: "มีทุนอะไรบ้าง".
    """
    words = content_words(query.terms)
    if query.aspect not in _ASK_NOTHING or len(words) != 1 or len(words[0]) < _LEAST_LETTERS:
        return ""
    word, core = squeeze(words[0]), squeeze(query.core)
    alone = core == word or re.fullmatch(f"มี{re.escape(word)}{_WHICH_ARE}", core)
    named = known_names(query.clean) or query.places
    return word if alone and not (named or word.isascii() or word.isdecimal()) else ""


class EntryNames:
    """The entries of a base, to be looked up by a word that they go by."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = entries

    def lookup(self, word: str) -> dict[str, int]:
        """How surely each of the entries that go by a word does, see `called_by`."""
        holding = zip(self._entries.values(), self._letters, strict=True)
        places = ((one.id, called_by(one, word)) for one, letters in holding if word in letters)
        return {entry_id: place for entry_id, place in places if place is not None}

    @cached_property
    def _letters(self) -> Sequence[str]:
        """Those of all that each entry may go by, which are told in no time to lack a word."""
        every = self._entries.values()
        named = (" ".join((one.name_text, *one.questions, *one.facts)) for one in every)
        return squeezed(normalised([*named]))


def called_by(entry: Entry, word: str) -> int | None:
    """How surely an entry goes by a word, 0 by its title; None if it only mentions it."""
    if is_named_by(replace(entry, keywords=()), (word,)):
        return TITLED
    if is_named_by(entry, (word,)):
        return _KEYWORD
    asked = replace(entry, title=" ".join((*entry.questions, *entry.facts)), keywords=())
    return _QUESTION if is_named_by(asked, (word,)) else None


def is_unrelated_hotline(entry: Entry, query: Query) -> bool:
    """Whether an entry is the emergency line, and no word of a question sounds like what it is for.

    Who reports a fire or a dog is not even shown that number as one that may be meant.
    """
    if entry.id != RADIATION:
        return False
    words, names = content_words(query.terms), fold(squeeze(entry.name_text))
    return bool(words) and not any(fold(squeeze(word)) in names for word in words)
