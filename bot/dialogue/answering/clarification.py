"""Which of several is meant, and what is near where nothing was found: choices, not answers."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from bot.dialogue.conversation import Action, Conversation, Verb
from bot.dialogue.intents.canned_replies import CannedReplies
from bot.dialogue.intents.offices import is_unrelated_hotline
from bot.dialogue.matching.editions import edition_of_none
from bot.dialogue.matching.entry_words import entry_letters, missing_words
from bot.dialogue.matching.one_word import TITLED, EntryNames, topic_word
from bot.dialogue.matching.places import is_held_in, places_asked
from bot.dialogue.matching.stories import Stories
from bot.dialogue.matching.subjects import (
    contradicts_year,
    has_latin_title_words,
    has_subject,
    is_named_by,
    is_named_by_all,
    is_office_name,
)
from bot.dialogue.message.cues import SHORT_WORD, attributes_asked, content_words
from bot.dialogue.presentation.cards import excerpt, headline_fact, repair_note
from bot.dialogue.presentation.labels import numbered_list, pick_buttons
from bot.dialogue.replies import Block, Choice, Outcome, Paragraph, Reply
from bot.dialogue.selection.reranking import entries_of
from bot.knowledge.entries import Entry
from bot.search.constraints import regions_in
from bot.search.passages.quoting import quote
from bot.search.query import Query
from bot.search.ranking import Match, Ranking, Verdict
from bot.texts import Texts
from bot.thai.dates import ERA
from bot.thai.dictionary import thai_words
from bot.thai.names import Names
from bot.thai.normalise import normalise
from bot.thai.questions import SHORT, Aspect

CHOICES = 4
_WHICH_YEARS = re.compile("ปี(?:ไหน|อะไร|ใด) ?(?:บ้าง|มั่ง|มัง)")
_FITS = re.compile(
    "(?:กับ|ใน|สำหรับ) ?([ก-๙]{3,24}?) ?(?:ด้วย|ก็)?ได้(?:ด้วย)? ?(?:ไหม|มั้ย|มัย|ป่าว|หรือเปล่า|หรือไม่|รึเปล่า)"
)
_NOUN = 3  # letters
_NAME_OF_NUMBER = re.compile("[a-z]{3,}(?=[- ]?#?[0-9])")
_NEAREST, _NAMED = 3, 10  # matches
_WORTH_CHOOSING, _WORTH_BESIDE = 0.35, 0.6  # of the best score, unsure of it or sure
_SEVERAL = 2  # words that have to name what is offered for a topic
_WORTH_NAMING = 0.1  # probability below which even the nearest titles are noise


class Clarification:
    """Offers entries of one knowledge base to choose from."""

    def __init__(
        self, entries: Mapping[str, Entry], texts: Texts, canned: CannedReplies, stories: Stories
    ) -> None:
        self._entries = entries
        self._by_word = EntryNames(entries)
        self._texts = texts
        self._canned = canned
        self._stories = stories

    def candidates(self, ranking: Ranking) -> list[Entry]:
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

    def ask_which(self, found: list[Entry], ranking: Ranking, today: date) -> Reply:
        """Which of the entries is meant?"""
        edition = edition_of_none(found, ranking.query.clean)
        found = _with_same_name(found, edition) or found
        alone = len(found) == 1
        told = [
            () if edition else self._preview(one, ranking.query, today, alone=alone)
            for one in found
        ]
        ask = Paragraph(self._texts("choices.ask_one" if alone else "choices.ask"))
        blocks = (
            *repair_note(ranking.query, self._texts),
            *self._what_none_tells(found, edition, ranking),
            ask,
            *numbered_list(found, self._texts, told),
        )
        none = Choice(self._texts("button.none_of_these"), Action(Verb.NONE_OF_THESE))
        after = Conversation(offered=tuple(entry.id for entry in found))
        offer = Reply(Outcome.CHOICES, blocks, (*pick_buttons(found, self._texts), none), after)
        return offer.with_ranking(ranking)

    def _what_none_tells(
        self, found: list[Entry], edition: str, ranking: Ranking
    ) -> Iterator[Block]:
        """That the number, the year or the noun asked for is told by none of what is near."""
        if edition:
            yield Paragraph(self._texts("choices.not_of_edition", edition=edition))
        elif year := year_of_none(found, ranking.query):
            yield Paragraph(self._texts("choices.not_of_year", year=year))
        elif noun := _unknown_noun(found, ranking):
            yield Paragraph(self._texts("choices.told_by_none", noun=noun))

    def ask_again(self, offered: list[Entry], ranking: Ranking, today: date) -> Reply:
        """The entries just listed, with what each answers to a bare "จัดที่ไหน"."""
        asked = attributes_asked(ranking.query)
        told = [
            () if missing_words(entry, asked) else self._preview(entry, ranking.query, today)
            for entry in offered
        ]
        said = (Paragraph(self._texts("choices.which")), *numbered_list(offered, self._texts, told))
        talk = Conversation(offered=tuple(entry.id for entry in offered))
        offer = Reply(Outcome.CHOICES, said, pick_buttons(offered, self._texts), talk)
        return offer.with_ranking(ranking)

    def no_answer(self, ranking: Ranking, talk: Conversation, year: str = "") -> Reply:
        """Nothing fits, or nothing of a year: say so, name a person to ask, the nearest titles."""
        found = self._nearest(ranking)
        heading = Paragraph(self._texts("no_answer.nearest"))
        nearest = (heading, *numbered_list(found, self._texts)) if found else ()
        blocks: tuple[Block, ...] = (
            *repair_note(ranking.query, self._texts),
            Paragraph(self._texts(f"no_answer.{'not_of_year' if year else 'sorry'}", year=year)),
            Paragraph(self._texts("no_answer.officer")),
            *self._canned.numbers(),
            *nearest,
        )
        buttons = (*pick_buttons(found, self._texts), self._canned.officer_button())
        aside = self._is_aside(ranking.query, talk)
        offered = tuple(entry.id for entry in found)
        after = Conversation(talk.topic if aside else "", offered, nearest=bool(offered))
        if aside and not found:  # what was offered stands above it still
            after = replace(after, offered=talk.choices)
        return Reply(Outcome.NO_ANSWER, blocks, buttons, after).with_ranking(ranking)

    def _is_aside(self, query: Query, talk: Conversation) -> bool:
        """Whether the talk stays with its topic behind what found nothing: short, or of it."""
        return self.is_of_topic(query, talk) or len(query.letters) <= SHORT

    def is_of_topic(self, query: Query, talk: Conversation) -> bool:
        """Whether the topic has at least half the words of what found nothing."""
        topic = self._entries.get(talk.topic)
        words = [word for word in content_words(query.terms) if not word.isdecimal()]
        return topic is not None and 2 * len(missing_words(topic, words)) <= len(words)

    def ask_subject(self, ranking: Ranking) -> Reply:
        """What is it about? To a question that names nothing, of which more is told next."""
        said = Paragraph(self._texts("choices.no_subject"))
        return (
            Reply(Outcome.SMALLTALK, (said,))
            .with_ranking(ranking)
            .with_question(ranking.query.text)
        )

    def no_alternatives(self, talk: Conversation) -> Reply:
        """Nothing else is near the last question."""
        said = Paragraph(self._texts("choices.no_others"))
        return Reply(Outcome.SMALLTALK, (said,), (self._canned.officer_button(),), talk)

    def _preview(
        self, entry: Entry, query: Query, today: date, *, alone: bool = False
    ) -> tuple[str, ...]:
        """What a choice would answer, so that the right one can be told by it.

        The fact, if it is a plain one, and the piece of the entry that the answer is read from, or
        of another that tells the same story and has such a fact. To who asks for no kind of fact
        only what is offered `alone` is shown.
        """
        if query.aspect is Aspect.TOPIC and not alone:
            return ()
        again = (self._entries[one] for one in sorted(self._stories.same_story(entry.id)))
        own = quote(entry, query, today, brief=True)
        others = ((one, quote(one, query, today, brief=True)) for one in again)
        plain = ((o, t) for o, t in chain(((entry, own),), others) if t.fact and t.fact.is_plain)
        teller, told = next(plain, (entry, own))
        meant = told.fact if told.fact and told.fact.is_plain else None
        of_event = meant is not None and meant.text not in teller.facts.values()  # and of no stop
        meant = None if of_event and _is_held_elsewhere(teller, query) else meant
        fact = headline_fact(teller, meant, query) if meant else ""
        pieces = (" ".join(excerpt(teller.body, *place).split()) for place in told.passages)
        return (fact, *pieces)

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

    def _nearest(self, ranking: Ranking) -> list[Entry]:
        worth = ranking.probability >= _WORTH_NAMING
        return self._entries_found(ranking.query, ranking.matches[:_NEAREST]) if worth else []

    def _entries_found(self, query: Query, matches: Sequence[Match]) -> list[Entry]:
        found = entries_of(self._entries, matches)
        return [one for one in found if not is_unrelated_hotline(one, query)]


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


def _is_held_elsewhere(entry: Entry, query: Query) -> bool:
    """Whether the day or place is asked of a region or province, and the event is of another.

    What is shown of it would be taken for what is asked.
    """
    if entry.event is None or query.aspect not in (Aspect.WHEN, Aspect.WHERE):
        return False
    asked = regions_in(query.clean)
    titled = regions_in(normalise(f"{entry.title} {entry.event.venue}"))
    return (
        any(one not in titled for one in asked) or is_held_in(entry, places_asked(query)) is False
    )


def _with_same_name(found: Sequence[Entry], edition: str) -> list[Entry]:
    """Of what is near a number of a name that none tells, "tcas70", those that have the name."""
    name = _NAME_OF_NUMBER.match(edition)
    return [one for one in found if name and name[0] in entry_letters(one)]


def _unknown_noun(found: Sequence[Entry], ranking: Ranking) -> str:
    """The noun that may be meant, of which none of the entries tells: "ใช้กับทุเรียนได้ไหม"; "" else."""
    asked = _FITS.search(ranking.query.clean)
    noun = next(iter(Names.load().cut(asked[1])), "") if asked else ""
    whole = len(noun) >= _NOUN and noun in thai_words()
    return noun if whole and all(missing_words(one, (noun,)) for one in found) else ""


def year_of_none(entries: Iterable[Entry], query: Query) -> str:
    """The only year that a question names, if none of the entries is of it; "" else."""
    year = only_year(query)
    return year if year and all(contradicts_year(one, query) for one in entries) else ""


def _years_from(event: Entry, year: int) -> int:
    """How many years lie between an event and a year of the Buddhist era."""
    return abs(event.days[0].year + ERA - year) if event.days else 0


def only_year(query: Query) -> str:
    """The only year that a question names, of the Buddhist era and in full; "" else."""
    years = set(query.years)
    return years.pop() if len(years) == 1 else ""
