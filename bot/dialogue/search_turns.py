"""What a search finds for a message: an answer, choices, or that nothing is known.

A message that leans on what was said before is answered of that.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot.dialogue.abstention.doubts import Doubt, Doubts
from bot.dialogue.abstention.missing_facts import answer_subtype
from bot.dialogue.answering.answers import Answers
from bot.dialogue.answering.clarification import CHOICES, Clarification, only_year
from bot.dialogue.answering.result_lists import ResultLists
from bot.dialogue.context import rewriting
from bot.dialogue.context.follow_ups import FollowUps
from bot.dialogue.context.last_question import new_words, wholly_missing
from bot.dialogue.conversation import Conversation, served
from bot.dialogue.intents.canned_replies import CannedReplies
from bot.dialogue.intents.offices import is_of_another_ministry
from bot.dialogue.intents.recognition import IntentKind, excuse_for
from bot.dialogue.lists.listings import Lists
from bot.dialogue.matching.mismatch import is_mismatch
from bot.dialogue.matching.places import is_held_in, only_place, title_names_place
from bot.dialogue.matching.stories import Stories
from bot.dialogue.matching.subjects import contradicts_year, is_of_every_year
from bot.dialogue.message.cues import (
    SHORT,
    content_words,
    is_follow_up,
    rejects_answer,
    wants_yes_or_no,
)
from bot.dialogue.message.utterances import paraphrased, without_self_repair
from bot.dialogue.presentation.labels import days_of
from bot.dialogue.replies import UNTOLD, Outcome, Paragraph, Reply
from bot.dialogue.selection.office_cards import OfficeCards
from bot.dialogue.selection.office_holders import OfficeHolders
from bot.dialogue.selection.reranking import Reranking
from bot.knowledge.entries import Entry, KnowledgeBase
from bot.knowledge.entries import Kind as EntryKind
from bot.search.finding import is_verbatim, rank
from bot.search.index import Index
from bot.search.marks import wants_day, years_meant
from bot.search.passages.quoting import Quotes
from bot.search.ranking import Query, Ranking, Verdict
from bot.texts import Texts
from bot.thai.dates import find_dates
from bot.thai.names import Names
from bot.thai.normalise import squeeze
from bot.thai.questions import Aspect, wants_newest

_STANDS_FOR = re.compile("ย่อ ?มาจาก")


@dataclass(frozen=True, slots=True)
class _Turn:
    """A message that was searched for, and the talk it stands in."""

    ranking: Ranking
    talk: Conversation
    today: date
    anew: Ranking | None  # the last question, where it is asked of another year or place

    @property
    def meant(self) -> Ranking:
        """What the message asks, as far as that is known before anything is found."""
        return self.anew or self.ranking

    def lacks(self, topic: Entry) -> bool:
        """Whether the message has words that the topic has not."""
        return bool(wholly_missing(topic, new_words(self.ranking.query, self.talk)))


class SearchTurns:
    """Finds in one knowledge base; holds no state of any conversation."""

    def __init__(
        self,
        knowledge: KnowledgeBase,
        index: Index,
        texts: Texts,
        *,
        canned: CannedReplies,
        stories: Stories,
        answers: Answers,
        clarification: Clarification,
        lists: Lists,
    ) -> None:
        entries = knowledge.entries
        self._entries: Mapping[str, Entry] = entries
        self._index, self._texts = index, texts
        self._canned, self._stories, self._answers = canned, stories, answers
        self._clarification = clarification
        self._reranking = Reranking(entries, stories)
        self._doubts = Doubts(entries, stories)
        self._office_cards = OfficeCards(entries)
        self._office_holders = OfficeHolders(entries)
        self._follow_ups = FollowUps(entries, index, answers, clarification, stories)
        self._result_lists = ResultLists(entries, answers, lists, stories)

    def ranked(self, text: str, talk: Conversation, today: date) -> Ranking:
        """What the index finds for a message, as it is meant."""
        retold, text = self._stories.same_story, paraphrased(without_self_repair(text))
        text = rewriting.with_same_year(text, self._follow_ups.slot_changes.year_of(talk, today))
        if (topic := self._entries.get(talk.topic)) and topic.event and topic.event.start:
            text = rewriting.with_year_of_month(text, topic.event.start, today)
        ranking = rank(self._index, text, today=today, topic=talk.topic, retold=retold)
        return self._surer(ranking, today) or ranking

    def reply(
        self, ranking: Ranking, talk: Conversation, today: date, *, points: bool = False
    ) -> Reply:
        """What is told of it, by itself or of what was said before.

        `points`: the message points at the topic, so that nothing else can be meant.
        """
        if defined := self._follow_ups.definition(ranking, talk, today):
            return self._found(defined, talk, today)
        anew = self._follow_ups.slot_changes.changed_question(ranking, talk, today)
        turn = _Turn(ranking, talk, today, anew)
        told = self._held(turn.meant, today) or self._follow_ups.reply(ranking, talk, today)
        told = told and (self._of_office(told, turn) or told)
        beside = (
            None if told or anew else self._follow_ups.behind_last_question(ranking, talk, today)
        )
        if beside:
            reply = self._behind_last(beside, turn)
        else:
            reply = told or self._by_its_words(turn)
            for step in (  # in this order
                self._with_last_question,
                self._off_the_topic,
                self._told_by_topic,
                self._beside_the_topic,
                self._not_there,
                self._as_list,
            ):
                reply = step(reply, turn)
        reply = self._of_the_topic_before(reply, turn)
        return self._of_what_is_pointed_at(reply, turn) if points else reply

    def _of_office(self, told: Reply, turn: _Turn) -> Reply | None:
        """How to reach the office that is asked for alone, where the topic only tells of it.

        Or the first that was offered.
        """
        talk = turn.talk
        topic = next(iter(served(self._entries, (talk.topic, *talk.choices))), None)
        if topic is None or told.entry != topic.id or told.answer:
            return None
        card = self._office_cards.another_office(topic, turn.ranking)
        reply = self._answers.answer(card, turn.ranking, turn.today) if card else None
        return reply and reply.with_question(turn.ranking.query.text)

    def _behind_last(self, beside: Ranking, turn: _Turn) -> Reply:
        """What the last question finds with a bare one behind it."""
        found = self._found(beside, turn.talk, turn.today, anew=True)
        kept = found.with_question(turn.talk.question).with_follow_up(turn.ranking.query.text)
        return kept.with_topic(turn.talk.topic) if found.outcome is Outcome.NO_ANSWER else kept

    def _by_its_words(self, turn: _Turn) -> Reply:
        """What the message finds alone, or the last question that it asks of another year."""
        if turn.anew is None:
            return self._found(turn.ranking, turn.talk, turn.today)
        reply = self._found(turn.anew, turn.talk, turn.today, anew=True)
        return reply.with_follow_up(
            self._follow_ups.slot_changes.follow_up_of(turn.ranking, turn.talk)
        )

    def _with_last_question(self, alone: Reply, turn: _Turn) -> Reply:
        """In place of a reply that tells nothing what is known if the last question is meant."""
        ranking, talk, today = turn.ranking, turn.talk, turn.today
        if turn.anew or alone.outcome not in UNTOLD or alone.conversation.follow_up:
            return alone
        behind = self._follow_ups.last_question.with_message(ranking, talk, today)
        found = self._found(behind, talk, today, anew=True) if behind else alone
        if behind is None or (found.entry and found.entry == alone.entry):
            return alone
        meant = self._follow_ups.last_question.entries_meant(
            found, ranking, talk, today, silent=alone.entry
        )
        if not meant:
            return alone
        if not found.entry:
            found = self._clarification.ask_which(meant, behind, today)
        elif ranking.query.aspect is Aspect.TOPIC:  # that was asked a day, not this
            asked = replace(behind, query=ranking.query)
            found = self._answers.answer(meant[0], asked, today)
        return found.with_question(talk.question).with_follow_up(ranking.query.text)

    def _off_the_topic(self, reply: Reply, turn: _Turn) -> Reply:
        """The reply; the talk leaves the topic that has never heard of what nobody knows.

        What is asked next is not of the topic before, as if that had been meant.
        """
        strange = reply.is_unknown and self._follow_ups.names_only_new(turn.ranking, turn.talk)
        if not strange:
            return reply
        asked = reply.conversation.question if turn.anew else turn.ranking.query.text
        return reply.with_topic("").with_question(asked)

    def _of_the_topic_before(self, reply: Reply, turn: _Turn) -> Reply:
        """The reply; what asks nothing of its own with nothing on screen is offered the topic left.

        Whoever told a long story meanwhile, or asked of another thing in vain, may mean it.
        """
        talk, query = turn.talk, turn.ranking.query
        own = new_words(query, talk)
        short = len(squeeze(query.clean)) <= SHORT and (own or wants_yes_or_no(query.clean))
        asks = query.aspect is not Aspect.TOPIC or short
        if not (asks and reply.is_unknown) or talk.topic or talk.choices:
            return reply
        before = next((one for one in talk.previous[:1] if one.topic in self._entries), None)
        left = self._entries[before.topic] if before else None
        if not (before and left) or any(wholly_missing(left, [word]) for word in own):
            return reply  # each by itself: two short ones may be pieces of what was misspelt
        if contradicts_year(left, self.ranked(talk.question, talk, turn.today).query):
            return reply
        offer = self._clarification.ask_which([left], turn.ranking, turn.today)
        return offer.with_question(before.question).with_follow_up(query.text)

    def _told_by_topic(self, reply: Reply, turn: _Turn) -> Reply:
        """What the topic tells, where it alone would be offered and has all the words."""
        topic = self._entries.get(turn.talk.topic)
        if topic is None or reply.conversation.choices != (topic.id,) or turn.lacks(topic):
            return reply
        return self._answered_by(topic, turn)

    def _beside_the_topic(self, reply: Reply, turn: _Turn) -> Reply:
        """The reply; the talk is of its topic until the one entry offered beside is accepted.

        That is what a few letters found that ask something of no name.
        """
        ranking, talk = turn.ranking, turn.talk
        alone = reply.outcome is Outcome.CHOICES and not reply.conversation.topic
        if not alone or talk.topic not in self._entries or len(reply.conversation.choices) != 1:
            return reply
        clean = ranking.query.clean
        if (
            ranking.query.aspect is Aspect.TOPIC
            or len(squeeze(clean)) > SHORT
            or is_follow_up(clean)
        ):
            return reply
        return (
            reply.with_topic(talk.topic)
            .with_question(talk.question)
            .with_follow_up(ranking.query.text)
        )

    def _not_there(self, reply: Reply, turn: _Turn) -> Reply:
        """Which places the topic tells of, where nobody knows of the bare place asked for.

        Or what else there is of that place, to choose from.
        """
        topic, query = self._entries.get(turn.talk.topic), turn.ranking.query
        place = only_place(query, new_words(query, turn.talk)) if turn.anew else ""
        if topic is None or not place or not reply.is_unknown or rejects_answer(query.clean):
            return reply
        if there := self._of_place(place, topic, turn):
            said = Paragraph(self._texts("answer.not_there", place=place))
            offer = self._clarification.ask_which(there, turn.ranking, turn.today)
            asked = query.text if query.aspect is Aspect.WHAT else turn.meant.query.text
            return replace(offer, blocks=(said, *offer.blocks)).with_question(asked)
        told = self._answers.other_places(topic, place, turn.ranking, turn.today)
        return told.with_question(turn.talk.question)

    def _of_place(self, place: str, topic: Entry, turn: _Turn) -> list[Entry]:
        """What is of a place by its title, or was held there, beside the topic.

        With most words of the last question, unless it is asked what there is at all: "แล้วที่
        ตรังมีอะไร".
        """
        aspect = turn.ranking.query.aspect
        if aspect not in (Aspect.TOPIC, Aspect.WHAT):
            return []
        anything = aspect is Aspect.WHAT
        matches = (*turn.meant.matches, *(turn.ranking.matches if anything else ()))
        named = Names.load().places_in(turn.meant.query.clean)
        forms = "".join(form for form, _ in named)
        own = [one for one in content_words(turn.meant.query.terms) if one not in forms]
        there = [
            one
            for one in served(self._entries, dict.fromkeys(one.entry_id for one in matches))
            if one.id != topic.id
            and (title_names_place(one, {place}) or is_held_in(one, {place}))
            and (anything or 2 * len(wholly_missing(one, own)) < len(own))
        ]
        return list(self._stories.one_per_story(there))[:CHOICES]

    def _as_list(self, reply: Reply, turn: _Turn) -> Reply:
        """What was found told as a list, if one is asked for."""
        return self._result_lists.as_list(reply, turn.ranking, turn.today)

    def _of_what_is_pointed_at(self, reply: Reply, turn: _Turn) -> Reply:
        """What the topic tells where another does or none: "แอปนี้ใช้ยังไง"."""
        topic = self._entries.get(turn.talk.topic)
        told = topic and reply.conversation.topic == topic.id
        if topic is None or (told and reply.outcome is not Outcome.CHOICES):
            return reply
        if turn.lacks(topic):
            silent = self._answers.not_stated(topic, Aspect.WHAT)
            return silent.with_question(turn.talk.question)
        return self._answered_by(topic, turn)

    def _answered_by(self, topic: Entry, turn: _Turn) -> Reply:
        told = self._answers.answer(topic, turn.ranking, turn.today, strict=True)
        return told.with_question(turn.talk.question)

    def _surer(self, ranking: Ranking, today: date) -> Ranking | None:
        """The search without "ล่าสุด", which hardly any entry says of itself, if that is surer.

        Nor does one that has a name in full say "ย่อมาจาก". Or without the year, if a day that is
        the same every year is found so, or choices where nothing was known.
        """
        said, sure = ranking.query, ranking.verdict is Verdict.SURE
        if wants_newest(said.clean) and not sure:
            newest = self._instead(said, rewriting.without_newest(said.text), today)
            return newest if newest.verdict is Verdict.SURE else None
        if _STANDS_FOR.search(said.clean):
            named = self._instead(said, _STANDS_FOR.sub("คือ", said.text), today)
            return named if named.verdict is Verdict.SURE else None
        if not years_meant(said):
            return None
        text = rewriting.without_years(said.text, today)
        of_days = wants_day(said) and not (sure and not self._recurs(ranking, said))
        of_year_alone = ranking.verdict is Verdict.NONE and not find_dates(text, today)
        asked = self._instead(said, text, today) if of_days or of_year_alone else None
        if asked is None or asked.verdict is not Verdict.SURE:
            return None
        if of_days and self._recurs(asked, said):
            return asked
        return replace(asked, verdict=Verdict.UNSURE) if of_year_alone else None

    def _instead(self, said: Query, text: str, today: date) -> Ranking:
        """What is found by other words than were said."""
        asked = rank(self._index, text, today=today, retold=self._stories.same_story)
        query = replace(asked.query, clean=said.clean, text=said.text, variants=said.variants)
        return replace(asked, query=query)

    def _recurs(self, ranking: Ranking, query: Query) -> bool:
        """Whether what was found first tells what day is every year."""
        return is_of_every_year(self._entries[ranking.matches[0].entry_id], query)

    def _held(self, ranking: Ranking, today: date) -> Reply | None:
        """Who held an office at some time, or who somebody is, if that is all that is asked."""
        asked = self._office_holders.holder_asked(ranking.query, today)
        near = asked is None and ranking.verdict is not Verdict.NONE
        newest = self._office_holders.newest_release_about(ranking.query) if near else None
        entry, query = asked or (newest, ranking.query)
        if entry is None or (is_verbatim(ranking) and ranking.matches[0].entry_id != entry.id):
            return None
        reply = self._answers.answer(entry, replace(ranking, query=query), today)
        return reply.with_question(query.text)

    def _found(
        self, ranking: Ranking, talk: Conversation, today: date, *, anew: bool = False
    ) -> Reply:
        """The reply to a question that stands on its own, or to the last one asked `anew`.

        Whoever asked that of another year or place is not offered what was not meant any more.
        """
        question = ranking.query.text
        in_own_words = is_verbatim(ranking)
        if is_of_another_ministry(ranking.query) and not in_own_words:
            return self._clarification.no_answer(ranking, talk).with_question(question)
        named = self._office_cards.office_first(ranking)
        if in_own_words and not (named or anew):
            return self._first_of(ranking, Quotes(ranking.query, today))
        if several := self._several(ranking, named):
            return self._clarification.ask_which(several, named or ranking, today).with_question(
                question
            )
        ranking = named or self._reranking.event_first(ranking)
        quotes = Quotes(ranking.query, today)
        ranking = named or self._first_put(ranking, quotes)
        sure = (
            named or ranking.verdict is Verdict.SURE or self._doubts.is_supported(ranking, quotes)
        )
        doubt: Doubt | None = None
        if sure and not named:
            if editions := self._reranking.editions(ranking, quotes):
                return self._of_editions(editions, ranking, today).with_question(question)
            doubt = self._doubt(ranking, quotes)
        if (
            anew
            and sure
            and not doubt
            and not self._follow_ups.slot_changes.finds_subject(ranking, talk, today)
        ):
            doubt = Doubt.LACKING
        if doubt:
            ranking = replace(ranking, reason=self._texts(f"choices.doubts.{doubt}"))
        elif sure:
            return self._first_of(ranking, quotes)
        return self._unsure(ranking, doubt, talk, today, anew=anew)

    def _first_of(self, ranking: Ranking, quotes: Quotes) -> Reply:
        """What the first match tells."""
        entry = self._entries[ranking.matches[0].entry_id]
        reply = self._answers.answer(entry, ranking, quotes.today, quotes=quotes)
        return reply.with_question(ranking.query.text)

    def _of_editions(self, editions: list[Entry], ranking: Ranking, today: date) -> Reply:
        """What the next event of a series tells, else its years to choose from."""
        ahead = [one for one in editions if (days := days_of(one)) and days[1] >= today]
        if not ahead:
            return self._clarification.ask_which(editions, ranking, today)
        return self._answers.answer(ahead[-1], ranking, today)

    def _several(self, ranking: Ranking, named: Ranking | None) -> list[Entry]:
        """What goes by the words alike, so that nobody knows which is meant; none as a rule."""
        return (
            self._office_cards.several_offices(ranking)
            or (self._office_cards.services_beside(named) if named else [])
            or self._clarification.events_of_years(ranking)
        )

    def _first_put(self, ranking: Ranking, quotes: Quotes) -> Ranking:
        """The same with that of what was found first which is likeliest to tell what is asked."""
        ranking = self._office_cards.named_office_first(ranking, quotes)
        ranking = self._reranking.standing_first(ranking, quotes)
        return self._reranking.fact_first(ranking, quotes)

    def _doubt(self, ranking: Ranking, quotes: Quotes) -> Doubt | None:
        """What speaks against telling what was found."""
        several = self._clarification.is_ambiguous_word(ranking)
        return Doubt.TWIN if several else self._doubts.doubt(ranking, quotes)

    def _unsure(
        self, ranking: Ranking, doubt: Doubt | None, talk: Conversation, today: date, *, anew: bool
    ) -> Reply:
        """What is near to choose from, what the message was instead, or that nothing is known."""
        question = ranking.query.text
        offered = self._doubts.aware(self._clarification.candidates(ranking), ranking)
        offered = self._office_cards.only_office(offered, ranking.query) or offered
        if doubt is Doubt.TWIN:
            offered = self._reranking.called_first(offered, ranking.query)
        if anew:
            offered = [
                one
                for one in offered
                if not is_mismatch(one, ranking.query, today)
                and not _is_beside(one, ranking.query)
                and self._follow_ups.last_question.is_subject_of(one, talk, today)
            ]
        if offered and not anew and self._doubts.is_silent(offered, doubt, ranking):
            wanted = Aspect.WHO if offered[0].kind is EntryKind.CONTACT else ranking.query.aspect
            told = self._answers.not_stated(offered[0], wanted, answer_subtype(ranking.query))
            return told.with_ranking(ranking).with_question(question)
        if offered:
            return self._clarification.ask_which(offered, ranking, today).with_question(question)
        excuse = self._excuse_for(ranking.query.clean)
        if excuse and self._canned.has(excuse):
            return replace(self._canned.smalltalk(excuse, talk), ranking=ranking)
        goes_on = anew or (talk.question and is_follow_up(ranking.query.clean))
        year = only_year(ranking.query) if goes_on else ""
        reply = self._clarification.no_answer(ranking, talk, year)
        of_topic = (
            talk.question and not anew and self._clarification.is_of_topic(ranking.query, talk)
        )
        if of_topic and not contradicts_year(self._entries[talk.topic], ranking.query):
            return reply.with_question(talk.question).with_follow_up(talk.follow_up)  # as it stood
        return reply.with_question(talk.question if reply.conversation.choices else question)

    def _excuse_for(self, clean: str) -> IntentKind | None:
        """What a message was instead of a question; English is one where English is spoken."""
        excuse = excuse_for(clean)
        foreign = excuse in (IntentKind.OTHER_LANGUAGE, IntentKind.GIBBERISH)
        return None if foreign and self._texts.language == "en" else excuse


def _is_beside(entry: Entry, query: Query) -> bool:
    """Whether an entry is the card of an office, which tells of no year: "ปีก่อนหน้านั้น"."""
    card = entry.kind is EntryKind.CONTACT and query.aspect is not Aspect.CONTACT
    return card and bool(years_meant(query))
