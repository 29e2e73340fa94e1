"""Why the best match should not be told, however sure the search is, and what supports it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from bot.dialogue.abstention.missing_facts import asks_unknown_attribute, lacks_answer_type
from bot.dialogue.matching.entry_words import lacks_rare_words, missing_words, with_senses
from bot.dialogue.matching.mentions import (
    PersonNames,
    is_asked_to_define_other,
    is_mentioned_in_passing,
    misspelt_keywords,
    names_mentioned,
    names_nothing,
)
from bot.dialogue.matching.mismatch import is_mismatch, is_of_another_day, is_of_another_year
from bot.dialogue.matching.places import (
    is_held_in,
    is_of_the_capital,
    is_of_the_regions,
    places_asked,
)
from bot.dialogue.matching.stories import Stories
from bot.dialogue.matching.subjects import (
    contradicts,
    is_named_by,
    is_named_by_all,
    is_office_name,
    matches_envoy,
    shares_named_party,
)
from bot.dialogue.message.cues import FEW_WORDS, SHORT_QUESTION, WHOLE_WORD, content_words
from bot.dialogue.selection.reranking import (
    FACTS,
    RIVAL,
    RIVALS,
    Reranking,
    entries_of,
    tells_plainly,
)
from bot.knowledge.entries import Entry, Kind
from bot.search.constraints import OFFICE_HEADS
from bot.search.passages.acts import act_asked
from bot.search.passages.facts import FoundFact, tells_same
from bot.search.passages.locations import location_asked
from bot.search.passages.quoting import Quotes
from bot.search.passages.stated.events import IS_HELD, done_elsewhere
from bot.search.passages.stated.scoring import CLOCK
from bot.search.passages.stated.states import state_told
from bot.search.passages.stated.unknowns import unknown_told
from bot.search.passages.venues import asks_where_it_stands, asks_workplace, is_kind_asked
from bot.search.query import Query
from bot.search.ranking import Ranking, Verdict
from bot.thai.dates import find_dates
from bot.thai.names import Names
from bot.thai.normalise import letters_in, squeeze
from bot.thai.questions import Aspect

_SUPPORTED, _LIKELY = 0.1, 0.33  # probability, if somebody of ours is named and if nobody is
_NEAR, _NEAR_PARTY = 0.89, 0.6  # of the best score
_TWIN = 0.75  # of the best score, the least of what fits as well and tells another fact
_CLEAR, _ALONE = 0.92, 0.8  # of the best score, the most a rival may have, or has far behind
_FAR_AHEAD, _NEARLY_PLAIN = 0.75, 0.25  # … where so much confidence in a fact is enough
_STANDING = 0.45  # probability of what many questions resemble, a service or an office
_SCORED = 0.12  # the least score of who is told though unsure
_MANY_WORDS = 6  # of a question, that ask for nothing and connect nothing
_NAME = 6.5  # worth of a word that hardly any text holds
_BEYOND_DOUBT, _MEANT_SURELY = 0.95, 0.8
_TRADES, _SHOP = re.compile("ซื้อ|ซ่อม|เช่า"), re.compile("ซื้อ|ขาย|จำหน่าย|ตลาด|ร้าน|เช่า")
_HEAD = re.compile("(?<![ก-๙])ผอ(?![ก-๙])|ผู้อำนวยการ|หัวหน้า|ผู้บริหาร|ประธาน|อธิบดี|ผู้ว่าการ")
_NUMBERS = frozenset((Aspect.HOWMANY, Aspect.COST))
_WHOLES = frozenset((Aspect.TOPIC, Aspect.WHAT))  # what no single fact tells
_OF_AN_OFFICE = frozenset((Aspect.TOPIC, Aspect.CONTACT, Aspect.WHERE, Aspect.WHEN))


class Doubt(StrEnum):
    """What speaks against telling the first match."""

    MISMATCH = "mismatch"  # it is of another year, province or agency than the question
    OFFICE = "office"  # an office that does not tell of what is asked
    UNKNOWN_WORD = "unknown_word"  # it has never heard of a rare word
    ADVICE = "advice"  # the question wants to be told what is best
    IN_PASSING = "in_passing"  # it has the few words of the question, and is about something else
    NO_FACT = "no_fact"  # it has the few words of the question, and no fact beside them
    RIVAL = "rival"  # something else tells as much of it


class Doubts:
    """Judges the first match of a ranking over the entries of one knowledge base."""

    def __init__(self, entries: Mapping[str, Entry], stories: Stories) -> None:
        self._entries = entries
        self._stories = stories
        self._reranking = Reranking(entries, stories)
        self._person_names = PersonNames(entries)

    def doubt(self, ranking: Ranking, quotes: Quotes) -> Doubt | None:
        """Why the first match should be offered and not told, however sure the search is.

        `quotes` are of the ranking's question.
        """
        query, words = ranking.query, content_words(ranking.query.terms)
        first = self._entries[ranking.matches[0].entry_id]
        elsewhere = is_of_the_capital(first, query) or is_mismatch(first, query, quotes.today)
        if elsewhere or self._is_of_others(first, query):
            return Doubt.MISMATCH
        fact = quotes.of(first).fact
        silent = query.aspect is not Aspect.CONTACT and lacks_answer_type(first, query, fact)
        if silent and self._is_told_by_rival(ranking, quotes):
            return Doubt.NO_FACT
        if first.kind is Kind.CONTACT and query.aspect not in _OF_AN_OFFICE:
            return Doubt.OFFICE if _is_silent_office(first, words, query, fact) else None
        # Whatever is said to go on, or not, and what the entry says itself that it does not tell.
        stated = bool(state_told(first, query) or unknown_told(first, query))
        if not (silent or stated) and asks_unknown_attribute(first, query, words):
            return Doubt.UNKNOWN_WORD
        act = act_asked(query)  # "เปิดเทอมวันไหน", whose name is half the question
        sure = ranking.probability >= _MEANT_SURELY and not (act and act.exact)
        doubt, known = _doubt_by_words(first, ranking, quotes), stated or (silent and sure)
        if doubt and not (known and doubt in (Doubt.NO_FACT, Doubt.UNKNOWN_WORD)):
            return doubt
        alike = first.is_dated and not query.wants_newest
        rival = alike and self.has_rival(first, words, ranking, quotes)
        return Doubt.RIVAL if rival or self._is_named_elsewhere(first, ranking) else None

    def has_rival(self, first: Entry, words: list[str], ranking: Ranking, quotes: Quotes) -> bool:
        """Whether another match scores nearly the same and holds every word the first holds.

        Where only a word or two name the subject, whatever they name as well is another. One
        that tells the fact asked for as the first does, or tells none where the first does, is
        none: whichever is meant, the answer is the same, or only the first has it.
        """
        if self._is_party_elsewhere(first, words, ranking):
            return True
        best = ranking.matches[0].score
        beside = self._stories.same_story(first.id) | self._reranking.lists_of_years(ranking)
        others = [one for one in ranking.matches[1:] if one.entry_id not in beside]
        if 0 < len(words) <= FEW_WORDS:
            rivals = [one for one in others[: RIVALS - 1] if one.score >= best * RIVAL]
            near = (first, *entries_of(self._entries, rivals))
            if sum(is_named_by_all(one, words) for one in near) > 1:
                return True
        equals = entries_of(self._entries, [one for one in others[:3] if one.score >= best * _NEAR])
        return any(
            ranking.query.aspect not in FACTS or _differs(first, one, quotes)
            for one in self._as_fit(first, equals, ranking, quotes)
        )

    def twins(self, ranking: Ranking, quotes: Quotes) -> list[Entry]:
        """The release found first and those that fit a question as well and tell it otherwise.

        Two agreements with one partner, or the years of an event: whoever names what all of them
        have may mean any. None where all tell the same, nor who mentions it without its name.
        """
        query, first = ranking.query, self._entries[ranking.matches[0].entry_id]
        asks_one = query.aspect in FACTS - {Aspect.HOW}
        asks_one = asks_one and not (query.wants_newest or query.wants_several)
        words, ours = content_words(query.terms), quotes.of(first).fact
        if not (asks_one and first.is_dated and ours and ours.is_plain):
            return []
        if missing_words(first, words):
            return []
        names = [one for one in words if is_named_by(first, (one,)) and not is_office_name(one)]
        retold = self._stories.same_story(first.id)
        near = [one for one in ranking.near(_TWIN)[1:] if one.entry_id not in retold]
        fitting = self._as_fit(first, entries_of(self._entries, near), ranking, quotes)
        found = [
            one
            for one in fitting
            if one.is_dated and _tells_other(ours, one, quotes)
            if not names or is_named_by(one, names)
        ]
        return [first, *self._stories.one_per_story(found)] if found else []

    def _as_fit(
        self, first: Entry, others: Sequence[Entry], ranking: Ranking, quotes: Quotes
    ) -> Iterator[Entry]:
        """Those that hold every word that the first holds, and may have what is asked."""
        query, words = ranking.query, content_words(ranking.query.terms)
        lacking, places = set(missing_words(first, words)), self._places(first, ranking)
        for one in others:
            if (
                lacking.issuperset(missing_words(one, words))
                and not (contradicts(one, query) or is_of_another_year(one, query))
                and not self._is_of_others(one, query)
                and is_held_in(one, places) is not False
                and not lacks_answer_type(one, query, quotes.of(one).fact)
            ):
                yield one

    def _places(self, first: Entry, ranking: Ranking) -> frozenset[str]:
        """The provinces that a question names; whatever it asks, if the first is held in one."""
        named = frozenset(dict(ranking.query.places).values())
        return named if is_held_in(first, named) else places_asked(ranking.query)

    def _is_party_elsewhere(self, first: Entry, words: list[str], ranking: Ranking) -> bool:
        """Whether a near match has all words said, with an office that the first lacks.

        Of an agreement with another ministry there may be one of each name that ours had.
        """
        senses = Names.load().senses(ranking.query.terms)
        parties = [
            word
            for word in missing_words(first, words)
            if any(map(OFFICE_HEADS.match, senses.get(word, ())))
        ]
        near = entries_of(self._entries, ranking.near(_NEAR_PARTY, RIVALS)[1:])
        return bool(parties) and any(not missing_words(one, words) for one in near)

    def _is_of_others(self, first: Entry, query: Query) -> bool:
        """Whether the first match is of another series, other people, regions or another envoy."""
        return (
            self._stories.series.is_another_than_named(first, query.clean)
            or self._person_names.are_missing(first, query)
            or is_of_the_regions(first, query)
            or not matches_envoy(first, query)
        )

    def _is_named_elsewhere(self, first: Entry, ranking: Ranking) -> bool:
        """Whether a near service or office is named in the question, and the first match is not."""
        words = content_words(ranking.query.terms)
        latin = [word for word in words if word.isascii() and len(word) >= WHOLE_WORD]
        called = letters_in(first.name_text)
        names = [word for word in latin if word not in called]
        near = entries_of(self._entries, ranking.near(RIVAL, 3)[1:])
        return any(not one.is_dated and is_named_by(one, names) for one in near)

    def _is_told_by_rival(self, ranking: Ranking, quotes: Quotes) -> bool:
        """Whether another high-scoring match plainly tells what the first does not."""
        near = entries_of(self._entries, ranking.near(RIVAL, RIVALS)[1:])
        return any(tells_plainly(one, quotes) for one in near)

    def is_supported(self, ranking: Ranking, quotes: Quotes) -> bool:
        """Whether the first match may be told though the search is not sure of it.

        It is not of what is much misspelt, nor of who tells no number that is said: "100 วัน". Yet
        to who says a good deal, a plain fact of the kind asked for, with no rival near, may be told
        earlier; earliest where no stranger is asking.
        """
        query = ranking.query
        if ranking.probability < _SUPPORTED or not _says_much(query):
            return False
        entry, rival = self._entries[ranking.matches[0].entry_id], self._closest_rival(ranking)
        if any(one.isdecimal() for one in missing_words(entry, content_words(query.terms))):
            return False
        reaches, named = query.aspect is Aspect.CONTACT, shares_named_party(entry, query)
        unsure = not entry.is_dated and ranking.probability < _STANDING
        if unsure or rival > (_ALONE if reaches and not named else _CLEAR):
            return False
        likely, alone = ranking.probability >= _LIKELY, rival <= _ALONE
        if query.aspect in _WHOLES:
            return likely and alone
        fact = quotes.of(entry).fact if query.aspect in FACTS | {Aspect.CONTACT} else None
        near = likely or (alone and not reaches) or named
        least = _NEARLY_PLAIN if rival <= _FAR_AHEAD else 1.0
        if fact is None or not (near and (fact.is_plain or fact.confidence >= least)):
            return False
        return fact.kind is not Aspect.WHERE or is_kind_asked(fact.text, query)

    def _closest_rival(self, ranking: Ranking) -> float:
        """The score of the best match that is a rival, as a share of the first's; 1.0 of a low one.

        None is who tells the same story, nor an older event if the newest is asked for.
        """
        first, *others = ranking.matches
        if first.score < _SCORED:
            return 1.0
        alike = self._reranking.similar_events(ranking) if ranking.query.wants_newest else []
        beside = {*self._stories.same_story(first.entry_id), *(one.entry_id for one in alike)}
        scores = (one.score for one in others if one.entry_id not in beside)
        return max(scores, default=0.0) / first.score

    def is_surely_untold(
        self, offered: Sequence[Entry], doubt: Doubt | None, ranking: Ranking
    ) -> bool:
        """Whether the first candidate is clearly meant and surely does not tell what is asked.

        It is the only one, and the search is sure of it; or the card of an office that is named,
        of whose head nothing near knows who that is.
        """
        query, entry = ranking.query, offered[0]
        if doubt is Doubt.NO_FACT and len(offered) == 1 and ranking.verdict is Verdict.SURE:
            return lacks_answer_type(entry, query, None)
        head = entry.kind is Kind.CONTACT and _HEAD.search(" ".join(query.terms))
        of_it = bool(head) and len(content_words(query.terms)) <= FEW_WORDS
        roles = (person.role for one in offered for person in one.people)
        return of_it and bool(names_mentioned(entry, query)) and not any(map(_HEAD.search, roles))


def _is_silent_office(
    card: Entry, words: Sequence[str], query: Query, fact: FoundFact | None
) -> bool:
    """Whether an office's card lacks what is asked, where that is no way to reach the office."""
    if query.aspect in _NUMBERS and fact is None:
        return True
    told = fact is not None and fact.stated  # "แต่ก่อนชื่ออะไร" of its former name
    return not told and bool(set(missing_words(card, words)) - misspelt_keywords(card, query))


def _doubt_by_words(first: Entry, ranking: Ranking, quotes: Quotes) -> Doubt | None:
    """The doubt about a match that only shares the words of a question."""
    query = ranking.query
    if is_asked_to_define_other(first, query) or names_nothing(query):
        return Doubt.IN_PASSING
    if first.is_dated and query.asks_best:
        return Doubt.ADVICE  # what was so once is not best today
    if _is_place_of_unnamed_event(first, query):
        return Doubt.IN_PASSING
    if ranking.probability < _BEYOND_DOUBT:
        return _doubt_by_promise(first, ranking, quotes)
    return Doubt.IN_PASSING if is_mentioned_in_passing(first, query) else None


def _is_place_of_unnamed_event(first: Entry, query: Query) -> bool:
    """Whether it is asked where something is, and nothing says that the event found is meant.

    Free vaccine that was to be had at a fair does not make it the place for vaccine, nor does a
    university stand where it was a guest. Who asks where it was held, or names its year, may know
    it by another name than its title.
    """
    if query.aspect is not Aspect.WHERE or first.event is None or not first.event.venue:
        return False
    if IS_HELD.search(query.clean) or query.years or places_asked(query):
        return False
    words = content_words(query.terms)
    if asks_where_it_stands(query) and _are_of_venue(words, first, first.event.venue):
        return True
    return not (is_named_by(first, with_senses(words)) or shares_named_party(first, query))


def _are_of_venue(words: Sequence[str], first: Entry, venue: str) -> bool:
    """Whether all the words are of the name of a venue that the title does not have."""
    place, title = (letters_in(one) for one in (venue, first.title))
    return all(squeeze(one) in place and squeeze(one) not in title for one in words)


def _doubt_by_promise(first: Entry, ranking: Ranking, quotes: Quotes) -> Doubt | None:
    """The doubt about a match whose words promise an answer that it may not have."""
    query = ranking.query
    if query.wants_advice:
        return Doubt.ADVICE
    if first.is_dated and is_of_another_day(first, query, quotes.today):
        return Doubt.MISMATCH
    if not _names_known_party(first, query) and lacks_rare_words(first, ranking):
        return Doubt.UNKNOWN_WORD
    if is_mentioned_in_passing(first, query):
        return Doubt.IN_PASSING
    return Doubt.NO_FACT if _tells_no_fact(first, ranking, quotes) else None


def _names_known_party(entry: Entry, query: Query) -> bool:
    """Whether a long question names somebody of whom the entry tells.

    Strangers name none, and who asks for what the entry does not tell says less.
    """
    return _says_much(query) and shares_named_party(entry, query)


def _says_much(query: Query) -> bool:
    return len(content_words(query.terms)) >= _MANY_WORDS


def _is_elsewhere_done(first: Entry, query: Query) -> bool:
    """Whether what is asked for cannot have been done, or sold, at an event's venue."""
    if _TRADES.search(query.clean):
        return not _SHOP.search(first.title)
    return done_elsewhere(first, query)


def _tells_place(query: Query, fact: FoundFact | None) -> bool:
    """Whether a fact is a place other than a venue: where somebody works, or a thing stands."""
    if fact is None:
        return False
    if location_asked(query):
        return fact.is_plain and fact.is_likely
    return asks_workplace(query) and fact.stated


def _tells_no_fact(first: Entry, ranking: Ranking, quotes: Quotes) -> bool:
    """Whether a release that shares words with a question tells no fact beside them.

    Many a release says โรงเรียน and เทอม, and none of them when the next one begins. Numbers are in
    nearly all of them, whatever the question, and how something was done is no instruction. A name
    that hardly anything else has is no such word. Where something was held, nothing is sold, nor
    built or injected.
    """
    query, words = ranking.query, set(content_words(ranking.query.terms))
    if query.aspect is Aspect.WHERE and _is_elsewhere_done(first, query):
        return not _tells_place(query, quotes.of(first).fact) and first.is_dated
    named = any(word.worth > _NAME and word.is_met for word in ranking.words if word.text in words)
    few = len(words) <= FEW_WORDS and not named
    brief = len(query.core) <= SHORT_QUESTION
    somebody = {Aspect.WHO} if brief and ranking.probability < _MEANT_SURELY else set()
    asks_fact = query.aspect in (FACTS | {Aspect.CONTACT} if few else _NUMBERS | somebody)
    asks_whether_only = few and query.aspect is Aspect.TOPIC and query.is_short_yes_no_question
    if not first.is_dated or not (asks_fact or asks_whether_only):
        return False
    fact = quotes.of(first).fact
    if fact is None:
        return not query.wants_several
    if not brief:
        return False
    if few and query.asks_hour and not CLOCK.search(fact.text):
        return True
    return not (fact.stated if query.aspect is Aspect.HOW else fact.is_plain or fact.is_sure)


def _tells_other(ours: FoundFact, other: Entry, quotes: Quotes) -> bool:
    """Whether an entry plainly tells another fact, no part of the first and no more of it."""
    theirs = quotes.of(other).fact
    if not (theirs and theirs.is_plain) or tells_same(ours, theirs):
        return False
    one, another = squeeze(ours.text), squeeze(theirs.text)
    days = [find_dates(fact.text, quotes.today)[:1] for fact in (ours, theirs)]
    overlap = (
        all(days) and days[0][0].first <= days[1][0].last and days[1][0].first <= days[0][0].last
    )
    return not (one in another or another in one or overlap)


def _differs(first: Entry, other: Entry, quotes: Quotes) -> bool:
    """Whether the second entry tells another fact than the first, or the first tells none."""
    ours, theirs = quotes.of(first).fact, quotes.of(other).fact
    if not (ours and ours.is_plain):
        return True
    if not (theirs and theirs.is_plain):
        return ours.stated  # of whatever there is one: a day, a venue, somebody who spoke
    return not tells_same(ours, theirs)
