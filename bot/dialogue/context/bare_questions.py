"""What a message asks that names nothing: "จัดวันไหน", "ฟรีไหม", of what is on screen or was asked.

By itself it would be answered by whatever has most of its two words.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.dialogue.answering.answers import Answers
from bot.dialogue.answering.clarification import CHOICES, Clarification
from bot.dialogue.conversation import Conversation, served
from bot.dialogue.matching import entry_words, subjects
from bot.dialogue.message import cues
from bot.dialogue.presentation.labels import agencies_of
from bot.dialogue.replies import Outcome, Reply
from bot.knowledge.entries import HAPPENINGS, Entry, Kind
from bot.search.finding import is_verbatim
from bot.search.passages.quoting import Quotes
from bot.search.passages.stated.fields import stated_fact
from bot.search.ranking import Query, Ranking, Verdict
from bot.thai.normalise import normalise, squeeze
from bot.thai.questions import Aspect

LIKELY = 0.33  # probability of a question, below which nothing it found is told unasked
_HAVE = "มี"
_CURT = 20  # letters of what may be of the topic
_OFFERED = re.compile(  # what the ministry has many of; who asks for one begins anew
    "ข่าว|เรื่อง|โครงการ|งาน|กิจกรรม|ค่าย|ทุน|อบรม|หลักสูตร|บริการ|ประกวด|แข่ง|สมัคร|สินเชื่อ|กู้"
)
_OF_A_THING = frozenset((Aspect.WHERE, Aspect.COST, Aspect.CONTACT, Aspect.HOWMANY))
_FEW_SERVICES = 3  # of one office, of which one may be meant by its name


def is_bare(own: Sequence[str], query: Query) -> bool:
    """Whether a message asks when, where, who, how much or whether, and names nothing of which."""
    return not own and (
        query.aspect is not Aspect.TOPIC or cues.is_short_yes_no_question(query.clean)
    )


class BareQuestions:
    """Asks what names nothing of the entries of one knowledge base; `search` ranks a text."""

    def __init__(
        self,
        entries: Mapping[str, Entry],
        answers: Answers,
        clarification: Clarification,
        search: Callable[[str, date], Ranking],
    ) -> None:
        self._entries = entries
        self._answers = answers
        self._clarification = clarification
        self._search = search

    def of_choices(self, ranking: Ranking, talk: Conversation, today: date) -> Reply:
        """It is told by the only one offered, or by the only teller; else all are named again."""
        offered = served(self._entries, talk.choices)
        if len(offered) == 1:
            return self._of_only(offered[0], ranking, talk, today)
        teller = self._only_teller(offered, ranking.query, talk, today)
        if teller:
            reply = self._answers.answer(teller, ranking, today, strict=True)
            return reply.with_question(talk.question).with_follow_up(ranking.query.text)
        again = self._clarification.ask_again(offered, ranking, today)
        return again.with_question(talk.question).with_follow_up(ranking.query.text)

    def _only_teller(
        self, offered: Sequence[Entry], query: Query, talk: Conversation, today: date
    ) -> Entry | None:
        """The one of several that alone states what is asked, if it may be meant.

        Nobody is meant where hardly anything of the last question was known. Nor is the card of an
        office by who asked for one of its matters, nor an event: its hours are not those of the
        eclipse that it remembers. Of events that were only listed the one with a price, or a number
        to call, is meant all the same.
        """
        listed = not talk.question  # by their days
        if not listed and self._search(talk.question, today).probability < LIKELY:
            return None
        quotes = Quotes(query, today)
        facts = ((one, quotes.of(one).fact) for one in offered if _states(one, query))
        telling = [(one, fact) for one, fact in facts if fact and fact.is_plain]
        if len(telling) != 1:
            return None
        ((teller, fact),) = telling
        if not fact.stated or self._is_one_of_its_matters(teller, talk, today):
            return None
        of_it = listed and query.aspect in (Aspect.COST, Aspect.CONTACT)
        return teller if of_it or teller.kind not in HAPPENINGS else None

    def _is_one_of_its_matters(self, card: Entry, talk: Conversation, today: date) -> bool:
        """Whether the last question named, beside an office, what its card does not tell of."""
        if card.kind is not Kind.CONTACT or not talk.question:
            return False
        asked = self._search(talk.question, today).query
        return bool(entry_words.missing_words(card, cues.content_words(asked.terms)))

    def _of_only(self, entry: Entry, ranking: Ranking, talk: Conversation, today: date) -> Reply:
        query = ranking.query
        if subjects.contradicts(entry, query) or not self._is_likely(entry, talk, today):
            reply = self._clarification.no_answer(ranking, talk)
        else:
            reply = self._answers.answer(entry, ranking, today, strict=True)
        return reply.with_question(talk.question)

    def _is_likely(self, entry: Entry, talk: Conversation, today: date) -> bool:
        """Whether the only one offered is likely what was asked for, or called just so."""
        asked = self._search(talk.question, today)
        own = cues.content_words(asked.query.terms)
        called = subjects.is_named_by(entry, own) and not entry_words.missing_words(entry, own)
        return called or asked.probability >= LIKELY

    def behind_question(self, ranking: Ranking, talk: Conversation, today: date) -> Ranking:
        """The search for the last question with this behind it."""
        query = ranking.query
        asked = self._search(f"{talk.question} {query.text}", today)
        return replace(asked, query=replace(asked.query, aspect=query.aspect))

    def of_office(
        self, card: Entry, ranking: Ranking, talk: Conversation, today: date
    ) -> Reply | None:
        """What the card of an office does not tell, by what else is called as it was asked for.

        Of many services of one office none is meant by its name alone.
        """
        query = ranking.query
        if query.aspect is Aspect.WHERE and not cues.asks_to_apply(query.terms):
            return None  # nobody else tells where an office is
        own = cues.content_words(self._search(talk.question, today).query.terms)
        beside = [one.id for one in self._entries.values() if own and _is_of(one, card, own)]
        if len(beside) > _FEW_SERVICES:
            return None
        asked = self._search(f"{talk.question} {ranking.query.text}", today)
        if query.aspect is Aspect.WHERE:
            query = replace(query, aspect=Aspect.HOW)  # the card has told that it has no address
        told = replace(asked, query=query)
        found = [self._entries[one.entry_id] for one in asked.matches if one.entry_id in beside]
        named = (one for one in found if _begins(one, own))
        replies = (self._answers.answer(one, told, today, strict=True) for one in named)
        return next((one for one in replies if one.outcome is not Outcome.NO_ANSWER), None)

    def names_a_service(self, card: Entry, own: Sequence[str], ranking: Ranking) -> bool:
        """Whether what the card of an office does not tell is asked by the name of a service."""
        near = [self._entries[one.entry_id] for one in ranking.matches[:_FEW_SERVICES]]
        services = (one for one in near if one is not card and one.kind is Kind.SERVICE)
        return bool(own) and any(subjects.is_named_by_all(one, own) for one in services)

    def not_told_by_topic(self, ranking: Ranking, talk: Conversation) -> Reply | None:
        """That the topic does not tell whether it is so, "ปลอดภัยไหม", if nothing else surely does.

        Who asks whether there is something may mean another thing, and who names another means it.
        """
        query, topic = ranking.query, self._entries.get(talk.topic)
        asked = query.aspect is Aspect.TOPIC and cues.is_short_yes_no_question(query.clean)
        own = [word for word in cues.content_words(query.terms) if not word.isdecimal()]
        if topic is None or not asked or len(own) > 1 or ranking.verdict is Verdict.SURE:
            return None
        if own and self._names_another(topic, own, ranking):
            return None
        silent = not query.clean.startswith(_HAVE)
        return self._answers.not_stated(topic, Aspect.WHAT) if silent else None

    def offer_beside_topic(self, ranking: Ranking, talk: Conversation, today: date) -> Reply | None:
        """Another entry offered, not told, to a few letters that may be asked of the topic.

        Whoever talks about an app means it by "มีภาษาอังกฤษไหม", whatever is told of English. To
        who goes on ("แล้วชุดตรวจเท่าไหร่") the topic is offered as well: it may have another word.
        """
        query, topic = ranking.query, self._entries.get(talk.topic)
        own = cues.content_words(query.terms)
        curt = 0 < len(own) <= cues.FEW_WORDS and len(squeeze(query.clean)) <= _CURT
        if topic is None or is_verbatim(ranking) or _OFFERED.search(query.clean):
            return None
        sure, found = ranking.verdict is Verdict.SURE, self._found(ranking)
        asks = query.aspect in (Aspect.TOPIC, Aspect.WHAT) and cues.is_short_yes_no_question(
            query.clean
        )
        if sure and asks and curt:
            offered = found
        elif found and self.may_go_on(topic, query):
            beside = [one for one in found if one.id != topic.id]
            offered = [topic, *beside[: CHOICES - 1]]
        else:
            return None
        reply = self._clarification.ask_which(offered, ranking, today)
        return reply.with_topic(talk.topic).with_question(talk.question).with_follow_up(query.text)

    @staticmethod
    def may_go_on(topic: Entry, query: Query) -> bool:
        """Whether a fact is asked of a thing, by a message that goes on and names no name."""
        own = cues.content_words(query.terms)
        asks = query.aspect in _OF_A_THING and cues.is_follow_up(query.clean)
        things = [word for word in own if word not in cues.attribute_words(own)]
        if not asks or len(things) != 1 or subjects.known_names(query.clean):
            return False
        return not things[0].isascii() and bool(entry_words.missing_words(topic, own))

    def _found(self, ranking: Ranking) -> list[Entry]:
        """What would be told, or offered."""
        if ranking.verdict is Verdict.NONE:
            return []
        known = served(self._entries, (one.entry_id for one in ranking.matches))
        return known[:1] if ranking.verdict is Verdict.SURE else known

    def _names_another(self, topic: Entry, own: Sequence[str], ranking: Ranking) -> bool:
        """Whether a name is that of what was found first: "แล้ว itap ล่ะ เหมือนกันไหม"."""
        names = [word for word in own if word.isascii()] or subjects.known_names(
            ranking.query.clean
        )
        found = [self._entries[one.entry_id] for one in ranking.matches[:1]]
        named = any(subjects.is_named_by(one, names) for one in found if one.id != topic.id)
        return named and not subjects.is_named_by(topic, names)


def _states(entry: Entry, query: Query) -> bool:
    """Whether an entry may state it by more than the kind of fact: no day for an hour."""
    stated = stated_fact(entry, query)
    return stated is None or not stated.by_kind


def _is_of(entry: Entry, card: Entry, own: Sequence[str]) -> bool:
    """Whether a service of the card's office goes by all of these words."""
    if entry.kind in HAPPENINGS or entry.kind is Kind.CONTACT:
        return False
    if agencies_of(entry)[:1] != agencies_of(card)[:1]:
        return False
    called = squeeze(normalise(entry.called))
    return all(squeeze(word) in called for word in own)


def _begins(entry: Entry, own: Sequence[str]) -> bool:
    """Whether a title begins with one of these words, and not with what "… ของ สทน." does."""
    return squeeze(normalise(entry.title)).startswith(tuple(map(squeeze, own)))
