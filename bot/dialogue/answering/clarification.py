"""Which of several is meant, and what is near where nothing was found, as replies."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from bot.dialogue.abstention.candidates import Candidates, only_year
from bot.dialogue.conversation import Action, Conversation, Verb
from bot.dialogue.intents.canned_replies import CannedReplies
from bot.dialogue.matching.editions import edition_of_none
from bot.dialogue.matching.entry_words import entry_letters, missing_words
from bot.dialogue.matching.places import is_held_in, places_asked
from bot.dialogue.matching.stories import Stories
from bot.dialogue.matching.subjects import (
    contradicts_year,
)
from bot.dialogue.message.cues import attributes_asked, content_words
from bot.dialogue.presentation.cards import excerpt, headline_fact, repair_note
from bot.dialogue.presentation.labels import numbered_list, pick_buttons
from bot.dialogue.replies import Block, Choice, Outcome, Paragraph, Reply
from bot.knowledge.entries import Entry
from bot.search.constraints import regions_in
from bot.search.passages.quoting import quote
from bot.search.query import Query
from bot.search.ranking import Ranking
from bot.texts import Texts
from bot.thai.dictionary import thai_words
from bot.thai.names import Names
from bot.thai.normalise import normalise
from bot.thai.questions import SHORT, Aspect

_FITS = re.compile(
    "(?:กับ|ใน|สำหรับ) ?([ก-๙]{3,24}?) ?(?:ด้วย|ก็)?ได้(?:ด้วย)? ?(?:ไหม|มั้ย|มัย|ป่าว|หรือเปล่า|หรือไม่|รึเปล่า)"
)
_NOUN = 3  # letters
_NAME_OF_NUMBER = re.compile("[a-z]{3,}(?=[- ]?#?[0-9])")


class Clarification:
    """Offers entries of one knowledge base to choose from."""

    def __init__(
        self,
        entries: Mapping[str, Entry],
        texts: Texts,
        canned: CannedReplies,
        stories: Stories,
        candidates: Candidates,
    ) -> None:
        self._entries = entries
        self._stories = stories
        self._texts = texts
        self._canned = canned
        self._candidates = candidates

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
        found = self._candidates.nearest(ranking)
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
