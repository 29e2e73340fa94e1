"""Which match is told where several fit a question: an order beside that of the scores."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.dialogue.matching.entry_words import missing_words
from bot.dialogue.matching.mentions import PersonNames
from bot.dialogue.matching.mismatch import is_of_another_year
from bot.dialogue.matching.places import is_held_in, places_asked, title_names_place
from bot.dialogue.matching.stories import Stories
from bot.dialogue.matching.subjects import (
    contradicts_year,
    is_named_by,
    is_of_every_year,
    is_office_name,
    years_in,
)
from bot.dialogue.message.cues import content_words
from bot.knowledge.entries import Entry, Kind
from bot.search.passages.facts import FoundFact
from bot.search.passages.quoting import Quotes
from bot.search.passages.stated.events import NO_HOUR
from bot.search.query import Query
from bot.search.ranking import Match, Ranking
from bot.thai.dates import ERA
from bot.thai.normalise import letters_in, squeeze
from bot.thai.questions import Aspect

RIVAL, RIVALS = 0.75, 5  # of the best score, and matches that are compared with the best
FACTS = frozenset((Aspect.HOWMANY, Aspect.COST, Aspect.WHEN, Aspect.WHERE, Aspect.WHO, Aspect.HOW))
_HOLDS_TODAY = frozenset((Aspect.COST, Aspect.WHO, Aspect.WHEN))
_STANDING = 0.7  # of the best score, the least of a standing entry in place of news
_EDITION = 0.4  # of the best score, the least of another year of an event
_TELLER = 0.5  # of the best score, the least of who tells a fact in its place
_AHEAD = 0.88  # what the score of a release counts on a day before it
_OF_FAIR = re.compile("งาน|จัด")
_MEANT = 0.5  # confidence of a person named whose role was not asked for


class Reranking:
    """Puts first the match that is meant, over the entries of one knowledge base."""

    def __init__(self, entries: Mapping[str, Entry], stories: Stories) -> None:
        self._entries = entries
        self._stories = stories
        self._person_names = PersonNames(entries)

    def _entry(self, match: Match) -> Entry:
        return self._entries[match.entry_id]

    def person_first(self, ranking: Ranking) -> Ranking:
        """The ranking; first one that tells of who is named, with as many of the words."""
        query = ranking.query
        first = self._entry(ranking.matches[0]) if ranking.matches else None
        if first is None or not self._person_names.are_missing(first, query):
            return ranking
        words = content_words(query.terms)
        lacking = missing_words(first, words)
        telling = (
            match
            for match in ranking.near(RIVAL)
            if not self._person_names.are_missing(self._entry(match), query)
            and len(missing_words(self._entry(match), words)) <= len(lacking)
        )
        return with_first(ranking, next(telling, ranking.matches[0]))

    def event_first(self, ranking: Ranking) -> Ranking:
        """The ranking; of similar events first the newest, or that of the place or year asked."""
        return self._event_of_year_first(self._event_of_place_first(self._newest_first(ranking)))

    def _event_of_year_first(self, ranking: Ranking) -> Ranking:
        """The ranking; the event of the year named before a list of its years.

        Unless the list has a fact of that year. Before the event of another year as well.
        """
        years = ranking.query.years if ranking.matches else ()
        first = self._entry(ranking.matches[0]) if years else None
        if first is None or _has_label_of(first, years):
            return ranking
        other = contradicts_year(first, ranking.query) or is_of_another_year(first, ranking.query)
        if first.is_dated and not other:
            return ranking
        then = (m for m in self.similar_events(ranking) if _is_of_year(self._entry(m), years))
        return with_first(ranking, next(then, ranking.matches[0]))

    def lists_of_years(self, ranking: Ranking) -> set[str]:
        """The ids of standing entries among the matches, if the first is the event of the year.

        They tell of its other years as well, but for what they have a fact of that year for.
        """
        years = ranking.query.years
        entries = entries_of(self._entries, ranking.matches)
        if not (entries and _is_of_year(entries[0], years)):
            return set()
        standing = (one for one in entries if not one.is_dated)
        return {one.id for one in standing if not _has_label_of(one, years)}

    def _newest_first(self, ranking: Ranking) -> Ranking:
        """The ranking; the newest of similar events first, if the question wants that."""
        wanted = ranking.matches and ranking.query.wants_newest
        events = self.similar_events(ranking) if wanted else []
        if not events:
            return ranking
        newest = max(events, key=lambda match: _first_day(self._entry(match)))
        return with_first(ranking, newest)

    def _event_of_place_first(self, ranking: Ranking) -> Ranking:
        """The ranking; of similar events first the one in the province that is named.

        A fair that goes from place to place tells of all of them.
        """
        places = places_asked(ranking.query) if ranking.matches else frozenset()
        first = self._entry(ranking.matches[0]) if places else None
        if first is None or is_held_in(first, places) or title_names_place(first, places):
            return ranking
        near = ranking.near(RIVAL)
        there = (m for m in near if is_held_in(self._entry(m), places))
        return with_first(ranking, next(there, ranking.matches[0]))

    def fact_first(self, ranking: Ranking, quotes: Quotes) -> Ranking:
        """The ranking; of the entries of the first story first one that tells the fact asked.

        A release and what was written from it differ in what they say beside the story. Somebody is
        named in nearly all of them, who need not be the one asked for.
        """
        query = ranking.query
        if query.aspect not in FACTS or not ranking.matches:
            return ranking
        first, *others = ranking.near(RIVAL if query.aspect is Aspect.WHO else _TELLER)
        retold = self._stories.same_story(first.entry_id)
        same_story = [first, *(one for one in others if one.entry_id in retold)]
        facts = ((one, quotes.of(self._entry(one)).fact) for one in same_story)
        plain = (one for one, fact in facts if fact and fact.is_plain and _is_meant(fact))
        return with_first(ranking, next(plain, first)) if len(same_story) > 1 else ranking

    def standing_first(self, ranking: Ranking, quotes: Quotes) -> Ranking:
        """The ranking; a standing entry that states the fact asked before news and events.

        Before the card of an office that does not tell it as well, and before another standing one
        that has no such year, what comes again every year.

        Who names no year wants what holds today, or to be told that nobody knows it: not who was
        in office when a school was opened, nor what a museum cost one New Year. Who names one gets
        what is labelled with it. What is called by none of the words only mentions them.
        """
        query = ranking.query
        if query.aspect not in _HOLDS_TODAY or not ranking.matches:
            return ranking
        first, *others = ranking.near(_STANDING)
        entry = self._entry(first)
        silent_card = entry.kind is Kind.CONTACT and quotes.of(entry).fact is None
        if not (entry.is_dated or silent_card or _lacks_year(entry, query)):
            return ranking
        standing = (m for m in others if _may_stand_for(entry, self._entry(m), query))
        facts = ((m, quotes.of(self._entry(m)).fact) for m in standing)
        stated = (one for one, fact in facts if fact and fact.stated and fact.is_likely)
        return with_first(ranking, next(stated, first))

    def later_editions(self, ranking: Ranking, quotes: Quotes) -> list[Entry]:
        """The event found first, now over, and those of its series since, the newest first.

        None where the question names a year, or no later one has its words and tells the fact as
        well. Whose it is tells no year from another: "วันเด็กกระทรวงวิทย์" is any of them.
        """
        query, first = ranking.query, self._entry(ranking.matches[0])
        later = self._stories.series.after(first, quotes.today)
        if not later or query.years:
            return []
        near = self._stories.one_per_story(entries_of(self._entries, ranking.near(_EDITION)))
        words = [word for word in content_words(query.terms) if not is_office_name(word)]
        lacking = set(missing_words(first, words))
        since = [
            one
            for one in near
            if one.id in later
            and lacking.issuperset(missing_words(one, words))
            and (query.aspect not in FACTS or tells_plainly(one, quotes))
        ]
        return sorted((first, *since), key=_first_day, reverse=True) if since else []

    def called_first(self, offered: Sequence[Entry], query: Query) -> list[Entry]:
        """The candidates; to a bare name first the standing entry with that title.

        What happened there once has its name as well.
        """
        words = content_words(query.terms) if query.aspect is Aspect.TOPIC else []

        def stands(one: Entry) -> bool:
            title = letters_in(one.title)
            return not one.is_dated and all(squeeze(word) in title for word in words)

        return sorted(offered, key=lambda one: not (words and stands(one)))

    def dated_ahead_last(self, matches: Sequence[Match], today: date) -> list[Match]:
        """Matches in their order, but of two as good the one dated after today last."""

        def score(match: Match) -> float:
            ahead = is_dated_ahead(self._entry(match), today)
            return match.score * (_AHEAD if ahead else 1.0)

        return sorted(matches, key=score, reverse=True)

    def similar_events(self, ranking: Ranking) -> list[Match]:
        """The first match and the events that have as many of the question's words.

        An event need not say its year.
        """
        years = ranking.query.years
        said, first = content_words(ranking.query.terms), ranking.matches[0]
        words = [word for word in said if not _is_year(word, years)]
        lacking = set(missing_words(self._entry(first), words))
        return [
            one
            for one in ranking.near(RIVAL)
            if self._entry(one).event and lacking.issuperset(missing_words(self._entry(one), words))
        ]


def tells_plainly(entry: Entry, quotes: Quotes) -> bool:
    """Whether an entry has a plain fact for the question of the quotes."""
    fact = quotes.of(entry).fact
    return fact is not None and fact.is_plain


def _may_stand_for(first: Entry, other: Entry, query: Query) -> bool:
    """Whether another is a standing entry, of the year that is named, and as near to the words."""
    words = content_words(query.terms)
    told = _has_label_of(other, query.years) or is_of_every_year(other, query)
    if other.is_dated or (query.years and not told):
        return False
    if is_named_by(first, words) and not is_named_by(other, words):
        return False
    return set(missing_words(first, words)).issuperset(missing_words(other, words))


def _lacks_year(entry: Entry, query: Query) -> bool:
    """Whether a question means a year that an entry lacks, and it is not of every year.

    And no fair is asked for, which may last longer than the day it is of.
    """
    years = [] if _OF_FAIR.search(query.clean) else query.years
    return (
        bool(years)
        and missing_words(entry, years) == [*years]
        and not is_of_every_year(entry, query)
    )


def _has_label_of(entry: Entry, years: Sequence[str]) -> bool:
    return any(year in label for label in entry.facts for year in years)


def _is_year(word: str, years: Sequence[str]) -> bool:
    return word.isdecimal() and any(year.endswith(word) for year in years)


def _is_of_year(entry: Entry, years: Sequence[str]) -> bool:
    """Whether an event begins in one of the years, of the Buddhist era, or is called by it."""
    start = entry.event.start if entry.event else None
    begins = start is not None and str(start.year + ERA) in years
    return begins or (entry.event is not None and not years_in(entry.title).isdisjoint(years))


def entries_of(entries: Mapping[str, Entry], matches: Iterable[Match]) -> list[Entry]:
    """The entries that matches are of, in their order."""
    return [entries[one.entry_id] for one in matches]


def with_first(ranking: Ranking, match: Match) -> Ranking:
    """The ranking with that match before the others."""
    others = (one for one in ranking.matches if one is not match)
    return replace(ranking, matches=(match, *others))


def _is_meant(fact: FoundFact) -> bool:
    """Whether it is told at what hour, and a person named by staff is more than a person."""
    if NO_HOUR in fact.text:
        return False
    return fact.kind is not Aspect.WHO or not fact.stated or fact.confidence > _MEANT


def is_dated_ahead(entry: Entry, today: date) -> bool:
    """Whether an entry is dated after today."""
    return bool(entry.published and entry.published > today)


def _first_day(entry: Entry) -> date:
    return (entry.event and entry.event.start) or entry.published or date.min
